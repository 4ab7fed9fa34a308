/// \file
/// Models with a Vulkan target out of hand-written shaders, and sessions on the device under test.
#ifndef AIC_TEST_UNIT_VULKAN_RUNTIME_VULKANMODEL_H
#define AIC_TEST_UNIT_VULKAN_RUNTIME_VULKANMODEL_H

#include "test/unit/runtime/TestModel.h"
#include "test/unit/vulkan_runtime/Shaders.h"

#include <cstdlib>

namespace aic::test {

/// Adds a Vulkan target to what ChainModel makes: the same plan. `factor`: what scale multiplies with.
std::unique_ptr<TestModel> ChainForBoth(int blends = 8, float factor = 2);
/// The Vulkan target alone.
std::unique_ptr<TestModel> VulkanChain(int blends = 8, float factor = 2);
/// TwoEntryModel for Vulkan alone.
std::unique_ptr<TestModel> TwoEntriesOnVulkan();

/// A model of one Vulkan target, without inputs, outputs, dispatches and kernels; weights as EmptyModel's.
/// Its arena holds `tensors` tensors of kTensorBytes.
std::unique_ptr<TestModel> EmptyVulkanModel(int tensors = 4);
/// Adds a kernel that is the floor alone, and returns its number.
uint32_t AddKernel(TestModel& model, const std::string& name, Words words, uint32_t workgroups = 32);
/// Makes x: f32[64, 32] the one input and y: f32[64, 32] the one output.
void TakeOneGiveOne(TestModel& model);

/// How the tests ask for a session: on Vulkan.
aic_session_options VulkanOptions();
/// Fails the test, and returns null, if there is none.
SessionPtr MakeVulkanSession(const ModelPtr& model, const aic_session_options& options = VulkanOptions());
/// The message that making a session gives, "" if it succeeds.
std::string SessionFailure(const ModelPtr& model, aic_status expected,
                           const aic_session_options& options = VulkanOptions());

/// Runs x -> y.
aic_status RunOne(aic_session* session, const std::vector<float>& x, std::vector<float>* y);

aic_session_info DescribeSession(const SessionPtr& session);

/// The largest difference of two results, beside the largest of the second's values.
float Difference(const std::vector<float>& a, const std::vector<float>& b);

/// Skips the test, with the reason, where there is no Vulkan device; fails it where ctest says that there is
/// one (AIC_VULKAN_REQUIRED).
#define AIC_NEED_VULKAN()                                                                                    \
  if (std::string problem = VulkanProblem(); !problem.empty()) {                                             \
    ASSERT_EQ(getenv("AIC_VULKAN_REQUIRED"), nullptr) << problem;                                            \
    GTEST_SKIP() << problem;                                                                                 \
  }
std::string VulkanProblem();

/// A folder of the test's own, removed at the end.
class Folder {
public:
  Folder();
  ~Folder();
  const std::string path;
};

/// Sets a variable of the environment, and puts back what it was.
class Variable {
public:
  Variable(const char* name, const std::string& value);
  ~Variable();

private:
  std::string name_, before_;
  bool had_;
};

/// Layers for the sessions that are made while it lives: the injecting one of test/vulkan_layer, with its
/// directives, above whatever the environment has, or above the validation layer. No session may be open
/// before.
class Layers {
public:
  explicit Layers(const std::string& directives, bool validate = false);
  /// What the injecting layer has to tell: objects that were not destroyed. Once all sessions are closed.
  std::string Log() const;
  /// What the validation layer objected to.
  std::string Messages() const;
  static bool CanValidate();

private:
  Folder folder_;
  std::vector<std::unique_ptr<Variable>> variables_;
};

} // namespace aic::test

#endif // AIC_TEST_UNIT_VULKAN_RUNTIME_VULKANMODEL_H

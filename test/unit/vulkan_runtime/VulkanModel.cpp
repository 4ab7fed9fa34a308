#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gtest/gtest.h"
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace aic::test {

namespace {

/// Before any test: the pipeline cache of the tests is not the user's, and the shaders that lavapipe compiles
/// are kept with the build.
class TestFolders : public testing::Environment {
public:
  void SetUp() override {
    setenv("MESA_SHADER_CACHE_DIR", AIC_BINARY_DIR "/mesa-shader-cache", 0);
    setenv("XDG_CACHE_HOME", folder_.path.c_str(), 1);
  }

private:
  Folder folder_;
};
testing::Environment* const kFolders = testing::AddGlobalTestEnvironment(new TestFolders);

artifact::Target MakeTarget() {
  artifact::Target target;
  target.kind = artifact::Target::Kind::Vulkan;
  target.triple = "spirv1.3-unknown-vulkan1.1";
  target.programs.emplace_back();
  return target;
}

artifact::Target ChainTarget(const artifact::Target& cpu, float factor) {
  artifact::Target target = MakeTarget();
  target.programs = cpu.programs;
  target.kernels = {{"scale", "elementwise", {MakeVariant("floor", ScaleShader(factor), 32)}},
                    {"blend", "window", {MakeVariant("floor", BlendShader(), 32)}},
                    {"sum", "reduction", {MakeVariant("floor", SumShader(), 1)}}};
  return target;
}

} // namespace

std::unique_ptr<TestModel> ChainForBoth(int blends, float factor) {
  auto model = ChainModel(blends);
  model->content.targets.push_back(ChainTarget(model->target(), factor));
  return model;
}

std::unique_ptr<TestModel> VulkanChain(int blends, float factor) {
  auto model = ChainForBoth(blends, factor);
  model->content.targets.erase(model->content.targets.begin());
  return model;
}

std::unique_ptr<TestModel> TwoEntriesOnVulkan() {
  auto model = TwoEntryModel();
  model->target() = ChainTarget(model->target(), 2);
  return model;
}

std::unique_ptr<TestModel> EmptyVulkanModel(int tensors) {
  auto model = EmptyModel();
  model->content.targets[0] = MakeTarget();
  model->program().arenaBytes = tensors * kTensorBytes;
  return model;
}

uint32_t AddKernel(TestModel& model, const std::string& name, Words words, uint32_t workgroups) {
  model.target().kernels.push_back(
      {name, "elementwise", {MakeVariant("floor", std::move(words), workgroups)}});
  return model.target().kernels.size() - 1;
}

void TakeOneGiveOne(TestModel& model) {
  model.content.entries[0].inputs = {{"x", artifact::ElementType::F32, {kRows, kCols}}};
  model.content.entries[0].outputs = {{"y", artifact::ElementType::F32, {kRows, kCols}}};
}

aic_session_options VulkanOptions() {
  aic_session_options options;
  aic_session_options_init(&options);
  options.device = AIC_TARGET_VULKAN;
  options.threads = 2;
  return options;
}

SessionPtr MakeVulkanSession(const ModelPtr& model, const aic_session_options& options) {
  aic_session* session;
  aic_status status = aic_session_create_with(model.get(), &options, &session);
  EXPECT_EQ(status, AIC_OK) << aic_last_error();
  return SessionPtr(session);
}

std::string SessionFailure(const ModelPtr& model, aic_status expected, const aic_session_options& options) {
  aic_session* session;
  aic_status status = aic_session_create_with(model.get(), &options, &session);
  EXPECT_EQ(status, expected) << aic_last_error();
  EXPECT_EQ(session != nullptr, status == AIC_OK);
  SessionPtr owner(session);
  return status == AIC_OK ? "" : aic_last_error();
}

aic_status RunOne(aic_session* session, const std::vector<float>& x, std::vector<float>* y) {
  y->resize(x.size());
  aic_input input = {x.data(), 4 * x.size()};
  aic_output output = {y->data(), 4 * y->size()};
  return aic_session_run(session, &input, 1, &output, 1);
}

aic_session_info DescribeSession(const SessionPtr& session) {
  aic_session_info info;
  EXPECT_EQ(aic_session_describe(session.get(), &info), AIC_OK);
  return info;
}

float Difference(const std::vector<float>& a, const std::vector<float>& b) {
  float most = 0, scale = 0;
  if (a.size() != b.size())
    return INFINITY;
  for (size_t i = 0; i < a.size(); ++i) {
    most = std::isnan(a[i]) ? INFINITY : std::max(most, std::fabs(a[i] - b[i]));
    scale = std::max(scale, std::fabs(b[i]));
  }
  return scale > 0 ? most / scale : most;
}

std::string VulkanProblem() {
  aic_device_list* list;
  if (aic_device_list_create(&list) != AIC_OK)
    return aic_last_error();
  std::string problem = aic_device_list_vulkan_problem(list);
  aic_device_list_free(list);
  return problem;
}

static std::string MakeFolder() {
  std::string pattern = testing::TempDir() + "aic_vulkan_XXXXXX";
  EXPECT_NE(mkdtemp(pattern.data()), nullptr);
  return pattern;
}

Folder::Folder() : path(MakeFolder()) {}
Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::permissions(path, std::filesystem::perms::owner_all, ignored);
  std::filesystem::remove_all(path, ignored);
}

Variable::Variable(const char* name, const std::string& value) : name_(name) {
  const char* before = getenv(name);
  had_ = before != nullptr;
  before_ = before ? before : "";
  setenv(name, value.c_str(), 1);
}
Variable::~Variable() {
  if (had_)
    setenv(name_.c_str(), before_.c_str(), 1);
  else
    unsetenv(name_.c_str());
}

static std::string ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

Layers::Layers(const std::string& directives, bool validate) {
  auto set = [this](const char* name, const std::string& value) {
    variables_.push_back(std::make_unique<Variable>(name, value));
  };
  const char* others = validate ? "VK_LAYER_KHRONOS_validation" : getenv("VK_INSTANCE_LAYERS");
  set("VK_LAYER_PATH", AIC_VULKAN_LAYERS);
  set("VK_INSTANCE_LAYERS",
      std::string("VK_LAYER_AIC_inject") + (others ? ":" : "") + (others ? others : ""));
  set("AIC_INJECT", directives + ",log:" + folder_.path + "/log");
  if (!validate)
    return;
  // Without the last line it looks at no storage buffer of a dispatch.
  std::ofstream(folder_.path + "/vk_layer_settings.txt")
      << "khronos_validation.debug_action = VK_DBG_LAYER_ACTION_LOG_MSG\n"
      << "khronos_validation.report_flags = error,warn\n"
      << "khronos_validation.log_filename = " << folder_.path << "/messages\n"
      << "khronos_validation.validate_sync = true\n"
      << "khronos_validation.syncval_shader_accesses_heuristic = true\n";
  set("VK_LAYER_SETTINGS_PATH", folder_.path);
}

std::string Layers::Log() const {
  return ReadText(folder_.path + "/log");
}
std::string Layers::Messages() const {
  return ReadText(folder_.path + "/messages");
}
bool Layers::CanValidate() {
  return std::filesystem::exists(AIC_VULKAN_LAYERS "/VkLayer_khronos_validation.json");
}

} // namespace aic::test

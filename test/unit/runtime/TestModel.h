/// \file
/// Models out of hand-written kernels (kernels/kernels.c), for the tests of the runtime and of the artifact
/// writer.
#ifndef AIC_TEST_UNIT_RUNTIME_TESTMODEL_H
#define AIC_TEST_UNIT_RUNTIME_TESTMODEL_H

#include "compiler/artifact/Artifact.h"
#include "runtime/aic.h"

#include <memory>
#include <string>
#include <vector>

namespace aic::test {

constexpr int kRows = 64, kCols = 32;
constexpr uint64_t kTensorBytes = kRows * kCols * 4;

enum TestKernel : uint32_t { kScale, kBlend, kSum, kGather, kProbe, kSlow, kStraggle, kKnead, kFail, kMarch };

/// The kernels compiled with AIC_TEST_FACTOR 2 and 3. Under a sanitizer they run in this process alone, since
/// they are part of the program: the object jumps there.
const std::string& Kernels2();
const std::string& Kernels3();
/// With factor 2, whole, for any process; and for another kernel ABI.
const std::string& WholeKernels();
const std::string& KernelsOtherAbi();

/// A model in the making: its content, and the weights that the content points to.
struct TestModel {
  std::vector<float> weights;
  artifact::Content content;

  artifact::Target& target() { return content.targets[0]; }
  /// Of the first entry.
  artifact::Program& program(size_t target = 0) { return content.targets[target].programs[0]; }
  /// Adds a dispatch named "op N" at "test.graph:N:3", N counting from 1. `bindings`: reads, then writes.
  void Add(TestKernel kernel, uint32_t workgroups, std::vector<artifact::Binding> bindings);
  /// The model's bytes; fails the test if the writer refuses.
  std::string Bytes() const;
};

artifact::Binding Input(uint32_t index, uint64_t bytes = kTensorBytes);
artifact::Binding Output(uint32_t index, uint64_t bytes = kTensorBytes);
artifact::Binding ReadArena(uint64_t offset, uint64_t bytes = kTensorBytes);
artifact::Binding WriteArena(uint64_t offset, uint64_t bytes = kTensorBytes);
artifact::Binding Weights(uint64_t offset, uint64_t bytes);
artifact::Binding ReadState(uint32_t index, uint64_t bytes = kTensorBytes);
artifact::Binding WriteState(uint32_t index, uint64_t bytes = kTensorBytes);

/// One entry, with everything but dispatches, inputs and outputs: weights of 32 floats, an arena of three
/// tensors, a target for this machine.
std::unique_ptr<TestModel> EmptyModel(const std::string& kernels = Kernels2());

/// x: f32[64, 32] -> y: f32[64, 32], s: f32[1]: scale, then `blends` times blend, back and forth in the
/// arena, the last to y; then the sum of y. `blend`: kBlend or, for more work, kKnead.
std::unique_ptr<TestModel> ChainModel(int blends = 8, const std::string& kernels = Kernels2(),
                                      TestKernel blend = kBlend);

/// ChainModel(2), and behind it a second entry, "total": x: f32[64, 32] -> s: f32[1], the sum of x.
std::unique_ptr<TestModel> TwoEntryModel();

/// States: h: f32[64, 32] = 1; w: f32[32] from the weights; flags: bool[3] = true; position: i64[] = -5;
/// nothing: f32[0, 4]. Entries, in this order:
/// - "advance": code: i32[] -> s: f32[1]. Fails with code, unless it is 0; then h = 2 * h + w, s = the sum of
/// h.
/// - "late": the same, but it fails behind the step that writes h.
/// - "sum"[N=64]: -> s: f32[1]. The sum of h; it writes no state.
/// - "set"[N=64,S=32]: x: f32[64, 32], code: i32[]. h = 2 * x + w, and fails with code unless that is 0.
/// - "set"[N=8,S=32]: code: i32[]. Fails with code, unless it is 0: another one of that name.
std::unique_ptr<TestModel> StateModel(const std::string& kernels = Kernels2());
enum StateEntry : uint32_t { kAdvance, kLate, kSumOfState, kSet, kSetSmall };
enum StateNumber : uint32_t { kH, kW, kFlags, kPosition, kNothing };
constexpr uint32_t kStates = 5;

/// A SPIR-V module that does nothing, well: valid, with storage buffers at bindings 0 .. bindings - 1.
std::vector<uint32_t> IdleShader(uint32_t bindings, std::array<uint32_t, 3> localSize = {64, 1, 1},
                                 bool subgroups = false);
/// The index of the module's first instruction `op`; fails the test if there is none.
size_t FindInstruction(const std::vector<uint32_t>& words, uint32_t op);

/// ChainModel(2) for a CPU, and the same plan as a second target, for Vulkan, of idle shaders: scale has
/// floor and shared, blend floor and subgroup, sum floor.
std::unique_ptr<TestModel> TwoTargetModel();

/// What ChainModel computes, in the same order of operations.
struct ChainResult {
  std::vector<float> y;
  float s = 0;
};
std::vector<float> ChainInput();
ChainResult ComputeChain(const std::vector<float>& x, int blends = 8, float factor = 2);

/// Owners for tests.
struct CloseModel {
  void operator()(aic_model* model) const { aic_model_close(model); }
};
struct CloseSession {
  void operator()(aic_session* session) const { aic_session_close(session); }
};
using ModelPtr = std::unique_ptr<aic_model, CloseModel>;
using SessionPtr = std::unique_ptr<aic_session, CloseSession>;

/// Opens; fails the test and returns null if the runtime refuses. `bytes` must outlive the model.
ModelPtr Open(const std::string& bytes, uint32_t flags = 0);
SessionPtr MakeSession(const ModelPtr& model, uint32_t threads);

/// Runs a ChainModel's session.
aic_status RunChain(aic_session* session, const std::vector<float>& x, ChainResult* result);

/// The message that opening gives, "" if it succeeds.
std::string OpenFailure(const std::string& bytes, aic_status expected, uint32_t flags = 0);

/// Recomputes the checksums of sections, header and prelude, so that a test's damage gets past them.
void FixChecksums(std::string* bytes);

} // namespace aic::test

#endif // AIC_TEST_UNIT_RUNTIME_TESTMODEL_H

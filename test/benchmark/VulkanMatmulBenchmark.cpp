// Our 512 x 512 x 512 matrix product on Vulkan beside a plain kernel in GLSL (matmul.comp), run by the same
// runtime.
//   build/bin/vulkan_matmul_benchmark --benchmark_enable_random_interleaving=true --benchmark_repetitions=9
#include "compiler/artifact/Artifact.h"
#include "compiler/driver/Driver.h"
#include "runtime/aic.h"

#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace {

#include "matmul.comp.h" // const uint32_t kMatmulGlsl[]

using namespace aic;

constexpr int64_t kSize = 512;
constexpr uint64_t kBytes = kSize * kSize * sizeof(float);
const char* const kTensor = "tensor<512x512xf32>";

// The pattern of both operands, small numbers whose sums are exact in f32.
std::vector<float> operand(int step) {
  std::vector<float> values(kSize * kSize);
  for (size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<float>(static_cast<int>(i * static_cast<size_t>(step) % 7) - 3);
  return values;
}

std::string compiled(const std::string& module) {
  driver::Options options;
  options.path = "benchmark.mlir";
  options.module = module;
  options.targets = {"vulkan"};
  driver::Compilation compilation(options);
  if (compilation.reach(driver::Stage::Artifact) == 0)
    return compilation.emit(driver::Stage::Artifact);
  std::fputs(graph::render(compilation.diagnostics()).c_str(), stderr);
  return "";
}

// Both operands come at run time.
std::string ours() {
  std::string t = kTensor;
  return compiled("func.func @f(%a: " + t + ", %b: " + t + ") -> " + t + " {\n%0 = aic.matmul %a, %b : (" +
                  t + ", " + t + ") -> " + t + "\nreturn %0 : " + t + "\n}\n");
}

// The second operand is a weight, packed at compile time.
std::string oursPacked() {
  std::string t = kTensor, hex;
  for (float value : operand(5)) {
    auto* bytes = reinterpret_cast<const uint8_t*>(&value);
    for (int i = 0; i < 4; ++i) {
      char two[3];
      std::snprintf(two, sizeof(two), "%02X", bytes[i]);
      hex += two;
    }
  }
  return compiled("func.func @f(%a: " + t + ") -> " + t + " {\n%b = aic.constant dense<\"0x" + hex +
                  "\"> : " + t + "\n%0 = aic.matmul %a, %b : (" + t + ", " + t + ") -> " + t +
                  "\nreturn %0 : " + t + "\n}\n");
}

// The module without the decoration of gl_WorkGroupSize, which glslang always writes and artifacts do not
// take: the size is the execution mode's.
std::vector<uint32_t> withoutWorkgroupSize(const std::vector<uint32_t>& words) {
  constexpr uint32_t kHeader = 5, kDecorate = 71, kBuiltIn = 11, kWorkgroupSize = 25;
  std::vector<uint32_t> kept(words.begin(), words.begin() + kHeader);
  for (size_t at = kHeader; at < words.size(); at += words[at] >> 16)
    if ((words[at] & 0xffff) != kDecorate || words[at + 2] != kBuiltIn || words[at + 3] != kWorkgroupSize)
      kept.insert(kept.end(), words.begin() + static_cast<ptrdiff_t>(at),
                  words.begin() + static_cast<ptrdiff_t>(at + (words[at] >> 16)));
  return kept;
}

std::string glsl() {
  using artifact::Binding;
  artifact::Content content;
  content.source = "matmul.comp";
  artifact::Tensor tensor{"a", artifact::ElementType::F32, {kSize, kSize}};
  content.entries = {{"glsl", {tensor, tensor}, {tensor}}};
  artifact::Target& target = content.targets.emplace_back();
  target.kind = artifact::Target::Kind::Vulkan;
  target.triple = "spirv1.3-unknown-vulkan1.1";
  artifact::Variant variant;
  variant.name = "floor";
  variant.words = withoutWorkgroupSize({std::begin(kMatmulGlsl), std::end(kMatmulGlsl)});
  variant.localSize = {64, 1, 1};
  variant.workgroups = {kSize / 4 * kSize / 4 / 64, 1, 1};
  target.kernels.push_back({"matmul", "contraction", {variant}});
  artifact::Dispatch dispatch;
  dispatch.name = "matmul";
  dispatch.bindings = {{Binding::Kind::Input, 0, 0, kBytes, false},
                       {Binding::Kind::Input, 1, 0, kBytes, false},
                       {Binding::Kind::Output, 0, 0, kBytes, true}};
  target.programs = {{{dispatch}, 0, 0, 0}};
  auto bytes = artifact::SerializeArtifact(content);
  if (bytes.ok())
    return *bytes;
  std::fprintf(stderr, "%s\n", std::string(bytes.status().message()).c_str());
  return "";
}

struct Program {
  std::string bytes;
  aic_model* model = nullptr;
  aic_session* session = nullptr;
};

bool open(Program& program) {
  aic_session_options options;
  aic_session_options_init(&options);
  options.device = AIC_TARGET_VULKAN;
  if (!program.bytes.empty() &&
      aic_model_open_memory(program.bytes.data(), program.bytes.size(), 0, &program.model) == AIC_OK &&
      aic_session_create_with(program.model, &options, &program.session) == AIC_OK)
    return true;
  std::fprintf(stderr, "%s\n", aic_last_error());
  return false;
}

aic_status run(const Program& program, const std::vector<float>& a, const std::vector<float>& b,
               std::vector<float>& c) {
  aic_input inputs[] = {{a.data(), kBytes}, {b.data(), kBytes}};
  aic_output output{c.data(), kBytes};
  return aic_session_run(program.session, inputs, aic_model_input_count(program.model), &output, 1);
}

// Exact, as the numbers are small integers.
bool isProduct(const std::vector<float>& a, const std::vector<float>& b, const std::vector<float>& c) {
  for (int64_t i = 0; i < kSize; i += 37)
    for (int64_t j = 0; j < kSize; j += 41) {
      float sum = 0;
      for (int64_t k = 0; k < kSize; ++k)
        sum += a[i * kSize + k] * b[k * kSize + j];
      if (sum != c[i * kSize + j])
        return false;
    }
  return true;
}

} // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<float> a = operand(3), b = operand(5);
  std::vector<float> c(kSize * kSize);
  Program programs[] = {{glsl()}, {ours()}, {oursPacked()}};
  const char* names[] = {"glsl", "ours", "ours_packed"};
  for (size_t i = 0; i < std::size(programs); ++i) {
    if (!open(programs[i]))
      return 1;
    if (run(programs[i], a, b, c) != AIC_OK || !isProduct(a, b, c)) {
      std::fprintf(stderr, "%s: a wrong product: %s\n", names[i], aic_last_error());
      return 1;
    }
    benchmark::RegisterBenchmark(names[i],
                                 [&, i](benchmark::State& state) {
                                   for (auto _ : state)
                                     if (run(programs[i], a, b, c) != AIC_OK)
                                       state.SkipWithError(aic_last_error());
                                   state.counters["GFLOP/s"] =
                                       benchmark::Counter(2e-9 * kSize * kSize * kSize,
                                                          benchmark::Counter::kIsIterationInvariantRate);
                                 })
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond)
        ->MinTime(0.1);
  }
  benchmark::RunSpecifiedBenchmarks();
  for (Program& program : programs) {
    aic_session_close(program.session);
    aic_model_close(program.model);
  }
  return 0;
}

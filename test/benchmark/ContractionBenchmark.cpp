// The contraction kernels against the machine's FMA peak, which is probed before and after each measurement,
// as this machine's clock drifts. build/bin/contraction_benchmark --benchmark_filter=...
#include "compiler/driver/Driver.h"
#include "runtime/aic.h"
#include "tools/aic/FmaPeak.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string name, body;
  std::vector<int64_t> in, out;
};

std::string tensor(const std::vector<int64_t>& shape) {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + "f32>";
}

// A constant that no folder can see through: small and not a splat, in every element the same pattern.
std::string constant(const std::string& name, const std::vector<int64_t>& shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  std::string hex;
  hex.reserve(8 * count);
  for (int64_t i = 0; i < count; ++i)
    hex += i % 3 == 0 ? "0AD7A33C" : "0AD723BC"; // 0.02, -0.01
  return "%" + name + " = aic.constant dense<\"0x" + hex + "\"> : " + tensor(shape) + "\n";
}

Case linear(int64_t m, int64_t n, int64_t k) {
  Case c;
  c.name = "linear/" + std::to_string(m) + "x" + std::to_string(n) + "x" + std::to_string(k);
  c.in = {m, k};
  c.out = {m, n};
  c.body = constant("w", {n, k}) + constant("b", {n}) + "%0 = aic.linear %x, %w, %b : (" + tensor(c.in) +
           ", " + tensor({n, k}) + ", " + tensor({n}) + ") -> " + tensor(c.out) +
           "\n%1 = aic.relu %0 : " + tensor(c.out) + "\n";
  return c;
}

Case conv(int64_t size, int64_t channels, int64_t outputs, int64_t window, int64_t stride) {
  Case c;
  int64_t pad = window / 2, out = (size + 2 * pad - window) / stride + 1;
  c.name = "conv/" + std::to_string(window) + "x" + std::to_string(window) + "s" + std::to_string(stride) +
           "/" + std::to_string(size) + "/" + std::to_string(channels) + "-" + std::to_string(outputs);
  c.in = {1, size, size, channels};
  c.out = {1, out, out, outputs};
  std::string p = std::to_string(pad), s = std::to_string(stride);
  c.body = constant("w", {outputs, channels, window, window}) + constant("b", {outputs}) +
           "%0 = aic.conv2d %x, %w, %b {layout = #aic.layout<nhwc>, stride = array<i64: " + s + ", " + s +
           ">, padding = array<i64: " + p + ", " + p + ", " + p + ", " + p + ">} : (" + tensor(c.in) + ", " +
           tensor({outputs, channels, window, window}) + ", " + tensor({outputs}) + ") -> " + tensor(c.out) +
           "\n%1 = aic.relu %0 : " + tensor(c.out) + "\n";
  return c;
}

void run(benchmark::State& state, const Case& c, uint32_t threads) {
  aic::driver::Options options;
  options.path = "benchmark.mlir";
  options.module = "func.func @f(%x: " + tensor(c.in) + ") -> " + tensor(c.out) + " {\n" + c.body +
                   "return %1 : " + tensor(c.out) + "\n}\n";
  aic::driver::Compilation compilation(options);
  if (compilation.reach(aic::driver::Stage::Artifact) != 0)
    return state.SkipWithError(aic::graph::render(compilation.diagnostics()).c_str());
  std::string bytes = compilation.emit(aic::driver::Stage::Artifact);
  auto count = [](const std::vector<int64_t>& shape) {
    size_t n = 1;
    for (int64_t size : shape)
      n *= static_cast<size_t>(size);
    return n;
  };
  std::vector<float> in(count(c.in), 0.5f), out(count(c.out));
  aic_input input{in.data(), in.size() * sizeof(float)};
  aic_output output{out.data(), out.size() * sizeof(float)};
  aic_model* model = nullptr;
  aic_session* session = nullptr;
  if (aic_model_open_memory(bytes.data(), bytes.size(), 0, &model) != AIC_OK ||
      aic_session_create(model, threads, &session) != AIC_OK)
    return state.SkipWithError(aic_last_error());
  double before = aic::tool::measureFmaPeak(threads);
  for (auto _ : state)
    if (aic_session_run(session, &input, 1, &output, 1) != AIC_OK)
      state.SkipWithError(aic_last_error());
  double peak = (before + aic::tool::measureFmaPeak(threads)) / 2;
  double flops = 0;
  for (const auto& dispatch : compilation.content().targets[0].programs[0].dispatches)
    flops += static_cast<double>(dispatch.flops);
  state.counters["GFLOP/s"] = benchmark::Counter(flops / 1e9, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["peak"] = peak;
  aic_session_close(session);
  aic_model_close(model);
}

} // namespace

int main(int argc, char** argv) {
  for (uint32_t threads : {1u, 2u})
    for (const Case& c :
         {linear(516, 768, 768), linear(128, 768, 3072), linear(1, 1000, 512), conv(224, 3, 64, 7, 2),
          conv(56, 64, 64, 3, 1), conv(28, 128, 128, 3, 1), conv(14, 256, 256, 3, 1), conv(7, 512, 512, 3, 1),
          conv(56, 64, 128, 3, 2), conv(56, 64, 256, 1, 1), conv(14, 1024, 256, 1, 1)})
      benchmark::RegisterBenchmark((c.name + "/threads:" + std::to_string(threads)).c_str(),
                                   [c, threads](benchmark::State& state) { run(state, c, threads); })
          ->UseRealTime()
          ->Unit(benchmark::kMicrosecond)
          ->MinTime(0.2);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

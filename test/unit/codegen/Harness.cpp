#include "Harness.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "runtime/aic.h"

#include <cmath>
#include <random>

using namespace mlir;

namespace aic::test {

Comparison runAndCompare(const std::string& body, const HarnessOptions& options) {
  Comparison result;
  driver::Options compile;
  compile.path = "test.mlir";
  compile.module = body;
  compile.targetCpu = options.targetCpu;
  if (!options.fuse) {
    compile.fusion = transforms::FusionOptions();
    compile.fusion.fuseEpilogues = false;
    compile.fusion.foldConstants = false;
  }
  driver::Compilation compilation(compile);
  if (compilation.reach(driver::Stage::Artifact) != driver::kGood) {
    result.message = graph::render(compilation.diagnostics());
    return result;
  }
  std::string bytes = compilation.emit(driver::Stage::Artifact);
  result.dispatches = static_cast<int>(compilation.content().targets[0].dispatches.size());

  auto function = *compilation.original().getOps<func::FuncOp>().begin();
  std::mt19937_64 random(42);
  std::vector<reference::Tensor> arguments, expected;
  std::vector<std::vector<uint8_t>> in, out;
  std::vector<aic_input> inputs;
  std::vector<aic_output> outputs;
  auto bytesOf = [](const reference::Tensor& tensor) { return tensorBytes(tensor.type()); };
  for (Type type : function.getArgumentTypes()) {
    auto ranked = cast<RankedTensorType>(type);
    reference::Tensor tensor;
    tensor.shape.assign(ranked.getShape().begin(), ranked.getShape().end());
    tensor.element = ranked.getElementType();
    for (int64_t i = 0, n = ranked.getNumElements(); i < n; ++i) {
      double value = std::uniform_real_distribution<double>(options.low, options.high)(random);
      if (tensor.isFloat())
        tensor.f.push_back(static_cast<float>(value));
      else if (tensor.element.isInteger(1))
        tensor.i.push_back(value > 0.5 * (options.low + options.high));
      else
        tensor.i.push_back(std::llround(value));
    }
    in.emplace_back(bytesOf(tensor) + 1);
    reference::toBytes(tensor, in.back().data());
    arguments.push_back(std::move(tensor));
  }
  llvm::SmallVector<reference::Tensor> values;
  if (failed(reference::evaluateBlock(function.getBody().front(), arguments, values))) {
    result.message = "the reference failed: " + graph::render(compilation.diagnostics());
    return result;
  }
  for (const reference::Tensor& tensor : values)
    out.emplace_back(bytesOf(tensor) + 1, 0xA5);
  for (auto [i, buffer] : llvm::enumerate(in))
    inputs.push_back({buffer.data(), buffer.size() - 1});
  for (auto& buffer : out)
    outputs.push_back({buffer.data(), buffer.size() - 1});

  aic_model* model = nullptr;
  aic_session* session = nullptr;
  if (aic_model_open_memory(bytes.data(), bytes.size(), 0, &model) != AIC_OK ||
      aic_session_create(model, options.threads, &session) != AIC_OK ||
      aic_session_run(session, inputs.data(), inputs.size(), outputs.data(), outputs.size()) != AIC_OK)
    result.message = aic_last_error();
  for (size_t k = 0; result.message.empty() && k < values.size(); ++k) {
    const reference::Tensor& want = values[k];
    reference::Tensor got = reference::fromBytes(want.shape, want.element, out[k].data());
    if (out[k].back() != 0xA5)
      result.message = "wrote past the end of an output";
    double scale = 0, difference = 0;
    for (int64_t i = 0; i < want.size(); ++i) {
      double a = want.isFloat() ? got.f[i] : static_cast<double>(got.i[i]);
      double b = want.isFloat() ? want.f[i] : static_cast<double>(want.i[i]);
      if (std::isnan(b) || std::isinf(b)) {
        if (!(std::isnan(a) && std::isnan(b)) && a != b)
          result.message = "expected " + std::to_string(b) + ", got " + std::to_string(a) + " at " + std::to_string(i);
        continue;
      }
      scale = std::max(scale, std::fabs(b));
      double d = std::fabs(a - b);
      difference = std::isnan(d) ? INFINITY : std::max(difference, d);
    }
    if (difference > 0)
      result.error = std::max(result.error, scale > 0 ? difference / scale : difference);
  }
  aic_session_close(session);
  aic_model_close(model);
  return result;
}

} // namespace aic::test

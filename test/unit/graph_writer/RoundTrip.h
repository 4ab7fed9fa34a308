// An ONNX model to text and back: what the text computes against what the model does.
#pragma once

#include "compiler/driver/Fold.h"
#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"
#include "frontends/graph/Graph.h"
#include "frontends/graph/Printer.h"
#include "frontends/graph/writer/Writer.h"
#include "frontends/onnx/Onnx.h"
#include "frontends/weights/Weights.h"

#include <cmath>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace aic::graph::testing {

/// A folder that goes with its object.
class Scratch {
public:
  Scratch() {
    char name[] = "/tmp/aic-writer-XXXXXX";
    path_ = mkdtemp(name);
  }
  ~Scratch() {
    for (const char* file :
         {"/t.safetensors", "/t.graph", "/0.npy", "/1.npy", "/2.npy", "/3.npy", "/4.npy", "/5.npy"})
      unlink((path_ + file).c_str());
    rmdir(path_.c_str());
  }
  const std::string& path() const { return path_; }

private:
  std::string path_;
};

using Bytes = std::vector<uint8_t>;

/// Evaluates a module on the inputs; "" or why it cannot be.
inline std::string evaluate(mlir::ModuleOp module, const std::vector<Bytes>& inputs,
                            llvm::SmallVectorImpl<reference::Tensor>& results) {
  mlir::Block& block = (*module.getOps<mlir::func::FuncOp>().begin()).getBody().front();
  llvm::SmallVector<reference::Tensor> arguments;
  for (auto [i, argument] : llvm::enumerate(block.getArguments())) {
    auto type = llvm::cast<mlir::RankedTensorType>(argument.getType());
    if (i >= inputs.size() || inputs[i].size() != static_cast<size_t>(tensorBytes(type)))
      return "input " + std::to_string(i) + " does not fit";
    arguments.push_back(reference::fromBytes(type.getShape(), type.getElementType(), inputs[i].data()));
  }
  std::string problem;
  mlir::ScopedDiagnosticHandler handler(module.getContext(), [&](mlir::Diagnostic& d) {
    problem += d.str();
    return llvm::success();
  });
  return llvm::failed(reference::evaluateBlock(block, arguments, results)) ? problem + " (evaluation)" : "";
}

/// "" where both are one value; numbers may be off by a rounding, since 9.99999997e-13 is written as 1e-12.
inline std::string difference(const reference::Tensor& a, const reference::Tensor& b) {
  if (aic::describe(a.type()) != aic::describe(b.type())) // of two contexts
    return "the type is " + aic::describe(b.type()) + ", not " + aic::describe(a.type());
  double largest = 0;
  for (double value : a.f)
    largest = std::isfinite(value) ? std::max(largest, std::abs(value)) : largest;
  for (size_t i = 0; i < a.f.size(); ++i)
    if (!(a.f[i] == b.f[i] || (std::isnan(a.f[i]) && std::isnan(b.f[i])) ||
          std::abs(a.f[i] - b.f[i]) <= 1e-6 * largest))
      return "element " + std::to_string(i) + " is " + std::to_string(b.f[i]) + ", not " +
             std::to_string(a.f[i]);
  return a.i == b.i ? "" : "the integers differ";
}

/// What the states begin as: "" where both modules have the same.
inline std::string differenceOfStates(mlir::ModuleOp a, mlir::ModuleOp b) {
  if (llvm::range_size(a.getOps<StateOp>()) != llvm::range_size(b.getOps<StateOp>()))
    return "another number of states";
  for (StateOp state : a.getOps<StateOp>()) {
    auto other = b.lookupSymbol<StateOp>(state.getSymName());
    if (!other)
      return "there is no state " + state.getSymName().str();
    auto before = reference::fromAttr(state.getValue()), after = reference::fromAttr(other.getValue());
    if (llvm::failed(before) || llvm::failed(after))
      return "a state has no value";
    if (std::string what = difference(*before, *after); !what.empty())
      return "state " + state.getSymName().str() + ": " + what;
  }
  return "";
}

struct RoundTrip {
  std::string text;
  std::string problem; // "" where all is good
};

/// Writes an imported module, reads the text back, and computes both on the inputs (bytes, row-major; none:
/// random).
inline RoundTrip roundTrip(mlir::ModuleOp module, std::vector<Bytes> inputs = {}) {
  RoundTrip trip;
  WriteOptions options;
  options.graph = "t";
  options.weights = "t.safetensors";
  options.fold = driver::foldOperation;
  Written written = writeGraph(module, options);
  trip.text = written.text;
  trip.problem = written.problem;
  if (!trip.problem.empty())
    return trip;
  std::vector<Diagnostic> diagnostics;
  if (format(written.text, diagnostics) != written.text)
    trip.problem = "fmt changes the text";
  Scratch scratch;
  if (!written.tensors.empty() &&
      !weights::WriteSafetensors(scratch.path() + "/t.safetensors", written.tensors).ok())
    trip.problem = "the tensors cannot be written";
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  LoadResult loaded = loadGraphText(context, scratch.path() + "/t.graph", written.text);
  if (!loaded.diagnostics.empty()) // a warning too: every tensor is used
    trip.problem = render(loaded.diagnostics);
  if (!trip.problem.empty() || !loaded.module)
    return trip;
  trip.problem = differenceOfStates(module, *loaded.module);
  auto function = *module.getOps<mlir::func::FuncOp>().begin();
  if (inputs.empty())
    for (auto [i, argument] : llvm::enumerate(function.getArguments())) {
      auto type = llvm::cast<mlir::RankedTensorType>(argument.getType());
      inputs.emplace_back(tensorBytes(type));
      for (size_t k = 0; k < inputs[i].size() / 4; ++k) { // floats, or small integers
        float number = static_cast<float>(std::sin(static_cast<double>(k * 7 + i)));
        int32_t integer = static_cast<int32_t>(k % 2);
        bool isFloat = type.getElementType().isF32();
        std::memcpy(inputs[i].data() + 4 * k, isFloat ? static_cast<void*>(&number) : &integer, 4);
      }
    }
  llvm::SmallVector<reference::Tensor> expected, found;
  std::string before = evaluate(module, inputs, expected), after = evaluate(*loaded.module, inputs, found);
  if (before.empty() != after.empty())
    trip.problem = "the model: " + before + "; its text: " + after;
  for (size_t i = 0; i < expected.size() && i < found.size() && trip.problem.empty(); ++i)
    trip.problem = difference(expected[i], found[i]);
  if (expected.size() != found.size() && trip.problem.empty())
    trip.problem = "another number of outputs";
  return trip;
}

} // namespace aic::graph::testing

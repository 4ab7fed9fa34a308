// Compiles a function of the aic dialect as a user's model is compiled, runs it through the runtime, and
// compares it with the reference evaluator.
#pragma once

#include "compiler/driver/Driver.h"
#include "compiler/reference/Reference.h"

#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace aic::test {

struct Comparison {
  double error = 0;           ///< max |a - b| / max |b| over all outputs, the worst of them
  std::vector<double> errors; ///< the same for each output
  std::vector<std::string>
      faults; ///< for each output: a NaN or infinity that is not where it should be; or ""
  int dispatches = 0;
  std::string message; ///< why there is no result, or empty
  std::vector<reference::Tensor> arguments, expected, found;
};

struct HarnessOptions {
  std::string targetCpu = "native";
  bool fuse = true;          ///< run the fusion pipeline
  double low = -1, high = 1; ///< range of the random inputs
  uint32_t threads = 1;
  std::vector<uint32_t> moreThreads; ///< the results must be the same to the bit with these
  double smallestScale =
      0; ///< errors are relative to this where all values of an output are smaller (cancellation)
  bool withoutReference = false; ///< only run, for a run that must fail
  /// Element `i` of argument `index`, in place of a random number.
  std::function<double(size_t index, int64_t i)> input;
};

/// `body` is the text of one func.func @f; its arguments get random values, i1 0 or 1, integers in [low,
/// high].
Comparison runAndCompare(const std::string& body, const HarnessOptions& options = {});

/// True where this machine cannot run what was compiled for another CPU; the runtime says so, and its tests
/// test that.
bool isForAnotherMachine(const Comparison& comparison);

using Shape = std::vector<int64_t>;

/// "tensor<2x3xf32>"
std::string tensorType(const Shape& shape, const std::string& element = "f32");
/// "array<i64: 1, 2>"
std::string array(const std::vector<int64_t>& values);

/// A function of many independent parts, so that one compilation serves many cases.
class Batch {
public:
  /// A new argument.
  std::string argument(const Shape& shape, const std::string& element = "f32");
  /// A constant whose elements follow a fixed pattern in (-1, 1): not a splat.
  std::string weight(const Shape& shape);
  std::string scalar(const std::string& value, const std::string& element = "f32");
  /// `text` is an operation without its result, "aic.relu %a0 : tensor<4xf32>". Of several results the first
  /// is the name that comes back with "#0" behind it, and so on.
  std::string op(const std::string& text, int results = 1);
  /// Returns `value` from the function; `label` names it in a failure.
  void result(const std::string& value, const std::string& type, const std::string& label);

  size_t size() const { return labels.size(); }
  std::string text() const;
  /// Compiles, runs, and expects each result to be within `tolerance` (of its largest value).
  void expectClose(double tolerance, const HarnessOptions& options = {}) const;

private:
  std::string arguments, body, values, types;
  std::vector<std::string> labels;
  int names = 0;
};

} // namespace aic::test

// Compiles a function of the aic dialect as a user's model is compiled, runs it through the runtime, and
// compares it with the reference evaluator. Every kernel also runs by itself with all its buffers against
// unmapped pages, on either side (GuardedRun.h).
#pragma once

#include "compiler/driver/Driver.h"
#include "compiler/reference/Reference.h"

#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace aic::test {

struct Comparison {
  double error = 0; ///< the worst of the errors
  /// For each output: the largest |a - b| / max(|b|, scale) of its elements, where b is the reference's,
  /// rounded to the output's type. scale: HarnessOptions::smallestScale, but not below the type's smallest
  /// normal number.
  std::vector<double> errors;
  std::vector<std::string>
      faults; ///< for each output: a NaN or infinity that is not where it should be; or ""
  int dispatches = 0;
  uint64_t scratchBytes = 0; ///< of a thread
  std::string message;       ///< why there is no result, or empty
  std::string lacking; ///< a feature of the CPU that the code needs and this machine has not: nothing was run
  std::vector<reference::Tensor> arguments, expected, found;
};

struct HarnessOptions {
  std::string targetCpu = "native";
  int64_t forcedWinograd = 0; ///< codegen::TargetOptions
  bool fuse = true;           ///< run the fusion pipeline
  double low = -1, high = 1;  ///< range of the random inputs
  uint32_t threads = 1;
  std::vector<uint32_t> moreThreads; ///< the results must be the same to the bit with these
  /// Errors are relative to this where a value is smaller: about the numbers whose sum or difference it is.
  double smallestScale = 0;
  std::vector<double> smallestScales; ///< of each output, where they differ
  bool withoutReference = false;      ///< only run, for a run that must fail
  /// Element `i` of argument `index`, in place of a random number.
  std::function<double(size_t index, int64_t i)> input;
};

/// `body` is the text of one func.func @f; its arguments get random values, i1 0 or 1, integers in [low,
/// high].
Comparison runAndCompare(const std::string& body, const HarnessOptions& options = {});

/// Skips the rest of the calling function, and counts its test as skipped, where this machine cannot run what
/// was compiled for another CPU.
#define AIC_SKIP_IF_LACKING(comparison)                                                                      \
  if (!(comparison).lacking.empty())                                                                         \
  GTEST_SKIP() << "this machine has no " << (comparison).lacking

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
  /// Returns `value` from the function; `label` names it in a failure. scale: HarnessOptions::smallestScale
  /// of this result, where it is larger.
  void result(const std::string& value, const std::string& type, const std::string& label, double scale = 0);

  size_t size() const { return labels.size(); }
  std::string text() const;
  /// Compiles, runs, and expects each element of each result to be within `tolerance` (Comparison::errors).
  /// Skips the test where this machine is not one for the code.
  void expectClose(double tolerance, const HarnessOptions& options = {}) const;

private:
  std::string arguments, body, values, types;
  std::vector<std::string> labels;
  std::vector<double> scales;
  int names = 0;
};

} // namespace aic::test

// A float model on its way to 8 bits: what in it can be, a copy in which that is a question of inputs, and
// the model that was decided on.
#pragma once

#include "compiler/quantise/Ranges.h"
#include "compiler/quantise/Search.h"
#include "mlir/IR/BuiltinOps.h"

#include <string>
#include <vector>

namespace aic::quantise {

/// A convolution, linear layer or product by a constant matrix, of f32.
struct Operator {
  std::string name;     ///< its weight's, without ".weight": "layer1.0.conv1"
  std::string kind;     ///< "conv2d"
  std::string place;    ///< "model.graph:7:12"
  int64_t weights = 0;  ///< elements
  int64_t channels = 0; ///< outputs, each of which has a scale
  int64_t rows = 1;     ///< the result's first axis: its samples, or a multiple; 1 where it has none
  size_t point = 0;     ///< what it reads
};

/// A tensor that operators read: it has one range.
struct Point {
  int64_t channels = 0;       ///< that may be divided by factors, 0: none may
  int64_t inner = 1;          ///< element i is of channel i / inner % channels
  std::vector<float> weights; ///< by channel: the largest magnitude that reads it
};

struct Model {
  std::vector<Operator> operators;
  std::vector<Point> points;
  int64_t channels = 0; ///< of all operators
};

/// What is decided of a model; the vectors by operator or by point.
struct Plan {
  Choice inBytes;
  std::vector<Range> ranges;
  std::vector<std::vector<float>> corrections; ///< [channels] that are added to results, or nothing
  std::vector<std::vector<float>>
      equalisers; ///< [channels]; none at all, or of each point, of which it may be empty
};

/// The entries that are made, and the inputs and outputs that they have beside the model's own.
inline constexpr const char *kObserveEntry = "observe", *kTryEntry = "try";
inline constexpr const char *kChoiceInput = "quantise.choice", *kRangesInput = "quantise.ranges",
                            *kCorrectionsInput = "quantise.corrections", *kMeansOutput = "quantise.means";

/// Replaces the one function of the module by
///
///     observe(INPUTS) -> what is read at each point
///     try(INPUTS, choice: bool[operators], ranges: f32[points, 2] (scale, zero), corrections: f32[channels])
///       -> OUTPUTS, means: f32[sum of rows * channels]
///
/// where means are by how much an operator's results in 8 bits are above those of floats, of each row and
/// channel, before the correction: [rows, channels] of each operator in turn. Batch norms are folded first.
/// Returns what is in the way, or "".
std::string makeTrial(mlir::ModuleOp module, const std::vector<std::vector<float>>& equalisers,
                      std::string (*placeOf)(mlir::Location), Model& model);

/// Makes the one function of the module the model of the plan: what a chosen operator reads goes through
/// quantize and dequantize, its weight is a dequantize of i8. All that is a parameter has a location that
/// gives its name, for graph::writeGraph. Returns as above.
std::string quantise(mlir::ModuleOp module, const Plan& plan);

} // namespace aic::quantise

// Patterns of aic-simplify-moves on what stands between moves: matrix products and concats.
#pragma once

#include "mlir/IR/PatternMatch.h"

namespace aic::transforms {

/// A product of rows with a matrix does not care where the rows lie. What moves them (a transpose or reshape
/// that keeps the last axis) goes before the product where it meets another move, of the product's operand;
/// and behind it where an attention or recurrence reads the result, through the move as a view.
/// A transpose of a concat is a concat of transposes where each meets another move; a reshape that merges the
/// axis of a concat with those after it, likewise.
void populateProductPatterns(mlir::RewritePatternSet& patterns);

} // namespace aic::transforms

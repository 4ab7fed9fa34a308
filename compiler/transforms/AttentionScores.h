// The scores of a spelled-out attention: what stands between the product of queries and keys, and the
// softmax.
#pragma once

#include "dialects/aic/Aic.h"

#include <string>

namespace aic::transforms {

/// One operator between the product and the softmax.
struct ScoreStep {
  enum Kind {
    Scale,   ///< times `number`
    Add,     ///< plus `operand`
    Sub,     ///< minus `operand`
    Keep,    ///< `operand` is a condition: where it does not hold, the score is `number`
    Hide,    ///< the same where it does hold
    AtLeast, ///< at least `number`
  };
  Kind kind;
  double number = 0;
  mlir::Value operand;
  llvm::SmallVector<int64_t> shape; ///< of the scores here
};

/// Scores as the product of queries and keys, and the steps after it, in the order in which they are
/// computed.
struct Scores {
  MatmulOp product;
  llvm::SmallVector<ScoreStep> steps;
  llvm::SmallVector<llvm::SmallVector<int64_t>> shapes; ///< that the scores go through, the product's first
  llvm::SmallVector<mlir::Operation*> ops;              ///< all of these, the last first
};

/// Follows `scores` back to the product. nullopt with the reason, which names the operator that stands in the
/// way.
std::optional<Scores> findScores(mlir::Value scores, std::string& reason);

/// A factor that `op`, a mul or div of its operand `other` with one constant number, applies; nullopt for
/// other operators.
std::optional<double> constantFactor(mlir::Operation* op, mlir::Value& other);

} // namespace aic::transforms

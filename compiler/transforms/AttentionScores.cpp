// Scores: see AttentionScores.h.
#include "compiler/transforms/AttentionScores.h"

#include "compiler/transforms/AttentionMask.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

namespace {

constexpr int kDepth = 24; // operators between product and softmax; models have four at most

/// A number that hides a key.
std::optional<double> hidingNumber(Value value) {
  std::optional<double> number = splatNumber(value);
  return number && *number <= kHidden ? number : std::nullopt;
}

/// One step back from `value`, to what it is computed from; null where its operator is not one of scores.
Value stepBack(Value value, std::optional<ScoreStep>& step) {
  Operation* op = value.getDefiningOp();
  Value other;
  auto make = [&](ScoreStep::Kind kind, double number, Value operand) {
    step = ScoreStep{kind, number, operand, SmallVector<int64_t>(shapeOf(value))};
  };
  step.reset();
  if (std::optional<double> factor = constantFactor(op, other)) {
    make(ScoreStep::Scale, *factor, {});
    return other;
  }
  if (auto maximum = dyn_cast<MaximumOp>(op)) {
    for (auto [at, bound] :
         {std::pair(maximum.getA(), maximum.getB()), std::pair(maximum.getB(), maximum.getA())})
      if (std::optional<double> number = hidingNumber(bound)) {
        make(ScoreStep::AtLeast, *number, {});
        return at;
      }
    return {};
  }
  if (auto clamp = dyn_cast<ClampOp>(op)) {
    if (clamp.getMax() || !clamp.getMin() || clamp.getMin()->convertToDouble() > kHidden)
      return {};
    make(ScoreStep::AtLeast, clamp.getMin()->convertToDouble(), {});
    return clamp.getX();
  }
  if (auto where = dyn_cast<WhereOp>(op)) {
    if (std::optional<double> number = hidingNumber(where.getB())) {
      make(ScoreStep::Keep, *number, where.getCondition());
      return where.getA();
    }
    if (std::optional<double> number = hidingNumber(where.getA())) {
      make(ScoreStep::Hide, *number, where.getCondition());
      return where.getB();
    }
    return {};
  }
  if (auto reshape = dyn_cast<ReshapeOp>(op)) {
    ArrayRef<int64_t> from = shapeOf(reshape.getX()), to = shapeOf(value);
    bool keepsMatrices = from.size() >= 2 && to.size() >= 2 && from.take_back(2) == to.take_back(2);
    return keepsMatrices ? reshape.getX() : Value();
  }
  if (auto sub = dyn_cast<SubOp>(op)) {
    make(ScoreStep::Sub, 0, sub.getB());
    return sub.getA();
  }
  return {};
}

/// True where `value` is computed from a product by such operators; of two summands that tells the scores
/// from the mask.
bool leadsToProduct(Value value, int depth = 0) {
  Operation* op = value.getDefiningOp();
  if (!op || depth > kDepth)
    return false;
  if (isa<MatmulOp>(op))
    return true;
  if (auto add = dyn_cast<AddOp>(op))
    return leadsToProduct(add.getA(), depth + 8) || leadsToProduct(add.getB(), depth + 8);
  std::optional<ScoreStep> step;
  Value before = stepBack(value, step);
  return before && leadsToProduct(before, depth + 1);
}

} // namespace

std::optional<double> constantFactor(Operation* op, Value& other) {
  std::optional<double> factor;
  if (auto mul = dyn_cast_or_null<MulOp>(op)) {
    for (auto [at, number] : {std::pair(mul.getA(), mul.getB()), std::pair(mul.getB(), mul.getA())})
      if ((factor = splatNumber(number))) {
        other = at;
        break;
      }
  } else if (auto div = dyn_cast_or_null<DivOp>(op)) {
    if ((factor = splatNumber(div.getB()))) {
      other = div.getA();
      factor = 1 / *factor;
    }
  }
  // A zero or infinite factor is no scale, and one that widens the shape is more than a number.
  if (!factor || !std::isfinite(*factor) || *factor == 0 || other.getType() != op->getResult(0).getType())
    return std::nullopt;
  return factor;
}

std::optional<Scores> findScores(Value value, std::string& reason) {
  Scores scores;
  for (int i = 0; i < kDepth; ++i) {
    Operation* op = value.getDefiningOp();
    if (!op) {
      reason = "its scores come from " + describeSource(value);
      return std::nullopt;
    }
    if (!value.hasOneUse()) {
      reason = ("the result of " + describe(op) + " before it is read by others too").str();
      return std::nullopt;
    }
    scores.ops.push_back(op);
    scores.shapes.insert(scores.shapes.begin(), SmallVector<int64_t>(shapeOf(value)));
    if (auto product = dyn_cast<MatmulOp>(op)) {
      scores.product = product;
      std::reverse(scores.steps.begin(), scores.steps.end());
      return scores;
    }
    std::optional<ScoreStep> step;
    Value before;
    if (auto add = dyn_cast<AddOp>(op)) {
      before = leadsToProduct(add.getA()) ? add.getA() : leadsToProduct(add.getB()) ? add.getB() : Value();
      Value mask = before == add.getA() ? add.getB() : add.getA();
      step = ScoreStep{ScoreStep::Add, 0, mask, SmallVector<int64_t>(shapeOf(value))};
    } else {
      before = stepBack(value, step);
    }
    if (!before) {
      reason =
          ("the " + describe(op) + " before it is neither a scale nor a mask of a matmul's result").str();
      return std::nullopt;
    }
    if (!isa<ReshapeOp>(op) && shapeOf(before) != shapeOf(value)) {
      reason = ("the " + describe(op) + " before it widens the scores").str();
      return std::nullopt;
    }
    if (step)
      scores.steps.push_back(*step);
    value = before;
  }
  reason = "too many operators stand between it and a matmul";
  return std::nullopt;
}

} // namespace aic::transforms

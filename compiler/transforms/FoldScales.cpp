// aic-fold-scales: what a value is divided by before it becomes an integer goes into the constants that it
// was multiplied by: a quantised sum has one scale, sum * (x's * weight's / y's), as ONNX Runtime computes
// it.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FOLDSCALES
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fold-scales";
constexpr int kDeepest = 8; // operators between a constant and the division

bool isNormal(float number) {
  return number == 0 || std::isnormal(number);
}

/// The bits of what a scale makes a quantised tensor of, a cast of integers, less a zero point maybe; 0 for
/// others.
unsigned bitsOf(Value value) {
  if (auto sub = value.getDefiningOp<SubOp>())
    value = sub.getA();
  auto cast = value.getDefiningOp<CastOp>();
  auto type = cast ? dyn_cast<IntegerType>(typeOf(cast.getX()).getElementType()) : IntegerType();
  return type ? type.getWidth() : 0;
}

/// A value over `divisor`, by other constants where they are multiplied and added.
class Division {
public:
  Division(DivOp op, double divisor) : b(op), divisor(static_cast<float>(divisor)) {}

  /// Whether there is a sum in it: of products, or of two tensors. Of others the quotient is that of one
  /// scale and another, which ONNX Runtime does not compute before either.
  bool isOfSums() const { return ofSums; }

  /// Whether it can be, and no more is computed than before.
  bool isPossible(Value value, int depth = 0) {
    Operation* op = value.getDefiningOp();
    if (!op || depth == kDeepest || !typeOf(value).getElementType().isF32())
      return false;
    if (isa<ConstantOp>(op))
      return quotient(value).has_value();
    if (auto mul = dyn_cast<MulOp>(op)) // it is done anew where others read it too
      return bitsOf(mul.getA()) > 0 && noteSum(bitsOf(mul.getA()) == 32) &&
             mul.getB().getDefiningOp<ConstantOp>() && isPossible(mul.getB(), depth + 1);
    if (!op->hasOneUse())
      return false;
    if (isa<ReluOp, ClampOp>(op))
      return isPossible(op->getOperand(0), depth + 1);
    return isa<AddOp>(op) &&
           llvm::all_of(op->getOperands(), [&](Value operand) { return isPossible(operand, depth + 1); });
  }

  Value of(Value value) {
    Operation* op = value.getDefiningOp();
    const Location loc = op->getLoc();
    if (isa<ConstantOp>(op))
      return makeConstant(b, loc, reference::toAttr(*quotient(value), nameOf(value)));
    if (auto mul = dyn_cast<MulOp>(op))
      return MulOp::create(b, loc, mul.getA(), of(mul.getB()));
    if (isa<ReluOp>(op))
      return ReluOp::create(b, loc, of(op->getOperand(0)));
    if (isa<AddOp>(op)) {
      Value first = of(op->getOperand(0));
      return AddOp::create(b, loc, first, of(op->getOperand(1)));
    }
    auto clamp = cast<ClampOp>(op);
    return ClampOp::create(b, loc, of(clamp.getX()), bound(clamp.getMinAttr()), bound(clamp.getMaxAttr()));
  }

private:
  OpBuilder b;
  const float divisor;
  bool ofSums = false;

  bool noteSum(bool isSum) {
    ofSums |= isSum;
    return true;
  }

  FloatAttr bound(FloatAttr number) {
    return number ? b.getF64FloatAttr(static_cast<float>(number.getValueAsDouble()) / divisor) : FloatAttr();
  }

  /// The constant over the divisor, each element rounded once; nullopt where one leaves the normal numbers.
  std::optional<reference::Tensor> quotient(Value constant) const {
    ElementsAttr value = constantWithData(constant);
    if (!value)
      return std::nullopt;
    FailureOr<reference::Tensor> numbers = reference::fromAttr(value);
    if (failed(numbers))
      return std::nullopt;
    for (double& number : numbers->f) {
      const float made = static_cast<float>(number) / divisor;
      if (!isNormal(made) || (made == 0 && number != 0))
        return std::nullopt;
      number = made;
    }
    return std::move(*numbers);
  }

  static std::string nameOf(Value constant) {
    StringRef key = resourceKey(constantWithData(constant));
    return key.empty() ? "scale" : (key + "+requantised").str();
  }
};

/// Removes what nothing reads any more, from `value` upwards.
void eraseDead(Value value) {
  SmallVector<Operation*> dead = {value.getDefiningOp()};
  while (!dead.empty()) {
    Operation* op = dead.pop_back_val();
    if (!op || !isOpTriviallyDead(op))
      continue;
    SmallVector<Value> operands(op->getOperands());
    op->erase();
    llvm::SmallPtrSet<Operation*, 4> makers;
    for (Value operand : operands)
      if (Operation* maker = operand.getDefiningOp(); maker && makers.insert(maker).second)
        dead.push_back(maker);
  }
}

struct FoldScalesPass : impl::FoldScalesBase<FoldScalesPass> {
  void runOnOperation() override {
    SmallVector<DivOp> divisions;
    getOperation().walk([&](DivOp op) {
      if (op->hasOneUse() && isa<RoundOp>(*op->user_begin()))
        divisions.push_back(op);
    });
    for (DivOp op : divisions) {
      std::optional<double> divisor = splatNumber(op.getB());
      if (!divisor || !(*divisor > 0) || !std::isfinite(*divisor) || op.getA().getDefiningOp<ConstantOp>() ||
          typeOf(op.getB()).getRank() > typeOf(op.getA()).getRank())
        continue;
      Division division(op, *divisor);
      if (!division.isPossible(op.getA()) || !division.isOfSums())
        continue;
      reportPassed(op.getLoc(), kPass, "a quantised value is scaled once: its division went into constants");
      Value before = op.getA();
      op.replaceAllUsesWith(division.of(before));
      op.erase();
      eraseDead(before);
    }
  }
};

} // namespace

} // namespace aic::transforms

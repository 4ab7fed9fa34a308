// aic-recognise-norms: layer_norm and rms_norm where models spell them out.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_RECOGNISENORMS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-recognise-norms";

/// The mean of `mean`'s operand over its last axes, which stay with size 1: how many axes; 0 for anything
/// else. Also a sum, divided by the number of elements.
int64_t trailingMean(Value mean, Value& of) {
  ArrayRef<int64_t> dims;
  if (auto op = mean.getDefiningOp<MeanOp>(); op && op.getKeepdim()) {
    of = op.getX();
    dims = op.getDims();
  } else if (auto div = mean.getDefiningOp<DivOp>()) {
    auto sum = div.getA().getDefiningOp<SumOp>();
    std::optional<double> count = splatNumber(div.getB());
    if (!sum || !sum.getKeepdim() || !count || div.getType() != sum.getType())
      return 0;
    int64_t elements = 1;
    for (int64_t axis : sum.getDims())
      elements *= typeOf(sum.getX()).getDimSize(axis);
    if (*count != double(elements))
      return 0;
    of = sum.getX();
    dims = sum.getDims();
  }
  if (dims.empty())
    return 0;
  int64_t rank = typeOf(of).getRank(), axes = int64_t(dims.size());
  for (int64_t i = 0; i < axes; ++i)
    if (dims[i] != rank - axes + i)
      return 0;
  return axes;
}

/// x of x * x or x ** 2; null for anything else.
Value squareOf(Value value) {
  if (auto mul = value.getDefiningOp<MulOp>(); mul && mul.getA() == mul.getB())
    return mul.getA();
  auto pow = value.getDefiningOp<PowOp>();
  return pow && splatNumber(pow.getB()) == 2.0 && pow.getType() == pow.getA().getType() ? pow.getA()
                                                                                        : Value();
}

/// x of 1 / sqrt(x), as rsqrt, a power or a division; null for anything else.
Value reciprocalRootOf(Value value) {
  if (auto rsqrt = value.getDefiningOp<RsqrtOp>())
    return rsqrt.getX();
  if (auto pow = value.getDefiningOp<PowOp>(); pow && splatNumber(pow.getB()) == -0.5)
    return pow.getA();
  if (auto div = value.getDefiningOp<DivOp>(); div && splatNumber(div.getA()) == 1.0)
    if (auto sqrt = div.getB().getDefiningOp<SqrtOp>())
      return sqrt.getX();
  return {};
}

/// x of sqrt(x) or x ** 0.5; null for anything else.
Value rootOf(Value value) {
  if (auto sqrt = value.getDefiningOp<SqrtOp>())
    return sqrt.getX();
  auto pow = value.getDefiningOp<PowOp>();
  return pow && splatNumber(pow.getB()) == 0.5 ? pow.getA() : Value();
}

/// A norm as far as it has been recognised.
struct Norm {
  Value x, weight, bias;
  int64_t axes = 0;
  double eps = 0;
  bool centred = false;
  Operation* last = nullptr;
};

/// True where `value` has one number for each element of x's last `axes`, the same for all others.
bool isAlongAxes(Value value, const Norm& norm) {
  ArrayRef<int64_t> own = typeOf(value).getShape(), x = typeOf(norm.x).getShape();
  size_t axes = size_t(norm.axes);
  if (own.size() < axes || own.size() > x.size() || own.take_back(axes) != x.take_back(axes))
    return false;
  return llvm::all_of(own.drop_back(axes), [](int64_t size) { return size == 1; });
}

class Recogniser {
public:
  Recogniser(MLIRContext* context, const Targets& targets) : builder(context), targets(targets) {}

  /// The norm whose division by the root `op` is; `reason` where it is nearly one.
  std::optional<Norm> match(Operation* op, std::string& reason) {
    // One operand is what is divided, the other the root, or one over it.
    Value divided, inside;
    if (auto mul = dyn_cast<MulOp>(op)) {
      for (auto [factor, root] : {std::pair(mul.getA(), mul.getB()), std::pair(mul.getB(), mul.getA())})
        if (!inside && (inside = reciprocalRootOf(root)))
          divided = factor;
    } else if (auto div = dyn_cast<DivOp>(op)) {
      divided = div.getA();
      inside = rootOf(div.getB());
      if (!inside)
        if (auto add = div.getB().getDefiningOp<AddOp>())
          if (Value root = rootOf(add.getA()); root && isMeanSquare(root))
            reason = "eps is added to the root, not under it";
    }
    if (!inside)
      return std::nullopt;
    Norm norm;
    norm.last = op;
    Value variance = inside;
    if (auto add = inside.getDefiningOp<AddOp>())
      for (auto [term, number] : {std::pair(add.getA(), add.getB()), std::pair(add.getB(), add.getA())})
        if (std::optional<double> eps = splatNumber(number)) {
          norm.eps = *eps;
          variance = term;
          break;
        }
    Value squares;
    norm.axes = trailingMean(variance, squares);
    Value squared = norm.axes ? squareOf(squares) : Value();
    if (!squared || op->getResult(0).getType() != squared.getType())
      return std::nullopt;
    norm.x = squared;
    if (auto sub = squared.getDefiningOp<SubOp>()) {
      Value of;
      if (trailingMean(sub.getB(), of) == norm.axes && of == sub.getA()) {
        norm.x = sub.getA();
        norm.centred = true;
      }
    }
    if (divided != squared) { // weight * (x - mean) / sqrt(...)
      auto mul = divided.getDefiningOp<MulOp>();
      if (mul && (mul.getA() == squared || mul.getB() == squared))
        norm.weight = mul.getA() == squared ? mul.getB() : mul.getA();
      if (!norm.weight || !isAlongAxes(norm.weight, norm)) {
        reason = "what is divided by the root is not what was squared";
        return std::nullopt;
      }
    }
    if (norm.centred)
      if (Operation* reader = otherReader(squared, {squares.getDefiningOp(), op, divided.getDefiningOp()})) {
        reason = ("what is divided by the root is also read by " + describe(reader)).str();
        return std::nullopt;
      }
    extend(norm);
    return norm;
  }

  /// False where a target has no such norm.
  bool replace(const Norm& norm) {
    builder.setInsertionPoint(norm.last);
    Draft draft(builder);
    Location loc = norm.last->getLoc();
    Value result;
    auto axes = builder.getI64IntegerAttr(norm.axes);
    auto eps = builder.getF64FloatAttr(norm.eps);
    if (norm.centred)
      result = LayerNormOp::create(builder, loc, norm.x, parameter(norm.weight, norm),
                                   parameter(norm.bias, norm), axes, eps);
    else
      result = RmsNormOp::create(builder, loc, norm.x, parameter(norm.weight, norm), axes, eps);
    if (std::string why = draft.whyNot(targets); !why.empty()) {
      reportMissed(loc, kPass, "the operators up to this " + describe(norm.last) + " stay apart: " + why);
      draft.takeBack();
      return false;
    }
    reportPassed(loc, kPass,
                 "the operators up to this " + describe(norm.last) + " are " +
                     describe(result.getDefiningOp()));
    norm.last->getResult(0).replaceAllUsesWith(result);
    return true;
  }

private:
  static bool isMeanSquare(Value value) {
    Value of;
    return trailingMean(value, of) > 0 && squareOf(of);
  }

  static Operation* otherReader(Value value, ArrayRef<Operation*> known) {
    for (Operation* user : value.getUsers())
      if (!llvm::is_contained(known, user))
        return user;
    return nullptr;
  }

  /// The weight and bias after the division.
  void extend(Norm& norm) {
    auto next = [&](Value& parameter, auto isKind) {
      Value result = norm.last->getResult(0);
      if (!result.hasOneUse())
        return;
      Operation* user = *result.getUsers().begin();
      if (!isKind(user) || user->getResult(0).getType() != result.getType())
        return;
      Value other = user->getOperand(0) == result ? user->getOperand(1) : user->getOperand(0);
      if (!isAlongAxes(other, norm))
        return;
      parameter = other;
      norm.last = user;
    };
    if (!norm.weight)
      next(norm.weight, [](Operation* op) { return isa<MulOp>(op); });
    if (norm.centred)
      next(norm.bias, [](Operation* op) { return isa<AddOp>(op); });
  }

  /// In the shape of x's last axes.
  Value parameter(Value value, const Norm& norm) {
    if (!value)
      return {};
    auto type =
        RankedTensorType::get(typeOf(norm.x).getShape().take_back(norm.axes), typeOf(value).getElementType());
    return type == value.getType() ? value
                                   : ReshapeOp::create(builder, value.getLoc(), type, value).getResult();
  }

  OpBuilder builder;
  const Targets& targets;
};

struct RecogniseNormsPass : impl::RecogniseNormsBase<RecogniseNormsPass> {
  using RecogniseNormsBase::RecogniseNormsBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    SmallVector<Operation*> ops;
    getOperation().walk([&](Operation* op) {
      if (isa<MulOp, DivOp>(op))
        ops.push_back(op);
    });
    Recogniser recogniser(&getContext(), *asked);
    bool changed = false;
    for (Operation* op : ops) {
      std::string reason;
      if (std::optional<Norm> norm = recogniser.match(op, reason)) {
        changed |= recogniser.replace(*norm);
      } else if (!reason.empty()) {
        reportMissed(op->getLoc(), kPass, "the division by a root of a mean square is no norm: " + reason);
      }
    }
    if (changed)
      eraseDead();
  }

  /// What the norms replaced, the last first.
  void eraseDead() {
    for (Block& block : getOperation().getBody())
      for (Operation& op : llvm::make_early_inc_range(llvm::reverse(block)))
        if (op.use_empty() && (isElementwise(&op) || isa<MeanOp, SumOp>(op)))
          op.erase();
  }
};

} // namespace

} // namespace aic::transforms

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

/// The axes [first, first + count) of a tensor.
struct Run {
  int64_t first = 0, count = 0;
  bool operator==(const Run& other) const { return first == other.first && count == other.count; }
};

/// The mean of `mean`'s operand over its last axes, or over the channels of an image or of a sequence, which
/// stay with size 1: these axes; none for anything else. Also a sum, divided by the number of elements.
Run meanOver(Value mean, Value& of) {
  ArrayRef<int64_t> dims;
  if (auto op = mean.getDefiningOp<MeanOp>(); op && op.getKeepdim()) {
    of = op.getX();
    dims = op.getDims();
  } else if (auto div = mean.getDefiningOp<DivOp>()) {
    auto sum = div.getA().getDefiningOp<SumOp>();
    std::optional<double> count = splatNumber(div.getB());
    if (!sum || !sum.getKeepdim() || !count || div.getType() != sum.getType())
      return {};
    int64_t elements = 1;
    for (int64_t axis : sum.getDims())
      elements *= typeOf(sum.getX()).getDimSize(axis);
    if (*count != double(elements))
      return {};
    of = sum.getX();
    dims = sum.getDims();
  }
  if (dims.empty())
    return {};
  int64_t rank = typeOf(of).getRank(), axes = int64_t(dims.size());
  for (int64_t i = 0; i < axes; ++i)
    if (dims[i] != dims[0] + i)
      return {};
  bool channels = axes == 1 && dims[0] == 1 && rank >= 3;
  return channels || dims[0] == rank - axes ? Run{dims[0], axes} : Run();
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
  Run axes;
  double eps = 0;
  bool centred = false;
  Operation* last = nullptr;

  ArrayRef<int64_t> normalised() const { return shapeOf(x).slice(axes.first, axes.count); }
  bool isOverLast() const { return axes.first + axes.count == typeOf(x).getRank(); }
};

/// True where `value` has one number for each element of the normalised axes, the same for all others.
bool isAlongAxes(Value value, const Norm& norm) {
  ArrayRef<int64_t> own = shapeOf(value);
  size_t behind = shapeOf(norm.x).size() - size_t(norm.axes.first + norm.axes.count), axes = norm.axes.count;
  if (own.size() < axes + behind || own.size() > shapeOf(norm.x).size() ||
      own.drop_back(behind).take_back(axes) != norm.normalised())
    return false;
  auto isOne = [](int64_t size) { return size == 1; };
  return llvm::all_of(own.drop_back(axes + behind), isOne) && llvm::all_of(own.take_back(behind), isOne);
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
    norm.axes = meanOver(variance, squares);
    if (auto mean = variance.getDefiningOp<MeanOp>(); mean && !norm.axes.count && squareOf(mean.getX()))
      reason = whyNotOver(mean);
    Value squared = norm.axes.count ? squareOf(squares) : Value();
    if (!squared || op->getResult(0).getType() != squared.getType())
      return std::nullopt;
    norm.x = squared;
    if (auto sub = squared.getDefiningOp<SubOp>()) {
      Value of;
      if (meanOver(sub.getB(), of) == norm.axes && of == sub.getA()) {
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
    Value result, x = channelsLast(norm, norm.x, /*back=*/false);
    auto axes = builder.getI64IntegerAttr(norm.axes.count);
    auto eps = builder.getF64FloatAttr(norm.eps);
    if (norm.centred)
      result = LayerNormOp::create(builder, loc, x, parameter(norm.weight, norm), parameter(norm.bias, norm),
                                   axes, eps);
    else
      result = RmsNormOp::create(builder, loc, x, parameter(norm.weight, norm), axes, eps);
    if (std::string why = draft.whyNot(targets); !why.empty()) {
      reportMissed(loc, kPass, "the operators up to this " + describe(norm.last) + " stay apart: " + why);
      draft.takeBack();
      return false;
    }
    reportPassed(loc, kPass,
                 "the operators up to this " + describe(norm.last) + " are " +
                     describe(result.getDefiningOp()) + (norm.isOverLast() ? "" : " over the channels"));
    norm.last->getResult(0).replaceAllUsesWith(channelsLast(norm, result, /*back=*/true));
    return true;
  }

private:
  static std::string whyNotOver(MeanOp mean) {
    std::string axes;
    llvm::raw_string_ostream out(axes);
    llvm::interleave(mean.getDims(), out, " and ");
    if (!mean.getKeepdim())
      return "the mean's axes are dropped (keepdim is not set)";
    return "the mean is over axis " + axes + ", and not over the last axes or the channels";
  }

  static bool isMeanSquare(Value value) {
    Value of;
    return meanOver(value, of).count > 0 && squareOf(of);
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

  /// In the shape of the normalised axes.
  Value parameter(Value value, const Norm& norm) {
    return value ? reshape(builder, value.getLoc(), value, norm.normalised()) : Value();
  }

  /// `value` with the channels behind the other axes, or back, where the norm is over them: the layout of
  /// images takes these transposes up.
  Value channelsLast(const Norm& norm, Value value, bool back) {
    if (norm.isOverLast())
      return value;
    int64_t rank = typeOf(value).getRank();
    SmallVector<int64_t> perm{0};
    if (back)
      perm.push_back(rank - 1);
    for (int64_t axis = back ? 1 : 2; axis < (back ? rank - 1 : rank); ++axis)
      perm.push_back(axis);
    if (!back)
      perm.push_back(1);
    return TransposeOp::create(builder, value.getLoc(), value, builder.getDenseI64ArrayAttr(perm));
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

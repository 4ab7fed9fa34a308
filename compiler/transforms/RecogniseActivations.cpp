// aic-recognise-activations: gelu, silu, hardswish, hardsigmoid and softmax where models spell them out.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_RECOGNISEACTIVATIONS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-recognise-activations";

/// Models write their constants with some seven digits.
bool isAbout(double value, double wanted) {
  return std::fabs(value - wanted) <= 1e-5 * std::fabs(wanted);
}

/// A number times tensors of one shape.
struct Product {
  double number = 1;
  SmallVector<Value, 4> factors;

  /// True where the factors are exactly a and b, in either order.
  bool isOf(Value a, Value b) const {
    return factors.size() == 2 &&
           ((factors[0] == a && factors[1] == b) || (factors[0] == b && factors[1] == a));
  }
};

/// Takes muls, divs by a number, negs and small powers apart. False where there are more factors than an
/// activation has, or one of another shape.
bool flatten(Value value, Type type, Product& product) {
  constexpr size_t kMost = 4;
  if (std::optional<double> number = splatNumber(value)) {
    product.number *= *number;
    return true;
  }
  if (value.getType() != type || product.factors.size() == kMost)
    return false;
  if (auto mul = value.getDefiningOp<MulOp>())
    return flatten(mul.getA(), type, product) && flatten(mul.getB(), type, product);
  if (auto neg = value.getDefiningOp<NegOp>()) {
    product.number = -product.number;
    return flatten(neg.getX(), type, product);
  }
  if (auto div = value.getDefiningOp<DivOp>()) {
    if (std::optional<double> divisor = splatNumber(div.getB())) {
      product.number /= *divisor;
      return flatten(div.getA(), type, product);
    }
  }
  if (auto pow = value.getDefiningOp<PowOp>()) {
    std::optional<double> exponent = splatNumber(pow.getB());
    if (exponent && (*exponent == 2 || *exponent == 3)) {
      Product base;
      if (!flatten(pow.getA(), type, base) ||
          base.factors.size() * *exponent + product.factors.size() > kMost)
        return false;
      for (int i = 0; i < int(*exponent); ++i) {
        product.number *= base.number;
        llvm::append_range(product.factors, base.factors);
      }
      return true;
    }
  }
  product.factors.push_back(value);
  return true;
}

std::optional<Product> productOf(Value value) {
  Product product;
  if (!flatten(value, value.getType(), product))
    return std::nullopt;
  return product;
}

/// The other summand of an add with the number `term`; null for anything else.
Value addedTo(Value value, double term) {
  if (auto add = value.getDefiningOp<AddOp>())
    for (auto [number, other] : {std::pair(add.getA(), add.getB()), std::pair(add.getB(), add.getA())})
      if (std::optional<double> splat = splatNumber(number);
          splat && isAbout(*splat, term) && other.getType() == value.getType())
        return other;
  return {};
}

/// 1 + erf(x / sqrt(2))
bool isErfOf(Value value, Value x) {
  Value inner = addedTo(value, 1);
  auto erf = inner ? inner.getDefiningOp<ErfOp>() : ErfOp();
  std::optional<Product> product = erf ? productOf(erf.getX()) : std::nullopt;
  return product && isAbout(product->number, M_SQRT1_2) && product->factors.size() == 1 &&
         product->factors[0] == x;
}

/// x + 0.044715 * x^3
bool isCubicOf(Value value, Value x) {
  auto add = value.getDefiningOp<AddOp>();
  if (!add)
    return false;
  for (auto [line, cube] : {std::pair(add.getA(), add.getB()), std::pair(add.getB(), add.getA())}) {
    std::optional<Product> product = line == x ? productOf(cube) : std::nullopt;
    if (product && isAbout(product->number, 0.044715) && product->factors.size() == 3 &&
        llvm::all_of(product->factors, [&](Value factor) { return factor == x; }))
      return true;
  }
  return false;
}

/// 1 + 0.044715 * x^2
bool isSquareOf(Value value, Value x) {
  Value inner = addedTo(value, 1);
  std::optional<Product> product = inner ? productOf(inner) : std::nullopt;
  return product && isAbout(product->number, 0.044715) && product->isOf(x, x);
}

/// 1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)), x^3 also as x * x^2 in front of the bracket.
bool isTanhOf(Value value, Value x) {
  Value inner = addedTo(value, 1);
  auto tanh = inner ? inner.getDefiningOp<TanhOp>() : TanhOp();
  std::optional<Product> product = tanh ? productOf(tanh.getX()) : std::nullopt;
  if (!product || !isAbout(product->number, M_2_SQRTPI * M_SQRT1_2))
    return false;
  if (product->factors.size() == 1)
    return isCubicOf(product->factors[0], x);
  if (product->factors.size() != 2)
    return false;
  return (product->factors[0] == x && isSquareOf(product->factors[1], x)) ||
         (product->factors[1] == x && isSquareOf(product->factors[0], x));
}

/// min(max(x + 3, 0), 6): its x, or null.
Value rampOf(Value value) {
  Value sum;
  if (auto relu6 = value.getDefiningOp<Relu6Op>())
    sum = relu6.getX();
  else if (auto clamp = value.getDefiningOp<ClampOp>(); clamp && clamp.getMin() && clamp.getMax() &&
                                                        clamp.getMin()->isZero() &&
                                                        clamp.getMax()->convertToDouble() == 6)
    sum = clamp.getX();
  return sum ? addedTo(sum, 3) : Value();
}

class Recogniser {
public:
  Recogniser(MLIRContext* context, const Targets& targets) : builder(context), targets(targets) {}

  /// The activation that `op` is the last operator of; null where it is none, or none that the targets have.
  Value recognise(Operation* op) {
    builder.setInsertionPoint(op);
    Draft draft(builder);
    Value activation = match(op);
    if (!activation)
      return {};
    std::string why = draft.whyNot(targets);
    if (why.empty())
      return activation;
    reportMissed(op->getLoc(), kPass, "the operators up to this " + describe(op) + " stay apart: " + why);
    draft.takeBack();
    return {};
  }

private:
  Value match(Operation* op) {
    if (auto div = dyn_cast<DivOp>(op)) {
      if (Value softmax = recogniseSoftmax(div))
        return softmax;
      if (Value x = logisticOf(div))
        return SiluOp::create(builder, op->getLoc(), x);
    }
    if (!isa<MulOp, DivOp>(op))
      return {};
    std::optional<Product> product = productOf(op->getResult(0));
    if (!product)
      return {};
    Location loc = op->getLoc();
    if (product->factors.size() == 1 && isAbout(product->number, 1.0 / 6))
      if (Value x = rampOf(product->factors[0]))
        return HardsigmoidOp::create(builder, loc, x);
    if (product->factors.size() != 2)
      return {};
    for (auto [x, gate] : {std::pair(product->factors[0], product->factors[1]),
                           std::pair(product->factors[1], product->factors[0])}) {
      if (isAbout(product->number, 0.5) && isErfOf(gate, x))
        return GeluOp::create(builder, loc, x.getType(), x, builder.getBoolAttr(false));
      if (isAbout(product->number, 0.5) && isTanhOf(gate, x))
        return GeluOp::create(builder, loc, x.getType(), x, builder.getBoolAttr(true));
      if (isAbout(product->number, 1.0 / 6) && rampOf(gate) == x)
        return HardswishOp::create(builder, loc, x);
      if (product->number != 1)
        continue;
      if (auto sigmoid = gate.getDefiningOp<SigmoidOp>(); sigmoid && sigmoid.getX() == x)
        return SiluOp::create(builder, loc, x);
      if (auto hard = gate.getDefiningOp<HardsigmoidOp>(); hard && hard.getX() == x)
        return HardswishOp::create(builder, loc, x);
    }
    return {};
  }

  /// x / (1 + exp(-x)): its x, or null.
  static Value logisticOf(DivOp div) {
    Value inner = addedTo(div.getB(), 1);
    auto exp = inner ? inner.getDefiningOp<ExpOp>() : ExpOp();
    std::optional<Product> product = exp ? productOf(exp.getX()) : std::nullopt;
    bool isNegated = product && product->number == -1 && product->factors.size() == 1;
    return isNegated && product->factors[0] == div.getA() ? div.getA() : Value();
  }

  /// e / sum(e) with e = exp(x - amax(x)), or exp(x), along one axis.
  Value recogniseSoftmax(DivOp div) {
    auto exp = div.getA().getDefiningOp<ExpOp>();
    auto sum = div.getB().getDefiningOp<SumOp>();
    if (!exp || !sum || sum.getX() != div.getA() || !sum.getKeepdim() || sum.getDims().size() != 1 ||
        div.getType() != div.getA().getType())
      return {};
    Value x = exp.getX();
    if (auto sub = x.getDefiningOp<SubOp>())
      if (auto most = sub.getB().getDefiningOp<AmaxOp>();
          most && most.getX() == sub.getA() && most.getKeepdim() && most.getDims() == sum.getDims())
        x = sub.getA();
    return SoftmaxOp::create(builder, div.getLoc(), x, builder.getI64IntegerAttr(sum.getDims().front()));
  }

  OpBuilder builder;
  const Targets& targets;
};

struct RecogniseActivationsPass : impl::RecogniseActivationsBase<RecogniseActivationsPass> {
  using RecogniseActivationsBase::RecogniseActivationsBase;

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
    for (Operation* op : ops) {
      Value activation = recogniser.recognise(op);
      if (!activation)
        continue;
      reportPassed(op->getLoc(), kPass,
                   "the operators up to this " + describe(op) + " are " +
                       describe(activation.getDefiningOp()));
      op->getResult(0).replaceAllUsesWith(activation);
      op->erase();
    }
    eraseDead();
    getOperation().walk([&](ErfOp erf) {
      reportMissed(erf.getLoc(), kPass, "erf is not part of a gelu: 0.5 * x * (1 + erf(x / sqrt(2)))");
    });
  }

  /// What the activations replaced. Only elementwise operators and reductions, the last first.
  void eraseDead() {
    for (Block& block : getOperation().getBody())
      for (Operation& op : llvm::make_early_inc_range(llvm::reverse(block)))
        if (op.use_empty() && (isElementwise(&op) || isa<AmaxOp, SumOp>(op)))
          op.erase();
  }
};

} // namespace

} // namespace aic::transforms

// Arithmetic at each place by itself.
#include "frontends/onnx/Node.h"

#include <cmath>
#include <limits>

namespace aic::onnx {
namespace {

using mlir::Value;

template <typename Op> void unary(Node& n) {
  n.result(n.emit<Op>(n.operand(0)));
}

template <typename Op> void binary(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(n.emit<Op>({a, b}));
}

// Before opset 7 shapes were equal, or b stood along axes of a that an attribute named.
template <typename Op> void binaryAligned(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(n.emit<Op>({a, alignedOperand(n, a, b)}));
}

void reciprocal(Node& n) {
  Value x = n.operand(0);
  n.result(n.div(n.scalar(1, x), x));
}

/// The one number that a value holds everywhere, if it is known and widens no shape of x's rank.
std::optional<double> uniform(Node& n, Value value, Value x) {
  mlir::ElementsAttr known = rankOf(value) <= rankOf(x) ? n.tryKnown(value) : nullptr;
  auto dense = llvm::dyn_cast_if_present<mlir::DenseElementsAttr>(known);
  if (!dense || dense.getNumElements() != 1)
    return std::nullopt;
  if (llvm::isa<mlir::FloatType>(dense.getElementType())) {
    llvm::APFloat number = dense.getSplatValue<llvm::APFloat>();
    bool loses;
    number.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &loses);
    return number.convertToDouble();
  }
  return static_cast<double>(dense.getSplatValue<llvm::APInt>().getSExtValue());
}

// Exponents that exporters write for squares and cubes become what they mean: pow costs twenty times as much.
// A root stays a power, as sqrt keeps -0 and has no value for -infinity.
void power(Node& n) {
  Value x = n.operand(0), y = n.operand(1);
  if (n.opset() < 7)
    y = alignedOperand(n, x, y);
  if (n.failed())
    return;
  std::optional<double> exponent = uniform(n, y, x);
  if (exponent == 1.0)
    return n.result(x);
  if (exponent == 2.0)
    return n.result(n.mul(x, x));
  if (exponent == 3.0)
    return n.result(n.mul(n.mul(x, x), x));
  if (exponent == -1.0 && isFloat(x))
    return n.result(n.div(n.scalar(1, x), x));
  mlir::Type element = elementOf(x);
  if (isFloat(x))
    return n.result(n.emit<PowOp>({x, n.cast(y, element)}));
  // In f64, where a result that is whole may come out just beside it; what is not whole is cut off.
  mlir::Type wide = n.builder().getF64Type();
  Value exact = n.emit<PowOp>({n.cast(x, wide), n.cast(y, wide)}), whole = n.emit<RoundOp>(exact);
  if (isFloat(y)) {
    Value off = n.emit<AbsOp>(n.sub(exact, whole)), size = n.emit<AbsOp>(whole);
    Value isWhole = n.compare(Predicate::LE, off, n.mul(size, n.scalar(1e-12, size)));
    whole = n.where(isWhole, whole, exact);
  }
  n.result(n.cast(whole, element));
}

// fmod = 0 is Python's %, for integers; fmod = 1 is C's, with the sign of the dividend.
void mod(Node& n) {
  Value x = n.operand(0), y = n.operand(1);
  bool cStyle = n.flag("fmod", false);
  if (n.failed())
    return;
  if (!cStyle) {
    if (isFloat(x))
      return n.error("floats need fmod = 1");
    return n.result(n.emit<RemOp>({x, y}));
  }
  if (!isFloat(x))
    return n.result(n.sub(x, n.mul(n.div(x, y), y)));               // div rounds towards zero
  Value size = n.emit<RemOp>({n.emit<AbsOp>(x), n.emit<AbsOp>(y)}); // exact, as fmod of positive numbers is
  n.result(n.where(n.compare(Predicate::LT, x, n.scalar(0, x)), n.emit<NegOp>(size), size));
}

template <typename Op> Value accumulate(Node& n) {
  llvm::SmallVector<Value> all = n.operands();
  Value result = all.empty() ? Value() : all.front();
  for (size_t i = 1; i < all.size(); ++i)
    result = n.emit<Op>({result, all[i]});
  return result;
}

template <typename Op> void variadic(Node& n) {
  n.result(accumulate<Op>(n));
}

void mean(Node& n) {
  Value sum = accumulate<AddOp>(n);
  n.result(n.div(sum, n.scalar(static_cast<double>(n.inputs()), sum)));
}

void clipAttributes(Node& n) {
  Value x = n.operand(0);
  constexpr auto largest = static_cast<double>(std::numeric_limits<float>::max());
  double min = n.number("min", -largest), max = n.number("max", largest);
  n.result(n.emit<ClampOp>(x, {n.attribute("min", min), n.attribute("max", max)}));
}

double largestOf(mlir::Type element) {
  return llvm::APFloat::getLargest(llvm::cast<mlir::FloatType>(element).getFloatSemantics())
      .convertToDouble();
}

/// min(max(x, low), high), where either bound may be null.
Value clamped(Node& n, Value x, Value low, Value high) {
  if (!low && isFloat(x))
    low = n.scalar(-largestOf(elementOf(x)), x);
  if (!high && isFloat(x))
    high = n.scalar(largestOf(elementOf(x)), x);
  if (low)
    x = n.maximum(x, low);
  return high ? n.minimum(x, high) : x;
}

// A bound that is not given is the type's last finite number: infinities become that.
void clip(Node& n) {
  Value x = n.operand(0), low = n.optional(1), high = n.optional(2);
  if (n.failed())
    return;
  // Bounds that are known are attributes, which kernels hold in registers.
  std::optional<double> min = low ? uniform(n, low, x) : std::nullopt;
  std::optional<double> max = high ? uniform(n, high, x) : std::nullopt;
  bool known = (!low || min) && (!high || max);
  if (!isFloat(x) || !known || (min && max && !(*min <= *max)))
    return n.result(clamped(n, x, low, high));
  double largest = largestOf(elementOf(x));
  n.result(n.emit<ClampOp>(
      x, {n.attribute("min", min.value_or(-largest)), n.attribute("max", max.value_or(largest))}));
}

constexpr Operator kRows[] = {
    {"Abs", 1, unary<AbsOp>, "consumed_inputs"},
    {"Neg", 1, unary<NegOp>, "consumed_inputs"},
    {"Sign", 9, unary<SignOp>, ""},
    {"Reciprocal", 1, reciprocal, "consumed_inputs"},
    {"Sqrt", 1, unary<SqrtOp>, "consumed_inputs"},
    {"Exp", 1, unary<ExpOp>, "consumed_inputs"},
    {"Log", 1, unary<LogOp>, "consumed_inputs"},
    {"Sin", 7, unary<SinOp>, ""},
    {"Cos", 7, unary<CosOp>, ""},
    {"Tan", 7, unary<TanOp>, ""},
    {"Asin", 7, unary<AsinOp>, ""},
    {"Acos", 7, unary<AcosOp>, ""},
    {"Atan", 7, unary<AtanOp>, ""},
    {"Sinh", 9, unary<SinhOp>, ""},
    {"Cosh", 9, unary<CoshOp>, ""},
    {"Asinh", 9, unary<AsinhOp>, ""},
    {"Acosh", 9, unary<AcoshOp>, ""},
    {"Atanh", 9, unary<AtanhOp>, ""},
    {"Erf", 9, unary<ErfOp>, ""},
    {"Floor", 1, unary<FloorOp>, "consumed_inputs"},
    {"Ceil", 1, unary<CeilOp>, "consumed_inputs"},
    {"Round", 11, unary<RoundOp>, ""},
    {"Add", 1, binaryAligned<AddOp>, "axis broadcast consumed_inputs"},
    {"Add", 7, binary<AddOp>, ""},
    {"Sub", 1, binaryAligned<SubOp>, "axis broadcast consumed_inputs"},
    {"Sub", 7, binary<SubOp>, ""},
    {"Mul", 1, binaryAligned<MulOp>, "axis broadcast consumed_inputs"},
    {"Mul", 7, binary<MulOp>, ""},
    {"Div", 1, binaryAligned<DivOp>, "axis broadcast consumed_inputs"},
    {"Div", 7, binary<DivOp>, ""},
    {"Pow", 1, power, "axis broadcast"},
    {"Mod", 10, mod, "fmod"},
    {"Min", 1, variadic<MinimumOp>, "consumed_inputs"},
    {"Max", 1, variadic<MaximumOp>, "consumed_inputs"},
    {"Sum", 1, variadic<AddOp>, "consumed_inputs"},
    {"Mean", 1, mean, "consumed_inputs"},
    {"Clip", 1, clipAttributes, "consumed_inputs max min"},
    {"Clip", 11, clip, ""},
};

} // namespace

Value alignedOperand(Node& n, Value a, Value b) {
  bool broadcasts = n.flag("broadcast", false);
  if (n.failed() || !broadcasts || rankOf(b) > rankOf(a))
    return b;
  int64_t axis = n.hasAttribute("axis") ? n.axis(n.integer("axis", 0), rankOf(a)) : rankOf(a) - rankOf(b);
  if (n.failed() || axis + rankOf(b) > rankOf(a))
    return b;
  Node::Ints shape(shapeOf(b));
  shape.append(rankOf(a) - rankOf(b) - axis, 1);
  return n.reshape(b, shape);
}

llvm::ArrayRef<Operator> arithmeticOperators() {
  return kRows;
}

} // namespace aic::onnx

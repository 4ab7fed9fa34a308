// Activations, arithmetic, comparisons, where, cast.
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

template <typename Op> Value unary(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<Op>(x));
}

template <typename Op> Value binary(PrimitiveCall& call) {
  auto [a, b] = call.operands(0, 1);
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<Op>({a, b}));
}

/// a / b rounded towards zero, of floats.
mlir::Value truncated(PrimitiveCall& call, mlir::Value quotient) {
  mlir::Value zero = call.scalar(Value::ofFloat(0), mlir::getElementTypeOrSelf(quotient.getType()), {});
  mlir::Attribute less = PredicateAttr::get(call.context(), Predicate::LT);
  mlir::Value negative =
      zero ? call.emit<CompareOp>({quotient, zero}, call.attribute("predicate", less)) : nullptr;
  mlir::Value up = negative ? call.emit<CeilOp>(quotient) : nullptr;
  mlir::Value down = up ? call.emit<FloorOp>(quotient) : nullptr;
  return down ? call.emit<WhereOp>({negative, up, down}) : nullptr;
}

/// PyTorch's. Between integers its `/` gives floats, which nothing here does unasked.
Value div(PrimitiveCall& call) {
  auto isFloat = [](const Value& v) {
    return v.isTensor() && llvm::isa<mlir::FloatType>(v.tensorType().getElementType());
  };
  bool operatorForm = call.arguments.size() == 2;
  std::string rounding = operatorForm || call.isNone(2) ? "" : call.string(2);
  if (!call.failed() && !rounding.empty() && rounding != "trunc" && rounding != "floor")
    call.error(2, "expected none, \"trunc\" or \"floor\", found \"" + rounding + "\"");
  bool floats = isFloat(call.value(0)) || isFloat(call.value(1));
  bool tensors = call.value(0).isTensor() || call.value(1).isTensor();
  for (size_t i : {0, 1})
    if (call.value(i).isTensor() && isFourBits(call.value(i).tensor.getType()))
      call.tensor(i); // says what is wrong
  if (call.failed())
    return Value::poison();
  if (tensors && !floats && rounding.empty()) {
    call.error(describe(call.value(0)) + " / " + describe(call.value(1)) +
               ": in PyTorch the quotient of integers is a float: write cast(x, f32) for that, or a // b for "
               "the integer below it");
    return Value::poison();
  }
  auto [a, b] = call.operands(0, 1);
  if (call.failed())
    return Value::poison();
  if (rounding == "floor")
    return Value::ofTensor(call.emit<FloorDivOp>({a, b}));
  mlir::Value quotient = call.emit<DivOp>({a, b});
  if (quotient && rounding == "trunc" && floats)
    quotient = truncated(call, quotient);
  return call.failed() ? Value::poison() : Value::ofTensor(quotient);
}

template <Predicate predicate> Value compare(PrimitiveCall& call) {
  auto [a, b] = call.operands(0, 1);
  if (call.failed())
    return Value::poison();
  mlir::Attribute attribute = PredicateAttr::get(call.context(), predicate);
  return Value::ofTensor(call.emit<CompareOp>({a, b}, call.attribute("predicate", attribute)));
}

Value clamp(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  llvm::SmallVector<mlir::NamedAttribute> bounds;
  for (size_t i : {1, 2})
    if (!call.isNone(i))
      bounds.push_back(call.attribute(call.arguments[i].name, call.number(i)));
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<ClampOp>(x, bounds));
}

/// An activation whose attributes are its arguments from 1 on, under their names.
template <typename Op> Value activation(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  llvm::SmallVector<mlir::NamedAttribute> attributes;
  for (size_t i = 1; i < call.arguments.size(); ++i)
    attributes.push_back(call.attribute(call.arguments[i].name, call.number(i)));
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<Op>(x, attributes));
}

Value gelu(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  std::string form = call.string(1);
  if (!call.failed() && form != "none" && form != "tanh")
    call.error(1, "expected \"none\" or \"tanh\", found \"" + form + "\"");
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.emit<GeluOp>(x, call.attribute("tanh", form == "tanh")));
}

bool isInteger(mlir::Value x) {
  mlir::Type element = mlir::getElementTypeOrSelf(x.getType());
  return element.isInteger() && !element.isInteger(1);
}

/// x ** exponent of integers, for an exponent that is known: squares and products.
mlir::Value knownPower(PrimitiveCall& call, mlir::Value x, int64_t exponent) {
  mlir::Value result;
  for (; x && exponent > 0; exponent >>= 1) {
    if (exponent & 1)
      result = result ? call.emit<MulOp>({result, x}) : x;
    if (exponent > 1)
      x = call.emit<MulOp>({x, x});
  }
  return x ? result : nullptr;
}

/// For one that the run knows, a bit at a time. A negative one gives what 1 / x ** -exponent is, rounded to
/// 0: 1 for 1, 1 or -1 for -1, else 0, as in PyTorch.
mlir::Value power(PrimitiveCall& call, mlir::Value x, mlir::Value exponent) {
  mlir::Type type = mlir::getElementTypeOrSelf(x.getType());
  auto number = [&](int64_t n) { return call.scalar(Value::ofInt(n), type, call.arguments[1].span); };
  auto is = [&](mlir::Value a, Predicate predicate, mlir::Value b) {
    mlir::Attribute attribute = PredicateAttr::get(call.context(), predicate);
    return a && b ? call.emit<CompareOp>({a, b}, call.attribute("predicate", attribute)) : nullptr;
  };
  auto choose = [&](mlir::Value condition, mlir::Value a, mlir::Value b) {
    return condition && a && b ? call.emit<WhereOp>({condition, a, b}) : nullptr;
  };
  bool isSigned = !type.isUnsignedInteger();
  int bits = static_cast<int>(type.getIntOrFloatBitWidth()) - isSigned;
  mlir::Value zero = number(0), one = number(1), two = number(2), rest = exponent, base = x, result = one;
  for (int i = 0; i < bits && !call.failed(); ++i) {
    mlir::Value odd = is(call.emit<RemOp>({rest, two}), Predicate::EQ, one);
    result = choose(odd, i == 0 ? base : call.emit<MulOp>({result, base}), result);
    if (i + 1 == bits)
      break;
    base = choose(is(rest, Predicate::GE, two), base, one); // else it would overflow for nothing
    base = base ? call.emit<MulOp>({base, base}) : nullptr;
    rest = call.failed() ? nullptr : call.emit<FloorDivOp>({rest, two});
  }
  if (!isSigned || call.failed())
    return result;
  mlir::Value minus = number(-1), even = is(call.emit<RemOp>({exponent, two}), Predicate::EQ, zero);
  mlir::Value below = choose(is(x, Predicate::EQ, one), one,
                             choose(is(x, Predicate::EQ, minus), choose(even, one, minus), zero));
  return choose(is(exponent, Predicate::LT, zero), below, result);
}

Value power(PrimitiveCall& call) {
  auto [a, b] = call.operands(0, 1);
  if (call.failed())
    return Value::poison();
  if (!isInteger(a) || mlir::getElementTypeOrSelf(a.getType()) != mlir::getElementTypeOrSelf(b.getType()))
    return Value::ofTensor(call.emit<PowOp>({a, b}));
  if (call.value(1).kind != Value::Kind::Int)
    return Value::ofTensor(power(call, a, b));
  int64_t exponent = call.value(1).integer;
  if (exponent < 0) {
    call.error(1,
               "an integer has no power below 0, found " + std::to_string(exponent) + ": cast(x, f32) has");
    return Value::poison();
  }
  if (exponent == 0)
    return Value::ofTensor(call.expand(
        b = call.scalar(Value::ofInt(1), mlir::getElementTypeOrSelf(a.getType()), call.arguments[1].span),
        shapeOf(a)));
  return Value::ofTensor(knownPower(call, a, exponent));
}

Value where(PrimitiveCall& call) {
  mlir::Value condition = call.tensor(0), a, b;
  const Value &yes = call.value(1), &no = call.value(2);
  bool bools = yes.kind == Value::Kind::Bool && no.kind == Value::Kind::Bool;
  if (bools || (yes.isNumber() && no.isNumber())) { // of two numbers i64 or f32, as PyTorch's defaults
    bool integers = yes.kind == Value::Kind::Int && no.kind == Value::Kind::Int;
    mlir::Type element = elementType(call.context(), bools ? "bool" : integers ? "i64" : "f32");
    a = call.failed() ? nullptr : call.scalar(yes, element, call.arguments[1].span);
    b = call.failed() ? nullptr : call.scalar(no, element, call.arguments[2].span);
  } else {
    std::tie(a, b) = call.operands(1, 2);
  }
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<WhereOp>({condition, a, b}));
}

Value cast(PrimitiveCall& call) {
  if (call.value(0).isNumber() || call.value(0).kind == Value::Kind::Bool)
    call.error(0, "a number known at compile time becomes a tensor by tensor(value, TYPE)");
  mlir::Value x = call.failed() ? nullptr : call.tensor(0);
  mlir::Type element = call.element(1);
  if (call.failed())
    return Value::poison();
  auto type = llvm::cast<mlir::RankedTensorType>(x.getType());
  if (type.getElementType() == element)
    return Value::ofTensor(x);
  return Value::ofTensor(call.emitAs<CastOp>(type.clone(element), x));
}

constexpr Primitive kRows[] = {
    {"relu", "x", unary<ReluOp>},
    {"relu6", "x", unary<Relu6Op>},
    {"sigmoid", "x", unary<SigmoidOp>},
    {"tanh", "x", unary<TanhOp>},
    {"silu", "x", unary<SiluOp>},
    {"hardswish", "x", unary<HardswishOp>},
    {"hardsigmoid", "x", unary<HardsigmoidOp>},
    {"leaky_relu", "x, negative_slope=0.01", activation<LeakyReluOp>},
    {"elu", "x, alpha=1.0", activation<EluOp>},
    {"softplus", "x, beta=1.0, threshold=20.0", activation<SoftplusOp>},
    {"gelu", "x, approximate=\"none\"", gelu},
    {"exp", "x", unary<ExpOp>},
    {"log", "x", unary<LogOp>},
    {"sqrt", "x", unary<SqrtOp>},
    {"rsqrt", "x", unary<RsqrtOp>},
    {"erf", "x", unary<ErfOp>},
    {"abs", "x", unary<AbsOp>},
    {"neg", "x", unary<NegOp>},
    {"floor", "x", unary<FloorOp>},
    {"ceil", "x", unary<CeilOp>},
    {"round", "x", unary<RoundOp>},
    {"sign", "x", unary<SignOp>},
    {"sin", "x", unary<SinOp>},
    {"cos", "x", unary<CosOp>},
    {"tan", "x", unary<TanOp>},
    {"asin", "x", unary<AsinOp>},
    {"acos", "x", unary<AcosOp>},
    {"atan", "x", unary<AtanOp>},
    {"sinh", "x", unary<SinhOp>},
    {"cosh", "x", unary<CoshOp>},
    {"asinh", "x", unary<AsinhOp>},
    {"acosh", "x", unary<AcoshOp>},
    {"atanh", "x", unary<AtanhOp>},
    {"logical_not", "x", unary<LogicalNotOp>},
    {"add", "a, b", binary<AddOp>},
    {"sub", "a, b", binary<SubOp>},
    {"mul", "a, b", binary<MulOp>},
    {"div", "a, b, rounding_mode=none", div},
    {"floor_div", "a, b", binary<FloorDivOp>},
    {"rem", "a, b", binary<RemOp>},
    {"pow", "a, b", power},
    {"minimum", "a, b", binary<MinimumOp>},
    {"maximum", "a, b", binary<MaximumOp>},
    {"logical_and", "a, b", binary<LogicalAndOp>},
    {"logical_or", "a, b", binary<LogicalOrOp>},
    {"eq", "a, b", compare<Predicate::EQ>},
    {"ne", "a, b", compare<Predicate::NE>},
    {"lt", "a, b", compare<Predicate::LT>},
    {"le", "a, b", compare<Predicate::LE>},
    {"gt", "a, b", compare<Predicate::GT>},
    {"ge", "a, b", compare<Predicate::GE>},
    {"clamp", "x, min=none, max=none", clamp},
    {"where", "condition, a, b", where},
    {"cast", "x, type", cast},
};

} // namespace

llvm::ArrayRef<Primitive> elementwisePrimitives() {
  return kRows;
}

} // namespace aic::graph

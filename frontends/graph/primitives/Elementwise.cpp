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
  if (!call.failed() && tensors && !floats && rounding.empty()) {
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

Value where(PrimitiveCall& call) {
  mlir::Value condition = call.tensor(0);
  auto [a, b] = call.operands(1, 2);
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
    {"pow", "a, b", binary<PowOp>},
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

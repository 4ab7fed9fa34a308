// The rows that both targets share: see Elementwise.h.
#include "compiler/codegen/Elementwise.h"

#include "mlir/Dialect/Math/IR/Math.h"

#include <cmath>

using namespace mlir;

namespace aic::codegen {
namespace {

using E = ElementwiseCode;
using F = arith::CmpFPredicate;
using I = arith::CmpIPredicate;

// `x < bound ? bound : x`, which keeps NaN: one vmaxps with its operands in this order.
Value atLeast(const E& e, Value x, double bound) {
  return e.select(e.is(x, F::OLT, bound), e.number(bound), x);
}
Value atMost(const E& e, Value x, double bound) {
  return e.select(e.is(x, F::OGT, bound), e.number(bound), x);
}

Value absolute(const E& e) {
  if (e.isFloat())
    return e.make<math::AbsFOp>(e.in[0]);
  return e.isUnsigned() ? e.in[0] : e.make<math::AbsIOp>(e.in[0]);
}

Value clamp(const E& e) {
  auto op = cast<ClampOp>(e.op);
  Value x = e.in[0];
  if (auto bound = op.getMin())
    x = atLeast(e, x, bound->convertToDouble());
  if (auto bound = op.getMax())
    x = atMost(e, x, bound->convertToDouble());
  return x;
}

Value negative(const E& e) {
  return e.isFloat() ? e.negate(e.in[0]) : e.make<arith::SubIOp>(e.number(0.0), e.in[0]);
}

Value sign(const E& e) {
  Value zero = e.number(0.0), one = e.number(1.0), minus = e.number(-1.0), x = e.in[0];
  if (e.isFloat()) // of NaN: 0, as in PyTorch
    return e.select(e.is(x, F::OGT, 0.0), one, e.select(e.is(x, F::OLT, 0.0), minus, zero));
  Value below = e.isUnsigned() ? zero : e.select(e.is(x, I::slt, zero), minus, zero);
  return e.select(e.is(x, e.isUnsigned() ? I::ugt : I::sgt, zero), one, below);
}

Value hardsigmoid(const E& e) {
  Value x = e.add(e.in[0], e.number(3.0));
  return e.div(atMost(e, atLeast(e, x, 0.0), 6.0), e.number(6.0));
}

Value leakyRelu(const E& e) {
  double slope = cast<LeakyReluOp>(e.op).getNegativeSlope().convertToDouble();
  return e.select(e.is(e.in[0], F::OGT, 0.0), e.in[0], e.mul(e.in[0], slope));
}

Value elu(const E& e) {
  double alpha = cast<EluOp>(e.op).getAlpha().convertToDouble();
  return e.select(e.is(e.in[0], F::OGT, 0.0), e.in[0], e.mul(e.make<math::ExpM1Op>(e.in[0]), alpha));
}

// log(1 + exp(z)) = max(z, 0) + log(1 + exp(-|z|)), which neither overflows nor loses small values.
Value softplus(const E& e) {
  auto op = cast<SoftplusOp>(e.op);
  double beta = op.getBeta().convertToDouble();
  Value x = e.in[0], z = e.mul(x, beta);
  Value rest = e.make<math::Log1pOp>(e.make<math::ExpOp>(e.negate(e.make<math::AbsFOp>(z))));
  Value soft = e.div(e.add(atLeast(e, z, 0.0), rest), e.number(beta));
  return e.select(e.is(z, F::OGT, op.getThreshold().convertToDouble()), x, soft);
}

constexpr ElementwiseRow kShared[] = {
    {"aic.abs", absolute},
    {"aic.add", elementwiseArithmetic<arith::AddFOp, arith::AddIOp>},
    {"aic.ceil", elementwiseUnary<math::CeilOp>},
    {"aic.clamp", clamp},
    {"aic.elu", elu},
    {"aic.exp", elementwiseUnary<math::ExpOp>},
    {"aic.floor", elementwiseUnary<math::FloorOp>},
    {"aic.hardsigmoid", hardsigmoid},
    {"aic.hardswish", [](const E& e) { return e.mul(e.in[0], hardsigmoid(e)); }},
    {"aic.leaky_relu", leakyRelu},
    {"aic.logical_and", [](const E& e) { return e.make<arith::AndIOp>(e.in[0], e.in[1]); }},
    {"aic.logical_not", [](const E& e) { return e.make<arith::XOrIOp>(e.in[0], e.number(1.0)); }},
    {"aic.logical_or", [](const E& e) { return e.make<arith::OrIOp>(e.in[0], e.in[1]); }},
    {"aic.mul", elementwiseArithmetic<arith::MulFOp, arith::MulIOp>},
    {"aic.neg", negative},
    {"aic.relu", [](const E& e) { return atLeast(e, e.in[0], 0.0); }},
    {"aic.relu6", [](const E& e) { return atMost(e, atLeast(e, e.in[0], 0.0), 6.0); }},
    {"aic.round", elementwiseUnary<math::RoundEvenOp>},
    {"aic.sign", sign},
    {"aic.softplus", softplus},
    {"aic.sub", elementwiseArithmetic<arith::SubFOp, arith::SubIOp>},
    {"aic.where", [](const E& e) { return e.select(e.in[0], e.in[1], e.in[2]); }},
};

const ElementwiseRow* rowNamed(ArrayRef<ElementwiseRow> rows, StringRef name) {
  const ElementwiseRow* row = llvm::find_if(rows, [&](const ElementwiseRow& r) { return name == r.name; });
  return row == rows.end() ? nullptr : row;
}

} // namespace

bool ElementwiseCode::isUnsigned() const {
  Type element = getElementTypeOrSelf(op->getOperand(0).getType());
  return element.isUnsignedInteger() || element.isInteger(1);
}

Value ElementwiseCode::number(Type type, double value) const {
  Type element = getElementTypeOrSelf(type);
  TypedAttr attr = isa<FloatType>(element)
                       ? TypedAttr(b.getFloatAttr(element, value))
                       : TypedAttr(b.getIntegerAttr(element, static_cast<int64_t>(value)));
  if (auto vector = dyn_cast<VectorType>(type))
    attr = DenseElementsAttr::get(vector, Attribute(attr));
  return arith::ConstantOp::create(b, loc, attr);
}

Value ElementwiseCode::integer(Type type, const APInt& value) const {
  TypedAttr attr = b.getIntegerAttr(getElementTypeOrSelf(type), value);
  if (auto vector = dyn_cast<VectorType>(type))
    attr = DenseElementsAttr::get(vector, Attribute(attr));
  return arith::ConstantOp::create(b, loc, attr);
}

const ElementwiseRow* findElementwiseRow(ArrayRef<ElementwiseRow> own, StringRef name) {
  const ElementwiseRow* row = rowNamed(own, name);
  return row ? row : rowNamed(kShared, name);
}

// The form with tanh as x * sigmoid(2 u): one exponential, and no cancellation where x is far below 0.
Value gelu(const ElementwiseCode& e, Value (*erf)(const ElementwiseCode&, Value)) {
  Value x = e.in[0], one = e.number(1.0);
  if (!cast<GeluOp>(e.op).getTanh())
    return e.mul(e.mul(x, 0.5), e.add(one, erf(e, e.mul(x, std::sqrt(0.5)))));
  Value cubic = e.add(e.mul(e.mul(e.mul(x, x), x), 0.044715), x);
  Value exponential = e.make<math::ExpOp>(e.mul(cubic, -2.0 * std::sqrt(2.0 / 3.14159265358979323846)));
  return e.div(x, e.add(one, exponential));
}

} // namespace aic::codegen

// Recurrence: see Recurrence.h.
#include "compiler/codegen/Recurrence.h"

#include "compiler/lowering/Lowering.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace aic::codegen {

Recurrence describeRecurrence(Operation* root) {
  auto op = cast<RecurrenceOp>(root);
  auto y = typeOf(op.getY()).getShape();
  Recurrence r;
  r.cell = op.getCell();
  r.reverse = op.getReverse();
  r.sequences = y[0];
  r.steps = y[1];
  r.units = y[2];
  r.gates = r.cell == Cell::Lstm ? 4 : r.cell == Cell::Gru ? 3 : 1;
  StridedView x = stridedView(op.getX());
  r.x = x.base, r.weight = lowering::behindViews(op.getWHh());
  r.xOffset = x.offset, r.xSequence = x.strides[0], r.xStep = x.strides[1];
  r.bias = op.getBN(), r.h0 = op.getH0(), r.c0 = op.getC0();
  return r;
}

CellState emitCell(LoopEmitter& e, Cell cell, ArrayRef<Value> gates, Value fromX, CellState before) {
  auto vector = dyn_cast<VectorType>(gates[0].getType());
  int64_t lanes = vector ? vector.getNumElements() : 0;
  Value one = e.constant(e.b.getF32Type(), 1.0, lanes);
  auto mul = [&](Value x, Value y) -> Value { return arith::MulFOp::create(e.b, e.loc, x, y); };
  auto add = [&](Value x, Value y) -> Value { return arith::AddFOp::create(e.b, e.loc, x, y); };
  auto tanh = [&](Value x) -> Value { return math::TanhOp::create(e.b, e.loc, x); };
  auto sigmoid = [&](Value x) -> Value {
    Value exponential = math::ExpOp::create(e.b, e.loc, arith::NegFOp::create(e.b, e.loc, x));
    return arith::DivFOp::create(e.b, e.loc, one, add(one, exponential));
  };
  switch (cell) {
  case Cell::Lstm: { // i f g o
    Value c = add(mul(sigmoid(gates[1]), before.c), mul(sigmoid(gates[0]), tanh(gates[2])));
    return {mul(sigmoid(gates[3]), tanh(c)), c};
  }
  case Cell::Gru: { // r z n; (1 - z) n + z h
    Value n = tanh(add(fromX, mul(sigmoid(gates[0]), gates[2])));
    // z = 1 / (1 + e), 1 - z = e / (1 + e): f32 has no digits of 1 - z where z is almost 1. e stays finite.
    Value most = e.constant(e.b.getF32Type(), 87.0, lanes), x = arith::NegFOp::create(e.b, e.loc, gates[1]);
    Value above = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OGT, x, most);
    Value exponential = math::ExpOp::create(e.b, e.loc, arith::SelectOp::create(e.b, e.loc, above, most, x));
    Value sum = add(mul(exponential, n), before.h);
    return {arith::DivFOp::create(e.b, e.loc, sum, add(one, exponential)), {}};
  }
  case Cell::RnnTanh:
    return {tanh(gates[0]), {}};
  case Cell::RnnRelu: {
    Value zero = e.constant(e.b.getF32Type(), 0.0, lanes);
    Value below = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OLT, gates[0], zero);
    return {arith::SelectOp::create(e.b, e.loc, below, zero, gates[0]), {}};
  }
  }
  return {};
}

} // namespace aic::codegen

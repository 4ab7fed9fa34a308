// Index arithmetic and loops: see LoopEmitter.h.
#include "compiler/codegen/LoopEmitter.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {

Value LoopEmitter::cst(int64_t value) {
  return arith::ConstantIndexOp::create(b, loc, value);
}
Value LoopEmitter::add(Value x, Value y) {
  return b.createOrFold<arith::AddIOp>(loc, x, y);
}
Value LoopEmitter::add(Value x, int64_t y) {
  return y == 0 ? x : add(x, cst(y));
}
Value LoopEmitter::sub(Value x, Value y) {
  return b.createOrFold<arith::SubIOp>(loc, x, y);
}
Value LoopEmitter::mul(Value x, int64_t y) {
  return y == 1 ? x : b.createOrFold<arith::MulIOp>(loc, x, cst(y));
}
Value LoopEmitter::div(Value x, int64_t y) {
  return y == 1 ? x : b.createOrFold<arith::DivUIOp>(loc, x, cst(y));
}
Value LoopEmitter::rem(Value x, int64_t y) {
  return y == 1 ? cst(0) : b.createOrFold<arith::RemUIOp>(loc, x, cst(y));
}
Value LoopEmitter::min(Value x, Value y) {
  return b.createOrFold<arith::MinSIOp>(loc, x, y);
}
Value LoopEmitter::max(Value x, Value y) {
  return b.createOrFold<arith::MaxSIOp>(loc, x, y);
}
Value LoopEmitter::ceilDivClipped(Value x, int64_t y, int64_t limit) {
  return min(div(max(add(x, y - 1), cst(0)), y), cst(limit));
}
Value LoopEmitter::less(Value x, Value y) {
  return b.createOrFold<arith::CmpIOp>(loc, arith::CmpIPredicate::slt, x, y);
}
Value LoopEmitter::inside(Value x, int64_t limit) {
  return b.createOrFold<arith::CmpIOp>(loc, arith::CmpIPredicate::ult, x, cst(limit));
}
Value LoopEmitter::both(Value x, Value y) {
  if (!x || !y)
    return x ? x : y;
  return b.createOrFold<arith::AndIOp>(loc, x, y);
}

SmallVector<Value> LoopEmitter::delinearize(Value linear, ArrayRef<int64_t> sizes) {
  SmallVector<Value> indices(sizes.size());
  Value rest = linear;
  for (size_t i = sizes.size(); i-- > 0;) {
    indices[i] = i == 0 ? rest : rem(rest, sizes[i]);
    if (i > 0)
      rest = div(rest, sizes[i]);
  }
  return indices;
}

Value LoopEmitter::offsetOf(Value linear, const Axes& axes) {
  Value at = cst(0);
  SmallVector<Value> index = delinearize(linear, axes.sizes);
  for (auto [i, stride] : llvm::zip(index, axes.strides))
    at = add(at, mul(i, stride));
  return at;
}

LoopEmitter::Values LoopEmitter::loop(Value lower, Value upper, int64_t step, ValueRange init,
                                      function_ref<Values(Value, ValueRange)> body) {
  auto op = scf::ForOp::create(b, loc, lower, upper, cst(step), init);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(op.getBody());
  Values carried = body(op.getInductionVar(), op.getRegionIterArgs());
  if (!init.empty())
    scf::YieldOp::create(b, loc, carried);
  return Values(op.getResults());
}

void LoopEmitter::loop(Value lower, Value upper, int64_t step, function_ref<void(Value)> body) {
  loop(lower, upper, step, ValueRange{}, [&](Value i, ValueRange) {
    body(i);
    return Values();
  });
}

LoopEmitter::Values LoopEmitter::choose(Value condition, function_ref<Values()> then,
                                        function_ref<Values()> otherwise) {
  auto branch = [&](function_ref<Values()> body) {
    return [this, body](OpBuilder& inner, Location) {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPoint(inner.getInsertionBlock(), inner.getInsertionPoint());
      scf::YieldOp::create(b, loc, body());
    };
  };
  return Values(scf::IfOp::create(b, loc, condition, branch(then), branch(otherwise)).getResults());
}

Type LoopEmitter::lanesOf(Type element, int64_t lanes) {
  return lanes == 0 ? element : VectorType::get({lanes}, element);
}

Value LoopEmitter::splat(Value scalar, int64_t lanes) {
  if (lanes == 0)
    return scalar;
  return vector::BroadcastOp::create(b, loc, VectorType::get({lanes}, scalar.getType()), scalar);
}

Value LoopEmitter::constant(Type element, double value, int64_t lanes) {
  TypedAttr attr = isa<FloatType>(element)
                       ? TypedAttr(b.getFloatAttr(element, value))
                       : TypedAttr(b.getIntegerAttr(element, static_cast<int64_t>(value)));
  if (lanes == 0)
    return arith::ConstantOp::create(b, loc, attr);
  return arith::ConstantOp::create(
      b, loc, DenseElementsAttr::get(VectorType::get({lanes}, element), Attribute(attr)));
}

Value LoopEmitter::broadcastOffset(ArrayRef<int64_t> shape, Value row, Value col, bool& alongCols) {
  // As large as the result it lies as that does, and of one element all are alike, whatever their axes.
  if (ShapedType::getNumElements(shape) == space.rows * space.cols) {
    alongCols = space.cols != 1;
    return add(mul(row, space.cols), alongCols ? col : cst(0));
  }
  if (ShapedType::getNumElements(shape) == 1) {
    alongCols = false;
    return cst(0);
  }
  size_t rank = space.shape.size();
  SmallVector<int64_t> padded(rank - shape.size(), 1);
  padded.append(shape.begin(), shape.end());
  int64_t inner = 1;
  for (size_t i = space.split; i < rank; ++i)
    inner *= padded[i];
  alongCols = inner == space.cols && space.cols != 1;
  Value offset = alongCols ? col : cst(0);
  ArrayRef<int64_t> outer = ArrayRef(padded).take_front(space.split);
  if (outer == ArrayRef(space.shape).take_front(space.split))
    return add(offset, mul(row, inner));
  Value rest = row;
  int64_t stride = inner;
  for (int64_t i = space.split - 1; i >= 0; --i) {
    if (padded[i] != 1) {
      Value index = i == 0 ? rest : rem(rest, space.shape[i]);
      offset = add(offset, mul(index, stride));
      stride *= padded[i];
    }
    if (llvm::all_of(ArrayRef(padded).take_front(i), [](int64_t size) { return size == 1; }))
      break;
    rest = div(rest, space.shape[i]);
  }
  return offset;
}

Value LoopEmitter::placeOfResult(Value row, Value col) {
  const schedule::Runs runs = kernel.getResultRuns();
  if (runs.areWhole())
    return add(mul(row, space.cols), col);
  const int64_t rowsOfRun = runs.length / space.cols;
  if (rowsOfRun == 1)
    return add(add(mul(row, runs.stride), col), runs.offset);
  Value inRun = row;
  if (rowsOfRun < space.rows) {
    inRun = add(mul(div(row, rowsOfRun), runs.stride), mul(rem(row, rowsOfRun), space.cols));
  } else {
    inRun = mul(row, space.cols);
  }
  return add(add(inRun, col), runs.offset);
}

} // namespace aic::codegen

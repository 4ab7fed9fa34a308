// The ground of the CPU emitters: see KernelEmitter.h.
#include "compiler/codegen/cpu/KernelEmitter.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen {

ResultSpace::ResultSpace(ArrayRef<int64_t> shape, int64_t split) : shape(shape), split(split) {
  for (auto [i, size] : llvm::enumerate(shape))
    (static_cast<int64_t>(i) < split ? rows : cols) *= size;
}

KernelParts splitKernel(schedule::KernelOp kernel) {
  KernelParts parts;
  for (Operation& op : kernel.getBody().front().without_terminator()) {
    if (isa<ConstantOp>(op))
      continue;
    if (isElementwise(&op))
      parts.epilogue.push_back(&op);
    else
      parts.root = &op;
  }
  return parts;
}

KernelEmitter::KernelEmitter(schedule::KernelOp kernel, const CpuTarget& target, func::FuncOp function)
    : b(function.getContext()), loc(kernel.getLoc()), target(target), kernel(kernel),
      parts(splitKernel(kernel)), function(function) {
  Block* entry = function.addEntryBlock();
  b.setInsertionPointToStart(entry);
  Block& body = kernel.getBody().front();
  for (auto [argument, memref] : llvm::zip(body.getArguments(), entry->getArguments()))
    buffers[argument] = memref;
  for (unsigned i = 0, n = body.getTerminator()->getNumOperands(); i < n; ++i)
    results.push_back(entry->getArgument(body.getNumArguments() + i));
  workgroup = entry->getArguments().back();
}

Value KernelEmitter::cst(int64_t value) {
  return arith::ConstantIndexOp::create(b, loc, value);
}
Value KernelEmitter::add(Value x, Value y) {
  return b.createOrFold<arith::AddIOp>(loc, x, y);
}
Value KernelEmitter::add(Value x, int64_t y) {
  return y == 0 ? x : add(x, cst(y));
}
Value KernelEmitter::sub(Value x, Value y) {
  return b.createOrFold<arith::SubIOp>(loc, x, y);
}
Value KernelEmitter::mul(Value x, int64_t y) {
  return y == 1 ? x : b.createOrFold<arith::MulIOp>(loc, x, cst(y));
}
Value KernelEmitter::div(Value x, int64_t y) {
  return y == 1 ? x : b.createOrFold<arith::DivUIOp>(loc, x, cst(y));
}
Value KernelEmitter::rem(Value x, int64_t y) {
  return y == 1 ? cst(0) : b.createOrFold<arith::RemUIOp>(loc, x, cst(y));
}
Value KernelEmitter::min(Value x, Value y) {
  return b.createOrFold<arith::MinSIOp>(loc, x, y);
}
Value KernelEmitter::max(Value x, Value y) {
  return b.createOrFold<arith::MaxSIOp>(loc, x, y);
}

Value KernelEmitter::ceilDivClipped(Value x, int64_t y, int64_t limit) {
  Value numerator = max(add(x, y - 1), cst(0));
  return min(div(numerator, y), cst(limit));
}

KernelEmitter::Values KernelEmitter::loop(Value lower, Value upper, int64_t step, ValueRange init,
                                          function_ref<Values(Value, ValueRange)> body) {
  auto op = scf::ForOp::create(b, loc, lower, upper, cst(step), init);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(op.getBody());
  Values carried = body(op.getInductionVar(), op.getRegionIterArgs());
  if (!init.empty())
    scf::YieldOp::create(b, loc, carried);
  return Values(op.getResults());
}

void KernelEmitter::loop(Value lower, Value upper, int64_t step, function_ref<void(Value)> body) {
  loop(lower, upper, step, ValueRange{}, [&](Value i, ValueRange) {
    body(i);
    return Values();
  });
}

void KernelEmitter::ifThenElse(Value condition, function_ref<void()> then, function_ref<void()> otherwise) {
  auto op = scf::IfOp::create(b, loc, condition, /*withElseRegion=*/static_cast<bool>(otherwise));
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(op.thenBlock());
  then();
  if (otherwise) {
    b.setInsertionPointToStart(op.elseBlock());
    otherwise();
  }
}

std::pair<Value, Value> KernelEmitter::share(Value group, int64_t count, int64_t each) {
  if (each >= count)
    return {cst(0), cst(count)};
  Value begin = mul(group, each);
  return {begin, min(add(begin, each), cst(count))};
}

Value KernelEmitter::splat(Value scalar, int64_t lanes) {
  if (lanes == 0)
    return scalar;
  return vector::BroadcastOp::create(b, loc, VectorType::get({lanes}, scalar.getType()), scalar);
}

Value KernelEmitter::constant(Type element, double value, int64_t lanes) {
  TypedAttr attr = isa<FloatType>(element)
                       ? TypedAttr(b.getFloatAttr(element, value))
                       : TypedAttr(b.getIntegerAttr(element, static_cast<int64_t>(value)));
  if (lanes == 0)
    return arith::ConstantOp::create(b, loc, attr);
  return arith::ConstantOp::create(
      b, loc, DenseElementsAttr::get(VectorType::get({lanes}, element), Attribute(attr)));
}

Value KernelEmitter::larger(Value x, Value y) {
  return arith::MaximumFOp::create(b, loc, x, y, arith::FastMathFlags::nsz);
}
Value KernelEmitter::smaller(Value x, Value y) {
  return arith::MinimumFOp::create(b, loc, x, y, arith::FastMathFlags::nsz);
}

Value KernelEmitter::maskFirst(Value count, int64_t lanes) {
  return vector::CreateMaskOp::create(b, loc, VectorType::get({lanes}, b.getI1Type()), ValueRange{count});
}

Value KernelEmitter::load(Value memref, Value offset, Type element, int64_t lanes, Value mask) {
  Type stored = cast<MemRefType>(memref.getType()).getElementType();
  Value value;
  if (lanes == 0) {
    value = memref::LoadOp::create(b, loc, memref, ValueRange{offset});
  } else {
    auto type = VectorType::get({lanes}, stored);
    if (mask)
      value = vector::MaskedLoadOp::create(b, loc, type, memref, ValueRange{offset}, mask,
                                           constant(stored, 0.0, lanes));
    else
      value = vector::LoadOp::create(b, loc, type, memref, ValueRange{offset});
  }
  if (element.isInteger(1))
    value = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ne, value, constant(stored, 0.0, lanes));
  return value;
}

void KernelEmitter::store(Value value, Value memref, Value offset, Value mask) {
  Type stored = cast<MemRefType>(memref.getType()).getElementType();
  auto vector = dyn_cast<VectorType>(value.getType());
  if (getElementTypeOrSelf(value.getType()).isInteger(1)) {
    Type type = vector ? Type(VectorType::get(vector.getShape(), stored)) : stored;
    value = arith::ExtUIOp::create(b, loc, type, value);
  }
  if (!vector)
    memref::StoreOp::create(b, loc, value, memref, ValueRange{offset});
  else if (mask)
    vector::MaskedStoreOp::create(b, loc, memref, ValueRange{offset}, mask, value);
  else
    vector::StoreOp::create(b, loc, value, memref, ValueRange{offset});
}

// The offset of an operand of `shape` that broadcasts to the result space, at a position. alongCols tells
// whether neighbours along the columns are neighbours in the operand (else one element serves all lanes).
Value KernelEmitter::broadcastOffset(ArrayRef<int64_t> shape, const Position& pos, bool& alongCols) {
  size_t rank = space.shape.size();
  SmallVector<int64_t> padded(rank - shape.size(), 1);
  padded.append(shape.begin(), shape.end());
  int64_t inner = 1;
  for (size_t i = space.split; i < rank; ++i)
    inner *= padded[i];
  alongCols = inner == space.cols && space.cols != 1;
  Value offset = alongCols ? pos.col : cst(0);
  if (alongCols == false && space.cols == 1)
    inner = 1;
  ArrayRef<int64_t> outer = ArrayRef(padded).take_front(space.split);
  ArrayRef<int64_t> outerSpace = ArrayRef(space.shape).take_front(space.split);
  if (outer == outerSpace)
    return add(offset, mul(pos.row, inner));
  Value rest = pos.row;
  int64_t stride = inner;
  for (int64_t i = space.split - 1; i >= 0; --i) {
    if (padded[i] != 1) {
      Value index = i == 0 ? rest : rem(rest, space.shape[i]);
      offset = add(offset, mul(index, stride));
      stride *= padded[i];
    }
    if (llvm::any_of(ArrayRef(padded).take_front(i), [](int64_t size) { return size != 1; }))
      rest = div(rest, space.shape[i]);
    else
      break;
  }
  return offset;
}

Value KernelEmitter::loadAt(Value argument, const Position& pos) {
  auto type = cast<RankedTensorType>(argument.getType());
  bool alongCols = false;
  Value offset = broadcastOffset(type.getShape(), pos, alongCols);
  if (alongCols)
    return load(buffer(argument), offset, type.getElementType(), pos.lanes, pos.mask);
  return splat(load(buffer(argument), offset, type.getElementType(), 0), pos.lanes);
}

Value KernelEmitter::valueAt(Value value, const Position& pos, DenseMap<Value, Value>& done) {
  if (Value found = done.lookup(value))
    return found;
  Value result;
  if (auto constantOp = value.getDefiningOp<ConstantOp>()) {
    auto elements = cast<DenseElementsAttr>(constantOp.getValue());
    Type element = elements.getElementType();
    // What an empty tensor is read for is never stored.
    TypedAttr number =
        elements.empty() ? b.getZeroAttr(element) : cast<TypedAttr>(elements.getSplatValue<Attribute>());
    if (auto integer = dyn_cast<IntegerAttr>(number)) // arith knows no unsigned types
      number = b.getIntegerAttr(b.getIntegerType(element.getIntOrFloatBitWidth()), integer.getValue());
    if (pos.lanes > 0)
      number = DenseElementsAttr::get(VectorType::get({pos.lanes}, number.getType()), Attribute(number));
    result = arith::ConstantOp::create(b, loc, number);
  } else {
    result = loadAt(value, pos);
  }
  return done[value] = result;
}

// Elements that a mask leaves out were not loaded: what they hold is nobody's fault.
void KernelEmitter::refuse(Value condition, const Position& pos) {
  if (matchPattern(condition, m_Zero()))
    return;
  if (pos.mask)
    condition = arith::AndIOp::create(b, loc, condition, pos.mask);
  if (isa<VectorType>(condition.getType()))
    condition = vector::ReductionOp::create(b, loc, vector::CombiningKind::OR, condition);
  if (!status) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(&function.getBody().front());
    status = memref::AllocaOp::create(b, loc, MemRefType::get({1}, b.getI32Type()));
    Value good = arith::ConstantIntOp::create(b, loc, AIC_KERNEL_OK, 32);
    memref::StoreOp::create(b, loc, good, status, ValueRange{cst(0)});
  }
  ifThenElse(condition, [&] {
    Value bad = arith::ConstantIntOp::create(b, loc, AIC_KERNEL_DIVISION_BY_ZERO, 32);
    memref::StoreOp::create(b, loc, bad, status, ValueRange{cst(0)});
  });
}

void KernelEmitter::close() {
  b.setInsertionPointToEnd(&function.getBody().front());
  if (!status) {
    func::ReturnOp::create(b, loc);
    return;
  }
  function.setFunctionType(b.getFunctionType(function.getArgumentTypes(), {b.getI32Type()}));
  Value value = memref::LoadOp::create(b, loc, status, ValueRange{cst(0)});
  func::ReturnOp::create(b, loc, value);
}

void KernelEmitter::finish(Value rootResult, const Position& pos) {
  DenseMap<Value, Value> done;
  if (parts.root)
    done[parts.root->getResult(0)] = rootResult;
  for (Operation* op : parts.epilogue) {
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(valueAt(operand, pos, done));
    SmallVector<Value> refused;
    done[op->getResult(0)] = emitElementwise(b, op, operands, refused);
    for (Value condition : refused)
      refuse(condition, pos);
  }
  // All are read before the first is stored: a result may lie where an operand did.
  Values stored;
  for (Value value : kernel.getBody().front().getTerminator()->getOperands())
    stored.push_back(valueAt(value, pos, done));
  Value offset = add(mul(pos.row, space.cols), pos.col);
  for (auto [value, memref] : llvm::zip(stored, results))
    store(value, memref, offset, pos.mask);
}

} // namespace aic::codegen

// The ground of the CPU emitters: see KernelEmitter.h.
#include "compiler/codegen/cpu/KernelEmitter.h"

#include "compiler/codegen/ElementView.h"
#include "compiler/codegen/cpu/Bytes.h"
#include "compiler/codegen/cpu/Halves.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen {
namespace {

bool isHalf(Type element) {
  return isa<Float16Type, BFloat16Type>(element);
}

// What views make of an argument, at a position.
Value loadThroughViews(KernelEmitter& e, Value value, const Position& pos) {
  ElementView view(value, e.space.shape);
  Value memref = e.buffer(view.argument);
  Type element = typeOf(value).getElementType();
  std::optional<int64_t> step = view.step(e.space.shape, e.space.split);
  if (step == 1)
    return e.load(memref, view.at(e, pos.row, pos.col), element, pos.lanes, pos.mask);
  if (step || pos.lanes == 0)
    return e.splat(e.load(memref, view.at(e, pos.row, pos.col), element, 0), pos.lanes);
  LoopEmitter::Values lanes;
  for (int64_t lane = 0; lane < pos.lanes; ++lane) {
    Value col = e.min(e.add(pos.col, lane), e.cst(e.space.cols - 1)); // behind the last nothing is there
    lanes.push_back(e.load(memref, view.at(e, pos.row, col), element, 0));
  }
  auto type = VectorType::get({pos.lanes}, lanes[0].getType());
  return vector::FromElementsOp::create(e.b, e.loc, type, lanes);
}

} // namespace

int64_t elementwiseLanes(schedule::KernelOp kernel, const CpuTarget& target) {
  int64_t widest = 1;
  kernel.getBody().walk([&](Operation* op) {
    SmallVector<Type> types(op->getResultTypes());
    if (isElementwise(op)) // a root may read indices, one by one
      llvm::append_range(types, op->getOperandTypes());
    for (Type type : types)
      widest = std::max(widest, elementBytes(cast<RankedTensorType>(type).getElementType()));
  });
  return std::max<int64_t>(1, target.vectorBytes / std::max<int64_t>(widest, 4));
}

KernelEmitter::KernelEmitter(schedule::KernelOp kernel, const CpuTarget& target, func::FuncOp function)
    : LoopEmitter(kernel, function.getContext()), target(target), function(function),
      movesBits(parts.epilogue.empty() && (kernel.getFamily() == "copy" || kernel.getFamily() == "gather" ||
                                           kernel.getFamily() == "pack" || kernel.getFamily() == "slice")) {
  Block* entry = function.addEntryBlock();
  b.setInsertionPointToStart(entry);
  Block& body = kernel.getBody().front();
  auto note = [&](Value tensor, Value memref) {
    if (Type element = typeOf(tensor).getElementType(); isHalf(element))
      halves[memref] = element;
  };
  for (auto [argument, memref] : llvm::zip(body.getArguments(), entry->getArguments())) {
    buffers[argument] = memref;
    note(argument, memref);
  }
  for (auto [i, result] : llvm::enumerate(body.getTerminator()->getOperands())) {
    results.push_back(entry->getArgument(body.getNumArguments() + static_cast<unsigned>(i)));
    note(result, results.back());
  }
  unsigned buffersOfAll = body.getNumArguments() + body.getTerminator()->getNumOperands();
  workgroup = entry->getArgument(buffersOfAll++);
  if (scratchBytes(kernel) > 0)
    workerScratch = entry->getArgument(buffersOfAll++);
  if (kernel.getSteps())
    step = entry->getArgument(buffersOfAll);
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
  if (Type half = halves.lookup(memref); half && !movesBits)
    return widenHalf(b, loc, value, half, target.f16c);
  if (element.isInteger(1))
    value = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ne, value, constant(stored, 0.0, lanes));
  return value;
}

void KernelEmitter::store(Value value, Value memref, Value offset, Value mask) {
  Type stored = cast<MemRefType>(memref.getType()).getElementType();
  auto vector = dyn_cast<VectorType>(value.getType());
  if (Type half = halves.lookup(memref); half && !movesBits)
    value = narrowHalf(b, loc, value, half, target.f16c);
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

Type KernelEmitter::inRegister(Type element) {
  if (isHalf(element))
    return movesBits ? Type(b.getIntegerType(16)) : b.getF32Type();
  return element.isInteger() ? b.getIntegerType(element.getIntOrFloatBitWidth()) : element;
}

FloatType KernelEmitter::realOf(Value tensor) {
  return typeOf(tensor).getElementType().isF64() ? FloatType(b.getF64Type()) : b.getF32Type();
}

Value KernelEmitter::number(Type element, APFloat value) {
  bool inexact;
  value.convert(cast<FloatType>(element).getFloatSemantics(), APFloat::rmNearestTiesToEven, &inexact);
  if (auto bits = dyn_cast<IntegerType>(inRegister(element)))
    return arith::ConstantOp::create(b, loc, b.getIntegerAttr(bits, value.bitcastToAPInt()));
  return constant(inRegister(element), value.convertToDouble(), 0);
}

Value KernelEmitter::loadAt(Value argument, const Position& pos) {
  auto type = cast<RankedTensorType>(argument.getType());
  bool alongCols = false;
  Value offset = broadcastOffset(type.getShape(), pos.row, pos.col, alongCols);
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
      number = b.getIntegerAttr(inRegister(element), integer.getValue());
    else if (isHalf(element))
      number = b.getF32FloatAttr(static_cast<float>(cast<FloatAttr>(number).getValueAsDouble()));
    if (pos.lanes > 0)
      number = DenseElementsAttr::get(VectorType::get({pos.lanes}, number.getType()), Attribute(number));
    result = arith::ConstantOp::create(b, loc, number);
  } else if (isView(value.getDefiningOp())) {
    result = loadThroughViews(*this, value, pos);
  } else {
    result = loadAt(value, pos);
  }
  return done[value] = result;
}

Value KernelEmitter::multiplyAdd(Value x, Value y, Value sum) {
  if (target.fusedMultiplyAdd)
    return vector::FMAOp::create(b, loc, x, y, sum);
  return arith::AddFOp::create(b, loc, arith::MulFOp::create(b, loc, x, y), sum);
}

Value KernelEmitter::scratch(int64_t count, Type element) {
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(&function.getBody().front());
  auto type = MemRefType::get({count}, element ? element : b.getF32Type());
  return memref::AllocaOp::create(b, loc, type, b.getI64IntegerAttr(64));
}

void KernelEmitter::forEachVector(int64_t count, int64_t lanes,
                                  function_ref<void(Value, int64_t, Value)> body) {
  if (lanes == 0)
    return loop(cst(0), cst(count), 1, [&](Value i) { body(i, 0, {}); });
  int64_t whole = count / lanes * lanes;
  loop(cst(0), cst(whole), lanes, [&](Value i) { body(i, lanes, {}); });
  if (int64_t rest = count - whole)
    body(cst(whole), lanes, maskFirst(cst(rest), lanes));
}

void KernelEmitter::refuse(Value condition, int32_t code) {
  if (matchPattern(condition, m_Zero()))
    return;
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
    Value bad = arith::ConstantIntOp::create(b, loc, code, 32);
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

Value KernelEmitter::finish(Value rootResult, const Position& pos) {
  DenseMap<Value, Value> done;
  if (parts.root)
    done[parts.made] = done[parts.root->getResult(0)] = rootResult;
  for (auto [index, op] : llvm::enumerate(parts.epilogue)) {
    if (std::optional<ByteChain> chain = byteChain(op); chain && chain->pays(target)) {
      std::string name = (kernel.getSymName() + "_table_" + Twine(index)).str();
      if (Value made = emitByteChain(b, *chain, name, target, valueAt(chain->source, pos, done))) {
        done[op->getResult(0)] = made;
        continue;
      }
    }
    if (std::optional<RoundedBytes> rounded = roundedBytes(op)) {
      done[op->getResult(0)] = emitRoundedBytes(b, loc, *rounded, valueAt(rounded->x, pos, done));
      continue;
    }
    if (std::optional<RoundedNumbers> numbers = roundedNumbers(op, target)) {
      done[op->getResult(0)] = emitRoundedNumbers(b, loc, *numbers, valueAt(numbers->of.x, pos, done));
      continue;
    }
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(valueAt(operand, pos, done));
    SmallVector<Value> refused;
    done[op->getResult(0)] = emitElementwise(b, op, operands, refused);
    for (Value condition : refused) {
      if (pos.mask) // elements that it leaves out were not loaded: what they hold is nobody's fault
        condition = arith::AndIOp::create(b, loc, condition, pos.mask);
      refuse(condition, AIC_KERNEL_DIVISION_BY_ZERO);
    }
  }
  // All are read before the first is stored: a result may lie where an operand did.
  Values stored;
  for (Value value : kernel.getBody().front().getTerminator()->getOperands())
    stored.push_back(isRowMean(value) ? Value() : valueAt(value, pos, done));
  Value offset =
      pos.offset && kernel.getResultRuns().areWhole() ? pos.offset : placeOfResult(pos.row, pos.col);
  for (auto [value, memref] : llvm::zip(stored, results))
    if (value)
      store(value, memref, offset, pos.mask);
  return parts.rowMean ? valueAt(parts.rowMean->getOperand(0), pos, done) : Value();
}

void KernelEmitter::finishTile(ArrayRef<Value> sums, int64_t rows, int64_t columns,
                               function_ref<Position(Value, int64_t)> positionOf) {
  // An optimiser's step behind a product is 20 operations and a tile has 24 vectors: most of what LLVM would
  // work on, for a part of the kernel that waits for memory. (An LSTM's training step compiles in half of the
  // time so, and takes as long as before.)
  constexpr size_t kLongEpilogue = 3;
  Type element = getElementTypeOrSelf(sums.front().getType());
  if (rows == 1 || parts.epilogue.size() <= kLongEpilogue || !isa<FloatType>(element)) {
    for (int64_t j = 0; j < columns; ++j)
      for (int64_t i = 0; i < rows; ++i)
        finish(sums[static_cast<size_t>(i * columns + j)], positionOf(cst(i), j));
    return;
  }
  auto vector = dyn_cast<VectorType>(sums.front().getType());
  const int64_t lanes = vector ? vector.getNumElements() : 0, each = vector ? lanes : 1;
  Value kept = scratch(rows * columns * each, element);
  for (auto [index, sum] : llvm::enumerate(sums))
    store(sum, kept, cst(static_cast<int64_t>(index) * each));
  loop(cst(0), cst(rows), 1, [&](Value i) {
    for (int64_t j = 0; j < columns; ++j)
      finish(load(kept, add(mul(i, columns * each), j * each), element, lanes), positionOf(i, j));
  });
}

Value KernelEmitter::rowMeanBuffer() {
  for (auto [value, memref] : llvm::zip(kernel.getBody().front().getTerminator()->getOperands(), results))
    if (isRowMean(value))
      return memref;
  return {};
}

} // namespace aic::codegen

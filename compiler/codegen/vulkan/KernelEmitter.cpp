// The ground of the Vulkan emitters: see KernelEmitter.h.
#include "compiler/codegen/vulkan/KernelEmitter.h"

#include "compiler/codegen/ElementView.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVAttributes.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVDialect.h"
#include "mlir/Dialect/SPIRV/IR/TargetAndABI.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen::vulkan {

std::array<uint32_t, 3> workgroupGrid(int64_t count) {
  if (count <= kMaxWorkgroupsPerAxis)
    return {static_cast<uint32_t>(count), 1, 1};
  int64_t rows = (count + kMaxWorkgroupsPerAxis - 1) / kMaxWorkgroupsPerAxis;
  return {static_cast<uint32_t>((count + rows - 1) / rows), static_cast<uint32_t>(rows), 1};
}

gpu::GPUFuncOp makeFunction(schedule::KernelOp kernel, gpu::GPUModuleOp module, int64_t localSize,
                            ArrayRef<int64_t> elements) {
  OpBuilder b = OpBuilder::atBlockEnd(module.getBody());
  auto space = spirv::StorageClassAttr::get(b.getContext(), spirv::StorageClass::StorageBuffer);
  SmallVector<Type> types;
  auto addViews = [&](Type tensor) {
    Type element = cast<RankedTensorType>(tensor).getElementType();
    int64_t count = elements[types.size() / 2];
    types.push_back(MemRefType::get({count}, element, MemRefLayoutAttrInterface(), space));
    types.push_back(MemRefType::get({std::max<int64_t>(count / 4, 1)}, VectorType::get({4}, element),
                                    MemRefLayoutAttrInterface(), space));
  };
  for (Type type : kernel.getArgumentTypes())
    addViews(type);
  for (Type type : kernel.getResultTypes())
    addViews(type);
  types.push_back(MemRefType::get({1}, b.getI32Type(), MemRefLayoutAttrInterface(), space));
  auto function = gpu::GPUFuncOp::create(b, kernel.getLoc(), "main", b.getFunctionType(types, {}));
  function->setAttr(gpu::GPUDialect::getKernelFuncAttrName(), b.getUnitAttr());
  function.setKnownBlockSizeAttr(b.getDenseI32ArrayAttr({static_cast<int32_t>(localSize), 1, 1}));
  function->setAttr(spirv::getEntryPointABIAttrName(),
                    spirv::getEntryPointABIAttr(b.getContext(), {static_cast<int32_t>(localSize), 1, 1}));
  for (unsigned i = 0; i < types.size(); ++i)
    function.setArgAttr(i, spirv::getInterfaceVarABIAttrName(),
                        spirv::getInterfaceVarABIAttr(0, i / 2, std::nullopt, b.getContext()));
  return function;
}

KernelEmitter::KernelEmitter(schedule::KernelOp kernel, DictionaryAttr tiles, gpu::GPUFuncOp function)
    : LoopEmitter(kernel, function.getContext()), function(function), tiles(tiles) {
  b.setInsertionPointToStart(&function.getBody().front());
  auto grid = workgroupGrid(tile("workgroups"));
  workgroup = gpu::BlockIdOp::create(b, loc, gpu::Dimension::x);
  if (grid[1] > 1)
    workgroup = add(workgroup, mul(gpu::BlockIdOp::create(b, loc, gpu::Dimension::y), grid[0]));
  local = gpu::ThreadIdOp::create(b, loc, gpu::Dimension::x);
}

void KernelEmitter::forEachWorkgroup(function_ref<void(Value)> body) {
  int64_t count = tile("workgroups");
  auto grid = workgroupGrid(count);
  bool exact = static_cast<int64_t>(grid[0]) * grid[1] == count;
  ifThen(exact ? Value() : less(workgroup, cst(count)), [&] { body(workgroup); });
}

int64_t KernelEmitter::tile(StringRef name) const {
  return tiles.getAs<IntegerAttr>(name).getInt();
}

void KernelEmitter::forEachInvocation(int64_t count, function_ref<void(Value)> body) {
  Value id = add(mul(workgroup, localSize()), local);
  auto grid = workgroupGrid(tile("workgroups"));
  bool exact = static_cast<int64_t>(grid[0]) * grid[1] * localSize() == count;
  ifThen(exact ? Value() : less(id, cst(count)), [&] { body(id); });
}

KernelEmitter::Values KernelEmitter::loopOrUnroll(int64_t count, int64_t step, int64_t unrollUpTo,
                                                  ValueRange init,
                                                  function_ref<Values(Value, ValueRange)> body) {
  if (count > step * unrollUpTo)
    return loop(cst(0), cst(count), step, init, body);
  Values carried(init);
  for (int64_t i = 0; i < count; i += step)
    carried = body(cst(i), carried);
  return carried;
}

void KernelEmitter::ifThen(Value condition, function_ref<void()> then) {
  if (!condition)
    return then();
  auto op = scf::IfOp::create(b, loc, condition, /*withElseRegion=*/false);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(op.thenBlock());
  then();
}

void KernelEmitter::barrier() {
  gpu::BarrierOp::create(b, loc);
}

Value KernelEmitter::extract(Value vector, int64_t lane) {
  return vector::ExtractOp::create(b, loc, vector, ArrayRef<int64_t>{lane});
}
Value KernelEmitter::gather(ArrayRef<Value> lanes) {
  auto type = VectorType::get({static_cast<int64_t>(lanes.size())}, lanes[0].getType());
  return vector::FromElementsOp::create(b, loc, type, lanes);
}
Value KernelEmitter::select(Value condition, Value x, Value y) {
  if (!condition)
    return x;
  if (auto type = dyn_cast<VectorType>(x.getType())) // an i1 that chooses a whole vector does not convert
    condition = splat(condition, type.getNumElements());
  return arith::SelectOp::create(b, loc, condition, x, y);
}
Value KernelEmitter::fadd(Value x, Value y) {
  return arith::AddFOp::create(b, loc, x, y);
}
Value KernelEmitter::fmul(Value x, Value y) {
  return arith::MulFOp::create(b, loc, x, y);
}
// Left to the driver to contract: Fma is emulated where hardware has none.
Value KernelEmitter::multiplyAdd(Value x, Value y, Value sum) {
  return fadd(fmul(x, y), sum);
}

Value KernelEmitter::outside(Value index, int64_t limit) {
  Value below = less(index, cst(0));
  return arith::OrIOp::create(b, loc, below, less(cst(limit - 1), index));
}

Value KernelEmitter::view(unsigned buffer, bool fours) {
  return function.getArgument(2 * buffer + fours);
}

Value KernelEmitter::load(Value argument, Value offset) {
  return memref::LoadOp::create(b, loc, view(cast<BlockArgument>(argument).getArgNumber(), false),
                                ValueRange{offset});
}
Value KernelEmitter::load4(Value argument, Value index) {
  return memref::LoadOp::create(b, loc, view(cast<BlockArgument>(argument).getArgNumber(), true),
                                ValueRange{index});
}
Value KernelEmitter::loadLanes(Value argument, function_ref<Value(int64_t)> offsetOfLane) {
  SmallVector<Value> lanes;
  for (int64_t lane = 0; lane < 4; ++lane)
    lanes.push_back(load(argument, offsetOfLane(lane)));
  return gather(lanes);
}

Value KernelEmitter::shared(int64_t count, Type type) {
  auto space = spirv::StorageClassAttr::get(b.getContext(), spirv::StorageClass::Workgroup);
  int64_t lanes = isa<VectorType>(type) ? cast<VectorType>(type).getNumElements() : 1;
  sharedBytes += count * lanes * 4;
  return memref::AllocOp::create(b, loc, MemRefType::get({count}, type, MemRefLayoutAttrInterface(), space));
}
Value KernelEmitter::loadShared(Value memory, Value index) {
  return memref::LoadOp::create(b, loc, memory, ValueRange{index});
}
void KernelEmitter::storeShared(Value value, Value memory, Value index) {
  memref::StoreOp::create(b, loc, value, memory, ValueRange{index});
}

Value KernelEmitter::loadAt(Value argument, const Position& pos) {
  auto shape = cast<RankedTensorType>(argument.getType()).getShape();
  bool alongCols = false;
  Value offset = broadcastOffset(shape, pos.row, pos.col, alongCols);
  if (!alongCols || pos.lanes == 0)
    return splat(load(argument, offset), pos.lanes);
  if (wholeFours())
    return load4(argument, div(offset, 4));
  return loadLanes(argument, [&](int64_t lane) {
    Value col = min(add(pos.col, lane), cst(space.cols - 1));
    return broadcastOffset(shape, pos.row, col, alongCols);
  });
}

// What views make of an argument, at a position.
static Value loadThroughViews(KernelEmitter& e, Value value, const Position& pos) {
  ElementView view(value, e.space.shape);
  std::optional<int64_t> step = view.step(e.space.shape, e.space.split);
  if (step == 0 || pos.lanes == 0)
    return e.splat(e.load(view.argument, view.at(e, pos.row, pos.col)), pos.lanes);
  auto four = [](int64_t number) { return number % 4 == 0; };
  if (step == 1 && four(view.offset) && four(e.space.cols) && four(typeOf(view.argument).getNumElements()) &&
      llvm::all_of(ArrayRef(view.strides).take_front(e.space.split), four))
    return e.load4(view.argument, e.div(view.at(e, pos.row, pos.col), 4));
  return e.loadLanes(view.argument, [&](int64_t lane) {
    return view.at(e, pos.row, e.min(e.add(pos.col, lane), e.cst(e.space.cols - 1)));
  });
}

Value KernelEmitter::valueAt(Value value, const Position& pos, DenseMap<Value, Value>& done) {
  if (Value found = done.lookup(value))
    return found;
  Value result;
  if (auto constantOp = value.getDefiningOp<ConstantOp>()) {
    auto elements = cast<SplatElementsAttr>(constantOp.getValue()); // assignVulkanTiles saw to it
    Value scalar = arith::ConstantOp::create(b, loc, cast<TypedAttr>(elements.getSplatValue<Attribute>()));
    result = splat(scalar, pos.lanes);
  } else if (isView(value.getDefiningOp())) {
    result = loadThroughViews(*this, value, pos);
  } else {
    result = loadAt(value, pos);
  }
  return done[value] = result;
}

void KernelEmitter::storeResult(unsigned result, Value value, const Position& pos) {
  unsigned buffer = kernel.getBody().front().getNumArguments() + result;
  Value offset = placeOfResult(pos.row, pos.col);
  const schedule::Runs runs = kernel.getResultRuns();
  const bool fours = wholeFours() && runs.length % 4 == 0 && runs.offset % 4 == 0 && runs.stride % 4 == 0;
  if (pos.lanes == 0) {
    store(result, value, offset);
  } else if (fours) {
    memref::StoreOp::create(b, loc, value, view(buffer, true), ValueRange{div(offset, 4)});
  } else {
    for (int64_t lane = 0; lane < 4; ++lane)
      ifThen(lane == 0 ? Value() : less(add(pos.col, lane), cst(space.cols)), [&] {
        memref::StoreOp::create(b, loc, extract(value, lane), view(buffer, false),
                                ValueRange{add(offset, lane)});
      });
  }
}

void KernelEmitter::store(unsigned result, Value value, Value offset) {
  unsigned buffer = kernel.getBody().front().getNumArguments() + result;
  memref::StoreOp::create(b, loc, value, view(buffer, false), ValueRange{offset});
}

Value KernelEmitter::loadResult(unsigned result, Value offset) {
  unsigned buffer = kernel.getBody().front().getNumArguments() + result;
  return memref::LoadOp::create(b, loc, view(buffer, false), ValueRange{offset});
}

void KernelEmitter::refuse(Value condition, int32_t code) {
  if (auto vector = dyn_cast<VectorType>(condition.getType())) {
    Value any = extract(condition, 0);
    for (int64_t lane = 1; lane < vector.getNumElements(); ++lane)
      any = arith::OrIOp::create(b, loc, any, extract(condition, lane));
    condition = any;
  }
  ifThen(condition, [&] {
    Value word = arith::ConstantOp::create(b, loc, b.getI32IntegerAttr(code));
    memref::AtomicRMWOp::create(b, loc, arith::AtomicRMWKind::maxu, word, function.getArguments().back(),
                                ValueRange{cst(0)});
  });
}

Value KernelEmitter::checked(Operation* of, const Checked& value) {
  if (isWide(of))
    refuse(value.overflows, AIC_KERNEL_INTEGER_OVERFLOW);
  return value.result;
}

void KernelEmitter::finish(Value rootResult, const Position& pos) {
  DenseMap<Value, Value> done;
  if (parts.root)
    done[parts.made] = done[parts.root->getResult(0)] = rootResult;
  for (Operation* op : parts.epilogue) {
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(valueAt(operand, pos, done));
    SmallVector<Value> divided, overflowed;
    done[op->getResult(0)] = emitElementwise(b, op, operands, divided, overflowed);
    for (Value byZero : divided)
      refuse(byZero, AIC_KERNEL_DIVISION_BY_ZERO);
    for (Value overflow : overflowed)
      refuse(overflow, AIC_KERNEL_INTEGER_OVERFLOW);
  }
  for (auto [i, value] : llvm::enumerate(kernel.getBody().front().getTerminator()->getOperands()))
    storeResult(static_cast<unsigned>(i), valueAt(value, pos, done), pos);
}

void KernelEmitter::close() {
  b.setInsertionPointToEnd(&function.getBody().front());
  gpu::ReturnOp::create(b, loc);
  llvm::BitVector unused(function.getNumArguments());
  reported = !function.getArguments().back().use_empty();
  if (!reported)
    unused.set(function.getNumArguments() - 1);
  for (BlockArgument argument : function.getArguments().drop_back()) {
    // Each binding keeps a view: a descriptor stands there in any case.
    bool otherUsed = !function.getArgument(argument.getArgNumber() ^ 1).use_empty();
    if (argument.use_empty() && (otherUsed || argument.getArgNumber() % 2 == 1))
      unused.set(argument.getArgNumber());
  }
  (void)function.eraseArguments(unused);
}

} // namespace aic::codegen::vulkan

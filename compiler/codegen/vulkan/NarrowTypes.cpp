// Vulkan's memory holds elements of 4 bytes: i64 becomes i32, and a bool that leaves a kernel becomes an i32
// of 0 or 1.
#include "compiler/codegen/vulkan/Overflow.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "dialects/aic/Views.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/PatternMatch.h"

#include <limits>

using namespace mlir;

namespace aic::codegen {
namespace {

bool isBool(Type type) {
  return cast<RankedTensorType>(type).getElementType().isInteger(1);
}

RankedTensorType withElement(Type type, Type element) {
  return RankedTensorType::get(cast<RankedTensorType>(type).getShape(), element);
}

// What a value is in memory.
Type inMemory(Type type) {
  Type element = cast<RankedTensorType>(type).getElementType();
  return element.isInteger(64) || element.isInteger(1)
             ? withElement(type, IntegerType::get(type.getContext(), 32))
             : type;
}

// What it is in a register: a bool may stay one.
Type inRegister(Type type) {
  return isBool(type) ? type : inMemory(type);
}

// An operation that does with integers of 0 and 1 what it does with bools: one that only moves elements, or
// chooses among them.
bool worksOnIntegers(Operation* op) {
  return op->hasTrait<OpTrait::ChoosesElements>();
}

bool makesPlaces(Operation* op) {
  return op->hasTrait<OpTrait::MakesPlaces>();
}

bool inKernel(Operation* op) {
  return isa<FusedOp>(op->getParentOp());
}

// A value that `op` (a constant or a state) has, with elements of 32 bits; null, with an error, where one
// does not fit.
ElementsAttr narrowed(Operation* op, ElementsAttr value) {
  auto type = cast<RankedTensorType>(inMemory(value.getType()));
  SmallVector<int32_t> elements;
  auto add = [&](int64_t element) {
    if (element < std::numeric_limits<int32_t>::min() || element > std::numeric_limits<int32_t>::max()) {
      op->emitError("unsupported on Vulkan: the constant ")
          << element << " does not fit in 32 bits, which integers have on this device";
      return false;
    }
    elements.push_back(static_cast<int32_t>(element));
    return true;
  };
  if (auto dense = dyn_cast<DenseElementsAttr>(value)) {
    if (dense.isSplat()) {
      APInt element = dense.getSplatValue<APInt>();
      if (!add(element.getBitWidth() == 1 ? static_cast<int64_t>(element.getZExtValue())
                                          : element.getSExtValue()))
        return {};
    } else {
      for (const APInt& element : dense.getValues<APInt>())
        if (!add(element.getBitWidth() == 1 ? static_cast<int64_t>(element.getZExtValue())
                                            : element.getSExtValue()))
          return {};
    }
    return DenseElementsAttr::get(type, ArrayRef(elements));
  }
  auto resource = dyn_cast<DenseResourceElementsAttr>(value);
  AsmResourceBlob* blob = resource ? resource.getRawHandle().getBlob() : nullptr;
  size_t width = isBool(value.getType()) ? 1 : 8, count = static_cast<size_t>(type.getNumElements());
  if (!blob || blob->getData().size() != width * count) {
    op->emitError("the data of this constant is not here");
    return {};
  }
  for (size_t i = 0; i < count; ++i) {
    int64_t element = 0;
    memcpy(&element, blob->getData().data() + width * i, width); // little-endian; a bool is 0 or 1
    if (!add(element))
      return {};
  }
  return DenseElementsAttr::get(type, ArrayRef(elements));
}

// Puts a bare operation into a kernel of its own, where its bools may be registers.
void wrap(Operation* op) {
  OpBuilder b(op);
  SmallVector<Value> operands(op->getOperands());
  auto fused = FusedOp::create(b, op->getLoc(), op->getResultTypes(), operands);
  Block& body = fused.getBody().emplaceBlock();
  for (Value operand : operands)
    body.addArgument(operand.getType(), operand.getLoc());
  op->replaceAllUsesWith(fused.getResults());
  op->moveBefore(&body, body.end());
  op->setOperands(body.getArguments());
  b.setInsertionPointToEnd(&body);
  YieldOp::create(b, op->getLoc(), op->getResults());
}

Value castTo(OpBuilder& b, Location loc, Value value, Type element) {
  return CastOp::create(b, loc, withElement(value.getType(), element), value);
}

// `integers` were bools: what works on integers goes on with them, the others read bools cast from them.
void castUses(OpBuilder& b, Value integers) {
  SmallVector<OpOperand*> casts;
  llvm::SetVector<Operation*> others;
  for (OpOperand& use : integers.getUses())
    if (worksOnIntegers(use.getOwner()))
      others.insert(use.getOwner());
    else if (!isa<YieldOp>(use.getOwner())) // what leaves the group leaves it as an integer
      casts.push_back(&use);
  if (!casts.empty()) {
    b.setInsertionPointAfterValue(integers);
    Value bools = castTo(b, integers.getLoc(), integers, b.getI1Type());
    for (OpOperand* use : casts)
      use->set(bools);
  }
  for (Operation* op : others)
    if (Value result = op->getResult(0); isBool(result.getType())) {
      result.setType(cast<RankedTensorType>(inMemory(result.getType())));
      castUses(b, result);
    }
}

// A kernel's bools come from and go to memory as integers.
void castAtBorders(FusedOp fused) {
  OpBuilder b(fused.getContext());
  Block& body = fused.getBody().front();
  for (BlockArgument argument : body.getArguments()) {
    if (!isBool(argument.getType()))
      continue;
    argument.setType(cast<RankedTensorType>(inMemory(argument.getType())));
    castUses(b, argument);
  }
  Operation* yield = body.getTerminator();
  b.setInsertionPoint(yield);
  for (OpOperand& operand : yield->getOpOperands())
    if (isBool(operand.get().getType()))
      operand.set(castTo(b, operand.get().getLoc(), operand.get(), b.getI32Type()));
  for (Value result : fused.getResults())
    result.setType(inMemory(result.getType()));
}

// What attention adds to its scores in place of a bool mask: 0 or -inf. A mask that others read too, or that
// is computed in attention's own kernel, stays, and the coverage check names it.
void makeMaskAdditive(AttentionOp attention) {
  Value mask = attention.getMask();
  if (!mask || !isBool(mask.getType()))
    return;
  auto fused = dyn_cast<FusedOp>(attention->getParentOp());
  SmallVector<Value> views; // of the kernel's argument
  OpOperand* source = &attention.getMaskMutable()[0];
  if (fused) {
    Value value = mask;
    for (; isView(value.getDefiningOp()); value = value.getDefiningOp()->getOperand(0)) {
      if (!value.hasOneUse())
        return;
      views.push_back(value);
    }
    auto argument = dyn_cast<BlockArgument>(value);
    if (!argument || !argument.hasOneUse())
      return;
    views.push_back(argument);
    source = &fused->getOpOperand(argument.getArgNumber());
  }
  Location loc = attention.getLoc();
  OpBuilder b(source->getOwner());
  auto type = withElement(source->get().getType(), b.getF32Type());
  auto kernel = FusedOp::create(b, loc, TypeRange(type), source->get());
  Block& body = kernel.getBody().emplaceBlock();
  body.addArgument(source->get().getType(), loc);
  b.setInsertionPointToEnd(&body);
  auto number = [&](double value) {
    auto scalar = RankedTensorType::get({}, b.getF32Type());
    return ConstantOp::create(b, loc, DenseElementsAttr::get(scalar, static_cast<float>(value)));
  };
  Value added = WhereOp::create(b, loc, type, body.getArgument(0), number(0),
                                number(-std::numeric_limits<double>::infinity()));
  YieldOp::create(b, loc, added);
  source->set(kernel.getResult(0));
  for (Value view : views)
    view.setType(withElement(view.getType(), b.getF32Type()));
}

// Bare operations that compute with bools, or make places, get kernels.
void wrapBare(ModuleOp module) {
  SmallVector<Operation*> bare;
  auto touchesBool = [](Operation* op) {
    return llvm::any_of(op->getOperandTypes(), isBool) || llvm::any_of(op->getResultTypes(), isBool);
  };
  module.walk([&](Operation* op) {
    if (isa_and_nonnull<func::FuncOp>(op->getParentOp()) && !isa<FusedOp, ConstantOp, func::ReturnOp>(op) &&
        ((!worksOnIntegers(op) && touchesBool(op)) || makesPlaces(op)))
      bare.push_back(op);
  });
  for (Operation* op : bare)
    wrap(op);
}

LogicalResult narrowState(StateOp state) {
  if (inMemory(state.getType()) == state.getType())
    return success();
  ElementsAttr value = narrowed(state, state.getValue());
  if (!value)
    return failure();
  state.setValueAttr(value);
  state.setTypeAttr(TypeAttr::get(value.getType()));
  return success();
}

LogicalResult narrowConstant(ConstantOp constant) {
  Type type = constant.getType();
  if (type == (inKernel(constant) ? inRegister(type) : inMemory(type)))
    return success();
  ElementsAttr value = narrowed(constant, constant.getValue());
  if (!value)
    return failure();
  constant.setValueAttr(value);
  constant.getResult().setType(cast<RankedTensorType>(value.getType()));
  return success();
}

// An operation that computes: its results, and the numbers in its attributes.
LogicalResult narrowResults(Operation* op) {
  if (makesPlaces(op)) // a place's type is given: what is written is its cast
    return success();
  auto pad = dyn_cast<PadOp>(op);
  bool wide =
      llvm::any_of(op->getResultTypes(), [](Type type) { return getElementTypeOrSelf(type).isInteger(64); });
  if (double filling = wide && pad ? pad.getValue().convertToDouble() : 0;
      filling < INT32_MIN || filling > INT32_MAX)
    return op->emitError("unsupported on Vulkan: the filling ")
           << filling << " does not fit in 32 bits, which integers have on this device";
  if (wide)
    op->setAttr(vulkan::kWide, UnitAttr::get(op->getContext()));
  if (pad && isBool(pad.getType())) // every filling but 0 is true
    pad.setValue(APFloat(pad.getValue().isZero() ? 0.0 : 1.0));
  for (Value result : op->getResults())
    result.setType(inKernel(op) ? inRegister(result.getType()) : inMemory(result.getType()));
  return success();
}

LogicalResult narrow(Operation* op) {
  if (auto function = dyn_cast<func::FuncOp>(op)) {
    for (BlockArgument argument : function.getArguments())
      argument.setType(inMemory(argument.getType()));
    return success();
  }
  if (isa<ModuleOp, FusedOp, YieldOp, func::ReturnOp>(op))
    return success();
  if (auto state = dyn_cast<StateOp>(op))
    return narrowState(state);
  if (auto constant = dyn_cast<ConstantOp>(op))
    return narrowConstant(constant);
  return narrowResults(op);
}

// What a place's users read is narrow, too.
void castPlaces(ModuleOp module) {
  module.walk([](Operation* op) {
    if (!makesPlaces(op))
      return;
    OpBuilder b(op);
    b.setInsertionPointAfter(op);
    Value place = op->getResults().back();
    Value narrow = castTo(b, op->getLoc(), place, b.getI32Type());
    place.replaceAllUsesExcept(narrow, narrow.getDefiningOp());
  });
}

// The types of kernels and functions, as those of what is in them.
void narrowBorders(ModuleOp module) {
  module.walk([&](FusedOp fused) {
    for (BlockArgument argument : fused.getBody().front().getArguments())
      argument.setType(inRegister(argument.getType())); // i64 to i32
    for (Value result : fused.getResults())
      result.setType(inRegister(result.getType()));
    castAtBorders(fused);
  });
  module.walk([&](func::FuncOp function) {
    if (function.isExternal())
      return;
    Operation* end = function.getBody().front().getTerminator();
    function.setFunctionType(FunctionType::get(
        function.getContext(), function.getBody().front().getArgumentTypes(), end->getOperandTypes()));
  });
}

} // namespace

LogicalResult narrowVulkanTypes(ModuleOp module) {
  SmallVector<AttentionOp> attentions;
  module.walk([&](AttentionOp op) { attentions.push_back(op); });
  for (AttentionOp attention : attentions)
    makeMaskAdditive(attention);
  wrapBare(module);
  bool good = true; // every constant that does not fit is said
  module.walk([&](Operation* op) { good &= succeeded(narrow(op)); });
  if (!good)
    return failure();
  castPlaces(module);
  narrowBorders(module);
  return success();
}

} // namespace aic::codegen

// What Vulkan cannot compute, said before kernels are formed.
#include "compiler/codegen/vulkan/Emitters.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Views.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Indices are 32 bits wide, and every buffer is one storage buffer.
constexpr int64_t kMaxBytes = int64_t(1) << 31;

std::string spell(Type element) {
  if (element.isInteger(1))
    return "bool";
  if (element.isSignlessInteger())
    return "i" + std::to_string(element.getIntOrFloatBitWidth());
  if (element.isUnsignedInteger())
    return "u" + std::to_string(element.getIntOrFloatBitWidth());
  std::string text;
  llvm::raw_string_ostream(text) << element;
  return text;
}

// May this value stand in a register only? A bool may.
bool staysInside(Value value) {
  Operation* definition = value.getDefiningOp();
  return definition && isa<FusedOp>(definition->getParentOp()) &&
         llvm::none_of(value.getUsers(), [](Operation* user) { return isa<YieldOp>(user); });
}

bool makesPlaces(Operation* op) {
  return op && op->hasTrait<OpTrait::MakesPlaces>();
}

// Why a tensor cannot be in the device's memory.
std::string whyNotInMemory(RankedTensorType type) {
  Type element = type.getElementType();
  if (!element.isF32() && !element.isInteger(32))
    return spell(element) + " tensors in memory: this device works on f32 and i32";
  if (type.getNumElements() == 0)
    return "an empty tensor";
  if (tensorBytes(type) >= kMaxBytes)
    return "a tensor of 2 GiB or more";
  return "";
}

// An update's values, where there are none: nothing reads them, and they have no buffer. Also through views
// and a kernel's border.
bool isNoValues(Value value) {
  if (typeOf(value).getNumElements() != 0 || value.use_empty())
    return false;
  return llvm::all_of(value.getUses(), [](OpOperand& use) {
    Operation* user = use.getOwner();
    if (auto fused = dyn_cast<FusedOp>(user))
      return isNoValues(fused.getBody().getArgument(use.getOperandNumber()));
    if (auto update = dyn_cast<UpdateSliceOp>(user))
      return &use == &update.getValuesMutable();
    return isView(user) && isNoValues(user->getResult(0));
  });
}

// What is no operation, but lies in memory: states, and what a model gives back as it came.
LogicalResult checkStatesAndCopies(ModuleOp module) {
  bool good = true;
  for (auto state : module.getOps<StateOp>())
    if (std::string why = whyNotInMemory(cast<RankedTensorType>(state.getType())); !why.empty()) {
      emitError(state.getLoc()) << "unsupported on Vulkan: a state on " << why;
      good = false;
    }
  module.walk([&](func::ReturnOp end) {
    for (Value value : end.getOperands()) {
      std::string why = whyNotInMemory(cast<RankedTensorType>(value.getType()));
      if (why.empty() || !isa<BlockArgument>(value))
        continue;
      emitError(value.getLoc()) << "unsupported on Vulkan: a copy of an input on " << why;
      good = false;
    }
  });
  return success(good);
}

// `narrowed`: integers have 32 bits by now, and a bool that is left is a register's. Before that they are
// what narrowVulkanTypes will make of them: it keeps bools out of memory and of all but elementwise
// operations.
std::string whyNot(Operation* op, bool narrowed) {
  std::string name = op->getName().stripDialect().str();
  SmallVector<Value> values(op->getOperands());
  llvm::append_range(values, op->getResults());
  for (Value value : values) {
    if (isNoValues(value))
      continue;
    auto type = typeOf(value);
    Type element = type.getElementType();
    if (!narrowed && (element.isInteger(1) || element.isInteger(64)))
      element = IntegerType::get(element.getContext(), 32);
    if (element.isInteger(1) && staysInside(value))
      continue;
    if (makesPlaces(value.getDefiningOp()) && staysInside(value))
      continue; // an i64 by name; narrowVulkanTypes casts it
    if (std::string why = whyNotInMemory(type.clone(element)); !why.empty())
      return name + " on " + why;
  }
  if (narrowed && !isElementwise(op) &&
      llvm::any_of(op->getOperandTypes(), [](Type type) { return getElementTypeOrSelf(type).isInteger(1); }))
    return name + " of bools that are computed on in the same kernel";
  if (isa<ConstantOp>(op))
    return "";
  if (isElementwise(op))
    return vulkan::hasElementwise(op) ? "" : name + " has no Vulkan code";
  if (auto pool = dyn_cast<AdaptiveAvgPool2dOp>(op)) { // a window's bounds are computed in 32 bits
    auto in = cast<RankedTensorType>(pool.getX().getType()).getShape();
    auto out = cast<RankedTensorType>(pool.getResult().getType()).getShape();
    for (size_t axis = 1; axis < 4; ++axis)
      if ((in[axis] + 1) * (out[axis] + 1) >= INT32_MAX)
        return name + " on an axis this long";
  }
  if (auto recurrence = dyn_cast<RecurrenceOp>(op)) {
    int64_t units = cast<RankedTensorType>(recurrence.getY().getType()).getDimSize(2);
    if (units > vulkan::kMaxRecurrenceUnits)
      return name + " of " + std::to_string(units) + " units: a workgroup's memory holds the states of " +
             std::to_string(vulkan::kMaxRecurrenceUnits);
  }
  auto root = dyn_cast<KernelRootOpInterface>(op);
  if (!root || !vulkan::hasEmitter(root.getFamily()))
    return name + " has no Vulkan code";
  if (vulkan::hasEmitterOfIntegers(root.getFamily()))
    return "";
  auto attention = dyn_cast<AttentionOp>(op);
  for (Value value : values) {
    Type element = typeOf(value).getElementType();
    bool isMask = !narrowed && attention && element.isInteger(1); // will be added to the scores
    bool isPlace = attention && (value == attention.getLength() || value == spansOf(attention));
    if (!element.isF32() && !isMask && !isPlace)
      return name + " on types other than f32";
  }
  return "";
}

} // namespace

std::string whyNotOnVulkan(Operation* op) {
  std::string why = whyNot(op, /*narrowed=*/false);
  return why.empty() ? why : "on Vulkan " + why;
}

LogicalResult checkVulkanCoverage(ModuleOp module) {
  bool computed =
      succeeded(checkEach(module, "Vulkan", [](Operation* op) { return whyNot(op, /*narrowed=*/true); }));
  bool held = succeeded(checkStatesAndCopies(module));
  return success(computed && held);
}

} // namespace aic::codegen

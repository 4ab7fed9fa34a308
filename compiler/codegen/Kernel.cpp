// Kernels and their constants: see Kernel.h.
#include "compiler/codegen/Kernel.h"

#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "compiler/lowering/Prologue.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::codegen {

using schedule::KernelOp;

KernelParts splitKernel(KernelOp kernel) {
  Block& body = kernel.getBody().front();
  KernelParts parts;
  parts.root = lowering::rootOf(body);
  parts.gate = lowering::gateOf(parts.root);
  parts.rowMean = lowering::rowMeanOf(body);
  if (auto root = dyn_cast_or_null<KernelRootOpInterface>(parts.root))
    parts.made =
        root.writesThroughViews() ? stridedResult(parts.root->getResult(0)).base : parts.root->getResult(0);
  SmallVector<Operation*> prologue = lowering::prologueOf(parts.root);
  for (Operation& op : body.without_terminator())
    if (isElementwise(&op) && &op != parts.gate && !llvm::is_contained(prologue, &op))
      parts.epilogue.push_back(&op);
  return parts;
}

bool isConstantArgument(KernelOp kernel, Value value) {
  auto argument = dyn_cast<BlockArgument>(value);
  auto constants = kernel.getConstantArguments();
  return argument && constants && llvm::is_contained(*constants, argument.getArgNumber());
}

int64_t scratchBytes(KernelOp kernel) {
  auto bytes = kernel.getTiling() ? kernel.getTiling()->getAs<IntegerAttr>(kScratchBytes) : IntegerAttr();
  return bytes ? bytes.getInt() : 0;
}

DictionaryAttr weightPacking(KernelOp kernel, unsigned index, int64_t width) {
  Operation* root = splitKernel(kernel).root;
  Value argument = kernel.getBody().front().getArgument(index);
  if (!root || root->getNumOperands() < 2 || root->getOperand(1) != argument)
    return {};
  MLIRContext* context = kernel.getContext();
  if (kernel.getFamily() == "window")
    return lowering::packDepthwise(context);
  if (auto recurrence = dyn_cast<RecurrenceOp>(root))
    return lowering::packRecurrence(
        context, typeOf(recurrence.getWHh()).getDimSize(0) / typeOf(recurrence.getWHh()).getDimSize(1),
        width);
  if (kernel.getFamily() != "contraction" || width == 0)
    return {};
  if (auto conv = dyn_cast<Conv2dOp>(root))
    return lowering::packConv(context, conv.getGroups(), width);
  return isa<LinearOp>(root) ? lowering::packLinear(context, width) : lowering::packMatmul(context, width);
}

// A constant that the root reads packed and something else as it lies is two arguments.
static void splitConstantWeights(ModuleOp schedule,
                                 function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf) {
  DenseMap<Operation*, unsigned> split;
  for (KernelOp kernel : schedule.getOps<KernelOp>()) {
    Operation* root = splitKernel(kernel).root;
    if (!root || root->getNumOperands() < 2 || !isConstantArgument(kernel, root->getOperand(1)))
      continue;
    auto weight = cast<BlockArgument>(root->getOperand(1));
    if (weight.hasOneUse() || !packingOf(kernel, weight.getArgNumber()))
      continue;
    split[kernel] = weight.getArgNumber();
    BlockArgument own = kernel.getBody().front().addArgument(weight.getType(), weight.getLoc());
    root->setOperand(1, own);
    SmallVector<int64_t> constants(*kernel.getConstantArguments());
    constants.push_back(own.getArgNumber());
    kernel.setConstantArguments(constants);
  }
  if (split.empty())
    return;
  SymbolTable kernels(schedule);
  for (auto program : schedule.getOps<schedule::ProgramOp>())
    for (auto dispatch : program.getOps<schedule::DispatchOp>())
      if (auto found = split.find(kernels.lookup(dispatch.getKernel())); found != split.end())
        dispatch.getReadsMutable().append(Value(dispatch.getReads()[found->second]));
}

void packConstants(ModuleOp schedule, function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf) {
  splitConstantWeights(schedule, packingOf);
  SymbolTable kernels(schedule);
  for (auto program : schedule.getOps<schedule::ProgramOp>()) {
    DenseMap<std::pair<Value, Attribute>, Value> packed;
    SmallVector<schedule::ConstantOp> originals(program.getOps<schedule::ConstantOp>());
    for (auto dispatch : program.getOps<schedule::DispatchOp>()) {
      auto kernel = kernels.lookup<KernelOp>(dispatch.getKernel());
      for (auto [i, operand] : llvm::enumerate(dispatch.getReadsMutable())) {
        auto constant = operand.get().getDefiningOp<schedule::ConstantOp>();
        DictionaryAttr packing = constant ? packingOf(kernel, i) : DictionaryAttr();
        if (!packing)
          continue;
        Value& value = packed[{operand.get(), packing}];
        if (!value) {
          OpBuilder at(constant);
          value = schedule::ConstantOp::create(at, constant.getLoc(), operand.get().getType(),
                                               constant.getValue(), packing);
        }
        operand.set(value);
      }
    }
    for (auto constant : originals)
      if (constant.getBuffer().use_empty())
        constant.erase();
  }
}

LogicalResult checkEach(ModuleOp module, StringRef device, function_ref<std::string(Operation*)> whyNot) {
  bool good = true;
  module.walk([&](Operation* op) {
    if (op->getName().getDialectNamespace() != "aic" || isa<FusedOp, StateOp, YieldOp>(op))
      return;
    if (std::string why = whyNot(op); !why.empty()) {
      op->emitError("unsupported on ") << device << ": " << why;
      good = false;
    }
  });
  return success(good);
}

} // namespace aic::codegen

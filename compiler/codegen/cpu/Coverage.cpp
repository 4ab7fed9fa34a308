// What the CPU cannot compute, said before kernels are formed.
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/IntegerTiling.h"
#include "compiler/lowering/Lowering.h"
#include "dialects/aic/AttentionForms.h"

using namespace mlir;

namespace aic::codegen {

namespace {

// A constant, or an argument of a group or a kernel that is one.
bool isConstant(Value value) {
  if (auto argument = dyn_cast<BlockArgument>(value)) {
    Operation* owner = argument.getOwner()->getParentOp();
    if (auto kernel = dyn_cast<schedule::KernelOp>(owner))
      return isConstantArgument(kernel, value);
    if (auto fused = dyn_cast<FusedOp>(owner))
      value = fused.getInputs()[argument.getArgNumber()];
  }
  return lowering::behindViews(value).getDefiningOp<ConstantOp>() != nullptr;
}

// Why a product with a weight of integers has no code; "" where it has, and for all others.
std::string whyNoContraction(Operation* op) {
  if (auto blocks = dyn_cast<BlockLinearOp>(op))
    return isConstant(blocks.getQ()) && isConstant(blocks.getScale())
               ? ""
               : " of a weight that is computed at run time";
  if (!op->hasTrait<OpTrait::Contraction>() || op->getNumOperands() < 2)
    return "";
  if (!getElementTypeOrSelf(op->getOperand(1)).isInteger())
    return "";
  if (typeOf(op->getOperand(0)).getElementType().isInteger())
    return isConstant(op->getOperand(1)) ? whyNoIntegerContraction(op)
                                         : " of integers with a weight that is computed at run time";
  auto root = cast<KernelRootOpInterface>(op);
  return root.getFamily() == "window" ? " of each channel by itself, of a weight of integers, has no CPU code"
                                      : "";
}

} // namespace

std::string whyNotOnCpu(Operation* op) {
  auto isDouble = [](Type type) { return cast<RankedTensorType>(type).getElementType().isF64(); };
  std::string name = op->getName().stripDialect().str();
  const std::string onDoubles =
      name + " on f64: the CPU has f32, f16 and bf16 here"; // 16 bits are f32 in registers
  if (isa<ConstantOp>(op))
    return "";
  if (isElementwise(op)) {
    const ElementwiseRow* row = elementwiseRow(op);
    if (!row)
      return name + " has no CPU code";
    bool doubles =
        llvm::any_of(op->getOperandTypes(), isDouble) || llvm::any_of(op->getResultTypes(), isDouble);
    return row->onlyF32 && doubles ? onDoubles : "";
  }
  auto root = dyn_cast<KernelRootOpInterface>(op);
  // Of what passes make others of (compiler/transforms), the kernel that it becomes; where one is left, no
  // emitter is found for its own.
  StringRef family = !root                                ? name
                     : root.getDecomposedFamily().empty() ? root.getFamily()
                                                          : root.getDecomposedFamily();
  if (!hasEmitter(family))
    return name + " has no CPU code";
  if (std::optional<AttentionForm> attention = attentionForm(op)) {
    int64_t keys = typeOf(attention->k).getShape().end()[-2],
            queries = typeOf(attention->q).getShape().end()[-2];
    if (attention->causal && std::max(keys, queries) > INT32_MAX)
      return name + " with causality over 2^31 queries or keys";
  }
  if (std::string why = whyNoContraction(op); !why.empty())
    return name + why;
  return isDouble(op->getResult(0).getType()) && !hasEmitterOfDoubles(family) ? onDoubles : "";
}

LogicalResult checkCoverage(ModuleOp module) {
  return checkEach(module, "the CPU", whyNotOnCpu);
}

} // namespace aic::codegen

// What the CPU cannot compute, said before kernels are formed.
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/lowering/Lowering.h"

using namespace mlir;

namespace aic::codegen {

std::string whyNotOnCpu(Operation* op) {
  auto element = [](Type type) { return cast<RankedTensorType>(type).getElementType(); };
  std::string name = op->getName().stripDialect().str();
  bool other = false, otherFloat = false; // f16 and bf16 are f32 in registers
  for (Type type : llvm::concat<const Type>(op->getOperandTypes(), op->getResultTypes())) {
    other |= !isa<FloatType>(element(type)) || element(type).isF64();
    otherFloat |= element(type).isF64();
  }
  bool moves = isa<ReshapeOp, TransposeOp, ExpandOp, ConcatOp, SliceOp, PadOp, ConstantOp, EmbeddingOp,
                   TakeOp, GatherOp>(op);
  if (moves)
    return "";
  // Passes make others of these (compiler/transforms); where one is left, no emitter is found for its kernel.
  bool decomposed = isa<BatchNormOp, Conv1dOp, ConvTranspose2dOp, GruOp, LstmOp, OneHotOp, RnnOp>(op);
  if (isa<OneHotOp>(op))
    return "";
  if (!isElementwise(op) && !decomposed && !hasEmitter(lowering::familyOf(op)))
    return name + " has no CPU code";
  if (isElementwise(op)) {
    const ElementwiseRow* row = elementwiseRow(op);
    if (!row)
      return name + " has no CPU code";
    if (row->onlyF32 && otherFloat)
      return name + " on f64: the CPU has f32, f16 and bf16 here";
    return "";
  }
  if (auto attention = dyn_cast<AttentionOp>(op)) {
    other = element(op->getResult(0).getType()).isF64(); // a mask may be of bools
    auto scores = typeOf(attention.getK());
    if (attention.getCausal() &&
        std::max(scores.getShape().end()[-2], typeOf(attention.getQ()).getShape().end()[-2]) > INT32_MAX)
      return name + " with causality over 2^31 queries or keys";
  }
  if (isa<InterpolateOp, ScatterOp, TopkOp>(op))
    return "";
  if (isa<ArgmaxOp, SumOp, ProdOp, MeanOp, AmaxOp, AminOp, SoftmaxOp, LogSoftmaxOp, LayerNormOp, RmsNormOp,
          GroupNormOp, BatchNormOp>(op))
    return "";
  if (other && isa<AttentionOp, RecurrenceOp, LstmOp, GruOp, RnnOp>(op))
    return name + " on f64: the CPU has f32, f16 and bf16 here";
  return "";
}

LogicalResult checkCoverage(ModuleOp module) {
  return checkEach(module, "the CPU", whyNotOnCpu);
}

} // namespace aic::codegen

// What a kernel costs, and which of its arguments it reads in place.
#include "compiler/lowering/Lowering.h"

using namespace mlir;

namespace aic::lowering {
namespace {

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

int64_t flopsOf(Operation* op) {
  if (isa<ConstantOp, YieldOp, ReshapeOp, TransposeOp, SliceOp, ExpandOp, PadOp, ConcatOp, CastOp,
          EmbeddingOp, TakeOp, GatherOp>(op))
    return 0;
  int64_t out = typeOf(op->getResult(0)).getNumElements();
  if (auto conv = dyn_cast<Conv2dOp>(op)) {
    auto weight = typeOf(conv.getWeight());
    return out * 2 * weight.getDimSize(1) * weight.getDimSize(2) * weight.getDimSize(3);
  }
  if (auto linear = dyn_cast<LinearOp>(op))
    return out * 2 * typeOf(linear.getWeight()).getDimSize(1);
  if (auto matmul = dyn_cast<MatmulOp>(op))
    return out * 2 * typeOf(matmul.getA()).getShape().back();
  if (auto pool = dyn_cast<MaxPool2dOp>(op))
    return out * pool.getKernel()[0] * pool.getKernel()[1];
  if (auto pool = dyn_cast<AvgPool2dOp>(op))
    return out * pool.getKernel()[0] * pool.getKernel()[1];
  if (auto interpolate = dyn_cast<InterpolateOp>(op))
    return interpolate.getMode() == ResizeMode::Nearest ? 0 : out * 9; // three times (1 - s) * a + s * b
  if (auto scatter = dyn_cast<ScatterOp>(op))
    return scatter.getReduction() == ScatterReduction::None ? 0 : typeOf(scatter.getIndex()).getNumElements();
  if (auto attention = dyn_cast<AttentionOp>(op)) {
    auto q = typeOf(attention.getQ()), k = typeOf(attention.getK());
    int64_t queries = q.getDimSize(q.getRank() - 2), keys = k.getDimSize(k.getRank() - 2),
            seen = queries * keys;
    if (attention.getCausal()) // query i sees i + 1 keys, if there are so many
      seen = queries <= keys ? queries * (queries + 1) / 2 : keys * (keys + 1) / 2 + (queries - keys) * keys;
    int64_t matrices = q.getNumElements() / std::max<int64_t>(queries * q.getShape().back(), 1);
    return matrices * seen * (2 * (q.getShape().back() + out / std::max<int64_t>(matrices * queries, 1)) + 5);
  }
  if (auto recurrence = dyn_cast<RecurrenceOp>(op)) // a product, and some functions a gate
    return out * typeOf(recurrence.getWHh()).getDimSize(0) / typeOf(recurrence.getWHh()).getDimSize(1) *
           (2 * typeOf(recurrence.getWHh()).getDimSize(1) + 4);
  if (isa<SoftmaxOp, LogSoftmaxOp>(op))
    return out * 5;
  if (isa<LayerNormOp, RmsNormOp, GroupNormOp>(op))
    return out * 7;
  return std::max(out, typeOf(op->getOperand(0)).getNumElements());
}

} // namespace

KernelCost kernelCost(schedule::KernelOp kernel) {
  KernelCost cost;
  for (Operation& op : kernel.getBody().front().without_terminator())
    cost.flops += flopsOf(&op);
  for (Type type : kernel.getArgumentTypes())
    cost.bytes += tensorBytes(cast<RankedTensorType>(type));
  for (Type type : kernel.getResultTypes())
    cost.bytes += tensorBytes(cast<RankedTensorType>(type));
  return cost;
}

bool readsInPlace(schedule::KernelOp kernel, unsigned index) {
  Value argument = kernel.getBody().front().getArgument(index);
  auto result = cast<RankedTensorType>(kernel.getResultTypes().front());
  auto own = typeOf(argument);
  if (own.getShape() != result.getShape() ||
      elementBytes(own.getElementType()) != elementBytes(result.getElementType()))
    return false;
  return llvm::all_of(argument.getUsers(),
                      [](Operation* user) { return isElementwise(user) || isa<YieldOp>(user); });
}

} // namespace aic::lowering

// Iteration spaces of the simple families.
#include "compiler/codegen/cpu/Spaces.h"

using namespace mlir;

namespace aic::codegen {

ResultSpace elementwiseSpace(schedule::KernelOp kernel) {
  Block& body = kernel.getBody().front();
  auto out = cast<RankedTensorType>(body.getTerminator()->getOperand(0).getType());
  ArrayRef<int64_t> shape = out.getShape();
  int64_t rank = out.getRank(), split = rank;
  auto fits = [&](int64_t from) {
    for (BlockArgument argument : body.getArguments()) {
      auto own = cast<RankedTensorType>(argument.getType()).getShape();
      bool whole = true, single = true;
      for (int64_t i = from; i < rank; ++i) {
        int64_t at = i - (rank - static_cast<int64_t>(own.size()));
        int64_t size = at < 0 ? 1 : own[at];
        whole &= size == shape[i];
        single &= size == 1;
      }
      if (!whole && !single)
        return false;
    }
    return true;
  };
  while (split > 0 && fits(split - 1))
    --split;
  return ResultSpace(shape, split);
}

int64_t elementwiseLanes(schedule::KernelOp kernel, const CpuTarget& target) {
  int64_t widest = 1;
  kernel.getBody().walk([&](Operation* op) {
    for (Type type : llvm::concat<Type>(SmallVector<Type>(op->getOperandTypes()),
                                        SmallVector<Type>(op->getResultTypes())))
      widest = std::max(widest, elementBytes(cast<RankedTensorType>(type).getElementType()));
  });
  return std::max<int64_t>(1, target.vectorBytes / std::max<int64_t>(widest, 4));
}

SmallVector<int64_t> rowMajorStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (int64_t i = static_cast<int64_t>(shape.size()) - 2; i >= 0; --i)
    strides[i] = strides[i + 1] * shape[i + 1];
  return strides;
}

} // namespace aic::codegen

#include "compiler/driver/Fold.h"

#include "compiler/reference/Reference.h"

using namespace mlir;

namespace aic::driver {

ElementsAttr foldOperation(Operation* op, ArrayRef<ElementsAttr> operands) {
  constexpr int64_t kMaxSteps = int64_t(1) << 28;
  if (op->getNumResults() != 1 || reference::estimateSteps(op) > kMaxSteps)
    return {};
  SmallVector<reference::Tensor> values;
  SmallVector<const reference::Tensor*> pointers;
  SmallVector<reference::Tensor, 1> results;
  for (ElementsAttr operand : operands) {
    FailureOr<reference::Tensor> value = reference::fromAttr(operand, [&] { return op->emitError(); });
    if (mlir::failed(value))
      return {};
    values.push_back(std::move(*value));
  }
  for (const reference::Tensor& value : values)
    pointers.push_back(&value);
  if (mlir::failed(reference::evaluate(op, pointers, results)) || results.size() != 1)
    return {};
  return reference::toAttr(results.front(), op->getName().stripDialect());
}

} // namespace aic::driver

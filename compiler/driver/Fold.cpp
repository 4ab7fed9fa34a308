#include "compiler/driver/Fold.h"

#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"

using namespace mlir;

namespace aic::driver {
namespace {

/// Always `dense`: the results are small and many, and the names of many resources would be made unique one
/// by one.
ElementsAttr toDense(const reference::Tensor& tensor) {
  if (tensor.element.isInteger(1)) {
    SmallVector<bool> bits(tensor.i.begin(), tensor.i.end());
    return DenseElementsAttr::get(tensor.type(), bits);
  }
  SmallVector<char> bytes(tensor.size() * elementBytes(tensor.element));
  reference::toBytes(tensor, bytes.data());
  return DenseElementsAttr::getFromRawBuffer(tensor.type(), bytes);
}

} // namespace

ElementsAttr foldOperation(Operation* op, ArrayRef<ElementsAttr> operands, int64_t& budget) {
  int64_t steps = reference::estimateSteps(op);
  if (op->getNumResults() != 1 || steps > budget)
    return {};
  budget -= steps;
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
  return toDense(results.front());
}

} // namespace aic::driver

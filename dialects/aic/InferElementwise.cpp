// Result shapes of elementwise operations, reductions and softmax.
#include "dialects/aic/Infer.h"

using namespace mlir;

namespace aic {

using infer::Inference;

namespace infer {

LogicalResult unary(std::optional<Location> location, StringRef operation, Value x, Element element,
                    SmallVectorImpl<Type>& types) {
  Inference inference(location, operation, {{"x", x}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, element, "C1")))
    return failure();
  return inference.finish(inference.type(0).getShape(), inference.type(0).getElementType(), types);
}

/// The broadcast of operands [first, first + 2) that comparisons and arithmetic share.
static LogicalResult broadcast(Inference& inference, ArrayRef<int64_t> a, ArrayRef<int64_t> b,
                               SmallVector<int64_t>& shape) {
  std::optional<SmallVector<int64_t>> common = broadcastShapes(a, b);
  if (!common)
    return inference.fail("C2", "the shapes " + describeShape(a) + " and " + describeShape(b) +
                                    " do not broadcast: sizes from the right must be equal or 1");
  shape = std::move(*common);
  return success();
}

LogicalResult binary(std::optional<Location> location, StringRef operation, Value a, Value b, Element element,
                     SmallVectorImpl<Type>& types) {
  Inference inference(location, operation, {{"a", a}, {"b", b}});
  SmallVector<int64_t> shape;
  if (failed(inference.checkTensors()) || failed(inference.checkSameElement("C1")) ||
      failed(inference.checkElement(0, element, "C3")) ||
      failed(broadcast(inference, inference.type(0).getShape(), inference.type(1).getShape(), shape)))
    return failure();
  return inference.finish(shape, inference.type(0).getElementType(), types);
}

LogicalResult reduction(std::optional<Location> location, StringRef operation, Value x, Element element,
                        DenseI64ArrayAttr dims, BoolAttr keepdim, bool wantsElements,
                        SmallVectorImpl<Type>& types) {
  Inference inference(location, operation, {{"x", x}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, element, "C4")))
    return failure();
  RankedTensorType type = inference.type(0);
  if (!dims)
    return inference.fail("C1", "dim is missing");
  llvm::BitVector reduced(type.getRank());
  int64_t previous = -1;
  for (int64_t axis : dims.asArrayRef()) {
    if (axis < 0 || axis >= type.getRank())
      return inference.fail("C1",
                            "axis " + Twine(axis) + " is not one of x's " + Twine(type.getRank()) + " axes");
    if (axis <= previous)
      return inference.fail("C2",
                            "axis " + Twine(axis) + " comes twice or out of order in " + describeShape(dims));
    if (wantsElements && type.getDimSize(axis) == 0)
      return inference.fail("C3",
                            "axis " + Twine(axis) + " is empty: there is nothing to take the result of");
    reduced.set(axis);
    previous = axis;
  }
  SmallVector<int64_t> shape;
  for (int64_t axis = 0; axis < type.getRank(); ++axis)
    if (!reduced[axis])
      shape.push_back(type.getDimSize(axis));
    else if (keepdim && keepdim.getValue())
      shape.push_back(1);
  return inference.finish(shape, type.getElementType(), types);
}

LogicalResult softmax(std::optional<Location> location, StringRef operation, Value x, IntegerAttr dim,
                      SmallVectorImpl<Type>& types) {
  Inference inference(location, operation, {{"x", x}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, Element::Float, "C2")))
    return failure();
  if (failed(inference.checkAxis(0, dim, "C1")))
    return failure();
  return inference.finish(inference.type(0).getShape(), inference.type(0).getElementType(), types);
}

} // namespace infer

LogicalResult ArgmaxOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                         Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Number, "C3")))
    return failure();
  RankedTensorType x = inference.type(0);
  const Properties& properties = adaptor.getProperties();
  bool keepdim = properties.keepdim && properties.keepdim.getValue();
  SmallVector<int64_t> shape;
  if (IntegerAttr dim = properties.dim) {
    if (failed(inference.checkAxis(0, dim, "C1")))
      return failure();
    int64_t axis = dim.getInt();
    if (x.getDimSize(axis) == 0)
      return inference.fail("C2",
                            "axis " + Twine(axis) + " is empty: there is nothing to take the result of");
    shape.assign(x.getShape().begin(), x.getShape().end());
    shape[axis] = 1;
    if (!keepdim)
      shape.erase(shape.begin() + axis);
  } else {
    if (x.getNumElements() == 0)
      return inference.fail("C2", "x is empty: there is nothing to take the result of");
    shape.assign(keepdim ? x.getRank() : 0, 1);
  }
  return inference.finish(shape, IntegerType::get(context, 64), types);
}

LogicalResult ClampOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                        SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Float, "C2")))
    return failure();
  if (!adaptor.getProperties().min && !adaptor.getProperties().max)
    return inference.fail("C1", "it needs a minimum, a maximum or both");
  return inference.finish(inference.type(0).getShape(), inference.type(0).getElementType(), types);
}

LogicalResult CompareOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                          Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"a", adaptor.getA()}, {"b", adaptor.getB()}});
  SmallVector<int64_t> shape;
  if (failed(inference.checkTensors()) || failed(inference.checkSameElement("C1")) ||
      failed(infer::broadcast(inference, inference.type(0).getShape(), inference.type(1).getShape(), shape)))
    return failure();
  return inference.finish(shape, IntegerType::get(context, 1), types);
}

LogicalResult WhereOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                        SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"condition", adaptor.getCondition()}, {"a", adaptor.getA()}, {"b", adaptor.getB()}});
  SmallVector<int64_t> values, shape;
  if (failed(inference.checkTensors()) || failed(inference.checkSameElement("C1", 1)) ||
      failed(inference.checkElement(0, infer::Element::Bool, "C3")) ||
      failed(
          infer::broadcast(inference, inference.type(1).getShape(), inference.type(2).getShape(), values)) ||
      failed(infer::broadcast(inference, inference.type(0).getShape(), values, shape)))
    return failure();
  return inference.finish(shape, inference.type(1).getElementType(), types);
}

} // namespace aic

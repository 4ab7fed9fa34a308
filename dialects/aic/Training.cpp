// What the operations of AicTraining.td say of themselves, and dropout's shape and gradient. (The others' are
// with those of the operations whose gradients they are.)
#include "dialects/aic/Training.h"

#include "dialects/aic/Gradient.h"
#include "dialects/aic/Infer.h"

#define GET_OP_CLASSES
#include "dialects/aic/AicTraining.cpp.inc"

using namespace mlir;

namespace aic {

int64_t Conv2dWeightGradientOp::getFlops() { // a multiply-add for each weight and each window
  const int64_t channels = getType().getRank() == 4 && getLayout() == Layout::NHWC ? 3 : 1;
  return getType().getNumElements() * 2 * getGradient().getType().getNumElements() /
         std::max<int64_t>(getGradient().getType().getDimSize(channels), 1);
}

int64_t MaxPool2dGradientOp::getFlops() { // it looks for the largest, and adds
  return getGradient().getType().getNumElements() * getKernel()[0] * getKernel()[1] * 2;
}

int64_t DropoutOp::getFlops() { // ten rounds for four elements, and the product
  return getType().getNumElements() * 16;
}

LogicalResult DropoutOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                          SmallVectorImpl<Type>& types) {
  infer::Inference inference(location, getOperationName(),
                             {{"x", adaptor.getX()}, {"key", adaptor.getKey()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Float, "C1")) ||
      failed(inference.checkElement(1, infer::Element::Index, "C2")))
    return failure();
  RankedTensorType x = inference.type(0), key = inference.type(1);
  if (key.getShape() != ArrayRef<int64_t>{2})
    return inference.fail("C2", "the key is i64[2]: a seed, and the number of the step");
  const Properties& p = adaptor.getProperties();
  if (double share = p.p ? p.p.getValueAsDouble() : -1; !(share >= 0 && share < 1))
    return inference.fail("C3", "p is at least 0 and below 1");
  if (p.stream && (p.stream.getInt() < 0 || p.stream.getInt() > UINT32_MAX))
    return inference.fail("C4", "stream is at least 0 and below 2^32");
  return inference.finish(x.getShape(), x.getElementType(), types);
}

/// The numbers are drawn again, so that nothing of them is kept.
LogicalResult DropoutOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.make<DropoutOp>(vjp.gradient(), getKey(), getPAttr(), getStreamAttr()));
  return success();
}

} // namespace aic

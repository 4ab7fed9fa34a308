// Result shapes of matrix products.
#include "dialects/aic/Infer.h"

using namespace mlir;

namespace aic {

using infer::Inference;

LogicalResult MatmulOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                         SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"a", adaptor.getA()}, {"b", adaptor.getB()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType a = inference.type(0), b = inference.type(1);
  if (a.getRank() < 2 || b.getRank() < 2)
    return inference.fail("C1", Twine(a.getRank() < 2 ? "a" : "b") + " needs at least 2 axes");
  Type element;
  if (failed(inference.checkContraction("C2", element, /*halfWeights=*/true)))
    return failure();
  ArrayRef<int64_t> as = a.getShape(), bs = b.getShape();
  if (as.back() != bs[bs.size() - 2])
    return inference.fail("C3", "a has " + Twine(as.back()) + " columns, b has " + Twine(bs[bs.size() - 2]) +
                                    " rows");
  std::optional<SmallVector<int64_t>> shape = broadcastShapes(as.drop_back(2), bs.drop_back(2));
  if (!shape)
    return inference.fail("C4", "the leading axes " + infer::describeShape(as.drop_back(2)) + " and " +
                                    infer::describeShape(bs.drop_back(2)) + " do not broadcast");
  shape->push_back(as[as.size() - 2]);
  shape->push_back(bs.back());
  return inference.finish(*shape, element, types);
}

LogicalResult LinearOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                         SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0), weight = inference.type(1), bias = inference.type(2);
  if (x.getRank() < 1)
    return inference.fail("C1", "x needs at least 1 axis");
  if (weight.getRank() != 2)
    return inference.fail("C1", "the weight needs 2 axes, it has " + Twine(weight.getRank()));
  Type element;
  if (failed(inference.checkContraction("C2", element, /*halfWeights=*/true)))
    return failure();
  int64_t outputs = weight.getDimSize(0);
  if (x.getShape().back() != weight.getDimSize(1))
    return inference.fail("C3", "the weight expects " + Twine(weight.getDimSize(1)) +
                                    " inputs, x's last axis has " + Twine(x.getShape().back()));
  if (bias && (bias.getRank() != 1 || bias.getDimSize(0) != outputs))
    return inference.fail("C4", "the bias needs the shape [" + Twine(outputs) + "]");
  SmallVector<int64_t> shape(x.getShape());
  shape.back() = outputs;
  return inference.finish(shape, element, types);
}

} // namespace aic

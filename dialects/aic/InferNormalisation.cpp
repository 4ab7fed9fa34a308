// Result shapes of normalisations.
#include "dialects/aic/Infer.h"

using namespace mlir;

namespace aic {

using infer::Inference;

LogicalResult BatchNormOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                            SmallVectorImpl<Type>& types) {
  // PyTorch's names for mean and var, which are the user's.
  const std::vector<infer::Operand> operands = {{"x", adaptor.getX()},
                                                {"running_mean", adaptor.getMean()},
                                                {"running_var", adaptor.getVar()},
                                                {"weight", adaptor.getWeight()},
                                                {"bias", adaptor.getBias()}};
  Inference inference(location, getOperationName(), operands);
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0);
  if (x.getRank() < 2)
    return inference.fail("C1", "x needs at least 2 axes, it has " + Twine(x.getRank()));
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")))
    return failure();
  LayoutAttr layout = adaptor.getProperties().layout;
  int64_t channels = layout && layout.getValue() == Layout::NHWC ? x.getShape().back() : x.getDimSize(1);
  for (size_t i = 1; i < operands.size(); ++i) {
    RankedTensorType type = inference.type(i);
    if (type && (type.getRank() != 1 || type.getDimSize(0) != channels))
      return inference.fail("C3", operands[i].name + " needs the shape [" + Twine(channels) +
                                      "], one value for each channel of x");
  }
  return inference.finish(x.getShape(), x.getElementType(), types);
}

/// Checks of layer_norm and rms_norm, and their result: operand 0 is x, the others have the shape of its last
/// axes.
static LogicalResult normaliseLast(Inference& inference, size_t operands, IntegerAttr axes,
                                   SmallVectorImpl<Type>& types) {
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0);
  int64_t count = axes ? axes.getInt() : 1;
  if (count < 1 || count > x.getRank())
    return inference.fail("C1", "normalized_shape has " + Twine(count) + " of x's " + Twine(x.getRank()) +
                                    " axes: at least one, at most all");
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")))
    return failure();
  for (size_t i = 1; i < operands; ++i)
    if (failed(inference.checkShape(i, x.getShape().take_back(count), "C3", ", x's last sizes")))
      return failure();
  return inference.finish(x.getShape(), x.getElementType(), types);
}

LogicalResult LayerNormOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                            SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  return normaliseLast(inference, 3, adaptor.getProperties().axes, types);
}

LogicalResult RmsNormOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                          SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}});
  return normaliseLast(inference, 2, adaptor.getProperties().axes, types);
}

LogicalResult GroupNormOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                            SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0);
  if (x.getRank() < 2)
    return inference.fail("C1", "x needs at least 2 axes, it has " + Twine(x.getRank()));
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")))
    return failure();
  const Properties& properties = adaptor.getProperties();
  bool isLast = properties.layout && properties.layout.getValue() == Layout::NHWC;
  int64_t channels = isLast ? x.getShape().back() : x.getDimSize(1);
  if (!properties.num_groups)
    return inference.fail("C3", "num_groups is missing");
  int64_t groups = properties.num_groups.getInt();
  if (groups < 1 || channels % groups != 0)
    return inference.fail("C3", "x's " + Twine(channels) + " channels do not divide into " + Twine(groups) +
                                    " groups");
  for (size_t i : {1, 2})
    if (failed(inference.checkShape(i, {channels}, "C4", ", one value for each channel of x")))
      return failure();
  return inference.finish(x.getShape(), x.getElementType(), types);
}

} // namespace aic

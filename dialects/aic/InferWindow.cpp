// Result shapes of pooling and interpolation.
#include "dialects/aic/Infer.h"
#include "dialects/aic/Training.h"

#include <cmath>

using namespace mlir;

namespace aic {
namespace {

using infer::Inference;

constexpr int64_t kOnes[] = {1, 1};
constexpr int64_t kZeros[] = {0, 0, 0, 0};

/// What max_pool2d and avg_pool2d have in common.
LogicalResult inferPool(std::optional<Location> location, StringRef operation, Value x,
                        DenseI64ArrayAttr kernel, DenseI64ArrayAttr stride, DenseI64ArrayAttr padding,
                        DenseI64ArrayAttr dilation, bool ceil, LayoutAttr layout,
                        SmallVectorImpl<Type>& types) {
  Inference inference(location, operation, {{"x", x}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Float, "C5")))
    return failure();
  RankedTensorType type = inference.type(0);
  if (type.getRank() != 4)
    return inference.fail("C1", "x needs 4 axes, it has " + Twine(type.getRank()));
  if (failed(inference.checkSizes("kernel_size", kernel, 2, 1, "C2")) ||
      failed(inference.checkSizes("stride", stride, 2, 1, "C2")) ||
      failed(inference.checkSizes("dilation", dilation, 2, 1, "C2")) ||
      failed(inference.checkSizes("padding", padding, 4, 0, "C3")))
    return failure();
  ArrayRef<int64_t> k = kernel, s = stride, p = padding, d = dilation;
  if (p[0] > k[0] / 2 || p[2] > k[0] / 2 || p[1] > k[1] / 2 || p[3] > k[1] / 2)
    return inference.fail("C3", "padding " + infer::describeShape(p) + " is more than half of the kernel " +
                                    infer::describeShape(k));
  infer::ImageAxes axes = infer::imageAxes(layout);
  SmallVector<int64_t> shape(type.getShape());
  if (failed(infer::countWindows(inference, "C4", "height",
                                 {shape[axes.height], p[0], p[2], k[0], s[0], d[0], ceil},
                                 shape[axes.height])) ||
      failed(infer::countWindows(inference, "C4", "width",
                                 {shape[axes.width], p[1], p[3], k[1], s[1], d[1], ceil}, shape[axes.width])))
    return failure();
  return inference.finish(shape, type.getElementType(), types);
}

} // namespace

LogicalResult MaxPool2dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                            Adaptor adaptor, SmallVectorImpl<Type>& types) {
  const Properties& p = adaptor.getProperties();
  return inferPool(location, getOperationName(), adaptor.getX(), p.kernel, p.stride,
                   infer::valueOr(p.padding, kZeros, context), infer::valueOr(p.dilation, kOnes, context),
                   p.ceil_mode && p.ceil_mode.getValue(), p.layout, types);
}

LogicalResult MaxPool2dGradientOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                                    Adaptor adaptor, SmallVectorImpl<Type>& types) {
  const Properties& p = adaptor.getProperties();
  SmallVector<Type> pooled;
  if (failed(inferPool(location, getOperationName(), adaptor.getX(), p.kernel, p.stride,
                       infer::valueOr(p.padding, kZeros, context), infer::valueOr(p.dilation, kOnes, context),
                       p.ceil_mode && p.ceil_mode.getValue(), p.layout, pooled)))
    return failure();
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"gradient", adaptor.getGradient()}});
  if (failed(inference.checkTensors()))
    return failure();
  if (inference.type(1) != pooled.front())
    return inference.fail("C6",
                          "the gradient needs the type of the pooling's result, " + describe(pooled.front()));
  return inference.finish(inference.type(0).getShape(), inference.type(0).getElementType(), types);
}

LogicalResult AvgPool2dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                            Adaptor adaptor, SmallVectorImpl<Type>& types) {
  const Properties& p = adaptor.getProperties();
  return inferPool(location, getOperationName(), adaptor.getX(), p.kernel, p.stride,
                   infer::valueOr(p.padding, kZeros, context), DenseI64ArrayAttr::get(context, kOnes),
                   p.ceil_mode && p.ceil_mode.getValue(), p.layout, types);
}

LogicalResult AdaptiveAvgPool2dOp::inferReturnTypes(MLIRContext*, std::optional<Location> location,
                                                    Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Float, "C4")))
    return failure();
  RankedTensorType x = inference.type(0);
  if (x.getRank() != 4)
    return inference.fail("C1", "x needs 4 axes, it has " + Twine(x.getRank()));
  const Properties& properties = adaptor.getProperties();
  if (failed(inference.checkSizes("output_size", properties.output_size, 2, 1, "C2")))
    return failure();
  infer::ImageAxes axes = infer::imageAxes(properties.layout);
  if (x.getDimSize(axes.height) == 0 || x.getDimSize(axes.width) == 0)
    return inference.fail("C3", "there is nothing to take the mean of: height or width is 0");
  SmallVector<int64_t> shape(x.getShape());
  shape[axes.height] = properties.output_size[0];
  shape[axes.width] = properties.output_size[1];
  return inference.finish(shape, x.getElementType(), types);
}

LogicalResult InterpolateOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                              SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Float, "C4")))
    return failure();
  RankedTensorType x = inference.type(0);
  if (x.getRank() != 4)
    return inference.fail("C1", "x needs 4 axes, it has " + Twine(x.getRank()));
  const Properties& properties = adaptor.getProperties();
  if (failed(inference.checkSizes("size", properties.output_size, 2, 1, "C2")))
    return failure();
  infer::ImageAxes axes = infer::imageAxes(properties.layout);
  SmallVector<int64_t> shape(x.getShape());
  if (shape[axes.height] == 0 || shape[axes.width] == 0)
    return inference.fail("C3", "there is nothing to take values of: height or width is 0");
  bool isBilinear = properties.mode && properties.mode.getValue() == ResizeMode::Bilinear;
  if (properties.align_corners && properties.align_corners.getValue() && !isBilinear)
    return inference.fail("C5", "align_corners goes with mode bilinear");
  if (DenseF64ArrayAttr scales = properties.scales) {
    if (scales.size() != 2)
      return inference.fail("C6", "scale_factor takes 2 values, it has " + Twine(scales.size()));
    for (unsigned i : {0, 1}) {
      int64_t from = shape[i == 0 ? axes.height : axes.width];
      double size = std::floor(double(from) * scales[i]);
      if (!(scales[i] > 0) || size != double(properties.output_size[i]))
        return inference.fail("C6", "scale_factor " + std::to_string(scales[i]) + " makes no " +
                                        Twine(properties.output_size[i]) + " of " + Twine(from));
    }
  }
  shape[axes.height] = properties.output_size[0];
  shape[axes.width] = properties.output_size[1];
  return inference.finish(shape, x.getElementType(), types);
}

} // namespace aic

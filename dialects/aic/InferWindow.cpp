// Result shapes of convolution and pooling.
#include "dialects/aic/Infer.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic {
namespace {

using infer::Inference;

constexpr int64_t kOnes[] = {1, 1};
constexpr int64_t kZeros[] = {0, 0, 0, 0};

/// A window along one axis. `size` and `kernel` are at most 2^40, the others below 2^31 (checkSizes).
struct Window {
  int64_t size, before, after, kernel, stride, dilation;
  bool ceil = false;

  /// The number of windows, at least 1; nullopt where not even one fits, or an axis is empty.
  std::optional<int64_t> count() const {
    if (size < 1 || kernel < 1)
      return std::nullopt;
    int64_t padded = size + before + after;
    int64_t reach; // first to last element of a window
    if (llvm::MulOverflow(dilation, kernel - 1, reach) || reach >= padded)
      return std::nullopt;
    int64_t rest = padded - reach - 1;
    int64_t count = rest / stride + 1;
    // PyTorch's ceil_mode: one more window for the rest, if it starts inside the input or the padding before
    // it.
    if (ceil && rest % stride != 0 && count * stride < size + before)
      ++count;
    return count;
  }
};

/// The two spatial axes of a result.
LogicalResult countWindows(Inference& inference, StringRef constraint, const Window& h, const Window& w,
                           int64_t& oh, int64_t& ow) {
  std::optional<int64_t> rows = h.count(), columns = w.count();
  if (!rows || !columns) {
    const Window& bad = rows ? w : h;
    const char* axis = rows ? "width" : "height";
    if (bad.size < 1 || bad.kernel < 1)
      return inference.fail(constraint,
                            Twine(axis) + (bad.size < 1 ? ": the input is empty" : ": the window is empty"));
    return inference.fail(constraint, Twine(axis) + ": a window of " + Twine(bad.kernel) + " with dilation " +
                                          Twine(bad.dilation) + " does not fit " + Twine(bad.size) +
                                          " elements padded by " + Twine(bad.before) + " and " +
                                          Twine(bad.after));
  }
  oh = *rows;
  ow = *columns;
  return success();
}

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
  if (failed(countWindows(inference, "C4", {shape[axes.height], p[0], p[2], k[0], s[0], d[0], ceil},
                          {shape[axes.width], p[1], p[3], k[1], s[1], d[1], ceil}, shape[axes.height],
                          shape[axes.width])))
    return failure();
  return inference.finish(shape, type.getElementType(), types);
}

} // namespace

LogicalResult Conv2dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                         Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0), weight = inference.type(1), bias = inference.type(2);
  if (x.getRank() != 4)
    return inference.fail("C1", "x needs 4 axes, it has " + Twine(x.getRank()));
  if (weight.getRank() != 4)
    return inference.fail("C1", "the weight needs 4 axes, it has " + Twine(weight.getRank()));
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")))
    return failure();

  const Properties& properties = adaptor.getProperties();
  DenseI64ArrayAttr stride = infer::valueOr(properties.stride, kOnes, context);
  DenseI64ArrayAttr padding = infer::valueOr(properties.padding, kZeros, context);
  DenseI64ArrayAttr dilation = infer::valueOr(properties.dilation, kOnes, context);
  if (failed(inference.checkSizes("stride", stride, 2, 1, "C3")) ||
      failed(inference.checkSizes("padding", padding, 4, 0, "C3")) ||
      failed(inference.checkSizes("dilation", dilation, 2, 1, "C3")))
    return failure();
  int64_t groups = properties.groups ? properties.groups.getInt() : 1;
  if (groups < 1)
    return inference.fail("C3", "groups is " + Twine(groups) + ": it is at least 1");

  infer::ImageAxes axes = infer::imageAxes(properties.layout);
  int64_t channels = x.getDimSize(axes.channels), perGroup = weight.getDimSize(1),
          outputs = weight.getDimSize(0);
  if (channels % groups != 0 || channels / groups != perGroup) {
    if (groups == 1)
      return inference.fail("C4", "the weight expects " + Twine(perGroup) + " input channels, x has " +
                                      Twine(channels));
    return inference.fail("C4", "the weight expects " + Twine(perGroup) + " input channels in each of " +
                                    Twine(groups) + " groups, x has " + Twine(channels) + " in all");
  }
  if (outputs % groups != 0)
    return inference.fail("C5", "the weight's " + Twine(outputs) + " output channels do not divide into " +
                                    Twine(groups) + " groups");
  if (bias && (bias.getRank() != 1 || bias.getDimSize(0) != outputs))
    return inference.fail("C6", "the bias needs the shape [" + Twine(outputs) + "]");

  SmallVector<int64_t> shape(x.getShape());
  shape[axes.channels] = outputs;
  if (failed(countWindows(
          inference, "C7",
          {shape[axes.height], padding[0], padding[2], weight.getDimSize(2), stride[0], dilation[0]},
          {shape[axes.width], padding[1], padding[3], weight.getDimSize(3), stride[1], dilation[1]},
          shape[axes.height], shape[axes.width])))
    return failure();
  return inference.finish(shape, x.getElementType(), types);
}

LogicalResult MaxPool2dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                            Adaptor adaptor, SmallVectorImpl<Type>& types) {
  const Properties& p = adaptor.getProperties();
  return inferPool(location, getOperationName(), adaptor.getX(), p.kernel, p.stride,
                   infer::valueOr(p.padding, kZeros, context), infer::valueOr(p.dilation, kOnes, context),
                   p.ceil_mode && p.ceil_mode.getValue(), p.layout, types);
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

} // namespace aic

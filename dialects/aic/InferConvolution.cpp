// Result shapes of convolutions, and the windows that pooling counts too.
#include "dialects/aic/Infer.h"
#include "dialects/aic/Training.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic {

using infer::Inference;

namespace infer {

std::optional<int64_t> Window::count() const {
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

LogicalResult countWindows(Inference& inference, StringRef constraint, StringRef axis, const Window& window,
                           int64_t& count) {
  if (std::optional<int64_t> found = window.count()) {
    count = *found;
    return success();
  }
  if (window.size < 1 || window.kernel < 1)
    return inference.fail(constraint,
                          axis + (window.size < 1 ? ": the input is empty" : ": the window is empty"));
  return inference.fail(constraint, axis + ": a window of " + Twine(window.kernel) + " with dilation " +
                                        Twine(window.dilation) + " does not fit " + Twine(window.size) +
                                        " elements padded by " + Twine(window.before) + " and " +
                                        Twine(window.after));
}

} // namespace infer

namespace {

/// What every convolution has: x, weight and bias (operands 0, 1, 2) and these attributes. The spatial axes
/// are x's `axes` and the weight's from 2 on.
struct Convolution {
  Inference& inference;
  SmallVector<unsigned> axes;
  DenseI64ArrayAttr stride, padding, dilation;
  int64_t groups;
  bool ofIntegers = false; ///< the types of a contraction, not one float type
  Type sum = {};           ///< the result's element type, once checked

  /// C1 to C3.
  LogicalResult check() {
    size_t spatial = axes.size();
    RankedTensorType x = inference.type(0), weight = inference.type(1);
    if (x.getRank() != int64_t(spatial) + 2)
      return inference.fail("C1", "x needs " + Twine(spatial + 2) + " axes, it has " + Twine(x.getRank()));
    if (weight.getRank() != int64_t(spatial) + 2)
      return inference.fail("C1", "the weight needs " + Twine(spatial + 2) + " axes, it has " +
                                      Twine(weight.getRank()));
    if (failed(checkTypes()) || failed(inference.checkSizes("stride", stride, spatial, 1, "C3")) ||
        failed(inference.checkSizes("padding", padding, 2 * spatial, 0, "C3")) ||
        failed(inference.checkSizes("dilation", dilation, spatial, 1, "C3")))
      return failure();
    if (groups < 1)
      return inference.fail("C3", "groups is " + Twine(groups) + ": it is at least 1");
    return success();
  }

  /// C2.
  LogicalResult checkTypes() {
    if (ofIntegers)
      return inference.checkContraction("C2", sum, /*halfWeights=*/false);
    sum = inference.type(0).getElementType();
    return failure(failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
                   failed(inference.checkSameElement("C2")));
  }

  StringRef axisName(size_t i) const { return axes.size() == 1 ? "length" : i == 0 ? "height" : "width"; }

  LogicalResult checkBias(int64_t outputs) {
    RankedTensorType bias = inference.type(2);
    if (bias && (bias.getRank() != 1 || bias.getDimSize(0) != outputs))
      return inference.fail("C6", "the bias needs the shape [" + Twine(outputs) + "]");
    return success();
  }

  /// C4 to C7 of conv1d and conv2d, and their result.
  LogicalResult finish(unsigned channelAxis, SmallVectorImpl<Type>& types) {
    RankedTensorType x = inference.type(0), weight = inference.type(1);
    int64_t channels = x.getDimSize(channelAxis), perGroup = weight.getDimSize(1),
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
    if (failed(checkBias(outputs)))
      return failure();
    SmallVector<int64_t> shape(x.getShape());
    shape[channelAxis] = outputs;
    for (size_t i = 0; i < axes.size(); ++i) {
      int64_t& size = shape[axes[i]];
      if (failed(infer::countWindows(
              inference, "C7", axisName(i),
              {size, padding[i], padding[axes.size() + i], weight.getDimSize(2 + i), stride[i], dilation[i]},
              size)))
        return failure();
    }
    return inference.finish(shape, sum, types);
  }
};

DenseI64ArrayAttr orOnes(DenseI64ArrayAttr values, size_t count, MLIRContext* context) {
  return infer::valueOr(values, SmallVector<int64_t>(count, 1), context);
}
DenseI64ArrayAttr orZeros(DenseI64ArrayAttr values, size_t count, MLIRContext* context) {
  return infer::valueOr(values, SmallVector<int64_t>(count, 0), context);
}
int64_t orOne(IntegerAttr value) {
  return value ? value.getInt() : 1;
}

} // namespace

LogicalResult Conv1dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                         Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  const Properties& p = adaptor.getProperties();
  Convolution convolution{inference,
                          {2},
                          orOnes(p.stride, 1, context),
                          orZeros(p.padding, 2, context),
                          orOnes(p.dilation, 1, context),
                          orOne(p.groups)};
  if (failed(inference.checkTensors()) || failed(convolution.check()))
    return failure();
  return convolution.finish(1, types);
}

LogicalResult Conv2dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                         Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  const Properties& p = adaptor.getProperties();
  infer::ImageAxes axes = infer::imageAxes(p.layout);
  Convolution convolution{inference,
                          {axes.height, axes.width},
                          orOnes(p.stride, 2, context),
                          orZeros(p.padding, 4, context),
                          orOnes(p.dilation, 2, context),
                          orOne(p.groups),
                          /*ofIntegers=*/true};
  if (failed(inference.checkTensors()) || failed(convolution.check()))
    return failure();
  return convolution.finish(axes.channels, types);
}

LogicalResult Conv2dWeightGradientOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                                       Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"gradient", adaptor.getGradient()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0), gradient = inference.type(1);
  const bool ofLinear = x.getRank() == 2;
  for (auto [what, type] : {std::pair("x", x), std::pair("the gradient", gradient)})
    if (type.getRank() != (ofLinear ? 2 : 4))
      return inference.fail(
          "C1", what + Twine(ofLinear ? " needs 2 axes as x, it has " : " needs 4 axes, it has ") +
                    Twine(type.getRank()));
  const Properties& p = adaptor.getProperties();
  DenseI64ArrayAttr stride = orOnes(p.stride, 2, context), dilation = orOnes(p.dilation, 2, context);
  DenseI64ArrayAttr padding = orZeros(p.padding, 4, context);
  if (failed(inference.checkElement(0, infer::Element::Float, "C2")) ||
      failed(inference.checkSameElement("C2")) ||
      failed(inference.checkSizes("kernel", p.kernel, 2, 1, "C3")) ||
      failed(inference.checkSizes("stride", stride, 2, 1, "C3")) ||
      failed(inference.checkSizes("padding", padding, 4, 0, "C3")) ||
      failed(inference.checkSizes("dilation", dilation, 2, 1, "C3")))
    return failure();
  if (x.getDimSize(0) != gradient.getDimSize(0))
    return inference.fail("C4", ofLinear ? "they have different numbers of rows"
                                         : "they have different numbers of images");
  if (ofLinear) {
    auto isOne = [](int64_t value) { return value == 1; };
    if (!llvm::all_of(p.kernel.asArrayRef(), isOne) || !llvm::all_of(stride.asArrayRef(), isOne) ||
        !llvm::all_of(dilation.asArrayRef(), isOne) ||
        !llvm::all_of(padding.asArrayRef(), [](int64_t value) { return value == 0; }))
      return inference.fail("C1", "of rank 2 they have no windows but of one element");
    return inference.finish({gradient.getDimSize(1), x.getDimSize(1)}, x.getElementType(), types);
  }
  infer::ImageAxes axes = infer::imageAxes(p.layout);
  for (auto [i, axis] : {std::pair(0, axes.height), std::pair(1, axes.width)}) {
    int64_t windows = 0;
    if (failed(infer::countWindows(
            inference, "C5", i == 0 ? "height" : "width",
            {x.getDimSize(axis), padding[i], padding[2 + i], p.kernel[i], stride[i], dilation[i]}, windows)))
      return failure();
    if (gradient.getDimSize(axis) > windows)
      return inference.fail("C5", "the gradient has " + Twine(gradient.getDimSize(axis)) +
                                      " windows along an axis where x has " + Twine(windows));
  }
  SmallVector<int64_t> shape(4);
  shape[0] = gradient.getDimSize(axes.channels);
  shape[axes.channels] = x.getDimSize(axes.channels);
  shape[axes.height] = p.kernel[0];
  shape[axes.width] = p.kernel[1];
  return inference.finish(shape, x.getElementType(), types);
}

LogicalResult ConvTranspose2dOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                                  Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()}, {"weight", adaptor.getWeight()}, {"bias", adaptor.getBias()}});
  const Properties& p = adaptor.getProperties();
  Convolution convolution{inference,
                          {2, 3},
                          orOnes(p.stride, 2, context),
                          orZeros(p.padding, 4, context),
                          orOnes(p.dilation, 2, context),
                          orOne(p.groups)};
  DenseI64ArrayAttr more = orZeros(p.output_padding, 2, context);
  if (failed(inference.checkTensors()) || failed(convolution.check()) ||
      failed(inference.checkSizes("output_padding", more, 2, 0, "C3")))
    return failure();
  RankedTensorType x = inference.type(0), weight = inference.type(1);
  int64_t channels = x.getDimSize(1), groups = convolution.groups, outputs;
  if (channels != weight.getDimSize(0))
    return inference.fail("C4", "the weight expects " + Twine(weight.getDimSize(0)) +
                                    " input channels, x has " + Twine(channels));
  if (channels % groups != 0)
    return inference.fail("C4", "x's " + Twine(channels) + " channels do not divide into " + Twine(groups) +
                                    " groups");
  if (llvm::MulOverflow(weight.getDimSize(1), groups, outputs))
    return inference.fail("S1", "the result's channels do not fit 64 bits");
  SmallVector<int64_t> shape = {x.getDimSize(0), outputs};
  for (unsigned i = 0; i < 2; ++i) {
    int64_t size = x.getDimSize(2 + i), kernel = weight.getDimSize(2 + i), stride = convolution.stride[i],
            dilation = convolution.dilation[i], before = convolution.padding[i],
            after = convolution.padding[2 + i];
    StringRef axis = convolution.axisName(i);
    if (more[i] >= stride && more[i] >= dilation)
      return inference.fail("C5", axis + ": output_padding " + Twine(more[i]) + " is not below the stride " +
                                      Twine(stride) + " or the dilation " + Twine(dilation));
    if (size < 1 || kernel < 1)
      return inference.fail("C7", axis + (size < 1 ? ": the input is empty" : ": the window is empty"));
    int64_t reach, length; // sizes are at most 2^40, the rest is below 2^31
    if (llvm::MulOverflow(size - 1, stride, length) || llvm::MulOverflow(kernel - 1, dilation, reach) ||
        llvm::AddOverflow(length, reach, length) || llvm::AddOverflow(length, more[i] + 1, length))
      return inference.fail("S1", axis + ": the result's size does not fit 64 bits");
    length -= before + after;
    if (length < 1)
      return inference.fail("C7", axis + ": padding of " + Twine(before) + " and " + Twine(after) +
                                      " leaves nothing of the result");
    shape.push_back(length);
  }
  if (failed(convolution.checkBias(outputs)))
    return failure();
  return inference.finish(shape, x.getElementType(), types);
}

} // namespace aic

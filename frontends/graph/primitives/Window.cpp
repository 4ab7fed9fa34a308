// Convolution, pooling and interpolation.
#include "frontends/graph/Primitives.h"

#include <cmath>

namespace aic::graph {
namespace {

/// conv1d and conv2d, with `spatial` axes.
template <typename Op, size_t spatial> Value convolution(PrimitiveCall& call) {
  llvm::SmallVector<mlir::Value> operands = {call.tensor(0), call.tensor(1)};
  mlir::Value bias = call.optionalTensor(2);
  auto stride = call.sizes(3, spatial, 1);
  auto padding = call.padding(4, spatial);
  auto dilation = call.sizes(5, spatial, 1);
  int64_t groups = call.integer(6);
  if (call.failed())
    return Value::poison();
  if (bias)
    operands.push_back(bias);
  return Value::ofTensor(
      call.emit<Op>(operands, {call.attribute("stride", stride), call.attribute("padding", padding),
                               call.attribute("dilation", dilation), call.attribute("groups", groups)}));
}

Value convTranspose2d(PrimitiveCall& call) {
  llvm::SmallVector<mlir::Value> operands = {call.tensor(0), call.tensor(1)};
  mlir::Value bias = call.optionalTensor(2);
  auto stride = call.sizes(3, 2, 1);
  auto padding = call.padding(4);
  auto outputPadding = call.sizes(5, 2, 0);
  int64_t groups = call.integer(6);
  auto dilation = call.sizes(7, 2, 1);
  if (call.failed())
    return Value::poison();
  if (bias)
    operands.push_back(bias);
  return Value::ofTensor(call.emit<ConvTranspose2dOp>(
      operands, {call.attribute("stride", stride), call.attribute("padding", padding),
                 call.attribute("output_padding", outputPadding), call.attribute("dilation", dilation),
                 call.attribute("groups", groups)}));
}

/// stride=none is the kernel's size, as in PyTorch.
llvm::SmallVector<int64_t> poolStride(PrimitiveCall& call, size_t i, llvm::ArrayRef<int64_t> kernel) {
  return call.isNone(i) ? llvm::SmallVector<int64_t>(kernel) : call.sizes(i, 2, 1);
}

Value maxPool2d(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto kernel = call.sizes(1, 2, 1);
  auto stride = poolStride(call, 2, kernel);
  auto padding = call.padding(3);
  auto dilation = call.sizes(4, 2, 1);
  bool ceilMode = call.boolean(5);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(
      call.emit<MaxPool2dOp>(x, {call.attribute("kernel", kernel), call.attribute("stride", stride),
                                 call.attribute("padding", padding), call.attribute("dilation", dilation),
                                 call.attribute("ceil_mode", ceilMode)}));
}

Value avgPool2d(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto kernel = call.sizes(1, 2, 1);
  auto stride = poolStride(call, 2, kernel);
  auto padding = call.padding(3);
  bool ceilMode = call.boolean(4), countPad = call.boolean(5);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(
      call.emit<AvgPool2dOp>(x, {call.attribute("kernel", kernel), call.attribute("stride", stride),
                                 call.attribute("padding", padding), call.attribute("ceil_mode", ceilMode),
                                 call.attribute("count_include_pad", countPad)}));
}

Value adaptiveAvgPool2d(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  auto size = call.sizes(1, 2, 1);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(call.emit<AdaptiveAvgPool2dOp>(x, call.attribute("output_size", size)));
}

/// Keys' cubic at a distance, A = -0.75.
double cubicWeight(double distance) {
  double d = std::abs(distance), a = -0.75;
  return d <= 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : ((a * d - 5 * a) * d + 8 * a) * d - 4 * a;
}

/// One axis of a bicubic interpolation: the sum of four elements, at places and with weights known now.
/// `factor` is 0 where the size was given. [N, C, H, W]
mlir::Value bicubic(PrimitiveCall& call, mlir::Value x, int64_t dim, int64_t size, double factor,
                    bool alignCorners) {
  auto type = llvm::cast<mlir::FloatType>(mlir::getElementTypeOrSelf(x.getType()));
  int64_t in = shapeOf(x)[dim];
  if (in < 1 || size > (int64_t(1) << 20)) {
    call.error(0, "a bicubic interpolation makes 1 to 2^20 elements of at least 1 along an axis, found " +
                      std::to_string(size) + " of " + std::to_string(in));
    return nullptr;
  }
  if (!call.spend(4 * size))
    return nullptr;
  double scale = alignCorners ? (size > 1 ? static_cast<double>(in - 1) / static_cast<double>(size - 1) : 0)
                 : factor > 0 ? 1 / factor
                              : static_cast<double>(in) / static_cast<double>(size);
  llvm::SmallVector<int64_t> along(4, 1);
  along[dim] = size;
  mlir::Value sum;
  for (int64_t tap = -1; tap <= 2; ++tap) {
    std::vector<int64_t> places;
    std::vector<mlir::Attribute> weights;
    for (int64_t i = 0; i < size; ++i) {
      double at =
          alignCorners ? scale * static_cast<double>(i) : scale * (static_cast<double>(i) + 0.5) - 0.5;
      double below = std::floor(at);
      places.push_back(std::clamp<int64_t>(static_cast<int64_t>(below) + tap, 0, in - 1));
      weights.push_back(mlir::FloatAttr::get(type, cubicWeight(at - below - static_cast<double>(tap))));
    }
    mlir::Type placesType = mlir::RankedTensorType::get({size}, mlir::IntegerType::get(call.context(), 64));
    mlir::Value place = call.constant(
        mlir::DenseElementsAttr::get(llvm::cast<mlir::ShapedType>(placesType), llvm::ArrayRef(places)));
    mlir::Value weight =
        call.constant(mlir::DenseElementsAttr::get(mlir::RankedTensorType::get(along, type), weights));
    mlir::Value taken = place ? call.emit<TakeOp>({x, place}, call.attribute("dim", dim)) : nullptr;
    mlir::Value part = taken && weight ? call.emit<MulOp>({taken, weight}) : nullptr;
    sum = !part ? nullptr : sum ? call.emit<AddOp>({sum, part}) : part;
    if (!sum)
      return nullptr;
  }
  return sum;
}

Value interpolate(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  std::string mode = call.string(3);
  bool alignCorners = call.boolean(4);
  auto resizeMode = symbolizeResizeMode(mode);
  bool cubic = mode == "bicubic";
  if (!call.failed() && !resizeMode && !cubic)
    call.error(3, "expected \"nearest\", \"bilinear\" or \"bicubic\", found \"" + mode + "\"");
  if (call.isNone(1) == call.isNone(2))
    call.error("give size or scale_factor, one of them");
  if (!call.failed() && shapeOf(x).size() != 4)
    call.error(0, "expected an image of 4 axes, found " + describe(Value::ofTensor(x)));
  llvm::SmallVector<mlir::NamedAttribute> attributes;
  llvm::SmallVector<int64_t> size;
  llvm::SmallVector<double> factors;
  if (!call.failed() && !call.isNone(1))
    size = call.sizes(1, 2, 1);
  if (!call.failed() && !call.isNone(2)) {
    factors = call.numbers(2, 2);
    for (size_t i = 0; !call.failed() && i < 2; ++i) {
      double result = std::floor(static_cast<double>(shapeOf(x)[2 + i]) * factors[i]);
      if (!(result >= 1 && result <= static_cast<double>(INT32_MAX)))
        call.error(2, "it makes no size between 1 and 2^31 of axis " + std::to_string(2 + i) + " of " +
                          describe(Value::ofTensor(x)));
      else
        size.push_back(static_cast<int64_t>(result));
    }
    mlir::Attribute scales = mlir::DenseF64ArrayAttr::get(call.context(), factors);
    attributes.push_back(call.attribute("scales", scales));
  }
  if (call.failed())
    return Value::poison();
  if (cubic) {
    for (int64_t i : {1, 0})
      x = x ? bicubic(call, x, 2 + i, size[i], factors.empty() ? 0 : factors[i], alignCorners) : nullptr;
    return Value::ofTensor(x);
  }
  if (!resizeMode)
    return Value::poison(); // said above
  mlir::Attribute modeAttribute = ResizeModeAttr::get(call.context(), *resizeMode);
  attributes.append({call.attribute("output_size", size), call.attribute("mode", modeAttribute),
                     call.attribute("align_corners", alignCorners)});
  return Value::ofTensor(call.emit<InterpolateOp>(x, attributes));
}

constexpr Primitive kRows[] = {
    {"conv1d", "x, weight, bias=none, stride=1, padding=0, dilation=1, groups=1", convolution<Conv1dOp, 1>},
    {"conv2d", "x, weight, bias=none, stride=1, padding=0, dilation=1, groups=1", convolution<Conv2dOp, 2>},
    {"conv_transpose2d", "x, weight, bias=none, stride=1, padding=0, output_padding=0, groups=1, dilation=1",
     convTranspose2d},
    {"max_pool2d", "x, kernel_size, stride=none, padding=0, dilation=1, ceil_mode=false", maxPool2d},
    {"avg_pool2d", "x, kernel_size, stride=none, padding=0, ceil_mode=false, count_include_pad=true",
     avgPool2d},
    {"adaptive_avg_pool2d", "x, output_size", adaptiveAvgPool2d},
    {"interpolate", "x, size=none, scale_factor=none, mode=\"nearest\", align_corners=false", interpolate},
};

} // namespace

llvm::ArrayRef<Primitive> windowPrimitives() {
  return kRows;
}

} // namespace aic::graph

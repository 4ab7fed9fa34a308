// Convolution and pooling.
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

Value conv2d(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), weight = call.tensor(1), bias = call.optionalTensor(2);
  auto stride = call.sizes(3, 2, 1);
  auto padding = call.padding(4);
  auto dilation = call.sizes(5, 2, 1);
  int64_t groups = call.integer(6);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<mlir::Value> operands = {x, weight};
  if (bias)
    operands.push_back(bias);
  return Value::ofTensor(call.emit<Conv2dOp>(
      operands, {call.attribute("stride", stride), call.attribute("padding", padding),
                 call.attribute("dilation", dilation), call.attribute("groups", groups)}));
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

constexpr Primitive kRows[] = {
    {"conv2d", "x, weight, bias=none, stride=1, padding=0, dilation=1, groups=1", conv2d},
    {"max_pool2d", "x, kernel_size, stride=none, padding=0, dilation=1, ceil_mode=false", maxPool2d},
    {"avg_pool2d", "x, kernel_size, stride=none, padding=0, ceil_mode=false, count_include_pad=true",
     avgPool2d},
    {"adaptive_avg_pool2d", "x, output_size", adaptiveAvgPool2d},
};

} // namespace

llvm::ArrayRef<Primitive> windowPrimitives() {
  return kRows;
}

} // namespace aic::graph

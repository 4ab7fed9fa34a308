// Products of two quantised tensors as products of integers.
#pragma once

#include "compiler/transforms/Targets.h"
#include "dialects/aic/Aic.h"

namespace aic::transforms {

/// The result of `op`, a linear, a matmul or a conv2d in nhwc, where its x is (q - zero) * scale of 8-bit
/// integers, spelled out with one number each, and its weight a dequantize of constants with one scale for
/// each output or for all: the sums of the integers' products, cast and scaled, made in front of `op`.
/// Padding is an operator of its own, but of depthwise convolutions whose zero point is 0; zero points and
/// biases of whole numbers go into the sums. Null where it is no such product, and, with `why`, where it is
/// one that cannot be made or that a device does not compute.
mlir::Value integerProduct(mlir::OpBuilder& b, mlir::Operation* op, const Targets& targets, std::string& why);

} // namespace aic::transforms

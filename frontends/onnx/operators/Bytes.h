// Tensors of 8-bit integers less a zero point, and their products: what the importers of quantised operators
// share.
#pragma once

#include "frontends/onnx/Node.h"

namespace aic::onnx {

/// The bounds of an integer type of 8 bits, or of 16 with a sign; false (reported) for others.
bool boundsOf(Node& n, mlir::Type type, double& low, double& high);

/// Whether it is a type of 8 bits; reported where it is not.
bool isOfBytes(Node& n, mlir::Type type);

/// A scale or zero point in `element`; one of rank 1 stands along `axis` of a tensor of rank `rank`.
mlir::Value along(Node& n, mlir::Value parameter, int64_t axis, int64_t rank, mlir::Type element);
/// The same in f32.
mlir::Value along(Node& n, mlir::Value parameter, int64_t axis, int64_t rank);

/// x in f32, rounded, moved by the zero point (f32, or null), and in the bounds of `type`.
mlir::Value quantised(Node& n, mlir::Value x, mlir::Value zero, mlir::Type type);

/// q as f32 less its zero point, which is of any rank that broadcasts, or null: numbers in [-255, 255].
mlir::Value centred(Node& n, mlir::Value q, mlir::Value zero);

/// A tensor of u8 or i8, and its zero point: of its type; one, or, as the operator has it, several. Null: 0.
struct Bytes {
  mlir::Value q, zero;
};

/// DynamicQuantizeLinear: x in u8, its scale f32[] and zero point u8[].
struct DynamicBytes : Bytes {
  mlir::Value scale;
};
DynamicBytes dynamicallyQuantised(Node& n, mlir::Value x);

/// The product of two matrices of integers less their zero points as i32, which wraps. a's zero points stand
/// along its rows, b's along its columns.
mlir::Value productOfBytes(Node& n, const Bytes& a, const Bytes& b);

/// The sums of a convolution with the node's attributes, as i32, which wraps. x has one zero point, which
/// also is what its padding holds; the weight's stand along its outputs.
mlir::Value convolutionOfBytes(Node& n, const Bytes& x, const Bytes& weight);

} // namespace aic::onnx

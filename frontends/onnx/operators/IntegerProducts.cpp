// Products and convolutions of quantised tensors: sums of integers, which are results as they are, or scaled
// and quantised again. A sum has one scale, x's * weight's / y's, computed in f32 in this order.
#include "frontends/onnx/operators/Bytes.h"

namespace aic::onnx {
namespace {

using mlir::Value;

Value floats(Node& n, Value x) {
  return n.cast(x, n.builder().getF32Type());
}

void matMulInteger(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(productOfBytes(n, {a, n.optional(2)}, {b, n.optional(3)}));
}

void convInteger(Node& n) {
  Value x = n.operand(0), weight = n.operand(1);
  n.result(convolutionOfBytes(n, {x, n.optional(2)}, {weight, n.optional(3)}));
}

/// Sums of a matrix product, scaled by a's scales, of its rows, and b's, of its columns, and quantised.
void requantised(Node& n, Value sums, Value aScale, Value bScale, Value yScale, Value yZero) {
  if (n.failed())
    return;
  const int64_t rank = rankOf(sums);
  Value factor = n.div(n.mul(along(n, aScale, rank - 2, rank), along(n, bScale, rank - 1, rank)),
                       along(n, yScale, rank - 2, rank));
  n.result(quantised(n, n.mul(floats(n, sums), factor), along(n, yZero, rank - 2, rank), elementOf(yZero)));
}

void qLinearMatMul(Node& n) {
  Value a = n.operand(0), aScale = n.operand(1), aZero = n.operand(2), b = n.operand(3),
        bScale = n.operand(4), bZero = n.operand(5), yScale = n.operand(6), yZero = n.operand(7);
  requantised(n, productOfBytes(n, {a, aZero}, {b, bZero}), aScale, bScale, yScale, yZero);
}

void qLinearConv(Node& n) {
  Value x = n.operand(0), xScale = n.operand(1), xZero = n.operand(2), weight = n.operand(3),
        weightScale = n.operand(4), weightZero = n.operand(5), yScale = n.operand(6), yZero = n.operand(7),
        bias = n.optional(8);
  Value sums = convolutionOfBytes(n, {x, xZero}, {weight, weightZero});
  if (n.failed())
    return;
  const int64_t rank = rankOf(sums);
  Node::Ints perChannel(rank, 1);
  perChannel[1] = shapeOf(sums)[1];
  if (bias)
    sums = n.add(sums, n.reshape(bias, perChannel));
  Value factor =
      n.div(n.mul(along(n, xScale, 1, rank), along(n, weightScale, 1, rank)), along(n, yScale, 1, rank));
  n.result(quantised(n, n.mul(floats(n, sums), factor), along(n, yZero, 1, rank), elementOf(yZero)));
}

/// The sums as floats: by a's scale, one, times b's, of the columns, and a bias.
Value scaled(Node& n, Value sums, Value aScale, Value bScale, Value bias) {
  if (n.failed())
    return nullptr;
  const int64_t rank = rankOf(sums);
  Value y = n.mul(floats(n, sums), n.mul(along(n, aScale, rank - 2, rank), along(n, bScale, rank - 1, rank)));
  return bias ? n.add(y, bias) : y;
}

void matMulIntegerToFloat(Node& n) {
  Value a = n.operand(0), b = n.operand(1), aScale = n.operand(2), bScale = n.operand(3);
  Value sums = productOfBytes(n, {a, n.optional(4)}, {b, n.optional(5)});
  n.result(scaled(n, sums, aScale, bScale, n.optional(6)));
}

void dynamicQuantizeMatMul(Node& n) {
  DynamicBytes a = dynamicallyQuantised(n, n.operand(0));
  Value b = n.operand(1), bScale = n.operand(2);
  n.result(scaled(n, productOfBytes(n, a, {b, n.optional(3)}), a.scale, bScale, n.optional(4)));
}

// (A, its scale, its zero point, B, its scale, its zero point, C as i32, the result's scale, its zero point)
void qGemm(Node& n) {
  Value a = n.operand(0), aScale = n.operand(1), aZero = n.operand(2), b = n.operand(3),
        bScale = n.operand(4), bZero = n.operand(5), bias = n.optional(6), yScale = n.optional(7),
        yZero = n.optional(8);
  if (n.failed())
    return;
  if (rankOf(a) != 2 || rankOf(b) != 2)
    return n.error("A and B are matrices; found " + describe(a.getType()) + " and " + describe(b.getType()));
  if (n.flag("transA", false))
    a = n.transpose(a, {1, 0});
  if (n.flag("transB", false))
    b = n.transpose(b, {1, 0});
  Value sums = productOfBytes(n, {a, aZero}, {b, bZero});
  if (bias)
    sums = n.add(sums, bias);
  if (n.failed())
    return;
  Value factor =
      n.mul(n.mul(n.filled(n.number("alpha", 1), {}, n.builder().getF32Type()), along(n, aScale, 0, 2)),
            along(n, bScale, 1, 2));
  if (!yScale)
    return n.result(n.mul(floats(n, sums), factor));
  mlir::Type type = yZero ? elementOf(yZero) : elementOf(a);
  n.result(quantised(n, n.mul(floats(n, sums), n.div(factor, along(n, yScale, 0, 2))),
                     yZero ? along(n, yZero, 0, 2) : Value(), type));
}

constexpr Operator kRows[] = {
    {"MatMulInteger", 10, matMulInteger, "", "vectors"},
    {"QLinearMatMul", 10, qLinearMatMul, "", "vectors"},
    {"ConvInteger", 10, convInteger, "auto_pad dilations group kernel_shape pads strides"},
    {"QLinearConv", 10, qLinearConv, "auto_pad dilations group kernel_shape pads strides"},
    {"com.microsoft:MatMulIntegerToFloat", 1, matMulIntegerToFloat, ""},
    {"com.microsoft:DynamicQuantizeMatMul", 1, dynamicQuantizeMatMul, ""},
    {"com.microsoft:QGemm", 1, qGemm, "alpha transA transB"},
};

} // namespace

llvm::ArrayRef<Operator> integerProductOperators() {
  return kRows;
}

} // namespace aic::onnx

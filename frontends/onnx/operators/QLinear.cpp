// com.microsoft's operators on quantised tensors: dequantised, computed, and quantised again. What is linear
// has the scales in one factor, as ONNX Runtime has it.
#include "frontends/onnx/operators/Bytes.h"

namespace aic::onnx {
namespace {

using mlir::Value;

/// Inputs `first` to `first` + 2: a tensor, its scale and its zero point, which may be absent.
struct Quantised {
  Value q, scale, zero;

  /// The tensor's numbers less its zero point, times `factor` (f32[]).
  Value times(Node& n, Value factor) const { return n.mul(centred(n, q, zero), factor); }
  Value floats(Node& n) const { return times(n, scale); }
};

/// A scale or zero point, which is one number: of rank 0.
Value oneOf(Node& n, Value parameter, const char* what) {
  if (!parameter || n.failed())
    return nullptr;
  if (elementsOf(shapeOf(parameter)) != 1) {
    n.unsupported(std::string(what) + " of several elements, " + describe(parameter.getType()));
    return nullptr;
  }
  return n.reshape(parameter, {});
}

Quantised inputAt(Node& n, size_t first) {
  Quantised x{n.operand(first), n.operand(first + 1), n.optional(first + 2)};
  x.scale = oneOf(n, x.scale, "a scale");
  x.zero = oneOf(n, x.zero, "a zero point");
  return x;
}

/// What the result is quantised by: inputs `first`, its scale, and `first` + 1, its zero point.
struct Result {
  Value scale, zero;

  /// `y` is over the scale already.
  void write(Node& n, Value y, mlir::Type otherwise) const {
    if (n.failed())
      return;
    Value origin = zero ? n.cast(zero, n.builder().getF32Type()) : Value();
    n.result(quantised(n, y, origin, zero ? elementOf(zero) : otherwise));
  }
};

Result resultAt(Node& n, size_t first) {
  Result y{n.operand(first), n.optional(first + 1)};
  y.scale = oneOf(n, y.scale, "a scale");
  y.zero = oneOf(n, y.zero, "a zero point");
  return y;
}

// The zero points are one term, which is there before the sum is rounded.
void qLinearAdd(Node& n) {
  Quantised a = inputAt(n, 0), b = inputAt(n, 3);
  Result y = resultAt(n, 6);
  const mlir::Type f32 = n.builder().getF32Type();
  auto number = [&](Value zero) { return zero ? n.cast(zero, f32) : n.filled(0, {}, f32); };
  Value ofA = n.div(a.scale, y.scale), ofB = n.div(b.scale, y.scale);
  Value origin = n.add(n.mul(ofA, number(a.zero)), n.mul(ofB, number(b.zero)));
  Value right = n.add(n.mul(n.cast(b.q, f32), ofB), n.sub(number(y.zero), origin));
  Value sum = n.add(n.mul(n.cast(a.q, f32), ofA), right);
  if (!n.failed())
    n.result(quantised(n, sum, nullptr, y.zero ? elementOf(y.zero) : elementOf(a.q)));
}

// Here too the zero point is there before the product is rounded.
void qLinearMul(Node& n) {
  Quantised a = inputAt(n, 0), b = inputAt(n, 3);
  Result y = resultAt(n, 6);
  Value products = n.mul(centred(n, a.q, a.zero), centred(n, b.q, b.zero)); // whole numbers
  Value scaled = n.mul(products, n.div(n.mul(a.scale, b.scale), y.scale));
  if (y.zero)
    scaled = n.add(scaled, n.cast(y.zero, n.builder().getF32Type()));
  if (!n.failed())
    n.result(quantised(n, scaled, nullptr, y.zero ? elementOf(y.zero) : elementOf(a.q)));
}

void qLinearSigmoid(Node& n) {
  Quantised x = inputAt(n, 0);
  Result y = resultAt(n, 3);
  y.write(n, n.div(n.emit<SigmoidOp>(x.floats(n)), y.scale), elementOf(x.q));
}

void qLinearLeakyRelu(Node& n) {
  Quantised x = inputAt(n, 0);
  Result y = resultAt(n, 3);
  Value v = x.floats(n);
  if (n.failed())
    return;
  Value slope = n.filled(n.number("alpha", 0.01), {}, n.builder().getF32Type());
  Value made = n.where(n.compare(Predicate::GE, v, n.scalar(0, v)), v, n.mul(v, slope));
  y.write(n, n.div(made, y.scale), elementOf(x.q));
}

void qLinearSoftmax(Node& n) {
  Quantised x = inputAt(n, 0);
  Result y = resultAt(n, 3);
  const int64_t opset = n.integer("opset", 13), given = n.integer("axis", opset < 13 ? 1 : -1);
  if (n.failed())
    return;
  const int64_t rank = rankOf(x.q), axis = n.axis(given, rank);
  if (n.failed())
    return;
  Value v = x.floats(n);
  Node::Ints shape(shapeOf(x.q));
  if (opset < 13) { // all axes from this on
    const int64_t rows = elementsOf(llvm::ArrayRef<int64_t>(shape).take_front(axis));
    v = n.reshape(v, {rows, elementsOf(llvm::ArrayRef<int64_t>(shape).drop_front(axis))});
  }
  Value made = n.emit<SoftmaxOp>(v, n.attribute("dim", opset < 13 ? int64_t(1) : axis));
  y.write(n, n.div(n.reshape(made, shape), y.scale), elementOf(x.q));
}

// The sum of a plane is one of integers, with one factor.
void qLinearGlobalAveragePool(Node& n) {
  Quantised x = inputAt(n, 0);
  Result y = resultAt(n, 3);
  const bool channelsLast = n.flag("channels_last", false);
  if (n.failed())
    return;
  const int64_t rank = rankOf(x.q);
  if (rank < 3)
    return n.error("its input has at least 3 axes; found " + describe(x.q.getType()));
  Node::Ints axes;
  int64_t area = 1;
  for (int64_t axis = channelsLast ? 1 : 2; axis < rank - (channelsLast ? 1 : 0); ++axis) {
    axes.push_back(axis);
    area *= shapeOf(x.q)[axis];
  }
  if (area == 0)
    return n.unsupported("planes of no elements");
  const mlir::Type i32 = n.builder().getI32Type();
  Value sums = n.reduce<SumOp>(n.cast(x.q, i32), axes, true);
  if (x.zero)
    sums = n.sub(sums, n.mul(n.cast(x.zero, i32), n.whole(area, i32)));
  Value factor = n.div(x.scale, n.mul(y.scale, n.scalar(static_cast<double>(area), y.scale)));
  y.write(n, n.mul(n.cast(sums, n.builder().getF32Type()), factor), elementOf(x.q));
}

// (the result's scale and zero point, and each tensor with its own)
void qLinearConcat(Node& n) {
  Result y = resultAt(n, 0);
  const int64_t given = n.integer("axis", 1);
  if (n.inputs() < 5 || (n.inputs() - 2) % 3 != 0)
    return n.error("it has a tensor, a scale and a zero point for each part");
  llvm::SmallVector<Value> parts;
  mlir::Type type;
  for (size_t first = 2; first < n.inputs() && !n.failed(); first += 3) {
    Quantised x = inputAt(n, first);
    if (n.failed())
      return;
    type = y.zero ? elementOf(y.zero) : elementOf(x.q);
    Value origin = y.zero ? n.cast(y.zero, n.builder().getF32Type()) : Value();
    parts.push_back(quantised(n, n.div(x.floats(n), y.scale), origin, type));
  }
  if (n.failed())
    return;
  n.result(n.concat(parts, n.axis(given, rankOf(parts.front()))));
}

constexpr Operator kRows[] = {
    {"com.microsoft:QLinearAdd", 1, qLinearAdd, "", "scales of several elements"},
    {"com.microsoft:QLinearConcat", 1, qLinearConcat, "axis", "scales of several elements"},
    {"com.microsoft:QLinearGlobalAveragePool", 1, qLinearGlobalAveragePool, "channels_last"},
    {"com.microsoft:QLinearLeakyRelu", 1, qLinearLeakyRelu, "alpha"},
    {"com.microsoft:QLinearMul", 1, qLinearMul, "", "scales of several elements"},
    {"com.microsoft:QLinearSigmoid", 1, qLinearSigmoid, ""},
    {"com.microsoft:QLinearSoftmax", 1, qLinearSoftmax, "axis opset"},
};

} // namespace

llvm::ArrayRef<Operator> qLinearOperators() {
  return kRows;
}

} // namespace aic::onnx

// Reductions, softmax, and the place of the largest.
#include "frontends/onnx/Node.h"

#include <limits>

namespace aic::onnx {
namespace {

using mlir::Float64Type;
using mlir::Type;
using mlir::Value;

/// What is reduced: the axes come from an attribute, or since some opset from the second input.
struct Reduction {
  Value x;
  Node::Ints axes;
  bool keep = true;
  bool nothing = false; ///< noop_with_empty_axes
};

Reduction read(Node& n, int64_t inputSince) {
  Reduction r;
  r.x = n.operand(0);
  r.keep = n.flag("keepdims", true);
  bool noop = n.flag("noop_with_empty_axes", false);
  Node::Ints given = n.opset() >= inputSince ? n.has(1) ? n.ints(1) : Node::Ints() : n.ints("axes");
  if (n.failed())
    return r;
  r.nothing = given.empty() && noop;
  r.axes = n.axes(given, rankOf(r.x));
  if (given.empty())
    for (int64_t axis = 0; axis < rankOf(r.x); ++axis)
      r.axes.push_back(axis);
  return r;
}

template <typename Op, int inputSince> void reduce(Node& n) {
  Reduction r = read(n, inputSince);
  n.result(r.nothing ? r.x : n.reduce<Op>(r.x, r.axes, r.keep));
}

int64_t countOf(const Reduction& r) {
  int64_t count = 1;
  for (int64_t axis : r.axes)
    count *= shapeOf(r.x)[axis];
  return count;
}

Node::Ints resultShape(const Reduction& r) {
  Node::Ints shape;
  for (int64_t axis = 0; axis < rankOf(r.x); ++axis)
    if (!llvm::is_contained(r.axes, axis))
      shape.push_back(shapeOf(r.x)[axis]);
    else if (r.keep)
      shape.push_back(1);
  return shape;
}

/// The least or the greatest value of x's type, an infinity where it has one, in that shape.
Value extreme(Node& n, Value x, bool least, llvm::ArrayRef<int64_t> shape) {
  if (isFloat(x))
    return n.filled((least ? -1 : 1) * std::numeric_limits<double>::infinity(), shape, elementOf(x));
  unsigned bits = elementOf(x).getIntOrFloatBitWidth();
  bool isSigned = bits > 1 && !elementOf(x).isUnsignedInteger();
  uint64_t greatest = ~uint64_t(0) >> (64 - bits + isSigned);
  uint64_t value = !least ? greatest : isSigned ? ~greatest : 0;
  return n.constant(llvm::ArrayRef<int64_t>(static_cast<int64_t>(value)), shape, elementOf(x));
}

/// The largest or smallest; of no elements it is the type's other end.
template <typename Op, bool largest> void extremum(Node& n) {
  Reduction r = read(n, 18);
  if (n.failed() || r.nothing)
    return n.result(r.x);
  if (countOf(r) == 0)
    return n.result(extreme(n, r.x, largest, resultShape(r)));
  n.result(n.reduce<Op>(r.x, r.axes, r.keep));
}

void mean(Node& n) {
  Reduction r = read(n, 18);
  if (n.failed() || r.nothing)
    return n.result(r.x);
  if (isFloat(r.x))
    return n.result(n.mean(r.x, r.axes, r.keep));
  if (countOf(r) == 0)
    return n.unsupported("the mean of no integers");
  Value sum = n.reduce<SumOp>(r.x, r.axes, r.keep);
  n.result(n.div(sum, n.whole(countOf(r), elementOf(r.x))));
}

void sumSquare(Node& n) {
  Reduction r = read(n, 18);
  Value square = n.mul(r.x, r.x);
  n.result(r.nothing ? square : n.reduce<SumOp>(square, r.axes, r.keep));
}

void l1(Node& n) {
  Reduction r = read(n, 18);
  Value size = n.emit<AbsOp>(r.x);
  n.result(r.nothing ? size : n.reduce<SumOp>(size, r.axes, r.keep));
}

Value l2(Node& n, const Reduction& r) {
  Value square = n.mul(r.x, r.x);
  return n.emit<SqrtOp>(r.nothing ? square : n.reduce<SumOp>(square, r.axes, r.keep));
}

Value logSum(Node& n, const Reduction& r) {
  return n.emit<LogOp>(r.nothing ? r.x : n.reduce<SumOp>(r.x, r.axes, r.keep));
}

// The largest is taken out, so that exp stays finite; an infinite one is not, inf - inf would be NaN.
Value logSumExp(Node& n, const Reduction& r) {
  if (r.nothing)
    return r.x;
  if (countOf(r) == 0)
    return n.emit<LogOp>(n.reduce<SumOp>(r.x, r.axes, r.keep));
  Value largest = n.reduce<AmaxOp>(r.x, r.axes, true);
  Value infinite = n.compare(Predicate::EQ, n.emit<AbsOp>(largest),
                             n.scalar(std::numeric_limits<double>::infinity(), largest));
  Value shift = n.where(infinite, n.scalar(0, largest), largest);
  Value sum = n.reduce<SumOp>(n.emit<ExpOp>(n.sub(r.x, shift)), r.axes, true);
  Value result = n.add(n.emit<LogOp>(sum), shift);
  return n.failed() ? nullptr : n.reshape(result, resultShape(r));
}

/// One whose steps between leave the type: roots and logarithms of integers, and squares that are beyond an
/// f16. They are taken in f64 and f32; an integer's result is cut off, as a cast does it.
template <Value (*compute)(Node&, const Reduction&)> void reduceWide(Node& n) {
  Reduction r = read(n, 18);
  if (n.failed())
    return;
  Type element = elementOf(r.x);
  r.x = isFloat(r.x) ? n.wide(r.x) : n.cast(r.x, Float64Type::get(element.getContext()));
  n.result(n.cast(compute(n, r), element));
}

/// x with the order of its values turned round, exactly.
Value reversedOrder(Node& n, Value x) {
  if (isFloat(x))
    return n.emit<NegOp>(x);
  double top = x && elementOf(x).isUnsignedInteger(8) ? 255 : -1; // -1 - x has no overflow, as -x would
  return n.sub(n.scalar(top, x), x);
}

template <bool smallest> void argMax(Node& n) {
  Value x = n.operand(0);
  bool keep = n.flag("keepdims", true), last = n.flag("select_last_index", false);
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(x));
  if (n.failed())
    return;
  int64_t size = shapeOf(x)[axis];
  if (size == 0)
    return n.unsupported("a place among no elements, of " + describe(x.getType()));
  if (last && size > 0)
    x = n.slice(x, axis, size - 1, size, -1);
  if (smallest)
    x = reversedOrder(n, x);
  Value place = n.emit<ArgmaxOp>(x, {n.attribute("dim", axis), n.attribute("keepdim", keep)});
  n.result(last ? n.sub(n.scalar(static_cast<double>(size - 1), place), place) : place);
}

template <typename Op> void softmax(Node& n) {
  Value x = n.operand(0);
  n.result(n.emit<Op>(x, n.attribute("dim", n.axis(n.integer("axis", -1), rankOf(x)))));
}

/// x as a matrix: the axes before `axis` and the others, each as one. `axis` may be the rank.
Value asMatrix(Node& n, Value x, int64_t axis) {
  if (n.failed())
    return nullptr;
  axis = axis == rankOf(x) ? axis : n.axis(axis, rankOf(x));
  if (n.failed())
    return nullptr;
  return n.reshape(x, {elementsOf(shapeOf(x).take_front(axis)), elementsOf(shapeOf(x).drop_front(axis))});
}

// Before opset 13: over all axes from `axis` on, together.
template <typename Op> void softmaxFlattened(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.integer("axis", 1);
  if (n.failed())
    return;
  if (rankOf(x) > 0 && n.axis(axis, rankOf(x)) == rankOf(x) - 1)
    return n.result(n.emit<Op>(x, n.attribute("dim", rankOf(x) - 1)));
  Value matrix = asMatrix(n, x, axis);
  n.result(n.reshape(n.emit<Op>(matrix, n.attribute("dim", int64_t(1))), shapeOf(x)));
}

/// One at the first of the largest along the last axis.
Value hardmaxLast(Node& n, Value x) {
  if (n.failed() || elementsOf(shapeOf(x)) == 0)
    return x;
  int64_t last = rankOf(x) - 1;
  Value place = n.emit<ArgmaxOp>(x, n.attribute("dim", last));
  return n.cast(n.emit<OneHotOp>(place, n.attribute("num_classes", shapeOf(x)[last])), elementOf(x));
}

void hardmaxFlattened(Node& n) {
  Value x = n.operand(0);
  Value matrix = asMatrix(n, x, n.integer("axis", 1));
  n.result(n.reshape(hardmaxLast(n, matrix), shapeOf(x)));
}

void hardmax(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(x));
  if (n.failed())
    return;
  Node::Ints swap;
  for (int64_t i = 0; i < rankOf(x); ++i)
    swap.push_back(i);
  std::swap(swap[axis], swap.back());
  n.result(n.transpose(hardmaxLast(n, n.transpose(x, swap)), swap));
}

constexpr Operator kRows[] = {
    {"ReduceSum", 1, reduce<SumOp, 13>, "axes keepdims noop_with_empty_axes"},
    {"ReduceMean", 1, mean, "axes keepdims noop_with_empty_axes"},
    {"ReduceMax", 1, extremum<AmaxOp, true>, "axes keepdims noop_with_empty_axes"},
    {"ReduceMin", 1, extremum<AminOp, false>, "axes keepdims noop_with_empty_axes"},
    {"ReduceProd", 1, reduce<ProdOp, 18>, "axes keepdims noop_with_empty_axes"},
    {"ReduceSumSquare", 1, sumSquare, "axes keepdims noop_with_empty_axes"},
    {"ReduceL1", 1, l1, "axes keepdims noop_with_empty_axes"},
    {"ReduceL2", 1, reduceWide<l2>, "axes keepdims noop_with_empty_axes"},
    {"ReduceLogSum", 1, reduceWide<logSum>, "axes keepdims noop_with_empty_axes"},
    {"ReduceLogSumExp", 1, reduceWide<logSumExp>, "axes keepdims noop_with_empty_axes"},
    {"ArgMax", 1, argMax<false>, "axis keepdims select_last_index"},
    {"ArgMin", 1, argMax<true>, "axis keepdims select_last_index"},
    {"Softmax", 1, softmaxFlattened<SoftmaxOp>, "axis"},
    {"Softmax", 13, softmax<SoftmaxOp>, "axis"},
    {"LogSoftmax", 1, softmaxFlattened<LogSoftmaxOp>, "axis"},
    {"LogSoftmax", 13, softmax<LogSoftmaxOp>, "axis"},
    {"Hardmax", 1, hardmaxFlattened, "axis"},
    {"Hardmax", 13, hardmax, "axis"},
};

} // namespace

llvm::ArrayRef<Operator> reductionOperators() {
  return kRows;
}

} // namespace aic::onnx

// Products of tensors of 8-bit integers less their zero points. What the dialect multiplies is the integers
// as they are stored, the weight's with a sign; zero points are sums of one factor beside that:
//   sum (a - s)(b - t) = sum a b - s sum b - t (sum a - K s)
// in i32, which wraps, so that all of it is exact. Of a constant weight that fits i8 without its zero point
// nothing but the second term is left, a constant.
#include "frontends/onnx/operators/Bytes.h"

#include "frontends/onnx/Tensors.h"
#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {

using mlir::Value;

namespace {

constexpr int64_t kMostElements = int64_t(1) << 31; // of a weight that is looked at

mlir::Type i8(Node& n) {
  return n.builder().getI8Type();
}
mlir::Type i32(Node& n) {
  return n.builder().getI32Type();
}

/// The elements of a value that is known now.
std::optional<Node::Ints> knownIntegers(Node& n, Value value) {
  mlir::ElementsAttr known = n.tryKnown(value);
  return known ? integersOf(known, kMostElements) : std::nullopt;
}

/// Whether all that a parameter holds is known to be 0.
bool isZero(Node& n, Value parameter) {
  auto known = parameter ? knownIntegers(n, parameter) : std::nullopt;
  return !parameter || (known && llvm::all_of(*known, [](int64_t value) { return value == 0; }));
}

/// A weight as the dialect multiplies by it.
struct Weight {
  Value q;                        ///< i8
  Value zero;                     ///< i32, of the shape of the zero point that was given; null: 0
  std::optional<Node::Ints> sums; ///< of the elements of each output, where they are known
};

/// `axis`: that of the outputs.
Weight weightOf(Node& n, const Bytes& given, int64_t axis) {
  if (n.failed() || !isOfBytes(n, elementOf(given.q)))
    return {};
  const bool unsignedBytes = elementOf(given.q).isUnsignedInteger();
  llvm::ArrayRef<int64_t> shape = shapeOf(given.q);
  const int64_t outputs = shape[axis], inner = elementsOf(shape.drop_front(axis + 1));
  auto numbers = knownIntegers(n, given.q);
  std::optional<Node::Ints> zeros = Node::Ints{0};
  if (given.zero)
    zeros = knownIntegers(n, given.zero);
  if (zeros && zeros->size() != 1 && static_cast<int64_t>(zeros->size()) != outputs)
    zeros.reset(); // of a matrix each
  auto sumsLess = [&](llvm::ArrayRef<int64_t> less, bool& fit) {
    Node::Ints sums(outputs, 0);
    for (auto [i, number] : llvm::enumerate(*numbers)) {
      const int64_t output = static_cast<int64_t>(i) / inner % outputs;
      const int64_t value = number - less[less.size() == 1 ? 0 : output];
      fit &= value >= -128 && value <= 127;
      sums[output] += value;
    }
    return sums;
  };
  Weight weight;
  if (numbers && zeros) {
    bool fit = true;
    Node::Ints sums = sumsLess(*zeros, fit);
    if (fit) {
      weight.q = n.cast(given.q, i8(n)); // wraps, and so does the difference
      if (!isZero(n, given.zero))
        weight.q = n.sub(weight.q, along(n, given.zero, axis, rankOf(given.q), i8(n)));
      weight.sums = std::move(sums);
      return weight;
    }
  }
  if (given.zero && !isZero(n, given.zero))
    weight.zero = n.cast(given.zero, i32(n));
  weight.q = n.cast(given.q, i8(n));
  if (unsignedBytes) { // 128 less
    weight.q = n.sub(weight.q, n.whole(-128, i8(n)));
    Value middle = n.whole(-128, i32(n));
    weight.zero = weight.zero ? n.add(weight.zero, middle) : middle;
  }
  if (bool fit = true; numbers)
    weight.sums = sumsLess(unsignedBytes ? 128 : 0, fit);
  return weight;
}

} // namespace

// The range of x, which holds 0, in 255 steps.
DynamicBytes dynamicallyQuantised(Node& n, Value x) {
  if (n.failed())
    return {};
  Node::Ints all;
  for (int64_t axis = 0; axis < rankOf(x); ++axis)
    all.push_back(axis);
  Value zero = n.scalar(0, x);
  bool any = elementsOf(shapeOf(x)) > 0; // of no elements the range is that of 0 alone
  Value low = any ? n.minimum(n.reduce<AminOp>(x, all, false), zero) : zero;
  Value high = any ? n.maximum(n.reduce<AmaxOp>(x, all, false), zero) : zero;
  Value one = n.scalar(1, x), steps = n.div(n.sub(high, low), n.scalar(255, x));
  Value scale = n.where(n.compare(Predicate::EQ, low, high), one, steps); // all zeros have no range
  Value origin =
      n.emit<ClampOp>(n.div(n.emit<NegOp>(low), scale), {n.attribute("min", 0.0), n.attribute("max", 255.0)});
  Value point = n.emit<RoundOp>(origin);
  mlir::Type u8 = n.builder().getIntegerType(8, false);
  DynamicBytes made;
  made.q = quantised(n, n.div(x, scale), point, u8);
  made.scale = scale;
  made.zero = n.cast(point, u8);
  return made;
}

Value productOfBytes(Node& n, const Bytes& a, const Bytes& b) {
  if (n.failed())
    return nullptr;
  const int64_t rank = rankOf(a.q), rankB = rankOf(b.q);
  if (rank < 2 || rankB < 2) {
    n.unsupported("vectors: its inputs have at least two axes here");
    return nullptr;
  }
  const int64_t inner = shapeOf(a.q).back();
  if (shapeOf(b.q)[rankB - 2] != inner)
    n.error("the columns of " + describe(a.q.getType()) + " are not as many as the rows of " +
            describe(b.q.getType()));
  if (n.failed() || !isOfBytes(n, elementOf(a.q)))
    return nullptr;
  Weight weight = weightOf(n, b, rankB - 1);
  if (n.failed())
    return nullptr;
  Value sums = rankB == 2 && weight.sums ? n.emit<LinearOp>({a.q, n.transpose(weight.q, {1, 0})})
                                         : n.emit<MatmulOp>({a.q, weight.q});
  Value zero = isZero(n, a.zero) ? Value() : along(n, a.zero, rank - 2, rank, i32(n));
  if (zero) {
    Value columns = rankB == 2 && weight.sums ? n.constant(*weight.sums, {shapeOf(b.q)[1]}, i32(n))
                                              : n.reduce<SumOp>(n.cast(weight.q, i32(n)), {rankB - 2}, true);
    sums = n.sub(sums, n.mul(zero, columns));
  }
  if (!weight.zero)
    return sums;
  Value rows = n.reduce<SumOp>(n.cast(a.q, i32(n)), {rank - 1}, true);
  if (zero)
    rows = n.sub(rows, n.mul(zero, n.whole(inner, i32(n))));
  return n.sub(sums, n.mul(along(n, weight.zero, rankB - 1, rankB, i32(n)), rows));
}

Value convolutionOfBytes(Node& n, const Bytes& x, const Bytes& given) {
  if (n.failed())
    return nullptr;
  const int64_t rank = rankOf(given.q);
  if (rank < 3) {
    n.error("its weight has at least 3 axes; found " + describe(given.q.getType()));
    return nullptr;
  }
  if (!isOfBytes(n, elementOf(x.q)))
    return nullptr;
  if (x.zero && elementsOf(shapeOf(x.zero)) != 1) {
    n.unsupported("a zero point for each channel of its input");
    return nullptr;
  }
  Weight weight = weightOf(n, given, 0);
  const int64_t groups = n.integer("group", 1), channels = shapeOf(given.q)[1], outputs = shapeOf(given.q)[0];
  if (!n.failed() && (groups < 1 || rankOf(x.q) != rank || shapeOf(x.q)[1] != groups * channels))
    n.error("the weight " + describe(given.q.getType()) + " in " + std::to_string(groups) +
            " groups is not for the channels of " + describe(x.q.getType()));
  if (n.failed())
    return nullptr;
  Value padding = x.zero ? n.reshape(x.zero, {}) : n.whole(0, elementOf(x.q));
  auto convolve = [&](Value filter) { return convolution(n, x.q, filter, nullptr, padding); };
  Value sums = convolve(weight.q);
  Value zero = isZero(n, x.zero) ? Value() : n.cast(n.reshape(x.zero, {}), i32(n));
  Node::Ints perOutput(rank - 1, 1), window;
  perOutput[0] = outputs;
  for (int64_t axis = 1; axis < rank; ++axis)
    window.push_back(axis);
  if (zero) {
    Value each = weight.sums ? n.constant(*weight.sums, {outputs}, i32(n))
                             : n.reduce<SumOp>(n.cast(weight.q, i32(n)), window, false);
    sums = n.sub(sums, n.mul(zero, n.reshape(each, perOutput)));
  }
  if (!weight.zero || n.failed())
    return sums;
  Node::Ints ones(shapeOf(given.q));
  ones[0] = groups == 1 ? 1 : outputs;
  Value inside = convolve(n.constant(Node::Ints(elementsOf(ones), 1), ones, i8(n)));
  if (zero)
    inside = n.sub(inside, n.mul(zero, n.whole(elementsOf(shapeOf(given.q).drop_front()), i32(n))));
  Value origin =
      elementsOf(shapeOf(weight.zero)) == 1 ? n.reshape(weight.zero, {}) : n.reshape(weight.zero, perOutput);
  return n.sub(sums, n.mul(origin, inside));
}

} // namespace aic::onnx

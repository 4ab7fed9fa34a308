// Quantised operators. Their sums of products of 8-bit integers are computed in f32, exactly: where so many
// products are added that f32 could round, one factor is split into two of 4 bits, and where that is not
// enough, the sum into parts that are added as integers. What is stored quantised stays so, for products that
// read it as it is: `dequantize`.
#include "dialects/aic/Quantised.h"
#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kExactProducts = 258; // of two numbers in [-255, 255], in 24 bits
constexpr int64_t kExactSplit = 4112;   // of one in [-16, 15] and one in [-255, 255]

/// The bounds of an 8-bit type, or false (reported).
bool boundsOf(Node& n, mlir::Type type, double& low, double& high) {
  if (!type || n.failed())
    return false;
  bool isUnsigned = type.isUnsignedInteger(8);
  if (!isUnsigned && !type.isInteger(8)) {
    n.unsupported("quantised values of " + describe(type) + ": aic has uint8 and int8");
    return false;
  }
  low = isUnsigned ? 0 : -128;
  high = isUnsigned ? 255 : 127;
  return true;
}

/// A scale or zero point as f32; one of rank 1 stands along `axis` of a tensor of rank `rank`.
Value along(Node& n, Value parameter, int64_t axis, int64_t rank) {
  if (!parameter || n.failed())
    return nullptr;
  Value number = n.cast(parameter, n.builder().getF32Type());
  if (rankOf(parameter) != 1)
    return number;
  if (shapeOf(parameter)[0] == 1)
    return n.reshape(number, {});
  if (axis < 0 || axis >= rank) {
    n.error("a scale or zero point " + describe(parameter.getType()) + " stands along axis " +
            std::to_string(axis) + " of a tensor of " + std::to_string(rank) + " axes");
    return nullptr;
  }
  Node::Ints shape(rank, 1);
  shape[axis] = shapeOf(parameter)[0];
  return n.reshape(number, shape);
}

/// x in f32, rounded, moved by the zero point, and in the bounds of `type`.
Value quantised(Node& n, Value x, Value zero, mlir::Type type) {
  double low = 0, high = 0;
  if (!boundsOf(n, type, low, high))
    return nullptr;
  Value q = n.emit<RoundOp>(x);
  if (zero)
    q = n.add(q, zero);
  return n.cast(n.emit<ClampOp>(q, {n.attribute("min", low), n.attribute("max", high)}), type);
}

/// x in f32 less its zero point: integers in [-255, 255].
Value centred(Node& n, Value x, Value zero) {
  double low, high;
  if (!x || !boundsOf(n, elementOf(x), low, high))
    return nullptr;
  Value number = n.cast(x, n.builder().getF32Type());
  return zero ? n.sub(number, zero) : number;
}

void quantizeLinear(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), zero = n.optional(2);
  if (n.integer("block_size", 0) != 0)
    return n.unsupported("block_size");
  mlir::Type type =
      zero ? elementOf(zero) : n.elementType("output_dtype", n.builder().getIntegerType(8, false));
  int64_t given = n.integer("axis", 1);
  if (n.failed())
    return;
  int64_t axis = rankOf(scale) == 1 && shapeOf(scale)[0] != 1 ? n.axis(given, rankOf(x)) : 0;
  Value number = n.cast(x, n.builder().getF32Type());
  Value divided = n.div(number, along(n, scale, axis, rankOf(x)));
  n.result(quantised(n, divided, zero ? along(n, zero, axis, rankOf(x)) : Value(), type));
}

/// A scale or zero point with as many axes as the tensor that it is for: one of rank 1 stands along `axis`;
/// one of blocks has them already.
Value onAllAxes(Node& n, Value parameter, int64_t axis, int64_t rank) {
  if (!parameter || n.failed() || rankOf(parameter) == rank)
    return parameter;
  Node::Ints shape(rank, 1);
  if (rankOf(parameter) == 1 && shapeOf(parameter)[0] != 1)
    shape[axis] = shapeOf(parameter)[0];
  return n.reshape(parameter, shape);
}

void dequantizeLinear(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), zero = n.optional(2);
  const int64_t given = n.integer("axis", 1), block = n.integer("block_size", 0);
  if (n.failed())
    return;
  const bool stored = x.getDefiningOp<ConstantOp>() && rankOf(x) >= 2 && elementOf(x).isInteger(8);
  if (block != 0 && !stored)
    return n.unsupported("block_size on what is not a constant of 8 bits");
  if (block < 0)
    return n.error("block_size is " + std::to_string(block) + ": it is not negative");
  const int64_t axis =
      block > 0 || (rankOf(scale) == 1 && shapeOf(scale)[0] != 1) ? n.axis(given, rankOf(x)) : 0;
  if (n.failed())
    return;
  if (stored && rankOf(scale) <= 1 + (block > 0 ? rankOf(x) : 0)) {
    llvm::SmallVector<Value> operands{x, onAllAxes(n, scale, axis, rankOf(x))};
    if (zero)
      operands.push_back(onAllAxes(n, zero, axis, rankOf(x)));
    Value whole = n.emit<DequantizeOp>(operands, {n.attribute("axis", axis), n.attribute("block", block)});
    return n.result(n.cast(whole, elementOf(scale)));
  }
  Value number = n.cast(x, n.builder().getF32Type());
  if (zero)
    number = n.sub(number, along(n, zero, axis, rankOf(x)));
  n.result(n.cast(n.mul(number, along(n, scale, axis, rankOf(x))), elementOf(scale)));
}

// The range of x, which holds 0, in 255 steps.
void dynamicQuantizeLinear(Node& n) {
  Value x = n.operand(0);
  if (n.failed())
    return;
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
  n.result(0, quantised(n, n.div(x, scale), point, u8));
  n.result(1, scale);
  n.result(2, n.cast(point, u8));
}

/// The sums of `count` products each, at most kExactSplit, that `product` computes of a and b, integers in
/// [-255, 255], as i32.
Value exactSums(Node& n, Value a, Value b, int64_t count, llvm::function_ref<Value(Value, Value)> product) {
  mlir::Type i32 = n.builder().getI32Type();
  if (n.failed())
    return nullptr;
  if (count <= kExactProducts)
    return n.cast(product(a, b), i32);
  Value sixteen = n.scalar(16, b);
  Value high = n.emit<FloorOp>(n.div(b, sixteen));
  Value low = n.sub(b, n.mul(high, sixteen));
  Value upper = n.cast(product(a, high), i32), lower = n.cast(product(a, low), i32);
  return n.add(n.mul(upper, n.whole(16, i32)), lower);
}

/// [0, size) in parts of at most `most`, as many and as equal as may be: `sums` gives those of one part,
/// which are added in i32. That wraps, as ONNX Runtime's does.
Value addParts(Node& n, int64_t size, int64_t most,
               llvm::function_ref<Value(int64_t first, int64_t length)> sums) {
  if (n.failed())
    return nullptr;
  int64_t parts = std::max<int64_t>(llvm::divideCeil(size, most), 1);
  Value all;
  for (int64_t part = 0; part < parts && !n.failed(); ++part) {
    int64_t first = part * size / parts, next = (part + 1) * size / parts;
    Value one = sums(first, next - first);
    all = all ? n.add(all, one) : one;
  }
  return all;
}

/// The product of two matrices of integers as i32. The parameters of a stand along its rows, those of b along
/// its columns.
Value integerProduct(Node& n, Value a, Value b, Value aZero, Value bZero) {
  if (n.failed())
    return nullptr;
  if (rankOf(a) < 2 || rankOf(b) < 2) {
    n.unsupported("vectors: its inputs have at least two axes here");
    return nullptr;
  }
  Value x = centred(n, a, aZero ? along(n, aZero, rankOf(a) - 2, rankOf(a)) : Value());
  Value y = centred(n, b, bZero ? along(n, bZero, rankOf(b) - 1, rankOf(b)) : Value());
  int64_t inner = shapeOf(a).back();
  if (!n.failed() && shapeOf(b)[rankOf(b) - 2] != inner)
    n.error("the columns of " + describe(a.getType()) + " are not as many as the rows of " +
            describe(b.getType()));
  return addParts(n, inner, kExactSplit, [&](int64_t first, int64_t length) {
    Value left = n.slice(x, rankOf(x) - 1, first, length), right = n.slice(y, rankOf(y) - 2, first, length);
    return exactSums(n, left, right, length, [&](Value p, Value q) { return n.emit<MatmulOp>({p, q}); });
  });
}

void matMulInteger(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(integerProduct(n, a, b, n.optional(2), n.optional(3)));
}

void qLinearMatMul(Node& n) {
  Value a = n.operand(0), aScale = n.operand(1), aZero = n.operand(2), b = n.operand(3),
        bScale = n.operand(4), bZero = n.operand(5), yScale = n.operand(6), yZero = n.operand(7);
  Value sums = n.cast(integerProduct(n, a, b, aZero, bZero), n.builder().getF32Type());
  if (n.failed())
    return;
  int64_t rank = rankOf(sums);
  Value factor = n.div(n.mul(along(n, aScale, rank - 2, rank), along(n, bScale, rank - 1, rank)),
                       along(n, yScale, rank - 2, rank));
  n.result(quantised(n, n.mul(sums, factor), along(n, yZero, rank - 2, rank), elementOf(yZero)));
}

/// Channels [first, first + length) of each group of x.
Value groupChannels(Node& n, Value x, int64_t groups, int64_t first, int64_t length) {
  if (n.failed())
    return nullptr;
  Node::Ints shape(shapeOf(x)), split(shape);
  split[1] = groups;
  split.insert(split.begin() + 2, shape[1] / groups);
  shape[1] = groups * length;
  return n.reshape(n.slice(n.reshape(x, split), 2, first, length), shape);
}

/// The weight with zeros outside of the places [first, first + length) of its kernel.
Value kernelPart(Node& n, Value weight, int64_t first, int64_t length) {
  if (n.failed())
    return nullptr;
  Node::Ints shape(shapeOf(weight));
  shape[0] = shape[1] = 1;
  Node::Numbers mask(elementsOf(shape), 0);
  std::fill_n(mask.begin() + first, length, 1);
  return n.mul(weight, n.constant(mask, shape, elementOf(weight)));
}

Value integerConvolution(Node& n, Value x, Value weight, Value xZero, Value weightZero) {
  if (n.failed())
    return nullptr;
  if (rankOf(weight) < 3) {
    n.error("its weight has at least 3 axes; found " + describe(weight.getType()));
    return nullptr;
  }
  Value a = centred(n, x, xZero ? along(n, xZero, 1, rankOf(x)) : Value());
  Value w = centred(n, weight, weightZero ? along(n, weightZero, 0, rankOf(weight)) : Value());
  int64_t groups = n.integer("group", 1), channels = shapeOf(weight)[1];
  if (!n.failed() && (groups < 1 || rankOf(x) != rankOf(weight) || shapeOf(x)[1] != groups * channels))
    n.error("the weight " + describe(weight.getType()) + " in " + std::to_string(groups) +
            " groups is not for the channels of " + describe(x.getType()));
  auto convolve = [&](Value p, Value q) { return convolution(n, p, q, nullptr); };
  int64_t area = n.failed() ? 0 : elementsOf(shapeOf(weight).drop_front(2));
  if (area * channels <= kExactSplit)
    return exactSums(n, a, w, area * channels, convolve);
  // Some channels at a time; where the kernel alone has too many places, some of those.
  return addParts(n, channels, std::max<int64_t>(kExactSplit / area, 1), [&](int64_t first, int64_t length) {
    Value image = groupChannels(n, a, groups, first, length), part = n.slice(w, 1, first, length);
    if (area <= kExactSplit)
      return exactSums(n, image, part, area * length, convolve);
    return addParts(n, area, kExactSplit, [&](int64_t place, int64_t places) {
      return exactSums(n, image, kernelPart(n, part, place, places), places, convolve);
    });
  });
}

void convInteger(Node& n) {
  Value x = n.operand(0), weight = n.operand(1);
  n.result(integerConvolution(n, x, weight, n.optional(2), n.optional(3)));
}

void qLinearConv(Node& n) {
  Value x = n.operand(0), xScale = n.operand(1), xZero = n.operand(2), weight = n.operand(3),
        weightScale = n.operand(4), weightZero = n.operand(5), yScale = n.operand(6), yZero = n.operand(7),
        bias = n.optional(8);
  Value sums = integerConvolution(n, x, weight, xZero, weightZero);
  if (n.failed())
    return;
  int64_t rank = rankOf(sums);
  Node::Ints perChannel(rank, 1);
  perChannel[1] = shapeOf(sums)[1];
  if (bias)
    sums = n.add(sums, n.reshape(bias, perChannel));
  Value factor =
      n.div(n.mul(along(n, xScale, 1, rank), along(n, weightScale, 1, rank)), along(n, yScale, 1, rank));
  Value scaled = n.mul(n.cast(sums, n.builder().getF32Type()), factor);
  n.result(quantised(n, scaled, along(n, yZero, 1, rank), elementOf(yZero)));
}

/// Two numbers of 4 bits of each byte, the low half first: [N, B] as [N, 2 * B].
Value halvesOf(Node& n, Value bytes) {
  if (n.failed())
    return nullptr;
  Value whole = n.cast(bytes, n.builder().getF32Type()), sixteen = n.scalar(16, whole);
  Value high = n.emit<FloorOp>(n.div(whole, sixteen)), low = n.sub(whole, n.mul(high, sixteen));
  if (n.failed())
    return nullptr;
  const int64_t rows = shapeOf(bytes)[0], columns = shapeOf(bytes)[1];
  Value both = n.concat({n.reshape(low, {rows, columns, 1}), n.reshape(high, {rows, columns, 1})}, 2);
  return n.cast(n.reshape(both, {rows, 2 * columns}), elementOf(bytes));
}

// a . b^T, where b [N, K] lies in blocks of its rows, of 8 bits or 4, with a scale and a zero point each.
void matMulNBits(Node& n) {
  Value a = n.operand(0), b = n.operand(1), scale = n.operand(2), zero = n.optional(3), bias = n.optional(5);
  if (n.has(4))
    return n.unsupported("g_idx");
  const int64_t inputs = n.integer("K", 0), outputs = n.integer("N", 0), bits = n.integer("bits", 4),
                block = n.integer("block_size", 0);
  n.integer("accuracy_level", 0); // of sums: all of ours are those of f32
  if (n.failed())
    return;
  if (bits != 4 && bits != 8)
    return n.unsupported("bits = " + std::to_string(bits) + ": 8 and 4 are");
  if (inputs < 1 || outputs < 1 || block < 16 || block > 65536 || !llvm::isPowerOf2_64(block) ||
      inputs > kMaxElements / outputs)
    return n.error("K, N and block_size are " + std::to_string(inputs) + ", " + std::to_string(outputs) +
                   " and " + std::to_string(block) +
                   ": they are positive, and block_size is a power of two, 16 at least");
  const int64_t blocks = llvm::divideCeil(inputs, block), bytes = block * bits / 8;
  mlir::Type u8 = n.builder().getIntegerType(8, false);
  if (elementOf(b) != u8 || elementsOf(shapeOf(b)) != outputs * blocks * bytes ||
      elementsOf(shapeOf(scale)) != outputs * blocks)
    return n.error("for K, N and block_size of " + std::to_string(inputs) + ", " + std::to_string(outputs) +
                   " and " + std::to_string(block) + " the weight is u8 of " +
                   std::to_string(outputs * blocks * bytes) + " elements, and the scales are " +
                   std::to_string(outputs * blocks) + "; found " + describe(b.getType()) + " and " +
                   describe(scale.getType()));
  if (inputs * bits % 8 != 0)
    return n.unsupported("an odd K of 4 bits");
  Value origin;
  if (!zero) {
    origin = n.constant(Node::Ints(outputs * blocks, int64_t(1) << (bits - 1)), {outputs, blocks}, u8);
  } else if (elementOf(zero) != u8) {
    return n.unsupported("zero points of " + describe(elementOf(zero)));
  } else {
    const int64_t each = llvm::divideCeil(blocks * bits, 8);
    if (elementsOf(shapeOf(zero)) != outputs * each)
      return n.error("the zero points are " + std::to_string(outputs * each) + " bytes, found " +
                     describe(zero.getType()));
    origin = n.reshape(zero, {outputs, each});
    if (bits == 4)
      origin = n.slice(halvesOf(n, origin), 1, 0, blocks);
  }
  Value q = n.slice(n.reshape(b, {outputs, blocks * bytes}), 1, 0, inputs * bits / 8);
  Value weight = n.emit<DequantizeOp>(
      {q, n.reshape(scale, {outputs, blocks}), origin},
      {n.attribute("bits", bits), n.attribute("axis", int64_t(1)), n.attribute("block", block)});
  weight = n.cast(weight, elementOf(a));
  n.result(bias ? n.emit<LinearOp>({a, weight, bias}) : n.emit<LinearOp>({a, weight}));
}

constexpr Operator kRows[] = {
    {"QuantizeLinear", 10, quantizeLinear, "axis block_size output_dtype saturate",
     "types of other than 8 bits; blocks"},
    {"DequantizeLinear", 10, dequantizeLinear, "axis block_size",
     "types of 4 and 16 bits; blocks of what is not a constant"},
    {"DynamicQuantizeLinear", 11, dynamicQuantizeLinear, ""},
    {"MatMulInteger", 10, matMulInteger, ""},
    {"com.microsoft:MatMulNBits", 1, matMulNBits, "K N accuracy_level bits block_size",
     "a group index; zero points of floats; other than 8 and 4 bits"},
    {"QLinearMatMul", 10, qLinearMatMul, ""},
    {"ConvInteger", 10, convInteger, "auto_pad dilations group kernel_shape pads strides"},
    {"QLinearConv", 10, qLinearConv, "auto_pad dilations group kernel_shape pads strides"},
};

} // namespace

llvm::ArrayRef<Operator> quantisationOperators() {
  return kRows;
}

} // namespace aic::onnx

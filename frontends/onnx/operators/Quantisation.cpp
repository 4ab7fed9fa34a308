// To integers of few bits and back. What is stored quantised stays so, for products that read it as it is:
// `dequantize`.
#include "dialects/aic/Quantised.h"
#include "frontends/onnx/operators/Bytes.h"
#include "frontends/onnx/operators/Index.h"

namespace aic::onnx {
using mlir::Value;

bool boundsOf(Node& n, mlir::Type type, double& low, double& high) {
  if (!type || n.failed())
    return false;
  const bool isUnsigned = type.isUnsignedInteger(8), isShort = type.isSignlessInteger(16);
  if (!isUnsigned && !isShort && !type.isSignlessInteger(8)) {
    n.unsupported("quantised values of " + describe(type) + ": aic has uint8, int8 and int16");
    return false;
  }
  low = isUnsigned ? 0 : isShort ? -32768 : -128;
  high = isUnsigned ? 255 : isShort ? 32767 : 127;
  return true;
}

bool isOfBytes(Node& n, mlir::Type type) {
  if (!type || n.failed())
    return false;
  if (!type.isInteger(8))
    n.unsupported("products of " + describe(type) + ": aic has those of uint8 and int8");
  return type.isInteger(8);
}

Value along(Node& n, Value parameter, int64_t axis, int64_t rank, mlir::Type element) {
  if (!parameter || n.failed())
    return nullptr;
  Value number = n.cast(parameter, element);
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

Value along(Node& n, Value parameter, int64_t axis, int64_t rank) {
  return along(n, parameter, axis, rank, n.builder().getF32Type());
}

Value quantised(Node& n, Value x, Value zero, mlir::Type type) {
  double low = 0, high = 0;
  if (!boundsOf(n, type, low, high))
    return nullptr;
  Value q = n.emit<RoundOp>(x);
  if (zero)
    q = n.add(q, zero);
  return n.cast(n.emit<ClampOp>(q, {n.attribute("min", low), n.attribute("max", high)}), type);
}

Value centred(Node& n, Value q, Value zero) {
  double low, high;
  if (!q || !boundsOf(n, elementOf(q), low, high))
    return nullptr;
  const mlir::Type f32 = n.builder().getF32Type();
  return zero ? n.sub(n.cast(q, f32), n.cast(zero, f32)) : n.cast(q, f32);
}

namespace {

/// A parameter [..., blocks, ...] with one element for each of the `size` along `axis`.
Value spread(Node& n, Value parameter, int64_t axis, int64_t block, int64_t size) {
  if (!parameter || n.failed())
    return nullptr;
  Node::Ints shape(shapeOf(parameter)), repeated;
  const int64_t blocks = axis < static_cast<int64_t>(shape.size()) ? shape[axis] : 0;
  if (blocks != static_cast<int64_t>(llvm::divideCeil(size, block))) {
    n.error("scales and zero points in blocks of " + std::to_string(block) + " are " +
            std::to_string(llvm::divideCeil(size, block)) + " along axis " + std::to_string(axis) +
            "; found " + describe(parameter.getType()));
    return nullptr;
  }
  shape.insert(shape.begin() + axis + 1, 1);
  repeated = shape;
  repeated[axis + 1] = block;
  Value all = n.expand(n.reshape(parameter, shape), repeated);
  shape.erase(shape.begin() + axis + 1);
  shape[axis] = blocks * block;
  return n.slice(n.reshape(all, shape), axis, 0, size);
}

void quantizeLinear(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), zero = n.optional(2);
  const int64_t block = n.integer("block_size", 0);
  if (block < 0)
    return n.error("block_size is " + std::to_string(block) + ": it is not negative");
  mlir::Type type =
      zero ? elementOf(zero) : n.elementType("output_dtype", n.builder().getIntegerType(8, false));
  int64_t given = n.integer("axis", 1);
  if (n.failed())
    return;
  const bool inBlocks = block > 0 && rankOf(scale) == rankOf(x);
  int64_t axis = inBlocks || (rankOf(scale) == 1 && shapeOf(scale)[0] != 1) ? n.axis(given, rankOf(x)) : 0;
  if (n.failed())
    return;
  if (inBlocks) {
    scale = spread(n, scale, axis, block, shapeOf(x)[axis]);
    zero = spread(n, zero, axis, block, shapeOf(x)[axis]);
  }
  if (n.failed())
    return;
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
  const bool bytes = elementOf(x).isInteger(8) && rankOf(x) > 0,
             stored = bytes && (block > 0 || (rankOf(x) >= 2 && x.getDefiningOp<ConstantOp>()));
  if (block > 0 && !bytes)
    return n.unsupported("block_size on what is not of 8 bits");
  if (block < 0)
    return n.error("block_size is " + std::to_string(block) + ": it is not negative");
  const int64_t axis =
      block > 0 || (rankOf(scale) == 1 && shapeOf(scale)[0] != 1) ? n.axis(given, rankOf(x)) : 0;
  if (n.failed())
    return;
  if (stored && rankOf(scale) <= 1 + (block > 0 ? rankOf(x) : 0)) {
    const Value pairs = n.pairsOf(x);
    llvm::SmallVector<Value> operands{pairs ? pairs : x, onAllAxes(n, scale, axis, rankOf(x))};
    if (zero)
      operands.push_back(onAllAxes(n, zero, axis, rankOf(x)));
    Value whole = n.emit<DequantizeOp>(operands, {n.attribute("bits", int64_t(pairs ? 4 : 8)),
                                                  n.attribute("axis", axis), n.attribute("block", block)});
    return n.result(n.cast(whole, elementOf(scale)));
  }
  Value number = n.cast(x, n.builder().getF32Type());
  if (zero)
    number = n.sub(number, along(n, zero, axis, rankOf(x)));
  n.result(n.cast(n.mul(number, along(n, scale, axis, rankOf(x))), elementOf(scale)));
}

void dynamicQuantizeLinear(Node& n) {
  DynamicBytes made = dynamicallyQuantised(n, n.operand(0));
  n.result(0, made.q);
  n.result(1, made.scale);
  n.result(2, made.zero);
}

/// Two numbers of 4 bits of each byte, the low half first: [..., B] as [..., 2 * B].
Value halvesOf(Node& n, Value bytes) {
  if (n.failed())
    return nullptr;
  Value whole = n.cast(bytes, n.builder().getF32Type()), sixteen = n.scalar(16, whole);
  Value high = n.emit<FloorOp>(n.div(whole, sixteen)), low = n.sub(whole, n.mul(high, sixteen));
  if (n.failed())
    return nullptr;
  Node::Ints shape(shapeOf(bytes)), single(shape);
  single.push_back(1);
  shape.back() *= 2;
  Value both = n.concat({n.reshape(low, single), n.reshape(high, single)}, rankOf(bytes));
  return n.cast(n.reshape(both, shape), elementOf(bytes));
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

// Rows of a table that is stored in blocks, of 8 bits or, two in a byte, of 4.
void gatherBlockQuantized(Node& n) {
  Value table = n.operand(0), index = n.operand(1), scale = n.operand(2), zero = n.optional(3);
  if (n.failed())
    return;
  const int64_t bits = n.integer("bits", 4), block = n.integer("block_size", 128);
  const int64_t gathered = n.axis(n.integer("gather_axis", 0), rankOf(table)),
                axis = n.axis(n.integer("quantize_axis", 1), rankOf(table));
  if (n.failed())
    return;
  if (!elementOf(table).isInteger(8) || (bits != 4 && bits != 8))
    return n.unsupported("a table of " + describe(elementOf(table)) + " in " + std::to_string(bits) +
                         " bits");
  if (block < 16 || !llvm::isPowerOf2_64(block))
    return n.error("block_size is " + std::to_string(block) + ": it is a power of two, 16 at least");
  if (axis != rankOf(table) - 1 || gathered == axis)
    return n.unsupported("a table that is quantised along another axis than its last, or gathered along it");
  const bool isUnsigned = elementOf(table).isUnsignedInteger();
  auto fits = [&](int64_t columns) {
    return rankOf(scale) == rankOf(table) &&
           static_cast<int64_t>(llvm::divideCeil(columns, block)) == shapeOf(scale).back();
  };
  const int64_t columns = shapeOf(table).back();
  const bool packed = bits == 4 && isUnsigned && fits(2 * columns); // not where it was INT4 or UINT4
  if (packed ? fits(columns) : !fits(columns))
    return n.unsupported("scales " + describe(scale.getType()) + " of a table " + describe(table.getType()) +
                         " in blocks of " + std::to_string(block));
  if (!zero && isUnsigned)
    zero = n.constant(Node::Ints(elementsOf(shapeOf(scale)), int64_t(1) << (bits - 1)), shapeOf(scale),
                      elementOf(table));
  else if (zero && packed && shapeOf(zero) != shapeOf(scale))
    zero = n.slice(halvesOf(n, zero), rankOf(zero) - 1, 0, shapeOf(scale).back());
  llvm::SmallVector<Value> operands{table, scale};
  if (zero)
    operands.push_back(zero);
  Value whole = n.emit<DequantizeOp>(operands, {n.attribute("bits", packed ? int64_t(4) : int64_t(8)),
                                                n.attribute("axis", axis), n.attribute("block", block)});
  if (n.failed())
    return;
  index = fromStart(n, index, shapeOf(whole)[gathered]);
  n.result(n.cast(n.emit<TakeOp>({whole, index}, n.attribute("dim", gathered)), elementOf(scale)));
}

constexpr Operator kRows[] = {
    {"QuantizeLinear", 10, quantizeLinear, "axis block_size output_dtype saturate",
     "types of other than 8 bits and int16"},
    {"DequantizeLinear", 10, dequantizeLinear, "axis block_size", "uint16; blocks of other than 8 bits"},
    {"DynamicQuantizeLinear", 11, dynamicQuantizeLinear, ""},
    {"com.microsoft:QuantizeLinear", 1, quantizeLinear, "axis block_size",
     "types of other than 8 bits and int16"},
    {"com.microsoft:DequantizeLinear", 1, dequantizeLinear, "axis block_size",
     "uint16; blocks of other than 8 bits"},
    {"com.microsoft:GatherBlockQuantized", 1, gatherBlockQuantized,
     "bits block_size gather_axis quantize_axis",
     "tables that are quantised along another axis than their last"},
    {"com.microsoft:MatMulNBits", 1, matMulNBits, "K N accuracy_level bits block_size",
     "a group index; zero points of floats; other than 8 and 4 bits"},
};

} // namespace

llvm::ArrayRef<Operator> quantisationOperators() {
  return kRows;
}

} // namespace aic::onnx

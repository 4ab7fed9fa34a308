// To integers of few bits and back: quantize, dequantize.
#include "dialects/aic/Quantised.h"

#include "frontends/graph/Primitives.h"

#include <cmath>

namespace aic::graph {
namespace {

/// The type of a tensor of numbers that are a byte each, or more.
mlir::Type bytesOf(mlir::Type type) {
  auto integer = llvm::cast<mlir::IntegerType>(type);
  return isFourBits(type) ? mlir::IntegerType::get(type.getContext(), 8, integer.getSignedness()) : type;
}

/// A call's arguments scale, zero_point, axis and block, for a tensor of `shape` whose integers are `type`.
class Scheme {
public:
  /// The arguments' places in the signature.
  struct Places {
    size_t scale, zero, axis, block;
  };

  Scheme(PrimitiveCall& call, Places places, llvm::ArrayRef<int64_t> shape, mlir::Type type)
      : call(call), places(places), shape(shape), type(type), inBytes(bytesOf(type)) {}

  /// Reads them all; false where something is wrong, which is reported.
  bool read() {
    if (!call.isNone(places.axis))
      axis = call.axis(places.axis, rank());
    if (!call.isNone(places.block))
      block = call.integer(places.block);
    if (call.failed())
      return false;
    if (!call.isNone(places.block) && block < 1)
      call.error(places.block, "expected at least 1, found " + std::to_string(block));
    else if (block > 0 && call.isNone(places.axis))
      call.error(places.block, "say along which axis the blocks lie, axis=-1");
    else if (block > 0)
      block = std::min(block, std::max<int64_t>(shape[axis], 1)); // one that is longer than all is all
    return !call.failed() && readScale() && readZero();
  }

  /// Along all of the tensor's axes, of f32: each axis 1 or the tensor's. Null where there is no zero point.
  mlir::Value scale() { return spread(asF32(scale_)); }
  mlir::Value zero() {
    if (zeroNumber)
      return call.scalar(Value::ofFloat(static_cast<double>(*zeroNumber)), f32(), {});
    return zero_ ? spread(asF32(zero_)) : nullptr;
  }

  /// What aic.dequantize takes: of the tensor's rank, blocks as they are. `zero` is null where there is none.
  bool stored(mlir::Value& scale, mlir::Value& zero) {
    if (zeroNumber)
      zero_ = call.scalar(Value::ofInt(*zeroNumber), inBytes, {});
    scale = onAllAxes(scale_), zero = zero_ ? onAllAxes(zero_) : nullptr;
    if (call.failed() || !zero)
      return !call.failed();
    if (elements(zero) < elements(scale))
      zero = call.expand(zero, shapeOf(scale));
    else if (elements(scale) < elements(zero))
      scale = call.expand(scale, shapeOf(zero));
    return !call.failed();
  }

  int64_t axisOrFirst() const { return axis; }
  int64_t blockOrNone() const { return block; }

private:
  PrimitiveCall& call;
  const Places places;
  const llvm::ArrayRef<int64_t> shape;
  const mlir::Type type, inBytes;    // inBytes: of zero points that are tensors
  int64_t axis = 0, block = 0;       // 0: no blocks
  mlir::Value scale_, zero_;         // a scalar, or of the tensor's rank
  std::optional<int64_t> zeroNumber; // in the place of zero_

  mlir::Type f32() const { return mlir::Float32Type::get(call.context()); }

  int64_t rank() const { return static_cast<int64_t>(shape.size()); }
  static int64_t elements(mlir::Value x) { return mlir::ShapedType::getNumElements(shapeOf(x)); }

  /// A tensor of parameters with the tensor's axes; null where its shape is another, which is reported.
  mlir::Value aligned(size_t place) {
    mlir::Value given = call.tensor(place);
    const llvm::ArrayRef<int64_t> found = shapeOf(given);
    if (found.empty())
      return given;
    llvm::SmallVector<int64_t> wanted(shape.size(), 1);
    if (static_cast<int64_t>(found.size()) == rank()) {
      for (size_t i = 0; i < shape.size(); ++i)
        wanted[i] = found[i] == 1 && !(block > 0 && static_cast<int64_t>(i) == axis) ? 1 : shape[i];
      if (block > 0)
        wanted[axis] = blocks();
    } else if (found.size() == 1 && call.isNone(places.axis)) {
      call.error(place, "say along which axis the " + std::to_string(found[0]) + " numbers stand, axis=0");
      return nullptr;
    } else if (block > 0) {
      for (size_t i = 0; i < shape.size(); ++i)
        wanted[i] = static_cast<int64_t>(i) == axis ? blocks() : shape[i];
    } else {
      wanted[axis] = shape[axis];
    }
    if (found.size() == 1 && rank() != 1 && block == 0 && found[0] == wanted[axis])
      return call.reshape(given, wanted);
    if (found == llvm::ArrayRef(wanted))
      return given;
    call.error(place, "expected " +
                          (rank() == 1 || block > 0 || static_cast<int64_t>(found.size()) == rank()
                               ? spellShape(wanted)
                               : "[" + std::to_string(wanted[axis]) + "]") +
                          ", found " + describe(call.value(place)) +
                          (block > 0 ? ": one for each block of " + std::to_string(block) + " of the " +
                                           std::to_string(shape[axis]) + " along axis " + std::to_string(axis)
                                     : ": the tensor is " + spellShape(shape)));
    return nullptr;
  }

  int64_t blocks() const { return shape[axis] / block + (shape[axis] % block != 0); }

  bool readScale() {
    if (call.value(places.scale).isNumber()) {
      const auto number = static_cast<float>(call.number(places.scale));
      if (!(number > 0) || !std::isfinite(number)) {
        call.error(places.scale, "expected a positive number, found " + describe(call.value(places.scale)) +
                                     (call.number(places.scale) > 0 ? ", which is none in f32" : ""));
        return false;
      }
      scale_ = call.scalar(call.value(places.scale), f32(), call.arguments[places.scale].span);
      return scale_ != nullptr;
    }
    mlir::Value given = call.tensor(places.scale);
    if (!given)
      return false;
    const mlir::Type element = mlir::getElementTypeOrSelf(given.getType());
    if (!llvm::isa<mlir::FloatType>(element) || element.isF64()) {
      call.error(places.scale, "expected a number or a tensor of f32, f16 or bf16, found " +
                                   describe(call.value(places.scale)));
      return false;
    }
    if (auto constant = given.getDefiningOp<ConstantOp>())
      if (std::string wrong = wrongScale(constant.getValue()); !wrong.empty()) {
        call.error(places.scale, wrong);
        return false;
      }
    scale_ = aligned(places.scale);
    return scale_ != nullptr;
  }

  bool readZero() {
    if (call.isNone(places.zero))
      return true;
    if (call.value(places.zero).isNumber()) {
      std::string problem;
      if (!literalAttribute(call.value(places.zero), type, problem))
        call.error(places.zero, problem);
      zeroNumber = call.value(places.zero).integer;
      return !call.failed();
    }
    mlir::Value given = call.tensor(places.zero);
    if (!given)
      return false;
    if (mlir::getElementTypeOrSelf(given.getType()) != inBytes) {
      call.error(places.zero, "expected an int or a tensor of " + aic::describe(inBytes) + ", found " +
                                  describe(call.value(places.zero)));
      return false;
    }
    zero_ = aligned(places.zero);
    return zero_ != nullptr;
  }

  mlir::Value asF32(mlir::Value x) {
    auto tensor = llvm::cast<mlir::RankedTensorType>(x.getType());
    return tensor.getElementType() == f32() ? x : call.emitAs<CastOp>(tensor.clone(f32()), x);
  }

  mlir::Value onAllAxes(mlir::Value x) {
    return shapeOf(x).empty() ? call.reshape(x, llvm::SmallVector<int64_t>(shape.size(), 1)) : x;
  }

  /// A number for each block as one for each element along the blocks' axis.
  mlir::Value spread(mlir::Value x) {
    if (!x || block == 0 || shapeOf(x).empty())
      return x;
    llvm::SmallVector<int64_t> whole(shapeOf(x)), single, repeated;
    single = whole;
    single.insert(single.begin() + axis + 1, 1);
    repeated = single;
    repeated[axis + 1] = block;
    whole[axis] *= block;
    x = call.reshape(x, single);
    x = x ? call.expand(x, repeated) : x;
    x = x ? call.reshape(x, whole) : x;
    return x ? call.slice(x, axis, 0, shape[axis]) : x;
  }
};

bool isQuantised(mlir::Type type) {
  return type.isInteger(4) || type.isInteger(8) || type.isSignlessInteger(16);
}

Value quantize(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  const mlir::Type type = call.element(3);
  if (call.failed())
    return Value::poison();
  const mlir::Type element = mlir::getElementTypeOrSelf(x.getType());
  if (!llvm::isa<mlir::FloatType>(element) || element.isF64())
    call.error(0, "expected a tensor of f32, f16 or bf16, found " + describe(call.value(0)));
  if (!isQuantised(type))
    call.error(3, "expected i4, u4, i8, u8 or i16, found " + spell(call.value(3)));
  if (call.failed())
    return Value::poison();
  const llvm::SmallVector<int64_t> shape(shapeOf(x));
  Scheme scheme(call, {1, 2, 4, 5}, shape, type);
  if (!scheme.read())
    return Value::poison();
  auto whole = mlir::RankedTensorType::get(shape, mlir::Float32Type::get(call.context()));
  if (!element.isF32())
    x = call.emitAs<CastOp>(whole, x);
  mlir::Value scale = scheme.scale();
  if (!x || !scale || call.failed())
    return Value::poison();
  mlir::Value q = call.emit<DivOp>({x, scale});
  q = q ? call.emit<RoundOp>(q) : q;
  if (mlir::Value zero = q ? scheme.zero() : nullptr)
    q = call.emit<AddOp>({q, zero});
  if (call.failed())
    return Value::poison();
  const unsigned width = type.getIntOrFloatBitWidth() - (type.isUnsignedInteger() ? 0 : 1);
  const double high = (int64_t(1) << width) - 1, low = type.isUnsignedInteger() ? 0 : -high - 1;
  if (q)
    q = call.emit<ClampOp>(q, {call.attribute("min", low), call.attribute("max", high)});
  q = q ? call.emitAs<CastOp>(whole.clone(bytesOf(type)), q) : q;
  return Value::ofTensor(q && isFourBits(type) ? call.view(whole.clone(type), q) : q);
}

/// aic.dequantize of a tensor in memory.
Value stored(PrimitiveCall& call, Scheme& scheme, mlir::Value q, int64_t bits) {
  mlir::Value scale, zero;
  if (!scheme.stored(scale, zero))
    return Value::poison();
  llvm::SmallVector<mlir::Value> operands{q, scale};
  if (zero)
    operands.push_back(zero);
  // With one scale for all, blocks say nothing.
  const bool blocks =
      scheme.blockOrNone() > 0 && !llvm::all_of(shapeOf(scale), [](int64_t n) { return n == 1; });
  return Value::ofTensor(call.emit<DequantizeOp>(
      operands,
      {call.attribute("bits", bits), call.attribute("axis", blocks ? scheme.axisOrFirst() : int64_t(0)),
       call.attribute("block", blocks ? scheme.blockOrNone() : int64_t(0))}));
}

Value dequantize(PrimitiveCall& call) {
  mlir::Value q = call.tensor(0);
  if (call.failed())
    return Value::poison();
  const mlir::Type type = mlir::getElementTypeOrSelf(q.getType());
  if (!isQuantised(type)) {
    call.error(0, "expected a tensor of i4, u4, i8, u8 or i16, found " + describe(call.value(0)));
    return Value::poison();
  }
  const llvm::SmallVector<int64_t> shape(shapeOf(q));
  Scheme scheme(call, {1, 2, 3, 4}, shape, type);
  if (!scheme.read())
    return Value::poison();
  if (isFourBits(type)) { // pairs of a parameter, or bytes that were computed
    q = q.getDefiningOp()->getOperand(0);
    if (shapeOf(q) != llvm::ArrayRef(shape))
      return stored(call, scheme, q, 4);
  }
  // What products may read as it is stored is one operation; of activations plain ones, as everything is that
  // follows a kernel in registers.
  const bool isWeight = bytesOf(type).isInteger(8) && !shape.empty() &&
                        (scheme.blockOrNone() > 0 || (shape.size() >= 2 && q.getDefiningOp<ConstantOp>()));
  if (isWeight)
    return stored(call, scheme, q, 8);
  const auto whole = mlir::RankedTensorType::get(shape, mlir::Float32Type::get(call.context()));
  mlir::Value number = call.emitAs<CastOp>(whole, q);
  if (mlir::Value zero = number ? scheme.zero() : nullptr)
    number = call.emit<SubOp>({number, zero});
  mlir::Value scale = scheme.scale();
  return number && scale && !call.failed() ? Value::ofTensor(call.emit<MulOp>({number, scale}))
                                           : Value::poison();
}

constexpr Primitive kRows[] = {
    {"quantize", "x, scale, zero_point=none, dtype=i8, axis=none, block=none", quantize},
    {"dequantize", "q, scale, zero_point=none, axis=none, block=none", dequantize},
};

} // namespace

llvm::ArrayRef<Primitive> quantisedPrimitives() {
  return kRows;
}

} // namespace aic::graph

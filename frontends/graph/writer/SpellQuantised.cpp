// quantize and dequantize, where frontends made several operations of them.
#include "dialects/aic/Quantised.h"
#include "frontends/graph/writer/Spell.h"

#include <cmath>

namespace aic::graph::writer {
namespace {

/// The only live operation that reads an operation's result, where it is an Op that reads it once; else null.
template <typename Op> Op onlyUser(Speller& s, mlir::Operation* op) {
  mlir::Operation* only = nullptr;
  for (mlir::Operation* user : op->getUsers())
    if (s.isLive(user)) {
      if (only)
        return nullptr;
      only = user;
    }
  return llvm::dyn_cast_or_null<Op>(only);
}

/// The largest and smallest number of a type of few bits; false of another type.
bool boundsOf(mlir::Type type, double& low, double& high) {
  if (!type.isInteger(8) && !type.isSignlessInteger(16))
    return false;
  high = type.isInteger(16) ? 32767 : type.isUnsignedInteger() ? 255 : 127;
  low = type.isUnsignedInteger() ? 0 : -high - 1;
  return true;
}

/// A scale or zero point as an argument.
struct Argument {
  std::string number; // of all elements; or
  mlir::Value value;  // a vector along `axis`, or a tensor of the quantised one's rank
  std::optional<int64_t> axis;
  llvm::SmallVector<mlir::Operation*> absorbed; // between value and what reads it
};

bool isZero(mlir::ElementsAttr value) {
  if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(value)) {
    const mlir::AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    return blob && llvm::all_of(blob->getData(), [](char byte) { return byte == 0; });
  }
  return mlir::matchPattern(value, mlir::m_AnyZeroFloat()) || mlir::matchPattern(value, mlir::m_Zero());
}

/// The constant or parameter that a scale or zero point is, for a tensor of `shape` that `at` reads; nullopt
/// where the language says it otherwise. Zero points are of `type` there, and may be stored as it or as
/// floats.
std::optional<Argument> argumentOf(Speller& s, mlir::Value value, llvm::ArrayRef<int64_t> shape,
                                   mlir::Operation* at, mlir::Type type = nullptr) {
  Argument found;
  const llvm::SmallVector<int64_t> whole(llvm::cast<mlir::RankedTensorType>(value.getType()).getShape());
  // Constants are reshaped before they are cast, or after.
  for (mlir::Operation* op = value.getDefiningOp(); op && llvm::isa<ReshapeOp, CastOp>(op);
       op = value.getDefiningOp()) {
    if (s.isLive(op)) {
      if (op->isBeforeInBlock(at) || !op->hasOneUse())
        return std::nullopt;
      found.absorbed.push_back(op);
    }
    value = op->getOperand(0);
  }
  Constant* constant = s.constant(value);
  if (!constant)
    return std::nullopt;
  const llvm::ArrayRef<int64_t> own = constant->type().getShape();
  const mlir::Type element = constant->type().getElementType();
  if (!type &&
      (!llvm::isa<mlir::FloatType>(element) || element.isF64() || !wrongScale(constant->value).empty()))
    return std::nullopt;
  if (type && isZero(constant->value)) {
    found.number = "0";
    return found;
  }
  if (std::optional<std::string> text = constant->path.empty() && (constant->name.empty() || own.empty())
                                            ? Constants::element(constant->value)
                                            : std::nullopt) {
    double number = 0, low = 0, high = 0;
    if (llvm::StringRef(*text).getAsDouble(number))
      return std::nullopt;
    if (!type) {
      found.number = *text;
      return number > 0 ? std::optional(found) : std::nullopt;
    }
    if (number != std::floor(number) || !boundsOf(type, low, high) || number < low || number > high)
      return std::nullopt;
    found.number = std::to_string(static_cast<int64_t>(number));
    return found;
  }
  if (type && element != type)
    return std::nullopt;
  found.value = value;
  if (own.empty())
    return found;
  if (own.size() == 1 && shape.size() > 1 &&
      whole.size() <= shape.size()) { // along the one axis that is not 1
    int64_t axis = static_cast<int64_t>(shape.size()) - 1;
    for (auto [i, size] : llvm::enumerate(whole))
      if (size != 1)
        axis = static_cast<int64_t>(i + shape.size() - whole.size());
    found.axis = axis;
    return shape[axis] == own[0] ? std::optional(found) : std::nullopt;
  }
  if (own != llvm::ArrayRef(whole) || own.size() != shape.size())
    return std::nullopt;
  for (auto [mine, size] : llvm::zip(own, shape))
    if (mine != 1 && mine != size)
      return std::nullopt;
  return found;
}

void argument(Speller& s, const std::string& before, const Argument& argument, const char* role) {
  s.text(before);
  if (argument.value)
    s.value(argument.value, role);
  else
    s.text(argument.number);
  for (mlir::Operation* op : argument.absorbed)
    s.absorb(op);
}

/// Scale and zero point of one call, which stand along one axis; false where they do not.
bool agree(const Argument& scale, const std::optional<Argument>& zero, std::optional<int64_t>& axis) {
  axis = scale.axis;
  if (zero && zero->axis && axis && *axis != *zero->axis)
    return false;
  if (zero && zero->axis)
    axis = zero->axis;
  return true;
}

/// clamp(round(x / scale) + zero), cast, from its first operation on.
bool quantize(Speller& s, DivOp divide) {
  auto type = llvm::cast<mlir::RankedTensorType>(divide.getA().getType());
  auto round = onlyUser<RoundOp>(s, divide);
  if (!round || !type.getElementType().isF32() || s.constant(divide.getA()) ||
      type.getShape() != llvm::cast<mlir::RankedTensorType>(divide.getResult().getType()).getShape())
    return false;
  mlir::Operation* last = round;
  auto add = onlyUser<AddOp>(s, round);
  if (add && add.getA() != round.getResult())
    return false;
  last = add ? add.getOperation() : last;
  auto clamp = onlyUser<ClampOp>(s, last);
  auto cast = clamp ? onlyUser<CastOp>(s, clamp) : nullptr;
  double low = 0, high = 0;
  if (!cast || !boundsOf(s.elementOf(cast.getResult()), low, high))
    return false;
  const auto least = clamp.getMin(), most = clamp.getMax();
  if (!least || !most || least->convertToDouble() != low || most->convertToDouble() != high ||
      llvm::cast<mlir::RankedTensorType>(cast.getResult().getType()).getShape() != type.getShape())
    return false;
  const mlir::Type integer = s.elementOf(cast.getResult());
  std::optional<Argument> scale = argumentOf(s, divide.getB(), type.getShape(), divide), zero;
  if (add)
    zero = argumentOf(s, add.getB(), type.getShape(), divide, integer);
  std::optional<int64_t> axis;
  if (!scale || (add && !zero) || !agree(*scale, zero, axis))
    return false;
  s.text("quantize(").value(divide.getA());
  argument(s, ", ", *scale, "scale");
  if (zero && zero->number != "0")
    argument(s, ", ", *zero, "zero_point");
  if (!integer.isSignlessInteger(8))
    s.text((zero && zero->number != "0" ? ", " : ", dtype=") + spellType(integer));
  if (axis)
    s.text(", axis=" + std::to_string(*axis));
  s.text(")");
  for (mlir::Operation* op :
       {round.getOperation(), add.getOperation(), clamp.getOperation(), cast.getOperation()})
    if (op)
      s.absorb(op);
  s.end(cast->getResults());
  return true;
}

/// (q - zero) * scale of a tensor that is no constant, from its first operation on.
bool dequantize(Speller& s, CastOp first) {
  auto type = llvm::cast<mlir::RankedTensorType>(first.getX().getType());
  double low = 0, high = 0;
  if (!s.elementOf(first.getResult()).isF32() || !boundsOf(type.getElementType(), low, high) ||
      s.constant(first.getX()))
    return false;
  mlir::Operation* last = first;
  auto sub = onlyUser<SubOp>(s, first);
  if (sub && sub.getA() != first.getResult())
    return false;
  last = sub ? sub.getOperation() : last;
  auto scaled = onlyUser<MulOp>(s, last);
  if (!scaled || scaled.getA() != last->getResult(0) ||
      llvm::cast<mlir::RankedTensorType>(scaled.getResult().getType()).getShape() != type.getShape())
    return false;
  std::optional<Argument> scale = argumentOf(s, scaled.getB(), type.getShape(), first), zero;
  if (sub)
    zero = argumentOf(s, sub.getB(), type.getShape(), first, type.getElementType());
  std::optional<int64_t> axis;
  if (!scale || (sub && !zero) || !agree(*scale, zero, axis))
    return false;
  s.text("dequantize(").value(first.getX());
  argument(s, ", ", *scale, "scale");
  if (zero && zero->number != "0")
    argument(s, ", ", *zero, "zero_point");
  if (axis)
    s.text(", axis=" + std::to_string(*axis));
  s.text(")");
  if (sub)
    s.absorb(sub);
  s.absorb(scaled);
  s.end(scaled->getResults());
  return true;
}

/// aic.dequantize: of a weight.
bool stored(Speller& s, DequantizeOp op) {
  const llvm::ArrayRef<int64_t> shape = op.getType().getShape();
  if (op.getBits() != 8 && !s.constant(op.getQ())) {
    s.fail("the language has numbers of " + std::to_string(op.getBits()) + " bits in parameters alone");
    return true;
  }
  auto constant = [&](mlir::Value value) { return value ? s.constant(value) : nullptr; };
  if (Constant* scale = constant(op.getScale()))
    if (std::string wrong = wrongScale(scale->value); !wrong.empty()) {
      s.fail("the language has no such scale: " + wrong);
      return true;
    }
  std::optional<Argument> scale, zero;
  std::optional<int64_t> axis;
  const auto block = static_cast<int64_t>(op.getBlock());
  if (block == 0) { // else of all axes, as they are
    scale = argumentOf(s, op.getScale(), shape, op);
    if (op.getZero())
      zero = argumentOf(s, op.getZero(), shape, op, s.elementOf(op.getQ()));
    if (!scale || !agree(*scale, zero, axis))
      scale.reset();
  }
  const bool short_ = scale && (!op.getZero() || zero);
  if (!short_) {
    scale = Argument{"", op.getScale(), std::nullopt, {}};
    zero = op.getZero() ? std::optional(Argument{"", op.getZero(), std::nullopt, {}}) : std::nullopt;
    axis.reset();
  }
  s.text("dequantize(").value(op.getQ(), "weight");
  argument(s, ", ", *scale, "scale");
  if (zero && zero->number != "0")
    argument(s, ", ", *zero, "zero_point");
  if (block > 0)
    s.text(", axis=" + std::to_string(op.getAxis()) + ", block=" + std::to_string(block));
  else if (axis)
    s.text(", axis=" + std::to_string(*axis));
  s.text(")").end(op->getResults());
  return true;
}

} // namespace

bool spellQuantised(Speller& s, mlir::Operation* op) {
  if (auto divide = llvm::dyn_cast<DivOp>(op))
    return quantize(s, divide);
  if (auto cast = llvm::dyn_cast<CastOp>(op))
    return dequantize(s, cast);
  if (auto weight = llvm::dyn_cast<DequantizeOp>(op))
    return stored(s, weight);
  return false;
}

} // namespace aic::graph::writer

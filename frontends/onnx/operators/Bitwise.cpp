// Operators on the bits of integers. The dialect has none: bytes are looked up in a table of all pairs, and
// shifts are products and quotients.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kBytes = 256;

enum class Bits { And, Or, Xor };

int64_t combine(Bits bits, int64_t a, int64_t b) {
  return bits == Bits::And ? a & b : bits == Bits::Or ? a | b : a ^ b;
}

/// What the operator makes of each pair of bytes, [65536]; i8 where the byte holds a sign, else u8.
Value table(Node& n, Bits bits, bool isSigned) {
  Node::Ints all;
  for (int64_t a = 0; a < kBytes; ++a)
    for (int64_t b = 0; b < kBytes; ++b) {
      int64_t byte = combine(bits, a, b);
      all.push_back(isSigned && byte >= kBytes / 2 ? byte - kBytes : byte);
    }
  return n.constant(all, {kBytes * kBytes},
                    isSigned ? n.builder().getIntegerType(8) : n.builder().getIntegerType(8, false));
}

/// Byte `i` of integers, as places (i32) in [0, 256).
Value byteOf(Node& n, Value x, int64_t i) {
  mlir::Type i32 = n.builder().getI32Type(), element = elementOf(x);
  if (element.getIntOrFloatBitWidth() < 32)
    x = n.cast(x, element = i32);
  if (i > 0)
    x = n.emit<FloorDivOp>({x, n.whole(int64_t(1) << (8 * i), element)});
  return n.cast(n.emit<RemOp>({x, n.whole(kBytes, element)}), i32);
}

template <Bits bits> void bitwise(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  if (n.failed())
    return;
  mlir::Type element = elementOf(a);
  if (element != elementOf(b) || isFloat(a) || element.isInteger(1))
    return n.error("its inputs are of one type, of integers; found " + describe(a.getType()) + " and " +
                   describe(b.getType()));
  bool isSigned = !element.isUnsignedInteger();
  int64_t bytes = element.getIntOrFloatBitWidth() / 8;
  Value lower = bytes > 1 || !isSigned ? table(n, bits, false) : nullptr;
  Value highest = isSigned ? table(n, bits, true) : lower, whole;
  for (int64_t i = 0; i < bytes; ++i) {
    Value place = n.add(n.mul(byteOf(n, a, i), n.whole(kBytes, n.builder().getI32Type())), byteOf(n, b, i));
    Value byte = n.emit<TakeOp>({i + 1 == bytes ? highest : lower, place}, n.attribute("dim", int64_t(0)));
    byte = n.cast(byte, element);
    if (i > 0)
      byte = n.mul(byte, n.whole(int64_t(1) << (8 * i), element));
    whole = whole ? n.add(whole, byte) : byte;
  }
  n.result(whole);
}

// All bits turned: -1 - x, and of eight without a sign 255 - x.
void bitwiseNot(Node& n) {
  Value x = n.operand(0);
  if (n.failed())
    return;
  if (isFloat(x) || elementOf(x).isInteger(1))
    return n.error("its input is of integers; found " + describe(x.getType()));
  n.result(n.sub(n.whole(elementOf(x).isUnsignedInteger() ? kBytes - 1 : -1, elementOf(x)), x));
}

// A shift is a product with, or a quotient by, a power of two, which a table of all holds.
void bitShift(Node& n) {
  Value x = n.operand(0), y = n.operand(1);
  std::string direction = n.string("direction", "");
  if (n.failed())
    return;
  if (direction != "LEFT" && direction != "RIGHT")
    return n.error("direction is LEFT or RIGHT");
  if (!elementOf(x).isUnsignedInteger(8))
    return n.unsupported("shifts are of uint8 only: aic has no other unsigned types");
  Node::Ints powers(256, 0);
  for (int i = 0; i < 8; ++i)
    powers[i] = int64_t(1) << i;
  if (direction == "RIGHT")
    for (int i = 8; i < 256; ++i)
      powers[i] = 1;
  Value table = n.constant(powers, {256}, elementOf(x));
  Value factor = n.emit<TakeOp>({table, n.cast(y, n.builder().getI32Type())}, n.attribute("dim", int64_t(0)));
  if (direction == "LEFT")
    return n.result(n.mul(x, factor));
  n.result(n.where(n.compare(Predicate::LT, y, n.scalar(8, y)), n.div(x, factor), n.scalar(0, x)));
}

constexpr Operator kRows[] = {
    {"BitShift", 11, bitShift, "direction", "types other than uint8"},
    {"BitwiseAnd", 18, bitwise<Bits::And>, ""},
    {"BitwiseOr", 18, bitwise<Bits::Or>, ""},
    {"BitwiseXor", 18, bitwise<Bits::Xor>, ""},
    {"BitwiseNot", 18, bitwiseNot, ""},
};

} // namespace

llvm::ArrayRef<Operator> bitwiseOperators() {
  return kRows;
}

} // namespace aic::onnx

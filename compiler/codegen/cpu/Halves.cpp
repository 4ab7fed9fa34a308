// Conversions of f16 and bf16: see Halves.h. LLVM has instructions for f16 where the CPU has F16C and calls a
// library elsewhere, and for bf16 everywhere (AVX-512's own rounds denormals to 0): hence integers.
#include "compiler/codegen/cpu/Halves.h"

#include "compiler/codegen/MathCode.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using FP = arith::CmpFPredicate;
using IP = arith::CmpIPredicate;

struct Code : MathCode {
  Type i16() const { return shaped(b.getIntegerType(16)); }
  Value word(int64_t value) const { return integer(i32(), value); }
  template <typename Op> Value to(Type type, Value x) const { return Op::create(b, loc, type, x); }
  Value add(Value x, int64_t y) const { return addi(x, y); }
  Value both(Value x, int64_t y) const { return make<arith::AndIOp>(x, integer(x, y)); }
  Value shiftRight(Value x, int64_t by) const { return make<arith::ShRUIOp>(x, integer(x, by)); }
  Value number(double value) const { return MathCode::number(f32(), value); }
  Value bits(Value x) const { return MathCode::bits(x, i32()); }
  Value real(Value x) const { return MathCode::bits(x, f32()); }
  Value is(FP predicate, Value x, Value y) const { return compare(predicate, x, y); }
  Value is(IP predicate, Value x, Value y) const { return arith::CmpIOp::create(b, loc, predicate, x, y); }
  // To nearest even at bit `last` of the bits.
  Value roundBits(Value x, int64_t last) const {
    Value even = both(shiftRight(x, last), 1);
    Value sum = make<arith::AddIOp>(add(x, (int64_t(1) << (last - 1)) - 1), even);
    return both(sum, -(int64_t(1) << last));
  }
};

// f64 to f32, to the neighbour with an odd last bit where it is no f32: rounding that again, to fewer bits,
// is rounding once.
Value roundToOdd(const Code& c, Value x) {
  Value narrow = c.to<arith::TruncFOp>(c.f32(), x), wide = c.to<arith::ExtFOp>(c.f64(), narrow);
  Value above = c.is(FP::OGT, c.abs(wide), c.abs(x)), inexact = c.is(FP::ONE, wide, x);
  Value bits = c.make<arith::SubIOp>(c.bits(narrow), c.to<arith::ExtUIOp>(c.i32(), above));
  return c.real(c.make<arith::OrIOp>(bits, c.to<arith::ExtUIOp>(c.i32(), inexact)));
}

} // namespace

Value roundToHalf(OpBuilder& b, Location loc, Value x, Type half) {
  Code c{{b, loc, x.getType()}};
  if (getElementTypeOrSelf(x.getType()).isF64())
    x = roundToOdd(c, x);
  Value isNan = c.is(FP::UNO, x, x);
  if (half.isBF16())
    return c.select(isNan, x, c.real(c.roundBits(c.bits(x), 16)));
  Value magnitude = c.abs(x);
  Value normal = c.roundBits(c.bits(magnitude), 13);
  Value beyond = c.is(IP::sgt, normal, c.word(0x477FE000)); // 65504
  Value result = c.real(c.select(beyond, c.word(0x7F800000), normal));
  // Below 2^-14 the last bit is 2^-24, as it is of 1/2.
  Value sum = c.make<arith::AddFOp>(magnitude, c.number(0.5));
  Value small = c.make<arith::SubFOp>(sum, c.number(0.5));
  result = c.select(c.is(FP::OLT, magnitude, c.number(0x1p-14)), small, result);
  return c.select(isNan, x, c.make<math::CopySignOp>(result, x));
}

Value widenHalf(OpBuilder& b, Location loc, Value bits, Type half, bool f16c) {
  Code c{{b, loc, bits.getType()}};
  if (half.isF16() && f16c)
    return c.to<arith::ExtFOp>(c.f32(), c.to<arith::BitcastOp>(c.shaped(half), bits));
  Value wide = c.to<arith::ExtUIOp>(c.i32(), bits);
  if (half.isBF16())
    return c.real(c.shiftLeft(wide, 16));
  Value magnitude = c.shiftLeft(c.both(wide, 0x7FFF), 13);
  Value finite = c.bits(c.mul(c.real(magnitude), 0x1p112)); // from the one bias to the other, denormals too
  Value rest = c.make<arith::OrIOp>(magnitude, c.word(0x7F800000));
  Value result = c.select(c.is(IP::uge, magnitude, c.word(0x7C00 << 13)), rest, finite);
  return c.real(c.make<arith::OrIOp>(result, c.shiftLeft(c.both(wide, 0x8000), 16)));
}

Value narrowHalf(OpBuilder& b, Location loc, Value x, Type half, bool f16c) {
  Code c{{b, loc, x.getType()}};
  if (half.isF16() && f16c)
    return c.to<arith::BitcastOp>(c.i16(), c.to<arith::TruncFOp>(c.shaped(half), x));
  Value isNan = c.is(FP::UNO, x, x), rounded = roundToHalf(b, loc, x, half);
  if (half.isBF16()) {
    Value top = c.shiftRight(c.bits(rounded), 16);
    return c.to<arith::TruncIOp>(c.i16(), c.select(isNan, c.make<arith::OrIOp>(top, c.word(0x40)), top));
  }
  Value magnitude = c.abs(rounded);
  Value finite = c.shiftRight(c.bits(c.mul(magnitude, 0x1p-112)), 13);
  Value result = c.select(c.is(FP::OGT, magnitude, c.number(65504.0)), c.word(0x7C00), finite);
  result = c.select(isNan, c.word(0x7E00), result);
  Value sign = c.both(c.shiftRight(c.bits(x), 16), 0x8000);
  return c.to<arith::TruncIOp>(c.i16(), c.make<arith::OrIOp>(result, sign));
}

} // namespace aic::codegen

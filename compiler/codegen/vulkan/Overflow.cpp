#include "compiler/codegen/vulkan/Overflow.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

Value constant(OpBuilder& b, Location loc, Type type, int32_t value) {
  TypedAttr attr = b.getI32IntegerAttr(value);
  if (auto vector = dyn_cast<VectorType>(type))
    attr = DenseElementsAttr::get(vector, Attribute(attr));
  return arith::ConstantOp::create(b, loc, attr);
}

// Both have their sign bit set.
Value bothNegative(OpBuilder& b, Location loc, Value x, Value y) {
  Value both = arith::AndIOp::create(b, loc, x, y);
  return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, both, constant(b, loc, x.getType(), 0));
}

Value differ(OpBuilder& b, Location loc, Value x, Value y) {
  return arith::XOrIOp::create(b, loc, x, y);
}

} // namespace

// The result's sign is neither that of x nor that of y.
Checked addChecked(OpBuilder& b, Location loc, Value x, Value y) {
  Value sum = arith::AddIOp::create(b, loc, x, y);
  return {sum, bothNegative(b, loc, differ(b, loc, x, sum), differ(b, loc, y, sum))};
}

// The signs of x and y differ, and the result's is that of y.
Checked subtractChecked(OpBuilder& b, Location loc, Value x, Value y) {
  Value difference = arith::SubIOp::create(b, loc, x, y);
  return {difference, bothNegative(b, loc, differ(b, loc, x, y), differ(b, loc, x, difference))};
}

// The high word is more than the low one's sign.
Checked multiplyChecked(OpBuilder& b, Location loc, Value x, Value y) {
  auto product = arith::MulSIExtendedOp::create(b, loc, x, y);
  Value low = product.getLow();
  Value sign = arith::ShRSIOp::create(b, loc, low, constant(b, loc, low.getType(), 31));
  return {low, arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ne, product.getHigh(), sign)};
}

} // namespace aic::codegen::vulkan

// dropout: an invocation an element, which draws the number of its place (dialects/aic/Philox.h).
#include "compiler/codegen/vulkan/EmitDropout.h"

#include "dialects/aic/Philox.h"
#include "dialects/aic/Training.h"

#include <array>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class DropoutEmitter {
  KernelEmitter& e;
  DropoutOp op;

  Value word(uint32_t value) {
    return arith::ConstantIntOp::create(e.b, e.loc, static_cast<int32_t>(value), 32);
  }
  Value add(Value a, Value b) { return arith::AddIOp::create(e.b, e.loc, a, b); }
  Value mix(Value a, Value b, Value c) {
    return arith::XOrIOp::create(e.b, e.loc, arith::XOrIOp::create(e.b, e.loc, a, b), c);
  }

  /// The number of element `id`, an index of 32 bits.
  Value number(Value id) {
    Value counter = e.add(e.mul(e.div(id, philox::kChunk), philox::kVector), e.rem(id, philox::kVector));
    Value seed = e.load(op.getKey(), e.cst(0)), step = e.load(op.getKey(), e.cst(1));
    std::array<Value, 4> c = {arith::IndexCastOp::create(e.b, e.loc, e.b.getI32Type(), counter), word(0),
                              step, word(0)};
    uint32_t moved[2] = {0, static_cast<uint32_t>(op.getStream())};
    for (int round = 0; round < philox::kRounds; ++round) {
      auto first = arith::MulUIExtendedOp::create(e.b, e.loc, c[0], word(philox::kMultipliers[0]));
      auto second = arith::MulUIExtendedOp::create(e.b, e.loc, c[2], word(philox::kMultipliers[1]));
      c = {mix(second.getHigh(), c[1], add(seed, word(moved[0]))), second.getLow(),
           mix(first.getHigh(), c[3], word(moved[1])), first.getLow()};
      for (int i : {0, 1})
        moved[i] += philox::kWeyl[i];
    }
    Value which = e.rem(e.div(id, philox::kVector), 4), found = c[0];
    for (int64_t w : {1, 2, 3}) {
      Value own = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, which, e.cst(w));
      found = e.select(own, c[w], found);
    }
    return found;
  }

public:
  explicit DropoutEmitter(KernelEmitter& e) : e(e), op(cast<DropoutOp>(e.parts.root)) {}

  void emit() {
    const double p = op.getP().convertToDouble();
    e.forEachInvocation(typeOf(op.getX()).getNumElements(), [&](Value id) {
      Value stays = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::uge, number(id),
                                          word(philox::threshold(p)));
      Type f32 = e.b.getF32Type();
      Value kept = e.fmul(e.load(op.getX(), id), e.constant(f32, 1 / (1 - p), 0));
      e.store(0, e.select(stays, kept, e.constant(f32, 0.0, 0)), id);
    });
  }
};

} // namespace

Variants dropoutVariants(schedule::KernelOp kernel) {
  return {flat(typeOf(splitKernel(kernel).root->getResult(0)).getNumElements())};
}

void emitDropout(KernelEmitter& e) {
  DropoutEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

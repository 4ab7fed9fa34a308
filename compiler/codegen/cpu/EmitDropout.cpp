// dropout: 64 elements at a time, whose numbers are the four words of 16 counters (dialects/aic/Philox.h), as
// vectors.
#include "compiler/codegen/cpu/TrainingEmitters.h"
#include "dialects/aic/Philox.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

#include <array>

using namespace mlir;

namespace aic::codegen {
namespace {

class DropoutEmitter {
  KernelEmitter& e;
  DropoutOp op;
  const int64_t elements, lanes;
  FloatType real;
  Value x, result;
  Value seed, step; ///< i32
  using Words = std::array<Value, 4>;

  Value word(uint32_t value) {
    return e.splat(arith::ConstantIntOp::create(e.b, e.loc, static_cast<int32_t>(value), 32), lanes);
  }
  Value add(Value a, Value b) { return arith::AddIOp::create(e.b, e.loc, a, b); }
  Value mix(Value a, Value b, Value c) {
    return arith::XOrIOp::create(e.b, e.loc, arith::XOrIOp::create(e.b, e.loc, a, b), c);
  }
  Value ofKey(int64_t i) {
    Value value = e.load(e.buffer(op.getKey()), e.cst(i), typeOf(op.getKey()).getElementType(), 0);
    return value.getType().isInteger(64)
               ? arith::TruncIOp::create(e.b, e.loc, e.b.getI32Type(), value).getResult()
               : value;
  }

  /// The words of `lanes` counters, the first of which is `counter`, an index.
  Words numbers(Value counter) {
    Type i32 = e.b.getI32Type(), i64 = e.b.getI64Type();
    Value wide = arith::IndexCastOp::create(e.b, e.loc, i64, counter);
    Value high = arith::ShRUIOp::create(e.b, e.loc, wide, arith::ConstantIntOp::create(e.b, e.loc, 32, 64));
    SmallVector<int32_t> places = llvm::to_vector(llvm::seq<int32_t>(0, static_cast<int32_t>(lanes)));
    Value steps = arith::ConstantOp::create(
        e.b, e.loc, DenseElementsAttr::get(VectorType::get({lanes}, i32), ArrayRef<int32_t>(places)));
    auto low32 = [&](Value value) { return arith::TruncIOp::create(e.b, e.loc, i32, value); };
    Words c = {add(e.splat(low32(wide), lanes), steps), e.splat(low32(high), lanes), e.splat(step, lanes),
               word(0)};
    uint32_t moved[2] = {0, static_cast<uint32_t>(op.getStream())};
    for (int round = 0; round < philox::kRounds; ++round) {
      auto first = arith::MulUIExtendedOp::create(e.b, e.loc, c[0], word(philox::kMultipliers[0]));
      auto second = arith::MulUIExtendedOp::create(e.b, e.loc, c[2], word(philox::kMultipliers[1]));
      c = {mix(second.getHigh(), c[1], add(e.splat(seed, lanes), word(moved[0]))), second.getLow(),
           mix(first.getHigh(), c[3], word(moved[1])), first.getLow()};
      for (int i : {0, 1})
        moved[i] += philox::kWeyl[i];
    }
    return c;
  }

  /// Elements [64 * chunk, ...), `count` of them.
  void chunk(Value chunk, int64_t count) {
    const double p = op.getP().convertToDouble();
    Value first = e.mul(chunk, philox::kChunk);
    for (int64_t part = 0; part < philox::kVector; part += lanes) {
      Words words = numbers(e.add(e.mul(chunk, philox::kVector), part));
      for (int64_t w = 0; w < 4; ++w) {
        int64_t from = w * philox::kVector + part;
        if (from >= count)
          continue;
        Value at = e.add(first, from);
        Value mask = from + lanes > count ? e.maskFirst(e.cst(count - from), lanes) : Value();
        Value stays = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::uge, words[w],
                                            word(philox::threshold(p)));
        Value kept = arith::MulFOp::create(e.b, e.loc, e.load(x, at, real, lanes, mask),
                                           e.constant(real, 1 / (1 - p), lanes));
        e.store(arith::SelectOp::create(e.b, e.loc, stays, kept, e.constant(real, 0.0, lanes)), result, at,
                mask);
      }
    }
  }

public:
  explicit DropoutEmitter(KernelEmitter& e)
      : e(e), op(cast<DropoutOp>(e.parts.root)), elements(typeOf(op.getX()).getNumElements()),
        lanes(std::min<int64_t>(e.target.lanes(4), philox::kVector)), real(e.realOf(op.getX())),
        x(e.buffer(op.getX())), result(e.resultBuffer(0)), seed(ofKey(0)), step(ofKey(1)) {}

  void emit(int64_t each) {
    const int64_t whole = elements / philox::kChunk, rest = elements % philox::kChunk;
    auto [begin, end] = e.share(e.workgroup, ceilDiv(elements, philox::kChunk), each);
    e.loop(begin, e.min(end, e.cst(whole)), 1, [&](Value i) { chunk(i, philox::kChunk); });
    if (rest > 0)
      e.ifThenElse(e.less(e.cst(whole), end), [&] { chunk(e.cst(whole), rest); });
  }
};

} // namespace

void emitDropout(KernelEmitter& e) {
  DropoutEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen

// argmax: the place of the largest element along an axis, or of all. One comparison after another: the first
// of equal ones wins, and NaN is larger than every number.
#include "compiler/codegen/cpu/Emitters.h"

using namespace mlir;

namespace aic::codegen {

void emitArgmax(KernelEmitter& e) {
  auto argmax = cast<ArgmaxOp>(e.parts.root);
  auto in = cast<RankedTensorType>(argmax.getX().getType()), out = argmax.getResult().getType();
  Type element = in.getElementType(), i64 = e.b.getI64Type();
  // x as [outer, length, inner]
  int64_t length = in.getNumElements(), inner = 1;
  if (std::optional<uint64_t> dim = argmax.getDim()) {
    length = in.getDimSize(static_cast<unsigned>(*dim));
    for (int64_t size : in.getShape().drop_front(*dim + 1))
      inner *= size;
  }
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  Value x = e.buffer(argmax.getX());
  auto isNan = [&](Value v) -> Value {
    return arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::UNO, v, v);
  };
  auto beats = [&](Value candidate, Value best) -> Value {
    using P = arith::CmpIPredicate;
    if (!isa<FloatType>(element))
      return arith::CmpIOp::create(e.b, e.loc, element.isUnsignedInteger() ? P::ugt : P::sgt, candidate,
                                   best);
    Value larger = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OGT, candidate, best);
    Value toNan =
        arith::AndIOp::create(e.b, e.loc, isNan(candidate),
                              arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::ORD, best, best));
    return arith::OrIOp::create(e.b, e.loc, larger, toNan);
  };
  int64_t each = e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt();
  auto [begin, end] = e.share(e.workgroup, out.getNumElements(), each);
  e.loop(begin, end, 1, [&](Value index) {
    Value outer = inner == 1 ? index : e.div(index, inner);
    Value base = e.mul(outer, length * inner);
    if (inner != 1)
      base = e.add(base, e.rem(index, inner));
    Value first = e.load(x, base, element, 0);
    Value zero = arith::ConstantIntOp::create(e.b, e.loc, i64, 0);
    auto found = e.loop(e.cst(1), e.cst(length), 1, ValueRange{first, zero}, [&](Value k, ValueRange best) {
      Value candidate = e.load(x, e.add(base, e.mul(k, inner)), element, 0);
      Value wins = beats(candidate, best[0]);
      Value place = arith::IndexCastOp::create(e.b, e.loc, i64, k);
      return KernelEmitter::Values{arith::SelectOp::create(e.b, e.loc, wins, candidate, best[0]),
                                   arith::SelectOp::create(e.b, e.loc, wins, place, best[1])};
    });
    Value row = e.space.cols == 1 ? index : e.div(index, e.space.cols);
    Value col = e.space.cols == 1 ? e.cst(0) : e.rem(index, e.space.cols);
    e.finish(found[1], Position{row, col, 0, {}});
  });
}

} // namespace aic::codegen

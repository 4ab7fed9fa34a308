// What the emitters of attention stand on: see AttentionParts.h.
#include "compiler/codegen/cpu/AttentionParts.h"

#include "compiler/codegen/cpu/MathFunctions.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "runtime/kernel_abi.h"

#include <numeric>

using namespace mlir;

namespace aic::codegen {

AttentionParts::AttentionParts(KernelEmitter& e)
    : e(e), a(describeAttention(e.parts.root)), t(AttentionTiling::fromAttr(*e.kernel.getTiling())),
      lanes(e.target.lanes(4)), f32(e.b.getF32Type()), q(e.buffer(a.q.argument)), k(e.buffer(a.k.argument)),
      v(e.buffer(a.v.argument)), mask(a.mask.argument ? e.buffer(a.mask.argument) : Value()),
      spans(a.spans.base ? e.buffer(a.spans.base) : Value()),
      kScale(a.kScale.argument ? e.buffer(a.kScale.argument) : Value()),
      vScale(a.vScale.argument ? e.buffer(a.vScale.argument) : Value()) {
  RankedTensorType result = typeOf(e.parts.root->getResult(0));
  e.space = ResultSpace(result.getShape(), result.getRank() - 1);
}

void AttentionParts::forEachUnit(function_ref<void(Value)> body) {
  auto all = [&] {
    auto [begin, end] = e.share(e.workgroup, t.units(a, e.target), t.unitsPerGroup);
    e.loop(begin, end, 1, body);
  };
  Value given = a.length;
  if (!given)
    return all();
  int64_t least = a.causal ? a.queries : 1;
  length = e.load(e.buffer(given), e.cst(0), typeOf(given).getElementType(), 0);
  length = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), length);
  beforeFirst = e.add(length, -least);
  Value good = e.inside(beforeFirst, a.keys - least + 1);
  Value yes = arith::ConstantOp::create(e.b, e.loc, e.b.getBoolAttr(true));
  e.refuse(arith::XOrIOp::create(e.b, e.loc, good, yes), AIC_KERNEL_INDEX_OUT_OF_RANGE);
  e.ifThenElse(good, all);
}

std::pair<Value, Value> AttentionParts::spanOf(Value first, Value end) {
  auto bound = [&](Value query, int64_t which) -> Value {
    return arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), boundOf(query, which));
  };
  Values found =
      e.loop(first, end, 1, {e.cst(a.keys), e.cst(0)}, [&](Value query, ValueRange carried) -> Values {
        Value begin = e.max(bound(query, 0), e.cst(0)), behind = e.min(bound(query, 1), e.cst(a.keys));
        Value sees = e.less(begin, behind);
        return {select(sees, e.min(carried[0], begin), carried[0]),
                select(sees, e.max(carried[1], behind), carried[1])};
      });
  return {e.min(found[0], found[1]), found[1]};
}

Value AttentionParts::floats(Value loaded) {
  return isa<FloatType>(getElementTypeOrSelf(loaded.getType())) ? loaded : asFloats(e, loaded);
}

Value AttentionParts::guarded(Value value, Value sum) {
  if (!a.guarded)
    return value;
  Value is = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OGT, sum, number(0.0));
  return select(is, value, number(0.0));
}

Value AttentionParts::sub(Value x, Value y) {
  return arith::SubFOp::create(e.b, e.loc, x, y);
}
Value AttentionParts::mul(Value x, Value y) {
  return arith::MulFOp::create(e.b, e.loc, x, y);
}
Value AttentionParts::add(Value x, Value y) {
  return arith::AddFOp::create(e.b, e.loc, x, y);
}
Value AttentionParts::select(Value condition, Value x, Value y) {
  return arith::SelectOp::create(e.b, e.loc, condition, x, y);
}

Value AttentionParts::toI32(Value index) {
  return arith::IndexCastOp::create(e.b, e.loc, e.b.getI32Type(), index);
}

Value AttentionParts::counting(int64_t first) {
  SmallVector<int32_t> numbers(lanes);
  std::iota(numbers.begin(), numbers.end(), static_cast<int32_t>(first));
  auto type = VectorType::get({lanes}, e.b.getI32Type());
  return arith::ConstantOp::create(e.b, e.loc, DenseElementsAttr::get(type, ArrayRef(numbers)));
}

Value AttentionParts::larger(Value x, Value y) {
  return select(arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OGT, x, y), x, y);
}

Value AttentionParts::exponential(Value x) {
  return powerOfTwoUpToOne(MathCode{e.b, e.loc, x.getType(), e.target.avx512}, x);
}

Value AttentionParts::added(Value loaded, int64_t width) {
  if (isa<FloatType>(getElementTypeOrSelf(loaded.getType())))
    return mul(loaded, e.constant(f32, kPerLog2, width));
  return select(loaded, e.constant(f32, 0.0, width), e.constant(f32, -kInfinity, width));
}

Value AttentionParts::maskElement(Value offset) {
  return added(e.load(mask, offset, typeOf(a.mask.argument).getElementType(), 0), 0);
}

} // namespace aic::codegen

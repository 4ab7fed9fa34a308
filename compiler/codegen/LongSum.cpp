// Long sums: see LongSum.h.
#include "compiler/codegen/LongSum.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace aic::codegen {

using Values = LongSum::Values;

Values LongSum::add(ValueRange sofar, function_ref<Values(ValueRange)> more) {
  Values zeros, results;
  for (Value value : sofar) {
    auto vector = dyn_cast<VectorType>(value.getType());
    zeros.push_back(
        e.constant(getElementTypeOrSelf(value.getType()), 0.0, vector ? vector.getNumElements() : 0));
  }
  for (auto [before, own] : llvm::zip_equal(sofar, more(zeros)))
    results.push_back(arith::AddFOp::create(e.b, e.loc, before, own));
  return results;
}

Values LongSum::loop(int64_t end, int64_t step, ValueRange carried,
                     function_ref<Values(Value, ValueRange)> body) {
  if (!isLong(end / step))
    return e.loop(e.cst(0), e.cst(end), step, carried, body);
  int64_t part = kChain * step, whole = end / part * part;
  Values total = loop(whole, part, carried, [&](Value first, ValueRange sofar) {
    return add(sofar, [&](ValueRange zeros) { return e.loop(first, e.add(first, part), step, zeros, body); });
  });
  return whole < end ? e.loop(e.cst(whole), e.cst(end), step, total, body) : total;
}

Values LongSum::nest(ArrayRef<int64_t> sizes, ArrayRef<int64_t> strides, Value at, ValueRange carried,
                     int64_t inside, function_ref<Values(Value, ValueRange)> body) {
  if (sizes.empty())
    return body(at, carried);
  ArrayRef<int64_t> inner = sizes.drop_front();
  bool isLongInside = isLong(ShapedType::getNumElements(inner) * inside);
  return loop(sizes.front(), 1, carried, [&](Value i, ValueRange sofar) {
    Value first = e.add(at, e.mul(i, strides.front()));
    auto rest = [&](ValueRange start) {
      return nest(inner, strides.drop_front(), first, start, inside, body);
    };
    return isLongInside ? add(sofar, rest) : rest(sofar);
  });
}

} // namespace aic::codegen

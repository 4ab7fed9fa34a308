// Softmax and log-softmax: maximum, sum of exponentials, result. A short row is loaded once and stays in
// registers; the exponentials of a longer one wait on the stack, in the first-level cache.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/MathFunctions.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Exponentials on the stack, at most: half of the first-level cache.
constexpr int64_t kKept = 16 * 1024 / sizeof(float);
// Independent maxima and sums of a long row, to hide their latency.
constexpr int64_t kPartials = 4;

class SoftmaxEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  Value x, kept; // kept: scratch for the exponentials of one distribution, or of a vector of them; null: none
  FloatType real;
  int64_t lanes;
  bool logarithm;

  Value sub(Value a, Value b) { return arith::SubFOp::create(e.b, e.loc, a, b); }
  Value add(Value a, Value b) { return arith::AddFOp::create(e.b, e.loc, a, b); }
  Value mul(Value a, Value b) { return arith::MulFOp::create(e.b, e.loc, a, b); }
  Value number(double value) { return e.constant(real, value, lanes); }
  Value lowest() { return number(-std::numeric_limits<double>::infinity()); }

  // One instruction; a NaN in `value` is passed over, and makes the sum NaN as an exponential.
  Value larger(Value value, Value most) {
    Value greater = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OGT, value, most);
    return arith::SelectOp::create(e.b, e.loc, greater, value, most);
  }
  Value exponential(Value value, Value maximum) {
    Value x = sub(value, maximum);
    if (!real.isF32())
      return math::ExpOp::create(e.b, e.loc, x);
    return exponentialUpToOne(MathCode{e.b, e.loc, x.getType(), e.target.avx512}, x);
  }
  // What the results are made with: a factor, or the sum's logarithm.
  Value finishSum(Value sum) {
    if (logarithm)
      return math::LogOp::create(e.b, e.loc, sum);
    return arith::DivFOp::create(e.b, e.loc, number(1.0), sum);
  }
  Value logResult(Value value, Value maximum, Value log) { return sub(sub(value, maximum), log); }

  Value treeOf(Values values, function_ref<Value(Value, Value)> combine) {
    for (size_t count = values.size(), half; count > 1; count = half) {
      half = (count + 1) / 2;
      for (size_t i = half; i < count; ++i)
        values[i - half] = combine(values[i - half], values[i]);
    }
    return values[0];
  }
  Value maximumOfLanes(Value most) {
    auto flags = arith::FastMathFlags::nnan | arith::FastMathFlags::nsz;
    return e.splat(vector::ReductionOp::create(e.b, e.loc, vector::CombiningKind::MAXNUMF, most, flags),
                   lanes);
  }
  Value sumOfLanes(Value sum) {
    return e.splat(vector::ReductionOp::create(e.b, e.loc, vector::CombiningKind::ADD, sum, kTreeOfLanes),
                   lanes);
  }

  // Of a row that begins at `base`: the vector at k, -infinity in the lanes that the mask cuts off.
  Value element(Value base, Value k, Value mask) {
    Value value = e.load(x, e.add(base, k), real, lanes, mask);
    return mask ? arith::SelectOp::create(e.b, e.loc, mask, value, lowest()) : value;
  }
  void write(Value value, Value row, Value k, Value mask) { e.finish(value, Position{row, k, lanes, mask}); }

  void shortRow(Value row, int64_t length) {
    Value base = e.mul(row, length);
    Values values, ks, masks;
    for (int64_t k = 0; k < length; k += lanes) {
      masks.push_back(k + lanes > length ? e.maskFirst(e.cst(length - k), lanes) : Value());
      ks.push_back(e.cst(k));
      values.push_back(element(base, ks.back(), masks.back()));
    }
    Value maximum = treeOf(values, [&](Value a, Value b) { return larger(a, b); });
    // The tree must not lose a NaN to its second operand; it is found in the sum.
    maximum = maximumOfLanes(larger(maximum, lowest()));
    Values powers;
    for (Value value : values)
      powers.push_back(exponential(value, maximum));
    Value end = finishSum(sumOfLanes(treeOf(powers, [&](Value a, Value b) { return add(a, b); })));
    for (auto [i, k] : llvm::enumerate(ks))
      write(logarithm ? logResult(values[i], maximum, end) : mul(powers[i], end), row, k, masks[i]);
  }

  void longRow(Value row, int64_t length) {
    Value base = e.mul(row, length);
    int64_t step = kPartials * lanes, whole = length / lanes * lanes, blocks = whole / step * step;
    Value mask = whole < length ? e.maskFirst(e.cst(length - whole), lanes) : Value();
    // one(k, mask, carried) for each vector, in turns for each of the partial values.
    auto fold = [&](Value identity, function_ref<Value(Value, Value, Value)> one) {
      Values partial = e.loop(e.cst(0), e.cst(blocks), step, Values(kPartials, identity),
                              [&](Value k, ValueRange carried) {
                                Values next(carried);
                                for (int64_t p = 0; p < kPartials; ++p)
                                  next[p] = one(e.add(k, p * lanes), {}, next[p]);
                                return next;
                              });
      int64_t p = 0;
      for (int64_t k = blocks; k < length; k += lanes, ++p)
        partial[p] = one(e.cst(k), k < whole ? Value() : mask, partial[p]);
      return partial;
    };
    Values maxima =
        fold(lowest(), [&](Value k, Value cut, Value most) { return larger(element(base, k, cut), most); });
    Value maximum = maximumOfLanes(treeOf(maxima, [&](Value a, Value b) { return larger(a, b); }));
    Values sums = fold(number(0.0), [&](Value k, Value cut, Value sum) {
      Value power = exponential(element(base, k, cut), maximum);
      if (kept)
        e.store(power, kept, k);
      return add(sum, power);
    });
    Value end = finishSum(sumOfLanes(treeOf(sums, [&](Value a, Value b) { return add(a, b); })));
    e.forEachVector(length, lanes, [&](Value k, int64_t, Value cut) {
      if (kept)
        return write(mul(e.load(kept, k, real, lanes), end), row, k, cut);
      Value value = e.load(x, e.add(base, k), real, lanes, cut);
      write(logarithm ? logResult(value, maximum, end) : mul(exponential(value, maximum), end), row, k, cut);
    });
  }

  // A row of so many vectors stays in registers.
  bool isShort(int64_t length) const { return length <= e.target.registers / 2 * lanes; }

public:
  /// length: of the distributions; neighbours: of how many the elements stand beside one another.
  SoftmaxEmitter(KernelEmitter& e, int64_t length, bool alongRow)
      : e(e), x(e.buffer(e.parts.root->getOperand(0))), real(e.realOf(e.parts.root->getOperand(0))),
        lanes(e.target.lanes(elementBytes(real))), logarithm(isa<LogSoftmaxOp>(e.parts.root)) {
    int64_t floats = alongRow ? ceilDiv(length, lanes) * lanes : length * lanes;
    if (!logarithm && real.isF32() && floats <= kKept && !(alongRow && isShort(length)))
      kept = e.scratch(floats);
  }

  /// dim is the last axis: one row is one distribution of `length` neighbours.
  void alongRow(Value row, int64_t length) { isShort(length) ? shortRow(row, length) : longRow(row, length); }

  /// dim is an outer axis: `length` rows of `cols` neighbours, `step` rows apart, from row `first` on.
  void acrossRows(Value first, int64_t length, int64_t step, int64_t cols) {
    e.forEachVector(cols, lanes, [&](Value col, int64_t, Value mask) {
      auto element = [&](Value k) {
        return e.load(x, e.add(e.mul(e.add(first, e.mul(k, step)), cols), col), real, lanes, mask);
      };
      auto fold = [&](Value identity, function_ref<Value(Value, Value)> combine) {
        return e.loop(e.cst(0), e.cst(length), 1, ValueRange{identity},
                      [&](Value k, ValueRange carried) { return Values{combine(k, carried[0])}; })[0];
      };
      Value maximum = fold(lowest(), [&](Value k, Value most) { return larger(element(k), most); });
      Value sum = fold(number(0.0), [&](Value k, Value sum) {
        Value power = exponential(element(k), maximum);
        if (kept)
          e.store(power, kept, e.mul(k, lanes));
        return add(sum, power);
      });
      Value end = finishSum(sum);
      e.loop(e.cst(0), e.cst(length), 1, [&](Value k) {
        Value result;
        if (kept)
          result = mul(e.load(kept, e.mul(k, lanes), real, lanes), end);
        else if (logarithm)
          result = logResult(element(k), maximum, end);
        else
          result = mul(exponential(element(k), maximum), end);
        write(result, e.add(first, e.mul(k, step)), col, mask);
      });
    });
  }
};

} // namespace

void emitSoftmax(KernelEmitter& e) {
  Operation* root = e.parts.root;
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  int64_t rank = out.getRank(), dim = cast<IntegerAttr>(root->getAttr("dim")).getInt();
  e.space = ResultSpace(out.getShape(), rank - 1);
  SoftmaxEmitter emitter(e, out.getDimSize(dim), dim == rank - 1);
  int64_t each = e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt();
  if (dim == rank - 1) {
    auto [begin, end] = e.share(e.workgroup, e.space.rows, each);
    e.loop(begin, end, 1, [&](Value row) { emitter.alongRow(row, e.space.cols); });
    return;
  }
  int64_t length = out.getDimSize(dim), inner = 1;
  for (int64_t i = dim + 1; i < rank - 1; ++i)
    inner *= out.getDimSize(i);
  auto [begin, end] = e.share(e.workgroup, e.space.rows / length, each);
  e.loop(begin, end, 1, [&](Value unit) {
    Value first = e.add(e.mul(e.div(unit, inner), length * inner), e.rem(unit, inner));
    emitter.acrossRows(first, length, inner, e.space.cols);
  });
}

} // namespace aic::codegen

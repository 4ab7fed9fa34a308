// Softmax and log-softmax in three passes over a row that stays in cache: maximum, sum of exponentials,
// result.
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class SoftmaxEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  Value x;
  FloatType real;
  int64_t lanes;
  bool logarithm;

  Value exponential(Value value, Value maximum) {
    return math::ExpOp::create(e.b, e.loc, arith::SubFOp::create(e.b, e.loc, value, maximum));
  }
  Value result(Value value, Value maximum, Value sumOrLog) {
    if (logarithm)
      return arith::SubFOp::create(e.b, e.loc, arith::SubFOp::create(e.b, e.loc, value, maximum), sumOrLog);
    return arith::DivFOp::create(e.b, e.loc, exponential(value, maximum), sumOrLog);
  }
  Value finishSum(Value sum) { return logarithm ? math::LogOp::create(e.b, e.loc, sum).getResult() : sum; }

public:
  explicit SoftmaxEmitter(KernelEmitter& e)
      : e(e), x(e.buffer(e.parts.root->getOperand(0))), real(e.realOf(e.parts.root->getOperand(0))),
        lanes(e.target.lanes(elementBytes(e.realOf(e.parts.root->getOperand(0))))),
        logarithm(isa<LogSoftmaxOp>(e.parts.root)) {}

  /// dim is the last axis: one row is one distribution of `length` neighbours.
  void alongRow(Value row, int64_t length) {
    int64_t whole = length / lanes * lanes, rest = length - whole;
    Value base = e.mul(row, length);
    Value mask = rest ? e.maskFirst(e.cst(rest), lanes) : Value();
    double infinity = std::numeric_limits<double>::infinity();
    auto fold = [&](double identity, vector::CombiningKind kind, function_ref<Value(Value, Value)> combine,
                    function_ref<Value(Value)> map) {
      Values acc = e.loop(e.cst(0), e.cst(whole), lanes, ValueRange{e.constant(real, identity, lanes)},
                          [&](Value k, ValueRange carried) {
                            return Values{combine(carried[0], map(e.load(x, e.add(base, k), real, lanes)))};
                          });
      if (rest) {
        Value last = map(e.load(x, e.add(base, whole), real, lanes, mask));
        last = arith::SelectOp::create(e.b, e.loc, mask, last, e.constant(real, identity, lanes));
        acc[0] = combine(acc[0], last);
      }
      return vector::ReductionOp::create(e.b, e.loc, kind, acc[0], kTreeOfLanes).getResult();
    };
    Value maximum = fold(
        -infinity, vector::CombiningKind::MAXIMUMF, [&](Value a, Value b) { return e.larger(a, b); },
        [](Value v) { return v; });
    Value wideMaximum = e.splat(maximum, lanes);
    Value sum = fold(
        0.0, vector::CombiningKind::ADD,
        [&](Value a, Value b) { return arith::AddFOp::create(e.b, e.loc, a, b); },
        [&](Value v) { return exponential(v, wideMaximum); });
    Value wideSum = finishSum(e.splat(sum, lanes));
    auto write = [&](Value k, Value cut) {
      Value value = e.load(x, e.add(base, k), real, lanes, cut);
      e.finish(result(value, wideMaximum, wideSum), Position{row, k, lanes, cut});
    };
    e.loop(e.cst(0), e.cst(whole), lanes, [&](Value k) { write(k, {}); });
    if (rest)
      write(e.cst(whole), mask);
  }

  /// dim is an outer axis: `length` rows of `cols` neighbours, `step` rows apart, from row `first` on.
  void acrossRows(Value first, int64_t length, int64_t step, int64_t cols) {
    auto block = [&](Value col, Value mask) {
      auto element = [&](Value k) {
        return e.load(x, e.add(e.mul(e.add(first, e.mul(k, step)), cols), col), real, lanes, mask);
      };
      auto fold = [&](double identity, function_ref<Value(Value, Value)> combine) {
        return e.loop(
            e.cst(0), e.cst(length), 1, ValueRange{e.constant(real, identity, lanes)},
            [&](Value k, ValueRange carried) { return Values{combine(carried[0], element(k))}; })[0];
      };
      Value maximum =
          fold(-std::numeric_limits<double>::infinity(), [&](Value a, Value b) { return e.larger(a, b); });
      Value sum = fold(0.0, [&](Value a, Value b) {
        return arith::AddFOp::create(e.b, e.loc, a, exponential(b, maximum));
      });
      Value end = finishSum(sum);
      e.loop(e.cst(0), e.cst(length), 1, [&](Value k) {
        e.finish(result(element(k), maximum, end), Position{e.add(first, e.mul(k, step)), col, lanes, mask});
      });
    };
    int64_t whole = cols / lanes * lanes;
    e.loop(e.cst(0), e.cst(whole), lanes, [&](Value col) { block(col, {}); });
    if (int64_t rest = cols - whole)
      block(e.cst(whole), e.maskFirst(e.cst(rest), lanes));
  }
};

} // namespace

void emitSoftmax(KernelEmitter& e) {
  Operation* root = e.parts.root;
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  int64_t rank = out.getRank(), dim = cast<IntegerAttr>(root->getAttr("dim")).getInt();
  e.space = ResultSpace(out.getShape(), rank - 1);
  SoftmaxEmitter emitter(e);
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

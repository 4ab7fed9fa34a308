// Reductions over any axes. Where the last axis stays, neighbours along it are reduced side by side in one
// vector; where it goes, a vector of partial results is folded at the end. The order never depends on the
// number of threads.
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Independent partial results along a reduced last axis, to hide an addition's latency.
constexpr int64_t kPartials = 4;

class ReductionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  Operation* root;
  Value x;
  FloatType f32;
  int64_t lanes;
  ReductionAxes axes; // kept ones without the columns

  double identity() const {
    double infinity = std::numeric_limits<double>::infinity();
    if (isa<AmaxOp>(root))
      return -infinity;
    if (isa<AminOp>(root))
      return infinity;
    return isa<ProdOp>(root) ? 1.0 : 0.0;
  }
  Value combine(Value a, Value b) {
    if (isa<AmaxOp>(root))
      return e.larger(a, b);
    if (isa<AminOp>(root))
      return e.smaller(a, b);
    if (isa<ProdOp>(root))
      return arith::MulFOp::create(e.b, e.loc, a, b);
    return arith::AddFOp::create(e.b, e.loc, a, b);
  }
  vector::CombiningKind kind() const {
    if (isa<AmaxOp>(root))
      return vector::CombiningKind::MAXIMUMF;
    if (isa<AminOp>(root))
      return vector::CombiningKind::MINIMUMF;
    return isa<ProdOp>(root) ? vector::CombiningKind::MUL : vector::CombiningKind::ADD;
  }
  Value scaled(Value value, int64_t width) {
    if (!isa<MeanOp>(root))
      return value;
    return arith::DivFOp::create(e.b, e.loc, value, e.constant(f32, static_cast<double>(axes.count), width));
  }

  // Loops over the reduced axes from `axis` to `end`, at offset `at`.
  Values nest(size_t axis, size_t end, Value at, Values carried, function_ref<Values(Value, Values)> body) {
    if (axis == end)
      return body(at, carried);
    return e.loop(e.cst(0), e.cst(axes.reduced.sizes[axis]), 1, carried, [&](Value i, ValueRange acc) {
      return nest(axis + 1, end, e.add(at, e.mul(i, axes.reduced.strides[axis])), Values(acc), body);
    });
  }

  void alongColumns(Value row, Value base) {
    auto reduceAt = [&](Value col, Value mask) {
      Values sum = nest(
          0, axes.reduced.sizes.size(), e.add(base, col), {e.constant(f32, identity(), lanes)},
          [&](Value at, Values acc) { return Values{combine(acc[0], e.load(x, at, f32, lanes, mask))}; });
      e.finish(scaled(sum[0], lanes), Position{row, col, lanes, mask});
    };
    int64_t whole = e.space.cols / lanes * lanes;
    e.loop(e.cst(0), e.cst(whole), lanes, [&](Value col) { reduceAt(col, {}); });
    if (int64_t rest = e.space.cols - whole)
      reduceAt(e.cst(whole), e.maskFirst(e.cst(rest), lanes));
  }

  // The last axis is reduced: each row is one result.
  void alongLastAxis(Value index, Value base) {
    int64_t length = axes.reduced.sizes.back(), step = kPartials * lanes, whole = length / step * step;
    Values start(kPartials, e.constant(f32, identity(), lanes));
    start.push_back(e.constant(f32, identity(), 0));
    Values sums = nest(0, axes.reduced.sizes.size() - 1, base, start, [&](Value at, Values carried) {
      Value scalar = carried.pop_back_val();
      Values acc = e.loop(e.cst(0), e.cst(whole), step, carried, [&](Value k, ValueRange partial) {
        Values next;
        for (int64_t p = 0; p < kPartials; ++p)
          next.push_back(combine(partial[p], e.load(x, e.add(e.add(at, k), p * lanes), f32, lanes)));
        return next;
      });
      Values rest =
          e.loop(e.cst(whole), e.cst(length), 1, ValueRange{scalar}, [&](Value k, ValueRange partial) {
            return Values{combine(partial[0], e.load(x, e.add(at, k), f32, 0))};
          });
      acc.push_back(rest[0]);
      return acc;
    });
    Value folded = combine(combine(sums[0], sums[1]), combine(sums[2], sums[3]));
    Value result = combine(vector::ReductionOp::create(e.b, e.loc, kind(), folded, kTreeOfLanes), sums[4]);
    result = scaled(result, 0);
    Value row = e.space.cols == 1 ? index : e.div(index, e.space.cols);
    Value col = e.space.cols == 1 ? e.cst(0) : e.rem(index, e.space.cols);
    e.finish(result, Position{row, col, 0, {}});
  }

public:
  explicit ReductionEmitter(KernelEmitter& e)
      : e(e), root(e.parts.root), x(e.buffer(root->getOperand(0))), f32(e.b.getF32Type()),
        lanes(e.target.lanes(4)), axes(reductionAxes(root, /*exceptLast=*/true)) {}

  void emit(int64_t each) {
    int64_t units = axes.lastKept ? e.space.rows : e.space.rows * e.space.cols;
    auto [begin, end] = e.share(e.workgroup, units, each);
    e.loop(begin, end, 1, [&](Value unit) {
      Value base = e.offsetOf(unit, axes.kept);
      axes.lastKept ? alongColumns(unit, base) : alongLastAxis(unit, base);
    });
  }
};

} // namespace

void emitReduction(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  ReductionEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen

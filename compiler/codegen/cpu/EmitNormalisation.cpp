// Layer norm, RMS norm and group norm: a unit's mean, then its variance about that mean and by how much that
// was off, then the result, in three passes over elements that stay in the first-level cache. Vectorised
// along runs of neighbours; where those are a few channels of a group, several groups share a vector.
#include "compiler/codegen/Normalisation.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Independent sums, to hide an addition's latency.
constexpr int64_t kPartials = 4;

class NormalisationEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Normalisation n;
  const int64_t lanes;
  FloatType real;
  Value x, weight, bias, tail; // tail: the mask of a run's last vector, null where it is whole

  Value element(Value base, Value run, Value k, Value mask) {
    return e.load(x, e.add(e.add(base, e.mul(run, n.runStride)), k), real, lanes, mask);
  }
  Value sub(Value a, Value b) { return arith::SubFOp::create(e.b, e.loc, a, b); }
  Value mul(Value a, Value b) { return arith::MulFOp::create(e.b, e.loc, a, b); }
  Value add(Value a, Value b) { return arith::AddFOp::create(e.b, e.loc, a, b); }

  using Sums = MutableArrayRef<Value>;
  void addSquare(Value& sum, Value value) { sum = e.multiplyAdd(value, value, sum); }

  // The `values` sums over a unit to which addTo(sums, element, mask) adds, divided by the elements' number.
  Values meansOf(Value base, size_t values, function_ref<void(Sums, Value, Value)> addTo) {
    int64_t step = kPartials * lanes, whole = n.length / lanes * lanes, blocks = whole / step * step;
    // Value v of partial sum p is number p * values + v.
    auto addUp = [&](Values& sums, int64_t p, Value x, Value mask) {
      addTo(Sums(sums).slice(p * values, values), x, mask);
    };
    Values start(kPartials * values, e.constant(real, 0.0, lanes));
    Values sums = e.loop(e.cst(0), e.cst(n.runs), 1, start, [&](Value run, ValueRange carried) {
      Values acc = e.loop(e.cst(0), e.cst(blocks), step, carried, [&](Value k, ValueRange partial) {
        Values next(partial);
        for (int64_t p = 0; p < kPartials; ++p)
          addUp(next, p, element(base, run, e.add(k, p * lanes), {}), {});
        return next;
      });
      int64_t p = 0;
      for (int64_t k = blocks; k < whole; k += lanes, ++p)
        addUp(acc, p, element(base, run, e.cst(k), {}), {});
      if (tail)
        addUp(acc, p, element(base, run, e.cst(whole), tail), tail);
      return acc;
    });
    Values means;
    for (size_t v = 0; v < values; ++v) {
      Value sum = add(add(sums[v], sums[values + v]), add(sums[2 * values + v], sums[3 * values + v]));
      sum = vector::ReductionOp::create(e.b, e.loc, vector::CombiningKind::ADD, sum, kTreeOfLanes);
      Value count = e.constant(real, static_cast<double>(n.count()), 0);
      means.push_back(arith::DivFOp::create(e.b, e.loc, sum, count));
    }
    return means;
  }

  // Of weight or bias, for the vector at k of a run.
  Value parameter(Value buffer, Value at, Value k, Value mask) {
    if (n.alongRun)
      return e.load(buffer, e.add(at, k), real, lanes, mask);
    return e.splat(e.load(buffer, at, real, 0), lanes);
  }

  void write(Value unit, Value base, Value mean, Value scale) {
    e.loop(e.cst(0), e.cst(n.runs), 1, [&](Value run) {
      Value first = e.add(base, e.mul(run, n.runStride)), at = n.weightAt(e, unit, run);
      Value row = e.div(first, e.space.cols), column = e.rem(first, e.space.cols);
      e.forEachVector(n.length, lanes, [&](Value k, int64_t, Value mask) {
        Value value = element(base, run, k, mask);
        if (n.centred)
          value = sub(value, mean);
        value = mul(value, scale);
        if (weight)
          value = bias ? e.multiplyAdd(value, parameter(weight, at, k, mask), parameter(bias, at, k, mask))
                       : mul(value, parameter(weight, at, k, mask));
        else if (bias)
          value = add(value, parameter(bias, at, k, mask));
        e.finish(value, Position{row, e.add(column, k), lanes, mask});
      });
    });
  }

public:
  explicit NormalisationEmitter(KernelEmitter& e)
      : e(e), n(describeNormalisation(e.kernel)), lanes(e.target.lanes(elementBytes(e.realOf(n.x)))),
        real(e.realOf(n.x)), x(e.buffer(n.x)) {
    e.space = n.space;
    if (n.weight)
      weight = e.buffer(n.weight);
    if (n.bias)
      bias = e.buffer(n.bias);
    if (int64_t rest = n.length % lanes)
      tail = e.maskFirst(e.cst(rest), lanes);
  }

  void unit(Value unit) {
    Value base = n.base(e, unit), mean, variance;
    if (n.centred) {
      auto one = [&](Sums sums, Value value, Value) { sums[0] = add(sums[0], value); };
      mean = e.splat(meansOf(base, 1, one)[0], lanes);
      Values means = meansOf(base, 2, [&](Sums sums, Value value, Value mask) {
        value = sub(value, mean);
        if (mask)
          value = arith::SelectOp::create(e.b, e.loc, mask, value, e.constant(real, 0.0, lanes));
        sums[0] = add(sums[0], value);
        addSquare(sums[1], value);
      });
      mean = add(mean, e.splat(means[0], lanes));
      variance = varianceAbout(e, means[0], means[1]);
    } else {
      variance = meansOf(base, 1, [&](Sums sums, Value value, Value) { addSquare(sums[0], value); })[0];
    }
    Value root = math::SqrtOp::create(e.b, e.loc, add(variance, e.constant(real, n.eps, 0)));
    Value scale = arith::DivFOp::create(e.b, e.loc, e.constant(real, 1.0, 0), root);
    write(unit, base, mean, e.splat(scale, lanes));
  }

  /// `together` groups from `unit` on, whose channels are one vector: each lane sums up its channel, and then
  /// those of its group.
  void groups(Value unit, int64_t together) {
    int64_t width = together * n.length;
    Value mask = width < lanes ? e.maskFirst(e.cst(width), lanes) : Value(), base = n.base(e, unit);
    auto elements = [&](Value run) { return element(base, run, e.cst(0), mask); };
    auto meansOf = [&](size_t values, function_ref<void(Sums, Value)> addTo) {
      Value zero = e.constant(real, 0.0, lanes);
      int64_t blocks = n.runs / kPartials * kPartials;
      // Value v of partial sum p is number p * values + v.
      auto sumUp = [&](int64_t from, int64_t to, int64_t partials, Values start) {
        return e.loop(e.cst(from), e.cst(to), partials, start, [&](Value run, ValueRange carried) {
          Values next(carried);
          for (int64_t p = 0; p < partials; ++p)
            addTo(Sums(next).slice(p * values, values), elements(e.add(run, p)));
          return next;
        });
      };
      Values sums = sumUp(0, blocks, kPartials, Values(kPartials * values, zero));
      llvm::copy(sumUp(blocks, n.runs, 1, Values(ArrayRef(sums).take_front(values))), sums.begin());
      Values means;
      for (size_t v = 0; v < values; ++v) {
        Value sum = add(add(sums[v], sums[values + v]), add(sums[2 * values + v], sums[3 * values + v]));
        Value total = sum;
        for (int64_t turn = 1; turn < n.length; ++turn) {
          SmallVector<int64_t> from;
          for (int64_t lane = 0; lane < lanes; ++lane)
            from.push_back(lane < width ? lane / n.length * n.length + (lane + turn) % n.length : lane);
          total = add(total, vector::ShuffleOp::create(e.b, e.loc, sum, sum, from));
        }
        Value count = e.constant(real, static_cast<double>(n.count()), lanes);
        means.push_back(arith::DivFOp::create(e.b, e.loc, total, count));
      }
      return means;
    };
    Value centre = meansOf(1, [&](Sums sums, Value value) { sums[0] = add(sums[0], value); })[0];
    Values means = meansOf(2, [&](Sums sums, Value value) {
      value = sub(value, centre);
      sums[0] = add(sums[0], value);
      addSquare(sums[1], value);
    });
    centre = add(centre, means[0]);
    Value variance = varianceAbout(e, means[0], means[1]);
    Value root = math::SqrtOp::create(e.b, e.loc, add(variance, e.constant(real, n.eps, lanes)));
    Value scale = arith::DivFOp::create(e.b, e.loc, e.constant(real, 1.0, lanes), root);
    Value at = n.weightAt(e, unit, e.cst(0));
    if (weight)
      scale = mul(scale, e.load(weight, at, real, lanes, mask));
    Value shift = bias ? e.load(bias, at, real, lanes, mask) : Value();
    e.loop(e.cst(0), e.cst(n.runs), 1, [&](Value run) {
      Value first = e.add(base, e.mul(run, n.runStride)), value = sub(elements(run), centre);
      value = shift ? e.multiplyAdd(value, scale, shift) : mul(value, scale);
      e.finish(value, Position{e.div(first, e.space.cols), e.rem(first, e.space.cols), lanes, mask});
    });
  }
};

} // namespace

int64_t groupsTogether(schedule::KernelOp kernel, const CpuTarget& target) {
  Normalisation n = describeNormalisation(kernel);
  if (n.groups == 1 || !n.alongRun || n.length == 0)
    return 1;
  int64_t lanes = target.lanes(typeOf(n.x).getElementType().isF64() ? 8 : 4);
  int64_t together = std::clamp<int64_t>(lanes / n.length, 1, n.groups);
  while (n.groups % together != 0)
    --together;
  return together;
}

void emitNormalisation(KernelEmitter& e) {
  NormalisationEmitter emitter(e);
  int64_t units = describeNormalisation(e.kernel).units, together = groupsTogether(e.kernel, e.target);
  int64_t each = e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt();
  each = ceilDiv(std::min(each, units), together) * together; // a text may say anything
  auto [begin, end] = e.share(e.workgroup, units, each);
  e.loop(begin, end, together,
         [&](Value unit) { together == 1 ? emitter.unit(unit) : emitter.groups(unit, together); });
}

} // namespace aic::codegen

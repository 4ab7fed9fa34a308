// Layer norm, RMS norm and group norm: a workgroup a unit. Its mean, then its variance about that mean and by
// how much that was off, then the result, each in one pass over the unit's elements; folded by a tree, or in
// the subgroup variant by subgroups.
#include "compiler/codegen/Normalisation.h"
#include "compiler/codegen/vulkan/Combine.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class NormalisationEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Normalisation n;
  WorkgroupFold fold;
  Type f32 = e.b.getF32Type();

  // Element number `index` of a unit: its run, its place there, and where it lies in x.
  struct Element {
    Value run, place, at;
  };
  Element elementAt(Value base, Value index) {
    if (n.runs == 1)
      return {e.cst(0), index, e.add(base, index)};
    Value run = e.div(index, n.length), place = e.rem(index, n.length);
    return {run, place, e.add(base, e.add(e.mul(run, n.runStride), place))};
  }

  /// The sums over a unit of each of the `values` that `map` gives, divided by their number.
  Values meansOf(Value base, size_t values, function_ref<Values(Value)> map) {
    Values own = e.loop(e.local, e.cst(n.count()), e.localSize(), Values(values, e.constant(f32, 0.0, 0)),
                        [&](Value index, ValueRange sums) {
                          Values next(sums);
                          for (auto [v, term] : llvm::enumerate(map(e.load(n.x, elementAt(base, index).at))))
                            next[v] = e.fadd(next[v], term);
                          return next;
                        });
    Value count = e.constant(f32, static_cast<double>(n.count()), 0);
    for (Value& value : own)
      value = arith::DivFOp::create(e.b, e.loc, fold(Fold::Sum, value), count);
    return own;
  }

  void unit(Value unit) {
    Value base = n.base(e, unit), mean, variance;
    auto centred = [&](Value value) -> Value {
      return mean ? arith::SubFOp::create(e.b, e.loc, value, mean).getResult() : value;
    };
    if (n.centred) {
      mean = meansOf(base, 1, [](Value value) { return Values{value}; })[0];
      Values means = meansOf(base, 2, [&](Value value) {
        Value distance = centred(value);
        return Values{distance, e.fmul(distance, distance)};
      });
      mean = e.fadd(mean, means[0]);
      variance = varianceAbout(e, means[0], means[1]);
    } else {
      variance = meansOf(base, 1, [&](Value value) { return Values{e.fmul(value, value)}; })[0];
    }
    Value root = math::SqrtOp::create(e.b, e.loc, e.fadd(variance, e.constant(f32, n.eps, 0)));
    Value scale = arith::DivFOp::create(e.b, e.loc, e.constant(f32, 1.0, 0), root);
    e.loop(e.local, e.cst(n.count()), e.localSize(), [&](Value index) {
      Element element = elementAt(base, index);
      Value value = e.fmul(centred(e.load(n.x, element.at)), scale);
      Value parameter = n.weightAt(e, unit, element.run);
      if (n.alongRun)
        parameter = e.add(parameter, element.place);
      if (n.weight)
        value = e.fmul(value, e.load(n.weight, parameter));
      if (n.bias)
        value = e.fadd(value, e.load(n.bias, parameter));
      e.finish(value, Position{e.div(element.at, e.space.cols), e.rem(element.at, e.space.cols)});
    });
  }

public:
  explicit NormalisationEmitter(KernelEmitter& e) : e(e), n(describeNormalisation(e.kernel)), fold(e) {
    e.space = n.space;
  }

  void emit() {
    e.forEachWorkgroup([&](Value number) { unit(number); });
  }
};

} // namespace

Variants normalisationVariants(schedule::KernelOp kernel) {
  return workgroupFolds(describeNormalisation(kernel).units);
}

void emitNormalisation(KernelEmitter& e) {
  NormalisationEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

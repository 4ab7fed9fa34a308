// Layer norm, RMS norm and group norm: a workgroup a unit. Its mean, then its variance about that mean, then
// the result, each in one pass over the unit's elements; folded by a tree, or in the subgroup variant by
// subgroups.
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

  Value meanOf(Value base, function_ref<Value(Value)> map) {
    Value own = e.loop(e.local, e.cst(n.count()), e.localSize(), ValueRange{e.constant(f32, 0.0, 0)},
                       [&](Value index, ValueRange sum) {
                         return Values{e.fadd(sum[0], map(e.load(n.x, elementAt(base, index).at)))};
                       })[0];
    Value count = e.constant(f32, static_cast<double>(n.count()), 0);
    return arith::DivFOp::create(e.b, e.loc, fold(Fold::Sum, own), count);
  }

  void unit(Value unit) {
    Value base = n.base(e, unit), mean;
    if (n.centred)
      mean = meanOf(base, [](Value value) { return value; });
    auto centred = [&](Value value) -> Value {
      return mean ? arith::SubFOp::create(e.b, e.loc, value, mean).getResult() : value;
    };
    Value variance = meanOf(base, [&](Value value) {
      Value difference = centred(value);
      return e.fmul(difference, difference);
    });
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

// Softmax and log-softmax in three passes: maximum, sum of exponentials, result. Short distributions, and
// those along an outer axis: an invocation each (four side by side where the last axis is of fours). Long
// ones along the last axis: a workgroup each, folded by a tree, or in the subgroup variant by subgroups.
#include "compiler/codegen/vulkan/Combine.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// A workgroup of 64 has something to do from so many elements on.
constexpr int64_t kLong = 64;

struct Distributions {
  int64_t outer = 1, length = 1,
          inner = 1; // element k of one is (outer index * length + k) * inner + inner index
  int64_t lanes = 1;
  bool byWorkgroups() const { return inner == 1 && length >= kLong; }
};

Distributions distributionsOf(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  auto shape = cast<RankedTensorType>(root->getResult(0).getType()).getShape();
  int64_t dim = cast<IntegerAttr>(root->getAttr("dim")).getInt();
  Distributions d;
  for (auto [i, size] : llvm::enumerate(shape))
    (static_cast<int64_t>(i) < dim ? d.outer : static_cast<int64_t>(i) == dim ? d.length : d.inner) *= size;
  if (dim != static_cast<int64_t>(shape.size()) - 1 && shape.back() % 4 == 0)
    d.lanes = 4;
  return d;
}

class SoftmaxEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Distributions d;
  Value x;
  bool logarithm;
  Type f32 = e.b.getF32Type();

  Value exponential(Value value, Value maximum) {
    return math::ExpOp::create(e.b, e.loc, arith::SubFOp::create(e.b, e.loc, value, maximum));
  }
  Value result(Value value, Value maximum, Value sumOrLog) {
    if (logarithm)
      return arith::SubFOp::create(e.b, e.loc, arith::SubFOp::create(e.b, e.loc, value, maximum), sumOrLog);
    return arith::DivFOp::create(e.b, e.loc, exponential(value, maximum), sumOrLog);
  }
  Value finishSum(Value sum) { return logarithm ? math::LogOp::create(e.b, e.loc, sum).getResult() : sum; }

  // The passes over elements first, first + step ... of a distribution whose element 0 lies at `base`; `all`
  // folds what the invocations of a workgroup have.
  void passes(Value base, Value first, int64_t step, int64_t lanes, function_ref<Value(Fold, Value)> all) {
    auto offset = [&](Value k) { return e.add(base, e.mul(k, d.inner)); };
    auto element = [&](Value k) { return lanes ? e.load4(x, e.div(offset(k), 4)) : e.load(x, offset(k)); };
    auto each = [&](Fold fold, function_ref<Value(Value)> map) {
      Value start = e.constant(f32, identityOf(fold), lanes);
      Value own = e.loop(first, e.cst(d.length), step, ValueRange{start}, [&](Value k, ValueRange acc) {
        // A NaN makes the sum NaN: the maximum need not keep it.
        return Values{combine(e, fold, acc[0], map(element(k)), /*keepNaN=*/false)};
      })[0];
      return all(fold, own);
    };
    Value maximum = each(Fold::Max, [](Value value) { return value; });
    Value end = finishSum(each(Fold::Sum, [&](Value value) { return exponential(value, maximum); }));
    e.loop(first, e.cst(d.length), step, [&](Value k) {
      Value at = offset(k);
      Value row = e.space.cols == 1 ? at : e.div(at, e.space.cols);
      Value col = e.space.cols == 1 ? e.cst(0) : e.rem(at, e.space.cols);
      e.finish(result(element(k), maximum, end), Position{row, col, lanes});
    });
  }

public:
  explicit SoftmaxEmitter(KernelEmitter& e)
      : e(e), d(distributionsOf(e.kernel)), x(e.parts.root->getOperand(0)),
        logarithm(isa<LogSoftmaxOp>(e.parts.root)) {}

  void emit() {
    if (d.byWorkgroups()) {
      WorkgroupFold fold(e);
      e.forEachWorkgroup([&](Value row) {
        passes(e.mul(row, d.length), e.local, e.localSize(), 0,
               [&](Fold kind, Value own) { return fold(kind, own); });
      });
      return;
    }
    int64_t inner = d.inner / d.lanes;
    e.forEachInvocation(d.outer * inner, [&](Value id) {
      Value outer = inner == 1 ? id : e.div(id, inner), column = inner == 1 ? e.cst(0) : e.rem(id, inner);
      Value base = e.add(e.mul(outer, d.length * d.inner), e.mul(column, d.lanes));
      passes(base, e.cst(0), 1, d.lanes == 4 ? 4 : 0, [](Fold, Value own) { return own; });
    });
  }
};

} // namespace

Variants softmaxVariants(schedule::KernelOp kernel) {
  Distributions d = distributionsOf(kernel);
  return d.byWorkgroups() ? workgroupFolds(d.outer) : Variants{flat(d.outer * d.inner / d.lanes)};
}

void emitSoftmax(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  SoftmaxEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

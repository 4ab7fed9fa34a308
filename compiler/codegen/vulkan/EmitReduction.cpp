// Reductions over any axes. Short ones: an invocation a result (four results where the last axis stays and is
// of fours). Long ones: a workgroup a result, folded by a tree, or in the subgroup variant by subgroups.
#include "compiler/codegen/cpu/Spaces.h" // Axes, rowMajorStrides: to move to compiler/codegen
#include "compiler/codegen/vulkan/Combine.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// A workgroup of 64 has something to do from so many elements on.
constexpr int64_t kLong = 64;
// Where the last axis stays, neighbouring invocations already read neighbours: only few and very long
// reductions need more hands than results.
constexpr int64_t kFewResults = 256, kVeryLong = 256;

struct Reduction {
  Fold fold = Fold::Sum;
  bool mean = false, lastKept = true;
  int64_t count = 1, results = 1;
  Axes outer, reduced; // kept axes; reduced axes, merged where they are one run
  int64_t lanes = 1;   // results an invocation

  bool byWorkgroups() const {
    return lastKept ? results < kFewResults && count >= kVeryLong : count >= kLong;
  }
};

Reduction reductionOf(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  Reduction r;
  r.fold = isa<AmaxOp>(root)   ? Fold::Max
           : isa<AminOp>(root) ? Fold::Min
           : isa<ProdOp>(root) ? Fold::Product
                               : Fold::Sum;
  r.mean = isa<MeanOp>(root);
  auto shape = cast<RankedTensorType>(root->getOperand(0).getType()).getShape();
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  auto dims = cast<DenseI64ArrayAttr>(root->getAttr("dims")).asArrayRef();
  auto strides = rowMajorStrides(shape);
  int64_t rank = static_cast<int64_t>(shape.size());
  r.lastKept = dims.empty() || dims.back() != rank - 1;
  r.results = out.getNumElements();
  for (int64_t i = 0; i < rank; ++i) {
    Axes& axes = llvm::is_contained(dims, i) ? r.reduced : r.outer;
    if (&axes == &r.reduced)
      r.count *= shape[i];
    if (!axes.sizes.empty() && axes.strides.back() == shape[i] * strides[i]) {
      axes.sizes.back() *= shape[i];
      axes.strides.back() = strides[i];
    } else {
      axes.sizes.push_back(shape[i]);
      axes.strides.push_back(strides[i]);
    }
  }
  // Fours: neighbours in the result are neighbours in x.
  if (r.lastKept && rank > 0 && shape.back() % 4 == 0 && out.getRank() > 0 &&
      out.getShape().back() == shape.back())
    r.lanes = 4;
  return r;
}

class ReductionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Reduction r;
  Value x;

  Value offset(Value linear, const Axes& axes) {
    Value at = e.cst(0);
    SmallVector<Value> index = e.delinearize(linear, axes.sizes);
    for (auto [i, stride] : llvm::zip(index, axes.strides))
      at = e.add(at, e.mul(i, stride));
    return at;
  }

  void finish(Value sum, Value result, int64_t lanes) {
    if (r.mean) {
      Value count = e.constant(e.b.getF32Type(), static_cast<double>(r.count), lanes);
      sum = arith::DivFOp::create(e.b, e.loc, sum, count);
    }
    Value row = e.space.cols == 1 ? result : e.div(result, e.space.cols);
    Value col = e.space.cols == 1 ? e.cst(0) : e.rem(result, e.space.cols);
    e.finish(sum, Position{row, col, lanes});
  }

  Values nest(size_t axis, Value at, Values carried, int64_t lanes) {
    if (axis == r.reduced.sizes.size()) {
      Value element = lanes ? e.load4(x, e.div(at, 4)) : e.load(x, at);
      return {combine(e, r.fold, carried[0], element)};
    }
    return e.loop(e.cst(0), e.cst(r.reduced.sizes[axis]), 1, carried, [&](Value i, ValueRange acc) {
      return nest(axis + 1, e.add(at, e.mul(i, r.reduced.strides[axis])), Values(acc), lanes);
    });
  }

public:
  explicit ReductionEmitter(KernelEmitter& e)
      : e(e), r(reductionOf(e.kernel)), x(e.parts.root->getOperand(0)) {}

  void byInvocations() {
    int64_t lanes = r.lanes == 4 ? 4 : 0;
    e.forEachInvocation(r.results / r.lanes, [&](Value id) {
      Value result = e.mul(id, r.lanes);
      Value start = e.constant(e.b.getF32Type(), identityOf(r.fold), lanes);
      finish(nest(0, offset(result, r.outer), {start}, lanes)[0], result, lanes);
    });
  }

  void byWorkgroups() {
    WorkgroupFold fold(e);
    e.forEachWorkgroup([&](Value result) {
      Value base = offset(result, r.outer);
      Value start = e.constant(e.b.getF32Type(), identityOf(r.fold), 0);
      Value own =
          e.loop(e.local, e.cst(r.count), e.localSize(), ValueRange{start}, [&](Value k, ValueRange acc) {
            return Values{combine(e, r.fold, acc[0], e.load(x, e.add(base, offset(k, r.reduced))))};
          })[0];
      Value all = fold(r.fold, own);
      e.ifThen(arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, e.local, e.cst(0)),
               [&] { finish(all, result, 0); });
    });
  }

  void emit() { r.byWorkgroups() ? byWorkgroups() : byInvocations(); }
};

} // namespace

Variants reductionVariants(schedule::KernelOp kernel) {
  Reduction r = reductionOf(kernel);
  return r.byWorkgroups() ? workgroupFolds(r.results) : Variants{flat(r.results / r.lanes)};
}

void emitReduction(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  ReductionEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

// aic-decompose-gradients: what rules for gradients make, and a device has no code for.
#include "compiler/transforms/GradientPasses.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "dialects/aic/Gradient.h"
#include "dialects/aic/Training.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DECOMPOSEGRADIENTS
#include "compiler/transforms/GradientPasses.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-decompose-gradients";

Value decomposed(GradientBuilder& b, Operation* op) {
  if (auto pool = dyn_cast<MaxPool2dGradientOp>(op))
    return maxPoolGradientBySlices(b, pool);
  auto weight = cast<Conv2dWeightGradientOp>(op);
  if (weight.getType().getRank() == 2)
    return b.matmul(b.transposeLast(weight.getGradient()), weight.getX());
  const Windows windows{{weight.getStride()[0], weight.getStride()[1]},
                        {weight.getDilation()[0], weight.getDilation()[1]},
                        SmallVector<int64_t, 4>(weight.getPadding())};
  return weightGradientAsConvolution(b, weight.getX(), weight.getGradient(), windows, weight.getKernel());
}

struct DecomposeGradientsPass : impl::DecomposeGradientsBase<DecomposeGradientsPass> {
  using DecomposeGradientsBase::DecomposeGradientsBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    SmallVector<Operation*> ops;
    getOperation().walk([&](Operation* op) {
      auto weight = dyn_cast<Conv2dWeightGradientOp>(op);
      auto pool = dyn_cast<MaxPool2dGradientOp>(op);
      if ((weight && weight.getLayout() == ::aic::Layout::NCHW) ||
          (pool && pool.getLayout() == ::aic::Layout::NCHW)) // rules make no others
        ops.push_back(op);
    });
    for (Operation* op : ops) {
      std::string why = asked->whyNot(op);
      if (why.empty())
        continue;
      OpBuilder builder(op);
      GradientBuilder b(builder, op->getLoc());
      op->getResult(0).replaceAllUsesWith(decomposed(b, op));
      reportPassed(op->getLoc(), kPass, describe(op) + " becomes operations that the device has: " + why);
      op->erase();
    }
  }
};

} // namespace

} // namespace aic::transforms

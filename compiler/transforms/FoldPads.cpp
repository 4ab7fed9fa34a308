// aic-fold-pads: a pad with zeros before a convolution is more of the convolution's own padding, and a pad of
// nothing goes.
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FOLDPADS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fold-pads";

bool isNothing(ArrayRef<int64_t> sizes) {
  return llvm::all_of(sizes, [](int64_t size) { return size == 0; });
}

/// Why a convolution cannot take the pad over; "" where it can.
std::string whyNot(PadOp pad) {
  if (pad.getMode() != PadMode::Constant)
    return "it repeats elements";
  if (!pad.getValue().isZero())
    return "it is not of zeros";
  if (!isNothing(pad.getLow().take_front(2)) || !isNothing(pad.getHigh().take_front(2)))
    return "it is of more than the image's own axes";
  return "";
}

/// The padding of a convolution that reads through the pad: all befores, then all afters.
SmallVector<int64_t> together(PadOp pad, ArrayRef<int64_t> own) {
  SmallVector<int64_t> padding(own);
  size_t axes = padding.size() / 2;
  for (size_t i = 0; i < axes; ++i) {
    padding[i] += pad.getLow()[2 + i];
    padding[axes + i] += pad.getHigh()[2 + i];
  }
  return padding;
}

struct FoldPadsPass : impl::FoldPadsBase<FoldPadsPass> {
  using FoldPadsBase::FoldPadsBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    SmallVector<PadOp> pads;
    getOperation().walk([&](PadOp pad) { pads.push_back(pad); });
    for (PadOp pad : pads) {
      if (isNothing(pad.getLow()) && isNothing(pad.getHigh())) {
        reportPassed(pad.getLoc(), kPass, "a pad of nothing goes");
        pad.replaceAllUsesWith(pad.getX());
        pad.erase();
      }
    }
    // Each convolution asks what it reads, so that pads one behind the other are taken over one after
    // another.
    getOperation().walk([&](Operation* op) {
      if (auto conv = dyn_cast<Conv2dOp>(op); conv && conv.getLayout() == ::aic::Layout::NCHW)
        fold(conv, *asked);
      else if (auto sequence = dyn_cast<Conv1dOp>(op))
        fold(sequence, *asked);
    });
  }

  template <typename Conv> static void fold(Conv conv, const Targets& targets) {
    while (auto pad = conv.getX().template getDefiningOp<PadOp>()) {
      if (std::string why = whyNot(pad); !why.empty())
        return reportMissed(conv.getLoc(), kPass, "the pad before it stays: " + why);
      const SmallVector<int64_t> before(conv.getPadding());
      const bool computed = targets.whyNot(conv).empty();
      conv.setPadding(together(pad, before));
      if (std::string why = computed ? targets.whyNot(conv) : ""; !why.empty()) {
        conv.setPadding(before);
        return reportMissed(conv.getLoc(), kPass, "the pad before it stays: " + why);
      }
      conv.getXMutable().assign(pad.getX());
      reportPassed(conv.getLoc(), kPass, "the pad before it becomes padding");
      if (pad->use_empty())
        pad.erase();
    }
  }
};

} // namespace

} // namespace aic::transforms

// aic-slice-takes: a take at places that are known and lie evenly apart is a slice, which moves no more than
// it must and is a view for some readers. Exporters write x[:, -1] and x[0] as takes.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_SLICETAKES
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-slice-takes";

/// The elements of an index; nullopt where it is not a constant.
std::optional<SmallVector<int64_t>> placesOf(Value index) {
  constexpr int64_t kMost = 1 << 16; // more are not written one by one
  std::optional<reference::Tensor> values = evaluateConstant(index, kMost);
  if (!values)
    return std::nullopt;
  return SmallVector<int64_t>(values->i.begin(), values->i.end());
}

/// The slice along one axis of `size` that reads `places`.
struct Range {
  int64_t offset, count, step;
};

std::optional<Range> rangeOf(ArrayRef<int64_t> places, int64_t size, std::string& reason) {
  auto inside = [&](int64_t place) { return place >= 0 && place < size; };
  if (!llvm::all_of(places, inside)) {
    reason = "an index is out of range";
    return std::nullopt;
  }
  if (places.empty())
    return Range{0, 0, 1};
  int64_t step = places.size() > 1 ? places[1] - places[0] : 1;
  for (size_t i = 1; i < places.size(); ++i)
    if (step == 0 || places[i] - places[i - 1] != step) {
      reason = "its indices do not lie evenly apart";
      return std::nullopt;
    }
  return Range{places.front(), int64_t(places.size()), step};
}

struct SliceTakesPass : impl::SliceTakesBase<SliceTakesPass> {
  void runOnOperation() override {
    SmallVector<TakeOp> takes;
    getOperation().walk([&](TakeOp take) { takes.push_back(take); });
    OpBuilder builder(&getContext());
    for (TakeOp take : takes) {
      std::optional<SmallVector<int64_t>> places = placesOf(take.getIndex());
      if (!places)
        continue;
      ArrayRef<int64_t> shape = take.getX().getType().getShape();
      int64_t dim = take.getDim();
      std::string reason;
      std::optional<Range> range = rangeOf(*places, shape[dim], reason);
      if (!range) {
        reportMissed(take.getLoc(), kPass, "take at constant indices is no slice: " + reason);
        continue;
      }
      SmallVector<int64_t> offsets(shape.size(), 0), sizes(shape), steps(shape.size(), 1);
      offsets[dim] = range->offset, sizes[dim] = range->count, steps[dim] = range->step;
      builder.setInsertionPoint(take);
      Value result = SliceOp::create(builder, take.getLoc(), take.getX(), offsets, sizes, steps);
      if (result.getType() != take.getType())
        result = ReshapeOp::create(builder, take.getLoc(), take.getType(), result);
      reportPassed(take.getLoc(), kPass, "take at constant indices is a slice");
      take.replaceAllUsesWith(result);
      take.erase();
    }
  }
};

} // namespace

} // namespace aic::transforms

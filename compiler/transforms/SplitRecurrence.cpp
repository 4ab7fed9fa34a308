// aic-split-recurrence: what of lstm, gru and rnn does not depend on the step before becomes one linear over
// all steps.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_SPLITRECURRENCE
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-split-recurrence";

/// The sum of two biases, each of which may be absent.
Value sum(OpBuilder& builder, Location loc, Value a, Value b) {
  return a && b ? AddOp::create(builder, loc, a, b).getResult() : a ? a : b;
}

Value part(OpBuilder& builder, Location loc, Value vector, int64_t from, int64_t count) {
  return SliceOp::create(builder, loc, vector, ArrayRef<int64_t>{from}, ArrayRef<int64_t>{count},
                         ArrayRef<int64_t>{1});
}

/// The recurrence that an lstm, gru or rnn becomes, behind the projection of its input.
struct Split {
  OpBuilder& builder;

  RecurrenceOp operator()(LstmOp op) {
    Value bias = sum(builder, op.getLoc(), op.getBIh(), op.getBHh());
    return make(op, Cell::Lstm, bias, {}, op.getC0());
  }

  RecurrenceOp operator()(RnnOp op) {
    Value bias = sum(builder, op.getLoc(), op.getBIh(), op.getBHh());
    return make(op, op.getRelu() ? Cell::RnnRelu : Cell::RnnTanh, bias, {}, {});
  }

  /// The last third of gru's b_hh is inside a product with r, so it stays with the recurrence.
  RecurrenceOp operator()(GruOp op) {
    Value bias = op.getBIh(), last;
    if (Value hidden = op.getBHh()) {
      Location loc = op.getLoc();
      int64_t size = typeOf(op.getWHh()).getDimSize(1);
      last = part(builder, loc, hidden, 2 * size, size);
      auto zeros = RankedTensorType::get({size}, typeOf(hidden).getElementType());
      Value none = makeConstant(builder, loc, cast<ElementsAttr>(builder.getZeroAttr(zeros)));
      Value gates = part(builder, loc, hidden, 0, 2 * size);
      bias = sum(builder, loc, bias, ConcatOp::create(builder, loc, ValueRange{gates, none}, 0));
    }
    return make(op, Cell::Gru, bias, last, {});
  }

private:
  template <typename OpTy> RecurrenceOp make(OpTy op, Cell cell, Value bias, Value last, Value c0) {
    Location loc = op.getLoc();
    Value projected = LinearOp::create(builder, loc, op.getX(), op.getWIh(), bias);
    return RecurrenceOp::create(builder, loc, cell, projected, op.getWHh(), last, op.getH0(), c0,
                                op.getReverse());
  }
};

/// A slice of y that takes just the step which was computed last is h.
bool isLastStep(SliceOp slice, bool reverse) {
  auto y = slice.getX().getType();
  int64_t last = reverse ? 0 : y.getDimSize(1) - 1;
  return slice.getOffsets() == ArrayRef<int64_t>{0, last, 0} &&
         slice.getSizes() == ArrayRef<int64_t>{y.getDimSize(0), 1, y.getDimSize(2)} &&
         (slice.getStrides()[0] == 1 || y.getDimSize(0) == 1) &&
         (slice.getStrides()[2] == 1 || y.getDimSize(2) == 1);
}

struct SplitRecurrencePass : impl::SplitRecurrenceBase<SplitRecurrencePass> {
  void runOnOperation() override {
    SmallVector<Operation*> ops;
    getOperation().walk([&](Operation* op) {
      if (isa<LstmOp, GruOp, RnnOp>(op))
        ops.push_back(op);
    });
    OpBuilder builder(&getContext());
    for (Operation* op : ops) {
      builder.setInsertionPoint(op);
      Split split{builder};
      RecurrenceOp recurrence = isa<LstmOp>(op)  ? split(cast<LstmOp>(op))
                                : isa<GruOp>(op) ? split(cast<GruOp>(op))
                                                 : split(cast<RnnOp>(op));
      auto x = typeOf(op->getOperand(0));
      reportPassed(op->getLoc(), kPass,
                   "the input of all " + Twine(x.getDimSize(1)) + " steps of " + describe(op) +
                       " is projected by one linear, and the steps are one kernel");
      op->replaceAllUsesWith(recurrence);
      op->erase();
    }
    SmallVector<RecurrenceOp> recurrences;
    getOperation().walk([&](RecurrenceOp op) { recurrences.push_back(op); });
    for (RecurrenceOp op : recurrences)
      useLastStep(op, builder);
  }

  /// y[:, -1] is h, which is written anyway.
  static void useLastStep(RecurrenceOp recurrence, OpBuilder& builder) {
    for (Operation* user : llvm::make_early_inc_range(recurrence.getY().getUsers())) {
      auto slice = dyn_cast<SliceOp>(user);
      if (!slice || !isLastStep(slice, recurrence.getReverse()))
        continue;
      builder.setInsertionPoint(slice);
      Value step = ReshapeOp::create(builder, slice.getLoc(), slice.getType(), recurrence.getH());
      reportPassed(slice.getLoc(), kPass, "the slice of the last step is the recurrence's last state");
      slice.replaceAllUsesWith(step);
      slice.erase();
    }
  }
};

} // namespace

} // namespace aic::transforms

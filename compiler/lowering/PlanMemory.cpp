// aic-plan-memory: the lives of transient buffers, what is computed in place, and offsets in the arena.
#include "compiler/lowering/Lives.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_PLANMEMORY
#include "compiler/lowering/Passes.h.inc"

namespace {

struct PlanMemory : impl::PlanMemoryBase<PlanMemory> {
  using PlanMemoryBase::PlanMemoryBase;
  void runOnOperation() override {
    schedule::ProgramOp program = getOperation();
    if (alignment < 1 || !llvm::isPowerOf2_64(alignment)) {
      program.emitError("aic-plan-memory: the alignment is a power of two, not ") << alignment;
      return signalPassFailure();
    }
    const Flow flow = flowOf(program, alignment);
    const Lives lives = livesOf(flow);
    const Arena arena = planArena(lives.lifetimes);
    Builder b(&getContext());
    int64_t total = 0;
    size_t number = 0;
    for (Operation& op : program.getBody().front()) {
      if (op.getNumResults() != 1)
        continue;
      if (auto transient = dyn_cast<schedule::TransientOp>(op)) {
        transient.setOffsetAttr(b.getI64IntegerAttr(arena.offsets[lives.of[number]]));
        total += flow.buffers[number].bytes;
      }
      ++number;
    }
    program.setArenaBytesAttr(b.getI64IntegerAttr(arena.bytes));
    program.setPeakLiveBytesAttr(b.getI64IntegerAttr(arena.peak));
    program.setTotalBytesAttr(b.getI64IntegerAttr(total));
  }
};

} // namespace
} // namespace aic::lowering

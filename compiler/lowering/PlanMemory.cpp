// aic-plan-memory: the lives of transient buffers, what is computed in place, and offsets in the arena.
#include "compiler/lowering/Arena.h"
#include "compiler/lowering/Lowering.h"
#include "dialects/schedule/Parts.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_PLANMEMORY
#include "compiler/lowering/Passes.h.inc"

namespace {

struct Buffer : Lifetime {
  SmallVector<schedule::TransientOp> values; // more than one where a result takes its operand's buffer over
};

struct PlanMemory : impl::PlanMemoryBase<PlanMemory> {
  using PlanMemoryBase::PlanMemoryBase;
  void runOnOperation() override {
    schedule::ProgramOp program = getOperation();
    if (alignment < 1 || !llvm::isPowerOf2_64(alignment)) {
      program.emitError("aic-plan-memory: the alignment is a power of two, not ") << alignment;
      return signalPassFailure();
    }
    SymbolTable kernels(program->getParentOfType<ModuleOp>());
    SmallVector<schedule::DispatchOp> dispatches(program.getOps<schedule::DispatchOp>());
    DenseMap<Operation*, int64_t> index;
    for (auto [i, dispatch] : llvm::enumerate(dispatches))
      index[dispatch] = i;

    std::vector<Buffer> buffers;
    DenseMap<Value, size_t> bufferOf;
    int64_t total = 0;
    for (auto transient : program.getOps<schedule::TransientOp>()) {
      Buffer buffer;
      buffer.bytes = llvm::alignTo(std::max<int64_t>(transient.getBytes(), 1), alignment);
      buffer.begin = INT64_MAX;
      for (Operation* user : transient.getBuffer().getUsers()) {
        buffer.begin = std::min(buffer.begin, index.lookup(user));
        buffer.end = std::max(buffer.end, index.lookup(user));
      }
      if (buffer.begin == INT64_MAX)
        buffer.begin = buffer.end = 0;
      buffer.values.push_back(transient);
      total += buffer.bytes;
      bufferOf[transient.getBuffer()] = buffers.size();
      buffers.push_back(buffer);
    }

    // In place: the first result takes over an operand that dies here and is read only where the result is
    // written.
    for (auto [i, dispatch] : llvm::enumerate(dispatches)) {
      if (dispatch.getWrites().empty())
        continue;
      auto kernel = kernels.lookup<schedule::KernelOp>(dispatch.getKernel());
      auto result = bufferOf.find(dispatch.getWrites().front());
      if (!kernel || result == bufferOf.end())
        continue;
      for (auto [argument, read] : llvm::enumerate(dispatch.getReads())) {
        auto operand = bufferOf.find(read);
        if (operand == bufferOf.end() || operand->second == result->second)
          continue;
        Buffer &from = buffers[operand->second], &to = buffers[result->second];
        bool once =
            llvm::count(dispatch.getReads(), read) == 1 && schedule::readOffset(dispatch, argument) == -1;
        if (!once || from.end != static_cast<int64_t>(i) || from.bytes != to.bytes ||
            to.begin != static_cast<int64_t>(i) || !readsInPlace(kernel, argument))
          continue;
        from.end = to.end;
        from.values.append(to.values);
        to.values.clear();
        to.bytes = 0;
        size_t kept = operand->second;
        for (auto transient : from.values)
          bufferOf[transient.getBuffer()] = kept;
        break;
      }
    }
    llvm::erase_if(buffers, [](const Buffer& buffer) { return buffer.values.empty(); });

    std::vector<Lifetime> lives(buffers.begin(), buffers.end());
    Arena arena = planArena(lives);

    Builder b(&getContext());
    for (auto [buffer, offset] : llvm::zip(buffers, arena.offsets))
      for (auto transient : buffer.values)
        transient.setOffsetAttr(b.getI64IntegerAttr(offset));
    program.setArenaBytesAttr(b.getI64IntegerAttr(arena.bytes));
    program.setPeakLiveBytesAttr(b.getI64IntegerAttr(arena.peak));
    program.setTotalBytesAttr(b.getI64IntegerAttr(total));
  }
};

} // namespace
} // namespace aic::lowering

// aic-plan-memory: offsets in the arena. Assigning offsets is NP-hard ("dynamic storage allocation"); with
// all lives known, first fit in an order that places large buffers first comes close to the lower bound (cf.
// Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net Inference", arXiv:2001.03288). A few
// orders are tried.
#include "compiler/lowering/Lowering.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_PLANMEMORY
#include "compiler/lowering/Passes.h.inc"

namespace {

struct Buffer {
  int64_t bytes = 0, begin = 0, end = 0; // alive in dispatches [begin, end]
  int64_t offset = 0;
  SmallVector<schedule::TransientOp> values; // more than one where a result takes its operand's buffer over
  bool overlaps(const Buffer& other) const { return begin <= other.end && other.begin <= end; }
};

int64_t align(int64_t bytes) {
  return llvm::alignTo(bytes, kBufferAlignment);
}

// Places buffers in the given order, each at the lowest offset where it fits. Returns the arena's size.
int64_t place(std::vector<Buffer>& buffers, ArrayRef<size_t> order) {
  SmallVector<size_t> placed;
  int64_t size = 0;
  for (size_t index : order) {
    Buffer& buffer = buffers[index];
    SmallVector<std::pair<int64_t, int64_t>> taken;
    for (size_t other : placed)
      if (buffer.overlaps(buffers[other]))
        taken.push_back({buffers[other].offset, buffers[other].offset + buffers[other].bytes});
    llvm::sort(taken);
    int64_t offset = 0;
    for (auto [begin, end] : taken) {
      if (offset + buffer.bytes <= begin)
        break;
      offset = std::max(offset, end);
    }
    buffer.offset = offset;
    size = std::max(size, offset + buffer.bytes);
    placed.push_back(index);
  }
  return size;
}

struct PlanMemory : impl::PlanMemoryBase<PlanMemory> {
  void runOnOperation() override {
    schedule::ProgramOp program = getOperation();
    auto module = program->getParentOfType<ModuleOp>();
    SmallVector<schedule::DispatchOp> dispatches(program.getOps<schedule::DispatchOp>());
    DenseMap<Operation*, int64_t> index;
    for (auto [i, dispatch] : llvm::enumerate(dispatches))
      index[dispatch] = i;

    std::vector<Buffer> buffers;
    DenseMap<Value, size_t> bufferOf;
    int64_t total = 0;
    for (auto transient : program.getOps<schedule::TransientOp>()) {
      Buffer buffer;
      buffer.bytes = align(std::max<int64_t>(tensorBytes(transient.getBuffer().getType()), 1));
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
      auto kernel = module.lookupSymbol<schedule::KernelOp>(dispatch.getKernel());
      auto result = bufferOf.find(dispatch.getWrites().front());
      if (!kernel || result == bufferOf.end())
        continue;
      for (auto [argument, read] : llvm::enumerate(dispatch.getReads())) {
        auto operand = bufferOf.find(read);
        if (operand == bufferOf.end() || operand->second == result->second)
          continue;
        Buffer &from = buffers[operand->second], &to = buffers[result->second];
        bool once = llvm::count(dispatch.getReads(), read) == 1;
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

    int64_t peak = 0;
    for (size_t i = 0; i < dispatches.size(); ++i) {
      int64_t alive = 0;
      for (const Buffer& buffer : buffers)
        if (buffer.begin <= static_cast<int64_t>(i) && static_cast<int64_t>(i) <= buffer.end)
          alive += buffer.bytes;
      peak = std::max(peak, alive);
    }

    // Orders: by size; by length of life times size; by the first use; each until one reaches the bound.
    auto bySize = [&](size_t a, size_t b) {
      return std::make_tuple(-buffers[a].bytes, buffers[a].begin) <
             std::make_tuple(-buffers[b].bytes, buffers[b].begin);
    };
    auto byArea = [&](size_t a, size_t b) {
      auto area = [&](size_t i) { return buffers[i].bytes * (buffers[i].end - buffers[i].begin + 1); };
      return std::make_pair(-area(a), buffers[a].begin) < std::make_pair(-area(b), buffers[b].begin);
    };
    auto byBegin = [&](size_t a, size_t b) {
      return std::make_pair(buffers[a].begin, -buffers[a].bytes) <
             std::make_pair(buffers[b].begin, -buffers[b].bytes);
    };
    auto byLife = [&](size_t a, size_t b) {
      return std::make_pair(buffers[a].begin - buffers[a].end, -buffers[a].bytes) <
             std::make_pair(buffers[b].begin - buffers[b].end, -buffers[b].bytes);
    };
    int64_t best = -1;
    std::vector<int64_t> offsets;
    auto attempt = [&](auto less) {
      if (best == peak)
        return;
      SmallVector<size_t> order = llvm::to_vector(llvm::seq<size_t>(0, buffers.size()));
      llvm::stable_sort(order, less);
      int64_t size = place(buffers, order);
      if (best >= 0 && size >= best)
        return;
      best = size;
      offsets.clear();
      for (const Buffer& buffer : buffers)
        offsets.push_back(buffer.offset);
    };
    attempt(bySize);
    attempt(byArea);
    attempt(byLife);
    attempt(byBegin);

    Builder b(&getContext());
    for (auto [buffer, offset] : llvm::zip(buffers, offsets))
      for (auto transient : buffer.values)
        transient.setOffsetAttr(b.getI64IntegerAttr(offset));
    program.setArenaBytesAttr(b.getI64IntegerAttr(std::max<int64_t>(best, 0)));
    program.setPeakLiveBytesAttr(b.getI64IntegerAttr(peak));
    program.setTotalBytesAttr(b.getI64IntegerAttr(total));
  }
};

} // namespace
} // namespace aic::lowering

// aic-recompute: activations that are made again where they are read next, instead of being kept (Chen et
// al., "Training Deep Nets with Sublinear Memory Cost", arXiv:1604.06174). The step at which most bytes are
// alive gives up the buffer that costs least for its bytes: an elementwise operation whose operands are
// alive, later a whole chain of dispatches from values that are kept. The same kernels run on the same
// numbers, so that no bit of a result changes.
#include "compiler/lowering/Lives.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_RECOMPUTE
#include "compiler/lowering/Passes.h.inc"

namespace {

// At each step so many buffers are tried, the cheapest first.
constexpr size_t kTried = 48;
// No chain is longer, and no program becomes longer than so many times what it was.
constexpr size_t kLongestChain = 64, kLongestProgram = 3;
// Uses of buffers that all trials may look at: some seconds of a program of thousands of dispatches.
constexpr int64_t kBudget = 300'000'000;
// A byte of memory takes as long as so many operations: 100 GFLOP/s beside 25 GB/s.
constexpr int64_t kFlopsAByte = 4;

/// The bytes alive at each step of a flow.
struct Profile {
  int64_t peak = 0;
  size_t steps = 0, first = 0; ///< how many steps reach the peak, and the first of them

  explicit Profile(const Flow& flow) {
    std::vector<int64_t> change(flow.steps.size() + 1, 0);
    for (const Lifetime& life : livesOf(flow).lifetimes) {
      change[static_cast<size_t>(life.begin)] += life.bytes;
      change[static_cast<size_t>(life.end) + 1] -= life.bytes;
    }
    int64_t alive = 0;
    for (size_t i = 0; i < flow.steps.size(); ++i) {
      alive += change[i];
      if (alive > peak)
        peak = alive, steps = 0, first = i;
      steps += alive == peak;
    }
  }
  bool isBelow(const Profile& other) const {
    return std::pair(peak, steps) < std::pair(other.peak, other.steps);
  }
};

/// Where a buffer is used.
struct Uses {
  SmallVector<size_t> reads, writes; ///< steps, in order
  size_t last() const { return std::max(reads.empty() ? 0 : reads.back(), writes.back()); }
  bool isWrittenIn(size_t after, size_t before) const {
    return llvm::any_of(writes, [&](size_t step) { return step > after && step < before; });
  }
};

/// The dispatches that make a buffer again, in order, before a step that reads it.
struct Chain {
  size_t before = 0;
  SmallVector<size_t> steps;
  int64_t cost = 0, bytes = 1;
};

class Recomputation {
public:
  Recomputation(Flow flow, ArrayRef<KernelCost> costs)
      : flow(std::move(flow)), costs(costs), most(this->flow.steps.size() * kLongestProgram) {}

  Flow flow;

  /// One buffer fewer where most bytes are alive; false where none can be spared there.
  bool improve() {
    const Profile before(flow);
    collectUses();
    SmallVector<Chain> chains;
    for (size_t buffer = 0; buffer < flow.buffers.size(); ++buffer)
      if (std::optional<Chain> chain = chainFor(buffer, before.first))
        chains.push_back(std::move(*chain));
    llvm::stable_sort(chains, [](const Chain& a, const Chain& b) {
      return double(a.cost) * double(b.bytes) < double(b.cost) * double(a.bytes);
    });
    for (const Chain& chain : ArrayRef(chains).take_front(kTried)) {
      budget -= static_cast<int64_t>(flow.steps.size()) * 8;
      if (budget < 0)
        return false;
      if (flow.steps.size() + chain.steps.size() > most)
        continue;
      Flow tried = with(chain);
      if (!Profile(tried).isBelow(before))
        continue;
      flow = std::move(tried);
      return true;
    }
    return false;
  }

private:
  void collectUses() {
    uses.assign(flow.buffers.size(), {});
    for (auto [i, step] : llvm::enumerate(flow.steps)) {
      for (size_t buffer : step.reads)
        uses[buffer].reads.push_back(i);
      for (size_t buffer : step.writes)
        uses[buffer].writes.push_back(i);
    }
  }

  bool isMadeOnce(size_t buffer) const {
    return flow.buffers[buffer].transient && uses[buffer].writes.size() == 1;
  }

  /// How `buffer`, which is kept while step `peak` does not use it, is made again.
  std::optional<Chain> chainFor(size_t buffer, size_t peak) const {
    if (!isMadeOnce(buffer) || uses[buffer].writes.front() >= peak)
      return std::nullopt;
    const auto next = llvm::lower_bound(uses[buffer].reads, peak);
    if (next == uses[buffer].reads.end() || *next == peak)
      return std::nullopt;
    Chain chain;
    chain.before = *next;
    chain.bytes = flow.buffers[buffer].bytes;
    llvm::DenseSet<size_t> found;
    SmallVector<size_t> open{uses[buffer].writes.front()};
    while (!open.empty()) {
      const size_t at = open.pop_back_val();
      if (!found.insert(at).second)
        continue;
      if (found.size() > kLongestChain || !canRunAgain(at, peak, chain.before, open))
        return std::nullopt;
      const KernelCost& cost = costs[flow.steps[at].dispatch];
      chain.cost += cost.flops + kFlopsAByte * cost.bytes;
      chain.steps.push_back(at);
    }
    llvm::sort(chain.steps);
    return chain;
  }

  /// True where the dispatch of step `at` finds before step `before` what it found; `open` gets the steps
  /// that make what is gone before `peak`.
  bool canRunAgain(size_t at, size_t peak, size_t before, SmallVectorImpl<size_t>& open) const {
    const Flow::Step& step = flow.steps[at];
    if (!llvm::all_of(step.writes, [&](size_t written) { return isMadeOnce(written); }))
      return false;
    for (size_t read : step.reads) {
      if (uses[read].isWrittenIn(at, before))
        return false;
      if (isMadeOnce(read) && uses[read].last() < peak)
        open.push_back(uses[read].writes.front());
    }
    return true;
  }

  /// The flow with a chain run again, whose results take the place of what was kept.
  Flow with(const Chain& chain) const {
    Flow made = flow;
    DenseMap<size_t, size_t> anew;
    auto renew = [&](SmallVectorImpl<size_t>& buffers) {
      for (size_t& buffer : buffers)
        if (auto found = anew.find(buffer); found != anew.end())
          buffer = found->second;
    };
    std::vector<Flow::Step> again;
    for (size_t at : chain.steps) {
      Flow::Step step = flow.steps[at];
      step.again = true;
      renew(step.reads);
      for (size_t written : step.writes) {
        anew[written] = made.buffers.size();
        made.buffers.push_back(Flow::Buffer(flow.buffers[written]));
      }
      renew(step.writes);
      again.push_back(std::move(step));
    }
    for (size_t i = chain.before; i < made.steps.size(); ++i)
      renew(made.steps[i].reads);
    made.steps.insert(made.steps.begin() + static_cast<ptrdiff_t>(chain.before), again.begin(), again.end());
    return made;
  }

  ArrayRef<KernelCost> costs;
  size_t most;
  int64_t budget = kBudget;
  std::vector<Uses> uses;
};

/// Makes the program what the flow is; its memory is not planned then.
void rewrite(schedule::ProgramOp program, const Flow& flow) {
  SmallVector<Value> buffers;
  for (Operation& op : program.getBody().front())
    if (op.getNumResults() == 1)
      buffers.push_back(op.getResult(0));
  SmallVector<schedule::DispatchOp> dispatches(program.getOps<schedule::DispatchOp>());
  for (auto transient : program.getOps<schedule::TransientOp>())
    transient.removeOffsetAttr();
  program.removeArenaBytesAttr();
  program.removePeakLiveBytesAttr();
  program.removeTotalBytesAttr();
  OpBuilder builder(program.getContext());
  for (size_t i = buffers.size(); i < flow.buffers.size(); ++i) {
    Operation* origin = buffers[flow.buffers[i].origin].getDefiningOp();
    builder.setInsertionPointAfter(origin);
    buffers.push_back(builder.clone(*origin)->getResult(0));
  }
  Operation* last = nullptr;
  for (const Flow::Step& step : flow.steps) {
    schedule::DispatchOp dispatch = dispatches[step.dispatch];
    if (step.again) {
      builder.setInsertionPointAfter(last); // a chain makes again what was there before
      dispatch = cast<schedule::DispatchOp>(builder.clone(*dispatch.getOperation()));
    }
    for (auto [i, buffer] : llvm::enumerate(step.reads))
      dispatch.getReadsMutable()[static_cast<unsigned>(i)].set(buffers[buffer]);
    for (auto [i, buffer] : llvm::enumerate(step.writes))
      dispatch.getWritesMutable()[static_cast<unsigned>(i)].set(buffers[buffer]);
    last = dispatch;
  }
}

struct Recompute : impl::RecomputeBase<Recompute> {
  using RecomputeBase::RecomputeBase;
  void runOnOperation() override {
    schedule::ProgramOp program = getOperation();
    if (alignment < 1 || !llvm::isPowerOf2_64(alignment) || memory < 0) {
      program.emitError("aic-recompute: the alignment is a power of two, and memory not negative");
      return signalPassFailure();
    }
    SymbolTable kernels(program->getParentOfType<ModuleOp>());
    std::vector<KernelCost> costs;
    for (schedule::DispatchOp dispatch : program.getOps<schedule::DispatchOp>()) {
      auto kernel = kernels.lookup<schedule::KernelOp>(dispatch.getKernel());
      costs.push_back(kernel ? kernelCost(kernel) : KernelCost());
    }
    Recomputation recomputation(flowOf(program, alignment), costs);
    auto arena = [&] { return planArena(livesOf(recomputation.flow).lifetimes).bytes; };
    // The way down is the same for every limit, so that the least that it comes to can be asked for.
    int64_t bytes = arena();
    while (bytes > memory && recomputation.improve())
      if (Profile(recomputation.flow).peak <= memory)
        bytes = arena();
    rewrite(program, recomputation.flow);
  }
};

} // namespace
} // namespace aic::lowering

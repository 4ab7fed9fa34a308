// The lives of transient buffers, and what is computed in place.
#include "compiler/lowering/Lives.h"

#include "dialects/schedule/Parts.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic::lowering {

Flow flowOf(schedule::ProgramOp program, int64_t alignment) {
  Flow flow;
  DenseMap<Value, size_t> number;
  for (Operation& op : program.getBody().front()) {
    if (op.getNumResults() != 1)
      continue;
    auto transient = dyn_cast<schedule::TransientOp>(op);
    int64_t bytes = transient ? llvm::alignTo(std::max<int64_t>(transient.getBytes(), 1), alignment) : 0;
    number[op.getResult(0)] = flow.buffers.size();
    flow.buffers.push_back({bytes, transient != nullptr, flow.buffers.size()});
  }
  SymbolTable kernels(program->getParentOfType<ModuleOp>());
  for (schedule::DispatchOp dispatch : program.getOps<schedule::DispatchOp>()) {
    Flow::Step& step = flow.steps.emplace_back();
    step.dispatch = flow.steps.size() - 1;
    step.again = false;
    for (Value read : dispatch.getReads())
      step.reads.push_back(number.lookup(read));
    for (Value write : dispatch.getWrites())
      step.writes.push_back(number.lookup(write));
    auto kernel = kernels.lookup<schedule::KernelOp>(dispatch.getKernel());
    SmallVector<bool>& inPlace = flow.inPlace.emplace_back(step.reads.size(), false);
    if (!kernel || step.writes.empty() || !flow.buffers[step.writes.front()].transient)
      continue;
    for (auto [argument, read] : llvm::enumerate(step.reads))
      inPlace[argument] = flow.buffers[read].transient &&
                          flow.buffers[read].bytes == flow.buffers[step.writes.front()].bytes &&
                          llvm::count(step.reads, read) == 1 &&
                          schedule::readOffset(dispatch, argument) == -1 &&
                          readsInPlace(kernel, static_cast<unsigned>(argument));
  }
  return flow;
}

Lives livesOf(const Flow& flow) {
  const size_t count = flow.buffers.size();
  std::vector<Lifetime> own(count);
  std::vector<size_t> holder(count); // the buffer that a result took over, or itself
  for (size_t i = 0; i < count; ++i) {
    own[i] = {flow.buffers[i].bytes, INT64_MAX, 0};
    holder[i] = i;
  }
  for (auto [i, step] : llvm::enumerate(flow.steps))
    for (const SmallVector<size_t>* used : {&step.reads, &step.writes})
      for (size_t buffer : *used) {
        own[buffer].begin = std::min(own[buffer].begin, static_cast<int64_t>(i));
        own[buffer].end = static_cast<int64_t>(i);
      }
  auto held = [&](size_t buffer) {
    while (holder[buffer] != buffer)
      buffer = holder[buffer];
    return buffer;
  };
  for (auto [i, step] : llvm::enumerate(flow.steps)) {
    const SmallVector<bool>& inPlace = flow.inPlace[step.dispatch];
    for (auto [argument, read] : llvm::enumerate(step.reads)) {
      if (!inPlace[argument])
        continue;
      const size_t from = held(read), to = held(step.writes.front());
      if (from == to || own[from].end != static_cast<int64_t>(i) || own[from].bytes != own[to].bytes ||
          own[to].begin != static_cast<int64_t>(i))
        continue;
      own[from].end = own[to].end;
      holder[to] = from;
      break;
    }
  }
  Lives lives;
  lives.of.assign(count, Lives::kNone);
  for (size_t i = 0; i < count; ++i)
    if (flow.buffers[i].transient && holder[i] == i) {
      lives.of[i] = lives.lifetimes.size();
      lives.lifetimes.push_back(own[i].begin == INT64_MAX ? Lifetime{own[i].bytes, 0, 0} : own[i]);
    }
  for (size_t i = 0; i < count; ++i)
    lives.of[i] = lives.of[held(i)];
  return lives;
}

} // namespace aic::lowering

// What --memory did to a plan, and the error where that is not enough.
#include "compiler/driver/Memory.h"

#include "compiler/lowering/Lowering.h"

using namespace mlir;

namespace aic::driver {

std::vector<MemoryUse> memoryUseOf(ModuleOp plan, StringRef target) {
  SymbolTable kernels(plan);
  std::vector<MemoryUse> all;
  for (auto program : plan.getOps<schedule::ProgramOp>()) {
    double flops = 0;
    for (auto dispatch : program.getOps<schedule::DispatchOp>())
      if (auto kernel = kernels.lookup<schedule::KernelOp>(dispatch.getKernel()))
        flops += static_cast<double>(lowering::kernelCost(kernel).flops);
    const auto arena = static_cast<int64_t>(program.getArenaBytes().value_or(0));
    all.push_back({program.getSymName().str(), target.str(), arena, arena, flops, flops});
  }
  return all;
}

std::vector<MemoryUse> changeOf(const std::vector<MemoryUse>& before, std::vector<MemoryUse> now) {
  for (auto [first, second] : llvm::zip(before, now)) {
    second.arenaBefore = first.arenaBytes;
    second.flopsBefore = first.flops;
  }
  return now;
}

std::string whyMemoryIsMissed(const std::vector<MemoryUse>& uses, int64_t memory) {
  std::string text;
  for (const MemoryUse& use : uses)
    if (use.arenaBytes > memory)
      text += (text.empty() ? "--memory " + std::to_string(memory) + ": " : "; ") + "'" + use.entry +
              "' needs at least " + std::to_string(use.arenaBytes) + " bytes on " + use.target +
              " with all made again that can be, and " + std::to_string(use.arenaBefore) + " without";
  return text;
}

} // namespace aic::driver

// Choosing between Winograd's way and the direct one, for all kernels that read one weight together.
#include "compiler/codegen/cpu/WinogradKernels.h"

#include "compiler/codegen/cpu/ContractionTiling.h"
#include "compiler/codegen/cpu/EqualConstants.h"
#include "compiler/transforms/Remarks.h"

#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/Support/FormatVariadic.h"

#include <array>

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::KernelOp;

constexpr llvm::StringLiteral kPass = "aic-cpu-tiles";
// Of the time of the direct way: it takes more of the file, and the models are not exact.
constexpr double kMustGain = 0.9;
// Bytes a cycle that arrive from memory: weights that are read once.
constexpr double kFromMemory = 9;

// Bytes a cycle that a dispatch writes which packs a weight of the run, and one that transforms it.
constexpr double kPacked = 2, kTransformed = 4;

// In the order of preference where they cost the same.
constexpr std::array<int64_t, 3> kWays = {0, 2, 4}; // direct, F(2x2), F(4x4)

struct Candidate {
  KernelOp kernel;
  Contraction c;
  double direct = 0; ///< cycles
  std::array<std::pair<WinogradTiling, double>, kWays.size()> ways;

  double cycles(size_t way) const { return way == 0 ? direct : ways[way].second; }
};

Candidate candidateOf(KernelOp kernel, const CpuTarget& target) {
  Candidate made{kernel, describeContraction(splitKernel(kernel).root, /*constantWeight=*/true), 0, {}};
  const Contraction& c = made.c;
  int64_t width = ContractionTiling::fromAttr(*kernel.getTiling()).width(c, target);
  double bytes = 4.0 * static_cast<double>(c.groups * c.channelsOut * c.depth());
  made.direct = kMustGain * std::max(cyclesOf(c, target, width, /*arriving=*/false) *
                                         static_cast<double>(c.images * c.outHeight * c.groups),
                                     bytes / kFromMemory);
  for (size_t way = 1; way < kWays.size(); ++way)
    made.ways[way] = chooseWinogradTiling(c, target, kWays[way]);
  if (!isConstantArgument(kernel, splitKernel(kernel).root->getOperand(1))) {
    made.direct += kMustGain * bytes / kPacked;
    for (size_t way = 1; way < kWays.size(); ++way)
      made.ways[way].second += bytes / 9 * static_cast<double>(made.ways[way].first.points()) / kTransformed;
  }
  return made;
}

class Choice {
  const CpuTarget& target;
  const int64_t forced;
  EqualConstants constants;
  llvm::MapVector<Operation*, std::string> whyNot; ///< of every contraction; "": a candidate
  llvm::EquivalenceClasses<Operation*> together;   ///< those that read one weight
  DenseMap<Operation*, Attribute> weightOf;        ///< for the remarks

  void collect(ModuleOp schedule) {
    for (KernelOp kernel : schedule.getOps<KernelOp>())
      if (kernel.getFamily() == "contraction") {
        whyNot[kernel] = whyNoWinograd(kernel);
        together.insert(kernel);
      }
    // Readers of the weights of candidates; others are no concern here, and need not be looked at.
    llvm::SmallDenseSet<Type> types;
    for (auto& [kernel, why] : whyNot)
      if (why.empty())
        types.insert(splitKernel(cast<KernelOp>(kernel)).root->getOperand(1).getType());
    SymbolTable kernels(schedule);
    DenseMap<std::pair<Attribute, Type>, Operation*> readers;
    for (auto program : schedule.getOps<schedule::ProgramOp>())
      for (auto dispatch : program.getOps<schedule::DispatchOp>()) {
        auto kernel = kernels.lookup<KernelOp>(dispatch.getKernel());
        auto weight = whyNot.contains(kernel)
                          ? dyn_cast<BlockArgument>(splitKernel(kernel).root->getOperand(1))
                          : BlockArgument();
        if (!weight || !types.contains(weight.getType()))
          continue;
        auto constant = dispatch.getReads()[weight.getArgNumber()].getDefiningOp<schedule::ConstantOp>();
        if (!constant)
          continue;
        Attribute value = constants.first(constant.getValue());
        weightOf.try_emplace(kernel, value);
        auto [reader, isNew] = readers.try_emplace({value, weight.getType()}, kernel);
        together.unionSets(reader->second, kernel);
      }
  }

  // The way that costs the one that loses most least.
  size_t choose(ArrayRef<Candidate> group) const {
    size_t best = 0;
    double least = 0;
    for (size_t way = 0; way < kWays.size(); ++way) {
      double most = 0;
      for (const Candidate& one : group)
        most = std::max(most, one.cycles(way) / std::min({one.cycles(0), one.cycles(1), one.cycles(2)}));
      if (way == 0 || most < least) {
        least = most;
        best = way;
      }
    }
    return best;
  }

  void report(ArrayRef<Candidate> group, size_t way) const {
    for (const Candidate& one : group) {
      Location loc = one.kernel->getLoc();
      double direct = one.direct / kMustGain;
      if (way != 0) {
        const WinogradTiling& t = one.ways[way].first;
        double more = static_cast<double>(t.points() * t.panels(one.c, target) * t.width(target) -
                                          9 * one.c.groups * one.c.channelsOut) *
                      static_cast<double>(one.c.channelsIn) * 4;
        transforms::reportPassed(
            loc, kPass,
            llvm::formatv(
                "computed by Winograd's F({0}x{0}, 3x3), by the model of the core {1:F1} times as "
                "fast as the direct way; its weights take {2:F1} MB more{3}, and a NaN or an infinity "
                "reaches all {0}x{0} outputs of its tile",
                t.tile, direct / one.cycles(way), more / 1e6,
                isConstantArgument(one.kernel, splitKernel(one.kernel).root->getOperand(1)) ? ""
                                                                                            : " of the arena")
                .str());
        continue;
      }
      double best = std::min(one.cycles(1), one.cycles(2));
      std::string why =
          best >= one.direct
              ? llvm::formatv("it would take {0:F2} times as long as the direct way", best / direct).str()
              : "its weight " + nameOfConstant(weightOf.lookup(one.kernel)) +
                    " is read by others too, for which it does not pay";
      transforms::reportMissed(loc, kPass, "not computed by Winograd's way: " + why);
    }
  }

public:
  Choice(const CpuTarget& target, int64_t forced) : target(target), forced(forced) {}

  SmallVector<std::pair<KernelOp, WinogradTiling>> run(ModuleOp schedule) {
    collect(schedule);
    const bool remarks = transforms::remarksWanted(schedule.getContext());
    llvm::MapVector<Operation*, SmallVector<Operation*>> groups;
    for (auto& [kernel, why] : whyNot)
      groups[together.getLeaderValue(kernel)].push_back(kernel);
    SmallVector<std::pair<KernelOp, WinogradTiling>> chosen;
    for (auto& [leader, kernels] : groups) {
      auto* other = llvm::find_if(kernels, [&](Operation* kernel) { return !whyNot.lookup(kernel).empty(); });
      if (other != kernels.end()) {
        for (Operation* kernel : kernels)
          if (remarks && whyNot.lookup(kernel).empty())
            transforms::reportMissed(kernel->getLoc(), kPass,
                                     "not computed by Winograd's way: another kernel reads its weight " +
                                         nameOfConstant(weightOf.lookup(kernel)) + ", and of that " +
                                         whyNot.lookup(*other));
        continue;
      }
      std::vector<Candidate> group;
      for (Operation* kernel : kernels)
        group.push_back(candidateOf(cast<KernelOp>(kernel), target));
      size_t way = forced ? static_cast<size_t>(llvm::find(kWays, forced) - kWays.begin()) : choose(group);
      if (remarks)
        report(group, way);
      for (const Candidate& one : group)
        if (way != 0)
          chosen.push_back({one.kernel, one.ways[way].first});
    }
    return chosen;
  }
};

} // namespace

SmallVector<std::pair<KernelOp, WinogradTiling>> winogradKernels(ModuleOp schedule, const CpuTarget& target,
                                                                 int64_t forced) {
  return Choice(target, forced).run(schedule);
}

void reportWithoutWinograd(ModuleOp schedule) {
  if (!transforms::remarksWanted(schedule.getContext()))
    return;
  for (KernelOp kernel : schedule.getOps<KernelOp>())
    if (kernel.getFamily() == "contraction" && whyNoWinograd(kernel).empty())
      transforms::reportMissed(
          kernel->getLoc(), kPass,
          "not computed by Winograd's way: its weights would take more of the file, and size is "
          "what is optimised for");
}

} // namespace aic::codegen

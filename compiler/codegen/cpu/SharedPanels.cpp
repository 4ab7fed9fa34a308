// Weights that several products or recurrences read, in one program or in several: all of them read the same
// panels, and the artifact holds the weight once.
#include "compiler/codegen/cpu/SharedPanels.h"

#include "compiler/codegen/Kernel.h"
#include "compiler/codegen/cpu/ContractionTiling.h"
#include "compiler/codegen/cpu/EqualConstants.h"
#include "compiler/codegen/cpu/RecurrenceTiling.h"
#include "compiler/transforms/Remarks.h"

#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/SetVector.h"

#include <variant>

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::KernelOp;

constexpr llvm::StringLiteral kPass = "aic-cpu-tiles";
// How much longer, by the model that chooses tiles, a kernel may take for others' panels; and what is little.
// (A product of few rows waits for its weight's bytes, however wide the panels are; one of many rows has
// tiles for all widths.)
constexpr double kMostLonger = 1.25, kLittle = 1.03;

/// A weight by its value, the shape that its readers see, and its packing but for the width.
struct Weight {
  Attribute value;
  Type type;
  DictionaryAttr packing;

  std::pair<Type, Attribute> kind() const { return {type, packing}; }
  std::pair<Attribute, std::pair<Type, Attribute>> key() const { return {value, kind()}; }
};

/// A kernel that reads a weight in panels: a contraction, or a recurrence.
struct Reader {
  std::variant<Contraction, Recurrence> what;

  explicit Reader(KernelOp kernel) {
    Operation* root = splitKernel(kernel).root;
    if (kernel.getFamily() == "recurrence")
      what = describeRecurrence(root);
    else
      what = describeContraction(root, /*constantWeight=*/true);
  }
  SmallVector<int64_t> panels(const CpuTarget& target) const {
    return std::visit([&](const auto& is) { return panelWidths(is, target); }, what);
  }
  double cycles(const CpuTarget& target, int64_t width, bool arriving) const {
    if (const auto* product = std::get_if<Contraction>(&what))
      return cyclesOf(*product, target, width, arriving);
    return cyclesOf(std::get<Recurrence>(what), target, width); // which reads its weight in every step
  }
};

class SharedPanels {
  const CpuTarget& target;
  function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf;
  SmallVector<std::pair<Weight, KernelOp>> reads;
  llvm::MapVector<Operation*, Reader> products;
  llvm::MapVector<Operation*, int64_t> widths;         ///< that the kernels would choose
  DenseMap<std::pair<Type, Attribute>, bool> disputed; ///< kinds of weights that are read in several widths
  EqualConstants constants;

  void collect(ModuleOp schedule) {
    SymbolTable kernels(schedule);
    DenseMap<std::pair<Type, Attribute>, int64_t> seen;
    for (auto program : schedule.getOps<schedule::ProgramOp>())
      for (auto dispatch : program.getOps<schedule::DispatchOp>()) {
        auto kernel = kernels.lookup<KernelOp>(dispatch.getKernel());
        for (auto [i, buffer] : llvm::enumerate(dispatch.getReads())) {
          auto constant = buffer.getDefiningOp<schedule::ConstantOp>();
          DictionaryAttr packing =
              constant && (kernel.getFamily() == "contraction" || kernel.getFamily() == "recurrence")
                  ? packingOf(kernel, i)
                  : DictionaryAttr();
          if (!packing || !packing.contains("width"))
            continue;
          int64_t width = packing.getAs<IntegerAttr>("width").getInt();
          NamedAttrList rest(packing);
          rest.erase("width");
          Weight weight{constant.getValue(), kernel.getBody().front().getArgument(i).getType(),
                        rest.getDictionary(kernel.getContext())};
          reads.push_back({weight, kernel});
          if (widths.insert({kernel, width}).second)
            products.insert({kernel, Reader(kernel)});
          auto [other, isNew] = seen.try_emplace(weight.kind(), width);
          disputed[weight.kind()] |= other->second != width;
        }
      }
  }

  // How much longer the kernel that loses most takes with this width than with its own.
  double longer(ArrayRef<Operation*> kernels, int64_t width, bool arriving) {
    double most = 1;
    for (Operation* kernel : kernels) {
      const Reader& reader = products.find(kernel)->second;
      most = std::max(most, reader.cycles(target, width, arriving) /
                                reader.cycles(target, widths.lookup(kernel), arriving));
    }
    return most;
  }

  // The width for all, and how much longer one of them takes for it. Where several cost little, the one that
  // costs least if the weights are at hand: a step's own, mostly.
  std::pair<int64_t, double> choose(ArrayRef<Operation*> kernels) {
    SmallVector<int64_t> all = products.find(kernels.front())->second.panels(target);
    for (Operation* kernel : kernels.drop_front()) { // all of one weight; a recurrence has other widths
      SmallVector<int64_t> others = products.find(kernel)->second.panels(target);
      llvm::erase_if(all, [&](int64_t width) { return !llvm::is_contained(others, width); });
    }
    double least = longer(kernels, all.front(), true);
    for (int64_t width : all)
      least = std::min(least, longer(kernels, width, true));
    std::pair<int64_t, double> best;
    double bestAtHand = 0;
    for (int64_t width : all) {
      double arriving = longer(kernels, width, true), atHand = longer(kernels, width, false);
      if (arriving <= std::max(least, kLittle) && (bestAtHand == 0 || atHand < bestAtHand)) {
        best = {width, arriving};
        bestAtHand = atHand;
      }
    }
    return best;
  }

  void report(ArrayRef<Operation*> kernels, Attribute value, int64_t width, double longer) {
    for (Operation* kernel : kernels) {
      int64_t own = widths.lookup(kernel);
      if (longer > kMostLonger)
        transforms::reportMissed(kernel->getLoc(), kPass,
                                 nameOfConstant(value) +
                                     " is stored in several orders: this kernel reads panels of " +
                                     Twine(own) + " columns, and panels for all would cost one of them " +
                                     Twine(static_cast<int64_t>(100 * (longer - 1))) + " % of its time");
      else
        transforms::reportPassed(kernel->getLoc(), kPass,
                                 "shares its panels of " + nameOfConstant(value) + ", " + Twine(width) +
                                     " columns, with " + Twine(kernels.size() - 1) + " other kernel" +
                                     (kernels.size() == 2 ? "" : "s") + "; alone it would read " +
                                     Twine(own));
    }
  }

public:
  SharedPanels(const CpuTarget& target, function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf)
      : target(target), packingOf(packingOf) {}

  SmallVector<std::pair<KernelOp, int64_t>> run(ModuleOp schedule) {
    collect(schedule);
    // Kernels that read one weight belong together, whatever else they read.
    llvm::EquivalenceClasses<Operation*> together;
    DenseMap<std::pair<Attribute, std::pair<Type, Attribute>>, KernelOp> readers;
    DenseMap<Operation*, Attribute> weightOf; // for the remarks
    for (auto& [weight, kernel] : reads) {
      if (!disputed.lookup(weight.kind()))
        continue;
      weight.value = constants.first(weight.value);
      together.insert(kernel);
      weightOf.try_emplace(kernel, weight.value);
      auto [reader, isNew] = readers.try_emplace(weight.key(), kernel);
      together.unionSets(reader->second, kernel);
    }
    llvm::MapVector<Operation*, SmallVector<Operation*>> groups;
    for (auto [kernel, width] : widths)
      if (together.findLeader(kernel) != together.member_end())
        groups[*together.findLeader(kernel)].push_back(kernel);
    SmallVector<std::pair<KernelOp, int64_t>> changed;
    for (auto& [leader, kernels] : groups) {
      if (llvm::all_equal(llvm::map_range(kernels, [&](Operation* kernel) { return widths.lookup(kernel); })))
        continue;
      auto [width, longer] = choose(kernels);
      if (transforms::remarksWanted(schedule.getContext()))
        report(kernels, weightOf.lookup(kernels.front()), width, longer);
      if (longer > kMostLonger)
        continue;
      for (Operation* kernel : kernels)
        if (widths.lookup(kernel) != width)
          changed.push_back({cast<KernelOp>(kernel), width});
    }
    return changed;
  }
};

} // namespace

SmallVector<std::pair<KernelOp, int64_t>>
sharedPanels(ModuleOp schedule, const CpuTarget& target,
             function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf) {
  return SharedPanels(target, packingOf).run(schedule);
}

} // namespace aic::codegen

// One order of a weight for several CPUs: see CommonPackings.h.
#include "compiler/codegen/cpu/CommonPackings.h"

#include "compiler/codegen/Kernel.h"
#include "compiler/codegen/cpu/ContractionTiling.h"
#include "compiler/codegen/cpu/EqualConstants.h"
#include "compiler/codegen/cpu/RecurrenceTiling.h"
#include "compiler/codegen/cpu/WinogradTiling.h"
#include "compiler/transforms/Remarks.h"

#include "llvm/ADT/EquivalenceClasses.h"

#include <limits>
#include <map>
#include <optional>

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::KernelOp;

constexpr llvm::StringLiteral kPass = "aic-cpu-tiles";
// How much longer, by the models that choose tiles, a CPU may take for the order of others.
constexpr double kMostLonger = 1.1;
// More CPUs than this agree all together or not at all: their groups are too many to look at.
constexpr size_t kMostGrouped = 6;
// Bytes a cycle that arrive from memory: weights that are read once.
constexpr double kFromMemory = 9;

// The packings whose panels have a width that is chosen here: of floats, whose sums are vectors of floats.
constexpr llvm::StringLiteral kKinds[] = {"conv", "linear", "matmul", "pairs", "recurrence", "winograd"};

using CpuSet = SmallVector<size_t>; // numbers of targets, in order

/// The kernels that read one weight together, and the order that each CPU would read it in.
struct Group {
  SmallVector<StringAttr> kernels;
  Attribute value; // the weight, for remarks
  SmallVector<PanelOrder> own;
};

std::string described(const PanelOrder& order) {
  std::string panels = "panels of " + std::to_string(order.width) + " columns";
  return order.way == 0 ? panels
                        : panels + ", transformed for F(" + std::to_string(order.way) + "x" +
                              std::to_string(order.way) + ")";
}

class CommonPackings {
  ArrayRef<CpuTarget> targets;
  SmallVector<SymbolTable> kernels; // of each target's plan
  function_ref<DictionaryAttr(KernelOp, unsigned, const CpuTarget&)> packingOf;
  std::map<std::tuple<const void*, size_t, int64_t, int64_t>, double> known;

  KernelOp kernelOf(size_t target, StringAttr name) { return kernels[target].lookup<KernelOp>(name); }

  // The order in which a kernel reads argument `index`, of type `type`, for a target, if it is one of those
  // that are chosen here. (A plan may have put another kernel in its place.)
  std::optional<PanelOrder> orderOf(KernelOp kernel, unsigned index, Type type, size_t target) {
    if (!kernel || (kernel.getFamily() != "contraction" && kernel.getFamily() != "recurrence") ||
        kernel.getBody().front().getNumArguments() <= index ||
        kernel.getBody().front().getArgument(index).getType() != type)
      return {};
    DictionaryAttr packing = packingOf(kernel, index, targets[target]);
    if (!packing || !llvm::is_contained(kKinds, packing.getAs<StringAttr>("kind").getValue()))
      return {};
    auto tile = packing.getAs<IntegerAttr>("tile");
    return PanelOrder{tile ? tile.getInt() : 0, packing.getAs<IntegerAttr>("width").getInt()};
  }

  // Cycles of one core of a target; infinite where it has no such tiles.
  double cycles(size_t target, StringAttr name, const PanelOrder& order) {
    auto [found, isNew] = known.try_emplace({name.getAsOpaquePointer(), target, order.way, order.width},
                                            std::numeric_limits<double>::infinity());
    if (!isNew)
      return found->second;
    KernelOp kernel = kernelOf(target, name);
    const CpuTarget& cpu = targets[target];
    Operation* root = splitKernel(kernel).root;
    if (kernel.getFamily() == "recurrence") {
      Recurrence r = describeRecurrence(root);
      if (order.way == 0 && llvm::is_contained(panelWidths(r, cpu), order.width))
        found->second = cyclesOf(r, cpu, order.width);
      return found->second;
    }
    Contraction c = describeContraction(root, /*constantWeight=*/true);
    if (order.way != 0) {
      int64_t vectors = order.width / cpu.lanes(c.numberBytes);
      if (order.width % cpu.lanes(c.numberBytes) == 0 && isWinogradWidth(vectors, cpu) &&
          whyNoWinograd(kernel).empty())
        found->second = chooseWinogradTiling(c, cpu, order.way, vectors).second;
    } else if (llvm::is_contained(panelWidths(c, cpu), order.width)) {
      double bytes = static_cast<double>(c.numberBytes * c.groups * c.channelsOut * c.depth());
      found->second = std::max(cyclesOf(c, cpu, order.width, /*arriving=*/true) *
                                   static_cast<double>(c.images * c.outHeight * c.groups),
                               bytes / kFromMemory);
    }
    return found->second;
  }

  // How much longer the kernel that loses most takes on that CPU of a set which loses most.
  double longer(const Group& group, const CpuSet& cpus, const PanelOrder& order) {
    double most = 1;
    for (size_t target : cpus)
      for (StringAttr kernel : group.kernels)
        most = std::max(most, cycles(target, kernel, order) / cycles(target, kernel, group.own[target]));
    return most;
  }

  std::pair<PanelOrder, double> best(const Group& group, const CpuSet& cpus) {
    // What one of them would choose first, then all widths that there are.
    SmallVector<PanelOrder> orders;
    auto add = [&](PanelOrder order) {
      if (!llvm::is_contained(orders, order))
        orders.push_back(order);
    };
    for (size_t target : cpus)
      add(group.own[target]);
    for (size_t target : cpus)
      for (StringAttr name : group.kernels) {
        KernelOp kernel = kernelOf(target, name);
        Operation* root = splitKernel(kernel).root;
        for (int64_t width : kernel.getFamily() == "recurrence"
                                 ? panelWidths(describeRecurrence(root), targets[target])
                                 : panelWidths(describeContraction(root, true), targets[target]))
          add({0, width});
      }
    std::pair<PanelOrder, double> found{{}, std::numeric_limits<double>::infinity()};
    for (const PanelOrder& order : orders)
      if (double here = longer(group, cpus, order); here < found.second * 0.999)
        found = {order, here};
    return found;
  }

  // The order for each CPU of a set: one for as many of them as can have one.
  void agree(const Group& group, const CpuSet& cpus, SmallVectorImpl<PanelOrder>& orders) {
    if (cpus.size() < 2 ||
        llvm::all_of(cpus, [&](size_t target) { return group.own[target] == group.own[cpus.front()]; }))
      return;
    auto take = [&](const CpuSet& some) {
      auto [order, longer] = best(group, some);
      if (longer > kMostLonger)
        return false;
      for (size_t target : some)
        orders[target] = order;
      return true;
    };
    if (take(cpus) || cpus.size() > kMostGrouped)
      return;
    for (size_t size = cpus.size() - 1; size >= 2; --size)
      for (unsigned bits = 0; bits < 1u << cpus.size(); ++bits) {
        CpuSet some, others;
        for (auto [i, target] : llvm::enumerate(cpus))
          (bits >> i & 1 ? some : others).push_back(target);
        if (some.size() == size && take(some))
          return agree(group, others, orders);
      }
  }

  void report(KernelOp kernel, const Group& group, const PanelOrder& order, size_t own,
              ArrayRef<PanelOrder> orders) {
    if (!transforms::remarksWanted(kernel.getContext()))
      return;
    std::string others;
    for (size_t target = 0; target < targets.size(); ++target)
      if (target != own && orders[target] == order)
        others += (others.empty() ? "" : ", ") + targets[target].cpu;
    if (!others.empty())
      transforms::reportPassed(
          kernel->getLoc(), kPass,
          "for " + targets[own].cpu + ", " + nameOfConstant(group.value) + " lies in " + described(order) +
              ", as for " + others +
              (order == group.own[own] ? "" : "; alone it would lie in " + described(group.own[own])));
    else
      transforms::reportMissed(
          kernel->getLoc(), kPass,
          nameOfConstant(group.value) + " is stored for " + targets[own].cpu + " by itself, in " +
              described(order) +
              ": what other CPUs read would cost it, or them, more than a tenth of the time");
  }

public:
  CommonPackings(ArrayRef<ModuleOp> tiled, ArrayRef<CpuTarget> targets,
                 function_ref<DictionaryAttr(KernelOp, unsigned, const CpuTarget&)> packingOf)
      : targets(targets), packingOf(packingOf) {
    for (ModuleOp plan : tiled)
      kernels.emplace_back(plan);
  }

  // The groups of one plan, of the kernels that all have: plans differ in tilings, and in what kernels are
  // joined with (Gates.h).
  SmallVector<Group> groups(ModuleOp plan) {
    struct Read {
      StringAttr kernel;
      Attribute value;
      SmallVector<std::optional<PanelOrder>> orders;
    };
    SmallVector<Read> reads;
    EqualConstants constants;
    llvm::EquivalenceClasses<void*> together;
    DenseMap<std::pair<Attribute, Type>, void*> readers;
    SymbolTable names(plan);
    auto key = [](StringAttr name) { return const_cast<void*>(name.getAsOpaquePointer()); };
    for (auto program : plan.getOps<schedule::ProgramOp>())
      for (auto dispatch : program.getOps<schedule::DispatchOp>()) {
        auto kernel = names.lookup<KernelOp>(dispatch.getKernel());
        for (auto [i, buffer] : llvm::enumerate(dispatch.getReads())) {
          auto constant = buffer.getDefiningOp<schedule::ConstantOp>();
          if (!constant)
            continue;
          Read read{kernel.getSymNameAttr(), constants.first(constant.getValue()), {}};
          bool any = false;
          Type type = kernel.getBody().front().getArgument(i).getType();
          for (size_t target = 0; target < targets.size(); ++target) {
            read.orders.push_back(
                orderOf(kernelOf(target, read.kernel), static_cast<unsigned>(i), type, target));
            any |= read.orders.back().has_value();
          }
          if (!any)
            continue;
          together.insert(key(read.kernel));
          auto [reader, isNew] = readers.try_emplace({read.value, type}, key(read.kernel));
          together.unionSets(reader->second, key(read.kernel));
          reads.push_back(std::move(read));
        }
      }
    llvm::MapVector<void*, Group> found;
    llvm::SmallDenseSet<void*> left; // those that one CPU reads in several orders, or not in panels
    for (Read& read : reads) {
      void* leader = *together.findLeader(key(read.kernel));
      Group& group = found[leader];
      if (!llvm::is_contained(group.kernels, read.kernel))
        group.kernels.push_back(read.kernel);
      if (!group.value)
        group.value = read.value;
      for (size_t target = 0; target < targets.size(); ++target) {
        if (group.own.size() <= target && read.orders[target])
          group.own.push_back(*read.orders[target]);
        if (!read.orders[target] || !(group.own[target] == *read.orders[target])) {
          left.insert(leader);
          break;
        }
      }
    }
    SmallVector<Group> all;
    for (auto& [leader, group] : found)
      if (!left.contains(leader))
        all.push_back(std::move(group));
    return all;
  }

  SmallVector<std::pair<KernelOp, PanelOrder>> run(ModuleOp plan, size_t own) {
    SmallVector<std::pair<KernelOp, PanelOrder>> changed;
    CpuSet all = llvm::to_vector(llvm::seq<size_t>(0, targets.size()));
    for (const Group& group : groups(plan)) {
      SmallVector<PanelOrder> orders(group.own);
      agree(group, all, orders);
      for (StringAttr name : group.kernels) {
        KernelOp kernel = kernelOf(own, name);
        report(kernel, group, orders[own], own, orders);
        if (!(orders[own] == group.own[own]))
          changed.push_back({kernel, orders[own]});
      }
    }
    return changed;
  }
};

} // namespace

SmallVector<std::pair<KernelOp, PanelOrder>>
commonPackings(ArrayRef<ModuleOp> tiled, ArrayRef<CpuTarget> targets, size_t own,
               function_ref<DictionaryAttr(KernelOp, unsigned, const CpuTarget&)> packingOf) {
  return CommonPackings(tiled, targets, packingOf).run(tiled[own], own);
}

} // namespace aic::codegen

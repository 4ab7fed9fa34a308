// A table that is looked up and multiplied, as a language model's words are: the lookup reads the panels that
// the product has packed, and the artifact holds the table once.
#include "compiler/codegen/Gather.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/lowering/Packing.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using schedule::KernelOp;

// A row in panels lies in as many cache lines as it has elements. Where that is less than the table, which
// the product reads whole, it costs nothing that is seen.
constexpr int64_t kElementsPerLine = 16;

/// A table by its value, and the shape that its reader sees.
using Table = std::pair<Attribute, Type>;

/// Whether a lookup finds its elements in a table that lies so.
bool isTablePacking(DictionaryAttr packing) {
  StringRef kind = packing.getAs<StringAttr>("kind").getValue();
  return kind == "linear" || kind == "pairs";
}

/// The table that the kernel looks its rows up in, if nothing else in it reads that: an argument; or null.
BlockArgument lookedUp(KernelOp kernel) {
  if (kernel.getFamily() != "gather")
    return {};
  Gather g = describeGather(kernel);
  auto x = dyn_cast<BlockArgument>(g.x);
  bool rows = g.slices && g.outer == 1 && x && typeOf(x).getRank() == 2 && g.inner == typeOf(x).getDimSize(1);
  if (!rows || !x.hasOneUse() || !isConstantArgument(kernel, x) || g.indices > g.size / kElementsPerLine)
    return {};
  return x;
}

} // namespace

DictionaryAttr tablePacking(KernelOp kernel, unsigned index) {
  auto packing = kernel.getTiling()->getAs<DictionaryAttr>(kTablePacking);
  return packing && describeGather(kernel).x == kernel.getBody().front().getArgument(index)
             ? packing
             : DictionaryAttr();
}

std::string whyNoTable(KernelOp kernel) {
  Attribute given = kernel.getTiling()->get(kTablePacking);
  if (!given)
    return "";
  auto packing = dyn_cast<DictionaryAttr>(given);
  BlockArgument table = lookedUp(kernel);
  auto kind = packing ? packing.getAs<StringAttr>("kind") : StringAttr();
  if (!table || !kind || !isTablePacking(packing) ||
      !lowering::isPackingOf(packing, typeOf(table).getShape()))
    return "the packing of a gather kernel is that of a linear, and its table a constant [rows, columns] "
           "with many rows";
  return "";
}

void shareTables(ModuleOp schedule, function_ref<DictionaryAttr(KernelOp, unsigned)> packingOf) {
  SymbolTable kernels(schedule);
  // What each table's products read; null where they do not agree.
  DenseMap<Table, DictionaryAttr> panels;
  // The kernels that look up, with the one packing of all tables that they are given; null where there is
  // none.
  llvm::MapVector<KernelOp, DictionaryAttr> lookups;
  auto forEachConstant = [&](auto visit) {
    for (auto program : schedule.getOps<schedule::ProgramOp>())
      for (auto dispatch : program.getOps<schedule::DispatchOp>()) {
        auto kernel = kernels.lookup<KernelOp>(dispatch.getKernel());
        for (auto [i, buffer] : llvm::enumerate(dispatch.getReads()))
          if (auto constant = buffer.getDefiningOp<schedule::ConstantOp>())
            visit(kernel, i, Table(constant.getValue(), kernel.getBody().front().getArgument(i).getType()));
      }
  };
  forEachConstant([&](KernelOp kernel, unsigned i, Table table) {
    DictionaryAttr packing = packingOf(kernel, i);
    if (!packing || !isTablePacking(packing))
      return;
    auto [known, isNew] = panels.try_emplace(table, packing);
    if (!isNew && known->second != packing)
      known->second = {};
  });
  forEachConstant([&](KernelOp kernel, unsigned i, Table table) {
    BlockArgument lookup = lookedUp(kernel);
    if (!lookup || lookup.getArgNumber() != i)
      return;
    DictionaryAttr packing = panels.lookup(table);
    auto [known, isNew] = lookups.try_emplace(kernel, packing);
    if (!isNew && known->second != packing)
      known->second = {};
  });
  for (auto [kernel, packing] : lookups)
    if (packing) {
      NamedAttrList tiling(*kernel.getTiling());
      tiling.append(kTablePacking, packing);
      kernel.setTilingAttr(tiling.getDictionary(kernel.getContext()));
    }
}

} // namespace aic::codegen

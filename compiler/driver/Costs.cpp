// Costs by place: see Costs.h.
#include "compiler/driver/Costs.h"

#include "dialects/aic/Aic.h"
#include "mlir/IR/Location.h"

using namespace mlir;

namespace aic::driver {

Costs::Costs(ModuleOp model) {
  if (!model)
    return;
  model.walk([&](Operation* op) {
    if (op->getName().getDialectNamespace() != AicDialect::getDialectNamespace() ||
        op->getNumResults() == 0 || isa<ConstantOp>(op))
      return;
    Cost& cost = costs[op->getLoc().getAsOpaquePointer()];
    ++cost.count;
    if (auto root = dyn_cast<KernelRootOpInterface>(op))
      cost.flops += static_cast<double>(root.getFlops());
    else if (isElementwise(op))
      cost.flops += static_cast<double>(oneAnElement(op));
    auto bytesOf = [](Type type) {
      auto tensor = dyn_cast<RankedTensorType>(type);
      return tensor ? static_cast<double>(tensorBytes(tensor)) : 0;
    };
    double made = 0;
    for (Type type : op->getResultTypes())
      made += bytesOf(type);
    // Of a table a look-up reads what it gives.
    auto root = dyn_cast<KernelRootOpInterface>(op);
    const bool looksUp = root && root.getFamily() == "gather";
    cost.bytes += made;
    for (Type type : op->getOperandTypes())
      cost.bytes += looksUp ? std::min(bytesOf(type), made) : bytesOf(type);
  });
}

void Costs::add(Location location, llvm::SmallDenseSet<const void*>& seen, Remark& remark) const {
  const void* place = location.getAsOpaquePointer();
  if (!seen.insert(place).second)
    return;
  if (auto known = costs.find(place); known != costs.end()) {
    remark.flops += known->second.flops / known->second.count;
    remark.bytes += known->second.bytes / known->second.count;
  } else if (auto fused = dyn_cast<FusedLoc>(location)) {
    for (Location part : fused.getLocations())
      add(part, seen, remark);
  } else if (auto name = dyn_cast<NameLoc>(location)) {
    add(name.getChildLoc(), seen, remark);
  }
}

Remark Costs::of(Location location, graph::Diagnostic said) const {
  Remark remark{std::move(said)};
  llvm::SmallDenseSet<const void*> seen;
  add(location, seen, remark);
  return remark;
}

} // namespace aic::driver

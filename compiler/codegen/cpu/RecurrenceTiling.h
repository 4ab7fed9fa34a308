// How recurrence is cut on the CPU.
#pragma once

#include "compiler/codegen/Recurrence.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// All gates of a panel of `vectors` vectors of units, for `rows` sequences, are in registers at once. Either
/// the kernel has a step for each time step, and a workgroup is some panels of all sequences, which meet
/// between steps; or a workgroup is some sequences, and goes through time by itself.
struct RecurrenceTiling {
  int64_t rows = 1, vectors = 1;
  bool inSteps = false;
  int64_t unitsPerGroup = 1; ///< panels, or tiles of `rows` sequences

  int64_t width(const CpuTarget& target) const { return vectors * target.lanes(4); }
  int64_t panels(const Recurrence& r, const CpuTarget& target) const {
    return ceilDiv(r.units, width(target));
  }
  int64_t tiles(const Recurrence& r) const { return ceilDiv(r.sequences, rows); }
  int64_t workgroups(const Recurrence& r, const CpuTarget& target) const {
    return ceilDiv(inSteps ? panels(r, target) : tiles(r), unitsPerGroup);
  }

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
  static RecurrenceTiling fromAttr(mlir::DictionaryAttr attr);
};
/// width: units of a panel, where others have chosen it (one of panelWidths); 0: the best.
RecurrenceTiling chooseRecurrenceTiling(const Recurrence& r, const CpuTarget& target, int64_t width = 0);

/// The widths of panels that there are tiles for: whole vectors, none all of which lie behind the units.
llvm::SmallVector<int64_t> panelWidths(const Recurrence& r, const CpuTarget& target);

/// Cycles of one core for a step with panels of this width, by the model of ContractionTiling.cpp.
double cyclesOf(const Recurrence& r, const CpuTarget& target, int64_t width);

} // namespace aic::codegen

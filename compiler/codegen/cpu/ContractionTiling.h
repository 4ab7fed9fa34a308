// The register tiles of contractions on the CPU, and how the work is dealt out.
#pragma once

#include "compiler/codegen/Contraction.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// Weights beyond this do not stay in the second-level cache from run to run: while one panel is used, the
/// next is fetched.
constexpr int64_t kFetchedBytes = 512 * 1024;

/// The register tile, and how work is dealt out: `mr` pixels by `nv` vectors of channels are accumulated in
/// registers; a workgroup computes unitsPerGroup units (rows of pixels; for a matmul, tiles) by
/// panelsPerGroup panels of nv vectors. Workgroups are in the order of parts of the rows, in a part of
/// panels, and of these panels of units: so threads that own ranges of them have panels each, or with
/// rowParts rows.
struct ContractionTiling {
  int64_t mr = 1, nv = 1, unitsPerGroup = 1, panelsPerGroup = 1;
  bool half = false; ///< vectors of half the width, on a CPU with halfVectors
  int64_t rowParts = 1;

  int64_t lanes(const Contraction& c, const CpuTarget& target) const {
    return target.lanes(c.numberBytes) / (half ? 2 : 1);
  }
  int64_t width(const Contraction& c, const CpuTarget& target) const { return nv * lanes(c, target); }
  int64_t units(const Contraction& c) const;
  int64_t panels(const Contraction& c, const CpuTarget& target) const;
  int64_t workgroups(const Contraction& c, const CpuTarget& target) const;
  /// Groups of units in a part of the rows.
  int64_t groupsOfPart(const Contraction& c) const;

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
  static ContractionTiling fromAttr(mlir::DictionaryAttr attr);
};
/// width: columns of a panel, where others have chosen it (one of panelWidths); 0: the best. inParts: there
/// may be several parts of the rows.
ContractionTiling chooseTiling(const Contraction& c, const CpuTarget& target, int64_t width = 0,
                               bool inParts = false);

/// Of `units` tiles of rows so many go into a workgroup at least, where each widens its panel or does other
/// work for it that all rows have in common: few workgroups share one of the `panelGroups` groups of panels
/// then, or the work does not show beside the products.
int64_t fewestUnits(int64_t units, int64_t panelGroups);
/// Deals rows out so.
void shareLess(ContractionTiling& t, const Contraction& c, const CpuTarget& target);

/// The widths of panels that there are tiles for, in ascending order: whole vectors, none all of which lie
/// behind the columns; on a CPU with halfVectors odd numbers of half vectors too.
llvm::SmallVector<int64_t> panelWidths(const Contraction& c, const CpuTarget& target);

/// Cycles of one core with the best tile for panels of this width, by the model of chooseTiling; `arriving`:
/// with the time that b takes to arrive where it is read once.
double cyclesOf(const Contraction& c, const CpuTarget& target, int64_t width, bool arriving);

} // namespace aic::codegen

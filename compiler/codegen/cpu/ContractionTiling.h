// The register tiles of contractions on the CPU, and how the work is dealt out.
#pragma once

#include "compiler/codegen/Contraction.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// The register tile, and how work is dealt out: `mr` pixels by `nv` vectors of channels are accumulated in
/// registers; a workgroup computes unitsPerGroup units (rows of pixels; for a matmul, tiles) by
/// panelsPerGroup panels of nv vectors.
struct ContractionTiling {
  int64_t mr = 1, nv = 1, unitsPerGroup = 1, panelsPerGroup = 1;

  int64_t units(const Contraction& c) const;
  int64_t panels(const Contraction& c, const CpuTarget& target) const;
  int64_t workgroups(const Contraction& c, const CpuTarget& target) const;

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
  static ContractionTiling fromAttr(mlir::DictionaryAttr attr);
};
ContractionTiling chooseTiling(const Contraction& c, const CpuTarget& target);

} // namespace aic::codegen

// The passes from `aic` to `aic`, and the pipeline of them that prepares a module for lowering.
#pragma once

#include "dialects/aic/Aic.h"
#include "mlir/Pass/Pass.h"

namespace aic::transforms {

#define GEN_PASS_DECL
#include "compiler/transforms/Passes.h.inc"

/// For which devices the pipeline runs, and which of its passes. All do, but tests and measurements can leave
/// any of them out.
struct FusionOptions {
  /// Devices that must compute what a pass makes of several operations, by name (Targets.h). None: any will
  /// do.
  llvm::SmallVector<std::string> targets;
  bool canonicalize = true;             ///< MLIR's canonicalize and cse, after each step
  bool foldConstants = true;            ///< aic-fold-constants
  bool sliceTakes = true;               ///< aic-slice-takes
  bool foldPads = true;                 ///< aic-fold-pads
  bool foldBatchNorm = true;            ///< aic-fold-batch-norm
  bool decomposeBatchNorm = true;       ///< aic-decompose-batch-norm
  bool recogniseNorms = true;           ///< aic-recognise-norms
  bool recogniseActivations = true;     ///< aic-recognise-activations
  bool fuseAttention = true;            ///< aic-fuse-attention
  bool narrowRows = true;               ///< aic-narrow-rows
  bool splitRecurrence = true;          ///< aic-split-recurrence
  bool decomposeConvolution = true;     ///< aic-decompose-convolution
  bool decomposeIntegerProducts = true; ///< aic-decompose-integer-products
  bool decomposeOneHot = true;          ///< aic-decompose-one-hot
  bool readQuantised = true;            ///< aic-read-quantised
  bool foldScales = true;               ///< aic-fold-scales
  bool simplifyMoves = true;            ///< aic-simplify-moves
  bool mergeProjections = true;         ///< aic-merge-projections; not without fuseViews
  bool layout = true;                   ///< aic-layout
  bool fuseViews = true;                ///< aic-fuse-views
  bool widenHalves = true;              ///< aic-widen-halves; for the CPU alone
  bool fuseEpilogues = true;            ///< aic-fuse-epilogues
};

/// From what a frontend makes to what compiler/lowering reads. `pm` is a pass manager on a module.
void buildFusionPipeline(mlir::OpPassManager& pm, const FusionOptions& options = {});

/// Registers the passes, and the pipeline as `aic-fusion-pipeline`, for the command line of aic-opt; the
/// pipeline's options are those above: `--aic-fusion-pipeline="layout=false"`.
void registerPasses();

} // namespace aic::transforms

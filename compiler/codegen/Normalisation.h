// Normalisations as units of runs: layer_norm, rms_norm and group_norm in both layouts.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

/// `units` sets of elements, each normalised by itself: `runs` runs of `length` neighbours, runStride
/// elements apart.
struct Normalisation {
  bool centred = true; ///< the mean is subtracted
  double eps = 0;
  int64_t units = 1, runs = 1, length = 1, runStride = 0;
  int64_t groups =
      1; ///< units of one outer index; unit u begins at u / groups * outerStride + u % groups * groupStride
  int64_t outerStride = 0, groupStride = 0;
  mlir::Value x, weight, bias; ///< arguments of the kernel; weight and bias may be null
  /// The element of weight and bias for element k of a run begins, for group g, at g * weightGroup. alongRun:
  /// then run * length + k (one unit a row: layer_norm) or k (weightRun 0); else run / runsPerWeight.
  bool alongRun = true;
  int64_t weightGroup = 0, weightRun = 0, runsPerWeight = 1;
  ResultSpace space; ///< whose columns a run lies in

  int64_t count() const { return runs * length; } ///< elements of a unit

  mlir::Value base(LoopEmitter& e, mlir::Value unit) const;
  /// Offset in weight and bias of the first element of a run.
  mlir::Value weightAt(LoopEmitter& e, mlir::Value unit, mlir::Value run) const;
};
Normalisation describeNormalisation(schedule::KernelOp kernel);

/// The variance from the means of the distances to a rounded mean, and of their squares: the first is what
/// has to be added to the mean, which by a sum of a hundred thousand equal numbers is off in the fourth digit
/// (Chan, Golub, LeVeque, "Algorithms for computing the sample variance", 1983). Not below 0; NaN stays.
mlir::Value varianceAbout(LoopEmitter& e, mlir::Value distance, mlir::Value square);

} // namespace aic::codegen

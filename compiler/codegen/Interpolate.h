// Images at another size: where each element of the result lies in the image.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

/// One axis of the image.
struct ResizedAxis {
  int64_t in = 1, out = 1;
  bool nearest = true, alignCorners = false;
  double scale = 0; ///< as the user gave it, or 0: out / in

  /// From one element of the result to the next, rounded to f32 where `single`.
  double step(bool single) const;
};

/// x as [planes, h.in, w.in, channels]: planes are images (nhwc) or channels of images (nchw, where
/// `channels` is 1).
struct Interpolation {
  mlir::Value x; ///< argument of the kernel
  ResizedAxis h, w;
  int64_t planes = 1, channels = 1;
};
Interpolation describeInterpolation(mlir::Operation* root);

/// The two neighbours that an element of the result lies between, as integers, and the second one's share.
struct Neighbours {
  mlir::Value first, second; ///< one value for nearest
  mlir::Value share;         ///< null for nearest
};

/// Of elements `out` of an axis, an integer or a vector of integers (i32 does, where both sizes fit; lanes 0:
/// no vector). Places are computed in `real`, f32 or f64, one rounding after another as PyTorch does.
Neighbours neighbours(LoopEmitter& e, const ResizedAxis& axis, mlir::Value out, mlir::FloatType real,
                      int64_t lanes);

/// (1 - share) * first + share * second; first where share is null.
mlir::Value between(LoopEmitter& e, mlir::Value first, mlir::Value second, mlir::Value share);

} // namespace aic::codegen

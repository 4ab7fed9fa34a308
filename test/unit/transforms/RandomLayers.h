// Layers of a random module, and what passes recognise when it is spelled out.
#pragma once

#include "test/unit/transforms/RandomValues.h"

namespace aic::transforms::test {

class RandomLayers : public RandomValues {
public:
  using RandomValues::RandomValues;

  // Each adds a few operations, or none where the values that there are do not suit it.

  void matrix();
  void window();
  void convolve();
  void batchNorm();
  void normalise();
  void recurrent();
  void attend();
  void spelledAttention();
  void heads(); ///< attention of projections of one input, cut into heads
  void spelledNorm();
  void spelledActivation();
  void oneNumber(); ///< one number made of a kernel's result, beside a tensor

private:
  /// A float image, [N, C, H, W], that is not empty; null where there is none.
  mlir::Value image();
  mlir::Value batchNormOf(mlir::Value x);
  /// A weight [outputs, inputs] of f32 that is stored in 8 bits.
  mlir::Value storedWeight(int64_t outputs, int64_t inputs);
  /// Scores and values of one attention: [..., Sq, D], [..., D, Sk], [..., Sk, Dv].
  bool operands(mlir::Value& q, mlir::Value& k, mlir::Value& v);
  mlir::Value maskOf(llvm::ArrayRef<int64_t> scores, mlir::Type element);
};

} // namespace aic::transforms::test

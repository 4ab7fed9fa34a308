// Attention as matrices in strides: what q, k, v, mask and result are, seen through the views of a kernel.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

/// One matrix for each batch index (the leading axes in one), in an argument or in the result.
struct AttentionMatrix {
  mlir::Value argument; ///< null for the result
  int64_t offset = 0;
  Axes batch;
  int64_t row = 0, column = 0; ///< strides; of the mask, 0 where it repeats
  /// Offset of element (0, 0) of matrix number `index`.
  mlir::Value at(LoopEmitter& e, mlir::Value index) const { return e.add(e.offsetOf(index, batch), offset); }
};

struct Attention {
  int64_t batch = 1, queries = 1, keys = 1, width = 1, valueWidth = 1;
  double scale = 1;
  bool causal = false;  ///< query i sees keys j <= i
  bool guarded = false; ///< a query without a softmax gives 0
  AttentionMatrix q, k, v, result;
  AttentionMatrix kScale,
      vScale;           ///< a number for each key, side by side; argument null where k (v) is of floats
  mlir::Value length;   ///< how many keys there are, an argument; null: all
  AttentionMatrix mask; ///< [queries, keys], added to the scores; argument null where there is none
  StridedView spans;    ///< i32 [2, queries] of an argument: the keys that each query sees; base null: all
  bool resultInPlace = true; ///< the result is row-major
};
/// Where a query's first key stands in the spans (which 0), or the one behind its last (which 1).
mlir::Value spanOffset(LoopEmitter& e, const Attention& a, mlir::Value query, int64_t which);
Attention describeAttention(mlir::Operation* root);

} // namespace aic::codegen

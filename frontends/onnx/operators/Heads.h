// Tensors of heads, [N, H, S, D], and attention over them: what the importers of all attentions share.
#pragma once

#include "frontends/onnx/Node.h"

namespace aic::onnx {

/// How the scores of an attention are made of the products of queries and keys.
struct Scores {
  mlir::Value mask; ///< bool, true: seen; or a float that is added; broadcasts to [N, H, S, T]; may be null
  bool causal = false; ///< query i sees keys j <= i + offset
  int64_t offset = 0;
  mlir::Value length; ///< i64[]: how many keys there are, the last S of them the queries' own; may be null
  double scale = 1;
  double cap = 0; ///< cap * tanh(scores / cap), before the mask; 0: none
};

mlir::Type i64(Node& n);

/// [N, S, H * D] as [N, H, S, D].
mlir::Value split(Node& n, mlir::Value x, int64_t heads, const char* what);

/// [N, H, S, D] as [N, S, H * D].
mlir::Value join(Node& n, mlir::Value x);

/// Behind what was there before, along the axis of the sequence; null `past`: nothing was.
mlir::Value behind(Node& n, mlir::Value past, mlir::Value x);

/// Integers from `first` on.
mlir::Value places(Node& n, int64_t first, int64_t count, llvm::ArrayRef<int64_t> shape);

/// Both masks: bool, or floats that are added.
mlir::Value both(Node& n, mlir::Value a, mlir::Value b, mlir::Value like);

/// q: [N, H, S, D], k: [N, G, T, D], v: [N, G, T, E], H a multiple of G. `stages`: the scores after the
/// scale, the cap, the mask and the softmax are written there.
mlir::Value attend(Node& n, mlir::Value q, mlir::Value k, mlir::Value v, Scores scores,
                   llvm::SmallVectorImpl<mlir::Value>* stages = nullptr);

/// The attribute `scale`; where it is 0 or absent 1 / sqrt(D) of q's.
double scaleOf(Node& n, mlir::Value q);

/// The first 2 * R elements of each head turned by the angles whose cosines and sines are [N or 1, 1, S, R]:
/// element i with i + R, or (interleaved) 2 * i with 2 * i + 1.
mlir::Value rotate(Node& n, mlir::Value x, mlir::Value cosines, mlir::Value sines, bool interleaved);

/// Rows of a table of cosines or sines, [M, R], for positions [N, S]: [N, 1, S, R].
mlir::Value anglesAt(Node& n, mlir::Value table, mlir::Value positions, int64_t half);

/// com.microsoft's. (GroupQuery.cpp)
void groupQueryAttention(Node& n);

} // namespace aic::onnx

// Places that are known at run time: what the importers of reads (Index.cpp) and of writes (Scatter.cpp)
// share.
#pragma once

#include "frontends/onnx/Node.h"

namespace aic::onnx {

/// Indices of i32 or i64 in [0, size) for those in [-size, size): ONNX counts a negative place from the end;
/// the dialect fails the run there.
mlir::Value fromStart(Node& n, mlir::Value index, int64_t size);

/// index [..., k] holds coordinates on the axes [batch, batch + k) of x. Its last axis becomes one index,
/// into x with the axes [0, batch + k) flattened; `batch` leading axes of x and index are the same. Null
/// (reported) where the shapes do not fit.
mlir::Value flatPlace(Node& n, mlir::Value x, mlir::Value index, int64_t batch);

} // namespace aic::onnx

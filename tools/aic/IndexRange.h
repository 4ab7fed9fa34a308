// Why an index was out of range, in terms of the samples.
#pragma once

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tools/aic/BatchEntry.h"

#include <string>

namespace aic::tool {

/// "label is 7 in sample 53, and there are 3 classes, 0 to 2": the first value of these samples by which
/// `function`, whose inputs are those of `entry`, chooses an element that there is not; "" where none is
/// found. Values that the function compares with and leaves out, as a loss does with ignore_index, are none.
std::string indexOutOfRange(mlir::func::FuncOp function, const BatchEntry& entry,
                            absl::Span<const int64_t> rows);

} // namespace aic::tool

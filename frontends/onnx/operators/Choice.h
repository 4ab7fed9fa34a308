// Both ways of a condition that only the run knows, and one of their results.
#pragma once

#include "frontends/onnx/Node.h"

namespace aic::onnx {

/// The one bool of a condition if it is known now; nothing where it is not, or where it is no bool
/// (reported).
std::optional<bool> tryBool(Node& n, mlir::Value condition);

/// `yes` where the condition (one bool) holds, else `no`; both were computed. `made`: the operations that
/// did. Where the condition must be known after all (types differ, or one of the operations may fail the run
/// when its result is not wanted), reports why and gives nothing. `what` the values are, for the message.
llvm::SmallVector<mlir::Value> choose(Node& n, mlir::Value condition, mlir::ValueRange yes,
                                      mlir::ValueRange no, llvm::ArrayRef<mlir::Operation*> made,
                                      const std::string& what);

} // namespace aic::onnx

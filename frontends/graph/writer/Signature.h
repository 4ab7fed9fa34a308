// What a function takes, gives and remembers, as the text declares it.
#pragma once

#include "frontends/graph/writer/Constants.h"
#include "frontends/graph/writer/Steps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include <string>
#include <vector>

namespace aic::graph::writer {

/// The names of the function's inputs and outputs, as identifiers; those that had to change are comments.
void nameSignature(mlir::func::FuncOp function, Steps& steps, std::vector<std::string>& comments);

/// The states of the function, in an order that its arguments and its results have, where they have one.
/// False, with `problem`, where the language has no such state.
bool readStates(mlir::ModuleOp module, mlir::func::FuncOp function, Constants& constants, Steps& steps,
                std::vector<std::string>& comments, std::string& problem);

} // namespace aic::graph::writer

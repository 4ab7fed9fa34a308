// A training step cut in two at its gradients.
#pragma once

#include "mlir/IR/BuiltinOps.h"

#include <string>

namespace aic::tool {

/// The entry that is made beside the training step.
inline constexpr const char* kUpdateEntry = "aic_update";

/// Turns the function `name` into one that gives, beside its results, the gradients that it asks for, and
/// changes no state; and adds kUpdateEntry, which takes these and changes the states. What a state becomes
/// otherwise by way of the samples (statistics of a batch norm) is passed on with the gradients. Names of
/// what is passed on begin with kPassed. `rate` is the input for the learning rate. Returns an exit code;
/// what is wrong is said at the module's places.
int splitTraining(mlir::ModuleOp module, const std::string& name, const std::string& rate);

} // namespace aic::tool

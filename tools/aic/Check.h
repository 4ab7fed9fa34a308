// `aic run --check`: the compiled model beside the oracle.
#pragma once

#include "compiler/driver/Driver.h"
#include "tools/aic/Model.h"

#include <vector>

namespace aic::tool {

/// Runs the session once. After each dispatch its results are compared with those of compiler/reference,
/// which computes the same plan in double precision from the same inputs; after the run, the outputs are
/// compared with those of the module as the frontend made it, so that an error of a pass is seen too. The
/// session must be of `compilation`'s plan for `target`.
///
/// Each element has a bound of its own (reference/Uncertainty.h): 1e-4 of it (f64: 1e-10, f16: 5e-3, bf16:
/// 4e-2; integers and bools: equal), or as much as it is uncertain where values are rounded. Prints the first
/// operator that differs, at its source line, and returns NumbersDiffer; else prints how far apart the
/// farthest are and returns Good. Other failures are printed and returned as their exit codes.
int checkAgainstReference(driver::Compilation& compilation, const std::string& target, aic_session* session,
                          const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs);

} // namespace aic::tool

/// \file
/// Steps that are written out, as a loop.
#ifndef AIC_COMPILER_ARTIFACT_REPEATS_H
#define AIC_COMPILER_ARTIFACT_REPEATS_H

#include "compiler/artifact/Artifact.h"

namespace aic::artifact {

/// Where the same dispatches follow each other 4 times or more, the same but for offsets that grow by as much
/// from one time to the next, keeps them once, with how often they run. `program` has no repeats yet; it runs
/// the same dispatches in the same order as before.
void FindRepeats(Program& program);

} // namespace aic::artifact

#endif // AIC_COMPILER_ARTIFACT_REPEATS_H

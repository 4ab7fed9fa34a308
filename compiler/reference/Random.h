// The evaluators of what random numbers decide.
#pragma once

#include "compiler/reference/Evaluators.h"

namespace aic::reference {

llvm::ArrayRef<Entry> randomEntries();

} // namespace aic::reference

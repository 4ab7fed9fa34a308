// What a model's text says in its comments, for whoever writes about the model.
#pragma once

#include "compiler/library/Interface.h"

namespace aic::driver {

/// The comments in front of and beside the graphs of a .graph file, their inputs, outputs and states. Nothing
/// for another file, or one that cannot be read any more.
library::Comments commentsOf(const std::string& path);

} // namespace aic::driver

// Exit codes, and the one way that this program says what went wrong.
#pragma once

#include "absl/status/status.h"
#include "runtime/aic.h"

#include <string>

namespace aic::tool {

enum ExitCode : int {
  Good = 0,
  ModelWrong = 1,
  WrongUsage = 2,
  Unsupported = 3,
  CannotReadOrWrite = 4,
  InvalidArtifact = 5,
  NumbersDiffer = 6,
  OurFault = 70,
  Interrupted = 130, // by Ctrl-C, as shells have it; what was done by then is whole
};

/// Prints "aic: error: MESSAGE" to stderr; returns the code, so that a command can `return fail(...)`.
int fail(ExitCode code, const std::string& message);

/// The same for wrong usage, with a pointer to the command's --help.
int failUsage(const std::string& command, const std::string& message);

/// A status of frontends/weights: the message, and the code that goes with its kind.
int fail(const absl::Status& status);

/// A status of the runtime: aic_last_error() of this thread, and the code that goes with it.
int failRuntime(aic_status status);

} // namespace aic::tool

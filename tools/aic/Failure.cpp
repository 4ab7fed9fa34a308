#include "tools/aic/Failure.h"

#include "absl/strings/strip.h"

#include <cstdio>

namespace aic::tool {

int fail(ExitCode code, const std::string& message) {
  std::fflush(stdout);
  std::fprintf(stderr, "aic: error: %s\n", message.c_str());
  return code;
}

int failUsage(const std::string& command, const std::string& message) {
  fail(WrongUsage, message);
  std::fprintf(stderr, "aic: `aic %s --help` lists the options\n", command.c_str());
  return WrongUsage;
}

int fail(const absl::Status& status) {
  ExitCode code = OurFault;
  switch (status.code()) {
  case absl::StatusCode::kInvalidArgument:
    code = ModelWrong;
    break;
  case absl::StatusCode::kUnimplemented:
    code = Unsupported;
    break;
  case absl::StatusCode::kNotFound:
  case absl::StatusCode::kPermissionDenied:
  case absl::StatusCode::kUnavailable:
    code = CannotReadOrWrite;
    break;
  default:
    break;
  }
  return fail(code, std::string(status.message()));
}

int failRuntime(aic_status status) {
  ExitCode code = OurFault;
  switch (status) {
  case AIC_CANNOT_READ:
  case AIC_OUT_OF_MEMORY:
  case AIC_SYSTEM:
  case AIC_DEVICE_LOST:
    code = CannotReadOrWrite;
    break;
  case AIC_INVALID_ARTIFACT:
    code = InvalidArtifact;
    break;
  case AIC_UNSUPPORTED:
    code = Unsupported;
    break;
  case AIC_STATE_LOST:    // an earlier run failed
  case AIC_KERNEL_FAILED: // an index that is out of range: the input or the model
    code = ModelWrong;
    break;
  default:
    break;
  }
  absl::string_view message = aic_last_error();
  absl::ConsumePrefix(&message, "<memory>: "); // a model that this process compiled has no file
  return fail(code, std::string(message));
}

} // namespace aic::tool

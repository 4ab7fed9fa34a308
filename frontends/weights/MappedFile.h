// A regular file, mapped read-only.

#ifndef AIC_FRONTENDS_WEIGHTS_MAPPEDFILE_H
#define AIC_FRONTENDS_WEIGHTS_MAPPEDFILE_H

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

#include <cstdint>
#include <memory>
#include <string>

namespace aic::weights {

using Bytes = absl::Span<const uint8_t>;

/// The status of a failed system call on a file: NotFound, PermissionDenied or Unavailable, "PATH: cannot
/// WHAT: why".
absl::Status FileError(absl::string_view path, absl::string_view what, int error);

/// `owner` unmaps when the last copy goes. `bytes` is empty (with a null owner) for an empty file.
struct MappedFile {
  std::shared_ptr<const void> owner;
  Bytes bytes;
};

/// Fails with FileError's codes; what is not a regular file (a folder, a pipe) is Unavailable.
absl::StatusOr<MappedFile> MapFile(const std::string& path);

} // namespace aic::weights

#endif

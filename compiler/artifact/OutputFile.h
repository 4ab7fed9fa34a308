/// \file
/// A file that appears under its name only when it is whole.
#ifndef AIC_COMPILER_ARTIFACT_OUTPUTFILE_H
#define AIC_COMPILER_ARTIFACT_OUTPUTFILE_H

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"

#include <cstdint>
#include <memory>
#include <string>

namespace aic::artifact {

/// Written under a temporary name in the folder of its own, then renamed. A symbolic link is followed, so
/// that the file it points to is replaced; what exists and is no regular file (a device, a pipe) is written
/// to directly.
///
/// Errors of all: NotFound, PermissionDenied or Unavailable, the message naming path and reason.
class OutputFile {
public:
  static absl::StatusOr<std::unique_ptr<OutputFile>> Create(const std::string& path);

  /// Removes the temporary file if Commit was not reached.
  ~OutputFile();

  absl::Status Write(absl::Span<const uint8_t> bytes);

  /// Brings the bytes to the disk and gives the file its name. Call once, last.
  absl::Status Commit();

private:
  OutputFile(std::string path, std::string temporary, int fd);
  absl::Status Failure(const char* doing, int error) const;

  const std::string path_;
  const std::string temporary_; ///< Empty: written directly.
  int fd_;
  bool committed_ = false;
};

} // namespace aic::artifact

#endif // AIC_COMPILER_ARTIFACT_OUTPUTFILE_H

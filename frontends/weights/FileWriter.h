// Writes a file so that its name shows either the old content or the whole new one.

#ifndef AIC_FRONTENDS_WEIGHTS_FILEWRITER_H
#define AIC_FRONTENDS_WEIGHTS_FILEWRITER_H

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "frontends/weights/MappedFile.h"

#include <memory>
#include <string>
#include <vector>

namespace aic::weights {

/// A file that is written to a temporary one in the folder of `path` and renamed to `path` when it is whole.
/// Where the file system can, the temporary file has no name until then, so that a killed process leaves
/// nothing; in any case a failure leaves nothing. A symbolic link is followed. What is there and no regular
/// file (a pipe, a terminal, /dev/stdout) is written directly. All fail with FileError's codes.
class FileWriter {
public:
  static absl::StatusOr<std::unique_ptr<FileWriter>> Create(const std::string& path);

  /// Gives up what was written if Commit was not reached.
  ~FileWriter();

  absl::Status Write(Bytes bytes);

  /// Brings the bytes to the disk and gives the file its name. Call once, last.
  absl::Status Commit();

private:
  explicit FileWriter(std::string path) : path_(std::move(path)) {}
  absl::Status Open();

  const std::string path_;
  std::string target_;    ///< what path_ names once links are followed
  std::string temporary_; ///< the temporary file's name, while it has one
  bool direct_ = false;
  bool named_ = false;
  int fd_ = -1;
};

/// Writes `parts` one after another through a FileWriter.
absl::Status WriteFile(const std::string& path, const std::vector<Bytes>& parts);

} // namespace aic::weights

#endif

#include "compiler/artifact/OutputFile.h"

#include "absl/strings/str_cat.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::artifact {

static absl::Status FileError(const std::string& path, const char* doing, int error) {
  absl::StatusCode code = error == ENOENT || error == ENOTDIR ? absl::StatusCode::kNotFound
                          : error == EACCES || error == EPERM || error == EROFS
                              ? absl::StatusCode::kPermissionDenied
                              : absl::StatusCode::kUnavailable;
  return absl::Status(code, absl::StrCat(path, ": cannot be ", doing, ": ", strerror(error)));
}

OutputFile::OutputFile(std::string path, std::string temporary, int fd)
    : path_(std::move(path)), temporary_(std::move(temporary)), fd_(fd) {}

OutputFile::~OutputFile() {
  if (fd_ >= 0)
    close(fd_);
  if (!committed_ && !temporary_.empty())
    unlink(temporary_.c_str());
}

absl::Status OutputFile::Failure(const char* doing, int error) const {
  return FileError(path_, doing, error);
}

absl::StatusOr<std::unique_ptr<OutputFile>> OutputFile::Create(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos)
    return FileError(path, "written", ENOENT);
  std::string target = path;
  struct stat status;
  if (stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode))
      return FileError(path, "written", EISDIR);
    if (!S_ISREG(status.st_mode)) {
      int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
      if (fd < 0)
        return FileError(path, "written", errno);
      return std::unique_ptr<OutputFile>(new OutputFile(path, "", fd));
    }
    // To replace a file that may not be written would be a surprise, though its folder allows it.
    if (access(path.c_str(), W_OK) != 0)
      return FileError(path, "written", errno);
    if (char* real = realpath(path.c_str(), nullptr)) {
      target = real;
      free(real);
    }
  }
  // Exclusive, so a name that someone else uses, or left behind, is not touched.
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < 100; ++attempt) {
    std::string temporary = absl::StrCat(target, ".", getpid(), ".", counter.fetch_add(1), ".tmp");
    int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0)
      return std::unique_ptr<OutputFile>(new OutputFile(target, temporary, fd));
    if (errno != EEXIST)
      return FileError(path, "written", errno);
  }
  return FileError(path, "written", EEXIST);
}

absl::Status OutputFile::Write(absl::Span<const uint8_t> bytes) {
  while (!bytes.empty()) {
    ssize_t n = write(fd_, bytes.data(), std::min<size_t>(bytes.size(), 1 << 30));
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return Failure("written", n < 0 ? errno : ENOSPC);
    bytes.remove_prefix(n);
  }
  return absl::OkStatus();
}

absl::Status OutputFile::Commit() {
  // Some files (pipes, devices) know no fsync: EINVAL.
  if (fsync(fd_) != 0 && errno != EINVAL && errno != ENOTSUP)
    return Failure("written", errno);
  int fd = fd_;
  fd_ = -1;
  if (close(fd) != 0)
    return Failure("written", errno);
  if (!temporary_.empty() && rename(temporary_.c_str(), path_.c_str()) != 0)
    return Failure("put in place", errno);
  committed_ = true;
  return absl::OkStatus();
}

} // namespace aic::artifact

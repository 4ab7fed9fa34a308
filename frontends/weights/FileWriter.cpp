#include "frontends/weights/FileWriter.h"

#include "absl/strings/str_cat.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::weights {

namespace {

/// The file that a path names once its links are followed, where it exists.
std::string FollowLinks(const std::string& path) {
  char* real = realpath(path.c_str(), nullptr);
  if (!real)
    return path;
  std::string result = real;
  free(real);
  return result;
}

} // namespace

absl::StatusOr<std::unique_ptr<FileWriter>> FileWriter::Create(const std::string& path) {
  std::unique_ptr<FileWriter> writer(new FileWriter(path));
  if (absl::Status status = writer->Open(); !status.ok())
    return status;
  return writer;
}

FileWriter::~FileWriter() {
  if (fd_ >= 0)
    close(fd_);
  if (named_)
    unlink(temporary_.c_str());
}

absl::Status FileWriter::Open() {
  struct stat info;
  bool exists = stat(path_.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode))
    return absl::UnavailableError(absl::StrCat(path_, ": cannot write: it is a folder"));
  if (exists && !S_ISREG(info.st_mode)) {
    direct_ = true;
    fd_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    return fd_ < 0 ? FileError(path_, "open", errno) : absl::OkStatus();
  }

  // To replace a file that may not be written would be a surprise, though its folder allows it.
  if (exists && access(path_.c_str(), W_OK) != 0)
    return FileError(path_, "write", errno);
  target_ = exists ? FollowLinks(path_) : path_;
  size_t slash = target_.rfind('/');
  std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : target_.substr(0, slash);
  mode_t mask = umask(0);
  umask(mask);
  mode_t mode = exists ? info.st_mode & 0777 : 0666 & ~mask;

  // mkstemp's names, in the target's folder: on another file system rename would fail.
  temporary_ = absl::StrCat(target_, ".XXXXXX");
  if (access("/proc/self/fd", X_OK) == 0) // linkat in Commit goes through it
    fd_ = open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (fd_ < 0) {
    fd_ = mkostemp(temporary_.data(), O_CLOEXEC);
    if (fd_ < 0)
      return FileError(path_, "create", errno);
    named_ = true;
  }
  return fchmod(fd_, mode) == 0 ? absl::OkStatus() : FileError(path_, "write", errno);
}

absl::Status FileWriter::Write(Bytes bytes) {
  while (!bytes.empty()) {
    ssize_t n = write(fd_, bytes.data(), std::min<size_t>(bytes.size(), size_t{1} << 30));
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FileError(path_, "write", errno);
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return absl::OkStatus();
}

absl::Status FileWriter::Commit() {
  if (direct_) {
    int error = close(fd_) == 0 ? 0 : errno;
    fd_ = -1;
    return error ? FileError(path_, "write", error) : absl::OkStatus();
  }
  if (fsync(fd_) != 0)
    return FileError(path_, "write", errno);
  if (!named_) {
    int placeholder = mkostemp(temporary_.data(), O_CLOEXEC);
    if (placeholder < 0)
      return FileError(path_, "create", errno);
    close(placeholder);
    unlink(temporary_.c_str());
    if (linkat(AT_FDCWD, absl::StrCat("/proc/self/fd/", fd_).c_str(), AT_FDCWD, temporary_.c_str(),
               AT_SYMLINK_FOLLOW) != 0)
      return FileError(path_, "create", errno);
    named_ = true;
  }
  if (rename(temporary_.c_str(), target_.c_str()) != 0)
    return FileError(path_, "rename the complete file", errno);
  named_ = false;
  return absl::OkStatus();
}

absl::Status WriteFile(const std::string& path, const std::vector<Bytes>& parts) {
  absl::StatusOr<std::unique_ptr<FileWriter>> writer = FileWriter::Create(path);
  if (!writer.ok())
    return writer.status();
  for (Bytes part : parts)
    if (absl::Status status = (*writer)->Write(part); !status.ok())
      return status;
  return (*writer)->Commit();
}

} // namespace aic::weights

#include "frontends/weights/FileWriter.h"

#include "absl/strings/str_cat.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::weights {

namespace {

/// The folder that a file lies in, with the slash; empty for the current one.
std::string FolderOf(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

/// The file that a path names once its links are followed, whether or not there is one (realpath wants one).
absl::StatusOr<std::string> FollowLinks(std::string path) {
  const std::string given = path;
  constexpr int kMaxLinks = 40; // as Linux
  char buffer[PATH_MAX];
  for (int links = 0; links <= kMaxLinks; ++links) {
    ssize_t length = readlink(path.c_str(), buffer, sizeof buffer);
    if (length < 0)
      return path;
    std::string next(buffer, static_cast<size_t>(length));
    path = next.front() == '/' ? next : FolderOf(path) + next;
  }
  return FileError(given, "write", ELOOP);
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
  absl::StatusOr<std::string> target = FollowLinks(path_);
  if (!target.ok())
    return target.status();
  target_ = *std::move(target);
  const std::string folder = FolderOf(target_);
  mode_t mask = umask(0);
  umask(mask);
  mode_t mode = exists ? info.st_mode & 0777 : 0666 & ~mask;

  // mkstemp's names, in the target's folder: on another file system rename would fail. The target's own name
  // may be as long as names can be, so it is no part of it.
  temporary_ = absl::StrCat(folder, ".aic-XXXXXX");
  if (access("/proc/self/fd", X_OK) == 0) // linkat in Commit goes through it
    fd_ = open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
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

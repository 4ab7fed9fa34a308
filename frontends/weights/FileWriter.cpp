#include "frontends/weights/FileWriter.h"

#include "absl/cleanup/cleanup.h"
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

/// 0, or the errno of the write that failed.
int WriteAll(int fd, const std::vector<Bytes>& parts) {
  for (Bytes part : parts) {
    while (!part.empty()) {
      ssize_t n = write(fd, part.data(), std::min<size_t>(part.size(), size_t{1} << 30));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      part.remove_prefix(static_cast<size_t>(n));
    }
  }
  return 0;
}

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

absl::Status WriteFile(const std::string& path, const std::vector<Bytes>& parts) {
  struct stat info;
  bool exists = stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode))
    return absl::UnavailableError(absl::StrCat(path, ": cannot write: it is a folder"));
  if (exists && !S_ISREG(info.st_mode)) {
    int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0)
      return FileError(path, "open", errno);
    int error = WriteAll(fd, parts);
    if (close(fd) != 0 && error == 0)
      error = errno;
    return error ? FileError(path, "write", error) : absl::OkStatus();
  }

  // To replace a file that may not be written would be a surprise, though its folder allows it.
  if (exists && access(path.c_str(), W_OK) != 0)
    return FileError(path, "write", errno);
  std::string target = exists ? FollowLinks(path) : path;
  size_t slash = target.rfind('/');
  std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : target.substr(0, slash);
  mode_t mask = umask(0);
  umask(mask);
  mode_t mode = exists ? info.st_mode & 0777 : 0666 & ~mask;

  // mkstemp's names, in the target's folder: on another file system rename would fail.
  std::string temporary = absl::StrCat(target, ".XXXXXX");
  bool named = false;
  int fd = -1;
  if (access("/proc/self/fd", X_OK) == 0) // linkat below goes through it
    fd = open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (fd < 0) {
    fd = mkostemp(temporary.data(), O_CLOEXEC);
    if (fd < 0)
      return FileError(path, "create", errno);
    named = true;
  }
  auto undo = absl::MakeCleanup([&] {
    close(fd);
    if (named)
      unlink(temporary.c_str());
  });
  if (int error = WriteAll(fd, parts))
    return FileError(path, "write", error);
  if (fchmod(fd, mode) != 0 || fsync(fd) != 0)
    return FileError(path, "write", errno);
  if (!named) {
    int placeholder = mkostemp(temporary.data(), O_CLOEXEC);
    if (placeholder < 0)
      return FileError(path, "create", errno);
    close(placeholder);
    unlink(temporary.c_str());
    if (linkat(AT_FDCWD, absl::StrCat("/proc/self/fd/", fd).c_str(), AT_FDCWD, temporary.c_str(),
               AT_SYMLINK_FOLLOW) != 0)
      return FileError(path, "create", errno);
    named = true;
  }
  if (rename(temporary.c_str(), target.c_str()) != 0)
    return FileError(path, "rename the complete file", errno);
  std::move(undo).Cancel();
  close(fd);
  return absl::OkStatus();
}

} // namespace aic::weights

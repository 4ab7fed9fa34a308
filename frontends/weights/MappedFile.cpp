#include "frontends/weights/MappedFile.h"

#include "absl/strings/str_cat.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::weights {

absl::Status FileError(absl::string_view path, absl::string_view what, int error) {
  std::string message = absl::StrCat(path, ": cannot ", what, ": ", std::strerror(error));
  switch (error) {
  case ENOENT:
  case ENOTDIR:
    return absl::NotFoundError(message);
  case EACCES:
  case EPERM:
  case EROFS:
    return absl::PermissionDeniedError(message);
  default:
    return absl::UnavailableError(message);
  }
}

absl::StatusOr<MappedFile> MapFile(const std::string& path) {
  // O_NONBLOCK: opening a pipe nobody writes to must not hang; it changes nothing for a regular file.
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return FileError(path, "open", errno);
  struct stat info;
  if (fstat(fd, &info) != 0) {
    int error = errno;
    close(fd);
    return FileError(path, "read", error);
  }
  if (!S_ISREG(info.st_mode)) {
    close(fd);
    return absl::UnavailableError(absl::StrCat(
        path, ": cannot read: ", S_ISDIR(info.st_mode) ? "it is a folder" : "it is no regular file"));
  }
  MappedFile file;
  size_t size = static_cast<size_t>(info.st_size);
  if (size == 0) {
    close(fd);
    return file;
  }
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  int error = errno;
  close(fd); // the mapping stays
  if (data == MAP_FAILED)
    return FileError(path, "map", error);
  file.owner =
      std::shared_ptr<const void>(data, [size](const void* p) { munmap(const_cast<void*>(p), size); });
  file.bytes = Bytes(static_cast<const uint8_t*>(data), size);
  return file;
}

} // namespace aic::weights

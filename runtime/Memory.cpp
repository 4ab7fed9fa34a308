#include "runtime/Memory.h"

#include "runtime/Failure.h"
#include "runtime/Structs.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22 // Linux 5.14
#endif

namespace aic::runtime {

/// Of the host, or NULLs. Changes only while nothing that it would have to give back is there.
static aic_allocator hosts;
/// Allocations that are there, whoever gave them.
static std::atomic<size_t> allocations{0};

void* Allocate(size_t bytes, size_t alignment) {
  void* memory = nullptr;
  if (hosts.allocate) {
    memory = hosts.allocate(hosts.user, bytes, alignment);
    if (memory)
      memset(memory, 0, bytes);
  } else if (alignment <= alignof(max_align_t)) {
    memory = calloc(1, bytes);
  } else {
    memory = aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
    if (memory)
      memset(memory, 0, bytes);
  }
  if (memory)
    allocations.fetch_add(1, std::memory_order_relaxed);
  return memory;
}

void Release(void* memory, size_t bytes) {
  if (!memory)
    return;
  if (hosts.release)
    hosts.release(hosts.user, memory, bytes);
  else
    free(memory);
  allocations.fetch_sub(1, std::memory_order_relaxed);
}

/// A failure of the system's, in its words. Without memory it is no fault of the file's.
static aic_status FileFailure(const char* where, const char* what, int error) {
  return Fail(error == ENOMEM ? AIC_OUT_OF_MEMORY : AIC_CANNOT_READ, "%s: cannot be %s: %s", where, what,
              ErrnoText(error).text);
}

aic_status MappedFile::Open(const char* path, const char* where) {
  // O_NONBLOCK: opening a pipe must not wait for a writer.
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return FileFailure(where, "opened", errno);
  struct stat status;
  if (fstat(fd, &status) != 0) {
    int error = errno;
    close(fd);
    return FileFailure(where, "read", error);
  }
  if (!S_ISREG(status.st_mode)) {
    close(fd);
    return Fail(AIC_CANNOT_READ, "%s: is not a regular file", where);
  }
  if (status.st_size > 0) { // An empty file cannot be mapped; it is told from a model by its size.
    void* mapping = mmap(nullptr, status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (mapping == MAP_FAILED) {
      int error = errno;
      close(fd);
      return FileFailure(where, "mapped", error);
    }
    data_ = static_cast<const uint8_t*>(mapping);
    bytes_ = status.st_size;
  }
  close(fd);
  return AIC_OK;
}

void Fill(void* to, uint64_t bytes, uint64_t value, uint32_t elementBytes) {
  auto* at = static_cast<uint8_t*>(to);
  bool same = true; // All bytes of the element: zeros, mostly.
  for (uint32_t i = 1; i < elementBytes; ++i)
    same = same && uint8_t(value >> 8 * i) == uint8_t(value);
  if (same && bytes)
    memset(at, uint8_t(value), bytes);
  else
    for (uint64_t i = 0; i < bytes; i += elementBytes)
      memcpy(at + i, &value, elementBytes);
}

MappedFile::~MappedFile() {
  if (data_)
    munmap(const_cast<uint8_t*>(data_), bytes_);
}

bool Pages::Allocate(uint64_t bytes) {
  constexpr size_t kHuge = size_t(2) << 20;
  bool huge = bytes >= 2 * kHuge;
  if (bytes > SIZE_MAX / 2)
    return false;
  const size_t size = BytesOf(bytes);
  if (hosts.allocate) {
    bytes_ = size;
    data_ = static_cast<uint8_t*>(runtime::Allocate(size, huge ? kHuge : 4096));
    return data_ != nullptr;
  }
  bytes_ = size + (huge ? kHuge : 0);
  mapping_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapping_ == MAP_FAILED) {
    mapping_ = nullptr;
    return false;
  }
  allocations.fetch_add(1, std::memory_order_relaxed);
  data_ = static_cast<uint8_t*>(mapping_);
  if (huge) {
    data_ = reinterpret_cast<uint8_t*>((reinterpret_cast<uintptr_t>(data_) + kHuge - 1) / kHuge * kHuge);
    madvise(data_, size, MADV_HUGEPAGE); // Advice: a system without huge pages refuses it, and that is well.
  }
  return true;
}

Pages::~Pages() {
  if (mapping_) {
    munmap(mapping_, bytes_);
    allocations.fetch_sub(1, std::memory_order_relaxed);
  } else {
    Release(data_, bytes_);
  }
}

aic_status Resident::Preload(const char* where, const uint8_t* data, uint64_t bytes) {
  if (bytes == 0)
    return AIC_OK;
  const auto page = static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  const uint64_t before = reinterpret_cast<uintptr_t>(data) % page; // Of its first page: not of the weights.
  if (madvise(const_cast<uint8_t*>(data) - before, bytes + before, MADV_POPULATE_READ) == 0)
    return AIC_OK;
  if (errno != EINVAL) // Else an older system: each page is read by hand.
    return FileFailure(where, "read", errno);
  const volatile uint8_t* at = data;
  for (uint64_t i = 0; i < bytes; i += page)
    (void)at[i];
  (void)at[bytes - 1];
  return AIC_OK;
}

aic_status Resident::Lock(const char* where, const uint8_t* data, uint64_t bytes) {
  if (aic_status status = Preload(where, data, bytes))
    return status;
  if (mlock(data, bytes) != 0)
    return Fail(AIC_SYSTEM,
                "%s: the weights (%llu bytes) cannot be locked in memory; is RLIMIT_MEMLOCK less? (%s)",
                where, static_cast<unsigned long long>(bytes), ErrnoText(errno).text);
  locked_ = data;
  bytes_ = bytes;
  return AIC_OK;
}

Resident::~Resident() {
  if (locked_)
    munlock(locked_, bytes_);
}

} // namespace aic::runtime

using namespace aic::runtime;

extern "C" aic_status aic_set_allocator(const aic_allocator* allocator) {
  aic_allocator wanted = {};
  if (allocator) {
    if (aic_status status = TakeOptions("aic_set_allocator", allocator, &wanted))
      return status;
    if (wanted.reserved)
      return Fail(AIC_INVALID_ARGUMENT, "aic_set_allocator: reserved is not 0; begin with AIC_INIT");
    if (!wanted.allocate || !wanted.release)
      return Fail(AIC_INVALID_ARGUMENT, "aic_set_allocator: %s is NULL",
                  wanted.allocate ? "release" : "allocate");
  }
  if (allocations.load(std::memory_order_relaxed))
    return Fail(AIC_BUSY, "aic_set_allocator: models, sessions or lists of devices are there; call it before "
                          "the first is made, or after the last is closed");
  hosts = wanted;
  return AIC_OK;
}

/// \file
/// The three kinds of memory that the runtime owns. Nothing here throws; what can fail says so.
#ifndef AIC_RUNTIME_MEMORY_H
#define AIC_RUNTIME_MEMORY_H

#include "runtime/aic.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <type_traits>

namespace aic::runtime {

/// Whether [offset, offset + bytes) lies in [0, size).
inline bool Inside(uint64_t offset, uint64_t bytes, uint64_t size) {
  return offset <= size && bytes <= size - offset;
}

/// Fills `bytes` bytes at `to` with an element of `elementBytes` bytes (1, 2, 4 or 8), the low ones of
/// `value`.
void Fill(void* to, uint64_t bytes, uint64_t value, uint32_t elementBytes);

/// A heap array of a fixed size, zeroed. For plain data only.
template <typename T> class Array {
  static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);

public:
  Array() = default;
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;
  ~Array() { free(data_); }

  /// False when memory is short. Call once.
  [[nodiscard]] bool Allocate(size_t size) {
    data_ = static_cast<T*>(calloc(size ? size : 1, sizeof(T)));
    size_ = data_ ? size : 0;
    return data_ != nullptr;
  }
  T* data() { return data_; }
  const T* data() const { return data_; }
  size_t size() const { return size_; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }

private:
  T* data_ = nullptr;
  size_t size_ = 0;
};

/// A whole file, mapped read-only.
class MappedFile {
public:
  MappedFile() = default;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// `where` names the file in messages. Errors: AIC_CANNOT_READ, also for what is no regular file;
  /// AIC_OUT_OF_MEMORY (no address space for it).
  aic_status Open(const char* path, const char* where);
  const uint8_t* data() const { return data_; }
  uint64_t bytes() const { return bytes_; }

private:
  const uint8_t* data_ = nullptr;
  uint64_t bytes_ = 0;
};

/// Zeroed pages from the system, aligned to 4096 bytes at least. From 4 MiB on they are aligned to 2 MiB and
/// advised MADV_HUGEPAGE: a network's activations are streamed from one end to the other, and with 4 KiB
/// pages a pass over 30 MiB misses the TLB 7,500 times.
class Pages {
public:
  Pages() = default;
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;
  ~Pages();

  /// False when memory is short. Call once. data() is not NULL even for 0 bytes.
  [[nodiscard]] bool Allocate(uint64_t bytes);
  uint8_t* data() const { return data_; }

private:
  uint8_t* data_ = nullptr;
  void* mapping_ = nullptr;
  size_t mappingBytes_ = 0;
};

/// Pages of others, held in memory.
class Resident {
public:
  Resident() = default;
  Resident(const Resident&) = delete;
  Resident& operator=(const Resident&) = delete;
  /// Unlocks them.
  ~Resident();

  /// Reads `bytes` bytes at `data` into memory. `where` names the file in messages. Errors: AIC_CANNOT_READ.
  static aic_status Preload(const char* where, const uint8_t* data, uint64_t bytes);
  /// Preloads and locks them. Call once. Errors, besides: AIC_SYSTEM (the limit of locked memory).
  aic_status Lock(const char* where, const uint8_t* data, uint64_t bytes);

private:
  const uint8_t* locked_ = nullptr;
  uint64_t bytes_ = 0;
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_MEMORY_H

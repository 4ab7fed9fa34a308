/// \file
/// The three kinds of memory that the runtime owns. Nothing here throws; what can fail says so.
#ifndef AIC_RUNTIME_MEMORY_H
#define AIC_RUNTIME_MEMORY_H

#include "runtime/aic.h"

#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>

namespace aic::runtime {

/// Whether [offset, offset + bytes) lies in [0, size).
inline bool Inside(uint64_t offset, uint64_t bytes, uint64_t size) {
  return offset <= size && bytes <= size - offset;
}

/// Fills `bytes` bytes at `to` with an element of `elementBytes` bytes (1, 2, 4 or 8), the low ones of
/// `value`.
void Fill(void* to, uint64_t bytes, uint64_t value, uint32_t elementBytes);

/// `bytes` zeroed bytes, aligned as said, from the host's allocator (aic_set_allocator) or else from the C
/// library. NULL: memory is short. All memory of the runtime's own comes from here, but for Pages.
[[nodiscard]] void* Allocate(size_t bytes, size_t alignment = alignof(max_align_t));
/// Gives them back; NULL is allowed.
void Release(void* memory, size_t bytes);

/// An object in memory of its own; NULL: memory is short.
template <typename T, typename... Arguments> [[nodiscard]] T* Make(Arguments&&... arguments) {
  void* memory = Allocate(sizeof(T), alignof(T));
  return memory ? new (memory) T(std::forward<Arguments>(arguments)...) : nullptr;
}
/// Ends it; NULL is allowed.
template <typename T> void Unmake(T* object) {
  if (!object)
    return;
  object->~T();
  Release(object, sizeof(T));
}

/// A heap array of a fixed size, zeroed. For plain data only.
template <typename T> class Array {
  static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);

public:
  Array() = default;
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;
  ~Array() { Release(data_, BytesOf(size_)); }

  /// False when memory is short. Call once.
  [[nodiscard]] bool Allocate(size_t size) {
    if (size > SIZE_MAX / sizeof(T))
      return false;
    data_ = static_cast<T*>(runtime::Allocate(BytesOf(size), alignof(T)));
    size_ = data_ ? size : 0;
    return data_ != nullptr;
  }
  /// What an array of so many elements takes.
  static size_t BytesOf(size_t size) { return (size ? size : 1) * sizeof(T); }
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

/// Zeroed pages from the system, or from the host's allocator, aligned to 4096 bytes at least. From 4 MiB on
/// they are aligned to 2 MiB and advised MADV_HUGEPAGE: a network's activations are streamed from one end to
/// the other, and with 4 KiB pages a pass over 30 MiB misses the TLB 7,500 times.
class Pages {
public:
  Pages() = default;
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;
  ~Pages();

  /// False when memory is short. Call once. data() is not NULL even for 0 bytes.
  [[nodiscard]] bool Allocate(uint64_t bytes);
  /// What so many bytes take: whole pages, one at least. At most SIZE_MAX / 2 of them.
  static size_t BytesOf(uint64_t bytes) { return bytes ? (bytes + 4095) / 4096 * 4096 : 4096; }
  uint8_t* data() const { return data_; }

private:
  uint8_t* data_ = nullptr;
  void* mapping_ = nullptr; ///< NULL where the host's allocator gave the memory.
  size_t bytes_ = 0;        ///< Of the mapping, or that the allocator was asked for.
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

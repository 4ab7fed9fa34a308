/// \file
/// A heap array of objects that own something.
#ifndef AIC_RUNTIME_VULKAN_LIST_H
#define AIC_RUNTIME_VULKAN_LIST_H

#include "runtime/Memory.h"

#include <cstddef>
#include <new>

namespace aic::runtime::vulkan {

/// Of a fixed size, made by T's default constructor; destroyed from the last to the first.
template <typename T> class List {
public:
  List() = default;
  List(const List&) = delete;
  List& operator=(const List&) = delete;
  ~List() {
    for (size_t i = size_; i-- > 0;)
      data_[i].~T();
    Release(data_, BytesOf(size_));
  }

  /// False when memory is short. Call once.
  [[nodiscard]] bool Allocate(size_t size) {
    if (size > SIZE_MAX / sizeof(T))
      return false;
    data_ = static_cast<T*>(runtime::Allocate(BytesOf(size), alignof(T)));
    if (!data_)
      return false;
    for (; size_ < size; ++size_)
      new (data_ + size_) T;
    return true;
  }
  size_t size() const { return size_; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }

private:
  static size_t BytesOf(size_t size) { return (size ? size : 1) * sizeof(T); }

  T* data_ = nullptr;
  size_t size_ = 0;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_LIST_H

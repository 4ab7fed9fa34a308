/// \file
/// A heap array of objects that own something.
#ifndef AIC_RUNTIME_VULKAN_LIST_H
#define AIC_RUNTIME_VULKAN_LIST_H

#include <cstddef>
#include <cstdlib>
#include <new>

namespace aic::runtime::vulkan {

/// Of a fixed size, made by T's default constructor; destroyed from the last to the first.
template <typename T> class List {
public:
  List() = default;
  List(const List&) = delete;
  List& operator=(const List&) = delete;
  ~List() {
    while (size_ > 0)
      data_[--size_].~T();
    free(data_);
  }

  /// False when memory is short. Call once.
  [[nodiscard]] bool Allocate(size_t size) {
    data_ = static_cast<T*>(calloc(size ? size : 1, sizeof(T)));
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
  T* data_ = nullptr;
  size_t size_ = 0;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_LIST_H

/// \file
/// Structures of the C API between a program and a library of different ages: each side knows the fields that
/// it was compiled with, the first ones of those that the younger side knows.
#ifndef AIC_RUNTIME_STRUCTS_H
#define AIC_RUNTIME_STRUCTS_H

#include "runtime/aic.h"

#include <cstring>
#include <type_traits>

namespace aic::runtime {

/// What a structure is called, and its size in the first version that had it: no program has a smaller one.
/// It stays when the structure grows.
template <typename T> struct Structure;
#define AIC_STRUCTURE(type, bytes, last)                                                                     \
  template <> struct Structure<type> {                                                                       \
    static constexpr const char* kName = #type;                                                              \
    static constexpr uint32_t kFirstBytes = bytes;                                                           \
    static_assert(sizeof(type) >= kFirstBytes && offsetof(type, struct_bytes) == 0);                         \
    static_assert(offsetof(type, last) + sizeof(type::last) == sizeof(type), "ends in padding");             \
    static_assert(std::is_trivially_copyable_v<type> && std::is_standard_layout_v<type>);                    \
  };
AIC_STRUCTURE(aic_tensor_info, 40, bytes)
AIC_STRUCTURE(aic_session_options, 32, reserved)
AIC_STRUCTURE(aic_session_info, 88, reserved)
AIC_STRUCTURE(aic_device_info, 104, timestamps)
AIC_STRUCTURE(aic_model_info, 64, weights_bytes_of)
AIC_STRUCTURE(aic_target_info, 80, winograd_bytes)
AIC_STRUCTURE(aic_kernel_info, 32, reserved)
AIC_STRUCTURE(aic_variant_info, 64, needs_subgroup)
AIC_STRUCTURE(aic_dispatch_info, 56, reserved)
AIC_STRUCTURE(aic_binding_info, 40, reserved)
AIC_STRUCTURE(aic_section_info, 40, reserved)
AIC_STRUCTURE(aic_entry_info, 40, dim_values)
AIC_STRUCTURE(aic_state_info, 40, value)
AIC_STRUCTURE(aic_plan_info, 40, scratch_bytes)
AIC_STRUCTURE(aic_threading, 72, parallel_for)
AIC_STRUCTURE(aic_allocator, 32, release)
AIC_STRUCTURE(aic_requirements, 64, total_bytes)
AIC_STRUCTURE(aic_signature, 40, signature)
AIC_STRUCTURE(aic_open_options, 48, user)
#undef AIC_STRUCTURE

/// A structure is at most so large, in any version: a size beyond it was never set.
constexpr uint32_t kMaxStructBytes = 4096;

/// The caller's struct_bytes, checked: at least `first`, at most kMaxStructBytes. Errors:
/// AIC_INVALID_ARGUMENT.
aic_status ReadStructBytes(const char* function, const char* type, uint32_t first, const void* structure,
                           uint32_t* bytes);

/// Checks that a caller's options are zero from byte `known` to their end. Errors: AIC_INVALID_ARGUMENT.
aic_status CheckZeroBehind(const char* function, const char* type, const void* options, uint32_t known,
                           uint32_t bytes);

/// A caller's structure that a function fills in. `function` names the function in messages.
template <typename T> class Answer {
public:
  Answer(const char* function, T* caller) : function_(function), caller_(caller) {
    memset(static_cast<void*>(&fields_), 0, sizeof(fields_)); // With the padding between them.
  }

  /// Zeroes the caller's fields, so that a failure later leaves them so. Errors: AIC_INVALID_ARGUMENT.
  aic_status Begin() {
    if (aic_status status =
            ReadStructBytes(function_, Structure<T>::kName, Structure<T>::kFirstBytes, caller_, &bytes_))
      return status;
    memset(reinterpret_cast<char*>(caller_) + sizeof(uint32_t), 0, bytes_ - sizeof(uint32_t));
    return AIC_OK;
  }

  T* operator->() { return &fields_; }
  T& operator*() { return fields_; }

  /// Hands over what the caller knows of the fields; what only the caller knows is zero since Begin.
  aic_status Give() {
    const uint32_t known = bytes_ < sizeof(T) ? bytes_ : sizeof(T);
    fields_.struct_bytes = known;
    memcpy(static_cast<void*>(caller_), &fields_, known);
    return AIC_OK;
  }

private:
  const char* function_;
  T* caller_;
  uint32_t bytes_ = 0;
  T fields_;
};

/// Copies a caller's options into `options`, whose fields that the caller does not know are zero then.
/// Errors: AIC_INVALID_ARGUMENT (a size that cannot be; something that is not zero in fields that this
/// library does not know).
template <typename T> aic_status TakeOptions(const char* function, const T* caller, T* options) {
  uint32_t bytes = 0;
  if (aic_status status =
          ReadStructBytes(function, Structure<T>::kName, Structure<T>::kFirstBytes, caller, &bytes))
    return status;
  const uint32_t known = bytes < sizeof(T) ? bytes : sizeof(T);
  if (aic_status status = CheckZeroBehind(function, Structure<T>::kName, caller, known, bytes))
    return status;
  memset(static_cast<void*>(options), 0, sizeof(*options));
  memcpy(static_cast<void*>(options), caller, known);
  return AIC_OK;
}

} // namespace aic::runtime

#endif // AIC_RUNTIME_STRUCTS_H

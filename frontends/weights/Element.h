// The element types of tensors in files, with no MLIR: what .safetensors, .npy and .npz hold and what the
// language calls by the same names.

#ifndef AIC_FRONTENDS_WEIGHTS_ELEMENT_H
#define AIC_FRONTENDS_WEIGHTS_ELEMENT_H

#include "absl/status/statusor.h"
#include "absl/types/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace aic::weights {

enum class ElementType { F32, F16, BF16, F64, Bool, I8, U8, I16, I32, I64 };

/// The bytes of one element. A bool is one byte; files may hold values other than 0 and 1, so read it as
/// uint8_t.
size_t ElementBytes(ElementType type);

/// "f32", "bool", ...: the name in the graph language.
const char* ElementName(ElementType type);

/// "f32[1, 3, 24, 24]": a type as the graph language writes it, for messages.
std::string TypeString(ElementType type, absl::Span<const int64_t> shape);

/// The number of bytes of a dense tensor. InvalidArgument where a dimension is negative, the rank is over 32,
/// or the product of the dimensions (those of size 0 left out) is over 2^62 bytes.
absl::StatusOr<size_t> TensorBytes(ElementType type, absl::Span<const int64_t> shape);

} // namespace aic::weights

#endif

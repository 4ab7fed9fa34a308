#include "frontends/weights/Element.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aic::weights {

namespace {
constexpr size_t kMaxRank = 32; // NumPy's own limit
constexpr uint64_t kMaxBytes = uint64_t{1} << 62;
} // namespace

size_t ElementBytes(ElementType type) {
  switch (type) {
  case ElementType::Bool:
  case ElementType::I8:
  case ElementType::U8:
    return 1;
  case ElementType::F16:
  case ElementType::BF16:
  case ElementType::I16:
    return 2;
  case ElementType::F32:
  case ElementType::I32:
    return 4;
  case ElementType::F64:
  case ElementType::I64:
    return 8;
  }
  return 0;
}

const char* ElementName(ElementType type) {
  switch (type) {
  case ElementType::F32:
    return "f32";
  case ElementType::F16:
    return "f16";
  case ElementType::BF16:
    return "bf16";
  case ElementType::F64:
    return "f64";
  case ElementType::Bool:
    return "bool";
  case ElementType::I8:
    return "i8";
  case ElementType::U8:
    return "u8";
  case ElementType::I16:
    return "i16";
  case ElementType::I32:
    return "i32";
  case ElementType::I64:
    return "i64";
  }
  return "?";
}

std::string TypeString(ElementType type, absl::Span<const int64_t> shape) {
  return absl::StrCat(ElementName(type), "[", absl::StrJoin(shape, ", "), "]");
}

absl::StatusOr<size_t> TensorBytes(ElementType type, absl::Span<const int64_t> shape) {
  if (shape.size() > kMaxRank)
    return absl::InvalidArgumentError(
        absl::StrCat("the rank is ", shape.size(), ", at most ", kMaxRank, " is possible"));
  // The sizes of empty tensors are bounded as well, so that no product of other dimensions overflows
  // elsewhere.
  uint64_t bytes = ElementBytes(type);
  bool empty = false;
  for (int64_t size : shape) {
    if (size < 0)
      return absl::InvalidArgumentError(absl::StrCat("the shape has a negative size, ", size));
    if (size == 0)
      empty = true;
    else if (static_cast<uint64_t>(size) > kMaxBytes / bytes)
      return absl::InvalidArgumentError(
          absl::StrCat("the shape ", TypeString(type, shape), " is over 2^62 bytes"));
    else
      bytes *= static_cast<uint64_t>(size);
  }
  return empty ? 0 : static_cast<size_t>(bytes);
}

} // namespace aic::weights

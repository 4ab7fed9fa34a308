// NumPy's .npy: one array a file (NEP 1, format versions 1 to 3). Status codes as in Weights.h.

#ifndef AIC_FRONTENDS_WEIGHTS_NPY_H
#define AIC_FRONTENDS_WEIGHTS_NPY_H

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "frontends/weights/Element.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace aic::weights {

struct NpyHeader;

/// An array that owns its elements: dense, little-endian, row-major, aligned for its element type.
struct Array {
  ElementType type = ElementType::F32;
  std::vector<int64_t> shape;
  std::vector<uint8_t> data;
};

/// An .npy file that is open: what it holds is known, and nothing of it is copied yet. A sparse file claims
/// any size.
class NpyFile {
public:
  static absl::StatusOr<NpyFile> Open(const std::string& path);

  ElementType type() const;
  const std::vector<int64_t>& shape() const;
  size_t bytes() const; ///< of the elements
  /// Writes `bytes()` bytes, little-endian and row-major.
  void CopyTo(void* out) const;

private:
  NpyFile();
  std::shared_ptr<const void> mapping_;
  std::shared_ptr<const NpyHeader> header_;
  const uint8_t* data_ = nullptr;
};

/// Reads an .npy file. Big-endian and Fortran-order arrays come back little-endian and row-major. Structured,
/// complex, text, date and unsigned 16- to 64-bit arrays are Unimplemented.
absl::StatusOr<Array> ReadNpy(const std::string& path);

/// The same for bytes in memory; `path` is for messages.
absl::StatusOr<Array> ParseNpy(const uint8_t* data, size_t size, const std::string& path);

/// Writes an .npy file (version 1) under a temporary name in the same folder and renames it, so that `path`
/// is either what it was or complete. Where `path` is there and no regular file (/dev/stdout, a pipe) it is
/// written directly. data: TensorBytes(type, shape) bytes, little-endian, row-major. bf16, which NumPy lacks,
/// is Unimplemented.
absl::Status WriteNpy(const std::string& path, ElementType type, absl::Span<const int64_t> shape,
                      const void* data);

} // namespace aic::weights

#endif

// Writes named tensors as a .safetensors file.

#ifndef AIC_FRONTENDS_WEIGHTS_SAFETENSORSWRITER_H
#define AIC_FRONTENDS_WEIGHTS_SAFETENSORSWRITER_H

#include "absl/status/status.h"
#include "frontends/weights/Element.h"
#include "frontends/weights/MappedFile.h"

#include <functional>
#include <string>
#include <vector>

namespace aic::weights {

/// A tensor that is to be written. `read` gives its bytes, TensorBytes(type, shape) of them, little-endian
/// and row-major (a bool is one byte); they may lie in `scratch`, which it may use as it likes: they are
/// asked for when it is their turn, one tensor after another.
struct TensorSource {
  std::string name; ///< UTF-8, no other's
  ElementType type;
  std::vector<int64_t> shape;
  std::function<Bytes(std::vector<uint8_t>& scratch)> read;
};

/// Writes the file whole or not at all (FileWriter). The larger elements come first, then by name, so that
/// every tensor lies aligned to its elements and the same tensors give the same bytes. Fails with FileError's
/// codes, and InvalidArgument where a name, a shape or the number of bytes is wrong.
absl::Status WriteSafetensors(const std::string& path, const std::vector<TensorSource>& tensors);

} // namespace aic::weights

#endif

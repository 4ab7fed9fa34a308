// Trained parameters from files: .safetensors, .npz and .gguf, memory-mapped, every size and offset checked
// before use.
//
// Status codes, here and in Npy.h:
//   NotFound, PermissionDenied, Unavailable   the file cannot be read or written (exit code 4)
//   InvalidArgument                           its content is malformed (exit code 1)
//   Unimplemented                             well formed, but not supported: an element type, say (exit code
//   3)
// Each message begins with the file's name as the caller gave it.

#ifndef AIC_FRONTENDS_WEIGHTS_WEIGHTS_H
#define AIC_FRONTENDS_WEIGHTS_WEIGHTS_H

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "frontends/weights/Element.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace aic::weights {

/// What a file says of a tensor.
struct TensorInfo {
  ElementType type;
  std::vector<int64_t> shape;
  size_t bytes;
  std::string blocks = {}; ///< what llama.cpp calls the blocks that an f32 tensor lies in, "Q4_0"; else ""
};

/// A matrix [rows, columns] in blocks: 32 neighbours of a row have a scale, and w = scale * q.
struct Blocks {
  static constexpr int64_t kElements = 32;
  int bits; ///< of q, which has signs: 8, or 4, two a byte, the first of neighbours in the low half
  int64_t rows, columns;
  bool turned;                            ///< the tensor is this matrix transposed
  size_t numberBytes, scaleBytes;         ///< of what follows
  std::shared_ptr<const uint8_t> numbers; ///< [rows, columns]
  std::shared_ptr<const uint8_t> scales;  ///< [rows, columns / 32] of f16, little-endian
};

/// Its elements, dense, little-endian and row-major, in a WeightFile, which must outlive them. The alignment
/// is whatever the file gives (1 byte is all that is promised): read with memcpy.
using TensorData = absl::Span<const uint8_t>;

/// A file of named tensors. It may be shared between threads.
///
/// The file is mapped read-only and nothing is copied, but for the members of an .npz that are compressed,
/// big-endian or in Fortran order, and what is quantised or turned in a .gguf: those take memory when they
/// are asked for, not before. Should another process truncate the file while it is mapped, touching the lost
/// part raises SIGBUS: do not rewrite weights in place under a running compile.
class WeightFile {
public:
  /// Opens a .safetensors, .npz or .gguf file; the content decides which, not the name.
  static absl::StatusOr<std::shared_ptr<WeightFile>> Open(const std::string& path);

  /// The same for bytes in memory, which must outlive the result; `path` is for messages.
  static absl::StatusOr<std::shared_ptr<WeightFile>> Parse(const uint8_t* data, size_t size,
                                                           const std::string& path);

  ~WeightFile();
  WeightFile(const WeightFile&) = delete;
  WeightFile& operator=(const WeightFile&) = delete;

  /// The tensor of exactly this name, or null.
  const TensorInfo* Find(absl::string_view name) const;

  /// All tensors by name.
  const std::map<std::string, TensorInfo>& tensors() const { return tensors_; }

  /// The elements of a tensor of this file. What cannot be used in place is unpacked at the first call and
  /// kept; only then is it known whether a compressed member is whole.
  absl::StatusOr<TensorData> Load(absl::string_view name) const;

  /// Whether a tensor can be had as Blocks: a matrix in Q8_0 or Q4_0.
  bool HasBlocks(absl::string_view name) const;
  /// It, where it can. Errors: Unavailable, memory is short.
  absl::StatusOr<Blocks> LoadBlocks(absl::string_view name) const;

private:
  struct Source; // where the elements of a tensor lie, and how they get out

  WeightFile();

  std::map<std::string, TensorInfo> tensors_;
  std::map<std::string, std::unique_ptr<Source>> sources_;
  std::shared_ptr<const void> mapping_; // keeps the mapped file
};

/// Fills the parameter `name` as `--weights random:SEED` does (rule 10 of the graph language): reproducible
/// in ten lines of numpy, see README.md. out: TensorBytes(type, shape) bytes, little-endian, row-major, any
/// alignment. Values are computed in double and rounded once, to nearest even, to the element type (also to
/// integers). The shape must be one that TensorBytes accepts.
void FillRandom(uint64_t seed, absl::string_view name, absl::Span<const int64_t> shape, ElementType type,
                void* out);

/// Fills an input for a trial run from the same u(i), unscaled: floats are uniform in [-1, 1), integers and
/// bools are 1 where u(i) >= 0 and else 0, so that they are good indices too.
void FillUniform(uint64_t seed, absl::string_view name, absl::Span<const int64_t> shape, ElementType type,
                 void* out);

} // namespace aic::weights

#endif

// idx: one array a file, as MNIST and its like come in it (yann.lecun.com/exdb/mnist, "the IDX file format").
// Status codes as in Weights.h.

#ifndef AIC_FRONTENDS_WEIGHTS_IDX_H
#define AIC_FRONTENDS_WEIGHTS_IDX_H

#include "absl/status/statusor.h"
#include "frontends/weights/Npy.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace aic::weights {

/// Reads an idx file, also one that is packed by gzip (the content decides, not the name): two zeros, a byte
/// for the type (8: u8, 9: i8, 11: i16, 12: i32, 13: f32, 14: f64), one for the number of dimensions, these
/// as 32-bit numbers, and the elements, all big-endian. The result is little-endian.
absl::StatusOr<Array> ReadIdx(const std::string& path);

/// The same for bytes in memory; `path` is for messages.
absl::StatusOr<Array> ParseIdx(const uint8_t* data, size_t size, const std::string& path);

} // namespace aic::weights

#endif

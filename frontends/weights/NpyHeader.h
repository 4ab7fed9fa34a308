// The header of an .npy array, and turning any array into a dense little-endian row-major one.

#ifndef AIC_FRONTENDS_WEIGHTS_NPYHEADER_H
#define AIC_FRONTENDS_WEIGHTS_NPYHEADER_H

#include "absl/status/statusor.h"
#include "frontends/weights/Element.h"
#include "frontends/weights/MappedFile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::weights {

struct NpyHeader {
  ElementType type = ElementType::F32;
  bool bigEndian = false;    // never for elements of one byte
  bool fortranOrder = false; // never where it makes no difference
  std::vector<int64_t> shape;
  size_t dataOffset = 0; // from the start of the file
  size_t dataBytes = 0;  // dataOffset + dataBytes is the size of the file
};

/// Parses the header and checks that the elements fill the rest of `file` exactly. `where` begins each
/// message.
absl::StatusOr<NpyHeader> ParseNpyHeader(Bytes file, const std::string& where);

/// The same where only the beginning of `size` bytes is at hand: at least NpyHeaderBytes of them.
absl::StatusOr<NpyHeader> ParseNpyHeader(Bytes begin, uint64_t size, const std::string& where);

/// How many bytes the header takes, from the first kNpyPrefix bytes or all of a shorter file; 0 where it is
/// no header that ParseNpyHeader accepts.
constexpr size_t kNpyPrefix = 12;
size_t NpyHeaderBytes(Bytes begin);

/// Copies the elements that stand at `data` to `out` (dataBytes each), little-endian and row-major.
void CopyElements(const NpyHeader& header, const uint8_t* data, uint8_t* out);

} // namespace aic::weights

#endif

// The central directory of a zip file (PKWARE's APPNOTE 6.3, with zip64), every size and offset checked.

#ifndef AIC_FRONTENDS_WEIGHTS_ZIPDIRECTORY_H
#define AIC_FRONTENDS_WEIGHTS_ZIPDIRECTORY_H

#include "absl/status/statusor.h"
#include "frontends/weights/MappedFile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::weights {

struct ZipMember {
  std::string name;
  bool deflated = false; // else stored: data is the content
  Bytes data;            // as it lies in the file
  uint64_t size = 0;     // of the content
  uint32_t crc = 0;      // of the content
};

/// The members, in the order of the directory. They overlap nowhere in the file, and a declared size is at
/// most what deflate can make of the member's bytes, so that a small file cannot claim a large amount of
/// memory.
absl::StatusOr<std::vector<ZipMember>> ReadZipDirectory(Bytes file, const std::string& path);

} // namespace aic::weights

#endif

// Pictures as PNG files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aic::tool {

/// rgb: [height, width, 3] of 8 bits.
struct Picture {
  int64_t height = 0, width = 0;
  std::vector<uint8_t> rgb;
};

/// The bytes of a PNG file (ISO/IEC 15948): 8 bits, RGB, not interlaced. Equal pictures give equal bytes with
/// one zlib.
std::string encodePng(const Picture& picture);

/// Each pixel as a square of factor x factor.
Picture enlarge(const Picture& picture, int64_t factor);

/// One under the other; all have one width.
Picture stack(const std::vector<Picture>& pictures);

} // namespace aic::tool

#include "tools/aic/Png.h"

#include <zlib.h>

namespace aic::tool {

namespace {

void appendBig(std::string& text, uint32_t value) {
  for (int shift : {24, 16, 8, 0})
    text += static_cast<char>(value >> shift);
}

/// Length, type, data and their checksum.
void appendChunk(std::string& file, const char (&type)[5], const std::string& data) {
  const std::string body = type + data;
  appendBig(file, static_cast<uint32_t>(data.size()));
  file += body;
  appendBig(file, static_cast<uint32_t>(
                      crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))));
}

} // namespace

std::string encodePng(const Picture& picture) {
  const auto row = static_cast<size_t>(picture.width) * 3;
  std::string lines; // each begins with its filter: 0, none
  for (size_t y = 0; y < static_cast<size_t>(picture.height); ++y) {
    lines += '\0';
    lines.append(reinterpret_cast<const char*>(picture.rgb.data()) + y * row, row);
  }
  uLongf bytes = compressBound(static_cast<uLong>(lines.size()));
  std::string packed(bytes, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &bytes, reinterpret_cast<const Bytef*>(lines.data()),
           static_cast<uLong>(lines.size())); // within compressBound it fails for want of memory alone
  packed.resize(bytes);
  std::string header;
  appendBig(header, static_cast<uint32_t>(picture.width));
  appendBig(header, static_cast<uint32_t>(picture.height));
  header += std::string("\x08\x02\0\0\0", 5); // 8 bits, RGB
  std::string file = "\x89PNG\r\n\x1a\n";
  appendChunk(file, "IHDR", header);
  appendChunk(file, "IDAT", packed);
  appendChunk(file, "IEND", "");
  return file;
}

Picture enlarge(const Picture& picture, int64_t factor) {
  Picture large{picture.height * factor, picture.width * factor, {}};
  large.rgb.reserve(picture.rgb.size() * static_cast<size_t>(factor * factor));
  for (int64_t y = 0; y < large.height; ++y)
    for (int64_t x = 0; x < large.width; ++x) {
      const auto* pixel = &picture.rgb[static_cast<size_t>((y / factor * picture.width + x / factor) * 3)];
      large.rgb.insert(large.rgb.end(), pixel, pixel + 3);
    }
  return large;
}

Picture stack(const std::vector<Picture>& pictures) {
  Picture all{0, pictures.empty() ? 0 : pictures.front().width, {}};
  for (const Picture& picture : pictures) {
    all.height += picture.height;
    all.rgb.insert(all.rgb.end(), picture.rgb.begin(), picture.rgb.end());
  }
  return all;
}

} // namespace aic::tool

// Files for the tests of this room: those of Inputs/, and ones made on the spot.

#ifndef AIC_TEST_UNIT_WEIGHTS_FILES_H
#define AIC_TEST_UNIT_WEIGHTS_FILES_H

#include "frontends/weights/Weights.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace aic::weights {

inline std::string InputPath(const std::string& name) {
  return std::string(AIC_SOURCE_DIR) + "/test/unit/weights/Inputs/" + name;
}

inline std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// A folder of its own, removed at the end.
class TemporaryFolder {
public:
  TemporaryFolder() {
    char name[] = "/tmp/aic-weights-test.XXXXXX";
    path_ = mkdtemp(name);
  }
  ~TemporaryFolder() {
    if (std::system(("rm -rf " + path_).c_str()) != 0)
      std::abort();
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

private:
  std::string path_;
};

/// Parses a copy whose end is the end of its heap block, so that AddressSanitizer sees a read behind it.
inline absl::StatusOr<std::shared_ptr<WeightFile>> ParseString(const std::string& text) {
  static std::vector<std::unique_ptr<uint8_t[]>> keep;
  keep.emplace_back(new uint8_t[text.size()]);
  std::memcpy(keep.back().get(), text.data(), text.size());
  return WeightFile::Parse(keep.back().get(), text.size(), "file");
}

/// The elements of a tensor; none where they cannot be had.
template <typename T> std::vector<T> Values(const WeightFile& file, const std::string& name) {
  absl::StatusOr<TensorData> data = file.Load(name);
  std::vector<T> values(data.ok() ? data->size() / sizeof(T) : 0);
  if (!values.empty())
    std::memcpy(values.data(), data->data(), data->size());
  return values;
}

template <typename T> std::string Le(T value) {
  std::string out;
  for (size_t i = 0; i < sizeof(T); ++i)
    out += static_cast<char>(static_cast<uint64_t>(value) >> (8 * i));
  return out;
}

/// A .safetensors file from the text of its header.
inline std::string Safetensors(const std::string& header, const std::string& data) {
  return Le<uint64_t>(header.size()) + header + data;
}

/// An .npy file (version 1) from the text of its header.
inline std::string Npy(const std::string& header, const std::string& data) {
  return std::string("\x93NUMPY\x01\x00", 8) + Le<uint16_t>(static_cast<uint16_t>(header.size())) + header +
         data;
}

inline std::string TinyNpy() {
  return Npy("{'descr': '<i2', 'fortran_order': False, 'shape': (2,), }", Le<uint16_t>(5) + Le<uint16_t>(6));
}

} // namespace aic::weights

#endif

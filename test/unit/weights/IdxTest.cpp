// The idx reader, against the format's description: every type, packed and not, every truncation.

#include "frontends/weights/Idx.h"

#include "test/unit/weights/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace aic::weights {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// As MNIST's pages write it: two zeros, the type, the number of dimensions, these, the elements.
std::string Idx(int type, const std::vector<uint32_t>& shape, const std::string& elements) {
  std::string out = {0, 0, static_cast<char>(type), static_cast<char>(shape.size())};
  for (uint32_t size : shape)
    for (int shift = 24; shift >= 0; shift -= 8)
      out += static_cast<char>(size >> shift);
  return out + elements;
}

std::string Gzip(const std::string& text) {
  z_stream stream = {};
  deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 100, 0);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

absl::StatusOr<Array> Parse(const std::string& bytes) {
  std::vector<uint8_t> copy(bytes.begin(), bytes.end()); // whose end AddressSanitizer sees
  return ParseIdx(copy.data(), copy.size(), "file");
}

template <typename T> std::vector<T> Elements(const Array& array) {
  std::vector<T> values(array.data.size() / sizeof(T));
  std::memcpy(values.data(), array.data.data(), array.data.size());
  return values;
}

TEST(Idx, ReadsEveryType) {
  // 2051, which MNIST's pictures begin with, is u8 and three dimensions.
  const std::string pictures = Idx(8, {2, 2, 3}, "abcdefghijkl");
  EXPECT_EQ(pictures.substr(0, 4), std::string("\x00\x00\x08\x03", 4));
  for (const std::string& bytes : {pictures, Gzip(pictures)}) {
    auto array = Parse(bytes);
    ASSERT_TRUE(array.ok()) << array.status();
    EXPECT_EQ(TypeString(array->type, array->shape), "u8[2, 2, 3]");
    EXPECT_EQ(std::string(array->data.begin(), array->data.end()), "abcdefghijkl");
  }
  EXPECT_THAT(Elements<int8_t>(*Parse(Idx(9, {2}, "\x01\xff"))), ElementsAre(1, -1));
  EXPECT_THAT(Elements<int16_t>(*Parse(Idx(11, {2}, std::string("\x01\x02\xff\xfe", 4)))),
              ElementsAre(258, -2));
  EXPECT_THAT(Elements<int32_t>(*Parse(Idx(12, {1}, std::string("\x00\x01\x00\x02", 4)))),
              ElementsAre(65538));
  EXPECT_THAT(Elements<float>(*Parse(Idx(13, {1}, std::string("\x3f\xc0\x00\x00", 4)))), ElementsAre(1.5f));
  EXPECT_THAT(Elements<double>(*Parse(Idx(14, {1}, std::string("\xc0\x04\0\0\0\0\0\0", 8)))),
              ElementsAre(-2.5));
  EXPECT_EQ(Parse(Idx(8, {0, 28, 28}, ""))->data.size(), 0u);
}

TEST(Idx, EveryTruncationIsAMessage) {
  const std::string plain = Idx(12, {2, 3}, std::string(24, 'x'));
  for (const std::string& bytes : {plain, Gzip(plain)})
    for (size_t size = 0; size < bytes.size(); ++size) {
      auto array = Parse(bytes.substr(0, size));
      ASSERT_FALSE(array.ok()) << size;
      EXPECT_EQ(array.status().code(), absl::StatusCode::kInvalidArgument) << size;
      EXPECT_THAT(std::string(array.status().message()), HasSubstr("file: "));
    }
  for (const std::string& bytes : {plain + "x", Gzip(plain) + "x", Gzip(plain + "x")}) {
    auto array = Parse(bytes);
    ASSERT_FALSE(array.ok());
    EXPECT_THAT(std::string(array.status().message()),
                HasSubstr("the file does not end with its array: i32[2, 3], 24 bytes"));
  }
}

TEST(Idx, ClaimsAreCheckedBeforeMemoryIsTaken) {
  for (const std::string& bytes : {Idx(8, {0xffffffffu, 4}, "abcd"), Gzip(Idx(8, {0xffffffffu, 4}, "abcd"))})
    EXPECT_THAT(std::string(Parse(bytes).status().message()), HasSubstr("shorter than its array"));
  EXPECT_FALSE(Parse(Idx(14, {0xffffffffu, 0xffffffffu, 0xffffffffu}, "")).ok()); // 2^99 bytes
  EXPECT_THAT(std::string(Parse(Idx(10, {1}, "a")).status().message()), HasSubstr("this is no idx file"));
  std::string damaged = Gzip(Idx(8, {64}, std::string(64, 'a')));
  damaged[damaged.size() - 7] ^= 1; // of the checksum
  EXPECT_FALSE(Parse(damaged).ok());
  EXPECT_EQ(ReadIdx("/nowhere/pictures").status().code(), absl::StatusCode::kNotFound);
}

} // namespace
} // namespace aic::weights

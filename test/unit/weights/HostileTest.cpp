// Files that are cut off, contradict themselves, or claim what cannot be.

#include "frontends/weights/Npy.h"
#include "test/unit/weights/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::weights {
namespace {

using testing::HasSubstr;

TEST(Hostile, EveryTruncationIsAnError) {
  for (const char* name : {"tiny.safetensors", "tiny.npz", "tiny_deflated.npz", "zip64.npz", "gpt2.gguf"}) {
    std::string bytes = ReadAll(InputPath(name));
    ASSERT_TRUE(ParseString(bytes).ok()) << name;
    for (size_t size = 0; size < bytes.size(); ++size) {
      absl::Status status = ParseString(bytes.substr(0, size)).status();
      EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument)
          << name << " cut to " << size << ": " << status;
      EXPECT_FALSE(status.message().empty());
    }
  }
}

/// Every byte set to a few other values: no crash, and what is accepted stays inside (Values reads it all).
TEST(Hostile, EveryByteChanged) {
  for (const char* name : {"tiny.safetensors", "tiny.npz", "tiny_deflated.npz", "tiny.npy", "gpt2.gguf"}) {
    std::string bytes = ReadAll(InputPath(name));
    bool npy = std::string(name) == "tiny.npy";
    for (size_t i = 0; i < bytes.size(); ++i) {
      for (int value : {0x00, 0x01, 0x7F, 0x80, 0xFF, bytes[i] ^ 0x10}) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(value);
        if (npy) {
          absl::StatusOr<Array> array =
              ParseNpy(reinterpret_cast<const uint8_t*>(changed.data()), changed.size(), "file");
          if (array.ok()) {
            EXPECT_EQ(array->data.size(), TensorBytes(array->type, array->shape).value());
          }
          continue;
        }
        auto file = ParseString(changed);
        if (!file.ok())
          continue;
        for (const auto& [tensor, info] : (*file)->tensors()) {
          EXPECT_EQ(info.bytes, TensorBytes(info.type, info.shape).value());
          if (auto data = (*file)->Load(tensor); data.ok())
            EXPECT_EQ(Values<uint8_t>(**file, tensor).size(), info.bytes);
          else
            EXPECT_EQ(data.status().code(), absl::StatusCode::kInvalidArgument) << data.status();
        }
      }
    }
  }
}

struct Case {
  std::string header;
  std::string message;
  absl::StatusCode code = absl::StatusCode::kInvalidArgument;
};

TEST(Hostile, SafetensorsHeaders) {
  auto unimplemented = absl::StatusCode::kUnimplemented;
  const Case cases[] = {
      {"", "does not begin with '{'"},
      {"[]", "does not begin with '{'"},
      {"\xEF\xBB\xBF{}", "does not begin with '{'"},
      {"{", "unexpected end of input"},
      {"{}{}", "expected end of input"},
      {R"({"a":1})", "unexpected a number in the entry 'a'"},
      {R"({"a":null})", "unexpected null"},
      {R"({"a":{}})", "tensor 'a' has no dtype"},
      {R"({"a":{"dtype":"F32"}})", "tensor 'a' has no shape"},
      {R"({"a":{"dtype":"F32","shape":[]}})", "tensor 'a' has no data_offsets"},
      {R"({"a":{"dtype":"F32","dtype":"F32"}})", "unknown or repeated field 'dtype'"},
      {R"({"a":{"dtype":"F32","strides":[1]}})", "unknown or repeated field 'strides'"},
      {R"({"a":{"dtype":{"x":1}}})", "unexpected an object"},
      {R"({"a":{"dtype":"F32","shape":[[2]]}})", "unexpected a list"},
      {R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}})", "the negative number -1"},
      {R"({"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})", "unexpected the number '2.0'"},
      {R"({"a":{"dtype":"F32","shape":[1e400],"data_offsets":[0,8]}})",
       "at byte 34: number overflow parsing"},
      {R"({"a":{"dtype":"F32","shape":[18446744073709551615],"data_offsets":[0,8]}})", "too large"},
      {R"({"a":{"dtype":"F32","shape":[18446744073709551616],"data_offsets":[0,8]}})",
       "unexpected the number"},
      {R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}})", "over 2^62 bytes"},
      {R"({"a":{"dtype":"F32","shape":[0,4611686018427387904,4],"data_offsets":[0,8]}})", "over 2^62 bytes"},
      {R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})",
       "f32[3] needs 12 bytes, data_offsets span 8"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})", "end before they begin"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}})", "has 1 numbers, not 2"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}})", "has 3 numbers, not 2"},
      {R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})", "outside the 8 bytes of data"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[18446744073709551608,18446744073709551615]}})",
       "outside the 8 bytes"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "4 bytes after the last tensor"},
      {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", "leave a hole of 4 bytes"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
       "tensor 'b': data_offsets [4, 8] overlap"},
      {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
       "the name 'a' occurs twice"},
      {R"({"__metadata__":{"x":[]}})", "unexpected a list"},
      {R"({"a\u0000\n":{}})", R"(tensor 'a\000\n' has no dtype)"},
      {R"({"q":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}})",
       "tensor 'q': the element type 'F8_E4M3'", unimplemented},
      {R"({"q":{"dtype":"U64","shape":[1],"data_offsets":[0,8]}})", "tensor 'q': the element type 'U64'",
       unimplemented},
      {R"({"q":{"dtype":"F4","shape":[16],"data_offsets":[0,8]}})", "'F4' is not supported", unimplemented},
  };
  for (const Case& c : cases) {
    absl::Status status = ParseString(Safetensors(c.header, std::string(8, 'x'))).status();
    EXPECT_EQ(status.code(), c.code) << c.header << "\n" << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message)) << c.header;
  }
}

TEST(Hostile, SafetensorsDepthAndLength) {
  std::string deep = R"({"a":)" + std::string(1000000, '[');
  EXPECT_THAT(std::string(ParseString(Safetensors(deep, "")).status().message()),
              HasSubstr("unexpected a list"));
  std::string rank = R"({"a":{"dtype":"I8","data_offsets":[0,1],"shape":[1)";
  for (int i = 0; i < 40; ++i)
    rank += ",1";
  EXPECT_THAT(std::string(ParseString(Safetensors(rank + "]}}", "x")).status().message()),
              HasSubstr("rank is 41"));
  EXPECT_THAT(std::string(ParseString(Le<uint64_t>(~uint64_t{0}) + "{}").status().message()),
              HasSubstr("claims 18446744073709551615 bytes"));
  EXPECT_THAT(std::string(ParseString(Le<uint64_t>(3) + "{}").status().message()),
              HasSubstr("the file has 2"));
  std::string name(100000, 'n');
  EXPECT_LT(ParseString(Safetensors(R"({")" + name + R"(":{}})", "")).status().message().size(), 300u);
  EXPECT_TRUE(ParseString(Safetensors("{}", "")).ok());
}

TEST(Hostile, NpyHeaders) {
  auto unimplemented = absl::StatusCode::kUnimplemented;
  auto header = [](const std::string& descr, const std::string& shape) {
    return "{'descr': " + descr + ", 'fortran_order': False, 'shape': " + shape + ", }";
  };
  const Case cases[] = {
      {"", "does not begin with '{'"},
      {"{", "expected 'key': value"},
      {"{}", "is missing"},
      {"{'descr'}", "expected 'key': value"},
      {"{'descr: ", "expected 'key': value"},
      {"{'descr': '<f4', 'descr': '<f4'}", "unknown or repeated key 'descr'"},
      {"{'what': '<f4'}", "unknown or repeated key 'what'"},
      {"{'descr': '<f4' 'shape': (2,)}", "expected ',' or '}'"},
      {"{'fortran_order': Perhaps}", "neither True nor False"},
      {header("'<f4'", "(2,)") + "x", "text after the '}'"},
      {header("7", "(2,)"), "'descr' is no string"},
      {header("'<f4'", "2"), "no tuple of integers"},
      {header("'<f4'", "(-2,)"), "no tuple of integers"},
      {header("'<f4'", "(2.5,)"), "no tuple of integers"},
      {header("'<f4'", "(2"), "no tuple of integers"},
      {header("'<f4'", "(99999999999999999999,)"), "no tuple of integers"},
      {header("'<f4'", "(9223372036854775807, 9223372036854775807)"), "over 2^62 bytes"},
      {header("'<f4'", "(0, 9223372036854775807)"), "over 2^62 bytes"},
      {header("'<f4'", "(3,)"), "f32[3] needs 12 bytes after the header, the file has 8"},
      {header("'<f4'", "(1,)"), "needs 4 bytes after the header, the file has 8"},
      {header("'<f4'", "(1099511627776,)"), "needs 4398046511104 bytes"},
      {header("'<c8'", "(1,)"), "'<c8' is not supported", unimplemented},
      {header("'<u4'", "(2,)"), "'<u4' is not supported", unimplemented},
      {header("'|O'", "(1,)"), "'|O' is not supported", unimplemented},
      {header("'<U2'", "(1,)"), "'<U2' is not supported", unimplemented},
      {header("'f4'", "(2,)"), "'f4' is not supported", unimplemented},
      {header("''", "(2,)"), "'' is not supported", unimplemented},
      {header("[('x', '<f4')]", "(2,)"), "structured arrays", unimplemented},
  };
  for (const Case& c : cases) {
    std::string bytes = Npy(c.header, std::string(8, 'x'));
    absl::Status status =
        ParseNpy(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), "file").status();
    EXPECT_EQ(status.code(), c.code) << c.header << "\n" << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message)) << c.header;
  }
}

TEST(Hostile, NpyFraming) {
  auto parse = [](const std::string& bytes) {
    return ParseNpy(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), "file").status();
  };
  std::string good = TinyNpy();
  EXPECT_TRUE(parse(good).ok());
  for (size_t size = 0; size < good.size(); ++size)
    EXPECT_EQ(parse(good.substr(0, size)).code(), absl::StatusCode::kInvalidArgument) << size;
  std::string version = good;
  version[6] = 4;
  EXPECT_EQ(parse(version).code(), absl::StatusCode::kUnimplemented);
  std::string huge = std::string("\x93NUMPY\x02\x00", 8) + Le<uint32_t>(2 << 20) + std::string(2 << 20, ' ');
  EXPECT_THAT(std::string(parse(huge).message()), HasSubstr("at most 1048576"));
}

} // namespace
} // namespace aic::weights

#include "test/unit/weights/Files.h"

#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace aic::weights {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// What make_inputs.py's arrays() holds.
void ExpectArrays(const WeightFile& file) {
  const TensorInfo* weight = file.Find("fc.weight");
  ASSERT_NE(weight, nullptr);
  EXPECT_EQ(TypeString(weight->type, weight->shape), "f32[3, 4]");
  EXPECT_EQ(weight->bytes, 48u);
  EXPECT_EQ(Values<float>(file, "fc.weight")[5], 1.25f);
  EXPECT_EQ(TypeString(file.Find("half")->type, file.Find("half")->shape), "f16[2, 3, 4]");
  EXPECT_EQ(Values<uint16_t>(file, "half")[1], 0x3C00);
  EXPECT_EQ(TypeString(file.Find("double")->type, file.Find("double")->shape), "f64[2, 4]");
  EXPECT_THAT(Values<double>(file, "double"), ElementsAre(0, 1, 2, 3, 12, 13, 14, 15));
  EXPECT_EQ(file.Find("flags")->type, ElementType::Bool);
  EXPECT_EQ(Values<uint8_t>(file, "flags")[3], 1);
  EXPECT_EQ(file.Find("bytes")->type, ElementType::U8);
  EXPECT_EQ(Values<int8_t>(file, "signed")[0], -12);
  EXPECT_EQ(Values<int16_t>(file, "short")[23], 23000);
  EXPECT_EQ(Values<int32_t>(file, "int")[0], -5);
  const TensorInfo* scalar = file.Find("num_batches_tracked");
  EXPECT_EQ(TypeString(scalar->type, scalar->shape), "i64[]");
  EXPECT_THAT(Values<int64_t>(file, "num_batches_tracked"), ElementsAre(int64_t{1} << 40));
  EXPECT_EQ(TypeString(file.Find("empty")->type, file.Find("empty")->shape), "f32[0, 3]");
  EXPECT_EQ(file.Find("empty")->bytes, 0u);
  EXPECT_EQ(file.Find("fc"), nullptr);
  EXPECT_EQ(file.Find("fc.weight.npy"), nullptr);
}

TEST(WeightFile, ReadsSafetensors) {
  auto file = WeightFile::Open(InputPath("all.safetensors"));
  ASSERT_TRUE(file.ok()) << file.status();
  ExpectArrays(**file);
  EXPECT_EQ((*file)->tensors().size(), 11u);
  EXPECT_EQ((*file)->Find("brain")->type, ElementType::BF16);
  EXPECT_THAT(Values<uint16_t>(**file, "brain"), ElementsAre(0x3F80, 0xC000));
}

TEST(WeightFile, ReadsNpz) {
  for (const char* name : {"all.npz", "deflated.npz"}) {
    SCOPED_TRACE(name);
    auto file = WeightFile::Open(InputPath(name));
    ASSERT_TRUE(file.ok()) << file.status();
    ExpectArrays(**file);
    EXPECT_EQ((*file)->tensors().size(), 10u);
  }
}

TEST(WeightFile, TurnsFortranOrderAndBigEndian) {
  auto file = WeightFile::Open(InputPath("turned.npz"));
  ASSERT_TRUE(file.ok()) << file.status();
  std::vector<float> count(24);
  for (int i = 0; i < 24; ++i)
    count[i] = i;
  EXPECT_EQ(Values<float>(**file, "fortran"), count);
  EXPECT_EQ(TypeString((*file)->Find("fortran")->type, (*file)->Find("fortran")->shape), "f32[2, 3, 4]");
  EXPECT_THAT(Values<float>(**file, "big"), ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_THAT(Values<int64_t>(**file, "both"), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(WeightFile, CopiesNothingThatCanStayInPlace) {
  for (const char* name : {"all.safetensors", "all.npz"}) {
    std::string bytes = ReadAll(InputPath(name));
    const auto* begin = reinterpret_cast<const uint8_t*>(bytes.data());
    auto file = WeightFile::Parse(begin, bytes.size(), name);
    ASSERT_TRUE(file.ok()) << file.status();
    for (const auto& [tensor, info] : (*file)->tensors()) {
      auto data = (*file)->Load(tensor);
      ASSERT_TRUE(data.ok()) << data.status();
      EXPECT_GE(data->data(), begin) << tensor;
      EXPECT_LE(data->data() + data->size(), begin + bytes.size()) << tensor;
    }
  }
}

TEST(WeightFile, StaysWhenTheNameIsReplaced) {
  TemporaryFolder folder;
  std::string path = folder / "w.safetensors";
  std::ofstream(path, std::ios::binary) << ReadAll(InputPath("tiny.safetensors"));
  auto file = WeightFile::Open(path);
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_EQ(unlink(path.c_str()), 0);
  EXPECT_THAT(Values<float>(**file, "a"), ElementsAre(1, 2));
}

TEST(WeightFile, ContentDecidesNotTheName) {
  TemporaryFolder folder;
  std::string path = folder / "w.npz";
  std::ofstream(path, std::ios::binary) << ReadAll(InputPath("tiny.safetensors"));
  EXPECT_TRUE(WeightFile::Open(path).ok());
}

struct FailureCase {
  std::string path;
  absl::StatusCode code;
  std::string message;
};

TEST(WeightFile, SaysWhyAFileCannotBeRead) {
  TemporaryFolder folder;
  std::ofstream(folder / "empty").flush();
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  const FailureCase cases[] = {
      {folder / "absent", absl::StatusCode::kNotFound, "absent: cannot open: No such file or directory"},
      {folder / "empty/x", absl::StatusCode::kNotFound, "Not a directory"},
      {folder.path(), absl::StatusCode::kUnavailable, "it is a folder"},
      {folder / "pipe", absl::StatusCode::kUnavailable, "no regular file"},
      {"/dev/null", absl::StatusCode::kUnavailable, "no regular file"},
      {folder / "empty", absl::StatusCode::kInvalidArgument, "the file is empty"},
      {InputPath("tiny.npy"), absl::StatusCode::kInvalidArgument, "one .npy array without a name"},
      {InputPath("torch.pth"), absl::StatusCode::kUnimplemented, "tools/pth2safetensors.py"},
  };
  for (const FailureCase& c : cases) {
    absl::Status status = WeightFile::Open(c.path).status();
    EXPECT_EQ(status.code(), c.code) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message));
    EXPECT_EQ(status.message().substr(0, c.path.size()), c.path);
  }
}

} // namespace
} // namespace aic::weights

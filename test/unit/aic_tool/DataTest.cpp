// --data: what becomes of samples on their way into an entry's inputs, and what is refused.

#include "tools/aic/Data.h"

#include "frontends/weights/FileWriter.h"
#include "frontends/weights/SafetensorsWriter.h"
#include "tools/aic/Failure.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::tool {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using weights::ElementType;

struct Tensor {
  std::string name;
  ElementType type;
  std::vector<int64_t> shape;
  std::vector<uint8_t> bytes;
};

template <typename T> std::vector<uint8_t> bytesOf(const std::vector<T>& values) {
  auto* first = reinterpret_cast<const uint8_t*>(values.data());
  return std::vector<uint8_t>(first, first + values.size() * sizeof(T));
}

class Data : public testing::Test {
protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "aic-data-test";
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// Named tensors in a file, which the content makes .safetensors, whatever its name.
  std::string write(const std::string& name, const std::vector<Tensor>& tensors) {
    std::vector<weights::TensorSource> sources;
    for (const Tensor& tensor : tensors)
      sources.push_back({tensor.name, tensor.type, tensor.shape,
                         [&tensor](std::vector<uint8_t>&) { return weights::Bytes(tensor.bytes); }});
    const std::string path = folder_ + "/" + name;
    EXPECT_TRUE(weights::WriteSafetensors(path, sources).ok());
    return path;
  }
  std::string write(const std::string& name, const std::string& bytes) {
    const std::string path = folder_ + "/" + name;
    EXPECT_TRUE(weights::WriteFile(
                    path, {weights::Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size())})
                    .ok());
    return path;
  }

  Buffer& input(const char* name, ElementType type, const std::vector<int64_t>& shape) {
    shapes_.push_back(std::make_unique<std::vector<int64_t>>(shape));
    Buffer& buffer = inputs_.emplace_back();
    AIC_INIT(&buffer.info);
    buffer.info.name = name;
    buffer.info.type = static_cast<aic_element_type>(type);
    buffer.info.shape = shapes_.back()->data();
    buffer.info.rank = static_cast<uint32_t>(shape.size());
    buffer.info.bytes = *weights::TensorBytes(type, shape);
    EXPECT_EQ(allocateBuffer(buffer), Good);
    return buffer;
  }
  template <typename T> std::vector<T> values(size_t i) const {
    const T* data = static_cast<const T*>(inputs_[i].data.get());
    std::vector<T> copy(inputs_[i].info.bytes / sizeof(T));
    std::copy_n(data, copy.size(), copy.begin());
    return copy;
  }
  /// Opens and matches; the message where that does not go.
  std::string problem(const std::string& argument, const std::vector<std::string>& others = {}) {
    testing::internal::CaptureStderr();
    Samples samples;
    Feed feed;
    int code = samples.open("train", argument);
    if (!code)
      code = feed.match("train", samples, inputs_, others);
    const std::string message = testing::internal::GetCapturedStderr();
    EXPECT_EQ(code != 0, !message.empty());
    return message;
  }

  std::string folder_;
  std::vector<Buffer> inputs_;
  std::vector<std::unique_ptr<std::vector<int64_t>>> shapes_;
};

TEST_F(Data, FilesOfAFolderFollowOneAnother) {
  auto part = [&](const char* name, std::vector<float> x, std::vector<int64_t> y) {
    const int64_t n = static_cast<int64_t>(y.size());
    write(name, {{"x", ElementType::F32, {n, 2}, bytesOf(x)}, {"y", ElementType::I64, {n}, bytesOf(y)}});
  };
  part("a.npz", {}, {});
  part("b.npz", {1, 2, 3, 4}, {10, 20});
  part("c.npz", {5, 6}, {30});
  write("notes.txt", std::string("not samples"));
  Samples samples;
  ASSERT_EQ(samples.open("train", folder_), Good);
  EXPECT_EQ(samples.size(), 3);
  EXPECT_EQ(samples.describe(), folder_ + ": 3 samples of x: f32[2], y: i64[]");
  input("y", ElementType::I32, {2});
  input("x", ElementType::F64, {2, 1, 2}); // a dimension of 1 more, and wider
  input("lr", ElementType::F32, {});
  Feed feed;
  ASSERT_EQ(feed.match("train", samples, inputs_, {"lr"}), Good);
  EXPECT_EQ(feed.batch(), 2);
  EXPECT_EQ(feed.column(0), samples.find("y"));
  EXPECT_EQ(feed.column(2), nullptr);
  feed.fill({2, 0}, inputs_);
  EXPECT_THAT(values<int32_t>(0), ElementsAre(30, 10));
  EXPECT_THAT(values<double>(1), ElementsAre(5, 6, 1, 2));
  feed.fill({1}, inputs_); // fewer: the last again
  EXPECT_THAT(values<int32_t>(0), ElementsAre(20, 20));
  EXPECT_THAT(values<double>(1), ElementsAre(3, 4, 3, 4));

  write("d.npz", {{"x", ElementType::F32, {1, 3}, bytesOf<float>({1, 2, 3})}});
  EXPECT_THAT(problem(folder_),
              HasSubstr("d.npz: the samples' x: f32[3] is x: f32[2] in " + folder_ + "/a.npz"));
  write("d.npz", {{"x", ElementType::F32, {1, 2}, bytesOf<float>({1, 2})}});
  EXPECT_THAT(problem(folder_), HasSubstr("d.npz: there is no array 'y', which " + folder_ + "/a.npz has"));
}

TEST_F(Data, PicturesBecomeFloats) {
  const std::string pictures =
      write("pictures", std::string("\0\0\x08\x03\0\0\0\x02\0\0\0\x01\0\0\0\x02\x00\xff\x33\x66", 20));
  const std::string labels = write("labels", std::string("\0\0\x08\x01\0\0\0\x02\x07\x09", 10));
  Samples samples;
  ASSERT_EQ(samples.open("train", "idx:" + pictures + "," + labels), Good);
  EXPECT_EQ(samples.describe(),
            "idx:" + pictures + "," + labels + ": 2 samples of a picture: u8[1, 2], a label: u8[]");
  input("image", ElementType::F32, {2, 2});
  input("label", ElementType::I64, {2});
  Feed feed;
  ASSERT_EQ(feed.match("train", samples, inputs_), Good);
  feed.fill({0, 1}, inputs_);
  EXPECT_THAT(values<float>(0), ElementsAre(0.0f, 1.0f, 0.2f, 0.4f));
  EXPECT_THAT(values<int64_t>(1), ElementsAre(7, 9));
  input("third", ElementType::F32, {2});
  EXPECT_THAT(problem("idx:" + pictures + "," + labels),
              HasSubstr("--data has nothing for the input third: f32[2]"));
  EXPECT_THAT(problem("idx:" + pictures), HasSubstr("expected idx:IMAGES,LABELS, two files"));
  EXPECT_THAT(problem("idx:" + labels + "," + folder_ + "/none"), HasSubstr("none: cannot open"));
  write("labels", std::string("\0\0\x08\x01\0\0\0\x01\x07", 9));
  EXPECT_THAT(problem("idx:" + pictures + "," + labels), HasSubstr("there are 1 labels, and 2 pictures in"));
}

TEST_F(Data, WhatDoesNotFitIsRefused) {
  const std::string path =
      write("a.npz", {{"x", ElementType::F32, {2, 4}, bytesOf<float>(std::vector<float>(8))},
                      {"n", ElementType::I64, {2}, bytesOf<int64_t>({3, 300})}});
  input("x", ElementType::F32, {4, 3});
  EXPECT_THAT(problem(path),
              HasSubstr("a sample has x: f32[4], and the input is x: f32[4, 3], of which 4 are"));
  inputs_.clear();
  input("x", ElementType::F16, {2, 4});
  EXPECT_THAT(problem(path), HasSubstr("--data does not fit"));
  inputs_.clear();
  input("n", ElementType::U8, {2});
  EXPECT_THAT(problem(path),
              HasSubstr("sample 1 of 'n' has the value 300, which does not fit into the input n: u8[2]"));
  inputs_.clear();
  input("n", ElementType::I16, {2});
  EXPECT_EQ(problem(path), "");
  input("x", ElementType::F32, {3, 4});
  EXPECT_THAT(problem(path), HasSubstr("x: f32[3, 4] takes another number of samples than n: i16[2]"));
  inputs_.clear();
  input("y", ElementType::F32, {2, 4});
  EXPECT_THAT(problem(path), HasSubstr("--data has nothing for the input y: f32[2, 4]"));
  inputs_.clear();
  input("n", ElementType::F32, {2});
  EXPECT_THAT(problem(path), HasSubstr("--data does not fit")); // whether 300 is to be 300.0 nobody said
  inputs_.clear();
  input("lr", ElementType::F32, {});
  EXPECT_THAT(problem(path, {"lr"}), HasSubstr("no input that samples could go to"));

  const std::string uneven = write("b.npz", {{"x", ElementType::F32, {2}, bytesOf<float>({1, 2})},
                                             {"y", ElementType::F32, {1}, bytesOf<float>({1})}});
  EXPECT_THAT(problem(uneven), HasSubstr("the array 'y' has 1 samples along its first axis, 'x' has 2"));
  const std::string scalar = write("c.npz", {{"x", ElementType::F32, {}, bytesOf<float>({1})}});
  EXPECT_THAT(problem(scalar), HasSubstr("the array 'x' is f32[]: it has no first axis"));
  const std::string none = write("d.npz", {{"x", ElementType::F32, {0, 4}, {}}});
  EXPECT_THAT(problem(none), HasSubstr("there are no samples in it"));
  std::filesystem::create_directory(folder_ + "/empty");
  EXPECT_THAT(problem(folder_ + "/empty"), HasSubstr("there is no .npz file in this folder"));
}

} // namespace
} // namespace aic::tool

// WriteSafetensors against the reader.
#include "frontends/weights/SafetensorsWriter.h"
#include "frontends/weights/Weights.h"

#include <cstdio>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <unistd.h>

namespace aic::weights {
namespace {

using ::testing::HasSubstr;

class SafetensorsWriter : public ::testing::Test {
protected:
  void SetUp() override {
    char name[] = "/tmp/aic-safetensors-XXXXXX";
    folder_ = mkdtemp(name);
  }
  void TearDown() override {
    unlink(path().c_str());
    EXPECT_EQ(rmdir(folder_.c_str()), 0) << "something was left behind";
  }
  std::string path() const { return folder_ + "/t.safetensors"; }
  TensorSource source(const std::string& name, ElementType type, std::vector<int64_t> shape) {
    return {name, type, shape, [=](std::vector<uint8_t>& scratch) {
              scratch.resize(*TensorBytes(type, shape));
              std::iota(scratch.begin(), scratch.end(), static_cast<uint8_t>(name.size()));
              return Bytes(scratch);
            }};
  }

private:
  std::string folder_;
};

TEST_F(SafetensorsWriter, TheReaderReadsEveryType) {
  std::vector<TensorSource> tensors;
  for (ElementType type :
       {ElementType::Bool, ElementType::U8, ElementType::F32, ElementType::I16, ElementType::I64,
        ElementType::F16, ElementType::F64, ElementType::I8, ElementType::BF16, ElementType::I32})
    tensors.push_back(source(std::string("a \"name\" \\ é.") + ElementName(type), type, {3, 1, 5}));
  tensors.push_back(source("scalar", ElementType::F32, {}));
  ASSERT_TRUE(WriteSafetensors(path(), tensors).ok());
  auto file = WeightFile::Open(path());
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ((*file)->tensors().size(), tensors.size());
  for (const TensorSource& tensor : tensors) {
    const TensorInfo* view = (*file)->Find(tensor.name);
    ASSERT_NE(view, nullptr) << tensor.name;
    EXPECT_EQ(view->type, tensor.type);
    EXPECT_EQ(view->shape, tensor.shape);
    auto data = (*file)->Load(tensor.name);
    ASSERT_TRUE(data.ok()) << data.status();
    std::vector<uint8_t> scratch;
    Bytes bytes = tensor.read(scratch);
    EXPECT_TRUE(std::equal(bytes.begin(), bytes.end(), data->begin(), data->end())) << tensor.name;
    EXPECT_EQ(reinterpret_cast<uintptr_t>(data->data()) % ElementBytes(tensor.type), 0U) << tensor.name;
  }
}

TEST_F(SafetensorsWriter, WhatIsWrongLeavesNothing) {
  TensorSource a = source("a", ElementType::F32, {2}), twice = source("a", ElementType::I8, {1});
  EXPECT_THAT(WriteSafetensors(path(), {a, twice}).ToString(), HasSubstr("tensor 'a': the name is taken"));
  TensorSource few = a;
  few.read = [](std::vector<uint8_t>& scratch) { return Bytes(scratch); };
  EXPECT_THAT(WriteSafetensors(path(), {few}).ToString(), HasSubstr("there are 0 bytes, not 8"));
  EXPECT_THAT(WriteSafetensors(path(), {source("b", ElementType::F32, {-1})}).ToString(),
              HasSubstr("tensor 'b'"));
  EXPECT_NE(access(path().c_str(), F_OK), 0);
  EXPECT_EQ(WriteSafetensors("/no/such/folder/t.safetensors", {a}).code(), absl::StatusCode::kNotFound);
}

} // namespace
} // namespace aic::weights

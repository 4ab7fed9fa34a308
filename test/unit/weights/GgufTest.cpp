// llama.cpp's files: every type of block, names and orders of checkpoints, against what that library unpacks
// (make_gguf.py); and headers that lie.
#include "frontends/weights/Gguf.h"

#include "test/unit/weights/Files.h"

#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace aic::weights {
namespace {

using testing::HasSubstr;

class GgufFile : public testing::TestWithParam<const char*> {};

TEST_P(GgufFile, HasWhatTheCheckpointHas) {
  const std::string name = GetParam();
  auto found = WeightFile::Open(InputPath(name + ".gguf")),
       wanted = WeightFile::Open(InputPath(name + "_gguf.npz"));
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_TRUE(wanted.ok()) << wanted.status();
  EXPECT_EQ((*found)->tensors().size(), (*wanted)->tensors().size());
  for (const auto& [tensor, info] : (*wanted)->tensors()) {
    const TensorInfo* there = (*found)->Find(tensor);
    ASSERT_NE(there, nullptr) << tensor;
    EXPECT_EQ(there->shape, info.shape) << tensor;
    EXPECT_EQ(there->bytes, info.bytes) << tensor; // NumPy has no bf16, and i16 in its place
    EXPECT_EQ(Values<uint8_t>(**found, tensor), Values<uint8_t>(**wanted, tensor)) << tensor;
  }
}

// Blocks that kernels read hold, to the bit, what they are unpacked to.
TEST_P(GgufFile, PackedBlocksAreTheSameNumbers) {
  const std::string name = GetParam();
  auto file = WeightFile::Open(InputPath(name + ".gguf"));
  ASSERT_TRUE(file.ok()) << file.status();
  std::set<std::string> kinds;
  for (const auto& [tensor, info] : (*file)->tensors()) {
    SCOPED_TRACE(tensor);
    EXPECT_EQ((*file)->HasBlocks(tensor), info.blocks == "Q8_0" || info.blocks == "Q4_0");
    if (!(*file)->HasBlocks(tensor))
      continue;
    kinds.insert(info.blocks);
    auto blocks = (*file)->LoadBlocks(tensor);
    ASSERT_TRUE(blocks.ok()) << blocks.status();
    const std::vector<float> wanted = Values<float>(**file, tensor);
    std::vector<float> found(wanted.size());
    for (int64_t row = 0; row < blocks->rows; ++row)
      for (int64_t column = 0; column < blocks->columns; ++column) {
        const int64_t at = row * blocks->columns + column;
        int number = static_cast<int8_t>(blocks->numbers.get()[blocks->bits == 8 ? at : at / 2]);
        if (blocks->bits == 4) { // of two the first is the low half; from 8 on they are negative
          const int half = (at % 2 ? number >> 4 : number) & 15;
          number = half < 8 ? half : half - 16;
        }
        _Float16 scale;
        std::memcpy(&scale, blocks->scales.get() + at / Blocks::kElements * 2, sizeof scale);
        found[static_cast<size_t>(blocks->turned ? column * blocks->rows + row : at)] =
            static_cast<float>(number) * static_cast<float>(scale);
      }
    EXPECT_EQ(found, wanted);
  }
  EXPECT_EQ(kinds, (std::set<std::string>{"Q4_0", "Q8_0"}));
}

TEST(Gguf, BlocksOfOtherTensorsAreNotThere) {
  auto file = WeightFile::Open(InputPath("gpt2.gguf"));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_FALSE((*file)->HasBlocks("wpe.weight"));
  EXPECT_EQ((*file)->LoadBlocks("wpe.weight").status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ((*file)->LoadBlocks("no such").status().code(), absl::StatusCode::kNotFound);
}

INSTANTIATE_TEST_SUITE_P(Architectures, GgufFile, testing::Values("llama", "gpt2"),
                         [](const auto& info) { return std::string(info.param); });

TEST(Gguf, NamesThatAreNotInTheTableStay) {
  EXPECT_EQ(CheckpointName("llama", "blk.3.attn_q.weight").name, "model.layers.3.self_attn.q_proj.weight");
  EXPECT_EQ(CheckpointName("llama", "blk.3.attn_q.weight").order, GgufOrder::PairedQuery);
  EXPECT_EQ(CheckpointName("gpt2", "blk.10.ffn_up.bias").name, "h.10.mlp.c_fc.bias");
  EXPECT_EQ(CheckpointName("gpt2", "blk.10.ffn_up.bias").order, GgufOrder::Same);
  for (const char* name :
       {"blk.3.other.weight", "blk.x.attn_q.weight", "blk.", "blk.3", "", "token_embd", "blk.3attn_q.weight"})
    EXPECT_EQ(CheckpointName("llama", name).name, name);
  EXPECT_EQ(CheckpointName("mamba", "token_embd.weight").name, "token_embd.weight");
}

/// A file by its parts.
struct Builder {
  std::string bytes = "GGUF";
  template <typename T> Builder& number(T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  Builder& text(const std::string& value) {
    number<uint64_t>(value.size());
    bytes += value;
    return *this;
  }
  Builder& start(uint64_t tensors, uint64_t values, uint32_t version = 3) {
    return number(version).number(tensors).number(values);
  }
  Builder& tensor(const std::string& name, std::vector<uint64_t> dims, uint32_t type, uint64_t offset = 0) {
    text(name).number<uint32_t>(static_cast<uint32_t>(dims.size()));
    for (uint64_t size : dims)
      number(size);
    return number(type).number(offset);
  }
  std::string message(size_t data = 64) const {
    std::string whole = bytes;
    whole.resize((whole.size() + 31) / 32 * 32 + data);
    auto file = ParseString(whole);
    return file.ok() ? "" : std::string(file.status().message());
  }
};

TEST(Gguf, SaysWhatIsWrong) {
  EXPECT_EQ(Builder().start(1, 0).tensor("x", {16}, 0).message(), "");
  EXPECT_EQ(Builder().start(0, 0).message(), "");
  EXPECT_THAT(Builder().start(1, 0, 1).message(), HasSubstr("GGUF's version 1; supported are 2 and 3"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {17}, 0).message(),
              HasSubstr("tensor 'x' goes beyond the end of the file"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {16}, 0, 1).message(),
              HasSubstr("begins at 1, which is no multiple of 32"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {4}, 0, uint64_t{1} << 62).message(),
              HasSubstr("beyond the end"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {31}, 2).message(),
              HasSubstr("Q4_0, whose blocks are 32 elements, and its rows are 31"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {}, 2).message(), HasSubstr("blocks are 32"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {256}, 10).message(),
              HasSubstr("tensor 'x' is of ggml's type 10; supported are F32,"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {uint64_t{1} << 60, 64}, 0).message(),
              HasSubstr("a shape that no tensor has"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {uint64_t{1} << 63}, 0).message(),
              HasSubstr("a shape that no tensor has"));
  EXPECT_THAT(Builder().start(1, 0).tensor("x", {1, 1, 1, 1, 1}, 0).message(),
              HasSubstr("has 5 dimensions, and GGUF has at most 4"));
  EXPECT_THAT(Builder().start(2, 0).tensor("x", {1}, 0).tensor("x", {1}, 0).message(),
              HasSubstr("two tensors 'x'"));
  EXPECT_THAT(Builder().start(uint64_t{1} << 60, 0).message(), HasSubstr("ends in its header"));
  EXPECT_THAT(Builder().start(0, 1).text("k").number<uint32_t>(13).message(),
              HasSubstr("value of 'k' is of type 13"));
  EXPECT_THAT(
      Builder().start(0, 1).text("k").number<uint32_t>(9).number<uint32_t>(9).number<uint64_t>(1).message(),
      HasSubstr("array of arrays"));
  EXPECT_THAT(Builder()
                  .start(0, 1)
                  .text("k")
                  .number<uint32_t>(9)
                  .number<uint32_t>(6)
                  .number(uint64_t{1} << 60)
                  .message(),
              HasSubstr("goes beyond the end"));
  EXPECT_THAT(
      Builder().start(0, 1).text("general.alignment").number<uint32_t>(4).number<uint32_t>(48).message(),
      HasSubstr("general.alignment is 48"));
  EXPECT_THAT(
      Builder().start(0, 1).text("general.alignment").number<uint32_t>(4).number<uint32_t>(0).message(),
      HasSubstr("general.alignment is 0"));
  auto llama = [](uint32_t heads) {
    Builder builder;
    builder.start(1, 2).text("general.architecture").number<uint32_t>(8).text("llama");
    builder.text("llama.attention.head_count").number<uint32_t>(4).number(heads);
    return builder.tensor("blk.0.attn_q.weight", {2, 6}, 0).message();
  };
  EXPECT_EQ(llama(3), "");
  for (uint32_t heads : {0u, 2u, 4u, 6u})
    EXPECT_THAT(llama(heads), HasSubstr("has 6 rows, which " + std::to_string(heads) +
                                        " heads (attention.head_count) do not share in pairs"));
}

} // namespace
} // namespace aic::weights

// Several functions and states, from a module to an artifact: what is shared, and what each entry is.
#include "compiler/driver/Driver.h"

#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::driver {
namespace {

using artifact::Binding;

// Two sizes of one graph, whose weights are equal but for their names, and a state that both update.
constexpr const char* kTwo = R"(
  aic.state @"h.keys" : tensor<4x8xf32> = dense<0.5> : tensor<4x8xf32>
  aic.state @count : tensor<i64> = dense<-3> : tensor<i64>
  aic.state @w : tensor<2x3xf32> = dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  func.func @f(%x: tensor<1x8xf32> {aic.name = "x"}, %p: tensor<i64> {aic.name = "p"},
               %k: tensor<4x8xf32> {aic.state = @"h.keys"}, %c: tensor<i64> {aic.state = @count})
      -> (tensor<1x8xf32> {aic.name = "y"}, tensor<4x8xf32> {aic.state = @"h.keys"}, tensor<i64> {aic.state = @count})
      attributes {aic.dims = {N = 1 : i64}} {
    %w = aic.constant dense_resource<a> : tensor<8x8xf32>
    %one = aic.constant dense<1> : tensor<i64>
    %0 = aic.update_slice %x into %k at %p {dim = 0 : i64}
      : (tensor<1x8xf32>, tensor<4x8xf32>, tensor<i64>) -> tensor<4x8xf32>
    %1 = aic.linear %x, %w : (tensor<1x8xf32>, tensor<8x8xf32>) -> tensor<1x8xf32>
    %2 = aic.add %c, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
    return %1, %0, %2 : tensor<1x8xf32>, tensor<4x8xf32>, tensor<i64>
  }
  func.func @f_1(%x: tensor<1x8xf32> {aic.name = "x"}, %p: tensor<i64> {aic.name = "p"},
                 %k: tensor<4x8xf32> {aic.state = @"h.keys"}, %s: tensor<2x3xf32> {aic.state = @w})
      -> (tensor<1x8xf32> {aic.name = "y"}, tensor<2x3xf32> {aic.name = "z"}, tensor<4x8xf32> {aic.state = @"h.keys"})
      attributes {aic.entry = "f", aic.dims = {N = 2 : i64}} {
    %w = aic.constant dense_resource<b> : tensor<8x8xf32>
    %0 = aic.update_slice %x into %k at %p {dim = 0 : i64}
      : (tensor<1x8xf32>, tensor<4x8xf32>, tensor<i64>) -> tensor<4x8xf32>
    %1 = aic.linear %x, %w : (tensor<1x8xf32>, tensor<8x8xf32>) -> tensor<1x8xf32>
    %2 = aic.relu %s : tensor<2x3xf32>
    return %1, %2, %0 : tensor<1x8xf32>, tensor<2x3xf32>, tensor<4x8xf32>
  }
)";

/// A resource of 64 floats as MLIR writes it: its alignment, and the bytes.
std::string resource(const char* name) {
  std::string hex = std::string(name) + ": \"0x40000000";
  for (int i = 0; i < 64; ++i) {
    auto value = static_cast<float>(i);
    unsigned char bytes[4];
    std::memcpy(bytes, &value, 4);
    for (unsigned char byte : bytes) {
      hex += "0123456789ABCDEF"[byte >> 4];
      hex += "0123456789ABCDEF"[byte & 15];
    }
  }
  return hex + "\"";
}

std::string twoEntries() {
  return std::string(kTwo) + "{-# dialect_resources: { builtin: { " + resource("a") + ", " + resource("b") +
         " } } #-}";
}

std::string said(const Compilation& compilation) {
  std::string all;
  for (const graph::Diagnostic& d : compilation.diagnostics())
    all += graph::render(d);
  return all;
}

Options moduleOptions(const std::string& text) {
  Options options;
  options.path = "two.mlir";
  options.module = text;
  return options;
}

TEST(Entries, NamesSizesAndStates) {
  Compilation compilation(moduleOptions(twoEntries()));
  ASSERT_EQ(compilation.reach(Stage::Artifact), kGood) << said(compilation);
  const artifact::Content& content = compilation.content();
  ASSERT_EQ(content.entries.size(), 2u);
  using Dims = std::vector<std::pair<std::string, int64_t>>;
  for (int64_t e : {0, 1}) {
    const artifact::Entry& entry = content.entries[static_cast<size_t>(e)];
    EXPECT_EQ(entry.name, "f");
    EXPECT_EQ(entry.dims, (Dims{{"N", e + 1}}));
    ASSERT_EQ(entry.inputs.size(), 2u); // no state is one
    EXPECT_EQ(entry.inputs[1].name, "p");
  }
  EXPECT_EQ(content.entries[0].outputs.size(), 1u);
  ASSERT_EQ(content.entries[1].outputs.size(), 2u);
  EXPECT_EQ(content.entries[1].outputs[1].name, "z");

  ASSERT_EQ(content.states.size(), 3u);
  EXPECT_EQ(content.states[0].tensor.name, "h.keys");
  EXPECT_FALSE(content.states[0].fromWeights);
  EXPECT_EQ(content.states[0].value, 0x3f000000u); // 0.5f
  EXPECT_EQ(static_cast<int64_t>(content.states[1].value), -3);
  EXPECT_EQ(content.states[1].tensor.type, artifact::ElementType::I64);
  ASSERT_TRUE(content.states[2].fromWeights);
  bool found = false;
  for (const artifact::Constant& constant : content.constants)
    if (constant.offset == content.states[2].offset) {
      ASSERT_EQ(constant.data.size(), 24u);
      float values[6];
      std::memcpy(values, constant.data.data(), sizeof values);
      EXPECT_THAT(values, testing::ElementsAre(1, 2, 3, 4, 5, 6));
      found = true;
    }
  EXPECT_TRUE(found);
}

TEST(Entries, ShareKernelsAndWeights) {
  Compilation compilation(moduleOptions(twoEntries()));
  ASSERT_EQ(compilation.reach(Stage::Artifact), kGood) << said(compilation);
  const artifact::Content& content = compilation.content();
  ASSERT_EQ(content.targets.size(), 1u);
  const artifact::Target& target = content.targets[0];
  ASSERT_EQ(target.programs.size(), 2u);
  // The weights of both, which are two resources of equal bytes, are one.
  std::vector<uint64_t> weights;
  for (const artifact::Program& program : target.programs)
    for (const artifact::Dispatch& dispatch : program.dispatches)
      if (target.kernels[dispatch.kernel].family == "contraction")
        for (const Binding& binding : dispatch.bindings)
          if (binding.kind == Binding::Kind::Weights)
            weights.push_back(binding.offset);
  ASSERT_EQ(weights.size(), 2u);
  EXPECT_EQ(weights[0], weights[1]);
  // Both update with one kernel, which writes the state and nothing else; the counter is written in place.
  for (const artifact::Program& program : target.programs) {
    int updates = 0;
    for (const artifact::Dispatch& dispatch : program.dispatches)
      if (target.kernels[dispatch.kernel].family == "slice") {
        ++updates;
        EXPECT_EQ(target.kernels[dispatch.kernel].name, "update_slice_4x8");
        EXPECT_EQ(dispatch.bindings.back().kind, Binding::Kind::State);
        EXPECT_EQ(dispatch.bindings.back().index, 0u);
        EXPECT_TRUE(dispatch.bindings.back().write);
        EXPECT_EQ(dispatch.bytes, 2u * 8 * 4); // the slice, read and written
      }
    EXPECT_EQ(updates, 1);
  }
}

TEST(Entries, ForSeveralTargets) {
  Options options = moduleOptions(twoEntries());
  options.targets = targetNames();
  Compilation compilation(options);
  ASSERT_EQ(compilation.reach(Stage::Artifact), kGood) << said(compilation);
  ASSERT_EQ(compilation.content().entries.size(), 2u);
  ASSERT_EQ(compilation.content().states.size(), 3u);
  EXPECT_EQ(compilation.content().states[1].tensor.type,
            artifact::ElementType::I64); // the caller's, whatever a device has
  for (const artifact::Target& target : compilation.content().targets)
    EXPECT_EQ(target.programs.size(), 2u);
  EXPECT_NE(compilation.emit(Stage::Artifact), "") << said(compilation);
}

} // namespace
} // namespace aic::driver

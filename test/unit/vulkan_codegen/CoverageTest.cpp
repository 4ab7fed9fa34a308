// What Vulkan cannot do is said for all operations at once.
#include "Harness.h"
#include "compiler/codegen/vulkan/KernelEmitter.h"

namespace aic::test {
namespace {

TEST(VulkanCoverage, ListsEveryOperation) {
  std::string said =
      coverage("func.func @f(%x: tensor<4xf64>, %y: tensor<4xi64>, %z: tensor<4xf32>, %h: tensor<4xf16>) -> "
               "(tensor<4xf64>, tensor<4xi64>, tensor<4xf32>, tensor<4xf16>, tensor<4xi1>) {\n"
               "  %0 = aic.relu %x : tensor<4xf64>\n"
               "  %1 = aic.neg %y : tensor<4xi64>\n"
               "  %2 = aic.relu %z : tensor<4xf32>\n"
               "  %3 = aic.relu %h : tensor<4xf16>\n"
               "  %4 = aic.compare lt %z, %z : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>\n"
               "  return %0, %1, %2, %3, %4 : tensor<4xf64>, tensor<4xi64>, tensor<4xf32>, tensor<4xf16>, "
               "tensor<4xi1>\n}\n");
  EXPECT_EQ(said,
            "unsupported on Vulkan: relu on f64 tensors in memory: this device works on f32 and i32\n"
            "unsupported on Vulkan: neg on i64 tensors in memory: this device works on f32 and i32\n"
            "unsupported on Vulkan: relu on f16 tensors in memory: this device works on f32 and i32\n"
            "unsupported on Vulkan: compare on bool tensors in memory: this device works on f32 and i32\n");
}

TEST(VulkanCoverage, RootsWorkOnF32) {
  EXPECT_EQ(coverage("func.func @f(%x: tensor<4x3xf16>) -> tensor<4x3xf16> {\n"
                     "  %0 = aic.softmax %x {dim = 1 : i64} : (tensor<4x3xf16>) -> tensor<4x3xf16>\n"
                     "  return %0 : tensor<4x3xf16>\n}\n"),
            "unsupported on Vulkan: softmax on f16 tensors in memory: this device works on f32 and i32\n");
}

TEST(VulkanCoverage, EmptyAndHugeTensors) {
  EXPECT_EQ(coverage("func.func @f(%x: tensor<0x4xf32>, %y: tensor<1024x1024x1024xf32>) -> (tensor<0x4xf32>, "
                     "tensor<1024x1024x1024xf32>) {\n"
                     "  %0 = aic.relu %x : tensor<0x4xf32>\n"
                     "  %1 = aic.relu %y : tensor<1024x1024x1024xf32>\n"
                     "  return %0, %1 : tensor<0x4xf32>, tensor<1024x1024x1024xf32>\n}\n"),
            "unsupported on Vulkan: relu on an empty tensor\n"
            "unsupported on Vulkan: relu on a tensor of 2 GiB or more\n");
}

// What is no operation is checked too: an input that is given back, bare or beside something that is
// computed.
TEST(VulkanCoverage, CopiesOfInputs) {
  for (auto [element, spelled] : {std::pair("f64", "f64"),
                                  {"f16", "f16"},
                                  {"bf16", "bf16"},
                                  {"i8", "i8"},
                                  {"ui8", "u8"},
                                  {"i16", "i16"}}) {
    std::string t = "tensor<5x" + std::string(element) + ">";
    EXPECT_EQ(coverage("func.func @f(%x: " + t + ", %y: tensor<4xf32>) -> (" + t + ", tensor<4xf32>) {\n" +
                       "  %0 = aic.relu %y : tensor<4xf32>\n  return %x, %0 : " + t + ", tensor<4xf32>\n}\n"),
              "unsupported on Vulkan: a copy of an input on " + std::string(spelled) +
                  " tensors in memory: this device works on f32 and i32\n");
    std::string wide = "tensor<5x1x" + std::string(element) + ">";
    EXPECT_EQ(coverage("func.func @f(%x: " + t + ") -> " + wide + " {\n  %0 = aic.reshape %x : (" + t +
                       ") -> " + wide + "\n  return %0 : " + wide + "\n}\n"),
              "unsupported on Vulkan: reshape on " + std::string(spelled) +
                  " tensors in memory: this device works on f32 and i32\n");
    EXPECT_EQ(coverage("func.func @f() -> " + t + " {\n  %0 = aic.constant dense<1" +
                       (element[0] == 'f' || element[0] == 'b' ? ".0" : "") + "> : " + t +
                       "\n  return %0 : " + t + "\n}\n"),
              "unsupported on Vulkan: constant on " + std::string(spelled) +
                  " tensors in memory: this device works on f32 and i32\n");
  }
  EXPECT_EQ(coverage("func.func @f(%x: tensor<0xf32>) -> tensor<0xf32> {\n  return %x : tensor<0xf32>\n}\n"),
            "unsupported on Vulkan: a copy of an input on an empty tensor\n");
}

TEST(VulkanCoverage, GoodModule) {
  EXPECT_EQ(coverage("func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {\n"
                     "  %0 = aic.relu %x : tensor<4xf32>\n  return %0 : tensor<4xf32>\n}\n"),
            "");
}

// What every test of a kernel stands on: nothing is written beside a buffer (Runner.h), whatever the driver
// allows.
TEST(VulkanCanaries, SeeWhatIsWrittenBehindTheEnd) {
  std::string why;
  if (!Runner::instance(why))
    GTEST_SKIP() << why;
  EXPECT_TRUE(seesOverrun());
}

TEST(VulkanGrid, StaysWithinEveryDevice) {
  for (int64_t count : {int64_t(1), int64_t(65535), int64_t(65536), int64_t(65537), int64_t(1) << 25,
                        (int64_t(1) << 31) - 1}) {
    auto grid = codegen::vulkan::workgroupGrid(count);
    EXPECT_GE(int64_t(grid[0]) * grid[1] * grid[2], count);
    EXPECT_LT(int64_t(grid[0]) * grid[1] * grid[2], count + 65536);
    EXPECT_LE(grid[0], 65535u);
    EXPECT_LE(grid[1], 65535u);
  }
  EXPECT_EQ(codegen::vulkan::workgroupGrid(7), (std::array<uint32_t, 3>{7, 1, 1}));
}

} // namespace
} // namespace aic::test

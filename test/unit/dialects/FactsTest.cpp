// What operations say of themselves: each says what it is, and axes that move take attributes with them.
#include "dialects/aic/Aic.h"
#include "dialects/aic/Views.h"
#include "mlir/Parser/Parser.h"

#include "llvm/Support/FormatVariadic.h"

#include <gtest/gtest.h>

using namespace mlir;

namespace aic {
namespace {

class FactsTest : public testing::Test {
protected:
  FactsTest() { context.loadDialect<AicDialect>(); }

  /// The operation of a module that has one.
  template <typename Interface> Interface only(StringRef text) {
    module = parseSourceString<ModuleOp>(text, &context);
    Interface found;
    if (module)
      module->walk([&](Interface op) { found = op; });
    return found;
  }

  MLIRContext context;
  OwningOpRef<ModuleOp> module;
};

TEST_F(FactsTest, EachOperationIsElementwiseOrARoot) {
  auto names = context.getRegisteredOperationsByDialect("aic");
  ASSERT_FALSE(names.empty());
  for (RegisteredOperationName name : names) {
    if (llvm::is_contained(
            {"aic.constant", "aic.fused", "aic.gradient", "aic.state", "aic.stop_gradient", "aic.yield"},
            name.getStringRef()))
      continue;
    EXPECT_NE(name.hasTrait<OpTrait::Elementwise>(), name.hasInterface<KernelRootOpInterface>())
        << name.getStringRef().str();
  }
}

TEST_F(FactsTest, DepthwiseConvolutionsAreWindows) {
  const char* text =
      R"(func.func @f(%x: tensor<1x8x8x8xf32>, %w: tensor<8x{0}x3x3xf32>) -> tensor<1x8x6x6xf32> {{
    %y = aic.conv2d %x, %w {{groups = {1} : i64} : (tensor<1x8x8x8xf32>, tensor<8x{0}x3x3xf32>) -> tensor<1x8x6x6xf32>
    return %y : tensor<1x8x6x6xf32>
  })";
  context.loadDialect<func::FuncDialect>();
  auto root = [&](int channels, int groups) {
    return only<KernelRootOpInterface>(llvm::formatv(text, channels, groups).str());
  };
  KernelRootOpInterface depthwise = root(1, 8);
  ASSERT_TRUE(depthwise);
  EXPECT_EQ(depthwise.getFamily(), "window");
  EXPECT_EQ(depthwise.getFlops(), 8 * 6 * 6 * 9 * 2); // a multiply-add for each element of each window
  KernelRootOpInterface grouped = root(4, 2);
  ASSERT_TRUE(grouped);
  EXPECT_EQ(grouped.getFamily(), "contraction");
  EXPECT_EQ(grouped.getFlops(), 8 * 6 * 6 * 4 * 9 * 2);
  EXPECT_EQ(grouped.getPackedOperand(), 1u);
  EXPECT_EQ(grouped.getNumActivations(), 1u);
  EXPECT_FALSE(grouped.getParts(1)); // a part of the weight's rows would need a part of x
  KernelRootOpInterface plain = root(8, 1);
  ASSERT_TRUE(plain && plain.getParts(1));
  EXPECT_EQ(plain.getParts(1)->axis, 0);
  EXPECT_EQ(plain.getParts(1)->resultAxis, 1);
}

TEST_F(FactsTest, AttentionReadsItsMaskThroughViewsButNotAsAnActivation) {
  context.loadDialect<func::FuncDialect>();
  auto attention = only<KernelRootOpInterface>(R"(
    func.func @f(%q: tensor<2x4x8xf32>, %m: tensor<4x4xi1>) -> tensor<2x4x8xf32> {
      %y = aic.attention %q, %q, %q mask %m {scale = 1.0 : f64}
        : (tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<4x4xi1>) -> tensor<2x4x8xf32>
      return %y : tensor<2x4x8xf32>
    })");
  ASSERT_TRUE(attention);
  ASSERT_EQ(attention.getViewedOperands().size(), 4u);
  EXPECT_EQ(attention.getViewedOperands()[3].name, "mask");
  EXPECT_EQ(viewedActivations(attention), 3u);
  EXPECT_TRUE(attention.writesThroughViews());
}

TEST_F(FactsTest, AxesThatMoveTakeAttributesWithThem) {
  context.loadDialect<func::FuncDialect>();
  const MovedAxes nhwc{{0, 2, 3, 1}, std::nullopt};
  const MovedAxes row{{0, 1, 2, 2}, /*added=*/2}; // [N, C, L] as [N, C, 1, L]
  EXPECT_TRUE(nhwc.channelsLast());
  EXPECT_FALSE(row.channelsLast());
  EXPECT_EQ(nhwc.placeOf(1), 3);
  EXPECT_EQ(row.placeOf(2), 3);

  auto slice = only<SliceOp>(R"(
    func.func @f(%x: tensor<2x3x4x5xf32>) -> tensor<1x2x3x4xf32> {
      %y = aic.slice %x {offsets = array<i64: 1, 0, 1, 0>, sizes = array<i64: 1, 2, 3, 4>,
                         strides = array<i64: 1, 2, 1, 1>} : (tensor<2x3x4x5xf32>) -> tensor<1x2x3x4xf32>
      return %y : tensor<1x2x3x4xf32>
    })");
  ASSERT_TRUE(slice);
  cast<LayoutOpInterface>(slice.getOperation()).moveAxes(nhwc);
  EXPECT_EQ(slice.getOffsets(), ArrayRef<int64_t>({1, 1, 0, 0}));
  EXPECT_EQ(slice.getSizes(), ArrayRef<int64_t>({1, 3, 4, 2}));
  EXPECT_EQ(slice.getStrides(), ArrayRef<int64_t>({1, 1, 1, 2}));

  auto sum = only<SumOp>(R"(
    func.func @f(%x: tensor<2x3x4xf32>) -> tensor<3xf32> {
      %y = aic.sum %x {dims = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3xf32>
      return %y : tensor<3xf32>
    })");
  ASSERT_TRUE(sum);
  cast<LayoutOpInterface>(sum.getOperation()).moveAxes(row);
  EXPECT_EQ(sum.getDims(), ArrayRef<int64_t>({0, 2, 3})); // the added one too, so that [C] is left
}

} // namespace
} // namespace aic

// The collector gathers what the passes say, with the place in the user's source.
#include "compiler/transforms/Remarks.h"

#include "compiler/transforms/Passes.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/RandomModule.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace mlir;

namespace aic::transforms::test {
namespace {

constexpr char kModel[] = R"(
func.func @main(%x: tensor<3x9xf32> {aic.name = "x"}, %w: tensor<9x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32> loc("model.graph":3:7)
  %1 = aic.relu %0 : tensor<3x9xf32> loc("model.graph":4:9)
  %2 = aic.mean %1 {dims = array<i64: 1>, keepdim = true} : (tensor<3x9xf32>) -> tensor<3x1xf32> loc("model.graph":5:7)
  %3 = aic.sub %x, %2 : (tensor<3x9xf32>, tensor<3x1xf32>) -> tensor<3x9xf32> loc("model.graph":6:11)
  return %3 : tensor<3x9xf32>
})";

TEST(Remarks, CollectorKeepsPassMessageAndPlace) {
  MLIRContext context;
  context.loadDialect<AicDialect, func::FuncDialect>();
  auto remarks = collectRemarks(context);
  ASSERT_TRUE(succeeded(remarks));
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(kModel, &context);
  ASSERT_TRUE(module);
  PassManager pm(&context);
  buildFusionPipeline(pm);
  ASSERT_TRUE(succeeded(pm.run(*module)));

  std::vector<CollectedRemark> all = (*remarks)->all();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_FALSE(all[0].passed);
  EXPECT_EQ(all[0].pass, "aic-fuse-epilogues");
  EXPECT_EQ(all[0].message,
            "sub does not join the operator before it: mean makes f32[3, 1], and sub makes f32[3, 9]");
  EXPECT_EQ(all[0].location, Location(FileLineColLoc::get(&context, "model.graph", 6, 11)));
  EXPECT_TRUE(all[1].passed);
  EXPECT_EQ(all[1].pass, "aic-fuse-epilogues");
  EXPECT_EQ(all[1].message, "linear and relu become one kernel");
  EXPECT_EQ(all[1].location, Location(FileLineColLoc::get(&context, "model.graph", 3, 7)));
  EXPECT_FALSE(all[2].passed);
  EXPECT_EQ(all[2].message, "mean has no epilogue: the sub that reads its result is in another kernel");
}

TEST(Remarks, NobodyListens) {
  MLIRContext context;
  EXPECT_FALSE(remarksWanted(&context));
  reportPassed(UnknownLoc::get(&context), "aic-layout", "said to nobody");
  ASSERT_TRUE(succeeded(collectRemarks(context)));
  EXPECT_TRUE(remarksWanted(&context));
}

TEST(Remarks, TypesAreSpelledAsTheUserSpellsThem) {
  MLIRContext context;
  Builder b(&context);
  EXPECT_EQ(describe(RankedTensorType::get({1, 64, 56}, b.getF32Type())), "f32[1, 64, 56]");
  EXPECT_EQ(describe(RankedTensorType::get({}, b.getI1Type())), "bool[]");
  EXPECT_EQ(describe(RankedTensorType::get({2}, b.getIntegerType(8, false))), "u8[2]");
}

} // namespace
} // namespace aic::transforms::test

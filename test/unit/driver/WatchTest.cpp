// What is there for those who write passes: diffs of modules, reproducers, and reduction.
#include "compiler/driver/Watch.h"

#include "compiler/driver/Driver.h"
#include "compiler/driver/Reduce.h"
#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/Pass.h"

#include <cstdio>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace mlir;

namespace aic::driver {
namespace {

TEST(ModuleDiff, ShowsLinesThatChangedAndNotNumbersThatMoved) {
  EXPECT_EQ(moduleDiff("%0 = a\n%1 = b %0\n", "%3 = a\n%4 = b %3\n"), "");
  std::string before, after;
  for (int i = 0; i < 20; ++i) {
    before += "%" + std::to_string(i) + " = op" + std::to_string(i) + "\n";
    if (i != 9)
      after += "%" + std::to_string(100 + i) + " = op" + std::to_string(i == 17 ? 99 : i) + "\n";
  }
  EXPECT_EQ(moduleDiff(before, after),
            "@@\n %6 = op6\n %7 = op7\n %8 = op8\n-%9 = op9\n %10 = op10\n %11 = op11\n"
            " %12 = op12\n@@\n %14 = op14\n %15 = op15\n %16 = op16\n-%17 = op17\n"
            "+%117 = op99\n %18 = op18\n %19 = op19\n");
}

/// A pass that fails, with a message or without.
struct Failing : PassWrapper<Failing, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(Failing)
  StringRef getArgument() const override { return "aic-failing"; }
  void runOnOperation() override { signalPassFailure(); }
};

constexpr const char* kTwoEntries = R"(
  aic.state @s : tensor<4xf32> = dense<0.0> : tensor<4xf32>
  func.func @one(%x: tensor<4xf32> {aic.name = "x"}) -> (tensor<4xf32> {aic.name = "y"}) {
    %a = aic.exp %x : tensor<4xf32>
    %b = aic.tanh %a : tensor<4xf32>
    %c = aic.neg %b : tensor<4xf32>
    return %c : tensor<4xf32>
  }
  func.func @step(%x: tensor<4xf32> {aic.name = "x"}, %s: tensor<4xf32> {aic.state = @s})
      -> (tensor<4xf32> {aic.name = "y"}, tensor<4xf32> {aic.state = @s}) {
    %a = aic.add %x, %s : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %b = aic.tanh %a : tensor<4xf32>
    %c = aic.exp %b : tensor<4xf32>
    return %c, %b : tensor<4xf32>, tensor<4xf32>
  }
)";

TEST(Reproducer, IsWrittenWhereAPassFailsAndSaysWhichOnesRan) {
  const std::string path = testing::TempDir() + "reproducer" + std::to_string(getpid()) + ".mlirbc";
  Options options;
  options.module = kTwoEntries;
  options.reproducer = path;
  options.lastPass = [] { return std::make_unique<Failing>(); };
  Compilation compilation(options);
  EXPECT_EQ(compilation.reach(Stage::Fused), kOurFault);
  ASSERT_EQ(compilation.diagnostics().size(), 2u);
  EXPECT_NE(compilation.diagnostics()[0].message.find("failed in the pass"), std::string::npos);
  EXPECT_NE(compilation.diagnostics()[1].message.find("aic-opt --run-reproducer " + path), std::string::npos);

  FILE* file = std::fopen(path.c_str(), "rb");
  ASSERT_TRUE(file);
  std::string bytes(1 << 16, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  std::remove(path.c_str());
  EXPECT_NE(bytes.find("mlir_reproducer"), std::string::npos);
  EXPECT_NE(bytes.find("aic-fuse-attention"), std::string::npos); // of the pipeline
  MLIRContext context;
  context.loadDialect<AicDialect, func::FuncDialect>();
  FallbackAsmResourceMap resources;
  ParserConfig config(&context, /*verifyAfterParse=*/true, &resources);
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(bytes, config);
  ASSERT_TRUE(module);
  EXPECT_EQ(sizeOf(*module).operations, 6u); // as it was before the first of them
}

class Reduction : public testing::Test {
protected:
  Reduction() {
    context.loadDialect<AicDialect, func::FuncDialect>();
    module = parseSourceString<ModuleOp>(kTwoEntries, ParserConfig(&context));
  }
  template <typename Op> bool has(ModuleOp in) {
    bool found = false;
    in.walk([&](Op) { found = true; });
    return found;
  }
  MLIRContext context;
  OwningOpRef<ModuleOp> module;
};

TEST_F(Reduction, KeepsTheOneOperationThatMatters) {
  ASSERT_TRUE(module);
  size_t asked = reduce(module, [&](ModuleOp smaller) { return has<NegOp>(smaller); });
  EXPECT_EQ(sizeOf(*module).functions, 1u);
  EXPECT_EQ(sizeOf(*module).operations, 1u);
  EXPECT_TRUE(has<NegOp>(*module));
  EXPECT_FALSE(has<StateOp>(*module));
  EXPECT_GT(asked, 0u);
}

TEST_F(Reduction, LeavesStatesWhereTheyMatter) {
  ASSERT_TRUE(module);
  OwningOpRef<ModuleOp> whole = module->clone();
  reduce(module, [&](ModuleOp smaller) { return has<AddOp>(smaller); });
  EXPECT_EQ(sizeOf(*module).operations, 1u);
  EXPECT_FALSE(has<StateOp>(*module));
  module = std::move(whole);
  reduce(module, [&](ModuleOp smaller) { return has<AddOp>(smaller) && has<StateOp>(smaller); });
  EXPECT_EQ(sizeOf(*module).functions, 1u);
  EXPECT_EQ(sizeOf(*module).operations, 1u);
  func::FuncOp function = *module->getOps<func::FuncOp>().begin();
  EXPECT_EQ(function.getName(), "step");
  EXPECT_TRUE(function.getResultAttr(1, kStateAttr));
}

TEST_F(Reduction, IsWhatItWasWhereEverythingMatters) {
  ASSERT_TRUE(module);
  const size_t before = sizeOf(*module).operations;
  reduce(module, [&](ModuleOp smaller) { return sizeOf(smaller).operations == before; });
  EXPECT_EQ(sizeOf(*module).operations, before);
}

} // namespace
} // namespace aic::driver

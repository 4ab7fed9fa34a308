// What is there for those who write passes: diffs of modules, reproducers, and reduction.
#include "compiler/driver/Watch.h"

#include "compiler/driver/Driver.h"
#include "compiler/driver/Reduce.h"
#include "compiler/driver/Reproduce.h"
#include "dialects/aic/Aic.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Transforms/Passes.h"

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

/// Fails on a kernel that is called so.
struct FailingOnBad : PassWrapper<FailingOnBad, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(FailingOnBad)
  StringRef getArgument() const override { return "aic-failing-on-bad"; }
  void runOnOperation() override {
    if (getOperation().lookupSymbol("bad"))
      signalPassFailure();
  }
};

/// A target that makes no code of such a kernel: in its passes, or after them.
class FailingTarget final : public codegen::Target {
  const bool inPasses;

public:
  explicit FailingTarget(bool inPasses) : inPasses(inPasses) {}
  artifact::Target::Kind kind() const override { return artifact::Target::Kind::Cpu; }
  int64_t alignment() const override { return 64; }
  void addFitPasses(OpPassManager&) const override {}
  void addTilePasses(OpPassManager&) const override {}
  void addCodePasses(OpPassManager& pm) const override {
    inPasses ? pm.addPass(std::make_unique<FailingOnBad>()) : pm.addPass(createCanonicalizerPass());
  }
  llvm::Error emit(ModuleOp plan) override {
    return plan.lookupSymbol("bad") ? codegen::diagnosed() : llvm::Error::success();
  }
  llvm::Expected<std::string> form(StringRef) override { return std::string(); }
  llvm::Error describe(artifact::Target&) override { return llvm::Error::success(); }
};

TEST(Reproducer, OfCodeHasTheKernelThatFailsAlone) {
  MLIRContext context;
  context.loadDialect<AicDialect, schedule::ScheduleDialect>();
  std::string text;
  for (const char* name : {"good", "bad", "other"})
    text += std::string("schedule.kernel @") + name + R"( family("elementwise") {
^bb0(%x: tensor<4xf32>):
  %0 = aic.relu %x : tensor<4xf32>
  aic.yield %0 : tensor<4xf32>
}
)";
  OwningOpRef<ModuleOp> plan = parseSourceString<ModuleOp>(text, ParserConfig(&context));
  ASSERT_TRUE(plan);
  const std::string path = testing::TempDir() + "code" + std::to_string(getpid()) + ".mlirbc";
  for (bool inPasses : {true, false}) {
    std::string said = reproduceCode(*plan, [&] { return std::make_unique<FailingTarget>(inPasses); }, path);
    EXPECT_EQ(said.find("the kernel 'bad'"), 0u) << said;
    EXPECT_NE(said.find("aic-opt --run-reproducer " + path), std::string::npos) << said;
    EXPECT_EQ(said.find("does it again") != std::string::npos, inPasses) << said;
    FallbackAsmResourceMap resources;
    OwningOpRef<ModuleOp> one =
        parseSourceFile<ModuleOp>(path, ParserConfig(&context, /*verifyAfterParse=*/true, &resources));
    std::remove(path.c_str());
    ASSERT_TRUE(one);
    EXPECT_TRUE(llvm::hasSingleElement(one->getOps<schedule::KernelOp>()));
    EXPECT_TRUE(one->lookupSymbol("bad"));
  }
  EXPECT_EQ(reproduceCode(*plan, [] { return nullptr; }, path), "");
}

TEST(Reproducer, IsSaidWhereNoCodeIsMade) {
  const std::string path = testing::TempDir() + "kernel" + std::to_string(getpid()) + ".mlirbc";
  Options options;
  // LLVM takes the kernel for a function of its own, of another type.
  options.module = std::string(kTwoEntries) + R"(
schedule.kernel @llvm.memcpy family("elementwise") {
^bb0(%x: tensor<4xf32>):
  %0 = aic.relu %x : tensor<4xf32>
  aic.yield %0 : tensor<4xf32>
}
)";
  options.reproducer = path;
  Compilation compilation(options);
  EXPECT_EQ(compilation.reach(Stage::Artifact), kOurFault);
  ASSERT_FALSE(compilation.diagnostics().empty());
  const std::string said = compilation.diagnostics().back().message;
  EXPECT_EQ(said.find("the kernel 'llvm.memcpy' that code could not be made of"), 0u) << said;
  EXPECT_EQ(std::remove(path.c_str()), 0);
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

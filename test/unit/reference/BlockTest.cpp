// Evaluation of blocks: order, what is moved, what is kept, and what is refused.
#include "compiler/reference/Uncertainty.h"
#include "test/unit/reference/Parse.h"

#include <cmath>
#include <sys/resource.h>

using namespace mlir;

namespace aic::reference {
namespace {

long peakKilobytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

TEST(Block, EvaluatesInOrder) {
  Parsed parsed(R"(
func.func @f(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %c = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %y = aic.add %x, %c : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %unused = aic.exp %y : tensor<2xf32>
  %z = aic.mul %y, %y : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %z, %x, %z : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
})");
  ASSERT_TRUE(parsed.module);
  SmallVector<Tensor> results;
  Type f32 = Float32Type::get(&parsed.context);
  ASSERT_TRUE(succeeded(parsed.run({reals(f32, {2}, {3, -2})}, results)));
  ASSERT_EQ(results.size(), 3u);
  EXPECT_EQ(results[0].f, (std::vector<double>{16, 0}));
  EXPECT_EQ(results[1].f, (std::vector<double>{3, -2}));
  EXPECT_EQ(results[2].f, results[0].f);
}

TEST(Block, ARoundingMovesWhatIsComputedAndNothingElse) {
  Parsed parsed(R"(
func.func @f(%x: tensor<1xf32>) -> (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) {
  %c = aic.constant dense<3.0> : tensor<1xf32>
  %y = aic.add %x, %c : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %z = aic.fused(%x) : (tensor<1xf32>) -> tensor<1xf32> {
  ^bb0(%i: tensor<1xf32>):
    %large = aic.constant dense<1048576.0> : tensor<1xf32>
    %sum = aic.add %i, %large : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    %rest = aic.sub %sum, %large : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    aic.yield %rest : tensor<1xf32>
  }
  return %x, %c, %y, %z : tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>
})");
  ASSERT_TRUE(parsed.module);
  RandomRounding nearest(1), rounding(2);
  SmallVector<Tensor> results;
  Type f32 = Float32Type::get(&parsed.context);
  ASSERT_TRUE(succeeded(parsed.run({reals(f32, {1}, {2 + 1e-9})}, results, &nearest)));
  EXPECT_EQ(results[2].f[0], 5); // as f32 has it
  EXPECT_EQ(results[3].f[0], 2);
  results.clear();
  ASSERT_TRUE(succeeded(parsed.run({reals(f32, {1}, {2})}, results, &rounding)));
  EXPECT_EQ(results[0].f[0], 2);
  EXPECT_EQ(results[1].f[0], 3);
  EXPECT_NE(results[2].f[0], 5);
  EXPECT_NEAR(results[2].f[0], 5, std::ldexp(5, -24));
  EXPECT_GT(std::fabs(results[3].f[0] - 2), std::ldexp(5, -24)); // an f32 near 2^20, not near 2
  EXPECT_NEAR(results[3].f[0], 2, std::ldexp(1, -4));
}

TEST(Block, FloatsAreNotRoundedBetweenOperations) {
  Parsed parsed(R"(
func.func @f(%x: tensor<1xf32>) -> tensor<1xf32> {
  %c = aic.constant dense<1.0> : tensor<1xf32>
  %y = aic.add %x, %c : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %z = aic.sub %y, %c : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  return %z : tensor<1xf32>
})");
  SmallVector<Tensor> results;
  Type f32 = Float32Type::get(&parsed.context);
  ASSERT_TRUE(succeeded(parsed.run({reals(f32, {1}, {1e-10})}, results)));
  EXPECT_NEAR(results[0].f[0], 1e-10, 1e-16);
}

// AddressSanitizer keeps freed memory for a while, and does not live with a limit on addresses.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kCountsMemory = false;
#else
constexpr bool kCountsMemory = true;
#endif
#else
constexpr bool kCountsMemory = true;
#endif

TEST(Block, DropsWhatHasHadItsLastUse) {
  if (!kCountsMemory)
    GTEST_SKIP();
  std::string text = "func.func @f(%x0: tensor<1048576xf32>) -> tensor<1048576xf32> {\n"
                     "  %one = aic.constant dense<1.0> : tensor<1048576xf32>\n";
  constexpr int kOperations = 60; // of 8 MB each
  for (int n = 0; n < kOperations; ++n)
    text += "  %x" + std::to_string(n + 1) + " = aic.add %x" + std::to_string(n) +
            ", %one : (tensor<1048576xf32>, tensor<1048576xf32>) -> tensor<1048576xf32>\n";
  Parsed parsed(text + "  return %x60 : tensor<1048576xf32>\n}\n");
  ASSERT_TRUE(parsed.module);
  Tensor zero = reals(Float32Type::get(&parsed.context), {1048576}, std::vector<double>(1048576));
  long before = peakKilobytes();
  SmallVector<Tensor> results;
  ASSERT_TRUE(succeeded(evaluateBlock(parsed.body(), zero, results)));
  EXPECT_EQ(results[0].f.back(), 60);
  EXPECT_LT(peakKilobytes() - before, 100 * 1024);
}

TEST(Block, MemoryThatRunsOutIsAnError) {
  if (!kCountsMemory)
    GTEST_SKIP();
  Parsed parsed(R"(
func.func @f(%x: tensor<1xf32>) -> tensor<268435456xf32> {
  %y = aic.expand %x : (tensor<1xf32>) -> tensor<268435456xf32>
  return %y : tensor<268435456xf32>
})");
  Parsed constant(
      "func.func @f() -> tensor<268435456xf32> {\n  %c = aic.constant dense<1.0> : tensor<268435456xf32>\n"
      "  return %c : tensor<268435456xf32>\n}\n");
  ASSERT_TRUE(parsed.module && constant.module);
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_AS, &before), 0);
  rlimit tight = before;
  tight.rlim_cur = rlim_t(1) << 31; // the result alone needs all of it
  ASSERT_EQ(setrlimit(RLIMIT_AS, &tight), 0);
  Type f32 = Float32Type::get(&parsed.context);
  SmallVector<Tensor> results;
  LogicalResult expanded = parsed.run({reals(f32, {1}, {1})}, results);
  LogicalResult read = constant.run({}, results);
  size_t bytes = fromBytes({268435456}, f32, nullptr).size();
  ASSERT_EQ(setrlimit(RLIMIT_AS, &before), 0);
  EXPECT_TRUE(failed(expanded));
  EXPECT_EQ(parsed.errors.back(), "expand: not enough memory to evaluate this");
  EXPECT_TRUE(failed(read));
  EXPECT_EQ(constant.errors.back(),
            "constant: the constant's 268435456 elements: not enough memory to evaluate this");
  EXPECT_EQ(bytes, 0u);
}

TEST(Block, RefusesWrongArguments) {
  Parsed parsed("func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {\n  return %x : tensor<2xf32>\n}\n");
  ASSERT_TRUE(parsed.module);
  Type f32 = Float32Type::get(&parsed.context), f64 = Float64Type::get(&parsed.context);
  SmallVector<Tensor> results;
  EXPECT_TRUE(failed(parsed.run({}, results)));
  EXPECT_TRUE(failed(parsed.run({reals(f32, {3}, {1, 2, 3})}, results)));
  EXPECT_TRUE(failed(parsed.run({reals(f64, {2}, {1, 2})}, results)));
  EXPECT_TRUE(failed(parsed.run({reals(f32, {2}, {1})}, results)));
  EXPECT_EQ(parsed.errors.size(), 4u);
  EXPECT_EQ(parsed.errors[0], "the region takes 1 tensors, got 0");
  EXPECT_EQ(parsed.errors[3], "argument 0 of the region is not a whole 'tensor<2xf32>'");
  EXPECT_TRUE(results.empty());
  EXPECT_TRUE(succeeded(parsed.run({reals(f32, {2}, {1, 2})}, results)));
}

TEST(Block, RefusesOperationsOfOtherDialects) {
  Parsed parsed(R"(
func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
  func.call @f(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %x : tensor<2xf32>
})");
  ASSERT_TRUE(parsed.module);
  SmallVector<Tensor> results;
  EXPECT_TRUE(failed(parsed.run({reals(Float32Type::get(&parsed.context), {2}, {1, 2})}, results)));
  EXPECT_EQ(parsed.errors.back(), "func.call: the reference cannot evaluate this operation");
}

TEST(Block, AFailingConstantIsNamedWhereItStands) {
  Parsed parsed(R"(
func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
  %w = aic.constant dense_resource<layer1.weight> : tensor<2xf32>
  %y = aic.add %x, %w : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
})");
  ASSERT_TRUE(parsed.module);
  SmallVector<Tensor> results;
  EXPECT_TRUE(failed(parsed.run({reals(Float32Type::get(&parsed.context), {2}, {1, 2})}, results)));
  EXPECT_EQ(parsed.errors.back(), "constant: the resource 'layer1.weight' has no data");
}

TEST(Block, EvaluatesOneOperation) {
  Parsed parsed(R"(
func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
  %y = aic.neg %x : tensor<2xf32>
  return %y : tensor<2xf32>
})");
  Operation* op = &parsed.body().front();
  Tensor x = reals(Float32Type::get(&parsed.context), {2}, {1, 2});
  const Tensor* operands[] = {&x, &x};
  SmallVector<Tensor> results;
  ASSERT_TRUE(succeeded(evaluate(op, ArrayRef(operands, 1), results)));
  EXPECT_EQ(results[0].f, (std::vector<double>{-1, -2}));
  EXPECT_TRUE(failed(evaluate(op, operands, results)));
  EXPECT_EQ(parsed.errors.back(), "neg: has 1 operands, got 2 tensors");
  x.f.pop_back();
  EXPECT_TRUE(failed(evaluate(op, ArrayRef(operands, 1), results)));
  EXPECT_EQ(parsed.errors.back(), "neg: operand 0 is not a whole 'tensor<2xf32>'");
}

} // namespace
} // namespace aic::reference

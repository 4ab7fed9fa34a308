// Integer edges, and shapes and attributes that no model has: an error or the right answer, never a crash or
// a hang.
#include "test/unit/reference/Parse.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// The result of a binary integer operation on two scalars; nullopt where it fails.
std::optional<int64_t> binary(const std::string& op, const std::string& type, int64_t a, int64_t b,
                              std::string* error = nullptr) {
  std::string tensor = "tensor<" + type + ">";
  Parsed parsed("func.func @f(%a: " + tensor + ", %b: " + tensor + ") -> " + tensor + " {\n  %y = aic." + op +
                " %a, %b : (" + tensor + ", " + tensor + ") -> " + tensor + "\n  return %y : " + tensor +
                "\n}\n");
  Type element = cast<RankedTensorType>(parsed.body().getArgument(0).getType()).getElementType();
  SmallVector<Tensor> results;
  if (failed(parsed.run({integers(element, {}, {a}), integers(element, {}, {b})}, results))) {
    if (error)
      *error = parsed.errors.back();
    return std::nullopt;
  }
  return results[0].i[0];
}

TEST(Integers, DivisionByZeroNamesTheOperation) {
  for (const char* op : {"div", "floor_div", "rem"})
    for (const char* type : {"i8", "ui8", "i16", "i32", "i64"}) {
      std::string error;
      EXPECT_EQ(binary(op, type, 5, 0, &error), std::nullopt);
      EXPECT_EQ(error, std::string(op) + ": integer division by zero");
    }
}

TEST(Integers, DivisionByMinusOneWraps) {
  struct {
    const char* type;
    int64_t smallest;
  } cases[] = {{"i8", INT8_MIN}, {"i16", INT16_MIN}, {"i32", INT32_MIN}, {"i64", INT64_MIN}};
  for (auto [type, smallest] : cases) {
    EXPECT_EQ(binary("div", type, smallest, -1), smallest);
    EXPECT_EQ(binary("floor_div", type, smallest, -1), smallest);
    EXPECT_EQ(binary("rem", type, smallest, -1), 0);
    EXPECT_EQ(binary("div", type, 7, -1), -7);
    EXPECT_EQ(binary("floor_div", type, 7, -1), -7);
  }
}

TEST(Integers, DivisionOfNothingByZeroIsNoError) {
  Parsed parsed(R"(
func.func @f(%a: tensor<0xi32>, %b: tensor<1xi32>) -> tensor<0xi32> {
  %y = aic.div %a, %b : (tensor<0xi32>, tensor<1xi32>) -> tensor<0xi32>
  return %y : tensor<0xi32>
})");
  Type i32 = IntegerType::get(&parsed.context, 32);
  SmallVector<Tensor> results;
  EXPECT_TRUE(succeeded(parsed.run({integers(i32, {0}, {}), integers(i32, {1}, {0})}, results)));
}

TEST(Casts, FloatToIntegerSaturates) {
  struct {
    const char* type;
    int64_t low, high;
  } cases[] = {{"i8", INT8_MIN, INT8_MAX},
               {"ui8", 0, UINT8_MAX},
               {"i16", INT16_MIN, INT16_MAX},
               {"i32", INT32_MIN, INT32_MAX},
               {"i64", INT64_MIN, INT64_MAX}};
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (auto [type, low, high] : cases) {
    SCOPED_TRACE(type);
    std::string to = std::string("tensor<6x") + type + ">";
    Parsed parsed("func.func @f(%x: tensor<6xf64>) -> " + to +
                  " {\n  %y = aic.cast %x : (tensor<6xf64>) -> " + to + "\n  return %y : " + to + "\n}\n");
    SmallVector<Tensor> results;
    Tensor x = reals(Float64Type::get(&parsed.context), {6},
                     {kNaN, -kInfinity, kInfinity, 1e30, double(low), std::nextafter(double(high) + 1, 0)});
    ASSERT_TRUE(succeeded(parsed.run({x}, results)));
    std::vector<int64_t> found = results[0].i;
    EXPECT_EQ(found[0], 0);
    EXPECT_EQ(found[1], low);
    EXPECT_EQ(found[2], high);
    EXPECT_EQ(found[3], high);
    EXPECT_EQ(found[4], low);
    EXPECT_EQ(found[5], int64_t(std::nextafter(double(high) + 1, 0)));
  }
}

TEST(Limits, ElementCount) {
  int64_t large = std::numeric_limits<int64_t>::max();
  EXPECT_EQ(elementCount({}), 1);
  EXPECT_EQ(elementCount({2, 3}), 6);
  EXPECT_EQ(elementCount({large, large, 0}), 0);
  EXPECT_EQ(elementCount({0, large, large}), 0);
  EXPECT_EQ(elementCount({large, large}), std::nullopt);
  EXPECT_EQ(elementCount({int64_t(1) << 32, int64_t(1) << 32}), std::nullopt); // 0 modulo 2^64
  EXPECT_EQ(elementCount({kMaxElements}), kMaxElements);
  EXPECT_EQ(elementCount({kMaxElements, 2}), std::nullopt);
  EXPECT_EQ(elementCount({-1}), std::nullopt);
  EXPECT_EQ(elementCount({0, -1}), std::nullopt);
}

/// A function whose body must fail with `message`, on one argument of `shape`, all 1.
void expectFailure(const std::string& body, const std::vector<int64_t>& shape, const std::string& message) {
  SCOPED_TRACE(body);
  Parsed parsed(body);
  ASSERT_TRUE(parsed.module) << parsed.errors.front();
  Tensor x =
      reals(Float32Type::get(&parsed.context), shape, std::vector<double>(size_t(*elementCount(shape)), 1.0));
  SmallVector<Tensor> results;
  EXPECT_TRUE(failed(parsed.run({x}, results)));
  ASSERT_FALSE(parsed.errors.empty());
  EXPECT_EQ(parsed.errors.back(), message);
}

TEST(Limits, ResultsThatAreTooBig) {
  expectFailure(R"(func.func @f(%x: tensor<1xf32>) -> tensor<1048576x1024xf32> {
  %y = aic.expand %x : (tensor<1xf32>) -> tensor<1048576x1024xf32>
  return %y : tensor<1048576x1024xf32>
})",
                {1}, "expand: the result 'tensor<1048576x1024xf32>' has more than 536870912 elements");
  expectFailure(R"(func.func @f(%x: tensor<1xf32>) -> tensor<1099511627776xf32> {
  %y = aic.pad %x {low = array<i64: 0>, high = array<i64: 1099511627775>} : (tensor<1xf32>) -> tensor<1099511627776xf32>
  return %y : tensor<1099511627776xf32>
})",
                {1}, "pad: the result 'tensor<1099511627776xf32>' has more than 536870912 elements");
  expectFailure(R"(func.func @f(%x: tensor<1xf32>) -> tensor<1xf32> {
  %c = aic.constant dense<1.0> : tensor<1048576x1024xf32>
  %s = aic.sum %c {dims = array<i64: 0>} : (tensor<1048576x1024xf32>) -> tensor<1024xf32>
  return %x : tensor<1xf32>
})",
                {1}, "constant: the constant has more than 536870912 elements");
}

/// Evaluates `body` on one argument of `shape`, all 1.
Tensor evaluated(const std::string& body, const std::vector<int64_t>& shape) {
  Parsed parsed(body);
  EXPECT_TRUE(parsed.module) << parsed.errors.front();
  if (!parsed.module)
    return {};
  Tensor x =
      reals(Float32Type::get(&parsed.context), shape, std::vector<double>(size_t(*elementCount(shape)), 1.0));
  SmallVector<Tensor> results;
  EXPECT_TRUE(succeeded(parsed.run({x}, results))) << parsed.errors.back();
  // The element type dies with the context; what holds the numbers does not need it.
  Tensor result = results.empty() ? Tensor() : results.front();
  result.element = nullptr;
  return result;
}

TEST(Limits, AbsurdAttributesOnSmallTensors) {
  // A kernel that covers the input a million times over: only what is inside costs time.
  Tensor pooled = evaluated(R"(func.func @f(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32> {
  %y = aic.max_pool2d %x {kernel = array<i64: 2000000000, 2000000000>, stride = array<i64: 2000000000, 2000000000>,
    padding = array<i64: 999999999, 999999999, 1000000000, 1000000000>}
    : (tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
})",
                            {1, 1, 2, 2});
  EXPECT_EQ(pooled.f, std::vector<double>{1});
  Tensor mean = evaluated(R"(func.func @f(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32> {
  %y = aic.avg_pool2d %x {kernel = array<i64: 2000000000, 2000000000>, stride = array<i64: 1, 1>,
    padding = array<i64: 999999999, 999999999, 999999999, 999999999>}
    : (tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
})",
                          {1, 1, 2, 2});
  EXPECT_EQ(mean.f, std::vector<double>{4 / 4e18});
  Tensor convolved = evaluated(R"(func.func @f(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32> {
  %w = aic.constant dense<3.0> : tensor<1x1x1x2xf32>
  %y = aic.conv2d %x, %w {stride = array<i64: 2147483647, 2147483647>,
    dilation = array<i64: 2147483647, 2147483647>, padding = array<i64: 0, 0, 2147483646, 2147483646>}
    : (tensor<1x1x2x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x2x1xf32>
  %s = aic.slice %y {offsets = array<i64: 0, 0, 0, 0>, sizes = array<i64: 1, 1, 1, 1>,
    strides = array<i64: 1, 1, 9223372036854775807, -9223372036854775807>} : (tensor<1x1x2x1xf32>) -> tensor<1x1x1x1xf32>
  return %s : tensor<1x1x1x1xf32>
})",
                               {1, 1, 2, 2});
  EXPECT_EQ(convolved.f, std::vector<double>{3});
}

TEST(Limits, AbsurdTransposedConvolution) {
  // The result that is cut to one element has 2^32 of them in each direction: four products reach it.
  Tensor one = evaluated(R"(func.func @f(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32> {
  %w = aic.constant dense<3.0> : tensor<1x1x2x2xf32>
  %y = aic.conv_transpose2d %x, %w {stride = array<i64: 2147483647, 2147483647>,
    dilation = array<i64: 2147483647, 2147483647>, padding = array<i64: 2147483647, 2147483647, 2147483647, 2147483647>}
    : (tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
})",
                         {1, 1, 2, 2});
  EXPECT_EQ(one.f, std::vector<double>{12});
  expectFailure(
      R"(func.func @f(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x1x4294967295xf32> {
  %w = aic.constant dense<3.0> : tensor<1x1x1x2xf32>
  %y = aic.conv_transpose2d %x, %w {stride = array<i64: 1, 2147483647>, dilation = array<i64: 1, 2147483647>,
    padding = array<i64: 1, 0, 0, 0>} : (tensor<1x1x2x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x1x1x4294967295xf32>
  return %y : tensor<1x1x1x4294967295xf32>
})",
      {1, 1, 2, 2},
      "conv_transpose2d: the result 'tensor<1x1x1x4294967295xf32>' has more than 536870912 elements");
}

TEST(Limits, LongSequences) {
  // 2^21 keys, more than a block's scores: one query after another.
  constexpr int64_t kKeys = int64_t(1) << 21;
  std::string keys = "tensor<" + std::to_string(kKeys) + "x1xf32>";
  Tensor attended =
      evaluated("func.func @f(%k: " + keys + ") -> tensor<2x1xf32> {\n" +
                    "  %q = aic.constant dense<1.0> : tensor<2x1xf32>\n" +
                    "  %y = aic.attention %q, %k, %k {causal = true, scale = 1.0} : (tensor<2x1xf32>, " +
                    keys + ", " + keys + ") -> tensor<2x1xf32>\n  return %y : tensor<2x1xf32>\n}",
                {kKeys, 1});
  EXPECT_EQ(attended.f, (std::vector<double>{1, 1}));
  // 2^30 steps of no sequence take no time.
  Tensor last = evaluated(R"(func.func @f(%x: tensor<0x1073741824x3xf32>) -> tensor<0x2xf32> {
  %a = aic.constant dense<1.0> : tensor<8x3xf32>
  %b = aic.constant dense<1.0> : tensor<8x2xf32>
  %y, %h, %c = aic.lstm %x, %a, %b : (tensor<0x1073741824x3xf32>, tensor<8x3xf32>, tensor<8x2xf32>)
    -> (tensor<0x1073741824x2xf32>, tensor<0x2xf32>, tensor<0x2xf32>)
  return %h : tensor<0x2xf32>
})",
                          {0, int64_t(1) << 30, 3});
  EXPECT_EQ(last.shape, (SmallVector<int64_t>{0, 2}));
  // No features: the hidden state is all there is.
  Tensor nothing = evaluated(R"(func.func @f(%x: tensor<1x3x0xf32>) -> tensor<1x1xf32> {
  %a = aic.constant dense<1.0> : tensor<1x0xf32>
  %b = aic.constant dense<2.0> : tensor<1x1xf32>
  %h0 = aic.constant dense<1.5> : tensor<1x1xf32>
  %y, %h = aic.rnn %x, %a, %b h0 %h0 {relu = true} : (tensor<1x3x0xf32>, tensor<1x0xf32>, tensor<1x1xf32>,
    tensor<1x1xf32>) -> (tensor<1x3x1xf32>, tensor<1x1xf32>)
  return %h : tensor<1x1xf32>
})",
                             {1, 3, 0});
  EXPECT_EQ(nothing.f, std::vector<double>{12});
}

TEST(Limits, HugeAxesOfEmptyTensors) {
  // 2^30 x 0: no elements, and no loop over the 2^30.
  Tensor sum = evaluated(R"(func.func @f(%x: tensor<1073741824x0x3xf32>) -> tensor<3xf32> {
  %y = aic.transpose %x {perm = array<i64: 1, 0, 2>} : (tensor<1073741824x0x3xf32>) -> tensor<0x1073741824x3xf32>
  %z = aic.softmax %y {dim = 1} : (tensor<0x1073741824x3xf32>) -> tensor<0x1073741824x3xf32>
  %a = aic.add %z, %z : (tensor<0x1073741824x3xf32>, tensor<0x1073741824x3xf32>) -> tensor<0x1073741824x3xf32>
  %s = aic.sum %a {dims = array<i64: 0, 1>} : (tensor<0x1073741824x3xf32>) -> tensor<3xf32>
  return %s : tensor<3xf32>
})",
                         {int64_t(1) << 30, 0, 3});
  EXPECT_EQ(sum.f, (std::vector<double>{0, 0, 0}));
  Tensor product = evaluated(R"(func.func @f(%x: tensor<1073741824x0xf32>) -> tensor<0x0xf32> {
  %t = aic.transpose %x {perm = array<i64: 1, 0>} : (tensor<1073741824x0xf32>) -> tensor<0x1073741824xf32>
  %y = aic.matmul %t, %x : (tensor<0x1073741824xf32>, tensor<1073741824x0xf32>) -> tensor<0x0xf32>
  return %y : tensor<0x0xf32>
})",
                             {int64_t(1) << 30, 0});
  EXPECT_EQ(product.shape, (SmallVector<int64_t>{0, 0}));
  Tensor normed = evaluated(R"(func.func @f(%x: tensor<0xf32>) -> tensor<1073741824x0xf32> {
  %y = aic.expand %x : (tensor<0xf32>) -> tensor<1073741824x0xf32>
  %z = aic.batch_norm %y, %x, %x : (tensor<1073741824x0xf32>, tensor<0xf32>, tensor<0xf32>) -> tensor<1073741824x0xf32>
  %c = aic.concat %z, %z {dim = 1} : (tensor<1073741824x0xf32>, tensor<1073741824x0xf32>) -> tensor<1073741824x0xf32>
  return %c : tensor<1073741824x0xf32>
})",
                            {0});
  EXPECT_EQ(normed.shape, (SmallVector<int64_t>{int64_t(1) << 30, 0}));
}

TEST(Limits, StepsSaturate) {
  Parsed parsed(R"(
func.func @f(%a: tensor<1048576x1048576xf32>, %b: tensor<1048576x1048576xf32>, %x: tensor<1x3x8x8xf32>,
             %w: tensor<4x3x3x3xf32>, %p: tensor<2x5x3xf32>, %g: tensor<3x3xf32>) {
  %y = aic.matmul %a, %b
    : (tensor<1048576x1048576xf32>, tensor<1048576x1048576xf32>) -> tensor<1048576x1048576xf32>
  %z = aic.conv2d %x, %w : (tensor<1x3x8x8xf32>, tensor<4x3x3x3xf32>) -> tensor<1x4x6x6xf32>
  %r = aic.relu %z : tensor<1x4x6x6xf32>
  %t = aic.conv_transpose2d %z, %w : (tensor<1x4x6x6xf32>, tensor<4x3x3x3xf32>) -> tensor<1x3x8x8xf32>
  %s = aic.attention %a, %b, %b {scale = 1.0}
    : (tensor<1048576x1048576xf32>, tensor<1048576x1048576xf32>, tensor<1048576x1048576xf32>)
    -> tensor<1048576x1048576xf32>
  %q = aic.slice %x {offsets = array<i64: 0, 0, 0, 0>, sizes = array<i64: 1, 3, 5, 7>, strides = array<i64: 1, 1, 1, 1>}
    : (tensor<1x3x8x8xf32>) -> tensor<1x3x5x7xf32>
  %k = aic.slice %x {offsets = array<i64: 0, 0, 0, 0>, sizes = array<i64: 1, 3, 8, 7>, strides = array<i64: 1, 1, 1, 1>}
    : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x7xf32>
  %u = aic.attention %q, %k, %x {scale = 1.0}
    : (tensor<1x3x5x7xf32>, tensor<1x3x8x7xf32>, tensor<1x3x8x8xf32>) -> tensor<1x3x5x8xf32>
  %i, %j = aic.rnn %p, %g, %g
    : (tensor<2x5x3xf32>, tensor<3x3xf32>, tensor<3x3xf32>) -> (tensor<2x5x3xf32>, tensor<2x3xf32>)
  %m, %n = aic.recurrence rnn_tanh %p, %g
    : (tensor<2x5x3xf32>, tensor<3x3xf32>) -> (tensor<2x5x3xf32>, tensor<2x3xf32>)
  return
})");
  ASSERT_TRUE(parsed.module);
  std::vector<int64_t> steps;
  for (Operation& op : parsed.body().without_terminator())
    steps.push_back(estimateSteps(&op));
  EXPECT_GE(steps[0], int64_t(1) << 60);
  EXPECT_EQ(steps[1], 192 + 108 + 144 + 144 * 27);
  EXPECT_EQ(steps[2], 288);
  EXPECT_EQ(steps[3], 144 + 108 + 192 + 144 * 27);
  EXPECT_GE(steps[4], int64_t(1) << 60);
  EXPECT_EQ(steps[7], 105 + 168 + 192 + 120 + 3 * 5 * 8 * (7 + 8));
  EXPECT_EQ(steps[8], 30 + 9 + 9 + 30 + 6 + 10 * (9 + 9));
  EXPECT_EQ(steps[9], 30 + 9 + 30 + 6 + 10 * 9);
}

} // namespace
} // namespace aic::reference

// Branches of a concatenation that their kernels write where they lie in the result: of each family that does
// so, over odd channels, in both orders, and those that have to be copied. The dispatches are counted.
#include "Harness.h"

namespace aic::test {
namespace {

constexpr const char* kNhwc = ", layout = #aic.layout<nhwc>";

std::string apply(Batch& batch, const std::string& name,
                  const std::vector<std::pair<std::string, Shape>>& operands, const std::string& attributes,
                  const Shape& result, const std::string& element = "f32") {
  std::string values, types;
  for (const auto& [value, shape] : operands) {
    values += (values.empty() ? "" : ", ") + value;
    types += (types.empty() ? "" : ", ") + tensorType(shape, element);
  }
  return batch.op("aic." + name + " " + values + (attributes.empty() ? "" : " {" + attributes + "}") +
                  " : (" + types + ") -> " + tensorType(result, element));
}

using Branch = std::pair<std::string, Shape>;

Branch elementwise(Batch& batch, const Branch& x, const std::string& name,
                   const std::string& element = "f32") {
  return {batch.op("aic." + name + " " + x.first + " : " + tensorType(x.second, element)), x.second};
}

Branch convolved(Batch& batch, const Branch& x, int64_t channels, int64_t kernel, bool relu = false) {
  const Shape weight = {channels, x.second[3], kernel, kernel};
  Shape out = x.second;
  out[3] = channels;
  const std::string pad = std::to_string(kernel / 2);
  std::string y = apply(batch, "conv2d", {x, {batch.weight(weight), weight}},
                        "padding = " + array({kernel / 2, kernel / 2, kernel / 2, kernel / 2}) + kNhwc, out);
  return relu ? elementwise(batch, {y, out}, "relu") : Branch{y, out};
}

Branch concatenated(Batch& batch, const std::vector<Branch>& branches, int64_t dim,
                    const std::string& element = "f32") {
  Shape out = branches[0].second;
  out[static_cast<size_t>(dim)] = 0;
  for (const Branch& branch : branches)
    out[static_cast<size_t>(dim)] += branch.second[static_cast<size_t>(dim)];
  return {apply(batch, "concat", branches, "dim = " + std::to_string(dim) + " : i64", out, element), out};
}

void result(Batch& batch, const Branch& joined, const std::string& label) {
  batch.result(joined.first, tensorType(joined.second), label);
}

class Concat : public testing::TestWithParam<const char*> {
protected:
  void expectClose(const Batch& batch, int dispatches, double tolerance, HarnessOptions options = {}) const {
    options.targetCpu = GetParam();
    options.smallestScale = 1;
    options.moreThreads = {3};
    Comparison c = runAndCompare(batch.text(), options);
    AIC_SKIP_IF_LACKING(c);
    EXPECT_EQ(c.message, "") << GetParam();
    EXPECT_LE(c.error, tolerance) << GetParam();
    EXPECT_EQ(c.dispatches, dispatches) << GetParam();
  }
};

TEST_P(Concat, OfChannels) {
  Batch batch;
  int dispatches = 0;
  for (auto [a, b, c] :
       std::vector<std::tuple<int64_t, int64_t, int64_t>>{{1, 5, 3}, {16, 24, 8}, {33, 15, 17}}) {
    const Shape image = {2, 5, 7, 19};
    const Branch x{batch.argument(image), image};
    Branch first = convolved(batch, x, a, 1, true), second = convolved(batch, x, b, 3);
    const Shape wide = {2, 5, 7, c};
    const Branch z{batch.argument(wide), wide};
    Branch third{apply(batch, "max_pool2d", {z},
                       "kernel = " + array({3, 3}) + ", stride = " + array({1, 1}) +
                           ", padding = " + array({1, 1, 1, 1}) + kNhwc,
                       wide),
                 wide};
    Branch fourth = elementwise(batch, z, "exp");
    result(batch, concatenated(batch, {third, first, fourth, second}, 3), "channels");
    dispatches += c < 8 ? 5 : 4; // elementwise operations write no runs that are as short
  }
  expectClose(batch, dispatches, 2e-5);
}

TEST_P(Concat, OfWinograd) {
  Batch batch;
  const Shape image = {1, 9, 11, 16};
  const Branch x{batch.argument(image), image};
  Branch a = convolved(batch, x, 16, 3, true), b = convolved(batch, x, 24, 3);
  result(batch, concatenated(batch, {a, b}, 3), "Winograd");
  HarnessOptions options;
  options.forcedWinograd = 2;
  expectClose(batch, 2, 1e-3, options);
}

INSTANTIATE_TEST_SUITE_P(Cpus, Concat, testing::Values("native", "x86-64-v2", "x86-64-v4"),
                         [](const auto& info) {
                           std::string name = info.param;
                           for (char& c : name)
                             if (c == '-')
                               c = '_';
                           return name;
                         });

// Parts of parts, along an outer axis, where each is one run: whatever makes them.
TEST(ConcatInPlace, OfRows) {
  Batch batch;
  const Shape shape = {1, 3, 21};
  const Branch x{batch.argument(shape), shape};
  Branch softmax{apply(batch, "softmax", {x}, "dim = 2 : i64", shape), shape};
  Branch inner = concatenated(batch, {elementwise(batch, x, "exp"), softmax}, 1);
  Branch all = concatenated(batch, {elementwise(batch, x, "tanh"), inner, elementwise(batch, x, "neg")}, 1);
  result(batch, all, "rows");
  HarnessOptions options;
  options.smallestScale = 1;
  Comparison c = runAndCompare(batch.text(), options);
  EXPECT_EQ(c.message, "");
  EXPECT_LE(c.error, 1e-6);
  EXPECT_EQ(c.dispatches, 4);
}

TEST(ConcatInPlace, OfAllTypes) {
  for (const std::string type : {"f32", "f64", "f16", "bf16", "i8", "i16", "i32", "i64"}) {
    Batch batch;
    const Shape shape = {5, 2, 67}, other = {5, 2, 33};
    const Branch x{batch.argument(shape, type), shape}, z{batch.argument(other, type), other};
    Branch a = elementwise(batch, x, "neg", type), b = elementwise(batch, z, "neg", type);
    const Branch joined = concatenated(batch, {a, b}, 2, type);
    batch.result(joined.first, tensorType(joined.second, type), type);
    HarnessOptions options;
    options.low = -100;
    options.high = 100;
    Comparison c = runAndCompare(batch.text(), options);
    EXPECT_EQ(c.message, "") << type;
    EXPECT_EQ(c.error, 0) << type;
    EXPECT_EQ(c.dispatches, 2) << type;
  }
}

// Rows of 24, made by roots of several families.
TEST(ConcatInPlace, OfRoots) {
  Batch batch;
  const Shape shape = {5, 24}, table = {9, 24};
  const Branch x{batch.argument(shape), shape};
  const std::string type = tensorType(shape);
  const Shape deep = {5, 3, 24};
  const Branch cube{batch.argument(deep), deep};
  Branch looked{batch.op("aic.embedding " + batch.argument({5}, "i64") + ", " + batch.weight(table) +
                         " : (tensor<5xi64>, " + tensorType(table) + ") -> " + type),
                shape},
      normed{apply(batch, "rms_norm", {x}, "", shape), shape},
      summed{apply(batch, "sum", {cube}, "dims = array<i64: 1>", shape), shape},
      down{apply(batch, "softmax", {x}, "dim = 0 : i64", shape), shape};
  result(batch, concatenated(batch, {looked, normed, summed, down}, 1), "roots");
  HarnessOptions options;
  options.smallestScale = 1;
  options.low = 0;
  options.high = 8;
  Comparison c = runAndCompare(batch.text(), options);
  EXPECT_EQ(c.message, "");
  EXPECT_LE(c.error, 1e-5);
  EXPECT_EQ(c.dispatches, 4);
}

// An input; what is an output, too; what is there twice; what is read behind the concatenation.
TEST(ConcatInPlace, WhatIsCopied) {
  Batch batch;
  const Shape shape = {4, 9};
  const Branch x{batch.argument(shape), shape};
  Branch shown = elementwise(batch, x, "exp"), twice = elementwise(batch, x, "neg"),
         own = elementwise(batch, x, "tanh");
  result(batch, concatenated(batch, {x, shown, twice, twice, own}, 1), "copied");
  batch.result(shown.first, tensorType(shape), "shown");
  HarnessOptions options;
  options.smallestScale = 1;
  Comparison c = runAndCompare(batch.text(), options);
  EXPECT_EQ(c.message, "");
  EXPECT_LE(c.error, 1e-6);
  EXPECT_EQ(c.dispatches, 4); // the last operand is in place, the others are one copy
}

} // namespace
} // namespace aic::test

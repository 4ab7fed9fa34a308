// compare(): what is a fault and what is a rounding.
#include "compiler/reference/Uncertainty.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/MLIRContext.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace aic::reference {
namespace {

class Uncertainty : public testing::Test {
protected:
  Tensor floats(std::vector<double> values, mlir::Type type = nullptr) {
    Tensor tensor;
    tensor.shape = {int64_t(values.size())};
    tensor.element = type ? type : mlir::Type(builder.getF32Type());
    tensor.f = std::move(values);
    return tensor;
  }
  Tensor integers(std::vector<int64_t> values) {
    Tensor tensor;
    tensor.shape = {int64_t(values.size())};
    tensor.element = builder.getI64Type();
    tensor.i = std::move(values);
    return tensor;
  }
  /// What `compute` gives for `x`, moved eight times over.
  template <typename Compute> std::vector<Tensor> moved(const Tensor& x, Compute&& compute) {
    std::vector<Tensor> all;
    for (int seed = 1; seed <= kMovedComputations; ++seed) {
      RandomRounding rounding(seed);
      Tensor copy = x;
      rounding.move(copy);
      all.push_back(compute(copy));
    }
    return all;
  }
  static llvm::SmallVector<const Tensor*> pointers(const std::vector<Tensor>& tensors) {
    llvm::SmallVector<const Tensor*> all;
    for (const Tensor& tensor : tensors)
      all.push_back(&tensor);
    return all;
  }

  mlir::MLIRContext context;
  mlir::Builder builder{&context};
};

TEST_F(Uncertainty, ASmallElementIsNotHiddenByALargeOne) {
  Tensor wanted = floats({1000, 1}), found = floats({1000, 1.01});
  Comparison comparison = compare(found, wanted, {});
  ASSERT_TRUE(comparison.fault);
  EXPECT_EQ(comparison.fault->at, 1);
  EXPECT_FALSE(compare(floats({1000, 1.0001}), wanted, {}).fault);
  // Behind the strict bound not even that: nothing about it is uncertain.
  auto identity = [](const Tensor& x) { return x; };
  EXPECT_TRUE(compare(floats({1000, 1.001}), wanted, pointers(moved(wanted, identity))).fault);
}

TEST_F(Uncertainty, CancellationIsUncertain) {
  Tensor x = floats({1e6});
  auto cancel = [&](const Tensor& moved) { return floats({moved.f[0] - 1e6}); };
  Tensor wanted = floats({0});
  EXPECT_TRUE(compare(floats({0.0625}), wanted, {}).fault);
  EXPECT_FALSE(compare(floats({0.0625}), wanted, pointers(moved(x, cancel))).fault);
  EXPECT_TRUE(compare(floats({10}), wanted, pointers(moved(x, cancel))).fault);
}

TEST_F(Uncertainty, SubnormalsOfHalvesAreOneStepWide) {
  const double step = std::ldexp(1, -24);
  Tensor wanted = floats({1.4 * step}, builder.getF16Type());
  EXPECT_FALSE(compare(floats({step}, builder.getF16Type()), wanted, {}).fault);
  EXPECT_FALSE(compare(floats({2 * step}, builder.getF16Type()), wanted, {}).fault);
  EXPECT_TRUE(compare(floats({3 * step}, builder.getF16Type()), wanted, {}).fault);
}

TEST_F(Uncertainty, InfinityAndNanAreThemselves) {
  const double infinity = std::numeric_limits<double>::infinity(), nan = std::nan("");
  EXPECT_FALSE(compare(floats({infinity, -infinity, nan}), floats({infinity, -infinity, nan}), {}).fault);
  EXPECT_FALSE(compare(floats({infinity, -infinity}), floats({1e39, -1e39}), {}).fault); // beyond f32
  EXPECT_TRUE(compare(floats({-infinity}), floats({1e39}), {}).fault);
  EXPECT_TRUE(compare(floats({infinity}), floats({1e38}), {}).fault);
  EXPECT_TRUE(compare(floats({nan}), floats({1}), {}).fault);
  EXPECT_TRUE(compare(floats({1}), floats({nan}), {}).fault);
  EXPECT_FALSE(
      compare(floats({infinity}, builder.getF16Type()), floats({70000}, builder.getF16Type()), {}).fault);
}

TEST_F(Uncertainty, IntegersAreExactUnlessTheyMove) {
  EXPECT_TRUE(compare(integers({1, 2}), integers({1, 3}), {}).fault);
  std::vector<Tensor> stable = {integers({1, 3}), integers({1, 3})};
  EXPECT_TRUE(compare(integers({1, 2}), integers({1, 3}), pointers(stable)).fault);
  std::vector<Tensor> ties = {integers({1, 7}), integers({1, 3})};
  EXPECT_FALSE(compare(integers({1, 2}), integers({1, 3}), pointers(ties)).fault);
  EXPECT_TRUE(compare(integers({0, 2}), integers({1, 3}), pointers(ties)).fault);
}

/// Two moves one after the other: what is left of them is seen in one of the computations at least.
TEST_F(Uncertainty, MovesDoNotCancel) {
  Tensor ones = floats(std::vector<double>(4096, 1));
  std::vector<double> most(4096, 0);
  for (int seed = 1; seed <= kMovedComputations; ++seed) {
    RandomRounding rounding(seed);
    Tensor x = ones;
    rounding.move(x);
    rounding.move(x);
    for (size_t i = 0; i < most.size(); ++i)
      most[i] = std::max(most[i], std::fabs(x.f[i] - 1));
  }
  for (double move : most)
    EXPECT_GT(move, std::ldexp(1, -24) / 64);
}

TEST_F(Uncertainty, MovesStayBesideTheValueAndOverflow) {
  Tensor x = floats({1, -2, 0, 3.4028234e38, std::nan("")});
  for (const Tensor& moved : moved(x, [](const Tensor& x) { return x; })) {
    EXPECT_NE(moved.f[0], 1);
    EXPECT_NEAR(moved.f[0], 1, 1e-7);
    EXPECT_NEAR(moved.f[1], -2, 2e-7);
    EXPECT_EQ(moved.f[2], 0);
    EXPECT_TRUE(std::isnan(moved.f[4]));
  }
  Tensor beyond = floats({1e39});
  RandomRounding(1).move(beyond);
  EXPECT_TRUE(std::isinf(beyond.f[0]));
}

} // namespace
} // namespace aic::reference

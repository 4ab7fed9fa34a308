// The methods of aic attribute on functions whose integrals and differences are known, and the noise that
// they draw.

#include "tools/aic/Attribution.h"

#include "tools/aic/Noise.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::tool {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

/// Each number within `bound` of these.
auto near(double bound, const std::vector<double>& numbers) {
  return Pointwise(DoubleNear(bound), numbers);
}

const AttributionProgress kQuiet = [](uint64_t, uint64_t) {};

/// A row (a, b, c) has the score a^3 + 2 b + a c.
class Polynomial : public ScoredModel {
public:
  explicit Polynomial(size_t rows) : rows_(rows) {}
  size_t rows() const override { return rows_; }
  int score(absl::Span<const double> x, std::vector<double>& scores) override {
    scores.clear();
    for (size_t i = 0; i < x.size(); i += 3)
      scores.push_back(x[i] * x[i] * x[i] + 2 * x[i + 1] + x[i] * x[i + 2]);
    return failing;
  }
  int gradient(absl::Span<const double> x, std::vector<double>& gradient) override {
    ++gradients;
    gradient.clear();
    for (size_t i = 0; i < x.size(); i += 3)
      gradient.insert(gradient.end(), {3 * x[i] * x[i] + x[i + 2], 2, x[i]});
    return failing;
  }

  int failing = 0, gradients = 0;

private:
  size_t rows_;
};

TEST(Attribution, IntegralOfAPolynomial) {
  Polynomial model(2);
  std::vector<double> x = {2, 1, -1, -1, 4, 3}, zeros(6, 0), found, errors;
  ASSERT_EQ(integratedGradients(model, x, zeros, 1000, kQuiet, found), 0);
  // a^3 is a's; half of a c is each one's. The midpoint rule misses a^3 by a^3 / (4 steps^2).
  EXPECT_THAT(found, near(1e-5, {8 - 1, 2, -1, -1 - 1.5, 8, -1.5}));
  ASSERT_EQ(completenessErrors(model, x, zeros, found, errors), 0);
  EXPECT_THAT(errors, near(1e-6, {0, 0}));
  found[3] += 0.4; // of a whole of 4
  ASSERT_EQ(completenessErrors(model, x, zeros, found, errors), 0);
  EXPECT_THAT(errors, near(1e-5, {0, 0.1}));
  model.failing = 4;
  EXPECT_EQ(integratedGradients(model, x, zeros, 1000, kQuiet, found), 4);
  EXPECT_EQ(completenessErrors(model, x, zeros, found, errors), 4);
}

/// x / sqrt(x^2 + eps), as a norm of one number: all of its change is near 0.
class Norm : public ScoredModel {
public:
  size_t rows() const override { return 1; }
  int score(absl::Span<const double> x, std::vector<double>& scores) override {
    scores = {x[0] / std::sqrt(x[0] * x[0] + kEps)};
    return 0;
  }
  int gradient(absl::Span<const double> x, std::vector<double>& gradient) override {
    gradient = {kEps / std::pow(x[0] * x[0] + kEps, 1.5)};
    return 0;
  }
  static constexpr double kEps = 1e-8;
};

TEST(Attribution, StepsWhereTheScoreChanges) {
  Norm norm;
  std::vector<double> x = {3}, zero = {0}, found;
  uint64_t steps;
  ASSERT_EQ(integratedGradients(norm, x, zero, 4096, kQuiet, found), 0);
  EXPECT_GT(std::fabs(found[0] - 1), 0.5); // equal steps do not find it
  ASSERT_EQ(integratedGradientsWithin(norm, x, zero, 1e-3, 8, 4096, kQuiet, found, steps), 0);
  EXPECT_NEAR(found[0], 1, 1e-3);
  EXPECT_LT(steps, 120u);
  // Equal ones where that is enough, no more of them than allowed, and the same sum.
  Polynomial model(2);
  std::vector<double> rows = {2, 1, -1, -1, 4, 3}, zeros(6, 0), equal;
  ASSERT_EQ(integratedGradientsWithin(model, rows, zeros, 0.5, 10, 20, kQuiet, found, steps), 0);
  ASSERT_EQ(integratedGradients(model, rows, zeros, 10, kQuiet, equal), 0);
  EXPECT_EQ(steps, 10u);
  EXPECT_THAT(found, near(1e-12, equal));
  ASSERT_EQ(integratedGradientsWithin(model, rows, zeros, 1e-12, 10, 33, kQuiet, found, steps), 0);
  EXPECT_EQ(steps, 33u);
  EXPECT_THAT(found, near(1e-2, {7, 2, -1, -2.5, 8, -1.5}));
}

TEST(Attribution, NoiseIsAsWideAsTheRowSays) {
  Polynomial model(1);
  std::vector<double> x = {2, 1, -2}, found;
  ASSERT_EQ(smoothGradient(model, x, 0.25, 20000, 7, kQuiet, found), 0);
  EXPECT_EQ(model.gradients, 20000);
  // E(3 a^2 + c) = 3 (4 + deviation^2) - 2 with a deviation of 0.25 * 4; four standard errors are below 0.4.
  EXPECT_NEAR(found[0], 3 * (4 + 1) - 2, 0.4);
  EXPECT_EQ(found[1], 2);
  EXPECT_NEAR(found[2], 2, 0.03);
  ASSERT_EQ(smoothGradient(model, x, 0, 3, 7, kQuiet, found), 0);
  EXPECT_THAT(found, ElementsAre(10, 2, 2));
}

/// The sum of a row of 5.
class Sum : public ScoredModel {
public:
  size_t rows() const override { return 2; }
  int score(absl::Span<const double> x, std::vector<double>& scores) override {
    scores = {0, 0};
    for (size_t i = 0; i < x.size(); ++i)
      scores[i / 5] += x[i];
    return 0;
  }
  int gradient(absl::Span<const double>, std::vector<double>&) override { return 1; }
};

TEST(Attribution, OcclusionCountsWhatCoversANumber) {
  Sum sum;
  std::vector<double> x = {1, 2, 3, 4, 5, 10, 20, 30, 40, 50}, zeros(10, 0), found;
  Windows windows{{2, 5}, {2}, {2}}; // the last is cut: 5 alone
  ASSERT_STREQ(windows.check(), "");
  EXPECT_EQ(windows.count(), 3u);
  ASSERT_EQ(occlusion(sum, x, zeros, windows, kQuiet, found), 0);
  EXPECT_THAT(found, ElementsAre(3, 3, 7, 7, 5, 30, 30, 70, 70, 50));
  windows.stride = {1};
  EXPECT_EQ(windows.count(), 4u);
  ASSERT_EQ(occlusion(sum, x, zeros, windows, kQuiet, found), 0);
  EXPECT_THAT(found, ElementsAre(3, 4, 6, 8, 9, 30, 40, 60, 80, 90));
  EXPECT_THAT(x, ElementsAre(1, 2, 3, 4, 5, 10, 20, 30, 40, 50));
  windows = {{2, 5}, {9}, {9}}; // wider than the row
  ASSERT_EQ(occlusion(sum, x, zeros, windows, kQuiet, found), 0);
  EXPECT_THAT(found, ElementsAre(15, 15, 15, 15, 15, 150, 150, 150, 150, 150));
}

TEST(Attribution, WindowsThatMakeNoSense) {
  EXPECT_STRNE((Windows{{2, 5}, {}, {}}).check(), "");
  EXPECT_STRNE((Windows{{2, 5}, {1, 1}, {1, 1}}).check(), "");
  EXPECT_STRNE((Windows{{2, 5}, {2}, {2, 2}}).check(), "");
  EXPECT_STRNE((Windows{{2, 5}, {2}, {3}}).check(), "");
  EXPECT_STRNE((Windows{{2, 5}, {0}, {0}}).check(), "");
}

TEST(Noise, MomentsOfANormalDistribution) {
  constexpr int kDraws = 100000;
  double sums[4] = {};
  for (uint64_t i = 0; i < kDraws; ++i) {
    const double z = normalAt(3, 1, i);
    sums[0] += z;
    sums[1] += z * z;
    sums[2] += z * normalAt(3, 2, i); // streams and seeds are independent
    sums[3] += z * normalAt(4, 1, i);
    ASSERT_TRUE(std::isfinite(z));
  }
  EXPECT_NEAR(sums[0] / kDraws, 0, 0.015);
  EXPECT_NEAR(sums[1] / kDraws, 1, 0.02);
  EXPECT_NEAR(sums[2] / kDraws, 0, 0.015);
  EXPECT_NEAR(sums[3] / kDraws, 0, 0.015);
}

} // namespace
} // namespace aic::tool

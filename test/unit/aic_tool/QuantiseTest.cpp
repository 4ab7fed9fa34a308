// The numbers and the search of `aic quantize`, without a model.
#include "compiler/quantise/Ranges.h"
#include "compiler/quantise/Search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

namespace aic::quantise {
namespace {

using ::testing::ElementsAre;

TEST(Ranges, HaveZeroAsANumber) {
  Range range = rangeOf(0.5, 2.55);
  EXPECT_FLOAT_EQ(range.scale, 0.01F);
  EXPECT_EQ(range.zero, 0);
  range = rangeOf(-1, 1.55);
  EXPECT_FLOAT_EQ(range.scale, 0.01F);
  EXPECT_EQ(range.zero, 100);
  range = rangeOf(-2.55, -1);
  EXPECT_EQ(range.zero, 255);
  EXPECT_EQ(rangeOf(0, 0).scale, 1);
  EXPECT_GT(rangeOf(0, 1e-45).scale, 0);
}

TEST(Ranges, AreCutWhereFewNumbersLie) {
  std::vector<float> numbers(10000);
  for (size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = static_cast<float>(i % 1000) / 1000;
  Observer observer;
  observer.extend(numbers);
  observer.extend({100.0F, 0.0F});
  for (int round = 0; round < 100; ++round)
    observer.count(numbers);
  observer.count({100.0F, 0.0F});
  EXPECT_TRUE(observer.isFinite());
  EXPECT_FLOAT_EQ(observer.range(RangeMethod::MinMax).scale, 100.0F / 255);
  EXPECT_LT(observer.range(RangeMethod::Percentile).scale, 1.1F / 255);
  // (100 - h)^2 + 1e6 (h / 255)^2 / 12 is least at h = 44.
  EXPECT_NEAR(observer.range(RangeMethod::Mse).scale, 44.0F / 255, 1.0F / 255);
  observer.extend({0.0F, std::numeric_limits<float>::quiet_NaN()});
  EXPECT_FALSE(observer.isFinite());
}

TEST(Ranges, WeightsHaveAScaleForEachOutput) {
  const std::vector<double> weight = {1.1, -2, 0.5, 0.25, 0.1, -0.2};
  StoredWeight rows = store(weight, 2, /*columns=*/false);
  EXPECT_THAT(rows.scales, ElementsAre(2 / 127.0F, 0.25F / 127));
  EXPECT_THAT(rows.numbers, ElementsAre(70, -127, 32, 127, 51, -102));
  StoredWeight columns = store(weight, 3, /*columns=*/true);
  EXPECT_THAT(columns.scales, ElementsAre(static_cast<float>(1.1 / 127), 2 / 127.0F, 0.5F / 127));
  EXPECT_THAT(columns.numbers, ElementsAre(127, -127, 127, 29, 6, -51));
  EXPECT_THAT(store({0, 0}, 1, false).scales, ElementsAre(1));
}

TEST(Ranges, EqualisersArePowersOfTwo) {
  EXPECT_THAT(equaliser({1, 16}, {1, 1}), ElementsAre(0.5F, 2));
  EXPECT_THAT(equaliser({1, 1}, {16, 1}), ElementsAre(0.5F, 2));
  EXPECT_THAT(equaliser({0, 4, 4}, {1, 1, 1}), ElementsAre(1, 1, 1)); // one that is never there, and equals
}

/// Errors that add up.
Error sumOf(const std::vector<double>& errors, int* asked = nullptr) {
  return [=](const Choice& choice, bool) -> std::optional<double> {
    if (asked)
      ++*asked;
    double sum = 0;
    for (size_t i = 0; i < errors.size(); ++i)
      sum += choice[i] ? errors[i] : 0;
    return sum;
  };
}

TEST(Search, KeepsFewFloats) {
  const std::vector<double> errors = {0.1, 0.5, 0.02, 0.3};
  std::optional<Found> found = findChoice(4, 0.45, sumOf(errors));
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->good);
  EXPECT_THAT(found->order, ElementsAre(2, 0, 3, 1));
  EXPECT_THAT(found->choice, ElementsAre(1, 0, 1, 1));
  EXPECT_DOUBLE_EQ(found->error, 0.42);
  EXPECT_DOUBLE_EQ(found->together[3], 0.42);
  found = findChoice(4, 1, sumOf(errors));
  EXPECT_THAT(found->choice, ElementsAre(1, 1, 1, 1));
}

TEST(Search, TriesEachOfTheOthersAlone) {
  // 1 and 2 do not go together; 3, which matters more than both alone, goes with 1.
  auto error = [](const Choice& choice, bool) -> std::optional<double> {
    return 0.01 * choice[0] + 0.02 * choice[1] + 0.03 * choice[2] + 0.04 * choice[3] +
           (choice[1] && choice[2] ? 1.0 : 0.0);
  };
  std::optional<Found> found = findChoice(4, 0.5, error);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->choice, ElementsAre(1, 1, 0, 1));
}

TEST(Search, SaysWhatCannotBe) {
  std::optional<Found> found = findChoice(3, 0.01, sumOf({0.1, 0.02, 0.3}));
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->good);
  EXPECT_THAT(found->choice, ElementsAre(0, 1, 0));
  EXPECT_DOUBLE_EQ(found->error, 0.02);
  found = findChoice(1, 0.01, sumOf({0.1}));
  EXPECT_FALSE(found->good);
  EXPECT_FALSE(findChoice(2, 1, [](const Choice&, bool) { return std::optional<double>(); }));
}

TEST(Search, AsksFewTimes) {
  std::vector<double> errors(64);
  std::iota(errors.begin(), errors.end(), 1);
  int asked = 0;
  findChoice(64, 32 * 33 / 2, sumOf(errors, &asked));
  EXPECT_LT(asked, 2 * 64 + 1 + 7 + 32);
}

} // namespace
} // namespace aic::quantise

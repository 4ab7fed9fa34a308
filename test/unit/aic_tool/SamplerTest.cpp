// What aic generate draws: which ids, and how often, against the definition of softmax.

#include "tools/aic/Sampler.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

namespace aic::tool {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// How often each id comes in `draws` draws.
std::vector<int> count(const Sampling& sampling, const std::vector<float>& logits, int draws = 100000) {
  Sampler sampler(sampling);
  std::vector<int> times(logits.size());
  for (int i = 0; i < draws; ++i) {
    absl::StatusOr<int64_t> id = sampler.Draw(logits);
    EXPECT_TRUE(id.ok()) << id.status();
    if (!id.ok())
      break;
    ++times[static_cast<size_t>(*id)];
  }
  return times;
}

/// That ids come as often as exp(logit / temperature) says, those of `kept` alone: by chi squared, whose 99.9
/// % quantile for up to 9 degrees of freedom is below 27.9. The seeds are fixed, so it holds or not for ever.
void expectSoftmax(const Sampling& sampling, const std::vector<float>& logits,
                   const std::vector<size_t>& kept) {
  constexpr int kDraws = 100000;
  std::vector<int> times = count(sampling, logits, kDraws);
  double total = 0, chi = 0;
  int seen = 0;
  for (size_t id : kept)
    total += std::exp(logits[id] / sampling.temperature);
  for (size_t id : kept) {
    double expected = kDraws * std::exp(logits[id] / sampling.temperature) / total;
    chi += (times[id] - expected) * (times[id] - expected) / expected;
    seen += times[id];
  }
  EXPECT_EQ(seen, kDraws) << "others were drawn";
  EXPECT_LT(chi, 27.9);
}

const std::vector<float> kLogits = {0.5f, 2.0f, -1.0f, 1.25f, 0.0f, 1.75f, -0.5f};

TEST(Sampler, TemperatureZeroIsTheLikeliest) {
  Sampler sampler({});
  EXPECT_EQ(*sampler.Draw(kLogits), 1);
  EXPECT_EQ(*sampler.Draw({-3.0f}), 0);
  EXPECT_EQ(*sampler.Draw({1.0f, 2.0f, 2.0f}), 1); // the lower id
  EXPECT_EQ(*sampler.Draw({-kInfinity, -1e30f, -kInfinity}), 1);
}

TEST(Sampler, FollowsTheProbabilities) {
  const std::vector<size_t> all = {0, 1, 2, 3, 4, 5, 6};
  for (uint64_t seed : {0u, 1u, 2u})
    for (double temperature : {0.5, 1.0, 1.7}) {
      Sampling sampling;
      sampling.temperature = temperature;
      sampling.seed = seed;
      expectSoftmax(sampling, kLogits, all);
    }
}

TEST(Sampler, TopKKeepsTheLikeliest) {
  Sampling sampling;
  sampling.temperature = 1.3;
  sampling.topK = 3;
  expectSoftmax(sampling, kLogits, {1, 5, 3});
  sampling.topK = 1;
  expectSoftmax(sampling, kLogits, {1});
  sampling.topK = 7;
  expectSoftmax(sampling, kLogits, {0, 1, 2, 3, 4, 5, 6});
  sampling.topK = 1000;
  expectSoftmax(sampling, kLogits, {0, 1, 2, 3, 4, 5, 6});
}

TEST(Sampler, TiesAtTheEdgeGoToLowerIds) {
  Sampling sampling;
  sampling.temperature = 1;
  sampling.topK = 3;
  expectSoftmax(sampling, {1, 2, 1, 1, 2, 1}, {1, 4, 0});
  sampling.topK = 0;
  sampling.topP = 0.5; // six of one probability: three make a half
  expectSoftmax(sampling, {1, 1, 1, 1, 1, 1}, {0, 1, 2});
}

TEST(Sampler, TopPKeepsTheFewestThatReachIt) {
  // Probabilities 0.5, 0.25, 0.125, 0.125, whose sums are exact.
  const std::vector<float> logits = {std::log(2.0f), std::log(4.0f), std::log(1.0f), std::log(1.0f)};
  Sampling sampling;
  sampling.temperature = 1;
  for (const auto& [p, kept] : std::vector<std::pair<double, std::vector<size_t>>>{{0.1, {1}},
                                                                                   {0.49, {1}},
                                                                                   {0.51, {1, 0}},
                                                                                   {0.74, {1, 0}},
                                                                                   {0.76, {1, 0, 2}},
                                                                                   {0.9, {1, 0, 2, 3}},
                                                                                   {1.0, {0, 1, 2, 3}}}) {
    sampling.topP = p;
    expectSoftmax(sampling, logits, kept);
  }
}

// Of the k that are left p is taken: 4 / 7 and 2 / 7 of 7 / 8.
TEST(Sampler, TopPIsAfterTopK) {
  const std::vector<float> logits = {std::log(2.0f), std::log(4.0f), std::log(1.0f), std::log(1.0f)};
  Sampling sampling;
  sampling.temperature = 1;
  sampling.topK = 3;
  sampling.topP = 0.55;
  expectSoftmax(sampling, logits, {1});
  sampling.topP = 0.8;
  expectSoftmax(sampling, logits, {1, 0});
}

TEST(Sampler, WhatIsImpossibleNeverComes) {
  Sampling sampling;
  sampling.temperature = 1;
  expectSoftmax(sampling, {-kInfinity, 0.0f, -kInfinity, 0.5f, -kInfinity}, {1, 3});
  sampling.topK = 4;
  expectSoftmax(sampling, {-kInfinity, 0.0f, -kInfinity, 0.5f, -kInfinity}, {1, 3});
}

TEST(Sampler, ExtremeTemperaturesAndLogits) {
  Sampling sampling;
  sampling.temperature = 1e-300;
  EXPECT_EQ(count(sampling, kLogits, 100)[1], 100);
  sampling.temperature = 1e300; // all alike
  expectSoftmax(sampling, kLogits, {0, 1, 2, 3, 4, 5, 6});
  sampling.temperature = 1;
  std::vector<int> times = count(sampling, {3e38f, -3e38f, 3e38f}, 1000);
  EXPECT_EQ(times[1], 0);
  EXPECT_GT(times[0], 400);
  EXPECT_GT(times[2], 400);
}

TEST(Sampler, ASeedIsASequence) {
  Sampling sampling;
  sampling.temperature = 1;
  auto draw = [&](uint64_t seed) {
    sampling.seed = seed;
    Sampler sampler(sampling);
    std::vector<int64_t> ids;
    for (int i = 0; i < 50; ++i)
      ids.push_back(*sampler.Draw(kLogits));
    return ids;
  };
  EXPECT_EQ(draw(5), draw(5));
  EXPECT_NE(draw(5), draw(6));
}

TEST(Sampler, WhatIsNoNumberIsAnError) {
  for (double temperature : {0.0, 1.0}) {
    Sampling sampling;
    sampling.temperature = temperature;
    Sampler sampler(sampling);
    EXPECT_EQ(sampler.Draw({1.0f, NAN, 2.0f}).status().message(), "the logit of id 1 is NaN");
    EXPECT_EQ(sampler.Draw({1.0f, 2.0f, kInfinity}).status().message(), "the logit of id 2 is infinite");
    EXPECT_EQ(sampler.Draw({-kInfinity, -kInfinity}).status().message(), "all logits are -infinity");
    EXPECT_EQ(sampler.Draw({}).status().code(), absl::StatusCode::kInvalidArgument);
  }
}

} // namespace
} // namespace aic::tool

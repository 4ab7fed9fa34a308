#include "tools/aic/Sampler.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aic::tool {

double Sampler::Uniform() {
  constexpr double kUnit =
      1.0 / 9007199254740992.0; // 2^-53: std::uniform_real_distribution differs by library
  return static_cast<double>(random_() >> 11) * kUnit;
}

void Sampler::Choose(absl::Span<const float> logits, float largest) {
  heap_.clear();
  chosen_.clear();
  for (size_t id = 0; id < logits.size(); ++id) {
    double weight = std::exp((static_cast<double>(logits[id]) - largest) / sampling_.temperature);
    heap_.push_back({weight, logits[id], static_cast<int64_t>(id)});
  }
  const bool allOfThem = sampling_.topK == 0 || sampling_.topK >= static_cast<int64_t>(heap_.size());
  if (allOfThem && sampling_.topP >= 1) {
    chosen_.swap(heap_);
    return;
  }
  // The likeliest on top. By the logits: weights of different ones may be equal.
  auto below = [](const Candidate& a, const Candidate& b) {
    return a.logit != b.logit ? a.logit < b.logit : a.id > b.id;
  };
  auto take = [&] {
    std::pop_heap(heap_.begin(), heap_.end(), below);
    chosen_.push_back(heap_.back());
    heap_.pop_back();
  };
  std::make_heap(heap_.begin(), heap_.end(), below);
  double total = 0;
  if (!allOfThem) {
    while (static_cast<int64_t>(chosen_.size()) < sampling_.topK)
      take();
    heap_.clear();
    for (const Candidate& candidate : chosen_)
      total += candidate.weight;
  } else {
    for (const Candidate& candidate : heap_)
      total += candidate.weight;
  }
  double sum = 0;
  for (size_t i = 0; i < chosen_.size() || !heap_.empty(); ++i) {
    if (i == chosen_.size())
      take();
    sum += chosen_[i].weight;
    if (sum >= sampling_.topP * total) {
      chosen_.resize(i + 1);
      return;
    }
  }
}

absl::StatusOr<int64_t> Sampler::Draw(absl::Span<const float> logits) {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  int64_t likeliest = -1;
  for (size_t id = 0; id < logits.size(); ++id) {
    if (std::isnan(logits[id]) || logits[id] == kInfinity)
      return absl::InvalidArgumentError(
          absl::StrCat("the logit of id ", id, " is ", std::isnan(logits[id]) ? "NaN" : "infinite"));
    if (logits[id] > (likeliest < 0 ? -kInfinity : logits[static_cast<size_t>(likeliest)]))
      likeliest = static_cast<int64_t>(id);
  }
  if (likeliest < 0)
    return absl::InvalidArgumentError("all logits are -infinity");
  if (sampling_.temperature == 0)
    return likeliest;
  Choose(logits, logits[static_cast<size_t>(likeliest)]);
  double total = 0;
  for (const Candidate& candidate : chosen_)
    total += candidate.weight;
  // What is left after the last one is rounding.
  double point = Uniform() * total;
  int64_t drawn = likeliest;
  for (const Candidate& candidate : chosen_) {
    if (candidate.weight > 0)
      drawn = candidate.id;
    if ((point -= candidate.weight) < 0)
      break;
  }
  return drawn;
}

} // namespace aic::tool

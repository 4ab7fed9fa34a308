// Which word comes next: an id by the logits of all.
#pragma once

#include "absl/status/statusor.h"
#include "absl/types/span.h"

#include <cstdint>
#include <random>
#include <vector>

namespace aic::tool {

struct Sampling {
  double temperature = 0; // 0: the likeliest; else the logits are divided by it
  int64_t topK = 0;       // only the k likeliest; 0: all
  double topP = 1;        // of those, the fewest whose probabilities sum to at least p; in (0, 1]
  uint64_t seed = 0;
};

/// Draws ids one after another. The same seed and logits give the same ids on every machine. Where logits are
/// equal, the lower id counts as likelier.
class Sampler {
public:
  explicit Sampler(const Sampling& sampling) : sampling_(sampling), random_(sampling.seed) {}

  /// The index of one of the logits. InvalidArgument where one is NaN or +infinity, or all are -infinity.
  absl::StatusOr<int64_t> Draw(absl::Span<const float> logits);

private:
  struct Candidate {
    double weight; // its probability, unscaled: 1 for the likeliest
    float logit;
    int64_t id;
  };

  /// The likeliest that topK and topP leave, in some order, with their weights.
  void Choose(absl::Span<const float> logits, float largest);
  double Uniform(); // in [0, 1)

  const Sampling sampling_;
  std::mt19937_64 random_;
  std::vector<Candidate> heap_, chosen_;
};

} // namespace aic::tool

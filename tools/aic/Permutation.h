// aic attribute --method permutation: how much worse a model's answers get when a feature's values are
// exchanged among the samples.
#pragma once

#include "tools/aic/EvaluationRun.h"

#include <string>
#include <vector>

namespace aic::tool {

struct PermutationOptions {
  EvaluationOptions evaluation;
  std::string by, names;          // the input; a file with the features' names
  std::vector<std::string> files; // .svg .html .npy
  uint64_t repeats = 5, seed = 0;
  bool json = false;
};

/// Permutation importance (Breiman, Random Forests, 2001), as scikit-learn has it: of each feature of an
/// input [B, features] the score of all samples less the mean of the scores with that feature's values in
/// `repeats` other orders; of a loss the other way round. Order r of feature f is shuffled(all samples, seed,
/// f * repeats + r). Returns 0, or prints what is wrong and returns the exit code.
int explainByPermutation(const PermutationOptions& options);

} // namespace aic::tool

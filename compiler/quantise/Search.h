// Which operators stay floats.
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace aic::quantise {

/// By operator: whether it computes in 8 bits.
using Choice = std::vector<char>;

/// How wrong a model's answers are with this choice, 0 where none is in 8 bits. `ranking`: a few samples will
/// do. nullopt where there is no answer, which ends the search.
using Error = std::function<std::optional<double>(const Choice& choice, bool ranking)>;

struct Found {
  std::vector<size_t> order; // operators, those that matter least first
  std::vector<double> alone,
      together; // by operator: the error where it is the only one; with all that matter less
  Choice choice;
  double error = 0;  // of the choice
  bool good = false; // within the bound, and one operator at least is in 8 bits
};

/// Finds a choice of `operators`, 1 at least, with few floats whose error is at most `bound`: binary search
/// over how many of the order are in 8 bits, then each of the others alone. Where not even one can be, the
/// choice has the one that matters least. nullopt where an error had no answer.
std::optional<Found> findChoice(size_t operators, double bound, const Error& error);

} // namespace aic::quantise

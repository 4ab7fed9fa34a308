#include "compiler/quantise/Search.h"

#include <algorithm>
#include <numeric>

namespace aic::quantise {
namespace {

class Search {
public:
  Search(size_t operators, double bound, const Error& error)
      : operators(operators), bound(bound), error(error) {}

  bool rank(Found& found) {
    found.alone.resize(operators), found.together.resize(operators);
    for (size_t i = 0; i < operators; ++i) {
      Choice only(operators, 0);
      only[i] = 1;
      if (!measure(only, true, found.alone[i]))
        return false;
    }
    found.order.resize(operators);
    std::iota(found.order.begin(), found.order.end(), size_t(0));
    std::stable_sort(found.order.begin(), found.order.end(),
                     [&](size_t a, size_t b) { return found.alone[a] < found.alone[b]; });
    Choice most(operators, 0);
    for (size_t i : found.order) {
      most[i] = 1;
      if (!measure(most, true, found.together[i]))
        return false;
    }
    return true;
  }

  bool choose(Found& found) {
    double tried = 0;
    if (!measure(first(found, operators), false, tried))
      return false;
    if (tried <= bound)
      return take(found, first(found, operators), tried);
    size_t good = 0, bad = operators; // how many of the order are in 8 bits
    found.choice = first(found, 0);
    while (bad - good > 1) {
      const size_t middle = good + (bad - good) / 2;
      if (!measure(first(found, middle), false, tried))
        return false;
      if (tried <= bound)
        take(found, first(found, middle), tried);
      (tried <= bound ? good : bad) = middle;
    }
    for (size_t i = good + 1; i < operators; ++i) { // the one before has been tried
      Choice more = found.choice;
      more[found.order[i]] = 1;
      if (!measure(more, false, tried))
        return false;
      if (tried <= bound)
        take(found, more, tried);
    }
    if (found.good)
      return true;
    found.choice = first(found, 1);
    return measure(found.choice, false, found.error);
  }

private:
  const size_t operators;
  const double bound;
  const Error& error;

  bool measure(const Choice& choice, bool ranking, double& value) {
    std::optional<double> measured = error(choice, ranking);
    value = measured.value_or(0);
    return measured.has_value();
  }

  Choice first(const Found& found, size_t count) const {
    Choice choice(operators, 0);
    for (size_t i = 0; i < count; ++i)
      choice[found.order[i]] = 1;
    return choice;
  }

  static bool take(Found& found, const Choice& choice, double error) {
    found.choice = choice;
    found.error = error;
    found.good = true;
    return true;
  }
};

} // namespace

std::optional<Found> findChoice(size_t operators, double bound, const Error& error) {
  Search search(operators, bound, error);
  Found found;
  if (!search.rank(found) || !search.choose(found))
    return std::nullopt;
  return found;
}

} // namespace aic::quantise

#include "compiler/artifact/Repeats.h"

#include <string>
#include <unordered_map>

namespace aic::artifact {

namespace {

constexpr size_t kLeastTimes = 4;
constexpr size_t kMostDispatches = 1024; ///< Of one step.

/// So many comparisons of two dispatches the search may cost: some tenths of a second.
constexpr int64_t kBudget = 50'000'000;

/// All of a dispatch but the offsets of its bindings, as bytes to compare.
std::string KeyOf(const Dispatch& dispatch) {
  std::string key;
  auto add = [&](uint64_t number) { key.append(reinterpret_cast<const char*>(&number), sizeof(number)); };
  for (uint64_t number : {uint64_t(dispatch.kernel), uint64_t(dispatch.workgroups), uint64_t(dispatch.steps),
                          dispatch.flops, dispatch.bytes, uint64_t(dispatch.bindings.size())})
    add(number);
  for (const Binding& binding : dispatch.bindings)
    for (uint64_t number :
         {binding.bytes, uint64_t(binding.index), uint64_t(binding.kind) << 1 | binding.write})
      add(number);
  return key.append(dispatch.name).append(1, '\0').append(dispatch.location);
}

class Finder {
public:
  explicit Finder(const std::vector<Dispatch>& dispatches)
      : dispatches_(dispatches), kinds_(dispatches.size()), next_(dispatches.size()) {
    std::unordered_map<std::string, size_t> known;
    for (size_t i = 0; i < dispatches.size(); ++i)
      kinds_[i] = known.try_emplace(KeyOf(dispatches[i]), known.size()).first->second;
    std::vector<size_t> last(known.size(), dispatches.size());
    for (size_t i = dispatches.size(); i-- > 0;) {
      next_[i] = last[kinds_[i]];
      last[kinds_[i]] = i;
    }
  }

  /// The repetition that begins at a dispatch and saves most; once, if there is none.
  Repeat At(size_t first) {
    Repeat best = {static_cast<uint32_t>(first), 1, 1};
    size_t saved = 0;
    for (size_t again = next_[first];
         again < dispatches_.size() && again - first <= kMostDispatches && budget_ > 0;
         again = next_[again]) {
      const size_t step = again - first;
      // Several steps of a loop that is found are no better one.
      if (saved && step % best.dispatches == 0 && kLeastTimes * step <= saved)
        continue;
      const size_t times = TimesOf(first, step);
      if (times < kLeastTimes || (times - 1) * step <= saved)
        continue;
      saved = (times - 1) * step;
      best = {static_cast<uint32_t>(first), static_cast<uint32_t>(step), static_cast<uint32_t>(times)};
    }
    return best;
  }

private:
  const std::vector<Dispatch>& dispatches_;
  std::vector<size_t> kinds_; ///< Those of one kind are equal but for the offsets.
  std::vector<size_t> next_;  ///< The next one of the same kind.
  int64_t budget_ = kBudget;

  uint64_t Moved(size_t from, size_t to, size_t binding) const {
    return dispatches_[to].bindings[binding].offset - dispatches_[from].bindings[binding].offset;
  }

  /// Whether what follows dispatch `at` after `step` dispatches is the same one, moved as the one before it
  /// was.
  bool Follows(size_t at, size_t step, size_t first) {
    --budget_;
    const size_t to = at + step;
    if (to >= dispatches_.size() || kinds_[at] != kinds_[to])
      return false;
    if (at >= first + step)
      for (size_t b = 0; b < dispatches_[at].bindings.size(); ++b)
        if (Moved(at, to, b) != Moved(at - step, at, b))
          return false;
    return true;
  }

  size_t TimesOf(size_t first, size_t step) {
    size_t at = first;
    while (Follows(at, step, first))
      ++at;
    return 1 + (at - first) / step;
  }
};

} // namespace

void FindRepeats(Program& program) {
  std::vector<Dispatch>& all = program.dispatches;
  Finder finder(all);
  std::vector<Dispatch> kept;
  for (size_t i = 0; i < all.size();) {
    const Repeat found = finder.At(i);
    if (found.times > 1)
      program.repeats.push_back({static_cast<uint32_t>(kept.size()), found.dispatches, found.times});
    for (size_t d = i; d < i + found.dispatches; ++d) {
      Dispatch& dispatch = kept.emplace_back(std::move(all[d]));
      bool moves = false;
      for (size_t b = 0; found.times > 1 && b < dispatch.bindings.size(); ++b) {
        const uint64_t to = all[d + found.dispatches].bindings[b].offset;
        dispatch.strides.push_back(static_cast<int64_t>(to - dispatch.bindings[b].offset));
        moves = moves || dispatch.strides.back() != 0;
      }
      if (!moves)
        dispatch.strides.clear();
    }
    i += size_t(found.dispatches) * found.times;
  }
  all = std::move(kept);
}

} // namespace aic::artifact

#include "runtime/cpu/Sharing.h"

#include <algorithm>

namespace aic::runtime::cpu {

namespace {

constexpr uint64_t kMillisecond = 1000000;
constexpr double kWindow = 40 * kMillisecond; // Some slices of a scheduler.
// Sharing has costs that are not counted: caches, and the CPU time that it takes from the caller. So it has
// to win clearly.
constexpr double kMargin = 0.7;
// What may be lost before anything is done about it: a scheduler's slice. Tries that fail become longer,
// since a system may take tens of milliseconds to move two threads apart.
constexpr uint64_t kPatience = 4 * kMillisecond, kMostPatience = 16 * kMillisecond;
constexpr uint64_t kMakeGood = 10; // Tries cost a tenth at most.
constexpr uint64_t kLongestPause = 1000 * kMillisecond;

} // namespace

/// Counts the time up to now. What is older than kWindow goes.
void Sharing::Advance(uint64_t now) {
  const uint64_t time = now - since_;
  since_ = now;
  madeGood_ += time;
  const double before = std::max(0.0, kWindow - static_cast<double>(time));
  if (spent_ > before) {
    const double keep = before / spent_;
    spent_ = before;
    lost_ *= keep;
    mine_ *= keep;
    theirs_ *= keep;
  }
  spent_ += static_cast<double>(time);
}

void Sharing::Stop(uint64_t now) {
  Advance(now);
}

bool Sharing::Lose(uint64_t lost, uint64_t now) {
  Advance(now);
  lost_ += static_cast<double>(lost);
  patience_ -= std::min(patience_, lost);
  if (threads_ == 1 || patience_ || lost_ * (mine_ + theirs_) <= kMargin * spent_ * theirs_)
    return false;
  const bool soon = now - changed_ < pause_;
  makeGood_ = std::min(kMakeGood * static_cast<uint64_t>(lost_), kLongestPause);
  madeGood_ = 0;
  pause_ = std::clamp(soon ? 2 * pause_ : 0, makeGood_, kLongestPause);
  mostPatience_ = soon ? std::min(2 * mostPatience_, kMostPatience) : kPatience;
  threads_ /= 2;
  changed_ = now;
  Forget();
  return true;
}

bool Sharing::Try(uint64_t now) {
  if (!reduced() || now - changed_ < pause_)
    return false;
  Advance(now);
  if (madeGood_ < makeGood_)
    return false;
  threads_ = 2 * threads_ < most_ ? 2 * threads_ : most_;
  changed_ = now;
  Forget();
  return true;
}

} // namespace aic::runtime::cpu

#include "runtime/cpu/Sharing.h"

#include <algorithm>

namespace aic::runtime::cpu {

namespace {

constexpr uint64_t kMillisecond = 1000000;
constexpr double kWindow = 40 * kMillisecond; // Some slices of a scheduler.
// What may be lost before anything is done about it: a scheduler's slice. Tries that fail become longer,
// since a system may take tens of milliseconds to move two threads apart.
constexpr double kPatience = 4 * kMillisecond, kMostPatience = 32 * kMillisecond;
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
  if (threads_ == 1 || lost_ < patience_ || lost_ * (mine_ + theirs_) <= spent_ * theirs_)
    return false;
  const bool soon = now - changed_ < pause_;
  const uint64_t tenfold = kMakeGood * static_cast<uint64_t>(lost_);
  makeGood_ = std::min(tenfold, kLongestPause);
  madeGood_ = 0;
  pause_ = std::clamp(soon ? 2 * pause_ : 0, makeGood_, kLongestPause);
  patience_ = soon ? std::min(2 * patience_, kMostPatience) : kPatience;
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

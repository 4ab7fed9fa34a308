// The learning rate of each step.
#pragma once

#include <cstdint>
#include <string>

namespace aic::tool {

/// How the learning rate changes over a training of `total` steps, `perEpoch` of them an epoch.
///
///   constant             rate
///   linear[:LAST]        rate + (LAST - rate) t, t = step / total
///   cosine[:LAST]        LAST + (rate - LAST) (1 + cos(pi t)) / 2
///   step:EPOCHS[,GAMMA]  rate GAMMA^(epoch / EPOCHS), whole numbers, GAMMA 0.1
///   exponential:GAMMA    rate GAMMA^epoch
///
/// LAST is a learning rate, 0 where it is not said. These are PyTorch's LinearLR, CosineAnnealingLR (both
/// moved on once a step, total_iters = T_max = total), StepLR and ExponentialLR (once an epoch). During the
/// first `warmup` steps the rate is a part of that, (step + 1) / warmup; linear and cosine begin behind them.
struct Schedule {
  enum class Kind { Constant, Linear, Cosine, Step, Exponential };
  Kind kind = Kind::Constant;
  double rate = 1e-3, last = 0, gamma = 0.1;
  int64_t epochs = 1, warmup = 0;
  int64_t total = 1, perEpoch = 1;

  /// The rate of a step, from 0 on.
  double at(int64_t step) const;
};

/// Reads the text of --schedule into kind, last, gamma and epochs. Returns "", or what is wrong with it.
std::string parseSchedule(const std::string& text, Schedule& schedule);

} // namespace aic::tool

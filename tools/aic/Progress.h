// A line on the terminal for work that takes long.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace aic::tool {

/// While it lives: "WHAT ... 3 s" on stderr, from the first second on, and only where stderr is a terminal.
/// The line is wiped at the end, so nothing of it mixes with messages.
class Progress {
public:
  explicit Progress(std::string what);
  ~Progress() { stop(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Another text from the next second on.
  void say(std::string what);

  /// Wipes the line; call it before printing. May be called twice.
  void stop();

private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopped_ = false;
  std::string what_;
  std::thread thread_;
};

/// How far something is that goes step by step: "epoch 2/5 [=====>    ]  312/937  loss 0.43  1:02 left" on
/// stderr, ten times a second at most, and only where stderr is a terminal. What is printed meanwhile wipes
/// it first.
class ProgressBar {
public:
  ProgressBar();
  ~ProgressBar() { wipe(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Whether a line would be shown now: else there is no need to make its text.
  bool isDue() const;
  /// `before` the bar of `done` of `total`, and `behind` it.
  void show(const std::string& before, int64_t done, int64_t total, const std::string& behind);
  void wipe();

private:
  bool terminal_, shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

/// 3725 as "1:02:05", 62 as "1:02".
std::string clockText(double seconds);

} // namespace aic::tool

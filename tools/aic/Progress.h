// A line on the terminal for work that takes long.
#pragma once

#include <condition_variable>
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

} // namespace aic::tool

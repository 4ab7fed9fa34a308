#include "tools/aic/Progress.h"

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace aic::tool {

Progress::Progress(std::string what) : what_(std::move(what)) {
  if (!isatty(STDERR_FILENO))
    return;
  thread_ = std::thread([this] {
    std::unique_lock<std::mutex> lock(mutex_);
    int seconds = 0;
    while (!wake_.wait_for(lock, std::chrono::seconds(1), [this] { return stopped_; }))
      std::fprintf(stderr, "\r%s ... %d s\033[K", what_.c_str(), ++seconds);
    if (seconds > 0)
      std::fprintf(stderr, "\r\033[K");
  });
}

void Progress::say(std::string what) {
  std::lock_guard<std::mutex> lock(mutex_);
  what_ = std::move(what);
}

void Progress::stop() {
  if (!thread_.joinable())
    return;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

} // namespace aic::tool

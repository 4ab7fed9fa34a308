#include "tools/aic/Progress.h"

#include "absl/strings/str_format.h"

#include <algorithm>
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

ProgressBar::ProgressBar() : terminal_(isatty(STDERR_FILENO) != 0) {}

bool ProgressBar::isDue() const {
  return terminal_ && std::chrono::steady_clock::now() - last_ >= std::chrono::milliseconds(100);
}

void ProgressBar::show(const std::string& before, int64_t done, int64_t total, const std::string& behind) {
  if (!terminal_)
    return;
  constexpr int64_t kCells = 20;
  const int64_t cells = total > 0 ? std::clamp<int64_t>(done * kCells / total, 0, kCells) : 0;
  std::string bar(static_cast<size_t>(cells), '=');
  if (cells < kCells)
    bar += '>';
  bar.resize(kCells, ' ');
  std::fprintf(stderr, "\r%s [%s] %lld/%lld %s\033[K", before.c_str(), bar.c_str(),
               static_cast<long long>(done), static_cast<long long>(total), behind.c_str());
  shown_ = true;
  last_ = std::chrono::steady_clock::now();
}

void ProgressBar::wipe() {
  if (shown_)
    std::fprintf(stderr, "\r\033[K");
  shown_ = false;
}

std::string clockText(double seconds) {
  const int64_t whole = static_cast<int64_t>(std::max(0.0, seconds)), hours = whole / 3600;
  return hours > 0 ? absl::StrFormat("%d:%02d:%02d", hours, whole / 60 % 60, whole % 60)
                   : absl::StrFormat("%d:%02d", whole / 60, whole % 60);
}

} // namespace aic::tool

#include "tools/aic/Interrupt.h"

#include <atomic>

namespace aic::tool {

namespace {

/// Without a lock, so that a handler may set it, on whichever thread it runs.
std::atomic<bool> came = false;
static_assert(std::atomic<bool>::is_always_lock_free);

} // namespace

NoteInterrupt::NoteInterrupt() {
  struct sigaction action = {};
  action.sa_handler = [](int) { came = true; };
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  sigaction(SIGINT, &action, &before_);
}

NoteInterrupt::~NoteInterrupt() {
  sigaction(SIGINT, &before_, nullptr);
}

bool interrupted() {
  return came;
}

} // namespace aic::tool

// Ctrl-C, for commands that have something to bring to an end first.
#pragma once

#include <csignal>

namespace aic::tool {

/// While it lives, Ctrl-C is noted; a second one ends the program as ever.
class NoteInterrupt {
public:
  NoteInterrupt();
  ~NoteInterrupt();
  NoteInterrupt(const NoteInterrupt&) = delete;
  NoteInterrupt& operator=(const NoteInterrupt&) = delete;

private:
  struct sigaction before_;
};

/// Whether it came.
bool interrupted();

} // namespace aic::tool

// The processes of `mpirun -n N aic train`: which one this is, and what they say to each other.
#pragma once

#include "tools/aic/mpi/MpiCalls.h"

#include <cstddef>
#include <string>

namespace aic::tool {

class Ranks {
public:
  Ranks() = default; ///< one process, until open()
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  /// Joins the others where mpirun has started this process. Returns 0, or prints what is wrong and returns
  /// the exit code, as all here.
  int open();

  /// Whether mpirun has started it; also where it is alone.
  bool started() const { return joined_; }
  int rank() const { return calls_.rank; }
  int size() const { return calls_.size; }

  int send(const void* data, size_t bytes, int to);
  int receive(void* data, size_t bytes, int from);
  /// From one to all.
  int broadcast(void* data, size_t bytes, int from);

  /// Ends all processes, as this one cannot go on. Does not return where there are others.
  void abort(int code);

  /// What is printed to stderr where this process is told to end (SIGTERM), as mpirun does where another has
  /// ended; from now on, in place of what was said before.
  void sayAtEnd(const std::string& text);

private:
  int check(int failed, const char* what);

  AicMpiCalls calls_ = {0, 1, nullptr, nullptr, nullptr, nullptr, nullptr};
  bool joined_ = false;
};

/// While it lives, stderr of a process that is not the first goes to memory: all of them say the same there.
class OneVoice {
public:
  explicit OneVoice(const Ranks& ranks);
  ~OneVoice();
  OneVoice(const OneVoice&) = delete;
  OneVoice& operator=(const OneVoice&) = delete;

  /// Stderr as it was; what was held back is said where `say`.
  void end(bool say);

private:
  int rank_, held_ = -1, stderr_ = -1;
};

} // namespace aic::tool

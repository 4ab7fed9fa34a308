/// \file
/// Whether it pays to share work with other threads.
#ifndef AIC_RUNTIME_CPU_SHARING_H
#define AIC_RUNTIME_CPU_SHARING_H

#include <cstdint>

namespace aic::runtime::cpu {

/// Decides on how many threads a team shares its work, by what the sharing has brought.
///
/// On a machine that others use too, a thread that has claimed work may lose its CPU in the middle of it, for
/// some milliseconds, and everybody waits: that time is lost. What the others have done is what is won. Of a
/// stretch of time E in which work was shared, a part L was lost, and the others did a part S of the work;
/// alone it would have taken (E - L) / (1 - S). So sharing pays while L < S E. Where it does not, or not
/// clearly, the number of threads is halved, and after a pause doubled again for a try. The pause is long
/// enough that the tries cost little: the caller first makes good, with fewer threads, for many times what
/// was lost; and a try that fails soon doubles the time until the next one.
///
/// Times are nanoseconds of a clock that the caller reads, so that a team which shares fully and loses
/// nothing reads it twice a run.
class Sharing {
public:
  explicit Sharing(uint32_t threads) : most_(threads), threads_(threads) {}

  /// The number of threads to use now.
  uint32_t threads() const { return threads_; }
  /// Fewer than there are: ask Try now and then.
  bool reduced() const { return threads_ < most_; }

  /// A run begins to use threads(), and ends.
  void Start(uint64_t now) { since_ = now; }
  void Stop(uint64_t now);

  /// Of a loop's workgroups, the caller did `mine` and the others `theirs`.
  void Count(uint32_t mine, uint32_t theirs) {
    mine_ += mine;
    theirs_ += theirs;
  }

  /// The caller waited `lost` ns, until now, for threads that did not run. Call after Count. Returns true if
  /// threads() has changed.
  bool Lose(uint64_t lost, uint64_t now);

  /// Goes back to more threads if the pause is over. Between Start and Stop. Returns true if threads() has
  /// changed.
  bool Try(uint64_t now);

private:
  void Advance(uint64_t now);
  void Forget() {
    spent_ = lost_ = mine_ = theirs_ = 0;
    patience_ = mostPatience_;
  }

  const uint32_t most_;
  uint32_t threads_;
  uint64_t since_ = 0; ///< The time up to which spent_ counts, in a run.

  // Of the last kWindow of shared time; what is older counts less and less.
  double spent_ = 0, lost_ = 0, mine_ = 0, theirs_ = 0;

  uint64_t changed_ = 0;  ///< When threads_ last changed.
  uint64_t pause_ = 0;    ///< From a reduction to the next try.
  uint64_t makeGood_ = 0; ///< Running time, from a reduction to the next try.
  uint64_t madeGood_ = 0;
  uint64_t patience_ = 4000000;     ///< How much more lost time is borne before anything is done about it,
  uint64_t mostPatience_ = 4000000; ///< after a change.
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_SHARING_H

/// \file
/// A program's dispatches as they run: those that are repeated several times.
#ifndef AIC_RUNTIME_TURNS_H
#define AIC_RUNTIME_TURNS_H

#include "runtime/schema/artifact_generated.h"

namespace aic::runtime {

/// How many dispatches run.
uint32_t TurnCount(const schema::Program& program);

/// One run of a dispatch. The program must outlive it.
struct Turn {
  const schema::Dispatch* dispatch;
  uint32_t index;               ///< Of the dispatch in the program.
  uint32_t time;                ///< The how manieth run of it, from 0 on.
  const schema::Repeat* repeat; ///< That it belongs to, or NULL.
  uint32_t repeatTurn;          ///< The number of that one's first turn.

  /// Where a binding begins in its buffer.
  uint64_t Offset(uint32_t binding) const {
    const auto* strides = dispatch->strides();
    return dispatch->bindings()->Get(binding)->offset() +
           (strides ? static_cast<uint64_t>(strides->Get(binding)) * time : 0);
  }
};

/// Turn `number` of a program, which is below TurnCount. Takes as long as there are repeats.
Turn TurnOf(const schema::Program& program, uint32_t number);

/// All turns, in order.
class Turns {
public:
  explicit Turns(const schema::Program& program) : program_(program) { Find(); }

  bool done() const { return index_ == program_.dispatches()->size(); }
  Turn operator*() const { return {program_.dispatches()->Get(index_), index_, time_, repeat_, firstTurn_}; }
  /// The dispatch behind, or the repeat's first one once more.
  void Next();

private:
  void Find();

  const schema::Program& program_;
  uint32_t index_ = 0, time_ = 0;
  uint32_t next_ = 0;                      ///< Of the repeats.
  uint32_t turn_ = 0, firstTurn_ = 0;      ///< Of this one, and of the repeat's first one.
  const schema::Repeat* repeat_ = nullptr; ///< That index_ belongs to.
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_TURNS_H

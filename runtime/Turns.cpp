#include "runtime/Turns.h"

namespace aic::runtime {

uint32_t TurnCount(const schema::Program& program) {
  uint32_t count = program.dispatches()->size();
  if (program.repeats())
    for (const schema::Repeat* repeat : *program.repeats())
      count += (repeat->times() - 1) * repeat->dispatches();
  return count;
}

Turn TurnOf(const schema::Program& program, uint32_t number) {
  uint32_t index = number; // In the program, if nothing were repeated behind what has been passed.
  if (program.repeats())
    for (const schema::Repeat* repeat : *program.repeats()) {
      if (index < repeat->first())
        break;
      const uint32_t within = index - repeat->first(), turns = repeat->times() * repeat->dispatches();
      if (within < turns) {
        index = repeat->first() + within % repeat->dispatches();
        return {program.dispatches()->Get(index), index, within / repeat->dispatches(), repeat,
                number - within};
      }
      index -= turns - repeat->dispatches();
    }
  return {program.dispatches()->Get(index), index, 0, nullptr, 0};
}

/// Finds the repeat that begins at index_.
void Turns::Find() {
  const auto* repeats = program_.repeats();
  if (!repeats || next_ == repeats->size() || repeats->Get(next_)->first() != index_)
    return;
  repeat_ = repeats->Get(next_++);
  firstTurn_ = turn_;
}

void Turns::Next() {
  ++turn_;
  ++index_;
  if (repeat_ && index_ == repeat_->first() + repeat_->dispatches()) {
    if (++time_ < repeat_->times()) {
      index_ = repeat_->first();
      return;
    }
    repeat_ = nullptr;
    time_ = firstTurn_ = 0;
  }
  if (!repeat_)
    Find();
}

} // namespace aic::runtime

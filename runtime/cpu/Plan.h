/// \file
/// A target's programs with every pointer resolved, and the states: what one session runs on the CPU.
#ifndef AIC_RUNTIME_CPU_PLAN_H
#define AIC_RUNTIME_CPU_PLAN_H

#include "runtime/Header.h"
#include "runtime/Memory.h"
#include "runtime/Trace.h"
#include "runtime/cpu/CodeObject.h"
#include "runtime/cpu/Team.h"

namespace aic::runtime::cpu {

/// What a plan takes, in elements and bytes.
struct PlanNeeds {
  PlanNeeds(const Header& header, const schema::Target& target, uint32_t threads);

  size_t dispatches = 0, bindings = 0, patches = 0, programs; ///< Of all programs.
  size_t repeats = 0, moves = 0;                              ///< Of all programs.
  uint64_t arenaBytes = 0;                                    ///< Of the largest program: one runs at a time.
  uint64_t scratchStride = 0;                                 ///< Of each thread.
  uint64_t scratchBytes;                                      ///< Of all threads.
  uint64_t stateBytes;
  uint64_t tableBytes() const; ///< Of the tables of pointers.
};

/// Working memory and resolved pointers. Used by one run at a time.
class Plan {
public:
  /// Resolves the programs of `target` of `header`, which stay alive as long as the plan, as do `code` and
  /// `weights`, and `control` of the runs. `threads` run it. Errors: AIC_OUT_OF_MEMORY.
  aic_status Prepare(const char* where, const Header& header, const schema::Target& target,
                     const CodeObject& code, const uint8_t* weights, const Control* control,
                     uint32_t threads);

  /// Of its arena, which serves all programs, as one runs at a time (it has the size of the largest), its
  /// states, and the scratch memory of all threads.
  uint64_t bytes() const {
    return arenaBytes_ + header_->StateStart(header_->StateCount()) + scratchStride_ * threads_;
  }

  /// Every thread's scratch memory, one thread's behind another's; NULL if no kernel has use for it.
  uint8_t* scratch() const { return scratchStride_ ? scratch_.data() : nullptr; }
  uint64_t scratchStride() const { return scratchStride_; }

  /// Runs every dispatch of an entry in order. The caller's buffers are already checked against the header.
  /// Allocates nothing. Errors: AIC_KERNEL_FAILED; `statesLost` then says whether a dispatch before the one
  /// that failed writes a state. AIC_CANCELLED: the same, and that one counts too.
  aic_status Run(uint32_t entry, Team& team, const aic_input* inputs, const aic_output* outputs,
                 const Trace& trace, bool* statesLost);

  void ReadState(uint32_t state, void* data) const;
  /// NULL: what it begins with.
  void WriteState(uint32_t state, const void* data);

private:
  friend struct PlanNeeds;

  /// A binding whose address the caller gives anew with each run.
  struct Patch {
    uint32_t buffer; ///< Index into buffers_.
    uint32_t index;  ///< Of the input or output.
    uint64_t offset;
    bool input;
  };

  /// A buffer that a repeated dispatch finds elsewhere each time.
  struct Move {
    uint32_t buffer; ///< Index into buffers_.
    int64_t stride;
  };

  /// Loops of a program that run several times, one behind the other.
  struct Repeat {
    uint32_t first, loops; ///< The program's.
    uint32_t times;
    uint32_t firstMove, moves;
  };

  /// What is one program's of loops_, patches_ and repeats_.
  struct Part {
    uint32_t firstLoop, loops;
    uint32_t firstPatch, patches;
    uint32_t firstRepeat, repeats;
  };

  /// A run that is under way.
  struct Progress {
    const schema::Program& program;
    const Part& part;
    Team& team;
    const Trace& trace;
    uint32_t turn = 0; ///< The dispatches that have run.
    bool* statesLost;
  };

  /// Resolves the repeats of `program`, whose first buffer has the number `buffer`.
  void PrepareRepeats(const schema::Program& program, uint32_t buffer, Part* part, uint32_t* move);
  /// Runs a dispatch; the program's first `ran` have run already.
  aic_status RunLoop(Progress& run, uint32_t dispatch, uint32_t ran);
  aic_status RunRepeat(Progress& run, const Repeat& repeat);
  aic_status DescribeFailure(const schema::Dispatch& dispatch, uint32_t turn, const LoopResult& result) const;
  uint8_t* StateData(uint32_t state) const { return states_.data() + header_->StateStart(state); }

  const char* where_ = nullptr;
  const Control* control_ = nullptr;
  const Header* header_ = nullptr;
  const schema::Target* target_ = nullptr;
  const uint8_t* weights_ = nullptr;
  Pages arena_, states_, scratch_;
  uint64_t arenaBytes_ = 0, scratchStride_ = 0;
  uint32_t threads_ = 0;
  Array<void*> buffers_; ///< Of all dispatches of all programs, one after the other.
  Array<Loop> loops_;    ///< One per dispatch; each points into buffers_.
  Array<Patch> patches_;
  Array<Move> moves_;
  Array<Repeat> repeats_;
  Array<Part> parts_; ///< One per entry.
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_PLAN_H

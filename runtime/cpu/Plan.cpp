#include "runtime/cpu/Plan.h"

#include "runtime/Failure.h"
#include "runtime/cpu/FloatingPoint.h"
#include "runtime/cpu/Futex.h"

#include <cstdio>
#include <cstring>

namespace aic::runtime::cpu {

namespace {

/// A page: no two threads share a cache line, nor what is fetched ahead.
constexpr uint64_t kScratchAlignment = 4096;

} // namespace

PlanNeeds::PlanNeeds(const Header& header, const schema::Target& target, uint32_t threads)
    : programs(target.programs()->size()), stateBytes(header.StateStart(header.StateCount())) {
  uint64_t scratch = 0;
  for (const schema::Program* program : *target.programs()) {
    dispatches += program->dispatches()->size();
    arenaBytes = program->arena_bytes() > arenaBytes ? program->arena_bytes() : arenaBytes;
    scratch = program->scratch_bytes() > scratch ? program->scratch_bytes() : scratch;
    for (const schema::Dispatch* dispatch : *program->dispatches()) {
      bindings += dispatch->bindings()->size();
      for (const schema::Binding* binding : *dispatch->bindings())
        patches +=
            binding->kind() == schema::BindingKind_Input || binding->kind() == schema::BindingKind_Output;
      for (uint32_t b = 0; dispatch->strides() && b < dispatch->strides()->size(); ++b)
        moves += dispatch->strides()->Get(b) != 0;
    }
    repeats += program->repeats() ? program->repeats()->size() : 0;
  }
  scratchStride = (scratch + kScratchAlignment - 1) / kScratchAlignment * kScratchAlignment;
  scratchBytes = scratchStride * threads;
}

uint64_t PlanNeeds::tableBytes() const {
  return Array<void*>::BytesOf(bindings) + Array<Loop>::BytesOf(dispatches) +
         Array<Plan::Patch>::BytesOf(patches) + Array<Plan::Repeat>::BytesOf(repeats) +
         Array<Plan::Move>::BytesOf(moves) + Array<Plan::Part>::BytesOf(programs);
}

aic_status Plan::Prepare(const char* where, const Header& header, const schema::Target& target,
                         const CodeObject& code, const uint8_t* weights, const Control* control,
                         uint32_t threads) {
  control_ = control;
  where_ = where;
  header_ = &header;
  weights_ = weights;
  target_ = &target;
  threads_ = threads;
  const auto& programs = *target.programs();
  const PlanNeeds needs(header, target, threads);
  arenaBytes_ = needs.arenaBytes;
  scratchStride_ = needs.scratchStride;
  if (needs.bindings > UINT32_MAX || !buffers_.Allocate(needs.bindings) ||
      !loops_.Allocate(needs.dispatches) || !patches_.Allocate(needs.patches) ||
      !repeats_.Allocate(needs.repeats) || !moves_.Allocate(needs.moves) || !parts_.Allocate(needs.programs))
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session's plan", where);
  if (!arena_.Allocate(arenaBytes_))
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session's arena of %llu bytes", where,
                static_cast<unsigned long long>(arenaBytes_));
  if (!scratch_.Allocate(needs.scratchBytes))
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for the scratch of a session's %u threads, %llu bytes each",
                where, threads, static_cast<unsigned long long>(scratchStride_));
  if (!states_.Allocate(needs.stateBytes))
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session's states of %llu bytes", where,
                static_cast<unsigned long long>(needs.stateBytes));
  for (uint32_t state = 0; state < header.StateCount(); ++state)
    if (header.State(state).init() != schema::StateInit_Splat || header.State(state).value() != 0)
      WriteState(state,
                 nullptr); // Others are zero as the pages come, which cost nothing until they are used.

  uint32_t buffer = 0, patch = 0, loop = 0, repeat = 0, move = 0;
  for (uint32_t p = 0; p < programs.size(); ++p) {
    Part& part = parts_[p];
    part.firstLoop = loop;
    part.firstPatch = patch;
    part.firstRepeat = repeat;
    PrepareRepeats(*programs[p], buffer, &part, &move);
    repeat += part.repeats;
    for (const schema::Dispatch* dispatch : *programs[p]->dispatches()) {
      loops_[loop++] = {code.kernel(dispatch->kernel()), buffers_.data() + buffer, dispatch->workgroups(),
                        dispatch->steps()};
      for (const schema::Binding* binding : *dispatch->bindings()) {
        switch (binding->kind()) {
        case schema::BindingKind_Arena:
          buffers_[buffer] = arena_.data() + binding->offset();
          break;
        case schema::BindingKind_Weights: // Kernels only read them; the ABI has one type of pointer for all.
          buffers_[buffer] = weights ? const_cast<uint8_t*>(weights) + binding->offset() : nullptr;
          break;
        case schema::BindingKind_Input:
        case schema::BindingKind_Output:
          patches_[patch++] = {buffer, binding->index(), binding->offset(),
                               binding->kind() == schema::BindingKind_Input};
          break;
        case schema::BindingKind_State:
          buffers_[buffer] = StateData(binding->index()) + binding->offset();
          break;
        }
        ++buffer;
      }
    }
    part.loops = loop - part.firstLoop;
    part.patches = patch - part.firstPatch;
  }
  return AIC_OK;
}

void Plan::PrepareRepeats(const schema::Program& program, uint32_t buffer, Part* part, uint32_t* move) {
  part->repeats = program.repeats() ? program.repeats()->size() : 0;
  uint32_t d = 0; // The buffers of those before have numbers below `buffer`.
  for (uint32_t r = 0; r < part->repeats; ++r) {
    const schema::Repeat& from = *program.repeats()->Get(r);
    Repeat& to = repeats_[part->firstRepeat + r];
    to = {from.first(), from.dispatches(), from.times(), *move, 0};
    for (; d < from.first() + from.dispatches(); ++d) {
      const schema::Dispatch& dispatch = *program.dispatches()->Get(d);
      for (uint32_t b = 0; dispatch.strides() && b < dispatch.strides()->size(); ++b)
        if (const int64_t stride = dispatch.strides()->Get(b))
          moves_[(*move)++] = {buffer + b, stride};
      buffer += dispatch.bindings()->size();
    }
    to.moves = *move - to.firstMove;
  }
}

aic_status Plan::DescribeFailure(const schema::Dispatch& dispatch, uint32_t turn,
                                 const LoopResult& result) const {
  if (result.stopped)
    return control_->Fail(where_, dispatch.name()->c_str());
  const char* location = dispatch.location()->c_str();
  return Fail(AIC_KERNEL_FAILED, "%s: %s%s%s: %s (dispatch %u, workgroup %u)", where_, location,
              *location ? ": " : "", dispatch.name()->c_str(), KernelFailureText(result.code).text, turn,
              result.workgroup);
}

/// Whether one of the first `count` dispatches writes a state.
static bool WritesState(const schema::Program& program, uint32_t count) {
  for (uint32_t d = 0; d < count; ++d)
    for (const schema::Binding* binding : *program.dispatches()->Get(d)->bindings())
      if (binding->kind() == schema::BindingKind_State && binding->write() && binding->bytes())
        return true;
  return false;
}

aic_status Plan::RunLoop(Progress& run, uint32_t dispatch, uint32_t ran) {
  const Loop& loop = loops_[run.part.firstLoop + dispatch];
  uint64_t start = run.trace.fn ? Nanoseconds() : 0;
  // A dispatch that has not begun has written nothing.
  const bool begins = !control_ || !control_->Stops();
  LoopResult result = begins ? run.team.Run(loop) : LoopResult{AIC_KERNEL_OK, 0, /*stopped=*/true};
  const schema::Dispatch* from = run.program.dispatches()->Get(dispatch);
  if (result.code != AIC_KERNEL_OK || result.stopped) {
    const uint32_t begun = dispatch + (begins && result.stopped);
    *run.statesLost = WritesState(run.program, begun > ran ? begun : ran);
    return DescribeFailure(*from, run.turn, result);
  }
  if (run.trace.fn)
    run.trace.fn(run.trace.user, run.turn, Nanoseconds() - start, loop.buffers, from->bindings()->size());
  ++run.turn;
  return AIC_OK;
}

aic_status Plan::RunRepeat(Progress& run, const Repeat& repeat) {
  auto move = [&](int64_t times) {
    for (uint32_t m = 0; m < repeat.moves; ++m) {
      const Move& moved = moves_[repeat.firstMove + m];
      buffers_[moved.buffer] = static_cast<char*>(buffers_[moved.buffer]) + moved.stride * times;
    }
  };
  aic_status status = AIC_OK;
  uint32_t time = 0;
  for (;; move(1)) {
    for (uint32_t d = 0; d < repeat.loops && status == AIC_OK; ++d)
      status = RunLoop(run, repeat.first + d, time ? repeat.first + repeat.loops : 0);
    if (status != AIC_OK || time + 1 == repeat.times)
      break;
    ++time;
  }
  move(-static_cast<int64_t>(time));
  return status;
}

aic_status Plan::Run(uint32_t entry, Team& team, const aic_input* inputs, const aic_output* outputs,
                     const Trace& trace, bool* statesLost) {
  const schema::Program& program = *target_->programs()->Get(entry);
  const Part& part = parts_[entry];
  for (uint32_t p = 0; p < part.patches; ++p) {
    const Patch& patch = patches_[part.firstPatch + p];
    // C++ knows no NULL plus 0 bytes of an empty tensor; offset is 0 then, and the pointer is passed as it
    // is.
    char* data = static_cast<char*>(patch.input ? const_cast<void*>(inputs[patch.index].data)
                                                : outputs[patch.index].data);
    buffers_[patch.buffer] = patch.offset ? data + patch.offset : data;
  }

  DefaultFloatingPoint modes;
  aic_status status = AIC_OK;
  Progress run = {program, part, team, trace, 0, statesLost};
  uint32_t next = 0;
  for (uint32_t d = 0; d < part.loops && status == AIC_OK;) {
    Repeat repeat = {d, 1, 1, 0, 0};
    if (next < part.repeats && repeats_[part.firstRepeat + next].first == d)
      repeat = repeats_[part.firstRepeat + next++];
    status = RunRepeat(run, repeat);
    d += repeat.loops;
  }
  team.EndRun();
  return status;
}

void Plan::ReadState(uint32_t state, void* data) const {
  if (uint64_t bytes = header_->StateBytes(state)) // C++ knows no memcpy to NULL.
    memcpy(data, StateData(state), bytes);
}

void Plan::WriteState(uint32_t state, const void* data) {
  const schema::State& from = header_->State(state);
  const uint64_t bytes = header_->StateBytes(state);
  if (!data && from.init() == schema::StateInit_Splat)
    Fill(StateData(state), bytes, from.value(), schema::kElementBytes[from.tensor()->type()]);
  else if (bytes)
    memcpy(StateData(state), data ? data : weights_ + from.offset(), bytes);
}

} // namespace aic::runtime::cpu

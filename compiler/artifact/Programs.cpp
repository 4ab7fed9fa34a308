#include "compiler/artifact/Programs.h"

#include "absl/strings/str_cat.h"
#include "compiler/artifact/Shaders.h"

#include <algorithm>

namespace aic::artifact {

absl::StatusOr<uint64_t> TensorBytes(const Tensor& tensor) {
  auto type = static_cast<uint32_t>(tensor.type);
  if (type >= schema::kElementTypes || tensor.shape.size() > schema::kMaxRank)
    return absl::InvalidArgumentError(absl::StrCat("tensor ", tensor.name, ": no such element type or rank"));
  uint64_t bytes = schema::kElementBytes[type];
  for (int64_t dim : tensor.shape)
    if (dim < 0 || __builtin_mul_overflow(bytes, static_cast<uint64_t>(dim), &bytes) ||
        bytes > schema::kMaxBytes)
      return absl::InvalidArgumentError(absl::StrCat("tensor ", tensor.name, ": impossible shape"));
  return bytes;
}

namespace {

template <typename... Args> absl::Status Wrong(const Dispatch& dispatch, const Args&... what) {
  return absl::InvalidArgumentError(absl::StrCat("dispatch ", dispatch.name, ": ", what...));
}

/// The tensor that a binding names, or nullptr if it names none.
const Tensor* TensorOf(const Content& content, const Entry& entry, const Binding& binding) {
  switch (binding.kind) {
  case Binding::Kind::Input:
    return binding.index < entry.inputs.size() ? &entry.inputs[binding.index] : nullptr;
  case Binding::Kind::Output:
    return binding.index < entry.outputs.size() ? &entry.outputs[binding.index] : nullptr;
  case Binding::Kind::State:
    return binding.index < content.states.size() ? &content.states[binding.index].tensor : nullptr;
  case Binding::Kind::Arena:
  case Binding::Kind::Weights:
    break;
  }
  return nullptr;
}

/// What is wrong with binding `i`, where it lies at byte `offset`.
absl::Status CheckBinding(const Content& content, const Target& target, size_t entry,
                          const Dispatch& dispatch, size_t i, uint64_t offset) {
  const schema::TargetRules& rules = RulesOf(target);
  const Binding& binding = dispatch.bindings[i];
  const bool arena = binding.kind == Binding::Kind::Arena, weights = binding.kind == Binding::Kind::Weights;
  uint64_t size = arena ? target.programs[entry].arenaBytes : content.weightsBytes;
  uint64_t alignment = arena ? rules.arenaAlignment : schema::kBufferAlignment;
  if (!arena && !weights) {
    const Tensor* tensor = TensorOf(content, content.entries[entry], binding);
    if (!tensor)
      return Wrong(dispatch, "binding ", i, " names input, output or state ", binding.index,
                   ", which there is not");
    auto bytes = TensorBytes(*tensor);
    if (!bytes.ok())
      return bytes.status();
    auto type = static_cast<uint32_t>(tensor->type);
    size = *bytes / schema::kElementBytes[type] * rules.elementBytes[type];
    alignment = rules.elementBytes[type];
    if (rules.wholeTensors && offset != 0)
      return Wrong(dispatch, "binding ", i, " does not begin where its tensor does");
  } else if (binding.index != 0) {
    return Wrong(dispatch, "binding ", i, " has an index, ", binding.index);
  }
  if (offset % alignment || !Inside(offset, binding.bytes, size))
    return Wrong(dispatch, "binding ", i, ": ", binding.bytes, " bytes at ", offset, " do not fit ", size,
                 " bytes aligned to ", alignment);
  if (binding.write && (weights || binding.kind == Binding::Kind::Input))
    return Wrong(dispatch, "binding ", i, " writes what is read-only");
  return absl::OkStatus();
}

/// What is wrong with a dispatch that runs `times` times.
absl::Status CheckDispatch(const Content& content, const Target& target, size_t entry,
                           const Dispatch& dispatch, uint32_t times) {
  const schema::TargetRules& rules = RulesOf(target);
  if (dispatch.kernel >= target.kernels.size())
    return Wrong(dispatch, "kernel ", dispatch.kernel, " of ", target.kernels.size());
  if (dispatch.workgroups == 0 || dispatch.workgroups > schema::kMaxWorkgroups)
    return Wrong(dispatch, dispatch.workgroups, " workgroups");
  if (!(rules.steps ? schema::IsGoodStepCount(dispatch.steps, dispatch.workgroups) : dispatch.steps == 1))
    return Wrong(dispatch, dispatch.steps, " steps of ", dispatch.workgroups, " workgroups");
  if (!dispatch.strides.empty() && (times == 1 || dispatch.strides.size() != dispatch.bindings.size()))
    return Wrong(dispatch, dispatch.strides.size(), " strides for ", dispatch.bindings.size(), " bindings, ",
                 times, " times");
  for (size_t i = 0; i < dispatch.bindings.size(); ++i) {
    // Where the first two and the last are right, so are all.
    const int64_t stride = dispatch.strides.empty() ? 0 : dispatch.strides[i];
    for (uint32_t time : {0u, 1u, times - 1}) {
      int64_t moved;
      uint64_t offset;
      if (__builtin_mul_overflow(stride, static_cast<int64_t>(time), &moved) ||
          __builtin_add_overflow(dispatch.bindings[i].offset, moved, &offset))
        return Wrong(dispatch, "binding ", i, " moves by ", stride, " bytes, ", times, " times");
      if (absl::Status status = CheckBinding(content, target, entry, dispatch, i, offset); !status.ok())
        return status;
      if (stride == 0)
        break;
    }
  }
  return absl::OkStatus();
}

/// How often each dispatch of a program runs.
absl::StatusOr<std::vector<uint32_t>> TimesOf(const Program& program) {
  std::vector<uint32_t> times(program.dispatches.size(), 1);
  uint64_t end = 0, count = program.dispatches.size();
  for (const Repeat& repeat : program.repeats) {
    if (repeat.dispatches == 0 || repeat.times < 2 || repeat.first < end ||
        !Inside(repeat.first, repeat.dispatches, times.size()))
      return absl::InvalidArgumentError(absl::StrCat(repeat.dispatches, " dispatches from ", repeat.first,
                                                     " on of ", times.size(), " are repeated ", repeat.times,
                                                     " times"));
    end = uint64_t(repeat.first) + repeat.dispatches;
    count += uint64_t(repeat.times - 1) * repeat.dispatches;
    std::fill(times.begin() + repeat.first, times.begin() + static_cast<ptrdiff_t>(end), repeat.times);
  }
  if (count > schema::kMaxDispatches)
    return absl::InvalidArgumentError(absl::StrCat(count, " dispatches in a run"));
  return times;
}

} // namespace

absl::Status CheckProgram(const Content& content, const Target& target, size_t entry) {
  const schema::TargetRules& rules = RulesOf(target);
  const Program& program = target.programs[entry];
  if (program.arenaBytes > schema::kMaxBytes)
    return absl::InvalidArgumentError("the arena is too large");
  if (program.scratchBytes > (rules.scratch ? schema::kMaxScratchBytes : 0))
    return absl::InvalidArgumentError(absl::StrCat("scratch memory of ", program.scratchBytes, " bytes"));
  auto times = TimesOf(program);
  if (!times.ok())
    return times.status();
  for (size_t d = 0; d < program.dispatches.size(); ++d)
    if (absl::Status status = CheckDispatch(content, target, entry, program.dispatches[d], (*times)[d]);
        !status.ok())
      return status;
  return absl::OkStatus();
}

} // namespace aic::artifact

#include "tools/aic/Description.h"

#include "absl/strings/str_cat.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

namespace aic::tool {

namespace {

/// Half-open, of bytes of the weights.
using Range = std::pair<uint64_t, uint64_t>;

/// The ranges of the weights that a program reads, in order, none beside or over another.
std::vector<Range> rangesOf(const Program& program) {
  std::vector<Range> ranges, merged;
  for (const Dispatch& dispatch : program.dispatches)
    for (const aic_binding_info& binding : dispatch.bindings)
      if (binding.kind == AIC_BINDING_WEIGHTS && binding.bytes)
        ranges.push_back({binding.offset, binding.offset + binding.bytes});
  std::sort(ranges.begin(), ranges.end());
  for (const Range& range : ranges)
    if (!merged.empty() && range.first <= merged.back().second)
      merged.back().second = std::max(merged.back().second, range.second);
    else
      merged.push_back(range);
  return merged;
}

aic_status readEntry(const aic_model* model, uint32_t number, Entry& entry) {
  if (aic_status s = aic_model_entry(model, number, &entry.info))
    return s;
  entry.name = entryName(model, number);
  for (uint32_t i = 0; i < entry.info.input_count; ++i)
    if (aic_status s = aic_model_entry_input(model, number, i, &entry.inputs.emplace_back()))
      return s;
  for (uint32_t i = 0; i < entry.info.output_count; ++i)
    if (aic_status s = aic_model_entry_output(model, number, i, &entry.outputs.emplace_back()))
      return s;
  return AIC_OK;
}

aic_status readProgram(const aic_model* model, uint32_t target, uint32_t entry, Program& program) {
  if (aic_status s = aic_model_entry_plan(model, target, entry, &program.plan))
    return s;
  for (uint32_t i = 0; i < program.plan.dispatch_count; ++i) {
    Dispatch& dispatch = program.dispatches.emplace_back();
    if (aic_status s = aic_model_entry_dispatch(model, target, entry, i, &dispatch.info))
      return s;
    for (uint32_t b = 0; b < dispatch.info.binding_count; ++b)
      if (aic_status s =
              aic_model_entry_binding(model, target, entry, i, b, &dispatch.bindings.emplace_back()))
        return s;
  }
  return AIC_OK;
}

aic_status readTarget(const aic_model* model, uint32_t number, uint32_t entries, Target& target) {
  if (aic_status s = aic_model_target(model, number, &target.info))
    return s;
  for (uint32_t i = 0; i < target.info.kernel_count; ++i) {
    Kernel& kernel = target.kernels.emplace_back();
    if (aic_status s = aic_model_kernel(model, number, i, &kernel.info))
      return s;
    for (uint32_t v = 0; v < kernel.info.variant_count; ++v)
      if (aic_status s = aic_model_variant(model, number, i, v, &kernel.variants.emplace_back()))
        return s;
  }
  for (uint32_t entry = 0; entry < entries; ++entry)
    if (aic_status s = readProgram(model, number, entry, target.programs.emplace_back()))
      return s;
  return AIC_OK;
}

aic_status readAll(const aic_model* model, Description& d) {
  if (aic_status s = aic_model_describe(model, &d.model))
    return s;
  const uint32_t entries = aic_model_entry_count(model);
  for (uint32_t i = 0; i < entries; ++i)
    if (aic_status s = readEntry(model, i, d.entries.emplace_back()))
      return s;
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i)
    if (aic_status s = aic_model_state(model, i, &d.states.emplace_back().info))
      return s;
  for (uint32_t i = 0; i < d.model.section_count; ++i)
    if (aic_status s = aic_model_section(model, i, &d.sections.emplace_back()))
      return s;
  for (uint32_t t = 0; t < d.model.target_count; ++t)
    if (aic_status s = readTarget(model, t, entries, d.targets.emplace_back()))
      return s;
  return AIC_OK;
}

/// The first elements of a state before the first run.
int readFirst(State& state) {
  constexpr uint64_t kFirst = 8;
  const uint64_t width = aic_element_bytes(state.info.type);
  static constexpr int64_t kShapes[kFirst + 1] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  const uint64_t count = std::min(kFirst, state.info.bytes / width);
  state.first.info.name = state.info.name;
  state.first.info.type = state.info.type;
  state.first.info.rank = 1;
  state.first.info.shape = &kShapes[count];
  state.first.info.bytes = count * width;
  if (int code = allocateBuffer(state.first))
    return code;
  auto* elements = static_cast<uint8_t*>(state.first.data.get());
  if (state.info.initial && count)
    std::memcpy(elements, state.info.initial, count * width);
  else
    for (uint64_t i = 0; i < count; ++i)
      std::memcpy(elements + i * width, &state.info.value, width); // little-endian
  return Good;
}

} // namespace

std::string Program::loops() const {
  std::string text;
  for (size_t i = 0; i < dispatches.size();) {
    const aic_dispatch_info& info = dispatches[i].info;
    if (info.repeat_times)
      absl::StrAppend(&text, text.empty() ? "" : ", ", info.repeat_times, " x ", info.repeat_dispatches,
                      info.repeat_dispatches == 1 ? " dispatch" : " dispatches");
    i += info.repeat_times ? size_t(info.repeat_times) * info.repeat_dispatches : 1;
  }
  return text;
}

uint64_t Program::flops() const {
  uint64_t sum = 0;
  for (const Dispatch& dispatch : dispatches)
    sum += dispatch.info.flops;
  return sum;
}

std::vector<uint32_t> Program::kernels() const {
  std::set<uint32_t> numbers;
  for (const Dispatch& dispatch : dispatches)
    numbers.insert(dispatch.info.kernel);
  return {numbers.begin(), numbers.end()};
}

std::vector<uint32_t> Target::sharedKernels() const {
  std::map<uint32_t, uint32_t> entries;
  for (const Program& program : programs)
    for (uint32_t kernel : program.kernels())
      ++entries[kernel];
  std::vector<uint32_t> shared;
  for (const auto& [kernel, count] : entries)
    if (count > 1)
      shared.push_back(kernel);
  return shared;
}

uint64_t Target::sharedWeightBytes() const {
  std::map<uint64_t, int64_t> steps; // how many more entries read from here on
  for (const Program& program : programs)
    for (const auto& [begin, end] : rangesOf(program))
      ++steps[begin], --steps[end];
  uint64_t shared = 0, before = 0;
  int64_t readers = 0;
  for (const auto& [at, change] : steps) {
    if (readers > 1)
      shared += at - before;
    readers += change;
    before = at;
  }
  return shared;
}

int describeModel(const aic_model* model, Description& description) {
  if (aic_status status = readAll(model, description))
    return failRuntime(status);
  for (State& state : description.states)
    if (int code = readFirst(state))
      return code;
  return Good;
}

} // namespace aic::tool

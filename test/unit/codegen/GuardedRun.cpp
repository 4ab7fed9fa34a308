#include "GuardedRun.h"

#include "runtime/Memory.h"
#include "runtime/cpu/CodeObject.h"
#include "runtime/cpu/CpuFeatures.h"
#include "runtime/schema/Prelude.h"

#include <algorithm>
#include <cstring>

namespace aic::test {
namespace {

using artifact::Binding;

const artifact::Target& cpuTarget(const artifact::Content& content) {
  return *std::find_if(content.targets.begin(), content.targets.end(),
                       [](const artifact::Target& t) { return t.kind == artifact::Target::Kind::Cpu; });
}

// What the buffers of a run hold between its dispatches.
struct Memory {
  std::vector<uint8_t> arena, weights;
  std::vector<std::vector<uint8_t>> inputs;
  std::vector<std::vector<uint8_t>>& outputs;
  std::vector<std::vector<uint8_t>> states = {};

  uint8_t* at(const Binding& binding) {
    switch (binding.kind) {
    case Binding::Kind::Input:
      return inputs[binding.index].data() + binding.offset;
    case Binding::Kind::Output:
      return outputs[binding.index].data() + binding.offset;
    case Binding::Kind::Arena:
      return arena.data() + binding.offset;
    case Binding::Kind::Weights:
      return weights.data() + binding.offset;
    case Binding::Kind::State:
      return states[binding.index].data() + binding.offset;
    }
    return nullptr;
  }
};

const char* nameOf(Binding::Kind kind) {
  const char* names[] = {"input", "output", "arena", "weights", "state"};
  return names[size_t(kind)];
}

// Bindings of one dispatch that share bytes: a result in place of an operand, two views of one tensor.
struct Region {
  uint8_t *begin, *end; // in Memory
  bool write;
};

std::vector<Region> regionsOf(const artifact::Dispatch& dispatch, Memory& memory) {
  std::vector<Region> regions;
  for (const Binding& binding : dispatch.bindings)
    if (binding.bytes > 0)
      regions.push_back({memory.at(binding), memory.at(binding) + binding.bytes, binding.write});
  std::sort(regions.begin(), regions.end(),
            [](const Region& a, const Region& b) { return a.begin < b.begin; });
  std::vector<Region> merged;
  for (const Region& region : regions) {
    if (merged.empty() || region.begin >= merged.back().end) {
      merged.push_back(region);
      continue;
    }
    merged.back().end = std::max(merged.back().end, region.end);
    merged.back().write |= region.write;
  }
  return merged;
}

std::string describe(const artifact::Dispatch& dispatch, const std::string& what, const std::string& where) {
  return dispatch.name + ": " + what + (where.empty() ? "" : ", ") + where;
}

// scratch: NaNs before each workgroup, as what it holds may be anything.
std::string runDispatch(const artifact::Dispatch& dispatch, aic_kernel_fn kernel, Memory& memory,
                        GuardedBuffer& scratch, Against against, bool backwards) {
  std::vector<Region> regions = regionsOf(dispatch, memory);
  std::vector<GuardedBuffer> buffers;
  buffers.reserve(regions.size());
  for (const Region& region : regions) {
    size_t bytes = size_t(region.end - region.begin);
    std::memcpy(buffers.emplace_back(bytes, against).data(), region.begin, bytes);
    if (!region.write)
      buffers.back().protect();
  }
  GuardedBuffer nothing(0, against); // where a tensor has no bytes
  std::vector<void*> pointers;
  auto bufferOf = [&](const Binding& binding) -> const GuardedBuffer& {
    for (size_t r = 0; r < regions.size(); ++r)
      if (binding.bytes > 0 && memory.at(binding) >= regions[r].begin && memory.at(binding) < regions[r].end)
        return buffers[r];
    return nothing;
  };
  for (const Binding& binding : dispatch.bindings) {
    const GuardedBuffer& buffer = bufferOf(binding);
    size_t shift = 0;
    for (size_t r = 0; r < regions.size(); ++r)
      if (&buffers[r] == &buffer)
        shift = size_t(memory.at(binding) - regions[r].begin);
    pointers.push_back(buffer.data() + shift);
  }

  int32_t status = AIC_KERNEL_OK;
  uint32_t workgroup = 0;
  const void* fault = faultOf([&] {
    for (uint32_t step = 0; step < dispatch.steps; ++step)
      for (uint32_t i = 0; i < dispatch.workgroups && status == AIC_KERNEL_OK; ++i) {
        workgroup = backwards ? dispatch.workgroups - 1 - i : i;
        scratch.fill(GuardedBuffer::kFill);
        aic_kernel_env env = {AIC_KERNEL_ABI_VERSION, 0, 1, step, scratch.data()};
        status = kernel(pointers.data(), workgroup, &env);
      }
  });
  auto where = [&](const Binding& binding, const std::string& place) {
    return describe(dispatch, place,
                    std::string("binding ") + std::to_string(&binding - dispatch.bindings.data()) + " (" +
                        nameOf(binding.kind) + ", " + std::to_string(binding.bytes) + " bytes), workgroup " +
                        std::to_string(workgroup));
  };
  if (fault) {
    for (const Binding& binding : dispatch.bindings)
      if (std::string place = bufferOf(binding).place(fault); !place.empty())
        return where(binding, "touched " + place);
    if (std::string place = scratch.place(fault); !place.empty())
      return describe(dispatch, "touched " + place,
                      "scratch memory of " + std::to_string(scratch.size()) + " bytes");
    return describe(dispatch, "touched memory that is none of its buffers", "");
  }
  for (const Binding& binding : dispatch.bindings)
    if (std::string damage = bufferOf(binding).damage(); !damage.empty())
      return where(binding, damage);
  if (std::string damage = scratch.damage(); !damage.empty())
    return describe(dispatch, damage, "scratch memory");
  if (status != AIC_KERNEL_OK)
    return describe(dispatch, "failed with " + std::to_string(status), "");
  for (size_t r = 0; r < regions.size(); ++r)
    if (regions[r].write)
      std::memcpy(regions[r].begin, buffers[r].data(), buffers[r].size());
  return "";
}

} // namespace

std::string lackingFeature(const artifact::Content& content) {
  for (const std::string& feature : cpuTarget(content).features)
    if (runtime::cpu::LookUp(feature.c_str()) != runtime::cpu::Feature::Present)
      return feature;
  return "";
}

std::string runGuarded(const artifact::Content& content, const std::vector<std::vector<uint8_t>>& inputs,
                       std::vector<std::vector<uint8_t>>& outputs, Against against, bool backwards) {
  const artifact::Target& target = cpuTarget(content);
  runtime::cpu::CodeObject code;
  if (code.Load("guarded run", target.code.data(), target.code.size(), uint32_t(target.kernels.size())) !=
      AIC_OK)
    return aic_last_error();
  Memory memory{std::vector<uint8_t>(target.programs[0].arenaBytes, GuardedBuffer::kFill),
                std::vector<uint8_t>(content.weightsBytes), inputs, outputs};
  for (const artifact::Constant& constant : content.constants)
    std::copy(constant.data.begin(), constant.data.end(),
              memory.weights.begin() + ptrdiff_t(constant.offset));
  for (const artifact::State& state : content.states) {
    const size_t width = schema::kElementBytes[size_t(state.tensor.type)];
    size_t bytes = width;
    for (int64_t dim : state.tensor.shape)
      bytes *= size_t(dim);
    std::vector<uint8_t>& memoryOf = memory.states.emplace_back(bytes);
    if (state.fromWeights)
      std::copy_n(memory.weights.begin() + ptrdiff_t(state.offset), bytes, memoryOf.begin());
    else
      runtime::Fill(memoryOf.data(), bytes, state.value, uint32_t(width));
  }
  GuardedBuffer scratch(target.programs[0].scratchBytes, against);
  for (const artifact::Dispatch& dispatch : target.programs[0].dispatches)
    if (std::string fault =
            runDispatch(dispatch, code.kernel(dispatch.kernel), memory, scratch, against, backwards);
        !fault.empty())
      return fault;
  return "";
}

} // namespace aic::test

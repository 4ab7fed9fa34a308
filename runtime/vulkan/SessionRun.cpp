/// \file
/// A session's runs, as a whole or step by step for a trace, and what their kernels report.
#include "runtime/Failure.h"
#include "runtime/Turns.h"
#include "runtime/vulkan/Places.h"
#include "runtime/vulkan/Result.h"
#include "runtime/vulkan/Session.h"

namespace aic::runtime::vulkan {

VkResult Plan::State::SeeReports(bool* reported) {
  VkResult result = reports.Fetch();
  *reported = !result && reports.any();
  return result;
}

VkResult Plan::State::Submit(const EntryPlan& entry, const Recording& recording, bool* ended) {
  const uint32_t batches = recording.count ? recording.count : 1;
  VkResult result = VK_SUCCESS;
  for (uint32_t i = 0; i < batches && !result; ++i) {
    VkCommandBuffer list[3];
    uint32_t count = 0;
    const bool last = i + 1 == batches, checks = i + 1 == recording.checked;
    if (i == 0 && entry.inputCommands)
      list[count++] = entry.inputCommands;
    if (i < recording.count)
      list[count++] = recording.commands[i];
    if (last)
      list[count++] = entry.outputCommands;
    result = device.Submit(list, count, last || checks ? fence.handle() : VK_NULL_HANDLE);
    if (!checks || result)
      continue;
    result = fence.Wait();
    if (!result)
      result = SeeReports(ended);
    if (result || *ended)
      return result;
  }
  return result ? result : fence.Wait();
}

VkResult Plan::State::SubmitOne(VkCommandBuffer commands) {
  VkResult result = device.Submit(&commands, 1, fence.handle());
  return result ? result : fence.Wait();
}

aic_status Plan::State::FailRun(VkResult result, const char* what) {
  if (result == VK_ERROR_DEVICE_LOST)
    return FailVulkan(result,
                      "%s: %s: the device is lost (its driver gave it up, after a hang or a reset); make "
                      "a new session",
                      where, device.name());
  device.WaitIdle(); // What was submitted before the failure.
  (void)fence.Reset();
  return FailVulkan(result, "%s: %s: %s", where, device.name(), what);
}

aic_status Plan::State::CheckDevice() {
  if (process != getpid())
    return Fail(AIC_DEVICE_LOST,
                "%s: %s: this process is a fork of the one that made the session; make a new one", where,
                device.name());
  return device.lost() ? FailRun(VK_ERROR_DEVICE_LOST) : AIC_OK;
}

aic_status Plan::State::CheckReports(uint32_t index, uint32_t ran, bool* statesLost) {
  if (VkResult result = reports.Fetch())
    return FailRun(result);
  const Array<Step>& steps = entries[index].program.steps();
  uint32_t number = 0, first = 0, code = 0;
  bool written = false;
  for (uint32_t i = 0; i < ran; ++i) {
    const uint32_t reported = steps[i].reports ? reports.code(number++) : 0;
    written = written || (steps[i].writesStates && !reported);
    if (!code && reported) {
      first = i;
      code = reported;
    }
  }
  if (!code)
    return AIC_OK;
  *statesLost = written;
  const schema::Dispatch& dispatch = *TurnOf(programOf(index), first).dispatch;
  const char* location = dispatch.location()->c_str();
  return Fail(AIC_KERNEL_FAILED, "%s: %s%s%s: %s (dispatch %u)", where, location, *location ? ": " : "",
              dispatch.name()->c_str(), KernelFailureText(static_cast<int32_t>(code)).text, first);
}

aic_status Plan::State::PrepareCopies() {
  if (copies.data())
    return AIC_OK;
  uint64_t most = schema::kVulkanBufferAlignment;
  size_t bindings = 0;
  for (const EntryPlan& entry : entries)
    for (uint32_t i = 0; i < entry.program.steps().size(); ++i) {
      const Step& step = entry.program.steps()[i];
      uint64_t bytes = 0;
      for (size_t b = 0; b < step.count; ++b) // A range is at most 4 GiB: maxStorageBufferRange.
        bytes += AlignUp(entry.program.buffers(i)[b].range);
      most = bytes > most ? bytes : most;
      bindings = step.count > bindings ? step.count : bindings;
    }
  if (!copyPointers.data() && !copyPointers.Allocate(bindings))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  if (!stepCommands) {
    VkResult result = pool.Begin(&stepCommands);
    if (!result)
      result = pool.End(stepCommands);
    if (result) {
      stepCommands = VK_NULL_HANDLE;
      return FailVulkan(result, "%s: %s: no command buffer for a trace", where, device.name());
    }
  }
  aic_status status = copies.Create(where, device, "copies of a trace", most, MemoryUse::Staging);
  if (status != AIC_OK)
    copies.Destroy();
  return status;
}

VkResult Plan::State::RunStep(const Program& program, uint32_t index, void** pointers) {
  const DeviceFunctions& vk = device.vk;
  for (uint32_t part = 0;; ++part) {
    if (VkResult result = pool.BeginAgain(stepCommands))
      return result;
    Barrier(vk, stepCommands, kCompute, kCompute); // What the steps before wrote.
    program.RecordPart(stepCommands, index, part);
    if (part + 1 == program.steps()[index].cut.parts())
      break;
    VkResult result = pool.End(stepCommands);
    if (!result)
      result = SubmitOne(stepCommands);
    if (result)
      return result;
  }
  Barrier(vk, stepCommands, kCompute, kTransfer);
  if (program.steps()[index].reports)
    Barrier(vk, stepCommands, kCompute, kHost);
  uint64_t at = 0;
  for (size_t b = 0; b < program.steps()[index].count; ++b) {
    const VkDescriptorBufferInfo& from = program.buffers(index)[b];
    const VkBufferCopy copy = {from.offset, at, from.range};
    vk.CmdCopyBuffer(stepCommands, from.buffer, copies.handle(), 1, &copy);
    pointers[b] = copies.data() + at;
    at += AlignUp(from.range);
  }
  Barrier(vk, stepCommands, kTransfer, kHost);
  if (VkResult result = pool.End(stepCommands))
    return result;
  if (VkResult result = SubmitOne(stepCommands))
    return result;
  return copies.Invalidate();
}

aic_status Plan::State::RunSteps(const EntryPlan& entry, const Trace& trace, bool* ended) {
  const Program& program = entry.program;
  VkResult result = entry.inputCommands ? SubmitOne(entry.inputCommands) : VK_SUCCESS;
  for (uint32_t i = 0; i < program.steps().size() && !result; ++i) {
    if (control && control->Stops())
      return control->Fail(
          where,
          TurnOf(programOf(static_cast<uint32_t>(&entry - entries.begin())), i).dispatch->name()->c_str());
    const uint64_t start = Nanoseconds();
    result = RunStep(program, i, copyPointers.data());
    if (!result)
      trace.fn(trace.user, i, Nanoseconds() - start, copyPointers.data(),
               static_cast<uint32_t>(program.steps()[i].count));
    if (!result && i + 1 == program.checkedSteps())
      result = SeeReports(ended);
    if (*ended)
      return AIC_OK;
  }
  if (!result)
    result = SubmitOne(entry.outputCommands);
  return result ? FailRun(result) : AIC_OK;
}

aic_status Plan::State::Run(uint32_t index, const aic_input* inputs, const aic_output* outputs,
                            const Trace& trace, bool* statesLost) {
  const EntryPlan& entry = entries[index];
  if (aic_status status = CheckDevice())
    return status;
  if (aic_status status = storage.CheckInputs(where, index, inputs))
    return status;
  if (VkResult result = storage.WriteInputs(index, inputs))
    return FailRun(result);
  if (control && control->Stops())
    return control->Fail(where, "its first operator");
  if (VkResult result = reports.Clear())
    return FailRun(result);
  if (trace.fn && !profiles)
    if (aic_status status = PrepareCopies())
      return status;
  *statesLost = entry.program.writesStates(); // If it fails now.
  bool ended = false;
  if (trace.fn && !profiles) {
    if (aic_status status = RunSteps(entry, trace, &ended))
      return status;
  } else if (VkResult result = Submit(entry, trace.fn ? entry.profile : entry.plan, &ended)) {
    return FailRun(result);
  }
  const uint32_t ran =
      ended ? entry.program.checkedSteps() : static_cast<uint32_t>(entry.program.steps().size());
  if (aic_status status = CheckReports(index, ran, statesLost))
    return status;
  if (VkResult result = storage.ReadOutputs(index, outputs))
    return FailRun(result);
  for (uint32_t i = 0; trace.fn && profiles && i < entry.program.steps().size(); ++i) {
    uint64_t nanoseconds = 0;
    if (VkResult result = entry.timestamps.Read(i, &nanoseconds))
      return FailRun(result);
    trace.fn(trace.user, i, nanoseconds, nullptr, 0);
  }
  return AIC_OK;
}

} // namespace aic::runtime::vulkan

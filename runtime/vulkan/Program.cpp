#include "runtime/vulkan/Program.h"

#include "runtime/Failure.h"
#include "runtime/Turns.h"
#include "runtime/vulkan/Result.h"

namespace aic::runtime::vulkan {

namespace {

/// A command buffer gets no step beyond this much work: drivers take a device for hung, and reset it, when
/// one submission lasts some seconds (two to ten, by system). Of a device with 10 GFLOP/s and as many bytes,
/// this is some 400 ms.
constexpr uint64_t kWorkOfASubmission = 4000000000;

/// Of one dispatch. The figures are the artifact's, which may claim anything; this is 16 TFLOP.
constexpr uint64_t kMaxParts = 4096;

/// Spaces of accesses: weights are only read, the arena is one, each input, output and state is its own.
uint32_t SpaceOf(const schema::Binding& binding, uint32_t inputs, uint32_t outputs) {
  switch (binding.kind()) {
  case schema::BindingKind_Weights:
    return 0;
  case schema::BindingKind_Arena:
    return 1;
  case schema::BindingKind_Input:
    return 2 + binding.index();
  case schema::BindingKind_Output:
    return 2 + inputs + binding.index();
  case schema::BindingKind_State:
    return 2 + inputs + outputs + binding.index();
  }
  return 0;
}

} // namespace

uint64_t WorkOf(const schema::Dispatch& dispatch) {
  uint64_t work;
  return __builtin_add_overflow(dispatch.flops(), dispatch.bytes(), &work) ? UINT64_MAX : work;
}

Cut::Cut(const uint32_t (&groups)[3], uint64_t work) {
  uint64_t parts = work / kWorkOfASubmission + (work % kWorkOfASubmission != 0);
  parts = parts < 1 ? 1 : parts < kMaxParts ? parts : kMaxParts;
  const uint64_t row = groups[0], plane = row * groups[1], all = plane * groups[2];
  const uint64_t most = all > parts ? all / parts : 1; // Workgroups of a part.
  auto least = [](uint64_t a, uint64_t b) { return static_cast<uint32_t>(a < b ? a : b); };
  box[0] = least(most, row);
  box[1] = least(most < row ? 1 : most / row, groups[1]);
  box[2] = least(most < plane ? 1 : most / plane, groups[2]);
  for (int i = 0; i < 3; ++i)
    boxes[i] = (groups[i] + box[i] - 1) / box[i];
}

aic_status Program::Create(const char* where, LogicalDevice& device, const schema::Entry& owner,
                           uint32_t entry, const schema::Program& program, const Storage& storage,
                           const States& states, const Reports& reports, const Pipelines& pipelines,
                           const Array<uint32_t>& pipelineOf,
                           const Array<const schema::Variant*>& variantOf) {
  device_ = &device;
  const uint32_t inputs = owner.inputs()->size(), outputs = owner.outputs()->size();
  const uint32_t turnCount = TurnCount(program);
  size_t count = 0;
  for (Turns turns(program); !turns.done(); turns.Next()) {
    const schema::Dispatch& dispatch = *(*turns).dispatch;
    count += size_t(dispatch.bindings()->size()) + variantOf[dispatch.kernel()]->reports();
  }
  if (count > UINT32_MAX || !steps_.Allocate(turnCount) || !buffers_.Allocate(count) ||
      !accesses_.Allocate(count) || !before_.Allocate(states.count()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session's plan", where);
  for (uint32_t state = 0; state < states.count(); ++state)
    before_[state] = {0, UINT64_MAX, 2 + inputs + outputs + state, true};
  VkResult result = sets_.Create(device, turnCount, static_cast<uint32_t>(count));
  size_t next = 0;
  Turns turns(program);
  for (uint32_t d = 0; d < turnCount && !result; ++d, turns.Next()) {
    const Turn turn = *turns;
    const schema::Dispatch& dispatch = *turn.dispatch;
    const schema::Variant& variant = *variantOf[dispatch.kernel()];
    Step& step = steps_[d];
    step.first = next;
    step.count = dispatch.bindings()->size();
    for (uint32_t b = 0; b < step.count; ++b) {
      const schema::Binding* binding = dispatch.bindings()->Get(b);
      const uint64_t offset = turn.Offset(b);
      buffers_[next] = storage.Find(entry, *binding, offset, states);
      accesses_[next++] = {offset, offset + binding->bytes(), SpaceOf(*binding, inputs, outputs),
                           binding->write()};
      if (binding->kind() == schema::BindingKind_State && binding->write() && binding->bytes())
        step.writesStates = writesStates_ = true;
    }
    step.reports = variant.reports();
    if (step.reports) { // Only failures are written there: no step waits for another's.
      buffers_[next] = reports.Find(reports_++);
      accesses_[next++] = {};
    }
    const auto bound = static_cast<uint32_t>(step.count + step.reports);
    const Layout& layout = pipelines.layout(bound);
    step.pipeline = pipelines.pipeline(pipelineOf[dispatch.kernel()]);
    step.layout = layout.pipeline();
    step.groups[0] = variant.workgroups_x();
    step.groups[1] = variant.workgroups_y();
    step.groups[2] = variant.workgroups_z();
    step.work = WorkOf(dispatch);
    step.cut = Cut(step.groups, step.work);
    result = sets_.Add(layout.set(), buffers(d), bound, &step.set);
  }
  bool reported = false;
  for (uint32_t i = 0; i < steps_.size() && !steps_[i].writesStates; ++i) {
    reported = reported || steps_[i].reports;
    checkedSteps_ = reported && writesStates_ ? i + 1 : 0;
  }
  if (result)
    return FailVulkan(result, "%s: %s: no descriptor sets for %u dispatches", where, device.name(),
                      turnCount);
  return AIC_OK;
}

void Program::RecordPart(VkCommandBuffer commands, uint32_t index, uint32_t part) const {
  const DeviceFunctions& vk = device_->vk;
  const Step& step = steps_[index];
  vk.CmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_COMPUTE, step.pipeline);
  vk.CmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_COMPUTE, step.layout, 0, 1, &step.set, 0,
                           nullptr);
  const Cut& cut = step.cut;
  if (cut.parts() == 1) // The pipeline is not made for another base.
    return vk.CmdDispatch(commands, step.groups[0], step.groups[1], step.groups[2]);
  const uint32_t at[] = {part % cut.boxes[0], part / cut.boxes[0] % cut.boxes[1],
                         part / cut.boxes[0] / cut.boxes[1]};
  uint32_t base[3], size[3];
  for (int i = 0; i < 3; ++i) {
    base[i] = at[i] * cut.box[i];
    const uint32_t rest = step.groups[i] - base[i];
    size[i] = rest < cut.box[i] ? rest : cut.box[i];
  }
  vk.CmdDispatchBase(commands, base[0], base[1], base[2], size[0], size[1], size[2]);
}

VkResult Program::Record(CommandPool& pool, const Timestamps* timestamps, Recording* recording) const {
  Hazards hazards;
  size_t parts = 0;
  for (const Step& step : steps_)
    parts += step.cut.parts();
  if (!hazards.Allocate(accesses_.size() + before_.size()) || !recording->commands.Allocate(parts + 1))
    return VK_ERROR_OUT_OF_HOST_MEMORY;
  hazards.Note(before_.data(), before_.size());
  VkCommandBuffer commands = VK_NULL_HANDLE;
  uint64_t work = 0;
  for (uint32_t i = 0; i < steps_.size(); ++i) {
    const Step& step = steps_[i];
    uint64_t share = step.work / step.cut.parts();
    share = share < kWorkOfASubmission ? share : kWorkOfASubmission;
    for (uint32_t part = 0; part < step.cut.parts(); ++part) {
      const bool first = part == 0, last = part + 1 == step.cut.parts();
      const bool checks = first && i > 0 && i == checkedSteps_;
      if (checks) { // What was reported until here is read.
        Barrier(device_->vk, commands, kCompute, kHost);
        ++recording->barriers;
        recording->checked = recording->count;
      }
      if (commands && (checks || share > kWorkOfASubmission - work)) {
        if (VkResult result = pool.End(commands))
          return result;
        commands = VK_NULL_HANDLE;
      }
      if (!commands) {
        VkCommandBuffer& next = recording->commands[recording->count];
        if (VkResult result = pool.Begin(&next))
          return result;
        ++recording->count;
        commands = next;
        work = 0;
        if (timestamps && i == 0 && first)
          timestamps->Reset(commands);
      }
      work += share;
      const Access* accesses = accesses_.data() + step.first;
      // A barrier's scope is the queue, so it reaches back into earlier command buffers. Parts of one step
      // need none, but synchronisation validation knows of ranges only, and theirs are the same.
      if (!first || (timestamps && i > 0) || hazards.Meet(accesses, step.count)) {
        Barrier(device_->vk, commands, kCompute, kCompute);
        ++recording->barriers;
        hazards.Clear();
      }
      hazards.Note(accesses, step.count);
      if (timestamps && first)
        timestamps->Begin(commands, i);
      RecordPart(commands, i, part);
      if (timestamps && last)
        timestamps->End(commands, i);
    }
  }
  return commands ? pool.End(commands) : VK_SUCCESS;
}

} // namespace aic::runtime::vulkan

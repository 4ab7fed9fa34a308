#include "runtime/vulkan/Session.h"

#include "runtime/Failure.h"
#include "runtime/Turns.h"
#include "runtime/vulkan/PipelineCache.h"
#include "runtime/vulkan/Result.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace aic::runtime::vulkan {

Plan::State::~State() {
  // Whatever a failed run left behind ends before its memory goes.
  if (fence.handle())
    device.WaitIdle();
}

aic_status Plan::State::ChooseVariants(const char* forced) {
  const auto& kernels = *target->kernels();
  if (!choices.Allocate(kernels.size()) || !variants.Allocate(kernels.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  bool known = !forced;
  for (uint32_t k = 0; k < kernels.size(); ++k) {
    if (aic_status status = ChooseVariant(where, device.physical, *kernels[k], forced, &choices[k]))
      return status;
    for (const schema::Variant* variant : *kernels[k]->variants())
      known = known || strcmp(variant->name()->c_str(), forced) == 0;
    variants[k] = kernels[k]->variants()->Get(choices[k].variant);
  }
  return known ? AIC_OK : Fail(AIC_UNSUPPORTED, "%s: no kernel has a variant called %s", where, forced);
}

aic_status Plan::State::CheckBindings() const {
  const VkPhysicalDeviceLimits& limits = device.physical.limits();
  struct Row {
    const char* name;
    uint32_t limit;
  };
  const Row rows[] = {
      {"maxPerStageDescriptorStorageBuffers", limits.maxPerStageDescriptorStorageBuffers},
      {"maxDescriptorSetStorageBuffers", limits.maxDescriptorSetStorageBuffers},
      {"maxPerStageResources", limits.maxPerStageResources},
  };
  for (const schema::Program* program : *target->programs())
    for (const schema::Dispatch* dispatch : *program->dispatches()) {
      const uint32_t bound = dispatch->bindings()->size() + variants[dispatch->kernel()]->reports();
      for (const Row& row : rows)
        if (bound > row.limit)
          return Fail(AIC_UNSUPPORTED, "%s: %s: dispatch %s binds %u buffers, and the device's %s is %u",
                      where, device.name(), dispatch->name()->c_str(), bound, row.name, row.limit);
    }
  return AIC_OK;
}

namespace {

/// A kernel that is dispatched, on its way to a pipeline.
struct Need {
  uint64_t offset; ///< Of its words: equal modules are stored once.
  uint32_t bindings, kernel;
  bool cut; ///< A dispatch of it is cut in parts.
};

int Compare(const void* a, const void* b) {
  const auto& x = *static_cast<const Need*>(a);
  const auto& y = *static_cast<const Need*>(b);
  if (x.offset != y.offset)
    return x.offset < y.offset ? -1 : 1;
  if (x.bindings != y.bindings)
    return x.bindings < y.bindings ? -1 : 1;
  return x.kernel < y.kernel ? -1 : x.kernel > y.kernel;
}

} // namespace

aic_status Plan::State::MakePipelines(const uint8_t* code, uint32_t threads) {
  const uint64_t start = Nanoseconds();
  const auto& kernels = *target->kernels();
  Array<Need> needs;
  Array<bool> dispatched, cut;
  if (!needs.Allocate(kernels.size()) || !dispatched.Allocate(kernels.size()) ||
      !cut.Allocate(kernels.size()) || !pipelineOf.Allocate(kernels.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  uint32_t needed = 0, made = 0;
  for (const schema::Program* program : *target->programs())
    for (const schema::Dispatch* dispatch : *program->dispatches()) {
      uint32_t kernel = dispatch->kernel();
      const schema::Variant& variant = *variants[kernel];
      const uint32_t groups[] = {variant.workgroups_x(), variant.workgroups_y(), variant.workgroups_z()};
      cut[kernel] = cut[kernel] || Cut(groups, WorkOf(*dispatch)).parts() > 1;
      if (!dispatched[kernel])
        needs[needed++] = {variant.offset(), dispatch->bindings()->size() + variant.reports(), kernel, false};
      dispatched[kernel] = true;
    }
  for (uint32_t i = 0; i < needed; ++i)
    needs[i].cut = cut[needs[i].kernel];
  qsort(needs.data(), needed, sizeof(Need), Compare);
  auto same = [&](uint32_t i) {
    return i > 0 && needs[i].offset == needs[i - 1].offset && needs[i].bindings == needs[i - 1].bindings;
  };
  for (uint32_t i = 0; i < needed; ++i)
    made += !same(i);
  Array<PipelineSource> sources;
  if (!sources.Allocate(made))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  made = 0;
  for (uint32_t i = 0; i < needed; ++i) {
    const schema::Variant& variant = *variants[needs[i].kernel];
    if (!same(i)) {
      sources[made++] = {reinterpret_cast<const uint32_t*>(code + variant.offset()), variant.bytes(),
                         needs[i].bindings, kernels[needs[i].kernel]->name()->c_str(), false};
      shaderBytes += variant.bytes();
    }
    sources[made - 1].cut |= needs[i].cut;
    pipelineOf[needs[i].kernel] = made - 1;
  }

  PipelineCache cache;
  if (aic_status status = cache.Create(where, device))
    return status;
  cacheFound = cache.found();
  if (aic_status status = pipelines.Create(where, device, sources, cache.handle(), threads))
    return status;
  cache.Save();
  pipelineNanoseconds = Nanoseconds() - start;
  return AIC_OK;
}

aic_status Plan::State::WriteStates() {
  for (uint32_t state = 0; state < states.count(); ++state)
    if (VkResult result = states.Write(state, nullptr))
      return FailRun(result, "the states cannot be written");
  return AIC_OK;
}

aic_status Plan::State::RecordPlan(uint32_t index, bool profiled) {
  EntryPlan& entry = entries[index];
  VkResult result = entry.program.Record(pool, nullptr, &entry.plan);
  if (!result && profiled)
    result = entry.timestamps.Create(device, TurnCount(programOf(index)));
  if (!result && profiled)
    result = entry.program.Record(pool, &entry.timestamps, &entry.profile);
  if (!result && storage.copiesInputs()) {
    result = pool.Begin(&entry.inputCommands);
    if (!result) {
      storage.RecordInputs(index, entry.inputCommands);
      result = pool.End(entry.inputCommands);
    }
  }
  if (!result)
    result = pool.Begin(&entry.outputCommands);
  if (!result) {
    storage.RecordOutputs(index, entry.outputCommands);
    if (entry.program.reports() &&
        entry.inputCommands) // Elsewhere this barrier stands there for the outputs.
      Barrier(device.vk, entry.outputCommands, kCompute, kHost);
    result = pool.End(entry.outputCommands);
  }
  if (result)
    return FailVulkan(result, "%s: %s: the plan cannot be recorded", where, device.name());
  return AIC_OK;
}

aic_status Plan::State::Load(const char* path, const Header& planHeader, const schema::Target& planTarget,
                             const uint8_t* code, const uint8_t* weights, const Options& options) {
  where = path;
  header = &planHeader;
  target = &planTarget;

  profiles = options.profile;
  control = options.control;
  if (profiles && device.physical.timestampBits == 0)
    return Fail(AIC_UNSUPPORTED, "%s: %s: has no timestamps (timestampValidBits is 0): it cannot be profiled",
                where, device.name());
  if (aic_status status = ChooseVariants(options.variant))
    return status;
  if (aic_status status = CheckBindings())
    return status;
  if (aic_status status = storage.Create(where, device, *header, planTarget))
    return status;
  uint32_t mostReports = 0;
  for (const schema::Program* program : *target->programs()) {
    uint32_t reporting = 0;
    for (Turns turns(*program); !turns.done(); turns.Next())
      reporting += variants[(*turns).dispatch->kernel()]->reports();
    mostReports = reporting > mostReports ? reporting : mostReports;
  }
  if (aic_status status = reports.Create(where, device, mostReports))
    return status;
  VkResult result = pool.Create(device);
  if (!result)
    result = fence.Create(device);
  if (result)
    return FailVulkan(result, "%s: %s: no command pool or fence", where, device.name());
  if (aic_status status = states.Create(where, device, *header, weights, pool, fence))
    return status;
  const uint64_t start = Nanoseconds();
  if (aic_status status = storage.UploadWeights(where, weights, pool, fence))
    return status;
  if (aic_status status = WriteStates())
    return status;
  uploadNanoseconds = Nanoseconds() - start;
  if (aic_status status = MakePipelines(code, options.threads))
    return status;
  if (!entries.Allocate(target->programs()->size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (uint32_t index = 0; index < entries.size(); ++index) {
    if (aic_status status = entries[index].program.Create(where, device, *(*header)->entries()->Get(index),
                                                          index, programOf(index), storage, states, reports,
                                                          pipelines, pipelineOf, variants))
      return status;
    if (aic_status status = RecordPlan(index, options.profile))
      return status;
  }
  return AIC_OK;
}

// ---- What the rest of the runtime sees

Plan::~Plan() {
  if (!state_)
    return;
  if (state_->process == getpid()) { // In a fork there is nothing of Vulkan to give back.
    Instance& instance = state_->instance;
    LogicalDevice& device = state_->device;
    Unmake(state_);
    instance.ReleaseDevice(&device);
    instance.Release();
  } else {
    Release(state_, sizeof(State));
  }
}

namespace {

/// The first failure of several tries, to be told after the last.
struct FirstFailure {
  void Keep(aic_status failure) {
    if (status != AIC_OK)
      return;
    status = failure;
    snprintf(text, sizeof(text), "%s", aic_last_error());
  }
  aic_status status = AIC_OK;
  char text[1024];
};

} // namespace

aic_status Plan::Prepare(const char* where, const Header& header, const schema::Target& target,
                         const uint8_t* code, const uint8_t* weights, const Options& options) {
  Instance* instance;
  char problem[256];
  if (aic_status status = Instance::Acquire(&instance, problem))
    return Fail(status, "%s: there is no Vulkan here: %s", where, problem);
  const Array<PhysicalDevice>& devices = instance->devices();
  const bool any = options.device == AIC_DEVICE_ANY;
  FirstFailure first;
  if (!any && options.device >= devices.size())
    first.Keep(Fail(AIC_UNSUPPORTED, "%s: there is no Vulkan device %u: there are %u", where, options.device,
                    static_cast<unsigned>(devices.size())));
  for (uint32_t i = any ? 0 : options.device; i < devices.size() && (any || i == options.device); ++i) {
    aic_status status = AIC_OK;
    if (!devices[i].usable()) {
      first.Keep(
          Fail(AIC_UNSUPPORTED, "%s: %s cannot be used: %s", where, devices[i].name(), devices[i].reason));
      continue;
    }
    LogicalDevice* device;
    status = instance->AcquireDevice(where, i, &device);
    if (status == AIC_OK) {
      auto* state = Make<State>(*instance, *device);
      if (!state) {
        instance->ReleaseDevice(device);
        instance->Release();
        return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", where);
      }
      status = state->Load(where, header, target, code, weights, options);
      if (status == AIC_OK) {
        state_ = state;
        return AIC_OK;
      }
      Unmake(state);
      instance->ReleaseDevice(device);
    }
    first.Keep(status);
    if (status != AIC_UNSUPPORTED) // Another device would do no better, or is not what the caller expects.
      break;
  }
  instance->Release();
  return Fail(first.status, "%s", first.text);
}

aic_status Plan::Run(uint32_t entry, const aic_input* inputs, const aic_output* outputs, const Trace& trace,
                     bool* statesLost) {
  return state_->Run(entry, inputs, outputs, trace, statesLost);
}

aic_status Plan::CheckState(uint32_t state, const void* data) const {
  return state_->states.Check(state, data);
}

aic_status Plan::ReadState(uint32_t state, void* data) {
  if (aic_status status = state_->CheckDevice())
    return status;
  VkResult result = state_->states.Read(state, data);
  return result ? state_->FailRun(result, "the states cannot be read") : AIC_OK;
}

aic_status Plan::WriteState(uint32_t state, const void* data) {
  if (aic_status status = state_->CheckDevice())
    return status;
  VkResult result = state_->states.Write(state, data);
  return result ? state_->FailRun(result, "the states cannot be written") : AIC_OK;
}

void Plan::Describe(aic_session_info* info) const {
  const State& state = *state_;
  const EntryPlan& entry = state.entries[0];
  info->device_name = state.device.name();
  info->driver = state.device.physical.driver;
  // Those of the plan, and those before and after it (Storage.cpp).
  info->barrier_count = entry.plan.barriers + (!entry.inputCommands ? 1 : entry.program.reports() ? 4 : 3);
  info->submission_count = entry.plan.count ? entry.plan.count : 1;
  info->pipeline_count = state.pipelines.size();
  info->device_bytes = state.storage.bytes() + state.states.bytes();
  info->shader_bytes = state.shaderBytes;
  info->upload_ns = state.uploadNanoseconds;
  info->pipeline_ns = state.pipelineNanoseconds;
  info->pipeline_cache_found = state.cacheFound;
}

const char* Plan::VariantName(uint32_t kernel) const {
  return state_->variants[kernel]->name()->c_str();
}

const char* Plan::VariantReason(uint32_t kernel) const {
  return state_->choices[kernel].reason;
}

} // namespace aic::runtime::vulkan

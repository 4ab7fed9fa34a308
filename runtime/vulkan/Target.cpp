/// \file
/// Vulkan as a kind of target, around the device of Device.h.
#include "runtime/Target.h"

#include "runtime/Failure.h"
#include "runtime/cpu/Cpus.h"
#include "runtime/vulkan/Device.h"

#include <cstdlib>
#include <new>

namespace aic::runtime::vulkan {

namespace {

/// The words of a target lie in the model, aligned: there is nothing to make ready.
runtime::Code* AsCode(const uint8_t* bytes) {
  return reinterpret_cast<runtime::Code*>(const_cast<uint8_t*>(bytes));
}
const uint8_t* Words(const runtime::Code* code) {
  return reinterpret_cast<const uint8_t*>(code);
}

/// A session's plans, one an entry. (Each has its own copy of the weights that it reads.)
struct Ready {
  ~Ready() {
    for (uint32_t entry = entries; entry-- > 0;)
      plans[entry].~Plan();
    free(plans);
  }
  Plan* plans = nullptr;
  uint32_t entries = 0; ///< That there are so far.
};
Ready& Of(runtime::Plan& plan) {
  return *reinterpret_cast<Ready*>(&plan);
}
const Ready& Of(const runtime::Plan& plan) {
  return *reinterpret_cast<const Ready*>(&plan);
}

/// Whether there is a device, and what it lacks, is known when a session is made.
aic_status Check(const char*, const schema::Target&) {
  return AIC_OK;
}

aic_status Load(const char*, const schema::Target&, const uint8_t* bytes, uint64_t, runtime::Code** code) {
  *code = AsCode(bytes);
  return AIC_OK;
}

void Unload(runtime::Code*) {}

void End(runtime::Plan* plan) {
  Of(*plan).~Ready();
  free(plan);
}

aic_status Prepare(const PlanSource& source, PlanOptions& options, runtime::Plan** result) {
  if (source.header->StateCount())
    return Fail(AIC_UNSUPPORTED, "%s: has states, which this runtime keeps on the CPU alone", source.where);
  if (!options.threads)
    options.threads = cpu::AutomaticThreads();
  const uint32_t entries = source.target->programs()->size();
  void* memory = malloc(sizeof(Ready));
  if (!memory)
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", source.where);
  auto* ready = new (memory) Ready;
  auto* plan = reinterpret_cast<runtime::Plan*>(ready);
  aic_status status = AIC_OK;
  ready->plans = static_cast<Plan*>(calloc(entries, sizeof(Plan)));
  if (!ready->plans)
    status = Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", source.where);
  const Options wanted = {options.device, options.threads, options.variant, options.profile};
  for (uint32_t entry = 0; entry < entries && status == AIC_OK; ++entry) {
    Plan* made = new (&ready->plans[entry]) Plan;
    ++ready->entries;
    status = made->Prepare(source.where, *source.header, *source.target, entry, Words(source.code),
                           source.weights, wanted);
  }
  if (status != AIC_OK) {
    End(plan);
    return status;
  }
  *result = plan;
  return AIC_OK;
}

aic_status Run(runtime::Plan& plan, uint32_t entry, const aic_input* inputs, const aic_output* outputs,
               const Trace& trace, bool*) {
  return Of(plan).plans[entry].Run(inputs, outputs, trace);
}

// Prepare refuses models with states.
aic_status CheckState(const runtime::Plan&, uint32_t, const void*) {
  return AIC_OK;
}
aic_status ReadState(runtime::Plan&, uint32_t, void*) {
  return AIC_OK;
}
aic_status WriteState(runtime::Plan&, uint32_t, const void*) {
  return AIC_OK;
}

void Describe(const runtime::Plan& plan, aic_session_info* info) {
  const Ready& ready = Of(plan);
  ready.plans[0].Describe(info);
  for (uint32_t entry = 1; entry < ready.entries; ++entry) {
    aic_session_info other = {};
    ready.plans[entry].Describe(&other);
    info->device_bytes += other.device_bytes;
    info->upload_ns += other.upload_ns;
    info->pipeline_ns += other.pipeline_ns;
  }
}

void Variant(const runtime::Plan& plan, uint32_t kernel, const char** name, const char** reason) {
  *name = Of(plan).plans[0].VariantName(kernel);
  *reason = Of(plan).plans[0].VariantReason(kernel);
}

} // namespace

const TargetKind kTarget = {
    AIC_TARGET_VULKAN, "vulkan",  /*codeAlignment=*/4, Check,    Load,   Unload, Prepare, End, Run,
    CheckState,        ReadState, WriteState,          Describe, Variant};

} // namespace aic::runtime::vulkan

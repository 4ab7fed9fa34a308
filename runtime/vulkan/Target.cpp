/// \file
/// Vulkan as a kind of target, around the device of Device.h.
#include "runtime/Target.h"

#include "runtime/Failure.h"
#include "runtime/Threads.h"
#include "runtime/cpu/Cpus.h"
#include "runtime/vulkan/Device.h"

namespace aic::runtime::vulkan {

namespace {

/// The words of a target lie in the model, aligned: there is nothing to make ready.
runtime::Code* AsCode(const uint8_t* bytes) {
  return reinterpret_cast<runtime::Code*>(const_cast<uint8_t*>(bytes));
}
const uint8_t* Words(const runtime::Code* code) {
  return reinterpret_cast<const uint8_t*>(code);
}

Plan& Of(runtime::Plan& plan) {
  return *reinterpret_cast<Plan*>(&plan);
}
const Plan& Of(const runtime::Plan& plan) {
  return *reinterpret_cast<const Plan*>(&plan);
}

/// Whether there is a device, and what it lacks, is known when a session is made.
bool Fits(const schema::Target&) {
  return true;
}

aic_status Explain(const char* where, const schema::Header&) {
  return Fail(AIC_UNSUPPORTED, "%s: no target fits", where); // Never: each fits.
}

aic_status Load(const char*, const schema::Target&, const uint8_t* bytes, uint64_t, runtime::Code** code) {
  *code = AsCode(bytes);
  return AIC_OK;
}

void Unload(runtime::Code*) {}

void End(runtime::Plan* plan) {
  Unmake(&Of(*plan));
}

aic_status Require(const PlanSource& source, const PlanOptions&, aic_requirements*) {
  return Fail(AIC_UNSUPPORTED,
              "%s: what a session takes on Vulkan the device decides; aic_session_describe says it of one "
              "that is made",
              source.where);
}

aic_status Prepare(const PlanSource& source, PlanOptions& options, runtime::Plan** result) {
  if (!options.threads)
    options.threads = cpu::AutomaticThreads(CurrentThreading().cpuCount);
  auto* plan = reinterpret_cast<runtime::Plan*>(Make<Plan>());
  if (!plan)
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", source.where);
  const Options wanted = {options.device, options.threads, options.variant, options.profile, source.control};
  if (aic_status status = Of(*plan).Prepare(source.where, *source.header, *source.target, Words(source.code),
                                            source.weights, wanted)) {
    End(plan);
    return status;
  }
  *result = plan;
  return AIC_OK;
}

aic_status Run(runtime::Plan& plan, uint32_t entry, const aic_input* inputs, const aic_output* outputs,
               const Trace& trace, bool* statesLost) {
  return Of(plan).Run(entry, inputs, outputs, trace, statesLost);
}

aic_status CheckState(const runtime::Plan& plan, uint32_t state, const void* data) {
  return Of(plan).CheckState(state, data);
}

aic_status ReadState(runtime::Plan& plan, uint32_t state, void* data) {
  return Of(plan).ReadState(state, data);
}

aic_status WriteState(runtime::Plan& plan, uint32_t state, const void* data) {
  return Of(plan).WriteState(state, data);
}

void Describe(const runtime::Plan& plan, aic_session_info* info) {
  Of(plan).Describe(info);
}

void Variant(const runtime::Plan& plan, uint32_t kernel, const char** name, const char** reason) {
  *name = Of(plan).VariantName(kernel);
  *reason = Of(plan).VariantReason(kernel);
}

} // namespace

const TargetKind kTarget = {
    AIC_TARGET_VULKAN,   "vulkan",
    /*codeAlignment=*/4, Fits,      Explain,    Load,     Unload, Require, Prepare, End, Run,
    CheckState,          ReadState, WriteState, Describe, Variant};

} // namespace aic::runtime::vulkan

/// \file
/// Sessions: the checks of what a caller hands in, around a plan.
#include "runtime/Session.h"

#include "runtime/Failure.h"
#include "runtime/Structs.h"
#include "runtime/Turns.h"

using namespace aic;
using namespace aic::runtime;

namespace {

using ull = unsigned long long;

aic_status CheckBuffer(const char* what, uint32_t index, const schema::Tensor& tensor, uint64_t wanted,
                       const void* data, uint64_t bytes) {
  const char* name = tensor.name()->c_str();
  uint32_t element = schema::kElementBytes[tensor.type()];
  if (bytes != wanted)
    return Fail(AIC_INVALID_ARGUMENT, "%s %u (%s) takes %llu bytes, %llu given", what, index, name,
                ull(wanted), ull(bytes));
  if (!data && bytes)
    return Fail(AIC_INVALID_ARGUMENT, "%s %u (%s): data is NULL", what, index, name);
  if (reinterpret_cast<uintptr_t>(data) % element)
    return Fail(AIC_INVALID_ARGUMENT, "%s %u (%s): data is not aligned to its element of %u bytes", what,
                index, name, element);
  return AIC_OK;
}

bool Overlap(const void* a, size_t aBytes, const void* b, size_t bBytes) {
  uintptr_t x = reinterpret_cast<uintptr_t>(a), y = reinterpret_cast<uintptr_t>(b);
  return aBytes && bBytes && (x < y ? y - x < aBytes : x - y < bBytes);
}

aic_status CheckBuffers(const aic_model& model, const char* function, uint32_t entry, const aic_input* inputs,
                        uint32_t inputCount, const aic_output* outputs, uint32_t outputCount) {
  const auto& header = model.header;
  const auto& inputTensors = *header->entries()->Get(entry)->inputs();
  const auto& outputTensors = *header->entries()->Get(entry)->outputs();
  if (inputCount != inputTensors.size() || outputCount != outputTensors.size())
    return Fail(AIC_INVALID_ARGUMENT, "%s has %u inputs and %u outputs; %u and %u given",
                header->entries()->size() == 1 ? "the model" : header->entries()->Get(entry)->name()->c_str(),
                inputTensors.size(), outputTensors.size(), inputCount, outputCount);
  if ((inputCount && !inputs) || (outputCount && !outputs))
    return Fail(AIC_INVALID_ARGUMENT, "%s: %s is NULL", function,
                inputCount && !inputs ? "inputs" : "outputs");
  for (uint32_t i = 0; i < inputCount; ++i)
    if (aic_status status = CheckBuffer("input", i, *inputTensors[i], header.InputBytes(entry, i),
                                        inputs[i].data, inputs[i].bytes))
      return status;
  for (uint32_t i = 0; i < outputCount; ++i) {
    if (aic_status status = CheckBuffer("output", i, *outputTensors[i], header.OutputBytes(entry, i),
                                        outputs[i].data, outputs[i].bytes))
      return status;
    for (uint32_t j = 0; j < inputCount; ++j)
      if (Overlap(outputs[i].data, outputs[i].bytes, inputs[j].data, inputs[j].bytes))
        return Fail(AIC_INVALID_ARGUMENT, "output %u (%s) overlaps input %u (%s)", i,
                    outputTensors[i]->name()->c_str(), j, inputTensors[j]->name()->c_str());
    for (uint32_t j = 0; j < i; ++j)
      if (Overlap(outputs[i].data, outputs[i].bytes, outputs[j].data, outputs[j].bytes))
        return Fail(AIC_INVALID_ARGUMENT, "output %u (%s) overlaps output %u (%s)", i,
                    outputTensors[i]->name()->c_str(), j, outputTensors[j]->name()->c_str());
  }
  return AIC_OK;
}

/// Checks how a session is to run, and finds out on what.
aic_status CheckOptions(const aic_model& model, const char* function, const aic_session_options& options,
                        const TargetKind** kind) {
  const char* where = model.where.data();
  const uint32_t none = model.header->targets()->size();
  if (options.threads > AIC_MAX_THREADS)
    return Fail(AIC_INVALID_ARGUMENT, "%s: %u threads, more than %u", function, options.threads,
                AIC_MAX_THREADS);
  if (options.flags & ~uint32_t(AIC_SESSION_PROFILE))
    return Fail(AIC_INVALID_ARGUMENT, "%s: unknown flags 0x%x", function, options.flags);
  if (options.reserved)
    return Fail(AIC_INVALID_ARGUMENT,
                "%s: options.reserved is not 0; fill the options with aic_session_options_init", function);
  if (options.device != AIC_DEVICE_ANY && options.device >= kTargetKinds)
    return Fail(AIC_INVALID_ARGUMENT, "%s: there is no kind of device %u", function, options.device);
  if (model.target >= none)
    return Fail(AIC_INVALID_ARGUMENT, "%s: was opened with AIC_OPEN_INSPECT: no session can be made from it",
                where);
  if (options.device == AIC_DEVICE_ANY)
    *kind = &KindOf(*model.header->targets()->Get(model.target));
  else
    *kind = kTargets[options.device];
  return model.chosen[(*kind)->kind] != none ? AIC_OK : model.ExplainNo(**kind);
}

/// What a caller that names no entry means.
constexpr uint32_t kFirst = 0;

aic_status RunEntry(aic_session* session, const char* function, uint32_t entry, const aic_input* inputs,
                    uint32_t inputCount, const aic_output* outputs, uint32_t outputCount) {
  if (!session)
    return Fail(AIC_INVALID_ARGUMENT, "%s: session is NULL", function);
  const uint32_t entries = session->model->header->entries()->size();
  if (entry >= entries)
    return Fail(AIC_INVALID_ARGUMENT, "%s: entry %u of %u", function, entry, entries);
  RunMark mark(*session);
  if (!mark.Holds())
    return Fail(AIC_BUSY, "%s: this session is running already; make one session per thread",
                session->model->where.data());
  if (aic_status status =
          CheckBuffers(*session->model, function, entry, inputs, inputCount, outputs, outputCount))
    return status;
  if (aic_status status = session->CheckLost())
    return status;
  bool statesLost = false;
  session->control.Begin();
  aic_status status = session->kind->run(*session->plan, entry, inputs, outputs, session->trace, &statesLost);
  session->control.End();
  if (status && statesLost)
    session->MarkAllLost();
  return status;
}

} // namespace

extern "C" {

aic_status aic_session_create(aic_model* model, uint32_t threads, aic_session** result) {
  aic_session_options options;
  aic_session_options_init(&options);
  options.threads = threads;
  return aic_session_create_with(model, &options, result);
}

aic_status aic_model_requirements(const aic_model* model, const aic_session_options* options,
                                  aic_requirements* result) {
  const char* const function = "aic_model_requirements";
  if (!model || !options || !result)
    return Fail(AIC_INVALID_ARGUMENT, "%s: %s is NULL", function,
                !model     ? "model"
                : !options ? "options"
                           : "requirements");
  Answer answer(function, result);
  if (aic_status status = answer.Begin())
    return status;
  aic_session_options wanted;
  if (aic_status status = TakeOptions(function, options, &wanted))
    return status;
  const TargetKind* kind = nullptr;
  if (aic_status status = CheckOptions(*model, function, wanted, &kind))
    return status;
  const PlanSource source = {
      model->where.data(),     &model->header, model->header->targets()->Get(model->chosen[kind->kind]),
      model->code[kind->kind], model->weights, nullptr};
  PlanOptions plan;
  plan.threads = wanted.threads;
  if (aic_status status = kind->require(source, plan, &*answer))
    return status;
  answer->stack_bytes = AIC_STACK_BYTES;
  answer->other_bytes += sizeof(aic_session) + Array<bool>::BytesOf(model->header.StateCount());
  answer->total_bytes =
      answer->arena_bytes + answer->state_bytes + answer->scratch_bytes + answer->other_bytes;
  return answer.Give();
}

aic_status aic_session_create_with(aic_model* model, const aic_session_options* options,
                                   aic_session** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_create: session is NULL");
  *result = nullptr;
  if (!model || !options)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_create: %s is NULL", model ? "options" : "model");
  aic_session_options wanted;
  if (aic_status status = TakeOptions("aic_session_create", options, &wanted))
    return status;
  const TargetKind* kind = nullptr;
  if (aic_status status = CheckOptions(*model, "aic_session_create", wanted, &kind))
    return status;
  auto* session = Make<aic_session>(model, kind);
  if (!session)
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", model->where.data());
  if (!session->lost.Allocate(model->header.StateCount())) {
    aic_session_close(session);
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", model->where.data());
  }
  PlanOptions plan;
  plan.device = wanted.device_index;
  plan.threads = wanted.threads;
  plan.variant = wanted.variant;
  plan.profile = wanted.flags & AIC_SESSION_PROFILE;
  const PlanSource source = {model->where.data(),     &model->header, &session->target(),
                             model->code[kind->kind], model->weights, &session->control};
  if (aic_status status = kind->prepare(source, plan, &session->plan)) {
    aic_session_close(session);
    return status;
  }
  session->threads = plan.threads;
  *result = session;
  return AIC_OK;
}

void aic_session_close(aic_session* session) {
  Unmake(session);
}

uint32_t aic_session_threads(const aic_session* session) {
  return session ? session->threads : 0;
}

aic_status aic_session_run(aic_session* session, const aic_input* inputs, uint32_t input_count,
                           const aic_output* outputs, uint32_t output_count) {
  return RunEntry(session, "aic_session_run", kFirst, inputs, input_count, outputs, output_count);
}

aic_status aic_session_run_entry(aic_session* session, uint32_t entry, const aic_input* inputs,
                                 uint32_t input_count, const aic_output* outputs, uint32_t output_count) {
  return RunEntry(session, "aic_session_run_entry", entry, inputs, input_count, outputs, output_count);
}

aic_status aic_session_cancel(aic_session* session) {
  if (!session)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_cancel: session is NULL");
  session->control.Cancel();
  return AIC_OK;
}

aic_status aic_session_set_time_limit(aic_session* session, uint64_t nanoseconds) {
  if (!session)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_set_time_limit: session is NULL");
  RunMark mark(*session);
  if (!mark.Holds())
    return Fail(AIC_BUSY, "%s: this session is running; set its time limit before",
                session->model->where.data());
  session->control.SetLimit(nanoseconds);
  return AIC_OK;
}

aic_status aic_session_set_trace(aic_session* session, aic_trace_fn fn, void* user) {
  if (!session)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_set_trace: session is NULL");
  RunMark mark(*session);
  if (!mark.Holds())
    return Fail(AIC_BUSY, "%s: this session is running; set its trace before", session->model->where.data());
  session->trace = {fn, user};
  return AIC_OK;
}

aic_status aic_session_describe(const aic_session* session, aic_session_info* info) {
  if (!session || !info)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_describe: %s is NULL", session ? "info" : "session");
  Answer answer("aic_session_describe", info);
  if (aic_status status = answer.Begin())
    return status;
  answer->device = session->kind->kind;
  answer->target = session->targetIndex;
  answer->threads = session->threads;
  answer->dispatch_count = TurnCount(*session->target().programs()->Get(kFirst));
  session->kind->describe(*session->plan, &*answer);
  return answer.Give();
}

aic_status aic_session_variant(const aic_session* session, uint32_t kernel, const char** name,
                               const char** reason) {
  if (name)
    *name = nullptr;
  if (reason)
    *reason = nullptr;
  if (!session || !name || !reason)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_variant: %s is NULL",
                !session ? "session"
                : !name  ? "name"
                         : "reason");
  if (kernel >= session->target().kernels()->size())
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_variant: kernel %u of %u", kernel,
                session->target().kernels()->size());
  session->kind->variant(*session->plan, kernel, name, reason);
  return AIC_OK;
}
}

/// \file
/// Sessions: the checks of what a caller hands in, around a device's plan.
#include "runtime/Failure.h"
#include "runtime/Model.h"
#include "runtime/cpu/Plan.h"

#include <cstdlib>
#include <new>

using namespace aic;
using namespace aic::runtime;

/// On a 256-byte boundary, since a team is.
struct aic_session {
  aic_session(aic_model* sessionModel, uint32_t threads) : team(threads), model(sessionModel) {
    model->Retain();
  }
  ~aic_session() { model->Release(); }

  cpu::Team team;
  aic_model* model;
  cpu::Plan plan;
  cpu::Trace trace;
  std::atomic<bool> running{false};
};

namespace {

using ull = unsigned long long;

/// Marks a session as running, and as idle again. Holds() is false when it was running already.
class RunMark {
public:
  explicit RunMark(aic_session& session)
      : session_(session), holds_(!session.running.exchange(true, std::memory_order_acquire)) {}
  ~RunMark() {
    if (holds_)
      session_.running.store(false, std::memory_order_release);
  }
  bool Holds() const { return holds_; }

private:
  aic_session& session_;
  bool holds_;
};

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

aic_status CheckBuffers(const aic_model& model, const aic_input* inputs, uint32_t inputCount,
                        const aic_output* outputs, uint32_t outputCount) {
  const auto& header = model.header;
  const auto& inputTensors = *header->inputs();
  const auto& outputTensors = *header->outputs();
  if (inputCount != inputTensors.size() || outputCount != outputTensors.size())
    return Fail(AIC_INVALID_ARGUMENT, "the model has %u inputs and %u outputs; %u and %u given",
                inputTensors.size(), outputTensors.size(), inputCount, outputCount);
  if ((inputCount && !inputs) || (outputCount && !outputs))
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_run: %s is NULL",
                inputCount && !inputs ? "inputs" : "outputs");
  for (uint32_t i = 0; i < inputCount; ++i)
    if (aic_status status =
            CheckBuffer("input", i, *inputTensors[i], header.InputBytes(i), inputs[i].data, inputs[i].bytes))
      return status;
  for (uint32_t i = 0; i < outputCount; ++i) {
    if (aic_status status = CheckBuffer("output", i, *outputTensors[i], header.OutputBytes(i),
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

} // namespace

extern "C" {

aic_status aic_session_create(aic_model* model, uint32_t threads, aic_session** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_create: session is NULL");
  *result = nullptr;
  if (!model)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_create: model is NULL");
  const char* where = model->where.data();
  if (threads > AIC_MAX_THREADS)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_create: %u threads, more than %u", threads,
                AIC_MAX_THREADS);
  if (model->target >= model->header->targets()->size())
    return Fail(AIC_INVALID_ARGUMENT, "%s: was opened with AIC_OPEN_INSPECT: no session can be made from it",
                where);
  if (threads == 0)
    threads = cpu::AvailableCpus();
  void* memory = aligned_alloc(alignof(aic_session), sizeof(aic_session));
  if (!memory)
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for a session", where);
  aic_session* session = new (memory) aic_session(model, threads);
  aic_status status = session->plan.Prepare(
      where, model->header, *model->header->targets()->Get(model->target), model->code, model->weights);
  if (status == AIC_OK)
    status = cpu::StartWorkers(threads - 1);
  if (status != AIC_OK) {
    aic_session_close(session);
    return status;
  }
  *result = session;
  return AIC_OK;
}

void aic_session_close(aic_session* session) {
  if (!session)
    return;
  session->~aic_session();
  free(session);
}

uint32_t aic_session_threads(const aic_session* session) {
  return session ? session->team.threads() : 0;
}

aic_status aic_session_run(aic_session* session, const aic_input* inputs, uint32_t input_count,
                           const aic_output* outputs, uint32_t output_count) {
  if (!session)
    return Fail(AIC_INVALID_ARGUMENT, "aic_session_run: session is NULL");
  RunMark mark(*session);
  if (!mark.Holds())
    return Fail(AIC_BUSY, "%s: this session is running already; make one session per thread",
                session->model->where.data());
  if (aic_status status = CheckBuffers(*session->model, inputs, input_count, outputs, output_count))
    return status;
  return session->plan.Run(session->team, inputs, outputs, session->trace);
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
}

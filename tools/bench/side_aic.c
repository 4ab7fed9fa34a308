/* side_aic LIBRARY THREADS TENSORS MODEL.aic: our side, on the library of some build. See side.h. The model's
 * inputs and outputs are found by their names. profile prints [{"name", "family", "flops", "bytes", "ms"}], a
 * dispatch each, the medians of their own times. */
#include "library.h"
#include "side.h"

typedef struct Ours {
  aic_model* model;
  aic_session* session;
  aic_input inputs[kMaxTensors];
  aic_output outputs[kMaxTensors];
  uint32_t inputCount, outputCount;
} Ours;

static void run(void* self) {
  Ours* ours = self;
  check(library.session_run_entry(ours->session, 0, ours->inputs, ours->inputCount, ours->outputs,
                                  ours->outputCount));
}

static const Tensor* find(const Tensor* tensors, size_t count, const aic_tensor_info* info) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(tensors[i].name, info->name) == 0 && tensors[i].bytes == info->bytes)
      return &tensors[i];
  stop(info->name, "no such tensor, or of another size");
  return NULL;
}

enum { kMaxDispatches = 20000, kMaxProfiled = 500 };

static void keepTime(void* user, uint32_t dispatch, uint64_t nanoseconds, void* const* buffers,
                     uint32_t count) {
  (void)buffers, (void)count;
  if (dispatch < kMaxDispatches)
    ((uint64_t*)user)[dispatch] = nanoseconds;
}

static void profile(void* self, double length) {
  Ours* ours = self;
  static uint64_t last[kMaxDispatches];
  static double times[kMaxProfiled];
  aic_session_info session;
  aic_plan_info plan;
  AIC_INIT(&session);
  AIC_INIT(&plan);
  check(library.session_describe(ours->session, &session));
  check(library.model_entry_plan(ours->model, session.target, 0, &plan));
  if (plan.dispatch_count > kMaxDispatches)
    stop("profile", "too many dispatches");
  double* all = malloc(sizeof(double) * kMaxProfiled * (plan.dispatch_count + 1));
  if (!all)
    stop("profile", "memory is short");
  run(self);
  check(library.session_set_trace(ours->session, keepTime, last));
  size_t runs = 0;
  for (const double begin = seconds(); runs < kMaxProfiled && (runs < 3 || seconds() - begin < length);
       runs++) {
    run(self);
    for (uint32_t d = 0; d < plan.dispatch_count; d++)
      all[d * (size_t)kMaxProfiled + runs] = 1e-6 * (double)last[d];
  }
  check(library.session_set_trace(ours->session, NULL, NULL));
  printf("[");
  for (uint32_t d = 0; d < plan.dispatch_count; d++) {
    aic_dispatch_info dispatch;
    aic_kernel_info kernel;
    AIC_INIT(&dispatch);
    AIC_INIT(&kernel);
    check(library.model_entry_dispatch(ours->model, session.target, 0, d, &dispatch));
    check(library.model_kernel(ours->model, session.target, dispatch.kernel, &kernel));
    memcpy(times, all + d * (size_t)kMaxProfiled, runs * sizeof *times);
    qsort(times, runs, sizeof *times, ascending);
    printf("%s{\"name\": \"%s\", \"family\": \"%s\", \"flops\": %lu, \"bytes\": %lu, \"ms\": %.6f}",
           d ? ", " : "", dispatch.name, kernel.family, dispatch.flops, dispatch.bytes, times[runs / 2]);
  }
  printf("]\n");
  free(all);
}

int main(int count, char** arguments) {
  if (count != 5)
    stop("usage", "side_aic LIBRARY THREADS TENSORS MODEL.aic");
  static Tensors tensors;
  static Ours ours;
  readTensors(arguments[3], &tensors);
  loadLibrary(arguments[1]);
  const double begin = seconds();
  ours.session = openSession(arguments[4], (uint32_t)atoi(arguments[2]), &ours.model);
  const double load = seconds() - begin;
  aic_entry_info entry;
  AIC_INIT(&entry);
  check(library.model_entry(ours.model, 0, &entry));
  ours.inputCount = entry.input_count;
  ours.outputCount = entry.output_count;
  if (ours.inputCount > kMaxTensors || ours.outputCount > kMaxTensors)
    stop(arguments[4], "too many tensors");
  for (uint32_t i = 0; i < ours.inputCount; i++) {
    aic_tensor_info info;
    AIC_INIT(&info);
    check(library.model_entry_input(ours.model, 0, i, &info));
    const Tensor* tensor = find(tensors.inputs, tensors.inputCount, &info);
    ours.inputs[i] = (aic_input){tensor->data, tensor->bytes};
  }
  for (uint32_t i = 0; i < ours.outputCount; i++) {
    aic_tensor_info info;
    AIC_INIT(&info);
    check(library.model_entry_output(ours.model, 0, i, &info));
    const Tensor* tensor = find(tensors.outputs, tensors.outputCount, &info);
    ours.outputs[i] = (aic_output){tensor->data, tensor->bytes};
  }
  return serve(&(Side){run, profile, &ours, &tensors}, load);
}

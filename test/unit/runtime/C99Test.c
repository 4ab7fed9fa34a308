/* A user's C program: opens a model, says what it takes and gives, runs it, and expects the errors that it
 * provokes. */
#include "runtime/aic.h"
#include "runtime/kernel_abi.h"

#include <stdio.h>
#include <string.h>

static float x[64][32], y[64][32], again[64][32], s;

static int failed(const char* what) {
  fprintf(stderr, "%s: %s\n", what, aic_last_error());
  return 1;
}

int main(int argc, char** argv) {
  aic_model* model;
  aic_session* session;
  aic_tensor_info info;
  aic_session_options options;
  aic_entry_info entry;
  aic_plan_info plan;
  char parked[64];
  uint32_t number = 77;
  aic_input in = {x, sizeof x};
  aic_output out[2] = {{y, sizeof y}, {&s, sizeof s}};
  char version[40];
  int r, c;
  snprintf(version, sizeof version, "%d.%d.%d", AIC_VERSION_MAJOR, AIC_VERSION_MINOR, AIC_VERSION_PATCH);
  if (strcmp(version, aic_version()))
    return fprintf(stderr, "header %s, library %s\n", version, aic_version()), 1;
  if (argc != 2)
    return 2;
  for (r = 0; r < 64; ++r)
    for (c = 0; c < 32; ++c)
      x[r][c] = (float)(r - c);
  if (aic_model_open(argv[1], 0, &model) != AIC_OK)
    return failed("open");
  if (aic_model_verify_weights(model) != AIC_OK)
    return failed("verify");
  info.struct_bytes = 0; /* as who forgets AIC_INIT */
  if (aic_model_input(model, 0, &info) != AIC_INVALID_ARGUMENT || !strstr(aic_last_error(), "AIC_INIT"))
    return failed("input without its size");
  AIC_INIT(&info);
  if (aic_model_input(model, 0, &info) != AIC_OK || info.struct_bytes != sizeof info ||
      strcmp(info.name, "x") || info.type != AIC_F32 || info.rank != 2 || info.shape[0] != 64 ||
      info.shape[1] != 32 || info.bytes != sizeof x)
    return failed("input");
  AIC_INIT(&entry);
  if (aic_model_entry_count(model) != 1 || aic_model_entry(model, 0, &entry) != AIC_OK ||
      strcmp(entry.name, "chain") || entry.input_count != 1 || entry.output_count != 2 ||
      entry.dim_count != 0)
    return failed("entry");
  if (aic_model_find_entry(model, "chain", &number) != AIC_OK || number != 0 ||
      aic_model_find_entry(model, "step", &number) != AIC_INVALID_ARGUMENT ||
      !strstr(aic_last_error(), "chain"))
    return failed("find entry");
  AIC_INIT(&plan);
  if (aic_model_entry_plan(model, 0, 0, &plan) != AIC_OK || plan.dispatch_count == 0 ||
      plan.state_bytes_written != 0)
    return failed("plan");
  aic_session_options_init(&options);
  options.threads = 2;
  if (aic_session_create_with(model, &options, &session) != AIC_OK)
    return failed("session");
  aic_model_close(model); /* The session keeps it alive. */
  if (aic_session_run(session, &in, 1, out, 2) != AIC_OK)
    return failed("run");
  out[0].data = again;
  if (aic_session_run(session, &in, 1, out, 2) != AIC_OK || memcmp(y, again, sizeof y) != 0)
    return failed("second run");
  if (s == 0 || y[5][5] == 0)
    return failed("results");
  memset(again, 0, sizeof again);
  if (aic_session_run_entry(session, number, &in, 1, out, 2) != AIC_OK || memcmp(y, again, sizeof y) != 0)
    return failed("run of an entry");
  if (aic_session_saved_bytes(session) != sizeof parked ||
      aic_session_save_states(session, parked, sizeof parked) != AIC_OK ||
      aic_session_load_states(session, parked, sizeof parked) != AIC_OK ||
      aic_session_reset_state(session, AIC_ALL_STATES) != AIC_OK)
    return failed("states of a model that has none");
  in.bytes = 4;
  if (aic_session_run(session, &in, 1, out, 2) != AIC_INVALID_ARGUMENT || !strstr(aic_last_error(), "8192"))
    return failed("wrong size");
  aic_session_close(session);
  if (aic_model_open("no such file.aic", 0, &model) != AIC_CANNOT_READ || model)
    return failed("missing file");
  printf("%s %g\n", aic_version(), s);
  return 0;
}

/* A user's C program, as it was when structures of aic.h began to carry their size, compiled with the header
 * of that day (aic.h here, commit d22c441, which is not to be changed) and linked with today's library: opens
 * a model, says what it takes and gives, runs it, and expects the errors that it provokes. */
#include "aic.h"

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
  struct {
    aic_target_info info; /* has grown since */
    unsigned char behind[64];
  } target;
  aic_session_options options;
  aic_input in = {x, sizeof x};
  aic_output out[2] = {{y, sizeof y}, {&s, sizeof s}};
  int r, c;
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
  memset(&target, 0xee, sizeof target);
  AIC_INIT(&target.info);
  if (aic_model_target(model, 0, &target.info) != AIC_OK || target.info.struct_bytes != sizeof target.info ||
      target.info.kernel_count == 0 || target.info.arena_bytes == 0 ||
      strchr(target.info.triple, '-') == NULL)
    return failed("target");
  for (c = 0; c < (int)sizeof target.behind; ++c)
    if (target.behind[c] != 0xee)
      return failed("bytes behind the program's structure");
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
  in.bytes = 4;
  if (aic_session_run(session, &in, 1, out, 2) != AIC_INVALID_ARGUMENT || !strstr(aic_last_error(), "8192"))
    return failed("wrong size");
  aic_session_close(session);
  if (aic_model_open("no such file.aic", 0, &model) != AIC_CANNOT_READ || model)
    return failed("missing file");
  printf("%s %g\n", aic_version(), s);
  return 0;
}

// cc -shared -fPIC -Iruntime -I/usr/include/node node.c -Lbuild/lib -laic_runtime -o aic.node
#include "aic.h"

#include <node_api.h>

// run("mlp.aic", new Float32Array([...])) returns the model's output as a Float32Array, or throws an Error.
static napi_value Run(napi_env env, napi_callback_info info) {
  napi_value arguments[2], buffer, result = NULL;
  size_t count = 2, elements;
  char path[4096];
  aic_input in;
  aic_output out;
  aic_tensor_info y;
  aic_model* model = NULL;
  aic_session* session = NULL;
  napi_typedarray_type type;
  AIC_INIT(&y);
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
  if (napi_get_value_string_utf8(env, arguments[0], path, sizeof path, NULL) ||
      napi_get_typedarray_info(env, arguments[1], &type, &elements, (void**)&in.data, NULL, NULL) ||
      type != napi_float32_array)
    return napi_throw_type_error(env, NULL, "run(path, Float32Array)"), NULL;
  in.bytes = elements * sizeof(float);
  if (aic_model_open(path, 0, &model) || aic_session_create(model, 0, &session) ||
      aic_model_output(model, 0, &y) ||
      napi_create_arraybuffer(env, out.bytes = y.bytes, &out.data, &buffer) ||
      aic_session_run(session, &in, 1, &out, 1))
    napi_throw_error(env, NULL, aic_last_error());
  else
    napi_create_typedarray(env, napi_float32_array, y.bytes / sizeof(float), buffer, 0, &result);
  aic_session_close(session);
  aic_model_close(model);
  return result;
}

NAPI_MODULE_INIT() {
  napi_value run;
  napi_create_function(env, "run", NAPI_AUTO_LENGTH, Run, NULL, &run);
  return napi_set_named_property(env, exports, "run", run), exports;
}

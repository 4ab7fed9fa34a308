/* side_onnxruntime LIBRARY THREADS TENSORS MODEL.onnx: ONNX Runtime's side, through its C interface: no time
 * is lost in Node, which a call costs up to 15 us. See side.h. Its outputs lie in memory that it was given,
 * as ours do.
 *
 * npm's package has the library but no header. The functions stand in a table whose order never changes
 * (OrtApi of onnxruntime_c_api.h, to which functions are only added at the end); those that are called here
 * have these places. */
#include "side.h"

#include <dlfcn.h>

typedef struct Status Status; /* NULL: good */
enum Place {
  kGetErrorMessage = 2,
  kCreateEnv = 3,
  kCreateSession = 7,
  kRun = 9,
  kCreateSessionOptions = 10,
  kSetSessionGraphOptimizationLevel = 23,
  kSetIntraOpNumThreads = 24,
  kSetInterOpNumThreads = 25,
  kCreateTensorWithData = 49,
  kCreateCpuMemoryInfo = 69
};
enum { kApiVersion = 1, kErrors = 3, kEnableAll = 99, kArenaAllocator = 1, kDefaultMemory = 0 };

typedef void (*Function)(void);
typedef struct Base {
  const Function* (*getApi)(uint32_t version);
  const char* (*getVersion)(void);
} Base;

static const Function* api;

static void check(Status* status) {
  if (status)
    stop("ONNX Runtime", ((const char* (*)(const Status*))api[kGetErrorMessage])(status));
}

/* ONNX's number of a type of NumPy. */
static int elementType(const char* type) {
  static const struct {
    const char* name;
    int number;
  } types[] = {{"f4", 1}, {"u1", 2}, {"i1", 3}, {"u2", 4},  {"i2", 5},
               {"i4", 6}, {"i8", 7}, {"b1", 9}, {"f2", 10}, {"f8", 11}};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (strcmp(types[i].name, type) == 0)
      return types[i].number;
  stop(type, "no type that ONNX has");
  return 0;
}

typedef struct Theirs {
  void* session;
  const char *inputNames[kMaxTensors], *outputNames[kMaxTensors];
  void *inputs[kMaxTensors], *outputs[kMaxTensors];
  size_t inputCount, outputCount;
} Theirs;

static void run(void* self) {
  Theirs* theirs = self;
  check(((Status * (*)(void*, const void*, const char* const*, void* const*, size_t, const char* const*,
                       size_t, void**)) api[kRun])(theirs->session, NULL, theirs->inputNames, theirs->inputs,
                                                   theirs->inputCount, theirs->outputNames,
                                                   theirs->outputCount, theirs->outputs));
}

static size_t wrap(const Tensor* tensors, size_t count, void* memory, const char** names, void** values) {
  for (size_t i = 0; i < count; i++) {
    names[i] = tensors[i].name;
    check(((Status * (*)(void*, void*, size_t, const int64_t*, size_t, int, void**))
               api[kCreateTensorWithData])(memory, tensors[i].data, tensors[i].bytes, tensors[i].shape,
                                           tensors[i].rank, elementType(tensors[i].type), &values[i]));
  }
  return count;
}

int main(int count, char** arguments) {
  if (count != 5)
    stop("usage", "side_onnxruntime LIBRARY THREADS TENSORS MODEL.onnx");
  static Tensors tensors;
  static Theirs theirs;
  readTensors(arguments[3], &tensors);
  void* handle = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    stop("dlopen", dlerror());
  const Base* (*getBase)(void) = (const Base* (*)(void))dlsym(handle, "OrtGetApiBase");
  if (!getBase || !(api = getBase()->getApi(kApiVersion)))
    stop(arguments[1], "no library of ONNX Runtime");
  const int threads = atoi(arguments[2]);
  void *environment, *options, *memory;
  check(((Status * (*)(int, const char*, void**)) api[kCreateEnv])(kErrors, "bench", &environment));
  check(((Status * (*)(void**)) api[kCreateSessionOptions])(&options));
  check(((Status * (*)(void*, int)) api[kSetSessionGraphOptimizationLevel])(options, kEnableAll));
  check(((Status * (*)(void*, int)) api[kSetIntraOpNumThreads])(options, threads));
  check(((Status * (*)(void*, int)) api[kSetInterOpNumThreads])(options, 1));
  const double begin = seconds();
  check(((Status * (*)(void*, const char*, const void*, void**))
             api[kCreateSession])(environment, arguments[4], options, &theirs.session));
  const double load = seconds() - begin;
  check(
      ((Status * (*)(int, int, void**)) api[kCreateCpuMemoryInfo])(kArenaAllocator, kDefaultMemory, &memory));
  theirs.inputCount = wrap(tensors.inputs, tensors.inputCount, memory, theirs.inputNames, theirs.inputs);
  theirs.outputCount = wrap(tensors.outputs, tensors.outputCount, memory, theirs.outputNames, theirs.outputs);
  return serve(&(Side){run, NULL, &theirs, &tensors}, load);
}

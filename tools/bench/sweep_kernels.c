/* sweep_kernels LIBRARY THREADS MODEL.aic: times the entries of a model, kernels alone, on the library of
 * some build.
 *
 * All entries read one block of memory and write another, as the layers of a network share an arena: what a
 * kernel reads has just been written, and lies in the caches as far as it fits. On standard output
 * {"load_ms": ...}, then for each line of standard input one of JSON, [microseconds of each entry], the sum
 * of its dispatches' own times: warm FIRST COUNT SECONDS   each of these entries again and again for so long,
 * at least 5 times: medians cold FIRST COUNT           each once, one after another: their weights come from
 * DRAM, where others were used since the last time, and so much else was read that no cache holds them */
#include "library.h"
#include "side.h"

enum { kMaxEntries = 4096, kMaxOfAnEntry = 8, kOther = 96 << 20 /* bytes, more than the last cache's */ };

typedef struct Entry {
  uint32_t inputCount, outputCount;
  size_t read, written; /* bytes */
  aic_input inputs[kMaxOfAnEntry];
  aic_output outputs[kMaxOfAnEntry];
} Entry;

static aic_session* session;
static Entry entries[kMaxEntries];
static uint32_t entryCount;
static char *source, *result, *other;

static void addTime(void* user, uint32_t dispatch, uint64_t nanoseconds, void* const* buffers,
                    uint32_t count) {
  (void)dispatch, (void)buffers, (void)count;
  *(uint64_t*)user += nanoseconds;
}

static uint64_t spent; /* ns in kernels */

static double runOnce(uint32_t index) {
  const Entry* entry = &entries[index];
  spent = 0;
  check(library.session_run_entry(session, index, entry->inputs, entry->inputCount, entry->outputs,
                                  entry->outputCount));
  return 1e-3 * (double)spent;
}

/* Writes what an entry reads, as the layer before it would: the same numbers. */
static void produce(const Entry* entry) {
  volatile float* x = (volatile float*)source;
  for (size_t i = 0; i < entry->read / sizeof(float); i++)
    x[i] = x[i];
}

static void forget(void) {
  uint64_t sum = 0;
  for (size_t i = 0; i < kOther; i += kAlignment)
    sum += (uint64_t)other[i];
  *(volatile char*)other = (char)(sum & 1);
}

/* Places of an entry's tensors, one behind another, 64-byte aligned. */
static size_t place(size_t at, size_t bytes) {
  return (at + bytes + kAlignment - 1) / kAlignment * kAlignment;
}

static void describe(aic_model* model) {
  size_t mostRead = 0, mostWritten = 0;
  entryCount = library.model_entry_count(model);
  if (entryCount > kMaxEntries)
    stop("sweep_kernels", "too many entries");
  for (int pass = 0; pass < 2; pass++) { /* sizes, then pointers */
    for (uint32_t e = 0; e < entryCount; e++) {
      Entry* entry = &entries[e];
      aic_entry_info info;
      AIC_INIT(&info);
      check(library.model_entry(model, e, &info));
      entry->inputCount = info.input_count;
      entry->outputCount = info.output_count;
      if (info.input_count > kMaxOfAnEntry || info.output_count > kMaxOfAnEntry)
        stop(info.name, "too many tensors");
      entry->read = entry->written = 0;
      for (uint32_t i = 0; i < info.input_count; i++) {
        aic_tensor_info tensor;
        AIC_INIT(&tensor);
        check(library.model_entry_input(model, e, i, &tensor));
        if (tensor.type != AIC_F32)
          stop(tensor.name, "is not f32");
        entry->inputs[i] = (aic_input){source ? source + entry->read : NULL, tensor.bytes};
        entry->read = place(entry->read, tensor.bytes);
      }
      for (uint32_t i = 0; i < info.output_count; i++) {
        aic_tensor_info tensor;
        AIC_INIT(&tensor);
        check(library.model_entry_output(model, e, i, &tensor));
        entry->outputs[i] = (aic_output){result ? result + entry->written : NULL, tensor.bytes};
        entry->written = place(entry->written, tensor.bytes);
      }
      mostRead = entry->read > mostRead ? entry->read : mostRead;
      mostWritten = entry->written > mostWritten ? entry->written : mostWritten;
    }
    if (pass == 0) {
      source = allocate(mostRead);
      result = allocate(mostWritten);
    }
  }
  uint32_t state = 12345; /* of a linear congruential generator */
  for (size_t i = 0; i < mostRead / sizeof(float); i++) {
    state = state * 1664525u + 1013904223u;
    ((float*)source)[i] = (float)(state >> 8) / 8388608.0f - 1.0f;
  }
}

static double warm(uint32_t index, double length) {
  enum { kMaxRuns = 20000, kLeastRuns = 5 };
  static double times[kMaxRuns];
  produce(&entries[index]);
  runOnce(index);
  size_t runs = 0;
  for (const double begin = seconds(); runs < kMaxRuns && (runs < kLeastRuns || seconds() - begin < length);
       runs++)
    times[runs] = runOnce(index);
  qsort(times, runs, sizeof *times, ascending);
  return times[runs / 2];
}

int main(int count, char** arguments) {
  if (count != 4)
    stop("usage", "sweep_kernels LIBRARY THREADS MODEL.aic");
  loadLibrary(arguments[1]);
  aic_model* model;
  const double begin = seconds();
  session = openSession(arguments[3], (uint32_t)atoi(arguments[2]), &model);
  printf("{\"load_ms\": %.3f}\n", 1e3 * (seconds() - begin));
  fflush(stdout);
  describe(model);
  other = allocate(kOther);
  check(library.session_set_trace(session, addTime, &spent));
  char line[256];
  while (fgets(line, sizeof line, stdin)) {
    uint32_t first, number;
    double length;
    const int isWarm = sscanf(line, "warm %u %u %lf", &first, &number, &length) == 3;
    if ((!isWarm && sscanf(line, "cold %u %u", &first, &number) != 2) || number > entryCount ||
        first > entryCount - number)
      stop("sweep_kernels", "no such command");
    if (!isWarm)
      forget();
    for (uint32_t e = first; e < first + number; e++) {
      if (!isWarm)
        produce(&entries[e]);
      printf("%s%.4f", e == first ? "[" : ", ", isWarm ? warm(e, length) : runOnce(e));
    }
    printf("]\n");
    fflush(stdout);
  }
  return 0;
}

/* Runs an entry of a model on a machine that this one is not, under an emulator:
 *
 *   cross_run FILE.aic ENTRY THREADS INPUTS OUTPUTS
 *
 * INPUTS: a file of all inputs' bytes, one input after the other in the entry's order (row-major, without
 * padding); OUTPUTS gets those of all outputs. The model sees each of them with its end against a page that
 * nobody may touch, so a kernel that reads or writes past one dies. Prints why not and returns 1, where the
 * runtime refuses. */
#include "runtime/aic.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { kMost = 512 };

static void fail(const char* what) {
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static void check(aic_status status) {
  if (status)
    fail(aic_last_error());
}

/* `bytes` bytes that end where a page begins that nobody may touch. */
static void* guarded(size_t bytes) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE), pages = (bytes + page - 1) / page * page;
  char* memory =
      mmap(NULL, pages + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, /*fd=*/-1, /*offset=*/0);
  if (memory == MAP_FAILED || mprotect(memory + pages, page, PROT_NONE) != 0)
    fail("memory is short");
  return memory + pages - bytes;
}

int main(int argc, char** argv) {
  if (argc != 6)
    fail("usage: cross_run FILE.aic ENTRY THREADS INPUTS OUTPUTS");
  aic_model* model = NULL;
  aic_session* session = NULL;
  uint32_t number = 0;
  aic_entry_info entry;
  AIC_INIT(&entry);
  check(aic_model_open(argv[1], AIC_OPEN_VERIFY, &model));
  check(aic_model_find_entry(model, argv[2], &number));
  check(aic_model_entry(model, number, &entry));
  check(aic_session_create(model, (uint32_t)atoi(argv[3]), &session));
  if (entry.input_count > kMost || entry.output_count > kMost)
    fail("too many inputs or outputs");

  aic_input in[kMost];
  aic_output out[kMost];
  aic_tensor_info tensor;
  AIC_INIT(&tensor);
  FILE* file = fopen(argv[4], "rb");
  if (!file)
    fail("no inputs");
  for (uint32_t i = 0; i < entry.input_count; ++i) {
    check(aic_model_entry_input(model, number, i, &tensor));
    void* data = guarded(tensor.bytes);
    if (fread(data, 1, tensor.bytes, file) != tensor.bytes)
      fail("the inputs are too short");
    in[i].data = data;
    in[i].bytes = tensor.bytes;
  }
  if (fgetc(file) != EOF)
    fail("the inputs are too long");
  fclose(file);
  for (uint32_t i = 0; i < entry.output_count; ++i) {
    check(aic_model_entry_output(model, number, i, &tensor));
    out[i].data = guarded(tensor.bytes);
    out[i].bytes = tensor.bytes;
  }
  check(aic_session_run_entry(session, number, in, entry.input_count, out, entry.output_count));
  file = fopen(argv[5], "wb");
  for (uint32_t i = 0; i < entry.output_count; ++i)
    if (!file || fwrite(out[i].data, 1, out[i].bytes, file) != out[i].bytes)
      fail("the outputs cannot be written");
  if (fclose(file) != 0)
    fail("the outputs cannot be written");
  aic_session_close(session);
  aic_model_close(model);
  return 0;
}

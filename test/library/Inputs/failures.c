/* Every failure of odd.graph's library, with its words; and that an instance in the caller's memory allocates
 * nothing. Linked with --wrap=malloc. */
#include "odd.h"

#include <stdio.h>
#include <string.h>

static int allocations;
void* __wrap_malloc(size_t bytes);
void* __wrap_malloc(size_t bytes) {
  (void)bytes;
  ++allocations;
  return NULL;
}

static int failures;

/* What went wrong is this, and is said in these words. */
static void expect(aic_status status, aic_status wanted, const char* words) {
  if (status != wanted || (wanted && strcmp(odd_last_error(), words))) {
    printf("%d: %s\nwanted %d: %s\n", (int)status, odd_last_error(), (int)wanted, words);
    ++failures;
  }
}

/* Where compilers do not see what it is: they would refuse what is wrong here. */
static void* volatile somewhere;
static void* at(const void* data, int offset) {
  somewhere = (char*)(uintptr_t)data + offset;
  return somewhere;
}

static unsigned char memory[ODD_ARENA_BYTES + 2 * ODD_ARENA_ALIGNMENT];
static odd_inputs in;
static odd_outputs out, again;

int main(void) {
  unsigned char* arena = memory + ODD_ARENA_ALIGNMENT - (uintptr_t)memory % ODD_ARENA_ALIGNMENT;
  const int64_t class_ = 0;
  uint8_t mask[3] = {1, 1, 1};
  float y[3];
  double self_;
  odd* model = (odd*)memory;
  char words[200];

  if (*odd_last_error())
    ++failures;
  expect(odd_create(NULL), AIC_INVALID_ARGUMENT, "odd: create: the result's address is NULL");
  expect(odd_create_in(arena, ODD_ARENA_BYTES, NULL), AIC_INVALID_ARGUMENT,
         "odd: create_in: the result's address is NULL");
  if (allocations)
    ++failures;
  sprintf(words, "odd: no memory for an instance of %d bytes", ODD_ARENA_BYTES);
  expect(odd_create(&model), AIC_OUT_OF_MEMORY, words);
  if (allocations != 1 || model)
    ++failures;
  expect(odd_create_in(NULL, ODD_ARENA_BYTES, &model), AIC_INVALID_ARGUMENT,
         "odd: create_in: the arena is NULL");
  expect(odd_create_in(arena + 8, ODD_ARENA_BYTES, &model), AIC_INVALID_ARGUMENT,
         "odd: create_in: the arena is not aligned to 64 bytes");
  sprintf(words, "odd: create_in: an arena of %d bytes is too small: it takes %d", ODD_ARENA_BYTES - 1,
          ODD_ARENA_BYTES);
  expect(odd_create_in(arena, ODD_ARENA_BYTES - 1, &model), AIC_INVALID_ARGUMENT, words);
  if (model)
    ++failures;

  /* From here on nothing is allocated, and no byte behind the arena is written. */
  allocations = 0;
  memset(arena + ODD_ARENA_BYTES, 0xa5, 8);
  expect(odd_create_in(arena, ODD_ARENA_BYTES, &model), AIC_OK, "");
  expect(odd_run(NULL, &in, &out), AIC_INVALID_ARGUMENT, "odd: the instance is NULL");
  expect(odd_run(model, NULL, &out), AIC_INVALID_ARGUMENT, "odd: inputs is NULL");
  expect(odd_run(model, &in, NULL), AIC_INVALID_ARGUMENT, "odd: outputs is NULL");
  expect(odd_run_with(model, in.x, &class_, mask, in.half, NULL, at(NULL, 0), &self_, out.half, out.small),
         AIC_INVALID_ARGUMENT, "odd: y is NULL");
  expect(odd_run_with(model, in.x, at(NULL, 0), mask, in.half, NULL, y, &self_, out.half, out.small),
         AIC_INVALID_ARGUMENT, "odd: class is NULL");
  expect(odd_run_with(model, at(in.x, 1), &class_, mask, in.half, NULL, y, &self_, out.half, out.small),
         AIC_INVALID_ARGUMENT, "odd: x is not aligned to its element");
  expect(odd_run_with(model, in.x, &class_, mask, at(out.half, 0), NULL, y, &self_, out.half, out.small),
         AIC_INVALID_ARGUMENT, "odd: output half overlaps half");
  expect(
      odd_run_with(model, in.x, &class_, mask, in.half, NULL, at(in.x, 4 * 426), &self_, out.half, out.small),
      AIC_INVALID_ARGUMENT, "odd: output y overlaps x");
  if (odd_state(model)->runs[0] != 7 || odd_state(NULL))
    ++failures;

  /* An index out of range: the place in the model's text. */
  in.class_[0] = 4;
  if (odd_run(model, &in, &out) != AIC_KERNEL_FAILED || !strstr(odd_last_error(), "odd.graph:") ||
      !strstr(odd_last_error(), ": an index is out of range (dispatch ")) {
    printf("%s\n", odd_last_error());
    ++failures;
  }
  expect(odd_reset(NULL), AIC_INVALID_ARGUMENT, "odd: the instance is NULL");
  expect(odd_reset(model), AIC_OK, "");

  /* An empty input may be NULL. States go on, can be set, and begin anew. */
  in.class_[0] = 3;
  expect(odd_run(model, &in, &out), AIC_OK, "");
  expect(odd_run_with(model, in.x, in.class_, in.mask, in.half, NULL, again.y, again.self_, again.half,
                      again.small),
         AIC_OK, "");
  if (out.self_[0] != 16 || again.self_[0] != 18 || odd_state(model)->runs[0] != 9)
    ++failures;
  odd_state(model)->runs[0] = 7;
  expect(odd_run(model, &in, &again), AIC_OK, "");
  if (again.self_[0] != 16)
    ++failures;
  expect(odd_reset(model), AIC_OK, "");
  expect(odd_run(model, &in, &again), AIC_OK, "");
  if (memcmp(&out, &again, sizeof out))
    ++failures;
  odd_destroy(model);
  odd_destroy(NULL);
  for (int i = 0; i < 8; ++i)
    if (arena[ODD_ARENA_BYTES + i] != 0xa5)
      ++failures;
  if (allocations)
    printf("%d allocations\n", allocations);
  return failures + allocations;
}

/* What a model as a C library (`aic compile --emit c-library`) and the small runtime beneath it agree on.
 *
 * The library holds one aic_embedded_model, read-only data that the compiler made from the plan; its public
 * functions (`odd_create`, `odd_run` ...) call those below with it. The runtime is one object, embedded.c,
 * which needs malloc, free, memcpy and memset of the C library and nothing else: no file, no mapping, no
 * thread.
 *
 * C99, and nothing but <stddef.h> and <stdint.h>. Any change of meaning raises AIC_EMBEDDED_VERSION, which
 * the functions have in their names: a library and a runtime that do not fit do not link.
 */
#ifndef AIC_EMBEDDED_H
#define AIC_EMBEDDED_H

#include "runtime/kernel_abi.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AIC_EMBEDDED_VERSION 2
#define AIC_EMBEDDED_NAME(function) aic_embedded2_##function

/* The most buffers of one dispatch. */
#define AIC_EMBEDDED_MAX_BINDINGS 64

/* Of the memory that holds an instance; its states, its arena and its scratch memory lie at multiples of it.
 */
#define AIC_EMBEDDED_ALIGNMENT 64

/* The first bytes of an instance: aic_embedded_instance. */
#define AIC_EMBEDDED_INSTANCE_BYTES 64

/* A string: where it begins in aic_embedded_model::strings. */
typedef uint32_t aic_embedded_text;

/* An input or an output of an entry. */
typedef struct aic_embedded_tensor {
  uint64_t bytes;
  uint64_t offset; /* in the entry's structure of inputs, or of outputs */
  aic_embedded_text name;
  uint32_t element_bytes; /* its alignment */
} aic_embedded_tensor;

enum {
  AIC_EMBEDDED_INPUT = 0,
  AIC_EMBEDDED_OUTPUT = 1,
  AIC_EMBEDDED_ARENA = 2,
  AIC_EMBEDDED_WEIGHTS = 3,
  AIC_EMBEDDED_STATE = 4
};

typedef struct aic_embedded_binding {
  uint64_t offset;
  int64_t stride; /* of a repeated dispatch: what is added to the offset from one time to the next */
  uint32_t index; /* of the input, output or state */
  uint16_t kind;
  uint16_t writes; /* it writes at least one byte */
} aic_embedded_binding;

typedef struct aic_embedded_dispatch {
  uint32_t kernel; /* index into kernels */
  uint32_t workgroups;
  uint32_t steps;
  uint32_t first_binding, bindings; /* at most AIC_EMBEDDED_MAX_BINDINGS */
  aic_embedded_text name;
  aic_embedded_text location; /* "model.graph:12:7", or "" */
} aic_embedded_dispatch;

/* Dispatches of an entry that run several times, one behind the other. */
typedef struct aic_embedded_repeat {
  uint32_t first, dispatches; /* of those of the entry, from 0 on */
  uint32_t times;
} aic_embedded_repeat;

typedef struct aic_embedded_entry {
  uint32_t first_tensor, inputs, outputs; /* its inputs, then its outputs */
  uint32_t first_dispatch, dispatches;
  uint32_t first_repeat, repeats;
  aic_embedded_text name; /* the prefix of its functions: "odd", "lm_step" */
} aic_embedded_entry;

typedef struct aic_embedded_state {
  uint64_t offset; /* in the structure of states, a multiple of AIC_EMBEDDED_ALIGNMENT */
  uint64_t bytes;
  uint64_t initial;       /* from_weights: where its elements lie there; else the bits of every element */
  uint32_t element_bytes; /* 1, 2, 4 or 8 */
  uint32_t from_weights;
} aic_embedded_state;

/* Something that the kernels need of the CPU. Of an x86-64 one: a bit of what CPUID answers, and the
 * registers that the system must save (bits of XCR0; 0: none beyond those of SSE). Of an AArch64 one: a bit
 * of an entry of the auxiliary vector, whose number is `leaf`. */
enum { AIC_EMBEDDED_HWCAP = 16, AIC_EMBEDDED_HWCAP2 = 26 };
typedef struct aic_embedded_feature {
  uint32_t leaf, subleaf;
  uint32_t reg, bit; /* reg: 0 to 3, EAX EBX ECX EDX */
  uint32_t saved;
  aic_embedded_text name;
} aic_embedded_feature;

typedef struct aic_embedded_model {
  uint64_t entries, states, features; /* how many */
  uint64_t name, cpu;                 /* texts: of the library; of the CPU that it was compiled for */
  uint64_t state_bytes, arena_bytes, scratch_bytes;
  uint64_t instance_bytes; /* AIC_EMBEDDED_INSTANCE_BYTES and those three, each rounded up */
  const char* strings;
  const aic_embedded_feature* feature;
  const aic_embedded_entry* entry;
  const aic_embedded_tensor* tensor;
  const aic_embedded_dispatch* dispatch;
  const aic_embedded_repeat* repeat;
  const aic_embedded_binding* binding;
  const aic_embedded_state* state;
  const aic_kernel_table* kernels;
  const unsigned char* weights; /* aligned to AIC_KERNEL_BUFFER_ALIGNMENT; NULL if there are none */
} aic_embedded_model;

typedef struct aic_embedded_instance aic_embedded_instance;

/* They return an aic_status of aic.h. `instance` may be NULL where a caller gave NULL. */

/* In memory of malloc. Errors: AIC_INVALID_ARGUMENT, AIC_UNSUPPORTED (the CPU), AIC_OUT_OF_MEMORY. */
int AIC_EMBEDDED_NAME(create)(const aic_embedded_model* model, aic_embedded_instance** instance);

/* In the caller's memory: instance_bytes, aligned to AIC_EMBEDDED_ALIGNMENT. */
int AIC_EMBEDDED_NAME(create_in)(const aic_embedded_model* model, void* memory, size_t bytes,
                                 aic_embedded_instance** instance);

void AIC_EMBEDDED_NAME(destroy)(aic_embedded_instance* instance);

/* Runs an entry on the caller's buffers: `buffers` has those of its inputs, then those of its outputs; where
 * it is NULL, they lie in the structures `inputs` and `outputs`. Errors: AIC_INVALID_ARGUMENT, AIC_BUSY,
 * AIC_KERNEL_FAILED, AIC_STATE_LOST. */
int AIC_EMBEDDED_NAME(run)(const aic_embedded_model* model, aic_embedded_instance* instance, uint32_t entry,
                           const void* inputs, void* outputs, void* const* buffers);

/* Where the states lie. NULL for NULL. */
void* AIC_EMBEDDED_NAME(states)(aic_embedded_instance* instance);

/* Gives all states what a new instance's have. Errors: AIC_INVALID_ARGUMENT, AIC_BUSY. */
int AIC_EMBEDDED_NAME(reset)(const aic_embedded_model* model, aic_embedded_instance* instance);

/* The words for the last failure on this thread, "" before the first. */
const char* AIC_EMBEDDED_NAME(last_error)(void);

#ifdef __cplusplus
}
#endif

#endif

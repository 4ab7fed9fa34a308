/* The runtime of a model as a C library: runs its plan on the calling thread. Freestanding C but for four
 * functions of the C library (and getauxval, where that says what the CPU has); made for the CPU's baseline,
 * since it is what finds out whether the kernels may run. */
#include "runtime/embedded/embedded.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

/* Declared here, so that no header of a C library is needed: this file is compiled without one. */
void* malloc(size_t bytes);
void free(void* memory);
void* memcpy(void* to, const void* from, size_t bytes);
void* memset(void* to, int byte, size_t bytes);

/* Of aic.h. */
enum {
  OK = 0,
  INVALID_ARGUMENT = 1,
  UNSUPPORTED = 4,
  OUT_OF_MEMORY = 5,
  BUSY = 6,
  KERNEL_FAILED = 7,
  STATE_LOST = 10
};

struct aic_embedded_instance {
  const aic_embedded_model* model;
  void* allocated; /* what malloc gave, or NULL */
  uint32_t running;
  uint32_t lost; /* a run failed after it had begun to write states */
};
_Static_assert(sizeof(struct aic_embedded_instance) <= AIC_EMBEDDED_INSTANCE_BYTES,
               "an instance begins with it");

/* ---- Messages ---- */

static _Thread_local char last_error[512];

/* A message that is being written. */
typedef struct {
  char* end;
} message;

static message begin(void) {
  message text = {last_error};
  return text;
}

static void add(message* text, const char* words) {
  while (*words && text->end < last_error + sizeof last_error - 1)
    *text->end++ = *words++;
  *text->end = '\0';
}

static void add_number(message* text, uint64_t number) {
  char digits[21];
  char* first = digits + sizeof digits - 1;
  *first = '\0';
  do
    *--first = (char)('0' + number % 10);
  while (number /= 10);
  add(text, first);
}

/* "WHERE: WORDS" */
static int fail(int status, const char* where, const char* words) {
  message text = begin();
  add(&text, where);
  add(&text, ": ");
  add(&text, words);
  return status;
}

/* "WHERE: TENSOR WORDS" */
static int fail_tensor(const char* where, const char* tensor, const char* words) {
  message text = begin();
  add(&text, where);
  add(&text, ": ");
  add(&text, tensor);
  add(&text, words);
  return INVALID_ARGUMENT;
}

const char* AIC_EMBEDDED_NAME(last_error)(void) {
  return last_error;
}

/* ---- The CPU ---- */

#if defined(__x86_64__)
static int has(const aic_embedded_feature* feature) {
  uint32_t r[4] = {0, 0, 0, 0}, highest, b, c, d;
  if (!__get_cpuid_count(feature->leaf, feature->subleaf, &r[0], &r[1], &r[2], &r[3]))
    return 0;
  /* Leaf 7 tells its own highest subleaf; beyond it the registers mean nothing. */
  if (feature->leaf == 7 && feature->subleaf > 0 &&
      (!__get_cpuid_count(7, 0, &highest, &b, &c, &d) || highest < feature->subleaf))
    return 0;
  if (!(r[feature->reg] >> feature->bit & 1))
    return 0;
  if (feature->saved) {
    uint32_t low, high;
    if (!__get_cpuid(1, &r[0], &b, &c, &d) || !(c & (1u << 27))) /* OSXSAVE */
      return 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    if ((low & feature->saved) != feature->saved)
      return 0;
    if (feature->saved & 0x40000) { /* XTILEDATA: Linux saves it for those who ask */
      long result;
      __asm__ volatile("syscall"
                       : "=a"(result)
                       : "a"(158L /* arch_prctl */), "D"(0x1023L /* ARCH_REQ_XCOMP_PERM */), "S"(18L)
                       : "rcx", "r11", "memory");
      return result == 0;
    }
  }
  return 1;
}
#elif defined(__aarch64__)
unsigned long getauxval(unsigned long type);

static int has(const aic_embedded_feature* feature) {
  return (int)(getauxval(feature->leaf) >> feature->bit & 1);
}
#else
#error "how is this CPU asked what it has?"
#endif

static int check_cpu(const aic_embedded_model* model) {
  for (uint64_t f = 0; f < model->features; ++f)
    if (!has(&model->feature[f])) {
      message text = begin();
      add(&text, model->strings + model->name);
      add(&text, ": was compiled for ");
      add(&text, model->strings + model->cpu);
      add(&text, " and needs ");
      add(&text, model->strings + model->feature[f].name);
      add(&text, ", which this CPU does not have");
      return UNSUPPORTED;
    }
  return OK;
}

/* The floating point modes that kernels are promised. */
#if defined(__x86_64__)
static uint64_t set_modes(void) {
  uint32_t before, wanted = 0x1f80;
  __asm__ volatile("stmxcsr %0" : "=m"(before));
  __asm__ volatile("ldmxcsr %0" : : "m"(wanted));
  return before;
}
static void restore_modes(uint64_t before) {
  uint32_t modes = (uint32_t)before;
  __asm__ volatile("ldmxcsr %0" : : "m"(modes));
}
#elif defined(__aarch64__)
static uint64_t set_modes(void) {
  uint64_t before;
  __asm__ volatile("mrs %0, fpcr" : "=r"(before));
  __asm__ volatile("msr fpcr, %0" : : "r"((uint64_t)0));
  return before;
}
static void restore_modes(uint64_t before) {
  __asm__ volatile("msr fpcr, %0" : : "r"(before));
}
#else
#error "which floating point modes does this CPU have?"
#endif

/* ---- An instance ---- */

static uint64_t aligned(uint64_t bytes) {
  return (bytes + AIC_EMBEDDED_ALIGNMENT - 1) / AIC_EMBEDDED_ALIGNMENT * AIC_EMBEDDED_ALIGNMENT;
}

/* Behind the instance: its states, its arena, its scratch memory. */
static unsigned char* states_of(aic_embedded_instance* instance) {
  return (unsigned char*)instance + AIC_EMBEDDED_INSTANCE_BYTES;
}

static void set_states(const aic_embedded_model* model, aic_embedded_instance* instance) {
  for (uint64_t s = 0; s < model->states; ++s) {
    const aic_embedded_state* state = &model->state[s];
    unsigned char* to = states_of(instance) + state->offset;
    if (state->from_weights) {
      memcpy(to, model->weights + state->initial, state->bytes);
      continue;
    }
    if (state->initial == 0) {
      memset(to, 0, state->bytes);
      continue;
    }
    for (uint64_t i = 0; i < state->bytes; i += state->element_bytes)
      memcpy(to + i, &state->initial, state->element_bytes); /* little-endian */
  }
  instance->lost = 0;
}

static aic_embedded_instance* place(const aic_embedded_model* model, void* memory, void* allocated) {
  aic_embedded_instance* instance = memory;
  instance->model = model;
  instance->allocated = allocated;
  instance->running = 0;
  set_states(model, instance);
  return instance;
}

int AIC_EMBEDDED_NAME(create)(const aic_embedded_model* model, aic_embedded_instance** instance) {
  const char* name = model->strings + model->name;
  if (!instance)
    return fail(INVALID_ARGUMENT, name, "create: the result's address is NULL");
  *instance = NULL;
  int status = check_cpu(model);
  if (status)
    return status;
  void* allocated = malloc(model->instance_bytes + AIC_EMBEDDED_ALIGNMENT - 1);
  if (!allocated) {
    message text = begin();
    add(&text, name);
    add(&text, ": no memory for an instance of ");
    add_number(&text, model->instance_bytes);
    add(&text, " bytes");
    return OUT_OF_MEMORY;
  }
  *instance = place(model, (void*)(uintptr_t)aligned((uintptr_t)allocated), allocated);
  return OK;
}

int AIC_EMBEDDED_NAME(create_in)(const aic_embedded_model* model, void* memory, size_t bytes,
                                 aic_embedded_instance** instance) {
  const char* name = model->strings + model->name;
  if (!instance)
    return fail(INVALID_ARGUMENT, name, "create_in: the result's address is NULL");
  *instance = NULL;
  if (!memory)
    return fail(INVALID_ARGUMENT, name, "create_in: the arena is NULL");
  if ((uintptr_t)memory % AIC_EMBEDDED_ALIGNMENT)
    return fail(INVALID_ARGUMENT, name, "create_in: the arena is not aligned to 64 bytes");
  if (bytes < model->instance_bytes) {
    message text = begin();
    add(&text, name);
    add(&text, ": create_in: an arena of ");
    add_number(&text, bytes);
    add(&text, " bytes is too small: it takes ");
    add_number(&text, model->instance_bytes);
    return INVALID_ARGUMENT;
  }
  int status = check_cpu(model);
  if (status)
    return status;
  *instance = place(model, memory, NULL);
  return OK;
}

void AIC_EMBEDDED_NAME(destroy)(aic_embedded_instance* instance) {
  if (instance)
    free(instance->allocated);
}

void* AIC_EMBEDDED_NAME(states)(aic_embedded_instance* instance) {
  return instance ? states_of(instance) : NULL;
}

/* Takes the instance for a run or for its states. */
static int enter(const char* where, aic_embedded_instance* instance) {
  if (!instance)
    return fail(INVALID_ARGUMENT, where, "the instance is NULL");
  if (__atomic_exchange_n(&instance->running, 1, __ATOMIC_ACQUIRE))
    return fail(BUSY, where, "this instance is running already; make one a thread");
  return OK;
}

static void leave(aic_embedded_instance* instance) {
  __atomic_store_n(&instance->running, 0, __ATOMIC_RELEASE);
}

int AIC_EMBEDDED_NAME(reset)(const aic_embedded_model* model, aic_embedded_instance* instance) {
  int status = enter(model->strings + model->name, instance);
  if (status)
    return status;
  set_states(model, instance);
  leave(instance);
  return OK;
}

/* ---- A run ---- */

/* The buffers that a caller gave. */
typedef struct {
  const aic_embedded_model* model;
  const aic_embedded_entry* entry;
  const unsigned char* inputs;
  unsigned char* outputs;
  void* const* buffers;
} given;

static const aic_embedded_tensor* tensor_of(const given* run, uint32_t index) {
  return &run->model->tensor[run->entry->first_tensor + index];
}

/* Of tensor `index` of the entry, outputs behind inputs. */
static unsigned char* data_of(const given* run, uint32_t index) {
  if (run->buffers)
    return run->buffers[index];
  /* Kernels only read inputs; the ABI has one type of pointer for all. */
  unsigned char* base = index < run->entry->inputs ? (unsigned char*)(uintptr_t)run->inputs : run->outputs;
  return base + tensor_of(run, index)->offset;
}

static int overlap(const unsigned char* a, uint64_t a_bytes, const unsigned char* b, uint64_t b_bytes) {
  uintptr_t x = (uintptr_t)a, y = (uintptr_t)b;
  return a_bytes && b_bytes && (x < y ? y - x < a_bytes : x - y < b_bytes);
}

static int check_buffers(const given* run) {
  const aic_embedded_entry* entry = run->entry;
  const char* strings = run->model->strings;
  const char* where = strings + entry->name;
  if (!run->buffers && ((entry->inputs && !run->inputs) || (entry->outputs && !run->outputs)))
    return fail(INVALID_ARGUMENT, where,
                entry->inputs && !run->inputs ? "inputs is NULL" : "outputs is NULL");
  for (uint32_t i = 0; i < entry->inputs + entry->outputs; ++i) {
    const aic_embedded_tensor* tensor = tensor_of(run, i);
    const unsigned char* data = data_of(run, i);
    if (!data && tensor->bytes)
      return fail_tensor(where, strings + tensor->name, " is NULL");
    if ((uintptr_t)data % tensor->element_bytes)
      return fail_tensor(where, strings + tensor->name, " is not aligned to its element");
    for (uint32_t j = 0; i >= entry->inputs && j < i; ++j)
      if (overlap(data, tensor->bytes, data_of(run, j), tensor_of(run, j)->bytes)) {
        message text = begin();
        add(&text, where);
        add(&text, ": output ");
        add(&text, strings + tensor->name);
        add(&text, " overlaps ");
        add(&text, strings + tensor_of(run, j)->name);
        return INVALID_ARGUMENT;
      }
  }
  return OK;
}

static int describe_failure(const given* run, uint32_t index, uint32_t turn, uint32_t workgroup,
                            int32_t code) {
  const aic_embedded_dispatch* dispatch = &run->model->dispatch[run->entry->first_dispatch + index];
  const char* strings = run->model->strings;
  const char* location = strings + dispatch->location;
  message text = begin();
  add(&text, strings + run->entry->name);
  add(&text, ": ");
  add(&text, location);
  add(&text, *location ? ": " : "");
  add(&text, strings + dispatch->name);
  add(&text, code == AIC_KERNEL_INDEX_OUT_OF_RANGE ? ": an index is out of range"
             : code == AIC_KERNEL_DIVISION_BY_ZERO ? ": an integer is divided by zero"
             : code == AIC_KERNEL_INTEGER_OVERFLOW ? ": an i64 leaves 32 bits"
                                                   : ": its kernel failed");
  add(&text, " (dispatch ");
  add_number(&text, turn);
  add(&text, ", workgroup ");
  add_number(&text, workgroup);
  add(&text, ")");
  return KERNEL_FAILED;
}

/* Whether one of the entry's first `count` dispatches writes a state. */
static int writes_state(const given* run, uint32_t count) {
  for (uint32_t d = 0; d < count; ++d) {
    const aic_embedded_dispatch* dispatch = &run->model->dispatch[run->entry->first_dispatch + d];
    for (uint32_t b = 0; b < dispatch->bindings; ++b) {
      const aic_embedded_binding* binding = &run->model->binding[dispatch->first_binding + b];
      if (binding->kind == AIC_EMBEDDED_STATE && binding->writes)
        return 1;
    }
  }
  return 0;
}

/* Resolves the buffers of a dispatch that runs for the `time`th time, from 0 on. */
static void find_buffers(const given* run, const aic_embedded_dispatch* dispatch, uint32_t time,
                         unsigned char* states, void** buffers) {
  const aic_embedded_model* model = run->model;
  for (uint32_t b = 0; b < dispatch->bindings; ++b) {
    const aic_embedded_binding* binding = &model->binding[dispatch->first_binding + b];
    const uint64_t offset = binding->offset + (uint64_t)binding->stride * time;
    unsigned char* base = NULL;
    switch (binding->kind) {
    case AIC_EMBEDDED_INPUT:
      base = data_of(run, binding->index);
      break;
    case AIC_EMBEDDED_OUTPUT:
      base = data_of(run, run->entry->inputs + binding->index);
      break;
    case AIC_EMBEDDED_ARENA:
      base = states + aligned(model->state_bytes);
      break;
    case AIC_EMBEDDED_WEIGHTS:
      base = (unsigned char*)(uintptr_t)model->weights;
      break;
    default:
      base = states + model->state[binding->index].offset;
    }
    buffers[b] = base ? base + offset : base;
  }
}

/* Runs the entry's dispatch `d` for the `time`th time; `turn` dispatches have run in all, and all of the
 * entry's first `ran`. */
static int run_dispatch(const given* run, aic_embedded_instance* instance, aic_kernel_env* env, uint32_t d,
                        uint32_t time, uint32_t turn, uint32_t ran) {
  const aic_embedded_dispatch* dispatch = &run->model->dispatch[run->entry->first_dispatch + d];
  const aic_kernel_fn kernel = run->model->kernels->functions[dispatch->kernel];
  void* buffers[AIC_EMBEDDED_MAX_BINDINGS];
  find_buffers(run, dispatch, time, states_of(instance), buffers);
  for (env->step = 0; env->step < dispatch->steps; ++env->step)
    for (uint32_t i = 0; i < dispatch->workgroups; ++i) {
      /* There and back: what a step read last is still in the cache when the next one begins. */
      uint32_t workgroup = env->step % 2 ? dispatch->workgroups - 1 - i : i;
      int32_t code = kernel(buffers, workgroup, env);
      if (code) {
        instance->lost = (uint32_t)writes_state(run, ran);
        return describe_failure(run, d, turn, workgroup, code);
      }
    }
  return OK;
}

static int run_dispatches(const given* run, aic_embedded_instance* instance) {
  const aic_embedded_model* model = run->model;
  aic_kernel_env env = {AIC_KERNEL_ABI_VERSION, 0, 1, 0, NULL};
  if (model->scratch_bytes)
    env.scratch = states_of(instance) + aligned(model->state_bytes) + aligned(model->arena_bytes);
  uint32_t turn = 0, repeat = 0;
  for (uint32_t first = 0; first < run->entry->dispatches;) {
    aic_embedded_repeat part = {first, 1, 1};
    if (repeat < run->entry->repeats && model->repeat[run->entry->first_repeat + repeat].first == first)
      part = model->repeat[run->entry->first_repeat + repeat++];
    const uint32_t end = first + part.dispatches;
    for (uint32_t time = 0; time < part.times; ++time)
      for (uint32_t d = first; d < end; ++d, ++turn) {
        int status = run_dispatch(run, instance, &env, d, time, turn, time ? end : d);
        if (status)
          return status;
      }
    first = end;
  }
  return OK;
}

int AIC_EMBEDDED_NAME(run)(const aic_embedded_model* model, aic_embedded_instance* instance, uint32_t entry,
                           const void* inputs, void* outputs, void* const* buffers) {
  const given run = {model, &model->entry[entry], inputs, outputs, buffers};
  const char* where = model->strings + run.entry->name;
  int status = enter(where, instance);
  if (status)
    return status;
  if (instance->model != model)
    status = fail(INVALID_ARGUMENT, where, "this instance is of another model");
  else if (instance->lost)
    status = fail(STATE_LOST, where, "a run failed after it had begun to write states: reset them");
  else
    status = check_buffers(&run);
  if (!status) {
    uint64_t modes = set_modes();
    status = run_dispatches(&run, instance);
    restore_modes(modes);
  }
  leave(instance);
  return status;
}

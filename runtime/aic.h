/* aic.h: runs models that `aic compile` made.
 *
 *   aic_model* model;
 *   aic_session* session;
 *   if (aic_model_open("model.aic", 0, &model) != AIC_OK || aic_session_create(model, 0, &session) != AIC_OK)
 *     return fprintf(stderr, "%s\n", aic_last_error()), 1;
 *   aic_input in = {pixels, sizeof pixels};
 *   aic_output out = {logits, sizeof logits};
 *   if (aic_session_run(session, &in, 1, &out, 1) != AIC_OK) ...
 *
 * Entries and state. A model may hold several functions, its entries, which share weights and states: tensors
 * that a session keeps from run to run. What a run of any entry leaves in a state, the next run finds:
 *
 *   uint32_t prefill, step;
 *   if (aic_model_find_entry(model, "prefill", &prefill) != AIC_OK || ...
 *   aic_session_run_entry(session, prefill, in, 2, &out, 1); // the text so far
 *   aic_session_run_entry(session, step, in, 2, &out, 1);    // one word more
 *   size_t bytes = aic_session_saved_bytes(session);
 *   void* parked = malloc(bytes);
 *   aic_session_save_states(session, parked, bytes);         // to go on later, in any session of the model
 *   aic_session_reset_state(session, AIC_ALL_STATES);        // another text
 *
 * A model with one entry and no state needs none of that: functions that name no entry mean the first.
 *
 * The library needs libc and threads, nothing else; Vulkan's library is loaded when a session or a list of
 * devices asks for it, and may be missing. It never prints, never aborts, raises no C++ exception.
 * C99 and C++.
 *
 * Ownership. A model owns the mapped file; a session owns the working memory of one run at a time. What the
 * getters return (names, shapes, feature lists) belongs to the model and lives as long as it does. A session
 * keeps its model alive: the two may be closed in either order.
 *
 * Threads. A model may be used by any number of threads at once. A session is for one thread at a time; a run
 * that meets another run on the same session returns AIC_BUSY, as does what reads or writes its states.
 * Sessions, of one model or of many, may run at the same time. All sessions of a process share one pool of
 * threads; when others hold its threads, a run goes on with those that it can get, at least the caller's own.
 * The results of a run on the CPU are the same, bit for bit, for every number of threads.
 *
 * Structures. aic_input and aic_output stay as they are. Every other structure may get more fields at its end
 * and begins with struct_bytes, its size in the program that hands it over: C++ sets that by itself, C with
 * AIC_INIT(&structure), which also zeroes the rest. So a program and a library of different ages understand
 * each other. The library reads and writes no byte beyond struct_bytes. A structure that is filled in comes
 * back with the bytes that the library knew in struct_bytes, and zeros behind them. Options that the library
 * does not know must be zero, else it says so (AIC_INVALID_ARGUMENT); fields added later mean nothing when
 * they are zero.
 *
 * The pool's threads start with the first session that needs them and end with the last one: then the process
 * has none of ours, and the shared library may be unloaded. They have the affinity and the scheduling class
 * of the process's first thread, as those are when they start; what the calling thread has is its own. Where
 * other programs want the CPUs too, a run uses fewer threads for a while, if that is faster. Between runs
 * that follow each other closely they wait on their CPUs, else they sleep: aic_set_threading says how long,
 * on which CPUs, by whom they are started, or that the host's own pool does their work.
 *
 * Memory, stack, descriptors, modes. What a session takes is allocated when it is made, and
 * aic_model_requirements says it before; aic_set_allocator says where from. A call of this library, a run
 * included, needs AIC_STACK_BYTES of the calling thread's stack at most (of which kernels have up to some
 * 110 KiB; musl's threads have 128 KiB where nothing is said), but for Vulkan, whose drivers need what they
 * need. No file descriptor is held: a model's file is closed again when it is mapped. Kernels compute in the
 * default floating point modes (rounding to nearest, subnormals kept, exceptions masked) whatever modes the
 * calling thread has, which it gets back after a run; the exception flags of a run are not reported.
 *
 * Signals and fork. The pool's threads block all signals but those of faults (SIGSEGV, SIGBUS, SIGFPE,
 * SIGILL, SIGSYS, SIGTRAP, SIGABRT), which the host's handlers get. After fork() the child has no pool
 * threads: sessions made before it work there on the calling thread alone (one whose run was under way in
 * another thread stays AIC_BUSY), and sessions made in the child start threads again. A Vulkan session made
 * before fork() returns AIC_DEVICE_LOST in the child; new ones may be made there.
 *
 * Trust. Header, plan and code of a model.aic are checked before anything is used: bad bytes give a status,
 * never a crash. The weights are numbers; aic_model_verify_weights reads and checks them. The file
 * holds native code, which runs with the rights of the process: open only files from those whose programs you
 * would run. The file is mapped: another program that truncates it while a model is open makes this process
 * die of SIGBUS (replacing it by rename, as `aic compile` does, is safe).
 */
#ifndef AIC_H
#define AIC_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this header, which the library's file name ends in; aic_version() is that of the library. A
 * larger major number (the library's soname ends in it) means that programs have to be compiled anew. */
#define AIC_VERSION_MAJOR 0
#define AIC_VERSION_MINOR 1
#define AIC_VERSION_PATCH 0

#if defined(__GNUC__)
#define AIC_API __attribute__((visibility("default")))
#else
#define AIC_API
#endif

/* Zeroes a structure of this header, but for struct_bytes, which becomes its size. */
#define AIC_INIT(structure) aic_struct_init((structure), sizeof *(structure))
static inline void aic_struct_init(void* structure, size_t bytes) {
  const uint32_t struct_bytes = (uint32_t)bytes;
  memset(structure, 0, bytes);
  memcpy(structure, &struct_bytes, sizeof struct_bytes);
}

/* The first field of such a structure. (None of them ends in padding, so a new field makes it larger.) */
#ifdef __cplusplus
#define AIC_STRUCT_BYTES(type) uint32_t struct_bytes = sizeof(type)
#else
#define AIC_STRUCT_BYTES(type) uint32_t struct_bytes
#endif

/* ---- Failures
 * ------------------------------------------------------------------------------------------------- */

/* Every function that can fail returns one of these, and aic_last_error() then says what, where and what to
 * do. The numbers never change; new ones may be added. On failure the output arguments are set to NULL or
 * zero. */
#ifndef AIC_STATUS_DEFINED /* by the header of a model as a C library, which has the same */
#define AIC_STATUS_DEFINED
typedef enum aic_status {
  AIC_OK = 0,
  AIC_INVALID_ARGUMENT =
      1,               /* the caller's fault: NULL, an index, a count, a size or an alignment that is wrong */
  AIC_CANNOT_READ = 2, /* the file cannot be opened or read */
  AIC_INVALID_ARTIFACT = 3, /* not a model.aic, or a damaged one */
  AIC_UNSUPPORTED =
      4, /* sound, but not for this runtime or this CPU: another format version, a missing feature */
  AIC_OUT_OF_MEMORY = 5, /* memory could not be had */
  AIC_BUSY = 6,          /* the session is running, in another thread or below the trace callback that asks */
  AIC_KERNEL_FAILED = 7, /* a kernel refused its data (an index out of range); outputs are unspecified */
  AIC_SYSTEM = 8, /* the operating system refused something else: a thread, a mapping, loading the code */
  AIC_DEVICE_LOST = 9, /* the driver gave the device up (a hang, a reset); the session runs no more */
  AIC_STATE_LOST = 10, /* a run failed after it had begun to write states: reset them or load them */
  AIC_CANCELLED = 11,  /* the run was cancelled, or took longer than its limit; outputs are unspecified */
  AIC_REFUSED = 12     /* the program's own hook refused the file (aic_open_options) */
} aic_status;
#endif

/* The message of the last call on this thread that failed: one line, no newline, never NULL ("" if none
 * failed yet). Valid until the next call on this thread fails. A call that succeeds leaves it alone. */
AIC_API const char* aic_last_error(void);

/* The name of an aic_status ("AIC_BUSY"), "AIC_?" for any other number. */
AIC_API const char* aic_status_name(uint32_t status);

/* The runtime's version, such as "0.1.0". */
AIC_API const char* aic_version(void);

/* ---- Memory
 * --------------------------------------------------------------------------------------------------- */

/* Where the library's memory comes from: objects, tables, sessions' arenas, states and scratch, copies of
 * weights. What must be the system's is not among it: the mapped file, the pages of a model's code, threads'
 * stacks (aic_threading::create), and what C's library and Vulkan's drivers allocate for themselves. */
typedef struct aic_allocator {
  AIC_STRUCT_BYTES(aic_allocator);
  uint32_t reserved; /* 0 */
  void* user;        /* for the functions */
  /* `bytes` bytes (1 at least) at a multiple of `alignment` (a power of two up to 2 MiB), or NULL. The
   * library zeroes them. From any thread. */
  void* (*allocate)(void* user, size_t bytes, size_t alignment);
  /* Gives back what `allocate` gave for so many bytes. */
  void (*release)(void* user, void* memory, size_t bytes);
} aic_allocator;

/* Has all memory come from there, or with NULL from the C library and the system again; copied. For the whole
 * process; call it while no other thread is in this library. Errors: AIC_INVALID_ARGUMENT (a function is
 * NULL; an option that this library does not know), AIC_BUSY (something is allocated: a model, a session or a
 * list of devices is open). */
AIC_API aic_status aic_set_allocator(const aic_allocator* allocator);

/* The stack that a call of this library needs. */
#define AIC_STACK_BYTES 262144u

/* ---- Models
 * --------------------------------------------------------------------------------------------------- */

typedef struct aic_model aic_model;

/* Flags of aic_model_open. INSPECT: check and describe the file, but do not ask that this machine can run it
 * and do not load its code. No session can be made from such a model. VERIFY: read all weights and compare
 * their checksum, as aic_model_verify_weights does; without it damaged weights are computed with. PRELOAD:
 * have the weights in memory when this returns, not when runs first read them: the first run takes no longer
 * than others. LOCK: keep them there too (mlock), for as long as the model is open; this counts against the
 * process's limit (RLIMIT_MEMLOCK), and locks are the pages', so what else of them the caller of
 * aic_model_open_memory has locked ends with the model. */
enum { AIC_OPEN_INSPECT = 1, AIC_OPEN_VERIFY = 2, AIC_OPEN_PRELOAD = 4, AIC_OPEN_LOCK = 8 };

/* Opens a model file and maps it. Header, plan and code are read and checked; the weights are not read but
 * with AIC_OPEN_VERIFY. The model must hold code for this CPU, or for Vulkan: whether there is a device
 * for that is found out when a session is made. Errors: AIC_CANNOT_READ, AIC_INVALID_ARTIFACT,
 * AIC_UNSUPPORTED, AIC_OUT_OF_MEMORY, AIC_SYSTEM (the system lets no memory become code, or lets so much not
 * be locked). */
AIC_API aic_status aic_model_open(const char* path, uint32_t flags, aic_model** model);

/* The same, from `bytes` bytes at `data`, which must stay and not change until the model and all its sessions
 * are closed. If `data` is not 64-byte aligned, the weights are copied. */
AIC_API aic_status aic_model_open_memory(const void* data, size_t bytes, uint32_t flags, aic_model** model);

/* Who signed a file (`aic sign`), by its own account. */
typedef enum aic_signature_kind { AIC_SIGNATURE_NONE = 0, AIC_SIGNATURE_ED25519 = 1 } aic_signature_kind;

/* ED25519: `signature` is that of 64 bytes: "aic model signature, version 1\n" with a zero behind it (32
 * bytes), and the SHA-256 of the `bytes` bytes at `data`, which are all of the file before its signature.
 * That it is good, and that the key is one that you trust, the library does not know. */
typedef struct aic_signature {
  AIC_STRUCT_BYTES(aic_signature);
  aic_signature_kind kind;
  const void* data;         /* the file's bytes, as long as the model is open */
  uint64_t bytes;           /* those that are signed; NONE: all of the file's */
  const uint8_t* key;       /* the signer's public key, 32 bytes; NONE: NULL */
  const uint8_t* signature; /* 64 bytes; NONE: NULL */
} aic_signature;

/* Of an open model. Errors: AIC_INVALID_ARGUMENT (NULL). */
AIC_API aic_status aic_model_signature(const aic_model* model, aic_signature* signature);

/* Returns 0 if the file may be opened. Called after the header's checks, before any of the code is copied or
 * made executable and before the weights are read. */
typedef int (*aic_verify_fn)(void* user, const aic_signature* signature);

/* How a model is to be opened. Begin with AIC_INIT. */
typedef struct aic_open_options {
  AIC_STRUCT_BYTES(aic_open_options);
  uint32_t flags;   /* as aic_model_open's */
  const char* path; /* a file, or NULL: the bytes at `data`, as aic_model_open_memory has them */
  const void* data;
  size_t bytes;
  aic_verify_fn verify; /* may refuse it; NULL: nobody asks */
  void* user;           /* for verify */
} aic_open_options;

/* As aic_model_open. (Who may write to a file that is mapped can change it after it was verified: where that
 * matters, read it into memory first.) Errors, besides: AIC_REFUSED, AIC_INVALID_ARGUMENT (not one of path
 * and data; an option that this library does not know). */
AIC_API aic_status aic_model_open_with(const aic_open_options* options, aic_model** model);

/* Closes a model; NULL is allowed. Its memory goes when its last session is closed too. */
AIC_API void aic_model_close(aic_model* model);

/* Reads all weights and compares their checksum. Errors: AIC_INVALID_ARTIFACT. */
AIC_API aic_status aic_model_verify_weights(const aic_model* model);

/* Little-endian; bf16 is the upper half of f32; bool is one byte, 0 or 1. */
typedef enum aic_element_type {
  AIC_F32 = 0,
  AIC_F16 = 1,
  AIC_BF16 = 2,
  AIC_F64 = 3,
  AIC_BOOL = 4,
  AIC_I8 = 5,
  AIC_U8 = 6,
  AIC_I16 = 7,
  AIC_I32 = 8,
  AIC_I64 = 9
} aic_element_type;

#define AIC_WEIGHTS_I4 15

/* For an aic_element_type: the bytes of one element, and its name as the graph language spells it ("f32").
 * For any other number 0 and "?". */
AIC_API size_t aic_element_bytes(uint32_t type);
AIC_API const char* aic_element_name(uint32_t type);

/* An input or an output of an entry: row-major, dense. */
typedef struct aic_tensor_info {
  AIC_STRUCT_BYTES(aic_tensor_info);
  const char* name;
  aic_element_type type;
  uint32_t rank;        /* 0 for a scalar */
  const int64_t* shape; /* rank dimensions, outermost first */
  uint64_t bytes;       /* of the whole tensor */
} aic_tensor_info;

/* Of the first entry: how many (0 if model is NULL), and which one. Errors: AIC_INVALID_ARGUMENT (no such
 * index). */
AIC_API uint32_t aic_model_input_count(const aic_model* model);
AIC_API uint32_t aic_model_output_count(const aic_model* model);
AIC_API aic_status aic_model_input(const aic_model* model, uint32_t index, aic_tensor_info* info);
AIC_API aic_status aic_model_output(const aic_model* model, uint32_t index, aic_tensor_info* info);

/* A function of the model. The graph's dimensions that have names have values here: entries of one name are
 * one graph in several sizes. */
typedef struct aic_entry_info {
  AIC_STRUCT_BYTES(aic_entry_info);
  uint32_t dim_count;
  const char* name; /* the graph's */
  uint32_t input_count;
  uint32_t output_count;
  const char* const* dim_names; /* dim_count of each */
  const int64_t* dim_values;
} aic_entry_info;

/* How many entries there are (0 if model is NULL; else at least one), and which one. Errors:
 * AIC_INVALID_ARGUMENT (no such index). */
AIC_API uint32_t aic_model_entry_count(const aic_model* model);
AIC_API aic_status aic_model_entry(const aic_model* model, uint32_t entry, aic_entry_info* info);
AIC_API aic_status aic_model_entry_input(const aic_model* model, uint32_t entry, uint32_t index,
                                         aic_tensor_info* info);
AIC_API aic_status aic_model_entry_output(const aic_model* model, uint32_t entry, uint32_t index,
                                          aic_tensor_info* info);

/* The entry of a name: "step", or "resnet50[N=8]" where the name alone is that of several; of their
 * dimensions as many as tell them apart, "[N=8,S=64]", in any order. Errors: AIC_INVALID_ARGUMENT (there is
 * none, or there are several: the message lists the entries). */
AIC_API aic_status aic_model_find_entry(const aic_model* model, const char* name, uint32_t* entry);

/* A tensor that every session of the model has of its own and keeps from run to run: row-major, dense. */
typedef struct aic_state_info {
  AIC_STRUCT_BYTES(aic_state_info);
  const char* name; /* the full one: "blocks.0.attention.keys" */
  aic_element_type type;
  uint32_t rank;
  const int64_t* shape;
  uint64_t bytes;      /* of the whole tensor */
  const void* initial; /* a new session's: all elements, aligned like the weights; NULL: each is `value` */
  uint64_t value;      /* the bits of an element, in the low bytes */
} aic_state_info;

/* How many states there are (0 if model is NULL), and which one. Errors: AIC_INVALID_ARGUMENT (no such
 * index). */
AIC_API uint32_t aic_model_state_count(const aic_model* model);
AIC_API aic_status aic_model_state(const aic_model* model, uint32_t state, aic_state_info* info);

/* ---- Sessions
 * ------------------------------------------------------------------------------------------------- */

typedef struct aic_session aic_session;

/* The largest number of threads that a session may ask for. */
#define AIC_MAX_THREADS 256

/* How the library's threads are started and what they do; for the whole process. aic_threading_init fills it
 * with what holds where nothing is said. */

/* Starts a thread that calls body(argument), with a stack of at least stack_bytes bytes (0: the usual), and
 * puts what is to be joined into *thread. Returns 0, or an errno value. The other waits until the thread has
 * ended, and is called once for each. Both are called while the library holds a lock: they must not call it.
 */
typedef int (*aic_thread_create_fn)(void* user, void* (*body)(void* argument), void* argument,
                                    size_t stack_bytes, void** thread);
typedef void (*aic_thread_join_fn)(void* user, void* thread);

/* Calls body(context, i) once for each i in [0, count), on whichever threads, at once or one after another,
 * and returns when all of these calls have returned. body raises nothing, and needs the stack of a run. */
typedef void (*aic_parallel_for_fn)(void* user, uint32_t count, void (*body)(void* context, uint32_t index),
                                    void* context);

typedef struct aic_threading {
  AIC_STRUCT_BYTES(aic_threading);
  /* The CPUs that the threads may run on. cpu_count is 0: those of the process's first thread. */
  uint32_t cpu_count;
  const uint32_t* cpus;
  /* Of the threads, at most 15 bytes. NULL: "aic-worker", or as `create` names them. */
  const char* name;
  /* How long at most a thread that has done its part of a run waits on its CPU for the next one before it
   * sleeps. As runs come later than that, it sleeps ever sooner. To wake it costs the next run some 50
   * microseconds. 0: it sleeps at once. */
  uint64_t spin_ns;
  /* After so long without work a thread ends. 0: it stays as long as there are sessions. */
  uint64_t idle_ns;
  /* For the functions below. */
  void* user;
  /* NULL: the library starts its threads itself. Else the host does: their scheduling and their signals are
   * its business, and so are their CPUs where cpu_count is 0. */
  aic_thread_create_fn create;
  aic_thread_join_fn join;
  /* NULL, or what runs the workgroups of a session's dispatches in the place of threads of the library's;
   * `count` is at most the session's number of threads. An operator in steps, such as an LSTM, runs on the
   * calling thread if a step takes less than 100 microseconds. */
  aic_parallel_for_fn parallel_for;
} aic_threading;

#define AIC_SPIN_DEFAULT_NS 500000u
static inline void aic_threading_init(aic_threading* threading) {
  if (!threading)
    return;
  AIC_INIT(threading);
  threading->spin_ns = AIC_SPIN_DEFAULT_NS;
}

/* Says it, or with NULL goes back to what holds where nothing is said; copied. It holds for sessions that are
 * made from now on. Errors: AIC_INVALID_ARGUMENT (create without join, or the reverse; a name that is too
 * long; a CPU above 1023; an option that this library does not know), AIC_BUSY (sessions have threads). */
AIC_API aic_status aic_set_threading(const aic_threading* threading);

/* Ends the threads that have nothing to do, and returns when they are gone. The next run that wants them
 * starts them again, which takes it some 50 microseconds each, and allocates their stacks; where one cannot
 * be started it goes on without. */
AIC_API void aic_end_idle_threads(void);

/* Makes a session on the CPU, or on the first Vulkan device if the model has no code for this CPU. It runs on
 * up to `threads` threads, the caller's included; 0 asks for one per CPU that the calling thread may run on,
 * but no more than the process's control groups allow (a container's CPU quota), and than can be started.
 * Allocates all that its runs need: a run allocates nothing. Errors: AIC_INVALID_ARGUMENT (threads >
 * AIC_MAX_THREADS; a model opened with AIC_OPEN_INSPECT), AIC_OUT_OF_MEMORY, AIC_SYSTEM (a thread of the
 * number asked for cannot be started). */
AIC_API aic_status aic_session_create(aic_model* model, uint32_t threads, aic_session** session);

/* What runs a session. */
typedef enum aic_target_kind { AIC_TARGET_CPU = 0, AIC_TARGET_VULKAN = 1 } aic_target_kind;

/* How a session is to run. Fill it with aic_session_options_init, then change what matters. */
typedef struct aic_session_options {
  AIC_STRUCT_BYTES(aic_session_options);
  uint32_t device;       /* an aic_target_kind, or AIC_DEVICE_ANY: the CPU if the model has code for it */
  uint32_t threads;      /* CPU: as in aic_session_create. Vulkan: those that prepare its shaders */
  uint32_t device_index; /* Vulkan: of aic_device_list_device, or AIC_DEVICE_ANY: the first that can run */
  const char* variant;   /* Vulkan: NULL, or the variant that each kernel which has it must use; "floor" is
                          * always there; a variant that no kernel has, or the device lacks, is an error */
  uint32_t flags;        /* AIC_SESSION_PROFILE */
  uint32_t reserved;     /* 0 */
} aic_session_options;

#define AIC_DEVICE_ANY 0xffffffffu

/* PROFILE: the trace callback gets each dispatch's time on the device, from its timestamps, after the whole
 * run, without buffers. Without it, a traced Vulkan session runs one dispatch after another, and the
 * callback gets copies of the buffers: for checking, not for timing. The CPU ignores it. */
enum { AIC_SESSION_PROFILE = 1 };

/* The defaults: any device, one thread per CPU. NULL is allowed. Compiled into the program, whose size of the
 * structure it knows. */
static inline void aic_session_options_init(aic_session_options* options) {
  if (!options)
    return;
  AIC_INIT(options);
  options->device = AIC_DEVICE_ANY;
  options->device_index = AIC_DEVICE_ANY;
}

/* As aic_session_create. Errors, besides: AIC_INVALID_ARGUMENT (an option that this library does not know),
 * AIC_UNSUPPORTED (the model has no code for that device; no such device; what the device lacks),
 * AIC_DEVICE_LOST. */
AIC_API aic_status aic_session_create_with(aic_model* model, const aic_session_options* options,
                                           aic_session** session);

/* What a session takes. */
typedef struct aic_requirements {
  AIC_STRUCT_BYTES(aic_requirements);
  uint32_t threads;     /* the caller's included; those beside it are shared by all sessions */
  uint64_t arena_bytes; /* working memory of a run */
  uint64_t state_bytes;
  uint64_t scratch_bytes; /* of all threads */
  uint64_t other_bytes;   /* the session itself, and tables of pointers */
  uint64_t stack_bytes;   /* of a thread that makes or runs it: AIC_STACK_BYTES */
  uint64_t reserved;      /* 0 */
  uint64_t total_bytes;   /* arena, states, scratch and other: what an aic_allocator is asked for */
} aic_requirements;

/* What aic_session_create_with would take, which allocates nothing. On Vulkan that is the device's affair.
 * Errors: those of its arguments; AIC_UNSUPPORTED (Vulkan; no code for that device). */
AIC_API aic_status aic_model_requirements(const aic_model* model, const aic_session_options* options,
                                          aic_requirements* requirements);

/* Closes a session; NULL is allowed. It must not be running. */
AIC_API void aic_session_close(aic_session* session);

/* The number of threads that the session was made for (0 if session is NULL). */
AIC_API uint32_t aic_session_threads(const aic_session* session);

/* The caller's memory for one input or output. bytes must equal the tensor's; data must be aligned to its
 * element and may be NULL only if bytes is 0. */
typedef struct aic_input {
  const void* data;
  size_t bytes;
} aic_input;
typedef struct aic_output {
  void* data;
  size_t bytes;
} aic_output;

/* Runs the first entry: one aic_input per input and one aic_output per output, in the entry's order. Returns
 * when all outputs are written. Outputs may overlap neither inputs nor each other. Errors:
 * AIC_INVALID_ARGUMENT (nothing was run), AIC_BUSY, AIC_STATE_LOST (nothing was run), AIC_KERNEL_FAILED (the
 * message names the operator and its source location), AIC_CANCELLED; on Vulkan also AIC_UNSUPPORTED (an i64
 * that does not fit in its 32 bits; nothing was run), AIC_DEVICE_LOST. */
AIC_API aic_status aic_session_run(aic_session* session, const aic_input* inputs, uint32_t input_count,
                                   const aic_output* outputs, uint32_t output_count);

/* The same of any entry. Entries of a session run one at a time, as all its runs do. */
AIC_API aic_status aic_session_run_entry(aic_session* session, uint32_t entry, const aic_input* inputs,
                                         uint32_t input_count, const aic_output* outputs,
                                         uint32_t output_count);

/* Ends the run that is under way in another thread, or below the trace callback that calls: it returns
 * AIC_CANCELLED. On the CPU threads look before each workgroup, some microseconds of work, and the operator
 * that is under way is given up; what Vulkan has begun it ends: there the run stops before it is handed over,
 * and before each step of a trace. A run that has got to its end by then returns AIC_OK. Where none is under
 * way nothing happens; the next run is not touched. May be called in a signal handler. Errors:
 * AIC_INVALID_ARGUMENT (NULL).
 *
 * States are as before the run, if no operator that writes one had begun; else they are lost (see below). */
AIC_API aic_status aic_session_cancel(aic_session* session);

/* The time that each run may take from now on, in nanoseconds of CLOCK_MONOTONIC; 0, as a new session has it:
 * as much as it needs. A run that takes longer ends as one that is cancelled. Errors: AIC_INVALID_ARGUMENT
 * (NULL), AIC_BUSY. */
AIC_API aic_status aic_session_set_time_limit(aic_session* session, uint64_t nanoseconds);

/* ---- States
 * --------------------------------------------------------------------------------------------------- */

/* A new session's states are what the model says: zeros, another number, or a tensor of the weights. Runs
 * change them, and these functions, which allocate nothing and are called between runs (AIC_BUSY during one).
 * `data` need not be aligned, and may be NULL where bytes is 0.
 *
 * After a run that failed the states are as they were before it, if what failed stands before all operators
 * that write one. (Compiled models look at positions and lengths first.) On Vulkan what stands behind the
 * first write runs all the same: if something failed there, they are as they were only if every operator that
 * writes one has itself failed. Else they are lost: runs, reads and saves return AIC_STATE_LOST until all
 * states are reset or loaded, or each is written. No other call fails for that. */

/* Copies a state out, or in: all of its bytes, as many as aic_state_info says. Errors: AIC_INVALID_ARGUMENT
 * (no such index, another size), AIC_BUSY, AIC_STATE_LOST (reading); on Vulkan also AIC_UNSUPPORTED (an i64
 * that does not fit in its 32 bits; nothing was written), AIC_DEVICE_LOST and AIC_OUT_OF_MEMORY (a state that
 * was to be written is lost then). */
AIC_API aic_status aic_session_read_state(aic_session* session, uint32_t state, void* data, size_t bytes);
AIC_API aic_status aic_session_write_state(aic_session* session, uint32_t state, const void* data,
                                           size_t bytes);

/* Makes a state, or AIC_ALL_STATES, what a new session's is. Errors: those of writing. */
#define AIC_ALL_STATES 0xffffffffu
AIC_API aic_status aic_session_reset_state(aic_session* session, uint32_t state);

/* All states as bytes, aic_session_saved_bytes(session) of them (0 if session is NULL): to rewind a session,
 * to go on in another one or in another process. They are loaded by every session whose model has states of
 * the same names, types and shapes, on whichever device; the weights may be others. What is not such bytes,
 * or is damaged, changes nothing. Errors: those of reading and writing; AIC_UNSUPPORTED (saved by a newer
 * library). */
AIC_API size_t aic_session_saved_bytes(const aic_session* session);
AIC_API aic_status aic_session_save_states(aic_session* session, void* data, size_t bytes);
AIC_API aic_status aic_session_load_states(aic_session* session, const void* data, size_t bytes);

/* ---- Tracing
 * -------------------------------------------------------------------------------------------------- */

/* Called after each dispatch of a run, on the thread that called aic_session_run. `dispatch` is that of the
 * entry that runs, `nanoseconds` its wall time. `buffers` are those of aic_model_entry_binding, in its order,
 * and must not be written to. */
typedef void (*aic_trace_fn)(void* user, uint32_t dispatch, uint64_t nanoseconds, void* const* buffers,
                             uint32_t buffer_count);

/* Sets the session's trace callback, or removes it (NULL). Errors: AIC_BUSY. */
AIC_API aic_status aic_session_set_trace(aic_session* session, aic_trace_fn fn, void* user);

/* What a session runs on and how; strings live as long as the session. Errors: AIC_INVALID_ARGUMENT (NULL).
 */
typedef struct aic_session_info {
  AIC_STRUCT_BYTES(aic_session_info);
  aic_target_kind device;
  const char* device_name; /* Vulkan: "llvmpipe (LLVM 15.0.6, 256 bits)"; CPU: "CPU" */
  const char* driver;      /* Vulkan: the driver's name and version; CPU: "" */
  uint32_t target;         /* index of the model's target */
  uint32_t threads;
  uint32_t dispatch_count;   /* of the first entry */
  uint32_t barrier_count;    /* Vulkan: pipeline barriers in the recorded plan of the first entry */
  uint32_t submission_count; /* Vulkan: command buffers that a run of the first entry submits */
  uint32_t pipeline_count;   /* Vulkan: compute pipelines, of all entries */
  uint64_t device_bytes;     /* memory allocated for weights, activations, states, scratch and staging */
  uint64_t shader_bytes;     /* Vulkan: SPIR-V of the chosen variants */
  uint64_t upload_ns;        /* Vulkan: writing the weights */
  uint64_t pipeline_ns;      /* Vulkan: making the pipelines */
  int pipeline_cache_found;  /* Vulkan: a pipeline cache of this device was on disk */
  uint32_t reserved;         /* 0 */
} aic_session_info;
AIC_API aic_status aic_session_describe(const aic_session* session, aic_session_info* info);

/* Vulkan: the variant that kernel `kernel` runs as, and one sentence why. CPU: "" and "". */
AIC_API aic_status aic_session_variant(const aic_session* session, uint32_t kernel, const char** name,
                                       const char** reason);

/* ---- Devices
 * -------------------------------------------------------------------------------------------------- */

typedef struct aic_device_list aic_device_list;

typedef struct aic_device_info {
  AIC_STRUCT_BYTES(aic_device_info);
  aic_target_kind kind;
  const char* name;
  const char* driver;      /* name, version and information of the driver; CPU: "" */
  const char* type;        /* "discrete GPU", "integrated GPU", "virtual GPU", "CPU", "other" */
  int usable;              /* 1: sessions can be made on it */
  const char* reason;      /* why not, or "" */
  uint32_t api_version[3]; /* Vulkan's, major, minor, patch */
  uint32_t subgroup_size;  /* 0: no subgroup operations in compute shaders */
  int subgroup_arithmetic;
  uint32_t max_workgroup_invocations;
  uint32_t max_shared_bytes;         /* of a workgroup */
  uint32_t max_storage_buffers;      /* of a dispatch */
  uint64_t max_storage_buffer_bytes; /* the largest range that a shader can see at once */
  uint64_t memory_bytes;             /* of the device's largest heap */
  int unified_memory;                /* 1: the host sees the device's memory: nothing is copied */
  int timestamps;                    /* 1: AIC_SESSION_PROFILE works */
} aic_device_info;

/* All devices: the CPU, then what Vulkan finds. A machine without Vulkan is no failure: the list ends with
 * the CPU, and aic_device_list_vulkan_problem says why ("libvulkan.so.1 cannot be loaded: install
 * libvulkan1"), "" if Vulkan is there. device_index of a session is the index into the list's Vulkan devices,
 * from 0: list index minus 1. Errors: AIC_OUT_OF_MEMORY. */
AIC_API aic_status aic_device_list_create(aic_device_list** list);
AIC_API void aic_device_list_free(aic_device_list* list);
AIC_API uint32_t aic_device_list_count(const aic_device_list* list);
AIC_API aic_status aic_device_list_device(const aic_device_list* list, uint32_t index, aic_device_info* info);
AIC_API const char* aic_device_list_vulkan_problem(const aic_device_list* list);

/* ---- Introspection, for tools
 * --------------------------------------------------------------------------------- */

typedef struct aic_model_info {
  AIC_STRUCT_BYTES(aic_model_info);
  uint32_t format_version;
  const char* producer; /* "aic 0.1.0" */
  const char* graph;    /* the name of the first entry's graph */
  const char* source;   /* the file that it was compiled from */
  uint64_t file_bytes;
  uint64_t weights_bytes;
  uint32_t section_count;
  uint32_t target_count;
  uint32_t target; /* the one that aic_session_create runs; target_count when opened with AIC_OPEN_INSPECT */
  uint32_t format_minor;
  /* What all weights of a type take, by aic_element_type; all 0 in a file that does not say. Less than
   * weights_bytes, which has gaps. Integers of 4 bits, two a byte, which no tensor outside has, are at
   * AIC_WEIGHTS_I4, and aic_element_name of that is "i4". */
  uint64_t weights_bytes_of[16];
} aic_model_info;

typedef struct aic_target_info {
  AIC_STRUCT_BYTES(aic_target_info);
  aic_target_kind kind;
  const char* triple;
  const char* cpu; /* "znver5" */
  uint32_t feature_count;
  const char* const* features; /* what the code needs of the CPU: "avx2", "fma" */
  uint32_t kernel_count;       /* of all entries */
  uint32_t dispatch_count; /* this, and the next three, of the first entry: aic_plan_info has those of any */
  uint64_t arena_bytes;
  uint64_t peak_live_bytes;
  uint64_t total_bytes;
  uint32_t code_section;
  uint32_t runs_here; /* 1: this machine can run it (of Vulkan: if there is a device); of a kind the first is
                         taken */
  uint64_t winograd_bytes; /* of the weights: what transformed ones take beyond their own size */
} aic_target_info;

/* What a target runs for an entry. */
typedef struct aic_plan_info {
  AIC_STRUCT_BYTES(aic_plan_info);
  uint32_t dispatch_count;
  uint64_t arena_bytes;         /* working memory of a run; a session has the largest of its entries */
  uint64_t peak_live_bytes;     /* the largest sum of bytes alive at once */
  uint64_t total_bytes;         /* the sum of all intermediate buffers */
  uint64_t state_bytes_written; /* bytes of states that a run writes; of an update the slice alone */
  uint64_t scratch_bytes;       /* CPU: working memory of each of a session's threads */
} aic_plan_info;

typedef struct aic_kernel_info {
  AIC_STRUCT_BYTES(aic_kernel_info);
  const char* name;
  const char* family;     /* "contraction", "window", "elementwise" */
  uint32_t variant_count; /* Vulkan; 0 for a CPU */
  uint32_t reserved;      /* 0 */
} aic_kernel_info;

typedef struct aic_variant_info {
  AIC_STRUCT_BYTES(aic_variant_info);
  const char* name;      /* "floor", "shared", "subgroup" */
  uint64_t shader_bytes; /* of SPIR-V */
  const uint32_t* words; /* they, as long as the model is open */
  uint32_t local_size[3];
  uint32_t workgroups[3];
  uint32_t shared_bytes;
  int needs_subgroup;
} aic_variant_info;

typedef struct aic_dispatch_info {
  AIC_STRUCT_BYTES(aic_dispatch_info);
  const char* name;     /* for people: "layer1.0.conv1 + relu" */
  const char* location; /* "model.graph:12:7", or "" */
  uint32_t kernel;
  uint32_t workgroups;
  uint32_t binding_count;
  uint64_t flops; /* multiply and add count as two */
  uint64_t bytes; /* read and written */
  /* Of one that is repeated in a loop: `repeat_dispatches` dispatches, from number repeat_first on, run
   * `repeat_times` times with other offsets; each time has numbers of its own. Else 0. */
  uint32_t repeat_first;
  uint32_t repeat_dispatches;
  uint32_t repeat_times;
  uint32_t reserved; /* 0 */
} aic_dispatch_info;

typedef enum aic_binding_kind {
  AIC_BINDING_INPUT = 0,
  AIC_BINDING_OUTPUT = 1,
  AIC_BINDING_ARENA = 2,
  AIC_BINDING_WEIGHTS = 3,
  AIC_BINDING_STATE = 4
} aic_binding_kind;

typedef struct aic_binding_info {
  AIC_STRUCT_BYTES(aic_binding_info);
  aic_binding_kind kind;
  uint32_t index;  /* of the entry's input or output, or of the model's state */
  uint64_t offset; /* bytes into it */
  uint64_t bytes;
  int write;         /* 1: the dispatch writes it */
  uint32_t reserved; /* 0 */
} aic_binding_info;

typedef enum aic_section_kind { AIC_SECTION_WEIGHTS = 0, AIC_SECTION_CODE = 1 } aic_section_kind;

typedef struct aic_section_info {
  AIC_STRUCT_BYTES(aic_section_info);
  aic_section_kind kind;
  uint64_t offset; /* into the file */
  uint64_t bytes;
  uint64_t checksum; /* XXH3, 64 bits */
  uint32_t alignment;
  uint32_t reserved; /* 0 */
} aic_section_info;

/* Errors of all: AIC_INVALID_ARGUMENT (NULL, or no such index). */
AIC_API aic_status aic_model_describe(const aic_model* model, aic_model_info* info);
AIC_API aic_status aic_model_section(const aic_model* model, uint32_t section, aic_section_info* info);
AIC_API aic_status aic_model_target(const aic_model* model, uint32_t target, aic_target_info* info);
AIC_API aic_status aic_model_kernel(const aic_model* model, uint32_t target, uint32_t kernel,
                                    aic_kernel_info* info);
AIC_API aic_status aic_model_variant(const aic_model* model, uint32_t target, uint32_t kernel,
                                     uint32_t variant, aic_variant_info* info);
AIC_API aic_status aic_model_entry_plan(const aic_model* model, uint32_t target, uint32_t entry,
                                        aic_plan_info* info);
AIC_API aic_status aic_model_entry_dispatch(const aic_model* model, uint32_t target, uint32_t entry,
                                            uint32_t dispatch, aic_dispatch_info* info);
AIC_API aic_status aic_model_entry_binding(const aic_model* model, uint32_t target, uint32_t entry,
                                           uint32_t dispatch, uint32_t binding, aic_binding_info* info);
/* Of the first entry. */
AIC_API aic_status aic_model_dispatch(const aic_model* model, uint32_t target, uint32_t dispatch,
                                      aic_dispatch_info* info);
AIC_API aic_status aic_model_binding(const aic_model* model, uint32_t target, uint32_t dispatch,
                                     uint32_t binding, aic_binding_info* info);

#undef AIC_STRUCT_BYTES

#ifdef __cplusplus
}
#endif

#endif

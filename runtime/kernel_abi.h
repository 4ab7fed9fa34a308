/* What compiled code and the runtime agree on: the kernel ABI of the CPU target.
 *
 * A code object is an ELF shared object that needs nothing from the process it is loaded into (no libc,
 * nothing undefined, relative relocations alone; the runtime maps it itself, cpu/CodeImage.h has the whole
 * form). Its e_entry is the address of an aic_kernel_table, whose symbol, AIC_KERNEL_TABLE_SYMBOL, it exports
 * for debuggers. Kernel i of the artifact's header is functions[i].
 *
 * This header is C99 and depends on nothing but <stdint.h>. Any change of meaning raises
 * AIC_KERNEL_ABI_VERSION; the runtime refuses code of another version.
 */
#ifndef AIC_KERNEL_ABI_H
#define AIC_KERNEL_ABI_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AIC_KERNEL_ABI_VERSION 2

/* The name of the one exported symbol, the table's; --entry of the linker. */
#define AIC_KERNEL_TABLE_SYMBOL "aic_kernels"

/* Alignment in bytes that the runtime promises for buffers in the arena and in the weights, and for whole
 * states. */
#define AIC_KERNEL_BUFFER_ALIGNMENT 64

/* What a kernel returns. Values from 1 to 0x7fffffff are failures; the runtime has words for those named here
 * and prints the number of any other. */
enum {
  AIC_KERNEL_OK = 0,
  AIC_KERNEL_INDEX_OUT_OF_RANGE =
      1, /* an index read at run time (gather, embedding) is outside its dimension */
  AIC_KERNEL_DIVISION_BY_ZERO = 2, /* an integer is divided by zero */
  AIC_KERNEL_INTEGER_OVERFLOW = 3  /* an i64 of the model leaves the 32 bits that it has on Vulkan */
};

/* Where a workgroup runs. A kernel's results must not depend on it: `worker` is for scratch space, not for
 * numbers. */
typedef struct aic_kernel_env {
  uint32_t abi_version; /* AIC_KERNEL_ABI_VERSION of the runtime */
  uint32_t worker; /* < worker_count; no two workgroups that run at once in a session have the same one */
  uint32_t worker_count; /* the session's number of threads */
  uint32_t step;         /* of the dispatch, from 0 */
  /* The worker's own memory, aligned to AIC_KERNEL_BUFFER_ALIGNMENT, of as many bytes as the program asks for
   * (scratch_bytes, since format 4.2, which older runtimes refuse; NULL where it is 0). What it holds when a
   * workgroup begins is anything. */
  void* scratch;
} aic_kernel_env;

/* Runs one workgroup.
 *
 * buffers:   one pointer per binding of the dispatch, in the bindings' order (what is read, then what is
 * written). In the arena and the weights, and where a state begins, they are aligned to
 * AIC_KERNEL_BUFFER_ALIGNMENT; the caller's inputs and outputs only to their element's size. A buffer of no
 * bytes may be NULL. workgroup: 0 <= workgroup < the dispatch's workgroups. Workgroups run in any order and
 * at once, on any thread.
 *
 * A dispatch may have several steps (recurrence has one a time step). Every workgroup runs once in each step,
 * and a step begins when all workgroups of the one before have ended; a workgroup is run by the same thread
 * from step to step as far as can be, so that what it reads again is in that thread's cache.
 *
 * A dispatch that writes a state and fails has not written a byte of it: every workgroup finds what it fails
 * for before its first write, and then they all do. The runtime takes the state for unchanged.
 *
 * Floating point environment: round to nearest, denormals kept, exceptions masked.
 * Returns AIC_KERNEL_OK, or a failure that ends the run after this dispatch. */
typedef int32_t (*aic_kernel_fn)(void* const* buffers, uint32_t workgroup, const aic_kernel_env* env);

/* The code object's table. */
typedef struct aic_kernel_table {
  uint32_t abi_version; /* AIC_KERNEL_ABI_VERSION that the code was compiled for */
  uint32_t count;       /* entries in functions; equals the number of kernels in the artifact's header */
  const aic_kernel_fn* functions;
} aic_kernel_table;

#ifdef __cplusplus
}
#endif

#endif

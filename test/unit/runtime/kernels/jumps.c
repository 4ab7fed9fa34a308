/* Kernels that jump to those of kernels.c, for the builds with a sanitizer, where those are compiled into the
 * program: TestModel.cpp writes their addresses over the numbers in `slots`. */
#include "runtime/kernel_abi.h"

#define FIRST_SLOT 0x7e57c0de51075100u /* TestModel.cpp looks for it. */

/* volatile: not to be folded. */
static const volatile uint64_t slots[] = {FIRST_SLOT, 0, 0, 0, 0, 0, 0, 0, 0, 0};

#define JUMP(i)                                                                                              \
  static int32_t jump##i(void* const* buffers, uint32_t workgroup, const aic_kernel_env* env) {              \
    return ((aic_kernel_fn)slots[i])(buffers, workgroup, env);                                               \
  }
JUMP(0)
JUMP(1)
JUMP(2)
JUMP(3)
JUMP(4)
JUMP(5)
JUMP(6)
JUMP(7)
JUMP(8)
JUMP(9)

static const aic_kernel_fn functions[] = {jump0, jump1, jump2, jump3, jump4,
                                          jump5, jump6, jump7, jump8, jump9};

__attribute__((visibility("default"))) const aic_kernel_table aic_kernels = {
    AIC_KERNEL_ABI_VERSION, sizeof(functions) / sizeof(functions[0]), functions};

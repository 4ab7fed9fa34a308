/// \file
/// Code that debuggers learn of by gdb's interface for just-in-time compilers.
#ifndef AIC_RUNTIME_CPU_GDBJIT_H
#define AIC_RUNTIME_CPU_GDBJIT_H

#include "runtime/cpu/Debuggers.h"

namespace aic::runtime::cpu {

/// Makes an object file in memory that has the kernels' names, addresses and unwind tables, and shows it to
/// the debugger. `sizes`: bytes of each kernel. Returns what HideFromGdb takes, NULL where memory is short.
void* ShowGdb(const LoadedCode& code, const KernelNames& names, const uint64_t* sizes);

/// The code goes.
void HideFromGdb(void* shown);

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_GDBJIT_H

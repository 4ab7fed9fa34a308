/// \file
/// What those who look at the process learn of kernels: unwinders, gdb and perf.
#ifndef AIC_RUNTIME_CPU_DEBUGGERS_H
#define AIC_RUNTIME_CPU_DEBUGGERS_H

#include "runtime/cpu/UnwindTable.h"
#include "runtime/kernel_abi.h"

#include <cstddef>

namespace aic::runtime::cpu {

/// A code section in memory.
struct LoadedCode {
  const uint8_t* memory;
  Part code;   ///< The pages that hold code.
  Part unwind; ///< .eh_frame with its end; no bytes: there is none.
  const aic_kernel_table* table;
};

/// The names of a table's kernels.
struct KernelNames {
  const char* (*nameOf)(const void* context, uint32_t kernel);
  const void* context;

  const char* operator[](uint32_t kernel) const { return nameOf(context, kernel); }
};

/// Tells whoever may want to know of one code section, and that it goes. Nothing of it is needed to run
/// kernels, so what cannot be told, for lack of memory say, is not told.
class Debuggers {
public:
  Debuggers() = default;
  Debuggers(const Debuggers&) = delete;
  Debuggers& operator=(const Debuggers&) = delete;
  ~Debuggers();

  /// The process's unwinder, where it has one (libgcc's or LLVM's, which C++ programs link): backtraces of
  /// crash reporters, profilers and debuggers go through kernels. Call once, with code that stays.
  void TellUnwinder(const LoadedCode& code);

  /// gdb and lldb, by the interface for just-in-time compilers
  /// (https://sourceware.org/gdb/current/onlinedocs/gdb.html/JIT-Interface.html): frames have the kernels'
  /// names. And perf, if AIC_PERF_MAP is 1 in the environment: the names stand in /tmp/perf-PID.map, where
  /// `perf report` looks for them. Call once.
  void TellNames(const LoadedCode& code, const KernelNames& names);

private:
  const void* unwind_ = nullptr; ///< What the unwinder was told.
  void* unwindObject_[16] = {};  ///< libgcc's notes.
  void* gdb_ = nullptr;          ///< What gdb was told.
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_DEBUGGERS_H

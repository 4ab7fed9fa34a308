/// \file
/// A code section, loaded into the process.
#ifndef AIC_RUNTIME_CPU_CODEOBJECT_H
#define AIC_RUNTIME_CPU_CODEOBJECT_H

#include "runtime/aic.h"
#include "runtime/cpu/Debuggers.h"
#include "runtime/kernel_abi.h"

#include <cstddef>

namespace aic::runtime::cpu {

/// Code in pages of its own, which go when this goes. No file, no descriptor, and none of the system's
/// loader, which knows objects by name and would hand out one that has that name already. What the code does
/// is trusted: loading it means to run what it holds. The caller has compared its checksum, which finds
/// damage, not malice.
class CodeObject {
public:
  CodeObject() = default;
  CodeObject(const CodeObject&) = delete;
  CodeObject& operator=(const CodeObject&) = delete;

  /// Loads the object at `bytes` (see CodeImage for what it must be), which is not needed any more then.
  /// `where` names the file in messages. Call once. Errors: AIC_INVALID_ARTIFACT (another form of object, or
  /// not of `kernels` entries), AIC_UNSUPPORTED (another version of the kernel ABI), AIC_OUT_OF_MEMORY,
  /// AIC_SYSTEM (the system lets no memory become code).
  aic_status Load(const char* where, const uint8_t* bytes, uint64_t size, uint32_t kernels);

  /// Tells debuggers and profilers what the kernels are called. Call once, after Load.
  void Name(const KernelNames& names) { debuggers_.TellNames(code_, names); }

  aic_kernel_fn kernel(uint32_t index) const { return code_.table->functions[index]; }

private:
  /// Memory that goes when this goes.
  struct Pages {
    void* begin = nullptr;
    size_t bytes = 0;
    Pages() = default;
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;
    ~Pages();
  };
  Pages pages_;
  LoadedCode code_{};
  Debuggers debuggers_; ///< Goes before the pages.
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_CODEOBJECT_H

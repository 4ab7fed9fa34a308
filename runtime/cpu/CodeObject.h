/// \file
/// A code section, loaded into the process.
#ifndef AIC_RUNTIME_CPU_CODEOBJECT_H
#define AIC_RUNTIME_CPU_CODEOBJECT_H

#include "runtime/aic.h"
#include "runtime/kernel_abi.h"

namespace aic::runtime::cpu {

/// Loads an ELF shared object from memory and holds its kernel table. The object's own bytes are trusted:
/// loading it means to run what it holds. The caller has compared its checksum, which finds damage, not
/// malice.
class CodeObject {
public:
  CodeObject() = default;
  CodeObject(const CodeObject&) = delete;
  CodeObject& operator=(const CodeObject&) = delete;
  ~CodeObject();

  /// `where` names the file in messages. Call once.
  /// Errors: AIC_SYSTEM (the system refuses to load it), AIC_INVALID_ARTIFACT (no table, or not of `kernels`
  /// entries), AIC_UNSUPPORTED (another version of the kernel ABI).
  aic_status Load(const char* where, const uint8_t* bytes, uint64_t size, uint32_t kernels);

  aic_kernel_fn kernel(uint32_t index) const { return table_->functions[index]; }

private:
  void* handle_ = nullptr;
  int fd_ = -1;
  const aic_kernel_table* table_ = nullptr;
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_CODEOBJECT_H

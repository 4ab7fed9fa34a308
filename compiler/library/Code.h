/// \file
/// The plan of a model as read-only data, and the functions of its header, in object code.
#ifndef AIC_COMPILER_LIBRARY_CODE_H
#define AIC_COMPILER_LIBRARY_CODE_H

#include "compiler/library/Interface.h"

#include "llvm/Support/Error.h"

namespace aic::library {

/// What the object refers to and others define.
struct Symbols {
  std::string kernels; ///< the kernel table
  std::string weights; ///< "" where there are none
  std::string runtime; ///< in front of the runtime's functions: "" or "odd_"
};

/// What NAME_ARENA_BYTES is.
uint64_t instanceBytes(const artifact::Content& content, const artifact::Target& target);

/// An object for the target's triple, and for the baseline of its architecture. The content's errors are
/// ours; a feature of the CPU that a program cannot ask for is the user's.
llvm::Expected<std::string> makeCode(const Interface& interface, const artifact::Content& content,
                                     const artifact::Target& target, const Symbols& symbols);

} // namespace aic::library

#endif // AIC_COMPILER_LIBRARY_CODE_H

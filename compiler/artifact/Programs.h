/// \file
/// The constraints of a target's plans.
#ifndef AIC_COMPILER_ARTIFACT_PROGRAMS_H
#define AIC_COMPILER_ARTIFACT_PROGRAMS_H

#include "compiler/artifact/Artifact.h"
#include "runtime/schema/Prelude.h"

namespace aic::artifact {

/// Whether `bytes` bytes at `offset` lie in `size` bytes.
inline bool Inside(uint64_t offset, uint64_t bytes, uint64_t size) {
  return offset <= size && bytes <= size - offset;
}

/// A tensor's size in bytes. Errors: InvalidArgument where it has no type or shape that a file can say.
absl::StatusOr<uint64_t> TensorBytes(const Tensor& tensor);

/// The constraints of runtime/schema/artifact.fbs on the plan of an entry, whose number is below that of the
/// target's programs.
absl::Status CheckProgram(const Content& content, const Target& target, size_t entry);

} // namespace aic::artifact

#endif // AIC_COMPILER_ARTIFACT_PROGRAMS_H

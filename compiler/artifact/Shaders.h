/// \file
/// The code section of a target whose kernels have variants: its modules, checked, one after another, equal
/// ones once.
#ifndef AIC_COMPILER_ARTIFACT_SHADERS_H
#define AIC_COMPILER_ARTIFACT_SHADERS_H

#include "compiler/artifact/Artifact.h"
#include "runtime/schema/Prelude.h"

namespace aic::artifact {

/// What the format asks of a target of this kind.
const schema::TargetRules& RulesOf(const Target& target);

struct ShaderSection {
  std::vector<uint32_t> words;
  /// Of each variant of each kernel: where its words begin, in bytes.
  std::vector<std::vector<uint64_t>> offsets;
};

ShaderSection LayOutShaders(const Target& target);

/// The constraints of runtime/schema/artifact.fbs on a target's kernels, of a CPU too.
absl::Status CheckKernels(const Target& target);

} // namespace aic::artifact

#endif // AIC_COMPILER_ARTIFACT_SHADERS_H

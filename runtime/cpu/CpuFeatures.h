/// \file
/// What this machine's CPU can do, in LLVM's names.
#ifndef AIC_RUNTIME_CPU_CPUFEATURES_H
#define AIC_RUNTIME_CPU_CPUFEATURES_H

namespace aic::runtime::cpu {

enum class Feature {
  Present, ///< The CPU has it and the operating system saves its registers.
  Absent,
  Unknown ///< Not in the table: a name of another architecture, or newer than this runtime.
};

/// Looks up a feature as LLVM spells it ("avx512f").
Feature LookUp(const char* name);

/// The first part of this machine's triples: "x86_64", "aarch64".
const char* Architecture();

/// The best --target-cpu that any machine of this kind understands and this one runs: "x86-64-v4" … "x86-64";
/// "generic-aarch64".
const char* PortableTargetCpu();

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_CPUFEATURES_H

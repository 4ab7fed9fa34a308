// Masked stores: those that LLVM makes too wide are kept as they are, those of known masks become plain ones.
#pragma once

namespace llvm {
class Module;
} // namespace llvm

namespace aic::codegen {

/// For a CPU with mask registers (AVX-512): hides the masks of stores of narrow integers from LLVM's code
/// generator, so that none of them is a constant for it. After all optimisations of LLVM IR, before anything
/// else.
void hideStoreMasks(llvm::Module& module);

/// For a CPU without mask registers: a store of the first lanes of a vector, where it is known how many these
/// are, becomes one of each power of two of them. AVX's own masked store takes 42 operations on AMD's CPUs,
/// 12 cycles or more, and SSE and NEON have none: a store of each element. When hideStoreMasks may run.
void splitStores(llvm::Module& module);

} // namespace aic::codegen

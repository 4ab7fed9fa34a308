// Masked stores that LLVM makes too wide, kept as they are.
#pragma once

namespace llvm {
class Module;
} // namespace llvm

namespace aic::codegen {

/// For a CPU with mask registers (AVX-512): hides the masks of stores of narrow integers from LLVM's code
/// generator, so that none of them is a constant for it. After all optimisations of LLVM IR, before anything
/// else.
void hideStoreMasks(llvm::Module& module);

} // namespace aic::codegen

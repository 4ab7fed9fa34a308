// The CPU that code is made for: LLVM's names, and the figures that tile choice reads.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::codegen {

struct CpuTarget {
  std::string triple;   ///< LLVM's target triple, e.g. x86_64-pc-linux-gnu
  std::string cpu;      ///< LLVM's CPU name, e.g. znver5 or x86-64-v3
  std::string features; ///< LLVM's feature string beyond what the CPU implies; empty for a named CPU
  /// Features that the emitted code may use and that the runtime checks, as LLVM spells them ("avx2",
  /// "avx512f").
  std::vector<std::string> requiredFeatures;
  int64_t vectorBytes = 16;  ///< widest vector register that code uses: 64 (AVX-512), 32 (AVX2), 16 (SSE2)
  int64_t registers = 16;    ///< vector registers of the ISA
  int64_t accumulators = 12; ///< of these, how many a contraction's tile may hold as accumulators
  bool fusedMultiplyAdd = false;
  bool f16c = false;          ///< converts between f16 and f32 itself
  bool maskRegisters = false; ///< AVX-512
  bool halfVectors = false;   ///< widest vectors go through units of half their width: half of one takes half
                              ///< the time (Zen 4's AVX-512)
  bool avx512 = false;        ///< with its extensions VL and DQ: vscalef, vrange, vreduce of any width

  int64_t lanes(int64_t elementBytes) const { return vectorBytes / elementBytes; }
};

/// The target for `--target-cpu NAME`; "native" is the CPU that this program runs on. An unknown name is an
/// error that lists what there is. Only x86-64 is supported.
llvm::Expected<CpuTarget> resolveTarget(llvm::StringRef name);

} // namespace aic::codegen

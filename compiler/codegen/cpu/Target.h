// The CPU that code is made for: LLVM's names, and the figures that tile choice reads.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::codegen {

struct CpuTarget {
  std::string name;     ///< what it was asked for by: "native", or cpu
  std::string triple;   ///< LLVM's target triple, e.g. x86_64-pc-linux-gnu, aarch64-unknown-linux-gnu
  std::string cpu;      ///< its name, e.g. znver5, x86-64-v3 or generic-aarch64
  std::string llvmCpu;  ///< LLVM's CPU name: which instructions there are, but for `features`
  std::string tuneFor;  ///< LLVM's name of the CPU that code is arranged for
  std::string features; ///< LLVM's feature string beyond what llvmCpu implies; may be empty
  /// Features that the emitted code may use and that the runtime checks, as LLVM spells them ("avx2",
  /// "avx512f").
  std::vector<std::string> requiredFeatures;
  int64_t vectorBytes =
      16;                 ///< widest vector register that code uses: 64 (AVX-512), 32 (AVX2), 16 (SSE2, NEON)
  int64_t registers = 16; ///< vector registers of the ISA
  int64_t accumulators = 12;         ///< of these, how many a contraction's tile may hold as accumulators
  int64_t secondLevel = 1024 * 1024; ///< bytes of a core's second-level cache
  bool fusedMultiplyAdd = false;
  bool f16c = false;          ///< converts between f16 and f32 itself
  bool maskRegisters = false; ///< AVX-512
  bool halfVectors = false;   ///< widest vectors go through units of half their width: half of one takes half
                              ///< the time (Zen 4's AVX-512)
  bool broadcastsInFma = false; ///< a product takes an element of memory for all lanes: AVX-512
  bool takesLanes = false;      ///< a product takes a lane of a register for all lanes: NEON
  bool fastPairs = false; ///< vdpbf16ps takes no longer than an FMA: Zen's does; Sapphire Rapids' takes four
                          ///< times as long, so that two FMAs make the same products in half the time
  bool pairsInTiles = false, quadsInTiles = false; ///< AMX has products of tiles of bf16; of bytes
  bool avx512 = false; ///< with its extensions VL and DQ: vscalef, vrange, vreduce of any width

  /// Whether code for one runs where code for the other does.
  bool isSame(const CpuTarget& other) const {
    return triple == other.triple && requiredFeatures == other.requiredFeatures;
  }
  int64_t lanes(int64_t elementBytes) const { return vectorBytes / elementBytes; }
};

/// The target for `--target-cpu NAME`; "native" is the CPU that this program runs on, else nothing depends
/// on it. An unknown name is an error that says what there is. x86-64 and AArch64 are supported.
llvm::Expected<CpuTarget> resolveTarget(llvm::StringRef name);

/// Those for `--target-cpu NAME,NAME`: each once, and of each architecture the best first, so that a machine
/// runs the first that it can. Two different ones that run on the same machines are an error.
llvm::Expected<std::vector<CpuTarget>> resolveTargets(llvm::StringRef names);

} // namespace aic::codegen

/// \file
/// The same for AArch64 under Linux: the bits of the auxiliary vector, under LLVM's names.
#ifndef AIC_RUNTIME_SCHEMA_ARMFEATURES_H
#define AIC_RUNTIME_SCHEMA_ARMFEATURES_H

#include <cstdint>

namespace aic::schema::arm {

/// A bit of AT_HWCAP, or from 32 on of AT_HWCAP2.
struct Row {
  const char* name;
  uint8_t bit;
};

// Linux's Documentation/arch/arm64/elf_hwcaps.rst and arch/arm64/include/uapi/asm/hwcap.h. Names:
// llvm/lib/Target/AArch64/AArch64Features.td.
constexpr Row kRows[] = {
    {"fp-armv8", 0},     {"neon", 1},       {"aes", 3},        {"sha2", 6},     {"crc", 7},
    {"lse", 8},          {"fullfp16", 10},  {"rdm", 12},       {"jsconv", 13},  {"complxnum", 14},
    {"rcpc", 15},        {"sha3", 17},      {"sm4", 19},       {"dotprod", 20}, {"sve", 22},
    {"fp16fml", 23},     {"dit", 24},       {"rcpc-immo", 26}, {"sb", 29},      {"sve2", 32 + 1},
    {"fptoint", 32 + 8}, {"i8mm", 32 + 13}, {"bf16", 32 + 14},
};

} // namespace aic::schema::arm

#endif // AIC_RUNTIME_SCHEMA_ARMFEATURES_H

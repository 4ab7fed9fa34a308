/// \file
/// A code section made by hand: an ELF object of the form that the runtime loads, in some 700 bytes, every
/// field of which a test can set wrong.
#ifndef AIC_TEST_UNIT_RUNTIME_SMALLCODE_H
#define AIC_TEST_UNIT_RUNTIME_SMALLCODE_H

#include "runtime/kernel_abi.h"

#include <cstddef>
#include <cstring>
#include <elf.h>
#include <string>

namespace aic::test {

/// The file, byte for byte: header, program headers, relocations, unwind tables | instructions | table,
/// dynamic section. The three parts are loaded at their offset, at that and 64 KiB, and at that and 128 KiB:
/// no page of any system's holds two of them.
struct SmallCode {
  static constexpr uint64_t kApart = 65536;
  struct Table {
    uint32_t abiVersion, count;
    uint64_t functions;
  };
  static constexpr uint32_t kKernels = 2; ///< Kernel 0 returns 7, kernel 1 returns 8.

  Elf64_Ehdr header;
  Elf64_Phdr readOnly, code, data, dynamic, relro, stack, unwind;
  Elf64_Rela relocations[3];
  struct Frames { // .eh_frame_hdr and .eh_frame
    uint8_t form[4];
    int32_t toTable;
    uint32_t commonBytes, commonId;
    uint8_t common[16];
    uint32_t functionBytes, functionId;
    int32_t toFunction;
    uint32_t range;
    uint8_t rules[4];
    uint32_t end;
  } frames;
  alignas(16) uint8_t instructions[16];
  alignas(16) uint64_t functions[kKernels];
  Table table;
  Elf64_Dyn needed, flags, rela, relaBytes, relaEntry, end;

#if defined(__aarch64__)
  static constexpr uint16_t kMachine = EM_AARCH64;
  static constexpr uint32_t kRelative = R_AARCH64_RELATIVE;
  static constexpr uint8_t kReturnRegister = 30;
#else
  static constexpr uint16_t kMachine = EM_X86_64;
  static constexpr uint32_t kRelative = R_X86_64_RELATIVE;
  static constexpr uint8_t kReturnRegister = 16;
#endif

  uint64_t DataAddress(const void* member) const {
    return 2 * kApart + (static_cast<const char*>(member) - reinterpret_cast<const char*>(this));
  }

  SmallCode() {
    memset(static_cast<void*>(this), 0, sizeof(*this));
    const uint64_t codeAt = offsetof(SmallCode, instructions), dataAt = offsetof(SmallCode, functions),
                   dynamicAt = offsetof(SmallCode, needed);
    memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_ident[EI_VERSION] = EV_CURRENT;
    header.e_type = ET_DYN;
    header.e_machine = kMachine;
    header.e_version = EV_CURRENT;
    header.e_entry = DataAddress(&table);
    header.e_phoff = offsetof(SmallCode, readOnly);
    header.e_ehsize = sizeof(Elf64_Ehdr);
    header.e_phentsize = sizeof(Elf64_Phdr);
    header.e_phnum = 7;
    readOnly = {PT_LOAD, PF_R, 0, 0, 0, codeAt, codeAt, kApart};
    code = {PT_LOAD, PF_R | PF_X, codeAt, codeAt + kApart, 0, sizeof(instructions), sizeof(instructions),
            kApart};
    data = {PT_LOAD,       PF_R | PF_W, dataAt, dataAt + 2 * kApart, 0, sizeof(SmallCode) - dataAt,
            4096 - dataAt, kApart};
    dynamic = {PT_DYNAMIC,
               PF_R | PF_W,
               dynamicAt,
               dynamicAt + 2 * kApart,
               0,
               sizeof(SmallCode) - dynamicAt,
               sizeof(SmallCode) - dynamicAt,
               8};
    relro = data;
    relro.p_type = PT_GNU_RELRO;
    stack = {PT_GNU_STACK, PF_R | PF_W, 0, 0, 0, 0, 0, 0};
    const uint64_t framesAt = offsetof(SmallCode, frames), function = framesAt + offsetof(Frames, toFunction);
    unwind = {PT_GNU_EH_FRAME, PF_R, framesAt, framesAt, 0, 8, 8, 4};
    frames = {{1, 0x1b, 3, 0x3b},
              4, // The table lies behind this number.
              20,
              0,
              {1, 'z', 'R', 0, 1, 0x78, kReturnRegister, 1, 0x1b},
              16,
              28,
              int32_t(codeAt + kApart - function),
              sizeof(instructions),
              {},
              0};
    const uint64_t relative = ELF64_R_INFO(uint64_t(0), kRelative);
    relocations[0] = {DataAddress(&functions[0]), relative, int64_t(codeAt + kApart)};
    relocations[1] = {DataAddress(&functions[1]), relative, int64_t(codeAt + kApart + 8)};
    relocations[2] = {DataAddress(&table.functions), relative, int64_t(DataAddress(functions))};
#if defined(__aarch64__)
    const uint32_t words[] = {0x528000e0, 0xd65f03c0, 0x52800100, 0xd65f03c0}; // mov w0, #7; ret; …
    memcpy(instructions, words, sizeof(words));
#else
    const uint8_t bytes[] = {0xb8, 7,    0, 0, 0, 0xc3, 0xcc,
                             0xcc, 0xb8, 8, 0, 0, 0,    0xc3}; // mov eax, 7; ret; …
    memcpy(instructions, bytes, sizeof(bytes));
#endif
    table = {AIC_KERNEL_ABI_VERSION, kKernels, 0};
    needed.d_tag = DT_SONAME; // Something that nobody needs, for tests to make another tag of.
    flags.d_tag = DT_FLAGS;
    flags.d_un.d_val = DF_BIND_NOW;
    rela.d_tag = DT_RELA;
    rela.d_un.d_val = offsetof(SmallCode, relocations);
    relaBytes.d_tag = DT_RELASZ;
    relaBytes.d_un.d_val = sizeof(relocations);
    relaEntry.d_tag = DT_RELAENT;
    relaEntry.d_un.d_val = sizeof(Elf64_Rela);
    end.d_tag = DT_NULL;
  }

  std::string Bytes() const { return std::string(reinterpret_cast<const char*>(this), sizeof(*this)); }
};

} // namespace aic::test

#endif // AIC_TEST_UNIT_RUNTIME_SMALLCODE_H

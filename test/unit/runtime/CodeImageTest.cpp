// What a code section must be: the one form is loaded, every other is refused by the name of what is wrong.
#include "runtime/cpu/CodeImage.h"

#include "runtime/cpu/CodeObject.h"
#include "test/unit/runtime/SmallCode.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstdlib>
#include <cstring>
#include <functional>
#include <random>

namespace aic::test {
namespace {

using runtime::cpu::CodeImage;
using testing::HasSubstr;

/// Loads a copy of exactly that size, so that AddressSanitizer sees a step beyond it; not to be run.
aic_status Place(const std::string& bytes, uint32_t kernels = SmallCode::kKernels,
                 uint64_t pageBytes = 4096) {
  auto* copy = static_cast<uint8_t*>(malloc(bytes.size() + 1)) + 1; // Nothing asks for an alignment.
  memcpy(copy, bytes.data(), bytes.size());
  CodeImage image("model.aic");
  aic_status status = image.ReadHeaders(copy, bytes.size(), pageBytes);
  if (status == AIC_OK) {
    EXPECT_EQ(image.span() % pageBytes, 0u);
    EXPECT_LE(image.span(), bytes.size() + 600 * 1024);
    EXPECT_LE(image.codeBegin(), image.codeEnd());
    EXPECT_LE(image.codeEnd(), image.span());
    auto* memory = static_cast<uint8_t*>(aligned_alloc(pageBytes, image.span()));
    memset(memory, 0, image.span());
    const aic_kernel_table* table;
    status = image.Place(copy, memory);
    if (status == AIC_OK)
      status = image.FindTable(memory, kernels, &table);
    for (uint32_t i = 0; status == AIC_OK && i < kernels; ++i) {
      auto at = reinterpret_cast<uint8_t*>(table->functions[i]);
      EXPECT_TRUE(at >= memory + image.codeBegin() && at < memory + image.codeEnd());
    }
    runtime::cpu::Part unwind;
    if (status == AIC_OK && (status = image.FindUnwindTable(memory, &unwind)) == AIC_OK)
      EXPECT_TRUE(unwind.address <= image.span() && unwind.bytes <= image.span() - unwind.address);
    free(memory);
  }
  free(copy - 1);
  return status;
}

TEST(CodeImage, TheOneFormIsLoadedAndRuns) {
  SmallCode small;
  EXPECT_EQ(Place(small.Bytes()), AIC_OK) << aic_last_error();
  EXPECT_EQ(Place(small.Bytes(), SmallCode::kKernels, 65536), AIC_OK) << aic_last_error();
  runtime::cpu::CodeObject object;
  ASSERT_EQ(object.Load("model.aic", reinterpret_cast<const uint8_t*>(&small), sizeof(small), 2), AIC_OK)
      << aic_last_error();
  EXPECT_EQ(object.kernel(0)(nullptr, 0, nullptr), 7);
  EXPECT_EQ(object.kernel(1)(nullptr, 0, nullptr), 8);
  EXPECT_EQ(Place(WholeKernels(), 10), AIC_OK) << aic_last_error();
}

TEST(CodeImage, EveryOtherFormIsRefusedByName) {
  struct Case {
    const char* message;
    std::function<void(SmallCode&)> damage;
  };
  const uint64_t far = ~uint64_t(0) - 15;
  const Case cases[] = {
      {"is no ELF object", [](SmallCode& c) { c.header.e_ident[1] = 'e'; }},
      {"of another class", [](SmallCode& c) { c.header.e_ident[EI_CLASS] = ELFCLASS32; }},
      {"of another class", [](SmallCode& c) { c.header.e_ident[EI_DATA] = ELFDATA2MSB; }},
      {"of another class", [](SmallCode& c) { c.header.e_version = 2; }},
      {"of type 2, not a shared object", [](SmallCode& c) { c.header.e_type = ET_EXEC; }},
      {"is for machine 243, this is", [](SmallCode& c) { c.header.e_machine = 243; }},
      {"has 0 program headers", [](SmallCode& c) { c.header.e_phnum = 0; }},
      {"has 17 program headers", [](SmallCode& c) { c.header.e_phnum = 17; }},
      {"has 65535 program headers", [](SmallCode& c) { c.header.e_phnum = PN_XNUM; }},
      {"program headers of 55 bytes", [](SmallCode& c) { c.header.e_phentsize = 55; }},
      {"program headers of 56 bytes at byte 1844674", [&](SmallCode& c) { c.header.e_phoff = far; }},
      {"program headers of 56 bytes at byte 600", [](SmallCode& c) { c.header.e_phoff = 600; }},
      // Segments.
      {"an executable and writable segment", [](SmallCode& c) { c.code.p_flags |= PF_W; }},
      {"an executable and writable segment", [](SmallCode& c) { c.data.p_flags = PF_W | PF_X; }},
      {"a segment with flags 0x1", [](SmallCode& c) { c.code.p_flags = PF_X; }},
      {"a segment with flags 0x0", [](SmallCode& c) { c.readOnly.p_flags = 0; }},
      {"a segment with flags 0x100004", [](SmallCode& c) { c.readOnly.p_flags |= 0x100000; }},
      {"two read-only segments", [](SmallCode& c) { c.data.p_flags = PF_R; }},
      {"two executable segments", [](SmallCode& c) { c.readOnly.p_flags = PF_R | PF_X; }},
      {"two writable segments", [](SmallCode& c) { c.readOnly.p_flags = PF_R | PF_W; }},
      {"outside of its", [](SmallCode& c) { c.data.p_filesz = c.data.p_memsz = sizeof(c); }},
      {"outside of its", [&](SmallCode& c) { c.code.p_offset = far; }},
      {"outside of its", [&](SmallCode& c) { c.code.p_filesz = c.code.p_memsz = far; }},
      {"16 bytes in 15 bytes of memory", [](SmallCode& c) { c.code.p_memsz = 15; }},
      {"1 bytes of zeroed data", [](SmallCode& c) { ++c.code.p_memsz; }},
      {"bytes of zeroed data", [&](SmallCode& c) { c.data.p_memsz = far; }},
      {"65536 bytes of zeroed data", [](SmallCode& c) { c.data.p_memsz = c.data.p_filesz + 65536; }},
      {"share a page of 4096 bytes", [](SmallCode& c) { c.code.p_vaddr = 800; }},
      {"share a page of 4096 bytes", [](SmallCode& c) { c.data.p_vaddr = c.code.p_vaddr; }},
      {"far behind the one before", [](SmallCode& c) { c.code.p_vaddr += 65536 * 2; }},
      {"far behind the one before", [&](SmallCode& c) { c.data.p_vaddr = far; }},
      {"far behind the one before", [](SmallCode& c) { c.readOnly.p_vaddr = uint64_t(1) << 40; }},
      {"a thread-local segment", [](SmallCode& c) { c.stack.p_type = PT_TLS; }},
      {"asks for an interpreter", [](SmallCode& c) { c.stack.p_type = PT_INTERP; }},
      {"asks for an executable stack", [](SmallCode& c) { c.stack.p_flags |= PF_X; }},
      {"a program header of type 0x6", [](SmallCode& c) { c.stack.p_type = 0x60000001; }},
      {"writable data", [](SmallCode& c) { c.relro.p_type = PT_NOTE; }},
      {"writable data", [](SmallCode& c) { c.relro.p_memsz -= 8; }},
      {"writable data", [](SmallCode& c) { c.relro.p_vaddr += 8; }},
      {"writable data", [&](SmallCode& c) { c.relro.p_vaddr = 0, c.relro.p_memsz = 16; }},
      {"two program headers of type 0x2", [](SmallCode& c) { c.stack.p_type = PT_DYNAMIC; }},
      {"two program headers of type 0x6474e552", [](SmallCode& c) { c.stack.p_type = PT_GNU_RELRO; }},
      // The dynamic section.
      {"no dynamic section", [](SmallCode& c) { c.dynamic.p_type = PT_NOTE; }},
      {"its dynamic section outside", [&](SmallCode& c) { c.dynamic.p_vaddr = far; }},
      {"its dynamic section outside", [&](SmallCode& c) { c.dynamic.p_memsz = far; }},
      {"without an end", [](SmallCode& c) { c.end.d_tag = DT_SONAME; }},
      {"without an end", [](SmallCode& c) { c.dynamic.p_memsz = 17; }},
      {"a needed library", [](SmallCode& c) { c.needed.d_tag = DT_NEEDED; }},
      {"a constructor", [](SmallCode& c) { c.needed.d_tag = DT_INIT; }},
      {"a constructor", [](SmallCode& c) { c.needed.d_tag = DT_INIT_ARRAY; }},
      {"a destructor", [](SmallCode& c) { c.needed.d_tag = DT_FINI_ARRAY; }},
      {"imported functions", [](SmallCode& c) { c.needed.d_tag = DT_JMPREL; }},
      {"imported symbols", [](SmallCode& c) { c.needed.d_tag = DT_VERNEED; }},
      {"relocations in its code", [](SmallCode& c) { c.needed.d_tag = DT_TEXTREL; }},
      {"relocations in its code", [](SmallCode& c) { c.flags.d_un.d_val = DF_TEXTREL; }},
      {"thread-local variables", [](SmallCode& c) { c.flags.d_un.d_val = DF_STATIC_TLS; }},
      {"dynamic flags 0x1", [](SmallCode& c) { c.flags.d_un.d_val = DF_ORIGIN; }},
      {"of the second kind", [](SmallCode& c) { c.flags = {DT_FLAGS_1, {DF_1_INITFIRST}}; }},
      {"relocations without addends", [](SmallCode& c) { c.needed.d_tag = DT_REL; }},
      {"packed relocations", [](SmallCode& c) { c.needed.d_tag = 36; }},
      {"a dynamic entry with tag 0x6abcdef0", [](SmallCode& c) { c.needed.d_tag = 0x6abcdef0; }},
      // Relocations.
      {"relocations of 16 bytes each", [](SmallCode& c) { c.relaEntry.d_un.d_val = 16; }},
      {"its relocations (71 bytes", [](SmallCode& c) { c.relaBytes.d_un.d_val = 71; }},
      {"outside of its segments", [&](SmallCode& c) { c.relaBytes.d_un.d_val = uint64_t(24) << 59; }},
      {"outside of its segments", [&](SmallCode& c) { c.rela.d_un.d_val = far; }},
      {"a relocation of type 1 with symbol 0",
       [](SmallCode& c) { c.relocations[1].r_info = ELF64_R_INFO(uint64_t(0), 1); }},
      {"a relocation of type 0 with symbol 0", [](SmallCode& c) { c.relocations[0].r_info = 0; }},
      {"with symbol 3",
       [](SmallCode& c) { c.relocations[1].r_info = ELF64_R_INFO(uint64_t(3), SmallCode::kRelative); }},
      {"outside of the relocated data",
       [](SmallCode& c) {
         c.relocations[0].r_offset = SmallCode::kApart + offsetof(SmallCode, instructions);
       }},
      {"outside of the relocated data", [](SmallCode& c) { c.relocations[0].r_offset = 0; }},
      {"outside of the relocated data", [&](SmallCode& c) { c.relocations[0].r_offset = ~uint64_t(0); }},
      {"outside of the relocated data",
       [](SmallCode& c) { c.relocations[0].r_offset = 2 * SmallCode::kApart + 4096 - 7; }},
      {"outside of its segments", [](SmallCode& c) { c.relocations[0].r_addend = -1; }},
      {"outside of its segments", [](SmallCode& c) { c.relocations[0].r_addend = 1 << 20; }},
      // The table.
      {"its kernel table at address 0x20001, where it cannot be",
       [](SmallCode& c) { c.header.e_entry = 0x20001; }},
      {"its kernel table at address 0x20ff8", [](SmallCode& c) { c.header.e_entry = 0x20ff8; }},
      {"its kernel table at address 0xffff", [&](SmallCode& c) { c.header.e_entry = far; }},
      {"has 3 kernels, the header lists 2", [](SmallCode& c) { c.table.count = 3; }},
      {"its list of kernels outside", [](SmallCode& c) { c.relaBytes.d_un.d_val -= 24; }},
      {"its list of kernels outside", [](SmallCode& c) { c.relocations[2].r_addend = 0x20ff8; }},
      {"its list of kernels outside", [](SmallCode& c) { c.relocations[2].r_addend += 4; }},
      {"kernel 0 outside of its code", [](SmallCode& c) { c.relocations[0].r_addend -= 1; }},
      {"kernel 1 outside of its code", [](SmallCode& c) { c.relocations[1].r_addend += 8; }},
      {"kernel 1 outside of its code",
       [](SmallCode& c) { // Never relocated.
         c.relocations[1] = c.relocations[0];
       }},
      // Unwind tables.
      {"unwind tables whose header lies outside", [](SmallCode& c) { c.unwind.p_memsz = 7; }},
      {"unwind tables whose header lies outside", [&](SmallCode& c) { c.unwind.p_vaddr = far; }},
      {"unwind tables whose header lies outside", [&](SmallCode& c) { c.unwind.p_vaddr = c.code.p_vaddr; }},
      {"unwind tables whose header lies outside", [&](SmallCode& c) { c.unwind.p_memsz = far; }},
      {"two program headers of type 0x6474e550", [](SmallCode& c) { c.stack.p_type = PT_GNU_EH_FRAME; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.form[0] = 2; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.form[1] = 0; }},
      {"unwind tables outside", [](SmallCode& c) { c.frames.toTable = INT32_MAX; }},
      {"unwind tables outside", [](SmallCode& c) { c.frames.toTable = INT32_MIN; }},
      {"unwind tables with an entry outside", [](SmallCode& c) { c.frames.commonBytes = 3; }},
      {"unwind tables with an entry outside", [](SmallCode& c) { c.frames.functionBytes = 2000; }},
      {"unwind tables with an entry outside", [](SmallCode& c) { c.frames.functionBytes = UINT32_MAX; }},
      {"unwind tables outside", // No end.
       [](SmallCode& c) {
         c.readOnly.p_memsz = c.readOnly.p_filesz =
             offsetof(SmallCode, frames) + offsetof(SmallCode::Frames, end);
       }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.functionBytes = 12; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.common[0] = 3; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.common[2] = 'P'; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.common[4] = 0x80; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.common[8] = 0x9b; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.commonId = 4; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.functionId = 24; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.functionId = 0; }},
      {"unwind tables of another form", [](SmallCode& c) { c.frames.rules[0] = 1; }},
      {"unwind tables for what is not its code", [](SmallCode& c) { c.frames.range = 17; }},
      {"unwind tables for what is not its code", [](SmallCode& c) { c.frames.toFunction -= 1; }},
  };
  for (const Case& one : cases) {
    SmallCode code;
    one.damage(code);
    ASSERT_EQ(Place(code.Bytes()), AIC_INVALID_ARTIFACT) << one.message;
    EXPECT_THAT(aic_last_error(), HasSubstr(one.message));
    EXPECT_THAT(aic_last_error(), HasSubstr("model.aic: the code section "));
  }
}

TEST(CodeImage, SaysWhatToDoAboutAnotherVersion) {
  SmallCode code;
  code.header.e_entry = 0;
  EXPECT_EQ(Place(code.Bytes()), AIC_UNSUPPORTED);
  EXPECT_THAT(aic_last_error(), HasSubstr("compile the model again"));
  code = SmallCode();
  code.table.abiVersion = 99;
  EXPECT_EQ(Place(code.Bytes()), AIC_UNSUPPORTED);
  EXPECT_THAT(aic_last_error(), HasSubstr("kernel ABI 99"));
}

TEST(CodeImage, PagesOfTheSystemAreNotShared) {
  SmallCode code; // As linked for pages of 4 KiB.
  for (Elf64_Phdr* program : {&code.data, &code.relro, &code.dynamic})
    program->p_vaddr -= SmallCode::kApart - 4096;
  code.header.e_entry -= SmallCode::kApart - 4096;
  for (Elf64_Rela& relocation : code.relocations)
    relocation.r_offset -= SmallCode::kApart - 4096;
  code.relocations[2].r_addend -= SmallCode::kApart - 4096;
  EXPECT_EQ(Place(code.Bytes()), AIC_OK) << aic_last_error();
  EXPECT_EQ(Place(code.Bytes(), SmallCode::kKernels, 65536), AIC_INVALID_ARTIFACT);
  EXPECT_THAT(aic_last_error(), HasSubstr("share a page of 65536 bytes"));
}

TEST(CodeImage, TakesWhatIsForDebuggers) {
  for (int64_t tag : {DT_SYMTAB, DT_SYMENT, DT_STRTAB, DT_STRSZ, DT_HASH, DT_GNU_HASH, DT_RELACOUNT}) {
    SmallCode code;
    code.needed.d_tag = tag;
    EXPECT_EQ(Place(code.Bytes()), AIC_OK) << aic_last_error();
  }
  for (uint32_t type : {PT_PHDR, PT_NOTE, 0x6474e553}) {
    SmallCode code;
    code.stack.p_type = type;
    EXPECT_EQ(Place(code.Bytes()), AIC_OK) << aic_last_error();
  }
}

TEST(CodeImage, NeedsNoUnwindTables) {
  SmallCode code;
  code.unwind.p_type = PT_NOTE;
  EXPECT_EQ(Place(code.Bytes()), AIC_OK) << aic_last_error();
  code.unwind.p_type = PT_GNU_EH_FRAME;
  code.unwind.p_memsz = 0;
  EXPECT_EQ(Place(code.Bytes()), AIC_OK) << aic_last_error();
}

TEST(CodeImage, EveryTruncationIsRefused) {
  const std::string whole = SmallCode().Bytes();
  for (size_t size = 0; size < whole.size(); ++size)
    ASSERT_EQ(Place(whole.substr(0, size)), AIC_INVALID_ARTIFACT) << size;
}

TEST(CodeImage, RandomDamageIsRefusedOrHarmless) {
  // The fuzz target does this with coverage; here the seed is fixed.
  const std::string whole = SmallCode().Bytes();
  std::mt19937 random(1);
  int accepted = 0;
  const int rounds = 20000;
  for (int round = 0; round < rounds; ++round) {
    std::string damaged = whole;
    for (unsigned n = random() % 3 + 1; n > 0; --n) {
      uint64_t value = random() % 2 ? random() % 256 : (uint64_t(random()) << 32 | random()) >> random() % 64;
      size_t at = random() % whole.size(),
             bytes = std::min<size_t>(size_t(1) << random() % 4, whole.size() - at);
      memcpy(&damaged[at], &value, bytes);
    }
    accepted += Place(damaged) == AIC_OK;
  }
  EXPECT_GT(accepted, 0); // Instructions, alignments, section headers.
  EXPECT_LT(accepted, rounds / 2);
}

} // namespace
} // namespace aic::test

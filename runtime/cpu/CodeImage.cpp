#include "runtime/cpu/CodeImage.h"

#include "runtime/Failure.h"
#include "runtime/Memory.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <elf.h>

namespace aic::runtime::cpu {

using ull = unsigned long long; // What printf's %llu takes; uint64_t is another type here.

namespace {

#if defined(__x86_64__)
constexpr uint32_t kMachine = EM_X86_64, kRelative = R_X86_64_RELATIVE;
#elif defined(__aarch64__)
constexpr uint32_t kMachine = EM_AARCH64, kRelative = R_AARCH64_RELATIVE;
#else
constexpr uint32_t kMachine = EM_NONE, kRelative = 0; // No model holds code for it: see CpuFeatures.
#endif

constexpr uint32_t kMaxHeaders = 16; // LLD writes eight.
/// The largest page that linkers align segments to. Between two segments lie at most two of them less a byte.
constexpr uint64_t kMaxPageBytes = 65536;

/// A dynamic entry that asks for what is not done here; the words complete "the code section has …".
struct Refusal {
  int64_t tag;
  const char* words;
};
constexpr Refusal kRefusals[] = {
    {DT_NEEDED, "a needed library"},
    {DT_INIT, "a constructor"},
    {DT_INIT_ARRAY, "a constructor"},
    {DT_PREINIT_ARRAY, "a constructor"},
    {DT_FINI, "a destructor"},
    {DT_FINI_ARRAY, "a destructor"},
    {DT_JMPREL, "imported functions"},
    {DT_PLTRELSZ, "imported functions"},
    {DT_PLTREL, "imported functions"},
    {DT_TEXTREL, "relocations in its code"},
    {DT_REL, "relocations without addends"},
    {/*DT_RELR*/ 36, "packed relocations"}, // glibc 2.36 gave it a name.
    {DT_VERNEED, "imported symbols"},
};

/// Entries about symbols, which are for debuggers; the number of relocations, which is known otherwise; and a
/// table that imported functions would be in.
constexpr int64_t kIgnored[] = {DT_SYMTAB, DT_SYMENT,   DT_STRTAB,    DT_STRSZ, DT_HASH,
                                DT_SONAME, DT_GNU_HASH, DT_RELACOUNT, DT_PLTGOT};

bool Ignored(int64_t tag) {
  for (int64_t ignored : kIgnored)
    if (tag == ignored)
      return true;
  return false;
}

uint64_t Down(uint64_t address, uint64_t page) {
  return address & ~(page - 1);
}
uint64_t Up(uint64_t address, uint64_t page) {
  return Down(address + page - 1, page);
}

} // namespace

aic_status CodeImage::Refuse(const char* format, ...) const {
  char reason[160];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(reason, sizeof(reason), format, arguments);
  va_end(arguments);
  return Fail(AIC_INVALID_ARTIFACT, "%s: the code section %s", where_, reason);
}

aic_status CodeImage::ReadSegment(uint32_t flags, const Segment& segment, uint64_t size, uint64_t pageBytes) {
  if (segment.bytes == 0 && segment.fileBytes == 0)
    return AIC_OK; // As good as none.
  if ((flags & (PF_W | PF_X)) == (PF_W | PF_X))
    return Refuse("has an executable and writable segment");
  if ((flags & ~uint32_t(PF_W | PF_X)) != PF_R)
    return Refuse("has a segment with flags 0x%x", flags);
  Role role = flags & PF_X ? Code : flags & PF_W ? Relocated : ReadOnly;
  if (segments_[role].there)
    return Refuse("has two %s segments", role == Code        ? "executable"
                                         : role == Relocated ? "writable"
                                                             : "read-only");
  if (!Inside(segment.offset, segment.fileBytes, size))
    return Refuse("has a segment (%llu bytes at byte %llu) outside of its %llu bytes", ull(segment.fileBytes),
                  ull(segment.offset), ull(size));
  if (segment.bytes < segment.fileBytes)
    return Refuse("has a segment of %llu bytes in %llu bytes of memory", ull(segment.fileBytes),
                  ull(segment.bytes));
  if (segment.bytes - segment.fileBytes >= (role == Relocated ? kMaxPageBytes : 1))
    return Refuse("has %llu bytes of zeroed data", ull(segment.bytes - segment.fileBytes));
  // span_: the end of the page that the segment before ends in.
  if (Down(segment.address, pageBytes) < span_)
    return Refuse("has segments that share a page of %llu bytes, or are out of order", ull(pageBytes));
  if (segment.address - span_ >= 2 * kMaxPageBytes)
    return Refuse("has a segment at address 0x%llx, far behind the one before", ull(segment.address));
  segments_[role] = segment;
  segments_[role].there = true;
  span_ = Up(segment.address + segment.bytes, pageBytes);
  if (role == Code) {
    codeBegin_ = Down(segment.address, pageBytes);
    codeEnd_ = span_;
  }
  return AIC_OK;
}

aic_status CodeImage::CheckSegments(const Range& relro) const {
  if (!dynamic_.there)
    return Refuse("has no dynamic section");
  if (!Inside(dynamic_.address, dynamic_.bytes, span_))
    return Refuse("has its dynamic section outside of its segments");
  const Segment& data = segments_[Relocated];
  if (data.there && !(relro.there && relro.address <= data.address &&
                      Inside(data.address - relro.address, data.bytes, relro.bytes)))
    return Refuse("has writable data");
  return AIC_OK;
}

aic_status CodeImage::ReadHeaders(const uint8_t* bytes, uint64_t size, uint64_t pageBytes) {
  Elf64_Ehdr header;
  if (size < sizeof(header) || memcmp(bytes, ELFMAG, SELFMAG) != 0)
    return Refuse("is no ELF object");
  memcpy(&header, bytes, sizeof(header));
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB ||
      header.e_ident[EI_VERSION] != EV_CURRENT || header.e_version != EV_CURRENT)
    return Refuse("is an ELF object of another class, byte order or version");
  if (header.e_type != ET_DYN)
    return Refuse("is an ELF object of type %u, not a shared object", header.e_type);
  if (header.e_machine != kMachine)
    return Refuse("is for machine %u, this is %u", header.e_machine, kMachine);
  Elf64_Phdr program;
  if (header.e_phentsize != sizeof(program) || header.e_phnum == 0 || header.e_phnum > kMaxHeaders ||
      !Inside(header.e_phoff, header.e_phnum * sizeof(program), size))
    return Refuse("has %u program headers of %u bytes at byte %llu", header.e_phnum, header.e_phentsize,
                  ull(header.e_phoff));

  Range relro;
  for (uint32_t i = 0; i < header.e_phnum; ++i) {
    memcpy(&program, bytes + header.e_phoff + i * sizeof(program), sizeof(program));
    switch (program.p_type) {
    case PT_LOAD:
      if (aic_status status = ReadSegment(
              program.p_flags, {true, program.p_vaddr, program.p_memsz, program.p_offset, program.p_filesz},
              size, pageBytes))
        return status;
      break;
    case PT_DYNAMIC:
    case PT_GNU_EH_FRAME:
    case PT_GNU_RELRO: {
      Range& range = program.p_type == PT_DYNAMIC        ? dynamic_
                     : program.p_type == PT_GNU_EH_FRAME ? unwindHeader_
                                                         : relro;
      if (range.there)
        return Refuse("has two program headers of type 0x%x", program.p_type);
      range = {true, program.p_vaddr, program.p_memsz};
      break;
    }
    case PT_GNU_STACK:
      if (program.p_flags & PF_X)
        return Refuse("asks for an executable stack");
      break;
    case PT_TLS:
      return Refuse("has a thread-local segment");
    case PT_INTERP:
      return Refuse("asks for an interpreter");
    case PT_PHDR: // What is for others than the loader.
    case PT_NOTE:
    case /*PT_GNU_PROPERTY*/ 0x6474e553:
      break;
    default:
      return Refuse("has a program header of type 0x%x", program.p_type);
    }
  }
  if (aic_status status = CheckSegments(relro))
    return status;
  table_ = header.e_entry;
  if (table_ == 0)
    return Fail(AIC_UNSUPPORTED,
                "%s: the code section does not say where its kernel table is: another version of aic linked "
                "it; compile the model again",
                where_);
  if (table_ % alignof(aic_kernel_table) || !Inside(table_, sizeof(aic_kernel_table), span_))
    return Refuse("has its kernel table at address 0x%llx, where it cannot be", ull(table_));
  return AIC_OK;
}

aic_status CodeImage::ReadDynamic(const uint8_t* memory, Relocations* relocations) const {
  Elf64_Dyn entry;
  for (uint64_t at = 0; Inside(at, sizeof(entry), dynamic_.bytes); at += sizeof(entry)) {
    memcpy(&entry, memory + dynamic_.address + at, sizeof(entry));
    const uint64_t value = entry.d_un.d_val;
    switch (entry.d_tag) {
    case DT_NULL:
      return AIC_OK;
    case DT_RELA:
      relocations->address = value;
      continue;
    case DT_RELASZ:
      relocations->bytes = value;
      continue;
    case DT_RELAENT:
      relocations->entryBytes = value;
      continue;
    case DT_FLAGS:
      if (value & DF_TEXTREL)
        return Refuse("has relocations in its code");
      if (value & DF_STATIC_TLS)
        return Refuse("has thread-local variables");
      if (value & ~uint64_t(DF_BIND_NOW | DF_SYMBOLIC))
        return Refuse("has dynamic flags 0x%llx", ull(value));
      continue;
    case DT_FLAGS_1:
      if (value & ~uint64_t(DF_1_NOW))
        return Refuse("has dynamic flags 0x%llx of the second kind", ull(value));
      continue;
    default:
      break;
    }
    for (const Refusal& refusal : kRefusals)
      if (entry.d_tag == refusal.tag)
        return Refuse("has %s", refusal.words);
    if (!Ignored(entry.d_tag))
      return Refuse("has a dynamic entry with tag 0x%llx", ull(entry.d_tag));
  }
  return Refuse("has a dynamic section without an end");
}

aic_status CodeImage::Relocate(uint8_t* memory, const Relocations& relocations) const {
  Elf64_Rela relocation;
  if (relocations.bytes && relocations.entryBytes != sizeof(relocation))
    return Refuse("has relocations of %llu bytes each", ull(relocations.entryBytes));
  if (relocations.bytes % sizeof(relocation) || !Inside(relocations.address, relocations.bytes, span_))
    return Refuse("has its relocations (%llu bytes at address 0x%llx) outside of its segments",
                  ull(relocations.bytes), ull(relocations.address));
  const Segment& data = segments_[Relocated];
  const uint64_t base = reinterpret_cast<uintptr_t>(memory);
  for (uint64_t at = 0; at < relocations.bytes; at += sizeof(relocation)) {
    memcpy(&relocation, memory + relocations.address + at, sizeof(relocation));
    if (relocation.r_info != ELF64_R_INFO(uint64_t(0), kRelative))
      return Refuse("has a relocation of type %llu with symbol %llu, and only relative ones are done",
                    ull(ELF64_R_TYPE(relocation.r_info)), ull(ELF64_R_SYM(relocation.r_info)));
    if (relocation.r_offset < data.address ||
        !Inside(relocation.r_offset - data.address, sizeof(uint64_t), data.bytes))
      return Refuse("has a relocation at address 0x%llx, outside of the relocated data",
                    ull(relocation.r_offset));
    const uint64_t target = static_cast<uint64_t>(relocation.r_addend);
    if (target > span_)
      return Refuse("has a relocation to address 0x%llx, outside of its segments", ull(target));
    const uint64_t pointer = base + target;
    memcpy(memory + relocation.r_offset, &pointer, sizeof(pointer));
  }
  return AIC_OK;
}

aic_status CodeImage::Place(const uint8_t* bytes, uint8_t* memory) {
  for (const Segment& segment : segments_)
    if (segment.fileBytes)
      memcpy(memory + segment.address, bytes + segment.offset, segment.fileBytes);
  Relocations relocations;
  if (aic_status status = ReadDynamic(memory, &relocations))
    return status;
  return Relocate(memory, relocations);
}

aic_status CodeImage::FindTable(const uint8_t* memory, uint32_t kernels,
                                const aic_kernel_table** result) const {
  const auto* table = reinterpret_cast<const aic_kernel_table*>(memory + table_);
  if (table->abi_version != AIC_KERNEL_ABI_VERSION)
    return Fail(
        AIC_UNSUPPORTED,
        "%s: the kernels were compiled for kernel ABI %u, this runtime has %u; compile the model again",
        where_, table->abi_version, AIC_KERNEL_ABI_VERSION);
  if (table->count != kernels)
    return Fail(AIC_INVALID_ARTIFACT, "%s: the code section has %u kernels, the header lists %u", where_,
                table->count, kernels);
  const uint64_t base = reinterpret_cast<uintptr_t>(memory);
  // An address below the base becomes one far above all.
  const uint64_t functions = reinterpret_cast<uintptr_t>(table->functions) - base;
  if (kernels && (functions % alignof(aic_kernel_fn) ||
                  !Inside(functions, kernels * uint64_t(sizeof(aic_kernel_fn)), span_)))
    return Refuse("has its list of kernels outside of its segments");
  for (uint32_t i = 0; i < kernels; ++i) {
    const uint64_t function = reinterpret_cast<uintptr_t>(table->functions[i]) - base;
    if (function < segments_[Code].address || function - segments_[Code].address >= segments_[Code].bytes)
      return Refuse("has kernel %u outside of its code", i);
  }
  *result = table;
  return AIC_OK;
}

aic_status CodeImage::FindUnwindTable(const uint8_t* memory, Part* table) const {
  *table = {};
  if (!unwindHeader_.there || unwindHeader_.bytes == 0)
    return AIC_OK;
  auto part = [&](Role role) { return Part{segments_[role].address, segments_[role].bytes}; };
  const char* wrong = ReadUnwindTable(memory, {unwindHeader_.address, unwindHeader_.bytes}, part(ReadOnly),
                                      part(Code), table);
  return wrong ? Refuse("has unwind tables %s", wrong) : AIC_OK;
}

} // namespace aic::runtime::cpu

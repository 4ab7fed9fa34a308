#include "runtime/cpu/GdbJit.h"

#include "runtime/Memory.h"

#include <cstdlib>
#include <cstring>
#include <elf.h>
#include <pthread.h>

// The interface: names, layout and numbers are gdb's
// (https://sourceware.org/gdb/current/onlinedocs/gdb.html/Declarations.html). A process may have several
// compilers that know it, LLVM for one, and each a list of its own, so nobody else's may be taken for ours:
// hence protected. In a program that links two of them statically they are one: hence weak.
extern "C" {
struct jit_code_entry {
  jit_code_entry* next_entry;
  jit_code_entry* prev_entry;
  const char* symfile_addr;
  uint64_t symfile_size;
};
struct jit_descriptor {
  uint32_t version;
  uint32_t action_flag;
  jit_code_entry* relevant_entry;
  jit_code_entry* first_entry;
};
/// The debugger stops here.
__attribute__((weak, visibility("protected"), noinline, used)) void __jit_debug_register_code() {
  __asm__ volatile("" ::: "memory");
}
__attribute__((weak, visibility("protected"), used)) jit_descriptor __jit_debug_descriptor = {1, 0, nullptr,
                                                                                              nullptr};
}

namespace aic::runtime::cpu {

namespace {

enum Action : uint32_t { kRegister = 1, kUnregister = 2 };

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER; // For the list.

/// The sections of the object file, in this order.
enum Section : uint16_t { kNone, kText, kUnwind, kSymbols, kStrings, kSections };

/// All in one piece of memory: the entry, the object file's headers, and what Size counts.
struct Shown {
  jit_code_entry entry;
  Elf64_Ehdr header;
  Elf64_Shdr sections[kSections];
};

// Names of sections, at the beginning of the strings: one table serves sections and symbols.
constexpr char kNames[] = "\0.text\0.eh_frame\0.symtab\0.strtab";
constexpr uint32_t kTextName = 1, kUnwindName = 7, kSymbolsName = 17, kStringsName = 25;

uint64_t Offset(const Shown* shown, const void* at) {
  return static_cast<uint64_t>(static_cast<const uint8_t*>(at) -
                               reinterpret_cast<const uint8_t*>(&shown->header));
}

void WriteHeader(Elf64_Ehdr* header) {
  memcpy(header->e_ident, ELFMAG, SELFMAG);
  header->e_ident[EI_CLASS] = ELFCLASS64;
  header->e_ident[EI_DATA] = ELFDATA2LSB;
  header->e_ident[EI_VERSION] = EV_CURRENT;
  header->e_type = ET_EXEC; // Its addresses are where things are.
#if defined(__aarch64__)
  header->e_machine = EM_AARCH64;
#else
  header->e_machine = EM_X86_64;
#endif
  header->e_version = EV_CURRENT;
  header->e_shoff = sizeof(Elf64_Ehdr);
  header->e_ehsize = sizeof(Elf64_Ehdr);
  header->e_shentsize = sizeof(Elf64_Shdr);
  header->e_shnum = kSections;
  header->e_shstrndx = kStrings;
}

void WriteSymbol(Elf64_Sym* symbol, uint64_t name, uint64_t address, uint64_t bytes) {
  symbol->st_name = static_cast<uint32_t>(name);
  symbol->st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC);
  symbol->st_shndx = kText;
  symbol->st_value = address;
  symbol->st_size = bytes;
}

} // namespace

void* ShowGdb(const LoadedCode& code, const KernelNames& names, const uint64_t* sizes) {
  const uint32_t kernels = code.table->count;
  const uint64_t symbolBytes = (uint64_t(kernels) + 1) * sizeof(Elf64_Sym);
  uint64_t stringBytes = sizeof(kNames);
  for (uint32_t i = 0; i < kernels; ++i)
    stringBytes += strlen(names[i]) + 1;
  if (stringBytes > UINT32_MAX)
    return nullptr;
  const uint64_t bytes = sizeof(Shown) + symbolBytes + code.unwind.bytes + stringBytes;
  auto* shown = static_cast<Shown*>(Allocate(bytes));
  if (!shown)
    return nullptr;
  auto* symbols = reinterpret_cast<Elf64_Sym*>(shown + 1);
  char* unwind = reinterpret_cast<char*>(symbols + kernels + 1);
  char* strings = unwind + code.unwind.bytes;

  memcpy(unwind, code.memory + code.unwind.address, code.unwind.bytes);
  memcpy(strings, kNames, sizeof(kNames));
  uint64_t at = sizeof(kNames);
  for (uint32_t i = 0; i < kernels; ++i) {
    WriteSymbol(&symbols[i + 1], at, reinterpret_cast<uintptr_t>(code.table->functions[i]), sizes[i]);
    const size_t length = strlen(names[i]) + 1;
    memcpy(strings + at, names[i], length);
    at += length;
  }
  WriteHeader(&shown->header);
  const uint64_t base = reinterpret_cast<uintptr_t>(code.memory);
  Elf64_Shdr* sections =
      shown->sections; // Name, type, flags, address, offset, bytes, link, info, alignment, …
  sections[kText] = {
      kTextName, SHT_NOBITS, SHF_ALLOC | SHF_EXECINSTR, base + code.code.address, 0, code.code.bytes, 0, 0,
      16,        0};
  sections[kUnwind] = {kUnwindName,
                       SHT_PROGBITS,
                       SHF_ALLOC,
                       base + code.unwind.address,
                       Offset(shown, unwind),
                       code.unwind.bytes,
                       0,
                       0,
                       1,
                       0};
  sections[kSymbols] = {kSymbolsName,
                        SHT_SYMTAB,
                        0,
                        0,
                        Offset(shown, symbols),
                        symbolBytes,
                        kStrings,
                        /*first that is not local*/ 1,
                        8,
                        sizeof(Elf64_Sym)};
  sections[kStrings] = {kStringsName, SHT_STRTAB, 0, 0, Offset(shown, strings), stringBytes, 0, 0, 1, 0};

  shown->entry.symfile_addr = reinterpret_cast<const char*>(&shown->header);
  shown->entry.symfile_size = bytes - offsetof(Shown, header);
  pthread_mutex_lock(&mutex);
  jit_descriptor& list = __jit_debug_descriptor;
  shown->entry.next_entry = list.first_entry;
  if (list.first_entry)
    list.first_entry->prev_entry = &shown->entry;
  list.first_entry = &shown->entry;
  list.relevant_entry = &shown->entry;
  list.action_flag = kRegister;
  __jit_debug_register_code();
  pthread_mutex_unlock(&mutex);
  return shown;
}

void HideFromGdb(void* memory) {
  auto* shown = static_cast<Shown*>(memory);
  pthread_mutex_lock(&mutex);
  jit_descriptor& list = __jit_debug_descriptor;
  (shown->entry.prev_entry ? shown->entry.prev_entry->next_entry : list.first_entry) =
      shown->entry.next_entry;
  if (shown->entry.next_entry)
    shown->entry.next_entry->prev_entry = shown->entry.prev_entry;
  list.relevant_entry = &shown->entry;
  list.action_flag = kUnregister;
  __jit_debug_register_code();
  pthread_mutex_unlock(&mutex);
  Release(shown, shown->entry.symfile_size + offsetof(Shown, header));
}

} // namespace aic::runtime::cpu

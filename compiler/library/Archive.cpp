#include "compiler/library/Archive.h"

#include "absl/strings/str_cat.h"
#include "frontends/weights/FileWriter.h"
#include "runtime/kernel_abi.h"

#include "llvm/BinaryFormat/ELF.h"
#include "llvm/ObjCopy/CommonConfig.h"
#include "llvm/ObjCopy/ELF/ELFConfig.h"
#include "llvm/ObjCopy/ELF/ELFObjcopy.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/Alignment.h"
#include "llvm/TargetParser/Triple.h"

#include <cstring>

// What runtime/embedded was compiled to (RuntimeObjects.c).
extern "C" const char aic_embedded_x86_64[], aic_embedded_x86_64_end[], aic_embedded_aarch64[],
    aic_embedded_aarch64_end[];

namespace aic::library {
namespace {

llvm::Error failure(std::errc kind, const llvm::Twine& message) {
  return llvm::createStringError(std::make_error_code(kind), message);
}

/// From LLVM's stream to a file that gets its name when it is whole.
class FileStream final : public llvm::raw_ostream {
public:
  explicit FileStream(weights::FileWriter& file) : file(file) {}
  ~FileStream() override { flush(); }
  absl::Status status() {
    flush();
    return first;
  }

private:
  void write_impl(const char* bytes, size_t size) override {
    if (first.ok())
      first = file.Write(weights::Bytes(reinterpret_cast<const uint8_t*>(bytes), size));
    written += size;
  }
  uint64_t current_pos() const override { return written; }

  weights::FileWriter& file;
  absl::Status first;
  uint64_t written = 0;
};

/// The strings of an ELF file: 0 is "".
class Strings {
public:
  uint32_t add(const std::string& text) {
    const auto at = static_cast<uint32_t>(bytes.size());
    bytes.append(text).push_back('\0');
    return at;
  }
  std::string bytes = std::string(1, '\0');
};

} // namespace

llvm::Expected<std::string> renamed(llvm::StringRef object,
                                    const std::vector<std::pair<std::string, std::string>>& names) {
  auto file = llvm::object::ObjectFile::createELFObjectFile(llvm::MemoryBufferRef(object, "object"));
  if (!file)
    return file.takeError();
  llvm::objcopy::CommonConfig config;
  llvm::objcopy::ELFConfig elf;
  auto refuse = [](llvm::Error error) { return error; };
  for (const auto& [from, to] : names) {
    config.SymbolsToRename[from] = to;
    llvm::objcopy::NameMatcher matcher;
    // Which of both a symbol has when it is hidden is objcopy's choice. The matcher keeps no copy of a name.
    for (llvm::StringRef name : {llvm::StringRef(from), llvm::StringRef(to)})
      if (llvm::Error error = matcher.addMatcher(
              llvm::objcopy::NameOrPattern::create(name, llvm::objcopy::MatchStyle::Literal, refuse)))
        return std::move(error);
    elf.SymbolsToSetVisibility.emplace_back(std::move(matcher), llvm::ELF::STV_HIDDEN);
  }
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  if (llvm::Error error = llvm::objcopy::elf::executeObjcopyOnBinary(
          config, elf, llvm::cast<llvm::object::ELFObjectFileBase>(**file), stream))
    return std::move(error);
  return std::string(bytes.begin(), bytes.end());
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
weightsObject(const artifact::Content& content, llvm::StringRef tripleName, const std::string& symbol) {
  using namespace llvm::ELF;
  const llvm::Triple triple(tripleName);
  const bool x86 = triple.getArch() == llvm::Triple::x86_64;
  if (!x86 && triple.getArch() != llvm::Triple::aarch64)
    return failure(std::errc::not_supported, "there is no C library for " + tripleName);
  // Code reaches what it refers to within 2 GiB, but for the plan, whose pointer has 64 bits: linkers lay
  // what is large aside.
  constexpr uint64_t kLarge = uint64_t(1) << 30;
  const bool large = x86 && content.weightsBytes > kLarge;

  Strings sectionNames, symbolNames;
  Elf64_Sym symbols[2] = {};
  symbols[1].st_name = symbolNames.add(symbol);
  symbols[1].setBindingAndType(STB_GLOBAL, STT_OBJECT);
  symbols[1].st_other = STV_HIDDEN;
  symbols[1].st_shndx = 1;
  symbols[1].st_size = content.weightsBytes;

  enum { Null, Weights, Stack, Symbols, SymbolNames, SectionNames, Count };
  Elf64_Shdr sections[Count] = {};
  uint64_t end = sizeof(Elf64_Ehdr);
  auto place = [&](int index, const char* name, uint32_t type, uint64_t flags, uint64_t bytes,
                   uint64_t alignment) {
    Elf64_Shdr& section = sections[index];
    section.sh_name = sectionNames.add(name);
    section.sh_type = type;
    section.sh_flags = flags;
    section.sh_offset = llvm::alignTo(end, alignment);
    section.sh_size = bytes;
    section.sh_addralign = alignment;
    end = section.sh_offset + bytes;
  };
  place(Weights, large ? ".lrodata" : ".rodata", SHT_PROGBITS, SHF_ALLOC | (large ? SHF_X86_64_LARGE : 0u),
        content.weightsBytes, AIC_KERNEL_BUFFER_ALIGNMENT);
  place(Stack, ".note.GNU-stack", SHT_PROGBITS, 0, 0, 1); // without it the program's stack could hold code
  place(Symbols, ".symtab", SHT_SYMTAB, 0, sizeof(symbols), 8);
  sections[Symbols].sh_link = SymbolNames;
  sections[Symbols].sh_info = 1; // the first that is not local
  sections[Symbols].sh_entsize = sizeof(Elf64_Sym);
  place(SymbolNames, ".strtab", SHT_STRTAB, 0, symbolNames.bytes.size(), 1);
  sections[SectionNames].sh_name = sectionNames.add(".shstrtab");
  const std::string names = sectionNames.bytes;
  place(SectionNames, "", SHT_STRTAB, 0, names.size(), 1);
  sections[SectionNames].sh_name = static_cast<uint32_t>(names.size() - sizeof(".shstrtab"));

  Elf64_Ehdr header = {};
  memcpy(header.e_ident, ElfMagic, 4);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = ET_REL;
  header.e_machine = x86 ? EM_X86_64 : EM_AARCH64;
  header.e_version = EV_CURRENT;
  header.e_shoff = llvm::alignTo(end, 8);
  header.e_ehsize = sizeof(Elf64_Ehdr);
  header.e_shentsize = sizeof(Elf64_Shdr);
  header.e_shnum = Count;
  header.e_shstrndx = SectionNames;

  auto buffer =
      llvm::WritableMemoryBuffer::getNewMemBuffer(header.e_shoff + sizeof(sections), symbol); // zeros
  if (!buffer)
    return failure(std::errc::not_enough_memory, "no memory for a library's weights");
  char* to = buffer->getBufferStart();
  memcpy(to, &header, sizeof(header));
  for (const artifact::Constant& constant : content.constants)
    memcpy(to + sections[Weights].sh_offset + constant.offset, constant.data.data(), constant.data.size());
  memcpy(to + sections[Symbols].sh_offset, symbols, sizeof(symbols));
  memcpy(to + sections[SymbolNames].sh_offset, symbolNames.bytes.data(), symbolNames.bytes.size());
  memcpy(to + sections[SectionNames].sh_offset, names.data(), names.size());
  memcpy(to + header.e_shoff, sections, sizeof(sections));
  return std::unique_ptr<llvm::MemoryBuffer>(std::move(buffer));
}

absl::Status writeArchive(const std::string& path, const std::vector<ArchiveMember>& members) {
  auto file = weights::FileWriter::Create(path);
  if (!file.ok())
    return file.status();
  std::vector<llvm::NewArchiveMember> added;
  for (const ArchiveMember& member : members) {
    llvm::NewArchiveMember& made = added.emplace_back(member.object);
    made.MemberName = member.name;
  }
  FileStream stream(**file);
  if (llvm::Error error =
          llvm::writeArchiveToStream(stream, added, llvm::SymtabWritingMode::NormalSymtab,
                                     llvm::object::Archive::K_GNU, /*Deterministic=*/true, /*Thin=*/false))
    return absl::InternalError(absl::StrCat(path, ": ", llvm::toString(std::move(error))));
  if (absl::Status status = stream.status(); !status.ok())
    return status;
  return (*file)->Commit();
}

llvm::StringRef runtimeObject(llvm::StringRef triple) {
  switch (llvm::Triple(triple).getArch()) {
  case llvm::Triple::x86_64:
    return {aic_embedded_x86_64, static_cast<size_t>(aic_embedded_x86_64_end - aic_embedded_x86_64)};
  case llvm::Triple::aarch64:
    return {aic_embedded_aarch64, static_cast<size_t>(aic_embedded_aarch64_end - aic_embedded_aarch64)};
  default:
    return {};
  }
}

} // namespace aic::library

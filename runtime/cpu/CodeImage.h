/// \file
/// A code section's bytes: what they must be, and how they are laid out in memory.
#ifndef AIC_RUNTIME_CPU_CODEIMAGE_H
#define AIC_RUNTIME_CPU_CODEIMAGE_H

#include "runtime/aic.h"
#include "runtime/cpu/UnwindTable.h"
#include "runtime/kernel_abi.h"

#include <cstdint>

namespace aic::runtime::cpu {

/// An ELF shared object of the one form that compiler/codegen/cpu/Link.cpp writes, which is what a kernel
/// needs and no more:
///
/// - at most three segments in the order of their addresses, one of each kind: read-only (R), code (R, X) and
///   relocated data (R, W), which PT_GNU_RELRO covers, so that nothing is writable once it is loaded. No page
///   holds bytes of two of them. Bytes in memory that the file has not: only the relocated data's padding;
/// - a dynamic section with relocations of one type, relative, all of them in the relocated data;
/// - e_entry is the address of the kernel table;
/// - if it has call frame information, in the read-only segment (see UnwindTable.h).
///
/// All else is refused by name: libraries, imported symbols, thread-local data, constructors. This class
/// makes no system call and reads nothing that it has not compared with the size of what it reads.
class CodeImage {
public:
  /// `where` names the file in messages and lives as long as this.
  explicit CodeImage(const char* where) : where_(where) {}

  /// Reads the headers of `size` bytes at `bytes`. `pageBytes`: the system's, a power of two. Call once.
  /// Errors: AIC_INVALID_ARTIFACT, AIC_UNSUPPORTED (without a kernel table's address: an older aic linked
  /// it).
  aic_status ReadHeaders(const uint8_t* bytes, uint64_t size, uint64_t pageBytes);

  /// The memory that it takes: a multiple of the page, and at most some 600 KiB more than its bytes.
  uint64_t span() const { return span_; }

  /// The pages that hold code, as offsets into the memory: [begin, end), multiples of the page.
  uint64_t codeBegin() const { return codeBegin_; }
  uint64_t codeEnd() const { return codeEnd_; }

  /// Copies the segments out of the bytes that ReadHeaders saw into `memory`, span() zeros on a page's
  /// boundary, and relocates them there. What is read after the headers is read out of `memory`, so a file
  /// that changes meanwhile does no harm. Errors: AIC_INVALID_ARTIFACT.
  aic_status Place(const uint8_t* bytes, uint8_t* memory);

  /// The kernel table in `memory`, as Place left it: of this ABI, with `kernels` functions, each of which
  /// lies in the code. Errors: AIC_INVALID_ARTIFACT, AIC_UNSUPPORTED (another version of the kernel ABI).
  aic_status FindTable(const uint8_t* memory, uint32_t kernels, const aic_kernel_table** table) const;

  /// The call frame information in `memory`, as Place left it; of no bytes where there is none. Errors:
  /// AIC_INVALID_ARTIFACT.
  aic_status FindUnwindTable(const uint8_t* memory, Part* table) const;

private:
  enum Role { ReadOnly, Code, Relocated, kRoles };
  struct Segment {
    bool there = false;
    uint64_t address = 0, bytes = 0; ///< In memory.
    uint64_t offset = 0, fileBytes = 0;
  };
  struct Range {
    bool there = false;
    uint64_t address = 0, bytes = 0;
  };
  struct Relocations {
    uint64_t address = 0, bytes = 0, entryBytes = 0;
  };

  /// Sets the message "…: the code section …" and returns AIC_INVALID_ARTIFACT.
  aic_status Refuse(const char* format, ...) const __attribute__((format(printf, 2, 3)));
  aic_status ReadSegment(uint32_t flags, const Segment& segment, uint64_t size, uint64_t pageBytes);
  aic_status CheckSegments(const Range& relro) const;
  aic_status ReadDynamic(const uint8_t* memory, Relocations* relocations) const;
  aic_status Relocate(uint8_t* memory, const Relocations& relocations) const;

  const char* where_;
  Segment segments_[kRoles];
  Range dynamic_, unwindHeader_;
  uint64_t table_ = 0; ///< The kernel table's address.
  uint64_t span_ = 0, codeBegin_ = 0, codeEnd_ = 0;
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_CODEIMAGE_H

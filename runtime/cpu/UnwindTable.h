/// \file
/// The call frame information of a code section: how to get from a kernel's frame to its caller's.
#ifndef AIC_RUNTIME_CPU_UNWINDTABLE_H
#define AIC_RUNTIME_CPU_UNWINDTABLE_H

#include <cstdint>

namespace aic::runtime::cpu {

/// A part of a loaded code section: offsets into its memory.
struct Part {
  uint64_t address = 0, bytes = 0;
};

/// Reads .eh_frame (Linux Standard Base Core 5.0, 10.6), which the header at `header` (.eh_frame_hdr, 10.6.2)
/// points at. Both must lie in `readOnly`, and what they describe in `code`. Taken is what LLVM and LLD write
/// for kernels, and no more, since unwinders believe what they read: addresses relative to themselves in 32
/// bits, no personality, an end. Returns NULL, with `table` the whole .eh_frame and its end; or what is
/// wrong, words that complete "the code section has unwind tables ".
const char* ReadUnwindTable(const uint8_t* memory, Part header, Part readOnly, Part code, Part* table);

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_UNWINDTABLE_H

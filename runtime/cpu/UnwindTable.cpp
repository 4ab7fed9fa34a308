#include "runtime/cpu/UnwindTable.h"

#include "runtime/Memory.h"

#include <cstring>

namespace aic::runtime::cpu {

namespace {

constexpr uint8_t kRelative32 = 0x1b; // DW_EH_PE_pcrel | DW_EH_PE_sdata4
/// Version; encodings of .eh_frame's address, of the number of entries and of the table for searches.
constexpr uint8_t kHeader[] = {1, kRelative32, /*udata4*/ 0x03, /*datarel sdata4*/ 0x3b};

uint32_t Word(const uint8_t* at) {
  uint32_t word;
  memcpy(&word, at, sizeof(word));
  return word;
}

/// What the 32 bits at `address` say, which count from there.
uint64_t Target(const uint8_t* memory, uint64_t address) {
  return address + static_cast<uint64_t>(static_cast<int64_t>(static_cast<int32_t>(Word(memory + address))));
}

bool IsIn(uint64_t address, uint64_t bytes, Part part) {
  return address >= part.address && Inside(address - part.address, bytes, part.bytes);
}

/// Behind length and identifier of a common information entry: version 1, "zR", three numbers of one byte
/// (code alignment, data alignment, the return address's register), and one byte of "R", the addresses' form.
bool IsCommon(const uint8_t* at, uint32_t bytes) {
  return bytes >= 9 && memcmp(at, "\1zR", 4) == 0 && at[4] < 0x80 && at[5] < 0x80 && at[6] < 0x80 &&
         at[7] == 1 && at[8] == kRelative32;
}

} // namespace

const char* ReadUnwindTable(const uint8_t* memory, Part header, Part readOnly, Part code, Part* table) {
  if (header.bytes < sizeof(kHeader) + 4 || !IsIn(header.address, header.bytes, readOnly))
    return "whose header lies outside of its read-only segment";
  if (memcmp(memory + header.address, kHeader, sizeof(kHeader)) != 0)
    return "of another form";
  const uint64_t begin = Target(memory, header.address + sizeof(kHeader));
  bool hasCommon = false;
  uint64_t common = 0; // The entry that those which describe functions refer to.
  for (uint64_t at = begin;;) {
    if (!IsIn(at, 4, readOnly))
      return "outside of its read-only segment";
    const uint32_t length = Word(memory + at);
    at += 4;
    if (length == 0) {
      *table = {begin, at - begin};
      return nullptr;
    }
    if (length < 4 || !IsIn(at, length, readOnly))
      return "with an entry outside of its read-only segment";
    const uint8_t* entry = memory + at;
    if (const uint32_t back = Word(entry); back == 0) {
      if (!IsCommon(entry + 4, length - 4))
        return "of another form";
      common = at - 4;
      hasCommon = true;
    } else {
      if (!hasCommon || at - common != back || length < 13 || entry[12] != 0)
        return "of another form";
      if (!IsIn(Target(memory, at + 4), Word(entry + 8), code))
        return "for what is not its code";
    }
    at += length;
  }
}

} // namespace aic::runtime::cpu

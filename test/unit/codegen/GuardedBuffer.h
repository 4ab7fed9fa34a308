// Memory that shows what goes too far: bytes that lie against a page which nobody may touch, with a known
// pattern on their other side, and what happens to code that touches it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace aic::test {

/// Which end of the bytes lies against an unmapped page.
enum class Against { Start, End };

/// `bytes` bytes of memory, which may be 0. One end of them lies against an unmapped page; what is left of
/// their own pages holds a pattern, and behind it there is an unmapped page too.
class GuardedBuffer {
public:
  /// The bytes are filled with kFill. data() is aligned as far as `bytes` is a multiple of the alignment.
  /// Ends the process where the system has no memory.
  GuardedBuffer(size_t bytes, Against against);
  GuardedBuffer(GuardedBuffer&& other) noexcept;
  GuardedBuffer(const GuardedBuffer&) = delete;
  ~GuardedBuffer();

  /// What stands in bytes that nobody has written: a NaN in every float, and no small number in any integer.
  static constexpr uint8_t kFill = 0xFF;

  uint8_t* data() const { return begin; }
  size_t size() const { return bytes; }
  void fill(uint8_t value);
  /// From now on the bytes can only be read.
  void protect();
  /// Where the pattern around the bytes was written to: "3 bytes beyond the end"; or "".
  std::string damage() const;
  /// Where an address lies: "4 bytes beyond the end", "in the bytes, at 12"; "" where it is not near this
  /// buffer.
  std::string place(const void* address) const;

private:
  uint8_t* mapping = nullptr; // with the unmapped pages
  size_t mapped = 0;
  uint8_t *pages = nullptr, *pagesEnd = nullptr; // that can be written
  uint8_t* begin = nullptr;
  size_t bytes = 0;
};

/// Runs `work`, which holds nothing that must be destroyed, on this thread. Returns the address that it could
/// not read or write; null where it came to its end. Not for two threads at once.
const void* faultOf(const std::function<void()>& work);

} // namespace aic::test

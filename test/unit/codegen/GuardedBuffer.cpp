#include "GuardedBuffer.h"

#include <algorithm>
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace aic::test {
namespace {

constexpr uint8_t kPattern = 0xA5;

size_t roundUp(size_t value, size_t multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

sigjmp_buf afterFault;
const void* volatile faultAddress;

void onFault(int, siginfo_t* info, void*) {
  faultAddress = info->si_addr;
  siglongjmp(afterFault, 1);
}

} // namespace

GuardedBuffer::GuardedBuffer(size_t bytes, Against against) : bytes(bytes) {
  const size_t page = size_t(sysconf(_SC_PAGESIZE));
  const size_t own = std::max(page, roundUp(bytes, page));
  mapped = own + 2 * page;
  void* memory = mmap(nullptr, mapped, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED || mprotect(static_cast<uint8_t*>(memory) + page, own, PROT_READ | PROT_WRITE)) {
    std::perror("no memory for a guarded buffer");
    std::abort();
  }
  mapping = static_cast<uint8_t*>(memory);
  pages = mapping + page;
  pagesEnd = pages + own;
  begin = against == Against::Start ? pages : pagesEnd - bytes;
  std::memset(pages, kPattern, own);
  fill(kFill);
}

GuardedBuffer::GuardedBuffer(GuardedBuffer&& other) noexcept
    : mapping(std::exchange(other.mapping, nullptr)), mapped(other.mapped), pages(other.pages),
      pagesEnd(other.pagesEnd), begin(other.begin), bytes(other.bytes) {}

GuardedBuffer::~GuardedBuffer() {
  if (mapping)
    munmap(mapping, mapped);
}

void GuardedBuffer::fill(uint8_t value) {
  std::memset(begin, value, bytes);
}

void GuardedBuffer::protect() {
  if (mprotect(pages, size_t(pagesEnd - pages), PROT_READ))
    std::abort();
}

std::string GuardedBuffer::damage() const {
  for (const uint8_t* p = begin; p-- > pages;)
    if (*p != kPattern)
      return "wrote " + place(p);
  for (const uint8_t* p = begin + bytes; p < pagesEnd; ++p)
    if (*p != kPattern)
      return "wrote " + place(p);
  return "";
}

std::string GuardedBuffer::place(const void* address) const {
  const auto* p = static_cast<const uint8_t*>(address);
  if (p < mapping || p >= mapping + mapped)
    return "";
  if (p < begin)
    return std::to_string(begin - p) + " bytes before the start";
  if (p >= begin + bytes)
    return std::to_string(p - (begin + bytes)) + " bytes beyond the end";
  return "in the bytes, at " + std::to_string(p - begin);
}

const void* faultOf(const std::function<void()>& work) {
  struct sigaction action = {}, oldSegv, oldBus;
  action.sa_sigaction = onFault;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  faultAddress = nullptr;
  sigaction(SIGSEGV, &action, &oldSegv);
  sigaction(SIGBUS, &action, &oldBus);
  if (sigsetjmp(afterFault, /*savemask=*/1) == 0)
    work();
  sigaction(SIGSEGV, &oldSegv, nullptr);
  sigaction(SIGBUS, &oldBus, nullptr);
  return faultAddress;
}

} // namespace aic::test

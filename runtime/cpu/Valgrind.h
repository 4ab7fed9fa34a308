/// \file
/// What Valgrind's helgrind and drd cannot see: that an atomic brings what one thread has done in front of
/// what another does. They know the locks of pthreads alone.
#ifndef AIC_RUNTIME_CPU_VALGRIND_H
#define AIC_RUNTIME_CPU_VALGRIND_H

#include <cstdint>

namespace aic::runtime::cpu {

/// A client request of Valgrind's (its valgrind.h): some instructions that do nothing, but under it.
inline void TellValgrind([[maybe_unused]] uint64_t request, [[maybe_unused]] const void* object) {
#if defined(__x86_64__)
  const volatile uint64_t arguments[6] = {request, reinterpret_cast<uintptr_t>(object), 0, 0, 0, 0};
  uint64_t result = 0;
  __asm__ volatile("rolq $3, %%rdi; rolq $13, %%rdi; rolq $61, %%rdi; rolq $51, %%rdi; xchgq %%rbx, %%rbx"
                   : "+d"(result)
                   : "a"(&arguments[0])
                   : "cc", "memory");
#endif
}

constexpr uint64_t kHelgrind = uint64_t('H') << 24 | uint64_t('G') << 16; ///< drd takes these, too.

/// All that this thread has done comes before what a thread does after HappensAfter of the same object.
inline void HappensBefore(const void* object) {
  TellValgrind(kHelgrind + 256 + 33, object);
}
inline void HappensAfter(const void* object) {
  TellValgrind(kHelgrind + 256 + 34, object);
}

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_VALGRIND_H

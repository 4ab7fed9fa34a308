/// \file
/// The floating point modes that kernels are promised.
#ifndef AIC_RUNTIME_CPU_FLOATINGPOINT_H
#define AIC_RUNTIME_CPU_FLOATINGPOINT_H

#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace aic::runtime::cpu {

/// The system's defaults (rounding to nearest, subnormals kept, no traps), for as long as this lives. The
/// pool's threads have them always; were another's others (flush to zero, say), a result would depend on who
/// computed it.
class DefaultFloatingPoint {
public:
#if defined(__x86_64__)
  DefaultFloatingPoint() : before_(_mm_getcsr()) { _mm_setcsr(0x1f80); }
  ~DefaultFloatingPoint() { _mm_setcsr(before_); }

private:
  unsigned before_;
#elif defined(__aarch64__)
  DefaultFloatingPoint() {
    __asm__ volatile("mrs %0, fpcr" : "=r"(before_));
    __asm__ volatile("msr fpcr, %0" : : "r"(uint64_t(0)));
  }
  ~DefaultFloatingPoint() { __asm__ volatile("msr fpcr, %0" : : "r"(before_)); }

private:
  uint64_t before_;
#else
  DefaultFloatingPoint() {}
  ~DefaultFloatingPoint() {}
#endif
  DefaultFloatingPoint(const DefaultFloatingPoint&) = delete;
  DefaultFloatingPoint& operator=(const DefaultFloatingPoint&) = delete;
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_FLOATINGPOINT_H

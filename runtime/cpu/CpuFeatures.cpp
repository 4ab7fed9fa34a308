#include "runtime/cpu/CpuFeatures.h"

#include "runtime/schema/ArmFeatures.h"
#include "runtime/schema/X86Features.h"

#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#elif defined(__aarch64__)
#include <sys/auxv.h>
#endif

namespace aic::runtime::cpu {

#if defined(__x86_64__)

namespace {

using namespace schema::x86;

bool StateIsSaved(State state) {
  if (state == None)
    return true;
  uint32_t a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 27))) // OSXSAVE
    return false;
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  uint32_t needed = state == Ymm ? 0x6 : state == Zmm ? 0xe6 : 0x60006;
  return (low & needed) == needed && (state != Tile || PermitTiles());
}

bool Has(const Row& row) {
  uint32_t r[4] = {0, 0, 0, 0};
  if (!__get_cpuid_count(row.leaf, row.subleaf, &r[0], &r[1], &r[2],
                         &r[3])) // False above the CPU's highest leaf.
    return false;
  // Leaf 7 tells its own highest subleaf; beyond it the registers mean nothing.
  if (row.leaf == 7 && row.subleaf > 0) {
    uint32_t highest, b, c, d;
    if (!__get_cpuid_count(7, 0, &highest, &b, &c, &d) || highest < row.subleaf)
      return false;
  }
  return (r[row.reg] >> row.bit & 1) && StateIsSaved(row.state);
}

} // namespace

Feature LookUp(const char* name) {
  for (const Row& row : kRows)
    if (strcmp(row.name, name) == 0)
      return Has(row) ? Feature::Present : Feature::Absent;
  return Feature::Unknown;
}

const char* Architecture() {
  return "x86_64";
}

const char* PortableTargetCpu() {
  // The levels of the x86-64 psABI, each on top of the one before.
  struct Level {
    const char* name;
    const char* features[8];
  };
  static const Level kLevels[] = {
      {"x86-64-v2", {"cx16", "sahf", "popcnt", "sse3", "sse4.1", "sse4.2", "ssse3"}},
      {"x86-64-v3", {"avx", "avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe"}},
      {"x86-64-v4", {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}},
  };
  const char* best = "x86-64";
  for (const Level& level : kLevels) {
    for (const char* feature : level.features)
      if (feature && LookUp(feature) != Feature::Present)
        return best;
    best = level.name;
  }
  return best;
}

#elif defined(__aarch64__)

Feature LookUp(const char* name) {
  for (const schema::arm::Row& row : schema::arm::kRows)
    if (strcmp(row.name, name) == 0) {
      const unsigned long bits = getauxval(row.bit < 32 ? AT_HWCAP : AT_HWCAP2);
      return bits >> row.bit % 32 & 1 ? Feature::Present : Feature::Absent;
    }
  return Feature::Unknown;
}

const char* Architecture() {
  return "aarch64";
}

const char* PortableTargetCpu() {
  return "generic-aarch64";
}

#else

// No model holds code for this architecture.
Feature LookUp(const char*) {
  return Feature::Unknown;
}

const char* Architecture() {
  return "unknown";
}

const char* PortableTargetCpu() {
  return "of another machine";
}

#endif

} // namespace aic::runtime::cpu

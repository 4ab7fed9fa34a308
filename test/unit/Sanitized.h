// What a build with AddressSanitizer tests less of. It sees our code, and neither LLVM's, nor a driver's, nor
// the kernels that are made: what the ordinary build sees of these it need not see again.
#ifndef AIC_TEST_UNIT_SANITIZED_H
#define AIC_TEST_UNIT_SANITIZED_H

#include <cstdlib>
#include <gtest/gtest.h>

namespace aic::test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIC_WITH_ADDRESS_SANITIZER 1
#endif
#endif
#ifdef AIC_WITH_ADDRESS_SANITIZER
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// How far a step of a sweep is to go: there, the first of a test and every sixteenth after it wholly, of
/// the others every fourth to where our own code ends. Elsewhere, and with AIC_SWEEPS=all, all go wholly.
enum class Step { Whole, OurCode, Nothing };
inline Step nextStep() {
  static const testing::TestInfo* test = nullptr;
  static int steps = 0;
  if (!kSanitized || std::getenv("AIC_SWEEPS"))
    return Step::Whole;
  const testing::TestInfo* now = testing::UnitTest::GetInstance()->current_test_info();
  steps = now == test ? steps + 1 : 0;
  test = now;
  return steps % 16 == 0 ? Step::Whole : steps % 4 == 0 ? Step::OurCode : Step::Nothing;
}

} // namespace aic::test

#endif // AIC_TEST_UNIT_SANITIZED_H

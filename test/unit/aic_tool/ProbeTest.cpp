#include "tools/aic/FmaPeak.h"

#include <gtest/gtest.h>

namespace aic::tool {
namespace {

/// No exact number can be asked of a busy machine; but a loop that the compiler folded away would be far
/// above what any core can do (64 f32 lanes a cycle at 6 GHz, twice), and one that is not vectorised far
/// below.
TEST(FmaPeak, IsOfThisWorld) {
  double one = measureFmaPeak(1);
  EXPECT_GT(one, 4.0);
  EXPECT_LT(one, 1000.0);
  EXPECT_GT(measureFmaPeak(2), 4.0);
  EXPECT_GT(measureFmaPeak(0), 4.0);
}

} // namespace
} // namespace aic::tool

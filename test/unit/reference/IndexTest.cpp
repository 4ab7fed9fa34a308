// Indices out of range: an error at the operation's place, never a read.
#include "test/unit/reference/Parse.h"

#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// A lookup of `indices` in a table; its error, or nothing.
struct Lookup {
  const char* text;
  std::vector<int64_t> shape;
  std::string prefix, suffix; ///< of the message, around the bad index
};

const Lookup kLookups[] = {
    {R"(func.func @f(%i: tensor<2x3xi64>) -> tensor<2x3x4xf32> {
  %t = aic.constant dense<1.0> : tensor<5x4xf32>
  %y = aic.embedding %i, %t : (tensor<2x3xi64>, tensor<5x4xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
})",
     {2, 3},
     "embedding: ids[1, 1] is ",
     ", which is not in [0, 5)"},
    {R"(func.func @f(%i: tensor<2x3xi64>) -> tensor<2x3xi8> {
  %t = aic.constant dense<1> : tensor<2x5xi8>
  %y = aic.gather %t, %i {dim = 1} : (tensor<2x5xi8>, tensor<2x3xi64>) -> tensor<2x3xi8>
  return %y : tensor<2x3xi8>
})",
     {2, 3},
     "gather: index[1, 1] is ",
     ", which is not in [0, 5)"},
    {R"(func.func @f(%i: tensor<2x3xi64>) -> tensor<7x2x3xi1> {
  %t = aic.constant dense<true> : tensor<7x5xi1>
  %y = aic.take %t, %i {dim = 1} : (tensor<7x5xi1>, tensor<2x3xi64>) -> tensor<7x2x3xi1>
  return %y : tensor<7x2x3xi1>
})",
     {2, 3},
     "take: index[1, 1] is ",
     ", which is not in [0, 5)"},
    // A result without elements reads nothing, but the index is no less wrong.
    {R"(func.func @f(%i: tensor<6xi64>) -> tensor<0x6xf32> {
  %t = aic.constant dense<> : tensor<0x5xf32>
  %y = aic.take %t, %i {dim = 1} : (tensor<0x5xf32>, tensor<6xi64>) -> tensor<0x6xf32>
  return %y : tensor<0x6xf32>
})",
     {6},
     "take: index[4] is ",
     ", which is not in [0, 5)"},
};

TEST(Indices, OutOfRangeNamesTheFirst) {
  for (const Lookup& lookup : kLookups)
    for (int64_t bad : {int64_t(5), int64_t(-1), std::numeric_limits<int64_t>::max(),
                        std::numeric_limits<int64_t>::min(), int64_t(1) << 32, int64_t(4)}) {
      SCOPED_TRACE(lookup.prefix + std::to_string(bad));
      Parsed parsed(lookup.text);
      ASSERT_TRUE(parsed.module) << parsed.errors.front();
      SmallVector<Tensor> results;
      Tensor indices = integers(IntegerType::get(&parsed.context, 64), lookup.shape, {0, 4, 1, 2, bad, bad});
      if (bad == 4) { // the last that is there
        EXPECT_TRUE(succeeded(parsed.run({indices}, results)));
        continue;
      }
      EXPECT_TRUE(failed(parsed.run({indices}, results)));
      ASSERT_EQ(parsed.errors.size(), 1u);
      EXPECT_EQ(parsed.errors.front(), lookup.prefix + std::to_string(bad) + lookup.suffix);
    }
}

TEST(Indices, ASingleIndexHasNoPlace) {
  Parsed parsed(R"(func.func @f(%i: tensor<i32>) -> tensor<f32> {
  %t = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %y = aic.take %t, %i {dim = 0} : (tensor<2xf32>, tensor<i32>) -> tensor<f32>
  return %y : tensor<f32>
})");
  ASSERT_TRUE(parsed.module);
  Type i32 = IntegerType::get(&parsed.context, 32);
  SmallVector<Tensor> results;
  ASSERT_TRUE(succeeded(parsed.run({integers(i32, {}, {1})}, results)));
  EXPECT_EQ(results[0].f, std::vector<double>{2});
  EXPECT_TRUE(failed(parsed.run({integers(i32, {}, {2})}, results)));
  ASSERT_FALSE(parsed.errors.empty());
  EXPECT_EQ(parsed.errors.back(), "take: index is 2, which is not in [0, 2)");
}

TEST(Indices, TheErrorStandsAtTheOperation) {
  Parsed parsed(R"(func.func @f(%i: tensor<1xi64>) -> tensor<1x1xf32> {
  %t = aic.constant dense<1.0> : tensor<2x1xf32>
  %y = aic.embedding %i, %t : (tensor<1xi64>, tensor<2x1xf32>) -> tensor<1x1xf32> loc("model.graph":7:3)
  return %y : tensor<1x1xf32>
})");
  ASSERT_TRUE(parsed.module);
  std::string place;
  ScopedDiagnosticHandler handler(&parsed.context, [&](Diagnostic& diagnostic) {
    llvm::raw_string_ostream(place) << diagnostic.getLocation();
    return success();
  });
  SmallVector<Tensor> results;
  EXPECT_TRUE(failed(parsed.run({integers(IntegerType::get(&parsed.context, 64), {1}, {2})}, results)));
  EXPECT_EQ(place, "loc(\"model.graph\":7:3)");
}

} // namespace
} // namespace aic::reference

// x[...] is NumPy's basic indexing: offsets, sizes and strides of every form against values that NumPy gave.
#include "dialects/aic/Aic.h"
#include "test/unit/graph/Load.h"

#include <gtest/gtest.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

/// What t[index] of a tensor [5, 6, 7] is: "offsets sizes strides -> shape"; offsets are left out where
/// nothing is cut.
std::string indexed(const std::string& index) {
  Loaded loaded = loadText("graph g(t: f32[5, 6, 7]) -> (y: f32[...]) {\n  y = t[" + index + "]\n}\n");
  if (!loaded.result.module)
    return loaded.errors.at(0);
  std::string out;
  llvm::raw_string_ostream stream(out);
  auto function = *loaded.result.module->getOps<mlir::func::FuncOp>().begin();
  function.walk([&](aic::SliceOp op) {
    llvm::interleaveComma(op.getOffsets(), stream);
    stream << " / ";
    llvm::interleaveComma(op.getSizes(), stream);
    stream << " / ";
    llvm::interleaveComma(op.getStrides(), stream);
    stream << " ";
  });
  stream << "-> ";
  llvm::interleaveComma(llvm::cast<mlir::RankedTensorType>(function.getResultTypes()[0]).getShape(), stream);
  return out;
}

TEST(Index, AsNumpy) {
  EXPECT_EQ(indexed("0"), "0, 0, 0 / 1, 6, 7 / 1, 1, 1 -> 6, 7");
  EXPECT_EQ(indexed("-1"), "4, 0, 0 / 1, 6, 7 / 1, 1, 1 -> 6, 7");
  EXPECT_EQ(indexed(":, -1"), "0, 5, 0 / 5, 1, 7 / 1, 1, 1 -> 5, 7");
  EXPECT_EQ(indexed("..., 0:3"), "0, 0, 0 / 5, 6, 3 / 1, 1, 1 -> 5, 6, 3");
  EXPECT_EQ(indexed("..., none"), "-> 5, 6, 7, 1");
  EXPECT_EQ(indexed("none, ..., none"), "-> 1, 5, 6, 7, 1");
  EXPECT_EQ(indexed("1, ..., 2"), "1, 0, 2 / 1, 6, 1 / 1, 1, 1 -> 6");
  EXPECT_EQ(indexed("0, 0, 0"), "0, 0, 0 / 1, 1, 1 / 1, 1, 1 -> ");
  EXPECT_EQ(indexed("0, none, 1:2"), "0, 1, 0 / 1, 1, 7 / 1, 1, 1 -> 1, 1, 7");
  EXPECT_EQ(indexed(":"), "-> 5, 6, 7");
  EXPECT_EQ(indexed("..."), "-> 5, 6, 7");
  EXPECT_EQ(indexed("1:100"), "1, 0, 0 / 4, 6, 7 / 1, 1, 1 -> 4, 6, 7");
  EXPECT_EQ(indexed("-100:2"), "0, 0, 0 / 2, 6, 7 / 1, 1, 1 -> 2, 6, 7");
  EXPECT_EQ(indexed("::2"), "0, 0, 0 / 3, 6, 7 / 2, 1, 1 -> 3, 6, 7");
  EXPECT_EQ(indexed("::-1"), "4, 0, 0 / 5, 6, 7 / -1, 1, 1 -> 5, 6, 7");
  EXPECT_EQ(indexed("3:0:-2"), "3, 0, 0 / 2, 6, 7 / -2, 1, 1 -> 2, 6, 7");
  EXPECT_EQ(indexed("4:4"), "0, 0, 0 / 0, 6, 7 / 1, 1, 1 -> 0, 6, 7");
  EXPECT_EQ(indexed("::9223372036854775807"), "0, 0, 0 / 1, 6, 7 / 1, 1, 1 -> 1, 6, 7");
  EXPECT_EQ(indexed("-9223372036854775807::"), "-> 5, 6, 7");
}

TEST(Index, Errors) {
  EXPECT_EQ(indexed("5"), "2:9: index 5 is outside of axis 0 of f32[5, 6, 7], which has size 5");
  EXPECT_EQ(indexed("-6"), "2:9: index -6 is outside of axis 0 of f32[5, 6, 7], which has size 5");
  EXPECT_EQ(indexed("0, 0, 0, 0"), "2:8: there are 4 indices for f32[5, 6, 7], which has 3 axes");
  EXPECT_EQ(indexed("..., ..."), "2:14: an index has one '...' at most");
  EXPECT_EQ(indexed("t"), "2:9: a tensor is no index here: the index is known when the model is compiled");
  EXPECT_EQ(indexed("true"), "2:9: an index is an int, a slice, '...' or none; found bool true");
  EXPECT_EQ(indexed("1.0:"), "2:9: the bounds of a slice are ints, found float 1");
  EXPECT_EQ(indexed("::0"), "2:11: the step of a slice is not 0");
}

} // namespace

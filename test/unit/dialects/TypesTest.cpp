// The queries on shapes and types that other rooms rely on.
#include "dialects/aic/Aic.h"
#include "dialects/schedule/Schedule.h"

#include <gtest/gtest.h>

using namespace mlir;

namespace {

class TypesTest : public testing::Test {
protected:
  MLIRContext context;
  Type f32 = Float32Type::get(&context), i1 = IntegerType::get(&context, 1),
       i8 = IntegerType::get(&context, 8), u8 = IntegerType::get(&context, 8, IntegerType::Unsigned);

  Type tensor(ArrayRef<int64_t> shape, Type element) { return RankedTensorType::get(shape, element); }
  Type memref(ArrayRef<int64_t> shape, Type element) { return MemRefType::get(shape, element); }
};

using Shape = llvm::SmallVector<int64_t>;

TEST_F(TypesTest, DescribesTypesAsUsersWriteThem) {
  EXPECT_EQ(aic::describe(tensor({1, 3, 24, 24}, f32)), "f32[1, 3, 24, 24]");
  EXPECT_EQ(aic::describe(tensor({}, f32)), "f32[]");
  EXPECT_EQ(aic::describe(tensor({4}, i1)), "bool[4]");
  EXPECT_EQ(aic::describe(tensor({4}, u8)), "u8[4]");
  EXPECT_EQ(aic::describe(tensor({4}, i8)), "i8[4]");
  EXPECT_EQ(aic::describe(tensor({ShapedType::kDynamic, 2}, BFloat16Type::get(&context))), "bf16[?, 2]");
  EXPECT_EQ(aic::describe(i1), "bool");
  EXPECT_EQ(aic::describe(UnrankedTensorType::get(f32)), "tensor<*xf32>");
}

TEST_F(TypesTest, BoundsShapes) {
  EXPECT_TRUE(aic::isBounded({}));
  EXPECT_TRUE(aic::isBounded({aic::kMaxElements}));
  EXPECT_TRUE(aic::isBounded({1 << 20, 1 << 20, 1}));
  EXPECT_TRUE(aic::isBounded({0, aic::kMaxElements}));
  EXPECT_TRUE(aic::isBounded(Shape(aic::kMaxRank, 1)));
  EXPECT_FALSE(aic::isBounded(Shape(aic::kMaxRank + 1, 1)));
  EXPECT_FALSE(aic::isBounded({aic::kMaxElements + 1}));
  EXPECT_FALSE(aic::isBounded({1 << 20, (1 << 20) + 1}));
  EXPECT_FALSE(aic::isBounded({0, aic::kMaxElements, 2}));
  EXPECT_FALSE(aic::isBounded({INT64_MAX, INT64_MAX, 2}));
  EXPECT_FALSE(aic::isBounded({INT64_C(1) << 32, INT64_C(1) << 32})); // 2^64 wraps to 0
  EXPECT_FALSE(aic::isBounded({ShapedType::kDynamic}));
}

TEST_F(TypesTest, BroadcastsAsNumPy) {
  EXPECT_EQ(aic::broadcastShapes({2, 1, 4}, {3, 1}), (Shape{2, 3, 4}));
  EXPECT_EQ(aic::broadcastShapes({}, {3}), (Shape{3}));
  EXPECT_EQ(aic::broadcastShapes({1}, {0}), (Shape{0}));
  EXPECT_EQ(aic::broadcastShapes({0}, {1}), (Shape{0}));
  EXPECT_EQ(aic::broadcastShapes({}, {}), Shape{});
  EXPECT_EQ(aic::broadcastShapes({2}, {3}), std::nullopt);
  EXPECT_EQ(aic::broadcastShapes({0}, {2}), std::nullopt);
}

TEST_F(TypesTest, CountsBytes) {
  EXPECT_EQ(aic::elementBytes(i1), 1);
  EXPECT_EQ(aic::elementBytes(Float16Type::get(&context)), 2);
  EXPECT_EQ(aic::tensorBytes(cast<ShapedType>(tensor({3, 5}, f32))), 60);
  EXPECT_EQ(aic::tensorBytes(cast<ShapedType>(tensor({}, i1))), 1);
  EXPECT_EQ(aic::tensorBytes(cast<ShapedType>(tensor({3, 0}, f32))), 0);
}

TEST_F(TypesTest, CountsBytesOfBuffers) {
  using aic::schedule::bufferBytes;
  EXPECT_EQ(bufferBytes(memref({3, 5}, f32)), 60);
  EXPECT_EQ(bufferBytes(tensor({3, 5}, i1)), 15);
  EXPECT_EQ(bufferBytes(memref({}, f32)), 4);
  EXPECT_EQ(bufferBytes(memref({0, 7}, f32)), 0);
  EXPECT_EQ(bufferBytes(memref({INT64_C(1) << 40}, f32)), INT64_C(4) << 40);
  EXPECT_EQ(bufferBytes(memref({(INT64_C(1) << 40) + 1}, i8)), std::nullopt);
  EXPECT_EQ(bufferBytes(memref({0, INT64_MAX, INT64_MAX}, i8)), std::nullopt);
  EXPECT_EQ(bufferBytes(memref({ShapedType::kDynamic}, f32)), std::nullopt);
  EXPECT_EQ(bufferBytes(memref({4}, IndexType::get(&context))), std::nullopt);
  EXPECT_EQ(bufferBytes(f32), std::nullopt);
}

} // namespace

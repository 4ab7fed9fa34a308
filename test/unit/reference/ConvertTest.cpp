// Tensors from and to attributes and bytes.
#include "test/unit/reference/Parse.h"

#include <cmath>
#include <cstring>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// The value of the only constant of a module.
ElementsAttr constantOf(Parsed& parsed) {
  ElementsAttr value;
  if (parsed.module)
    parsed.module->walk([&](ConstantOp op) { value = op.getValue(); });
  EXPECT_TRUE(value) << (parsed.errors.empty() ? "" : parsed.errors.front());
  return value;
}

std::string constantModule(const std::string& value, const std::string& resources = "") {
  return "func.func @f() {\n  %c = aic.constant " + value + "\n  return\n}\n" + resources;
}

std::string resources(const std::string& blob) {
  return "{-# dialect_resources: { builtin: { key: \"" + blob + "\" } } #-}\n";
}

TEST(FromAttr, ReadsDenseOfEveryElementType) {
  struct Case {
    const char* type;
    const char* text;
    std::vector<double> f;
    std::vector<int64_t> i;
  } cases[] = {
      {"f32", "[1.5, -2.0]", {1.5, -2}, {}},
      {"f16", "[0.5, 65504.0]", {0.5, 65504}, {}},
      {"bf16", "[1.0, -3.0]", {1, -3}, {}},
      {"f64", "[0.1, -1.0e300]", {0.1, -1e300}, {}},
      {"i1", "[true, false]", {}, {1, 0}},
      {"i8", "[-128, 127]", {}, {-128, 127}},
      {"ui8", "[255, 1]", {}, {255, 1}},
      {"i16", "[-32768, 5]", {}, {-32768, 5}},
      {"i32", "[-2147483648, 7]", {}, {INT32_MIN, 7}},
      {"i64", "[-9223372036854775808, 3]", {}, {INT64_MIN, 3}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.type);
    Parsed parsed(constantModule("dense<" + std::string(c.text) + "> : tensor<2x" + c.type + ">"));
    auto tensor = fromAttr(constantOf(parsed));
    ASSERT_TRUE(succeeded(tensor));
    EXPECT_EQ(tensor->f, c.f);
    EXPECT_EQ(tensor->i, c.i);
  }
}

TEST(FromAttr, ReadsSplatsScalarsAndEmpties) {
  Parsed splat(constantModule("dense<true> : tensor<3xi1>"));
  EXPECT_EQ(fromAttr(constantOf(splat))->i, (std::vector<int64_t>{1, 1, 1}));
  Parsed unsignedSplat(constantModule("dense<200> : tensor<2xui8>"));
  EXPECT_EQ(fromAttr(constantOf(unsignedSplat))->i, (std::vector<int64_t>{200, 200}));
  Parsed scalar(constantModule("dense<2.5> : tensor<f32>"));
  EXPECT_EQ(fromAttr(constantOf(scalar))->f, std::vector<double>{2.5});
  Parsed empty(constantModule("dense<> : tensor<0x4xf32>"));
  EXPECT_EQ(fromAttr(constantOf(empty))->size(), 0);
}

TEST(FromAttr, ReadsResources) {
  // The first four bytes give the alignment.
  Parsed floats(
      constantModule("dense_resource<key> : tensor<2xf32>", resources("0x040000000000803F000000C0")));
  ASSERT_TRUE(floats.module);
  EXPECT_EQ(fromAttr(constantOf(floats))->f, (std::vector<double>{1, -2}));
  Parsed halves(constantModule("dense_resource<key> : tensor<2xf16>", resources("0x02000000003C00C0")));
  EXPECT_EQ(fromAttr(constantOf(halves))->f, (std::vector<double>{1, -2}));
  Parsed brains(constantModule("dense_resource<key> : tensor<2xbf16>", resources("0x02000000803F00C0")));
  EXPECT_EQ(fromAttr(constantOf(brains))->f, (std::vector<double>{1, -2}));
  Parsed bools(constantModule("dense_resource<key> : tensor<3xi1>", resources("0x01000000010002")));
  EXPECT_EQ(fromAttr(constantOf(bools))->i, (std::vector<int64_t>{1, 0, 1}));
  Parsed bytes(constantModule("dense_resource<key> : tensor<2xi8>", resources("0x01000000FF01")));
  EXPECT_EQ(fromAttr(constantOf(bytes))->i, (std::vector<int64_t>{-1, 1}));
  Parsed unsignedBytes(constantModule("dense_resource<key> : tensor<2xui8>", resources("0x01000000FF01")));
  EXPECT_EQ(fromAttr(constantOf(unsignedBytes))->i, (std::vector<int64_t>{255, 1}));
}

TEST(FromAttr, RefusesWithAMessage) {
  auto messageOf = [](const std::string& text) {
    Parsed parsed(text);
    EXPECT_TRUE(parsed.module);
    auto error = [&] { return emitError(UnknownLoc::get(&parsed.context)) << "here: "; };
    EXPECT_TRUE(failed(fromAttr(constantOf(parsed), error)));
    return parsed.errors.empty() ? "" : parsed.errors.back();
  };
  EXPECT_EQ(messageOf(constantModule("dense_resource<gone> : tensor<2xf32>")),
            "here: the resource 'gone' has no data");
  EXPECT_EQ(messageOf(constantModule("dense_resource<key> : tensor<2xf32>", resources("0x040000000000803F"))),
            "here: the resource 'key' holds 4 bytes, its type needs 8");
  EXPECT_EQ(messageOf(constantModule("dense<0.0> : tensor<1073741824x1024xf32>")),
            "here: the constant has more than 536870912 elements");
  EXPECT_EQ(messageOf(constantModule("sparse<0, 1.0> : tensor<4xf32>")),
            "here: the constant is neither dense nor a dense resource");

  Parsed parsed("");
  auto complex =
      DenseElementsAttr::get(RankedTensorType::get({1}, IntegerType::get(&parsed.context, 4)), APInt(4, 3));
  EXPECT_TRUE(failed(fromAttr(complex)));
  EXPECT_EQ(parsed.errors.back(), "the constant's element type is not one that a model can hold");
}

TEST(ToAttr, ChoosesDenseOrResource) {
  Parsed parsed("");
  Builder builder(&parsed.context);
  Tensor few = reals(builder.getF32Type(), {2, 2}, {1, 2, 3, 4});
  EXPECT_TRUE(isa<DenseElementsAttr>(toAttr(few, "few")));
  Tensor many = reals(builder.getF32Type(), {100}, std::vector<double>(100, 1.25));
  EXPECT_TRUE(cast<DenseElementsAttr>(toAttr(many, "many")).isSplat());
  many.f[99] = 2;
  auto resource = dyn_cast<DenseResourceElementsAttr>(toAttr(many, "many"));
  ASSERT_TRUE(resource);
  EXPECT_EQ(resource.getRawHandle().getKey(), "many");
  EXPECT_EQ(fromAttr(resource)->f, many.f);
  // The key is taken: another is made of it.
  auto again = cast<DenseResourceElementsAttr>(toAttr(many, "many"));
  EXPECT_NE(again.getRawHandle().getKey(), "many");
  EXPECT_EQ(fromAttr(again)->f, many.f);
  // 0.0 and -0.0 are not one value.
  std::vector<double> signs(100, 0.0);
  signs[50] = -0.0;
  EXPECT_TRUE(isa<DenseResourceElementsAttr>(toAttr(reals(builder.getF32Type(), {100}, signs), "signs")));
  EXPECT_EQ(fromAttr(toAttr(reals(builder.getF32Type(), {0, 3}, {}), "empty"))->size(), 0);
  EXPECT_FALSE(toAttr(reals(builder.getF32Type(), {3}, {1, 2}), "short"));
}

TEST(ToAttr, RoundTripsEveryElementType) {
  Parsed parsed("");
  Builder builder(&parsed.context);
  for (int64_t count : {3, 40}) { // dense, and a resource
    std::vector<double> f(count);
    std::vector<int64_t> bools(count), bytes(count), unsignedBytes(count), words(count);
    for (int64_t n = 0; n < count; ++n) {
      f[n] = n - 1.5;
      bools[n] = n % 3 == 0;
      bytes[n] = n - 2;
      unsignedBytes[n] = 255 - n;
      words[n] = INT64_MIN + n;
    }
    for (Type type : {Type(builder.getF32Type()), Type(builder.getF64Type()), Type(builder.getF16Type()),
                      Type(builder.getBF16Type())})
      EXPECT_EQ(fromAttr(toAttr(reals(type, {count}, f), "f"))->f, f);
    EXPECT_EQ(fromAttr(toAttr(integers(builder.getI1Type(), {count}, bools), "b"))->i, bools);
    for (Type type :
         {builder.getI8Type(), builder.getIntegerType(16), builder.getI32Type(), builder.getI64Type()})
      EXPECT_EQ(fromAttr(toAttr(integers(type, {count}, bytes), "i"))->i, bytes);
    EXPECT_EQ(fromAttr(toAttr(integers(builder.getIntegerType(8, false), {count}, unsignedBytes), "u"))->i,
              unsignedBytes);
    EXPECT_EQ(fromAttr(toAttr(integers(builder.getI64Type(), {count}, words), "w"))->i, words);
  }
}

TEST(Bytes, RoundsToNearestEven) {
  Parsed parsed("");
  Builder builder(&parsed.context);
  // Half way between two f16: to the even one; the largest f16 and what rounds to infinity.
  Tensor halves = reals(builder.getF16Type(), {5},
                        {1 + std::ldexp(1, -11), 1 + 3 * std::ldexp(1, -11), 65519, 65520, 0.1});
  uint16_t bits[5];
  toBytes(halves, bits);
  EXPECT_EQ(bits[0], 0x3C00);
  EXPECT_EQ(bits[1], 0x3C02);
  EXPECT_EQ(bits[2], 0x7BFF);
  EXPECT_EQ(bits[3], 0x7C00);
  EXPECT_EQ(bits[4], 0x2E66);
  // Once, not by way of f32: f32 would round this to the half-way point, and that down.
  Tensor once = reals(builder.getF16Type(), {1}, {1 + std::ldexp(1, -11) + std::ldexp(1, -40)});
  toBytes(once, bits);
  EXPECT_EQ(bits[0], 0x3C01);
  Tensor floats = reals(builder.getF32Type(), {2}, {0.1, 1e39});
  float out[2];
  toBytes(floats, out);
  EXPECT_EQ(out[0], 0.1f);
  EXPECT_TRUE(std::isinf(out[1]));
}

TEST(Bytes, ReadsAnyAlignment) {
  Parsed parsed("");
  Builder builder(&parsed.context);
  char buffer[17];
  double value = 0.1, second = -7;
  std::memcpy(buffer + 1, &value, 8);
  std::memcpy(buffer + 9, &second, 8);
  Tensor tensor = fromBytes({2}, builder.getF64Type(), buffer + 1);
  EXPECT_EQ(tensor.f, (std::vector<double>{0.1, -7}));
  char back[17];
  toBytes(tensor, back + 1);
  EXPECT_EQ(std::memcmp(buffer + 1, back + 1, 16), 0);
  const uint8_t bools[] = {0, 1, 255};
  EXPECT_EQ(fromBytes({3}, builder.getI1Type(), bools).i, (std::vector<int64_t>{0, 1, 1}));
}

TEST(Bytes, TooManyElementsAreNone) {
  Parsed parsed("");
  Builder builder(&parsed.context);
  EXPECT_EQ(fromBytes({int64_t(1) << 40, int64_t(1) << 40}, builder.getF32Type(), nullptr).size(), 0);
}

} // namespace
} // namespace aic::reference

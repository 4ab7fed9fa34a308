#include "tools/aic/Print.h"

#include "tools/aic/Numbers.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::tool {
namespace {

using testing::HasSubstr;

template <typename T>
Buffer buffer(aic_element_type type, const std::vector<int64_t>& shape, const std::vector<T>& values) {
  Buffer made;
  made.info.name = "y";
  made.info.type = type;
  made.info.rank = static_cast<uint32_t>(shape.size());
  made.info.shape = shape.data();
  made.info.bytes = values.size() * sizeof(T);
  made.data.reset(std::malloc(values.size() * sizeof(T) + 1));
  if (!values.empty())
    std::memcpy(made.data.get(), values.data(), values.size() * sizeof(T));
  return made;
}

TEST(Print, RowsOfTheLastDimension) {
  std::vector<int64_t> shape = {2, 3};
  EXPECT_EQ(describeValues(buffer<float>(AIC_F32, shape, {0.1f, -2, 3e20f, NAN, INFINITY, -0.0f})),
            "y: f32[2, 3]\n  0.1 -2 3e+20\n  nan inf -0\n");
  EXPECT_EQ(describeValues(buffer<double>(AIC_F64, {}, {0.1})), "y: f64[]\n  0.1\n");
  std::vector<int64_t> none = {0, 3};
  EXPECT_EQ(describeValues(buffer<float>(AIC_F32, none, {})), "y: f32[0, 3]\n");
  std::vector<int64_t> two = {2};
  EXPECT_EQ(describeValues(buffer<uint8_t>(AIC_BOOL, two, {0, 1})), "y: bool[2]\n  false true\n");
  EXPECT_EQ(describeValues(buffer<int8_t>(AIC_I8, two, {-128, 127})), "y: i8[2]\n  -128 127\n");
  EXPECT_EQ(describeValues(buffer<uint8_t>(AIC_U8, two, {0, 255})), "y: u8[2]\n  0 255\n");
  EXPECT_EQ(describeValues(buffer<int64_t>(AIC_I64, two, {INT64_MIN, INT64_MAX})),
            "y: i64[2]\n  -9223372036854775808 9223372036854775807\n");
}

TEST(Print, HalfPrecision) {
  std::vector<int64_t> shape = {6};
  // 1, the largest, the smallest normal, the smallest subnormal, -infinity, NaN
  EXPECT_EQ(
      describeValues(buffer<uint16_t>(AIC_F16, shape, {0x3C00, 0x7BFF, 0x0400, 0x0001, 0xFC00, 0x7E00})),
      "y: f16[6]\n  1 65504 6.1035156e-05 5.9604645e-08 -inf nan\n");
  std::vector<int64_t> three = {3};
  EXPECT_EQ(describeValues(buffer<uint16_t>(AIC_BF16, three, {0x3F80, 0xC000, 0x7F80})),
            "y: bf16[3]\n  1 -2 inf\n");
}

TEST(Print, SummaryOfBigTensors) {
  std::vector<int64_t> shape = {1000};
  std::vector<float> values(1000, 1);
  values[7] = 5;
  values[8] = NAN;
  values[9] = -3;
  std::string text = describeValues(buffer<float>(AIC_F32, shape, values));
  EXPECT_THAT(text, HasSubstr("min -3  max 5 (at 7)"));
  EXPECT_THAT(text, HasSubstr("NaN 1 times"));
  EXPECT_THAT(text, HasSubstr("(1,000 numbers;"));
}

TEST(Print, Json) {
  std::vector<int64_t> shape = {3};
  nlohmann::ordered_json json = valuesToJson(buffer<float>(AIC_F32, shape, {1, NAN, 3}));
  EXPECT_EQ(json["values"][0], 1);
  EXPECT_EQ(json["nan_count"], 1);
  EXPECT_EQ(json["argmax"], 2);
  EXPECT_EQ(json["mean"], 2);
  EXPECT_THAT(json.dump(), HasSubstr("[1.0,null,3.0]"));
  // All NaN: no largest, no mean.
  std::vector<int64_t> one = {1};
  EXPECT_FALSE(valuesToJson(buffer<float>(AIC_F32, one, {NAN})).contains("argmax"));
  std::vector<int64_t> many = {100001};
  EXPECT_FALSE(valuesToJson(buffer<uint8_t>(AIC_U8, many, std::vector<uint8_t>(100001))).contains("values"));
}

TEST(Print, Commas) {
  EXPECT_EQ(withCommas(0), "0");
  EXPECT_EQ(withCommas(999), "999");
  EXPECT_EQ(withCommas(1000), "1,000");
  EXPECT_EQ(withCommas(UINT64_MAX), "18,446,744,073,709,551,615");
}

TEST(Numbers, ThatATypeHolds) {
  using weights::ElementType;
  EXPECT_TRUE(canHold(ElementType::F32, 1e38) && canHold(ElementType::F64, 1e300));
  EXPECT_FALSE(canHold(ElementType::F32, 1e39) || canHold(ElementType::F32, NAN) ||
               canHold(ElementType::F64, INFINITY));
  EXPECT_TRUE(canHold(ElementType::U8, 255) && canHold(ElementType::I8, -128) &&
              canHold(ElementType::I64, -0x1p63));
  EXPECT_FALSE(canHold(ElementType::U8, 256) || canHold(ElementType::U8, -1) ||
               canHold(ElementType::I8, 128) || canHold(ElementType::I64, 0x1p63) ||
               canHold(ElementType::I32, 0.5) || canHold(ElementType::I32, NAN));
  EXPECT_TRUE(canHold(ElementType::Bool, 1));
  EXPECT_FALSE(canHold(ElementType::Bool, 2));
}

TEST(Numbers, ComeBack) {
  std::vector<int64_t> two = {2};
  auto stored = [](Buffer made, double value) {
    storeNumber(made, 1, value);
    return loadNumbers(made);
  };
  using testing::ElementsAre;
  EXPECT_THAT(stored(buffer<float>(AIC_F32, two, {7, 0}), 0.1), ElementsAre(7, 0.1f));
  EXPECT_THAT(stored(buffer<double>(AIC_F64, two, {7, 0}), 0.1), ElementsAre(7, 0.1));
  EXPECT_THAT(stored(buffer<int8_t>(AIC_I8, two, {7, 0}), -128), ElementsAre(7, -128));
  EXPECT_THAT(stored(buffer<uint8_t>(AIC_U8, two, {7, 0}), 255), ElementsAre(7, 255));
  EXPECT_THAT(stored(buffer<int16_t>(AIC_I16, two, {7, 0}), -300), ElementsAre(7, -300));
  EXPECT_THAT(stored(buffer<int32_t>(AIC_I32, two, {7, 0}), 70000), ElementsAre(7, 70000));
  EXPECT_THAT(stored(buffer<int64_t>(AIC_I64, two, {7, 0}), 0x1p40), ElementsAre(7, 0x1p40));
  EXPECT_THAT(stored(buffer<uint8_t>(AIC_BOOL, two, {1, 0}), 1), ElementsAre(1, 1));
}

} // namespace
} // namespace aic::tool

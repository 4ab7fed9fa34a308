// The order of packed weights, element by element against the formulas of Packing.h.
#include "compiler/lowering/Packing.h"

#include "mlir/IR/MLIRContext.h"

#include <array>
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <numeric>

using namespace mlir;

namespace aic::lowering {
namespace {

std::vector<uint32_t> packed(llvm::ArrayRef<int64_t> shape, DictionaryAttr packing) {
  std::vector<uint32_t> in(ShapedType::getNumElements(shape)), out(packedElements(shape, packing), 0xDEAD);
  std::iota(in.begin(), in.end(), 1u); // 0 is padding
  pack(shape, packing, in.data(), out.data());
  return out;
}

TEST(Packing, RowMajor) {
  std::vector<uint32_t> out = packed({2, 3}, {});
  EXPECT_EQ(out, (std::vector<uint32_t>{1, 2, 3, 4, 5, 6}));
}

TEST(Packing, Linear) {
  MLIRContext context;
  for (int64_t n : {1, 15, 16, 17, 40})
    for (int64_t k : {1, 7}) {
      std::vector<uint32_t> out = packed({n, k}, packLinear(&context, 16));
      int64_t panels = (n + 15) / 16;
      ASSERT_EQ(int64_t(out.size()), panels * k * 16);
      for (int64_t p = 0; p < panels; ++p)
        for (int64_t i = 0; i < k; ++i)
          for (int64_t w = 0; w < 16; ++w) {
            int64_t row = p * 16 + w;
            EXPECT_EQ(out[(p * k + i) * 16 + w], row < n ? row * k + i + 1 : 0u);
          }
    }
}

TEST(Packing, Quads) {
  MLIRContext context;
  for (int64_t n : {1, 15, 16, 40})
    for (int64_t bytes : {1, 4, 7}) {
      DictionaryAttr packing = packQuads(&context, 16);
      std::vector<uint8_t> in(static_cast<size_t>(n * bytes)), out(packedElements({n, bytes}, packing), 0xDE);
      for (size_t i = 0; i < in.size(); ++i)
        in[i] = static_cast<uint8_t>(1 + i % 250); // 0 is padding
      pack({n, bytes}, packing, in.data(), out.data());
      const int64_t panels = (n + 15) / 16, quads = (bytes + 3) / 4;
      ASSERT_EQ(int64_t(out.size()), panels * quads * 16 * 4);
      for (int64_t p = 0; p < panels; ++p)
        for (int64_t quad = 0; quad < quads; ++quad)
          for (int64_t w = 0; w < 16; ++w)
            for (int64_t i = 0; i < 4; ++i) {
              const int64_t row = p * 16 + w, at = quad * 4 + i;
              EXPECT_EQ(out[((p * quads + quad) * 16 + w) * 4 + i],
                        row < n && at < bytes ? in[row * bytes + at] : 0);
            }
    }
}

TEST(Packing, Pairs) {
  MLIRContext context;
  for (int64_t n : {1, 16, 17})
    for (int64_t k : {1, 4, 7}) {
      DictionaryAttr packing = packPairs(&context, 16);
      ASSERT_TRUE(isPackingOf(packing, {n, k}));
      EXPECT_FALSE(isMove(packing));
      std::vector<uint16_t> in(static_cast<size_t>(n * k)), out(packedElements({n, k}, packing), 0xDEDE);
      for (size_t i = 0; i < in.size(); ++i)
        in[i] = static_cast<uint16_t>(1 + i);
      pack({n, k}, packing, in.data(), out.data());
      const int64_t panels = (n + 15) / 16, pairs = (k + 1) / 2;
      ASSERT_EQ(int64_t(out.size()), panels * pairs * 16 * 2);
      for (int64_t at = 0; at < int64_t(out.size()); ++at) {
        const int64_t row = at / (pairs * 32) * 16 + at / 2 % 16, column = at / 32 % pairs * 2 + at % 2;
        EXPECT_EQ(out[at], row < n && column < k ? in[row * k + column] : 0) << at;
      }
    }
}

TEST(Packing, ConvolutionQuads) {
  MLIRContext context;
  struct Case {
    int64_t groups, columns; // columns of the window that share quads
    std::array<int64_t, 4> shape;
  };
  for (const Case& each : {Case{1, 1, {1, 1, 1, 1}}, Case{1, 3, {17, 3, 2, 3}}, Case{1, 3, {16, 4, 3, 3}},
                           Case{2, 1, {36, 6, 2, 3}}, Case{4, 1, {8, 3, 1, 2}}}) {
    auto [o, c, h, w] = each.shape;
    DictionaryAttr packing = packConvQuads(&context, each.groups, each.columns, 16);
    ASSERT_TRUE(isPackingOf(packing, each.shape));
    std::vector<uint8_t> in(static_cast<size_t>(o * c * h * w)),
        out(packedElements({o, c, h, w}, packing), 0xDE);
    for (size_t i = 0; i < in.size(); ++i)
      in[i] = static_cast<uint8_t>(1 + i % 250);
    pack({o, c, h, w}, packing, in.data(), out.data());
    const int64_t outputs = o / each.groups, panels = (outputs + 15) / 16, runs = w / each.columns,
                  quads = (each.columns * c + 3) / 4;
    ASSERT_EQ(int64_t(out.size()), each.groups * panels * h * runs * quads * 16 * 4);
    for (int64_t at = 0; at < int64_t(out.size()); ++at) {
      const int64_t lane = at / 4 % 16, quad = at / 64 % quads, run = at / 64 / quads % runs,
                    y = at / 64 / quads / runs % h, panel = at / 64 / quads / runs / h;
      const int64_t k = quad * 4 + at % 4,
                    inGroup = panel % panels * 16 + lane; // k: over columns and channels
      const int64_t row = panel / panels * outputs + inGroup, x = run * each.columns + k / c;
      EXPECT_EQ(out[at],
                inGroup < outputs && k < each.columns * c ? in[((row * c + k % c) * h + y) * w + x] : 0)
          << at;
    }
  }
}

TEST(Packing, Recurrence) {
  MLIRContext context;
  for (int64_t units : {1, 7, 8, 11})
    for (int64_t gates : {1, 3, 4}) {
      std::vector<uint32_t> out = packed({gates * units, units}, packRecurrence(&context, gates, 8));
      int64_t panels = (units + 7) / 8;
      ASSERT_EQ(int64_t(out.size()), panels * units * gates * 8);
      for (int64_t p = 0; p < panels; ++p)
        for (int64_t k = 0; k < units; ++k)
          for (int64_t g = 0; g < gates; ++g)
            for (int64_t w = 0; w < 8; ++w) {
              int64_t unit = p * 8 + w;
              EXPECT_EQ(out[((p * units + k) * gates + g) * 8 + w],
                        unit < units ? (g * units + unit) * units + k + 1 : 0u);
            }
    }
}

TEST(Packing, Matmul) {
  MLIRContext context;
  for (int64_t n : {1, 9, 16}) {
    std::vector<uint32_t> out = packed({5, n}, packMatmul(&context, 8));
    ASSERT_EQ(int64_t(out.size()), (n + 7) / 8 * 5 * 8);
    for (int64_t column = 0; column < (n + 7) / 8 * 8; ++column)
      for (int64_t k = 0; k < 5; ++k)
        EXPECT_EQ(out[(column / 8 * 5 + k) * 8 + column % 8], column < n ? k * n + column + 1 : 0u);
  }
}

TEST(Packing, Convolution) {
  MLIRContext context;
  for (int64_t groups : {1, 3}) {
    int64_t o = 5 * groups, c = 2, kh = 2, kw = 3, width = 4;
    std::vector<uint32_t> out = packed({o, c, kh, kw}, packConv(&context, groups, width));
    int64_t panels = 2, depth = kh * kw * c;
    ASSERT_EQ(int64_t(out.size()), groups * panels * depth * width);
    for (int64_t g = 0; g < groups; ++g)
      for (int64_t p = 0; p < panels; ++p)
        for (int64_t y = 0; y < kh; ++y)
          for (int64_t x = 0; x < kw; ++x)
            for (int64_t i = 0; i < c; ++i)
              for (int64_t w = 0; w < width; ++w) {
                int64_t channel = p * width + w, k = (y * kw + x) * c + i;
                uint32_t want = channel < 5 ? (((g * 5 + channel) * c + i) * kh + y) * kw + x + 1 : 0;
                EXPECT_EQ(out[((g * panels + p) * depth + k) * width + w], want);
              }
  }
}

TEST(Packing, Depthwise) {
  MLIRContext context;
  std::vector<uint32_t> out = packed({5, 1, 2, 3}, packDepthwise(&context));
  for (int64_t c = 0; c < 5; ++c)
    for (int64_t k = 0; k < 6; ++k)
      EXPECT_EQ(out[k * 5 + c], c * 6 + k + 1);
}

// Each element is one of G w G^T, with the rows of G as powers of their points.
TEST(Packing, Winograd) {
  MLIRContext context;
  for (int64_t tile : {2, 4})
    for (int64_t groups : {1, 3}) {
      int64_t outputs = 5, o = outputs * groups, c = 2, width = 4, points = tile + 2;
      DictionaryAttr packing = packWinograd(&context, groups, tile, width);
      std::vector<int64_t> shape{o, c, 3, 3};
      ASSERT_TRUE(isPackingOf(packing, shape));
      std::vector<float> in(ShapedType::getNumElements(shape));
      for (size_t i = 0; i < in.size(); ++i)
        in[i] = float(int64_t(i * 37 % 101) - 50) / 16;
      int64_t panels = (outputs + width - 1) / width;
      ASSERT_EQ(packedElements(shape, packing), groups * panels * points * points * c * width);
      std::vector<uint32_t> raw(in.size()), bits(packedElements(shape, packing), 0xDEAD);
      std::memcpy(raw.data(), in.data(), 4 * in.size());
      pack(shape, packing, raw.data(), bits.data());
      std::vector<float> out(bits.size());
      std::memcpy(out.data(), bits.data(), 4 * out.size());
      // Row i of G is (1, p, p^2) / N at the point p, where N is the product of p's distances to the other
      // points, with a sign; the last row, at infinity, is (0, 0, 1).
      const double at[2][5] = {{0, 1, -1}, {0, 1, -1, 2, -2}}, scale[2][5] = {{1, 2, 2}, {4, -6, -6, 24, 24}};
      auto g = [&](int64_t i, int64_t x) {
        if (i == points - 1)
          return x == 2 ? 1.0 : 0.0;
        return std::pow(at[tile / 4][i], double(x)) / scale[tile / 4][i];
      };
      for (int64_t group = 0; group < groups; ++group)
        for (int64_t output = 0; output < panels * width; ++output)
          for (int64_t i = 0; i < points; ++i)
            for (int64_t j = 0; j < points; ++j)
              for (int64_t k = 0; k < c; ++k) {
                double want = 0;
                for (int64_t y = 0; y < 3 && output < outputs; ++y)
                  for (int64_t x = 0; x < 3; ++x)
                    want += g(i, y) * g(j, x) *
                            double(in[(((group * outputs + output) * c + k) * 3 + y) * 3 + x]);
                int64_t place =
                    (((group * panels + output / width) * points * points + i * points + j) * c + k) * width +
                    output % width;
                EXPECT_NEAR(out[place], want, 4e-8 * std::max(1.0, std::fabs(want))) << place;
              }
    }
  EXPECT_FALSE(isPackingOf(packWinograd(&context, 1, 3, 16), {4, 2, 3, 3}));
  EXPECT_FALSE(isPackingOf(packWinograd(&context, 1, 4, 16), {4, 2, 3, 5}));
  EXPECT_FALSE(isMove(packWinograd(&context, 1, 4, 16)));
  EXPECT_TRUE(isMove(packConv(&context, 1, 16)));
}

TEST(Packing, Empty) {
  MLIRContext context;
  EXPECT_TRUE(packed({0, 3}, packLinear(&context, 16)).empty());
  EXPECT_TRUE(packed({3, 0}, packLinear(&context, 16)).empty());
  EXPECT_TRUE(packed({0, 3, 3, 3}, packConv(&context, 1, 16)).empty());
}

// What is said in axes, for kernels that pack at run time, is what pack() does.
TEST(Packing, AxesSayTheSame) {
  MLIRContext context;
  struct Case {
    std::vector<int64_t> shape;
    DictionaryAttr packing;
  };
  for (const Case& c :
       {Case{{17, 7}, packLinear(&context, 16)}, Case{{7, 40}, packMatmul(&context, 16)},
        Case{{1, 7, 33}, packMatmul(&context, 32)}, Case{{6, 5, 3, 2}, packConv(&context, 1, 4)},
        Case{{20, 3, 2, 3}, packConv(&context, 2, 8)}, Case{{33, 11}, packRecurrence(&context, 3, 8)},
        Case{{9, 1, 3, 2}, packDepthwise(&context)}}) {
    std::vector<uint32_t> want = packed(c.shape, c.packing);
    ASSERT_TRUE(isPackingOf(c.packing, c.shape));
    PackedAxes p = packedAxes(c.shape, c.packing);
    auto sizes = p.packedShape();
    ASSERT_EQ(int64_t(want.size()), ShapedType::getNumElements(sizes));
    for (size_t i = 0; i < want.size(); ++i) {
      std::vector<int64_t> at(p.shape.size() + 1);
      int64_t rest = int64_t(i);
      for (size_t k = sizes.size(); k-- > 0; rest /= sizes[k])
        at[p.order[k]] = rest % sizes[k];
      at[p.axis] = at[p.axis] * p.width + at.back();
      int64_t from = 0;
      for (size_t axis = 0; axis < p.shape.size(); ++axis)
        from = from * p.shape[axis] + at[axis];
      EXPECT_EQ(want[i], at[p.axis] < p.shape[p.axis] ? uint32_t(from + 1) : 0u) << i;
    }
  }
}

} // namespace
} // namespace aic::lowering

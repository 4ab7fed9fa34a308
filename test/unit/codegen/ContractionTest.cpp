// Sweeps of the contraction family over odd shapes, against the reference.
#include "Harness.h"

#include <array>

namespace aic::test {
namespace {

std::string tensor(std::vector<int64_t> shape) {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + "f32>";
}

// Weights with a fixed pattern, as a dense constant that is not a splat.
std::string weights(const std::string& name, std::vector<int64_t> shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  std::string hex = "0x";
  uint32_t state = 12345u + static_cast<uint32_t>(count);
  for (int64_t i = 0; i < count; ++i) {
    state = state * 1664525u + 1013904223u;
    float value = static_cast<float>(static_cast<int32_t>(state >> 8) - (1 << 23)) / (1 << 23);
    uint32_t bits;
    std::memcpy(&bits, &value, 4);
    char digits[9];
    std::snprintf(digits, sizeof digits, "%02X%02X%02X%02X", bits & 255, bits >> 8 & 255, bits >> 16 & 255,
                  bits >> 24);
    hex += digits;
  }
  return "%" + name + " = aic.constant dense<\"" + hex + "\"> : " + tensor(shape) + "\n";
}

void expectClose(const std::string& text, HarnessOptions options = {}, double tolerance = 3e-6) {
  options.smallestScale = 1;
  Comparison c = runAndCompare(text, options);
  AIC_SKIP_IF_LACKING(c);
  EXPECT_EQ(c.message, "") << text.substr(0, 2000);
  EXPECT_LE(c.error, tolerance) << text.substr(0, 2000);
}

struct Conv {
  int64_t n, c, h, w, o, kh, kw, stride, dilation, groups;
  std::vector<int64_t> padding;
  bool bias;
};

std::string convText(const Conv& v) {
  int64_t oh = (v.h + v.padding[0] + v.padding[2] - v.dilation * (v.kh - 1) - 1) / v.stride + 1;
  int64_t ow = (v.w + v.padding[1] + v.padding[3] - v.dilation * (v.kw - 1) - 1) / v.stride + 1;
  std::string x = tensor({v.n, v.c, v.h, v.w}), k = tensor({v.o, v.c / v.groups, v.kh, v.kw}),
              y = tensor({v.n, v.o, oh, ow});
  auto two = [](int64_t a) { return "array<i64: " + std::to_string(a) + ", " + std::to_string(a) + ">"; };
  std::string pad = "array<i64: " + std::to_string(v.padding[0]) + ", " + std::to_string(v.padding[1]) +
                    ", " + std::to_string(v.padding[2]) + ", " + std::to_string(v.padding[3]) + ">";
  return "func.func @f(%x: " + x + ") -> " + y + " {\n" + weights("w", {v.o, v.c / v.groups, v.kh, v.kw}) +
         (v.bias ? weights("b", {v.o}) : "") + "%y = aic.conv2d %x, %w" + (v.bias ? ", %b" : "") +
         " {stride = " + two(v.stride) + ", dilation = " + two(v.dilation) + ", padding = " + pad +
         ", groups = " + std::to_string(v.groups) + " : i64} : (" + x + ", " + k +
         (v.bias ? ", " + tensor({v.o}) : "") + ") -> " + y + "\nreturn %y : " + y + "\n}\n";
}

TEST(Contraction, LinearOverOddShapes) {
  for (int64_t m : {1, 5, 13, 14, 15, 29})
    for (int64_t k : {1, 7, 16, 65})
      for (int64_t n : {1, 10, 16, 17, 33, 130}) {
        std::string x = tensor({m, k}), w = tensor({n, k}), y = tensor({m, n});
        expectClose("func.func @f(%x: " + x + ") -> " + y + " {\n" + weights("w", {n, k}) +
                    weights("b", {n}) + "%0 = aic.linear %x, %w, %b : (" + x + ", " + w + ", " + tensor({n}) +
                    ") -> " + y + "\n%1 = aic.relu %0 : " + y + "\nreturn %1 : " + y + "\n}\n");
      }
}

TEST(Contraction, MatmulOfActivations) {
  struct Case {
    std::vector<int64_t> a, b, y;
  };
  for (const Case& c : {Case{{5, 7}, {7, 9}, {5, 9}}, Case{{3, 5, 7}, {7, 9}, {3, 5, 9}},
                        Case{{2, 3, 15, 17}, {2, 3, 17, 33}, {2, 3, 15, 33}},
                        Case{{2, 1, 4, 6}, {3, 6, 5}, {2, 3, 4, 5}}, Case{{4, 6}, {2, 6, 40}, {2, 4, 40}}})
    expectClose("func.func @f(%a: " + tensor(c.a) + ", %b: " + tensor(c.b) + ") -> " + tensor(c.y) +
                " {\n%0 = aic.matmul %a, %b : (" + tensor(c.a) + ", " + tensor(c.b) + ") -> " + tensor(c.y) +
                "\nreturn %0 : " + tensor(c.y) + "\n}\n");
}

TEST(Contraction, Convolutions) {
  std::vector<Conv> cases;
  for (int64_t size : {1, 5, 6, 7, 13, 15, 16, 17, 31})
    cases.push_back({1, 3, size, size + 2, 17, 3, 3, 1, 1, 1, {1, 1, 1, 1}, true});
  for (int64_t stride : {1, 2, 3})
    for (int64_t dilation : {1, 2})
      for (int64_t groups : {1, 2})
        cases.push_back({2, 6, 17, 19, 10, 3, 3, stride, dilation, groups, {1, 2, 0, 1}, stride == 2});
  cases.push_back({1, 3, 30, 33, 16, 7, 7, 2, 1, 1, {3, 3, 3, 3}, true});
  cases.push_back({1, 64, 9, 9, 40, 1, 1, 1, 1, 1, {0, 0, 0, 0}, true});
  cases.push_back({3, 20, 9, 9, 40, 1, 1, 2, 1, 1, {0, 0, 0, 0}, false});
  cases.push_back({1, 8, 5, 40, 6, 1, 15, 1, 1, 1, {0, 7, 0, 7}, true});
  cases.push_back({1, 4, 4, 4, 8, 3, 3, 1, 1, 1, {3, 3, 3, 3}, true}); // pixels that see only padding
  cases.push_back({1, 8, 9, 9, 8, 3, 3, 1, 1, 8, {1, 1, 1, 1}, true}); // depthwise
  cases.push_back({2, 70, 11, 12, 70, 5, 5, 2, 1, 70, {2, 2, 2, 2}, false});
  cases.push_back({1, 4, 9, 9, 8, 3, 3, 1, 2, 4, {2, 2, 2, 2}, true}); // two outputs per channel
  for (const Conv& c : cases)
    expectClose(convText(c));
}

// One weight for products of few rows and of many: each computes with the panels of all (lit tests see that
// it does).
TEST(Contraction, SharedPanels) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (auto [columns, depth] : std::vector<std::pair<int64_t, int64_t>>{{130, 65}, {33, 700}, {300, 7}}) {
      std::string w = batch.weight({columns, depth}), b = batch.weight({depth, columns});
      for (int64_t rows : {1, 2, 5, 14, 64}) {
        Shape x = {rows, depth}, y = {rows, columns};
        std::string types = " : (" + tensorType(x) + ", ";
        std::string linear = batch.op("aic.linear " + batch.argument(x) + ", " + w + types +
                                      tensorType({columns, depth}) + ") -> " + tensorType(y));
        batch.result(linear, tensorType(y), "linear of " + tensorType(x), double(depth) / 4);
        std::string matmul = batch.op("aic.matmul " + batch.argument(x) + ", " + b + types +
                                      tensorType({depth, columns}) + ") -> " + tensorType(y));
        batch.result(batch.op("aic.relu " + matmul + " : " + tensorType(y)), tensorType(y),
                     "matmul of " + tensorType(x), double(depth) / 4);
      }
    }
    std::string w = batch.weight({40, 5, 3, 3});
    for (int64_t images : {1, 3})
      for (int64_t width : {4, 9, 29}) {
        Shape x = {images, 7, width, 5}, y = {images, 5, width - 2, 40};
        batch.result(batch.op("aic.conv2d " + batch.argument(x) + ", " + w +
                              " {layout = #aic.layout<nhwc>} : (" + tensorType(x) + ", " +
                              tensorType({40, 5, 3, 3}) + ") -> " + tensorType(y)),
                     tensorType(y), "conv2d of " + tensorType(x), 10);
      }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(1e-6, options);
  }
}

// Rows that lie 4096 bytes apart, panels of all widths, one row, rows in parts, and enough work for many
// workgroups, whose last ones have less.
TEST(Contraction, DealtOut) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (auto [rows, depth, columns] : std::vector<std::array<int64_t, 3>>{{30, 1024, 40},
                                                                           {9, 2048, 17},
                                                                           {1, 300, 1000},
                                                                           {53, 120, 112},
                                                                           {131, 64, 144},
                                                                           {67, 96, 80},
                                                                           {157, 160, 400}}) {
      Shape x = {rows, depth}, y = {rows, columns};
      std::string linear =
          batch.op("aic.linear " + batch.argument(x) + ", " + batch.weight({columns, depth}) + " : (" +
                   tensorType(x) + ", " + tensorType({columns, depth}) + ") -> " + tensorType(y));
      batch.result(linear, tensorType(y), "linear of " + tensorType(x), double(depth) / 4);
    }
    Shape x = {2, 9, 23, 512}, y = {2, 5, 12, 24}; // every second pixel: 4096 bytes
    std::string conv = batch.op("aic.conv2d " + batch.argument(x) + ", " + batch.weight({24, 512, 1, 1}) +
                                " {layout = #aic.layout<nhwc>, stride = array<i64: 2, 2>} : (" +
                                tensorType(x) + ", " + tensorType({24, 512, 1, 1}) + ") -> " + tensorType(y));
    batch.result(conv, tensorType(y), "conv2d of " + tensorType(x), 128);
    HarnessOptions options;
    options.targetCpu = cpu;
    options.moreThreads = {2, 3};
    batch.expectClose(1e-6, options);
  }
}

// Columns that end in half a vector or less, for a CPU on which half of one takes half the time; a weight
// that several products read, each of which would choose a width of its own.
TEST(Contraction, HalfVectors) {
  Batch batch;
  std::string shared = batch.weight({24, 33});
  for (int64_t rows : {1, 9, 40, 131}) {
    Shape x = {rows, 33}, y = {rows, 24};
    std::string linear = batch.op("aic.linear " + batch.argument(x) + ", " + shared + " : (" + tensorType(x) +
                                  ", " + tensorType({24, 33}) + ") -> " + tensorType(y));
    batch.result(linear, tensorType(y), "linear of " + tensorType(x), 8);
  }
  for (int64_t columns : {1, 7, 8, 9, 23, 24, 25, 40, 56, 72, 100, 200}) {
    Shape x = {37, 50}, w = {columns, 50}, y = {37, columns}, bias = {columns};
    std::string linear = batch.op("aic.linear " + batch.argument(x) + ", " + batch.weight(w) + ", " +
                                  batch.argument(bias) + " : (" + tensorType(x) + ", " + tensorType(w) +
                                  ", " + tensorType(bias) + ") -> " + tensorType(y));
    batch.result(batch.op("aic.silu " + linear + " : " + tensorType(y)), tensorType(y),
                 "silu of linear to " + tensorType(y), 12);
    Shape z = {50, columns};
    std::string product = batch.op("aic.matmul " + batch.argument(x) + ", " + batch.argument(z) + " : (" +
                                   tensorType(x) + ", " + tensorType(z) + ") -> " + tensorType(y));
    batch.result(product, tensorType(y), "matmul to " + tensorType(y), 12);
  }
  for (int64_t groups : {1, 2}) {
    Shape x = {2, 7, 9, 10}, w = {24 * groups, 10 / groups, 3, 3}, y = {2, 7, 9, 24 * groups};
    std::string conv = batch.op("aic.conv2d " + batch.argument(x) + ", " + batch.weight(w) +
                                " {layout = #aic.layout<nhwc>, groups = " + std::to_string(groups) +
                                " : i64, padding = array<i64: 1, 1, 1, 1>} : (" + tensorType(x) + ", " +
                                tensorType(w) + ") -> " + tensorType(y));
    batch.result(conv, tensorType(y), "conv2d to " + tensorType(y), 20);
  }
  HarnessOptions options;
  options.targetCpu = "znver4";
  options.moreThreads = {2, 3};
  batch.expectClose(1e-6, options);
}

// All panels but the last are whole: columns left over of each number, in products whose right side lies
// packed or as it was computed, in groups, and with a row of a bias and of another operand.
TEST(Contraction, LastPanels) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    for (int64_t columns : {49, 53, 70, 131})
      for (int64_t rows : {1, 20}) {
        Shape x = {rows, 19}, w = {columns, 19}, y = {rows, columns}, bias = {columns}, z = {2, 19, columns};
        std::string linear = batch.op("aic.linear " + batch.argument(x) + ", " + batch.weight(w) + ", " +
                                      batch.argument(bias) + " : (" + tensorType(x) + ", " + tensorType(w) +
                                      ", " + tensorType(bias) + ") -> " + tensorType(y));
        linear = batch.op("aic.mul " + linear + ", " + batch.argument(bias) + " : (" + tensorType(y) + ", " +
                          tensorType(bias) + ") -> " + tensorType(y));
        batch.result(linear, tensorType(y), "linear to " + tensorType(y), 5);
        Shape of = {2, rows, 19}, product = {2, rows, columns};
        batch.result(batch.op("aic.matmul " + batch.argument(of) + ", " + batch.argument(z) + " : (" +
                              tensorType(of) + ", " + tensorType(z) + ") -> " + tensorType(product)),
                     tensorType(product), "matmul to " + tensorType(product), 5);
      }
    for (int64_t columns : {51}) {
      Shape x = {1, 6, 9, 6}, w = {2 * columns, 3, 3, 3}, y = {1, 6, 9, 2 * columns};
      batch.result(
          batch.op("aic.conv2d " + batch.argument(x) + ", " + batch.weight(w) +
                   " {layout = #aic.layout<nhwc>, groups = 2 : i64, padding = array<i64: 1, 1, 1, 1>} : (" +
                   tensorType(x) + ", " + tensorType(w) + ") -> " + tensorType(y)),
          tensorType(y), "conv2d to " + tensorType(y), 7);
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.moreThreads = {2};
    batch.expectClose(1e-6, options);
  }
}

// So few sums that each is several, of neighbouring k; depths that leave steps over, and windows at the edge
// of a picture, where some pixels of a tile take no part.
TEST(Contraction, FewSums) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    for (const char* element : {"f32", "f64"})
      for (int64_t rows : {1, 2, 4})
        for (int64_t columns : {1, 9, 17})
          for (int64_t depth : {33, 71}) {
            Shape x = {rows, depth}, z = {depth, columns}, y = {rows, columns};
            std::string in = batch.argument(x, element), by = batch.argument(z, element);
            batch.result(batch.op("aic.matmul " + in + ", " + by + " : (" + tensorType(x, element) + ", " +
                                  tensorType(z, element) + ") -> " + tensorType(y, element)),
                         tensorType(y, element), "matmul of " + tensorType(x, element), double(depth) / 4);
          }
    for (int64_t width : {2, 3}) {
      Shape x = {2, 5, width, 37}, w = {7, 37, 3, 3}, y = {2, 5, width, 7};
      batch.result(batch.op("aic.conv2d " + batch.argument(x) + ", " + batch.weight(w) +
                            " {layout = #aic.layout<nhwc>, padding = array<i64: 1, 1, 1, 1>} : (" +
                            tensorType(x) + ", " + tensorType(w) + ") -> " + tensorType(y)),
                   tensorType(y), "conv2d of " + tensorType(x), 80);
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(1e-6, options);
  }
}

TEST(Contraction, OtherCpus) {
  for (const char* cpu : {"x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    HarnessOptions options;
    options.targetCpu = cpu;
    expectClose(convText({1, 5, 14, 15, 40, 3, 3, 1, 1, 1, {1, 1, 1, 1}, true}), options);
  }
}

} // namespace
} // namespace aic::test

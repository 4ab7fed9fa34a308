// Weights that are computed at run time: packed by a dispatch of its own, or read as they lie.
#include "Harness.h"

namespace aic::test {
namespace {

std::string pair(int64_t a) {
  return array({a, a});
}

struct Conv {
  int64_t n, c, h, w, o, kh, kw, stride = 1, dilation = 1, groups = 1, pad = 0;
};

void conv(Batch& batch, const Conv& v, const std::string& element = "f32") {
  int64_t oh = (v.h + 2 * v.pad - v.dilation * (v.kh - 1) - 1) / v.stride + 1;
  int64_t ow = (v.w + 2 * v.pad - v.dilation * (v.kw - 1) - 1) / v.stride + 1;
  Shape x = {v.n, v.c, v.h, v.w}, k = {v.o, v.c / v.groups, v.kh, v.kw}, y = {v.n, v.o, oh, ow};
  std::string text = "aic.conv2d " + batch.argument(x, element) + ", " + batch.argument(k, element) + ", " +
                     batch.argument({v.o}, element);
  std::string attributes = "{stride = " + pair(v.stride) + ", dilation = " + pair(v.dilation) +
                           ", padding = " + array({v.pad, v.pad, v.pad, v.pad}) +
                           ", groups = " + std::to_string(v.groups) + " : i64}";
  std::string type = tensorType(y, element);
  std::string value = batch.op(text + " " + attributes + " : (" + tensorType(x, element) + ", " +
                               tensorType(k, element) + ", " + tensorType({v.o}, element) + ") -> " + type);
  batch.result(batch.op("aic.relu " + value + " : " + type), type,
               "conv of " + tensorType(x, element) + " with " + tensorType(k, element) + " " + attributes);
}

TEST(RunTimeWeights, Convolutions) {
  for (const char* cpu : {"native", "x86-64-v2"}) {
    Batch batch;
    conv(batch, {1, 3, 7, 9, 17, 3, 3, 1, 1, 1, 1});
    conv(batch, {2, 6, 8, 7, 10, 3, 2, 2, 1, 2, 1});
    conv(batch, {1, 20, 5, 6, 70, 1, 1});
    conv(batch, {1, 1, 1, 1, 1, 1, 1});
    conv(batch, {1, 33, 9, 9, 40, 2, 3, 1, 2, 1, 2});
    conv(batch, {1, 8, 9, 9, 8, 3, 3, 1, 1, 8, 1});      // depthwise
    conv(batch, {2, 70, 11, 12, 70, 5, 5, 2, 1, 70, 2}); // depthwise
    conv(batch, {1, 4, 9, 9, 8, 3, 3, 1, 2, 4, 2});      // two outputs per channel
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.moreThreads = {3};
    batch.expectClose(3e-6, options);
  }
}

TEST(RunTimeWeights, OtherElements) {
  for (const char* element : {"f64", "f16", "bf16"}) {
    Batch batch;
    conv(batch, {1, 5, 7, 9, 18, 3, 3, 1, 1, 1, 1}, element);
    conv(batch, {1, 20, 5, 6, 35, 1, 1}, element);
    conv(batch, {1, 9, 9, 9, 9, 3, 3, 1, 1, 9, 1}, element); // depthwise
    HarnessOptions options;
    options.smallestScale = 1;
    batch.expectClose(element == std::string("f64")   ? 1e-13
                      : element == std::string("f16") ? 6e-4
                                                      : 5e-3,
                      options);
  }
}

struct Transposed {
  int64_t c, h, w, o, kh, kw, stride = 1, dilation = 1, groups = 1, pad = 0, more = 0;
};

void transposed(Batch& batch, const Transposed& v) {
  auto length = [&](int64_t size, int64_t kernel) {
    return (size - 1) * v.stride - 2 * v.pad + v.dilation * (kernel - 1) + v.more + 1;
  };
  Shape x = {2, v.c, v.h, v.w}, k = {v.c, v.o / v.groups, v.kh, v.kw},
        y = {2, v.o, length(v.h, v.kh), length(v.w, v.kw)};
  std::string attributes = "{stride = " + pair(v.stride) + ", dilation = " + pair(v.dilation) +
                           ", padding = " + array({v.pad, v.pad, v.pad, v.pad}) +
                           ", output_padding = " + pair(v.more) + ", groups = " + std::to_string(v.groups) +
                           " : i64}";
  batch.result(batch.op("aic.conv_transpose2d " + batch.argument(x) + ", " + batch.argument(k) + ", " +
                        batch.argument({v.o}) + " " + attributes + " : (" + tensorType(x) + ", " +
                        tensorType(k) + ", " + tensorType({v.o}) + ") -> " + tensorType(y)),
               tensorType(y),
               "conv_transpose of " + tensorType(x) + " with " + tensorType(k) + " " + attributes);
}

TEST(RunTimeWeights, TransposedConvolutions) {
  Batch batch;
  transposed(batch, {3, 4, 5, 7, 3, 3});
  transposed(batch, {3, 4, 5, 7, 3, 2, 2, 1, 1, 1, 1});
  transposed(batch, {4, 5, 3, 6, 4, 4, 2, 1, 2, 1});
  transposed(batch, {6, 3, 3, 6, 3, 3, 3, 2, 6, 2});
  transposed(batch, {2, 1, 4, 5, 2, 3, 1, 3, 1, 1, 2});
  transposed(batch, {1, 3, 2, 1, 1, 2, 70}); // of 4900 phases nearly all are empty
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(3e-6, options);
}

// conv1d goes through conv2d; one weight is read by two convolutions and packed once.
TEST(RunTimeWeights, Conv1dTwice) {
  std::string x = tensorType({1, 5, 20}), w = tensorType({7, 5, 3}), y = tensorType({1, 7, 18});
  Batch batch;
  std::string weight = batch.argument({7, 5, 3});
  for (int i : {0, 1})
    batch.result(batch.op("aic.conv1d " + batch.argument({1, 5, 20}) + ", " + weight + " : (" + x + ", " + w +
                          ") -> " + y),
                 y, std::to_string(i));
  HarnessOptions options;
  options.smallestScale = 1;
  Comparison c = runAndCompare(batch.text(), options);
  EXPECT_EQ(c.message, "");
  EXPECT_LE(c.error, 2e-6);
  EXPECT_EQ(c.dispatches, 7); // two transposes in, one packing, two convolutions, two transposes out
}

// What is computed before is not on the way: the weight of a kernel may be a kernel's result.
TEST(RunTimeWeights, ComputedWeights) {
  Batch batch;
  std::string k = tensorType({6, 4, 3, 3}), x = tensorType({1, 4, 8, 8}), y = tensorType({1, 6, 6, 6});
  std::string weight = batch.op("aic.tanh " + batch.argument({6, 4, 3, 3}) + " : " + k);
  std::string value = batch.op("aic.conv2d " + batch.argument({1, 4, 8, 8}) + ", " + weight + " : (" + x +
                               ", " + k + ") -> " + y);
  batch.result(value, y, "conv");
  batch.result(weight, k, "weight");
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(3e-6, options);
}

void linear(Batch& batch, const Shape& x, int64_t n) {
  int64_t k = x.back();
  Shape y = x;
  y.back() = n;
  batch.result(batch.op("aic.linear " + batch.argument(x) + ", " + batch.argument({n, k}) + ", " +
                        batch.argument({n}) + " : (" + tensorType(x) + ", " + tensorType({n, k}) + ", " +
                        tensorType({n}) + ") -> " + tensorType(y)),
               tensorType(y), "linear " + tensorType(x) + " to " + std::to_string(n));
}

TEST(RunTimeWeights, Linear) {
  Batch batch;
  linear(batch, {7}, 5);
  linear(batch, {65}, 130);
  linear(batch, {1, 33}, 17);
  linear(batch, {3, 5, 20}, 16);
  linear(batch, {90, 37}, 70);
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(2e-6, options);
}

void matmul(Batch& batch, const Shape& a, const Shape& b, const Shape& y) {
  batch.result(batch.op("aic.matmul " + batch.argument(a) + ", " + batch.argument(b) + " : (" +
                        tensorType(a) + ", " + tensorType(b) + ") -> " + tensorType(y)),
               tensorType(y), "matmul " + tensorType(a) + " by " + tensorType(b));
}

// Enough rows for b to be packed.
TEST(RunTimeWeights, Matmul) {
  for (const char* cpu : {"native", "x86-64-v2"}) {
    Batch batch;
    matmul(batch, {200, 33}, {33, 270}, {200, 270});
    matmul(batch, {64, 3}, {3, 2100}, {64, 2100});
    matmul(batch, {192, 1}, {1, 256}, {192, 256});
    matmul(batch, {2, 3, 200, 17}, {2, 3, 17, 257}, {2, 3, 200, 257});
    matmul(batch, {2, 1, 192, 16}, {3, 16, 320}, {2, 3, 192, 320});
    matmul(batch, {195, 9}, {2, 9, 256}, {2, 195, 256});
    matmul(batch, {3, 70, 9}, {9, 300}, {3, 70, 300});
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.moreThreads = {3};
    batch.expectClose(2e-6, options);
  }
}

// The product of a matrix with itself: the kernel reads one argument both ways.
TEST(RunTimeWeights, ByItself) {
  Batch batch;
  std::string type = tensorType({260, 260}), a = batch.argument({260, 260});
  std::string value = batch.op("aic.matmul " + a + ", " + a + " : (" + type + ", " + type + ") -> " + type);
  batch.result(batch.op("aic.add " + value + ", " + a + " : (" + type + ", " + type + ") -> " + type), type,
               "a a + a");
  HarnessOptions options;
  options.smallestScale = 10;                    // sums of 260 products
  for (const char* cpu : {"native", "znver4"}) { // the latter's panels end in half a vector
    options.targetCpu = cpu;
    batch.expectClose(2e-6, options);
  }
}

// What follows reads the weight as it lies, which the product reads packed.
TEST(RunTimeWeights, ConstantWeightReadTwice) {
  Batch batch;
  std::string type = tensorType({20, 20}), w = batch.weight({20, 20});
  std::string value = batch.op("aic.linear " + batch.argument({20, 20}) + ", " + w + " : (" + type + ", " +
                               type + ") -> " + type);
  batch.result(batch.op("aic.add " + value + ", " + w + " : (" + type + ", " + type + ") -> " + type), type,
               "x w + w");
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(2e-6, options);
}

void recurrence(Batch& batch, const std::string& cell, int64_t sequences, int64_t steps, int64_t units) {
  int64_t gates = cell == "lstm" ? 4 : cell == "gru" ? 3 : 1;
  Shape x = {sequences, steps, gates * units}, w = {gates * units, units}, state = {sequences, units},
        y = {sequences, steps, units};
  std::string results =
      tensorType(y) + ", " + tensorType(state) + (cell == "lstm" ? ", " + tensorType(state) : "");
  std::string name = batch.op("aic.recurrence " + cell + " " + batch.argument(x) + ", " + batch.argument(w) +
                                  " h0 " + batch.argument(state) + " : (" + tensorType(x) + ", " +
                                  tensorType(w) + ", " + tensorType(state) + ") -> (" + results + ")",
                              cell == "lstm" ? 3 : 2);
  batch.result(name + "#0", tensorType(y), cell + " " + tensorType(y));
  batch.result(name + "#1", tensorType(state), cell + " " + tensorType(y) + ": h");
}

TEST(RunTimeWeights, Recurrence) {
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Batch batch;
    for (const char* cell : {"lstm", "gru", "rnn_tanh"}) {
      recurrence(batch, cell, 1, 3, 5);
      recurrence(batch, cell, 3, 4, 33);
    }
    recurrence(batch, "lstm", 2, 5, 160); // in steps
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.low = -0.5, options.high = 0.5;
    options.moreThreads = {2};
    batch.expectClose(1e-5, options);
  }
}

} // namespace
} // namespace aic::test

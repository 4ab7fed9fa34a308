// f16 and bf16: conversions to the bit, and each family of kernels on them.
#include "Harness.h"

#include <cmath>
#include <cstring>
#include <random>

namespace aic::test {
namespace {

const std::vector<std::string> kHalves = {"f16", "bf16"};
const std::vector<std::string> kCpus = {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"};

// The number with these bits of f16 (11 bits of significand) or bf16 (8).
double numberOf(const std::string& half, uint32_t bits) {
  if (half == "bf16") {
    uint32_t wide = bits << 16;
    float value;
    std::memcpy(&value, &wide, 4);
    return value;
  }
  int exponent = int(bits >> 10 & 31);
  double fraction = bits & 1023, value = exponent == 0    ? std::ldexp(fraction, -24)
                                         : exponent != 31 ? std::ldexp(1024 + fraction, exponent - 25)
                                         : fraction != 0  ? NAN
                                                          : INFINITY;
  return bits & 0x8000 ? -value : value;
}

void cast(Batch& batch, int64_t count, const std::string& from, const std::string& to) {
  std::string x = batch.argument({count}, from);
  std::string signature = "(" + tensorType({count}, from) + ") -> " + tensorType({count}, to);
  batch.result(batch.op("aic.cast " + x + " : " + signature), tensorType({count}, to), "cast " + signature);
}

TEST(Halves, EveryHalfToEveryType) {
  for (const std::string& cpu : kCpus)
    for (const std::string& half : kHalves) {
      Batch batch;
      for (const char* to : {"f16", "bf16", "f32", "f64", "i1", "i8", "ui8", "i16", "i32", "i64"})
        if (to != half)
          cast(batch, 65536, half, to);
      HarnessOptions options;
      options.targetCpu = cpu;
      options.input = [&](size_t, int64_t i) { return numberOf(half, uint32_t(i)); };
      batch.expectClose(0, options);
    }
}

// Each half, the middle between it and the next, and the neighbours of that middle in f32 and f64; with all
// exponents.
TEST(Halves, FloatsAreRoundedOnce) {
  for (const std::string& cpu : kCpus)
    for (const std::string& half : kHalves)
      for (const char* from : {"f32", "f64"}) {
        Batch batch;
        int64_t step = 7, count = 32768 / step * 6;
        cast(batch, count, from, half);
        HarnessOptions options;
        options.targetCpu = cpu;
        options.input = [&](size_t, int64_t i) {
          uint32_t bits = uint32_t(i / 6 * step);
          double low = numberOf(half, bits), high = numberOf(half, bits + 1), middle = (low + high) / 2;
          if (std::isinf(high) && !std::isinf(low)) // the next power of two stands for infinity
            middle = half == "f16" ? 65520.0 : 0x1.ffp127;
          bool narrow = std::string(from) == "f32";
          auto next = [&](double x, double to) {
            return narrow ? double(std::nextafter(float(x), float(to))) : std::nextafter(x, to);
          };
          double value = std::vector<double>{low,
                                             middle,
                                             next(middle, INFINITY),
                                             next(middle, 0.0),
                                             (low + middle) / 2,
                                             (high + middle) / 2}[i % 6];
          return i % 11 == 0 ? -value : value;
        };
        Comparison c = runAndCompare(batch.text(), options);
        AIC_SKIP_IF_LACKING(c);
        ASSERT_EQ(c.found.size(), 1u) << c.message;
        for (size_t i = 0; i < c.found[0].f.size(); ++i) { // to the bit, not relative to the largest
          double got = c.found[0].f[i], want = c.expected[0].f[i];
          if (!std::isnan(got) || !std::isnan(want))
            ASSERT_TRUE(got == want && std::signbit(got) == std::signbit(want))
                << cpu << " " << from << " -> " << half << ": " << c.arguments[0].f[i] << " is " << got
                << ", not " << want;
        }
      }
}

TEST(Halves, IntegersAreRoundedOnce) {
  Batch batch;
  for (const std::string& half : kHalves)
    for (const char* from : {"i1", "i8", "ui8", "i16", "i32", "i64"})
      cast(batch, 4096, from, half);
  HarnessOptions options;
  options.input = [](size_t, int64_t i) { // what lies beside the middle of two halves among them
    double value = std::ldexp(double(257 + 2 * (i % 64)), int(i / 64 % 32)) + double(i % 3) - 1;
    return i % 2 ? value : -value;
  };
  for (const char* cpu : {"native", "x86-64-v2"}) {
    options.targetCpu = cpu;
    batch.expectClose(0, options);
  }
}

// Each operation rounds once, so that those which are exact in f32 are right to the bit.
TEST(Halves, Elementwise) {
  for (const char* cpu : {"native", "x86-64-v2"})
    for (const std::string& half : kHalves) {
      Batch batch;
      std::string type = tensorType({64}, half);
      auto binary = [&](const std::string& op, const std::string& result) {
        std::string a = batch.argument({64}, half), b = batch.argument({64}, half);
        batch.result(batch.op("aic." + op + " " + a + ", " + b + " : (" + type + ", " + type + ") -> " +
                              tensorType({64}, result)),
                     tensorType({64}, result), op + " " + half);
      };
      for (const char* op : {"add", "sub", "mul", "div", "minimum", "maximum", "rem", "floor_div", "pow"})
        binary(op, half);
      for (const char* predicate : {"eq", "ne", "lt", "le", "gt", "ge"})
        binary("compare " + std::string(predicate), "i1");
      for (const char* op : {"relu", "abs", "neg", "sign", "floor", "ceil", "round", "sqrt", "tanh",
                             "sigmoid", "exp", "erf", "sin", "gelu", "hardswish", "elu"}) {
        std::string x = batch.argument({64}, half);
        batch.result(batch.op("aic." + std::string(op) + " " + x + " : " + type), type, op,
                     std::string(op) == "gelu" ? 1 : 0);
      }
      HarnessOptions options;
      options.targetCpu = cpu;
      options.input = [](size_t index, int64_t i) {
        const std::vector<double> numbers = {0.0, -0.0, 0.5, -0.5, 1.5,  -1.5, 2.5,  6.5,
                                             3.0, -2.0, 0.1, 3.14, 11.2, -7.7, 1e-3, 7.25};
        return numbers[index % 2 ? (i / 16 * 5 + i) % 16 : i % 16];
      };
      batch.expectClose(half == "f16" ? 1e-3 : 8e-3, options); // a unit in the last place
    }
}

// Numbers of a chain are rounded where they are stored and where the model casts, not between: the reference
// does the same.
TEST(Halves, AChainIsRoundedWhereItCasts) {
  Batch batch;
  for (const std::string& half : kHalves) {
    std::string x = batch.argument({37}), type = tensorType({37}, half);
    std::string cast = batch.op("aic.cast " + x + " : (" + tensorType({37}) + ") -> " + type);
    std::string square =
        batch.op("aic.mul " + cast + ", " + cast + " : (" + type + ", " + type + ") -> " + type);
    std::string wide = batch.op("aic.cast " + square + " : (" + type + ") -> " + tensorType({37}));
    batch.result(batch.op("aic.cast " + cast + " : (" + type + ") -> " + tensorType({37})), tensorType({37}),
                 half);
    batch.result(wide, tensorType({37}), half + " squared");
  }
  batch.expectClose(1e-7);
}

// What only moves keeps every bit, those of NaN among them.
TEST(Halves, Moves) {
  for (const std::string& half : kHalves) {
    Batch batch;
    std::string x = batch.argument({6, 5}, half), type = tensorType({6, 5}, half);
    auto add = [&](const std::string& text, const Shape& shape) {
      batch.result(batch.op("aic." + text + tensorType(shape, half)), tensorType(shape, half), text);
    };
    add("transpose " + x + " {perm = array<i64: 1, 0>} : (" + type + ") -> ", {5, 6});
    add("concat " + x + ", " + x + " {dim = 1 : i64} : (" + type + ", " + type + ") -> ", {6, 10});
    add("pad " + x + " {low = array<i64: 1, 0>, high = array<i64: 0, 2>, value = 2.6 : f64} : (" + type +
            ") -> ",
        {7, 7});
    batch.expectClose(0);
  }
}

TEST(Halves, Families) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"})
    for (const std::string& half : kHalves) {
      Batch batch;
      auto add = [&](const std::string& text, const std::vector<Shape>& from, const Shape& to) {
        std::string signature = " : (";
        for (size_t i = 0; i < from.size(); ++i)
          signature += (i ? ", " : "") + tensorType(from[i], half);
        batch.result(batch.op(text + signature + ") -> " + tensorType(to, half)), tensorType(to, half), text);
      };
      auto argument = [&](const Shape& shape) { return batch.argument(shape, half); };
      add("aic.sum " + argument({5, 37}) + " {dims = array<i64: 1>}", {{5, 37}}, {5});
      add("aic.mean " + argument({5, 37}) + " {dims = array<i64: 0>}", {{5, 37}}, {37});
      add("aic.amax " + argument({5, 37}) + " {dims = array<i64: 0, 1>}", {{5, 37}}, {});
      add("aic.softmax " + argument({5, 37}) + " {dim = 1 : i64}", {{5, 37}}, {5, 37});
      add("aic.log_softmax " + argument({5, 37}) + " {dim = 0 : i64}", {{5, 37}}, {5, 37});
      std::string line = "(" + tensorType({3, 21}, half) + ", " + tensorType({21}, half) + ", " +
                         tensorType({21}, half) + ") -> " + tensorType({3, 21}, half);
      batch.result(batch.op("aic.layer_norm " + argument({3, 21}) + " weight " + argument({21}) + " bias " +
                            argument({21}) + " : " + line),
                   tensorType({3, 21}, half), "layer_norm");
      add("aic.matmul " + argument({2, 7, 19}) + ", " + argument({2, 19, 23}), {{2, 7, 19}, {2, 19, 23}},
          {2, 7, 23});
      auto weight = [&](const Shape& shape) {
        return batch.op("aic.cast " + batch.weight(shape) + " : (" + tensorType(shape) + ") -> " +
                        tensorType(shape, half));
      };
      add("aic.linear " + argument({7, 19}) + ", " + weight({23, 19}) + ", " + weight({23}),
          {{7, 19}, {23, 19}, {23}}, {7, 23});
      add("aic.conv2d " + argument({1, 5, 9, 9}) + ", " + weight({6, 5, 3, 3}), {{1, 5, 9, 9}, {6, 5, 3, 3}},
          {1, 6, 7, 7});
      add("aic.conv2d " + argument({1, 6, 9, 9}) + ", " + weight({6, 1, 3, 3}) + " {groups = 6 : i64}",
          {{1, 6, 9, 9}, {6, 1, 3, 3}}, {1, 6, 7, 7});
      add("aic.max_pool2d " + argument({1, 5, 8, 8}) +
              " {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>}",
          {{1, 5, 8, 8}}, {1, 5, 4, 4});
      add("aic.attention " + argument({1, 2, 9, 8}) + ", " + argument({1, 2, 11, 8}) + ", " +
              argument({1, 2, 11, 8}) + " {scale = 0.5 : f64}",
          {{1, 2, 9, 8}, {1, 2, 11, 8}, {1, 2, 11, 8}}, {1, 2, 9, 8});
      std::string index = batch.op("aic.argmax " + argument({4, 33}) + " {dim = 1 : i64} : (" +
                                   tensorType({4, 33}, half) + ") -> tensor<4xi64>");
      batch.result(index, "tensor<4xi64>", "argmax");
      HarnessOptions options;
      options.smallestScale = 1;
      options.targetCpu = cpu;
      batch.expectClose(half == "f16" ? 1e-3 : 8e-3, options);
    }
}

} // namespace
} // namespace aic::test

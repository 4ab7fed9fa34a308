// Convolutions by Winograd's way, forced on: odd shapes, paddings, groups and epilogues on every CPU, against
// the reference in double. The bound is the one that the way is allowed for: 1e-4 of an output's largest
// value.
#include "Harness.h"
#include "test/unit/Sanitized.h"

#include <cmath>
#include <limits>
#include <random>

namespace aic::test {
namespace {

constexpr double kBound = 1e-4;

std::string hexConstant(const Shape& shape, const std::vector<float>& values) {
  std::string hex = "0x";
  for (float value : values) {
    uint32_t bits;
    std::memcpy(&bits, &value, 4);
    char digits[9];
    std::snprintf(digits, sizeof digits, "%02X%02X%02X%02X", bits & 255, bits >> 8 & 255, bits >> 16 & 255,
                  bits >> 24);
    hex += digits;
  }
  return "aic.constant dense<\"" + hex + "\"> : " + tensorType(shape);
}

int64_t sizeOf(const Shape& shape) {
  int64_t size = 1;
  for (int64_t one : shape)
    size *= one;
  return size;
}

/// Weights as training leaves them: normal, of He's variance.
std::vector<float> trained(const Shape& shape, std::mt19937_64& random) {
  std::normal_distribution<double> normal(0, std::sqrt(2.0 / double(9 * shape[1])));
  std::vector<float> values(static_cast<size_t>(sizeOf(shape)));
  for (float& value : values)
    value = float(normal(random));
  return values;
}

struct Conv {
  int64_t images, channels, height, width, outputs, groups;
  std::vector<int64_t> padding; // top, left, bottom, right
  enum Epilogue { None, Bias, Residual, Gelu } epilogue;
  int64_t dilationH = 1, dilationW = 1;
  bool known = true; ///< the weight, when it is compiled

  Shape in() const { return {images, height, width, channels}; }
  Shape out() const {
    return {images, height + padding[0] + padding[2] - 2 * dilationH,
            width + padding[1] + padding[3] - 2 * dilationW, outputs};
  }
  std::string label() const {
    return tensorType(in()) + " to " + tensorType(out()) + " in " + std::to_string(groups) +
           " groups, epilogue " + std::to_string(epilogue) + ", dilation " + array({dilationH, dilationW});
  }
};

// As one function, so that many are one compilation. An input is relu'd as activations are, if trained.
void add(Batch& batch, const Conv& v, std::mt19937_64* trainedBy) {
  Shape kernel = {v.outputs, v.channels / v.groups, 3, 3};
  std::string x = batch.argument(v.in()), type = tensorType(v.out());
  std::string w = !v.known    ? batch.argument(kernel)
                  : trainedBy ? batch.op(hexConstant(kernel, trained(kernel, *trainedBy)))
                              : batch.weight(kernel);
  std::string b = v.epilogue == Conv::None ? "" : batch.weight({v.outputs});
  std::string y = batch.op(
      "aic.conv2d " + x + ", " + w + (b.empty() ? "" : ", " + b) + " {padding = " + array(v.padding) +
      ", dilation = " + array({v.dilationH, v.dilationW}) + ", groups = " + std::to_string(v.groups) +
      " : i64, layout = #aic.layout<nhwc>} : (" + tensorType(v.in()) + ", " + tensorType(kernel) +
      (b.empty() ? "" : ", " + tensorType({v.outputs})) + ") -> " + type);
  if (v.epilogue == Conv::Residual) {
    y = batch.op("aic.add " + y + ", " + batch.argument(v.out()) + " : (" + type + ", " + type + ") -> " +
                 type);
    y = batch.op("aic.relu " + y + " : " + type);
  } else if (v.epilogue == Conv::Gelu) {
    y = batch.op("aic.gelu " + y + " : " + type);
  }
  batch.result(y, type, v.label());
}

/// Largest difference over the largest value, of output k.
double errorOf(const Comparison& c, size_t k) {
  // (The tensors' types have gone with their context.)
  const std::vector<double>&found = c.found[k].f, &expected = c.expected[k].f;
  EXPECT_EQ(found.size(), expected.size());
  double error = 0, largest = 0;
  for (size_t i = 0; i < expected.size(); ++i) {
    error = std::max(error, std::fabs(found[i] - expected[i]));
    largest = std::max(largest, std::fabs(expected[i]));
  }
  return largest > 0 ? error / largest : error;
}

void expectClose(const std::vector<Conv>& cases, HarnessOptions options,
                 std::mt19937_64* trainedBy = nullptr) {
  Batch batch;
  for (const Conv& v : cases)
    add(batch, v, trainedBy);
  options.moreThreads = {2, 3};
  Comparison c = runAndCompare(batch.text(), options);
  if (!c.lacking.empty())
    return;
  EXPECT_GT(c.scratchBytes, 0u) << "it went the direct way";
  EXPECT_EQ(c.message, "") << options.targetCpu << ", F(" << options.forcedWinograd << ")";
  if (c.found.size() != cases.size()) {
    ADD_FAILURE() << batch.text().substr(0, 2000);
    return;
  }
  for (size_t k = 0; k < cases.size(); ++k) {
    EXPECT_LE(errorOf(c, k), kBound) << options.targetCpu << ", F(" << options.forcedWinograd
                                     << "): " << cases[k].label();
  }
}

std::vector<Conv> oddShapes(uint64_t seed, int count) {
  std::mt19937_64 random(seed);
  auto upTo = [&](int64_t low, int64_t high) {
    return std::uniform_int_distribution<int64_t>(low, high)(random);
  };
  std::vector<Conv> cases;
  while (int(cases.size()) < count) {
    Conv v;
    v.images = upTo(1, 2);
    v.height = upTo(1, 30);
    v.width = upTo(1, 30);
    v.groups = upTo(0, 3) == 0 ? upTo(2, 3) : 1;
    v.channels = v.groups * upTo(v.groups > 1 ? 2 : 1, 70 / v.groups); // one a group is depthwise
    v.outputs = v.groups * upTo(1, 70 / v.groups);
    for (int side = 0; side < 4; ++side)
      v.padding.push_back(upTo(0, 2));
    if (upTo(0, 2) == 0) {
      v.dilationH = upTo(1, 4);
      v.dilationW = upTo(1, 4);
    }
    v.epilogue = static_cast<Conv::Epilogue>(upTo(0, 3));
    if (v.out()[1] > 0 && v.out()[2] > 0)
      cases.push_back(v);
  }
  return cases;
}

class Winograd : public testing::TestWithParam<std::tuple<const char*, int>> {
protected:
  HarnessOptions options() const {
    HarnessOptions made;
    made.targetCpu = std::get<0>(GetParam());
    made.forcedWinograd = std::get<1>(GetParam());
    return made;
  }
};

TEST_P(Winograd, OddShapes) {
  expectClose(oddShapes(uint64_t(std::get<1>(GetParam())), 24), options());
}

// What the models have, and shapes where all tiles are whole, none has padding, or none is without.
TEST_P(Winograd, OfModels) {
  expectClose({{1, 64, 16, 16, 64, 1, {1, 1, 1, 1}, Conv::Residual},
               {2, 32, 14, 14, 96, 1, {1, 1, 1, 1}, Conv::Bias},
               {1, 16, 10, 10, 16, 1, {0, 0, 0, 0}, Conv::None},
               {1, 24, 6, 6, 40, 1, {0, 0, 0, 0}, Conv::Gelu},
               {3, 17, 1, 1, 5, 1, {1, 1, 1, 1}, Conv::Bias},
               {1, 1, 2, 30, 1, 1, {2, 2, 2, 2}, Conv::Bias},
               {1, 16, 9, 9, 16, 1, {0, 3, 1, 3}, Conv::Bias},
               {1, 128, 12, 12, 64, 4, {1, 1, 1, 1}, Conv::Residual},
               {1, 32, 28, 28, 32, 1, {4, 4, 4, 4}, Conv::Residual, 4, 4},
               {2, 16, 24, 24, 16, 1, {0, 0, 0, 0}, Conv::Bias, 3, 2},
               {1, 8, 9, 17, 8, 1, {7, 7, 7, 7}, Conv::Bias, 7, 7},
               {1, 4, 5, 3, 9, 1, {36, 36, 36, 36}, Conv::Gelu, 36, 36}},
              options());
}

TEST_P(Winograd, TrainedWeights) {
  std::mt19937_64 random(7);
  HarnessOptions trained = options();
  trained.input = [](size_t index, int64_t i) { // as behind a ReLU; some channels are large
    std::mt19937_64 of(index * 1000003 + uint64_t(i));
    of.discard(2);
    double scale = std::exp(double(uint64_t(i) % 64) / 16 - 2);
    return std::max(0.0, scale * std::normal_distribution<double>(0.3, 1)(of));
  };
  expectClose({{1, 256, 14, 14, 64, 1, {1, 1, 1, 1}, Conv::Bias},
               {1, 512, 7, 7, 32, 1, {1, 1, 1, 1}, Conv::Residual},
               {1, 64, 28, 28, 64, 1, {1, 1, 1, 1}, Conv::None}},
              trained, &random);
}

// Weights that a dispatch transforms at run time: over odd shapes, and of a transposed convolution, as the
// way back of a convolution's x is, whose windows it reads from the last tap to the first.
TEST_P(Winograd, WeightsOfTheRun) {
  std::vector<Conv> cases = oddShapes(uint64_t(10 + std::get<1>(GetParam())), 3);
  cases.push_back({1, 20, 9, 10, 33, 1, {1, 1, 1, 1}, Conv::Residual});
  cases.push_back({1, 8, 6, 6, 32, 2, {1, 1, 1, 1}, Conv::None});
  for (Conv& v : cases)
    v.known = false;
  expectClose(cases, options());
}

TEST_P(Winograd, TransposedByWeightsOfTheRun) {
  Batch batch;
  struct Transposed {
    int64_t channels, size, outputs, groups, padding;
  };
  const std::vector<Transposed> cases = {
      {17, 9, 21, 1, 1}, {32, 8, 64, 1, 1}, {5, 4, 3, 1, 2}, {6, 7, 8, 2, 1}};
  for (const Transposed& v : cases) {
    const int64_t length = v.size + 2 - 2 * v.padding;
    Shape x = {2, v.channels, v.size, v.size}, w = {v.channels, v.outputs / v.groups, 3, 3},
          y = {2, v.outputs, length, length};
    std::string weight = batch.op("aic.tanh " + batch.argument(w) + " : " + tensorType(w));
    std::string made = batch.op("aic.conv_transpose2d " + batch.argument(x) + ", " + weight +
                                " {padding = " + array(std::vector<int64_t>(4, v.padding)) +
                                ", groups = " + std::to_string(v.groups) + " : i64} : (" + tensorType(x) +
                                ", " + tensorType(w) + ") -> " + tensorType(y));
    batch.result(made, tensorType(y), "transposed " + tensorType(x) + " by " + tensorType(w));
  }
  HarnessOptions asked = options();
  asked.moreThreads = {2, 3};
  Comparison c = runAndCompare(batch.text(), asked);
  AIC_SKIP_IF_LACKING(c);
  EXPECT_GT(c.scratchBytes, 0u) << "it went the direct way";
  ASSERT_EQ(c.found.size(), cases.size()) << c.message;
  for (size_t k = 0; k < cases.size(); ++k)
    EXPECT_LE(errorOf(c, k), kBound) << k;
}

// A NaN, or an infinity, in one pixel reaches the outputs that it reaches by the direct way, its neighbours,
// and all those of the tile where it lies; no other. (With tiles of 2x2 these are neighbours.)
TEST_P(Winograd, NaNsStayInTheirTile) {
  const int64_t tile = std::get<1>(GetParam()), size = 14, channels = 5, outputs = 7;
  const std::pair<int64_t, int64_t> places[] = {{0, 0}, {13, 13}, {5, 5}, {5, 6}, {6, 7}, {7, 8}, {3, 12}};
  Batch batch;
  for (size_t k = 0; k < std::size(places); ++k)
    add(batch, {1, channels, size, size, outputs, 1, {1, 1, 1, 1}, Conv::None}, nullptr);
  HarnessOptions spoiled = options();
  spoiled.input = [&](size_t index, int64_t i) {
    auto [y, x] = places[index];
    if (i != (y * size + x) * channels + 2)
      return double(i * 7 % 13) / 8 - 0.75;
    return index % 2 ? std::numeric_limits<double>::infinity() : std::nan("");
  };
  Comparison c = runAndCompare(batch.text(), spoiled);
  AIC_SKIP_IF_LACKING(c);
  EXPECT_GT(c.scratchBytes, 0u) << "it went the direct way";
  ASSERT_EQ(c.found.size(), std::size(places)) << c.message;
  auto reaches = [&](int64_t out, int64_t pixel) {
    return std::abs(out - pixel) <= 1 || out / tile == pixel / tile;
  };
  for (size_t k = 0; k < std::size(places); ++k)
    for (int64_t i = 0; i < size * size * outputs; ++i) {
      const int64_t y = i / outputs / size, x = i / outputs % size;
      const double found = c.found[k].f[size_t(i)], expected = c.expected[k].f[size_t(i)];
      if (!reaches(y, places[k].first) || !reaches(x, places[k].second))
        EXPECT_NEAR(found, expected, kBound) << "place " << k << ", output " << y << ", " << x;
      else
        EXPECT_FALSE(std::isfinite(found)) << "place " << k << ", output " << y << ", " << x;
    }
}

// A sanitizer sees our code alone, which is one for all widths of vectors: the widest and the narrowest.
std::vector<const char*> cpus() {
  std::vector<const char*> all = {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4", "generic-aarch64"};
  all.resize(kSanitized ? 2 : 5);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Cpus, Winograd, testing::Combine(testing::ValuesIn(cpus()), testing::Values(2, 4)),
                         [](const auto& info) {
                           std::string name = std::get<0>(info.param);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name + "_F" + std::to_string(std::get<1>(info.param));
                         });

} // namespace
} // namespace aic::test

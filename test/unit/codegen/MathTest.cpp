// The functions that kernels compute as polynomials (compiler/codegen/cpu/MathFunctions.cpp), against double
// precision. The bounds are the measured errors, rounded up; the table in compiler/codegen/cpu/README.md
// states them.
#include "Harness.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace aic::test {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

// |got - want| in units in the last place of `want` as an f32 or f64; the smallest normal number's unit below
// that.
double ulps(double got, double want, bool isDouble = false) {
  int exponent = 0;
  double smallest = isDouble ? std::numeric_limits<double>::min() : double(std::numeric_limits<float>::min());
  std::frexp(std::max(std::fabs(want), smallest), &exponent);
  return std::fabs(got - want) / std::ldexp(1.0, exponent - (isDouble ? 53 : 24));
}

struct Range {
  double low, high;
};

// Points over the ranges, evenly and evenly in the exponent, and the special values.
std::vector<double> points(const std::vector<Range>& ranges, size_t each, bool isDouble) {
  auto number = [&](double x) { return isDouble ? x : static_cast<float>(x); };
  std::vector<double> all = {0.0,       -0.0,       1.0,   -1.0,   0.5,   -0.5,   2.0,   -2.0,
                             1e-45,     -1e-45,     1e-40, -1e-40, 1e-38, -1e-38, 3e38,  -3e38,
                             kInfinity, -kInfinity, kNaN,  88.7,   -88.7, 89.0,   -104.0};
  // NaN whose lowest bits as an f32 or f64 are not 0: they must not become an exponent.
  uint64_t payload = isDouble ? 0x7FF8000000000001 : 0x7FF8000020000000;
  memcpy(&all.emplace_back(), &payload, sizeof(payload));
  std::mt19937_64 random(7);
  for (const Range& range : ranges) {
    for (size_t i = 0; i < each; ++i)
      all.push_back(number(range.low + (range.high - range.low) * double(i) / double(each - 1)));
    std::uniform_real_distribution<double> exponent(
        -30, std::log2(std::max(std::fabs(range.low), std::fabs(range.high))));
    for (size_t i = 0; i < each / 2; ++i) {
      double x = std::exp2(exponent(random));
      for (double value : {x, -x})
        if (value >= range.low && value <= range.high)
          all.push_back(number(value));
    }
  }
  return all;
}

struct Function {
  std::string name; // attributes follow a blank
  std::vector<Range> ranges;
  double bound;                // in ulps
  double smallest = 0;         // differences below this do not count
  double relative = kInfinity; // bound of the relative error of normal numbers
  bool ofArgument = false;     // the ulps are those of the argument
};

// Worst error over the points, in ulps; faults for NaN and infinity.
void measure(const std::vector<Function>& functions, const std::string& cpu, size_t each,
             const std::string& element = "f32") {
  bool isDouble = element == "f64";
  Batch batch;
  std::vector<std::vector<double>> inputs;
  for (const Function& function : functions) {
    inputs.push_back(points(function.ranges, each, isDouble));
    std::string type = tensorType({int64_t(inputs.back().size())}, element);
    std::string x = batch.argument({int64_t(inputs.back().size())}, element);
    size_t blank = std::min(function.name.find(' '), function.name.size());
    batch.result(batch.op("aic." + function.name.substr(0, blank) + " " + x + function.name.substr(blank) +
                          " : " + type),
                 type, function.name);
  }
  HarnessOptions options;
  options.targetCpu = cpu;
  options.input = [&](size_t index, int64_t i) { return inputs[index][i]; };
  Comparison c = runAndCompare(batch.text(), options);
  AIC_SKIP_IF_LACKING(c);
  ASSERT_EQ(c.found.size(), functions.size()) << c.message;
  for (size_t k = 0; k < functions.size(); ++k) {
    EXPECT_EQ(c.faults[k], "") << functions[k].name << " " << cpu;
    double worst = 0, at = 0, relative = 0;
    for (size_t i = 0; i < inputs[k].size(); ++i) {
      double got = c.found[k].f[i], want = c.expected[k].f[i];
      if (!std::isfinite(got) || !std::isfinite(isDouble ? want : static_cast<float>(want)))
        continue;
      if (std::fabs(got - want) < functions[k].smallest)
        continue;
      double of = functions[k].ofArgument ? inputs[k][i] : want;
      if (double error = ulps(of + (got - want), of, isDouble); error > worst)
        worst = error, at = inputs[k][i];
      if (std::fabs(want) >= std::numeric_limits<float>::min())
        relative = std::max(relative, std::fabs(got - want) / std::fabs(want));
    }
    EXPECT_LE(worst, functions[k].bound) << functions[k].name << " at " << at << " " << element << " " << cpu;
    EXPECT_LE(relative, functions[k].relative) << functions[k].name << " " << element << " " << cpu;
    if (getenv("AIC_PRINT_ERRORS"))
      std::printf("%-10s %s %-10s %8.3f ulp at %.17g, relative %.3g\n", cpu.c_str(), element.c_str(),
                  functions[k].name.c_str(), worst, at, relative);
  }
}

const std::vector<Function> kFunctions = {
    {"exp", {{-104, 89}, {-1, 1}}, 1},
    {"log", {{0, 10}, {0.5, 2}, {0, 3e38}, {0, 1e-38}}, 1},
    {"tanh", {{-10, 10}, {-1, 1}}, 2.6},
    {"sigmoid", {{-105, 88}, {-10, 10}}, 3.2, 0, 3e-7},
    {"silu", {{-105, 88}, {-10, 10}}, 3.2, 3.8e-37, 3e-7}, // 0 below -88.3
    {"gelu", {{-105, 88}, {-10, 10}, {-1, 1}}, 2, 0, kInfinity, true},
    {"gelu", {{-2, 88}, {-2, 1}}, 15, 0, 1e-6},
    {"gelu {tanh = true}", {{-105, 88}, {-10, 10}, {-1, 1}}, 1.8, 0, kInfinity, true},
    {"erf", {{-6, 6}, {-1, 1}}, 1.2},
    {"sin", {{-10, 10}, {-1e4, 1e4}, {-1e9, 1e9}, {-3e38, 3e38}}, 0.51},
    {"cos", {{-10, 10}, {-1e4, 1e4}, {-1e9, 1e9}, {-3e38, 3e38}}, 0.51},
    {"sqrt", {{0, 10}, {0, 3e38}}, 0.51},
    {"rsqrt", {{0, 10}, {0, 3e38}}, 1.5},
    {"elu", {{-104, 3e38}, {-1, 1}}, 1.2},   // exp(x) - 1
    {"softplus", {{-80, 30}, {-1, 1}}, 2.5}, // log(1 + exp(x))
    {"tan", {{-10, 10}, {-1e4, 1e4}, {-1e9, 1e9}, {-3e38, 3e38}}, 0.51},
    {"asin", {{-1.1, 1.1}, {-0.5, 0.5}}, 2.5},
    {"acos", {{-1.1, 1.1}, {0.99, 1}}, 2.5},
    {"atan", {{-3e38, 3e38}, {-10, 10}, {-1, 1}}, 2},
    {"sinh", {{-91, 91}, {-1, 1}}, 3},
    {"cosh", {{-91, 91}, {-1, 1}}, 3},
    {"asinh", {{-3e38, 3e38}, {-10, 10}, {-1, 1}}, 3},
    {"acosh", {{1, 3e38}, {0.9, 10}, {1, 1.001}}, 4},
    {"atanh", {{-1.1, 1.1}, {-0.5, 0.5}, {0.99, 1}}, 3},
};

const std::vector<Function> kDoubleFunctions = {
    {"exp", {{-750, 711}, {-1, 1}}, 1.5},
    {"log", {{0, 10}, {0.5, 2}, {0, 1e308}, {0, 1e-308}}, 1.5},
    {"tanh", {{-20, 20}, {-1, 1}}, 3.5},
    {"sigmoid", {{-700, 700}, {-10, 10}}, 3},
    {"silu", {{-700, 700}, {-10, 10}}, 3},
    {"erf", {{-7, 7}, {-1, 1}}, 2.5},
    {"elu", {{-50, 1e300}, {-1, 1}}, 2},
    {"softplus", {{-700, 30}, {-1, 1}}, 3.5},
    {"asin", {{-1.1, 1.1}, {-0.5, 0.5}}, 2.5},
    {"acos", {{-1.1, 1.1}, {0.99, 1}}, 2.5},
    {"atan", {{-1e300, 1e300}, {-10, 10}, {-1, 1}}, 2},
    {"sinh", {{-711, 711}, {-1, 1}}, 3},
    {"cosh", {{-711, 711}, {-1, 1}}, 3},
    {"asinh", {{-1e300, 1e300}, {-10, 10}, {-1, 1}}, 3},
    {"acosh", {{1, 1e300}, {0.9, 10}, {1, 1.001}}, 4},
    {"atanh", {{-1.1, 1.1}, {-0.5, 0.5}, {0.99, 1}}, 3},
};

TEST(Math, Native) {
  measure(kFunctions, "native", 40000);
  measure(kFunctions, "generic-aarch64", 2000);
}

// The reference is libm's, whose own error counts here.
TEST(Math, Doubles) {
  measure(kDoubleFunctions, "native", 10000, "f64");
  measure(kDoubleFunctions, "x86-64-v2", 2000, "f64");
  measure(kDoubleFunctions, "generic-aarch64", 1000, "f64");
}

// Pairs of interesting and of random numbers.
struct Pairs {
  std::vector<double> a, b;
};
Pairs pairs(double largest, size_t random) {
  const std::vector<double> special = {0.0,   -0.0,   1.0,  -1.0,  0.5,        -0.5,      2.0,        -2.0,
                                       3.0,   -3.0,   0.3,  -0.3,  7.0,        -7.0,      1e-40,      -1e-40,
                                       100.5, -101.0, 1e30, -1e30, 16777217.0, kInfinity, -kInfinity, kNaN};
  Pairs all;
  for (double a : special)
    for (double b : special) {
      all.a.push_back(a);
      all.b.push_back(b);
    }
  std::mt19937_64 engine(11);
  std::uniform_real_distribution<double> uniform(-1, 1);
  for (size_t i = 0; i < random; ++i) {
    all.a.push_back(largest * uniform(engine));
    all.b.push_back(i % 2 ? std::round(20 * uniform(engine)) : 20 * uniform(engine));
  }
  return all;
}

// Worst error in ulps of `name` over the pairs.
void measurePairs(const std::string& name, const Pairs& all, double bound, const std::string& cpu,
                  const std::string& element = "f32") {
  bool isDouble = element == "f64";
  Batch batch;
  Shape shape = {int64_t(all.a.size())};
  std::string type = tensorType(shape, element), a = batch.argument(shape, element),
              b = batch.argument(shape, element);
  batch.result(batch.op("aic." + name + " " + a + ", " + b + " : (" + type + ", " + type + ") -> " + type),
               type, name);
  HarnessOptions options;
  options.targetCpu = cpu;
  options.input = [&](size_t index, int64_t i) { return index == 0 ? all.a[i] : all.b[i]; };
  Comparison c = runAndCompare(batch.text(), options);
  AIC_SKIP_IF_LACKING(c);
  ASSERT_EQ(c.found.size(), 1u) << c.message;
  double worst = 0;
  size_t at = 0;
  for (size_t i = 0; i < all.a.size(); ++i) {
    double got = c.found[0].f[i], want = c.expected[0].f[i];
    if (!isDouble)
      want = static_cast<float>(want);
    if (std::isfinite(got) && std::isfinite(want)) {
      bool eitherZero =
          want == 0 && (name == "minimum" || name == "maximum"); // of 0 and -0 either may be returned
      EXPECT_TRUE(eitherZero || std::signbit(got) == std::signbit(want))
          << name << "(" << all.a[i] << ", " << all.b[i] << ")";
      if (double error = ulps(got, c.expected[0].f[i], isDouble); error > worst)
        worst = error, at = i;
    } else {
      EXPECT_TRUE((std::isnan(got) && std::isnan(want)) || got == want)
          << name << "(" << all.a[i] << ", " << all.b[i] << ") is " << got << ", not " << want << " " << cpu;
    }
  }
  EXPECT_LE(worst, bound) << name << "(" << all.a[at] << ", " << all.b[at] << ") " << cpu;
  if (getenv("AIC_PRINT_ERRORS"))
    std::printf("%-10s %-10s %8.3f ulp at %.9g, %.9g\n", cpu.c_str(), name.c_str(), worst, all.a[at],
                all.b[at]);
}

TEST(Math, OfTwoNumbers) {
  for (const char* cpu : {"native", "x86-64-v2"}) {
    measurePairs("pow", pairs(50, 20000), 0.51, cpu);
    measurePairs("rem", pairs(1e6, 5000), 0.51, cpu);
    measurePairs("floor_div", pairs(1e6, 5000), 0.51, cpu);
    for (const char* name : {"add", "sub", "mul", "div", "minimum", "maximum"})
      measurePairs(name, pairs(50, 1000), 0.51, cpu);
    measurePairs("pow", pairs(50, 10000), 1, cpu, "f64");
    for (const char* name : {"rem", "floor_div"})
      measurePairs(name, pairs(1e6, 2000), 0, cpu, "f64");
  }
}

// Powers that are known when a kernel is made, some of them products and roots, against C's pow (the
// reference calls it), Annex F's special cases and the signs of zeros with them.
void measureConstantPowers(const std::string& element, const std::string& cpu) {
  const std::vector<const char*> exponents = {"0.0",  "1.0",  "2.0",  "3.0",   "4.0",    "5.0",  "-1.0",
                                              "-2.0", "-3.0", "-4.0", "0.5",   "-0.5",   "1.5",  "-1.5",
                                              "0.3",  "1e9",  "-1e9", "0xINF", "-0xINF", "0xNAN"};
  Pairs all = pairs(50, 200);
  Batch batch;
  Shape shape = {int64_t(all.a.size())};
  std::string type = tensorType(shape, element), x = batch.argument(shape, element);
  for (std::string exponent : exponents) {
    bool isDouble = element == "f64";
    if (size_t at = exponent.find("0x"); at != std::string::npos) // MLIR's text has them as bits alone
      exponent = exponent == "0xNAN"   ? (isDouble ? "0x7FF8000000000000" : "0x7FC00000")
                 : exponent == "0xINF" ? (isDouble ? "0x7FF0000000000000" : "0x7F800000")
                                       : (isDouble ? "0xFFF0000000000000" : "0xFF800000");
    else if (exponent.find('e') != std::string::npos)
      exponent.replace(exponent.find('e'), 1, ".0e");
    std::string y = batch.scalar(exponent, element);
    batch.result(
        batch.op("aic.pow " + x + ", " + y + " : (" + type + ", " + tensorType({}, element) + ") -> " + type),
        type, "pow " + exponent);
  }
  HarnessOptions options;
  options.targetCpu = cpu;
  options.input = [&](size_t, int64_t i) { return all.a[i]; };
  Comparison c = runAndCompare(batch.text(), options);
  AIC_SKIP_IF_LACKING(c);
  ASSERT_EQ(c.found.size(), exponents.size()) << c.message;
  for (size_t k = 0; k < exponents.size(); ++k)
    for (size_t i = 0; i < all.a.size(); ++i) {
      double got = c.found[k].f[i], exact = c.expected[k].f[i];
      double want = element == "f64" ? exact : static_cast<float>(exact);
      std::string place =
          "pow(" + std::to_string(all.a[i]) + ", " + exponents[k] + ") " + element + " " + cpu;
      if (!std::isfinite(got) || !std::isfinite(want)) {
        EXPECT_TRUE((std::isnan(got) && std::isnan(want)) || got == want)
            << place << " is " << got << ", not " << want;
        continue;
      }
      EXPECT_EQ(std::signbit(got), std::signbit(want)) << place;
      EXPECT_LE(ulps(got, exact, element == "f64"), 2) << place;
    }
}

TEST(Math, ConstantPowers) {
  for (const char* cpu : {"native", "x86-64-v2"})
    for (const char* element : {"f32", "f64"})
      measureConstantPowers(element, cpu);
}

TEST(Math, OtherCpus) {
  for (const char* cpu : {"x86-64-v2", "x86-64-v3", "x86-64-v4"})
    measure(kFunctions, cpu, 4000);
}

} // namespace
} // namespace aic::test

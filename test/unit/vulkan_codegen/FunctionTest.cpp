// Every function over the whole range of f32, element by element: random numbers of every size, and those at
// which formulas change, overflow or have no value.
#include "Harness.h"
#include "Text.h"

#include <cmath>
#include <functional>
#include <limits>
#include <random>

namespace aic::test {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr float kSmallest = std::numeric_limits<float>::min(); // below it a device may take 0

// Numbers of every size, and both signs, of which `in` holds; 512 of them.
std::vector<double> sweep(const std::function<bool(double)>& in, bool finite = false) {
  std::vector<double> numbers{0,       -0.0,         kSmallest, 1e-30,
                              1e-20,   1e-10,        1e-7,      1e-5,
                              1e-3,    0.1,          0.2499,    0.29,
                              0.41,    0.4142,       0.5,       0.625,
                              0.6251,  0.9277,       0.928,     0.99999994,
                              1,       1.0000001,    1.00001,   1.4142,
                              2,       2.4143,       3,         4,
                              5.5,     9.99,         10.01,     16.6,
                              17,      20,           43.6,      80,
                              86,      87.3,         87.4,      88.3,
                              88.72,   88.73,        89,        89.5,
                              90,      95,           100,       103,
                              105,     110,          1e3,       1499,
                              1501,    1e4,          1e5,       1e6,
                              8388607, 1e7,          16777216,  1e8,
                              3e8,     2147483648.0, 1e15,      1e20,
                              1e30,    1e38,         3e38,      std::numeric_limits<float>::max()};
  for (int k = 1; k < 40; ++k) // the floats next to multiples of pi/2, where sine and cosine have zeros
    numbers.push_back(k * 1.57079632679489661923);
  for (int k = 3; k < 38; ++k) // and next to far ones
    numbers.push_back(std::nearbyint(std::pow(10.0, k) / 1.57079632679489661923) * 1.57079632679489661923);
  numbers.push_back(16367173 * std::pow(2.0, 72)); // of all floats the one nearest to a multiple of pi/2
  for (size_t i = 0, n = numbers.size(); i < n; ++i)
    numbers.push_back(-numbers[i]);
  if (!finite)
    numbers.insert(numbers.end(), {kInfinity, -kInfinity, kNaN});
  std::mt19937_64 random(7);
  std::vector<double> kept;
  for (double x : numbers)
    if (in(static_cast<float>(x)))
      kept.push_back(static_cast<float>(x));
  for (int tries = 0; kept.size() < 512; ++tries) {
    // Half of them near 1 by size, half anywhere.
    double size =
        std::ldexp(std::uniform_real_distribution<double>(1, 2)(random),
                   std::uniform_int_distribution<int>(tries % 2 ? -126 : -12, tries % 2 ? 127 : 8)(random));
    double x = static_cast<float>(tries % 4 < 2 ? size : -size);
    if (in(x) || tries > 100000)
      kept.push_back(tries > 100000 ? kept.front() : x);
  }
  return kept;
}
std::vector<double> everywhere() {
  return sweep([](double) { return true; });
}

void unary(const std::string& op, const std::vector<double>& x, double relative, double absolute) {
  std::string t = tensor({static_cast<int64_t>(x.size())});
  Options options;
  options.tolerance = relative;
  options.absolute = absolute;
  checkOn(function("%x: " + t, "  %0 = aic." + op + " %x : " + t + "\n", "%0", t), {x}, options);
}

// Errors are relative to each element. What is absolute is a denormal number, which may be 0, but for:
// - sin, cos and tan near their zeros (and tan near its poles, which its relative error has), whose angle is
// rounded,
// - formulas that cancel, in gelu, whose 1 + erf(x) is a multiple of 2^-24.
TEST(VulkanFunctions, OverAllNumbers) {
  const double none = kSmallest;
  for (const char* op :
       {"exp",   "tanh", "erf",   "sigmoid",   "relu",        "relu6",      "abs",  "neg",  "sign",
        "floor", "ceil", "round", "hardswish", "hardsigmoid", "leaky_relu", "elu",  "atan", "asinh",
        "asin",  "acos", "atanh", "acosh",     "softplus",    "sqrt",       "rsqrt"})
    unary(op, everywhere(), 2e-6, none);
  for (const char* op : {"sin", "cos"})
    unary(op, everywhere(), 1e-6, none);
  unary("tan", everywhere(), 2e-6, none);
  unary("log", everywhere(), 1e-6, none);
  for (const char* op : {"sinh", "cosh"})
    unary(op, everywhere(), 1e-5, none);
  unary("silu", everywhere(), 2e-6, 128 * none); // x times what may be 0
  unary("gelu", everywhere(), 2e-6, 5e-7);
}

void binary(const std::string& op, const std::vector<double>& a, const std::vector<double>& b,
            double relative) {
  std::string t = tensor({static_cast<int64_t>(a.size())});
  Options options;
  options.tolerance = relative;
  options.absolute = kSmallest;
  checkOn(function("%a: " + t + ", %b: " + t,
                   "  %0 = aic." + op + " %a, %b : (" + t + ", " + t + ") -> " + t + "\n", "%0", t),
          {a, b}, options);
}

TEST(VulkanFunctions, PowersOverAllNumbers) {
  std::vector<double> a, b;
  const std::vector<double> bases{0,     -0.0,      1,          -1,   0.5, -0.5,  2,
                                  -2,    1.0000001, 0.99999994, 10,   -10, 1e-30, 1e30,
                                  -1e30, kInfinity, -kInfinity, kNaN, 3,   -3};
  const std::vector<double> exponents{0,        -0.0, 1,     -1,        0.5,        -0.5, 2,    -2,
                                      3,        -3,   5,     -5,        7.5,        100,  -100, 1e6,
                                      16777215, 1e30, -1e30, kInfinity, -kInfinity, kNaN};
  for (double x : bases)
    for (double y : exponents) {
      a.push_back(static_cast<float>(x));
      b.push_back(static_cast<float>(y));
    }
  binary("pow", a, b, 2e-5);
  std::vector<double> sizes = sweep([](double x) { return x > 0; }),
                      powers = sweep([](double x) { return std::fabs(x) < 100; });
  binary("pow", sizes, powers, 2e-5);
  // Powers that are known when a kernel is made: some are products and roots.
  std::string t = tensor({static_cast<int64_t>(bases.size())});
  for (const char* y : {"0.0", "1.0", "2.0", "3.0", "4.0", "5.0", "-1.0", "-2.0", "-3.0", "-4.0", "0.5",
                        "-0.5", "1.5", "-1.5", "0x7F800000", "0xFF800000", "0x7FC00000"}) {
    Options options;
    options.tolerance = 2e-5;
    options.absolute = kSmallest;
    std::string constant = std::string("  %y = aic.constant dense<") + y + "> : tensor<f32>\n";
    checkOn(function("%a: " + t, constant + "  %0 = aic.pow %a, %y : (" + t + ", tensor<f32>) -> " + t + "\n",
                     "%0", t),
            {bases}, options);
  }
}

// Remainders are exact, whatever the quotient is.
TEST(VulkanFunctions, RemaindersOverAllNumbers) {
  std::vector<double> a = everywhere(), b = everywhere();
  std::mt19937_64 random(3);
  std::shuffle(b.begin(), b.end(), random);
  for (const char* op : {"rem", "floor_div"}) {
    binary(op, a, b, 1e-6);
    binary(
        op, {5, -5, 5, -5, kInfinity, 5, kNaN, 1e30, -1e30, 3e38, 1e30, 16777216, 33554433, 0, -0.0, 1e-30},
        {kInfinity, kInfinity, -kInfinity, -kInfinity, 3, 0, 3, 3, 3, 1.5e-38, -7, 3, 0.3, 5, 5, -1}, 1e-6);
  }
  for (const char* op : {"add", "sub", "mul", "maximum", "minimum"})
    binary(op, a, b, 1e-6);
}

// What does not fit becomes the nearest end of the range, NaN 0.
TEST(VulkanFunctions, CastsOfAllNumbers) {
  for (int64_t n : {512, 3}) {
    std::string from = tensor({n}), to = tensor({n}, "i32");
    std::vector<double> x = everywhere();
    x.insert(x.begin(), {2147483520.0, 2147483648.0, -2147483648.0});
    x.resize(static_cast<size_t>(n));
    Options exact;
    exact.tolerance = exact.absolute = 0;
    checkOn(function("%x: " + from, "  %0 = aic.cast %x : (" + from + ") -> " + to + "\n", "%0", to), {x},
            exact);
  }
}

} // namespace
} // namespace aic::test

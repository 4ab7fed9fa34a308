// Elementwise chains: every row of the table, types, broadcasting, and results that take an operand's buffer
// over.
#include "Harness.h"
#include "Text.h"
#include "runtime/kernel_abi.h"

#include <limits>

namespace aic::test {
namespace {

// Several operations at once: each is a kernel of its own (they share no values), one pipeline of passes for
// all.
void unary(const std::vector<std::string>& operations, const std::string& type, Options options) {
  std::string body, values, results;
  for (size_t i = 0; i < operations.size(); ++i) {
    std::string name = "%" + std::to_string(i);
    body += "  " + name + " = aic." + operations[i] + " %x" + std::to_string(i) + " : " + type + "\n";
    values += (i ? ", " : "") + name;
    results += (i ? ", " : "") + type;
  }
  std::string arguments;
  for (size_t i = 0; i < operations.size(); ++i)
    arguments += (i ? ", %x" : "%x") + std::to_string(i) + ": " + type;
  check(function(arguments, body, values, results), options);
}

TEST(VulkanElementwise, Unary) {
  for (const std::string& type : {tensor({3, 20}), tensor({7, 5})}) {
    unary({"relu", "relu6", "sigmoid", "tanh", "silu", "exp", "erf", "sin", "cos", "abs", "neg", "sign"},
          type, {-4, 9});
    unary({"floor", "ceil", "round"}, type, {-40, 40});
    unary({"log", "sqrt", "rsqrt"}, type, {0.01, 30});
    unary({"abs", "neg", "sign"}, tensor({3, 20}, "i32"), {-40, 40});
  }
  unary({"log", "sqrt", "tanh"}, tensor({64}), {-300, 1}); // NaN below zero; far beyond where tanh is 1
  unary({"sin", "cos"}, tensor({64}), {-3000, 3000});
  for (const char* bounds : {"min -1.0", "max 0.5", "min -1.0 max 0.5"})
    check(function("%x: tensor<33xf32>", std::string("  %0 = aic.clamp %x ") + bounds + " : tensor<33xf32>\n",
                   "%0", "tensor<33xf32>"),
          {-3, 3});
}

TEST(VulkanElementwise, Trigonometry) {
  for (const std::string& type : {tensor({3, 20}), tensor({7, 5})}) {
    unary({"tan", "sinh", "cosh", "asinh", "atan"}, type, {-1.5, 1.5, 1e-6});
    unary({"asin", "acos", "atanh"}, type, {-1, 1, 2e-6});
    unary({"acosh"}, type, {1, 2, 2e-6});
  }
  unary({"tan", "atan", "asinh"}, tensor({64}), {-30, 30, 1e-5});
  unary({"sinh", "cosh", "asinh"}, tensor({64}), {-89.3, 89.3, 1e-4});
  unary({"asinh", "acosh", "atan"}, tensor({64}), {1, 1e30, 1e-6});
  unary({"asin", "acos", "acosh", "atanh"}, tensor({64}), {-3, 3, 1e-5}); // NaN outside
}

// Where formulas change, and where there is no number.
TEST(VulkanElementwise, TrigonometryAtTheEdges) {
  double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  for (const char* op : {"asin", "acos", "atan", "atanh", "acosh", "asinh", "sinh", "cosh", "tan"}) {
    bool bounded = std::string(op) != "tan"; // of infinity NaN, in the reference too
    for (const std::vector<double>& x :
         {std::vector<double>{0, 1, -1, 0.5, -0.5, 0.50001, nan, 1.0000001},
          std::vector<double>{1e-6, -1e-6, 2.5, 0.4142, -0.9999, 1500, bounded ? infinity : 0,
                              bounded ? -infinity : 0}})
      checkOn(function("%x: tensor<8xf32>", std::string("  %0 = aic.") + op + " %x : tensor<8xf32>\n", "%0",
                       "tensor<8xf32>"),
              {x}, {-1, 1, 1e-5});
  }
}

// SPIR-V leaves a quotient by a constant 0 to the driver.
TEST(VulkanElementwise, DivisionByAConstantZero) {
  double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  for (const char* zero : {"0.0", "-0.0"})
    checkOn(
        function(
            "%x: tensor<8xf32>",
            std::string("  %z = aic.constant dense<") + zero +
                "> : tensor<f32>\n  %0 = aic.div %x, %z : (tensor<8xf32>, tensor<f32>) -> tensor<8xf32>\n",
            "%0", "tensor<8xf32>"),
        {{0, -0.0, 1, -1, 1e-30, -1e30, infinity, nan}}, {-1, 1, 0});
}

TEST(VulkanElementwise, IntegerDivision) {
  for (const char* op : {"div", "floor_div", "rem"}) {
    std::string t = tensor({4}, "i32"), body = function("%a: " + t + ", %b: " + t,
                                                        std::string("  %0 = aic.") + op + " %a, %b : (" + t +
                                                            ", " + t + ") -> " + t + "\n",
                                                        "%0", t);
    Options exact{-1, 1, 0}, fails;
    fails.fails = AIC_KERNEL_DIVISION_BY_ZERO;
    checkOn(body, {{-7, 7, -2147483648.0, -8}, {2, -2, -1, 3}}, exact);
    checkOn(body, {{1, 2, 3, 4}, {1, 1, 0, 1}}, fails);
  }
}

// An i64 of the model has 32 bits: where a result leaves them, the run fails. An i32 wraps.
TEST(VulkanElementwise, IntegersThatLeaveTheirBits) {
  constexpr double kMin = -2147483648.0, kMax = 2147483647.0;
  struct Case {
    const char* op;
    std::vector<double> a, b;
    bool overflows;
  };
  const Case cases[] = {{"add", {kMax, 1, kMin, -1}, {0, kMax - 1, kMax, kMin + 1}, false},
                        {"add", {1, 2, 3, kMax}, {1, 1, 1, 1}, true},
                        {"add", {kMin, 0, 0, 0}, {-1, 0, 0, 0}, true},
                        {"sub", {kMin, kMax, 0, -1}, {0, 0, kMax, kMin}, false},
                        {"sub", {0, 0, 0, 0}, {0, kMin, 0, 0}, true},
                        {"sub", {0, 0, kMin, 0}, {0, 0, 1, 0}, true},
                        {"mul", {46340, -46341, 65536, kMin}, {46340, 46340, -32768, 1}, false},
                        {"mul", {46341, 1, 1, 1}, {46341, 1, 1, 1}, true},
                        {"mul", {1, 1, kMin, 1}, {1, 1, -1, 1}, true},
                        {"mul", {1, 1, 1, 65536}, {1, 1, 1, 65536}, true}, // the low word is 0
                        {"div", {kMin, 7, -7, 1}, {1, -1, 2, 1}, false},
                        {"div", {1, 1, 1, kMin}, {1, 1, 1, -1}, true},
                        {"floor_div", {1, 1, 1, kMin}, {1, 1, 1, -1}, true},
                        {"rem", {1, 1, 1, kMin}, {1, 1, 1, -1}, false}};
  Options exact, fails, wraps;
  exact.tolerance = exact.absolute = wraps.tolerance = wraps.absolute = 0;
  fails.fails = AIC_KERNEL_INTEGER_OVERFLOW;
  for (const Case& one : cases)
    for (int64_t n : {4, 7}) { // fours, and one by one
      std::vector<double> a = one.a, b = one.b;
      a.resize(static_cast<size_t>(n), 1);
      b.resize(static_cast<size_t>(n), 1);
      for (const char* element : {"i64", "i32"}) {
        std::string t = tensor({n}, element);
        checkOn(
            function("%a: " + t + ", %b: " + t,
                     std::string("  %0 = aic.") + one.op + " %a, %b : (" + t + ", " + t + ") -> " + t + "\n",
                     "%0", t),
            {a, b}, one.overflows && element[1] == '6' ? fails : exact);
      }
    }
  for (const char* op : {"neg", "abs"}) {
    std::string t = tensor({4}, "i64"),
                body = function("%a: " + t, std::string("  %0 = aic.") + op + " %a : " + t + "\n", "%0", t);
    checkOn(body, {{kMax, kMin + 1, 0, -5}}, exact);
    checkOn(body, {{kMax, kMin, 0, -5}}, fails);
  }
  std::string f = tensor({4}), l = tensor({4}, "i64"),
              cast = function("%a: " + f, "  %0 = aic.cast %a : (" + f + ") -> " + l + "\n", "%0", l);
  checkOn(cast, {{2147483520.0, kMin, std::numeric_limits<double>::quiet_NaN(), -0.5}}, exact);
  checkOn(cast, {{2147483648.0, 0, 0, 0}}, fails);
  checkOn(cast, {{0, 0, 0, -2147483904.0}}, fails);
  checkOn(cast, {{0, std::numeric_limits<double>::infinity(), 0, 0}}, fails);
}

TEST(VulkanElementwise, Activations) {
  for (const std::string& type : {tensor({3, 20}), tensor({7, 5})}) {
    unary({"hardswish", "hardsigmoid", "leaky_relu", "elu", "softplus", "gelu"}, type, {-6, 6});
    unary({"hardswish", "softplus", "gelu", "elu"}, type, {-150, 80});
    check(function("%x: " + type, "  %0 = aic.gelu %x {tanh = true} : " + type + "\n", "%0", type), {-9, 9});
    check(function("%x: " + type, "  %0 = aic.softplus %x {beta = 3.0 : f64} : " + type + "\n", "%0", type),
          {-9, 9});
  }
}

void binary(const std::vector<std::string>& operations, const std::string& a, const std::string& b,
            const std::string& y, Options options) {
  std::string body, values, results;
  for (size_t i = 0; i < operations.size(); ++i) {
    std::string name = "%" + std::to_string(i);
    body += "  " + name + " = aic." + operations[i] + " %a, %b : (" + a + ", " + b + ") -> " + y + "\n";
    values += (i ? ", " : "") + name;
    results += (i ? ", " : "") + y;
  }
  check(function("%a: " + a + ", %b: " + b, body, values, results), options);
}

TEST(VulkanElementwise, Binary) {
  std::vector<std::string> both{"add", "sub", "mul", "minimum", "maximum"};
  binary({"add", "sub", "mul", "minimum", "maximum", "div"}, tensor({4, 12}), tensor({4, 12}),
         tensor({4, 12}), {0.5, 9});
  binary({"floor_div", "rem"}, tensor({4, 12}), tensor({12}), tensor({4, 12}), {0.5, 9});
  binary({"floor_div", "rem", "div"}, tensor({60}, "i32"), tensor({60}, "i32"), tensor({60}, "i32"), {1, 9});
  binary(both, tensor({5, 7}, "i32"), tensor({5, 1}, "i32"), tensor({5, 7}, "i32"), {-50, 50});
  binary({"pow"}, tensor({40}), tensor({40}), tensor({40}), {0.1, 3});
}

TEST(VulkanElementwise, Broadcasting) {
  struct Case {
    std::vector<int64_t> a, b, y;
  };
  for (const Case& c : {Case{{2, 3, 4}, {3, 1}, {2, 3, 4}}, Case{{2, 3, 4}, {4}, {2, 3, 4}},
                        Case{{5, 1, 6}, {1, 3, 6}, {5, 3, 6}}, Case{{}, {7}, {7}}, Case{{1}, {3, 3}, {3, 3}},
                        Case{{8, 1}, {1, 12}, {8, 12}}, Case{{}, {}, {}}})
    binary({"add"}, tensor(c.a), tensor(c.b), tensor(c.y), {});
}

// bools live inside a kernel.
TEST(VulkanElementwise, BoolsInsideAKernel) {
  std::string t = tensor({3, 12}), p = tensor({3, 12}, "i1");
  std::string body;
  for (std::string predicate : {"eq", "ne", "lt", "le", "gt", "ge"})
    body +=
        "  %" + predicate + " = aic.compare " + predicate + " %a, %b : (" + t + ", " + t + ") -> " + p + "\n";
  body += "  %0 = aic.logical_and %lt, %ne : (" + p + ", " + p + ") -> " + p +
          "\n  %1 = aic.logical_or %0, %eq : (" + p + ", " + p + ") -> " + p +
          "\n  %2 = aic.logical_not %ge : " + p + "\n  %3 = aic.compare lt %1, %2 : (" + p + ", " + p +
          ") -> " + p + "\n  %4 = aic.maximum %3, %gt : (" + p + ", " + p + ") -> " + p +
          "\n  %5 = aic.minimum %4, %le : (" + p + ", " + p + ") -> " + p +
          "\n  %6 = aic.where %5, %a, %b : (" + p + ", " + t + ", " + t + ") -> " + t +
          "\n  %7 = aic.cast %1 : (" + p + ") -> " + t + "\n  %8 = aic.add %6, %7 : (" + t + ", " + t +
          ") -> " + t + "\n";
  check("func.func @f(%x: " + t + ", %y: " + t + ") -> " + t + " {\n  %r = aic.fused(%x, %y) : (" + t + ", " +
            t + ") -> " + t + " {\n^bb0(%a: " + t + ", %b: " + t + "):\n" + body + "  aic.yield %8 : " + t +
            "\n}\n  return %r : " + t + "\n}\n",
        {-2, 2, 1e-4, /*fuse=*/false});
}

TEST(VulkanElementwise, Casts) {
  check(function("%a: tensor<50xf32>, %b: tensor<50xi32>",
                 "  %0 = aic.cast %a : (tensor<50xf32>) -> tensor<50xi32>\n"
                 "  %1 = aic.cast %b : (tensor<50xi32>) -> tensor<50xf32>\n",
                 "%0, %1", "tensor<50xi32>, tensor<50xf32>"),
        {-90, 90});
}

// The sum of a softmax and its input may take the softmax's buffer over.
TEST(VulkanElementwise, InPlace) {
  Options options;
  options.inPlace = true;
  options.fuse = false;
  for (int64_t n : {12, 13}) {
    std::string t = tensor({9, n});
    check(function("%x: " + t,
                   "  %0 = aic.softmax %x {dim = 1 : i64} : (" + t + ") -> " + t +
                       "\n  %1 = aic.add %0, %x : (" + t + ", " + t + ") -> " + t +
                       "\n  %2 = aic.exp %1 : " + t + "\n",
                   "%2", t),
          options);
  }
}

} // namespace
} // namespace aic::test

// Elementwise kernels: every element type, every kind of broadcasting, odd lengths, chains with several
// results.
#include "Harness.h"

namespace aic::test {
namespace {

Shape broadcast(const Shape& a, const Shape& b) {
  Shape result(std::max(a.size(), b.size()), 1);
  for (const Shape* shape : {&a, &b})
    for (size_t i = 0; i < shape->size(); ++i) {
      int64_t& size = result[result.size() - shape->size() + i];
      size = size == 1 ? (*shape)[i] : size;
    }
  return result;
}

// `op` on new arguments of these types, returned.
void unary(Batch& batch, const std::string& op, const Shape& shape, const std::string& from,
           const std::string& to = "") {
  std::string x = batch.argument(shape, from), type = tensorType(shape, from);
  std::string result = tensorType(shape, to.empty() ? from : to);
  std::string signature = to.empty() ? type : "(" + type + ") -> " + result;
  batch.result(batch.op("aic." + op + " " + x + " : " + signature), result,
               op + " " + type + " -> " + result);
}
void binary(Batch& batch, const std::string& op, const Shape& a, const Shape& b, const std::string& from,
            const std::string& to = "") {
  std::string x = batch.argument(a, from), y = batch.argument(b, from);
  std::string result = tensorType(broadcast(a, b), to.empty() ? from : to);
  std::string signature = "(" + tensorType(a, from) + ", " + tensorType(b, from) + ") -> " + result;
  batch.result(batch.op("aic." + op + " " + x + ", " + y + " : " + signature), result, op + " " + signature);
}

const std::vector<std::string> kIntegers = {"i8", "ui8", "i16", "i32", "i64"};
const std::vector<std::string> kPredicates = {"eq", "ne", "lt", "le", "gt", "ge"};

TEST(Elementwise, Integers) {
  Batch batch;
  for (const std::string& type : kIntegers) {
    for (const char* op : {"add", "sub", "mul", "minimum", "maximum"})
      binary(batch, op, {37}, {37}, type);
    for (const char* op : {"abs", "neg", "sign"})
      unary(batch, op, {37}, type);
    for (const std::string& predicate : kPredicates)
      binary(batch, "compare " + predicate, {37}, {37}, type, "i1");
  }
  HarnessOptions options;
  options.low = -128, options.high = 127;
  options.input = [](size_t index, int64_t i) { // equal pairs among them, and the smallest number
    return i % 7 == 3
               ? -128.0
               : double((i * 37 + int64_t(index / 2) * 11 + (i % 5 ? int64_t(index % 2) * 3 : 0)) % 256 -
                        128);
  };
  batch.expectClose(0, options);
}

TEST(Elementwise, IntegerDivision) {
  Batch batch;
  for (const std::string& type : kIntegers)
    for (const char* op : {"div", "floor_div", "rem"}) {
      binary(batch, op, {37}, {37}, type);
      binary(batch, op, {5, 7}, {1}, type);
    }
  HarnessOptions options;
  // Also the smallest number by -1, and all signs.
  options.input = [](size_t index, int64_t i) {
    if (index % 2 == 0)
      return i % 5 == 0 ? -128.0 : double(i * 29 % 256 - 128);
    return std::vector<double>{-1, 3, 7, -5, 100, -128, 1}[i % 7];
  };
  batch.expectClose(0, options);
  options.targetCpu = "x86-64-v3";
  batch.expectClose(0, options);
}

// i32 and i64 have more to them than bytes.
TEST(Elementwise, WideIntegers) {
  Batch batch;
  for (const char* op : {"add", "sub", "mul", "div", "floor_div", "rem", "minimum", "maximum"})
    binary(batch, op, {37}, {37}, "i32");
  HarnessOptions options;
  options.input = [](size_t index, int64_t i) {
    const std::vector<double> numbers = {-2147483648.0, 2147483647.0, -1, 1, 65536, -65537, 12345678, -3};
    return numbers[(i * (index % 2 ? 5 : 1) + i / 8) % 8];
  };
  batch.expectClose(0, options);
}

TEST(Elementwise, IntegerDivisionByZeroFailsTheRun) {
  for (const std::string& type : kIntegers)
    for (const char* op : {"div", "floor_div", "rem"}) {
      Batch batch;
      binary(batch, op, {37}, {37}, type);
      HarnessOptions options;
      options.input = [](size_t, int64_t) { return 5.0; };
      batch.expectClose(0, options);
      options.input = [](size_t index, int64_t i) { return index == 1 && i == 35 ? 0.0 : 5.0; };
      options.withoutReference = true; // which refuses as well
      EXPECT_NE(runAndCompare(batch.text(), options).message.find("an integer is divided by zero"),
                std::string::npos)
          << op << " " << type;
    }
}

TEST(Elementwise, Bools) {
  Batch batch;
  for (const char* op : {"logical_and", "logical_or", "minimum", "maximum"})
    binary(batch, op, {67}, {67}, "i1");
  unary(batch, "logical_not", {67}, "i1");
  for (const std::string& predicate : kPredicates)
    binary(batch, "compare " + predicate, {67}, {67}, "i1", "i1");
  for (const std::string& type : {"f32", "i8", "ui8", "i16", "i32", "i64", "i1"}) {
    std::string mask = batch.argument({3, 1, 5}, "i1"), a = batch.argument({7, 5}, type),
                b = batch.argument({1}, type);
    std::string result = tensorType({3, 7, 5}, type);
    batch.result(batch.op("aic.where " + mask + ", " + a + ", " + b + " : (tensor<3x1x5xi1>, " +
                          tensorType({7, 5}, type) + ", " + tensorType({1}, type) + ") -> " + result),
                 result, "where " + type);
  }
  HarnessOptions options;
  options.low = -100, options.high = 100;
  batch.expectClose(0, options);
}

TEST(Elementwise, Casts) {
  Batch batch;
  const std::vector<std::string> types = {"f32", "f64", "i1", "i8", "ui8", "i16", "i32", "i64"};
  for (const std::string& from : types)
    for (const std::string& to : types)
      if (from != to)
        unary(batch, "cast", {37}, from, to);
  HarnessOptions options;
  for (double scale : {1.0, 60.0}) {
    options.input = [&](size_t, int64_t i) { return scale * (double(i) - 18) / 9.1; };
    batch.expectClose(1e-7, options);
  }
  // What does not fit: the nearest end of the range; NaN is 0, and true.
  Batch extreme;
  for (const std::string& to : types)
    if (to != "f32")
      unary(extreme, "cast", {37}, "f32", to);
  options.input = [&](size_t, int64_t i) {
    const std::vector<double> numbers = {NAN,       1e30,  -1e30, 2147483648.0, -2147483648.0, INFINITY,
                                         -INFINITY, 127.6, 255.9, -128.5,       -0.9};
    return numbers[i % numbers.size()];
  };
  // Of what the model keeps in the range, as it quantises, or in one that reaches out of it.
  for (const std::string& to : {"i8", "ui8", "i16"})
    for (const std::string bounds :
         {"min -128.0 max 127.0", "min 0.0 max 255.0", "min -32768.0 max 32767.0", "min 5.0 max -300.0"}) {
      std::string x = extreme.argument({37});
      x = extreme.op("aic.round " + x + " : tensor<37xf32>");
      x = extreme.op("aic.clamp " + x + " " + bounds + " : tensor<37xf32>");
      extreme.result(extreme.op("aic.cast " + x + " : (tensor<37xf32>) -> " + tensorType({37}, to)),
                     tensorType({37}, to), "cast to " + to + " of clamp " + bounds);
    }
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    options.targetCpu = cpu;
    extreme.expectClose(0, options);
  }
}

TEST(Elementwise, FloatComparisonsAndSelections) {
  Batch batch;
  for (const char* type : {"f32", "f64"}) {
    for (const std::string& predicate : kPredicates)
      binary(batch, "compare " + predicate, {64}, {64}, type, "i1");
    for (const char* op : {"relu", "relu6", "abs", "neg", "sign", "floor", "ceil", "round", "sqrt", "rsqrt"})
      unary(batch, op, {64}, type);
    for (const char* op : {"add", "sub", "mul", "div", "minimum", "maximum"})
      binary(batch, op, {64}, {64}, type);
    for (const char* bounds : {"min -1.0", "max 2.5", "min -1.0 max 2.5"}) {
      std::string x = batch.argument({64}, type), shape = tensorType({64}, type);
      batch.result(batch.op("aic.clamp " + x + " " + bounds + " : " + shape), shape,
                   std::string("clamp ") + bounds);
    }
  }
  for (const char* type : {"f32"})
    for (const char* exponent :
         {"0.0", "1.0", "2.0", "3.0", "4.0", "-1.0", "-2.0", "0.5", "-0.5", "2.5", "-3.0"}) {
      std::string y = batch.scalar(exponent, type), x = batch.argument({64}, type);
      batch.result(batch.op("aic.pow " + x + ", " + y + " : (" + tensorType({64}, type) + ", " +
                            tensorType({}, type) + ") -> " + tensorType({64}, type)),
                   tensorType({64}, type), std::string("pow ") + exponent);
    }
  HarnessOptions options;
  options.input = [](size_t index, int64_t i) {
    const std::vector<double> numbers = {0.0, -0.0, 0.5, -0.5,  1.5,      -1.5, 2.5,  6.5,
                                         3.0, -2.0, 1e9, 1e-40, INFINITY, NAN,  -1e9, 7.25};
    return numbers[index % 2 ? (i / 16 * 5 + i) % 16 : i % 16];
  };
  // Where the largest value is 1e36 all others are rounding; what matters here are NaN, infinities and exact
  // results.
  batch.expectClose(3e-7, options);
}

const std::vector<std::string> kActivations = {"gelu",
                                               "gelu {tanh = true}",
                                               "hardswish",
                                               "hardsigmoid",
                                               "leaky_relu",
                                               "leaky_relu {negative_slope = 0.25 : f64}",
                                               "elu",
                                               "elu {alpha = 1.75 : f64}",
                                               "softplus",
                                               "softplus {beta = 2.5 : f64, threshold = 3.0 : f64}",
                                               "softplus {beta = -0.5 : f64}"};

void activation(Batch& batch, const std::string& name, const Shape& shape, const std::string& type = "f32") {
  size_t space = name.find(' ');
  std::string x = batch.argument(shape, type), tensor = tensorType(shape, type);
  std::string attributes = space == std::string::npos ? "" : name.substr(space);
  batch.result(batch.op("aic." + name.substr(0, space) + " " + x + attributes + " : " + tensor), tensor,
               name + " " + tensor, name.substr(0, 4) == "gelu" ? 1 : 0); // it holds 1 + erf(x), near 0
}

TEST(Elementwise, Activations) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (const std::string& name : kActivations)
      for (int64_t n : {1, 5, 17, 33, 203})
        activation(batch, name, {3, n});
    for (const char* name : {"hardswish", "hardsigmoid", "leaky_relu"})
      activation(batch, name, {37}, "f64");
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = -6, options.high = 6;
    batch.expectClose(1e-6, options);
  }
}

// Infinities, NaN, zeros and what overflows on the way.
TEST(Elementwise, ActivationsOfExtremes) {
  Batch batch;
  for (const std::string& name : kActivations)
    activation(batch, name, {16});
  HarnessOptions options;
  options.input = [](size_t, int64_t i) {
    const std::vector<double> numbers = {0.0,  -0.0, 1e-30, -1e-30, INFINITY, -INFINITY, NAN,   88.9,
                                         -104, 3e38, -3e38, 1e13,   -1e13,    -9.5,      -5.75, 21.0};
    return numbers[i];
  };
  batch.expectClose(1e-6, options);
}

TEST(Elementwise, Lengths) {
  Batch batch;
  for (int64_t n : {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 63, 65, 1000, 1025}) {
    binary(batch, "add", {n}, {n}, "f32");
    unary(batch, "tanh", {n}, "f32");
    binary(batch, "mul", {n}, {n}, "f64");
    binary(batch, "compare lt", {n}, {n}, "i16", "i1");
    binary(batch, "maximum", {n}, {n}, "i64");
  }
  HarnessOptions options;
  options.low = -3, options.high = 3;
  batch.expectClose(1e-6, options);
}

TEST(Elementwise, Broadcasting) {
  const std::vector<std::pair<Shape, Shape>> cases = {{{2, 3, 5, 7}, {7}},
                                                      {{2, 3, 5, 7}, {1}},
                                                      {{2, 3, 5, 7}, {}},
                                                      {{2, 3, 5, 7}, {2, 1, 1, 7}},
                                                      {{2, 3, 5, 7}, {3, 1, 1}},
                                                      {{2, 3, 5, 7}, {2, 3, 1, 1}},
                                                      {{2, 3, 5, 7}, {5, 1}},
                                                      {{2, 3, 5, 7}, {1, 3, 1, 7}},
                                                      {{2, 3, 5, 7}, {2, 1, 5, 1}},
                                                      {{2, 1, 5, 1}, {1, 3, 1, 7}},
                                                      {{31, 1}, {1, 33}},
                                                      {{31, 33}, {31, 1}},
                                                      {{31, 33}, {1, 33}},
                                                      {{31, 33}, {1, 1}},
                                                      {{4, 1, 6}, {5, 1}},
                                                      {{1, 1, 1}, {1}},
                                                      {{}, {}},
                                                      {{5}, {}},
                                                      {{16, 16}, {16}},
                                                      {{3, 1000}, {1000}},
                                                      {{1, 64, 1, 1}, {2, 64, 3, 3}},
                                                      {{2, 1, 1, 16}, {2, 3, 3, 16}},
                                                      {{2, 2, 2, 2, 2}, {2, 1, 2, 1, 2}}};
  Batch batch;
  for (const auto& [a, b] : cases)
    for (const char* op : {"sub", "div"}) {
      binary(batch, op, a, b, "f32");
      binary(batch, op, b, a, "f32");
    }
  HarnessOptions options;
  options.low = 1, options.high = 3;
  options.moreThreads = {2, 3};
  batch.expectClose(2e-7, options);
  options.fuse = false;
  options.moreThreads.clear();
  for (const char* cpu : {"x86-64-v2", "x86-64-v4"}) {
    options.targetCpu = cpu;
    batch.expectClose(2e-7, options);
  }
}

// A chain with residuals, masks and several results is one kernel.
TEST(Elementwise, Chains) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = -2, options.high = 2;
    options.smallestScale = 1;
    Comparison c = runAndCompare(R"(
func.func @f(%x: tensor<3x5x17xf32>, %r: tensor<3x5x17xf32>, %s: tensor<17xf32>, %t: tensor<3x1x1xf32>, %m: tensor<5x1xi1>)
    -> (tensor<3x5x17xf32>, tensor<3x5x17xi1>, tensor<3x5x17xf32>, tensor<3x5x17xi32>) {
  %c = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.mul %x, %s : (tensor<3x5x17xf32>, tensor<17xf32>) -> tensor<3x5x17xf32>
  %1 = aic.add %0, %t : (tensor<3x5x17xf32>, tensor<3x1x1xf32>) -> tensor<3x5x17xf32>
  %2 = aic.silu %1 : tensor<3x5x17xf32>
  %3 = aic.add %2, %r : (tensor<3x5x17xf32>, tensor<3x5x17xf32>) -> tensor<3x5x17xf32>
  %4 = aic.compare gt %3, %c : (tensor<3x5x17xf32>, tensor<f32>) -> tensor<3x5x17xi1>
  %5 = aic.logical_and %4, %m : (tensor<3x5x17xi1>, tensor<5x1xi1>) -> tensor<3x5x17xi1>
  %6 = aic.where %5, %3, %x : (tensor<3x5x17xi1>, tensor<3x5x17xf32>, tensor<3x5x17xf32>) -> tensor<3x5x17xf32>
  %7 = aic.cast %6 : (tensor<3x5x17xf32>) -> tensor<3x5x17xi32>
  return %3, %5, %6, %7 : tensor<3x5x17xf32>, tensor<3x5x17xi1>, tensor<3x5x17xf32>, tensor<3x5x17xi32>
})",
                                 options);
    AIC_SKIP_IF_LACKING(c);
    EXPECT_EQ(c.message, "") << cpu;
    EXPECT_LE(c.error, 3e-7) << cpu;
    EXPECT_EQ(c.dispatches, 1) << cpu;
  }
}

// Buffers are taken over in place where that is right, over many steps.
TEST(Elementwise, LongChainsInPlace) {
  Batch batch;
  std::string x = batch.argument({7, 129}), y = batch.argument({129}), type = tensorType({7, 129});
  std::string value = x, kept;
  for (int i = 0; i < 12; ++i) {
    std::string soft = batch.op("aic.softmax " + value + " {dim = 1 : i64} : (" + type + ") -> " + type);
    std::string sum = batch.op("aic.add " + soft + ", " + (i % 3 == 2 ? kept : value) + " : (" + type + ", " +
                               type + ") -> " + type);
    value = batch.op("aic.mul " + sum + ", " + y + " : (" + type + ", " + tensorType({129}) + ") -> " + type);
    if (i % 3 == 0)
      kept = value;
  }
  batch.result(value, type, "chain");
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(2e-6, options);
  options.fuse = false;
  batch.expectClose(2e-6, options);
}

// Enough elements for several workgroups, along rows and along columns.
TEST(Elementwise, ManyWorkgroups) {
  Batch batch;
  binary(batch, "add", {200003}, {200003}, "f32");
  binary(batch, "mul", {611, 331}, {611, 1}, "f32");
  binary(batch, "sub", {611, 331}, {331}, "f32");
  unary(batch, "exp", {100001}, "f32");
  unary(batch, "cast", {100001}, "f32", "i32");
  HarnessOptions options;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(2e-7, options);
}

} // namespace
} // namespace aic::test

// Families of kernels on element types other than f32: reductions and argmax of integers, bools and f64;
// softmax, normalisations and matrix products of f64; chains over all types.
#include "Harness.h"

#include <random>

namespace aic::test {
namespace {

struct Axes {
  Shape shape, result;
  std::vector<int64_t> dims;
};
const std::vector<Axes> kAxes = {
    {{5, 67}, {5}, {1}}, {{67, 5}, {5}, {0}}, {{3, 5, 19}, {5}, {0, 2}}, {{2, 131}, {}, {0, 1}}};

void reduce(Batch& batch, const std::string& op, const Axes& axes, const std::string& element) {
  std::string x = batch.argument(axes.shape, element), to = tensorType(axes.result, element);
  batch.result(batch.op("aic." + op + " " + x + " {dims = " + array(axes.dims) + "} : (" +
                        tensorType(axes.shape, element) + ") -> " + to),
               to, op + " " + tensorType(axes.shape, element));
}

TEST(Types, ReductionsOfIntegersAndBools) {
  Batch batch;
  for (const char* element : {"i8", "ui8", "i16", "i32", "i64"})
    for (const char* op : {"sum", "prod", "amax", "amin"})
      for (const Axes& axes : kAxes)
        reduce(batch, op, axes, element);
  for (const char* op : {"amax", "amin"})
    for (const Axes& axes : kAxes)
      reduce(batch, op, axes, "i1");
  for (const char* element : {"i8", "ui8", "i16", "i32", "i64", "f64"}) {
    std::string x = batch.argument({6, 37}, element);
    batch.result(batch.op("aic.argmax " + x + " {dim = 1 : i64} : (" + tensorType({6, 37}, element) +
                          ") -> tensor<6xi64>"),
                 "tensor<6xi64>", std::string("argmax ") + element);
  }
  HarnessOptions options;
  for (double least : {-128.0, 1.0}) { // sums and products wrap; nothing but negative numbers does not
    options.input = [=](size_t index, int64_t i) {
      return least < 0 ? double((i * 37 + int64_t(index)) % 251) - 128
                       : double(-1 - (i * 3 + int64_t(index)) % 100);
    };
    for (const char* cpu : {"native", "x86-64-v2"}) {
      options.targetCpu = cpu;
      batch.expectClose(0, options);
    }
  }
}

TEST(Types, Doubles) {
  Batch batch;
  for (const char* op : {"sum", "prod", "amax", "amin", "mean"})
    for (const Axes& axes : kAxes)
      reduce(batch, op, axes, "f64");
  auto add = [&](const std::string& text, const std::vector<Shape>& from, const Shape& to) {
    std::string signature = " : (";
    for (size_t i = 0; i < from.size(); ++i)
      signature += (i ? ", " : "") + tensorType(from[i], "f64");
    batch.result(batch.op(text + signature + ") -> " + tensorType(to, "f64")), tensorType(to, "f64"), text);
  };
  auto argument = [&](const Shape& shape) { return batch.argument(shape, "f64"); };
  auto weight = [&](const Shape& shape) {
    return batch.op("aic.cast " + batch.weight(shape) + " : (" + tensorType(shape) + ") -> " +
                    tensorType(shape, "f64"));
  };
  for (int64_t dim : {0, 1})
    for (const char* op : {"softmax", "log_softmax"})
      add("aic." + std::string(op) + " " + argument({9, 37}) + " {dim = " + std::to_string(dim) + " : i64}",
          {{9, 37}}, {9, 37});
  std::string line = "(" + tensorType({3, 21}, "f64") + ", " + tensorType({21}, "f64") + ") -> " +
                     tensorType({3, 21}, "f64");
  batch.result(batch.op("aic.layer_norm " + argument({3, 21}) + " weight " + argument({21}) + " : " + line),
               tensorType({3, 21}, "f64"), "layer_norm");
  add("aic.matmul " + argument({2, 7, 19}) + ", " + argument({2, 19, 23}), {{2, 7, 19}, {2, 19, 23}},
      {2, 7, 23});
  add("aic.matmul " + argument({17, 19}) + ", " + weight({19, 40}), {{17, 19}, {19, 40}}, {17, 40});
  add("aic.linear " + argument({7, 19}) + ", " + weight({23, 19}) + ", " + weight({23}),
      {{7, 19}, {23, 19}, {23}}, {7, 23});
  add("aic.conv2d " + argument({1, 5, 9, 9}) + ", " + weight({6, 5, 3, 3}), {{1, 5, 9, 9}, {6, 5, 3, 3}},
      {1, 6, 7, 7});
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    batch.expectClose(2e-14, options);
  }
}

// Chains of operations over all types, whose casts keep them apart.
TEST(Types, RandomChains) {
  const std::vector<std::string> types = {"f32", "f64", "f16", "bf16", "i8",
                                          "ui8", "i16", "i32", "i64",  "i1"};
  const std::vector<std::string> ofFloats = {"abs",  "neg",  "relu", "tanh", "sigmoid", "floor", "atan",
                                             "sinh", "asin", "sign", "exp",  "round",   "erf"};
  const std::vector<std::string> ofIntegers = {"abs", "neg", "sign"};
  const std::vector<std::string> ofTwo = {"add", "sub", "mul", "minimum", "maximum"};
  for (uint64_t seed = 0; seed < 6; ++seed) {
    std::mt19937_64 engine(seed);
    auto pick = [&](size_t count) { return size_t(engine() % count); };
    struct Named {
      std::string name, type;
    };
    Batch batch;
    Shape shape = {int64_t(1 + pick(4)), int64_t(1 + pick(40))};
    std::vector<Named> values;
    for (const std::string& type : types)
      values.push_back({batch.argument(shape, type), type});
    auto isFloat = [](const std::string& type) { return type.find('f') != std::string::npos; };
    for (int step = 0; step < 40; ++step) {
      Named x = values[pick(values.size())], y;
      for (int tries = 0; tries < 30 && y.type != x.type; ++tries)
        y = values[pick(values.size())];
      std::string from = tensorType(shape, x.type);
      size_t kind = pick(3);
      if (kind == 0) {
        std::string to = types[pick(types.size())];
        // Of two floats that are nearly equal one may be just below a whole number: integers come of
        // integers.
        if (to == x.type || (isFloat(x.type) && !isFloat(to)))
          continue;
        values.push_back(
            {batch.op("aic.cast " + x.name + " : (" + from + ") -> " + tensorType(shape, to)), to});
      } else if (kind == 1 && x.type != "i1") {
        const auto& ops = isFloat(x.type) ? ofFloats : ofIntegers;
        std::string op = ops[pick(ops.size())];
        if (isFloat(x.type) && (op == "floor" || op == "round" || op == "sign")) // they jump
          continue;
        std::string in = x.name;
        if (isFloat(x.type)) // values stay small, and in asin's range
          in = batch.op("aic.clamp " + in + " min -1.0 max 1.0 : " + from);
        values.push_back({batch.op("aic." + op + " " + in + " : " + from), x.type});
      } else if (y.type == x.type) {
        std::string op = x.type == "i1" ? "logical_or" : ofTwo[pick(ofTwo.size())];
        values.push_back({batch.op("aic." + op + " " + x.name + ", " + y.name + " : (" + from + ", " + from +
                                   ") -> " + from),
                          x.type});
      }
    }
    for (const Named& value : values)
      if (value.name[1] == 'v')
        batch.result(value.name, tensorType(shape, value.type), value.name + " " + value.type);
    HarnessOptions options;
    options.low = -3, options.high = 3;
    options.targetCpu = seed % 2 ? "x86-64-v2" : "native";
    batch.expectClose(2e-2, options); // bf16 is rounded more often than the reference rounds it
  }
}

} // namespace
} // namespace aic::test

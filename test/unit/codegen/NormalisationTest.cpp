// Layer norm, RMS norm and group norm over lengths, ranks, layouts and epilogues.
#include "Harness.h"

namespace aic::test {
namespace {

std::string sizes(const Shape& shape, int64_t axes) {
  return tensorType(Shape(shape.end() - axes, shape.end()));
}

// parts: "" (nothing), "w" (weight), "wb" (weight and bias), "b".
void overLastAxes(Batch& batch, const std::string& op, const Shape& shape, int64_t axes,
                  const std::string& parts, const std::string& eps = "1.0e-5") {
  std::string type = tensorType(shape), own = sizes(shape, axes), operands = batch.argument(shape),
              types = type;
  for (char part : parts) {
    operands +=
        (part == 'w' ? " weight " : " bias ") + batch.argument(Shape(shape.end() - axes, shape.end()));
    types += ", " + own;
  }
  batch.result(batch.op("aic." + op + " " + operands + " {axes = " + std::to_string(axes) +
                        " : i64, eps = " + eps + " : f64} : (" + types + ") -> " + type),
               type, op + " " + type + " over " + std::to_string(axes) + " with " + parts);
}

void groups(Batch& batch, const Shape& shape, int64_t count, const std::string& layout,
            const std::string& parts) {
  Shape channels = {layout == "nhwc" ? shape.back() : shape[1]};
  std::string type = tensorType(shape), operands = batch.argument(shape), types = type;
  for (char part : parts) {
    operands += (part == 'w' ? " weight " : " bias ") + batch.argument(channels);
    types += ", " + tensorType(channels);
  }
  batch.result(
      batch.op("aic.group_norm " + operands + " {num_groups = " + std::to_string(count) +
               " : i64, layout = #aic.layout<" + layout + ">} : (" + types + ") -> " + type),
      type, "group_norm " + type + " in " + std::to_string(count) + " groups, " + layout + " with " + parts);
}

TEST(Normalisation, LengthsAndCpus) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (int64_t n : {1, 2, 5, 6, 7, 15, 16, 17, 31, 33, 64, 65, 100, 257, 768})
      for (const char* op : {"layer_norm", "rms_norm"}) {
        overLastAxes(batch, op, {5, n}, 1, op[0] == 'l' ? "wb" : "w");
        overLastAxes(batch, op, {3, n}, 1, "");
      }
    overLastAxes(batch, "layer_norm", {4, 37}, 1, "w");
    overLastAxes(batch, "layer_norm", {4, 37}, 1, "b");
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.low = -2, options.high = 3;
    batch.expectClose(1e-5, options); // lines of one or two elements are all rounding
  }
}

TEST(Normalisation, SeveralAxes) {
  Batch batch;
  for (const char* op : {"layer_norm", "rms_norm"}) {
    overLastAxes(batch, op, {17}, 1, "w");
    overLastAxes(batch, op, {2, 3, 5, 7}, 1, "w");
    overLastAxes(batch, op, {2, 3, 5, 7}, 2, "w");
    overLastAxes(batch, op, {2, 3, 5, 7}, 4, "w");
    overLastAxes(batch, op, {3, 1, 40}, 2, "w", "0.1");
  }
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(2e-6, options);
}

TEST(Normalisation, Groups) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (int64_t count : {1, 2, 3, 6, 12})
      for (const char* parts : {"", "wb"}) {
        groups(batch, {2, 12, 5, 7}, count, "nchw", parts);
        groups(batch, {2, 5, 7, 12}, count, "nhwc", parts);
      }
    groups(batch, {2, 48, 4, 4}, 2, "nchw", "w");
    groups(batch, {2, 4, 4, 48}, 2, "nhwc", "b");
    groups(batch, {3, 40}, 4, "nchw", "wb");
    groups(batch, {3, 40}, 4, "nhwc", "wb");
    groups(batch, {2, 6, 50}, 3, "nchw", "wb");
    groups(batch, {2, 3, 4, 5, 33}, 3, "nhwc", "wb");
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.low = -1, options.high = 4;
    batch.expectClose(5e-6, options);
  }
}

// Of many equal numbers the mean is that number, as in PyTorch's group_norm: a plain sum of them is off by a
// thousandth, 300 times which is what was returned.
TEST(Normalisation, EqualNumbers) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v4"}) {
    Batch batch;
    overLastAxes(batch, "layer_norm", {2, 129}, 1, "");
    overLastAxes(batch, "layer_norm", {1, 100003}, 1, "");
    groups(batch, {1, 8, 96, 128}, 2, "nchw", "");
    groups(batch, {1, 96, 128, 8}, 1, "nhwc", "");
    groups(batch, {1, 96, 128, 12}, 4, "nhwc", "");
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.input = [](size_t, int64_t) { return double(1000.7F); };
    batch.expectClose(1e-9, options);
  }
}

// What follows: scaled, added to something that broadcasts over inner or outer axes, two results.
TEST(Normalisation, Epilogues) {
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Batch batch;
    const Shape shape = {2, 6, 5, 7};
    std::string type = tensorType(shape);
    for (const char* op : {"layer_norm", "rms_norm", "group_norm", "nhwc"})
      for (const Shape& other : std::vector<Shape>{{2, 6, 5, 7}, {7}, {5, 1}, {6, 1, 1}, {2, 1, 1, 7}, {}}) {
        std::string x = batch.argument(shape), y = batch.argument(other), attributes = "axes = 3 : i64";
        std::string name = op;
        if (name == "nhwc")
          name = "group_norm", attributes = "num_groups = 7 : i64, layout = #aic.layout<nhwc>";
        else if (name == "group_norm")
          attributes = "num_groups = 3 : i64";
        std::string value =
            batch.op("aic." + name + " " + x + " {" + attributes + "} : (" + type + ") -> " + type);
        std::string sum = batch.op("aic.add " + value + ", " + y + " : (" + type + ", " + tensorType(other) +
                                   ") -> " + type);
        batch.result(batch.op("aic.tanh " + sum + " : " + type), type,
                     "tanh(" + name + " + " + tensorType(other) + ")");
      }
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.moreThreads = {3};
    batch.expectClose(3e-6, options);
  }
}

// A large mean takes no bits from the variance; NaN and infinity make their unit NaN and no other.
TEST(Normalisation, Extremes) {
  Batch batch;
  for (const char* op : {"layer_norm", "rms_norm"})
    overLastAxes(batch, op, {6, 50}, 1, "");
  groups(batch, {1, 12, 5, 5}, 6, "nchw", "");
  groups(batch, {1, 5, 5, 12}, 6, "nhwc", "");
  HarnessOptions options;
  options.input = [](size_t, int64_t i) {
    int64_t row = i / 50;
    return i == 7     ? NAN
           : i == 77  ? INFINITY
           : row == 2 ? 7.0
           : row == 3 ? 0.0
           : row == 4 ? 1e-20 * double(i % 50)
                      : 1000.0 + double(i % 13);
  };
  batch.expectClose(1e-4, options); // differences of numbers near 1000
}

TEST(Normalisation, ManyWorkgroups) {
  Batch batch;
  overLastAxes(batch, "layer_norm", {300, 384}, 1, "wb");
  overLastAxes(batch, "rms_norm", {7, 40000}, 1, "w");
  groups(batch, {4, 32, 20, 20}, 8, "nchw", "wb");
  groups(batch, {4, 20, 20, 32}, 8, "nhwc", "wb");
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(3e-6, options);
}

} // namespace
} // namespace aic::test

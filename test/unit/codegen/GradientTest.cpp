// What rules for gradients make (dialects/aic/Gradient.h), as they make it (nchw; the layout pass turns it),
// over odd shapes; and dropout, whose numbers are the reference's to the bit.
#include "Harness.h"

#include <cmath>

namespace aic::test {
namespace {

struct Windows {
  Shape x; ///< [N, C, H, W]
  int64_t outputs = 1;
  Shape kernel, stride = {1, 1}, padding = {0, 0, 0, 0}, dilation = {1, 1};

  Shape gradient() const {
    Shape g = {x[0], outputs, 0, 0};
    for (size_t i : {0, 1})
      g[2 + i] = (x[2 + i] + padding[i] + padding[2 + i] - dilation[i] * (kernel[i] - 1) - 1) / stride[i] + 1;
    return g;
  }
  std::string attributes() const {
    return "kernel = " + array(kernel) + ", stride = " + array(stride) + ", padding = " + array(padding) +
           ", dilation = " + array(dilation);
  }
};

void addWeight(Batch& batch, const Windows& w, const std::string& element = "f32", Shape gradient = {}) {
  if (gradient.empty())
    gradient = w.gradient();
  Shape y = {w.outputs, w.x[1], w.kernel[0], w.kernel[1]};
  std::string x = batch.argument(w.x, element), g = batch.argument(gradient, element),
              types = tensorType(w.x, element) + ", " + tensorType(gradient, element),
              out = tensorType(y, element);
  std::string made = batch.op("aic.conv2d_weight_gradient " + x + ", " + g + " {" + w.attributes() + "} : (" +
                              types + ") -> " + out);
  double terms = double(gradient[0] * gradient[2] * gradient[3]);
  batch.result(batch.op("aic.relu " + made + " : " + out), out, "weight of " + types, std::sqrt(terms));
}

void addWeights(Batch& batch) {
  // Outputs and channels around those of tiles and vectors; windows that look outside, and those that do not.
  for (int64_t outputs : {1, 13, 29})
    for (int64_t channels : {5, 35})
      addWeight(batch, {{2, channels, 5, 6}, outputs, {3, 3}, {1, 1}, {1, 1, 1, 1}});
  for (int64_t channels : {1, 3, 4})
    addWeight(batch, {{2, channels, 9, 11}, 17, {3, 5}});
  // Windows of short rows, which are gathered: with strides, and rows that do not follow each other.
  addWeight(batch, {{2, 3, 25, 24}, 19, {7, 7}, {2, 2}});
  addWeight(batch, {{3, 5, 12, 11}, 33, {2, 3}, {1, 1}, {0, 0, 0, 0}, {3, 1}});
  addWeight(batch, {{1, 19, 8, 9}, 14, {3, 3}, {2, 3}, {1, 0, 2, 1}});
  addWeight(batch, {{2, 3, 13, 12}, 9, {7, 7}, {2, 2}, {3, 0, 3, 0}});
  addWeight(batch, {{1, 6, 11, 10}, 5, {2, 3}, {1, 2}, {2, 1, 0, 2}, {3, 2}});
  addWeight(batch, {{1, 8, 2, 3}, 9, {3, 3}, {1, 1}, {2, 2, 2, 2}}); // windows that see next to nothing
  // 1x1: pixels that are cut into rows, and those that are not; and strides.
  addWeight(batch, {{3, 40, 16, 12}, 33, {1, 1}});
  addWeight(batch, {{1, 21, 1, 67}, 6, {1, 1}});
  addWeight(batch, {{2, 17, 7, 5}, 18, {1, 1}, {2, 2}});
  // Fewer windows than there could be.
  addWeight(batch, {{1, 5, 9, 9}, 4, {3, 3}, {2, 2}}, "f32", {1, 4, 3, 2});
}

// Of linear: [rows, channels] and [rows, outputs], with what an optimiser does after it.
void addLinear(Batch& batch, int64_t rows, int64_t channels, int64_t outputs) {
  Shape x = {rows, channels}, g = {rows, outputs}, y = {outputs, channels};
  std::string out = tensorType(y), types = tensorType(x) + ", " + tensorType(g);
  std::string made = batch.op("aic.conv2d_weight_gradient " + batch.argument(x) + ", " + batch.argument(g) +
                              " {kernel = array<i64: 1, 1>} : (" + types + ") -> " + out);
  std::string both = " : (" + out + ", " + out + ") -> " + out;
  batch.result(batch.op("aic.sub " + batch.argument(y) + ", " + made + both), out, "weight of " + types,
               std::sqrt(double(rows)));
}

void addLinears(Batch& batch) {
  for (int64_t rows : {1, 16, 131})
    for (int64_t channels : {1, 33, 130})
      addLinear(batch, rows, channels, rows % 2 ? 10 : 29);
  addLinear(batch, 1024, 65, 100);
}

TEST(Gradient, WeightsOfLinears) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    addLinears(batch);
    HarnessOptions options;
    options.targetCpu = cpu;
    options.moreThreads = {2, 3};
    batch.expectClose(2e-6, options);
  }
}

TEST(Gradient, WeightsOfConvolutions) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    addWeights(batch);
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(2e-6, options);
  }
}

// Many blocks of pixels, and many workgroups, with sums in scratch memory; elements of 16 bits.
TEST(Gradient, WeightsOfLargeConvolutions) {
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Batch batch;
    addWeight(batch, {{2, 70, 30, 31}, 45, {3, 3}, {1, 1}, {1, 1, 1, 1}});
    addWeight(batch, {{1, 130, 64, 33}, 67, {1, 1}});
    addWeight(batch, {{4, 3, 64, 50}, 31, {3, 3}});
    HarnessOptions options;
    options.forcedWinograd = 2; // of forward convolutions, and of these none: the direct way
    options.targetCpu = cpu;
    options.moreThreads = {2, 3, 8};
    batch.expectClose(3e-6, options);
  }
  for (const char* element : {"f16", "bf16"}) {
    Batch batch;
    addWeight(batch, {{2, 20, 7, 6}, 15, {3, 3}, {1, 1}, {1, 1, 1, 1}}, element);
    batch.expectClose(element == std::string("f16") ? 1e-3 : 1e-2);
  }
}

// By Winograd's way: sizes around those of tiles, vectors and blocks, and tiles that lie half outside. Its
// error is about three times the direct way's.
TEST(Gradient, WeightsOfConvolutionsByWinograd) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"}) {
    Batch batch;
    addWeight(batch, {{2, 17, 6, 9}, 33, {3, 3}, {1, 1}, {1, 1, 1, 1}});
    addWeight(batch, {{3, 40, 14, 14}, 68, {3, 3}});
    addWeight(batch, {{1, 1, 2, 3}, 9, {3, 3}, {1, 1}, {2, 2, 2, 2}}); // an image smaller than a tile
    addWeight(batch, {{1, 20, 9, 8}, 10, {3, 3}, {1, 1}, {2, 0, 1, 3}});
    addWeight(batch, {{1, 5, 9, 9}, 4, {3, 3}}, "f32", {1, 4, 6, 5}); // fewer windows than there could be
    HarnessOptions options;
    options.targetCpu = cpu;
    options.forcedWinograd = 4;
    options.moreThreads = {2, 3};
    batch.expectClose(1e-5, options);
  }
}

// The way back of a convolution's x: a transposed one by a weight that is computed at run time. Of stride 2,
// phase by phase where together they would be sparse, and where some have nothing at all.
TEST(Gradient, InputsOfConvolutions) {
  struct Transposed {
    Shape x, kernel, stride = {2, 2}, padding = {0, 0, 0, 0}, more = {0, 0}, dilation = {1, 1};
    int64_t outputs = 5, groups = 1;
    bool bias = false;
  };
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Batch batch;
    for (const Transposed& t : std::vector<Transposed>{
             {{2, 7, 5, 6}, {3, 3}, {2, 2}, {1, 1, 1, 1}, {1, 1}},
             {{2, 7, 5, 6}, {3, 3}, {2, 2}, {1, 1, 1, 1}, {0, 1}},
             {{1, 18, 4, 3}, {1, 1}, {2, 2}, {0, 0, 0, 0}, {1, 0}, {1, 1}, 33},
             {{1, 18, 4, 3}, {1, 1}, {2, 2}, {0, 0, 0, 0}, {1, 0}, {1, 1}, 3, 1, true}, // some phases are the
                                                                                        // bias
             {{1, 6, 5, 4}, {3, 3}, {2, 2}, {0, 1, 2, 0}, {0, 0}, {1, 1}, 4, 2, true},
             {{1, 3, 5, 4}, {1, 3}, {2, 2}, {0, 1, 0, 1}},
             {{1, 3, 5, 7}, {5, 1}, {3, 1}, {2, 0, 1, 0}, {2, 0}},
             {{1, 3, 5, 4}, {3, 3}, {2, 2}, {1, 2, 3, 1}, {1, 1}, {3, 2}},
             {{1, 3, 2, 2}, {3, 3}, {2, 2}, {2, 2, 2, 2}}}) {
      Shape y = {t.x[0], t.outputs, 0, 0};
      for (size_t i : {0, 1})
        y[2 + i] = (t.x[2 + i] - 1) * t.stride[i] - t.padding[i] - t.padding[2 + i] +
                   t.dilation[i] * (t.kernel[i] - 1) + t.more[i] + 1;
      Shape w = {t.x[1], t.outputs / t.groups, t.kernel[0], t.kernel[1]};
      std::string types =
          tensorType(t.x) + ", " + tensorType(w) + (t.bias ? ", " + tensorType({t.outputs}) : "");
      std::string x = batch.argument(t.x), weight = batch.argument(w),
                  bias = t.bias ? ", " + batch.argument({t.outputs}) : "";
      batch.result(batch.op("aic.conv_transpose2d " + x + ", " + weight + bias +
                            " {stride = " + array(t.stride) + ", padding = " + array(t.padding) +
                            ", output_padding = " + array(t.more) + ", dilation = " + array(t.dilation) +
                            ", groups = " + std::to_string(t.groups) + " : i64} : (" + types + ") -> " +
                            tensorType(y)),
                   tensorType(y), "transposed convolution of " + types, 1);
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(2e-6, options);
  }
}

void addPool(Batch& batch, const Windows& w, bool ceil = false, const std::string& element = "f32",
             Shape gradient = {}) {
  if (gradient.empty())
    gradient = w.gradient();
  std::string x = batch.argument(w.x, element), g = batch.argument(gradient, element),
              in = tensorType(w.x, element), types = in + ", " + tensorType(gradient, element);
  batch.result(batch.op("aic.max_pool2d_gradient " + x + ", " + g + " {" + w.attributes() +
                        ", ceil_mode = " + (ceil ? "true" : "false") + "} : (" + types + ") -> " + in),
               in, "pool of " + types + " " + w.attributes());
}

TEST(Gradient, MaximaOfWindows) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    for (int64_t channels : {5, 33, 70}) {
      addPool(batch, {{2, channels, 6, 4}, channels, {2, 2}, {2, 2}});
      addPool(batch, {{1, channels, 7, 9}, channels, {3, 3}, {2, 2}, {1, 1, 1, 1}});
    }
    addPool(batch, {{1, 3, 7, 5}, 3, {2, 2}, {2, 2}});                               // a row is left over
    addPool(batch, {{2, 3, 9, 8}, 3, {2, 3}, {3, 1}, {0, 1, 1, 0}, {1, 2}});         // gaps and overlaps
    addPool(batch, {{1, 2, 12, 13}, 2, {5, 4}, {2, 3}, {2, 0, 1, 2}});               // not unrolled
    addPool(batch, {{1, 3, 7, 6}, 3, {2, 3}, {2, 3}}, true, "f32", {1, 3, 4, 2});    // beyond the edge
    addPool(batch, {{1, 20, 5, 5}, 20, {3, 3}, {1, 1}, {1, 1, 1, 1}}, false, "f16"); // exact: one element
    addPool(batch, {{1, 4, 5, 5}, 4, {3, 3}, {2, 2}}, false, "f64");
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = -4, options.high = 4;
    options.input = [](size_t index, int64_t i) {
      return double((i * 7 + i / 5 + int64_t(index) * 3) % 5) - 2;
    }; // ties
    options.moreThreads = {2, 3};
    batch.expectClose(0, options);
  }
}

TEST(Gradient, MaximaThatAreNotNumbers) {
  Batch batch;
  addPool(batch, {{1, 17, 8, 8}, 17, {3, 3}, {2, 2}, {1, 1, 1, 1}});
  addPool(batch, {{1, 17, 8, 8}, 17, {2, 2}, {2, 2}});
  HarnessOptions options;
  options.input = [](size_t index, int64_t i) {
    return index % 2 == 1 ? double(i % 7) : i % 37 == 5 ? NAN : i % 64 < 32 ? -INFINITY : double(i % 3);
  };
  batch.expectClose(0, options);
}

TEST(Gradient, DropoutsAreTheReferences) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    int64_t stream = 0;
    auto drop = [&](const Shape& shape, const std::string& p, const std::string& element,
                    const std::string& of) {
      std::string type = tensorType(shape, element), x = batch.argument(shape, element),
                  key = batch.argument({2}, of);
      batch.result(batch.op("aic.dropout " + x + ", " + key + " {p = " + p +
                            " : f64, stream = " + std::to_string(stream += 1000003) + " : i64} : (" + type +
                            ", " + tensorType({2}, of) + ") -> " + type),
                   type, "dropout by " + p + " of " + type);
    };
    for (const Shape& shape : {Shape{1}, Shape{5}, Shape{3, 21}, Shape{64}, Shape{13, 5}, Shape{300, 301}})
      drop(shape, shape.size() == 1 ? "0.0" : "0.3", "f32", shape.size() == 1 ? "i64" : "i32");
    for (const char* element : {"f64", "f16", "bf16"})
      drop({7, 100}, "0.9", element, "i64");
    HarnessOptions options;
    options.targetCpu = cpu;
    options.moreThreads = {2, 3};
    options.input = [](size_t index, int64_t i) {
      return index % 2 == 1 ? double((int64_t(index) * 2654435761 + i * 97) % 2147483647)
                            : 0.25 * double(i % 31) + 1;
    };
    batch.expectClose(1e-2, options); // where there are zeros is exact
  }
}

} // namespace
} // namespace aic::test

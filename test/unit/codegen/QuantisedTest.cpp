// Products whose weights are integers or halves, over odd shapes and on every kind of CPU, against the
// reference; each kernel also under guard pages (Harness.h).
#include "Harness.h"

#include <array>

namespace aic::test {
namespace {

const char* const kCpus[] = {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"};

/// A constant of bytes that follow a fixed pattern over their whole range.
std::string bytes(Batch& batch, const Shape& shape, int64_t width = 1) {
  int64_t count = width;
  for (int64_t size : shape)
    count *= size;
  std::string hex = "0x";
  uint32_t state = 99u + static_cast<uint32_t>(count);
  for (int64_t i = 0; i < count; ++i) {
    state = state * 1664525u + 1013904223u;
    // Of wider integers what fits 12 bits: f32 adds their products exactly enough.
    const uint32_t high = i % width == 0           ? state >> 24
                          : (state >> 24) % 16 < 8 ? (state >> 24) % 8
                                                   : 255 - (state >> 24) % 8;
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02X", high);
    hex += digits;
  }
  return batch.op("aic.constant dense<\"" + hex +
                  "\"> : " + tensorType(shape, "i" + std::to_string(8 * width)));
}

/// Scales in (1/64, 1/32), as f16 bits or f32.
std::string scales(Batch& batch, const Shape& shape, bool half) {
  std::string text;
  for (int64_t i = 0; i < shape[0]; ++i) {
    text += i ? ", [" : "[";
    for (int64_t j = 0; j < shape[1]; ++j)
      text += (j ? ", " : "") + std::to_string((1.0 + static_cast<double>((i * 7 + j * 3) % 16) / 16) / 64);
    text += "]";
  }
  return batch.op("aic.constant dense<[" + text + "]> : " + tensorType(shape, half ? "f16" : "f32"));
}

// Integers of 8 and 16 bits against floats: few rows, many, and tails of every kind.
TEST(Quantised, WeightsOfIntegers) {
  for (const char* cpu : kCpus) {
    Batch batch;
    for (int64_t width : {1, 2})
      for (auto [columns, depth] :
           std::vector<std::pair<int64_t, int64_t>>{{1, 1}, {17, 7}, {40, 33}, {130, 65}}) {
        const std::string type = "i" + std::to_string(8 * width);
        std::string w = bytes(batch, {columns, depth}, width), b = bytes(batch, {depth, columns}, width),
                    bias = batch.weight({columns});
        for (int64_t rows : {1, 3, 15, 30}) {
          Shape x = {rows, depth}, y = {rows, columns};
          const double scale = double(depth) * (width == 1 ? 64 : 1024);
          batch.result(batch.op("aic.linear " + batch.argument(x) + ", " + w + ", " + bias + " : (" +
                                tensorType(x) + ", " + tensorType({columns, depth}, type) + ", " +
                                tensorType({columns}) + ") -> " + tensorType(y)),
                       tensorType(y), "linear of " + tensorType(x) + " and " + type, scale);
          std::string matmul =
              batch.op("aic.matmul " + batch.argument(x) + ", " + b + " : (" + tensorType(x) + ", " +
                       tensorType({depth, columns}, type) + ") -> " + tensorType(y));
          batch.result(batch.op("aic.relu " + matmul + " : " + tensorType(y)), tensorType(y),
                       "matmul of " + tensorType(x) + " and " + type, scale);
        }
      }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(2e-6, options);
  }
}

/// Of 16 bits, in (-1, 1).
std::string halves(Batch& batch, const Shape& shape, const std::string& type) {
  std::string wide = batch.weight(shape);
  return batch.op("aic.cast " + wide + " : (" + tensorType(shape) + ") -> " + tensorType(shape, type));
}

// Weights of 16 bits beside floats: few rows, which read words, and many, by dots or widened panels. Where x
// is of bf16 already, dots are as exact as FMAs.
TEST(Quantised, WeightsOfHalves) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4", "znver4"}) {
    Batch batch;
    for (const std::string type : {"bf16", "f16"})
      for (auto [columns, depth] :
           std::vector<std::pair<int64_t, int64_t>>{{1, 1}, {17, 7}, {40, 33}, {130, 65}}) {
        std::string w = halves(batch, {columns, depth}, type), b = halves(batch, {depth, columns}, type),
                    bias = batch.weight({columns});
        for (int64_t rows : {1, 3, 15, 60}) {
          const Shape x = {rows, depth}, y = {rows, columns};
          std::string narrow = batch.op("aic.cast " + batch.argument(x) + " : (" + tensorType(x) + ") -> " +
                                        tensorType(x, "bf16"));
          std::string exact =
              batch.op("aic.cast " + narrow + " : (" + tensorType(x, "bf16") + ") -> " + tensorType(x));
          batch.result(batch.op("aic.linear " + exact + ", " + w + ", " + bias + " : (" + tensorType(x) +
                                ", " + tensorType({columns, depth}, type) + ", " + tensorType({columns}) +
                                ") -> " + tensorType(y)),
                       tensorType(y), "linear of " + tensorType(x) + " and " + type, double(depth));
          std::string matmul = batch.op("aic.matmul " + exact + ", " + b + " : (" + tensorType(x) + ", " +
                                        tensorType({depth, columns}, type) + ") -> " + tensorType(y));
          batch.result(batch.op("aic.relu " + matmul + " : " + tensorType(y)), tensorType(y),
                       "matmul of " + tensorType(x) + " and " + type, double(depth));
        }
      }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.moreThreads = {2};
    batch.expectClose(2e-7, options);
  }
}

// The same by tiles of AMX: rows, columns and depths at and beside theirs, and a weight that one row reads,
// too.
TEST(Quantised, TilesOfHalves) {
  Batch batch;
  struct Case {
    int64_t depth, columns;
    std::vector<int64_t> rows;
  };
  const Case cases[] = {
      {1, 16, {5}}, {31, 33, {16, 17}}, {64, 32, {33}}, {97, 70, {1, 40}}, {160, 500, {70}}};
  for (const Case& each : cases) {
    const Shape w = {each.columns, each.depth};
    std::string weight = halves(batch, w, "bf16"), bias = batch.weight({each.columns});
    for (int64_t rows : each.rows) {
      const Shape x = {rows, each.depth}, y = {rows, each.columns};
      std::string narrow = batch.op("aic.cast " + batch.argument(x) + " : (" + tensorType(x) + ") -> " +
                                    tensorType(x, "bf16"));
      std::string exact =
          batch.op("aic.cast " + narrow + " : (" + tensorType(x, "bf16") + ") -> " + tensorType(x));
      std::string sums =
          batch.op("aic.linear " + exact + ", " + weight + ", " + bias + " : (" + tensorType(x) + ", " +
                   tensorType(w, "bf16") + ", " + tensorType({each.columns}) + ") -> " + tensorType(y));
      batch.result(batch.op("aic.relu " + sums + " : " + tensorType(y)), tensorType(y),
                   "linear of " + tensorType(x) + " and " + tensorType(w, "bf16"), double(each.depth));
    }
  }
  HarnessOptions options;
  options.targetCpu = "sapphirerapids";
  options.moreThreads = {2};
  batch.expectClose(2e-7, options);
}

// Of any x a dot's factors are within half a step of bf16, 2^-9 of them, and so is each product.
TEST(Quantised, DotsOfHalves) {
  Batch batch;
  const Shape x = {33, 100}, w = {70, 100}, y = {33, 70};
  std::string weight = halves(batch, w, "bf16");
  batch.result(batch.op("aic.linear " + batch.argument(x) + ", " + weight + " : (" + tensorType(x) + ", " +
                        tensorType(w, "bf16") + ") -> " + tensorType(y)),
               tensorType(y), "linear", 100);
  batch.expectClose(0x1p-9);
}

// A convolution reads such weights too, at its edges and in groups.
TEST(Quantised, ConvolutionsOfIntegers) {
  for (const char* cpu : kCpus) {
    Batch batch;
    for (int64_t groups : {1, 2})
      for (int64_t kernel : {1, 3}) {
        Shape x = {2, 7, 9, 6}, w = {10, 6 / groups, kernel, kernel};
        const int64_t pad = kernel / 2;
        Shape y = {2, 7, 9, 10};
        batch.result(batch.op("aic.conv2d " + batch.argument(x) + ", " + bytes(batch, w) +
                              " {layout = #aic.layout<nhwc>, groups = " + std::to_string(groups) +
                              " : i64, padding = " + array({pad, pad, pad, pad}) + "} : (" + tensorType(x) +
                              ", " + tensorType(w, "i8") + ") -> " + tensorType(y)),
                     tensorType(y), "conv2d of " + std::to_string(kernel), 64.0 * 9 * 6);
      }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(2e-6, options);
  }
}

// Blocks of 8 and 4 bits: those that are whole words, those that are not, the last one shorter, one for all.
TEST(Quantised, Blocks) {
  for (const char* cpu : kCpus) {
    Batch batch;
    for (int64_t bits : {8, 4})
      for (auto [columns, depth, block] : std::vector<std::array<int64_t, 3>>{{1, 2, 1},
                                                                              {17, 6, 4},
                                                                              {40, 64, 32},
                                                                              {70, 90, 32},
                                                                              {130, 30, 7},
                                                                              {33, 48, 48},
                                                                              {65, 200, 16}}) {
        std::string q = bytes(batch, {columns, depth * bits / 8});
        const Shape parts = {columns, (depth + block - 1) / block};
        for (bool half : {true, false}) {
          std::string s = scales(batch, parts, half), bias = batch.weight({columns});
          for (int64_t rows : {1, 2, 3, 13}) {
            Shape x = {rows, depth}, y = {rows, columns};
            if (half != (rows % 2 == 1) && rows != 13)
              continue;
            std::string product =
                batch.op("aic.block_linear " + batch.argument(x) + ", " + q + ", " + s +
                         (half ? " bias " + bias : "") + " {bits = " + std::to_string(bits) +
                         " : i64, block = " + std::to_string(block) + " : i64} : (" + tensorType(x) + ", " +
                         tensorType({columns, depth * bits / 8}, "i8") + ", " +
                         tensorType(parts, half ? "f16" : "f32") +
                         (half ? ", " + tensorType({columns}) : "") + ") -> " + tensorType(y));
            batch.result(batch.op("aic.relu " + product + " : " + tensorType(y)), tensorType(y),
                         "block_linear of " + tensorType(x) + ", " + std::to_string(bits) +
                             " bits, blocks of " + std::to_string(block),
                         double(depth) * (bits == 8 ? 1 : 0.1));
          }
        }
      }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(2e-6, options);
  }
}

// Enough panels and rows for many workgroups: the same to the bit for any number of threads.
TEST(Quantised, DealtOut) {
  Batch batch;
  for (auto [rows, depth, columns] :
       std::vector<std::array<int64_t, 3>>{{1, 320, 2000}, {131, 64, 300}, {40, 512, 70}}) {
    Shape x = {rows, depth}, y = {rows, columns}, parts = {columns, depth / 32};
    std::string linear = batch.op(
        "aic.block_linear " + batch.argument(x) + ", " + bytes(batch, {columns, depth / 2}) + ", " +
        scales(batch, parts, true) + " {bits = 4 : i64, block = 32 : i64} : (" + tensorType(x) + ", " +
        tensorType({columns, depth / 2}, "i8") + ", " + tensorType(parts, "f16") + ") -> " + tensorType(y));
    batch.result(linear, tensorType(y), "block_linear of " + tensorType(x), double(depth) * 0.1);
    std::string product =
        batch.op("aic.linear " + batch.argument(x) + ", " + bytes(batch, {columns, depth}) + " : (" +
                 tensorType(x) + ", " + tensorType({columns, depth}, "i8") + ") -> " + tensorType(y));
    batch.result(product, tensorType(y), "linear of " + tensorType(x), double(depth) * 64);
  }
  HarnessOptions options;
  options.moreThreads = {2, 3, 4};
  batch.expectClose(2e-6, options);
}

// Sums of products of two tensors of 8 bits are exact, over whole ranges: with a sign and without, every tail
// of a quad, of a row of the window and of a vector.
TEST(Quantised, ProductsOfIntegers) {
  for (const char* cpu : kCpus)
    for (const std::string type : {"ui8", "i8"}) {
      Batch batch;
      for (auto [columns, depth] : std::vector<std::pair<int64_t, int64_t>>{
               {1, 1}, {17, 3}, {16, 4}, {40, 33}, {33, 66}, {130, 95}}) {
        std::string w = bytes(batch, {columns, depth});
        for (int64_t rows : {1, 3, 15, 30}) {
          Shape x = {rows, depth}, y = {rows, columns};
          batch.result(batch.op("aic.linear " + batch.argument(x, type) + ", " + w + " : (" +
                                tensorType(x, type) + ", " + tensorType({columns, depth}, "i8") + ") -> " +
                                tensorType(y, "i32")),
                       tensorType(y, "i32"), "linear of " + tensorType(x, type));
        }
      }
      struct Conv {
        int64_t height, width, channels, outputs, kernel, stride, groups = 1, dilation = 1;
      };
      for (const Conv& c :
           {Conv{9, 11, 3, 17, 3, 1}, Conv{15, 16, 3, 20, 7, 2}, Conv{8, 8, 16, 33, 1, 1},
            Conv{7, 9, 6, 10, 1, 2}, Conv{6, 30, 1, 5, 3, 1}, Conv{7, 5, 9, 40, 2, 1},
            // ResNeXt's groups, and others; of one quad, of parts of quads, of several panels
            Conv{9, 9, 32, 32, 3, 2, 8}, Conv{6, 7, 6, 10, 3, 1, 2}, Conv{5, 6, 12, 70, 1, 1, 2},
            Conv{7, 14, 10, 4, 6, 1, 2}, Conv{9, 17, 5, 18, 3, 1, 1, 2}}) {
        const int64_t reach = c.dilation * (c.kernel - 1) + 1;
        Shape x = {2, c.height, c.width, c.channels},
              w = {c.outputs, c.channels / c.groups, c.kernel, c.kernel};
        Shape y = {2, (c.height - reach) / c.stride + 1, (c.width - reach) / c.stride + 1, c.outputs};
        std::string sums = batch.op(
            "aic.conv2d " + batch.argument(x, type) + ", " + bytes(batch, w) + ", " +
            batch.op("aic.constant dense<-70000> : " + tensorType({c.outputs}, "i32")) +
            " {layout = #aic.layout<nhwc>, groups = " + std::to_string(c.groups) +
            " : i64, stride = " + array({c.stride, c.stride}) +
            ", dilation = " + array({c.dilation, c.dilation}) + "} : (" + tensorType(x, type) + ", " +
            tensorType(w, "i8") + ", " + tensorType({c.outputs}, "i32") + ") -> " + tensorType(y, "i32"));
        batch.result(sums, tensorType(y, "i32"), "conv2d of " + tensorType(x, type));
      }
      HarnessOptions options;
      options.targetCpu = cpu;
      options.low = type == "ui8" ? 0 : -128;
      options.high = type == "ui8" ? 255 : 127;
      batch.expectClose(0, options);
    }
}

// Depthwise: whole and half vectors of channels, edges, strides, dilations, windows that are unrolled and
// not.
TEST(Quantised, DepthwiseOfIntegers) {
  struct Conv {
    int64_t height, width, channels, kernel, stride, pad, dilation, zero = 0; // zero: what it is padded with
  };
  for (const char* cpu : kCpus)
    for (const std::string type : {"ui8", "i8"}) {
      Batch batch;
      for (const Conv& c :
           {Conv{9, 11, 3, 3, 1, 1, 1}, Conv{15, 16, 40, 3, 2, 1, 1}, Conv{8, 8, 130, 5, 1, 2, 1},
            Conv{7, 30, 17, 1, 2, 0, 1}, Conv{13, 12, 8, 3, 1, 2, 2}, Conv{12, 23, 66, 11, 1, 5, 1},
            Conv{14, 14, 512, 3, 1, 1, 1}, Conv{9, 11, 35, 3, 2, 1, 1, 7}, Conv{7, 12, 8, 3, 1, 2, 2, 127},
            Conv{6, 14, 20, 11, 1, 5, 1, 3}}) {
        const int64_t reach = c.dilation * (c.kernel - 1) + 1, pad = c.zero ? 0 : c.pad;
        Shape x = {2, c.height, c.width, c.channels}, w = {c.channels, 1, c.kernel, c.kernel};
        Shape y = {2, (c.height + 2 * c.pad - reach) / c.stride + 1,
                   (c.width + 2 * c.pad - reach) / c.stride + 1, c.channels};
        const bool biased = c.kernel != 5;
        std::string bias = batch.op("aic.constant dense<-1073741824> : " + tensorType({c.channels}, "i32"));
        std::string image = batch.argument(x, type);
        if (c.zero) {
          const Shape all = {2, c.height + 2 * c.pad, c.width + 2 * c.pad, c.channels};
          const std::string around = array({0, c.pad, c.pad, 0});
          image = batch.op("aic.pad " + image + " {high = " + around + ", low = " + around +
                           ", value = " + std::to_string(c.zero) + ".0 : f64} : (" + tensorType(x, type) +
                           ") -> " + tensorType(all, type));
          x = all;
        }
        std::string sums = batch.op(
            "aic.conv2d " + image + ", " + bytes(batch, w) + (biased ? ", " + bias : "") +
            " {layout = #aic.layout<nhwc>, groups = " + std::to_string(c.channels) +
            " : i64, stride = " + array({c.stride, c.stride}) + ", padding = " + array({pad, pad, pad, pad}) +
            ", dilation = " + array({c.dilation, c.dilation}) + "} : (" + tensorType(x, type) + ", " +
            tensorType(w, "i8") + (biased ? ", " + tensorType({c.channels}, "i32") : "") + ") -> " +
            tensorType(y, "i32"));
        batch.result(sums, tensorType(y, "i32"), "depthwise conv2d of " + tensorType(x, type));
      }
      HarnessOptions options;
      options.targetCpu = cpu;
      options.low = type == "ui8" ? 0 : -128;
      options.high = type == "ui8" ? 255 : 127;
      options.moreThreads = {2, 3};
      batch.expectClose(0, options);
    }
}

// A quantised network as it is exported: x dequantised, padded, convolved, and quantised again.
TEST(Quantised, QuantisedConvolution) {
  for (const char* cpu : kCpus)
    for (const std::string type : {"ui8", "i8"}) {
      Batch batch;
      auto number = [&](const std::string& value) { return batch.scalar(value); };
      const Shape x = {1, 6, 10, 11}, w = {20, 6, 3, 3}, y = {1, 20, 5, 6}, s = {20, 1, 1, 1};
      const std::string f = tensorType(x), scalar = "tensor<f32>";
      std::string a =
          batch.op("aic.cast " + batch.argument(x, type) + " : (" + tensorType(x, type) + ") -> " + f);
      a = batch.op("aic.sub " + a + ", " + number("7.0") + " : (" + f + ", " + scalar + ") -> " + f);
      a = batch.op("aic.mul " + a + ", " + number("0.03125") + " : (" + f + ", " + scalar + ") -> " + f);
      std::string weight = batch.op("aic.dequantize " + bytes(batch, w) + ", " +
                                    batch.op("aic.constant dense<0.0078125> : " + tensorType(s)) + " : (" +
                                    tensorType(w, "i8") + ", " + tensorType(s) + ") -> " + tensorType(w));
      std::string bias = batch.op("aic.constant dense<1.5> : tensor<20xf32>");
      std::string sums =
          batch.op("aic.conv2d " + a + ", " + weight + ", " + bias + " {stride = " + array({2, 2}) +
                   ", padding = " + array({1, 1, 1, 1}) + "} : (" + f + ", " + tensorType(w) +
                   ", tensor<20xf32>) -> " + tensorType(y));
      batch.result(sums, tensorType(y), "conv2d", 128);
      HarnessOptions options;
      options.targetCpu = cpu;
      options.low = type == "ui8" ? 0 : -128;
      options.high = type == "ui8" ? 255 : 127;
      batch.expectClose(0, options); // scales and bias are powers of two: all of it is exact
    }
}

/// x rounded, moved by the zero point and bounded, as a byte.
std::string quantised(Batch& batch, const Shape& shape, std::string x, const std::string& zero,
                      const std::string& type) {
  const std::string f = tensorType(shape), scalar = "tensor<f32>";
  x = batch.op("aic.round " + x + " : " + f);
  x = batch.op("aic.add " + x + ", " + batch.scalar(zero) + " : (" + f + ", " + scalar + ") -> " + f);
  x = batch.op("aic.clamp " + x + (type == "i8" ? " min -128.0 max 127.0" : " min 0.0 max 255.0") + " : " +
               f);
  return batch.op("aic.cast " + x + " : (" + f + ") -> " + tensorType(shape, type));
}

std::string dequantised(Batch& batch, const Shape& shape, std::string x, const std::string& zero,
                        const std::string& scale, const std::string& type) {
  const std::string f = tensorType(shape), scalar = "tensor<f32>";
  x = batch.op("aic.cast " + x + " : (" + tensorType(shape, type) + ") -> " + f);
  x = batch.op("aic.sub " + x + ", " + batch.scalar(zero) + " : (" + f + ", " + scalar + ") -> " + f);
  return batch.op("aic.mul " + x + ", " + batch.scalar(scale) + " : (" + f + ", " + scalar + ") -> " + f);
}

// What becomes bytes: ties, bounds before and behind, zero points, NaN, infinity.
TEST(Quantised, RoundedToBytes) {
  for (const char* cpu : kCpus)
    for (const std::string type : {"ui8", "i8"}) {
      Batch batch;
      for (int64_t size : {1, 7, 64, 1201})
        for (const char* zero : {"0.0", "-3.0", "117.0"}) {
          Shape shape = {size};
          const std::string f = tensorType(shape), scalar = "tensor<f32>", made = tensorType(shape, type);
          std::string x = batch.op("aic.cast " + batch.argument(shape, "i32") + " : (" +
                                   tensorType(shape, "i32") + ") -> " + f);
          std::string halves = batch.op("aic.mul " + x + ", " + batch.scalar("0.5") + " : (" + f + ", " +
                                        scalar + ") -> " + f);
          std::string nan = batch.op("aic.div " + x + ", " + x + " : (" + f + ", " + f + ") -> " + f);
          std::string infinite = batch.op("aic.div " + halves + ", " + batch.scalar("0.0") + " : (" + f +
                                          ", " + scalar + ") -> " + f);
          batch.result(quantised(batch, shape, halves, zero, type), made, "halves");
          batch.result(quantised(batch, shape, nan, zero, type), made, "NaN");
          batch.result(quantised(batch, shape, infinite, zero, type), made, "infinity");
          batch.result(quantised(batch, shape, batch.op("aic.relu " + nan + " : " + f), zero, type), made,
                       "relu of NaN");
          batch.result(quantised(batch, shape, batch.op("aic.clamp " + halves + " min -17.5 max 40.5 : " + f),
                                 zero, type),
                       made, "bounded");
          batch.result(
              quantised(batch, shape, batch.op("aic.clamp " + halves + " min 400.0 : " + f), zero, type),
              made, "bounded by what is outside");
        }
      HarnessOptions options;
      options.targetCpu = cpu;
      options.low = -600;
      options.high = 600;
      batch.expectClose(0, options);
    }
}

// What one byte is made of another, by whatever lies between: every byte there is, by tables and without.
TEST(Quantised, BytesOfBytes) {
  for (const char* cpu : kCpus)
    for (const std::string type : {"ui8", "i8"}) {
      Batch batch;
      for (int64_t size : {1, 5, 2503}) {
        Shape shape = {size};
        const std::string f = tensorType(shape), scalar = "tensor<f32>", made = tensorType(shape, type);
        std::string q = batch.argument(shape, type),
                    x = dequantised(batch, shape, q, "11.0", "0.03125", type);
        auto over = [&](const std::string& a, const char* scale) {
          return batch.op("aic.div " + a + ", " + batch.scalar(scale) + " : (" + f + ", " + scalar + ") -> " +
                          f);
        };
        std::string sigmoid =
            quantised(batch, shape, over(batch.op("aic.sigmoid " + x + " : " + f), "0.0039"), "0.0", type);
        batch.result(sigmoid, made, "sigmoid");
        std::string product =
            batch.op("aic.mul " + x + ", " + dequantised(batch, shape, sigmoid, "0.0", "0.0039", type) +
                     " : (" + f + ", " + f + ") -> " + f);
        std::string silu = quantised(batch, shape, over(product, "0.0171"), "12.0", type);
        batch.result(silu, made, "silu of a byte and its sigmoid's");
        batch.result(dequantised(batch, shape, silu, "12.0", "0.5", type), f, "what it stands for");
        batch.result(quantised(batch, shape, over(x, "0.0625"), "-7.0", type), made, "another scale");
        std::string two =
            batch.op("aic.add " + x + ", " +
                     dequantised(batch, shape, batch.argument(shape, type), "0.0", "0.25", type) + " : (" +
                     f + ", " + f + ") -> " + f);
        batch.result(quantised(batch, shape, over(two, "0.125"), "3.0", type), made, "of two bytes");
      }
      HarnessOptions options;
      options.targetCpu = cpu;
      options.low = type == "ui8" ? 0 : -128;
      options.high = type == "ui8" ? 255 : 127;
      batch.expectClose(0, options);
    }
}

// Squeeze-and-excitation of bytes: the depthwise convolution writes them and the means of its rows. Residual
// sums read bytes that were rounded in registers.
TEST(Quantised, MeansAndSumsOfBytes) {
  for (const char* cpu : kCpus) {
    Batch batch;
    for (auto [height, width, channels] :
         std::vector<std::array<int64_t, 3>>{{7, 7, 20}, {1, 1, 5}, {9, 30, 16}, {13, 29, 33}}) {
      const Shape x = {2, height, width, channels}, w = {channels, 1, 3, 3}, s = {channels, 1, 1, 1},
                  mean = {2, 1, 1, channels};
      const std::string f = tensorType(x), m = tensorType(mean), scalar = "tensor<f32>";
      std::string a = dequantised(batch, x, batch.argument(x, "ui8"), "0.0", "0.03125", "ui8");
      std::string weight = batch.op("aic.dequantize " + bytes(batch, w) + ", " +
                                    batch.op("aic.constant dense<0.0078125> : " + tensorType(s)) + " : (" +
                                    tensorType(w, "i8") + ", " + tensorType(s) + ") -> " + tensorType(w));
      std::string y = batch.op("aic.conv2d " + a + ", " + weight +
                               " {layout = #aic.layout<nhwc>, padding = " + array({1, 1, 1, 1}) +
                               ", groups = " + std::to_string(channels) + " : i64} : (" + f + ", " +
                               tensorType(w) + ") -> " + f);
      std::string q = quantised(batch, x, y, "117.0", "ui8");
      std::string z = dequantised(batch, x, q, "117.0", "0.25", "ui8");
      std::string pool =
          batch.op("aic.adaptive_avg_pool2d " + z +
                   " {layout = #aic.layout<nhwc>, output_size = array<i64: 1, 1>} : (" + f + ") -> " + m);
      std::string gate = batch.op("aic.sigmoid " + pool + " : " + m);
      batch.result(batch.op("aic.mul " + z + ", " + gate + " : (" + f + ", " + m + ") -> " + f), f,
                   "squeeze-and-excitation", 32);
      std::string rest = dequantised(batch, x, batch.argument(x, "ui8"), "100.0", "0.5", "ui8");
      std::string sum = batch.op("aic.add " + z + ", " + rest + " : (" + f + ", " + f + ") -> " + f);
      batch.result(quantised(batch, x, sum, "128.0", "ui8"), tensorType(x, "ui8"), "residual sum", 1);
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = 0;
    options.high = 255;
    options.moreThreads = {2, 3};
    batch.expectClose(2e-6, options);
  }
}

// What a frontend makes: a weight that is dequantised, before a product, a lookup and other operators.
TEST(Quantised, Dequantised) {
  for (const char* cpu : kCpus) {
    Batch batch;
    const int64_t columns = 37, depth = 64;
    auto weight = [&](int64_t bits, int64_t block) {
      Shape q = {columns, depth * bits / 8}, s = {columns, block ? depth / block : 1};
      return batch.op("aic.dequantize " + bytes(batch, q) + ", " + scales(batch, s, block > 0) + " {bits = " +
                      std::to_string(bits) + " : i64, axis = 1 : i64, block = " + std::to_string(block) +
                      " : i64} : (" + tensorType(q, "i8") + ", " + tensorType(s, block ? "f16" : "f32") +
                      ") -> " + tensorType({columns, depth}));
    };
    for (auto [bits, block] : std::vector<std::pair<int64_t, int64_t>>{{8, 0}, {8, 16}, {4, 0}, {4, 32}}) {
      const std::string label = std::to_string(bits) + " bits, blocks of " + std::to_string(block);
      std::string w = weight(bits, block);
      for (int64_t rows : {1, 20}) {
        Shape x = {rows, depth}, y = {rows, columns}, back = {rows, columns};
        batch.result(batch.op("aic.linear " + batch.argument(x) + ", " + w + ", " + batch.weight({columns}) +
                              " : (" + tensorType(x) + ", " + tensorType({columns, depth}) + ", " +
                              tensorType({columns}) + ") -> " + tensorType(y)),
                     tensorType(y), "linear, " + label, bits == 8 ? double(depth) : double(depth) * 0.1);
        batch.result(batch.op("aic.matmul " + batch.argument(back) + ", " + w + " : (" + tensorType(back) +
                              ", " + tensorType({columns, depth}) + ") -> " + tensorType({rows, depth})),
                     tensorType({rows, depth}), "matmul, " + label,
                     bits == 8 ? double(depth) : double(depth) * 0.1);
      }
      batch.result(batch.op("aic.embedding " + batch.argument({3}, "i64") + ", " + w + " : (" +
                            tensorType({3}, "i64") + ", " + tensorType({columns, depth}) + ") -> " +
                            tensorType({3, depth})),
                   tensorType({3, depth}), "embedding, " + label, 4);
      batch.result(batch.op("aic.add " + batch.argument({columns, depth}) + ", " + w + " : (" +
                            tensorType({columns, depth}) + ", " + tensorType({columns, depth}) + ") -> " +
                            tensorType({columns, depth})),
                   tensorType({columns, depth}), "add, " + label, 4);
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = 0; // ids
    options.high = 1;
    batch.expectClose(2e-6, options);
  }
}

} // namespace
} // namespace aic::test

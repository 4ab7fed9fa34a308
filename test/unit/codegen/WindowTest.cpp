// Pooling and depthwise convolution, as users write them (nchw; the layout pass turns them), over odd
// channels, windows and paddings.
#include "Harness.h"

#include <random>

namespace aic::test {
namespace {

struct Pool {
  std::string kind = "max_pool2d";
  Shape x;
  int64_t kh, kw, sh, sw, ph, pw; // padding on both sides
  int64_t dh = 1, dw = 1;
  bool ceil = false, includePad = true;
};

int64_t pooled(int64_t in, int64_t kernel, int64_t stride, int64_t padding, int64_t dilation, bool ceil) {
  int64_t span = in + 2 * padding - dilation * (kernel - 1) - 1;
  int64_t out = (ceil ? span + stride - 1 : span) / stride + 1;
  if (ceil && (out - 1) * stride >= in + padding) // no window starts in the far padding
    --out;
  return out;
}

void add(Batch& batch, const Pool& p, const std::string& element = "f32") {
  Shape y = {p.x[0], p.x[1], pooled(p.x[2], p.kh, p.sh, p.ph, p.dh, p.ceil),
             pooled(p.x[3], p.kw, p.sw, p.pw, p.dw, p.ceil)};
  std::string attributes = "kernel = " + array({p.kh, p.kw}) + ", stride = " + array({p.sh, p.sw}) +
                           ", padding = " + array({p.ph, p.pw, p.ph, p.pw}) +
                           ", ceil_mode = " + (p.ceil ? "true" : "false");
  if (p.kind == "max_pool2d")
    attributes += ", dilation = " + array({p.dh, p.dw});
  else
    attributes += std::string(", count_include_pad = ") + (p.includePad ? "true" : "false");
  std::string x = batch.argument(p.x, element), in = tensorType(p.x, element), out = tensorType(y, element);
  batch.result(batch.op("aic." + p.kind + " " + x + " {" + attributes + "} : (" + in + ") -> " + out), out,
               p.kind + " " + attributes + " " + in);
}

const int64_t kChannels[] = {1, 3, 15, 16, 17, 64, 65, 130};

TEST(Window, Channels) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (int64_t c : kChannels) {
      add(batch, {"max_pool2d", {2, c, 7, 9}, 3, 3, 2, 2, 1, 1});
      add(batch, {"avg_pool2d", {1, c, 7, 9}, 3, 3, 2, 2, 1, 1});
    }
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    batch.expectClose(3e-7, options);
  }
}

TEST(Window, Doubles) {
  Batch batch;
  for (const char* kind : {"max_pool2d", "avg_pool2d"})
    for (int64_t c : {1, 7, 35})
      add(batch, {kind, {2, c, 7, 9}, 3, 3, 2, 1, 1, 1}, "f64");
  batch.expectClose(1e-15);
}

TEST(Window, WindowsStridesAndPadding) {
  Batch batch;
  for (const char* kind : {"max_pool2d", "avg_pool2d"})
    for (bool ceil : {false, true})
      for (bool includePad : {false, true}) {
        if (std::string(kind) == "max_pool2d" && includePad)
          continue;
        auto pool = [&](Shape x, int64_t kh, int64_t kw, int64_t sh, int64_t sw, int64_t ph, int64_t pw) {
          add(batch, {kind, x, kh, kw, sh, sw, ph, pw, 1, 1, ceil, includePad});
        };
        pool({1, 5, 8, 8}, 2, 2, 2, 2, 0, 0);
        pool({1, 5, 7, 10}, 3, 2, 2, 3, 1, 1);
        pool({2, 3, 6, 5}, 1, 1, 2, 2, 0, 0);
        pool({1, 17, 9, 9}, 5, 5, 1, 1, 2, 2);
        pool({1, 3, 12, 20}, 3, 11, 3, 4, 0, 5); // wider than what is unrolled
        pool({1, 3, 2, 2}, 3, 3, 1, 1, 1, 1);    // the padding is most of it
        pool({1, 3, 1, 1}, 3, 3, 3, 3, 1, 1);
        pool({1, 2, 5, 5}, 2, 2, 4, 4, 1, 1);
      }
  for (int64_t dilation : {2, 3})
    for (bool ceil : {false, true}) {
      add(batch, {"max_pool2d", {1, 18, 11, 13}, 3, 3, 2, 1, 1, 1, dilation, dilation, ceil});
      add(batch, {"max_pool2d", {1, 2, 5, 3}, 3, 2, 1, 1, 1, 1, 2, 2, ceil});
    }
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3};
  batch.expectClose(3e-7, options);
}

// A maximum keeps NaN, and of -inf alone is -inf.
TEST(Window, NotANumber) {
  Batch batch;
  add(batch, {"max_pool2d", {1, 17, 8, 8}, 3, 3, 2, 2, 1, 1});
  add(batch, {"avg_pool2d", {1, 17, 8, 8}, 2, 2, 2, 2, 0, 0});
  HarnessOptions options;
  options.input = [](size_t, int64_t i) {
    return i % 37 == 5 ? NAN : i % 3 == 0 ? INFINITY : i % 64 < 32 ? -INFINITY : -3.0;
  };
  batch.expectClose(3e-7, options);
}

TEST(Window, AdaptiveAveragePool) {
  Batch batch;
  for (int64_t c : kChannels)
    for (const auto& [in, out] : std::vector<std::pair<Shape, Shape>>{{{7, 7}, {1, 1}},
                                                                      {{7, 10}, {3, 4}},
                                                                      {{5, 6}, {5, 6}},
                                                                      {{3, 2}, {7, 5}},
                                                                      {{1, 1}, {2, 3}},
                                                                      {{12, 12}, {6, 5}}}) {
      if (c > 17 && out[0] > 3)
        continue;
      Shape x = {2, c, in[0], in[1]}, y = {2, c, out[0], out[1]};
      std::string type = tensorType(y), a = batch.argument(x);
      batch.result(batch.op("aic.adaptive_avg_pool2d " + a + " {output_size = " + array(out) + "} : (" +
                            tensorType(x) + ") -> " + type),
                   type, "adaptive " + tensorType(x) + " -> " + type);
    }
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3};
  batch.expectClose(1e-6, options);
}

struct Depthwise {
  Shape x;
  int64_t kh, kw, sh, sw, dh, dw, ph, pw, multiplier;
  bool bias;
  int64_t moreBelow = 0, moreRight = 0; // padding beyond that on the other side
};

void add(Batch& batch, const Depthwise& d, const std::string& element = "f32") {
  int64_t c = d.x[1], o = c * d.multiplier;
  Shape y = {d.x[0], o, pooled(d.x[2] + d.moreBelow, d.kh, d.sh, d.ph, d.dh, false),
             pooled(d.x[3] + d.moreRight, d.kw, d.sw, d.pw, d.dw, false)};
  auto weight = [&](const Shape& shape) {
    std::string value = batch.weight(shape);
    return element == "f32" ? value
                            : batch.op("aic.cast " + value + " : (" + tensorType(shape) + ") -> " +
                                       tensorType(shape, element));
  };
  std::string x = batch.argument(d.x, element), w = weight({o, 1, d.kh, d.kw}), b = d.bias ? weight({o}) : "";
  std::string attributes = "stride = " + array({d.sh, d.sw}) +
                           ", padding = " + array({d.ph, d.pw, d.ph + d.moreBelow, d.pw + d.moreRight}) +
                           ", dilation = " + array({d.dh, d.dw}) + ", groups = " + std::to_string(c) +
                           " : i64";
  std::string signature = "(" + tensorType(d.x, element) + ", " + tensorType({o, 1, d.kh, d.kw}, element) +
                          (d.bias ? ", " + tensorType({o}, element) : "") + ") -> " + tensorType(y, element);
  batch.result(batch.op("aic.conv2d " + x + ", " + w + (d.bias ? ", " + b : "") + " {" + attributes +
                        "} : " + signature),
               tensorType(y, element), "depthwise " + attributes + " " + signature);
}

TEST(Window, Depthwise) {
  Batch batch;
  for (int64_t c : kChannels)
    add(batch, Depthwise{{1, c, 7, 9}, 3, 3, 1, 1, 1, 1, 1, 1, 1, c % 2 == 1});
  for (int64_t stride : {1, 2, 3})
    for (int64_t dilation : {1, 2})
      for (int64_t multiplier : {1, 2, 3})
        add(batch,
            Depthwise{
                {2, 5, 12, 13}, 3, 3, stride, stride, dilation, dilation, 2, 2, multiplier, stride == 2});
  add(batch, Depthwise{{1, 33, 9, 30}, 5, 9, 2, 1, 1, 1, 2, 4, 1, true}); // wider than what is unrolled
  add(batch,
      Depthwise{{1, 16, 3, 3}, 7, 7, 1, 1, 1, 1, 3, 3, 1, false});      // the window is wider than the input
  add(batch, Depthwise{{1, 4, 4, 4}, 3, 3, 1, 1, 1, 1, 3, 3, 1, true}); // pixels that see only padding
  add(batch, Depthwise{{1, 5, 2, 200}, 1, 3, 1, 1, 1, 70, 0, 70, 1, true}); // most of a row is edge
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3};
  batch.expectClose(2e-6, options);
  Batch few;
  for (int64_t c : {3, 17})
    for (int64_t multiplier : {1, 2})
      add(few, Depthwise{{1, c, 7, 9}, 3, 3, 2, 1, 1, 2, 1, 1, multiplier, true});
  options.moreThreads.clear();
  for (const char* cpu : {"x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    options.targetCpu = cpu;
    few.expectClose(2e-6, options);
  }
}

// Windows of 1 to 11 elements along each axis, strides, dilations and paddings that differ along them, rows
// of one tile and of many, windows beyond the image on either side and on both, all numbers of lanes left
// over.
void sweepDepthwise(const char* cpu, int cases) {
  Batch batch;
  std::minstd_rand random(17);
  auto upTo = [&](int64_t least, int64_t most) {
    return least + static_cast<int64_t>(random() / 7 % static_cast<unsigned>(most - least + 1));
  };
  for (int i = 0; i < cases; ++i) {
    Depthwise d{{upTo(1, 2), upTo(1, 70), upTo(1, 12), upTo(1, 40)},
                upTo(1, 5),
                1 + i % 11,
                upTo(1, 3),
                upTo(1, 3),
                upTo(1, 2),
                upTo(1, i % 4 == 0 ? 5 : 2),
                upTo(0, 5),
                upTo(0, 6),
                1,
                i % 3 == 0,
                upTo(0, 2),
                upTo(0, 2)};
    if (i % 5 == 0)
      std::swap(d.kh, d.kw);
    // The window once, at least, inside the padded image.
    d.moreBelow = std::max(d.moreBelow, (d.kh - 1) * d.dh + 1 - d.x[2] - 2 * d.ph);
    d.moreRight = std::max(d.moreRight, (d.kw - 1) * d.dw + 1 - d.x[3] - 2 * d.pw);
    add(batch, d);
  }
  HarnessOptions options;
  options.smallestScale = 1;
  options.targetCpu = cpu;
  batch.expectClose(2e-6, options);
}

TEST(Window, DepthwiseOfDoubles) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"}) {
    Batch batch;
    for (int64_t c : {1, 7, 16, 35})
      for (int64_t stride : {1, 2})
        add(batch, Depthwise{{2, c, 9, 19}, 3, 5, stride, stride, 1, 1, 1, 2, 1, c % 2 == 1}, "f64");
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    batch.expectClose(1e-14, options);
  }
}

TEST(Window, DepthwiseSweep) {
  sweepDepthwise("native", 80);
}
TEST(Window, DepthwiseSweepV4) {
  sweepDepthwise("x86-64-v4", 30);
}
TEST(Window, DepthwiseSweepV3) {
  sweepDepthwise("x86-64-v3", 80);
}
TEST(Window, DepthwiseSweepV2) {
  sweepDepthwise("x86-64-v2", 40);
}

// More channels than are computed together, with every kind of rest; rows of many tiles, several bands.
TEST(Window, DepthwiseBlocks) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    add(batch, Depthwise{{1, 512, 5, 9}, 3, 3, 1, 1, 1, 1, 1, 1, 1, true});
    add(batch, Depthwise{{2, 1024, 4, 5}, 3, 3, 2, 2, 1, 1, 1, 1, 1, false});
    add(batch, Depthwise{{2, 32, 19, 131}, 3, 3, 1, 1, 1, 1, 1, 1, 1, true});
    add(batch, Depthwise{{1, 96, 20, 140}, 5, 5, 2, 2, 1, 1, 2, 2, 1, false});
    add(batch, Depthwise{{1, 37, 7, 120}, 5, 3, 1, 1, 1, 2, 2, 2, 1, true});
    add(batch, Depthwise{{1, 256, 3, 20}, 3, 11, 1, 1, 1, 1, 1, 5, 1, true}); // wider than what is unrolled
    // Beyond what the second-level cache holds: rows are fetched ahead, at the edges from outside the
    // picture.
    add(batch, Depthwise{{1, 96, 60, 60}, 3, 3, 2, 2, 1, 1, 1, 1, 1, true});
    add(batch, Depthwise{{1, 165, 41, 40}, 3, 5, 1, 1, 1, 2, 2, 4, 1, false});
    for (int64_t c : {129, 141})
      add(batch, Depthwise{{1, c, 6, 11}, 3, 3, 1, 1, 1, 1, 1, 1, 1, true});
    // Blocks that are copied, in several bands, with windows that reach far beyond the picture.
    add(batch, Depthwise{{1, 512, 26, 15}, 3, 3, 1, 1, 2, 2, 1, 3, 1, true});
    add(batch, Depthwise{{1, 1024, 3, 17}, 5, 3, 1, 1, 1, 1, 6, 0, 1, false});
    add(batch, Depthwise{{1, 512, 6, 12}, 3, 11, 1, 1, 1, 1, 1, 5, 1, true});
    add(batch, Depthwise{{1, 1536, 2, 3}, 4, 4, 1, 1, 1, 1, 2, 2, 1, true});
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.moreThreads = {2, 3};
    batch.expectClose(2e-6, options);
    Batch halves; // copied as f32
    add(halves, Depthwise{{1, 1024, 5, 9}, 3, 3, 1, 1, 1, 1, 1, 1, 1, true}, "f16");
    halves.expectClose(1e-3, options);
  }
}

// Enough work to be cut along the rows, across images, along the channels, and along both.
TEST(Window, DepthwiseInManyGroups) {
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Batch batch;
    add(batch, Depthwise{{1, 70, 28, 29}, 3, 3, 1, 1, 1, 1, 1, 1, 1, true});
    add(batch, Depthwise{{5, 35, 9, 21}, 5, 5, 1, 1, 1, 1, 2, 2, 1, false});
    add(batch, Depthwise{{1, 330, 7, 7}, 5, 5, 1, 1, 1, 1, 2, 2, 1, true});
    add(batch, Depthwise{{1, 232, 14, 14}, 3, 3, 1, 1, 1, 1, 1, 1, 1, false});
    add(batch, Depthwise{{1, 96, 1, 300}, 1, 7, 1, 1, 1, 1, 0, 3, 1, true}); // one row
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.moreThreads = {2, 3, 8};
    batch.expectClose(2e-6, options);
  }
}

// A pool's and a depthwise convolution's epilogues are applied in registers.
TEST(Window, Epilogues) {
  Batch batch;
  std::string x = batch.argument({2, 19, 9, 9}), r = batch.argument({2, 19, 5, 5}),
              s = batch.argument({19, 1, 1});
  std::string in = tensorType({2, 19, 9, 9}), out = tensorType({2, 19, 5, 5}), scale = tensorType({19, 1, 1});
  std::string w = batch.weight({19, 1, 3, 3});
  for (const std::string& root :
       {"aic.max_pool2d " + x +
            " {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>} : (" +
            in + ") -> " + out,
        "aic.conv2d " + x + ", " + w +
            " {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, groups = 19 : i64} : (" + in +
            ", " + tensorType({19, 1, 3, 3}) + ") -> " + out}) {
    std::string value = batch.op(root);
    value = batch.op("aic.mul " + value + ", " + s + " : (" + out + ", " + scale + ") -> " + out);
    std::string sum = batch.op("aic.add " + value + ", " + r + " : (" + out + ", " + out + ") -> " + out);
    value = batch.op("aic.relu6 " + sum + " : " + out);
    batch.result(sum, out, "sum");
    batch.result(value, out, "relu6");
  }
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(1e-6, options);
}

} // namespace
} // namespace aic::test

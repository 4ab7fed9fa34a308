// Images at another size: both modes, both layouts, every attribute and type, over odd sizes.
#include "Harness.h"

namespace aic::test {
namespace {

struct Image {
  Shape x; // n, c, h, w
  int64_t height, width;
  bool bilinear = true, corners = false;
  std::string scales = {};
};

// nhwc: as it stands, with the channels last already.
void add(Batch& batch, const Image& i, const std::string& element = "f32", bool nhwc = false) {
  Shape x = i.x, y = {x[0], x[1], i.height, i.width};
  if (nhwc)
    x = {x[0], x[2], x[3], x[1]}, y = {y[0], y[2], y[3], y[1]};
  std::string attributes = "output_size = " + array({i.height, i.width}) + ", mode = #aic.resize_mode<" +
                           (i.bilinear ? "bilinear" : "nearest") + ">";
  if (i.corners)
    attributes += ", align_corners = true";
  if (!i.scales.empty())
    attributes += ", scales = array<f64: " + i.scales + ">";
  if (nhwc)
    attributes += ", layout = #aic.layout<nhwc>";
  batch.result(batch.op("aic.interpolate " + batch.argument(x, element) + " {" + attributes + "} : (" +
                        tensorType(x, element) + ") -> " + tensorType(y, element)),
               tensorType(y, element), "interpolate " + attributes + " " + tensorType(x, element));
}

// Up, down, across, to one pixel and from one.
void addSizes(Batch& batch, int64_t channels, const std::string& element, bool nhwc) {
  for (bool bilinear : {false, true})
    for (bool corners : {false, true}) {
      if (corners && !bilinear)
        continue;
      auto resize = [&](int64_t h, int64_t w, int64_t oh, int64_t ow) {
        add(batch, {{2, channels, h, w}, oh, ow, bilinear, corners}, element, nhwc);
      };
      resize(3, 5, 6, 10);
      resize(7, 9, 3, 4);
      resize(4, 4, 7, 4);
      resize(1, 1, 3, 17);
      resize(5, 33, 1, 1);
      resize(6, 1, 6, 35);
      resize(2, 37, 5, 1);
    }
  add(batch, {{1, channels, 5, 7}, 8, 11, true, false, "1.6, 1.6"}, element, nhwc);
  add(batch, {{1, channels, 5, 7}, 8, 11, false, false, "1.7, 1.6"}, element, nhwc);
  add(batch, {{1, channels, 9, 8}, 3, 8, true, false, "0.4, 1.0"}, element, nhwc);
}

TEST(Interpolate, NchwAsUsersWriteIt) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    addSizes(batch, 1, "f32", false);
    addSizes(batch, 17, "f32", false);
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    batch.expectClose(1e-6, options);
  }
}

TEST(Interpolate, ChannelsAndTypes) {
  Batch batch;
  for (int64_t channels : {1, 15, 64, 130})
    addSizes(batch, channels, "f32", true);
  addSizes(batch, 1, "f64", true);
  addSizes(batch, 9, "f64", true);
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(1e-6, options);
}

TEST(Interpolate, HalfElements) {
  for (const char* element : {"f16", "bf16"}) {
    Batch batch;
    for (int64_t channels : {1, 5})
      for (bool bilinear : {false, true})
        add(batch, {{1, channels, 5, 7}, 11, 16, bilinear}, element, true);
    batch.expectClose(std::string(element) == "f16" ? 6e-4 : 5e-3);
  }
}

// In a group that is made already the layout stays: rows of neighbours, which are gathered.
TEST(Interpolate, NchwKernels) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"})
    for (const char* element : {"f32", "f64", "f16"}) {
      std::string x = tensorType({2, 3, 5, 9}, element), y = tensorType({2, 3, 8, 21}, element);
      Batch batch;
      for (const char* mode : {"nearest", "bilinear"}) {
        std::string argument = batch.argument({2, 3, 5, 9}, element);
        batch.result(batch.op("aic.fused(" + argument + ") : (" + x + ") -> " + y + " {\n^bb0(%x: " + x +
                              "):\n  %i = aic.interpolate %x {output_size = array<i64: 8, 21>, mode = " +
                              "#aic.resize_mode<" + mode + ">} : (" + x + ") -> " + y +
                              "\n  %r = aic.relu %i : " + y + "\n  aic.yield %r : " + y + "\n}"),
                     y, mode);
      }
      HarnessOptions options;
      options.smallestScale = 1;
      options.targetCpu = cpu;
      batch.expectClose(std::string(element) == "f16" ? 6e-4 : 1e-6, options);
    }
}

// What follows is done in registers: a bias, a residual, an activation.
TEST(Interpolate, Epilogues) {
  for (int64_t channels : {1, 3, 33}) {
    std::string x = tensorType({2, channels, 4, 5}), y = tensorType({2, channels, 8, 10}),
                bias = tensorType({channels, 1, 1});
    Batch batch;
    std::string value = batch.op("aic.interpolate " + batch.argument({2, channels, 4, 5}) +
                                 " {output_size = array<i64: 8, 10>, mode = #aic.resize_mode<bilinear>} : (" +
                                 x + ") -> " + y);
    value = batch.op("aic.add " + value + ", " + batch.argument({channels, 1, 1}) + " : (" + y + ", " + bias +
                     ") -> " + y);
    value = batch.op("aic.add " + value + ", " + batch.argument({2, channels, 8, 10}) + " : (" + y + ", " +
                     y + ") -> " + y);
    batch.result(batch.op("aic.relu " + value + " : " + y), y, "of " + std::to_string(channels));
    HarnessOptions options;
    options.smallestScale = 1;
    batch.expectClose(1e-6, options);
  }
}

TEST(Interpolate, ManyWorkgroups) {
  Batch batch;
  add(batch, {{1, 64, 31, 33}, 62, 66}, "f32", true);
  add(batch, {{1, 1, 90, 101}, 360, 404}, "f32", true);
  add(batch, {{3, 64, 40, 40}, 80, 80, false}, "f32", true);
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(1e-6, options);
}

} // namespace
} // namespace aic::test

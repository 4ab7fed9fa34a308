// Squeeze-and-excitation: products that multiply their input's channels by factors as they read it, and
// depthwise convolutions that gather the means of their rows, over odd shapes, with epilogues, on every CPU.
#include "Harness.h"

namespace aic::test {
namespace {

struct Product {
  int64_t images, height, width, channels, outputs;
  bool perImage = false, bias = true, residual = false;
};

std::string nhwc(const std::string& name, const std::vector<std::pair<std::string, Shape>>& operands,
                 const std::string& attributes, const Shape& result) {
  std::string values, types;
  for (const auto& [value, shape] : operands) {
    values += (values.empty() ? "" : ", ") + value;
    types += (types.empty() ? "" : ", ") + tensorType(shape);
  }
  return "aic." + name + " " + values + " {" + attributes + "} : (" + types + ") -> " + tensorType(result);
}

// `x` times `factor`, by a pointwise convolution.
void addProduct(Batch& batch, const Product& p, const std::string& x, const std::string& factor,
                const Shape& ofFactor, const std::string& label) {
  Shape in = {p.images, p.height, p.width, p.channels}, out = {p.images, p.height, p.width, p.outputs},
        kernel = {p.outputs, p.channels, 1, 1};
  // The factor may be either operand.
  std::string gate = p.residual ? batch.op(nhwc("mul", {{factor, ofFactor}, {x, in}}, "", in))
                                : batch.op(nhwc("mul", {{x, in}, {factor, ofFactor}}, "", in));
  std::vector<std::pair<std::string, Shape>> operands = {{gate, in}, {batch.weight(kernel), kernel}};
  if (p.bias)
    operands.push_back({batch.weight({p.outputs}), {p.outputs}});
  std::string y = batch.op(nhwc("conv2d", operands, "layout = #aic.layout<nhwc>", out));
  if (p.residual)
    y = batch.op(nhwc("add", {{y, out}, {batch.argument(out), out}}, "", out));
  batch.result(y, tensorType(out), label + " " + tensorType(in) + " to " + tensorType(out));
}

class Gate : public testing::TestWithParam<const char*> {
protected:
  // Compares; and each case must take `dispatches`.
  void expectClose(const Batch& batch, int dispatches) const {
    HarnessOptions options;
    options.targetCpu = GetParam();
    options.smallestScale = 1;
    options.moreThreads = {2, 3};
    Comparison c = runAndCompare(batch.text(), options);
    AIC_SKIP_IF_LACKING(c);
    EXPECT_EQ(c.message, "") << GetParam();
    EXPECT_LE(c.error, 2e-5) << GetParam();
    EXPECT_EQ(c.dispatches, dispatches * static_cast<int>(batch.size())) << GetParam();
    EXPECT_GT(c.scratchBytes, 0u) << GetParam();
  }
};

TEST_P(Gate, OfProducts) {
  Batch batch;
  for (const Product& p : std::vector<Product>{
           {1, 1, 1, 1, 1},
           {1, 7, 7, 3, 5, false, false},
           {1, 14, 15, 17, 8, false, true, true}, // weights: more rows than outputs
           {1, 3, 2, 33, 130, false, true},       // rows
           {1, 5, 5, 30, 60, false, true, true},  // rows, with an epilogue that reads
           {2, 3, 5, 16, 40, true, true},         // factors of each image
           {3, 9, 7, 35, 4, true, false, true},   // the same, where weights would be fewer
           {2, 4, 4, 20, 15, false, true},        // factors of both
           {1, 56, 57, 24, 16, false, true},      // several workgroups share rows
           {1, 40, 40, 24, 60, false, true},      // and outputs, or not
           {2, 11, 13, 1500, 1, true, true},      // more rows than are scaled together
       }) {
    Shape ofFactor = {p.perImage ? p.images : 1, 1, 1, p.channels};
    addProduct(batch, p, batch.argument({p.images, p.height, p.width, p.channels}), batch.argument(ofFactor),
               ofFactor, "product");
  }
  expectClose(batch, 1);
}

struct Block {
  int64_t images, height, width, channels, kernel, stride, outputs;
};

// The depthwise convolution and its means, sigmoid of these, and the product: three dispatches.
TEST_P(Gate, OfDepthwiseMeans) {
  Batch batch;
  for (const Block& v : std::vector<Block>{{1, 7, 7, 20, 3, 1, 24},
                                           {1, 1, 1, 5, 1, 1, 3},
                                           {2, 9, 14, 16, 3, 2, 7},
                                           {1, 13, 29, 17, 5, 1, 8},
                                           {1, 30, 31, 40, 5, 2, 16},
                                           {3, 2, 3, 33, 3, 1, 12},
                                           {1, 4, 60, 6, 11, 1, 4},  // wider than what is unrolled
                                           {1, 9, 50, 500, 5, 1, 4}, // a band at a time, downwards
                                           {1, 56, 56, 70, 3, 1, 20}}) {
    int64_t pad = v.kernel / 2;
    auto sizeOf = [&](int64_t in) { return (in + 2 * pad - v.kernel) / v.stride + 1; };
    Shape in = {v.images, v.height, v.width, v.channels},
          out = {v.images, sizeOf(v.height), sizeOf(v.width), v.channels},
          kernel = {v.channels, 1, v.kernel, v.kernel}, mean = {v.images, 1, 1, v.channels};
    std::string y = batch.op(
        nhwc("conv2d",
             {{batch.argument(in), in},
              {batch.weight(kernel), kernel},
              {batch.weight({v.channels}), {v.channels}}},
             "groups = " + std::to_string(v.channels) + " : i64, padding = " + array({pad, pad, pad, pad}) +
                 ", stride = " + array({v.stride, v.stride}) + ", layout = #aic.layout<nhwc>",
             out));
    y = batch.op("aic.silu " + y + " : " + tensorType(out));
    std::string s = batch.op(nhwc("mean", {{y, out}}, "dims = array<i64: 1, 2>, keepdim = true", mean));
    s = batch.op("aic.sigmoid " + s + " : " + tensorType(mean));
    addProduct(batch, {v.images, out[1], out[2], v.channels, v.outputs}, y, s, mean, "block");
  }
  expectClose(batch, 3);
}

INSTANTIATE_TEST_SUITE_P(Cpus, Gate, testing::Values("native", "x86-64-v2", "x86-64-v3", "x86-64-v4"),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

} // namespace
} // namespace aic::test

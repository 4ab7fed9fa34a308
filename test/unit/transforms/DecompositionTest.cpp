// What lowering has no kernel for becomes what it has, with the same numbers.
#include "test/unit/transforms/ModuleMaker.h"

using namespace mlir;

namespace aic::transforms::test {
namespace {

constexpr double kExact = 1e-9; // the same operations in double, perhaps summed in another order

FusionOptions onlyConvolutions(bool layout) {
  FusionOptions options = nothing();
  options.decomposeConvolution = true;
  options.canonicalize = options.layout = layout;
  return options;
}

TEST(Decomposition, TransposedConvolutions) {
  int done = 0;
  for (int seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    context.disableMultithreading();
    std::mt19937_64 random(seed);
    auto pick = [&](int64_t low, int64_t high) {
      return std::uniform_int_distribution<int64_t>(low, high)(random);
    };
    int64_t groups = pick(1, 3), inputs = groups * pick(1, 2), outputs = pick(1, 2);
    SmallVector<int64_t> size, kernel, stride, dilation, padding(4), more, length;
    for (int i = 0; i < 2; ++i) {
      size.push_back(pick(1, 5));
      kernel.push_back(pick(1, 5));
      stride.push_back(pick(1, 4));
      dilation.push_back(pick(1, 3));
      padding[i] = pick(0, 4);
      padding[2 + i] = pick(0, 4);
      more.push_back(pick(0, std::max(stride[i], dilation[i]) - 1));
      length.push_back((size[i] - 1) * stride[i] - padding[i] - padding[2 + i] +
                       dilation[i] * (kernel[i] - 1) + more[i] + 1);
    }
    if (length[0] < 1 || length[1] < 1)
      continue;
    ModuleMaker m(context, {{pick(1, 2), inputs, size[0], size[1]}}, seed);
    Value weight = m.constant({inputs, outputs, kernel[0], kernel[1]});
    Value bias = pick(0, 1) ? m.constant({groups * outputs}) : Value();
    Value y = ConvTranspose2dOp::create(m.builder, m.loc, m.input(), weight, bias, stride, padding, more,
                                        dilation, groups);
    ModuleOp module = m.finish(ReluOp::create(m.builder, m.loc, y).getResult());
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, onlyConvolutions(seed % 2), kExact, seed));
    EXPECT_EQ(count(module, "conv_transpose2d"), 0);
    ++done;
  }
  EXPECT_GT(done, 200);
}

TEST(Decomposition, Conv1d) {
  for (int seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    context.disableMultithreading();
    std::mt19937_64 random(seed);
    auto pick = [&](int64_t low, int64_t high) {
      return std::uniform_int_distribution<int64_t>(low, high)(random);
    };
    int64_t groups = pick(1, 2), batch = pick(1, 2), channels = groups * 2;
    ModuleMaker m(context, {{batch, channels, pick(6, 9)}}, seed);
    Value y = m.input();
    for (int layer = 0; layer < 2; ++layer) {
      Value weight = m.constant({channels, 2, pick(1, 3)});
      SmallVector<int64_t> stride{pick(1, 2)}, padding{pick(0, 2), pick(0, 2)}, dilation{pick(1, 2)};
      y = Conv1dOp::create(m.builder, m.loc, y, weight, pick(0, 1) ? m.constant({channels}) : Value(), stride,
                           padding, dilation, groups);
      Value scale = m.constant(pick(0, 1) ? SmallVector<int64_t>{channels, 1} : SmallVector<int64_t>{1});
      y = MulOp::create(m.builder, m.loc, TanhOp::create(m.builder, m.loc, y), scale);
      int64_t dim = pick(0, 2);
      y = ConcatOp::create(m.builder, m.loc, ValueRange{y, y}, dim);
      if (dim == 1)
        y = GroupNormOp::create(m.builder, m.loc, y, m.constant({2 * channels}), Value(),
                                m.builder.getI64IntegerAttr(2), m.builder.getF64FloatAttr(1e-5));
      if (dim == 1) { // back to the channels of the next layer
        int64_t length = cast<RankedTensorType>(y.getType()).getDimSize(2);
        y = SliceOp::create(m.builder, m.loc, y, ArrayRef<int64_t>{0, 1, 0},
                            ArrayRef<int64_t>{batch, channels, length}, ArrayRef<int64_t>{1, 1, 1});
      } else if (dim == 0) {
        batch *= 2;
      }
      y = PadOp::create(m.builder, m.loc, y, m.builder.getDenseI64ArrayAttr({0, 0, 3}),
                        m.builder.getDenseI64ArrayAttr({0, 0, 2}),
                        PadModeAttr::get(m.builder.getContext(), PadMode::Constant),
                        m.builder.getF64FloatAttr(0.5));
    }
    SmallVector<int64_t> dims;
    for (int64_t axis = 0; axis < 3; ++axis)
      if (pick(0, 1))
        dims.push_back(axis);
    Value mean = MeanOp::create(m.builder, m.loc, y, dims, pick(0, 1) == 1);
    Value best = ArgmaxOp::create(m.builder, m.loc, y, m.builder.getI64IntegerAttr(pick(0, 2)),
                                  m.builder.getBoolAttr(pick(0, 1)));
    ModuleOp module = m.finish({y, mean, best});
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, onlyConvolutions(seed % 2), kExact, seed));
    EXPECT_EQ(count(module, "conv1d"), 0);
    EXPECT_EQ(count(module, "conv2d"), 2);
  }
}

TEST(Decomposition, OneHot) {
  for (const char* ids : {"i32", "i64"}) {
    MLIRContext context;
    std::string text = R"(func.func @main(%ids: tensor<2x7xIDS>) -> tensor<2x7x3xi64> {
  %0 = aic.one_hot %ids {num_classes = 3 : i64} : (tensor<2x7xIDS>) -> tensor<2x7x3xi64>
  return %0 : tensor<2x7x3xi64>
})";
    for (size_t at; (at = text.find("IDS")) != std::string::npos;)
      text.replace(at, 3, ids);
    OwningOpRef<ModuleOp> module = parseModule(context, text);
    FusionOptions options = nothing();
    options.decomposeOneHot = true;
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(*module, options, 0)); // the id 3 is among the inputs
    EXPECT_EQ(count(*module, "one_hot"), 0);
  }
}

TEST(Decomposition, Recurrence) {
  for (int seed = 0; seed < 64; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    context.disableMultithreading();
    constexpr int64_t kBatch = 2, kSteps = 3, kInputs = 4, kHidden = 3;
    ModuleMaker m(context, {{kBatch, kSteps, kInputs}}, seed);
    int cell = seed % 4;
    int64_t gates = cell == 0 ? 4 : cell == 1 ? 3 : 1;
    Value w = m.constant({gates * kHidden, kInputs}), v = m.constant({gates * kHidden, kHidden});
    auto perhaps = [&](ArrayRef<int64_t> shape) { return m.pick(0, 1) ? m.constant(shape) : Value(); };
    Value a = perhaps({gates * kHidden}), b = perhaps({gates * kHidden}), h = perhaps({kBatch, kHidden});
    bool reverse = m.pick(0, 1);
    Operation* op = nullptr;
    if (cell == 0)
      op = LstmOp::create(m.builder, m.loc, m.input(), w, v, a, b, h, perhaps({kBatch, kHidden}), reverse);
    else if (cell == 1)
      op = GruOp::create(m.builder, m.loc, m.input(), w, v, a, b, h, reverse);
    else
      op = RnnOp::create(m.builder, m.loc, m.input(), w, v, a, b, h, reverse, cell == 3);
    SmallVector<Value> results(op->getResults());
    for (int64_t step : {int64_t(0), kSteps - 1}) // one of the two is h
      results.push_back(SliceOp::create(m.builder, m.loc, op->getResult(0), ArrayRef<int64_t>{0, step, 0},
                                        ArrayRef<int64_t>{kBatch, 1, kHidden}, ArrayRef<int64_t>{1, 1, 1}));
    ModuleOp module = m.finish(results);
    FusionOptions options = nothing();
    options.splitRecurrence = true;
    ASSERT_NO_FATAL_FAILURE(expectSameNumbers(module, options, kExact, seed));
    EXPECT_EQ(count(module, "recurrence"), 1);
    EXPECT_EQ(count(module, "linear"), 1);
    EXPECT_EQ(count(module, "slice"), 1 + (cell == 1 && b ? 2 : 0));
  }
}

} // namespace
} // namespace aic::transforms::test

// Inference as frontends call it: with a location, before an operation is built, on whatever users wrote.
// What .mlir files can show is in test/dialects/aic; here is what MLIR's own checks would report first, and
// random input.
#include "dialects/aic/Aic.h"
#include "mlir/IR/Verifier.h"

#include "llvm/ADT/StringSwitch.h"

#include <gtest/gtest.h>
#include <random>

using namespace mlir;

namespace {

class InferTest : public testing::Test {
protected:
  MLIRContext context;
  Builder builder{&context};
  Block block; // its arguments are the operands
  std::string message;
  std::unique_ptr<ScopedDiagnosticHandler> handler;
  Type f32 = builder.getF32Type(), i32 = builder.getI32Type(), i1 = builder.getI1Type();

  void SetUp() override {
    context.loadDialect<aic::AicDialect>();
    handler = std::make_unique<ScopedDiagnosticHandler>(&context, [&](Diagnostic& diagnostic) {
      message += diagnostic.str() + "\n";
      return success();
    });
  }

  Value value(ArrayRef<int64_t> shape, Type element) {
    return block.addArgument(RankedTensorType::get(shape, element), builder.getUnknownLoc());
  }

  /// The result type as users write it, or the error.
  template <typename OpTy> std::string infer(ValueRange operands, typename OpTy::Properties properties = {}) {
    message.clear();
    SmallVector<Type> types;
    LogicalResult result =
        OpTy::inferReturnTypes(&context, builder.getUnknownLoc(), operands, DictionaryAttr(),
                               OpaqueProperties(&properties), RegionRange(), types);
    EXPECT_EQ(succeeded(result), message.empty());
    EXPECT_EQ(types.size(), succeeded(result) ? 1u : 0u);
    if (failed(result))
      return StringRef(message).trim().str();
    return aic::describe(types.front());
  }
};

TEST_F(InferTest, AbsentAttributesHaveTheirDefaults) {
  Value x = value({1, 3, 8, 8}, f32), w = value({4, 3, 3, 3}, f32);
  EXPECT_EQ(infer<aic::Conv2dOp>({x, w}), "f32[1, 4, 6, 6]");
  aic::MaxPool2dOp::Properties pool;
  pool.kernel = pool.stride = builder.getDenseI64ArrayAttr({2, 2});
  EXPECT_EQ(infer<aic::MaxPool2dOp>({x}, pool), "f32[1, 3, 4, 4]");
  aic::SumOp::Properties sum;
  sum.dims = builder.getDenseI64ArrayAttr({1, 2});
  EXPECT_EQ(infer<aic::SumOp>({x}, sum), "f32[1, 8]");
}

TEST_F(InferTest, MissingAttributesAreErrors) {
  Value x = value({1, 3, 8, 8}, f32);
  EXPECT_EQ(infer<aic::MaxPool2dOp>({x}), "max_pool2d: x is f32[1, 3, 8, 8]: kernel_size is missing [C2]");
  EXPECT_EQ(infer<aic::AdaptiveAvgPool2dOp>({x}),
            "adaptive_avg_pool2d: x is f32[1, 3, 8, 8]: output_size is missing [C2]");
  EXPECT_EQ(infer<aic::SumOp>({x}), "sum: x is f32[1, 3, 8, 8]: dim is missing [C1]");
  EXPECT_EQ(infer<aic::SoftmaxOp>({x}),
            "softmax: x is f32[1, 3, 8, 8]: the missing axis is not one of x's 4 axes [C1]");
  EXPECT_EQ(infer<aic::TransposeOp>({x}),
            "transpose: x is f32[1, 3, 8, 8]: perm needs one value for each of x's 4 axes, it has 0 [C1]");
  EXPECT_EQ(infer<aic::ConcatOp>({x}),
            "concat: input 0 is f32[1, 3, 8, 8]: the missing axis is not one of the inputs' 4 axes [C3]");
}

TEST_F(InferTest, WrongElementTypesAreToldInTheUsersWords) {
  Value x = value({1, 3, 8, 8}, i32), w = value({4, 3, 3, 3}, i32), m = value({4, 4}, i32),
        b = value({2}, i1), c = value({2}, f32);
  EXPECT_EQ(infer<aic::Conv2dOp>({x, w}),
            "conv2d: x is i32[1, 3, 8, 8], weight is i32[4, 3, 3, 3]: conv2d works on "
            "floats (f32, f16, bf16, f64), x is i32: cast it [C2]");
  EXPECT_EQ(infer<aic::MaxPool2dOp>({x}),
            "max_pool2d: x is i32[1, 3, 8, 8]: max_pool2d works on floats (f32, f16, "
            "bf16, f64), x is i32: cast it [C5]");
  EXPECT_EQ(infer<aic::AvgPool2dOp>({x}),
            "avg_pool2d: x is i32[1, 3, 8, 8]: avg_pool2d works on floats (f32, f16, "
            "bf16, f64), x is i32: cast it [C5]");
  EXPECT_EQ(infer<aic::AdaptiveAvgPool2dOp>({x}),
            "adaptive_avg_pool2d: x is i32[1, 3, 8, 8]: adaptive_avg_pool2d "
            "works on floats (f32, f16, bf16, f64), x is i32: cast it [C4]");
  EXPECT_EQ(infer<aic::MatmulOp>({m, m}),
            "matmul: a is i32[4, 4], b is i32[4, 4]: matmul works on floats (f32, f16, "
            "bf16, f64), a is i32: cast it [C2]");
  EXPECT_EQ(infer<aic::LinearOp>({m, m}),
            "linear: x is i32[4, 4], weight is i32[4, 4]: linear works on floats (f32, "
            "f16, bf16, f64), x is i32: cast it [C2]");
  aic::BatchNormOp::Properties norm;
  norm.operandSegmentSizes = {1, 1, 1, 0, 0};
  EXPECT_EQ(
      infer<aic::BatchNormOp>({m, m, m}, norm),
      "batch_norm: x is i32[4, 4], running_mean is i32[4, 4], running_var is i32[4, 4]: batch_norm works on "
      "floats (f32, f16, bf16, f64), x is i32: cast it [C2]");
  EXPECT_EQ(infer<aic::AddOp>({b, b}),
            "add: a is bool[2], b is bool[2]: add works on numbers, a is bool: cast it [C3]");
  EXPECT_EQ(infer<aic::PowOp>({m, m}),
            "pow: a is i32[4, 4], b is i32[4, 4]: pow works on floats (f32, f16, bf16, "
            "f64), a is i32: cast it [C3]");
  EXPECT_EQ(infer<aic::LogicalOrOp>({c, c}),
            "logical_or: a is f32[2], b is f32[2]: logical_or wants a bool tensor, a is f32 [C3]");
  EXPECT_EQ(infer<aic::WhereOp>({c, c, c}),
            "where: condition is f32[2], a is f32[2], b is f32[2]: where wants a bool "
            "tensor, condition is f32 [C3]");
  EXPECT_EQ(infer<aic::SumOp>({b}), "sum: x is bool[2]: sum works on numbers, x is bool: cast it [C4]");
  EXPECT_EQ(infer<aic::MeanOp>({m}),
            "mean: x is i32[4, 4]: mean works on floats (f32, f16, bf16, f64), x is i32: cast it [C4]");
  EXPECT_EQ(infer<aic::SoftmaxOp>({m}),
            "softmax: x is i32[4, 4]: softmax works on floats (f32, f16, bf16, f64), x is i32: cast it [C2]");
}

TEST_F(InferTest, IndicesAreToldInTheUsersWords) {
  Value x = value({4, 4}, f32), short16 = value({4}, builder.getIntegerType(16));
  EXPECT_EQ(
      infer<aic::EmbeddingOp>({x, x}),
      "embedding: ids is f32[4, 4], weight is f32[4, 4]: embedding takes indices of i32 or i64, ids is f32: "
      "cast it [C1]");
  Value ids = value({3}, i32);
  EXPECT_EQ(infer<aic::EmbeddingOp>({ids, value({5, 4}, i32)}),
            "embedding: ids is i32[3], weight is i32[5, 4]: embedding works on floats (f32, f16, bf16, f64), "
            "weight "
            "is i32: cast it [C2]");
  EXPECT_EQ(
      infer<aic::GatherOp>({x, x}),
      "gather: x is f32[4, 4], index is f32[4, 4]: gather takes indices of i32 or i64, index is f32: cast it "
      "[C1]");
  EXPECT_EQ(
      infer<aic::TakeOp>({x, short16}),
      "take: x is f32[4, 4], index is i16[4]: take takes indices of i32 or i64, index is i16: cast it [C1]");
  EXPECT_EQ(infer<aic::OneHotOp>({short16}),
            "one_hot: ids is i16[4]: one_hot takes indices of i32 or i64, ids is i16: cast it [C1]");
  EXPECT_EQ(infer<aic::ArgmaxOp>({value({2}, i1)}),
            "argmax: x is bool[2]: argmax works on numbers, x is bool: cast it [C3]");
  EXPECT_EQ(infer<aic::OneHotOp>({ids}), "one_hot: ids is i32[3]: num_classes is missing [C2]");
  EXPECT_EQ(infer<aic::TakeOp>({x, ids}),
            "take: x is f32[4, 4], index is i32[3]: the missing axis is not one of x's 2 axes [C2]");
}

TEST_F(InferTest, WhatSequencesNeedIsToldInTheUsersWords) {
  Value i = value({2, 4, 4}, i32), image = value({1, 4, 4, 4}, i32), w = value({4, 4, 1}, i32);
  EXPECT_EQ(
      infer<aic::AttentionOp>({i, i, i}),
      "attention: q is i32[2, 4, 4], k is i32[2, 4, 4], v is i32[2, 4, 4]: attention works on floats (f32, "
      "f16, bf16, f64), q is i32: cast it [C2]");
  EXPECT_EQ(
      infer<aic::Conv1dOp>({i, w}),
      "conv1d: x is i32[2, 4, 4], weight is i32[4, 4, 1]: conv1d works on floats (f32, f16, bf16, f64), x is "
      "i32: cast it [C2]");
  EXPECT_EQ(
      infer<aic::ConvTranspose2dOp>({image, image}),
      "conv_transpose2d: x is i32[1, 4, 4, 4], weight is i32[1, 4, 4, 4]: conv_transpose2d works on floats "
      "(f32, f16, bf16, f64), x is i32: cast it [C2]");
  EXPECT_EQ(
      infer<aic::InterpolateOp>({image}),
      "interpolate: x is i32[1, 4, 4, 4]: interpolate works on floats (f32, f16, bf16, f64), x is i32: cast "
      "it [C4]");
  EXPECT_EQ(infer<aic::InterpolateOp>({value({1, 4, 4, 4}, f32)}),
            "interpolate: x is f32[1, 4, 4, 4]: size is missing [C2]");
  EXPECT_EQ(
      infer<aic::RmsNormOp>({i}),
      "rms_norm: x is i32[2, 4, 4]: rms_norm works on floats (f32, f16, bf16, f64), x is i32: cast it [C2]");
  aic::LayerNormOp::Properties layer;
  layer.operandSegmentSizes = {1, 0, 0};
  EXPECT_EQ(
      infer<aic::LayerNormOp>({i}, layer),
      "layer_norm: x is i32[2, 4, 4]: layer_norm works on floats (f32, f16, bf16, f64), x is i32: cast it "
      "[C2]");
  aic::GroupNormOp::Properties group;
  group.operandSegmentSizes = {1, 0, 0};
  EXPECT_EQ(infer<aic::GroupNormOp>({value({2, 4}, f32)}, group),
            "group_norm: x is f32[2, 4]: num_groups is missing [C3]");
  EXPECT_EQ(
      infer<aic::GroupNormOp>({i}, group),
      "group_norm: x is i32[2, 4, 4]: group_norm works on floats (f32, f16, bf16, f64), x is i32: cast it "
      "[C2]");
}

TEST_F(InferTest, OperandsThatAreNoBoundedTensorsAreErrors) {
  Value huge = value({INT64_MAX, INT64_MAX}, f32);
  EXPECT_EQ(infer<aic::AddOp>({huge, huge}),
            "add: a is f32[9223372036854775807, 9223372036854775807], b is f32[9223372036854775807, "
            "9223372036854775807]: a has more than 2^40 elements or 32 axes [S1]");
  Value scalar = block.addArgument(f32, builder.getUnknownLoc());
  EXPECT_EQ(infer<aic::ReluOp>({scalar}), "relu: x is f32: x is not a tensor of static shape [S1]");
}

/// Every operation that infers, on random operands and attributes, extreme values among them. Nothing crashes
/// (the sanitizer build sees what wraps), each failure says why, and what is inferred passes the whole
/// verifier.
TEST_F(InferTest, RandomInputNeverCrashes) {
  std::mt19937_64 random(20240607);
  auto below = [&](size_t n) { return size_t(random() % n); };
  const int64_t kNumbers[] = {0,
                              1,
                              2,
                              3,
                              4,
                              5,
                              8,
                              1,
                              2,
                              3,
                              -1,
                              -2,
                              16,
                              INT32_MAX,
                              INT32_MIN,
                              INT64_MAX,
                              INT64_MIN,
                              1LL << 40,
                              -(1LL << 40),
                              1LL << 32,
                              1LL << 20};
  auto number = [&](bool tame) { return kNumbers[below(tame ? 10 : std::size(kNumbers))]; };
  const Type kElements[] = {
      f32, f32, f32, f32, i32, i1, builder.getF64Type(), builder.getI64Type(), builder.getI8Type()};
  auto numbers = [&](size_t n) {
    SmallVector<int64_t> values(n);
    bool tame = below(4) != 0;
    for (int64_t& value : values)
      value = number(tame);
    return values;
  };
  auto operand = [&](Type element) -> Value {
    SmallVector<int64_t> shape = numbers(below(8) < 5 ? 4 : below(6));
    for (int64_t& size : shape)
      size = size < 0 && size != ShapedType::kDynamic ? -(size + 1) : size;
    Type type = RankedTensorType::get(shape, element);
    if (below(50) == 0)
      type = UnrankedTensorType::get(element);
    return block.addArgument(type, builder.getUnknownLoc());
  };

  size_t good = 0, bad = 0;
  for (int round = 0; round < 40000; ++round) {
    std::vector<RegisteredOperationName> names = context.getRegisteredOperations().vec();
    llvm::erase_if(names, [](RegisteredOperationName name) {
      return name.getDialectNamespace() != "aic" || name.getStringRef() == "aic.constant" ||
             !name.hasInterface<InferTypeOpInterface>();
    });
    ASSERT_GE(names.size(), 70u);
    RegisteredOperationName name = names[below(names.size())];
    Type element = kElements[below(std::size(kElements))];
    OperationState state(builder.getUnknownLoc(), name);
    // Optional operands come last; those in segments are there or not by themselves.
    StringRef mnemonic = name.getStringRef().drop_front(StringRef("aic.").size());
    auto [fixed, optional] = llvm::StringSwitch<std::pair<size_t, size_t>>(mnemonic)
                                 .Case("concat", {0, 4})
                                 .Case("conv1d", {2, 1})
                                 .Case("conv2d", {2, 1})
                                 .Case("conv_transpose2d", {2, 1})
                                 .Case("linear", {2, 1})
                                 .Case("batch_norm", {3, 2})
                                 .Case("layer_norm", {1, 2})
                                 .Case("rms_norm", {1, 1})
                                 .Case("group_norm", {1, 2})
                                 .Case("attention", {3, 2})
                                 .Case("quantised_attention", {3, 4})
                                 .Case("lstm", {3, 4})
                                 .Case("gru", {3, 3})
                                 .Case("rnn", {3, 3})
                                 .Case("recurrence", {2, 3})
                                 .Case("dequantize", {2, 1})
                                 .Case("block_linear", {3, 1})
                                 .Default({name.hasTrait<OpTrait::NOperands<3>::Impl>()   ? 3
                                           : name.hasTrait<OpTrait::NOperands<2>::Impl>() ? 2
                                                                                          : 1,
                                           0});
    SmallVector<int32_t> segments(fixed, 1);
    for (size_t i = 0; i < optional; ++i)
      segments.push_back(below(2));
    for (int32_t there : segments)
      if (there)
        state.addOperands(!state.operands.empty() && below(3) == 0
                              ? state.operands.front()
                              : operand(below(4) ? element : kElements[below(std::size(kElements))]));
    for (StringAttr attribute : name.getAttributeNames()) {
      StringRef key = attribute.getValue();
      Attribute value;
      if (key == "operandSegmentSizes")
        value = builder.getDenseI32ArrayAttr(segments);
      else if (key == "groups" || key == "dim" || key == "axes" || key == "num_groups" ||
               key == "num_classes" || key == "size" || key == "bits" || key == "block" || key == "axis")
        value = builder.getI64IntegerAttr(number(below(2)));
      else if (key == "keepdim" || key == "ceil_mode" || key == "count_include_pad" || key == "tanh" ||
               key == "align_corners" || key == "causal" || key == "reverse" || key == "relu")
        value = builder.getBoolAttr(below(2));
      else if (key == "layout")
        value = aic::LayoutAttr::get(&context, below(2) ? aic::Layout::NHWC : aic::Layout::NCHW);
      else if (key == "mode" && mnemonic == "interpolate")
        value = aic::ResizeModeAttr::get(&context, aic::ResizeMode(below(2)));
      else if (key == "cell")
        value = aic::CellAttr::get(&context, aic::Cell(below(4)));
      else if (key == "scales")
        value = builder.getDenseF64ArrayAttr({double(number(below(2))), below(2) ? 1e300 : 2.5});
      else if (key == "mode")
        value = aic::PadModeAttr::get(&context, aic::PadMode(below(3)));
      else if (key == "predicate")
        value = aic::PredicateAttr::get(&context, aic::Predicate(below(6)));
      else if (key == "eps" || key == "value" || key == "min" || key == "max" || key == "scale" ||
               key == "negative_slope" || key == "alpha" || key == "beta" || key == "threshold")
        value = builder.getF64FloatAttr(1.0);
      else
        value = builder.getDenseI64ArrayAttr(numbers(key == "padding" || below(2) ? 4 : 2));
      if (below(8) != 0 || key == "operandSegmentSizes" || key == "predicate")
        state.addAttribute(key, value);
    }
    message.clear();
    SmallVector<Type> types;
    Operation* probe = Operation::create(state);
    LogicalResult inferred = name.getInterface<InferTypeOpInterface>()->inferReturnTypes(
        &context, probe->getLoc(), probe->getOperands(), probe->getDiscardableAttrDictionary(),
        probe->getPropertiesStorage(), probe->getRegions(), types);
    if (failed(inferred)) {
      ++bad;
      EXPECT_FALSE(message.empty());
      EXPECT_NE(message.find('['), std::string::npos) << message;
    } else {
      ASSERT_GE(types.size(), 1u);
      for (Type type : types)
        EXPECT_TRUE(aic::isBounded(cast<RankedTensorType>(type).getShape()));
      state.addTypes(types);
      Operation* op = Operation::create(state);
      if (succeeded(verify(op)))
        ++good;
      else
        // Only a required attribute that is absent may be left for the verifier to find.
        EXPECT_NE(message.find("requires attribute"), std::string::npos)
            << name.getStringRef().str() << ": " << message;
      op->destroy();
    }
    probe->destroy();
    block.eraseArguments([](BlockArgument) { return true; });
  }
  EXPECT_GT(good, 2000u);
  EXPECT_GT(bad, 2000u);
}

} // namespace

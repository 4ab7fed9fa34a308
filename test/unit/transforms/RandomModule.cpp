#include "test/unit/transforms/RandomModule.h"

#include "compiler/reference/Uncertainty.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"

#include "gtest/gtest.h"
#include <cmath>
#include <limits>
#include <random>

using namespace mlir;

namespace aic::transforms::test {

namespace {

class Maker {
public:
  Maker(MLIRContext& context, uint64_t seed)
      : builder(&context), loc(builder.getUnknownLoc()), random(seed) {}

  OwningOpRef<ModuleOp> make(Kind kind, int size) {
    OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
    builder.setInsertionPointToStart(module->getBody());
    SmallVector<Type> inputs;
    for (int i = 0; i < 2; ++i)
      inputs.push_back(kind == Kind::Convolutional ? type({pick(1, 2), pick(1, 4), pick(4, 7), pick(4, 7)})
                                                   : type({pick(1, 2), pick(1, 3), pick(2, 5), pick(2, 6)}));
    if (chance(2))
      inputs[1] = inputs[0];
    auto function = func::FuncOp::create(builder, loc, "main", builder.getFunctionType(inputs, {}));
    Block* block = function.addEntryBlock();
    builder.setInsertionPointToStart(block);
    for (BlockArgument argument : block->getArguments())
      values.push_back(argument);
    while (int(values.size()) < size)
      if (Value value = kind == Kind::Convolutional ? convolutional() : matrices())
        values.push_back(value);
    SmallVector<Value> results{values.back()};
    for (int i = 0; i < 2; ++i)
      results.push_back(any());
    func::ReturnOp::create(builder, loc, results);
    function.setFunctionType(builder.getFunctionType(inputs, ValueRange(results).getTypes()));
    return module;
  }

private:
  int64_t pick(int64_t low, int64_t high) {
    return std::uniform_int_distribution<int64_t>(low, high)(random);
  }
  bool chance(int64_t oneIn) { return pick(1, oneIn) == 1; }
  double real(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); }
  RankedTensorType type(ArrayRef<int64_t> shape) {
    return RankedTensorType::get(shape, builder.getF32Type());
  }
  ArrayRef<int64_t> shape(Value value) { return cast<RankedTensorType>(value.getType()).getShape(); }
  DenseI64ArrayAttr array(ArrayRef<int64_t> values) { return builder.getDenseI64ArrayAttr(values); }

  /// A recent value, so that chains form, or any.
  Value any() {
    int64_t last = int64_t(values.size()) - 1;
    return values[chance(3) ? pick(0, last) : std::max<int64_t>(0, last - pick(0, 2))];
  }
  /// One of rank 4, or null.
  Value rank4() {
    for (int attempt = 0; attempt < 8; ++attempt)
      if (Value value = any(); shape(value).size() == 4)
        return value;
    return {};
  }

  Value constant(ArrayRef<int64_t> sizes, double low, double high) {
    reference::Tensor tensor;
    tensor.shape.assign(sizes.begin(), sizes.end());
    tensor.element = builder.getF32Type();
    for (int64_t i = 0, n = type(sizes).getNumElements(); i < n; ++i)
      tensor.f.push_back(float(real(low, high)));
    return ConstantOp::create(builder, loc, type(sizes), reference::toAttr(tensor, "parameter"));
  }

  Value unary(Value x) {
    switch (pick(0, 7)) {
    case 6:
      return GeluOp::create(builder, loc, x.getType(), x, builder.getBoolAttr(chance(2)));
    case 7:
      return HardswishOp::create(builder, loc, x);
    case 0:
      return ReluOp::create(builder, loc, x);
    case 1:
      return SigmoidOp::create(builder, loc, x);
    case 2:
      return TanhOp::create(builder, loc, x);
    case 3:
      return SiluOp::create(builder, loc, x);
    case 4:
      return NegOp::create(builder, loc, x);
    default:
      return ClampOp::create(builder, loc, x.getType(), x, builder.getF64FloatAttr(-0.5), FloatAttr());
    }
  }

  Value binary(Value a, Value b) {
    switch (pick(0, 4)) {
    case 0:
      return SubOp::create(builder, loc, a, b);
    case 1:
      return MulOp::create(builder, loc, unary(a), b);
    case 2:
      return MaximumOp::create(builder, loc, a, b);
    case 3: // continuous at a = b, so that rounding cannot flip a result
      return WhereOp::create(builder, loc, CompareOp::create(builder, loc, Predicate::GT, a, b), a, b);
    default:
      return AddOp::create(builder, loc, a, b);
    }
  }

  /// An operand that broadcasts to x: another value of its shape, a scalar, a constant or a value with axes
  /// of size 1.
  Value broadcastable(Value x) {
    ArrayRef<int64_t> sizes = shape(x);
    SmallVector<Value> equal;
    for (Value value : values)
      if (shape(value) == sizes)
        equal.push_back(value);
    if (!chance(3))
      return equal[pick(0, int64_t(equal.size()) - 1)];
    SmallVector<int64_t> small(sizes.drop_front(pick(0, int64_t(sizes.size()))));
    for (int64_t& size : small)
      size = chance(2) ? 1 : size;
    if (chance(3) && small.size() == sizes.size()) {
      SmallVector<int64_t> dims;
      for (size_t axis = 0; axis < sizes.size(); ++axis)
        if (small[axis] == 1)
          dims.push_back(int64_t(axis));
      return MeanOp::create(builder, loc, x, array(dims), builder.getBoolAttr(true));
    }
    return constant(small, -1, 1);
  }

  Value batchNorm(Value x) {
    int64_t channels = shape(x)[1];
    Value weight = chance(2) ? constant({channels}, 0.5, 1.5) : Value();
    Value bias = chance(2) ? constant({channels}, -1, 1) : Value();
    return BatchNormOp::create(builder, loc, x.getType(), x, constant({channels}, -1, 1),
                               constant({channels}, 0.5, 2), weight, bias, builder.getF64FloatAttr(1e-3),
                               LayoutAttr::get(builder.getContext(), ::aic::Layout::NCHW));
  }

  Value conv(Value x) {
    int64_t channels = shape(x)[1];
    int64_t groups = chance(3) ? channels : 1;
    int64_t outputs = groups * pick(1, 3);
    int64_t kernel = std::min({pick(1, 3), shape(x)[2], shape(x)[3]});
    Value weight = constant({outputs, channels / groups, kernel, kernel}, -0.7, 0.7);
    Value bias = chance(2) ? constant({outputs}, -1, 1) : Value();
    SmallVector<int64_t> padding{pick(0, 1), pick(0, 1), pick(0, 1), pick(0, 1)};
    if (chance(2))
      padding.assign(4, kernel / 2);
    return Conv2dOp::create(builder, loc, x, weight, bias, array({pick(1, 2), pick(1, 2)}), array(padding),
                            array({1, 1}), builder.getI64IntegerAttr(groups),
                            LayoutAttr::get(builder.getContext(), ::aic::Layout::NCHW));
  }

  Value convTransposed(Value x) {
    int64_t channels = shape(x)[1], groups = chance(3) ? channels : 1, outputs = pick(1, 2),
            kernel = pick(1, 3);
    Value bias = chance(2) ? constant({groups * outputs}, -1, 1) : Value();
    SmallVector<int64_t> stride{pick(1, 2), pick(1, 2)};
    return ConvTranspose2dOp::create(
        builder, loc, x, constant({channels, outputs, kernel, kernel}, -0.7, 0.7), bias, stride,
        SmallVector<int64_t>(4, (kernel - 1) / 2), SmallVector<int64_t>{stride[0] - 1, stride[1] - 1},
        SmallVector<int64_t>{1, 1}, groups);
  }

  Value groupNorm(Value x) {
    int64_t channels = shape(x)[1];
    Value weight = chance(2) ? constant({channels}, 0.5, 1.5) : Value();
    Value bias = chance(2) ? constant({channels}, -1, 1) : Value();
    int64_t groups = chance(2) ? 1 : channels % 2 == 0 ? channels / 2 : channels;
    return GroupNormOp::create(builder, loc, x, weight, bias, builder.getI64IntegerAttr(groups),
                               builder.getF64FloatAttr(1e-3));
  }

  Value interpolate(Value x) {
    bool bilinear = chance(2);
    return InterpolateOp::create(
        builder, loc, x, array({pick(1, 9), pick(1, 9)}),
        ResizeModeAttr::get(builder.getContext(), bilinear ? ResizeMode::Bilinear : ResizeMode::Nearest),
        builder.getBoolAttr(bilinear && chance(2)), DenseF64ArrayAttr());
  }

  Value pool(Value x) {
    auto layout = LayoutAttr::get(builder.getContext(), ::aic::Layout::NCHW);
    if (shape(x)[2] < 2 || shape(x)[3] < 2 || chance(3))
      return AdaptiveAvgPool2dOp::create(builder, loc, x, array({pick(1, 2), pick(1, 2)}), layout);
    auto kernel = array({2, 2}), stride = array({pick(1, 2), pick(1, 2)}),
         padding = array({pick(0, 1), 0, 1, 0});
    if (chance(2))
      return MaxPool2dOp::create(builder, loc, x, kernel, stride, padding, array({1, 1}),
                                 builder.getBoolAttr(false), layout);
    return AvgPool2dOp::create(builder, loc, x, kernel, stride, padding, builder.getBoolAttr(false),
                               builder.getBoolAttr(chance(2)), layout);
  }

  SmallVector<int64_t> someAxes(Value x) {
    SmallVector<int64_t> dims;
    for (int64_t axis = 0; axis < int64_t(shape(x).size()); ++axis)
      if (chance(2))
        dims.push_back(axis);
    return dims;
  }

  Value shapeChange(Value x) {
    ArrayRef<int64_t> sizes = shape(x);
    int64_t rank = int64_t(sizes.size());
    switch (pick(0, 6)) {
    case 0: {
      if (x.getType() == values.back().getType())
        return ConcatOp::create(builder, loc, ValueRange{x, values.back()},
                                builder.getI64IntegerAttr(pick(0, rank - 1)));
      return {};
    }
    case 1: {
      SmallVector<int64_t> offsets, counts, strides;
      for (int64_t size : sizes) {
        int64_t count = std::max<int64_t>(1, size - pick(0, 1));
        bool backwards = chance(4) && count == size;
        offsets.push_back(backwards ? size - 1 : pick(0, size - count));
        counts.push_back(count);
        strides.push_back(backwards ? -1 : 1);
      }
      return SliceOp::create(builder, loc, x, array(offsets), array(counts), array(strides));
    }
    case 2: {
      SmallVector<int64_t> low, high;
      for (int64_t size : sizes) {
        low.push_back(size > 1 && size < 6 ? pick(0, 1) : 0);
        high.push_back(size > 1 && size < 6 ? pick(0, 1) : 0);
      }
      auto mode = PadModeAttr::get(builder.getContext(), PadMode(pick(0, 2)));
      return PadOp::create(builder, loc, x, array(low), array(high), mode, builder.getF64FloatAttr(0.25));
    }
    case 3: {
      SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
      std::shuffle(perm.begin(), perm.end(), random);
      return TransposeOp::create(builder, loc, x, array(perm));
    }
    case 4: {
      SmallVector<int64_t> dims = someAxes(x);
      auto keep = builder.getBoolAttr(chance(2));
      return chance(2) ? Value(MeanOp::create(builder, loc, x, array(dims), keep))
                       : Value(AmaxOp::create(builder, loc, x, array(dims), keep));
    }
    case 5:
      if (rank == 0)
        return {};
      return SoftmaxOp::create(builder, loc, x, builder.getI64IntegerAttr(pick(0, rank - 1)));
    default: {
      SmallVector<int64_t> wide(sizes);
      for (int64_t& size : wide)
        size = size == 1 && chance(2) ? 2 : size;
      return ExpandOp::create(builder, loc, type(wide), x);
    }
    }
  }

  Value flattenAndLinear(Value x) {
    ArrayRef<int64_t> sizes = shape(x);
    int64_t features = sizes[1] * sizes[2] * sizes[3];
    Value flat = ReshapeOp::create(builder, loc, type({sizes[0], features}), x);
    if (chance(2))
      flat = unary(flat);
    Value bias = chance(2) ? constant({4}, -1, 1) : Value();
    return LinearOp::create(builder, loc, flat, constant({4, features}, -0.5, 0.5), bias);
  }

  Value convolutional() {
    Value x = rank4();
    if (!x)
      x = values[0];
    // Bounded: what pads and concatenates may not grow for ever.
    if (cast<RankedTensorType>(x.getType()).getNumElements() > 2000)
      return pool(x);
    switch (pick(0, 15)) {
    case 13:
      return convTransposed(x);
    case 14:
      return groupNorm(x);
    case 15:
      return interpolate(x);
    case 0:
    case 1:
    case 2:
      return conv(x);
    case 3:
      return batchNorm(conv(x));
    case 4:
      return batchNorm(x);
    case 5:
      return pool(x);
    case 6:
    case 7:
      return unary(any());
    case 8:
    case 9: {
      Value a = any();
      return binary(a, broadcastable(a));
    }
    case 10:
      return flattenAndLinear(x);
    default:
      return shapeChange(any());
    }
  }

  Value matrices() {
    Value x = any();
    int64_t rank = int64_t(shape(x).size());
    if (cast<RankedTensorType>(x.getType()).getNumElements() > 2000)
      return rank ? Value(SliceOp::create(builder, loc, x, array(SmallVector<int64_t>(rank, 0)),
                                          array(SmallVector<int64_t>(rank, 1)),
                                          array(SmallVector<int64_t>(rank, 1))))
                  : Value();
    switch (pick(0, 8)) {
    case 0: {
      if (rank < 2)
        return {};
      SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
      std::swap(perm[rank - 1], perm[rank - 2]);
      return MatmulOp::create(builder, loc, x, TransposeOp::create(builder, loc, x, array(perm)));
    }
    case 1:
      if (rank < 1)
        return {};
      return LinearOp::create(builder, loc, x, constant({5, shape(x).back()}, -0.5, 0.5),
                              chance(2) ? constant({5}, -1, 1) : Value());
    case 2:
    case 3:
      return unary(x);
    case 4:
    case 5:
    case 6:
      return binary(x, broadcastable(x));
    case 7:
      return rank == 2 ? batchNorm(x) : Value();
    default:
      return shapeChange(x);
    }
  }

  OpBuilder builder;
  Location loc;
  std::mt19937_64 random;
  SmallVector<Value> values;
};

/// The results where inputs, and whatever is computed, are moved by roundings of their types.
SmallVector<reference::Tensor> runMoved(ModuleOp module, ArrayRef<reference::Tensor> inputs, uint64_t seed) {
  reference::RandomRounding rounding(seed);
  SmallVector<reference::Tensor> moved(inputs), results;
  for (reference::Tensor& input : moved)
    rounding.move(input);
  EXPECT_TRUE(succeeded(reference::evaluateBlock(bodyOf(module), moved, results, &rounding)));
  return results;
}

/// The largest |a - b| of the elements, each in units of its scale: |b| and, in roundings of the type, how
/// far `moved` is from it, but the largest |b| at most.
double difference(const reference::Tensor& a, const reference::Tensor& b,
                  ArrayRef<const reference::Tensor*> moved) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  if (a.shape != b.shape || a.element != b.element || a.f.size() != b.f.size() || a.i != b.i)
    return kInfinite;
  auto type = dyn_cast<FloatType>(b.element);
  const double steps = type ? std::ldexp(1, type.getFPMantissaWidth()) : 0;
  double worst = 0, largest = 0;
  for (double value : b.f)
    largest = std::max(largest, std::fabs(value));
  for (size_t i = 0; i < a.f.size(); ++i) {
    if (std::isnan(a.f[i]) != std::isnan(b.f[i]))
      return kInfinite;
    if (a.f[i] == b.f[i] || std::isnan(a.f[i]))
      continue;
    double spread = 0;
    for (const reference::Tensor* tensor : moved)
      spread = std::max(spread, std::fabs(tensor->f[i] - b.f[i]));
    worst =
        std::max(worst, std::fabs(a.f[i] - b.f[i]) / std::min(std::fabs(b.f[i]) + spread * steps, largest));
  }
  return worst;
}

} // namespace

FusionOptions nothing() {
  FusionOptions options;
  for (bool* pass :
       {&options.canonicalize, &options.foldConstants, &options.foldPads, &options.narrowRows,
        &options.foldBatchNorm, &options.decomposeBatchNorm, &options.recogniseNorms,
        &options.recogniseActivations, &options.fuseAttention, &options.splitRecurrence,
        &options.decomposeConvolution, &options.decomposeOneHot, &options.foldScales, &options.simplifyMoves,
        &options.mergeProjections, &options.layout, &options.fuseViews, &options.fuseEpilogues})
    *pass = false;
  return options;
}

OwningOpRef<ModuleOp> randomModule(MLIRContext& context, Kind kind, uint64_t seed, int size) {
  context.loadDialect<AicDialect, func::FuncDialect>();
  return Maker(context, seed).make(kind, size);
}

Block& bodyOf(ModuleOp module) {
  return (*module.getOps<func::FuncOp>().begin()).getBody().front();
}

SmallVector<reference::Tensor> randomInputs(ModuleOp module, uint64_t seed, uint64_t most) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> real(-1, 1);
  SmallVector<reference::Tensor> inputs;
  for (BlockArgument argument : bodyOf(module).getArguments()) {
    auto type = cast<RankedTensorType>(argument.getType());
    reference::Tensor tensor;
    tensor.shape.assign(type.getShape().begin(), type.getShape().end());
    tensor.element = type.getElementType();
    for (int64_t i = 0; i < type.getNumElements(); ++i) {
      if (tensor.isFloat())
        tensor.f.push_back(real(random));
      else
        tensor.i.push_back(int64_t(random() % (type.getElementType().isInteger(1) ? 2 : most + 1)));
    }
    inputs.push_back(std::move(tensor));
  }
  return inputs;
}

SmallVector<reference::Tensor> run(ModuleOp module, ArrayRef<reference::Tensor> inputs) {
  SmallVector<reference::Tensor> results;
  EXPECT_TRUE(succeeded(reference::evaluateBlock(bodyOf(module), inputs, results)));
  return results;
}

OwningOpRef<ModuleOp> parseModule(MLIRContext& context, StringRef text) {
  context.loadDialect<AicDialect, func::FuncDialect>();
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, &context);
  EXPECT_TRUE(module) << text.str();
  return module;
}

void expectSameNumbers(ModuleOp before, ModuleOp after, ArrayRef<reference::Tensor> inputs, double bound) {
  SmallVector<reference::Tensor> expected = run(before, inputs), actual = run(after, inputs);
  auto text = [&] { return "\nbefore:\n" + print(before) + "\nafter:\n" + print(after); };
  ASSERT_EQ(expected.size(), actual.size()) << text();
  std::vector<SmallVector<reference::Tensor>> moved;
  for (size_t i = 0; i < actual.size(); ++i) {
    if (difference(actual[i], expected[i], {}) <= bound)
      continue;
    for (int seed = 1; moved.size() < reference::kMovedComputations; ++seed)
      moved.push_back(runMoved(before, inputs, uint64_t(seed)));
    SmallVector<const reference::Tensor*> others;
    for (const SmallVector<reference::Tensor>& results : moved)
      others.push_back(&results[i]);
    ASSERT_LE(difference(actual[i], expected[i], others), bound) << "result " << i << text();
  }
}

void expectSameNumbers(ModuleOp module, const FusionOptions& options, double bound, uint64_t seed) {
  OwningOpRef<ModuleOp> before = module.clone();
  PassManager pm(module.getContext());
  buildFusionPipeline(pm, options);
  ASSERT_TRUE(succeeded(pm.run(module))) << print(*before);
  expectSameNumbers(*before, module, randomInputs(module, seed), bound);
}

std::string print(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream out(text);
  module->print(out, OpPrintingFlags().elideLargeResourceString(0));
  return text;
}

} // namespace aic::transforms::test

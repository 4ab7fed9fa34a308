// Views as strides (dialects/aic/Views.h): read through them, a tensor has the elements that the oracle
// computes.
#include "dialects/aic/Views.h"

#include "test/unit/transforms/RandomModule.h"

#include "gtest/gtest.h"
#include <numeric>
#include <random>

using namespace mlir;

namespace aic::transforms::test {
namespace {

/// The elements of `value` in row-major order, read from `base` by strides.
std::vector<double> read(const StridedView& view, ArrayRef<int64_t> shape, const std::vector<double>& base) {
  std::vector<double> elements;
  int64_t count = std::accumulate(shape.begin(), shape.end(), int64_t(1), std::multiplies<>());
  for (int64_t i = 0; i < count; ++i) {
    int64_t at = view.offset, rest = i;
    for (size_t axis = shape.size(); axis-- > 0;) {
      at += rest % shape[axis] * view.strides[axis];
      rest /= shape[axis];
    }
    elements.push_back(at >= 0 && at < int64_t(base.size()) ? base[at] : -1);
  }
  return elements;
}

class Chain {
public:
  Chain(MLIRContext& context, uint64_t seed)
      : builder((context.loadDialect<AicDialect, func::FuncDialect>(), &context)),
        loc(builder.getUnknownLoc()), module(ModuleOp::create(loc)), random(seed) {
    builder.setInsertionPointToStart(module->getBody());
    auto type = RankedTensorType::get({2, pick(1, 3), 6, 4}, builder.getF32Type());
    auto function = func::FuncOp::create(builder, loc, "main", builder.getFunctionType(type, {}));
    builder.setInsertionPointToStart(function.addEntryBlock());
    value = input = function.getArgument(0);
  }

  void grow(bool onlyMoves) {
    ArrayRef<int64_t> shape = cast<RankedTensorType>(value.getType()).getShape();
    int64_t rank = int64_t(shape.size());
    switch (pick(0, onlyMoves ? 1 : 3)) {
    case 0: {
      SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
      std::shuffle(perm.begin(), perm.end(), random);
      value = TransposeOp::create(builder, loc, value, builder.getDenseI64ArrayAttr(perm));
      return;
    }
    case 1: { // merge two neighbours, split an axis, or add one of size 1
      SmallVector<int64_t> to(shape);
      int64_t axis = pick(0, rank - 1);
      if (axis + 1 < rank && pick(0, 1)) {
        to[axis] *= to[axis + 1];
        to.erase(to.begin() + axis + 1);
      } else {
        int64_t divisor = to[axis] % 3 == 0 ? 3 : to[axis] % 2 == 0 ? 2 : 1;
        to[axis] /= divisor;
        to.insert(to.begin() + axis + pick(0, 1), divisor);
      }
      value = ReshapeOp::create(builder, loc, RankedTensorType::get(to, builder.getF32Type()), value);
      return;
    }
    case 2: {
      SmallVector<int64_t> offsets, sizes, strides;
      for (int64_t size : shape) {
        bool backwards = pick(0, 4) == 0, part = size > 1 && pick(0, 1);
        sizes.push_back(part ? size - 1 : size);
        offsets.push_back(backwards ? size - 1 : part ? 1 : 0);
        strides.push_back(backwards ? -1 : 1);
      }
      value = SliceOp::create(builder, loc, value, offsets, sizes, strides);
      return;
    }
    default: {
      SmallVector<int64_t> to(shape);
      for (int64_t& size : to)
        size = size == 1 ? pick(1, 2) : size;
      if (rank < 6 && pick(0, 2) == 0)
        to.insert(to.begin(), 2);
      value = ExpandOp::create(builder, loc, RankedTensorType::get(to, builder.getF32Type()), value);
    }
    }
  }

  std::vector<double> evaluate(Value wanted) {
    OpBuilder::InsertionGuard guard(builder);
    auto end = func::ReturnOp::create(builder, loc, wanted);
    SmallVector<reference::Tensor> results;
    reference::Tensor x;
    x.shape.assign(inputShape().begin(), inputShape().end());
    x.element = builder.getF32Type();
    for (int64_t i = 0, n = cast<RankedTensorType>(input.getType()).getNumElements(); i < n; ++i)
      x.f.push_back(double(i));
    EXPECT_TRUE(succeeded(reference::evaluateBlock(bodyOf(*module), x, results)));
    end.erase();
    return results.front().f;
  }

  ArrayRef<int64_t> inputShape() { return cast<RankedTensorType>(input.getType()).getShape(); }
  int64_t pick(int64_t low, int64_t high) {
    return std::uniform_int_distribution<int64_t>(low, high)(random);
  }

  Value input, value;

private:
  OpBuilder builder;
  Location loc;
  OwningOpRef<ModuleOp> module;
  std::mt19937_64 random;
};

TEST(Views, ReadThrough) {
  int whole = 0;
  for (int seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    context.disableMultithreading();
    Chain chain(context, seed);
    for (int64_t length = chain.pick(1, 5); length > 0; --length)
      chain.grow(/*onlyMoves=*/false);
    StridedView view = stridedView(chain.value);
    whole += view.base == chain.input;
    ASSERT_EQ(read(view, cast<RankedTensorType>(chain.value.getType()).getShape(), chain.evaluate(view.base)),
              chain.evaluate(chain.value));
  }
  EXPECT_GT(whole, 250);
}

TEST(Views, WriteThrough) {
  int whole = 0;
  for (int seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    context.disableMultithreading();
    Chain chain(context, seed);
    for (int64_t length = chain.pick(1, 3); length > 0; --length)
      chain.grow(/*onlyMoves=*/true);
    StridedView view = stridedResult(chain.input);
    whole += view.base == chain.value;
    // The input's element i is i: at the view's places the last value holds 0, 1, 2, ...
    std::vector<double> expected(chain.evaluate(chain.input));
    ASSERT_EQ(read(view, chain.inputShape(), chain.evaluate(view.base)), expected);
  }
  EXPECT_GT(whole, 250);
}

TEST(Views, HeadsOfAMergedProjection) {
  MLIRContext context;
  OwningOpRef<ModuleOp> module = parseModule(context, R"(
func.func @main(%qkv: tensor<2x5x24xf32>) -> (tensor<2x2x5x4xf32>, tensor<2x2x5x4xf32>) {
  %0 = aic.slice %qkv {offsets = array<i64: 0, 0, 8>, sizes = array<i64: 2, 5, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x24xf32>) -> tensor<2x5x8xf32>
  %1 = aic.reshape %0 : (tensor<2x5x8xf32>) -> tensor<2x5x2x4xf32>
  %2 = aic.transpose %1 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x5x2x4xf32>) -> tensor<2x2x5x4xf32>
  %3 = aic.transpose %2 {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x2x5x4xf32>) -> tensor<2x2x4x5xf32>
  %4 = aic.reshape %3 : (tensor<2x2x4x5xf32>) -> tensor<2x2x5x4xf32>
  return %2, %4 : tensor<2x2x5x4xf32>, tensor<2x2x5x4xf32>
})");
  Operation* end = bodyOf(*module).getTerminator();
  Value qkv = bodyOf(*module).getArgument(0);
  EXPECT_EQ(stridedView(end->getOperand(0)), (StridedView{qkv, 8, {120, 4, 24, 1}}));
  // The last reshape mixes the axes: it is a copy.
  EXPECT_EQ(stridedView(end->getOperand(1)), (StridedView{end->getOperand(1), 0, {40, 20, 4, 1}}));
}

} // namespace
} // namespace aic::transforms::test

// Sizes and shapes that a careless pass would choke on. The times are far above what is needed, and far below
// what a quadratic walk would take.
#include "compiler/transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/RandomModule.h"

#include "gtest/gtest.h"
#include <chrono>

using namespace mlir;

namespace aic::transforms::test {
namespace {

/// A function on one tensor, filled by `body`, which returns the result; through all passes in less than
/// `seconds`.
void runThrough(ArrayRef<int64_t> shape, double seconds,
                llvm::function_ref<Value(OpBuilder&, Location, Value)> body) {
  MLIRContext context;
  context.disableMultithreading();
  context.loadDialect<AicDialect, func::FuncDialect>();
  OpBuilder builder(&context);
  Location loc = builder.getUnknownLoc();
  OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
  builder.setInsertionPointToStart(module->getBody());
  Type type = RankedTensorType::get(shape, builder.getF32Type());
  auto function = func::FuncOp::create(builder, loc, "main", builder.getFunctionType(type, {}));
  Block* block = function.addEntryBlock();
  builder.setInsertionPointToStart(block);
  Value result = body(builder, loc, block->getArgument(0));
  func::ReturnOp::create(builder, loc, result);
  function.setFunctionType(builder.getFunctionType(type, result.getType()));
  PassManager pm(&context);
  buildFusionPipeline(pm);
  auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(succeeded(pm.run(*module)));
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), seconds);
}

Value window(OpBuilder& b, Location loc, Value x) {
  auto layout = LayoutAttr::get(b.getContext(), ::aic::Layout::NCHW);
  return MaxPool2dOp::create(b, loc, x, b.getDenseI64ArrayAttr({1, 1}), b.getDenseI64ArrayAttr({1, 1}),
                             b.getDenseI64ArrayAttr({0, 0, 0, 0}), b.getDenseI64ArrayAttr({1, 1}),
                             b.getBoolAttr(false), layout);
}

TEST(Stress, LongChain) {
  runThrough({1, 2, 3, 3}, 60, [](OpBuilder& b, Location loc, Value x) {
    for (int i = 0; i < 50000; ++i)
      x = i % 5 ? Value(TanhOp::create(b, loc, x)) : window(b, loc, x);
    return x;
  });
}

TEST(Stress, OneValueWithManyReaders) {
  runThrough({1, 2, 3, 3}, 60, [](OpBuilder& b, Location loc, Value x) {
    Value shared = window(b, loc, x), sum = x;
    for (int i = 0; i < 20000; ++i) {
      Value limit = ConstantOp::create(b, loc,
                                       DenseElementsAttr::get(RankedTensorType::get({}, b.getF32Type()),
                                                              b.getF32FloatAttr(float(i)).getValue()));
      sum = AddOp::create(b, loc, sum, MulOp::create(b, loc, shared, limit));
    }
    return sum;
  });
}

TEST(Stress, EmptyTensors) {
  runThrough({0, 2, 3, 3}, 10, [](OpBuilder& b, Location loc, Value x) {
    Value y = AddOp::create(b, loc, window(b, loc, x), x);
    Value flat = ReshapeOp::create(b, loc, RankedTensorType::get({0, 18}, b.getF32Type()), y);
    auto type = RankedTensorType::get({4, 18}, b.getF32Type());
    Value weight = ConstantOp::create(b, loc, DenseElementsAttr::get(type, b.getF32FloatAttr(1).getValue()));
    return Value(LinearOp::create(b, loc, flat, weight, Value()));
  });
}

TEST(Stress, EmptyConstants) {
  runThrough({2, 3}, 10, [](OpBuilder& b, Location loc, Value x) {
    auto type = RankedTensorType::get({0, 3}, b.getF32Type());
    Value none = ConstantOp::create(b, loc, DenseElementsAttr::get(type, ArrayRef<float>{}));
    Value turned = TransposeOp::create(b, loc, none, b.getDenseI64ArrayAttr({1, 0}));
    Value shaped = ReshapeOp::create(b, loc, type, turned);
    return Value(
        ConcatOp::create(b, loc, ValueRange{x, NegOp::create(b, loc, shaped)}, b.getI64IntegerAttr(0)));
  });
}

} // namespace
} // namespace aic::transforms::test

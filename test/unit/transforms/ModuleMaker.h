// Makes modules of one function `main` on f32 tensors, with random constants.
#pragma once

#include "dialects/aic/Aic.h"
#include "mlir/IR/Verifier.h"
#include "test/unit/transforms/RandomModule.h"

#include "gtest/gtest.h"
#include <random>

namespace aic::transforms::test {

class ModuleMaker {
public:
  ModuleMaker(mlir::MLIRContext& context, llvm::ArrayRef<llvm::SmallVector<int64_t>> inputs, uint64_t seed)
      : builder((context.loadDialect<AicDialect, mlir::func::FuncDialect>(), &context)),
        loc(builder.getUnknownLoc()), module(mlir::ModuleOp::create(loc)), random(seed) {
    context.disableMultithreading();
    builder.setInsertionPointToStart(module->getBody());
    llvm::SmallVector<mlir::Type> types;
    for (llvm::ArrayRef<int64_t> shape : inputs)
      types.push_back(type(shape));
    function = mlir::func::FuncOp::create(builder, loc, "main", builder.getFunctionType(types, {}));
    builder.setInsertionPointToStart(function.addEntryBlock());
  }

  mlir::Value input(unsigned i = 0) { return function.getArgument(i); }
  int64_t pick(int64_t low, int64_t high) {
    return std::uniform_int_distribution<int64_t>(low, high)(random);
  }
  bool chance(int64_t oneIn) { return pick(1, oneIn) == 1; }
  mlir::RankedTensorType type(llvm::ArrayRef<int64_t> shape) {
    return mlir::RankedTensorType::get(shape, builder.getF32Type());
  }
  llvm::ArrayRef<int64_t> shape(mlir::Value value) {
    return llvm::cast<mlir::RankedTensorType>(value.getType()).getShape();
  }

  /// Random numbers in [-1, 1), which f32 holds.
  mlir::Value constant(llvm::ArrayRef<int64_t> sizes) {
    reference::Tensor tensor;
    tensor.shape.assign(sizes.begin(), sizes.end());
    tensor.element = builder.getF32Type();
    for (int64_t i = 0, n = type(sizes).getNumElements(); i < n; ++i)
      tensor.f.push_back(float(std::uniform_real_distribution<double>(-1, 1)(random)));
    return ConstantOp::create(builder, loc, type(sizes), reference::toAttr(tensor, "parameter"));
  }

  mlir::Value scalar(double value) {
    auto attr = mlir::DenseElementsAttr::get(type({}), llvm::APFloat(float(value)));
    return ConstantOp::create(builder, loc, type({}), attr);
  }

  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> to) {
    return ReshapeOp::create(builder, loc,
                             mlir::RankedTensorType::get(to, mlir::getElementTypeOrSelf(x.getType())), x);
  }
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm) {
    return TransposeOp::create(builder, loc, x, builder.getDenseI64ArrayAttr(perm));
  }

  mlir::ModuleOp finish(mlir::ValueRange results) {
    mlir::func::ReturnOp::create(builder, loc, results);
    function.setFunctionType(builder.getFunctionType(function.getArgumentTypes(), results.getTypes()));
    EXPECT_TRUE(succeeded(mlir::verify(*module)));
    return *module;
  }

  mlir::OpBuilder builder;
  mlir::Location loc;

private:
  mlir::OwningOpRef<mlir::ModuleOp> module;
  std::mt19937_64 random;
  mlir::func::FuncOp function;
};

/// How many operators of the name "conv2d" there are, also inside groups.
inline int64_t count(mlir::Operation* within, llvm::StringRef name) {
  int64_t found = 0;
  within->walk([&](mlir::Operation* op) { found += op->getName().stripDialect() == name; });
  return found;
}

} // namespace aic::transforms::test

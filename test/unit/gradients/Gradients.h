// A graph from text whose result is a scalar, the gradients by its float inputs, and the values of both.
#pragma once

#include "compiler/reference/Reference.h"
#include "compiler/transforms/Passes.h"
#include "frontends/graph/Graph.h"
#include "mlir/Pass/PassManager.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace aic::gradients {

using reference::Tensor;

class Model {
public:
  explicit Model(const std::string& text) : context(mlir::MLIRContext::Threading::DISABLED) {
    graph::LoadOptions options;
    options.weights = "random:1";
    loaded = graph::loadGraphText(context, "t.graph", text, options);
    EXPECT_TRUE(loaded.module) << graph::render(loaded.diagnostics) << text;
    if (loaded.module)
      function = *loaded.module->getOps<mlir::func::FuncOp>().begin();
  }

  bool good() { return bool(function); }
  mlir::Block& body() { return function.front(); }
  bool isFloat(unsigned input) {
    return llvm::isa<mlir::FloatType>(mlir::getElementTypeOrSelf(function.getArgument(input).getType()));
  }

  /// Makes the results the gradients of the only result by the float inputs, in order; false after an error.
  bool differentiate() {
    mlir::Operation* end = body().getTerminator();
    mlir::OpBuilder builder(end);
    llvm::SmallVector<mlir::Value> wrt;
    for (mlir::BlockArgument input : body().getArguments())
      if (isFloat(input.getArgNumber()))
        wrt.push_back(input);
    mlir::ValueRange inputs(wrt);
    auto gradient =
        GradientOp::create(builder, function.getLoc(), inputs.getTypes(), end->getOperand(0), inputs);
    end->setOperands(gradient->getResults());
    function.setFunctionType(builder.getFunctionType(function.getArgumentTypes(), inputs.getTypes()));
    function.setResAttrsAttr(nullptr);
    mlir::PassManager pm(&context);
    pm.addNestedPass<mlir::func::FuncOp>(transforms::createDifferentiate());
    return mlir::succeeded(pm.run(*loaded.module));
  }

  /// Makes the only result the sum of all results, each element times a number of its own.
  void readOut() {
    mlir::Operation* end = body().getTerminator();
    mlir::OpBuilder builder(end);
    mlir::Location loc = function.getLoc();
    mlir::Value total;
    for (mlir::Value value : end->getOperands()) {
      auto type = llvm::cast<mlir::RankedTensorType>(value.getType());
      Tensor factors{llvm::SmallVector<int64_t>(type.getShape()), type.getElementType(), {}, {}};
      for (int64_t i = 0; i < type.getNumElements(); ++i)
        factors.f.push_back(number(i, 99));
      llvm::SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
      mlir::Value factor = ConstantOp::create(builder, loc, type, reference::toAttr(factors, "factors"));
      mlir::Value sum = SumOp::create(builder, loc, MulOp::create(builder, loc, value, factor).getResult(),
                                      builder.getDenseI64ArrayAttr(all), builder.getBoolAttr(false));
      total = total ? AddOp::create(builder, loc, total, sum).getResult() : sum;
    }
    end->setOperands(total);
    function.setFunctionType(builder.getFunctionType(function.getArgumentTypes(), total.getType()));
  }

  /// Inputs between -1 and 1, and bools of both kinds; ints count from 0 on.
  std::vector<Tensor> inputs() {
    std::vector<Tensor> made;
    for (mlir::BlockArgument input : body().getArguments()) {
      auto type = llvm::cast<mlir::RankedTensorType>(input.getType());
      Tensor tensor{llvm::SmallVector<int64_t>(type.getShape()), type.getElementType(), {}, {}};
      for (int64_t i = 0; i < type.getNumElements(); ++i)
        if (tensor.isFloat())
          tensor.f.push_back(number(i, input.getArgNumber()));
        else
          tensor.i.push_back(type.getElementType().isInteger(1) ? number(i, 7) > -0.3 : i);
      made.push_back(std::move(tensor));
    }
    return made;
  }

  llvm::SmallVector<Tensor> values(const std::vector<Tensor>& inputs) {
    llvm::SmallVector<Tensor> results;
    EXPECT_TRUE(mlir::succeeded(reference::evaluateBlock(body(), inputs, results)));
    return results;
  }

  static double number(int64_t i, int64_t seed) {
    uint64_t z = uint64_t(i) + uint64_t(seed + 1) * 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return double((z ^ z >> 31) >> 11) / double(int64_t(1) << 52) - 1;
  }

  mlir::MLIRContext context;
  graph::LoadResult loaded;
  mlir::func::FuncOp function;
};

} // namespace aic::gradients

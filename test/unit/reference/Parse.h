// A module of the `aic` dialect from text, and the errors that working on it emits.
#pragma once

#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"
#include "mlir/Parser/Parser.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace aic::reference {

class Parsed {
public:
  explicit Parsed(const std::string& text)
      : handler(&context, [this](mlir::Diagnostic& diagnostic) { errors.push_back(diagnostic.str()); }) {
    context.loadDialect<AicDialect, mlir::func::FuncDialect>();
    module = mlir::parseSourceString<mlir::ModuleOp>(text, &context);
  }

  /// The body of the only function.
  mlir::Block& body() { return (*module->getOps<mlir::func::FuncOp>().begin()).getBody().front(); }

  /// Evaluates the only function.
  mlir::LogicalResult run(const std::vector<Tensor>& args, llvm::SmallVectorImpl<Tensor>& results,
                          RandomRounding* rounding = nullptr) {
    return evaluateBlock(body(), args, results, rounding);
  }

  mlir::MLIRContext context;
  std::vector<std::string> errors;
  mlir::ScopedDiagnosticHandler handler;
  mlir::OwningOpRef<mlir::ModuleOp> module;
};

inline Tensor reals(mlir::Type element, std::vector<int64_t> shape, std::vector<double> values) {
  return {llvm::SmallVector<int64_t>(shape.begin(), shape.end()), element, std::move(values), {}};
}

inline Tensor integers(mlir::Type element, std::vector<int64_t> shape, std::vector<int64_t> values) {
  return {llvm::SmallVector<int64_t>(shape.begin(), shape.end()), element, {}, std::move(values)};
}

} // namespace aic::reference

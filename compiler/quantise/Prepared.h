// A model as both its trial and its quantised form begin: batch norms folded, channels equalised, operators
// found.
#pragma once

#include "compiler/quantise/Model.h"
#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace aic::quantise {

struct Prepared {
  mlir::func::FuncOp function;
  Model models;
  std::vector<mlir::Operation*> operators; // conv2d, linear or matmul: x is operand 0, the weight 1, a bias 2
  std::vector<size_t> points;              // by operator

  mlir::MLIRContext* context() const { return function->getContext(); }
};

/// Reads the module's one function; equalisers as in Plan. `placeOf` may be null. Returns what is in the way,
/// or "".
std::string prepare(mlir::ModuleOp module, const std::vector<std::vector<float>>& equalisers,
                    std::string (*placeOf)(mlir::Location), Prepared& prepared);

/// Those of a copy of the function, in the same order.
std::vector<mlir::Operation*> operatorsOf(mlir::func::FuncOp function);

/// The elements of a constant of floats.
std::vector<double> numbersOf(mlir::Value constant);

/// The name of a parameter, "" where it has none.
std::string nameOf(mlir::Value constant);

/// A constant of floats with a name, or of i8.
mlir::Value parameter(mlir::OpBuilder& builder, llvm::ArrayRef<int64_t> shape, mlir::Type element,
                      const std::vector<double>& numbers, const std::string& name);
mlir::Value parameter(mlir::OpBuilder& builder, llvm::ArrayRef<int64_t> shape,
                      const std::vector<int8_t>& numbers, const std::string& name);

/// {aic.name = name}
mlir::DictionaryAttr named(mlir::OpBuilder& builder, llvm::StringRef name);

/// Other results, with their attributes.
void setResults(mlir::func::FuncOp function, llvm::ArrayRef<mlir::Value> results,
                llvm::ArrayRef<mlir::Attribute> names);

/// Gives each parameter a location that says its name as those of imported files have it.
void nameParameters(mlir::func::FuncOp function);

} // namespace aic::quantise

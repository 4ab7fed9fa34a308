// What the operators of a model cost, by their places.
#pragma once

#include "compiler/driver/Driver.h"
#include "mlir/IR/BuiltinOps.h"

namespace aic::driver {

class Costs {
public:
  /// Of a module as the frontend made it; null: of nothing. It outlives this.
  explicit Costs(mlir::ModuleOp model);

  /// The remark with the costs of the operators that stand at the location, or at the parts of a fused one.
  Remark of(mlir::Location location, graph::Diagnostic said) const;

private:
  struct Cost {
    double flops = 0, bytes = 0;
    int count = 0; ///< of operators there: a loop's have one place
  };
  void add(mlir::Location location, llvm::SmallDenseSet<const void*>& seen, Remark& remark) const;

  llvm::DenseMap<const void*, Cost> costs; // by location
};

} // namespace aic::driver

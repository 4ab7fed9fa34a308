// Folding values over the invocations of a workgroup: by a tree in its memory, or by subgroup operations.
#pragma once

#include "compiler/codegen/vulkan/Emitters.h"

namespace aic::codegen::vulkan {

enum class Fold { Sum, Product, Max, Min };

double identityOf(Fold fold);
/// keepNaN: a NaN on either side is the result (costs three more instructions for Max and Min).
mlir::Value combine(KernelEmitter& e, Fold fold, mlir::Value x, mlir::Value y, bool keepNaN = true);

/// Folds one f32 of each invocation; each gets the result. All invocations of the workgroup call it together.
/// The order depends on the workgroup's size alone (tree) or also on the device's subgroups.
class WorkgroupFold {
public:
  explicit WorkgroupFold(KernelEmitter& e); ///< takes 4 bytes of shared memory an invocation
  mlir::Value operator()(Fold fold, mlir::Value value);

private:
  mlir::Value tree(Fold fold, mlir::Value value);
  mlir::Value subgroups(Fold fold, mlir::Value value);

  KernelEmitter& e;
  bool useSubgroups;
  mlir::Value memory;
};

} // namespace aic::codegen::vulkan

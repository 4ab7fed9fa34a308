// Folding values over the invocations of a workgroup: by a tree in its memory, or by subgroup operations.
#pragma once

#include "compiler/codegen/vulkan/Emitters.h"

namespace aic::codegen::vulkan {

enum class Fold { Sum, Product, Max, Min };

/// What does not change a fold of f32 or i32.
mlir::Value identityOf(KernelEmitter& e, Fold fold, mlir::Type element, int64_t lanes);
double identityOf(Fold fold); ///< of f32
/// keepNaN: a NaN on either side is the result (costs three more instructions for Max and Min).
mlir::Value combine(KernelEmitter& e, Fold fold, mlir::Value x, mlir::Value y, bool keepNaN = true);

/// Does the element x at a line's `placeOfX` (an i32) come before y, where the largest come first, of equal
/// ones the first, and NaN is larger than every number?
mlir::Value comesBefore(KernelEmitter& e, mlir::Value x, mlir::Value y, mlir::Value placeOfX,
                        mlir::Value placeOfY);

/// Folds one element of each invocation; each gets the result. All invocations of the workgroup call it
/// together. The order depends on the workgroup's size alone (tree) or also on the device's subgroups.
class WorkgroupFold {
public:
  /// Takes 4 bytes of shared memory an invocation. `element`: f32, or i32 but for subgroups; null is f32.
  explicit WorkgroupFold(KernelEmitter& e, mlir::Type element = {});
  mlir::Value operator()(Fold fold, mlir::Value value);

private:
  mlir::Value tree(Fold fold, mlir::Value value);
  mlir::Value subgroups(Fold fold, mlir::Value value);

  KernelEmitter& e;
  bool useSubgroups;
  mlir::Value memory;
};

} // namespace aic::codegen::vulkan

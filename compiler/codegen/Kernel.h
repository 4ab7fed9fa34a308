// What a kernel is made of, as the emitters of every target read it.
#pragma once

#include "dialects/aic/Aic.h"
#include "dialects/schedule/Schedule.h"

namespace aic::codegen {

inline mlir::RankedTensorType typeOf(mlir::Value value) {
  return llvm::cast<mlir::RankedTensorType>(value.getType());
}

/// A kernel's parts: its root (lowering::rootOf), and the elementwise operations after it.
struct KernelParts {
  mlir::Operation* root = nullptr; ///< null for a chain of elementwise operations
  llvm::SmallVector<mlir::Operation*> epilogue;
  mlir::Value made; ///< the root's first result, through the views after it where there are some
  mlir::Operation* gate = nullptr; ///< the multiplication that makes what the root reads (lowering::gateOf)
  mlir::Operation* rowMean = nullptr; ///< of a result, over the pixels of each row (lowering::rowMeanOf)
};
KernelParts splitKernel(schedule::KernelOp kernel);

/// True where every dispatch binds this argument of the kernel to a constant.
bool isConstantArgument(schedule::KernelOp kernel, mlir::Value value);

/// In a kernel's tiling: the bytes of memory that it needs of each worker, more than fits on a stack
/// (runtime/kernel_abi.h).
inline constexpr llvm::StringLiteral kScratchBytes = "scratch_bytes";
/// They; 0 where the tiling has none.
int64_t scratchBytes(schedule::KernelOp kernel);

/// The order in which the kernel reads its argument `index` (compiler/lowering/Packing.h), where
/// that is the weight of a depthwise convolution, or with a width above 0 b of a contraction in panels of
/// that width. Else null: row-major.
mlir::DictionaryAttr weightPacking(schedule::KernelOp kernel, unsigned index, int64_t width);

/// Sets the packing of every constant of the module's program: the order that the kernel reads, for each
/// argument by its number. One that is read in two orders is stored twice.
void packConstants(mlir::ModuleOp schedule,
                   llvm::function_ref<mlir::DictionaryAttr(schedule::KernelOp, unsigned)> packingOf);

/// The same for weights that are computed at run time: a kernel that reads one packed has an argument for the
/// packed form, and its root reads views of that; a dispatch of a kernel of the family "pack" goes before the
/// first dispatch that reads it. These kernels have no tiles yet, but their packing in the tiling.
void packRunTimeWeights(mlir::ModuleOp schedule,
                        llvm::function_ref<mlir::DictionaryAttr(schedule::KernelOp, unsigned)> packingOf);

/// An error, "unsupported on DEVICE: why", at each operation for which `whyNot` gives a reason. Failure if
/// there was one.
mlir::LogicalResult checkEach(mlir::ModuleOp module, llvm::StringRef device,
                              llvm::function_ref<std::string(mlir::Operation*)> whyNot);

} // namespace aic::codegen

// Which operators of a block become one kernel: the groups that aic-fuse-epilogues outlines into `aic.fused`.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic::transforms {

/// A root, or none, and elementwise operators on the root's result shape.
struct Group {
  llvm::SmallVector<mlir::Operation*> ops; ///< in the order of the block
  mlir::Operation* root = nullptr; ///< the operator that is not elementwise, always ops.front(); or null
  /// Elementwise operators that make what the root, a reduction, reads, in the order of the block.
  llvm::SmallVector<mlir::Operation*> prologue;

  /// The prologue and the others.
  llvm::SmallVector<mlir::Operation*> all() const {
    llvm::SmallVector<mlir::Operation*> both(prologue);
    both.append(ops);
    return both;
  }
};

struct GroupLimits {
  int64_t operators; ///< in one group
  int64_t buffers;   ///< operands and results of one group, together
};

/// True for the operators that only move elements, and are a kernel by themselves: not reshape.
bool isCopy(mlir::Operation* op);

/// True for operators that can be the root of a group; all others but the elementwise ones stand alone.
bool isFusionRoot(mlir::Operation* op);

/// The values that a group reads from outside, in the order in which its operators read
/// them.
llvm::SetVector<mlir::Value> groupInputs(const Group& group);

/// The values of a group that are read outside of it.
llvm::SmallVector<mlir::Value> groupResults(const Group& group);

/// Finds the groups, ordered by their last operators; each may be emitted at the place of its last operator:
/// what it reads is known there, and what reads it comes later. May move operators of the block (see
/// hoistElementwise). Groups of a single operator are among them. Reports each elementwise operator that
/// could not join the operator before it.
std::vector<Group> formGroups(mlir::Block& block, const GroupLimits& limits, llvm::StringRef pass);

} // namespace aic::transforms

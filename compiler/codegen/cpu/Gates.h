// Squeeze-and-excitation, and the padding of quantised images, without passes over memory of their own.
#pragma once

#include "compiler/codegen/cpu/ContractionTiling.h"

namespace aic::codegen {

/// How a product multiplies its input by the factors of its channels: what it scales, a block at a time, into
/// scratch memory, is a panel of weights (where all rows have the same factors), or rows of the input.
struct GateTiling {
  bool weights = false;
  int64_t unitsPerBlock = 1; ///< of rows: tiles that are scaled together; they stay in the second-level cache

  double scaled = 0; ///< elements, in all workgroups together
  /// The scratch memory that a workgroup needs, in bytes.
  int64_t scratchBytes(const Contraction& c, const ContractionTiling& t, const CpuTarget& target) const;
};

/// Of a kernel that has a gate (lowering::gateOf): what touches fewer elements.
GateTiling chooseGateTiling(mlir::Operation* gate, const Contraction& c, const ContractionTiling& t,
                            const CpuTarget& target);

/// A dispatch that multiplies an image by one number a channel, for a pointwise convolution that alone reads
/// the result, becomes a gate of that convolution's kernel, where this scales few more elements; one that
/// takes the mean of all pixels of what a depthwise convolution makes takes the mean of the means of rows,
/// which that convolution's kernel makes; one that pads a quantised image for a depthwise convolution that
/// alone reads the result goes into that one's kernel (lowering::padOf). With a remark for each.
void joinGates(mlir::ModuleOp schedule, const CpuTarget& target);

} // namespace aic::codegen

// Chains of elementwise operations without a root: one invocation takes four neighbours, or one element where
// the columns are not fours.
#include "compiler/codegen/vulkan/Emitters.h"

using namespace mlir;

namespace aic::codegen::vulkan {

Variants elementwiseVariants(schedule::KernelOp kernel) {
  ResultSpace space = elementwiseSpace(kernel);
  return {flat(space.rows * space.cols / (space.cols % 4 == 0 ? 4 : 1))};
}

void emitElementwiseKernel(KernelEmitter& e) {
  e.space = elementwiseSpace(e.kernel);
  int64_t lanes = e.space.cols % 4 == 0 ? 4 : 1, perRow = e.space.cols / lanes;
  e.forEachInvocation(e.space.rows * perRow, [&](Value id) {
    Value row = e.space.rows == 1 ? e.cst(0) : e.div(id, perRow);
    Value col = e.mul(e.space.rows == 1 ? id : e.rem(id, perRow), lanes);
    e.finish({}, Position{row, col, lanes == 4 ? 4 : 0});
  });
}

} // namespace aic::codegen::vulkan

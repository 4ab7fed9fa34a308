// Chains of elementwise operations without a root, along the longest run of inner axes on which every operand
// is either whole or constant.
#include "compiler/codegen/cpu/Emitters.h"

using namespace mlir;

namespace aic::codegen {

void emitElementwiseKernel(KernelEmitter& e) {
  e.space = elementwiseSpace(e.kernel);
  int64_t lanes = elementwiseLanes(e.kernel, e.target);
  auto tiling = *e.kernel.getTiling();
  bool alongCols = tiling.contains("along_columns");
  int64_t each = tiling.getAs<IntegerAttr>("units_per_group").getInt();

  auto columns = [&](Value row, Value begin, Value end, bool known) {
    // Whole vectors, then one cut by a mask.
    Value count = e.sub(end, begin);
    Value whole = e.add(begin, e.mul(e.div(count, lanes), lanes));
    e.loop(begin, whole, lanes, [&](Value col) { e.finish({}, Position{row, col, lanes, {}}); });
    if (known && e.space.cols % lanes == 0)
      return;
    Value rest = e.sub(end, whole);
    Value any = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::sgt, rest, e.cst(0));
    e.ifThenElse(any, [&] { e.finish({}, Position{row, whole, lanes, e.maskFirst(rest, lanes)}); });
  };
  if (alongCols) {
    auto [begin, end] = e.share(e.workgroup, e.space.cols, each);
    columns(e.cst(0), begin, end, each % lanes == 0 && e.space.cols % lanes == 0);
    return;
  }
  auto [begin, end] = e.share(e.workgroup, e.space.rows, each);
  e.loop(begin, end, 1, [&](Value row) { columns(row, e.cst(0), e.cst(e.space.cols), true); });
}

} // namespace aic::codegen

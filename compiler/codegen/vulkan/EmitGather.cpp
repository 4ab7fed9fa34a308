// embedding, take and gather: an invocation an element of the result, or four neighbours of a slice. An index
// that is out of range ends the run, and what is read in its place is the nearest element.
#include "compiler/codegen/Gather.h"
#include "compiler/codegen/vulkan/Emitters.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

int64_t lanesOf(const Gather& g) {
  return g.slices && g.space.cols % 4 == 0 ? 4 : 1;
}

class GatherEmitter {
  KernelEmitter& e;
  const Gather g;
  const int64_t lanes;

  // Index number `at`, which may be used.
  Value clamped(Value at) {
    Value value = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), e.load(g.index, at));
    e.refuse(e.outside(value, g.size), AIC_KERNEL_INDEX_OUT_OF_RANGE);
    return e.min(e.max(value, e.cst(0)), e.cst(g.size - 1));
  }

  // Where in x the result's element at row and column comes from.
  Value source(Value row, Value col) {
    if (g.slices) {
      int64_t rows = g.inner / e.space.cols; // of a slice
      Value number = e.div(row, rows);       // of the slice, over all indices and outer places
      Value place = clamped(g.outer == 1 ? number : e.rem(number, g.indices));
      Value outer = g.outer == 1 ? e.cst(0) : e.div(number, g.indices);
      Value from = e.mul(e.add(e.mul(outer, g.size), place), g.inner);
      return e.add(from, e.add(e.mul(e.rem(row, rows), e.space.cols), col));
    }
    Value place = clamped(e.add(e.mul(row, e.space.cols), col));
    Value from = e.offsetOf(row, {SmallVector<int64_t>(ArrayRef(e.space.shape).drop_back()),
                                  SmallVector<int64_t>(ArrayRef(g.strides).drop_back())});
    return e.add(from, e.add(e.mul(col, g.strides.back()), e.mul(place, g.dimStride)));
  }

public:
  explicit GatherEmitter(KernelEmitter& e) : e(e), g(describeGather(e.kernel)), lanes(lanesOf(g)) {
    e.space = g.space;
  }

  void emit() {
    int64_t columns = e.space.cols / lanes;
    e.forEachInvocation(e.space.rows * columns, [&](Value id) {
      Value row = e.div(id, columns), col = e.mul(e.rem(id, columns), lanes), from = source(row, col);
      Value value = lanes == 4 ? e.load4(g.x, e.div(from, 4)) : e.load(g.x, from);
      e.finish(value, Position{row, col, lanes == 4 ? 4 : 0});
    });
  }
};

} // namespace

Variants gatherVariants(schedule::KernelOp kernel) {
  Gather g = describeGather(kernel);
  return {flat(g.space.rows * g.space.cols / lanesOf(g))};
}

void emitGather(KernelEmitter& e) {
  GatherEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

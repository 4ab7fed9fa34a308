// scatter: an invocation a line along dim. It copies x's line, and then puts the updates where the indices
// say, in their order: the last of equal ones counts, and lines do not meet.
#include "compiler/codegen/vulkan/Emitters.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class ScatterEmitter {
  KernelEmitter& e;
  ScatterOp op;
  int64_t dim;
  ArrayRef<int64_t> shape, places; // of x, of the indices

  Value combined(Value old, Value update) {
    bool isFloat = isa<FloatType>(old.getType());
    auto make = [&](auto ofFloats, auto ofIntegers) -> Value { return isFloat ? ofFloats() : ofIntegers(); };
    switch (op.getReduction()) {
    case ScatterReduction::None:
      return update;
    case ScatterReduction::Add:
      return make([&]() -> Value { return e.fadd(old, update); },
                  [&]() -> Value { return e.checked(op, addChecked(e.b, e.loc, old, update)); });
    case ScatterReduction::Mul:
      return make([&]() -> Value { return e.fmul(old, update); },
                  [&]() -> Value { return e.checked(op, multiplyChecked(e.b, e.loc, old, update)); });
    case ScatterReduction::Min:
      return make([&]() -> Value { return arith::MinimumFOp::create(e.b, e.loc, old, update); },
                  [&]() -> Value { return arith::MinSIOp::create(e.b, e.loc, old, update); });
    case ScatterReduction::Max:
      return make([&]() -> Value { return arith::MaximumFOp::create(e.b, e.loc, old, update); },
                  [&]() -> Value { return arith::MaxSIOp::create(e.b, e.loc, old, update); });
    }
    return {};
  }

public:
  explicit ScatterEmitter(KernelEmitter& e)
      : e(e), op(cast<ScatterOp>(e.parts.root)), dim(static_cast<int64_t>(op.getDim())),
        shape(typeOf(op.getX()).getShape()), places(typeOf(op.getIndex()).getShape()) {}

  void emit() {
    SmallVector<int64_t> strides = denseStrides(shape), placeStrides = denseStrides(places), lines(shape);
    lines[dim] = 1;
    e.forEachInvocation(ShapedType::getNumElements(lines), [&](Value id) {
      Value from = e.cst(0), index = e.cst(0), has; // has the line any indices?
      for (auto [axis, at] : llvm::enumerate(e.delinearize(id, lines))) {
        if (static_cast<int64_t>(axis) == dim)
          continue;
        from = e.add(from, e.mul(at, strides[axis]));
        index = e.add(index, e.mul(at, placeStrides[axis]));
        if (places[axis] < shape[axis])
          has = e.both(has, e.less(at, e.cst(places[axis])));
      }
      e.loop(e.cst(0), e.cst(shape[dim]), 1, [&](Value i) {
        Value at = e.add(from, e.mul(i, strides[dim]));
        e.store(0, e.load(op.getX(), at), at);
      });
      e.ifThen(has, [&] {
        e.loop(e.cst(0), e.cst(places[dim]), 1, [&](Value i) {
          Value at = e.add(index, e.mul(i, placeStrides[dim]));
          Value place = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), e.load(op.getIndex(), at));
          e.refuse(e.outside(place, shape[dim]), AIC_KERNEL_INDEX_OUT_OF_RANGE);
          e.ifThen(e.inside(place, shape[dim]), [&] {
            Value to = e.add(from, e.mul(place, strides[dim]));
            e.store(0, combined(e.loadResult(0, to), e.load(op.getUpdates(), at)), to);
          });
        });
      });
    });
  }
};

} // namespace

Variants scatterVariants(schedule::KernelOp kernel) {
  auto op = cast<ScatterOp>(splitKernel(kernel).root);
  auto x = typeOf(op.getX());
  return {flat(x.getNumElements() / x.getDimSize(op.getDim()))};
}

void emitScatter(KernelEmitter& e) {
  ScatterEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

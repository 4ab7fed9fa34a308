// A weight that is computed at run time, put in the order that its kernels read
// (compiler/lowering/Packing.h): an invocation an element.
#include "compiler/codegen/vulkan/Emitters.h"
#include "compiler/lowering/Packing.h"

using namespace mlir;

namespace aic::codegen::vulkan {

Variants packVariants(schedule::KernelOp kernel) {
  return {flat(cast<RankedTensorType>(kernel.getResultTypes().front()).getNumElements())};
}

void emitPack(KernelEmitter& e) {
  Value weight = e.kernel.getBody().front().getArgument(0);
  auto packing = e.kernel.getTiling()->getAs<DictionaryAttr>(kPacking);
  lowering::PackedAxes p = lowering::packedAxes(typeOf(weight).getShape(), packing);
  SmallVector<int64_t> strides = denseStrides(p.shape), packed = p.packedShape();
  e.forEachInvocation(ShapedType::getNumElements(packed), [&](Value id) {
    Value from = e.cst(0), place = e.cst(0); // place: along the axis that panels are cut from
    for (auto [axis, at] : llvm::zip(p.order, e.delinearize(id, packed)))
      if (axis == p.axis)
        place = e.add(place, e.mul(at, p.width));
      else if (axis == static_cast<int64_t>(p.shape.size()))
        place = e.add(place, at);
      else
        from = e.add(from, e.mul(at, strides[axis]));
    int64_t length = p.shape[p.axis];
    bool whole = length == p.panels * p.width;
    Value inside = whole ? Value() : e.less(place, e.cst(length));
    from = e.add(from, e.mul(whole ? place : e.min(place, e.cst(length - 1)), strides[p.axis]));
    Value value = e.load(weight, from);
    e.store(0, e.select(inside, value, e.constant(value.getType(), 0, 0)), id);
  });
}

} // namespace aic::codegen::vulkan

// Result shapes of transpose, concat, slice and pad.
#include "dialects/aic/Infer.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic {

using infer::Inference;

/// Checks that an attribute has one value per axis.
static LogicalResult checkPerAxis(Inference& inference, StringRef name, DenseI64ArrayAttr values,
                                  int64_t rank) {
  if (values && int64_t(values.size()) == rank)
    return success();
  return inference.fail("C1", name + " needs one value for each of x's " + Twine(rank) + " axes, it has " +
                                  Twine(values ? values.size() : 0));
}

LogicalResult TransposeOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                            SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0);
  DenseI64ArrayAttr perm = adaptor.getProperties().perm;
  if (failed(checkPerAxis(inference, "perm", perm, x.getRank())))
    return failure();
  llvm::BitVector seen(x.getRank());
  SmallVector<int64_t> shape;
  for (int64_t axis : perm.asArrayRef()) {
    if (axis < 0 || axis >= x.getRank() || seen[axis])
      return inference.fail("C1", infer::describeShape(perm) + " is not a permutation of x's " +
                                      Twine(x.getRank()) + " axes: look at " + Twine(axis));
    seen.set(axis);
    shape.push_back(x.getDimSize(axis));
  }
  return inference.finish(shape, x.getElementType(), types);
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                         SmallVectorImpl<Type>& types) {
  std::vector<infer::Operand> operands;
  for (Value input : adaptor.getInputs())
    operands.push_back({"input " + std::to_string(operands.size()), input});
  size_t count = operands.size();
  Inference inference(location, getOperationName(), std::move(operands));
  if (count == 0)
    return inference.fail("C1", "there is nothing to concatenate");
  if (failed(inference.checkTensors()) || failed(inference.checkSameElement("C2")))
    return failure();
  RankedTensorType first = inference.type(0);
  IntegerAttr dim = adaptor.getProperties().dim;
  if (!dim || dim.getInt() < 0 || dim.getInt() >= first.getRank())
    return inference.fail("C3", (dim ? "axis " + Twine(dim.getInt()) : Twine("the missing axis")) +
                                    " is not one of the inputs' " + Twine(first.getRank()) + " axes");
  SmallVector<int64_t> shape(first.getShape());
  for (size_t i = 1; i < count; ++i) {
    RankedTensorType type = inference.type(i);
    if (type.getRank() != first.getRank())
      return inference.fail("C2", "input " + Twine(i) + " has " + Twine(type.getRank()) +
                                      " axes, input 0 has " + Twine(first.getRank()));
    for (int64_t axis = 0; axis < first.getRank(); ++axis)
      if (axis != dim.getInt() && type.getDimSize(axis) != first.getDimSize(axis))
        return inference.fail("C4", "along axis " + Twine(axis) + " input " + Twine(i) + " has " +
                                        Twine(type.getDimSize(axis)) + ", input 0 has " +
                                        Twine(first.getDimSize(axis)));
    if (llvm::AddOverflow(shape[dim.getInt()], type.getDimSize(dim.getInt()), shape[dim.getInt()]))
      return inference.fail("S1", "the result's size does not fit 64 bits");
  }
  return inference.finish(shape, first.getElementType(), types);
}

LogicalResult SliceOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                        SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0);
  const Properties& p = adaptor.getProperties();
  if (failed(checkPerAxis(inference, "offsets", p.offsets, x.getRank())) ||
      failed(checkPerAxis(inference, "sizes", p.sizes, x.getRank())) ||
      failed(checkPerAxis(inference, "strides", p.strides, x.getRank())))
    return failure();
  for (int64_t axis = 0; axis < x.getRank(); ++axis) {
    int64_t offset = p.offsets[axis], size = p.sizes[axis], stride = p.strides[axis],
            extent = x.getDimSize(axis);
    std::string where = "axis " + std::to_string(axis) + ": ";
    if (stride == 0)
      return inference.fail("C2", where + "the step is 0");
    if (size < 0 || offset < 0)
      return inference.fail("C2", where + "offset " + Twine(offset) + " and size " + Twine(size) +
                                      " are not negative");
    if (size == 0)
      continue; // reads nothing
    int64_t walk, last;
    if (offset >= extent || llvm::MulOverflow(size - 1, stride, walk) ||
        llvm::AddOverflow(offset, walk, last) || last < 0 || last >= extent)
      return inference.fail("C3", where + Twine(size) + " elements from " + Twine(offset) + " in steps of " +
                                      Twine(stride) + " leave the " + Twine(extent) + " of x");
  }
  return inference.finish(p.sizes, x.getElementType(), types);
}

LogicalResult PadOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                      SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  if (failed(inference.checkTensors()))
    return failure();
  RankedTensorType x = inference.type(0);
  const Properties& p = adaptor.getProperties();
  if (failed(checkPerAxis(inference, "low", p.low, x.getRank())) ||
      failed(checkPerAxis(inference, "high", p.high, x.getRank())))
    return failure();
  PadMode mode = p.mode ? p.mode.getValue() : PadMode::Constant;
  SmallVector<int64_t> shape(x.getShape());
  for (int64_t axis = 0; axis < x.getRank(); ++axis) {
    int64_t low = p.low[axis], high = p.high[axis];
    std::string where = "axis " + std::to_string(axis) + ": ";
    if (low < 0 || high < 0 || low > kMaxElements || high > kMaxElements)
      return inference.fail("C1", where + "padding by " + Twine(low) + " and " + Twine(high) +
                                      ": each is in [0, 2^40]");
    if (mode == PadMode::Reflect && (low || high) && (low >= shape[axis] || high >= shape[axis]))
      return inference.fail("C2", where + "reflection pads by less than the size " + Twine(shape[axis]) +
                                      ", found " + Twine(low) + " and " + Twine(high));
    if (mode == PadMode::Replicate && (low || high) && shape[axis] == 0)
      return inference.fail("C3", where + "it is empty, there is no edge to repeat");
    shape[axis] += low + high;
  }
  return inference.finish(shape, x.getElementType(), types);
}

} // namespace aic

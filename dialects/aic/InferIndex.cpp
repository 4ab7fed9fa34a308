// Result shapes of operations that read or write at indices.
#include "dialects/aic/Infer.h"

using namespace mlir;

namespace aic {

using infer::Inference;

/// Checks gather's and scatter's index (operand 1) against x (operand 0): their constraints C2 to C5.
static LogicalResult checkPlaces(Inference& inference, IntegerAttr dim, const char* whyNotEmpty) {
  RankedTensorType x = inference.type(0), index = inference.type(1);
  if (x.getRank() != index.getRank())
    return inference.fail("C2", "index needs x's " + Twine(x.getRank()) + " axes, it has " +
                                    Twine(index.getRank()));
  if (failed(inference.checkAxis(0, dim, "C3")))
    return failure();
  for (int64_t axis = 0; axis < x.getRank(); ++axis)
    if (axis != dim.getInt() && index.getDimSize(axis) > x.getDimSize(axis))
      return inference.fail("C4", "along axis " + Twine(axis) + " index has " +
                                      Twine(index.getDimSize(axis)) + ", x has " + Twine(x.getDimSize(axis)));
  if (index.getNumElements() != 0 && x.getDimSize(dim.getInt()) == 0)
    return inference.fail("C5", "axis " + Twine(dim.getInt()) + " of x is empty: " + whyNotEmpty);
  return success();
}

/// Checks the start of a slice, operand i: constraint C1 of update_slice and narrow.
static LogicalResult checkStart(Inference& inference, size_t i) {
  if (inference.type(i).getRank() != 0)
    return inference.fail("C1", "start is one number, a scalar");
  return inference.checkElement(i, infer::Element::Index, "C1");
}

LogicalResult EmbeddingOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                            SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"ids", adaptor.getIds()}, {"weight", adaptor.getWeight()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Index, "C1")) ||
      failed(inference.checkElement(1, infer::Element::Float, "C2")))
    return failure();
  RankedTensorType ids = inference.type(0), weight = inference.type(1);
  if (weight.getRank() != 2)
    return inference.fail("C2", "the weight needs 2 axes, it has " + Twine(weight.getRank()));
  if (ids.getNumElements() != 0 && weight.getDimSize(0) == 0)
    return inference.fail("C3", "the weight has no row to look up");
  SmallVector<int64_t> shape(ids.getShape());
  shape.push_back(weight.getDimSize(1));
  return inference.finish(shape, weight.getElementType(), types);
}

LogicalResult GatherOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                         SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}, {"index", adaptor.getIndex()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(1, infer::Element::Index, "C1")))
    return failure();
  if (failed(checkPlaces(inference, adaptor.getProperties().dim, "there is nothing to take")))
    return failure();
  return inference.finish(inference.type(1).getShape(), inference.type(0).getElementType(), types);
}

LogicalResult ScatterOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                          SmallVectorImpl<Type>& types) {
  Inference inference(
      location, getOperationName(),
      {{"x", adaptor.getX()}, {"index", adaptor.getIndex()}, {"updates", adaptor.getUpdates()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(1, infer::Element::Index, "C1")) ||
      failed(checkPlaces(inference, adaptor.getProperties().dim, "there is no place to write to")))
    return failure();
  RankedTensorType x = inference.type(0), index = inference.type(1);
  if (failed(inference.checkShape(2, index.getShape(), "C6", "index's shape")))
    return failure();
  if (inference.type(2).getElementType() != x.getElementType())
    return inference.fail("C6", "x and updates have one element type");
  ScatterReductionAttr reduction = adaptor.getProperties().reduction;
  if (reduction && reduction.getValue() != ScatterReduction::None && x.getElementType().isInteger(1))
    return inference.fail("C7", "bool elements can only be replaced (reduction none)");
  return inference.finish(x.getShape(), x.getElementType(), types);
}

LogicalResult UpdateSliceOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                              SmallVectorImpl<Type>& types) {
  Inference inference(
      location, getOperationName(),
      {{"x", adaptor.getX()}, {"values", adaptor.getValues()}, {"start", adaptor.getStart()}});
  IntegerAttr dim = adaptor.getProperties().dim;
  if (failed(inference.checkTensors()) || failed(checkStart(inference, 2)))
    return failure();
  RankedTensorType x = inference.type(0), values = inference.type(1);
  if (x.getRank() != values.getRank())
    return inference.fail("C2", "values needs x's " + Twine(x.getRank()) + " axes, it has " +
                                    Twine(values.getRank()));
  if (failed(inference.checkAxis(0, dim, "C3")))
    return failure();
  for (int64_t axis = 0; axis < x.getRank(); ++axis) {
    int64_t there = x.getDimSize(axis), given = values.getDimSize(axis);
    if (axis == dim.getInt() ? given > there : given != there)
      return inference.fail("C4", "along axis " + Twine(axis) + " values has " + Twine(given) + ", x has " +
                                      Twine(there));
  }
  if (x.getElementType() != values.getElementType())
    return inference.fail("C5", "x and values have one element type");
  return inference.finish(x.getShape(), x.getElementType(), types);
}

LogicalResult NarrowOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                         SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}, {"start", adaptor.getStart()}});
  IntegerAttr dim = adaptor.getProperties().dim, size = adaptor.getProperties().size;
  if (failed(inference.checkTensors()) || failed(checkStart(inference, 1)) ||
      failed(inference.checkAxis(0, dim, "C2")))
    return failure();
  SmallVector<int64_t> shape(inference.type(0).getShape());
  int64_t& along = shape[dim.getInt()];
  if (!size)
    return inference.fail("C3", "size is missing");
  if (size.getInt() < 0 || size.getInt() > along)
    return inference.fail("C3", "size is " + Twine(size.getInt()) + ", axis " + Twine(dim.getInt()) +
                                    " of x has " + Twine(along));
  along = size.getInt();
  return inference.finish(shape, inference.type(0).getElementType(), types);
}

LogicalResult TopkOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                       Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}});
  IntegerAttr dim = adaptor.getProperties().dim, k = adaptor.getProperties().k;
  if (failed(inference.checkTensors()) || failed(inference.checkAxis(0, dim, "C1")))
    return failure();
  RankedTensorType x = inference.type(0);
  int64_t size = x.getDimSize(dim.getInt());
  if (!k || k.getInt() < 0 || k.getInt() > size)
    return inference.fail("C2",
                          k ? "k is " + Twine(k.getInt()) + ", the axis has " + Twine(size) + " elements"
                            : Twine("k is missing"));
  if (failed(inference.checkElement(0, infer::Element::Number, "C3")))
    return failure();
  SmallVector<int64_t> shape(x.getShape());
  shape[dim.getInt()] = k.getInt();
  if (failed(inference.finish(shape, x.getElementType(), types)))
    return failure();
  return inference.finish(shape, IntegerType::get(context, 64), types);
}

LogicalResult TakeOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                       SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"x", adaptor.getX()}, {"index", adaptor.getIndex()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(1, infer::Element::Index, "C1")))
    return failure();
  RankedTensorType x = inference.type(0), index = inference.type(1);
  IntegerAttr dim = adaptor.getProperties().dim;
  if (failed(inference.checkAxis(0, dim, "C2")))
    return failure();
  int64_t axis = dim.getInt();
  if (index.getNumElements() != 0 && x.getDimSize(axis) == 0)
    return inference.fail("C3", "axis " + Twine(axis) + " of x is empty: there is nothing to take");
  SmallVector<int64_t> shape(x.getShape().take_front(axis));
  llvm::append_range(shape, index.getShape());
  llvm::append_range(shape, x.getShape().drop_front(axis + 1));
  return inference.finish(shape, x.getElementType(), types);
}

LogicalResult OneHotOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                         Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(), {{"ids", adaptor.getIds()}});
  if (failed(inference.checkTensors()) || failed(inference.checkElement(0, infer::Element::Index, "C1")))
    return failure();
  IntegerAttr classes = adaptor.getProperties().num_classes;
  if (!classes || classes.getInt() < 1)
    return inference.fail("C2", classes ? "num_classes is " + Twine(classes.getInt()) + ": it is at least 1"
                                        : Twine("num_classes is missing"));
  SmallVector<int64_t> shape(inference.type(0).getShape());
  shape.push_back(classes.getInt());
  return inference.finish(shape, IntegerType::get(context, 64), types);
}

} // namespace aic

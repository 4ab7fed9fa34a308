// The operations that rules emit.
#include "dialects/aic/Gradient.h"

using namespace mlir;

namespace aic {

SmallVector<int64_t> axesFrom(int64_t from, int64_t to) {
  return llvm::to_vector(llvm::seq(from, std::max(from, to)));
}

Value GradientBuilder::full(double value, ArrayRef<int64_t> shape, Type element) {
  auto type = RankedTensorType::get(shape, element);
  Attribute one;
  if (auto real = dyn_cast<FloatType>(element))
    one = builder.getFloatAttr(real, value);
  else
    one = builder.getIntegerAttr(element, int64_t(value));
  return ConstantOp::create(builder, loc, type, llvm::cast<ElementsAttr>(DenseElementsAttr::get(type, one)));
}

Value GradientBuilder::numbers(ArrayRef<int64_t> shape) {
  auto type = RankedTensorType::get(shape, builder.getI64Type());
  SmallVector<int64_t> values = axesFrom(0, type.getNumElements());
  return ConstantOp::create(
      builder, loc, type, llvm::cast<ElementsAttr>(DenseElementsAttr::get(type, ArrayRef<int64_t>(values))));
}

Value GradientBuilder::identity(int64_t n, Type element) {
  Value places = numbers({n});
  return cast(compare(Predicate::EQ, reshape(places, {n, 1}), places), element);
}

Value GradientBuilder::cast(Value x, Type element) {
  auto type = llvm::cast<RankedTensorType>(x.getType());
  if (type.getElementType() == element)
    return x;
  return CastOp::create(builder, loc, type.clone(element), x);
}

Value GradientBuilder::reshape(Value x, ArrayRef<int64_t> shape) {
  auto type = llvm::cast<RankedTensorType>(x.getType());
  return type.getShape() == shape ? x : make<ReshapeOp>(type.clone(shape), x);
}

Value GradientBuilder::expand(Value x, ArrayRef<int64_t> shape) {
  auto type = llvm::cast<RankedTensorType>(x.getType());
  return type.getShape() == shape ? x : make<ExpandOp>(type.clone(shape), x);
}

Value GradientBuilder::transpose(Value x, ArrayRef<int64_t> perm) {
  if (llvm::equal(perm, axesFrom(0, rankOf(x))))
    return x;
  return make<TransposeOp>(x, builder.getDenseI64ArrayAttr(perm));
}

Value GradientBuilder::transposeLast(Value x) {
  SmallVector<int64_t> perm = axesFrom(0, rankOf(x));
  std::swap(perm[perm.size() - 1], perm[perm.size() - 2]);
  return transpose(x, perm);
}

Value GradientBuilder::slice(Value x, int64_t dim, int64_t offset, int64_t size, int64_t stride) {
  SmallVector<int64_t> offsets(rankOf(x), 0), sizes(shapeOf(x)), strides(rankOf(x), 1);
  if (offset == 0 && size == sizes[dim] && stride == 1)
    return x;
  offsets[dim] = offset;
  sizes[dim] = size;
  strides[dim] = stride;
  return make<SliceOp>(x, offsets, sizes, strides);
}

Value GradientBuilder::pad(Value x, ArrayRef<int64_t> low, ArrayRef<int64_t> high, double value) {
  auto isZero = [](int64_t size) { return size == 0; };
  if (llvm::all_of(low, isZero) && llvm::all_of(high, isZero))
    return x;
  return make<PadOp>(x, low, high, PadMode::Constant, llvm::APFloat(value));
}

Value GradientBuilder::pad(Value x, int64_t dim, int64_t low, int64_t high) {
  SmallVector<int64_t> before(rankOf(x), 0), after(rankOf(x), 0);
  before[dim] = low;
  after[dim] = high;
  return pad(x, before, after);
}

Value GradientBuilder::concat(ArrayRef<Value> parts, int64_t dim) {
  return parts.size() == 1 ? parts[0] : make<ConcatOp>(ValueRange(parts), uint64_t(dim));
}

Value GradientBuilder::sum(Value x, ArrayRef<int64_t> dims, bool keepdim) {
  return dims.empty() ? x : make<SumOp>(x, builder.getDenseI64ArrayAttr(dims), builder.getBoolAttr(keepdim));
}

Value GradientBuilder::mean(Value x, ArrayRef<int64_t> dims, bool keepdim) {
  int64_t count = 1;
  for (int64_t dim : dims)
    count *= shapeOf(x)[dim];
  return mul(sum(x, dims, keepdim), 1.0 / double(std::max<int64_t>(count, 1)));
}

Value GradientBuilder::sumTo(Value x, ArrayRef<int64_t> shape) {
  ArrayRef<int64_t> from = shapeOf(x);
  SmallVector<int64_t> dims;
  const size_t added = from.size() - shape.size();
  for (size_t axis = 0; axis < from.size(); ++axis)
    if (axis < added || (shape[axis - added] == 1 && from[axis] != 1))
      dims.push_back(int64_t(axis));
  return reshape(sum(x, dims), shape);
}

} // namespace aic

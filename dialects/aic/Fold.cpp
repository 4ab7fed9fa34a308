// Folders: identities that need no arithmetic on constants. Computing with constants is the constant-folding
// pass's work (compiler/transforms), by the reference evaluator.
#include "dialects/aic/Aic.h"

using namespace mlir;

namespace aic {
namespace {

/// The operation of type OpTy that makes `value`, if it stands before `user`. In a graph region (a module's
/// top level) operations may form cycles; folding along one would never end.
template <typename OpTy> OpTy producer(Value value, Operation* user) {
  auto op = value.getDefiningOp<OpTy>();
  return op && (op->getBlock() != user->getBlock() || op->isBeforeInBlock(user)) ? op : OpTy();
}

/// True for a constant that holds nothing but `number`, 0 or 1, of either sign of zero.
bool isFilledWith(Attribute attribute, int number) {
  constexpr int64_t kScanned = 4096; // longer ones that are not splats are parameters
  auto elements = dyn_cast_if_present<DenseIntOrFPElementsAttr>(attribute);
  if (!elements || elements.empty() || (!elements.isSplat() && elements.getNumElements() > kScanned))
    return false;
  if (isa<FloatType>(elements.getElementType())) {
    auto is = [&](const APFloat& value) {
      return number == 0 ? value.isZero() : value.isExactlyValue(number);
    };
    return elements.isSplat() ? is(elements.getSplatValue<APFloat>())
                              : llvm::all_of(elements.getValues<APFloat>(), is);
  }
  auto is = [&](const APInt& value) { return value == uint64_t(number); };
  return elements.isSplat() ? is(elements.getSplatValue<APInt>())
                            : llvm::all_of(elements.getValues<APInt>(), is);
}

/// `x` in place of `result`, where they have one type: no constant widened the shape. (x is the result itself
/// only in a graph region's cycle.)
OpFoldResult identity(Value x, Value result) {
  return x.getType() == result.getType() && x != result ? OpFoldResult(x) : OpFoldResult();
}

} // namespace

OpFoldResult ConstantOp::fold(FoldAdaptor) {
  return getValue();
}

OpFoldResult ReluOp::fold(FoldAdaptor) {
  return producer<ReluOp>(getX(), *this) ? OpFoldResult(getX()) : OpFoldResult();
}

// x + 0.0 makes +0 of a -0; everything else is exact. No model can tell: the two differ only under 1/x and in
// the sign of what underflows.
OpFoldResult AddOp::fold(FoldAdaptor adaptor) {
  return isFilledWith(adaptor.getB(), 0) ? identity(getA(), getResult()) : OpFoldResult();
}

// x - 0.0 is exact; x - (-0.0) is x + 0.0, see there.
OpFoldResult SubOp::fold(FoldAdaptor adaptor) {
  return isFilledWith(adaptor.getB(), 0) ? identity(getA(), getResult()) : OpFoldResult();
}

// x * 1 and x / 1 are exact, of NaN and the zeros too.
OpFoldResult MulOp::fold(FoldAdaptor adaptor) {
  return isFilledWith(adaptor.getB(), 1) ? identity(getA(), getResult()) : OpFoldResult();
}

OpFoldResult DivOp::fold(FoldAdaptor adaptor) {
  return isFilledWith(adaptor.getB(), 1) ? identity(getA(), getResult()) : OpFoldResult();
}

OpFoldResult CastOp::fold(FoldAdaptor) {
  return identity(getX(), getResult());
}

OpFoldResult ReshapeOp::fold(FoldAdaptor) {
  if (getX().getType() == getType())
    return identity(getX(), getResult());
  if (auto inner = producer<ReshapeOp>(getX(), *this)) {
    getXMutable().assign(inner.getX());
    return getResult();
  }
  return {};
}

OpFoldResult TransposeOp::fold(FoldAdaptor) {
  bool isIdentity = getX().getType() == getType();
  for (auto [i, axis] : llvm::enumerate(getPerm()))
    isIdentity &= axis == int64_t(i);
  if (isIdentity)
    return identity(getX(), getResult());
  if (auto inner = producer<TransposeOp>(getX(), *this)) {
    SmallVector<int64_t>
        perm; // result axis i is the inner result's axis perm[i], which is x's axis inner[perm[i]]
    for (int64_t axis : getPerm())
      perm.push_back(inner.getPerm()[axis]);
    setPerm(perm);
    getXMutable().assign(inner.getX());
    return getResult();
  }
  return {};
}

OpFoldResult ExpandOp::fold(FoldAdaptor) {
  if (getX().getType() == getType())
    return identity(getX(), getResult());
  if (auto inner = producer<ExpandOp>(getX(), *this)) {
    getXMutable().assign(inner.getX());
    return getResult();
  }
  return {};
}

OpFoldResult ConcatOp::fold(FoldAdaptor) {
  return getInputs().size() == 1 ? identity(getInputs().front(), getResult()) : OpFoldResult();
}

OpFoldResult SliceOp::fold(FoldAdaptor) {
  if (getX().getType() != getType())
    return {};
  // The whole of x, forwards: where the sizes are x's, a step other than 1 or -1 would leave it.
  for (auto [size, stride] : llvm::zip_equal(getSizes(), getStrides()))
    if (size > 1 && stride != 1)
      return {};
  return identity(getX(), getResult());
}

} // namespace aic

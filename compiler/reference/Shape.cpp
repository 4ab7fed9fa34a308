// Operations that move elements and compute none.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include "llvm/ADT/APSInt.h"

#include <algorithm>

using namespace mlir;

namespace aic::reference {
namespace {

/// The result's elements, read from x at `first` plus the strides along the result's axes.
LogicalResult gather(Operation* op, const Tensor& x, int64_t first, const Strides& strides,
                     Results& results) {
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  std::array<Strides, 1> sets = {strides};
  if (result->isFloat())
    walk(result->shape, sets, [&](int64_t n, const auto& at) { result->f[n] = x.f[first + at[0]]; });
  else
    walk(result->shape, sets, [&](int64_t n, const auto& at) { result->i[n] = x.i[first + at[0]]; });
  results.push_back(std::move(*result));
  return success();
}

LogicalResult reshape(Operation* op, Operands operands, Results& results) {
  Tensor result = *operands[0];
  ArrayRef<int64_t> shape = cast<RankedTensorType>(op->getResult(0).getType()).getShape();
  result.shape.assign(shape.begin(), shape.end());
  results.push_back(std::move(result));
  return success();
}

LogicalResult transpose(Operation* op, Operands operands, Results& results) {
  Strides from = rowMajorStrides(operands[0]->shape), strides;
  for (int64_t axis : cast<TransposeOp>(op).getPerm())
    strides.push_back(from[axis]);
  return gather(op, *operands[0], 0, strides, results);
}

LogicalResult expand(Operation* op, Operands operands, Results& results) {
  ArrayRef<int64_t> shape = cast<RankedTensorType>(op->getResult(0).getType()).getShape();
  return gather(op, *operands[0], 0, broadcastStrides(operands[0]->shape, shape), results);
}

LogicalResult slice(Operation* op, Operands operands, Results& results) {
  auto slice = cast<SliceOp>(op);
  Strides strides = rowMajorStrides(operands[0]->shape);
  int64_t first = 0;
  bool empty = llvm::is_contained(slice.getSizes(), 0);
  for (size_t axis = 0; axis < strides.size() && !empty; ++axis) {
    // In range, for the slice is not empty: its first element lies inside x, and where there are more, so do
    // they.
    first += slice.getOffsets()[axis] * strides[axis];
    strides[axis] = slice.getSizes()[axis] == 1 ? 0 : strides[axis] * slice.getStrides()[axis];
  }
  return gather(op, *operands[0], first, strides, results);
}

LogicalResult concat(Operation* op, Operands operands, Results& results) {
  int64_t dim = cast<ConcatOp>(op).getDim();
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (result->size() == 0) {
    results.push_back(std::move(*result));
    return success();
  }
  int64_t row =
      result->shape[dim] * rowMajorStrides(result->shape)[dim]; // elements of result per outer index
  int64_t outer = result->size() / row;
  int64_t at = 0;
  for (const Tensor* x : operands) {
    int64_t part = x->size() / outer;
    for (int64_t n = 0; n < outer; ++n) {
      if (x->isFloat())
        std::copy_n(x->f.begin() + n * part, part, result->f.begin() + n * row + at);
      else
        std::copy_n(x->i.begin() + n * part, part, result->i.begin() + n * row + at);
    }
    at += part;
  }
  results.push_back(std::move(*result));
  return success();
}

/// For each place of a padded axis the place of the axis it shows, or -1 where the pad value stands.
std::vector<int64_t> paddedAxis(PadMode mode, int64_t size, int64_t low, int64_t padded) {
  std::vector<int64_t> from(padded);
  for (int64_t place = 0; place < padded; ++place) {
    int64_t at = place - low;
    if (at >= 0 && at < size)
      from[place] = at;
    else if (mode == PadMode::Constant)
      from[place] = -1;
    else if (mode == PadMode::Replicate)
      from[place] = at < 0 ? 0 : size - 1;
    else
      from[place] = at < 0 ? -at : 2 * (size - 1) - at;
  }
  return from;
}

LogicalResult pad(Operation* op, Operands operands, Results& results) {
  auto pad = cast<PadOp>(op);
  const Tensor& x = *operands[0];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  double value = pad.getValue().convertToDouble();
  int64_t integer = 0;
  if (!result->isFloat()) {
    // Saturating to 64 bits (NaN to 0), then to the width as integers wrap.
    llvm::APSInt whole(64, /*isUnsigned=*/false);
    bool exact;
    pad.getValue().convertToInteger(whole, llvm::APFloat::rmTowardZero, &exact);
    integer = wrapTo(result->element, result->element.isInteger(1) ? value != 0 : whole.getSExtValue());
  }
  if (result->size() > 0) {
    std::vector<std::vector<int64_t>> from;
    for (size_t axis = 0; axis < x.shape.size(); ++axis)
      from.push_back(paddedAxis(pad.getMode(), x.shape[axis], pad.getLow()[axis], result->shape[axis]));
    Strides strides = rowMajorStrides(x.shape);
    SmallVector<int64_t> index(x.shape.size(), 0);
    for (int64_t n = 0; n < result->size(); ++n) {
      int64_t at = 0;
      for (size_t axis = 0; axis < index.size() && at >= 0; ++axis)
        at = from[axis][index[axis]] < 0 ? -1 : at + from[axis][index[axis]] * strides[axis];
      if (result->isFloat())
        result->f[n] = at < 0 ? value : x.f[at];
      else
        result->i[n] = at < 0 ? integer : x.i[at];
      for (size_t axis = index.size(); axis-- > 0;) {
        if (++index[axis] < result->shape[axis])
          break;
        index[axis] = 0;
      }
    }
  }
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.concat", concat},   {"aic.expand", expand}, {"aic.pad", pad},
    {"aic.reshape", reshape}, {"aic.slice", slice},   {"aic.transpose", transpose},
};

} // namespace

ArrayRef<Entry> shapeEntries() {
  return kEntries;
}

} // namespace aic::reference

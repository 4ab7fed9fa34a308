// Operations that read at the places that another operand names. An index out of range is an error.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <algorithm>

using namespace mlir;

namespace aic::reference {
namespace {

/// Fails, with an error that names the first bad one, unless all indices are in [0, size).
LogicalResult checkIndices(Operation* op, StringRef name, const Tensor& index, int64_t size) {
  auto bad = llvm::find_if(index.i, [&](int64_t value) { return value < 0 || value >= size; });
  if (bad == index.i.end())
    return success();
  std::string place;
  int64_t linear = bad - index.i.begin();
  for (auto [axis, stride] : llvm::enumerate(rowMajorStrides(index.shape)))
    place += (axis == 0 ? "" : ", ") + std::to_string(linear / stride % index.shape[axis]);
  return emitFailure(op) << name << (place.empty() ? "" : "[" + place + "]") << " is " << *bad
                         << ", which is not in [0, " << size << ")";
}

/// The slices of x along an axis, one for each of index.
LogicalResult takeSlices(Operation* op, const Tensor& x, StringRef name, const Tensor& index, int64_t dim,
                         Results& results) {
  if (failed(checkIndices(op, name, index, x.shape[dim])))
    return failure();
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  int64_t inner = rowMajorStrides(x.shape)[dim], size = x.shape[dim];
  int64_t slices = result->size() == 0 ? 0 : result->size() / inner; // x is not empty then: C3
  for (int64_t slice = 0; slice < slices; ++slice) {
    int64_t from = (slice / index.size() * size + index.i[slice % index.size()]) * inner;
    if (x.isFloat())
      std::copy_n(x.f.begin() + from, inner, result->f.begin() + slice * inner);
    else
      std::copy_n(x.i.begin() + from, inner, result->i.begin() + slice * inner);
  }
  results.push_back(std::move(*result));
  return success();
}

LogicalResult embedding(Operation* op, Operands operands, Results& results) {
  return takeSlices(op, *operands[1], "ids", *operands[0], 0, results);
}

LogicalResult take(Operation* op, Operands operands, Results& results) {
  return takeSlices(op, *operands[0], "index", *operands[1], int64_t(cast<TakeOp>(op).getDim()), results);
}

LogicalResult gather(Operation* op, Operands operands, Results& results) {
  const Tensor &x = *operands[0], &index = *operands[1];
  int64_t dim = int64_t(cast<GatherOp>(op).getDim());
  if (failed(checkIndices(op, "index", index, x.shape[dim])))
    return failure();
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  std::array<Strides, 1> strides = {rowMajorStrides(x.shape)};
  int64_t stride = strides[0][dim];
  strides[0][dim] = 0;
  walk(result->shape, strides, [&](int64_t n, const auto& at) {
    int64_t from = at[0] + index.i[n] * stride;
    if (x.isFloat())
      result->f[n] = x.f[from];
    else
      result->i[n] = x.i[from];
  });
  results.push_back(std::move(*result));
  return success();
}

LogicalResult oneHot(Operation* op, Operands operands, Results& results) {
  const Tensor& ids = *operands[0];
  int64_t classes = int64_t(cast<OneHotOp>(op).getNumClasses());
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  for (int64_t n = 0; n < ids.size(); ++n)
    if (ids.i[n] >= 0 && ids.i[n] < classes)
      result->i[n * classes + ids.i[n]] = 1;
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.embedding", embedding}, {"aic.gather", gather}, {"aic.one_hot", oneHot}, {"aic.take", take}};

} // namespace

ArrayRef<Entry> indexingEntries() {
  return kEntries;
}

} // namespace aic::reference

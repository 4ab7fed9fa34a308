// Operations that read or write at the places that another operand names, or find places. An index out of
// range is an error.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <algorithm>
#include <numeric>

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

/// The start of a slice of `size` elements in an axis of `whole`; fails, with an error, where it does not
/// fit.
FailureOr<int64_t> startOf(Operation* op, const Tensor& start, int64_t size, int64_t whole) {
  if (start.i[0] < 0 || start.i[0] > whole - size)
    return emitFailure(op) << "start is " << start.i[0] << ", which is not in [0, " << whole - size << "]";
  return start.i[0];
}

/// Copies a slice of `size` along `dim` between a whole, from `start` on, and a tensor that is no more than
/// it.
template <typename Whole, typename Part, typename Copy>
void walkSlice(Whole& whole, Part& part, int64_t dim, int64_t start, Copy copy) {
  const int64_t inner = rowMajorStrides(whole.shape)[dim];
  const int64_t rows = part.shape[dim] * inner, stride = whole.shape[dim] * inner;
  for (int64_t at = 0, from = start * inner; at < part.size(); at += rows, from += stride)
    if (whole.isFloat())
      copy(whole.f.begin() + from, part.f.begin() + at, rows);
    else
      copy(whole.i.begin() + from, part.i.begin() + at, rows);
}

LogicalResult updateSlice(Operation* op, Operands operands, Results& results) {
  const Tensor &values = *operands[0], &x = *operands[1];
  const auto dim = static_cast<int64_t>(cast<UpdateSliceOp>(op).getDim());
  FailureOr<int64_t> start = startOf(op, *operands[2], values.shape[dim], x.shape[dim]);
  if (failed(start))
    return failure();
  Tensor result = x;
  if (values.size() != 0)
    walkSlice(result, values, dim, *start, [](auto to, auto from, int64_t n) { std::copy_n(from, n, to); });
  results.push_back(std::move(result));
  return success();
}

LogicalResult narrow(Operation* op, Operands operands, Results& results) {
  const Tensor& x = *operands[0];
  auto narrow = cast<NarrowOp>(op);
  const auto dim = static_cast<int64_t>(narrow.getDim());
  FailureOr<int64_t> start = startOf(op, *operands[1], static_cast<int64_t>(narrow.getSize()), x.shape[dim]);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(start) || failed(result))
    return failure();
  if (result->size() != 0)
    walkSlice(x, *result, dim, *start, [](auto from, auto to, int64_t n) { std::copy_n(from, n, to); });
  results.push_back(std::move(*result));
  return success();
}

double combine(ScatterReduction reduction, Type element, double old, double update) {
  switch (reduction) {
  case ScatterReduction::None:
    return update;
  case ScatterReduction::Add:
    return roundTo(element, old + update);
  case ScatterReduction::Mul:
    return roundTo(element, old * update);
  case ScatterReduction::Min:
    return std::isnan(old) || old < update ? old : update;
  case ScatterReduction::Max:
    return std::isnan(old) || old > update ? old : update;
  }
  llvm_unreachable("a reduction without a meaning");
}

int64_t combine(ScatterReduction reduction, Type element, int64_t old, int64_t update) {
  switch (reduction) {
  case ScatterReduction::None:
    return update;
  case ScatterReduction::Add:
    return wrapTo(element, static_cast<int64_t>(static_cast<uint64_t>(old) + static_cast<uint64_t>(update)));
  case ScatterReduction::Mul:
    return wrapTo(element, static_cast<int64_t>(static_cast<uint64_t>(old) * static_cast<uint64_t>(update)));
  case ScatterReduction::Min:
    return std::min(old, update);
  case ScatterReduction::Max:
    return std::max(old, update);
  }
  llvm_unreachable("a reduction without a meaning");
}

LogicalResult scatter(Operation* op, Operands operands, Results& results) {
  auto scatter = cast<ScatterOp>(op);
  const Tensor &x = *operands[0], &index = *operands[1], &updates = *operands[2];
  int64_t dim = int64_t(scatter.getDim());
  if (failed(checkIndices(op, "index", index, x.shape[dim])))
    return failure();
  Tensor result = x;
  std::array<Strides, 1> strides = {rowMajorStrides(x.shape)};
  int64_t stride = strides[0][dim];
  strides[0][dim] = 0;
  walk(index.shape, strides, [&](int64_t n, const auto& at) {
    int64_t to = at[0] + index.i[n] * stride;
    if (x.isFloat())
      result.f[to] = combine(scatter.getReduction(), x.element, result.f[to], updates.f[n]);
    else
      result.i[to] = combine(scatter.getReduction(), x.element, result.i[to], updates.i[n]);
  });
  results.push_back(std::move(result));
  return success();
}

/// Whether a is before b where the largest come first: NaN is larger than every number.
template <typename T> bool isLarger(T a, T b) {
  if constexpr (std::is_floating_point_v<T>)
    if (std::isnan(a) || std::isnan(b))
      return !std::isnan(b);
  return a > b;
}

LogicalResult topk(Operation* op, Operands operands, Results& results) {
  auto topk = cast<TopkOp>(op);
  const Tensor& x = *operands[0];
  int64_t dim = int64_t(topk.getDim()), k = int64_t(topk.getK()), length = x.shape[dim];
  FailureOr<Tensor> values = zeros(op, op->getResult(0).getType()),
                    indices = zeros(op, op->getResult(1).getType());
  if (failed(values) || failed(indices))
    return failure();
  int64_t inner = rowMajorStrides(x.shape)[dim], lines = k == 0 ? 0 : values->size() / k;
  std::vector<int64_t> order(static_cast<size_t>(length));
  for (int64_t line = 0; line < lines; ++line) {
    int64_t from = line / inner * inner * length + line % inner;
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int64_t a, int64_t b) {
      if (!topk.getLargest())
        std::swap(a, b);
      return x.isFloat() ? isLarger(x.f[from + a * inner], x.f[from + b * inner])
                         : isLarger(x.i[from + a * inner], x.i[from + b * inner]);
    });
    int64_t to = line / inner * inner * k + line % inner;
    for (int64_t i = 0; i < k; ++i, to += inner) {
      if (x.isFloat())
        values->f[to] = x.f[from + order[i] * inner];
      else
        values->i[to] = x.i[from + order[i] * inner];
      indices->i[to] = order[i];
    }
  }
  results.push_back(std::move(*values));
  results.push_back(std::move(*indices));
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

const Entry kEntries[] = {{"aic.embedding", embedding}, {"aic.gather", gather},
                          {"aic.narrow", narrow},       {"aic.one_hot", oneHot},
                          {"aic.scatter", scatter},     {"aic.take", take},
                          {"aic.topk", topk},           {"aic.update_slice", updateSlice}};

} // namespace

ArrayRef<Entry> indexingEntries() {
  return kEntries;
}

} // namespace aic::reference

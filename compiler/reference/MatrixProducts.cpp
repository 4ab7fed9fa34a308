// Matrix products.
#include "compiler/reference/Evaluators.h"
#include "compiler/reference/Products.h"
#include "dialects/aic/Aic.h"

#include <algorithm>

using namespace mlir;

namespace aic::reference {
namespace {

// Blocks, so that what is read again is still in the second-level cache: columns times inner places of b in
// addProduct, rows of a in addProductTransposed.
constexpr int64_t kColumns = 256, kInner = 64, kRows = 64;

/// c += a . b for one row of a and c, four rows of b at a time: an element of c is then read and written a
/// quarter as often. The loops run along rows, and vectorise.
void addRow(const double* a, const double* b, int64_t bStride, double* __restrict c, int64_t k, int64_t n) {
  int64_t inner = 0;
  for (; inner + 4 <= k; inner += 4) {
    const double *b0 = b + inner * bStride, *b1 = b0 + bStride, *b2 = b1 + bStride, *b3 = b2 + bStride;
    double a0 = a[inner], a1 = a[inner + 1], a2 = a[inner + 2], a3 = a[inner + 3];
    for (int64_t column = 0; column < n; ++column)
      c[column] += a0 * b0[column] + a1 * b1[column] + a2 * b2[column] + a3 * b3[column];
  }
  for (; inner < k; ++inner)
    for (int64_t column = 0; column < n; ++column)
      c[column] += a[inner] * b[inner * bStride + column];
}

/// In eight partial sums, for the compiler may not reorder one.
double dot(const double* a, const double* b, int64_t count) {
  double sums[8] = {};
  int64_t n = 0;
  for (; n + 8 <= count; n += 8)
    for (int64_t lane = 0; lane < 8; ++lane)
      sums[lane] += a[n + lane] * b[n + lane];
  double sum = 0;
  for (; n < count; ++n)
    sum += a[n] * b[n];
  for (double partial : sums)
    sum += partial;
  return sum;
}

/// The elements of f32 that meet bf16, moved by the rounding to bf16 that a kernel may make of them; else
/// numbersOf().
const std::vector<double>& factorsOf(const Operands& operands, std::vector<double>& room) {
  const Tensor &x = *operands[0], &weight = *operands[1];
  if (!operands.rounding || !x.element.isF32() || !weight.element.isBF16())
    return numbersOf(x, room);
  Tensor rounded;
  rounded.element = weight.element;
  rounded.f = x.f;
  operands.rounding->move(rounded);
  room = std::move(rounded.f);
  return room;
}

LogicalResult matmul(Operation* op, Operands operands, Results& results) {
  const Tensor &a = *operands[0], &b = *operands[1];
  std::vector<double> rooms[2];
  const std::vector<double>&as = factorsOf(operands, rooms[0]), &bs = numbersOf(b, rooms[1]);
  FailureOr<Tensor> result = zeroSums(op);
  if (failed(result))
    return failure();
  ArrayRef<int64_t> batch = ArrayRef(result->shape).drop_back(2);
  int64_t m = a.shape[a.shape.size() - 2], k = a.shape.back(), n = b.shape.back();
  if (result->size() > 0 && k > 0) {
    std::array<Strides, 2> strides = {broadcastStrides(ArrayRef(a.shape).drop_back(2), batch),
                                      broadcastStrides(ArrayRef(b.shape).drop_back(2), batch)};
    walk(batch, strides, [&](int64_t number, const auto& at) {
      addProduct(&as[at[0] * m * k], &bs[at[1] * k * n], &result->f[number * m * n], m, k, n);
    });
  }
  makeSums(op, *result);
  results.push_back(std::move(*result));
  return success();
}

LogicalResult linear(Operation* op, Operands operands, Results& results) {
  const Tensor& weight = *operands[1];
  const Tensor* bias = operands.size() > 2 ? operands[2] : nullptr;
  std::vector<double> rooms[3];
  const std::vector<double>&xs = factorsOf(operands, rooms[0]), &weights = numbersOf(weight, rooms[1]);
  FailureOr<Tensor> result = zeroSums(op);
  if (failed(result))
    return failure();
  int64_t k = weight.shape[1], n = weight.shape[0];
  int64_t m = result->size() == 0 ? 0 : result->size() / n;
  if (bias) {
    const std::vector<double>& terms = numbersOf(*bias, rooms[2]);
    for (int64_t row = 0; row < m; ++row)
      std::copy(terms.begin(), terms.end(), result->f.begin() + row * n);
  }
  addProductTransposed(xs.data(), k, weights.data(), result->f.data(), m, k, n);
  makeSums(op, *result);
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.linear", linear},
    {"aic.matmul", matmul},
};

} // namespace

const std::vector<double>& numbersOf(const Tensor& tensor, std::vector<double>& room) {
  if (tensor.isFloat())
    return tensor.f;
  room.assign(tensor.i.begin(), tensor.i.end());
  return room;
}

FailureOr<Tensor> zeroSums(Operation* op) {
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  return zeros(op, type.getElementType().isInteger() ? type.clone(Float64Type::get(op->getContext())) : type);
}

void makeSums(Operation* op, Tensor& result) {
  Type element = getElementTypeOrSelf(op->getResult(0).getType());
  if (!element.isInteger())
    return;
  result.element = element;
  result.i.reserve(result.f.size());
  for (double sum : result.f) // below 2^40 * 2^15
    result.i.push_back(wrapTo(element, static_cast<int64_t>(sum)));
  result.f = {};
}

void addProduct(const double* a, const double* b, double* c, int64_t m, int64_t k, int64_t n) {
  for (int64_t column = 0; column < n; column += kColumns)
    for (int64_t inner = 0; inner < k; inner += kInner)
      for (int64_t row = 0; row < m; ++row)
        addRow(a + row * k + inner, b + inner * n + column, n, c + row * n + column,
               std::min(kInner, k - inner), std::min(kColumns, n - column));
}

void addProductTransposed(const double* a, int64_t aStride, const double* b, double* c, int64_t m, int64_t k,
                          int64_t n) {
  // Weights outside: they are the larger operand.
  for (int64_t first = 0; first < m; first += kRows)
    for (int64_t column = 0; column < n; ++column)
      for (int64_t row = first; row < std::min(m, first + kRows); ++row)
        c[row * n + column] += dot(a + row * aStride, b + column * k, k);
}

ArrayRef<Entry> matrixProductEntries() {
  return kEntries;
}

} // namespace aic::reference

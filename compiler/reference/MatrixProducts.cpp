// Matrix products.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

using namespace mlir;

namespace aic::reference {
namespace {

/// c += a . b for row-major [m, k], [k, n], [m, n]. The inner loop runs along rows of b and c, and
/// vectorises.
void multiply(const double* a, const double* b, double* __restrict c, int64_t m, int64_t k, int64_t n) {
  for (int64_t row = 0; row < m; ++row)
    for (int64_t inner = 0; inner < k; ++inner) {
      double factor = a[row * k + inner];
      for (int64_t column = 0; column < n; ++column)
        c[row * n + column] += factor * b[inner * n + column];
    }
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

LogicalResult matmul(Operation* op, Operands operands, Results& results) {
  const Tensor &a = *operands[0], &b = *operands[1];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  ArrayRef<int64_t> batch = ArrayRef(result->shape).drop_back(2);
  int64_t m = a.shape[a.shape.size() - 2], k = a.shape.back(), n = b.shape.back();
  if (result->size() > 0 && k > 0) {
    std::array<Strides, 2> strides = {broadcastStrides(ArrayRef(a.shape).drop_back(2), batch),
                                      broadcastStrides(ArrayRef(b.shape).drop_back(2), batch)};
    walk(batch, strides, [&](int64_t number, const auto& at) {
      multiply(&a.f[at[0] * m * k], &b.f[at[1] * k * n], &result->f[number * m * n], m, k, n);
    });
  }
  results.push_back(std::move(*result));
  return success();
}

LogicalResult linear(Operation* op, Operands operands, Results& results) {
  const Tensor &x = *operands[0], &weight = *operands[1];
  const Tensor* bias = operands.size() > 2 ? operands[2] : nullptr;
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  int64_t k = weight.shape[1], n = weight.shape[0];
  int64_t m = result->size() == 0 ? 0 : result->size() / n;
  // Weights outside: they are the larger operand, and are read once.
  for (int64_t column = 0; column < n && m > 0; ++column)
    for (int64_t row = 0; row < m; ++row)
      result->f[row * n + column] =
          dot(x.f.data() + row * k, weight.f.data() + column * k, k) + (bias ? bias->f[column] : 0);
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.linear", linear},
    {"aic.matmul", matmul},
};

} // namespace

ArrayRef<Entry> matrixProductEntries() {
  return kEntries;
}

} // namespace aic::reference

// Tensors of few bits: dequantize, and the product that reads blocks.
#include "dialects/aic/Quantised.h"

#include "compiler/reference/Products.h"

using namespace mlir;

namespace aic::reference {
namespace {

/// The numbers that q holds, one after another.
std::vector<double> unpacked(const Tensor& q, int64_t bits) {
  std::vector<double> numbers;
  if (bits == 8)
    numbers.assign(q.i.begin(), q.i.end());
  else
    for (int64_t byte : q.i)
      for (int64_t half : {byte & 15, byte >> 4 & 15})
        numbers.push_back(double(q.element.isUnsignedInteger() || half < 8 ? half : half - 16));
  return numbers;
}

LogicalResult dequantize(Operation* op, Operands operands, Results& results) {
  auto dequantize = cast<DequantizeOp>(op);
  const Tensor &scale = *operands[1], *zero = operands.size() > 2 ? operands[2] : nullptr;
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  std::vector<double> numbers = unpacked(*operands[0], dequantize.getBits());
  const int64_t rank = int64_t(result->shape.size()), block = dequantize.getBlock(),
                axis = dequantize.getAxis();
  const Strides strides = rowMajorStrides(scale.shape);
  SmallVector<int64_t> index(rank, 0);
  for (int64_t n = 0; n < result->size(); ++n) {
    int64_t at = 0;
    for (int64_t i = 0; i < rank; ++i)
      if (scale.shape[i] != 1)
        at += strides[i] * (block > 0 && i == axis ? index[i] / block : index[i]);
    double number = numbers[n] - (zero ? double(zero->i[at]) : 0);
    result->f[n] = number * scale.f[at];
    for (int64_t i = rank; i-- > 0 && ++index[i] == result->shape[i];)
      index[i] = 0;
  }
  results.push_back(std::move(*result));
  return success();
}

LogicalResult blockLinear(Operation* op, Operands operands, Results& results) {
  auto linear = cast<BlockLinearOp>(op);
  const Tensor &x = *operands[0], &scale = *operands[2];
  const Tensor* bias = operands.size() > 3 ? operands[3] : nullptr;
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  const int64_t k = x.shape.back(), n = result->shape.back(), m = n == 0 ? 0 : result->size() / n;
  std::vector<double> weights = unpacked(*operands[1], linear.getBits());
  for (int64_t row = 0; row < n; ++row)
    for (int64_t i = 0; i < k; ++i)
      weights[row * k + i] *= scale.f[row * scale.shape[1] + i / linear.getBlock()];
  if (bias)
    for (int64_t row = 0; row < m; ++row)
      std::copy(bias->f.begin(), bias->f.end(), result->f.begin() + row * n);
  addProductTransposed(x.f.data(), k, weights.data(), result->f.data(), m, k, n);
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {{"aic.block_linear", blockLinear}, {"aic.dequantize", dequantize}};

} // namespace

ArrayRef<Entry> quantisedEntries() {
  return kEntries;
}

} // namespace aic::reference

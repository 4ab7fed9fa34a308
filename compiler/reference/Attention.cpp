// Attention, a block of queries after another, so that the scores of all need not be held.
#include "compiler/reference/Evaluators.h"
#include "compiler/reference/Products.h"
#include "dialects/aic/AttentionForms.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// Queries that are worked on at once, unless their scores were more than kScores.
constexpr int64_t kQueries = 64, kScores = int64_t(1) << 20;

/// The mask as if it had the shape of the scores.
struct Mask {
  const Tensor* tensor; ///< null where there is none
  Strides strides;

  /// What is added to a score; `first` is the offset of the matrix of scores. As PyTorch does it, a score
  /// that is not seen becomes -inf by addition too: NaN stays.
  double at(int64_t first, int64_t query, int64_t key) const {
    if (!tensor)
      return 0;
    size_t rank = strides.size();
    int64_t n = first + query * strides[rank - 2] + key * strides[rank - 1];
    if (tensor->isFloat())
      return tensor->f[n];
    return tensor->i[n] != 0 ? 0 : -std::numeric_limits<double>::infinity();
  }
};

/// Keys or values as numbers: as they are, or where they are integers times the scale of their row, which
/// has leading axes of its own size or 1: made in `numbers`.
const std::vector<double>& numbersOf(const Tensor& stored, const Tensor* scale,
                                     std::vector<double>& numbers) {
  if (!scale)
    return stored.f;
  numbers.assign(stored.i.begin(), stored.i.end());
  SmallVector<int64_t> rows(stored.shape);
  const int64_t width = rows.pop_back_val();
  SmallVector<int64_t> shape(scale->shape);
  shape.pop_back();
  std::array<Strides, 1> strides = {broadcastStrides(shape, rows)};
  walk(rows, strides, [&](int64_t row, const auto& at) {
    for (int64_t i = 0; i < width; ++i)
      numbers[row * width + i] *= scale->f[at[0]];
  });
  return numbers;
}

/// Both kinds: of the operands only the last, the scales, are those of the second alone.
template <typename Op> LogicalResult attention(Operation* op, Operands operands, Results& results) {
  auto attention = cast<Op>(op);
  const Tensor &q = *operands[0], &k = *operands[1], &v = *operands[2];
  double scale = attention.getScale().convertToDouble();
  const Tensor *kScale = nullptr, *vScale = nullptr;
  if constexpr (std::is_same_v<Op, QuantisedAttentionOp>) {
    kScale = declaredOperand(attention, operands, 5);
    vScale = declaredOperand(attention, operands, 6);
  }
  std::vector<double> kMade, vMade;
  const std::vector<double>&kNumbers = numbersOf(k, kScale, kMade), &vNumbers = numbersOf(v, vScale, vMade);
  const InnerRounding inner(operands, q.element);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (result->size() == 0) {
    results.push_back(std::move(*result));
    return success();
  }
  size_t rank = q.shape.size();
  int64_t queries = q.shape[rank - 2], width = q.shape.back();
  int64_t keys = k.shape[rank - 2], valueWidth = v.shape.back();
  SmallVector<int64_t> shape(q.shape);
  shape.back() = keys;
  const Tensor* given = declaredOperand(attention, operands, 3);
  const Tensor* spans = op->hasAttr(kSpansAttr) ? given : nullptr;
  Mask mask{spans ? nullptr : given, Strides(rank, 0)};
  if (mask.tensor)
    mask.strides = broadcastStrides(mask.tensor->shape, shape);

  int64_t seen = keys,
          last = 0; // the first `seen` keys are there; with causal query i sees those up to last + i
  if (const Tensor* length = declaredOperand(attention, operands, 4)) {
    seen = length->i[0];
    int64_t least = attention.getCausal() ? std::max<int64_t>(queries, 1) : 1;
    if (seen < least || seen > keys)
      return emitFailure(op) << "length is " << seen << ", which is not in [" << least << ", " << keys << "]";
    last = seen - queries;
  }
  auto outside = [&](int64_t query, int64_t key) {
    return (attention.getCausal() && key > last + query) ||
           (spans && (key < spans->i[query] || key >= spans->i[queries + query]));
  };
  int64_t block = std::clamp<int64_t>(kScores / keys, 1, std::min(kQueries, queries));
  std::vector<double> scores(block * seen);
  std::array<Strides, 1> leading = {Strides(ArrayRef(mask.strides).drop_back(2))};
  walk(ArrayRef(shape).drop_back(2), leading, [&](int64_t number, const auto& at) {
    for (int64_t first = 0; first < queries; first += block) {
      int64_t count = std::min(block, queries - first);
      std::fill(scores.begin(), scores.end(), 0);
      addProductTransposed(&q.f[(number * queries + first) * width], width, &kNumbers[number * keys * width],
                           scores.data(), count, width, seen);
      for (int64_t row = 0; row < count; ++row) {
        double* line = &scores[row * seen];
        for (int64_t key = 0; key < seen; ++key) {
          line[key] = inner(line[key] * scale) + mask.at(at[0], first + row, key);
          if (outside(first + row, key))
            line[key] -= std::numeric_limits<double>::infinity();
        }
        softmaxLine(line, line, seen, 1, /*logarithm=*/false, inner);
        if (isGuarded(attention))
          std::replace_if(line, line + seen, [](double weight) { return std::isnan(weight); }, 0.0);
      }
      addProduct(scores.data(), &vNumbers[number * keys * valueWidth],
                 &result->f[(number * queries + first) * valueWidth], count, seen, valueWidth);
    }
  });
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {{"aic.attention", attention<AttentionOp>},
                          {"aic.quantised_attention", attention<QuantisedAttentionOp>}};

} // namespace

ArrayRef<Entry> attentionEntries() {
  return kEntries;
}

} // namespace aic::reference

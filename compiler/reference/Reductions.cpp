// Reductions over axes, and the place of the largest element.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

struct ReductionRow {
  StringRef name;
  double realStart;
  double (*real)(double sofar, double x);
  int64_t integerStart;
  int64_t (*integer)(int64_t sofar, int64_t x);
};

// NaN, once met, stays: it is larger and smaller than nothing. Integers wrap, as in Elementwise.cpp.
constexpr double kInfinity = std::numeric_limits<double>::infinity();
double add(double sofar, double x) {
  return sofar + x;
}
int64_t add(int64_t sofar, int64_t x) {
  return int64_t(uint64_t(sofar) + uint64_t(x));
}
const ReductionRow kReductions[] = {
    {"aic.amax", -kInfinity, [](double sofar, double x) { return x > sofar || std::isnan(x) ? x : sofar; },
     std::numeric_limits<int64_t>::min(), [](int64_t sofar, int64_t x) { return x > sofar ? x : sofar; }},
    {"aic.amin", kInfinity, [](double sofar, double x) { return x < sofar || std::isnan(x) ? x : sofar; },
     std::numeric_limits<int64_t>::max(), [](int64_t sofar, int64_t x) { return x < sofar ? x : sofar; }},
    {"aic.mean", 0, add, 0, add},
    {"aic.prod", 1, [](double sofar, double x) { return sofar * x; }, 1,
     [](int64_t sofar, int64_t x) { return int64_t(uint64_t(sofar) * uint64_t(x)); }},
    {"aic.sum", 0, add, 0, add},
};

/// Number of elements that each result element is reduced from, in double: it is a divisor.
double reducedCount(ArrayRef<int64_t> shape, ArrayRef<int64_t> dims) {
  double count = 1;
  for (int64_t dim : dims)
    count *= double(shape[dim]);
  return count;
}

LogicalResult reduce(Operation* op, Operands operands, Results& results) {
  const ReductionRow& row = *llvm::find_if(
      kReductions, [&](const ReductionRow& row) { return row.name == op->getName().getStringRef(); });
  const Tensor& x = *operands[0];
  ArrayRef<int64_t> dims = op->getAttrOfType<DenseI64ArrayAttr>("dims");
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();

  // The result as it is with keepdim: a reduced axis has one place, at stride 0.
  SmallVector<int64_t> kept(x.shape);
  for (int64_t dim : dims)
    kept[dim] = 1;
  std::array<Strides, 1> strides = {broadcastStrides(kept, x.shape)};
  auto element = [&](int64_t n) { return x.isFloat() ? x.f[n] : double(x.i[n]); };

  if (result->isFloat()) {
    std::fill(result->f.begin(), result->f.end(), row.realStart);
    walk(x.shape, strides,
         [&](int64_t n, const auto& at) { result->f[at[0]] = row.real(result->f[at[0]], element(n)); });
    if (isa<MeanOp>(op))
      for (double& value : result->f)
        value /= reducedCount(x.shape, dims);
  } else {
    if (isa<MeanOp>(op))
      return emitFailure(op) << "the mean of integers is not an integer";
    std::fill(result->i.begin(), result->i.end(), row.integerStart);
    walk(x.shape, strides,
         [&](int64_t n, const auto& at) { result->i[at[0]] = row.integer(result->i[at[0]], x.i[n]); });
    for (int64_t& value : result->i)
      value = wrapTo(result->element, value);
  }
  results.push_back(std::move(*result));
  return success();
}

/// The place of the first of the largest elements of a line; NaN is larger than every number.
template <typename T> int64_t placeOfLargest(const T* line, int64_t length, int64_t stride) {
  int64_t largest = 0;
  for (int64_t n = 1; n < length; ++n) {
    T found = line[n * stride], sofar = line[largest * stride];
    if (found > sofar || (found != found && sofar == sofar))
      largest = n;
  }
  return largest;
}

LogicalResult argmax(Operation* op, Operands operands, Results& results) {
  const Tensor& x = *operands[0];
  std::optional<uint64_t> dim = cast<ArgmaxOp>(op).getDim();
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  // Without dim the whole tensor is one line.
  int64_t length = dim ? x.shape[*dim] : x.size(), inner = dim ? rowMajorStrides(x.shape)[*dim] : 1;
  for (int64_t line = 0; line < result->size(); ++line) {
    int64_t first = line / inner * inner * length + line % inner;
    result->i[line] =
        x.isFloat() ? placeOfLargest(&x.f[first], length, inner) : placeOfLargest(&x.i[first], length, inner);
  }
  results.push_back(std::move(*result));
  return success();
}

} // namespace

ArrayRef<Entry> reductionEntries() {
  static const std::vector<Entry> entries = [] {
    std::vector<Entry> made = {{"aic.argmax", argmax}};
    for (const ReductionRow& row : kReductions)
      made.push_back({row.name, reduce});
    return made;
  }();
  return entries;
}

} // namespace aic::reference

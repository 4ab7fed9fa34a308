#include "compiler/reference/Uncertainty.h"

#include "compiler/reference/Evaluators.h"

#include "llvm/ADT/APFloat.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// What an element type can hold, and what a kernel's result may lack.
struct Precision {
  double rounding = 0; ///< half of the distance of 1 and the next number
  double step = 0;     ///< the distance of the numbers around 0
  double largest = 0;
  double relative = 0; ///< an error that the polynomials and sums of kernels may have

  explicit Precision(Type element) {
    auto type = dyn_cast<FloatType>(element);
    if (!type)
      return;
    const llvm::fltSemantics& semantics = type.getFloatSemantics();
    rounding = std::ldexp(1.0, -int(llvm::APFloat::semanticsPrecision(semantics)));
    // Kernels compute the narrow types in f32, whose numbers below the normal ones a function may drop.
    step = element.isF16() ? llvm::APFloat::getSmallest(semantics).convertToDouble()
                           : llvm::APFloat::getSmallestNormalized(semantics).convertToDouble();
    largest = llvm::APFloat::getLargest(semantics).convertToDouble();
    relative = element.isF64() ? 1e-10 : element.isF16() ? 5e-3 : element.isBF16() ? 4e-2 : 1e-4;
  }

  /// Whether a number rounds to infinity.
  bool overflows(double value) const { return std::fabs(value) >= largest * (1 + rounding / 2); }
};

double elementOf(const Tensor& tensor, int64_t i) {
  return tensor.isFloat() ? tensor.f[size_t(i)] : double(tensor.i[size_t(i)]);
}

bool same(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

/// Whether `found` is `value` as the type holds it, where that is a matter of equality.
bool isExactly(double found, double value, const Precision& precision) {
  return same(found, value) || (std::isinf(found) && precision.largest > 0 && precision.overflows(value) &&
                                std::signbit(found) == std::signbit(value));
}

/// How far element i may be from `wanted`, whose largest magnitude is `largest`.
double allowedAt(int64_t i, double wanted, double largest, ArrayRef<const Tensor*> moved,
                 const Precision& precision) {
  double spread = 0;
  for (const Tensor* tensor : moved)
    spread = std::max(spread, std::fabs(elementOf(*tensor, i) - wanted));
  if (std::isinf(wanted)) // any number is as far from it: only where it is uncertain itself
    return spread > 0 ? HUGE_VAL : 0;
  // A strict bound must fit sums of terms that are larger than themselves.
  if (moved.empty())
    return precision.relative * (std::fabs(wanted) + largest / 50) + precision.step;
  return std::max(precision.relative * std::fabs(wanted), 64 * spread) + precision.step;
}

/// Whether an element that is not `wanted` is one of what was computed with moved values. Of an integer it is
/// enough that these differ: where a rounding breaks the tie, the place of the largest may be any.
bool isMoved(int64_t i, double found, double wanted, ArrayRef<const Tensor*> moved,
             const Precision& precision, bool isFloat) {
  return llvm::any_of(moved, [&](const Tensor* tensor) {
    const double value = elementOf(*tensor, i);
    return isExactly(found, value, precision) || (!isFloat && value != wanted);
  });
}

/// Of numbers that are rounded to 8 bits, as a state's or an image's: once one has fallen to the other side
/// of a tie, all that is computed from it lies elsewhere beside its own ties, and other elements fall than
/// did in the moved computations. Of such a tensor about as many may differ as differ there, by as much.
class Fallen {
  double most_ = 0; // by which an element moved
  int64_t count_ = 0, strays_ = 0;

public:
  Fallen(const Tensor& wanted, ArrayRef<const Tensor*> moved) {
    if (!wanted.element.isInteger(8))
      return;
    for (const Tensor* tensor : moved) {
      int64_t count = 0;
      for (int64_t i = 0; i < wanted.size(); ++i)
        if (double off = std::fabs(elementOf(*tensor, i) - elementOf(wanted, i)); off > 0) {
          ++count;
          most_ = std::max(most_, off);
        }
      count_ = std::max(count_, count);
    }
  }
  /// Whether an element that fell in none of them may be so far off.
  bool takes(double off) { return off <= most_ && ++strays_ <= 2 * count_; }
};

uint64_t nextRandom(uint64_t& state) { // SplitMix64 (Steele, Lea, Flood 2014)
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

} // namespace

void RandomRounding::move(Tensor& tensor) {
  if (nearest) {
    for (double& value : tensor.f)
      value = roundTo(tensor.element, value);
    return;
  }
  const Precision precision(tensor.element);
  uint64_t bits = 0;
  for (size_t i = 0; i < tensor.f.size(); ++i) {
    if (i % 8 == 0)
      bits = nextRandom(state);
    // Not by one size: two moves of an element would cancel in every other computation.
    const double share = (static_cast<int8_t>(bits >> i % 8 * 8) + 0.5) / 128;
    double& value = tensor.f[i];
    value *= 1 + share * precision.rounding;
    if (std::isfinite(value) && precision.overflows(value))
      value = std::copysign(std::numeric_limits<double>::infinity(), value);
  }
}

double RandomRounding::moved(double value, double rounding) {
  return nearest ? value : value * (1 + std::ldexp(double(int64_t(nextRandom(state))), -63) * rounding);
}

Comparison compare(const Tensor& found, const Tensor& wanted, ArrayRef<const Tensor*> moved) {
  const Precision precision(wanted.element);
  double largest = 0;
  for (int64_t i = 0; i < wanted.size(); ++i)
    if (double value = std::fabs(elementOf(wanted, i)); std::isfinite(value) && value > largest)
      largest = value;
  Comparison result;
  Fallen fallen(wanted, moved);
  double worst = 0; // in units of what is allowed
  for (int64_t i = 0; i < wanted.size(); ++i) {
    const double a = elementOf(found, i), b = elementOf(wanted, i);
    if (isExactly(a, b, precision))
      continue;
    const double off = std::fabs(a - b);
    const double allowed = wanted.isFloat() ? allowedAt(i, b, largest, moved, precision) : 0;
    if (off <= allowed || isMoved(i, a, b, moved, precision, wanted.isFloat()) || fallen.takes(off)) {
      // Where all terms cancel, the largest wanted is a rounding in double, and tells nothing about one in
      // f32.
      if (!wanted.isFloat() || !(off <= allowedAt(i, b, largest, {}, precision)))
        result.uncertain = true;
      else if (off > precision.step && largest > 0)
        result.farthest = std::max(result.farthest, off / largest);
      continue;
    }
    const double share = allowed > 0 && std::isfinite(off) ? off / allowed : HUGE_VAL;
    if (!result.fault || share > worst)
      result.fault = Fault{i, a, b, allowed}, worst = share;
  }
  return result;
}

} // namespace aic::reference

// Elementwise operations: tables of scalar functions, and the loops that apply them with NumPy's
// broadcasting.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// Integers wrap: their arithmetic is that of unsigned numbers, and wrapTo() then takes the width.
int64_t wrapping(uint64_t value) {
  return int64_t(value);
}

/// min(max(x, 0), 6); NaN, which compares false, passes through, as does -0.
double relu6(double x) {
  return x < 0 ? 0.0 : x > 6 ? 6.0 : x;
}

/// PyTorch's floor_divide: the quotient that remainder() leaves, not floor(a / b), which rounding can push
/// up.
double floorDivide(double a, double b) {
  if (b == 0)
    return a / b;
  double remainder = std::fmod(a, b);
  double quotient = (a - remainder) / b;
  if (remainder != 0 && (b < 0) != (remainder < 0))
    quotient -= 1;
  if (quotient == 0)
    return std::copysign(0.0, a / b);
  double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

double remainder(double a, double b) {
  double rest = std::fmod(a, b);
  return rest != 0 && (b < 0) != (rest < 0) ? rest + b : rest;
}

// The integer divisions: b is not 0 here. Dividing by -1 is negation, which wraps.
int64_t divide(int64_t a, int64_t b) {
  return b == -1 ? wrapping(-uint64_t(a)) : a / b;
}

int64_t floorDivide(int64_t a, int64_t b) {
  int64_t quotient = divide(a, b);
  return b != -1 && a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

int64_t remainder(int64_t a, int64_t b) {
  int64_t rest = b == -1 ? 0 : a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

struct UnaryRow {
  StringRef name;
  double (*real)(double);
  int64_t (*integer)(int64_t) = nullptr; ///< null where the operation takes floats only
};

// The comparisons of relu and clamp stand as relu6's do.
const UnaryRow kUnary[] = {
    {"aic.abs", [](double x) { return std::fabs(x); },
     [](int64_t x) { return x < 0 ? wrapping(-uint64_t(x)) : x; }},
    {"aic.acos", [](double x) { return std::acos(x); }},
    {"aic.acosh", [](double x) { return std::acosh(x); }},
    {"aic.asin", [](double x) { return std::asin(x); }},
    {"aic.asinh", [](double x) { return std::asinh(x); }},
    {"aic.atan", [](double x) { return std::atan(x); }},
    {"aic.atanh", [](double x) { return std::atanh(x); }},
    {"aic.ceil", [](double x) { return std::ceil(x); }},
    {"aic.cos", [](double x) { return std::cos(x); }},
    {"aic.cosh", [](double x) { return std::cosh(x); }},
    {"aic.erf", [](double x) { return std::erf(x); }},
    {"aic.exp", [](double x) { return std::exp(x); }},
    {"aic.floor", [](double x) { return std::floor(x); }},
    {"aic.hardsigmoid", [](double x) { return relu6(x + 3) / 6; }},
    {"aic.hardswish", [](double x) { return x * relu6(x + 3) / 6; }},
    {"aic.log", [](double x) { return std::log(x); }},
    {"aic.logical_not", nullptr, [](int64_t x) { return int64_t(x == 0); }},
    {"aic.neg", [](double x) { return -x; }, [](int64_t x) { return wrapping(-uint64_t(x)); }},
    {"aic.relu", [](double x) { return x < 0 ? 0.0 : x; }},
    {"aic.relu6", relu6},
    {"aic.round", [](double x) { return std::nearbyint(x); }}, // half to even: the default mode
    {"aic.rsqrt", [](double x) { return 1 / std::sqrt(x); }},
    {"aic.sigmoid", sigmoid},
    // PyTorch's sign of NaN is 0.
    {"aic.sign", [](double x) { return double(x > 0) - double(x < 0); },
     [](int64_t x) { return int64_t(x > 0) - int64_t(x < 0); }},
    {"aic.silu", [](double x) { return x / (1 + std::exp(-x)); }},
    {"aic.sin", [](double x) { return std::sin(x); }},
    {"aic.sinh", [](double x) { return std::sinh(x); }},
    {"aic.sqrt", [](double x) { return std::sqrt(x); }},
    {"aic.tan", [](double x) { return std::tan(x); }},
    {"aic.tanh", [](double x) { return std::tanh(x); }},
};

struct BinaryRow {
  StringRef name;
  double (*real)(double, double);
  int64_t (*integer)(int64_t, int64_t); ///< null where the operation takes floats only
  bool divides = false;                 ///< an integer b must not be 0
};

const BinaryRow kBinary[] = {
    {"aic.add", [](double a, double b) { return a + b; },
     [](int64_t a, int64_t b) { return wrapping(uint64_t(a) + uint64_t(b)); }},
    {"aic.div", [](double a, double b) { return a / b; }, divide, /*divides=*/true},
    {"aic.floor_div", floorDivide, floorDivide, /*divides=*/true},
    {"aic.logical_and", nullptr, [](int64_t a, int64_t b) { return int64_t(a && b); }},
    {"aic.logical_or", nullptr, [](int64_t a, int64_t b) { return int64_t(a || b); }},
    {"aic.maximum", [](double a, double b) { return std::isnan(a) || a > b ? a : b; },
     [](int64_t a, int64_t b) { return std::max(a, b); }},
    {"aic.minimum", [](double a, double b) { return std::isnan(a) || a < b ? a : b; },
     [](int64_t a, int64_t b) { return std::min(a, b); }},
    {"aic.mul", [](double a, double b) { return a * b; },
     [](int64_t a, int64_t b) { return wrapping(uint64_t(a) * uint64_t(b)); }},
    {"aic.pow", [](double a, double b) { return std::pow(a, b); }, nullptr},
    {"aic.rem", remainder, remainder, /*divides=*/true},
    {"aic.sub", [](double a, double b) { return a - b; },
     [](int64_t a, int64_t b) { return wrapping(uint64_t(a) - uint64_t(b)); }},
};

template <typename Rows> const auto& rowOf(Operation* op, const Rows& rows) {
  return *llvm::find_if(rows, [&](const auto& row) { return row.name == op->getName().getStringRef(); });
}

LogicalResult unary(Operation* op, Operands operands, Results& results) {
  const UnaryRow& row = rowOf(op, kUnary);
  const Tensor& x = *operands[0];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  for (size_t n = 0; n < x.f.size(); ++n)
    result->f[n] = row.real(x.f[n]);
  for (size_t n = 0; n < x.i.size(); ++n)
    result->i[n] = wrapTo(x.element, row.integer(x.i[n]));
  results.push_back(std::move(*result));
  return success();
}

LogicalResult binary(Operation* op, Operands operands, Results& results) {
  const BinaryRow& row = rowOf(op, kBinary);
  const Tensor &a = *operands[0], &b = *operands[1];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (row.divides && result->size() > 0 && llvm::is_contained(b.i, 0))
    return emitFailure(op) << "integer division by zero";
  std::array<Strides, 2> strides = {broadcastStrides(a.shape, result->shape),
                                    broadcastStrides(b.shape, result->shape)};
  if (result->isFloat())
    walk(result->shape, strides,
         [&](int64_t n, const auto& at) { result->f[n] = row.real(a.f[at[0]], b.f[at[1]]); });
  else
    walk(result->shape, strides, [&](int64_t n, const auto& at) {
      result->i[n] = wrapTo(result->element, row.integer(a.i[at[0]], b.i[at[1]]));
    });
  results.push_back(std::move(*result));
  return success();
}

/// Applies a function to each element of the only operand, a float tensor.
template <typename Function>
LogicalResult mapReals(Operation* op, Operands operands, Results& results, Function&& function) {
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  std::transform(operands[0]->f.begin(), operands[0]->f.end(), result->f.begin(), function);
  results.push_back(std::move(*result));
  return success();
}

/// Both forms without the difference of almost equal numbers that a negative x makes of 1 + erf and 1 + tanh.
LogicalResult gelu(Operation* op, Operands operands, Results& results) {
  static const double kRootHalf = std::sqrt(0.5), kRootTwoOverPi = std::sqrt(0.5) * M_2_SQRTPI;
  if (cast<GeluOp>(op).getTanh())
    return mapReals(op, operands, results, [](double x) {
      return x * sigmoid(2 * kRootTwoOverPi * (x + 0.044715 * x * x * x)); // 1 + tanh(u) is 2 sigmoid(2u)
    });
  return mapReals(op, operands, results, [](double x) { return x * std::erfc(-x * kRootHalf) / 2; });
}

LogicalResult leakyRelu(Operation* op, Operands operands, Results& results) {
  double slope = cast<LeakyReluOp>(op).getNegativeSlope().convertToDouble();
  return mapReals(op, operands, results, [=](double x) { return x > 0 ? x : slope * x; });
}

LogicalResult elu(Operation* op, Operands operands, Results& results) {
  double alpha = cast<EluOp>(op).getAlpha().convertToDouble();
  return mapReals(op, operands, results, [=](double x) { return x <= 0 ? alpha * std::expm1(x) : x; });
}

LogicalResult softplus(Operation* op, Operands operands, Results& results) {
  auto softplus = cast<SoftplusOp>(op);
  double beta = softplus.getBeta().convertToDouble(), threshold = softplus.getThreshold().convertToDouble();
  return mapReals(op, operands, results,
                  [=](double x) { return beta * x > threshold ? x : std::log1p(std::exp(beta * x)) / beta; });
}

LogicalResult clamp(Operation* op, Operands operands, Results& results) {
  auto clamp = cast<ClampOp>(op);
  std::optional<double> low, high;
  if (clamp.getMin())
    low = clamp.getMin()->convertToDouble();
  if (clamp.getMax())
    high = clamp.getMax()->convertToDouble();
  return mapReals(op, operands, results, [=](double x) {
    if (low && x < *low)
      x = *low;
    if (high && x > *high)
      x = *high;
    return x;
  });
}

template <typename T> bool holds(Predicate predicate, T a, T b) {
  switch (predicate) {
  case Predicate::EQ:
    return a == b;
  case Predicate::NE:
    return a != b;
  case Predicate::LT:
    return a < b;
  case Predicate::LE:
    return a <= b;
  case Predicate::GT:
    return a > b;
  case Predicate::GE:
    return a >= b;
  }
  return false;
}

LogicalResult compare(Operation* op, Operands operands, Results& results) {
  Predicate predicate = cast<CompareOp>(op).getPredicate();
  const Tensor &a = *operands[0], &b = *operands[1];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  std::array<Strides, 2> strides = {broadcastStrides(a.shape, result->shape),
                                    broadcastStrides(b.shape, result->shape)};
  walk(result->shape, strides, [&](int64_t n, const auto& at) {
    result->i[n] =
        a.isFloat() ? holds(predicate, a.f[at[0]], b.f[at[1]]) : holds(predicate, a.i[at[0]], b.i[at[1]]);
  });
  results.push_back(std::move(*result));
  return success();
}

LogicalResult where(Operation* op, Operands operands, Results& results) {
  const Tensor &condition = *operands[0], &a = *operands[1], &b = *operands[2];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  std::array<Strides, 3> strides = {broadcastStrides(condition.shape, result->shape),
                                    broadcastStrides(a.shape, result->shape),
                                    broadcastStrides(b.shape, result->shape)};
  if (result->isFloat())
    walk(result->shape, strides,
         [&](int64_t n, const auto& at) { result->f[n] = condition.i[at[0]] ? a.f[at[1]] : b.f[at[2]]; });
  else
    walk(result->shape, strides,
         [&](int64_t n, const auto& at) { result->i[n] = condition.i[at[0]] ? a.i[at[1]] : b.i[at[2]]; });
  results.push_back(std::move(*result));
  return success();
}

/// Towards zero; what does not fit becomes the nearest end of the range, and NaN 0 (PyTorch leaves both
/// undefined).
int64_t toInteger(Type element, double value) {
  if (element.isInteger(1))
    return value != 0; // NaN is true
  if (std::isnan(value))
    return 0;
  unsigned width = element.getIntOrFloatBitWidth();
  double low = element.isUnsignedInteger() ? 0 : -std::ldexp(1.0, int(width) - 1);
  double end = std::ldexp(1.0, element.isUnsignedInteger() ? int(width) : int(width) - 1);
  value = std::trunc(value);
  if (value <= low)
    return int64_t(low);
  if (value >= end) // end itself is no int64_t where the width is 64
    return width == 64 ? std::numeric_limits<int64_t>::max() : int64_t(end - 1);
  return int64_t(value);
}

LogicalResult castElements(Operation* op, Operands operands, Results& results) {
  const Tensor& x = *operands[0];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  Type element = result->element;
  int64_t count = result->size();
  for (int64_t n = 0; n < count; ++n) {
    if (result->isFloat() && x.isFloat())
      result->f[n] = x.element == element ? x.f[n] : roundTo(element, x.f[n]);
    else if (result->isFloat())
      // Straight to f32: by way of double it would be rounded twice.
      result->f[n] = element.isF32() ? double(float(x.i[n])) : roundTo(element, double(x.i[n]));
    else
      result->i[n] = x.isFloat() ? toInteger(element, x.f[n]) : wrapTo(element, x.i[n]);
  }
  results.push_back(std::move(*result));
  return success();
}

} // namespace

ArrayRef<Entry> elementwiseEntries() {
  static const std::vector<Entry> entries = [] {
    std::vector<Entry> made = {{"aic.cast", castElements}, {"aic.clamp", clamp},
                               {"aic.compare", compare},   {"aic.elu", elu},
                               {"aic.gelu", gelu},         {"aic.leaky_relu", leakyRelu},
                               {"aic.softplus", softplus}, {"aic.where", where}};
    for (const UnaryRow& row : kUnary)
      made.push_back({row.name, unary});
    for (const BinaryRow& row : kBinary)
      made.push_back({row.name, binary});
    return made;
  }();
  return entries;
}

} // namespace aic::reference

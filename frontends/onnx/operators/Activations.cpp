// Activations. Those that the dialect has not are made of those that it has.
#include "frontends/onnx/Node.h"

#include <algorithm>
#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

template <typename Op> void unary(Node& n) {
  n.result(n.emit<Op>(n.operand(0)));
}

// Since opset 14 of signed integers too.
void relu(Node& n) {
  Value x = n.operand(0);
  n.result(!x || isFloat(x) ? n.emit<ReluOp>(x) : n.maximum(x, n.scalar(0, x)));
}

/// x < bound. Of unsigned integers none is below 0, nor can they hold such a bound.
Value below(Node& n, Value x, double bound) {
  if (x && elementOf(x).isUnsignedInteger())
    bound = std::max(bound, 0.0);
  return n.compare(Predicate::LT, x, n.scalar(bound, x));
}

Value elu(Node& n, Value x, double alpha) {
  return n.emit<EluOp>(x, n.attribute("alpha", alpha));
}

void leakyRelu(Node& n) {
  n.result(
      n.emit<LeakyReluOp>(n.operand(0), n.attribute("negative_slope", n.number("alpha", double(0.01f)))));
}

void eluOperator(Node& n) {
  n.result(elu(n, n.operand(0), n.number("alpha", 1)));
}

void selu(Node& n) {
  // The defaults are what the standard writes, in f32.
  double alpha = n.number("alpha", double(1.67326319217681884765625f));
  double gamma = n.number("gamma", double(1.05070102214813232421875f));
  Value x = n.operand(0);
  n.result(n.mul(elu(n, x, alpha), n.scalar(gamma, x)));
}

// max(x, 0) + min(0, alpha * (exp(x / alpha) - 1)); what is not negative goes through unchanged.
void celu(Node& n) {
  double alpha = n.number("alpha", 1);
  Value x = n.operand(0);
  if (n.failed())
    return;
  if (alpha == 1)
    return n.result(elu(n, x, 1));
  Value negative = n.minimum(x, n.scalar(0, x));
  Value curve = n.mul(elu(n, n.div(negative, n.scalar(alpha, x)), 1), n.scalar(alpha, x));
  n.result(n.add(n.emit<ReluOp>(x), curve));
}

void thresholdedRelu(Node& n) {
  double alpha = n.number("alpha", 1);
  Value x = n.operand(0);
  Value above = n.compare(Predicate::GT, x, n.scalar(alpha, x));
  n.result(n.where(above, x, n.scalar(0, x)));
}

void shrink(Node& n) {
  double bias = n.number("bias", 0), lambda = n.number("lambd", 0.5);
  Value x = n.operand(0);
  if (n.failed())
    return;
  Value shift = n.scalar(bias, x);
  bool allAbove = elementOf(x).isUnsignedInteger() && lambda < 0;
  Value above = allAbove ? n.compare(Predicate::GE, x, n.scalar(0, x))
                         : n.compare(Predicate::GT, x, n.scalar(lambda, x));
  Value upper = n.where(above, n.sub(x, shift), n.scalar(0, x));
  n.result(n.where(below(n, x, -lambda), n.add(x, shift), upper));
}

void prelu(Node& n) {
  Value x = n.operand(0), slope = n.operand(1);
  if (n.opset() < 7 && rankOf(slope) == 1 && rankOf(x) > 2) { // one for each channel
    Node::Ints shape(rankOf(x) - 1, 1);
    shape[0] = shapeOf(slope)[0];
    slope = n.reshape(slope, shape);
  }
  n.result(n.where(below(n, x, 0), n.mul(x, slope), x));
}

void softsign(Node& n) {
  Value x = n.operand(0);
  n.result(n.div(x, n.add(n.emit<AbsOp>(x), n.scalar(1, x))));
}

// The standard's has no threshold: at the dialect's of 20, log(1 + exp(x)) and x differ by 2e-9. f64 tells.
Value softplus(Node& n, Value x) {
  double threshold = x && elementOf(x).isF64() ? 40 : 20;
  return n.emit<SoftplusOp>(x, n.attribute("threshold", threshold));
}

void softplusOperator(Node& n) {
  n.result(softplus(n, n.operand(0)));
}

void mish(Node& n) {
  Value x = n.operand(0);
  n.result(n.mul(x, n.emit<TanhOp>(softplus(n, x))));
}

Value hardSigmoid(Node& n, Value x, double alpha, double beta) {
  if (std::abs(alpha - 1.0 / 6) < 1e-7 && beta == 0.5)
    return n.emit<HardsigmoidOp>(x);
  Value line = n.add(n.mul(x, n.scalar(alpha, x)), n.scalar(beta, x));
  return n.emit<ClampOp>(line, {n.attribute("min", 0.0), n.attribute("max", 1.0)});
}

void hardSigmoidOperator(Node& n) {
  n.result(hardSigmoid(n, n.operand(0), n.number("alpha", double(0.2f)), n.number("beta", 0.5)));
}

void gelu(Node& n) {
  std::string approximate = n.string("approximate", "none");
  if (!n.failed() && approximate != "none" && approximate != "tanh")
    return n.error("approximate is none or tanh");
  n.result(n.emit<GeluOp>(n.operand(0), n.attribute("tanh", approximate == "tanh")));
}

constexpr Operator kRows[] = {
    {"Relu", 1, relu, "consumed_inputs"},
    {"Sigmoid", 1, unary<SigmoidOp>, "consumed_inputs"},
    {"Tanh", 1, unary<TanhOp>, "consumed_inputs"},
    {"HardSwish", 14, unary<HardswishOp>, ""},
    {"LeakyRelu", 1, leakyRelu, "alpha consumed_inputs"},
    {"Elu", 1, eluOperator, "alpha consumed_inputs"},
    {"Selu", 1, selu, "alpha consumed_inputs gamma"},
    {"Celu", 12, celu, "alpha"},
    {"ThresholdedRelu", 10, thresholdedRelu, "alpha"},
    {"Shrink", 9, shrink, "bias lambd"},
    {"PRelu", 1, prelu, "consumed_inputs"},
    {"Softsign", 1, softsign, ""},
    {"Softplus", 1, softplusOperator, ""},
    {"Mish", 18, mish, ""},
    {"HardSigmoid", 1, hardSigmoidOperator, "alpha beta consumed_inputs"},
    {"Gelu", 20, gelu, "approximate"},
};

} // namespace

llvm::ArrayRef<Operator> activationOperators() {
  return kRows;
}

} // namespace aic::onnx

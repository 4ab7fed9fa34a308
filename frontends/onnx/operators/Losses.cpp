// Losses, as the evaluation of a model may hold them.
#include "frontends/onnx/Node.h"

#include <optional>

namespace aic::onnx {
namespace {

using mlir::Value;

/// The reduced loss of log-probabilities x [N, C, ...] for classes target [N, ...]; weight [C] or null.
Value negativeLogLikelihood(Node& n, Value x, Value target, Value weight) {
  std::string reduction = n.string("reduction", "mean");
  std::optional<int64_t> ignored;
  if (n.hasAttribute("ignore_index"))
    ignored = n.integer("ignore_index", 0);
  if (n.failed())
    return nullptr;
  auto fail = [&](const std::string& message) {
    n.error(message);
    return Value();
  };
  if (reduction != "mean" && reduction != "sum" && reduction != "none")
    return fail("reduction is mean, sum or none");
  Node::Ints places(shapeOf(x));
  if (places.size() < 2)
    return fail("its input has at least two axes; found " + describe(x.getType()));
  places.erase(places.begin() + 1);
  bool isIndex = elementOf(target).isInteger(32) || elementOf(target).isInteger(64);
  if (shapeOf(target) != llvm::ArrayRef<int64_t>(places) || !isIndex)
    return fail("its target is int32 or int64, a class for each place of " + describe(x.getType()) +
                "; found " + describe(target.getType()));

  // A class that is ignored reads class 0 and counts nothing.
  Value ignore = ignored ? n.compare(Predicate::EQ, target, n.whole(*ignored, elementOf(target))) : Value();
  Value index = ignore ? n.where(ignore, n.scalar(0, target), target) : target;
  Node::Ints one(shapeOf(x));
  one[1] = 1;
  Value loss = n.emit<NegOp>(
      n.reshape(n.emit<GatherOp>({x, n.reshape(index, one)}, n.attribute("dim", int64_t(1))), places));
  Value factor = weight ? n.emit<TakeOp>({weight, index}, n.attribute("dim", int64_t(0))) : Value();
  if (ignore)
    factor = n.where(ignore, n.scalar(0, x), factor ? factor : n.scalar(1, x));
  if (factor)
    loss = n.mul(loss, factor);
  if (reduction == "none")
    return loss;
  Node::Ints all;
  for (size_t axis = 0; axis < places.size(); ++axis)
    all.push_back(static_cast<int64_t>(axis));
  Value sum = n.reduce<SumOp>(loss, all, false);
  if (reduction == "sum")
    return sum;
  if (!factor)
    return n.div(sum, n.scalar(static_cast<double>(elementsOf(places)), sum));
  return n.div(sum, n.reduce<SumOp>(n.expand(factor, places), all, false));
}

void nllLoss(Node& n) {
  Value x = n.operand(0), target = n.operand(1), weight = n.optional(2);
  n.result(negativeLogLikelihood(n, x, target, weight));
}

void softmaxCrossEntropy(Node& n) {
  Value scores = n.operand(0), target = n.operand(1), weight = n.optional(2);
  Value x = n.emit<LogSoftmaxOp>(scores, n.attribute("dim", int64_t(1)));
  n.result(0, negativeLogLikelihood(n, x, target, weight));
  n.result(1, x);
}

constexpr Operator kRows[] = {
    {"NegativeLogLikelihoodLoss", 12, nllLoss, "ignore_index reduction"},
    {"SoftmaxCrossEntropyLoss", 12, softmaxCrossEntropy, "ignore_index reduction"},
};

} // namespace

llvm::ArrayRef<Operator> lossOperators() {
  return kRows;
}

} // namespace aic::onnx

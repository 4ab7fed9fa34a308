// Comparisons, logic, choice and conversion.
#include "frontends/onnx/Node.h"

#include <cmath>
#include <limits>

namespace aic::onnx {
namespace {

using mlir::Value;

template <Predicate predicate> void compare(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(n.compare(predicate, a, b));
}

// Before opset 7: see alignedOperand.
template <Predicate predicate> void compareAligned(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(n.compare(predicate, a, alignedOperand(n, a, b)));
}

template <typename Op> void logicAligned(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(n.emit<Op>({a, alignedOperand(n, a, b)}));
}

template <typename Op> void logic(Node& n) {
  Value a = n.operand(0), b = n.operand(1);
  n.result(n.emit<Op>({a, b}));
}

void logicalNot(Node& n) {
  n.result(n.emit<LogicalNotOp>(n.operand(0)));
}

void where(Node& n) {
  Value condition = n.operand(0), a = n.operand(1), b = n.operand(2);
  n.result(n.where(condition, a, b));
}

void cast(Node& n) {
  Value x = n.operand(0);
  if (!n.hasAttribute("to"))
    return n.error("its attribute to is missing");
  n.result(n.cast(x, n.elementType("to", nullptr)));
}

void castLike(Node& n) {
  Value x = n.operand(0), like = n.operand(1);
  n.result(n.cast(x, elementOf(like)));
}

void isNan(Node& n) {
  Value x = n.operand(0);
  n.result(n.compare(Predicate::NE, x, x));
}

void isInf(Node& n) {
  bool negative = n.flag("detect_negative", true), positive = n.flag("detect_positive", true);
  Value x = n.operand(0);
  if (n.failed())
    return;
  if (!isFloat(x))
    return n.error("its input is of floats; found " + describe(x.getType()));
  if (!negative && !positive)
    return n.result(n.filled(0, shapeOf(x), n.builder().getI1Type()));
  Value tested = negative && positive ? n.emit<AbsOp>(x) : negative ? n.emit<NegOp>(x) : x;
  n.result(n.compare(Predicate::EQ, tested, n.scalar(std::numeric_limits<double>::infinity(), x)));
}

constexpr Operator kRows[] = {
    {"Equal", 1, compareAligned<Predicate::EQ>, "axis broadcast"},
    {"Equal", 7, compare<Predicate::EQ>, ""},
    {"Less", 1, compareAligned<Predicate::LT>, "axis broadcast"},
    {"Less", 7, compare<Predicate::LT>, ""},
    {"LessOrEqual", 12, compare<Predicate::LE>, ""},
    {"Greater", 1, compareAligned<Predicate::GT>, "axis broadcast"},
    {"Greater", 7, compare<Predicate::GT>, ""},
    {"GreaterOrEqual", 12, compare<Predicate::GE>, ""},
    {"And", 1, logicAligned<LogicalAndOp>, "axis broadcast"},
    {"And", 7, logic<LogicalAndOp>, ""},
    {"Or", 1, logicAligned<LogicalOrOp>, "axis broadcast"},
    {"Or", 7, logic<LogicalOrOp>, ""},
    {"Xor", 1, compareAligned<Predicate::NE>, "axis broadcast"},
    {"Xor", 7, compare<Predicate::NE>, ""},
    {"Not", 1, logicalNot, ""},
    {"Where", 9, where, ""},
    {"Cast", 6, cast, "to saturate", "strings"},
    {"CastLike", 15, castLike, "saturate", "strings"},
    {"IsNaN", 9, isNan, ""},
    {"IsInf", 10, isInf, "detect_negative detect_positive"},
};

} // namespace

llvm::ArrayRef<Operator> comparisonOperators() {
  return kRows;
}

} // namespace aic::onnx

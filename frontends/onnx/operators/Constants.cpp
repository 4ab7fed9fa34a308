// Values that are known when the model is compiled.
#include "frontends/onnx/Node.h"

#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxWritten = 1 << 22; // elements of a constant that is made here

void constant(Node& n) {
  mlir::Builder b = n.builder();
  if (n.hasAttribute("value"))
    return n.result(n.constant(n.tensor("value")));
  if (n.hasAttribute("value_int"))
    return n.result(n.whole(n.integer("value_int", 0), b.getI64Type()));
  if (n.hasAttribute("value_float"))
    return n.result(n.filled(n.number("value_float", 0), {}, b.getF32Type()));
  if (n.hasAttribute("value_ints")) {
    Node::Ints values = n.ints("value_ints");
    return n.result(n.constant(values, static_cast<int64_t>(values.size()), b.getI64Type()));
  }
  if (n.hasAttribute("value_floats")) {
    Node::Numbers values = n.numbers("value_floats");
    return n.result(n.constant(values, static_cast<int64_t>(values.size()), b.getF32Type()));
  }
  n.error("it has none of value, value_int, value_float, value_ints and value_floats");
}

void constantOfShape(Node& n) {
  Node::Ints shape = n.ints(0);
  mlir::ElementsAttr value = n.tensor("value");
  if (n.failed())
    return;
  if (!value)
    return n.result(n.filled(0, shape, n.builder().getF32Type()));
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(value);
  if (!dense || dense.getNumElements() != 1)
    return n.error("its value is a tensor of one element");
  n.result(n.expand(n.reshape(n.constant(dense), {}), shape));
}

void shape(Node& n) {
  Value x = n.operand(0);
  int64_t start = n.integer("start", 0), end = n.integer("end", rankOf(x));
  if (n.failed())
    return;
  auto clamp = [&](int64_t at) { return std::clamp<int64_t>(at < 0 ? at + rankOf(x) : at, 0, rankOf(x)); };
  start = clamp(start);
  end = std::max(clamp(end), start);
  n.result(n.constant(shapeOf(x).slice(start, end - start), end - start, n.builder().getI64Type()));
}

void size(Node& n) {
  Value x = n.operand(0);
  n.result(n.whole(elementsOf(shapeOf(x)), n.builder().getI64Type()));
}

void range(Node& n) {
  Value first = n.operand(0);
  if (isFloat(first)) {
    double from = n.number(0), to = n.number(1), step = n.number(2);
    double count = std::max(std::ceil((to - from) / step), 0.0);
    if (n.failed() || !(count <= kMaxWritten))
      return n.error("it has more than " + std::to_string(kMaxWritten) + " elements, or a step of 0");
    Node::Numbers values;
    for (int64_t i = 0; i < static_cast<int64_t>(count); ++i)
      values.push_back(from + static_cast<double>(i) * step);
    return n.result(n.constant(values, static_cast<int64_t>(values.size()), elementOf(first)));
  }
  int64_t from = n.integer(0), to = n.integer(1), step = n.integer(2), span;
  if (n.failed())
    return;
  if (step == 0 || step == INT64_MIN || __builtin_sub_overflow(to, from, &span))
    return n.error("its step is 0, or its limits are too far apart");
  bool any = (step > 0) == (span > 0) && span != 0;
  int64_t count = !any ? 0 : (step > 0 ? span - 1 : span + 1) / step + 1;
  if (count > kMaxWritten)
    return n.error("it has more than " + std::to_string(kMaxWritten) + " elements");
  Node::Ints values;
  for (int64_t i = 0; i < count; ++i)
    values.push_back(from + i * step);
  n.result(n.constant(values, count, elementOf(first)));
}

void eyeLike(Node& n) {
  Value x = n.operand(0);
  mlir::Type element = n.elementType("dtype", elementOf(x));
  int64_t k = n.integer("k", 0);
  if (n.failed())
    return;
  if (rankOf(x) != 2)
    return n.error("its input is a matrix; found " + describe(x.getType()));
  int64_t rows = shapeOf(x)[0], columns = shapeOf(x)[1];
  if (rows > 0 && columns > kMaxWritten / rows)
    return n.unsupported("more than " + std::to_string(kMaxWritten) + " elements");
  Node::Ints values;
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t column = 0; column < columns; ++column)
      values.push_back(column - row == k);
  n.result(n.constant(values, shapeOf(x), element));
}

/// c0 - c1 cos(2 pi i / N) + c2 cos(4 pi i / N), N the size or one less.
template <int c0, int c1, int c2> void window(Node& n) {
  int64_t size = n.integer(0);
  bool periodic = n.flag("periodic", true);
  mlir::Type element = n.elementType("output_datatype", n.builder().getF32Type());
  if (n.failed())
    return;
  if (size < 0 || size > kMaxWritten)
    return n.error("its size is in [0, " + std::to_string(kMaxWritten) + "]");
  // In units of 1 / 1000000000.
  constexpr double kUnit = 1e-9, kPi = 3.14159265358979323846;
  double period = static_cast<double>(periodic || size <= 1 ? std::max<int64_t>(size, 1) : size - 1);
  Node::Numbers values;
  for (int64_t i = 0; i < size; ++i) {
    double angle = 2 * kPi * static_cast<double>(i) / period;
    values.push_back(kUnit * (c0 - c1 * std::cos(angle) + c2 * std::cos(2 * angle)));
  }
  n.result(n.constant(values, size, element));
}

// The places of what is not zero: how many there are hangs on the values.
void nonZero(Node& n) {
  Value x = n.operand(0);
  mlir::ElementsAttr value = n.known(0);
  if (n.failed())
    return;
  mlir::Value bools = n.cast(n.constant(value), n.builder().getI1Type());
  auto dense = llvm::dyn_cast_if_present<mlir::DenseElementsAttr>(n.tryKnown(bools));
  if (!dense)
    return n.unsupported("more elements than are computed when a model is compiled");
  Node::Ints found;
  for (auto [i, bit] : llvm::enumerate(dense.getValues<bool>()))
    if (bit)
      found.push_back(static_cast<int64_t>(i));
  Node::Ints places;
  int64_t stride = elementsOf(shapeOf(x));
  for (int64_t size : shapeOf(x)) {
    stride = size == 0 ? 0 : stride / size;
    for (int64_t place : found)
      places.push_back(place / stride % size);
  }
  n.result(n.constant(places, {rankOf(x), static_cast<int64_t>(found.size())}, n.builder().getI64Type()));
}

constexpr Operator kRows[] = {
    {"Constant", 1, constant, "value value_float value_floats value_int value_ints",
     "strings, sparse values"},
    {"ConstantOfShape", 9, constantOfShape, "value"},
    {"Shape", 1, shape, "end start"},
    {"Size", 1, size, ""},
    {"Range", 11, range, "", "bounds that are computed at run time"},
    {"EyeLike", 9, eyeLike, "dtype k"},
    {"HannWindow", 17, window<500000000, 500000000, 0>, "output_datatype periodic"},
    {"HammingWindow", 17, window<543478261, 456521739, 0>, "output_datatype periodic"},
    {"BlackmanWindow", 17, window<420000000, 500000000, 80000000>, "output_datatype periodic"},
    {"NonZero", 9, nonZero, "", "values that are computed at run time"},
};

} // namespace

llvm::ArrayRef<Operator> constantOperators() {
  return kRows;
}

} // namespace aic::onnx

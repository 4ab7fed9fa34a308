// Operators that write at places which are only known at run time.
#include "frontends/onnx/operators/Index.h"
#include "frontends/onnx/operators/Windows.h"

namespace aic::onnx {
namespace {

using mlir::Value;

Value scattered(Node& n, Value x, Value index, Value updates, int64_t axis, ScatterReduction reduction) {
  mlir::Attribute how = ScatterReductionAttr::get(n.context(), reduction);
  return n.emit<ScatterOp>({x, index, updates}, {n.attribute("dim", axis), n.attribute("reduction", how)});
}

ScatterReduction readReduction(Node& n) {
  std::string name = n.string("reduction", "none");
  std::optional<ScatterReduction> found = symbolizeScatterReduction(name);
  if (!found && !n.failed())
    n.error("reduction is none, add, mul, min or max");
  return found.value_or(ScatterReduction::None);
}

void scatterElements(Node& n) {
  Value x = n.operand(0), index = n.operand(1), updates = n.operand(2);
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(x));
  ScatterReduction reduction = readReduction(n);
  if (n.failed())
    return;
  index = fromStart(n, index, shapeOf(x)[axis]);
  n.result(scattered(n, x, index, updates, axis, reduction));
}

// The coordinates become one index into x with their axes flattened; what lies at one place is a row.
void scatterNd(Node& n) {
  Value x = n.operand(0), index = n.operand(1), updates = n.operand(2);
  ScatterReduction reduction = readReduction(n);
  Value place = flatPlace(n, x, index, 0);
  if (n.failed())
    return;
  llvm::ArrayRef<int64_t> shape = shapeOf(x);
  int64_t k = shapeOf(index).back();
  Node::Ints expected(shapeOf(place));
  expected.append(shape.begin() + k, shape.end());
  if (shapeOf(updates) != llvm::ArrayRef<int64_t>(expected))
    return n.error("indices " + describe(index.getType()) + " and updates " + describe(updates.getType()) +
                   " do not fit " + describe(x.getType()));
  int64_t spots = elementsOf(shape.take_front(k)), row = elementsOf(shape.drop_front(k));
  int64_t count = elementsOf(shapeOf(place));
  Value made = scattered(n, n.reshape(x, {spots, row}), n.expand(n.reshape(place, {count, 1}), {count, row}),
                         n.reshape(updates, {count, row}), 0, reduction);
  n.result(n.reshape(made, shape));
}

// Its places count in the tensor that was pooled, as far as windows reach; a larger one is filled up behind.
void maxUnpool(Node& n) {
  Value x = n.operand(0), index = n.operand(1);
  Node::Ints kernel = n.ints("kernel_shape"), given = n.has(2) ? n.ints(2) : Node::Ints();
  if (n.failed())
    return;
  size_t rank = kernel.size();
  if (rankOf(x) < 3 || rank != static_cast<size_t>(rankOf(x) - 2) || shapeOf(index) != shapeOf(x) ||
      !elementOf(index).isInteger(64))
    return n.error(
        "its input has at least 3 axes, kernel_shape a size for each but two, and its indices are an "
        "int64 for each element; found " +
        describe(x.getType()) + " and " + describe(index.getType()));
  listOf(n, "kernel_shape", rank, 1, 1);
  Node::Ints strides = listOf(n, "strides", rank, 1, 1), pads = listOf(n, "pads", 2 * rank, 0, 0);
  if (n.failed())
    return;
  Node::Ints shape(shapeOf(x).take_front(2)), low(rank + 2, 0), high(rank + 2, 0);
  for (size_t i = 0; i < rank; ++i) {
    if (shapeOf(x)[2 + i] > INT32_MAX)
      return n.error("its spatial axes have at most 2^31 - 1 elements");
    int64_t size = (shapeOf(x)[2 + i] - 1) * strides[i] + kernel[i] - pads[i] - pads[rank + i];
    if (size < 1)
      return n.error("an axis would have no elements");
    shape.push_back(size);
  }
  if (!given.empty()) {
    if (given.size() != rank + 2)
      return n.error("output_shape has a size for each axis");
    for (size_t i = 0; i < rank + 2; ++i) {
      if (given[i] < shape[i])
        return n.error("output_shape is smaller than what the windows reach");
      high[i] = given[i] - shape[i];
    }
  }
  Value zeros = n.expand(n.scalar(0, x), shape);
  if (n.failed())
    return;
  int64_t size = elementsOf(shape), count = elementsOf(shapeOf(x));
  Value made = scattered(n, n.reshape(zeros, size), n.reshape(index, count), n.reshape(x, count), 0,
                         ScatterReduction::None);
  n.result(n.pad(n.reshape(made, shape), low, high, PadMode::Constant, 0));
}

constexpr Operator kRows[] = {
    {"Scatter", 9, scatterElements, "axis"},
    {"ScatterElements", 11, scatterElements, "axis reduction"},
    {"ScatterND", 11, scatterNd, "reduction"},
    {"MaxUnpool", 9, maxUnpool, "kernel_shape pads strides"},
};

} // namespace

llvm::ArrayRef<Operator> scatterOperators() {
  return kRows;
}

} // namespace aic::onnx

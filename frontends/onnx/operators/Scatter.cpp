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

// Every block [C, kernel...] of the columns [N, C * kernel, places] is added where it was cut out of the
// image.
void col2Im(Node& n) {
  Value x = n.operand(0);
  Node::Ints image = n.ints(1), block = n.ints(2);
  size_t rank = image.size();
  if (n.failed())
    return;
  Node::Ints strides = listOf(n, "strides", rank, 1, 1), dilations = listOf(n, "dilations", rank, 1, 1),
             pads = listOf(n, "pads", 2 * rank, 0, 0), wide, counts;
  if (n.failed())
    return;
  if (rankOf(x) != 3 || rank == 0 || block.size() != rank)
    return n.error(
        "its input is [N, C * block, places], and image_shape and block_shape have one length; found " +
        describe(x.getType()));
  constexpr int64_t kMost = 1 << 22; // elements of all blocks of a channel, and of an image
  int64_t kernel = 1, places = 1, area = 1;
  for (size_t i = 0; i < rank; ++i) {
    if (image[i] < 1 || image[i] > kMost || block[i] < 1 || block[i] > kMost || pads[i] > kMost ||
        pads[rank + i] > kMost)
      return n.error("its image, block and padding have sizes in [1, 2^22]");
    wide.push_back(image[i] + pads[i] + pads[rank + i]);
    int64_t room = wide[i] - (block[i] - 1) * dilations[i] - 1;
    if (room < 0)
      return n.error("its block does not fit the padded image");
    counts.push_back(room / strides[i] + 1);
    kernel = std::min(kernel * block[i], kMost + 1);
    places = std::min(places * counts[i], kMost + 1);
    area = std::min(area * wide[i], kMost + 1);
  }
  if (kernel > kMost / places || area > kMost)
    return n.unsupported("more than 2^22 elements of an image or of its blocks");
  int64_t batch = shapeOf(x)[0], channels = shapeOf(x)[1] / kernel;
  if (shapeOf(x)[1] != channels * kernel || shapeOf(x)[2] != places)
    return n.error("its image has " + std::to_string(places) + " blocks of " + std::to_string(kernel) +
                   " elements; found " + describe(x.getType()));
  Node::Ints index;
  for (int64_t tap = 0; tap < kernel; ++tap)
    for (int64_t place = 0; place < places; ++place) {
      int64_t at = 0, unit = 1, t = tap, p = place;
      for (size_t i = rank; i-- > 0; t /= block[i], p /= counts[i], unit *= wide[i])
        at += unit * (p % counts[i] * strides[i] + t % block[i] * dilations[i]);
      index.push_back(at);
    }
  int64_t all = kernel * places, rows = batch * channels;
  Value where = n.expand(n.constant(index, {1, all}, n.builder().getI64Type()), {rows, all});
  Value made = scattered(n, n.expand(n.scalar(0, x), {rows, area}), where, n.reshape(x, {rows, all}), 1,
                         ScatterReduction::Add);
  Node::Ints shape{batch, channels}, offsets{0, 0}, sizes{batch, channels}, steps(rank + 2, 1);
  shape.append(wide);
  offsets.append(pads.begin(), pads.begin() + rank);
  sizes.append(image);
  n.result(n.slice(n.reshape(made, shape), offsets, sizes, steps));
}

constexpr Operator kRows[] = {
    {"Scatter", 9, scatterElements, "axis"},
    {"ScatterElements", 11, scatterElements, "axis reduction"},
    {"ScatterND", 11, scatterNd, "reduction"},
    {"Col2Im", 18, col2Im, "dilations pads strides"},
    {"MaxUnpool", 9, maxUnpool, "kernel_shape pads strides"},
};

} // namespace

llvm::ArrayRef<Operator> scatterOperators() {
  return kRows;
}

} // namespace aic::onnx

// Operators that move elements: Reshape to Pad.
#include "frontends/onnx/Node.h"

#include <cmath>

namespace aic::onnx {
namespace {

using mlir::Value;

void identity(Node& n) {
  n.result(n.anyOperand(0)); // a sequence, too
}

// Inference keeps all elements; the mask that it may ask for is all true.
void dropout(Node& n) {
  Value x = n.operand(0);
  bool hasRatio = n.has(1);
  if (n.has(2) && n.opset() >= 12) {
    mlir::ElementsAttr training = n.known(2);
    auto dense = llvm::dyn_cast_if_present<mlir::DenseElementsAttr>(training);
    bool drops = !hasRatio || n.number(1) != 0;
    if (!n.failed() && dense && dense.getElementType().isInteger(1) && dense.getNumElements() == 1 &&
        dense.getSplatValue<bool>() && drops)
      return n.unsupported("training_mode: what is dropped is random");
  }
  n.result(x);
  if (n.wants(1))
    n.result(1,
             n.filled(1, shapeOf(x), n.opset() >= 10 ? mlir::Type(n.builder().getI1Type()) : elementOf(x)));
}

void reshape(Node& n) {
  Value x = n.operand(0);
  Node::Ints shape = n.opset() >= 5 ? n.ints(1) : n.ints("shape");
  bool zeroes = n.flag("allowzero", false);
  if (n.failed())
    return;
  int64_t open = -1, known = 1;
  for (auto [i, size] : llvm::enumerate(shape)) {
    if (size == 0 && !zeroes) {
      if (static_cast<int64_t>(i) >= rankOf(x))
        return n.error("its shape copies size " + std::to_string(i) + " of " + describe(x.getType()) +
                       ", which has no such axis");
      size = shapeOf(x)[i];
    }
    if (size < -1 || (size == -1 && open >= 0))
      return n.error("its shape holds sizes, and -1 at most once");
    if (size == -1)
      open = static_cast<int64_t>(i);
    else if (__builtin_mul_overflow(known, size, &known))
      return n.error("its shape has more than 2^40 elements");
  }
  int64_t count = elementsOf(shapeOf(x));
  if (open >= 0) {
    if (known == 0 || count % known != 0)
      return n.error("the elements of " + describe(x.getType()) +
                     " cannot be split over the sizes of its shape");
    shape[open] = count / known;
  }
  n.result(n.reshape(x, shape));
}

void flatten(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.integer("axis", 1);
  if (n.failed())
    return;
  if (axis != rankOf(x))
    axis = n.axis(axis, rankOf(x));
  if (n.failed())
    return;
  n.result(n.reshape(x, {elementsOf(shapeOf(x).take_front(axis)), elementsOf(shapeOf(x).drop_front(axis))}));
}

Node::Ints axesOf(Node& n, size_t input) {
  return n.opset() >= 13 ? n.has(input) ? n.ints(input) : Node::Ints() : n.ints("axes");
}

void squeeze(Node& n) {
  Value x = n.operand(0);
  bool given = n.opset() >= 13 ? n.has(1) : n.hasAttribute("axes");
  Node::Ints axes = n.axes(axesOf(n, 1), rankOf(x)), shape;
  if (n.failed())
    return;
  for (auto [axis, size] : llvm::enumerate(shapeOf(x))) {
    bool named = llvm::is_contained(axes, static_cast<int64_t>(axis));
    if (named && size != 1)
      return n.error("axis " + std::to_string(axis) + " of " + describe(x.getType()) + " is not of size 1");
    if (given ? !named : size != 1)
      shape.push_back(size);
  }
  n.result(n.reshape(x, shape));
}

void unsqueeze(Node& n) {
  Value x = n.operand(0);
  Node::Ints given = axesOf(n, 1);
  Node::Ints axes = n.axes(given, rankOf(x) + static_cast<int64_t>(given.size())), shape;
  if (n.failed())
    return;
  size_t next = 0;
  for (int64_t axis = 0; axis < rankOf(x) + static_cast<int64_t>(axes.size()); ++axis)
    shape.push_back(llvm::is_contained(axes, axis) ? 1 : shapeOf(x)[next++]);
  n.result(n.reshape(x, shape));
}

void transpose(Node& n) {
  Value x = n.operand(0);
  Node::Ints perm = n.ints("perm");
  if (!n.hasAttribute("perm"))
    for (int64_t axis = rankOf(x); axis-- > 0;)
      perm.push_back(axis);
  n.result(n.transpose(x, perm));
}

void concat(Node& n) {
  llvm::SmallVector<Value> parts = n.operands();
  int64_t axis = n.integer("axis", 1); // opset 1's default; it is required since
  if (n.failed())
    return;
  if (n.opset() >= 4 && !n.hasAttribute("axis"))
    return n.error("its attribute axis is missing");
  int64_t dim = n.axis(axis, rankOf(parts.front()));
  n.result(n.concat(parts, dim));
}

void split(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(x));
  Node::Ints sizes = n.opset() >= 13 ? n.has(1) ? n.ints(1) : Node::Ints() : n.ints("split");
  int64_t parts = n.integer("num_outputs", static_cast<int64_t>(n.outputs()));
  if (n.failed())
    return;
  int64_t size = shapeOf(x)[axis];
  if (parts != static_cast<int64_t>(n.outputs()) || parts == 0)
    return n.error("it has " + std::to_string(n.outputs()) + " outputs, and num_outputs says " +
                   std::to_string(parts));
  if (sizes.empty()) { // equal parts; since opset 18 the last may be smaller
    int64_t one = (size + parts - 1) / parts;
    if (size % parts != 0 && !n.hasAttribute("num_outputs"))
      return n.error("axis " + std::to_string(axis) + " of " + describe(x.getType()) +
                     " cannot be split into " + std::to_string(parts) + " equal parts");
    for (int64_t i = 0; i < parts; ++i)
      sizes.push_back(std::max<int64_t>(std::min(one, size - i * one), 0));
  }
  if (static_cast<int64_t>(sizes.size()) != parts)
    return n.error("it has " + std::to_string(parts) + " outputs and " + std::to_string(sizes.size()) +
                   " sizes");
  int64_t offset = 0;
  for (auto [i, part] : llvm::enumerate(sizes)) {
    if (part < 0 || part > size - offset)
      return n.error("its sizes do not sum up to axis " + std::to_string(axis) + " of " +
                     describe(x.getType()));
    n.result(i, n.slice(x, axis, offset, part));
    offset += part;
  }
  if (offset != size)
    n.error("its sizes do not sum up to axis " + std::to_string(axis) + " of " + describe(x.getType()));
}

/// One axis of a slice: the first element, how many, and how far apart, from start : end : step.
bool sliceAxis(Node& n, int64_t size, int64_t start, int64_t end, int64_t step, int64_t& offset,
               int64_t& count) {
  if (step == 0 || step == INT64_MIN) {
    n.error("a step is not 0");
    return false;
  }
  auto fromFirst = [&](int64_t at) { return at >= 0 ? at : at < -size ? -1 : at + size; }; // -1: before it
  start = fromFirst(start);
  end = fromFirst(end);
  // Backwards a start before the first element is the first, unlike NumPy's: the standard clamps it to [0,
  // size - 1].
  start =
      step > 0 || size == 0 ? std::clamp<int64_t>(start, 0, size) : std::clamp<int64_t>(start, 0, size - 1);
  end = step > 0 || size == 0 ? std::clamp<int64_t>(end, 0, size) : std::clamp<int64_t>(end, -1, size - 1);
  if (step > 0)
    count = end > start ? (end - start - 1) / step + 1 : 0;
  else
    count = start > end ? (start - end - 1) / -step + 1 : 0;
  offset = count == 0 ? 0 : start;
  return true;
}

void slice(Node& n) {
  Value x = n.operand(0);
  bool asInputs = n.opset() >= 10;
  Node::Ints starts = asInputs ? n.ints(1) : n.ints("starts");
  Node::Ints ends = asInputs ? n.ints(2) : n.ints("ends");
  bool given = asInputs ? n.has(3) : n.hasAttribute("axes");
  Node::Ints axes = !given ? Node::Ints() : asInputs ? n.ints(3) : n.ints("axes");
  Node::Ints steps = asInputs && n.has(4) ? n.ints(4) : Node::Ints(starts.size(), 1);
  if (n.failed())
    return;
  if (!given)
    for (size_t i = 0; i < starts.size(); ++i)
      axes.push_back(static_cast<int64_t>(i));
  if (starts.size() != ends.size() || axes.size() != starts.size() || steps.size() != starts.size())
    return n.error("its starts, ends, axes and steps are of one length");
  n.axes(axes, rankOf(x)); // each at most once
  Node::Ints offsets(rankOf(x), 0), sizes(shapeOf(x)), strides(rankOf(x), 1);
  for (size_t i = 0; i < axes.size() && !n.failed(); ++i) {
    int64_t axis = n.axis(axes[i], rankOf(x));
    if (n.failed() ||
        !sliceAxis(n, shapeOf(x)[axis], starts[i], ends[i], steps[i], offsets[axis], sizes[axis]))
      return;
    // The dialect's stride stays in bounds where there is nothing to step to.
    strides[axis] = sizes[axis] > 1 ? steps[i] : 1;
  }
  if (!n.failed())
    n.result(n.slice(x, offsets, sizes, strides));
}

/// Copies of the axis' other end before and after it, of at most its size.
Value wrap(Node& n, Value x, int64_t axis, int64_t low, int64_t high) {
  int64_t size = shapeOf(x)[axis];
  if (low > size || high > size) {
    n.error("what is wrapped around is at most the axis' size");
    return nullptr;
  }
  llvm::SmallVector<Value> parts;
  if (low > 0)
    parts.push_back(n.slice(x, axis, size - low, low));
  parts.push_back(x);
  if (high > 0)
    parts.push_back(n.slice(x, axis, 0, high));
  return n.concat(parts, axis);
}

/// The value that pads: zero where it is not given. False where it is not known.
bool padValue(Node& n, double& value) {
  value = n.opset() >= 11 ? n.has(2) ? n.number(2) : 0 : n.number("value", 0);
  return !n.failed();
}

void pad(Node& n) {
  Value x = n.operand(0);
  std::string mode = n.string("mode", "constant");
  Node::Ints pads = n.opset() >= 11 ? n.ints(1) : n.ints(n.opset() == 1 ? "paddings" : "pads");
  Node::Ints given = n.opset() >= 18 && n.has(3) ? n.ints(3) : Node::Ints();
  double value = 0;
  if (n.failed() || (mode == "constant" && !padValue(n, value)))
    return;
  if (!n.has(3))
    for (int64_t axis = 0; axis < rankOf(x); ++axis)
      given.push_back(axis);
  if (pads.size() != 2 * given.size())
    return n.error("its pads are two for each axis; found " + std::to_string(pads.size()) + " for " +
                   std::to_string(given.size()));
  n.axes(given, rankOf(x)); // each at most once
  Node::Ints low(rankOf(x), 0), high(rankOf(x), 0), offsets(rankOf(x), 0), sizes(shapeOf(x));
  for (size_t i = 0; i < given.size() && !n.failed(); ++i) {
    int64_t axis = n.axis(given[i], rankOf(x)), before = pads[i], after = pads[i + given.size()];
    if (std::min(before, after) < -kMaxElements || std::max(before, after) > kMaxElements)
      return n.error("more than 2^40 elements of padding");
    // What is negative cuts off.
    low[axis] = std::max<int64_t>(before, 0);
    high[axis] = std::max<int64_t>(after, 0);
    offsets[axis] = std::max<int64_t>(-before, 0);
    sizes[axis] -= offsets[axis] + std::max<int64_t>(-after, 0);
    if (sizes[axis] + low[axis] + high[axis] < 0)
      return n.error("its pads cut more off than there is of " + describe(x.getType()));
    if (sizes[axis] < 0)
      return n.unsupported("pads of which one side cuts off what the other adds, of " +
                           describe(x.getType()));
  }
  if (n.failed())
    return;
  x = n.slice(x, offsets, sizes, Node::Ints(rankOf(x), 1));
  if (mode == "wrap") {
    for (int64_t axis = 0; axis < static_cast<int64_t>(low.size()) && !n.failed(); ++axis)
      x = wrap(n, x, axis, low[axis], high[axis]);
    return n.result(x);
  }
  if (mode != "constant" && mode != "reflect" && mode != "edge")
    return n.error("mode is constant, reflect, edge or wrap");
  PadMode how = mode == "constant" ? PadMode::Constant
                : mode == "edge"   ? PadMode::Replicate
                                   : PadMode::Reflect;
  // The dialect's value is a double, which does not hold every i64; around a difference that wraps, 0 does.
  if (how == PadMode::Constant && n.opset() >= 11 && n.has(2) && elementOf(x).isInteger(64) &&
      std::fabs(value) >= 0x1p53) {
    Value exact = n.reshape(n.operand(2), {});
    return n.result(n.add(n.pad(n.sub(x, exact), low, high, how, 0), exact));
  }
  n.result(n.pad(x, low, high, how, value));
}

void expand(Node& n) {
  Value x = n.operand(0);
  Node::Ints shape = n.ints(1);
  if (n.failed())
    return;
  std::optional<Node::Ints> both = broadcastShapes(shapeOf(x), shape);
  if (!both)
    return n.error(describe(x.getType()) + " does not broadcast to the shape that is asked for");
  n.result(n.expand(x, *both));
}

void tile(Node& n) {
  Value x = n.operand(0);
  Node::Ints repeats = n.ints(1);
  if (n.failed())
    return;
  if (static_cast<int64_t>(repeats.size()) != rankOf(x))
    return n.error("its repeats are one for each axis of " + describe(x.getType()));
  // [a, b] -> [1, a, 1, b] -> [r, a, s, b] -> [r a, s b], only where there is something to repeat.
  Node::Ints split, wide, joined;
  for (auto [size, repeat] : llvm::zip_equal(shapeOf(x), repeats)) {
    int64_t all;
    if (repeat < 0 || __builtin_mul_overflow(size, repeat, &all))
      return n.error("its repeats are not negative, and small enough");
    if (repeat != 1) {
      split.push_back(1);
      wide.push_back(repeat);
    }
    split.push_back(size);
    wide.push_back(size);
    joined.push_back(all);
  }
  n.result(n.reshape(n.expand(n.reshape(x, split), wide), joined));
}

/// Blocks of channels to places, or back: [N, C, H, W] is cut into 6 axes, permuted and joined.
void depthToSpace(Node& n) {
  Value x = n.operand(0);
  int64_t block = n.integer("blocksize", 0);
  std::string mode = n.string("mode", "DCR");
  if (n.failed())
    return;
  if (rankOf(x) != 4 || block < 1 || block > 65536 || shapeOf(x)[1] % (block * block) != 0)
    return n.error("its input is [N, C, H, W], with C divisible by blocksize^2; found " +
                   describe(x.getType()));
  if (mode != "DCR" && mode != "CRD")
    return n.error("mode is DCR or CRD");
  llvm::ArrayRef<int64_t> s = shapeOf(x);
  int64_t channels = s[1] / (block * block);
  Value cut = mode == "DCR" ? n.reshape(x, {s[0], block, block, channels, s[2], s[3]})
                            : n.reshape(x, {s[0], channels, block, block, s[2], s[3]});
  Value moved = mode == "DCR" ? n.transpose(cut, {0, 3, 4, 1, 5, 2}) : n.transpose(cut, {0, 1, 4, 2, 5, 3});
  n.result(n.reshape(moved, {s[0], channels, s[2] * block, s[3] * block}));
}

void spaceToDepth(Node& n) {
  Value x = n.operand(0);
  int64_t block = n.integer("blocksize", 0);
  if (n.failed())
    return;
  if (rankOf(x) != 4 || block < 1 || block > 65536 || shapeOf(x)[2] % block != 0 ||
      shapeOf(x)[3] % block != 0)
    return n.error("its input is [N, C, H, W], with H and W divisible by blocksize; found " +
                   describe(x.getType()));
  llvm::ArrayRef<int64_t> s = shapeOf(x);
  Value cut = n.reshape(x, {s[0], s[1], s[2] / block, block, s[3] / block, block});
  n.result(n.reshape(n.transpose(cut, {0, 3, 5, 1, 2, 4}),
                     {s[0], s[1] * block * block, s[2] / block, s[3] / block}));
}

// The upper or lower triangle of the last two axes; the other is zero.
void trilu(Node& n) {
  Value x = n.operand(0);
  int64_t k = n.has(1) ? n.integer(1) : 0;
  bool upper = n.flag("upper", true);
  if (n.failed())
    return;
  if (rankOf(x) < 2)
    return n.error("its input has at least two axes; found " + describe(x.getType()));
  int64_t rows = shapeOf(x)[rankOf(x) - 2], columns = shapeOf(x).back();
  if (rows > 0 && columns > (1 << 22) / rows)
    return n.unsupported("a triangle of more than 2^22 elements");
  Node::Ints kept;
  kept.reserve(rows * columns);
  k = std::clamp<int64_t>(k, -rows - 1, columns + 1);
  for (int64_t row = 0; row < rows; ++row)
    for (int64_t column = 0; column < columns; ++column)
      kept.push_back(upper ? column - row >= k : column - row <= k);
  Value mask = n.constant(kept, {rows, columns}, n.builder().getI1Type());
  n.result(n.where(mask, x, n.scalar(0, x)));
}

void centreCropPad(Node& n) {
  Value x = n.operand(0);
  Node::Ints shape = n.ints(1);
  Node::Ints axes = n.ints("axes");
  if (!n.hasAttribute("axes"))
    for (int64_t axis = 0; axis < rankOf(x); ++axis)
      axes.push_back(axis);
  if (n.failed())
    return;
  if (axes.size() != shape.size())
    return n.error("its shape has a size for each axis");
  n.axes(axes, rankOf(x));
  Node::Ints low(rankOf(x), 0), high(rankOf(x), 0), offsets(rankOf(x), 0), sizes(shapeOf(x));
  for (size_t i = 0; i < axes.size() && !n.failed(); ++i) {
    int64_t axis = n.axis(axes[i], rankOf(x)), more = shape[i] - sizes[axis];
    if (n.failed() || shape[i] < 0 || shape[i] > kMaxElements)
      return n.error("its shape holds sizes");
    offsets[axis] = std::max<int64_t>(-more, 0) / 2;
    sizes[axis] = std::min(sizes[axis], shape[i]);
    low[axis] = std::max<int64_t>(more, 0) / 2;
    high[axis] = std::max<int64_t>(more, 0) - low[axis];
  }
  if (!n.failed())
    n.result(n.pad(n.slice(x, offsets, sizes, Node::Ints(rankOf(x), 1)), low, high, PadMode::Constant, 0));
}

constexpr Operator kRows[] = {
    {"Identity", 1, identity, ""},
    {"Dropout", 1, dropout, "consumed_inputs is_test ratio seed", "training"},
    {"Reshape", 1, reshape, "allowzero consumed_inputs shape"},
    {"Flatten", 1, flatten, "axis"},
    {"Squeeze", 1, squeeze, "axes"},
    {"Unsqueeze", 1, unsqueeze, "axes"},
    {"Transpose", 1, transpose, "perm"},
    {"Concat", 1, concat, "axis"},
    {"Split", 1, split, "axis num_outputs split"},
    {"Slice", 1, slice, "axes ends starts"},
    {"Pad", 1, pad, "mode paddings pads value"},
    {"Expand", 8, expand, ""},
    {"Tile", 6, tile, ""},
    {"DepthToSpace", 1, depthToSpace, "blocksize mode"},
    {"SpaceToDepth", 1, spaceToDepth, "blocksize"},
    {"Trilu", 14, trilu, "upper"},
    {"CenterCropPad", 18, centreCropPad, "axes"},
};

} // namespace

llvm::ArrayRef<Operator> shapeOperators() {
  return kRows;
}

} // namespace aic::onnx

// Sequences of tensors, whose lengths are known: nothing is left of them but their tensors.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxTensors = 1 << 16; // that one tensor is split into

void sequenceEmpty(Node& n) {
  n.elementType("dtype", nullptr);
  n.result(n.sequenceOf({}));
}

void sequenceConstruct(Node& n) {
  n.result(n.sequenceOf(n.operands()));
}

void sequenceLength(Node& n) {
  auto length = static_cast<int64_t>(n.sequence(0).size());
  n.result(n.whole(length, n.builder().getI64Type()));
}

/// The place that input i names in a sequence of `size`, counted from the end where negative.
int64_t placeOf(Node& n, size_t i, int64_t size) {
  int64_t place = n.integer(i);
  if (n.failed() || (place >= -size && place < size))
    return place < 0 ? place + size : place;
  n.error("its position is " + std::to_string(place) + " in a sequence of " + std::to_string(size));
  return 0;
}

void sequenceAt(Node& n) {
  llvm::SmallVector<Value> all = n.sequence(0);
  int64_t place = placeOf(n, 1, static_cast<int64_t>(all.size()));
  if (!n.failed())
    n.result(all[place]);
}

// In front of the tensor at its position; at the end without one.
void sequenceInsert(Node& n) {
  llvm::SmallVector<Value> all = n.sequence(0);
  Value tensor = n.operand(1);
  auto size = static_cast<int64_t>(all.size());
  int64_t place = size;
  if (n.has(2) && n.integer(2) != size)
    place = placeOf(n, 2, size);
  if (n.failed())
    return;
  all.insert(all.begin() + place, tensor);
  n.result(n.sequenceOf(all));
}

void sequenceErase(Node& n) {
  llvm::SmallVector<Value> all = n.sequence(0);
  auto size = static_cast<int64_t>(all.size());
  int64_t place = n.has(1) ? placeOf(n, 1, size) : size - 1;
  if (n.failed())
    return;
  if (size == 0)
    return n.error("its sequence is empty");
  all.erase(all.begin() + place);
  n.result(n.sequenceOf(all));
}

// Parts of one size, or of a size each; without either parts of 1, whose axis keepdims = 0 drops.
void splitToSequence(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(x));
  bool keeps = n.flag("keepdims", true), given = n.has(1), one = true;
  Node::Ints sizes = given ? n.ints(1) : Node::Ints{1};
  if (n.failed())
    return;
  if (given)
    one = rankOf(n.operand(1)) == 0;
  int64_t size = shapeOf(x)[axis];
  if (one) {
    int64_t part = std::min(sizes[0], std::max<int64_t>(size, 1));
    if (part < 1 || size / part > kMaxTensors)
      return n.error("its parts have at least one element, and there are at most 65,536 of them");
    sizes.assign((size + part - 1) / part, part);
    if (size % part != 0)
      sizes.back() = size % part;
  }
  llvm::SmallVector<Value> parts;
  int64_t offset = 0;
  for (int64_t part : sizes) {
    if (part < 0 || part > size - offset)
      break;
    Value cut = n.slice(x, axis, offset, part);
    if (!given && !keeps) {
      Node::Ints shape(shapeOf(x));
      shape.erase(shape.begin() + axis);
      cut = n.reshape(cut, shape);
    }
    parts.push_back(cut);
    offset += part;
  }
  if (offset != size || parts.size() != sizes.size())
    return n.error("its sizes do not sum up to axis " + std::to_string(axis) + " of " +
                   describe(x.getType()));
  n.result(n.sequenceOf(parts));
}

void concatFromSequence(Node& n) {
  llvm::SmallVector<Value> all = n.sequence(0);
  bool isNew = n.flag("new_axis", false);
  if (!n.hasAttribute("axis") && !n.failed())
    n.error("its attribute axis is missing");
  if (n.failed())
    return;
  if (all.empty())
    return n.error("its sequence is empty");
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(all.front()) + (isNew ? 1 : 0));
  if (n.failed())
    return;
  if (isNew)
    for (Value& one : all) {
      Node::Ints shape(shapeOf(one));
      shape.insert(shape.begin() + std::min<int64_t>(axis, rankOf(one)), 1);
      one = n.reshape(one, shape);
    }
  n.result(n.concat(all, axis));
}

constexpr Operator kRows[] = {
    {"SequenceEmpty", 11, sequenceEmpty, "dtype"},
    {"SequenceConstruct", 11, sequenceConstruct, ""},
    {"SequenceLength", 11, sequenceLength, ""},
    {"SequenceAt", 11, sequenceAt, "", "a position that is computed at run time"},
    {"SequenceInsert", 11, sequenceInsert, "", "a position that is computed at run time"},
    {"SequenceErase", 11, sequenceErase, "", "a position that is computed at run time"},
    {"SplitToSequence", 11, splitToSequence, "axis keepdims"},
    {"ConcatFromSequence", 11, concatFromSequence, "axis new_axis"},
};

} // namespace

llvm::ArrayRef<Operator> sequenceOperators() {
  return kRows;
}

} // namespace aic::onnx

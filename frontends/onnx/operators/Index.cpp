// Operators that read at places which are only known at run time, and TopK, which tells such places.
#include "frontends/onnx/operators/Index.h"

namespace aic::onnx {
namespace {

using mlir::Value;

void gather(Node& n) {
  Value x = n.operand(0), index = n.operand(1);
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(x));
  if (n.failed())
    return;
  index = fromStart(n, index, shapeOf(x)[axis]);
  n.result(n.emit<TakeOp>({x, index}, n.attribute("dim", axis)));
}

void gatherElements(Node& n) {
  Value x = n.operand(0), index = n.operand(1);
  int64_t axis = n.axis(n.integer("axis", 0), rankOf(x));
  if (n.failed())
    return;
  index = fromStart(n, index, shapeOf(x)[axis]);
  n.result(n.emit<GatherOp>({x, index}, n.attribute("dim", axis)));
}

void gatherNd(Node& n) {
  Value x = n.operand(0), index = n.operand(1);
  int64_t batch = n.integer("batch_dims", 0);
  Value place = flatPlace(n, x, index, batch);
  if (n.failed())
    return;
  llvm::ArrayRef<int64_t> shape = shapeOf(x);
  int64_t taken = batch + shapeOf(index).back();
  Node::Ints flat{elementsOf(shape.take_front(taken))};
  flat.append(shape.begin() + taken, shape.end());
  n.result(n.emit<TakeOp>({n.reshape(x, flat), place}, n.attribute("dim", int64_t(0))));
}

void oneHot(Node& n) {
  Value index = n.operand(0), values = n.operand(2);
  int64_t depth = static_cast<int64_t>(n.number(1));
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(index) + 1);
  if (n.failed())
    return;
  if (depth < 1 || depth > INT32_MAX || shapeOf(values) != llvm::ArrayRef<int64_t>(2))
    return n.error("its depth is at least 1, and its values are off and on");
  index = fromStart(n, n.cast(index, n.builder().getI64Type()), depth);
  Value hot = n.emit<OneHotOp>(index, n.attribute("num_classes", depth));
  Node::Ints perm;
  for (int64_t i = 0; i < rankOf(index); ++i)
    perm.push_back(i);
  perm.insert(perm.begin() + axis, rankOf(index));
  Value mask = n.cast(n.transpose(hot, perm), n.builder().getI1Type());
  n.result(n.where(mask, n.reshape(n.slice(values, 0, 1, 1), {}), n.reshape(n.slice(values, 0, 0, 1), {})));
}

// Which slices are kept must be known: the result's size hangs on it.
void compress(Node& n) {
  Value x = n.operand(0);
  mlir::ElementsAttr condition = n.known(1);
  if (n.failed())
    return;
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(condition);
  if (!dense || !dense.getElementType().isInteger(1) || condition.getShapedType().getRank() != 1)
    return n.error("its condition is a list of bools");
  int64_t axis = 0;
  if (n.hasAttribute("axis"))
    axis = n.axis(n.integer("axis", 0), rankOf(x));
  else
    x = n.reshape(x, elementsOf(shapeOf(x)));
  if (n.failed())
    return;
  Node::Ints kept;
  for (auto [i, keep] : llvm::enumerate(dense.getValues<bool>()))
    if (keep)
      kept.push_back(static_cast<int64_t>(i));
  if (!kept.empty() && kept.back() >= shapeOf(x)[axis])
    return n.error("its condition is longer than axis " + std::to_string(axis) + " of " +
                   describe(x.getType()));
  Value index = n.constant(kept, static_cast<int64_t>(kept.size()), n.builder().getI64Type());
  n.result(n.emit<TakeOp>({x, index}, n.attribute("dim", axis)));
}

// Step t of a sequence of length l comes from step l - 1 - t, those behind its end stay.
void reverseSequence(Node& n) {
  Value x = n.operand(0), lengths = n.operand(1);
  int64_t time = n.integer("time_axis", 0), batch = n.integer("batch_axis", 1);
  if (n.failed())
    return;
  bool axes = (time == 0 && batch == 1) || (time == 1 && batch == 0);
  if (rankOf(x) < 2 || !axes || shapeOf(lengths) != llvm::ArrayRef<int64_t>(shapeOf(x)[batch]) ||
      !elementOf(lengths).isInteger(64))
    return n.error("its time and batch axes are 0 and 1, and its lengths an int64 for each of the batch");
  Node::Ints steps, shape(rankOf(x), 1), batchShape(rankOf(x), 1);
  for (int64_t t = 0; t < shapeOf(x)[time]; ++t)
    steps.push_back(t);
  shape[time] = shapeOf(x)[time];
  batchShape[batch] = shapeOf(x)[batch];
  Value t = n.constant(steps, shape, n.builder().getI64Type());
  Value length = n.reshape(lengths, batchShape);
  Value mirrored = n.sub(n.sub(length, n.scalar(1, length)), t);
  Value from = n.where(n.compare(Predicate::LT, t, length), mirrored, t);
  n.result(n.emit<GatherOp>({x, n.expand(from, shapeOf(x))}, n.attribute("dim", time)));
}

// Sorted or not, the order of the dialect's is one that the standard allows.
void topK(Node& n) {
  Value x = n.operand(0);
  int64_t k = n.opset() >= 10 ? n.integer(1) : n.integer("k", -1);
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(x));
  bool largest = n.flag("largest", true);
  n.flag("sorted", true);
  if (n.failed())
    return;
  llvm::SmallVector<Value> made =
      n.emitAll<TopkOp>(x, {n.attribute("k", k), n.attribute("dim", axis), n.attribute("largest", largest)});
  for (auto [i, value] : llvm::enumerate(made))
    n.result(i, value);
}

constexpr Operator kRows[] = {
    {"Gather", 1, gather, "axis"},
    {"GatherElements", 11, gatherElements, "axis"},
    {"GatherND", 11, gatherNd, "batch_dims"},
    {"OneHot", 9, oneHot, "axis"},
    {"TopK", 1, topK, "axis k"},
    {"TopK", 10, topK, "axis"},
    {"TopK", 11, topK, "axis largest sorted"},
    {"Compress", 9, compress, "axis", "a condition that is computed at run time"},
    {"ReverseSequence", 10, reverseSequence, "batch_axis time_axis"},
};

} // namespace

Value fromStart(Node& n, Value index, int64_t size) {
  if (n.failed())
    return nullptr;
  if (!elementOf(index).isInteger(32) && !elementOf(index).isInteger(64)) {
    n.error("its indices are int32 or int64; found " + describe(index.getType()));
    return nullptr;
  }
  Value wrapped = n.add(index, n.scalar(static_cast<double>(size), index));
  return n.where(n.compare(Predicate::LT, index, n.scalar(0, index)), wrapped, index);
}

Value flatPlace(Node& n, Value x, Value index, int64_t batch) {
  if (n.failed())
    return nullptr;
  int64_t q = rankOf(index), rank = rankOf(x);
  int64_t k = q > 0 ? shapeOf(index).back() : 0;
  if (q < 1 || batch < 0 || batch >= std::min(q, rank) || k < 1 || k > rank - batch ||
      shapeOf(x).take_front(batch) != shapeOf(index).take_front(batch)) {
    n.error(describe(x.getType()) + " has no places of indices " + describe(index.getType()) +
            " with batch_dims = " + std::to_string(batch));
    return nullptr;
  }
  Node::Ints places(shapeOf(index).drop_back());
  Value place;
  for (int64_t i = 0; i < k; ++i) {
    int64_t size = shapeOf(x)[batch + i];
    Value one = fromStart(n, n.reshape(n.slice(index, q - 1, i, 1), places), size);
    place = place ? n.add(n.mul(place, n.scalar(static_cast<double>(size), place)), one) : one;
  }
  if (batch == 0 || n.failed())
    return place;
  // Each batch's places follow those of the one before.
  int64_t batches = elementsOf(shapeOf(x).take_front(batch)), spots = elementsOf(shapeOf(x).slice(batch, k));
  Node::Ints starts, shape(places.size(), 1);
  for (int64_t i = 0; i < batches; ++i)
    starts.push_back(i * spots);
  for (int64_t i = 0; i < batch; ++i)
    shape[i] = shapeOf(x)[i];
  return n.add(place, n.constant(starts, shape, elementOf(place)));
}

llvm::ArrayRef<Operator> indexOperators() {
  return kRows;
}

} // namespace aic::onnx

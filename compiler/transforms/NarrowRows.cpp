// aic-narrow-rows: where only some rows of a result are read (the class token behind the last block, the last
// token of a prompt), only those are computed: the slice moves up through what makes each row by itself.
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/AttentionForms.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_NARROWROWS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-narrow-rows";
constexpr int kMostMoves = 16; // operators that may stand between the slice and what computes the rows

/// What a slice reads of a tensor, an entry for each axis.
struct Window {
  SmallVector<int64_t> offsets, sizes, strides;

  explicit Window(SliceOp slice)
      : offsets(slice.getOffsets()), sizes(slice.getSizes()), strides(slice.getStrides()) {}
  explicit Window(ArrayRef<int64_t> shape)
      : offsets(shape.size(), 0), sizes(shape), strides(shape.size(), 1) {}

  size_t rank() const { return sizes.size(); }
  void take(size_t axis, const Window& other, size_t from) {
    offsets[axis] = other.offsets[from];
    sizes[axis] = other.sizes[from];
    strides[axis] = other.strides[from];
  }
  /// True where all of an axis of `size` is read in order.
  bool isWhole(size_t axis, int64_t size) const {
    return offsets[axis] == 0 && sizes[axis] == size && (strides[axis] == 1 || size == 1);
  }
  bool operator==(const Window& other) const {
    return offsets == other.offsets && sizes == other.sizes && strides == other.strides;
  }
};

/// What must be read of each operand so that the window of the result can be computed; nothing for an operand
/// that is read whole.
using Windows = SmallVector<std::optional<Window>>;

/// The axes of `shape` that the window does not read whole.
SmallVector<size_t> narrowed(const Window& window, ArrayRef<int64_t> shape) {
  SmallVector<size_t> axes;
  for (size_t axis = 0; axis < window.rank(); ++axis)
    if (!window.isWhole(axis, shape[axis]))
      axes.push_back(axis);
  return axes;
}

/// What of an operand that broadcasts to the result.
std::optional<Window> broadcast(const Window& window, ArrayRef<int64_t> operand) {
  Window found(operand);
  size_t missing = window.rank() - operand.size();
  for (size_t axis = 0; axis < operand.size(); ++axis)
    if (operand[axis] != 1)
      found.take(axis, window, missing + axis);
  return found;
}

/// Of a reshape's operand, where each narrowed axis is one there, too.
std::optional<Window> reshaped(const Window& window, ArrayRef<int64_t> result, ArrayRef<int64_t> operand) {
  Window found(operand);
  for (size_t axis : narrowed(window, result)) {
    int64_t before = 1, there = 1;
    for (size_t i = 0; i < axis; ++i)
      before *= result[i];
    size_t at = 0;
    while (at < operand.size() && (there != before || operand[at] == 1))
      there *= operand[at++];
    if (at == operand.size() || there != before || operand[at] != result[axis])
      return std::nullopt;
    found.take(at, window, axis);
  }
  return found;
}

/// Of an attention: rows of the queries, and of a mask that has some for each. Causal only where the last
/// query alone is read, which sees every key.
bool ofAttention(AttentionOp attention, const Window& window, ArrayRef<size_t> axes, Windows& windows,
                 bool& seesAll) {
  ArrayRef<int64_t> q = shapeOf(attention.getQ()), k = shapeOf(attention.getK());
  size_t row = q.size() - 2;
  if (attention.getLength() || axes != ArrayRef<size_t>(row))
    return false;
  seesAll = window.sizes[row] == 1 && window.offsets[row] + 1 >= k[row];
  if (attention.getCausal() && !seesAll)
    return false;
  Window queries(q);
  queries.take(row, window, row);
  windows[0] = queries;
  if (Value spans = spansOf(attention)) {
    Window rows(shapeOf(spans));
    rows.take(1, window, row);
    windows[3] = rows;
  } else if (Value mask = attention.getMask()) {
    ArrayRef<int64_t> shape = shapeOf(mask);
    if (shape.size() >= 2 && shape[shape.size() - 2] != 1) {
      Window rows(shape);
      rows.take(shape.size() - 2, window, row);
      windows[3] = rows;
    }
  }
  return true;
}

/// True where the rows of the operator's one result that the window reads can be computed from parts of its
/// operands; `computes`: at a cost that hangs on how many they are.
bool narrow(Operation* op, const Window& window, Windows& windows, bool& computes, bool& seesAll) {
  ArrayRef<int64_t> result = shapeOf(op->getResult(0));
  SmallVector<size_t> axes = narrowed(window, result);
  windows.assign(op->getNumOperands(), std::nullopt);
  auto allBefore = [&](size_t end) { return llvm::all_of(axes, [&](size_t axis) { return axis < end; }); };
  auto first = [&](ArrayRef<int64_t> shape) {
    Window rows(shape);
    for (size_t axis : axes)
      rows.take(axis, window, axis);
    windows[0] = rows;
    return true;
  };
  computes = true;
  if (auto attention = dyn_cast<AttentionOp>(op))
    return ofAttention(attention, window, axes, windows, seesAll);
  if (auto linear = dyn_cast<LinearOp>(op))
    return allBefore(result.size() - 1) && first(shapeOf(linear.getX()));
  if (auto norm = dyn_cast<LayerNormOp>(op))
    return allBefore(result.size() - norm.getAxes()) && first(result);
  if (auto norm = dyn_cast<RmsNormOp>(op))
    return allBefore(result.size() - norm.getAxes()) && first(result);
  if (auto softmax = dyn_cast<SoftmaxOp>(op))
    return llvm::none_of(axes, [&](size_t axis) { return axis == softmax.getDim(); }) && first(result);
  if (auto matmul = dyn_cast<MatmulOp>(op)) {
    ArrayRef<int64_t> a = shapeOf(matmul.getA());
    if (axes != ArrayRef<size_t>(result.size() - 2))
      return false;
    Window rows(a);
    rows.take(a.size() - 2, window, result.size() - 2);
    windows[0] = rows;
    return true;
  }
  computes = false;
  if (isElementwise(op)) {
    for (auto [i, operand] : llvm::enumerate(op->getOperands()))
      windows[i] = broadcast(window, shapeOf(operand));
    return true;
  }
  if (auto reshape = dyn_cast<ReshapeOp>(op))
    return (windows[0] = reshaped(window, result, shapeOf(reshape.getX()))).has_value();
  if (auto transpose = dyn_cast<TransposeOp>(op)) {
    Window turned(shapeOf(transpose.getX()));
    for (auto [axis, from] : llvm::enumerate(transpose.getPerm()))
      turned.take(from, window, axis);
    windows[0] = turned;
    return true;
  }
  return false;
}

/// True where the rows of `value` lead, by operators that nothing else reads, to one that computes them.
bool leadsToRows(Value value, const Window& window, int moves = 0) {
  Operation* op = value.getDefiningOp();
  bool computes, seesAll = false;
  Windows windows;
  if (!op || op->getNumResults() != 1 || moves > kMostMoves || !isa<AicDialect>(op->getDialect()) ||
      !narrow(op, window, windows, computes, seesAll))
    return false;
  if (computes)
    return true;
  for (auto [operand, part] : llvm::zip_equal(op->getOperands(), windows))
    if (part && operand.hasOneUse() && leadsToRows(operand, *part, moves + 1))
      return true;
  return false;
}

struct NarrowRowsPass : impl::NarrowRowsBase<NarrowRowsPass> {
  void runOnOperation() override {
    // From the end: the slices that one move makes stand before it and are looked at later.
    for (Block& block : getOperation().getBody())
      for (Operation* op = block.empty() ? nullptr : &block.back(); op;) {
        Operation* before = op->getPrevNode();
        if (auto slice = dyn_cast<SliceOp>(op))
          moveUp(slice, before);
        op = before;
      }
  }

  /// Moves the slice before what makes its operand, where nothing reads anything else of that. `before`, an
  /// operator before the slice, becomes one before it where it goes.
  static void moveUp(SliceOp slice, Operation*& before) {
    Value source = slice.getX();
    Operation* op = source.getDefiningOp();
    Window window(slice);
    if (!op || slice.getType().getNumElements() == 0 || slice.getType() == source.getType() ||
        !llvm::all_of(source.getUsers(),
                      [&](Operation* user) {
                        auto other = dyn_cast<SliceOp>(user);
                        return other && Window(other) == window;
                      }) ||
        !leadsToRows(source, window))
      return;
    bool computes, seesAll = false;
    Windows windows;
    narrow(op, window, windows, computes, seesAll);
    OpBuilder builder(op);
    SmallVector<Value> parts;
    for (auto [operand, part] : llvm::zip_equal(op->getOperands(), windows)) {
      parts.push_back(operand);
      if (part && !narrowed(*part, shapeOf(operand)).empty())
        parts.back() =
            SliceOp::create(builder, slice.getLoc(), operand, part->offsets, part->sizes, part->strides);
    }
    Operation* moved = builder.clone(*op);
    moved->setOperands(parts);
    moved->getResult(0).setType(slice.getType());
    if (auto attention = dyn_cast<AttentionOp>(moved); attention && seesAll)
      attention.setCausal(false);
    if (computes)
      reportPassed(op->getLoc(), kPass,
                   Twine("of its rows only those are computed that are read: ") + describe(slice.getType()) +
                       " of " + describe(source.getType()));
    SmallVector<Operation*> dead(source.getUsers());
    dead.push_back(op);
    while (llvm::is_contained(dead, before))
      before = before->getPrevNode(); // the last is what was moved
    for (Operation* one : dead) {
      if (one != op)
        one->getResult(0).replaceAllUsesWith(moved->getResult(0));
      one->erase();
    }
  }
};

} // namespace

} // namespace aic::transforms

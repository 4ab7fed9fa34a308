#include "frontends/onnx/operators/Choice.h"

#include "frontends/onnx/Tensors.h"

namespace aic::onnx {
namespace {

using mlir::Value;

constexpr int64_t kMaxLooked = 1 << 16; // places of a constant index that are looked at

/// The axis along which an operation reads or writes at places that a tensor names, and that tensor.
struct Places {
  Value index;
  int64_t first = 0, end = 0; // where they may lie
};

std::optional<Places> placesOf(mlir::Operation* op) {
  auto along = [](Value x, int64_t dim) { return shapeOf(x)[dim]; };
  if (auto take = llvm::dyn_cast<TakeOp>(op))
    return Places{take.getIndex(), 0, along(take.getX(), take.getDim())};
  if (auto gather = llvm::dyn_cast<GatherOp>(op))
    return Places{gather.getIndex(), 0, along(gather.getX(), gather.getDim())};
  if (auto scatter = llvm::dyn_cast<ScatterOp>(op))
    return Places{scatter.getIndex(), 0, along(scatter.getX(), scatter.getDim())};
  if (auto embedding = llvm::dyn_cast<EmbeddingOp>(op))
    return Places{embedding.getIds(), 0, along(embedding.getWeight(), 0)};
  if (auto narrow = llvm::dyn_cast<NarrowOp>(op))
    return Places{narrow.getStart(), 0,
                  along(narrow.getX(), narrow.getDim()) - static_cast<int64_t>(narrow.getSize()) + 1};
  if (auto update = llvm::dyn_cast<UpdateSliceOp>(op))
    return Places{update.getStart(), 0,
                  along(update.getX(), update.getDim()) - along(update.getValues(), update.getDim()) + 1};
  if (llvm::isa<DivOp, FloorDivOp, RemOp>(op) && !isFloat(op->getResult(0)))
    return Places{op->getOperand(1), 1, INT64_MAX};
  return std::nullopt;
}

/// True where the run may refuse what the operation is given.
bool mayFail(Node& n, mlir::Operation* op) {
  if (auto attention = llvm::dyn_cast<AttentionOp>(op); attention && attention.getLength())
    return true;
  std::optional<Places> places = placesOf(op);
  if (!places)
    return false;
  mlir::ElementsAttr known = n.tryKnown(places->index);
  auto all = known ? integersOf(known, kMaxLooked) : std::nullopt;
  return !all ||
         llvm::any_of(*all, [&](int64_t place) { return place < places->first || place >= places->end; });
}

/// What the node of an operation is called.
std::string nodeOf(mlir::Operation* op) {
  auto name = llvm::dyn_cast<mlir::NameLoc>(op->getLoc());
  return name ? name.getName().str() : op->getName().stripDialect().str();
}

} // namespace

std::optional<bool> tryBool(Node& n, Value condition) {
  if (n.failed())
    return std::nullopt;
  if (!elementOf(condition).isInteger(1) || elementsOf(shapeOf(condition)) != 1) {
    n.error("its condition is one bool; found " + describe(condition.getType()));
    return std::nullopt;
  }
  auto dense = llvm::dyn_cast_if_present<mlir::DenseElementsAttr>(n.tryKnown(condition));
  return dense ? std::optional(dense.getSplatValue<bool>()) : std::nullopt;
}

llvm::SmallVector<Value> choose(Node& n, Value condition, mlir::ValueRange yes, mlir::ValueRange no,
                                llvm::ArrayRef<mlir::Operation*> made, const std::string& what) {
  if (n.failed())
    return {};
  constexpr const char* kBoth = ", so that both ways cannot be computed and one chosen: its condition";
  for (auto [a, b] : llvm::zip_equal(yes, no))
    if (a.getType() != b.getType() || isSequence(a)) {
      std::string types = isSequence(a) || isSequence(b)
                              ? "sequences"
                              : describe(a.getType()) + " and " + describe(b.getType());
      n.known(condition, what + " are " + types + kBoth);
      return {};
    }
  for (mlir::Operation* op : made)
    if (mayFail(n, op)) {
      n.known(condition, nodeOf(op) + " may fail where its result is not wanted" + kBoth);
      return {};
    }
  llvm::SmallVector<Value> chosen;
  condition = n.reshape(condition, {});
  for (auto [a, b] : llvm::zip_equal(yes, no))
    chosen.push_back(a == b ? a : n.where(condition, a, b));
  return n.failed() ? llvm::SmallVector<Value>() : chosen;
}

} // namespace aic::onnx

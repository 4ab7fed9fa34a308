// What moves elements, reductions, and reading at indices.
#include "frontends/graph/writer/Spell.h"

namespace aic::graph::writer {
namespace {

std::string quoted(llvm::StringRef text) {
  return "\"" + text.str() + "\"";
}

/// x[:, 2:5, ::2], NumPy's.
void slice(Speller& s, SliceOp op) {
  auto shape = op.getX().getType().getShape();
  size_t rank = shape.size(), first = 0, last = rank;
  auto whole = [&](size_t i) {
    return op.getOffsets()[i] == 0 && op.getSizes()[i] == shape[i] &&
           (op.getStrides()[i] == 1 || shape[i] <= 1);
  };
  while (last > 0 && whole(last - 1))
    --last;
  while (first < last && whole(first))
    ++first;
  bool fromEnd = last == rank && first > 1; // x[..., 0:64]
  s.value(op.getX(), "constant", /*postfix=*/true).text("[");
  if (last == 0)
    s.text(":");
  if (fromEnd)
    s.text("..., ");
  for (size_t i = fromEnd ? first : 0; i < last; ++i) {
    if (i > (fromEnd ? first : 0))
      s.text(", ");
    int64_t offset = op.getOffsets()[i], size = op.getSizes()[i], stride = op.getStrides()[i];
    if (whole(i)) {
      s.text(":");
      continue;
    }
    if (size <= 1)
      stride = 1;
    if (size == 0)
      offset = 0;
    int64_t end = size == 0 ? 0 : offset + (size - 1) * stride + (stride > 0 ? 1 : -1);
    if (stride < 0 || offset > 0 || size == 0)
      s.one("", offset, "start");
    s.text(":");
    if (stride > 0 ? end < shape[i] || size == 0 : end >= 0)
      s.one("", end, "end");
    if (stride != 1)
      s.one(":", stride, "step");
  }
  s.text("]");
}

void transpose(Speller& s, TransposeOp op) {
  llvm::SmallVector<int64_t> moved;
  for (auto [i, axis] : llvm::enumerate(op.getPerm()))
    if (static_cast<int64_t>(i) != axis)
      moved.push_back(static_cast<int64_t>(i));
  if (moved.size() == 2)
    s.text("transpose(").value(op.getX()).one(", ", moved[0], "dim").one(", ", moved[1], "dim").text(")");
  else
    s.text("permute(").value(op.getX()).list(", ", op.getPerm(), "dim").text(")");
}

void pad(Speller& s, PadOp op) {
  std::vector<int64_t> amounts;
  size_t rank = op.getLow().size(), axes = rank;
  while (axes > 1 && op.getLow()[rank - axes] == 0 && op.getHigh()[rank - axes] == 0)
    --axes; // the first ones are as they were
  for (size_t i = 0; i < axes; ++i) {
    amounts.push_back(op.getLow()[rank - 1 - i]);
    amounts.push_back(op.getHigh()[rank - 1 - i]);
  }
  s.text("pad(").value(op.getX()).list(", ", amounts, "pad");
  double value = op.getValue().convertToDouble();
  if (op.getMode() != PadMode::Constant)
    s.text(", mode=" + quoted(stringifyPadMode(op.getMode())));
  else if (value != 0 || std::signbit(value))
    s.number(", value=", value);
  s.text(")");
}

template <typename Op> bool reduction(Speller& s, mlir::Operation* any) {
  auto op = llvm::dyn_cast<Op>(any);
  if (!op)
    return false;
  s.text(op->getName().stripDialect().str() + "(").value(op.getX());
  s.ints(", dim=", op.getDims(), "dim", op.getDims().size() == 1 ? Piece::Form::One : Piece::Form::List);
  s.flag(", keepdim=", op.getKeepdim());
  mlir::Type element = s.elementOf(op.getResult());
  if (llvm::isa<SumOp, ProdOp>(any) && element.isInteger() && !element.isInteger(64)) // else it would be i64
    s.text(", dtype=" + spellType(element));
  s.text(")");
  return true;
}

/// Rows of a table, where the table is a parameter.
bool tableRows(Speller& s, mlir::Value table, mlir::Value ids) {
  Constant* weight = s.constant(table);
  if (!weight || weight->type().getRank() != 2 ||
      !llvm::isa<mlir::FloatType>(weight->type().getElementType()) || weight->type().getNumElements() == 0 ||
      s.constant(ids))
    return false;
  bool large = !s.constants().isLiteral(*weight);
  std::optional<std::string> path =
      large ? s.constants().layer({{weight, "weight"}}, s.scopeName()) : std::nullopt;
  if (!path)
    return false;
  s.text("nn.embedding(").value(ids).one(", ", weight->type().getDimSize(0), "num_embeddings");
  s.one(", ", weight->type().getDimSize(1), "embedding_dim");
  if (!weight->type().getElementType().isF32())
    s.text(", dtype=" + spellType(weight->type().getElementType()));
  s.text(")").path(*path);
  return true;
}

bool index(Speller& s, mlir::Operation* any) {
  if (auto op = llvm::dyn_cast<EmbeddingOp>(any)) {
    if (!tableRows(s, op.getWeight(), op.getIds()))
      s.text("embedding(").value(op.getIds(), "ids").text(", ").value(op.getWeight(), "weight").text(")");
  } else if (auto op = llvm::dyn_cast<TakeOp>(any)) {
    if (op.getDim() != 0 || !tableRows(s, op.getX(), op.getIndex()))
      s.text("take(")
          .value(op.getX(), "weight")
          .one(", ", op.getDim(), "dim")
          .text(", ")
          .value(op.getIndex(), "index")
          .text(")");
  } else if (auto op = llvm::dyn_cast<GatherOp>(any)) {
    s.text("gather(")
        .value(op.getX())
        .one(", ", op.getDim(), "dim")
        .text(", ")
        .value(op.getIndex(), "index")
        .text(")");
  } else if (auto op = llvm::dyn_cast<ScatterOp>(any)) {
    s.text("scatter(")
        .value(op.getX())
        .one(", ", op.getDim(), "dim")
        .text(", ")
        .value(op.getIndex(), "index");
    s.text(", ").value(op.getUpdates(), "updates");
    if (op.getReduction() != ScatterReduction::None)
      s.text(", " + quoted(stringifyScatterReduction(op.getReduction())));
    s.text(")");
  } else if (auto op = llvm::dyn_cast<TopkOp>(any)) {
    s.text("topk(").value(op.getX()).one(", ", op.getK(), "k").one(", ", op.getDim(), "dim");
    s.text(op.getLargest() ? ")" : ", largest=false)");
  } else if (auto op = llvm::dyn_cast<OneHotOp>(any)) {
    s.text("one_hot(").value(op.getIds(), "ids").one(", ", op.getNumClasses(), "num_classes").text(")");
  } else {
    return false;
  }
  return true;
}

} // namespace

bool spellShape(Speller& s, mlir::Operation* any) {
  if (auto op = llvm::dyn_cast<ReshapeOp>(any)) {
    s.text("reshape(").value(op.getX()).list(", ", op.getResult().getType().getShape()).text(")");
  } else if (auto op = llvm::dyn_cast<ExpandOp>(any)) {
    s.text("expand(").value(op.getX()).list(", ", op.getResult().getType().getShape()).text(")");
  } else if (auto op = llvm::dyn_cast<TransposeOp>(any)) {
    transpose(s, op);
  } else if (auto op = llvm::dyn_cast<ConcatOp>(any)) {
    s.text("concat([");
    for (auto [i, input] : llvm::enumerate(op.getInputs()))
      s.text(i ? ", " : "").value(input);
    s.text("]").one(", dim=", op.getDim(), "dim").text(")");
  } else if (auto op = llvm::dyn_cast<SliceOp>(any)) {
    slice(s, op);
  } else if (auto op = llvm::dyn_cast<UpdateSliceOp>(any)) {
    int64_t room =
        op.getX().getType().getDimSize(op.getDim()) - op.getValues().getType().getDimSize(op.getDim());
    s.text("update(").value(op.getX()).text(", ").value(op.getValues()).one(", dim=", op.getDim(), "dim");
    s.text(", start=").position(op.getStart(), 0, room, "start").text(")");
  } else if (auto op = llvm::dyn_cast<NarrowOp>(any)) {
    int64_t room = op.getX().getType().getDimSize(op.getDim()) - static_cast<int64_t>(op.getSize());
    s.text("narrow(").value(op.getX()).one(", ", op.getDim(), "dim").text(", ");
    s.position(op.getStart(), 0, room, "start").one(", ", op.getSize(), "size").text(")");
  } else if (auto op = llvm::dyn_cast<PadOp>(any)) {
    pad(s, op);
  } else if (auto op = llvm::dyn_cast<ArgmaxOp>(any)) {
    s.text("argmax(").value(op.getX());
    if (std::optional<uint64_t> dim = op.getDim())
      s.one(", dim=", *dim, "dim");
    s.flag(", keepdim=", op.getKeepdim()).text(")");
  } else if (llvm::isa<SoftmaxOp, LogSoftmaxOp>(any)) {
    int64_t dim = llvm::isa<SoftmaxOp>(any) ? llvm::cast<SoftmaxOp>(any).getDim()
                                            : llvm::cast<LogSoftmaxOp>(any).getDim();
    s.text(any->getName().stripDialect().str() + "(")
        .value(any->getOperand(0))
        .one(", dim=", dim, "dim")
        .text(")");
  } else if (!reduction<SumOp>(s, any) && !reduction<MeanOp>(s, any) && !reduction<AmaxOp>(s, any) &&
             !reduction<AminOp>(s, any) && !reduction<ProdOp>(s, any) && !index(s, any)) {
    return false;
  }
  s.end(any->getResults());
  return true;
}

} // namespace aic::graph::writer

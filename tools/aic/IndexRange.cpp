#include "tools/aic/IndexRange.h"

#include "absl/strings/str_cat.h"
#include "dialects/aic/Aic.h"
#include "mlir/IR/Matchers.h"
#include "tools/aic/Numbers.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace aic::tool {

namespace {

/// What is chosen from, by index.
struct Choice {
  Value index;
  int64_t size;
  const char* what;
};

std::optional<Choice> choiceOf(Operation& op) {
  auto size = [](Value value, int64_t dim) {
    return cast<RankedTensorType>(value.getType()).getDimSize(dim);
  };
  if (auto gather = dyn_cast<GatherOp>(op)) { // one of all, as the losses do, or several
    const bool one = size(gather.getIndex(), gather.getDim()) == 1;
    return Choice{gather.getIndex(), size(gather.getX(), gather.getDim()), one ? "classes" : "elements"};
  }
  if (auto take = dyn_cast<TakeOp>(op))
    return Choice{take.getIndex(), size(take.getX(), take.getDim()), "elements"};
  if (auto embedding = dyn_cast<EmbeddingOp>(op))
    return Choice{embedding.getIds(), size(embedding.getWeight(), 0), "rows of the table"};
  return std::nullopt;
}

/// The argument whose elements an index is, but for those that a condition replaces; null where it is more
/// than that.
BlockArgument sourceOf(Value index) {
  while (Operation* op = index.getDefiningOp()) {
    if (auto where = dyn_cast<WhereOp>(op))
      index = matchPattern(where.getB(), m_Constant()) ? where.getA() : where.getB();
    else if (isa<ReshapeOp, TransposeOp, ExpandOp, CastOp>(op))
      index = op->getOperand(0);
    else
      return nullptr;
  }
  return cast<BlockArgument>(index);
}

/// The integers that an argument is compared with.
SmallVector<int64_t> comparedWith(BlockArgument argument) {
  SmallVector<int64_t> found;
  for (Operation* user : argument.getUsers()) {
    auto compare = dyn_cast<CompareOp>(user);
    APInt value;
    if (compare && (matchPattern(compare.getB(), m_ConstantInt(&value)) ||
                    matchPattern(compare.getA(), m_ConstantInt(&value))))
      found.push_back(value.getSExtValue());
  }
  return found;
}

/// The first of a column's values in these samples that is outside; false where there is none.
bool firstOutside(const Column& column, absl::Span<const int64_t> rows, int64_t size,
                  ArrayRef<int64_t> leftOut, int64_t& row, int64_t& value) {
  const size_t count = column.sampleBytes / weights::ElementBytes(column.type);
  for (int64_t each : rows)
    for (size_t i = 0; i < count; ++i) {
      const int64_t found = loadInteger(column.type, column.sample(each), i);
      if ((found >= 0 && found < size) || llvm::is_contained(leftOut, found))
        continue;
      row = each;
      value = found;
      return true;
    }
  return false;
}

} // namespace

std::string indexOutOfRange(func::FuncOp function, const BatchEntry& entry, absl::Span<const int64_t> rows) {
  if (!function)
    return "";
  for (Operation& op : function.getBody().front()) {
    std::optional<Choice> choice = choiceOf(op);
    if (!choice)
      continue;
    BlockArgument source = sourceOf(choice->index);
    auto name = source ? function.getArgAttrOfType<StringAttr>(source.getArgNumber(), "aic.name") : nullptr;
    for (size_t i = 0; name && i < entry.inputs.size(); ++i) {
      const Column* column = entry.feed.column(i);
      int64_t row = 0, value = 0;
      if (!column || isFloat(column->type) || name.getValue() != entry.inputs[i].info.name ||
          !firstOutside(*column, rows, choice->size, comparedWith(source), row, value))
        continue;
      return absl::StrCat(column->name.empty() ? name.str() : column->name, " is ", value, " in sample ", row,
                          ", and there are ", choice->size, " ", choice->what, ", 0 to ", choice->size - 1);
    }
  }
  return "";
}

} // namespace aic::tool

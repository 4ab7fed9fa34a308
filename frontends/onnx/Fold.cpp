// Constants that a model computes: operations on constants become constants, so that arithmetic with shapes
// leaves no trace.
#include "dialects/aic/Quantised.h"
#include "frontends/onnx/Importer.h"

#include <set>

namespace aic::onnx {
namespace {

constexpr int64_t kMaxFolded = 1 << 16;    // elements of a constant that is computed at once
constexpr int64_t kMaxEvaluated = 1 << 20; // of one that an importer asks for

bool isConstant(mlir::Value value) {
  return value.getDefiningOp<ConstantOp>() != nullptr;
}

int64_t elementsOf(mlir::Type type) {
  return llvm::cast<mlir::RankedTensorType>(type).getNumElements();
}

/// A computation that fold() may do: one result of the dialect, no constant.
bool isFoldable(mlir::Operation* op) {
  return op->getNumResults() == 1 && !llvm::isa<ConstantOp>(op) &&
         llvm::isa_and_nonnull<AicDialect>(op->getDialect());
}

} // namespace

mlir::ElementsAttr Importer::fold(mlir::Operation* op) {
  llvm::SmallVector<mlir::ElementsAttr> operands;
  for (mlir::Value operand : op->getOperands())
    operands.push_back(operand.getDefiningOp<ConstantOp>().getValue());
  // An operation that fails on constants fails only if the model runs it.
  mlir::ScopedDiagnosticHandler silent(builder_.getContext(),
                                       [](mlir::Diagnostic&) { return llvm::success(); });
  mlir::ElementsAttr value = options_.fold(op, operands, steps_);
  return value && value.getType() == op->getResult(0).getType() ? value : mlir::ElementsAttr();
}

mlir::Value Importer::folded(mlir::Operation* op) {
  mlir::Value result = op->getResult(0);
  auto small = [](mlir::Value value) { return elementsOf(value.getType()) <= kMaxFolded; };
  if (llvm::isa<DequantizeOp>(op)) // what is stored in few bits stays so, whatever its size
    return result;
  if (!isFoldable(op) || !small(result) || !llvm::all_of(op->getOperands(), isConstant) ||
      !llvm::all_of(op->getOperands(), small))
    return result;
  // A file must not make the compiler compute and keep without end.
  if (elements_ + elementsOf(result.getType()) > kMaxElementsInAll)
    return result;
  elements_ += elementsOf(result.getType());
  mlir::ElementsAttr value = fold(op);
  if (!value)
    return result;
  mlir::Value constant = ConstantOp::create(builder_, op->getLoc(), value);
  op->erase();
  return constant;
}

mlir::ElementsAttr Importer::evaluate(mlir::Value value) {
  auto giveUp = [&] {
    unknown_.insert(value); // not to be walked up again
    return mlir::ElementsAttr();
  };
  llvm::SmallVector<mlir::Value> open{value};
  while (!open.empty()) {
    mlir::Value next = open.back();
    mlir::Operation* op = next.getDefiningOp();
    if (op && isConstant(next)) {
      open.pop_back();
      continue;
    }
    int64_t size = elementsOf(next.getType());
    if (!op || unknown_.contains(next) || !isFoldable(op) || size > kMaxEvaluated)
      return giveUp();
    size_t before = open.size();
    for (mlir::Value operand : op->getOperands())
      if (!isConstant(operand))
        open.push_back(operand);
    if (open.size() != before)
      continue;
    mlir::ElementsAttr found = elements_ + size > kMaxElementsInAll ? mlir::ElementsAttr() : fold(op);
    if (!found)
      return giveUp();
    elements_ += size;
    mlir::OpBuilder at(op); // in place of the operation, which others may use too
    mlir::Value constant = ConstantOp::create(at, op->getLoc(), found);
    next.replaceAllUsesWith(constant);
    if (next == value)
      return found;
    open.pop_back();
  }
  return value.getDefiningOp<ConstantOp>().getValue();
}

std::vector<std::string> Importer::inputsOf(mlir::Value value) {
  llvm::SmallVector<mlir::Value> open{value};
  llvm::DenseSet<mlir::Value> seen;
  std::set<unsigned> found;
  while (!open.empty()) {
    mlir::Value next = open.pop_back_val();
    if (!seen.insert(next).second)
      continue;
    if (mlir::Operation* op = next.getDefiningOp())
      open.append(op->operand_begin(), op->operand_end());
    else
      found.insert(llvm::cast<mlir::BlockArgument>(next).getArgNumber());
  }
  std::vector<std::string> names;
  for (unsigned i : found)
    names.push_back(inputs_[i]);
  return names;
}

// Operands stand before their users: one walk from the end.
void Importer::eraseUnused() {
  mlir::Block& block = function_.getBody().front();
  for (mlir::Operation& op : llvm::make_early_inc_range(llvm::reverse(block)))
    if ((llvm::isa_and_nonnull<AicDialect>(op.getDialect()) ||
         llvm::isa<mlir::UnrealizedConversionCastOp>(op)) && // a sequence
        op.use_empty())
      op.erase();
}

} // namespace aic::onnx

// What a kernel may be, and which family it belongs to.
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "compiler/lowering/Prologue.h"
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::lowering {
namespace {

ArrayRef<int64_t> shapeOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

bool broadcastsTo(ArrayRef<int64_t> shape, ArrayRef<int64_t> space) {
  if (shape.size() > space.size())
    return false;
  return llvm::all_of(llvm::zip(shape, space.take_back(shape.size())), [](auto pair) {
    return std::get<0>(pair) == 1 || std::get<0>(pair) == std::get<1>(pair);
  });
}

bool isLiteral(ConstantOp constant) {
  auto dense = dyn_cast<DenseElementsAttr>(constant.getValue());
  return dense && (dense.empty() || dense.isSplat());
}

bool needsOtherLayout(Operation* op) {
  auto image = dyn_cast<LayoutOpInterface>(op);
  return image && image.needsOtherLayout();
}

bool isOfIntegers(Operation* root) {
  return cast<RankedTensorType>(root->getResult(0).getType()).getElementType().isInteger();
}

// Roots whose results are in memory while they are made: no elementwise operation follows them in a kernel.
bool writesAllByItself(Operation* op) {
  auto root = dyn_cast<KernelRootOpInterface>(op);
  return root && root.getEpilogue() == Epilogue::Never;
}

} // namespace

Operation* rootOf(Block& body) {
  Operation *root = nullptr, *view = nullptr;
  int ends = 0; // of chains of views
  for (Operation& op : body.without_terminator()) {
    if (op.hasOneUse() && padOf(*op.user_begin()).getOperation() == &op)
      continue;
    if (isView(&op)) {
      view = &op;
      ends += llvm::any_of(op.getUsers(), [](Operation* user) { return !isView(user); });
    } else if (!root && !isa<ConstantOp>(op) && !isElementwise(&op)) {
      root = &op;
    }
  }
  return root || ends > 1 ? root : view;
}

Operation* gateOf(Operation* root) {
  auto conv = dyn_cast_or_null<Conv2dOp>(root);
  auto gate = conv ? conv.getX().getDefiningOp<MulOp>() : MulOp();
  if (!gate || !gate->hasOneUse() || conv.getLayout() != Layout::NHWC || conv.getGroups() != 1 ||
      gate->getOperand(0).getType() != gate.getType() || !gate.getType().getElementType().isF32())
    return nullptr;
  auto all = [](ArrayRef<int64_t> values, int64_t one) {
    return llvm::all_of(values, [&](int64_t value) { return value == one; });
  };
  if (!all(shapeOf(conv.getWeight()).take_back(2), 1) || !all(conv.getStride(), 1) ||
      !all(conv.getPadding(), 0))
    return nullptr;
  ArrayRef<int64_t> x = shapeOf(gate->getResult(0)), factor = shapeOf(gate->getOperand(1));
  bool aChannel = factor.size() == 4 && (factor[0] == 1 || factor[0] == x[0]) && all(factor.slice(1, 2), 1) &&
                  factor[3] == x[3];
  bool given = llvm::all_of(gate->getOperands(), [](Value value) { return isa<BlockArgument>(value); });
  return aChannel && given ? gate.getOperation() : nullptr;
}

Operation* rowMeanOf(Block& body) {
  Operation* root = rootOf(body);
  if (!isa_and_nonnull<Conv2dOp>(root) || familyOf(root) != "window")
    return nullptr;
  for (auto mean : body.getOps<MeanOp>())
    if (shapeOf(mean.getX()) == shapeOf(root->getResult(0)) && mean.getX().getDefiningOp() &&
        (mean.getX().getType() == root->getResult(0).getType() || isOfIntegers(root)) &&
        mean.getType().getElementType().isF32() && mean.getKeepdim() && mean->hasOneUse() &&
        isa<YieldOp>(*mean->user_begin()) && mean.getDims() == ArrayRef<int64_t>{2})
      return mean;
  return nullptr;
}

Value behindViews(Value value) {
  while (Operation* made = value.getDefiningOp()) {
    if (!isView(made))
      break;
    value = made->getOperand(0);
  }
  return value;
}

StringRef familyOf(Operation* root) {
  if (!root)
    return "elementwise";
  auto known = dyn_cast<KernelRootOpInterface>(root);
  return known ? known.getFamily() : root->getName().stripDialect();
}

namespace {

using schedule::KernelOp;

// What an elementwise operation or a result of the kernel may be: read in place, or made in registers.
LogicalResult checkInRegisters(Operation* user, Value value, Operation* root) {
  Operation* made = value.getDefiningOp();
  if (!made || made == root || !isView(made))
    return success();
  if (root)
    return user->emitError("only the operation that a kernel is made for may read through views");
  if (!isa<BlockArgument>(stridedView(value).base))
    return user->emitError(
        "what is read through views is an argument of the kernel, and its strides say how");
  return success();
}

// The kernel's results, and the elementwise operations on the way to them.
LogicalResult checkSpace(KernelOp kernel, Operation* root) {
  Block& body = kernel.getBody().front();
  Operation *terminator = body.getTerminator(), *gate = gateOf(root), *rowMean = rowMeanOf(body);
  ArrayRef<int64_t> space = shapeOf(terminator->getOperand(0));
  if (root && writesAllByItself(root)) {
    // A place may be written as an i32, where memory holds no i64.
    auto isResult = [](Value written, Value result) {
      auto cast = written.getDefiningOp<CastOp>();
      return written == result || (cast && cast.getX() == result && written.getType() != result.getType() &&
                                   cast.getType().getElementType().isInteger(32));
    };
    if (!std::equal(terminator->operand_begin(), terminator->operand_end(), root->result_begin(),
                    root->result_end(), isResult))
      return kernel.emitError("a kernel of ")
             << root->getName().stripDialect() << " writes all of its results, in their order, and no others";
    return success();
  }
  auto known = dyn_cast_or_null<KernelRootOpInterface>(root);
  bool viewed = known && known.writesThroughViews() &&
                stridedResult(root->getResult(0)).base == terminator->getOperand(0) &&
                terminator->getNumOperands() == 1;
  SmallVector<Operation*> prologue = prologueOf(root);
  if (failed(checkPrologue(root, prologue)))
    return failure();
  for (Operation& op : body.without_terminator()) {
    if (!isElementwise(&op) || &op == gate || llvm::is_contained(prologue, &op))
      continue;
    if (!broadcastsTo(shapeOf(op.getResult(0)), space))
      return op.emitError("this operation makes ") << op.getResult(0).getType() << " in a kernel over ["
                                                   << space << "], to which it does not broadcast";
    for (Value operand : op.getOperands())
      if (failed(checkInRegisters(&op, operand, root)))
        return failure();
  }
  if (viewed) // the root's own result, seen otherwise, and nothing after it
    return success();
  if (root && shapeOf(root->getResult(0)) != space)
    return root->emitError("a kernel writes tensors of the shape that its root has, [")
           << space << "] is none";
  for (Value value : terminator->getOperands()) {
    if (rowMean && value == rowMean->getResult(0)) {
      if (value == terminator->getOperand(0))
        return rowMean->emitError("the mean of its rows is not a kernel's first result");
      continue;
    }
    if (shapeOf(value) != space)
      return kernel.emitError("a kernel writes tensors of one shape, ")
             << value.getType() << " is not over [" << space << "]";
    if (failed(checkInRegisters(terminator, value, root)))
      return failure();
  }
  return success();
}

// The operand that a target may have packed (Packing.h): views of what the root reads say how.
std::optional<unsigned> packedOperand(Operation* root) {
  auto known = dyn_cast<KernelRootOpInterface>(root);
  return known ? known.getPackedOperand() : std::nullopt;
}

// A target makes these when it has chosen its tiles.
LogicalResult checkPack(KernelOp kernel) {
  auto packing = kernel.getTiling() ? kernel.getTiling()->getAs<DictionaryAttr>("packing") : DictionaryAttr();
  Block& body = kernel.getBody().front();
  if (!packing || body.getNumArguments() != 1 || body.getTerminator()->getNumOperands() != 1)
    return kernel.emitError(
        "a kernel of the family 'pack' has a packing in its tiling, one argument and one result");
  if (isTransformed(packing)) {
    Value weight = body.getTerminator()->getOperand(0);
    auto type = cast<RankedTensorType>(weight.getType());
    if (!isPackingOf(packing, type.getShape()) || !type.getElementType().isF32() || !hasWholeWindows(weight))
      return kernel.emitError(
          "the kernel's result is no weight of f32 that its packing is for, or no view of "
          "its argument with whole windows");
    return success();
  }
  auto weight = cast<RankedTensorType>(body.getArgument(0).getType());
  Block expected;
  OpBuilder b(kernel.getContext());
  b.setInsertionPointToStart(&expected);
  if (!isPackingOf(packing, weight.getShape()) || !isMove(packing) ||
      packWeight(b, kernel.getLoc(), expected.addArgument(weight, kernel.getLoc()), packing).getType() !=
          body.getTerminator()->getOperand(0).getType())
    return kernel.emitError("the kernel's packing does not make its result of its argument");
  return success();
}

LogicalResult checkRoot(KernelOp kernel, Operation* root) {
  auto known = dyn_cast<KernelRootOpInterface>(root);
  size_t viewed = known ? known.getViewedOperands().size() : 0;
  for (auto [i, operand] : llvm::enumerate(root->getOperands())) {
    if (i == packedOperand(root) && kernel.getTiling() && isa<BlockArgument>(behindViews(operand)))
      continue;
    if (i == 0 && (gateOf(root) || padOf(root) || !prologueOf(root).empty()))
      continue;
    bool views = isView(root) || i < viewed;
    if (!isa<BlockArgument>(views ? stridedView(operand).base : operand))
      return root->emitError(
          "the operation that a kernel is made for reads the kernel's arguments, and nothing "
          "computed in it");
  }
  if (isView(root) && !isa<BlockArgument>(stridedView(root->getResult(0)).base))
    return root->emitError("strides cannot say what this reshape makes of its operand");
  if (needsOtherLayout(root))
    return root->emitError(
        "convolution and pooling have kernels for the layout nhwc alone (aic-layout makes it)");
  auto alongRows = [&](Value value, const StridedView& view) {
    return shapeOf(value).back() == 1 || view.strides.back() == 1;
  };
  if (auto recurrence = dyn_cast<RecurrenceOp>(root))
    if (!alongRows(recurrence.getX(), stridedView(recurrence.getX())))
      return root->emitError(
          "a recurrence reads the rows of x as neighbours: a view that moves the last axis stands "
          "outside the kernel");
  if (std::optional<AttentionForm> attention = attentionForm(root)) {
    if (!alongRows(attention->v, stridedView(attention->v)) ||
        !alongRows(root->getResult(0), stridedResult(root->getResult(0))))
      return root->emitError(
          "attention reads the rows of v, and writes those of its result, as neighbours: a view that "
          "moves the last axis stands outside the kernel");
  }
  return success();
}

} // namespace

LogicalResult checkKernel(KernelOp kernel) {
  Block& body = kernel.getBody().front();
  if (body.getTerminator()->getNumOperands() == 0)
    return kernel.emitError("a kernel writes at least one tensor");
  if (kernel.getFamily() == kPackFamily)
    return checkPack(kernel);
  Operation* root = rootOf(body);
  for (Operation& op : body.without_terminator()) {
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      if (!isLiteral(constant))
        return constant.emitError("a constant inside a kernel is one number; others are its arguments");
      continue;
    }
    bool several = &op == root && writesAllByItself(root);
    if (op.getName().getDialectNamespace() != AicDialect::getDialectNamespace() ||
        (op.getNumResults() != 1 && !several))
      return op.emitError("only operations of the aic dialect with one result stand in a kernel");
    if (isElementwise(&op) || &op == root || &op == rowMeanOf(body) || &op == padOf(root).getOperation())
      continue;
    if (!isView(&op))
      return op.emitError("a kernel has one operation at most that is not elementwise, this is the second");
    if (root && !isView(root) && !readsThroughViews(root) && !packedOperand(root))
      return op.emitError("the kernel of ") << root->getName() << " does not read through views";
  }
  if (failed(checkSpace(kernel, root)) || (root && failed(checkRoot(kernel, root))))
    return failure();
  if (kernel.getFamily() != familyOf(root))
    return kernel.emitError("this is a kernel of the family '")
           << familyOf(root) << "', not '" << kernel.getFamily() << "'";
  return success();
}

} // namespace aic::lowering

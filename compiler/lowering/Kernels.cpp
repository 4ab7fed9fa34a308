// What a kernel may be, and which family it belongs to.
#include "compiler/lowering/Lowering.h"

using namespace mlir;

namespace aic::lowering {
namespace {

ArrayRef<int64_t> shapeOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

bool isDepthwise(Conv2dOp conv) {
  return conv.getGroups() > 1 && shapeOf(conv.getWeight())[1] == 1 &&
         shapeOf(conv.getWeight())[0] == static_cast<int64_t>(conv.getGroups());
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

// Convolutions and poolings are emitted for nhwc alone.
bool isChannelsFirst(Operation* op) {
  auto layout = op->getAttrOfType<LayoutAttr>("layout");
  if (!layout && isa<Conv2dOp, MaxPool2dOp, AvgPool2dOp, AdaptiveAvgPool2dOp>(op))
    return true; // the default
  return layout && layout.getValue() == Layout::NCHW && !isa<BatchNormOp, GroupNormOp>(op);
}

} // namespace

StringRef familyOf(Operation* root) {
  if (!root)
    return "elementwise";
  auto conv = dyn_cast<Conv2dOp>(root);
  if ((conv && isDepthwise(conv)) || isa<MaxPool2dOp, AvgPool2dOp, AdaptiveAvgPool2dOp>(root))
    return "window";
  if (isa<Conv2dOp, LinearOp, MatmulOp>(root))
    return "contraction";
  if (isa<SumOp, MeanOp, AmaxOp, AminOp, ProdOp>(root))
    return "reduction";
  if (isa<EmbeddingOp, TakeOp, GatherOp>(root))
    return "gather";
  if (isa<LayerNormOp, RmsNormOp, GroupNormOp>(root))
    return "normalisation";
  if (isa<SoftmaxOp, LogSoftmaxOp>(root))
    return "softmax";
  if (isa<TransposeOp, SliceOp, ExpandOp, PadOp, ConcatOp>(root))
    return "copy";
  return root->getName().stripDialect(); // its emitter, or the coverage check, knows it by name
}

LogicalResult checkKernel(schedule::KernelOp kernel) {
  Block& body = kernel.getBody().front();
  Operation* terminator = body.getTerminator();
  if (terminator->getNumOperands() == 0)
    return kernel.emitError("a kernel writes at least one tensor");
  ArrayRef<int64_t> space = shapeOf(terminator->getOperand(0));
  Operation* root = nullptr;
  for (Operation& op : body.without_terminator()) {
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      if (!isLiteral(constant))
        return constant.emitError("a constant inside a kernel is one number; others are its arguments");
      continue;
    }
    if (op.getName().getDialectNamespace() != AicDialect::getDialectNamespace() || op.getNumResults() != 1)
      return op.emitError("only operations of the aic dialect with one result stand in a kernel");
    if (isElementwise(&op)) {
      if (!broadcastsTo(shapeOf(op.getResult(0)), space))
        return op.emitError("this operation makes ") << op.getResult(0).getType() << " in a kernel over ["
                                                     << space << "], to which it does not broadcast";
      continue;
    }
    if (root)
      return op.emitError("a kernel has one operation at most that is not elementwise, this is the second");
    root = &op;
    for (Value operand : op.getOperands())
      if (!isa<BlockArgument>(operand))
        return op.emitError("the operation that a kernel is made for reads the kernel's arguments, and "
                            "nothing computed in it");
    if (isChannelsFirst(&op))
      return op.emitError(
          "convolution and pooling have kernels for the layout nhwc alone (aic-layout makes it)");
  }
  if (root && shapeOf(root->getResult(0)) != space)
    return root->emitError("a kernel writes tensors of the shape that its root has, [")
           << space << "] is none";
  for (Value value : terminator->getOperands())
    if (shapeOf(value) != space)
      return kernel.emitError("a kernel writes tensors of one shape, ")
             << value.getType() << " is not over [" << space << "]";
  if (isa_and_nonnull<Conv2dOp, LinearOp>(root)) {
    auto constants = kernel.getConstantArguments();
    unsigned weight = cast<BlockArgument>(root->getOperand(1)).getArgNumber();
    if (!constants || !llvm::is_contained(*constants, weight))
      return root->emitError("the weight is computed at run time; the kernel reads one that is packed when "
                             "the model is compiled");
  }
  if (kernel.getFamily() != familyOf(root))
    return kernel.emitError("this is a kernel of the family '")
           << familyOf(root) << "', not '" << kernel.getFamily() << "'";
  return success();
}

} // namespace aic::lowering

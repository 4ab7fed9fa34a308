// aic-decompose-convolution: conv1d and conv_transpose2d become conv2d.
#include "compiler/transforms/LayoutPlan.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/TransposedConvolution.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DECOMPOSECONVOLUTION
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-decompose-convolution";

SmallVector<int64_t> withAxis(ArrayRef<int64_t> values, int64_t between) {
  return {values[0], values[1], between, values[2]};
}

/// What follows a conv1d goes with it to four axes, [N, C, L] as [N, C, 1, L], where aic-layout sees a region
/// that can be NHWC: elementwise operators, reductions, concat, group_norm, batch_norm, pad, slice. Reshapes
/// are free.
class Sequences {
public:
  explicit Sequences(OpBuilder& builder) : builder(builder) {}

  /// conv1d as conv2d.
  void convert(Conv1dOp conv) {
    builder.setInsertionPoint(conv);
    Location loc = conv.getLoc();
    Value weight = reshape(loc, conv.getWeight(), withAxis(conv.getWeight().getType().getShape(), 1));
    SmallVector<int64_t> stride{1, conv.getStride()[0]}, dilation{1, conv.getDilation()[0]};
    SmallVector<int64_t> padding{0, conv.getPadding()[0], 0, conv.getPadding()[1]};
    Value result = Conv2dOp::create(builder, loc, four(conv.getX(), loc), weight, conv.getBias(), stride,
                                    padding, dilation, conv.getGroups(), ::aic::Layout::NCHW);
    replace(conv, result);
    reportPassed(loc, kPass, "conv1d becomes a conv2d over one row");
  }

  /// True where `op` reads what has four axes now, and can follow.
  bool follows(Operation* op) const {
    if (op->getNumResults() != 1 || !isa<AicDialect>(op->getDialect()))
      return false;
    SmallVector<int64_t> dims;
    bool keepdim;
    bool can = isElementwise(op) ? typeOf(op->getResult(0)).getRank() == 3
                                 : isa<ConcatOp, GroupNormOp, BatchNormOp, PadOp, SliceOp>(op) ||
                                       reductionOf(op, dims, keepdim);
    return can && llvm::any_of(op->getOperands(), [&](Value operand) { return fours.contains(operand); });
  }

  void follow(Operation* op) {
    builder.setInsertionPoint(op);
    Location loc = op->getLoc();
    SmallVector<Value> operands(op->getOperands());
    auto root = dyn_cast<KernelRootOpInterface>(op);
    unsigned lifted = root ? root.getNumActivations() : op->getNumOperands();
    for (unsigned i = 0; i < lifted; ++i)
      operands[i] = four(operands[i], loc);
    Operation* moved = builder.clone(*op);
    moved->setOperands(operands);
    Type element = typeOf(op->getResult(0)).getElementType();
    if (auto image = dyn_cast<LayoutOpInterface>(moved))
      image.moveAxes({{0, 1, 2, 2}, /*added=*/2});
    SmallVector<int64_t> shape;
    SmallVector<int64_t> dims;
    bool keepdim = true;
    if (reductionOf(moved, dims, keepdim) && !keepdim) {
      for (auto [axis, size] : llvm::enumerate(typeOf(moved->getOperand(0)).getShape()))
        if (!llvm::is_contained(dims, int64_t(axis)))
          shape.push_back(size);
    } else {
      shape = withAxis(typeOf(op->getResult(0)).getShape(), 1);
    }
    moved->getResult(0).setType(RankedTensorType::get(shape, element));
    replace(op, moved->getResult(0));
  }

private:
  Value reshape(Location loc, Value value, ArrayRef<int64_t> shape) {
    auto type = RankedTensorType::get(shape, typeOf(value).getElementType());
    return type == value.getType() ? value : ReshapeOp::create(builder, loc, type, value);
  }

  /// A value of at most three axes in four: [N, C, L] as [N, C, 1, L], what broadcasts to it likewise.
  Value four(Value value, Location loc) {
    if (Value known = fours.lookup(value))
      return known;
    SmallVector<int64_t> shape(typeOf(value).getShape());
    if (shape.size() >= 2)
      shape.insert(shape.end() - 1, 1);
    return reshape(loc, value, shape);
  }

  void replace(Operation* op, Value result) {
    Value old = op->getResult(0);
    Value back = reshape(op->getLoc(), result, typeOf(old).getShape());
    if (typeOf(result).getRank() == 4 && typeOf(back).getRank() == 3)
      fours[back] = result;
    old.replaceAllUsesWith(back);
    op->erase();
  }

  OpBuilder& builder;
  llvm::DenseMap<Value, Value> fours; // values of three axes -> the same in four
};

struct DecomposeConvolutionPass : impl::DecomposeConvolutionBase<DecomposeConvolutionPass> {
  void runOnOperation() override {
    OpBuilder builder(&getContext());
    for (Block& block : getOperation().getBody()) {
      Sequences sequences(builder);
      for (Operation& op : llvm::make_early_inc_range(block)) {
        if (auto conv = dyn_cast<Conv1dOp>(op))
          sequences.convert(conv);
        else if (auto transposed = dyn_cast<ConvTranspose2dOp>(op))
          convert(transposed, builder);
        else if (sequences.follows(&op))
          sequences.follow(&op);
      }
    }
  }

  static void convert(ConvTranspose2dOp op, OpBuilder& builder) {
    builder.setInsertionPoint(op);
    std::string what;
    Value result = decomposeTransposed(op, builder, what);
    if (!result)
      return reportMissed(op.getLoc(), kPass, "conv_transpose2d stays: " + what);
    reportPassed(op.getLoc(), kPass, what);
    op.replaceAllUsesWith(result);
    op.erase();
  }
};

} // namespace

} // namespace aic::transforms

// aic-decompose-dequantize: what nothing reads as it is stored becomes a tensor of floats.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Quantised.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DECOMPOSEDEQUANTIZE
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-decompose-dequantize";

class Decomposer {
  OpBuilder b;
  Location loc;
  DequantizeOp op;

  Value cast(Value x, Type element) {
    return typeOf(x).getElementType() == element
               ? x
               : CastOp::create(b, loc, typeOf(x).clone(element), x).getResult();
  }
  Value number(double value) {
    return ConstantOp::create(b, loc,
                              DenseElementsAttr::get(RankedTensorType::get({}, b.getF32Type()),
                                                     b.getF32FloatAttr(static_cast<float>(value))));
  }

  /// q's numbers as floats: those of 4 bits are the low and the high half of each byte.
  Value numbers() {
    Value bytes = cast(op.getQ(), b.getF32Type());
    if (op.getBits() == 8)
      return bytes;
    Value sixteen = number(16);
    Value high = FloorOp::create(b, loc, DivOp::create(b, loc, bytes, sixteen));
    Value low = SubOp::create(b, loc, bytes, MulOp::create(b, loc, high, sixteen)); // 0 to 15
    if (!typeOf(op.getQ()).getElementType().isUnsignedInteger()) {
      Value negative = cast(CompareOp::create(b, loc, Predicate::GE, low, number(8)), b.getF32Type());
      low = SubOp::create(b, loc, low, MulOp::create(b, loc, negative, sixteen));
    }
    const SmallVector<int64_t> single = join(shapeOf(low), {1});
    Value both =
        ConcatOp::create(b, loc, ValueRange{reshape(b, loc, low, single), reshape(b, loc, high, single)},
                         static_cast<uint64_t>(single.size() - 1));
    return reshape(b, loc, both, op.getType().getShape());
  }

  /// A scale or zero point, f32, with one element for each along the axis of the blocks.
  Value spread(Value parameter) {
    Value x = cast(parameter, b.getF32Type());
    const int64_t block = op.getBlock(), axis = op.getAxis();
    if (block == 0)
      return x;
    SmallVector<int64_t> shape(shapeOf(x)), repeated(shape);
    shape.insert(shape.begin() + axis + 1, 1);
    repeated.insert(repeated.begin() + axis + 1, block);
    x = ExpandOp::create(b, loc, RankedTensorType::get(repeated, b.getF32Type()), reshape(b, loc, x, shape));
    shape.erase(shape.begin() + axis + 1);
    shape[axis] *= block;
    x = reshape(b, loc, x, shape);
    const int64_t size = op.getType().getDimSize(axis);
    if (shape[axis] == size)
      return x;
    SmallVector<int64_t> begin(shape.size(), 0), steps(shape.size(), 1);
    shape[axis] = size;
    return SliceOp::create(b, loc, x, begin, shape, steps);
  }

public:
  explicit Decomposer(DequantizeOp op) : b(op), loc(op.getLoc()), op(op) {}

  Value inTheRun() {
    Value value = numbers();
    if (op.getZero())
      value = SubOp::create(b, loc, value, spread(op.getZero()));
    return MulOp::create(b, loc, value, spread(op.getScale()));
  }

  /// Null where an operand is no constant.
  Value now() {
    SmallVector<reference::Tensor> values, results;
    SmallVector<const reference::Tensor*> pointers;
    ElementsAttr q = constantWithData(op.getQ());
    for (Value operand : op->getOperands()) {
      ElementsAttr value = constantWithData(operand);
      FailureOr<reference::Tensor> tensor = failure();
      if (value)
        tensor = reference::fromAttr(value, [&] { return op.emitError(); });
      if (failed(tensor))
        return {};
      values.push_back(std::move(*tensor));
    }
    for (reference::Tensor& value : values)
      pointers.push_back(&value);
    if (failed(reference::evaluate(op, pointers, results)))
      return {};
    ElementsAttr made = reference::toAttr(results.front(), (resourceKey(q) + "+f32").str());
    return made ? makeConstant(b, loc, made) : Value();
  }
};

/// Whether an attention reads it as keys or values, directly or through views.
bool isCache(Value value) {
  return llvm::any_of(value.getUses(), [](OpOperand& use) {
    Operation* user = use.getOwner();
    if (isa<AttentionOp>(user))
      return use.getOperandNumber() == 1 || use.getOperandNumber() == 2;
    return isView(user) && isCache(user->getResult(0));
  });
}

/// Whether a product, a convolution or a lookup reads it, directly or through a transpose.
bool mayBeReadPacked(Value value) {
  return llvm::any_of(value.getUses(), [](OpOperand& use) {
    Operation* user = use.getOwner();
    if (isa<TransposeOp>(user))
      return mayBeReadPacked(user->getResult(0));
    if (isa<Conv2dOp, LinearOp, MatmulOp, EmbeddingOp>(user))
      return use.getOperandNumber() == 1;
    return isa<TakeOp>(user) && use.getOperandNumber() == 0;
  });
}

struct DecomposeDequantizePass : impl::DecomposeDequantizeBase<DecomposeDequantizePass> {
  using DecomposeDequantizeBase::DecomposeDequantizeBase;

  void runOnOperation() override {
    SmallVector<DequantizeOp> ops;
    getOperation().walk([&](DequantizeOp op) { ops.push_back(op); });
    for (DequantizeOp op : ops) {
      if (!all && (mayBeReadPacked(op.getResult()) || isCache(op.getResult())))
        continue;
      Value value;
      if (fold) {
        OracleSilence silence(&getContext());
        value = Decomposer(op).now();
      }
      if (value)
        reportMissed(op.getLoc(), kPass,
                     describe(op.getQ().getType()) + " is stored as " + describe(op.getType()) +
                         ": nothing reads it packed");
      else
        value = Decomposer(op).inTheRun();
      op.replaceAllUsesWith(value);
      op.erase();
    }
  }
};

} // namespace

} // namespace aic::transforms

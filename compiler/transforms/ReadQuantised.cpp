// aic-read-quantised: products and lookups read constants as they are stored, in 8 or 4 bits.
#include "compiler/transforms/AttentionAxes.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/IntegerProducts.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/StoredMatrix.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Quantised.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_READQUANTISED
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-read-quantised";

class Reader {
public:
  Reader(MLIRContext* context, const Targets& targets) : builder(context), targets(targets) {}

  /// One of two tensors of integers; false where it is none.
  bool integers(Operation* op) {
    builder.setInsertionPoint(op);
    std::string why;
    Value made = integerProduct(builder, op, targets, why);
    if (!made) {
      if (!why.empty())
        reportMissed(op->getLoc(), kPass, describe(op) + " of quantised tensors is one of floats: " + why);
      return false;
    }
    reportPassed(op->getLoc(), kPass, describe(op) + " of quantised tensors is one of integers");
    op->getResult(0).replaceAllUsesWith(made);
    dead.push_back(op);
    return true;
  }

  void product(Operation* op) {
    bool transposed = isa<MatmulOp>(op); // b is [K, N]
    DequantizeOp weight = quantisedBehind(op->getOperand(1), transposed);
    if (!weight || weight.getType().getRank() != 2)
      return;
    if (!typeOf(op->getOperand(0)).getElementType().isF32() ||
        typeOf(op->getResult(0)).getNumElements() == 0 || weight.getType().getNumElements() == 0)
      return missed(op, weight, "it computes on " + describe(op->getOperand(0).getType()));
    const Weight& made = weightOf(weight, transposed, isa<MatmulOp>(op));
    if (!made.why.empty())
      return missed(op, weight, made.why);
    builder.setInsertionPoint(op);
    Draft draft(builder);
    Value bias = op->getNumOperands() > 2 ? op->getOperand(2) : Value();
    Value result = made.block == 0 ? scaledProduct(op, made, bias) : blockProduct(op, made, bias);
    if (std::string why = draft.whyNot(targets); !why.empty()) {
      draft.takeBack();
      return missed(op, weight, why);
    }
    reportPassed(
        op->getLoc(), kPass,
        describe(op) + " reads its weight as it is stored, " + describe(weight.getQ().getType()) + " in " +
            (weight.getBits() == 4 ? "pairs of 4 bits" : "8 bits") +
            (made.block > 0 ? ", with a scale for each " + std::to_string(made.block) : std::string()));
    op->getResult(0).replaceAllUsesWith(result);
    dead.push_back(op);
  }

  void lookup(Operation* op, Value table, Value index) {
    bool transposed = false;
    DequantizeOp weight = quantisedBehind(table, transposed);
    if (!weight || transposed || weight.getType().getRank() != 2 ||
        (weight.getBlock() > 0 && weight.getAxis() == 0))
      return;
    builder.setInsertionPoint(op);
    Draft draft(builder);
    Location loc = op->getLoc();
    auto rows = [&](Value of) -> Value {
      if (!of)
        return {};
      if (typeOf(of).getDimSize(0) != 1 || weight.getType().getDimSize(0) == 1)
        return TakeOp::create(builder, loc, of, index, /*dim=*/0);
      return reshape(builder, loc, of,
                     join(SmallVector<int64_t>(typeOf(index).getRank(), 1), {shapeOf(of)[1]}));
    };
    const int64_t axis = weight.getBlock() > 0 ? typeOf(index).getRank() : 0;
    Value made = DequantizeOp::create(builder, loc, rows(weight.getQ()), rows(weight.getScale()),
                                      rows(weight.getZero()), weight.getBits(), axis, weight.getBlock());
    if (std::string why = draft.whyNot(targets); !why.empty()) {
      draft.takeBack();
      return missed(op, weight, why);
    }
    reportPassed(loc, kPass,
                 describe(op) + " looks rows up as they are stored, " + describe(weight.getQ().getType()));
    op->getResult(0).replaceAllUsesWith(made);
    dead.push_back(op);
  }

  /// One of keys or values that are stored in 8 bits reads them so.
  void attention(AttentionOp op) {
    builder.setInsertionPoint(op);
    Draft draft(builder);
    const std::optional<Cache> k = cacheBehind(op.getK()), v = cacheBehind(op.getV());
    if (!k && !v)
      return draft.takeBack();
    auto made = QuantisedAttentionOp::create(builder, op.getLoc(), op.getQ(), k ? k->numbers : op.getK(),
                                             v ? v->numbers : op.getV(), op.getMask(), op.getLength(),
                                             k ? k->scale : Value(), v ? v->scale : Value(),
                                             op.getCausalAttr(), op.getScaleAttr());
    made->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    if (std::string why = draft.whyNot(targets); !why.empty()) {
      draft.takeBack();
      return reportMissed(op.getLoc(), kPass,
                          "attention reads floats, not the i8 that its keys and values are stored as: " +
                              why);
    }
    reportPassed(op.getLoc(), kPass,
                 Twine("attention reads its ") +
                     (k && v ? "keys and values"
                      : k    ? "keys"
                             : "values") +
                     " as they are stored, in 8 bits");
    op.replaceAllUsesWith(made.getResult());
    dead.push_back(op);
  }

  /// A pool of a whole quantised image is a mean, which what makes the image may gather.
  void pool(AdaptiveAvgPool2dOp op) {
    Value x = op.getX();
    if (auto mul = x.getDefiningOp<MulOp>())
      x = mul.getA();
    if (auto sub = x.getDefiningOp<SubOp>())
      x = sub.getA();
    auto cast = x.getDefiningOp<CastOp>();
    if (!cast || !typeOf(cast.getX()).getElementType().isInteger(8) || op.getLayout() != Layout::NHWC ||
        op.getOutputSize() != ArrayRef<int64_t>{1, 1})
      return;
    builder.setInsertionPoint(op);
    Draft draft(builder);
    Value mean = MeanOp::create(builder, op.getLoc(), op.getX(), ArrayRef<int64_t>{1, 2}, true);
    if (!draft.whyNot(targets).empty())
      return draft.takeBack();
    op.replaceAllUsesWith(mean);
    dead.push_back(op);
  }

  void eraseDead() {
    for (Operation* op : dead)
      op->erase();
  }

private:
  OpBuilder builder;
  const Targets& targets;
  SmallVector<Operation*> dead;
  /// A weight as a kernel reads it, or why none does.
  struct Weight {
    ElementsAttr numbers, scales;
    int64_t bits = 8, block = 0; ///< block 0: one scale an output, or one for all
    std::string why;
  };
  llvm::DenseMap<std::pair<Operation*, int>, Weight>
      weights; ///< by the dequantize, 2 * transposed + asColumns

  void missed(Operation* op, DequantizeOp weight, const Twine& why) {
    reportMissed(op->getLoc(), kPass,
                 describe(op) + " reads floats, not the " + describe(weight.getQ().getType()) +
                     " that its weight is stored as: " + why);
  }

  /// Keys or values of an attention as they are stored.
  struct Cache {
    Value numbers, scale;
  };

  /// Those behind reshapes and expansions that leave the last two axes alone; nullopt where it is not one of
  /// 8 bits with a scale for each row.
  std::optional<Cache> cacheBehind(Value value) {
    if (auto op = value.getDefiningOp<DequantizeOp>()) {
      SmallVector<int64_t> rows(op.getType().getShape());
      if (rows.size() < 2 || op.getBits() != 8 || op.getZero() || op.getBlock() > 0 ||
          typeOf(op.getQ()).getElementType().isUnsignedInteger() ||
          !typeOf(op.getScale()).getElementType().isF32())
        return std::nullopt;
      rows.back() = 1;
      if (shapeOf(op.getScale()) != ArrayRef(rows))
        return std::nullopt;
      return Cache{op.getQ(), op.getScale()};
    }
    Operation* view = value.getDefiningOp();
    if (!isa_and_nonnull<ReshapeOp, ExpandOp>(view))
      return std::nullopt;
    const ArrayRef<int64_t> from = shapeOf(view->getOperand(0)), to = shapeOf(value);
    if (from.size() < 2 || to.size() < 2 || from.take_back(2) != to.take_back(2))
      return std::nullopt;
    std::optional<Cache> cache = cacheBehind(view->getOperand(0));
    if (!cache)
      return std::nullopt;
    if (isa<ReshapeOp>(view))
      cache->scale = maskInShape(builder, value.getLoc(), cache->scale, join(from.drop_back(1), {1}),
                                 join(to.drop_back(1), {1}));
    else if (from.size() != to.size())
      return std::nullopt;
    if (!cache->scale)
      return std::nullopt;
    Operation* copy = builder.clone(*view);
    copy->setOperand(0, cache->numbers);
    copy->getResult(0).setType(typeOf(value).clone(builder.getI8Type()));
    cache->numbers = copy->getResult(0);
    return cache;
  }

  const Weight& weightOf(DequantizeOp op, bool transposed, bool asColumns) {
    auto [found, isNew] = weights.try_emplace({op, 2 * (transposed ? 1 : 0) + (asColumns ? 1 : 0)});
    Weight& weight = found->second;
    if (!isNew)
      return weight;
    std::unique_ptr<StoredMatrix> matrix = storedMatrix(op, transposed);
    if (!matrix)
      weight.why = "several outputs share a block's scale";
    else if (matrix->block >= matrix->inputs)
      makeScaled(*matrix, asColumns, weight);
    else if (matrix->fits(-128, 127))
      makeBlocks(*matrix, weight);
    else
      weight.why = "its numbers less their zero points do not fit 8 bits";
    if (weight.why.empty() && (!weight.numbers || !weight.scales))
      weight.why = "memory is short";
    return weight;
  }

  /// The numbers [outputs, inputs], or [inputs, outputs] for a matmul, in 8 bits or 16.
  ElementsAttr numbersOf(const StoredMatrix& m, bool asColumns) {
    const bool narrow = m.fits(-128, 127);
    SmallVector<int64_t> shape = {m.outputs, m.inputs};
    if (asColumns)
      std::swap(shape[0], shape[1]);
    char* data = nullptr;
    ElementsAttr made =
        newResource(RankedTensorType::get(shape, builder.getIntegerType(narrow ? 8 : 16)), m.name, &data);
    if (!made)
      return made;
    for (int64_t row = 0; row < shape[0]; ++row)
      for (int64_t column = 0; column < shape[1]; ++column) {
        const int16_t number =
            asColumns ? m.numbers[column * m.inputs + row] : m.numbers[row * m.inputs + column];
        const int64_t at = row * shape[1] + column;
        if (narrow)
          data[at] = static_cast<char>(number);
        else
          std::memcpy(data + at * 2, &number, 2);
      }
    return made;
  }

  void makeScaled(const StoredMatrix& m, bool asColumns, Weight& weight) {
    weight.numbers = numbersOf(m, asColumns);
    reference::Tensor scales;
    if (m.scales.size() > 1)
      scales.shape = {m.outputs};
    scales.element = builder.getF32Type();
    scales.f.assign(m.scales.begin(), m.scales.end());
    weight.scales = reference::toAttr(scales, m.name + "+scale");
  }

  /// Numbers in bytes, two in one where they fit 4 bits, and scales [outputs, blocks].
  void makeBlocks(const StoredMatrix& m, Weight& weight) {
    weight.block = m.block;
    weight.bits = m.fits(-8, 7) && m.inputs % 2 == 0 ? 4 : 8;
    char* q = nullptr;
    weight.numbers = newResource(
        RankedTensorType::get({m.outputs, m.inputs * weight.bits / 8}, builder.getI8Type()), m.name, &q);
    if (!weight.numbers)
      return;
    for (int64_t i = 0; i < m.outputs * m.inputs; ++i)
      if (weight.bits == 8)
        q[i] = static_cast<char>(m.numbers[i]);
      else if (i % 2 == 0)
        q[i / 2] = static_cast<char>((m.numbers[i] & 15) | (m.numbers[i + 1] & 15) << 4);
    reference::Tensor scales;
    scales.shape = {m.outputs, m.blocks()};
    scales.element = m.halfScales ? Type(builder.getF16Type()) : builder.getF32Type();
    const bool oneRow = m.scales.size() == static_cast<size_t>(m.blocks());
    for (int64_t output = 0; output < m.outputs; ++output)
      for (int64_t part = 0; part < m.blocks(); ++part)
        scales.f.push_back(m.scales[oneRow ? part : output * m.blocks() + part]);
    weight.scales = reference::toAttr(scales, m.name + "+scale");
  }

  Value scaledProduct(Operation* op, const Weight& w, Value bias) {
    Location loc = op->getLoc();
    Value weight = makeConstant(builder, loc, w.numbers);
    Value sums = isa<MatmulOp>(op)
                     ? MatmulOp::create(builder, loc, op->getOperand(0), weight).getResult()
                     : LinearOp::create(builder, loc, op->getOperand(0), weight, Value()).getResult();
    Value scaled = MulOp::create(builder, loc, sums, makeConstant(builder, loc, w.scales));
    return bias ? AddOp::create(builder, loc, scaled, bias).getResult() : scaled;
  }

  Value blockProduct(Operation* op, const Weight& w, Value bias) {
    Location loc = op->getLoc();
    return BlockLinearOp::create(builder, loc, op->getOperand(0), makeConstant(builder, loc, w.numbers),
                                 makeConstant(builder, loc, w.scales), bias, w.bits, w.block);
  }
};

/// Whether a value's elements are whole numbers: rounded ones, maybe with a zero point.
bool isWhole(Value value) {
  if (auto add = value.getDefiningOp<AddOp>()) {
    std::optional<double> zero = splatNumber(add.getB());
    return zero && *zero == std::floor(*zero) && isWhole(add.getA());
  }
  return value.getDefiningOp<RoundOp>() != nullptr;
}

/// The bytes behind a cast from them to f32, moved maybe, as the floats that they were made of: whole numbers
/// within the type's bounds. Null where they come from elsewhere, or all devices have such tensors.
Value asFloats(OpBuilder& b, CastOp last, const Targets& targets) {
  if (!typeOf(last).getElementType().isF32() || !typeOf(last.getX()).getElementType().isInteger(8))
    return {};
  SmallVector<Operation*> moves;
  Value bytes = last.getX();
  while (isa_and_nonnull<ReshapeOp, TransposeOp>(bytes.getDefiningOp())) {
    moves.push_back(bytes.getDefiningOp());
    bytes = moves.back()->getOperand(0);
  }
  auto first = bytes.getDefiningOp<CastOp>();
  auto clamp = first ? first.getX().getDefiningOp<ClampOp>() : nullptr;
  if (!clamp || !typeOf(clamp).getElementType().isF32() || !clamp.getMin() || !clamp.getMax() ||
      !isWhole(clamp.getX()))
    return {};
  const bool isUnsigned = typeOf(bytes).getElementType().isUnsignedInteger();
  if (clamp.getMin()->convertToDouble() < (isUnsigned ? 0 : -128) ||
      clamp.getMax()->convertToDouble() > (isUnsigned ? 255 : 127) || targets.whyNot(first).empty())
    return {};
  Value floats = clamp.getResult();
  b.setInsertionPoint(last);
  for (Operation* move : llvm::reverse(moves)) {
    Operation* copy = b.clone(*move);
    copy->setOperand(0, floats);
    copy->getResult(0).setType(typeOf(move->getResult(0)).clone(b.getF32Type()));
    floats = copy->getResult(0);
  }
  return floats;
}

struct ReadQuantisedPass : impl::ReadQuantisedBase<ReadQuantisedPass> {
  using ReadQuantisedBase::ReadQuantisedBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    Reader reader(&getContext(), *asked);
    SmallVector<Operation*> ops;
    getOperation().walk([&](Operation* op) {
      if (isa<AdaptiveAvgPool2dOp, AttentionOp, Conv2dOp, LinearOp, MatmulOp, EmbeddingOp, TakeOp>(op))
        ops.push_back(op);
    });
    for (Operation* op : ops) {
      if (auto embedding = dyn_cast<EmbeddingOp>(op))
        reader.lookup(op, embedding.getWeight(), embedding.getIds());
      else if (auto take = dyn_cast<TakeOp>(op); take && take.getDim() == 0)
        reader.lookup(op, take.getX(), take.getIndex());
      else if (auto attention = dyn_cast<AttentionOp>(op))
        reader.attention(attention);
      else if (auto pool = dyn_cast<AdaptiveAvgPool2dOp>(op))
        reader.pool(pool);
      else if (isa<Conv2dOp, LinearOp, MatmulOp>(op) && !reader.integers(op) && !isa<Conv2dOp>(op))
        reader.product(op);
    }
    reader.eraseDead();
    OpBuilder builder(&getContext());
    SmallVector<CastOp> casts(getOperation().getOps<CastOp>());
    for (CastOp cast : casts)
      if (Value floats = asFloats(builder, cast, *asked)) {
        cast.replaceAllUsesWith(floats);
        cast.erase();
      }
    getOperation().walk([&](Operation* op) {
      if (isa<DequantizeOp>(op) && op->use_empty())
        op->erase();
    });
  }
};

} // namespace

} // namespace aic::transforms

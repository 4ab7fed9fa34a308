// aic-fuse-attention: softmax(q . k^T * scale + mask) . v, however it is spelled, becomes one `attention`;
// and what can be said in an attention's attributes is taken out of its operands.
#include "compiler/transforms/AttentionAxes.h"
#include "compiler/transforms/AttentionMask.h"
#include "compiler/transforms/AttentionScores.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Views.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FUSEATTENTION
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fuse-attention";

/// Takes constant factors out of `value`, also from behind views that nothing else reads: their product.
double takeFactors(Value value) {
  double product = 1;
  while (Operation* op = value.getDefiningOp()) {
    Value other;
    if (!value.hasOneUse())
      break;
    if (std::optional<double> factor = constantFactor(op, other)) {
      product *= *factor;
      value.replaceAllUsesWith(other);
      op->erase();
      value = other;
    } else if (isView(op)) {
      value = op->getOperand(0);
    } else {
      break;
    }
  }
  return product;
}

/// softmax and what makes it an attention.
struct Spelled {
  SoftmaxOp softmax;
  MatmulOp product; ///< of the softmax and the values
  Scores scores;
  SmallVector<Operation*>
      between; ///< from the softmax to the product: reshapes, a guard, a transpose of flipped weights
  bool flipped = false; ///< the product is values' columns by the weights' rows: v . p^T, [..., Dv, Sq]
  bool guarded = false; ///< weights that are NaN are 0

  Value values() { return flipped ? product.getA() : product.getB(); }
};

/// True for a transpose of the last two axes alone.
bool swapsMatrices(TransposeOp transpose) {
  ArrayRef<int64_t> perm = transpose.getPerm();
  int64_t rank = perm.size();
  for (int64_t i = 0; i < rank; ++i)
    if (perm[i] != (i + 2 < rank ? i : 2 * rank - 3 - i))
      return false;
  return rank >= 2;
}

/// What where(isnan(weights), 0, weights) makes of weights that nothing else reads: its result, or null.
/// `ops` gets the comparison and the selection.
Value findGuard(Value weights, SmallVectorImpl<Operation*>& ops) {
  CompareOp compare;
  WhereOp where;
  for (Operation* user : weights.getUsers()) {
    if (auto one = dyn_cast<CompareOp>(user); one && (!compare || compare == one))
      compare = one;
    else if (auto one = dyn_cast<WhereOp>(user); one && (!where || where == one))
      where = one;
    else
      return {};
  }
  if (!compare || !where || compare.getA() != weights || compare.getB() != weights || !compare->hasOneUse() ||
      where.getCondition() != compare.getResult())
    return {};
  bool isNan = compare.getPredicate() == Predicate::NE;
  if (!isNan && compare.getPredicate() != Predicate::EQ)
    return {};
  Value kept = isNan ? where.getB() : where.getA(), other = isNan ? where.getA() : where.getB();
  if (kept != weights || splatNumber(other) != 0.0 || where.getType() != weights.getType())
    return {};
  ops.append({compare, where});
  return where.getResult();
}

/// Why `weights` are none of an attention, where a matmul reads what an operator makes of them, and a matmul
/// made their scores; else "".
std::string whatStandsBetween(SoftmaxOp softmax, Value weights) {
  for (Operation* user : weights.getUsers())
    if (isElementwise(user))
      for (Operation* reader : user->getUsers()) {
        auto product = dyn_cast<MatmulOp>(reader);
        std::string ignored;
        if (product && product.getA() == user->getResult(0) && findScores(softmax.getX(), ignored))
          return ("the " + describe(user) +
                  " between it and the matmul with the values is no guard against NaN")
              .str();
      }
  return "";
}

/// The attention around `softmax`. Without one: the reason, empty where nothing looks like one.
std::optional<Spelled> findAttention(SoftmaxOp softmax, std::string& reason) {
  Spelled spelled;
  spelled.softmax = softmax;
  Value weights = softmax.getResult();
  while (true) {
    if (weights.hasOneUse() && isa<ReshapeOp>(*weights.getUsers().begin())) {
      spelled.between.push_back(*weights.getUsers().begin());
      weights = spelled.between.back()->getResult(0);
    } else if (Value guarded = findGuard(weights, spelled.between)) {
      spelled.guarded = true;
      weights = guarded;
    } else {
      break;
    }
  }
  Value read = weights;
  if (auto transpose =
          weights.hasOneUse() ? dyn_cast<TransposeOp>(*weights.getUsers().begin()) : TransposeOp();
      transpose && swapsMatrices(transpose)) {
    spelled.flipped = true;
    spelled.between.push_back(transpose);
    read = transpose.getResult();
  }
  for (Operation* user : read.getUsers())
    if (auto product = dyn_cast<MatmulOp>(user);
        product &&
        (spelled.flipped ? product.getB() == read && product.getA() != read : product.getA() == read))
      spelled.product = product;
  if (!spelled.product) {
    reason = whatStandsBetween(softmax, read);
    return std::nullopt;
  }
  std::optional<Scores> scores = findScores(softmax.getX(), reason);
  if (!scores)
    return std::nullopt;
  spelled.scores = std::move(*scores);
  if (!read.hasOneUse()) {
    reason = "its weights are read by others than the matmul with the values";
    return std::nullopt;
  }
  int64_t rank = softmax.getType().getRank();
  if (softmax.getDim() + 1 != uint64_t(rank)) {
    reason = ("it is over axis " + Twine(softmax.getDim()) + ", not over the keys in the last").str();
    return std::nullopt;
  }
  ArrayRef<int64_t> whole = shapeOf(weights), result = shapeOf(spelled.product.getResult());
  if (whole.take_back(2) != shapeOf(softmax.getResult()).take_back(2) ||
      whole.drop_back(2) != result.drop_back(2)) {
    reason = "the matmul with the values broadcasts its weights";
    return std::nullopt;
  }
  if (whole.back() == 0 || shapeOf(spelled.scores.product.getA()).back() == 0) {
    reason = "there are no keys";
    return std::nullopt;
  }
  return spelled;
}

class Fuser {
public:
  Fuser(MLIRContext* context, const Targets& targets) : builder(context), targets(targets) {}

  void fuse(Spelled& spelled) {
    builder.setInsertionPoint(spelled.product);
    Draft draft(builder);
    Location loc = spelled.softmax.getLoc();
    MatmulOp product = spelled.scores.product;
    element = cast<FloatType>(typeOf(product.getResult()).getElementType());
    // Of the shapes that the scores go through the one with the most axes: every mask has its place there.
    SmallVector<int64_t> scores(spelled.scores.shapes.front());
    for (ArrayRef<int64_t> shape : spelled.scores.shapes)
      if (shape.size() > scores.size())
        scores.assign(shape.begin(), shape.end());

    SmallVector<Value> terms;
    double scale = 1;
    auto missed = [&](const Twine& why) {
      draft.takeBack();
      reportMissed(loc, kPass, "softmax and the matmuls around it stay apart: " + why);
    };
    if (!makeTerms(spelled, scores, terms, scale))
      return missed("a mask is for scores of another shape");
    int64_t queries = scores[scores.size() - 2], keys = scores.back();
    AttentionMask mask = combineMasks(builder, loc, terms, queries, keys, element);
    if (swallows && element.isF16() && mask.mask && typeOf(mask.mask).getElementType() == element)
      return missed(
          "where every key is hidden its scores are equal, and f16 has no number that swallows all others");

    Value q = product.getA(), k = swapped(product.getB());
    ArrayRef<int64_t> leading = ArrayRef(scores).drop_back(2);
    q = inShape(q, shapeOf(product.getResult()).drop_back(2), leading);
    k = inShape(k, shapeOf(product.getResult()).drop_back(2), leading);
    ArrayRef<int64_t> result = shapeOf(spelled.product.getResult());
    Value v = spelled.flipped ? swapped(spelled.values()) : spelled.values();
    v = inShape(v, result.drop_back(2), leading);
    auto attention = AttentionOp::create(builder, spelled.product.getLoc(), q, k, v, mask.mask,
                                         /*length=*/Value(), builder.getBoolAttr(mask.causal),
                                         builder.getF64FloatAttr(scale));
    if (mask.spans)
      setSpans(attention, mask.spans);
    if (spelled.guarded)
      attention->setAttr(kGuardedAttr, builder.getUnitAttr());
    SmallVector<int64_t> rows(result);
    if (spelled.flipped)
      std::swap(rows[rows.size() - 1], rows[rows.size() - 2]);
    Value made = reshape(builder, loc, attention.getResult(), rows);
    if (spelled.flipped)
      made = swapped(made);
    if (std::string why = draft.whyNot(targets); !why.empty())
      return missed(why);
    spelled.product.getResult().replaceAllUsesWith(made);
    erase(spelled);
    attention.setScale(llvm::APFloat(scale * takeFactors(attention.getQ()) * takeFactors(attention.getK())));
    reportPassed(loc, kPass,
                 Twine("softmax and the matmuls around it become one attention") + describeMask(mask));
  }

  /// What an attention's attributes can say of its operands.
  void simplify(AttentionOp attention) {
    double factor = takeFactors(attention.getQ()) * takeFactors(attention.getK());
    if (factor != 1) {
      attention.setScale(llvm::APFloat(attention.getScale().convertToDouble() * factor));
      reportPassed(attention.getLoc(), kPass, "a constant factor of q or k goes into attention's scale");
    }
    Value given = attention.getMask();
    if (!given || attention.getLength() || spansOf(attention)) // causal is another mask there
      return;
    builder.setInsertionPoint(attention);
    int64_t queries = *std::prev(shapeOf(attention.getQ()).end(), 2);
    int64_t keys = *std::prev(shapeOf(attention.getK()).end(), 2);
    AttentionMask mask =
        combineMasks(builder, attention.getLoc(), given, queries, keys,
                     cast<FloatType>(typeOf(attention.getQ()).getElementType()), attention.getCausal());
    if (mask.mask == given)
      return;
    const bool found = mask.causal && !attention.getCausal();
    attention.setCausal(mask.causal);
    attention.getMaskMutable().assign(mask.mask ? ValueRange(mask.mask) : ValueRange());
    if (mask.spans) {
      setSpans(attention, mask.spans);
      return reportPassed(attention.getLoc(), kPass,
                          "attention's mask leaves each query one run of keys: the others are not computed");
    }
    if (found)
      reportPassed(attention.getLoc(), kPass, "attention's mask hides what comes later: it is causal");
    else if (!mask.mask)
      reportPassed(attention.getLoc(), kPass, "attention's mask hides nothing");
  }

private:
  static StringRef describeMask(const AttentionMask& mask) {
    if (mask.spans)
      return mask.mask ? ", each query over one run of keys and with a mask"
                       : ", each query over one run of keys";
    if (mask.causal)
      return mask.mask ? ", causal and with a mask" : ", causal";
    return mask.mask ? " with a mask" : "";
  }

  /// What is added to the scores, or hides some, as terms for scores of the shape `scores`; their scale.
  bool makeTerms(Spelled& spelled, ArrayRef<int64_t> scores, SmallVectorImpl<Value>& terms, double& scale) {
    Location loc = spelled.softmax.getLoc();
    SmallVector<Value> sums;
    swallows = false;
    auto addUp = [&] {
      while (sums.size() > 1) {
        Value last = sums.pop_back_val();
        sums.back() = AddOp::create(builder, loc, sums.back(), last);
      }
    };
    for (const ScoreStep& step : spelled.scores.steps) {
      Value operand = step.operand;
      if (operand && !(operand = maskInShape(builder, loc, operand, step.shape, scores)))
        return false;
      switch (step.kind) {
      case ScoreStep::Scale:
        scale *= step.number;
        if (sums.empty())
          break;
        addUp();
        sums.back() = MulOp::create(builder, loc, sums.back(), scalar(step.number));
        break;
      case ScoreStep::Add:
        sums.push_back(operand);
        break;
      case ScoreStep::Sub:
        sums.push_back(NegOp::create(builder, loc, operand));
        break;
      case ScoreStep::Keep:
      case ScoreStep::Hide:
        if (std::isinf(step.number)) {
          terms.push_back(step.kind == ScoreStep::Keep
                              ? operand
                              : LogicalNotOp::create(builder, loc, operand).getResult());
          break;
        }
        // A finite score hides as well as the least float, but where every key is hidden; then all scores are
        // equal, as the least float swallows what is added to it.
        swallows = true;
        sums.push_back(step.kind == ScoreStep::Keep ? select(loc, operand, 0, least())
                                                    : select(loc, operand, least(), 0));
        if (sums.size() > 1) {
          addUp();
          sums.back() = MaximumOp::create(builder, loc, sums.back(), scalar(least()));
        }
        break;
      case ScoreStep::AtLeast:
        // What was -inf is a number now.
        swallows = true;
        for (Value term : terms)
          sums.push_back(select(loc, term, 0, least()));
        terms.clear();
        if (sums.empty())
          break;
        addUp();
        sums.back() = MaximumOp::create(builder, loc, sums.back(), scalar(step.number));
        break;
      }
    }
    llvm::append_range(terms, sums);
    return true;
  }

  double least() const { return -llvm::APFloat::getLargest(element.getFloatSemantics()).convertToDouble(); }

  Value scalar(double value) {
    llvm::APFloat number(value);
    bool lossy;
    number.convert(element.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &lossy);
    return makeConstant(builder, builder.getUnknownLoc(),
                        DenseElementsAttr::get(RankedTensorType::get({}, element), number));
  }

  Value select(Location loc, Value condition, double yes, double no) {
    return WhereOp::create(builder, loc, condition, scalar(yes), scalar(no));
  }

  /// Its matrices transposed.
  Value swapped(Value value) {
    SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, typeOf(value).getRank()));
    std::swap(perm[perm.size() - 1], perm[perm.size() - 2]);
    return TransposeOp::create(builder, value.getLoc(), value, builder.getDenseI64ArrayAttr(perm));
  }

  /// `value` with its leading axes expanded to `whole`, and then in the shape of `leading`.
  Value inShape(Value value, ArrayRef<int64_t> whole, ArrayRef<int64_t> leading) {
    ArrayRef<int64_t> matrix = shapeOf(value).take_back(2);
    auto type = RankedTensorType::get(join(whole, matrix), element);
    if (type != value.getType())
      value = ExpandOp::create(builder, value.getLoc(), type, value);
    return reshape(builder, value.getLoc(), value, join(leading, matrix));
  }

  static void erase(Spelled& spelled) {
    SmallVector<Operation*> dead{spelled.product};
    llvm::append_range(dead, llvm::reverse(spelled.between));
    dead.push_back(spelled.softmax);
    llvm::append_range(dead, spelled.scores.ops);
    for (Operation* op : dead)
      if (op->use_empty())
        op->erase();
  }

  OpBuilder builder;
  const Targets& targets;
  FloatType element;
  bool swallows = false; ///< the least float stands in a mask for scores that are all the same number
};

struct FuseAttentionPass : impl::FuseAttentionBase<FuseAttentionPass> {
  using FuseAttentionBase::FuseAttentionBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    SmallVector<AttentionOp> given;
    SmallVector<SoftmaxOp> softmaxes;
    getOperation().walk([&](Operation* op) {
      if (auto attention = dyn_cast<AttentionOp>(op))
        given.push_back(attention);
      else if (auto softmax = dyn_cast<SoftmaxOp>(op))
        softmaxes.push_back(softmax);
    });
    Fuser fuser(&getContext(), *asked);
    for (AttentionOp attention : given)
      fuser.simplify(attention);
    for (SoftmaxOp softmax : softmaxes) {
      std::string reason;
      if (std::optional<Spelled> spelled = findAttention(softmax, reason))
        fuser.fuse(*spelled);
      else if (!reason.empty())
        reportMissed(softmax.getLoc(), kPass,
                     "softmax and the matmul after it are not an attention: " + reason);
    }
  }
};

} // namespace

} // namespace aic::transforms

// Masks: taken apart into terms, constants understood, put together again. A term of 0 and -inf is a bool
// mask exactly. One of 0 and a finite number (-1e4, -1e9, the least float) is so too, but for a query from
// which every key is hidden: there softmax sees equal scores, not NaN. So finite terms become causality or
// bools only where no query can lose every key.
#include "compiler/transforms/AttentionMask.h"

#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Values.h"

#include <algorithm>
#include <cmath>

using namespace mlir;

namespace aic::transforms {

namespace {

constexpr int64_t kMaxElements = 1 << 24; // of a constant mask: 4096 queries and keys

bool isBool(Value value) {
  return typeOf(value).getElementType().isInteger(1);
}

/// A constant term: for each place of `shape`, which broadcasts to the scores, what is added; -inf where a
/// bool is false.
struct ConstantTerm {
  SmallVector<int64_t> shape;
  std::vector<double> values;
};

/// The element of `term` at the row-major place `at` of the bigger shape that it broadcasts to.
double elementAt(const ConstantTerm& term, ArrayRef<int64_t> shape, int64_t at) {
  int64_t place = 0, stride = 1;
  for (size_t axis = shape.size(); axis-- > 0;) {
    int64_t index = at % shape[axis];
    at /= shape[axis];
    size_t missing = shape.size() - term.shape.size();
    if (axis < missing)
      continue;
    int64_t size = term.shape[axis - missing];
    place += (size == 1 ? 0 : index) * stride;
    stride *= size;
  }
  return term.values[place];
}

class Combiner {
public:
  Combiner(OpBuilder& builder, Location loc, int64_t queries, int64_t keys, FloatType element, bool causal)
      : builder(builder), loc(loc), queries(queries), keys(keys), element(element), causal(causal) {}

  AttentionMask combine(ArrayRef<Value> terms) {
    for (Value term : terms)
      takeApart(term, 0);
    understandConstants();
    AttentionMask result;
    result.causal = causal;
    result.spans = spans;
    Value bools, sum;
    for (Value term : bool_)
      bools = bools ? Value(LogicalAndOp::create(builder, loc, bools, term)) : term;
    for (Value term : float_)
      sum = sum ? Value(AddOp::create(builder, loc, sum, term)) : term;
    if (bools && sum) {
      Value zero = scalar(0), hidden = scalar(-std::numeric_limits<double>::infinity());
      sum = AddOp::create(builder, loc, sum, WhereOp::create(builder, loc, bools, zero, hidden));
    }
    result.mask = sum ? sum : bools;
    return result;
  }

private:
  Value scalar(double value) {
    llvm::APFloat number(value);
    bool lossy;
    number.convert(element.getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven, &lossy);
    return makeConstant(builder, loc, DenseElementsAttr::get(RankedTensorType::get({}, element), number));
  }

  /// The opposite of a bool mask, through what only repeats or reshapes it: so it is computed once, and on
  /// few elements.
  Value negated(Value mask) {
    Operation* op = mask.getDefiningOp();
    if (auto no = dyn_cast_or_null<LogicalNotOp>(op))
      return no.getX();
    if (auto reshape = dyn_cast_or_null<ReshapeOp>(op))
      return ReshapeOp::create(builder, loc, reshape.getType(), negated(reshape.getX()));
    if (auto expand = dyn_cast_or_null<ExpandOp>(op))
      return ExpandOp::create(builder, loc, expand.getType(), negated(expand.getX()));
    return LogicalNotOp::create(builder, loc, mask);
  }

  /// Sums, conjunctions and selections into their parts; constants aside.
  void takeApart(Value term, int depth) {
    constexpr int kDepth = 8;
    while (auto expand = term.getDefiningOp<ExpandOp>()) // the mask broadcasts by itself
      term = expand.getX();
    if (std::optional<reference::Tensor> values = evaluateConstant(term, kMaxElements)) {
      ConstantTerm constant{values->shape, std::move(values->f)};
      for (int64_t visible : values->i)
        constant.values.push_back(visible ? 0 : -std::numeric_limits<double>::infinity());
      constants.push_back(std::move(constant));
      originals.push_back(term);
      return;
    }
    Operation* op = term.getDefiningOp();
    if (depth < kDepth && isa_and_nonnull<AddOp, LogicalAndOp>(op)) {
      for (Value part : op->getOperands())
        takeApart(part, depth + 1);
      return;
    }
    if (auto where = dyn_cast_or_null<WhereOp>(op); where && !isBool(term)) {
      std::optional<double> yes = splatNumber(where.getA()), no = splatNumber(where.getB());
      bool hides = yes && no && *yes == 0 && std::isinf(*no) && *no < 0;
      bool shows = yes && no && *no == 0 && std::isinf(*yes) && *yes < 0;
      if (depth < kDepth && hides)
        return takeApart(where.getCondition(), depth + 1);
      if (depth < kDepth && shows)
        return takeApart(negated(where.getCondition()), depth + 1);
    }
    (isBool(term) ? bool_ : float_).push_back(term);
  }

  void understandConstants() {
    if (constants.empty())
      return;
    SmallVector<int64_t> shape{1, 1};
    for (const ConstantTerm& term : constants)
      if (auto common = broadcastShapes(shape, term.shape))
        shape = *common;
    int64_t count = ShapedType::getNumElements(shape);
    if (count > kMaxElements)
      return keepConstants();
    std::vector<double> sum(count, 0.0);
    for (const ConstantTerm& term : constants)
      for (int64_t i = 0; i < count; ++i)
        sum[i] += elementAt(term, shape, i);

    bool onlyHides = true, hides = false, isHard = true, everyRowSees = true;
    int64_t columns = shape.back();
    for (int64_t row = 0; row < count; row += columns) {
      bool sees = false;
      for (int64_t column = 0; column < columns; ++column) {
        double value = sum[row + column];
        onlyHides &= value == 0 || value <= kHidden;
        hides |= value != 0;
        isHard &= value == 0 || std::isinf(value);
        sees |= value == 0;
      }
      everyRowSees &= sees;
    }
    if (!hides)
      return;
    // Finite terms: see above. Others may hide the rest of a row, unless there are none.
    if (!onlyHides || (!isHard && !(everyRowSees && bool_.empty() && float_.empty())))
      return keepConstants();
    if (isCausal(shape, sum)) {
      causal = true;
      return;
    }
    if (bool_.empty() && float_.empty() && takeSpans(shape, sum))
      return;
    if (constants.size() == 1 && isBool(originals.front())) {
      bool_.push_back(originals.front());
      return;
    }
    reference::Tensor visible;
    visible.shape = shape;
    visible.element = builder.getI1Type();
    for (double value : sum)
      visible.i.push_back(value == 0);
    ElementsAttr attr = reference::toAttr(visible, "mask");
    if (!attr)
      return keepConstants();
    bool_.push_back(makeConstant(builder, loc, attr));
  }

  void keepConstants() {
    for (Value term : originals)
      (isBool(term) ? bool_ : float_).push_back(term);
  }

  /// Query i sees key j exactly where j <= i, in every matrix.
  bool isCausal(ArrayRef<int64_t> shape, const std::vector<double>& sum) const {
    if (shape.back() != keys || shape[shape.size() - 2] != queries)
      return false;
    for (size_t i = 0; i < sum.size(); ++i) {
      int64_t row = int64_t(i) / keys % queries, column = int64_t(i) % keys;
      if ((sum[i] == 0) != (column <= row))
        return false;
    }
    return true;
  }

  /// True where each query sees one run of keys, the same in every matrix: the mask is `spans` then, and so
  /// is causality.
  bool takeSpans(ArrayRef<int64_t> shape, const std::vector<double>& sum) {
    if (queries > kMaxElements || keys > kMaxElements || !sumIsOfKeys(shape))
      return false;
    int64_t rows = shape[shape.size() - 2], count = int64_t(sum.size()) / keys;
    reference::Tensor bounds;
    bounds.shape = {2, queries};
    bounds.element = builder.getI32Type();
    bounds.i.assign(2 * queries, 0);
    for (int64_t row = 0; row < count; ++row) {
      const double* line = &sum[row * keys];
      auto sees = [](double value) { return value == 0; };
      const double *first = std::find_if(line, line + keys, sees),
                   *end = std::find_if_not(first, line + keys, sees);
      if (std::find_if(end, line + keys, sees) != line + keys)
        return false;
      int64_t from = first == end ? 0 : first - line, to = first == end ? 0 : end - line;
      for (int64_t query = row % rows; query < queries; query += rows) { // of one row all, else one
        if (row >= rows && (bounds.i[query] != from || bounds.i[queries + query] != to))
          return false;
        bounds.i[query] = from;
        bounds.i[queries + query] = to;
      }
    }
    for (int64_t query = 0; causal && query < queries; ++query)
      bounds.i[queries + query] = std::min(bounds.i[queries + query], query + 1);
    ElementsAttr attr = reference::toAttr(bounds, "spans");
    if (!attr)
      return false;
    spans = makeConstant(builder, loc, attr);
    causal = false;
    return true;
  }

  /// True where a mask of this shape tells the keys apart, for all queries alike or for each.
  bool sumIsOfKeys(ArrayRef<int64_t> shape) const {
    int64_t rows = shape[shape.size() - 2];
    return shape.back() == keys && (rows == queries || rows == 1);
  }

  OpBuilder& builder;
  Location loc;
  int64_t queries, keys;
  FloatType element;
  bool causal;
  Value spans;
  SmallVector<Value> bool_, float_; // terms that are known at run time, or not understood
  std::vector<ConstantTerm> constants;
  SmallVector<Value> originals; // the constants' values
};

} // namespace

AttentionMask combineMasks(OpBuilder& builder, Location loc, ArrayRef<Value> terms, int64_t queries,
                           int64_t keys, FloatType element, bool causal) {
  return Combiner(builder, loc, queries, keys, element, causal).combine(terms);
}

} // namespace aic::transforms

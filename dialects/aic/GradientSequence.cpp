// Rules of attention, which computes its weights again, and of recurrence, backward through time: what all
// steps share is one product each, and a step does what only it can.
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Gradient.h"
#include "dialects/aic/Training.h"

#include <limits>

using namespace mlir;

namespace aic {

LogicalResult AttentionOp::buildVjp(Vjp& vjp) {
  Value q = getQ(), k = getK(), v = getV(), gradient = vjp.gradient();
  const int64_t rank = getQ().getType().getRank();
  const int64_t queries = getQ().getType().getDimSize(rank - 2), keys = getK().getType().getDimSize(rank - 2);
  const double scale = getScale().convertToDouble();
  // What a query sees; null: all.
  Value visible;
  auto see = [&](Value also) { visible = visible ? vjp.both(visible, also) : also; };
  Value given = maskOf(*this), spans = spansOf(*this);
  const bool boolMask = given && GradientBuilder::elementOf(given).isInteger(1);
  if (boolMask)
    see(given);
  Value columns = vjp.numbers({keys}), rows = vjp.reshape(vjp.numbers({queries}), {queries, 1});
  if (getLength()) {
    Value length = vjp.cast(getLength(), vjp.builder.getI64Type());
    Value there = vjp.compare(Predicate::LT, columns, length);
    see(there);
    if (getCausal())
      see(vjp.compare(Predicate::LT, vjp.sub(columns, rows), vjp.add(length, double(1 - queries))));
    // What lies behind the keys that are there may be anything.
    Value column = vjp.reshape(there, {keys, 1});
    k = vjp.only(column, k);
    v = vjp.only(column, v);
  } else if (getCausal()) {
    see(vjp.compare(Predicate::LE, columns, rows));
  } else if (spans) {
    spans = vjp.cast(spans, vjp.builder.getI64Type());
    auto bound = [&](int64_t which) { return vjp.reshape(vjp.slice(spans, 0, which, 1), {queries, 1}); };
    see(vjp.compare(Predicate::GE, columns, bound(0)));
    see(vjp.compare(Predicate::LT, columns, bound(1)));
  }
  Value scores = vjp.mul(vjp.matmul(q, vjp.transposeLast(k)), scale);
  if (given && !boolMask)
    scores = vjp.add(scores, given);
  if (visible)
    scores = vjp.where(visible, scores, vjp.number(-std::numeric_limits<double>::infinity(), scores));
  Value weights = vjp.make<SoftmaxOp>(scores, uint64_t(rank - 1));
  if (isGuarded(*this))
    weights = vjp.only(vjp.compare(Predicate::EQ, weights, weights), weights);
  if (vjp.wants(2))
    vjp.give(2, vjp.matmul(vjp.transposeLast(weights), gradient));
  std::optional<unsigned> mask = vjp.wanted(*this, 3);
  if (!vjp.wants(0) && !vjp.wants(1) && !mask)
    return success();
  Value scaled = vjp.mul(vjp.matmul(gradient, vjp.transposeLast(v)), weights);
  Value back = vjp.sub(scaled, vjp.mul(weights, vjp.sum(scaled, {rank - 1}, /*keepdim=*/true)));
  if (mask)
    vjp.give(*mask, vjp.sumTo(back, getMask().getType().getShape()));
  if (vjp.wants(0))
    vjp.give(0, vjp.mul(vjp.matmul(back, k), scale));
  if (vjp.wants(1))
    vjp.give(1, vjp.mul(vjp.matmul(vjp.transposeLast(back), q), scale));
  return success();
}

namespace {

/// More steps would make more operations than a model may have.
constexpr int64_t kMaxSteps = 16384;

/// [N, T, ...] with time in front and forwards, [T, N, ...], so that a step is neighbouring elements.
Value inTime(GradientBuilder& b, Value value, bool reverse) {
  const int64_t steps = GradientBuilder::shapeOf(value)[1];
  Value front = b.make<TransposeOp>(value, ArrayRef<int64_t>{1, 0, 2});
  return reverse && steps > 1 ? b.slice(front, 0, steps - 1, steps, -1) : front;
}

/// The way back from `inTime`.
Value outOfTime(GradientBuilder& b, Value value, bool reverse) {
  const int64_t steps = GradientBuilder::shapeOf(value)[0];
  if (reverse && steps > 1)
    value = b.slice(value, 0, steps - 1, steps, -1);
  return b.make<TransposeOp>(value, ArrayRef<int64_t>{1, 0, 2});
}

/// A layer of a recurrent network on its way back. Time is in front and runs forwards in all that is in here.
class Recurrent {
public:
  template <typename Op>
  Recurrent(Vjp& vjp, Op op)
      : vjp(vjp), reverse(op.getReverse()), batch(op.getX().getType().getDimSize(0)),
        steps(op.getX().getType().getDimSize(1)), hidden(op.getWHh().getType().getDimSize(1)),
        x(inTime(vjp, op.getX(), reverse)), y(inTime(vjp, op.getY(), reverse)), weightX(op.getWIh()),
        weightH(op.getWHh()) {
    for (unsigned i = 0; i < 7; ++i)
      places.push_back(i < 6 || isa<LstmOp>(op.getOperation()) ? vjp.wanted(op, i) : std::nullopt);
    Value first = op.getH0() ? vjp.reshape(op.getH0(), {1, batch, hidden})
                             : vjp.full(0, {1, batch, hidden}, GradientBuilder::elementOf(x));
    before = steps == 1 ? first : vjp.concat({first, vjp.slice(y, 0, 0, steps - 1)}, 0);
    fromX = vjp.make<LinearOp>(x, weightX, op.getBIh());
    fromH = vjp.make<LinearOp>(before, weightH, op.getBHh());
    gradient = vjp.gradient(0);
    if (!isOfSomeSteps(gradient.getDefiningOp<PadOp>()))
      gradient = inTime(vjp, gradient, reverse);
  }

  /// Gate i of [T, N, G * H].
  Value gate(Value gates, int64_t i) { return vjp.slice(gates, 2, i * hidden, hidden); }
  /// [N, ...] of step t.
  Value at(Value all, int64_t t) {
    return vjp.reshape(vjp.slice(all, 0, t, 1), {batch, GradientBuilder::shapeOf(all)[2]});
  }
  /// The gradient of step t's h.
  Value gradientOf(int64_t t, Value later) {
    Value sum = ofStep(t);
    for (Value other : {t == steps - 1 && vjp.has(1) ? vjp.gradient(1) : Value(), later})
      sum = sum && other ? vjp.add(sum, other) : sum ? sum : other;
    return sum ? sum : vjp.full(0, {batch, hidden}, GradientBuilder::elementOf(x));
  }
  Value together(ArrayRef<Value> gates) { return vjp.concat(gates, 1); }
  /// s' of s = sigmoid, from its values.
  Value sigmoidSlope(Value s) { return vjp.mul(s, vjp.sub(1, s)); }
  Value tanhSlope(Value t) { return vjp.sub(1, vjp.square(t)); }

  /// Gives all gradients, from those of the products with x and with h at each step, [N, G * H], last step
  /// first; and of h0.
  void give(ArrayRef<Value> stepsX, ArrayRef<Value> stepsH, Value first) {
    Value gatesX = joined(stepsX), gatesH = stepsX == stepsH ? gatesX : joined(stepsH);
    if (places[0])
      vjp.give(*places[0], outOfTime(vjp, vjp.matmul(gatesX, weightX), reverse));
    if (places[1])
      vjp.give(*places[1], weight(x, gatesX));
    if (places[2])
      vjp.give(*places[2], weight(before, gatesH));
    if (places[3])
      vjp.give(*places[3], vjp.sum(gatesX, {0, 1}));
    if (places[4])
      vjp.give(*places[4], vjp.sum(gatesH, {0, 1}));
    if (places[5])
      vjp.give(*places[5], first);
  }

  Vjp& vjp;
  bool reverse;
  int64_t batch, steps, hidden;
  Value x, y, weightX, weightH;
  Value before;                                ///< each step's h before it
  Value fromX, fromH;                          ///< w_ih . x + b_ih and w_hh . h + b_hh: [T, N, G * H]
  Value gradient;                              ///< of y; [N, T, H] where it is of some steps
  SmallVector<std::optional<unsigned>> places; ///< of the operands whose gradients are wanted

private:
  /// Whether a gradient is that of some steps of y, as of y[:, -1], and 0 elsewhere.
  static bool isOfSomeSteps(PadOp pad) {
    return pad && pad.getMode() == PadMode::Constant && pad.getValue().isZero() && pad.getLow()[0] == 0 &&
           pad.getLow()[2] == 0 && pad.getHigh()[0] == 0 && pad.getHigh()[2] == 0;
  }
  /// The gradient of step t's y, [N, H]; null where it is 0.
  Value ofStep(int64_t t) {
    auto pad = gradient.getDefiningOp<PadOp>();
    if (!isOfSomeSteps(pad))
      return at(gradient, t);
    const int64_t step = (reverse ? steps - 1 - t : t) - pad.getLow()[1];
    if (step < 0 || step >= pad.getX().getType().getDimSize(1))
      return {};
    return vjp.reshape(vjp.slice(pad.getX(), 1, step, 1), {batch, hidden});
  }
  /// gradient^T . x, over all images and steps.
  Value weight(Value of, Value gates) {
    return vjp.make<Conv2dWeightGradientOp>(asRows(of), asRows(gates), ArrayRef<int64_t>{1, 1},
                                            ArrayRef<int64_t>{1, 1}, ArrayRef<int64_t>{0, 0, 0, 0},
                                            ArrayRef<int64_t>{1, 1}, Layout::NCHW);
  }
  Value asRows(Value value) {
    return vjp.reshape(value, {batch * steps, GradientBuilder::shapeOf(value)[2]});
  }
  Value joined(ArrayRef<Value> lastFirst) {
    SmallVector<Value> parts;
    for (Value part : llvm::reverse(lastFirst))
      parts.push_back(vjp.reshape(part, {1, batch, GradientBuilder::shapeOf(part)[1]}));
    return vjp.concat(parts, 0);
  }
};

template <typename Op> LogicalResult checkSteps(Op op) {
  if (op.getX().getType().getDimSize(1) <= kMaxSteps)
    return success();
  return op.emitError(op->getName().stripDialect())
         << " has no gradient through more than " << kMaxSteps << " steps";
}

} // namespace

namespace {

/// What an LSTM computes at a step, [N, H] each.
struct LstmStep {
  Value in, forget, made, out, tanh; ///< the gates, and tanh of the cell after the step
};

/// An LSTM step by step, where it stands: its way back needs what is in between, which would else be computed
/// once more.
struct LstmSteps {
  SmallVector<LstmStep> steps;
  SmallVector<Value> cells; ///< before each step, and after the last one
  SmallVector<Value> all;   ///< each step's h, [1, N, H]
  Value y, h;               ///< the results; c is the last of cells

  explicit LstmSteps(LstmOp op) {
    OpBuilder ahead(op);
    GradientBuilder b(ahead, op.getLoc());
    ArrayRef<int64_t> shape = op.getX().getType().getShape();
    const int64_t batch = shape[0], length = shape[1], hidden = op.getWHh().getType().getDimSize(1);
    Value bias = op.getBIh();
    if (Value other = op.getBHh())
      bias = bias ? b.add(bias, other) : other;
    Value fromX = b.make<LinearOp>(inTime(b, op.getX(), op.getReverse()), op.getWIh(), bias);
    Value weight = b.transposeLast(op.getWHh());
    Value cell =
        op.getC0() ? Value(op.getC0()) : b.full(0, {batch, hidden}, GradientBuilder::elementOf(op.getX()));
    h = op.getH0();
    cells.push_back(cell);
    for (int64_t t = 0; t < length; ++t) {
      Value gates = b.reshape(b.slice(fromX, 0, t, 1), {batch, 4 * hidden});
      if (h) // of zeros there is nothing
        gates = b.add(b.matmul(h, weight), gates);
      auto gate = [&](int64_t i) { return b.slice(gates, 1, i * hidden, hidden); };
      LstmStep step{b.make<SigmoidOp>(gate(0)), b.make<SigmoidOp>(gate(1)), b.make<TanhOp>(gate(2)),
                    b.make<SigmoidOp>(gate(3)), Value()};
      cell = b.add(b.mul(step.forget, cell), b.mul(step.in, step.made));
      step.tanh = b.make<TanhOp>(cell);
      h = b.mul(step.out, step.tanh);
      steps.push_back(step);
      cells.push_back(cell);
      all.push_back(b.reshape(h, {1, batch, hidden}));
    }
    y = outOfTime(b, b.concat(all, 0), op.getReverse());
  }

  /// What a slice of y is that takes one step, as y[:, -1]; null for another.
  Value stepOf(SliceOp slice, bool reverse) {
    SmallVector<int64_t> sizes(slice.getX().getType().getShape());
    const int64_t length = sizes[1], t = reverse ? length - 1 - slice.getOffsets()[1] : slice.getOffsets()[1];
    sizes[1] = 1;
    if (slice.getSizes() != ArrayRef<int64_t>(sizes))
      return {};
    OpBuilder b(slice);
    return ReshapeOp::create(b, slice.getLoc(), slice.getType(), all[t]);
  }

  /// Takes the place of the operation's results, but where a gradient by them is asked for: that knows them.
  void replace(LstmOp op) {
    for (Operation* user : op->getUsers())
      if (isa<GradientOp>(user))
        return;
    for (Operation* user : op.getY().getUsers())
      if (auto slice = dyn_cast<SliceOp>(user))
        if (Value step = stepOf(slice, op.getReverse()))
          slice.replaceAllUsesWith(step);
    op.getY().replaceAllUsesWith(y);
    op.getH().replaceAllUsesWith(h);
    op.getC().replaceAllUsesWith(cells.back());
  }
};

} // namespace

LogicalResult LstmOp::buildVjp(Vjp& vjp) {
  if (failed(checkSteps(*this)))
    return failure();
  Recurrent net(vjp, *this);
  LstmSteps forward(*this);
  forward.replace(*this); // in `net` too
  SmallVector<Value> products;
  Value laterH, laterC = vjp.has(2) ? vjp.gradient(2) : Value();
  for (int64_t t = net.steps - 1; t >= 0; --t) {
    const auto& [i, f, g, o, tanh] = forward.steps[t];
    Value ofH = net.gradientOf(t, laterH);
    Value ofC = vjp.mul(vjp.mul(ofH, o), net.tanhSlope(tanh));
    if (laterC)
      ofC = vjp.add(ofC, laterC);
    Value ofI = vjp.mul(vjp.mul(ofC, g), net.sigmoidSlope(i));
    Value ofF = vjp.mul(vjp.mul(ofC, forward.cells[t]), net.sigmoidSlope(f));
    Value ofG = vjp.mul(vjp.mul(ofC, i), net.tanhSlope(g));
    Value ofO = vjp.mul(vjp.mul(ofH, tanh), net.sigmoidSlope(o));
    products.push_back(net.together({ofI, ofF, ofG, ofO}));
    laterH = vjp.matmul(products.back(), net.weightH);
    laterC = vjp.mul(ofC, f);
  }
  net.give(products, products, laterH);
  if (net.places[6])
    vjp.give(*net.places[6], laterC);
  return success();
}

LogicalResult GruOp::buildVjp(Vjp& vjp) {
  if (failed(checkSteps(*this)))
    return failure();
  Recurrent net(vjp, *this);
  auto sum = [&](int64_t gate) { return vjp.add(net.gate(net.fromX, gate), net.gate(net.fromH, gate)); };
  Value reset = vjp.make<SigmoidOp>(sum(0)), update = vjp.make<SigmoidOp>(sum(1));
  Value fromH = net.gate(net.fromH, 2);
  Value made = vjp.make<TanhOp>(vjp.add(net.gate(net.fromX, 2), vjp.mul(reset, fromH)));
  SmallVector<Value> productsX, productsH;
  Value later;
  for (int64_t t = net.steps - 1; t >= 0; --t) {
    Value r = net.at(reset, t), z = net.at(update, t), n = net.at(made, t), h = net.at(net.before, t);
    Value ofH = net.gradientOf(t, later);
    Value ofN = vjp.mul(vjp.mul(ofH, vjp.sub(1, z)), net.tanhSlope(n));
    Value ofZ = vjp.mul(vjp.mul(ofH, vjp.sub(h, n)), net.sigmoidSlope(z));
    Value ofR = vjp.mul(vjp.mul(ofN, net.at(fromH, t)), net.sigmoidSlope(r));
    productsX.push_back(net.together({ofR, ofZ, ofN}));
    productsH.push_back(net.together({ofR, ofZ, vjp.mul(ofN, r)}));
    later = vjp.add(vjp.matmul(productsH.back(), net.weightH), vjp.mul(ofH, z));
  }
  net.give(productsX, productsH, later);
  return success();
}

LogicalResult RnnOp::buildVjp(Vjp& vjp) {
  if (failed(checkSteps(*this)))
    return failure();
  Recurrent net(vjp, *this);
  SmallVector<Value> products;
  Value later;
  for (int64_t t = net.steps - 1; t >= 0; --t) {
    Value h = net.at(net.y, t), ofH = net.gradientOf(t, later);
    products.push_back(getRelu() ? vjp.only(vjp.compare(Predicate::GT, h, 0), ofH)
                                 : vjp.mul(ofH, net.tanhSlope(h)));
    later = vjp.matmul(products.back(), net.weightH);
  }
  net.give(products, products, later);
  return success();
}

} // namespace aic

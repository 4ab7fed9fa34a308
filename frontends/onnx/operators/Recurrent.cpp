// LSTM, GRU and RNN. What PyTorch's layers can be becomes the dialect's operations; the rest (other
// activations, peepholes, clipping, sequences of several lengths) is unrolled, step by step.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

enum class Kind { Lstm, Gru, Rnn };

constexpr int64_t kMaxSteps = 4096; // that are unrolled

/// An activation by name, with its two numbers.
struct Activation {
  std::string name;
  double alpha = 0, beta = 0;
};

/// The node as it is read: x [T, N, C], and for each direction what is below.
struct Recurrent {
  Kind kind = Kind::Lstm;
  Value x;
  int64_t steps = 0, batch = 0, hidden = 0, directions = 1;
  bool batchFirst = false, firstReversed = false;
  Value lengths; // null: all as long as x
  double clip = 0;
  bool coupled = false;    // input_forget
  bool resetLater = false; // linear_before_reset
  std::vector<Activation> activations;

  int64_t gates() const { return kind == Kind::Lstm ? 4 : kind == Kind::Gru ? 3 : 1; }
  size_t functions() const { return kind == Kind::Lstm ? 3 : kind == Kind::Gru ? 2 : 1; }
};

/// One direction: weights [G H, C] and [G H, H], biases [G H] or null, states [N, H] or null, peepholes [3
/// H].
struct Direction {
  bool reverse = false;
  Value w, r, wBias, rBias, h, c, peepholes;
  llvm::ArrayRef<Activation> activations;
};

/// What one direction gives: y [T, N, H] and the last states [N, H].
struct Output {
  Value y, h, c;
};

/// Slice `i` of the first axis, without that axis.
Value pick(Node& n, Value x, int64_t i) {
  if (!x || n.failed())
    return nullptr;
  return n.reshape(n.slice(x, 0, i, 1), shapeOf(x).drop_front());
}

/// Blocks of `hidden` rows in another order.
Value reordered(Node& n, Value x, int64_t hidden, llvm::ArrayRef<int64_t> order) {
  if (!x || n.failed())
    return nullptr;
  llvm::SmallVector<Value> parts;
  for (int64_t block : order)
    parts.push_back(n.slice(x, 0, block * hidden, hidden));
  return n.concat(parts, 0);
}

Value apply(Node& n, const Activation& f, Value x) {
  if (f.name == "Sigmoid")
    return n.emit<SigmoidOp>(x);
  if (f.name == "Tanh")
    return n.emit<TanhOp>(x);
  if (f.name == "Relu")
    return n.emit<ReluOp>(x);
  if (f.name == "Affine")
    return n.add(n.mul(x, n.scalar(f.alpha, x)), n.scalar(f.beta, x));
  if (f.name == "LeakyRelu")
    return n.emit<LeakyReluOp>(x, n.attribute("negative_slope", f.alpha));
  if (f.name == "ThresholdedRelu")
    return n.where(n.compare(Predicate::GE, x, n.scalar(f.alpha, x)), x, n.scalar(0, x));
  if (f.name == "ScaledTanh")
    return n.mul(n.emit<TanhOp>(n.mul(x, n.scalar(f.beta, x))), n.scalar(f.alpha, x));
  if (f.name == "HardSigmoid")
    return n.emit<ClampOp>(n.add(n.mul(x, n.scalar(f.alpha, x)), n.scalar(f.beta, x)),
                           {n.attribute("min", 0.0), n.attribute("max", 1.0)});
  if (f.name == "Elu")
    return n.emit<EluOp>(x, n.attribute("alpha", f.alpha));
  if (f.name == "Softsign")
    return n.div(x, n.add(n.emit<AbsOp>(x), n.scalar(1, x)));
  if (f.name == "Softplus")
    return n.emit<SoftplusOp>(x);
  n.unsupported("the activation '" + f.name + "'");
  return nullptr;
}

bool readActivations(Node& n, Recurrent& m) {
  std::vector<std::string> names = n.strings("activations");
  Node::Numbers alphas = n.numbers("activation_alpha"), betas = n.numbers("activation_beta");
  if (names.empty())
    for (int64_t d = 0; d < m.directions; ++d)
      for (size_t i = 0; i < m.functions(); ++i)
        names.push_back(m.kind != Kind::Rnn && i == 0 ? "Sigmoid" : "Tanh");
  if (names.size() != m.functions() * static_cast<size_t>(m.directions)) {
    n.error("it has " + std::to_string(m.functions()) + " activations a direction; found " +
            std::to_string(names.size()));
    return false;
  }
  struct Default {
    const char* name;
    double alpha, beta;
    int numbers;
  };
  static constexpr Default kDefaults[] = {{"Affine", 1, 0, 2},          {"LeakyRelu", 0.01, 0, 1},
                                          {"ThresholdedRelu", 1, 0, 1}, {"ScaledTanh", 1, 1, 2},
                                          {"HardSigmoid", 0.2, 0.5, 2}, {"Elu", 1, 0, 1}};
  size_t alpha = 0, beta = 0; // the lists hold numbers for those that have them, in order
  for (const std::string& name : names) {
    Activation f{name, 0, 0};
    for (const Default& known : kDefaults) {
      if (name != known.name)
        continue;
      f.alpha = alpha < alphas.size() ? alphas[alpha++] : known.alpha;
      f.beta = known.numbers == 2 && beta < betas.size() ? betas[beta++] : known.beta;
    }
    m.activations.push_back(f);
  }
  return true;
}

bool readShapes(Node& n, Recurrent& m) {
  Value w = n.operand(1), r = n.operand(2);
  std::string direction = n.string("direction", "forward");
  m.batchFirst = n.integer("layout", 0) != 0;
  if (n.failed())
    return false;
  m.directions = direction == "bidirectional" ? 2 : 1;
  m.firstReversed = direction == "reverse";
  if (direction != "forward" && direction != "reverse" && direction != "bidirectional") {
    n.error("direction is forward, reverse or bidirectional");
    return false;
  }
  auto wrong = [&](Value value, const std::string& expected) {
    n.error("expected " + expected + ", found " + describe(value.getType()));
    return false;
  };
  if (rankOf(m.x) != 3)
    return wrong(m.x, "an input of 3 axes");
  m.hidden = rankOf(r) == 3 ? shapeOf(r)[2] : 0;
  int64_t rows = m.gates() * m.hidden;
  if (m.hidden < 1 || shapeOf(r) != llvm::ArrayRef<int64_t>({m.directions, rows, m.hidden}))
    return wrong(r, "a recurrence weight [directions, gates * hidden_size, hidden_size]");
  if (n.integer("hidden_size", m.hidden) != m.hidden)
    return wrong(r, "a recurrence weight of hidden_size");
  if (m.batchFirst)
    m.x = n.transpose(m.x, {1, 0, 2});
  if (n.failed())
    return false;
  m.steps = shapeOf(m.x)[0];
  m.batch = shapeOf(m.x)[1];
  if (shapeOf(w) != llvm::ArrayRef<int64_t>({m.directions, rows, shapeOf(m.x)[2]}))
    return wrong(w, "a weight [directions, gates * hidden_size, input_size]");
  auto check = [&](size_t i, llvm::ArrayRef<int64_t> shape, const std::string& what) {
    Value value = n.optional(i);
    return !value || shapeOf(value) == shape || wrong(value, what);
  };
  llvm::SmallVector<int64_t> state{m.directions, m.batch, m.hidden};
  if (m.batchFirst)
    std::swap(state[0], state[1]);
  if (!check(3, {m.directions, 2 * rows}, "a bias [directions, 2 * gates * hidden_size]") ||
      !check(4, {m.batch}, "a length for each of the batch") ||
      !check(5, state, "a state for each of the batch"))
    return false;
  if (m.kind == Kind::Lstm &&
      (!check(6, state, "a cell state for each of the batch") ||
       !check(7, {m.directions, 3 * m.hidden}, "peepholes [directions, 3 * hidden_size]")))
    return false;
  m.lengths = n.optional(4);
  // Lengths that are all x's own say nothing.
  if (mlir::ElementsAttr known = m.lengths ? n.tryKnown(m.lengths) : nullptr)
    if (auto dense = llvm::dyn_cast<mlir::DenseIntElementsAttr>(known);
        dense && llvm::all_of(dense.getValues<llvm::APInt>(),
                              [&](const llvm::APInt& length) { return length == uint64_t(m.steps); }))
      m.lengths = nullptr;
  return !n.failed();
}

Direction directionOf(Node& n, const Recurrent& m, int64_t d) {
  Direction one;
  one.reverse = m.firstReversed || d == 1;
  one.w = pick(n, n.operand(1), d);
  one.r = pick(n, n.operand(2), d);
  if (Value bias = n.optional(3)) {
    int64_t rows = m.gates() * m.hidden;
    one.wBias = n.slice(pick(n, bias, d), 0, 0, rows);
    one.rBias = n.slice(pick(n, bias, d), 0, rows, rows);
  }
  auto state = [&](size_t i) {
    Value value = n.optional(i);
    if (value && m.batchFirst)
      value = n.transpose(value, {1, 0, 2});
    return pick(n, value, d);
  };
  one.h = state(5);
  if (m.kind == Kind::Lstm) {
    one.c = state(6);
    one.peepholes = pick(n, n.optional(7), d);
  }
  one.activations = llvm::ArrayRef(m.activations).slice(d * m.functions(), m.functions());
  return one;
}

bool isPlain(const Recurrent& m, const Direction& d) {
  if (m.lengths || m.clip > 0 || m.coupled || d.peepholes || m.steps == 0 ||
      (m.kind == Kind::Gru && !m.resetLater))
    return false;
  if (m.kind == Kind::Rnn)
    return d.activations[0].name == "Tanh" || d.activations[0].name == "Relu";
  for (size_t i = 0; i < m.functions(); ++i)
    if (d.activations[i].name != (i == 0 ? "Sigmoid" : "Tanh"))
      return false;
  return true;
}

/// The dialect's operation, whose gates are in another order: i o f c here is i f g o there, z r h is r z n.
Output emitPlain(Node& n, const Recurrent& m, const Direction& d) {
  static constexpr int64_t kLstm[] = {0, 2, 3, 1}, kGru[] = {1, 0, 2}, kRnn[] = {0};
  llvm::ArrayRef<int64_t> order = m.kind == Kind::Lstm  ? llvm::ArrayRef<int64_t>(kLstm)
                                  : m.kind == Kind::Gru ? llvm::ArrayRef<int64_t>(kGru)
                                                        : llvm::ArrayRef<int64_t>(kRnn);
  llvm::SmallVector<Value> operands{n.transpose(m.x, {1, 0, 2})};
  for (Value value : {d.w, d.r, d.wBias, d.rBias})
    operands.push_back(reordered(n, value, m.hidden, order));
  operands.push_back(d.h);
  if (m.kind == Kind::Lstm)
    operands.push_back(d.c);
  mlir::NamedAttribute reverse = n.attribute("reverse", d.reverse);
  llvm::SmallVector<Value> made;
  if (m.kind == Kind::Lstm)
    made = n.emitSegments<LstmOp>(operands, 3, reverse);
  else if (m.kind == Kind::Gru)
    made = n.emitSegments<GruOp>(operands, 3, reverse);
  else
    made =
        n.emitSegments<RnnOp>(operands, 3, {reverse, n.attribute("relu", d.activations[0].name == "Relu")});
  if (made.empty())
    return {};
  return {n.transpose(made[0], {1, 0, 2}), made[1], made.size() > 2 ? made[2] : Value()};
}

/// The steps one by one, for one direction.
class Unrolled {
public:
  Unrolled(Node& n, const Recurrent& m, const Direction& d) : n_(n), m_(m), d_(d) {}

  Output run() {
    Value projected = linear(m_.x, d_.w, d_.wBias); // all steps at once
    Value zero = n_.filled(0, {m_.batch, m_.hidden}, elementOf(m_.x));
    h_ = d_.h ? d_.h : zero;
    c_ = d_.c ? d_.c : zero;
    std::vector<Value> ys(m_.steps);
    for (int64_t i = 0; i < m_.steps && !n_.failed(); ++i) {
      int64_t t = d_.reverse ? m_.steps - 1 - i : i;
      Value h = h_, c = c_;
      Value x = pick(n_, projected, t);
      m_.kind == Kind::Lstm ? lstm(x, h, c) : m_.kind == Kind::Gru ? gru(x, h) : rnn(x, h);
      ys[t] = h;
      if (m_.lengths) { // behind a sequence's end the state stays and the result is zero
        Value inside = n_.compare(Predicate::LT, n_.whole(t, elementOf(m_.lengths)), m_.lengths);
        inside = n_.reshape(inside, {m_.batch, 1});
        ys[t] = n_.where(inside, h, n_.scalar(0, h));
        h = n_.where(inside, h, h_);
        c = n_.where(inside, c, c_);
      }
      h_ = h;
      c_ = c;
      ys[t] = n_.reshape(ys[t], {1, m_.batch, m_.hidden});
    }
    return {n_.concat(ys, 0), h_, c_};
  }

private:
  Value linear(Value x, Value weight, Value bias) {
    return n_.emit<LinearOp>(bias ? mlir::ValueRange{x, weight, bias} : mlir::ValueRange{x, weight});
  }
  Value clipped(Value x) {
    return m_.clip > 0 ? n_.emit<ClampOp>(x, {n_.attribute("min", -m_.clip), n_.attribute("max", m_.clip)})
                       : x;
  }
  Value activate(size_t i, Value x) { return apply(n_, d_.activations[i], clipped(x)); }
  Value gate(Value all, int64_t i) { return n_.slice(all, 1, i * m_.hidden, m_.hidden); }
  Value rows(Value weight, int64_t first, int64_t count) {
    return weight ? n_.slice(weight, 0, first * m_.hidden, count * m_.hidden) : Value();
  }
  Value withPeephole(Value x, int64_t i, Value c) {
    return d_.peepholes ? n_.add(x, n_.mul(n_.slice(d_.peepholes, 0, i * m_.hidden, m_.hidden), c)) : x;
  }

  // Gates i o f c; peepholes i o f.
  void lstm(Value x, Value& h, Value& c) {
    Value all = n_.add(x, linear(h, d_.r, d_.rBias));
    Value in = activate(0, withPeephole(gate(all, 0), 0, c));
    Value keep = m_.coupled ? n_.sub(n_.scalar(1, in), in) : activate(0, withPeephole(gate(all, 2), 2, c));
    c = n_.add(n_.mul(keep, c), n_.mul(in, activate(1, gate(all, 3))));
    Value out = activate(0, withPeephole(gate(all, 1), 1, c));
    h = n_.mul(out, apply(n_, d_.activations[2], c));
  }

  // Gates z r h.
  void gru(Value x, Value& h) {
    Value both = n_.add(n_.slice(x, 1, 0, 2 * m_.hidden), linear(h, rows(d_.r, 0, 2), rows(d_.rBias, 0, 2)));
    Value z = activate(0, gate(both, 0)), r = activate(0, gate(both, 1));
    Value recurrent = m_.resetLater ? n_.mul(r, linear(h, rows(d_.r, 2, 1), rows(d_.rBias, 2, 1)))
                                    : linear(n_.mul(r, h), rows(d_.r, 2, 1), rows(d_.rBias, 2, 1));
    Value fresh = activate(1, n_.add(gate(x, 2), recurrent));
    h = n_.add(n_.mul(n_.sub(n_.scalar(1, z), z), fresh), n_.mul(z, h));
  }

  void rnn(Value x, Value& h) { h = activate(0, n_.add(x, linear(h, d_.r, d_.rBias))); }

  Node& n_;
  const Recurrent& m_;
  const Direction& d_;
  Value h_, c_;
};

template <Kind kind> void recurrent(Node& n) {
  Recurrent m;
  m.kind = kind;
  m.x = n.operand(0);
  m.clip = n.number("clip", 0);
  m.coupled = n.flag("input_forget", false);
  m.resetLater = n.flag("linear_before_reset", false);
  n.integer("output_sequence", 0); // opset 1 to 6; that an output is there says it too
  if (!readShapes(n, m) || !readActivations(n, m))
    return;
  llvm::SmallVector<Value> ys, hs, cs;
  for (int64_t i = 0; i < m.directions && !n.failed(); ++i) {
    Direction d = directionOf(n, m, i);
    bool plain = isPlain(m, d);
    if (!plain && (m.steps > kMaxSteps || m.steps == 0))
      return n.unsupported("this form over " + std::to_string(m.steps) + " steps: 1 to " +
                           std::to_string(kMaxSteps) + " can be unrolled");
    Output made = plain ? emitPlain(n, m, d) : Unrolled(n, m, d).run();
    ys.push_back(n.reshape(made.y, {m.steps, 1, m.batch, m.hidden}));
    hs.push_back(n.reshape(made.h, {1, m.batch, m.hidden}));
    if (kind == Kind::Lstm)
      cs.push_back(n.reshape(made.c, {1, m.batch, m.hidden}));
  }
  if (n.failed())
    return;
  auto state = [&](llvm::ArrayRef<Value> parts) {
    Value all = n.concat(parts, 0);
    return m.batchFirst ? n.transpose(all, {1, 0, 2}) : all;
  };
  Value y = n.concat(ys, 1);
  n.result(0, m.batchFirst ? n.transpose(y, {2, 0, 1, 3}) : y);
  n.result(1, state(hs));
  if (kind == Kind::Lstm)
    n.result(2, state(cs));
}

constexpr Operator kRows[] = {
    {"LSTM", 1, recurrent<Kind::Lstm>,
     "activation_alpha activation_beta activations clip direction hidden_size input_forget layout "
     "output_sequence"},
    {"GRU", 1, recurrent<Kind::Gru>,
     "activation_alpha activation_beta activations clip direction hidden_size layout linear_before_reset "
     "output_sequence"},
    {"RNN", 1, recurrent<Kind::Rnn>,
     "activation_alpha activation_beta activations clip direction hidden_size layout output_sequence"},
};

} // namespace

llvm::ArrayRef<Operator> recurrentOperators() {
  return kRows;
}

} // namespace aic::onnx

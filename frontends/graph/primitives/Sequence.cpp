// Attention and recurrent networks.
#include "frontends/graph/Primitives.h"

#include <cmath>

namespace aic::graph {
namespace {

/// Operands whose leading axes, all but the last two, broadcast get one shape there. Others are left alone:
/// the inference says what is wrong with them.
void expandLeading(PrimitiveCall& call, llvm::MutableArrayRef<mlir::Value> operands) {
  llvm::SmallVector<int64_t> common;
  for (mlir::Value x : operands) {
    if (shapeOf(x).size() < 2)
      return;
    std::optional<llvm::SmallVector<int64_t>> wider = broadcastShapes(common, shapeOf(x).drop_back(2));
    if (!wider)
      return;
    common = std::move(*wider);
  }
  for (mlir::Value& x : operands) {
    llvm::SmallVector<int64_t> shape(common);
    llvm::append_range(shape, shapeOf(x).take_back(2));
    if (x)
      x = call.expand(x, shape);
    if (!x)
      return;
  }
}

/// Attention where there are no keys: zeros, as sums of nothing are. The mask still has to fit the scores.
Value attentionToNothing(PrimitiveCall& call, mlir::Value q, mlir::Value k, mlir::Value v, mlir::Value mask) {
  llvm::SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(0, int64_t(shapeOf(k).size())));
  std::swap(order.end()[-1], order.end()[-2]);
  mlir::Value turned = call.emit<TransposeOp>(k, call.attribute("perm", order));
  mlir::Value scores = turned ? call.emit<MatmulOp>({q, turned}) : nullptr;
  if (!scores)
    return Value::poison();
  if (mask &&
      broadcastShapes(shapeOf(mask), shapeOf(scores)) != llvm::SmallVector<int64_t>(shapeOf(scores))) {
    call.error(3, "it does not broadcast to the scores' shape " + spellShape(shapeOf(scores)));
    return Value::poison();
  }
  return Value::ofTensor(call.emit<MatmulOp>({scores, v}));
}

Value attention(PrimitiveCall& call) {
  mlir::Value q = call.tensor(0), k = call.tensor(1), v = call.tensor(2), mask = call.optionalTensor(3);
  bool causal = call.boolean(4);
  double scale = call.isNone(5) ? 0 : call.number(5);
  if (call.failed())
    return Value::poison();
  mlir::Value length;
  if (!call.isNone(6) && shapeOf(q).size() >= 2 && shapeOf(k).size() >= 2) { // else the inference objects
    int64_t queries = shapeOf(q).end()[-2], keys = shapeOf(k).end()[-2];
    length = call.position(6, causal ? std::max<int64_t>(queries, 1) : 1, keys,
                           causal ? "there are " + std::to_string(queries) +
                                        " queries, the last of the keys, "
                                        "and k has " +
                                        std::to_string(keys)
                                  : "k has " + std::to_string(keys) + " keys");
    if (call.failed())
      return Value::poison();
  }
  if (call.isNone(5) && !shapeOf(q).empty())
    scale = 1 / std::sqrt(static_cast<double>(std::max<int64_t>(shapeOf(q).back(), 1)));
  llvm::SmallVector<mlir::Value> operands = {q, k, v};
  expandLeading(call, operands);
  if (call.failed())
    return Value::poison();
  auto keysOf = [](mlir::Value x) { return shapeOf(x).size() < 2 ? -1 : shapeOf(x).end()[-2]; };
  if (!length && keysOf(operands[1]) == 0 && keysOf(operands[2]) == 0)
    return attentionToNothing(call, operands[0], operands[1], operands[2], mask);
  auto results =
      call.emitSegments<AttentionOp>({operands[0], operands[1], operands[2], mask, length},
                                     {call.attribute("causal", causal), call.attribute("scale", scale)});
  return results.empty() ? Value::poison() : Value::ofTensor(results.front());
}

/// A stack of recurrent layers in one or both directions, PyTorch's arguments: x, hx, weights, hidden_size,
/// num_layers, bidirectional; and reverse, from the last step to the first, in place of both.
class Layers {
public:
  Layers(PrimitiveCall& call, size_t states, size_t reverseAt)
      : call(call), states(states), reverseAt(reverseAt) {}

  /// Emits Op for each layer and direction; results y, h and what other states there are.
  template <typename Op> Value build(llvm::ArrayRef<mlir::NamedAttribute> attributes);

private:
  bool read();
  bool readInitial();
  mlir::Value initial(size_t state, int64_t index);

  PrimitiveCall& call;
  size_t states;    // h, or h and c
  size_t reverseAt; // the argument
  mlir::Value x;
  llvm::SmallVector<mlir::Value> weights, initials;
  int64_t hidden = 0, layers = 0, directions = 1;
  bool hasBias = false, reverse = false;
};

bool Layers::readInitial() {
  if (call.isNone(1))
    return true;
  const char* wanted = states == 2 ? "[h0, c0]" : "[h0]";
  if (call.value(1).isTensor() && states == 1)
    initials.push_back(call.tensor(1));
  else if (call.value(1).kind == Value::Kind::List && call.value(1).list->size() == states &&
           llvm::none_of(*call.value(1).list, [](const Value& v) { return v.kind == Value::Kind::None; }))
    initials = call.tensors(1);
  else
    call.error(1, std::string("expected none or ") + wanted + ", found " + describe(call.value(1)));
  if (call.failed())
    return false;
  llvm::SmallVector<int64_t> shape = {layers * directions, shapeOf(x)[0], hidden};
  for (mlir::Value state : initials)
    if (shapeOf(state) != llvm::ArrayRef(shape)) {
      call.error(1, "the state is " + describe(Value::ofTensor(state)) + ", expected the shape " +
                        spellShape(shape) + ": layers * directions, batch, hidden size");
      return false;
    }
  return true;
}

bool Layers::read() {
  x = call.tensor(0);
  hidden = call.integer(3);
  layers = call.integer(4);
  directions = call.boolean(5) ? 2 : 1;
  reverse = call.boolean(reverseAt);
  if (!call.failed() && reverse && directions == 2)
    call.error(reverseAt, "both directions are there already: bidirectional=true");
  if (call.failed())
    return false;
  if (shapeOf(x).size() != 3) {
    call.error(0, "expected 3 axes (batch, time, features), found " + describe(Value::ofTensor(x)));
    return false;
  }
  if (hidden < 1 || layers < 1) {
    call.error(hidden < 1 ? 3 : 4,
               "expected at least 1, found " + std::to_string(hidden < 1 ? hidden : layers));
    return false;
  }
  weights = call.tensors(2);
  if (call.failed())
    return false;
  int64_t count = static_cast<int64_t>(weights.size());
  hasBias = count / 4 == layers * directions;
  if (count != layers * directions * (hasBias ? 4 : 2)) {
    call.error(2, "there are " + std::to_string(count) + " weights: " + std::to_string(layers) +
                      " layers in " + std::to_string(directions) +
                      (directions == 1 ? " direction" : " directions") +
                      " have weight_ih, weight_hh, bias_ih and bias_hh each, or the first two");
    return false;
  }
  for (size_t i = 1; i < weights.size(); i += hasBias ? 4 : 2)
    if (shapeOf(weights[i]).size() != 2 || shapeOf(weights[i])[1] != hidden) {
      call.error(2, "weight_hh is " + describe(Value::ofTensor(weights[i])) + ", the hidden size is " +
                        std::to_string(hidden));
      return false;
    }
  return readInitial();
}

/// One layer's part of an initial state, [N, H], or null.
mlir::Value Layers::initial(size_t state, int64_t index) {
  if (initials.empty())
    return nullptr;
  mlir::Value part = call.slice(initials[state], 0, index, 1);
  return part ? call.reshape(part, shapeOf(part).drop_front()) : nullptr;
}

template <typename Op> Value Layers::build(llvm::ArrayRef<mlir::NamedAttribute> attributes) {
  if (!read())
    return Value::poison();
  llvm::SmallVector<llvm::SmallVector<mlir::Value>> last(states);
  mlir::Value y = x;
  for (int64_t layer = 0; layer < layers; ++layer) {
    llvm::SmallVector<mlir::Value> outputs;
    for (int64_t direction = 0; direction < directions; ++direction) {
      int64_t index = layer * directions + direction;
      auto weight = [&](size_t i) { return weights[index * (hasBias ? 4 : 2) + i]; };
      llvm::SmallVector<mlir::Value> operands = {y, weight(0), weight(1), hasBias ? weight(2) : nullptr,
                                                 hasBias ? weight(3) : nullptr};
      for (size_t state = 0; state < states; ++state)
        operands.push_back(initial(state, index));
      llvm::SmallVector<mlir::NamedAttribute> all(attributes);
      all.push_back(call.attribute("reverse", reverse || direction == 1));
      auto results = call.failed() ? llvm::SmallVector<mlir::Value>() : call.emitSegments<Op>(operands, all);
      if (results.empty())
        return Value::poison();
      outputs.push_back(results[0]);
      for (size_t state = 0; state < states; ++state)
        last[state].push_back(call.reshape(results[1 + state], {1, shapeOf(x)[0], hidden}));
    }
    y = directions == 1 ? outputs[0] : call.emit<ConcatOp>(outputs, call.attribute("dim", int64_t(2)));
    if (!y || call.failed())
      return Value::poison();
  }
  std::vector<Value> results = {Value::ofTensor(y)};
  for (const llvm::SmallVector<mlir::Value>& parts : last)
    results.push_back(Value::ofTensor(
        parts.size() == 1 ? parts[0] : call.emit<ConcatOp>(parts, call.attribute("dim", int64_t(0)))));
  return call.failed() ? Value::poison() : Value::ofTuple(std::move(results));
}

Value lstm(PrimitiveCall& call) {
  return Layers(call, 2, 6).build<LstmOp>({});
}

Value gru(PrimitiveCall& call) {
  return Layers(call, 1, 6).build<GruOp>({});
}

Value rnn(PrimitiveCall& call) {
  std::string nonlinearity = call.string(6);
  if (!call.failed() && nonlinearity != "tanh" && nonlinearity != "relu")
    call.error(6, "expected \"tanh\" or \"relu\", found \"" + nonlinearity + "\"");
  if (call.failed())
    return Value::poison();
  return Layers(call, 1, 7).build<RnnOp>(call.attribute("relu", nonlinearity == "relu"));
}

constexpr Primitive kRows[] = {
    {"attention", "q, k, v, mask=none, causal=false, scale=none, length=none", attention},
    {"lstm", "x, hx, weights, hidden_size, num_layers=1, bidirectional=false, reverse=false", lstm},
    {"gru", "x, hx, weights, hidden_size, num_layers=1, bidirectional=false, reverse=false", gru},
    {"rnn",
     "x, hx, weights, hidden_size, num_layers=1, bidirectional=false, nonlinearity=\"tanh\", reverse=false",
     rnn},
};

} // namespace

llvm::ArrayRef<Primitive> sequencePrimitives() {
  return kRows;
}

} // namespace aic::graph

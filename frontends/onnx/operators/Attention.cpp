// Attention and rotary embeddings: ONNX's own since opset 23, and those of ONNX Runtime's optimiser and of
// its generators (com.microsoft). Tensors of heads are [N, H, S, D] here.
#include "frontends/onnx/Node.h"
#include "frontends/onnx/Tensors.h"

#include <cmath>
#include <limits>

namespace aic::onnx {
namespace {

using mlir::Value;

mlir::Type i64(Node& n) {
  return n.builder().getI64Type();
}

//===-- Heads ------------------------------------------------------------------------------------------===//

/// [N, S, H * D] as [N, H, S, D].
Value split(Node& n, Value x, int64_t heads, const char* what) {
  if (n.failed())
    return nullptr;
  if (rankOf(x) != 3 || heads < 1 || shapeOf(x)[2] % heads) {
    n.error(std::string(what) + ", " + describe(x.getType()) + ", does not consist of " +
            std::to_string(heads) + " heads");
    return nullptr;
  }
  llvm::ArrayRef<int64_t> shape = shapeOf(x);
  return n.transpose(n.reshape(x, {shape[0], shape[1], heads, shape[2] / heads}), {0, 2, 1, 3});
}

/// [N, H, S, D] as [N, S, H * D].
Value join(Node& n, Value x) {
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> shape = shapeOf(x);
  return n.reshape(n.transpose(x, {0, 2, 1, 3}), {shape[0], shape[2], shape[1] * shape[3]});
}

/// Behind what was there before, along the axis of the sequence; null `past`: nothing was.
Value behind(Node& n, Value past, Value x) {
  if (!past || n.failed())
    return x;
  auto rest = [](Value v) { return std::tuple(shapeOf(v)[0], shapeOf(v)[1], shapeOf(v)[3]); };
  if (rankOf(past) != 4 || rest(past) != rest(x)) {
    n.error("what is past, " + describe(past.getType()) + ", does not fit what is new, " +
            describe(x.getType()));
    return nullptr;
  }
  return shapeOf(past)[2] == 0 ? x : n.concat({past, x}, 2);
}

/// Integers from `first` on.
Value places(Node& n, int64_t first, int64_t count, llvm::ArrayRef<int64_t> shape) {
  Node::Ints all;
  for (int64_t i = 0; i < count; ++i)
    all.push_back(first + i);
  return n.constant(all, shape, i64(n));
}

//===-- Attention --------------------------------------------------------------------------------------===//

struct Scores {
  Value mask; ///< bool, true: seen; or a float that is added; broadcasts to [N, H, S, T]; may be null
  bool causal = false; ///< query i sees keys j <= i + offset
  int64_t offset = 0;
  Value length; ///< i64[]: how many keys there are, the last S of them the queries' own; may be null
  double scale = 1;
  double cap = 0; ///< cap * tanh(scores / cap), before the mask; 0: none
};

Value lowest(Node& n, Value like) {
  return n.scalar(-std::numeric_limits<double>::infinity(), like);
}

/// Both masks: bool, or floats that are added.
Value both(Node& n, Value a, Value b, Value like) {
  if (!a || !b || n.failed())
    return a ? a : b;
  auto isBool = [](Value v) { return elementOf(v).isInteger(1); };
  if (isBool(a) && isBool(b))
    return n.emit<LogicalAndOp>({a, b});
  if (isBool(a))
    return n.where(a, b, lowest(n, like));
  return isBool(b) ? n.where(b, a, lowest(n, like)) : n.add(a, b);
}

/// j <= i + offset, [S, T].
Value causalMask(Node& n, int64_t queries, int64_t keys, int64_t offset) {
  return n.compare(Predicate::LE, places(n, 0, keys, {1, keys}), places(n, offset, queries, {queries, 1}));
}

/// q: [N, H, S, D], k: [N, G, T, D], v: [N, G, T, E], H a multiple of G. `stages`: the scores after the
/// scale, the cap, the mask and the softmax are written there.
Value attend(Node& n, Value q, Value k, Value v, Scores scores,
             llvm::SmallVectorImpl<Value>* stages = nullptr) {
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> sq = shapeOf(q), sk = shapeOf(k), sv = shapeOf(v);
  if (rankOf(k) != 4 || rankOf(v) != 4 || sk[0] != sq[0] || sk[1] < 1 || sq[1] % sk[1] ||
      sk.drop_back() != sv.drop_back() || sk[3] != sq[3]) {
    n.error("its queries, keys and values do not fit: heads of " + describe(q.getType()) + ", " +
            describe(k.getType()) + " and " + describe(v.getType()));
    return nullptr;
  }
  int64_t batch = sq[0], heads = sq[1], queries = sq[2], groups = sk[1], each = heads / groups, keys = sk[2];
  bool apart = stages || scores.cap != 0;
  if (scores.causal && !scores.length && (apart || scores.offset != 0)) {
    if (scores.offset < keys - 1) // else all queries see all keys
      scores.mask = both(n, scores.mask, causalMask(n, queries, keys, scores.offset), q);
    scores.causal = false;
  }
  // Each group's keys serve `each` heads.
  auto grouped = [&](Value x) {
    return n.expand(n.reshape(x, {batch, groups, 1, keys, shapeOf(x)[3]}),
                    {batch, groups, each, keys, shapeOf(x)[3]});
  };
  if (each > 1) {
    q = n.reshape(q, {batch, groups, each, queries, sq[3]});
    k = grouped(k), v = grouped(v);
    if (scores.mask && !n.failed() && rankOf(scores.mask) == 4) {
      Node::Ints shape(shapeOf(scores.mask));
      bool one = shape[1] == 1;
      if (!one && shape[1] != heads) {
        n.error("a mask " + describe(scores.mask.getType()) + " does not fit " + std::to_string(heads) +
                " heads");
        return nullptr;
      }
      scores.mask = n.reshape(scores.mask, {shape[0], one ? 1 : groups, one ? 1 : each, shape[2], shape[3]});
    }
  }
  if (n.failed())
    return nullptr;
  Value y;
  if (!apart) {
    llvm::SmallVector<Value> made = n.emitSegments<AttentionOp>(
        {q, k, v, scores.mask, scores.length}, 3,
        {n.attribute("causal", scores.causal), n.attribute("scale", scores.scale)});
    y = made.empty() ? Value() : made.front();
  } else {
    if (scores.length) {
      n.unsupported(
          "a softcap, or the scores as a result, where the number of keys is known at run time only");
      return nullptr;
    }
    Node::Ints last;
    for (int64_t i = 0; i < rankOf(k); ++i)
      last.push_back(i);
    std::swap(last[last.size() - 1], last[last.size() - 2]);
    Value s = n.emit<MatmulOp>({q, n.transpose(k, last)});
    s = n.mul(s, n.scalar(scores.scale, s));
    llvm::SmallVector<Value> made{s};
    if (scores.cap != 0)
      s = n.mul(n.emit<TanhOp>(n.div(s, n.scalar(scores.cap, s))), n.scalar(scores.cap, s));
    made.push_back(s);
    if (scores.mask && elementOf(scores.mask).isInteger(1))
      s = n.where(scores.mask, s, lowest(n, s));
    else if (scores.mask)
      s = n.add(s, scores.mask);
    made.push_back(s);
    s = n.emit<SoftmaxOp>(s, n.attribute("dim", rankOf(q) - 1));
    made.push_back(s);
    if (stages)
      for (Value stage : made)
        stages->push_back(n.reshape(stage, {batch, heads, queries, keys}));
    y = n.emit<MatmulOp>({s, v});
  }
  return each > 1 ? n.reshape(y, {batch, heads, queries, sv[3]}) : y;
}

double scaleOf(Node& n, Value q) {
  double scale = n.number("scale", 0);
  return scale != 0 || n.failed() ? scale : 1 / std::sqrt(static_cast<double>(shapeOf(q)[rankOf(q) - 1]));
}

//===-- ONNX's Attention, since opset 23
//-----------------------------------------------------------------===//

/// A mask of at most T keys: those beyond it are not seen.
Value paddedMask(Node& n, Value mask, int64_t keys) {
  if (!mask || n.failed())
    return nullptr;
  int64_t rank = rankOf(mask), found = rank ? shapeOf(mask)[rank - 1] : 1;
  if (rank < 2 || rank > 4) {
    n.error("its mask has 2 to 4 axes; found " + describe(mask.getType()));
    return nullptr;
  }
  if (found >= keys || found == 1)
    return mask;
  Node::Ints low(rank, 0), high(rank, 0);
  high[rank - 1] = keys - found;
  return n.pad(mask, low, high, PadMode::Constant,
               elementOf(mask).isInteger(1) ? 0 : -std::numeric_limits<double>::infinity());
}

// (q, k, v, mask, past keys, past values, lengths of keys)
void attention(Node& n) {
  Value q = n.operand(0), k = n.operand(1), v = n.operand(2), mask = n.optional(3), pastK = n.optional(4),
        pastV = n.optional(5), lengths = n.opset() >= 24 ? n.optional(6) : Value();
  int64_t heads = n.integer("q_num_heads", 0), groups = n.integer("kv_num_heads", 0);
  int64_t mode = n.integer("qk_matmul_output_mode", 0);
  n.integer("softmax_precision", 1);
  Scores scores;
  scores.causal = n.flag("is_causal", false);
  scores.cap = n.number("softcap", 0);
  if (n.failed())
    return;
  bool flat = rankOf(q) == 3;
  if (flat) {
    q = split(n, q, heads, "its queries");
    k = split(n, k, groups, "its keys");
    v = split(n, v, groups, "its values");
  } else if (rankOf(q) != 4) {
    return n.error("its queries have 3 or 4 axes; found " + describe(q.getType()));
  }
  if (n.failed() || rankOf(k) != 4 || rankOf(v) != 4)
    return n.failed() ? void() : n.error("its keys and values have as many axes as its queries");
  scores.scale = scaleOf(n, q);
  int64_t before = pastK ? shapeOf(pastK).size() == 4 ? shapeOf(pastK)[2] : 0 : 0;
  k = behind(n, pastK, k);
  v = behind(n, pastV, v);
  if (n.failed())
    return;
  scores.offset = before;
  int64_t keys = shapeOf(k)[2];
  scores.mask = paddedMask(n, mask, keys);
  if (lengths) { // of each sequence: [N]
    Value seen = n.compare(Predicate::LT, places(n, 0, keys, {1, 1, 1, keys}),
                           n.reshape(n.cast(lengths, i64(n)), {elementsOf(shapeOf(lengths)), 1, 1, 1}));
    scores.mask = both(n, scores.mask, seen, q);
  }
  llvm::SmallVector<Value> stages;
  Value y = attend(n, q, k, v, scores, n.wants(3) ? &stages : nullptr);
  n.result(0, flat ? join(n, y) : y);
  n.result(1, k);
  n.result(2, v);
  if (stages.empty() || n.failed())
    return;
  if (mode < 0 || mode > 3)
    return n.error("qk_matmul_output_mode is 0 to 3");
  n.result(3, stages[mode]);
}

//===-- Rotary embeddings (Su et al., 2021)
//--------------------------------------------------------------===//

/// The first 2 * R elements of each head turned by the angles whose cosines and sines are [N or 1, 1, S, R]:
/// element i with i + R, or (interleaved) 2 * i with 2 * i + 1.
Value rotate(Node& n, Value x, Value cosines, Value sines, bool interleaved) {
  if (n.failed())
    return nullptr;
  int64_t half = shapeOf(cosines)[3], size = shapeOf(x)[3], turned = 2 * half;
  if (turned > size || shapeOf(sines) != shapeOf(cosines)) {
    n.error("heads of " + std::to_string(size) + " elements have angles for " + std::to_string(turned) +
            " of them, and as many sines as cosines; found " + describe(cosines.getType()) + " and " +
            describe(sines.getType()));
    return nullptr;
  }
  Value part = turned == size ? x : n.slice(x, 3, 0, turned), y;
  if (interleaved) {
    Node::Ints pairs(shapeOf(part));
    pairs[3] = half;
    pairs.push_back(2);
    Node::Ints one(pairs);
    one[4] = 1;
    Node::Ints flat(shapeOf(part).drop_back());
    flat.push_back(half);
    part = n.reshape(part, pairs);
    Value a = n.reshape(n.slice(part, 4, 0, 1), flat), b = n.reshape(n.slice(part, 4, 1, 1), flat);
    Value first = n.sub(n.mul(a, cosines), n.mul(b, sines)),
          second = n.add(n.mul(a, sines), n.mul(b, cosines));
    y = n.concat({n.reshape(first, one), n.reshape(second, one)}, 4);
    flat.back() = turned;
    y = n.reshape(y, flat);
  } else {
    Value a = n.slice(part, 3, 0, half), b = n.slice(part, 3, half, half);
    Value other = n.concat({n.emit<NegOp>(b), a}, 3);
    y = n.add(n.mul(part, n.concat({cosines, cosines}, 3)), n.mul(other, n.concat({sines, sines}, 3)));
  }
  return turned == size ? y : n.concat({y, n.slice(x, 3, turned, size - turned)}, 3);
}

/// Rows of a table of cosines or sines, [M, R], for positions [N, S]: [N, 1, S, R].
Value anglesAt(Node& n, Value table, Value positions, int64_t half) {
  if (n.failed())
    return nullptr;
  if (rankOf(table) != 2 || shapeOf(table)[1] < half) {
    n.error("its tables of cosines and sines have a row for each position, of " + std::to_string(half) +
            " elements; found " + describe(table.getType()));
    return nullptr;
  }
  if (shapeOf(table)[1] > half)
    table = n.slice(table, 1, 0, half);
  Value rows = n.emit<TakeOp>({table, positions}, n.attribute("dim", int64_t(0)));
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> shape = shapeOf(rows);
  return n.reshape(rows, {shape[0], 1, shape[1], shape[2]});
}

/// (x, cosines, sines) and positions, which may be null: x is [N, H, S, D], or [N, S, H * D] with num_heads.
void rotateInput(Node& n, Value x, Value cosines, Value sines, Value positions, bool first) {
  bool interleaved = n.flag("interleaved", false);
  int64_t heads = n.integer("num_heads", 0), turned = n.integer("rotary_embedding_dim", 0);
  if (n.failed())
    return;
  bool flat = rankOf(x) == 3;
  if (flat && heads == 0 && !turned &&
      rankOf(cosines) == 2) // com.microsoft's: the tables say how wide a head is
    heads = shapeOf(cosines)[1] ? shapeOf(x)[2] / (2 * shapeOf(cosines)[1]) : 0;
  Value y = flat ? split(n, x, heads, "its input") : x;
  if (n.failed())
    return;
  if (rankOf(y) != 4)
    return n.error("its input has 3 or 4 axes; found " + describe(x.getType()));
  int64_t batch = shapeOf(y)[0], length = shapeOf(y)[2], half = (turned ? turned : shapeOf(y)[3]) / 2;
  if (positions) {
    positions = n.cast(positions, i64(n));
    if (first && elementsOf(shapeOf(positions)) == 1 && length * batch != 1) // where the sequence begins
      positions = n.add(n.reshape(positions, {1, 1}), places(n, 0, length, {1, length}));
    else if (first && rankOf(positions) == 1)
      positions = n.reshape(positions, {elementsOf(shapeOf(positions)), 1});
    if (n.failed())
      return;
    if (rankOf(positions) != 2)
      return n.error("its positions are [batch, sequence]; found " + describe(positions.getType()));
    cosines = anglesAt(n, cosines, positions, half);
    sines = anglesAt(n, sines, positions, half);
  } else {
    for (Value* table : {&cosines, &sines}) {
      if (rankOf(*table) != 3)
        return n.error("without positions its cosines and sines are [batch, sequence, angles]; found " +
                       describe(table->getType()));
      llvm::ArrayRef<int64_t> shape = shapeOf(*table);
      *table = n.reshape(*table, {shape[0], 1, shape[1], shape[2]});
    }
  }
  y = rotate(n, y, cosines, sines, interleaved);
  n.result(flat ? join(n, y) : y);
}

void rotaryEmbedding(Node& n) {
  Value x = n.operand(0), cosines = n.operand(1), sines = n.operand(2);
  rotateInput(n, x, cosines, sines, n.optional(3), false);
}

void rotaryEmbeddingOrt(Node& n) {
  Value x = n.operand(0), positions = n.operand(1), cosines = n.operand(2), sines = n.operand(3);
  if (n.flag("is_packed_batching", false))
    return n.unsupported("is_packed_batching");
  if (n.number("scale", 1) != 1)
    return n.unsupported("a scale");
  rotateInput(n, x, cosines, sines, positions, true);
}

//===-- ONNX Runtime's Attention and MultiHeadAttention
//----------------------------------------------------===//

/// What ONNX Runtime's masks of 0 and 1 become: 0, or the filter value that is added. [N] are lengths; [N,
/// T], [N, S, T] and [N, 1, S, T] say what is seen; T of [N, 1, M, M] begins with the keys, S with the
/// queries.
Value keyMask(Node& n, Value mask, Value like, int64_t queries, int64_t keys) {
  double filter = n.number("mask_filter_value", -10000);
  if (!mask || n.failed())
    return nullptr;
  Node::Ints shape(shapeOf(mask));
  int64_t batch = shapeOf(like)[0];
  Value seen;
  if (shape.size() == 1 && (shape[0] == batch || shape[0] == 2 * batch)) {
    auto compared = [&](Predicate predicate, int64_t from) {
      Value bound = n.reshape(n.cast(n.slice(mask, 0, from, batch), i64(n)), {batch, 1, 1, 1});
      return n.compare(predicate, places(n, 0, keys, {1, 1, 1, keys}), bound);
    };
    seen = compared(Predicate::LT, 0); // ends, then beginnings
    if (shape[0] == 2 * batch)
      seen = n.emit<LogicalAndOp>({seen, compared(Predicate::GE, batch)});
  } else {
    if (shape.size() == 2)
      shape = {shape[0], 1, 1, shape[1]};
    else if (shape.size() == 3)
      shape = {shape[0], 1, shape[1], shape[2]};
    if (shape.size() != 4 || shape[3] < keys || (shape[2] != 1 && shape[2] < queries)) {
      n.unsupported("a mask " + describe(mask.getType()) + " for " + std::to_string(queries) +
                    " queries and " + std::to_string(keys) + " keys");
      return nullptr;
    }
    mask = n.reshape(mask, shape);
    if (shape[3] > keys)
      mask = n.slice(mask, 3, 0, keys);
    if (shape[2] > queries && shape[2] != 1) // the last ones of the keys' places
      mask = n.slice(mask, 2, keys - queries, queries);
    seen = elementOf(mask).isInteger(1) ? mask : n.compare(Predicate::GT, mask, n.scalar(0, mask));
  }
  return n.where(seen, n.scalar(0, like), n.scalar(filter, like));
}

/// Adds `bias` [N or 1, H or 1, S, T] to a mask of floats, which may be null.
Value withBias(Node& n, Value mask, Value bias) {
  return !bias ? mask : mask ? n.add(mask, bias) : bias;
}

// (input, weights, bias, mask, past, attention bias): the projections of queries, keys and values are one
// product.
void attentionOrt(Node& n) {
  Value x = n.operand(0), weights = n.operand(1), bias = n.optional(2), mask = n.optional(3),
        past = n.optional(4), scoresBias = n.optional(5);
  int64_t heads = n.integer("num_heads", 0);
  Node::Ints widths = n.ints("qkv_hidden_sizes");
  Scores scores;
  scores.causal = n.flag("unidirectional", false);
  if (n.flag("do_rotary", false) || n.flag("past_present_share_buffer", false))
    return n.unsupported("do_rotary and past_present_share_buffer");
  n.integer("rotary_embedding_dim", 0);
  if (n.failed())
    return;
  if (rankOf(x) != 3 || rankOf(weights) != 2)
    return n.error("its input is [batch, sequence, width] and its weights are a matrix; found " +
                   describe(x.getType()) + " and " + describe(weights.getType()));
  if (widths.empty())
    widths.assign(3, shapeOf(weights)[1] / 3);
  if (widths.size() != 3 || llvm::any_of(widths, [](int64_t w) { return w < 1; }) ||
      widths[0] + widths[1] + widths[2] != shapeOf(weights)[1])
    return n.error("qkv_hidden_sizes are those of queries, keys and values, together the columns of " +
                   describe(weights.getType()));
  Value all = n.emit<MatmulOp>({x, weights});
  if (bias)
    all = n.add(all, bias);
  Value q = split(n, n.slice(all, 2, 0, widths[0]), heads, "its queries");
  Value k = split(n, n.slice(all, 2, widths[0], widths[1]), heads, "its keys");
  Value v = split(n, n.slice(all, 2, widths[0] + widths[1], widths[2]), heads, "its values");
  if (n.failed())
    return;
  scores.scale = scaleOf(n, q);
  if (past) { // [2, N, H, P, D]
    if (rankOf(past) != 5 || shapeOf(past)[0] != 2)
      return n.error("what is past is [2, batch, heads, sequence, width]; found " + describe(past.getType()));
    Node::Ints shape(shapeOf(past).drop_front());
    scores.offset = shape[2];
    k = behind(n, n.reshape(n.slice(past, 0, 0, 1), shape), k);
    v = behind(n, n.reshape(n.slice(past, 0, 1, 1), shape), v);
  }
  if (n.failed())
    return;
  scores.mask = withBias(n, keyMask(n, mask, q, shapeOf(q)[2], shapeOf(k)[2]), scoresBias);
  n.result(0, join(n, attend(n, q, k, v, scores)));
  if (!n.wants(1) || n.failed())
    return;
  Node::Ints one(shapeOf(k));
  one.insert(one.begin(), 1);
  if (shapeOf(v) != shapeOf(k))
    return n.unsupported("keys and values of two widths, both as a result");
  n.result(1, n.concat({n.reshape(k, one), n.reshape(v, one)}, 0));
}

// (query, key, value, bias, key padding mask, attention bias, past keys, past values)
void multiHeadAttention(Node& n) {
  Value q = n.operand(0), k = n.optional(1), v = n.optional(2), bias = n.optional(3), mask = n.optional(4),
        scoresBias = n.optional(5), pastK = n.optional(6), pastV = n.optional(7);
  int64_t heads = n.integer("num_heads", 0);
  Scores scores;
  scores.causal = n.flag("unidirectional", false);
  if (n.failed())
    return;
  if (!k && rankOf(q) == 5) { // [N, S, H, 3, D]
    Node::Ints shape(shapeOf(q));
    if (shape[3] != 3)
      return n.error("queries, keys and values in one are [batch, sequence, heads, 3, width]; found " +
                     describe(q.getType()));
    Value all = q;
    auto part = [&](int64_t i) {
      return n.reshape(n.slice(all, 3, i, 1), {shape[0], shape[1], shape[2] * shape[4]});
    };
    q = part(0), k = part(1), v = part(2);
  } else if (k && !v && rankOf(k) == 5) { // [N, T, H, 2, D]
    Node::Ints shape(shapeOf(k));
    if (shape[3] != 2)
      return n.error("keys and values in one are [batch, sequence, heads, 2, width]; found " +
                     describe(k.getType()));
    Value all = k;
    auto part = [&](int64_t i) {
      return n.reshape(n.slice(all, 3, i, 1), {shape[0], shape[1], shape[2] * shape[4]});
    };
    k = part(0), v = part(1);
  } else if (!k || !v) {
    return n.error("it has keys and values, or one of the packed forms");
  }
  if (n.failed() || rankOf(q) != 3)
    return n.failed() ? void()
                      : n.error("its queries are [batch, sequence, width]; found " + describe(q.getType()));
  bool ready = rankOf(k) == 4; // [N, H, T, D], of a decoder's cross attention
  if (bias) {
    int64_t width = shapeOf(q)[2];
    if (rankOf(bias) != 1 || shapeOf(bias)[0] < 2 * width)
      return n.error("its bias, " + describe(bias.getType()) + ", is that of queries, keys and values");
    q = n.add(q, n.slice(bias, 0, 0, width));
    if (!ready) {
      k = n.add(k, n.slice(bias, 0, width, width));
      v = n.add(v, n.slice(bias, 0, 2 * width, shapeOf(bias)[0] - 2 * width));
    }
  }
  q = split(n, q, heads, "its queries");
  if (!ready) {
    k = split(n, k, heads, "its keys");
    v = split(n, v, heads, "its values");
  }
  if (n.failed() || rankOf(v) != 4)
    return n.failed() ? void() : n.error("its values have as many axes as its keys");
  scores.scale = scaleOf(n, q);
  scores.offset = pastK && rankOf(pastK) == 4 ? shapeOf(pastK)[2] : 0;
  k = behind(n, pastK, k);
  v = behind(n, pastV, v);
  if (n.failed())
    return;
  scores.mask = withBias(n, keyMask(n, mask, q, shapeOf(q)[2], shapeOf(k)[2]), scoresBias);
  n.result(0, join(n, attend(n, q, k, v, scores)));
  n.result(1, k);
  n.result(2, v);
}

//===-- GroupQueryAttention -----------------------------------------------------------------------------===//

/// A cache of keys or values of one sequence with the new ones in it: [1, G, P, D].
Value updated(Node& n, Value cache, Value x, Value start) {
  return n.emit<UpdateSliceOp>({x, cache, start}, n.attribute("dim", int64_t(2)));
}

/// The keys that a query sees of a window of so many: its own place and those before it.
Value windowMask(Node& n, Value start, int64_t queries, int64_t keys, int64_t window) {
  Value place = n.add(places(n, 1 - window, queries, {queries, 1}), start); // the first that is seen
  return n.compare(Predicate::GE, places(n, 0, keys, {1, keys}), place);
}

/// What the operator is given, and what follows of it. Queries, keys and values: [N, H or G, S, D]; what is
/// past: [N, G, P, D] or null. `total` elements, the last `fresh` of them new.
struct GroupQuery {
  Node& n;
  Value q, k, v, pastK, pastV, scoresBias;
  Value start; // where each sequence's new elements begin: [N]
  int64_t total, window;
  Scores scores;
  int64_t fresh = 0, room = 0, keys = 0;
  bool begins = false; // there are none before, whatever the lengths say

  /// Queries, keys and values by heads.
  void takeApart(int64_t heads, int64_t groups) {
    if (heads < 1 || groups < 1 || rankOf(q) != 3)
      return n.error("it has heads and groups, and queries [batch, sequence, width]; found " +
                     std::to_string(heads) + ", " + std::to_string(groups) + " and " + describe(q.getType()));
    if (!k || !v) { // all in one
      if (k || v || shapeOf(q)[2] % (heads + 2 * groups))
        return n.error("without keys and values its queries hold these too; found " + describe(q.getType()));
      int64_t size = shapeOf(q)[2] / (heads + 2 * groups);
      Value all = q;
      q = n.slice(all, 2, 0, heads * size);
      k = n.slice(all, 2, heads * size, groups * size);
      v = n.slice(all, 2, (heads + groups) * size, groups * size);
    }
    q = split(n, q, heads, "its queries");
    k = split(n, k, groups, "its keys");
    v = split(n, v, groups, "its values");
  }

  /// Where the new elements stand.
  void place(Value lengths) {
    scores.scale = scaleOf(n, q);
    int64_t batch = shapeOf(q)[0];
    fresh = shapeOf(q)[2];
    if (elementsOf(shapeOf(lengths)) != batch)
      return n.error("it has a length for each of " + std::to_string(batch) + " sequences; found " +
                     describe(lengths.getType()));
    begins = fresh == total;
    room = pastK && rankOf(pastK) == 4 ? shapeOf(pastK)[2] : 0;
    keys = std::max(room, total);
    if (total < fresh)
      return n.error("its total length is " + std::to_string(total) + ", with " + std::to_string(fresh) +
                     " new elements");
    if (!begins && (!pastK || !pastV))
      return n.error("its total length is " + std::to_string(total) + ", with " + std::to_string(fresh) +
                     " new elements and none past");
    start = begins ? n.filled(0, {batch}, i64(n))
                   : n.add(n.reshape(n.cast(lengths, i64(n)), {batch}), n.whole(1 - fresh, i64(n)));
  }

  /// Rotary embeddings.
  void turn(Value cosines, Value sines, Value positions, bool interleaved) {
    if (!cosines || !sines)
      return n.error("with do_rotary it has tables of cosines and sines");
    int64_t batch = shapeOf(q)[0];
    Value at = positions ? n.reshape(n.cast(positions, i64(n)), {batch, fresh})
                         : n.add(n.reshape(start, {batch, 1}), places(n, 0, fresh, {1, fresh}));
    int64_t half = n.failed() || rankOf(cosines) != 2 ? 0 : shapeOf(cosines)[1];
    Value c = anglesAt(n, cosines, at, half), s = anglesAt(n, sines, at, half);
    q = rotate(n, q, c, s, interleaved);
    k = rotate(n, k, c, s, interleaved);
  }

  /// Keys or values of one sequence behind those that were before.
  Value cached(Value old, Value x, Value at) {
    if (begins && room <= fresh)
      return x; // nothing was before
    if (shapeOf(q)[0] == 1 && room + fresh == total)
      return behind(n, old, x); // a cache that grows
    Node::Ints low(4, 0), high{0, 0, keys - room, 0};
    return updated(n, keys > room ? n.pad(old, low, high, PadMode::Constant, 0) : old, x, at);
  }

  /// What the queries of sequence b, whose first stands at `at`, see of `seen` keys.
  Scores scoresOf(int64_t b, Value at, int64_t seen) {
    Scores mine = scores;
    mlir::ElementsAttr known = n.tryKnown(at);
    auto offset = known ? integersOf(known, 1) : std::nullopt;
    if (offset) {
      mine.offset = offset->front();
    } else if (mine.cap == 0) {
      mine.length = n.add(at, n.whole(fresh, i64(n)));
    } else { // the scores are computed apart: a mask
      mine.causal = false;
      mine.mask =
          n.compare(Predicate::LE, places(n, 0, seen, {1, seen}), n.add(places(n, 0, fresh, {fresh, 1}), at));
    }
    if (window >= 0)
      mine.mask = both(n, mine.mask, windowMask(n, at, fresh, seen, window), q);
    if (scoresBias) {
      Value bias = !n.failed() && shapeOf(scoresBias)[0] > 1 ? n.slice(scoresBias, 0, b, 1) : scoresBias;
      if (!n.failed() && shapeOf(bias).back() > seen)
        bias = n.slice(bias, rankOf(bias) - 1, 0, seen);
      mine.mask = both(n, mine.mask, bias, q);
    }
    return mine;
  }

  /// One sequence after another: the values that are attended to, and the caches.
  void attendEach() {
    const int64_t batch = shapeOf(q)[0];
    llvm::SmallVector<Value> parts, allK, allV;
    for (int64_t b = 0; b < batch && !n.failed(); ++b) {
      auto one = [&](Value x) { return x && batch > 1 ? n.slice(x, 0, b, 1) : x; };
      Value at = n.reshape(n.slice(start, 0, b, 1), {}), newK = one(k), newV = one(v), oldK = one(pastK),
            oldV = one(pastV);
      allK.push_back(cached(oldK, newK, at));
      allV.push_back(cached(oldV, newV, at));
      Scores mine = scoresOf(b, at, begins ? fresh : keys);
      parts.push_back(attend(n, one(q), begins ? newK : allK.back(), begins ? newV : allV.back(), mine));
    }
    if (n.failed())
      return;
    auto all = [&](llvm::ArrayRef<Value> values) {
      return values.size() == 1 ? values[0] : n.concat(values, 0);
    };
    n.result(0, join(n, all(parts)));
    n.result(1, all(allK));
    n.result(2, all(allV));
  }
};

// (query, key, value, past keys, past values, lengths - 1, total length, cosines, sines, positions, attention
// bias) Sequence b has lengths[b] + 1 elements, the last S of them new. Its past elements are the first of a
// cache of P, and the new ones come behind these; the caches that result are of max(P, total) elements. As a
// run starts (S = total), there are none before, whatever the lengths say: what is behind them is padding.
void groupQueryAttention(Node& n) {
  Value q = n.operand(0), k = n.optional(1), v = n.optional(2), pastK = n.optional(3), pastV = n.optional(4),
        lengths = n.operand(5), cosines = n.optional(7), sines = n.optional(8), positions = n.optional(9),
        scoresBias = n.optional(10);
  int64_t heads = n.integer("num_heads", 0), groups = n.integer("kv_num_heads", 0);
  bool turned = n.flag("do_rotary", false), interleaved = n.flag("rotary_interleaved", false);
  int64_t window = n.integer("local_window_size", -1);
  Scores scores;
  scores.cap = n.number("softcap", 0);
  scores.causal = true;
  if (n.integer("smooth_softmax", 0) == 1)
    return n.unsupported("smooth_softmax");
  if (n.integer("qk_output", 0) != 0)
    return n.unsupported("qk_output");
  GroupQuery g{n, q, k, v, pastK, pastV, scoresBias, {}, n.integer(6), window, scores};
  if (!n.failed())
    g.takeApart(heads, groups);
  if (!n.failed())
    g.place(lengths);
  if (!n.failed() && turned)
    g.turn(cosines, sines, positions, interleaved);
  if (!n.failed())
    g.attendEach();
}

constexpr Operator kRows[] = {
    {"Attention", 23, attention,
     "is_causal kv_num_heads q_num_heads qk_matmul_output_mode scale softcap softmax_precision"},
    {"RotaryEmbedding", 23, rotaryEmbedding, "interleaved num_heads rotary_embedding_dim"},
    {"com.microsoft:RotaryEmbedding", 1, rotaryEmbeddingOrt,
     "interleaved is_packed_batching num_heads rotary_embedding_dim scale", "packed batches"},
    {"com.microsoft:Attention", 1, attentionOrt,
     "do_rotary mask_filter_value num_heads past_present_share_buffer qkv_hidden_sizes rotary_embedding_dim "
     "scale "
     "unidirectional",
     "rotary embeddings inside, caches that share a buffer"},
    {"com.microsoft:MultiHeadAttention", 1, multiHeadAttention,
     "mask_filter_value num_heads scale unidirectional", "caches that share a buffer, beams"},
    {"com.microsoft:GroupQueryAttention", 1, groupQueryAttention,
     "do_rotary kv_num_heads local_window_size num_heads qk_output rotary_interleaved scale smooth_softmax "
     "softcap",
     "quantised caches, smooth softmax; a total length that only the run knows"},
};

} // namespace

llvm::ArrayRef<Operator> attentionOperators() {
  return kRows;
}

} // namespace aic::onnx

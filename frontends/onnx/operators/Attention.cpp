// Attention and rotary embeddings: ONNX's own since opset 23, and those of ONNX Runtime's optimiser and of
// its generators (com.microsoft).
#include "frontends/onnx/operators/Bytes.h"
#include "frontends/onnx/operators/Heads.h"

#include <limits>

namespace aic::onnx {
namespace {

using mlir::Value;

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

/// Attention of com.microsoft's, where `project` makes one product of the input's queries, keys and values.
void attentionOfProjections(Node& n, Value x, Value weights, Value mask, Value past, Value scoresBias,
                            llvm::function_ref<Value()> project) {
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
  Value all = project();
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

// (input, weights, bias, mask, past, attention bias): the projections of queries, keys and values are one
// product.
void attentionOrt(Node& n) {
  Value x = n.operand(0), weights = n.operand(1), bias = n.optional(2), mask = n.optional(3),
        past = n.optional(4), scoresBias = n.optional(5);
  attentionOfProjections(n, x, weights, mask, past, scoresBias, [&] {
    Value all = n.emit<MatmulOp>({x, weights});
    return bias ? n.add(all, bias) : all;
  });
}

// (input, weights, bias, input's scale, weights' scale, mask, input's zero point, weights' zero point, past)
void qAttention(Node& n) {
  Value x = n.operand(0), weights = n.operand(1), bias = n.operand(2), scale = n.operand(3),
        weightScale = n.operand(4), mask = n.optional(5), zero = n.optional(6), weightZero = n.optional(7),
        past = n.optional(8);
  attentionOfProjections(n, x, weights, mask, past, nullptr, [&]() -> Value {
    Value sums = productOfBytes(n, {x, zero}, {weights, weightZero});
    Value factor = n.mul(along(n, scale, 1, 3), along(n, weightScale, 2, 3));
    return n.add(n.mul(n.cast(sums, n.builder().getF32Type()), factor), bias);
  });
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
    {"com.microsoft:QAttention", 1, qAttention,
     "do_rotary mask_filter_value num_heads past_present_share_buffer scale unidirectional",
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

// GroupQueryAttention of com.microsoft, with its caches of keys and values.
#include "frontends/onnx/Tensors.h"
#include "frontends/onnx/operators/Heads.h"

namespace aic::onnx {
namespace {

using mlir::Value;

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
} // namespace

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

} // namespace aic::onnx

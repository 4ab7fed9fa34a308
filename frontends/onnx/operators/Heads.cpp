#include "frontends/onnx/operators/Heads.h"

#include <cmath>
#include <limits>

namespace aic::onnx {

using mlir::Value;

mlir::Type i64(Node& n) {
  return n.builder().getI64Type();
}

//===-- Heads ------------------------------------------------------------------------------------------===//

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

Value join(Node& n, Value x) {
  if (n.failed())
    return nullptr;
  llvm::ArrayRef<int64_t> shape = shapeOf(x);
  return n.reshape(n.transpose(x, {0, 2, 1, 3}), {shape[0], shape[2], shape[1] * shape[3]});
}

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

Value places(Node& n, int64_t first, int64_t count, llvm::ArrayRef<int64_t> shape) {
  Node::Ints all;
  for (int64_t i = 0; i < count; ++i)
    all.push_back(first + i);
  return n.constant(all, shape, i64(n));
}

//===-- Attention --------------------------------------------------------------------------------------===//

static Value lowest(Node& n, Value like) {
  return n.scalar(-std::numeric_limits<double>::infinity(), like);
}

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
static Value causalMask(Node& n, int64_t queries, int64_t keys, int64_t offset) {
  return n.compare(Predicate::LE, places(n, 0, keys, {1, keys}), places(n, offset, queries, {queries, 1}));
}

Value attend(Node& n, Value q, Value k, Value v, Scores scores, llvm::SmallVectorImpl<Value>* stages) {
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

//===-- Rotary embeddings (Su et al., 2021)
//--------------------------------------------------------------===//

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

} // namespace aic::onnx

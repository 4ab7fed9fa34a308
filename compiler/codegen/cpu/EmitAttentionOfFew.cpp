// Attention of few queries, as a step of a language model has it: its time is that of reading k and v.
// Vectors along the width and along the keys, none of whose lanes is idle:
//   scores[query][key] = q[query][d] * k[key][d]        a vector of keys at a time: a sum of vectors along d
//   for
//                                                       each, whose lanes are then added for all at once
//   out[query][c] = scores[query][key] * v[key][c]      scores broadcast, v's rows as they lie
// Where the scores of all keys are too many, blocks of keys follow one another as in EmitAttention.cpp.
#include "compiler/codegen/cpu/AttentionParts.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Vectors along d, at most, for which no loop is made.
constexpr int64_t kUnrolled = 8;
// Sums of products with v that hide an FMA's latency of 4 at two a cycle.
constexpr int64_t kSums = 8;

class FewQueriesEmitter : AttentionParts {
  const int64_t queries, widthRow, scoreRow, columns; // rows of the scratches, in whole vectors
  const bool oneBlock;
  int64_t valueVectors = 1, keySets = 1, partialRow = 0;
  // Scratch, [queries] x: q scaled, the block's scores, sums of v of the blocks before it; and a number each.
  Value scaled, scores, partial, maxima, sums, corrections;

  struct Unit {
    Value matrix, firstColumn;
    Value q, k, v, mask, result; // offsets of the matrices
    Value kScale, vScale;        // the same, where keys and values have factors
    Value own;                   // causal: query i sees the keys up to own + i
  };

  void forEachQuery(function_ref<void(Value)> body) { e.loop(e.cst(0), e.cst(queries), 1, body); }
  Value one(Value vector) { return vector::ExtractOp::create(e.b, e.loc, vector, 0); }
  Value everywhere(Value scratch, Value query) { return e.splat(e.load(scratch, query, f32, 0), lanes); }

  void scaleQueries(const Unit& u) {
    Value factor = number(a.scale * kPerLog2);
    forEachQuery([&](Value query) {
      Value from = e.add(u.q, e.mul(query, a.q.row)), to = e.mul(query, widthRow);
      if (a.q.column == 1)
        return e.forEachVector(a.width, lanes, [&](Value d, int64_t, Value there) {
          e.store(mul(e.load(q, e.add(from, d), f32, lanes, there), factor), scaled, e.add(to, d));
        });
      e.store(number(0.0), scaled, e.add(to, widthRow - lanes)); // what lies behind the width
      e.loop(e.cst(0), e.cst(a.width), 1, [&](Value d) {
        Value element = e.load(q, e.add(from, e.mul(d, a.q.column)), f32, 0);
        e.store(mul(element, one(factor)), scaled, e.add(to, d));
      });
    });
  }

  //===-- Scores ---------------------------------------------------------------------------------------===//

  // A vector of keys from `key` on, all there or (rest not null) the first `rest` of them.
  struct Keys {
    Value key, rest, there; // there: mask of the lanes, with rest
  };
  Value place(const Keys& keys, int64_t lane) { // of the key, or of the last that is there
    return keys.rest ? e.min(e.cst(lane), e.add(keys.rest, -1)) : e.cst(lane);
  }

  // What mask and causality make of scores of a query.
  Value seen(const Unit& u, Value score, const Keys& keys, Value query) {
    if (kScale)
      score = mul(score, factors(kScale, u.kScale, keys.key, lanes, keys.there));
    if (mask) {
      Value at = e.add(e.add(u.mask, e.mul(query, a.mask.row)), e.mul(keys.key, a.mask.column));
      Type element = typeOf(a.mask.argument).getElementType();
      if (a.mask.column == 0) {
        score = add(score, e.splat(maskElement(at), lanes));
      } else if (a.mask.column == 1) {
        score = add(score, added(e.load(mask, at, element, lanes, keys.there), lanes));
      } else {
        Values elements;
        for (int64_t lane = 0; lane < lanes; ++lane)
          elements.push_back(maskElement(e.add(at, e.mul(place(keys, lane), a.mask.column))));
        score =
            add(score, vector::FromElementsOp::create(e.b, e.loc, VectorType::get({lanes}, f32), elements));
      }
    }
    if (a.causal && queries > 1) { // one query sees all keys that there are for it
      Value numbers = arith::AddIOp::create(e.b, e.loc, counting(0), e.splat(toI32(keys.key), lanes));
      Value last = e.splat(toI32(e.add(u.own, query)), lanes);
      Value sees = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::sle, numbers, last);
      score = select(sees, score, minusInfinity());
    }
    if (spans && queries > 1) { // one query sees all keys that are read for it
      using P = arith::CmpIPredicate;
      Value numbers = arith::AddIOp::create(e.b, e.loc, counting(0), e.splat(toI32(keys.key), lanes));
      auto is = [&](P predicate, int64_t which) -> Value {
        Value bound = e.splat(boundOf(query, which), lanes);
        return arith::CmpIOp::create(e.b, e.loc, predicate, numbers, bound);
      };
      score = select(e.both(is(P::sge, 0), is(P::slt, 1)), score, minusInfinity());
    }
    return keys.there ? select(keys.there, score, minusInfinity()) : score;
  }

  // The products of a query with a vector of keys.
  Value products(Value query, const Values& rows) {
    Value from = e.mul(query, widthRow);
    auto step = [&](Value d, Value there, ValueRange before) {
      Value own = e.load(scaled, e.add(from, d), f32, lanes);
      Values next;
      for (auto [row, sum] : llvm::zip(rows, before))
        next.push_back(e.multiplyAdd(floats(e.load(k, e.add(row, d), f32, lanes, there)), own, sum));
      return next;
    };
    Values sums(static_cast<size_t>(lanes), number(0.0));
    int64_t whole = a.width / lanes * lanes;
    if (whole <= kUnrolled * lanes)
      for (int64_t d = 0; d < whole; d += lanes)
        sums = step(e.cst(d), {}, sums);
    else
      sums = e.loop(e.cst(0), e.cst(whole), lanes, sums,
                    [&](Value d, ValueRange carried) { return step(d, {}, carried); });
    if (whole < a.width)
      sums = step(e.cst(whole), e.maskFirst(e.cst(a.width - whole), lanes), sums);
    return sumsOfLanes(e, sums);
  }

  void computeScores(const Unit& u, Value firstOfBlock, Value count) {
    auto group = [&](Value first, Value rest) {
      Keys keys{e.add(firstOfBlock, first), rest, rest ? e.maskFirst(rest, lanes) : Value()};
      Value base = e.add(u.k, e.mul(keys.key, a.k.row));
      Values rows;
      for (int64_t lane = 0; lane < lanes; ++lane)
        rows.push_back(e.add(base, e.mul(place(keys, lane), a.k.row)));
      forEachQuery([&](Value query) {
        Value score = seen(u, products(query, rows), keys, query);
        e.store(score, scores, e.add(e.mul(query, scoreRow), first));
      });
    };
    Value whole = e.mul(e.div(count, lanes), lanes);
    e.loop(e.cst(0), whole, lanes, [&](Value first) { group(first, {}); });
    e.ifThenElse(e.less(whole, count), [&] { group(whole, e.sub(count, whole)); });
  }

  // scores <- exp(scores - maximum), times v's factors; sums and, with several blocks, maxima and corrections
  // of what was summed before.
  void exponentials(const Unit& u, Value firstOfBlock, Value count) {
    forEachQuery([&](Value query) {
      Value row = e.mul(query, scoreRow);
      Value most = e.loop(e.cst(0), count, lanes, {minusInfinity()}, [&](Value key, ValueRange carried) {
        return Values{larger(e.load(scores, e.add(row, key), f32, lanes), carried[0])};
      })[0];
      most = e.splat(vector::ReductionOp::create(e.b, e.loc, vector::CombiningKind::MAXNUMF, most,
                                                 arith::FastMathFlags::nnan | arith::FastMathFlags::nsz),
                     lanes);
      if (!oneBlock)
        most = larger(everywhere(maxima, query), most);
      // Nothing seen so far: any finite number serves.
      Value none = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OEQ, most, minusInfinity());
      Value shift = select(none, number(0.0), most);
      Value sum = e.loop(e.cst(0), count, lanes, {number(0.0)}, [&](Value key, ValueRange carried) {
        Value at = e.add(row, key), p = exponential(sub(e.load(scores, at, f32, lanes), shift));
        Value factor = vScale ? factors(vScale, u.vScale, e.add(firstOfBlock, key), lanes,
                                        e.maskFirst(e.sub(count, key), lanes))
                              : Value();
        e.store(factor ? mul(p, factor) : p, scores, at);
        return Values{add(carried[0], p)};
      })[0];
      sum = vector::ReductionOp::create(e.b, e.loc, vector::CombiningKind::ADD, sum, kTreeOfLanes);
      if (!oneBlock) {
        Value correction = one(exponential(sub(everywhere(maxima, query), shift)));
        e.store(correction, corrections, query);
        e.store(one(most), maxima, query);
        sum = add(sum, mul(correction, e.load(sums, query, f32, 0)));
      }
      e.store(sum, sums, query);
    });
  }

  //===-- The product with v ---------------------------------------------------------------------------===//

  // body(column, which lanes of its vectors are there) for the unit's columns of v.
  void forEachColumns(const Unit& u, function_ref<void(Value, function_ref<Value(int64_t)>)> body) {
    int64_t wide = valueVectors * lanes;
    bool whole = a.valueWidth % wide == 0 && columns % wide == 0;
    Value limit = e.min(e.cst(columns), e.sub(e.cst(a.valueWidth), u.firstColumn));
    e.loop(e.cst(0), limit, wide, [&](Value column) {
      body(column, [&](int64_t j) {
        return whole ? Value() : e.maskFirst(e.sub(limit, e.add(column, j * lanes)), lanes);
      });
    });
  }

  // [query][vector]: the scores of `count` keys times v's columns.
  Values multiplyValues(const Unit& u, Value firstOfBlock, Value count, Value column,
                        function_ref<Value(int64_t)> there) {
    Value base = e.add(e.add(u.v, e.mul(firstOfBlock, a.v.row)), e.add(u.firstColumn, column));
    auto tile = static_cast<size_t>(queries * valueVectors);
    auto step = [&](Value key, size_t set, Values& sums) {
      Value at = e.add(base, e.mul(key, a.v.row));
      Values row;
      for (int64_t j = 0; j < valueVectors; ++j)
        row.push_back(floats(e.load(v, e.add(at, j * lanes), f32, lanes, there(j))));
      for (int64_t query = 0; query < queries; ++query) {
        Value p = e.splat(e.load(scores, e.add(key, query * scoreRow), f32, 0), lanes);
        for (int64_t j = 0; j < valueVectors; ++j) {
          Value& sum = sums[set * tile + static_cast<size_t>(query * valueVectors + j)];
          sum = e.multiplyAdd(p, row[static_cast<size_t>(j)], sum);
        }
      }
    };
    Value whole = e.mul(e.div(count, keySets), keySets);
    Values start(tile * static_cast<size_t>(keySets), number(0.0));
    Values sums = e.loop(e.cst(0), whole, keySets, start, [&](Value key, ValueRange carried) {
      Values next(carried);
      for (int64_t set = 0; set < keySets; ++set)
        step(e.add(key, set), static_cast<size_t>(set), next);
      return next;
    });
    if (keySets > 1)
      sums = e.loop(whole, count, 1, sums, [&](Value key, ValueRange carried) {
        Values next(carried);
        step(key, 0, next);
        return next;
      });
    for (size_t i = tile; i < sums.size(); ++i)
      sums[i % tile] = add(sums[i % tile], sums[i]);
    sums.resize(tile);
    return sums;
  }

  Value partialAt(int64_t query, Value column, int64_t j) {
    return e.add(column, query * partialRow + j * lanes);
  }

  void finish(const Unit& u, Value column, ArrayRef<Value> values, function_ref<Value(int64_t)> there) {
    for (int64_t query = 0; query < queries; ++query) {
      Value sum = everywhere(sums, e.cst(query));
      Value factor = arith::DivFOp::create(e.b, e.loc, number(1.0), sum);
      for (int64_t j = 0; j < valueVectors; ++j) {
        Value c = e.add(e.add(u.firstColumn, column), j * lanes);
        Position position{e.add(e.mul(u.matrix, queries), query), c, lanes, there(j), {}};
        if (!a.resultInPlace)
          position.offset = e.add(e.add(u.result, query * a.result.row), c);
        e.finish(guarded(mul(values[static_cast<size_t>(query * valueVectors + j)], factor), sum), position);
      }
    }
  }

  //===-- A unit ---------------------------------------------------------------------------------------===//

  void withOneBlock(const Unit& u, Value first, Value keys) {
    computeScores(u, first, keys);
    exponentials(u, first, keys);
    forEachColumns(u, [&](Value column, function_ref<Value(int64_t)> there) {
      finish(u, column, multiplyValues(u, first, keys, column, there), there);
    });
  }

  void withBlocks(const Unit& u, Value begin, Value keys) {
    e.loop(e.cst(0), e.cst(queries * partialRow), lanes,
           [&](Value at) { e.store(number(0.0), partial, at); });
    forEachQuery([&](Value query) {
      e.store(one(minusInfinity()), maxima, query);
      e.store(one(number(0.0)), sums, query);
    });
    e.loop(begin, keys, t.keysPerBlock, [&](Value first) {
      Value count = e.min(e.cst(t.keysPerBlock), e.sub(keys, first));
      computeScores(u, first, count);
      exponentials(u, first, count);
      forEachColumns(u, [&](Value column, function_ref<Value(int64_t)> there) {
        Values own = multiplyValues(u, first, count, column, there);
        for (int64_t query = 0; query < queries; ++query) {
          Value correction = everywhere(corrections, e.cst(query));
          for (int64_t j = 0; j < valueVectors; ++j) {
            Value at = partialAt(query, column, j);
            e.store(e.multiplyAdd(correction, e.load(partial, at, f32, lanes),
                                  own[static_cast<size_t>(query * valueVectors + j)]),
                    partial, at);
          }
        }
      });
    });
    forEachColumns(u, [&](Value column, function_ref<Value(int64_t)> there) {
      Values all;
      for (int64_t query = 0; query < queries; ++query)
        for (int64_t j = 0; j < valueVectors; ++j)
          all.push_back(e.load(partial, partialAt(query, column, j), f32, lanes));
      finish(u, column, all, there);
    });
  }

  void unit(Value number) {
    int64_t columnBlocks = ceilDiv(a.valueWidth, columns);
    Unit u;
    u.matrix = e.div(number, columnBlocks);
    u.firstColumn = e.mul(e.rem(number, columnBlocks), columns);
    u.q = a.q.at(e, u.matrix);
    u.k = a.k.at(e, u.matrix);
    u.v = a.v.at(e, u.matrix);
    u.result = a.result.at(e, u.matrix);
    if (mask)
      u.mask = a.mask.at(e, u.matrix);
    if (kScale)
      u.kScale = a.kScale.at(e, u.matrix);
    if (vScale)
      u.vScale = a.vScale.at(e, u.matrix);
    Value first = e.cst(0), keys = length ? length : e.cst(a.keys);
    if (spans)
      std::tie(first, keys) = spanOf(e.cst(0), e.cst(queries));
    if (a.causal) {
      u.own = beforeFirst ? beforeFirst : e.cst(0);
      keys = e.min(keys, e.add(u.own, queries));
    }
    scaleQueries(u);
    oneBlock ? withOneBlock(u, first, e.sub(keys, first)) : withBlocks(u, first, keys);
  }

  // Rows of whole vectors.
  int64_t padded(int64_t count) const { return ceilDiv(count, lanes) * lanes; }

public:
  explicit FewQueriesEmitter(KernelEmitter& e)
      : AttentionParts(e), queries(a.queries), widthRow(padded(a.width)),
        scoreRow(padded(std::min(t.keysPerBlock, a.keys))), columns(t.valueColumns(a)),
        oneBlock(a.keys <= t.keysPerBlock) {
    int64_t vectors = ceilDiv(columns, lanes), most = std::max<int64_t>(1, e.target.accumulators / queries);
    valueVectors = ceilDiv(vectors, ceilDiv(vectors, std::min<int64_t>(most, kSums))); // even tiles
    int64_t tile = queries * valueVectors;
    keySets = std::max<int64_t>(1, std::min(ceilDiv(kSums, tile), e.target.accumulators / tile));
    partialRow = ceilDiv(columns, valueVectors * lanes) * valueVectors * lanes;
    scaled = e.scratch(queries * widthRow);
    scores = e.scratch(queries * scoreRow);
    sums = e.scratch(queries);
    if (!oneBlock) {
      partial = e.scratch(queries * partialRow);
      maxima = e.scratch(queries);
      corrections = e.scratch(queries);
    }
  }

  void emit() {
    forEachUnit([&](Value number) { unit(number); });
  }
};

} // namespace

void emitAttentionOfFew(KernelEmitter& e) {
  FewQueriesEmitter(e).emit();
}

} // namespace aic::codegen

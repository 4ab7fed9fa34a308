// Attention: one block of queries after another, scores never in memory but for a block that stays in the
// first-level cache. With the block's queries transposed (and scaled) once, the scores of a key are vectors
// along the queries:
//   scores^T[key][query] = k[key][d] * q^T[d][query]     keys broadcast, as they lie
// so that maximum, exponential and sum need nothing across lanes; and the product with v
//   out[query][c] = scores^T[key][query] * v[key][c]     scores broadcast, v's rows as they lie
// needs no transposition either. Where the scores of all keys are too many, blocks of keys follow one
// another, with the running maximum and sum of Milakov and Gimelshein (arXiv 1805.02867).
#include "compiler/codegen/cpu/AttentionParts.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

#include "llvm/ADT/bit.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Dimensions of q that are transposed at once.
constexpr int64_t kWidth = 256;
// Exponentials at once, to hide their latency.
constexpr int64_t kExponentials = 4;

class AttentionEmitter : AttentionParts {
  const int64_t nq, queries; // nq vectors of queries: a block
  const int64_t widthBlock, columns;
  int64_t partialRow = 0; // from one row of `partial` to the next: whole vectors
  const bool oneBlock, maskPerKey, maskFull;
  int64_t valueRows = 1, valueVectors = 1;
  Value qt, scores, partial,
      perQuery;       // scratch: [widthBlock][queries], [keys][queries], [queries][columns], [queries]
  int64_t keyRow = 0; // of
  Value keyFloats;    // scratch [keysPerTile][keyRow]: a tile's keys, where they are stored in 8 bits

  // What a unit is.
  struct Unit {
    Value matrix, firstQuery, firstColumn;
    Value q, k, v, mask, result; // offsets of the matrices
    Value kScale, vScale;        // the same, where keys and values have factors
    Values queryNumbers;         // of each lane, i32: causal only
    Values firstKeys, endKeys;   // the same, of spans: what each query sees
  };

  bool allAtOnce() const { return oneBlock && !a.causal && !spans; }
  Value scoreAt(Value key, int64_t vector) { return e.add(e.mul(key, queries), vector * lanes); }

  // Query number `index` of the matrix, or the last one.
  Value clamped(Value index) { return a.queries % queries == 0 ? index : e.min(index, e.cst(a.queries - 1)); }

  //===-- Queries --------------------------------------------------------------------------------------===//

  // q^T for dimensions [first, first + count), scaled. A whole block has its tails in scratch that nobody
  // reads.
  void transposeQueries(const Unit& u, Value first, Value count) {
    Value scale = number(a.scale * kPerLog2);
    for (int64_t vector = 0; vector < nq; ++vector) {
      Values rows; // offsets
      for (int64_t i = 0; i < lanes; ++i) {
        Value query = clamped(e.add(u.firstQuery, vector * lanes + i));
        rows.push_back(e.add(u.q, e.add(e.mul(query, a.q.row), e.mul(first, a.q.column))));
      }
      auto square = [&](Value d, Value rest) {
        Values tile;
        for (Value row : rows)
          tile.push_back(e.load(q, e.add(row, d), f32, lanes, rest));
        for (auto [i, column] : llvm::enumerate(transposeSquare(e, tile)))
          e.store(mul(column, scale), qt, scoreAt(e.add(d, static_cast<int64_t>(i)), vector));
      };
      if (a.q.column == 1) {
        Value whole = e.mul(e.div(count, lanes), lanes);
        e.loop(e.cst(0), whole, lanes, [&](Value d) { square(d, {}); });
        if (a.width % lanes != 0)
          e.ifThenElse(e.less(whole, count), [&] { square(whole, e.maskFirst(e.sub(count, whole), lanes)); });
        continue;
      }
      e.loop(e.cst(0), count, 1, [&](Value d) {
        Values elements;
        for (Value row : rows)
          elements.push_back(e.load(q, e.add(row, e.mul(d, a.q.column)), f32, 0));
        Value column = vector::FromElementsOp::create(e.b, e.loc, VectorType::get({lanes}, f32), elements);
        e.store(mul(column, scale), qt, scoreAt(d, vector));
      });
    }
  }

  //===-- Scores ---------------------------------------------------------------------------------------===//

  // A score with what mask and causality add, where the mask is the same for all queries.
  Value seen(const Unit& u, Value score, Value key, int64_t vector) {
    if (maskPerKey)
      score = add(score, e.splat(maskElement(e.add(u.mask, e.mul(key, a.mask.column))), lanes));
    if (spans) {
      using P = arith::CmpIPredicate;
      Value here = e.splat(toI32(key), lanes);
      Value from = arith::CmpIOp::create(e.b, e.loc, P::sle, u.firstKeys[vector], here);
      Value sees = e.both(from, arith::CmpIOp::create(e.b, e.loc, P::slt, here, u.endKeys[vector]));
      return select(sees, score, minusInfinity());
    }
    if (!a.causal)
      return score;
    Value sees = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::sge, u.queryNumbers[vector],
                                       e.splat(toI32(key), lanes));
    return select(sees, score, minusInfinity());
  }

  // `rows` keys of the matrix from number `key` on, their dimensions [d, d + count): as they lie, or, of 8
  // bits, as floats in scratch, made once for all of the block's queries.
  std::pair<RegisterTile, Value> keysOfTile(const Unit& u, Value key, int64_t rows, Value d, Value count) {
    Value at = e.add(u.k, e.add(e.mul(key, a.k.row), e.mul(d, a.k.column)));
    if (!kScale)
      return {RegisterTile{e, k, a.k.row, a.k.column, qt, queries, nq, lanes}, at};
    const int64_t wide = a.k.column == 1 ? lanes : 0;
    const bool whole = wide == 0 || (widthBlock % lanes == 0 && a.width % lanes == 0);
    for (int64_t i = 0; i < rows; ++i) {
      Value factor = e.splat(factors(kScale, u.kScale, e.add(key, i), 0), wide);
      e.loop(e.cst(0), count, std::max<int64_t>(wide, 1), [&](Value c) {
        Value from = e.add(e.add(at, i * a.k.row), e.mul(c, a.k.column));
        Value there = whole ? Value() : e.maskFirst(e.sub(count, c), lanes);
        e.store(mul(floats(e.load(k, from, f32, wide, there)), factor), keyFloats, e.add(c, i * keyRow));
      });
    }
    return {RegisterTile{e, keyFloats, keyRow, 1, qt, queries, nq, lanes}, e.cst(0)};
  }

  // Scores of `rows` keys from number `first` of the block on; returns the maxima.
  Values scoreTile(const Unit& u, Value firstOfBlock, Value first, int64_t rows, Values maxima) {
    Value key = e.add(firstOfBlock, first);
    auto [tile, at] = keysOfTile(u, key, rows, e.cst(0), e.cst(a.width));
    Values sums = tile.accumulate(at, llvm::to_vector(llvm::seq<int64_t>(0, rows)), e.cst(0), a.width,
                                  tile.zeros(rows));
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < nq; ++j) {
        Value score = sums[i * nq + j];
        if (!maskFull) {
          score = seen(u, score, e.add(key, i), j);
          maxima[j] = larger(score, maxima[j]);
        }
        e.store(score, scores, scoreAt(e.add(first, i), j));
      }
    return maxima;
  }

  // The same added to what is there, for dimensions [d, d + count) of a very wide q; no maxima.
  void addToScores(const Unit& u, Value firstOfBlock, Value first, int64_t rows, Value d, Value count) {
    Values sums;
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < nq; ++j)
        sums.push_back(e.load(scores, scoreAt(e.add(first, i), j), f32, lanes));
    auto [tile, at] = keysOfTile(u, e.add(firstOfBlock, first), rows, d, count);
    sums = tile.accumulate(at, llvm::to_vector(llvm::seq<int64_t>(0, rows)), e.cst(0), count, sums);
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < nq; ++j)
        e.store(sums[i * nq + j], scores, scoreAt(e.add(first, i), j));
  }

  // body(first, rows) for the tiles of `count` keys.
  Values forEachTile(Value count, Values carried, function_ref<Values(Value, int64_t, Values)> body) {
    Value whole = e.mul(e.div(count, t.keysPerTile), t.keysPerTile);
    carried = e.loop(e.cst(0), whole, t.keysPerTile, carried, [&](Value first, ValueRange inner) {
      return body(first, t.keysPerTile, Values(inner));
    });
    if (length) { // any number is left
      Value rest = e.sub(count, whole), first = whole;
      for (auto rows = static_cast<int64_t>(llvm::bit_floor(static_cast<uint64_t>(t.keysPerTile - 1)));
           rows > 0; rows /= 2) {
        Value some = e.rem(e.div(rest, rows), 2);
        carried = e.choose(
            e.less(e.cst(0), some), [&] { return body(first, rows, carried); }, [&] { return carried; });
        first = e.add(first, e.mul(some, rows));
      }
      return carried;
    }
    int64_t rest = a.keys % t.keysPerTile; // of the last block, as blocks are whole tiles
    if (rest == 0)
      return carried;
    if (allAtOnce())
      return body(whole, rest, carried);
    return e.choose(
        e.less(whole, count), [&] { return body(whole, rest, carried); }, [&] { return carried; });
  }

  // Applies masks to the scores of `count` keys in memory, and returns the maxima. Behind the keys -inf is
  // written.
  Values maskScores(const Unit& u, Value firstOfBlock, Value count, Values maxima) {
    if (!maskFull)
      return e.loop(e.cst(0), count, 1, maxima, [&](Value key, ValueRange carried) {
        Values next(carried);
        for (int64_t j = 0; j < nq; ++j) {
          Value at = scoreAt(key, j), score = e.load(scores, at, f32, lanes);
          score = seen(u, score, e.add(firstOfBlock, key), j);
          e.store(score, scores, at);
          next[j] = larger(score, next[j]);
        }
        return next;
      });
    // A square of the mask at a time, transposed.
    Type element = typeOf(a.mask.argument).getElementType();
    return e.loop(e.cst(0), count, lanes, maxima, [&](Value first, ValueRange carried) {
      Values next(carried);
      Value key = e.add(firstOfBlock, first);
      for (int64_t j = 0; j < nq; ++j) {
        Values rows;
        for (int64_t i = 0; i < lanes; ++i) {
          Value query = clamped(e.add(u.firstQuery, j * lanes + i)),
                row = e.add(u.mask, e.mul(query, a.mask.row));
          if (a.mask.column == 1) {
            Value there = a.keys % lanes == 0 && t.keysPerBlock % lanes == 0 && !spans
                              ? Value()
                              : e.maskFirst(e.sub(e.cst(a.keys), key), lanes);
            rows.push_back(added(e.load(mask, e.add(row, key), element, lanes, there), lanes));
            continue;
          }
          Values elements;
          for (int64_t lane = 0; lane < lanes; ++lane) {
            Value own = e.min(e.add(key, lane), e.cst(a.keys - 1));
            elements.push_back(maskElement(e.add(row, e.mul(own, a.mask.column))));
          }
          rows.push_back(vector::FromElementsOp::create(e.b, e.loc, VectorType::get({lanes}, f32), elements));
        }
        for (auto [i, values] : llvm::enumerate(transposeSquare(e, rows))) {
          Value own = e.add(first, static_cast<int64_t>(i)), at = scoreAt(own, j);
          Value score = add(e.load(scores, at, f32, lanes), values);
          score = seen(u, score, e.add(key, static_cast<int64_t>(i)), j);
          score = select(e.splat(e.less(own, count), lanes), score, minusInfinity());
          e.store(score, scores, at);
          next[j] = larger(score, next[j]);
        }
      }
      return next;
    });
  }

  Values computeScores(const Unit& u, Value firstOfBlock, Value count, Values maxima) {
    if (widthBlock == a.width) {
      maxima = forEachTile(count, maxima, [&](Value first, int64_t rows, Values carried) {
        return scoreTile(u, firstOfBlock, first, rows, carried);
      });
      return maskFull ? maskScores(u, firstOfBlock, count, maxima) : maxima;
    }
    e.loop(e.cst(0), e.mul(count, queries), lanes, [&](Value at) { e.store(number(0.0), scores, at); });
    e.loop(e.cst(0), e.cst(a.width), widthBlock, [&](Value d) {
      Value dims = e.min(e.cst(widthBlock), e.sub(e.cst(a.width), d));
      transposeQueries(u, d, dims);
      forEachTile(count, {}, [&](Value first, int64_t rows, Values) {
        addToScores(u, firstOfBlock, first, rows, d, dims);
        return Values();
      });
    });
    return maskScores(u, firstOfBlock, count, maxima);
  }

  // scores[key] <- exp(scores[key] - maximum), times v's factor; returns the sums over `count` keys.
  Values exponentials(const Unit& u, Value firstOfBlock, Value count, const Values& maxima) {
    int64_t keys = std::max<int64_t>(1, kExponentials / nq);
    for (int64_t i = 0; i + 1 < keys; ++i) // what the last step finds behind the keys
      for (int64_t j = 0; j < nq; ++j)
        e.store(minusInfinity(), scores, scoreAt(e.add(count, i), j));
    Values sums =
        e.loop(e.cst(0), count, keys, Values(keys * nq, number(0.0)), [&](Value key, ValueRange carried) {
          Values next;
          for (int64_t i = 0; i < keys; ++i) {
            Value own = e.add(key, i), factor;
            if (vScale)
              factor = e.splat(
                  factors(vScale, u.vScale, e.add(firstOfBlock, e.min(own, e.add(count, -1))), 0), lanes);
            for (int64_t j = 0; j < nq; ++j) {
              Value at = scoreAt(own, j);
              Value p = exponential(sub(e.load(scores, at, f32, lanes), maxima[j]));
              e.store(factor ? mul(p, factor) : p, scores, at);
              next.push_back(add(carried[i * nq + j], p));
            }
          }
          return next;
        });
    for (int64_t i = 1; i < keys; ++i)
      for (int64_t j = 0; j < nq; ++j)
        sums[j] = add(sums[j], sums[i * nq + j]);
    sums.resize(nq);
    return sums;
  }

  //===-- The product with v ---------------------------------------------------------------------------===//

  // body(row, column, vectors' mask) for the tiles of the unit's queries and columns of v.
  void forEachValueTile(const Unit& u, function_ref<void(Value, Value, function_ref<Value(int64_t)>)> body) {
    int64_t wide = valueVectors * lanes;
    Value limit = e.min(e.cst(columns), e.sub(e.cst(a.valueWidth), u.firstColumn));
    Value rows = e.cst(queries);
    if (a.queries % queries != 0)
      rows = e.min(rows, e.sub(e.cst(a.queries), u.firstQuery));
    e.loop(e.cst(0), limit, wide, [&](Value column) {
      bool whole = a.valueWidth % wide == 0 && columns % wide == 0;
      auto there = [&](int64_t j) {
        return whole ? Value() : e.maskFirst(e.sub(limit, e.add(column, j * lanes)), lanes);
      };
      e.loop(e.cst(0), rows, valueRows, [&](Value row) { body(row, column, there); });
    });
  }

  // The scores of `count` keys times v; `start` gives the sums to begin with, `end` takes them.
  void multiplyValues(const Unit& u, Value firstOfBlock, Value count,
                      function_ref<Values(Value row, Value column)> start,
                      function_ref<void(Value row, Value column, Values, function_ref<Value(int64_t)>)> end) {
    forEachValueTile(u, [&](Value row, Value column, function_ref<Value(int64_t)> there) {
      RegisterTile tile{e, scores, 1, queries, v, a.v.row, valueVectors, lanes, there};
      Value at = e.add(e.add(u.v, e.mul(firstOfBlock, a.v.row)), e.add(u.firstColumn, column));
      SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, valueRows));
      Values sums = start ? start(row, column) : tile.zeros(valueRows);
      sums = allAtOnce() && !length ? tile.accumulate(row, all, at, a.keys, sums)
                                    : tile.accumulate(row, all, at, count, sums);
      end(row, column, sums, there);
    });
  }

  Value partialAt(Value row, Value column) { return e.add(e.mul(row, partialRow), column); }
  Value ofQuery(Value row) { return e.splat(e.load(perQuery, row, f32, 0), lanes); }
  void storePerQuery(const Values& vectors) {
    for (auto [j, vector] : llvm::enumerate(vectors))
      e.store(vector, perQuery, e.cst(static_cast<int64_t>(j) * lanes));
  }
  // With a guard 0 where there is no softmax.
  void storeInverses(const Values& sums) {
    Values inverses;
    for (Value sum : sums)
      inverses.push_back(guarded(arith::DivFOp::create(e.b, e.loc, number(1.0), sum), sum));
    storePerQuery(inverses);
  }

  // One row of results in registers, times what stands in perQuery.
  void finishRow(const Unit& u, Value row, Value column, ArrayRef<Value> vectors,
                 function_ref<Value(int64_t)> there) {
    Value query = e.add(u.firstQuery, row);
    auto write = [&] {
      Value factor = ofQuery(row);
      for (auto [j, vector] : llvm::enumerate(vectors)) {
        Value c = e.add(e.add(u.firstColumn, column), static_cast<int64_t>(j) * lanes);
        Position position{e.add(e.mul(u.matrix, a.queries), query), c, lanes, there(j), {}};
        if (!a.resultInPlace)
          position.offset = e.add(e.add(u.result, e.mul(query, a.result.row)), c);
        e.finish(guarded(mul(vector, factor), factor), position);
      }
    };
    bool always = a.queries % queries == 0;
    always ? write() : e.ifThenElse(e.less(query, e.cst(a.queries)), write);
  }

  void finishRows(const Unit& u, Value row, Value column, Values sums, function_ref<Value(int64_t)> there) {
    for (int64_t i = 0; i < valueRows; ++i)
      finishRow(u, e.add(row, i), column, ArrayRef(sums).slice(i * valueVectors, valueVectors), there);
  }

  //===-- A unit ---------------------------------------------------------------------------------------===//

  // All keys at once: nothing has to wait on the stack.
  void withOneBlock(const Unit& u, Value first, Value keys) {
    Values maxima = computeScores(u, first, keys, Values(nq, minusInfinity()));
    storeInverses(exponentials(u, first, keys, maxima));
    multiplyValues(u, first, keys, nullptr,
                   [&](Value row, Value column, Values sums, function_ref<Value(int64_t)> there) {
                     finishRows(u, row, column, sums, there);
                   });
  }

  void withBlocks(const Unit& u, Value begin, Value keys) {
    e.loop(e.cst(0), e.cst(queries * partialRow), lanes,
           [&](Value at) { e.store(number(0.0), partial, at); });
    Values start(nq, minusInfinity());
    start.append(nq, number(0.0));
    Values end = e.loop(begin, keys, t.keysPerBlock, start, [&](Value first, ValueRange carried) {
      Value count = e.min(e.cst(t.keysPerBlock), e.sub(keys, first));
      Values before = Values(carried.take_front(nq)), sums = Values(carried.drop_front(nq));
      Values maxima = computeScores(u, first, count, before), shifts, corrections;
      for (int64_t j = 0; j < nq; ++j) {
        // Nothing seen so far: any finite number serves.
        Value none = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OEQ, maxima[j], minusInfinity());
        shifts.push_back(select(none, number(0.0), maxima[j]));
        corrections.push_back(exponential(sub(before[j], shifts[j])));
      }
      Values own = exponentials(u, first, count, shifts);
      for (int64_t j = 0; j < nq; ++j)
        sums[j] = add(mul(sums[j], corrections[j]), own[j]);
      storePerQuery(corrections);
      multiplyValues(
          u, first, count,
          [&](Value row, Value column) {
            Values waiting;
            for (int64_t i = 0; i < valueRows; ++i) {
              Value factor = ofQuery(e.add(row, i));
              for (int64_t j = 0; j < valueVectors; ++j)
                waiting.push_back(mul(
                    factor, e.load(partial, e.add(partialAt(e.add(row, i), column), j * lanes), f32, lanes)));
            }
            return waiting;
          },
          [&](Value row, Value column, Values results, function_ref<Value(int64_t)>) {
            for (int64_t i = 0; i < valueRows; ++i)
              for (int64_t j = 0; j < valueVectors; ++j)
                e.store(results[i * valueVectors + j], partial,
                        e.add(partialAt(e.add(row, i), column), j * lanes));
          });
      maxima.append(sums);
      return maxima;
    });
    storeInverses(Values(ArrayRef(end).drop_front(nq)));
    forEachValueTile(u, [&](Value row, Value column, function_ref<Value(int64_t)> there) {
      Values sums;
      for (int64_t i = 0; i < valueRows; ++i)
        for (int64_t j = 0; j < valueVectors; ++j)
          sums.push_back(e.load(partial, e.add(partialAt(e.add(row, i), column), j * lanes), f32, lanes));
      finishRows(u, row, column, sums, there);
    });
  }

  // What the block's queries see, and the keys of whole tiles around all of that: the first, and the one
  // behind the last.
  std::pair<Value, Value> takeSpans(Unit& u) {
    for (int64_t j = 0; j < nq; ++j)
      for (auto [which, bounds] : {std::pair(0, &u.firstKeys), std::pair(1, &u.endKeys)}) {
        Values lane; // those behind the last query see what that does
        for (int64_t i = 0; i < lanes; ++i)
          lane.push_back(boundOf(clamped(e.add(u.firstQuery, j * lanes + i)), which));
        auto type = VectorType::get({lanes}, e.b.getI32Type());
        bounds->push_back(vector::FromElementsOp::create(e.b, e.loc, type, lane));
      }
    auto [first, end] = spanOf(u.firstQuery, e.min(e.add(u.firstQuery, queries), e.cst(a.queries)));
    first = e.mul(e.div(first, t.keysPerTile), t.keysPerTile);
    end = e.mul(e.div(e.add(end, t.keysPerTile - 1), t.keysPerTile), t.keysPerTile);
    return {first, e.min(end, e.cst(a.keys))};
  }

  void unit(Value number) {
    int64_t blocks = t.queryBlocks(a, e.target), columnBlocks = ceilDiv(a.valueWidth, columns);
    Unit u;
    Value rest = e.div(number, blocks);
    u.firstQuery = e.mul(e.rem(number, blocks), queries);
    u.firstColumn = e.mul(e.rem(rest, columnBlocks), columns);
    u.matrix = e.div(rest, columnBlocks);
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
      std::tie(first, keys) = takeSpans(u);
    if (a.causal) {
      Value own = beforeFirst ? e.add(u.firstQuery, beforeFirst) : u.firstQuery; // the first query's key
      for (int64_t j = 0; j < nq; ++j)
        u.queryNumbers.push_back(
            arith::AddIOp::create(e.b, e.loc, counting(j * lanes), e.splat(toI32(own), lanes)));
      // Whole tiles up to the last query's own place.
      Value last = e.add(own, queries + t.keysPerTile - 1);
      keys = e.min(keys, e.mul(e.div(last, t.keysPerTile), t.keysPerTile));
    }
    if (widthBlock == a.width)
      transposeQueries(u, e.cst(0), e.cst(a.width));
    oneBlock ? withOneBlock(u, first, e.sub(keys, first)) : withBlocks(u, first, keys);
  }

public:
  explicit AttentionEmitter(KernelEmitter& e)
      : AttentionParts(e), nq(t.queryVectors), queries(nq * lanes), widthBlock(std::min(a.width, kWidth)),
        columns(t.valueColumns(a)), oneBlock(a.keys <= t.keysPerBlock),
        maskPerKey(a.mask.argument && a.mask.row == 0), maskFull(a.mask.argument && a.mask.row != 0) {
    std::tie(valueRows, valueVectors) = chooseValueTile(queries, columns, e.target);
    partialRow = ceilDiv(columns, valueVectors * lanes) * valueVectors * lanes;
    int64_t keys = t.keysPerBlock + std::max(lanes, kExponentials);
    qt = e.scratch((widthBlock + lanes) * queries);
    scores = e.scratch(keys * queries);
    perQuery = e.scratch(queries);
    if (kScale) {
      keyRow = ceilDiv(widthBlock, lanes) * lanes;
      keyFloats = e.scratch(t.keysPerTile * keyRow);
    }
    if (!oneBlock)
      partial = e.scratch(queries * partialRow);
  }

  void emit() {
    forEachUnit([&](Value number) { unit(number); });
  }
};

} // namespace

void emitAttention(KernelEmitter& e) {
  if (fewQueries(describeAttention(e.parts.root), e.target))
    return emitAttentionOfFew(e);
  AttentionEmitter(e).emit();
}

} // namespace aic::codegen

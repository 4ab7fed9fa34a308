// Attention: a workgroup a few queries (and up to kColumns columns of v an invocation). Their scores stand in
// the workgroup's memory, a block of keys at a time; maximum and sum are folded over the workgroup, and each
// invocation then adds up its own columns. Where one block does not hold all keys, blocks follow one another
// with the running maximum and sum of Milakov and Gimelshein (arXiv 1805.02867). A row of k, and an element
// of v, is read once for all queries of a workgroup. Where a length is given, keys from there on are not
// read, and the loops over keys end there; each workgroup looks at it before it writes anything. Spans bound
// them on both sides.
#include "compiler/codegen/Attention.h"
#include "compiler/codegen/vulkan/Combine.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "runtime/kernel_abi.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// 8 KiB of scores.
constexpr int64_t kScores = 2048;
static_assert((kScores + kLocalSize) * 4 <= kMaxSharedBytes);
// Queries of a workgroup, and their sums in an invocation's registers.
constexpr int64_t kQueries = 4, kSums = 16;
// Columns of v that one invocation adds up in registers.
constexpr int64_t kColumns = 8;

int64_t columnsEach(const Attention& a) {
  return std::min(ceilDiv(a.valueWidth, kLocalSize), kColumns);
}
int64_t columnBlocks(const Attention& a) {
  return ceilDiv(a.valueWidth, kLocalSize * columnsEach(a));
}
int64_t queriesEach(const Attention& a) {
  return std::min({kQueries, a.queries, kSums / columnsEach(a)});
}

class AttentionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Attention a;
  const int64_t rows, columns, block; // queries and columns of v; keys of a block
  WorkgroupFold fold;
  Value scores; // [rows][block]
  bool inFours;
  Value seen;   // the keys that there are, an index; null: all
  Value offset; // causal: query i sees the keys up to offset + i; null: up to i
  Type f32 = e.b.getF32Type();

  Value number(double value) { return e.constant(f32, value, 0); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(e.b, e.loc, x, y); }
  Value exponential(Value x) { return math::ExpOp::create(e.b, e.loc, x); }
  Value lastSeen(Value query) { return offset ? e.add(offset, query) : query; } // by a causal query
  Value scoreAt(int64_t row, Value key) { return e.add(key, row * block); }

  // Do the rows of a matrix consist of whole fours of its argument?
  bool wholeFours(const AttentionMatrix& m) const {
    auto four = [](int64_t value) { return value % 4 == 0; };
    return m.column == 1 && four(a.width) && four(m.row) && four(m.offset) &&
           four(typeOf(m.argument).getNumElements()) && llvm::all_of(m.batch.strides, four);
  }

  // The products of rows of q and a row of k.
  Values dots(ArrayRef<Value> queries, Value key) {
    if (inFours) {
      Value k4 = e.div(key, 4);
      Values q4;
      for (Value query : queries)
        q4.push_back(e.div(query, 4));
      Values sums =
          e.loop(e.cst(0), e.cst(a.width / 4), 1, Values(rows, e.constant(f32, 0.0, 4)),
                 [&](Value d, ValueRange acc) {
                   Value k = e.load4(a.k.argument, e.add(k4, d));
                   Values next;
                   for (int64_t r = 0; r < rows; ++r)
                     next.push_back(e.multiplyAdd(e.load4(a.q.argument, e.add(q4[r], d)), k, acc[r]));
                   return next;
                 });
      for (Value& sum : sums)
        sum = e.fadd(e.fadd(e.extract(sum, 0), e.extract(sum, 1)),
                     e.fadd(e.extract(sum, 2), e.extract(sum, 3)));
      return sums;
    }
    return e.loop(e.cst(0), e.cst(a.width), 1, Values(rows, number(0.0)), [&](Value d, ValueRange acc) {
      Value k = e.load(a.k.argument, e.add(key, e.mul(d, a.k.column)));
      Values next;
      for (int64_t r = 0; r < rows; ++r)
        next.push_back(
            e.multiplyAdd(e.load(a.q.argument, e.add(queries[r], e.mul(d, a.q.column))), k, acc[r]));
      return next;
    });
  }

  // The queries of a workgroup: their numbers, and where their rows begin. k and v: their matrices.
  struct Block {
    Values number, q, mask;
    Value k, v;
    Values first, end; // of spans: what each query sees
  };

  // What is carried from one block of keys to the next, of each query: the maximum, the sum, the columns.
  struct State {
    Values maximum, sum, column; // column: [rows][columns]
    Values all() const {
      Values values(maximum);
      values.append(sum);
      values.append(column);
      return values;
    }
  };
  State stateOf(ValueRange values) const {
    return {Values(values.take_front(rows)), Values(values.slice(rows, rows)),
            Values(values.drop_front(2 * rows))};
  }

  // Keys [first, last).
  State keys(Value first, Value last, const State& before, const Block& block, ArrayRef<Value> column) {
    Value count = e.sub(last, first), infinity = number(-std::numeric_limits<double>::infinity());
    Values own = e.loop(
        e.local, count, e.localSize(), Values(rows, number(identityOf(Fold::Max))),
        [&](Value i, ValueRange acc) {
          Value key = e.add(first, i);
          Values next, products = dots(block.q, e.add(block.k, e.mul(key, a.k.row)));
          for (int64_t r = 0; r < rows; ++r) {
            Value score = e.fmul(products[r], number(a.scale));
            if (a.mask.argument)
              score = e.fadd(score, e.load(a.mask.argument, e.add(block.mask[r], e.mul(key, a.mask.column))));
            if (a.causal && rows > 1)
              score = e.select(e.less(lastSeen(block.number[r]), key), infinity, score);
            if (a.spans.base && rows > 1) {
              score = e.select(e.less(key, block.first[r]), infinity, score);
              score = e.select(e.less(key, block.end[r]), score, infinity);
            }
            e.storeShared(score, scores, scoreAt(r, i));
            next.push_back(combine(e, Fold::Max, acc[r], score));
          }
          return next;
        });
    State after;
    Values from;
    for (int64_t r = 0; r < rows; ++r) {
      after.maximum.push_back(combine(e, Fold::Max, before.maximum[r], fold(Fold::Max, own[r])));
      // Where nothing is seen so far, -inf is not subtracted from -inf.
      Value nothing =
          arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OEQ, after.maximum[r], infinity);
      from.push_back(e.select(nothing, number(0.0), after.maximum[r]));
    }
    Values sums =
        e.loop(e.local, count, e.localSize(), Values(rows, number(0.0)), [&](Value i, ValueRange acc) {
          Values next;
          for (int64_t r = 0; r < rows; ++r) {
            Value p = exponential(sub(e.loadShared(scores, scoreAt(r, i)), from[r]));
            e.storeShared(p, scores, scoreAt(r, i));
            next.push_back(e.fadd(acc[r], p));
          }
          return next;
        });
    Values start;
    for (int64_t r = 0; r < rows; ++r) {
      Value factor = exponential(sub(before.maximum[r], from[r]));
      after.sum.push_back(e.fadd(e.fmul(before.sum[r], factor), fold(Fold::Sum, sums[r])));
      for (int64_t j = 0; j < columns; ++j)
        start.push_back(e.fmul(before.column[r * columns + j], factor));
    }
    after.column = e.loop(e.cst(0), count, 1, start, [&](Value i, ValueRange acc) {
      Value row = e.add(block.v, e.mul(e.add(first, i), a.v.row));
      Values next(acc), values;
      for (int64_t j = 0; j < columns; ++j)
        values.push_back(e.load(a.v.argument, e.add(row, e.mul(column[j], a.v.column))));
      for (int64_t r = 0; r < rows; ++r) {
        Value p = e.loadShared(scores, scoreAt(r, i));
        for (int64_t j = 0; j < columns; ++j)
          next[r * columns + j] = e.multiplyAdd(p, values[j], acc[r * columns + j]);
      }
      return next;
    });
    e.barrier(); // before the scores are written again
    return after;
  }

  // What each query sees, and from where to where any of them sees something.
  std::pair<Value, Value> takeSpans(Block& queries) {
    Value first = e.cst(a.keys), end = e.cst(0);
    for (Value query : queries.number) {
      auto bound = [&](int64_t which) -> Value {
        Value given = e.load(a.spans.base, spanOffset(e, a, query, which));
        return arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), given);
      };
      queries.first.push_back(e.max(bound(0), e.cst(0)));
      queries.end.push_back(e.min(bound(1), e.cst(a.keys)));
      Value sees = e.less(queries.first.back(), queries.end.back());
      first = e.select(sees, e.min(first, queries.first.back()), first);
      end = e.select(sees, e.max(end, queries.end.back()), end);
    }
    return {e.min(first, end), end};
  }

  void queries(Value number) {
    Value part = columnBlocks(a) == 1 ? e.cst(0) : e.rem(number, columnBlocks(a));
    number = e.div(number, columnBlocks(a));
    int64_t groups = ceilDiv(a.queries, rows);
    Value matrix = e.div(number, groups), firstQuery = e.mul(e.rem(number, groups), rows);
    Values column, clamped;
    for (int64_t j = 0; j < columns; ++j) {
      column.push_back(e.add(e.add(e.mul(part, kLocalSize * columns), e.local), j * kLocalSize));
      clamped.push_back(e.min(column.back(), e.cst(a.valueWidth - 1)));
    }
    Block queries{{}, {}, {}, a.k.at(e, matrix), a.v.at(e, matrix), {}, {}};
    Value q = a.q.at(e, matrix), mask = a.mask.argument ? a.mask.at(e, matrix) : Value();
    for (int64_t r = 0; r < rows; ++r) { // those behind the last one are the last one
      Value query = e.add(firstQuery, r);
      if (a.queries % rows != 0)
        query = e.min(query, e.cst(a.queries - 1));
      queries.number.push_back(query);
      queries.q.push_back(e.add(q, e.mul(query, a.q.row)));
      if (mask)
        queries.mask.push_back(e.add(mask, e.mul(query, a.mask.row)));
    }
    Value first = e.cst(0), end = seen ? seen : e.cst(a.keys);
    if (a.spans.base)
      std::tie(first, end) = takeSpans(queries);
    if (a.causal)
      end = e.min(e.add(lastSeen(queries.number.back()), 1), end);
    State state{Values(rows, this->number(-std::numeric_limits<double>::infinity())),
                Values(rows, this->number(0.0)), Values(rows * columns, this->number(0.0))};
    if (block == a.keys)
      state = keys(first, end, state, queries, clamped);
    else
      state = stateOf(e.loop(first, end, block, state.all(), [&](Value begin, ValueRange carried) {
        return keys(begin, e.min(e.add(begin, block), end), stateOf(carried), queries, clamped).all();
      }));
    for (int64_t r = 0; r < rows; ++r) {
      Value there = a.queries % rows == 0 ? Value() : e.less(e.add(firstQuery, r), e.cst(a.queries));
      for (int64_t j = 0; j < columns; ++j)
        e.ifThen(e.both(there, e.less(column[j], e.cst(a.valueWidth))), [&] {
          Value value = arith::DivFOp::create(e.b, e.loc, state.column[r * columns + j], state.sum[r]);
          if (a.guarded) {
            Value zero = this->number(0.0);
            Value is = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OGT, state.sum[r], zero);
            value = e.select(is, value, zero);
          }
          Value at = e.add(e.add(a.result.at(e, matrix), e.mul(queries.number[r], a.result.row)),
                           e.mul(column[j], a.result.column));
          e.finish(value, Position{e.div(at, e.space.cols), e.rem(at, e.space.cols)});
        });
    }
  }

public:
  explicit AttentionEmitter(KernelEmitter& e)
      : e(e), a(describeAttention(e.parts.root)), rows(queriesEach(a)), columns(columnsEach(a)),
        block(std::min(a.keys, kScores / rows)), fold(e), scores(e.shared(rows * block, e.b.getF32Type())),
        inFours(wholeFours(a.q) && wholeFours(a.k)) {
    auto shape = typeOf(e.parts.made).getShape();
    e.space = ResultSpace(shape, std::max<int64_t>(static_cast<int64_t>(shape.size()) - 1, 0));
  }

  void emit() {
    Value good;
    if (Value length = a.length) {
      const int64_t least = a.causal ? a.queries : 1;
      seen = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), e.load(length, e.cst(0)));
      Value room = e.add(seen, -least); // in [0, keys - least]
      good = e.inside(room, a.keys - least + 1);
      e.refuse(e.outside(room, a.keys - least + 1), AIC_KERNEL_INDEX_OUT_OF_RANGE);
      if (a.causal)
        offset = room; // seen - queries
    }
    e.ifThen(good, [&] { // all of a workgroup, and of the dispatch, agree
      e.forEachWorkgroup([&](Value number) { queries(number); });
    });
  }
};

} // namespace

Variants attentionVariants(schedule::KernelOp kernel) {
  Attention a = describeAttention(splitKernel(kernel).root);
  return workgroupFolds(a.batch * ceilDiv(a.queries, queriesEach(a)) * columnBlocks(a));
}

void emitAttention(KernelEmitter& e) {
  AttentionEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

// Attention: a workgroup a query (and up to kColumns columns of v an invocation). Its scores stand in the
// workgroup's memory, a block of keys at a time; maximum and sum are folded over the workgroup, and each
// invocation then adds up its own columns. Where one block does not hold all keys, blocks follow one another
// with the running maximum and sum of Milakov and Gimelshein (arXiv 1805.02867).
#include "compiler/codegen/Attention.h"
#include "compiler/codegen/vulkan/Combine.h"
#include "mlir/Dialect/Math/IR/Math.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// Keys of a block: 8 KiB of scores.
constexpr int64_t kKeys = 2048;
static_assert((kKeys + kLocalSize) * 4 <= kMaxSharedBytes);
// Columns of v that one invocation adds up in registers.
constexpr int64_t kColumns = 8;

int64_t columnsEach(const Attention& a) {
  return std::min(ceilDiv(a.valueWidth, kLocalSize), kColumns);
}
int64_t columnBlocks(const Attention& a) {
  return ceilDiv(a.valueWidth, kLocalSize * columnsEach(a));
}

class AttentionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Attention a;
  const int64_t columns, block;
  WorkgroupFold fold;
  Value scores;
  bool inFours;
  Type f32 = e.b.getF32Type();

  Value number(double value) { return e.constant(f32, value, 0); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(e.b, e.loc, x, y); }
  Value exponential(Value x) { return math::ExpOp::create(e.b, e.loc, x); }

  // Do the rows of a matrix consist of whole fours of its argument?
  bool wholeFours(const AttentionMatrix& m) const {
    auto four = [](int64_t value) { return value % 4 == 0; };
    return m.column == 1 && four(a.width) && four(m.row) && four(m.offset) &&
           four(typeOf(m.argument).getNumElements()) && llvm::all_of(m.batch.strides, four);
  }

  // The product of a row of q and a row of k.
  Value dot(Value query, Value key) {
    if (inFours) {
      Value q4 = e.div(query, 4), k4 = e.div(key, 4);
      Value sum = e.loop(e.cst(0), e.cst(a.width / 4), 1, ValueRange{e.constant(f32, 0.0, 4)},
                         [&](Value d, ValueRange acc) {
                           return Values{e.multiplyAdd(e.load4(a.q.argument, e.add(q4, d)),
                                                       e.load4(a.k.argument, e.add(k4, d)), acc[0])};
                         })[0];
      return e.fadd(e.fadd(e.extract(sum, 0), e.extract(sum, 1)),
                    e.fadd(e.extract(sum, 2), e.extract(sum, 3)));
    }
    return e.loop(e.cst(0), e.cst(a.width), 1, ValueRange{number(0.0)}, [&](Value d, ValueRange acc) {
      Value x = e.load(a.q.argument, e.add(query, e.mul(d, a.q.column)));
      Value y = e.load(a.k.argument, e.add(key, e.mul(d, a.k.column)));
      return Values{e.multiplyAdd(x, y, acc[0])};
    })[0];
  }

  // Keys [first, last): their scores, and the running maximum, sum and columns carried on.
  Values keys(Value first, Value last, ValueRange carried, Value q, Value k, Value v, Value mask,
              ArrayRef<Value> column) {
    Value count = e.sub(last, first);
    Value own = e.loop(e.local, count, e.localSize(), ValueRange{number(identityOf(Fold::Max))},
                       [&](Value i, ValueRange acc) {
                         Value key = e.add(first, i);
                         Value score = e.fmul(dot(q, e.add(k, e.mul(key, a.k.row))), number(a.scale));
                         if (mask)
                           score =
                               e.fadd(score, e.load(a.mask.argument, e.add(mask, e.mul(key, a.mask.column))));
                         e.storeShared(score, scores, i);
                         return Values{combine(e, Fold::Max, acc[0], score)};
                       })[0];
    Value maximum = combine(e, Fold::Max, carried[0], fold(Fold::Max, own));
    // Where nothing is seen so far, -inf is not subtracted from -inf.
    Value nothing = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OEQ, maximum,
                                          number(-std::numeric_limits<double>::infinity()));
    Value from = e.select(nothing, number(0.0), maximum);
    Value ownSum =
        e.loop(e.local, count, e.localSize(), ValueRange{number(0.0)}, [&](Value i, ValueRange acc) {
          Value p = exponential(sub(e.loadShared(scores, i), from));
          e.storeShared(p, scores, i);
          return Values{e.fadd(acc[0], p)};
        })[0];
    Value factor = exponential(sub(carried[0], from));
    Values next{maximum, e.fadd(e.fmul(carried[1], factor), fold(Fold::Sum, ownSum))};
    Values start;
    for (Value sum : carried.drop_front(2))
      start.push_back(e.fmul(sum, factor));
    next.append(e.loop(e.cst(0), count, 1, start, [&](Value i, ValueRange acc) {
      Value p = e.loadShared(scores, i), row = e.add(v, e.mul(e.add(first, i), a.v.row));
      Values sums;
      for (int64_t j = 0; j < columns; ++j)
        sums.push_back(
            e.multiplyAdd(p, e.load(a.v.argument, e.add(row, e.mul(column[j], a.v.column))), acc[j]));
      return sums;
    }));
    e.barrier(); // before the scores are written again
    return next;
  }

  void query(Value number) {
    Value part = columnBlocks(a) == 1 ? e.cst(0) : e.rem(number, columnBlocks(a));
    number = e.div(number, columnBlocks(a));
    Value matrix = e.div(number, a.queries), query = e.rem(number, a.queries);
    Values column, clamped;
    for (int64_t j = 0; j < columns; ++j) {
      column.push_back(e.add(e.add(e.mul(part, kLocalSize * columns), e.local), j * kLocalSize));
      clamped.push_back(e.min(column.back(), e.cst(a.valueWidth - 1)));
    }
    Value q = e.add(a.q.at(e, matrix), e.mul(query, a.q.row)), k = a.k.at(e, matrix), v = a.v.at(e, matrix),
          mask;
    if (a.mask.argument)
      mask = e.add(a.mask.at(e, matrix), e.mul(query, a.mask.row));
    Value end = a.causal ? e.min(e.add(query, 1), e.cst(a.keys)) : e.cst(a.keys);
    Values state{this->number(-std::numeric_limits<double>::infinity()), this->number(0.0)};
    state.append(columns, this->number(0.0));
    if (block == a.keys)
      state = keys(e.cst(0), end, state, q, k, v, mask, clamped);
    else
      state = e.loop(e.cst(0), end, block, state, [&](Value first, ValueRange carried) {
        return keys(first, e.min(e.add(first, block), end), carried, q, k, v, mask, clamped);
      });
    for (int64_t j = 0; j < columns; ++j)
      e.ifThen(e.less(column[j], e.cst(a.valueWidth)), [&] {
        Value value = arith::DivFOp::create(e.b, e.loc, state[2 + j], state[1]);
        Value at = e.add(e.add(a.result.at(e, matrix), e.mul(query, a.result.row)),
                         e.mul(column[j], a.result.column));
        e.finish(value, Position{e.div(at, e.space.cols), e.rem(at, e.space.cols)});
      });
  }

public:
  explicit AttentionEmitter(KernelEmitter& e)
      : e(e), a(describeAttention(e.parts.root)), columns(columnsEach(a)), block(std::min(a.keys, kKeys)),
        fold(e), scores(e.shared(block, e.b.getF32Type())), inFours(wholeFours(a.q) && wholeFours(a.k)) {
    auto shape = typeOf(e.parts.made).getShape();
    e.space = ResultSpace(shape, std::max<int64_t>(static_cast<int64_t>(shape.size()) - 1, 0));
  }

  void emit() {
    e.forEachWorkgroup([&](Value number) { query(number); });
  }
};

} // namespace

Variants attentionVariants(schedule::KernelOp kernel) {
  Attention a = describeAttention(splitKernel(kernel).root);
  return workgroupFolds(a.batch * a.queries * columnBlocks(a));
}

void emitAttention(KernelEmitter& e) {
  AttentionEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

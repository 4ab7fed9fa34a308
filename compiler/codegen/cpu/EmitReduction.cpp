// Reductions over any axes. Where the last axis stays, neighbours along it are reduced side by side in one
// vector; where it goes, a vector of partial results is folded at the end. The order never depends on the
// number of threads. Integers wrap in their own width.
#include "compiler/codegen/LongSum.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Independent partial results along a reduced last axis, to hide an addition's latency.
constexpr int64_t kPartials = 4;
// Vectors of columns that are reduced at once where the last axis stays: a pixel's channels are read as they
// lie, not a line of each pixel after another.
constexpr int64_t kAbreast = 4;

class ReductionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  Operation* root;
  Type type; // in registers
  bool isUnsigned;
  int64_t lanes, abreast = 1; ///< abreast: vectors of columns at once
  ReductionAxes axes;         // kept ones without the columns
  LongSum sums;

  using Kind = vector::CombiningKind;

  Kind kind() const {
    bool real = isa<FloatType>(type), isBool = type.isInteger(1);
    if (isa<AmaxOp>(root))
      return real ? Kind::MAXIMUMF : isBool ? Kind::OR : isUnsigned ? Kind::MAXUI : Kind::MAXSI;
    if (isa<AminOp>(root))
      return real ? Kind::MINIMUMF : isBool ? Kind::AND : isUnsigned ? Kind::MINUI : Kind::MINSI;
    return isa<ProdOp>(root) ? Kind::MUL : Kind::ADD;
  }
  // The reduction of nothing.
  Value identity(int64_t width) {
    TypedAttr number;
    bool largest = isa<AminOp>(root), smallest = isa<AmaxOp>(root);
    if (isa<FloatType>(type)) {
      double infinity = std::numeric_limits<double>::infinity();
      number = e.b.getFloatAttr(type, smallest            ? -infinity
                                      : largest           ? infinity
                                      : isa<ProdOp>(root) ? 1.0
                                                          : 0.0);
    } else {
      unsigned bits = type.getIntOrFloatBitWidth();
      bool fromZero = isUnsigned || bits == 1;
      APInt value(bits, isa<ProdOp>(root) ? 1 : 0);
      if (largest)
        value = fromZero ? APInt::getMaxValue(bits) : APInt::getSignedMaxValue(bits);
      if (smallest)
        value = fromZero ? APInt::getMinValue(bits) : APInt::getSignedMinValue(bits);
      number = e.b.getIntegerAttr(type, value);
    }
    return e.splat(arith::ConstantOp::create(e.b, e.loc, number), width);
  }
  template <typename FloatOp, typename IntegerOp> Value make(Value a, Value b) {
    return isa<FloatType>(type) ? FloatOp::create(e.b, e.loc, a, b).getResult()
                                : IntegerOp::create(e.b, e.loc, a, b).getResult();
  }
  Value combine(Value a, Value b) {
    switch (kind()) {
    case Kind::MAXIMUMF:
      return e.larger(a, b);
    case Kind::MINIMUMF:
      return e.smaller(a, b);
    case Kind::MAXSI:
      return arith::MaxSIOp::create(e.b, e.loc, a, b);
    case Kind::MAXUI:
      return arith::MaxUIOp::create(e.b, e.loc, a, b);
    case Kind::MINSI:
      return arith::MinSIOp::create(e.b, e.loc, a, b);
    case Kind::MINUI:
      return arith::MinUIOp::create(e.b, e.loc, a, b);
    case Kind::OR:
      return arith::OrIOp::create(e.b, e.loc, a, b);
    case Kind::AND:
      return arith::AndIOp::create(e.b, e.loc, a, b);
    case Kind::MUL:
      return make<arith::MulFOp, arith::MulIOp>(a, b);
    default:
      return make<arith::AddFOp, arith::AddIOp>(a, b);
    }
  }
  Value fold(Value vector) {
    if (isa<FloatType>(type))
      return vector::ReductionOp::create(e.b, e.loc, kind(), vector, kTreeOfLanes);
    return vector::ReductionOp::create(e.b, e.loc, kind(), vector);
  }
  Value scaled(Value value, int64_t width) {
    if (!isa<MeanOp>(root))
      return value;
    return arith::DivFOp::create(e.b, e.loc, value, e.constant(type, static_cast<double>(axes.count), width));
  }

  // What the root reads at an offset of its operand: loaded, or computed of what lies there
  // (lowering::prologueOf).
  Value element(Value at, int64_t width, Value mask = {}) {
    DenseMap<Value, Value> done;
    return valueOf(root->getOperand(0), at, width, mask, done);
  }
  Value valueOf(Value value, Value at, int64_t width, Value mask, DenseMap<Value, Value>& done) {
    if (Value found = done.lookup(value))
      return found;
    Type of = typeOf(value).getElementType();
    Operation* op = value.getDefiningOp();
    Value result;
    if (auto constant = dyn_cast_or_null<ConstantOp>(op)) {
      auto number = cast<DenseElementsAttr>(constant.getValue()).getSplatValue<APFloat>();
      result = e.splat(e.number(of, number), width);
    } else if (op) {
      Values operands;
      for (Value operand : op->getOperands())
        operands.push_back(valueOf(operand, at, width, mask, done));
      SmallVector<Value> refused; // none: floats
      result = emitElementwise(e.b, op, operands, refused);
    } else if (value.getType() != root->getOperand(0).getType() && typeOf(value).getNumElements() == 1) {
      result = e.splat(e.load(e.buffer(value), e.cst(0), of, 0), width);
    } else {
      result = e.load(e.buffer(value), at, e.inRegister(of), width, mask);
    }
    return done[value] = result;
  }

  // The columns [begin, end) of a row: whole vectors, and what is left at the end of the last one.
  void alongColumns(Value row, Value base, Value begin, Value end) {
    auto reduceAt = [&](Value col, int64_t count, Value mask) {
      const Values start(static_cast<size_t>(count), identity(lanes));
      Values sum = sums.nest(axes.reduced.sizes, axes.reduced.strides, e.add(base, col), start, 1,
                             [&](Value at, ValueRange acc) {
                               Values next;
                               for (auto [v, sofar] : llvm::enumerate(acc)) {
                                 Value place = e.add(at, static_cast<int64_t>(v) * lanes);
                                 next.push_back(combine(sofar, element(place, lanes, mask)));
                               }
                               return next;
                             });
      for (Value& value : sum)
        value = scaled(value, lanes);
      e.finishTile(sum, count, 1,
                   [&](Value v, int64_t) { return Position{row, e.add(col, e.mul(v, lanes)), lanes, mask}; });
    };
    int64_t rest = e.space.cols % lanes, whole = e.space.cols - rest;
    Value last = e.min(end, e.cst(whole));
    if (const int64_t wide = abreast * lanes; abreast > 1) {
      Value count = e.max(e.sub(last, begin), e.cst(0)), from = begin;
      begin = e.add(from, e.mul(e.div(count, wide), wide));
      e.loop(from, begin, wide, [&](Value col) { reduceAt(col, abreast, {}); });
    }
    e.loop(begin, last, lanes, [&](Value col) { reduceAt(col, 1, {}); });
    if (rest) {
      Value isLast = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::sgt, end, e.cst(whole));
      e.ifThenElse(isLast, [&] { reduceAt(e.cst(whole), 1, e.maskFirst(e.cst(rest), lanes)); });
    }
  }

  // The last axis is reduced: each row is one result.
  void alongLastAxis(Value index, Value base) {
    int64_t length = axes.reduced.sizes.back(), step = kPartials * lanes, whole = length / step * step;
    Values start(kPartials, identity(lanes));
    start.push_back(identity(0));
    ArrayRef<int64_t> sizes = axes.reduced.sizes, strides = axes.reduced.strides;
    int64_t inside = whole / step + length - whole;
    auto row = [&](Value at, ValueRange carried) {
      Values acc = sums.loop(whole, step, carried.drop_back(), [&](Value k, ValueRange partial) {
        Values next;
        for (int64_t p = 0; p < kPartials; ++p)
          next.push_back(combine(partial[p], element(e.add(e.add(at, k), p * lanes), lanes)));
        return next;
      });
      Values rest =
          e.loop(e.cst(whole), e.cst(length), 1, carried.take_back(), [&](Value k, ValueRange partial) {
            return Values{combine(partial[0], element(e.add(at, k), 0))};
          });
      acc.push_back(rest[0]);
      return acc;
    };
    Values all = sums.nest(sizes.drop_back(), strides.drop_back(), base, start, inside, row);
    Value folded = combine(combine(all[0], all[1]), combine(all[2], all[3]));
    Value result = combine(fold(folded), all[4]);
    result = scaled(result, 0);
    Value line = e.space.cols == 1 ? index : e.div(index, e.space.cols);
    Value col = e.space.cols == 1 ? e.cst(0) : e.rem(index, e.space.cols);
    e.finish(result, Position{line, col, 0, {}});
  }

public:
  explicit ReductionEmitter(KernelEmitter& e)
      : e(e), root(e.parts.root), type(e.inRegister(typeOf(root->getOperand(0)).getElementType())),
        isUnsigned(typeOf(root->getOperand(0)).getElementType().isUnsignedInteger()),
        lanes(e.target.lanes(std::max<int64_t>(4, elementBytes(type)))),
        axes(reductionAxes(root, /*exceptLast=*/true)),
        sums(e, isa<FloatType>(type) && isa<SumOp, MeanOp>(root)) {}

  void emit(int64_t each, bool columns) {
    abreast = std::min(kAbreast, (columns ? std::min(each, e.space.cols) : e.space.cols) / lanes);
    if (columns) { // of all rows
      std::pair<Value, Value> own = e.share(e.workgroup, e.space.cols, each);
      e.loop(e.cst(0), e.cst(e.space.rows), 1,
             [&](Value row) { alongColumns(row, e.offsetOf(row, axes.kept), own.first, own.second); });
      return;
    }
    int64_t units = axes.lastKept ? e.space.rows : e.space.rows * e.space.cols;
    auto [begin, end] = e.share(e.workgroup, units, each);
    e.loop(begin, end, 1, [&](Value unit) {
      Value base = e.offsetOf(unit, axes.kept);
      axes.lastKept ? alongColumns(unit, base, e.cst(0), e.cst(e.space.cols)) : alongLastAxis(unit, base);
    });
  }
};

} // namespace

void emitReduction(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  auto tiling = *e.kernel.getTiling();
  ReductionEmitter emitter(e);
  emitter.emit(tiling.getAs<IntegerAttr>("units_per_group").getInt(), tiling.contains("along_columns"));
}

} // namespace aic::codegen

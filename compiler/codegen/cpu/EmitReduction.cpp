// Reductions over any axes. Where the last axis stays, neighbours along it are reduced side by side in one
// vector; where it goes, a vector of partial results is folded at the end. The order never depends on the
// number of threads. Integers wrap in their own width. Sums of floats are sums of sums of kChain numbers.
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Independent partial results along a reduced last axis, to hide an addition's latency.
constexpr int64_t kPartials = 4;

// The additions of floats that follow upon each other: their roundings add up, and all go one way where the
// numbers are equal (a mean of 224 * 224 of them is off by 5e-4 in one chain).
constexpr int64_t kChain = 32;

class ReductionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  Operation* root;
  Value x;
  Type type; // in registers
  bool isUnsigned;
  int64_t lanes;
  ReductionAxes axes; // kept ones without the columns

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

  bool isLongSum(int64_t steps) const {
    return steps > kChain && isa<FloatType>(type) && isa<SumOp, MeanOp>(root);
  }
  /// The partial results `sofar`, with those that `more` makes out of nothing.
  Values combineWith(ValueRange sofar, function_ref<Values(Values)> more) {
    Values start, results;
    for (Value value : sofar) {
      auto vector = dyn_cast<VectorType>(value.getType());
      start.push_back(identity(vector ? vector.getNumElements() : 0));
    }
    for (auto [before, own] : llvm::zip_equal(sofar, more(std::move(start))))
      results.push_back(combine(before, own));
    return results;
  }

  // A loop from 0 to `end`, a multiple of `step`.
  Values chain(int64_t end, int64_t step, ValueRange carried, function_ref<Values(Value, ValueRange)> body) {
    if (!isLongSum(end / step))
      return e.loop(e.cst(0), e.cst(end), step, carried, body);
    int64_t part = kChain * step, whole = end / part * part;
    Values sums = chain(whole, part, carried, [&](Value first, ValueRange sofar) {
      return combineWith(sofar,
                         [&](Values start) { return e.loop(first, e.add(first, part), step, start, body); });
    });
    return whole < end ? e.loop(e.cst(whole), e.cst(end), step, sums, body) : sums;
  }

  // Loops over the reduced axes from `axis` to `end`, at offset `at`. `inside`: the steps of `body`.
  Values nest(size_t axis, size_t end, Value at, Values carried, int64_t inside,
              function_ref<Values(Value, Values)> body) {
    if (axis == end)
      return body(at, carried);
    ArrayRef<int64_t> sizes = ArrayRef(axes.reduced.sizes).take_front(end);
    int64_t steps = ShapedType::getNumElements(sizes.drop_front(axis + 1)) * inside;
    return chain(sizes[axis], 1, carried, [&](Value i, ValueRange sofar) {
      Value first = e.add(at, e.mul(i, axes.reduced.strides[axis]));
      if (!isLongSum(steps))
        return nest(axis + 1, end, first, Values(sofar), inside, body);
      return combineWith(
          sofar, [&](Values start) { return nest(axis + 1, end, first, std::move(start), inside, body); });
    });
  }

  void alongColumns(Value row, Value base) {
    auto reduceAt = [&](Value col, Value mask) {
      Values sum = nest(
          0, axes.reduced.sizes.size(), e.add(base, col), {identity(lanes)}, 1,
          [&](Value at, Values acc) { return Values{combine(acc[0], e.load(x, at, type, lanes, mask))}; });
      e.finish(scaled(sum[0], lanes), Position{row, col, lanes, mask});
    };
    int64_t whole = e.space.cols / lanes * lanes;
    e.loop(e.cst(0), e.cst(whole), lanes, [&](Value col) { reduceAt(col, {}); });
    if (int64_t rest = e.space.cols - whole)
      reduceAt(e.cst(whole), e.maskFirst(e.cst(rest), lanes));
  }

  // The last axis is reduced: each row is one result.
  void alongLastAxis(Value index, Value base) {
    int64_t length = axes.reduced.sizes.back(), step = kPartials * lanes, whole = length / step * step;
    Values start(kPartials, identity(lanes));
    start.push_back(identity(0));
    int64_t inside = whole / step + length - whole;
    Values sums = nest(0, axes.reduced.sizes.size() - 1, base, start, inside, [&](Value at, Values carried) {
      Value scalar = carried.pop_back_val();
      Values acc = chain(whole, step, carried, [&](Value k, ValueRange partial) {
        Values next;
        for (int64_t p = 0; p < kPartials; ++p)
          next.push_back(combine(partial[p], e.load(x, e.add(e.add(at, k), p * lanes), type, lanes)));
        return next;
      });
      Values rest =
          e.loop(e.cst(whole), e.cst(length), 1, ValueRange{scalar}, [&](Value k, ValueRange partial) {
            return Values{combine(partial[0], e.load(x, e.add(at, k), type, 0))};
          });
      acc.push_back(rest[0]);
      return acc;
    });
    Value folded = combine(combine(sums[0], sums[1]), combine(sums[2], sums[3]));
    Value result = combine(fold(folded), sums[4]);
    result = scaled(result, 0);
    Value row = e.space.cols == 1 ? index : e.div(index, e.space.cols);
    Value col = e.space.cols == 1 ? e.cst(0) : e.rem(index, e.space.cols);
    e.finish(result, Position{row, col, 0, {}});
  }

public:
  explicit ReductionEmitter(KernelEmitter& e)
      : e(e), root(e.parts.root), x(e.buffer(root->getOperand(0))),
        type(e.inRegister(typeOf(root->getOperand(0)).getElementType())),
        isUnsigned(typeOf(root->getOperand(0)).getElementType().isUnsignedInteger()),
        lanes(e.target.lanes(std::max<int64_t>(4, elementBytes(type)))),
        axes(reductionAxes(root, /*exceptLast=*/true)) {}

  void emit(int64_t each) {
    int64_t units = axes.lastKept ? e.space.rows : e.space.rows * e.space.cols;
    auto [begin, end] = e.share(e.workgroup, units, each);
    e.loop(begin, end, 1, [&](Value unit) {
      Value base = e.offsetOf(unit, axes.kept);
      axes.lastKept ? alongColumns(unit, base) : alongLastAxis(unit, base);
    });
  }
};

} // namespace

void emitReduction(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  ReductionEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen

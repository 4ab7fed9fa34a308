// Reductions of f32 and i32 over any axes. Short ones: an invocation a result (four results where the last
// axis stays and is of fours). Long ones: a workgroup a result, folded by a tree, or in the subgroup variant
// by subgroups. (Few of very many are two steps, SplitReductions.cpp.)
#include "compiler/codegen/LongSum.h"
#include "compiler/codegen/vulkan/Combine.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// A workgroup of 64 has something to do from so many elements on.
constexpr int64_t kLong = 64;
// Where the last axis stays, neighbouring invocations already read neighbours: only few and very long
// reductions need more hands than results.
constexpr int64_t kFewResults = 256, kVeryLong = 256;
// From so many elements on that are left to one workgroup an invocation takes several a turn: drivers may end
// loops of more than 65,535 turns (runtime/vulkan/README.md).
constexpr int64_t kEndless = 32768, kATurn = 16;

struct Reduction {
  Fold fold = Fold::Sum;
  bool mean = false;
  ReductionAxes axes;
  int64_t results = 1;
  int64_t lanes = 1; // results an invocation

  bool byWorkgroups() const {
    if (axes.lastKept && axes.count < kEndless)
      return results < kFewResults && axes.count >= kVeryLong;
    return axes.count >= kLong;
  }
};

Reduction reductionOf(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  Reduction r;
  r.fold = isa<AmaxOp>(root)   ? Fold::Max
           : isa<AminOp>(root) ? Fold::Min
           : isa<ProdOp>(root) ? Fold::Product
                               : Fold::Sum;
  r.mean = isa<MeanOp>(root);
  auto shape = cast<RankedTensorType>(root->getOperand(0).getType()).getShape();
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  r.axes = reductionAxes(root, /*exceptLast=*/false);
  r.results = out.getNumElements();
  // Fours: neighbours in the result are neighbours in x.
  if (r.axes.lastKept && !shape.empty() && shape.back() % 4 == 0 && out.getRank() > 0 &&
      out.getShape().back() == shape.back())
    r.lanes = 4;
  return r;
}

class ReductionEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Reduction r;
  Value x;
  Type element = typeOf(e.parts.root->getOperand(0)).getElementType();
  LongSum sums;

  // What the root reads at an offset of its operand, a multiple of `lanes` where that is 4: loaded, or
  // computed of what lies there (lowering::prologueOf).
  Value read(Value at, int64_t lanes) {
    DenseMap<Value, Value> done;
    return valueOf(x, at, lanes, done);
  }
  Value valueOf(Value value, Value at, int64_t lanes, DenseMap<Value, Value>& done) {
    if (Value found = done.lookup(value))
      return found;
    Operation* op = value.getDefiningOp();
    Value result;
    if (auto constant = dyn_cast_or_null<ConstantOp>(op)) {
      auto number = cast<DenseElementsAttr>(constant.getValue()).getSplatValue<APFloat>();
      result = e.constant(typeOf(value).getElementType(), number.convertToDouble(), lanes);
    } else if (op) {
      Values operands;
      for (Value operand : op->getOperands())
        operands.push_back(valueOf(operand, at, lanes, done));
      SmallVector<Value> refused, overflowed; // none: floats
      result = emitElementwise(e.b, op, operands, refused, overflowed);
    } else if (value.getType() != x.getType() && typeOf(value).getNumElements() == 1) {
      result = e.splat(e.load(value, e.cst(0)), lanes);
    } else {
      result = lanes ? e.load4(value, e.div(at, 4)) : e.load(value, at);
    }
    return done[value] = result;
  }

  void finish(Value sum, Value result, int64_t lanes) {
    if (r.mean) {
      Value count = e.constant(e.b.getF32Type(), static_cast<double>(r.axes.count), lanes);
      sum = arith::DivFOp::create(e.b, e.loc, sum, count);
    }
    Value row = e.space.cols == 1 ? result : e.div(result, e.space.cols);
    Value col = e.space.cols == 1 ? e.cst(0) : e.rem(result, e.space.cols);
    e.finish(sum, Position{row, col, lanes});
  }

public:
  explicit ReductionEmitter(KernelEmitter& e)
      : e(e), r(reductionOf(e.kernel)), x(e.parts.root->getOperand(0)),
        sums(e, isa<FloatType>(element) && r.fold == Fold::Sum) {}

  void byInvocations() {
    int64_t lanes = r.lanes == 4 ? 4 : 0;
    e.forEachInvocation(r.results / r.lanes, [&](Value id) {
      Value result = e.mul(id, r.lanes);
      Value start = identityOf(e, r.fold, element, lanes);
      Values sum = sums.nest(
          r.axes.reduced.sizes, r.axes.reduced.strides, e.offsetOf(result, r.axes.kept), start, 1,
          [&](Value at, ValueRange acc) { return Values{combine(e, r.fold, acc[0], read(at, lanes))}; });
      finish(sum[0], result, lanes);
    });
  }

  void byWorkgroups() {
    WorkgroupFold fold(e, element);
    e.forEachWorkgroup([&](Value result) {
      Value base = e.offsetOf(result, r.axes.kept);
      Value start = identityOf(e, r.fold, element, 0);
      // Each invocation has the elements that are a workgroup apart; some have one more.
      auto element = [&](Value k) { return read(e.add(base, e.offsetOf(k, r.axes.reduced)), 0); };
      auto next = [&](Value k, ValueRange acc) { return Values{combine(e, r.fold, acc[0], element(k))}; };
      const int64_t turn = (r.axes.count < kEndless ? 1 : kATurn) * e.localSize();
      int64_t whole = r.axes.count / turn * turn;
      Value own = sums.loop(whole, turn, start, [&](Value first, ValueRange acc) {
        Values some;
        for (int64_t at = 0; at < turn; at += e.localSize())
          some.push_back(element(e.add(e.add(first, e.local), at)));
        for (; some.size() > 1; some.truncate(some.size() / 2)) // pairs, pairs of pairs
          for (size_t i = 0; i < some.size() / 2; ++i)
            some[i] = combine(e, r.fold, some[i], some[some.size() / 2 + i]);
        return Values{combine(e, r.fold, acc[0], some[0])};
      })[0];
      if (whole < r.axes.count)
        own = e.loop(e.add(e.local, whole), e.cst(r.axes.count), e.localSize(), own, next)[0];
      Value all = fold(r.fold, own);
      e.ifThen(arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, e.local, e.cst(0)),
               [&] { finish(all, result, 0); });
    });
  }

  void emit() { r.byWorkgroups() ? byWorkgroups() : byInvocations(); }
};

} // namespace

Variants reductionVariants(schedule::KernelOp kernel) {
  Reduction r = reductionOf(kernel);
  if (!r.byWorkgroups())
    return {flat(r.results / r.lanes)};
  Variants variants = workgroupFolds(r.results);
  if (!isa<FloatType>(typeOf(splitKernel(kernel).root->getOperand(0)).getElementType()))
    variants.pop_back(); // integers are folded by the tree
  return variants;
}

void emitReduction(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), std::max<int64_t>(out.getRank() - 1, 0));
  ReductionEmitter(e).emit();
}

} // namespace aic::codegen::vulkan

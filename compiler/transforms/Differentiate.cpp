// aic-differentiate: reverse-mode differentiation. From loss back, each operation's rule
// (GradientOpInterface) makes the gradients of its operands from those of its results; several uses of a
// value add up, the last use first.
#include "compiler/transforms/Differentiate.h"

#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Gradient.h"

#include "llvm/ADT/DenseSet.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DIFFERENTIATE
#include "compiler/transforms/Passes.h.inc"

namespace {

bool isFloat(Value value) {
  return isa<FloatType>(typeOf(value).getElementType());
}

/// What loss is computed from, in order.
SmallVector<Operation*> sourcesOf(GradientOp gradient) {
  DenseSet<Operation*> found;
  SmallVector<Value> open{gradient.getLoss()};
  while (!open.empty())
    if (Operation* op = open.pop_back_val().getDefiningOp(); op && found.insert(op).second)
      llvm::append_range(open, op->getOperands());
  SmallVector<Operation*> sources(found.begin(), found.end());
  llvm::sort(sources, [](Operation* a, Operation* b) { return a->isBeforeInBlock(b); });
  return sources;
}

/// The gradients of one aic.gradient, which they take the place of.
class Differentiation {
public:
  explicit Differentiation(GradientOp gradient)
      : gradient(gradient), builder(gradient), guided(gradient->hasAttr(kGuidedAttr)) {}

  LogicalResult run() {
    SmallVector<Operation*> sources = sourcesOf(gradient);
    for (Value value : gradient.getWrt())
      active.insert(value);
    for (Operation* op : sources)
      if (!isa<StopGradientOp>(op) && llvm::any_of(op->getOperands(), isActive()))
        for (Value result : op->getResults())
          if (isFloat(result))
            active.insert(result);
    GradientBuilder at(builder, gradient.getLoc());
    if (active.contains(gradient.getLoss()))
      gradients[gradient.getLoss()] = at.number(1, gradient.getLoss());
    for (Operation* op : llvm::reverse(sources))
      if (failed(passThrough(op)))
        return failure();
    for (auto [value, result] : llvm::zip(gradient.getWrt(), gradient.getResults())) {
      Value found = gradients.lookup(value);
      result.replaceAllUsesWith(found ? found : at.zeros(value));
    }
    gradient.erase();
    return success();
  }

private:
  std::function<bool(Value)> isActive() const {
    return [this](Value value) { return active.contains(value); };
  }

  LogicalResult passThrough(Operation* op) {
    if (isa<StopGradientOp>(op))
      return success();
    llvm::BitVector wanted(op->getNumOperands());
    for (auto [i, operand] : llvm::enumerate(op->getOperands()))
      wanted[i] = active.contains(operand);
    SmallVector<Value> results;
    for (Value result : op->getResults())
      results.push_back(gradients.lookup(result));
    if (wanted.none() || llvm::all_of(results, [](Value value) { return !value; }))
      return success();
    if (guided && isa<ReluOp>(op))
      results[0] = GradientBuilder(builder, op->getLoc()).make<ReluOp>(results[0]);
    auto rule = dyn_cast<GradientOpInterface>(op);
    Vjp vjp(builder, op, results, wanted);
    if (rule)
      return succeeded(rule.buildVjp(vjp)) ? accumulate(vjp) : failure();
    InFlightDiagnostic error = op->emitError(op->getName().stripDialect()) << " has no gradient";
    error.attachNote(gradient.getLoc()) << "the gradient is asked for here";
    return error;
  }

  LogicalResult accumulate(Vjp& vjp) {
    for (auto [operand, given] : llvm::zip(vjp.operation->getOperands(), vjp.gradients())) {
      if (!given || !active.contains(operand))
        continue;
      if (given.getType() != operand.getType())
        return vjp.operation->emitError("internal error: the gradient of ")
               << operand.getType() << " is " << given.getType() << ": please report this";
      Value& sum = gradients[operand];
      sum = sum ? vjp.add(sum, given) : given;
    }
    return success();
  }

  GradientOp gradient;
  OpBuilder builder;
  bool guided;
  DenseSet<Value> active; // depends on what is differentiated by, and is a float
  DenseMap<Value, Value> gradients;
};

struct DifferentiatePass : impl::DifferentiateBase<DifferentiatePass> {
  void runOnOperation() override {
    SmallVector<GradientOp> asked;
    SmallVector<StopGradientOp> stops;
    DenseSet<Operation*> written; // before: what they leave unused may hold a failure of the run, and stays
    getOperation().walk([&](Operation* op) {
      if (auto gradient = dyn_cast<GradientOp>(op))
        asked.push_back(gradient);
      else if (auto stop = dyn_cast<StopGradientOp>(op))
        stops.push_back(stop);
      else
        written.insert(op);
    });
    if (asked.empty() && stops.empty())
      return markAllAnalysesPreserved();
    // One after another: a gradient of a gradient finds the first one's operations.
    for (GradientOp gradient : asked)
      if (failed(Differentiation(gradient).run()))
        return signalPassFailure();
    for (StopGradientOp stop : stops) {
      stop.getResult().replaceAllUsesWith(stop.getX());
      stop.erase();
    }
    // Rules may make more than is wanted.
    for (Block& block : getOperation().getBody())
      for (Operation& op : llvm::make_early_inc_range(llvm::reverse(block)))
        if (!written.contains(&op) && isOpTriviallyDead(&op))
          op.erase();
  }
};

} // namespace

} // namespace aic::transforms

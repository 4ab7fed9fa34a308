// aic-split-reductions: few results of very many elements in two steps. One workgroup a result leaves most of
// a device idle; and a driver may end a loop that takes too many turns (runtime/vulkan/README.md).
#include "compiler/codegen/vulkan/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace aic::codegen {

#define GEN_PASS_DEF_VULKANSPLITREDUCTIONS
#include "compiler/codegen/vulkan/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-split-reductions";

/// Results that do not fill a device, and elements of one from which on two steps are worth their dispatch.
constexpr int64_t kFewResults = 256, kManyElements = 32768;
/// Elements that a step makes one of, at least.
constexpr int64_t kLeastStep = 32;

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// A reduced axis of x, and how many parts of it are left after the first step: a divisor of its size.
struct Cut {
  int64_t axis = 0, parts = 0;
};

/// The cut whose steps are most nearly equal; none where every divisor leaves a step too little.
std::optional<Cut> cutOf(ArrayRef<int64_t> shape, ArrayRef<int64_t> dims, int64_t count) {
  std::optional<Cut> best;
  int64_t least = count; // of the longer step
  for (int64_t axis : dims)
    for (int64_t parts = kLeastStep; parts <= std::min(shape[axis], count / kLeastStep); ++parts)
      if (int64_t longer = std::max(parts, count / parts); shape[axis] % parts == 0 && longer < least)
        best = {axis, parts}, least = longer;
  return best;
}

/// The first step: x with `parts` elements along the axis, and one along each other reduced axis.
Value firstStep(Operation* op, OpBuilder& b, Value x, ArrayRef<int64_t> dims, Cut cut) {
  Location loc = op->getLoc();
  RankedTensorType type = typeOf(x);
  SmallVector<int64_t> split(type.getShape()), reduced, left(type.getShape());
  split[cut.axis] = cut.parts;
  split.insert(split.begin() + cut.axis + 1, type.getDimSize(cut.axis) / cut.parts);
  for (int64_t dim : dims) {
    reduced.push_back(dim < cut.axis ? dim : dim + 1); // of the cut axis what was put behind it
    left[dim] = dim == cut.axis ? cut.parts : 1;
  }
  Value parts = ReshapeOp::create(b, loc, type.clone(split), x);
  Value made = TypeSwitch<Operation*, Value>(op).Case<SumOp, MeanOp, AmaxOp, AminOp, ProdOp>([&](auto same) {
    using Op = decltype(same);
    return Op::create(b, loc, parts, b.getDenseI64ArrayAttr(reduced), b.getBoolAttr(true)).getResult();
  });
  return ReshapeOp::create(b, loc, type.clone(left), made);
}

void split(Operation* op) {
  Value own = op->getOperand(0);
  ArrayRef<int64_t> shape = typeOf(own).getShape();
  SmallVector<int64_t> dims = *cast<ReductionOpInterface>(op).getReducedAxes();
  int64_t count = 1, results = typeOf(op->getResult(0)).getNumElements();
  for (int64_t dim : dims)
    count *= shape[dim];
  // Where the last axis stays, an invocation may make a result by itself.
  bool lastStays = !llvm::is_contained(dims, static_cast<int64_t>(shape.size()) - 1);
  if (count < kManyElements || results == 0 || (results >= kFewResults && !lastStays))
    return;
  std::optional<Cut> cut = cutOf(shape, dims, count);
  if (!cut)
    return transforms::reportMissed(op->getLoc(), kPass,
                                    transforms::describe(op) + " of " + Twine(count) +
                                        " elements stays one step: no divisor of an axis makes two of it");
  auto fused = dyn_cast<FusedOp>(op->getParentOp());
  auto argument = dyn_cast<BlockArgument>(own);
  if (fused && (!argument || argument.getOwner() != op->getBlock()))
    return transforms::reportMissed(op->getLoc(), kPass,
                                    transforms::describe(op) + " reads what its own kernel computes");
  OpBuilder b(fused ? fused.getOperation() : op);
  Value first = firstStep(op, b, fused ? fused.getInputs()[argument.getArgNumber()] : own, dims, *cut);
  if (fused) {
    fused.getInputsMutable().append(first);
    op->setOperand(0, fused.getBody().front().addArgument(first.getType(), first.getLoc()));
    if (argument.use_empty()) {
      fused.getInputsMutable().erase(argument.getArgNumber());
      fused.getBody().front().eraseArgument(argument.getArgNumber());
    }
  } else {
    op->setOperand(0, first);
  }
  transforms::reportPassed(op->getLoc(), kPass,
                           transforms::describe(op) + " of " + Twine(count) + " elements is one of " +
                               Twine(cut->parts) + " parts, which a step of their own makes");
}

struct SplitReductionsPass : impl::VulkanSplitReductionsBase<SplitReductionsPass> {
  void runOnOperation() override {
    SmallVector<Operation*> reductions;
    getOperation().walk([&](Operation* op) {
      if (isa<SumOp, MeanOp, AmaxOp, AminOp, ProdOp>(op))
        reductions.push_back(op);
    });
    llvm::for_each(reductions, split);
  }
};

} // namespace

} // namespace aic::codegen

// aic-widen-halves: a model in f16 or bf16 is bound by memory where each number of its weights serves few
// rows, as in a step of a language model, and by arithmetic where it serves many. Arithmetic is that of f32,
// so there its weights become f32 now, and what it computes stays f32 until it is a result.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Quantised.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_WIDENHALVES
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-widen-halves";
constexpr double kManyRows =
    16; // that a number of a weight serves: a core widens it as fast as memory gives it

bool isHalf(Type type) {
  Type element = getElementTypeOrSelf(type);
  return element.isF16() || element.isBF16();
}

/// What reads halves as they are stored: of a table only the rows that are looked up.
bool readsHalves(OpOperand& use, const llvm::DenseSet<Operation*>& mixed) {
  Operation* op = use.getOwner();
  if (isa<DequantizeOp, BlockLinearOp>(op) || (mixed.contains(op) && use.getOperandNumber() == 1))
    return true;
  return use.get().getDefiningOp<ConstantOp>() &&
         ((isa<TakeOp, GatherOp>(op) && use.getOperandNumber() == 0) ||
          (isa<EmbeddingOp>(op) && use.getOperandNumber() == 1));
}

/// Whether f32 meets a weight that somebody asked to be stored in halves.
bool isMixed(Operation* op) {
  return isa<LinearOp, MatmulOp>(op) && typeOf(op->getOperand(0)).getElementType().isF32();
}

/// Products of constant weights, and numbers of these weights.
struct Work {
  double products = 0, weights = 0;
  bool halves = false; ///< there is such a weight
};

/// Why halves stay what they are in a function; "" where nothing is against f32.
std::string whyNot(func::FuncOp function, Work& work) {
  std::string why;
  auto isState = [&](auto attribute) { return attribute != nullptr; };
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    if (isHalf(function.getArgument(i).getType()) && isState(function.getArgAttr(i, kStateAttr)))
      why = "a state is stored in them";
  function.walk([&](Operation* op) {
    if (op != function && op->getNumRegions() > 0)
      why = "there are regions in it";
    if (!op->hasTrait<OpTrait::Contraction>() || op->getNumOperands() < 2 ||
        !op->getOperand(1).getDefiningOp<ConstantOp>())
      return;
    RankedTensorType weight = typeOf(op->getOperand(1));
    const double numbers = double(weight.getNumElements());
    const double outputs = double(isa<MatmulOp>(op) ? weight.getShape().back() : weight.getDimSize(0));
    work.weights += numbers;
    work.products += outputs > 0 ? double(typeOf(op->getResult(0)).getNumElements()) * numbers / outputs : 0;
    work.halves |= isHalf(weight) && !isMixed(op);
  });
  return why;
}

class Widener {
public:
  explicit Widener(func::FuncOp function) : function(function), b(function.getContext()) {}

  void run() {
    Block& body = function.getBody().front();
    for (Operation& op : body)
      if (isMixed(&op))
        mixed.insert(&op);
    b.setInsertionPointToStart(&body);
    for (BlockArgument argument : body.getArguments())
      if (isHalf(argument.getType()))
        widenAfter(argument);
    for (Operation& op : llvm::make_early_inc_range(body)) {
      if (isa<ConstantOp>(op))
        constant(op);
      else if (isa<func::ReturnOp>(op))
        results(op);
      else
        other(op);
    }
  }

private:
  func::FuncOp function;
  OpBuilder b;
  llvm::DenseSet<Operation*> mixed; ///< before any value was widened

  bool readsStored(OpOperand& use) const { return readsHalves(use, mixed); }

  Type wide(Type type) { return cast<RankedTensorType>(type).clone(b.getF32Type()); }

  /// A cast to f32 that all read which read `value`, but for those that read what is stored.
  void widenAfter(Value value) {
    Location loc = value.getLoc();
    auto made = CastOp::create(b, loc, wide(value.getType()), value);
    value.replaceUsesWithIf(made,
                            [&](OpOperand& use) { return use.getOwner() != made && !readsStored(use); });
    if (made.use_empty())
      made.erase();
  }

  void constant(Operation& op) {
    Value value = op.getResult(0);
    if (!isHalf(value.getType()) ||
        llvm::all_of(value.getUses(), [&](OpOperand& use) { return readsStored(use); }))
      return;
    b.setInsertionPointAfter(&op);
    ElementsAttr stored = constantWithData(value);
    FailureOr<reference::Tensor> numbers = failure();
    if (stored)
      numbers = reference::fromAttr(stored);
    ElementsAttr attr;
    if (succeeded(numbers)) {
      numbers->element = b.getF32Type();
      StringRef key = resourceKey(stored);
      attr = reference::toAttr(*numbers, key.empty() ? "wide" : (key + "+f32").str());
    }
    if (!attr)
      return widenAfter(value);
    Value made = makeConstant(b, op.getLoc(), attr);
    value.replaceUsesWithIf(made, [&](OpOperand& use) { return !readsStored(use); });
    if (op.use_empty())
      op.erase();
  }

  void results(Operation& op) {
    b.setInsertionPoint(&op);
    for (auto [operand, type] : llvm::zip(op.getOpOperands(), function.getResultTypes()))
      if (operand.get().getType() != type)
        operand.set(CastOp::create(b, op.getLoc(), type, operand.get()));
  }

  void other(Operation& op) {
    b.setInsertionPointAfter(&op);
    auto cast = dyn_cast<CastOp>(op);
    if (cast && cast.getX().getType() == cast.getType()) {
      cast.replaceAllUsesWith(cast.getX());
      cast.erase();
      return;
    }
    const bool stored = cast || llvm::any_of(op.getOpOperands(), [&](OpOperand& operand) {
                          return isHalf(operand.get().getType()) && readsStored(operand);
                        });
    for (Value result : op.getResults())
      if (isHalf(result.getType())) { // a cast is a rounding that the model asks for
        if (stored)
          widenAfter(result);
        else
          result.setType(wide(result.getType()));
      }
  }
};

struct WidenHalvesPass : impl::WidenHalvesBase<WidenHalvesPass> {
  void runOnOperation() override {
    Work work;
    std::string why;
    for (func::FuncOp function : getOperation().getOps<func::FuncOp>())
      if (std::string one = whyNot(function, work); !one.empty())
        why = one;
    if (!work.halves)
      return;
    const double rows = work.products / std::max(work.weights, 1.0);
    if (why.empty() && rows < kManyRows)
      why = "a number of a weight serves " + std::to_string(static_cast<int64_t>(rows)) +
            " rows, so that memory is the bound";
    for (func::FuncOp function : getOperation().getOps<func::FuncOp>()) {
      if (!why.empty()) {
        reportMissed(function.getLoc(), kPass, "weights of 16 bits stay so: " + why);
        continue;
      }
      reportPassed(function.getLoc(), kPass,
                   "what is in 16 bits is f32 from here on: a number of a weight serves " +
                       std::to_string(static_cast<int64_t>(rows)) +
                       " rows, so that arithmetic is the bound and not memory");
      Widener(function).run();
    }
  }
};

} // namespace

} // namespace aic::transforms

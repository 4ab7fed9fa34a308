// Caches in fewer bits: what `aic compile --state-precision` says of states.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Precision.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Views.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace aic::transforms {
namespace {

constexpr llvm::StringLiteral kPass = "aic-narrow-states";

/// A function's argument for a state, and the number of the result that is written back; -1 where none is.
struct Use {
  func::FuncOp function;
  BlockArgument argument;
  int result = -1;

  Value last() const {
    return argument.getOwner()->getTerminator()->getOperand(static_cast<unsigned>(result));
  }
};

SmallVector<Use> usesOf(ModuleOp module, StateOp state) {
  auto symbol = FlatSymbolRefAttr::get(state.getSymNameAttr());
  SmallVector<Use> uses;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (function.isExternal())
      continue;
    Use use{function, {}, -1};
    for (BlockArgument argument : function.getArguments())
      if (function.getArgAttr(argument.getArgNumber(), kStateAttr) == symbol)
        use.argument = argument;
    for (unsigned i = 0; i < function.getNumResults(); ++i)
      if (function.getResultAttr(i, kStateAttr) == symbol)
        use.result = static_cast<int>(i);
    if (use.argument)
      uses.push_back(use);
  }
  return uses;
}

/// The argument and what becomes of it by updates, the last of which is written back; empty where something
/// else is.
SmallVector<Value> updatesOf(const Use& use) {
  if (use.result < 0)
    return {use.argument};
  SmallVector<Value> chain;
  for (Value value = use.last();;) {
    chain.push_back(value);
    if (value == use.argument)
      return chain;
    auto update = value.getDefiningOp<UpdateSliceOp>();
    if (!update)
      return {};
    value = update.getX();
  }
}

class Narrower {
public:
  Narrower(StateOp state, Type element) : state(state), element(element), b(state.getContext()) {}

  void run(ArrayRef<Use> uses) {
    state.setValueAttr(narrowed(state.getValue()));
    state.setType(state.getType().clone(element));
    for (const Use& use : uses) {
      SmallVector<Value> chain = updatesOf(use);
      for (Value value : chain)
        value.setType(halfOf(value.getType()));
      for (Value value : chain) {
        if (auto update = value.getDefiningOp<UpdateSliceOp>()) {
          b.setInsertionPoint(update);
          Value values = update.getValues();
          update.getValuesMutable().set(CastOp::create(b, update.getLoc(), halfOf(values.getType()), values));
        }
        for (OpOperand& read : llvm::make_early_inc_range(value.getUses()))
          if (!isWrite(use, read))
            narrow(read);
      }
      func::FuncOp function = use.function;
      SmallVector<Type> results(function.getResultTypes());
      if (use.result >= 0)
        results[static_cast<size_t>(use.result)] = halfOf(results[static_cast<size_t>(use.result)]);
      function.setType(b.getFunctionType(use.argument.getOwner()->getArgumentTypes(), results));
    }
  }

  /// Null where it cannot be had.
  ElementsAttr narrowed(ElementsAttr value) {
    auto type = cast<RankedTensorType>(halfOf(value.getType()));
    if (auto dense = dyn_cast<DenseElementsAttr>(value); dense && dense.isSplat()) {
      APFloat number = dense.getSplatValue<APFloat>();
      bool inexact;
      number.convert(cast<FloatType>(element).getFloatSemantics(), APFloat::rmNearestTiesToEven, &inexact);
      return DenseElementsAttr::get(type, number);
    }
    FailureOr<reference::Tensor> numbers = reference::fromAttr(value);
    if (failed(numbers))
      return {};
    return roundedAttr(std::move(numbers->f), type, (resourceKey(value) + "+state").str());
  }

private:
  StateOp state;
  Type element;
  OpBuilder b;

  Type halfOf(Type type) const { return cast<RankedTensorType>(type).clone(element); }

  /// The chain itself: what an update writes into, and what is written back.
  static bool isWrite(const Use& use, OpOperand& read) {
    Operation* op = read.getOwner();
    if (auto update = dyn_cast<UpdateSliceOp>(op))
      return &read == &update.getXMutable();
    return isa<func::ReturnOp>(op) && static_cast<int>(read.getOperandNumber()) == use.result;
  }

  /// Whether halves may stand where `read` reads: keys and values of an attention, through views.
  static bool takesHalves(OpOperand& read) {
    Operation* op = read.getOwner();
    if (isa<AttentionOp>(op))
      return read.getOperandNumber() == 1 || read.getOperandNumber() == 2;
    return isView(op) && llvm::all_of(op->getResult(0).getUses(), takesHalves);
  }

  void narrow(OpOperand& read) {
    Operation* op = read.getOwner();
    if (takesHalves(read)) {
      if (!isView(op))
        return;
      Value view = op->getResult(0);
      view.setType(halfOf(view.getType()));
      for (OpOperand& next : llvm::make_early_inc_range(view.getUses()))
        narrow(next);
      return;
    }
    b.setInsertionPoint(op);
    Value value = read.get();
    read.set(CastOp::create(b, op->getLoc(), cast<RankedTensorType>(value.getType()).clone(b.getF32Type()),
                            value));
  }
};

} // namespace

bool parseStatePrecision(const std::string& text, Stored& stored, std::string& why) {
  if (text == "f32" || text == "f16" || text == "bf16") {
    stored = text == "f32" ? Stored::F32 : text == "f16" ? Stored::F16 : Stored::BF16;
    return true;
  }
  why = "'" + text + "' is no type of states: they are f32, f16 and bf16";
  return false;
}

bool narrowStates(ModuleOp module, Stored stored) {
  if (stored == Stored::F32)
    return true;
  Builder b(module.getContext());
  Type element = stored == Stored::F16 ? Type(b.getF16Type()) : b.getBF16Type();
  bool any = false;
  for (auto state : module.getOps<StateOp>()) {
    auto missed = [&](const Twine& why) {
      reportMissed(state.getLoc(), kPass, "the state '" + state.getSymName() + "' stays f32: " + why);
    };
    if (!cast<RankedTensorType>(state.getType()).getElementType().isF32())
      continue;
    SmallVector<Use> uses = usesOf(module, state);
    const bool isCache = llvm::any_of(uses, [](const Use& use) { return use.result >= 0; }) &&
                         llvm::all_of(uses, [](const Use& use) {
                           return !updatesOf(use).empty() && (use.result < 0 || use.last() != use.argument);
                         });
    if (!isCache) {
      missed("something else than updates of slices is written to it");
      continue;
    }
    Narrower narrower(state, element);
    if (!narrower.narrowed(state.getValue())) {
      missed("what it begins with does not fit");
      continue;
    }
    reportPassed(state.getLoc(), kPass,
                 "the state '" + state.getSymName() + "' is " +
                     describe(Type(cast<RankedTensorType>(state.getType()).clone(element))) +
                     ", half of its bytes");
    narrower.run(uses);
    any = true;
  }
  return any;
}

} // namespace aic::transforms

#include "tools/aic/TrainSplit.h"

#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Pieces.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace aic::tool {

namespace {

constexpr llvm::StringLiteral kNameAttr = "aic.name";

Operation* terminatorOf(func::FuncOp function) {
  return function.getBody().front().getTerminator();
}

/// All operations that a value is computed from or, forward, that are computed from it.
DenseSet<Operation*> reachable(ArrayRef<Value> from, bool forward) {
  DenseSet<Operation*> seen;
  SmallVector<Value> open(from);
  while (!open.empty()) {
    Value next = open.pop_back_val();
    SmallVector<Operation*> ops;
    if (forward)
      llvm::append_range(ops, next.getUsers());
    else if (Operation* op = next.getDefiningOp())
      ops.push_back(op);
    for (Operation* op : ops)
      if (seen.insert(op).second) {
        if (forward)
          llvm::append_range(open, op->getResults());
        else
          llvm::append_range(open, op->getOperands());
      }
  }
  return seen;
}

/// The gradients that are not part of another one's.
SmallVector<GradientOp> outerGradients(func::FuncOp function) {
  SmallVector<GradientOp> found;
  for (GradientOp op : function.getOps<GradientOp>()) {
    DenseSet<Operation*> after = reachable(llvm::to_vector_of<Value>(op->getResults()), /*forward=*/true);
    if (llvm::none_of(after, [](Operation* other) { return isa<GradientOp>(other); }))
      found.push_back(op);
  }
  return found;
}

/// An input that holds samples: not a number that the loop fills.
bool isSample(func::FuncOp function, unsigned i, const std::string& rate) {
  auto name = function.getArgAttrOfType<StringAttr>(i, kNameAttr);
  if (!name || name.getValue().starts_with(kPassed))
    return false;
  const bool scalar = cast<RankedTensorType>(function.getArgument(i).getType()).getRank() == 0;
  const StringRef text = name.getValue();
  return !scalar || (text != rate && text != "step" && text != "epoch" && text != "seed");
}

/// Whether a value is computed from samples.
bool isOfSamples(func::FuncOp function, Value value, const std::string& rate) {
  DenseSet<Operation*> before = reachable(value, /*forward=*/false);
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    if (isSample(function, i, rate) && (function.getArgument(i) == value ||
                                        llvm::any_of(function.getArgument(i).getUsers(),
                                                     [&](Operation* user) { return before.contains(user); })))
      return true;
  return false;
}

/// Takes away what nothing needs: operations, and arguments but for inputs that are kept.
void prune(func::FuncOp function, bool keepInputs) {
  for (Operation& op : llvm::make_early_inc_range(llvm::reverse(function.getBody().front())))
    if (op.use_empty() && !op.hasTrait<mlir::OpTrait::IsTerminator>() &&
        (isa<GradientOp>(op) || isMemoryEffectFree(&op)))
      op.erase();
  for (unsigned i = function.getNumArguments(); i-- > 0;)
    if (function.getArgument(i).use_empty() && !(keepInputs && function.getArgAttr(i, kNameAttr)))
      (void)function.eraseArgument(i);
}

/// Gives the function these results, with an attribute each.
void setResults(func::FuncOp function, ArrayRef<Value> values, ArrayRef<Attribute> attributes) {
  Operation* old = terminatorOf(function);
  OpBuilder builder(old);
  func::ReturnOp::create(builder, old->getLoc(), values);
  old->erase();
  SmallVector<Type> types;
  for (Value value : values)
    types.push_back(value.getType());
  function.setFunctionType(builder.getFunctionType(function.getArgumentTypes(), types));
  function.setResAttrsAttr(builder.getArrayAttr(attributes));
}

/// One training step, and what is passed on from its first part to its second.
class Split {
public:
  Split(func::FuncOp function, const std::string& rate)
      : function_(function), rate_(rate), builder_(function.getContext()) {}

  int run() {
    SmallVector<GradientOp> gradients = outerGradients(function_);
    if (gradients.empty()) {
      function_.emitError("--pieces: the entry asks for no gradient, so there is nothing to sum");
      return WrongUsage;
    }
    IRMapping mapping;
    update_ = cast<func::FuncOp>(function_->clone(mapping));
    update_.setSymName(kUpdateEntry);
    update_->removeAttr(kEntryAttr);
    function_->getParentOfType<ModuleOp>().push_back(update_);
    for (GradientOp op : gradients)
      for (Value gradient : op->getResults())
        passOn(gradient, mapping.lookup(gradient));
    for (OpOperand& result : terminatorOf(update_)->getOpOperands())
      if (int code = passStatistics(result))
        return code;
    finish();
    return Good;
  }

private:
  DictionaryAttr named(StringRef name) {
    return builder_.getDictionaryAttr(builder_.getNamedAttr(kNameAttr, builder_.getStringAttr(name)));
  }

  /// A value of the first part becomes a result of it, and an input of the second, in place of `there`.
  void passOn(Value value, Value there) {
    const std::string name = std::string(kPassed) + "passed." + std::to_string(passed_.size());
    unsigned index = 0;
    while (index < update_.getNumArguments() && !update_.getArgAttr(index, kStateAttr))
      ++index;
    (void)update_.insertArgument(index, value.getType(), named(name), update_.getLoc());
    there.replaceAllUsesWith(update_.getArgument(index));
    passed_.push_back(value);
    names_.push_back(named(name));
  }

  /// What a state becomes, where that is of samples still.
  int passStatistics(OpOperand& result) {
    auto state = update_.getResultAttrOfType<FlatSymbolRefAttr>(result.getOperandNumber(), kStateAttr);
    if (!state || !isOfSamples(update_, result.get(), rate_))
      return Good;
    Value value = terminatorOf(function_)->getOperand(result.getOperandNumber());
    if (!isa<FloatType>(cast<RankedTensorType>(value.getType()).getElementType())) {
      function_.emitError("--pieces: the state '")
          << state.getValue()
          << "' depends on the samples, and is of integers, which have no mean over pieces";
      return Unsupported;
    }
    passOn(value, result.get());
    return Good;
  }

  void finish() {
    SmallVector<Value> first, second;
    SmallVector<Attribute> firstNames, secondNames;
    for (unsigned i = 0; i < function_.getNumResults(); ++i) {
      const bool state = static_cast<bool>(function_.getResultAttr(i, kStateAttr));
      (state ? second : first).push_back(terminatorOf(state ? update_ : function_)->getOperand(i));
      (state ? secondNames : firstNames).push_back(DictionaryAttr(function_.getResultAttrDict(i)));
    }
    llvm::append_range(first, passed_);
    llvm::append_range(firstNames, names_);
    setResults(function_, first, firstNames);
    setResults(update_, second, secondNames);
    prune(function_, /*keepInputs=*/true);
    prune(update_, /*keepInputs=*/false);
  }

  func::FuncOp function_, update_;
  const std::string& rate_;
  Builder builder_;
  SmallVector<Value> passed_;
  SmallVector<Attribute> names_;
};

} // namespace

int splitTraining(ModuleOp module, const std::string& name, const std::string& rate) {
  auto function = module.lookupSymbol<func::FuncOp>(name);
  return function ? Split(function, rate).run() : static_cast<int>(OurFault);
}

} // namespace aic::tool

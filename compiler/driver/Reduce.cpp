#include "compiler/driver/Reduce.h"

#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Verifier.h"

using namespace mlir;

namespace aic::driver {
namespace {

constexpr llvm::StringLiteral kNameAttr = "aic.name"; // of arguments and results, as frontends write it

constexpr size_t kOneByOne = 32; // operations of which each is tried alone

/// Functions with one block, which are the ones that steps are taken in.
SmallVector<func::FuncOp> functionsOf(ModuleOp module) {
  SmallVector<func::FuncOp> functions;
  for (auto function : module.getOps<func::FuncOp>())
    if (llvm::hasSingleElement(function.getBody()))
      functions.push_back(function);
  return functions;
}

/// The operations of a function's block without its terminator.
SmallVector<Operation*> operationsOf(func::FuncOp function) {
  return llvm::map_to_vector(function.front().without_terminator(), [](Operation& op) { return &op; });
}

/// Erases what nothing reads, from the end on, and arguments that nothing reads and no state lies in.
void sweep(func::FuncOp function) {
  const SmallVector<Operation*> operations = operationsOf(function);
  for (Operation* op : llvm::reverse(operations))
    if (op->use_empty())
      op->erase();
  for (unsigned i = function.getNumArguments(); i-- > 0;)
    if (function.getArgument(i).use_empty() && !function.getArgAttr(i, kStateAttr))
      (void)function.eraseArgument(i);
}

/// Erases the states that no function has.
void sweepStates(ModuleOp module) {
  for (StateOp state : llvm::make_early_inc_range(module.getOps<StateOp>()))
    if (SymbolTable::symbolKnownUseEmpty(state, module))
      state.erase();
}

bool hasStates(func::FuncOp function) {
  for (unsigned i = 0; i < function.getNumResults(); ++i)
    if (function.getResultAttr(i, kStateAttr))
      return true;
  return false;
}

/// What a step does to the function that it is given; false where it does not apply there.
using Step = std::function<bool(func::FuncOp)>;

class Reducer {
public:
  Reducer(OwningOpRef<ModuleOp>& module, const std::function<bool(ModuleOp)>& fails,
          const std::function<void(const ModuleSize&)>& said)
      : module(module), fails(fails), said(said) {}

  size_t asked = 0;

  bool round() {
    bool smaller = dropFunctions();
    for (size_t f = 0; f < functionsOf(*module).size(); ++f) {
      smaller |= dropStates(f);
      smaller |= cutBehind(f);
      smaller |= cutBefore(f);
      smaller |= bypass(f);
    }
    return smaller;
  }

private:
  /// Takes a step in a copy, and keeps it where the fault is still there.
  bool attempt(size_t f, const Step& step) {
    OwningOpRef<ModuleOp> copy = module->clone();
    func::FuncOp function = functionsOf(*copy)[f];
    if (!step(function))
      return false;
    sweep(function);
    return keep(std::move(copy));
  }

  bool keep(OwningOpRef<ModuleOp> copy) {
    sweepStates(*copy);
    if (failed(verify(*copy)))
      return false;
    ++asked;
    if (!fails(*copy))
      return false;
    module = std::move(copy);
    if (said)
      said(sizeOf(*module));
    return true;
  }

  bool dropFunctions() {
    bool smaller = false;
    for (size_t f = functionsOf(*module).size(); f-- > 0 && functionsOf(*module).size() > 1;) {
      OwningOpRef<ModuleOp> copy = module->clone();
      functionsOf(*copy)[f].erase();
      smaller |= keep(std::move(copy));
    }
    return smaller;
  }

  /// Makes inputs of states.
  bool dropStates(size_t f) {
    bool smaller = false;
    for (unsigned result = functionsOf(*module)[f].getNumResults(); result-- > 0;)
      smaller |= attempt(f, [result](func::FuncOp function) {
        auto state = function.getResultAttrOfType<FlatSymbolRefAttr>(result, kStateAttr);
        if (!state)
          return false;
        function.front().getTerminator()->eraseOperand(result);
        if (failed(function.eraseResult(result)))
          return false;
        for (unsigned i = 0; i < function.getNumArguments(); ++i)
          if (function.getArgAttr(i, kStateAttr) == state) {
            function.removeArgAttr(i, kStateAttr);
            function.setArgAttr(i, kNameAttr,
                                StringAttr::get(function.getContext(), "state" + std::to_string(i)));
          }
        return true;
      });
    return smaller;
  }

  /// Returns one value alone: the first after which the fault is there, by halves, then one by one.
  bool cutBehind(size_t f) {
    if (hasStates(functionsOf(*module)[f]))
      return false;
    auto returnsOnly = [&](size_t at) {
      return attempt(f, [at](func::FuncOp function) {
        Operation* op = operationsOf(function)[at];
        Operation* end = function.front().getTerminator();
        if (op->getNumResults() != 1 ||
            (end->getNumOperands() == 1 && end->getOperand(0) == op->getResult(0)))
          return false;
        end->setOperands(op->getResult(0));
        SmallVector<DictionaryAttr> attributes(
            1, DictionaryAttr::get(function.getContext(),
                                   {NamedAttribute(StringAttr::get(function.getContext(), kNameAttr),
                                                   StringAttr::get(function.getContext(), "y"))}));
        function.setType(
            FunctionType::get(function.getContext(), function.getArgumentTypes(), op->getResultTypes()));
        function.setAllResultAttrs(attributes);
        return true;
      });
    };
    size_t count = operationsOf(functionsOf(*module)[f]).size();
    bool smaller = false;
    for (size_t low = 0, high = count; low < high;) { // where the prefix shows it, the rest is not needed
      const size_t middle = low + (high - low) / 2;
      if (returnsOnly(middle)) {
        smaller = true;
        high = std::min(middle, operationsOf(functionsOf(*module)[f]).size());
        low = 0;
      } else {
        low = middle + 1;
      }
    }
    for (size_t at = 0; at < std::min<size_t>(kOneByOne, operationsOf(functionsOf(*module)[f]).size()); ++at)
      if (returnsOnly(at))
        return true;
    return smaller;
  }

  /// Makes arguments of results, of many operations at once and then of fewer.
  bool cutBefore(size_t f) {
    bool smaller = false;
    for (size_t chunk = std::max<size_t>(1, operationsOf(functionsOf(*module)[f]).size() / 2); chunk > 0;
         chunk /= 2)
      for (size_t end = operationsOf(functionsOf(*module)[f]).size(); end > 0;) {
        const size_t begin = end > chunk ? end - chunk : 0;
        const bool cut = attempt(f, [&](func::FuncOp function) {
          SmallVector<Operation*> operations = operationsOf(function);
          bool any = false;
          for (size_t i = begin; i < end; ++i)
            any |= becomesArgument(function, operations[i]);
          return any;
        });
        smaller |= cut;
        end = std::min(begin, operationsOf(functionsOf(*module)[f]).size());
      }
    return smaller;
  }

  static bool becomesArgument(func::FuncOp function, Operation* op) {
    if (op->use_empty() || op->getNumResults() == 0)
      return false;
    for (OpResult result : op->getResults()) {
      if (result.use_empty())
        continue;
      const unsigned number = function.getNumArguments();
      NamedAttribute name(StringAttr::get(op->getContext(), kNameAttr),
                          StringAttr::get(op->getContext(), "x" + std::to_string(number)));
      if (failed(function.insertArgument(number, result.getType(),
                                         DictionaryAttr::get(op->getContext(), {name}), op->getLoc())))
        return false;
      result.replaceAllUsesWith(function.getArgument(number));
    }
    return true;
  }

  bool bypass(size_t f) {
    bool smaller = false;
    for (size_t i = operationsOf(functionsOf(*module)[f]).size(); i-- > 0;)
      for (unsigned operand = 0; i < operationsOf(functionsOf(*module)[f]).size() &&
                                 operand < operationsOf(functionsOf(*module)[f])[i]->getNumOperands();
           ++operand)
        smaller |= attempt(f, [&](func::FuncOp function) {
          Operation* op = operationsOf(function)[i];
          if (op->getNumResults() != 1 || op->getOperand(operand).getType() != op->getResult(0).getType())
            return false;
          op->getResult(0).replaceAllUsesWith(op->getOperand(operand));
          return true;
        });
    return smaller;
  }

  OwningOpRef<ModuleOp>& module;
  const std::function<bool(ModuleOp)>& fails;
  const std::function<void(const ModuleSize&)>& said;
};

} // namespace

ModuleSize sizeOf(ModuleOp module) {
  ModuleSize size;
  for (auto function : module.getOps<func::FuncOp>()) {
    ++size.functions;
    for (Block& block : function.getBody())
      size.operations += llvm::range_size(block.without_terminator());
  }
  return size;
}

size_t reduce(OwningOpRef<ModuleOp>& module, const std::function<bool(ModuleOp)>& fails,
              const std::function<void(const ModuleSize&)>& said) {
  Reducer reducer(module, fails, said);
  while (reducer.round()) {
  }
  return reducer.asked;
}

} // namespace aic::driver

// A function between the states that it finds and those that it leaves.
#include "compiler/reference/Function.h"

#include "compiler/reference/Uncertainty.h"
#include "dialects/aic/Aic.h"

using namespace mlir;

namespace aic::reference {

FailureOr<StateValues> initialStates(ModuleOp module) {
  StateValues states;
  for (auto state : module.getOps<StateOp>()) {
    FailureOr<Tensor> value = fromAttr(state.getValue(), [&] { return state.emitError(); });
    if (failed(value))
      return failure();
    states[state.getSymName()] = std::move(*value);
  }
  return states;
}

LogicalResult evaluateFunction(func::FuncOp function, ArrayRef<Tensor> inputs, StateValues& states,
                               SmallVectorImpl<Tensor>& outputs, RandomRounding* rounding) {
  SmallVector<Tensor> arguments, results;
  size_t next = 0;
  for (unsigned i = 0; i < function.getNumArguments(); ++i) {
    if (auto state = function.getArgAttrOfType<FlatSymbolRefAttr>(i, kStateAttr)) {
      auto known = states.find(state.getValue());
      if (known == states.end())
        return function.emitError() << "no value is given for the state " << state;
      arguments.push_back(known->second);
    } else {
      if (next == inputs.size())
        return function.emitError() << "takes more than the " << inputs.size() << " inputs given";
      arguments.push_back(inputs[next++]);
    }
    if (rounding)
      rounding->move(arguments.back());
  }
  if (next != inputs.size())
    return function.emitError() << "takes " << next << " inputs, " << inputs.size() << " are given";
  if (failed(evaluateBlock(function.getBody().front(), arguments, results, rounding)))
    return failure();
  for (auto [i, result] : llvm::enumerate(results))
    if (auto state = function.getResultAttrOfType<FlatSymbolRefAttr>(static_cast<unsigned>(i), kStateAttr))
      states[state.getValue()] = std::move(result);
    else
      outputs.push_back(std::move(result));
  return success();
}

} // namespace aic::reference

// Inputs of random models, and shrinking of what fails.
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "test/unit/transforms/RandomOperators.h"

#include "llvm/ADT/STLExtras.h"

#include <random>

using namespace mlir;

namespace aic::transforms::test {

SmallVector<reference::Tensor> exactInputs(ModuleOp module, uint64_t seed) {
  SmallVector<reference::Tensor> inputs;
  std::mt19937_64 random(seed + 1);
  for (Type given : (*module.getOps<func::FuncOp>().begin()).getArgumentTypes()) {
    auto type = cast<RankedTensorType>(given);
    reference::Tensor tensor;
    tensor.shape.assign(type.getShape().begin(), type.getShape().end());
    tensor.element = type.getElementType();
    for (int64_t i = 0; i < type.getNumElements(); ++i) {
      uint64_t bits = random() >> 8;
      if (tensor.isFloat())
        tensor.f.push_back(double(int64_t(bits % 33) - 16) / 8);
      else
        tensor.i.push_back(tensor.element.isInteger(1)          ? int64_t(bits % 2)
                           : tensor.element.isUnsignedInteger() ? int64_t(bits % 7)
                                                                : int64_t(bits % 7) - 3);
    }
    inputs.push_back(std::move(tensor));
  }
  return inputs;
}

namespace {

/// The function's body with what nothing reads taken out.
void dropDead(func::FuncOp function) {
  Block& body = function.getBody().front();
  for (Operation& op : llvm::make_early_inc_range(llvm::reverse(body)))
    if (op.use_empty() && !isa<func::ReturnOp>(op))
      op.erase();
  Operation* end = body.getTerminator();
  function.setFunctionType(
      FunctionType::get(function.getContext(), body.getArgumentTypes(), end->getOperandTypes()));
}

func::FuncOp functionOf(ModuleOp module) {
  return *module.getOps<func::FuncOp>().begin();
}

} // namespace

OwningOpRef<ModuleOp> shrunk(ModuleOp module, llvm::function_ref<bool(ModuleOp)> fails) {
  OwningOpRef<ModuleOp> best = module.clone();
  auto attempt = [&](llvm::function_ref<bool(func::FuncOp)> change) {
    OwningOpRef<ModuleOp> smaller = best->clone();
    if (!change(functionOf(*smaller)))
      return false;
    dropDead(functionOf(*smaller));
    if (!fails(*smaller))
      return false;
    best = std::move(smaller);
    return true;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (unsigned i = functionOf(*best).getNumResults(); i-- > 0;)
      changed |= attempt([&](func::FuncOp function) {
        Operation* end = function.getBody().front().getTerminator();
        if (end->getNumOperands() < 2)
          return false;
        end->eraseOperand(i);
        return true;
      });
    size_t count = functionOf(*best).getBody().front().getOperations().size();
    for (size_t at = 0; at < count; ++at) {
      // What this operator computes is an input; or, where one of its operands has its type, that.
      for (int way = 0; way < 2; ++way)
        changed |= attempt([&](func::FuncOp function) {
          Block& body = function.getBody().front();
          if (at + 1 >= body.getOperations().size())
            return false;
          Operation* op = &*std::next(body.begin(), int64_t(at));
          if (isa<ConstantOp>(op))
            return false;
          for (Value result : op->getResults()) {
            Value instead;
            if (way == 0)
              instead = body.addArgument(result.getType(), result.getLoc());
            else
              for (Value operand : op->getOperands())
                if (operand.getType() == result.getType())
                  instead = operand;
            if (!instead)
              return false;
            result.replaceAllUsesWith(instead);
          }
          return true;
        });
      count = functionOf(*best).getBody().front().getOperations().size();
    }
    for (unsigned i = functionOf(*best).getNumArguments(); i-- > 0;)
      attempt([&](func::FuncOp function) {
        if (!function.getArgument(i).use_empty())
          return false;
        function.getBody().front().eraseArgument(i);
        return true;
      });
  }
  return best;
}

} // namespace aic::transforms::test

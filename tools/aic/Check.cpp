#include "tools/aic/Check.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "compiler/reference/Uncertainty.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Progress.h"

#include <cmath>
#include <cstdio>
#include <optional>

namespace aic::tool {

namespace {

using reference::Fault;
using reference::Tensor;

std::string indexText(const Tensor& tensor, int64_t flat) {
  std::vector<int64_t> index(tensor.shape.size());
  for (size_t i = index.size(); i-- > 0; flat /= tensor.shape[i])
    index[i] = flat % tensor.shape[i];
  std::string text = "[";
  for (size_t i = 0; i < index.size(); ++i)
    absl::StrAppend(&text, i ? ", " : "", index[i]);
  return text + "]";
}

std::string describe(const Fault& fault, const Tensor& wanted) {
  return absl::StrFormat("at %s it is %.9g, the reference has %.9g: off by %.2g, %.2g is allowed here",
                         indexText(wanted, fault.at), fault.found, fault.wanted,
                         std::fabs(fault.found - fault.wanted), fault.allowed);
}

/// The plan in double precision, one dispatch at a time.
class Plan {
public:
  /// With a `seed` every value is moved by a rounding: reference/Uncertainty.h.
  Plan(driver::Compilation& compilation, const std::string& target, const std::vector<Buffer>& inputs,
       std::optional<uint64_t> seed = {}) {
    if (seed)
      rounding_.emplace(*seed);
    mlir::ModuleOp module = compilation.schedule(target);
    program_ = *module.getOps<schedule::ProgramOp>().begin();
    for (mlir::Operation& op : program_.getBody().front()) {
      if (auto input = llvm::dyn_cast<schedule::InputOp>(op)) {
        const Buffer& buffer = inputs[static_cast<size_t>(input.getIndex())];
        auto type = llvm::cast<mlir::MemRefType>(input.getBuffer().getType());
        auto function = *compilation.original().getOps<mlir::func::FuncOp>().begin();
        auto given = llvm::cast<mlir::RankedTensorType>(
            function.getArgument(static_cast<unsigned>(input.getIndex())).getType());
        Tensor value = reference::fromBytes(type.getShape(), given.getElementType(), buffer.data.get());
        value.element = type.getElementType(); // a target may hold i64 and bool as i32
        values_[input.getBuffer()] = std::move(value);
      } else if (auto dispatch = llvm::dyn_cast<schedule::DispatchOp>(op)) {
        dispatches_.push_back(dispatch);
      }
    }
    countUses();
  }

  size_t size() const { return dispatches_.size(); }
  schedule::DispatchOp dispatch(size_t i) const { return dispatches_[i]; }
  schedule::KernelOp kernel(size_t i) const {
    schedule::DispatchOp dispatch = dispatches_[i];
    return mlir::SymbolTable::lookupNearestSymbolFrom<schedule::KernelOp>(dispatch, dispatch.getKernelAttr());
  }

  /// Computes dispatch i. The results stay as its buffers' values.
  bool step(size_t i) {
    schedule::DispatchOp dispatch = dispatches_[i];
    mlir::Block& body = kernel(i).getBody().front();
    llvm::SmallVector<Tensor> args, results;
    for (auto [buffer, argument] : llvm::zip_equal(dispatch.getReads(), body.getArguments())) {
      mlir::FailureOr<Tensor> value = valueOf(buffer);
      if (mlir::failed(value))
        return false;
      value->shape.assign(llvm::cast<mlir::ShapedType>(argument.getType()).getShape().begin(),
                          llvm::cast<mlir::ShapedType>(argument.getType()).getShape().end());
      if (rounding_) // a difference of exact numbers is computed with rounded ones
        rounding_->move(*value);
      args.push_back(std::move(*value));
    }
    if (mlir::failed(reference::evaluateBlock(body, args, results, rounding_ ? &*rounding_ : nullptr)))
      return false;
    for (auto [buffer, result] : llvm::zip_equal(dispatch.getWrites(), results))
      values_[buffer] = std::move(result);
    return true;
  }

  const Tensor& written(size_t i, size_t result) {
    schedule::DispatchOp dispatch = dispatches_[i];
    return values_[dispatch.getWrites()[result]];
  }

  /// Drops the values that no later dispatch reads.
  void finish(size_t i) {
    for (mlir::Value buffer : dispatches_[i]->getOperands())
      if (lastUse_[buffer] == i)
        values_.erase(buffer);
  }

private:
  void countUses() {
    for (size_t i = 0; i < dispatches_.size(); ++i)
      for (mlir::Value buffer : dispatches_[i]->getOperands())
        lastUse_[buffer] = i;
  }

  mlir::FailureOr<Tensor> valueOf(mlir::Value buffer) {
    if (auto constant = buffer.getDefiningOp<schedule::ConstantOp>())
      return reference::fromAttr(constant.getValue(), [&] { return constant.emitError(); });
    auto found = values_.find(buffer);
    if (found == values_.end())
      return program_.emitError("a buffer is read before it is written"), mlir::failure();
    return found->second;
  }

  std::optional<reference::RandomRounding> rounding_;
  schedule::ProgramOp program_;
  std::vector<schedule::DispatchOp> dispatches_;
  llvm::DenseMap<mlir::Value, Tensor> values_;
  llvm::DenseMap<mlir::Value, size_t> lastUse_;
};

/// What the trace callback works on.
struct Checker {
  /// With `moved` plans, what is uncertain in them may differ; without, the strict bound holds.
  Checker(driver::Compilation& compilation, const std::string& target, const std::vector<Buffer>& inputs,
          int movedPlans)
      : plan(compilation, target, inputs) {
    for (int i = 0; i < movedPlans; ++i)
      moved.emplace_back(compilation, target, inputs, i + 1);
  }

  Plan plan;
  std::vector<Plan> moved;
  bool failed = false;  // the reference could not compute a dispatch
  bool differs = false; // a dispatch was found wrong; nothing is compared any more
  graph::Diagnostic diagnostic;
  size_t compared = 0;
  double farthest = 0;
  size_t farthestDispatch = 0;

  bool step(uint32_t index) {
    bool good = plan.step(index);
    for (Plan& other : moved)
      good = good && other.step(index);
    return good;
  }

  void finish(uint32_t index) {
    plan.finish(index);
    for (Plan& other : moved)
      other.finish(index);
  }

  void afterDispatch(uint32_t index, void* const* buffers, uint32_t count) {
    if (failed || differs)
      return;
    schedule::DispatchOp dispatch = index < plan.size() ? plan.dispatch(index) : nullptr;
    if (!dispatch || dispatch.getReads().size() + dispatch.getWrites().size() != count || !step(index)) {
      failed = true;
      return;
    }
    for (size_t i = 0; i < dispatch.getWrites().size(); ++i) {
      const Tensor& wanted = plan.written(index, i);
      Tensor found =
          reference::fromBytes(wanted.shape, wanted.element, buffers[dispatch.getReads().size() + i]);
      if (found.size() != wanted.size()) {
        failed = true;
        return;
      }
      llvm::SmallVector<const Tensor*> others;
      for (Plan& other : moved)
        others.push_back(&other.written(index, i));
      reference::Comparison comparison = reference::compare(found, wanted, others);
      if (comparison.fault) {
        differs = true;
        diagnostic = driver::diagnosticAt(
            dispatch.getLoc(), graph::Diagnostic::Error,
            absl::StrCat("the compiled ", std::string(plan.kernel(index).getFamily()), " (operator ",
                         index + 1, " of ", plan.size(),
                         ") differs from the reference: ", describe(*comparison.fault, wanted)));
        return;
      }
      if (comparison.farthest >= farthest) {
        farthest = comparison.farthest;
        farthestDispatch = index;
      }
    }
    ++compared;
    finish(index);
  }
};

void trace(void* user, uint32_t dispatch, uint64_t, void* const* buffers, uint32_t count) {
  static_cast<Checker*>(user)->afterDispatch(dispatch, buffers, count);
}

/// The outputs of the module as the frontend made it; with a `seed`, of moved values.
mlir::LogicalResult evaluateModel(driver::Compilation& compilation, const std::vector<Buffer>& inputs,
                                  std::optional<uint64_t> seed, llvm::SmallVector<Tensor>& results) {
  auto function = *compilation.original().getOps<mlir::func::FuncOp>().begin();
  mlir::Block& body = function.getBody().front();
  std::optional<reference::RandomRounding> rounding;
  if (seed)
    rounding.emplace(*seed);
  llvm::SmallVector<Tensor> args;
  for (auto [argument, buffer] : llvm::zip_equal(body.getArguments(), inputs)) {
    auto type = llvm::cast<mlir::RankedTensorType>(argument.getType());
    args.push_back(reference::fromBytes(type.getShape(), type.getElementType(), buffer.data.get()));
    if (rounding)
      rounding->move(args.back());
  }
  return reference::evaluateBlock(body, args, results, rounding ? &*rounding : nullptr);
}

/// The first output that differs from `wanted`, in words; empty where none does.
std::string differenceOf(const std::vector<Buffer>& outputs, llvm::ArrayRef<Tensor> wanted,
                         llvm::ArrayRef<llvm::SmallVector<Tensor>> moved) {
  for (size_t i = 0; i < outputs.size(); ++i) {
    Tensor found = reference::fromBytes(wanted[i].shape, wanted[i].element, outputs[i].data.get());
    llvm::SmallVector<const Tensor*> others;
    for (const llvm::SmallVector<Tensor>& results : moved)
      others.push_back(&results[i]);
    if (auto fault = reference::compare(found, wanted[i], others).fault)
      return absl::StrCat("the output '", outputs[i].info.name,
                          "' differs from the reference, though every operator of the plan agrees: a pass of "
                          "the compiler changed the result; ",
                          describe(*fault, wanted[i]));
  }
  return "";
}

/// The outputs against the module as the frontend made it: first by the strict bound, then by what moved
/// values show. `difference` is what is wrong in words. Fails where the reference does.
mlir::LogicalResult compareOutputs(driver::Compilation& compilation, const std::vector<Buffer>& inputs,
                                   const std::vector<Buffer>& outputs, std::string& difference) {
  llvm::SmallVector<Tensor> wanted;
  if (mlir::failed(evaluateModel(compilation, inputs, {}, wanted)))
    return mlir::failure();
  difference = differenceOf(outputs, wanted, {});
  if (difference.empty())
    return mlir::success();
  std::vector<llvm::SmallVector<Tensor>> moved(reference::kMovedComputations);
  for (int i = 0; i < reference::kMovedComputations; ++i)
    if (mlir::failed(evaluateModel(compilation, inputs, i + 1, moved[static_cast<size_t>(i)])))
      return mlir::failure();
  difference = differenceOf(outputs, wanted, moved);
  return mlir::success();
}

} // namespace

int checkAgainstReference(driver::Compilation& compilation, const std::string& target, aic_session* session,
                          const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs) {
  size_t shown = compilation.diagnostics().size();
  auto referenceFailed = [&] {
    printDiagnostics(compilation, shown);
    return fail(OurFault, "the reference cannot compute this model");
  };
  Progress progress("comparing with the reference");
  std::optional<Checker> checker;
  for (int movedPlans : {0, reference::kMovedComputations}) {
    checker.emplace(compilation, target, inputs, movedPlans);
    if (aic_status status = aic_session_set_trace(session, trace, &*checker))
      return failRuntime(status);
    int code = runOnce(session, inputs, outputs);
    aic_session_set_trace(session, nullptr, nullptr);
    if (code)
      return code;
    if (!checker->differs)
      break;
  }
  std::string difference;
  const bool computed =
      !checker->failed &&
      (checker->differs || mlir::succeeded(compareOutputs(compilation, inputs, outputs, difference)));
  progress.stop();
  if (!computed)
    return referenceFailed();
  if (checker->differs) {
    std::fputs(graph::render(checker->diagnostic).c_str(), stderr);
    return NumbersDiffer;
  }
  if (!difference.empty())
    return fail(NumbersDiffer, difference);
  std::printf("%zu operators agree with the reference", checker->compared);
  if (checker->farthest > 0) {
    std::string place = driver::placeOf(checker->plan.dispatch(checker->farthestDispatch).getLoc());
    std::printf("; the farthest is off by %.1e of its largest value%s%s", checker->farthest,
                place.empty() ? "" : ", at ", place.c_str());
  }
  std::printf("\n");
  return Good;
}

} // namespace aic::tool

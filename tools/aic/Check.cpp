#include "tools/aic/Check.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "compiler/reference/Reference.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Progress.h"

#include <cmath>
#include <cstdio>

namespace aic::tool {

namespace {

using reference::Tensor;

/// How far `found` is from `wanted`.
struct Difference {
  double relative = 0; // of the largest magnitude of `wanted`
  int64_t at = 0;      // the element that is farthest off, row-major
  double found = 0, wanted = 0;
};

double element(const Tensor& tensor, int64_t i) {
  return tensor.isFloat() ? tensor.f[static_cast<size_t>(i)]
                          : static_cast<double>(tensor.i[static_cast<size_t>(i)]);
}

double largest(const Tensor& tensor) {
  double value = 0;
  for (int64_t i = 0; i < tensor.size(); ++i)
    if (double x = std::fabs(element(tensor, i)); std::isfinite(x) && x > value)
      value = x;
  return value;
}

/// `operands`: the largest magnitude that went in. A result far below it is cancellation, whose digits f32
/// cannot hold.
Difference compare(const Tensor& found, const Tensor& wanted, double operands) {
  Difference difference;
  const double scale = std::max(largest(wanted), 1e-6 * operands);
  for (int64_t i = 0; i < wanted.size(); ++i) {
    double a = element(found, i), b = element(wanted, i);
    if (a == b || (std::isnan(a) && std::isnan(b)))
      continue;
    if (std::isinf(a) && (wanted.element.isF32() ? static_cast<double>(static_cast<float>(b)) : b) == a)
      continue; // beyond f32: infinity is its right value there
    double off = std::fabs(a - b);
    double relative = std::isfinite(off) && scale > 0 ? off / scale : INFINITY;
    if (relative > difference.relative)
      difference = {relative, i, a, b};
  }
  return difference;
}

double toleranceOf(mlir::Type type) {
  return type.isF16() ? 5e-3 : type.isBF16() ? 4e-2 : llvm::isa<mlir::FloatType>(type) ? 1e-4 : 0.0;
}

std::string indexText(const Tensor& tensor, int64_t flat) {
  std::vector<int64_t> index(tensor.shape.size());
  for (size_t i = index.size(); i-- > 0; flat /= tensor.shape[i])
    index[i] = flat % tensor.shape[i];
  std::string text = "[";
  for (size_t i = 0; i < index.size(); ++i)
    absl::StrAppend(&text, i ? ", " : "", index[i]);
  return text + "]";
}

std::string describe(const Difference& difference, const Tensor& wanted) {
  return absl::StrFormat(
      "at %s it is %.9g, the reference has %.9g: off by %.2g of the largest value, %.2g is allowed",
      indexText(wanted, difference.at), difference.found, difference.wanted, difference.relative,
      toleranceOf(wanted.element));
}

/// The plan in double precision, one dispatch at a time.
class Plan {
public:
  Plan(driver::Compilation& compilation, driver::TargetKind target, const std::vector<Buffer>& inputs) {
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
        value.element = type.getElementType(); // on Vulkan i64 and bool are i32
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

  /// Computes dispatch i; `operands` becomes the largest magnitude that it read. The results stay as its
  /// buffers' values.
  bool step(size_t i, double& operands) {
    schedule::DispatchOp dispatch = dispatches_[i];
    mlir::Block& body = kernel(i).getBody().front();
    llvm::SmallVector<Tensor> args, results;
    operands = 0;
    for (auto [buffer, argument] : llvm::zip_equal(dispatch.getReads(), body.getArguments())) {
      mlir::FailureOr<Tensor> value = valueOf(buffer);
      if (mlir::failed(value))
        return false;
      value->shape.assign(llvm::cast<mlir::ShapedType>(argument.getType()).getShape().begin(),
                          llvm::cast<mlir::ShapedType>(argument.getType()).getShape().end());
      operands = std::max(operands, largest(*value));
      args.push_back(std::move(*value));
    }
    if (mlir::failed(reference::evaluateBlock(body, args, results)))
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

  schedule::ProgramOp program_;
  std::vector<schedule::DispatchOp> dispatches_;
  llvm::DenseMap<mlir::Value, Tensor> values_;
  llvm::DenseMap<mlir::Value, size_t> lastUse_;
};

/// What the trace callback works on.
struct Checker {
  explicit Checker(Plan plan) : plan(std::move(plan)) {}

  Plan plan;
  bool failed = false;  // the reference could not compute a dispatch
  bool differs = false; // a dispatch was found wrong; nothing is compared any more
  graph::Diagnostic diagnostic;
  size_t compared = 0;
  double farthest = 0; // in units of the tolerance
  double farthestRelative = 0;
  size_t farthestDispatch = 0;

  void afterDispatch(uint32_t index, void* const* buffers, uint32_t count) {
    if (failed || differs)
      return;
    schedule::DispatchOp dispatch = index < plan.size() ? plan.dispatch(index) : nullptr;
    double operands = 0;
    if (!dispatch || dispatch.getReads().size() + dispatch.getWrites().size() != count ||
        !plan.step(index, operands)) {
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
      Difference difference = compare(found, wanted, operands);
      double tolerance = toleranceOf(wanted.element);
      if (difference.relative > tolerance) {
        differs = true;
        diagnostic = driver::diagnosticAt(
            dispatch.getLoc(), graph::Diagnostic::Error,
            absl::StrCat("the compiled ", std::string(plan.kernel(index).getFamily()), " (operator ",
                         index + 1, " of ", plan.size(),
                         ") differs from the reference: ", describe(difference, wanted)));
        return;
      }
      if (tolerance > 0 && difference.relative / tolerance >= farthest) {
        farthest = difference.relative / tolerance;
        farthestRelative = difference.relative;
        farthestDispatch = index;
      }
    }
    ++compared;
    plan.finish(index);
  }
};

void trace(void* user, uint32_t dispatch, uint64_t, void* const* buffers, uint32_t count) {
  static_cast<Checker*>(user)->afterDispatch(dispatch, buffers, count);
}

/// The outputs against the module as the frontend made it. `ok` is false where the reference failed.
bool compareOutputs(driver::Compilation& compilation, const std::vector<Buffer>& inputs,
                    const std::vector<Buffer>& outputs, std::string& difference, bool& ok) {
  auto function = *compilation.original().getOps<mlir::func::FuncOp>().begin();
  mlir::Block& body = function.getBody().front();
  llvm::SmallVector<Tensor> args, results;
  for (auto [argument, buffer] : llvm::zip_equal(body.getArguments(), inputs)) {
    auto type = llvm::cast<mlir::RankedTensorType>(argument.getType());
    args.push_back(reference::fromBytes(type.getShape(), type.getElementType(), buffer.data.get()));
  }
  ok = mlir::succeeded(reference::evaluateBlock(body, args, results));
  if (!ok)
    return false;
  double operands = 0;
  for (const Tensor& arg : args)
    operands = std::max(operands, largest(arg));
  for (auto [wanted, buffer] : llvm::zip_equal(results, outputs)) {
    Tensor found = reference::fromBytes(wanted.shape, wanted.element, buffer.data.get());
    Difference d = compare(found, wanted, operands);
    if (d.relative > toleranceOf(wanted.element)) {
      difference = absl::StrCat("the output '", buffer.info.name,
                                "' differs from the reference, though every "
                                "operator of the plan agrees: a pass of the compiler changed the result; ",
                                describe(d, wanted));
      return false;
    }
  }
  return true;
}

} // namespace

int checkAgainstReference(driver::Compilation& compilation, driver::TargetKind target, aic_session* session,
                          const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs) {
  size_t shown = compilation.diagnostics().size();
  auto referenceFailed = [&] {
    printDiagnostics(compilation, shown);
    return fail(OurFault, "the reference cannot compute this model");
  };
  Checker checker(Plan(compilation, target, inputs));
  Progress progress("comparing with the reference");
  if (aic_status status = aic_session_set_trace(session, trace, &checker))
    return failRuntime(status);
  int code = runOnce(session, inputs, outputs);
  aic_session_set_trace(session, nullptr, nullptr);
  if (code)
    return code;
  std::string difference;
  bool ok = true;
  bool equal =
      checker.failed || checker.differs || compareOutputs(compilation, inputs, outputs, difference, ok);
  progress.stop();
  if (checker.failed || !ok)
    return referenceFailed();
  if (checker.differs) {
    std::fputs(graph::render(checker.diagnostic).c_str(), stderr);
    return NumbersDiffer;
  }
  if (!equal)
    return fail(NumbersDiffer, difference);
  std::printf("%zu operators agree with the reference", checker.compared);
  if (checker.farthestRelative > 0) {
    std::string place = driver::placeOf(checker.plan.dispatch(checker.farthestDispatch).getLoc());
    std::printf("; the farthest is off by %.1e of its largest value%s%s", checker.farthestRelative,
                place.empty() ? "" : ", at ", place.c_str());
  }
  std::printf("\n");
  return Good;
}

} // namespace aic::tool

#include "tools/aic/Check.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "compiler/reference/Plan.h"
#include "dialects/aic/Aic.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <optional>

namespace aic::tool {

namespace {

using reference::Fault;
using reference::StateValues;
using reference::Tensor;
using Tensors = llvm::SmallVector<Tensor>;

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

/// An entry of a compilation: its function as the frontend made it, and its program.
struct Functions {
  mlir::func::FuncOp function;
  schedule::ProgramOp program;
};

Functions functionsOf(driver::Compilation& compilation, uint32_t target, uint32_t entry) {
  auto programs = compilation.schedule(target).getOps<schedule::ProgramOp>();
  schedule::ProgramOp program = *std::next(programs.begin(), entry);
  return {compilation.original().lookupSymbol<mlir::func::FuncOp>(program.getSymName()), program};
}

/// The inputs in the function's types.
Tensors tensorsOf(mlir::func::FuncOp function, const std::vector<Buffer>& inputs) {
  Tensors tensors;
  for (size_t i = 0; i < inputs.size(); ++i) {
    auto type = llvm::cast<mlir::RankedTensorType>(function.getArgument(static_cast<unsigned>(i)).getType());
    tensors.push_back(reference::fromBytes(type.getShape(), type.getElementType(), inputs[i].data.get()));
  }
  return tensors;
}

/// The outputs and the states that the module as the frontend made it makes of a run.
struct Wanted {
  Tensors outputs;
  StateValues states;
};

/// What is wrong with a value in words, where `moved` has what it was under roundings; "" where nothing is.
std::string differenceOf(const std::string& what, const Tensor& found, const Tensor& wanted,
                         llvm::ArrayRef<const Tensor*> moved) {
  auto fault = reference::compare(found, wanted, moved).fault;
  if (!fault)
    return "";
  return absl::StrCat(what,
                      " differs from the reference, though every operator of the plan agrees: a pass of "
                      "the compiler changed the result; ",
                      describe(*fault, wanted));
}

} // namespace

/// A run, and what the trace callback works on.
struct ReferenceCheck::Run {
  Functions functions;
  Tensors inputs;
  StateValues states;                // as it found them
  std::deque<reference::Plan> plans; // the first, and those whose values are moved
  bool failed = false;               // the reference could not compute a dispatch
  bool differs = false;              // a dispatch was found wrong; nothing is compared any more
  graph::Diagnostic diagnostic;
  size_t compared = 0;
  double farthest = 0;
  size_t farthestDispatch = 0;
  llvm::SmallVector<size_t> uncertain; // dispatches of which a number is decided by roundings

  /// Begins anew. With `moved` plans, what is uncertain in them may differ; without, the strict bound holds.
  void begin(int moved) {
    plans.clear();
    plans.emplace_back(functions.program);
    for (int i = 0; i < moved; ++i)
      plans.emplace_back(functions.program, static_cast<uint64_t>(i + 1));
    failed = differs = false;
    compared = 0;
    farthest = 0;
    uncertain.clear();
    for (reference::Plan& plan : plans)
      failed |= mlir::failed(plan.begin(inputs, states));
  }

  bool step(uint32_t index) {
    for (reference::Plan& plan : plans)
      if (mlir::failed(plan.step(index)))
        return false;
    return true;
  }

  void afterDispatch(uint32_t index, void* const* buffers, uint32_t count) {
    if (failed || differs)
      return;
    reference::Plan& plan = plans.front();
    schedule::DispatchOp dispatch = index < plan.size() ? plan.dispatch(index) : nullptr;
    if (!dispatch || dispatch.getReads().size() + dispatch.getWrites().size() != count || !step(index)) {
      failed = true;
      return;
    }
    for (size_t i = 0; i < dispatch.getWrites().size(); ++i) {
      const Tensor& wanted = plan.written(index, i);
      Tensor found = plan.writtenIn(index, i, buffers[dispatch.getReads().size() + i]);
      if (found.size() != wanted.size()) {
        failed = true;
        return;
      }
      llvm::SmallVector<const Tensor*> others;
      for (size_t other = 1; other < plans.size(); ++other)
        others.push_back(&plans[other].written(index, i));
      compare(index, found, wanted, others);
      if (differs)
        return;
    }
    ++compared;
    for (reference::Plan& any : plans)
      any.release(index);
  }

  void compare(uint32_t index, const Tensor& found, const Tensor& wanted,
               llvm::ArrayRef<const Tensor*> others) {
    reference::Plan& plan = plans.front();
    reference::Comparison comparison = reference::compare(found, wanted, others);
    if (comparison.fault) {
      differs = true;
      diagnostic = driver::diagnosticAt(
          plan.dispatch(index).getLoc(), graph::Diagnostic::Error,
          absl::StrCat("the compiled ", std::string(plan.kernel(index).getFamily()), " (operator ", index + 1,
                       " of ", plan.size(),
                       ") differs from the reference: ", describe(*comparison.fault, wanted)));
      return;
    }
    if (comparison.farthest >= farthest) {
      farthest = comparison.farthest;
      farthestDispatch = index;
    }
    if (comparison.uncertain && (uncertain.empty() || uncertain.back() != index))
      uncertain.push_back(index);
  }

  static void trace(void* user, uint32_t dispatch, uint64_t, void* const* buffers, uint32_t count) {
    static_cast<Run*>(user)->afterDispatch(dispatch, buffers, count);
  }

  /// What the module as the frontend made it computes; with a `seed`, of moved values.
  mlir::LogicalResult evaluate(std::optional<uint64_t> seed, Wanted& wanted) const {
    std::optional<reference::RandomRounding> rounding;
    if (seed)
      rounding.emplace(*seed);
    wanted.states = states;
    return reference::evaluateFunction(functions.function, inputs, wanted.states, wanted.outputs,
                                       rounding ? &*rounding : nullptr);
  }

  /// The first output, or written state, that differs from what is wanted, in words; empty where none does.
  std::string firstDifference(const std::vector<Buffer>& outputs, const StateValues& left,
                              const Wanted& wanted, llvm::ArrayRef<Wanted> moved) const {
    llvm::SmallVector<const Tensor*> others(moved.size());
    for (size_t i = 0; i < outputs.size(); ++i) {
      const Tensor& value = wanted.outputs[i];
      for (size_t m = 0; m < moved.size(); ++m)
        others[m] = &moved[m].outputs[i];
      std::string difference = differenceOf(
          absl::StrCat("the output '", outputs[i].info.name, "'"),
          reference::fromBytes(value.shape, value.element, outputs[i].data.get()), value, others);
      if (!difference.empty())
        return difference;
    }
    for (llvm::StringRef name : written()) {
      for (size_t m = 0; m < moved.size(); ++m)
        others[m] = &moved[m].states.find(name)->second;
      std::string difference =
          differenceOf(absl::StrCat("the state '", name.str(), "' after the run"), left.find(name)->second,
                       wanted.states.find(name)->second, others);
      if (!difference.empty())
        return difference;
    }
    return "";
  }

  /// The outputs and states against the module as the frontend made it: first by the strict bound, then by
  /// what moved values show. `difference` is what is wrong in words. Fails where the reference does.
  mlir::LogicalResult compareWithModule(const std::vector<Buffer>& outputs, const StateValues& left,
                                        std::string& difference) const {
    Wanted wanted;
    if (mlir::failed(evaluate({}, wanted)))
      return mlir::failure();
    difference = firstDifference(outputs, left, wanted, {});
    if (difference.empty())
      return mlir::success();
    std::vector<Wanted> moved(reference::kMovedComputations);
    for (int i = 0; i < reference::kMovedComputations; ++i)
      if (mlir::failed(evaluate(i + 1, moved[static_cast<size_t>(i)])))
        return mlir::failure();
    difference = firstDifference(outputs, left, wanted, moved);
    return mlir::success();
  }

  /// The states that the function writes.
  llvm::SmallVector<llvm::StringRef> written() const {
    llvm::SmallVector<llvm::StringRef> names;
    mlir::func::FuncOp function = functions.function;
    for (unsigned i = 0; i < function.getNumResults(); ++i)
      if (auto state = function.getResultAttrOfType<mlir::FlatSymbolRefAttr>(i, kStateAttr))
        names.push_back(state.getValue());
    return names;
  }
};

ReferenceCheck::ReferenceCheck(driver::Compilation& compilation, const aic_model* model, aic_session* session)
    : compilation_(compilation), model_(model), session_(session), shown_(compilation.diagnostics().size()) {}

int ReferenceCheck::referenceFailed() {
  const std::vector<graph::Diagnostic>& all = compilation_.diagnostics();
  const bool memory =
      std::any_of(all.begin() + static_cast<ptrdiff_t>(shown_), all.end(), [](const graph::Diagnostic& said) {
        return llvm::StringRef(said.message).ends_with(reference::kOutOfMemory);
      });
  printDiagnostics(compilation_, shown_);
  return fail(memory ? CannotReadOrWrite : OurFault, "the reference cannot compute this model");
}

/// The session's states as values, and as they lie in memory.
int ReferenceCheck::readStates(StateValues& values, std::map<std::string, std::string>* bytes) {
  for (uint32_t i = 0; i < aic_model_state_count(model_); ++i) {
    aic_state_info info;
    if (aic_status status = aic_model_state(model_, i, &info))
      return failRuntime(status);
    std::string data(info.bytes, '\0');
    if (aic_status status = aic_session_read_state(session_, i, data.data(), data.size()))
      return failRuntime(status);
    auto state = compilation_.original().lookupSymbol<StateOp>(info.name);
    auto type = llvm::cast<mlir::RankedTensorType>(state.getType());
    values[info.name] = reference::fromBytes(type.getShape(), type.getElementType(), data.data());
    if (bytes)
      (*bytes)[info.name] = std::move(data);
  }
  return Good;
}

int ReferenceCheck::checkNew() {
  StateValues found;
  if (int code = readStates(found))
    return code;
  const std::optional<StateValues>& wanted = reference::initialStates(compilation_.original());
  if (!wanted)
    return referenceFailed();
  for (const auto& state : *wanted)
    if (auto fault = reference::compare(found[state.getKey()], state.second, {}).fault)
      return fail(NumbersDiffer,
                  absl::StrCat("the state '", state.getKey().str(),
                               "' begins with other values: ", describe(*fault, state.second)));
  return Good;
}

int ReferenceCheck::run(uint32_t entry, const std::vector<Buffer>& inputs,
                        const std::vector<Buffer>& outputs) {
  Progress progress("comparing with the reference");
  Run run;
  aic_session_info session;
  if (aic_status status = aic_session_describe(session_, &session))
    return failRuntime(status);
  run.functions = functionsOf(compilation_, session.target, entry);
  run.inputs = tensorsOf(run.functions.function, inputs);
  std::map<std::string, std::string> before, after;
  if (int code = readStates(run.states, &before))
    return code;
  std::string saved(before.empty() ? 0 : aic_session_saved_bytes(session_), '\0');
  if (!saved.empty())
    if (aic_status status = aic_session_save_states(session_, saved.data(), saved.size()))
      return failRuntime(status);
  for (int moved : {0, reference::kMovedComputations}) {
    if (moved && !saved.empty())
      if (aic_status status = aic_session_load_states(session_, saved.data(), saved.size()))
        return failRuntime(status);
    run.begin(moved);
    if (aic_status status = aic_session_set_trace(session_, Run::trace, &run))
      return failRuntime(status);
    int code = runOnce(session_, inputs, outputs, entry);
    aic_session_set_trace(session_, nullptr, nullptr);
    if (code)
      return code;
    if (!run.differs)
      break;
  }
  StateValues left;
  if (int code = readStates(left, &after))
    return code;
  std::string difference;
  const bool computed =
      !run.failed && (run.differs || mlir::succeeded(run.compareWithModule(outputs, left, difference)));
  progress.stop();
  if (!computed)
    return referenceFailed();
  if (run.differs) {
    std::fputs(graph::render(run.diagnostic).c_str(), stderr);
    return NumbersDiffer;
  }
  if (!difference.empty())
    return fail(NumbersDiffer, difference);
  const auto written = run.written();
  for (const auto& [name, bytes] : before)
    if (!llvm::is_contained(written, name) && after[name] != bytes)
      return fail(NumbersDiffer,
                  absl::StrCat("the state '", name, "' has changed, though the run does not write it"));
  entries_[entry].operators = run.compared;
  ++entries_[entry].runs;
  if (run.farthest >= farthest_) {
    farthest_ = run.farthest;
    farthestPlace_ =
        run.farthest > 0 ? driver::placeOf(run.plans.front().dispatch(run.farthestDispatch).getLoc()) : "";
  }
  if (run.uncertain.size() > uncertain_) {
    uncertain_ = run.uncertain.size();
    uncertainPlace_ = driver::placeOf(run.plans.front().dispatch(run.uncertain.front()).getLoc());
  }
  return Good;
}

std::string ReferenceCheck::summary() const {
  size_t operators = 0, runs = 0;
  for (const auto& [number, entry] : entries_) {
    operators += entry.operators;
    runs = std::max(runs, entry.runs);
  }
  std::string text = absl::StrCat(operators, " operators");
  if (entries_.size() > 1)
    absl::StrAppend(&text, " of ", entries_.size(), " entries");
  if (uint32_t states = aic_model_state_count(model_))
    absl::StrAppend(&text, " and ", states, states == 1 ? " state" : " states");
  text += " agree with the reference";
  if (runs > 1)
    absl::StrAppend(&text, " in each of ", runs, " steps");
  if (farthest_ > 0)
    absl::StrAppendFormat(&text, "; the farthest is off by %.1e of its largest value%s%s", farthest_,
                          farthestPlace_.empty() ? "" : ", at ", farthestPlace_);
  if (uncertain_ > 0)
    absl::StrAppendFormat(&text, "; roundings decide numbers of %d operator%s%s%s", uncertain_,
                          uncertain_ == 1 ? "" : "s",
                          uncertainPlace_.empty() ? ""
                          : uncertain_ == 1       ? ", at "
                                                  : ", the first at ",
                          uncertainPlace_);
  return text;
}

} // namespace aic::tool

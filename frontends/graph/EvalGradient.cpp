// Gradients, and what they are taken by: functions of the compiler on the graph that has been made so far. A
// gradient is one operation, aic.gradient, which a pass makes others of
// (compiler/transforms/Differentiate.cpp).
#include "frontends/graph/Evaluator.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/GlobPattern.h"

namespace aic::graph {
namespace {

bool isFloat(mlir::Value value) {
  return llvm::isa<mlir::FloatType>(mlir::getElementTypeOrSelf(value.getType()));
}

/// What a gradient of x passes on its way back: floats, up to where it is stopped.
llvm::DenseSet<mlir::Value> passedBy(mlir::Value x) {
  llvm::DenseSet<mlir::Value> found;
  llvm::SmallVector<mlir::Value> open{x};
  while (!open.empty()) {
    mlir::Value value = open.pop_back_val();
    if (!isFloat(value) || !found.insert(value).second)
      continue;
    mlir::Operation* op = value.getDefiningOp();
    if (op && !llvm::isa<StopGradientOp>(op))
      llvm::append_range(open, op->getOperands());
  }
  return found;
}

} // namespace

/// The full name of a parameter, or of a state that has not been bound; "" of other tensors.
std::string Evaluator::fullNameOf(mlir::Value x) const {
  for (const auto& [name, parameter] : entry_->tied)
    if (parameter == x)
      return name;
  for (const Held& held : entry_->held)
    if (held.found == x)
      return states_[held.state].name;
  return "";
}

Value Evaluator::callOnGraph(Scope& scope, const Expr& e, const std::vector<Value>& values) {
  const Value& x = values[0];
  if (!x.isTensor()) {
    error(scope, e.items[0].value->span, e.text + ": expected a tensor, found " + describe(x));
    return Value::poison();
  }
  if (e.text == "grad")
    return gradients(scope, e, x.tensor, values[1]);
  if (e.text == "parameters")
    return parametersOf(scope, e, x.tensor, values.size() > 1 ? values[1] : Value::ofString("*"));
  if (e.text == "name") {
    std::string name = fullNameOf(x.tensor);
    if (!name.empty())
      return Value::ofString(name);
    error(scope, e.items[0].value->span,
          "name: expected a parameter or a state, found " + describe(x) + " that was computed");
    return Value::poison();
  }
  if (isFourBits(x.tensor.getType())) {
    error(scope, e.items[0].value->span, storedAlone(x.tensor));
    return Value::poison();
  }
  if (!countOperator(scope, e.opSpan)) // stop_gradient
    return Value::poison();
  return Value::ofTensor(
      StopGradientOp::create(builder_, location(scope, e.opSpan), x.tensor.getType(), x.tensor));
}

/// grad(loss, wrt): a tensor for a tensor, a list for a list.
Value Evaluator::gradients(Scope& scope, const Expr& e, mlir::Value loss, const Value& wrt) {
  auto fail = [&](size_t argument, const std::string& message) {
    error(scope, e.items[argument].value->span, "grad: " + message);
    return Value::poison();
  };
  Value ofLoss = Value::ofTensor(loss);
  if (ofLoss.tensorType().getRank() != 0 || !isFloat(loss))
    return fail(0, "a gradient is that of a scalar of a float type, found " + describe(ofLoss) +
                       (isFloat(loss) ? ": take its mean or its sum" : ""));
  const bool isList = wrt.kind == Value::Kind::List;
  std::vector<Value> items = isList ? *wrt.list : std::vector<Value>{wrt};
  if (items.empty())
    return fail(1, "the list is empty: there is nothing to differentiate by");
  if (!spend(scope, e.opSpan, static_cast<int64_t>(items.size())))
    return Value::poison();
  llvm::DenseSet<mlir::Value> passed = passedBy(loss);
  llvm::SmallVector<mlir::Value> by;
  for (const Value& item : items) {
    if (item.isPoison())
      return item;
    if (!item.isTensor() || !isFloat(item.tensor))
      return fail(1, "it is taken by a tensor of floats or a list of them, found " + describe(item));
    by.push_back(item.tensor);
    if (passed.contains(item.tensor))
      continue;
    std::string name = fullNameOf(item.tensor);
    std::string message = "grad: loss does not depend on " +
                          (name.empty() ? "this " + describe(item) : name) + ": its gradient is zeros";
    Span span = e.items[1].value->span;
    const Scope* place = userPlace(&scope, span);
    if (reported_.emplace(place->unit, span.begin, message).second)
      diagnostics_.push_back(diagnose(scope, e.items[1].value->span, Diagnostic::Warning, message));
  }
  if (!countOperator(scope, e.opSpan))
    return Value::poison();
  mlir::ValueRange range(by);
  auto gradient = GradientOp::create(builder_, location(scope, e.opSpan), range.getTypes(), loss, range);
  std::vector<Value> made;
  for (mlir::Value result : gradient.getResults())
    made.push_back(Value::ofTensor(result));
  return isList ? Value::ofList(std::move(made)) : made[0];
}

/// The state that a parameter is from here on: what this run finds of it is its value among the weights, or
/// what the last one has left.
size_t Evaluator::stateOf(Scope& scope, const Expr& e, const std::string& parameter) {
  if (auto known = stateIndex_.find(parameter); known != stateIndex_.end())
    return known->second;
  const Parameter& shared = shared_.at(parameter);
  State state;
  state.name = parameter;
  state.type = shared.type;
  state.initial = "weights";
  state.value = shared.value;
  state.entry = entry_;
  state.place = shared.note();
  state.location = mlir::NameLoc::get(builder_.getStringAttr(parameter), location(scope, e.opSpan));
  stateIndex_.emplace(parameter, states_.size());
  states_.push_back(std::move(state));
  return states_.size() - 1;
}

/// assign(x, value): what the next run finds in a parameter or a state.
void Evaluator::assignTo(Scope& scope, const Expr& e, const Value& x, const Value& value) {
  std::optional<size_t> index;
  if (x.isTensor() && isFourBits(x.tensor.getType()))
    return error(scope, e.items[0].value->span, "assign: " + storedAlone(x.tensor));
  if (x.isTensor()) {
    for (const Held& held : entry_->held)
      if (held.found == x.tensor || (held.current.isTensor() && held.current.tensor == x.tensor))
        index = held.state;
    std::string name = index ? "" : fullNameOf(x.tensor);
    if (!name.empty() && states_.size() < kMaxStates)
      index = stateOf(scope, e, name);
    else if (!name.empty())
      return error(scope, e.opSpan, "assign: there are more than " + std::to_string(kMaxStates) + " states");
  }
  if (!index)
    return error(scope, e.items[0].value->span,
                 "assign: expected a parameter or a state, found " + describe(x) +
                     (x.isTensor() ? " that was computed" : ""));
  State& state = states_[*index];
  if (!value.isTensor() || value.tensorType() != state.type)
    return error(scope, e.items[1].value->span,
                 "assign: " + state.name + " is " + aic::describe(state.type) + ", found " + describe(value));
  Held& held = hold(*entry_, *index);
  held.current = value;
  state.bound = held.bound = true;
}

/// parameters(x, pattern): those that a gradient of x reaches, in the order of their declarations.
Value Evaluator::parametersOf(Scope& scope, const Expr& e, mlir::Value x, const Value& pattern) {
  auto fail = [&](const std::string& message) {
    error(scope, e.items[1].value->span, "parameters: " + message);
    return Value::poison();
  };
  if (pattern.kind != Value::Kind::String)
    return fail("expected a string such as \"head.*\", found " + describe(pattern));
  auto glob = llvm::GlobPattern::create(*pattern.string);
  if (!glob) {
    llvm::consumeError(glob.takeError());
    return fail("\"" + *pattern.string +
                "\" is no pattern: * stands for any letters, ? for one, [ab] for one of them");
  }
  if (!spend(scope, e.opSpan, operators_)) // it looks at all that x is made of
    return Value::poison();
  llvm::DenseSet<mlir::Value> passed = passedBy(x);
  std::vector<std::pair<size_t, mlir::Value>> found;
  bool any = false;
  auto take = [&](const std::string& name, mlir::Value value) {
    if (!passed.contains(value))
      return;
    any = true;
    if (glob->match(name))
      found.push_back({shared_.at(name).order, value});
  };
  for (const auto& [name, value] : entry_->tied)
    take(name, value);
  for (const Held& held : entry_->held)
    if (shared_.count(states_[held.state].name)) // that is a parameter, too
      take(states_[held.state].name, held.found);
  if (any && found.empty())
    return fail("no parameter that x depends on is called " + *pattern.string);
  llvm::sort(found, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Value> list;
  for (auto [order, value] : found)
    list.push_back(Value::ofTensor(value));
  return Value::ofList(std::move(list));
}

} // namespace aic::graph

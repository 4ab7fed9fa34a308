// States: tensors that outlive a run. Within a run they are values like all others; what an entry has bound
// last to a state's name is a result of its function.
#include "frontends/graph/Evaluator.h"

namespace aic::graph {
namespace {

/// How messages name what a state begins as.
std::string spellInitial(const Expr& e) {
  if (e.kind != Expr::Kind::Call)
    return e.text;
  return e.text + "(...)";
}

} // namespace

/// Where two declarations stand, for a message about what they disagree on.
std::pair<std::string, std::string> Evaluator::places(const Entry* other) const {
  if (other == entry_)
    return {" here", " before"};
  return {" in " + entry_->label, " in " + other->label};
}

/// A parameter and a state of one full name are one tensor: of one type, and from the weights.
bool Evaluator::agree(Scope& scope, const Statement& s, const State& state, mlir::RankedTensorType parameter,
                      const Entry* other, const Diagnostic& note) {
  bool isState = s.kind == Statement::Kind::State;
  auto [here, there] = places(other);
  if (state.type != parameter) {
    std::string asState = "the state " + aic::describe(state.type),
                asParameter = "the parameter " + aic::describe(parameter);
    error(scope, s.span,
          state.name + " is " + (isState ? asState : asParameter) + here + " and " +
              (isState ? asParameter : asState) + there + ": equal names are one tensor",
          note);
    return false;
  }
  if (!state.splat)
    return true;
  std::string asState = "a state that begins as " + state.initial;
  error(scope, s.span,
        state.name + " is " + (isState ? asState : "a parameter") + here + " and " +
            (isState ? "a parameter" : asState) + there +
            ": both are one tensor, so the state begins as weights",
        note);
  return false;
}

/// The value of the weights' tensor of that name, one for all entries. Null where it cannot be had
/// (reported). What has no initialiser wants the tensor, whatever another declaration does without it.
mlir::ElementsAttr Evaluator::weightsValue(Scope& scope, const Statement& s, const std::string& name,
                                           mlir::RankedTensorType type, mlir::TypedAttr initial) {
  auto known = shared_.find(name);
  bool optional = known != shared_.end() && known->second.initialised && !initial &&
                  !llvm::isa<mlir::DenseResourceElementsAttr>(known->second.value);
  if (known != shared_.end() && !optional)
    return known->second.value;
  std::string problem;
  mlir::ElementsAttr value = parameters_.value(name, type, initial, problem);
  if (!value) {
    error(scope, s.span, name + ": " + aic::describe(type) + ": " + problem);
    forcedExit_ = parameters_.exitCode();
    stopped_ = true;
    return nullptr;
  }
  if (known == shared_.end()) {
    Span span = s.span;
    const Scope* place = userPlace(&scope, span);
    known =
        shared_
            .emplace(name, Parameter{type, value, entry_, place->unit, span, bool(initial), shared_.size()})
            .first;
  }
  known->second.value = value;
  known->second.initialised &= bool(initial);
  return value;
}

std::vector<std::pair<std::string, mlir::ElementsAttr>> Evaluator::parameters() const {
  std::vector<std::pair<std::string, mlir::ElementsAttr>> parameters(shared_.size());
  for (const auto& [name, parameter] : shared_)
    parameters[parameter.order] = {name, parameter.value};
  return parameters;
}

/// The state of a declaration, by its place among all; nullopt where it disagrees with another (reported).
std::optional<size_t> Evaluator::declareState(Scope& scope, const Statement& s, State state) {
  if (auto place = stateIndex_.find(state.name); place != stateIndex_.end()) {
    const State& known = states_[place->second];
    auto where = places(known.entry);
    auto disagree = [&](const std::string& mine, const std::string& other) {
      error(scope, s.span,
            "the state " + state.name + " " + mine + where.first + " and " + other + where.second +
                ": equal names are one state",
            known.place);
      return std::nullopt;
    };
    if (known.type != state.type)
      return disagree("is " + aic::describe(state.type), aic::describe(known.type));
    if (known.splat != state.splat)
      return disagree("begins as " + state.initial, "as " + known.initial);
    return place->second;
  }
  if (states_.size() == kMaxStates) {
    error(scope, s.span, "there are more than " + std::to_string(kMaxStates) + " states");
    stopped_ = true;
    return std::nullopt;
  }
  if (auto parameter = shared_.find(state.name); parameter != shared_.end())
    if (!agree(scope, s, state, parameter->second.type, parameter->second.entry, parameter->second.note()))
      return std::nullopt;
  if (state.splat)
    state.value = mlir::DenseElementsAttr::get(state.type, mlir::Attribute(state.splat));
  else
    state.value = weightsValue(scope, s, state.name, state.type, nullptr);
  if (!state.value)
    return std::nullopt;
  state.entry = entry_;
  state.location = mlir::NameLoc::get(builder_.getStringAttr(state.name), location(scope, s.span));
  state.place = diagnose(scope, s.span, Diagnostic::Note, "the first is here");
  state.unbound =
      diagnose(scope, s.span, Diagnostic::Warning,
               "the state " + state.name + " is never bound again: every run finds what it begins as");
  stateIndex_.emplace(state.name, states_.size());
  states_.push_back(std::move(state));
  return states_.size() - 1;
}

/// What the entry that is being evaluated has of a state.
Evaluator::Held& Evaluator::hold(Entry& entry, size_t state) {
  auto [place, isNew] = entry.holds.try_emplace(state, entry.held.size());
  if (!isNew)
    return entry.held[place->second];
  Held held;
  held.state = state;
  held.found =
      entry.function.front().addArgument(states_[state].type, mlir::Location(states_[state].location));
  held.current = Value::ofTensor(held.found);
  entry.held.push_back(held);
  return entry.held.back();
}

void Evaluator::state(Scope& scope, const Statement& s) {
  const Ident& local = s.targets[0];
  State state;
  state.type = resolve(scope, s.type, "the state " + local.text);
  std::optional<std::string> name = fullName(scope, s, "state");
  bool good = state.type && name;
  if (good && isFourBits(state.type)) {
    error(scope, s.type.span,
          "the state " + *name + " is " + aic::describe(state.type) +
              ": parameters alone have numbers of 4 bits; --state-precision int8 has states in 8");
    good = false;
  }
  const Expr& initial = *s.initialiser;
  if (good && !(initial.kind == Expr::Kind::Name && initial.text == "weights")) {
    state.splat = initialiser(scope, initial, state.type.getElementType(), true);
    good = bool(state.splat);
  }
  scope.names[local.text] = Value::poison();
  scope.states.erase(local.text);
  if (!good || !countOperator(scope, s.span))
    return;
  state.name = *name;
  state.initial = spellInitial(initial);
  std::optional<size_t> index = declareState(scope, s, std::move(state));
  if (!index)
    return;
  scope.names[local.text] = hold(*entry_, *index).current;
  scope.states[local.text] = *index;
}

/// The name has a value: where it is a state's, the state has it too.
void Evaluator::bindState(Scope& scope, const Ident& name) {
  auto local = scope.states.find(name.text);
  if (local == scope.states.end())
    return;
  State& state = states_[local->second];
  Held& held = hold(*entry_, local->second);
  Value& value = scope.names[name.text];
  if (!value.isPoison() && !(value.isTensor() && value.tensorType() == state.type)) {
    bool cast = value.isTensor() && value.tensorType().getShape() == state.type.getShape();
    std::string element = aic::describe(state.type.getElementType());
    error(scope, name.span,
          "the state " + state.name + " is " + aic::describe(state.type) + ", found " + describe(value) +
              (cast ? ": cast(..., " + element + ") changes it" : ""));
    value = Value::poison();
  }
  state.bound = held.bound = true;
  held.current = value;
}

/// The states of the module, and what the functions have of them: behind their inputs and results.
void Evaluator::finishStates(mlir::ModuleOp module, std::vector<Entry>& entries) {
  for (Entry& entry : entries) {
    // A parameter that is a state in any entry is one in all.
    for (auto& [name, constant] : entry.tied)
      if (auto state = stateIndex_.find(name); state != stateIndex_.end()) {
        constant.replaceAllUsesWith(hold(entry, state->second).found);
        constant.getDefiningOp()->erase();
      }
    for (Held& held : entry.held)
      held.read = !held.found.use_empty();
    for (Held& held : llvm::reverse(entry.held))
      if (!held.read)
        entry.function.front().eraseArgument(held.found.getArgNumber());
  }
  mlir::OpBuilder::InsertionGuard guard(builder_);
  builder_.setInsertionPointToStart(module.getBody());
  std::set<std::string> symbols;
  for (const Entry& entry : entries)
    symbols.insert(entry.symbol);
  for (const State& state : states_) {
    StateOp::create(builder_, mlir::Location(state.location), state.name, state.type, state.value);
    if (!state.bound)
      diagnostics_.push_back(state.unbound);
    // A symbol is one thing: a function makes room.
    if (!symbols.count(state.name))
      continue;
    auto same = llvm::find_if(entries, [&](const Entry& entry) { return entry.symbol == state.name; });
    auto isTaken = [&](const std::string& symbol) {
      return symbols.count(symbol) || stateIndex_.count(symbol);
    };
    size_t n = 1;
    while (isTaken(same->graph->name.text + "_" + std::to_string(n)))
      ++n;
    same->symbol = same->graph->name.text + "_" + std::to_string(n);
    symbols.insert(same->symbol);
    same->function.setSymName(same->symbol);
    same->function->setAttr(kEntryAttr, builder_.getStringAttr(same->graph->name.text));
  }
}

} // namespace aic::graph

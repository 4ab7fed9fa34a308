// Statements.
#include "frontends/graph/Evaluator.h"

namespace aic::graph {

Evaluator::Flow Evaluator::execute(Scope& scope, const Body& body) {
  for (const auto& s : body.statements) {
    if (stopped_ || execute(scope, *s) == Flow::Return)
      return Flow::Return;
  }
  return Flow::Next;
}

Evaluator::Flow Evaluator::execute(Scope& scope, const Statement& s) {
  if (!spend(scope, s.span, 1))
    return Flow::Return;
  switch (s.kind) {
  case Statement::Kind::Weights:
    if (!weightsStatements_.count(&s))
      error(scope, s.span, "'weights' stands once, in the body of a graph, outside of 'if' and 'for'");
    return Flow::Next;
  case Statement::Kind::Param:
    param(scope, s);
    return Flow::Next;
  case Statement::Kind::State:
    state(scope, s);
    return Flow::Next;
  case Statement::Kind::If:
    return branch(scope, s);
  case Statement::Kind::For:
    return forLoop(scope, s);
  case Statement::Kind::Assign:
    assign(scope, s, evaluate(scope, *s.values[0]), s.values[0]->span);
    return Flow::Next;
  case Statement::Kind::Call:
    if (call(scope, *s.values[0], /*statement=*/true).isPoison() && s.values[0]->text == "require" &&
        scope.parent) { // what follows in the block counts on it
      scope.result = Value::poison();
      return Flow::Return;
    }
    return Flow::Next;
  case Statement::Kind::Return: {
    if (!scope.parent) {
      error(scope, s.span, "a graph binds its results by name, as in y = ...; 'return' is for blocks");
      return Flow::Next;
    }
    std::vector<Value> values;
    for (const ExprPtr& value : s.values) {
      values.push_back(evaluate(scope, *value));
      if (values.back().kind == Value::Kind::Tuple && s.values.size() > 1) {
        error(scope, value->span, "this call has " + describe(values.back()) + ": take them apart first");
        values.back() = Value::poison();
      }
    }
    if (values.size() == 1) {
      scope.result = values[0];
    } else {
      scope.result = Value::ofTuple(std::move(values));
    }
    return Flow::Return;
  }
  }
  return Flow::Next;
}

void Evaluator::assign(Scope& scope, const Statement& s, const Value& value, Span span) {
  auto bind = [&](const Ident& name, const Value& v) {
    if (name.text == "_")
      return;
    scope.names[name.text] = v;
    bindState(scope, name);
  };
  size_t count = s.targets.size();
  if (count == 1 && value.kind != Value::Kind::Tuple)
    return bind(s.targets[0], value);
  bool parts = value.kind == Value::Kind::Tuple || value.kind == Value::Kind::List;
  if (parts && value.list->size() == count) {
    for (size_t i = 0; i < count; ++i)
      bind(s.targets[i], (*value.list)[i]);
    return;
  }
  if (!value.isPoison()) {
    std::string names = std::to_string(count) + (count == 1 ? " name" : " names");
    if (parts)
      error(scope, span,
            "there are " + std::to_string(value.list->size()) + " values for " + names +
                "; '_' takes one that is not wanted");
    else
      error(scope, span, "there is one value, " + describe(value) + ", for " + names);
  }
  for (const Ident& name : s.targets)
    bind(name, Value::poison());
}

Evaluator::Flow Evaluator::poison(Scope& scope, const Body& body) {
  Flow flow = Flow::Next;
  for (const auto& s : body.statements) {
    if (s->kind == Statement::Kind::Return) {
      scope.result = Value::poison();
      return Flow::Return;
    }
    for (const Ident& name : s->targets) {
      scope.names[name.text] = Value::poison();
      if (s->kind == Statement::Kind::Param || s->kind == Statement::Kind::State)
        scope.states.erase(name.text);
    }
    for (const Statement::Branch& inner : s->branches)
      if (poison(scope, inner.body) == Flow::Return)
        flow = Flow::Return;
    if (poison(scope, s->body) == Flow::Return)
      flow = Flow::Return;
  }
  return flow;
}

Evaluator::Flow Evaluator::branch(Scope& scope, const Statement& s) {
  for (const Statement::Branch& branch : s.branches) {
    if (!branch.condition)
      return execute(scope, branch.body);
    std::optional<bool> holds = condition(scope, *branch.condition, "'if'");
    if (!holds) {
      Flow flow = Flow::Next;
      for (const Statement::Branch& lost : s.branches)
        if (poison(scope, lost.body) == Flow::Return)
          flow = Flow::Return;
      return flow;
    }
    if (*holds)
      return execute(scope, branch.body);
  }
  return Flow::Next;
}

Evaluator::Flow Evaluator::forLoop(Scope& scope, const Statement& s) {
  auto lost = [&] {
    for (const Ident& name : s.targets)
      scope.names[name.text] = Value::poison();
    return poison(scope, s.body);
  };
  Value first = evaluate(scope, *s.values[0]);
  if (s.rangeEnd) {
    Value last = evaluate(scope, *s.rangeEnd);
    if (first.isPoison() || last.isPoison())
      return lost();
    for (auto [value, expr] : {std::pair(&first, s.values[0].get()), std::pair(&last, s.rangeEnd.get())})
      if (value->kind != Value::Kind::Int) {
        error(scope, expr->span, "a loop runs between ints, found " + describe(*value));
        return lost();
      }
    for (int64_t i = first.integer; i < last.integer; ++i) {
      if (!spend(scope, s.span, 1))
        return Flow::Return;
      assign(scope, s, Value::ofInt(i), s.span);
      if (execute(scope, s.body) == Flow::Return)
        return Flow::Return;
    }
    return Flow::Next;
  }
  if (first.isPoison())
    return lost();
  if (first.kind != Value::Kind::List) {
    error(scope, s.values[0]->span,
          "a loop goes through a list or from a to b, as in 0..4; found " + describe(first) +
              (first.kind == Value::Kind::Int ? ": write 0.." + spell(first) : ""));
    return lost();
  }
  for (const Value& item : *first.list) {
    if (!spend(scope, s.span, 1))
      return Flow::Return;
    assign(scope, s, item, s.values[0]->span);
    if (execute(scope, s.body) == Flow::Return)
      return Flow::Return;
  }
  return Flow::Next;
}

mlir::TypedAttr Evaluator::initialiser(Scope& scope, const Expr& e, mlir::Type element, bool state) {
  Value value;
  if (e.kind == Expr::Kind::Name && (e.text == "zeros" || e.text == "ones")) {
    bool isBool = element.isInteger(1);
    value = isBool ? Value::ofBool(e.text == "ones") : Value::ofInt(e.text == "ones");
  } else if (e.kind == Expr::Kind::Call && e.text == "full" && e.items.size() == 1 &&
             e.items[0].name.text.empty()) {
    value = evaluate(scope, *e.items[0].value);
  } else {
    error(scope, e.span,
          state ? "the initialiser of a state is zeros, ones, full(value) or weights"
                : "an initialiser is zeros, ones or full(value)");
    return nullptr;
  }
  if (value.isPoison())
    return nullptr;
  std::string problem;
  mlir::TypedAttr attribute = literalAttribute(value, element, problem);
  if (!attribute)
    error(scope, e.span, problem);
  return attribute;
}

/// The whole path of a parameter or a state; nullopt where it has none (reported).
std::optional<std::string> Evaluator::fullName(Scope& scope, const Statement& s, const char* what) {
  const std::string& local = s.targets[0].text;
  std::optional<std::string> name = scope.path.empty() ? local : scope.path + "." + local;
  if (s.path)
    name = path(scope, *s.path);
  if (name && name->size() > kMaxParameterName) {
    error(scope, s.span,
          "the whole path of the " + std::string(what) + " " + local + " is longer than " +
              std::to_string(kMaxParameterName) + " bytes");
    return std::nullopt;
  }
  return name;
}

void Evaluator::param(Scope& scope, const Statement& s) {
  const Ident& local = s.targets[0];
  // As in x = f(x), the statement is read with the names before it: `param D: f32[D]`.
  mlir::RankedTensorType type = resolve(scope, s.type, "the parameter " + local.text);
  std::optional<std::string> name = fullName(scope, s, "parameter");
  mlir::TypedAttr initial;
  bool initialised = true;
  if (type && s.initialiser)
    initialised = bool(initial = initialiser(scope, *s.initialiser, type.getElementType()));
  scope.names[local.text] = Value::poison();
  scope.states.erase(local.text);
  if (!type || !name || !initialised)
    return;
  if (isFourBits(type) && (type.getRank() == 0 || type.getShape().back() % 2 != 0))
    return error(scope, s.type.span,
                 "the parameter " + *name + " is " + aic::describe(type) +
                     ": numbers of 4 bits lie two a byte along the last axis, which is to be of even size");
  if (auto index = stateIndex_.find(*name); index != stateIndex_.end()) {
    const State& state = states_[index->second];
    if (agree(scope, s, state, type, state.entry, state.place))
      scope.names[local.text] = hold(*entry_, index->second).current;
    return;
  }
  auto known = shared_.find(*name);
  if (known != shared_.end() && known->second.type != type) {
    const Parameter& other = known->second;
    auto [here, there] = places(other.entry);
    error(scope, s.span,
          "the parameter " + *name + " is " + aic::describe(type) + here + " and " +
              aic::describe(other.type) + there + ": equal names are one tensor",
          other.entry == entry_ ? std::nullopt : std::optional(other.note()));
    return;
  }
  auto tied = entry_->tied.find(*name);
  if (tied == entry_->tied.end() && !countOperator(scope, s.span))
    return;
  mlir::ElementsAttr value = weightsValue(scope, s, *name, type, initial);
  if (!value)
    return;
  if (tied != entry_->tied.end()) {
    scope.names[local.text] = Value::ofTensor(tied->second);
    return;
  }
  mlir::Location place = mlir::NameLoc::get(builder_.getStringAttr(*name), location(scope, s.span));
  mlir::Value constant = ConstantOp::create(builder_, place, value);
  if (isFourBits(type))
    constant = mlir::UnrealizedConversionCastOp::create(builder_, place, type, constant).getResult(0);
  entry_->tied[*name] = constant;
  scope.names[local.text] = Value::ofTensor(constant);
}

} // namespace aic::graph

// Expressions but for arithmetic, indexing and calls.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Parser.h"
#include "frontends/graph/Spellings.h"

namespace aic::graph {

Value Evaluator::evaluate(Scope& scope, const Expr& e) {
  if (!spend(scope, e.span, 1))
    return Value::poison();
  if (depth_ >= kMaxEvaluationDepth) {
    error(scope, e.span, "expressions and block calls are nested too deeply");
    stopped_ = true;
    return Value::poison();
  }
  ++depth_;
  Value value = evaluateNow(scope, e);
  --depth_;
  return value;
}

Value Evaluator::evaluateNow(Scope& scope, const Expr& e) {
  switch (e.kind) {
  case Expr::Kind::Int:
    return Value::ofInt(e.integer);
  case Expr::Kind::Float:
    return Value::ofFloat(e.number);
  case Expr::Kind::Inf:
    return Value::ofFloat(std::numeric_limits<double>::infinity());
  case Expr::Kind::Bool:
    return Value::ofBool(e.boolean);
  case Expr::Kind::None:
    return Value::none();
  case Expr::Kind::String:
    if (!spend(scope, e.span, static_cast<int64_t>(e.text.size()) / 32))
      return Value::poison();
    return Value::ofString(unescape(e.text));
  case Expr::Kind::Type:
    return Value::ofType(elementType(context_, e.text));
  case Expr::Kind::Name:
    return name(scope, e);
  case Expr::Kind::List:
    return list(scope, e);
  case Expr::Kind::Unary:
    return unary(scope, e);
  case Expr::Kind::Binary:
    return e.op == Op::And || e.op == Op::Or ? logical(scope, e) : binary(scope, e);
  case Expr::Kind::Ternary:
    return ternary(scope, e);
  case Expr::Kind::Call:
    return call(scope, e);
  case Expr::Kind::Index:
    return index(scope, e);
  case Expr::Kind::Slice:
  case Expr::Kind::Ellipsis:
    break; // read by index()
  }
  error(scope, e.span, "this stands within an index only");
  return Value::poison();
}

Value Evaluator::name(Scope& scope, const Expr& e) {
  auto found = scope.names.find(e.text);
  if (found != scope.names.end())
    return found->second;
  if (auto constant = scope.unit->constants.find(e.text); constant != scope.unit->constants.end())
    return this->constant(*scope.unit, *constant->second);
  if (e.text == "nan") // no keywords: models may have names for them
    return Value::ofFloat(std::numeric_limits<double>::quiet_NaN());
  if (e.text == "pi")
    return Value::ofFloat(3.14159265358979323846);
  if (std::optional<Function> called = function(scope, e.text))
    return Value::ofFunction(std::move(*called));
  if (std::string ours = spellingOfName(e.text); !ours.empty()) {
    error(scope, e.span, "there is no " + e.text + ": write " + ours);
    return Value::poison();
  }
  size_t dot = e.text.find('.');
  if (dot != std::string::npos)
    if (auto import = scope.unit->imports.find(e.text.substr(0, dot)); import != scope.unit->imports.end()) {
      auto constant = import->second->constants.find(e.text.substr(dot + 1));
      if (constant != import->second->constants.end())
        return this->constant(*import->second, *constant->second);
    }
  if (dot != std::string::npos || isBuiltin(e.text)) {
    error(scope, e.span, e.text + " is a function: call it, as in " + e.text + "(...)");
    return Value::poison();
  }
  std::vector<std::string> names;
  for (const auto& entry : scope.names)
    names.push_back(entry.first);
  error(scope, e.span, "unknown name " + e.text + suggestion(e.text, names));
  return Value::poison();
}

/// The block or primitive that a call of that name calls. In the libraries a plain name is no block of
/// theirs.
std::optional<Function> Evaluator::function(const Scope& scope, const std::string& name) const {
  size_t dot = name.find('.');
  Unit* unit = scope.unit;
  if (dot != std::string::npos) {
    auto import = unit->imports.find(name.substr(0, dot));
    unit = import == unit->imports.end() ? nullptr : import->second;
  } else if (unit->library) {
    unit = nullptr;
  }
  std::string last = name.substr(dot == std::string::npos ? 0 : dot + 1);
  if (unit)
    if (auto block = unit->blocks.find(last); block != unit->blocks.end())
      return Function{name, nullptr, unit, block->second};
  if (dot != std::string::npos)
    return std::nullopt;
  if (const Primitive* primitive = findPrimitive(name))
    return Function{name, primitive, nullptr, nullptr};
  Unit* functions = scope.unit->functions;
  if (name.front() == '_' && !scope.unit->library) // what they share
    return std::nullopt;
  auto block = functions ? functions->blocks.find(name) : decltype(functions->blocks.find(name)){};
  if (functions && block != functions->blocks.end())
    return Function{name, nullptr, functions, block->second};
  return std::nullopt;
}

/// What a constant at the top of a file is: evaluated once, where it is first read.
Value Evaluator::constant(Unit& unit, const Item& item) {
  auto [known, isNew] = constants_.emplace(&item, Value::poison());
  Scope scope;
  scope.unit = &unit;
  if (!isNew) {
    if (known->second.kind == Value::Kind::Poison && evaluating_.count(&item))
      error(scope, item.name.span, "the constant " + item.name.text + " is computed from itself");
    return known->second;
  }
  evaluating_.insert(&item);
  Value value = evaluate(scope, *item.value);
  evaluating_.erase(&item);
  if (value.kind == Value::Kind::Tuple) {
    error(scope, item.value->span, "a constant is one value, found " + describe(value));
    value = Value::poison();
  }
  return constants_[&item] = value;
}

Value Evaluator::list(Scope& scope, const Expr& e) {
  std::vector<Value> items;
  bool poisoned = false;
  for (const Element& item : e.items) {
    items.push_back(evaluate(scope, *item.value));
    poisoned |= items.back().isPoison();
    if (items.back().kind == Value::Kind::Tuple) {
      error(scope, item.value->span, "this call has " + describe(items.back()) + ": take them apart first");
      poisoned = true;
    }
  }
  if (poisoned)
    return Value::poison();
  Value value = Value::ofList(std::move(items));
  if (value.listDepth > kMaxListDepth) {
    error(scope, e.span, "lists are nested more than " + std::to_string(kMaxListDepth) + " deep");
    return Value::poison();
  }
  return value;
}

Value Evaluator::unary(Scope& scope, const Expr& e) {
  Value a = evaluate(scope, *e.a);
  if (a.isPoison())
    return a;
  bool isNot = e.op == Op::Not;
  if (a.isTensor())
    return tensorOperator(scope, e, isNot ? "logical_not" : "neg", {{a, e.a->span}});
  if (isNot && a.kind == Value::Kind::Bool)
    return Value::ofBool(!a.boolean);
  if (!isNot && a.kind == Value::Kind::Float)
    return Value::ofFloat(-a.number);
  if (!isNot && a.kind == Value::Kind::Int) {
    int64_t negated;
    if (!__builtin_sub_overflow(int64_t(0), a.integer, &negated))
      return Value::ofInt(negated);
    error(scope, e.opSpan, "-(" + spell(a) + ") does not fit in 64 bits");
    return Value::poison();
  }
  error(scope, e.opSpan,
        std::string(isNot ? "'not' works on a bool" : "'-' works on a number") + " or a tensor, found " +
            describe(a));
  return Value::poison();
}

std::optional<bool> Evaluator::condition(Scope& scope, const Expr& e, const char* what) {
  Value value = evaluate(scope, e);
  if (value.kind == Value::Kind::Bool)
    return value.boolean;
  if (value.isTensor())
    error(scope, e.span,
          std::string(what) + " is decided when the model is compiled, but " + describe(value) +
              " is known only when it runs: choose by where(condition, a, b)");
  else if (!value.isPoison())
    error(scope, e.span, "the condition of " + std::string(what) + " is a bool, found " + describe(value));
  return std::nullopt;
}

Value Evaluator::ternary(Scope& scope, const Expr& e) {
  std::optional<bool> holds = condition(scope, *e.b, "'if ... else'");
  if (!holds)
    return Value::poison();
  return evaluate(scope, *holds ? *e.a : *e.c);
}

Value Evaluator::logical(Scope& scope, const Expr& e) {
  bool isAnd = e.op == Op::And;
  Value a = evaluate(scope, *e.a);
  if (a.isPoison())
    return a;
  if (a.kind != Value::Kind::Bool && !a.isTensor()) {
    error(scope, e.a->span, std::string("'") + opSpelling(e.op) + "' works on bools, found " + describe(a));
    return Value::poison();
  }
  if (a.kind == Value::Kind::Bool && a.boolean != isAnd)
    return a; // decided: the other side is not looked at
  Value b = evaluate(scope, *e.b);
  if (b.isPoison())
    return b;
  if (b.kind != Value::Kind::Bool && !b.isTensor()) {
    error(scope, e.b->span, std::string("'") + opSpelling(e.op) + "' works on bools, found " + describe(b));
    return Value::poison();
  }
  if (!a.isTensor() && !b.isTensor())
    return b;
  return tensorOperator(scope, e, isAnd ? "logical_and" : "logical_or", {{a, e.a->span}, {b, e.b->span}});
}

Value Evaluator::binary(Scope& scope, const Expr& e) {
  Value a = evaluate(scope, *e.a);
  Value b = evaluate(scope, *e.b);
  if (a.isPoison() || b.isPoison())
    return Value::poison();
  switch (e.op) {
  case Op::Eq:
  case Op::Ne:
  case Op::Lt:
  case Op::Le:
  case Op::Gt:
  case Op::Ge:
    return compare(scope, e, a, b);
  default:
    return arithmetic(scope, e, a, b);
  }
}

} // namespace aic::graph

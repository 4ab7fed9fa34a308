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
  if (e.text == "nan") // no keyword: models may have a name for it
    return Value::ofFloat(std::numeric_limits<double>::quiet_NaN());
  if (std::string ours = spellingOfName(e.text); !ours.empty()) {
    error(scope, e.span, "there is no " + e.text + ": write " + ours);
    return Value::poison();
  }
  bool isBlock = scope.unit->blocks.count(e.text) > 0;
  if (e.text.find('.') != std::string::npos || isBlock || findPrimitive(e.text) || isBuiltin(e.text)) {
    error(scope, e.span, e.text + " is a function: call it, as in " + e.text + "(...)");
    return Value::poison();
  }
  std::vector<std::string> names;
  for (const auto& entry : scope.names)
    names.push_back(entry.first);
  error(scope, e.span, "unknown name " + e.text + suggestion(e.text, names));
  return Value::poison();
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

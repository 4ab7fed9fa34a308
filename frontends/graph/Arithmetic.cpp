// Operators: on numbers and lists at compile time, on tensors as operations.
#include "frontends/graph/Evaluator.h"

#include <cmath>

namespace aic::graph {

static const char* primitiveOf(Op op) {
  switch (op) {
  case Op::Add:
    return "add";
  case Op::Sub:
    return "sub";
  case Op::Mul:
    return "mul";
  case Op::Div:
    return "div";
  case Op::FloorDiv:
    return "floor_div";
  case Op::Rem:
    return "rem";
  case Op::Pow:
    return "pow";
  case Op::Eq:
    return "eq";
  case Op::Ne:
    return "ne";
  case Op::Lt:
    return "lt";
  case Op::Le:
    return "le";
  case Op::Gt:
    return "gt";
  default:
    return "ge";
  }
}

Value Evaluator::tensorOperator(Scope& scope, const Expr& e, const char* primitive,
                                std::vector<std::pair<Value, Span>> operands) {
  const Primitive* row = findPrimitive(primitive);
  PrimitiveCall call(*this, scope, e.opSpan, row->name);
  std::vector<SignatureArgument> formals = parseSignature(row->signature);
  for (size_t i = 0; i < operands.size(); ++i)
    call.arguments.push_back({formals[i].name, operands[i].first, operands[i].second});
  return row->build(call);
}

Value Evaluator::arithmetic(Scope& scope, const Expr& e, const Value& a, const Value& b) {
  if (a.isTensor() || b.isTensor())
    return tensorOperator(scope, e, primitiveOf(e.op), {{a, e.a->span}, {b, e.b->span}});
  if (a.kind == Value::Kind::Int && b.kind == Value::Kind::Int)
    return integerArithmetic(scope, e, a.integer, b.integer);
  if (a.isNumber() && b.isNumber())
    return floatArithmetic(scope, e, a.asDouble(), b.asDouble());
  if (e.op == Op::Add && a.kind == Value::Kind::List && b.kind == Value::Kind::List) {
    if (!spend(scope, e.opSpan, static_cast<int64_t>(a.list->size() + b.list->size())))
      return Value::poison();
    std::vector<Value> items(*a.list);
    items.insert(items.end(), b.list->begin(), b.list->end());
    return Value::ofList(std::move(items));
  }
  if (e.op == Op::Add && a.kind == Value::Kind::String && b.kind == Value::Kind::String) {
    if (a.string->size() + b.string->size() > kMaxParameterName) {
      error(scope, e.opSpan, "the string is longer than " + std::to_string(kMaxParameterName) + " bytes");
      return Value::poison();
    }
    return Value::ofString(*a.string + *b.string);
  }
  std::string hint = e.op == Op::Add && (a.kind == Value::Kind::List || b.kind == Value::Kind::List)
                         ? ": a list takes a list, as in xs + [x]"
                     : e.op == Op::Add && (a.kind == Value::Kind::String || b.kind == Value::Kind::String)
                         ? ": str(x) makes a string"
                         : "";
  error(scope, e.opSpan,
        std::string("'") + opSpelling(e.op) + "' does not work on " + describe(a) + " and " + describe(b) +
            hint);
  return Value::poison();
}

static std::string spelled(int64_t a, Op op, int64_t b) {
  return std::to_string(a) + " " + opSpelling(op) + " " + std::to_string(b);
}

Value Evaluator::integerArithmetic(Scope& scope, const Expr& e, int64_t a, int64_t b) {
  auto fail = [&](const std::string& why) {
    error(scope, e.opSpan, spelled(a, e.op, b) + why);
    return Value::poison();
  };
  const char* large = " does not fit in 64 bits";
  int64_t result = 0;
  switch (e.op) {
  case Op::Add:
    return __builtin_add_overflow(a, b, &result) ? fail(large) : Value::ofInt(result);
  case Op::Sub:
    return __builtin_sub_overflow(a, b, &result) ? fail(large) : Value::ofInt(result);
  case Op::Mul:
    return __builtin_mul_overflow(a, b, &result) ? fail(large) : Value::ofInt(result);
  case Op::Div:
    if (b == 0)
      return fail(": division by zero");
    return Value::ofFloat(static_cast<double>(a) / static_cast<double>(b));
  case Op::FloorDiv:
  case Op::Rem: {
    if (b == 0)
      return fail(": division by zero");
    if (b == -1) // the one quotient that overflows is among these
      return e.op == Op::Rem                                  ? Value::ofInt(0)
             : __builtin_sub_overflow(int64_t(0), a, &result) ? fail(large)
                                                              : Value::ofInt(result);
    int64_t quotient = a / b, rest = a % b;
    if (rest != 0 && (rest < 0) != (b < 0)) { // Python rounds down
      --quotient;
      rest += b;
    }
    return Value::ofInt(e.op == Op::Rem ? rest : quotient);
  }
  case Op::Pow: {
    if (b < 0)
      return floatArithmetic(scope, e, static_cast<double>(a), static_cast<double>(b));
    result = 1;
    int64_t base = a;
    for (int64_t rest = b; rest > 0; rest >>= 1) {
      if ((rest & 1) && __builtin_mul_overflow(result, base, &result))
        return fail(large);
      if (rest > 1 && __builtin_mul_overflow(base, base, &base))
        return fail(large);
    }
    return Value::ofInt(result);
  }
  default:
    return Value::poison();
  }
}

Value Evaluator::floatArithmetic(Scope& scope, const Expr& e, double a, double b) {
  double result = 0;
  bool divides = e.op == Op::Div || e.op == Op::FloorDiv || e.op == Op::Rem;
  std::string terms = spell(Value::ofFloat(a)) + " " + opSpelling(e.op) + " " + spell(Value::ofFloat(b));
  if ((divides && b == 0) || (e.op == Op::Pow && a == 0 && b < 0)) {
    error(scope, e.opSpan, terms + ": division by zero");
    return Value::poison();
  }
  switch (e.op) {
  case Op::Add:
    result = a + b;
    break;
  case Op::Sub:
    result = a - b;
    break;
  case Op::Mul:
    result = a * b;
    break;
  case Op::Div:
    result = a / b;
    break;
  case Op::FloorDiv:
    result = std::floor(a / b);
    break;
  case Op::Rem:
    result = std::fmod(a, b);
    if (result != 0 && (result < 0) != (b < 0))
      result += b;
    break;
  case Op::Pow:
    result = std::pow(a, b);
    break;
  default:
    break;
  }
  if (std::isnan(result)) {
    error(scope, e.opSpan, terms + " is not a number");
    return Value::poison();
  }
  return Value::ofFloat(result);
}

std::optional<bool> Evaluator::equal(Scope& scope, Span span, const Value& a, const Value& b) {
  if (!spend(scope, span, 1))
    return std::nullopt;
  if (a.isNumber() && b.isNumber())
    return a.kind == Value::Kind::Int && b.kind == Value::Kind::Int ? a.integer == b.integer
                                                                    : a.asDouble() == b.asDouble();
  if (a.kind != b.kind)
    return false;
  switch (a.kind) {
  case Value::Kind::Bool:
    return a.boolean == b.boolean;
  case Value::Kind::String:
    return *a.string == *b.string;
  case Value::Kind::Type:
    return a.type == b.type;
  case Value::Kind::Function:
    return a.function->primitive == b.function->primitive && a.function->block == b.function->block;
  case Value::Kind::List: {
    if (a.list->size() != b.list->size())
      return false;
    for (size_t i = 0; i < a.list->size(); ++i) {
      std::optional<bool> same = equal(scope, span, (*a.list)[i], (*b.list)[i]);
      if (!same || !*same)
        return same;
    }
    return true;
  }
  case Value::Kind::Tensor:
    error(scope, span, "lists that hold tensors are not compared");
    return std::nullopt;
  default:
    return true; // none
  }
}

Value Evaluator::compare(Scope& scope, const Expr& e, const Value& a, const Value& b) {
  bool equality = e.op == Op::Eq || e.op == Op::Ne;
  if (equality && (a.kind == Value::Kind::None || b.kind == Value::Kind::None))
    return Value::ofBool((a.kind == b.kind) == (e.op == Op::Eq)); // `mask != none`
  if (a.isTensor() || b.isTensor())
    return tensorOperator(scope, e, primitiveOf(e.op), {{a, e.a->span}, {b, e.b->span}});
  if (equality) {
    std::optional<bool> same = equal(scope, e.opSpan, a, b);
    return same ? Value::ofBool(*same == (e.op == Op::Eq)) : Value::poison();
  }
  if (!a.isNumber() || !b.isNumber()) {
    error(scope, e.opSpan,
          std::string("'") + opSpelling(e.op) + "' compares numbers, found " + describe(a) + " and " +
              describe(b));
    return Value::poison();
  }
  bool integers = a.kind == Value::Kind::Int && b.kind == Value::Kind::Int;
  double x = a.asDouble(), y = b.asDouble();
  bool less = integers ? a.integer < b.integer : x < y;
  bool greater = integers ? a.integer > b.integer : x > y;
  switch (e.op) {
  case Op::Lt:
    return Value::ofBool(less);
  case Op::Le:
    return Value::ofBool(!greater);
  case Op::Gt:
    return Value::ofBool(greater);
  default:
    return Value::ofBool(!less);
  }
}

} // namespace aic::graph

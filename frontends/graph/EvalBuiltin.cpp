// Functions of compile-time values.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Spellings.h"

#include <cmath>

namespace aic::graph {
namespace {

struct Builtin {
  const char* name;
  size_t least, most; // arguments
  bool onGraph = false;
};
constexpr Builtin kBuiltins[] = {{"assign", 2, 2},
                                 {"exp", 1, 1},
                                 {"float", 1, 1},
                                 {"int", 1, 1},
                                 {"log", 1, 1},
                                 {"grad", 2, 2, true},
                                 {"is_list", 1, 1},
                                 {"len", 1, 1},
                                 {"max", 1, 64},
                                 {"min", 1, 64},
                                 {"one_of", 3, 3},
                                 {"name", 1, 1, true},
                                 {"parameters", 1, 2, true},
                                 {"require", 2, 2},
                                 {"same", 2, 2},
                                 {"shape", 1, 1},
                                 {"sizes", 2, 2},
                                 {"sqrt", 1, 1},
                                 {"stop_gradient", 1, 1, true},
                                 {"str", 1, 1}};

const Builtin* findBuiltin(const std::string& name) {
  for (const Builtin& row : kBuiltins)
    if (name == row.name)
      return &row;
  return nullptr;
}

} // namespace

bool isBuiltin(const std::string& name) {
  return findBuiltin(name) != nullptr;
}

std::vector<std::string> builtinNames() {
  std::vector<std::string> names;
  for (const Builtin& row : kBuiltins)
    names.push_back(row.name);
  return names;
}

/// one_of(value, name, list): the value, if it is in the list of strings; else an error that names what it is
/// for.
Value Evaluator::callOneOf(Scope& scope, const Expr& e, const std::vector<Value>& values) {
  const Value &value = values[0], &what = values[1], &list = values[2];
  auto isString = [](const Value& v) { return v.kind == Value::Kind::String; };
  if (!isString(what) || list.kind != Value::Kind::List || !llvm::all_of(*list.list, isString)) {
    error(scope, e.opSpan, "one_of: expected a value, a name and a list of strings");
    return Value::poison();
  }
  std::string all;
  for (const Value& one : *list.list) {
    if (isString(value) && *one.string == *value.string)
      return value;
    all += (all.empty() ? "" : ", ") + spell(one);
  }
  error(scope, e.opSpan, *what.string + ": expected one of " + all + ", found " + spell(value));
  return Value::poison();
}

Value Evaluator::callBuiltin(Scope& scope, const Expr& e, const std::vector<Value>& values) {
  const Builtin& row = *findBuiltin(e.text);
  auto fail = [&](Span span, const std::string& message) {
    error(scope, span, e.text + ": " + message);
    return Value::poison();
  };
  for (const Element& item : e.items)
    if (!item.name.text.empty())
      return fail(item.name.span, "its arguments have no names" +
                                      (e.text == "max" || e.text == "min"
                                           ? "; of a tensor's elements it is " + spellingOfCall(e.text)
                                           : std::string()));
  if (values.size() < row.least || values.size() > row.most)
    return fail(e.opSpan, "there are " + std::to_string(values.size()) + " arguments, expected " +
                              std::to_string(row.least) + (row.most > row.least ? " or more" : ""));
  if (e.text == "assign") {
    assignTo(scope, e, values[0], values[1]);
    return Value::none();
  }
  if (row.onGraph)
    return callOnGraph(scope, e, values);
  const Value& a = values[0];
  Span span = e.items[0].value->span;
  if (e.text == "is_list")
    return Value::ofBool(a.kind == Value::Kind::List);
  if (e.text == "len") {
    if (a.kind != Value::Kind::List)
      return fail(span,
                  "expected a list, found " + describe(a) + (a.isTensor() ? ": its sizes are shape(x)" : ""));
    return Value::ofInt(static_cast<int64_t>(a.list->size()));
  }
  if (e.text == "shape") {
    if (!a.isTensor())
      return fail(span, "expected a tensor, found " + describe(a));
    std::vector<Value> sizes;
    for (int64_t size : a.tensorType().getShape())
      sizes.push_back(Value::ofInt(size));
    return Value::ofList(std::move(sizes));
  }
  if (e.text == "same") {
    for (size_t i : {0, 1})
      if (!values[i].isTensor())
        return fail(e.items[i].value->span, "expected a tensor, found " + describe(values[i]));
    return Value::ofBool(a.tensor == values[1].tensor);
  }
  if (e.text == "one_of")
    return callOneOf(scope, e, values);
  if (e.text == "require")
    return callRequire(scope, e, values);
  if (e.text == "sizes") {
    if (values[1].kind != Value::Kind::Int || values[1].integer < 0 || values[1].integer > 64)
      return fail(e.items[1].value->span, "expected a count between 0 and 64, found " + describe(values[1]));
    size_t count = static_cast<size_t>(values[1].integer);
    if (a.kind == Value::Kind::Int)
      return Value::ofList(std::vector<Value>(count, a));
    auto isInt = [](const Value& item) { return item.kind == Value::Kind::Int; };
    if (a.kind == Value::Kind::List && a.list->size() == count && llvm::all_of(*a.list, isInt))
      return a;
    const Expr& given = *e.items[0].value; // in a layer: its argument
    error(scope, span,
          (given.kind == Expr::Kind::Name ? given.text : e.text) + ": expected an int or a list of " +
              std::to_string(count) + " ints, found " + describe(a));
    return Value::poison();
  }
  if (e.text == "min" || e.text == "max")
    return callExtreme(scope, e, values);
  return callNumber(scope, e, a);
}

/// require(condition, message), a statement: the message as an error where the condition does not hold.
Value Evaluator::callRequire(Scope& scope, const Expr& e, const std::vector<Value>& values) {
  const Value &holds = values[0], &message = values[1];
  if (holds.isTensor())
    error(scope, e.items[0].value->span,
          "require: the condition is decided when the model is compiled, but " + describe(holds) +
              " is known only when it runs");
  else if (holds.kind != Value::Kind::Bool)
    error(scope, e.items[0].value->span, "require: the condition is a bool, found " + describe(holds));
  else if (message.kind != Value::Kind::String)
    error(scope, e.items[1].value->span, "require: the message is a string, found " + describe(message));
  else if (holds.boolean)
    return Value::none();
  else if (scope.parent && !scope.unit->library) // at the call, which is what is wrong
    error(*scope.parent, scope.callSpan, scope.block + ": " + *message.string);
  else
    error(scope, e.opSpan, *message.string);
  return Value::poison();
}

/// Of one value: int float exp log sqrt str.
Value Evaluator::callNumber(Scope& scope, const Expr& e, const Value& a) {
  auto expected = [&](const std::string& what) {
    std::string hint = a.isTensor() && e.text != "str" ? ": of a tensor it is " + spellingOfCall(e.text) : "";
    error(scope, e.items[0].value->span, e.text + ": expected " + what + ", found " + describe(a) + hint);
    return Value::poison();
  };
  if (e.text == "str") {
    if (a.kind == Value::Kind::String)
      return a;
    return Value::ofString(spell(a));
  }
  bool isBool = a.kind == Value::Kind::Bool;
  if (e.text == "int") {
    if (isBool || a.kind == Value::Kind::Int)
      return Value::ofInt(isBool ? int64_t(a.boolean) : a.integer);
    if (a.kind != Value::Kind::Float || !(std::fabs(a.number) < 0x1p63))
      return expected("a bool or a number that fits in 64 bits");
    return Value::ofInt(static_cast<int64_t>(a.number));
  }
  if (e.text == "float")
    return isBool         ? Value::ofFloat(a.boolean ? 1 : 0)
           : a.isNumber() ? Value::ofFloat(a.asDouble())
                          : expected("a bool or a number");
  if (e.text == "exp")
    return a.isNumber() ? Value::ofFloat(std::exp(a.asDouble())) : expected("a tensor or a number");
  if (e.text == "sqrt")
    return a.isNumber() && a.asDouble() >= 0 ? Value::ofFloat(std::sqrt(a.asDouble()))
                                             : expected("a tensor or a number that is not negative");
  return a.isNumber() && a.asDouble() > 0 ? Value::ofFloat(std::log(a.asDouble()))
                                          : expected("a tensor or a number above 0");
}

/// min and max, of arguments or of one list.
Value Evaluator::callExtreme(Scope& scope, const Expr& e, const std::vector<Value>& values) {
  auto fail = [&](Span span, const std::string& message) {
    error(scope, span, e.text + ": " + message);
    return Value::poison();
  };
  const Value& a = values[0];
  Span span = e.items[0].value->span;
  bool isMin = e.text == "min";
  std::vector<Value> items = values.size() == 1 && a.kind == Value::Kind::List ? *a.list : values;
  if (items.empty())
    return fail(span, "the list is empty");
  if (!spend(scope, e.opSpan, static_cast<int64_t>(items.size())))
    return Value::poison();
  Value best;
  for (const Value& item : items) {
    if (!item.isNumber())
      return fail(e.opSpan, "expected numbers, found " + describe(item) +
                                (item.isTensor() ? (isMin ? ": on tensors it is minimum(a, b) or amin(x)"
                                                          : ": on tensors it is maximum(a, b) or amax(x)")
                                                 : ""));
    bool integers = best.kind == Value::Kind::Int && item.kind == Value::Kind::Int;
    bool better =
        best.isPoison() ||
        (integers ? (isMin ? item.integer < best.integer : item.integer > best.integer)
                  : (isMin ? item.asDouble() < best.asDouble() : item.asDouble() > best.asDouble()));
    if (better)
      best = item;
  }
  return best;
}

} // namespace aic::graph

// Calls of blocks and primitives.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Printer.h"
#include "frontends/graph/Spellings.h"

#include <cctype>

namespace aic::graph {
Value Evaluator::call(Scope& scope, const Expr& e, bool statement) {
  std::vector<Value> values;
  bool poisoned = false;
  for (const Element& item : e.items) {
    values.push_back(evaluate(scope, *item.value));
    if (values.back().kind == Value::Kind::Tuple) {
      error(scope, item.value->span, "this call has " + describe(values.back()) + ": take them apart first");
      values.back() = Value::poison();
    }
    poisoned |= values.back().isPoison();
  }
  if (std::optional<Value> value = boundTo(scope, e.text))
    return value->kind == Value::Kind::Function
               ? callFunction(scope, e, *value->function, std::move(values), statement, poisoned)
               : notAFunction(scope, e, *value);
  std::optional<Function> called = function(scope, e.text);
  bool builtin = isBuiltin(e.text) && !(called && called->block);
  bool onTensor = !values.empty() && values[0].isTensor();
  if (builtin && !(called && onTensor))
    return canCallPlain(scope, e, e.text == "assign" || e.text == "require", statement) && !poisoned
               ? callBuiltin(scope, e, values)
               : Value::poison();
  if (!called)
    return unknownFunction(scope, e);
  return callFunction(scope, e, *called, std::move(values), statement, poisoned);
}

Value Evaluator::callFunction(Scope& scope, const Expr& e, const Function& function,
                              std::vector<Value> values, bool statement, bool poisoned) {
  if (function.block)
    return poisoned ? Value::poison()
                    : callBlock(scope, e, *function.unit, *function.block, std::move(values), statement);
  return canCallPlain(scope, e, false, statement) && !poisoned
             ? callPrimitive(scope, e, *function.primitive, std::move(values))
             : Value::poison();
}

/// Whether a function without parameters stands where it may: `isStatement` where it has no value.
bool Evaluator::canCallPlain(Scope& scope, const Expr& e, bool isStatement, bool statement) {
  if (e.path) {
    error(scope, e.path->span, e.text + " has no parameters: a path follows calls of blocks and layers");
    return false;
  }
  if (statement == isStatement)
    return true;
  error(scope, e.opSpan,
        statement ? "the value of this call goes nowhere: bind it, as in y = " + e.text + "(...)"
                  : e.text + " has no value: it is a statement of its own");
  return false;
}

std::string Evaluator::spelling(const Scope& scope, const std::string& called) const {
  constexpr llvm::StringLiteral kTheirs[] = {"torch", "F", "nn", "functional", "np", "numpy", "math", "self"};
  llvm::StringRef before = llvm::StringRef(called).split('.').first;
  bool dotted = before.size() != called.size();
  // A dot behind anything else is an import's.
  if (dotted && !llvm::is_contained(kTheirs, before) && !scope.names.count(before.str()))
    return "";
  std::string name = called.substr(called.rfind('.') + 1), plain = plainSpelling(name);
  if (std::string ours = spellingOfCall(name); !ours.empty())
    return ours;
  auto layer = [&]() -> std::string {
    auto nn = scope.unit->imports.find("nn");
    if (nn != scope.unit->imports.end())
      for (const auto& block : nn->second->blocks)
        if (plainSpelling(block.first) == plain)
          return "nn." + block.first + "(x, ...)";
    return "";
  };
  bool isClass = before == "nn" || std::isupper(static_cast<unsigned char>(name.front()));
  if (std::string ours = isClass ? layer() : ""; !ours.empty())
    return ours;
  for (const std::string& primitive : primitiveNames())
    if (plainSpelling(primitive) == plain)
      return primitive + "(x)";
  for (const auto& block : scope.unit->functions->blocks)
    if (block.first[0] != '_' && plainSpelling(block.first) == plain)
      return block.first + "(x)";
  return layer();
}

/// The value of that name, which hides a function of it: a local one or a constant.
std::optional<Value> Evaluator::boundTo(Scope& scope, const std::string& name) {
  if (auto local = scope.names.find(name); local != scope.names.end())
    return local->second;
  if (auto constant = scope.unit->constants.find(name); constant != scope.unit->constants.end())
    return this->constant(*scope.unit, *constant->second);
  return std::nullopt;
}

Value Evaluator::notAFunction(Scope& scope, const Expr& e, const Value& value) {
  const bool hides = isBuiltin(e.text) || function(scope, e.text);
  if (!value.isPoison())
    error(scope, e.opSpan,
          e.text + ": expected a block, layer or primitive to call, found " + describe(value) +
              (hides ? ", whose name hides the function " + e.text + ": give it another one" : ""));
  return Value::poison();
}

Value Evaluator::unknownFunction(Scope& scope, const Expr& e) {
  std::vector<std::string> names;
  size_t dot = e.text.find('.');
  if (std::string ours = spelling(scope, e.text); !ours.empty()) {
    bool method = dot != std::string::npos && scope.names.count(e.text.substr(0, dot));
    error(scope, e.opSpan,
          (method ? e.text.substr(0, dot) + " has no methods, as no value has: write "
                  : "there is no " + e.text + ": write ") +
              ours);
    return Value::poison();
  }
  if (dot != std::string::npos) {
    auto import = scope.unit->imports.find(e.text.substr(0, dot));
    if (import == scope.unit->imports.end()) {
      for (const auto& entry : scope.unit->imports)
        names.push_back(entry.first);
      error(scope, e.opSpan,
            "nothing called " + e.text.substr(0, dot) + " is imported" +
                suggestion(e.text.substr(0, dot), names));
      return Value::poison();
    }
    for (const auto& entry : import->second->blocks)
      names.push_back(import->first + "." + entry.first);
    error(scope, e.opSpan, "there is no block " + e.text + suggestion(e.text, names));
    return Value::poison();
  }
  names = primitiveNames();
  for (const std::string& builtin : builtinNames())
    names.push_back(builtin);
  for (const auto& block : scope.unit->functions->blocks)
    if (block.first[0] != '_')
      names.push_back(block.first);
  for (const auto& entry : scope.unit->blocks)
    names.push_back(entry.first);
  for (const auto& entry : scope.unit->imports)
    for (const auto& block : entry.second->blocks)
      if (block.first == e.text)
        names.insert(names.begin(), entry.first + "." + block.first);
  error(scope, e.opSpan, "there is no block or primitive called " + e.text + suggestion(e.text, names));
  return Value::poison();
}

std::optional<std::vector<int>> Evaluator::matchArguments(Scope& scope, const Expr& e,
                                                          const std::vector<std::string>& formals,
                                                          const std::vector<bool>& defaults) {
  std::vector<int> given(formals.size(), -1);
  bool good = true, named = false;
  auto fail = [&](Span span, const std::string& message) {
    error(scope, span, e.text + ": " + message);
    good = false;
  };
  std::string signature;
  for (size_t i = 0; i < formals.size(); ++i)
    signature += (i ? ", " : "") + formals[i] + (defaults[i] ? "=..." : "");
  for (size_t i = 0; i < e.items.size(); ++i) {
    const Element& item = e.items[i];
    size_t place = i;
    if (!item.name.text.empty()) {
      named = true;
      place = std::find(formals.begin(), formals.end(), item.name.text) - formals.begin();
      if (place == formals.size()) {
        fail(item.name.span, "there is no argument " + item.name.text + suggestion(item.name.text, formals) +
                                 ": it is " + e.text + "(" + signature + ")");
        continue;
      }
    } else if (named) {
      fail(item.value->span, "an argument without a name follows one with a name");
      continue;
    } else if (place >= formals.size()) {
      fail(item.value->span, "there are " + std::to_string(e.items.size()) + " arguments, at most " +
                                 std::to_string(formals.size()) + " are taken: " + e.text + "(" + signature +
                                 ")");
      break;
    }
    if (given[place] >= 0)
      fail(item.name.text.empty() ? item.value->span : item.name.span,
           "the argument " + formals[place] + " is given twice");
    given[place] = static_cast<int>(i);
  }
  for (size_t i = 0; good && i < formals.size(); ++i)
    if (given[i] < 0 && !defaults[i])
      fail(e.opSpan, "the argument " + formals[i] + " is missing: " + e.text + "(" + signature + ")");
  if (!good)
    return std::nullopt;
  return given;
}

Value Evaluator::callPrimitive(Scope& scope, const Expr& e, const Primitive& primitive,
                               std::vector<Value> values) {
  std::vector<SignatureArgument> signature = parseSignature(primitive.signature);
  std::vector<std::string> formals;
  std::vector<bool> defaults;
  for (const SignatureArgument& argument : signature) {
    formals.push_back(argument.name);
    defaults.push_back(argument.hasDefault);
  }
  std::optional<std::vector<int>> given = matchArguments(scope, e, formals, defaults);
  if (!given)
    return Value::poison();
  PrimitiveCall call(*this, scope, e.opSpan, primitive.name);
  for (size_t i = 0; i < signature.size(); ++i) {
    int item = (*given)[i];
    Value value = item >= 0 ? values[item] : signature[i].defaultValue;
    if (value.kind == Value::Kind::String && item < 0) // arange's type, quantize's dtype
      if (mlir::Type type = elementType(context_, *value.string))
        value = Value::ofType(type);
    call.arguments.push_back({formals[i], value, item >= 0 ? e.items[item].value->span : e.opSpan});
  }
  return primitive.build(call);
}

/// What to write in place of an int where a layer takes a float.
static std::string floatHint(const TypeRef& type, const Value& value) {
  return type.name.text == "float" && value.kind == Value::Kind::Int
             ? ": a layer takes its width from x; a number is written " + spell(value) + ".0"
             : "";
}

/// Whether what a block with a path declares is states, and nothing else, and it calls nothing that has a
/// path.
static bool hasStatesAlone(const Body& body) {
  return llvm::all_of(body.statements, [](const std::unique_ptr<Statement>& s) {
    auto hasPath = [](const ExprPtr& value) { return value && value->path; };
    return s->kind != Statement::Kind::Param && llvm::none_of(s->values, hasPath) &&
           hasStatesAlone(s->body) && llvm::all_of(s->branches, [](const Statement::Branch& branch) {
             return hasStatesAlone(branch.body);
           });
  });
}

bool Evaluator::canCall(Scope& scope, const Expr& e, const Item& block) {
  for (const Scope* s = &scope; s; s = s->parent)
    if (s->item == &block) {
      error(scope, e.opSpan,
            "the block " + e.text +
                " calls itself: blocks are expanded at each call, so there is no "
                "recursion");
      return false;
    }
  if (scope.depth >= kMaxCallDepth) {
    error(scope, e.opSpan, "block calls are nested more than " + std::to_string(kMaxCallDepth) + " deep");
    return false;
  }
  if (!evaluating_.empty() && units_.hasParameters(block)) {
    error(scope, e.opSpan, "a constant at the top of a file has no tensors and no parameters");
    return false;
  }
  if (!e.path && units_.hasParameters(block)) {
    error(scope, e.opSpan,
          e.text +
              (hasStatesAlone(block.body) ? " has a state: say where it lives, as in "
                                          : " has parameters: say where they live, as in ") +
              e.text + "(...) @ name, or @ . for the caller's own path");
    return false;
  }
  return true;
}

/// Why `value`, an int that may become a float, is none for the argument, whose dimensions it binds; nothing
/// where it is, "" where that was said.
std::optional<std::string> Evaluator::misfit(Scope& callee, const Argument& formal, Value& value) {
  if (!formal.type)
    return std::nullopt;
  bool absent =
      value.kind == Value::Kind::None && formal.defaultValue && formal.defaultValue->kind == Expr::Kind::None;
  if (absent)
    return std::nullopt;
  std::string mismatch = "expected " + printType(*formal.type) + ", found " + describe(value);
  if (!formal.type->tensor)
    return matchKind(*formal.type, callee.unit->library && formal.name.text == "eps", value)
               ? std::nullopt
               : std::optional(mismatch + floatHint(*formal.type, value));
  if (!value.isTensor())
    return "expected a tensor " + printType(*formal.type) + ", found " + describe(value);
  std::string problem;
  if (match(callee, *formal.type, value.tensorType(), true, problem))
    return std::nullopt;
  return problem.empty() ? problem : mismatch + ": " + problem;
}

/// Binds the arguments that the call gives. Compile-time ones first, so that dimensions can refer to them;
/// then tensors, which bind dimensions.
bool Evaluator::bindGiven(Scope& callee, const Expr& e, const std::vector<int>& given,
                          std::vector<Value> values) {
  Scope& scope = *callee.parent;
  const std::vector<Argument>& formals = callee.item->inputs.items;
  bool good = true;
  for (bool tensors : {false, true})
    for (size_t i = 0; i < formals.size(); ++i) {
      const Argument& formal = formals[i];
      const std::string& name = formal.name.text;
      bool typed = formal.type && formal.type->tensor;
      if (given[i] < 0 || typed != tensors)
        continue;
      Value& value = values[given[i]];
      Span span = e.items[given[i]].value->span;
      if (std::optional<std::string> problem = misfit(callee, formal, value)) {
        good = false;
        if (!problem->empty())
          error(scope, span, e.text + ": " + name + ": " + *problem);
      }
      if (good && callee.names.count(name)) {
        error(scope, span,
              e.text + ": the argument " + name +
                  " has the name of a dimension: one of them needs another name");
        good = false;
      }
      callee.names[name] = value;
    }
  return good;
}

/// Then the defaults of the others, which may refer to all that is bound.
bool Evaluator::bindDefaults(Scope& callee, const Expr& e, const std::vector<int>& given) {
  const std::vector<Argument>& formals = callee.item->inputs.items;
  for (size_t i = 0; i < formals.size(); ++i) {
    const Argument& formal = formals[i];
    if (given[i] >= 0)
      continue;
    Value value = evaluate(callee, *formal.defaultValue);
    if (value.isPoison())
      return false;
    if (formal.type && !formal.type->tensor && value.kind != Value::Kind::None &&
        !matchKind(*formal.type, false, value)) {
      error(callee, formal.defaultValue->span,
            e.text + ": " + formal.name.text + ": expected " + printType(*formal.type) + ", found " +
                describe(value));
      return false;
    }
    callee.names[formal.name.text] = value;
  }
  return true;
}

Value Evaluator::callBlock(Scope& scope, const Expr& e, Unit& unit, const Item& block,
                           std::vector<Value> values, bool statement) {
  if (!canCall(scope, e, block))
    return Value::poison();
  std::vector<std::string> formals;
  std::vector<bool> defaults;
  for (const Argument& argument : block.inputs.items) {
    formals.push_back(argument.name.text);
    defaults.push_back(argument.defaultValue != nullptr);
  }
  std::optional<std::vector<int>> given = matchArguments(scope, e, formals, defaults);
  std::optional<std::string> path = e.path ? this->path(scope, *e.path) : scope.path;
  if (!given || !path)
    return Value::poison();

  Scope callee;
  callee.unit = &unit;
  callee.item = &block;
  callee.parent = &scope;
  callee.callSpan = e.opSpan;
  callee.block = e.text;
  callee.path = *path;
  callee.depth = scope.depth + 1;
  if (!bindGiven(callee, e, *given, std::move(values)) || !bindDefaults(callee, e, *given))
    return Value::poison();
  ++depth_;
  execute(callee, block.body);
  --depth_;
  if (statement && callee.result && !callee.result->isPoison())
    error(scope, e.opSpan, "the value of this call goes nowhere: bind it, as in y = " + e.text + "(...)");
  if (callee.result)
    return *callee.result;
  if (!stopped_ && !statement)
    error(scope, e.opSpan, "the block " + e.text + " returns nothing");
  return Value::poison();
}

} // namespace aic::graph

#include "tools/aic/TrainingArguments.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"

namespace aic::tool {

namespace {

using graph::Argument;
using graph::Expr;
using graph::Item;
using graph::Statement;
using Kind = Expr::Kind;

bool isNumber(const Expr& e, bool integer) {
  if (e.kind == Kind::Unary && e.op == graph::Op::Neg)
    return e.a->kind != Kind::Unary && isNumber(*e.a, integer);
  return e.kind == Kind::Int || (!integer && (e.kind == Kind::Float || e.kind == Kind::Inf));
}

bool isValue(const Expr& e) {
  if (e.kind == Kind::List)
    return absl::c_all_of(e.items, [](const graph::Element& item) { return isValue(*item.value); });
  return e.kind == Kind::Bool || e.kind == Kind::None || e.kind == Kind::String || isNumber(e, false);
}

/// The kind that a block's argument declares: int, float, bool, string, list; "" where it declares none.
std::string kindOf(const Argument& argument) {
  return argument.type ? argument.type->name.text : "";
}

bool fits(const std::string& kind, const Expr& value) {
  if (kind == "int" || kind == "float")
    return isNumber(value, kind == "int");
  if (kind == "bool")
    return value.kind == Kind::Bool;
  if (kind == "string")
    return value.kind == Kind::String;
  return isValue(value) && (kind != "list" || value.kind == Kind::List);
}

std::string slice(const graph::File& file, graph::Span span) {
  return file.source->text().substr(span.begin, span.end - span.begin);
}

/// The call in `block b() { return f(ARGUMENTS) }`, or null where the text is anything else.
const Expr* soleCall(const graph::File& file) {
  if (file.items.size() != 1 || file.items[0]->body.statements.size() != 1)
    return nullptr;
  const Statement& statement = *file.items[0]->body.statements[0];
  if (statement.kind != Statement::Kind::Return || statement.values.size() != 1)
    return nullptr;
  const Expr* call = statement.values[0].get();
  return call && call->kind == Kind::Call && call->text == "f" && !call->path ? call : nullptr;
}

/// Reads one argument for `block`. Returns "", or what is wrong.
std::string readArgument(const graph::File& file, const graph::Element& element, const Item& block,
                         size_t own, NamedCall& call) {
  const std::string& name = element.name.text;
  std::string text = slice(file, element.value->span);
  if (name.empty())
    return absl::StrCat("expected ARGUMENT=VALUE, found ", text);
  std::vector<std::string> names;
  const Argument* argument = nullptr;
  for (size_t i = 0; i < block.inputs.items.size(); ++i) {
    const Argument& each = block.inputs.items[i];
    if (i < own && each.name.text == name)
      return name == "lr" ? "the learning rate is --lr" : absl::StrCat(name, " is given by the entry");
    if (i >= own)
      names.push_back(each.name.text);
    if (each.name.text == name)
      argument = &each;
  }
  if (!argument)
    return absl::StrCat("there is no argument ", name, graph::suggestion(name, names), "; there are ",
                        absl::StrJoin(names, ", "));
  if (absl::c_any_of(call.arguments, [&](const auto& read) { return read.first == name; }))
    return absl::StrCat("the argument ", name, " is given twice");
  if (argument->type && argument->type->tensor)
    return absl::StrCat(name,
                        " is a tensor, which has no place in an option: --print-entry prints the entry, "
                        "to be put into the model");
  const std::string kind = kindOf(*argument);
  const Kind given = element.value->kind;
  if (kind == "string" && (given == Kind::Name || given == Kind::None))
    text = absl::StrCat("\"", text, "\"");
  else if (!fits(kind, *element.value))
    return absl::StrCat(name, ": expected ", kind.empty() ? "value" : kind, ", found ", text);
  else if (kind == "float" && isNumber(*element.value, /*integer=*/true))
    text += ".0"; // the language does not take 1 for 1.0
  call.arguments.emplace_back(name, text);
  return "";
}

} // namespace

std::string NamedCall::text() const {
  std::string text;
  for (const auto& [argument, value] : arguments)
    absl::StrAppend(&text, ", ", argument, "=", value);
  return text;
}

std::string nameOf(const std::string& given) {
  return given.substr(0, given.find(','));
}

std::string readCall(const std::string& given, const char* library, size_t own, NamedCall& call) {
  call.name = nameOf(given);
  call.arguments.clear();
  if (call.name == given)
    return "";
  std::vector<graph::Diagnostic> diagnostics;
  const std::unique_ptr<graph::File> known = graph::parse("", library, diagnostics);
  auto block = absl::c_find_if(known->items, [&](const auto& item) {
    return item->kind == Item::Kind::Block && item->name.text == call.name;
  });
  if (!diagnostics.empty() || block == known->items.end())
    return "the library has no such block";
  const std::unique_ptr<graph::File> file =
      graph::parse("", absl::StrCat("block b() {\n  return f(", given.substr(call.name.size() + 1), ")\n}\n"),
                   diagnostics);
  if (!diagnostics.empty())
    return diagnostics[0].message;
  const Expr* read = soleCall(*file);
  if (!read)
    return "expected ARGUMENT=VALUE, with commas between";
  for (const graph::Element& element : read->items)
    if (std::string wrong = readArgument(*file, element, **block, own, call); !wrong.empty())
      return wrong;
  return "";
}

} // namespace aic::tool

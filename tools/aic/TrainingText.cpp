#include "tools/aic/TrainingText.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"
#include "frontends/graph/Unit.h"
#include "tools/aic/TrainingArguments.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

namespace aic::tool {

namespace {

using graph::Expr;
using graph::Item;
using graph::Span;
using graph::Statement;

/// A loss of nn, and what a share of right answers is measured by: "" where it is by none.
struct Loss {
  const char* name;
  bool classes;        // the target has a class where the output has as many numbers
  const char* correct; // bools, of output and target
};
constexpr Loss kLosses[] = {
    {"cross_entropy", true, "argmax(output, 1) == target"},
    {"nll_loss", true, "argmax(output, 1) == target"},
    {"binary_cross_entropy", false, "cast(output > 0.5, i32) == cast(target > 0.5, i32)"},
    {"binary_cross_entropy_with_logits", false, "cast(output > 0.0, i32) == cast(target > 0.5, i32)"},
    {"mse_loss", false, ""},
    {"l1_loss", false, ""},
    {"huber_loss", false, ""},
    {"kl_div", false, ""}};
constexpr const char* kOptimizers[] = {"sgd", "adam", "adamw", "rmsprop"};

bool isWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

/// All names in a text, comments and strings too.
std::set<std::string> wordsOf(const std::string& text) {
  std::set<std::string> words;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && isWord(text[end]))
      ++end;
    if (end > i)
      words.insert(text.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return words;
}

/// `name`, or name_1, ... where that is taken; takes it.
std::string fresh(const std::string& name, std::set<std::string>& taken) {
  std::string made = name;
  for (int n = 1; !taken.insert(made).second; ++n)
    made = absl::StrCat(name, "_", n);
  return made;
}

void visitCalls(const Expr* e, const std::function<void(const Expr&)>& visit) {
  if (!e)
    return;
  if (e->kind == Expr::Kind::Call)
    visit(*e);
  for (const Expr* part : {e->a.get(), e->b.get(), e->c.get()})
    visitCalls(part, visit);
  for (const graph::Element& item : e->items)
    visitCalls(item.value.get(), visit);
}

void visitCalls(const graph::Body& body, const std::function<void(const Expr&)>& visit) {
  for (const auto& statement : body.statements) {
    for (const graph::ExprPtr& value : statement->values)
      visitCalls(value.get(), visit);
    for (const Statement::Branch& branch : statement->branches) {
      visitCalls(branch.condition.get(), visit);
      visitCalls(branch.body, visit);
    }
    visitCalls(statement->body, visit);
  }
}

const graph::Element* trainingArgument(const Expr& call) {
  auto found = absl::c_find_if(call.items, [](const graph::Element& e) { return e.name.text == "training"; });
  return found == call.items.end() ? nullptr : &*found;
}

/// Whether what is called takes `training=true`.
bool takesTraining(const graph::File& file, const Expr& call) {
  if (call.text == "nn.batch_norm" || call.text == "dropout" || call.text == "nn.dropout")
    return true;
  for (const auto& item : file.items)
    if (item->kind == Item::Kind::Block && item->name.text == call.text)
      return absl::c_any_of(item->inputs.items,
                            [](const graph::Argument& input) { return input.name.text == "training"; });
  return false;
}

/// Where the bracket that opens at `open` closes. The text has been parsed, so it does.
size_t closingOf(const std::string& text, size_t open) {
  int depth = 0;
  for (size_t i = open; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#')
      i = text.find('\n', i);
    else if (c == '"')
      for (++i; text[i] != '"'; ++i)
        i += text[i] == '\\';
    else if (c == '(' || c == '[' || c == '{')
      ++depth;
    else if ((c == ')' || c == ']' || c == '}') && --depth == 0)
      return i;
  }
  return text.size();
}

/// What is put in place of bytes of the file.
struct Edit {
  size_t begin, end;
  std::string text;
};

/// The statements of a graph, and with `training` as its training has them.
std::string bodyOf(const graph::File& file, const Item& graph, bool training) {
  const std::string& text = file.source->text();
  std::vector<Edit> edits;
  for (const auto& statement : graph.body.statements)
    if (statement->kind == Statement::Kind::Weights) // stands first, once
      edits.push_back({statement->span.begin, statement->span.end, ""});
  if (training)
    visitCalls(graph.body, [&](const Expr& call) {
      const graph::Element* argument = trainingArgument(call);
      if (argument && argument->value->kind == Expr::Kind::Bool)
        edits.push_back({argument->value->span.begin, argument->value->span.end, "true"});
      if (argument || !takesTraining(file, call))
        return;
      const size_t close = closingOf(text, text.find('(', call.opSpan.begin));
      const bool comma = text[text.find_last_not_of(" \t\r\n", close - 1)] == ',';
      edits.push_back({close, close, call.items.empty() || comma ? "training=true" : ", training=true"});
    });
  absl::c_sort(edits, [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  size_t at = text.find('{', graph.span.end) + 1;
  std::string body;
  for (const Edit& edit : edits) {
    absl::StrAppend(&body, text.substr(at, edit.begin - at), edit.text);
    at = edit.end;
  }
  return body + text.substr(at, graph.body.close.begin - at);
}

/// Blocks whose batch norms stay as they are used.
std::vector<std::string> fixedNorms(const graph::File& file) {
  std::vector<std::string> names;
  for (const auto& item : file.items) {
    bool found = false;
    if (item->kind == Item::Kind::Block)
      visitCalls(item->body,
                 [&](const Expr& call) { found |= call.text == "nn.batch_norm" && !trainingArgument(call); });
    if (found)
      names.push_back(item->name.text);
  }
  return names;
}

/// The type of a graph's input or output, which the parser asks for with each.
const graph::TypeRef& typeOf(const graph::Argument& argument) {
  static const graph::TypeRef none;
  return argument.type ? *argument.type : none;
}

std::string slice(const graph::File& file, Span span) {
  return file.source->text().substr(span.begin, span.end - span.begin);
}

/// A string of the language.
std::string quoted(const std::string& text) {
  std::string made = "\"";
  for (char c : text)
    if (c == '\n' || c == '\t')
      absl::StrAppend(&made, c == '\n' ? "\\n" : "\\t");
    else
      absl::StrAppend(&made, absl::StrContains("\"\\", c) ? "\\" : "", std::string(1, c));
  return made + "\"";
}

/// Whether an input may have the name.
bool isName(const std::string& text) {
  std::vector<graph::Diagnostic> diagnostics;
  graph::parse("", absl::StrCat("block b(", text, ") {\n  return 0\n}\n"), diagnostics);
  return diagnostics.empty() && absl::c_all_of(text, isWord);
}

/// The type of the target: that of the output, or the classes that it has numbers for. "" where the output's
/// type does not say its dimensions.
std::string targetType(const graph::File& file, const graph::TypeRef& output, bool classes) {
  std::vector<std::string> dims;
  for (const graph::Dim& dim : output.dims) {
    if (dim.ellipsis)
      return "";
    dims.push_back(slice(file, dim.span));
  }
  if (classes && dims.size() < 2)
    return "";
  if (classes)
    dims.erase(dims.begin() + 1);
  return absl::StrCat(classes ? "i64" : output.name.text, "[", absl::StrJoin(dims, ", "), "]");
}

/// --loss and --optimizer, read.
struct Calls {
  NamedCall loss, optimizer;
};

/// Names that the new graphs use beside the model's.
struct Names {
  std::string target, rate, loss, accuracy, accuracyOf, parameters, gradients;
};

/// A block: the share of right answers among the targets that count, which those of a class that the loss
/// leaves out do not. A block, since a graph may have a value of its own that is called `mean`.
std::string accuracyBlock(const Loss& loss, const NamedCall& call, const Names& names) {
  const std::string correct = loss.correct;
  const std::string begin = absl::StrCat("block ", names.accuracyOf, "(output: T[...], target: U[...]) {\n");
  if (!loss.classes)
    return absl::StrCat(begin, "return mean(cast(", correct, ", f32))\n}\n\n");
  std::string ignored = "-100"; // as the losses have it
  for (const auto& [argument, value] : call.arguments)
    if (argument == "ignore_index")
      ignored = value;
  const std::string counts = absl::StrCat("target != ", ignored);
  return absl::StrCat(begin, "return sum(cast((", correct, ") and (", counts, "), f32)) / sum(cast(", counts,
                      ", f32))\n}\n\n");
}

/// A graph: train with an optimiser, or validate.
std::string graphText(const graph::File& file, const Item& graph, const graph::Argument& compared,
                      const TrainingRequest& request, const Loss& loss, const Calls& calls,
                      const Names& names, const std::string& title, bool training) {
  const std::string output = compared.name.text;
  std::string inputs;
  for (const graph::Argument& input : graph.inputs.items)
    absl::StrAppend(&inputs, input.name.text, ": ", slice(file, typeOf(input).span), ", ");
  absl::StrAppend(&inputs, names.target, ": ", targetType(file, typeOf(compared), loss.classes));
  if (training)
    absl::StrAppend(&inputs, ", ", names.rate, ": f32[]");
  const bool measured = *loss.correct != 0;
  std::string text = absl::StrCat("graph ", title, "(", inputs, ") -> (", names.loss, ": f32[]",
                                  measured ? ", " + names.accuracy + ": f32[]" : "", ") {\n");
  for (const auto& statement : graph.body.statements)
    if (statement->kind == Statement::Kind::Weights)
      absl::StrAppend(&text, slice(file, statement->span), "\n");
  absl::StrAppend(&text, bodyOf(file, graph, training), "\n", names.loss, " = nn.", loss.name, "(", output,
                  ", ", names.target, calls.loss.text(), ")\n");
  if (measured)
    absl::StrAppend(&text, names.accuracy, " = ", names.accuracyOf, "(", output, ", ", names.target, ")\n");
  if (training) {
    const std::string pattern = request.trained == "*" ? "" : absl::StrCat(", ", quoted(request.trained));
    absl::StrAppend(&text, names.parameters, " = parameters(", names.loss, pattern, ")\n");
    std::string gradients = absl::StrCat("grad(", names.loss, ", ", names.parameters, ")");
    if (request.clip > 0) {
      absl::StrAppend(&text, names.gradients, ", _ = optim.clip_grad_norm(", gradients, ", ", request.clip,
                      request.clip == static_cast<double>(static_cast<int64_t>(request.clip)) ? ".0" : "",
                      ")\n");
      gradients = names.gradients;
    }
    absl::StrAppend(&text, "optim.", calls.optimizer.name, "(", names.parameters, ", ", gradients, ", ",
                    names.rate, calls.optimizer.text(), ") @ optimizer\n");
  }
  return text + "}\n";
}

/// What --loss and --optimizer say. Returns "", or what is wrong.
std::string readCalls(const TrainingRequest& request, Calls& calls, const Loss*& loss) {
  std::vector<std::string> losses, optimizers(std::begin(kOptimizers), std::end(kOptimizers));
  for (const Loss& each : kLosses)
    losses.push_back(each.name);
  const std::string lossName = nameOf(request.loss), optimizer = nameOf(request.optimizer);
  loss = absl::c_find_if(kLosses, [&](const Loss& l) { return l.name == lossName; });
  if (loss == std::end(kLosses))
    return absl::StrCat("--loss ", request.loss, ": there is no nn.", lossName,
                        graph::suggestion(lossName, losses), "; there are ", absl::StrJoin(losses, ", "));
  if (!absl::c_linear_search(optimizers, optimizer))
    return absl::StrCat("--optimizer ", request.optimizer, ": there is no optim.", optimizer,
                        graph::suggestion(optimizer, optimizers), "; there are ",
                        absl::StrJoin(optimizers, ", "));
  if (std::string wrong = readCall(request.loss, graph::kStandardLibrary, 2, calls.loss); !wrong.empty())
    return absl::StrCat("--loss ", request.loss, ": ", wrong);
  if (absl::c_linear_search(calls.loss.arguments,
                            std::pair<std::string, std::string>("reduction", "\"none\"")))
    return absl::StrCat("--loss ", request.loss,
                        ": what is made smaller is one number: reduction is mean or sum");
  if (std::string wrong = readCall(request.optimizer, graph::kOptimisers, 3, calls.optimizer); !wrong.empty())
    return absl::StrCat("--optimizer ", request.optimizer, ": ", wrong);
  return "";
}

/// "y: f32[N, 2]"
std::string described(const graph::Argument& output) {
  return absl::StrCat(output.name.text, ": ", graph::printType(typeOf(output)));
}

/// The result that the loss compares with the target. Returns "", or what is wrong.
std::string chooseOutput(const Item& graph, const TrainingRequest& request, const Loss& loss,
                         const graph::Argument*& output) {
  std::vector<std::string> names, all;
  std::vector<const graph::Argument*> floats; // one that is alone need not be named
  for (const graph::Argument& each : graph.outputs.items) {
    names.push_back(each.name.text);
    all.push_back(described(each));
    if (request.of == each.name.text)
      output = &each;
    if (absl::StrContains(typeOf(each).name.text, "f"))
      floats.push_back(&each);
  }
  if (request.of.empty() && graph.outputs.items.size() == 1)
    output = graph.outputs.items.data();
  else if (request.of.empty() && floats.size() == 1)
    output = floats.front();
  if (!output)
    return absl::StrCat(request.of.empty()
                            ? absl::StrCat("--loss ", loss.name, ": say which result it compares, --of NAME")
                            : absl::StrCat("--of ", request.of, ": there is no such result",
                                           graph::suggestion(request.of, names)),
                        "; the graph ", graph.name.text, " has ", absl::StrJoin(all, ", "));
  if (const std::string& type = typeOf(*output).name.text; type == "f16" || type == "bf16")
    return absl::StrCat(
        "--loss ", loss.name, ": the graph ", graph.name.text, " has the result ", described(*output),
        ", and small changes are lost in ", type,
        ": a model is trained with f32 in its text; of weights, f16 and bf16 in a file become f32");
  return "";
}

} // namespace

std::unique_ptr<graph::File> readModelText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  if (!in || std::filesystem::file_size(path, error) > graph::kMaxFileBytes || error)
    return nullptr;
  std::string text(std::istreambuf_iterator<char>(in), {});
  std::vector<graph::Diagnostic> diagnostics;
  std::unique_ptr<graph::File> file = graph::parse(path, std::move(text), diagnostics);
  return diagnostics.empty() ? std::move(file) : nullptr;
}

const Item* findGraph(const graph::File& file, const std::string& name) {
  for (const auto& item : file.items)
    if (item->kind == Item::Kind::Graph && (name.empty() || item->name.text == name))
      return item.get();
  return nullptr;
}

std::string batchDimension(const Item& graph, const std::vector<std::string>& others) {
  for (const graph::Argument& input : graph.inputs.items) {
    if (!input.type || input.type->dims.empty() || absl::c_linear_search(others, input.name.text))
      continue;
    const graph::Dim& dim = input.type->dims[0];
    return !dim.ellipsis && dim.value->kind == Expr::Kind::Name ? dim.value->text : "";
  }
  return "";
}

int64_t batchDefault(const Item& graph, const std::string& dimension) {
  for (const graph::Argument& input : graph.inputs.items)
    if (input.type)
      for (const graph::Dim& dim : input.type->dims)
        if (dim.defaultValue && dim.value->text == dimension && dim.defaultValue->kind == Expr::Kind::Int)
          return dim.defaultValue->integer;
  return -1;
}

std::string makeTrainingText(const graph::File& file, const TrainingRequest& request, TrainingText& result) {
  Calls calls;
  const Loss* loss = nullptr;
  if (std::string wrong = readCalls(request, calls, loss); !wrong.empty())
    return wrong;
  std::vector<std::string> graphs;
  for (const auto& item : file.items)
    if (item->kind == Item::Kind::Graph)
      graphs.push_back(item->name.text);
  const Item* graph = findGraph(file, request.graph);
  if (!graph)
    return absl::StrCat("--graph ", request.graph, ": the file has no such graph",
                        graph::suggestion(request.graph, graphs));
  const graph::Argument* output = nullptr;
  if (std::string wrong = chooseOutput(*graph, request, *loss, output); !wrong.empty())
    return wrong;
  if (targetType(file, typeOf(*output), loss->classes).empty())
    return absl::StrCat(
        "--loss ", loss->name, ": the graph ", graph->name.text, " has the result ", described(*output),
        loss->classes ? ": the loss needs [N, classes, ...]" : ": its dimensions are not written");
  // Only the names of the graph itself, and of what it can call, are in the way.
  std::set<std::string> taken = wordsOf(slice(file, {graph->span.begin, graph->body.close.end}));
  std::set<std::string> used;
  for (const auto& item : file.items)
    used.insert(item->name.text);
  taken.insert(used.begin(), used.end());
  result.pattern = request.trained == "*" ? "" : quoted(request.trained);
  Names names;
  names.target = fresh(isName(request.target) ? request.target : "target", taken);
  names.rate = fresh("lr", taken);
  names.loss = fresh("loss", taken);
  names.accuracy = fresh("accuracy", taken);
  names.accuracyOf = fresh("accuracy_of", taken);
  names.parameters = fresh("params", taken);
  names.gradients = fresh("grads", taken);
  result.train = fresh("train", used);
  result.validate = fresh("validate", used);
  result.target = names.target;
  result.rate = names.rate;
  const std::string text =
      (*loss->correct != 0 ? accuracyBlock(*loss, calls.loss, names) : "") +
      graphText(file, *graph, *output, request, *loss, calls, names, result.train, true) + "\n" +
      graphText(file, *graph, *output, request, *loss, calls, names, result.validate, false);
  std::vector<graph::Diagnostic> diagnostics;
  result.added = graph::format(text, diagnostics);
  if (!diagnostics.empty()) // of what else is in it only a pattern may hold bytes that no string has
    return absl::StrCat("--only ", request.trained, ": ", diagnostics[0].message);
  result.text = absl::StrCat(file.source->text(), "\n", result.added);
  result.places = TrainingPlaces(file, *graph, result.added);
  if (std::vector<std::string> fixed = fixedNorms(file); !fixed.empty())
    result.notes.push_back(absl::StrCat("the batch norms of block ", absl::StrJoin(fixed, ", "),
                                        " keep their running statistics: give the block an argument "
                                        "training, and nn.batch_norm training=training, "
                                        "to train by those of each batch"));
  return "";
}

} // namespace aic::tool

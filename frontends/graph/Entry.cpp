// From a file to a module: choosing the graph, its dimensions, inputs, weights and results.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Parser.h"
#include "mlir/IR/Verifier.h"

#include <filesystem>

namespace aic::graph {

void Evaluator::fail(const std::string& message, int exitCode) {
  Diagnostic d;
  d.message = message;
  diagnostics_.push_back(d);
  ++errors_;
  forcedExit_ = exitCode;
}

/// The graphs that are asked for, each once; none after an error.
std::vector<const Item*> Evaluator::chooseGraphs(Unit& unit) {
  std::vector<std::string> asked = options_.graphs, names;
  for (const Item* graph : unit.graphs)
    names.push_back(graph->name.text);
  auto refuse = [&](const std::string& message) {
    Diagnostic d;
    d.file = unit.source().name();
    d.message = message;
    diagnostics_.push_back(d);
    ++errors_;
    return std::vector<const Item*>();
  };
  if (names.empty())
    return refuse("the file has no graph");
  if (asked == std::vector<std::string>{"all"} && !llvm::is_contained(names, "all"))
    return unit.graphs;
  if (asked.empty() && unit.entries)
    for (const Argument& entry : unit.entries->inputs.items)
      asked.push_back(entry.name.text);
  if (asked.empty())
    return {unit.graphs.front()};
  std::vector<const Item*> chosen;
  for (const std::string& name : asked) {
    auto found = llvm::find(names, name);
    if (found == names.end() && name == "all")
      return refuse("all stands alone: it is every graph of the file");
    if (found == names.end()) {
      std::string message = "there is no graph " + name + suggestion(name, names) + "; the file has ";
      for (size_t i = 0; i < names.size() && i < 20; ++i)
        message += (i ? ", " : "") + names[i];
      return refuse(message);
    }
    const Item* graph = unit.graphs[found - names.begin()];
    if (llvm::is_contained(chosen, graph))
      return refuse("the graph " + name + " is asked for twice");
    chosen.push_back(graph);
  }
  return chosen;
}

/// What the parser asks for with each input and output of a graph.
static const TypeRef& typeOf(const Argument& argument) {
  static const TypeRef none;
  return argument.type ? *argument.type : none;
}

/// The names of the dimensions of a graph's inputs, in the order of the text, but for constants of the file.
static std::vector<std::string> dimensionsOf(const Item& graph,
                                             const std::map<std::string, const Item*>& constants) {
  std::vector<std::string> names;
  for (const Argument& input : graph.inputs.items)
    for (const Dim& dim : typeOf(input).dims)
      if (!dim.ellipsis && dim.value->kind == Expr::Kind::Name &&
          !llvm::is_contained(names, dim.value->text) &&
          (dim.defaultValue || !constants.count(dim.value->text)))
        names.push_back(dim.value->text);
  return names;
}

/// Each graph, once for each combination of the sizes that are asked for, the last dimension changing first.
std::vector<Evaluator::Entry> Evaluator::chooseEntries(const Unit& unit,
                                                       const std::vector<const Item*>& graphs) {
  std::vector<Entry> entries;
  std::vector<std::string> known;
  const std::string tooMany =
      "there are more than " + std::to_string(kMaxEntries) + " entries: a graph in each of its sizes is one";
  std::set<std::string> symbols;
  for (const Item* graph : graphs)
    symbols.insert(graph->name.text);
  for (const Item* graph : graphs) {
    std::vector<Entry> sizes(1);
    sizes[0].graph = graph;
    sizes[0].label = graph->name.text;
    std::string labels;
    for (const std::string& name : dimensionsOf(*graph, unit.constants)) {
      if (!llvm::is_contained(known, name))
        known.push_back(name);
      auto given = options_.dims.find(name);
      if (given == options_.dims.end())
        continue;
      std::vector<Entry> more;
      for (const Entry& entry : sizes)
        for (int64_t value : given->second) {
          if (entries.size() + more.size() >= kMaxEntries) {
            fail(tooMany, 1);
            return {};
          }
          more.push_back(entry);
          more.back().dims[name] = value;
          if (given->second.size() > 1)
            more.back().sizes += (entry.sizes.empty() ? "" : ",") + name + "=" + std::to_string(value);
        }
      sizes = std::move(more);
    }
    for (size_t i = 0, n = 0; i < sizes.size(); ++i) {
      Entry& entry = sizes[i];
      entry.symbol = graph->name.text;
      while (i > 0 && !symbols.insert(entry.symbol).second)
        entry.symbol = graph->name.text + "_" + std::to_string(++n);
      if (!entry.sizes.empty())
        entry.label += "[" + entry.sizes + "]";
      if (entries.size() == kMaxEntries) {
        fail(tooMany, 1);
        return {};
      }
      entries.push_back(std::move(entry));
    }
  }
  for (const auto& [name, values] : options_.dims)
    if (!llvm::is_contained(known, name)) {
      Diagnostic d;
      d.file = unit.source().name();
      d.message = "--dim " + name + ": the inputs of graph" + (graphs.size() > 1 ? "s " : " ");
      for (size_t i = 0; i < graphs.size() && i < 20; ++i)
        d.message += (i ? ", " : "") + graphs[i]->name.text;
      d.message += " have no dimension of that name" + suggestion(name, known);
      if (suggestion(name, known).empty())
        d.message += known.empty() ? "; their sizes are numbers" : "; they have " + llvm::join(known, ", ");
      diagnostics_.push_back(d);
      ++errors_;
    }
  return entries;
}

/// The `weights` statements of the graphs: they name one file. Null with an error, or where there is none.
const Statement* Evaluator::findWeights(const Unit& unit, const std::vector<const Item*>& graphs) {
  const Statement* first = nullptr;
  const Item* firstGraph = nullptr;
  std::string firstPath;
  for (const Item* graph : graphs)
    for (const auto& s : graph->body.statements) {
      if (s->kind != Statement::Kind::Weights)
        continue;
      weightsStatements_.insert(s.get());
      std::string path = unescape(s->values[0]->text);
      if (!first) {
        first = s.get();
        firstGraph = graph;
        firstPath = path;
      } else if (options_.weights.empty() && std::filesystem::path(path).lexically_normal() !=
                                                 std::filesystem::path(firstPath).lexically_normal()) {
        Diagnostic d = at(unit.source(), s->span, Diagnostic::Error,
                          "the weights are \"" + path + "\" here and \"" + firstPath + "\" in graph " +
                              firstGraph->name.text + ": graphs that are compiled together share one file");
        d.notes.push_back(at(unit.source(), first->span, Diagnostic::Note, "the first is here"));
        diagnostics_.push_back(std::move(d));
        ++errors_;
      }
      break;
    }
  return first;
}

/// What --weights names: a file, whatever its name; else files and random:SEED with commas between.
static std::vector<std::string> weightSources(const std::string& option) {
  std::error_code error;
  std::vector<std::string> sources{option};
  for (size_t comma; !std::filesystem::exists(sources.back(), error) &&
                     (comma = sources.back().find(',')) != std::string::npos;) {
    std::string rest = sources.back().substr(comma + 1);
    sources.back().resize(comma);
    sources.push_back(std::move(rest));
  }
  return sources;
}

bool Evaluator::openWeights(Unit& unit, const std::vector<const Item*>& graphs) {
  int before = errors_;
  const Statement* statement = findWeights(unit, graphs);
  if (errors_ != before)
    return false;
  const std::string& option = options_.weights;
  Diagnostic place;
  place.file = unit.source().name();
  if (option.empty() && statement)
    place = at(unit.source(), statement->span, Diagnostic::Error, "");
  parameters_.place = place;
  std::vector<std::string> sources = weightSources(option);
  if (option.empty()) {
    if (!statement)
      return true;
    sources = {units_.inside(unit, statement->values[0]->span, unescape(statement->values[0]->text))};
    if (sources[0].empty()) {
      ++errors_;
      return false;
    }
  }
  std::string problem;
  int exitCode = 0;
  parameters_.strip(options_.stripPrefix);
  for (const std::string& source : sources) {
    if (source.compare(0, 7, "random:") == 0 && !option.empty()) {
      if (parameters_.openRandom(source.substr(7)) && &source == &sources.back())
        continue;
      fail("--weights " + option +
               (&source == &sources.back()
                    ? ": the seed is a number between 0 and 2^64 - 1, as in random:1"
                    : ": " + source + " gives what no file before it holds, so it stands last"),
           1);
      return false;
    }
    weightsPaths_.push_back(source);
    if (!parameters_.openFile(source, problem, exitCode))
      break;
  }
  if (problem.empty())
    return true;
  place.severity = Diagnostic::Error;
  place.message = problem;
  diagnostics_.push_back(place);
  ++errors_;
  forcedExit_ = exitCode;
  return false;
}

/// `N = 1` of all inputs, with --dim in front of the defaults.
bool Evaluator::bindDimensions(Scope& scope, const Entry& entry) {
  int before = errors_;
  auto bind = [&](const Ident& name, int64_t value) {
    if (value < 0)
      error(scope, name.span,
            "the dimension " + name.text + " is not negative; found " + std::to_string(value));
    auto [place, isNew] = scope.names.emplace(name.text, Value::ofInt(value));
    if (!isNew && place->second.integer != value)
      error(scope, name.span,
            "the dimension " + name.text + " is " + std::to_string(value) + " here and " +
                spell(place->second) + " before");
  };
  for (const Argument& input : entry.graph->inputs.items)
    for (const Dim& dim : typeOf(input).dims) {
      if (dim.ellipsis || dim.value->kind != Expr::Kind::Name ||
          (scope.unit->constants.count(dim.value->text) && !dim.defaultValue))
        continue;
      const Ident name{dim.value->text, dim.value->span};
      auto given = entry.dims.find(name.text);
      if (given != entry.dims.end()) {
        bind(name, given->second);
      } else if (dim.defaultValue) {
        Value value = evaluate(scope, *dim.defaultValue);
        if (value.kind == Value::Kind::Int)
          bind(name, value.integer);
        else if (!value.isPoison())
          error(scope, dim.defaultValue->span, "a dimension is an int, found " + describe(value));
      }
    }
  return errors_ == before;
}

bool Evaluator::inputType(Scope& scope, const TypeRef& type, mlir::RankedTensorType& result) {
  mlir::Type element = this->element(scope, type);
  if (!element)
    return false;
  llvm::SmallVector<int64_t> shape;
  for (const Dim& dim : type.dims) {
    if (dim.ellipsis) {
      error(scope, dim.span, "an input has every dimension: '...' is for the arguments of blocks");
      return false;
    }
    if (dim.value->kind == Expr::Kind::Name && !scope.names.count(dim.value->text) &&
        !scope.unit->constants.count(dim.value->text)) {
      std::string name = dim.value->text;
      error(scope, dim.span,
            "the dimension " + name + " has no value: write " + name + " = 128 here, or give --dim " + name +
                "=128");
      return false;
    }
    Value value = evaluate(scope, *dim.value);
    if (value.isPoison())
      return false;
    if (value.kind != Value::Kind::Int || value.integer < 0) {
      error(scope, dim.span, "a dimension of an input is an int, not negative; found " + describe(value));
      return false;
    }
    shape.push_back(value.integer);
  }
  if (!isBounded(shape)) {
    error(scope, type.span, "the tensor has more than 2^40 elements or 32 axes");
    return false;
  }
  result = mlir::RankedTensorType::get(shape, element);
  return true;
}

bool Evaluator::returnOutputs(Scope& scope, const Item& graph) {
  int before = errors_;
  // A result's type is part of the signature: the inputs' dimensions mean there what they mean in the inputs,
  // whatever the body binds their names to.
  Scope signature = scope;
  for (const auto& [name, value] : dimensions_)
    signature.names[name] = value;
  llvm::SmallVector<mlir::Value> results;
  if (graph.outputs.items.empty())
    error(scope, graph.name.span, "a graph has at least one result");
  for (const Argument& output : graph.outputs.items) {
    auto bound = scope.names.find(output.name.text);
    if (bound == scope.names.end()) {
      error(scope, output.name.span, "the graph never binds its result " + output.name.text);
      continue;
    }
    const Value& value = bound->second;
    if (value.isPoison())
      continue;
    if (!value.isTensor()) {
      error(scope, output.name.span,
            "the result " + output.name.text + " is a tensor, found " + describe(value));
      continue;
    }
    std::string problem;
    if (!match(signature, typeOf(output), value.tensorType(), false, problem)) {
      if (!problem.empty())
        error(scope, typeOf(output).span,
              "the result " + output.name.text + " is " + describe(value) + ": " + problem);
      continue;
    }
    results.push_back(value.tensor);
  }
  bool whole = results.size() == graph.outputs.items.size();
  for (const Held& held : entry_->held)
    if (held.bound) {
      whole &= held.current.isTensor();
      results.push_back(held.current.tensor);
    }
  if (errors_ != before || stopped_ || !whole)
    return false;
  mlir::func::ReturnOp::create(builder_, location(scope, graph.name.span), results);
  return true;
}

/// A value was poisoned and nobody said why.
void Evaluator::lost(const Scope& scope, const Item& graph) {
  for (const Argument& output : graph.outputs.items)
    if (auto bound = scope.names.find(output.name.text);
        bound != scope.names.end() && bound->second.isPoison())
      error(scope, output.name.span,
            "internal error: the value of the result " + output.name.text + " was lost");
  if (!errors_)
    error(scope, graph.name.span, "internal error: the graph was not evaluated to its end");
  forcedExit_ = 70;
}

/// The function of an entry, without its attributes. False where its graph has an error, whether it was
/// reported or its value was lost.
bool Evaluator::evaluateEntry(Unit& unit, Entry& entry, bool weights) {
  const Item& graph = *entry.graph;
  Scope scope;
  scope.unit = &unit;
  scope.item = &graph;
  entry_ = &entry;
  if (!bindDimensions(scope, entry))
    return false;
  llvm::SmallVector<mlir::Type> inputs;
  bool typed = true;
  for (const Argument& input : graph.inputs.items) {
    mlir::RankedTensorType type;
    typed &= inputType(scope, typeOf(input), type);
    inputs.push_back(type);
  }
  if (!typed || !weights)
    return false;
  dimensions_ = scope.names;
  llvm::SmallVector<mlir::NamedAttribute> dims;
  for (const auto& [name, value] : dimensions_)
    dims.push_back(builder_.getNamedAttr(name, builder_.getI64IntegerAttr(value.integer)));

  mlir::OpBuilder::InsertionGuard guard(builder_);
  auto function = mlir::func::FuncOp::create(builder_, location(scope, graph.name.span), entry.symbol,
                                             builder_.getFunctionType(inputs, {}));
  entry.function = function;
  if (!dims.empty())
    function->setAttr(kDimsAttr, builder_.getDictionaryAttr(dims));
  if (entry.symbol != graph.name.text)
    function->setAttr(kEntryAttr, builder_.getStringAttr(graph.name.text));
  mlir::Block* block = function.addEntryBlock();
  builder_.setInsertionPointToEnd(block);
  for (auto [i, input] : llvm::enumerate(graph.inputs.items)) {
    block->getArgument(i).setLoc(location(scope, input.name.span));
    if (scope.names.count(input.name.text))
      error(scope, input.name.span, "the input " + input.name.text + " has the name of a dimension");
    scope.names[input.name.text] = Value::ofTensor(block->getArgument(i));
  }
  int before = errors_;
  execute(scope, graph.body);
  if (stopped_ && !hasErrors(diagnostics_))
    lost(scope, graph);
  if (stopped_ || errors_ != before)
    return false;
  entry.whole = returnOutputs(scope, graph);
  if (!entry.whole && !hasErrors(diagnostics_))
    lost(scope, graph);
  return true;
}

/// Gives a function the type and the attributes that its body asks for.
void Evaluator::finishEntry(Entry& entry) {
  mlir::func::FuncOp function = entry.function;
  mlir::Block& block = function.front();
  function.setFunctionType(
      builder_.getFunctionType(block.getArgumentTypes(), block.getTerminator()->getOperandTypes()));
  // Now that all arguments are there: setFunctionType leaves the attributes of arguments as they are.
  for (auto [i, input] : llvm::enumerate(entry.graph->inputs.items))
    function.setArgAttr(i, "aic.name", builder_.getStringAttr(input.name.text));
  for (auto [i, output] : llvm::enumerate(entry.graph->outputs.items))
    function.setResultAttr(i, "aic.name", builder_.getStringAttr(output.name.text));
  unsigned argument = entry.graph->inputs.items.size(), result = entry.graph->outputs.items.size();
  for (const Held& held : entry.held) {
    auto symbol = mlir::FlatSymbolRefAttr::get(builder_.getContext(), states_[held.state].name);
    if (held.read)
      function.setArgAttr(argument++, kStateAttr, symbol);
    if (held.bound)
      function.setResultAttr(result++, kStateAttr, symbol);
  }
}

mlir::OwningOpRef<mlir::ModuleOp> Evaluator::run(Unit& unit) {
  std::vector<const Item*> graphs = chooseGraphs(unit);
  if (graphs.empty())
    return nullptr;
  bool weights = openWeights(unit, graphs);
  std::vector<Entry> entries = chooseEntries(unit, graphs);
  if (entries.empty())
    return nullptr;
  several_ = entries.size() > 1;
  Scope scope;
  scope.unit = &unit;
  scope.item = graphs[0];
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(location(scope, graphs[0]->name.span));
  builder_.setInsertionPointToEnd(module->getBody());
  bool evaluated = true;
  for (const auto& [name, item] : unit.constants)
    constant(unit, *item);
  for (Entry& entry : entries)
    evaluated &= !stopped_ && evaluateEntry(unit, entry, weights);
  if (!evaluated)
    return nullptr;
  size_t before = diagnostics_.size();
  parameters_.finish(diagnostics_);
  for (size_t i = before; i < diagnostics_.size(); ++i)
    errors_ += diagnostics_[i].severity == Diagnostic::Error;
  if (errors_)
    return nullptr;
  finishStates(*module, entries);
  for (Entry& entry : entries)
    finishEntry(entry);
  std::string problem;
  if (failed(listen([&] { return mlir::verify(*module); }, problem))) {
    fail("internal error: the program does not verify: " + problem, 70);
    return nullptr;
  }
  return module;
}

static LoadResult loadWith(mlir::MLIRContext& context, const LoadOptions& options,
                           llvm::function_ref<Unit*(Units&)> load) {
  LoadResult result;
  context.loadDialect<mlir::func::FuncDialect, AicDialect>();
  Units units(result.diagnostics);
  Unit* unit = load(units);
  if (!unit) {
    result.exitCode = units.unreadable() ? 4 : 1;
    return result;
  }
  Evaluator evaluator(&context, options, units, result.diagnostics);
  result.module = evaluator.run(*unit);
  result.keepAlive = evaluator.keepAlive();
  result.files = units.files();
  result.files.insert(result.files.end(), evaluator.weightsPaths().begin(), evaluator.weightsPaths().end());
  if (result.module) {
    result.parameters = evaluator.parameters();
    result.blocks = evaluator.blocks();
  }
  result.exitCode = evaluator.exitCode();
  if (!result.module && result.exitCode == 0)
    result.exitCode = 1;
  return result;
}

LoadResult loadGraph(mlir::MLIRContext& context, const std::string& path, const LoadOptions& options) {
  return loadWith(context, options, [&](Units& units) { return units.load(path); });
}

LoadResult loadGraphText(mlir::MLIRContext& context, const std::string& path, const std::string& text,
                         const LoadOptions& options) {
  return loadWith(context, options, [&](Units& units) { return units.loadText(path, text); });
}

} // namespace aic::graph

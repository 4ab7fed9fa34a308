// From a file to a module: choosing the graph, its dimensions, inputs, weights and results.
#include "frontends/graph/Evaluator.h"
#include "frontends/graph/Parser.h"
#include "mlir/IR/Verifier.h"

namespace aic::graph {

void Evaluator::fail(const std::string& message, int exitCode) {
  Diagnostic d;
  d.message = message;
  diagnostics_.push_back(d);
  ++errors_;
  forcedExit_ = exitCode;
}

const Item* Evaluator::chooseGraph(Unit& unit) {
  std::vector<std::string> names;
  for (const Item* graph : unit.graphs) {
    if (options_.graph.empty() || graph->name.text == options_.graph)
      return graph;
    names.push_back(graph->name.text);
  }
  Diagnostic d;
  d.file = unit.source().name();
  d.message = names.empty() ? "the file has no graph"
                            : "there is no graph " + options_.graph + suggestion(options_.graph, names);
  if (!names.empty()) {
    d.message += "; the file has ";
    for (size_t i = 0; i < names.size() && i < 20; ++i)
      d.message += (i ? ", " : "") + names[i];
  }
  diagnostics_.push_back(d);
  return nullptr;
}

bool Evaluator::openWeights(Scope& scope, const Body& body) {
  for (const auto& s : body.statements)
    if (s->kind == Statement::Kind::Weights && !weightsStatement_)
      weightsStatement_ = s.get();
  const std::string& option = options_.weights;
  Diagnostic place;
  place.file = scope.unit->source().name();
  if (option.empty() && weightsStatement_)
    place = at(scope.unit->source(), weightsStatement_->span, Diagnostic::Error, "");
  parameters_.place = place;
  std::string path = option;
  if (option.compare(0, 7, "random:") == 0) {
    if (parameters_.openRandom(option.substr(7)))
      return true;
    fail("--weights " + option + ": the seed is a number between 0 and 2^64 - 1, as in random:1", 1);
    return false;
  }
  if (option.empty()) {
    if (!weightsStatement_)
      return true;
    path = units_.inside(*scope.unit, weightsStatement_->values[0]->span,
                         unescape(weightsStatement_->values[0]->text));
    if (path.empty()) {
      ++errors_;
      return false;
    }
  }
  std::string problem;
  int exitCode = 0;
  weightsPath_ = path;
  if (parameters_.openFile(path, problem, exitCode))
    return true;
  place.severity = Diagnostic::Error;
  place.message = problem;
  diagnostics_.push_back(place);
  ++errors_;
  forcedExit_ = exitCode;
  return false;
}

/// `N = 1` of all inputs, with --dim in front of the defaults.
bool Evaluator::bindDimensions(Scope& scope, const Item& graph) {
  int before = errors_;
  std::vector<std::string> names;
  auto bind = [&](const Ident& name, int64_t value) {
    if (value < 1)
      error(scope, name.span,
            "the dimension " + name.text + " is at least 1, found " + std::to_string(value));
    auto [place, isNew] = scope.names.emplace(name.text, Value::ofInt(value));
    if (!isNew && place->second.integer != value)
      error(scope, name.span,
            "the dimension " + name.text + " is " + std::to_string(value) + " here and " +
                spell(place->second) + " before");
    names.push_back(name.text);
  };
  for (const Argument& input : graph.inputs.items)
    for (const Dim& dim : input.type->dims) {
      if (dim.ellipsis || dim.value->kind != Expr::Kind::Name)
        continue;
      const Ident name{dim.value->text, dim.value->span};
      auto given = options_.dims.find(name.text);
      if (given != options_.dims.end()) {
        bind(name, given->second);
      } else if (dim.defaultValue) {
        Value value = evaluate(scope, *dim.defaultValue);
        if (value.kind == Value::Kind::Int)
          bind(name, value.integer);
        else if (!value.isPoison())
          error(scope, dim.defaultValue->span, "a dimension is an int, found " + describe(value));
      }
    }
  for (const auto& entry : options_.dims)
    if (std::find(names.begin(), names.end(), entry.first) == names.end()) {
      Diagnostic d;
      d.file = scope.unit->source().name();
      d.message = "--dim " + entry.first + ": the inputs of graph " + graph.name.text +
                  " have no dimension of that name" + suggestion(entry.first, names);
      if (suggestion(entry.first, names).empty())
        d.message += names.empty() ? "; their sizes are numbers" : "; they have " + llvm::join(names, ", ");
      diagnostics_.push_back(d);
      ++errors_;
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
    if (dim.value->kind == Expr::Kind::Name && !scope.names.count(dim.value->text)) {
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
    if (!match(signature, *output.type, value.tensorType(), false, problem)) {
      if (!problem.empty())
        error(scope, output.type->span,
              "the result " + output.name.text + " is " + describe(value) + ": " + problem);
      continue;
    }
    results.push_back(value.tensor);
  }
  if (errors_ != before || stopped_ || results.size() != graph.outputs.items.size())
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

mlir::OwningOpRef<mlir::ModuleOp> Evaluator::run(Unit& unit) {
  const Item* graph = chooseGraph(unit);
  if (!graph) {
    ++errors_;
    return nullptr;
  }
  Scope scope;
  scope.unit = &unit;
  scope.item = graph;
  bool weights = openWeights(scope, graph->body);
  if (!bindDimensions(scope, *graph))
    return nullptr;
  llvm::SmallVector<mlir::Type> inputs;
  bool typed = true;
  for (const Argument& input : graph->inputs.items) {
    mlir::RankedTensorType type;
    typed &= inputType(scope, *input.type, type);
    inputs.push_back(type);
  }
  if (!typed || !weights)
    return nullptr;
  dimensions_ = scope.names;

  mlir::Location place = location(scope, graph->name.span);
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(place);
  builder_.setInsertionPointToEnd(module->getBody());
  auto function =
      mlir::func::FuncOp::create(builder_, place, graph->name.text, builder_.getFunctionType(inputs, {}));
  mlir::Block* block = function.addEntryBlock();
  builder_.setInsertionPointToEnd(block);
  for (auto [i, input] : llvm::enumerate(graph->inputs.items)) {
    function.setArgAttr(i, "aic.name", builder_.getStringAttr(input.name.text));
    block->getArgument(i).setLoc(location(scope, input.name.span));
    if (scope.names.count(input.name.text))
      error(scope, input.name.span, "the input " + input.name.text + " has the name of a dimension");
    scope.names[input.name.text] = Value::ofTensor(block->getArgument(i));
  }
  execute(scope, graph->body);
  if (stopped_ && !hasErrors(diagnostics_))
    lost(scope, *graph);
  if (stopped_ || errors_)
    return nullptr;
  bool returned = returnOutputs(scope, *graph);
  size_t before = diagnostics_.size();
  parameters_.finish(diagnostics_);
  for (size_t i = before; i < diagnostics_.size(); ++i)
    errors_ += diagnostics_[i].severity == Diagnostic::Error;
  if (!returned && !hasErrors(diagnostics_))
    lost(scope, *graph);
  if (!returned || errors_)
    return nullptr;
  auto results = block->getTerminator()->getOperandTypes();
  function.setFunctionType(builder_.getFunctionType(inputs, results));
  for (auto [i, output] : llvm::enumerate(graph->outputs.items))
    function.setResultAttr(i, "aic.name", builder_.getStringAttr(output.name.text));
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
  if (!evaluator.weightsPath().empty())
    result.files.push_back(evaluator.weightsPath());
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

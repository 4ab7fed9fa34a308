// From a graph to a function: its dimensions, inputs and results; and from a file to a module.
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
    for (const Dim& dim : input.typeOrNone().dims) {
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
  if (isFourBits(element)) {
    error(scope, type.span,
          "an input is no " + aic::describe(element) +
              ": parameters alone are; i8 and u8 are types of inputs");
    return false;
  }
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
    if (isFourBits(value.tensor.getType())) {
      error(scope, output.name.span, "the result " + output.name.text + ": " + storedAlone(value.tensor));
      continue;
    }
    std::string problem;
    if (!match(signature, output.typeOrNone(), value.tensorType(), false, problem)) {
      if (!problem.empty())
        error(scope, output.typeOrNone().span,
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
    typed &= inputType(scope, input.typeOrNone(), type);
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
  for (mlir::Operation& op : llvm::make_early_inc_range(block))
    if (llvm::isa<mlir::UnrealizedConversionCastOp>(op)) // of 4 bits: what is read is what it reads
      op.erase();
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

#include "tools/aic/AttributionModel.h"

#include "compiler/transforms/Differentiate.h"
#include "compiler/transforms/Passes.h"
#include "dialects/aic/Gradient.h"
#include "frontends/graph/Diagnostic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Pass/PassManager.h"
#include "tools/aic/Failure.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace aic::tool {

namespace {

constexpr llvm::StringLiteral kNameAttr = "aic.name";

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

bool isFloat(Value value) {
  return isa<FloatType>(typeOf(value).getElementType());
}

/// The arguments of the function that value is computed from.
llvm::SmallDenseSet<Value> argumentsOf(Value value) {
  llvm::SmallDenseSet<Value> arguments;
  DenseSet<Value> seen;
  SmallVector<Value> open{value};
  while (!open.empty()) {
    Value next = open.pop_back_val();
    if (!seen.insert(next).second)
      continue;
    if (Operation* op = next.getDefiningOp())
      llvm::append_range(open, op->getOperands());
    else
      arguments.insert(next);
  }
  return arguments;
}

/// The floats that integers are cast to as they come in: those of a picture of bytes.
SmallVector<Value> castFrom(func::FuncOp function, Value integers) {
  SmallVector<Value> found;
  function.walk([&](CastOp op) {
    if (op.getX() == integers && isFloat(op.getResult()))
      found.push_back(op.getResult());
  });
  return found;
}

/// The tensors [ids' shape, D] that tables have for ids.
SmallVector<Value> embeddedBy(func::FuncOp function, Value ids) {
  SmallVector<Value> found;
  function.walk([&](Operation* op) {
    Value index;
    if (auto embedding = dyn_cast<EmbeddingOp>(op))
      index = embedding.getIds();
    else if (auto take = dyn_cast<TakeOp>(op))
      index = take.getIndex();
    if (!index || !isFloat(op->getResult(0)))
      return;
    RankedTensorType result = typeOf(op->getResult(0)), given = typeOf(ids);
    llvm::SmallDenseSet<Value> from = argumentsOf(index);
    if (from.size() == 1 && from.contains(ids) && result.getRank() == given.getRank() + 1 &&
        result.getShape().drop_back() == given.getShape())
      found.push_back(op->getResult(0));
  });
  return found;
}

/// The one function of the model, and what is meant of its inputs and outputs.
struct Chosen {
  func::FuncOp function;
  unsigned input = 0, output = 0;
  Value embedded; // null where the input is of floats
};

/// The place of a name among the named arguments or results of a function; of "" the only one that fits.
int findNamed(func::FuncOp function, const std::string& name, const std::string& option, bool isInput,
              llvm::function_ref<bool(unsigned)> fits, unsigned& index) {
  std::vector<std::string> names, fitting;
  for (unsigned i = 0; i < (isInput ? function.getNumArguments() : function.getNumResults()); ++i) {
    auto attr = isInput ? function.getArgAttrOfType<StringAttr>(i, kNameAttr)
                        : function.getResultAttrOfType<StringAttr>(i, kNameAttr);
    if (!attr) // a state
      continue;
    names.push_back(attr.str());
    if (name == names.back()) {
      index = i;
      return Good;
    }
    if (name.empty() && fits(i)) {
      index = i;
      fitting.push_back(attr.str());
    }
  }
  const std::string kind = isInput ? "input" : "output";
  if (!name.empty())
    function.emitError() << option << " " << name << ": there is no " << kind << " '" << name << "'"
                         << graph::suggestion(name, names) << "; the model has " << llvm::join(names, ", ");
  else if (fitting.size() == 1)
    return Good;
  else if (isInput && fitting.empty())
    function.emitError()
        << "no input has a gradient: none is of floats, is cast to them, or has a table read by it; "
           "--method occlusion needs none; the model has "
        << llvm::join(names, ", ");
  else
    function.emitError() << "say which " << kind << " it is, " << option << " NAME; the model has "
                         << llvm::join(names, ", ");
  return WrongUsage;
}

int choose(ModuleOp module, const AttributionRequest& request, Chosen& chosen) {
  auto functions = llvm::to_vector(module.getOps<func::FuncOp>());
  if (functions.size() != 1) {
    std::string names;
    for (func::FuncOp function : functions)
      names += (names.empty() ? "" : ", ") + function.getSymName().str();
    module.emitError() << "say which graph it is, --graph NAME, in one size; the model has " << names;
    return WrongUsage;
  }
  func::FuncOp function = chosen.function = functions.front();
  auto output = [&](unsigned i) {
    return isa<FloatType>(cast<RankedTensorType>(function.getResultTypes()[i]).getElementType());
  };
  auto explained = [&](Value argument) {
    return isFloat(argument) || !embeddedBy(function, argument).empty();
  };
  const bool casts = llvm::none_of(function.getArguments(), explained); // where there is nothing better
  auto input = [&](unsigned i) {
    Value argument = function.getArgument(i);
    return casts ? !castFrom(function, argument).empty() : explained(argument);
  };
  if (int code = findNamed(function, request.input, "--by", /*isInput=*/true, input, chosen.input))
    return code;
  if (int code = findNamed(function, request.output, "--of", /*isInput=*/false, output, chosen.output))
    return code;
  if (!output(chosen.output)) {
    function.emitError("the output '")
        << function.getResultAttrOfType<StringAttr>(chosen.output, kNameAttr).getValue()
        << "' is not of floats, and has no gradient";
    return Unsupported;
  }
  if (request.guided && function.getOps<ReluOp>().empty()) {
    function.emitError("--method guided is --method gradient but for relus, and the model has none");
    return WrongUsage;
  }
  Value argument = function.getArgument(chosen.input);
  if (isFloat(argument))
    return Good;
  SmallVector<Value> embedded = embeddedBy(function, argument);
  if (embedded.empty())
    embedded = castFrom(function, argument);
  if (embedded.size() == 1) {
    chosen.embedded = embedded.front();
    return Good;
  }
  function.emitError("the input '")
      << function.getArgAttrOfType<StringAttr>(chosen.input, kNameAttr).getValue() << "' is "
      << describe(argument.getType()) << ", and "
      << (embedded.empty() ? "no table is read by it, nor is it cast to floats"
                           : "it is taken to floats in more than one place")
      << ": it has no gradient; --method occlusion needs none";
  return Unsupported;
}

/// A copy of the function as an entry of this name, with one result.
class EntryBuilder {
public:
  EntryBuilder(const Chosen& chosen, llvm::StringRef name) {
    IRMapping mapping;
    function = cast<func::FuncOp>(chosen.function->clone(mapping));
    function.setSymName(name);
    function->removeAttr(kEntryAttr);
    chosen.function->getParentOfType<ModuleOp>().push_back(function);
    input = function.getArgument(chosen.input);
    output = terminator()->getOperand(chosen.output);
    if (chosen.embedded)
      embedded = mapping.lookup(chosen.embedded);
  }

  /// A further input, behind the model's own and before its states.
  Value addInput(const char* name, Type type) {
    unsigned index = 0;
    while (index < function.getNumArguments() && !function.getArgAttr(index, kStateAttr))
      ++index;
    if (failed(function.insertArgument(index, type, named(name), function.getLoc())))
      return nullptr;
    return function.getArgument(index);
  }

  void finish(const std::string& name, Value result) {
    OpBuilder builder(terminator());
    func::ReturnOp::create(builder, function.getLoc(), result);
    function.getBody().front().back().erase(); // the one that was there: the last
    function.setResAttrsAttr(builder.getArrayAttr(named(name)));
    function.setFunctionType(builder.getFunctionType(function.getArgumentTypes(), result.getType()));
  }

  Operation* terminator() { return function.getBody().front().getTerminator(); }

  func::FuncOp function;
  Value input, output, embedded;

private:
  DictionaryAttr named(llvm::StringRef name) {
    Builder builder(function.getContext());
    return builder.getDictionaryAttr(builder.getNamedAttr(kNameAttr, builder.getStringAttr(name)));
  }
};

/// How an output depends on an input.
struct Dependence {
  bool any = false;
  Operation* step = nullptr; // the first operation on the way that makes no floats of them
};

Dependence dependenceOf(func::FuncOp function, Value input, Value output) {
  Dependence found;
  llvm::SmallDenseSet<Value> reached{input};
  for (Operation& op : function.getBody().front()) {
    if (llvm::none_of(op.getOperands(), [&](Value operand) { return reached.contains(operand); }))
      continue;
    reached.insert(op.result_begin(), op.result_end());
    if (!found.step && op.getNumResults() && llvm::none_of(op.getResults(), isFloat))
      found.step = &op;
  }
  found.any = reached.contains(output);
  return found;
}

/// Differentiates the entry. Where the output depends on the input by steps alone, as that of a quantised
/// model does, all that it could say is 0: an error.
int differentiate(Chosen& chosen, EntryBuilder& gradient, const AttributionEntries& entries) {
  PassManager passes(gradient.function.getContext(), func::FuncOp::getOperationName());
  passes.addPass(transforms::createDifferentiate());
  if (failed(passes.run(gradient.function)))
    return ModelWrong;
  if (!matchPattern(gradient.terminator()->getOperand(0), m_AnyZeroFloat()))
    return Good;
  func::FuncOp function = chosen.function;
  const Value input = chosen.embedded ? chosen.embedded : function.getArgument(chosen.input);
  const Value output = function.getBody().front().getTerminator()->getOperand(chosen.output);
  Dependence dependence = dependenceOf(function, input, output);
  if (!dependence.any)
    return Good; // nothing of the input matters, which zeros say
  InFlightDiagnostic error = dependence.step ? dependence.step->emitError() : function.emitError();
  error << "the derivative of '" << entries.output << "' by '" << entries.input
        << "' is 0 wherever there is one"
        << (dependence.step ? ": what is made of it here goes in steps" : "")
        << "; --method occlusion needs none";
  return Unsupported;
}

} // namespace

int makeAttributionEntries(ModuleOp module, const AttributionRequest& request, AttributionEntries& entries) {
  Chosen chosen;
  if (int code = choose(module, request, chosen))
    return code;
  entries.input = chosen.function.getArgAttrOfType<StringAttr>(chosen.input, kNameAttr).str();
  entries.output = chosen.function.getResultAttrOfType<StringAttr>(chosen.output, kNameAttr).str();
  entries.embedded = bool(chosen.embedded);
  if (chosen.embedded) {
    EntryBuilder embed(chosen, kEmbedEntry);
    embed.finish(kEmbeddedInput, embed.embedded);
  }
  EntryBuilder score(chosen, kScoreEntry), gradient(chosen, kGradientEntry);
  Value by = gradient.input;
  for (EntryBuilder* entry : {&score, &gradient})
    if (chosen.embedded) {
      by = entry->addInput(kEmbeddedInput, chosen.embedded.getType());
      entry->embedded.replaceAllUsesWith(by);
      if (entry->output == entry->embedded)
        entry->output = by;
    }
  score.finish(entries.output, score.output);
  Value weights = gradient.addInput(kWeightsInput, gradient.output.getType());
  OpBuilder builder(gradient.terminator());
  GradientBuilder at(builder, gradient.function.getLoc());
  Value loss = at.sum(at.mul(gradient.output, weights), axesFrom(0, typeOf(weights).getRank()));
  auto derived = GradientOp::create(builder, gradient.function.getLoc(), by.getType(), loss, by);
  if (request.guided)
    derived->setAttr(transforms::kGuidedAttr, builder.getUnitAttr());
  gradient.finish(entries.input, derived.getResult(0));
  if (int code = differentiate(chosen, gradient, entries))
    return code;
  chosen.function.erase();
  return Good;
}

} // namespace aic::tool

#include "frontends/graph/writer/Signature.h"

#include "frontends/graph/Graph.h"
#include "frontends/graph/Parser.h"
#include "frontends/graph/writer/Names.h"

namespace aic::graph::writer {
namespace {

/// What a state begins as: `zeros`, or `weights` where it is no one number.
std::string spellInitial(mlir::ElementsAttr value) {
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(value);
  if (!dense || !dense.isSplat())
    return "weights";
  auto element = mlir::DenseElementsAttr::get(mlir::RankedTensorType::get({}, dense.getElementType()),
                                              dense.getSplatValue<mlir::Attribute>());
  std::optional<std::string> text = Constants::element(element);
  if (!text) // the digits of the least i64 without its sign are too large
    return "full(-9223372036854775807 - 1)";
  if (*text == "0.0" || *text == "0" || *text == "false")
    return "zeros";
  if (*text == "1.0" || *text == "1" || *text == "true")
    return "ones";
  return "full(" + *text + ")";
}

} // namespace

void nameSignature(mlir::func::FuncOp function, Steps& steps, std::vector<std::string>& comments) {
  std::set<std::string> taken;
  for (const std::string& name : primitiveNames())
    taken.insert(name);
  auto read = [&](mlir::StringAttr given, const char* otherwise, const char* what) {
    llvm::StringRef name = given ? given.getValue() : llvm::StringRef();
    if (isIdentifier(name) && !taken.count(name.str()))
      return unique(taken, name.str());
    std::string own = unique(taken, identifier(name, otherwise));
    comments.push_back(std::string(what) + " " + own + " is '" + commentText(name) + "' in the file");
    return own;
  };
  for (unsigned i = 0; i < function.getNumArguments() && !function.getArgAttr(i, kStateAttr); ++i)
    steps.inputNames.push_back(
        read(function.getArgAttrOfType<mlir::StringAttr>(i, "aic.name"), "input", "input"));
  for (unsigned i = 0; i < function.getNumResults() && !function.getResultAttr(i, kStateAttr); ++i) {
    auto name = function.getResultAttrOfType<mlir::StringAttr>(i, "aic.name");
    auto input = llvm::find(steps.inputNames, name ? name.getValue() : "");
    if (input != steps.inputNames.end() &&
        steps.inputs[input - steps.inputNames.begin()] == steps.outputs[i] &&
        !llvm::is_contained(steps.outputNames, *input))
      steps.outputNames.push_back(*input); // the input itself, under its own name
    else
      steps.outputNames.push_back(read(name, "output", "output"));
  }
  for (State& state : steps.states) {
    std::string last = state.name.substr(state.name.rfind('.') + 1);
    state.local = unique(taken, identifier(last, "memory"));
  }
}

bool readStates(mlir::ModuleOp module, mlir::func::FuncOp function, Constants& constants, Steps& steps,
                std::vector<std::string>& comments, std::string& problem) {
  std::vector<mlir::FlatSymbolRefAttr> found, next, order;
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    if (auto state = function.getArgAttrOfType<mlir::FlatSymbolRefAttr>(i, kStateAttr))
      found.push_back(state);
  for (unsigned i = 0; i < function.getNumResults(); ++i)
    if (auto state = function.getResultAttrOfType<mlir::FlatSymbolRefAttr>(i, kStateAttr))
      next.push_back(state);
  for (size_t a = 0, r = 0; a < found.size() || r < next.size();) {
    bool argument =
        r == next.size() ||
        (a < found.size() && (!llvm::is_contained(next, found[a]) || llvm::is_contained(found, next[r])));
    mlir::FlatSymbolRefAttr state = argument ? found[a++] : next[r++];
    if (!llvm::is_contained(order, state))
      order.push_back(state);
    while (r < next.size() && llvm::is_contained(order, next[r]))
      ++r;
  }
  std::set<std::string> taken;
  for (mlir::FlatSymbolRefAttr symbol : order) {
    auto declared = module.lookupSymbol<StateOp>(symbol.getAttr());
    State state;
    state.type = llvm::cast<mlir::RankedTensorType>(declared.getType());
    state.name = symbol.getValue().str();
    if (state.type.getNumElements() == 0) {
      problem = "the language has no state without elements: '" + commentText(state.name) + "'";
      return false;
    }
    if (!isParameterName(state.name)) {
      std::string own = identifier(state.name, "memory");
      comments.push_back("state " + own + " is '" + commentText(state.name) + "' in the file");
      state.name = own;
    }
    state.name = unique(taken, state.name);
    state.initial = spellInitial(declared.getValue());
    constants.keep(state.name, state.initial == "weights" ? declared.getValue() : mlir::ElementsAttr());
    steps.states.push_back(std::move(state));
  }
  auto place = [&](mlir::FlatSymbolRefAttr state) -> State& {
    return steps.states[llvm::find(order, state) - order.begin()];
  };
  size_t inputs = function.getNumArguments() - found.size(), outputs = function.getNumResults() - next.size();
  for (size_t i = 0; i < found.size(); ++i)
    place(found[i]).found = static_cast<int>(inputs + i);
  for (size_t i = 0; i < next.size(); ++i)
    place(next[i]).next = static_cast<int>(outputs + i);
  return true;
}

} // namespace aic::graph::writer

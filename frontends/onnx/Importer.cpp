#include "frontends/onnx/Importer.h"

#include "frontends/onnx/Names.h"
#include "frontends/onnx/Node.h"
#include "mlir/IR/Remarks.h"
#include "mlir/IR/Verifier.h"

#include <onnx/onnx_pb.h>
#include <set>

namespace aic::onnx {

using ::onnx::FunctionProto;
using ::onnx::GraphProto;
using ::onnx::NodeProto;

namespace {

constexpr int kMaxReported = 50;
constexpr size_t kNamedInCycle = 8;             // nodes, in a message
constexpr int kMaxDepth = 32;                   // of functions and subgraphs
constexpr int64_t kMaxSteps = int64_t(1) << 31; // of computing them: seconds

} // namespace

const mlir::Value* Scope::find(llvm::StringRef name) const {
  for (const Scope* scope = this; scope; scope = scope->parent)
    if (auto found = scope->values.find(name); found != scope->values.end())
      return &found->second;
  return nullptr;
}

Importer::Importer(mlir::MLIRContext* context, Model& model, const LoadOptions& options, LoadResult& result)
    : model_(model), options_(options), result_(result), builder_(context), tensors_(context, model),
      steps_(kMaxSteps) {}

//===-- What is told -----------------------------------------------------------------------------------===//

void Importer::error(int code, const std::string& message) {
  // What cannot be read is worse than what is wrong, and that than what is not supported.
  auto rank = [](int c) { return c == 70 ? 4 : c == 4 ? 3 : c == 1 ? 2 : c == 3 ? 1 : 0; };
  if (rank(code) > rank(result_.exitCode))
    result_.exitCode = code;
  if (++errors_ > kMaxReported) {
    stopped_ = true;
    return;
  }
  graph::Diagnostic d;
  d.file = model_.path();
  d.message = errors_ == kMaxReported ? "too many errors; the others are not shown" : message;
  result_.diagnostics.push_back(std::move(d));
}

void Importer::warn(const std::string& message) {
  graph::Diagnostic d;
  d.severity = graph::Diagnostic::Warning;
  d.file = model_.path();
  d.message = message;
  result_.diagnostics.push_back(std::move(d));
}

mlir::Location Importer::place(const std::string& what) {
  return mlir::NameLoc::get(builder_.getStringAttr(what),
                            mlir::FileLineColLoc::get(builder_.getContext(), model_.path(), 0, 0));
}

std::string Importer::describe(const NodeProto& node, const Frame& frame) {
  std::string text = "node " + quoted(node.name());
  if (node.name().empty()) {
    text = "the " + shownName(node.op_type()) + " node";
    for (const std::string& output : node.output())
      if (!output.empty()) {
        text += " of " + quoted(output);
        break;
      }
  }
  return frame.call ? text + " in " + describe(*frame.call, *frame.caller) : text;
}

std::string Importer::describeCycle(const std::vector<const NodeProto*>& cycle, const Frame& frame) {
  std::string first = describe(*cycle.front(), frame);
  if (cycle.size() == 1)
    return first + " reads what it makes itself";
  std::string message = first + " waits for itself: it reads what ";
  for (size_t i = 1; i < std::min(cycle.size(), kNamedInCycle + 1); ++i)
    message += describe(*cycle[i], frame) + " makes, which reads what ";
  return message + (cycle.size() > kNamedInCycle + 1
                        ? "... (a cycle of " + std::to_string(cycle.size()) + " nodes)"
                        : "it makes itself");
}

bool Importer::count() {
  if (stopped_)
    return false;
  if (++operators_ <= options_.maxOperators)
    return true;
  error(1, "the model has more than " + std::to_string(options_.maxOperators) + " operators");
  stopped_ = true;
  return false;
}

bool Importer::countElements(int64_t elements) {
  if (stopped_)
    return false;
  elements_ += elements;
  if (elements_ <= kMaxElementsInAll)
    return true;
  error(1, "the constants that the model's shapes ask for have more than 2^26 elements together");
  stopped_ = true;
  return false;
}

void Importer::wantBound(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs)
    if (!llvm::is_contained(result_.bindable, input))
      result_.bindable.push_back(input);
}

//===-- Nodes ------------------------------------------------------------------------------------------===//

void Importer::define(Scope& scope, const std::string& name, mlir::Value value, const std::string& what) {
  if (!name.empty() && !scope.values.try_emplace(name, value).second)
    error(1, what + " makes " + quoted(name) + ", which is made before: names are given once");
  if (&scope == outermost_)
    checkDeclared(name, value, what);
}

template <typename Nodes> void Importer::collectRead(const Nodes& nodes, int depth) {
  for (const NodeProto& node : nodes) {
    for (const std::string& input : node.input())
      read_.insert(input);
    for (const auto& attribute : node.attribute()) {
      if (attribute.has_g())
        collectRead(attribute.g(), depth + 1);
      for (const GraphProto& graph : attribute.graphs())
        collectRead(graph, depth + 1);
    }
  }
}

void Importer::collectRead(const GraphProto& graph, int depth) {
  if (depth > kMaxDepth)
    return; // refused when it is imported
  for (const auto& output : graph.output())
    read_.insert(output.name());
  collectRead(graph.node(), depth);
}

void Importer::importNodes(const NodeList& nodes, Scope& scope, const Frame& frame) {
  Order order = orderOf(nodes);
  for (const auto& cycle : order.cycles)
    error(1, describeCycle(cycle, frame));
  for (const NodeProto* node : order.waiting)
    for (const std::string& output : node->output())
      define(scope, output, nullptr, describe(*node, frame));
  // A loop's body comes here once a step: what is remarked of it is remarked once.
  if (order.cycles.empty() && order.early && sorted_.insert(order.early).second &&
      context()->getRemarkEngine())
    mlir::remark::passed(place(describe(*order.early, frame)),
                         mlir::remark::RemarkOpts::name("sorted").category("onnx"))
        << "it reads what a later node makes: the nodes are taken in an order in which none does";
  for (const NodeProto* node : order.nodes) {
    if (stopped_)
      return;
    importNode(*node, scope, frame);
  }
}

void Importer::importNode(const NodeProto& node, Scope& scope, const Frame& frame) {
  if (!count())
    return;
  std::string what = describe(node, frame);
  bool poisoned = false;
  for (const std::string& input : node.input()) {
    if (input.empty())
      continue;
    const mlir::Value* found = scope.find(input);
    if (!found)
      error(1, what + " reads " + quoted(input) + ", which no node, input or tensor makes");
    poisoned |= !found || !*found;
  }
  std::vector<mlir::Value> results(node.output_size());
  if (const Function* function = poisoned ? nullptr : functions_.find(node)) {
    call(*function, node, scope, frame);
    return;
  }
  const Operator* row = operatorOf(node, frame);
  if (row && !poisoned) {
    Node call(*this, node, scope, frame, opsetOf(node, frame));
    row->import(call);
    call.checkInputs();
    if (!call.failed()) {
      results = call.results();
      for (int i = 0; i < node.output_size(); ++i)
        if (!results[i] && call.wants(i))
          call.unsupported("its output " + quoted(node.output(i)) + " is not supported");
    }
  }
  for (int i = 0; i < node.output_size(); ++i)
    define(scope, node.output(i), results[i], what);
}

void Importer::call(const Function& called, const NodeProto& node, Scope& scope, const Frame& frame) {
  const FunctionProto& function = *called.proto;
  std::string what = describe(node, frame);
  Scope inside;
  Frame body{&frame, &node, &called, {}, frame.depth + 1};
  auto poison = [&] {
    for (const std::string& output : node.output())
      define(scope, output, nullptr, what);
  };
  for (const Frame* around = &frame; around; around = around->caller)
    if (around->function == &called) {
      error(1,
            what + ": the function " + quoted(function.name()) + " calls itself, which ONNX does not allow");
      return poison();
    }
  if (body.depth > kMaxDepth) {
    error(1, what + ": functions and subgraphs nest deeper than " + std::to_string(kMaxDepth) + " levels");
    return poison();
  }
  if (node.input_size() > function.input_size() || node.output_size() > function.output_size()) {
    error(1, what + ": the function " + quoted(function.name()) + " has fewer inputs or outputs");
    return poison();
  }
  for (const auto& import : function.opset_import())
    body.opsets[plainDomain(import.domain())] = import.version();
  if (!checkSupport(function.node(), body, "'s function " + quoted(function.name())))
    return poison();
  for (int i = 0; i < node.input_size(); ++i)
    if (!node.input(i).empty())
      define(inside, function.input(i), *scope.find(node.input(i)), what);
  importNodes(function.node(), inside, body);
  for (int i = 0; i < node.output_size(); ++i) {
    const mlir::Value* found = inside.find(function.output(i));
    if (!found && !stopped_)
      error(1, what + ": the function " + quoted(function.name()) + " does not make its output " +
                   quoted(function.output(i)));
    define(scope, node.output(i), found ? *found : nullptr, what);
  }
}

llvm::SmallVector<mlir::Value> Importer::importGraph(const GraphProto& graph, const Scope& around,
                                                     const Frame& frame, mlir::ValueRange inputs) {
  Scope scope;
  scope.parent = &around;
  Frame inner = frame;
  inner.depth = frame.depth + 1;
  if (inner.depth > kMaxDepth) {
    error(1, "functions and subgraphs nest deeper than " + std::to_string(kMaxDepth) + " levels");
    return {};
  }
  if (static_cast<size_t>(graph.input_size()) != inputs.size()) {
    error(1, "the subgraph " + quoted(graph.name()) + " has " + std::to_string(graph.input_size()) +
                 " inputs, and is given " + std::to_string(inputs.size()));
    return {};
  }
  if (!checkSupport(graph.node(), inner, "'s subgraph " + quoted(graph.name())))
    return {};
  for (auto [info, value] : llvm::zip_equal(graph.input(), inputs))
    define(scope, info.name(), value, "the subgraph " + quoted(graph.name()));
  if (!makeInitializers(graph, scope))
    return {};
  importNodes(graph.node(), scope, inner);
  llvm::SmallVector<mlir::Value> results;
  for (const auto& output : graph.output()) {
    const mlir::Value* found = scope.find(output.name());
    if (!found && !stopped_)
      error(1, "the subgraph " + quoted(graph.name()) + " does not make its output " + quoted(output.name()));
    if (!found || !*found)
      return {};
    results.push_back(*found);
  }
  return results;
}

//===-- The whole --------------------------------------------------------------------------------------===//

bool Importer::makeInitializers(const GraphProto& graph, Scope& scope) {
  int before = errors_;
  for (const auto& tensor : graph.initializer()) {
    std::string what = "tensor " + quoted(tensor.name());
    if (stopped_)
      return false;
    if (!isGoodName(tensor.name())) {
      error(1, what + ": the name of an initializer is UTF-8 text of at most 4,096 bytes");
      continue;
    }
    Problem problem;
    mlir::ElementsAttr value = tensors_.read(tensor, tensor.name(), problem);
    mlir::Value constant;
    if (!value)
      error(problem.code, what + ": " + problem.message);
    else if (count())
      constant = ConstantOp::create(builder_, place(what), value);
    define(scope, tensor.name(), constant, what);
  }
  if (graph.sparse_initializer_size() > 0)
    error(3, "the model holds sparse tensors, such as " +
                 quoted(graph.sparse_initializer(0).values().name()) + ": aic has only dense ones");
  return errors_ == before;
}

bool Importer::returnOutputs(const GraphProto& graph, const Scope& scope, std::vector<std::string>& outputs) {
  int before = errors_;
  llvm::SmallVector<mlir::Value> results;
  std::set<std::string> names;
  if (graph.output_size() == 0)
    error(1, "the model has no outputs");
  for (const auto& output : graph.output()) {
    std::string what = "output " + quoted(output.name());
    if (!isGoodName(output.name()) || !names.insert(output.name()).second) {
      error(1, what + ": the name of an output is UTF-8 text of at most 4,096 bytes, and no other's");
      continue;
    }
    const mlir::Value* found = scope.find(output.name());
    if (!found && !stopped_)
      error(1, what + ": nothing makes it");
    if (!found || !*found)
      continue;
    if (isSequence(*found)) {
      error(3, what + " is a sequence: a model gives tensors; SequenceAt, ConcatFromSequence make them");
      continue;
    }
    int declared = output.type().tensor_type().elem_type();
    if (declared != 0 && elementType(context(), declared) != elementOf(*found)) {
      error(1, what + ": the model says that it holds " + elementName(declared) + ", its node makes " +
                   aic::describe(elementOf(*found)));
      continue;
    }
    results.push_back(*found);
    outputs.push_back(output.name());
  }
  if (errors_ != before || stopped_ || results.size() != static_cast<size_t>(graph.output_size()))
    return false;
  for (auto& [name, value] : extra_) {
    while (!names.insert(name).second)
      name += "_";
    results.push_back(value);
    outputs.push_back(name);
  }
  mlir::func::ReturnOp::create(builder_, function_.getLoc(), results);
  return true;
}

void Importer::run() {
  const GraphProto& graph = model_.proto().graph();
  if (!readOpsets() || !checkSupport(graph.node(), main_, ""))
    return;
  collectRead(graph, 0);
  for (const FunctionProto& function : model_.proto().functions()) {
    collectRead(function.node(), 0);
    for (const std::string& output : function.output())
      read_.insert(output);
  }

  mlir::Location file = mlir::FileLineColLoc::get(context(), model_.path(), 0, 0);
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(file);
  builder_.setInsertionPointToEnd(module->getBody());
  function_ =
      mlir::func::FuncOp::create(builder_, file, isGoodName(graph.name()) ? shownName(graph.name()) : "main",
                                 builder_.getFunctionType({}, {}));
  builder_.setInsertionPointToEnd(function_.addEntryBlock());
  Scope scope;
  bool constants = makeInitializers(graph, scope);
  if (!makeInputs(graph, scope) || !constants)
    return;
  outermost_ = &scope;
  collectDeclared(graph);
  importNodes(graph.node(), scope, main_);
  countDeclared();
  std::vector<std::string> outputs, states;
  if (!returnOutputs(graph, scope, outputs) || errors_ > 0)
    return;
  eraseUnused();
  if (!makeStates(outputs, states))
    return;
  mlir::Block& block = function_.getBody().front();
  mlir::Operation* terminator = block.getTerminator();
  function_.setFunctionType(
      builder_.getFunctionType(block.getArgumentTypes(), terminator->getOperandTypes()));
  for (auto [i, name] : llvm::enumerate(inputs_))
    function_.setArgAttr(i, "aic.name", builder_.getStringAttr(name));
  for (auto [i, name] : llvm::enumerate(outputs))
    function_.setResultAttr(i, "aic.name", builder_.getStringAttr(name));
  for (auto [i, name] : llvm::enumerate(states)) {
    auto symbol = mlir::FlatSymbolRefAttr::get(context(), name);
    function_.setArgAttr(inputs_.size() + i, kStateAttr, symbol);
    function_.setResultAttr(outputs.size() + i, kStateAttr, symbol);
  }
  std::string problem;
  mlir::ScopedDiagnosticHandler handler(context(), [&](mlir::Diagnostic& d) {
    problem += (problem.empty() ? "" : "; ") + d.str();
    return llvm::success();
  });
  if (llvm::failed(mlir::verify(*module))) {
    error(70, "internal error: the program does not verify: " + problem);
    return;
  }
  result_.module = std::move(module);
}

} // namespace aic::onnx

#include "frontends/onnx/Importer.h"

#include "frontends/onnx/Names.h"
#include "frontends/onnx/Node.h"
#include "mlir/IR/Verifier.h"

#include <onnx/onnx_pb.h>
#include <set>

namespace aic::onnx {

using ::onnx::FunctionProto;
using ::onnx::GraphProto;
using ::onnx::NodeProto;

namespace {

constexpr int kMaxReported = 50;
constexpr int kMaxDepth = 32;                   // of functions and subgraphs
constexpr int64_t kNewestOpset = 23;            // that the table was written for
constexpr int64_t kMaxFolded = 1 << 16;         // elements of a constant that is computed at once
constexpr int64_t kMaxEvaluated = 1 << 20;      // of one that an importer asks for
constexpr int64_t kMaxElementsInAll = 1 << 26;  // of all constants that are computed
constexpr int64_t kMaxSteps = int64_t(1) << 31; // of computing them: seconds
constexpr size_t kNamedNodes = 5;               // in one line of a message

std::string plainDomain(const std::string& domain) {
  return domain == "ai.onnx" ? "" : domain;
}

bool isConstant(mlir::Value value) {
  return value.getDefiningOp<ConstantOp>() != nullptr;
}

int64_t elementsOf(mlir::Type type) {
  return llvm::cast<mlir::RankedTensorType>(type).getNumElements();
}

/// A computation that fold() may do: one result of the dialect, no constant.
bool isFoldable(mlir::Operation* op) {
  return op->getNumResults() == 1 && !llvm::isa<ConstantOp>(op) &&
         llvm::isa_and_nonnull<AicDialect>(op->getDialect());
}

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

//===-- Constants --------------------------------------------------------------------------------------===//

mlir::ElementsAttr Importer::fold(mlir::Operation* op) {
  llvm::SmallVector<mlir::ElementsAttr> operands;
  for (mlir::Value operand : op->getOperands())
    operands.push_back(operand.getDefiningOp<ConstantOp>().getValue());
  // An operation that fails on constants fails only if the model runs it.
  mlir::ScopedDiagnosticHandler silent(builder_.getContext(),
                                       [](mlir::Diagnostic&) { return llvm::success(); });
  mlir::ElementsAttr value = options_.fold(op, operands, steps_);
  return value && value.getType() == op->getResult(0).getType() ? value : mlir::ElementsAttr();
}

mlir::Value Importer::folded(mlir::Operation* op) {
  mlir::Value result = op->getResult(0);
  auto small = [](mlir::Value value) { return elementsOf(value.getType()) <= kMaxFolded; };
  if (!isFoldable(op) || !small(result) || !llvm::all_of(op->getOperands(), isConstant) ||
      !llvm::all_of(op->getOperands(), small))
    return result;
  // A file must not make the compiler compute and keep without end.
  if (elements_ + elementsOf(result.getType()) > kMaxElementsInAll)
    return result;
  elements_ += elementsOf(result.getType());
  mlir::ElementsAttr value = fold(op);
  if (!value)
    return result;
  mlir::Value constant = ConstantOp::create(builder_, op->getLoc(), value);
  op->erase();
  return constant;
}

mlir::ElementsAttr Importer::evaluate(mlir::Value value) {
  auto giveUp = [&] {
    unknown_.insert(value); // not to be walked up again
    return mlir::ElementsAttr();
  };
  llvm::SmallVector<mlir::Value> open{value};
  while (!open.empty()) {
    mlir::Value next = open.back();
    mlir::Operation* op = next.getDefiningOp();
    if (op && isConstant(next)) {
      open.pop_back();
      continue;
    }
    int64_t size = elementsOf(next.getType());
    if (!op || unknown_.contains(next) || !isFoldable(op) || size > kMaxEvaluated)
      return giveUp();
    size_t before = open.size();
    for (mlir::Value operand : op->getOperands())
      if (!isConstant(operand))
        open.push_back(operand);
    if (open.size() != before)
      continue;
    mlir::ElementsAttr found = elements_ + size > kMaxElementsInAll ? mlir::ElementsAttr() : fold(op);
    if (!found)
      return giveUp();
    elements_ += size;
    mlir::OpBuilder at(op); // in place of the operation, which others may use too
    mlir::Value constant = ConstantOp::create(at, op->getLoc(), found);
    next.replaceAllUsesWith(constant);
    if (next == value)
      return found;
    open.pop_back();
  }
  return value.getDefiningOp<ConstantOp>().getValue();
}

std::vector<std::string> Importer::inputsOf(mlir::Value value) {
  llvm::SmallVector<mlir::Value> open{value};
  llvm::DenseSet<mlir::Value> seen;
  std::set<unsigned> found;
  while (!open.empty()) {
    mlir::Value next = open.pop_back_val();
    if (!seen.insert(next).second)
      continue;
    if (mlir::Operation* op = next.getDefiningOp())
      open.append(op->operand_begin(), op->operand_end());
    else
      found.insert(llvm::cast<mlir::BlockArgument>(next).getArgNumber());
  }
  std::vector<std::string> names;
  for (unsigned i : found)
    names.push_back(inputs_[i]);
  return names;
}

void Importer::wantBound(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs)
    if (!llvm::is_contained(result_.bindable, input))
      result_.bindable.push_back(input);
}

//===-- What is supported ------------------------------------------------------------------------------===//

bool Importer::readOpsets() {
  for (const auto& import : model_.proto().opset_import()) {
    std::string domain = plainDomain(import.domain());
    if (import.version() < 1) {
      error(1, "the model declares version " + std::to_string(import.version()) + " of the operators of " +
                   (domain.empty() ? "ONNX" : quoted(domain)));
      return false;
    }
    main_.opsets[domain] = import.version();
  }
  if (main_.opsets.empty() && model_.proto().ir_version() < 3)
    main_.opsets[""] = 1; // files of the first days
  if (main_.opsets.empty()) {
    error(1, "the model does not declare which operator set it is written in");
    return false;
  }
  auto onnx = main_.opsets.find("");
  if (onnx != main_.opsets.end() && onnx->second > kNewestOpset) {
    graph::Diagnostic d;
    d.severity = graph::Diagnostic::Warning;
    d.file = model_.path();
    d.message = "the model is written in opset " + std::to_string(onnx->second) +
                "; its operators are taken to be what they are in opset " + std::to_string(kNewestOpset) +
                ", the newest that aic knows";
    result_.diagnostics.push_back(std::move(d));
  }
  for (const FunctionProto& function : model_.proto().functions())
    functions_[{plainDomain(function.domain()), function.name()}] = &function;
  return true;
}

const FunctionProto* Importer::functionOf(const NodeProto& node) const {
  auto found = functions_.find({plainDomain(node.domain()), node.op_type()});
  return found == functions_.end() ? nullptr : found->second;
}

const Operator* Importer::operatorOf(const NodeProto& node, const Frame& frame) const {
  auto opset = frame.opsets.find(plainDomain(node.domain()));
  return findOperator(plainDomain(node.domain()), node.op_type(),
                      opset == frame.opsets.end() ? 1 : opset->second);
}

template <typename Nodes>
bool Importer::checkSupport(const Nodes& nodes, const Frame& frame, const std::string& in) {
  struct Case {
    std::string what, nodes;
    size_t count = 0;
  };
  std::map<std::string, Case> cases;
  auto add = [&](std::string what, const NodeProto& node) {
    Case& found = cases[what];
    if (++found.count > kNamedNodes)
      return;
    found.nodes += (found.count > 1 ? ", " : "") + describe(node, frame);
    if (std::string doc = firstLine(node.doc_string()); found.count == 1 && !doc.empty())
      found.nodes += " (" + doc + ")";
  };
  bool onlyAttributes = true;
  for (const NodeProto& node : nodes) {
    if (functionOf(node))
      continue;
    std::string domain = plainDomain(node.domain());
    std::string name = (domain.empty() ? "" : shownName(domain) + ":") + shownName(node.op_type());
    const Operator* row = operatorOf(node, frame);
    if (!row) {
      auto opset = frame.opsets.find(domain);
      bool known = isKnownOperator(domain, node.op_type());
      add(name + (known && opset != frame.opsets.end() ? " in opset " + std::to_string(opset->second) : ""),
          node);
      onlyAttributes = false;
      continue;
    }
    llvm::SmallVector<llvm::StringRef> attributes;
    llvm::StringRef(row->attributes).split(attributes, ' ');
    for (const auto& attribute : node.attribute())
      if (!llvm::is_contained(attributes, llvm::StringRef(attribute.name())))
        add("attribute " + shownName(attribute.name()) + " of " + name, node);
  }
  if (cases.empty())
    return true;
  std::string message = "the model" + in + (onlyAttributes ? " has attributes" : " has operators") +
                        " that aic does not support:";
  for (const auto& [what, found] : cases)
    message +=
        "\n  " + what + ": " + found.nodes +
        (found.count > kNamedNodes ? " and " + std::to_string(found.count - kNamedNodes) + " more" : "");
  error(3, message);
  return false;
}

//===-- Nodes ------------------------------------------------------------------------------------------===//

void Importer::define(Scope& scope, const std::string& name, mlir::Value value, const std::string& what) {
  if (!name.empty() && !scope.values.try_emplace(name, value).second)
    error(1, what + " makes " + quoted(name) + ", which is made before: names are given once");
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

template <typename Nodes> void Importer::importNodes(const Nodes& nodes, Scope& scope, const Frame& frame) {
  for (const NodeProto& node : nodes) {
    if (stopped_)
      return;
    importNode(node, scope, frame);
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
      error(1, what + " reads " + quoted(input) +
                   ", which nothing before it makes: it is missing, or the nodes are not in order or form a "
                   "cycle");
    poisoned |= !found || !*found;
  }
  std::vector<mlir::Value> results(node.output_size());
  if (const FunctionProto* function = poisoned ? nullptr : functionOf(node)) {
    call(*function, node, scope, frame);
    return;
  }
  const Operator* row = operatorOf(node, frame);
  if (row && !poisoned) {
    auto opset = frame.opsets.find(plainDomain(node.domain()));
    Node call(*this, node, scope, frame, opset == frame.opsets.end() ? 1 : opset->second);
    row->import(call);
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

void Importer::call(const FunctionProto& function, const NodeProto& node, Scope& scope, const Frame& frame) {
  std::string what = describe(node, frame);
  Scope inside;
  Frame body{&frame, &node, {}, frame.depth + 1};
  auto poison = [&] {
    for (const std::string& output : node.output())
      define(scope, output, nullptr, what);
  };
  if (body.depth > kMaxDepth) {
    error(1, what + ": functions and subgraphs nest deeper than " + std::to_string(kMaxDepth) +
                 " levels, or call themselves");
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

bool Importer::returnOutputs(const GraphProto& graph, const Scope& scope) {
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
    int declared = output.type().tensor_type().elem_type();
    if (declared != 0 && elementType(context(), declared) != elementOf(*found)) {
      error(1, what + ": the model says that it holds " + elementName(declared) + ", its node makes " +
                   aic::describe(elementOf(*found)));
      continue;
    }
    results.push_back(*found);
  }
  if (errors_ != before || stopped_ || results.size() != static_cast<size_t>(graph.output_size()))
    return false;
  mlir::func::ReturnOp::create(builder_, function_.getLoc(), results);
  return true;
}

// Operands stand before their users: one walk from the end.
void Importer::eraseUnused() {
  mlir::Block& block = function_.getBody().front();
  for (mlir::Operation& op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (llvm::isa_and_nonnull<AicDialect>(op.getDialect()) && op.use_empty())
      op.erase();
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
  importNodes(graph.node(), scope, main_);
  if (!returnOutputs(graph, scope) || errors_ > 0)
    return;
  eraseUnused();
  mlir::Block& block = function_.getBody().front();
  mlir::Operation* terminator = block.getTerminator();
  function_.setFunctionType(
      builder_.getFunctionType(block.getArgumentTypes(), terminator->getOperandTypes()));
  for (auto [i, name] : llvm::enumerate(inputs_))
    function_.setArgAttr(i, "aic.name", builder_.getStringAttr(name));
  for (auto [i, output] : llvm::enumerate(graph.output()))
    function_.setResultAttr(i, "aic.name", builder_.getStringAttr(output.name()));
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

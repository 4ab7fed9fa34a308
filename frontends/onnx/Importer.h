// The walk over a model's graph: names to values, node after node, and everything that can be wrong with it.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/onnx/Functions.h"
#include "frontends/onnx/Onnx.h"
#include "frontends/onnx/Order.h"
#include "frontends/onnx/Tensors.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace onnx {
class GraphProto;
class NodeProto;
class ValueInfoProto;
} // namespace onnx

namespace aic::onnx {

struct Operator;

/// The values of a graph, by name; a subgraph sees those of the graphs around it. A null value is *poison*:
/// what makes it has failed and was reported, and what reads it is silent.
struct Scope {
  const Scope* parent = nullptr;
  llvm::StringMap<mlir::Value> values;

  const mlir::Value* find(llvm::StringRef name) const;
};

/// Which definitions the nodes of a list are read by: the model's, or those of a function that was called.
struct Frame {
  const Frame* caller = nullptr;
  const ::onnx::NodeProto* call = nullptr; ///< the node that called the function; its attributes stand in it
  const Function* function = nullptr;      ///< that was called
  std::map<std::string, int64_t> opsets;   ///< by domain, "" for ONNX's own
  int depth = 0;                           ///< of functions and subgraphs
};

class Importer {
public:
  Importer(mlir::MLIRContext* context, Model& model, const LoadOptions& options, LoadResult& result);

  /// Fills result.module, or reports why not.
  void run();

  // For nodes.
  mlir::MLIRContext* context() { return builder_.getContext(); }
  Tensors& tensors() { return tensors_; }
  mlir::OpBuilder& builder() { return builder_; }
  void error(int code, const std::string& message);
  void warn(const std::string& message);
  /// A location that is shown as "FILE: WHAT".
  mlir::Location place(const std::string& what);
  /// Counts an operator; false where there are too many (reported).
  bool count();
  /// Counts the elements of a constant that is made here; false where there are too many (reported).
  bool countElements(int64_t elements);
  /// The result of an operation that was just made, or the constant that it is where its operands are
  /// constants and it is small.
  mlir::Value folded(mlir::Operation* op);
  /// The value as a constant, computed if need be from what it depends on; null where an input is among
  /// that.
  mlir::ElementsAttr evaluate(mlir::Value value);
  /// The names of the model's inputs that a value is computed from.
  std::vector<std::string> inputsOf(mlir::Value value);
  /// Remembers that these inputs could be bound.
  void wantBound(const std::vector<std::string>& inputs);
  /// An output that the model's file does not have; longer names where one has this one.
  void alsoReturn(std::string name, mlir::Value value) { extra_.emplace_back(std::move(name), value); }
  /// True where some node, some subgraph or the model's outputs read the name.
  bool isRead(llvm::StringRef name) const { return read_.contains(name); }
  /// Imports a subgraph, whose inputs have the values given, into the current place; its outputs, or nothing
  /// where that failed.
  llvm::SmallVector<mlir::Value> importGraph(const ::onnx::GraphProto& graph, const Scope& around,
                                             const Frame& frame, mlir::ValueRange inputs);
  /// The inputs' locations are not the function's only: a node in a function is named after its calls.
  static std::string describe(const ::onnx::NodeProto& node, const Frame& frame);

private:
  static std::string describeCycle(const std::vector<const ::onnx::NodeProto*>& cycle, const Frame& frame);
  static constexpr int64_t kMaxElementsInAll = 1 << 26; // of all constants that are computed

  bool readOpsets();
  bool makeInputs(const ::onnx::GraphProto& graph, Scope& scope);
  bool makeInitializers(const ::onnx::GraphProto& graph, Scope& scope);
  /// `outputs`: the names of what the function returns.
  bool returnOutputs(const ::onnx::GraphProto& graph, const Scope& scope, std::vector<std::string>& outputs);
  /// States.cpp: `outputs` are the function's results, those that become states go; `states` are the names of
  /// these, which are the last arguments and results.
  bool makeStates(std::vector<std::string>& outputs, std::vector<std::string>& states);
  void importNodes(const NodeList& nodes, Scope& scope, const Frame& frame);
  void importNode(const ::onnx::NodeProto& node, Scope& scope, const Frame& frame);
  void call(const Function& function, const ::onnx::NodeProto& node, Scope& scope, const Frame& frame);
  static int64_t opsetOf(const ::onnx::NodeProto& node, const Frame& frame);
  const Operator* operatorOf(const ::onnx::NodeProto& node, const Frame& frame) const;
  /// Lists the nodes that nothing imports, and attributes that nothing reads; false where there are any.
  template <typename Nodes> bool checkSupport(const Nodes& nodes, const Frame& frame, const std::string& in);
  void define(Scope& scope, const std::string& name, mlir::Value value, const std::string& what);
  void collectDeclared(const ::onnx::GraphProto& graph);
  /// Warns where the model declares another type of the value of a name; `what` makes it.
  void checkDeclared(llvm::StringRef name, mlir::Value value, const std::string& what);
  void countDeclared();
  template <typename Nodes> void collectRead(const Nodes& nodes, int depth);
  void collectRead(const ::onnx::GraphProto& graph, int depth);
  mlir::ElementsAttr fold(mlir::Operation* op);
  void eraseUnused();

  Model& model_;
  const LoadOptions& options_;
  LoadResult& result_;
  mlir::OpBuilder builder_;
  Tensors tensors_;
  Frame main_;
  mlir::func::FuncOp function_;
  std::vector<std::string> inputs_;                        // of the function, in order
  std::vector<std::pair<std::string, mlir::Value>> extra_; // outputs that the model's file does not have
  llvm::StringSet<> read_;
  llvm::StringMap<const ::onnx::ValueInfoProto*> declared_; // by the model's own graph
  const Scope* outermost_ = nullptr;                        // whose values those are
  llvm::DenseSet<const ::onnx::NodeProto*> sorted_; // Order::early of the lists of which that was said
  int differences_ = 0;
  Functions functions_;
  int64_t operators_ = 0;
  int64_t elements_ = 0;                // of constants that were computed
  int64_t steps_;                       // that may still be computed
  llvm::DenseSet<mlir::Value> unknown_; // values that evaluate() has given up
  int errors_ = 0;
  bool stopped_ = false;
};

} // namespace aic::onnx

// Semantic analysis: a graph is evaluated as a compile-time program whose tensors are operations of the `aic`
// dialect. After an error a statement's names hold poison, which is silent, and evaluation goes on.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/graph/Graph.h"
#include "frontends/graph/Parameters.h"
#include "frontends/graph/Primitives.h"
#include "frontends/graph/Unit.h"
#include "frontends/graph/Value.h"

#include <optional>
#include <set>

namespace aic::graph {

/// The names of one graph or block call.
struct Scope {
  Unit* unit = nullptr;
  const Item* item = nullptr;
  Scope* parent = nullptr; // the caller; null in a graph
  Span callSpan;           // of the call, in the caller's file
  std::string block;       // the block's name as it was called
  std::string path;        // in front of the parameters' names
  std::map<std::string, Value> names;
  std::map<std::string, size_t> states; // of the names that are states: which of Evaluator's
  std::optional<Value> result;
  int depth = 0; // calls
};

/// The place that the user wrote: calls inside the standard library stand for the call of the layer.
const Scope* userPlace(const Scope* scope, Span& span);

class Evaluator {
public:
  Evaluator(mlir::MLIRContext* context, const LoadOptions& options, Units& units,
            std::vector<Diagnostic>& diagnostics);

  /// Evaluates the graphs that the options ask for. Null after errors.
  mlir::OwningOpRef<mlir::ModuleOp> run(Unit& unit);

  int exitCode() const;
  /// The files of weights that were opened.
  const std::vector<std::string>& weightsPaths() const { return weightsPaths_; }
  /// What the entries have of the weights, in the order of the declarations.
  std::vector<std::pair<std::string, mlir::ElementsAttr>> parameters() const;
  std::shared_ptr<void> keepAlive() const { return parameters_.keepAlive(); }
  const Parameters::Blocks& blocks() const { return parameters_.blocks(); }

  // For primitives.
  void error(const Scope& scope, Span span, const std::string& text, std::optional<Diagnostic> note = {});
  mlir::Location location(const Scope& scope, Span span);
  bool spend(const Scope& scope, Span span, int64_t steps);
  mlir::OpBuilder& builder() { return builder_; }
  mlir::MLIRContext* context() { return context_; }
  /// Runs `body` and hands over the message of the MLIR errors inside it.
  llvm::LogicalResult listen(llvm::function_ref<llvm::LogicalResult()> body, std::string& message);
  /// Counts an operator; false where there are too many (reported).
  bool countOperator(const Scope& scope, Span span);

private:
  enum class Flow { Next, Return };

  /// What an entry has of a state.
  struct Held {
    size_t state = 0;
    mlir::BlockArgument found; // what the run finds
    Value current;             // what it has bound last
    bool bound = false, read = false;
  };
  /// A graph in one size.
  struct Entry {
    const Item* graph = nullptr;
    std::map<std::string, int64_t> dims; // of --dim
    std::string sizes;                   // "N=8": of dimensions that have several
    std::string label;                   // for messages: "step", "resnet50[N=8]"
    std::string symbol;
    mlir::func::FuncOp function;
    bool whole = false;                      // with its results
    std::map<std::string, mlir::Value> tied; // parameters by full name
    std::vector<Held> held;                  // in the order of their declarations
    std::map<size_t, size_t> holds;          // state to its place there
  };
  /// A parameter of any entry, or a state's tensor among the weights: one value for all.
  struct Parameter {
    mlir::RankedTensorType type;
    mlir::ElementsAttr value;
    const Entry* entry = nullptr; // that declared it first
    const Unit* unit = nullptr;   // where
    Span span;
    bool initialised = false; // has an initialiser
    size_t order = 0;         // of its declaration

    Diagnostic note() const { return at(unit->source(), span, Diagnostic::Note, "the first is here"); }
  };
  /// A state of any entry.
  struct State {
    std::string name; // the full one
    mlir::RankedTensorType type;
    mlir::TypedAttr splat; // null: weights
    std::string initial;   // "zeros", for messages
    mlir::ElementsAttr value;
    const Entry* entry = nullptr; // that declared it first
    Diagnostic place, unbound;    // a note, a warning
    mlir::LocationAttr location;
    bool bound = false; // by any entry
  };

  // Entry.cpp
  std::vector<const Item*> chooseGraphs(Unit& unit);
  std::vector<Entry> chooseEntries(const Unit& unit, const std::vector<const Item*>& graphs);
  const Statement* findWeights(const Unit& unit, const std::vector<const Item*>& graphs);
  bool openWeights(Unit& unit, const std::vector<const Item*>& graphs);
  bool bindDimensions(Scope& scope, const Entry& entry);
  bool evaluateEntry(Unit& unit, Entry& entry, bool weights);
  void finishEntry(Entry& entry);
  bool inputType(Scope& scope, const TypeRef& type, mlir::RankedTensorType& result);
  bool returnOutputs(Scope& scope, const Item& graph);
  void lost(const Scope& scope, const Item& graph);
  void fail(const std::string& message, int exitCode);
  Diagnostic diagnose(const Scope& scope, Span span, Diagnostic::Severity severity, const std::string& text);

  // EvalStatement.cpp
  Flow execute(Scope& scope, const Body& body);
  Flow execute(Scope& scope, const Statement& s);
  void assign(Scope& scope, const Statement& s, const Value& value, Span span);
  Flow forLoop(Scope& scope, const Statement& s);
  Flow branch(Scope& scope, const Statement& s);
  void param(Scope& scope, const Statement& s);
  std::optional<std::string> fullName(Scope& scope, const Statement& s, const char* what);
  mlir::TypedAttr initialiser(Scope& scope, const Expr& e, mlir::Type element, bool state = false);
  /// Poisons what the statements would have bound.
  Flow poison(Scope& scope, const Body& body);

  // EvalState.cpp
  std::pair<std::string, std::string> places(const Entry* other) const;
  bool agree(Scope& scope, const Statement& s, const State& state, mlir::RankedTensorType parameter,
             const Entry* other, const Diagnostic& note);
  mlir::ElementsAttr weightsValue(Scope& scope, const Statement& s, const std::string& name,
                                  mlir::RankedTensorType type, mlir::TypedAttr initial);
  std::optional<size_t> declareState(Scope& scope, const Statement& s, State state);
  Held& hold(Entry& entry, size_t state);
  void state(Scope& scope, const Statement& s);
  void bindState(Scope& scope, const Ident& name);
  void finishStates(mlir::ModuleOp module, std::vector<Entry>& entries);

  // EvalGradient.cpp
  std::string fullNameOf(mlir::Value x) const;
  Value callOnGraph(Scope& scope, const Expr& e, const std::vector<Value>& values);
  Value gradients(Scope& scope, const Expr& e, mlir::Value loss, const Value& wrt);
  void assignTo(Scope& scope, const Expr& e, const Value& x, const Value& value);
  size_t stateOf(Scope& scope, const Expr& e, const std::string& parameter);
  Value parametersOf(Scope& scope, const Expr& e, mlir::Value x, const Value& pattern);

  // EvalType.cpp
  /// Matches a tensor's type; binds names that are free where `bind`. False with a problem, "" where it was
  /// reported.
  bool match(Scope& scope, const TypeRef& type, mlir::RankedTensorType found, bool bind,
             std::string& problem);
  /// A parameter's type: every dimension known. Null where reported.
  mlir::RankedTensorType resolve(Scope& scope, const TypeRef& type, const std::string& what);
  mlir::Type element(Scope& scope, const TypeRef& type);
  /// Whether a compile-time argument is of its type; an int becomes a float where that is asked for, but not
  /// in layers of the library.
  bool matchKind(const TypeRef& type, bool isEps, Value& value);
  std::optional<std::string> path(Scope& scope, const Path& path);

  // EvalExpr.cpp
  Value evaluate(Scope& scope, const Expr& e);
  Value evaluateNow(Scope& scope, const Expr& e);
  Value name(Scope& scope, const Expr& e);
  std::optional<Function> function(const Scope& scope, const std::string& name) const;
  Value constant(Unit& unit, const Item& item);
  Value list(Scope& scope, const Expr& e);
  Value unary(Scope& scope, const Expr& e);
  Value binary(Scope& scope, const Expr& e);
  Value logical(Scope& scope, const Expr& e);
  Value ternary(Scope& scope, const Expr& e);
  std::optional<bool> condition(Scope& scope, const Expr& e, const char* what);

  // Arithmetic.cpp
  Value arithmetic(Scope& scope, const Expr& e, const Value& a, const Value& b);
  Value integerArithmetic(Scope& scope, const Expr& e, int64_t a, int64_t b);
  Value floatArithmetic(Scope& scope, const Expr& e, double a, double b);
  Value compare(Scope& scope, const Expr& e, const Value& a, const Value& b);
  std::optional<bool> equal(Scope& scope, Span span, const Value& a, const Value& b);
  Value tensorOperator(Scope& scope, const Expr& e, const char* primitive,
                       std::vector<std::pair<Value, Span>> operands);

  // EvalIndex.cpp
  Value index(Scope& scope, const Expr& e);
  Value listIndex(Scope& scope, const Expr& e, const Value& list);
  Value tensorIndex(Scope& scope, const Expr& e, mlir::Value x);
  std::optional<std::vector<Value>> indexValues(Scope& scope, const Expr& e);
  struct Range {
    int64_t start = 0, count = 0, step = 1;
  };
  std::optional<Range> range(Scope& scope, const Expr& slice, int64_t size);

  // EvalCall.cpp
  /// A call that is a `statement` has no value.
  Value call(Scope& scope, const Expr& e, bool statement = false);
  Value callFunction(Scope& scope, const Expr& e, const Function& function, std::vector<Value> values,
                     bool statement, bool poisoned);
  bool canCallPlain(Scope& scope, const Expr& e, bool isStatement, bool statement);
  Value callBlock(Scope& scope, const Expr& e, Unit& unit, const Item& block, std::vector<Value> values,
                  bool statement);
  bool canCall(Scope& scope, const Expr& e, const Item& block);
  std::optional<std::string> misfit(Scope& callee, const Argument& formal, Value& value);
  bool bindGiven(Scope& callee, const Expr& e, const std::vector<int>& given, std::vector<Value> values);
  bool bindDefaults(Scope& callee, const Expr& e, const std::vector<int>& given);
  Value callPrimitive(Scope& scope, const Expr& e, const Primitive& primitive, std::vector<Value> values);
  Value callBuiltin(Scope& scope, const Expr& e, const std::vector<Value>& values);
  Value callOneOf(Scope& scope, const Expr& e, const std::vector<Value>& values);
  Value callRequire(Scope& scope, const Expr& e, const std::vector<Value>& values);
  Value callNumber(Scope& scope, const Expr& e, const Value& a);
  Value callExtreme(Scope& scope, const Expr& e, const std::vector<Value>& values);
  /// What to write for a call of that name as PyTorch has it; "" where nothing is known.
  std::string spelling(const Scope& scope, const std::string& called) const;
  std::optional<Value> boundTo(Scope& scope, const std::string& name);
  Value notAFunction(Scope& scope, const Expr& e, const Value& value);
  Value unknownFunction(Scope& scope, const Expr& e);
  /// For each formal the index of the call's item that gives it, -1 for none; nullopt where reported.
  std::optional<std::vector<int>> matchArguments(Scope& scope, const Expr& e,
                                                 const std::vector<std::string>& formals,
                                                 const std::vector<bool>& defaults);

  mlir::MLIRContext* context_;
  const LoadOptions& options_;
  Units& units_;
  std::vector<std::string> weightsPaths_;
  std::vector<Diagnostic>& diagnostics_;
  mlir::OpBuilder builder_;
  Parameters parameters_;
  std::map<std::string, Parameter> shared_;  // by full name
  std::vector<State> states_;                // in the order of their declarations
  std::map<std::string, size_t> stateIndex_; // by full name
  Entry* entry_ = nullptr;                   // that is being evaluated
  std::map<std::string, Value> dimensions_;  // of its inputs
  std::set<std::tuple<const Unit*, uint32_t, std::string>> reported_;
  std::set<const Statement*> weightsStatements_; // that were read
  int depth_ = 0;
  int64_t steps_ = 0;
  int64_t operators_ = 0;
  int errors_ = 0;
  std::map<const Item*, Value> constants_; // at the top of files, evaluated
  std::set<const Item*> evaluating_;       // of these: they have no tensors
  bool several_ = false;                   // entries
  int forcedExit_ = 0;
  bool stopped_ = false; // a budget is spent: nothing more is evaluated
};

/// True for functions of compile-time values and of the graph: `min max len … grad parameters`.
bool isBuiltin(const std::string& name);
std::vector<std::string> builtinNames();

constexpr int kMaxCallDepth = 64;
constexpr int kMaxEvaluationDepth = 400;
constexpr int kMaxListDepth = 32;
constexpr size_t kMaxParameterName = 4096;
constexpr int kMaxReported = 50;
constexpr size_t kMaxStates = 4096;

} // namespace aic::graph

// Operations of the dialect as text: a table from operation to what builds its step.
#pragma once

#include "frontends/graph/writer/Constants.h"
#include "frontends/graph/writer/Steps.h"

namespace aic::graph::writer {

class Scopes;

/// Reads a function into steps. The order is the function's; what nothing reads is left out.
class Speller {
public:
  Speller(Constants& constants, Steps& out) : constants_(constants), out_(out) {}

  /// False where the language cannot say an operation; `problem` then names it.
  bool read(mlir::func::FuncOp function, std::string& problem);

  // For the table.

  Constant* constant(mlir::Value value) { return constants_.find(value, nodeScope_); }
  Constants& constants() { return constants_; }
  mlir::Operation* op() { return op_; }
  /// The module that the operation belongs to, for the names of its parameters; never empty.
  std::string scopeName() const;
  void fail(const std::string& why) { problem_ = why; }

  Speller& text(const std::string& text);
  /// A value; `role` names the parameter that it may be.
  Speller& value(mlir::Value value, const char* role = "constant", bool postfix = false);
  /// A literal where the constant is one that broadcasts away, else a value. `other` is not a literal.
  Speller& broadcast(mlir::Value value, mlir::Value other, bool left = false);
  Speller& one(const std::string& before, int64_t number, const char* hint = "size");
  Speller& ints(const std::string& before, llvm::ArrayRef<int64_t> numbers, const char* hint,
                Piece::Form form, std::optional<std::vector<int64_t>> otherwise = std::nullopt);
  Speller& list(const std::string& before, llvm::ArrayRef<int64_t> numbers, const char* hint = "size") {
    return ints(before, numbers, hint, Piece::Form::List);
  }
  /// A size for each axis, or one for all; left out where all are `otherwise`.
  Speller& sizes(const std::string& before, llvm::ArrayRef<int64_t> numbers, const char* hint,
                 std::optional<int64_t> otherwise = std::nullopt);
  /// An int where the constant is one in [low, high], else a value.
  Speller& position(mlir::Value value, int64_t low, int64_t high, const char* role);
  /// ", name=0.5" where the number is not `otherwise`.
  Speller& number(const std::string& before, double number, std::optional<double> otherwise = std::nullopt);
  Speller& flag(const std::string& before, bool value) { return value ? text(before + "true") : *this; }
  Speller& path(const std::string& path);
  /// It is an operator between its operands.
  Speller& asOperator();
  /// Ends the step with these results; those that nothing reads may be null.
  void end(mlir::ValueRange results);
  /// The same for a recurrent layer, whose results but the first have an axis in front that the operation has
  /// not.
  void endStates(mlir::ValueRange results);

  bool used(mlir::Value value) const;
  /// The operation is part of another's step.
  void absorb(mlir::Operation* op) { absorbed_.insert(op); }
  bool isLive(mlir::Operation* op) const { return live_.contains(op); }
  mlir::Type elementOf(mlir::Value value) const;

private:
  int number(mlir::Value value);
  Step start() const;
  void findLive(mlir::func::FuncOp function);
  void findSpread(mlir::func::FuncOp function, const Scopes& scopes);
  void findShared(mlir::func::FuncOp function, const Scopes& scopes);

  Constants& constants_;
  Steps& out_;
  mlir::Operation* op_ = nullptr;
  Step step_;
  llvm::DenseMap<mlir::Value, int> numbers_;
  llvm::DenseSet<mlir::Operation*> live_, absorbed_;
  std::map<Constant*, int> shared_; // their values, -1 before the first use
  std::map<Constant*, std::string> sharedScopes_;
  std::vector<Step> first_;
  std::string problem_, nodeScope_;
  bool scoped_ = false;
};

/// The row of an operation. False where there is none.
bool spellOperation(Speller& speller, mlir::Operation* op);

// The families.
bool spellElementwise(Speller& s, mlir::Operation* op);
bool spellLayer(Speller& s, mlir::Operation* op); // with weights
bool spellQuantised(Speller& s, mlir::Operation* op);
bool spellShape(Speller& s, mlir::Operation* op);
bool spellOther(Speller& s, mlir::Operation* op);

} // namespace aic::graph::writer

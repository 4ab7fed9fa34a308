// What the devices compute that a module is compiled for. A pass that makes one operation of several asks
// them first: a model that they compute as it was written must not be refused as it was fused. (Where an
// operation keeps its kind and types, or has to go because no device has it, there is nothing to ask.)
#pragma once

#include "mlir/IR/Builders.h"
#include "mlir/IR/Operation.h"

#include <string>

namespace aic::transforms {

/// A device, as its code generator describes it.
struct Target {
  llvm::StringLiteral name;                   ///< as `aic compile --target` has it: "cpu"
  std::string (*whyNot)(mlir::Operation* op); ///< why no kernel computes `op`; "" where one does
  int64_t buffers;                            ///< the most that one kernel may read and write
};

/// Makes a device known to the passes by its name. One that is known stays as it is.
void registerTarget(const Target& target);

/// The devices of one compilation; none: all that can be said is computed.
class Targets {
public:
  /// Those of these names. Fails, with an error, where one is not known.
  static mlir::FailureOr<Targets> named(llvm::ArrayRef<std::string> names, mlir::MLIRContext* context);

  /// Why one of the devices does not compute `op`: "attention on f64: the CPU has ..."; "" where all do.
  std::string whyNot(mlir::Operation* op) const;

  /// The most operands and results of one kernel.
  int64_t buffers() const;

private:
  llvm::SmallVector<Target, 2> targets;
};

/// Notes what a builder inserts while this lives, so that it can be taken back where a device refuses it.
class Draft : public mlir::OpBuilder::Listener {
public:
  explicit Draft(mlir::OpBuilder& builder) : builder(builder), outer(builder.getListener()) {
    builder.setListener(this);
  }
  ~Draft() override { builder.setListener(outer); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void notifyOperationInserted(mlir::Operation* op, mlir::OpBuilder::InsertPoint) override {
    made.push_back(op);
  }

  /// Why one of the devices does not compute what was inserted; "" where all do.
  std::string whyNot(const Targets& targets) const;

  /// Erases what was inserted. Nothing else reads it yet.
  void takeBack();

private:
  mlir::OpBuilder& builder;
  mlir::OpBuilder::Listener* outer;
  llvm::SmallVector<mlir::Operation*> made;
};

} // namespace aic::transforms

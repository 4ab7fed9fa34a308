// The oracle of a plan: a program of the `schedule` dialect, one dispatch at a time, each kernel evaluated
// as operations of the `aic` dialect. What the plan's memory loses is lost here too.
#pragma once

#include "compiler/reference/Function.h"
#include "compiler/reference/Uncertainty.h"
#include "dialects/schedule/Schedule.h"

namespace aic::reference {

/// One program and the values of its buffers. For any number of runs, one after another; states are the
/// caller's from run to run.
class Plan {
public:
  /// With a `seed`, whatever a dispatch reads and computes is moved by roundings (Uncertainty.h), in every
  /// run in others.
  explicit Plan(schedule::ProgramOp program, std::optional<uint64_t> seed = {});

  /// How many dispatches there are, and which.
  size_t size() const { return dispatches.size(); }
  schedule::DispatchOp dispatch(size_t i) const { return dispatches[i]; }
  schedule::KernelOp kernel(size_t i) const;

  /// Begins a run. `inputs` and `states` are of the types that callers see: a target may hold i64 and bool
  /// as i32. `states` has every state of the program. Fails, with an error, where one is missing.
  mlir::LogicalResult begin(llvm::ArrayRef<Tensor> inputs, const StateValues& states);

  /// Evaluates dispatch i, which follows dispatch i - 1. Fails, with an error, where that cannot be done, and
  /// where it reads a buffer that nobody has written, or whose place in the arena something else has been
  /// written to.
  mlir::LogicalResult step(size_t i);

  /// What dispatch i has just written as its result number `result`: where that is a part of its buffer, the
  /// part.
  const Tensor& written(size_t i, size_t result) const;

  /// The same of a run elsewhere, of whose buffer these are the bytes.
  Tensor writtenIn(size_t i, size_t result, const void* buffer) const;

  /// Drops what no dispatch behind i reads, so that the memory in use follows what is alive.
  void release(size_t i);

  /// Ends a run: the outputs, in order, and in `states`, which are those of begin(), what the run left.
  /// Fails, with an error, where an output is not written.
  mlir::LogicalResult end(llvm::SmallVectorImpl<Tensor>& outputs, StateValues& states) const;

  /// A whole run.
  mlir::LogicalResult run(llvm::ArrayRef<Tensor> inputs, StateValues& states,
                          llvm::SmallVectorImpl<Tensor>& outputs);

private:
  /// Bytes of the arena.
  struct Place {
    int64_t begin, end;
  };

  mlir::FailureOr<Tensor> valueOf(mlir::Value buffer) const;
  void forgetWhatIsWrittenOver(mlir::Value written, bool inPart);
  void writeInRuns(mlir::Value buffer, const schedule::Runs& runs);

  schedule::ProgramOp program;
  std::optional<RandomRounding> rounding;
  std::vector<schedule::DispatchOp> dispatches;
  llvm::DenseMap<mlir::Value, Place> places;
  llvm::DenseMap<mlir::Value, size_t> lastUse;
  llvm::DenseMap<mlir::Value, Tensor> values;
  Tensor part; // what was written last, where that is not all of a buffer
};

} // namespace aic::reference

// Where the values of a graph's parameters come from: a file of weights, random numbers, or their
// initialisers.
#pragma once

#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Value.h"
#include "frontends/weights/Weights.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace aic::graph {

/// What files call an element type of the dialect.
weights::ElementType fileElement(mlir::Type type);

/// The type of a parameter's bytes: of i4 and u4 i8 and u8, two numbers each along the last axis, the low
/// half first; in files both are u8. Else the type.
mlir::RankedTensorType storedType(mlir::RankedTensorType type);

class Parameters {
public:
  explicit Parameters(mlir::MLIRContext* context) : context_(context) {}

  /// Takes weights from a file, of what no file before it holds. False with a message and the exit code.
  bool openFile(const std::string& path, std::string& problem, int& exitCode);
  /// "random:SEED", with what stands behind the colon: every parameter, and where there are files too those
  /// without an initialiser that none of them holds. False where that is no number.
  bool openRandom(const std::string& seed);

  /// The file's names begin with `prefix`, the model's do not: "module.".
  void strip(std::string prefix) { prefix_ = std::move(prefix); }

  /// Where diagnostics about the weights as a whole stand: the `weights` statement, or nowhere in particular.
  Diagnostic place;

  /// The value of a parameter; of i4 and u4 bytes, two numbers each (storedType). `initialiser` is null or an
  /// element for all. What is missing or misshapen is remembered for finish(), and a stand-in is returned, so
  /// that all are found in one run. Null with `problem` and exitCode() set where it cannot be had.
  mlir::ElementsAttr value(const std::string& name, mlir::RankedTensorType type, mlir::TypedAttr initialiser,
                           std::string& problem);

  /// Of the program, after value() has failed.
  int exitCode() const { return exitCode_; }

  /// Reports what value() remembered, and warns of what the file holds and nobody asked for.
  void finish(std::vector<Diagnostic>& diagnostics);

  /// Those of what value() gave that lie in blocks of few bits: their file, and the name there.
  using Blocks = std::map<std::string, std::pair<std::shared_ptr<weights::WeightFile>, std::string>>;
  const Blocks& blocks() const { return blocks_; }

  /// Keeps the mapped files.
  std::shared_ptr<void> keepAlive() const;

private:
  struct File {
    std::shared_ptr<weights::WeightFile> tensors;
    std::string name;
  };

  /// Where a parameter's tensor lies, under its own name or with the prefix.
  struct Stored {
    const File* file = nullptr;
    std::string name;
    const weights::TensorInfo* info = nullptr; // null: no file has it
  };
  Stored find(const std::string& name) const;

  mlir::ElementsAttr pairs(const std::string& name, mlir::RankedTensorType type, mlir::TypedAttr initialiser,
                           std::string& problem);
  mlir::ElementsAttr fromFile(const Stored& stored, const std::string& name, mlir::RankedTensorType type,
                              std::string& problem);
  mlir::ElementsAttr fromSeed(const std::string& name, mlir::RankedTensorType type, std::string& problem);
  void reportMissing(std::vector<Diagnostic>& diagnostics) const;
  void warnOfUnused(const File& file, std::vector<Diagnostic>& diagnostics) const;
  mlir::ElementsAttr standIn(mlir::RankedTensorType type);
  mlir::ElementsAttr resource(const std::string& name, mlir::RankedTensorType type,
                              mlir::AsmResourceBlob blob);
  /// What stands before all missing names where the file has them; "" where it has not all.
  std::string commonPrefix() const;
  bool allocate(int64_t bytes, mlir::AsmResourceBlob& blob, std::string& problem);

  mlir::MLIRContext* context_;
  std::vector<File> files_; // the first that holds a tensor has it
  std::string prefix_;      // of the names in files
  bool random_ = false;
  uint64_t seed_ = 0;
  int64_t copied_ = 0; // bytes on the heap
  Blocks blocks_;
  int exitCode_ = 1;
  std::set<std::string> used_, wrong_;                       // wrong: missing or misshapen
  std::vector<std::pair<std::string, std::string>> missing_; // name, type
  std::vector<std::string> misshapen_;                       // whole sentences
};

} // namespace aic::graph

// A target: all that the way from a fused module to an artifact asks of a device. Targets.h lists those that
// there are; each is implemented in its own folder.
#pragma once

#include "compiler/artifact/Artifact.h"
#include "compiler/transforms/Targets.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "mlir/Pass/PassManager.h"

#include "llvm/Support/Error.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace aic::codegen {

/// What a target is told of a compilation.
struct TargetOptions {
  std::string cpu = "native"; ///< LLVM's names of CPUs, with commas between: Target.h in cpu/
  bool small = false;         ///< a file that is smaller goes before code that is faster
  /// For tests: 2 or 4: every convolution that can be is computed by Winograd's way, with this tile. 0: where
  /// it pays.
  int64_t forcedWinograd = 0;
};

/// A form in which the code of a target can be looked at.
struct CodeForm {
  llvm::StringLiteral name;   ///< as `aic compile --emit` has it: "llvm"
  llvm::StringLiteral suffix; ///< of a file of it: ".ll"
  bool text;
  llvm::StringLiteral files; ///< of its parts, one file each: ".spv"; "" where it has none
};

/// A target in one compilation. It keeps the code that it made.
class Target {
public:
  virtual ~Target() = default;
  Target() = default;
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  virtual artifact::Target::Kind kind() const = 0;

  /// Buffers in the arena begin at multiples of this many bytes.
  virtual int64_t alignment() const = 0;

  /// Whether a dispatch may begin to read an input at any multiple of the alignment.
  virtual bool readsPartsOfInputs() const { return false; }

  /// Before any pass, where the model still is as it was written: every operation that is known not to be
  /// computed by then, each an error at its place. Failure if there was one.
  virtual mlir::LogicalResult checkAsWritten(mlir::ModuleOp) const { return mlir::success(); }

  /// After the fusion pipeline: passes that make types and operations fit, and an error for each operation
  /// that has no kernel. No later step meets one.
  virtual void addFitPasses(mlir::OpPassManager& pm) const = 0;

  /// After lowering formed kernels: their tiles and workgroups, and the packing of the constants they read.
  virtual void addTilePasses(mlir::OpPassManager& pm) const = 0;

  /// From what fits to a plan: kernels, tiles, offsets.
  void buildSchedulePipeline(mlir::OpPassManager& pm) const;

  /// From the kernels of a plan to what is written as machine code or SPIR-V: what `emit` does, as passes.
  virtual void addCodePasses(mlir::OpPassManager& pm) const = 0;

  /// Makes the code of a plan. What is wrong is in the error, or in the context's diagnostics (`diagnosed`).
  virtual llvm::Error emit(mlir::ModuleOp plan) = 0;

  /// The code in one of the target's forms, after `emit`.
  virtual llvm::Expected<std::string> form(llvm::StringRef name) = 0;

  /// The parts of a form that has files, after `emit`: names without suffix, and bytes.
  virtual std::vector<std::pair<std::string, std::string>> files(llvm::StringRef) const { return {}; }

  /// After `emit`: fills in kind, triple, CPU, features, code, and the variants of each kernel, in the order
  /// of the plan. What it refers to is the target's. An error has its errno where the system refuses what was
  /// asked for.
  virtual llvm::Error describe(artifact::Target& made) = 0;

  /// After `describe`: the code as it was before it was linked, an object for static linkers; "" where there
  /// is none.
  virtual llvm::StringRef object() const { return ""; }
};

/// A kind of target, of which a compilation makes an object.
struct TargetKind {
  transforms::Target passes; ///< its name, and what passes ask
  llvm::StringLiteral code;  ///< what it makes, in words: "shaders"
  llvm::ArrayRef<CodeForm> forms;
  void (*registerDialects)(mlir::DialectRegistry& registry); ///< what its passes and its code need loaded
  void (*registerPasses)();                                  ///< for aic-opt
  /// At least one: where the options name several CPUs, one for each, the best first: of those that can, a
  /// machine runs the first. Fails where an option means nothing to it.
  llvm::Expected<std::vector<std::unique_ptr<Target>>> (*make)(const TargetOptions& options);

  llvm::StringRef name() const { return passes.name; }
};

/// The error of a step whose reasons are in the context's diagnostics.
llvm::Error diagnosed();

/// The text of a module, weights elided.
std::string printed(mlir::ModuleOp module);

/// The message of an error, and whether the system refused what we asked for; "" for `diagnosed`.
std::string takeMessage(llvm::Error error, bool& bySystem);

} // namespace aic::codegen

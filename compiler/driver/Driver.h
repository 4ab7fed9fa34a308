// The whole way of a model: from a file of text to the bytes of an artifact, in stages that can be looked at.
#pragma once

#include "compiler/artifact/Artifact.h"
#include "compiler/library/Library.h"
#include "compiler/transforms/Passes.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Graph.h"
#include "frontends/weights/Element.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace aic::driver {

/// Where to stop, in the order of the way. Aic is what the frontend made; Fused what kernels are formed from;
/// Schedule the plan of each target with tiles and offsets; Code what each target makes of its plan.
enum class Stage { Aic, Fused, Schedule, Code, Artifact };

/// What can be looked at on the way: each stage but Code, and in its place the forms of each target's code.
struct Form {
  std::string name;   ///< "aic" "fused" "schedule" "llvm" "artifact" ...
  Stage stage;        ///< after which it is there
  std::string target; ///< Code: whose it is; else ""
  std::string suffix; ///< of a file of it: ".mlir"
  bool text;          ///< may go to a terminal
  std::string files;  ///< of its parts, one file each: ".spv"; "" where it has none
};

/// All of them, in the order of the way.
const std::vector<Form>& forms();

/// The names of all targets: "cpu" first, which is what is compiled for where nothing is said.
std::vector<std::string> targetNames();

/// True for the name of an ONNX model, which has --shape and --bind, and no --graph and --weights.
bool isOnnx(const std::string& path);

struct Options {
  std::string path;                ///< the model's file: .onnx, or text in the graph language
  std::string text;                ///< of the graph language, instead of the file's; it stands at `path`
  std::string module;              ///< instead of the file: text of a module of the aic dialect (tests)
  std::vector<std::string> graphs; ///< {}: as the file says, else its first; {"all"}: every one
  std::map<std::string, std::vector<int64_t>> dims; ///< --dim NAME=VALUE,VALUE; of an ONNX model one value
  std::string weights;     ///< "": as the file says; else graph::LoadOptions::weights
  std::string stripPrefix; ///< of the names in its files
  std::map<std::string, std::vector<int64_t>> shapes; ///< of an ONNX model's inputs: --shape INPUT=1x3x48x320
  std::map<std::string, std::string>
      binds; ///< --bind INPUT=FILE.npy: an ONNX model's input becomes a constant
  std::vector<std::pair<std::string, std::string>> states; ///< --state INPUT=OUTPUT of an ONNX model
  int64_t capacity = 0;                                    ///< --capacity of those that grow; 0: not given
  std::vector<std::string> externalFolders; ///< where an ONNX model's external data may lie, too
  std::vector<std::string> targets = {
      "cpu"};                       ///< devices that code is made for, by name: at least one, each once
  std::string targetCpu = "native"; ///< LLVM's names of CPUs, with commas between: code for each of them
  std::string precision;            ///< --precision TYPE[;PATTERN=TYPE]...; "": weights stay as they are
  std::string statePrecision;       ///< --state-precision f32|f16|bf16; "": states stay as they are
  int64_t memory = 0;         ///< --memory: bytes that no entry's arena may pass; 0: as many as it takes
  bool small = false;         ///< --optimize size: nothing that makes the file larger to be faster
  int64_t forcedWinograd = 0; ///< for tests (codegen::TargetOptions)
  transforms::FusionOptions fusion;
  bool remarks = false; ///< keep what the passes say, for Compilation::remarks
  std::string after; ///< a pass: what it leaves is kept, for Compilation::emitAfter; passes of code have none
  /// Called after each pass that changed a module, with its name and a diff; not of those that make code.
  std::function<void(const std::string&)> change;
  std::string reproducer; ///< a file to write where a pass or code generation fails by our fault; ""
  /// For tests: the fusion pipeline's last pass.
  std::function<std::unique_ptr<mlir::Pass>()> lastPass;
  /// Changes the model as it was read, before its gradients are made. Returns an exit code; where it is not
  /// kGood, an error was emitted.
  std::function<int(mlir::ModuleOp)> edit;
  /// Called with a few words when a stage begins, for progress on a terminal.
  std::function<void(const std::string&)> progress;
};

/// A tensor that the model has of the weights. The bytes, row-major, live as long as the compilation.
struct Parameter {
  std::string name; ///< the full one
  weights::ElementType type;
  std::vector<int64_t> shape;
  std::vector<char> splat;    ///< one element, which all are; or empty, and
  llvm::ArrayRef<char> bytes; ///< all of them
};

/// What a pass said, and what the operators that it speaks of cost in one run of the model as it was written:
/// a multiply-add counts two; bytes are those of their operands and results. 0 where none is known there.
struct Remark {
  graph::Diagnostic said;
  double flops = 0, bytes = 0;
};

/// What Options::memory did to an entry on a target.
struct MemoryUse {
  std::string entry, target;
  int64_t arenaBytes, arenaBefore; ///< with activations made again, and without
  double flops, flopsBefore;       ///< the same of a run's arithmetic
};

/// The exit codes of the command line.
enum ExitCode {
  kGood = 0,
  kModelWrong = 1,
  kWrongUsage = 2,
  kUnsupported = 3,
  kCannotReadOrWrite = 4,
  kInvalidArtifact = 5,
  kNumbersDiffer = 6,
  kOurFault = 70
};

/// One model on its way. Each call goes as far as it must and keeps what it made. Not for several threads at
/// once.
class Compilation {
public:
  explicit Compilation(Options options);
  ~Compilation();
  Compilation(const Compilation&) = delete;
  Compilation& operator=(const Compilation&) = delete;

  /// Goes up to a stage. Stage::Code makes the code of one target, or of all (""). Returns an exit code; what
  /// there is to say is in diagnostics().
  int reach(Stage stage, const std::string& target = "");

  /// The text or the bytes of a stage that was reached (weights elided in the textual ones). For Schedule:
  /// the plan of each target. For Artifact: the file's bytes. Stage::Code has forms, and nothing of its own.
  std::string emit(Stage stage);
  /// A stage's module as MLIR's bytecode, with its weights: of Aic, Fused, and Schedule for one target. ""
  /// where it cannot be, with a diagnostic.
  std::string emitBytecode(Stage stage);
  /// The module as the last run of Options::after left it, as text or bytecode. "" where that pass has not
  /// run, with a diagnostic that names those which have. reach(Stage::Schedule) first.
  std::string emitAfter(bool asBytecode);
  /// The same of one of forms(); its stage was reached, and its target is one of Options::targets (of several
  /// CPUs it is the best one's). What is wrong is in diagnostics().
  std::string emit(const Form& form);
  /// The parts of a form that has files, as name and bytes, in the order of the plan. The name has the
  /// suffix.
  std::vector<std::pair<std::string, std::string>> files(const Form& form) const;

  /// Writes the artifact: path holds what it held before, or all of it. Returns an exit code.
  /// reach(Stage::Artifact) first.
  int write(const std::string& path);

  /// Writes the model as a C library: libNAME.a, NAME.h, NAME.hpp. Its comments are the model's. An empty
  /// name becomes the graph's where there is one entry, and the file's where there are several or it is an
  /// ONNX model's. `written` gets the paths of the files. Returns an exit code. reach(Stage::Artifact) first.
  int writeLibrary(library::Options options, std::vector<std::string>& written);

  /// Errors and warnings so far, in order.
  const std::vector<graph::Diagnostic>& diagnostics() const;
  /// The files that the model was read from: its text, imports and weights.
  const std::vector<std::string>& files() const;
  /// What the model has of the weights, in the order of the declarations, as it was read; none of an ONNX
  /// model. Set from Stage::Aic on.
  std::vector<Parameter> parameters() const;
  /// What the passes said, at the user's lines, with Options::remarks; each message starts with the pass,
  /// "fused: " or "not fused: ".
  std::vector<Remark> remarks() const;

  /// What Options::memory did; none where it is 0. Set from Stage::Schedule on, also where it failed.
  const std::vector<MemoryUse>& memoryUse() const;

  mlir::ModuleOp original() const; ///< as the frontend made it; set from Stage::Aic on
  /// The plan of target number `target` of the content: they are in the order of Options::targets, of several
  /// CPUs the best first. Set from Stage::Schedule on.
  mlir::ModuleOp schedule(size_t target) const;
  const artifact::Content& content() const; ///< set from Stage::Artifact on

private:
  struct State;
  std::unique_ptr<State> state;
};

/// A location as the user knows it: file, line, column, the source line for the caret, and the chain of block
/// calls. In a file without lines (.onnx) the message begins with the name of the place.
graph::Diagnostic diagnosticAt(mlir::Location location, graph::Diagnostic::Severity severity,
                               std::string message);

/// "file:line:column" of a location, "model.onnx: node 'conv1'" where there are no lines, or "".
std::string placeOf(mlir::Location location);

} // namespace aic::driver

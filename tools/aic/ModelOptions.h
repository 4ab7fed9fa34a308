// The options that say which model is meant: shared by the commands that take a FILE.graph or FILE.onnx.
#pragma once

#include "compiler/driver/Driver.h"
#include "tools/aic/Model.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace aic::tool {

struct ModelOptions {
  std::string file;
  std::string text; // of a .graph, in place of the file's
  std::string weights, stripPrefix, targetCpu;
  std::string graph;               // NAME,NAME or all
  std::vector<std::string> dims;   // NAME=VALUE,VALUE
  std::vector<std::string> shapes; // INPUT=1x3x48x320
  std::vector<std::string> binds;  // INPUT=FILE.npy
  std::vector<std::string> states; // INPUT=OUTPUT
  int64_t capacity = 0;
  std::vector<std::string> externalFolders;
  std::vector<std::string> targets = {"cpu"};
  std::string precision;                   // TYPE[;PATTERN=TYPE]..., of weights
  std::string statePrecision;              // of caches
  int64_t memory = 0;                      // bytes of an entry's arena; 0: as many as it takes
  bool small = false;                      // a smaller file before faster code
  std::string remarks;                     // "": nobody asks what the passes say; summary; all
  std::string after;                       // a pass whose module is kept
  std::string reproducer;                  // where a pass's failure is written to
  bool printChanges = false;               // each pass's diff on stderr
  std::function<int(mlir::ModuleOp)> edit; // driver::Options::edit
  std::function<void(graph::Diagnostic&)>
      place; // of `text`: moves what is said of it to where the user has it
};

/// True for what is compiled first, by its name: FILE.graph, FILE.onnx.
bool isModelSource(const std::string& file);

/// What the options say of a model's inputs.
struct InputOptions {
  std::map<std::string, std::vector<int64_t>> dims; // each at least one value, of an ONNX model one
  std::map<std::string, std::vector<int64_t>> shapes;
  std::map<std::string, std::string> binds;
  std::vector<std::pair<std::string, std::string>> states; // input and output; both with one `*`, or none
  int64_t capacity = 0;                                    // 0: not given
  std::vector<std::string> externalFolders;
};

/// --dim, --shape, --bind, --state, --capacity, --allow-external-data.
void addInputOptions(CLI::App& command, ModelOptions& options);

/// Reads those. Returns 0, or prints what is wrong and returns the exit code.
int parseInputs(const std::string& command, const ModelOptions& options, InputOptions& inputs);

/// --precision, --state-precision.
void addPrecisionOptions(CLI::App& command, ModelOptions& options);

/// --memory.
void addMemoryOption(CLI::App& command, ModelOptions& options);

/// --weights, --graph, --target-cpu and those of the inputs; not the targets.
void addModelOptions(CLI::App& command, ModelOptions& options);

/// Compiles up to a stage (Stage::Code: of one target, or of all), with progress on a terminal, and prints
/// what there is to say to stderr. Returns an exit code; `compilation` is set where the options were sound.
int compileTo(const std::string& command, const ModelOptions& options, driver::Stage stage,
              std::unique_ptr<driver::Compilation>& compilation, const std::string& target = "");

/// What --memory costs, on stderr: a line for each entry on each target.
void printMemoryUse(const driver::Compilation& compilation);

/// The same as "memory" of `json`, where --memory was given: [{"entry", "target", "bytes", "bytes_without",
/// "flops", "flops_without"}, ...].
void addMemoryUse(const driver::Compilation& compilation, nlohmann::ordered_json& json);

/// Compiles a model's source in memory for a target, with what there is to say on stderr, and opens it.
/// `bytes` are the artifact, which must stay while the model is open. Returns an exit code.
int openSource(const std::string& command, ModelOptions options, const std::string& target,
               std::unique_ptr<driver::Compilation>& compilation, std::string& bytes, ModelHandle& model);

/// That nothing is said of a compiled model, FILE.aic, that only a source takes. Returns as parseInputs does.
int checkCompiled(const std::string& command, const ModelOptions& options);

/// Prints the diagnostics that came after the first `shown` ones, and counts them as shown. `place` may be
/// empty.
void printDiagnostics(const driver::Compilation& compilation, size_t& shown,
                      const std::function<void(graph::Diagnostic&)>& place = nullptr);

} // namespace aic::tool

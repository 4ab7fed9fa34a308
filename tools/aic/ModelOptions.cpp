#include "tools/aic/ModelOptions.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/aic/Failure.h"
#include "tools/aic/NumberOption.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace aic::tool {

static_assert(static_cast<int>(Good) == driver::kGood &&
              static_cast<int>(ModelWrong) == driver::kModelWrong &&
              static_cast<int>(WrongUsage) == driver::kWrongUsage &&
              static_cast<int>(Unsupported) == driver::kUnsupported &&
              static_cast<int>(CannotReadOrWrite) == driver::kCannotReadOrWrite &&
              static_cast<int>(InvalidArtifact) == driver::kInvalidArtifact &&
              static_cast<int>(NumbersDiffer) == driver::kNumbersDiffer &&
              static_cast<int>(OurFault) == driver::kOurFault);

void addInputOptions(CLI::App& command, ModelOptions& options) {
  command
      .add_option("--dim", options.dims,
                  "Set a named dimension of the model's inputs; several values make each graph that has it "
                  "once for each (.graph); may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE[,VALUE]");
  command
      .add_option("--shape", options.shapes,
                  "Set the whole shape of an input whose dimensions have no names; may be repeated (.onnx)")
      ->allow_extra_args(false)
      ->type_name("INPUT=1x3x48x320");
  command
      .add_option("--bind", options.binds,
                  "Make an input a constant: a shape, axes, sizes that the model computes with; may be "
                  "repeated (.onnx)")
      ->allow_extra_args(false)
      ->type_name("INPUT=FILE.npy");
  command
      .add_option("--state", options.states,
                  "Keep what an output was for the next run's input; * in both stands for a number: all such "
                  "pairs; may be repeated (.onnx)")
      ->allow_extra_args(false)
      ->type_name("INPUT=OUTPUT");
  command
      .add_option(
          "--capacity", options.capacity,
          "Keep states that grow with each run, as Concat(past, new), in buffers of so many elements; "
          "the input 'position' says where a run begins, and a mask that the model takes, of N elements, "
          "which are "
          "there (.onnx)")
      ->type_name("N")
      ->check(CLI::Range(int64_t(2), int64_t(1) << 40));
  command
      .add_option("--allow-external-data", options.externalFolders,
                  "Where weights that a model keeps beside it may lie, other than in its own folder; may be "
                  "repeated (.onnx)")
      ->allow_extra_args(false)
      ->type_name("FOLDER");
}

void addModelOptions(CLI::App& command, ModelOptions& options) {
  command
      .add_option(
          "--weights", options.weights,
          "A .safetensors, .npz or .gguf file, or random:SEED; of several with commas between the first that "
          "holds a tensor gives it; default: the file that the graph names (.graph)")
      ->type_name("FILE|random:SEED,...");
  command
      .add_option("--strip-prefix", options.stripPrefix,
                  "What the names in the file of weights begin with and the model's do not, as module. "
                  "(.graph)")
      ->type_name("PREFIX");
  addInputOptions(command, options);
  command
      .add_option("--graph", options.graph,
                  "The graphs to take, or all; default: the file's entries, else its first graph (.graph)")
      ->type_name("NAME[,NAME]|all");
  command
      .add_option("--target-cpu", options.targetCpu,
                  "The CPUs to make code for, of which a machine takes the best that it can run: native "
                  "(default), x86-64-v3, x86-64-v4, znver4, ..., generic-aarch64, neoverse-n1, ...")
      ->type_name("CPU[,CPU]");
}

void addMemoryOption(CLI::App& command, ModelOptions& options) {
  command
      .add_option(
          "--memory", options.memory,
          "Keep what a run holds between its operators (the arena) within so many bytes, as 512K, 64M or 2G: "
          "activations are computed again where a gradient reads them, to the same bits, the cheapest "
          "first; what that costs is said")
      ->transform(sizeInBytes())
      ->type_name("BYTES");
}

void addPrecisionOptions(CLI::App& command, ModelOptions& options) {
  command
      .add_option(
          "--precision", options.precision,
          "How the weights of linear, matmul and embedding are stored: f32, f16, bf16 (which many rows "
          "meet in products of bf16 where the CPU has them), int8 (with a scale for each output), int4 "
          "(with one for each 32 inputs); ;PATTERN=TYPE for those whose name, or a dotted prefix of it, "
          "matches a glob; the last that matches counts")
      ->type_name("TYPE[;PATTERN=TYPE]...");
  command
      .add_option("--state-precision", options.statePrecision,
                  "How states are stored that are written by updates alone, as keys and values of a language "
                  "model are: f32, f16 or bf16 in half of the bytes, or int8 with a scale for each row (a "
                  "state NAME.scale); ;PATTERN=TYPE as of --precision; on the CPU")
      ->type_name("TYPE[;PATTERN=TYPE]...");
}

namespace {

int parseDims(const std::string& command, const std::vector<std::string>& arguments, bool onnx,
              std::map<std::string, std::vector<int64_t>>& dims) {
  for (const std::string& argument : arguments) {
    const std::string wrong = "--dim " + argument;
    size_t equals = argument.find('=');
    if (equals == std::string::npos || equals == 0)
      return failUsage(command, absl::StrCat(wrong, ": expected NAME=VALUE with a whole number"));
    std::vector<int64_t> values;
    for (absl::string_view text : absl::StrSplit(argument.substr(equals + 1), ',')) {
      int64_t value;
      if (!absl::SimpleAtoi(text, &value))
        return failUsage(command, absl::StrCat(wrong, ": expected NAME=VALUE with a whole number"));
      if (value < 0)
        return failUsage(command, absl::StrCat(wrong, ": a dimension is not negative"));
      if (absl::c_linear_search(values, value))
        return failUsage(command, absl::StrCat(wrong, ": the value ", value, " is given twice"));
      values.push_back(value);
    }
    if (onnx && values.size() > 1)
      return failUsage(command, absl::StrCat(wrong, ": an ONNX model takes one value a dimension; a graph is "
                                                    "made for several"));
    if (!dims.emplace(argument.substr(0, equals), values).second)
      return failUsage(
          command, absl::StrCat("--dim ", argument, ": '", argument.substr(0, equals), "' is given twice"));
  }
  return Good;
}

int parseShapes(const std::string& command, const std::vector<std::string>& arguments,
                std::map<std::string, std::vector<int64_t>>& shapes) {
  for (const std::string& argument : arguments) {
    const std::string wrong = "--shape " + argument;
    size_t equals = argument.find('=');
    std::vector<int64_t> shape;
    bool good = equals != std::string::npos && equals != 0;
    if (good && equals + 1 < argument.size()) // nothing behind the '=': a scalar
      for (absl::string_view size : absl::StrSplit(argument.substr(equals + 1), 'x')) {
        int64_t value = 0;
        good &= absl::SimpleAtoi(size, &value) && value >= 0;
        shape.push_back(value);
      }
    if (!good)
      return failUsage(command, absl::StrCat(wrong, ": expected INPUT=1x3x48x320 with sizes of at least 0"));
    if (!shapes.emplace(argument.substr(0, equals), shape).second)
      return failUsage(command, absl::StrCat(wrong, ": '", argument.substr(0, equals), "' is given twice"));
  }
  return Good;
}

int parseBinds(const std::string& command, const std::vector<std::string>& arguments,
               std::map<std::string, std::string>& binds) {
  for (const std::string& argument : arguments) {
    size_t equals = argument.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == argument.size())
      return failUsage(command, absl::StrCat("--bind ", argument, ": expected INPUT=FILE.npy"));
    if (!binds.emplace(argument.substr(0, equals), argument.substr(equals + 1)).second)
      return failUsage(
          command, absl::StrCat("--bind ", argument, ": '", argument.substr(0, equals), "' is given twice"));
  }
  return Good;
}

int parseStates(const std::string& command, const std::vector<std::string>& arguments,
                std::vector<std::pair<std::string, std::string>>& states) {
  for (const std::string& argument : arguments) {
    std::vector<std::string> sides = absl::StrSplit(argument, '=');
    auto stars = [](const std::string& name) { return absl::c_count(name, '*'); };
    if (sides.size() != 2 || sides[0].empty() || sides[1].empty() || stars(sides[0]) > 1 ||
        stars(sides[0]) != stars(sides[1]))
      return failUsage(command,
                       absl::StrCat("--state ", argument,
                                    ": expected INPUT=OUTPUT, or both with one * for a number, as in "
                                    "past_*=present_*"));
    states.emplace_back(sides[0], sides[1]);
  }
  return Good;
}

/// Options that the kind of the model does not have.
int checkKind(const std::string& command, const ModelOptions& options) {
  const bool onnx = driver::isOnnx(options.file);
  if (onnx && (!options.graph.empty() || !options.weights.empty() || !options.stripPrefix.empty()))
    return failUsage(command, absl::StrCat(options.file,
                                           ": --graph, --weights and --strip-prefix are for FILE.graph; an "
                                           "ONNX model is one graph with its weights"));
  if (!onnx && (!options.shapes.empty() || !options.binds.empty()))
    return failUsage(command, absl::StrCat(options.file, ": --shape and --bind are for FILE.onnx; the "
                                                         "inputs of a graph have names for what is set"));
  if (!onnx && !options.externalFolders.empty())
    return failUsage(command, absl::StrCat(options.file, ": --allow-external-data is for FILE.onnx"));
  if (!onnx && (!options.states.empty() || options.capacity > 0))
    return failUsage(command,
                     absl::StrCat(options.file, ": --state and --capacity are for FILE.onnx; a graph "
                                                "declares its states itself"));
  return Good;
}

} // namespace

int parseInputs(const std::string& command, const ModelOptions& options, InputOptions& inputs) {
  if (int code = parseDims(command, options.dims, driver::isOnnx(options.file), inputs.dims))
    return code;
  if (int code = parseShapes(command, options.shapes, inputs.shapes))
    return code;
  if (int code = parseBinds(command, options.binds, inputs.binds))
    return code;
  if (int code = parseStates(command, options.states, inputs.states))
    return code;
  inputs.capacity = options.capacity;
  inputs.externalFolders = options.externalFolders;
  if (inputs.capacity > 0 && inputs.states.empty())
    return failUsage(command, "--capacity is for states: --state INPUT=OUTPUT says which they are");
  return Good;
}

bool isModelSource(const std::string& file) {
  return absl::EndsWith(file, ".graph") || driver::isOnnx(file);
}

int compileTo(const std::string& command, const ModelOptions& options, driver::Stage stage,
              std::unique_ptr<driver::Compilation>& compilation, const std::string& target) {
  driver::Options request;
  request.path = options.file;
  if (!options.graph.empty())
    request.graphs = absl::StrSplit(options.graph, ',');
  request.text = options.text;
  request.weights = options.weights;
  request.stripPrefix = options.stripPrefix;
  request.targets = options.targets;
  request.small = options.small;
  request.precision = options.precision;
  request.statePrecision = options.statePrecision;
  request.memory = options.memory;
  request.remarks = !options.remarks.empty();
  request.after = options.after;
  request.reproducer = options.reproducer;
  if (options.printChanges)
    request.change = [](const std::string& change) { std::fputs(change.c_str(), stderr); };
  request.edit = options.edit;
  if (!options.targetCpu.empty())
    request.targetCpu = options.targetCpu;
  if (int code = checkKind(command, options))
    return code;
  InputOptions inputs;
  if (int code = parseInputs(command, options, inputs))
    return code;
  request.dims = std::move(inputs.dims);
  request.shapes = std::move(inputs.shapes);
  request.binds = std::move(inputs.binds);
  request.states = std::move(inputs.states);
  request.capacity = inputs.capacity;
  request.externalFolders = std::move(inputs.externalFolders);
  auto progress = std::make_shared<Progress>("compiling " + options.file); // shared: the compilation lives on
  request.progress = [progress, file = options.file](const std::string& stage) {
    progress->say(file + ": " + stage);
  };
  compilation = std::make_unique<driver::Compilation>(std::move(request));
  int code = compilation->reach(stage, target);
  progress->stop();
  size_t shown = 0;
  printDiagnostics(*compilation, shown, options.place);
  return code;
}

void printMemoryUse(const driver::Compilation& compilation) {
  for (const driver::MemoryUse& use : compilation.memoryUse())
    std::fprintf(
        stderr, "%s on %s: %s bytes of memory, without --memory %s; %.1f %% of the arithmetic is repeated\n",
        use.entry.c_str(), use.target.c_str(), withCommas(static_cast<uint64_t>(use.arenaBytes)).c_str(),
        withCommas(static_cast<uint64_t>(use.arenaBefore)).c_str(),
        use.flopsBefore > 0 ? 100 * (use.flops / use.flopsBefore - 1) : 0.0);
}

void addMemoryUse(const driver::Compilation& compilation, nlohmann::ordered_json& json) {
  for (const driver::MemoryUse& use : compilation.memoryUse())
    json["memory"].push_back({{"entry", use.entry},
                              {"target", use.target},
                              {"bytes", use.arenaBytes},
                              {"bytes_without", use.arenaBefore},
                              {"flops", use.flops},
                              {"flops_without", use.flopsBefore}});
}

int openSource(const std::string& command, ModelOptions options, const std::string& target,
               std::unique_ptr<driver::Compilation>& compilation, std::string& bytes, ModelHandle& model) {
  options.targets = {target};
  if (int code = compileTo(command, options, driver::Stage::Artifact, compilation))
    return code;
  size_t shown = compilation->diagnostics().size();
  bytes = compilation->emit(driver::Stage::Artifact);
  printDiagnostics(*compilation, shown, options.place);
  if (bytes.empty())
    return OurFault;
  aic_model* opened = nullptr;
  if (aic_status status = aic_model_open_memory(bytes.data(), bytes.size(), 0, &opened))
    return failRuntime(status);
  model.reset(opened);
  return Good;
}

int checkCompiled(const std::string& command, const ModelOptions& options) {
  if (!options.weights.empty() || !options.dims.empty() || !options.graph.empty() ||
      !options.targetCpu.empty() || !options.shapes.empty() || !options.binds.empty() ||
      !options.states.empty() || options.capacity != 0 || !options.precision.empty() ||
      !options.statePrecision.empty())
    return failUsage(
        command,
        absl::StrCat(options.file,
                     ": --weights, --dim, --graph, --shape, --bind, --state, --capacity, --precision, "
                     "--state-precision and --target-cpu are for FILE.graph and FILE.onnx; a compiled model "
                     "has them inside"));
  return Good;
}

void printDiagnostics(const driver::Compilation& compilation, size_t& shown,
                      const std::function<void(graph::Diagnostic&)>& place) {
  const std::vector<graph::Diagnostic>& all = compilation.diagnostics();
  std::fflush(stdout);
  for (; shown < all.size(); ++shown) {
    graph::Diagnostic diagnostic = all[shown];
    if (place)
      place(diagnostic);
    std::fputs(graph::render(diagnostic).c_str(), stderr);
  }
}

} // namespace aic::tool

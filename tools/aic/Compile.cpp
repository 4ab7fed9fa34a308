// aic compile FILE.graph|FILE.onnx: from a model's text and its weights to one file, or to any stage on the
// way.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Print.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::tool {

namespace {

struct Options {
  ModelOptions model;
  std::string output, emit = "artifact", target = "cpu";
  bool remarks = false;
};

using driver::TargetKind;

/// What a stage's file is called, whether it is text that may go to stdout, and whose stage it is, if it is
/// one target's.
struct StageFile {
  driver::Stage stage;
  const char* suffix;
  bool text;
  std::optional<TargetKind> only;
};
constexpr StageFile kStages[] = {
    {driver::Stage::Aic, ".mlir", true, {}},
    {driver::Stage::Fused, ".mlir", true, {}},
    {driver::Stage::Schedule, ".mlir", true, {}},
    {driver::Stage::Spirv, ".mlir", true, TargetKind::Vulkan},
    {driver::Stage::LLVM, ".ll", true, TargetKind::Cpu},
    {driver::Stage::Assembly, ".s", true, TargetKind::Cpu},
    {driver::Stage::Object, ".o", false, TargetKind::Cpu},
    {driver::Stage::Artifact, ".aic", false, {}},
};

/// "cpu", "vulkan", or both with a comma between.
int parseTargets(const std::string& text, std::vector<TargetKind>& targets) {
  targets.clear();
  for (absl::string_view name : absl::StrSplit(text, ',')) {
    if (name != "cpu" && name != "vulkan")
      return failUsage("compile", absl::StrCat("--target ", text,
                                               ": the targets are cpu and vulkan, or both: cpu,vulkan"));
    TargetKind kind = name == "cpu" ? TargetKind::Cpu : TargetKind::Vulkan;
    if (std::find(targets.begin(), targets.end(), kind) != targets.end())
      return failUsage("compile", absl::StrCat("--target ", text, ": '", name, "' is given twice"));
    targets.push_back(kind);
  }
  return Good;
}

/// "examples/cnn.graph" -> "cnn.aic", in the current folder.
std::string defaultOutput(const std::string& model, const char* suffix) {
  std::string name = model.substr(model.rfind('/') + 1);
  size_t dot = name.rfind('.');
  return name.substr(0, dot == 0 ? std::string::npos : dot) + suffix;
}

/// Says before the work that its result could not be kept: an output over an input, or a folder that is not
/// there.
int checkOutput(const Options& options, const std::string& output) {
  for (const std::string& input : {options.model.file, options.model.weights})
    if (sameFile(output, input))
      return failUsage("compile", absl::StrCat("-o ", output, ": this would overwrite what is compiled"));
  size_t slash = output.rfind('/');
  std::string folder = slash == std::string::npos ? "." : output.substr(0, slash + 1);
  if (access(folder.c_str(), W_OK) != 0)
    return fail(weights::FileError(output, "write", errno));
  return Good;
}

int writeText(const std::string& path, const std::string& text) {
  if (path == "-") {
    std::fwrite(text.data(), 1, text.size(), stdout);
    return Good;
  }
  absl::Status status =
      weights::WriteFile(path, {weights::Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size())});
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

bool isFolder(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

/// Each module as FOLDER/KERNEL.VARIANT.spv, for spirv-val, spirv-dis and the vendors' analysers.
int writeShaders(const std::string& folder, const driver::Compilation& compilation) {
  for (const auto& [name, words] : compilation.shaders()) {
    weights::Bytes bytes(reinterpret_cast<const uint8_t*>(words.data()), words.size() * sizeof(uint32_t));
    if (absl::Status status = weights::WriteFile(absl::StrCat(folder, "/", name, ".spv"), {bytes});
        !status.ok())
      return fail(status);
  }
  return Good;
}

int compile(const Options& options) {
  std::optional<driver::Stage> stage = driver::stageNamed(options.emit);
  const StageFile* file = nullptr;
  for (const StageFile& row : kStages)
    if (stage && row.stage == *stage)
      file = &row;
  if (!file)
    return failUsage(
        "compile", absl::StrCat("--emit ", options.emit,
                                ": the stages are aic, fused, schedule, spirv, llvm, asm, object, artifact"));
  ModelOptions model = options.model;
  if (int code = parseTargets(options.target, model.targets))
    return code;
  if (file->only && std::find(model.targets.begin(), model.targets.end(), *file->only) == model.targets.end())
    return failUsage("compile", absl::StrCat("--emit ", options.emit, " is a stage of --target ",
                                             *file->only == TargetKind::Cpu ? "cpu" : "vulkan"));
  if (!model.targetCpu.empty() && model.targets == std::vector{TargetKind::Vulkan})
    return failUsage("compile", "--target-cpu goes with --target cpu");
  std::string output = !options.output.empty() ? options.output
                       : file->text            ? "-"
                                               : defaultOutput(options.model.file, file->suffix);
  if (output != "-")
    if (int code = checkOutput(options, output))
      return code;

  auto begin = std::chrono::steady_clock::now();
  std::unique_ptr<driver::Compilation> compilation;
  int code = compileTo("compile", model, *stage, compilation);
  if (!compilation)
    return code;
  if (options.remarks)
    std::fputs(graph::render(compilation->remarks()).c_str(), stderr);
  if (code)
    return code;
  for (const std::string& input :
       compilation->files()) // imports and the graph's own weights are known only now
    if (output != "-" && sameFile(output, input))
      return failUsage("compile", absl::StrCat("-o ", output, ": this would overwrite what is compiled"));
  size_t shown = compilation->diagnostics().size();
  if (*stage == driver::Stage::Artifact && output != "-") {
    code = compilation->write(output);
  } else if (*stage == driver::Stage::Spirv && isFolder(output)) {
    code = writeShaders(output, *compilation);
  } else {
    std::string text = compilation->emit(*stage);
    if (graph::hasErrors({compilation->diagnostics().begin() + static_cast<ptrdiff_t>(shown),
                          compilation->diagnostics().end()}))
      code = OurFault;
    else
      code = writeText(output, text);
  }
  printDiagnostics(*compilation, shown);
  struct stat info;
  if (code == Good && output != "-" && !isFolder(output) && isatty(STDERR_FILENO) &&
      stat(output.c_str(), &info) == 0)
    std::fprintf(stderr, "%s: %s bytes, %.1f s\n", output.c_str(),
                 withCommas(static_cast<uint64_t>(info.st_size)).c_str(),
                 std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  return code;
}

} // namespace

Command addCompile(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("compile", "Compile a model and its weights into one file");
  command->add_option("file", options->model.file, "The model: FILE.graph, FILE.onnx")->required();
  command
      ->add_option("-o,--output", options->output,
                   "The file to write, - for standard output; default: the model's name with .aic, in this "
                   "folder. With "
                   "--emit spirv also a folder: a .spv for each shader")
      ->type_name("FILE");
  addModelOptions(*command, options->model);
  command
      ->add_option("--target", options->target,
                   "The devices to make code for: cpu (default), vulkan, or cpu,vulkan for both in one file")
      ->type_name("TARGETS");
  command
      ->add_option(
          "--emit", options->emit,
          "Stop after a stage and print or write that: aic, fused, schedule, spirv (Vulkan), llvm, asm, "
          "object (CPU), artifact")
      ->type_name("STAGE");
  command->add_flag("--remarks", options->remarks,
                    "Say at each operator what the passes did with it, what they did not, and why");
  command->footer(
      "Examples:\n"
      "  aic compile resnet.graph --graph resnet18 --weights resnet18.safetensors -o resnet18.aic\n"
      "  aic compile resnet.graph --target cpu,vulkan --weights resnet18.safetensors -o resnet18.aic\n"
      "  aic compile resnet.graph --dim N=8 --weights random:0 --emit fused\n"
      "  aic compile model.onnx --dim batch=1 --shape image=1x3x224x224 -o model.aic\n\n"
      "`aic operators` lists the operators of ONNX that are supported.");
  return {command, [options] { return compile(*options); }};
}

} // namespace aic::tool

// aic compile FILE.graph|FILE.onnx: from a model's text and its weights to one file, or to any stage on the
// way.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Print.h"
#include "tools/aic/Remarks.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::tool {

namespace {

/// What is made of an artifact's content, in place of an artifact.
constexpr char kLibrary[] = "c-library";

struct Options {
  ModelOptions model;
  std::string output, emit = "artifact", target = "cpu", optimize = "speed", name;
  bool json = false, withRuntime = false;
};

/// What the passes said, where --remarks asks for it.
void printRemarks(const ModelOptions& model, const driver::Compilation& compilation) {
  if (model.remarks.empty())
    return;
  std::vector<driver::Remark> all = compilation.remarks();
  std::vector<graph::Diagnostic> said;
  for (const driver::Remark& remark : all)
    said.push_back(remark.said);
  std::fputs((model.remarks == "all" ? graph::render(said) : summarize(all)).c_str(), stderr);
}

/// The names of targets, with commas between.
int parseTargets(const std::string& text, std::vector<std::string>& targets) {
  const std::vector<std::string> known = driver::targetNames();
  targets.clear();
  for (absl::string_view name : absl::StrSplit(text, ',')) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return failUsage("compile",
                       absl::StrCat("--target ", text, ": the targets are ", absl::StrJoin(known, " and "),
                                    ", or both: ", absl::StrJoin(known, ",")));
    if (std::find(targets.begin(), targets.end(), name) != targets.end())
      return failUsage("compile", absl::StrCat("--target ", text, ": '", name, "' is given twice"));
    targets.emplace_back(name);
  }
  return Good;
}

/// "examples/cnn.graph" -> "cnn.aic", in the current folder.
std::string defaultOutput(const std::string& model, const std::string& suffix) {
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

/// Each part as FOLDER/NAME: shaders as KERNEL.VARIANT.spv, for spirv-val, spirv-dis and the vendors'
/// analysers.
int writeFiles(const std::string& folder, const driver::Form& form, const driver::Compilation& compilation) {
  for (const auto& [name, data] : compilation.files(form)) {
    weights::Bytes bytes(reinterpret_cast<const uint8_t*>(data.data()), data.size());
    if (absl::Status status = weights::WriteFile(absl::StrCat(folder, "/", name), {bytes}); !status.ok())
      return fail(status);
  }
  return Good;
}

using Json = nlohmann::ordered_json;

/// Its name, and its sizes in brackets: "resnet50[N=8]".
std::string nameOf(const artifact::Entry& entry) {
  std::string name = entry.name;
  for (size_t d = 0; d < entry.dims.size(); ++d)
    absl::StrAppend(&name, d ? "," : "[", entry.dims[d].first, "=", entry.dims[d].second,
                    d + 1 == entry.dims.size() ? "]" : "");
  return name;
}

Json tensorsJson(const std::vector<artifact::Tensor>& tensors) {
  Json list = Json::array();
  for (const artifact::Tensor& tensor : tensors)
    list.push_back(
        {{"name", tensor.name}, {"type", weights::ElementName(tensor.type)}, {"shape", tensor.shape}});
  return list;
}

/// What was made of a model and is in the file `path` now.
Json madeJson(const std::string& path, uint64_t bytes, double seconds, const artifact::Content& content,
              const std::vector<std::string>& targets) {
  Json json = {{"file", path},
               {"bytes", bytes},
               {"seconds", seconds},
               {"targets", targets},
               {"weight_bytes", content.weightsBytes}};
  json["entries"] = Json::array();
  for (const artifact::Entry& entry : content.entries) {
    Json dims = Json::object();
    for (const auto& [name, value] : entry.dims)
      dims[name] = value;
    json["entries"].push_back({{"name", entry.name},
                               {"dims", dims},
                               {"inputs", tensorsJson(entry.inputs)},
                               {"outputs", tensorsJson(entry.outputs)}});
  }
  std::vector<artifact::Tensor> states;
  for (const artifact::State& state : content.states)
    states.push_back(state.tensor);
  json["states"] = tensorsJson(states);
  return json;
}

/// ", 3 entries (prefill, step, peek), 24 states"; "" for one entry without states.
std::string entriesText(const artifact::Content& content) {
  constexpr size_t kNamed = 8;
  std::string text;
  if (content.entries.size() > 1) {
    absl::StrAppend(&text, ", ", content.entries.size(), " entries (");
    for (size_t i = 0; i < content.entries.size() && i <= kNamed; ++i)
      absl::StrAppend(&text, i ? ", " : "", i < kNamed ? nameOf(content.entries[i]) : "...");
    text += ")";
  }
  if (size_t states = content.states.size())
    absl::StrAppend(&text, ", ", states, states == 1 ? " state" : " states");
  return text;
}

/// Where nobody has said which CPU code is for, it is for those that have what this one has: says so.
void reportCpu(const std::string& output, const artifact::Content& content) {
  for (const artifact::Target& target : content.targets)
    if (target.kind == artifact::Target::Kind::Cpu)
      std::fprintf(stderr,
                   "%s: for CPUs that have all that this one has, %s; --target-cpu "
                   "x86-64-v2,x86-64-v3,x86-64-v4,generic-aarch64 is for any\n",
                   output.c_str(), target.cpu.c_str());
}

/// Says what was written: on stdout as JSON where that is asked for, else on a terminal.
void report(const Options& options, const driver::Form& form, const driver::Compilation& compilation,
            const std::vector<std::string>& targets, const std::string& output, double seconds) {
  struct stat info;
  if (output == "-" || isFolder(output) || stat(output.c_str(), &info) != 0)
    return;
  const bool whole = form.stage == driver::Stage::Artifact;
  const auto bytes = static_cast<uint64_t>(info.st_size);
  if (options.json) {
    Json json = madeJson(output, bytes, seconds, compilation.content(), targets);
    addMemoryUse(compilation, json);
    printJson(json);
  } else if (isatty(STDERR_FILENO)) {
    std::fprintf(stderr, "%s: %s bytes, %.1f s%s\n", output.c_str(), withCommas(bytes).c_str(), seconds,
                 whole ? entriesText(compilation.content()).c_str() : "");
  }
}

/// --emit c-library: files in the folder that -o names, or in this one.
int compileLibrary(const Options& options, const ModelOptions& model) {
  if (model.targets != std::vector<std::string>{"cpu"})
    return failUsage("compile",
                     absl::StrCat("--target ", options.target, ": a C library has code for a CPU alone"));
  if (model.targetCpu.find(',') != std::string::npos)
    return failUsage("compile",
                     absl::StrCat("--target-cpu ", model.targetCpu, ": a C library has code for one CPU"));
  if (options.json)
    return failUsage("compile", "--json describes an artifact, not a C library");
  library::Options wanted;
  wanted.folder = options.output.empty() ? "." : options.output;
  wanted.name = options.name;
  wanted.withRuntime = options.withRuntime;
  if (!options.name.empty() && !library::isIdentifier(options.name))
    return failUsage("compile", absl::StrCat("--name ", options.name, ": this is no name in C; try ",
                                             library::identifier(options.name)));
  if (wanted.folder == "-" || (access(wanted.folder.c_str(), F_OK) == 0 && !isFolder(wanted.folder)))
    return failUsage("compile",
                     absl::StrCat("-o ", wanted.folder, ": a C library is several files: name a folder"));
  if (mkdir(wanted.folder.c_str(), 0777) != 0 && errno != EEXIST)
    return fail(weights::FileError(wanted.folder, "create", errno));
  if (access(wanted.folder.c_str(), W_OK) != 0)
    return fail(weights::FileError(wanted.folder, "write", errno));

  std::unique_ptr<driver::Compilation> compilation;
  int code = compileTo("compile", model, driver::Stage::Artifact, compilation);
  if (!compilation)
    return code;
  printRemarks(model, *compilation);
  if (code)
    return code;
  printMemoryUse(*compilation);
  size_t shown = compilation->diagnostics().size();
  std::vector<std::string> written;
  code = compilation->writeLibrary(wanted, written);
  printDiagnostics(*compilation, shown);
  if (code == Good && isatty(STDERR_FILENO))
    std::fprintf(stderr, "%s\n", absl::StrJoin(written, " ").c_str());
  return code;
}

constexpr absl::string_view kAfter = "after:";
constexpr absl::string_view kBytecode = ".mlirbc";

/// --emit after:PASS: the module as text, or as bytecode where the file's name asks for it.
int compileAfter(const Options& options, ModelOptions model) {
  const std::string output = options.output.empty() ? "-" : options.output;
  if (options.json)
    return failUsage("compile", "--json describes an artifact, not a module");
  if (output != "-")
    if (int code = checkOutput(options, output))
      return code;
  model.after = options.emit.substr(kAfter.size());
  if (model.after.empty())
    return failUsage("compile", "--emit after: needs the name of a pass, such as after:aic-layout");
  std::unique_ptr<driver::Compilation> compilation;
  int code = compileTo("compile", model, driver::Stage::Schedule, compilation);
  if (!compilation || code)
    return code;
  size_t shown = compilation->diagnostics().size();
  const std::string text = compilation->emitAfter(absl::EndsWith(output, kBytecode));
  printDiagnostics(*compilation, shown);
  return text.empty() ? static_cast<int>(WrongUsage) : writeText(output, text);
}

/// A stage's module as bytecode: with its weights, for aic-opt.
bool asBytecode(const driver::Form& form, const std::string& output) {
  return form.target.empty() && form.text && absl::EndsWith(output, kBytecode);
}

/// That the form can be shown of what is compiled.
int checkForm(const Options& options, const ModelOptions& model, const driver::Form& form) {
  auto has = [&](const std::string& target) {
    return std::find(model.targets.begin(), model.targets.end(), target) != model.targets.end();
  };
  if (!form.target.empty() && !has(form.target))
    return failUsage("compile",
                     absl::StrCat("--emit ", options.emit, " is a stage of --target ", form.target));
  if (!model.targetCpu.empty() && !has("cpu"))
    return failUsage("compile", "--target-cpu goes with --target cpu");
  if (!form.target.empty() && model.targetCpu.find(',') != std::string::npos)
    return failUsage("compile",
                     absl::StrCat("--emit ", options.emit, " shows the code for one CPU, and --target-cpu ",
                                  model.targetCpu, " asks for several"));
  return Good;
}

/// Goes as far as the form is, and writes it.
int compileForm(const Options& options, ModelOptions model, const driver::Form& form,
                const std::string& output) {
  auto begin = std::chrono::steady_clock::now();
  model.reproducer =
      absl::StrCat(output == "-" ? defaultOutput(options.model.file, "") : output, ".repro", kBytecode);
  std::unique_ptr<driver::Compilation> compilation;
  int code = compileTo("compile", model, form.stage, compilation, form.target);
  if (!compilation)
    return code;
  printRemarks(model, *compilation);
  if (code)
    return code;
  printMemoryUse(*compilation);
  for (const std::string& input :
       compilation->files()) // imports and the graph's own weights are known only now
    if (output != "-" && sameFile(output, input))
      return failUsage("compile", absl::StrCat("-o ", output, ": this would overwrite what is compiled"));
  size_t shown = compilation->diagnostics().size();
  if (form.stage == driver::Stage::Artifact && output != "-") {
    code = compilation->write(output);
  } else if (!form.files.empty() && isFolder(output)) {
    code = writeFiles(output, form, *compilation);
  } else {
    std::string text =
        asBytecode(form, output) ? compilation->emitBytecode(form.stage) : compilation->emit(form);
    if (graph::hasErrors({compilation->diagnostics().begin() + static_cast<ptrdiff_t>(shown),
                          compilation->diagnostics().end()}))
      code = OurFault;
    else
      code = writeText(output, text);
  }
  printDiagnostics(*compilation, shown);
  if (code == Good)
    report(options, form, *compilation, model.targets, output,
           std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  if (code == Good && form.stage == driver::Stage::Artifact && output != "-" && model.targetCpu.empty())
    reportCpu(output, compilation->content());
  return code;
}

int compile(const Options& options) {
  const driver::Form* form = nullptr;
  std::vector<std::string> stages;
  for (const driver::Form& known : driver::forms()) {
    stages.push_back(known.name);
    if (known.name == options.emit)
      form = &known;
  }
  stages.emplace_back(kLibrary);
  stages.push_back(absl::StrCat(kAfter, "PASS"));
  const bool library = options.emit == kLibrary;
  if (!library && (!options.name.empty() || options.withRuntime))
    return failUsage("compile", absl::StrCat(options.withRuntime ? "--with-runtime" : "--name",
                                             " goes with --emit ", kLibrary));
  const bool after = absl::StartsWith(options.emit, kAfter);
  if (!form && !library && !after)
    return failUsage("compile",
                     absl::StrCat("--emit ", options.emit, ": the stages are ", absl::StrJoin(stages, ", ")));
  ModelOptions model = options.model;
  if (options.optimize != "speed" && options.optimize != "size")
    return failUsage("compile", absl::StrCat("--optimize ", options.optimize, ": expected speed or size"));
  model.small = options.optimize == "size";
  if (int code = parseTargets(options.target, model.targets))
    return code;
  if (library)
    return compileLibrary(options, model);
  if (after)
    return compileAfter(options, model);
  if (int code = checkForm(options, model, *form))
    return code;
  std::string output = !options.output.empty() ? options.output
                       : form->text            ? "-"
                                               : defaultOutput(options.model.file, form->suffix);
  if (options.json && (output == "-" || form->stage != driver::Stage::Artifact))
    return failUsage("compile",
                     "--json describes the artifact that is written to a file; it goes to standard output");
  if (output != "-")
    if (int code = checkOutput(options, output))
      return code;
  return compileForm(options, model, *form, output);
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
          "object (CPU), artifact; after:PASS for what a pass leaves. c-library: a static library with "
          "headers "
          "for C and C++, in the folder of -o. A module has its weights where -o ends with .mlirbc")
      ->type_name("STAGE");
  command
      ->add_option("--name", options->name,
                   "Of a C library, its files and functions; default: the graph's, or the file's where there "
                   "are several")
      ->type_name("NAME");
  command->add_flag(
      "--with-runtime", options->withRuntime,
      "Have a C library hold its runtime, too; default: libaic_embedded.a, for all models of a program");
  command
      ->add_option("--optimize", options->optimize,
                   "speed (default), or size: leave out what makes the file larger to be faster, which are "
                   "weights that are stored transformed for Winograd's convolutions")
      ->type_name("speed|size");
  addPrecisionOptions(*command, options->model);
  addMemoryOption(*command, options->model);
  command
      ->add_flag("--remarks{summary}", options->model.remarks,
                 "Say what the passes did, what they did not, and why, each kind once with its count and "
                 "what its operators cost, the dearest first; --remarks=all: at each operator")
      ->check(CLI::IsMember({"summary", "all"}));
  command->add_flag("--print-ir-after-change", options->model.printChanges,
                    "Show on standard error, as a diff, what each pass changes");
  command->add_flag("--json", options->json,
                    "Print what was made: file, bytes, seconds, entries, states, and what --memory did");
  command->footer(
      "Examples:\n"
      "  aic compile resnet.graph --graph resnet18 --weights resnet18.safetensors -o resnet18.aic\n"
      "  aic compile resnet.graph --target cpu,vulkan --weights resnet18.safetensors -o resnet18.aic\n"
      "  aic compile resnet.graph --dim N=8 --weights random:0 --emit fused\n"
      "  aic compile encoder.graph --emit after:aic-fuse-attention -o encoder.mlirbc\n"
      "  aic compile lm.graph --graph prefill,step --json\n"
      "  aic compile lm.graph --precision 'int4;lm_head=int8' -o lm.aic\n"
      "  aic compile resnet.graph --dim N=1,8,32 --weights resnet18.safetensors\n"
      "  aic compile resnet.graph --target-cpu x86-64-v2,x86-64-v3,x86-64-v4 --weights resnet18.safetensors\n"
      "  aic compile model.onnx --dim batch=1 --shape image=1x3x224x224 -o model.aic\n"
      "  aic compile cnn.graph --emit c-library --with-runtime --target-cpu x86-64-v3 -o lib\n\n"
      "`aic operators` lists the operators of ONNX that are supported.");
  return {command, [options] { return compile(*options); }};
}

} // namespace aic::tool

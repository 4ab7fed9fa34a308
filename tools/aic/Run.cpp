// aic run: once through a model, from files to files or to the terminal.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Check.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Model.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace aic::tool {

namespace {

struct Options {
  ModelOptions model;
  std::vector<std::string> inputs, outputs;
  DeviceOptions device;
  bool check = false, verify = false, json = false;
};

/// Compiles a .graph or .onnx in memory. The bytes must stay while the model is open.
int openSource(const Options& options, const std::string& target,
               std::unique_ptr<driver::Compilation>& compilation, std::string& bytes, ModelHandle& model) {
  ModelOptions request = options.model;
  request.targets = {target};
  if (int code = compileTo("run", request, driver::Stage::Artifact, compilation))
    return code;
  size_t shown = compilation->diagnostics().size();
  bytes = compilation->emit(driver::Stage::Artifact);
  printDiagnostics(*compilation, shown);
  if (bytes.empty())
    return OurFault;
  aic_model* opened = nullptr;
  if (aic_status status = aic_model_open_memory(bytes.data(), bytes.size(), 0, &opened))
    return failRuntime(status);
  model.reset(opened);
  return Good;
}

int runModel(const Options& options) {
  const bool isSource = isModelSource(options.model.file);
  if (isSource && options.verify)
    return failUsage("run", "--verify reads the weights of a compiled model, FILE.aic");
  if (!isSource) {
    if (options.check)
      return failUsage("run", "--check compares with the model's text: give it FILE.graph or FILE.onnx");
    if (!options.model.weights.empty() || !options.model.dims.empty() || !options.model.graph.empty() ||
        !options.model.targetCpu.empty() || !options.model.shapes.empty() || !options.model.binds.empty())
      return failUsage("run",
                       absl::StrCat(options.model.file,
                                    ": --weights, --dim, --graph, --shape, --bind and --target-cpu are for "
                                    "FILE.graph and FILE.onnx; a compiled model has them inside"));
  }
  aic_session_options device;
  if (int code = parseDevice("run", options.device, /*profile=*/false, device))
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  std::unique_ptr<driver::Compilation> compilation;
  std::string bytes; // before the model: it lies in them
  ModelHandle model;
  SessionHandle session;
  if (int code = isSource ? openSource(options, target, compilation, bytes, model)
                          : openModel(options.model.file, 0, options.verify, model))
    return code;
  std::vector<Buffer> inputs, outputs;
  std::vector<Binding> files;
  if (int code = allocateInputs(model.get(), inputs))
    return code;
  if (int code = allocateOutputs(model.get(), outputs))
    return code;
  if (int code = matchBindings("run", "output", options.outputs, outputs, files))
    return code;
  std::vector<std::string> read = compilation ? compilation->files() : std::vector<std::string>();
  read.push_back(options.model.file);
  for (const std::string& input : options.inputs) {
    read.push_back(input);
    read.push_back(input.substr(input.find('=') + 1)); // all of it where there is no '='
  }
  if (int code = checkOutputs("run", files, read))
    return code;
  if (int code = readInputs("run", options.inputs, inputs))
    return code;
  if (int code = makeSession(model.get(), device, session))
    return code;
  if (options.check) {
    if (int code = checkAgainstReference(*compilation, target, session.get(), inputs, outputs))
      return code;
  } else {
    Progress progress("running");
    int code = runOnce(session.get(), inputs, outputs);
    progress.stop();
    if (code)
      return code;
  }
  if (int code = writeOutputs(files, outputs))
    return code;
  if (options.json) {
    nlohmann::ordered_json json;
    json["outputs"] = nlohmann::ordered_json::array();
    for (const Buffer& output : outputs)
      json["outputs"].push_back(valuesToJson(output));
    printJson(json);
  } else if (files.empty() && !options.check) {
    for (const Buffer& output : outputs)
      std::fputs(describeValues(output).c_str(), stdout);
  }
  return Good;
}

} // namespace

Command addRun(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("run", "Run a model once, on arrays from .npy files");
  command
      ->add_option("file", options->model.file,
                   "A compiled model, FILE.aic, or a model: FILE.graph, FILE.onnx")
      ->required();
  command
      ->add_option("--input", options->inputs,
                   "An input's value; one for each input. NAME= may be left out where there is one")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy|random:SEED");
  command->add_option("--output", options->outputs, "Where to write an output; without any, they are printed")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy");
  addDeviceOptions(*command, options->device);
  addVerifyOption(*command, options->verify);
  command->add_flag("--json", options->json, "Print the outputs as JSON");
  command->add_flag(
      "--check", options->check,
      "Compare every operator with the double-precision reference and name the first that differs "
      "(FILE.graph and FILE.onnx; exit code 6)");
  addModelOptions(*command, options->model);
  command->footer("random:SEED is uniform in [-1, 1) for floats, 0 or 1 for integers and bools.\n\n"
                  "Examples:\n"
                  "  aic run cnn.aic --input image=shoe.npy --output logits=logits.npy\n"
                  "  aic run mlp.graph --weights random:1 --input random:2 --check\n"
                  "  aic run cnn.graph --device vulkan --input random:1 --check");
  return {command, [options] { return runModel(*options); }};
}

} // namespace aic::tool

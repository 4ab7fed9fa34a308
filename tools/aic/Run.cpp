// aic run: through an entry of a model, once or some steps, from files to files or to the terminal.

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Check.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Model.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"
#include "tools/aic/StateFile.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

namespace aic::tool {

namespace {

struct Options {
  ModelOptions model;
  std::vector<std::string> inputs, outputs;
  std::string entry, loadState, saveState;
  std::optional<uint64_t> steps; // without it one, and arrays have no steps
  DeviceOptions device;
  bool check = false, verify = false, json = false;
};

int checkUsage(const Options& options) {
  if (isModelSource(options.model.file))
    return options.verify ? failUsage("run", "--verify reads the weights of a compiled model, FILE.aic")
                          : Good;
  if (options.check)
    return failUsage("run", "--check compares with the model's text: give it FILE.graph or FILE.onnx");
  return checkCompiled("run", options.model);
}

/// The entries to run: one, or with --check and nothing that says which, all.
int chooseEntries(const Options& options, const aic_model* model, std::vector<uint32_t>& entries) {
  auto isRandom = [](const std::string& input) {
    return absl::StartsWith(input.substr(input.find('=') + 1), "random:");
  };
  if (options.check && options.entry.empty() &&
      (!isOneGraph(model) || absl::c_all_of(options.inputs, isRandom))) {
    for (uint32_t i = 0; i < aic_model_entry_count(model); ++i)
      entries.push_back(i);
    return Good;
  }
  return chooseEntry("run", model, options.entry, options.inputs, options.steps.value_or(0),
                     entries.emplace_back());
}

/// An entry that runs: its memory, and what it is run on.
struct EntryRun {
  uint32_t entry;
  std::vector<Buffer> inputs, outputs;
  InputValues values;

  bool hasInput(absl::string_view name) const {
    return absl::c_any_of(inputs, [&](const Buffer& input) { return input.info.name == name; });
  }
};

/// Memory for each entry, and the values of its inputs: those without a name, with one that it has, or with
/// one that none has (which is an error).
int prepareEntries(const Options& options, const aic_model* model, const std::vector<uint32_t>& entries,
                   std::vector<EntryRun>& runs) {
  for (uint32_t entry : entries) {
    EntryRun& run = runs.emplace_back();
    run.entry = entry;
    if (int code = allocateInputs(model, entry, run.inputs))
      return code;
    if (int code = allocateOutputs(model, entry, run.outputs))
      return code;
  }
  for (EntryRun& run : runs) {
    std::vector<std::string> arguments;
    for (const std::string& input : options.inputs) {
      const std::string name = input.substr(0, input.find('='));
      if (run.hasInput(name) ||
          absl::c_none_of(runs, [&](const EntryRun& any) { return any.hasInput(name); }))
        arguments.push_back(input);
    }
    if (int code = run.values.open("run", arguments, run.inputs, options.steps.value_or(0), /*all=*/true,
                                   dimsOf(model, run.entry)))
      return code;
  }
  return Good;
}

/// That what is written replaces nothing that is read, and no other.
int checkFiles(const Options& options, const driver::Compilation* compilation,
               const std::vector<Binding>& outputs) {
  std::vector<std::string> read = compilation ? compilation->files() : std::vector<std::string>();
  read.push_back(options.model.file);
  for (const std::string& input : options.inputs) {
    read.push_back(input);
    read.push_back(input.substr(input.find('=') + 1)); // all of it where there is no '='
  }
  if (int code = checkStateName("run", "--save-state", options.saveState))
    return code;
  if (const std::string& save = options.saveState;
      !save.empty()) { // --load-state of the same file is as meant
    for (const std::string& input : read)
      if (sameFile(save, input))
        return failUsage("run", absl::StrCat("--save-state ", save, ": this would overwrite what is read"));
    for (const Binding& output : outputs)
      if (output.value == save || sameFile(output.value, save))
        return failUsage("run", absl::StrCat("--save-state ", save, ": an output would go to the same file"));
  }
  if (!options.loadState.empty())
    read.push_back(options.loadState);
  return checkOutputs("run", outputs, read);
}

/// Runs the entries, each all of its steps, one after another on one session.
int runEntries(const Options& options, aic_session* session, ReferenceCheck* check,
               std::vector<EntryRun>& runs) {
  const uint64_t steps = options.steps.value_or(1);
  Progress progress("running");
  for (EntryRun& run : runs)
    for (uint64_t step = 0; step < steps; ++step) {
      run.values.fill(step, run.inputs);
      int code = check ? check->run(run.entry, run.inputs, run.outputs)
                       : runOnce(session, run.inputs, run.outputs, run.entry);
      if (code && steps > 1) {
        progress.stop();
        std::fprintf(stderr, "aic: this was step %llu of %llu\n", static_cast<unsigned long long>(step) + 1,
                     static_cast<unsigned long long>(steps));
      }
      if (code)
        return code;
    }
  return Good;
}

void printResults(const Options& options, const aic_model* model, const std::vector<EntryRun>& runs,
                  const ReferenceCheck* check, bool toFiles) {
  if (options.json) {
    nlohmann::ordered_json json;
    if (aic_model_entry_count(model) > 1)
      json["entry"] = entryName(model, runs[0].entry);
    if (check)
      json["check"] = check->summary();
    json["outputs"] = nlohmann::ordered_json::array();
    for (const Buffer& output : runs[0].outputs)
      json["outputs"].push_back(valuesToJson(output));
    printJson(json);
  } else if (check) {
    std::printf("%s\n", check->summary().c_str());
  } else if (!toFiles) {
    for (const Buffer& output : runs[0].outputs)
      std::fputs(describeValues(output).c_str(), stdout);
  }
}

int runModel(const Options& options) {
  if (int code = checkUsage(options))
    return code;
  aic_session_options device;
  if (int code = parseDevice("run", options.device, /*profile=*/false, device))
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  std::unique_ptr<driver::Compilation> compilation;
  std::string bytes; // before the model: it lies in them
  ModelHandle model;
  SessionHandle session;
  if (int code = isModelSource(options.model.file)
                     ? openSource("run", options.model, target, compilation, bytes, model)
                     : openModel(options.model.file, 0, options.verify, model))
    return code;
  if (aic_model_state_count(model.get()) == 0 && !(options.loadState + options.saveState).empty())
    return failUsage("run", absl::StrCat(options.loadState.empty() ? "--save-state" : "--load-state",
                                         ": the model has no states"));
  std::vector<uint32_t> entries;
  std::vector<EntryRun> runs;
  std::vector<Binding> files;
  if (int code = chooseEntries(options, model.get(), entries))
    return code;
  if (entries.size() > 1 && (!options.outputs.empty() || options.json))
    return failUsage("run", absl::StrCat(options.json ? "--json" : "--output",
                                         ": --check runs every entry; say which with --entry; ",
                                         listEntries(model.get())));
  if (int code = prepareEntries(options, model.get(), entries, runs))
    return code;
  if (int code = matchBindings("run", "output", options.outputs, runs[0].outputs, files))
    return code;
  if (int code = checkFiles(options, compilation.get(), files))
    return code;
  if (int code = makeSession(model.get(), device, session))
    return code;
  if (!options.loadState.empty())
    if (int code = loadStates(model.get(), session.get(), options.loadState))
      return code;
  std::optional<ReferenceCheck> check;
  if (options.check) {
    check.emplace(*compilation, model.get(), session.get());
    if (int code = options.loadState.empty() ? check->checkNew() : Good)
      return code;
  }
  if (int code = runEntries(options, session.get(), check ? &*check : nullptr, runs))
    return code;
  if (int code = writeOutputs(files, runs[0].outputs))
    return code;
  if (!options.saveState.empty()) // last: a run that did not end well can be repeated
    if (int code = saveStates(model.get(), session.get(), options.saveState))
      return code;
  printResults(options, model.get(), runs, check ? &*check : nullptr, !files.empty());
  return Good;
}

} // namespace

Command addRun(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("run", "Run a model, once or in steps, on arrays from .npy files");
  command
      ->add_option("file", options->model.file,
                   "A compiled model, FILE.aic, or a model: FILE.graph, FILE.onnx")
      ->required();
  command
      ->add_option("--input", options->inputs,
                   "An input's value; one for each input. NAME= may be left out where there is one")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy|random:SEED");
  command
      ->add_option("--output", options->outputs,
                   "Where to write an output, of the last step; without any, they are printed")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy");
  addEntryOption(*command, options->entry,
                 "the only one, or the size that the inputs' shapes fit; with --check every one");
  command
      ->add_option("--steps", options->steps,
                   "Run so often, each run on the states that the one before left. A step takes the same "
                   "inputs again, the next of an array that has one dimension more (first, of K), or "
                   "random:SEED+1, SEED+2, ...")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 32))
      ->type_name("K");
  command
      ->add_option("--load-state", options->loadState,
                   "Begin with these states: .safetensors or .npz, one tensor a state, under its full name")
      ->type_name("FILE");
  command
      ->add_option(
          "--save-state", options->saveState,
          "Write the states after the last step as .safetensors; nothing is written where a run fails")
      ->type_name("FILE");
  addDeviceOptions(*command, options->device);
  addVerifyOption(*command, options->verify);
  command->add_flag("--json", options->json, "Print the outputs as JSON");
  command->add_flag(
      "--check", options->check,
      "Compare every operator, output and state with the double-precision reference, in every step, and "
      "name the first that differs (FILE.graph and FILE.onnx; exit code 6)");
  addModelOptions(*command, options->model);
  addPrecisionOptions(*command, options->model);
  command->footer(
      "random:SEED is uniform in [-1, 1) for floats, 0 or 1 for integers and bools.\n\n"
      "Examples:\n"
      "  aic run cnn.aic --input image=shoe.npy --output logits=logits.npy\n"
      "  aic run mlp.graph --weights random:1 --input random:2 --check\n"
      "  aic run cnn.graph --device vulkan --input random:1 --check\n"
      "  aic run lm.aic --entry step --input id=id.npy --input position=at.npy --load-state s.safetensors "
      "--save-state s.safetensors\n"
      "  aic run lm.graph --graph prefill,step --input ids=random:1 --input id=random:2 "
      "--input position=random:0 --steps 5 --check");
  return {command, [options] { return runModel(*options); }};
}

} // namespace aic::tool

// aic attribute: which parts of an input a model's answer comes from.

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/aic/AttributionModel.h"
#include "tools/aic/AttributionReport.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"
#include "tools/aic/NumberOption.h"
#include "tools/aic/Permutation.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace aic::tool {

namespace {

int checkUsage(const AttributeOptions& options) {
  const bool source = isModelSource(options.model.file);
  if (methodOf(options).gradient && !source)
    return failUsage(
        "attribute",
        absl::StrCat("--method ", options.method,
                     " makes the model's gradient: give it FILE.graph or "
                     "FILE.onnx; of a compiled model there are --method occlusion and permutation"));
  if (source && !options.entry.empty())
    return failUsage("attribute", "--entry is for a compiled model; of FILE.graph say --graph NAME");
  for (const std::string& file : options.files) {
    if (int code = checkName("attribute", "-o", file))
      return code;
    for (const std::string& input : options.inputs)
      if (sameFile(file, input.substr(input.find('=') + 1)) || sameFile(file, input))
        return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite what is read"));
    if (sameFile(file, options.model.file))
      return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite the model"));
  }
  return source ? static_cast<int>(Good) : checkCompiled("attribute", options.model);
}

/// The model, opened, with what it lies in.
struct Opened {
  std::unique_ptr<driver::Compilation> compilation;
  std::string bytes;
  ModelHandle model;
  SessionHandle session;
  std::unique_ptr<AttributionSession> explained;
};

int openModelOf(const AttributeOptions& options, Opened& opened) {
  aic_session_options device;
  if (int code = parseDevice("attribute", options.device, /*profile=*/false, device))
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  const bool gradient = methodOf(options).gradient;
  ModelOptions model = options.model;
  AttributionEntries entries;
  if (gradient)
    model.edit = [&](mlir::ModuleOp module) {
      return makeAttributionEntries(module, {options.by, options.of, options.method == "guided"}, entries);
    };
  if (int code = isModelSource(model.file)
                     ? openSource("attribute", model, target, opened.compilation, opened.bytes, opened.model)
                     : openModel(model.file, 0, /*verify=*/false, opened.model))
    return code;
  if (opened.compilation)
    for (const std::string& file : options.files)
      for (const std::string& read : opened.compilation->files())
        if (sameFile(file, read))
          return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite what is read"));
  if (int code = makeSession(opened.model.get(), device, opened.session))
    return code;
  opened.explained = std::make_unique<AttributionSession>(opened.model.get(), opened.session.get());
  if (gradient)
    return opened.explained->openEntries(entries.input, entries.embedded);
  uint32_t entry;
  if (int code = chooseEntry("attribute", opened.model.get(), options.entry, options.inputs, 0, entry))
    return code;
  return opened.explained->openForward(entry, options.by, options.of);
}

/// How a table's features matter over many samples.
int permute(const AttributeOptions& options) {
  if (options.evaluation.data.empty())
    return failUsage("attribute", "--method permutation needs samples and what is right: --data");
  if (!options.inputs.empty() || !options.target.empty())
    return failUsage("attribute",
                     "--input and --target are for one input's answer; --method permutation takes --data");
  PermutationOptions permutation{options.evaluation, options.by,   options.names, options.files,
                                 options.repeats,    options.seed, options.json};
  permutation.evaluation.model = options.model;
  permutation.evaluation.of = options.of;
  permutation.evaluation.entry = options.entry;
  permutation.evaluation.device = options.device;
  return explainByPermutation(permutation);
}

int attribute(const AttributeOptions& options) {
  if (int code = checkUsage(options))
    return code;
  if (options.method == "permutation")
    return permute(options);
  if (!options.evaluation.data.empty())
    return failUsage("attribute",
                     absl::StrCat("--data is for --method permutation; ", options.method, " takes --input"));
  Opened opened;
  if (int code = openModelOf(options, opened))
    return code;
  AttributionSession& model = *opened.explained;
  InputValues values;
  if (int code = values.open("attribute", options.inputs, model.inputs(), 0))
    return code;
  values.fill(0, model.inputs());
  if (int code = model.begin(options.target))
    return code;
  Buffer ids; // as it was given: occlusion changes what the model sees
  ids.info = model.input().info;
  if (int code = allocateBuffer(ids))
    return code;
  std::memcpy(ids.data.get(), model.input().data.get(), ids.info.bytes);
  AttributionResult result;
  AttributionView view;
  if (int code = viewOf(options, model, ids, {std::vector<double>(model.x().size(), 0), {}, {}}, view))
    return code;
  for (const std::string& file : options.files) // before the work
    if (std::string wrong = checkAttributionFile(view, file); !wrong.empty() && !absl::EndsWith(file, ".npy"))
      return failUsage("attribute", absl::StrCat("-o ", file, ": ", wrong));
  if (int code = explain(options, model, result))
    return code;
  view = AttributionView();
  if (int code = viewOf(options, model, ids, result, view))
    return code;
  view.title = absl::StrCat(options.method, " of ", model.input().info.name);
  view.lines = linesOf(options, model, result);
  if (int code = writeFiles(options, model, result, view))
    return code;
  if (!result.completeness.empty() && *absl::c_max_element(result.completeness) > kGoodCompleteness)
    std::fprintf(stderr, "aic: warning: the parts miss their sum by more than 1 %%; more --steps may help\n");
  if (absl::c_all_of(result.values, [](double value) { return value == 0; }))
    std::fprintf(stderr, "aic: warning: nothing of '%s' changes this score: all parts are 0\n",
                 model.input().info.name);
  if (options.json) {
    printAsJson(options, model, result, view);
    return Good;
  }
  std::printf("%s\n", absl::StrJoin(view.lines, "\n").c_str());
  if (options.files.empty())
    std::fputs(attributionText(view, isatty(STDOUT_FILENO)).c_str(), stdout);
  return Good;
}

/// Those of one method or another.
void addMethodOptions(CLI::App& command, AttributeOptions& options) {
  command
      .add_option("--steps", options.steps,
                  "integrated_gradients: so many, of equal length; default: 32, and shorter ones where the "
                  "score changes most, until the parts add up within 0.5 %")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 20))
      ->type_name("N");
  command
      .add_option("--baseline", options.baseline,
                  "integrated_gradients, occlusion: the input that says nothing, a number or an array")
      ->capture_default_str()
      ->type_name("NUMBER|FILE.npy");
  command.add_option("--samples", options.samples, "smoothgrad: how many")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 20))
      ->capture_default_str()
      ->type_name("N");
  command
      .add_option("--noise", options.noise,
                  "smoothgrad: its deviation, from 0 to 10, as a part of the range of a row's numbers")
      ->check(numberWhere([](double part) { return part >= 0 && part <= 10; }, "from 0 to 10"))
      ->capture_default_str()
      ->type_name("PART");
  command.add_option("--seed", options.seed, "smoothgrad, permutation: other noise, other orders")
      ->capture_default_str()
      ->type_name("SEED");
  command.add_option("--window", options.window, "occlusion: what is covered at once, along the last axes")
      ->type_name("HxW");
  command
      .add_option("--stride", options.stride, "occlusion: how far apart windows are; default: half of one")
      ->type_name("HxW");
  command.add_option("--repeats", options.repeats, "permutation: orders of each feature's values")
      ->check(CLI::Range(uint64_t(1), uint64_t(1) << 20))
      ->capture_default_str()
      ->type_name("N");
  addEvaluationOptions(command, options.evaluation);
  for (const char* name : {"--data", "--metrics", "--labels", "--scores", "--ignore-index"}) {
    CLI::Option* option = command.get_option(name);
    option->description("permutation: " + option->get_description());
  }
}

} // namespace

Command addAttribute(CLI::App& app) {
  auto options = std::make_shared<AttributeOptions>();
  CLI::App* command =
      app.add_subcommand("attribute", "Show which parts of an input a model's answer comes from");
  command
      ->add_option("file", options->model.file, "A model: FILE.graph, FILE.onnx; for occlusion also FILE.aic")
      ->required();
  command
      ->add_option("--input", options->inputs,
                   "An input's value; one for each input. NAME= may be left out where there is one")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy|random:SEED");
  std::vector<std::string> names;
  for (const AttributionMethod& method : kAttributionMethods)
    names.push_back(method.name);
  command->add_option("--method", options->method, absl::StrCat("One of ", absl::StrJoin(names, ", ")))
      ->check(CLI::IsMember(names))
      ->capture_default_str()
      ->type_name("NAME");
  command
      ->add_option("--target", options->target,
                   "Which number of a row of the output is explained; default: the largest. Of several axes "
                   "one number each")
      ->type_name("CLASS[,...]");
  command->add_option("--by", options->by, "The input that is explained; default: the only one")
      ->type_name("INPUT");
  command
      ->add_option("--of", options->of, "The output that it is explained of; default: the only one of floats")
      ->type_name("OUTPUT");
  command
      ->add_option("-o", options->files,
                   "Write a drawing: of a picture .png, of words and tables .svg, of all .html; or all "
                   "numbers as .npy; may be "
                   "repeated. Without it, they are shown as text")
      ->allow_extra_args(false)
      ->type_name("FILE");
  addMethodOptions(*command, *options);
  command
      ->add_option("--tokenizer", options->tokenizer,
                   "What ids mean: bytes, gpt2:FOLDER or sentencepiece:FILE")
      ->type_name("NAME");
  command->add_option("--names", options->names, "The names of a table's features, one a line")
      ->type_name("FILE.txt");
  addEntryOption(*command, options->entry, "the only one, or the size that the inputs' shapes fit");
  addDeviceOptions(*command, options->device);
  command->add_flag("--json", options->json, "Print what was found as JSON");
  addModelOptions(*command, options->model);
  command->footer("Gradients are by the input, of ids by the vectors that a table has for them. guided is "
                  "guided backpropagation: "
                  "what is negative does not pass back through a relu.\n\n"
                  "Examples:\n"
                  "  aic attribute cnn.graph --input shoe.npy --target 9 -o heat.png\n"
                  "  aic attribute resnet.onnx --input dog.npy --method smoothgrad -o heat.png\n"
                  "  aic attribute kjv.graph --graph prefill --input ids=text.npy --by ids --tokenizer bytes "
                  "-o words.html\n"
                  "  aic attribute diabetes.graph --input rows.npy --names features.txt -o importance.svg\n"
                  "  aic attribute diabetes.aic --method permutation --data diabetes.npz --metrics auc -o "
                  "importance.svg");
  return {command, [options] { return attribute(*options); }};
}

} // namespace aic::tool

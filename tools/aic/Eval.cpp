// aic eval: a model's answers to many samples beside what is right.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Entry.h"
#include "tools/aic/EvaluationRun.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Names.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace aic::tool {

namespace {

struct Options {
  EvaluationOptions evaluation;
  std::string classes, confusion, roc, report;
  bool json = false;
};

using Kind = Answers::Kind;

/// That what is written has a name and replaces nothing that is read, and that no two are one.
int checkFiles(const Options& options, const EvaluationRun& evaluated) {
  const std::vector<std::string> read = evaluated.files();
  std::vector<std::pair<std::string, std::string>> written;
  for (const auto& [option, file] :
       {std::pair("--confusion", options.confusion), std::pair("--roc", options.roc),
        std::pair("--report", options.report)}) {
    if (file.empty())
      continue;
    if (int code = checkName("eval", option, file))
      return code;
    for (const std::string& input : read)
      if (sameFile(file, input))
        return failUsage("eval", absl::StrCat(option, " ", file, ": this would overwrite what is read"));
    for (const auto& [other, name] : written)
      if (name == file)
        return failUsage("eval", absl::StrCat(option, " ", file, ": ", other, " would go to the same file"));
    written.emplace_back(option, file);
  }
  return Good;
}

/// What is to be computed: also what is drawn.
int chooseMetrics(const Options& options, const EvaluationRun& evaluated, const Answers& answers,
                  std::vector<std::string>& metrics) {
  if (int code = evaluated.metrics(answers, metrics))
    return code;
  if (!options.confusion.empty() || !options.roc.empty())
    if (answers.kind == Kind::Numbers)
      return failUsage("eval", "--confusion and --roc are of classes, and the labels are numbers");
  if (!options.confusion.empty())
    metrics.push_back("confusion");
  if (!options.roc.empty())
    metrics.push_back("auc");
  return Good;
}

int writeText(const std::string& path, const std::string& text) {
  if (path.empty())
    return Good;
  absl::Status status =
      weights::WriteFile(path, {{reinterpret_cast<const uint8_t*>(text.data()), text.size()}});
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

int report(const Options& options, const EvaluationRun& evaluated, const Answers& answers,
           const Evaluation& evaluation) {
  const std::string read = answers.kind == Kind::Numbers ? "numbers"
                           : answers.probabilities       ? "probabilities"
                                                         : "logits";
  const std::string head =
      absl::StrCat(withCommas(answers.samples()), answers.kind == Kind::Numbers ? " samples" : " labels",
                   " of ", options.evaluation.data, "; ", evaluated.output().info.name, " taken as ", read);
  if (int code = writeText(options.confusion, evaluation.confusionSvg))
    return code;
  if (int code = writeText(options.roc, evaluation.rocSvg))
    return code;
  if (int code = writeText(options.report, htmlPage(absl::StrCat("aic eval ", options.evaluation.model.file),
                                                    "<p>" + escapeXml(head) + "</p>\n" + evaluation.html)))
    return code;
  if (options.json) {
    nlohmann::ordered_json json;
    json["samples"] = answers.samples();
    json["output"] = evaluated.output().info.name;
    json["labels"] = evaluated.labels().name;
    json["scores"] = read;
    if (!answers.names.empty())
      json["classes"] = answers.names;
    json["metrics"] = evaluation.metrics;
    printJson(json);
    return Good;
  }
  std::printf("%s\n%s", head.c_str(), evaluation.text.c_str());
  return Good;
}

int eval(const Options& options) {
  EvaluationRun evaluated("eval", options.evaluation);
  Answers answers;
  std::vector<std::string> metrics;
  if (int code = evaluated.open(answers))
    return code;
  if (int code = checkFiles(options, evaluated))
    return code;
  if (!options.classes.empty())
    if (int code = readNames("--classes", options.classes, answers.classes, "classes", answers.names))
      return code;
  if (int code = chooseMetrics(options, evaluated, answers, metrics)) // before the work
    return code;
  Progress progress("evaluating");
  const int64_t all = evaluated.samples().size();
  if (int code = evaluated.run(
          nullptr, [&](int64_t done) { progress.say(absl::StrFormat("evaluating: %d of %d", done, all)); },
          answers))
    return code;
  progress.stop();
  return report(options, evaluated, answers, evaluate(answers, metrics));
}

} // namespace

Command addEval(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("eval", "Measure how good a model's answers to many samples are");
  command
      ->add_option("file", options->evaluation.model.file,
                   "A compiled model, FILE.aic, or a model: FILE.graph, FILE.onnx")
      ->required();
  addEvaluationOptions(*command, options->evaluation);
  command->get_option("--data")->required();
  command
      ->add_option("--of", options->evaluation.of,
                   "The output that holds the answers; default: the only one of floats")
      ->type_name("OUTPUT");
  command->add_option("--classes", options->classes, "The names of the classes, one a line")
      ->type_name("FILE.txt");
  command->add_option("--confusion", options->confusion, "Draw the confusion matrix")->type_name("FILE.svg");
  command->add_option("--roc", options->roc, "Draw the ROC curves")->type_name("FILE.svg");
  command->add_option("--report", options->report, "Write a page with all numbers and drawings")
      ->type_name("FILE.html");
  addEntryOption(*command, options->evaluation.entry, "the only one");
  addDeviceOptions(*command, options->evaluation.device);
  addVerifyOption(*command, options->evaluation.verify);
  command->add_flag("--json", options->json, "Print the metrics as JSON");
  addModelOptions(*command, options->evaluation.model);
  addPrecisionOptions(*command, options->evaluation.model);
  command->footer(
      "Definitions are scikit-learn's. Samples run in batches of the entry's size, --dim N=64 of a graph; "
      "what is missing in the "
      "last one is filled up and does not count.\n\n"
      "Examples:\n"
      "  aic eval cnn.graph --dim N=64 --data test.npz --metrics accuracy,f1,confusion --report cnn.html\n"
      "  aic eval mnist.aic --data idx:t10k-images-idx3-ubyte.gz,t10k-labels-idx1-ubyte.gz --json\n"
      "  aic eval house.onnx --data houses.npz --labels price --metrics mse,r2");
  return {command, [options] { return eval(*options); }};
}

} // namespace aic::tool

// aic quantize: a float model in 8 bits, as text, with no more error than was asked for.

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "compiler/driver/Fold.h"
#include "frontends/graph/writer/Writer.h"
#include "frontends/weights/FileWriter.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Chart.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Print.h"
#include "tools/aic/QuantiseReport.h"
#include "tools/aic/QuantiseTrial.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace aic::tool {

namespace {

constexpr int64_t kFewSamples = 16;
constexpr const char* kCommand = "quantize";

struct Options {
  ModelOptions model;
  DeviceOptions device;
  std::string calibrate, labels, drop, metric, of, ranges = "auto", batch, output, report;
  bool json = false;
};

using Metric = Score::Metric;
using quantise::RangeMethod;

constexpr std::pair<const char*, RangeMethod> kMethods[] = {
    {"min-max", RangeMethod::MinMax}, {"percentile", RangeMethod::Percentile}, {"mse", RangeMethod::Mse}};

/// "0.5%" or "0.005".
bool parseShare(absl::string_view text, double& share) {
  const bool percent = absl::ConsumeSuffix(&text, "%");
  if (!absl::SimpleAtod(text, &share) || !std::isfinite(share) || share < 0)
    return false;
  share /= percent ? 100 : 1;
  return true;
}

class Quantisation {
public:
  explicit Quantisation(const Options& options) : options(options), trialModel(options.model) {}

  int run() {
    if (int code = check())
      return code;
    if (int code = calibrate())
      return code;
    if (int code = choose())
      return code;
    if (int code = settle())
      return code;
    return tell();
  }

private:
  const Options& options;
  ModelOptions trialModel; // with --batch
  std::string tensors;     // the file of the written text's
  double bound = 0;
  Calibration calibration;
  Score score;
  ProgressBar bar;
  std::unique_ptr<QuantiseTrial> trial;
  quantise::Plan plan; // its choice is Found's
  QuantiseReport made;

  /// Samples run with the size of --batch, whatever --dim says of that dimension.
  int setBatch() {
    for (const std::string& dim : options.model.dims)
      if (absl::EndsWith(dim, "=0"))
        return failUsage(kCommand, absl::StrCat("--dim ", dim, ": of nothing there are no ranges"));
    if (options.batch.empty())
      return Good;
    const std::string name = options.batch.substr(0, options.batch.find('=') + 1);
    int64_t size;
    if (name.size() < 2 || !absl::SimpleAtoi(options.batch.substr(name.size()), &size) || size < 1)
      return failUsage(kCommand, absl::StrCat("--batch ", options.batch,
                                              ": expected NAME=SIZE with a whole number, 1 or more"));
    auto& dims = trialModel.dims;
    dims.erase(std::remove_if(dims.begin(), dims.end(),
                              [&](const std::string& dim) { return absl::StartsWith(dim, name); }),
               dims.end());
    dims.push_back(options.batch);
    return Good;
  }

  int check() {
    if (!absl::EndsWith(options.output, ".graph"))
      return failUsage(kCommand,
                       absl::StrCat("-o ", options.output, ": the text's file is called NAME.graph"));
    tensors = absl::StrCat(absl::StripSuffix(options.output, ".graph"), ".safetensors");
    if (!isModelSource(options.model.file))
      return failUsage(kCommand, absl::StrCat(options.model.file, ": expected FILE.graph or FILE.onnx"));
    if (int code = setBatch())
      return code;
    if (!options.report.empty())
      if (int code = checkName(kCommand, "--report", options.report))
        return code;
    if (int code = calibration.open(options.calibrate, options.labels))
      return code;
    trial = std::make_unique<QuantiseTrial>(trialModel, options.device, calibration);
    if (int code = trial->open({}))
      return code;
    if (int code = calibration.findLabels(trial->run().feed, trial->run().inputs.size() - 3))
      return code;
    if (int code = checkFiles())
      return code;
    const bool byAccuracy = options.metric.empty() ? calibration.hasLabels() : options.metric == "accuracy";
    if (byAccuracy && !calibration.hasLabels())
      return failUsage(kCommand, absl::StrCat("--metric accuracy: say what is right, --labels FILE.npy; ",
                                              calibration.samples().describe()));
    score.metric = byAccuracy ? Metric::Accuracy : Metric::Relative;
    bound = byAccuracy ? 0.005 : 0.02;
    if (!options.drop.empty() && !parseShare(options.drop, bound))
      return failUsage(kCommand,
                       absl::StrCat("--max-drop ", options.drop, ": expected a share such as 0.5% or 0.005"));
    return score.open(calibration, trial->run(), options.of);
  }

  int checkFiles() const {
    std::vector<std::string> read = calibration.files();
    read.push_back(options.model.file);
    read.insert(read.end(), trial->files().begin(), trial->files().end());
    for (const std::string& written : {options.output, tensors, options.report})
      for (const std::string& input : read)
        if (!written.empty() && sameFile(written, input))
          return failUsage(kCommand,
                           absl::StrCat("-o ", written, ": this would overwrite ", input, ", which is read"));
    return Good;
  }

  int measure(const quantise::Plan& tried, bool ranking, double& error) {
    if (int code = trial->measure(tried, ranking ? kRankingSamples : calibration.samples().size(), score))
      return code;
    error = ranking ? score.relative() : score.drop();
    return Good;
  }

  quantise::Plan wholly() const {
    quantise::Plan whole;
    whole.inBytes.assign(trial->model().operators.size(), 1);
    return whole;
  }

  /// The ranges and corrections with which all operators together make the least error on this trial.
  int findRanges(quantise::Plan& best, double& least, std::string& how) {
    if (int code = trial->observe(bar))
      return code;
    least = INFINITY;
    for (auto [name, method] : kMethods) {
      if (options.ranges != "auto" && options.ranges != name)
        continue;
      quantise::Plan tried = wholly();
      for (const quantise::Observer& observer : trial->observers())
        tried.ranges.push_back(observer.range(method));
      double error = 0;
      if (int code = measure(tried, true, error))
        return code;
      if (error < least) {
        least = error;
        how = name;
        best = tried;
      }
    }
    quantise::Plan corrected = best;
    double error = 0;
    if (int code = trial->findCorrections(best.ranges, corrected.corrections))
      return code;
    if (int code = measure(corrected, true, error))
      return code;
    if (error < least) {
      least = error;
      best = corrected;
    }
    return Good;
  }

  void warnOfSamples() const {
    size_t nothing = 0;
    for (const quantise::Observer& observer : trial->observers())
      nothing += observer.isNothing();
    if (nothing > 0)
      std::fprintf(stderr,
                   "aic: warning: %zu of %zu tensors are 0 throughout in these samples: their ranges are not "
                   "known\n",
                   nothing, trial->observers().size());
    if (const int64_t count = calibration.samples().size(); count < kFewSamples)
      std::fprintf(stderr, "aic: warning: %lld samples say little of ranges; some hundreds are usual\n",
                   static_cast<long long>(count));
  }

  int calibrate() {
    if (int code = trial->reference(score))
      return code;
    double least = 0;
    if (int code = findRanges(plan, least, made.ranges))
      return code;
    warnOfSamples();
    std::vector<std::vector<float>> equalisers;
    bool any = false;
    for (size_t p = 0; p < trial->model().points.size(); ++p) {
      const quantise::Point& point = trial->model().points[p];
      std::vector<float> factors;
      if (point.channels > 0)
        factors = quantise::equaliser(trial->most()[p], point.weights);
      any |= std::any_of(factors.begin(), factors.end(), [](float factor) { return factor != 1; });
      equalisers.push_back(std::move(factors));
    }
    if (!any)
      return Good;
    std::unique_ptr<QuantiseTrial> plain = std::move(trial);
    trial = std::make_unique<QuantiseTrial>(trialModel, options.device, calibration);
    if (int code = trial->open(equalisers))
      return code;
    quantise::Plan equalised;
    double error = 0;
    std::string how;
    if (int code = findRanges(equalised, error, how))
      return code;
    made.equalised = error < least;
    if (!made.equalised) {
      trial = std::move(plain);
      return Good;
    }
    plan = std::move(equalised);
    plan.equalisers = std::move(equalisers);
    made.ranges = how;
    return Good;
  }

  int choose() {
    const size_t operators = trial->model().operators.size();
    int code = Good;
    int64_t asked = 0;
    std::optional<quantise::Found> found = quantise::findChoice(
        operators, bound, [&](const quantise::Choice& choice, bool ranking) -> std::optional<double> {
          quantise::Plan tried = plan;
          tried.inBytes = choice;
          double error = 0;
          if (bar.isDue())
            bar.show("searching", std::min(asked, 2 * int64_t(operators)), 2 * int64_t(operators), "");
          ++asked;
          code = measure(tried, ranking, error);
          return code ? std::nullopt : std::optional(error);
        });
    bar.wipe();
    if (!found)
      return code;
    made.operators = trial->model().operators;
    made.found = std::move(*found);
    return Good;
  }

  /// Writes the text and its tensors.
  int write() {
    ModelOptions model = options.model;
    quantise::Plan chosen = plan;
    chosen.inBytes = made.found.choice;
    model.edit = editBy([&](mlir::ModuleOp module) { return quantise::quantise(module, chosen); });
    std::unique_ptr<driver::Compilation> compilation;
    if (int code = compileTo(kCommand, model, driver::Stage::Aic, compilation))
      return code;
    graph::WriteOptions write;
    auto functions = compilation->original().getOps<mlir::func::FuncOp>();
    write.graph = (*functions.begin()).getSymName().str();
    write.weights = tensors.substr(tensors.rfind('/') + 1);
    write.comments.push_back("Made of " + options.model.file.substr(options.model.file.rfind('/') + 1) +
                             " by `aic quantize`.");
    write.fold = driver::foldOperation;
    const graph::Written written = graph::writeGraph(compilation->original(), write);
    if (written.exitCode)
      return fail(static_cast<ExitCode>(written.exitCode),
                  absl::StrCat(options.model.file, ": ", written.problem));
    made.bytesAfter = 0;
    for (const weights::TensorSource& tensor : written.tensors)
      made.bytesAfter += weights::TensorBytes(tensor.type, tensor.shape).value_or(0);
    made.bytesBefore = made.bytesAfter;
    for (size_t i = 0; i < made.operators.size(); ++i)
      if (made.found.choice[i])
        made.bytesBefore += floatBytes(made.operators[i]) - storedBytes(made.operators[i]);
    absl::Status status = weights::WriteSafetensors(tensors, written.tensors);
    if (status.ok())
      status = weights::WriteFile(options.output, {bytesOf(written.text)});
    return status.ok() ? static_cast<int>(Good) : fail(status);
  }

  static weights::Bytes bytesOf(const std::string& text) {
    return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
  }

  /// The error of the artifact that the written text becomes.
  int measureWritten() {
    ModelOptions model;
    model.file = options.output;
    model.targetCpu = options.model.targetCpu;
    aic_session_options device;
    if (int code = parseDevice(kCommand, options.device, /*profile=*/false, device))
      return code;
    std::unique_ptr<driver::Compilation> compilation;
    std::string bytes;
    ModelHandle opened;
    const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
    if (int code = openSource(kCommand, model, target, compilation, bytes, opened))
      return code;
    AnswerRun answers;
    if (int code = answers.open(opened.get(), "", options.device, calibration, {}))
      return code;
    score.begin();
    const int64_t all = calibration.samples().size();
    if (int code = answers.run(all, [&](absl::Span<const int64_t> rows) {
          if (bar.isDue())
            bar.show("checking", rows.back() + 1, all, "");
          return score.add(calibration, answers.outputs, rows);
        }))
      return code;
    bar.wipe();
    made.drop = score.drop();
    made.relative = score.relative();
    made.quantisedAccuracy = score.accuracy();
    return Good;
  }

  /// Writes, and takes further operators back to floats where the artifact is worse than its trial.
  int settle() {
    while (true) {
      if (int code = write())
        return code;
      if (int code = measureWritten())
        return code;
      made.met = made.found.good && made.drop <= bound;
      size_t inBytes = 0, most = 0;
      for (size_t i : made.found.order)
        if (made.found.choice[i]) {
          ++inBytes;
          most = i;
        }
      if (made.met || inBytes < 2)
        return Good;
      made.found.choice[most] = 0;
    }
  }

  int tell() {
    made.file = options.model.file;
    made.output = options.output;
    made.byAccuracy = score.metric == Metric::Accuracy;
    made.samples = calibration.samples().size();
    made.accuracy = score.accuracyKept();
    made.bound = bound;
    made.corrected = !plan.corrections.empty();
    if (!options.report.empty()) {
      const std::string page = asPage(made);
      if (absl::Status status = weights::WriteFile(options.report, {bytesOf(page)}); !status.ok())
        return fail(status);
    }
    if (options.json)
      printJson(asJson(made));
    else
      std::fputs(asText(made).c_str(), stdout);
    if (made.met)
      return Good;
    return fail(NumbersDiffer,
                absl::StrFormat("no operator in 8 bits keeps within %.4g %%: with the one that matters "
                                "least, as in %s, %s %.4g %s",
                                100 * bound, options.output,
                                made.byAccuracy ? "the accuracy drops by" : "answers are off by",
                                100 * made.drop, made.byAccuracy ? "points" : "%"));
  }
};

} // namespace

Command addQuantize(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("quantize", "Make a float model one of 8 bits, within a bound on its error");
  command->add_option("file", options->model.file, "The model: FILE.graph or FILE.onnx")->required();
  command->add_option("--calibrate,--data", options->calibrate, kDataHelp)->type_name(kDataForms)->required();
  command
      ->add_option(
          "--labels", options->labels,
          "What is right: integers, the first axis the samples. Default: the array of integers that no input "
          "takes, where there is one")
      ->type_name("FILE.npy");
  command
      ->add_option(
          "--max-drop", options->drop,
          "The bound: by how much the share of right answers may fall (default 0.5%), or how far answers "
          "may be off, the root of squares (default 2%)")
      ->type_name("SHARE");
  command
      ->add_option("--metric", options->metric, "What is bounded; default: accuracy where there are labels")
      ->check(CLI::IsMember({"accuracy", "relative"}))
      ->type_name("NAME");
  command->add_option("--of", options->of, "The output that holds the answers; default: the only one of f32")
      ->type_name("OUTPUT");
  command
      ->add_option(
          "--ranges", options->ranges,
          "How the ranges of activations are found: min-max, percentile (99.99), mse; auto: what is best")
      ->check(CLI::IsMember({"auto", "min-max", "percentile", "mse"}))
      ->capture_default_str()
      ->type_name("METHOD");
  command
      ->add_option(
          "--batch", options->batch,
          "A dimension's size while samples run; what is written has the size of --dim, or the text's")
      ->type_name("NAME=SIZE");
  command
      ->add_option("-o,--output", options->output,
                   "The text to write, NAME.graph; its tensors go to NAME.safetensors")
      ->required()
      ->type_name("FILE");
  command->add_option("--report", options->report, "Write a page with the table and its drawing")
      ->type_name("FILE.html");
  command->add_flag("--json", options->json, "Print what was found as JSON");
  addDeviceOptions(*command, options->device);
  addModelOptions(*command, options->model);
  command->footer(
      "Convolutions, linear layers and products by constant matrices compute in integers: batch norms are "
      "folded, "
      "weights have a scale for each\noutput, activations one range. As few as can be stay floats: the table "
      "has each at "
      "its line, with the error of the answers (root of squares)\nwhere it alone is in 8 bits, and with all "
      "that matter "
      "less. The bound is checked on the compiled result; one that cannot be met is exit code 6,\nand what "
      "was written is "
      "the best that was found.\n\n"
      "Examples:\n"
      "  aic quantize cnn.graph --calibrate train.npz --labels labels.npy --batch N=64 -o cnn8.graph\n"
      "  aic quantize model.onnx --calibrate samples/ --metric relative --max-drop 1% -o model8.graph "
      "--report model8.html\n"
      "  aic compile cnn8.graph -o cnn8.aic");
  return {command, [options] { return Quantisation(*options).run(); }};
}

} // namespace aic::tool

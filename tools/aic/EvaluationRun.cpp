#include "tools/aic/EvaluationRun.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Numbers.h"

#include <CLI/CLI.hpp>
#include <cmath>

namespace aic::tool {

namespace {

using Kind = Answers::Kind;

std::vector<std::string> metricsOf(const EvaluationOptions& options) {
  if (options.metrics.empty())
    return {};
  return absl::StrSplit(options.metrics, ',');
}

int64_t countOf(absl::Span<const int64_t> shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  return count;
}

std::vector<int64_t> withoutOnes(absl::Span<const int64_t> shape) {
  std::vector<int64_t> kept;
  absl::c_copy_if(shape, std::back_inserter(kept), [](int64_t size) { return size != 1; });
  return kept;
}

} // namespace

int EvaluationRun::openModelAndSamples() {
  aic_session_options device;
  if (int code = parseDevice(command_, options_.device, /*profile=*/false, device))
    return code;
  const bool source = isModelSource(options_.model.file);
  if (int code = source ? Good : checkCompiled(command_, options_.model))
    return code;
  if (int code = samples_.open(command_, options_.data))
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  if (int code = source ? openSource(command_, options_.model, target, compilation_, bytes_, model_)
                        : openModel(options_.model.file, 0, options_.verify, model_))
    return code;
  if (int code = chooseEntry(command_, model_.get(), options_.entry, {}, 0, entry_))
    return code;
  if (int code = allocateInputs(model_.get(), entry_, inputs_))
    return code;
  if (int code = allocateOutputs(model_.get(), entry_, outputs_))
    return code;
  if (int code = feed_.match(command_, samples_, inputs_))
    return code;
  return makeSession(model_.get(), device, session_);
}

int EvaluationRun::findOutput() {
  std::vector<std::string> names;
  for (const Buffer& output : outputs_) {
    names.push_back(output.describe());
    if (options_.of.empty() ? isFloat(output.type()) && !output_ : options_.of == output.info.name)
      output_ = &output;
    else if (options_.of.empty() && isFloat(output.type()))
      return failUsage(command_, absl::StrCat("say which output is meant, --of NAME; the model has ",
                                              absl::StrJoin(names, ", "), ", ..."));
  }
  if (!output_ || !isFloat(output_->type()))
    return failUsage(command_, absl::StrCat("--of ", options_.of, ": no output of floats; the model has ",
                                            absl::StrJoin(names, ", ")));
  absl::Span<const int64_t> shape = output_->shape();
  if (shape.empty() || shape[0] != feed_.batch())
    return fail(WrongUsage, absl::StrCat("the output ", output_->describe(), " has nothing for each of ",
                                         feed_.batch(), " samples"));
  return Good;
}

int EvaluationRun::findLabels() {
  std::vector<const Column*> left;
  for (const Column& column : samples_.columns()) {
    bool fed = false;
    for (size_t i = 0; i < inputs_.size(); ++i)
      fed |= feed_.column(i) == &column;
    if (options_.labels.empty() ? !fed : options_.labels == column.name)
      left.push_back(&column);
  }
  if (left.size() != 1)
    return failUsage(command_, absl::StrCat(options_.labels.empty()
                                                ? "say which array holds what is right, --labels NAME; "
                                                : absl::StrCat("--labels ", options_.labels, ": not there; "),
                                            samples_.describe()));
  labels_ = left[0];
  return Good;
}

/// Which kind the labels are, and where their scores are, by types and shapes.
int EvaluationRun::matchLabels(Answers& answers) {
  const Column& labels = *labels_;
  const absl::Span<const int64_t> rest = output_->shape().subspan(1);
  const std::vector<std::string> metrics = metricsOf(options_);
  const bool ofNumbers = absl::c_any_of(metrics, [](const std::string& metric) {
    return metric == "mse" || metric == "rmse" || metric == "mae" || metric == "r2";
  });
  const int64_t scores = countOf(rest), each = countOf(labels.shape);
  places_.labels = static_cast<size_t>(each);
  if (scores == each && scores > 0) {
    bool binary = !ofNumbers;
    if (isFloat(labels.type)) // what is 0 and 1 throughout is a class
      for (int64_t sample = 0; sample < samples_.size() && binary; ++sample)
        for (int64_t i = 0; i < each && binary; ++i) {
          const double label = loadNumber(labels.type, labels.sample(sample), static_cast<uint64_t>(i));
          binary = label == 0 || label == 1;
        }
    answers.kind = binary ? Kind::Binary : Kind::Numbers;
    answers.classes = binary ? 2 : 0;
    answers.outputs = binary ? 1 : places_.labels;
    return Good;
  }
  std::vector<int64_t> last = withoutOnes(labels.shape), first = last;
  const int64_t classes = each > 0 ? scores / each : 0;
  last.push_back(classes);
  first.insert(first.begin(), classes);
  const std::vector<int64_t> found = withoutOnes(rest);
  if (isFloat(labels.type) || classes < 2 || (found != last && found != first))
    return fail(
        WrongUsage,
        absl::StrCat("labels and answers do not fit: a sample has ", labels.describe(),
                     ", and the output is ", output_->describe(), ", of which ", feed_.batch(),
                     " are the samples; expected integers and a score for each class, or as many numbers"));
  places_.classes = answers.classes = static_cast<size_t>(classes);
  places_.classesLast = found == last;
  return Good;
}

void EvaluationRun::Wrong::add(int64_t sample, double found) {
  if (samples == 0) {
    first = sample;
    value = found;
  }
  samples += sample != last;
  last = sample;
}

/// Whether no metric has a value for the scores of one label. A logit may be infinite: -inf of a class that
/// cannot be, as long as there is another, or of the certainty of one of two.
bool EvaluationRun::isWrongScore(Answers::Kind kind, absl::Span<const double> scores) {
  auto isNone = [](double score) { return std::isnan(score) || (score > 0 && std::isinf(score)); };
  if (kind == Kind::Binary)
    return std::isnan(scores[0]);
  if (kind == Kind::Numbers)
    return !std::isfinite(scores[0]);
  return absl::c_any_of(scores, isNone) ||
         absl::c_all_of(scores, [](double score) { return std::isinf(score); });
}

int EvaluationRun::checkFinite() const {
  for (const auto& [wrong, what] : {std::pair(&wrongLabels_, "label"), std::pair(&wrongAnswers_, "answer")})
    if (wrong->samples > 0)
      return fail(ModelWrong,
                  absl::StrCat(wrong->samples, " of ", samples_.size(), " samples ",
                               wrong->samples == 1 ? "has" : "have", " ", what[0] == 'a' ? "an " : "a ", what,
                               " that is not finite; the first is sample ", wrong->first, ": ", what, " ",
                               std::isnan(wrong->value) ? "nan" : absl::StrCat(wrong->value)));
  return Good;
}

int EvaluationRun::addSample(int64_t sample, size_t row, Answers& answers) {
  const Column& labels = *labels_;
  const uint8_t* values = labels.sample(sample);
  const size_t begin = row * places_.labels * places_.classes;
  for (size_t i = 0; i < places_.labels; ++i) {
    const double label = loadNumber(labels.type, values, i);
    const bool isClass = answers.kind != Kind::Numbers;
    if (isClass && label == static_cast<double>(options_.ignored))
      continue;
    if (isClass && !(label >= 0 && label < static_cast<double>(answers.classes)))
      return fail(ModelWrong, absl::StrCat("sample ", sample, ": the label is ", label,
                                           ", and there are the classes 0 to ", answers.classes - 1));
    if (isClass)
      answers.labels.push_back(static_cast<int64_t>(label));
    else
      answers.wanted.push_back(label);
    if (!isClass && !std::isfinite(label))
      wrongLabels_.add(sample, label);
    const size_t first = answers.scores.size();
    for (size_t c = 0; c < places_.classes; ++c)
      answers.scores.push_back(loadNumber(*output_, begin + places_.at(i, c)));
    const absl::Span<const double> scores = absl::MakeConstSpan(answers.scores).subspan(first);
    if (isWrongScore(answers.kind, scores))
      wrongAnswers_.add(sample, *absl::c_find_if(scores, [](double score) { return !std::isfinite(score); }));
  }
  return Good;
}

int EvaluationRun::run(const SampleChange& change, const std::function<void(int64_t)>& progress,
                       Answers& answers) {
  answers.scores.clear();
  answers.labels.clear();
  answers.wanted.clear();
  wrongLabels_ = wrongAnswers_ = Wrong();
  const int64_t all = samples_.size();
  std::vector<int64_t> rows;
  for (int64_t begin = 0; begin < all; begin += feed_.batch()) {
    rows.clear();
    for (int64_t i = begin; i < std::min(all, begin + feed_.batch()); ++i)
      rows.push_back(i);
    feed_.fill(rows, inputs_);
    if (change)
      change(rows, inputs_);
    if (aic_model_state_count(model_.get()) > 0) // samples know nothing of each other
      if (aic_status status = aic_session_reset_state(session_.get(), AIC_ALL_STATES))
        return failRuntime(status);
    if (int code = runOnce(session_.get(), inputs_, outputs_, entry_))
      return code;
    for (size_t row = 0; row < rows.size(); ++row)
      if (int code = addSample(rows[row], row, answers))
        return code;
    progress(begin + static_cast<int64_t>(rows.size()));
  }
  if (int code = checkFinite())
    return code;
  if (answers.samples() == 0)
    return fail(WrongUsage, "there is no sample with a label");
  if (!probabilities_)
    probabilities_ = options_.scores == "auto" ? lookLikeProbabilities(answers.scores, places_.classes)
                                               : options_.scores == "probabilities";
  answers.probabilities = answers.kind != Answers::Kind::Numbers && *probabilities_;
  return Good;
}

int EvaluationRun::open(Answers& answers) {
  if (int code = openModelAndSamples())
    return code;
  if (int code = findOutput())
    return code;
  if (int code = findLabels())
    return code;
  return matchLabels(answers);
}

int EvaluationRun::metrics(const Answers& answers, std::vector<std::string>& metrics) const {
  metrics = metricsOf(options_);
  if (metrics.empty())
    metrics = defaultMetrics(answers);
  for (const std::string& metric : metrics)
    if (std::string wrong = checkMetric(metric, answers); !wrong.empty())
      return failUsage(command_, absl::StrCat("--metrics ", metric, ": ", wrong));
  return Good;
}

std::vector<std::string> EvaluationRun::files() const {
  std::vector<std::string> read = samples_.files();
  read.push_back(options_.model.file);
  if (compilation_)
    read.insert(read.end(), compilation_->files().begin(), compilation_->files().end());
  return read;
}

void addEvaluationOptions(CLI::App& command, EvaluationOptions& options) {
  command.add_option("--data", options.data, kDataHelp)->type_name(kDataForms);
  command
      .add_option("--metrics", options.metrics,
                  absl::StrCat(kMetrics, ". Default: those that go with the labels"))
      ->type_name("NAME[,NAME]");
  command
      .add_option("--labels", options.labels,
                  "The array of what is right; default: the only one that no input takes")
      ->type_name("NAME");
  command
      .add_option(
          "--scores", options.scores,
          "What scores of classes are: logits or probabilities; auto: probabilities where all rows look so")
      ->check(CLI::IsMember({"auto", "logits", "probabilities"}))
      ->capture_default_str()
      ->type_name("KIND");
  command.add_option("--ignore-index", options.ignored, "A label that does not count")
      ->capture_default_str()
      ->type_name("N");
}

} // namespace aic::tool

#include "tools/aic/Evaluation.h"

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace aic::tool {

const char* const kMetrics = "accuracy, topK (top5, ...), precision, recall, f1, auc, confusion, bce, ce, "
                             "perplexity, mse, rmse, mae, r2";

namespace {

using Kind = Answers::Kind;
using Json = nlohmann::ordered_json;

/// The k of "top5"; 0 for another name.
size_t topOf(const std::string& metric) {
  absl::string_view text = metric;
  size_t k = 0;
  return absl::ConsumePrefix(&text, "top") && absl::SimpleAtoi(text, &k) ? k : 0;
}

bool isOneOf(const std::string& metric, const std::vector<std::string>& names) {
  return absl::c_linear_search(names, metric);
}

/// What is not finite is null: JSON has no such numbers.
Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json();
}

Json numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (double value : values)
    list.push_back(number(value));
  return list;
}

/// The metrics one after another, each into all forms.
class Evaluator {
public:
  explicit Evaluator(const Answers& answers) : answers_(answers) {
    if (answers.kind == Kind::Numbers)
      return;
    const double threshold = answers.probabilities ? 0.5 : 0;
    if (answers.kind == Kind::Binary)
      for (double score : answers.scores)
        predicted_.push_back(score > threshold);
    else
      predicted_ = predictedClasses(answers.scores, answers.classes);
    confusion_ = confusionMatrix(answers.labels, predicted_, answers.classes);
    report_ = classReport(confusion_, answers.classes);
    positive_ = std::make_unique<bool[]>(answers.labels.size());
    for (size_t i = 0; i < answers.labels.size(); ++i)
      positive_[i] = answers.labels[i] == 1;
  }

  void add(const std::string& metric);
  Evaluation finish();

private:
  absl::Span<const bool> positive() const {
    return absl::MakeConstSpan(positive_.get(), answers_.labels.size());
  }
  /// The scores of class 1 among two; of a logit its probability, in the same order.
  std::vector<double> secondScores() const;
  std::vector<double> probabilities() const {
    return answers_.probabilities ? answers_.scores : softmaxRows(answers_.scores, answers_.classes);
  }

  void addScalar(const std::string& metric, double value) {
    result_.metrics[metric] = number(value);
    scalars_.emplace_back(metric, value);
  }
  void addClasses(const std::string& metric, const std::vector<double>& classes, const Averages& averages);
  void addAreas();
  void addConfusion();
  double lossOf(const std::string& metric) const;
  double errorOf(const std::string& metric) const;
  std::string classTable(bool html) const;

  /// A column of the table of classes: a metric's numbers and averages.
  struct ClassColumn {
    std::string metric;
    std::vector<double> classes;
    Averages averages;
  };

  const Answers& answers_;
  std::vector<int64_t> predicted_;
  std::vector<uint64_t> confusion_;
  ClassReport report_;
  std::unique_ptr<bool[]> positive_; // class 1, of two
  Evaluation result_;
  std::vector<std::pair<std::string, double>> scalars_;
  std::vector<ClassColumn> columns_;
  std::string drawings_; // text below the numbers
};

std::vector<double> Evaluator::secondScores() const {
  if (answers_.kind == Kind::Binary)
    return answers_.scores;
  std::vector<double> second;
  const std::vector<double> all = probabilities();
  for (size_t i = 1; i < all.size(); i += 2)
    second.push_back(all[i]);
  return second;
}

void Evaluator::addClasses(const std::string& metric, const std::vector<double>& classes,
                           const Averages& averages) {
  Json& json = result_.metrics[metric];
  if (answers_.classes == 2)
    json["binary"] = number(classes[1]);
  json["macro"] = number(averages.macro);
  json["micro"] = number(averages.micro);
  json["weighted"] = number(averages.weighted);
  json["classes"] = numbers(classes);
  columns_.push_back({metric, classes, averages});
}

/// What is left of a curve where points lie closer than a drawing shows.
std::vector<std::pair<double, double>> thinned(const std::vector<std::pair<double, double>>& points) {
  constexpr double kSeen = 1.0 / 360; // a pixel
  std::vector<std::pair<double, double>> kept;
  for (size_t i = 0; i < points.size(); ++i)
    if (i == 0 || i + 1 == points.size() || points[i].first - kept.back().first >= kSeen ||
        points[i].second - kept.back().second >= kSeen)
      kept.push_back(points[i]);
  return kept;
}

void Evaluator::addAreas() {
  std::vector<Curve> curves;
  auto draw = [&](const std::string& name, absl::Span<const bool> of, const std::vector<double>& scores,
                  double area) {
    curves.push_back({absl::StrFormat("%s: %.4f", name, area), thinned(rocCurve(of, scores))});
  };
  if (answers_.classes == 2) {
    const std::vector<double> scores = secondScores();
    const double area = areaUnderRoc(positive(), scores);
    addScalar("auc", area);
    draw(absl::StrCat("ROC of ", answers_.name(1)), positive(), scores, area);
    if (!curves[0].points.empty())
      drawings_ += "\n" + curveAsText(curves[0]);
  } else {
    const std::vector<double> all = probabilities();
    const ClassAreas areas = areasUnderRoc(answers_.labels, all, answers_.classes);
    addClasses("auc", areas.areas, areas.averages);
    const size_t samples = answers_.labels.size();
    auto isOf = std::make_unique<bool[]>(samples);
    std::vector<double> scores(samples);
    for (size_t i = 0; i < std::min(answers_.classes, size_t(20)); ++i) { // more are not told apart
      for (size_t row = 0; row < samples; ++row) {
        isOf[row] = answers_.labels[row] == static_cast<int64_t>(i);
        scores[row] = all[row * answers_.classes + i];
      }
      draw(answers_.name(i), absl::MakeConstSpan(isOf.get(), samples), scores, areas.areas[i]);
    }
  }
  result_.rocSvg = curvesAsSvg("ROC", "false positive rate", "true positive rate", curves);
}

void Evaluator::addConfusion() {
  constexpr size_t kShown = 20; // as letters; a page of 1000 columns is for nobody
  Json& json = result_.metrics["confusion"] = Json::array();
  for (size_t i = 0; i < answers_.classes; ++i)
    json.push_back(
        std::vector<uint64_t>(confusion_.begin() + static_cast<ptrdiff_t>(i * answers_.classes),
                              confusion_.begin() + static_cast<ptrdiff_t>((i + 1) * answers_.classes)));
  std::vector<std::string> names;
  for (size_t i = 0; i < answers_.classes; ++i)
    names.push_back(answers_.names.empty() ? std::to_string(i) : absl::StrCat(i, " ", answers_.names[i]));
  const std::vector<double> counts(confusion_.begin(), confusion_.end());
  if (answers_.classes <= kShown)
    drawings_ += "\n" + confusionAsText(names, counts);
  result_.confusionSvg = confusionAsSvg(names, counts);
}

double Evaluator::lossOf(const std::string& metric) const {
  if (metric == "bce")
    return answers_.probabilities ? binaryCrossEntropy(positive(), answers_.scores)
                                  : binaryCrossEntropyOfLogits(positive(), answers_.scores);
  const double loss = answers_.probabilities
                          ? crossEntropy(answers_.labels, answers_.scores, answers_.classes)
                          : crossEntropyOfLogits(answers_.labels, answers_.scores, answers_.classes);
  return metric == "perplexity" ? std::exp(loss) : loss;
}

double Evaluator::errorOf(const std::string& metric) const {
  if (metric == "r2")
    return r2Score(answers_.wanted, answers_.scores, answers_.outputs);
  if (metric == "mae")
    return meanAbsoluteError(answers_.wanted, answers_.scores);
  const double squared = meanSquaredError(answers_.wanted, answers_.scores);
  return metric == "rmse" ? std::sqrt(squared) : squared;
}

void Evaluator::add(const std::string& metric) {
  if (result_.metrics.contains(metric))
    return;
  if (metric == "accuracy")
    addScalar(metric, accuracy(answers_.labels, predicted_));
  else if (const size_t k = topOf(metric))
    addScalar(metric, topAccuracy(answers_.labels, answers_.scores, answers_.classes, k));
  else if (metric == "precision")
    addClasses(metric, report_.precision, report_.precisions);
  else if (metric == "recall")
    addClasses(metric, report_.recall, report_.recalls);
  else if (metric == "f1")
    addClasses(metric, report_.f1, report_.f1s);
  else if (metric == "auc")
    addAreas();
  else if (metric == "confusion")
    addConfusion();
  else if (isOneOf(metric, {"bce", "ce", "perplexity"}))
    addScalar(metric, lossOf(metric));
  else
    addScalar(metric, errorOf(metric));
}

/// A row each class, then the averages: as columns of letters, or as an HTML table.
std::string Evaluator::classTable(bool html) const {
  constexpr size_t kShown = 100;
  std::vector<std::vector<std::string>> rows = {{"class"}};
  for (const ClassColumn& column : columns_)
    rows[0].push_back(column.metric);
  rows[0].push_back("samples");
  auto addRow = [&](const std::string& name, auto value, uint64_t samples) {
    rows.push_back({name});
    for (const ClassColumn& column : columns_)
      rows.back().push_back(std::isnan(value(column)) ? "-" : absl::StrFormat("%.4f", value(column)));
    rows.back().push_back(absl::StrCat(samples));
  };
  for (size_t i = 0; i < answers_.classes && (html || answers_.classes <= kShown); ++i)
    addRow(
        answers_.name(i), [i](const ClassColumn& column) { return column.classes[i]; }, report_.support[i]);
  addRow("macro", [](const ClassColumn& column) { return column.averages.macro; }, answers_.labels.size());
  addRow("micro", [](const ClassColumn& column) { return column.averages.micro; }, answers_.labels.size());
  addRow(
      "weighted", [](const ClassColumn& column) { return column.averages.weighted; }, answers_.labels.size());
  std::string table = html ? "<table>\n" : "\n";
  size_t widest = 0;
  for (const auto& row : rows)
    widest = std::max(widest, row[0].size());
  for (const auto& row : rows) {
    table += html ? "<tr>" : "  ";
    for (size_t i = 0; i < row.size(); ++i)
      if (html)
        absl::StrAppend(&table, "<td>", escapeXml(row[i]), "</td>");
      else
        absl::StrAppend(&table, i == 0 ? row[i] + std::string(widest - row[i].size(), ' ')
                                       : std::string(11 - std::min<size_t>(11, row[i].size()), ' ') + row[i]);
    table += html ? "</tr>\n" : "\n";
  }
  return html ? table + "</table>\n" : table;
}

Evaluation Evaluator::finish() {
  for (const auto& [metric, value] : scalars_)
    absl::StrAppendFormat(&result_.text, "%-10s %.6g\n", metric, value);
  result_.html = "<table>\n";
  for (const auto& [metric, value] : scalars_)
    absl::StrAppendFormat(&result_.html, "<tr><td>%s</td><td>%.6g</td></tr>\n", metric, value);
  result_.html += "</table>\n";
  if (!columns_.empty()) {
    result_.text += classTable(/*html=*/false);
    result_.html += "<h2>Classes</h2>\n" + classTable(/*html=*/true);
  }
  result_.text += drawings_;
  if (!result_.confusionSvg.empty())
    result_.html += "<h2>Confusion</h2>\n" + result_.confusionSvg;
  if (!result_.rocSvg.empty())
    result_.html += "<h2>ROC</h2>\n" + result_.rocSvg;
  return std::move(result_);
}

} // namespace

std::vector<std::string> defaultMetrics(const Answers& answers) {
  if (answers.kind == Kind::Numbers)
    return {"mse", "rmse", "mae", "r2"};
  if (answers.kind == Kind::Binary)
    return {"accuracy", "bce", "auc", "precision", "recall", "f1", "confusion"};
  std::vector<std::string> metrics = {"accuracy"};
  if (answers.classes > 5)
    metrics.push_back("top5");
  metrics.push_back("ce");
  if (answers.classes <= 100) // a column and a curve for each
    for (const char* metric : {"auc", "precision", "recall", "f1", "confusion"})
      metrics.push_back(metric);
  return metrics;
}

std::string checkMetric(const std::string& metric, const Answers& answers) {
  const bool ofNumbers = isOneOf(metric, {"mse", "rmse", "mae", "r2"});
  const bool ofClasses = topOf(metric) || isOneOf(metric, {"accuracy", "precision", "recall", "f1", "auc",
                                                           "confusion", "bce", "ce", "perplexity"});
  if (!ofNumbers && !ofClasses)
    return absl::StrCat("there are ", kMetrics);
  if (ofNumbers != (answers.kind == Kind::Numbers))
    return ofNumbers ? "this is of numbers, and the labels are classes"
                     : "this is of classes, and the labels are numbers";
  const bool binary = answers.kind == Kind::Binary;
  if (binary && (topOf(metric) || metric == "ce" || metric == "perplexity"))
    return "this is of a score for each class, and the model gives one number, of two classes (bce)";
  if (!binary && metric == "bce")
    return "this is of one number, of two classes, and the model gives a score for each class (ce)";
  if (topOf(metric) > answers.classes)
    return absl::StrCat("there are ", answers.classes, " classes");
  return "";
}

bool lookLikeProbabilities(const std::vector<double>& scores, size_t columns) {
  constexpr double kNear = 1e-3;
  for (size_t row = 0; row < scores.size(); row += columns) {
    double sum = 0;
    for (size_t i = row; i < row + columns; ++i) {
      if (!(scores[i] >= 0 && scores[i] <= 1))
        return false;
      sum += scores[i];
    }
    if (columns > 1 && std::fabs(sum - 1) > kNear)
      return false;
  }
  return true;
}

Evaluation evaluate(const Answers& answers, const std::vector<std::string>& metrics) {
  Evaluator evaluator(answers);
  for (const std::string& metric : metrics)
    evaluator.add(metric);
  return evaluator.finish();
}

} // namespace aic::tool

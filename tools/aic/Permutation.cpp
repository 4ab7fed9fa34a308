#include "tools/aic/Permutation.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/AttributionView.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Names.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"
#include "tools/aic/Shuffle.h"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <numeric>

namespace aic::tool {

namespace {

bool isLoss(const std::string& metric) {
  return absl::c_linear_search(std::vector<std::string>{"bce", "ce", "perplexity", "mse", "rmse", "mae"},
                               metric);
}

/// One number of a metric: of those with one for each class that of class 1 of two, or the mean.
double scoreOf(const Answers& answers, const std::string& metric) {
  const nlohmann::ordered_json found = evaluate(answers, {metric}).metrics[metric];
  const nlohmann::ordered_json& one =
      !found.is_object() ? found : found[found.contains("binary") ? "binary" : "macro"];
  return one.is_number() ? one.get<double>() : NAN;
}

class Importance {
public:
  explicit Importance(const PermutationOptions& options)
      : options_(options), run_("attribute", options.evaluation) {}

  int open();
  int compute();

  /// What is said and shown of it.
  AttributionView view() const;
  void printAsJson() const;
  const std::vector<double>& means() const { return means_; }
  std::vector<std::string> filesRead() const { return run_.files(); }

private:
  int findInput();
  int chooseMetric();
  int nameFeatures();
  int scoreWith(uint64_t feature, uint64_t repeat, double& score);

  const PermutationOptions& options_;
  EvaluationRun run_;
  Answers answers_;
  std::string metric_;
  size_t input_ = 0;
  std::vector<std::string> features_;
  std::vector<Buffer> others_; // the inputs of the samples whose values come instead
  double whole_ = 0;
  std::vector<double> means_, deviations_;
};

int Importance::findInput() {
  std::vector<std::string> names;
  for (const Buffer& input : run_.inputs())
    names.push_back(input.info.name);
  const auto found = absl::c_find(names, options_.by);
  if (options_.by.empty() ? names.size() != 1 : found == names.end())
    return failUsage("attribute", options_.by.empty()
                                      ? absl::StrCat("say which input it is, --by NAME; the model has ",
                                                     absl::StrJoin(names, ", "))
                                      : absl::StrCat("--by ", options_.by, ": there is no such input",
                                                     graph::suggestion(options_.by, names),
                                                     "; the model has ", absl::StrJoin(names, ", ")));
  input_ = options_.by.empty() ? 0 : static_cast<size_t>(found - names.begin());
  const Buffer& input = run_.inputs()[input_];
  if (input.info.rank > 2)
    return fail(WrongUsage,
                absl::StrCat("--method permutation is for tables, an input [samples, features]; this is ",
                             input.describe()));
  for (const Buffer& each : run_.inputs()) {
    others_.emplace_back().info = each.info;
    if (int code = allocateBuffer(others_.back()))
      return code;
  }
  return Good;
}

int Importance::chooseMetric() {
  std::vector<std::string> metrics = {answers_.kind == Answers::Kind::Numbers ? "r2" : "accuracy"};
  if (!options_.evaluation.metrics.empty())
    if (int code = run_.metrics(answers_, metrics))
      return code;
  if (metrics.size() != 1 || metrics[0] == "confusion")
    return failUsage("attribute", absl::StrCat("--metrics ", options_.evaluation.metrics,
                                               ": --method permutation measures by one that is a number"));
  metric_ = metrics[0];
  return Good;
}

int Importance::nameFeatures() {
  const Buffer& input = run_.inputs()[input_];
  const int64_t count = input.info.rank == 2 ? input.info.shape[1] : 1;
  if (!options_.names.empty())
    if (int code = readNames("--names", options_.names, static_cast<size_t>(count), "features", features_))
      return code;
  for (int64_t i = static_cast<int64_t>(features_.size()); i < count; ++i)
    features_.push_back(absl::StrCat(input.info.name, "[", i, "]"));
  return Good;
}

int Importance::open() {
  if (int code = run_.open(answers_))
    return code;
  if (int code = findInput())
    return code;
  if (int code = chooseMetric())
    return code;
  return nameFeatures();
}

int Importance::scoreWith(uint64_t feature, uint64_t repeat, double& score) {
  std::vector<int64_t> all(static_cast<size_t>(run_.samples().size())), rows;
  std::iota(all.begin(), all.end(), 0);
  const std::vector<int64_t> order = shuffled(all, options_.seed, feature * options_.repeats + repeat);
  auto change = [&](absl::Span<const int64_t> batch, std::vector<Buffer>& inputs) {
    rows.clear();
    for (int64_t row : batch)
      rows.push_back(order[static_cast<size_t>(row)]);
    run_.feed().fill(rows, others_);
    const size_t bytes = weights::ElementBytes(inputs[input_].type());
    for (size_t row = 0; row < batch.size(); ++row) {
      const size_t at = (row * features_.size() + feature) * bytes;
      std::memcpy(static_cast<char*>(inputs[input_].data.get()) + at,
                  static_cast<const char*>(others_[input_].data.get()) + at, bytes);
    }
  };
  if (int code = run_.run(change, [](int64_t) {}, answers_))
    return code;
  score = scoreOf(answers_, metric_);
  return Good;
}

int Importance::compute() {
  Progress progress("permutation");
  if (int code = run_.run(nullptr, [](int64_t) {}, answers_))
    return code;
  whole_ = scoreOf(answers_, metric_);
  const auto repeats = static_cast<double>(options_.repeats);
  for (uint64_t feature = 0; feature < features_.size(); ++feature) {
    progress.say(absl::StrFormat("permutation: feature %d of %d", feature + 1, features_.size()));
    std::vector<double> lost;
    for (uint64_t repeat = 0; repeat < options_.repeats; ++repeat) {
      double score;
      if (int code = scoreWith(feature, repeat, score))
        return code;
      lost.push_back(isLoss(metric_) ? score - whole_ : whole_ - score);
    }
    const double mean = std::accumulate(lost.begin(), lost.end(), 0.0) / repeats;
    double squares = 0;
    for (double each : lost)
      squares += (each - mean) * (each - mean);
    means_.push_back(mean);
    deviations_.push_back(std::sqrt(squares / repeats));
  }
  return Good;
}

AttributionView Importance::view() const {
  AttributionView view;
  view.title = absl::StrCat("permutation of ", run_.inputs()[input_].info.name);
  view.lines = {absl::StrFormat("%s = %.6g of %s samples", metric_, whole_,
                                withCommas(static_cast<uint64_t>(run_.samples().size()))),
                absl::StrCat("permutation: ", options_.repeats, " orders; how much ", metric_,
                             isLoss(metric_) ? " rises" : " falls")};
  view.width = static_cast<int64_t>(features_.size());
  view.features = features_;
  view.weights = means_;
  if (view.weights.empty())
    view.weights.assign(features_.size(), 0);
  return view;
}

void Importance::printAsJson() const {
  nlohmann::ordered_json json;
  json["method"] = "permutation";
  json["input"] = run_.inputs()[input_].info.name;
  json["samples"] = run_.samples().size();
  json["metric"] = metric_;
  json["score"] = whole_;
  json["repeats"] = options_.repeats;
  json["features"] = features_;
  json["weights"] = means_;
  json["deviations"] = deviations_;
  printJson(json);
}

} // namespace

int explainByPermutation(const PermutationOptions& options) {
  Importance importance(options);
  if (int code = importance.open())
    return code;
  for (const std::string& file : options.files) {
    for (const std::string& read : importance.filesRead())
      if (sameFile(file, read))
        return failUsage("attribute", absl::StrCat("-o ", file, ": this would overwrite what is read"));
    if (std::string wrong = checkAttributionFile(importance.view(), file);
        !wrong.empty() && !absl::EndsWith(file, ".npy"))
      return failUsage("attribute", absl::StrCat("-o ", file, ": ", wrong));
  }
  if (int code = importance.compute())
    return code;
  const AttributionView view = importance.view();
  for (const std::string& file : options.files) {
    absl::Status status;
    if (absl::EndsWith(file, ".npy")) {
      status = weights::WriteNpy(file, weights::ElementType::F64, {view.width}, importance.means().data());
    } else {
      const std::string bytes = attributionFile(view, file);
      status = weights::WriteFile(file, {{reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}});
    }
    if (!status.ok())
      return fail(status);
  }
  if (options.json) {
    importance.printAsJson();
    return Good;
  }
  std::printf("%s\n", absl::StrJoin(view.lines, "\n").c_str());
  if (options.files.empty())
    std::fputs(attributionText(view, /*colours=*/false).c_str(), stdout);
  return Good;
}

} // namespace aic::tool

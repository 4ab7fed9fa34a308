// `aic quantize`'s runs: samples through the trial of a model, and how wrong its answers are.
#pragma once

#include "compiler/quantise/Model.h"
#include "tools/aic/Data.h"
#include "tools/aic/Device.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Progress.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace aic::tool {

/// How many samples are enough for what is only compared.
inline constexpr int64_t kRankingSamples = 64;

/// The samples, and what is right where somebody says it.
class Calibration {
public:
  /// `labels`: a .npy file, or "": the array of integers that no input takes, if there is one. Returns 0, or
  /// prints what is wrong and returns the exit code, as all here.
  int open(const std::string& data, const std::string& labels);
  /// Once the inputs are known.
  int findLabels(const Feed& feed, size_t inputs);

  const Samples& samples() const { return samples_; }
  bool hasLabels() const { return !labels_.empty(); }
  int64_t perSample() const { return perSample_; }
  /// Label `i` of a sample.
  int64_t label(int64_t sample, int64_t i) const {
    return labels_[static_cast<size_t>(sample * perSample_ + i)];
  }
  std::vector<std::string> files() const;

private:
  Samples samples_;
  std::string file_; // of labels
  std::vector<int64_t> labels_;
  int64_t perSample_ = 1;
};

/// The answers of one entry to samples.
class AnswerRun {
public:
  /// Opens the entry of a name, or the only one for "". `extra`: inputs that no sample has.
  int open(const aic_model* model, const std::string& entry, const DeviceOptions& device,
           const Calibration& calibration, const std::vector<std::string>& extra);

  /// Runs `count` samples in batches; `each` sees the rows of each one.
  int run(int64_t count, const std::function<int(absl::Span<const int64_t> rows)>& each);

  std::vector<Buffer> inputs, outputs;
  Feed feed;

private:
  const aic_model* model_ = nullptr;
  SessionHandle session_;
  uint32_t entry_ = 0;
};

/// How good answers are: the share of right ones, or how far they are from those of floats.
class Score {
public:
  enum class Metric { Accuracy, Relative };

  Metric metric = Metric::Relative;

  /// Finds the answers among the outputs (`of`: by name), and how labels belong to them.
  int open(const Calibration& calibration, const AnswerRun& run, const std::string& of);
  /// What is compared with: the answers of floats to all samples; call it once for each of them.
  int keep(const Calibration& calibration, const std::vector<Buffer>& outputs,
           absl::Span<const int64_t> rows);

  void begin();
  int add(const Calibration& calibration, const std::vector<Buffer>& outputs, absl::Span<const int64_t> rows);
  /// sqrt(sum of squares of differences / sum of squares), of all that was added.
  double relative() const;
  /// Of what was added, or kept; by accuracy.
  double accuracy() const { return count_ ? static_cast<double>(right_) / static_cast<double>(count_) : 0; }
  double accuracyKept() const {
    return kept_ ? static_cast<double>(rightKept_) / static_cast<double>(kept_) : 0;
  }
  /// What --max-drop bounds.
  double drop() const { return metric == Metric::Accuracy ? accuracyKept() - accuracy() : relative(); }

private:
  size_t output_ = 0;
  std::string name_;
  size_t each_ = 0, places_ = 1, classes_ = 1; // scores of a sample; of them, labels and classes
  bool classesLast_ = true;
  std::vector<float> reference_; // of all samples
  double squares_ = 0, differences_ = 0;
  int64_t right_ = 0, count_ = 0, rightKept_ = 0, kept_ = 0;

  int64_t rightOf(const Calibration& calibration, absl::Span<const float> scores, int64_t sample) const;
  std::vector<float> scoresOf(const Buffer& buffer, size_t row) const;
};

/// A model's trial: compiled once, asked many times.
class QuantiseTrial {
public:
  QuantiseTrial(const ModelOptions& options, const DeviceOptions& device, Calibration& calibration)
      : options_(options), device_(device), calibration_(calibration) {}

  /// Compiles and opens it; equalisers as in quantise::Plan.
  int open(std::vector<std::vector<float>> equalisers);
  /// Sees all samples, twice. `most`: the largest magnitude of each channel of the points that have some.
  int observe(ProgressBar& bar);
  /// The answers of floats, kept in `score`.
  int reference(Score& score);
  /// By how much results in 8 bits are above those of floats, of each channel of each operator.
  int findCorrections(const std::vector<quantise::Range>& ranges,
                      std::vector<std::vector<float>>& corrections);
  /// The answers of a plan.
  int measure(const quantise::Plan& plan, int64_t samples, Score& score);

  const quantise::Model& model() const { return model_; }
  const std::vector<quantise::Observer>& observers() const { return observers_; }
  const std::vector<std::vector<float>>& most() const { return most_; }
  const AnswerRun& run() const { return try_; }
  const std::vector<std::string>& files() const { return compilation_->files(); }

private:
  const ModelOptions& options_;
  const DeviceOptions& device_;
  Calibration& calibration_;
  std::unique_ptr<driver::Compilation> compilation_;
  std::string bytes_; // before the model: it lies in them
  ModelHandle opened_;
  quantise::Model model_;
  AnswerRun observe_, try_;
  std::vector<quantise::Observer> observers_;
  std::vector<std::vector<float>> most_;

  /// That the samples in the inputs of `try` are.
  int checkFinite(absl::Span<const int64_t> rows) const;
  /// The first operator that reads a point.
  std::string readerOf(size_t point) const;
  void set(const quantise::Plan& plan);
};

/// driver::Options::edit by one of compiler/quantise's functions, which returns what is in the way.
std::function<int(mlir::ModuleOp)> editBy(std::function<std::string(mlir::ModuleOp)> edit);

} // namespace aic::tool

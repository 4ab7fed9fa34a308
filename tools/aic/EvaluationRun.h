// A model that answers the samples of --data, beside what is right.
#pragma once

#include "tools/aic/Data.h"
#include "tools/aic/Device.h"
#include "tools/aic/Evaluation.h"
#include "tools/aic/ModelOptions.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace aic::tool {

struct EvaluationOptions {
  ModelOptions model;
  std::string data, metrics, labels, of, scores = "auto", entry;
  int64_t ignored = -100;
  DeviceOptions device;
  bool verify = false;
};

/// --data, --metrics, --labels, --of, --scores, --ignore-index.
void addEvaluationOptions(CLI::App& command, EvaluationOptions& options);

/// Changes a batch of samples before it runs: their numbers, and the inputs, which hold them.
using SampleChange = std::function<void(absl::Span<const int64_t> rows, std::vector<Buffer>& inputs)>;

class EvaluationRun {
public:
  /// `command` is whose --help messages point to.
  EvaluationRun(std::string command, const EvaluationOptions& options)
      : command_(std::move(command)), options_(options) {}

  /// Opens model and samples, and says of what kind answers will be. Returns 0, or prints what is wrong and
  /// returns the exit code, as all here.
  int open(Answers& answers);

  /// What --metrics says, or those that go with the answers.
  int metrics(const Answers& answers, std::vector<std::string>& metrics) const;

  /// Runs all samples in batches of the entry's size. Each of them sees the states that the model begins
  /// with.
  int run(const SampleChange& change, const std::function<void(int64_t)>& progress, Answers& answers);

  /// The files that were read.
  std::vector<std::string> files() const;
  const Buffer& output() const { return *output_; }
  const Column& labels() const { return *labels_; }
  const Samples& samples() const { return samples_; }
  const std::vector<Buffer>& inputs() const { return inputs_; }
  const Feed& feed() const { return feed_; }

private:
  /// Where in a sample's output the score of a class for a label is.
  struct Places {
    size_t labels = 1, classes = 1; // of a sample: places with a label, and how many scores each has
    bool classesLast = true;

    size_t at(size_t label, size_t scored) const {
      return classesLast ? label * classes + scored : scored * labels + label;
    }
  };

  /// Numbers that no metric has a value for: in how many samples, and the first of them.
  struct Wrong {
    int64_t samples = 0, last = -1, first = -1;
    double value = 0;

    void add(int64_t sample, double found);
  };

  int openModelAndSamples();
  int findOutput();
  int findLabels();
  int matchLabels(Answers& answers);
  bool areBinary() const;
  int addSample(int64_t sample, size_t row, Answers& answers);
  static bool isWrongScore(Answers::Kind kind, absl::Span<const double> scores);
  int checkFinite() const;

  const std::string command_;
  const EvaluationOptions& options_;
  std::unique_ptr<driver::Compilation> compilation_;
  std::string bytes_; // before the model: it lies in them
  ModelHandle model_;
  SessionHandle session_;
  uint32_t entry_ = 0;
  std::vector<Buffer> inputs_, outputs_;
  Samples samples_;
  Feed feed_;
  const Buffer* output_ = nullptr;
  const Column* labels_ = nullptr;
  Places places_;
  Wrong wrongLabels_, wrongAnswers_;  // of one run
  std::optional<bool> probabilities_; // decided by the first run
};

} // namespace aic::tool

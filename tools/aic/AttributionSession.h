// A compiled model whose answer is explained: its entries, what goes into them, and which of its outputs is
// asked about.
#pragma once

#include "tools/aic/Attribution.h"
#include "tools/aic/Model.h"

#include <memory>
#include <string>
#include <vector>

namespace aic::tool {

/// An entry with its memory.
struct AttributionEntry {
  uint32_t number = 0;
  std::vector<Buffer> inputs, outputs;

  /// Returns 0, or prints why not and returns the exit code, as all here.
  int open(const aic_model* model, uint32_t entry);
};

class AttributionSession : public ScoredModel {
public:
  AttributionSession(const aic_model* model, aic_session* session) : model_(model), session_(session) {}

  /// Of the entries that makeAttributionEntries made.
  int openEntries(const std::string& input, bool embedded);
  /// Of any model: scores alone. "" is the only input, the only output of floats.
  int openForward(uint32_t entry, const std::string& input, const std::string& output);

  /// The model's own inputs, to be filled before begin().
  std::vector<Buffer>& inputs() { return embed_ ? embed_->inputs : score_.inputs; }
  /// Which of them is explained.
  const Buffer& input() { return inputs()[input_]; }
  const Buffer& output() const { return score_.outputs[output_]; }
  /// What is explained, as the methods see it: the input, or the vectors of its ids.
  const Buffer& explained() const { return score_.inputs[explained_]; }

  /// Passes the inputs on, and chooses the targets: `target` (places behind the rows, "3", "0,3"), or where
  /// it is "" the largest of each row.
  int begin(const std::string& target);

  /// The explained numbers as they were at begin().
  const std::vector<double>& x() const { return x_; }
  /// The place of each row's target in its output, as --target has it.
  std::string target(size_t row) const;
  /// All outputs of a row at begin().
  const std::vector<double>& outputs() const { return y_; }

  /// Of its target at begin().
  double beginScore(size_t row) const { return y_[row * (y_.size() / rows_) + targets_[row]]; }

  size_t rows() const override { return rows_; }
  int score(absl::Span<const double> x, std::vector<double>& scores) override;
  int gradient(absl::Span<const double> x, std::vector<double>& gradient) override;

private:
  int run(AttributionEntry& entry);
  int setTargets(const std::string& target);
  int parseTarget(const std::string& target, size_t& place) const;
  /// The output of one row.
  std::vector<int64_t> rowShape() const;

  const aic_model* model_;
  aic_session* session_;
  AttributionEntry score_;
  std::unique_ptr<AttributionEntry> gradient_, embed_; // where there are such
  size_t input_ = 0, explained_ = 0, output_ = 0;
  size_t rows_ = 1;
  std::vector<size_t> targets_; // one a row: which of its outputs
  std::vector<double> x_, y_;
};

} // namespace aic::tool

// A training step whose batch is cut into pieces: the sum of their gradients, and then the update, by one
// process or by several.
#pragma once

#include "tools/aic/BatchEntry.h"
#include "tools/aic/Ranks.h"

#include <string>
#include <vector>

namespace aic::tool {

/// What the names of inputs and outputs begin with that pass from the entry of a piece to the update.
inline constexpr const char* kPassed = "aic.";

/// Each piece's gradients are those of the mean over its samples; what is passed on is the mean over the
/// pieces: a sum along a binary tree that the number of pieces gives, divided by it. Process r of R has the
/// pieces p with floor(p R / P) = r, so that the bits of the result are the same for any R.
class Pieces {
public:
  /// `piece` is the entry of one piece; all must outlive this.
  Pieces(const aic_model* model, aic_session* session, BatchEntry& piece, Ranks& ranks, int64_t count)
      : model_(model), session_(session), piece_(piece), ranks_(ranks), count_(count) {}

  /// Opens the update, an entry, and matches what is passed on. Returns 0, or prints what is wrong and
  /// returns the exit code.
  int open(uint32_t update, const std::string& rate);

  /// Takes a step on these samples, `batch()` of them. The results of the piece's entry that are one float
  /// are then the means. A status of the runtime is that of this process's pieces or of the update; `code` is
  /// what failed otherwise, and was printed.
  aic_status run(absl::Span<const int64_t> rows, int& code);

  int64_t batch() const { return piece_.feed.batch() * count_; }
  int64_t count() const { return count_; }
  BatchEntry& update() { return update_; }
  Ranks& ranks() { return ranks_; }

  /// Whether any process was interrupted in the last step.
  bool interrupted() const { return interrupted_; }

private:
  /// What a piece gives, and their sums: numbers of the means, and then the bytes of each output that is
  /// passed on.
  struct Sum {
    std::vector<double> numbers;
    std::vector<std::vector<uint8_t>> passed;
  };

  int64_t owner(int64_t piece) const { return piece * ranks_.size() / count_; }
  bool hasPieces(int64_t begin, int64_t end) const;
  Sum emptySum() const;
  int sumOf(int64_t begin, int64_t end, Sum& sum);
  int runPiece(int64_t piece, Sum& sum);
  void add(const Sum& from, Sum& to) const;
  template <typename Pass> int pass(Sum& sum, Pass part);
  int writeGenerators(int64_t piece);
  int readGenerators();
  void useMeans(const Sum& sum);

  const aic_model* model_;
  aic_session* session_;
  BatchEntry& piece_;
  Ranks& ranks_;
  int64_t count_;
  BatchEntry update_;
  std::vector<size_t> outputs_, inputs_; // of the piece and of the update: what is passed on, in one order
  std::vector<std::pair<uint32_t, std::vector<int64_t>>>
      generators_; // states, and their keys when the step begins
  absl::Span<const int64_t> rows_;
  aic_status status_ = AIC_OK;
  bool interrupted_ = false;
};

/// The states of dropouts: i64[2] called generator, a seed and the number of the step.
std::vector<uint32_t> generatorsOf(const aic_model* model);

} // namespace aic::tool

// The loop of aic train: epochs of a compiled training step over samples.
#pragma once

#include "tools/aic/BatchEntry.h"
#include "tools/aic/History.h"
#include "tools/aic/Pieces.h"
#include "tools/aic/Progress.h"
#include "tools/aic/Schedule.h"
#include "tools/aic/TrainingLog.h"

#include <functional>
#include <string>
#include <vector>

namespace aic::tool {

/// What a training that goes on is compared by with the one that was left.
struct TrainSetting {
  enum class Kind {
    Fixed,   ///< another value is another training
    Content, ///< so is this one, whose value says nothing to a user
    Free     ///< may change, and the user is told
  };
  std::string name, value;
  Kind kind;
};

struct TrainerOptions {
  int64_t epochs = 10, patience = 0; ///< patience: epochs without a better validation loss; 0: no end by that
  int64_t checkpointEvery = 1;       ///< epochs
  uint64_t seed = 0;
  bool shuffle = true, json = false;
  Schedule schedule;
  std::string rateState;                 ///< a state that holds the learning rate, where no input does
  std::string checkpoint;                ///< the file
  std::vector<int64_t> rows, validation; ///< samples
  Pieces* pieces = nullptr;              ///< how a step is taken where its batch is cut
  bool quiet = false;                    ///< another process speaks and writes
  std::vector<TrainSetting> settings;    ///< --batch and what entries give are added
};

/// What the loop calls.
struct TrainerHooks {
  std::function<void()> beforeStep;          ///< may be empty
  std::function<std::string()> whyNotFinite; ///< of the step that has just run, in words; may be empty
  std::function<std::string(const BatchEntry&, absl::Span<const int64_t>)>
      whyFailed;                   ///< of an entry's run on these samples that failed, in words; may be empty
  std::function<int()> saveResult; ///< writes what was learned; returns an exit code
  std::function<void(const std::string&)>
      checkpointed; ///< takes which is the last checkpoint, in words; may be empty
};

class Trainer {
public:
  /// All must outlive this. `validate` may be null.
  Trainer(const aic_model* model, aic_session* session, BatchEntry& train, BatchEntry* validate,
          TrainerOptions options, TrainerHooks hooks, TrainingLog& log);

  /// Writes the seed into the generators of dropouts: states i64[2] called generator, whose first number it
  /// is. Of a training that begins. Returns an exit code, with a message.
  int seedGenerators();

  /// Loads the checkpoint: states, history, and where it stood. Returns an exit code, with a message.
  int resume();

  /// Trains to the end of the last epoch, to an early end, to Ctrl-C or a failure. Returns an exit code; what
  /// there is to know of it was printed. A step whose loss is not finite ends it, and so do states that are
  /// not when they would be saved: a checkpoint has none but good ones.
  int run();

  const History& history() const { return history_; }
  /// Whether it ended before the last epoch because validation got no better.
  bool endedEarly() const { return endedEarly_; }
  /// Whether what ended it ended all processes, at the same place.
  bool endedTogether() const { return endedTogether_; }
  int64_t steps() const { return static_cast<int64_t>(history_.losses.size()); }
  double seconds() const { return seconds_; } ///< in steps and validation, of this process

private:
  std::vector<TrainSetting> settings() const;
  int compareSettings(const std::string& kept, int64_t step) const;
  int epoch();
  int step(absl::Span<const int64_t> rows);
  int validate(std::vector<double>& means);
  int endEpoch(double seconds);
  int checkpoint();
  int interruptedHere();
  int notFinite(const std::string& what);
  int failedStep(aic_status status, absl::Span<const int64_t> rows);
  int writeRate(double rate);
  int64_t perEpoch() const;
  int64_t batchSize() const { return options_.pieces ? options_.pieces->batch() : train_.feed.batch(); }
  bool shouldStop() const;
  int runStep(absl::Span<const int64_t> rows);
  int runValidation(size_t count, std::vector<double>& values);
  void showProgress();
  std::string lastCheckpoint() const;
  bool noBetter() const;

  const aic_model* model_;
  aic_session* session_;
  BatchEntry& train_;
  BatchEntry* validate_;
  TrainerOptions options_;
  TrainerHooks hooks_;
  TrainingLog& log_;
  History history_;
  int64_t epoch_ = 0, batch_ = 0; // of the next step
  std::vector<double> sums_;      // of the epoch so far, of the outputs
  int64_t saved_ = -1;            // step of the checkpoint on disk, -1: none
  int64_t firstStep_ = 0;         // of this process
  double rate_ = 0, seconds_ = 0;
  bool endedEarly_ = false, endedTogether_ = false;
  ProgressBar bar_;
};

} // namespace aic::tool

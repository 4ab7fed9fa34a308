// What the user of aic train says.
#pragma once

#include "absl/strings/numbers.h"
#include "tools/aic/Device.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Trainer.h"

#include <optional>
#include <string>

namespace aic::tool {

struct TrainOptions {
  ModelOptions model;
  std::string data, validate, entry = "train", validateEntry = "validate";
  std::string loss, optimizer, trained = "*", label, of;
  double clip = 0;
  bool printEntry = false;
  int64_t batch = 0, pieces = 0; // 0: not given
  std::optional<double> rate;
  std::string schedule = "constant";
  std::string out, save = "*", log, curves, report;
  bool resume = false, noShuffle = false, anomaly = false;
  TrainerOptions trainer;
  bool namesCheckpoint = false; // the user did
  DeviceOptions device;

  bool generates() const { return !loss.empty() || !optimizer.empty(); }
};

/// The share of --validate, or 0 where it is samples of their own.
inline double shareOf(const std::string& validate) {
  double share = 0;
  return absl::SimpleAtod(validate, &share) ? share : 0;
}

/// Trains. Returns an exit code; what there is to say of it was printed.
int train(const TrainOptions& options);

} // namespace aic::tool

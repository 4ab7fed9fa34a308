// What a training has come to: the numbers of its steps and epochs, for files and for eyes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// An epoch that is over.
struct EpochRecord {
  int64_t steps = 0;              ///< done by its end, of all epochs
  double rate = 0, seconds = 0;   ///< the last learning rate; how long the epoch took
  std::vector<double> training;   ///< the means of what the training entry gives, as History::outputs
  std::vector<double> validation; ///< those of the validating one; empty: there is none
};

struct History {
  std::vector<std::string> outputs;     ///< of the training entry: the loss, and scalars beside it
  std::vector<std::string> validations; ///< of the validating one
  std::vector<double> losses;           ///< of each step
  std::vector<EpochRecord> epochs;

  /// The epoch, from 0 on, with the least validation loss (of several the first), without validation the
  /// last; -1 before there is one.
  int64_t best() const;
};

/// {"loss": 0.25, "accuracy": 0.9}; what is not finite is null.
nlohmann::ordered_json namedNumbers(const std::vector<std::string>& names, const std::vector<double>& values);
/// A record as the log has it; `epoch` from 1 on.
nlohmann::ordered_json epochToJson(const History& history, size_t epoch);
/// "loss 0.2513, accuracy 0.9132"
std::string numbersText(const std::vector<std::string>& names, const std::vector<double>& values);

/// The curves as an SVG: the loss of steps, means of epochs and validation, what else the entries give, and
/// the learning rate, a panel each.
std::string curvesSvg(const History& history);

/// The same as a page, with a table of the epochs and one of `settings`.
std::string reportHtml(const std::string& title,
                       const std::vector<std::pair<std::string, std::string>>& settings,
                       const History& history);

} // namespace aic::tool

// What aic train compiles: entries of the file, or those that are made of a graph that has none.
#pragma once

#include "tools/aic/Data.h"
#include "tools/aic/Failure.h"
#include "tools/aic/TrainOptions.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// What is to be compiled, and how its inputs and the data's names go together.
struct TrainPlan {
  ModelOptions model;
  std::string train, validate; // entries; "": none
  int64_t pieces = 1;          // of a batch
  std::string rate = "lr";
  std::vector<std::pair<std::string, std::string>> names; // an input and its column, where they differ
  std::shared_ptr<bool> onlyIsWrong =
      std::make_shared<bool>(false); // the compiler said so of --only's pattern

  /// The exit code of a compilation that ended with `code`.
  int exitCode(int code) const { return code && *onlyIsWrong ? static_cast<int>(WrongUsage) : code; }
};

/// A file with errors is left to the compiler, which says them. Returns 0, or prints what is wrong and
/// returns the exit code.
/// `ranks` says among how many processes a batch is cut.
int makePlan(const TrainOptions& options, const Samples& samples, const Ranks& ranks, TrainPlan& plan);

} // namespace aic::tool

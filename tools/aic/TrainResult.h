// What aic train leaves: the parameters, curves and a page, and what it prints at the end.
#pragma once

#include "tools/aic/TrainPlan.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// A compiled model, opened, and the memory that it lies in.
struct OpenedTraining {
  std::unique_ptr<driver::Compilation> compilation;
  std::string bytes;
  ModelHandle model;
  SessionHandle session;
};

/// Writes what was learned, but for optimisers' states: each parameter whose name fits --save.
int saveResult(const TrainOptions& options, const OpenedTraining& opened);

/// What the report's table has, and the first line on the terminal: names and values.
using TrainSettings = std::vector<std::pair<std::string, std::string>>;
TrainSettings settingsOf(const TrainOptions& options, const TrainPlan& plan, const OpenedTraining& opened,
                         int64_t batch);

/// The pictures; they are of use of a training that was ended too.
int writePictures(const TrainOptions& options, const TrainSettings& settings, const History& history);

void reportEnd(const TrainOptions& options, const OpenedTraining& opened, const Trainer& trainer);

} // namespace aic::tool

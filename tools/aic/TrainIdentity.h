// What makes a training this one and no other: a checkpoint has it, and --resume compares.
#pragma once

#include "tools/aic/TrainResult.h"

namespace aic::tool {

/// All of it, for TrainerOptions::settings. Of samples, what is compared are their kinds and up to 4,096 of
/// them; of the model its operators and the weights that are not trained.
std::vector<TrainSetting> identityOf(const TrainOptions& options, const TrainPlan& plan,
                                     const OpenedTraining& opened, const Samples& samples,
                                     const Samples* others);

} // namespace aic::tool

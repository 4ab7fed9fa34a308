// A batch_norm with constant statistics is one factor and one term per channel.
#pragma once

#include "dialects/aic/Aic.h"

#include <string>
#include <vector>

namespace aic::transforms {

/// batch_norm(x) = x * factor[c] + term[c], in double.
struct ChannelAffine {
  std::vector<double> factor; ///< [C]: weight / sqrt(var + eps)
  std::vector<double> term;   ///< [C]: bias - mean * factor
};

/// The factor and term of each channel, or nullopt with the reason: "its weight is not a constant (it comes
/// from mul)".
std::optional<ChannelAffine> channelAffine(BatchNormOp norm, std::string& reason);

/// The axis of the channels: 1, or the last where the layout is nhwc.
int64_t channelAxis(BatchNormOp norm);

/// The shape in which a vector [C] broadcasts along the channels of norm's x: [C, 1, 1], or [C] where they
/// are last.
llvm::SmallVector<int64_t> channelShape(BatchNormOp norm);

} // namespace aic::transforms

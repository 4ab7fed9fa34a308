// Attributions as colours: over a picture, behind words. What speaks for the answer is red, what speaks
// against it blue.
#pragma once

#include "absl/types/span.h"
#include "tools/aic/Png.h"

#include <array>
#include <string>
#include <vector>

namespace aic::tool {

/// The size that is shown in full colour: the 99th percentile of |weight|, the largest where that is 0; 1
/// where all are 0.
double heatScale(absl::Span<const double> weights);

/// The colour of weight / scale, cut to [-1, 1], over a grey of [0, 1]: grey at 0.
std::array<uint8_t, 3> heatColour(double weight, double scale, double grey);

/// image: [channels, height, width] of any range, shown in grey; weights: [height, width].
Picture heatPicture(absl::Span<const double> image, absl::Span<const double> weights, int64_t height,
                    int64_t width);

/// weights [height, width] as letters, darker where |weight| is larger: at most 64 columns, a line two rows.
/// Each line ends.
std::string heatText(absl::Span<const double> weights, int64_t height, int64_t width);

/// Words with their colours for a terminal (24-bit colours), and as elements of an HTML page. A line end
/// follows.
std::string wordsForTerminal(const std::vector<std::string>& words, absl::Span<const double> weights);
std::string wordsAsHtml(const std::vector<std::string>& words, absl::Span<const double> weights);

} // namespace aic::tool

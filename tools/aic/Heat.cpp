#include "tools/aic/Heat.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Chart.h"

#include <algorithm>
#include <cmath>

namespace aic::tool {

namespace {

constexpr std::array<double, 3> kFor = {214, 20, 30}, kAgainst = {20, 70, 220};
constexpr double kStrongest = 0.85; // so much of the colour at full weight: the picture shows through

/// weight / scale in [-1, 1]; 0 for NaN.
double partOf(double weight, double scale) {
  return std::isnan(weight) ? 0 : std::clamp(weight / scale, -1.0, 1.0);
}

} // namespace

double heatScale(absl::Span<const double> weights) {
  std::vector<double> sizes;
  for (double weight : weights)
    if (std::isfinite(weight))
      sizes.push_back(std::fabs(weight));
  if (sizes.empty())
    return 1;
  std::sort(sizes.begin(), sizes.end());
  const double high = sizes[(sizes.size() - 1) * 99 / 100];
  const double scale = high > 0 ? high : sizes.back();
  return scale > 0 ? scale : 1;
}

std::array<uint8_t, 3> heatColour(double weight, double scale, double grey) {
  const double part = partOf(weight, scale), much = kStrongest * std::fabs(part);
  std::array<uint8_t, 3> colour;
  for (size_t i = 0; i < 3; ++i) {
    const double full = (part > 0 ? kFor : kAgainst)[i];
    colour[i] = static_cast<uint8_t>(std::lround((1 - much) * 255 * grey + much * full));
  }
  return colour;
}

Picture heatPicture(absl::Span<const double> image, absl::Span<const double> weights, int64_t height,
                    int64_t width) {
  const size_t pixels = weights.size();
  std::vector<double> grey(pixels, 0);
  for (size_t i = 0; i < image.size(); ++i)
    grey[i % pixels] += image[i];
  double low = 0, range = 0;
  if (pixels > 0) {
    auto [least, most] = std::minmax_element(grey.begin(), grey.end());
    low = *least;
    range = *most - *least;
  }
  const double scale = heatScale(weights);
  Picture picture{height, width, {}};
  for (size_t i = 0; i < pixels; ++i) {
    const double part = range > 0 ? (grey[i] - low) / range : 0.5;
    // Not from black to white: on both, the colours would not be seen.
    const std::array<uint8_t, 3> colour = heatColour(weights[i], scale, 0.15 + 0.75 * part);
    picture.rgb.insert(picture.rgb.end(), colour.begin(), colour.end());
  }
  return picture;
}

std::string heatText(absl::Span<const double> weights, int64_t height, int64_t width) {
  constexpr absl::string_view kShades = " .:-=+*#%@";
  const int64_t step = std::max<int64_t>(1, (width + 63) / 64); // columns a letter; rows: twice that
  const double scale = heatScale(weights);
  std::string text;
  for (int64_t y = 0; y < height; y += 2 * step) {
    for (int64_t x = 0; x < width; x += step) {
      double most = 0;
      for (int64_t row = y; row < std::min(height, y + 2 * step); ++row)
        for (int64_t column = x; column < std::min(width, x + step); ++column)
          most = std::max(most, std::fabs(partOf(weights[static_cast<size_t>(row * width + column)], scale)));
      text += kShades[static_cast<size_t>(std::lround(most * static_cast<double>(kShades.size() - 1)))];
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

std::string wordsForTerminal(const std::vector<std::string>& words, absl::Span<const double> weights) {
  const double scale = heatScale(weights);
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::array<uint8_t, 3> colour = heatColour(weights[i], scale, 1);
    absl::StrAppendFormat(&text, "\033[38;2;0;0;0;48;2;%d;%d;%dm%s\033[0m", colour[0], colour[1], colour[2],
                          words[i]);
  }
  return text + "\n";
}

std::string wordsAsHtml(const std::vector<std::string>& words, absl::Span<const double> weights) {
  const double scale = heatScale(weights);
  std::string text = "<p class=\"words\">";
  for (size_t i = 0; i < words.size(); ++i) {
    const std::array<uint8_t, 3> colour = heatColour(weights[i], scale, 1);
    absl::StrAppendFormat(&text, "<span style=\"background:#%02x%02x%02x\" title=\"%.4g\">%s</span>",
                          colour[0], colour[1], colour[2], weights[i], escapeXml(words[i]));
  }
  return text + "</p>\n";
}

} // namespace aic::tool

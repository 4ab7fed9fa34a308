// Attributions for people: a line for each row, letters and bars on a terminal, files.
#pragma once

#include "absl/types/span.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::tool {

/// What was found, and how it is to be shown.
struct AttributionView {
  enum class Kind { Picture, Words, Table };

  std::string title;              // "integrated_gradients of image"
  std::vector<std::string> lines; // what is said of each row: its target, its score
  Kind kind = Kind::Table;
  int64_t rows = 1;
  int64_t height = 1, width = 1; // of a row: of a picture its pixels, else 1 and its features or words
  std::vector<double> image;     // a picture's numbers: [rows, channels, height, width]
  std::vector<double> weights;   // [rows, height, width]
  std::vector<std::vector<std::string>> words; // one list a row
  std::vector<std::string> features;           // a table's names

  absl::Span<const double> row(int64_t index) const;

  /// Of a table the weights of its row, of several the means of their sizes; as many as there are features.
  std::vector<double> importance() const;
};

/// As a terminal shows it; `colours`: it knows escapes.
std::string attributionText(const AttributionView& view, bool colours);

/// Whether a file of this name can be made, by its ending: .png of pictures, .svg of words and tables, .html.
/// Empty, or what is wrong.
std::string checkAttributionFile(const AttributionView& view, const std::string& path);

/// The bytes of that file.
std::string attributionFile(const AttributionView& view, const std::string& path);

} // namespace aic::tool

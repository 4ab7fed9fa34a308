#include "tools/aic/AttributionView.h"

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/aic/Chart.h"
#include "tools/aic/Heat.h"
#include "tools/aic/Png.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aic::tool {

namespace {

using Kind = AttributionView::Kind;

/// Small pictures are enlarged until a side is so long, in pixels.
constexpr int64_t kSide = 384;

Picture pictureOf(const AttributionView& view) {
  std::vector<Picture> pictures;
  const size_t numbers = view.image.size() / static_cast<size_t>(view.rows);
  for (int64_t row = 0; row < view.rows; ++row)
    pictures.push_back(
        heatPicture(absl::MakeConstSpan(view.image).subspan(static_cast<size_t>(row) * numbers, numbers),
                    view.row(row), view.height, view.width));
  return enlarge(stack(pictures), std::max<int64_t>(1, kSide / std::max(view.height, view.width)));
}

/// Of many the 40 that matter most, the largest first.
void keepLargest(std::vector<std::string>& names, std::vector<double>& values) {
  constexpr size_t kMost = 40;
  if (names.size() <= kMost)
    return;
  std::vector<size_t> order(names.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::make_pair(-std::fabs(values[a]), a) < std::make_pair(-std::fabs(values[b]), b);
  });
  std::vector<std::string> keptNames;
  std::vector<double> keptValues;
  for (size_t i = 0; i < kMost; ++i) {
    keptNames.push_back(names[order[i]]);
    keptValues.push_back(values[order[i]]);
  }
  names = keptNames;
  values = keptValues;
}

/// A word in a line of its own: without line ends and tabs.
std::string shownWord(const std::string& word) {
  std::string shown = shownText(word);
  std::replace_if(shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return shown;
}

/// The bars of a table, or of the words of a row.
void barsOf(const AttributionView& view, int64_t row, std::vector<std::string>& names,
            std::vector<double>& values) {
  if (view.kind == Kind::Table) {
    names.clear();
    for (const std::string& feature : view.features)
      names.push_back(shownWord(feature));
    values = view.importance();
    return keepLargest(names, values);
  }
  names.clear();
  for (const std::string& word : view.words[static_cast<size_t>(row)])
    names.push_back(shownWord(word));
  values.assign(view.row(row).begin(), view.row(row).end());
}

std::string svgOf(const AttributionView& view) {
  std::vector<std::string> names;
  std::vector<double> values;
  std::vector<std::string> all;
  if (view.kind == Kind::Table) {
    barsOf(view, 0, names, values);
    return barsAsSvg(view.title, names, values);
  }
  for (int64_t row = 0; row < view.rows; ++row) { // one drawing: of all rows, one after another
    std::vector<std::string> rowNames;
    std::vector<double> rowValues;
    barsOf(view, row, rowNames, rowValues);
    names.insert(names.end(), rowNames.begin(), rowNames.end());
    values.insert(values.end(), rowValues.begin(), rowValues.end());
  }
  return barsAsSvg(view.title, names, values);
}

std::string htmlOf(const AttributionView& view) {
  std::string body;
  for (const std::string& line : view.lines)
    absl::StrAppend(&body, "<p>", escapeXml(line), "</p>\n");
  if (view.kind == Kind::Picture)
    absl::StrAppend(&body, "<img alt=\"", escapeXml(view.title), "\" src=\"data:image/png;base64,",
                    absl::Base64Escape(encodePng(pictureOf(view))), "\">\n");
  else if (view.kind == Kind::Table)
    body += svgOf(view);
  else
    for (int64_t row = 0; row < view.rows; ++row)
      body += wordsAsHtml(view.words[static_cast<size_t>(row)], view.row(row));
  return htmlPage(view.title, body + "<p>Red speaks for the answer, blue against it.</p>\n");
}

} // namespace

absl::Span<const double> AttributionView::row(int64_t index) const {
  const auto size = static_cast<size_t>(height * width);
  return absl::MakeConstSpan(weights).subspan(static_cast<size_t>(index) * size, size);
}

std::vector<double> AttributionView::importance() const {
  if (rows == 1)
    return weights;
  std::vector<double> means(static_cast<size_t>(width), 0);
  for (size_t i = 0; i < weights.size(); ++i)
    means[i % means.size()] += std::fabs(weights[i]) / static_cast<double>(rows);
  return means;
}

std::string attributionText(const AttributionView& view, bool colours) {
  std::string text;
  if (view.kind == Kind::Table) {
    std::vector<std::string> names;
    std::vector<double> values;
    barsOf(view, 0, names, values);
    return barsAsText(names, values);
  }
  for (int64_t row = 0; row < view.rows; ++row) {
    if (view.kind == Kind::Picture) {
      text += heatText(view.row(row), view.height, view.width);
      continue;
    }
    std::vector<std::string> words;
    std::vector<double> values;
    barsOf(view, row, words, values);
    text += colours ? wordsForTerminal(words, values) : barsAsText(words, values);
  }
  return text;
}

std::string checkAttributionFile(const AttributionView& view, const std::string& path) {
  const bool picture = view.kind == Kind::Picture;
  if (absl::EndsWith(path, ".html") || (absl::EndsWith(path, ".png") && picture) ||
      (absl::EndsWith(path, ".svg") && !picture))
    return "";
  return absl::StrCat("this is drawn as ", picture ? ".png" : ".svg", " or .html, and written as .npy");
}

std::string attributionFile(const AttributionView& view, const std::string& path) {
  return absl::EndsWith(path, ".png")   ? encodePng(pictureOf(view))
         : absl::EndsWith(path, ".svg") ? svgOf(view)
                                        : htmlOf(view);
}

} // namespace aic::tool

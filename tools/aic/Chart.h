// Numbers as drawings: SVG for files and pages, lines of text for a terminal.
#pragma once

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// Text that may be shown: what is no UTF-8 becomes U+FFFD, controls (a terminal obeys them, pages may not
/// hold them) a space; line ends and tabs stay.
std::string shownText(absl::string_view text);

/// The same within SVG and HTML.
std::string escapeXml(absl::string_view text);

/// One bar a name, to the left where a value is negative.
std::string barsAsSvg(absl::string_view title, const std::vector<std::string>& names,
                      absl::Span<const double> values);
std::string barsAsText(const std::vector<std::string>& names, absl::Span<const double> values);

/// A line from (0, 0) to (1, 1), as ROC curves are, beside the diagonal. points: (x, y).
struct Curve {
  std::string name;
  std::vector<std::pair<double, double>> points;
};
std::string curvesAsSvg(absl::string_view title, absl::string_view xAxis, absl::string_view yAxis,
                        const std::vector<Curve>& curves);
/// One curve, 41 columns and 15 lines of letters.
std::string curveAsText(const Curve& curve);

/// counts: [n, n], a row each true class, a column each predicted one.
std::string confusionAsSvg(const std::vector<std::string>& names, absl::Span<const double> counts);
std::string confusionAsText(const std::vector<std::string>& names, absl::Span<const double> counts);

/// A page with this title and these elements.
std::string htmlPage(absl::string_view title, absl::string_view body);

} // namespace aic::tool

#include "tools/aic/Chart.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "frontends/tokenizers/Utf8.h"

#include <algorithm>
#include <cmath>

namespace aic::tool {

namespace {

constexpr const char* kColours[] = {"#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e",
                                    "#17becf", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22"};

std::string begin(double width, double height) {
  return absl::StrFormat("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%g\" height=\"%g\" "
                         "viewBox=\"0 0 %g %g\" font-family=\"sans-serif\" font-size=\"12\">\n"
                         "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                         width, height, width, height);
}

/// anchor: start, middle, end.
std::string label(double x, double y, absl::string_view anchor, absl::string_view text,
                  absl::string_view more = "") {
  return absl::StrFormat("<text x=\"%.6g\" y=\"%.6g\" text-anchor=\"%s\"%s>%s</text>\n", x, y, anchor, more,
                         escapeXml(text));
}

/// Characters of a text, as wide as each counts here.
size_t widthOf(absl::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(absl::string_view text, size_t width, bool right) {
  std::string spaces(width - std::min(width, widthOf(text)), ' ');
  return right ? absl::StrCat(spaces, text) : absl::StrCat(text, spaces);
}

size_t widest(const std::vector<std::string>& names) {
  size_t width = 0;
  for (const std::string& name : names)
    width = std::max(width, widthOf(name));
  return width;
}

double largest(absl::Span<const double> values) {
  double most = 0;
  for (double value : values)
    if (std::isfinite(value))
      most = std::max(most, std::fabs(value));
  return most > 0 ? most : 1;
}

} // namespace

std::string shownText(absl::string_view text) {
  std::string shown;
  for (size_t i = 0; i < text.size();) {
    const int bytes = tokenizers::CharacterBytes(text.substr(i));
    const char c = text[i];
    if (bytes < 1)
      shown += "\xEF\xBF\xBD";
    else if (bytes > 1)
      absl::StrAppend(&shown, text.substr(i, static_cast<size_t>(bytes)));
    else
      shown += (c >= ' ' && c != 0x7F) || c == '\n' || c == '\t' ? c : ' ';
    i += static_cast<size_t>(std::max(bytes, 1));
  }
  return shown;
}

std::string escapeXml(absl::string_view text) {
  return absl::StrReplaceAll(shownText(text),
                             {{"<", "&lt;"}, {">", "&gt;"}, {"&", "&amp;"}, {"\"", "&quot;"}});
}

std::string barsAsSvg(absl::string_view title, const std::vector<std::string>& names,
                      absl::Span<const double> values) {
  constexpr double kBar = 20, kWidth = 420, kTop = 34;
  const double left = 20 + 7.5 * static_cast<double>(widest(names)), most = largest(values);
  const bool negative = std::any_of(values.begin(), values.end(), [](double value) { return value < 0; });
  const double zero = negative ? left + kWidth / 2 : left, full = negative ? kWidth / 2 : kWidth;
  std::string svg = begin(left + kWidth + 90, kTop + kBar * static_cast<double>(names.size()) + 10);
  svg += label(left, 20, "start", title, " font-weight=\"bold\"");
  for (size_t i = 0; i < names.size(); ++i) {
    const double y = kTop + kBar * static_cast<double>(i);
    const double length = std::isfinite(values[i]) ? full * std::fabs(values[i]) / most : 0;
    svg += label(left - 8, y + 14, "end", names[i]);
    absl::StrAppendFormat(&svg, "<rect x=\"%.6g\" y=\"%.6g\" width=\"%.6g\" height=\"14\" fill=\"%s\"/>\n",
                          values[i] < 0 ? zero - length : zero, y + 3, length,
                          values[i] < 0 ? kColours[0] : kColours[1]);
    svg += label(left + kWidth + 8, y + 14, "start", absl::StrFormat("%.4g", values[i]));
  }
  return svg + "</svg>\n";
}

std::string barsAsText(const std::vector<std::string>& names, absl::Span<const double> values) {
  constexpr double kFull = 40;
  const size_t width = widest(names);
  const double most = largest(values);
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    const double part = std::isfinite(values[i]) ? std::fabs(values[i]) / most : 0;
    absl::StrAppendFormat(
        &text, "  %s %11.4g  %s", padded(names[i], width, false), values[i],
        std::string(static_cast<size_t>(std::lround(kFull * part)), values[i] < 0 ? '-' : '#'));
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

std::string curvesAsSvg(absl::string_view title, absl::string_view xAxis, absl::string_view yAxis,
                        const std::vector<Curve>& curves) {
  constexpr double kSize = 360, kLeft = 60, kTop = 34, kLine = 18;
  auto x = [](double value) { return kLeft + kSize * value; };
  auto y = [](double value) { return kTop + kSize * (1 - value); };
  std::string svg =
      begin(kLeft + kSize + 220,
            std::max(kTop + kSize + 50, kTop + kLine * static_cast<double>(curves.size()) + 20));
  svg += label(kLeft, 20, "start", title, " font-weight=\"bold\"");
  absl::StrAppendFormat(
      &svg, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"none\" stroke=\"#888\"/>\n", kLeft,
      kTop, kSize, kSize);
  absl::StrAppendFormat(&svg, "<path d=\"M%g %gL%g %g\" stroke=\"#bbb\" stroke-dasharray=\"4 4\"/>\n", x(0),
                        y(0), x(1), y(1));
  for (double tick : {0.0, 0.5, 1.0}) {
    svg += label(x(tick), kTop + kSize + 16, "middle", absl::StrFormat("%g", tick));
    svg += label(kLeft - 6, y(tick) + 4, "end", absl::StrFormat("%g", tick));
  }
  svg += label(x(0.5), kTop + kSize + 36, "middle", xAxis);
  svg += label(16, y(0.5), "middle", yAxis, absl::StrFormat(" transform=\"rotate(-90 16 %g)\"", y(0.5)));
  for (size_t i = 0; i < curves.size(); ++i) {
    const char* colour = kColours[i % std::size(kColours)];
    absl::StrAppendFormat(&svg, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"",
                          colour);
    for (auto [a, b] : curves[i].points)
      absl::StrAppendFormat(&svg, "%.4g,%.4g ", x(a), y(b));
    svg += "\"/>\n";
    svg += label(kLeft + kSize + 16, kTop + 12 + kLine * static_cast<double>(i), "start", curves[i].name,
                 absl::StrFormat(" fill=\"%s\"", colour));
  }
  return svg + "</svg>\n";
}

std::string curveAsText(const Curve& curve) {
  constexpr int kColumns = 41, kLines = 15;
  std::vector<std::string> lines(kLines, std::string(kColumns, ' '));
  for (int column = 0; column < kColumns; ++column)
    lines[static_cast<size_t>(kLines - 1 - column * (kLines - 1) / (kColumns - 1))]
         [static_cast<size_t>(column)] = '.';
  for (size_t i = 0; i + 1 < curve.points.size(); ++i) {
    auto [ax, ay] = curve.points[i];
    auto [bx, by] = curve.points[i + 1];
    for (int step = 0; step <= 2 * kColumns; ++step) {
      const double part = step / (2.0 * kColumns), px = ax + part * (bx - ax), py = ay + part * (by - ay);
      lines[static_cast<size_t>(std::lround((1 - py) * (kLines - 1)))]
           [static_cast<size_t>(std::lround(px * (kColumns - 1)))] = '*';
    }
  }
  std::string text = absl::StrCat("  ", curve.name, "\n");
  for (size_t i = 0; i < lines.size(); ++i) {
    absl::StrAppend(&text, i == 0 ? "  1 |" : i + 1 == lines.size() ? "  0 |" : "    |", lines[i]);
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return absl::StrCat(text, "    +", std::string(kColumns, '-'), "\n     0", std::string(kColumns - 2, ' '),
                      "1\n");
}

std::string confusionAsSvg(const std::vector<std::string>& names, absl::Span<const double> counts) {
  constexpr double kCell = 44;
  const size_t n = names.size();
  const double left = 40 + 7.5 * static_cast<double>(widest(names)), top = 54,
               side = kCell * static_cast<double>(n);
  std::string svg = begin(left + side + 20, top + side + 20);
  svg += label(left + side / 2, 18, "middle", "predicted", " font-weight=\"bold\"");
  svg += label(14, top + side / 2, "middle", "true",
               absl::StrFormat(" font-weight=\"bold\" transform=\"rotate(-90 14 %g)\"", top + side / 2));
  for (size_t row = 0; row < n; ++row) {
    double sum = 0;
    for (double count : counts.subspan(row * n, n))
      sum += count;
    const double y = top + kCell * static_cast<double>(row);
    svg += label(left - 8, y + kCell / 2 + 4, "end", names[row]);
    svg += label(left + kCell * (static_cast<double>(row) + 0.5), top - 8, "middle",
                 n > 4 ? absl::StrCat(row) : names[row]);
    for (size_t column = 0; column < n; ++column) {
      const double count = counts[row * n + column], part = sum > 0 ? count / sum : 0,
                   x = left + kCell * static_cast<double>(column);
      const auto shade = static_cast<int>(std::lround(255 - 200 * part));
      absl::StrAppendFormat(
          &svg, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"#%02x%02xff\" stroke=\"#ddd\"/>\n",
          x, y, kCell, kCell, shade, shade);
      svg += label(x + kCell / 2, y + kCell / 2 + 4, "middle", absl::StrFormat("%.6g", count),
                   part > 0.6 ? " fill=\"white\"" : "");
    }
  }
  return svg + "</svg>\n";
}

std::string confusionAsText(const std::vector<std::string>& names, absl::Span<const double> counts) {
  const size_t n = names.size(), width = std::max(widest(names), size_t(4));
  size_t cell = std::to_string(n).size();
  for (double count : counts)
    cell = std::max(cell, absl::StrFormat("%.6g", count).size());
  std::string text =
      absl::StrCat("  ", padded("true", width, false), " | predicted\n  ", padded("", width, false), " |");
  for (size_t column = 0; column < n; ++column)
    absl::StrAppend(&text, " ", padded(absl::StrCat(column), cell, true));
  text += '\n';
  for (size_t row = 0; row < n; ++row) {
    absl::StrAppend(&text, "  ", padded(names[row], width, false), " |");
    for (double count : counts.subspan(row * n, n))
      absl::StrAppend(&text, " ", padded(absl::StrFormat("%.6g", count), cell, true));
    text += '\n';
  }
  return text;
}

std::string htmlPage(absl::string_view title, absl::string_view body) {
  return absl::StrCat(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>", escapeXml(title),
      "</title>\n<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
      "td,th{padding:2px 10px;text-align:right}td:first-child,th:first-child{text-align:left}"
      ".words{white-space:pre-wrap;font-size:1.2em;line-height:1.7}"
      "img{image-rendering:pixelated}</style></head>\n<body><h1>",
      escapeXml(title), "</h1>\n", body, "</body></html>\n");
}

} // namespace aic::tool

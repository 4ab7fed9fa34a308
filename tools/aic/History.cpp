#include "tools/aic/History.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

#include <algorithm>
#include <cmath>

namespace aic::tool {

namespace {

constexpr int kWidth = 720, kPanel = 220, kLeft = 70, kRight = 20, kTop = 30, kBottom = 30;
constexpr size_t kMostPoints = 1000; // a line has; the steps between are their mean

/// A line of a panel: its points by steps.
struct Line {
  std::string name, colour;
  std::vector<std::pair<double, double>> points;
  bool thin = false;
};

struct Panel {
  std::string title;
  std::vector<Line> lines;
};

std::string escaped(const std::string& text) {
  return absl::StrReplaceAll(text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

/// 1, 2 or 5 times a power of ten, so that some five of them are `range`.
double tickOf(double range) {
  const double power = std::pow(10, std::floor(std::log10(range / 5)));
  for (double factor : {1.0, 2.0, 5.0})
    if (factor * power >= range / 5)
      return factor * power;
  return 10 * power;
}

/// The losses of steps, each point the mean of as many as make kMostPoints of them.
Line stepLosses(const History& history) {
  Line line{"each step", "#9ecae1", {}, true};
  const size_t count = history.losses.size(), width = (count + kMostPoints - 1) / kMostPoints;
  for (size_t begin = 0; begin < count; begin += width) {
    const size_t end = std::min(begin + width, count);
    double sum = 0;
    for (size_t i = begin; i < end; ++i)
      sum += history.losses[i];
    line.points.emplace_back(static_cast<double>(begin + end + 1) / 2,
                             sum / static_cast<double>(end - begin));
  }
  return line;
}

std::vector<Panel> panelsOf(const History& history) {
  std::vector<Panel> panels;
  auto panel = [&](const std::string& title) -> Panel& {
    for (Panel& known : panels)
      if (known.title == title)
        return known;
    return panels.emplace_back(Panel{title, {}});
  };
  auto add = [&](const std::vector<std::string>& names, const char* what, const char* colour,
                 std::vector<double> EpochRecord::* values) {
    for (size_t i = 0; i < names.size(); ++i) {
      Line line{what, colour, {}};
      for (const EpochRecord& epoch : history.epochs)
        if (i < (epoch.*values).size())
          line.points.emplace_back(static_cast<double>(epoch.steps), (epoch.*values)[i]);
      panel(names[i]).lines.push_back(std::move(line));
    }
  };
  if (!history.outputs.empty())
    panel(history.outputs[0]).lines.push_back(stepLosses(history));
  add(history.outputs, "training", "#08519c", &EpochRecord::training);
  add(history.validations, "validation", "#d94801", &EpochRecord::validation);
  Line rates{"learning rate", "#31a354", {}};
  for (const EpochRecord& epoch : history.epochs)
    rates.points.emplace_back(static_cast<double>(epoch.steps), epoch.rate);
  panel("learning rate").lines.push_back(std::move(rates));
  return panels;
}

/// What a panel shows of both axes.
struct Frame {
  double left = 0, right = 1, low = 0, high = 1;
  int top = 0;

  double x(double value) const { return kLeft + (value - left) / (right - left) * (kWidth - kLeft - kRight); }
  double y(double value) const {
    return top + kPanel - kBottom - (value - low) / (high - low) * (kPanel - kTop - kBottom);
  }
};

Frame frameOf(const Panel& panel, double right, int top) {
  Frame frame;
  frame.right = std::max(right, 1.0);
  frame.top = top;
  bool first = true;
  for (const Line& line : panel.lines)
    for (const auto& [x, y] : line.points)
      if (std::isfinite(y)) {
        frame.low = first ? y : std::min(frame.low, y);
        frame.high = first ? y : std::max(frame.high, y);
        first = false;
      }
  if (frame.low >= 0 && frame.low < frame.high / 2)
    frame.low = 0; // where it is near, the axis begins there
  if (!(frame.high - frame.low > std::abs(frame.high) * 1e-9)) {
    const double around = frame.high == 0 ? 1 : std::abs(frame.high) / 10;
    frame.low -= around;
    frame.high += around;
  }
  return frame;
}

void drawAxes(const Panel& panel, const Frame& frame, std::string& svg) {
  absl::StrAppendFormat(&svg, "<text x=\"%d\" y=\"%d\" class=\"title\">%s</text>\n", kLeft,
                        frame.top + kTop - 10, escaped(panel.title));
  const double tick = tickOf(frame.high - frame.low);
  for (double value = std::ceil(frame.low / tick) * tick; value <= frame.high + tick * 1e-6; value += tick)
    absl::StrAppendFormat(&svg,
                          "<path d=\"M%d %.1fH%d\" class=\"grid\"/><text x=\"%d\" y=\"%.1f\" "
                          "text-anchor=\"end\">%.4g</text>\n",
                          kLeft, frame.y(value), kWidth - kRight, kLeft - 6, frame.y(value) + 4,
                          std::abs(value) < tick * 1e-6 ? 0.0 : value);
  const double step = std::max(1.0, tickOf(frame.right));
  for (double value = 0; value <= frame.right; value += step)
    absl::StrAppendFormat(&svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.6g</text>\n",
                          frame.x(value), frame.top + kPanel - kBottom + 16, value);
}

void drawLine(const Line& line, const Frame& frame, std::string& svg) {
  bool open = false;
  std::string path;
  for (const auto& [x, y] : line.points) {
    if (std::isfinite(y))
      absl::StrAppendFormat(&path, "%s%.1f %.1f", open ? "L" : "M", frame.x(x), frame.y(y));
    open = std::isfinite(y);
  }
  if (!path.empty())
    absl::StrAppendFormat(&svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>\n", path,
                          line.colour, line.thin ? "1" : "2");
  if (!line.thin && line.points.size() <= 50)
    for (const auto& [x, y] : line.points)
      if (std::isfinite(y))
        absl::StrAppendFormat(&svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n", frame.x(x),
                              frame.y(y), line.colour);
}

void drawLegend(const Panel& panel, const Frame& frame, std::string& svg) {
  int x = kWidth - kRight;
  for (size_t i = panel.lines.size(); i-- > 0 && panel.lines.size() > 1;) {
    const Line& line = panel.lines[i];
    absl::StrAppendFormat(
        &svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\" class=\"title\">%s</text>\n", x,
        frame.top + kTop - 10, line.colour, escaped(line.name));
    x -= 12 + 8 * static_cast<int>(line.name.size());
  }
}

std::string number(double value) {
  return std::isfinite(value) ? absl::StrFormat("%.6g", value) : "";
}

} // namespace

int64_t History::best() const {
  int64_t best = epochs.empty() ? -1 : static_cast<int64_t>(epochs.size()) - 1;
  if (validations.empty() || best < 0)
    return best;
  best = 0;
  for (size_t i = 1; i < epochs.size(); ++i)
    if (epochs[i].validation[0] < epochs[static_cast<size_t>(best)].validation[0])
      best = static_cast<int64_t>(i);
  return best;
}

nlohmann::ordered_json namedNumbers(const std::vector<std::string>& names,
                                    const std::vector<double>& values) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (size_t i = 0; i < names.size() && i < values.size(); ++i)
    json[names[i]] = values[i]; // null where it is not finite
  return json;
}

nlohmann::ordered_json epochToJson(const History& history, size_t epoch) {
  const EpochRecord& record = history.epochs[epoch];
  nlohmann::ordered_json json = {{"epoch", epoch + 1},
                                 {"step", record.steps},
                                 {"training", namedNumbers(history.outputs, record.training)}};
  if (!record.validation.empty())
    json["validation"] = namedNumbers(history.validations, record.validation);
  json["lr"] = record.rate;
  json["seconds"] = record.seconds;
  return json;
}

std::string numbersText(const std::vector<std::string>& names, const std::vector<double>& values) {
  std::string text;
  for (size_t i = 0; i < names.size() && i < values.size(); ++i)
    absl::StrAppendFormat(&text, "%s%s %.4g", i ? ", " : "", names[i], values[i]);
  return text;
}

std::string curvesSvg(const History& history) {
  const std::vector<Panel> panels = panelsOf(history);
  const int height = kPanel * static_cast<int>(panels.size()) + 20;
  std::string svg = absl::StrFormat(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
      "font-family=\"sans-serif\" font-size=\"11\" fill=\"#333\">\n"
      "<style>.grid{stroke:#ddd;fill:none}.title{font-size:13px}</style>\n"
      "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
      kWidth, height, kWidth, height);
  for (size_t i = 0; i < panels.size(); ++i) {
    const Frame frame =
        frameOf(panels[i], static_cast<double>(history.losses.size()), kPanel * static_cast<int>(i));
    drawAxes(panels[i], frame, svg);
    for (const Line& line : panels[i].lines)
      drawLine(line, frame, svg);
    drawLegend(panels[i], frame, svg);
  }
  absl::StrAppendFormat(&svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">steps</text>\n</svg>\n",
                        kWidth - kRight, height - 8);
  return svg;
}

std::string reportHtml(const std::string& title,
                       const std::vector<std::pair<std::string, std::string>>& settings,
                       const History& history) {
  std::string html =
      absl::StrCat("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>", escaped(title),
                   "</title>\n<style>body{font:14px sans-serif;max-width:760px;margin:2em auto;color:#333}"
                   "table{border-collapse:collapse;margin:1em 0}td,th{border-bottom:1px solid "
                   "#ddd;padding:3px 10px;text-align:"
                   "right}td:first-child,th:first-child{text-align:left}.best{background:#fff3e0}</style></"
                   "head>\n<body><h1>",
                   escaped(title), "</h1>\n", curvesSvg(history), "<table><tr><th>epoch</th><th>steps</th>");
  for (const std::string& name : history.outputs)
    absl::StrAppend(&html, "<th>", escaped(name), "</th>");
  for (const std::string& name : history.validations)
    absl::StrAppend(&html, "<th>validation ", escaped(name), "</th>");
  absl::StrAppend(&html, "<th>learning rate</th><th>seconds</th></tr>\n");
  for (size_t i = 0; i < history.epochs.size(); ++i) {
    const EpochRecord& epoch = history.epochs[i];
    absl::StrAppend(&html, static_cast<int64_t>(i) == history.best() ? "<tr class=\"best\"><td>" : "<tr><td>",
                    i + 1, "</td><td>", epoch.steps, "</td>");
    for (const std::vector<double>* values : {&epoch.training, &epoch.validation})
      for (double value : *values)
        absl::StrAppend(&html, "<td>", number(value), "</td>");
    absl::StrAppend(&html, "<td>", number(epoch.rate), "</td><td>", absl::StrFormat("%.1f", epoch.seconds),
                    "</td></tr>\n");
  }
  absl::StrAppend(&html, "</table>\n<table>\n");
  for (const auto& [name, value] : settings)
    absl::StrAppend(&html, "<tr><td>", escaped(name), "</td><td>", escaped(value), "</td></tr>\n");
  return html + "</table></body></html>\n";
}

} // namespace aic::tool

#include "tools/aic/QuantiseReport.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Chart.h"
#include "tools/aic/Print.h"

#include <algorithm>

namespace aic::tool {

namespace {

std::string percent(double share) {
  return absl::StrFormat("%.3g %%", 100 * share);
}

/// Rows of the table, its head first.
std::vector<std::vector<std::string>> rowsOf(const QuantiseReport& report) {
  std::vector<std::vector<std::string>> rows = {
      {"operator", "", "error alone", "together", "bytes", "", "kept"}};
  for (size_t i = 0; i < report.operators.size(); ++i) {
    const quantise::Operator& op = report.operators[i];
    const bool inBytes = report.found.choice[i] != 0;
    rows.push_back({op.place, absl::StrCat(op.kind, " ", op.name), percent(report.found.alone[i]),
                    percent(report.found.together[i]), withCommas(floatBytes(op)),
                    inBytes ? "-> " + withCommas(storedBytes(op)) : "", inBytes ? "8 bits" : "float"});
  }
  return rows;
}

std::vector<std::string> summaryOf(const QuantiseReport& report) {
  size_t inBytes = 0;
  for (char chosen : report.found.choice)
    inBytes += chosen != 0;
  std::vector<std::string> lines;
  if (report.byAccuracy)
    lines.push_back(
        absl::StrFormat("accuracy %.2f %% in f32, %.2f %% in 8 bits: a drop of %.2f points of at most %.2f, "
                        "on %s samples",
                        100 * report.accuracy, 100 * report.quantisedAccuracy, 100 * report.drop,
                        100 * report.bound, withCommas(static_cast<uint64_t>(report.samples))));
  lines.push_back(absl::StrFormat(
      "answers are off by %s%s", percent(report.relative),
      report.byAccuracy ? std::string()
                        : absl::StrFormat(" of at most %s, on %s samples", percent(report.bound),
                                          withCommas(static_cast<uint64_t>(report.samples)))));
  lines.push_back(
      absl::StrFormat("%d of %d operators in 8 bits; weights %s -> %s bytes (%.1f times smaller)", inBytes,
                      report.operators.size(), withCommas(report.bytesBefore), withCommas(report.bytesAfter),
                      double(report.bytesBefore) / double(std::max<uint64_t>(report.bytesAfter, 1))));
  lines.push_back(absl::StrCat("ranges by ", report.ranges, report.equalised ? ", channels equalised" : "",
                               report.corrected ? ", biases corrected" : ""));
  return lines;
}

} // namespace

uint64_t floatBytes(const quantise::Operator& op) {
  return 4 * static_cast<uint64_t>(op.weights);
}

uint64_t storedBytes(const quantise::Operator& op) {
  return static_cast<uint64_t>(op.weights) + 4 * static_cast<uint64_t>(op.channels);
}

std::string asText(const QuantiseReport& report) {
  const std::vector<std::vector<std::string>> rows = rowsOf(report);
  std::vector<size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows)
    for (size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], row[i].size());
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string fill(widths[i] - row[i].size(), ' ');
      const bool right = i >= 2 && i <= 4;
      absl::StrAppend(&line, i ? "  " : "", right ? fill : "", shownText(row[i]), right ? "" : fill);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    absl::StrAppend(&text, line, "\n");
  }
  for (const std::string& line : summaryOf(report))
    absl::StrAppend(&text, line, "\n");
  return text;
}

nlohmann::ordered_json asJson(const QuantiseReport& report) {
  nlohmann::ordered_json json;
  json["metric"] = report.byAccuracy ? "accuracy" : "relative";
  json["samples"] = report.samples;
  json["bound"] = report.bound;
  json["drop"] = report.drop;
  json["met"] = report.met;
  if (report.byAccuracy) {
    json["accuracy"] = report.accuracy;
    json["quantised_accuracy"] = report.quantisedAccuracy;
  }
  json["relative"] = report.relative;
  json["bytes"] = {report.bytesBefore, report.bytesAfter};
  json["ranges"] = report.ranges;
  json["equalised"] = report.equalised;
  json["corrected"] = report.corrected;
  json["operators"] = nlohmann::ordered_json::array();
  for (size_t i = 0; i < report.operators.size(); ++i) {
    const quantise::Operator& op = report.operators[i];
    const bool inBytes = report.found.choice[i] != 0;
    json["operators"].push_back({{"name", op.name},
                                 {"kind", op.kind},
                                 {"place", op.place},
                                 {"alone", report.found.alone[i]},
                                 {"together", report.found.together[i]},
                                 {"bytes", {floatBytes(op), inBytes ? storedBytes(op) : floatBytes(op)}},
                                 {"int8", inBytes}});
  }
  json["output"] = report.output;
  return json;
}

std::string asPage(const QuantiseReport& report) {
  std::string body;
  for (const std::string& line : summaryOf(report))
    absl::StrAppend(&body, "<p>", escapeXml(line), "</p>\n");
  std::vector<std::string> names;
  std::vector<double> alone, together;
  for (size_t i : report.found.order) {
    names.push_back(absl::StrCat(report.operators[i].name, report.found.choice[i] ? "" : " (float)"));
    alone.push_back(100 * report.found.alone[i]);
    together.push_back(100 * report.found.together[i]);
  }
  absl::StrAppend(&body,
                  barsAsSvg("Error of the answers, %, where an operator alone is in 8 bits", names, alone));
  absl::StrAppend(&body, barsAsSvg("Error of the answers, %, with all operators above it", names, together));
  absl::StrAppend(&body, "<table>\n");
  for (const auto& row : rowsOf(report)) {
    absl::StrAppend(&body, "<tr>");
    for (const std::string& cell : row)
      absl::StrAppend(&body, "<td>", escapeXml(cell), "</td>");
    absl::StrAppend(&body, "</tr>\n");
  }
  absl::StrAppend(&body, "</table>\n");
  return htmlPage(absl::StrCat("aic quantize ", report.file), body);
}

} // namespace aic::tool

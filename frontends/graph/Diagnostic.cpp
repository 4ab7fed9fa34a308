#include "frontends/graph/Diagnostic.h"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace aic::graph {
namespace {

constexpr int kShownColumns = 160;

const char* severityName(Diagnostic::Severity severity) {
  switch (severity) {
  case Diagnostic::Error:
    return "error";
  case Diagnostic::Warning:
    return "warning";
  case Diagnostic::Note:
    return "note";
  case Diagnostic::Remark:
    return "remark";
  }
  return "error";
}

bool continuesCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Source text made safe for a terminal. Multi-line messages keep their line ends.
std::string shown(const std::string& text, bool lineEnds) {
  std::string out;
  for (char c : text) {
    unsigned char u = static_cast<unsigned char>(c);
    out += (u < 0x20 && c != '\t' && !(lineEnds && c == '\n')) || u == 0x7F ? '?' : c;
  }
  return out;
}

void renderSource(const Diagnostic& d, std::string& out) {
  size_t column = static_cast<size_t>(std::max(d.column, 1)) - 1;
  std::string line = d.sourceLine;
  column = std::min(column, line.size());
  size_t first = 0;
  if (line.size() > kShownColumns && column > kShownColumns / 2)
    first = column - kShownColumns / 2;
  while (first > 0 && first < line.size() && continuesCharacter(line[first]))
    --first;
  size_t end = std::min(line.size(), first + kShownColumns);
  while (end < line.size() && continuesCharacter(line[end]))
    ++end;
  std::string before = line.substr(first, column - first);
  std::string visible = line.substr(first, end - first);
  size_t length = std::min<size_t>(std::max(d.length, 1), std::max<size_t>(end - std::min(column, end), 1));
  size_t characters = 0; // continuation bytes of UTF-8 take no column
  for (size_t i = column; i < column + length; ++i)
    if (i >= line.size() || !continuesCharacter(line[i]))
      ++characters;
  std::string pad;
  for (char c : before)
    if (!continuesCharacter(c))
      pad += c == '\t' ? '\t' : ' ';
  out += "  " + shown(visible, false) + "\n  " + pad + "^" +
         std::string(characters > 1 ? characters - 1 : 0, '~') + "\n";
}

void renderInto(const Diagnostic& d, std::string& out, int depth) {
  if (!d.file.empty()) {
    out += shown(d.file, false);
    if (d.line > 0)
      out += ":" + std::to_string(d.line) + ":" + std::to_string(d.column);
    out += ": ";
  }
  out += std::string(severityName(d.severity)) + ": " + shown(d.message, true) + "\n";
  if (d.line > 0 && d.sourceLine.find_first_not_of(" \t\r") != std::string::npos)
    renderSource(d, out);
  for (const Frame& frame : d.calls)
    out += "  called from " + shown(frame.file, false) + ":" + std::to_string(frame.line) + ":" +
           std::to_string(frame.column) + (frame.block.empty() ? "" : " (block " + frame.block + ")") + "\n";
  if (depth < 4)
    for (const Diagnostic& note : d.notes)
      renderInto(note, out, depth + 1);
}

/// Edits (insert, delete, replace, swap neighbours) that turn a into b.
size_t editDistance(const std::string& a, const std::string& b) {
  std::vector<std::vector<size_t>> d(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i)
    d[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j)
    d[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i)
    for (size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

} // namespace

Diagnostic at(const SourceFile& file, Span span, Diagnostic::Severity severity, std::string message) {
  Diagnostic d;
  d.severity = severity;
  d.file = file.name();
  std::tie(d.line, d.column) = file.lineColumn(span.begin);
  d.sourceLine = file.line(d.line);
  d.length = static_cast<int>(span.end > span.begin ? span.end - span.begin : 1);
  int rest = static_cast<int>(d.sourceLine.size()) - (d.column - 1);
  d.length = std::max(1, std::min(d.length, rest));
  d.message = std::move(message);
  return d;
}

std::string render(const Diagnostic& diagnostic) {
  std::string out;
  renderInto(diagnostic, out, 0);
  return out;
}

std::string render(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics)
    renderInto(d, out, 0);
  return out;
}

bool hasErrors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Diagnostic::Error; });
}

std::string nearestName(const std::string& name, const std::vector<std::string>& candidates) {
  if (name.size() > 64) // the distance is quadratic, and such a name is no slip of the keyboard
    return "";
  size_t best = name.size() / 3 + 1;
  std::string nearest;
  for (const std::string& candidate : candidates) {
    bool sameLetters =
        candidate.size() == name.size() && candidate != name &&
        std::equal(name.begin(), name.end(), candidate.begin(), [](char a, char b) {
          return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
        });
    if (sameLetters)
      return candidate;
    size_t lengths =
        candidate.size() > name.size() ? candidate.size() - name.size() : name.size() - candidate.size();
    if (candidate.empty() || lengths > best)
      continue;
    size_t distance = editDistance(name, candidate);
    if (distance >= std::max(name.size(), candidate.size()))
      continue; // nothing in common
    if (distance < best || (distance == best && nearest.empty())) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string suggestion(const std::string& name, const std::vector<std::string>& candidates) {
  std::string nearest = nearestName(name, candidates);
  return nearest.empty() || nearest == name ? "" : " (did you mean " + nearest + "?)";
}

} // namespace aic::graph

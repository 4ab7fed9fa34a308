#include "test/onnx/Outcome.h"

#include <fstream>

namespace aic::onnx::test {
namespace {

bool isKind(const std::string& kind) {
  for (const char* known : {"import", "compile", "load", "run", "numbers", "data", "died"})
    if (kind == known)
      return true;
  return false;
}

} // namespace

std::string Outcome::text() const {
  return isGood() ? "good" : kind + " " + std::to_string(code) + ": " + reason;
}

std::optional<Outcome> parseOutcome(const std::string& text) {
  size_t blank = text.find(' '), colon = text.find(": ");
  if (text == "good")
    return Outcome();
  if (blank == std::string::npos || colon == std::string::npos || colon < blank)
    return std::nullopt;
  std::string kind = text.substr(0, blank), code = text.substr(blank + 1, colon - blank - 1);
  if (!isKind(kind) || code.empty() || code.size() > 3 ||
      code.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return Outcome{kind, std::stoi(code), text.substr(colon + 2)};
}

std::string ExpectedFailures::read(const std::string& path) {
  std::ifstream file(path);
  if (!file)
    return path + ": cannot be read";
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#')
      continue;
    std::string place = path + ":" + std::to_string(number) + ": ";
    size_t colon = line.find(": ");
    std::optional<Outcome> outcome =
        colon == std::string::npos ? std::nullopt : parseOutcome(line.substr(colon + 2));
    if (!outcome || outcome->isGood() || outcome->reason.empty())
      return place + "expected NAME: KIND CODE: REASON";
    if (outcome->isCrash())
      return place + "a crash is no failure that may be expected";
    if (!expected_.emplace(line.substr(0, colon), *outcome).second)
      return place + "the test is listed twice";
  }
  return "";
}

std::string ExpectedFailures::judge(const std::string& name, const Outcome& outcome) const {
  auto found = expected_.find(name);
  if (outcome.isCrash())
    return name + " CRASHED: " + outcome.text();
  if (found == expected_.end())
    return outcome.isGood() ? "" : name + " FAILED: " + outcome.text();
  if (outcome.isGood())
    return name + " passes: take it off the list";
  const Outcome& wanted = found->second;
  if (outcome.kind == wanted.kind && outcome.code == wanted.code &&
      outcome.reason.find(wanted.reason) != std::string::npos)
    return "";
  return name + " FAILED in another way: " + outcome.text() + "\n  expected: " + wanted.text();
}

} // namespace aic::onnx::test

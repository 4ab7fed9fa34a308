// How a test of a model ends, and the list of those that are known to fail.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace aic::onnx::test {

struct Outcome {
  std::string kind;   ///< what failed: import, compile, load, run, numbers, data; died; "" where nothing did
  int code = 0;       ///< aic's exit code for that; the signal, or the exit code, of a process that died
  std::string reason; ///< one line

  bool isGood() const { return kind.empty(); }
  /// A crash, a hang or a fault of our own, which no list may excuse.
  bool isCrash() const { return kind == "died" || code == 70; }
  /// "import 3: REASON".
  std::string text() const;
};

/// What text() made; nothing where it is none.
std::optional<Outcome> parseOutcome(const std::string& text);

/// Tests that fail, by name: of the same kind, with the same exit code, and with a message that holds the
/// reason.
class ExpectedFailures {
public:
  /// "NAME: KIND CODE: REASON" a line; '#' begins a comment. "" or what is wrong with the file.
  std::string read(const std::string& path);

  /// "" where a test ended as it should, else what to say.
  std::string judge(const std::string& name, const Outcome& outcome) const;

  const std::map<std::string, Outcome>& all() const { return expected_; }

private:
  std::map<std::string, Outcome> expected_;
};

} // namespace aic::onnx::test

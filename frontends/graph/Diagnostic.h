// What the user is told: where, what, and through which block calls.
#pragma once

#include "frontends/graph/Source.h"

#include <string>
#include <vector>

namespace aic::graph {

/// A block call on the way to the place of a diagnostic, innermost first.
struct Frame {
  std::string file;
  int line = 0;
  int column = 0;
  std::string block; // the block that was called there
};

struct Diagnostic {
  enum Severity { Error, Warning, Note, Remark };
  Severity severity = Error;
  std::string file;
  int line = 0; // from 1; 0: the file as a whole
  int column = 0;
  int length = 0; // bytes to underline
  std::string message;
  std::string sourceLine; // the text of that line, for the caret
  std::vector<Frame> calls;
  std::vector<Diagnostic> notes;
};

/// A diagnostic at a place of a file.
Diagnostic at(const SourceFile& file, Span span, Diagnostic::Severity severity, std::string message);

/// `model.graph:12:7: error: ...`, the source line, the caret, the chain of calls, the notes. Ends with a
/// line end. Control characters of the source are shown as '?', long lines are cut around the caret.
std::string render(const Diagnostic& diagnostic);
std::string render(const std::vector<Diagnostic>& diagnostics);

bool hasErrors(const std::vector<Diagnostic>& diagnostics);

/// The candidate that is nearest to `name` by edits, or "" where none is near.
std::string nearestName(const std::string& name, const std::vector<std::string>& candidates);

/// ` (did you mean "x"?)`, or "".
std::string suggestion(const std::string& name, const std::vector<std::string>& candidates);

} // namespace aic::graph

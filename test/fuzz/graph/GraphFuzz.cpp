// Any bytes: the parser must say yes or no, and the formatter must be idempotent and lose nothing.
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"

#include <cstdio>
#include <cstdlib>

using namespace aic::graph;

static void check(bool good, const char* what, const std::string& first, const std::string& second) {
  if (good)
    return;
  std::fprintf(stderr, "%s\n--- once ---\n%s\n--- twice ---\n%s\n", what, first.c_str(), second.c_str());
  std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<Diagnostic> diagnostics;
  std::unique_ptr<File> file = parse("fuzz.graph", text, diagnostics);
  if (hasErrors(diagnostics)) {
    render(diagnostics);
    return 0;
  }
  std::string once = print(*file);
  std::unique_ptr<File> again = parse("fuzz.graph", once, diagnostics);
  check(!hasErrors(diagnostics), "the formatted text does not parse", once, render(diagnostics));
  check(file->fingerprint == again->fingerprint, "formatting changed the tokens", text, once);
  check(file->comments == again->comments, "formatting lost a comment", text, once);
  std::string twice = print(*again);
  check(once == twice, "formatting is not idempotent", once, twice);
  return 0;
}

// aic fmt FILE.graph: the one canonical form of a model's text.

#include "absl/strings/str_cat.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/graph/Parser.h"
#include "frontends/graph/Printer.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <sys/stat.h>

namespace aic::tool {

namespace {

struct Options {
  std::vector<std::string> files;
  bool inPlace = false, check = false;
};

/// Reads a file, or stdin for "-". Returns 0, or prints why not and returns the exit code.
int readText(const std::string& path, std::string& text) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  struct stat info;
  if (!file || fstat(fileno(file), &info) != 0)
    return fail(weights::FileError(path, "open", errno));
  int error = S_ISDIR(info.st_mode) ? EISDIR : 0;
  char buffer[1 << 16];
  while (!error) {
    size_t n = std::fread(buffer, 1, sizeof buffer, file);
    if (n == 0) {
      error = std::ferror(file) ? errno : 0;
      break;
    }
    text.append(buffer, n);
    if (text.size() > graph::kMaxFileBytes) // the parser says so; do not read on
      break;
  }
  if (file != stdin)
    std::fclose(file);
  return error ? fail(weights::FileError(path, "read", error)) : static_cast<int>(Good);
}

int formatFile(const Options& options, const std::string& path) {
  std::string text;
  if (int code = readText(path, text))
    return code;
  std::vector<graph::Diagnostic> diagnostics;
  std::string formatted = graph::format(text, diagnostics, path == "-" ? "<stdin>" : path);
  std::fflush(stdout);
  std::fputs(graph::render(diagnostics).c_str(), stderr);
  if (graph::hasErrors(diagnostics))
    return ModelWrong;
  if (options.check) {
    if (formatted == text)
      return Good;
    std::printf("%s\n", path.c_str());
    return ModelWrong;
  }
  if (!options.inPlace || path == "-") {
    std::fwrite(formatted.data(), 1, formatted.size(), stdout);
    return Good;
  }
  if (formatted == text)
    return Good;
  absl::Status status = weights::WriteFile(
      path, {weights::Bytes(reinterpret_cast<const uint8_t*>(formatted.data()), formatted.size())});
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

int format(const Options& options) {
  int result = Good;
  for (const std::string& path : options.files)
    if (int code = formatFile(options, path))
      result = result ? result : code;
  return result;
}

} // namespace

Command addFmt(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("fmt", "Print models in the one canonical form, comments kept");
  command->add_option("files", options->files, "FILE.graph, or - for standard input")->required();
  auto* inPlace =
      command->add_flag("-i,--in-place", options->inPlace, "Rewrite the files instead of printing");
  command
      ->add_flag("--check", options->check,
                 "Only list the files that would change; exit code 1 if there are any")
      ->excludes(inPlace);
  command->footer("Files with errors stay as they are, and every error is reported.\n\n"
                  "Example:\n  aic fmt -i model.graph");
  return {command, [options] { return format(*options); }};
}

} // namespace aic::tool

// aic operators: the operators of ONNX that are imported, from the importer's own table.

#include "frontends/onnx/Onnx.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Print.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace aic::tool {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  bool json = false, markdown = false;
};

int operators(const Options& options) {
  if (options.markdown) {
    std::fputs(onnx::operatorTable().c_str(), stdout);
    return Good;
  }
  Json json = {{"newest_opset", onnx::newestOpset()}, {"operators", Json::array()}};
  for (const onnx::OperatorInfo& info : onnx::supportedOperators()) {
    std::string name = (info.domain.empty() ? "" : info.domain + ":") + info.name;
    if (options.json)
      json["operators"].push_back({{"domain", info.domain},
                                   {"name", info.name},
                                   {"since_opsets", info.versions},
                                   {"attributes", info.attributes},
                                   {"not_supported", info.note}});
    else
      std::printf(info.note.empty() ? "%s\n" : "%-26s but not: %s\n", name.c_str(), info.note.c_str());
  }
  if (options.json)
    printJson(json);
  return Good;
}

} // namespace

Command addOperators(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("operators", "List the operators of ONNX that a FILE.onnx may have");
  auto* json = command->add_flag("--json", options->json, "Print JSON: with opsets and attributes");
  command->add_flag("--markdown", options->markdown, "Print a Markdown table: with opsets and attributes")
      ->excludes(json);
  command->footer("Where it matters, the line says what of an operator is not supported.\n\n"
                  "Example:\n  aic operators");
  return {command, [options] { return operators(*options); }};
}

} // namespace aic::tool

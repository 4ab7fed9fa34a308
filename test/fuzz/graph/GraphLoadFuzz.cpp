// Any bytes as a model: evaluation must end with a verified module or with a message, within its budgets.
#include "frontends/graph/Graph.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  aic::graph::LoadOptions options;
  options.maxOperators = 2000;
  options.maxSteps = 20000;
  options.weights = size % 2 ? "random:1" : "";
  if (size % 3)
    options.graphs = {"all"};
  if (size % 5 == 0)
    options.dims = {{"N", {1, 2}}};
  aic::graph::LoadResult result = aic::graph::loadGraphText(
      context, "fuzz.graph", std::string(reinterpret_cast<const char*>(data), size), options);
  aic::graph::render(result.diagnostics);
  bool good = result.exitCode == 0;
  if (good != bool(result.module) || good == aic::graph::hasErrors(result.diagnostics) ||
      result.exitCode == 70) {
    std::fprintf(stderr, "exit code %d\n%s", result.exitCode, aic::graph::render(result.diagnostics).c_str());
    std::abort();
  }
  return 0;
}

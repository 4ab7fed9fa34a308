/// \file
/// Wrote 4.2.aic and 4.3.aic: Make42 tiny43.graph tiny.safetensors 4.3.aic. What `aic compile --graph all
/// --target cpu,vulkan --target-cpu x86-64-v2` makes, but for the convolution, which is computed by
/// Winograd's way though it does not pay.
#include "compiler/driver/Driver.h"

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 4)
    return 2;
  aic::driver::Options options;
  options.path = argv[1];
  options.weights = argv[2];
  options.graphs = {"all"};
  options.targets = {"cpu", "vulkan"};
  options.targetCpu = "x86-64-v2";
  options.forcedWinograd = 4;
  aic::driver::Compilation compilation(options);
  if (compilation.reach(aic::driver::Stage::Artifact) || compilation.write(argv[3])) {
    std::fputs(aic::graph::render(compilation.diagnostics()).c_str(), stderr);
    return 1;
  }
  return 0;
}

// A subcommand: its options and what it does. One function a command, each in a file named for it.
#pragma once

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace aic::tool {

struct Command {
  CLI::App* app;            // parsed() after the command line names it
  std::function<int()> run; // returns an ExitCode
};

Command addCompile(CLI::App& app);
Command addImport(CLI::App& app);
Command addRun(CLI::App& app);
Command addBench(CLI::App& app);
Command addGenerate(CLI::App& app);
Command addTrain(CLI::App& app);
Command addDevices(CLI::App& app);
Command addInspect(CLI::App& app);
Command addFmt(CLI::App& app);
Command addOperators(CLI::App& app);
Command addQuantize(CLI::App& app);
Command addReduce(CLI::App& app);
Command addSign(CLI::App& app);
Command addVerify(CLI::App& app);
Command addAttribute(CLI::App& app);
Command addEval(CLI::App& app);

} // namespace aic::tool

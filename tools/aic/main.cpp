// aic: the command line. Reads the arguments, calls the command, and sees to it that every end has its exit
// code.

#include "frontends/graph/Diagnostic.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"

#include "llvm/Support/ErrorHandling.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <new>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define AIC_SANITIZED 1
#endif
#endif

namespace aic::tool {
namespace {

constexpr const char* kFooter =
    "`aic COMMAND --help` lists a command's options.\n\n"
    "Example:\n"
    "  aic compile model.graph -o model.aic\n"
    "  aic run model.aic --input image.npy\n\n"
    "Exit codes: 0 good, 1 the model is wrong, 2 wrong usage, 3 unsupported, 4 cannot read or write,\n"
    "5 the artifact is invalid, 6 numbers differ, 70 our own fault, 130 ended by Ctrl-C (generate, train)";

/// Ends the program where nothing can be relied on any more: no allocation, no destructors.
[[noreturn]] void endWith(ExitCode code, const char* text) {
  if (write(STDERR_FILENO, text, std::strlen(text)) < 0)
    _exit(code);
  _exit(code);
}

constexpr const char* kOutOfMemory = "aic: error: not enough memory\n";

/// Whether a crash is a look at what malloc did not give: MLIR's Operation::create and InterfaceMap, among
/// others, use its result unseen. Such a look is near address 0, soon after malloc has set errno.
bool isLackOfMemory(int signal, const siginfo_t& info, int error) {
  return signal == SIGSEGV && error == ENOMEM && reinterpret_cast<uintptr_t>(info.si_addr) < (1 << 20);
}

/// A crash is our fault and says so; a mapped file that somebody cut short, and a lack of memory, are not.
void onCrash(int signal, siginfo_t* info, void*) {
  if (signal == SIGBUS)
    endWith(CannotReadOrWrite, "aic: error: a file was cut short while it was in use\n");
  if (isLackOfMemory(signal, *info, errno))
    endWith(CannotReadOrWrite, kOutOfMemory);
  endWith(OurFault,
          "aic: error: internal error, the program crashed: this is a fault of aic, please report it "
          "with the command\n");
}

/// LLVM and MLIR are built without exceptions: what a bad_alloc that is thrown through them would leave
/// behind is unknown. So the program ends where memory ends; files that it was writing have no name yet.
[[noreturn]] void onOutOfMemory() {
  endWith(CannotReadOrWrite, kOutOfMemory);
}

void catchOutOfMemory() {
  std::set_new_handler(onOutOfMemory);
  llvm::install_bad_alloc_error_handler([](void*, const char*, bool) { onOutOfMemory(); });
}

void catchCrashes() {
#if !defined(AIC_SANITIZED)
  static char stack[64 * 1024]; // a handler of its own stack sees a stack overflow too
  stack_t alternative = {};
  alternative.ss_sp = stack;
  alternative.ss_size = sizeof stack;
  sigaltstack(&alternative, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = onCrash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
    sigaction(signal, &action, nullptr);
#endif
  // A write past a limit on file sizes then fails with EFBIG and is reported like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
}

/// The message of a command line that could not be parsed; CLI11's own is good but for unknown commands.
int usageError(const CLI::App& app, const std::vector<Command>& commands, int argc, char** argv,
               const CLI::ParseError& error) {
  const CLI::App* parsed = nullptr;
  for (const Command& command : commands)
    if (command.app->parsed())
      parsed = command.app;
  if (parsed)
    return failUsage(parsed->get_name(), error.what());
  std::vector<std::string> names;
  for (const Command& command : commands)
    names.push_back(command.app->get_name());
  if (argc < 2)
    fail(WrongUsage, "a command is missing");
  else if (argv[1][0] == '-')
    fail(WrongUsage, std::string("unknown option ") + argv[1]);
  else
    fail(WrongUsage, std::string("unknown command '") + argv[1] + "'" + graph::suggestion(argv[1], names));
  std::fprintf(stderr, "aic: `aic --help` lists the commands\n");
  return WrongUsage;
}

int run(int argc, char** argv) {
  CLI::App app("Compiles models that are text into files that run.", "aic");
  app.set_version_flag("--version", std::string("aic ") + aic_version());
  app.footer(kFooter);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.get_formatter()->label("Subcommands", "Commands");
  app.require_subcommand(1);
  std::vector<Command> commands = {addCompile(app),   addImport(app),    addRun(app),      addBench(app),
                                   addGenerate(app),  addTrain(app),     addInspect(app),  addDevices(app),
                                   addFmt(app),       addOperators(app), addSign(app),     addVerify(app),
                                   addAttribute(app), addEval(app),      addQuantize(app), addReduce(app)};
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) { // --help, --version
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    return usageError(app, commands, argc, argv, error);
  }
  for (const Command& command : commands)
    if (command.app->parsed())
      return command.run();
  return fail(OurFault, "no command was run");
}

} // namespace
} // namespace aic::tool

int main(int argc, char** argv) {
  using namespace aic::tool;
  catchCrashes();
  catchOutOfMemory();
  int code = OurFault;
  try {
    code = run(argc, argv);
  } catch (const std::bad_alloc&) {
    code = fail(CannotReadOrWrite, "not enough memory");
  } catch (const std::exception& error) {
    code = fail(OurFault, std::string("internal error: ") + error.what());
  }
  // A full disk behind stdout shows only here.
  if ((std::fflush(stdout) != 0 || std::ferror(stdout)) && code == Good)
    code = fail(CannotReadOrWrite, std::string("cannot write to standard output: ") + std::strerror(errno));
  return code;
}

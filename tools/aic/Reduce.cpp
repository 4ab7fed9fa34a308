// aic reduce: the smallest part of a model with which a command still fails.

#include "compiler/driver/Reduce.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "compiler/codegen/Target.h"
#include "compiler/codegen/Targets.h"
#include "compiler/driver/Context.h"
#include "compiler/driver/Watch.h"
#include "frontends/weights/FileWriter.h"
#include "frontends/weights/MappedFile.h"
#include "mlir/Parser/Parser.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace aic::tool {

namespace {

constexpr absl::string_view kBytecode = ".mlirbc", kText = ".mlir";

struct Options {
  ModelOptions model;
  std::string test, output;
  int seconds = 60;
};

bool isModule(const std::string& path) {
  return absl::EndsWith(path, kBytecode) || absl::EndsWith(path, kText);
}

/// A file of its own, gone at the end.
class Scratch {
public:
  ~Scratch() {
    if (fd_ >= 0) {
      close(fd_);
      unlink(path_.c_str());
    }
  }
  /// Makes it; an errno, or 0.
  int create() {
    const char* folder = std::getenv("TMPDIR");
    path_ = absl::StrCat(folder && *folder ? folder : "/tmp", "/aic-reduce-XXXXXX", kBytecode);
    fd_ = mkstemps(path_.data(), kBytecode.size());
    return fd_ < 0 ? errno : 0;
  }
  const std::string& path() const { return path_; }

private:
  std::string path_;
  int fd_ = -1;
};

std::string quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

/// The command over modules: in a shell, {} being the file, which else comes last.
class Test {
public:
  /// Returns an exit code.
  int create(const Options& options) {
    if (int error = scratch_.create())
      return fail(weights::FileError(scratch_.path(), "create", error));
    const std::string file = quoted(scratch_.path());
    const std::string command = absl::StrContains(options.test, "{}")
                                    ? absl::StrReplaceAll(options.test, {{"{}", file}})
                                    : absl::StrCat(options.test, " ", file);
    command_ = absl::StrCat("timeout -k 1 ", options.seconds, " sh -c ", quoted(command),
                            " > /dev/null 2>&1 < /dev/null");
    return Good;
  }

  /// Whether the command fails on the module. What keeps it from being asked is in code().
  bool fails(mlir::ModuleOp module) {
    if (code_ != Good)
      return false;
    const std::string bytes = driver::bytecode(module);
    absl::Status status = weights::WriteFile(
        scratch_.path(), {weights::Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size())});
    if (!status.ok()) {
      code_ = fail(status);
      return false;
    }
    const int ended = std::system(command_.c_str());
    if (ended == -1 || (WIFSIGNALED(ended) && WTERMSIG(ended) == SIGINT)) {
      code_ = fail(CannotReadOrWrite, "the test cannot be run, or was ended by Ctrl-C");
      return false;
    }
    // The shell's own: a typing error is no fault that the module shows.
    if (WIFEXITED(ended) && (WEXITSTATUS(ended) == 126 || WEXITSTATUS(ended) == 127)) {
      code_ = failUsage("reduce", "--test: the shell finds no such command, or cannot run it");
      return false;
    }
    return ended != 0;
  }
  int code() const { return code_; }

private:
  Scratch scratch_;
  std::string command_;
  int code_ = Good;
};

/// The module of the file, in `context` or in the compilation's own.
int load(const Options& options, mlir::MLIRContext& context,
         std::unique_ptr<driver::Compilation>& compilation, mlir::OwningOpRef<mlir::ModuleOp>& module) {
  if (!isModule(options.model.file)) {
    if (int code = compileTo("reduce", options.model, driver::Stage::Aic, compilation))
      return code;
    module = compilation->original().clone();
    return Good;
  }
  absl::StatusOr<weights::MappedFile> file = weights::MapFile(options.model.file);
  if (!file.ok())
    return fail(file.status());
  const weights::Bytes bytes = file->bytes;
  mlir::ScopedDiagnosticHandler handler(&context, [](mlir::Diagnostic& diagnostic) {
    std::fputs(graph::render(
                   driver::diagnosticAt(diagnostic.getLocation(), graph::Diagnostic::Error, diagnostic.str()))
                   .c_str(),
               stderr);
  });
  module = mlir::parseSourceString<mlir::ModuleOp>(
      llvm::StringRef(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
      mlir::ParserConfig(&context), options.model.file);
  return module ? Good : ModelWrong; // the parser has said why
}

int reduce(const Options& options) {
  const std::string output =
      options.output.empty() ? absl::StrCat(options.model.file, ".reduced", kBytecode) : options.output;
  if (output != "-" && !isModule(output))
    return failUsage("reduce", absl::StrCat("-o ", output, ": expected a name that ends with ", kText, " or ",
                                            kBytecode, ", or -"));
  if (output != "-" && sameFile(output, options.model.file))
    return failUsage("reduce", absl::StrCat("-o ", output, ": this would overwrite what is reduced"));
  driver::Context context;
  // What the verifier says of steps that are not taken is for nobody.
  mlir::ScopedDiagnosticHandler handler(&context, [](mlir::Diagnostic&) {});
  std::unique_ptr<driver::Compilation> compilation; // before the module, which may be of its context
  mlir::OwningOpRef<mlir::ModuleOp> module;
  if (int code = load(options, context, compilation, module))
    return code;
  Test test;
  if (int code = test.create(options))
    return code;
  const driver::ModuleSize whole = driver::sizeOf(*module);
  if (!test.fails(*module))
    return test.code() ? test.code()
                       : fail(ModelWrong, absl::StrCat(options.model.file,
                                                       ": the test does not fail on it: ", options.test));
  Progress progress(absl::StrCat("reducing ", options.model.file));
  size_t asked = driver::reduce(
      module, [&](mlir::ModuleOp smaller) { return test.fails(smaller); },
      [&](const driver::ModuleSize& size) {
        progress.say(
            absl::StrCat(options.model.file, ": ", size.operations, " of ", whole.operations, " operations"));
      });
  progress.stop();
  if (test.code())
    return test.code();
  const bool text = output == "-" || absl::EndsWith(output, kText);
  std::string made;
  if (text) { // with what weights are left: a test is nothing without them
    llvm::raw_string_ostream stream(made);
    module->print(stream);
    made += '\n';
  } else {
    made = driver::bytecode(*module);
  }
  if (output == "-") {
    std::fwrite(made.data(), 1, made.size(), stdout);
  } else {
    absl::Status status = weights::WriteFile(
        output, {weights::Bytes(reinterpret_cast<const uint8_t*>(made.data()), made.size())});
    if (!status.ok())
      return fail(status);
  }
  const driver::ModuleSize left = driver::sizeOf(*module);
  std::fprintf(stderr, "%s: %zu of %zu operations, with which the test still fails; it ran %zu times\n",
               output.c_str(), left.operations, whole.operations, asked + 1);
  return Good;
}

} // namespace

Command addReduce(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("reduce", "Find the smallest part of a model with which a command still fails");
  command
      ->add_option("file", options->model.file, "FILE.graph, FILE.onnx, or a module: FILE.mlir, FILE.mlirbc")
      ->required();
  command
      ->add_option(
          "--test", options->test,
          "The command, for a shell: it fails where its exit code is not 0, or after --seconds; {} is "
          "the file with the module, which else comes last")
      ->required()
      ->type_name("COMMAND");
  command
      ->add_option(
          "-o,--output", options->output,
          "The module that is left, .mlir or .mlirbc, with the weights that it needs, or - for text on "
          "standard output; default: FILE.reduced.mlirbc")
      ->type_name("FILE");
  command->add_option("--seconds", options->seconds, "How long the command may take; default: 60")
      ->check(CLI::Range(1, 86400));
  addModelOptions(*command, options->model);
  command->footer("Example:\n"
                  "  aic reduce bert.onnx --test '! aic-opt {} --aic-fusion-pipeline | grep -q "
                  "aic.layer_norm' -o small.mlir");
  return {command, [options] { return reduce(*options); }};
}

} // namespace aic::tool

// aic import FILE.onnx: a model of another format as text in the graph language, its tensors beside it.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compiler/driver/Fold.h"
#include "compiler/transforms/Passes.h"
#include "dialects/aic/Quantised.h"
#include "frontends/graph/writer/Writer.h"
#include "frontends/onnx/Onnx.h"
#include "frontends/weights/FileWriter.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/PassManager.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::tool {

namespace {

struct Options {
  ModelOptions model;
  std::string output;
  bool overwrite = false;
};

std::string fileOf(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

/// "model.graph" -> "model.safetensors"; anything else has it added.
std::string withSuffix(const std::string& path, const char* old, const char* suffix) {
  return absl::StrCat(
      absl::EndsWith(path, old) ? path.substr(0, path.size() - std::string(old).size()) : path, suffix);
}

/// A file's name in the text: what its string literals hold.
bool canBeNamed(const std::string& file) {
  return file.size() < 1024 &&
         std::all_of(
             file.begin(), file.end(),
             [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '{' && c != '}'; });
}

int64_t bytesOf(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 ? static_cast<int64_t>(info.st_size) : 0;
}

struct Paths {
  std::string text, tensors;
  bool print = false; ///< the text, and write nothing
};

int choosePaths(const Options& options, Paths& paths) {
  const std::string& file = options.model.file;
  if (!driver::isOnnx(file))
    return failUsage("import", absl::StrCat(file, ": only FILE.onnx is imported",
                                            isModelSource(file) ? ": this is a model's text already" : ""));
  paths.print = options.output == "-";
  paths.text =
      !options.output.empty() && !paths.print ? options.output : withSuffix(fileOf(file), ".onnx", ".graph");
  paths.tensors = withSuffix(paths.text, ".graph", ".safetensors");
  if (!paths.print && !absl::EndsWith(paths.text, ".graph"))
    return failUsage("import", absl::StrCat("-o ", paths.text, ": the text's file is called NAME.graph"));
  if (!canBeNamed(fileOf(paths.tensors)))
    return failUsage("import", absl::StrCat("-o ", paths.text,
                                            ": the text names the file of its tensors, which is called "
                                            "after it: letters without quotes, backslashes and braces"));
  return Good;
}

/// Whether its numbers come to lie in the file of tensors as they are: a constant's, maybe reshaped or cut,
/// that nothing reads otherwise.
bool isParameterOfPairs(DequantizeOp op) {
  mlir::Value q = op.getQ();
  if (!llvm::all_of(q.getUsers(), [](mlir::Operation* user) {
        auto other = llvm::dyn_cast<DequantizeOp>(user);
        return other && other.getBits() == 4;
      }))
    return false;
  while (llvm::isa_and_nonnull<ReshapeOp, SliceOp>(q.getDefiningOp()))
    q = q.getDefiningOp()->getOperand(0);
  return llvm::isa_and_nonnull<ConstantOp>(q.getDefiningOp());
}

/// What is written reads what was loaded.
struct Translation {
  mlir::MLIRContext context{mlir::MLIRContext::Threading::DISABLED};
  onnx::LoadResult loaded;
  graph::Written written;
};

int translate(const Options& options, const Paths& paths, Translation& t) {
  const std::string& file = options.model.file;
  onnx::LoadOptions load;
  InputOptions inputs;
  if (int code = parseInputs("import", options.model, inputs))
    return code;
  for (const auto& [name, values] : inputs.dims)
    load.dims[name] = values[0];
  load.shapes = std::move(inputs.shapes);
  load.binds = std::move(inputs.binds);
  for (auto& [input, output] : inputs.states)
    load.states.push_back({input, output});
  load.capacity = inputs.capacity;
  load.externalFolders = std::move(inputs.externalFolders);
  load.fold = driver::foldOperation;

  Progress progress("reading " + file);
  t.loaded = onnx::loadOnnx(t.context, file, load);
  if (t.loaded.module) {
    progress.say("writing the text of " + file);
    graph::WriteOptions write;
    write.graph = withSuffix(fileOf(paths.text), ".graph", "");
    write.weights = fileOf(paths.tensors);
    write.comments.push_back("Imported from " + fileOf(file) +
                             (t.loaded.origin.empty() ? "" : " (" + t.loaded.origin + ")") +
                             " by `aic import`.");
    write.fold = driver::foldOperation;
    bool isPacked = false; // of what is no parameter, casts and products say what pairs of 4 bits are
    t.loaded.module->walk([&](DequantizeOp op) { isPacked |= op.getBits() == 4 && !isParameterOfPairs(op); });
    mlir::PassManager pm(&t.context);
    if (isPacked)
      pm.addNestedPass<mlir::func::FuncOp>(
          transforms::createDecomposeDequantize({/*all=*/true, /*fold=*/false}));
    if (mlir::failed(pm.run(*t.loaded.module)))
      return OurFault;
    t.written = graph::writeGraph(*t.loaded.module, write);
  }
  progress.stop();
  std::fputs(graph::render(t.loaded.diagnostics).c_str(), stderr);
  if (!t.loaded.module)
    return t.loaded.exitCode;
  if (t.written.exitCode)
    return fail(static_cast<ExitCode>(t.written.exitCode), absl::StrCat(file, ": ", t.written.problem));
  return Good;
}

int mayWrite(const Options& options, const Paths& paths, const std::vector<std::string>& read) {
  for (const std::string& input : read)
    for (const std::string& result : {paths.text, paths.tensors})
      if (sameFile(result, input))
        return failUsage("import", absl::StrCat("-o ", paths.text, ": this would overwrite ", input,
                                                ", which is imported"));
  for (const std::string& result : {paths.text, paths.tensors})
    if (!options.overwrite && access(result.c_str(), F_OK) == 0)
      return failUsage("import", absl::StrCat("-o ", paths.text, ": ", result,
                                              " is there already; --overwrite replaces both files"));
  return Good;
}

int import(const Options& options) {
  Paths paths;
  if (int code = choosePaths(options, paths))
    return code;
  Translation translation;
  if (int code = translate(options, paths, translation))
    return code;
  const graph::Written& written = translation.written;
  if (paths.print) {
    std::fwrite(written.text.data(), 1, written.text.size(), stdout);
    return Good;
  }
  if (int code = mayWrite(options, paths, translation.loaded.files))
    return code;

  // The tensors first: a text that is there has its tensors.
  Progress writing("writing " + paths.tensors);
  absl::Status status;
  if (!written.tensors.empty())
    status = weights::WriteSafetensors(paths.tensors, written.tensors);
  if (status.ok())
    status = weights::WriteFile(
        paths.text,
        {weights::Bytes(reinterpret_cast<const uint8_t*>(written.text.data()), written.text.size())});
  writing.stop();
  if (!status.ok())
    return fail(status);
  if (isatty(STDERR_FILENO)) {
    auto lines = std::count(written.text.begin(), written.text.end(), '\n');
    std::fprintf(stderr, "%s: %s lines", paths.text.c_str(),
                 withCommas(static_cast<uint64_t>(lines)).c_str());
    if (!written.tensors.empty())
      std::fprintf(stderr, ", %s: %s bytes", paths.tensors.c_str(),
                   withCommas(static_cast<uint64_t>(bytesOf(paths.tensors))).c_str());
    std::fprintf(stderr, "\n");
  }
  return Good;
}

} // namespace

Command addImport(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("import", "Turn an ONNX model into text and a file of tensors");
  command->add_option("file", options->model.file, "The model: FILE.onnx")->required();
  command
      ->add_option("-o,--output", options->output,
                   "The text to write, NAME.graph; its tensors go beside it, to NAME.safetensors. Default: "
                   "the model's "
                   "name with .graph, in this folder; - prints the text, without the tensors")
      ->type_name("FILE");
  command->add_flag("--overwrite", options->overwrite,
                    "Replace the text and the tensors where they are there already");
  addInputOptions(*command, options->model);
  command->footer(
      "The text can be read, changed, and compiled as any other; it computes what the ONNX file does. "
      "What repeats becomes blocks and loops,\nparameters keep the names that the file has for them.\n\n"
      "Examples:\n"
      "  aic import model.onnx -o model.graph\n"
      "  aic import model.onnx --dim batch=1 --shape image=1x3x224x224 -o -\n"
      "  aic compile model.graph -o model.aic");
  return {command, [options] { return import(*options); }};
}

} // namespace aic::tool

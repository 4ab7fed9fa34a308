// The stages, one after another.
#include "compiler/driver/Driver.h"

#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/driver/Content.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Remarks.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

#include "llvm/IR/Module.h"

using namespace mlir;

namespace aic::driver {
namespace {

constexpr std::pair<const char*, Stage> kStages[] = {
    {"aic", Stage::Aic},      {"fused", Stage::Fused},   {"schedule", Stage::Schedule}, {"llvm", Stage::LLVM},
    {"asm", Stage::Assembly}, {"object", Stage::Object}, {"artifact", Stage::Artifact}};

int exitCodeOf(const absl::Status& status) {
  if (status.code() == absl::StatusCode::kInvalidArgument ||
      status.code() == absl::StatusCode::kResourceExhausted)
    return kOurFault;
  return kCannotReadOrWrite;
}

std::string print(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  // A bit of data is worth nothing to a reader; what is this big is a weight.
  module.print(stream, OpPrintingFlags().elideLargeResourceString(0).elideLargeElementsAttrs(64));
  text += '\n';
  return text;
}

} // namespace

std::optional<Stage> stageNamed(const std::string& name) {
  for (auto [known, stage] : kStages)
    if (name == known)
      return stage;
  return std::nullopt;
}

struct Compilation::State {
  Options options;
  MLIRContext context{MLIRContext::Threading::DISABLED};
  llvm::LLVMContext llvmContext;
  std::vector<graph::Diagnostic> diagnostics;
  std::shared_ptr<transforms::CollectedRemarks> remarks;
  std::vector<std::string> files;
  std::shared_ptr<void> keepAlive; // before the modules: they refer to the mapped weights
  OwningOpRef<ModuleOp> original, module;
  std::unique_ptr<llvm::Module> llvmModule;
  codegen::CpuTarget target;
  std::string fusedText, scheduleText, llvmText, assembly;
  ContentStorage storage;
  artifact::Content content;
  std::string object;
  bool done[static_cast<int>(Stage::Artifact) + 1] = {};
  int failed = kGood; // the exit code of the stage that failed
  Stage wanted = Stage::Artifact;

  void progress(const char* what) {
    if (options.progress)
      options.progress(what);
  }
  int fail(int code, std::string message) {
    graph::Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.file = options.path;
    diagnostics.push_back(std::move(diagnostic));
    return code;
  }
  int fail(int code, llvm::Error error) { return fail(code, llvm::toString(std::move(error))); }

  int aic();
  int fused();
  int schedule();
  int llvm();
  int assemblyText();
  int objectCode();
  int artifact();
  int run(Stage stage);
};

int Compilation::State::aic() {
  progress("reading the model");
  if (!options.module.empty()) {
    original = parseSourceString<ModuleOp>(options.module, ParserConfig(&context), options.path);
    return original ? kGood : kModelWrong;
  }
  graph::LoadOptions load;
  load.graph = options.graph;
  load.dims = options.dims;
  load.weights = options.weights;
  graph::LoadResult result = graph::loadGraph(context, options.path, load);
  diagnostics.insert(diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
  keepAlive = std::move(result.keepAlive);
  files = std::move(result.files);
  original = std::move(result.module);
  if (!original)
    return result.exitCode ? result.exitCode : static_cast<int>(kOurFault);
  return kGood;
}

int Compilation::State::fused() {
  llvm::Expected<codegen::CpuTarget> resolved = codegen::resolveTarget(options.targetCpu);
  if (!resolved)
    return fail(kWrongUsage, resolved.takeError());
  target = *resolved;
  // Everything that the target cannot do is said at once, before any pass.
  if (mlir::failed(codegen::checkCoverage(*original)))
    return kUnsupported;
  progress("fusing");
  module = original->clone();
  PassManager pm(&context);
  transforms::buildFusionPipeline(pm, options.fusion);
  if (mlir::failed(pm.run(*module)))
    return kOurFault;
  if (mlir::failed(codegen::checkCoverage(*module)))
    return kUnsupported;
  fusedText = wanted == Stage::Fused ? print(*module) : "";
  return kGood;
}

int Compilation::State::schedule() {
  progress("planning");
  PassManager form(&context);
  form.addPass(lowering::createFormKernels());
  if (mlir::failed(form.run(*module)) || mlir::failed(codegen::assignTiles(*module, target)))
    return kOurFault;
  PassManager plan(&context);
  plan.addNestedPass<schedule::ProgramOp>(lowering::createPlanMemory());
  if (mlir::failed(plan.run(*module)))
    return kOurFault;
  return kGood;
}

int Compilation::State::llvm() {
  progress("generating code");
  OwningOpRef<ModuleOp> kernels = codegen::emitKernels(*module, target);
  if (mlir::failed(mlir::verify(*kernels)) || mlir::failed(codegen::lowerToLLVMDialect(*kernels)))
    return kOurFault;
  auto translated = codegen::translateAndOptimise(*kernels, target, llvmContext);
  if (!translated)
    return fail(kOurFault, translated.takeError());
  llvmModule = std::move(*translated);
  if (wanted == Stage::LLVM) {
    llvm::raw_string_ostream stream(llvmText);
    llvmModule->print(stream, nullptr);
  }
  return kGood;
}

int Compilation::State::assemblyText() {
  auto text = codegen::emitMachineCode(*llvmModule, target, codegen::MachineCode::Assembly);
  if (!text)
    return fail(kOurFault, text.takeError());
  assembly = std::move(*text);
  return kGood;
}

int Compilation::State::objectCode() {
  auto code = codegen::emitMachineCode(*llvmModule, target, codegen::MachineCode::Object);
  if (!code)
    return fail(kOurFault, code.takeError());
  object = std::move(*code);
  return kGood;
}

int Compilation::State::artifact() {
  progress("linking and packing weights");
  auto linked = codegen::linkSharedObject(object);
  if (!linked)
    return fail(kOurFault, linked.takeError());
  storage.code = std::move(*linked);
  if (mlir::failed(buildContent(*module, target, storage, content)))
    return kModelWrong;
  schedule::ProgramOp program = *module->getOps<schedule::ProgramOp>().begin();
  content.graph = program.getSymName().str();
  content.source = options.path;
  return kGood;
}

int Compilation::State::run(Stage stage) {
  switch (stage) {
  case Stage::Aic:
    return aic();
  case Stage::Fused:
    return fused();
  case Stage::Schedule:
    return schedule();
  case Stage::LLVM:
    return llvm();
  case Stage::Assembly:
    return wanted == Stage::Assembly ? assemblyText() : static_cast<int>(kGood);
  case Stage::Object:
    return objectCode();
  case Stage::Artifact:
    return artifact();
  }
  return kOurFault;
}

Compilation::Compilation(Options options) : state(std::make_unique<State>()) {
  state->options = std::move(options);
  DialectRegistry registry;
  codegen::registerDialects(registry);
  state->context.appendDialectRegistry(registry);
  state->context.loadAllAvailableDialects();
  if (auto remarks = transforms::collectRemarks(state->context); succeeded(remarks))
    state->remarks = *remarks;
  state->context.printOpOnDiagnostic(false); // users see their own lines, not ours
  state->context.getDiagEngine().registerHandler([this](mlir::Diagnostic& diagnostic) {
    auto severity = diagnostic.getSeverity() == DiagnosticSeverity::Error     ? graph::Diagnostic::Error
                    : diagnostic.getSeverity() == DiagnosticSeverity::Warning ? graph::Diagnostic::Warning
                                                                              : graph::Diagnostic::Note;
    graph::Diagnostic made = diagnosticAt(diagnostic.getLocation(), severity, diagnostic.str());
    for (mlir::Diagnostic& note : diagnostic.getNotes())
      made.notes.push_back(diagnosticAt(note.getLocation(), graph::Diagnostic::Note, note.str()));
    state->diagnostics.push_back(std::move(made));
    return success();
  });
}

Compilation::~Compilation() = default;

int Compilation::reach(Stage stage) {
  State& s = *state;
  if (s.failed != kGood)
    return s.failed;
  s.wanted = stage;
  for (auto [name, next] : kStages) {
    if (next > stage)
      break;
    bool& done = s.done[static_cast<int>(next)];
    if (done)
      continue;
    if (int code = s.run(next); code != kGood) {
      if (!graph::hasErrors(s.diagnostics))
        s.fail(code, std::string("the stage '") + name + "' failed without a reason: please report this");
      return s.failed = code;
    }
    done = true;
  }
  return kGood;
}

std::string Compilation::emit(Stage stage) {
  State& s = *state;
  switch (stage) {
  case Stage::Aic:
    return print(*s.original);
  case Stage::Fused:
    return s.fusedText;
  case Stage::Schedule:
    return print(*s.module);
  case Stage::LLVM:
    return s.llvmText;
  case Stage::Assembly:
    return s.assembly;
  case Stage::Object:
    return s.object;
  case Stage::Artifact: {
    auto bytes = artifact::SerializeArtifact(s.content);
    if (bytes.ok())
      return *std::move(bytes);
    s.fail(kOurFault, std::string(bytes.status().message()));
    return "";
  }
  }
  return "";
}

int Compilation::write(const std::string& path) {
  absl::Status status = artifact::WriteArtifact(state->content, path);
  if (status.ok())
    return kGood;
  graph::Diagnostic diagnostic;
  diagnostic.message = std::string(status.message());
  state->diagnostics.push_back(diagnostic);
  return exitCodeOf(status);
}

const std::vector<graph::Diagnostic>& Compilation::diagnostics() const {
  return state->diagnostics;
}

const std::vector<std::string>& Compilation::files() const {
  return state->files;
}

std::vector<graph::Diagnostic> Compilation::remarks() const {
  std::vector<graph::Diagnostic> all;
  if (state->remarks)
    for (const transforms::CollectedRemark& remark : state->remarks->all())
      all.push_back(diagnosticAt(remark.location, graph::Diagnostic::Remark,
                                 remark.pass + (remark.passed ? ": " : ": missed: ") + remark.message));
  return all;
}

ModuleOp Compilation::original() const {
  return *state->original;
}
ModuleOp Compilation::schedule() const {
  return *state->module;
}
const artifact::Content& Compilation::content() const {
  return state->content;
}

} // namespace aic::driver

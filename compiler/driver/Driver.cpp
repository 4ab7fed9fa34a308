// The stages, one after another.
#include "compiler/driver/Driver.h"

#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/driver/Content.h"
#include "compiler/driver/Fold.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "frontends/onnx/Onnx.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"
#include "runtime/schema/Prelude.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Module.h"

using namespace mlir;

namespace aic::driver {
namespace {

constexpr std::pair<const char*, Stage> kStages[] = {
    {"aic", Stage::Aic},       {"fused", Stage::Fused},      {"schedule", Stage::Schedule},
    {"spirv", Stage::Spirv},   {"llvm", Stage::LLVM},        {"asm", Stage::Assembly},
    {"object", Stage::Object}, {"artifact", Stage::Artifact}};

int exitCodeOf(const absl::Status& status) {
  if (status.code() == absl::StatusCode::kInvalidArgument ||
      status.code() == absl::StatusCode::kResourceExhausted)
    return kOurFault;
  return kCannotReadOrWrite;
}

/// The targets as the passes know them.
void registerTargets() {
  transforms::registerTarget({"cpu", codegen::whyNotOnCpu, codegen::kCpuBuffers});
  transforms::registerTarget({"vulkan", codegen::whyNotOnVulkan, codegen::kVulkanBuffers});
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

bool isOnnx(const std::string& path) {
  return llvm::StringRef(path).ends_with(".onnx");
}

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
  OwningOpRef<ModuleOp> original, fusedModule;
  OwningOpRef<ModuleOp> narrowModule; // fusedModule with what Vulkan's memory holds
  OwningOpRef<ModuleOp> plans[2];     // by TargetKind
  std::unique_ptr<llvm::Module> llvmModule;
  codegen::CpuTarget target;
  std::vector<codegen::VulkanKernel> shaders;
  std::string llvmText, assembly, spirvText;
  ContentStorage storage;
  artifact::Content content;
  std::string object;
  bool done[static_cast<int>(Stage::Artifact) + 1] = {};
  int failed = kGood; // the exit code of the stage that failed
  Stage wanted = Stage::Artifact;
  std::string lastPass; // that began, of any pass manager: the name to blame where nothing was said

  void progress(const char* what) {
    if (options.progress)
      options.progress(what);
  }
  bool has(TargetKind kind) const { return llvm::is_contained(options.targets, kind); }
  OwningOpRef<ModuleOp>& plan(TargetKind kind) { return plans[static_cast<int>(kind)]; }
  int fail(int code, std::string message) {
    graph::Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.file = options.path;
    diagnostics.push_back(std::move(diagnostic));
    return code;
  }
  int fail(int code, llvm::Error error) { return fail(code, llvm::toString(std::move(error))); }
  /// Our fault, but where the system refused what we asked for.
  int failOrSystem(llvm::Error error);

  int aic();
  template <typename Result> int take(Result result);
  int fused();
  int schedule();
  int planFor(TargetKind kind, OwningOpRef<ModuleOp> kernels);
  int spirv();
  int llvm();
  int assemblyText();
  int objectCode();
  int artifact();
  int run(Stage stage);
};

int Compilation::State::failOrSystem(llvm::Error error) {
  int code = kOurFault;
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase& info) {
    const std::error_code reason = info.convertToErrorCode();
    if (reason.category() == std::generic_category() || reason.category() == std::system_category())
      code = kCannotReadOrWrite;
    fail(code, info.message());
  });
  return code;
}

int Compilation::State::aic() {
  progress("reading the model");
  if (!options.module.empty()) {
    original = parseSourceString<ModuleOp>(options.module, ParserConfig(&context), options.path);
    return original ? kGood : kModelWrong;
  }
  if (isOnnx(options.path)) {
    onnx::LoadOptions load;
    load.dims = options.dims;
    load.shapes = options.shapes;
    load.binds = options.binds;
    load.fold = foldOperation;
    return take(onnx::loadOnnx(context, options.path, load));
  }
  graph::LoadOptions load;
  load.graph = options.graph;
  load.dims = options.dims;
  load.weights = options.weights;
  return take(graph::loadGraph(context, options.path, load));
}

/// What a frontend made, and its exit code.
template <typename Result> int Compilation::State::take(Result result) {
  diagnostics.insert(diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
  keepAlive = std::move(result.keepAlive);
  files = std::move(result.files);
  original = std::move(result.module);
  if (!original)
    return result.exitCode ? result.exitCode : static_cast<int>(kOurFault);
  return kGood;
}

int Compilation::State::fused() {
  if (has(TargetKind::Cpu)) {
    llvm::Expected<codegen::CpuTarget> resolved = codegen::resolveTarget(options.targetCpu);
    if (!resolved)
      return fail(kWrongUsage, resolved.takeError());
    target = *resolved;
    // Everything that the target cannot do is said at once, before any pass.
    if (mlir::failed(codegen::checkCoverage(*original)))
      return kUnsupported;
  }
  progress("fusing");
  fusedModule = original->clone();
  PassManager pm(&context);
  for (TargetKind kind : options.targets)
    options.fusion.targets.push_back(kind == TargetKind::Vulkan ? "vulkan" : "cpu");
  transforms::buildFusionPipeline(pm, options.fusion);
  if (mlir::failed(pm.run(*fusedModule)))
    return kOurFault;
  bool covered = !has(TargetKind::Cpu) || mlir::succeeded(codegen::checkCoverage(*fusedModule));
  if (has(TargetKind::Vulkan)) {
    narrowModule = fusedModule->clone();
    covered &= mlir::succeeded(codegen::prepareForVulkan(*narrowModule));
  }
  return covered ? kGood : kUnsupported;
}

int Compilation::State::planFor(TargetKind kind, OwningOpRef<ModuleOp> kernels) {
  const bool vulkan = kind == TargetKind::Vulkan;
  PassManager form(&context), pm(&context);
  form.addNestedPass<func::FuncOp>(
      transforms::createSplitConcats({codegen::kCpuConcat})); // Vulkan's are split by now
  form.addPass(lowering::createFormKernels());
  if (vulkan && mlir::failed(codegen::scheduleForVulkan(*kernels)))
    return kUnsupported;
  if (!vulkan && (mlir::failed(form.run(*kernels)) || mlir::failed(codegen::assignTiles(*kernels, target))))
    return kOurFault;
  lowering::PlanMemoryOptions memory;
  memory.alignment = vulkan ? schema::kVulkanBufferAlignment : schema::kBufferAlignment;
  pm.addNestedPass<schedule::ProgramOp>(lowering::createPlanMemory(memory));
  if (mlir::failed(pm.run(*kernels)))
    return kOurFault;
  plan(kind) = std::move(kernels);
  return kGood;
}

int Compilation::State::schedule() {
  progress("planning");
  for (TargetKind kind : options.targets) {
    ModuleOp module = *(kind == TargetKind::Vulkan ? narrowModule : fusedModule);
    if (int code = planFor(kind, module.clone()))
      return code;
  }
  return kGood;
}

int Compilation::State::spirv() {
  if (!has(TargetKind::Vulkan))
    return kGood;
  progress("generating shaders");
  ModuleOp planned = *plan(TargetKind::Vulkan);
  if (wanted == Stage::Spirv) {
    OwningOpRef<ModuleOp> kernels = codegen::emitVulkanKernels(planned);
    if (mlir::failed(codegen::convertToSpirv(*kernels)))
      return kOurFault;
    spirvText = print(*kernels);
  }
  auto made = codegen::emitSpirv(planned);
  if (mlir::failed(made))
    return kOurFault;
  shaders = std::move(*made);
  return kGood;
}

int Compilation::State::llvm() {
  if (!has(TargetKind::Cpu))
    return kGood;
  progress("generating code");
  OwningOpRef<ModuleOp> kernels = codegen::emitKernels(*plan(TargetKind::Cpu), target);
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
  if (!has(TargetKind::Cpu))
    return kGood;
  auto code = codegen::emitMachineCode(*llvmModule, target, codegen::MachineCode::Object);
  if (!code)
    return fail(kOurFault, code.takeError());
  object = std::move(*code);
  return kGood;
}

int Compilation::State::artifact() {
  progress("linking and packing weights");
  if (has(TargetKind::Cpu)) {
    auto linked = codegen::linkSharedObject(object);
    if (!linked)
      return failOrSystem(linked.takeError());
    storage.code = std::move(*linked);
  }
  auto model = *original->getOps<func::FuncOp>().begin();
  for (TargetKind kind : options.targets) {
    artifact::Target made;
    made.kind = kind;
    if (kind == TargetKind::Cpu)
      describeCpu(target, storage, made);
    else
      describeVulkan(shaders, made);
    if (mlir::failed(addTarget(*plan(kind), model, std::move(made), storage, content)))
      return kModelWrong;
  }
  schedule::ProgramOp program = *plan(options.targets.front())->getOps<schedule::ProgramOp>().begin();
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
  case Stage::Spirv:
    return spirv();
  case Stage::LLVM:
    return llvm();
  case Stage::Assembly:
    return wanted == Stage::Assembly && has(TargetKind::Cpu) ? assemblyText() : static_cast<int>(kGood);
  case Stage::Object:
    return objectCode();
  case Stage::Artifact:
    return artifact();
  }
  return kOurFault;
}

Compilation::Compilation(Options options) : state(std::make_unique<State>()) {
  state->options = std::move(options);
  registerTargets();
  DialectRegistry registry;
  codegen::registerDialects(registry);
  codegen::registerVulkanDialects(registry);
  state->context.appendDialectRegistry(registry);
  state->context.loadAllAvailableDialects();
  if (auto remarks = transforms::collectRemarks(state->context); succeeded(remarks))
    state->remarks = *remarks;
  state->context.registerActionHandler(
      [this](llvm::function_ref<void()> transform, const tracing::Action& action) {
        if (const auto* execution = dyn_cast<PassExecutionAction>(&action))
          state->lastPass = execution->getPass().getName().str();
        transform();
      });
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
      if (!graph::hasErrors(s.diagnostics)) // whoever fails says why: a silence is a fault of ours
        code = s.fail(kOurFault, std::string("internal error: the stage '") + name + "' failed" +
                                     (s.lastPass.empty() ? "" : " in the pass '" + s.lastPass + "'") +
                                     " and reported nothing: please report this");
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
    return print(*s.fusedModule);
  case Stage::Schedule: {
    std::string text; // as MLIR's tools split it
    for (TargetKind kind : s.options.targets)
      text += (text.empty() ? "" : "// -----\n") + print(*s.plan(kind));
    return text;
  }
  case Stage::Spirv:
    return s.spirvText;
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
ModuleOp Compilation::schedule(TargetKind target) const {
  return *state->plan(target);
}
std::vector<std::pair<std::string, std::vector<uint32_t>>> Compilation::shaders() const {
  std::vector<std::pair<std::string, std::vector<uint32_t>>> all;
  for (const codegen::VulkanKernel& kernel : state->shaders)
    for (const codegen::VulkanVariant& variant : kernel.variants)
      all.emplace_back(kernel.name + "." + variant.name, variant.words);
  return all;
}
const artifact::Content& Compilation::content() const {
  return state->content;
}

} // namespace aic::driver

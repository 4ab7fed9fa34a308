// What callers see of a compilation: how far it is, what it made, what it says.
#include "compiler/driver/Driver.h"

#include "compiler/driver/Comments.h"
#include "compiler/driver/Costs.h"
#include "compiler/driver/State.h"
#include "frontends/graph/Parameters.h"
#include "mlir/IR/Diagnostics.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace mlir;

namespace aic::driver {
namespace {

constexpr std::pair<const char*, Stage> kStages[] = {{"aic", Stage::Aic},
                                                     {"fused", Stage::Fused},
                                                     {"schedule", Stage::Schedule},
                                                     {"code", Stage::Code},
                                                     {"artifact", Stage::Artifact}};

int exitCodeOf(const absl::Status& status) {
  if (status.code() == absl::StatusCode::kInvalidArgument ||
      status.code() == absl::StatusCode::kResourceExhausted)
    return kOurFault;
  return kCannotReadOrWrite;
}

} // namespace

bool isOnnx(const std::string& path) {
  return llvm::StringRef(path).ends_with(".onnx");
}

const std::vector<Form>& forms() {
  static const std::vector<Form> all = [] {
    std::vector<Form> made;
    for (auto [name, stage] : kStages)
      if (stage != Stage::Code)
        made.push_back({name, stage, "", stage == Stage::Artifact ? ".aic" : ".mlir",
                        /*text=*/stage != Stage::Artifact, ""});
      else
        for (const codegen::TargetKind* kind : llvm::reverse(codegen::targets())) // "cpu" last
          for (const codegen::CodeForm& form : kind->forms)
            made.push_back(
                {form.name.str(), stage, kind->name().str(), form.suffix.str(), form.text, form.files.str()});
    return made;
  }();
  return all;
}

std::vector<std::string> targetNames() {
  std::vector<std::string> names;
  for (const codegen::TargetKind* kind : codegen::targets())
    names.push_back(kind->name().str());
  return names;
}

Compilation::Compilation(Options options) : state(std::make_unique<State>()) {
  state->options = std::move(options);
  state->watch = Watch(state->options.after, state->options.change);
  if (state->options.remarks)
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

int Compilation::reach(Stage stage, const std::string& target) {
  State& s = *state;
  if (s.failed != kGood)
    return s.failed;
  for (auto [name, next] : kStages) {
    if (next > stage)
      break;
    bool& done = s.done[static_cast<int>(next)];
    if (done)
      continue;
    const std::string& only = next == stage ? target : "";
    if (int code = s.run(next, only); code != kGood) {
      if (!graph::hasErrors(s.diagnostics)) // whoever fails says why: a silence is a fault of ours
        code = s.fail(kOurFault, std::string("internal error: the stage '") + name + "' failed" +
                                     (s.lastPass.empty() ? "" : " in the pass '" + s.lastPass + "'") +
                                     " and reported nothing: please report this");
      llvm::append_range(s.diagnostics, s.reproduced);
      return s.failed = code;
    }
    done = only.empty();
  }
  return kGood;
}

std::string Compilation::emit(Stage stage) {
  State& s = *state;
  switch (stage) {
  case Stage::Aic:
    return codegen::printed(*s.original);
  case Stage::Fused:
    return codegen::printed(*s.fusedModule);
  case Stage::Schedule: {
    std::string text; // as MLIR's tools split it
    for (Way& way : s.ways)
      text += (text.empty() ? "" : "// -----\n") + codegen::printed(*way.plan);
    return text;
  }
  case Stage::Code:
    return "";
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

std::string Compilation::emitBytecode(Stage stage) {
  State& s = *state;
  if (stage == Stage::Schedule && s.ways.size() > 1) {
    s.fail(kWrongUsage,
           "bytecode holds the plan of one target, and there are " + std::to_string(s.ways.size()));
    return "";
  }
  std::string bytes = bytecode(stage == Stage::Aic     ? *s.original
                               : stage == Stage::Fused ? *s.fusedModule
                                                       : *s.ways.front().plan);
  if (bytes.empty())
    s.fail(kOurFault, "this module cannot be written as bytecode");
  return bytes;
}

std::string Compilation::emitAfter(bool asBytecode) {
  State& s = *state;
  if (ModuleOp module = s.watch.found())
    return asBytecode ? bytecode(module) : codegen::printed(module);
  s.fail(kWrongUsage,
         "no pass '" + s.options.after + "' has run; these have: " + llvm::join(s.watch.passes(), " "));
  return "";
}

std::string Compilation::emit(const Form& form) {
  if (form.stage != Stage::Code)
    return emit(form.stage);
  auto made = state->way(form.target).target->form(form.name);
  if (made)
    return *std::move(made);
  state->failOrSystem(made.takeError());
  return "";
}

std::vector<std::pair<std::string, std::string>> Compilation::files(const Form& form) const {
  auto all = state->way(form.target).target->files(form.name);
  for (auto& file : all)
    file.first += form.files;
  return all;
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

int Compilation::writeLibrary(library::Options options, std::vector<std::string>& written) {
  State& s = *state;
  const Way* way = nullptr;
  for (const Way& each : s.ways)
    if (!each.target->object().empty()) {
      if (way)
        return s.fail(kWrongUsage, "a C library has the code of one target");
      way = &each;
    }
  if (!way)
    return s.fail(kWrongUsage, "no target makes code that a C library can hold");
  const artifact::Target& target = s.content.targets[static_cast<size_t>(way - s.ways.data())];
  if (options.name.empty()) {
    const bool one = s.content.entries.size() == 1 && !isOnnx(s.options.path);
    options.name = library::identifier(one ? s.content.entries.front().name
                                           : llvm::sys::path::stem(s.options.path).str());
  }
  options.comments = commentsOf(s.options.path);
  absl::Status status =
      library::writeLibrary(s.content, target, way->target->object().str(), options, written);
  if (status.ok())
    return kGood;
  if (absl::IsInvalidArgument(status))
    return s.fail(kModelWrong, std::string(status.message()));
  if (absl::IsUnimplemented(status))
    return s.fail(kUnsupported, std::string(status.message()));
  if (absl::IsInternal(status))
    return s.fail(kOurFault, std::string(status.message()));
  graph::Diagnostic diagnostic;
  diagnostic.message = std::string(status.message());
  s.diagnostics.push_back(diagnostic);
  return kCannotReadOrWrite;
}

const std::vector<graph::Diagnostic>& Compilation::diagnostics() const {
  return state->diagnostics;
}

const std::vector<std::string>& Compilation::files() const {
  return state->files;
}

std::vector<Parameter> Compilation::parameters() const {
  std::vector<Parameter> found;
  for (const auto& [name, value] : state->parameters) {
    auto type = llvm::cast<RankedTensorType>(value.getType());
    Parameter& parameter = found.emplace_back();
    parameter.name = name;
    parameter.type = graph::fileElement(type.getElementType());
    parameter.shape.assign(type.getShape().begin(), type.getShape().end());
    if (auto resource = dyn_cast<DenseResourceElementsAttr>(value)) {
      if (const AsmResourceBlob* blob = resource.getRawHandle().getBlob())
        parameter.bytes = blob->getData();
      continue;
    }
    auto splat = llvm::cast<DenseElementsAttr>(value); // an initialiser
    ArrayRef<char> element = splat.getRawData();
    if (type.getElementType().isInteger(1)) // of which MLIR has eight in a byte
      parameter.splat.assign(1, splat.getSplatValue<bool>());
    else
      parameter.splat.assign(element.begin(), element.end());
  }
  return found;
}

std::vector<Remark> Compilation::remarks() const {
  std::vector<Remark> all;
  const Costs costs(state->original ? *state->original : ModuleOp());
  std::set<std::pair<const void*, std::string>> said; // targets of one kind say much alike
  if (state->remarks)
    for (const transforms::CollectedRemark& remark : state->remarks->all()) {
      std::string text = remark.pass + (remark.passed ? ": " : ": missed: ") + remark.message;
      if (state->ways.size() < 2 || said.insert({remark.location.getAsOpaquePointer(), text}).second)
        all.push_back(
            costs.of(remark.location, diagnosticAt(remark.location, graph::Diagnostic::Remark, text)));
    }
  return all;
}

const std::vector<MemoryUse>& Compilation::memoryUse() const {
  return state->memoryUse;
}

ModuleOp Compilation::original() const {
  return *state->original;
}
ModuleOp Compilation::schedule(size_t target) const {
  return *state->ways[target].plan;
}
const artifact::Content& Compilation::content() const {
  return state->content;
}

} // namespace aic::driver

// The stages, one after another.
#include "compiler/driver/Driver.h"

#include "compiler/codegen/Targets.h"
#include "compiler/driver/Comments.h"
#include "compiler/driver/Content.h"
#include "compiler/driver/Context.h"
#include "compiler/driver/Fold.h"
#include "compiler/driver/Watch.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Precision.h"
#include "compiler/transforms/Remarks.h"
#include "frontends/graph/Parameters.h"
#include "frontends/onnx/Onnx.h"
#include "frontends/weights/Weights.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"

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

/// A target of this compilation, and how far it is.
struct Way {
  const codegen::TargetKind* kind;
  std::unique_ptr<codegen::Target> target;
  OwningOpRef<ModuleOp> plan; // what fits, from Schedule on the plan
  bool coded = false;
};

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

struct Compilation::State {
  Options options;
  Context context;
  std::vector<graph::Diagnostic> diagnostics;
  std::shared_ptr<transforms::CollectedRemarks> remarks;
  std::vector<std::string> files;
  std::vector<std::pair<std::string, ElementsAttr>> parameters; // of a graph, as it was read
  std::map<std::string, std::pair<std::shared_ptr<weights::WeightFile>, std::string>> blocks; // of a graph's
  std::shared_ptr<void> keepAlive; // before the modules: they refer to the mapped weights
  OwningOpRef<ModuleOp> original, fusedModule;
  std::vector<Way> ways; // one a target, in the order of the options; of several CPUs the best first; from
                         // Fused on
  ContentStorage storage;
  artifact::Content content;
  bool done[static_cast<int>(Stage::Artifact) + 1] = {};
  int failed = kGood;   // the exit code of the stage that failed
  std::string lastPass; // that began, of any pass manager: the name to blame where nothing was said
  Watch watch{"", nullptr};
  std::vector<graph::Diagnostic> reproduced; // where the reproducer is: said after what went wrong

  void progress(const std::string& what) {
    if (options.progress)
      options.progress(what);
  }
  Way& way(StringRef target) {
    return *llvm::find_if(ways, [&](const Way& way) { return way.kind->name() == target; });
  }
  int fail(int code, std::string message) {
    graph::Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.file = options.path;
    diagnostics.push_back(std::move(diagnostic));
    return code;
  }
  /// Our fault, but where the system refused what we asked for.
  int failOrSystem(llvm::Error error);

  LogicalResult run(PassManager& pm, ModuleOp module, bool ours = true);
  int aic();
  int read();
  int quantise();
  int narrowStates();
  std::map<std::string, transforms::BlocksInFile> blocksInFiles() const;
  template <typename Result> int take(Result result);
  int fused();
  int schedule();
  int code(Way& way);
  int code(const std::string& target);
  int artifact();
  int run(Stage stage, const std::string& target);
};

int Compilation::State::failOrSystem(llvm::Error error) {
  bool bySystem = false;
  std::string message = codegen::takeMessage(std::move(error), bySystem);
  const int code = bySystem ? kCannotReadOrWrite : kOurFault;
  return message.empty() ? code : fail(code, std::move(message));
}

/// Runs passes; where they fail by our fault, what does so again is written.
LogicalResult Compilation::State::run(PassManager& pm, ModuleOp module, bool ours) {
  watch.addTo(pm);
  bool written = false;
  LogicalResult done = runPasses(pm, module, ours ? options.reproducer : "", written);
  if (written) {
    graph::Diagnostic note;
    note.severity = graph::Diagnostic::Note;
    note.message = "the module and the passes that fail on it are in '" + options.reproducer +
                   "': `aic-opt --run-reproducer " + options.reproducer +
                   "` does it again; with the weights, which may be nobody else's business";
    reproduced.push_back(std::move(note));
  }
  return done;
}

/// The model as it was read, with its gradients.
int Compilation::State::aic() {
  if (int failure = read())
    return failure;
  if (int failure = options.edit ? options.edit(*original) : kGood)
    return failure;
  PassManager pm(&context);
  pm.addNestedPass<func::FuncOp>(transforms::createDifferentiate());
  return mlir::succeeded(run(pm, *original, /*ours=*/false)) ? kGood : kModelWrong;
}

int Compilation::State::read() {
  progress("reading the model");
  if (!options.module.empty()) {
    original = parseSourceString<ModuleOp>(options.module, ParserConfig(&context), options.path);
    return original ? kGood : kModelWrong;
  }
  if (isOnnx(options.path)) {
    onnx::LoadOptions load;
    for (const auto& [name, values] : options.dims) {
      if (values.size() != 1)
        return fail(kWrongUsage, "--dim " + name + ": an ONNX model takes one value a dimension, found " +
                                     std::to_string(values.size()));
      load.dims[name] = values[0];
    }
    load.shapes = options.shapes;
    load.binds = options.binds;
    for (const auto& [input, output] : options.states)
      load.states.push_back({input, output});
    load.capacity = options.capacity;
    load.externalFolders = options.externalFolders;
    load.fold = foldOperation;
    return take(onnx::loadOnnx(context, options.path, load));
  }
  graph::LoadOptions load;
  load.graphs = options.graphs;
  load.dims = options.dims;
  load.weights = options.weights;
  load.stripPrefix = options.stripPrefix;
  graph::LoadResult result = options.text.empty()
                                 ? graph::loadGraph(context, options.path, load)
                                 : graph::loadGraphText(context, options.path, options.text, load);
  parameters = std::move(result.parameters);
  blocks = std::move(result.blocks);
  return take(std::move(result));
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

std::map<std::string, transforms::BlocksInFile> Compilation::State::blocksInFiles() const {
  std::map<std::string, transforms::BlocksInFile> all;
  for (const auto& [name, place] : blocks) {
    const auto& [file, stored] = place;
    transforms::BlocksInFile& made = all[name];
    made.kind = file->Find(stored)->blocks;
    if (file->HasBlocks(stored))
      made.load = [file = file, stored = stored]() -> std::optional<transforms::StoredBlocks> {
        absl::StatusOr<weights::Blocks> loaded = file->LoadBlocks(stored);
        if (!loaded.ok())
          return std::nullopt;
        auto bytes = [](const std::shared_ptr<const uint8_t>& data, size_t size) {
          return llvm::ArrayRef(reinterpret_cast<const char*>(data.get()), size);
        };
        return transforms::StoredBlocks{loaded->bits,
                                        loaded->rows,
                                        loaded->columns,
                                        loaded->turned,
                                        bytes(loaded->numbers, loaded->numberBytes),
                                        bytes(loaded->scales, loaded->scaleBytes),
                                        {loaded->numbers, loaded->scales}};
      };
  }
  return all;
}

/// Weights in fewer bits, where --precision says so, or their file has them so.
int Compilation::State::quantise() {
  if (options.precision.empty() && blocks.empty())
    return kGood;
  const std::string wrong = "--precision " + options.precision + ": ";
  transforms::Precision precision;
  std::string why;
  if (!options.precision.empty() && !transforms::parsePrecision(options.precision, precision, why))
    return fail(kWrongUsage, wrong + why);
  precision.inFile = blocksInFiles();
  progress("quantising weights");
  std::vector<std::string> unmatched;
  if (mlir::failed(transforms::quantiseWeights(*original, precision, unmatched)))
    return kModelWrong;
  if (!unmatched.empty())
    return fail(kWrongUsage, wrong +
                                 "no f32 weight of a linear, matmul or embedding has a name that matches '" +
                                 unmatched.front() + "'");
  return kGood;
}

/// Caches in fewer bits, where --state-precision says so.
int Compilation::State::narrowStates() {
  if (options.statePrecision.empty())
    return kGood;
  const std::string wrong = "--state-precision " + options.statePrecision + ": ";
  transforms::Stored stored;
  std::string why;
  if (!transforms::parseStatePrecision(options.statePrecision, stored, why))
    return fail(kWrongUsage, wrong + why);
  if (!transforms::narrowStates(*original, stored))
    return fail(kWrongUsage, wrong + "the model has no state of f32 that is written by updates alone, as "
                                     "keys and values are");
  return kGood;
}

int Compilation::State::fused() {
  for (const std::string& name : options.targets) {
    const codegen::TargetKind* kind = codegen::targetNamed(name);
    auto targets = kind->make({options.targetCpu, options.small, options.forcedWinograd});
    if (!targets)
      return fail(kWrongUsage, llvm::toString(targets.takeError()));
    for (auto& target : *targets)
      ways.push_back({kind, std::move(target), nullptr});
  }
  // What a kind of target cannot do is said once, by the first of it.
  auto isFirst = [&](const Way& way) { return &this->way(way.kind->name()) == &way; };
  // Everything that a target cannot do is said at once, before any pass if it is known by then.
  bool covered = true;
  for (Way& way : ways)
    covered &= !isFirst(way) || mlir::succeeded(way.target->checkAsWritten(*original));
  if (!covered)
    return kUnsupported;
  progress("fusing");
  fusedModule = original->clone();
  PassManager pm(&context);
  llvm::append_range(options.fusion.targets, options.targets);
  options.fusion.widenHalves &= !options.small;
  transforms::buildFusionPipeline(pm, options.fusion);
  if (options.lastPass)
    pm.addPass(options.lastPass());
  if (mlir::failed(run(pm, *fusedModule)))
    return kOurFault;
  for (Way& way : ways) {
    if (!covered && !isFirst(way))
      continue;
    way.plan = fusedModule->clone();
    PassManager fit(&context);
    way.target->addFitPasses(fit);
    covered &= mlir::succeeded(run(fit, *way.plan, /*ours=*/false));
  }
  return covered ? kGood : kUnsupported;
}

int Compilation::State::schedule() {
  progress("planning");
  for (Way& way : ways) {
    PassManager pm(&context);
    way.target->buildSchedulePipeline(pm);
    if (mlir::failed(run(pm, *way.plan)))
      return kOurFault;
  }
  return kGood;
}

int Compilation::State::code(Way& way) {
  if (way.coded)
    return kGood;
  progress("generating " + way.kind->code.str());
  if (llvm::Error error = way.target->emit(*way.plan))
    return failOrSystem(std::move(error));
  way.coded = true;
  return kGood;
}

int Compilation::State::code(const std::string& target) {
  for (Way& way : ways)
    if (target.empty() || way.kind->name() == target)
      if (int failure = code(way))
        return failure;
  return kGood;
}

int Compilation::State::artifact() {
  progress("linking and packing weights");
  storage.shared = ways.size() > 1;
  for (Way& way : ways) {
    artifact::Target made;
    if (llvm::Error error = way.target->describe(made))
      return failOrSystem(std::move(error));
    if (mlir::failed(addTarget(*way.plan, *original, std::move(made), storage, content)))
      return kModelWrong;
  }
  content.source = options.path;
  return kGood;
}

int Compilation::State::run(Stage stage, const std::string& target) {
  switch (stage) {
  case Stage::Aic:
    if (int code = aic())
      return code;
    if (int code = quantise())
      return code;
    return narrowStates();
  case Stage::Fused:
    return fused();
  case Stage::Schedule:
    return schedule();
  case Stage::Code:
    return code(target);
  case Stage::Artifact:
    return artifact();
  }
  return kOurFault;
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

std::vector<graph::Diagnostic> Compilation::remarks() const {
  std::vector<graph::Diagnostic> all;
  std::set<std::pair<const void*, std::string>> said; // targets of one kind say much alike
  if (state->remarks)
    for (const transforms::CollectedRemark& remark : state->remarks->all()) {
      std::string text = remark.pass + (remark.passed ? ": " : ": missed: ") + remark.message;
      if (state->ways.size() < 2 || said.insert({remark.location.getAsOpaquePointer(), text}).second)
        all.push_back(diagnosticAt(remark.location, graph::Diagnostic::Remark, text));
    }
  return all;
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

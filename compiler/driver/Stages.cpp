// The stages, one after another.
#include "compiler/driver/Fold.h"
#include "compiler/driver/Memory.h"
#include "compiler/driver/Reproduce.h"
#include "compiler/driver/State.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Passes.h"
#include "frontends/onnx/Onnx.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Transforms/Passes.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace aic::driver {

static graph::Diagnostic note(std::string message) {
  graph::Diagnostic made;
  made.severity = graph::Diagnostic::Note;
  made.message = std::move(message);
  return made;
}

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
  if (written)
    reproduced.push_back(note("the module and the passes that fail on it are in '" + options.reproducer +
                              "': `aic-opt --run-reproducer " + options.reproducer +
                              "` does it again; with the weights, which may be nobody else's business"));
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
  transforms::Precision precision;
  std::string why;
  if (!transforms::parseStatePrecision(options.statePrecision, precision, why))
    return fail(kWrongUsage, wrong + why);
  Operation* update = transforms::narrowStates(*original, precision, why);
  if (!why.empty())
    return fail(kWrongUsage, wrong + why);
  for (const std::string& name : options.targets)
    if (std::string no = update ? codegen::targetNamed(name)->passes.whyNot(update) : ""; !no.empty())
      return fail(kUnsupported,
                  wrong + "such states are not supported (" + no + "); without the option they are f32");
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
  return options.memory > 0 ? recompute() : kGood;
}

/// The plans whose arenas are larger than --memory, with activations made again.
int Compilation::State::recompute() {
  for (Way& way : ways) {
    std::vector<MemoryUse> before = memoryUseOf(*way.plan, way.kind->name());
    if (llvm::any_of(before, [&](const MemoryUse& use) { return use.arenaBytes > options.memory; })) {
      PassManager pm(&context);
      OpPassManager& program = pm.nest<schedule::ProgramOp>();
      program.addPass(lowering::createRecompute({options.memory, way.target->alignment()}));
      program.addPass(lowering::createPlanMemory({way.target->alignment()}));
      if (mlir::failed(run(pm, *way.plan)))
        return kOurFault;
    }
    llvm::append_range(memoryUse, changeOf(before, memoryUseOf(*way.plan, way.kind->name())));
  }
  const std::string missed = whyMemoryIsMissed(memoryUse, options.memory);
  return missed.empty() ? static_cast<int>(kGood) : fail(kWrongUsage, missed);
}

int Compilation::State::code(Way& way) {
  if (way.coded)
    return kGood;
  progress("generating " + way.kind->code.str());
  if (llvm::Error error = way.target->emit(*way.plan))
    return ourFault(way, failOrSystem(std::move(error)));
  way.coded = true;
  return kGood;
}

/// Where code generation failed by our fault: the kernel that fails alone is written. Returns `code`.
int Compilation::State::ourFault(Way& way, int code) {
  if (code != kOurFault || options.reproducer.empty())
    return code;
  const TargetMaker fresh = [&]() -> std::unique_ptr<codegen::Target> {
    auto same = way.kind->make({options.targetCpu, options.small, options.forcedWinograd});
    if (!same) {
      llvm::consumeError(same.takeError());
      return nullptr;
    }
    size_t number = 0; // among those of its kind
    for (const Way* before = ways.data(); before != &way; ++before)
      number += before->kind == way.kind;
    return std::move((*same)[number]);
  };
  if (std::string said = reproduceCode(*way.plan, fresh, options.reproducer); !said.empty())
    reproduced.push_back(note(std::move(said)));
  return code;
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
      return ourFault(way, failOrSystem(std::move(error)));
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

} // namespace aic::driver

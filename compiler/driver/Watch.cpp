#include "compiler/driver/Watch.h"

#include "compiler/codegen/Target.h"
#include "compiler/driver/Reproduce.h"
#include "mlir/Bytecode/BytecodeWriter.h"
#include "mlir/IR/AsmState.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassInstrumentation.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/PrintPasses.h"

using namespace mlir;

namespace aic::driver {

class WatchInstrumentation : public PassInstrumentation {
public:
  explicit WatchInstrumentation(Watch& watch) : watch(watch) {}
  void runBeforePass(Pass*, Operation* op) override { watch.before(op); }
  void runAfterPass(Pass* pass, Operation* op) override { watch.after(pass, op); }

private:
  Watch& watch;
};

namespace {

constexpr int kContext = 3; // lines around a change

ModuleOp moduleOf(Operation* op) {
  if (auto module = dyn_cast<ModuleOp>(op))
    return module;
  return op->getParentOfType<ModuleOp>();
}

/// `%12` as `%`: what a value's number is says nothing.
std::string withoutNumbers(llvm::StringRef text) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    plain += text[i];
    if (text[i] == '%')
      while (i + 1 < text.size() && llvm::isDigit(text[i + 1]))
        ++i;
  }
  return plain;
}

} // namespace

void Watch::addTo(PassManager& pm) {
  if (isOn())
    pm.addInstrumentation(std::make_unique<WatchInstrumentation>(*this));
}

void Watch::before(Operation* op) {
  if (change_)
    text_ = codegen::printed(moduleOf(op));
}

void Watch::after(Pass* pass, Operation* op) {
  std::string name = pass->getArgument().str();
  if (name.empty()) // an adaptor, which runs passes below
    return;
  if (!llvm::is_contained(passes_, name))
    passes_.push_back(name);
  ModuleOp module = moduleOf(op);
  if (name == after_)
    found_ = module.clone();
  if (!change_)
    return;
  std::string diff = moduleDiff(text_, codegen::printed(module));
  if (!diff.empty())
    change_("// after " + name + "\n" + diff);
}

std::string moduleDiff(llvm::StringRef before, llvm::StringRef after) {
  const std::string oldPlain = withoutNumbers(before), newPlain = withoutNumbers(after);
  if (oldPlain == newPlain)
    return "";
  // The lines' numbers: what is shown are the lines as they stand.
  const std::string numbers = llvm::doSystemDiff(oldPlain, newPlain, "-%dn\n", "+%dn\n", " %dn\n");
  SmallVector<StringRef> rows, oldLines, newLines;
  StringRef(numbers).split(rows, '\n', -1, /*KeepEmpty=*/false);
  before.split(oldLines, '\n');
  after.split(newLines, '\n');
  std::string text;
  int64_t shown = -1; // the last row that was
  for (auto [at, row] : llvm::enumerate(rows)) {
    size_t line;
    if (row.drop_front().getAsInteger(10, line) || line == 0) // diff is not there, and the row says so
      return numbers + "\n";
    const auto begin = std::max<int64_t>(0, int64_t(at) - kContext);
    bool near = false;
    for (int64_t i = begin; !near && i < std::min<int64_t>(int64_t(rows.size()), int64_t(at) + kContext + 1);
         ++i)
      near = rows[i].front() != ' ';
    if (!near)
      continue;
    if (shown + 1 < int64_t(at))
      text += "@@\n";
    shown = int64_t(at);
    const auto& lines = row.front() == '+' ? newLines : oldLines;
    text += row.front();
    text += line <= lines.size() ? lines[line - 1].str() + "\n" : "\n";
  }
  return text;
}

std::string bytecode(ModuleOp module) {
  std::string bytes;
  llvm::raw_string_ostream stream(bytes);
  if (failed(writeBytecodeToFile(module, stream)))
    return "";
  return bytes;
}

LogicalResult runPasses(PassManager& pm, ModuleOp module, const std::string& reproducer, bool& written) {
  OwningOpRef<ModuleOp> before;
  if (!reproducer.empty())
    before = module.clone();
  if (succeeded(pm.run(module)))
    return success();
  if (!before)
    return failure();
  std::string pipeline;
  llvm::raw_string_ostream pipelineStream(pipeline);
  pm.printAsTextualPipeline(pipelineStream);
  written = writeReproducer(*before, pipeline, reproducer);
  return failure();
}

} // namespace aic::driver

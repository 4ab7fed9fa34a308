// The CPU as a target: its passes, and what becomes of a plan.
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/cpu/IntegerTiling.h"
#include "compiler/codegen/cpu/Passes.h"
#include "compiler/transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Pass/PassManager.h"
#include "runtime/schema/Prelude.h"

#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class Cpu final : public Target {
public:
  explicit Cpu(const TargetOptions& options, CpuTarget resolved) : options(options), target(resolved) {}

  artifact::Target::Kind kind() const override { return artifact::Target::Kind::Cpu; }

  int64_t alignment() const override { return schema::kBufferAlignment; }

  bool readsPartsOfInputs() const override { return true; }

  // Products of integers without a kernel become ones of floats (compiler/transforms).
  LogicalResult checkAsWritten(ModuleOp module) const override {
    return checkEach(module, "the CPU", [](Operation* op) {
      return isIntegerContraction(op) ? std::string() : whyNotOnCpu(op);
    });
  }

  void addFitPasses(OpPassManager& pm) const override {
    pm.addPass(createCpuCoverage());
    pm.addNestedPass<func::FuncOp>(transforms::createSplitConcats({kCpuConcat}));
  }

  void addTilePasses(OpPassManager& pm) const override {
    pm.addPass(createCpuTiles({target.name, options.small, options.forcedWinograd, options.cpu}));
  }

  void addCodePasses(OpPassManager& pm) const override {
    pm.addPass(createCpuEmit({target.name}));
    buildLLVMPipeline(pm, target.avx512);
  }

  llvm::Error emit(ModuleOp plan) override {
    OwningOpRef<ModuleOp> kernels = emitKernels(plan, target);
    if (failed(mlir::verify(*kernels)) || failed(lowerToLLVMDialect(*kernels, target)))
      return diagnosed();
    auto translated = translateAndOptimise(*kernels, target, context);
    if (!translated)
      return translated.takeError();
    module = std::move(*translated);
    return llvm::Error::success();
  }

  llvm::Expected<std::string> form(StringRef wanted) override {
    if (wanted == "object")
      return emitMachineCode(*module, target, MachineCode::Object);
    if (wanted == "asm")
      return emitMachineCode(*module, target, MachineCode::Assembly);
    std::string text;
    llvm::raw_string_ostream stream(text);
    module->print(stream, nullptr);
    return text;
  }

  llvm::Error describe(artifact::Target& made) override {
    auto machineCode = emitMachineCode(*module, target, MachineCode::Object);
    if (!machineCode)
      return machineCode.takeError();
    unlinked = std::move(*machineCode);
    auto linked = linkSharedObject(unlinked);
    if (!linked)
      return linked.takeError();
    code = std::move(*linked);
    made.kind = kind();
    made.triple = target.triple;
    made.cpu = target.cpu;
    made.features = target.requiredFeatures;
    made.code = absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(code.data()), code.size());
    return llvm::Error::success();
  }

  llvm::StringRef object() const override { return unlinked; }

private:
  TargetOptions options;
  CpuTarget target;
  llvm::LLVMContext context; // before the module
  std::unique_ptr<llvm::Module> module;
  std::string unlinked, code;
};

constexpr CodeForm kForms[] = {
    {"llvm", ".ll", true, ""}, {"asm", ".s", true, ""}, {"object", ".o", false, ""}};

} // namespace

const TargetKind& cpuTarget() {
  static const TargetKind kind = {
      {"cpu", whyNotOnCpu, kCpuBuffers},
      "code",
      kForms,
      registerDialects,
      registerCpuPasses,
      [](const TargetOptions& options) -> llvm::Expected<std::vector<std::unique_ptr<Target>>> {
        auto resolved = resolveTargets(options.cpu);
        if (!resolved)
          return resolved.takeError();
        std::vector<std::unique_ptr<Target>> all;
        for (const CpuTarget& target : *resolved)
          all.push_back(std::make_unique<Cpu>(options, target));
        return all;
      }};
  return kind;
}

} // namespace aic::codegen

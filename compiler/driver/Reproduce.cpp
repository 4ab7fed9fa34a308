// Reproducers: see Reproduce.h.
#include "compiler/driver/Reproduce.h"

#include "dialects/schedule/Schedule.h"
#include "frontends/weights/FileWriter.h"
#include "mlir/Bytecode/BytecodeWriter.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Diagnostics.h"

using namespace mlir;

namespace aic::driver {
namespace {

bool passesFail(ModuleOp plan, const codegen::Target& target) {
  OwningOpRef<ModuleOp> copy = plan.clone();
  PassManager pm(plan.getContext());
  target.addCodePasses(pm);
  return failed(pm.run(*copy));
}

// Including what no pass does: LLVM's part, or the writing of SPIR-V.
bool codeFails(ModuleOp plan, codegen::Target& target) {
  artifact::Target made;
  llvm::Error error = target.emit(plan);
  if (!error)
    error = target.describe(made);
  const bool fails = static_cast<bool>(error);
  llvm::consumeError(std::move(error));
  return fails;
}

} // namespace

bool writeReproducer(ModuleOp module, const std::string& pipeline, const std::string& path) {
  BytecodeWriterConfig config;
  config.attachResourcePrinter("mlir_reproducer", [&](Operation*, AsmResourceBuilder& builder) {
    builder.buildString("pipeline", pipeline);
    builder.buildBool("disable_threading", true);
    builder.buildBool("verify_each", true);
  });
  std::string bytes;
  llvm::raw_string_ostream stream(bytes);
  return succeeded(writeBytecodeToFile(module, stream, config)) &&
         weights::WriteFile(path,
                            {weights::Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size())})
             .ok();
}

std::string reproduceCode(ModuleOp plan, const TargetMaker& fresh, const std::string& path) {
  ScopedDiagnosticHandler quiet(plan.getContext(), [](Diagnostic&) { return success(); });
  std::unique_ptr<codegen::Target> target = fresh();
  if (!target)
    return "";
  OwningOpRef<ModuleOp> all = ModuleOp::create(plan.getLoc()), one;
  std::string what = "the kernels";
  for (auto kernel : plan.getOps<schedule::KernelOp>()) {
    OpBuilder::atBlockEnd(all->getBody()).clone(*kernel);
    OwningOpRef<ModuleOp> alone = ModuleOp::create(kernel.getLoc());
    OpBuilder::atBlockEnd(alone->getBody()).clone(*kernel);
    std::unique_ptr<codegen::Target> its = fresh();
    if (one || !its || !(passesFail(*alone, *its) || codeFails(*alone, *its)))
      continue;
    what = ("the kernel '" + kernel.getSymName() + "'").str();
    one = std::move(alone);
  }
  ModuleOp module = one ? *one : *all;
  std::string pipeline;
  llvm::raw_string_ostream stream(pipeline);
  PassManager pm(plan.getContext());
  target->addCodePasses(pm);
  pm.printAsTextualPipeline(stream);
  if (!writeReproducer(module, pipeline, path))
    return "";
  const std::string command = "`aic-opt --run-reproducer " + path + "`";
  return what + " that code could not be made of, and the passes for it, are in '" + path + "': " + command +
         (passesFail(module, *target) ? " does it again"
                                      : " prints what the passes leave to what failed after them");
}

} // namespace aic::driver

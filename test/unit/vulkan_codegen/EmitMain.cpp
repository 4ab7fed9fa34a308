// vulkan-emit FILE.mlir [--stage=schedule|gpu|spirv]: what Vulkan code generation makes of a module of the
// aic dialect, for FileCheck. The fusion pipeline runs first.
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Passes.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"

#include "llvm/Support/raw_ostream.h"

using namespace mlir;

int main(int argc, char** argv) {
  using namespace aic;
  std::string path, stage = "spirv";
  for (llvm::StringRef argument : llvm::ArrayRef(argv + 1, argv + argc))
    if (!argument.consume_front("--stage="))
      path = argument.str();
    else
      stage = argument.str();
  MLIRContext context(MLIRContext::Threading::DISABLED);
  DialectRegistry registry;
  codegen::registerVulkanDialects(registry);
  registry.insert<func::FuncDialect>();
  context.appendDialectRegistry(registry);
  context.loadAllAvailableDialects();
  auto module = parseSourceFile<ModuleOp>(path, ParserConfig(&context));
  if (!module)
    return 1;
  PassManager fuse(&context);
  transforms::buildFusionPipeline(fuse);
  if (failed(fuse.run(*module)) || failed(codegen::prepareForVulkan(*module)) ||
      failed(codegen::scheduleForVulkan(*module)))
    return 1;
  if (stage == "schedule") {
    module->print(llvm::outs());
    return 0;
  }
  auto kernels = codegen::emitVulkanKernels(*module);
  if (stage == "spirv" && failed(codegen::convertToSpirv(*kernels)))
    return 1;
  kernels->print(llvm::outs());
  return 0;
}

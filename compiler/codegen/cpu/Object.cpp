// LLVM dialect -> LLVM IR with the kernel table -> optimised -> machine code.
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/cpu/MaskedStores.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "runtime/kernel_abi.h"

#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PassInstrumentation.h"
#include "llvm/IR/Verifier.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/SmallVectorMemoryBuffer.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Target/TargetOptions.h"

namespace aic::codegen {
namespace {

llvm::Error failure(const llvm::Twine& message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message); // no fault of the system
}

llvm::Expected<std::unique_ptr<llvm::TargetMachine>> createMachine(const CpuTarget& target) {
  std::string error;
  llvm::Triple triple(target.triple);
  const llvm::Target* found = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!found)
    return failure(error);
  llvm::TargetOptions options;
  options.AllowFPOpFusion = llvm::FPOpFusion::Standard;
  std::unique_ptr<llvm::TargetMachine> machine(
      found->createTargetMachine(triple, target.llvmCpu, target.features, options, llvm::Reloc::PIC_,
                                 std::nullopt, llvm::CodeGenOptLevel::Aggressive));
  if (!machine)
    return failure("LLVM has no code generator for " + target.triple);
  return machine;
}

// The ABI's entry: unpacks the table of buffers and calls the kernel, which is inlined.
llvm::Function* makeEntry(llvm::Function* kernel) {
  llvm::LLVMContext& context = kernel->getContext();
  auto* pointer = llvm::PointerType::getUnqual(context);
  auto* i32 = llvm::Type::getInt32Ty(context);
  auto* type = llvm::FunctionType::get(i32, {pointer, i32, pointer}, false);
  auto* entry = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage, kernel->getName() + ".entry",
                                       kernel->getParent());
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context, "", entry));
  llvm::SmallVector<llvm::Value*> arguments;
  unsigned buffers = 0;
  while (kernel->getArg(buffers)->getType()->isPointerTy())
    ++buffers;
  for (unsigned i = 0; i < buffers; ++i)
    arguments.push_back(b.CreateLoad(pointer, b.CreateConstInBoundsGEP1_64(pointer, entry->getArg(0), i)));
  arguments.push_back(b.CreateZExt(entry->getArg(1), b.getInt64Ty()));
  auto ofEnvironment = [&](llvm::Type* type, size_t offset) {
    return b.CreateLoad(type, b.CreateConstInBoundsGEP1_64(b.getInt8Ty(), entry->getArg(2), offset));
  };
  for (unsigned i = buffers + 1; i < kernel->arg_size();
       ++i) // scratch memory, and the step of a kernel in steps
    if (kernel->getArg(i)->getType()->isPointerTy())
      arguments.push_back(ofEnvironment(pointer, offsetof(aic_kernel_env, scratch)));
    else
      arguments.push_back(b.CreateZExt(ofEnvironment(i32, offsetof(aic_kernel_env, step)), b.getInt64Ty()));
  llvm::Value* status = b.CreateCall(kernel, arguments); // of a kernel that can refuse its data
  b.CreateRet(kernel->getReturnType()->isVoidTy() ? b.getInt32(AIC_KERNEL_OK) : status);
  return entry;
}

void addKernelTable(llvm::Module& module, llvm::ArrayRef<llvm::Function*> entries) {
  llvm::LLVMContext& context = module.getContext();
  auto* pointer = llvm::PointerType::getUnqual(context);
  auto* i32 = llvm::Type::getInt32Ty(context);
  auto* arrayType = llvm::ArrayType::get(pointer, entries.size());
  llvm::SmallVector<llvm::Constant*> pointers(entries.begin(), entries.end());
  auto* functions =
      new llvm::GlobalVariable(module, arrayType, /*isConstant=*/true, llvm::GlobalValue::InternalLinkage,
                               llvm::ConstantArray::get(arrayType, pointers), "functions");
  auto* table = llvm::ConstantStruct::getAnon(
      {llvm::ConstantInt::get(i32, AIC_KERNEL_ABI_VERSION),
       llvm::ConstantInt::get(i32, static_cast<uint32_t>(entries.size())), functions});
  new llvm::GlobalVariable(module, table->getType(), /*isConstant=*/true, llvm::GlobalValue::ExternalLinkage,
                           table, AIC_KERNEL_TABLE_SYMBOL);
}

} // namespace

llvm::Expected<std::unique_ptr<llvm::Module>>
translateAndOptimise(mlir::ModuleOp kernels, const CpuTarget& target, llvm::LLVMContext& context) {
  auto machine = createMachine(target);
  if (!machine)
    return machine.takeError();
  std::unique_ptr<llvm::Module> module = mlir::translateModuleToLLVMIR(kernels, context, "kernels");
  if (!module)
    return failure("translation to LLVM IR failed");
  module->setTargetTriple(llvm::Triple(target.triple));
  module->setDataLayout((*machine)->createDataLayout());

  llvm::SmallVector<llvm::Function*> defined, entries;
  for (llvm::Function& function : *module)
    if (!function.isDeclaration())
      defined.push_back(&function);
  std::string width = std::to_string(target.vectorBytes * 8);
  for (llvm::Function* function : defined) {
    function->setLinkage(llvm::GlobalValue::InternalLinkage);
    function->addFnAttr(llvm::Attribute::AlwaysInline);
    entries.push_back(makeEntry(function));
  }
  for (llvm::Function& function : *module) {
    if (function.isDeclaration())
      continue;
    // No calls into libc made from loops, and vectors as wide as the emitters made them.
    function.addFnAttr("no-builtins");
    function.addFnAttr("target-cpu", target.llvmCpu);
    if (target.tuneFor != target.llvmCpu)
      function.addFnAttr("tune-cpu", target.tuneFor);
    if (!target.features.empty())
      function.addFnAttr("target-features", target.features);
    function.addFnAttr("prefer-vector-width", width);
    function.addFnAttr("min-legal-vector-width", width);
    function.addFnAttr(llvm::Attribute::NoUnwind);
    function.setUWTableKind(llvm::UWTableKind::Async); // for debuggers and profilers: they look at any place
    // Without FMA units an fma would be a library call; a multiplication and an addition are as good here.
    if (!target.fusedMultiplyAdd)
      for (llvm::BasicBlock& block : function)
        for (llvm::Instruction& instruction : block)
          if (auto* call = llvm::dyn_cast<llvm::CallInst>(&instruction);
              call && call->getIntrinsicID() == llvm::Intrinsic::fma)
            call->setCalledFunction(llvm::Intrinsic::getOrInsertDeclaration(
                module.get(), llvm::Intrinsic::fmuladd, {call->getType()}));
  }
  addKernelTable(*module, entries);

  // The emitters have vectorised and unrolled; LLVM is to clean up, not to do it again.
  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = false;
  tuning.SLPVectorization = false;
  tuning.LoopInterleaving = false;
  tuning.LoopUnrolling = false;
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager callGraph;
  llvm::ModuleAnalysisManager modules;
  llvm::PassInstrumentationCallbacks callbacks;
  // It compares all pairs of a loop's buffers, which takes most of the time where an epilogue has many, and
  // finds nothing: emitters keep in registers what the next iteration reads.
  callbacks.registerShouldRunOptionalPassCallback(
      [](llvm::StringRef pass, llvm::Any) { return pass != "LoopLoadEliminationPass"; });
  llvm::PassBuilder passes(machine->get(), tuning, std::nullopt, &callbacks);
  passes.registerModuleAnalyses(modules);
  passes.registerCGSCCAnalyses(callGraph);
  passes.registerFunctionAnalyses(functions);
  passes.registerLoopAnalyses(loops);
  passes.crossRegisterProxies(loops, functions, callGraph, modules);
  passes.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2).run(*module, modules);
  if (target.maskRegisters)
    hideStoreMasks(*module);
  else
    splitStores(*module);
  return module;
}

llvm::Expected<std::string> emitMachineCode(llvm::Module& module, const CpuTarget& target, MachineCode kind) {
  auto machine = createMachine(target);
  if (!machine)
    return machine.takeError();
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  auto type =
      kind == MachineCode::Assembly ? llvm::CodeGenFileType::AssemblyFile : llvm::CodeGenFileType::ObjectFile;
  if ((*machine)->addPassesToEmitFile(passes, stream, nullptr, type))
    return failure("LLVM cannot write this kind of file for " + target.triple);
  passes.run(module);
  return std::string(bytes.begin(), bytes.end());
}

} // namespace aic::codegen

// From `schedule` kernels to a shared object: tiles, loops and vectors, LLVM, ELF.
#pragma once

#include "compiler/codegen/Target.h"
#include "compiler/codegen/cpu/Target.h"
#include "dialects/schedule/Schedule.h"

#include "llvm/Support/Error.h"

#include <memory>

namespace llvm {
class LLVMContext;
class Module;
} // namespace llvm
namespace mlir {
class OpPassManager;
}

namespace aic::codegen {

/// The CPU, for the list of targets.
const TargetKind& cpuTarget();

/// The most operands and results of one kernel.
inline constexpr int64_t kCpuBuffers = 32;

/// The most tensors that one kernel joins: more are joined in steps, as each is a loop of its own in the
/// kernel, and what LLVM makes of a function takes time that grows with its square.
inline constexpr unsigned kCpuConcat = 128;

/// Why the CPU has no kernel for an operation of `aic`: "attention on f64: the CPU has ..."; "" where it has
/// one.
std::string whyNotOnCpu(mlir::Operation* op);

/// Every operation of the module for which whyNotOnCpu has a reason, each reported as an error at its
/// location
/// ("unsupported: ..."). Failure if there was one. Runs on `aic` before kernels are formed, so that nothing
/// fails later.
mlir::LogicalResult checkCoverage(mlir::ModuleOp module);

/// Chooses each kernel's tiles and number of workgroups, and the packing of the constants that it reads.
/// small, forcedWinograd: TargetOptions. all: the CPUs of the file, this one among them, where they are
/// several: what they choose for the same plan is shared where it can be (CommonPackings.h).
mlir::LogicalResult assignTiles(mlir::ModuleOp schedule, const CpuTarget& target, bool small = false,
                                int64_t forcedWinograd = 0, llvm::ArrayRef<CpuTarget> all = {});

/// The kernels as functions over memrefs (func, scf, arith, math, vector, memref), in the order of the
/// module.
mlir::OwningOpRef<mlir::ModuleOp> emitKernels(mlir::ModuleOp schedule, const CpuTarget& target);

/// Lowers what emitKernels made to the LLVM dialect: the passes, and all of them at once. avx512: of the
/// target, see CpuTarget.
void buildLLVMPipeline(mlir::OpPassManager& pm, bool avx512);
mlir::LogicalResult lowerToLLVMDialect(mlir::ModuleOp kernels, const CpuTarget& target);

/// LLVM IR, optimised, with the kernel table (runtime/kernel_abi.h). `kernels` is in the LLVM dialect.
llvm::Expected<std::unique_ptr<llvm::Module>>
translateAndOptimise(mlir::ModuleOp kernels, const CpuTarget& target, llvm::LLVMContext& context);

enum class MachineCode { Assembly, Object };
llvm::Expected<std::string> emitMachineCode(llvm::Module& module, const CpuTarget& target, MachineCode kind);

/// Links one object to a shared object that needs nothing, of the form that runtime/cpu/CodeImage.h loads.
/// Where the system refuses memory, descriptors or a thread, the error has its errno; else it has no code.
llvm::Expected<std::string> linkSharedObject(const std::string& object);

/// What codegen needs loaded in a context.
void registerDialects(mlir::DialectRegistry& registry);

} // namespace aic::codegen

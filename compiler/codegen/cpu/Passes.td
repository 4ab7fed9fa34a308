// The steps of the CPU's code generation as passes, alphabetically, so that aic-opt can start and stop at any of them.
#ifndef AIC_CODEGEN_CPU_PASSES_TD
#define AIC_CODEGEN_CPU_PASSES_TD

include "mlir/Pass/PassBase.td"

def CpuCoverage : Pass<"aic-cpu-coverage", "mlir::ModuleOp"> {
  let summary = "refuse what the CPU has no kernel for, all of it at once";
  let description = [{
    Each operation that cannot be computed is an error at its place.

    Example: attention on f64 is "unsupported: attention on f64 ...".
  }];
}

def CpuEmit : Pass<"aic-cpu-emit", "mlir::ModuleOp"> {
  let summary = "replace a plan by its kernels as functions of loops and vectors";
  let description = [{
    Each `schedule.kernel` becomes a private `func.func` over one 1-D memref a buffer (what is read, then what is
    written) and the workgroup's index. The program goes: the runtime, not the code, has it.

    Example:
    ```
    schedule.kernel @relu_4 family("elementwise") workgroups(1) tiling {units_per_group = 1024 : i64} { ... }
    ```
    becomes
    ```
    func.func private @relu_4(%in: memref<4xf32>, %out: memref<4xf32>, %workgroup: index) { ... }
    ```
  }];
  let options = [Option<"targetCpu", "target-cpu", "std::string", "\"native\"", "LLVM's name of the CPU">];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::func::FuncDialect", "mlir::math::MathDialect",
    "mlir::LLVM::LLVMDialect", "mlir::memref::MemRefDialect", "mlir::scf::SCFDialect", "mlir::vector::VectorDialect"];
}

def CpuMath : Pass<"aic-cpu-math", "mlir::func::FuncOp"> {
  let summary = "replace functions such as exp by arithmetic";
  let description = [{
    exp, expm1, log, log1p, tanh, erf, sin, cos and powf of f32, so that kernels call no library; what a / (1 + exp(t))
    and gelu are made of, as a whole. Errors: README.md.
  }];
  let options = [Option<"avx512", "avx512", "bool", "false",
    "use what AVX-512 with VL and DQ has: vscalef, vrange and vreduce">];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::LLVM::LLVMDialect", "mlir::scf::SCFDialect",
    "mlir::vector::VectorDialect"];
}

def CpuTiles : Pass<"aic-cpu-tiles", "mlir::ModuleOp"> {
  let summary = "choose tiles, workgroups and the packing of weights";
  let description = [{
    Sets `tiling` and `workgroups` of each `schedule.kernel`, and gives each constant that a contraction or a depthwise
    convolution reads the order in which it is read. Refuses what the CPU has no kernel for.

    Example: `schedule.kernel @linear_4x32 family("contraction") constants [1]` gets
    `workgroups(1) tiling {mr = 4 : i64, nv = 2 : i64, packed, panels_per_group = 2 : i64, units_per_group = 1 : i64}`.

    A 3x3 convolution of stride 1 whose weights are known is computed by Winograd's way where that pays: its tiling has
    `winograd = 4 : i64`, or 2, and its constant is packed so.

    First what squeeze-and-excitation takes passes over memory for joins its neighbours (Gates.h): a dispatch that multiplies an
    image by `tensor<1x1x1xC>` goes, its `aic.mul` stands in the kernel of the pointwise convolution that read the product, before
    it; and the kernel of a depthwise convolution whose mean is taken has the means of its rows as its last result.
  }];
  let options = [Option<"targetCpu", "target-cpu", "std::string", "\"native\"", "LLVM's name of the CPU">,
    Option<"small", "small", "bool", "false", "nothing that makes the file larger, as Winograd's way does">,
    Option<"forcedWinograd", "winograd", "int64_t", "0", "for tests: the tile, 2 or 4, with which every convolution that "
           "can be is computed by Winograd's way; 0: where it pays">,
    Option<"together", "together", "std::string", "\"\"", "LLVM's names of all CPUs of the file, target-cpu among them, with "
           "commas between: they share the order of a weight where none loses much by it">];
}

#endif

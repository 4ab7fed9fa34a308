// The steps of Vulkan's code generation as passes, alphabetically, so that aic-opt can start and stop at any of them.
#ifndef AIC_CODEGEN_VULKAN_PASSES_TD
#define AIC_CODEGEN_VULKAN_PASSES_TD

include "mlir/Pass/PassBase.td"

def VulkanCoverage : Pass<"aic-vulkan-coverage", "mlir::ModuleOp"> {
  let summary = "refuse what Vulkan has no kernel for, all of it at once";
  let description = [{
    After aic-vulkan-narrow-types: what Vulkan takes hangs on what is fused and narrowed, as a bool may live inside a
    kernel. Each operation that cannot be computed is an error at its place. A tensor that a device need not bind at once
    (128 MiB) is a warning.

    Example: `aic.add %x, %y : tensor<4xf64>` is "unsupported on Vulkan: add on f64".
  }];
}

def VulkanDecorate : Pass<"aic-vulkan-decorate", "mlir::ModuleOp"> {
  let summary = "say in spirv.modules what the conversion cannot know";
  let description = [{
    Storage buffers may share bytes (`aliased`), nothing is ordered by a report of failure, and the gpu.modules that the
    conversion keeps for a host go.
  }];
}

def VulkanEmit : Pass<"aic-vulkan-emit", "mlir::ModuleOp"> {
  let summary = "replace a plan by its kernels as functions of workgroups";
  let description = [{
    Each variant of each `schedule.kernel` becomes a `gpu.module`, named KERNEL__VARIANT, in the order of the plan. The
    program goes: the runtime, not the code, has it.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::gpu::GPUDialect", "mlir::math::MathDialect",
    "mlir::memref::MemRefDialect", "mlir::scf::SCFDialect", "mlir::spirv::SPIRVDialect", "mlir::vector::VectorDialect"];
}

def VulkanFunctions : Pass<"aic-vulkan-functions", "mlir::ModuleOp"> {
  let summary = "replace functions such as exp by arithmetic, and results of empty loops by what they began with";
  let description = [{
    Before anything is converted to SPIR-V. The conversion keeps a loop's results in variables that are written at the end of
    each round: after a loop of no rounds they would hold what an earlier one left.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect", "mlir::vector::VectorDialect"];
}

def VulkanNarrowTypes : Pass<"aic-vulkan-narrow-types", "mlir::ModuleOp"> {
  let summary = "hold i64 as i32, and bools in memory as i32 of 0 or 1";
  let description = [{
    After the fusion pipeline: Vulkan's memory holds elements of 4 bytes, and the runtime narrows inputs and widens outputs.
    A bool inside an `aic.fused` stays. A constant that does not fit is an error.

      func.func @f(%x: tensor<4xi64>) -> tensor<4xi64>
      =>
      func.func @f(%x: tensor<4xi32>) -> tensor<4xi32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def VulkanSplitConstants : Pass<"aic-split-constants", "mlir::func::FuncOp"> {
  let summary = "a constant that a device cannot bind at once is read in parts";
  let description = [{
    After the fusion pipeline: devices need not bind more than 128 MiB as one buffer. linear, matmul and conv2d
    compute their channels part by part; embedding and take read every part at the nearest index that it has, and choose.
    Parts of whole rows share the constant's bytes. Groups that read such a constant are formed anew. Other operators
    that read one are an error.

      %1 = aic.linear %x, %w : (tensor<1x8xf32>, tensor<300x8xf32>) -> tensor<1x300xf32>
      =>
      %2 = aic.linear %x, %w0 : (tensor<1x8xf32>, tensor<192x8xf32>) -> tensor<1x192xf32>
      %3 = aic.linear %x, %w1 : (tensor<1x8xf32>, tensor<108x8xf32>) -> tensor<1x108xf32>
      %1 = aic.concat %2, %3 {dim = 1 : i64} : ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [
    Option<"maxBytes", "max-bytes", "int64_t", "134217728", "what may be bound at once: maxStorageBufferRange at least">];
}

def VulkanSplitReductions : Pass<"aic-split-reductions", "mlir::func::FuncOp"> {
  let summary = "few results of very many elements in two steps";
  let description = [{
    After the fusion pipeline: one workgroup a result leaves most of a device idle, and lavapipe ends loops of more than 65,535
    turns. From 32,768 elements a result on, a reduction of parts goes before the reduction itself, which goes on with their
    results; parts are a divisor of one reduced axis, as near as can be to the root of the elements. Means of parts of one size
    have the mean that is wanted. Where there are 256 results or more they are enough, unless the last axis stays. What has no
    such divisor stays one step.

      %1 = aic.sum %x {dims = array<i64: 0>} : (tensor<1048576xf32>) -> tensor<f32>
      =>
      %2 = aic.reshape %x : (tensor<1048576xf32>) -> tensor<1024x1024xf32>
      %3 = aic.sum %2 {dims = array<i64: 1>, keepdim = true} : (tensor<1024x1024xf32>) -> tensor<1024x1xf32>
      %4 = aic.reshape %3 : (tensor<1024x1xf32>) -> tensor<1024xf32>
      %1 = aic.sum %4 {dims = array<i64: 0>} : (tensor<1024xf32>) -> tensor<f32>
  }];
  let dependentDialects = ["::aic::AicDialect"];
}

def VulkanTiles : Pass<"aic-vulkan-tiles", "mlir::ModuleOp"> {
  let summary = "choose variants, tiles, workgroups and the packing of weights";
  let description = [{
    Sets `tiling` (a dictionary of one dictionary a variant) and `workgroups` (the floor variant's) of each
    `schedule.kernel`, and gives each constant that a kernel reads packed its order. Refuses what Vulkan has no kernel for.
  }];
}

#endif

// RUN: aic-opt --aic-fusion-pipeline --aic-vulkan-fit --aic-vulkan-schedule %s | FileCheck %s --check-prefix=PLAN
// RUN: aic-opt --aic-fusion-pipeline --aic-vulkan-fit --aic-vulkan-schedule --aic-vulkan-emit --aic-vulkan-to-spirv %s | FileCheck %s

// A contraction with its epilogue, in registers (floor) and with tiles in shared memory; a softmax by a tree (floor) and by
// subgroups. The weight is packed in panels as wide as the floor's tile.

// PLAN: schedule.kernel @linear_relu_64x256 family("contraction")
// PLAN-SAME: floor = {fours = 2 : i64, local_size = 64 : i64, packed = 1 : i64, pixels = 4 : i64, width = 8 : i64
// PLAN-SAME: shared = {block_columns = 64 : i64, block_depth = 16 : i64, block_rows = 64 : i64
// PLAN: schedule.kernel @softmax_64x256 family("softmax")
// PLAN-SAME: floor = {{.*}} subgroup = {
// PLAN: packed {kind = "linear", width = 8 : i64}

// CHECK: spirv.module @__spv__linear_relu_64x256__floor Logical GLSL450
// CHECK-SAME: [Shader
// CHECK: bind(0, 0) {aliased} : {{.*}}vector<4xf32>, stride=16
// CHECK: bind(0, 3) {aliased} : {{.*}}vector<4xf32>, stride=16
// CHECK-NOT: Workgroup>
// CHECK: spirv.FOrdLessThan {{.*}} : vector<4xf32>
// CHECK: spirv.EntryPoint "GLCompute" @main
// CHECK: spirv.ExecutionMode @main "LocalSize", 64, 1, 1

// CHECK: spirv.module @__spv__linear_relu_64x256__shared
// CHECK: !spirv.ptr<{{.*}}vector<4xf32>{{.*}}Workgroup>
// CHECK: spirv.ControlBarrier <Workgroup>, <Workgroup>

// CHECK: spirv.module @__spv__softmax_64x256__floor
// CHECK-NOT: {{GroupNonUniform|spirv.GL.Exp}}
// CHECK: spirv.GL.Floor
// CHECK-NOT: spirv.GL.Exp

// CHECK: spirv.module @__spv__softmax_64x256__subgroup
// CHECK-SAME: GroupNonUniformArithmetic
// CHECK: spirv.GroupNonUniformFMax
// CHECK: spirv.GroupNonUniformFAdd
func.func @f(%x: tensor<64x256xf32>) -> tensor<64x256xf32> {
  %w = aic.constant dense<0.5> : tensor<256x256xf32>
  %b = aic.constant dense<0.25> : tensor<256xf32>
  %0 = aic.linear %x, %w, %b : (tensor<64x256xf32>, tensor<256x256xf32>, tensor<256xf32>) -> tensor<64x256xf32>
  %1 = aic.relu %0 : tensor<64x256xf32>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<64x256xf32>) -> tensor<64x256xf32>
  return %2 : tensor<64x256xf32>
}

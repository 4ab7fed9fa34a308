// A pass asks the targets before it makes one operation of several: the CPU computes softmax and matmul on f64, and no
// attention; without a target the pass does what can be said.
// RUN: aic-opt --split-input-file --aic-fuse-attention="targets=cpu" --remark-format=emitRemark --remarks-filter=.* %s 2>&1 | FileCheck %s
// RUN: aic-opt --split-input-file --aic-fuse-attention="targets=cpu,vulkan" %s | FileCheck %s --check-prefix=BOTH
// RUN: aic-opt --split-input-file --aic-fuse-attention %s | FileCheck %s --check-prefix=ANY
// RUN: not aic-opt --split-input-file --aic-fuse-attention="targets=tpu" %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// UNKNOWN: error: no target has the name 'tpu'

// CHECK: remark: {{.*}}softmax and the matmuls around it stay apart: attention on f64: the CPU has f32, f16 and bf16 here
// CHECK-LABEL: func.func @f64
// CHECK-NOT: aic.attention
// CHECK-NOT: aic.transpose
// CHECK: aic.softmax
// BOTH-LABEL: func.func @f64
// BOTH-NOT: aic.attention
// ANY-LABEL: func.func @f64
// ANY: aic.attention
func.func @f64(%q: tensor<5x4xf64>, %k: tensor<4x6xf64>, %v: tensor<6x3xf64>) -> tensor<5x3xf64> {
  %0 = aic.matmul %q, %k : (tensor<5x4xf64>, tensor<4x6xf64>) -> tensor<5x6xf64>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x6xf64>) -> tensor<5x6xf64>
  %2 = aic.matmul %1, %v : (tensor<5x6xf64>, tensor<6x3xf64>) -> tensor<5x3xf64>
  return %2 : tensor<5x3xf64>
}

// -----

// What one of the targets refuses stays apart for both.
// CHECK-LABEL: func.func @f16
// CHECK: aic.attention
// BOTH-LABEL: func.func @f16
// BOTH-NOT: aic.attention
// ANY-LABEL: func.func @f16
// ANY: aic.attention
func.func @f16(%q: tensor<5x4xf16>, %k: tensor<4x6xf16>, %v: tensor<6x3xf16>) -> tensor<5x3xf16> {
  %0 = aic.matmul %q, %k : (tensor<5x4xf16>, tensor<4x6xf16>) -> tensor<5x6xf16>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x6xf16>) -> tensor<5x6xf16>
  %2 = aic.matmul %1, %v : (tensor<5x6xf16>, tensor<6x3xf16>) -> tensor<5x3xf16>
  return %2 : tensor<5x3xf16>
}

// -----

// A mask of bools is added to the scores on Vulkan.
// CHECK-LABEL: func.func @bool_mask
// CHECK: aic.attention
// BOTH-LABEL: func.func @bool_mask
// BOTH: aic.attention
// ANY-LABEL: func.func @bool_mask
func.func @bool_mask(%q: tensor<5x4xf32>, %k: tensor<4x6xf32>, %v: tensor<6x3xf32>, %m: tensor<5x6xi1>) -> tensor<5x3xf32> {
  %inf = aic.constant dense<0xFF800000> : tensor<f32>
  %0 = aic.matmul %q, %k : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.where %m, %0, %inf : (tensor<5x6xi1>, tensor<5x6xf32>, tensor<f32>) -> tensor<5x6xf32>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %3 = aic.matmul %2, %v : (tensor<5x6xf32>, tensor<6x3xf32>) -> tensor<5x3xf32>
  return %3 : tensor<5x3xf32>
}

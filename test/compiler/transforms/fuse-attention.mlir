// The spellings of attention, and what stands in the way of others. test/unit/transforms goes through all combinations.
// RUN: aic-opt --aic-fuse-attention --canonicalize %s | FileCheck %s
// RUN: aic-opt --aic-fuse-attention --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// As PyTorch writes it: scale by division, an added mask, k transposed together with its heads.
// CHECK-LABEL: @added_mask
// CHECK-SAME: %[[Q:.*]]: tensor<2x3x5x4xf32>, %[[KT:.*]]: tensor<2x3x4x6xf32>, %[[V:.*]]: tensor<2x3x6x4xf32>, %[[M:.*]]: tensor<2x1x1x6xf32>
// CHECK-NEXT: %[[K:.*]] = aic.transpose %[[KT]] {perm = array<i64: 0, 1, 3, 2>}
// CHECK-NEXT: %[[A:.*]] = aic.attention %[[Q]], %[[K]], %[[V]] mask %[[M]] {scale = 5.000000e-01 : f64}
// CHECK-NEXT: return %[[A]]
// REMARK: fuse-attention.mlir:[[@LINE+6]]:{{.*}}[Passed]{{.*}}aic-fuse-attention{{.*}}"softmax and the matmuls around it become one attention with a mask"
func.func @added_mask(%q: tensor<2x3x5x4xf32>, %kt: tensor<2x3x4x6xf32>, %v: tensor<2x3x6x4xf32>, %m: tensor<2x1x1x6xf32>) -> tensor<2x3x5x4xf32> {
  %two = aic.constant dense<2.0> : tensor<f32>
  %0 = aic.matmul %q, %kt : (tensor<2x3x5x4xf32>, tensor<2x3x4x6xf32>) -> tensor<2x3x5x6xf32>
  %1 = aic.div %0, %two : (tensor<2x3x5x6xf32>, tensor<f32>) -> tensor<2x3x5x6xf32>
  %2 = aic.add %1, %m : (tensor<2x3x5x6xf32>, tensor<2x1x1x6xf32>) -> tensor<2x3x5x6xf32>
  %3 = aic.softmax %2 {dim = 3 : i64} : (tensor<2x3x5x6xf32>) -> tensor<2x3x5x6xf32>
  %4 = aic.matmul %3, %v : (tensor<2x3x5x6xf32>, tensor<2x3x6x4xf32>) -> tensor<2x3x5x4xf32>
  return %4 : tensor<2x3x5x4xf32>
}

// As in GPT-2: where with the least float, on a triangle; the scale split over q and k.
// CHECK-LABEL: @causal
// CHECK-NEXT: %[[K:.*]] = aic.transpose %arg1
// CHECK-NEXT: %[[A:.*]] = aic.attention %arg0, %[[K]], %arg2 {causal = true, scale = 2.500000e-01 : f64}
// CHECK-NEXT: return %[[A]]
// REMARK: "softmax and the matmuls around it become one attention, causal"
func.func @causal(%q: tensor<3x2x4xf32>, %kt: tensor<3x4x2xf32>, %v: tensor<3x2x4xf32>) -> tensor<3x2x4xf32> {
  %half = aic.constant dense<0.5> : tensor<f32>
  %least = aic.constant dense<-3.40282347E+38> : tensor<f32>
  %sees = aic.constant dense<[[[true, false], [true, true]]]> : tensor<1x2x2xi1>
  %0 = aic.mul %q, %half : (tensor<3x2x4xf32>, tensor<f32>) -> tensor<3x2x4xf32>
  %1 = aic.mul %half, %kt : (tensor<f32>, tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
  %2 = aic.matmul %0, %1 : (tensor<3x2x4xf32>, tensor<3x4x2xf32>) -> tensor<3x2x2xf32>
  %3 = aic.where %sees, %2, %least : (tensor<1x2x2xi1>, tensor<3x2x2xf32>, tensor<f32>) -> tensor<3x2x2xf32>
  %4 = aic.softmax %3 {dim = 2 : i64} : (tensor<3x2x2xf32>) -> tensor<3x2x2xf32>
  %5 = aic.matmul %4, %v : (tensor<3x2x2xf32>, tensor<3x2x4xf32>) -> tensor<3x2x4xf32>
  return %5 : tensor<3x2x4xf32>
}

// masked_fill with -inf: a bool mask. The products are flat, the mask is for each batch.
// CHECK-LABEL: @flat
// CHECK: %[[M:.*]] = aic.logical_not %arg3
// CHECK: aic.attention {{.*}} mask %[[M]] {scale = 1.000000e+00 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x6x4xf32>, tensor<2x3x6x4xf32>, tensor<2x1x1x6xi1>)
func.func @flat(%q: tensor<6x5x4xf32>, %kt: tensor<6x4x6xf32>, %v: tensor<6x6x4xf32>, %hidden: tensor<2x1x1x6xi1>) -> tensor<6x5x4xf32> {
  %least = aic.constant dense<0xFF800000> : tensor<f32>
  %0 = aic.matmul %q, %kt : (tensor<6x5x4xf32>, tensor<6x4x6xf32>) -> tensor<6x5x6xf32>
  %1 = aic.reshape %0 : (tensor<6x5x6xf32>) -> tensor<2x3x5x6xf32>
  %2 = aic.where %hidden, %least, %1 : (tensor<2x1x1x6xi1>, tensor<f32>, tensor<2x3x5x6xf32>) -> tensor<2x3x5x6xf32>
  %3 = aic.reshape %2 : (tensor<2x3x5x6xf32>) -> tensor<6x5x6xf32>
  %4 = aic.softmax %3 {dim = 2 : i64} : (tensor<6x5x6xf32>) -> tensor<6x5x6xf32>
  %5 = aic.matmul %4, %v : (tensor<6x5x6xf32>, tensor<6x6x4xf32>) -> tensor<6x5x4xf32>
  return %5 : tensor<6x5x4xf32>
}

// One head of keys for all queries: expanded, which the kernel reads as a stride of 0.
// CHECK-LABEL: @multi_query
// CHECK: %[[K:.*]] = aic.expand {{.*}} -> tensor<2x3x6x4xf32>
// CHECK: %[[V:.*]] = aic.expand %arg2 : (tensor<2x1x6x4xf32>) -> tensor<2x3x6x4xf32>
// CHECK: aic.attention %arg0, %[[K]], %[[V]]
func.func @multi_query(%q: tensor<2x3x5x4xf32>, %kt: tensor<2x1x4x6xf32>, %v: tensor<2x1x6x4xf32>) -> tensor<2x3x5x4xf32> {
  %0 = aic.matmul %q, %kt : (tensor<2x3x5x4xf32>, tensor<2x1x4x6xf32>) -> tensor<2x3x5x6xf32>
  %1 = aic.softmax %0 {dim = 3 : i64} : (tensor<2x3x5x6xf32>) -> tensor<2x3x5x6xf32>
  %2 = aic.matmul %1, %v : (tensor<2x3x5x6xf32>, tensor<2x1x6x4xf32>) -> tensor<2x3x5x4xf32>
  return %2 : tensor<2x3x5x4xf32>
}

// Of the operator itself: a factor of q, a triangle that is computed.
// CHECK-LABEL: @operator
// CHECK-NEXT: aic.attention %arg0, %arg1, %arg1 {causal = true, scale = 2.500000e-01 : f64}
// REMARK: "a constant factor of q or k goes into attention's scale"
// REMARK: "attention's mask hides what comes later: it is causal"
func.func @operator(%q: tensor<3x2x4xf32>, %k: tensor<3x2x4xf32>) -> tensor<3x2x4xf32> {
  %half = aic.constant dense<0.5> : tensor<f32>
  %i = aic.constant dense<[[0], [1]]> : tensor<2x1xi64>
  %j = aic.constant dense<[[0, 1]]> : tensor<1x2xi64>
  %m = aic.compare ge %i, %j : (tensor<2x1xi64>, tensor<1x2xi64>) -> tensor<2x2xi1>
  %0 = aic.mul %q, %half : (tensor<3x2x4xf32>, tensor<f32>) -> tensor<3x2x4xf32>
  %1 = aic.attention %0, %k, %k mask %m {scale = 0.5 : f64} : (tensor<3x2x4xf32>, tensor<3x2x4xf32>, tensor<3x2x4xf32>, tensor<2x2xi1>) -> tensor<3x2x4xf32>
  return %1 : tensor<3x2x4xf32>
}

// CHECK-LABEL: @relu_between
// CHECK: aic.softmax
// REMARK: fuse-attention.mlir:[[@LINE+4]]:{{.*}}[Missed]{{.*}}"softmax and the matmul after it are not an attention: the relu before it is neither a scale nor a mask of a matmul's result"
func.func @relu_between(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>) -> tensor<5x4xf32> {
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.relu %0 : tensor<5x6xf32>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %3 = aic.matmul %2, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %3 : tensor<5x4xf32>
}

// CHECK-LABEL: @weights_are_wanted
// CHECK: aic.softmax
// REMARK: [Missed]{{.*}}: its weights are read by others than the matmul with the values"
func.func @weights_are_wanted(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>) -> (tensor<5x4xf32>, tensor<5x6xf32>) {
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %2 = aic.matmul %1, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %2, %1 : tensor<5x4xf32>, tensor<5x6xf32>
}

// CHECK-LABEL: @scores_are_wanted
// CHECK: aic.softmax
// REMARK: [Missed]{{.*}}: the result of matmul before it is read by others too"
func.func @scores_are_wanted(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>) -> (tensor<5x4xf32>, tensor<5x6xf32>) {
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %2 = aic.matmul %1, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %2, %0 : tensor<5x4xf32>, tensor<5x6xf32>
}

// CHECK-LABEL: @over_queries
// CHECK: aic.softmax
// REMARK: [Missed]{{.*}}: it is over axis 0, not over the keys in the last"
func.func @over_queries(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>) -> tensor<5x4xf32> {
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.softmax %0 {dim = 0 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %2 = aic.matmul %1, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %2 : tensor<5x4xf32>
}

// A temperature that is known at run time.
// CHECK-LABEL: @scale_at_run_time
// CHECK: aic.softmax
// REMARK: [Missed]{{.*}}: the div before it is neither a scale nor a mask of a matmul's result"
func.func @scale_at_run_time(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>, %t: tensor<f32>) -> tensor<5x4xf32> {
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.div %0, %t : (tensor<5x6xf32>, tensor<f32>) -> tensor<5x6xf32>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %3 = aic.matmul %2, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %3 : tensor<5x4xf32>
}

// A classifier's softmax is not one.
// CHECK-LABEL: @classifier
// CHECK: aic.softmax
// CHECK-NOT: aic.attention
func.func @classifier(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>) -> tensor<5x6xf32> {
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  return %1 : tensor<5x6xf32>
}

// Where every key is hidden the model's scores are all -1e4, and its weights equal. The least f32 swallows the products; f16
// has no number that does.
// CHECK-LABEL: @finite_score_in_f16
// CHECK-NOT: aic.attention
// CHECK: aic.softmax
// REMARK: {{.*}}[Missed]{{.*}}"softmax and the matmuls around it stay apart: where every key is hidden its scores are equal, and f16 has no number that swallows all others"
func.func @finite_score_in_f16(%q: tensor<5x4xf16>, %kt: tensor<4x6xf16>, %v: tensor<6x4xf16>, %m: tensor<5x6xi1>) -> tensor<5x4xf16> {
  %hidden = aic.constant dense<-1.0e4> : tensor<f16>
  %0 = aic.matmul %q, %kt : (tensor<5x4xf16>, tensor<4x6xf16>) -> tensor<5x6xf16>
  %1 = aic.where %m, %0, %hidden : (tensor<5x6xi1>, tensor<5x6xf16>, tensor<f16>) -> tensor<5x6xf16>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x6xf16>) -> tensor<5x6xf16>
  %3 = aic.matmul %2, %v : (tensor<5x6xf16>, tensor<6x4xf16>) -> tensor<5x4xf16>
  return %3 : tensor<5x4xf16>
}

// A causal mask lets every query see a key.
// CHECK-LABEL: @causal_in_f16
// CHECK: aic.attention {{.*}}causal = true
func.func @causal_in_f16(%q: tensor<2x4xf16>, %kt: tensor<4x2xf16>, %v: tensor<2x4xf16>) -> tensor<2x4xf16> {
  %hidden = aic.constant dense<-1.0e4> : tensor<f16>
  %m = aic.constant dense<[[true, false], [true, true]]> : tensor<2x2xi1>
  %0 = aic.matmul %q, %kt : (tensor<2x4xf16>, tensor<4x2xf16>) -> tensor<2x2xf16>
  %1 = aic.where %m, %0, %hidden : (tensor<2x2xi1>, tensor<2x2xf16>, tensor<f16>) -> tensor<2x2xf16>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<2x2xf16>) -> tensor<2x2xf16>
  %3 = aic.matmul %2, %v : (tensor<2x2xf16>, tensor<2x4xf16>) -> tensor<2x4xf16>
  return %3 : tensor<2x4xf16>
}

// The values' columns by the weights' rows, v . p^T: image models keep channels first.
// CHECK-LABEL: @columns
// CHECK-DAG: %[[K:.*]] = aic.transpose %arg1 {perm = array<i64: 0, 2, 1>}
// CHECK-DAG: %[[V:.*]] = aic.transpose %arg2 {perm = array<i64: 0, 2, 1>}
// CHECK: %[[A:.*]] = aic.attention %arg0, %[[K]], %[[V]] {{.*}} -> tensor<3x5x4xf32>
// CHECK: %[[Y:.*]] = aic.transpose %[[A]] {perm = array<i64: 0, 2, 1>} : (tensor<3x5x4xf32>) -> tensor<3x4x5xf32>
// CHECK-NOT: aic.softmax
// CHECK: return %[[Y]]
// REMARK: {{.*}}[Passed]{{.*}}"softmax and the matmuls around it become one attention"
func.func @columns(%q: tensor<3x5x2xf32>, %kt: tensor<3x2x6xf32>, %v: tensor<3x4x6xf32>) -> tensor<3x4x5xf32> {
  %0 = aic.matmul %q, %kt : (tensor<3x5x2xf32>, tensor<3x2x6xf32>) -> tensor<3x5x6xf32>
  %1 = aic.softmax %0 {dim = 2 : i64} : (tensor<3x5x6xf32>) -> tensor<3x5x6xf32>
  %2 = aic.transpose %1 {perm = array<i64: 0, 2, 1>} : (tensor<3x5x6xf32>) -> tensor<3x6x5xf32>
  %3 = aic.matmul %v, %2 : (tensor<3x4x6xf32>, tensor<3x6x5xf32>) -> tensor<3x4x5xf32>
  return %3 : tensor<3x4x5xf32>
}

// A transpose of other axes is no such product.
// CHECK-LABEL: @turned
// CHECK: aic.softmax
// CHECK-NOT: aic.attention
func.func @turned(%q: tensor<5x5x2xf32>, %kt: tensor<5x2x6xf32>, %v: tensor<5x4x5xf32>) -> tensor<5x4x6xf32> {
  %0 = aic.matmul %q, %kt : (tensor<5x5x2xf32>, tensor<5x2x6xf32>) -> tensor<5x5x6xf32>
  %1 = aic.softmax %0 {dim = 2 : i64} : (tensor<5x5x6xf32>) -> tensor<5x5x6xf32>
  %2 = aic.transpose %1 {perm = array<i64: 1, 0, 2>} : (tensor<5x5x6xf32>) -> tensor<5x5x6xf32>
  %3 = aic.matmul %v, %2 : (tensor<5x4x5xf32>, tensor<5x5x6xf32>) -> tensor<5x4x6xf32>
  return %3 : tensor<5x4x6xf32>
}

// PyTorch's guard: weights that are NaN are 0.
// CHECK-LABEL: @guarded
// CHECK: %[[A:.*]] = aic.attention %arg0, {{.*}} mask %arg3 {aic.guarded, {{.*}}
// CHECK-NOT: aic.softmax
// CHECK: return %[[A]]
func.func @guarded(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>, %m: tensor<5x6xi1>) -> tensor<5x4xf32> {
  %zero = aic.constant dense<0.0> : tensor<f32>
  %hidden = aic.constant dense<0xFF800000> : tensor<f32>
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %1 = aic.where %m, %0, %hidden : (tensor<5x6xi1>, tensor<5x6xf32>, tensor<f32>) -> tensor<5x6xf32>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %3 = aic.compare ne %2, %2 : (tensor<5x6xf32>, tensor<5x6xf32>) -> tensor<5x6xi1>
  %4 = aic.where %3, %zero, %2 : (tensor<5x6xi1>, tensor<f32>, tensor<5x6xf32>) -> tensor<5x6xf32>
  %5 = aic.matmul %4, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %5 : tensor<5x4xf32>
}

// Another number in place of NaN is no guard.
// CHECK-LABEL: @one_for_nan
// CHECK: aic.softmax
// CHECK-NOT: aic.attention
// REMARK: "softmax and the matmul after it are not an attention: the where between it and the matmul with the values is no guard against NaN"
func.func @one_for_nan(%q: tensor<5x4xf32>, %kt: tensor<4x6xf32>, %v: tensor<6x4xf32>) -> tensor<5x4xf32> {
  %one = aic.constant dense<1.0> : tensor<f32>
  %0 = aic.matmul %q, %kt : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %2 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %3 = aic.compare ne %2, %2 : (tensor<5x6xf32>, tensor<5x6xf32>) -> tensor<5x6xi1>
  %4 = aic.where %3, %one, %2 : (tensor<5x6xi1>, tensor<f32>, tensor<5x6xf32>) -> tensor<5x6xf32>
  %5 = aic.matmul %4, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %5 : tensor<5x4xf32>
}

// A band: each query sees a run of keys. Causality goes into the runs, and a query that sees nothing has an empty one.
// CHECK-LABEL: @band
// CHECK-DAG: %[[S:.*]] = aic.constant dense<{{\[}}[0, 0, 0, 2], [1, 2, 0, 4]]> : tensor<2x4xi32>
// CHECK: aic.attention %arg0, %arg1, %arg2 mask %[[S]] {aic.spans, scale = {{.*}}} : (tensor<4x8xf32>, tensor<5x8xf32>, tensor<5x8xf32>, tensor<2x4xi32>)
// REMARK: {{.*}}[Passed]{{.*}}"attention's mask leaves each query one run of keys: the others are not computed"
func.func @band(%q: tensor<4x8xf32>, %k: tensor<5x8xf32>, %v: tensor<5x8xf32>) -> tensor<4x8xf32> {
  %m = aic.constant dense<[[true, true, false, false, false], [true, true, true, false, false], [false, false, false, false, false], [false, false, true, true, true]]> : tensor<4x5xi1>
  %0 = aic.attention %q, %k, %v mask %m {causal = true, scale = 0.5 : f64} : (tensor<4x8xf32>, tensor<5x8xf32>, tensor<5x8xf32>, tensor<4x5xi1>) -> tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

// A hole is no run.
// CHECK-LABEL: @hole
// CHECK: aic.attention {{.*}} mask %{{.*}} {scale = {{.*}}tensor<1x3xi1>
func.func @hole(%q: tensor<4x8xf32>, %k: tensor<3x8xf32>, %v: tensor<3x8xf32>) -> tensor<4x8xf32> {
  %m = aic.constant dense<[[true, false, true]]> : tensor<1x3xi1>
  %0 = aic.attention %q, %k, %v mask %m {scale = 0.5 : f64} : (tensor<4x8xf32>, tensor<3x8xf32>, tensor<3x8xf32>, tensor<1x3xi1>) -> tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

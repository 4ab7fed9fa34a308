// layer_norm and rms_norm, spelled out.
// RUN: aic-opt --aic-recognise-norms --canonicalize %s | FileCheck %s
// RUN: aic-opt --aic-recognise-norms --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// As ONNX exports it.
// CHECK-LABEL: @layer_norm
// CHECK-NEXT: %[[N:.*]] = aic.layer_norm %arg0 weight %arg1 bias %arg2 {eps = {{.*}}E-6 : f64} : (tensor<2x5x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x5x4xf32>
// CHECK-NEXT: return %[[N]]
// REMARK: recognise-norms.mlir:[[@LINE+12]]:{{.*}}[Passed]{{.*}}aic-recognise-norms{{.*}}"the operators up to this add are layer_norm"
func.func @layer_norm(%x: tensor<2x5x4xf32>, %w: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<2x5x4xf32> {
  %eps = aic.constant dense<1.0e-5> : tensor<f32>
  %two = aic.constant dense<2.0> : tensor<f32>
  %0 = aic.mean %x {dims = array<i64: 2>, keepdim = true} : (tensor<2x5x4xf32>) -> tensor<2x5x1xf32>
  %1 = aic.sub %x, %0 : (tensor<2x5x4xf32>, tensor<2x5x1xf32>) -> tensor<2x5x4xf32>
  %2 = aic.pow %1, %two : (tensor<2x5x4xf32>, tensor<f32>) -> tensor<2x5x4xf32>
  %3 = aic.mean %2 {dims = array<i64: 2>, keepdim = true} : (tensor<2x5x4xf32>) -> tensor<2x5x1xf32>
  %4 = aic.add %3, %eps : (tensor<2x5x1xf32>, tensor<f32>) -> tensor<2x5x1xf32>
  %5 = aic.sqrt %4 : tensor<2x5x1xf32>
  %6 = aic.div %1, %5 : (tensor<2x5x4xf32>, tensor<2x5x1xf32>) -> tensor<2x5x4xf32>
  %7 = aic.mul %6, %w : (tensor<2x5x4xf32>, tensor<4xf32>) -> tensor<2x5x4xf32>
  %8 = aic.add %7, %b : (tensor<2x5x4xf32>, tensor<4xf32>) -> tensor<2x5x4xf32>
  return %8 : tensor<2x5x4xf32>
}

// As Llama writes it: the weight in front, a reciprocal root; of two axes.
// CHECK-LABEL: @rms_norm
// CHECK-NEXT: %[[N:.*]] = aic.rms_norm %arg0 weight %arg1 {axes = 2 : i64, eps = 0.0{{.*}} : f64} : (tensor<2x5x4xf32>, tensor<5x4xf32>)
// CHECK-NEXT: return %[[N]]
// REMARK: "the operators up to this mul are rms_norm"
func.func @rms_norm(%x: tensor<2x5x4xf32>, %w: tensor<5x4xf32>) -> tensor<2x5x4xf32> {
  %eps = aic.constant dense<0.0> : tensor<f32>
  %0 = aic.mul %x, %x : (tensor<2x5x4xf32>, tensor<2x5x4xf32>) -> tensor<2x5x4xf32>
  %1 = aic.mean %0 {dims = array<i64: 1, 2>, keepdim = true} : (tensor<2x5x4xf32>) -> tensor<2x1x1xf32>
  %2 = aic.add %eps, %1 : (tensor<f32>, tensor<2x1x1xf32>) -> tensor<2x1x1xf32>
  %3 = aic.rsqrt %2 : tensor<2x1x1xf32>
  %4 = aic.mul %x, %3 : (tensor<2x5x4xf32>, tensor<2x1x1xf32>) -> tensor<2x5x4xf32>
  %5 = aic.mul %w, %4 : (tensor<5x4xf32>, tensor<2x5x4xf32>) -> tensor<2x5x4xf32>
  return %5 : tensor<2x5x4xf32>
}

// gamma * (x - mean) / sqrt(var + eps); the mean as a sum. What is multiplied after it is no weight: it differs by row.
// CHECK-LABEL: @weight_before
// CHECK-NEXT: %[[W:.*]] = aic.reshape %arg1 : (tensor<1x4xf32>) -> tensor<4xf32>
// CHECK-NEXT: %[[N:.*]] = aic.layer_norm %arg0 weight %[[W]] {eps = 1.000000e+00 : f64}
// CHECK-NEXT: %[[M:.*]] = aic.mul %[[N]], %arg2
// CHECK-NEXT: return %[[M]]
func.func @weight_before(%x: tensor<5x4xf32>, %w: tensor<1x4xf32>, %r: tensor<5x1xf32>) -> tensor<5x4xf32> {
  %one = aic.constant dense<1.0> : tensor<f32>
  %four = aic.constant dense<4.0> : tensor<f32>
  %0 = aic.sum %x {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %1 = aic.div %0, %four : (tensor<5x1xf32>, tensor<f32>) -> tensor<5x1xf32>
  %2 = aic.sub %x, %1 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  %3 = aic.mul %2, %2 : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  %4 = aic.mean %3 {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %5 = aic.add %4, %one : (tensor<5x1xf32>, tensor<f32>) -> tensor<5x1xf32>
  %6 = aic.sqrt %5 : tensor<5x1xf32>
  %7 = aic.mul %w, %2 : (tensor<1x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  %8 = aic.div %7, %6 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  %9 = aic.mul %8, %r : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  return %9 : tensor<5x4xf32>
}

// CHECK-LABEL: @eps_outside
// CHECK-NOT: aic.layer_norm
// CHECK: aic.div
// REMARK: recognise-norms.mlir:[[@LINE+9]]:{{.*}}[Missed]{{.*}}"the division by a root of a mean square is no norm: eps is added to the root, not under it"
func.func @eps_outside(%x: tensor<5x4xf32>) -> tensor<5x4xf32> {
  %eps = aic.constant dense<1.0> : tensor<f32>
  %0 = aic.mean %x {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %1 = aic.sub %x, %0 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  %2 = aic.mul %1, %1 : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  %3 = aic.mean %2 {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %4 = aic.sqrt %3 : tensor<5x1xf32>
  %5 = aic.add %4, %eps : (tensor<5x1xf32>, tensor<f32>) -> tensor<5x1xf32>
  %6 = aic.div %1, %5 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  return %6 : tensor<5x4xf32>
}

// CHECK-LABEL: @read_elsewhere
// CHECK-NOT: aic.layer_norm
// CHECK: aic.rsqrt
// REMARK: [Missed]{{.*}}: what is divided by the root is also read by the graph's result"
func.func @read_elsewhere(%x: tensor<5x4xf32>) -> (tensor<5x4xf32>, tensor<5x4xf32>) {
  %0 = aic.mean %x {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %1 = aic.sub %x, %0 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  %2 = aic.mul %1, %1 : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  %3 = aic.mean %2 {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %4 = aic.rsqrt %3 : tensor<5x1xf32>
  %5 = aic.mul %1, %4 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  return %5, %1 : tensor<5x4xf32>, tensor<5x4xf32>
}

// Over the first axis; and of something else than what was squared.
// CHECK-LABEL: @no_norms
// CHECK-NOT: norm
// CHECK: return
// REMARK: [Missed]{{.*}}: what is divided by the root is not what was squared"
func.func @no_norms(%x: tensor<5x4xf32>, %y: tensor<5x4xf32>) -> (tensor<5x4xf32>, tensor<5x4xf32>) {
  %0 = aic.mul %x, %x : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  %1 = aic.mean %0 {dims = array<i64: 0>, keepdim = true} : (tensor<5x4xf32>) -> tensor<1x4xf32>
  %2 = aic.rsqrt %1 : tensor<1x4xf32>
  %3 = aic.mul %x, %2 : (tensor<5x4xf32>, tensor<1x4xf32>) -> tensor<5x4xf32>
  %4 = aic.mean %0 {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %5 = aic.rsqrt %4 : tensor<5x1xf32>
  %6 = aic.mul %y, %5 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  return %3, %6 : tensor<5x4xf32>, tensor<5x4xf32>
}

// Over the channels of an image, as ConvNeXt has it: between transposes, which the layout of images takes up.
// CHECK-LABEL: @channels
// CHECK-NEXT: %[[T:.*]] = aic.transpose %arg0 {perm = array<i64: 0, 2, 3, 1>}
// CHECK: %[[N:.*]] = aic.layer_norm %[[T]] weight %{{.*}} bias %{{.*}} {eps = {{.*}} : f64} : (tensor<2x5x4x3xf32>, tensor<3xf32>, tensor<3xf32>)
// CHECK-NEXT: %[[B:.*]] = aic.transpose %[[N]] {perm = array<i64: 0, 3, 1, 2>}
// CHECK-NEXT: return %[[B]]
// REMARK: "the operators up to this add are layer_norm over the channels"
func.func @channels(%x: tensor<2x3x5x4xf32>, %w: tensor<3x1x1xf32>, %b: tensor<1x3x1x1xf32>) -> tensor<2x3x5x4xf32> {
  %eps = aic.constant dense<1.0e-6> : tensor<f32>
  %0 = aic.mean %x {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x5x4xf32>) -> tensor<2x1x5x4xf32>
  %1 = aic.sub %x, %0 : (tensor<2x3x5x4xf32>, tensor<2x1x5x4xf32>) -> tensor<2x3x5x4xf32>
  %2 = aic.mul %1, %1 : (tensor<2x3x5x4xf32>, tensor<2x3x5x4xf32>) -> tensor<2x3x5x4xf32>
  %3 = aic.mean %2 {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x5x4xf32>) -> tensor<2x1x5x4xf32>
  %4 = aic.add %3, %eps : (tensor<2x1x5x4xf32>, tensor<f32>) -> tensor<2x1x5x4xf32>
  %5 = aic.sqrt %4 : tensor<2x1x5x4xf32>
  %6 = aic.div %1, %5 : (tensor<2x3x5x4xf32>, tensor<2x1x5x4xf32>) -> tensor<2x3x5x4xf32>
  %7 = aic.mul %6, %w : (tensor<2x3x5x4xf32>, tensor<3x1x1xf32>) -> tensor<2x3x5x4xf32>
  %8 = aic.add %7, %b : (tensor<2x3x5x4xf32>, tensor<1x3x1x1xf32>) -> tensor<2x3x5x4xf32>
  return %8 : tensor<2x3x5x4xf32>
}

// Over the rows of an image: another axis.
// CHECK-LABEL: @rows
// CHECK-NOT: aic.layer_norm
// CHECK-NOT: aic.rms_norm
// CHECK: return
// REMARK: "the division by a root of a mean square is no norm: the mean is over axis 2, and not over the last axes or the channels"
func.func @rows(%x: tensor<2x3x5x4xf32>) -> tensor<2x3x5x4xf32> {
  %eps = aic.constant dense<1.0e-6> : tensor<f32>
  %2 = aic.mul %x, %x : (tensor<2x3x5x4xf32>, tensor<2x3x5x4xf32>) -> tensor<2x3x5x4xf32>
  %3 = aic.mean %2 {dims = array<i64: 2>, keepdim = true} : (tensor<2x3x5x4xf32>) -> tensor<2x3x1x4xf32>
  %4 = aic.add %3, %eps : (tensor<2x3x1x4xf32>, tensor<f32>) -> tensor<2x3x1x4xf32>
  %5 = aic.rsqrt %4 : tensor<2x3x1x4xf32>
  %6 = aic.mul %x, %5 : (tensor<2x3x5x4xf32>, tensor<2x3x1x4xf32>) -> tensor<2x3x5x4xf32>
  return %6 : tensor<2x3x5x4xf32>
}

// Activations, spelled out.
// RUN: aic-opt --aic-recognise-activations --canonicalize %s | FileCheck %s
// RUN: aic-opt --aic-recognise-activations --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @gelu
// CHECK-NEXT: %[[G:.*]] = aic.gelu %arg0 : tensor<5xf32>
// CHECK-NEXT: %[[H:.*]] = aic.gelu %arg0 : tensor<5xf32>
// CHECK-NEXT: return %[[G]], %[[H]]
// REMARK: recognise-activations.mlir:[[@LINE+9]]:{{.*}}[Passed]{{.*}}aic-recognise-activations{{.*}}"the operators up to this mul are gelu"
func.func @gelu(%x: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) {
  %root = aic.constant dense<1.41421354> : tensor<f32>
  %half = aic.constant dense<0.5> : tensor<f32>
  %one = aic.constant dense<1.0> : tensor<f32>
  %0 = aic.div %x, %root : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %1 = aic.erf %0 : tensor<5xf32>
  %2 = aic.add %1, %one : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %3 = aic.mul %x, %2 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %4 = aic.mul %3, %half : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %over = aic.constant dense<0.707106769> : tensor<5xf32>
  %5 = aic.mul %over, %x : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %6 = aic.erf %5 : tensor<5xf32>
  %7 = aic.add %one, %6 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  %8 = aic.mul %half, %7 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  %9 = aic.mul %8, %x : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %4, %9 : tensor<5xf32>, tensor<5xf32>
}

// GPT-2's, with a power; and with products, x in front of the bracket.
// CHECK-LABEL: @gelu_tanh
// CHECK-NEXT: %[[G:.*]] = aic.gelu %arg0 {tanh = true} : tensor<5xf32>
// CHECK-NEXT: %[[H:.*]] = aic.gelu %arg0 {tanh = true} : tensor<5xf32>
// CHECK-NEXT: return %[[G]], %[[H]]
func.func @gelu_tanh(%x: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) {
  %three = aic.constant dense<3.0> : tensor<f32>
  %c = aic.constant dense<0.044715> : tensor<f32>
  %r = aic.constant dense<0.79788456> : tensor<f32>
  %half = aic.constant dense<0.5> : tensor<f32>
  %one = aic.constant dense<1.0> : tensor<f32>
  %0 = aic.mul %x, %half : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %1 = aic.pow %x, %three : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %2 = aic.mul %1, %c : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %3 = aic.add %x, %2 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %4 = aic.mul %3, %r : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %5 = aic.tanh %4 : tensor<5xf32>
  %6 = aic.add %5, %one : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %7 = aic.mul %0, %6 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %8 = aic.mul %x, %r : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %9 = aic.mul %c, %x : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  %10 = aic.mul %9, %x : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %11 = aic.add %10, %one : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %12 = aic.mul %8, %11 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %13 = aic.tanh %12 : tensor<5xf32>
  %14 = aic.add %13, %one : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %15 = aic.mul %14, %0 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %7, %15 : tensor<5xf32>, tensor<5xf32>
}

// CHECK-LABEL: @silu
// CHECK-NEXT: %[[A:.*]] = aic.silu %arg0 : tensor<5xf32>
// CHECK-NEXT: %[[B:.*]] = aic.silu %arg0 : tensor<5xf32>
// CHECK-NEXT: return %[[A]], %[[B]]
func.func @silu(%x: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) {
  %one = aic.constant dense<1.0> : tensor<f32>
  %0 = aic.sigmoid %x : tensor<5xf32>
  %1 = aic.mul %0, %x : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %2 = aic.neg %x : tensor<5xf32>
  %3 = aic.exp %2 : tensor<5xf32>
  %4 = aic.add %3, %one : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %5 = aic.div %x, %4 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %1, %5 : tensor<5xf32>, tensor<5xf32>
}

// CHECK-LABEL: @hard
// CHECK-DAG: %[[A:.*]] = aic.hardswish %arg0 : tensor<5xf32>
// CHECK-DAG: %[[B:.*]] = aic.hardswish %arg0 : tensor<5xf32>
// CHECK-DAG: %[[C:.*]] = aic.hardsigmoid %arg0 : tensor<5xf32>
// CHECK: return %[[A]], %[[B]], %[[C]]
func.func @hard(%x: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>, tensor<5xf32>) {
  %three = aic.constant dense<3.0> : tensor<f32>
  %six = aic.constant dense<6.0> : tensor<f32>
  %0 = aic.add %x, %three : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %1 = aic.relu6 %0 : tensor<5xf32>
  %2 = aic.mul %x, %1 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %3 = aic.div %2, %six : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %4 = aic.clamp %0 min 0.0 max 6.0 : tensor<5xf32>
  %5 = aic.div %4, %six : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %6 = aic.mul %5, %x : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %3, %6, %5 : tensor<5xf32>, tensor<5xf32>, tensor<5xf32>
}

// CHECK-LABEL: @softmax
// CHECK-NEXT: %[[S:.*]] = aic.softmax %arg0 {dim = 0 : i64} : (tensor<5x4xf32>) -> tensor<5x4xf32>
// CHECK-NEXT: return %[[S]]
func.func @softmax(%x: tensor<5x4xf32>) -> tensor<5x4xf32> {
  %0 = aic.amax %x {dims = array<i64: 0>, keepdim = true} : (tensor<5x4xf32>) -> tensor<1x4xf32>
  %1 = aic.sub %x, %0 : (tensor<5x4xf32>, tensor<1x4xf32>) -> tensor<5x4xf32>
  %2 = aic.exp %1 : tensor<5x4xf32>
  %3 = aic.sum %2 {dims = array<i64: 0>, keepdim = true} : (tensor<5x4xf32>) -> tensor<1x4xf32>
  %4 = aic.div %2, %3 : (tensor<5x4xf32>, tensor<1x4xf32>) -> tensor<5x4xf32>
  return %4 : tensor<5x4xf32>
}

// Other constants, another operand, a shape that widens.
// CHECK-LABEL: @others
// CHECK-NOT: gelu
// CHECK-NOT: silu
// CHECK: return
// REMARK: recognise-activations.mlir:[[@LINE+4]]:{{.*}}[Missed]{{.*}}"erf is not part of a gelu: 0.5 * x * (1 + erf(x / sqrt(2)))"
func.func @others(%x: tensor<5xf32>, %y: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>, tensor<5x5xf32>) {
  %half = aic.constant dense<0.5> : tensor<f32>
  %one = aic.constant dense<1.0> : tensor<f32>
  %0 = aic.erf %x : tensor<5xf32>
  %1 = aic.add %0, %one : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %2 = aic.mul %x, %1 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %3 = aic.mul %2, %half : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %4 = aic.sigmoid %x : tensor<5xf32>
  %5 = aic.mul %y, %4 : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  %6 = aic.reshape %x : (tensor<5xf32>) -> tensor<5x1xf32>
  %7 = aic.mul %6, %4 : (tensor<5x1xf32>, tensor<5xf32>) -> tensor<5x5xf32>
  return %3, %5, %7 : tensor<5xf32>, tensor<5xf32>, tensor<5x5xf32>
}

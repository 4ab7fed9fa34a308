// Equal parameters and equal work merge; what nobody reads goes.
// RUN: aic-opt --canonicalize --cse %s | FileCheck %s

// CHECK-LABEL: @tied
// CHECK-NEXT: %[[W:.*]] = aic.constant dense_resource<tok.weight> : tensor<9x9xf32>
// CHECK-NEXT: %[[A:.*]] = aic.linear %arg0, %[[W]]
// CHECK-NEXT: %[[B:.*]] = aic.add %[[A]], %[[A]]
// CHECK-NEXT: return %[[B]]
func.func @tied(%x: tensor<3x9xf32>) -> tensor<3x9xf32> {
  %w = aic.constant dense_resource<"tok.weight"> : tensor<9x9xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %v = aic.constant dense_resource<"tok.weight"> : tensor<9x9xf32>
  %1 = aic.linear %x, %v : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %2 = aic.add %0, %1 : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  %3 = aic.exp %2 : tensor<3x9xf32>
  return %2 : tensor<3x9xf32>
}

// Other names are other parameters, and other attributes other work.
// CHECK-LABEL: @different
// CHECK-COUNT-2: aic.constant
// CHECK-COUNT-2: aic.softmax
func.func @different(%x: tensor<3x9xf32>) -> (tensor<3x9xf32>, tensor<3x9xf32>) {
  %w = aic.constant dense_resource<"a.weight"> : tensor<9xf32>
  %v = aic.constant dense_resource<"b.weight"> : tensor<9xf32>
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<3x9xf32>) -> tensor<3x9xf32>
  %1 = aic.softmax %x {dim = 1 : i64} : (tensor<3x9xf32>) -> tensor<3x9xf32>
  %2 = aic.mul %0, %w : (tensor<3x9xf32>, tensor<9xf32>) -> tensor<3x9xf32>
  %3 = aic.mul %1, %v : (tensor<3x9xf32>, tensor<9xf32>) -> tensor<3x9xf32>
  return %2, %3 : tensor<3x9xf32>, tensor<3x9xf32>
}

// Operators on constants are evaluated, inside bounds; others stay.
// RUN: aic-opt --aic-fold-constants --mlir-elide-resource-strings-if-larger=64 %s | FileCheck %s
// RUN: aic-opt --aic-fold-constants --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s
// RUN: aic-opt --aic-fold-constants=max-steps=10 %s | FileCheck --check-prefix=STEPS %s

// CHECK-LABEL: @chain
// CHECK-NEXT: %[[C:.*]] = aic.constant dense<[4.000000e+00, 6.000000e+00]> : tensor<2xf32>
// CHECK-NEXT: return %[[C]]
// One remark for the chain, at its end.
// REMARK: fold-constants.mlir:[[@LINE+5]]:{{.*}}[Passed]{{.*}}aic-fold-constants{{.*}}mul of constants is computed at compile time
func.func @chain() -> tensor<2xf32> {
  %0 = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %1 = aic.add %0, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %2 = aic.constant dense<[2.0, 1.5]> : tensor<2xf32>
  %3 = aic.mul %1, %2 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %3 : tensor<2xf32>
}

// Integers wrap in their own width.
// CHECK-LABEL: @integers
// CHECK-NEXT: %[[C:.*]] = aic.constant dense<-128> : tensor<i8>
func.func @integers() -> tensor<i8> {
  %0 = aic.constant dense<127> : tensor<i8>
  %1 = aic.constant dense<1> : tensor<i8>
  %2 = aic.add %0, %1 : (tensor<i8>, tensor<i8>) -> tensor<i8>
  return %2 : tensor<i8>
}

// A reshape of a parameter shares its bytes; a transpose makes new ones, under a name that says so.
// CHECK-LABEL: @parameter
// CHECK-DAG: %[[R:.*]] = aic.constant dense_resource<fc.weight> : tensor<18xf32>
// CHECK-DAG: %[[T:.*]] = aic.constant dense_resource<"fc.weight+transpose"> : tensor<9x2xf32>
// CHECK: return %[[R]], %[[T]]
func.func @parameter() -> (tensor<18xf32>, tensor<9x2xf32>) {
  %0 = aic.constant dense_resource<"fc.weight"> : tensor<2x9xf32>
  %1 = aic.reshape %0 : (tensor<2x9xf32>) -> tensor<18xf32>
  %2 = aic.transpose %0 {perm = array<i64: 1, 0>} : (tensor<2x9xf32>) -> tensor<9x2xf32>
  return %1, %2 : tensor<18xf32>, tensor<9x2xf32>
}

// Four million numbers from one: not worth four megabytes in the file.
// CHECK-LABEL: @expand
// CHECK: aic.expand
// REMARK: [Missed]{{.*}}expand of constants is left for the run: its result f32[1024, 1024] is 4194300 bytes bigger than its operands
func.func @expand() -> tensor<1024x1024xf32> {
  %0 = aic.constant dense<3.0> : tensor<f32>
  %1 = aic.expand %0 : (tensor<f32>) -> tensor<1024x1024xf32>
  return %1 : tensor<1024x1024xf32>
}

// CHECK-LABEL: @matmul
// CHECK-NEXT: aic.constant dense<1.200000e+01>
// STEPS-LABEL: @matmul
// STEPS: aic.matmul
func.func @matmul() -> tensor<3x3xf32> {
  %0 = aic.constant dense<2.0> : tensor<3x3xf32>
  %1 = aic.matmul %0, %0 : (tensor<3x3xf32>, tensor<3x3xf32>) -> tensor<3x3xf32>
  return %1 : tensor<3x3xf32>
}

// CHECK-LABEL: @one_operand_is_an_input
// CHECK: aic.add
func.func @one_operand_is_an_input(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %1 = aic.add %x, %0 : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// CHECK-LABEL: @no_data
// CHECK: aic.transpose
func.func @no_data() -> tensor<9x2xf32> {
  %0 = aic.constant dense_resource<"nowhere"> : tensor<2x9xf32>
  %1 = aic.transpose %0 {perm = array<i64: 1, 0>} : (tensor<2x9xf32>) -> tensor<9x2xf32>
  return %1 : tensor<9x2xf32>
}

// A causal mask that is made of ranges, as exporters spell it.
// CHECK-LABEL: @causal_mask
// CHECK-NEXT: %[[C:.*]] = aic.constant dense<{{\[\[}}0.000000e+00, 0xFF800000, 0xFF800000], [0.000000e+00, 0.000000e+00, 0xFF800000], [0.000000e+00, 0.000000e+00, 0.000000e+00{{\]\]}}> : tensor<3x3xf32>
// CHECK-NEXT: return %[[C]]
func.func @causal_mask() -> tensor<3x3xf32> {
  %0 = aic.constant dense<[[0], [1], [2]]> : tensor<3x1xi64>
  %1 = aic.constant dense<[0, 1, 2]> : tensor<3xi64>
  %2 = aic.compare ge %0, %1 : (tensor<3x1xi64>, tensor<3xi64>) -> tensor<3x3xi1>
  %3 = aic.constant dense<0.0> : tensor<f32>
  %4 = aic.constant dense<0xFF800000> : tensor<f32>
  %5 = aic.where %2, %3, %4 : (tensor<3x3xi1>, tensor<f32>, tensor<f32>) -> tensor<3x3xf32>
  return %5 : tensor<3x3xf32>
}

// The positions of a sequence are known: their rows of the table are too.
// CHECK-LABEL: @positions
// CHECK-NEXT: aic.constant dense<{{\[\[}}5.000000e+00, 6.000000e+00], [1.000000e+00, 2.000000e+00{{\]\]}}>
func.func @positions() -> tensor<2x2xf32> {
  %0 = aic.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>
  %1 = aic.constant dense<[2, 0]> : tensor<2xi64>
  %2 = aic.embedding %1, %0 : (tensor<2xi64>, tensor<3x2xf32>) -> tensor<2x2xf32>
  return %2 : tensor<2x2xf32>
}

// An index out of range is an error of the run, if it comes to that.
// CHECK-LABEL: @index_out_of_range
// CHECK: aic.take
// REMARK: [Missed]{{.*}}take of constants is left for the run: it cannot be evaluated
func.func @index_out_of_range() -> tensor<1xf32> {
  %0 = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %1 = aic.constant dense<[2]> : tensor<1xi64>
  %2 = aic.take %0, %1 {dim = 0} : (tensor<2xf32>, tensor<1xi64>) -> tensor<1xf32>
  return %2 : tensor<1xf32>
}

{-#
  dialect_resources: {
    builtin: {
      "fc.weight": "0x040000000000803F0000004000004040000080400000A0400000C0400000E04000000041000010410000803F0000004000004040000080400000A0400000C0400000E0400000004100001041"
    }
  }
#-}

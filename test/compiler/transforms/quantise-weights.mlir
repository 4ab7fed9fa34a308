// --precision: constant weights of products and lookups in 8 or 4 bits, by name.
// RUN: aic-opt --aic-quantise-weights="precision=int8;layer.?.fc=int4;keep*=f32" %s | FileCheck %s
// RUN: not aic-opt --aic-quantise-weights="precision=int8;nothing=int4" %s -o /dev/null 2>&1 | FileCheck --check-prefix=NONE %s
// NONE: no weight has a name that matches 'nothing'
// RUN: not aic-opt --aic-quantise-weights="precision=int9" %s -o /dev/null 2>&1 | FileCheck --check-prefix=TYPE %s
// TYPE: 'int9' is no type of weights: they are f32, f16, bf16, int8 and int4
// RUN: not aic-opt --aic-quantise-weights="precision=int8;x=" %s -o /dev/null 2>&1 | FileCheck --check-prefix=EMPTY %s
// EMPTY: '' is no type of weights

// RUN: aic-opt --aic-quantise-weights="precision=bf16;layer=f16;keep=f32" %s | FileCheck --check-prefix=HALF %s
// RUN: aic-opt --aic-quantise-weights="precision=bf16;layer=f16;keep=f32" --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=LARGE %s

// Halves, which products of f32 read as they are, and lookups cast; what f16 cannot hold is bf16.
// HALF-LABEL: @f
// HALF-DAG: %[[T:.*]] = aic.constant dense_resource<"table+bf16"> : tensor<2x4xbf16>
// HALF-DAG: %[[E:.*]] = aic.embedding %arg1, %[[T]] : (tensor<3xi64>, tensor<2x4xbf16>) -> tensor<3x4xbf16>
// HALF-DAG: aic.cast %[[E]] : (tensor<3x4xbf16>) -> tensor<3x4xf32>
// HALF-DAG: aic.linear %arg0, %{{.*}} : (tensor<3x4xf32>, tensor<2x4xbf16>) -> tensor<3x2xf32>
// HALF-DAG: aic.linear %{{.*}}, %{{.*}} : (tensor<3x2xf32>, tensor<4x2xf16>) -> tensor<3x4xf32>
// HALF-DAG: aic.matmul %{{.*}}, %{{.*}} : (tensor<3x4xf32>, tensor<4x2xf32>) -> tensor<3x2xf32>
// LARGE: 'layer.1.weight' is stored in bf16: its numbers are too large for f16

// Rows of one scale each; a matmul's weight is turned, and both read one table.
// CHECK-LABEL: @f
// CHECK: %[[Q:.*]] = aic.constant dense_resource<"table+int8"> : tensor<2x4xi8>
// CHECK: %[[S:.*]] = aic.constant dense_resource<"table+scale"> : tensor<2x1xf32>
// CHECK: %[[T:.*]] = aic.dequantize %[[Q]], %[[S]] : (tensor<2x4xi8>, tensor<2x1xf32>) -> tensor<2x4xf32>
// CHECK: aic.embedding %arg1, %[[T]]
// CHECK: %[[U:.*]] = aic.dequantize {{.*}} : (tensor<2x4xi8>, tensor<2x1xf32>) -> tensor<2x4xf32>
// CHECK: aic.linear %arg0, %[[U]] : (tensor<3x4xf32>, tensor<2x4xf32>) -> tensor<3x2xf32>
// CHECK: %[[F:.*]] = aic.dequantize {{.*}} {axis = 1 : i64, bits = 4 : i64, block = 32 : i64} : (tensor<4x1xi8>, tensor<4x1xf16>) -> tensor<4x2xf32>
// CHECK: aic.linear %{{.*}}, %[[F]] : (tensor<3x2xf32>, tensor<4x2xf32>) -> tensor<3x4xf32>
// CHECK: aic.matmul %{{.*}}, %{{.*}} : (tensor<3x4xf32>, tensor<4x2xf32>) -> tensor<3x2xf32>
// 1, 2, 3 and 4 of 4 over 127: 31.75, 63.5, 95.25 and 127, to the nearest, to even.
// CHECK: "table+int8": "0x4000000020405F7FC0810020"
func.func @f(%x: tensor<3x4xf32>, %ids: tensor<3xi64>) -> (tensor<3x4xf32>, tensor<3x2xf32>) {
  %table = aic.constant dense_resource<table> : tensor<2x4xf32>
  %fc = aic.constant dense_resource<"layer.0.fc.weight"> : tensor<2x4xf32>
  %keep = aic.constant dense_resource<"keep.weight"> : tensor<4x2xf32>
  %0 = aic.embedding %ids, %table : (tensor<3xi64>, tensor<2x4xf32>) -> tensor<3x4xf32>
  %1 = aic.linear %x, %table : (tensor<3x4xf32>, tensor<2x4xf32>) -> tensor<3x2xf32>
  %2 = aic.matmul %1, %fc : (tensor<3x2xf32>, tensor<2x4xf32>) -> tensor<3x4xf32>
  %3 = aic.matmul %2, %keep : (tensor<3x4xf32>, tensor<4x2xf32>) -> tensor<3x2xf32>
  return %0, %3 : tensor<3x4xf32>, tensor<3x2xf32>
}

// HALF-LABEL: @large
// HALF: aic.linear %arg0, %{{.*}} : (tensor<1x2xf32>, tensor<1x2xbf16>) -> tensor<1x1xf32>
func.func @large(%x: tensor<1x2xf32>) -> tensor<1x1xf32> {
  %w = aic.constant dense_resource<"layer.1.weight"> : tensor<1x2xf32>
  %0 = aic.linear %x, %w : (tensor<1x2xf32>, tensor<1x2xf32>) -> tensor<1x1xf32>
  return %0 : tensor<1x1xf32>
}

{-#
  dialect_resources: {
    builtin: {
      table: "0x040000000000803F000000400000404000008040000080BF000000C0000000000000003F",
      layer.1.weight: "0x040000000050C3470000803F",
      layer.0.fc.weight: "0x040000000000803F000000400000404000008040000080BF000000C0000000000000003F",
      keep.weight: "0x040000000000803F000000400000404000008040000080BF000000C0000000000000003F"
    }
  }
#-}

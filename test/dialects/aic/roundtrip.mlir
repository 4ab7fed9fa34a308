// Every operation, with and without its optional parts: printed, read, printed in the generic form, read again.
// RUN: aic-opt %s | aic-opt | FileCheck %s
// RUN: aic-opt --mlir-print-op-generic %s | aic-opt | FileCheck %s

// CHECK-LABEL: @constants
func.func @constants() -> (tensor<2xf32>, tensor<2x2xf32>, tensor<i64>) {
  // CHECK: aic.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>
  %0 = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  // CHECK: aic.constant dense_resource<layer1.0.conv1.weight> : tensor<2x2xf32>
  %1 = aic.constant dense_resource<"layer1.0.conv1.weight"> : tensor<2x2xf32>
  // CHECK: aic.constant {note = "kept"} dense<7> : tensor<i64>
  %2 = aic.constant {note = "kept"} dense<7> : tensor<i64>
  return %0, %1, %2 : tensor<2xf32>, tensor<2x2xf32>, tensor<i64>
}

// CHECK-LABEL: @fused
func.func @fused(%x: tensor<1x3x8x8xf32>, %w: tensor<4x3x1x1xf32>) -> tensor<1x4x8x8xf32> {
  // CHECK: aic.fused(%{{.*}}, %{{.*}}) : (tensor<1x3x8x8xf32>, tensor<4x3x1x1xf32>) -> tensor<1x4x8x8xf32> {
  // CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<1x3x8x8xf32>, %[[W:.*]]: tensor<4x3x1x1xf32>):
  // CHECK-NEXT: %[[C:.*]] = aic.conv2d %[[X]], %[[W]] :
  // CHECK-NEXT: %[[R:.*]] = aic.relu %[[C]] : tensor<1x4x8x8xf32>
  // CHECK-NEXT: aic.yield %[[R]] : tensor<1x4x8x8xf32>
  // CHECK-NEXT: }
  %0 = aic.fused(%x, %w) : (tensor<1x3x8x8xf32>, tensor<4x3x1x1xf32>) -> tensor<1x4x8x8xf32> {
  ^bb0(%a: tensor<1x3x8x8xf32>, %b: tensor<4x3x1x1xf32>):
    %1 = aic.conv2d %a, %b : (tensor<1x3x8x8xf32>, tensor<4x3x1x1xf32>) -> tensor<1x4x8x8xf32>
    %2 = aic.relu %1 : tensor<1x4x8x8xf32>
    aic.yield %2 : tensor<1x4x8x8xf32>
  }
  return %0 : tensor<1x4x8x8xf32>
}

// CHECK-LABEL: @windows
func.func @windows(%x: tensor<1x4x9x9xf32>, %w: tensor<6x2x3x3xf32>, %b: tensor<6xf32>, %y: tensor<1x9x9x4xf32>) {
  // CHECK: aic.conv2d %{{.*}}, %{{.*}} {groups = 2 : i64} : (tensor<1x4x9x9xf32>, tensor<6x2x3x3xf32>) -> tensor<1x6x7x7xf32>
  %0 = aic.conv2d %x, %w {groups = 2 : i64} : (tensor<1x4x9x9xf32>, tensor<6x2x3x3xf32>) -> tensor<1x6x7x7xf32>
  // CHECK: aic.conv2d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 2, 1>, groups = 2 : i64, layout = #aic.layout<nhwc>, padding = array<i64: 1, 2, 3, 4>, stride = array<i64: 2, 3>} : (tensor<1x9x9x4xf32>, tensor<6x2x3x3xf32>, tensor<6xf32>) -> tensor<1x5x5x6xf32>
  %1 = aic.conv2d %y, %w, %b {dilation = array<i64: 2, 1>, groups = 2 : i64, layout = #aic.layout<nhwc>, padding = array<i64: 1, 2, 3, 4>, stride = array<i64: 2, 3>} : (tensor<1x9x9x4xf32>, tensor<6x2x3x3xf32>, tensor<6xf32>) -> tensor<1x5x5x6xf32>
  // CHECK: aic.max_pool2d %{{.*}} {ceil_mode = true, dilation = array<i64: 2, 2>, kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x4x9x9xf32>) -> tensor<1x4x4x4xf32>
  %2 = aic.max_pool2d %x {ceil_mode = true, dilation = array<i64: 2, 2>, kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x4x9x9xf32>) -> tensor<1x4x4x4xf32>
  // CHECK: aic.max_pool2d_gradient %{{.*}}, %{{.*}} {ceil_mode = true, dilation = array<i64: 2, 2>, kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x4x9x9xf32>, tensor<1x4x4x4xf32>) -> tensor<1x4x9x9xf32>
  %6 = aic.max_pool2d_gradient %x, %2 {ceil_mode = true, dilation = array<i64: 2, 2>, kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x4x9x9xf32>, tensor<1x4x4x4xf32>) -> tensor<1x4x9x9xf32>
  // CHECK: aic.conv2d_weight_gradient %{{.*}}, %{{.*}} {dilation = array<i64: 2, 1>, kernel = array<i64: 3, 2>, layout = #aic.layout<nhwc>, padding = array<i64: 1, 2, 3, 4>, stride = array<i64: 2, 3>} : (tensor<1x9x9x4xf32>, tensor<1x4x4x4xf32>) -> tensor<4x3x2x4xf32>
  %7 = aic.conv2d_weight_gradient %y, %2 {dilation = array<i64: 2, 1>, kernel = array<i64: 3, 2>, layout = #aic.layout<nhwc>, padding = array<i64: 1, 2, 3, 4>, stride = array<i64: 2, 3>} : (tensor<1x9x9x4xf32>, tensor<1x4x4x4xf32>) -> tensor<4x3x2x4xf32>
  // CHECK: aic.avg_pool2d %{{.*}} {count_include_pad = false, kernel = array<i64: 2, 2>, layout = #aic.layout<nhwc>, stride = array<i64: 2, 2>} : (tensor<1x9x9x4xf32>) -> tensor<1x4x4x4xf32>
  %3 = aic.avg_pool2d %y {count_include_pad = false, kernel = array<i64: 2, 2>, layout = #aic.layout<nhwc>, stride = array<i64: 2, 2>} : (tensor<1x9x9x4xf32>) -> tensor<1x4x4x4xf32>
  // CHECK: aic.adaptive_avg_pool2d %{{.*}} {output_size = array<i64: 1, 2>} : (tensor<1x4x9x9xf32>) -> tensor<1x4x1x2xf32>
  %4 = aic.adaptive_avg_pool2d %x {output_size = array<i64: 1, 2>} : (tensor<1x4x9x9xf32>) -> tensor<1x4x1x2xf32>
  return
}

// CHECK-LABEL: @matrices
func.func @matrices(%a: tensor<2x3x4xf32>, %b: tensor<4x5xf32>, %w: tensor<6x4xf32>, %c: tensor<6xf32>, %v: tensor<3xf32>) {
  // CHECK: aic.matmul %{{.*}}, %{{.*}} : (tensor<2x3x4xf32>, tensor<4x5xf32>) -> tensor<2x3x5xf32>
  %0 = aic.matmul %a, %b : (tensor<2x3x4xf32>, tensor<4x5xf32>) -> tensor<2x3x5xf32>
  // CHECK: aic.linear %{{.*}}, %{{.*}} : (tensor<2x3x4xf32>, tensor<6x4xf32>) -> tensor<2x3x6xf32>
  %1 = aic.linear %a, %w : (tensor<2x3x4xf32>, tensor<6x4xf32>) -> tensor<2x3x6xf32>
  // CHECK: aic.linear %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3x4xf32>, tensor<6x4xf32>, tensor<6xf32>) -> tensor<2x3x6xf32>
  %2 = aic.linear %a, %w, %c : (tensor<2x3x4xf32>, tensor<6x4xf32>, tensor<6xf32>) -> tensor<2x3x6xf32>
  // CHECK: aic.batch_norm %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  %3 = aic.batch_norm %a, %v, %v : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  // CHECK: aic.batch_norm %{{.*}}, %{{.*}}, %{{.*}} weight %{{.*}} bias %{{.*}} {eps = 1.000000e-03 : f64}
  %4 = aic.batch_norm %a, %v, %v weight %v bias %v {eps = 1.0e-3 : f64} : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  // CHECK: aic.batch_norm %{{.*}}, %{{.*}}, %{{.*}} bias %{{.*}} : (
  %5 = aic.batch_norm %a, %v, %v bias %v : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  return
}

// CHECK-LABEL: @unary
func.func @unary(%x: tensor<2x3xf32>, %i: tensor<ui8>, %b: tensor<4xi1>) {
  // CHECK: aic.relu %{{.*}} : tensor<2x3xf32>
  %0 = aic.relu %x : tensor<2x3xf32>
  // CHECK: aic.relu6 %{{.*}} : tensor<2x3xf32>
  %1 = aic.relu6 %x : tensor<2x3xf32>
  // CHECK: aic.sigmoid %{{.*}} : tensor<2x3xf32>
  %2 = aic.sigmoid %x : tensor<2x3xf32>
  // CHECK: aic.tanh %{{.*}} : tensor<2x3xf32>
  %3 = aic.tanh %x : tensor<2x3xf32>
  // CHECK: aic.silu %{{.*}} : tensor<2x3xf32>
  %4 = aic.silu %x : tensor<2x3xf32>
  // CHECK: aic.exp %{{.*}} : tensor<2x3xf32>
  %5 = aic.exp %x : tensor<2x3xf32>
  // CHECK: aic.log %{{.*}} : tensor<2x3xf32>
  %6 = aic.log %x : tensor<2x3xf32>
  // CHECK: aic.sqrt %{{.*}} : tensor<2x3xf32>
  %7 = aic.sqrt %x : tensor<2x3xf32>
  // CHECK: aic.rsqrt %{{.*}} : tensor<2x3xf32>
  %8 = aic.rsqrt %x : tensor<2x3xf32>
  // CHECK: aic.erf %{{.*}} : tensor<2x3xf32>
  %9 = aic.erf %x : tensor<2x3xf32>
  // CHECK: aic.sin %{{.*}} : tensor<2x3xf32>
  %10 = aic.sin %x : tensor<2x3xf32>
  // CHECK: aic.cos %{{.*}} : tensor<2x3xf32>
  %11 = aic.cos %x : tensor<2x3xf32>
  // CHECK: aic.floor %{{.*}} : tensor<2x3xf32>
  %12 = aic.floor %x : tensor<2x3xf32>
  // CHECK: aic.ceil %{{.*}} : tensor<2x3xf32>
  %13 = aic.ceil %x : tensor<2x3xf32>
  // CHECK: aic.round %{{.*}} : tensor<2x3xf32>
  %14 = aic.round %x : tensor<2x3xf32>
  // CHECK: aic.abs %{{.*}} : tensor<ui8>
  %15 = aic.abs %i : tensor<ui8>
  // CHECK: aic.neg %{{.*}} : tensor<2x3xf32>
  %16 = aic.neg %x : tensor<2x3xf32>
  // CHECK: aic.sign %{{.*}} : tensor<ui8>
  %17 = aic.sign %i : tensor<ui8>
  // CHECK: aic.logical_not %{{.*}} : tensor<4xi1>
  %18 = aic.logical_not %b : tensor<4xi1>
  // CHECK: aic.clamp %{{.*}} min 0.000000e+00 max 6.000000e+00 : tensor<2x3xf32>
  %19 = aic.clamp %x min 0.0 max 6.0 : tensor<2x3xf32>
  // CHECK: aic.clamp %{{.*}} min -1.000000e+00 : tensor<2x3xf32>
  %20 = aic.clamp %x min -1.0 : tensor<2x3xf32>
  // CHECK: aic.clamp %{{.*}} max 1.000000e+00 : tensor<2x3xf32>
  %21 = aic.clamp %x max 1.0 : tensor<2x3xf32>
  // CHECK: aic.cast %{{.*}} : (tensor<4xi1>) -> tensor<4xbf16>
  %22 = aic.cast %b : (tensor<4xi1>) -> tensor<4xbf16>
  return
}

// CHECK-LABEL: @binary
func.func @binary(%x: tensor<2x3xf32>, %y: tensor<3xf32>, %i: tensor<2xi32>, %b: tensor<4xi1>) {
  // CHECK: aic.add %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %0 = aic.add %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: aic.sub %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %1 = aic.sub %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: aic.mul %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %2 = aic.mul %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: aic.div %{{.*}}, %{{.*}} : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  %3 = aic.div %i, %i : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  // CHECK: aic.floor_div %{{.*}}, %{{.*}} : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  %4 = aic.floor_div %i, %i : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  // CHECK: aic.rem %{{.*}}, %{{.*}} : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  %5 = aic.rem %i, %i : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  // CHECK: aic.pow %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %6 = aic.pow %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: aic.minimum %{{.*}}, %{{.*}} : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  %7 = aic.minimum %b, %b : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  // CHECK: aic.maximum %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %8 = aic.maximum %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // CHECK: aic.logical_and %{{.*}}, %{{.*}} : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  %9 = aic.logical_and %b, %b : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  // CHECK: aic.logical_or %{{.*}}, %{{.*}} : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  %10 = aic.logical_or %b, %b : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  // CHECK: aic.compare eq %{{.*}}, %{{.*}} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  %11 = aic.compare eq %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: aic.compare ne
  %12 = aic.compare ne %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: aic.compare lt
  %13 = aic.compare lt %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: aic.compare le
  %14 = aic.compare le %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: aic.compare gt
  %15 = aic.compare gt %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: aic.compare ge
  %16 = aic.compare ge %x, %y : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  // CHECK: aic.where %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %17 = aic.where %16, %x, %y : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return
}

// CHECK-LABEL: @reductions
func.func @reductions(%x: tensor<2x3x4xf32>, %i: tensor<2x3xi64>) {
  // CHECK: aic.sum %{{.*}} {dims = array<i64: 0, 1>} : (tensor<2x3xi64>) -> tensor<i64>
  %0 = aic.sum %i {dims = array<i64: 0, 1>} : (tensor<2x3xi64>) -> tensor<i64>
  // CHECK: aic.mean %{{.*}} {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4xf32>) -> tensor<2x1x4xf32>
  %1 = aic.mean %x {dims = array<i64: 1>, keepdim = true} : (tensor<2x3x4xf32>) -> tensor<2x1x4xf32>
  // CHECK: aic.amax %{{.*}} {dims = array<i64: 2>} : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  %2 = aic.amax %x {dims = array<i64: 2>} : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  // CHECK: aic.amin %{{.*}} {dims = array<i64>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %3 = aic.amin %x {dims = array<i64>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: aic.prod %{{.*}} {dims = array<i64: 0>} : (tensor<2x3xi64>) -> tensor<3xi64>
  %4 = aic.prod %i {dims = array<i64: 0>} : (tensor<2x3xi64>) -> tensor<3xi64>
  // CHECK: aic.softmax %{{.*}} {dim = 2 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %5 = aic.softmax %x {dim = 2 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  // CHECK: aic.log_softmax %{{.*}} {dim = 0 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %6 = aic.log_softmax %x {dim = 0 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return
}

// CHECK-LABEL: @shapes
func.func @shapes(%x: tensor<2x3x4xf32>, %y: tensor<1x4xf32>) {
  // CHECK: aic.reshape %{{.*}} : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
  %0 = aic.reshape %x : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
  // CHECK: aic.transpose %{{.*}} {perm = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  %1 = aic.transpose %x {perm = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  // CHECK: aic.expand %{{.*}} : (tensor<1x4xf32>) -> tensor<2x5x4xf32>
  %2 = aic.expand %y : (tensor<1x4xf32>) -> tensor<2x5x4xf32>
  // CHECK: aic.concat %{{.*}}, %{{.*}} {dim = 0 : i64} : (tensor<6x4xf32>, tensor<1x4xf32>) -> tensor<7x4xf32>
  %3 = aic.concat %0, %y {dim = 0 : i64} : (tensor<6x4xf32>, tensor<1x4xf32>) -> tensor<7x4xf32>
  // CHECK: aic.slice %{{.*}} {offsets = array<i64: 0, 2, 1>, sizes = array<i64: 2, 3, 2>, strides = array<i64: 1, -1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x2xf32>
  %4 = aic.slice %x {offsets = array<i64: 0, 2, 1>, sizes = array<i64: 2, 3, 2>, strides = array<i64: 1, -1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x2xf32>
  // CHECK: aic.pad %{{.*}} {high = array<i64: 1, 0, 2>, low = array<i64: 0, 1, 2>, value = 1.000000e+00 : f64} : (tensor<2x3x4xf32>) -> tensor<3x4x8xf32>
  %5 = aic.pad %x {high = array<i64: 1, 0, 2>, low = array<i64: 0, 1, 2>, value = 1.0 : f64} : (tensor<2x3x4xf32>) -> tensor<3x4x8xf32>
  // CHECK: aic.pad %{{.*}} {high = array<i64: 0, 0, 3>, low = array<i64: 0, 0, 3>, mode = #aic.pad_mode<reflect>} : (tensor<2x3x4xf32>) -> tensor<2x3x10xf32>
  %6 = aic.pad %x {high = array<i64: 0, 0, 3>, low = array<i64: 0, 0, 3>, mode = #aic.pad_mode<reflect>} : (tensor<2x3x4xf32>) -> tensor<2x3x10xf32>
  // CHECK: aic.pad %{{.*}} {high = array<i64: 5, 0, 0>, low = array<i64: 5, 0, 0>, mode = #aic.pad_mode<replicate>} : (tensor<2x3x4xf32>) -> tensor<12x3x4xf32>
  %7 = aic.pad %x {high = array<i64: 5, 0, 0>, low = array<i64: 5, 0, 0>, mode = #aic.pad_mode<replicate>} : (tensor<2x3x4xf32>) -> tensor<12x3x4xf32>
  return
}

// The parameter of @constants.
// CHECK: layer1.0.conv1.weight: "0x400000000000803F000000400000404000008040"
{-#
  dialect_resources: {
    builtin: {
      "layer1.0.conv1.weight": "0x400000000000803F000000400000404000008040"
    }
  }
#-}

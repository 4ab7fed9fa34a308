// Indices, attention, recurrence, the normalisations and activations of sequences, and the convolutions beside
// conv2d: printed, read, printed in the generic form, read again.
// RUN: aic-opt %s | aic-opt | FileCheck %s
// RUN: aic-opt --mlir-print-op-generic %s | aic-opt | FileCheck %s

// CHECK-LABEL: @activations
func.func @activations(%x: tensor<2x3xf32>) {
  // CHECK: aic.hardswish %{{.*}} : tensor<2x3xf32>
  %0 = aic.hardswish %x : tensor<2x3xf32>
  // CHECK: aic.hardsigmoid %{{.*}} : tensor<2x3xf32>
  %1 = aic.hardsigmoid %x : tensor<2x3xf32>
  // CHECK: aic.gelu %{{.*}} : tensor<2x3xf32>
  %2 = aic.gelu %x : tensor<2x3xf32>
  // CHECK: aic.gelu %{{.*}} {tanh = true} : tensor<2x3xf32>
  %3 = aic.gelu %x {tanh = true} : tensor<2x3xf32>
  // CHECK: aic.leaky_relu %{{.*}} : tensor<2x3xf32>
  %4 = aic.leaky_relu %x : tensor<2x3xf32>
  // CHECK: aic.leaky_relu %{{.*}} {negative_slope = 2.000000e-01 : f64} : tensor<2x3xf32>
  %5 = aic.leaky_relu %x {negative_slope = 0.2 : f64} : tensor<2x3xf32>
  // CHECK: aic.elu %{{.*}} {alpha = 5.000000e-01 : f64} : tensor<2x3xf32>
  %6 = aic.elu %x {alpha = 0.5 : f64} : tensor<2x3xf32>
  // CHECK: aic.softplus %{{.*}} {beta = 2.000000e+00 : f64, threshold = 1.000000e+01 : f64} : tensor<2x3xf32>
  %7 = aic.softplus %x {beta = 2.0 : f64, threshold = 10.0 : f64} : tensor<2x3xf32>
  return
}

// CHECK-LABEL: @windows
func.func @windows(%x: tensor<2x4x9xf32>, %w: tensor<6x2x3xf32>, %b: tensor<6xf32>, %y: tensor<1x4x5x7xf32>, %v: tensor<4x3x3x2xf32>, %z: tensor<1x5x7x4xf32>) {
  // CHECK: aic.conv1d %{{.*}}, %{{.*}} {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  %0 = aic.conv1d %x, %w {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  // CHECK: aic.conv1d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 2>, groups = 2 : i64, padding = array<i64: 1, 2>, stride = array<i64: 2>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  %1 = aic.conv1d %x, %w, %b {dilation = array<i64: 2>, groups = 2 : i64, padding = array<i64: 1, 2>, stride = array<i64: 2>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.conv_transpose2d %{{.*}}, %{{.*}} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  %2 = aic.conv_transpose2d %y, %v : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  // CHECK: aic.conv_transpose2d %{{.*}}, %{{.*}}, %{{.*}} {dilation = array<i64: 2, 1>, groups = 2 : i64, output_padding = array<i64: 1, 0>, padding = array<i64: 1, 0, 0, 1>, stride = array<i64: 2, 3>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>, tensor<6xf32>) -> tensor<1x6x13x19xf32>
  %3 = aic.conv_transpose2d %y, %v, %b {dilation = array<i64: 2, 1>, groups = 2 : i64, output_padding = array<i64: 1, 0>, padding = array<i64: 1, 0, 0, 1>, stride = array<i64: 2, 3>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>, tensor<6xf32>) -> tensor<1x6x13x19xf32>
  // CHECK: aic.interpolate %{{.*}} {output_size = array<i64: 3, 14>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x14xf32>
  %4 = aic.interpolate %y {output_size = array<i64: 3, 14>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x14xf32>
  // CHECK: aic.interpolate %{{.*}} {align_corners = true, layout = #aic.layout<nhwc>, mode = #aic.resize_mode<bilinear>, output_size = array<i64: 3, 14>} : (tensor<1x5x7x4xf32>) -> tensor<1x3x14x4xf32>
  %5 = aic.interpolate %z {align_corners = true, layout = #aic.layout<nhwc>, mode = #aic.resize_mode<bilinear>, output_size = array<i64: 3, 14>} : (tensor<1x5x7x4xf32>) -> tensor<1x3x14x4xf32>
  // CHECK: aic.interpolate %{{.*}} {output_size = array<i64: 7, 14>, scales = array<f64: 1.500000e+00, 2.000000e+00>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x7x14xf32>
  %6 = aic.interpolate %y {output_size = array<i64: 7, 14>, scales = array<f64: 1.5, 2.0>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x7x14xf32>
  return
}

// CHECK-LABEL: @normalisation
func.func @normalisation(%x: tensor<2x6x4xf32>, %w: tensor<4xf32>, %v: tensor<6x4xf32>, %c: tensor<6xf32>) {
  // CHECK: aic.layer_norm %{{.*}} : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  %0 = aic.layer_norm %x : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.layer_norm %{{.*}} weight %{{.*}} bias %{{.*}} {axes = 2 : i64, eps = 1.000000e-03 : f64} : (tensor<2x6x4xf32>, tensor<6x4xf32>, tensor<6x4xf32>) -> tensor<2x6x4xf32>
  %1 = aic.layer_norm %x weight %v bias %v {axes = 2 : i64, eps = 1.0e-3 : f64} : (tensor<2x6x4xf32>, tensor<6x4xf32>, tensor<6x4xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.layer_norm %{{.*}} bias %{{.*}} : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  %2 = aic.layer_norm %x bias %w : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.rms_norm %{{.*}} : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  %3 = aic.rms_norm %x : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.rms_norm %{{.*}} weight %{{.*}} {eps = 1.000000e-03 : f64} : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  %4 = aic.rms_norm %x weight %w {eps = 1.0e-3 : f64} : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.group_norm %{{.*}} weight %{{.*}} bias %{{.*}} {num_groups = 3 : i64} : (tensor<2x6x4xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  %5 = aic.group_norm %x weight %c bias %c {num_groups = 3 : i64} : (tensor<2x6x4xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  // CHECK: aic.group_norm %{{.*}} bias %{{.*}} {layout = #aic.layout<nhwc>, num_groups = 2 : i64} : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  %6 = aic.group_norm %x bias %w {layout = #aic.layout<nhwc>, num_groups = 2 : i64} : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  return
}

// CHECK-LABEL: @indices
func.func @indices(%ids: tensor<2x3xi64>, %short: tensor<i32>, %table: tensor<7x4xf16>, %x: tensor<2x5xi1>) {
  // CHECK: aic.embedding %{{.*}}, %{{.*}} : (tensor<2x3xi64>, tensor<7x4xf16>) -> tensor<2x3x4xf16>
  %0 = aic.embedding %ids, %table : (tensor<2x3xi64>, tensor<7x4xf16>) -> tensor<2x3x4xf16>
  // CHECK: aic.embedding %{{.*}}, %{{.*}} : (tensor<i32>, tensor<7x4xf16>) -> tensor<4xf16>
  %1 = aic.embedding %short, %table : (tensor<i32>, tensor<7x4xf16>) -> tensor<4xf16>
  // CHECK: aic.gather %{{.*}}, %{{.*}} {dim = 1 : i64} : (tensor<2x5xi1>, tensor<2x3xi64>) -> tensor<2x3xi1>
  %2 = aic.gather %x, %ids {dim = 1 : i64} : (tensor<2x5xi1>, tensor<2x3xi64>) -> tensor<2x3xi1>
  // CHECK: aic.take %{{.*}}, %{{.*}} {dim = 1 : i64} : (tensor<7x4xf16>, tensor<2x3xi64>) -> tensor<7x2x3xf16>
  %3 = aic.take %table, %ids {dim = 1 : i64} : (tensor<7x4xf16>, tensor<2x3xi64>) -> tensor<7x2x3xf16>
  // CHECK: aic.take %{{.*}}, %{{.*}} {dim = 0 : i64} : (tensor<7x4xf16>, tensor<i32>) -> tensor<4xf16>
  %4 = aic.take %table, %short {dim = 0 : i64} : (tensor<7x4xf16>, tensor<i32>) -> tensor<4xf16>
  // CHECK: aic.one_hot %{{.*}} {num_classes = 9 : i64} : (tensor<2x3xi64>) -> tensor<2x3x9xi64>
  %5 = aic.one_hot %ids {num_classes = 9 : i64} : (tensor<2x3xi64>) -> tensor<2x3x9xi64>
  // CHECK: aic.scatter %{{.*}}, %{{.*}}, %{{.*}} {dim = 1 : i64} : (tensor<2x3xi64>, tensor<2x3xi64>, tensor<2x3xi64>) -> tensor<2x3xi64>
  %s = aic.scatter %ids, %ids, %ids {dim = 1 : i64} : (tensor<2x3xi64>, tensor<2x3xi64>, tensor<2x3xi64>) -> tensor<2x3xi64>
  // CHECK: aic.scatter %{{.*}}, %{{.*}}, %{{.*}} {dim = 0 : i64, reduction = #aic.scatter_reduction<max>} :
  %r = aic.scatter %ids, %ids, %ids {dim = 0 : i64, reduction = #aic.scatter_reduction<max>} : (tensor<2x3xi64>, tensor<2x3xi64>, tensor<2x3xi64>) -> tensor<2x3xi64>
  // CHECK: aic.topk %{{.*}} {dim = 1 : i64, k = 2 : i64, largest = false} : (tensor<2x3xi64>) -> (tensor<2x2xi64>, tensor<2x2xi64>)
  %k:2 = aic.topk %ids {dim = 1 : i64, k = 2 : i64, largest = false} : (tensor<2x3xi64>) -> (tensor<2x2xi64>, tensor<2x2xi64>)
  // CHECK: aic.argmax %{{.*}} : (tensor<2x3xi64>) -> tensor<i64>
  %6 = aic.argmax %ids : (tensor<2x3xi64>) -> tensor<i64>
  // CHECK: aic.argmax %{{.*}} {keepdim = true} : (tensor<2x3xi64>) -> tensor<1x1xi64>
  %7 = aic.argmax %ids {keepdim = true} : (tensor<2x3xi64>) -> tensor<1x1xi64>
  // CHECK: aic.argmax %{{.*}} {dim = 0 : i64} : (tensor<7x4xf16>) -> tensor<4xi64>
  %8 = aic.argmax %table {dim = 0 : i64} : (tensor<7x4xf16>) -> tensor<4xi64>
  return
}

// CHECK-LABEL: @attention
func.func @attention(%q: tensor<2x3x5x4xf32>, %k: tensor<2x3x7x4xf32>, %v: tensor<2x3x7x6xf32>, %m: tensor<2x1x1x7xi1>, %a: tensor<5x7xf32>) {
  // CHECK: aic.attention %{{.*}}, %{{.*}}, %{{.*}} {scale = 5.000000e-01 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>) -> tensor<2x3x5x6xf32>
  %0 = aic.attention %q, %k, %v {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>) -> tensor<2x3x5x6xf32>
  // CHECK: aic.attention %{{.*}}, %{{.*}}, %{{.*}} mask %{{.*}} {causal = true, scale = 1.000000e+00 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<2x1x1x7xi1>) -> tensor<2x3x5x6xf32>
  %1 = aic.attention %q, %k, %v mask %m {causal = true, scale = 1.0 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<2x1x1x7xi1>) -> tensor<2x3x5x6xf32>
  // CHECK: aic.attention %{{.*}}, %{{.*}}, %{{.*}} mask %{{.*}} {scale = 1.000000e+00 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<5x7xf32>) -> tensor<2x3x5x6xf32>
  %2 = aic.attention %q, %k, %v mask %a {scale = 1.0 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<5x7xf32>) -> tensor<2x3x5x6xf32>
  return
}

// CHECK-LABEL: @recurrence
func.func @recurrence(%x: tensor<2x5x3xf32>, %s: tensor<2x4xf32>, %li: tensor<16x3xf32>, %lh: tensor<16x4xf32>, %lb: tensor<16xf32>, %gi: tensor<12x3xf32>, %gh: tensor<12x4xf32>, %gb: tensor<12xf32>, %ri: tensor<4x3xf32>, %rh: tensor<4x4xf32>, %rb: tensor<4xf32>, %lp: tensor<2x5x16xf32>, %gp: tensor<2x5x12xf32>, %rp: tensor<2x5x4xf32>) {
  // CHECK: aic.lstm %{{.*}}, %{{.*}}, %{{.*}} : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  %0:3 = aic.lstm %x, %li, %lh : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.lstm %{{.*}}, %{{.*}}, %{{.*}} b_ih %{{.*}} b_hh %{{.*}} h0 %{{.*}} c0 %{{.*}} {reverse = true} : (
  %1:3 = aic.lstm %x, %li, %lh b_ih %lb b_hh %lb h0 %s c0 %s {reverse = true} : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>, tensor<16xf32>, tensor<16xf32>, tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.lstm %{{.*}}, %{{.*}}, %{{.*}} b_hh %{{.*}} c0 %{{.*}} : (
  %2:3 = aic.lstm %x, %li, %lh b_hh %lb c0 %s : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>, tensor<16xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.gru %{{.*}}, %{{.*}}, %{{.*}} b_ih %{{.*}} b_hh %{{.*}} h0 %{{.*}} : (
  %3:2 = aic.gru %x, %gi, %gh b_ih %gb b_hh %gb h0 %s : (tensor<2x5x3xf32>, tensor<12x3xf32>, tensor<12x4xf32>, tensor<12xf32>, tensor<12xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.rnn %{{.*}}, %{{.*}}, %{{.*}} b_ih %{{.*}} {relu = true, reverse = true} : (
  %4:2 = aic.rnn %x, %ri, %rh b_ih %rb {relu = true, reverse = true} : (tensor<2x5x3xf32>, tensor<4x3xf32>, tensor<4x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.recurrence lstm %{{.*}}, %{{.*}} h0 %{{.*}} c0 %{{.*}} : (tensor<2x5x16xf32>, tensor<16x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  %5:3 = aic.recurrence lstm %lp, %lh h0 %s c0 %s : (tensor<2x5x16xf32>, tensor<16x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.recurrence gru %{{.*}}, %{{.*}} b_n %{{.*}} {reverse = true} : (tensor<2x5x12xf32>, tensor<12x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  %6:2 = aic.recurrence gru %gp, %gh b_n %rb {reverse = true} : (tensor<2x5x12xf32>, tensor<12x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.recurrence rnn_tanh %{{.*}}, %{{.*}} : (tensor<2x5x4xf32>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  %7:2 = aic.recurrence rnn_tanh %rp, %rh : (tensor<2x5x4xf32>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  // CHECK: aic.recurrence rnn_relu %{{.*}}, %{{.*}} h0 %{{.*}} : (
  %8:2 = aic.recurrence rnn_relu %rp, %rh h0 %s : (tensor<2x5x4xf32>, tensor<4x4xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

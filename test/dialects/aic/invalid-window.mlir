// A negative test for every numbered constraint of convolution and pooling.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%x: tensor<3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{conv2d: x is f32[3, 24, 24], weight is f32[32, 3, 3, 3]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x27xf32>) {
  // expected-error@+2 {{the weight needs 4 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<1x3x24x24xf32>, tensor<32x27xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf16>) {
  // expected-error@+2 {{conv2d: x is f32[1, 3, 24, 24], weight is f16[32, 3, 3, 3]: weight is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf16>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>, %b: tensor<32xf64>) {
  // expected-error@+2 {{bias is f64, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w, %b : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>, tensor<32xf64>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{stride is [1]: it takes 2 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {stride = array<i64: 1>} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{stride is [0, 1]: each value is at least 1 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {stride = array<i64: 0, 1>} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{stride is [1, 2147483648]: each value is at least 1 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {stride = array<i64: 1, 2147483648>} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{padding is [1, 1]: it takes 4 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1>} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{padding is [0, 0, -1, 0]: each value is at least 0 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {padding = array<i64: 0, 0, -1, 0>} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{dilation is [1, -1]: each value is at least 1 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {dilation = array<i64: 1, -1>} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{groups is 0: it is at least 1 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {groups = 0 : i64} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{groups is -9223372036854775808: it is at least 1 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {groups = -9223372036854775808 : i64} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x4x3x3xf32>) {
  // expected-error@+2 {{conv2d: x is f32[1, 3, 24, 24], weight is f32[32, 4, 3, 3]: the weight expects 4 input channels, x has 3 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<1x3x24x24xf32>, tensor<32x4x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x24x24x4xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{the weight expects 3 input channels, x has 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x24x24x4xf32>, tensor<32x3x3x3xf32>) -> tensor<1x24x24x4xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{the weight expects 3 input channels in each of 2 groups, x has 3 in all [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {groups = 2 : i64} : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x9x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{the weight's 32 output channels do not divide into 3 groups [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {groups = 3 : i64} : (tensor<1x9x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x9x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>, %b: tensor<31xf32>) {
  // expected-error@+2 {{bias is f32[31]: the bias needs the shape [32] [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w, %b : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>, tensor<31xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>, %b: tensor<1x32xf32>) {
  // expected-error@+2 {{bias is f32[1, 32]: the bias needs the shape [32] [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w, %b : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>, tensor<1x32xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x2xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{width: a window of 3 with dilation 1 does not fit 2 elements padded by 0 and 0 [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<1x3x24x2xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x24x2xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x3x9xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{height: a window of 3 with dilation 2 does not fit 3 elements padded by 1 and 0 [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {dilation = array<i64: 2, 2>, padding = array<i64: 1, 0, 0, 0>} : (tensor<1x3x3x9xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x3x9xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x0x9xf32>, %w: tensor<32x3x3x3xf32>) {
  // expected-error@+2 {{height: the input is empty [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {padding = array<i64: 9, 9, 9, 9>} : (tensor<1x3x0x9xf32>, tensor<32x3x3x3xf32>) -> tensor<1x3x0x9xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x0xf32>) {
  // expected-error@+2 {{width: the window is empty [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<1x3x24x24xf32>, tensor<32x3x3x0xf32>) -> tensor<1x3x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<1x1x1x1xf32>, %w: tensor<1x1x1x1099511627776xf32>) {
  // Nothing wraps.
  // expected-error@+2 {{width: a window of 1099511627776 with dilation 2147483647 does not fit 1 elements padded by 0 and 0 [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {dilation = array<i64: 2147483647, 2147483647>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1099511627776xf32>) -> tensor<1x1x1x1xf32>
  return
}

// -----

func.func @f(%x: tensor<1x1x1x1xf32>, %w: tensor<2147483647x1x1x1xf32>) {
  // expected-error@+2 {{the result would be f32[1, 2147483647, 4294967295, 1], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w {padding = array<i64: 2147483647, 0, 2147483647, 0>} : (tensor<1x1x1x1xf32>, tensor<2147483647x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x24x24xf32>, %w: tensor<32x3x3x3xf32>) {
  // A result that is not the inferred one.
  // expected-error@+2 {{inferred type(s) 'tensor<1x32x22x22xf32>' are incompatible with return type(s) of operation 'tensor<1x32x24x24xf32>'}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d %x, %w : (tensor<1x3x24x24xf32>, tensor<32x3x3x3xf32>) -> tensor<1x32x24x24xf32>
  return
}

// -----

func.func @f(%x: tensor<3x8x8xf32>) {
  // expected-error@+2 {{max_pool2d: x is f32[3, 8, 8]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>} : (tensor<3x8x8xf32>) -> tensor<3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{kernel_size is [3]: it takes 2 values [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{kernel_size is [3, 0]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 0>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{stride is [0, 1]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 0, 1>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{dilation is [1, 0]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {dilation = array<i64: 1, 0>, kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{padding is [0, -1, 0, 0]: each value is at least 0 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, padding = array<i64: 0, -1, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{padding [0, 2, 0, 0] is more than half of the kernel [3, 3] [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, padding = array<i64: 0, 2, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{padding [0, 1, 2, 1] is more than half of the kernel [2, 3] [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 2, 3>, padding = array<i64: 0, 1, 2, 1>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x2xf32>) {
  // expected-error@+2 {{width: a window of 3 with dilation 1 does not fit 2 elements padded by 0 and 0 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>} : (tensor<1x3x8x2xf32>) -> tensor<1x3x8x2xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x0x2xf32>) {
  // expected-error@+2 {{height: the input is empty [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x3x0x2xf32>) -> tensor<1x3x0x2xf32>
  return
}

// -----

func.func @f(%x: tensor<3x8x8xf32>) {
  // expected-error@+2 {{avg_pool2d: x is f32[3, 8, 8]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>} : (tensor<3x8x8xf32>) -> tensor<3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{kernel_size is [3]: it takes 2 values [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{kernel_size is [3, 0]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 0>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{stride is [0, 1]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 0, 1>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{padding is [0, -1, 0, 0]: each value is at least 0 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 3>, padding = array<i64: 0, -1, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{padding [0, 2, 0, 0] is more than half of the kernel [3, 3] [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 3>, padding = array<i64: 0, 2, 0, 0>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{padding [0, 1, 2, 1] is more than half of the kernel [2, 3] [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 2, 3>, padding = array<i64: 0, 1, 2, 1>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x2xf32>) {
  // expected-error@+2 {{width: a window of 3 with dilation 1 does not fit 2 elements padded by 0 and 0 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>} : (tensor<1x3x8x2xf32>) -> tensor<1x3x8x2xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x0x2xf32>) {
  // expected-error@+2 {{height: the input is empty [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.avg_pool2d %x {kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x3x0x2xf32>) -> tensor<1x3x0x2xf32>
  return
}

// -----

func.func @f(%x: tensor<3x8x8xf32>) {
  // expected-error@+2 {{adaptive_avg_pool2d: x is f32[3, 8, 8]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.adaptive_avg_pool2d %x {output_size = array<i64: 1, 1>} : (tensor<3x8x8xf32>) -> tensor<3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{output_size is [1]: it takes 2 values [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.adaptive_avg_pool2d %x {output_size = array<i64: 1>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{output_size is [1, 0]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.adaptive_avg_pool2d %x {output_size = array<i64: 1, 0>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x0x8xf32>) {
  // expected-error@+2 {{there is nothing to take the mean of: height or width is 0 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.adaptive_avg_pool2d %x {output_size = array<i64: 1, 1>} : (tensor<1x3x0x8xf32>) -> tensor<1x3x0x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>) {
  // expected-error@+2 {{the result would be f32[1, 3, 2147483647, 2147483647], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.adaptive_avg_pool2d %x {output_size = array<i64: 2147483647, 2147483647>} : (tensor<1x3x8x8xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<3x9x9xf32>, %g: tensor<1x5x7x7xf32>) {
  // expected-error@+2 {{conv2d_weight_gradient: x is f32[3, 9, 9], gradient is f32[1, 5, 7, 7]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>} : (tensor<3x9x9xf32>, tensor<1x5x7x7xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x9x9xf32>, %g: tensor<5x7x7xf32>) {
  // expected-error@+2 {{the gradient needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>} : (tensor<1x3x9x9xf32>, tensor<5x7x7xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x9x9xf32>, %g: tensor<1x5x7x7xf64>) {
  // expected-error@+2 {{gradient is f64, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>} : (tensor<1x3x9x9xf32>, tensor<1x5x7x7xf64>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x9x9xf32>, %g: tensor<1x5x7x7xf32>) {
  // expected-error@+2 {{kernel is [3]: it takes 2 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3>} : (tensor<1x3x9x9xf32>, tensor<1x5x7x7xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x9x9xf32>, %g: tensor<1x5x7x7xf32>) {
  // expected-error@+2 {{stride is [0, 1]: each value is at least 1 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>, stride = array<i64: 0, 1>} : (tensor<1x3x9x9xf32>, tensor<1x5x7x7xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3x9x9xf32>, %g: tensor<1x5x7x7xf32>) {
  // expected-error@+2 {{they have different numbers of images [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>} : (tensor<2x3x9x9xf32>, tensor<1x5x7x7xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x9x9xf32>, %g: tensor<1x5x7x8xf32>) {
  // expected-error@+2 {{the gradient has 8 windows along an axis where x has 7 [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>} : (tensor<1x3x9x9xf32>, tensor<1x5x7x8xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x2x9xf32>, %g: tensor<1x5x1x7xf32>) {
  // expected-error@+2 {{height: a window of 3 with dilation 1 does not fit 2 elements padded by 0 and 0 [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>} : (tensor<1x3x2x9xf32>, tensor<1x5x1x7xf32>) -> tensor<5x3x3x3xf32>
  return
}

// -----

func.func @f(%x: tensor<3x8x8xf32>, %g: tensor<3x4x4xf32>) {
  // expected-error@+2 {{x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d_gradient %x, %g {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<3x8x8xf32>, tensor<3x4x4xf32>) -> tensor<3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>, %g: tensor<1x3x4x5xf32>) {
  // expected-error@+2 {{max_pool2d_gradient: x is f32[1, 3, 8, 8], gradient is f32[1, 3, 4, 5]: the gradient needs the type of the pooling's result, f32[1, 3, 4, 4] [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d_gradient %x, %g {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>, tensor<1x3x4x5xf32>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3x8x8xf32>, %g: tensor<1x3x4x4xf64>) {
  // expected-error@+2 {{the gradient needs the type of the pooling's result, f32[1, 3, 4, 4] [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.max_pool2d_gradient %x, %g {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<1x3x8x8xf32>, tensor<1x3x4x4xf64>) -> tensor<1x3x8x8xf32>
  return
}

// -----

func.func @f(%x: tensor<7x3xf32>, %g: tensor<1x5x7x7xf32>) {
  // expected-error@+2 {{the gradient needs 2 axes as x, it has 4 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 1, 1>} : (tensor<7x3xf32>, tensor<1x5x7x7xf32>) -> tensor<5x3xf32>
  return
}

// -----

func.func @f(%x: tensor<7x3xf32>, %g: tensor<7x5xf32>) {
  // expected-error@+2 {{of rank 2 they have no windows but of one element [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 1, 2>} : (tensor<7x3xf32>, tensor<7x5xf32>) -> tensor<5x3xf32>
  return
}

// -----

func.func @f(%x: tensor<7x3xf32>, %g: tensor<8x5xf32>) {
  // expected-error@+2 {{they have different numbers of rows [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 1, 1>} : (tensor<7x3xf32>, tensor<8x5xf32>) -> tensor<5x3xf32>
  return
}

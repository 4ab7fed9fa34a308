// What no kernel can be made of is said at its place.
// RUN: aic-opt --aic-form-kernels --split-input-file --verify-diagnostics %s

// expected-error@below {{expected a model, found no function}}
module {}

// -----

// expected-error@below {{a model is one block}}
func.func private @f(tensor<4xf32>)

// -----

// expected-error@below {{a model takes and returns tensors of static shape}}
func.func @f(%x: memref<4xf32>) {
  return
}

// -----

func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error@below {{only operations of the aic dialect can become kernels}}
  %0 = math.exp %x : tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @f(%x: tensor<1x3x4x4xf32>) -> tensor<1x3x2x2xf32> {
  // expected-error@below {{convolution and pooling have kernels for the layout nhwc alone}}
  %0 = aic.max_pool2d %x {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<1x3x4x4xf32>) -> tensor<1x3x2x2xf32>
  return %0 : tensor<1x3x2x2xf32>
}

// -----

// Results of two shapes.
func.func @f(%x: tensor<4x1xf32>, %y: tensor<4x3xf32>) -> (tensor<4x1xf32>, tensor<4x3xf32>) {
  // expected-error@below {{a kernel writes tensors of one shape, 'tensor<4x1xf32>' is not over [4, 3]}}
  %0:2 = aic.fused(%x, %y) : (tensor<4x1xf32>, tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<4x1xf32>) {
  ^bb0(%a: tensor<4x1xf32>, %b: tensor<4x3xf32>):
    %1 = aic.relu %a : tensor<4x1xf32>
    %2 = aic.add %1, %b : (tensor<4x1xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
    aic.yield %2, %1 : tensor<4x3xf32>, tensor<4x1xf32>
  }
  return %0#1, %0#0 : tensor<4x1xf32>, tensor<4x3xf32>
}

// -----

// The epilogue is larger than the root.
func.func @f(%x: tensor<4x5xf32>, %y: tensor<4x3xf32>) -> tensor<4x3xf32> {
  %0 = aic.fused(%x, %y) : (tensor<4x5xf32>, tensor<4x3xf32>) -> tensor<4x3xf32> {
  ^bb0(%a: tensor<4x5xf32>, %b: tensor<4x3xf32>):
    // expected-error@below {{a kernel writes tensors of the shape that its root has, [4, 3] is none}}
    %1 = aic.sum %a {dims = array<i64: 1>, keepdim = true} : (tensor<4x5xf32>) -> tensor<4x1xf32>
    %2 = aic.add %1, %b : (tensor<4x1xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
    aic.yield %2 : tensor<4x3xf32>
  }
  return %0 : tensor<4x3xf32>
}

// -----

// The root reads what the kernel computes.
func.func @f(%x: tensor<4x5xf32>) -> tensor<4xi64> {
  %0 = aic.fused(%x) : (tensor<4x5xf32>) -> tensor<4xi64> {
  ^bb0(%a: tensor<4x5xf32>):
    // expected-error@below {{makes 'tensor<4x5xf32>' in a kernel over [4], to which it does not broadcast}}
    %1 = aic.relu %a : tensor<4x5xf32>
    %2 = aic.argmax %1 {dim = 1 : i64} : (tensor<4x5xf32>) -> tensor<4xi64>
    aic.yield %2 : tensor<4xi64>
  }
  return %0 : tensor<4xi64>
}

// -----

// A reduction may read what is computed element by element, of operands as large as its own,
func.func @f(%x: tensor<4x5xf32>, %y: tensor<5xf32>) -> tensor<4xf32> {
  %0 = aic.fused(%x, %y) : (tensor<4x5xf32>, tensor<5xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4x5xf32>, %b: tensor<5xf32>):
    // expected-error@below {{what is read for a reduction is as large as its operand, or one number}}
    %1 = aic.mul %a, %b : (tensor<4x5xf32>, tensor<5xf32>) -> tensor<4x5xf32>
    %2 = aic.sum %1 {dims = array<i64: 1>} : (tensor<4x5xf32>) -> tensor<4xf32>
    aic.yield %2 : tensor<4xf32>
  }
  return %0 : tensor<4xf32>
}

// -----

// and that nothing else reads.
func.func @f(%x: tensor<4x5xf32>) -> (tensor<4xf32>, tensor<4x5xf32>) {
  %0:2 = aic.fused(%x) : (tensor<4x5xf32>) -> (tensor<4xf32>, tensor<4x5xf32>) {
  ^bb0(%a: tensor<4x5xf32>):
    // expected-error@below {{what a reduction reads is made for it alone, and as large as that}}
    %1 = aic.relu %a : tensor<4x5xf32>
    %2 = aic.sum %1 {dims = array<i64: 1>} : (tensor<4x5xf32>) -> tensor<4xf32>
    aic.yield %2, %1 : tensor<4xf32>, tensor<4x5xf32>
  }
  return %0#0, %0#1 : tensor<4xf32>, tensor<4x5xf32>
}

// -----

func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = aic.fused(%x) : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    // expected-error@below {{a constant inside a kernel is one number; others are its arguments}}
    %c = aic.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
    %1 = aic.add %a, %c : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    aic.yield %1 : tensor<4xf32>
  }
  return %0 : tensor<4xf32>
}

// -----

func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = aic.fused(%x) : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %1 = aic.relu %a : tensor<4xf32>
    // expected-error@below {{the operation that a kernel is made for reads the kernel's arguments, and nothing computed in it}}
    %2 = aic.softmax %1 {dim = 0 : i64} : (tensor<4xf32>) -> tensor<4xf32>
    aic.yield %2 : tensor<4xf32>
  }
  return %0 : tensor<4xf32>
}

// -----

func.func @f(%x: tensor<4x5xf32>) -> tensor<5xf32> {
  %0 = aic.fused(%x) : (tensor<4x5xf32>) -> tensor<5xf32> {
  ^bb0(%a: tensor<4x5xf32>):
    // expected-error@below {{the kernel of aic.sum does not read through views}}
    %1 = aic.transpose %a {perm = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
    %2 = aic.sum %1 {dims = array<i64: 1>} : (tensor<5x4xf32>) -> tensor<5xf32>
    aic.yield %2 : tensor<5xf32>
  }
  return %0 : tensor<5xf32>
}

// -----

func.func @f(%x: tensor<4x5xf32>, %y: tensor<5x4xf32>, %w: tensor<5x5xf32>) -> tensor<4x5xf32> {
  %0 = aic.fused(%x, %y, %w) : (tensor<4x5xf32>, tensor<5x4xf32>, tensor<5x5xf32>) -> tensor<4x5xf32> {
  ^bb0(%a: tensor<4x5xf32>, %b: tensor<5x4xf32>, %c: tensor<5x5xf32>):
    %s = aic.matmul %a, %c : (tensor<4x5xf32>, tensor<5x5xf32>) -> tensor<4x5xf32>
    %1 = aic.transpose %b {perm = array<i64: 1, 0>} : (tensor<5x4xf32>) -> tensor<4x5xf32>
    // expected-error@below {{only the operation that a kernel is made for may read through views}}
    %2 = aic.add %s, %1 : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xf32>
    aic.yield %2 : tensor<4x5xf32>
  }
  return %0 : tensor<4x5xf32>
}

// -----

// A reshape that strides cannot say, where elementwise operations read through several views.
func.func @f(%x: tensor<4x5xf32>, %y: tensor<20xf32>) -> tensor<20xf32> {
  %0 = aic.fused(%x, %y) : (tensor<4x5xf32>, tensor<20xf32>) -> tensor<20xf32> {
  ^bb0(%a: tensor<4x5xf32>, %b: tensor<20xf32>):
    %s = aic.slice %b {offsets = array<i64: 19>, sizes = array<i64: 20>, strides = array<i64: -1>} : (tensor<20xf32>) -> tensor<20xf32>
    %1 = aic.transpose %a {perm = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
    %2 = aic.reshape %1 : (tensor<5x4xf32>) -> tensor<20xf32>
    // expected-error@below {{what is read through views is an argument of the kernel, and its strides say how}}
    %3 = aic.add %s, %2 : (tensor<20xf32>, tensor<20xf32>) -> tensor<20xf32>
    aic.yield %3 : tensor<20xf32>
  }
  return %0 : tensor<20xf32>
}

// -----

func.func @f(%x: tensor<4x5xf32>) -> tensor<20xf32> {
  %0 = aic.fused(%x) : (tensor<4x5xf32>) -> tensor<20xf32> {
  ^bb0(%a: tensor<4x5xf32>):
    %1 = aic.transpose %a {perm = array<i64: 1, 0>} : (tensor<4x5xf32>) -> tensor<5x4xf32>
    // expected-error@below {{strides cannot say what this reshape makes of its operand}}
    %2 = aic.reshape %1 : (tensor<5x4xf32>) -> tensor<20xf32>
    %3 = aic.relu %2 : tensor<20xf32>
    aic.yield %3 : tensor<20xf32>
  }
  return %0 : tensor<20xf32>
}

// -----

func.func @f(%q: tensor<4x5xf32>, %v: tensor<5x4xf32>) -> tensor<4x5xf32> {
  %0 = aic.fused(%q, %v) : (tensor<4x5xf32>, tensor<5x4xf32>) -> tensor<4x5xf32> {
  ^bb0(%a: tensor<4x5xf32>, %b: tensor<5x4xf32>):
    %1 = aic.transpose %b {perm = array<i64: 1, 0>} : (tensor<5x4xf32>) -> tensor<4x5xf32>
    // expected-error@below {{a view that moves the last axis stands outside the kernel}}
    %2 = aic.attention %a, %a, %1 {scale = 1.0 : f64} : (tensor<4x5xf32>, tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xf32>
    aic.yield %2 : tensor<4x5xf32>
  }
  return %0 : tensor<4x5xf32>
}

// -----

func.func @f(%x: tensor<1x2x5xf32>) -> tensor<1x2x5xf32> {
  %w = aic.constant dense<1.0> : tensor<5x5xf32>
  // expected-error@below {{a kernel of recurrence writes all of its results, in their order, and no others}}
  %0 = aic.fused(%x, %w) : (tensor<1x2x5xf32>, tensor<5x5xf32>) -> tensor<1x2x5xf32> {
  ^bb0(%a: tensor<1x2x5xf32>, %b: tensor<5x5xf32>):
    %y, %h = aic.recurrence rnn_tanh %a, %b : (tensor<1x2x5xf32>, tensor<5x5xf32>) -> (tensor<1x2x5xf32>, tensor<1x5xf32>)
    aic.yield %y : tensor<1x2x5xf32>
  }
  return %0 : tensor<1x2x5xf32>
}

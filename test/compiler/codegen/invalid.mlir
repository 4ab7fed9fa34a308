// A plan that comes from a text may be anything: what an emitter takes for granted is checked first.
// RUN: aic-opt --aic-cpu-tiles --split-input-file --verify-diagnostics %s

schedule.kernel @f family("attention") {
^bb0(%q: tensor<4x8xf64>):
  // expected-error@below {{unsupported on the CPU: attention on f64: the CPU has f32, f16 and bf16 here}}
  %0 = aic.attention %q, %q, %q {scale = 1.0 : f64} : (tensor<4x8xf64>, tensor<4x8xf64>, tensor<4x8xf64>) -> tensor<4x8xf64>
  aic.yield %0 : tensor<4x8xf64>
}

// -----

schedule.kernel @f family("elementwise") {
^bb0(%x: tensor<4xf64>):
  // expected-error@below {{unsupported on the CPU: sin on f64: the CPU has f32, f16 and bf16 here}}
  %0 = aic.sin %x : tensor<4xf64>
  // Every operation is named, not the first alone.
  // expected-error@below {{unsupported on the CPU: tan on f64: the CPU has f32, f16 and bf16 here}}
  %1 = aic.tan %0 : tensor<4xf64>
  aic.yield %1 : tensor<4xf64>
}

// -----

// expected-error@below {{this is a kernel of the family 'elementwise', not 'contraction'}}
schedule.kernel @f family("contraction") {
^bb0(%x: tensor<4xf32>):
  %0 = aic.relu %x : tensor<4xf32>
  aic.yield %0 : tensor<4xf32>
}

// -----

schedule.kernel @f family("contraction") {
^bb0(%x: tensor<2x4xf32>, %w: tensor<4x3xf32>):
  %t = aic.transpose %w {perm = array<i64: 1, 0>} : (tensor<4x3xf32>) -> tensor<3x4xf32>
  // expected-error@below {{the operation that a kernel is made for reads the kernel's arguments}}
  %0 = aic.linear %x, %t : (tensor<2x4xf32>, tensor<3x4xf32>) -> tensor<2x3xf32>
  aic.yield %0 : tensor<2x3xf32>
}

// -----

// expected-error@below {{a kernel of the family 'pack' has a packing in its tiling, one argument and one result}}
schedule.kernel @f family("pack") {
^bb0(%w: tensor<3x4xf32>):
  %0 = aic.relu %w : tensor<3x4xf32>
  aic.yield %0 : tensor<3x4xf32>
}

// -----

// expected-error@below {{the kernel's packing does not make its result of its argument}}
schedule.kernel @f family("pack") tiling {packing = {kind = "linear", width = 16}} {
^bb0(%w: tensor<3x4xf32>):
  %0 = aic.relu %w : tensor<3x4xf32>
  aic.yield %0 : tensor<3x4xf32>
}

// -----

schedule.kernel @f family("softmax") {
^bb0(%x: tensor<4xf32>):
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error@below {{a kernel has one operation at most that is not elementwise, this is the second}}
  %1 = aic.softmax %x {dim = 0 : i64} : (tensor<4xf32>) -> tensor<4xf32>
  aic.yield %1 : tensor<4xf32>
}

// -----

// expected-error@below {{a kernel writes at least one tensor}}
schedule.kernel @f family("elementwise") {
^bb0(%x: tensor<4xf32>):
  aic.yield
}

// -----

// expected-error@below {{unsupported on the CPU: no emitter for kernels of family 'batch_norm'}}
schedule.kernel @f family("batch_norm") {
^bb0(%x: tensor<1x4xf32>, %m: tensor<4xf32>):
  %0 = aic.batch_norm %x, %m, %m : (tensor<1x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4xf32>
  aic.yield %0 : tensor<1x4xf32>
}

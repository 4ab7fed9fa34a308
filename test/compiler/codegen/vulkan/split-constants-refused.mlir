// An operator that cannot read a large constant in parts is named at its own place, in a group too.
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-split-constants{max-bytes=4096}))' --split-input-file --verify-diagnostics %s

func.func @elementwise(%x: tensor<1025xf32>) -> tensor<1025xf32> {
  %w = aic.constant dense<1.0> : tensor<1025xf32>
  // expected-error @+1 {{unsupported on Vulkan: add reads a constant of 4100 bytes, and devices need not bind more than 4096 at once}}
  %0 = aic.add %x, %w : (tensor<1025xf32>, tensor<1025xf32>) -> tensor<1025xf32>
  return %0 : tensor<1025xf32>
}

// -----

func.func @attention(%q: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %k = aic.constant dense<1.0> : tensor<300x4xf32>
  %0 = aic.fused(%q, %k) : (tensor<1x4xf32>, tensor<300x4xf32>) -> tensor<1x4xf32> {
  ^bb0(%a: tensor<1x4xf32>, %b: tensor<300x4xf32>):
    // expected-error @+1 {{unsupported on Vulkan: attention reads a constant of 4800 bytes}}
    %1 = aic.attention %a, %b, %b {scale = 1.0 : f64} : (tensor<1x4xf32>, tensor<300x4xf32>, tensor<300x4xf32>) -> tensor<1x4xf32>
    aic.yield %1 : tensor<1x4xf32>
  }
  return %0 : tensor<1x4xf32>
}

// -----

// Not even 64 rows of it fit.
func.func @wide(%x: tensor<1x100xf32>) -> tensor<1x100xf32> {
  %w = aic.constant dense<1.0> : tensor<100x100xf32>
  // expected-error @+1 {{unsupported on Vulkan: linear reads a constant of 40000 bytes}}
  %0 = aic.linear %x, %w : (tensor<1x100xf32>, tensor<100x100xf32>) -> tensor<1x100xf32>
  return %0 : tensor<1x100xf32>
}

// RUN: aic-opt --aic-cpu-emit --split-input-file --verify-diagnostics %s

// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("elementwise") {
^bb0(%x: tensor<4xf32>):
  %0 = aic.relu %x : tensor<4xf32>
  aic.yield %0 : tensor<4xf32>
}

// -----

// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("elementwise") workgroups(1) tiling {units_per_group = 0 : i64} {
^bb0(%x: tensor<4xf32>):
  %0 = aic.relu %x : tensor<4xf32>
  aic.yield %0 : tensor<4xf32>
}

// -----

// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("contraction") workgroups(1) tiling {mr = 4000 : i64, nv = 2 : i64, panels_per_group = 1 : i64, units_per_group = 1 : i64} {
^bb0(%x: tensor<4x4xf32>, %y: tensor<4x4xf32>):
  %0 = aic.matmul %x, %y : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  aic.yield %0 : tensor<4x4xf32>
}

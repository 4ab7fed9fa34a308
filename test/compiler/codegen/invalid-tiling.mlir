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

// -----

// expected-error@below {{the packing of a gather kernel is that of a linear, and its table a constant [rows, columns] with many rows}}
schedule.kernel @f family("gather") workgroups(1) tiling {packing = {kind = "linear", width = 16 : i64}, units_per_group = 1 : i64} {
^bb0(%x: tensor<100x8xf32>, %ids: tensor<6xi64>):
  %0 = aic.embedding %ids, %x : (tensor<6xi64>, tensor<100x8xf32>) -> tensor<6x8xf32>
  aic.yield %0 : tensor<6x8xf32>
}

// -----

// expected-error@below {{the packing of a gather kernel is that of a linear, and its table a constant [rows, columns] with many rows}}
schedule.kernel @f family("gather") constants [0] workgroups(1) tiling {packing = 7 : i64, units_per_group = 1 : i64} {
^bb0(%x: tensor<100x8xf32>, %ids: tensor<6xi64>):
  %0 = aic.embedding %ids, %x : (tensor<6xi64>, tensor<100x8xf32>) -> tensor<6x8xf32>
  aic.yield %0 : tensor<6x8xf32>
}

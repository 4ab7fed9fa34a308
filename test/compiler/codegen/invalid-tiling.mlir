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

// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("contraction") workgroups(1) tiling {mr = 4 : i64, nv = 2 : i64, panels_per_group = 1 : i64, row_parts = 0 : i64, units_per_group = 1 : i64} {
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

// -----

// Scratch memory that is not what the blocks take.
// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("contraction") constants [1] workgroups(1) tiling {mr = 4 : i64, nv = 1 : i64, panels_per_group = 1 : i64, scratch_bytes = 64 : i64, tiles_per_block = 4 : i64, units_per_group = 1 : i64, winograd = 2 : i64} {
^bb0(%x: tensor<1x4x4x16xf32>, %w: tensor<16x16x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x4x4x16xf32>, tensor<16x16x3x3xf32>) -> tensor<1x4x4x16xf32>
  aic.yield %0 : tensor<1x4x4x16xf32>
}

// -----

// Winograd's way of what has another window.
// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("contraction") constants [1] workgroups(1) tiling {mr = 4 : i64, nv = 1 : i64, panels_per_group = 1 : i64, scratch_bytes = 64 : i64, tiles_per_block = 4 : i64, units_per_group = 1 : i64, winograd = 2 : i64} {
^bb0(%x: tensor<1x4x4x16xf32>, %w: tensor<16x16x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x4x4x16xf32>, tensor<16x16x1x1xf32>) -> tensor<1x4x4x16xf32>
  aic.yield %0 : tensor<1x4x4x16xf32>
}

// -----

// A kernel that has no use for scratch memory.
// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("elementwise") workgroups(1) tiling {scratch_bytes = 64 : i64, units_per_group = 1 : i64} {
^bb0(%x: tensor<4xf32>):
  %0 = aic.relu %x : tensor<4xf32>
  aic.yield %0 : tensor<4xf32>
}

// -----

// The scratch memory of a product with a gate is as large as what it scales.
// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("contraction") constants [1] workgroups(1) tiling {mr = 4 : i64, nv = 1 : i64, packed, panels_per_group = 1 : i64, scratch_bytes = 64 : i64, units_per_group = 1 : i64} {
^bb0(%x: tensor<1x2x2x4xf32>, %w: tensor<4x4x1x1xf32>, %s: tensor<1x1x1x4xf32>):
  %0 = aic.mul %x, %s : (tensor<1x2x2x4xf32>, tensor<1x1x1x4xf32>) -> tensor<1x2x2x4xf32>
  %1 = aic.conv2d %0, %w {layout = #aic.layout<nhwc>} : (tensor<1x2x2x4xf32>, tensor<4x4x1x1xf32>) -> tensor<1x2x2x4xf32>
  aic.yield %1 : tensor<1x2x2x4xf32>
}

// -----

// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("window") constants [1] workgroups(3) tiling {band = 4 : i64, channel_groups = 1 : i64, pixels = 2 : i64, row_groups = 2 : i64, together = 128 : i64} {
^bb0(%x: tensor<1x2x2x4xf32>, %w: tensor<4x1x1x1xf32>):
  %0 = aic.conv2d %x, %w {groups = 4 : i64, layout = #aic.layout<nhwc>} : (tensor<1x2x2x4xf32>, tensor<4x1x1x1xf32>) -> tensor<1x2x2x4xf32>
  aic.yield %0 : tensor<1x2x2x4xf32>
}

// -----

// What is copied has its place.
// expected-error@below {{the kernel has no tiling that its family can use}}
schedule.kernel @f family("window") constants [1] workgroups(1) tiling {band = 4 : i64, channel_groups = 1 : i64, copied, pixels = 2 : i64, row_groups = 1 : i64, scratch_bytes = 64 : i64, together = 128 : i64} {
^bb0(%x: tensor<1x2x2x4xf32>, %w: tensor<4x1x1x1xf32>):
  %0 = aic.conv2d %x, %w {groups = 4 : i64, layout = #aic.layout<nhwc>} : (tensor<1x2x2x4xf32>, tensor<4x1x1x1xf32>) -> tensor<1x2x2x4xf32>
  aic.yield %0 : tensor<1x2x2x4xf32>
}

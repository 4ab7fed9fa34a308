// A Vulkan device binds some 16 buffers, so groups are smaller for it.
// RUN: aic-opt --aic-fuse-epilogues="targets=vulkan" %s | FileCheck %s
// RUN: aic-opt --aic-fuse-epilogues="targets=cpu" %s | FileCheck %s --check-prefix=CPU

// CHECK-COUNT-2: aic.fused
// CPU-COUNT-1: aic.fused
// CPU-NOT: aic.fused
func.func @sum(%a: tensor<8xf32>, %b: tensor<8xf32>, %c: tensor<8xf32>, %d: tensor<8xf32>, %e: tensor<8xf32>,
               %f: tensor<8xf32>, %g: tensor<8xf32>, %h: tensor<8xf32>, %i: tensor<8xf32>, %j: tensor<8xf32>,
               %k: tensor<8xf32>, %l: tensor<8xf32>, %m: tensor<8xf32>, %n: tensor<8xf32>, %o: tensor<8xf32>,
               %p: tensor<8xf32>, %q: tensor<8xf32>) -> tensor<8xf32> {
  %0 = aic.add %a, %b : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %1 = aic.add %0, %c : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %2 = aic.add %1, %d : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %3 = aic.add %2, %e : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %4 = aic.add %3, %f : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %5 = aic.add %4, %g : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %6 = aic.add %5, %h : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %7 = aic.add %6, %i : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %8 = aic.add %7, %j : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %9 = aic.add %8, %k : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %10 = aic.add %9, %l : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %11 = aic.add %10, %m : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %12 = aic.add %11, %n : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %13 = aic.add %12, %o : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %14 = aic.add %13, %p : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %15 = aic.add %14, %q : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  return %15 : tensor<8xf32>
}

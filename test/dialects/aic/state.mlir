// States: what a module declares, and functions that have them as arguments and results.
// RUN: aic-opt --split-input-file --verify-diagnostics %s | FileCheck %s

// CHECK: aic.state @keys : tensor<1x4x8xf32> = dense<0.000000e+00> : tensor<1x4x8xf32>
aic.state @keys : tensor<1x4x8xf32> = dense<0.0> : tensor<1x4x8xf32>
// CHECK: aic.state @"h.0:count" : tensor<i64> = dense<7> : tensor<i64>
aic.state @"h.0:count" : tensor<i64> = dense<7> : tensor<i64>
// CHECK: func.func @step(%{{.*}}: tensor<1x1x8xf32> {aic.name = "x"}, %{{.*}}: tensor<i64>, %{{.*}}: tensor<1x4x8xf32> {aic.state = @keys}) -> (tensor<1x1x8xf32>, tensor<1x4x8xf32> {aic.state = @keys})
func.func @step(%x: tensor<1x1x8xf32> {aic.name = "x"}, %p: tensor<i64>, %k: tensor<1x4x8xf32> {aic.state = @keys})
    -> (tensor<1x1x8xf32>, tensor<1x4x8xf32> {aic.state = @keys}) {
  // CHECK: aic.update_slice %{{.*}} into %{{.*}} at %{{.*}} {dim = 1 : i64} : (tensor<1x1x8xf32>, tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x4x8xf32>
  %0 = aic.update_slice %x into %k at %p {dim = 1 : i64} : (tensor<1x1x8xf32>, tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x4x8xf32>
  // CHECK: aic.attention %{{.*}}, %{{.*}}, %{{.*}} length %{{.*}} {causal = true, scale = 1.000000e+00 : f64} : (
  %1 = aic.attention %x, %0, %0 length %p {causal = true, scale = 1.0 : f64} : (tensor<1x1x8xf32>, tensor<1x4x8xf32>, tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x1x8xf32>
  // CHECK: aic.narrow %{{.*}} at %{{.*}} {dim = 1 : i64, size = 2 : i64} : (tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x2x8xf32>
  %2 = aic.narrow %0 at %p {dim = 1 : i64, size = 2 : i64} : (tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x2x8xf32>
  return %1, %0 : tensor<1x1x8xf32>, tensor<1x4x8xf32>
}

// -----

// expected-error@+1 {{is 'tensor<2xf32>', its value is 'tensor<3xf32>' [C1]}}
aic.state @s : tensor<2xf32> = dense<0.0> : tensor<3xf32>

// -----

// expected-error@+1 {{attribute 'type' failed to satisfy constraint}}
aic.state @s : tensor<?xf32> = dense<0.0> : tensor<3xf32>

// -----

// expected-error@+1 {{has argument 0 for the state @s, which the module does not declare}}
func.func @f(%x: tensor<2xf32> {aic.state = @s}) {
  return
}

// -----

aic.state @s : tensor<2xf32> = dense<0.0> : tensor<2xf32>
// expected-error@+1 {{has result 0 of type 'tensor<3xf32>' for the state @s, which is 'tensor<2xf32>'}}
func.func @f(%x: tensor<3xf32>) -> (tensor<3xf32> {aic.state = @s}) {
  return %x : tensor<3xf32>
}

// -----

aic.state @s : tensor<2xf32> = dense<0.0> : tensor<2xf32>
// expected-error@+1 {{has two arguments for the state @s}}
func.func @f(%x: tensor<2xf32> {aic.state = @s}, %y: tensor<2xf32> {aic.state = @s}) {
  return
}

// -----

// expected-error@+1 {{has 'aic.state' at argument 0; a function has it, and it is the symbol of a state}}
func.func @f(%x: tensor<2xf32> {aic.state = "s"}) {
  return
}

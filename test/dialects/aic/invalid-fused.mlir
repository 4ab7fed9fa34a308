// A negative test for every numbered constraint of aic.fused.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @arguments(%x: tensor<3xf32>) -> tensor<3xf32> {
  // expected-error@+1 {{'aic.fused' op has 1 operands of types 'tensor<3xf32>', its region takes 1 arguments of types 'tensor<4xf32>' [C1]}}
  %0 = aic.fused(%x) : (tensor<3xf32>) -> tensor<3xf32> {
  ^bb0(%a: tensor<4xf32>):
    %1 = aic.constant dense<0.0> : tensor<3xf32>
    aic.yield %1 : tensor<3xf32>
  }
  return %0 : tensor<3xf32>
}

// -----

func.func @noArguments(%x: tensor<3xf32>) -> tensor<3xf32> {
  // expected-error@+1 {{has 1 operands of types 'tensor<3xf32>', its region takes 0 arguments of types  [C1]}}
  %0 = aic.fused(%x) : (tensor<3xf32>) -> tensor<3xf32> {
    %1 = aic.constant dense<0.0> : tensor<3xf32>
    aic.yield %1 : tensor<3xf32>
  }
  return %0 : tensor<3xf32>
}

// -----

func.func @results(%x: tensor<3xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{'aic.fused' op has results of types 'tensor<4xf32>', its region yields 'tensor<3xf32>' [C2]}}
  %0 = aic.fused(%x) : (tensor<3xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<3xf32>):
    aic.yield %a : tensor<3xf32>
  }
  return %0 : tensor<4xf32>
}

// -----

func.func @noYield(%x: tensor<3xf32>) -> tensor<3xf32> {
  // expected-error@+1 {{'aic.fused' op ends its region with aic.yield [C2]}}
  %0 = aic.fused(%x) : (tensor<3xf32>) -> tensor<3xf32> {
  ^bb0(%a: tensor<3xf32>):
    %1 = aic.relu %a : tensor<3xf32>
  }
  return %0 : tensor<3xf32>
}

// -----

func.func @empty(%x: tensor<3xf32>) -> tensor<3xf32> {
  // expected-error@+1 {{'aic.fused' op expects a non-empty block}}
  %0 = "aic.fused"(%x) ({
  ^bb0(%a: tensor<3xf32>):
  }) : (tensor<3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

func.func @twoRoots(%x: tensor<3x3xf32>) -> tensor<3x3xf32> {
  // expected-error@+1 {{'aic.fused' op holds more than one operation that is not elementwise [C3]}}
  %0 = aic.fused(%x) : (tensor<3x3xf32>) -> tensor<3x3xf32> {
  ^bb0(%a: tensor<3x3xf32>):
    // expected-note@+1 {{the first is here}}
    %1 = aic.matmul %a, %a : (tensor<3x3xf32>, tensor<3x3xf32>) -> tensor<3x3xf32>
    %2 = aic.relu %1 : tensor<3x3xf32>
    // expected-note@+1 {{the second is here}}
    %3 = aic.softmax %2 {dim = 1 : i64} : (tensor<3x3xf32>) -> tensor<3x3xf32>
    aic.yield %3 : tensor<3x3xf32>
  }
  return %0 : tensor<3x3xf32>
}

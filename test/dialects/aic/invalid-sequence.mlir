// A negative test for every numbered constraint of attention and recurrence.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<3x7x4xf32>, %a2: tensor<2x3x7x6xf32>) {
  // expected-error@+2 {{q, k and v have one number of axes, at least 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<3x7x4xf32>, tensor<2x3x7x6xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<4xf32>, %a1: tensor<4xf32>, %a2: tensor<4xf32>) {
  // expected-error@+2 {{q, k and v have one number of axes, at least 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x3x7x6xf64>) {
  // expected-error@+2 {{q, k and v have one element type: cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf64>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x1x7x6xf32>) {
  // expected-error@+2 {{q, k and v have equal leading axes, all but the last two [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x1x7x6xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x5xf32>, %a2: tensor<2x3x7x6xf32>) {
  // expected-error@+2 {{attention: q is f32[2, 3, 5, 4], k is f32[2, 3, 7, 5], v is f32[2, 3, 7, 6]: the last axes of q and k are equal and not empty [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x5xf32>, tensor<2x3x7x6xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x0xf32>, %a1: tensor<2x3x7x0xf32>, %a2: tensor<2x3x7x6xf32>) {
  // expected-error@+2 {{the last axes of q and k are equal and not empty [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x0xf32>, tensor<2x3x7x0xf32>, tensor<2x3x7x6xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x3x8x6xf32>) {
  // expected-error@+2 {{k and v hold as many keys as values, at least one [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x8x6xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x0x4xf32>, %a2: tensor<2x3x0x6xf32>) {
  // expected-error@+2 {{k and v hold as many keys as values, at least one [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x0x4xf32>, tensor<2x3x0x6xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x3x7x6xf32>, %a3: tensor<5x7xf64>) {
  // expected-error@+2 {{mask is bool (true sees) or of q's element type (added) [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 mask %a3 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<5x7xf64>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x3x7x6xf32>, %a3: tensor<5x7xi64>) {
  // expected-error@+2 {{mask is bool (true sees) or of q's element type (added) [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 mask %a3 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<5x7xi64>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x3x7x6xf32>, %a3: tensor<5x5xi1>) {
  // expected-error@+2 {{mask does not broadcast to the scores' shape [2, 3, 5, 7] [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 mask %a3 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<5x5xi1>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3x5x4xf32>, %a1: tensor<2x3x7x4xf32>, %a2: tensor<2x3x7x6xf32>, %a3: tensor<1x2x3x5x7xi1>) {
  // expected-error@+2 {{mask does not broadcast to the scores' shape [2, 3, 5, 7] [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 mask %a3 {scale = 0.5 : f64} : (tensor<2x3x5x4xf32>, tensor<2x3x7x4xf32>, tensor<2x3x7x6xf32>, tensor<1x2x3x5x7xi1>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1048576x1xf32>, %a1: tensor<2097152x1xf32>, %a2: tensor<2097152x1xf32>) {
  // expected-error@+2 {{the scores would be [1048576, 2097152], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %a0, %a1, %a2 {scale = 0.5 : f64} : (tensor<1048576x1xf32>, tensor<2097152x1xf32>, tensor<2097152x1xf32>) -> tensor<2x3x5x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>) {
  // expected-error@+2 {{lstm: x is f32[5, 3], weight_ih is f32[16, 3], weight_hh is f32[16, 4]: x needs 3 axes (batch, time, features), it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x0x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>) {
  // expected-error@+2 {{x has no time step [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<2x0x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf16>) {
  // expected-error@+2 {{weight_hh is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf16>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16xf32>) {
  // expected-error@+2 {{weight_hh needs 2 axes, the second one not empty [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x0xf32>) {
  // expected-error@+2 {{weight_hh needs 2 axes, the second one not empty [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x0xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x5xf32>) {
  // expected-error@+2 {{weight_hh needs the shape [20, 5]: 4 gates of the hidden size 5 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x5xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x4xf32>, %a2: tensor<16x4xf32>) {
  // expected-error@+2 {{weight_ih needs the shape [16, 3]: 4 gates of the hidden size 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<16x4xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>, %a3: tensor<4xf32>) {
  // expected-error@+2 {{bias_ih needs the shape [16]: 4 gates of the hidden size 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 b_ih %a3 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>, %a3: tensor<1x16xf32>) {
  // expected-error@+2 {{bias_hh needs the shape [16]: 4 gates of the hidden size 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 b_hh %a3 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>, tensor<1x16xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>, %a3: tensor<1x2x4xf32>) {
  // expected-error@+2 {{h0 needs the shape [2, 4], batch and hidden size [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 h0 %a3 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>, tensor<1x2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>, %a3: tensor<5x4xf32>) {
  // expected-error@+2 {{c0 needs the shape [2, 4], batch and hidden size [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.lstm %a0, %a1, %a2 c0 %a3 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>, tensor<5x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<5x3xf32>, %a1: tensor<12x3xf32>, %a2: tensor<12x4xf32>) {
  // expected-error@+2 {{gru: x is f32[5, 3], weight_ih is f32[12, 3], weight_hh is f32[12, 4]: x needs 3 axes (batch, time, features), it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.gru %a0, %a1, %a2 : (tensor<5x3xf32>, tensor<12x3xf32>, tensor<12x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<12x3xf32>, %a2: tensor<12x4xf32>, %a3: tensor<12xf64>) {
  // expected-error@+2 {{bias_ih is f64, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.gru %a0, %a1, %a2 b_ih %a3 : (tensor<2x5x3xf32>, tensor<12x3xf32>, tensor<12x4xf32>, tensor<12xf64>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<16x3xf32>, %a2: tensor<16x4xf32>) {
  // expected-error@+2 {{weight_hh needs the shape [12, 4]: 3 gates of the hidden size 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.gru %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<16x3xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<12x3xf32>, %a2: tensor<12x4xf32>, %a3: tensor<16xf32>) {
  // expected-error@+2 {{bias_hh needs the shape [12]: 3 gates of the hidden size 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.gru %a0, %a1, %a2 b_hh %a3 : (tensor<2x5x3xf32>, tensor<12x3xf32>, tensor<12x4xf32>, tensor<16xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<12x3xf32>, %a2: tensor<12x4xf32>, %a3: tensor<2x5xf32>) {
  // expected-error@+2 {{h0 needs the shape [2, 4], batch and hidden size [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.gru %a0, %a1, %a2 h0 %a3 : (tensor<2x5x3xf32>, tensor<12x3xf32>, tensor<12x4xf32>, tensor<2x5xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x0x3xf32>, %a1: tensor<4x3xf32>, %a2: tensor<4x4xf32>) {
  // expected-error@+2 {{rnn: x is f32[2, 0, 3], weight_ih is f32[4, 3], weight_hh is f32[4, 4]: x has no time step [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.rnn %a0, %a1, %a2 : (tensor<2x0x3xf32>, tensor<4x3xf32>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<4x3xf16>, %a2: tensor<4x4xf32>) {
  // expected-error@+2 {{weight_ih is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.rnn %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<4x3xf16>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<4x3xf32>, %a2: tensor<16x4xf32>) {
  // expected-error@+2 {{weight_hh needs the shape [4, 4]: the hidden size is 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.rnn %a0, %a1, %a2 : (tensor<2x5x3xf32>, tensor<4x3xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<4x3xf32>, %a2: tensor<4x4xf32>, %a3: tensor<16xf32>) {
  // expected-error@+2 {{bias_ih needs the shape [4]: the hidden size is 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.rnn %a0, %a1, %a2 b_ih %a3 : (tensor<2x5x3xf32>, tensor<4x3xf32>, tensor<4x4xf32>, tensor<16xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x3xf32>, %a1: tensor<4x3xf32>, %a2: tensor<4x4xf32>, %a3: tensor<4xf32>) {
  // expected-error@+2 {{h0 needs the shape [2, 4], batch and hidden size [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.rnn %a0, %a1, %a2 h0 %a3 : (tensor<2x5x3xf32>, tensor<4x3xf32>, tensor<4x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<5x16xf32>, %a1: tensor<16x4xf32>) {
  // expected-error@+2 {{recurrence: x is f32[5, 16], w_hh is f32[16, 4]: x needs 3 axes (batch, time, gates) and a time step [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 : (tensor<5x16xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x0x16xf32>, %a1: tensor<16x4xf32>) {
  // expected-error@+2 {{x needs 3 axes (batch, time, gates) and a time step [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 : (tensor<2x0x16xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<16x4xf16>) {
  // expected-error@+2 {{w_hh is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 : (tensor<2x5x16xf32>, tensor<16x4xf16>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<16xf32>) {
  // expected-error@+2 {{w_hh needs 2 axes, the second one not empty [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 : (tensor<2x5x16xf32>, tensor<16xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<16x4xf32>) {
  // expected-error@+2 {{w_hh needs the shape [12, 4] for gru [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.recurrence gru %a0, %a1 : (tensor<2x5x16xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<4x4xf32>) {
  // expected-error@+2 {{x needs the shape [2, 5, 4] for rnn_relu [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.recurrence rnn_relu %a0, %a1 : (tensor<2x5x16xf32>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<16x4xf32>, %a2: tensor<4xf32>) {
  // expected-error@+2 {{b_n goes with gru [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 b_n %a2 : (tensor<2x5x16xf32>, tensor<16x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x12xf32>, %a1: tensor<12x4xf32>, %a2: tensor<12xf32>) {
  // expected-error@+2 {{b_n needs the shape [4], the hidden size [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.recurrence gru %a0, %a1 b_n %a2 : (tensor<2x5x12xf32>, tensor<12x4xf32>, tensor<12xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<16x4xf32>, %a2: tensor<4xf32>) {
  // expected-error@+2 {{h0 needs the shape [2, 4], batch and hidden size [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 h0 %a2 : (tensor<2x5x16xf32>, tensor<16x4xf32>, tensor<4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x4xf32>, %a1: tensor<4x4xf32>, %a2: tensor<2x4xf32>) {
  // expected-error@+2 {{c0 goes with lstm [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.recurrence rnn_tanh %a0, %a1 c0 %a2 : (tensor<2x5x4xf32>, tensor<4x4xf32>, tensor<2x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%a0: tensor<2x5x16xf32>, %a1: tensor<16x4xf32>, %a2: tensor<2x5xf32>) {
  // expected-error@+2 {{c0 needs the shape [2, 4], batch and hidden size [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence lstm %a0, %a1 c0 %a2 : (tensor<2x5x16xf32>, tensor<16x4xf32>, tensor<2x5xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%x: tensor<2x5x16xf32>, %w: tensor<16x4xf32>) {
  // expected-error@+1 {{expected lstm, gru, rnn_tanh or rnn_relu, found rnn}}
  %0:2 = aic.recurrence rnn %x, %w : (tensor<2x5x16xf32>, tensor<16x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return
}

// -----

// The state of the cell is a result of lstm and of no other.
func.func @f(%x: tensor<2x5x12xf32>, %w: tensor<12x4xf32>) {
  // expected-error@+2 {{inferred type(s)}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:3 = aic.recurrence gru %x, %w : (tensor<2x5x12xf32>, tensor<12x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @f(%q: tensor<2x4x8xf32>, %k: tensor<2x4x8xf32>, %l: tensor<2xi64>) {
  // expected-error@+2 {{length is one number, a scalar [C8]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %q, %k, %k length %l {scale = 1.0 : f64} : (tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<2xi64>) -> tensor<2x4x8xf32>
  return
}

// -----

func.func @f(%q: tensor<2x5x8xf32>, %k: tensor<2x4x8xf32>, %l: tensor<i64>) {
  // expected-error@+2 {{with causal the queries are the last of the keys: there are 5 queries for 4 keys [C8]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %q, %k, %k length %l {causal = true, scale = 1.0 : f64} : (tensor<2x5x8xf32>, tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<i64>) -> tensor<2x5x8xf32>
  return
}

// -----

func.func @f(%q: tensor<2x5x8xf32>, %k: tensor<2x4x8xf32>, %m: tensor<2x4xi32>) {
  // expected-error@+2 {{spans are a mask i32[2, 5]: the first key of each query, and the one behind its last [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %q, %k, %k mask %m {scale = 1.0 : f64, aic.spans} : (tensor<2x5x8xf32>, tensor<2x4x8xf32>, tensor<2x4x8xf32>, tensor<2x4xi32>) -> tensor<2x5x8xf32>
  return
}

// -----

func.func @f(%q: tensor<2x5x8xf32>, %k: tensor<2x5x8xf32>, %m: tensor<2x5xi32>) {
  // expected-error@+2 {{spans say what length and causal would [C8]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %q, %k, %k mask %m {scale = 1.0 : f64, causal = true, aic.spans} : (tensor<2x5x8xf32>, tensor<2x5x8xf32>, tensor<2x5x8xf32>, tensor<2x5xi32>) -> tensor<2x5x8xf32>
  return
}

// -----

// Without the attribute i32 is no mask: a model means something else by it.
func.func @f(%q: tensor<2x5x8xf32>, %k: tensor<2x5x8xf32>, %m: tensor<2x5xi32>) {
  // expected-error@+2 {{mask is bool (true sees) or of q's element type (added) [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.attention %q, %k, %k mask %m {scale = 1.0 : f64} : (tensor<2x5x8xf32>, tensor<2x5x8xf32>, tensor<2x5x8xf32>, tensor<2x5xi32>) -> tensor<2x5x8xf32>
  return
}

// A negative test for every numbered constraint of the schedule dialect.
// RUN: aic-opt %s -verify-diagnostics -allow-unregistered-dialect -split-input-file

// kernel C1
// expected-error@+1 {{reads 'tensor<?xf32>'; a kernel reads and writes tensors of static shape, with at most 2^40 integers or floats as elements [C1]}}
schedule.kernel @k family("x") {
^bb0(%x: tensor<?xf32>):
  "test.end"() : () -> ()
}

// -----

// kernel C1
// expected-error@+1 {{reads 'memref<4xf32>'; a kernel reads and writes tensors of static shape}}
schedule.kernel @k family("x") {
^bb0(%x: memref<4xf32>):
  "test.end"() : () -> ()
}

// -----

// kernel C1: nothing wraps
// expected-error@+1 {{reads 'tensor<4294967296x4294967296x2xf32>'; a kernel}}
schedule.kernel @k family("x") {
^bb0(%x: tensor<4294967296x4294967296x2xf32>):
  "test.end"() : () -> ()
}

// -----

// kernel C1
// expected-error@+1 {{writes 'index'; a kernel reads and writes tensors of static shape}}
schedule.kernel @k family("x") {
  %0 = arith.constant 0 : index
  "test.end"(%0) : (index) -> ()
}

// -----

// kernel C2
// expected-error@+1 {{has 0 workgroups; at least one does the work [C2]}}
schedule.kernel @k family("pointwise") workgroups(0) {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}


// -----

// kernel C2
// expected-error@+1 {{has 0 steps; at least one does the work [C2]}}
schedule.kernel @k family("pointwise") steps(0) {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}


// -----

// kernel C2
// expected-error@+1 {{has -1 workgroups; at least one does the work [C2]}}
schedule.kernel @k family("pointwise") workgroups(-1) {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}


// -----

// kernel C3
// expected-error@+1 {{lists argument 1 as constant; these are numbers of its 1 arguments, in order, each once [C3]}}
schedule.kernel @k family("pointwise") constants [1] {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}


// -----

// kernel C3
// expected-error@+1 {{lists argument 0 as constant; these are numbers of its 1 arguments, in order, each once [C3]}}
schedule.kernel @k family("pointwise") constants [0, 0] {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}


// -----

// kernel C3
// expected-error@+1 {{lists argument -1 as constant; these are numbers of its 1 arguments, in order, each once [C3]}}
schedule.kernel @k family("pointwise") constants [-1] {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}


// -----

// dispatch C1
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{runs @other, which is no schedule.kernel of this module [C1]}}
  schedule.dispatch @other(%x) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C1
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{runs @p, which is no schedule.kernel of this module [C1]}}
  schedule.dispatch @p(%x) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C2
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{reads 2 buffers, kernel @k reads 1 [C2]}}
  schedule.dispatch @k(%x, %x) -> (%y) : (memref<16xf32>, memref<16xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C2
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{writes 0 buffers, kernel @k writes 1 [C2]}}
  schedule.dispatch @k(%x) -> () : (memref<16xf32>) -> ()
}

// -----

// dispatch C3
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<17xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{reads buffer 0 of type 'memref<17xf32>', kernel @k reads 'tensor<16xf32>' there; element type and number of elements are equal [C3]}}
  schedule.dispatch @k(%x) -> (%y) : (memref<17xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C3: as many bytes, another element type
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xi32>
  // expected-error@+1 {{writes buffer 0 of type 'memref<16xi32>', kernel @k writes 'tensor<16xf32>' there; element type and number of elements are equal [C3]}}
  schedule.dispatch @k(%x) -> (%y) : (memref<16xf32>) -> (memref<16xi32>)
}

// -----

// dispatch C4
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-note@+1 {{the buffer is here}}
  %x = schedule.input 0 "x" : memref<16xf32>
  // expected-error@+1 {{writes a buffer that is read only [C4]}}
  schedule.dispatch @k(%x) -> (%x) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C4
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  // expected-note@+1 {{the buffer is here}}
  %c = schedule.constant dense<0.0> : tensor<16xf32> : memref<16xf32>
  // expected-error@+1 {{writes a buffer that is read only [C4]}}
  schedule.dispatch @k(%x) -> (%c) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C5
schedule.kernel @k family("pointwise") constants [0] {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{reads a buffer as argument 0 that is no constant, as kernel @k expects [C5]}}
  schedule.dispatch @k(%x) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C6
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0.0> : tensor<32xf32>
  aic.yield %0 : tensor<32xf32>
}
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  %t = schedule.transient : memref<32xf32>
  schedule.dispatch @fill() -> (%t) : () -> (memref<32xf32>)
  // expected-error@+1 {{needs one number of schedule.read_offsets for each buffer that it reads [C6]}}
  schedule.dispatch @k(%t) -> (%y) {schedule.read_offsets = array<i64: 0, 64>} : (memref<32xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C7
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0> : tensor<32xi32>
  aic.yield %0 : tensor<32xi32>
}
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  %t = schedule.transient : memref<32xi32>
  schedule.dispatch @fill() -> (%t) : () -> (memref<32xi32>)
  // expected-error@+1 {{reads a part of buffer 0, which is no input or transient of 'f32' that is not packed [C7]}}
  schedule.dispatch @k(%t) -> (%y) {schedule.read_offsets = array<i64: 64>} : (memref<32xi32>) -> (memref<16xf32>)
}

// -----

// dispatch C7
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0.0> : tensor<32xf32>
  aic.yield %0 : tensor<32xf32>
}
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  %t = schedule.transient packed {panel = 16 : i64} elements(32) : memref<32xf32>
  schedule.dispatch @fill() -> (%t) : () -> (memref<32xf32>)
  // expected-error@+1 {{reads a part of buffer 0, which is no input or transient of 'f32' that is not packed [C7]}}
  schedule.dispatch @k(%t) -> (%y) {schedule.read_offsets = array<i64: 64>} : (memref<32xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C8
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0.0> : tensor<32xf32>
  aic.yield %0 : tensor<32xf32>
}
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  %t = schedule.transient : memref<32xf32>
  schedule.dispatch @fill() -> (%t) : () -> (memref<32xf32>)
  // expected-error@+1 {{reads 64 bytes at 128 of buffer 0 of 128; a part begins at a multiple of 64 and lies inside [C8]}}
  schedule.dispatch @k(%t) -> (%y) {schedule.read_offsets = array<i64: 128>} : (memref<32xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C8
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0.0> : tensor<32xf32>
  aic.yield %0 : tensor<32xf32>
}
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  %t = schedule.transient : memref<32xf32>
  schedule.dispatch @fill() -> (%t) : () -> (memref<32xf32>)
  // expected-error@+1 {{reads 64 bytes at 32 of buffer 0 of 128; a part begins at a multiple of 64 and lies inside [C8]}}
  schedule.dispatch @k(%t) -> (%y) {schedule.read_offsets = array<i64: 32>} : (memref<32xf32>) -> (memref<16xf32>)
}

// -----

// dispatch C8
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0.0> : tensor<32xf32>
  aic.yield %0 : tensor<32xf32>
}
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  %t = schedule.transient : memref<32xf32>
  schedule.dispatch @fill() -> (%t) : () -> (memref<32xf32>)
  // expected-error@+1 {{reads 64 bytes at -64 of buffer 0 of 128; a part begins at a multiple of 64 and lies inside [C8]}}
  schedule.dispatch @k(%t) -> (%y) {schedule.read_offsets = array<i64: -64>} : (memref<32xf32>) -> (memref<16xf32>)
}

// -----

// constant C1
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has a value of type 'tensor<15xf32>' and a buffer of type 'memref<16xf32>'; element type and number of elements are equal [C1]}}
  %c = schedule.constant dense<0.0> : tensor<15xf32> : memref<16xf32>
}

// -----

// constant C1
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has a value of type 'tensor<16xf64>' and a buffer of type 'memref<16xf32>'; element type and number of elements are equal [C1]}}
  %c = schedule.constant dense<0.0> : tensor<16xf64> : memref<16xf32>
}

// -----

// buffers: memref<?xf32>
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{result #0 must be memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits}}
  %t = schedule.transient : memref<?xf32>
}

// -----

// buffers: memref<4x4xf32, strided<[1, 4]>>
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{result #0 must be memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits}}
  %t = schedule.transient : memref<4x4xf32, strided<[1, 4]>>
}

// -----

// buffers: memref<1048576x1048577xi8>
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{result #0 must be memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits}}
  %t = schedule.transient : memref<1048576x1048577xi8>
}

// -----

// buffers: memref<0x4294967296x4294967296xi8>
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{result #0 must be memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits}}
  %t = schedule.transient : memref<0x4294967296x4294967296xi8>
}

// -----

// buffers: memref<4xindex>
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{result #0 must be memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits}}
  %t = schedule.transient : memref<4xindex>
}

// -----

// buffers: memref<4xi128>
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{result #0 must be memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits}}
  %t = schedule.transient : memref<4xi128>
}

// -----

// program C1
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
// expected-error@+1 {{needs arena_bytes, peak_live_bytes and total_bytes together, none of them negative [C1]}}
schedule.program @p arena 64 peak_live -64 total 64 {
}

// -----

// program C1
// expected-error@+1 {{needs arena_bytes, peak_live_bytes and total_bytes together, none of them negative [C1]}}
"schedule.program"() <{sym_name = "p", arena_bytes = 64 : i64}> ({
^bb0:
}) : () -> ()

// -----

// program C2
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
// expected-error@+1 {{has a region with arguments; buffers are operations [C2]}}
schedule.program @p {
  ^bb0(%x: memref<16xf32>):
}

// -----

// program C3
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has offset -64, which is not a multiple of 64 from 0 on [C3]}}
  %t = schedule.transient offset -64 : memref<16xf32>
}

// -----

// program C3
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has offset 63, which is not a multiple of 64 from 0 on [C3]}}
  %t = schedule.transient offset 63 : memref<16xf32>
}

// -----

// program C3
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has offset 65, which is not a multiple of 64 from 0 on [C3]}}
  %t = schedule.transient offset 65 : memref<16xf32>
}

// -----

// program C3
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has offset 9223372036854775807, which is not a multiple of 64 from 0 on [C3]}}
  %t = schedule.transient offset 9223372036854775807 : memref<16xf32>
}

// -----

// program C4
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  // expected-error@+1 {{has no offset, but memory is planned [C4]}}
  %t = schedule.transient : memref<16xf32>
}

// -----

// program C4
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  // expected-error@+1 {{has 68 bytes at offset 128, the arena has 192 bytes [C4]}}
  %t = schedule.transient offset 128 : memref<17xf32>
}

// -----

// program C4
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  // expected-error@+1 {{has 64 bytes at offset 9223372036854775744, the arena has 192 bytes [C4]}}
  %t = schedule.transient offset 9223372036854775744 : memref<16xf32>
}

// -----

// program C5: %t and %u are alive at once
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-note@+1 {{that one has 64 bytes at offset 64}}
  %t = schedule.transient offset 64 : memref<16xf32>
  // expected-error@+1 {{has 64 bytes at offset 64, some of which belong to a transient that is alive at the same time [C5]}}
  %u = schedule.transient offset 64 : memref<16xf32>
  schedule.dispatch @k(%x) -> (%t) : (memref<16xf32>) -> (memref<16xf32>)
  schedule.dispatch @k(%x) -> (%u) : (memref<16xf32>) -> (memref<16xf32>)
  schedule.dispatch @k(%t) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
  schedule.dispatch @k(%u) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// program C5: written by one dispatch, neither is read
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @two family("pointwise") {
^bb0(%x: tensor<16xf32>):
  aic.yield %x, %x : tensor<16xf32>, tensor<16xf32>
}
schedule.kernel @big family("pointwise") {
^bb0(%x: tensor<32xf32>):
  aic.yield %x : tensor<32xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-note@+1 {{that one has 64 bytes at offset 64}}
  %t = schedule.transient offset 64 : memref<16xf32>
  // expected-error@+1 {{has 64 bytes at offset 64, some of which belong to a transient that is alive at the same time [C5]}}
  %u = schedule.transient offset 64 : memref<16xf32>
  schedule.dispatch @two(%x) -> (%t, %u) : (memref<16xf32>) -> (memref<16xf32>, memref<16xf32>)
}

// -----

// program C5: part of a larger one before it
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @two family("pointwise") {
^bb0(%x: tensor<16xf32>):
  aic.yield %x, %x : tensor<16xf32>, tensor<16xf32>
}
schedule.kernel @big family("pointwise") {
^bb0(%x: tensor<32xf32>):
  aic.yield %x : tensor<32xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  %i = schedule.input 0 "x" : memref<32xf32>
  %z = schedule.input 1 "z" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-note@+1 {{that one has 128 bytes at offset 0}}
  %t = schedule.transient offset 0 : memref<32xf32>
  // expected-error@+1 {{has 64 bytes at offset 64, some of which belong to a transient that is alive at the same time [C5]}}
  %u = schedule.transient offset 64 : memref<16xf32>
  schedule.dispatch @big(%i) -> (%t) : (memref<32xf32>) -> (memref<32xf32>)
  schedule.dispatch @k(%z) -> (%u) : (memref<16xf32>) -> (memref<16xf32>)
  schedule.dispatch @big(%t) -> (%t) : (memref<32xf32>) -> (memref<32xf32>)
}

// -----

// program C5: part of a larger one after it
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @two family("pointwise") {
^bb0(%x: tensor<16xf32>):
  aic.yield %x, %x : tensor<16xf32>, tensor<16xf32>
}
schedule.kernel @big family("pointwise") {
^bb0(%x: tensor<32xf32>):
  aic.yield %x : tensor<32xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  %i = schedule.input 0 "x" : memref<32xf32>
  %z = schedule.input 1 "z" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-note@+1 {{that one has 64 bytes at offset 64}}
  %u = schedule.transient offset 64 : memref<16xf32>
  // expected-error@+1 {{has 128 bytes at offset 0, some of which belong to a transient that is alive at the same time [C5]}}
  %t = schedule.transient offset 0 : memref<32xf32>
  schedule.dispatch @k(%z) -> (%u) : (memref<16xf32>) -> (memref<16xf32>)
  schedule.dispatch @big(%i) -> (%t) : (memref<32xf32>) -> (memref<32xf32>)
  schedule.dispatch @k(%u) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// program C5: the last use of %t is a write, beside one of %u
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @two family("pointwise") {
^bb0(%x: tensor<16xf32>):
  aic.yield %x, %x : tensor<16xf32>, tensor<16xf32>
}
schedule.kernel @big family("pointwise") {
^bb0(%x: tensor<32xf32>):
  aic.yield %x : tensor<32xf32>
}
schedule.program @p arena 192 peak_live 64 total 128 {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-note@+1 {{that one has 64 bytes at offset 64}}
  %t = schedule.transient offset 64 : memref<16xf32>
  // expected-error@+1 {{has 64 bytes at offset 64, some of which belong to a transient that is alive at the same time [C5]}}
  %u = schedule.transient offset 64 : memref<16xf32>
  schedule.dispatch @k(%x) -> (%t) : (memref<16xf32>) -> (memref<16xf32>)
  schedule.dispatch @two(%x) -> (%u, %t) : (memref<16xf32>) -> (memref<16xf32>, memref<16xf32>)
}

// -----

// program C6
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-note@+1 {{the transient is here}}
  %t = schedule.transient : memref<16xf32>
  // expected-error@+1 {{reads a transient that nothing has written yet [C6]}}
  schedule.dispatch @k(%t) -> (%y) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// program C6: not even the dispatch that writes it
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-note@+1 {{the transient is here}}
  %t = schedule.transient : memref<16xf32>
  // expected-error@+1 {{reads a transient that nothing has written yet [C6]}}
  schedule.dispatch @k(%t) -> (%t) : (memref<16xf32>) -> (memref<16xf32>)
}

// -----

// program C7
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has number 1; the 1 inputs are numbered from 0, each once [C7]}}
  %x = schedule.input 1 "x" : memref<16xf32>
}

// -----

// program C7
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  // expected-error@+1 {{has number 0; the 2 inputs are numbered from 0, each once [C7]}}
  %z = schedule.input 0 "x" : memref<16xf32>
}

// -----

// program C7
schedule.kernel @k family("pointwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.relu %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.program @p {
  // expected-error@+1 {{has number -1; the 1 outputs are numbered from 0, each once [C7]}}
  %y = schedule.output -1 "y" : memref<16xf32>
}

// -----

// expected-error@+1 {{expects parent op 'schedule.program'}}
%t = schedule.transient : memref<16xf32>

// -----

// program C8
schedule.state @s : memref<16xf32>
schedule.program @p {
  %x = schedule.state_buffer @s : memref<16xf32>
  // expected-error@+1 {{is the second buffer of the state @s [C8]}}
  %y = schedule.state_buffer @s : memref<16xf32>
}

// -----

// state_buffer C1
schedule.program @p {
  // expected-error@+1 {{is of @s, which is no schedule.state of this module [C1]}}
  %x = schedule.state_buffer @s : memref<16xf32>
}

// -----

// state_buffer C2
schedule.state @s : memref<4x4xf32>
schedule.program @p {
  // expected-error@+1 {{has type 'memref<16xf32>', the state @s has 'memref<4x4xf32>' [C2]}}
  %x = schedule.state_buffer @s : memref<16xf32>
}

// -----

// transient C1
schedule.program @p {
  // expected-error@+1 {{needs packing and elements together [C1]}}
  %t = "schedule.transient"() {packing = {}} : () -> memref<16xf32>
}

// -----

// transient C1
schedule.program @p {
  // expected-error@+1 {{has 0 elements; from 1 to 2^40 are possible [C1]}}
  %t = schedule.transient packed {} elements(0) : memref<16xf32>
}

// -----

// program C4, of a packed transient
schedule.program @p arena 64 peak_live 64 total 64 {
  // expected-error@+1 {{has 68 bytes at offset 0, the arena has 64 bytes [C4]}}
  %t = schedule.transient offset 0 packed {} elements(17) : memref<16xf32>
}

// -----

// kernel C4: 3 runs of 5 do not make 16, and a run does not lie in its stride
// expected-error@+1 {{has runs [5, 0, 8] of a result of 16 elements; the length divides these, and offset + length lies in the stride}}
schedule.kernel @k family("f") runs [5, 0, 8] {
^bb0(%x: tensor<16xf32>):
  aic.yield %x : tensor<16xf32>
}

// -----

// expected-error@+1 {{has runs [4, 5, 8] of a result of 16 elements}}
schedule.kernel @k family("f") runs [4, 5, 8] {
^bb0(%x: tensor<16xf32>):
  aic.yield %x : tensor<16xf32>
}

// -----

// kernel C4
// expected-error@+1 {{has runs of 2 numbers and 1 results; there are a length, an offset and a stride, of one result [C4]}}
schedule.kernel @k family("f") runs [4, 0] {
^bb0(%x: tensor<16xf32>):
  aic.yield %x : tensor<16xf32>
}

// -----

// dispatch C3, of a part: 4 runs, each 8 behind the one before
schedule.kernel @k family("f") runs [4, 0, 8] {
^bb0(%x: tensor<16xf32>):
  aic.yield %x : tensor<16xf32>
}
schedule.program @p {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  // expected-error@+1 {{writes buffer 0 of type 'memref<16xf32>', kernel @k writes 'tensor<16xf32>' there}}
  schedule.dispatch @k(%x) -> (%y) : (memref<16xf32>) -> memref<16xf32>
}

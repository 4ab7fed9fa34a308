// What the emitters of attention stand on: operands, arithmetic on vectors of scores, and the length.
#pragma once

#include "compiler/codegen/cpu/AttentionTiling.h"
#include "compiler/codegen/cpu/Emitters.h"

#include <limits>

namespace aic::codegen {

class AttentionParts {
protected:
  using Values = KernelEmitter::Values;
  static constexpr double kPerLog2 = 1.4426950408889634; ///< 1 / log 2
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();

  explicit AttentionParts(KernelEmitter& e);

  KernelEmitter& e;
  const Attention a;
  const AttentionTiling t;
  const int64_t lanes; ///< of f32
  const mlir::FloatType f32;
  const mlir::Value q, k, v, mask, spans; ///< buffers; mask and spans may be null
  const mlir::Value kScale, vScale;       ///< the same, of keys and values of 8 bits; else null
  mlir::Value length;      ///< an index: how many keys there are, where that is known at run time only
  mlir::Value beforeFirst; ///< with it, causal: how many keys query 0 sees but its own

  /// Runs body on the numbers of this workgroup's units. With a length the keys end there: what lies behind
  /// is not read. It is looked at before anything is written; one that cannot be fails the run.
  void forEachUnit(llvm::function_ref<void(mlir::Value)> body);

  /// The first key that any of the queries [first, end) sees, and the one behind the last, inside of the
  /// keys; equal where they see none. Indices; for attentions with spans.
  std::pair<mlir::Value, mlir::Value> spanOf(mlir::Value first, mlir::Value end);
  /// Elements of k or v as floats.
  mlir::Value floats(mlir::Value loaded);
  /// The factors of the `width` keys (0: a number) from number `key` on, of which `there` are; `base` is the
  /// matrix's offset.
  mlir::Value factors(mlir::Value scales, mlir::Value base, mlir::Value key, int64_t width,
                      mlir::Value there = {}) {
    return e.load(scales, e.add(base, key), f32, width, there);
  }
  /// Of a query: its first key (which 0), or the one behind its last (which 1), an i32 as it is given.
  mlir::Value boundOf(mlir::Value query, int64_t which) {
    return e.load(spans, spanOffset(e, a, query, which), e.b.getI32Type(), 0);
  }
  /// `value` where `sum`, of the exponentials, is that of a softmax; else what the guard makes of it.
  mlir::Value guarded(mlir::Value value, mlir::Value sum);

  mlir::Value sub(mlir::Value x, mlir::Value y);
  mlir::Value mul(mlir::Value x, mlir::Value y);
  mlir::Value add(mlir::Value x, mlir::Value y);
  mlir::Value select(mlir::Value condition, mlir::Value x, mlir::Value y);
  mlir::Value number(double value) { return e.constant(f32, value, lanes); }
  mlir::Value minusInfinity() { return number(-kInfinity); }
  mlir::Value toI32(mlir::Value index);
  /// 0, 1, 2 ... from `first` on, as i32.
  mlir::Value counting(int64_t first);
  /// One instruction; a NaN in x is passed over, and makes its row NaN as an exponential.
  mlir::Value larger(mlir::Value x, mlir::Value y);
  /// 2^x of x <= 0, which is all that comes here; NaN stays.
  mlir::Value exponential(mlir::Value x);
  /// What is added to scores, in units of log 2, where a bool or float of the mask stands: a vector of
  /// `width` lanes, or with 0 one number.
  mlir::Value added(mlir::Value loaded, int64_t width);
  mlir::Value maskElement(mlir::Value offset);
};

} // namespace aic::codegen

// Constant weights as they are stored in few bits.
#pragma once

#include "dialects/aic/Quantised.h"

#include <memory>
#include <string>
#include <vector>

namespace aic::transforms {

/// A constant weight as a matrix of outputs by inputs: numbers less their zero points, and scales.
struct StoredMatrix {
  std::string name;
  int64_t outputs, inputs;
  std::vector<int16_t> numbers; ///< [outputs, inputs]
  std::vector<float> scales;    ///< [outputs or 1, blocks]
  int64_t block;                ///< inputs that share a scale
  bool halfScales;              ///< f16 holds them

  int64_t blocks() const { return (inputs + block - 1) / block; }
  bool fits(int16_t low, int16_t high) const {
    return llvm::all_of(numbers, [&](int16_t number) { return number >= low && number <= high; });
  }
};

/// The dequantize of constants with at least two axes that `value` is, itself or, of two axes, transposed,
/// which turns `transposed` over; null where it is none.
DequantizeOp quantisedBehind(mlir::Value value, bool& transposed);

/// Its matrix. Of two axes the first is the outputs, or the last if `transposed`; of more the first, and all
/// others are inputs. Null where several outputs share a block's scale.
std::unique_ptr<StoredMatrix> storedMatrix(DequantizeOp op, bool transposed);

} // namespace aic::transforms

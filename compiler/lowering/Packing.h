// The orders in which kernels read constant weights. A packing is a dictionary on `schedule.constant`:
//   {kind = "conv", groups, width}    [O, C/g, KH, KW] -> [g][O/g / width][KH][KW][C/g][width], O padded with
//   zeros {kind = "linear", width}          [N, K]           -> [N / width][K][width], N padded with zeros
//   {kind = "matmul", width}          [K, N]           -> [N / width][K][width], N padded with zeros
//   {kind = "recurrence", gates, width}     [G*H, H]       -> [H / width][H][G][width], units padded with
//   zeros {kind = "depthwise"}              [C, 1, KH, KW]   -> [KH][KW][C]
#pragma once

#include "dialects/Pch.h"

namespace aic::lowering {

/// Elements of a packed constant of this shape (row-major where `packing` is null).
int64_t packedElements(llvm::ArrayRef<int64_t> shape, mlir::DictionaryAttr packing);

/// Packs elements of 2, 4 or 8 bytes. `in` has the row-major elements of `shape`, `out` room for
/// packedElements().
template <typename Bits>
void pack(llvm::ArrayRef<int64_t> shape, mlir::DictionaryAttr packing, const Bits* in, Bits* out);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint16_t*, uint16_t*);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint32_t*, uint32_t*);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint64_t*, uint64_t*);

mlir::DictionaryAttr packConv(mlir::MLIRContext* context, int64_t groups, int64_t width);
mlir::DictionaryAttr packLinear(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packMatmul(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packRecurrence(mlir::MLIRContext* context, int64_t gates, int64_t width);
mlir::DictionaryAttr packDepthwise(mlir::MLIRContext* context);

} // namespace aic::lowering

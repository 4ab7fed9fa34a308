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

/// Packs elements of 4 bytes. `in` has the row-major elements of `shape`, `out` room for packedElements().
void pack(llvm::ArrayRef<int64_t> shape, mlir::DictionaryAttr packing, const uint32_t* in, uint32_t* out);

mlir::DictionaryAttr packConv(mlir::MLIRContext* context, int64_t groups, int64_t width);
mlir::DictionaryAttr packLinear(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packMatmul(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packRecurrence(mlir::MLIRContext* context, int64_t gates, int64_t width);
mlir::DictionaryAttr packDepthwise(mlir::MLIRContext* context);

} // namespace aic::lowering

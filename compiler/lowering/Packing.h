// The orders in which kernels read weights: constant ones are packed when the model is compiled, others by a
// kernel of the family "pack". A packing is a dictionary on `schedule.constant`, or in that kernel's tiling:
//   {kind = "conv", groups, width}       [O, C/g, KH, KW] -> [g][O/g / width][KH][KW][C/g][width]
//   {kind = "linear", width}             [N, K]           -> [N / width][K][width]
//   {kind = "quads", width}              [N, B] of bytes  -> [N / width][B / 4][width][4]
//   {kind = "pairs", width}              [N, K]           -> [N / width][K / 2][width][2]
//   {kind = "conv_quads", groups, columns, width}
//                                        [O, C/g, KH, KW] of bytes ->
//                                        [g][O/g / width][KH][KW / columns][columns * C/g / 4][width][4]
//   {kind = "matmul", width}             [..., K, N]      -> [...][N / width][K][width]
//   {kind = "recurrence", gates, width}  [G*H, H]         -> [H / width][H][G][width]
//   {kind = "depthwise"}                 [C, 1, KH, KW]   -> [KH][KW][C]
//   {kind = "winograd", groups, tile, width}
//                                        [O, C/g, 3, 3]   -> [g][O/g / width][A * A][C/g][width], A = tile +
//                                        2
// Where panels of `width` do not come out even, the last one is filled up with zeros, and so is the last
// quad or pair. All but "winograd" only move elements, quads and pairs not at run time. That one, of f32
// weights alone, holds G w G^T of each 3x3 window w: of a constant computed in double and rounded once, at
// run time in f32.
#pragma once

#include "dialects/Mlir.h"
#include "mlir/IR/Builders.h"

namespace aic::lowering {

/// Elements of a packed constant of this shape (row-major where `packing` is null).
int64_t packedElements(llvm::ArrayRef<int64_t> shape, mlir::DictionaryAttr packing);

/// Packs elements of 1, 2, 4 or 8 bytes ("winograd": f32; quads: bytes). `in` has the row-major elements of
/// `shape`, `out` room for packedElements().
template <typename Bits>
void pack(llvm::ArrayRef<int64_t> shape, mlir::DictionaryAttr packing, const Bits* in, Bits* out);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint8_t*, uint8_t*);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint16_t*, uint16_t*);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint32_t*, uint32_t*);
extern template void pack(llvm::ArrayRef<int64_t>, mlir::DictionaryAttr, const uint64_t*, uint64_t*);

/// The family of kernels that pack a weight at run time. What moves elements is the kernel's body; where
/// other numbers are computed (isTransformed) the body is the weight, a view of the argument whose windows
/// are neighbours (hasWholeWindows), and the result's buffer says how it is packed.
inline constexpr llvm::StringLiteral kPackFamily = "pack";

/// True where `packing` is one of those above, and can be a weight's of this shape.
bool isPackingOf(mlir::DictionaryAttr packing, llvm::ArrayRef<int64_t> shape);

/// A packing as steps: the weight is seen as `shape`, `axis` is padded to panels * width and cut into these
/// two, and the axes are put in `order`, outermost first: numbers of `shape`'s axes, `axis` for the panels
/// and shape.size() for the places inside a panel, which are neighbours. Of moves alone (isMove).
struct PackedAxes {
  llvm::SmallVector<int64_t> shape;
  int64_t axis = 0, panels = 1, width = 1;
  llvm::SmallVector<int64_t> order;

  llvm::SmallVector<int64_t> packedShape() const;
};
PackedAxes packedAxes(llvm::ArrayRef<int64_t> shape, mlir::DictionaryAttr packing);

/// The same in operations: the packed form of a weight, and the weight of type `type` behind a packed form.
mlir::Value packWeight(mlir::OpBuilder& b, mlir::Location loc, mlir::Value weight,
                       mlir::DictionaryAttr packing);
mlir::Value unpackWeight(mlir::OpBuilder& b, mlir::Location loc, mlir::Value packed,
                         mlir::RankedTensorType type, mlir::DictionaryAttr packing);

mlir::DictionaryAttr packConv(mlir::MLIRContext* context, int64_t groups, int64_t width);
mlir::DictionaryAttr packLinear(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packQuads(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packPairs(mlir::MLIRContext* context, int64_t width);
/// columns: of the window, whose numbers share quads; they divide it.
mlir::DictionaryAttr packConvQuads(mlir::MLIRContext* context, int64_t groups, int64_t columns,
                                   int64_t width);
mlir::DictionaryAttr packMatmul(mlir::MLIRContext* context, int64_t width);
mlir::DictionaryAttr packRecurrence(mlir::MLIRContext* context, int64_t gates, int64_t width);
mlir::DictionaryAttr packDepthwise(mlir::MLIRContext* context);
mlir::DictionaryAttr packWinograd(mlir::MLIRContext* context, int64_t groups, int64_t tile, int64_t width);

/// True where the 3x3 windows of a weight [O, C, 3, 3], a view of an argument of its kernel, are nine
/// neighbours there, from the first to the last or from the last to the first.
bool hasWholeWindows(mlir::Value weight);

/// True where packing is moving elements, so that a kernel can do it at run time.
bool isMove(mlir::DictionaryAttr packing);
/// True where packing computes other numbers, more of them: "winograd".
bool isTransformed(mlir::DictionaryAttr packing);

} // namespace aic::lowering

// AMX in LLVM's intrinsics that name their tiles: nothing else in a kernel wants these registers, so LLVM
// needs to allocate none.
#include "compiler/codegen/cpu/MatrixTiles.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {

void MatrixTiles::call(StringRef name, ArrayRef<int64_t> tiles, ValueRange more) {
  SmallVector<Value> operands;
  for (int64_t tile : tiles)
    operands.push_back(arith::ConstantIntOp::create(e.b, e.loc, tile, 8));
  llvm::append_range(operands, more);
  LLVM::CallIntrinsicOp::create(e.b, e.loc, e.b.getStringAttr("llvm.x86." + name), operands);
}

Value MatrixTiles::pointer(Value buffer, Value offset) {
  const unsigned bits = cast<MemRefType>(buffer.getType()).getElementType().getIntOrFloatBitWidth();
  auto type = LLVM::LLVMPointerType::get(e.b.getContext());
  Type i64 = e.b.getI64Type();
  auto asInteger = [&](Value index) {
    return arith::IndexCastOp::create(e.b, e.loc, i64, index).getResult();
  };
  Value base = LLVM::IntToPtrOp::create(
      e.b, e.loc, type, asInteger(memref::ExtractAlignedPointerAsIndexOp::create(e.b, e.loc, buffer)));
  return LLVM::GEPOp::create(e.b, e.loc, type, e.b.getIntegerType(bits), base,
                             ArrayRef<LLVM::GEPArg>{asInteger(offset)});
}

void MatrixTiles::configure() {
  // Palette 1; from byte 16 on bytes of a tile's row, of 16 bits each; from byte 48 on its rows.
  SmallVector<int8_t> bytes(64, 0);
  bytes[0] = 1;
  for (size_t tile = 0; tile < 8; ++tile) {
    bytes[16 + 2 * tile] = 4 * kTileWords;
    bytes[48 + tile] = kTileRows;
  }
  Type i8 = e.b.getI8Type();
  auto type = VectorType::get({64}, i8);
  Value memory = e.scratch(64, i8);
  e.store(arith::ConstantOp::create(e.b, e.loc, DenseElementsAttr::get(type, ArrayRef<int8_t>(bytes))),
          memory, e.cst(0));
  call("ldtilecfg", {}, pointer(memory, e.cst(0)));
}

void MatrixTiles::release() {
  call("tilerelease", {});
}

void MatrixTiles::zero(int64_t tile) {
  call("tilezero", tile);
}

void MatrixTiles::load(int64_t tile, Value buffer, Value offset, int64_t step) {
  Value bytes = arith::ConstantIntOp::create(e.b, e.loc, 4 * step, 64);
  call("tileloadd64", tile, {pointer(buffer, offset), bytes});
}

void MatrixTiles::store(int64_t tile, Value buffer, Value offset, int64_t step) {
  Value bytes = arith::ConstantIntOp::create(e.b, e.loc, 4 * step, 64);
  call("tilestored64", tile, {pointer(buffer, offset), bytes});
}

void MatrixTiles::multiplyPairs(int64_t sums, int64_t a, int64_t b) {
  call("tdpbf16ps", {sums, a, b});
}

void MatrixTiles::multiplyQuads(int64_t sums, int64_t a, int64_t b, bool isSigned) {
  call(isSigned ? "tdpbssd" : "tdpbusd", {sums, a, b});
}

} // namespace aic::codegen

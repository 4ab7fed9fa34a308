// Describing contractions: see Contraction.h.
#include "compiler/codegen/Contraction.h"

using namespace mlir;

namespace aic::codegen {

Contraction describeContraction(Operation* root, bool constantWeight) {
  Contraction c;
  c.packed = constantWeight;
  c.numberBytes = typeOf(root->getOperand(0)).getElementType().isF64() ? 8 : 4;
  auto shape = [](Value value) { return cast<RankedTensorType>(value.getType()).getShape(); };
  if (auto conv = dyn_cast<Conv2dOp>(root)) {
    auto in = shape(conv.getX()), weight = shape(conv.getWeight()), out = shape(conv.getResult());
    c.images = in[0];
    c.height = in[1];
    c.width = in[2];
    c.pixelStride = in[3];
    c.outHeight = out[1];
    c.outWidth = out[2];
    c.groups = conv.getGroups();
    c.channelsOut = weight[0] / c.groups;
    c.channelsIn = weight[1];
    c.kernelHeight = weight[2];
    c.kernelWidth = weight[3];
    c.strideH = conv.getStride()[0];
    c.strideW = conv.getStride()[1];
    c.dilationH = conv.getDilation()[0];
    c.dilationW = conv.getDilation()[1];
    c.padTop = conv.getPadding()[0];
    c.padLeft = conv.getPadding()[1];
    bool pointwise = c.kernelHeight == 1 && c.kernelWidth == 1 && c.strideH == 1 && c.strideW == 1 &&
                     llvm::all_of(conv.getPadding(), [](int64_t p) { return p == 0; });
    if (pointwise) { // a matrix product over all pixels
      c.isMatmul = true;
      c.outWidth = c.width = c.images * c.outHeight * c.outWidth;
      c.images = c.outHeight = c.height = 1;
    }
    return c;
  }
  c.isMatmul = true;
  if (auto linear = dyn_cast<LinearOp>(root)) {
    auto weight = shape(linear.getWeight());
    c.channelsIn = c.pixelStride = weight[1];
    c.channelsOut = weight[0];
    c.outWidth = c.width =
        cast<RankedTensorType>(linear.getX().getType()).getNumElements() / std::max<int64_t>(weight[1], 1);
    return c;
  }
  auto matmul = cast<MatmulOp>(root);
  auto a = shape(matmul.getA()), b = shape(matmul.getB()), out = shape(matmul.getResult());
  size_t rank = out.size();
  c.channelsIn = c.pixelStride = a.back();
  c.channelsOut = b.back();
  c.outWidth = c.width = out[rank - 2];
  auto leading = [&](ArrayRef<int64_t> s) {
    SmallVector<int64_t> padded(rank - s.size(), 1);
    padded.append(s.begin(), s.end() - 2);
    return padded;
  };
  c.batch = leading(out);
  c.batchA = leading(a);
  c.batchB = leading(b);
  for (int64_t size : c.batch)
    c.images *= size;
  bool sharedB = llvm::all_of(c.batchB, [](int64_t size) { return size == 1; });
  c.packed = constantWeight && sharedB;
  if (sharedB && c.batchA == c.batch) { // one matrix b for all: a's leading axes are more rows
    c.outWidth = c.width = c.outWidth * c.images;
    c.images = 1;
    c.batch.clear();
    c.batchA.clear();
    c.batchB.clear();
  }
  return c;
}

Value batchOffset(LoopEmitter& e, const Contraction& c, Value image, ArrayRef<int64_t> own, int64_t matrix) {
  Value offset = e.cst(0), rest = image;
  int64_t stride = matrix;
  for (int64_t i = static_cast<int64_t>(own.size()) - 1; i >= 0; --i) {
    if (own[i] != 1) {
      offset = e.add(offset, e.mul(e.rem(rest, c.batch[i]), stride));
      stride *= own[i];
    }
    rest = e.div(rest, c.batch[i]);
  }
  return offset;
}

} // namespace aic::codegen

// Result shapes of what reads integers of few bits.
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Infer.h"
#include "dialects/aic/Quantised.h"
#include "mlir/IR/AsmState.h"

#include <cstring>

#define GET_OP_CLASSES
#include "dialects/aic/AicQuantised.cpp.inc"

using namespace mlir;

namespace aic {

using infer::Inference;

namespace {

/// How many blocks there are, the last one maybe shorter; `block` may be any positive number.
int64_t blocksOf(int64_t size, int64_t block) {
  return size / block + (size % block != 0);
}

/// C1 of both: bytes, of 8 bits, or 4 of a tensor with an axis to unpack. The shape that q has unpacked.
LogicalResult unpackedShape(Inference& inference, size_t q, IntegerAttr bits, StringRef constraint,
                            SmallVectorImpl<int64_t>& shape) {
  const int64_t width = bits ? bits.getInt() : 8;
  shape.assign(inference.type(q).getShape().begin(), inference.type(q).getShape().end());
  if (Type element = inference.type(q).getElementType(); element.getIntOrFloatBitWidth() != 8)
    return inference.fail(constraint, "q is of " + describe(element) + ": it is of i8 or u8");
  if (width != 8 && width != 4)
    return inference.fail(constraint, "bits is " + Twine(width) + ": it is 8 or 4");
  if (width == 4 && shape.empty())
    return inference.fail(constraint, "numbers of 4 bits lie in pairs along an axis, q has none");
  if (width == 4)
    shape.back() *= 2;
  return success();
}

} // namespace

std::string wrongScale(ElementsAttr scale) {
  auto element = dyn_cast<FloatType>(scale.getElementType());
  if (!element)
    return "";
  auto wrong = [&](const llvm::APFloat& number, int64_t at) -> std::string {
    if (number.isFiniteNonZero())
      return "";
    return "a scale is not zero and finite; element " + std::to_string(at) + " is " +
           (number.isZero()       ? "0"
            : number.isNaN()      ? "nan"
            : number.isNegative() ? "-inf"
                                  : "inf");
  };
  if (auto dense = dyn_cast<DenseElementsAttr>(scale)) {
    int64_t at = 0;
    for (const llvm::APFloat& number : dense.getValues<llvm::APFloat>()) {
      if (std::string what = wrong(number, at++); !what.empty())
        return what;
      if (dense.isSplat())
        break;
    }
    return "";
  }
  auto resource = dyn_cast<DenseResourceElementsAttr>(scale);
  const AsmResourceBlob* blob = resource ? resource.getRawHandle().getBlob() : nullptr;
  if (!blob || static_cast<int64_t>(blob->getData().size()) != tensorBytes(resource.getType()))
    return "";
  const unsigned width = element.getWidth() / 8;
  for (int64_t at = 0; at < scale.getNumElements(); ++at) {
    uint64_t bits = 0; // little-endian
    std::memcpy(&bits, blob->getData().data() + at * width, width);
    const llvm::APFloat number(element.getFloatSemantics(), llvm::APInt(element.getWidth(), bits));
    if (std::string what = wrong(number, at); !what.empty())
      return what;
  }
  return "";
}

LogicalResult DequantizeOp::inferReturnTypes(MLIRContext* context, std::optional<Location> location,
                                             Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"q", adaptor.getQ()}, {"scale", adaptor.getScale()}, {"zero", adaptor.getZero()}});
  const Properties& p = adaptor.getProperties();
  SmallVector<int64_t> shape;
  if (failed(inference.checkTensors()) || failed(unpackedShape(inference, 0, p.bits, "C1", shape)))
    return failure();
  RankedTensorType scale = inference.type(1), zero = inference.type(2);
  if (failed(inference.checkElement(1, infer::Element::Float, "C2")))
    return failure();
  if (scale.getElementType().isF64())
    return inference.fail("C2", "scale is f64: it is f32, f16 or bf16");
  const int64_t block = p.block ? p.block.getInt() : 0, axis = p.axis ? p.axis.getInt() : 0;
  if (block < 0)
    return inference.fail("C3", "block is " + Twine(block) + ": it is not negative");
  if (block > 0 && (axis < 0 || axis >= int64_t(shape.size())))
    return inference.fail("C3",
                          "axis " + Twine(axis) + " is not one of q's " + Twine(shape.size()) + " axes");
  if (scale.getRank() != int64_t(shape.size()))
    return inference.fail("C4",
                          "scale needs " + Twine(shape.size()) + " axes, it has " + Twine(scale.getRank()));
  for (auto [i, size] : llvm::enumerate(shape)) {
    const bool inBlocks = block > 0 && int64_t(i) == axis;
    const int64_t wanted = inBlocks ? blocksOf(size, block) : size, found = scale.getDimSize(i);
    if (found != wanted && (inBlocks || found != 1))
      return inference.fail("C4", "scale's axis " + Twine(i) + " needs the size " + Twine(wanted) +
                                      (inBlocks ? "" : " or 1") + ", it has " + Twine(found));
  }
  if (zero &&
      (zero.getElementType() != inference.type(0).getElementType() || zero.getShape() != scale.getShape()))
    return inference.fail("C5", "zero needs q's type and scale's shape");
  return inference.finish(shape, Float32Type::get(context), types);
}

LogicalResult BlockLinearOp::inferReturnTypes(MLIRContext*, std::optional<Location> location, Adaptor adaptor,
                                              SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"x", adaptor.getX()},
                       {"q", adaptor.getQ()},
                       {"scale", adaptor.getScale()},
                       {"bias", adaptor.getBias()}});
  if (failed(inference.checkTensors()))
    return failure();
  const Properties& p = adaptor.getProperties();
  RankedTensorType x = inference.type(0), q = inference.type(1), scale = inference.type(2),
                   bias = inference.type(3);
  if (x.getRank() < 1 || !x.getElementType().isF32())
    return inference.fail("C1", "x needs at least 1 axis, and f32");
  if (q.getRank() != 2 || !q.getElementType().isSignlessInteger(8))
    return inference.fail("C2", "q needs 2 axes, and i8");
  SmallVector<int64_t> weight;
  if (failed(unpackedShape(inference, 1, p.bits, "C2", weight)))
    return failure();
  if (x.getShape().back() != weight[1])
    return inference.fail("C3", "the weight expects " + Twine(weight[1]) + " inputs, x's last axis has " +
                                    Twine(x.getShape().back()));
  const int64_t block = p.block ? p.block.getInt() : 0;
  if (block < 1)
    return inference.fail("C4", "block is " + Twine(block) + ": it is at least 1");
  const SmallVector<int64_t> scales = {weight[0], blocksOf(weight[1], block)};
  if (scale.getShape() != ArrayRef(scales) ||
      !(scale.getElementType().isF32() || scale.getElementType().isF16()))
    return inference.fail("C4", "scale needs the shape " + infer::describeShape(scales) + ", and f32 or f16");
  if (bias && (bias.getRank() != 1 || bias.getDimSize(0) != weight[0] || !bias.getElementType().isF32()))
    return inference.fail("C5", "the bias needs the shape [" + Twine(weight[0]) + "], and f32");
  SmallVector<int64_t> shape(x.getShape());
  shape.back() = weight[0];
  return inference.finish(shape, x.getElementType(), types);
}

LogicalResult QuantisedAttentionOp::inferReturnTypes(MLIRContext*, std::optional<Location> location,
                                                     Adaptor adaptor, SmallVectorImpl<Type>& types) {
  Inference inference(location, getOperationName(),
                      {{"q", adaptor.getQ()},
                       {"k", adaptor.getK()},
                       {"v", adaptor.getV()},
                       {"mask", adaptor.getMask()},
                       {"length", adaptor.getLength()},
                       {"k_scale", adaptor.getKScale()},
                       {"v_scale", adaptor.getVScale()}});
  const BoolAttr causal = adaptor.getProperties().causal;
  if (failed(infer::attention(inference, causal && causal.getValue(),
                              adaptor.getAttributes() && adaptor.getAttributes().contains(kSpansAttr),
                              /*scales=*/true, types)))
    return failure();
  for (auto [i, name] : {std::pair(1, "k"), std::pair(2, "v")}) {
    RankedTensorType stored = inference.type(i), scale = inference.type(4 + i);
    if (stored.getElementType().isInteger() != (scale != nullptr))
      return inference.fail("C9", Twine(name) + " has a scale where it is i8, and only there");
    if (!scale)
      continue;
    SmallVector<int64_t> shape(stored.getShape());
    shape.back() = 1;
    bool fits = scale.getElementType().isF32() && scale.getRank() == stored.getRank();
    for (size_t axis = 0; fits && axis < shape.size(); ++axis)
      fits =
          scale.getDimSize(axis) == shape[axis] || (scale.getDimSize(axis) == 1 && axis + 2 < shape.size());
    if (!fits)
      return inference.fail("C9", Twine(name) + "_scale needs f32 and the shape " +
                                      infer::describeShape(shape) +
                                      ", or 1 in place of axes before the last two");
  }
  return success();
}

int64_t BlockLinearOp::getFlops() {
  return getType().getNumElements() * 2 * getX().getType().getShape().back();
}

} // namespace aic

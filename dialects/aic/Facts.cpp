// What operations say of themselves (AicInterfaces.td), where it takes more than a line of their ODS.
#include "dialects/aic/Aic.h"
#include "dialects/aic/AicInterfaces.cpp.inc"
#include "dialects/aic/Quantised.h"

using namespace mlir;

namespace aic {

int64_t oneAnElement(Operation* op) {
  auto count = [](Value value) { return cast<RankedTensorType>(value.getType()).getNumElements(); };
  return std::max(count(op->getResult(0)), count(op->getOperand(0)));
}

//===-- Axes that move ----------------------------------------------------------------------------------===//

int64_t MovedAxes::placeOf(int64_t axis) const {
  int64_t place = 0;
  while (from[place] != axis || place == added)
    ++place;
  return place;
}

SmallVector<int64_t> MovedAxes::placed(ArrayRef<int64_t> values, int64_t forAdded) const {
  SmallVector<int64_t> result;
  for (auto [place, axis] : llvm::enumerate(from))
    result.push_back(int64_t(place) == added ? forAdded : values[axis]);
  return result;
}

SmallVector<int64_t> MovedAxes::reduced(ArrayRef<int64_t> axes) const {
  SmallVector<int64_t> result;
  for (auto [place, axis] : llvm::enumerate(from))
    if (llvm::is_contained(axes, axis))
      result.push_back(int64_t(place));
  return result;
}

//===-- Families ----------------------------------------------------------------------------------------===//

StringRef Conv2dOp::getFamily() {
  ArrayRef<int64_t> weight = getWeight().getType().getShape();
  bool isDepthwise = getGroups() > 1 && weight[1] == 1 && weight[0] == static_cast<int64_t>(getGroups());
  return isDepthwise ? "window" : "contraction";
}

//===-- Weights and views -------------------------------------------------------------------------------===//

std::optional<unsigned> Conv2dOp::getPackedOperand() {
  return 1;
}
std::optional<unsigned> LinearOp::getPackedOperand() {
  return 1;
}
std::optional<unsigned> MatmulOp::getPackedOperand() {
  return 1;
}
std::optional<unsigned> RecurrenceOp::getPackedOperand() {
  return 1;
}

static ArrayRef<ViewedOperand> viewedByAttention(bool mask) {
  static constexpr ViewedOperand kOperands[] = {{"q", false}, {"k", false}, {"v", true}, {"mask", false}};
  return ArrayRef(kOperands).take_front(mask ? 4 : 3);
}

ArrayRef<ViewedOperand> AttentionOp::getViewedOperands() {
  return viewedByAttention(getMask() != nullptr);
}

ArrayRef<ViewedOperand> QuantisedAttentionOp::getViewedOperands() {
  return viewedByAttention(getMask() != nullptr);
}

ArrayRef<ViewedOperand> UpdateSliceOp::getViewedOperands() {
  static constexpr ViewedOperand kOperands[] = {{"values", false}};
  return kOperands;
}

ArrayRef<ViewedOperand> NarrowOp::getViewedOperands() {
  static constexpr ViewedOperand kOperands[] = {{"x", false}};
  return kOperands;
}

ArrayRef<ViewedOperand> RecurrenceOp::getViewedOperands() {
  static constexpr ViewedOperand kOperands[] = {{"x", true}};
  return kOperands;
}

//===-- Parts of a constant that is too large -----------------------------------------------------------===//

std::optional<PartedOperand> Conv2dOp::getParts(unsigned operand) {
  if (operand != 1 || getGroups() != 1)
    return std::nullopt;
  return PartedOperand{0, getLayout() == Layout::NHWC ? 3 : 1};
}

std::optional<PartedOperand> LinearOp::getParts(unsigned operand) {
  return operand == 1 ? std::optional(PartedOperand{0, getType().getRank() - 1}) : std::nullopt;
}

std::optional<PartedOperand> MatmulOp::getParts(unsigned operand) {
  if (operand != 1)
    return std::nullopt;
  return PartedOperand{getB().getType().getRank() - 1, getType().getRank() - 1};
}

std::optional<PartedOperand> EmbeddingOp::getParts(unsigned operand) {
  return operand == 1 ? std::optional(PartedOperand{0, -1}) : std::nullopt;
}

std::optional<PartedOperand> TakeOp::getParts(unsigned operand) {
  return operand == 0 ? std::optional(PartedOperand{static_cast<int64_t>(getDim()), -1}) : std::nullopt;
}

//===-- Arithmetic --------------------------------------------------------------------------------------===//

int64_t Conv2dOp::getFlops() {
  auto weight = getWeight().getType();
  return getType().getNumElements() * 2 * weight.getDimSize(1) * weight.getDimSize(2) * weight.getDimSize(3);
}

int64_t LinearOp::getFlops() {
  return getType().getNumElements() * 2 * getWeight().getType().getDimSize(1);
}

int64_t MatmulOp::getFlops() {
  return getType().getNumElements() * 2 * getA().getType().getShape().back();
}

int64_t MaxPool2dOp::getFlops() {
  return getType().getNumElements() * getKernel()[0] * getKernel()[1];
}

int64_t AvgPool2dOp::getFlops() {
  return getType().getNumElements() * getKernel()[0] * getKernel()[1];
}

int64_t InterpolateOp::getFlops() { // three times (1 - s) * a + s * b
  return getMode() == ResizeMode::Nearest ? 0 : getType().getNumElements() * 9;
}

int64_t ScatterOp::getFlops() {
  return getReduction() == ScatterReduction::None ? 0 : getIndex().getType().getNumElements();
}

template <typename Op> static int64_t flopsOfAttention(Op op) {
  auto q = op.getQ().getType(), k = op.getK().getType();
  int64_t queries = q.getDimSize(q.getRank() - 2), keys = k.getDimSize(k.getRank() - 2),
          seen = queries * keys;
  if (op.getCausal()) // query i sees i + 1 keys, if there are so many
    seen = queries <= keys ? queries * (queries + 1) / 2 : keys * (keys + 1) / 2 + (queries - keys) * keys;
  int64_t matrices = q.getNumElements() / std::max<int64_t>(queries * q.getShape().back(), 1);
  int64_t width = op.getType().getNumElements() / std::max<int64_t>(matrices * queries, 1);
  return matrices * seen * (2 * (q.getShape().back() + width) + 5);
}

int64_t AttentionOp::getFlops() {
  return flopsOfAttention(*this);
}

int64_t QuantisedAttentionOp::getFlops() {
  return flopsOfAttention(*this);
}

int64_t RecurrenceOp::getFlops() { // a product, and some functions a gate
  auto weight = getWHh().getType();
  int64_t units = weight.getDimSize(1);
  return getY().getType().getNumElements() * weight.getDimSize(0) / units * (2 * units + 4);
}

int64_t LayerNormOp::getFlops() {
  return getType().getNumElements() * 7;
}

int64_t RmsNormOp::getFlops() {
  return getType().getNumElements() * 7;
}

int64_t GroupNormOp::getFlops() {
  return getType().getNumElements() * 7;
}

} // namespace aic

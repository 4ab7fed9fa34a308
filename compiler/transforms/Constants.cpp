// Reading and making the constants of a module.
#include "compiler/transforms/Constants.h"

#include "compiler/transforms/Remarks.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <thread>

using namespace mlir;

namespace aic::transforms {

OracleSilence::OracleSilence(MLIRContext* context)
    : handler(context, [thread = std::this_thread::get_id()](Diagnostic&) {
        return success(thread == std::this_thread::get_id());
      }) {}

ElementsAttr constantWithData(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  if (!constant)
    return {};
  ElementsAttr attr = constant.getValue();
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attr)) {
    const AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    if (!blob || int64_t(blob->getData().size()) != tensorBytes(resource.getType()))
      return {};
    return attr;
  }
  return isa<DenseElementsAttr>(attr) ? attr : ElementsAttr();
}

std::string whyNotConstant(Value value) {
  if (value.getDefiningOp<ConstantOp>())
    return "is a constant without data";
  return "is not a constant (it comes from " + describeSource(value) + ")";
}

StringRef resourceKey(ElementsAttr value) {
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(value))
    return resource.getRawHandle().getKey();
  return {};
}

ElementsAttr asSplat(ElementsAttr value) {
  auto resource = dyn_cast_or_null<DenseResourceElementsAttr>(value);
  const AsmResourceBlob* blob = resource ? resource.getRawHandle().getBlob() : nullptr;
  auto type = resource ? dyn_cast<RankedTensorType>(resource.getType()) : RankedTensorType();
  if (!blob || !type || !type.getElementType().isIntOrFloat() || type.getElementTypeBitWidth() % 8 != 0)
    return {};
  ArrayRef<char> data = blob->getData();
  size_t width = type.getElementTypeBitWidth() / 8;
  if (data.size() <= width || int64_t(data.size()) != tensorBytes(type) ||
      std::memcmp(data.data(), data.data() + width, data.size() - width) != 0)
    return {};
  return DenseElementsAttr::getFromRawBuffer(type, data.take_front(width));
}

std::optional<double> splatNumber(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  auto dense = constant ? dyn_cast<DenseFPElementsAttr>(constant.getValue()) : DenseFPElementsAttr();
  if (!dense || !dense.isSplat())
    return std::nullopt;
  llvm::APFloat number = dense.getSplatValue<llvm::APFloat>();
  bool lossy;
  number.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &lossy);
  return number.convertToDouble();
}

namespace {

/// True where `value` is made of constants by at most `budget` operators, of at most `maxElements` elements
/// each.
bool isComputable(Value value, int64_t maxElements, int& budget) {
  Operation* op = value.getDefiningOp();
  auto type = dyn_cast<RankedTensorType>(value.getType());
  if (!op || !type || type.getNumElements() > maxElements || --budget < 0)
    return false;
  if (isa<ConstantOp>(op))
    return constantWithData(value) != nullptr;
  constexpr int64_t kStepsAnElement = 64;
  return isa_and_nonnull<AicDialect>(op->getDialect()) && op->getNumResults() == 1 &&
         op->getNumRegions() == 0 && reference::estimateSteps(op) <= kStepsAnElement * maxElements &&
         llvm::all_of(op->getOperands(),
                      [&](Value operand) { return isComputable(operand, maxElements, budget); });
}

std::optional<reference::Tensor> evaluated(Value value) {
  Operation* op = value.getDefiningOp();
  if (isa<ConstantOp>(op)) {
    FailureOr<reference::Tensor> tensor =
        reference::fromAttr(constantWithData(value), [&] { return op->emitError(); });
    return succeeded(tensor) ? std::optional(std::move(*tensor)) : std::nullopt;
  }
  SmallVector<reference::Tensor> operands, results;
  for (Value operand : op->getOperands()) {
    std::optional<reference::Tensor> tensor = evaluated(operand);
    if (!tensor)
      return std::nullopt;
    operands.push_back(std::move(*tensor));
  }
  SmallVector<const reference::Tensor*> pointers;
  for (reference::Tensor& operand : operands)
    pointers.push_back(&operand);
  if (failed(reference::evaluate(op, pointers, results)) || results.size() != 1)
    return std::nullopt;
  return std::move(results.front());
}

} // namespace

std::optional<reference::Tensor> evaluateConstant(Value value, int64_t maxElements) {
  int budget = 16;
  if (!isComputable(value, maxElements, budget))
    return std::nullopt;
  OracleSilence silence(value.getContext());
  return evaluated(value);
}

ElementsAttr newResource(RankedTensorType type, StringRef key, char** data) {
  // Not LLVM's allocator, which ends the process where memory is short.
  size_t bytes = llvm::alignTo<64>(size_t(tensorBytes(type)) + 1);
  *data = static_cast<char*>(std::aligned_alloc(64, bytes));
  if (!*data)
    return {};
  AsmResourceBlob blob(
      ArrayRef<char>(*data, tensorBytes(type)), 64,
      [](void* blobData, size_t, size_t) { std::free(blobData); },
      /*dataIsMutable=*/true);
  return reference::namedResource(type, key, std::move(blob));
}

ElementsAttr reshaped(ElementsAttr value, RankedTensorType type) {
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(value))
    return DenseResourceElementsAttr::get(type, resource.getRawHandle());
  return cast<DenseElementsAttr>(value).reshape(type);
}

namespace {

/// Copies `count` elements of `width` bytes, `stride` elements apart in the source.
void copyStrided(char* to, const char* from, int64_t count, int64_t stride, int64_t width) {
  switch (width) {
  case 4:
    for (int64_t i = 0; i < count; ++i)
      std::memcpy(to + 4 * i, from + 4 * i * stride, 4);
    return;
  default:
    for (int64_t i = 0; i < count; ++i)
      std::memcpy(to + width * i, from + width * i * stride, width);
  }
}

} // namespace

ElementsAttr transposed(ElementsAttr value, ArrayRef<int64_t> perm, StringRef key) {
  auto resource = dyn_cast<DenseResourceElementsAttr>(value);
  if (!resource || !resource.getRawHandle().getBlob())
    return {};
  ShapedType from = resource.getType();
  int64_t rank = from.getRank();
  SmallVector<int64_t> strides(rank, 1), shape(rank), moved(rank);
  for (int64_t axis = rank - 2; axis >= 0; --axis)
    strides[axis] = strides[axis + 1] * from.getDimSize(axis + 1);
  for (int64_t axis = 0; axis < rank; ++axis) {
    shape[axis] = from.getDimSize(perm[axis]);
    moved[axis] = strides[perm[axis]];
  }
  int64_t width = elementBytes(from.getElementType());
  const char* source = resource.getRawHandle().getBlob()->getData().data();
  char* data = nullptr;
  ElementsAttr result = newResource(RankedTensorType::get(shape, from.getElementType()), key, &data);
  if (!result || from.getNumElements() == 0)
    return result;
  int64_t row = rank == 0 ? 1 : shape[rank - 1];
  int64_t rowStride = rank == 0 ? 1 : moved[rank - 1];
  SmallVector<int64_t> index(rank, 0);
  int64_t offset = 0;
  for (int64_t done = 0; done < from.getNumElements(); done += row) {
    copyStrided(data + done * width, source + offset * width, row, rowStride, width);
    for (int64_t axis = rank - 2; axis >= 0; --axis) {
      offset += moved[axis];
      if (++index[axis] < shape[axis])
        break;
      offset -= moved[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return result;
}

ElementsAttr concatenated(ArrayRef<ElementsAttr> values, int64_t axis, StringRef key) {
  auto first = cast<RankedTensorType>(values.front().getType());
  int64_t width = elementBytes(first.getElementType()), outer = 1, inner = width;
  SmallVector<int64_t> shape(first.getShape());
  for (int64_t i = 0; i < first.getRank(); ++i)
    (i < axis ? outer : inner) *= i == axis ? 1 : shape[i];
  shape[axis] = 0;
  for (ElementsAttr value : values)
    shape[axis] += value.getShapedType().getDimSize(axis);
  char* data = nullptr;
  ElementsAttr result = newResource(RankedTensorType::get(shape, first.getElementType()), key, &data);
  int64_t row = shape[axis] * inner;
  for (ElementsAttr value : values) {
    ArrayRef<char> bytes;
    bool isSplat = false;
    if (auto resource = dyn_cast<DenseResourceElementsAttr>(value)) {
      if (const AsmResourceBlob* blob = resource.getRawHandle().getBlob())
        bytes = blob->getData();
    } else if (auto dense = dyn_cast<DenseElementsAttr>(value)) {
      bytes = dense.getRawData();
      isSplat = dense.isSplat();
    }
    int64_t part = value.getShapedType().getDimSize(axis) * inner;
    if (!result || int64_t(bytes.size()) != (isSplat ? width : outer * part))
      return {};
    for (int64_t o = 0; o < outer; ++o) {
      if (!isSplat && part > 0)
        std::memcpy(data + o * row, bytes.data() + o * part, part);
      for (int64_t at = 0; isSplat && at < part; at += width)
        std::memcpy(data + o * row + at, bytes.data(), width);
    }
    data += part;
  }
  return result;
}

Value makeConstant(OpBuilder& builder, Location loc, ElementsAttr value) {
  StringRef key = resourceKey(value);
  if (!key.empty())
    loc = NameLoc::get(builder.getStringAttr(key), loc);
  return ConstantOp::create(builder, loc, value.getType(), value);
}

ElementsAttr roundedAttr(std::vector<double> values, RankedTensorType type, StringRef key) {
  auto element = dyn_cast<FloatType>(type.getElementType());
  if (!element || int64_t(values.size()) != type.getNumElements())
    return {};
  // A value that is finite in double and not in the element type would turn a good model into one that
  // answers inf.
  double largest = llvm::APFloat::getLargest(element.getFloatSemantics()).convertToDouble();
  for (double value : values)
    if (std::isfinite(value) && std::fabs(value) > largest)
      return {};
  reference::Tensor tensor;
  tensor.shape.assign(type.getShape().begin(), type.getShape().end());
  tensor.element = element;
  tensor.f = std::move(values);
  return reference::toAttr(tensor, key);
}

} // namespace aic::transforms

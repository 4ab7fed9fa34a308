// Tensors, and their way from and to attributes and bytes.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"
#include "mlir/IR/BuiltinDialect.h"

#include "llvm/ADT/APFloat.h"

#include <cstring>
#include <memory>
#include <new>
#include <utility>

using namespace mlir;

namespace aic::reference {
namespace {

template <typename T> T load(const char* bytes, int64_t index) {
  T value;
  std::memcpy(&value, bytes + index * int64_t(sizeof(T)), sizeof(T));
  return value;
}

template <typename T> void store(char* bytes, int64_t index, T value) {
  std::memcpy(bytes + index * int64_t(sizeof(T)), &value, sizeof(T));
}

double loadHalf(const char* bytes, int64_t index, const llvm::fltSemantics& semantics) {
  return llvm::APFloat(semantics, llvm::APInt(16, load<uint16_t>(bytes, index))).convertToDouble();
}

uint16_t halfBits(double value, const llvm::fltSemantics& semantics) {
  llvm::APFloat rounded(value);
  bool inexact;
  rounded.convert(semantics, llvm::APFloat::rmNearestTiesToEven, &inexact);
  return uint16_t(rounded.bitcastToAPInt().getZExtValue());
}

/// Fills `tensor` (allocated, of its element type) from row-major elements of that type.
void readElements(Tensor& tensor, const char* bytes) {
  int64_t count = tensor.size();
  Type element = tensor.element;
  auto read = [&](auto& to, auto from) {
    for (int64_t n = 0; n < count; ++n)
      to[n] = from(n);
  };
  if (element.isF32())
    read(tensor.f, [&](int64_t n) { return double(load<float>(bytes, n)); });
  else if (element.isF64())
    read(tensor.f, [&](int64_t n) { return load<double>(bytes, n); });
  else if (isa<FloatType>(element))
    read(tensor.f, [&, &semantics = cast<FloatType>(element).getFloatSemantics()](int64_t n) {
      return loadHalf(bytes, n, semantics);
    });
  else if (element.isInteger(1))
    read(tensor.i, [&](int64_t n) { return int64_t(bytes[n] != 0); });
  else if (element.isUnsignedInteger(8))
    read(tensor.i, [&](int64_t n) { return int64_t(load<uint8_t>(bytes, n)); });
  else if (element.isInteger(8))
    read(tensor.i, [&](int64_t n) { return int64_t(load<int8_t>(bytes, n)); });
  else if (element.isInteger(16))
    read(tensor.i, [&](int64_t n) { return int64_t(load<int16_t>(bytes, n)); });
  else if (element.isInteger(32))
    read(tensor.i, [&](int64_t n) { return int64_t(load<int32_t>(bytes, n)); });
  else
    read(tensor.i, [&](int64_t n) { return load<int64_t>(bytes, n); });
}

/// Zeros; nullopt where the shape is too big. May throw std::bad_alloc.
std::optional<Tensor> allocate(ArrayRef<int64_t> shape, Type element) {
  std::optional<int64_t> count = elementCount(shape);
  if (!count)
    return std::nullopt;
  Tensor tensor;
  tensor.shape.assign(shape.begin(), shape.end());
  tensor.element = element;
  if (tensor.isFloat())
    tensor.f.resize(*count);
  else
    tensor.i.resize(*count);
  return tensor;
}

/// The elements of an attribute that holds them, element by element or once for all (a splat).
LogicalResult readDense(DenseElementsAttr attr, Tensor& tensor) {
  if (auto floats = dyn_cast<DenseFPElementsAttr>(attr)) {
    if (attr.isSplat()) {
      tensor.f.assign(tensor.f.size(), attr.getSplatValue<llvm::APFloat>().convertToDouble());
      return success();
    }
    int64_t n = 0;
    for (const llvm::APFloat& value : floats)
      tensor.f[n++] = value.convertToDouble();
    return success();
  }
  auto integers = dyn_cast<DenseIntElementsAttr>(attr);
  if (!integers)
    return failure();
  auto toInteger = [&](const llvm::APInt& value) {
    bool unsignedElement = tensor.element.isInteger(1) || tensor.element.isUnsignedInteger();
    return unsignedElement ? int64_t(value.getZExtValue()) : value.getSExtValue();
  };
  if (attr.isSplat()) {
    tensor.i.assign(tensor.i.size(), toInteger(attr.getSplatValue<llvm::APInt>()));
    return success();
  }
  int64_t n = 0;
  for (const llvm::APInt& value : integers)
    tensor.i[n++] = toInteger(value);
  return success();
}

} // namespace

std::optional<int64_t> elementCount(ArrayRef<int64_t> shape) {
  bool empty = false;
  for (int64_t size : shape) {
    if (size < 0)
      return std::nullopt;
    empty |= size == 0;
  }
  int64_t count = empty ? 0 : 1;
  for (int64_t size : shape) {
    if (count > 0 && size > kMaxElements / count)
      return std::nullopt;
    count *= empty ? 1 : size;
  }
  return count;
}

bool isSupportedElement(Type element) {
  return element.isF32() || element.isF16() || element.isBF16() || element.isF64() ||
         element.isSignlessInteger(1) || element.isSignlessInteger(8) || element.isUnsignedInteger(8) ||
         element.isSignlessInteger(16) || element.isSignlessInteger(32) || element.isSignlessInteger(64);
}

int64_t wrapTo(Type element, int64_t value) {
  if (element.isInteger(1))
    return value != 0;
  if (element.isUnsignedInteger(8))
    return uint8_t(value);
  if (element.isInteger(8))
    return int8_t(value);
  if (element.isInteger(16))
    return int16_t(value);
  if (element.isInteger(32))
    return int32_t(value);
  return value;
}

double roundTo(Type element, double value) {
  if (element.isF32())
    return float(value);
  if (element.isF64())
    return value;
  const llvm::fltSemantics& semantics = cast<FloatType>(element).getFloatSemantics();
  return llvm::APFloat(semantics, llvm::APInt(16, halfBits(value, semantics))).convertToDouble();
}

FailureOr<Tensor> fromAttr(ElementsAttr attr, EmitError emitError) {
  if (!attr)
    return failure();
  auto fail = [&](const Twine& why) -> LogicalResult {
    if (emitError)
      return emitError() << why;
    return mlir::emitError(UnknownLoc::get(attr.getContext())) << why;
  };
  ShapedType type = attr.getShapedType();
  if (!isSupportedElement(type.getElementType()))
    return fail("the constant's element type is not one that a model can hold");
  try {
    std::optional<Tensor> tensor = allocate(type.getShape(), type.getElementType());
    if (!tensor)
      return fail("the constant has more than " + Twine(kMaxElements) + " elements");
    if (auto dense = dyn_cast<DenseElementsAttr>(attr)) {
      if (failed(readDense(dense, *tensor)))
        return fail("the constant does not hold numbers");
      return std::move(*tensor);
    }
    auto resource = dyn_cast<DenseResourceElementsAttr>(attr);
    if (!resource)
      return fail("the constant is neither dense nor a dense resource");
    StringRef key = resource.getRawHandle().getKey();
    const AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    if (!blob)
      return fail("the resource '" + key + "' has no data");
    int64_t expected = tensor->size() * elementBytes(tensor->element);
    if (int64_t(blob->getData().size()) != expected)
      return fail("the resource '" + key + "' holds " + Twine(blob->getData().size()) +
                  " bytes, its type needs " + Twine(expected));
    readElements(*tensor, blob->getData().data());
    return std::move(*tensor);
  } catch (const std::bad_alloc&) {
    return fail("the constant's " + Twine(type.getNumElements()) + " elements: " + kOutOfMemory);
  }
}

Tensor fromBytes(ArrayRef<int64_t> shape, Type element, const void* bytes) {
  try {
    if (std::optional<Tensor> tensor = allocate(shape, element)) {
      readElements(*tensor, static_cast<const char*>(bytes));
      return std::move(*tensor);
    }
  } catch (const std::bad_alloc&) {
    // Fall through: a tensor without its elements says so.
  }
  Tensor tensor;
  tensor.shape.assign(shape.begin(), shape.end());
  tensor.element = element;
  return tensor;
}

void toBytes(const Tensor& tensor, void* bytes) {
  char* out = static_cast<char*>(bytes);
  int64_t count = tensor.size();
  Type element = tensor.element;
  auto write = [&](auto convert) {
    for (int64_t n = 0; n < count; ++n)
      store(out, n, convert(n));
  };
  if (element.isF32())
    write([&](int64_t n) { return float(tensor.f[n]); });
  else if (element.isF64())
    write([&](int64_t n) { return tensor.f[n]; });
  else if (isa<FloatType>(element))
    write([&, &semantics = cast<FloatType>(element).getFloatSemantics()](int64_t n) {
      return halfBits(tensor.f[n], semantics);
    });
  else if (element.isInteger(1))
    write([&](int64_t n) { return uint8_t(tensor.i[n] != 0); });
  else if (element.isInteger(8))
    write([&](int64_t n) { return uint8_t(tensor.i[n]); });
  else if (element.isInteger(16))
    write([&](int64_t n) { return uint16_t(tensor.i[n]); });
  else if (element.isInteger(32))
    write([&](int64_t n) { return uint32_t(tensor.i[n]); });
  else
    write([&](int64_t n) { return tensor.i[n]; });
}

ElementsAttr namedResource(RankedTensorType type, StringRef key, AsmResourceBlob blob) {
  auto& manager = DenseResourceElementsHandle::getManagerInterface(type.getContext()).getBlobManager();
  auto name = [&](uint64_t number) { return number ? (key + "_" + Twine(number)).str() : key.str(); };
  uint64_t taken = 0,
           beyond = 1; // numbers are given out in their order, so that a search by halves finds the end
  if (!manager.lookup(name(0)))
    return DenseResourceElementsAttr::get(type, key, std::move(blob));
  while (manager.lookup(name(beyond)))
    taken = std::exchange(beyond, 2 * beyond);
  while (beyond - taken > 1) {
    uint64_t middle = taken + (beyond - taken) / 2;
    (manager.lookup(name(middle)) ? taken : beyond) = middle;
  }
  return DenseResourceElementsAttr::get(type, name(beyond), std::move(blob));
}

ElementsAttr toAttr(const Tensor& tensor, StringRef resourceNameHint) {
  constexpr int64_t kDenseElements = 16;
  constexpr size_t kBlobAlignment = 64;
  std::optional<int64_t> count = elementCount(tensor.shape);
  if (!count || *count != tensor.size())
    return {};
  int64_t width = elementBytes(tensor.element);
  size_t bytes = size_t(*count * width);
  // One byte at least: an allocation of none has no address to hold on to.
  auto* data = static_cast<char*>(
      ::operator new(std::max<size_t>(bytes, 1), std::align_val_t(kBlobAlignment), std::nothrow));
  if (!data)
    return {};
  auto release = [](void* pointer, size_t, size_t) {
    ::operator delete(pointer, std::align_val_t(kBlobAlignment));
  };
  AsmResourceBlob blob(ArrayRef<char>(data, bytes), kBlobAlignment, release, /*dataIsMutable=*/false);
  toBytes(tensor, data);

  // Bytes that repeat with the period of one element are one repeated element.
  bool splat = *count > 0 && std::memcmp(data, data + width, bytes - size_t(width)) == 0;
  RankedTensorType type = tensor.type();
  if (!splat && *count > kDenseElements)
    return namedResource(type, resourceNameHint, std::move(blob));

  int64_t listed = splat ? 1 : *count;
  if (!tensor.isFloat()) {
    SmallVector<llvm::APInt> values;
    for (int64_t n = 0; n < listed; ++n)
      values.emplace_back(tensor.element.getIntOrFloatBitWidth(),
                          uint64_t(wrapTo(tensor.element, tensor.i[n])),
                          /*isSigned=*/false, /*implicitTrunc=*/true);
    return DenseElementsAttr::get(type, values);
  }
  SmallVector<llvm::APFloat> values;
  for (int64_t n = 0; n < listed; ++n) {
    llvm::APFloat value(tensor.f[n]);
    bool inexact;
    value.convert(cast<FloatType>(tensor.element).getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven,
                  &inexact);
    values.push_back(value);
  }
  return DenseElementsAttr::get(type, values);
}

} // namespace aic::reference

#include "frontends/onnx/Tensors.h"

#include "frontends/onnx/Names.h"
#include "frontends/weights/Npy.h"
#include "mlir/IR/BuiltinDialect.h"

#include <cmath>
#include <cstring>
#include <onnx/onnx_pb.h>

namespace aic::onnx {
namespace {

using ::onnx::TensorProto;

constexpr int64_t kListed = 16;           // elements of a float `dense`
constexpr int64_t kListedIntegers = 4096; // elements of an integer `dense`
constexpr size_t kAlignment = 64;

constexpr const char* kNames[] = {
    "undefined",      "float",      "uint8",          "int8",       "uint16",   "int16",
    "int32",          "int64",      "string",         "bool",       "float16",  "double",
    "uint32",         "uint64",     "complex64",      "complex128", "bfloat16", "float8e4m3fn",
    "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4",      "int4",     "float4e2m1"};

template <typename Field> std::string packed(const Field& values, size_t width) {
  std::string bytes;
  bytes.reserve(static_cast<size_t>(values.size()) * width);
  for (auto value : values)
    bytes.append(reinterpret_cast<const char*>(&value), width); // little-endian: the low bytes come first
  return bytes;
}

/// What one of the typed fields holds, as row-major bytes; which field it is hangs on the type.
std::string typedBytes(const TensorProto& tensor, mlir::Type element) {
  size_t width = static_cast<size_t>(elementBytes(element));
  switch (tensor.data_type()) {
  case TensorProto::FLOAT:
    return packed(tensor.float_data(), width);
  case TensorProto::DOUBLE:
    return packed(tensor.double_data(), width);
  case TensorProto::INT64:
    return packed(tensor.int64_data(), width);
  default: // int8 to int32, bool, the two halves
    return packed(tensor.int32_data(), width);
  }
}

constexpr int kUint4 = 21,
              kInt4 = 22; // of newer schemas than this one: two in a byte, the first in the low half

/// The numbers of 4 bits in `bytes`, a byte each.
std::string unpacked(llvm::ArrayRef<char> bytes, bool isSigned, int64_t count) {
  std::string numbers;
  numbers.reserve(static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i) {
    const int half = static_cast<unsigned char>(bytes[i / 2]) >> i % 2 * 4 & 15;
    numbers.push_back(static_cast<char>(isSigned && half > 7 ? half - 16 : half));
  }
  return numbers;
}

/// An element of an attribute's bytes as T.
template <typename T> T convert(const char* at, mlir::Type element) {
  auto load = [at](auto value) {
    std::memcpy(&value, at, sizeof value);
    return value;
  };
  if (element.isF32())
    return static_cast<T>(load(float()));
  if (element.isF64())
    return static_cast<T>(load(double()));
  if (element.isInteger(64))
    return static_cast<T>(load(int64_t()));
  if (element.isInteger(32))
    return static_cast<T>(load(int32_t()));
  if (element.isInteger(16))
    return static_cast<T>(load(int16_t()));
  if (element.isUnsignedInteger(8) || element.isInteger(1))
    return static_cast<T>(load(uint8_t()));
  if (element.isInteger(8))
    return static_cast<T>(load(int8_t()));
  llvm::APFloat half(llvm::cast<mlir::FloatType>(element).getFloatSemantics(),
                     llvm::APInt(16, load(uint16_t())));
  bool loses;
  half.convert(llvm::APFloat::IEEEsingle(), llvm::APFloat::rmNearestTiesToEven, &loses);
  return static_cast<T>(half.convertToFloat());
}

/// Towards zero, saturating, NaN to 0: a plain cast of what does not fit is undefined.
int64_t toInteger(double value) {
  constexpr double kLimit = 9223372036854775808.0;
  if (std::isnan(value))
    return 0;
  if (value >= kLimit)
    return INT64_MAX;
  return value < -kLimit ? INT64_MIN : static_cast<int64_t>(value);
}

template <typename T>
std::optional<llvm::SmallVector<T>> elementsOf(mlir::ElementsAttr value, int64_t limit) {
  auto type = llvm::cast<mlir::RankedTensorType>(value.getType());
  int64_t count = type.getNumElements();
  if (count > limit)
    return std::nullopt;
  mlir::Type element = type.getElementType();
  auto of = [&](const char* at) -> T {
    if constexpr (std::is_same_v<T, int64_t>)
      return llvm::isa<mlir::FloatType>(element) ? toInteger(convert<double>(at, element))
                                                 : convert<int64_t>(at, element);
    else
      return convert<T>(at, element);
  };
  llvm::SmallVector<T> found;
  found.reserve(count);
  if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(value)) {
    const mlir::AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    int64_t width = elementBytes(element);
    if (!blob || static_cast<int64_t>(blob->getData().size()) != count * width)
      return std::nullopt;
    for (int64_t i = 0; i < count; ++i)
      found.push_back(of(blob->getData().data() + i * width));
    return found;
  }
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(value);
  if (!dense)
    return std::nullopt;
  if (element.isInteger(1)) {
    for (bool bit : dense.getValues<bool>())
      found.push_back(bit);
    return found;
  }
  llvm::ArrayRef<char> bytes = dense.getRawData();
  for (int64_t i = 0; i < count; ++i)
    found.push_back(of(bytes.data() + (dense.isSplat() ? 0 : i * elementBytes(element))));
  return found;
}

} // namespace

mlir::Type elementType(mlir::MLIRContext* context, int type) {
  mlir::Builder b(context);
  switch (type) {
  case TensorProto::FLOAT:
    return b.getF32Type();
  case TensorProto::FLOAT16:
    return b.getF16Type();
  case TensorProto::BFLOAT16:
    return b.getBF16Type();
  case TensorProto::DOUBLE:
    return b.getF64Type();
  case TensorProto::BOOL:
    return b.getI1Type();
  case TensorProto::INT8:
    return b.getIntegerType(8);
  case TensorProto::UINT8:
    return b.getIntegerType(8, /*isSigned=*/false);
  case TensorProto::INT16:
    return b.getIntegerType(16);
  case TensorProto::INT32:
    return b.getIntegerType(32);
  case TensorProto::INT64:
    return b.getIntegerType(64);
  default:
    return nullptr;
  }
}

std::string elementName(int type) {
  if (type >= 0 && type < static_cast<int>(std::size(kNames)))
    return kNames[type];
  return "element type " + std::to_string(type);
}

std::string Tensors::newName(llvm::StringRef name) {
  int64_t before = names_[name]++;
  return before ? (name + "_" + llvm::Twine(before)).str() : name.str();
}

mlir::ElementsAttr Tensors::fromBytes(mlir::RankedTensorType type, llvm::ArrayRef<char> bytes,
                                      llvm::StringRef name, bool keep, Problem& problem) {
  mlir::Type element = type.getElementType();
  int64_t count = type.getNumElements();
  bool isBool = element.isInteger(1);
  if (count <= (llvm::isa<mlir::FloatType>(element) ? kListed : kListedIntegers)) {
    if (!isBool)
      return mlir::DenseElementsAttr::getFromRawBuffer(type, bytes);
    llvm::SmallVector<bool> bits;
    for (char byte : bytes)
      bits.push_back(byte != 0);
    return mlir::DenseElementsAttr::get(type, bits);
  }
  auto& manager = mlir::DenseResourceElementsHandle::getManagerInterface(context_);
  std::string key = newName(name);
  size_t width = static_cast<size_t>(elementBytes(element));
  if (keep && !isBool && reinterpret_cast<uintptr_t>(bytes.data()) % width == 0)
    return mlir::DenseResourceElementsAttr::get(
        type, manager.insert(key, mlir::UnmanagedAsmResourceBlob::allocateWithAlign(bytes, width)));
  auto* data = static_cast<char*>(::operator new(bytes.size(), std::align_val_t(kAlignment), std::nothrow));
  if (!data) {
    problem = {1, "there is not enough memory for its " + std::to_string(bytes.size()) + " bytes"};
    return nullptr;
  }
  if (isBool)
    std::transform(bytes.begin(), bytes.end(), data, [](char byte) { return byte != 0; });
  else
    std::memcpy(data, bytes.data(), bytes.size());
  mlir::AsmResourceBlob blob(
      llvm::ArrayRef<char>(data, bytes.size()), kAlignment,
      [](void* p, size_t, size_t) { ::operator delete(p, std::align_val_t(kAlignment)); },
      /*dataIsMutable=*/false);
  return mlir::DenseResourceElementsAttr::get(type, manager.insert(key, std::move(blob)));
}

llvm::ArrayRef<char> Tensors::externalBytes(const TensorProto& tensor, int64_t bytes, Problem& problem) {
  std::string location;
  int64_t offset = 0, length = bytes;
  for (const auto& entry : tensor.external_data()) {
    llvm::StringRef value(entry.value());
    bool good = true;
    if (entry.key() == "location")
      location = entry.value();
    else if (entry.key() == "offset")
      good = !value.getAsInteger(10, offset) && offset >= 0;
    else if (entry.key() == "length")
      good = !value.getAsInteger(10, length) && length >= 0;
    if (!good) {
      problem = {1, "the " + entry.key() + " of its external data is " + quoted(value) +
                        ", which is no such number"};
      return {};
    }
  }
  if (length != bytes) {
    problem = {1, "its external data has " + std::to_string(length) + " bytes, its type and shape take " +
                      std::to_string(bytes)};
    return {};
  }
  weights::Bytes found = model_.external(location, offset, length, problem);
  return {reinterpret_cast<const char*>(found.data()), found.size()};
}

mlir::ElementsAttr Tensors::read(const TensorProto& tensor, llvm::StringRef name, Problem& problem) {
  mlir::ElementsAttr& found = read_[&tensor];
  if (!found)
    found = readOnce(tensor, name, problem);
  return found;
}

mlir::ElementsAttr Tensors::readOnce(const TensorProto& tensor, llvm::StringRef name, Problem& problem) {
  const bool isSigned = tensor.data_type() == kInt4, isPacked = isSigned || tensor.data_type() == kUint4;
  mlir::Type element =
      isPacked ? mlir::IntegerType::get(context_, 8,
                                        isSigned ? mlir::IntegerType::Signless : mlir::IntegerType::Unsigned)
               : elementType(context_, tensor.data_type());
  if (!element) {
    problem = {3, "it holds " + elementName(tensor.data_type()) + ", which aic has no type for"};
    return nullptr;
  }
  llvm::SmallVector<int64_t> shape(tensor.dims().begin(), tensor.dims().end());
  if (llvm::any_of(shape, [](int64_t size) { return size < 0; }) || !isBounded(shape)) {
    problem = {1, "its shape has a negative size, or more than 2^40 elements or 32 axes"};
    return nullptr;
  }
  if (tensor.has_segment()) {
    problem = {3, "it is stored in segments, which aic does not read"};
    return nullptr;
  }
  auto type = mlir::RankedTensorType::get(shape, element);
  const int64_t bytes = isPacked ? type.getNumElements() / 2 + type.getNumElements() % 2 : tensorBytes(type);
  std::string typed;
  llvm::ArrayRef<char> data;
  if (tensor.data_location() == TensorProto::EXTERNAL) {
    data = externalBytes(tensor, bytes, problem);
    if (problem.code)
      return nullptr;
  } else if (tensor.has_raw_data()) {
    data = {tensor.raw_data().data(), tensor.raw_data().size()};
  } else {
    typed = typedBytes(tensor, element);
    data = {typed.data(), typed.size()};
  }
  if (static_cast<int64_t>(data.size()) != bytes) {
    problem = {1, "its data has " + std::to_string(data.size()) + " bytes, " + describe(type) +
                      (isPacked ? " in 4 bits" : "") + " takes " + std::to_string(bytes)};
    return nullptr;
  }
  if (isPacked) {
    const std::string numbers = unpacked(data, isSigned, type.getNumElements());
    mlir::ElementsAttr made =
        fromBytes(type, {numbers.data(), numbers.size()}, name, /*keep=*/false, problem);
    if (made && !shape.empty() && shape.back() % 2 == 0) {
      shape.back() /= 2;
      pairs_[made] = fromBytes(type.clone(shape), data, name, typed.empty(), problem);
    }
    return made;
  }
  return fromBytes(type, data, name, typed.empty(), problem);
}

mlir::ElementsAttr Tensors::readNpy(const std::string& path, llvm::StringRef name, Problem& problem) {
  absl::StatusOr<weights::Array> array = weights::ReadNpy(path);
  if (!array.ok()) {
    bool wrong = array.status().code() == absl::StatusCode::kInvalidArgument;
    bool unsupported = array.status().code() == absl::StatusCode::kUnimplemented;
    problem = {wrong ? 1 : unsupported ? 3 : 4, std::string(array.status().message())};
    return nullptr;
  }
  static constexpr int kTypes[] = {TensorProto::FLOAT,  TensorProto::FLOAT16, TensorProto::BFLOAT16,
                                   TensorProto::DOUBLE, TensorProto::BOOL,    TensorProto::INT8,
                                   TensorProto::UINT8,  TensorProto::INT16,   TensorProto::INT32,
                                   TensorProto::INT64}; // in the order of weights::ElementType
  auto type =
      mlir::RankedTensorType::get(array->shape, elementType(context_, kTypes[static_cast<int>(array->type)]));
  if (!isBounded(type.getShape())) {
    problem = {1, path + ": more than 2^40 elements or 32 axes"};
    return nullptr;
  }
  return fromBytes(type, {reinterpret_cast<const char*>(array->data.data()), array->data.size()}, name,
                   /*keep=*/false, problem);
}

std::optional<llvm::SmallVector<int64_t>> integersOf(mlir::ElementsAttr value, int64_t limit) {
  return elementsOf<int64_t>(value, limit);
}

std::optional<llvm::SmallVector<double>> numbersOf(mlir::ElementsAttr value, int64_t limit) {
  return elementsOf<double>(value, limit);
}

} // namespace aic::onnx

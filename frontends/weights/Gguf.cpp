// .gguf: a header of keys and values, the tensors' names, types and places, then their data.

#include "frontends/weights/Gguf.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Formats.h"
#include "frontends/weights/GgufBlocks.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace aic::weights {

namespace {

constexpr uint32_t kMaxDims = 4; // GGML_MAX_DIMS
constexpr uint64_t kMaxAlignment = 1 << 20;

/// The types of values. An array has a type of its own, a count and so many values.
enum class Value : uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64, Count };

/// Reads on as long as there is something; then `failed` stays true.
class Cursor {
public:
  explicit Cursor(Bytes bytes) : bytes_(bytes) {}

  bool failed() const { return failed_; }
  size_t at() const { return at_; }
  size_t left() const { return bytes_.size() - at_; }

  template <typename T> T Number() {
    const uint8_t* from = Take(sizeof(T));
    return from ? LoadLe<T>(from) : T(0);
  }
  absl::string_view String() {
    const auto size = Number<uint64_t>();
    const uint8_t* from = Take(size);
    return from ? absl::string_view(reinterpret_cast<const char*>(from), size) : absl::string_view();
  }
  const uint8_t* Take(uint64_t size) {
    if (failed_ || size > left()) {
      failed_ = true;
      return nullptr;
    }
    const uint8_t* from = bytes_.data() + at_;
    at_ += size;
    return from;
  }

private:
  Bytes bytes_;
  size_t at_ = 0;
  bool failed_ = false;
};

size_t BytesOf(Value type) {
  switch (type) {
  case Value::U8:
  case Value::I8:
  case Value::Bool:
    return 1;
  case Value::U16:
  case Value::I16:
    return 2;
  case Value::U32:
  case Value::I32:
  case Value::F32:
    return 4;
  case Value::U64:
  case Value::I64:
  case Value::F64:
    return 8;
  default:
    return 0;
  }
}

/// What is needed of the keys and values.
struct Header {
  std::string architecture;
  uint64_t alignment = 32, heads = 0, keyHeads = 0;
};

/// One value; numbers and strings that the header asks for are kept.
absl::Status ReadValue(Cursor& cursor, absl::string_view key, Header& header, const std::string& path) {
  auto wrong = [&](absl::string_view what) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": the value of ", Quote(key), " ", what));
  };
  auto type = static_cast<Value>(cursor.Number<uint32_t>());
  if (type >= Value::Count)
    return wrong(absl::StrCat("is of type ", static_cast<uint32_t>(type), ", which GGUF has not"));
  if (type == Value::String) {
    absl::string_view text = cursor.String();
    if (key == "general.architecture")
      header.architecture = std::string(text);
    return absl::OkStatus();
  }
  if (type == Value::Array) {
    auto element = static_cast<Value>(cursor.Number<uint32_t>());
    const auto count = cursor.Number<uint64_t>();
    if (element >= Value::Count || element == Value::Array)
      return wrong("is an array of arrays, or of no type that GGUF has");
    if (element == Value::String) {
      for (uint64_t i = 0; i < count && !cursor.failed(); ++i)
        cursor.String();
    } else if (count > cursor.left() / BytesOf(element)) {
      return wrong("goes beyond the end of the file");
    } else {
      cursor.Take(count * BytesOf(element));
    }
    return absl::OkStatus();
  }
  const uint8_t* bytes = cursor.Take(BytesOf(type));
  if (!bytes || (type != Value::U32 && type != Value::I32 && type != Value::U64))
    return absl::OkStatus();
  const uint64_t number = type == Value::U64 ? LoadLe<uint64_t>(bytes) : LoadLe<uint32_t>(bytes);
  if (key == "general.alignment")
    header.alignment = number;
  else if (key == absl::StrCat(header.architecture, ".attention.head_count"))
    header.heads = number;
  else if (key == absl::StrCat(header.architecture, ".attention.head_count_kv"))
    header.keyHeads = number;
  return absl::OkStatus();
}

/// A tensor of the file, before its data are looked at.
struct Described {
  std::string name;
  std::vector<int64_t> shape; // outermost first, as elsewhere
  uint32_t type = 0;
  uint64_t offset = 0;
};

std::optional<ElementType> PlainType(uint32_t type) {
  switch (type) {
  case 0:
    return ElementType::F32;
  case 1:
    return ElementType::F16;
  case 24:
    return ElementType::I8;
  case 25:
    return ElementType::I16;
  case 26:
    return ElementType::I32;
  case 27:
    return ElementType::I64;
  case 28:
    return ElementType::F64;
  case 30:
    return ElementType::BF16;
  default:
    return std::nullopt;
  }
}

absl::Status ReadTensor(Cursor& cursor, Described& tensor, const std::string& path) {
  tensor.name = std::string(cursor.String());
  const auto dims = cursor.Number<uint32_t>();
  if (!cursor.failed() && dims > kMaxDims)
    return absl::InvalidArgumentError(absl::StrCat(path, ": tensor ", Quote(tensor.name), " has ", dims,
                                                   " dimensions, and GGUF has at most ", kMaxDims));
  tensor.shape.resize(dims);
  for (uint32_t i = 0; i < dims; ++i) {
    const auto size = cursor.Number<uint64_t>();
    tensor.shape[dims - 1 - i] = size > INT64_MAX ? -1 : static_cast<int64_t>(size);
  }
  tensor.type = cursor.Number<uint32_t>();
  tensor.offset = cursor.Number<uint64_t>();
  return absl::OkStatus();
}

/// Where row `row` of the checkpoint's matrix lies in the file's, whose heads have their pairs side by side.
size_t PairedRow(size_t row, size_t headRows) {
  const size_t head = row / headRows, in = row % headRows, half = headRows / 2;
  return head * headRows + (in % half) * 2 + in / half;
}

/// The elements of a matrix [rows, columns] in the checkpoint's order. `heads` are those of paired rows.
void Reorder(const uint8_t* from, GgufOrder order, size_t rows, size_t columns, size_t element, size_t heads,
             uint8_t* to) {
  if (order == GgufOrder::Transposed) {
    for (size_t i = 0; i < rows; ++i)
      for (size_t j = 0; j < columns; ++j)
        std::memcpy(to + (j * rows + i) * element, from + (i * columns + j) * element, element);
    return;
  }
  for (size_t row = 0; row < rows; ++row)
    std::memcpy(to + row * columns * element, from + PairedRow(row, rows / heads) * columns * element,
                columns * element);
}

/// How a tensor's elements get out of the file.
struct Way {
  const uint8_t* data;
  const GgufBlock* block; // null: elements as they are
  GgufOrder order;
  size_t elements, rows, columns, element, heads;
};

absl::StatusOr<Unpacked> UnpackTensor(const Way& way, const std::string& where) {
  auto noMemory = [&](size_t bytes) {
    return absl::UnavailableError(absl::StrCat(where, ": not enough memory for ", bytes, " bytes"));
  };
  const size_t bytes = way.elements * way.element;
  std::shared_ptr<uint8_t> plain;
  const uint8_t* from = way.data;
  if (way.block) {
    plain = AllocateBytes(bytes);
    if (!plain)
      return noMemory(bytes);
    auto* out = reinterpret_cast<float*>(plain.get()); // as new aligns it
    for (size_t i = 0; i < way.elements / way.block->elements; ++i)
      way.block->unpack(way.data + i * way.block->bytes, out + i * way.block->elements);
    from = plain.get();
  }
  if (way.order == GgufOrder::Same)
    return Unpacked(plain);
  std::shared_ptr<uint8_t> turned = AllocateBytes(bytes);
  if (!turned)
    return noMemory(bytes);
  Reorder(from, way.order, way.rows, way.columns, way.element, way.heads, turned.get());
  return Unpacked(turned);
}

absl::StatusOr<Blocks> PackBlocks(const Way& way, const std::string& where) {
  const size_t inRow = way.columns / way.block->elements, count = way.rows * inRow;
  const size_t each = way.block->elements * static_cast<size_t>(way.block->bits) / 8;
  Blocks made{way.block->bits,
              static_cast<int64_t>(way.rows),
              static_cast<int64_t>(way.columns),
              way.order == GgufOrder::Transposed,
              count * each,
              count * sizeof(uint16_t),
              nullptr,
              nullptr};
  std::shared_ptr<uint8_t> numbers = AllocateBytes(made.numberBytes), scales = AllocateBytes(made.scaleBytes);
  if (!numbers || !scales)
    return absl::UnavailableError(
        absl::StrCat(where, ": not enough memory for ", made.numberBytes + made.scaleBytes, " bytes"));
  const bool paired = way.order == GgufOrder::PairedQuery || way.order == GgufOrder::PairedKey;
  for (size_t row = 0; row < way.rows; ++row) {
    const size_t from = paired ? PairedRow(row, way.rows / way.heads) : row;
    for (size_t i = 0; i < inRow; ++i) {
      const uint8_t* block = way.data + (from * inRow + i) * way.block->bytes;
      const size_t to = row * inRow + i;
      std::memcpy(scales.get() + to * sizeof(uint16_t), block, sizeof(uint16_t));
      way.block->pack(block, numbers.get() + to * each);
    }
  }
  made.numbers = numbers;
  made.scales = scales;
  return made;
}

/// The tensor as the checkpoint has it: its place in the file, or how to unpack it.
absl::StatusOr<ContentTensor> Describe(const Described& tensor, GgufOrder order, const Header& header,
                                       Bytes data, const std::string& where) {
  auto wrong = [&](const std::string& what) {
    return absl::InvalidArgumentError(absl::StrCat(where, " ", what));
  };
  const GgufBlock* block = FindGgufBlock(tensor.type);
  std::optional<ElementType> type = block ? ElementType::F32 : PlainType(tensor.type);
  if (!type)
    return absl::UnimplementedError(absl::StrCat(where, " is of ggml's type ", tensor.type,
                                                 "; supported are F32, F16, BF16, F64, I8, I16, I32, I64, "
                                                 "Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K and Q6_K"));
  ContentTensor made{{*type, tensor.shape, 0}};
  absl::StatusOr<size_t> bytes = TensorBytes(*type, tensor.shape);
  if (!bytes.ok())
    return wrong(absl::StrCat("has a shape that no tensor has: ", bytes.status().message()));
  made.info.bytes = *bytes;
  const size_t columns = tensor.shape.empty() ? 1 : static_cast<size_t>(tensor.shape.back());
  const size_t elements = *bytes / ElementBytes(*type);
  if (block && (columns % block->elements != 0 || tensor.shape.empty()))
    return wrong(absl::StrCat("is of type ", block->name, ", whose blocks are ", block->elements,
                              " elements, and its rows are ", columns));
  const size_t stored = block ? elements / block->elements * block->bytes : *bytes;
  if (tensor.offset % header.alignment != 0)
    return wrong(absl::StrCat("begins at ", tensor.offset, ", which is no multiple of ", header.alignment));
  if (tensor.offset > data.size() || stored > data.size() - tensor.offset)
    return wrong("goes beyond the end of the file: it is not whole, perhaps");
  const uint8_t* at = data.data() + tensor.offset;
  Way way{at, block, order, elements, elements / std::max<size_t>(columns, 1), columns, ElementBytes(*type),
          1};
  if (order != GgufOrder::Same && tensor.shape.size() > 2)
    return wrong("is a matrix in this architecture, and has more dimensions");
  if (order == GgufOrder::Transposed)
    std::reverse(made.info.shape.begin(), made.info.shape.end());
  if (order == GgufOrder::PairedQuery || order == GgufOrder::PairedKey) {
    if (tensor.shape.size() == 1) // a bias: rows of one element
      std::swap(way.rows, way.columns);
    way.heads = order == GgufOrder::PairedKey && header.keyHeads ? header.keyHeads : header.heads;
    if (way.heads == 0 || way.rows % way.heads != 0 || way.rows / way.heads % 2 != 0)
      return wrong(absl::StrCat("has ", way.rows, " rows, which ", way.heads,
                                " heads (attention.head_count) do not share in pairs"));
  }
  if (!block && order == GgufOrder::Same)
    made.data = at;
  else
    made.unpack = [way, where] { return UnpackTensor(way, where); };
  if (block)
    made.info.blocks = block->name;
  if (block && block->pack && tensor.shape.size() == 2 && elements > 0)
    made.blocks = [way, where] { return PackBlocks(way, where); };
  return made;
}

} // namespace

absl::StatusOr<Content> ParseGguf(Bytes file, const std::string& path) {
  auto wrong = [&](const std::string& what) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", what));
  };
  constexpr const char* kShort = "the file ends in its header: it is not whole, perhaps";
  Cursor cursor(file);
  cursor.Take(4); // "GGUF"
  const auto version = cursor.Number<uint32_t>();
  if (!cursor.failed() && version != 2 && version != 3)
    return absl::UnimplementedError(
        absl::StrCat(path, ": GGUF's version ", version, "; supported are 2 and 3, little-endian"));
  const auto tensors = cursor.Number<uint64_t>(), values = cursor.Number<uint64_t>();
  Header header;
  for (uint64_t i = 0; i < values && !cursor.failed(); ++i) {
    absl::string_view key = cursor.String();
    if (absl::Status status = ReadValue(cursor, key, header, path); !status.ok())
      return status;
  }
  if (header.alignment == 0 || header.alignment > kMaxAlignment ||
      (header.alignment & (header.alignment - 1)) != 0)
    return wrong(absl::StrCat("general.alignment is ", header.alignment, ", which is no power of two up to ",
                              kMaxAlignment));
  std::vector<Described> described;
  for (uint64_t i = 0; i < tensors && !cursor.failed(); ++i)
    if (absl::Status status = ReadTensor(cursor, described.emplace_back(), path); !status.ok())
      return status;
  if (cursor.failed())
    return wrong(kShort);
  const size_t begin = (cursor.at() + header.alignment - 1) / header.alignment * header.alignment;
  const Bytes data = begin <= file.size() ? file.subspan(begin) : Bytes();
  Content content;
  for (const Described& tensor : described) {
    GgufName name = CheckpointName(header.architecture, tensor.name);
    absl::StatusOr<ContentTensor> made =
        Describe(tensor, name.order, header, data, absl::StrCat(path, ": tensor ", Quote(tensor.name)));
    if (!made.ok())
      return made.status();
    if (!content.emplace(name.name, *std::move(made)).second)
      return wrong(absl::StrCat("there are two tensors ", Quote(name.name)));
  }
  const std::string head(TiedHead(header.architecture));
  auto table = content.find(CheckpointName(header.architecture, "token_embd.weight").name);
  if (!head.empty() && table != content.end())
    content.emplace(head, table->second);
  return content;
}

} // namespace aic::weights

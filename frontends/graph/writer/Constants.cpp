#include "frontends/graph/writer/Constants.h"

#include "dialects/aic/Quantised.h"
#include "frontends/graph/Parameters.h"
#include "frontends/graph/writer/Names.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace aic::graph::writer {
namespace {

constexpr size_t kMaxBase = 1900;                 // bytes of a name that a role or a number is added to
constexpr int64_t kWritten = 16;                  // elements that are written out one by one
constexpr int64_t kMaxMoved = int64_t(1) << 26;   // elements of a constant that is moved here
constexpr int64_t kMoveBudget = int64_t(1) << 32; // steps for all of them

/// The bytes of a constant, row-major, a bool in one byte.
weights::Bytes bytesOf(mlir::ElementsAttr value, std::vector<uint8_t>& scratch) {
  auto view = [](llvm::ArrayRef<char> bytes) {
    return weights::Bytes(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  };
  if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(value)) {
    const mlir::AsmResourceBlob* blob = resource.getRawHandle().getBlob();
    return blob ? view(blob->getData()) : weights::Bytes();
  }
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(value);
  if (!dense)
    return {};
  if (dense.getElementType().isInteger(1)) {
    scratch.clear();
    for (bool bit : dense.getValues<bool>())
      scratch.push_back(bit);
    return scratch;
  }
  llvm::ArrayRef<char> raw = dense.getRawData();
  if (!dense.isSplat())
    return view(raw);
  scratch.resize(raw.size() * static_cast<size_t>(dense.getNumElements()));
  for (size_t i = 0; i < scratch.size(); i += raw.size())
    std::memcpy(scratch.data() + i, raw.data(), raw.size());
  return scratch;
}

template <typename T> void transposeAs(const uint8_t* from, uint8_t* to, size_t rows, size_t columns) {
  constexpr size_t kTile = 32; // both sides stay in the cache
  for (size_t r0 = 0; r0 < rows; r0 += kTile)
    for (size_t c0 = 0; c0 < columns; c0 += kTile)
      for (size_t r = r0; r < std::min(rows, r0 + kTile); ++r)
        for (size_t c = c0; c < std::min(columns, c0 + kTile); ++c)
          std::memcpy(to + (c * rows + r) * sizeof(T), from + (r * columns + c) * sizeof(T), sizeof(T));
}

/// A matrix, the other way round.
weights::Bytes transposed(weights::Bytes bytes, mlir::RankedTensorType type, std::vector<uint8_t>& scratch) {
  auto rows = static_cast<size_t>(type.getDimSize(0)), columns = static_cast<size_t>(type.getDimSize(1));
  std::vector<uint8_t> out(bytes.size());
  switch (elementBytes(type.getElementType())) {
  case 8:
    transposeAs<uint64_t>(bytes.data(), out.data(), rows, columns);
    break;
  case 4:
    transposeAs<uint32_t>(bytes.data(), out.data(), rows, columns);
    break;
  case 2:
    transposeAs<uint16_t>(bytes.data(), out.data(), rows, columns);
    break;
  default:
    transposeAs<uint8_t>(bytes.data(), out.data(), rows, columns);
  }
  scratch = std::move(out);
  return scratch;
}

/// The name that the file gives a constant: its location says "tensor 'NAME'".
std::string fileName(mlir::Value value, mlir::ElementsAttr attribute) {
  llvm::StringRef name;
  if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(attribute))
    name = resource.getRawHandle().getKey();
  if (auto location = llvm::dyn_cast<mlir::NameLoc>(value.getLoc())) {
    llvm::StringRef text = location.getName().getValue();
    if (text.consume_front("tensor '") && text.consume_back("'")) {
      if (!text.ends_with("...")) // cut short for messages
        name = text;
    } else {
      name = ""; // a node made it
    }
  }
  return isParameterName(name) && !isGenerated(name) ? name.str() : "";
}

/// The elements of a small dense constant, as the text has them.
std::optional<std::vector<std::string>> elementsOf(mlir::ElementsAttr value) {
  auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(value);
  if (!dense)
    return std::nullopt;
  mlir::Type element = dense.getElementType();
  std::vector<std::string> texts;
  int64_t count = dense.isSplat() ? 1 : dense.getNumElements();
  if (count > kWritten)
    return std::nullopt;
  if (llvm::isa<mlir::FloatType>(element)) {
    for (const llvm::APFloat& number : dense.getValues<llvm::APFloat>()) {
      llvm::APFloat wide = number;
      bool loses = false;
      wide.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &loses);
      texts.push_back(spellNumber(wide.convertToDouble(), element));
      if (static_cast<int64_t>(texts.size()) == count)
        break;
    }
    return texts;
  }
  for (const llvm::APInt& number : dense.getValues<llvm::APInt>()) {
    if (element.isInteger(1)) {
      texts.push_back(number.isZero() ? "false" : "true");
    } else {
      int64_t wide =
          element.isUnsignedInteger() ? static_cast<int64_t>(number.getZExtValue()) : number.getSExtValue();
      if (wide == INT64_MIN) // its digits without the sign are too large
        return std::nullopt;
      texts.push_back(std::to_string(wide));
    }
    if (static_cast<int64_t>(texts.size()) == count)
      break;
  }
  return texts;
}

} // namespace

mlir::RankedTensorType Constant::type() const {
  const auto own = llvm::cast<mlir::RankedTensorType>(value.getType());
  if (!fourBits)
    return own;
  llvm::SmallVector<int64_t> shape(own.getShape());
  shape.back() *= 2;
  return mlir::RankedTensorType::get(
      shape, mlir::IntegerType::get(own.getContext(), 4,
                                    llvm::cast<mlir::IntegerType>(own.getElementType()).getSignedness()));
}

std::string spellNumber(double value, mlir::Type element) {
  if (std::isnan(value))
    return "nan";
  if (std::isinf(value))
    return value < 0 ? "-inf" : "inf";
  char buffer[40];
  bool isFloat = !element.isF64() && static_cast<double>(static_cast<float>(value)) == value;
  std::to_chars_result end = isFloat
                                 ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<float>(value))
                                 : std::to_chars(buffer, buffer + sizeof buffer, value);
  std::string text(buffer, end.ptr);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string spellType(mlir::Type element) {
  return aic::describe(element);
}

void Constants::collect(mlir::func::FuncOp function, const Fold& fold) {
  int64_t budget = kMoveBudget;
  for (mlir::Operation& op : function.front()) {
    if (auto constant = llvm::dyn_cast<ConstantOp>(op)) {
      Constant entry;
      entry.value = constant.getValue();
      entry.name = fileName(constant, entry.value);
      taken_.insert(entry.name);
      constants_.insert({constant.getResult(), std::move(entry)});
      continue;
    }
    if (!fold || !llvm::isa<ReshapeOp, TransposeOp, SliceOp, ConcatOp>(op))
      continue;
    llvm::SmallVector<mlir::ElementsAttr> operands;
    for (mlir::Value operand : op.getOperands())
      if (Constant* known = find(operand))
        operands.push_back(known->value);
    auto type = llvm::cast<mlir::RankedTensorType>(op.getResult(0).getType());
    if (operands.size() != op.getNumOperands() || type.getNumElements() > kMaxMoved)
      continue;
    if (mlir::ElementsAttr value = fold(&op, operands, budget)) {
      Constant entry;
      entry.value = value;
      constants_.insert({op.getResult(0), std::move(entry)});
    }
  }
  function.walk([&](DequantizeOp op) {
    if (Constant* q = op.getBits() == 4 ? find(op.getQ()) : nullptr)
      q->fourBits = true;
  });
  taken_.insert(""); // no path
}

Constant* Constants::find(mlir::Value value) {
  auto found = constants_.find(value);
  return found == constants_.end() ? nullptr : &found->second;
}

Constant* Constants::find(mlir::Value value, const std::string& scope) {
  Constant* constant = find(value);
  auto spread = spread_.find(value);
  if (!constant || spread == spread_.end() || spread->second == scope)
    return constant;
  std::unique_ptr<Constant>& copy = copies_[{constant, scope}];
  if (!copy) {
    copy = std::make_unique<Constant>();
    copy->value = constant->value;
    copy->fourBits = constant->fourBits;
    // As the owner has it: `self_attn.out_proj.bias` there is `self_attn.out_proj.bias` here.
    std::string rest = below(spread->second, constant->name);
    if (rest.empty() || rest == ".")
      rest = constant->name.substr(constant->name.rfind('.') + 1);
    std::string name = scope + "." + rest;
    if (isParameterName(name) && taken_.insert(name).second)
      copy->name = name;
  }
  return copy.get();
}

std::optional<std::string> Constants::element(mlir::ElementsAttr value) {
  if (value.getNumElements() != 1)
    return std::nullopt;
  auto texts = elementsOf(value);
  return texts && texts->size() == 1 ? std::optional((*texts)[0]) : std::nullopt;
}

bool Constants::isLiteral(const Constant& constant) const {
  if (!constant.path.empty())
    return false;
  if (constant.type().getNumElements() == 0)
    return true; // a parameter is not empty
  if (constant.fourBits)
    return false;
  bool isVector =
      constant.type().getRank() > 0 && llvm::isa<mlir::FloatType>(constant.type().getElementType());
  return !(isVector && !constant.name.empty()) && elementsOf(constant.value);
}

std::string Constants::literal(mlir::ElementsAttr value) {
  auto type = llvm::cast<mlir::RankedTensorType>(value.getType());
  std::string element = spellType(type.getElementType()), shape;
  for (int64_t size : type.getShape())
    shape += (shape.empty() ? "" : ", ") + std::to_string(size);
  if (type.getNumElements() == 0)
    return "full([" + shape + "], " + (type.getElementType().isInteger(1) ? "false" : "0") + ", " + element +
           ")";
  std::optional<std::vector<std::string>> elements = elementsOf(value);
  if (!elements) // isLiteral is false of it
    return "";
  const std::vector<std::string>& texts = *elements;
  if (type.getRank() == 0)
    return "tensor(" + texts[0] + ", " + element + ")";
  if (texts.size() == 1)
    return "full([" + shape + "], " + texts[0] + ", " + element + ")";
  // Row by row; a bracket opens or closes where a multiple of what is inside it begins or ends.
  std::string text;
  for (size_t i = 0; i < texts.size(); ++i) {
    size_t inside = 1;
    std::string open, close;
    for (int64_t axis = type.getRank() - 1; axis >= 0; --axis) {
      inside *= static_cast<size_t>(type.getDimSize(axis));
      open += i % inside == 0 ? "[" : "";
      close += (i + 1) % inside == 0 ? "]" : "";
    }
    text += (i ? ", " : "") + open + texts[i] + close;
  }
  return "tensor(" + text + ", " + element + ")";
}

bool Constants::fits(const Constant& constant, const std::string& path, bool transposed) const {
  if (!constant.path.empty())
    return constant.path == path && constant.transposed == transposed;
  return isParameterName(path) && !parameters_.count(path) && (constant.name == path || !taken_.count(path));
}

bool Constants::assign(Constant& constant, const std::string& path, bool transposed) {
  if (!fits(constant, path, transposed))
    return false;
  constant.path = path;
  constant.transposed = transposed;
  parameters_[path] = &constant;
  taken_.insert(path);
  return true;
}

const std::string& Constants::parameter(Constant& constant, const std::string& hint) {
  if (!constant.path.empty())
    return constant.path;
  if (!constant.name.empty() && assign(constant, constant.name, false))
    return constant.path;
  const std::string base = isParameterName(hint) && hint.size() <= kMaxBase ? hint : "constant";
  std::string path = base;
  for (int& n = next_.try_emplace(base, 2).first->second; !assign(constant, path, false); ++n)
    path = base + "_" + std::to_string(n);
  return constant.path;
}

std::optional<std::string> Constants::layer(llvm::ArrayRef<std::pair<Constant*, const char*>> roles,
                                            const std::string& scope, bool transposeFirst) {
  std::string prefix;
  for (auto [constant, role] : roles) {
    llvm::StringRef own = constant->path.empty() ? constant->name : constant->path;
    if (own.empty())
      continue;
    if (!own.consume_back(role) || !own.consume_back(".") || own.empty() ||
        (!prefix.empty() && own != prefix))
      return std::nullopt;
    prefix = own.str();
  }
  auto fit = [&](const std::string& candidate) {
    for (auto [i, entry] : llvm::enumerate(roles))
      if (!fits(*entry.first, candidate + "." + entry.second, transposeFirst && i == 0))
        return false;
    return true;
  };
  if (!prefix.empty()) {
    if (!isParameterName(prefix) || !fit(prefix))
      return std::nullopt;
  } else {
    if (!isParameterName(scope) || scope.size() > kMaxBase)
      return std::nullopt;
    prefix = scope;
    for (int& n = next_.try_emplace(scope + ".", 2).first->second; !fit(prefix); ++n)
      prefix = scope + "_" + std::to_string(n);
  }
  for (auto [i, entry] : llvm::enumerate(roles))
    assign(*entry.first, prefix + "." + entry.second, transposeFirst && i == 0);
  return prefix;
}

void Constants::keep(const std::string& path, mlir::ElementsAttr value) {
  taken_.insert(path);
  parameters_[path] = nullptr;
  if (!value)
    return;
  kept_.push_back(std::make_unique<Constant>());
  kept_.back()->value = value;
  kept_.back()->path = path;
  parameters_[path] = kept_.back().get();
}

std::vector<weights::TensorSource> Constants::tensors() const {
  std::vector<weights::TensorSource> all;
  for (const auto& [path, constant] : parameters_) {
    if (!constant)
      continue;
    weights::TensorSource tensor;
    const auto type = llvm::cast<mlir::RankedTensorType>(constant->value.getType());
    tensor.name = path;
    tensor.type = constant->fourBits ? weights::ElementType::U8 : fileElement(type.getElementType());
    tensor.shape.assign(type.getShape().begin(), type.getShape().end());
    if (constant->transposed)
      std::swap(tensor.shape[0], tensor.shape[1]);
    tensor.read = [value = constant->value, type,
                   turn = constant->transposed](std::vector<uint8_t>& scratch) {
      weights::Bytes bytes = bytesOf(value, scratch);
      bool whole = bytes.size() == static_cast<size_t>(tensorBytes(type));
      return turn && whole ? transposed(bytes, type, scratch) : bytes;
    };
    all.push_back(std::move(tensor));
  }
  return all;
}

} // namespace aic::graph::writer

#include "frontends/graph/Parameters.h"

#include "dialects/aic/Aic.h"
#include "mlir/IR/BuiltinDialect.h"

#include <charconv>
#include <cstring>
#include <new>

namespace aic::graph {
namespace {

constexpr int64_t kMaxCopied = int64_t(1) << 34; // bytes of parameters that do not lie in the mapped file
constexpr size_t kListed = 20;                   // names in one message
constexpr size_t kUnusedListed = 4;

std::string spellType(mlir::RankedTensorType type) {
  return aic::describe(type);
}

float brainToFloat(uint16_t bits) {
  uint32_t wide = uint32_t(bits) << 16;
  float value;
  std::memcpy(&value, &wide, sizeof value);
  return value;
}

int exitCodeOf(const absl::Status& status) {
  switch (status.code()) {
  case absl::StatusCode::kInvalidArgument:
    return 1;
  case absl::StatusCode::kUnimplemented:
    return 3;
  default:
    return 4;
  }
}

/// A table of all halves: APFloat is slow, checkpoints are large.
const std::vector<float>& halves() {
  static const std::vector<float> table = [] {
    std::vector<float> t(65536);
    for (uint32_t i = 0; i < 65536; ++i) {
      llvm::APFloat half(llvm::APFloat::IEEEhalf(), llvm::APInt(16, i));
      bool loses;
      half.convert(llvm::APFloat::IEEEsingle(), llvm::APFloat::rmNearestTiesToEven, &loses);
      t[i] = half.convertToFloat();
    }
    return t;
  }();
  return table;
}

} // namespace

weights::ElementType fileElement(mlir::Type type) {
  using E = weights::ElementType;
  if (type.isF32())
    return E::F32;
  if (type.isF16())
    return E::F16;
  if (type.isBF16())
    return E::BF16;
  if (type.isF64())
    return E::F64;
  if (type.isInteger(1))
    return E::Bool;
  if (type.isUnsignedInteger(8))
    return E::U8;
  if (type.isInteger(8))
    return E::I8;
  if (type.isInteger(16))
    return E::I16;
  if (type.isInteger(32))
    return E::I32;
  return E::I64;
}

mlir::RankedTensorType storedType(mlir::RankedTensorType type) {
  if (!isFourBits(type))
    return type;
  llvm::SmallVector<int64_t> shape(type.getShape());
  shape.back() /= 2;
  const auto element = llvm::cast<mlir::IntegerType>(type.getElementType());
  return mlir::RankedTensorType::get(shape,
                                     mlir::IntegerType::get(type.getContext(), 8, element.getSignedness()));
}

bool Parameters::openFile(const std::string& path, std::string& problem, int& exitCode) {
  absl::StatusOr<std::shared_ptr<weights::WeightFile>> opened = weights::WeightFile::Open(path);
  if (!opened.ok()) {
    problem = std::string(opened.status().message());
    exitCode = exitCodeOf(opened.status());
    return false;
  }
  files_.push_back({*opened, path});
  return true;
}

std::shared_ptr<void> Parameters::keepAlive() const {
  return files_.empty() ? nullptr : std::make_shared<std::vector<File>>(files_);
}

bool Parameters::openRandom(const std::string& seed) {
  const char* end = seed.data() + seed.size();
  auto result = std::from_chars(seed.data(), end, seed_);
  random_ = !seed.empty() && result.ec == std::errc() && result.ptr == end;
  return random_;
}

mlir::ElementsAttr Parameters::standIn(mlir::RankedTensorType type) {
  mlir::Builder builder(context_);
  return mlir::DenseElementsAttr::get(type, builder.getZeroAttr(type.getElementType()));
}

bool Parameters::allocate(int64_t bytes, mlir::AsmResourceBlob& blob, std::string& problem) {
  char* data = bytes <= kMaxCopied - copied_
                   ? static_cast<char*>(::operator new(bytes, std::align_val_t(64), std::nothrow))
                   : nullptr;
  if (!data) {
    problem = "there is no room for the parameter: it takes " + std::to_string(bytes) + " bytes";
    exitCode_ = bytes <= kMaxCopied - copied_ ? 4 : 1;
    return false;
  }
  copied_ += bytes;
  blob = mlir::AsmResourceBlob(
      llvm::ArrayRef<char>(data, bytes), 64,
      [](void* p, size_t, size_t) { ::operator delete(p, std::align_val_t(64)); }, /*dataIsMutable=*/true);
  return true;
}

mlir::ElementsAttr Parameters::resource(const std::string& name, mlir::RankedTensorType type,
                                        mlir::AsmResourceBlob blob) {
  mlir::DenseResourceElementsHandle handle =
      mlir::DenseResourceElementsHandle::getManagerInterface(context_).insert(name, std::move(blob));
  return mlir::DenseResourceElementsAttr::get(type, handle);
}

mlir::ElementsAttr Parameters::fromFile(const Stored& stored, const std::string& name,
                                        mlir::RankedTensorType type, std::string& problem) {
  const weights::TensorInfo& info = *stored.info;
  absl::StatusOr<weights::TensorData> loaded = stored.file->tensors->Load(stored.name);
  if (!loaded.ok()) {
    problem = std::string(loaded.status().message());
    exitCode_ = exitCodeOf(loaded.status());
    return nullptr;
  }
  const uint8_t* data = loaded->data();
  int64_t bytes = tensorBytes(type);
  size_t align = static_cast<size_t>(elementBytes(type.getElementType()));
  bool isBool = info.type == weights::ElementType::Bool;
  if (info.type == fileElement(type.getElementType()) && !isBool &&
      reinterpret_cast<uintptr_t>(data) % align == 0)
    return resource(name, type,
                    mlir::UnmanagedAsmResourceBlob::allocateWithAlign(
                        llvm::ArrayRef<char>(reinterpret_cast<const char*>(data), info.bytes), align));
  mlir::AsmResourceBlob blob;
  if (!allocate(bytes, blob, problem))
    return nullptr;
  char* out = blob.getMutableData().data();
  if (isBool) {
    for (int64_t i = 0; i < bytes; ++i)
      out[i] = data[i] != 0;
  } else if (info.type == fileElement(type.getElementType())) {
    std::memcpy(out, data, bytes);
  } else { // f16 or bf16 to f32, exactly
    bool brain = info.type == weights::ElementType::BF16;
    const std::vector<float>& table = halves();
    for (int64_t i = 0, n = bytes / 4; i < n; ++i) {
      uint16_t bits;
      std::memcpy(&bits, data + 2 * i, 2);
      float value = brain ? brainToFloat(bits) : table[bits];
      std::memcpy(out + 4 * i, &value, 4);
    }
  }
  return resource(name, type, std::move(blob));
}

mlir::ElementsAttr Parameters::fromSeed(const std::string& name, mlir::RankedTensorType type,
                                        std::string& problem) {
  mlir::AsmResourceBlob blob;
  if (!allocate(tensorBytes(type), blob, problem))
    return nullptr;
  weights::FillRandom(seed_, absl::string_view(name.data(), name.size()),
                      absl::Span<const int64_t>(type.getShape().data(), type.getShape().size()),
                      fileElement(type.getElementType()), blob.getMutableData().data());
  return resource(name, type, std::move(blob));
}

Parameters::Stored Parameters::find(const std::string& name) const {
  for (const File& file : files_) {
    if (const weights::TensorInfo* info = file.tensors->Find(prefix_ + name))
      return {&file, prefix_ + name, info};
    if (const weights::TensorInfo* info = file.tensors->Find(name)) // as in adapters beside a checkpoint
      return {&file, name, info};
  }
  return {};
}

/// Of i4 and u4, by the bytes that files have of them.
mlir::ElementsAttr Parameters::pairs(const std::string& name, mlir::RankedTensorType type,
                                     mlir::TypedAttr initialiser, std::string& problem) {
  const mlir::RankedTensorType stored = storedType(type);
  const mlir::Type byte = mlir::IntegerType::get(context_, 8, mlir::IntegerType::Unsigned);
  if (auto number = llvm::dyn_cast_or_null<mlir::IntegerAttr>(initialiser))
    initialiser = mlir::IntegerAttr::get(byte, llvm::APInt(8, number.getValue().getZExtValue() * 17));
  const size_t missing = missing_.size(), misshapen = misshapen_.size();
  mlir::ElementsAttr bytes =
      value(name, mlir::RankedTensorType::get(stored.getShape(), byte), initialiser, problem);
  const std::string why = " (" + spellType(type) + " is stored two numbers a byte)";
  if (missing_.size() > missing)
    missing_.back().second += why;
  if (misshapen_.size() > misshapen)
    misshapen_.back() += why;
  if (auto resource = llvm::dyn_cast_or_null<mlir::DenseResourceElementsAttr>(bytes))
    return mlir::DenseResourceElementsAttr::get(stored, resource.getRawHandle());
  auto dense = llvm::dyn_cast_or_null<mlir::DenseElementsAttr>(bytes);
  return dense ? dense.bitcast(stored.getElementType()) : nullptr;
}

mlir::ElementsAttr Parameters::value(const std::string& name, mlir::RankedTensorType type,
                                     mlir::TypedAttr initialiser, std::string& problem) {
  if (isFourBits(type))
    return pairs(name, type, initialiser, problem);
  const Stored stored = find(name);
  const weights::TensorInfo* view = stored.info;
  if (!view) {
    if (random_ && (files_.empty() || !initialiser))
      return fromSeed(name, type, problem);
    if (initialiser)
      return mlir::DenseElementsAttr::get(type, mlir::Attribute(initialiser));
    if (wrong_.insert(name).second)
      missing_.emplace_back(name, spellType(type));
    return standIn(type);
  }
  used_.insert(stored.name);
  weights::ElementType want = fileElement(type.getElementType());
  bool widens = want == weights::ElementType::F32 &&
                (view->type == weights::ElementType::F16 || view->type == weights::ElementType::BF16);
  if ((view->type != want && !widens) || llvm::ArrayRef<int64_t>(view->shape) != type.getShape()) {
    if (wrong_.insert(name).second)
      misshapen_.push_back(name + ": the model wants " + spellType(type) + ", " +
                           (files_.size() > 1 ? stored.file->name + " holds " : "the file holds ") +
                           weights::TypeString(view->type, view->shape));
    return standIn(type);
  }
  if (!view->blocks.empty())
    blocks_[name] = {stored.file->tensors, stored.name};
  return fromFile(stored, name, type, problem);
}

std::string Parameters::commonPrefix() const {
  if (missing_.empty() || !prefix_.empty())
    return "";
  const std::string& first = missing_.front().first;
  for (const File& file : files_)
    for (const auto& entry : file.tensors->tensors()) {
      llvm::StringRef stored(entry.first);
      if (!stored.ends_with(first) || stored.size() == first.size())
        continue;
      std::string prefix = stored.drop_back(first.size()).str();
      if (llvm::StringRef(prefix).ends_with(".") && llvm::all_of(missing_, [&](const auto& missing) {
            return file.tensors->Find(prefix + missing.first) != nullptr;
          }))
        return prefix;
    }
  return "";
}

void Parameters::finish(std::vector<Diagnostic>& diagnostics) {
  if (!missing_.empty() || !misshapen_.empty())
    return reportMissing(diagnostics);
  for (const File& file : files_)
    warnOfUnused(file, diagnostics);
}

void Parameters::reportMissing(std::vector<Diagnostic>& diagnostics) const {
  auto counted = [](size_t n, const char* what) {
    return std::to_string(n) + " parameter" + (n == 1 ? "" : "s") + what;
  };
  Diagnostic d = place;
  d.severity = Diagnostic::Error;
  if (files_.empty()) {
    d.message = "the graph names no weights, and " +
                counted(missing_.size(), missing_.size() == 1 ? " needs a value" : " need a value") +
                ": write weights \"FILE\" in the graph, or give --weights FILE or --weights random:SEED";
  } else {
    for (const File& file : files_)
      d.message += (d.message.empty() ? "" : " and ") + file.name;
    d.message += files_.size() > 1 ? " do not fit the model: " : " does not fit the model: ";
    if (!missing_.empty())
      d.message += counted(missing_.size(), missing_.size() == 1 ? " is missing" : " are missing");
    if (!misshapen_.empty())
      d.message += (missing_.empty() ? "" : ", ") +
                   counted(misshapen_.size(), misshapen_.size() == 1 ? " has another shape or type"
                                                                     : " have another shape or type");
  }
  std::vector<std::string> unused;
  for (const File& file : files_)
    for (const auto& entry : file.tensors->tensors())
      if (!used_.count(entry.first) && unused.size() < 2000)
        unused.push_back(entry.first);
  size_t listed = 0;
  for (const auto& [name, type] : missing_) {
    if (++listed > kListed)
      break;
    d.message += "\n  missing: " + name + ": " + type + suggestion(name, unused);
  }
  if (missing_.size() > kListed)
    d.message += "\n  ... and " + std::to_string(missing_.size() - kListed) + " more";
  for (size_t i = 0; i < misshapen_.size() && i < kListed; ++i)
    d.message += "\n  " + misshapen_[i];
  if (misshapen_.size() > kListed)
    d.message += "\n  ... and " + std::to_string(misshapen_.size() - kListed) + " more";
  if (std::string prefix = commonPrefix(); !prefix.empty())
    d.message +=
        "\n  the file has all of them under names that begin with " + prefix + ": --strip-prefix " + prefix;
  diagnostics.push_back(d);
}

void Parameters::warnOfUnused(const File& file, std::vector<Diagnostic>& diagnostics) const {
  size_t unused = 0;
  std::string names;
  for (const auto& entry : file.tensors->tensors()) {
    // Batch norm's counters are in every checkpoint, and no inference reads them.
    bool counter = llvm::StringRef(entry.first).rsplit('.').second == "num_batches_tracked" ||
                   entry.first == "num_batches_tracked";
    if (used_.count(entry.first) || counter)
      continue;
    if (++unused <= kUnusedListed)
      names += (unused > 1 ? ", " : "") + entry.first;
  }
  if (unused == 0)
    return;
  Diagnostic d = place;
  d.severity = Diagnostic::Warning;
  d.message = file.name + " holds " + std::to_string(unused) + " tensor" + (unused == 1 ? "" : "s") +
              " that the model does not use: " + names +
              (unused > kUnusedListed ? " and " + std::to_string(unused - kUnusedListed) + " more" : "");
  diagnostics.push_back(d);
}

} // namespace aic::graph

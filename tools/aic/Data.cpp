#include "tools/aic/Data.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/Idx.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Numbers.h"
#include "tools/aic/Print.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <limits>
#include <numeric>

namespace aic::tool {

namespace {

using weights::ElementType;

bool isInteger(ElementType type) {
  return !isFloat(type) && type != ElementType::Bool;
}

template <typename T> T load(const uint8_t* data) {
  T value;
  std::memcpy(&value, data, sizeof value);
  return value;
}
template <typename T> void store(uint8_t* data, T value) {
  std::memcpy(data, &value, sizeof value);
}

void storeInteger(ElementType type, uint8_t* data, int64_t value) {
  switch (type) {
  case ElementType::I16:
    return store(data, static_cast<int16_t>(value));
  case ElementType::I32:
    return store(data, static_cast<int32_t>(value));
  case ElementType::I64:
    return store(data, value);
  default:
    return store(data, static_cast<uint8_t>(value));
  }
}

/// The smallest and the largest number of an integer type.
std::pair<int64_t, int64_t> range(ElementType type) {
  if (type == ElementType::U8)
    return {0, 255};
  const size_t bits = 8 * weights::ElementBytes(type) - 1;
  const int64_t largest = std::numeric_limits<int64_t>::max() >> (63 - bits);
  return {-largest - 1, largest};
}

/// Whether a column's values can become an input's by a rule of Feed::match.
bool convertible(const Column& column, ElementType to) {
  const ElementType from = column.type;
  if (from == to || (isInteger(from) && isInteger(to)))
    return true;
  const bool wide = to == ElementType::F32 || to == ElementType::F64;
  return wide && (from == ElementType::F32 || from == ElementType::F64 || column.picture);
}

/// `count` elements of a column into an input's memory.
void convert(const Column& column, const uint8_t* from, ElementType to, uint8_t* out, size_t count) {
  const size_t step = weights::ElementBytes(column.type), width = weights::ElementBytes(to);
  if (column.type == to) {
    std::memcpy(out, from, count * step);
    for (size_t i = 0; to == ElementType::Bool && i < count; ++i) // any other value is true, as in NumPy
      out[i] = out[i] != 0;
    return;
  }
  for (size_t i = 0; i < count; ++i, from += step, out += width) {
    if (isInteger(to)) {
      storeInteger(to, out, loadInteger(column.type, from, 0));
      continue;
    }
    const double value = column.picture                    ? *from / 255.0
                         : column.type == ElementType::F32 ? static_cast<double>(load<float>(from))
                                                           : load<double>(from);
    to == ElementType::F32 ? store(out, static_cast<float>(value)) : store(out, value);
  }
}

std::vector<int64_t> withoutOnes(absl::Span<const int64_t> shape) {
  std::vector<int64_t> kept;
  absl::c_copy_if(shape, std::back_inserter(kept), [](int64_t size) { return size != 1; });
  return kept;
}

int64_t elements(absl::Span<const int64_t> shape) {
  return std::accumulate(shape.begin(), shape.end(), int64_t{1}, std::multiplies<int64_t>());
}

bool sameElements(absl::Span<const int64_t> a, absl::Span<const int64_t> b) {
  const std::vector<int64_t> x = withoutOnes(a), y = withoutOnes(b);
  return x == y || ((x.size() <= 1 || y.size() <= 1) && elements(a) == elements(b));
}

/// That all values of an integer column fit into another integer type.
int checkRange(const Column& column, const Samples& samples, const Buffer& input) {
  const auto [low, high] = range(input.type());
  const auto [least, most] = range(column.type);
  if (least >= low && most <= high)
    return Good;
  const size_t width = weights::ElementBytes(column.type);
  for (int64_t i = 0; i < samples.size(); ++i)
    for (size_t at = 0; at < column.sampleBytes; at += width)
      if (int64_t value = loadInteger(column.type, column.sample(i) + at, 0); value < low || value > high)
        return fail(WrongUsage, absl::StrCat(samples.option(), ": sample ", i, " of '", input.info.name,
                                             "' has the value ", value,
                                             ", which does not fit into the input ", input.describe()));
  return Good;
}

} // namespace

const uint8_t* Column::sample(int64_t index) const {
  auto behind = std::upper_bound(parts.begin(), parts.end(), index,
                                 [](int64_t i, const Part& part) { return i < part.begin; });
  const Part& part = *(behind - 1); // the first begins at 0
  return part.data + static_cast<size_t>(index - part.begin) * sampleBytes;
}

std::string Column::describe() const {
  return absl::StrCat(!name.empty() ? name
                      : picture     ? "a picture"
                                    : "a label",
                      ": ", weights::TypeString(type, shape));
}

const Column* Samples::find(const std::string& name) const {
  auto found = absl::c_find_if(columns_, [&](const Column& column) { return column.name == name; });
  return found == columns_.end() ? nullptr : &*found;
}

std::string Samples::describe() const {
  return absl::StrCat(argument_, ": ", withCommas(static_cast<uint64_t>(size_)), " samples of ",
                      absl::StrJoin(columns_, ", ", [](std::string* out, const Column& column) {
                        absl::StrAppend(out, column.describe());
                      }));
}

/// Adds a file's samples to those that there are.
int Samples::openNpz(const std::string& path) {
  absl::StatusOr<std::shared_ptr<weights::WeightFile>> file = weights::WeightFile::Open(path);
  if (!file.ok())
    return fail(file.status());
  const bool first = files_.empty();
  files_.push_back(path);
  keep_.push_back(*file);
  if ((*file)->tensors().empty())
    return fail(WrongUsage, absl::StrCat(path, ": there are no arrays in it"));
  int64_t count = -1;
  std::string counted;
  for (const auto& [name, info] : (*file)->tensors()) {
    if (info.shape.empty())
      return fail(WrongUsage, absl::StrCat(path, ": the array '", name, "' is ",
                                           weights::TypeString(info.type, info.shape),
                                           ": it has no first axis, which is that of the samples"));
    if (count >= 0 && info.shape[0] != count)
      return fail(WrongUsage, absl::StrCat(path, ": the array '", name, "' has ", info.shape[0],
                                           " samples along its first axis, '", counted, "' has ", count));
    count = info.shape[0];
    counted = name;
    Column column;
    column.name = name;
    column.type = info.type;
    column.shape.assign(info.shape.begin() + 1, info.shape.end());
    column.sampleBytes = count ? info.bytes / static_cast<size_t>(count) : 0;
    Column* known = const_cast<Column*>(find(name));
    if (!first && (!known || known->type != column.type || known->shape != column.shape))
      return fail(WrongUsage,
                  absl::StrCat(path, ": the samples' ", column.describe(), known ? " is " : " is not in ",
                               known ? known->describe() + " in " : "", files_[0]));
    absl::StatusOr<weights::TensorData> data = (*file)->Load(name);
    if (!data.ok())
      return fail(data.status());
    if (first)
      known = &columns_.emplace_back(std::move(column));
    if (count > 0) {
      known->sampleBytes = data->size() / static_cast<size_t>(count); // the first file may have been empty
      known->parts.push_back({size_, data->data()});
    }
  }
  if (!first && (*file)->tensors().size() != columns_.size())
    for (const Column& column : columns_)
      if (!(*file)->Find(column.name))
        return fail(WrongUsage,
                    absl::StrCat(path, ": there is no array '", column.name, "', which ", files_[0], " has"));
  size_ += count;
  return Good;
}

int Samples::openIdx(const std::string& command, const std::string& paths) {
  const std::vector<std::string> names = absl::StrSplit(paths, ',');
  if (names.size() != 2 || names[0].empty() || names[1].empty())
    return failUsage(command,
                     absl::StrCat(option_, " ", argument_, ": expected idx:IMAGES,LABELS, two files"));
  for (const std::string& name : names) {
    absl::StatusOr<weights::Array> array = weights::ReadIdx(name);
    if (!array.ok())
      return fail(array.status());
    if (array->shape.empty())
      return fail(WrongUsage, absl::StrCat(name, ": the array has no first axis, that of the samples"));
    if (!columns_.empty() && array->shape[0] != size_)
      return fail(WrongUsage, absl::StrCat(name, ": there are ", array->shape[0], " labels, and ", size_,
                                           " pictures in ", names[0]));
    files_.push_back(name);
    size_ = array->shape[0];
    auto kept = std::make_shared<const weights::Array>(*std::move(array));
    Column& column = columns_.emplace_back();
    column.type = kept->type;
    column.shape.assign(kept->shape.begin() + 1, kept->shape.end());
    column.sampleBytes = size_ ? kept->data.size() / static_cast<size_t>(size_) : 0;
    column.picture = columns_.size() == 1 && kept->type == ElementType::U8;
    column.parts.push_back({0, kept->data.data()});
    keep_.push_back(std::move(kept));
  }
  return Good;
}

int Samples::open(const std::string& command, const std::string& argument, const std::string& option) {
  argument_ = argument;
  option_ = option;
  absl::string_view idx = argument;
  std::error_code error;
  int code = Good;
  if (absl::ConsumePrefix(&idx, "idx:")) {
    code = openIdx(command, std::string(idx));
  } else if (std::filesystem::is_directory(argument, error)) {
    std::vector<std::string> paths;
    for (std::filesystem::directory_iterator file(argument, error), end; !error && file != end;
         file.increment(error))
      if (file->path().extension() == ".npz")
        paths.push_back(file->path().string());
    if (error)
      return fail(CannotReadOrWrite, absl::StrCat(argument, ": cannot read the folder: ", error.message()));
    if (paths.empty())
      return fail(WrongUsage, absl::StrCat(argument, ": there is no .npz file in this folder"));
    absl::c_sort(paths);
    for (const std::string& path : paths)
      if (!code)
        code = openNpz(path);
  } else {
    code = openNpz(argument);
  }
  if (code)
    return code;
  return size_ > 0 ? static_cast<int>(Good)
                   : fail(WrongUsage, absl::StrCat(argument, ": there are no samples in it"));
}

int Feed::match(const std::string& command, const Samples& samples, const std::vector<Buffer>& inputs,
                const std::vector<std::string>& others,
                const std::vector<std::pair<std::string, std::string>>& names) {
  columns_.assign(inputs.size(), nullptr);
  const bool named = !samples.columns()[0].name.empty();
  std::string sized;
  size_t place = 0;
  batch_ = 0;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const Buffer& input = inputs[i];
    if (absl::c_linear_search(others, input.info.name))
      continue;
    std::string name = input.info.name;
    for (const auto& [as, known] : names)
      if (as == input.info.name)
        name = known;
    const Column* column = named                              ? samples.find(name)
                           : place < samples.columns().size() ? &samples.columns()[place++]
                                                              : nullptr;
    if (!column) {
      std::vector<std::string> known;
      for (const Column& any : samples.columns())
        known.push_back(any.name);
      return fail(WrongUsage,
                  absl::StrCat(samples.option(), " has nothing for the input ", input.describe(),
                               named ? graph::suggestion(name, known) : "", "; ", samples.describe()));
    }
    const absl::Span<const int64_t> shape = input.shape();
    if (shape.empty() || shape[0] < 1 || (batch_ && shape[0] != batch_))
      return failUsage(command,
                       absl::StrCat("the input ", input.describe(),
                                    shape.empty() ? " has no first axis, that of the samples"
                                    : shape[0] < 1
                                        ? " takes no samples"
                                        : absl::StrCat(" takes another number of samples than ", sized)));
    batch_ = shape[0];
    sized = input.describe();
    if (!convertible(*column, input.type()) || !sameElements(column->shape, shape.subspan(1)))
      return fail(WrongUsage, absl::StrCat(samples.option(), " does not fit: a sample has ",
                                           column->describe(), ", and the input is ", input.describe(),
                                           ", of which ", batch_, " are the samples"));
    if (isInteger(column->type) && isInteger(input.type()))
      if (int code = checkRange(*column, samples, input))
        return code;
    columns_[i] = column;
  }
  if (batch_ == 0)
    return failUsage(command, "the entry has no input that samples could go to");
  return Good;
}

void Feed::fill(absl::Span<const int64_t> rows, std::vector<Buffer>& inputs) const {
  for (size_t i = 0; i < inputs.size(); ++i) {
    const Column* column = columns_[i];
    if (!column || rows.empty())
      continue;
    Buffer& input = inputs[i];
    auto* out = static_cast<uint8_t*>(input.data.get());
    const size_t bytes = input.info.bytes / static_cast<size_t>(batch_);
    const size_t count = bytes / weights::ElementBytes(input.type());
    for (int64_t b = 0; b < batch_; ++b, out += bytes)
      convert(*column,
              column->sample(
                  rows[static_cast<size_t>(std::min<int64_t>(b, static_cast<int64_t>(rows.size()) - 1))]),
              input.type(), out, count);
  }
}

} // namespace aic::tool

#include "frontends/weights/SafetensorsWriter.h"

#include "absl/strings/str_cat.h"
#include "frontends/weights/FileWriter.h"
#include "frontends/weights/Formats.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace aic::weights {

namespace {

const char* Dtype(ElementType type) {
  switch (type) {
  case ElementType::F32:
    return "F32";
  case ElementType::F16:
    return "F16";
  case ElementType::BF16:
    return "BF16";
  case ElementType::F64:
    return "F64";
  case ElementType::Bool:
    return "BOOL";
  case ElementType::I8:
    return "I8";
  case ElementType::U8:
    return "U8";
  case ElementType::I16:
    return "I16";
  case ElementType::I32:
    return "I32";
  case ElementType::I64:
    return "I64";
  }
  return "";
}

} // namespace

absl::Status WriteSafetensors(const std::string& path, const std::vector<TensorSource>& tensors) {
  std::vector<const TensorSource*> order;
  for (const TensorSource& tensor : tensors)
    order.push_back(&tensor);
  std::sort(order.begin(), order.end(), [](const TensorSource* a, const TensorSource* b) {
    size_t wide = ElementBytes(a->type), narrow = ElementBytes(b->type);
    return wide != narrow ? wide > narrow : a->name < b->name;
  });
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  std::set<std::string> names;
  std::vector<size_t> sizes;
  size_t end = 0;
  for (const TensorSource* tensor : order) {
    absl::StatusOr<size_t> bytes = TensorBytes(tensor->type, tensor->shape);
    if (!bytes.ok() || tensor->name == "__metadata__" || !names.insert(tensor->name).second)
      return absl::InvalidArgumentError(
          absl::StrCat(path, ": tensor ", Quote(tensor->name), ": ",
                       !bytes.ok() ? bytes.status().message() : "the name is taken"));
    // Pushed, not looked up by name: that would take time quadratic in their number.
    header.get_ref<nlohmann::ordered_json::object_t&>().emplace_back(
        tensor->name, nlohmann::ordered_json{{"dtype", Dtype(tensor->type)},
                                             {"shape", tensor->shape},
                                             {"data_offsets", {end, end + *bytes}}});
    sizes.push_back(*bytes);
    end += *bytes;
  }
  std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  text.append((8 - text.size() % 8) % 8, ' '); // the data begins aligned, as the format asks

  absl::StatusOr<std::unique_ptr<FileWriter>> writer = FileWriter::Create(path);
  if (!writer.ok())
    return writer.status();
  uint8_t length[8];
  for (size_t i = 0; i < sizeof length; ++i)
    length[i] = static_cast<uint8_t>(static_cast<uint64_t>(text.size()) >> (8 * i));
  for (Bytes part : {Bytes(length), Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size())})
    if (absl::Status status = (*writer)->Write(part); !status.ok())
      return status;
  std::vector<uint8_t> scratch;
  for (size_t i = 0; i < order.size(); ++i) {
    Bytes bytes = order[i]->read(scratch);
    if (bytes.size() != sizes[i])
      return absl::InvalidArgumentError(absl::StrCat(path, ": tensor ", Quote(order[i]->name), ": there are ",
                                                     bytes.size(), " bytes, not ", sizes[i]));
    if (absl::Status status = (*writer)->Write(bytes); !status.ok())
      return status;
  }
  return (*writer)->Commit();
}

} // namespace aic::weights

#include "frontends/onnx/Model.h"

#include "frontends/onnx/Names.h"

#include <climits>
#include <cstdlib>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/wire_format_lite.h>
#include <onnx/onnx_pb.h>

namespace aic::onnx {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr int kMaxNesting = 100;         // of messages, protobuf's own
constexpr int64_t kMaxParts = 1 << 23;   // messages and names in a model
constexpr int64_t kMaxNumbers = 1 << 28; // in tensors that are not written as bytes

/// What a model would become in memory, which is a hundred times its bytes where those are empty messages.
struct Parts {
  int64_t messages = 0, numbers = 0;

  bool tooMany() const { return messages > kMaxParts || numbers > kMaxNumbers; }
};

/// Counts the parts of a message without making them. Stops at what is damaged, which parsing finds too.
void countParts(CodedInputStream& in, const Descriptor& type, int depth, Parts& parts) {
  while (!parts.tooMany()) {
    uint32_t tag = in.ReadTag();
    const FieldDescriptor* field =
        tag ? type.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag)) : nullptr;
    bool sized = WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
    if (tag == 0)
      return;
    if (!field || !sized || !(field->is_repeated() || field->message_type())) {
      if (!WireFormatLite::SkipField(&in, tag))
        return;
      parts.numbers += field && field->is_repeated();
      continue;
    }
    uint32_t size;
    if (!in.ReadVarint32(&size) || size > INT_MAX)
      return;
    bool isText = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    if (!field->message_type() || depth == kMaxNesting) {
      parts.messages += isText;
      parts.numbers += isText ? 0 : size; // a byte at least for each
      if (!in.Skip(static_cast<int>(size)))
        return;
      continue;
    }
    ++parts.messages;
    CodedInputStream::Limit limit = in.PushLimit(static_cast<int>(size));
    countParts(in, *field->message_type(), depth + 1, parts);
    in.Skip(in.BytesUntilLimit());
    in.PopLimit(limit);
  }
}

/// The absolute path without links, or "" where there is none.
std::string realPath(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  std::string found = resolved ? resolved : "";
  std::free(resolved);
  return found;
}

std::string folderOf(const std::string& path) {
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

/// False where a location is absolute or climbs out of the model's folder by its spelling.
bool staysInside(const std::string& location) {
  if (location.empty() || location[0] == '/' || location.find('\0') != std::string::npos)
    return false;
  size_t begin = 0;
  while (begin <= location.size()) {
    size_t end = std::min(location.find('/', begin), location.size());
    if (location.compare(begin, end - begin, "..") == 0)
      return false;
    begin = end + 1;
  }
  return true;
}

} // namespace

Model::Model() : proto_(std::make_unique<::onnx::ModelProto>()) {}
Model::~Model() = default;

std::shared_ptr<Model> Model::open(const std::string& path, Problem& problem) {
  absl::StatusOr<weights::MappedFile> file = weights::MapFile(path);
  if (!file.ok()) {
    problem = {4, std::string(file.status().message())};
    return nullptr;
  }
  return parse(path, {reinterpret_cast<const char*>(file->bytes.data()), file->bytes.size()}, problem);
}

std::shared_ptr<Model> Model::parse(const std::string& path, absl::string_view bytes, Problem& problem) {
  if (bytes.size() > INT_MAX) {
    problem = {1, "the file has more than 2 GiB, which protobuf cannot read: keep the weights as external "
                  "data"};
    return nullptr;
  }
  std::shared_ptr<Model> model(new Model);
  model->path_ = path;
  if (!model->parsePart(bytes, *model->proto_, problem)) {
    if (problem.code == 0)
      problem = {1, "this is not an ONNX model, or it is damaged: its bytes are no protobuf message, end too "
                    "early, or nest deeper than 100 levels"};
    return nullptr;
  }
  if (!model->proto_->has_graph()) {
    problem = {1, "this is not an ONNX model: it holds no graph"};
    return nullptr;
  }
  return model;
}

bool Model::parsePart(absl::string_view bytes, google::protobuf::Message& part, Problem& problem) {
  google::protobuf::LogSilencer silent; // it would print to stderr
  CodedInputStream stream(reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
  Parts parts{messages_, numbers_};
  countParts(stream, *part.GetDescriptor(), 0, parts);
  messages_ = parts.messages;
  numbers_ = parts.numbers;
  if (parts.tooMany()) {
    problem = {
        1,
        "the model has more than 2^23 nodes, attributes, names and other parts, or more than 2^28 bytes of "
        "numbers that are written one by one"};
    return false;
  }
  try {
    if (part.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
      return true;
  } catch (const std::bad_alloc&) {
    problem = {1, "there is not enough memory for the model"};
    return false;
  }
  return false;
}

weights::Bytes Model::external(const std::string& location, int64_t offset, int64_t length,
                               Problem& problem) {
  if (!staysInside(location)) {
    problem = {1, "its external data is in " + quoted(location) +
                      ", which leaves the model's folder: that is refused"};
    return {};
  }
  std::string folder = folderOf(path_), path = (folder == "." ? "" : folder) + location;
  auto found = external_.find(path);
  if (found == external_.end()) {
    std::string real = realPath(path), inside = realPath(folder);
    if (!real.empty() && inside != "/" && real.compare(0, inside.size() + 1, inside + "/") != 0) {
      problem = {1, "its external data " + quoted(location) +
                        " is a link that leaves the model's folder: that is refused"};
      return {};
    }
    absl::StatusOr<weights::MappedFile> file = weights::MapFile(path);
    if (!file.ok()) {
      problem = {4, "its external data: " + std::string(file.status().message())};
      return {};
    }
    found = external_.emplace(path, *std::move(file)).first;
  }
  weights::Bytes all = found->second.bytes;
  int64_t size = static_cast<int64_t>(all.size());
  if (offset < 0 || offset > size || length < -1 || (length >= 0 && length > size - offset)) {
    problem = {1, "its external data is bytes " + std::to_string(offset) + " and on of " + quoted(location) +
                      (length >= 0 ? ", " + std::to_string(length) + " of them" : "") + "; the file has " +
                      std::to_string(size)};
    return {};
  }
  return all.subspan(static_cast<size_t>(offset),
                     length < 0 ? absl::Span<const uint8_t>::npos : static_cast<size_t>(length));
}

std::vector<std::string> Model::files() const {
  std::vector<std::string> paths;
  for (const auto& entry : external_)
    paths.push_back(entry.first);
  return paths;
}

} // namespace aic::onnx

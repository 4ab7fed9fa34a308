#include "frontends/onnx/Model.h"

#include "frontends/onnx/Names.h"

#include <climits>
#include <cstdlib>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/wire_format_lite.h>
#include <onnx/onnx_pb.h>
#include <unistd.h>

namespace aic::onnx {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr int kMaxLinks = 40;            // from a model's name to its bytes, as many as Linux follows
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

/// The folders of `path` and of what it links to, link after link: a hub's cache has a name for each file
/// beside the others' names, all of them links to where the bytes lie.
std::vector<std::string> foldersOf(std::string path) {
  std::vector<std::string> folders{folderOf(path)};
  std::vector<char> target(PATH_MAX);
  for (int links = 0; links < kMaxLinks; ++links) {
    ssize_t size = readlink(path.c_str(), target.data(), target.size());
    if (size <= 0 || static_cast<size_t>(size) == target.size())
      break;
    std::string next(target.data(), static_cast<size_t>(size));
    std::string folder = folderOf(path);
    path = next[0] == '/' || folder == "." ? next : folder + next;
    folders.push_back(folderOf(path));
  }
  return folders;
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
  model->folders_ = foldersOf(path);
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

bool Model::mayRead(const std::string& real) const {
  auto below = [&](const std::string& folder) {
    return folder == "/" || (!folder.empty() && real.compare(0, folder.size() + 1, folder + "/") == 0);
  };
  for (const std::string& folder : folders_)
    if (below(realPath(folder)))
      return true;
  for (const std::string& folder : allowed_)
    if (below(realPath(folder)))
      return true;
  return false;
}

std::string Model::place(const std::string& location, Problem& problem) const {
  constexpr const char* kAllow = ": that is refused; --allow-external-data FOLDER allows it below a folder";
  bool inside = staysInside(location);
  if (!inside && (allowed_.empty() || location.empty() || location.find('\0') != std::string::npos)) {
    problem = {1,
               "its external data is in " + quoted(location) + ", which leaves the model's folder" + kAllow};
    return "";
  }
  auto beside = [&](const std::string& folder) {
    return location[0] == '/' || folder == "." ? location : folder + location;
  };
  std::string path = beside(folders_.front()), real = realPath(path);
  for (size_t i = 1; i < folders_.size() && real.empty(); ++i)
    if (real = realPath(beside(folders_[i])); !real.empty())
      path = beside(folders_[i]);
  if (real.empty() || mayRead(real)) // what is not there is said by who opens it
    return path;
  problem = {1, "its external data " + quoted(location) +
                    (inside ? " is a link that leaves the model's folder" : " leaves the model's folder") +
                    kAllow};
  return "";
}

weights::Bytes Model::external(const std::string& location, int64_t offset, int64_t length,
                               Problem& problem) {
  std::string path = place(location, problem);
  if (path.empty())
    return {};
  auto found = external_.find(path);
  if (found == external_.end()) {
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

// A parsed .onnx file and the files of its external data.
#pragma once

#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/MappedFile.h"

#include <map>
#include <memory>
#include <string>

namespace google::protobuf {
class Message;
}
namespace onnx {
class ModelProto;
}

namespace aic::onnx {

/// What is wrong, and the exit code that it means; `code` 0: nothing.
struct Problem {
  int code = 0;
  std::string message;
};

class Model {
public:
  ~Model();

  /// Parses the file at `path`; null with a problem.
  static std::shared_ptr<Model> open(const std::string& path, Problem& problem);
  /// The same for bytes, which are copied.
  static std::shared_ptr<Model> parse(const std::string& path, absl::string_view bytes, Problem& problem);

  const ::onnx::ModelProto& proto() const { return *proto_; }
  const std::string& path() const { return path_; }

  /// The bytes [offset, offset + length) of the file `location`, relative to the model's folder and inside
  /// it; length -1: up to the file's end. Mapped once, valid as long as this object.
  weights::Bytes external(const std::string& location, int64_t offset, int64_t length, Problem& problem);

  /// Parses a part of the model, within the bounds of the whole. False where there is too much of it, with a
  /// problem, and where it is damaged, without one.
  bool parsePart(absl::string_view bytes, google::protobuf::Message& part, Problem& problem);

  /// The external files that were mapped.
  std::vector<std::string> files() const;

private:
  Model();

  std::string path_;
  std::unique_ptr<::onnx::ModelProto> proto_;
  std::map<std::string, weights::MappedFile> external_; // by path
  int64_t messages_ = 0, numbers_ = 0;                  // of what was parsed
};

} // namespace aic::onnx

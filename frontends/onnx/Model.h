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

  /// External data may lie below these folders, too.
  void allow(std::vector<std::string> folders) { allowed_ = std::move(folders); }

  /// The bytes [offset, offset + length) of the file `location`, relative to the model's folder and inside
  /// it, or inside of one that was allowed; length -1: up to the file's end. Mapped once, valid as long as
  /// this object. Where the model's path is a link, the folders of what it links to count as the model's,
  /// too.
  weights::Bytes external(const std::string& location, int64_t offset, int64_t length, Problem& problem);

  /// Parses a part of the model, within the bounds of the whole. False where there is too much of it, with a
  /// problem, and where it is damaged, without one.
  bool parsePart(absl::string_view bytes, google::protobuf::Message& part, Problem& problem);

  /// The external files that were mapped.
  std::vector<std::string> files() const;

private:
  Model();

  /// The path of external data, "" with a problem where it may not be read.
  std::string place(const std::string& location, Problem& problem) const;
  /// True for a path without links below a folder of the model's, or one that was allowed.
  bool mayRead(const std::string& real) const;

  std::string path_;
  std::vector<std::string> folders_; // the model's, and of what its path links to; with a '/' behind, or "."
  std::vector<std::string> allowed_;
  std::unique_ptr<::onnx::ModelProto> proto_;
  std::map<std::string, weights::MappedFile> external_; // by path
  int64_t messages_ = 0, numbers_ = 0;                  // of what was parsed
};

} // namespace aic::onnx

// The way in: from a file or bytes to the importer and its result.
#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx {
namespace {

std::string originOf(const ::onnx::ModelProto& model) {
  std::string text =
      model.producer_name() + (model.producer_version().empty() ? "" : " ") + model.producer_version();
  for (const auto& opset : model.opset_import())
    if (opset.domain().empty() || opset.domain() == "ai.onnx")
      text += (text.empty() ? "opset " : ", opset ") + std::to_string(opset.version());
  return shownName(text);
}

LoadResult import(mlir::MLIRContext& context, std::shared_ptr<Model> model, const std::string& path,
                  const Problem& problem, const LoadOptions& options) {
  LoadResult result;
  if (!model) {
    graph::Diagnostic d;
    d.file = path;
    // Those of the file system name the file themselves.
    d.message = problem.message.compare(0, path.size() + 1, path + ":") == 0
                    ? problem.message.substr(path.size() + 2)
                    : problem.message;
    result.diagnostics.push_back(std::move(d));
    result.exitCode = problem.code;
    return result;
  }
  context.loadDialect<mlir::func::FuncDialect, AicDialect>();
  model->allow(options.externalFolders);
  Importer(&context, *model, options, result).run();
  result.files.insert(result.files.begin(), path);
  for (std::string& file : model->files())
    result.files.push_back(std::move(file));
  result.origin = originOf(model->proto());
  result.keepAlive = std::move(model);
  if (!result.module && result.exitCode == 0)
    result.exitCode = 70;
  return result;
}

} // namespace

LoadResult loadOnnx(mlir::MLIRContext& context, const std::string& path, const LoadOptions& options) {
  Problem problem;
  std::shared_ptr<Model> model = Model::open(path, problem);
  return import(context, std::move(model), path, problem, options);
}

LoadResult loadOnnxBytes(mlir::MLIRContext& context, const std::string& path, llvm::StringRef bytes,
                         const LoadOptions& options) {
  Problem problem;
  std::shared_ptr<Model> model = Model::parse(path, {bytes.data(), bytes.size()}, problem);
  return import(context, std::move(model), path, problem, options);
}

} // namespace aic::onnx

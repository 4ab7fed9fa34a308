// What a file declares of the values that its nodes make: types that whoever wrote it inferred by rules of
// its own, so that a difference is worth a warning.
#include "frontends/onnx/Importer.h"
#include "frontends/onnx/Names.h"
#include "frontends/onnx/Node.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx {
namespace {

constexpr int kMaxShown = 3; // one difference makes others after it

std::string spell(mlir::Type element, const ::onnx::TensorShapeProto& shape) {
  std::string text = (element ? aic::describe(element) : "") + "[";
  for (int i = 0; i < shape.dim_size(); ++i) {
    const auto& dim = shape.dim(i);
    text += i ? ", " : "";
    text += dim.has_dim_value() && dim.dim_value() >= 0 ? std::to_string(dim.dim_value())
            : dim.dim_param().empty()                   ? "?"
                                                        : shownName(dim.dim_param());
  }
  return text + "]";
}

/// Names and what is not set fit any size.
bool fits(llvm::ArrayRef<int64_t> found, const ::onnx::TensorShapeProto& shape) {
  if (static_cast<size_t>(shape.dim_size()) != found.size())
    return false;
  for (auto [i, size] : llvm::enumerate(found)) {
    const auto& dim = shape.dim(static_cast<int>(i));
    if (dim.has_dim_value() && dim.dim_value() >= 0 && dim.dim_value() != size)
      return false;
  }
  return true;
}

} // namespace

void Importer::collectDeclared(const ::onnx::GraphProto& graph) {
  for (const auto* infos : {&graph.value_info(), &graph.output()})
    for (const ::onnx::ValueInfoProto& info : *infos)
      if (info.type().tensor_type().has_shape())
        declared_[info.name()] = &info;
}

void Importer::checkDeclared(llvm::StringRef name, mlir::Value value, const std::string& what) {
  auto found = declared_.find(name);
  if (!value || isSequence(value) || found == declared_.end())
    return;
  const auto& type = found->second->type().tensor_type();
  mlir::Type element = elementType(context(), type.elem_type());
  if (fits(shapeOf(value), type.shape()) && (!element || element == elementOf(value)))
    return;
  if (++differences_ <= kMaxShown)
    warn(what + ": its output " + quoted(name) + " is " + aic::describe(value.getType()) +
         "; the model declares " + spell(element, type.shape()));
}

void Importer::countDeclared() {
  if (differences_ > kMaxShown)
    warn(std::to_string(differences_ - kMaxShown) +
         " more values are of another type than the model declares");
}

} // namespace aic::onnx

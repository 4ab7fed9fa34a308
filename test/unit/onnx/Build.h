// Small ONNX models, made for a test, and their import.
#pragma once

#include "compiler/driver/Fold.h"
#include "frontends/onnx/Onnx.h"

#include <onnx/onnx_pb.h>

namespace aic::onnx::test {

inline LoadOptions withFold() {
  LoadOptions options;
  options.fold = driver::foldOperation;
  return options;
}

struct Context {
  std::shared_ptr<mlir::MLIRContext> context = std::make_shared<mlir::MLIRContext>();
};
/// An import with the context that it lives in, which goes last.
struct Loaded : Context, LoadResult {};

/// A model of opset 17 without anything; values are f32 unless said.
class Build {
public:
  ::onnx::ModelProto model;

  Build() {
    model.set_ir_version(8);
    opset(17);
    graph().set_name("test");
  }

  ::onnx::GraphProto& graph() { return *model.mutable_graph(); }
  Build& opset(int64_t version) {
    model.clear_opset_import();
    model.add_opset_import()->set_version(version);
    return *this;
  }

  /// Sizes that are numbers, names or "?".
  Build& input(const std::string& name, const std::vector<std::string>& sizes, int type = 1) {
    auto* info = graph().add_input();
    info->set_name(name);
    auto* tensor = info->mutable_type()->mutable_tensor_type();
    tensor->set_elem_type(type);
    tensor->mutable_shape();
    for (const std::string& size : sizes) {
      auto* dim = tensor->mutable_shape()->add_dim();
      if (size != "?" && size.find_first_not_of("-0123456789") == std::string::npos)
        dim->set_dim_value(std::stoll(size));
      else if (size != "?")
        dim->set_dim_param(size);
    }
    return *this;
  }
  Build& output(const std::string& name, int type = 0) {
    auto* info = graph().add_output();
    info->set_name(name);
    if (type)
      info->mutable_type()->mutable_tensor_type()->set_elem_type(type);
    return *this;
  }
  ::onnx::NodeProto& node(const std::string& op, const std::vector<std::string>& inputs,
                          const std::vector<std::string>& outputs, const std::string& name = "") {
    return node(*graph().add_node(), op, inputs, outputs, name);
  }
  static ::onnx::NodeProto& node(::onnx::NodeProto& made, const std::string& op,
                                 const std::vector<std::string>& inputs,
                                 const std::vector<std::string>& outputs, const std::string& name = "") {
    made.set_op_type(op);
    made.set_name(name);
    for (const std::string& input : inputs)
      made.add_input(input);
    for (const std::string& output : outputs)
      made.add_output(output);
    return made;
  }
  ::onnx::TensorProto& floats(const std::string& name, const std::vector<int64_t>& shape,
                              const std::vector<float>& values) {
    ::onnx::TensorProto& tensor = this->tensor(name, shape, ::onnx::TensorProto::FLOAT);
    for (float value : values)
      tensor.add_float_data(value);
    return tensor;
  }
  ::onnx::TensorProto& ints(const std::string& name, const std::vector<int64_t>& shape,
                            const std::vector<int64_t>& values) {
    ::onnx::TensorProto& tensor = this->tensor(name, shape, ::onnx::TensorProto::INT64);
    for (int64_t value : values)
      tensor.add_int64_data(value);
    return tensor;
  }
  ::onnx::TensorProto& tensor(const std::string& name, const std::vector<int64_t>& shape, int type) {
    ::onnx::TensorProto& tensor = *graph().add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(type);
    for (int64_t size : shape)
      tensor.add_dims(size);
    return tensor;
  }

  std::string bytes() const { return model.SerializeAsString(); }

  Loaded load(const LoadOptions& options = withFold()) const {
    Loaded loaded;
    static_cast<LoadResult&>(loaded) = loadOnnxBytes(*loaded.context, "model.onnx", bytes(), options);
    return loaded;
  }
};

inline ::onnx::AttributeProto& attribute(::onnx::NodeProto& node, const std::string& name, int64_t value) {
  auto& made = *node.add_attribute();
  made.set_name(name);
  made.set_type(::onnx::AttributeProto::INT);
  made.set_i(value);
  return made;
}

/// All messages, one a line.
inline std::string messages(const LoadResult& result) {
  return graph::render(result.diagnostics);
}

/// The module as text; what went wrong where there is none.
inline std::string text(const LoadResult& result) {
  if (!result.module)
    return messages(result);
  std::string made;
  llvm::raw_string_ostream stream(made);
  mlir::ModuleOp module = result.module.get();
  module.print(stream);
  return made;
}

} // namespace aic::onnx::test

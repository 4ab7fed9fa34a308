// The functions that a model defines itself.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace onnx {
class AttributeProto;
class FunctionProto;
class NodeProto;
} // namespace onnx

namespace aic::onnx {

class Model;
struct Problem;

struct Function {
  const ::onnx::FunctionProto* proto = nullptr;
  std::vector<std::shared_ptr<const ::onnx::AttributeProto>>
      defaults; ///< of attributes that a call may leave out

  /// Null where the attribute has none.
  const ::onnx::AttributeProto* defaultOf(const std::string& name) const;
};

/// Functions by domain, name and overload, which is what a node names.
class Functions {
public:
  /// False with a problem where the model has two of one key, or a default is damaged.
  bool read(Model& model, Problem& problem);

  /// The function that a node calls; null where it calls none.
  const Function* find(const ::onnx::NodeProto& node) const;

private:
  std::map<std::tuple<std::string, std::string, std::string>, Function> functions_;
};

/// Which of several functions of one name a node calls: "" but in models of IR version 10 and newer.
std::string overloadOf(const ::onnx::NodeProto& node);

} // namespace aic::onnx

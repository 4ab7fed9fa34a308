#include "frontends/onnx/Functions.h"

#include "frontends/onnx/Model.h"
#include "frontends/onnx/Names.h"

#include <google/protobuf/message.h>
#include <google/protobuf/unknown_field_set.h>
#include <onnx/onnx_pb.h>

namespace aic::onnx {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::UnknownField;
using ::onnx::AttributeProto;
using ::onnx::FunctionProto;

// Fields that newer versions of ONNX have than the library may know, which keeps them unread.
constexpr int kOverloadOfNode = 8;
constexpr int kOverloadOfFunction = 13;
constexpr int kDefaultsOfFunction = 11;

/// The texts or messages, as bytes, of a field with a number.
std::vector<std::string> bytesOf(const Message& message, int number) {
  std::vector<std::string> all;
  const google::protobuf::Reflection* reflection = message.GetReflection();
  if (const FieldDescriptor* field = message.GetDescriptor()->FindFieldByNumber(number)) {
    bool isText = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    if (field->is_repeated())
      for (int i = 0; i < reflection->FieldSize(message, field); ++i)
        all.push_back(isText ? reflection->GetRepeatedString(message, field, i)
                             : reflection->GetRepeatedMessage(message, field, i).SerializeAsString());
    else if (isText && reflection->HasField(message, field))
      all.push_back(reflection->GetString(message, field));
    return all;
  }
  const google::protobuf::UnknownFieldSet& unknown = reflection->GetUnknownFields(message);
  for (int i = 0; i < unknown.field_count(); ++i)
    if (const UnknownField& field = unknown.field(i);
        field.number() == number && field.type() == UnknownField::TYPE_LENGTH_DELIMITED)
      all.push_back(field.length_delimited());
  return all;
}

std::string lastOf(const std::vector<std::string>& all) {
  return all.empty() ? "" : all.back(); // as protobuf reads a field that is there twice
}

} // namespace

const AttributeProto* Function::defaultOf(const std::string& name) const {
  for (const auto& attribute : defaults)
    if (attribute->name() == name)
      return attribute.get();
  return nullptr;
}

std::string overloadOf(const ::onnx::NodeProto& node) {
  return lastOf(bytesOf(node, kOverloadOfNode));
}

bool Functions::read(Model& model, Problem& problem) {
  for (const FunctionProto& proto : model.proto().functions()) {
    std::string domain = plainDomain(proto.domain()), overload = lastOf(bytesOf(proto, kOverloadOfFunction));
    std::string what = "function " + quoted(proto.name()) + " of domain " + quoted(domain) +
                       (overload.empty() ? "" : ", overload " + quoted(overload));
    Function function{&proto, {}};
    for (const std::string& bytes : bytesOf(proto, kDefaultsOfFunction)) {
      auto attribute = std::make_shared<AttributeProto>();
      if (!model.parsePart(bytes, *attribute, problem)) {
        if (problem.code == 0)
          problem = {1, what + ": the default of an attribute is damaged"};
        return false;
      }
      function.defaults.push_back(std::move(attribute));
    }
    if (functions_.emplace(std::make_tuple(domain, proto.name(), overload), std::move(function)).second)
      continue;
    problem = {
        1, what + ": the model defines it twice; functions of one name and domain differ in their overload"};
    return false;
  }
  return true;
}

const Function* Functions::find(const ::onnx::NodeProto& node) const {
  if (functions_.empty())
    return nullptr;
  auto found = functions_.find({plainDomain(node.domain()), node.op_type(), overloadOf(node)});
  return found == functions_.end() ? nullptr : &found->second;
}

} // namespace aic::onnx

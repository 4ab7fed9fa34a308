// Functions that a model defines: which of them a node calls, and what is refused.
#include "test/unit/onnx/Build.h"

#include <gmock/gmock.h>
#include <google/protobuf/unknown_field_set.h>
#include <gtest/gtest.h>

namespace aic::onnx::test {
namespace {

using testing::HasSubstr;

/// Fields that the library need not know: protobuf writes both in the same way.
void setBytes(google::protobuf::Message& message, int number, const std::string& bytes) {
  message.GetReflection()->MutableUnknownFields(&message)->AddLengthDelimited(number, bytes);
}

class Functions : public testing::Test {
protected:
  Build b;

  Functions() {
    b.input("x", {"2"}).output("y");
    b.model.add_opset_import()->set_domain("own");
    b.model.mutable_opset_import(1)->set_version(1);
  }

  /// b = op(a), or op of another function's domain.
  ::onnx::FunctionProto& function(const std::string& name, const std::string& op,
                                  const std::string& overload = "", const std::string& domain = "own",
                                  const std::string& opDomain = "") {
    ::onnx::FunctionProto& made = *b.model.add_functions();
    made.set_name(name);
    made.set_domain(domain);
    made.add_opset_import()->set_version(17);
    made.add_input("a");
    made.add_output("b");
    Build::node(*made.add_node(), op, {"a"}, {"b"}, "inner").set_domain(opDomain);
    if (!overload.empty())
      setBytes(made, 13, overload);
    return made;
  }

  ::onnx::NodeProto& call(const std::string& name, const std::string& in, const std::string& out,
                          const std::string& overload = "", const std::string& domain = "own") {
    ::onnx::NodeProto& made = b.node(name, {in}, {out}, "call of " + out);
    made.set_domain(domain);
    if (!overload.empty())
      setBytes(made, 8, overload);
    return made;
  }

  std::string refused(int code = 1) {
    Loaded result = b.load();
    EXPECT_EQ(result.exitCode, code);
    return text(result);
  }
};

TEST_F(Functions, DomainNameAndOverload) {
  function("f", "Neg");
  function("f", "Exp", "one");
  function("f", "Abs", "two");
  function("f", "Relu", "", "other");
  b.model.add_opset_import()->set_domain("other");
  b.model.mutable_opset_import(2)->set_version(1);
  call("f", "x", "m", "two");
  call("f", "m", "n", "one");
  call("f", "n", "o");
  call("f", "o", "y", "", "other");
  std::string made = text(b.load());
  size_t abs = made.find("aic.abs"), exp = made.find("aic.exp"), neg = made.find("aic.neg"),
         relu = made.find("aic.relu");
  EXPECT_TRUE(abs < exp && exp < neg && neg < relu && relu != std::string::npos) << made;
}

TEST_F(Functions, TwiceTheSame) {
  function("f", "Neg", "one");
  function("f", "Abs", "two");
  function("f", "Exp", "one");
  call("f", "x", "y", "two");
  EXPECT_THAT(refused(),
              HasSubstr("model.onnx: error: function 'f' of domain 'own', overload 'one': the model defines "
                        "it twice"));
}

TEST_F(Functions, NoSuchOverload) {
  function("f", "Neg", "one");
  call("f", "x", "m", "three");
  call("f", "m", "y");
  std::string said = refused(3);
  EXPECT_THAT(said,
              HasSubstr("own:f, overload 'three', which no function of the model is: node 'call of m'"));
  EXPECT_THAT(said, HasSubstr("own:f: node 'call of y'"));
}

// An operator of ONNX has no overloads.
TEST_F(Functions, OverloadOfAnOperator) {
  setBytes(b.node("Neg", {"x"}, {"y"}, "negative"), 8, "fast");
  EXPECT_THAT(refused(3),
              HasSubstr("Neg, overload 'fast', which no function of the model is: node 'negative'"));
}

TEST_F(Functions, DefaultsOfAttributes) {
  ::onnx::FunctionProto& f = function("f", "LeakyRelu");
  ::onnx::AttributeProto& reference = *f.mutable_node(0)->add_attribute();
  reference.set_name("alpha");
  reference.set_type(::onnx::AttributeProto::FLOAT);
  reference.set_ref_attr_name("slope");
  ::onnx::AttributeProto slope;
  slope.set_name("slope");
  slope.set_type(::onnx::AttributeProto::FLOAT);
  slope.set_f(0.25F);
  setBytes(f, 11, slope.SerializeAsString());
  call("f", "x", "m");
  slope.set_f(0.5F);
  *call("f", "m", "y").add_attribute() = slope;
  std::string made = text(b.load());
  size_t byDefault = made.find("negative_slope = 2.5"), given = made.find("negative_slope = 5.0");
  EXPECT_TRUE(byDefault < given && given != std::string::npos) << made;

  setBytes(f, 11, "\xff\xff");
  EXPECT_THAT(refused(), HasSubstr("function 'f' of domain 'own': the default of an attribute is damaged"));
}

TEST_F(Functions, CallThemselves) {
  function("f", "g", "", "own", "own");
  function("g", "f", "", "own", "own");
  call("f", "x", "y");
  EXPECT_THAT(refused(),
              HasSubstr("node 'inner' in node 'inner' in node 'call of y': the function 'f' calls itself"));
}

// The same name, but not the same function.
TEST_F(Functions, CallAnotherOverload) {
  setBytes(*function("f", "f", "outer", "own", "own").mutable_node(0), 8, "inner");
  function("f", "Abs", "inner");
  call("f", "x", "y", "outer");
  EXPECT_THAT(text(b.load()), HasSubstr("aic.abs"));
}

} // namespace
} // namespace aic::onnx::test

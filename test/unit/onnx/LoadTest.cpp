// What a model becomes: inputs and their sizes, constants, names, and what is said of what is not supported.
#include "dialects/aic/Aic.h"
#include "frontends/weights/Npy.h"
#include "test/unit/onnx/Build.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace aic::onnx::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Build addTwo(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Build made;
  made.input("a", a).input("b", b).output("y");
  made.node("Add", {"a", "b"}, {"y"}, "sum");
  return made;
}

TEST(Load, OneFunctionWithNames) {
  Build b;
  b.input("image", {"1", "4"}).output("result");
  b.floats("fc.weight", {5, 4}, std::vector<float>(20, 0.5f));
  b.node("Gemm", {"image", "fc.weight"}, {"result"}, "fc");
  attribute(*b.graph().mutable_node(0), "transB", 1);
  Loaded result = b.load();
  EXPECT_THAT(text(result), HasSubstr("func.func @test(%arg0: tensor<1x4xf32> {aic.name = \"image\"}) -> "
                                      "(tensor<1x5xf32> {aic.name = \"result\"})"));
  EXPECT_THAT(text(result), HasSubstr("aic.constant dense_resource<fc.weight> : tensor<5x4xf32>"));
  EXPECT_THAT(text(result), HasSubstr("aic.linear %arg0, %0"));
  EXPECT_EQ(result.exitCode, 0);
  EXPECT_THAT(result.files, testing::ElementsAre("model.onnx"));
}

TEST(Load, PlacesAreNodes) {
  Build b;
  b.input("x", {"2"}).output("y");
  b.node("Relu", {"x"}, {"m"}, "first");
  b.node("Relu", {"m"}, {"y"});
  Loaded result = b.load();
  std::string made;
  llvm::raw_string_ostream stream(made);
  result.module->print(stream, mlir::OpPrintingFlags().enableDebugInfo());
  EXPECT_THAT(made, HasSubstr("loc(\"node 'first'\"("));
  EXPECT_THAT(made, HasSubstr("loc(\"the Relu node of 'y'\"("));
  EXPECT_THAT(made, HasSubstr("loc(\"input 'x'\"("));
}

TEST(Load, NodesInAnyOrder) {
  // An If reads `early` from inside a branch only; `late` of the branch is the branch's own.
  auto make = [](std::vector<int> order) {
    Build nodes;
    nodes.node("Relu", {"x"}, {"early"}, "a");
    nodes.node("Neg", {"early"}, {"m"}, "b");
    ::onnx::NodeProto& choice = nodes.node("If", {"yes"}, {"chosen"}, "c");
    for (const char* branch : {"then_branch", "else_branch"}) {
      auto& attribute = *choice.add_attribute();
      attribute.set_name(branch);
      attribute.set_type(::onnx::AttributeProto::GRAPH);
      auto& graph = *attribute.mutable_g();
      graph.set_name(branch);
      for (auto [op, in, out] : {std::tuple("Abs", "inner", "late"), std::tuple("Exp", "early", "inner")}) {
        auto& node = *graph.add_node();
        node.set_op_type(op);
        node.add_input(in);
        node.add_output(out);
      }
      graph.add_output()->set_name("late");
    }
    nodes.node("Add", {"chosen", "m"}, {"y"}, "d");
    Build b;
    b.input("x", {"2"}).output("y");
    ::onnx::TensorProto& yes = b.tensor("yes", {}, ::onnx::TensorProto::BOOL);
    yes.add_int32_data(1);
    for (int i : order)
      *b.graph().add_node() = nodes.graph().node(i);
    return b.load();
  };
  Loaded sorted = make({0, 1, 2, 3});
  ASSERT_TRUE(sorted.module) << messages(sorted);
  std::vector<int> order{0, 1, 2, 3};
  while (std::next_permutation(order.begin(), order.end())) {
    Loaded other = make(order);
    ASSERT_TRUE(other.module) << messages(other);
    EXPECT_EQ(messages(other), "");
    int count[2] = {};
    for (auto [i, loaded] : {std::pair(0, &sorted), std::pair(1, &other)})
      loaded->module->walk([&, at = i](mlir::Operation*) { ++count[at]; });
    EXPECT_EQ(count[0], count[1]);
  }
}

TEST(Load, SizesThatAreNotSet) {
  Loaded result = addTwo({"batch", "3", "?"}, {"batch", "1", "width"}).load();
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(messages(result), HasSubstr("input 'a': f32[batch, 3, ?]"));
  EXPECT_THAT(messages(result), HasSubstr("input 'b': f32[batch, 1, width]"));
  EXPECT_THAT(messages(result), HasSubstr("--dim batch=SIZE"));
  EXPECT_THAT(messages(result), HasSubstr("--shape a=SIZEx3xSIZE"));
}

TEST(Load, SizesFromOptions) {
  LoadOptions options = withFold();
  options.dims = {{"width", 7}};
  options.shapes = {{"a", {2, 3, 7}}};
  Loaded result = addTwo({"batch", "3", "?"}, {"batch", "1", "width"}).load(options);
  EXPECT_THAT(text(result), HasSubstr("tensor<2x3x7xf32>, tensor<2x1x7xf32>"));
}

TEST(Load, OptionsThatAreWrong) {
  auto refused = [](auto change, const std::string& part) {
    LoadOptions options = withFold();
    change(options);
    Loaded result = addTwo({"batch", "3"}, {"batch", "3"}).load(options);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(messages(result), HasSubstr(part));
  };
  refused([](LoadOptions& o) { o.dims = {{"bach", 1}}; },
          "no input size of that name (did you mean batch?); it has batch");
  refused([](LoadOptions& o) { o.shapes = {{"c", {1}}}; }, "--shape c: the model has no input of that name");
  refused([](LoadOptions& o) { o.binds = {{"c", "f.npy"}}; },
          "--bind c: the model has no input of that name");
  refused([](LoadOptions& o) { o.shapes = {{"a", {1}}}; }, "with 2 axes; found 1");
  refused([](LoadOptions& o) { o.shapes = {{"a", {1, 4}}}; }, "found 4 for axis 1");
  refused([](LoadOptions& o) { o.shapes = {{"a", {1, 3}}, {"b", {2, 3}}}; },
          "the size batch is 2 here and 1 by --shape a");
}

TEST(Load, AnInitializerIsAnInputsValue) {
  Build b = addTwo({"2"}, {"2"});
  b.floats("b", {2}, {1, 2});
  EXPECT_THAT(text(b.load()), HasSubstr("(%arg0: tensor<2xf32> {aic.name = \"a\"})"));
}

struct File {
  std::string path = "/tmp/aic-onnx-bind-" + std::to_string(getpid()) + ".npy";
  File(weights::ElementType type, std::vector<int64_t> shape, const void* data) {
    EXPECT_TRUE(weights::WriteNpy(path, type, shape, data).ok());
  }
  ~File() { unlink(path.c_str()); }
};

Build reshapeByInput() {
  Build b;
  b.input("x", {"2", "3"}).input("shape", {"2"}, ::onnx::TensorProto::INT64).output("y");
  b.node("Reshape", {"x", "shape"}, {"y"}, "view");
  return b;
}

TEST(Load, BoundInputs) {
  Loaded refused = reshapeByInput().load();
  EXPECT_EQ(refused.exitCode, 3);
  EXPECT_THAT(refused.bindable, testing::ElementsAre("shape"));
  EXPECT_THAT(messages(refused),
              HasSubstr("node 'view': Reshape: the value of its second input 'shape' must be known when the "
                        "model is compiled; it is computed from the values of input 'shape' (--bind "
                        "shape=FILE.npy makes an input a constant)"));
  const int64_t shape[] = {3, 2};
  File file(weights::ElementType::I64, {2}, shape);
  LoadOptions options = withFold();
  options.binds = {{"shape", file.path}};
  Loaded result = reshapeByInput().load(options);
  EXPECT_THAT(text(result), HasSubstr("(%arg0: tensor<2x3xf32> {aic.name = \"x\"}) -> (tensor<3x2xf32>"));
  EXPECT_THAT(result.files, testing::Contains(file.path));
}

TEST(Load, BoundInputsOfAnotherType) {
  const float shape[] = {3, 2};
  File file(weights::ElementType::F32, {2}, shape);
  LoadOptions options = withFold();
  options.binds = {{"shape", file.path}};
  Loaded result = reshapeByInput().load(options);
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(messages(result), HasSubstr("--bind shape: the input is i64[2]"));
  options.binds = {{"shape", "/nowhere.npy"}};
  EXPECT_EQ(reshapeByInput().load(options).exitCode, 4);
}

TEST(Load, ShapesThatNodesCompute) {
  // The whole chain is folded: nothing of it is left but the reshape.
  Build b;
  b.input("x", {"N", "3", "4"}).output("y");
  b.ints("zero", {}, {0});
  b.ints("two", {1}, {2});
  b.node("Shape", {"x"}, {"s"});
  b.node("Gather", {"s", "zero"}, {"n"});
  b.node("Unsqueeze", {"n", "axis"}, {"n1"});
  b.node("Mul", {"n1", "two"}, {"n2"});
  b.node("Cast", {"n2"}, {"n3"}).mutable_attribute();
  attribute(*b.graph().mutable_node(4), "to", ::onnx::TensorProto::FLOAT);
  b.node("Floor", {"n3"}, {"n4"});
  b.node("Cast", {"n4"}, {"n5"});
  attribute(*b.graph().mutable_node(6), "to", ::onnx::TensorProto::INT64);
  b.ints("rest", {1}, {-1});
  b.ints("axis", {1}, {0});
  b.node("Concat", {"n5", "rest"}, {"t"});
  attribute(*b.graph().mutable_node(7), "axis", 0);
  b.node("Reshape", {"x", "t"}, {"y"});
  LoadOptions options = withFold();
  options.dims = {{"N", 5}};
  std::string made = text(b.load(options));
  EXPECT_THAT(made, HasSubstr("aic.reshape %arg0 : (tensor<5x3x4xf32>) -> tensor<10x6xf32>"));
  EXPECT_THAT(made, Not(HasSubstr("aic.constant")));
}

TEST(Load, EverythingUnsupportedAtOnce) {
  Build b;
  b.input("x", {"2"}).output("y");
  b.node("Frobnicate", {"x"}, {"a"}, "frob").set_doc_string("  turns it round\nand round");
  for (int i = 0; i < 7; ++i)
    b.node("Twist", {"a"}, {"t" + std::to_string(i)}, "twist" + std::to_string(i)).set_domain("com.example");
  ::onnx::NodeProto& relu = b.node("Relu", {"t0"}, {"y"}, "relu");
  attribute(relu, "squared", 1);
  Loaded result = b.load();
  EXPECT_EQ(result.exitCode, 3);
  std::string said = messages(result);
  EXPECT_THAT(said, HasSubstr("the model has operators that aic does not support:"));
  EXPECT_THAT(said, HasSubstr("Frobnicate: node 'frob' (turns it round)\n"));
  EXPECT_THAT(said,
              HasSubstr("com.example:Twist: node 'twist0', node 'twist1', node 'twist2', node 'twist3', "
                        "node 'twist4' and 2 more"));
  EXPECT_THAT(said, HasSubstr("attribute squared of Relu: node 'relu'"));
}

TEST(Load, AnOperatorBeforeItsTime) {
  Build b;
  b.opset(13).input("x", {"2", "2"}).output("y");
  b.node("Trilu", {"x"}, {"y"}, "tri");
  Loaded result = b.load();
  EXPECT_EQ(result.exitCode, 3);
  EXPECT_THAT(messages(result), HasSubstr("Trilu in opset 13: node 'tri'"));
}

TEST(Load, EachErrorOfTheModelAtOnce) {
  // What fails is silent behind it, other failures are not.
  Build b;
  b.input("x", {"2", "3"}).output("y");
  b.ints("bad", {1}, {7});
  b.node("Reshape", {"x", "bad"}, {"a"}, "first");
  b.node("Relu", {"a"}, {"b"}, "behind");
  b.node("Softmax", {"x"}, {"c"}, "second");
  attribute(*b.graph().mutable_node(2), "axis", 5);
  b.node("Add", {"b", "c"}, {"y"}, "third");
  std::string said = messages(b.load());
  EXPECT_THAT(said, HasSubstr("node 'first'"));
  EXPECT_THAT(said, HasSubstr("node 'second'"));
  EXPECT_THAT(said, Not(HasSubstr("node 'behind'")));
  EXPECT_THAT(said, Not(HasSubstr("node 'third'")));
}

TEST(Load, EveryTypeAndField) {
  using T = ::onnx::TensorProto;
  Build b;
  b.output("f").output("d").output("i8").output("u8").output("i16").output("i32").output("b").output("h");
  b.tensor("f", {2}, T::FLOAT).set_raw_data(std::string("\0\0\x80\x3f\0\0\0\xc0", 8));
  T& d = b.tensor("d", {1}, T::DOUBLE);
  d.add_double_data(0.1);
  for (auto [name, type] : {std::pair{"i8", T::INT8}, {"u8", T::UINT8}, {"i16", T::INT16}, {"i32", T::INT32}})
    b.tensor(name, {1}, type).add_int32_data(std::string(name) == "u8" ? 200 : -3);
  T& bits = b.tensor("b", {2}, T::BOOL);
  bits.add_int32_data(0);
  bits.add_int32_data(1);
  b.tensor("h", {1}, T::FLOAT16).add_int32_data(0x3e00);
  std::string made = text(b.load());
  for (const char* part :
       {"dense<[1.000000e+00, -2.000000e+00]> : tensor<2xf32>", "dense<1.000000e-01> : tensor<1xf64>",
        "dense<-3> : tensor<1xi8>", "dense<200> : tensor<1xui8>", "dense<-3> : tensor<1xi16>",
        "dense<-3> : tensor<1xi32>", "dense<[false, true]> : tensor<2xi1>",
        "dense<1.500000e+00> : tensor<1xf16>"})
    EXPECT_THAT(made, HasSubstr(part));
}

TEST(Load, InputsMayBeOutputs) {
  Build b;
  b.input("x", {"2"}).output("x").output("y");
  b.node("Identity", {"x"}, {"y"});
  EXPECT_THAT(text(b.load()), HasSubstr("return %arg0, %arg0"));
}

/// A graph's list of types: value_info, output.
void declare(::onnx::ValueInfoProto& info, const std::string& name, const std::vector<std::string>& sizes,
             int type = 1) {
  Build of;
  of.input(name, sizes, type);
  info = of.graph().input(0);
}

TEST(Load, ShapesThatTheModelDeclares) {
  Build b;
  b.input("x", {"batch", "3"}).output("y");
  declare(*b.graph().mutable_output(0), "y", {"batch", "4"});
  declare(*b.graph().add_value_info(), "m", {"2", "batch"});
  declare(*b.graph().add_value_info(), "n", {"?", "-1"});
  declare(*b.graph().add_value_info(), "x", {"7"}); // an input is what its own declaration says
  b.node("Transpose", {"x"}, {"m"}, "turn");
  b.node("Relu", {"m"}, {"n"}, "middle");
  b.node("Transpose", {"n"}, {"y"}, "back");
  LoadOptions options = withFold();
  options.dims = {{"batch", 2}};
  Loaded result = b.load(options);
  EXPECT_EQ(result.exitCode, 0);
  EXPECT_THAT(messages(result),
              HasSubstr("model.onnx: warning: node 'turn': its output 'm' is f32[3, 2]; the model "
                        "declares f32[2, batch]\n"));
  EXPECT_THAT(messages(result),
              HasSubstr("model.onnx: warning: node 'back': its output 'y' is f32[2, 3]; the model "
                        "declares f32[batch, 4]\n"));
  EXPECT_EQ(result.diagnostics.size(), 2U) << messages(result);

  // The others are counted.
  for (int i = 0; i < 4; ++i) {
    std::string name = "more" + std::to_string(i);
    b.node("Neg", {"x"}, {name}, name);
    declare(*b.graph().add_value_info(), name, {"2", "3", "1"}, ::onnx::TensorProto::DOUBLE);
  }
  Loaded all = b.load(options);
  EXPECT_THAT(messages(all),
              HasSubstr("node 'more0': its output 'more0' is f32[2, 3]; the model declares f64[2, 3, 1]"));
  EXPECT_THAT(messages(all), Not(HasSubstr("more1")));
  EXPECT_THAT(messages(all), HasSubstr("3 more values are of another type than the model declares"));
}

TEST(Load, SizesThatFollowFromOthers) {
  Build b = addTwo({"batch", "past + seq"}, {"batch", "1"});
  b.input("c", {"2*(past - seq)//3", "seq"}).input("d", {"past"});
  LoadOptions options = withFold();
  options.dims = {{"batch", 2}, {"past", 0}, {"seq", 5}};
  EXPECT_THAT(messages(b.load(options)), HasSubstr("--dim '2*(past - seq)//3=SIZE'")); // it would be negative
  options.dims = {{"batch", 2}, {"past", 7}, {"seq", 5}};
  EXPECT_EQ(messages(b.load(options)), "");
  EXPECT_THAT(text(b.load(options)), HasSubstr("%arg0: tensor<2x12xf32>"));
  EXPECT_THAT(text(b.load(options)), HasSubstr("%arg2: tensor<1x5xf32>"));
  // What is asked for are the names that nothing follows from, as a shell takes them.
  std::string asked = messages(addTwo({"batch", "past + seq"}, {"seq", "past"}).load());
  EXPECT_THAT(asked, HasSubstr("set them with --dim batch=SIZE --dim seq=SIZE --dim past=SIZE\n"));
  EXPECT_THAT(messages(addTwo({"past + seq"}, {"it's"}).load()),
              HasSubstr("--dim 'past + seq=SIZE' --dim 'it'\\''s=SIZE'"));
  // Set by itself it is what was said.
  options.dims = {{"batch", 2}, {"past + seq", 9}, {"past", 7}, {"seq", 5}};
  EXPECT_THAT(text(b.load(options)), HasSubstr("%arg0: tensor<2x9xf32>"));
}

TEST(Load, WhatToDoAboutAnOperator) {
  auto refusal = [](const std::string& domain, const std::string& op, int64_t opset = 17) {
    Build b;
    b.opset(opset).input("x", {"2"}).output("y");
    b.node(op, {"x"}, {"y"}).set_domain(domain);
    Loaded result = b.load();
    EXPECT_EQ(result.exitCode, 3);
    return messages(result);
  };
  EXPECT_THAT(refusal("com.microsoft", "NGramRepeatBlock"), HasSubstr("ORT_DISABLE_ALL"));
  EXPECT_THAT(refusal("com.microsoft.nchwc", "Conv"), HasSubstr("ORT_ENABLE_EXTENDED or less"));
  EXPECT_THAT(refusal("ai.onnx.ml", "Scaler"), HasSubstr("onnx.utils.extract_model"));
  EXPECT_THAT(refusal("", "Unique"), HasSubstr("the shape of what Unique makes hangs on the data"));
  EXPECT_THAT(refusal("", "StringNormalizer"), HasSubstr("of which aic has no type"));
  EXPECT_THAT(refusal("com.example", "Twist"), HasSubstr("onnx.helper.make_function"));
  EXPECT_THAT(refusal("", "Fresh", newestOpset() + 1),
              HasSubstr("export with opset_version = " + std::to_string(newestOpset()) + " or less"));
  EXPECT_THAT(refusal("", "Fresh"), Not(HasSubstr("export")));
}

/// An If on the input `yes`: a branch that makes `then` of x [2, 3], and one that is an Identity.
Build choice(const std::string& op, const std::vector<std::string>& inputs) {
  Build b;
  b.input("x", {"2", "3"})
      .input("yes", {}, ::onnx::TensorProto::BOOL)
      .input("i", {"2"}, ::onnx::TensorProto::INT64);
  b.ints("one", {2}, {0, 1});
  b.ints("far", {2}, {0, 2});
  b.output("y");
  ::onnx::NodeProto& node = b.node("If", {"yes"}, {"y"}, "choice");
  for (bool then : {true, false}) {
    auto& attribute = *node.add_attribute();
    attribute.set_name(then ? "then_branch" : "else_branch");
    attribute.set_type(::onnx::AttributeProto::GRAPH);
    auto& graph = *attribute.mutable_g();
    Build::node(*graph.add_node(), then ? op : "Identity", then ? inputs : std::vector<std::string>{"x"},
                {"out"}, "inner");
    graph.add_output()->set_name("out");
  }
  return b;
}

TEST(Load, BranchesThatOnlyTheRunKnows) {
  EXPECT_THAT(text(choice("Relu", {"x"}).load()), HasSubstr("aic.where"));
  EXPECT_THAT(text(choice("Gather", {"x", "one"}).load()), HasSubstr("aic.where"));
  struct Case {
    const char* op;
    std::vector<std::string> inputs;
    const char* part;
  };
  for (const Case& c :
       {Case{"Transpose", {"x"}, "what its branches make are f32[3, 2] and f32[2, 3], so that both"},
        Case{"Shape", {"x"}, "what its branches make are i64[2] and f32[2, 3], so that both"},
        Case{"Gather", {"x", "i"}, "node 'inner' may fail where its result is not wanted"},
        Case{"Gather", {"x", "far"}, "node 'inner' may fail where its result is not wanted"},
        Case{"SequenceConstruct", {"x"}, "what its branches make are sequences, so that both"}}) {
    Loaded result = choice(c.op, c.inputs).load();
    EXPECT_EQ(result.exitCode, 3) << c.op;
    EXPECT_THAT(messages(result), HasSubstr(std::string("node 'choice': If: ") + c.part));
    EXPECT_THAT(messages(result), HasSubstr("its condition must be known when the model is compiled"));
    EXPECT_THAT(result.bindable, testing::ElementsAre("yes"));
  }
}

TEST(Load, Sequences) {
  struct Case {
    const char *op, *first, *second, *part;
  };
  for (const Case& c :
       {Case{"SequenceAt", "s", "two", "its position is 2 in a sequence of 2"},
        Case{"SequenceErase", "s", "two", "its position is 2 in a sequence of 2"},
        Case{"SequenceErase", "none", "", "its sequence is empty"},
        Case{"SequenceAt", "x", "two", "its first input is a tensor, and it takes a sequence"},
        Case{"Add", "x", "s", "its second input is a sequence, and it takes tensors"},
        Case{"ConcatFromSequence", "s", "", "its attribute axis is missing"},
        Case{"SplitToSequence", "x", "none_of_it", "its parts have at least one element"},
        Case{"SplitToSequence", "x", "parts", "its sizes do not sum up to axis 0"},
        Case{"Identity", "s", "", "output 'y' is a sequence: a model gives tensors"}}) {
    Build b;
    b.input("x", {"2", "3"}).output("y");
    b.ints("two", {}, {2});
    b.ints("none_of_it", {}, {0});
    b.ints("parts", {2}, {1, 2});
    b.node("SequenceConstruct", {"x", "x"}, {"s"});
    b.node("SequenceEmpty", {}, {"none"});
    std::vector<std::string> inputs{c.first};
    if (*c.second)
      inputs.emplace_back(c.second);
    b.node(c.op, inputs, {"y"});
    Loaded result = b.load();
    EXPECT_FALSE(result.module) << c.op;
    EXPECT_THAT(messages(result), HasSubstr(c.part));
  }
}

TEST(Load, NumbersBySeed) {
  Build b;
  b.input("x", {"4"}).output("y");
  ::onnx::NodeProto& node = b.node("RandomUniformLike", {"x"}, {"y"}, "noise");
  EXPECT_THAT(messages(b.load()),
              HasSubstr("node 'noise': RandomUniformLike: without a seed its numbers are others"));
  auto& seed = *node.add_attribute();
  seed.set_name("seed");
  seed.set_type(::onnx::AttributeProto::FLOAT);
  seed.set_f(0);
  // Philox 4x32-10 of counter and key 0, as its authors give it: 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
  Loaded loaded = b.load();
  std::vector<float> found;
  loaded.module->walk([&](ConstantOp op) {
    for (float value : llvm::cast<mlir::DenseElementsAttr>(op.getValue()).getValues<float>())
      found.push_back(value * 0x1p24f);
  });
  EXPECT_THAT(found, testing::ElementsAre(0x6627e8, 0xe169c5, 0xbc57ac, 0x9b00db));
  seed.set_f(1);
  EXPECT_NE(text(b.load()), text(loaded));
}

TEST(Load, BoxesHaveACount) {
  Build b;
  b.input("boxes", {"2", "9", "4"}).input("scores", {"2", "3", "9"}).output("y").output("y_count");
  b.ints("most", {1}, {4});
  b.node("NonMaxSuppression", {"boxes", "scores", "most"}, {"y"}, "nms");
  b.node("Identity", {"y"}, {"y_count"});
  std::string made = text(b.load());
  EXPECT_THAT(made,
              HasSubstr("(tensor<24x3xi64> {aic.name = \"y\"}, tensor<24x3xi64> {aic.name = \"y_count\"}, "
                        "tensor<i64> {aic.name = \"y_count_\"})"));
  b.graph().mutable_initializer(0)->set_int64_data(0, 5000);
  b.graph()
      .mutable_input(0)
      ->mutable_type()
      ->mutable_tensor_type()
      ->mutable_shape()
      ->mutable_dim(1)
      ->set_dim_value(2000);
  b.graph()
      .mutable_input(1)
      ->mutable_type()
      ->mutable_tensor_type()
      ->mutable_shape()
      ->mutable_dim(2)
      ->set_dim_value(2000);
  EXPECT_THAT(messages(b.load()), HasSubstr("max_output_boxes_per_class is 5000, and there are 2000 boxes"));
}

} // namespace
} // namespace aic::onnx::test

// Models that are damaged, absurd or made to hurt: a message and an exit code, whatever they hold.
#include "test/unit/onnx/Build.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::onnx::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Expects an exit code and a part of the messages.
#define EXPECT_REFUSED(build, code, part)                                                                    \
  do {                                                                                                       \
    Loaded result = (build).load();                                                                          \
    EXPECT_FALSE(result.module);                                                                             \
    EXPECT_EQ(result.exitCode, code);                                                                        \
    EXPECT_THAT(messages(result), HasSubstr(part));                                                          \
  } while (false)

Build reluOf(const std::string& input = "x") {
  Build b;
  b.input("x", {"2", "3"}).output("y");
  b.node("Relu", {input}, {"y"}, "relu");
  return b;
}

TEST(Hostile, NoModel) {
  for (const char* bytes : {"", "not protobuf at all", "\xff\xff\xff\xff"}) {
    mlir::MLIRContext context;
    LoadResult result = loadOnnxBytes(context, "model.onnx", bytes, withFold());
    EXPECT_FALSE(result.module);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(messages(result), HasSubstr("model.onnx: error: this is not an ONNX model"));
  }
}

TEST(Hostile, NoFile) {
  mlir::MLIRContext context;
  LoadResult result = loadOnnx(context, "/nowhere/model.onnx", withFold());
  EXPECT_EQ(result.exitCode, 4);
  EXPECT_THAT(messages(result), HasSubstr("/nowhere/model.onnx: error: cannot open"));
}

TEST(Hostile, TruncatedAnywhere) {
  Build b = reluOf("w");
  b.floats("w", {2, 3}, {1, 2, 3, 4, 5, 6});
  std::string bytes = b.bytes();
  int loaded = 0;
  for (size_t size = 0; size < bytes.size(); ++size) {
    mlir::MLIRContext context;
    LoadResult result = loadOnnxBytes(context, "model.onnx", bytes.substr(0, size), withFold());
    loaded += result.module ? 1 : 0;
    EXPECT_TRUE(result.module || (result.exitCode != 0 && !result.diagnostics.empty())) << size;
  }
  EXPECT_LT(loaded, 4); // protobuf ends well at a few places behind the graph
}

TEST(Hostile, EveryByteChanged) {
  Build b = reluOf("w");
  b.floats("w", {2, 3}, {1, 2, 3, 4, 5, 6});
  std::string bytes = b.bytes();
  for (size_t i = 0; i < bytes.size(); ++i)
    for (int change : {1, 0x80, 0xff}) {
      std::string other = bytes;
      other[i] = static_cast<char>(other[i] ^ change);
      mlir::MLIRContext context;
      LoadResult result = loadOnnxBytes(context, "model.onnx", other, withFold());
      EXPECT_TRUE(result.module || (result.exitCode != 0 && !result.diagnostics.empty())) << i;
    }
}

TEST(Hostile, Opsets) {
  Build none = reluOf(), zero = reluOf(), far = reluOf();
  none.model.clear_opset_import();
  EXPECT_REFUSED(none, 1, "does not declare which operator set");
  zero.opset(0);
  EXPECT_REFUSED(zero, 1, "version 0 of the operators of ONNX");
  far.opset(1000);
  Loaded result = far.load();
  EXPECT_TRUE(result.module);
  EXPECT_THAT(messages(result), HasSubstr("warning: the model is written in opset 1000"));
}

TEST(Hostile, Graphs) {
  EXPECT_REFUSED(reluOf("nothing"), 1, "node 'relu' reads 'nothing', which no node, input or tensor makes");
  EXPECT_REFUSED(reluOf("y"), 1, "node 'relu' reads what it makes itself");
  Build cycle;
  cycle.input("x", {"2"}).output("b");
  cycle.node("Add", {"x", "b"}, {"a"}, "first");
  cycle.node("Relu", {"a"}, {"b"}, "second");
  cycle.node("Neg", {"b"}, {"c"}, "behind");
  cycle.output("c");
  EXPECT_REFUSED(
      cycle, 1,
      "node 'first' waits for itself: it reads what node 'second' makes, which reads what it makes itself");
  EXPECT_EQ(cycle.load().diagnostics.size(), 1u); // once, and nothing of what depends on it
  Build twice = reluOf();
  twice.node("Relu", {"x"}, {"y"}, "again");
  EXPECT_REFUSED(twice, 1, "node 'again' makes 'y', which is made before");
  Build inputs = reluOf();
  inputs.input("x", {"2"});
  EXPECT_REFUSED(inputs, 1, "input 'x': the name of an input is");
  Build tensors = reluOf();
  tensors.floats("w", {1}, {1});
  tensors.floats("w", {1}, {1});
  EXPECT_REFUSED(tensors, 1, "tensor 'w' makes 'w', which is made before");
  Build outputs = reluOf();
  outputs.output("y");
  EXPECT_REFUSED(outputs, 1, "output 'y': the name of an output is");
  Build missing = reluOf();
  missing.output("z");
  EXPECT_REFUSED(missing, 1, "output 'z': nothing makes it");
  Build none;
  EXPECT_REFUSED(none, 1, "the model has no outputs");
  Build type;
  type.input("x", {"2"}).output("y", ::onnx::TensorProto::INT64);
  type.node("Relu", {"x"}, {"y"});
  EXPECT_REFUSED(type, 1, "output 'y': the model says that it holds int64, its node makes f32");
}

TEST(Hostile, Names) {
  Build node = reluOf();
  node.graph().mutable_node(0)->set_name("bad \xff\x01 name");
  node.graph().mutable_node(0)->set_input(0, "gone");
  EXPECT_REFUSED(node, 1, "node 'bad ?? name' reads 'gone'");
  Build input;
  input.input("x\xff", {"2"}).output("y");
  input.node("Relu", {"x\xff"}, {"y"});
  EXPECT_REFUSED(input, 1, "input 'x?': the name of an input is UTF-8");
  Build output;
  output.input("x", {"2"}).output("");
  output.node("Relu", {"x"}, {""});
  EXPECT_REFUSED(output, 1, "output '': the name of an output is UTF-8");
  Build tensor = reluOf();
  tensor.floats(std::string(5000, 'w'), {1}, {1});
  EXPECT_REFUSED(tensor, 1, "the name of an initializer is UTF-8 text of at most 4,096 bytes");
  Build graph = reluOf();
  graph.graph().set_name("\xff");
  EXPECT_TRUE(graph.load().module);
}

TEST(Hostile, Tensors) {
  Build big = reluOf();
  big.tensor("w", {int64_t(1) << 40, int64_t(1) << 40}, ::onnx::TensorProto::FLOAT);
  EXPECT_REFUSED(big, 1, "tensor 'w': its shape has a negative size, or more than 2^40 elements");
  Build negative = reluOf();
  negative.tensor("w", {-1, 2}, ::onnx::TensorProto::FLOAT);
  EXPECT_REFUSED(negative, 1, "tensor 'w': its shape has a negative size");
  Build axes = reluOf();
  axes.tensor("w", std::vector<int64_t>(40, 1), ::onnx::TensorProto::FLOAT).add_float_data(1);
  EXPECT_REFUSED(axes, 1, "or 32 axes");
  Build few = reluOf();
  few.floats("w", {1000000}, {1, 2});
  EXPECT_REFUSED(few, 1, "tensor 'w': its data has 8 bytes, f32[1000000] takes 4000000");
  Build raw = reluOf();
  raw.tensor("w", {2}, ::onnx::TensorProto::FLOAT).set_raw_data("abc");
  EXPECT_REFUSED(raw, 1, "tensor 'w': its data has 3 bytes");
  Build type = reluOf();
  type.tensor("w", {2}, ::onnx::TensorProto::UINT64);
  EXPECT_REFUSED(type, 3, "tensor 'w': it holds uint64, which aic has no type for");
  Build unknown = reluOf();
  unknown.tensor("w", {2}, 77);
  EXPECT_REFUSED(unknown, 3, "it holds element type 77");
  Build sparse = reluOf();
  sparse.graph().add_sparse_initializer()->mutable_values()->set_name("s");
  EXPECT_REFUSED(sparse, 3, "sparse tensors, such as 's'");
}

/// A folder of its own, removed with all that is in it.
struct Folder {
  std::string path;
  Folder() {
    char name[] = "/tmp/aic-onnx-test-XXXXXX";
    path = mkdtemp(name);
  }
  ~Folder() {
    std::string command = "rm -rf " + path;
    EXPECT_EQ(system(command.c_str()), 0);
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path + "/" + name, std::ios::binary) << bytes;
  }
};

Build external(const std::string& location, const std::string& offset, const std::string& length) {
  Build b;
  b.input("x", {"32"}).output("y");
  b.node("Add", {"x", "w"}, {"y"});
  ::onnx::TensorProto& w = b.tensor("w", {32}, ::onnx::TensorProto::FLOAT);
  w.set_data_location(::onnx::TensorProto::EXTERNAL);
  for (auto [key, value] : {std::pair{"location", location}, {"offset", offset}, {"length", length}})
    if (!value.empty()) {
      auto* entry = w.add_external_data();
      entry->set_key(key);
      entry->set_value(value);
    }
  return b;
}

TEST(Hostile, ExternalData) {
  Folder outside, folder;
  outside.write("secret", std::string(128, 's'));
  mkdir((folder.path + "/sub").c_str(), 0700);
  folder.write("sub/weights", std::string(16, 'h') + std::string(128, 'w'));
  ASSERT_EQ(symlink((outside.path + "/secret").c_str(), (folder.path + "/link").c_str()), 0);
  struct Case {
    const char *location, *offset, *length;
    int code;
    const char* part;
  };
  std::string up = "../" + outside.path.substr(5) + "/secret", absolute = outside.path + "/secret";
  for (const Case& c :
       {Case{"sub/weights", "16", "128", 0, ""}, Case{"sub/weights", "16", "", 0, ""},
        Case{up.c_str(), "", "", 1, "leaves the model's folder"},
        Case{"sub/../../x", "", "", 1, "leaves the model's folder"},
        Case{absolute.c_str(), "", "", 1, "leaves the model's folder"},
        Case{"link", "", "", 1, "is a link that leaves the model's folder"},
        Case{"", "", "", 1, "leaves the model's folder"}, Case{"gone", "", "", 4, "gone: cannot open"},
        Case{"sub", "", "", 4, "sub"}, Case{"sub/weights", "17", "128", 1, "the file has 144"},
        Case{"sub/weights", "9223372036854775807", "", 1, "the file has 144"},
        Case{"sub/weights", "-1", "", 1, "offset of its external data is '-1'"},
        Case{"sub/weights", "99999999999999999999", "", 1, "no such number"},
        Case{"sub/weights", "0", "127", 1, "its external data has 127 bytes"}}) {
    Build b = external(c.location, c.offset, c.length);
    folder.write("model.onnx", b.bytes());
    mlir::MLIRContext context;
    LoadResult result = loadOnnx(context, folder.path + "/model.onnx", withFold());
    EXPECT_EQ(result.exitCode, c.code) << c.location;
    EXPECT_EQ(static_cast<bool>(result.module), c.code == 0);
    EXPECT_THAT(messages(result), HasSubstr(c.part));
    EXPECT_THAT(messages(result), Not(HasSubstr("ssss")));
    if (c.code == 0)
      EXPECT_THAT(result.files, testing::Contains(folder.path + "/sub/weights"));
  }
}

// A hub's cache: names are links to where the bytes lie, the model's as well as its data's.
TEST(Hostile, ExternalDataBehindLinks) {
  Folder cache, elsewhere;
  for (const char* folder : {"/blobs", "/snapshot", "/snapshot/onnx"})
    mkdir((cache.path + folder).c_str(), 0700);
  cache.write("blobs/a1", external("model.onnx_data", "", "").bytes());
  cache.write("blobs/b2", std::string(128, 'w'));
  elsewhere.write("b2", std::string(128, 'w'));
  auto link = [&](const std::string& to, const std::string& name) {
    unlink((cache.path + name).c_str());
    ASSERT_EQ(symlink(to.c_str(), (cache.path + name).c_str()), 0);
  };
  auto load = [](const std::string& path, const std::vector<std::string>& allowed = {}) {
    mlir::MLIRContext context;
    LoadOptions options = withFold();
    options.externalFolders = allowed;
    LoadResult result = loadOnnx(context, path, options);
    return result.module ? "" : messages(result);
  };
  const std::string model = cache.path + "/snapshot/onnx/model.onnx";
  link("../../blobs/a1", "/snapshot/onnx/model.onnx");
  link("../../blobs/b2", "/snapshot/onnx/model.onnx_data");
  EXPECT_EQ(load(model), "");
  link("snapshot/onnx/model.onnx", "/model.onnx"); // another link to the first: its data stands beside that
  EXPECT_EQ(load(cache.path + "/model.onnx"), "");
  // Data that lies neither beside a name of the model nor beside its bytes.
  link(elsewhere.path + "/b2", "/snapshot/onnx/model.onnx_data");
  EXPECT_THAT(load(model), HasSubstr("--allow-external-data FOLDER allows it"));
  EXPECT_EQ(load(model, {elsewhere.path}), "");
  EXPECT_THAT(load(model, {elsewhere.path + "/none", cache.path}), HasSubstr("is a link that leaves"));
  // A model that is no link, and data behind one.
  cache.write("snapshot/onnx/plain.onnx", external("model.onnx_data", "", "").bytes());
  EXPECT_THAT(load(cache.path + "/snapshot/onnx/plain.onnx"), HasSubstr("is a link that leaves"));
  // Paths that leave the folder by their spelling.
  cache.write("absolute.onnx", external(elsewhere.path + "/b2", "", "").bytes());
  cache.write("up.onnx", external("../" + elsewhere.path.substr(5) + "/b2", "", "").bytes());
  for (const char* name : {"/absolute.onnx", "/up.onnx"}) {
    EXPECT_THAT(load(cache.path + name), HasSubstr("leaves the model's folder"));
    EXPECT_EQ(load(cache.path + name, {elsewhere.path}), "");
    EXPECT_THAT(load(cache.path + name, {cache.path + "/blobs"}), HasSubstr("leaves the model's folder"));
  }
}

TEST(Hostile, Shapes) {
  struct Case {
    const char* op;
    std::vector<int64_t> list;
    const char* part;
  };
  int64_t far = int64_t(1) << 62;
  for (const Case& c : {Case{"Reshape", {far, far}, "more than 2^40 elements"},
                        Case{"Reshape", {-1, -1}, "-1 at most once"},
                        Case{"Reshape", {0, 0, 0}, "has no such axis"},
                        Case{"Reshape", {4, -1}, "cannot be split"},
                        Case{"Reshape", {7}, "Reshape: "},
                        Case{"Expand", {far, 3}, "Expand: "},
                        Case{"Expand", {int64_t(1) << 41, 2, 3}, "more than 2^40 elements"},
                        Case{"Tile", {far, far}, "Tile: "},
                        Case{"Tile", {-1, 1}, "repeats"},
                        Case{"Tile", {1}, "repeats are one for each axis"},
                        Case{"Squeeze", {0}, "not of size 1"},
                        Case{"Squeeze", {9}, "axis 9 is outside"},
                        Case{"Unsqueeze", {far}, "is outside"},
                        Case{"Unsqueeze", {0, 0}, "named twice"},
                        Case{"Pad", {INT64_MIN, 0, 0, 0}, "padding"},
                        Case{"Pad", {0, 0, 0, INT64_MIN}, "padding"},
                        Case{"Pad", {-5, 0, 0, 0}, "cut more off"},
                        Case{"Pad", {1}, "two for each axis"},
                        Case{"Split", {1, 2}, "sum up"},
                        Case{"Split", {-1, 3}, "sum up"}}) {
    Build b;
    b.input("x", {"2", "3"}).output("y");
    b.ints("list", {static_cast<int64_t>(c.list.size())}, c.list);
    b.node(c.op, {"x", "list"}, {"y", "z"}, "n");
    Loaded result = b.load();
    EXPECT_EQ(result.exitCode, 1) << c.op;
    EXPECT_THAT(messages(result), HasSubstr(c.part));
    EXPECT_THAT(messages(result), HasSubstr("error: node 'n': ")) << c.op;
  }
}

TEST(Hostile, SlicesOfAnyNumbers) {
  for (int64_t start : {INT64_MIN, int64_t(-3), int64_t(0), int64_t(2), INT64_MAX})
    for (int64_t end : {INT64_MIN, int64_t(-1), int64_t(3), INT64_MAX})
      for (int64_t step : {INT64_MIN, int64_t(-2), int64_t(0), int64_t(1), INT64_MAX}) {
        Build b;
        b.input("x", {"5"}).output("y");
        for (auto [name, value] : {std::pair{"s", start}, {"e", end}, {"k", step}})
          b.ints(name, {1}, {value});
        b.ints("a", {1}, {0});
        b.node("Slice", {"x", "s", "e", "a", "k"}, {"y"});
        Loaded result = b.load();
        EXPECT_EQ(static_cast<bool>(result.module), step != 0 && step != INT64_MIN) << messages(result);
      }
}

TEST(Hostile, ConstantsWithoutEnd) {
  Build range; // each node computes a bigger constant from the one before
  range.output("y");
  range.ints("one", {1}, {1});
  range.ints("thousand", {1}, {1000});
  std::string last = "one";
  for (int i = 0; i < 12; ++i) {
    std::string next = "v" + std::to_string(i);
    range.node("Tile", {last, "thousand"}, {next});
    last = next;
  }
  range.node("Identity", {last}, {"y"});
  EXPECT_REFUSED(range, 1, "more than 2^40 elements");
  Build fill;
  fill.output("y");
  fill.ints("s", {2}, {int64_t(1) << 20, int64_t(1) << 20});
  fill.node("ConstantOfShape", {"s"}, {"y"});
  EXPECT_TRUE(fill.load().module); // it takes no memory
  Build count;
  count.output("y");
  count.ints("a", {}, {0});
  count.ints("b", {}, {INT64_MAX});
  count.ints("d", {}, {1});
  count.node("Range", {"a", "b", "d"}, {"y"});
  EXPECT_REFUSED(count, 1, "it has more than 4194304 elements");
}

TEST(Hostile, Attributes) {
  Build type = reluOf();
  ::onnx::NodeProto& leaky = *type.graph().mutable_node(0);
  leaky.set_op_type("LeakyRelu");
  attribute(leaky, "alpha", 1);
  EXPECT_REFUSED(type, 1, "its attribute alpha has another type");
  Build axis = reluOf();
  ::onnx::NodeProto& softmax = *axis.graph().mutable_node(0);
  softmax.set_op_type("Softmax");
  attribute(softmax, "axis", INT64_MIN);
  EXPECT_REFUSED(axis, 1, "is outside of [-2, 2)");
}

// Found by fuzz_onnx.
TEST(Hostile, ZeroPointsOfNoAxis) {
  Build b;
  b.input("x", {"2"}, ::onnx::TensorProto::UINT8)
      .input("w", {"1", "2", "3"}, ::onnx::TensorProto::UINT8)
      .output("y");
  b.node("ConvInteger", {"x", "w", "x", "x"}, {"y"}, "conv");
  EXPECT_REFUSED(b, 3, "node 'conv': ConvInteger: a zero point for each channel of its input");
}

// Found by fuzz_onnx: infinity as an integer.
TEST(Hostile, NumbersThatAreNoIntegers) {
  Build b;
  b.input("x", {"3"}, ::onnx::TensorProto::UINT8).output("y");
  ::onnx::AttributeProto& alpha = *b.node("ThresholdedRelu", {"x"}, {"y"}, "above").add_attribute();
  alpha.set_name("alpha");
  alpha.set_type(::onnx::AttributeProto::FLOAT);
  alpha.set_f(std::numeric_limits<float>::infinity());
  EXPECT_REFUSED(b, 1,
                 "node 'above': ThresholdedRelu: on u8 it would need the number inf, which is no integer");
}

TEST(Hostile, CyclesWithoutEnd) {
  Build b; // each node reads the next one's result and those of all before it
  constexpr int kNodes = 3000;
  b.input("x", {"2"}).output("v0");
  for (int i = 0; i < kNodes; ++i) {
    std::vector<std::string> reads{"v" + std::to_string(i + 1)};
    for (int j = i; j >= std::max(0, i - 200); --j)
      reads.push_back("v" + std::to_string(j));
    b.node("Sum", reads, {"v" + std::to_string(i)}, "n" + std::to_string(i));
  }
  b.node("Relu", {"x"}, {"v" + std::to_string(kNodes)}, "end");
  Loaded result = b.load();
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_EQ(messages(result), "model.onnx: error: node 'n2999' reads what it makes itself\n");
  Build chain; // backwards
  chain.input("x", {"2"}).output("v0");
  constexpr int kLong = 20000;
  for (int i = 0; i < kLong; ++i)
    chain.node("Relu", {"v" + std::to_string(i + 1)}, {"v" + std::to_string(i)});
  chain.node("Relu", {"x"}, {"v" + std::to_string(kLong)});
  EXPECT_TRUE(chain.load().module);
}

TEST(Hostile, NestingWithoutEnd) {
  // Deeper than protobuf reads.
  ::onnx::ModelProto model;
  ::onnx::GraphProto* graph = model.mutable_graph();
  model.add_opset_import()->set_version(17);
  for (int i = 0; i < 200; ++i) {
    ::onnx::NodeProto* node = graph->add_node();
    node->set_op_type("If");
    auto* branch = node->add_attribute();
    branch->set_name("then_branch");
    branch->set_type(::onnx::AttributeProto::GRAPH);
    graph = branch->mutable_g();
  }
  mlir::MLIRContext context;
  LoadResult result = loadOnnxBytes(context, "model.onnx", model.SerializeAsString(), withFold());
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(messages(result), HasSubstr("nest deeper than 100 levels"));
}

/// An If that makes `output`, whose branch is an If, and so on; the last one calls `op`.
void nestIfs(::onnx::NodeProto& node, const std::string& output, const std::string& op,
             const std::string& domain) {
  ::onnx::NodeProto* made = &Build::node(node, "If", {"yes"}, {output});
  for (int i = 0; i < 20; ++i) {
    auto* branch = made->add_attribute();
    branch->set_name("then_branch");
    branch->set_type(::onnx::AttributeProto::GRAPH);
    std::string name = output + std::to_string(i);
    branch->mutable_g()->add_output()->set_name(name);
    made = branch->mutable_g()->add_node();
    if (i < 19)
      Build::node(*made, "If", {"yes"}, {name});
    else
      Build::node(*made, op, {"yes"}, {name}).set_domain(domain);
  }
}

// Each of the two is less deep than protobuf's own bound.
TEST(Hostile, SubgraphsInFunctions) {
  Build b;
  b.input("x", {"2"}).output("y");
  b.tensor("yes", {}, ::onnx::TensorProto::BOOL).add_int32_data(1);
  b.model.add_opset_import()->set_domain("own");
  b.model.mutable_opset_import(1)->set_version(1);
  ::onnx::FunctionProto& function = *b.model.add_functions();
  function.set_name("Deep");
  function.set_domain("own");
  function.add_opset_import()->set_version(17);
  function.add_input("yes");
  function.add_output("z");
  nestIfs(*function.add_node(), "z", "Not", "");
  nestIfs(*b.graph().add_node(), "y", "Deep", "own");
  EXPECT_REFUSED(b, 1, "nest deeper than 32 levels");
}

// Ten million nodes of two bytes each would take gigabytes once they are parsed.
TEST(Hostile, PartsWithoutEnd) {
  std::string nodes;
  for (int i = 0; i < 10000000; ++i)
    nodes += std::string("\x0a\x00", 2);
  std::string bytes = "\x3a"; // the field of the graph
  for (size_t rest = nodes.size(); bytes.size() < 9; rest >>= 7) {
    bytes += static_cast<char>((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    if (rest <= 0x7f)
      break;
  }
  mlir::MLIRContext context;
  LoadResult result = loadOnnxBytes(context, "model.onnx", bytes + nodes, withFold());
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(messages(result), HasSubstr("more than 2^23 nodes, attributes, names and other parts"));
}

TEST(Hostile, InputsOfAnySize) {
  for (const char* size : {"4611686018427387904", "9223372036854775807", "1099511627777"}) {
    Build b;
    b.input("x", {size, "3"}).output("y");
    b.node("Relu", {"x"}, {"y"});
    EXPECT_REFUSED(b, 1, "input 'x'");
  }
}

// Each operator of transformers on inputs of any shape and type, with attributes of any size: a module, or
// what is wrong with the model, never our own fault.
struct Row {
  const char *domain, *op;
  int inputs, outputs;
  std::vector<const char*> attributes;
};

TEST(Hostile, OperatorsOfAnyShape) {
  const Row rows[] = {
      {"", "Attention", 7, 4, {"q_num_heads", "kv_num_heads", "is_causal", "qk_matmul_output_mode"}},
      {"", "RotaryEmbedding", 4, 1, {"num_heads", "rotary_embedding_dim", "interleaved"}},
      {"", "Swish", 1, 1, {}},
      {"com.microsoft", "RotaryEmbedding", 4, 1, {"num_heads", "rotary_embedding_dim", "interleaved"}},
      {"com.microsoft", "Attention", 6, 2, {"num_heads", "unidirectional", "qkv_hidden_sizes"}},
      {"com.microsoft", "MultiHeadAttention", 8, 3, {"num_heads", "unidirectional"}},
      {"com.microsoft",
       "GroupQueryAttention",
       11,
       3,
       {"num_heads", "kv_num_heads", "do_rotary", "local_window_size"}},
      {"com.microsoft", "SkipLayerNormalization", 5, 4, {}},
      {"com.microsoft", "SkipSimplifiedLayerNormalization", 4, 4, {}},
      {"com.microsoft", "SimplifiedLayerNormalization", 2, 2, {"axis"}},
      {"com.microsoft", "EmbedLayerNormalization", 9, 3, {"mask_index_type"}},
      {"com.microsoft", "BiasGelu", 2, 1, {}},
      {"com.microsoft", "BiasSplitGelu", 2, 1, {}},
      {"com.microsoft", "FastGelu", 2, 1, {}},
      {"com.microsoft", "GemmFastGelu", 3, 1, {}},
      {"com.microsoft", "FusedMatMul", 2, 1, {"transA", "transB", "transBatchA", "transBatchB"}},
      {"com.microsoft", "FusedConv", 4, 1, {"group"}},
      {"com.microsoft", "MatMulNBits", 6, 1, {"K", "N", "bits", "block_size"}},
      {"", "AffineGrid", 2, 1, {"align_corners"}},
      {"", "GridSample", 2, 1, {"align_corners"}},
      {"", "DeformConv", 5, 1, {"group", "offset_group"}},
      {"", "RoiAlign", 3, 1, {"output_height", "output_width", "sampling_ratio"}},
      {"", "NonMaxSuppression", 2, 1, {"center_point_box"}},
      {"", "BitwiseXor", 2, 1, {}},
      {"", "BitwiseNot", 1, 1, {}},
      {"", "Multinomial", 1, 1, {"sample_size", "dtype"}},
      {"", "RandomNormalLike", 1, 1, {"dtype"}},
      {"", "SplitToSequence", 1, 1, {"axis", "keepdims"}},
      {"", "SequenceConstruct", 3, 1, {}},
  };
  std::mt19937 random(7);
  auto pick = [&](auto... options) {
    std::common_type_t<decltype(options)...> all[] = {options...};
    return all[random() % sizeof...(options)];
  };
  int good = 0;
  for (const Row& row : rows)
    for (int i = 0; i < 100; ++i) {
      Build b;
      b.opset(24);
      b.model.add_opset_import()->set_domain("com.microsoft");
      b.model.mutable_opset_import(1)->set_version(1);
      int rank = pick(2, 3, 3, 4, 4, 5);
      std::vector<std::string> shape, inputs, outputs;
      for (int axis = 0; axis < rank; ++axis)
        shape.push_back(pick("1", "2", "4", "4", "8"));
      for (int k = 0; k < row.inputs; ++k) {
        inputs.push_back(k > 0 && random() % 4 == 0 ? "" : "i" + std::to_string(k));
        std::vector<std::string> other = shape;
        if (random() % 3 == 0)
          other.assign(pick(0, 1, 2, 3, 4, 5), pick("1", "2", "4", "8", "0"));
        if (!inputs.back().empty() && k == 6 && std::string(row.op) == "GroupQueryAttention")
          b.ints(inputs.back(), {}, {pick(int64_t(4), 1, 0, -1, INT64_MAX, 5)});
        else if (!inputs.back().empty())
          b.input(inputs.back(), other,
                  pick(::onnx::TensorProto::FLOAT, ::onnx::TensorProto::FLOAT, ::onnx::TensorProto::FLOAT,
                       ::onnx::TensorProto::INT32, ::onnx::TensorProto::INT64, ::onnx::TensorProto::BOOL));
      }
      for (int k = 0; k < row.outputs; ++k) {
        outputs.push_back("o" + std::to_string(k));
        if (k == 0 || random() % 2)
          b.output(outputs.back());
        else
          outputs.back() = "";
      }
      ::onnx::NodeProto& node = b.node(row.op, inputs, outputs);
      node.set_domain(row.domain);
      for (const char* name : row.attributes)
        if (random() % 2)
          attribute(node, name, pick(int64_t(1), 2, 2, 4, 0, -1, INT64_MAX, INT64_MIN, 1 << 20));
      Loaded loaded = b.load();
      EXPECT_THAT(loaded.exitCode, testing::AnyOf(0, 1, 3))
          << row.op << ": " << messages(loaded) << b.model.DebugString();
      good += loaded.exitCode == 0;
    }
  EXPECT_GT(good, 50); // some fit
}

TEST(Hostile, FunctionsThatCallThemselves) {
  Build b;
  b.input("x", {"2"}).output("y");
  b.model.add_opset_import()->set_domain("own");
  b.model.mutable_opset_import(1)->set_version(1);
  ::onnx::FunctionProto& function = *b.model.add_functions();
  function.set_name("Again");
  function.set_domain("own");
  function.add_input("a");
  function.add_output("b");
  Build::node(*function.add_node(), "Again", {"a"}, {"m"}).set_domain("own");
  Build::node(*function.add_node(), "Again", {"m"}, {"b"}).set_domain("own");
  b.node("Again", {"x"}, {"y"}, "call").set_domain("own");
  EXPECT_REFUSED(b, 1, "in node 'call': the function 'Again' calls itself");
}

TEST(Hostile, FunctionsThatDouble) {
  // 30 functions, each of which calls the one before twice: 2^30 operators.
  Build b;
  b.input("x", {"2"}).output("y");
  b.model.add_opset_import()->set_domain("own");
  b.model.mutable_opset_import(1)->set_version(1);
  for (int i = 0; i < 30; ++i) {
    ::onnx::FunctionProto& function = *b.model.add_functions();
    function.set_name("f" + std::to_string(i));
    function.set_domain("own");
    function.add_opset_import()->set_version(17);
    function.add_input("a");
    function.add_output("b");
    std::string op = i == 0 ? "Neg" : "f" + std::to_string(i - 1), domain = i == 0 ? "" : "own";
    Build::node(*function.add_node(), op, {"a"}, {"m"}).set_domain(domain);
    Build::node(*function.add_node(), op, {"m"}, {"b"}).set_domain(domain);
  }
  b.node("f29", {"x"}, {"y"}, "call").set_domain("own");
  LoadOptions options = withFold();
  options.maxOperators = 10000;
  Loaded result = b.load(options);
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(messages(result), HasSubstr("more than 10000 operators"));
}

} // namespace
} // namespace aic::onnx::test

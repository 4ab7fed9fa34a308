// Names that would break text: none does, whatever a file says.
#include "test/unit/graph_writer/RoundTrip.h"
#include "test/unit/onnx/Build.h"

#include <gtest/gtest.h>

namespace aic::graph::testing {
namespace {

using onnx::test::Build;

const std::vector<std::string>& hostileNames() {
  static const std::vector<std::string> names = {"a\"b",
                                                 "a\\b",
                                                 "{i}",
                                                 "a}b",
                                                 "for",
                                                 "nn",
                                                 "f32",
                                                 "weights",
                                                 "x @ y",
                                                 "# c",
                                                 ".",
                                                 "..",
                                                 "a..b",
                                                 ".a",
                                                 "a.",
                                                 "_",
                                                 "0",
                                                 "0.1",
                                                 "é.ü",
                                                 "a/b/c",
                                                 "/layer.0/x",
                                                 "layer.0",
                                                 "layer.0.",
                                                 "__metadata__",
                                                 "nan",
                                                 "inf",
                                                 "none",
                                                 "i",
                                                 "x",
                                                 "param",
                                                 "onnx::x_1",
                                                 "a b",
                                                 "full",
                                                 "size",
                                                 "constant",
                                                 "tensor 'x'",
                                                 "'",
                                                 "node 'x'",
                                                 "x'",
                                                 "a'b/c'd/e",
                                                 std::string(300, 'n'),
                                                 std::string(1893, 'q'),
                                                 std::string(1901, 'q'),
                                                 std::string(1993, 'q'),
                                                 std::string(2000, 'q'),
                                                 std::string(4000, 'p'),
                                                 std::string(4000, '"')};
  return names;
}

TEST(HostileText, NamesOfInputsOutputsAndNodes) {
  for (const std::string& name : hostileNames()) {
    Build build;
    build.input(name, {"2"}).output(name + "2");
    build.node("Relu", {name}, {"t" + name}, name);
    build.node("Add", {"t" + name, name}, {name + "2"}, "/" + name + "/Add");
    onnx::test::Loaded loaded = build.load();
    if (!loaded.module)
      continue; // the importer refuses the name
    EXPECT_EQ(roundTrip(*loaded.module).problem, "") << name;
  }
}

TEST(HostileText, NamesOfParameters) {
  std::vector<float> values(40);
  for (size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<float>(i) - 7.25F;
  for (const std::string& name : hostileNames())
    for (const char* role : {"", ".weight"}) {
      Build build;
      build.input("x", {"2", "5"}).output("y").floats(name + role, {5, 8}, values);
      build.floats(name + ".bias", {8}, {1, 2, 3, 4, 5, 6, 7, 8});
      build.node("MatMul", {"x", name + role}, {"p"}, "/" + name + "/MatMul");
      build.node("Add", {"p", name + ".bias"}, {"y"}, "/" + name + "/Add");
      onnx::test::Loaded loaded = build.load();
      if (!loaded.module)
        continue;
      EXPECT_EQ(roundTrip(*loaded.module).problem, "") << name;
    }
}

TEST(HostileText, NamesThatAreEqualOnceTheyAreIdentifiers) {
  Build build;
  build.input("a.b", {"2"})
      .input("a/b", {"2"})
      .input("a_b", {"2"})
      .input("a_b_2", {"2"})
      .output("a b")
      .output("a-b");
  build.node("Sum", {"a.b", "a/b", "a_b"}, {"a b"});
  build.node("Sub", {"a b", "a_b_2"}, {"a-b"});
  onnx::test::Loaded loaded = build.load();
  ASSERT_TRUE(bool(loaded.module)) << onnx::test::messages(loaded);
  EXPECT_EQ(roundTrip(*loaded.module).problem, "");
}

TEST(HostileText, NodesWithLongNamesAndManyLevels) {
  std::string deep;
  for (int i = 0; i < 2000; ++i)
    deep += "/m" + std::to_string(i % 3);
  for (const std::string& name :
       {deep + "/Relu", std::string(10 << 20, '/'), std::string(1 << 20, '.') + "/Relu",
        std::string("/\xff\xfe/Relu"), std::string("/a\nb/Relu")}) {
    Build build;
    build.input("x", {"2"}).output("y");
    build.node("Relu", {"x"}, {"t"}, name);
    build.node("Exp", {"t"}, {"y"}, name);
    onnx::test::Loaded loaded = build.load();
    ASSERT_TRUE(bool(loaded.module)) << onnx::test::messages(loaded);
    EXPECT_EQ(roundTrip(*loaded.module).problem, "");
  }
}

} // namespace
} // namespace aic::graph::testing

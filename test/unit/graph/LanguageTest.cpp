// The rules of the language: dimensions, blocks, compile-time values, control, imports, results.
#include "test/unit/graph/Load.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

std::string firstError(const std::string& text, const LoadOptions& options = {}) {
  Loaded loaded = loadText(text, options);
  return loaded.errors.empty() ? "" : loaded.errors[0];
}

/// True where the compile-time condition holds.
bool holds(const std::string& condition) {
  Loaded loaded = loadText(withBody("if " + condition + " {\n y = exp(x)\n }"));
  EXPECT_EQ(loaded.messages, "") << condition;
  return loaded.ir.find("aic.exp") != std::string::npos;
}

TEST(Language, Arithmetic) {
  for (const char* condition : {"2 + 3 * 4 == 14",
                                "7 // 2 == 3",
                                "-7 // 2 == -4",
                                "7 // -2 == -4",
                                "7 % 3 == 1",
                                "-7 % 3 == 2",
                                "7 % -3 == -2",
                                "2 ** 10 == 1024",
                                "-2 ** 2 == -4",
                                "2 ** 3 ** 2 == 512",
                                "2 ** -1 == 0.5",
                                "7 / 2 == 3.5",
                                "1 == 1.0",
                                "9223372036854775807 == 9223372036854775807",
                                "(-1) ** 9223372036854775807 == -1",
                                "5.5 // 2 == 2.0",
                                "-5.5 % 2 == 0.5",
                                "inf > 9223372036854775807",
                                "sqrt(16) == 4",
                                "min(3, 1, 2) == 1",
                                "max([3, 1.5, 2]) == 3",
                                "len([1, [2, 3]]) == 2",
                                "[1, 2] + [3] == [1, 2, 3]",
                                "[1, 2, 3][-1] == 3",
                                "[1, 2, 3, 4][1:3] == [2, 3]",
                                "[1, 2, 3][::-1] == [3, 2, 1]",
                                "shape(img) == [1, 4, 8, 8]",
                                "shape(img)[1] == 4",
                                "sizes(3, 2) == [3, 3]",
                                "sizes([1, 2], 2) == [1, 2]",
                                "\"a\" == \"a\"",
                                "\"a\" != \"b\"",
                                "none == none",
                                "x != none",
                                "f32 != f16",
                                "not (1 > 2) and true",
                                "false or 1 <= 1",
                                "(1 if true else 2) == 1",
                                "not false",
                                "[1] != 1",
                                "true or undefined_is_not_looked_at"})
    EXPECT_TRUE(holds(condition)) << condition;
  EXPECT_FALSE(holds("1 > 2"));
}

TEST(Language, ForRebindsAndLeavesItsNames) {
  Loaded loaded = loadText(withBody(R"(total = 0
  for k in 0..5 {
    total = total + k
  }
  for a, b in [[1, 2], [3, 4]] {
    total = total + a * b
  }
  for k in 3..3 {
    total = total + 1000
  }
  if total == 24 and k == 4 and b == 4 {
    y = exp(x)
  } elif total == 25 {
    y = sin(x)
  } else {
    y = cos(x)
  })"));
  EXPECT_EQ(loaded.messages, "");
  EXPECT_NE(loaded.ir.find("aic.exp"), std::string::npos) << loaded.ir;
}

TEST(Language, ListsHoldTensors) {
  Loaded loaded =
      loadText(withBody("xs = []\n  for k in 0..3 {\n    xs = xs + [x * k]\n  }\n  y = concat(xs, dim=1)"));
  EXPECT_EQ(loaded.messages, "");
  EXPECT_NE(loaded.ir.find("-> tensor<2x9xf32>"), std::string::npos) << loaded.ir;
}

TEST(Language, DimensionsBindAndAgree) {
  const char* text = R"(
block f(a: T[..., N], b: T[N, K], extra: T[2 * K] = none) {
  return matmul(a, b) * cast(tensor(N + K, i64), T)
}
graph g(a: f32[7, 2, 3], b: f32[3, 4], c: f32[8]) -> (y: f32[7, 2, 4]) {
  y = f(a, b, c)
}
)";
  EXPECT_EQ(firstError(text), "");
  auto call = [](const std::string& body) {
    return firstError(
        "block f(a: T[..., N], b: T[N, K], extra: T[2 * K] = none) {\n  return a\n}\n"
        "graph g(a: f32[2, 3], b: f32[3, 4], c: f32[9], d: f16[3, 4], s: f32[]) -> (y: f32[...]) {\n  " +
        body + "\n}\n");
  };
  EXPECT_EQ(call("y = f(a, a)"),
            "5:12: f: b: expected T[N, K], found f32[2, 3]: dimension 0 is 2, expected N = 3");
  EXPECT_EQ(call("y = f(a, b, c)"),
            "5:15: f: extra: expected T[2 * K], found f32[9]: dimension 0 is 9, expected 8");
  EXPECT_EQ(
      call("y = f(a, d)"),
      "5:12: f: b: expected T[N, K], found f16[3, 4]: the element type is f16, expected f32: cast(..., f32) "
      "changes it");
  EXPECT_EQ(call("y = f(s, b)"),
            "5:9: f: a: expected T[..., N], found f32[]: it has 0 dimensions, expected at least 1");
  EXPECT_EQ(call("y = f(3, b)"), "5:9: f: a: expected a tensor T[..., N], found int 3");
  EXPECT_EQ(call("y = f(a, b, none)"), "");
}

TEST(Language, GraphDimensionsHaveDefaultsThatTheCommandLineSets) {
  const char* text = "graph g(x: f32[N = 2, S = N * 3], z: f32[N]) -> (y: f32[N, S]) {\n  y = x\n}\n";
  EXPECT_NE(loadText(text).ir.find("tensor<2x6xf32>"), std::string::npos);
  EXPECT_NE(loadText(text, {{}, {{"N", {5}}}, ""}).ir.find("tensor<5x15xf32>"), std::string::npos);
  EXPECT_NE(loadText(text, {{}, {{"S", {4}}}, ""}).ir.find("tensor<2x4xf32>"), std::string::npos);
  EXPECT_EQ(firstError(text, {{}, {{"n", {5}}}, ""}),
            "--dim n: the inputs of graph g have no dimension of that name (did you mean N?)");
  EXPECT_EQ(firstError(text, {{}, {{"N", {-1}}}, ""}), "1:16: the dimension N is not negative; found -1");
  EXPECT_EQ(firstError("graph g(x: f32[N]) -> (y: f32[N]) {\n  y = x\n}\n"),
            "1:16: the dimension N has no value: write N = 128 here, or give --dim N=128");
  EXPECT_EQ(firstError("graph g(x: f32[N = 1], y: f32[N = 2]) -> (z: f32[N]) {\n  z = x\n}\n"),
            "1:31: the dimension N is 2 here and 1 before");
  EXPECT_EQ(firstError("graph g(x: f32[...]) -> (y: f32[]) {\n}\n"),
            "1:16: an input has every dimension: '...' is for the arguments of blocks");
  EXPECT_EQ(firstError("graph g(x: f32[4294967296, 4294967296]) -> (y: f32[]) {\n}\n"),
            "1:12: the tensor has more than 2^40 elements or 32 axes");
  EXPECT_EQ(firstError("graph g(x: float32[4]) -> (y: f32[]) {\n}\n"),
            "1:12: unknown element type float32: it is one of f32 f16 bf16 f64 i4 u4 i8 u8 i16 i32 i64 bool");
}

TEST(Language, BlockArguments) {
  auto call = [](const std::string& body) {
    return firstError(
        "block f(x: f32[N], k: int, s: float = 1 / N, b: bool = true, l: list = [], t: string = \"\") {\n"
        "  return x * s + k\n}\ngraph g(x: f32[4]) -> (y: f32[...]) {\n  " +
        body + "\n}\n");
  };
  EXPECT_EQ(call("y = f(x, 3)"), "");
  EXPECT_EQ(call("y = f(x, 3, s=2)"), "");
  EXPECT_EQ(call("y = f(k=3, x=x)"), "");
  EXPECT_EQ(call("y = f(x, 1.5)"), "5:12: f: k: expected int, found float 1.5");
  EXPECT_EQ(call("y = f(x, 1, b=1)"), "5:17: f: b: expected bool, found int 1");
  EXPECT_EQ(call("y = f(x, 1, l=2)"), "5:17: f: l: expected list, found int 2");
  EXPECT_EQ(call("y = f(x, 1, t=2)"), "5:17: f: t: expected string, found int 2");
  EXPECT_EQ(call("y = f(x)"), "5:7: f: the argument k is missing: f(x, k, s=..., b=..., l=..., t=...)");
}

TEST(Language, BlockResults) {
  auto body = [](const std::string& block, const std::string& statement) {
    return firstError("block f(x: f32[4]) {\n" + block + "\n}\ngraph g(x: f32[4]) -> (y: f32[...]) {\n" +
                      statement + "\n}\n");
  };
  EXPECT_EQ(body("return x, exp(x)", "_, y = f(x)"), "");
  EXPECT_EQ(body("return [x, exp(x)]", "y = f(x)[1]"), "");
  EXPECT_EQ(body("if shape(x)[0] == 4 { return x }\nreturn exp(x)", "y = f(x)"), "");
  EXPECT_EQ(body("return x, x", "y = f(x)"),
            "5:5: there are 2 values for 1 name; '_' takes one that is not wanted");
  EXPECT_EQ(body("return x, x", "y = relu(f(x))"), "5:10: this call has 2 results: take them apart first");
  EXPECT_EQ(body("return x, x", "y = f(x) + x"), "5:5: add: a: expected a tensor, found 2 results");
  EXPECT_EQ(body("z = x", "y = f(x)"), "5:5: the block f returns nothing");
  EXPECT_EQ(body("return f(x)", "y = f(x)"),
            "2:8: the block f calls itself: blocks are expanded at each call, so there is no recursion");
}

TEST(Language, GraphResults) {
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> (y: f32[4]) {\n}\n"),
            "1:24: the graph never binds its result y");
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> (y: f32[5]) {\n y = x\n}\n"),
            "1:27: the result y is f32[4]: dimension 0 is 4, expected 5");
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> (y: i64[4]) {\n y = x\n}\n"),
            "1:27: the result y is f32[4]: the element type is f32, expected i64: cast(..., i64) changes it");
  // Sums of integers are i64: what was u8 before says how to have it so.
  EXPECT_EQ(firstError("graph g(x: u8[1, 4]) -> (y: u8[1]) {\n  y = sum(x, dim=1)\n}\n"),
            "1:29: the result y is i64[1]: the element type is i64, expected u8: cast(..., u8) changes it");
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> (y: f32[K]) {\n y = x\n}\n"), "1:31: unknown name K");
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> (y: f32[K]) {\n y = x\n K = 4\n}\n"), "");
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> (y: f32[4]) {\n y = 3\n}\n"),
            "1:24: the result y is a tensor, found int 3");
  EXPECT_EQ(firstError("graph g(x: f32[4]) -> () {\n}\n"), "1:7: a graph has at least one result");
}

TEST(Language, AParameterMayHaveTheNameOfADimension) {
  LoadOptions random;
  random.weights = "random:1";
  auto load = [&](const char* text) {
    Loaded loaded = loadText(text, random);
    return loaded.errors.empty() ? loaded.ir : loaded.messages;
  };
  std::string inGraph =
      load("graph g(x: f32[B = 1, D = 4]) -> (y: f32[B, D]) {\n  param D: f32[D]\n  y = x * D\n}\n");
  EXPECT_NE(inGraph.find("aic.mul %arg0, %0 : (tensor<1x4xf32>, tensor<4xf32>) -> tensor<1x4xf32>"),
            std::string::npos)
      << inGraph;
  std::string inBlock = load("block f(x: f32[B, D]) {\n  param D: f32[D]\n  return x * D\n}\n"
                             "graph g(x: f32[B = 1, 4]) -> (y: f32[B, 4]) {\n  y = f(x) @ .\n}\n");
  EXPECT_EQ(inBlock, inGraph);
  // The signature's dimensions keep their meaning in the results' types.
  EXPECT_EQ(firstError("graph g(x: f32[N = 2]) -> (y: f32[N]) {\n  N = 5\n  y = x\n}\n"), "");
  EXPECT_EQ(firstError("graph g(x: f32[N = 2]) -> (y: f32[N]) {\n  N = 5\n  y = full([N], 0, f32)\n}\n"),
            "1:31: the result y is f32[5]: dimension 0 is 5, expected N = 2");
  EXPECT_EQ(firstError("graph g(x: f32[D = 4]) -> (y: f32[D]) {\n  param D: f32[D]\n"
                       "  y = reshape(x, [D])\n}\n"),
            "3:18: reshape: shape: expected a list of ints, it holds f32[4]");
}

TEST(Language, ChoosingTheGraph) {
  const char* text = "graph a(x: f32[4]) -> (y: f32[4]) {\n  y = exp(x)\n}\ngraph b(x: f32[4]) -> (y: "
                     "f32[4]) {\n  y = sin(x)\n}\n";
  EXPECT_NE(loadText(text).ir.find("aic.exp"), std::string::npos);
  EXPECT_NE(loadText(text, {{"b"}, {}, ""}).ir.find("aic.sin"), std::string::npos);
  EXPECT_EQ(firstError(text, {{"c"}, {}, ""}), "there is no graph c; the file has a, b");
  EXPECT_EQ(firstError("block b() {}\n"), "the file has no graph");
  EXPECT_EQ(firstError("block b() {}\nblock b() {}\n"), "2:7: the name b is declared twice");
  EXPECT_EQ(firstError("block b(x, x) {}\n"), "1:12: the argument x is declared twice");
}

TEST(Language, NamesOfInputsAndResults) {
  Loaded loaded = loadText("graph main(image: f32[4]) -> (logits: f32[4], other: f32[4]) {\n  logits = "
                           "image\n  other = -image\n}\n");
  ASSERT_TRUE(loaded.result.module) << loaded.messages;
  auto function = *loaded.result.module->getOps<mlir::func::FuncOp>().begin();
  EXPECT_EQ(function.getName(), "main");
  EXPECT_TRUE(function.isPublic());
  EXPECT_EQ(function.getArgAttrOfType<mlir::StringAttr>(0, "aic.name").getValue(), "image");
  EXPECT_EQ(function.getResultAttrOfType<mlir::StringAttr>(0, "aic.name").getValue(), "logits");
  EXPECT_EQ(function.getResultAttrOfType<mlir::StringAttr>(1, "aic.name").getValue(), "other");
}

TEST(Language, LocationsAreThePlacesThatTheUserWrote) {
  Loaded loaded = loadText(
      "block f(x: f32[N]) {\n  return exp(x)\n}\ngraph g(x: f32[4]) -> (y: f32[N]) {\n  y = f(x)\n  N = 4\n"
      "  _ = nn.linear(x, 3) @ fc\n}\n",
      {{}, {}, "random:1"});
  ASSERT_TRUE(loaded.result.module) << loaded.messages;
  std::vector<std::string> places;
  loaded.result.module->walk([&](mlir::Operation* op) {
    if (op->getName().getDialectNamespace() != "aic")
      return;
    std::string place;
    llvm::raw_string_ostream(place) << op->getLoc();
    places.push_back(place);
  });
  EXPECT_EQ(places, (std::vector<std::string>{"loc(callsite(\"t.graph\":2:10 at \"t.graph\":5:7))",
                                              "loc(\"fc.weight\"(\"t.graph\":7:7))",
                                              "loc(\"fc.bias\"(\"t.graph\":7:7))", "loc(\"t.graph\":7:7)"}));
}

//===-- Files -------------------------------------------------------------------------------------------===//

class Imports : public ::testing::Test {
protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("aic_graph_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder / "sub");
  }
  void TearDown() override { std::filesystem::remove_all(folder); }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder / name) << text; }
  std::string load(const std::string& text, int exitCode) {
    write("main.graph", text);
    mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
    LoadResult result = loadGraph(context, (folder / "main.graph").string());
    EXPECT_EQ(result.exitCode, exitCode) << render(result.diagnostics);
    return result.diagnostics.empty() ? "" : result.diagnostics[0].message;
  }
  const std::string graph = "graph g(x: f32[4]) -> (y: f32[4]) {\n  y = a.f(x)\n}\n";
  std::filesystem::path folder;
};

TEST_F(Imports, Work) {
  write("a.graph", "import \"sub/b.graph\"\nblock f(x: f32[N]) {\n  return b.f(x)\n}\n");
  write("sub/b.graph", "import \"../c.graph\"\nblock f(x: f32[N]) {\n  return c.f(x)\n}\n");
  write("c.graph", "block f(x: f32[N]) {\n  return exp(x)\n}\n");
  EXPECT_EQ(load("import \"a.graph\"\nimport \"c.graph\"\n" + graph, 0), "");
}

TEST_F(Imports, Errors) {
  EXPECT_EQ(load("import \"../a.graph\"\n" + graph, 1), "\"../a.graph\" lies outside of the model's folder");
  EXPECT_EQ(load("import \"/etc/passwd\"\n" + graph, 1),
            "\"/etc/passwd\" is an absolute path: files of a model are named relative to it");
  std::filesystem::create_symlink("/etc", folder / "etc");
  EXPECT_EQ(load("import \"etc/passwd\"\n" + graph, 1), "\"etc/passwd\" lies outside of the model's folder");
  EXPECT_EQ(load("import \"\"\n" + graph, 1), "\"\" is not a file's name");
  EXPECT_EQ(load("import \"a-b.graph\"\n" + graph, 1),
            "a file that is imported has a name of letters, digits and '_', found \"a-b\"");
  EXPECT_EQ(load("import \"nn.graph\"\n" + graph, 1), "nn is the standard library: name the file otherwise");
  EXPECT_EQ(load("import \"optim.graph\"\n" + graph, 1),
            "optim is the library of optimisers: name the file otherwise");
  EXPECT_NE(load("import \"a.graph\"\n" + graph, 4).find("a.graph: No such file or directory"),
            std::string::npos);
  write("a.graph", "import \"main.graph\"\n");
  EXPECT_EQ(load("import \"a.graph\"\n" + graph, 1), "the files import each other in a circle");
  EXPECT_EQ(load("import \"main.graph\"\n" + graph, 1), "the files import each other in a circle");
  write("a.graph", "block f( {\n");
  EXPECT_EQ(load("import \"a.graph\"\n" + graph, 1), "expected a name for the argument, found '{'");
  write("a.graph", "block g(x: f32[N]) {\n  return x\n}\n");
  EXPECT_EQ(load("import \"a.graph\"\n" + graph, 1), "there is no block a.f (did you mean a.g?)");
}

} // namespace

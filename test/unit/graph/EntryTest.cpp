// Entries: which graphs are made, in which sizes, under which names; what they share.
#include "frontends/weights/SafetensorsWriter.h"
#include "test/unit/graph/Load.h"

#include <filesystem>
#include <unistd.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

const char* const kThree = "graph a(x: f32[N = 2, S = 3]) -> (y: f32[...]) {\n  y = exp(x)\n}\n"
                           "graph b(x: f32[N = 4]) -> (y: f32[...]) {\n  y = sin(x)\n}\n"
                           "graph c(x: f32[2]) -> (y: f32[...]) {\n  y = cos(x)\n}\n";

using Dims = std::map<std::string, std::vector<int64_t>>;

/// "symbol entry? {dims}" of each function, one a line; else the messages.
std::string entries(const std::string& text, std::vector<std::string> graphs, Dims dims = {}) {
  LoadOptions options;
  options.graphs = std::move(graphs);
  options.dims = std::move(dims);
  options.weights = "random:1";
  Loaded loaded = loadText(text, options);
  if (!loaded.result.module)
    return loaded.messages;
  std::string found;
  for (auto function : loaded.result.module->getOps<mlir::func::FuncOp>()) {
    found += function.getName().str();
    if (auto name = function->getAttrOfType<mlir::StringAttr>("aic.entry"))
      found += " of " + name.getValue().str();
    if (auto sizes = function->getAttrOfType<mlir::DictionaryAttr>("aic.dims"))
      for (mlir::NamedAttribute size : sizes)
        found += " " + size.getName().str() + "=" +
                 std::to_string(llvm::cast<mlir::IntegerAttr>(size.getValue()).getInt());
    found += " " + aic::describe(function.getArgumentTypes()[0]) + "\n";
  }
  return found;
}

TEST(Entry, GraphsInTheOrderAsked) {
  EXPECT_EQ(entries(kThree, {}), "a N=2 S=3 f32[2, 3]\n");
  EXPECT_EQ(entries(kThree, {"c", "a"}), "c f32[2]\na N=2 S=3 f32[2, 3]\n");
  EXPECT_EQ(entries(kThree, {"all"}), "a N=2 S=3 f32[2, 3]\nb N=4 f32[4]\nc f32[2]\n");
  EXPECT_EQ(entries("entries c, b\n" + std::string(kThree), {}), "c f32[2]\nb N=4 f32[4]\n");
  EXPECT_EQ(entries("entries c, b\n" + std::string(kThree), {"a"}), "a N=2 S=3 f32[2, 3]\n");
  EXPECT_EQ(entries("entries c, b\n" + std::string(kThree), {"all"}),
            "a N=2 S=3 f32[2, 3]\nb N=4 f32[4]\nc f32[2]\n");
  EXPECT_EQ(entries(kThree, {"a", "bb"}),
            "t.graph: error: there is no graph bb (did you mean b?); the file has a, b, "
            "c\n");
  EXPECT_EQ(entries(kThree, {"a", "a"}), "t.graph: error: the graph a is asked for twice\n");
  EXPECT_EQ(entries(kThree, {"all", "a"}),
            "t.graph: error: all stands alone: it is every graph of the file\n");
  EXPECT_EQ(entries(kThree, {"a", "all"}),
            "t.graph: error: all stands alone: it is every graph of the file\n");
  EXPECT_EQ(entries(kThree, {"a", ""}), "t.graph: error: there is no graph ; the file has a, b, c\n");
  // A graph may be called all.
  EXPECT_EQ(entries(std::string(kThree) + "graph all(x: f32[5]) -> (y: f32[...]) {\n  y = x\n}\n", {"all"}),
            "all f32[5]\n");
}

TEST(Entry, Sizes) {
  EXPECT_EQ(entries(kThree, {"all"}, {{"N", {8, 1}}}), "a N=8 S=3 f32[8, 3]\n"
                                                       "a_1 of a N=1 S=3 f32[1, 3]\n"
                                                       "b N=8 f32[8]\n"
                                                       "b_1 of b N=1 f32[1]\n"
                                                       "c f32[2]\n");
  // The last dimension of the text changes first.
  EXPECT_EQ(entries(kThree, {"a"}, {{"S", {5, 6}}, {"N", {1, 2}}}), "a N=1 S=5 f32[1, 5]\n"
                                                                    "a_1 of a N=1 S=6 f32[1, 6]\n"
                                                                    "a_2 of a N=2 S=5 f32[2, 5]\n"
                                                                    "a_3 of a N=2 S=6 f32[2, 6]\n");
  // A name that another graph has is not taken.
  EXPECT_EQ(entries("graph a(x: f32[N = 1]) -> (y: f32[...]) {\n  y = x\n}\n"
                    "graph a_1(x: f32[3]) -> (y: f32[...]) {\n  y = x\n}\n",
                    {"all"}, {{"N", {1, 2}}}),
            "a N=1 f32[1]\na_2 of a N=2 f32[2]\na_1 f32[3]\n");
  EXPECT_EQ(entries(kThree, {"a", "b"}, {{"M", {1}}}),
            "t.graph: error: --dim M: the inputs of graphs a, b have no "
            "dimension of that name; they have N, S\n");
  EXPECT_EQ(entries(kThree, {"c"}, {{"N", {1}}}), "t.graph: error: --dim N: the inputs of graph c have no "
                                                  "dimension of that name; their sizes are numbers\n");
  std::vector<int64_t> eight = {1, 2, 3, 4, 5, 6, 7, 8}, nine = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  std::string most = entries(kThree, {"a"}, {{"N", eight}, {"S", eight}});
  EXPECT_EQ(std::count(most.begin(), most.end(), '\n'), 64);
  EXPECT_EQ(entries(kThree, {"a"}, {{"N", eight}, {"S", nine}}),
            "error: there are more than 64 entries: a graph in each of its sizes is one\n");
  EXPECT_EQ(entries(kThree, {"a", "c"}, {{"N", eight}, {"S", eight}}),
            "error: there are more than 64 entries: a graph in each of its sizes is one\n");
  std::string many;
  for (int i = 0; i < 65; ++i)
    many += "graph g" + std::to_string(i) + "(x: f32[2]) -> (y: f32[2]) {\n  y = x\n}\n";
  EXPECT_EQ(entries(many, {"all"}),
            "error: there are more than 64 entries: a graph in each of its sizes is one\n");
}

TEST(Entry, TheLineOfTheFile) {
  auto error = [](const std::string& text) {
    Loaded loaded = loadText(text + kThree);
    return loaded.messages;
  };
  EXPECT_EQ(error("entries a, bb\n"), "t.graph:1:12: error: the file has no graph bb (did you mean b?)\n"
                                      "  entries a, bb\n"
                                      "             ^~\n");
  EXPECT_EQ(error("entries a, b, a\n"), "t.graph:1:15: error: the entry a is named twice\n"
                                        "  entries a, b, a\n"
                                        "                ^\n");
  EXPECT_EQ(error("entries a\nentries b\n"), "t.graph:2:1: error: 'entries' stands once in a file\n"
                                             "  entries b\n"
                                             "  ^~~~~~~\n"
                                             "t.graph:1:1: note: the first is here\n"
                                             "  entries a\n"
                                             "  ^~~~~~~\n");
  EXPECT_EQ(error("entries d\nblock d() {}\n"), "t.graph:1:9: error: an entry is a graph, and d is a block\n"
                                                "  entries d\n"
                                                "          ^\n");
}

TEST(Entry, EveryErrorOfEveryGraph) {
  LoadOptions options;
  options.graphs = {"all"};
  options.dims = {{"N", {1, 2}}};
  Loaded loaded = loadText("graph a(x: f32[N]) -> (y: f32[1]) {\n  y = x\n}\n"
                           "graph b(x: f32[N]) -> (y: f32[...]) {\n  y = expp(x)\n}\n",
                           options);
  EXPECT_EQ(loaded.errors, (std::vector<std::string>{
                               "1:27: the result y is f32[2]: dimension 0 is 2, expected 1",
                               "5:7: there is no block or primitive called expp (did you mean exp?)"}));
}

TEST(Entry, BudgetsAreOfAllTogether) {
  LoadOptions options;
  options.maxOperators = 4;
  const char* text = "graph a(x: f32[N = 1]) -> (y: f32[...]) {\n  y = exp(exp(exp(x)))\n}\n";
  EXPECT_EQ(loadText(text, options).messages, "");
  options.dims = {{"N", {1, 2}}};
  EXPECT_EQ(loadText(text, options).errors.at(0), "2:11: the graphs together have more than 4 operators");
}

class Shared : public ::testing::Test {
protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("aic_entries_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }
  void write(const std::string& name, const std::vector<std::string>& tensors) {
    static const float kTwo[] = {1, 2};
    std::vector<aic::weights::TensorSource> all;
    for (const std::string& tensor : tensors)
      all.push_back({tensor, aic::weights::ElementType::F32, {2}, [](std::vector<uint8_t>&) {
                       return aic::weights::Bytes(reinterpret_cast<const uint8_t*>(kTwo), sizeof kTwo);
                     }});
    ASSERT_TRUE(aic::weights::WriteSafetensors((folder / name).string(), all).ok());
  }
  Loaded load(const std::string& text) {
    LoadOptions options;
    options.graphs = {"all"};
    return loadText(text, options, (folder / "t.graph").string());
  }
  static std::string graph(const std::string& name, const std::string& body) {
    return "graph " + name + "(x: f32[2]) -> (y: f32[...]) {\n  " + body + "\n}\n";
  }
  std::filesystem::path folder;
};

TEST_F(Shared, OneTensorOfTheWeightsIsOneValue) {
  write("w.safetensors", {"u", "v", "w"});
  // The weights are named by one graph, or by several: the same. What any graph uses is used.
  Loaded loaded =
      load(graph("a", "param w: f32[2]\n  param u: f32[2]\n  y = x + w + u") +
           graph("b", "weights \"./w.safetensors\"\n  param w: f32[2]\n  y = x * w") +
           graph("c", "weights \"w.safetensors\"\n  state v: f32[2] = weights\n  v = x\n  y = x"));
  EXPECT_EQ(loaded.messages, "");
  std::vector<mlir::Attribute> found;
  loaded.result.module->walk([&](aic::ConstantOp op) {
    if (llvm::cast<mlir::NameLoc>(op.getLoc()).getName() == "w")
      found.push_back(op.getValue());
  });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], found[1]);
  EXPECT_TRUE(llvm::isa<mlir::DenseResourceElementsAttr>(found[0]));
  loaded = load(graph("a", "weights \"w.safetensors\"\n  param w: f32[2]\n  y = w") +
                graph("b", "param u: f32[2]\n  y = u"));
  EXPECT_NE(loaded.messages.find("holds 1 tensor that the model does not use: v\n"), std::string::npos)
      << loaded.messages;
  // A state's tensor that is missing or of another shape.
  loaded = load(graph("a", "weights \"w.safetensors\"\n  state s: f32[2] = weights\n  s = x\n  y = x") +
                graph("b", "state w: f32[3] = weights\n  w = w\n  y = x"));
  EXPECT_NE(
      loaded.messages.find("w.safetensors does not fit the model: 1 parameter is missing, 1 parameter has "
                           "another shape or type\n  missing: s: f32[2]"),
      std::string::npos)
      << loaded.messages;
  EXPECT_NE(loaded.messages.find("\n  w: the model wants f32[3], the file holds f32[2]"), std::string::npos)
      << loaded.messages;
}

TEST_F(Shared, TwoFilesOfWeightsAreAnError) {
  write("w.safetensors", {"w"});
  write("v.safetensors", {"w"});
  std::string text = graph("a", "weights \"w.safetensors\"\n  param w: f32[2]\n  y = w") +
                     graph("b", "weights \"v.safetensors\"\n  param w: f32[2]\n  y = w");
  std::string path = (folder / "t.graph").string();
  EXPECT_EQ(load(text).messages,
            path +
                ":7:3: error: the weights are \"v.safetensors\" here and \"w.safetensors\" in graph "
                "a: graphs that are compiled together share one file\n"
                "    weights \"v.safetensors\"\n"
                "    ^~~~~~~~~~~~~~~~~~~~~~~\n" +
                path +
                ":2:3: note: the first is here\n"
                "    weights \"w.safetensors\"\n"
                "    ^~~~~~~~~~~~~~~~~~~~~~~\n");
  // What the command line names is the file.
  LoadOptions options;
  options.graphs = {"all"};
  options.weights = (folder / "v.safetensors").string();
  EXPECT_EQ(loadText(text, options, path).messages, "");
}

} // namespace

// Parameters: names by paths, values from files, from random numbers, from initialisers; all that is missing
// at once.
#include "dialects/aic/Aic.h"
#include "test/unit/graph/Load.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

/// A tensor for a .safetensors file: type as the format spells it, shape as JSON, bytes.
struct Tensor {
  std::string name, type, shape, bytes;
};

template <typename T> std::string bytesOf(std::initializer_list<T> values) {
  std::string out;
  for (T value : values)
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  return out;
}

class Parameters : public ::testing::Test {
protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("aic_parameters_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder / "model");
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  /// Writes weights; `odd` moves the data to an odd address.
  std::string write(const std::string& name, const std::vector<Tensor>& tensors, bool odd = false) {
    std::string header, data;
    for (const Tensor& t : tensors) {
      header += (header.empty() ? "{" : ",");
      header += "\"" + t.name + "\":{\"dtype\":\"" + t.type + "\",\"shape\":" + t.shape +
                ",\"data_offsets\":[" + std::to_string(data.size()) + "," +
                std::to_string(data.size() + t.bytes.size()) + "]}";
      data += t.bytes;
    }
    header += header.empty() ? "{}" : "}";
    while (header.size() % 8 != (odd ? 1 : 0))
      header += ' ';
    uint64_t size = header.size();
    std::string path = (folder / name).string();
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&size), 8);
    out << header << data;
    return path;
  }

  Loaded load(const std::string& body, const std::string& weights, int exitCode = 0) {
    Loaded loaded = loadText("graph g(x: f32[2]) -> (y: f32[...]) {\n" + body + "\n}\n", {{}, {}, weights},
                             (folder / "model" / "t.graph").string());
    EXPECT_EQ(loaded.result.exitCode, exitCode) << loaded.messages;
    return loaded;
  }

  /// The bytes of the first parameter and whether they lie in the mapped file.
  static std::vector<float> floats(Loaded& loaded) {
    std::vector<float> out;
    loaded.result.module->walk([&](aic::ConstantOp op) {
      if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(op.getValue());
          resource && out.empty()) {
        llvm::ArrayRef<char> data = resource.getRawHandle().getBlob()->getData();
        out.resize(data.size() / 4);
        std::memcpy(out.data(), data.data(), out.size() * 4);
      }
    });
    return out;
  }

  std::filesystem::path folder;
};

TEST_F(Parameters, FromAFileByFullName) {
  std::string path = write("w.safetensors", {{"layer1.0.w", "F32", "[2]", bytesOf({1.5f, -2.0f})}});
  Loaded loaded = load("param w: f32[2] @ layer{0 + 1}.{0}.w\ny = x * w", path);
  EXPECT_EQ(loaded.messages, "");
  EXPECT_EQ(floats(loaded), (std::vector<float>{1.5f, -2.0f}));
  EXPECT_NE(loaded.ir.find("dense_resource<layer1.0.w>"), std::string::npos) << loaded.ir;
  path = write("w.safetensors", {{"a b{", "F32", "[2]", bytesOf({1.5f, -2.0f})}});
  EXPECT_EQ(load("param w: f32[2] @ \"a b\\{\"\ny = x * w", path).messages, "");
}

TEST_F(Parameters, AreNotCopiedWhereTheFileIsAligned) {
  for (bool odd : {false, true}) {
    std::string path = write("w.safetensors", {{"w", "F32", "[2]", bytesOf({1.5f, -2.0f})}}, odd);
    Loaded loaded = load("param w: f32[2]\ny = x * w", path);
    EXPECT_EQ(floats(loaded), (std::vector<float>{1.5f, -2.0f}));
    bool mutableData = false;
    loaded.result.module->walk([&](aic::ConstantOp op) {
      mutableData =
          llvm::cast<mlir::DenseResourceElementsAttr>(op.getValue()).getRawHandle().getBlob()->isMutable();
    });
    EXPECT_EQ(mutableData, odd) << "a blob on the heap is mutable, one in the mapped file is not";
    EXPECT_TRUE(loaded.result.keepAlive);
  }
}

TEST_F(Parameters, HalvesWiden) {
  std::string path =
      write("w.safetensors", {{"w", "F16", "[4]", bytesOf<uint16_t>({0x3C00, 0xC100, 0x0001, 0x7C00})}});
  Loaded loaded = load("param w: f32[4]\ny = w", path);
  EXPECT_EQ(floats(loaded), (std::vector<float>{1.0f, -2.5f, 5.9604645e-8f, INFINITY}));
  path = write("w.safetensors", {{"w", "BF16", "[2]", bytesOf<uint16_t>({0x3F80, 0xC020})}});
  loaded = load("param w: f32[2]\ny = w", path);
  EXPECT_EQ(floats(loaded), (std::vector<float>{1.0f, -2.5f}));
}

TEST_F(Parameters, AllThatIsMissingOrMisshapenAtOnce) {
  std::string path = write("w.safetensors", {{"fc.weigth", "F32", "[1]", bytesOf({1.0f})},
                                             {"b", "F32", "[1, 2]", bytesOf({1.0f, 2.0f})},
                                             {"c", "I64", "[1]", bytesOf<int64_t>({1})}});
  Loaded loaded = load(
      "param w: f32[2] @ fc.weight\nparam a: f32[2, 3]\nparam b: f32[2]\nparam c: f32[1]\ny = w", path, 1);
  EXPECT_EQ(loaded.messages,
            (folder / "model" / "t.graph").string() + ": error: " + path +
                " does not fit the model: 2 parameters are missing, 2 parameters have another shape or type\n"
                "  missing: fc.weight: f32[2] (did you mean fc.weigth?)\n"
                "  missing: a: f32[2, 3]\n"
                "  b: the model wants f32[2], the file holds f32[1, 2]\n"
                "  c: the model wants f32[1], the file holds i64[1]\n");
}

TEST_F(Parameters, TheListIsBounded) {
  std::string path = write("w.safetensors", {});
  Loaded loaded = load("for k in 0..1000 {\nparam w: f32[2] @ w{k}\n}\ny = w", path, 1);
  EXPECT_NE(loaded.messages.find("1000 parameters are missing"), std::string::npos);
  EXPECT_NE(loaded.messages.find("missing: w19: f32[2]\n  ... and 980 more\n"), std::string::npos)
      << loaded.messages;
}

TEST_F(Parameters, WhatIsNotUsedIsOneWarning) {
  std::vector<Tensor> tensors = {{"w", "F32", "[2]", bytesOf({1.0f, 2.0f})}};
  for (int i = 0; i < 9; ++i)
    tensors.push_back({"head" + std::to_string(i) + ".steps", "I64", "[]", bytesOf<int64_t>({1})});
  tensors.push_back(
      {"bn.num_batches_tracked", "I64", "[]", bytesOf<int64_t>({1})}); // of which nothing is said
  std::string path = write("w.safetensors", tensors);
  Loaded loaded = load("param w: f32[2]\ny = w", path);
  EXPECT_EQ(loaded.messages, (folder / "model" / "t.graph").string() + ": warning: " + path +
                                 " holds 9 tensors that the model does not use: head0.steps, "
                                 "head1.steps, head2.steps, head3.steps and 5 more\n");
}

TEST_F(Parameters, EqualNamesAreOneTensor) {
  Loaded loaded = load("param a: f32[2] @ w\nparam b: f32[2] @ w\ny = a + b", "random:1");
  EXPECT_EQ(loaded.ir.find("aic.constant"), loaded.ir.rfind("aic.constant")) << loaded.ir;
  loaded = load("param a: f32[2] @ w\nparam b: f32[3] @ w\ny = a", "random:1", 1);
  EXPECT_EQ(loaded.errors,
            std::vector<std::string>{
                "3:1: the parameter w is f32[3] here and f32[2] before: equal names are one tensor"});
}

TEST_F(Parameters, RandomIsReproducible) {
  // u(i) of rule 10, computed by numpy: name "w", seed 7, rank 1: 0.1 u.
  Loaded loaded = load("param w: f32[2]\ny = w", "random:7");
  std::vector<float> once = floats(loaded);
  Loaded again = load("param w: f32[2]\ny = w", "random:7");
  EXPECT_EQ(once, floats(again));
  Loaded other = load("param w: f32[2]\ny = w", "random:8");
  EXPECT_NE(once, floats(other));
  for (float value : once)
    EXPECT_LE(std::abs(value), 0.1f);
  EXPECT_EQ(load("param w: f32[2]\ny = w", "random:x", 1).messages,
            "error: --weights random:x: the seed is a number between 0 and 2^64 - 1, as in random:1\n");
}

TEST_F(Parameters, Initialisers) {
  std::string path = write("w.safetensors", {});
  EXPECT_NE(load("param w: f32[2] = zeros\ny = w", path).ir.find("dense<0.0"), std::string::npos);
  EXPECT_NE(load("param w: f32[2] = ones\ny = w", path).ir.find("dense<1.0"), std::string::npos);
  EXPECT_NE(load("param w: f32[2] @ p = full(0.25)\ny = w", path).ir.find("dense<2.5"), std::string::npos);
  EXPECT_EQ(load("param w: f32[2] = 3\ny = w", path, 1).errors.at(0),
            "2:19: an initialiser is zeros, ones or full(value)");
  // What the file holds comes first.
  path = write("w.safetensors", {{"w", "F32", "[2]", bytesOf({1.5f, -2.0f})}});
  Loaded loaded = load("param w: f32[2] = zeros\ny = w", path);
  EXPECT_EQ(floats(loaded), (std::vector<float>{1.5f, -2.0f}));
}

TEST_F(Parameters, ACallNeedsAPath) {
  EXPECT_EQ(load("y = nn.linear(x, 3)", "random:1", 1).errors.at(0),
            "2:5: nn.linear has parameters: say where they live, as in nn.linear(...) @ name, or @ . for the "
            "caller's own "
            "path");
  EXPECT_EQ(load("y = nn.linear(x, 3) @ a{1.5}", "random:1", 1).errors.at(0),
            "2:25: a path holds ints and strings, found float 1.5");
  EXPECT_EQ(load("y = nn.linear(x, 3) @ \"{\"\"}\"", "random:1", 1).errors.at(0),
            "2:23: the path is empty: '.' adds nothing to the caller's path");
  EXPECT_EQ(load("y = nn.linear(x, 0) @ a", "random:1", 1).errors.at(0),
            "2:5: nn.linear: the parameter weight: a dimension is an int, at least 1; dimension 0 is 0");
}

TEST_F(Parameters, ErrorsInsideALayerNameIt) {
  EXPECT_EQ(load("y = nn.batch_norm(x) @ a", "random:1", 1).errors.at(0),
            "2:5: nn.batch_norm: index 1 is outside of a list of 1 item");
}

TEST_F(Parameters, WeightsStatement) {
  write("model/w.safetensors", {{"w", "F32", "[2]", bytesOf({1.5f, -2.0f})}});
  write("w.safetensors", {{"w", "F32", "[2]", bytesOf({1.0f, 1.0f})}});
  Loaded loaded = load("weights \"w.safetensors\"\nparam w: f32[2]\ny = w", "");
  EXPECT_EQ(floats(loaded), (std::vector<float>{1.5f, -2.0f}));
  loaded = load("weights \"w.safetensors\"\nparam w: f32[2]\ny = w", (folder / "w.safetensors").string());
  EXPECT_EQ(floats(loaded), (std::vector<float>{1.0f, 1.0f}));
  EXPECT_EQ(load("weights \"../w.safetensors\"\ny = x", "", 1).errors.at(0),
            "2:9: \"../w.safetensors\" lies outside of the model's folder");
  loaded = load("weights \"none.safetensors\"\ny = x", "", 4);
  EXPECT_EQ(loaded.result.diagnostics.at(0).line, 2);
  EXPECT_EQ(load("param w: f32[2]\ny = w", "", 1).messages,
            (folder / "model" / "t.graph").string() +
                ": error: the graph names no weights, and 1 parameter needs a value: write weights \"FILE\" "
                "in the graph, "
                "or give --weights FILE or --weights random:SEED\n  missing: w: f32[2]\n");
  std::ofstream(folder / "model" / "bad.safetensors") << "not weights";
  load("weights \"bad.safetensors\"\ny = x", "", 1);
}

TEST_F(Parameters, SeveralFilesOneAfterAnother) {
  const std::string tuned = write("tuned.safetensors", {{"w", "F32", "[2]", bytesOf({1.5f, -2.0f})}});
  const std::string base = write("base.safetensors", {{"w", "F32", "[2]", bytesOf({7.0f, 7.0f})},
                                                      {"v", "F32", "[2]", bytesOf({3.0f, 4.0f})},
                                                      {"unused", "F32", "[1]", bytesOf({0.0f})}});
  const std::string body = "param w: f32[2]\nparam v: f32[2]\nparam n: f32[2]\nparam z: f32[2] = zeros\n"
                           "y = w + v + n + z";
  Loaded loaded = load(body, tuned + "," + base + ",random:7");
  EXPECT_EQ(loaded.messages, (folder / "model" / "t.graph").string() + ": warning: " + base +
                                 " holds 1 tensor that the model does not use: unused\n");
  // The first that has it; random is for what no file has, and leaves initialisers what they are.
  std::map<std::string, std::vector<float>> values;
  for (const auto& [name, value] : loaded.result.parameters)
    if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(value)) {
      llvm::ArrayRef<char> data = resource.getRawHandle().getBlob()->getData();
      values[name].resize(data.size() / 4);
      std::memcpy(values[name].data(), data.data(), data.size());
    } else {
      values[name] = {llvm::cast<mlir::DenseElementsAttr>(value).getSplatValue<float>()};
    }
  Loaded random = load("param n: f32[2]\ny = n", "random:7");
  EXPECT_EQ(values, (std::map<std::string, std::vector<float>>{
                        {"w", {1.5f, -2.0f}}, {"v", {3.0f, 4.0f}}, {"n", floats(random)}, {"z", {0.0f}}}));
  ASSERT_EQ(loaded.result.parameters.size(), 4u);
  EXPECT_EQ(loaded.result.parameters[1].first, "v");
  EXPECT_THAT(loaded.result.files, ::testing::IsSupersetOf({tuned, base}));

  EXPECT_EQ(load(body, tuned + "," + base, 1).messages,
            (folder / "model" / "t.graph").string() + ": error: " + tuned + " and " + base +
                " do not fit the model: 1 parameter is missing\n  missing: n: f32[2]\n");
  EXPECT_EQ(load(body, "random:7," + base, 1).messages,
            "error: --weights random:7," + base +
                ": random:7 gives what no file before it holds, so it stands last\n");
  EXPECT_EQ(
      load("param v: f32[3]\ny = v[0:2]", tuned + "," + base, 1).messages,
      (folder / "model" / "t.graph").string() + ": error: " + tuned + " and " + base +
          " do not fit the model: 1 parameter has another shape or type\n  v: the model wants f32[3], " +
          base + " holds f32[2]\n");
  // A file may have any name.
  const std::string comma = write("a,b.safetensors", {{"w", "F32", "[2]", bytesOf({2.5f, 3.0f})}});
  loaded = load("param w: f32[2]\ny = w", comma);
  EXPECT_EQ(floats(loaded), (std::vector<float>{2.5f, 3.0f}));
}

} // namespace

// Every model of ONNX's backend tests that is imported becomes text that computes the same.
#include "frontends/weights/Npy.h"
#include "test/onnx/Arrays.h"
#include "test/unit/Sanitized.h"
#include "test/unit/graph_writer/RoundTrip.h"

#include <algorithm>
#include <dirent.h>
#include <fstream>
#include <gtest/gtest.h>
#include <onnx/onnx_pb.h>

namespace aic::graph::testing {
namespace {

const std::string kData = "/usr/share/libonnx-testdata/data/";

constexpr int kStep = test::kSanitized ? 16 : 1; // a sample: all take a minute there

/// The inputs of the first data set; false where one is of no type of ours.
bool readInputs(const std::string& folder, const ::onnx::GraphProto& graph,
                std::vector<onnx::test::Array>& arrays) {
  for (int i = 0; i < graph.input_size(); ++i) {
    std::string bytes = onnx::test::readFile(folder + "/test_data_set_0/input_" + std::to_string(i) + ".pb");
    if (bytes.empty())
      break; // an initializer has the name
    ::onnx::TensorProto tensor;
    arrays.emplace_back();
    if (!tensor.ParseFromString(bytes) ||
        !onnx::test::toArray(tensor, graph.input(i).type().tensor_type().elem_type(), arrays.back()))
      return false;
  }
  return true;
}

/// Imports with the shapes of the data; what decides a shape is bound. Null where the importer refuses.
onnx::LoadResult import(mlir::MLIRContext& context, const std::string& path, const ::onnx::GraphProto& graph,
                        const std::vector<onnx::test::Array>& inputs, const Scratch& scratch,
                        onnx::LoadOptions& options) {
  options.fold = driver::foldOperation;
  for (int i = 0; i < static_cast<int>(inputs.size()); ++i)
    options.shapes[graph.input(i).name()] = inputs[i].shape;
  for (int round = 0;; ++round) {
    onnx::LoadResult loaded = onnx::loadOnnx(context, path, options);
    bool more = false;
    for (const std::string& name : loaded.bindable)
      for (int i = 0; i < static_cast<int>(inputs.size()) && i < 6 && !loaded.module && round < 8; ++i) {
        std::string file = scratch.path() + "/" + std::to_string(i) + ".npy";
        if (graph.input(i).name() != name || options.binds.count(name) ||
            !weights::WriteNpy(file, inputs[i].type, inputs[i].shape, inputs[i].bytes.data()).ok())
          continue;
        options.binds[name] = file;
        more = true;
      }
    if (loaded.module || !more)
      return loaded;
  }
}

/// Tries all models of a folder; gives how many were imported.
int writeAll(const std::string& kind) {
  const char* only = std::getenv("AIC_TEXT_ONLY");
  int written = 0, imported = 0, number = 0;
  for (const std::string& name : onnx::test::entries(kData + kind)) {
    if (only ? name != only : number++ % kStep != 0)
      continue;
    std::string folder = kData + kind + "/" + name, path = folder + "/model.onnx";
    ::onnx::ModelProto model;
    std::vector<onnx::test::Array> inputs;
    if (!model.ParseFromString(onnx::test::readFile(path)) || !readInputs(folder, model.graph(), inputs))
      continue;
    Scratch scratch;
    mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
    onnx::LoadOptions options;
    onnx::LoadResult loaded = import(context, path, model.graph(), inputs, scratch, options);
    if (!loaded.module)
      continue;
    ++imported;
    std::vector<Bytes> free;
    for (int i = 0; i < model.graph().input_size(); ++i)
      if (!options.binds.count(model.graph().input(i).name()) && i < static_cast<int>(inputs.size()))
        free.push_back(inputs[i].bytes);
    RoundTrip trip = roundTrip(*loaded.module, free);
    EXPECT_EQ(trip.problem, "") << name << "\n" << trip.text.substr(0, 2000);
    written += trip.problem.empty();
  }
  std::printf("%s: %d of %d imported models are text that computes the same\n", kind.c_str(), written,
              imported);
  return only ? 0 : imported * kStep;
}

TEST(NodeText, EveryNodeTestThatIsImportedIsWritten) {
  if (onnx::test::entries(kData + "node").empty())
    GTEST_SKIP() << "libonnx-testdata is not installed";
  int imported = writeAll("node");
  EXPECT_TRUE(imported >= 800 || std::getenv("AIC_TEXT_ONLY")) << imported;
}

TEST(NodeText, EveryModelOfPyTorchIsWritten) {
  if (onnx::test::entries(kData + "pytorch-converted").empty())
    GTEST_SKIP() << "libonnx-testdata is not installed";
  int imported = writeAll("pytorch-converted") + writeAll("pytorch-operator");
  EXPECT_TRUE(imported >= 64 || std::getenv("AIC_TEXT_ONLY")) << imported;
}

} // namespace
} // namespace aic::graph::testing

// In each ResNet of examples/, every parameter counts: 1.5 times any one tensor (of a stage's first two
// blocks, the others being the second's text again) moves the logits by 100 times the tolerance of the golden
// tests. So no parameter is left unread, or read where another one belongs without a trace. The small models
// are scaled through the compiler itself, in test/models/run_sensitivity.py.
#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"
#include "frontends/graph/Graph.h"
#include "frontends/weights/Weights.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace mlir;

namespace aic {
namespace {

constexpr double kTolerance = 2e-5; // of test/models/cases.py
constexpr int64_t kSide = 16;       // of the picture: small, so that the plain reference is quick
constexpr uint64_t kSeed = 1;

using Values = llvm::DenseMap<Value, reference::Tensor>;

/// One operation's results, its operands taken from `changed` where they are there, else from `values`.
LogicalResult evaluateWith(Operation* op, Values& values, Values& changed,
                           SmallVectorImpl<reference::Tensor>& results) {
  SmallVector<const reference::Tensor*> operands;
  for (Value operand : op->getOperands()) {
    auto it = changed.find(operand);
    operands.push_back(it != changed.end() ? &it->second : &values.find(operand)->second);
  }
  return reference::evaluate(op, operands, results);
}

/// max |a - b| / max |b|
double difference(const reference::Tensor& a, const reference::Tensor& b) {
  double off = 0, largest = 0;
  for (size_t n = 0; n < b.f.size(); ++n) {
    off = std::max(off, std::fabs(a.f[n] - b.f[n]));
    largest = std::max(largest, std::fabs(b.f[n]));
  }
  return off / largest;
}

/// The logits with one parameter scaled by 1.5: only what depends on it is computed again.
FailureOr<reference::Tensor> scaledLogits(Operation* parameter, Block& block, Values& values) {
  Values changed;
  reference::Tensor scaled = values.find(parameter->getResult(0))->second;
  for (double& element : scaled.f)
    element *= 1.5;
  changed.try_emplace(parameter->getResult(0), std::move(scaled));
  for (Operation& op : block.without_terminator()) {
    if (llvm::none_of(op.getOperands(), [&](Value operand) { return changed.contains(operand); }))
      continue;
    SmallVector<reference::Tensor> results;
    if (failed(evaluateWith(&op, values, changed, results)))
      return failure();
    for (auto [value, result] : llvm::zip(op.getResults(), results))
      changed.try_emplace(value, std::move(result));
  }
  auto it = changed.find(block.getTerminator()->getOperand(0));
  if (it == changed.end())
    return failure();
  return std::move(it->second);
}

/// Of a stage's third block or one after it, which is the second's text again: "layer3.4.conv1.weight".
bool isOfALaterBlock(StringRef key) {
  unsigned stage, index;
  return key.consume_front("layer") && !key.consumeInteger(10, stage) && key.consume_front(".") &&
         !key.consumeInteger(10, index) && index >= 2;
}

struct ResNet {
  const char* name;
  size_t parameters; // f32 tensors in torchvision's state dict
};

class Sensitivity : public testing::TestWithParam<ResNet> {};

TEST_P(Sensitivity, EveryParameterMovesTheLogits) {
  MLIRContext context;
  graph::LoadOptions options;
  options.graphs = {GetParam().name};
  options.dims = {{"H", {kSide}}, {"W", {kSide}}};
  options.weights = "random:" + std::to_string(kSeed);
  graph::LoadResult loaded = graph::loadGraph(context, AIC_SOURCE_DIR "/examples/resnet.graph", options);
  for (const graph::Diagnostic& diagnostic : loaded.diagnostics)
    ADD_FAILURE() << diagnostic.message;
  ASSERT_TRUE(loaded.module);
  Block& block = (*loaded.module->getOps<func::FuncOp>().begin()).getBody().front();

  const std::vector<int64_t> shape = {1, 3, kSide, kSide};
  std::vector<float> picture(3 * kSide * kSide);
  weights::FillUniform(kSeed, "image", shape, weights::ElementType::F32, picture.data());
  for (float& element : picture)
    element *= 0.5f; // small enough that biases count beside it
  Values values, nothing;
  values.try_emplace(block.getArgument(0),
                     reference::fromBytes(shape, Float32Type::get(&context), picture.data()));

  SmallVector<Operation*> parameters;
  for (Operation& op : block.without_terminator()) {
    SmallVector<reference::Tensor> results;
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      FailureOr<reference::Tensor> tensor = reference::fromAttr(constant.getValue());
      ASSERT_TRUE(succeeded(tensor));
      results.push_back(std::move(*tensor));
      if (isa<DenseResourceElementsAttr>(constant.getValue()))
        parameters.push_back(&op);
    } else {
      ASSERT_TRUE(succeeded(evaluateWith(&op, values, nothing, results)));
    }
    for (auto [value, result] : llvm::zip(op.getResults(), results))
      values.try_emplace(value, std::move(result));
  }
  EXPECT_EQ(parameters.size(), GetParam().parameters);

  const reference::Tensor& logits = values.find(block.getTerminator()->getOperand(0))->second;
  ASSERT_EQ(logits.size(), 1000);
  for (Operation* parameter : parameters) {
    std::string key =
        cast<DenseResourceElementsAttr>(cast<ConstantOp>(parameter).getValue()).getRawHandle().getKey().str();
    if (isOfALaterBlock(key))
      continue;
    FailureOr<reference::Tensor> moved = scaledLogits(parameter, block, values);
    ASSERT_TRUE(succeeded(moved)) << key;
    EXPECT_GE(difference(*moved, logits), 100 * kTolerance) << key;
  }
}

INSTANTIATE_TEST_SUITE_P(Torchvision, Sensitivity,
                         testing::Values(ResNet{"resnet18", 102}, ResNet{"resnet34", 182},
                                         ResNet{"resnet50", 267}),
                         [](const testing::TestParamInfo<ResNet>& info) {
                           return std::string(info.param.name);
                         });

} // namespace
} // namespace aic

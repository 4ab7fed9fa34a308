// What differences cannot tell. The expected numbers are PyTorch's (torch.autograd, 1.13), but where PyTorch
// has no such operator.
#include "mlir/Parser/Parser.h"
#include "test/unit/gradients/Gradients.h"

namespace aic::gradients {
namespace {

struct Case {
  const char* name;
  const char* inputs;
  const char* body; ///< binds loss
  std::vector<std::vector<double>> values, gradients;
};

const Case kCases[] = {
    {"relu", "x: f32[3]", "loss = sum(relu(x))", {{-1, 0, 2}}, {{0, 0, 1}}},
    {"relu6", "x: f32[4]", "loss = sum(relu6(x))", {{0, 3, 6, 7}}, {{0, 1, 0, 0}}},
    {"hardswish", "x: f32[4]", "loss = sum(hardswish(x))", {{-3, 0, 3, 4}}, {{-0.5, 0.5, 1.5, 1}}},
    {"hardsigmoid", "x: f32[3]", "loss = sum(hardsigmoid(x))", {{-3, 0, 3}}, {{0, 1.0 / 6, 0}}},
    {"leaky_relu", "x: f32[2]", "loss = sum(leaky_relu(x, 0.25))", {{0, 1}}, {{0.25, 1}}},
    {"elu", "x: f32[2]", "loss = sum(elu(x))", {{0, 100}}, {{1, 1}}},
    {"abs", "x: f32[3]", "loss = sum(abs(x))", {{-2, 0, 2}}, {{-1, 0, 1}}},
    {"clamp", "x: f32[4]", "loss = sum(clamp(x, 0.0, 1.0))", {{-1, 0, 1, 2}}, {{0, 1, 1, 0}}},
    {"maximum",
     "a: f32[3], b: f32[3]",
     "loss = sum(maximum(a, b) * 3.0)",
     {{1, 2, 3}, {2, 2, 2}},
     {{0, 1.5, 3}, {3, 1.5, 0}}},
    {"minimum",
     "a: f32[3], b: f32[3]",
     "loss = sum(minimum(a, b) * 3.0)",
     {{1, 2, 3}, {2, 2, 2}},
     {{3, 1.5, 0}, {0, 1.5, 3}}},
    {"amax", "x: f32[4]", "loss = amax(x)", {{1, 3, 3, 3}}, {{0, 1.0 / 3, 1.0 / 3, 1.0 / 3}}},
    {"amin", "x: f32[2, 2]", "loss = sum(amin(x, 1))", {{1, 1, 2, 0}}, {{0.5, 0.5, 0, 1}}},
    {"max_pool2d",
     "x: f32[1, 1, 2, 4]",
     "loss = sum(max_pool2d(x, 2))",
     {{0, 0, 1, 5, 0, 0, 5, 5}},
     {{1, 0, 0, 1, 0, 0, 0, 0}}},
    {"max_pool2d_overlapping",
     "x: f32[1, 1, 1, 4]",
     "loss = sum(max_pool2d(x, [1, 3], stride=1, padding=[0, 1]))",
     {{2, 2, 2, 1}},
     {{2, 1, 1, 0}}},
    {"prod_with_a_zero", "x: f32[3]", "loss = prod(x)", {{2, 0, 5}}, {{0, 10, 0}}},
    {"prod_with_zeros", "x: f32[3]", "loss = prod(x)", {{2, 0, 0}}, {{0, 0, 0}}},
    {"pow_at_zero",
     "a: f32[3], b: f32[3]",
     "loss = sum(a ** b)",
     {{0, 0, 2}, {2, 0, 0}},
     {{0, 0, 0}, {0, 0, 0.69314718}}},
    {"last_update_counts",
     "x: f32[2], u: f32[3]",
     "loss = sum(scatter(x, 0, tensor([1, 1, 1], i64), u))",
     {{7, 7}, {1, 2, 3}},
     {{1, 0}, {0, 0, 1}}},
    {"binary_cross_entropy_at_the_ends",
     "x: f32[6]",
     "t = tensor([0.0, 1.0, 0.0, 1.0, 0.5, 1.0], f32)\n loss = nn.binary_cross_entropy(x, t, "
     "reduction=\"sum\") * 1e-12",
     {{0, 0, 1, 1, 0, 1e-13}},
     {{0, -1, 1, 0, -0.5, -1}}},
    {"unused", "x: f32[2], z: f32[2]", "loss = sum(x)", {{1, 2}, {3, 4}}, {{1, 1}, {0, 0}}},
    {"cast", "x: f32[2]", "loss = cast(sum(cast(x, f64) * 3.0), f32)", {{1, 2}}, {{3, 3}}},
    {"through_ints", "x: f32[2]", "loss = sum(cast(cast(x, i64), f32) * x)", {{1.5, 2.5}}, {{1, 2}}},
};

class Choices : public testing::TestWithParam<Case> {};

TEST_P(Choices, AreAsExpected) {
  const Case& it = GetParam();
  Model model(std::string("graph t(") + it.inputs + ") -> (loss: f32[]) {\n " + it.body + "\n}\n");
  ASSERT_TRUE(model.good() && model.differentiate());
  std::vector<Tensor> inputs = model.inputs();
  for (size_t i = 0; i < inputs.size(); ++i)
    inputs[i].f = it.values[i];
  llvm::SmallVector<Tensor> gradients = model.values(inputs);
  ASSERT_EQ(gradients.size(), it.gradients.size());
  for (size_t i = 0; i < gradients.size(); ++i)
    for (size_t k = 0; k < gradients[i].f.size(); ++k)
      EXPECT_NEAR(gradients[i].f[k], it.gradients[i][k], 1e-6) << "input " << i << ", element " << k;
}

INSTANTIATE_TEST_SUITE_P(Ties, Choices, testing::ValuesIn(kCases),
                         [](const auto& it) { return std::string(it.param.name); });

/// What differentiating a function of one loss by its input x says.
std::string complaint(const std::string& operations, const std::string& inputs) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  context.loadDialect<AicDialect, mlir::func::FuncDialect>();
  context.printOpOnDiagnostic(false);
  std::string said;
  mlir::ScopedDiagnosticHandler handler(&context, [&](mlir::Diagnostic& diagnostic) {
    said += diagnostic.str();
    for (mlir::Diagnostic& note : diagnostic.getNotes())
      said += "; " + note.str();
  });
  auto module = mlir::parseSourceString<mlir::ModuleOp>("func.func @f(" + inputs +
                                                            ") -> tensor<1x4x4x4xf32> {\n" + operations + R"(
    %loss = aic.sum %y {dims = array<i64: 0, 1, 2, 3>} : (tensor<1x4x4x4xf32>) -> tensor<f32>
    %g = aic.gradient %loss by %x : (tensor<f32>, tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
    return %g : tensor<1x4x4x4xf32>
  })",
                                                        &context);
  EXPECT_TRUE(module) << said;
  mlir::PassManager pm(&context);
  pm.addNestedPass<mlir::func::FuncOp>(transforms::createDifferentiate());
  EXPECT_TRUE(!module || mlir::failed(pm.run(*module)));
  return said;
}

TEST(Gradients, AreRefusedWhereThereIsNoRule) {
  EXPECT_EQ(complaint(R"(%y = aic.fused(%x) : (tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32> {
      ^bb0(%a: tensor<1x4x4x4xf32>):
        aic.yield %a : tensor<1x4x4x4xf32>
      })",
                      "%x: tensor<1x4x4x4xf32>"),
            "fused has no gradient; the gradient is asked for here");
}

TEST(Gradients, AreThoseOfTheLayoutThatModelsHave) {
  for (const char* op :
       {"max_pool2d %x {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>}",
        "avg_pool2d %x {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>}",
        "adaptive_avg_pool2d %x {output_size = array<i64: 4, 4>, layout = #aic.layout<nhwc>}",
        "interpolate %x {output_size = array<i64: 4, 4>, layout = #aic.layout<nhwc>}",
        "group_norm %x {num_groups = 2 : i64, layout = #aic.layout<nhwc>}"}) {
    std::string text = std::string("%y = aic.") + op + " : (tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>";
    EXPECT_NE(complaint(text, "%x: tensor<1x4x4x4xf32>").find(" has no gradient in the layout nhwc"),
              std::string::npos)
        << op;
  }
  EXPECT_EQ(complaint("%y = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : "
                      "(tensor<1x4x4x4xf32>, tensor<4x4x1x1xf32>) -> tensor<1x4x4x4xf32>",
                      "%x: tensor<1x4x4x4xf32>, %w: tensor<4x4x1x1xf32>"),
            "conv2d has no gradient in the layout nhwc");
}

TEST(Gradients, OfWhatAScatterMultipliesByAreRefused) {
  std::string said;
  Model model("graph t(x: f32[2], u: f32[1]) -> (loss: f32[]) {\n"
              " loss = sum(scatter(x, 0, tensor([1], i64), u, \"mul\"))\n}\n");
  ASSERT_TRUE(model.good());
  mlir::ScopedDiagnosticHandler handler(&model.context,
                                        [&](mlir::Diagnostic& diagnostic) { said += diagnostic.str(); });
  EXPECT_FALSE(model.differentiate());
  EXPECT_EQ(said, "scatter with reduction mul has no gradient with respect to updates");
}

TEST(Gradients, PassThroughBatchNormInEitherLayout) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  context.loadDialect<AicDialect, mlir::func::FuncDialect>();
  auto module = mlir::parseSourceString<mlir::ModuleOp>(R"(
    func.func @f(%x: tensor<1x2x1x2xf64>, %m: tensor<2xf64>, %v: tensor<2xf64>) -> (tensor<1x2x1x2xf64>, tensor<2xf64>) {
      %y = aic.batch_norm %x, %m, %v {eps = 0.0 : f64, layout = #aic.layout<nhwc>}
        : (tensor<1x2x1x2xf64>, tensor<2xf64>, tensor<2xf64>) -> tensor<1x2x1x2xf64>
      %z = aic.mul %y, %x : (tensor<1x2x1x2xf64>, tensor<1x2x1x2xf64>) -> tensor<1x2x1x2xf64>
      %loss = aic.sum %z {dims = array<i64: 0, 1, 2, 3>} : (tensor<1x2x1x2xf64>) -> tensor<f64>
      %g:2 = aic.gradient %loss by %x, %m
        : (tensor<f64>, tensor<1x2x1x2xf64>, tensor<2xf64>) -> (tensor<1x2x1x2xf64>, tensor<2xf64>)
      return %g#0, %g#1 : tensor<1x2x1x2xf64>, tensor<2xf64>
    })",
                                                        &context);
  ASSERT_TRUE(module);
  mlir::PassManager pm(&context);
  pm.addNestedPass<mlir::func::FuncOp>(transforms::createDifferentiate());
  ASSERT_TRUE(mlir::succeeded(pm.run(*module)));
  mlir::Type f64 = mlir::Float64Type::get(&context);
  std::vector<Tensor> inputs{
      {{1, 2, 1, 2}, f64, {1, 2, 3, 4}, {}}, {{2}, f64, {1, 2}, {}}, {{2}, f64, {4, 16}, {}}};
  llvm::SmallVector<Tensor> results;
  auto function = *module->getOps<mlir::func::FuncOp>().begin();
  ASSERT_TRUE(mlir::succeeded(reference::evaluateBlock(function.front(), inputs, results)));
  // z = (x - m) x / sqrt(v): (2 x - m) / sqrt(v), and -sum(x) / sqrt(v) per channel, the last axis.
  EXPECT_EQ(results[0].f, (std::vector<double>{0.5, 0.5, 2.5, 1.5}));
  EXPECT_EQ(results[1].f, (std::vector<double>{-2, -1.5}));
}

} // namespace
} // namespace aic::gradients

// Where PyTorch's own float64 loses digits and the oracle does not: values from the mathematics.
#include "test/unit/reference/Parse.h"

#include <cmath>

using namespace mlir;

namespace aic::reference {
namespace {

/// The result of a function of one f64 tensor.
std::vector<double> evaluated(const std::string& operation, std::vector<double> x) {
  std::string type = "tensor<" + std::to_string(x.size()) + "xf64>";
  Parsed parsed("func.func @f(%x: " + type + ") -> " + type + " {\n  %y = aic." + operation +
                "\n  return %y : " + type + "\n}");
  if (!parsed.module) {
    ADD_FAILURE() << parsed.errors.front();
    return {};
  }
  SmallVector<Tensor> results;
  int64_t count = int64_t(x.size());
  EXPECT_TRUE(
      succeeded(parsed.run({reals(Float64Type::get(&parsed.context), {count}, std::move(x))}, results)));
  return results.empty() ? std::vector<double>() : results.front().f;
}

void expectClose(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (size_t n = 0; n < found.size(); ++n)
    EXPECT_NEAR(found[n], expected[n], 1e-13 * std::fabs(expected[n])) << "element " << n;
}

TEST(Accuracy, TailsOfActivations) {
  expectClose(evaluated("gelu %x : tensor<2xf64>", {-5, -10}),
              {-1.4332578593959697e-6, -7.6198530241605261e-23}); // x * erfc(-x / sqrt(2)) / 2
  expectClose(evaluated("gelu %x {tanh = true} : tensor<2xf64>", {-5, -10}),
              {-2.2917961966295071e-7, -1.2040923482098102e-37});
  expectClose(evaluated("elu %x : tensor<1xf64>", {-1e-9}), {-9.9999999950000006e-10});
  expectClose(evaluated("softplus %x : tensor<2xf64>", {-40, -300}),
              {4.2483542552915890e-18, 5.1482002224120138e-131});
}

TEST(Accuracy, AGateThatIsAlmostOpen) {
  // From no state: (1 - sigmoid(z)) * tanh(n), which is tanh(n) / (1 + exp(z)).
  Parsed parsed(R"(func.func @f(%x: tensor<1x1x6xf64>) -> tensor<1x1x2xf64> {
  %w = aic.constant dense<0.0> : tensor<6x2xf64>
  %y, %h = aic.recurrence gru %x, %w : (tensor<1x1x6xf64>, tensor<6x2xf64>) -> (tensor<1x1x2xf64>, tensor<1x2xf64>)
  return %y : tensor<1x1x2xf64>
})");
  ASSERT_TRUE(parsed.module) << parsed.errors.front();
  SmallVector<Tensor> results;
  Type f64 = Float64Type::get(&parsed.context);
  ASSERT_TRUE(succeeded(parsed.run({reals(f64, {1, 1, 6}, {0, 0, 20, 40, 1, -0.5})}, results)));
  expectClose(results.front().f, {1.5697625501407390e-9, -1.9632373914888149e-18});
}

TEST(Accuracy, NormalisationFarFromZero) {
  double root = std::sqrt(2.0 / 3 + 1e-5);
  expectClose(evaluated("layer_norm %x : (tensor<3xf64>) -> tensor<3xf64>", {1e9, 1e9 + 1, 1e9 + 2}),
              {-1 / root, 0, 1 / root});
}

} // namespace
} // namespace aic::reference

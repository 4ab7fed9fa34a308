// Gradients, and gradients of gradients, against central differences of the double reference.
#include "test/unit/gradients/Gradients.h"

#include "llvm/ADT/StringSet.h"

#include <cmath>
#include <ostream>

namespace aic::gradients {
namespace {

struct Case {
  const char* name;
  const char* inputs; ///< of the graph; all floats are f64
  const char* body;   ///< binds y
};

void PrintTo(const Case& it, std::ostream* out) {
  *out << it.name;
}

constexpr Case kCases[] = {
    // One operand
    {"relu", "x: f64[3, 5]", "y = relu(x)"},
    {"relu6", "x: f64[3, 5]", "y = relu6(8.0 * x)"},
    {"sigmoid", "x: f64[7]", "y = sigmoid(x)"},
    {"tanh", "x: f64[7]", "y = tanh(x)"},
    {"silu", "x: f64[7]", "y = silu(x)"},
    {"hardswish", "x: f64[17]", "y = hardswish(5.0 * x)"},
    {"hardsigmoid", "x: f64[17]", "y = hardsigmoid(5.0 * x)"},
    {"exp", "x: f64[7]", "y = exp(x)"},
    {"log", "x: f64[7]", "y = log(x + 1.5)"},
    {"sqrt", "x: f64[7]", "y = sqrt(x + 1.5)"},
    {"rsqrt", "x: f64[7]", "y = rsqrt(x + 1.5)"},
    {"erf", "x: f64[7]", "y = erf(x)"},
    {"sin", "x: f64[7]", "y = sin(x)"},
    {"cos", "x: f64[7]", "y = cos(x)"},
    {"tan", "x: f64[7]", "y = tan(x)"},
    {"asin", "x: f64[7]", "y = asin(0.8 * x)"},
    {"acos", "x: f64[7]", "y = acos(0.8 * x)"},
    {"atan", "x: f64[7]", "y = atan(x)"},
    {"sinh", "x: f64[7]", "y = sinh(x)"},
    {"cosh", "x: f64[7]", "y = cosh(x)"},
    {"asinh", "x: f64[7]", "y = asinh(x)"},
    {"acosh", "x: f64[7]", "y = acosh(x + 2.5)"},
    {"atanh", "x: f64[7]", "y = atanh(0.8 * x)"},
    {"rounded", "x: f64[7]", "y = x * floor(3.0 * x) + x * ceil(3.0 * x) + x * round(3.0 * x) + x * sign(x)"},
    {"abs", "x: f64[7]", "y = abs(x)"},
    {"neg", "x: f64[7]", "y = -x"},
    {"gelu", "x: f64[7]", "y = gelu(3.0 * x)"},
    {"gelu_tanh", "x: f64[7]", "y = gelu(3.0 * x, \"tanh\")"},
    {"leaky_relu", "x: f64[7]", "y = leaky_relu(x, 0.2)"},
    {"elu", "x: f64[7]", "y = elu(x, 1.5)"},
    {"softplus", "x: f64[17]", "y = softplus(x, 3.0, 2.0)"},
    {"clamp", "x: f64[17]", "y = clamp(x, -0.3, 0.4) + clamp(x, min=0.1) * 0.5 + clamp(x, max=-0.2)"},
    {"cast", "x: f64[7]", "y = cast(cast(3.0 * x, i64), f64) * x"},
    // Two operands
    {"add", "a: f64[2, 3], b: f64[3]", "y = (a + b) * a"},
    {"sub", "a: f64[2, 1], b: f64[1, 3]", "y = (a - b) * b"},
    {"mul", "a: f64[2, 1, 3], b: f64[5, 1]", "y = a * b"},
    {"div", "a: f64[3], b: f64[2, 3]", "y = a / (b + 2.0)"},
    {"of_scalars", "a: f64[], b: f64[1, 3]", "y = a * b / (a + 3.0)"},
    {"rem", "a: f64[7], b: f64[7]", "y = (3.0 * a) % (b + 2.5)"},
    {"floor_div", "a: f64[7], b: f64[7]", "y = a * ((9.0 * a) // (b + 2.5))"},
    {"pow", "a: f64[2, 3], b: f64[3]", "y = (a + 1.5) ** b"},
    {"pow_constant", "x: f64[7]", "y = x ** 2.0 + (x + 1.5) ** 2.5 + x ** 3.0 + x ** 1.0 + x ** 0.0"},
    {"minimum", "a: f64[2, 3], b: f64[3]", "y = minimum(a, b)"},
    {"maximum", "a: f64[2, 3], b: f64[2, 1]", "y = maximum(a, b)"},
    {"where", "m: bool[2, 3], a: f64[3], b: f64[2, 1]", "y = where(m, a * a, b)"},
    {"compared", "a: f64[9], b: f64[9]", "y = where((a < b) and not (a > 0.5) or (b >= a), a, b * b)"},
    // Reductions
    {"sum", "x: f64[2, 3, 5]", "y = sum(x, [0, 2]) + sum(x, 1, true)[0, 0, 0]"},
    {"mean", "x: f64[2, 3, 5]", "y = mean(x, [0, 2])"},
    {"amax", "x: f64[2, 3, 5]", "y = amax(x, [0, 2])"},
    {"amin", "x: f64[2, 3, 5]", "y = amin(x, 1, true)"},
    {"prod", "x: f64[2, 3, 1]", "y = prod(x, [1, 2])"},
    {"softmax", "x: f64[2, 3, 5]", "y = softmax(x, 1)"},
    {"log_softmax", "x: f64[2, 3]", "y = log_softmax(x, -1)"},
    {"argmax", "x: f64[2, 3]", "y = cast(argmax(x, 1), f64) * x[:, 0]"},
    // Shapes
    {"reshape", "x: f64[2, 6]", "y = reshape(x, [3, 4])"},
    {"transpose", "x: f64[2, 3, 5]", "y = permute(x, [2, 0, 1])"},
    {"expand", "x: f64[2, 1]", "y = expand(unsqueeze(x, 0), [4, 2, 3])"},
    {"concat", "a: f64[2, 3], b: f64[2, 1]", "y = concat([a, b, a], dim=1)"},
    {"slice", "x: f64[5, 7]", "y = x[1:4, 2]"},
    {"slice_strided", "x: f64[8, 7]", "y = x[1:7:3, ::2]"},
    {"slice_backwards", "x: f64[8, 7]", "y = x[6:0:-2, ::-1]"},
    {"slice_of_one", "x: f64[8, 1]", "y = x[7:8:3, ::-1]"},
    {"pad", "x: f64[2, 3]", "y = pad(x, [1, 2, 0, 3], value=0.5)"},
    {"pad_reflect", "x: f64[4, 5]", "y = pad(x, [3, 4, 0, 2], mode=\"reflect\")"},
    {"pad_replicate", "x: f64[2, 3]", "y = pad(x, [1, 2, 3, 0], mode=\"replicate\")"},
    {"split", "x: f64[2, 7]", "p, q = split(x, [3, 4], dim=1)\n y = p * q[:, 1:]"},
    // Places known at run time
    {"embedding", "w: f64[5, 3]", "y = nn_ids(w)"},
    {"gather", "x: f64[3, 4]", "y = gather(x, 1, tensor([[0, 3, 3], [1, 1, 1]], i64))"},
    {"take", "x: f64[2, 4, 3]", "y = take(x, 1, tensor([[3, 0], [3, 2]], i64))"},
    {"scatter", "x: f64[3, 4], u: f64[2, 3]", "y = scatter(x, 1, tensor([[0, 3, 3], [1, 1, 2]], i64), u)"},
    {"scatter_add", "x: f64[3, 4], u: f64[2, 3]",
     "y = scatter(x, 0, tensor([[0, 2, 1], [0, 1, 1]], i64), u, \"add\")"},
    {"scatter_mul", "x: f64[3, 4]",
     "y = scatter(x, 0, tensor([[0, 2, 1]], i64), tensor([[3.0, 2.0, 0.5]], f64), \"mul\")"},
    {"scatter_max", "x: f64[3, 4], u: f64[2, 3]",
     "y = scatter(x, 0, tensor([[0, 2, 1], [0, 1, 1]], i64), u, \"max\")"},
    {"scatter_min", "x: f64[3, 4], u: f64[2, 3]",
     "y = scatter(x, 1, tensor([[0, 3, 3], [1, 1, 2]], i64), u, \"min\")"},
    {"topk", "x: f64[3, 5]", "v, i = topk(x, 2, dim=1)\n y = v * cast(i + 1, f64)"},
    {"update", "x: f64[3, 5], v: f64[3, 2], i: i64[1]", "y = update(x, v, dim=1, start=i[0] + 2)"},
    {"narrow", "x: f64[3, 5], i: i64[1]", "y = narrow(x, 1, i[0] + 1, 3)"},
    // Matrix products
    {"matmul", "a: f64[3, 5], b: f64[5, 2]", "y = matmul(a, b)"},
    {"matmul_of_many", "a: f64[4, 2, 3, 5], b: f64[5, 2]", "y = matmul(a, b)"},
    {"matmul_of_one_matrix", "a: f64[4, 3, 5], b: f64[1, 5, 2]", "y = matmul(a, b)"},
    {"matmul_broadcast", "a: f64[2, 1, 3, 5], b: f64[4, 5, 1]", "y = matmul(a, b)"},
    {"matmul_of_vector", "a: f64[5], b: f64[4, 5, 2]", "y = matmul(a, b)"},
    {"linear", "x: f64[2, 3, 5], w: f64[4, 5], b: f64[4]", "y = linear(x, w, b)"},
    {"linear_of_vector", "x: f64[5], w: f64[1, 5]", "y = linear(x, w)"},
    // Convolution and pooling
    {"conv2d", "x: f64[2, 3, 5, 4], w: f64[4, 3, 3, 2], b: f64[4]", "y = conv2d(x, w, b, padding=1)"},
    {"conv2d_strided", "x: f64[1, 2, 8, 7], w: f64[3, 2, 3, 3]",
     "y = conv2d(x, w, stride=[2, 3], padding=[1, 0])"},
    {"conv2d_dilated", "x: f64[2, 1, 8, 7], w: f64[2, 1, 2, 3]",
     "y = conv2d(x, w, stride=2, dilation=[3, 2], padding=[1, 2, 0, 1])"},
    {"conv2d_grouped", "x: f64[2, 4, 5, 5], w: f64[6, 2, 3, 3], b: f64[6]",
     "y = conv2d(x, w, b, stride=2, groups=2)"},
    {"conv2d_depthwise", "x: f64[2, 3, 5, 6], w: f64[3, 1, 3, 3]", "y = conv2d(x, w, padding=1, groups=3)"},
    {"conv2d_pointwise", "x: f64[2, 3, 4, 1], w: f64[5, 3, 1, 1]", "y = conv2d(x, w, stride=2)"},
    {"conv1d", "x: f64[2, 4, 9], w: f64[2, 2, 3], b: f64[2]",
     "y = conv1d(x, w, b, stride=2, padding=[2, 1], dilation=2, groups=2)"},
    {"conv_transpose2d", "x: f64[2, 3, 3, 4], w: f64[3, 2, 3, 2], b: f64[2]",
     "y = conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=1)"},
    {"conv_transpose2d_grouped", "x: f64[1, 4, 3, 3], w: f64[4, 1, 2, 3]",
     "y = conv_transpose2d(x, w, stride=[1, 2], groups=2, dilation=[3, 1], output_padding=[2, 0])"},
    {"max_pool2d", "x: f64[2, 3, 4, 6]", "y = max_pool2d(x, 2)"},
    {"max_pool2d_overlapping", "x: f64[1, 2, 7, 6]", "y = max_pool2d(x, 3, stride=2, padding=1)"},
    {"max_pool2d_ceil", "x: f64[1, 2, 7, 6]", "y = max_pool2d(x, [2, 3], ceil_mode=true)"},
    {"max_pool2d_sparse", "x: f64[1, 1, 9, 8]", "y = max_pool2d(x, 2, stride=[3, 1], dilation=[1, 2])"},
    {"max_pool2d_lost", "x: f64[1, 2, 5, 9]", "y = max_pool2d(x, [2, 4], stride=[3, 5])"},
    {"conv_transpose2d_behind", "x: f64[1, 2, 3, 2], w: f64[2, 3, 2, 1]",
     "y = conv_transpose2d(x, w, stride=[1, 2], dilation=[3, 4], output_padding=[2, 3])"},
    {"dropout", "x: f64[3, 43]",
     "y = dropout(x, tensor([7, 3], i64), 0.3) * dropout(2.0 * x, tensor([7, 3], i64))"},
    {"max_pool2d_cut", "x: f64[1, 1, 5, 7]", "y = max_pool2d(x, 2)"},
    {"avg_pool2d", "x: f64[2, 3, 4, 6]", "y = avg_pool2d(x, 2)"},
    {"avg_pool2d_overlapping", "x: f64[1, 2, 7, 6]", "y = avg_pool2d(x, 3, stride=2, padding=1)"},
    {"avg_pool2d_ceil", "x: f64[1, 2, 6, 5]",
     "y = avg_pool2d(x, [3, 2], stride=2, padding=1, ceil_mode=true, count_include_pad=false)"},
    {"adaptive_avg_pool2d", "x: f64[2, 3, 4, 6]", "y = adaptive_avg_pool2d(x, [2, 3])"},
    {"adaptive_avg_pool2d_uneven", "x: f64[1, 2, 5, 7]", "y = adaptive_avg_pool2d(x, [3, 4])"},
    {"interpolate", "x: f64[1, 2, 3, 4]", "y = interpolate(x, [5, 7])"},
    {"interpolate_bilinear", "x: f64[1, 2, 3, 4]", "y = interpolate(x, [5, 2], mode=\"bilinear\")"},
    {"interpolate_scale", "x: f64[1, 2, 3, 5]",
     "y = interpolate(x, scale_factor=[1.7, 0.6], mode=\"bilinear\")"},
    {"interpolate_corners", "x: f64[1, 2, 3, 4]",
     "y = interpolate(x, [4, 7], mode=\"bilinear\", align_corners=true)"},
    // Normalisation
    {"batch_norm", "x: f64[2, 3, 2, 1], m: f64[3], v: f64[3], w: f64[3], b: f64[3]",
     "y = batch_norm(x, m, v + 1.5, w, b)"},
    {"batch_norm_bare", "x: f64[4, 3], m: f64[3], v: f64[3]", "y = batch_norm(x, m, v + 1.5)"},
    {"layer_norm", "x: f64[2, 3, 5], w: f64[3, 5], b: f64[3, 5]", "y = layer_norm(x, [3, 5], w, b)"},
    {"layer_norm_bare", "x: f64[2, 3, 5]", "y = layer_norm(x, 5)"},
    {"rms_norm", "x: f64[2, 3, 5], w: f64[5]", "y = rms_norm(x, 5, w)"},
    {"group_norm", "x: f64[2, 6, 3], w: f64[6], b: f64[6]", "y = group_norm(x, 2, w, b)"},
    // Sequences
    {"attention", "q: f64[2, 3, 4], k: f64[2, 5, 4], v: f64[2, 5, 3]", "y = attention(q, k, v)"},
    {"attention_causal", "q: f64[2, 3, 4]", "y = attention(q, q, q, causal=true, scale=0.7)"},
    {"attention_mask", "q: f64[2, 2, 3, 4], k: f64[2, 2, 5, 4], m: f64[2, 1, 3, 5]",
     "y = attention(q, k, k, mask=m)"},
    {"attention_hidden", "q: f64[1, 2, 3, 4], k: f64[1, 2, 5, 4], m: bool[3, 5]",
     "y = attention(q, k, k, mask = m or (reshape(arange(5), [1, 5]) < 1))"},
    {"attention_length", "q: f64[1, 2, 4], k: f64[1, 6, 4], i: i64[1]",
     "y = attention(q, k, k, causal=true, length = i[0] + 4)"},
    {"lstm",
     "x: f64[2, 3, 2], a: f64[12, 2], b: f64[12, 3], c: f64[12], d: f64[12], h: f64[1, 2, 3], e: f64[1, 2, "
     "3]",
     "p, q, r = lstm(x, [h, e], [a, b, c, d], 3)\n y = concat([flatten(p), flatten(q), flatten(r)])"},
    {"lstm_reverse", "x: f64[2, 3, 2], a: f64[4, 2], b: f64[4, 1]",
     "p, q, r = lstm(x, none, [a, b], 1, reverse=true)\n y = concat([flatten(p), flatten(r)])"},
    {"lstm_last_step", "x: f64[2, 3, 2], a: f64[4, 2], b: f64[4, 1]",
     "p, q, r = lstm(x, none, [a, b], 1)\n y = p[:, -1] * r[0]"},
    {"lstm_reverse_steps", "x: f64[2, 4, 2], a: f64[4, 2], b: f64[4, 1]",
     "p, _, _ = lstm(x, none, [a, b], 1, reverse=true)\n y = p[:, 1:3] * p[:, 0:1]"},
    {"gru_first_step", "x: f64[2, 3, 2], a: f64[9, 2], b: f64[9, 3]",
     "p, _ = gru(x, none, [a, b], 3)\n y = p[:, 0]"},
    {"gru", "x: f64[2, 3, 2], a: f64[9, 2], b: f64[9, 3], c: f64[9], d: f64[9], h: f64[1, 2, 3]",
     "p, q = gru(x, [h], [a, b, c, d], 3)\n y = concat([flatten(p), flatten(q)])"},
    {"gru_reverse", "x: f64[1, 2, 2], a: f64[9, 2], b: f64[9, 3]",
     "y, _ = gru(x, none, [a, b], 3, reverse=true)"},
    {"rnn", "x: f64[2, 3, 2], a: f64[3, 2], b: f64[3, 3], c: f64[3], d: f64[3], h: f64[1, 2, 3]",
     "p, q = rnn(x, [h], [a, b, c, d], 3)\n y = concat([flatten(p), flatten(q)])"},
    {"rnn_relu", "x: f64[1, 1, 2], a: f64[3, 2], b: f64[3, 3], c: f64[3], d: f64[3]",
     "_, y = rnn(x, none, [a, b, c, d], 3, nonlinearity=\"relu\")"},
    // Several uses
    {"used_twice", "x: f64[3, 3]", "z = sigmoid(x)\n y = matmul(z, z) + z * x + transpose(z, 0, 1)"},
};

std::string textOf(const Case& it) {
  return std::string(R"(
block nn_ids(w: f64[N, D]) {
  return embedding(tensor([[0, 3, 3], [1, 3, 0]], i64), w)
}
block readout(y: f64[...]) {
  n = 1
  for s in shape(y) {
    n = n * s
  }
  return sum(sin(y + reshape(cast(arange(n), f64), shape(y)) * 0.7))
}
graph t()") +
         it.inputs + ") -> (loss: f64[]) {\n " + it.body + "\n loss = readout(y)\n}\n";
}

class Differences : public testing::TestWithParam<Case> {};

/// The gradients of `model` by its float inputs against differences of `original`, whose only result is
/// differentiated.
void compare(Model& original, Model& model) {
  std::vector<Tensor> inputs = original.inputs();
  llvm::SmallVector<Tensor> gradients = model.values(model.inputs()); // the same, in its context
  ASSERT_FALSE(gradients.empty());
  unsigned next = 0;
  for (unsigned input = 0; input < inputs.size(); ++input) {
    if (!original.isFloat(input))
      continue;
    const Tensor& gradient = gradients[next++];
    ASSERT_EQ(gradient.shape, inputs[input].shape);
    for (size_t i = 0; i < inputs[input].f.size(); ++i) {
      constexpr double kStep = 1e-5;
      double at = inputs[input].f[i];
      auto moved = [&](double by) {
        inputs[input].f[i] = at + by;
        return original.values(inputs)[0].f[0];
      };
      double slope = (moved(kStep) - moved(-kStep)) / (2 * kStep);
      inputs[input].f[i] = at;
      ASSERT_NEAR(gradient.f[i], slope, 2e-7 * std::max(1.0, std::abs(slope)))
          << "input " << input << ", element " << i;
    }
  }
}

TEST_P(Differences, OfTheReferenceAreTheGradient) {
  Model original(textOf(GetParam())), model(textOf(GetParam()));
  ASSERT_TRUE(original.good() && model.good());
  ASSERT_TRUE(model.differentiate());
  compare(original, model);
}

TEST_P(Differences, OfTheGradientAreItsGradient) {
  Model original(textOf(GetParam())), model(textOf(GetParam()));
  ASSERT_TRUE(original.good() && model.good());
  for (Model* it : {&original, &model}) {
    ASSERT_TRUE(it->differentiate());
    it->readOut();
  }
  ASSERT_TRUE(model.differentiate());
  compare(original, model);
}

INSTANTIATE_TEST_SUITE_P(Operations, Differences, testing::ValuesIn(kCases),
                         [](const auto& it) { return std::string(it.param.name); });

TEST(Gradients, OfEachOperationWithARuleAreTested) {
  llvm::StringSet<> tested;
  mlir::MLIRContext context;
  context.loadDialect<AicDialect>();
  for (const Case& it : kCases) {
    Model model(textOf(it));
    ASSERT_TRUE(model.good());
    auto note = [&](mlir::Operation* op) { tested.insert(op->getName().getStringRef()); };
    model.body().walk(note);
    ASSERT_TRUE(model.differentiate()); // and what rules make, whose gradient is taken above
    model.body().walk(note);
  }
  for (mlir::RegisteredOperationName name : context.getRegisteredOperationsByDialect("aic"))
    if (name.hasInterface<GradientOpInterface>())
      EXPECT_TRUE(tested.contains(name.getStringRef())) << name.getStringRef().str();
}

} // namespace
} // namespace aic::gradients

// Attention and recurrence: what the primitives and layers emit, the names of their parameters, their errors.
#include "test/unit/graph/Load.h"

#include <gtest/gtest.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
#define EXPECT_HAS(text, part) EXPECT_PRED2(contains, text, part)

/// How often `part` comes in `text`.
int count(const std::string& text, const std::string& part) {
  int n = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++n;
  return n;
}

TEST(Sequence, OneDirectionMayGoBackwards) {
  EXPECT_HAS(loadLayers("z, h, c = nn.lstm(img[0], 5, reverse=true) @ lstm").ir, "reverse = true");
  EXPECT_HAS(loadLayers("z, h = nn.rnn(img[0], 5, reverse=true) @ rnn").ir, "reverse = true");
  EXPECT_EQ(count(loadLayers("z, h = nn.gru(img[0], 5) @ gru").ir, "reverse"), 0);
}

TEST(Sequence, AttentionScalesByTheWidth) {
  EXPECT_EQ(
      emitted("attention(img, img, img)"),
      "%0 = aic.attention %arg4, %arg4, %arg4 {scale = 0.35355339059327373 : f64} : (tensor<1x4x8x8xf32>, "
      "tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>\n");
  EXPECT_HAS(emitted("attention(x, x, x, mask=m[:, :2], causal=true, scale=1)"),
             "mask %0 {causal = true, scale = 1.000000e+00 : f64}");
}

TEST(Sequence, AttentionBroadcastsLeadingAxes) {
  std::string ir = emitted("attention(full([5, 1, 2, 8], 1.0, f32), img[0], img)");
  EXPECT_EQ(count(ir, "-> tensor<5x4x2x8xf32>"), 2); // q expanded, and the result
  EXPECT_EQ(count(ir, "-> tensor<5x4x8x8xf32>"), 2);
  EXPECT_HAS(ir, "(tensor<5x4x2x8xf32>, tensor<5x4x8x8xf32>, tensor<5x4x8x8xf32>) -> tensor<5x4x2x8xf32>");
}

TEST(Sequence, AttentionErrors) {
  EXPECT_EQ(errorOf("k = zeros([0, 3])\n  z = attention(x, k, k, m)"),
            "attention: mask: it does not broadcast to the scores' shape [2, 0]");
  EXPECT_HAS(errorOf("z = attention(x, zeros([0, 3]), x)"),
             "k and v hold as many keys as values, at least one [C5]");
  EXPECT_EQ(errorOf("z = attention(v, v, v)"), "attention: q is f32[3], k is f32[3], v is f32[3]: q, k and v "
                                               "have one number of axes, at least 2 [C1]");
  EXPECT_EQ(
      errorOf("z = attention(img, full([1, 3, 8, 8], 1.0, f32), img)"),
      "attention: q is f32[1, 4, 8, 8], k is f32[1, 3, 8, 8], v is f32[1, 4, 8, 8]: q, k and v have equal "
      "leading axes, all but the last two [C3]");
  EXPECT_EQ(errorOf("z = attention(x, x, x, mask=i)"),
            "attention: q is f32[2, 3], k is f32[2, 3], v is f32[2, 3], mask is i64[2, 3]: mask is bool "
            "(true sees) "
            "or of q's element type (added) [C6]");
  EXPECT_EQ(errorOf("z = attention(x, x, x, causal=1)"),
            "attention: causal: expected true or false, found int 1");
  EXPECT_EQ(errorOf("z = attention(x, x, 3)"), "attention: v: expected a tensor, found int 3");
}

TEST(Sequence, MultiHeadAttentionOfOneTensorIsOneProduct) {
  std::string body = "x = full([2, 5, 12], 1.0, f32)\n  z = nn.multi_head_attention(x, x, x, 3) @ a";
  EXPECT_EQ(parametersOf(body), "a.in_proj_bias: f32[36]\n"
                                "a.in_proj_weight: f32[36, 12]\n"
                                "a.out_proj.weight: f32[12, 12]\n"
                                "a.out_proj.bias: f32[12]\n");
  std::string ir = loadLayers(body).ir;
  EXPECT_EQ(count(ir, "aic.linear"), 2);
  EXPECT_HAS(ir, "tensor<36xf32>) -> tensor<2x5x36xf32>");
  EXPECT_HAS(ir, "{scale = 5.000000e-01 : f64} : (tensor<2x3x5x4xf32>");
}

TEST(Sequence, MultiHeadAttentionAcross) {
  std::string start = "x = full([2, 5, 12], 1.0, f32)\n  w = full([2, 7, 12], 1.0, f32)\n  ";
  std::string ir = loadLayers(start + "z = nn.multi_head_attention(x, w, w, 3, causal=true) @ a").ir;
  EXPECT_EQ(count(ir, "aic.linear"), 3); // q; k and v; the output
  EXPECT_HAS(ir, "tensor<24xf32>) -> tensor<2x7x24xf32>");
  EXPECT_HAS(ir, "causal = true");
  ir =
      loadLayers(start + "z = nn.multi_head_attention(x, w, w + 1, 3, mask=full([5, 7], true, bool)) @ a").ir;
  EXPECT_EQ(count(ir, "aic.linear"), 4);
  EXPECT_HAS(ir, "mask %");
  EXPECT_EQ(parametersOf(start + "z = nn.multi_head_attention(x, w[..., :4], w, 3, bias=false) @ a"),
            "a.q_proj_weight: f32[12, 12]\n"
            "a.k_proj_weight: f32[12, 4]\n"
            "a.v_proj_weight: f32[12, 12]\n"
            "a.out_proj.weight: f32[12, 12]\n");
  Loaded loaded = loadLayers(start + "z = nn.multi_head_attention(x, x, x, 5) @ a");
  ASSERT_EQ(loaded.errors.size(), 1u);
  EXPECT_EQ(loaded.errors[0], "5:7: nn.multi_head_attention: reshape: shape: x is f32[2, 5, 12] with 120 "
                              "elements: they do not fill the "
                              "shape [2, 5, 5, 2]: 5 parts do not divide the axis of 12");
}

TEST(Sequence, RecurrentLayersHavePyTorchsNames) {
  EXPECT_EQ(parametersOf("z, h, c = nn.lstm(img[0], 5, 2, bidirectional=true) @ lstm"),
            "lstm.weight_ih_l0: f32[20, 8]\n"
            "lstm.weight_hh_l0: f32[20, 5]\n"
            "lstm.bias_ih_l0: f32[20]\n"
            "lstm.bias_hh_l0: f32[20]\n"
            "lstm.weight_ih_l0_reverse: f32[20, 8]\n"
            "lstm.weight_hh_l0_reverse: f32[20, 5]\n"
            "lstm.bias_ih_l0_reverse: f32[20]\n"
            "lstm.bias_hh_l0_reverse: f32[20]\n"
            "lstm.weight_ih_l1: f32[20, 10]\n"
            "lstm.weight_hh_l1: f32[20, 5]\n"
            "lstm.bias_ih_l1: f32[20]\n"
            "lstm.bias_hh_l1: f32[20]\n"
            "lstm.weight_ih_l1_reverse: f32[20, 10]\n"
            "lstm.weight_hh_l1_reverse: f32[20, 5]\n"
            "lstm.bias_ih_l1_reverse: f32[20]\n"
            "lstm.bias_hh_l1_reverse: f32[20]\n");
  EXPECT_EQ(parametersOf("z, h = nn.gru(img[0], 5, bias=false) @ gru"), "gru.weight_ih_l0: f32[15, 8]\n"
                                                                        "gru.weight_hh_l0: f32[15, 5]\n");
  EXPECT_EQ(parametersOf("z, h = nn.rnn(img[0], 5) @ rnn"), "rnn.weight_ih_l0: f32[5, 8]\n"
                                                            "rnn.weight_hh_l0: f32[5, 5]\n"
                                                            "rnn.bias_ih_l0: f32[5]\n"
                                                            "rnn.bias_hh_l0: f32[5]\n");
}

TEST(Sequence, LayersAndDirectionsAreExpanded) {
  std::string state = "s = full([4, 4, 5], 1.0, f32)\n  ";
  std::string ir = loadLayers(state + "z, h, c = nn.lstm(img[0], 5, 2, true, s, s) @ lstm\n  w = h + c").ir;
  EXPECT_EQ(count(ir, "= aic.lstm "), 4);
  EXPECT_EQ(count(ir, "reverse = true"), 2);
  EXPECT_EQ(count(ir, "{dim = 2 : i64} : (tensor<4x8x5xf32>, tensor<4x8x5xf32>) -> tensor<4x8x10xf32>"), 2);
  EXPECT_EQ(count(ir, "-> tensor<4x4x5xf32>\n"), 3); // h, c, their sum
  EXPECT_HAS(ir, "offsets = array<i64: 3, 0, 0>, sizes = array<i64: 1, 4, 5>");
  ir = loadLayers("z, h = nn.rnn(img[0], 5, nonlinearity=\"relu\", h0=full([1, 4, 5], 0.5, f32)) @ rnn").ir;
  EXPECT_HAS(ir, "h0 %");
  EXPECT_HAS(ir, "{relu = true}");
  EXPECT_EQ(count(ir, "aic.concat"), 0);
  ir = loadLayers("z, h = nn.gru(img[0], 5, h0=full([1, 4, 5], 0.5, f32)) @ gru").ir;
  EXPECT_HAS(ir, "= aic.gru ");
}

TEST(Sequence, PrimitivesTakeTheFlatListOfWeights) {
  std::string start = "s = img[0]\n  a = full([12, 8], 1.0, f32)\n  b = full([12, 3], 1.0, f32)\n  "
                      "d = full([12], 1.0, f32)\n  h0 = full([1, 4, 3], 1.0, f32)\n  ";
  Loaded loaded = loadText(withBody(start + "z, h, c = lstm(s, [h0, h0], [a, b, d, d], 3)\n  w = c + h"));
  EXPECT_EQ(loaded.messages, "");
  EXPECT_HAS(loaded.ir, "b_ih %");
  // A state may stand alone where there is only one.
  loaded = loadText(withBody(start + "z, h = gru(s, h0, [a[:9], b[:9]], 3)"));
  EXPECT_EQ(loaded.messages, "");
  EXPECT_HAS(loaded.ir, "h0 %");

  EXPECT_EQ(
      errorOf(start + "z, h, c = lstm(s, none, [a, b, d], 3)"),
      "lstm: weights: there are 3 weights: 1 layers in 1 direction have weight_ih, weight_hh, bias_ih and "
      "bias_hh each, or the first two");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, none, [a, b], 4)"),
            "lstm: weights: weight_hh is f32[12, 3], the hidden size is 4");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, [h0], [a, b], 3)"),
            "lstm: hx: expected none or [h0, c0], found list [f32[1, 4, 3]]");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, [h0, none], [a, b], 3)"),
            "lstm: hx: expected none or [h0, c0], found list [f32[1, 4, 3], none]");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, [h0, 1], [a, b], 3)"),
            "lstm: hx: expected a list of tensors, it holds int 1");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, none, [], 3)"),
            "lstm: weights: expected a list of tensors, found list []");
  EXPECT_EQ(errorOf("z, h = nn.gru(img[0], 5, bidirectional=true, reverse=true) @ gru"),
            "gru: reverse: both directions are there already: bidirectional=true");
  EXPECT_EQ(errorOf("z, h = nn.gru(img[0], 5, 0) @ gru"), "gru: num_layers: expected at least 1, found 0");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, [h0, h0[0]], [a, b], 3)"),
            "lstm: hx: the state is f32[4, 3], expected the shape [1, 4, 3]: layers * directions, batch, "
            "hidden size");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(x, none, [a, b], 3)"),
            "lstm: x: expected 3 axes (batch, time, features), found f32[2, 3]");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, none, [a, b], 0)"),
            "lstm: hidden_size: expected at least 1, found 0");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, none, [a, b], 3, 0)"),
            "lstm: num_layers: expected at least 1, found 0");
  EXPECT_EQ(
      errorOf(start + "z, h, c = lstm(s, none, [b, b], 3)"),
      "lstm: x is f32[4, 8, 8], weight_ih is f32[12, 3], weight_hh is f32[12, 3]: weight_ih needs the shape "
      "[12, 8]: 4 gates of the hidden size 3 [C3]");
  EXPECT_EQ(errorOf(start + "z, h = rnn(s, none, [a[:3], b[:3]], 3, nonlinearity=\"sin\")"),
            "rnn: nonlinearity: expected \"tanh\" or \"relu\", found \"sin\"");
  EXPECT_EQ(errorOf(start + "z = lstm(s, none, [a, b], 3)"),
            "there are 3 values for 1 name; '_' takes one that is not wanted");
  EXPECT_EQ(errorOf(start + "z = relu(lstm(s, none, [a, b], 3))"),
            "this call has 3 results: take them apart first");
  EXPECT_EQ(errorOf(start + "z, h, c = lstm(s, none, [a, b], 3, 4611686018427387904)"),
            "lstm: num_layers: the number 4611686018427387904 is out of bounds");
  EXPECT_EQ(
      errorOf(start + "z, h, c = lstm(s, none, [a, b], 3, 1000000000000)"),
      "lstm: weights: there are 2 weights: 1000000000000 layers in 1 direction have weight_ih, weight_hh, "
      "bias_ih and bias_hh each, or the first two");
}

TEST(Sequence, OtherLayersHavePyTorchsNames) {
  EXPECT_EQ(parametersOf("a = nn.embedding(i, 7, 5) @ emb\n  b = nn.embedding(i, 7, 5, f16) @ half"),
            "emb.weight: f32[7, 5]\nhalf.weight: f16[7, 5]\n");
  EXPECT_EQ(parametersOf("a = nn.layer_norm(x) @ ln\n  b = nn.rms_norm(x, 0.5) @ rms"),
            "ln.weight: f32[3]\nln.bias: f32[3]\nrms.weight: f32[3]\n");
  EXPECT_EQ(parametersOf("a = nn.group_norm(img, 2) @ gn"), "gn.weight: f32[4]\ngn.bias: f32[4]\n");
  EXPECT_EQ(parametersOf(
                "a = nn.conv1d(img[0], 6, 3, groups=2) @ c\n  b = nn.conv1d(img[0], 6, [3], bias=false) @ d"),
            "c.weight: f32[6, 4, 3]\nc.bias: f32[6]\nd.weight: f32[6, 8, 3]\n");
  EXPECT_EQ(parametersOf("a = nn.conv_transpose2d(img, 6, [3, 2], 2, groups=2) @ t\n"
                         "  b = nn.conv_transpose2d(img, 6, 3, bias=false) @ u"),
            "t.weight: f32[4, 3, 3, 2]\nt.bias: f32[6]\nu.weight: f32[4, 6, 3, 3]\n");
}

TEST(Sequence, ErrorsOfTheOtherPrimitives) {
  EXPECT_EQ(errorOf("z = gelu(x, \"fast\")"),
            "gelu: approximate: expected \"none\" or \"tanh\", found \"fast\"");
  EXPECT_EQ(errorOf("z = elu(x, alpha=true)"), "elu: alpha: expected a number, found bool true");
  EXPECT_EQ(errorOf("z = layer_norm(x, [2])"),
            "layer_norm: normalized_shape: x is f32[2, 3]: its last sizes are not [2]");
  EXPECT_EQ(errorOf("z = layer_norm(x, [])"),
            "layer_norm: normalized_shape: x is f32[2, 3]: its last sizes are not []");
  EXPECT_EQ(errorOf("z = layer_norm(x, [1, 2, 3])"),
            "layer_norm: normalized_shape: x is f32[2, 3]: its last sizes are not [1, 2, 3]");
  EXPECT_EQ(
      errorOf("z = layer_norm(x, 3, x)"),
      "layer_norm: x is f32[2, 3], weight is f32[2, 3]: weight needs the shape [3], x's last sizes [C3]");
  EXPECT_EQ(errorOf("z = group_norm(img, 3)"),
            "group_norm: x is f32[1, 4, 8, 8]: x's 4 channels do not divide into 3 groups [C3]");
  EXPECT_EQ(
      errorOf("z = embedding(x, x)"),
      "embedding: ids is f32[2, 3], weight is f32[2, 3]: embedding takes indices of i32 or i64, ids is f32: "
      "cast it [C1]");
  EXPECT_EQ(errorOf("z = gather(x, 2, i)"), "gather: dim: axis 2 is outside of [-2, 2): there are 2 axes");
  EXPECT_EQ(errorOf("z = gather(x, 0, i[:, :2])"), "");
  EXPECT_EQ(errorOf("z = gather(x[:, :2], 0, i)"),
            "gather: x is f32[2, 2], index is i64[2, 3]: along axis 1 index has 3, x has 2 [C4]");
  EXPECT_EQ(errorOf("z = one_hot(i, 0)"),
            "one_hot: ids is i64[2, 3]: num_classes is 0: it is at least 1 [C2]");
  EXPECT_EQ(errorOf("z = argmax(x, [0, 1])"), "argmax: dim: expected an int, found list [0, 1]");
  EXPECT_EQ(errorOf("z = conv1d(img[0], full([1, 8, 3], 1.0, f32), padding=[1, 2, 3])"),
            "conv1d: padding: expected an int, [both] or [left, right], found list [1, 2, 3]");
  EXPECT_EQ(errorOf("z = conv_transpose2d(img, full([4, 1, 3, 3], 1.0, f32), output_padding=1)"),
            "conv_transpose2d: x is f32[1, 4, 8, 8], weight is f32[4, 1, 3, 3]: height: output_padding 1 is "
            "not below "
            "the stride 1 or the dilation 1 [C5]");
  EXPECT_EQ(errorOf("z = interpolate(img)"), "interpolate: give size or scale_factor, one of them");
  EXPECT_EQ(errorOf("z = interpolate(img, 3, 2)"), "interpolate: give size or scale_factor, one of them");
  EXPECT_EQ(errorOf("z = interpolate(x, 3)"), "interpolate: x: expected an image of 4 axes, found f32[2, 3]");
  EXPECT_EQ(errorOf("z = interpolate(img, 3, mode=\"cubic\")"),
            "interpolate: mode: expected \"nearest\", \"bilinear\" or \"bicubic\", found \"cubic\"");
  EXPECT_EQ(errorOf("z = interpolate(img, 3, align_corners=true)"),
            "interpolate: x is f32[1, 4, 8, 8]: align_corners goes with mode bilinear [C5]");
  for (const char* factor : {"0.01", "-1", "1e300", "[1, inf]"})
    EXPECT_HAS(errorOf("z = interpolate(img, scale_factor=" + std::string(factor) + ")"),
               "interpolate: scale_factor: it makes no size between 1 and 2^31 of axis ");
  EXPECT_EQ(errorOf("z = interpolate(img, scale_factor=[1])"),
            "interpolate: scale_factor: expected a number or a list of 2 numbers, found list [1]");
  EXPECT_EQ(errorOf("z = same(x, 1)"), "same: expected a tensor, found int 1");
  EXPECT_EQ(errorOf("z = relu(x) @ p"), "relu has no parameters: a path follows calls of blocks and layers");
}

TEST(Sequence, SameTellsOneTensorFromItsEqual) {
  Loaded loaded = loadText(withBody("z = x\n  if same(x, z) and not same(x, x + 0) {\n    y = exp(x)\n  }"));
  EXPECT_EQ(loaded.messages, "");
  EXPECT_HAS(loaded.ir, "aic.exp");
}

} // namespace

#include "test/unit/transforms/RandomLayers.h"

#include "llvm/ADT/Sequence.h"

#include <limits>

using namespace mlir;

namespace aic::transforms::test {

Value RandomLayers::storedWeight(int64_t outputs, int64_t inputs) {
  const int64_t block = chance(2) ? pick(1, 5) : 0;
  Shape each{chance(3) ? 1 : outputs, 1};
  if (block > 0)
    each = {outputs, (inputs + block - 1) / block};
  Type element = builder.getIntegerType(8, /*isSigned=*/false);
  if (chance(2))
    element = builder.getI8Type();
  SmallVector<Value> operands{constant({outputs, inputs}, element, 0, 16),
                              constant(each, builder.getF32Type(), 1, 8)};
  if (chance(3))
    operands.push_back(constant(each, element, 0, 8));
  return make("dequantize", operands, {integer("axis", 1), integer("block", block)});
}

void RandomLayers::matrix() {
  if (chance(2)) {
    Value x = floatOfRank(pick(1, 4));
    if (!x)
      return;
    int64_t outputs = pick(1, 6);
    SmallVector<Value> operands{x, constant({outputs, shapeOf(x).back()}, elementOf(x))};
    if (chance(8))
      if (Value weight = anyThat([&](Value v) {
            return elementOf(v) == elementOf(x) && shapeOf(v).size() == 2 &&
                   shapeOf(v)[1] == shapeOf(x).back();
          }))
        operands[1] = weight;
    if (elementOf(x).isF32() && chance(4))
      operands[1] = storedWeight(outputs, shapeOf(x).back());
    if (chance(2))
      operands.push_back(constant({shapeOf(operands[1])[0]}, elementOf(x)));
    return void(add(make("linear", operands), false));
  }
  Value a = floatOfRank(pick(2, 4));
  if (!a)
    return;
  Shape shape(shapeOf(a));
  Shape other(ArrayRef<int64_t>(shape).drop_front(pick(0, int64_t(shape.size()) - 2)));
  other[other.size() - 2] = shape.back();
  other.back() = pick(1, 5);
  for (size_t i = 0; i + 2 < other.size(); ++i)
    other[i] = chance(3) ? 1 : other[i];
  Value b = anyThat([&](Value v) {
    return elementOf(v) == elementOf(a) && shapeOf(v).size() >= 2 &&
           *std::prev(shapeOf(v).end(), 2) == shape.back() &&
           broadcastShapes(shapeOf(v).drop_back(2), ArrayRef<int64_t>(shape).drop_back(2)).has_value();
  });
  if (!b && chance(3)) {
    Shape perm = llvm::to_vector(llvm::seq<int64_t>(0, int64_t(shape.size())));
    std::swap(perm[perm.size() - 1], perm[perm.size() - 2]);
    b = make("transpose", a, list("perm", perm));
  }
  add(make("matmul", {a, b ? b : constant(other, elementOf(a))}), false);
}

Value RandomLayers::image() {
  Value x = floatOfRank(4);
  return x && typeOf(x).getNumElements() > 0 ? x : Value();
}

void RandomLayers::window() {
  Value x = image();
  if (!x)
    return;
  Shape kernel{std::min(pick(1, 3), shapeOf(x)[2]), std::min(pick(1, 3), shapeOf(x)[3])};
  Shape stride{pick(1, 2), pick(1, 2)}, padding;
  for (int i = 0; i < 4; ++i)
    padding.push_back(pick(0, kernel[i % 2] / 2));
  switch (pick(0, 3)) {
  case 0:
    return void(add(make("max_pool2d", x,
                         {list("kernel", kernel), list("stride", stride), list("padding", padding),
                          flag("ceil_mode", chance(2))}),
                    isExact(x)));
  case 1:
    return void(add(make("avg_pool2d", x,
                         {list("kernel", kernel), list("stride", stride), list("padding", padding),
                          flag("ceil_mode", chance(2)), flag("count_include_pad", chance(2))}),
                    false));
  case 2:
    return void(add(make("adaptive_avg_pool2d", x, list("output_size", {pick(1, 4), pick(1, 4)})), false));
  default: {
    bool bilinear = chance(2);
    auto mode =
        ResizeModeAttr::get(builder.getContext(), bilinear ? ResizeMode::Bilinear : ResizeMode::Nearest);
    return void(add(make("interpolate", x,
                         {list("output_size", {pick(1, 7), pick(1, 7)}), builder.getNamedAttr("mode", mode),
                          flag("align_corners", bilinear && chance(2))}),
                    false));
  }
  }
}

void RandomLayers::convolve() {
  Value made;
  if (chance(3)) {
    Value x = floatOfRank(3);
    if (!x || typeOf(x).getNumElements() == 0)
      return;
    int64_t channels = shapeOf(x)[1], outputs = pick(1, 4), kernel = std::min(pick(1, 3), shapeOf(x)[2]);
    SmallVector<Value> operands{x, constant({outputs, channels, kernel}, elementOf(x))};
    if (chance(2))
      operands.push_back(constant({outputs}, elementOf(x)));
    made = make("conv1d", operands,
                {list("stride", {pick(1, 2)}), list("padding", {pick(0, 1), pick(0, 1)}),
                 list("dilation", {1}), integer("groups", 1)});
  } else {
    Value x = image();
    if (!x)
      return;
    int64_t channels = shapeOf(x)[1], groups = chance(3) ? channels : 1;
    Shape kernel{std::min(pick(1, 3), shapeOf(x)[2]), std::min(pick(1, 3), shapeOf(x)[3])};
    if (chance(3)) {
      int64_t outputs = pick(1, 2);
      SmallVector<Value> operands{x, constant({channels, outputs, kernel[0], kernel[1]}, elementOf(x))};
      if (chance(2))
        operands.push_back(constant({groups * outputs}, elementOf(x)));
      Shape stride{pick(1, 3), pick(1, 2)};
      made = make("conv_transpose2d", operands,
                  {list("stride", stride), list("padding", Shape(4, pick(0, 1))),
                   list("output_padding", {pick(0, stride[0] - 1), 0}), list("dilation", {pick(1, 2), 1}),
                   integer("groups", groups)});
    } else {
      int64_t outputs = groups * pick(1, 3);
      SmallVector<Value> operands{x,
                                  constant({outputs, channels / groups, kernel[0], kernel[1]}, elementOf(x))};
      if (chance(2))
        operands.push_back(constant({outputs}, elementOf(x)));
      made = make("conv2d", operands,
                  {list("stride", {pick(1, 2), pick(1, 2)}),
                   list("padding", {pick(0, 1), pick(0, 1), pick(0, 1), pick(0, 1)}),
                   list("dilation", {pick(1, 2), 1}), integer("groups", groups)});
    }
  }
  if (made && chance(2))
    made = batchNormOf(made);
  if (made && chance(3))
    made = make("relu", made);
  add(made, false);
}

Value RandomLayers::batchNormOf(Value x) {
  int64_t channels = shapeOf(x)[1];
  Type element = elementOf(x);
  SmallVector<Value> operands{x, constant({channels}, element), constant({channels}, element, 4, 16)};
  bool weight = chance(2), bias = chance(2);
  if (weight)
    operands.push_back(constant({channels}, element));
  if (bias)
    operands.push_back(constant({channels}, element));
  return make("batch_norm", operands, {real("eps", 1e-3), segments({1, 1, 1, weight, bias})});
}

void RandomLayers::batchNorm() {
  Value x = floatOfRank(pick(2, 4));
  if (x)
    add(batchNormOf(x), false);
}

void RandomLayers::normalise() {
  Value x = floatOfRank(pick(1, 4));
  if (!x)
    return;
  ArrayRef<int64_t> shape = shapeOf(x);
  int64_t axes = pick(1, int64_t(shape.size()));
  Type element = elementOf(x);
  bool weight = chance(2), bias = chance(2);
  SmallVector<Value> operands{x};
  switch (pick(0, 2)) {
  case 0:
    if (weight)
      operands.push_back(constant(shape.take_back(axes), element));
    if (bias)
      operands.push_back(constant(shape.take_back(axes), element));
    return void(add(
        make("layer_norm", operands, {integer("axes", axes), real("eps", 0.01), segments({1, weight, bias})}),
        false));
  case 1:
    if (weight)
      operands.push_back(constant(shape.take_back(axes), element));
    return void(add(make("rms_norm", operands, {integer("axes", axes), real("eps", 0.01)}), false));
  default:
    if (shape.size() < 2 || shape[1] == 0)
      return;
    if (weight)
      operands.push_back(constant({shape[1]}, element));
    if (bias)
      operands.push_back(constant({shape[1]}, element));
    return void(
        add(make("group_norm", operands,
                 {integer("num_groups", factorOf(shape[1])), real("eps", 0.01), segments({1, weight, bias})}),
            false));
  }
}

void RandomLayers::recurrent() {
  Value x = floatOfRank(3);
  if (!x || typeOf(x).getNumElements() == 0)
    return;
  Type element = elementOf(x);
  int64_t batch = shapeOf(x)[0], width = shapeOf(x)[2], hidden = pick(1, 4);
  StringRef name = oneOf<StringRef>({"lstm", "gru", "rnn"});
  int64_t rows = hidden * (name == "lstm" ? 4 : name == "gru" ? 3 : 1);
  SmallVector<Value> operands{x, constant({rows, width}, element), constant({rows, hidden}, element)};
  bool biasIn = chance(2), biasHidden = chance(2), h0 = chance(2), c0 = chance(2);
  if (biasIn)
    operands.push_back(constant({rows}, element));
  if (biasHidden)
    operands.push_back(constant({rows}, element));
  if (h0)
    operands.push_back(constant({batch, hidden}, element));
  SmallVector<int32_t> sizes{1, 1, 1, biasIn, biasHidden, h0};
  if (name == "lstm") {
    sizes.push_back(c0);
    if (c0)
      operands.push_back(constant({batch, hidden}, element));
  }
  Operation* op =
      tryMake(name, operands, {flag("reverse", chance(2)), segments(sizes)}, name == "lstm" ? 3 : 2);
  if (!op)
    return;
  for (Value result : op->getResults())
    add(result, false);
}

bool RandomLayers::operands(Value& q, Value& k, Value& v) {
  q = floatOfRank(pick(2, 4));
  if (!q)
    return false;
  Shape shape(shapeOf(q));
  Type element = elementOf(q);
  Shape keys(shape), heads(shape);
  int64_t count = pick(1, 5);
  keys[keys.size() - 2] = shape.back();
  keys.back() = count;
  heads[heads.size() - 2] = count;
  heads.back() = pick(1, 4);
  k = anyThat(
      [&](Value other) { return elementOf(other) == element && shapeOf(other) == ArrayRef<int64_t>(keys); });
  if (!k)
    k = chance(2) ? constant(keys, element)
                  : make("add", {make("sum", q,
                                      {list("dims", {int64_t(shape.size()) - 2, int64_t(shape.size()) - 1}),
                                       flag("keepdim", true)}),
                                 constant(keys, element)});
  v = anyThat(
      [&](Value other) { return elementOf(other) == element && shapeOf(other) == ArrayRef<int64_t>(heads); });
  if (!v)
    v = constant(heads, element);
  return k && v;
}

Value RandomLayers::maskOf(ArrayRef<int64_t> scores, Type element) {
  Shape shape(scores.drop_front(pick(0, int64_t(scores.size()))));
  for (int64_t& size : shape)
    size = chance(3) ? 1 : size;
  Value given = anyThat([&](Value v) {
    return elementOf(v) == element && broadcastShapes(shapeOf(v), scores) == Shape(scores);
  });
  return given && chance(2) ? given : constant(shape, element);
}

void RandomLayers::attend() {
  Value q, k, v;
  if (!operands(q, k, v))
    return;
  int64_t rank = int64_t(shapeOf(q).size());
  Shape perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  std::swap(perm[rank - 1], perm[rank - 2]);
  k = make("transpose", k, list("perm", perm));
  Shape scores(shapeOf(q).drop_back());
  scores.push_back(shapeOf(k)[rank - 2]);
  SmallVector<Value> given{q, k, v};
  const bool masked = chance(2), causal = chance(2);
  if (masked) // numbers: a row of bools may hide all
    given.push_back(maskOf(scores, elementOf(q)));
  const int64_t least = causal ? scores[rank - 2] : 1, keys = scores[rank - 1]; // that length may be
  const bool ends = chance(2) && 1 <= least && least <= keys;
  if (ends) {
    Value length = index({}, keys - least + 1);
    given.push_back(make("add", {length, number(elementOf(length), double(least))}));
  }
  add(make("attention", given,
           {flag("causal", causal), real("scale", 0.5), segments({1, 1, 1, int32_t(masked), int32_t(ends)})}),
      false);
}

void RandomLayers::spelledAttention() {
  Value q, k, v;
  if (!operands(q, k, v))
    return;
  Type element = elementOf(q);
  bool hides = chance(4); // with a score that is low beside those of small numbers
  if (hides) {
    q = make("tanh", q);
    k = make("tanh", k);
  }
  Value scores = make("matmul", {q, k});
  if (chance(2))
    scores = make(oneOf<StringRef>({"mul", "div"}), {scores, number(element, 2)});
  if (!scores)
    return;
  if (chance(3)) {
    scores = make("add", {scores, maskOf(shapeOf(scores), element)});
  } else if (hides || chance(4)) {
    Value mask = maskOf(shapeOf(scores), builder.getI1Type());
    double hidden = hides ? -10000 : -std::numeric_limits<double>::infinity();
    scores = make("where", {mask, scores, number(element, hidden)});
  }
  if (!scores)
    return;
  Value weights =
      make("softmax", scores, integer("dim", chance(8) ? 0 : int64_t(shapeOf(scores).size()) - 1));
  add(make("matmul", {weights, v}), false);
  if (chance(6))
    add(weights, false);
}

void RandomLayers::heads() {
  Value x = floatOfRank(3);
  if (!x || typeOf(x).getNumElements() == 0)
    return;
  Type element = elementOf(x);
  int64_t batch = shapeOf(x)[0], steps = shapeOf(x)[1], width = shapeOf(x)[2], count = pick(1, 2),
          size = pick(1, 3);
  auto projected = [&](ArrayRef<int64_t> perm) {
    SmallVector<Value> given{x, constant({count * size, width}, element)};
    if (chance(2))
      given.push_back(constant({count * size}, element));
    return make("transpose", reshape(make("linear", given), {batch, steps, count, size}), list("perm", perm));
  };
  Value q = projected({0, 2, 1, 3}), k = projected({0, 2, 3, 1}), v = projected({0, 2, 1, 3});
  Value weights =
      make("softmax", make("mul", {make("matmul", {q, k}), number(element, 0.5)}), integer("dim", 3));
  Value result = make("transpose", make("matmul", {weights, v}), list("perm", {0, 2, 1, 3}));
  result = reshape(result, {batch, steps, count * size});
  if (chance(2))
    result = make("linear", {result, constant({width, count * size}, element)});
  add(result, false);
}

void RandomLayers::spelledNorm() {
  Value x = floatOfRank(pick(1, 3));
  if (!x || typeOf(x).getNumElements() == 0)
    return;
  int64_t rank = int64_t(shapeOf(x).size());
  Type element = elementOf(x);
  SmallVector<NamedAttribute> last{list("dims", {chance(6) ? 0 : rank - 1}), flag("keepdim", true)};
  Value centred = chance(2) ? make("sub", {x, make("mean", x, last)}) : x;
  Value variance = make("mean", make("mul", {centred, centred}), last);
  Value moved = make("add", {variance, number(element, 0.125)});
  Value result =
      chance(2) ? make("div", {centred, make("sqrt", moved)}) : make("mul", {centred, make("rsqrt", moved)});
  if (chance(2))
    result = make("mul", {result, constant({shapeOf(x).back()}, element)});
  if (chance(2))
    result = make("add", {result, constant({shapeOf(x).back()}, element)});
  add(result, false);
}

void RandomLayers::spelledActivation() {
  Value x = anyThat([&](Value v) { return isFloat(v); });
  if (!x)
    return;
  Type element = elementOf(x);
  auto num = [&](double value) { return number(element, value); };
  switch (pick(0, 5)) {
  case 0:
    return void(
        add(make("mul", {make("mul", {x, num(0.5)}),
                         make("add", {make("erf", make("mul", {x, num(0.70710678118654752)})), num(1)})}),
            false));
  case 1: {
    Value cube = make("mul", {make("mul", {make("mul", {x, x}), x}), num(0.044715)});
    Value inner = make("tanh", make("mul", {make("add", {x, cube}), num(0.7978845608028654)}));
    return void(add(make("mul", {make("mul", {x, num(0.5)}), make("add", {inner, num(1)})}), false));
  }
  case 2:
    return void(add(make("mul", {x, make("sigmoid", x)}), false));
  case 3: {
    Value bounded = make("clamp", x, {real("min", -20), real("max", 20)});
    return void(add(make("div", {bounded, make("add", {make("exp", make("neg", bounded)), num(1)})}), false));
  }
  case 4:
    return void(add(make("div", {make("mul", {x, make("relu6", make("add", {x, num(3)}))}), num(6)}), false));
  default: {
    if (shapeOf(x).empty())
      return;
    SmallVector<NamedAttribute> axis{list("dims", {pick(0, int64_t(shapeOf(x).size()) - 1)}),
                                     flag("keepdim", true)};
    Value exp = make("exp", make("sub", {x, make("amax", x, axis)}));
    return exp ? void(add(make("div", {exp, make("sum", exp, axis)}), false)) : void();
  }
  }
}

void RandomLayers::oneNumber() {
  Value x = anyThat([&](Value v) { return isFloat(v) && typeOf(v).getNumElements() > 0; });
  if (!x)
    return;
  Value made;
  int64_t rank = int64_t(shapeOf(x).size());
  if (chance(2)) {
    made =
        make("mean", x, {list("dims", llvm::to_vector(llvm::seq<int64_t>(0, rank))), flag("keepdim", true)});
  } else {
    int64_t count = typeOf(x).getNumElements();
    made = make("matmul", {reshape(x, {1, count}), reshape(x, {count, 1})});
  }
  Value number = made ? reshape(made, {}) : Value();
  add(number, false);
  if (number)
    add(make(oneOf<StringRef>({"add", "sub", "mul", "minimum", "maximum"}), {number, partner(number)}),
        false);
}

} // namespace aic::transforms::test

#include "SweepFamilies.h"

#include <cmath>

namespace aic::test {
namespace {

using Value = Sweep::Value;

const std::vector<std::string> kHalfAndFull = {"f32", "f16", "bf16"};
const std::vector<std::string> kFloats = {"f32", "f64", "f16", "bf16"};
const std::vector<std::string> kNumbers = {"f32", "f64", "f16", "bf16", "i8", "ui8", "i16", "i32", "i64"};
const std::vector<std::string> kAll = {"f32", "f64", "f16", "bf16", "i1", "i8", "ui8", "i16", "i32", "i64"};

bool isFloat(const std::string& type) {
  return type.find('f') != std::string::npos;
}

std::string dim(int64_t axis) {
  return "{dim = " + std::to_string(axis) + " : i64}";
}
std::string dims(const std::vector<int64_t>& axes) {
  return "{dims = " + array(axes) + "}";
}

//===-- Elementwise -------------------------------------------------------------------------------------===//

// One axis, where the columns are cut; and rows, of which each has a tail.
void elementwise(Sweep& s, int64_t n, const std::string& type) {
  for (const Shape& shape : {Shape{n}, Shape{3, n}}) {
    Value x = s.argument(shape, type), y = s.argument({n}, type);
    if (type == "i1") {
      s.result(s.op("logical_or", {x, y}, "", shape, type), "logical_or");
      s.result(s.unary("logical_not", x), "logical_not");
      continue;
    }
    s.result(s.op("add", {x, y}, "", shape, type), "add");
    s.result(s.op("div", {x, y}, "", shape, type), "div");
    s.result(s.op("rem", {x, y}, "", shape, type), "rem");
    s.result(s.unary(isFloat(type) ? "tanh" : "sign", x), "unary");
  }
}

void comparisons(Sweep& s, int64_t n, const std::string& type) {
  Value x = s.argument({3, n}, type), y = s.argument({3, 1}, type);
  Value less = s.op("compare lt", {x, y}, "", {3, n}, "i1");
  s.result(less, "compare");
  s.result(s.op("where", {less, x, y}, "", {3, n}, type), "where");
}

void casts(Sweep& s, int64_t n, const std::string& type) {
  for (const std::string& to : kAll)
    if (to != type) {
      s.result(s.cast(s.argument({n}, type), to), "cast to " + to);
      // Two results of different widths of one kernel.
      Value x = s.argument({2, n}, type);
      Value y = s.op(type == "i1" ? "logical_or" : "add", {x, s.argument({2, n}, type)}, "", {2, n}, type);
      s.result(y, "result beside a cast to " + to);
      s.result(s.cast(y, to), "result cast to " + to);
    }
}

//===-- Reductions --------------------------------------------------------------------------------------===//

void reductions(Sweep& s, int64_t n, const std::string& type) {
  for (const char* name : {"sum", "amax"}) {
    if (type == "i1" && std::string(name) == "sum")
      continue;
    s.result(s.op(name, {s.argument({3, n}, type)}, dims({1}), {3}, type), std::string(name) + " of rows");
    s.result(s.op(name, {s.argument({3, n}, type)}, dims({0}), {n}, type), std::string(name) + " of columns");
    s.result(s.op(name, {s.argument({2, 3, n}, type)}, dims({1}), {2, n}, type),
             std::string(name) + " between");
    s.result(s.op(name, {s.argument({n}, type)}, dims({0}), {}, type), std::string(name) + " of all");
    Value sum = s.op(name, {s.argument({3, n}, type)}, dims({0}), {n}, type);
    s.result(s.cast(sum, type == "i8" ? "i64" : "i8"), std::string(name) + " of columns, cast");
  }
}

void argmax(Sweep& s, int64_t n, const std::string& type) {
  for (int64_t axis : {0, 1}) {
    Shape y = {axis == 0 ? n : 3};
    Value index = s.op("argmax", {s.argument({3, n}, type)}, dim(axis), y, "i64");
    s.result(index, "argmax along " + std::to_string(axis));
    Value other = s.op("argmax", {s.argument({3, n}, type)}, dim(axis), y, "i64");
    s.result(s.cast(other, "i32"), "argmax as i32");
    Value third = s.op("argmax", {s.argument({3, n}, type)}, dim(axis), y, "i64");
    s.result(s.cast(third, "i8"), "argmax as i8");
  }
}

void softmax(Sweep& s, int64_t n, const std::string& type) {
  for (const char* name : {"softmax", "log_softmax"})
    for (int64_t axis : {0, 1}) {
      s.result(s.op(name, {s.argument({3, n}, type)}, dim(axis), {3, n}, type),
               std::string(name) + " along " + std::to_string(axis));
      Value y = s.op(name, {s.argument({3, n}, type)}, dim(axis), {3, n}, type);
      s.result(s.cast(y, type == "f32" ? "bf16" : "f32"), std::string(name) + ", cast");
    }
}

void normalisation(Sweep& s, int64_t n, const std::string& type) {
  auto norm = [&](const std::string& name, const Shape& shape, const Shape& parameters,
                  const std::string& attributes) {
    Value x = s.argument(shape, type), w = s.argument(parameters, type), b = s.argument(parameters, type);
    std::string text = "aic." + name + " " + x.name + " weight " + w.name + " bias " + b.name + " " +
                       attributes + " : (" + x.text() + ", " + w.text() + ", " + b.text() + ") -> " +
                       x.text();
    s.result({s.batch.op(text), shape, type}, name + " " + attributes);
  };
  norm("layer_norm", {3, n + 1}, {n + 1}, "");
  norm("layer_norm", {2, 3, n}, {3, n}, "{axes = 2 : i64}");
  norm("group_norm", {2, n, 2, 3}, {n}, "{num_groups = 1 : i64}");
  norm("group_norm", {1, 4, 3, n}, {4}, "{num_groups = 2 : i64}");
  norm("group_norm", {2, 2, 3, 2 * n}, {2 * n}, "{num_groups = 2 : i64, layout = #aic.layout<nhwc>}");
  norm("group_norm", {2, 2, 3, n}, {n},
       "{num_groups = " + std::to_string(n) + " : i64, layout = #aic.layout<nhwc>}");
  Value x = s.argument({3, n}, type), w = s.argument({n}, type);
  s.result({s.batch.op("aic.rms_norm " + x.name + " weight " + w.name + " : (" + x.text() + ", " + w.text() +
                       ") -> " + x.text()),
            {3, n},
            type},
           "rms_norm");
}

//===-- Moves -------------------------------------------------------------------------------------------===//

void copies(Sweep& s, int64_t n, const std::string& type) {
  auto one = [&](const std::string& name, const Shape& from, const std::string& attributes, const Shape& to) {
    s.result(s.op(name, {s.argument(from, type)}, attributes, to, type), name + " " + attributes);
  };
  one("transpose", {5, n}, "{perm = array<i64: 1, 0>}", {n, 5});
  one("transpose", {n, 5}, "{perm = array<i64: 1, 0>}", {5, n});
  one("transpose", {2, n, 19}, "{perm = array<i64: 0, 2, 1>}", {2, 19, n});
  one("transpose", {2, 3, n}, "{perm = array<i64: 1, 0, 2>}", {3, 2, n});
  one("expand", {1, n}, "", {3, n});
  one("expand", {n, 1}, "", {n, 3});
  one("slice", {3, n + 2},
      "{offsets = array<i64: 1, 1>, sizes = " + array({2, n}) + ", strides = array<i64: 1, 1>}", {2, n});
  one("slice", {3, 2 * n},
      "{offsets = array<i64: 0, 1>, sizes = " + array({3, n}) + ", strides = array<i64: 1, 2>}", {3, n});
  one("slice", {3, n},
      "{offsets = " + array({0, n - 1}) + ", sizes = " + array({3, n}) + ", strides = array<i64: 1, -1>}",
      {3, n});
  one("pad", {2, n}, "{low = array<i64: 0, 1>, high = array<i64: 1, 2>, value = 1.0 : f64}", {3, n + 3});
  one("pad", {2, n}, "{low = array<i64: 0, 2>, high = array<i64: 1, 0>, mode = #aic.pad_mode<replicate>}",
      {3, n + 2});
  one("pad", {3, n + 1}, "{low = array<i64: 2, 1>, high = array<i64: 0, 1>, mode = #aic.pad_mode<reflect>}",
      {5, n + 3});
  Value a = s.argument({3, n}, type), b = s.argument({3, n + 1}, type), c = s.argument({2, n}, type);
  s.result(s.op("concat", {a, b}, dim(1), {3, 2 * n + 1}, type), "concat of columns");
  s.result(s.op("concat", {a, c}, dim(0), {5, n}, type), "concat of rows");
  Value turned = s.op("transpose", {s.argument({n, 3}, type)}, "{perm = array<i64: 1, 0>}", {3, n}, type);
  s.result(s.cast(turned, type == "i8" ? "f32" : "i8"), "transpose, cast");
}

void gathers(Sweep& s, int64_t n, const std::string& type) {
  s.result(s.op("take", {s.argument({7, n}, type), s.index({4}, 7)}, dim(0), {4, n}, type), "take rows");
  s.result(s.op("take", {s.argument({3, 7}, type), s.index({n}, 7, "i32")}, dim(1), {3, n}, type),
           "take columns");
  s.result(s.op("gather", {s.argument({7, n}, type), s.index({3, n}, 7)}, dim(0), {3, n}, type), "gather");
  s.result(s.op("gather", {s.argument({3, n}, type), s.index({3, 5}, n)}, dim(1), {3, 5}, type),
           "gather columns");
  if (isFloat(type))
    s.result(s.op("embedding", {s.index({5}, 7, "i32"), s.argument({7, n}, type)}, "", {5, n}, type),
             "embedding");
}

void training(Sweep& s, int64_t n, const std::string& type) {
  auto weight = [&](const Shape& x, const Shape& gradient, const Shape& kernel, const std::string& more,
                    const Shape& to) {
    Value made = s.op("conv2d_weight_gradient", {s.argument(x, type), s.argument(gradient, type)},
                      "{kernel = " + array(kernel) + more + "}", to, type);
    s.result(made, "weight gradient", 1000);
  };
  weight({2, n, 4, 3}, {2, 5, 2, 1}, {3, 3}, "", {5, n, 3, 3});
  weight({1, 5, 5, 4}, {1, n, 5, 4}, {3, 3}, ", padding = array<i64: 1, 1, 1, 1>", {n, 5, 3, 3});
  weight({70, 64 + n}, {70, 60 + n}, {1, 1}, "", {60 + n, 64 + n});
  s.result(s.op("max_pool2d_gradient", {s.argument({1, n, 6, 5}, type), s.argument({1, n, 3, 2}, type)},
                "{kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>}", {1, n, 6, 5}, type),
           "pool gradient");
  s.result(s.op("dropout", {s.argument({n}, type), s.index({2}, 7)}, "{p = 0.5 : f64}", {n}, type),
           "dropout");
}

void scatters(Sweep& s, int64_t n, const std::string& type) {
  auto scatter = [&](const Shape& x, const Shape& at, int64_t axis, const std::string& reduction) {
    std::string attributes =
        "{dim = " + std::to_string(axis) + " : i64, reduction = #aic.scatter_reduction<" + reduction + ">}";
    s.result(s.op("scatter", {s.argument(x, type), s.index(at, x[size_t(axis)]), s.argument(at, type)},
                  attributes, x, type),
             "scatter " + attributes);
  };
  scatter({5, n}, {3, n}, 0, "none");
  scatter({3, n}, {3, 4}, 1, "none");
  if (type != "i1")
    scatter({5, n}, {7, n}, 0, "add");
}

// x's rows and columns with others at a place known when it runs, and the reading twin; values that lie
// otherwise.
void slices(Sweep& s, int64_t n, const std::string& type) {
  auto update = [&](const Shape& shape, const Value& values, size_t axis) {
    Value x = s.argument(shape, type), start = s.index({}, shape[axis] - values.shape[axis] + 1);
    s.result({s.batch.op("aic.update_slice " + values.name + " into " + x.name + " at " + start.name + " " +
                         dim(int64_t(axis)) + " : (" + values.text() + ", " + x.text() + ", " + start.text() +
                         ") -> " + x.text()),
              shape, type},
             "update_slice along " + std::to_string(axis));
  };
  auto narrow = [&](const Shape& shape, size_t axis, int64_t size) {
    Value x = s.argument(shape, type), start = s.index({}, shape[axis] - size + 1, "i32");
    Value y{"", shape, type};
    y.shape[axis] = size;
    y.name = s.batch.op("aic.narrow " + x.name + " at " + start.name + " {dim = " + std::to_string(axis) +
                        " : i64, size = " + std::to_string(size) + " : i64} : (" + x.text() + ", " +
                        start.text() + ") -> " + y.text());
    s.result(y, "narrow along " + std::to_string(axis));
  };
  update({5, n}, s.argument({2, n}, type), 0);
  update({3, n + 4}, s.argument({3, n}, type), 1);
  update({2, 5, n}, s.argument({2, 1, n}, type), 1);
  update({5, n}, s.op("transpose", {s.argument({n, 2}, type)}, "{perm = array<i64: 1, 0>}", {2, n}, type), 0);
  narrow({5, n}, 0, 2);
  narrow({3, n + 4}, 1, n);
  narrow({2, 5, n}, 1, 1);
}

void topk(Sweep& s, int64_t n, const std::string& type) {
  for (int64_t axis : {0, 1}) {
    Shape x = {axis == 0 ? 5 : 3, n}, y = x;
    y[size_t(axis)] = std::min<int64_t>(x[size_t(axis)], 4);
    Value from = s.argument(x, type);
    std::string name =
        s.batch.op("aic.topk " + from.name + " {dim = " + std::to_string(axis) +
                       " : i64, k = " + std::to_string(y[size_t(axis)]) + " : i64} : (" + from.text() +
                       ") -> (" + tensorType(y, type) + ", " + tensorType(y, "i64") + ")",
                   2);
    s.result({name + "#0", y, type}, "topk: values");
    s.result({name + "#1", y, "i64"}, "topk: indices");
  }
}

//===-- Images ------------------------------------------------------------------------------------------===//

const char* const kNhwc = ", layout = #aic.layout<nhwc>}";

void interpolation(Sweep& s, int64_t n, const std::string& type) {
  for (const char* mode : {"nearest", "bilinear"}) {
    std::string attributes = ", mode = #aic.resize_mode<" + std::string(mode) + ">";
    s.result(s.op("interpolate", {s.argument({1, 3, 2, n}, type)},
                  "{output_size = " + array({3, 2 * n}) + attributes + "}", {1, 3, 3, 2 * n}, type),
             std::string(mode) + " to twice the width");
    s.result(s.op("interpolate", {s.argument({1, 2, 3, 5}, type)},
                  "{output_size = " + array({3, n}) + attributes + "}", {1, 2, 3, n}, type),
             std::string(mode) + " to n columns");
    s.result(s.op("interpolate", {s.argument({2, 2, 3, n}, type)},
                  "{output_size = array<i64: 3, 5>" + attributes + kNhwc, {2, 3, 5, n}, type),
             std::string(mode) + " of n channels");
  }
}

void windows(Sweep& s, int64_t n, const std::string& type) {
  std::string half = "kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>";
  for (const char* name : {"max_pool2d", "avg_pool2d"}) {
    s.result(s.op(name, {s.argument({2, 5, 4, n}, type)}, "{" + half + kNhwc, {2, 2, 2, n}, type),
             std::string(name) + " nhwc");
    s.result(s.op(name, {s.argument({1, n, 3, 3}, type)},
                  "{kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}",
                  {1, n, 3, 3}, type),
             std::string(name) + " nchw");
  }
  s.result(s.op("adaptive_avg_pool2d", {s.argument({1, 5, 3, n}, type)},
                "{output_size = array<i64: 2, 2>" + std::string(kNhwc), {1, 2, 2, n}, type),
           "adaptive_avg_pool2d");
  auto depthwise = [&](const std::string& attributes, const Shape& x, const Shape& kernel, const Shape& y) {
    s.result(s.op("conv2d", {s.argument(x, type), s.weight(kernel, type), s.weight({n}, type)},
                  "{" + attributes + ", groups = " + std::to_string(n) + " : i64" + kNhwc, y, type),
             "depthwise " + attributes);
  };
  depthwise("padding = array<i64: 1, 1, 1, 1>", {1, 4, 17, n}, {n, 1, 3, 3}, {1, 4, 17, n});
  depthwise("padding = array<i64: 0, 5, 0, 5>", {2, 2, 15, n}, {n, 1, 1, 11}, {2, 2, 15, n}); // not unrolled
}

//===-- Products ----------------------------------------------------------------------------------------===//

void products(Sweep& s, int64_t n, const std::string& type) {
  auto linear = [&](int64_t rows, int64_t k) {
    return s.op("linear", {s.argument({rows, k}, type), s.weight({n, k}, type), s.weight({n}, type)}, "",
                {rows, n}, type);
  };
  s.result(linear(2, 1), "linear, one column");
  s.result(s.unary("relu", linear(17, 5)), "linear");
  s.result(s.op("linear", {s.argument({3, n}, type), s.weight({5, n}, type)}, "", {3, 5}, type),
           "linear from n");
  Value y = linear(3, 4);
  s.result(y, "linear beside a cast");
  s.result(s.cast(y, "i8"), "linear, cast to i8");
  s.result(s.cast(linear(2, 3), type == "bf16" ? "f16" : "bf16"), "linear, cast to a half");
  auto matmul = [&](const Shape& a, const Shape& b, const Shape& to) {
    s.result(s.op("matmul", {s.argument(a, type), s.argument(b, type)}, "", to, type),
             "matmul " + tensorType(a, type));
  };
  matmul({2, 1}, {1, n}, {2, n});
  matmul({2, 15, 3}, {2, 3, n}, {2, 15, n});
  matmul({n, 3}, {3, 5}, {n, 5});
  matmul({3, n}, {n, 5}, {3, 5});
  s.result(s.op("linear", {s.argument({3, 5}, type), s.argument({n, 5}, type)}, "", {3, n}, type),
           "linear with a weight that is packed at run time");
}

void convolutions(Sweep& s, int64_t n, const std::string& type) {
  auto conv = [&](const Shape& x, const Value& w, const std::string& attributes, const Shape& to) {
    s.result(s.op("conv2d", {s.argument(x, type), w}, attributes, to, type), "conv2d " + attributes);
  };
  std::string around = "{padding = array<i64: 1, 1, 1, 1>";
  conv({1, 3, 5, 9}, s.weight({n, 3, 3, 3}, type), around + "}", {1, n, 5, 9});
  conv({2, 4, 3, n}, s.weight({3, n, 1, 1}, type), std::string("{stride = array<i64: 1, 1>") + kNhwc,
       {2, 4, 3, 3});
  conv({1, 4, 3, 3}, s.weight({2 * n, 2, 2, 2}, type), "{groups = 2 : i64}", {1, 2 * n, 2, 2});
  conv({1, 2, 3, n + 2}, s.weight({5, 2, 3, 3}, type), "{padding = array<i64: 1, 0, 1, 0>}", {1, 5, 3, n});
  conv({1, 3, 4, 4}, s.argument({n, 3, 2, 2}, type), "{stride = array<i64: 2, 2>}", {1, n, 2, 2});
}

//===-- Sequences ---------------------------------------------------------------------------------------===//

void recurrences(Sweep& s, int64_t n, const std::string& type) {
  for (const char* cell : {"lstm", "gru", "rnn_tanh"}) {
    bool lstm = std::string(cell) == "lstm";
    int64_t gates = lstm ? 4 : cell == std::string("gru") ? 3 : 1;
    Value x = s.argument({3, 2, gates * n}, type), w = s.weight({gates * n, n}, type),
          h = s.argument({3, n}, type);
    std::string y = tensorType({3, 2, n}, type), state = tensorType({3, n}, type);
    std::string name = s.batch.op("aic.recurrence " + std::string(cell) + " " + x.name + ", " + w.name +
                                      " h0 " + h.name + " : (" + x.text() + ", " + w.text() + ", " + state +
                                      ") -> (" + y + ", " + state + (lstm ? ", " + state : "") + ")",
                                  lstm ? 3 : 2);
    // A state is rounded to its type from step to step, which the reference does not.
    double scale = type == "f32" ? 0 : 4;
    s.result({name + "#0", {3, 2, n}, type}, cell + std::string(": y"), scale);
    s.result({name + "#1", {3, n}, type}, cell + std::string(": h"), scale);
    if (lstm)
      s.result({name + "#2", {3, n}, type}, cell + std::string(": c"), scale);
  }
}

void attentions(Sweep& s, int64_t n, const std::string& type) {
  auto attention = [&](int64_t queries, int64_t keys, int64_t width, int64_t valueWidth, bool masked,
                       bool causal, bool withLength = false) {
    Value q = s.argument({2, queries, width}, type), k = s.argument({2, keys, width}, type),
          v = s.argument({2, keys, valueWidth}, type),
          mask = s.argument({queries, keys}, masked ? type : "i1");
    Shape y = {2, queries, valueWidth};
    int64_t least = causal ? queries : 1;
    Value length{"", {}, "i64"};
    if (withLength)
      length = s.op(
          "add", {s.index({}, keys - least + 1), {s.batch.scalar(std::to_string(least), "i64"), {}, "i64"}},
          "", {}, "i64");
    std::string text = "aic.attention " + q.name + ", " + k.name + ", " + v.name +
                       (masked ? " mask " + mask.name : "") + (withLength ? " length " + length.name : "") +
                       " {scale = 0.125 : f64" + (causal ? ", causal = true" : "") + "} : (" + q.text() +
                       ", " + k.text() + ", " + v.text() + (masked ? ", " + mask.text() : "") +
                       (withLength ? ", " + length.text() : "") + ") -> " + tensorType(y, type);
    s.result({s.batch.op(text), y, type}, "attention");
  };
  attention(5, 7, n, n, false, false);
  attention(n, 3, 2, 1, true, false);
  attention(3, n, 1, 3, true, true);
  attention(1, n + 3, n, n, false, false, true);
  attention(3, n + 5, 4, n, true, true, true);
}

//===-- Nothing -----------------------------------------------------------------------------------------===//

// Axes of no elements, where there is nothing to read, nothing to write, or both.
void empties(Sweep& s, int64_t n, const std::string& type) {
  auto one = [&](const std::string& name, const Shape& from, const std::string& attributes, const Shape& to) {
    s.result(s.op(name, {s.argument(from, type)}, attributes, to, type), name + " of nothing");
  };
  one("transpose", {0, n}, "{perm = array<i64: 1, 0>}", {n, 0});
  one("slice", {3, n},
      "{offsets = array<i64: 0, 0>, sizes = " + array({0, n}) + ", strides = array<i64: 1, 1>}", {0, n});
  one("pad", {0, n}, "{low = array<i64: 1, 0>, high = array<i64: 1, 0>, value = 1.0 : f64}", {2, n});
  Value none = s.argument({3, 0}, type), some = s.argument({3, n}, type);
  s.result(s.op("concat", {none, some, none}, dim(1), {3, n}, type), "concat with nothing");
  s.result(s.op("take", {some, s.index({0}, n)}, dim(1), {3, 0}, type), "take nothing");
  s.result(s.op("scatter", {some, s.index({0, n}, 3), s.argument({0, n}, type)}, dim(0), {3, n}, type),
           "scatter nothing");
  if (type == "i1")
    return;
  s.result(s.op("add", {s.argument({0, n}, type), s.argument({n}, type)}, "", {0, n}, type), "add");
  one("sum", {3, 0}, dims({1}), {3});
  one("sum", {0, n}, dims({0}), {n});
  one("sum", {0, n}, dims({1}), {0});
  if (!isFloat(type))
    return;
  one("softmax", {0, n}, dim(1), {0, n});
  one("softmax", {3, 0}, dim(0), {3, 0});
  one("max_pool2d", {0, 2, 2, n}, "{kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>}", {0, 2, 2, n});
  auto product = [&](const std::string& name, const Shape& a, const Shape& b, const Shape& to) {
    s.result(s.op(name, {s.argument(a, type), s.argument(b, type)}, "", to, type), name + " of nothing");
  };
  product("matmul", {2, 0}, {0, n}, {2, n});
  product("matmul", {0, 3}, {3, n}, {0, n});
  product("matmul", {n, 3}, {3, 0}, {n, 0});
  product("linear", {3, 0}, {n, 0}, {3, n});
}

} // namespace

Value Sweep::argument(const Shape& shape, const std::string& type) {
  arguments.push_back({type, 0});
  return {batch.argument(shape, type), shape, type};
}

Value Sweep::index(const Shape& shape, int64_t size, const std::string& type) {
  arguments.push_back({type, size});
  return {batch.argument(shape, type), shape, type};
}

Value Sweep::weight(const Shape& shape, const std::string& type) {
  std::string name = batch.weight(shape);
  if (type != "f32")
    name = batch.op("aic.cast " + name + " : (" + tensorType(shape) + ") -> " + tensorType(shape, type));
  return {name, shape, type};
}

Value Sweep::op(const std::string& name, const std::vector<Value>& operands, const std::string& attributes,
                const Shape& shape, const std::string& type) {
  std::string names, types;
  for (const Value& operand : operands) {
    names += (names.empty() ? " " : ", ") + operand.name;
    types += (types.empty() ? "" : ", ") + operand.text();
  }
  return {
      batch.op("aic." + name + names + " " + attributes + " : (" + types + ") -> " + tensorType(shape, type)),
      shape, type};
}

Value Sweep::unary(const std::string& name, const Value& x) {
  return {batch.op("aic." + name + " " + x.name + " : " + x.text()), x.shape, x.type};
}

Value Sweep::cast(const Value& x, const std::string& type) {
  return x.type == type ? x : op("cast", {x}, "", x.shape, type);
}

void Sweep::result(const Value& value, const std::string& label, double scale) {
  batch.result(value.name, value.text(), label + ": " + value.text(), scale);
}

double Sweep::element(size_t index, int64_t i) const {
  const auto& [type, limit] = arguments[index];
  if (limit > 0)
    return double((i * 5 + i / 3 + int64_t(index)) % limit);
  int64_t number = (i * 37 + int64_t(index) * 11 + i / 7) % 60 - 30;
  if (type == "i1")
    return double(number % 2 != 0);
  number += number >= 0; // never 0
  return isFloat(type) ? double(number) / 8 : double(3 * number);
}

void Sweep::expectRight(const std::string& type, const std::string& targetCpu, size_t onTwoThreads) const {
  // f16 and bf16 are computed in f32 and rounded once: one unit in the last place. The rounding of sums of
  // numbers of about 1 is left where they cancel.
  double tolerance = type == "f64" ? 2e-14 : type == "f16" ? 0x1p-10 : type == "bf16" ? 0x1p-7 : 3e-6;
  HarnessOptions options;
  options.targetCpu = targetCpu;
  options.smallestScale = (type == "f64" ? 2e-14 : 1e-5) / tolerance;
  options.moreThreads.assign(onTwoThreads, 2);
  options.input = [this](size_t index, int64_t i) { return element(index, i); };
  batch.expectClose(tolerance, options);
}

const std::vector<SweepFamily>& sweepFamilies() {
  static const std::vector<SweepFamily> families = {
      {"argmax", kNumbers, argmax},
      {"attention", kHalfAndFull, attentions},
      {"cast", kAll, casts},
      {"compare", kAll, comparisons},
      {"convolution", kFloats, convolutions},
      {"copy", kAll, copies},
      {"elementwise", kAll, elementwise},
      {"empty", kAll, empties},
      {"gather", kAll, gathers},
      {"interpolate", kFloats, interpolation},
      {"normalisation", kFloats, normalisation},
      {"product", kFloats, products},
      {"recurrence", kHalfAndFull, recurrences},
      {"reduction", kAll, reductions},
      {"scatter", kAll, scatters},
      {"slice", kAll, slices},
      {"softmax", kFloats, softmax},
      {"topk", kNumbers, topk},
      {"training", {"f32", "bf16"}, training},
      {"window", kHalfAndFull, windows},
  };
  return families;
}

} // namespace aic::test

// Operations that move elements, of every size of element: exact.
#include "Harness.h"

#include <algorithm>
#include <numeric>

namespace aic::test {
namespace {

const std::vector<std::string> kTypes = {"f32", "i1", "i8", "ui8", "i16", "f16", "bf16", "i32", "i64", "f64"};

void expectExact(const Batch& batch, bool allCpus = false) {
  HarnessOptions options;
  // Small integers, so that f16 and bf16 hold them, and neighbours differ.
  options.input = [](size_t index, int64_t i) { return double((i * 7 + int64_t(index)) % 127); };
  options.moreThreads = {3};
  batch.expectClose(0, options);
  if (!allCpus)
    return;
  options.moreThreads.clear();
  for (const char* cpu : {"x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    options.targetCpu = cpu;
    batch.expectClose(0, options);
  }
}

void transpose(Batch& batch, const Shape& shape, const std::vector<int64_t>& perm, const std::string& type) {
  Shape result;
  for (int64_t axis : perm)
    result.push_back(shape[axis]);
  std::string x = batch.argument(shape, type), to = tensorType(result, type);
  batch.result(batch.op("aic.transpose " + x + " {perm = " + array(perm) + "} : (" + tensorType(shape, type) +
                        ") -> " + to),
               to, "transpose " + array(perm) + " " + to);
}

TEST(Copy, Transpose) {
  Batch batch;
  for (const Shape& shape : std::vector<Shape>{{5, 7, 17}, {16, 1, 3}, {32, 33, 2}}) {
    std::vector<int64_t> perm = {0, 1, 2};
    do
      transpose(batch, shape, perm, "f32");
    while (std::next_permutation(perm.begin(), perm.end()));
  }
  int count = 0;
  std::vector<int64_t> perm = {0, 1, 2, 3};
  do
    if (count++ % 3 == 0)
      transpose(batch, {2, 3, 9, 5}, perm, kTypes[count / 3 % kTypes.size()]);
  while (std::next_permutation(perm.begin(), perm.end()));
  for (const std::string& type : kTypes)
    transpose(batch, {37, 19}, {1, 0}, type);
  for (const char* type : {"f32", "i8", "f64", "bf16"}) { // in squares of registers, whole ones and parts
    transpose(batch, {2, 19, 3, 33}, {0, 3, 2, 1}, type);
    transpose(batch, {35, 2, 48}, {2, 1, 0}, type);
    transpose(batch, {3, 32, 16}, {0, 2, 1}, type);
  }
  for (const std::string& type : kTypes) // planes woven together, whole vectors and parts
    transpose(batch, {2, 3, 5, 7}, {0, 2, 3, 1}, type);
  for (int64_t planes : {2, 4, 5, 8, 9})
    transpose(batch, {planes, 16 + 5 * planes}, {1, 0}, planes % 2 ? "f32" : "f16");
  transpose(batch, {9}, {0}, "i16");
  transpose(batch, {1, 64, 56, 57}, {0, 2, 3, 1}, "f32");
  transpose(batch, {1, 56, 57, 64}, {0, 3, 1, 2}, "f32");
  expectExact(batch, true);
}

TEST(Copy, Slice) {
  Batch batch;
  auto slice = [&](const Shape& shape, const std::vector<int64_t>& offsets, const Shape& sizes,
                   const std::vector<int64_t>& strides, const std::string& type = "f32") {
    std::string x = batch.argument(shape, type), to = tensorType(sizes, type);
    batch.result(batch.op("aic.slice " + x + " {offsets = " + array(offsets) + ", sizes = " + array(sizes) +
                          ", strides = " + array(strides) + "} : (" + tensorType(shape, type) + ") -> " + to),
                 to, "slice " + array(offsets) + array(sizes) + array(strides) + to);
  };
  slice({100}, {0}, {100}, {1});
  slice({100}, {3}, {31}, {3});
  slice({100}, {99}, {100}, {-1});
  slice({100}, {90}, {13}, {-7});
  slice({7, 33}, {0, 0}, {7, 17}, {1, 1});
  slice({7, 33}, {2, 5}, {3, 9}, {2, 3});
  slice({7, 33}, {6, 32}, {7, 33}, {-1, -1});
  slice({7, 33}, {6, 0}, {4, 33}, {-2, 1});
  slice({4, 5, 6}, {1, 0, 0}, {1, 5, 6}, {1, 1, 1});
  slice({4, 5, 6}, {0, 4, 1}, {4, 2, 2}, {1, -3, 4});
  slice({2, 3, 4, 5}, {0, 1, 0, 0}, {2, 2, 4, 5}, {1, 1, 1, 1});
  slice({2, 3, 4, 5}, {1, 2, 3, 4}, {2, 3, 4, 5}, {-1, -1, -1, -1});
  for (const std::string& type : kTypes) {
    slice({9, 35}, {0, 1}, {5, 33}, {2, 1}, type);
    slice({9, 35}, {8, 34}, {9, 12}, {-1, -3}, type);
  }
  expectExact(batch);
}

TEST(Copy, Pad) {
  Batch batch;
  auto pad = [&](const Shape& shape, const std::vector<int64_t>& low, const std::vector<int64_t>& high,
                 const std::string& mode, const std::string& type, const std::string& value = "3.0") {
    Shape result;
    for (size_t i = 0; i < shape.size(); ++i)
      result.push_back(shape[i] + low[i] + high[i]);
    std::string x = batch.argument(shape, type), to = tensorType(result, type);
    batch.result(batch.op("aic.pad " + x + " {low = " + array(low) + ", high = " + array(high) +
                          ", mode = #aic.pad_mode<" + mode + ">, value = " + value + " : f64} : (" +
                          tensorType(shape, type) + ") -> " + to),
                 to, "pad " + mode + array(low) + array(high) + to);
  };
  for (const char* mode : {"constant", "reflect", "replicate"}) {
    pad({5}, {3}, {4}, mode, "f32");
    pad({33}, {0}, {32}, mode, "f32");
    pad({4, 17}, {1, 2}, {3, 0}, mode, "f32");
    pad({1, 3, 6, 5}, {0, 0, 2, 3}, {0, 0, 1, 4}, mode, "f32");
    pad({2, 3, 2, 16}, {1, 2, 1, 0}, {0, 1, 1, 0}, mode, "f32");
    pad({7, 9}, {0, 0}, {0, 0}, mode, "i16");
    pad({2, 5, 6, 3}, {0, 1, 1, 0}, {0, 2, 1, 0}, mode, "ui8"); // rows of pixels
    pad({}, {}, {}, mode, "f32");
    for (const std::string& type : kTypes)
      pad({5, 19}, {2, 3}, {1, 18}, mode, type);
  }
  for (const char* value : {"-1.0", "0x7FF0000000000000", "0xFFF0000000000000"})
    pad({3, 5}, {1, 1}, {1, 1}, "constant", "f32", value);
  for (const char* value : {"-1.5", "300.0", "1.0e30", "0x7FF8000000000000"})
    for (const char* type : {"i1", "i8", "ui8", "i32", "i64"})
      pad({3, 5}, {1, 1}, {1, 1}, "constant", type, value);
  expectExact(batch);
}

TEST(Copy, Concat) {
  Batch batch;
  auto concat = [&](const std::vector<Shape>& shapes, size_t dim, const std::string& type = "f32") {
    Shape result = shapes[0];
    result[dim] = 0;
    std::string operands, types;
    for (const Shape& shape : shapes) {
      operands += (operands.empty() ? "" : ", ") + batch.argument(shape, type);
      types += (types.empty() ? "" : ", ") + tensorType(shape, type);
      result[dim] += shape[dim];
    }
    std::string to = tensorType(result, type);
    batch.result(batch.op("aic.concat " + operands + " {dim = " + std::to_string(dim) + " : i64} : (" +
                          types + ") -> " + to),
                 to, "concat " + std::to_string(dim) + to);
  };
  concat({{5}, {7}, {1}}, 0);
  concat({{3, 4, 5}, {1, 4, 5}}, 0);
  concat({{3, 4, 5}, {3, 17, 5}, {3, 1, 5}}, 1);
  concat({{3, 4, 5}, {3, 4, 33}}, 2);
  concat({{2, 3, 4, 5}, {2, 6, 4, 5}}, 1);
  concat({{2, 8, 9, 16}, {2, 8, 9, 3}}, 3);
  concat({{2, 3}}, 0);
  concat({{2, 0, 3}, {2, 4, 3}}, 1);
  for (const std::string& type : kTypes)
    concat({{3, 7}, {3, 18}}, 1, type);
  std::string x = batch.argument({3, 7}), to = tensorType({3, 21}),
              own = tensorType({3, 7}); // one value three times
  batch.result(batch.op("aic.concat " + x + ", " + x + ", " + x + " {dim = 1 : i64} : (" + own + ", " + own +
                        ", " + own + ") -> " + to),
               to, "concat of one value");
  expectExact(batch);
}

TEST(Copy, ExpandAndReshape) {
  Batch batch;
  auto expand = [&](const Shape& from, const Shape& to, const std::string& type = "f32") {
    std::string x = batch.argument(from, type), result = tensorType(to, type);
    batch.result(batch.op("aic.expand " + x + " : (" + tensorType(from, type) + ") -> " + result), result,
                 "expand " + result);
  };
  expand({}, {37});
  expand({1}, {5, 7});
  expand({17}, {3, 17});
  expand({3, 1}, {3, 33});
  expand({2, 1, 4, 1}, {2, 3, 4, 5});
  expand({1, 3, 1, 5}, {2, 3, 4, 5});
  expand({3, 1, 1}, {2, 3, 4, 5});
  expand({2, 3}, {2, 3});
  for (const std::string& type : kTypes)
    expand({5, 1}, {5, 19}, type);
  std::string x = batch.argument({4, 6}), flat = tensorType({24}), back = tensorType({2, 3, 4});
  std::string one = batch.op("aic.reshape " + x + " : (" + tensorType({4, 6}) + ") -> " + flat);
  std::string two = batch.op("aic.relu " + one + " : " + flat);
  std::string three = batch.op("aic.reshape " + two + " : (" + flat + ") -> " + back);
  batch.result(one, flat, "reshape of an argument");
  batch.result(three, back, "reshape of a result");
  batch.result(two, flat, "the same, not reshaped");
  batch.result(x, tensorType({4, 6}), "an argument");
  std::string constant = batch.weight({3, 5});
  batch.result(constant, tensorType({3, 5}), "a constant");
  batch.result(constant, tensorType({3, 5}), "a constant, again");
  expectExact(batch);
}

// Kernels of an aic.fused as nobody's pass makes them today: copies with an epilogue.
// What follows reads nothing but the transposed elements, and tensors that lie as these do: in squares of
// registers, also where rows are as short as a window, and woven together, too.
TEST(Copy, EpiloguesThatReadTheSamePlaces) {
  Batch batch;
  struct Turn {
    Shape shape, perm;
  };
  for (const char* type : {"f32", "bf16", "f64", "i16"})
    for (const auto& [shape, perm] : std::vector<Turn>{{{1, 3, 5, 7}, {0, 2, 3, 1}},
                                                       {{1, 37, 9, 10}, {0, 2, 3, 1}},
                                                       {{2, 16, 1, 33}, {0, 2, 3, 1}},
                                                       {{1, 48, 20, 41}, {0, 2, 3, 1}},
                                                       {{5, 3, 3, 40}, {0, 3, 1, 2}},
                                                       {{3, 2, 2, 17}, {0, 3, 1, 2}}}) {
      Shape result;
      for (int64_t axis : perm)
        result.push_back(shape[size_t(axis)]);
      std::string x = batch.argument(shape, type), to = tensorType(result, type);
      std::string turned = batch.op("aic.transpose " + x + " {perm = " + array(perm) + "} : (" +
                                    tensorType(shape, type) + ") -> " + to);
      std::string number = std::string(type) == "i16" ? "50" : "50.0";
      std::string limit = batch.scalar(number, type);
      std::string least = batch.op("aic.maximum " + turned + ", " + limit + " : (" + to + ", " +
                                   tensorType({}, type) + ") -> " + to);
      batch.result(least, to, "maximum of transposed " + to);
      std::string other =
          batch.op("aic.transpose " + batch.argument(shape, type) + " {perm = " + array(perm) + "} : (" +
                   tensorType(shape, type) + ") -> " + to);
      batch.result(batch.op("aic.minimum " + other + ", " + batch.argument(result, type) + " : (" + to +
                            ", " + to + ") -> " + to),
                   to, "minimum of transposed and another " + to);
      std::string cast = tensorType(result, "f32");
      if (std::string(type) == "bf16")
        batch.result(batch.op("aic.cast " + least + " : (" + to + ") -> " + cast), cast, "cast of " + to);
    }
  expectExact(batch, true);
}

TEST(Copy, Epilogues) {
  HarnessOptions options;
  options.fuse = false;
  for (const char* root :
       {"aic.transpose %a {perm = array<i64: 1, 0>} : (tensor<17x6xf32>) -> tensor<6x17xf32>",
        "aic.concat %b, %c {dim = 0 : i64} : (tensor<2x17xf32>, tensor<4x17xf32>) -> tensor<6x17xf32>",
        "aic.pad %b {low = array<i64: 1, 0>, high = array<i64: 3, 0>, value = 2.0 : f64} : "
        "(tensor<2x17xf32>) -> tensor<6x17xf32>",
        "aic.slice %a {offsets = array<i64: 16, 0>, sizes = array<i64: 6, 6>, strides = array<i64: -3, 1>} : "
        "(tensor<17x6xf32>) -> tensor<6x6xf32>",
        "aic.expand %d : (tensor<17xf32>) -> tensor<6x17xf32>"}) {
    std::string type =
        std::string(root).find("slice") != std::string::npos ? "tensor<6x6xf32>" : "tensor<6x17xf32>";
    std::string all =
        "%a: tensor<17x6xf32>, %b: tensor<2x17xf32>, %c: tensor<4x17xf32>, %d: tensor<17xf32>, %r: " + type +
        ", %s: tensor<6x1xf32>";
    std::string types =
        "tensor<17x6xf32>, tensor<2x17xf32>, tensor<4x17xf32>, tensor<17xf32>, " + type + ", tensor<6x1xf32>";
    std::string outer =
        "%v: tensor<17x6xf32>, %w: tensor<2x17xf32>, %x: tensor<4x17xf32>, %y: tensor<17xf32>, %z: " + type +
        ", %u: tensor<6x1xf32>";
    std::string text = "func.func @f(" + outer + ") -> (" + type + ", " + type +
                       ") {\n%0:2 = aic.fused(%v, %w, %x, %y, %z, %u) : (" + types + ") -> (" + type + ", " +
                       type + ") {\n^bb0(" + all + "):\n%1 = " + root + "\n%2 = aic.add %1, %r : (" + type +
                       ", " + type + ") -> " + type + "\n%3 = aic.mul %2, %s : (" + type +
                       ", tensor<6x1xf32>) -> " + type + "\naic.yield %2, %3 : " + type + ", " + type +
                       "\n}\nreturn %0#0, %0#1 : " + type + ", " + type + "\n}\n";
    options.smallestScale = 1;
    Comparison c = runAndCompare(text, options);
    EXPECT_EQ(c.message, "") << root;
    EXPECT_LE(c.error, 2e-7) << root; // a sum and a product
    EXPECT_EQ(c.dispatches, 1);
  }
}

// No element at all: every family computes nothing, or what a sum of nothing is.
// Elementwise operations that read an argument through several views: halves, rows backwards, and turned so
// that neighbours are far apart; with a whole operand and one that broadcasts.
TEST(Copy, SeveralViewsInOneKernel) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"})
    for (int64_t half : {1, 5, 16, 33}) {
      std::string x = tensorType({2, 3, 2 * half}), h = tensorType({2, 3, half}),
                  t = tensorType({half, 3, 2}), w = tensorType({half});
      auto slice = [&](int64_t row, int64_t first, int64_t step) {
        return "aic.slice %a {offsets = " + array({0, row, first}) + ", sizes = " + array({2, 3, half}) +
               ", strides = " + array({1, step, 1}) + "} : (" + x + ") -> " + h + "\n";
      };
      std::string text = "func.func @f(%x: " + x + ", %t: " + t + ", %w: " + w + ", %h: " + h + ") -> " + h +
                         " {\n  %r = aic.fused(%x, %t, %w, %h) : (" + x + ", " + t + ", " + w + ", " + h +
                         ") -> " + h + " {\n^bb0(%a: " + x + ", %b: " + t + ", %c: " + w + ", %d: " + h +
                         "):\n  %0 = " + slice(0, 0, 1) + "  %1 = " + slice(2, half, -1) +
                         "  %2 = aic.transpose %b {perm = " + array({2, 1, 0}) + "} : (" + t + ") -> " + h +
                         "\n  %3 = aic.sigmoid %1 : " + h + "\n";
      std::string before = "%3";
      int next = 4;
      for (auto [operand, type] :
           {std::pair("%0", h), std::pair("%2", h), std::pair("%c", w), std::pair("%d", h)}) {
        std::string own = "%" + std::to_string(next);
        text += "  " + own + " = aic." + (next++ % 2 ? "add " : "mul ") + before + ", " + operand + " : (" +
                h + ", " + type + ") -> " + h + "\n";
        before = own;
      }
      text += "  aic.yield " + before + " : " + h + "\n}\n  return %r : " + h + "\n}\n";
      HarnessOptions options;
      options.targetCpu = cpu;
      options.smallestScale = 1;
      Comparison c = runAndCompare(text, options);
      EXPECT_EQ(c.message, "") << text;
      EXPECT_EQ(c.dispatches, 1);
      EXPECT_LE(c.error, 2e-6) << cpu << " " << half;
    }
}

// The two of each pair change places: alone, with operands that are whole along the pairs, and with one for
// each pair.
TEST(Copy, PairsChangePlaces) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"}) {
    Batch batch;
    for (int64_t pairs : {1, 4, 9, 40}) {
      Shape shape{2, 3, pairs, 2};
      std::string type = tensorType(shape);
      std::string flipped = "aic.slice " + batch.argument(shape) + " {offsets = " + array({0, 0, 0, 1}) +
                            ", sizes = " + array(shape) + ", strides = " + array({1, 1, 1, -1}) + "} : (" +
                            type + ") -> " + type;
      batch.result(batch.op(flipped), type, "pairs alone");
      for (const Shape& other :
           std::vector<Shape>{{3, pairs, 2}, {pairs, 2}, {2, 3, pairs, 2}, {pairs, 1}, {2}}) {
        std::string swapped = batch.op(flipped), factor = batch.argument(other);
        batch.result(batch.op("aic.mul " + swapped + ", " + factor + " : (" + type + ", " +
                              tensorType(other) + ") -> " + type),
                     type, "pairs times " + tensorType(other));
      }
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    batch.expectClose(1e-7, options);
  }
}

TEST(Empty, Tensors) {
  Batch batch;
  auto op = [&](const std::string& text, const std::string& type) {
    batch.result(batch.op(text), type, text);
  };
  auto unaryOp = [&](const std::string& name, const Shape& from, const Shape& to,
                     const std::string& attributes = "") {
    op("aic." + name + " " + batch.argument(from) + (attributes.empty() ? "" : " {" + attributes + "}") +
           " : (" + tensorType(from) + ") -> " + tensorType(to),
       tensorType(to));
  };
  for (const Shape& shape : std::vector<Shape>{{0}, {3, 0}, {0, 3}, {0, 0}, {2, 0, 4}}) {
    std::string type = tensorType(shape);
    op("aic.exp " + batch.argument(shape) + " : " + type, type);
    op("aic.add " + batch.argument(shape) + ", " + batch.argument({1}) + " : (" + type +
           ", tensor<1xf32>) -> " + type,
       type);
    op("aic.add " + batch.argument(shape) + ", " + batch.scalar("2.0") + " : (" + type +
           ", tensor<f32>) -> " + type,
       type);
    for (size_t dim = 0; dim < shape.size(); ++dim) {
      unaryOp("softmax", shape, shape, "dim = " + std::to_string(dim) + " : i64");
      Shape rest = shape;
      rest.erase(rest.begin() + dim);
      unaryOp("sum", shape, rest, "dims = " + array({int64_t(dim)}));
      unaryOp("prod", shape, rest, "dims = " + array({int64_t(dim)}));
    }
  }
  unaryOp("sum", {0, 3}, {}, "dims = array<i64: 0, 1>");
  unaryOp("transpose", {3, 0}, {0, 3}, "perm = array<i64: 1, 0>");
  unaryOp("slice", {3, 5}, {0, 5},
          "offsets = array<i64: 1, 0>, sizes = array<i64: 0, 5>, strides = array<i64: 1, 1>");
  unaryOp("slice", {3, 5}, {3, 0},
          "offsets = array<i64: 0, 5>, sizes = array<i64: 3, 0>, strides = array<i64: 1, 1>");
  unaryOp("pad", {0, 3}, {2, 4}, "low = array<i64: 1, 0>, high = array<i64: 1, 1>, value = 2.0 : f64");
  unaryOp("pad", {3, 0}, {3, 2}, "low = array<i64: 0, 1>, high = array<i64: 0, 1>, value = 2.0 : f64");
  unaryOp("expand", {1, 0}, {4, 0});
  unaryOp("reshape", {0, 3}, {3, 0});
  op("aic.concat " + batch.argument({0, 3}) + ", " + batch.argument({2, 3}) +
         " {dim = 0 : i64} : (tensor<0x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>",
     "tensor<2x3xf32>");
  op("aic.concat " + batch.argument({0, 3}) + ", " + batch.argument({0, 2}) +
         " {dim = 1 : i64} : (tensor<0x3xf32>, tensor<0x2xf32>) -> tensor<0x5xf32>",
     "tensor<0x5xf32>");
  unaryOp("max_pool2d", {0, 3, 4, 4}, {0, 3, 2, 2}, "kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>");
  unaryOp("avg_pool2d", {2, 0, 4, 4}, {2, 0, 2, 2}, "kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>");
  unaryOp("adaptive_avg_pool2d", {0, 3, 4, 4}, {0, 3, 2, 2}, "output_size = array<i64: 2, 2>");
  HarnessOptions options;
  options.moreThreads = {3};
  batch.expectClose(0, options);
  options.fuse = false;
  batch.expectClose(0, options);
}

TEST(Empty, Contractions) {
  Batch batch;
  auto matmul = [&](const Shape& a, const Shape& b, const Shape& y, bool constant) {
    std::string x = batch.argument(a), w = constant ? batch.weight(b) : batch.argument(b),
                type = tensorType(y);
    std::string text =
        "aic.matmul " + x + ", " + w + " : (" + tensorType(a) + ", " + tensorType(b) + ") -> " + type;
    batch.result(batch.op(text), type, text);
  };
  auto linear = [&](const Shape& x, const Shape& w, const Shape& y, bool bias) {
    std::string text = "aic.linear " + batch.argument(x) + ", " + batch.weight(w) +
                       (bias ? ", " + batch.weight({w[0]}) : "") + " : (" + tensorType(x) + ", " +
                       tensorType(w) + (bias ? ", " + tensorType({w[0]}) : "") + ") -> " + tensorType(y);
    batch.result(batch.op(text), tensorType(y), text);
  };
  for (bool constant : {false, true}) {
    matmul({0, 3}, {3, 5}, {0, 5}, constant);
    matmul({4, 0}, {0, 5}, {4, 5}, constant);
    matmul({4, 3}, {3, 0}, {4, 0}, constant);
    matmul({0, 4, 3}, {3, 5}, {0, 4, 5}, constant);
    matmul({0, 4, 3}, {0, 3, 5}, {0, 4, 5}, constant);
    matmul({2, 4, 0}, {2, 0, 5}, {2, 4, 5}, constant);
  }
  for (bool bias : {false, true}) {
    linear({4, 0}, {5, 0}, {4, 5}, bias);
    linear({0, 3}, {5, 3}, {0, 5}, bias);
    linear({4, 3}, {0, 3}, {4, 0}, bias);
  }
  auto conv = [&](const Shape& x, const Shape& w, const Shape& y, int64_t groups) {
    std::string text = "aic.conv2d " + batch.argument(x) + ", " + batch.weight(w) +
                       " {groups = " + std::to_string(groups) + " : i64} : (" + tensorType(x) + ", " +
                       tensorType(w) + ") -> " + tensorType(y);
    batch.result(batch.op(text), tensorType(y), text);
  };
  conv({0, 3, 5, 5}, {4, 3, 3, 3}, {0, 4, 3, 3}, 1);
  conv({2, 3, 5, 5}, {0, 3, 3, 3}, {2, 0, 3, 3}, 1);
  conv({2, 0, 5, 5}, {4, 0, 3, 3}, {2, 4, 3, 3}, 1);
  conv({0, 4, 5, 5}, {4, 1, 3, 3}, {0, 4, 3, 3}, 4);
  batch.expectClose(0);
  HarnessOptions options;
  options.fuse = false;
  batch.expectClose(0, options);
}

// Weights that are no constants.
TEST(RuntimeWeights, LinearIsAMatrixProduct) {
  for (bool fuse : {true, false}) {
    HarnessOptions options;
    options.fuse = fuse;
    options.smallestScale = 1;
    Comparison c = runAndCompare(R"(
func.func @f(%x: tensor<5x7xf32>, %w: tensor<9x7xf32>, %b: tensor<9xf32>) -> (tensor<5x9xf32>, tensor<5x9xf32>) {
  %v = aic.tanh %w : tensor<9x7xf32>
  %0 = aic.linear %x, %v, %b : (tensor<5x7xf32>, tensor<9x7xf32>, tensor<9xf32>) -> tensor<5x9xf32>
  %1 = aic.relu %0 : tensor<5x9xf32>
  %2 = aic.linear %x, %w : (tensor<5x7xf32>, tensor<9x7xf32>) -> tensor<5x9xf32>
  return %1, %2 : tensor<5x9xf32>, tensor<5x9xf32>
})",
                                 options);
    EXPECT_EQ(c.message, "");
    EXPECT_LE(c.error, 1e-6);
  }
}

} // namespace
} // namespace aic::test

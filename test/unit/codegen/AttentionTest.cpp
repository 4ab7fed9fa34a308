// Attention over odd shapes, masks of every kind, causality, blocks of keys, views and CPUs.
#include "Harness.h"
#include "compiler/codegen/cpu/AttentionTiling.h"

#include <cmath>

namespace aic::test {
namespace {

struct Case {
  Shape leading;
  int64_t queries, keys, width, valueWidth;
  Shape mask = {};
  std::string element = ""; // of the mask: f32, i1, or i32 for spans; "" is no mask
  bool causal = false;
  double scale = 0; // 0: 1 / sqrt(width)
  bool guarded = false;
};

Shape with(Shape leading, int64_t rows, int64_t columns) {
  leading.insert(leading.end(), {rows, columns});
  return leading;
}

std::string label(const Case& c) {
  return tensorType(with(c.leading, c.queries, c.width)) + " x " + std::to_string(c.keys) + " x " +
         std::to_string(c.valueWidth) + (c.element.empty() ? "" : " mask " + tensorType(c.mask, c.element)) +
         (c.causal ? " causal" : "") + (c.guarded ? " guarded" : "");
}

std::string attributes(const Case& c) {
  double scale = c.scale != 0 ? c.scale : 1 / std::sqrt(double(c.width));
  char number[40];
  std::snprintf(number, sizeof number, "%.17e", scale);
  return std::string(" {causal = ") + (c.causal ? "true" : "false") + ", scale = " + number + " : f64" +
         (c.element == "i32" ? ", aic.spans" : "") + (c.guarded ? ", aic.guarded" : "") + "}";
}

void attention(Batch& batch, const Case& c) {
  Shape q = with(c.leading, c.queries, c.width), k = with(c.leading, c.keys, c.width),
        v = with(c.leading, c.keys, c.valueWidth), out = with(c.leading, c.queries, c.valueWidth);
  std::string text =
      "aic.attention " + batch.argument(q) + ", " + batch.argument(k) + ", " + batch.argument(v);
  std::string types = tensorType(q) + ", " + tensorType(k) + ", " + tensorType(v);
  if (!c.element.empty()) {
    text += " mask " + batch.argument(c.mask, c.element);
    types += ", " + tensorType(c.mask, c.element);
  }
  batch.result(batch.op(text + attributes(c) + " : (" + types + ") -> " + tensorType(out)), tensorType(out),
               label(c));
}

const std::vector<Case> kShapes = {{{}, 1, 1, 1, 1},       {{}, 5, 7, 3, 2},      {{2}, 16, 16, 16, 16},
                                   {{2, 3}, 17, 15, 5, 9}, {{3}, 33, 31, 17, 33}, {{1, 2}, 6, 100, 40, 64},
                                   {{2}, 64, 64, 64, 64},  {{}, 1, 37, 8, 8},     {{}, 100, 1, 6, 7},
                                   {{}, 40, 29, 64, 100},  {{}, 31, 14, 65, 31},  {{2}, 15, 13, 7, 48}};

TEST(Attention, ShapesAndCpus) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (Case c : kShapes)
      for (bool causal : {false, true}) {
        c.causal = causal;
        attention(batch, c);
      }
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.low = -2, options.high = 2;
    batch.expectClose(2e-6, options);
  }
}

// A mask of every way to broadcast, added or of bools, with and without causality.
TEST(Attention, Masks) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    for (const Shape& mask : std::vector<Shape>{{2, 3, 21, 35},
                                                {21, 35},
                                                {35},
                                                {1, 1, 1, 35},
                                                {2, 1, 1, 35},
                                                {2, 1, 21, 35},
                                                {3, 1, 1},
                                                {21, 1},
                                                {1},
                                                {},
                                                {1, 3, 21, 1}})
      for (const char* element : {"f32", "i1"})
        attention(batch, {{2, 3}, 21, 35, 20, 12, mask, element, mask.size() % 2 == 1});
    HarnessOptions options;
    options.targetCpu = cpu;
    options.smallestScale = 1; // means of many values are near 0
    // Floats of the mask are small; of its bools two in three are true, and the first of each line.
    options.input = [](size_t index, int64_t i) {
      return index % 4 < 3               ? std::sin(double(i * 7 + int64_t(index))) * 2
             : i % 35 == 0 || i % 3 != 1 ? 1.0
                                         : 0.0;
    };
    batch.expectClose(3e-6, options);
  }
}

// More keys than one block holds, and wider heads than one.
TEST(Attention, ManyKeys) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    attention(batch, {{2}, 40, 700, 16, 24});
    attention(batch, {{2}, 300, 1030, 8, 8, {}, "", true});
    attention(batch, {{}, 37, 613, 20, 300});
    attention(batch, {{}, 37, 613, 20, 270, {37, 613}, "f32", true});
    attention(batch, {{}, 37, 613, 20, 12, {613}, "i1"});
    attention(batch, {{}, 19, 45, 300, 10});
    attention(batch, {{}, 19, 45, 530, 10, {19, 45}, "i1", true});
    attention(batch, {{}, 19, 800, 270, 290, {800}, "f32"});
    HarnessOptions options;
    options.targetCpu = cpu;
    options.input = [](size_t index, int64_t i) {
      return std::sin(double(i * 13 + int64_t(index * 5)) + 0.1 * double(i));
    };
    options.smallestScale = 1;
    options.moreThreads = {3};
    batch.expectClose(5e-6, options);
  }
}

// Rows that see nothing are NaN, others are not touched by what they do not see; a NaN or an infinity spreads
// as in PyTorch; large scores do not overflow.
TEST(Attention, Extremes) {
  for (int64_t keys : {20, 600}) {
    Batch batch;
    attention(batch, {{2}, 18, keys, 8, 8, {18, keys}, "f32"});
    attention(batch, {{2}, 18, keys, 8, 8, {keys}, "f32"});
    HarnessOptions options;
    options.smallestScale = 1;
    options.input = [keys](size_t index, int64_t i) {
      if (index % 4 == 3) { // the mask: query 3 sees nothing, query 4 only its last key, nobody key 5
        int64_t query = i / keys, key = i % keys;
        return query == 3 || (query == 4 && key != keys - 1) || key == 5 ? -INFINITY : 0.0;
      }
      double x = std::cos(double(i) * 0.7 + double(index));
      if (index % 4 == 0 && i == 8 * 7 + 2)
        return double(NAN);
      return index % 4 == 0 && i / 8 == 9 ? x * 1e18 : index % 4 == 1 ? x * 100 : x;
    };
    batch.expectClose(1e-5, options);
    options.threads = 2;
    batch.expectClose(1e-5, options);
  }
}

// A mask of bools that are all false for a query, in one block of keys and in several.
TEST(Attention, NothingSeen) {
  for (int64_t keys : {9, 700}) {
    Batch batch;
    attention(batch, {{}, 20, keys, 4, 5, {20, keys}, "i1"});
    HarnessOptions options;
    options.input = [keys](size_t index, int64_t i) {
      return index == 3 ? double(i / keys % 3 != 1) : std::sin(double(i));
    };
    options.smallestScale = 1;
    batch.expectClose(2e-6, options);
  }
}

// A row that sees nothing, or whose scores are NaN, is 0 where a guard says so; others do not notice it.
TEST(Attention, Guarded) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"})
    for (int64_t keys : {9, 700}) {
      Batch batch;
      for (int64_t queries : {20, 3}) // 3: few of them
        attention(batch, {{}, queries, keys, 4, 5, {queries, keys}, "i1", false, 0, true});
      HarnessOptions options;
      options.targetCpu = cpu;
      options.input = [keys](size_t index, int64_t i) {
        return index % 4 == 3             ? double(i / keys % 3 != 1)
               : index % 4 == 0 && i == 8 ? double(NAN) // of query 2
                                          : std::sin(double(i));
      };
      options.smallestScale = 1;
      batch.expectClose(2e-6, options);
      Comparison found = runAndCompare(batch.text(), options);
      for (const reference::Tensor& result : found.found)
        for (int64_t i = 5; i < 15; ++i)
          EXPECT_EQ(result.f[size_t(i)], 0);
    }
}

// Each query sees a run of keys: a band, one of them all, one none, one bounds beyond the keys; in one block
// and in several.
TEST(Attention, Spans) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"}) {
    Batch batch;
    const int64_t sizes[][2] = {{40, 40}, {37, 300}, {100, 700}, {70, 9}, {6, 33}, {3, 5000}, {1, 12}};
    for (auto [queries, keys] : sizes)
      attention(batch, {{2}, queries, keys, 8, 12, {2, queries}, "i32", false, 0, queries % 2 == 0});
    HarnessOptions options;
    options.targetCpu = cpu;
    options.input = [&](size_t index, int64_t i) -> double {
      if (index % 4 != 3)
        return std::sin(double(i * 7 + int64_t(index))) * 2;
      auto [queries, keys] = sizes[index / 4];
      int64_t query = i % queries, middle = query * keys / queries;
      if (query == 5)
        return i < queries ? -3 : double(keys + 9);
      if (query % 16 == 2)
        return 4; // nothing
      return double(i < queries ? middle - 6 : std::min(middle + query % 5 + 1, keys));
    };
    options.smallestScale = 1;
    options.moreThreads = {3};
    batch.expectClose(3e-6, options);
  }
}

TEST(Attention, Epilogue) {
  Batch batch;
  std::string type = tensorType({2, 3, 19, 20}), other = tensorType({19, 20});
  std::string q = batch.argument({2, 3, 19, 20}), k = batch.argument({2, 3, 19, 20}),
              v = batch.argument({2, 3, 19, 20}), r = batch.argument({19, 20});
  std::string value = batch.op("aic.attention " + q + ", " + k + ", " + v + " {scale = 0.5 : f64} : (" +
                               type + ", " + type + ", " + type + ") -> " + type);
  batch.result(batch.op("aic.add " + value + ", " + r + " : (" + type + ", " + other + ") -> " + type), type,
               "attention + r");
  HarnessOptions options;
  options.smallestScale = 1;
  batch.expectClose(2e-6, options);
}

// q, k and v out of one tensor [N, S, 3, H, D], the result [N, S, H * D], as a kernel reads and writes them
// without a copy; and the same with k transposed twice, and one head of k and v for all.
std::string throughViews(int64_t n, int64_t s, int64_t h, int64_t d, const std::string& maskType,
                         bool causal) {
  std::string qkv = tensorType({n, s, 3 * h * d}), five = tensorType({n, s, 3, h, d}),
              one = tensorType({n, s, 1, h, d}), four = tensorType({n, s, h, d}),
              heads = tensorType({n, h, s, d}), out = tensorType({n, s, h * d});
  std::string text = "func.func @f(%x: " + qkv + (maskType.empty() ? "" : ", %m: " + maskType) + ") -> " +
                     out + " {\n  %r = aic.fused(%x" + (maskType.empty() ? "" : ", %m") + ") : (" + qkv +
                     (maskType.empty() ? "" : ", " + maskType) + ") -> " + out + " {\n^bb0(%a: " + qkv +
                     (maskType.empty() ? "" : ", %mask: " + maskType) + "):\n  %0 = aic.reshape %a : (" +
                     qkv + ") -> " + five + "\n";
  for (int i = 0; i < 3; ++i) {
    std::string name = std::string(1, "qkv"[i]);
    text += "  %" + name + "0 = aic.slice %0 {offsets = " + array({0, 0, i, 0, 0}) +
            ", sizes = " + array({n, s, 1, h, d}) + ", strides = " + array({1, 1, 1, 1, 1}) + "} : (" + five +
            ") -> " + one + "\n  %" + name + "1 = aic.reshape %" + name + "0 : (" + one + ") -> " + four +
            "\n  %" + name + " = aic.transpose %" + name + "1 {perm = " + array({0, 2, 1, 3}) + "} : (" +
            four + ") -> " + heads + "\n";
  }
  text += "  %y = aic.attention %q, %k, %v " + std::string(maskType.empty() ? "" : "mask %mask ") +
          "{causal = " + (causal ? "true" : "false") + ", scale = 0.3 : f64} : (" + heads + ", " + heads +
          ", " + heads + (maskType.empty() ? "" : ", " + maskType) + ") -> " + heads +
          "\n  %z = aic.transpose %y {perm = " + array({0, 2, 1, 3}) + "} : (" + heads + ") -> " + four +
          "\n  %w = aic.reshape %z : (" + four + ") -> " + out + "\n  aic.yield %w : " + out +
          "\n}\n  return %r : " + out + "\n}\n";
  return text;
}

TEST(Attention, ThroughViews) {
  for (const char* cpu : {"native", "x86-64-v3"})
    for (bool causal : {false, true})
      for (const Shape& shape :
           std::vector<Shape>{{2, 3, 4, 17}, {2, 19, 3, 8}, {1, 40, 2, 17}, {2, 600, 1, 5}, {1, 16, 12, 64}})
        for (const char* mask : {"", "2d", "padding"}) {
          HarnessOptions options;
          options.smallestScale = 1;
          options.targetCpu = cpu;
          std::string type = *mask == 0     ? ""
                             : *mask == '2' ? tensorType({shape[1], shape[1]})
                                            : tensorType({shape[0], 1, 1, shape[1]});
          Comparison c =
              runAndCompare(throughViews(shape[0], shape[1], shape[2], shape[3], type, causal), options);
          EXPECT_EQ(c.message, "") << cpu << " " << tensorType(shape) << mask << causal;
          EXPECT_EQ(c.dispatches, 1);
          EXPECT_LE(c.error, 3e-6) << cpu << " " << tensorType(shape) << mask << causal;
        }
}

// A number of (-1, 1) that knows nothing of its neighbours.
double scattered(uint64_t x) {
  x = (x + 1) * 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9u;
  return double((x ^ (x >> 32)) >> 11) * 0x1p-52 - 1;
}

// Attention over the first `length` keys; what k, v and mask hold behind them is NaN or infinite.
struct Lengths {
  Batch batch;
  std::vector<std::function<double(int64_t)>> arguments;

  std::string argument(const Shape& shape, const std::string& element, std::function<double(int64_t)> value) {
    arguments.push_back(std::move(value));
    return batch.argument(shape, element);
  }

  void add(const Case& c, int64_t length, const std::string& element = "f32",
           const std::string& kind = "i64") {
    auto matrix = [&](int64_t rows, int64_t columns, bool ofKeys) {
      size_t number = arguments.size();
      return argument(with(c.leading, rows, columns), element, [=](int64_t i) {
        if (ofKeys && i / columns % rows >= length)
          return i % 2 ? double(NAN) : double(INFINITY);
        return 2 * scattered(uint64_t(i) + (number << 32));
      });
    };
    std::string text = "aic.attention " + matrix(c.queries, c.width, false) + ", " +
                       matrix(c.keys, c.width, true) + ", " + matrix(c.keys, c.valueWidth, true);
    std::string types = tensorType(with(c.leading, c.queries, c.width), element) + ", " +
                        tensorType(with(c.leading, c.keys, c.width), element) + ", " +
                        tensorType(with(c.leading, c.keys, c.valueWidth), element);
    if (!c.element.empty()) {
      bool bools = c.element == "i1", perKey = !c.mask.empty() && c.mask.back() == c.keys;
      text += " mask " + argument(c.mask, c.element, [=, keys = c.keys](int64_t i) {
                if (perKey && i % keys >= length)
                  return bools ? double(i % 2) : double(NAN);
                return bools ? double(i % keys == 0 || i % 3 != 1) : std::cos(double(i));
              });
      types += ", " + tensorType(c.mask, c.element);
    }
    text += " length " + argument({}, kind, [=](int64_t) { return double(length); });
    std::string out = tensorType(with(c.leading, c.queries, c.valueWidth), element);
    batch.result(batch.op(text + attributes(c) + " : (" + types + ", tensor<" + kind + ">) -> " + out), out,
                 label(c) + " length " + std::to_string(length));
  }

  HarnessOptions options(const char* cpu) const {
    HarnessOptions options;
    options.targetCpu = cpu;
    options.smallestScale = 1;
    options.input = [this](size_t index, int64_t i) { return arguments[index](i); };
    return options;
  }
};

TEST(Attention, Length) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Lengths lengths;
    for (Case c : kShapes)
      for (bool causal : {false, true}) {
        c.causal = causal;
        if (causal && c.queries > c.keys)
          continue;
        int64_t least = causal ? c.queries : 1;
        for (int64_t length : {least, (least + c.keys) / 2, c.keys})
          lengths.add(c, length);
      }
    lengths.batch.expectClose(2e-6, lengths.options(cpu));
  }
}

// Every number of keys that a tile, a vector and a block of keys may leave.
TEST(Attention, EveryLength) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Lengths lengths;
    for (int64_t queries : {1, 3, 19})
      for (bool causal : {false, true})
        for (int64_t length = causal ? queries : 1; length <= 67; ++length)
          lengths.add({{}, queries, 67, 5, 9, {}, "", causal}, length);
    lengths.batch.expectClose(2e-6, lengths.options(cpu));
  }
}

// Keys that the kernel of these queries and keys takes at once.
int64_t keysPerBlock(const char* cpu, const Case& c) {
  codegen::Attention a;
  a.queries = c.queries, a.keys = c.keys, a.width = c.width, a.valueWidth = c.valueWidth;
  a.k.column = 1;
  return codegen::chooseAttentionTiling(a, llvm::cantFail(codegen::resolveTarget(cpu))).keysPerBlock;
}

// Lengths in and between the blocks of keys, with queries of one block and of several.
TEST(Attention, LengthOfManyKeys) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Lengths lengths;
    for (int64_t queries : {1, 4, 40})
      for (bool causal : {false, true}) {
        Case c{{2}, queries, 1030, 8, 24, {}, "", causal};
        int64_t block = keysPerBlock(cpu, c);
        if (queries == 40)
          ASSERT_LT(block, 700);
        for (int64_t length :
             {queries, queries + 1, block - 1, block, block + 1, 2 * block - 7, c.keys - 1, c.keys})
          if (length <= c.keys)
            lengths.add(c, length);
      }
    for (int64_t length : {37, 163, 320, 612, 613}) {
      lengths.add({{}, 37, 613, 20, 300}, length);
      lengths.add({{}, 1, 613, 20, 270, {613}, "f32", true}, length);
      lengths.add({{}, 37, 613, 20, 270, {37, 613}, "f32", true}, length);
      lengths.add({{}, 37, 613, 20, 12, {613}, "i1"}, length);
      lengths.add({{}, 19, 613, 270, 290, {613}, "f32"}, length);
      lengths.add({{}, 2, 613, 530, 10, {2, 613}, "i1", true}, length);
    }
    HarnessOptions options = lengths.options(cpu);
    options.moreThreads = {3};
    lengths.batch.expectClose(5e-6, options);
  }
}

// Queries that have a kernel of their own: in one block of keys and in several, of all widths; what it sees
// is turned or repeated.
TEST(Attention, FewQueries) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Lengths lengths;
    for (int64_t queries : {1, 3, 8}) {
      Case c{{2}, queries, 9000, 5, 19};
      int64_t block = keysPerBlock(cpu, c);
      ASSERT_LT(block, c.keys);
      for (bool causal : {false, true})
        for (int64_t length : {queries, block - 1, block, block + 1, 2 * block + 3, c.keys}) {
          c.causal = causal;
          lengths.add(c, length);
        }
    }
    for (int64_t length : {4, 700, 8999}) {
      lengths.add({{}, 2, 9000, 20, 300}, length);
      lengths.add({{}, 2, 9000, 3, 4, {2, 9000}, "f32", true}, length);
      lengths.add({{}, 1, 9000, 3, 4, {9000}, "i1"}, length);
    }
    Batch& batch = lengths.batch;
    auto argument = [&](const Shape& shape, const std::string& element = "f32") {
      return lengths.argument(shape, element, [](int64_t i) { return scattered(uint64_t(i)) + 0.25; });
    };
    auto turned = [&](const Shape& from, const Shape& to) {
      return batch.op("aic.transpose " + argument(from) + " {perm = array<i64: 1, 0>} : (" +
                      tensorType(from) + ") -> " + tensorType(to));
    };
    for (int64_t queries : {1, 2, 3, 4}) { // q and the mask, of which neighbours lie apart
      Shape q = {queries, 21}, k = {50, 21}, m = {queries, 50};
      std::string text = "aic.attention " + turned({21, queries}, q) + ", " + argument(k) + ", " +
                         argument(k) + " mask " + turned({50, queries}, m) + " {scale = 0.3 : f64} : (" +
                         tensorType(q) + ", " + tensorType(k) + ", " + tensorType(k) + ", " + tensorType(m) +
                         ") -> " + tensorType(q);
      batch.result(batch.op(text), tensorType(q), "turned, " + std::to_string(queries) + " queries");
    }
    // Without a length: causal, all that few queries see are the first keys.
    for (const Case& c : {Case{{3}, 1, 40, 16, 16}, Case{{3}, 2, 40, 33, 5, {}, "", true},
                          Case{{3}, 1, 40, 16, 16, {}, "", true}}) {
      for (int i = 0; i < 3; ++i)
        lengths.arguments.push_back([i](int64_t at) { return scattered(uint64_t(3 * at + i)); });
      attention(batch, c);
    }
    HarnessOptions options = lengths.options(cpu);
    options.moreThreads = {3};
    batch.expectClose(5e-6, options);
  }
}

TEST(Attention, LengthAndMasks) {
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Lengths lengths;
    for (const Shape& mask :
         std::vector<Shape>{{2, 3, 5, 35}, {5, 35}, {35}, {2, 1, 1, 35}, {3, 1, 1}, {5, 1}, {}})
      for (const char* element : {"f32", "i1"})
        for (int64_t length : {5, 16, 34, 35}) {
          lengths.add({{2, 3}, 5, 35, 20, 12, mask, element, mask.size() % 2 == 1}, length);
          lengths.add({{2, 3}, 5, 35, 20, 12, mask, element, mask.size() % 2 == 0}, length, "f32", "i32");
        }
    lengths.batch.expectClose(3e-6, lengths.options(cpu));
  }
}

TEST(Attention, LengthOfHalves) {
  for (const char* element : {"f16", "bf16"}) {
    Lengths lengths;
    for (int64_t queries : {1, 18})
      for (int64_t length : {18, 31, 40})
        lengths.add({{2}, queries, 40, 16, 24, {}, "", true}, length, element);
    lengths.batch.expectClose(element[0] == 'f' ? 0x1p-10 : 0x1p-7, lengths.options("native"));
  }
}

TEST(Attention, LengthOutOfRangeFailsTheRun) {
  for (const char* kind : {"i32", "i64"})
    for (bool causal : {false, true})
      for (int64_t length : {int64_t(0), int64_t(-1), int64_t(2), int64_t(36), int64_t(1) << 31, INT64_MIN}) {
        if ((length == 2 && !causal) || (std::abs(double(length)) > INT32_MAX && kind == std::string("i32")))
          continue;
        Lengths lengths;
        lengths.add({{2}, 3, 35, 4, 5, {}, "", causal}, length, "f32", kind);
        HarnessOptions options = lengths.options("native");
        options.withoutReference = true; // which refuses as well
        EXPECT_NE(runAndCompare(lengths.batch.text(), options).message.find("an index is out of range"),
                  std::string::npos)
            << causal << " " << kind << " " << length;
      }
}

TEST(Attention, ManyWorkgroups) {
  Batch batch;
  attention(batch, {{3, 4}, 130, 130, 32, 32});
  attention(batch, {{6}, 200, 200, 16, 16, {}, "", true});
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(2e-6, options);
}

} // namespace
} // namespace aic::test

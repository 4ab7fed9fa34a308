// Reading at indices: embedding, take and gather over shapes, axes, types and epilogues, and indices out of
// range.
#include "Harness.h"

#include <array>

namespace aic::test {
namespace {

Shape taken(const Shape& x, const Shape& index, size_t dim) {
  Shape shape(x.begin(), x.begin() + int64_t(dim));
  shape.insert(shape.end(), index.begin(), index.end());
  shape.insert(shape.end(), x.begin() + int64_t(dim) + 1, x.end());
  return shape;
}

struct Case {
  Shape x, index;
  size_t dim;
};

// The op's text without its result, and the result's shape.
std::string take(Batch& batch, const Case& c, const std::string& element, const std::string& indexElement) {
  std::string x = batch.argument(c.x, element), index = batch.argument(c.index, indexElement);
  return batch.op("aic.take " + x + ", " + index + " {dim = " + std::to_string(c.dim) + " : i64} : (" +
                  tensorType(c.x, element) + ", " + tensorType(c.index, indexElement) + ") -> " +
                  tensorType(taken(c.x, c.index, c.dim), element));
}

const std::vector<std::string> kElements = {"f32", "f64", "f16", "bf16", "i1",
                                            "i8",  "ui8", "i16", "i32",  "i64"};

// Indices of [0, 3) (every axis below has at least that many), values below 100 otherwise.
HarnessOptions small() {
  HarnessOptions options;
  options.input = [](size_t index, int64_t i) {
    return index % 2 == 0 ? double((i * 37 + 11) % 97) : double((i * 5 + i / 3) % 3);
  };
  return options;
}

const std::vector<Case> kTakes = {{{3}, {4}, 0},          {{5, 7}, {4}, 0},       {{5, 7}, {2, 3}, 1},
                                  {{3, 5, 33}, {9}, 1},   {{3, 5, 33}, {}, 0},    {{3, 5, 33}, {}, 2},
                                  {{2, 4, 3, 5}, {6}, 2}, {{4, 1, 130}, {11}, 0}, {{3, 2, 2}, {1, 5, 1}, 0},
                                  {{7}, {}, 0},           {{4, 16}, {2, 2, 2}, 0}};

TEST(Gather, Take) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"})
    for (const char* kind : {"i32", "i64"}) {
      Batch batch;
      for (const Case& c : kTakes) {
        Shape out = taken(c.x, c.index, c.dim);
        batch.result(take(batch, c, "f32", kind), tensorType(out),
                     "take " + tensorType(c.x) + " at " + tensorType(c.index, kind) + " along " +
                         std::to_string(c.dim));
      }
      HarnessOptions options = small();
      options.targetCpu = cpu;
      batch.expectClose(0, options);
    }
}

TEST(Gather, EveryElementType) {
  for (const std::string& element : kElements) {
    Batch batch;
    for (const Case& c : {Case{{5, 37}, {4}, 0}, Case{{5, 37}, {4}, 1}})
      batch.result(take(batch, c, element, "i64"), tensorType(taken(c.x, c.index, c.dim), element),
                   "take " + element);
    std::string x = batch.argument({4, 9}, element), index = batch.argument({3, 9}, "i32");
    batch.result(batch.op("aic.gather " + x + ", " + index + " {dim = 0 : i64} : (" +
                          tensorType({4, 9}, element) + ", " + tensorType({3, 9}, "i32") + ") -> " +
                          tensorType({3, 9}, element)),
                 tensorType({3, 9}, element), "gather " + element);
    batch.expectClose(0, small());
  }
}

TEST(Gather, GatherAlongEachAxis) {
  for (const char* kind : {"i32", "i64"}) {
    Batch batch;
    for (const auto& [shape, index] : std::vector<std::pair<Shape, Shape>>{{{5}, {9}},
                                                                           {{5, 7}, {3, 7}},
                                                                           {{5, 7}, {5, 2}},
                                                                           {{3, 4, 5}, {3, 3, 5}},
                                                                           {{3, 4, 17}, {2, 4, 9}},
                                                                           {{6, 3, 33}, {6, 3, 33}}})
      for (size_t dim = 0; dim < shape.size(); ++dim) {
        std::string x = batch.argument(shape), i = batch.argument(index, kind);
        batch.result(batch.op("aic.gather " + x + ", " + i + " {dim = " + std::to_string(dim) +
                              " : i64} : (" + tensorType(shape) + ", " + tensorType(index, kind) + ") -> " +
                              tensorType(index)),
                     tensorType(index), "gather " + tensorType(shape) + " along " + std::to_string(dim));
      }
    batch.expectClose(0, small());
  }
}

// A word's embedding, its place's and its kind's, as BERT adds them: what follows the lookup is its epilogue.
TEST(Gather, EmbeddingWithEpilogue) {
  for (const char* cpu : {"native", "x86-64-v3"})
    for (int64_t width : {1, 5, 16, 37, 96}) {
      Batch batch;
      std::string table = tensorType({9, width}), result = tensorType({2, 6, width});
      std::string weight = batch.argument({9, width}), ids = batch.argument({2, 6}, "i64");
      std::string place = batch.argument({6, width}), unused = batch.argument({1}, "i64"),
                  one = batch.argument({2, 6, 1});
      std::string value = batch.op("aic.embedding " + ids + ", " + weight + " : (" +
                                   tensorType({2, 6}, "i64") + ", " + table + ") -> " + result);
      value = batch.op("aic.add " + value + ", " + place + " : (" + result + ", " + tensorType({6, width}) +
                       ") -> " + result);
      value = batch.op("aic.mul " + value + ", " + one + " : (" + result + ", " + tensorType({2, 6, 1}) +
                       ") -> " + result);
      batch.result(value, result, "embedding of " + std::to_string(width));
      batch.result(unused, tensorType({1}, "i64"), "ids");
      HarnessOptions options = small();
      options.targetCpu = cpu;
      options.moreThreads = {3};
      batch.expectClose(1e-6, options);
    }
}

TEST(Gather, ManyWorkgroups) {
  Batch batch;
  for (const Case& c : {Case{{3, 40000}, {5}, 0}, Case{{100, 3, 256}, {40}, 1}, Case{{300, 300}, {500}, 1}})
    batch.result(take(batch, c, "f32", "i64"), tensorType(taken(c.x, c.index, c.dim)),
                 "take " + tensorType(c.x));
  HarnessOptions options = small();
  options.moreThreads = {2, 3, 8};
  batch.expectClose(0, options);
}

// One bad index among many, below, at and far above the end: the run fails and says so.
// A table that a linear reads too lies in that one's panels (SharedTables.cpp); lit tests see that it does.
std::string tied(Batch& batch, int64_t rows, int64_t columns, int64_t count) {
  std::string w = batch.weight({rows, columns}), ids = batch.argument({count}, "i64");
  std::string table = tensorType({rows, columns}), found = tensorType({count, columns});
  std::string x = batch.op("aic.embedding " + ids + ", " + w + " : (" + tensorType({count}, "i64") + ", " +
                           table + ") -> " + found);
  batch.result(batch.op("aic.relu " + x + " : " + found), found, "words of " + table);
  std::string product = tensorType({count, rows});
  return batch.op("aic.linear " + x + ", " + w + " : (" + found + ", " + table + ") -> " + product);
}

TEST(Gather, ReadsTheProductsPanels) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (auto [rows, columns, count] : {std::array<int64_t, 3>{16, 1, 1},
                                        {33, 5, 2},
                                        {97, 16, 6},
                                        {160, 7, 10},
                                        {161, 33, 3},
                                        {1000, 64, 62}})
      batch.result(tied(batch, rows, columns, count), tensorType({count, rows}),
                   "product with " + tensorType({rows, columns}), double(columns));
    HarnessOptions options;
    options.targetCpu = cpu;
    options.input = [](size_t, int64_t i) { return double((i * 37 + 15) % 16); };
    options.moreThreads = {2};
    batch.expectClose(1e-6, options);
    options.input = [](size_t, int64_t i) { return i == 61 ? 1000.0 : 15.0; };
    options.withoutReference = true; // which refuses as well
    Comparison failed = runAndCompare(batch.text(), options);
    AIC_SKIP_IF_LACKING(failed);
    EXPECT_NE(failed.message.find("an index is out of range"), std::string::npos) << cpu;
  }
}

TEST(Gather, OutOfRangeFailsTheRun) {
  for (const char* kind : {"i32", "i64"})
    for (const char* op : {"embedding", "take", "gather"})
      for (double bad : {-1.0, 5.0, 2147483647.0, -2147483648.0}) {
        Batch batch;
        std::string x = batch.argument({5, 7}), index = batch.argument({6, 7}, kind);
        std::string types = " : (" + tensorType({5, 7}) + ", " + tensorType({6, 7}, kind) + ") -> ";
        std::string result = tensorType(std::string(op) == "gather" ? Shape{6, 7} : Shape{6, 7, 7});
        if (std::string(op) == "embedding")
          batch.result(batch.op("aic.embedding " + index + ", " + x + " : (" + tensorType({6, 7}, kind) +
                                ", " + tensorType({5, 7}) + ") -> " + result),
                       result, op);
        else
          batch.result(batch.op(std::string("aic.") + op + " " + x + ", " + index + " {dim = 0 : i64}" +
                                types + result),
                       result, op);
        HarnessOptions options;
        options.input = [](size_t, int64_t i) { return double(i % 5); };
        batch.expectClose(0, options);
        options.input = [bad](size_t argument, int64_t i) {
          return argument == 1 && i == 40 ? bad : double(i % 5);
        };
        options.withoutReference = true; // which refuses as well
        EXPECT_NE(runAndCompare(batch.text(), options).message.find("an index is out of range"),
                  std::string::npos)
            << op << " " << kind << " " << bad;
      }
}

} // namespace
} // namespace aic::test

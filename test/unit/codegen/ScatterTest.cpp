// Writing at indices, and the largest elements: over shapes, axes, types and repeated values.
#include "Harness.h"

#include <cmath>
#include <limits>

namespace aic::test {
namespace {

struct Case {
  Shape x, index;
  size_t dim;
};

void scatter(Batch& batch, const Case& c, const std::string& reduction, const std::string& element = "f32",
             const std::string& kind = "i64") {
  std::string x = batch.argument(c.x, element), index = batch.argument(c.index, kind),
              updates = batch.argument(c.index, element), result = tensorType(c.x, element);
  std::string types =
      " : (" + result + ", " + tensorType(c.index, kind) + ", " + tensorType(c.index, element) + ") -> ";
  batch.result(
      batch.op("aic.scatter " + x + ", " + index + ", " + updates + " {dim = " + std::to_string(c.dim) +
               " : i64, reduction = #aic.scatter_reduction<" + reduction + ">}" + types + result),
      result, reduction + " " + result + " at " + tensorType(c.index) + " along " + std::to_string(c.dim));
}

// Indices of [0, 3), many of them equal: every axis has at least three.
HarnessOptions small() {
  HarnessOptions options;
  options.input = [](size_t index, int64_t i) {
    return index % 3 == 1 ? double((i * 5 + i / 3) % 3) : double((i * 37 + int64_t(index) * 11) % 19) - 9;
  };
  return options;
}

const std::vector<Case> kCases = {{{3}, {9}, 0},
                                  {{5, 7}, {3, 7}, 0},
                                  {{5, 7}, {5, 2}, 1},
                                  {{5, 7}, {4, 9}, 1},
                                  {{3, 4, 5}, {2, 6, 3}, 1},
                                  {{4, 3, 17}, {4, 5, 17}, 1},
                                  {{6, 3, 33}, {2, 2, 20}, 0},
                                  {{3, 2, 4}, {3, 2, 0}, 2},
                                  {{2, 3, 3, 5}, {2, 1, 7, 4}, 2}};

const std::vector<std::string> kReductions = {"none", "add", "mul", "min", "max"};

TEST(Scatter, ShapesAndReductions) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"})
    for (const std::string& reduction : kReductions) {
      if (reduction != "none" && reduction != "add" && cpu != std::string("native"))
        continue;
      Batch batch;
      for (const Case& c : kCases)
        scatter(batch, c, reduction);
      HarnessOptions options = small();
      options.targetCpu = cpu;
      batch.expectClose(1e-5, options);
    }
}

TEST(Scatter, EveryElementType) {
  for (const char* element : {"f64", "f16", "bf16", "i1", "i8", "ui8", "i16", "i32", "i64"}) {
    Batch batch;
    for (const std::string& reduction : kReductions)
      if (element != std::string("i1") || reduction == "none")
        scatter(batch, {{4, 9}, {5, 9}, 0}, reduction, element, "i32");
    batch.expectClose(1e-12, small());
  }
}

TEST(Scatter, ManyWorkgroups) {
  Batch batch;
  scatter(batch, {{3, 40001}, {2, 39000}, 0}, "add");
  scatter(batch, {{300, 500}, {300, 100}, 1}, "none");
  scatter(batch, {{5, 16, 4099}, {5, 3, 4099}, 1}, "max");
  HarnessOptions options = small();
  options.moreThreads = {2, 3, 8};
  batch.expectClose(1e-6, options);
}

TEST(Scatter, OutOfRangeFailsTheRun) {
  for (const char* kind : {"i32", "i64"})
    for (double bad : {-1.0, 5.0, 2147483647.0, -2147483648.0}) {
      Batch batch;
      scatter(batch, {{5, 7}, {6, 7}, 0}, "add", "f32", kind);
      HarnessOptions options;
      options.withoutReference = true; // which refuses as well
      options.input = [bad](size_t argument, int64_t i) {
        return argument == 1 && i == 40 ? bad : double(i % 5);
      };
      EXPECT_NE(runAndCompare(batch.text(), options).message.find("an index is out of range"),
                std::string::npos)
          << kind << " " << bad;
    }
}

void topk(Batch& batch, const Shape& x, int64_t k, size_t dim, bool largest,
          const std::string& element = "f32") {
  Shape y = x;
  y[dim] = k;
  std::string values = tensorType(y, element), indices = tensorType(y, "i64");
  std::string name =
      batch.op("aic.topk " + batch.argument(x, element) + " {dim = " + std::to_string(dim) +
                   " : i64, k = " + std::to_string(k) + " : i64, largest = " + (largest ? "true" : "false") +
                   "} : (" + tensorType(x, element) + ") -> (" + values + ", " + indices + ")",
               2);
  std::string label = std::to_string(k) + (largest ? " largest of " : " smallest of ") +
                      tensorType(x, element) + " along " + std::to_string(dim);
  batch.result(name + "#0", values, "values of the " + label);
  batch.result(name + "#1", indices, "indices of the " + label);
}

void manyShapes(Batch& batch, const std::string& element) {
  for (bool largest : {true, false}) {
    for (int64_t k : {1, 2, 3, 7, 16, 33})
      topk(batch, {2, 33}, k, 1, largest, element);
    for (size_t dim : {0, 1, 2})
      for (int64_t k : {1, 4, 5})
        topk(batch, {5, 6, 7}, k, dim, largest, element);
    topk(batch, {1}, 1, 0, largest, element);
  }
}

void someShapes(Batch& batch, const std::string& element) {
  topk(batch, {2, 33}, 16, 1, true, element);
  topk(batch, {2, 33}, 33, 1, false, element);
  topk(batch, {5, 6, 7}, 4, 1, false, element);
}

TEST(Topk, Shapes) {
  Batch batch;
  manyShapes(batch, "f32");
  batch.expectClose(0);
  Batch old;
  someShapes(old, "f32");
  HarnessOptions options;
  options.targetCpu = "x86-64-v2";
  old.expectClose(0, options);
}

// Of equal values the first comes first; there are many.
TEST(Topk, EqualValuesOfEveryType) {
  for (const char* element : {"f32", "f64", "f16", "bf16", "i8", "ui8", "i16", "i32", "i64"}) {
    Batch batch;
    someShapes(batch, element);
    HarnessOptions options;
    options.input = [](size_t, int64_t i) { return double(i * 7 % 11 * (i % 3 - 1)); };
    batch.expectClose(0, options);
  }
}

TEST(Topk, NotANumber) {
  Batch batch;
  for (const char* element : {"f32", "f64", "f16"})
    someShapes(batch, element);
  HarnessOptions options;
  options.input = [](size_t, int64_t i) {
    double infinity = std::numeric_limits<double>::infinity();
    return i % 5 == 2 ? std::nan("") : i % 7 == 3 ? infinity : i % 7 == 4 ? -infinity : double(i * 13 % 17);
  };
  batch.expectClose(0, options);
}

TEST(Topk, LongLinesAndManyWorkgroups) {
  Batch batch;
  topk(batch, {30000}, 50, 0, true);
  topk(batch, {4000}, 4000, 0, false);
  topk(batch, {700, 129}, 5, 1, true);
  topk(batch, {3, 50, 301}, 2, 1, false);
  HarnessOptions options;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(0, options);
}

} // namespace
} // namespace aic::test

// Reductions over all subsets of axes, softmax and log-softmax over each axis.
#include "Harness.h"

namespace aic::test {
namespace {

std::vector<int64_t> axesOf(int64_t subset, int64_t rank) {
  std::vector<int64_t> dims;
  for (int64_t i = 0; i < rank; ++i)
    if (subset >> i & 1)
      dims.push_back(i);
  return dims;
}

void reduce(Batch& batch, const std::string& op, const Shape& shape, const std::vector<int64_t>& dims,
            bool keepdim) {
  Shape result;
  for (size_t i = 0; i < shape.size(); ++i) {
    bool gone = std::find(dims.begin(), dims.end(), int64_t(i)) != dims.end();
    if (!gone || keepdim)
      result.push_back(gone ? 1 : shape[i]);
  }
  std::string x = batch.argument(shape);
  batch.result(batch.op("aic." + op + " " + x + " {dims = " + array(dims) +
                        ", keepdim = " + (keepdim ? "true" : "false") + "} : (" + tensorType(shape) +
                        ") -> " + tensorType(result)),
               tensorType(result), op + " " + tensorType(shape) + " over " + array(dims));
}

TEST(Reduction, AllSubsetsOfAxes) {
  const std::vector<Shape> shapes = {{}, {17}, {5, 33}, {3, 7, 17}, {2, 3, 5, 19}};
  const char* ops[] = {"sum", "mean", "amax", "amin", "prod"};
  Batch batch;
  int count = 0;
  for (const Shape& shape : shapes)
    for (int64_t subset = 0; subset < int64_t(1) << shape.size(); ++subset)
      for (bool keepdim : {false, true}) // every operator meets every rank, not every subset
        for (int k = 0; k < 2; ++k)
          reduce(batch, ops[count++ % 5], shape, axesOf(subset, shape.size()), keepdim);
  HarnessOptions options;
  options.low = 0.5, options.high = 1.5;
  options.moreThreads = {3};
  batch.expectClose(3e-6, options);
}

// What is reduced is computed as it is read: products, with a number that is known at run time and one that
// is not.
TEST(Reduction, OfWhatIsComputed) {
  for (const char* cpu : {"native", "x86-64-v3", "x86-64-v2"}) {
    Batch batch;
    int count = 0;
    const char* ops[] = {"sum", "mean", "amax"};
    for (const Shape& shape : std::vector<Shape>{{17}, {5, 33}, {3, 7, 17}, {4, 130}})
      for (int64_t subset = 1; subset < int64_t(1) << shape.size(); ++subset) {
        std::string type = tensorType(shape), one = tensorType({1});
        std::string product = batch.op("aic.mul " + batch.argument(shape) + ", " + batch.argument(shape) +
                                       " : (" + type + ", " + type + ") -> " + type);
        std::string shifted = batch.op("aic.add " + product + ", " + batch.argument({1}) + " : (" + type +
                                       ", " + one + ") -> " + type);
        std::string halved = batch.op("aic.mul " + shifted + ", " + batch.scalar("0.5") + " : (" + type +
                                      ", tensor<f32>) -> " + type);
        Shape result;
        for (size_t i = 0; i < shape.size(); ++i)
          if (!(subset >> i & 1))
            result.push_back(shape[i]);
        std::string op = ops[count++ % 3];
        batch.result(batch.op("aic." + op + " " + halved + " {dims = " + array(axesOf(subset, shape.size())) +
                              "} : (" + type + ") -> " + tensorType(result)),
                     tensorType(result), op + " of products " + type);
      }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = 0.5, options.high = 1.5;
    options.moreThreads = {3};
    batch.expectClose(3e-6, options);
    EXPECT_EQ(runAndCompare(batch.text(), options).dispatches, count);
  }
}

// PyTorch is off by 1e-6 at most: it adds up sums of a few numbers, too.
TEST(Reduction, LongSums) {
  for (const char* cpu : {"native", "x86-64-v2"}) {
    Batch batch;
    reduce(batch, "mean", {100003, 3}, {0}, false);
    reduce(batch, "sum", {100003}, {0}, false);
    reduce(batch, "mean", {2, 50, 500, 3}, {1, 2}, false);
    reduce(batch, "mean", {3, 300, 101}, {1, 2}, false);
    reduce(batch, "mean", {3000, 3, 37}, {0, 2}, true);
    HarnessOptions options;
    options.targetCpu = cpu;
    options.input = [](size_t, int64_t) { return double(3.3F); };
    options.moreThreads = {3};
    batch.expectClose(4e-6, options);
  }
}

void argmax(Batch& batch, const Shape& shape, int64_t dim, bool keepdim, const std::string& element = "f32") {
  Shape result;
  for (size_t i = 0; i < shape.size(); ++i) {
    bool gone = dim < 0 || static_cast<size_t>(dim) == i;
    if (!gone || keepdim)
      result.push_back(gone ? 1 : shape[i]);
  }
  std::string x = batch.argument(shape, element);
  batch.result(batch.op("aic.argmax " + x + " {" + (dim < 0 ? "" : "dim = " + std::to_string(dim) + ", ") +
                        "keepdim = " + (keepdim ? "true" : "false") + "} : (" + tensorType(shape, element) +
                        ") -> " + tensorType(result, "i64")),
               tensorType(result, "i64"), "argmax " + tensorType(shape, element));
}

TEST(Reduction, Argmax) {
  Batch batch;
  for (const Shape& shape : {Shape{1}, {17}, {5, 33}, {3, 7, 17}, {2, 3, 5, 19}})
    for (int64_t dim = -1; dim < static_cast<int64_t>(shape.size()); ++dim)
      argmax(batch, shape, dim, dim % 2 == 0);
  argmax(batch, {4, 5000}, 1, false); // many workgroups
  for (const char* element : {"i32", "i64"})
    argmax(batch, {6, 9}, 0, false, element);
  HarnessOptions options;
  options.moreThreads = {3};
  batch.expectClose(0, options);
}

TEST(Reduction, LengthsAndCpus) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (int64_t n : {1, 5, 6, 7, 15, 16, 17, 31, 33, 64, 127, 1000}) {
      reduce(batch, "mean", {3, n}, {1}, true);
      reduce(batch, "amax", {n, 5}, {0}, false);
      reduce(batch, "sum", {3, n}, {0}, true);
    }
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    batch.expectClose(3e-6, options);
  }
}

TEST(Reduction, ManyWorkgroups) {
  Batch batch;
  reduce(batch, "sum", {300, 257}, {1}, false);
  reduce(batch, "sum", {64, 300, 17}, {1}, true);
  reduce(batch, "mean", {7, 9, 4001}, {0, 2}, false);
  HarnessOptions options;
  options.low = 0;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(3e-6, options);
}

// NaN wins in amax and amin, and stays in sums.
// Few rows of many columns: these are dealt out.
TEST(Reduction, MeansOfPictures) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    reduce(batch, "mean", {1, 50, 60, 96}, {1, 2}, true);
    reduce(batch, "amax", {2, 40, 50, 67}, {1, 2}, false);
    reduce(batch, "sum", {400, 2, 2, 131}, {0, 2}, false);
    HarnessOptions options;
    options.targetCpu = cpu;
    options.low = 0.5, options.high = 1.5;
    options.moreThreads = {2, 3};
    batch.expectClose(1e-6, options);
  }
}

TEST(Reduction, NotANumber) {
  Batch batch;
  for (const char* op : {"sum", "mean", "amax", "amin", "prod"}) {
    reduce(batch, op, {9, 65}, {1}, false);
    reduce(batch, op, {9, 65}, {0}, false);
  }
  HarnessOptions options;
  options.input = [](size_t, int64_t i) {
    return i == 7 || i == 64 || i == 130 ? NAN : i == 300 ? INFINITY : i == 400 ? -INFINITY : 1.0;
  };
  batch.expectClose(1e-6, options);
}

void softmax(Batch& batch, const std::string& op, const Shape& shape, size_t dim) {
  std::string x = batch.argument(shape), type = tensorType(shape);
  batch.result(batch.op("aic." + op + " " + x + " {dim = " + std::to_string(dim) + " : i64} : (" + type +
                        ") -> " + type),
               type, op + " " + type + " along " + std::to_string(dim));
}

TEST(Softmax, EachAxis) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (const Shape& shape :
         std::vector<Shape>{{17}, {1}, {5, 33}, {3, 7, 17}, {2, 3, 5, 19}, {4, 16}, {2, 1, 3}})
      for (size_t dim = 0; dim < shape.size(); ++dim)
        for (const char* op : {"softmax", "log_softmax"})
          softmax(batch, op, shape, dim);
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.low = -20, options.high = 20;
    batch.expectClose(1e-6, options);
  }
}

TEST(Softmax, LengthsAndThreads) {
  Batch batch;
  for (int64_t n : {2, 6, 7, 15, 16, 31, 32, 65, 1000}) {
    softmax(batch, "softmax", {3, n}, 1);
    softmax(batch, "log_softmax", {n, 3}, 0);
  }
  // In registers or not, exponentials on the stack or not.
  for (int64_t n : {255, 256, 257, 272, 300, 4096, 4097, 5003})
    for (const char* op : {"softmax", "log_softmax"}) {
      softmax(batch, op, {3, n}, 1);
      softmax(batch, op, {n, 3}, 0);
    }
  softmax(batch, "softmax", {200, 300}, 1);
  softmax(batch, "softmax", {50, 20, 70}, 1);
  HarnessOptions options;
  options.smallestScale = 1;
  options.low = -5, options.high = 5;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(1e-6, options);
}

// Large scores, masks of -inf, rows of nothing but -inf (NaN, as in PyTorch), NaN.
TEST(Softmax, Extremes) {
  Batch batch;
  for (const char* op : {"softmax", "log_softmax"}) {
    softmax(batch, op, {9, 19}, 1);
    softmax(batch, op, {9, 19}, 0);
  }
  HarnessOptions options;
  options.input = [](size_t, int64_t i) {
    int64_t row = i / 19, col = i % 19;
    return row == 1               ? -INFINITY
           : row == 2 && col == 3 ? NAN
           : row == 3             ? -INFINITY * (col > 4) + 0.0 * 0
           : row == 4             ? 3e38 * (col == 1)
           : row == 5             ? -1e30
                                  : double(col * row * 10);
  };
  batch.expectClose(1e-6, options);
}

// The same in rows that do not fit in registers, nor their exponentials on the stack.
TEST(Softmax, ExtremesOfLongRows) {
  for (int64_t length : {603, 5003}) {
    Batch batch;
    for (const char* op : {"softmax", "log_softmax"})
      softmax(batch, op, {5, length}, 1);
    HarnessOptions options;
    options.input = [&](size_t, int64_t i) {
      int64_t row = i / length, col = i % length;
      return row == 0   ? (col == 37 ? NAN : double(col % 7))
             : row == 1 ? -INFINITY
             : row == 2 ? (col == length - 1 ? 1.0 : -INFINITY)
             : row == 3 ? (col == 5 ? INFINITY : 0.0)
                        : double(col % 11) * 8;
    };
    batch.expectClose(1e-6, options);
  }
}

TEST(Softmax, Epilogue) {
  Batch batch;
  std::string x = batch.argument({6, 37}), m = batch.argument({37}), type = tensorType({6, 37});
  for (int dim : {0, 1}) {
    std::string value = batch.op("aic.softmax " + x + " {dim = " + std::to_string(dim) + " : i64} : (" +
                                 type + ") -> " + type);
    value =
        batch.op("aic.mul " + value + ", " + m + " : (" + type + ", " + tensorType({37}) + ") -> " + type);
    batch.result(value, type, "softmax * m along " + std::to_string(dim));
  }
  batch.expectClose(1e-6);
}

} // namespace
} // namespace aic::test

// Reductions, softmax and the operations that move elements.
#include "Harness.h"
#include "Text.h"
#include "runtime/kernel_abi.h"

#include <cmath>

namespace aic::test {
namespace {

void reduce(const std::string& op, std::vector<int64_t> in, std::vector<int64_t> dims, bool keepdim,
            const std::string& element, const Options& options) {
  std::vector<int64_t> out;
  for (size_t i = 0; i < in.size(); ++i) {
    bool gone = std::find(dims.begin(), dims.end(), static_cast<int64_t>(i)) != dims.end();
    if (!gone || keepdim)
      out.push_back(gone ? 1 : in[i]);
  }
  std::string x = tensor(in, element), y = tensor(out, element);
  check(function("%x: " + x,
                 "  %0 = aic." + op + " %x {dims = " + array(dims) +
                     ", keepdim = " + (keepdim ? "true" : "false") + "} : (" + x + ") -> " + y +
                     "\n  %1 = aic.abs %0 : " + y + "\n",
                 "%0, %1", y + ", " + y),
        options);
}

void reduce(const std::string& op, std::vector<int64_t> in, std::vector<int64_t> dims, bool keepdim,
            const std::string& element = "f32") {
  Options options;
  if (op == "prod")
    options = {0.9, 1.1};
  if (element != "f32")
    options = {-9, 9, 0};
  reduce(op, in, dims, keepdim, element, options);
}

TEST(VulkanReduction, OddShapes) {
  for (const char* op : {"sum", "mean", "amax", "amin", "prod"}) {
    reduce(op, {5, 67}, {1}, false); // a workgroup a result
    reduce(op, {5, 7}, {1}, true);   // an invocation a result
    reduce(op, {9, 12}, {0}, false); // fours of results
  }
  reduce("sum", {3, 5, 7}, {0, 2}, false);
  reduce("sum", {3, 5, 7}, {0, 1, 2}, false);
  reduce("mean", {2, 7, 7, 20}, {1, 2}, true);
  reduce("amax", {300, 5}, {0}, false); // few and long
  reduce("sum", {1000}, {0}, false);
  reduce("sum", {2, 3, 300}, {0, 2}, true);
}

// What is reduced is computed as it is read: by workgroups, by invocations, by fours.
TEST(VulkanReduction, OfWhatIsComputed) {
  struct Case {
    std::vector<int64_t> in, dims, out;
  };
  for (const Case& c : std::vector<Case>{
           {{5, 67}, {1}, {5}}, {{5, 7}, {1}, {5}}, {{9, 12}, {0}, {12}}, {{3, 5, 7}, {0, 2}, {5}}}) {
    std::string x = tensor(c.in), y = tensor(c.out);
    check(function("%x: " + x + ", %y: " + x + ", %s: tensor<1xf32>",
                   "  %half = aic.constant dense<0.5> : tensor<f32>\n  %0 = aic.mul %x, %y : (" + x + ", " +
                       x + ") -> " + x + "\n  %1 = aic.add %0, %s : (" + x + ", tensor<1xf32>) -> " + x +
                       "\n  %2 = aic.mul %1, %half : (" + x + ", tensor<f32>) -> " + x +
                       "\n  %3 = aic.sum %2 {dims = " + array(c.dims) + "} : (" + x + ") -> " + y + "\n",
                   "%3", y),
          {0.5, 1.5, 1e-5});
  }
}

// PyTorch is off by 1e-6 at most: it adds up sums of a few numbers, too.
TEST(VulkanReduction, LongSums) {
  Options equal{3.3, 3.3, 4e-6};
  reduce("mean", {100003, 3}, {0}, false, "f32", equal); // by workgroups
  reduce("sum", {200003}, {0}, false, "f32", equal);
  reduce("mean", {3000, 300}, {0}, false, "f32", equal); // by invocations
  reduce("mean", {40, 90, 301}, {0, 1}, false, "f32", equal);
}

// From 32,768 elements on in two steps, where a divisor of an axis makes them.
TEST(VulkanReduction, TwoSteps) {
  for (const char* op : {"sum", "mean", "amax", "amin", "prod"}) {
    Options options{-1, 1, 1e-5};
    options.absolute = 1e-4;
    if (std::string(op) == "prod") { // of numbers so near to 1 that no product ends
      options = {0.98, 1.02, 1e-4};
      options.absolute = 0;
    }
    reduce(op, {70000}, {0}, false, "f32", options);
    reduce(op, {3, 251, 2, 263}, {1, 3}, true, "f32", options); // primes: a whole axis is left
    reduce(op, {66000, 3}, {0}, false, "f32", options);
    if (std::string(op) != "mean")
      reduce(op, {2, 65600}, {1}, true, "i32", {0.9, 1.1, 0});
  }
  reduce("mean", {32768, 256}, {0}, false, "f32",
         {3.3, 3.3, 4e-6}); // results enough, were they not an invocation's
}

// More than llvmpipe lets an invocation's loops turn, if a turn is one element: in two steps, and a prime in
// one.
TEST(VulkanReduction, Millions) {
  reduce("sum", {4194304}, {0}, false, "f32", {3.3, 3.3, 4e-6});
  reduce("mean", {4200013}, {0}, false, "f32", {3.3, 3.3, 4e-6});
}

// NaN goes through both steps.
TEST(VulkanReduction, TwoStepsKeepNaN) {
  for (const char* op : {"amax", "amin"}) {
    std::vector<double> values(66000, 1);
    values[40000] = NAN;
    checkOn(function("%x: tensor<66000xf32>",
                     std::string("  %0 = aic.") + op +
                         " %x {dims = array<i64: 0>} : (tensor<66000xf32>) -> tensor<f32>\n",
                     "%0", "tensor<f32>"),
            {values});
  }
}

TEST(VulkanReduction, Integers) {
  for (const char* op : {"sum", "amax", "amin", "prod"}) {
    reduce(op, {5, 67}, {1}, false, "i32");
    reduce(op, {5, 7}, {1}, true, "i32");
    reduce(op, {9, 12}, {0}, false, "i32");
    if (std::string(op) != "prod") // which leaves 32 bits, and i64 has no more here
      reduce(op, {5, 67}, {1}, false, "i64");
  }
  for (const char* op : {"amax", "amin"})
    for (int64_t n : {3, 70})
      check(function("%x: " + tensor({4, n}, "i1"),
                     std::string("  %0 = aic.") + op + " %x {dims = array<i64: 1>} : (" +
                         tensor({4, n}, "i1") +
                         ") -> tensor<4xi1>\n  %1 = aic.logical_not %0 : tensor<4xi1>\n",
                     "%1", "tensor<4xi1>"),
            {-1, 30, 0});
}

// A sum or a product of i64 that leaves the 32 bits of the device fails the run, in every way of folding and
// at every place; one of i32 wraps.
TEST(VulkanReduction, IntegersThatLeaveTheirBits) {
  Options exact, fails;
  exact.tolerance = exact.absolute = 0;
  fails.fails = AIC_KERNEL_INTEGER_OVERFLOW;
  auto run = [&](const char* op, const char* element, const std::vector<int64_t>& shape, int64_t dim,
                 const std::vector<double>& x, const Options& options) {
    std::vector<int64_t> out = shape;
    out.erase(out.begin() + dim);
    std::string in = tensor(shape, element), result = tensor(out, element);
    checkOn(function("%x: " + in,
                     std::string("  %0 = aic.") + op + " %x {dims = array<i64: " + std::to_string(dim) +
                         ">} : (" + in + ") -> " + result + "\n",
                     "%0", result),
            {x}, options);
  };
  struct Case {
    std::vector<int64_t> shape;
    int64_t dim;
  };
  for (const Case& one : {Case{{3, 5}, 1}, Case{{3, 200}, 1}, Case{{5, 8}, 0}, Case{{300, 4}, 0}}) {
    auto count = static_cast<size_t>(one.shape[0] * one.shape[1]),
         apart = one.dim == 1 ? size_t(1) : static_cast<size_t>(one.shape[1]);
    for (size_t at : {size_t(0), count - 1 - apart}) {
      std::vector<double> small(count, 0), large = small, factors(count, 1);
      small[at] = 2147483646, small[at + apart] = 1;
      large[at] = 2147483647, large[at + apart] = 1;
      factors[at] = factors[at + apart] = 65536;
      run("sum", "i64", one.shape, one.dim, small, exact);
      run("sum", "i64", one.shape, one.dim, large, fails);
      run("sum", "i32", one.shape, one.dim, large, exact);
      run("prod", "i64", one.shape, one.dim, factors, fails);
      run("prod", "i32", one.shape, one.dim, factors, exact);
    }
  }
}

// Small whole numbers: many elements are equal, and the first of them is the result.
TEST(VulkanArgmax, OddShapes) {
  auto argmax = [](std::vector<int64_t> in, int64_t dim, const std::string& element) {
    std::vector<int64_t> out = in;
    out.erase(out.begin() + dim);
    std::string x = tensor(in, element), y = tensor(out, "i64");
    check(function("%x: " + x,
                   "  %0 = aic.argmax %x {dim = " + std::to_string(dim) + " : i64} : (" + x + ") -> " + y +
                       "\n",
                   "%0", y),
          {-3, 3, 0});
  };
  for (const char* element : {"f32", "i32"}) {
    argmax({5, 10}, 1, element);
    argmax({5, 64}, 1, element);
    argmax({3, 301}, 1, element);
    argmax({7}, 0, element);
    for (int64_t dim : {0, 1, 2})
      argmax({4, 67, 5}, dim, element);
  }
  check(function("%x: tensor<5x67xf32>", "  %0 = aic.argmax %x : (tensor<5x67xf32>) -> tensor<i64>\n", "%0",
                 "tensor<i64>"));
  // NaN is larger than infinity; the first one wins.
  for (const char* line :
       {"[1.0, 0x7F800000, 0x7FC00000, 2.0, 0x7FC00000]", "[0xFF800000, 0xFF800000, -1.0, 3.0, 3.0]"})
    check(function("%x: tensor<5xf32>",
                   std::string("  %c = aic.constant dense<") + line +
                       "> : tensor<5xf32>\n  %y = aic.mul %x, %c : (tensor<5xf32>, tensor<5xf32>) -> "
                       "tensor<5xf32>\n  %0 = aic.argmax %y : (tensor<5xf32>) -> tensor<i64>\n",
                   "%0", "tensor<i64>"),
          {1, 1});
}

void softmax(const std::string& op, std::vector<int64_t> shape, int64_t dim, Options options = {}) {
  std::string t = tensor(shape);
  check(function("%x: " + t,
                 "  %0 = aic." + op + " %x {dim = " + std::to_string(dim) + " : i64} : (" + t + ") -> " + t +
                     "\n",
                 "%0", t),
        options);
}

TEST(VulkanSoftmax, OddShapes) {
  for (const char* op : {"softmax", "log_softmax"}) {
    softmax(op, {5, 10}, 1);
    softmax(op, {5, 131}, 1, {-20, 20});
    softmax(op, {3, 9, 12}, 1);
    softmax(op, {3, 9, 7}, 0);
  }
  softmax("softmax", {64}, 0);
  softmax("softmax", {1000}, 0, {50, 90}); // no overflow
}

void one(const std::string& arguments, const std::string& op, const std::string& signature,
         const std::string& result, Options options = {}) {
  check(function(arguments, "  %0 = aic." + op + " : " + signature + "\n", "%0", result), options);
}

TEST(VulkanCopy, Transpose) {
  for (std::vector<int64_t> shape : {std::vector<int64_t>{3, 5, 8}, {4, 8, 12}}) {
    for (std::vector<int64_t> perm : {std::vector<int64_t>{0, 2, 1}, {2, 1, 0}, {1, 0, 2}}) {
      std::string x = tensor(shape), y = tensor({shape[perm[0]], shape[perm[1]], shape[perm[2]]});
      one("%x: " + x, "transpose %x {perm = " + array(perm) + "}", "(" + x + ") -> " + y, y);
    }
  }
}

TEST(VulkanCopy, Slice) {
  auto slice = [](std::vector<int64_t> in, std::vector<int64_t> offsets, std::vector<int64_t> sizes,
                  std::vector<int64_t> strides) {
    one("%x: " + tensor(in),
        "slice %x {offsets = " + array(offsets) + ", sizes = " + array(sizes) +
            ", strides = " + array(strides) + "}",
        "(" + tensor(in) + ") -> " + tensor(sizes), tensor(sizes));
  };
  slice({5, 16}, {1, 4}, {3, 8}, {1, 1});
  slice({5, 16}, {1, 3}, {3, 8}, {1, 1});
  slice({5, 16}, {4, 15}, {5, 8}, {-1, -2});
  slice({6, 8}, {0, 0}, {3, 8}, {2, 1});
}

TEST(VulkanCopy, ExpandPadConcat) {
  one("%x: tensor<3x1xf32>", "expand %x", "(tensor<3x1xf32>) -> tensor<2x3x5xf32>", "tensor<2x3x5xf32>");
  one("%x: tensor<1x8xi32>", "expand %x", "(tensor<1x8xi32>) -> tensor<4x8xi32>", "tensor<4x8xi32>", {-9, 9});
  for (const char* mode : {"constant", "reflect", "replicate"}) {
    std::string attribute = std::string("mode = #aic.pad_mode<") + mode + ">, value = 2.5 : f64";
    one("%x: tensor<4x5xf32>", "pad %x {low = array<i64: 2, 1>, high = array<i64: 1, 3>, " + attribute + "}",
        "(tensor<4x5xf32>) -> tensor<7x9xf32>", "tensor<7x9xf32>");
    one("%x: tensor<4x8xf32>", "pad %x {low = array<i64: 2, 0>, high = array<i64: 1, 0>, " + attribute + "}",
        "(tensor<4x8xf32>) -> tensor<7x8xf32>", "tensor<7x8xf32>");
  }
  one("%a: tensor<2x3xf32>, %b: tensor<2x5xf32>, %c: tensor<2x1xf32>", "concat %a, %b, %c {dim = 1 : i64}",
      "(tensor<2x3xf32>, tensor<2x5xf32>, tensor<2x1xf32>) -> tensor<2x9xf32>", "tensor<2x9xf32>");
  one("%a: tensor<2x4xf32>, %b: tensor<3x4xf32>", "concat %a, %b {dim = 0 : i64}",
      "(tensor<2x4xf32>, tensor<3x4xf32>) -> tensor<5x4xf32>", "tensor<5x4xf32>");
  // Branches that differ in nothing but their buffer stay apart.
  one("%a: tensor<1x8xf32>, %b: tensor<1x8xf32>, %c: tensor<1x8xf32>, %d: tensor<1x8xf32>",
      "concat %a, %b, %c, %d {dim = 0 : i64}",
      "(tensor<1x8xf32>, tensor<1x8xf32>, tensor<1x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>",
      "tensor<4x8xf32>");
}

// Elementwise operations that read an argument through several views, by fours and one by one; and pairs that
// change places.
TEST(VulkanCopy, SeveralViewsInOneKernel) {
  for (int64_t half : {1, 6, 8, 20}) {
    std::string x = tensor({2, 3, 2 * half}), h = tensor({2, 3, half});
    auto slice = [&](int64_t row, int64_t first, int64_t step) {
      return "aic.slice %x {offsets = " + array({0, row, first}) + ", sizes = " + array({2, 3, half}) +
             ", strides = " + array({1, step, 1}) + "} : (" + x + ") -> " + h + "\n";
    };
    check(function("%x: " + x + ", %h: " + h,
                   "  %0 = " + slice(0, 0, 1) + "  %1 = " + slice(2, half, -1) +
                       "  %2 = aic.sigmoid %1 : " + h + "\n  %3 = aic.mul %0, %2 : (" + h + ", " + h +
                       ") -> " + h + "\n  %4 = aic.add %3, %h : (" + h + ", " + h + ") -> " + h + "\n",
                   "%4", h),
          {-2, 2, 1e-5});
    std::string pairs = tensor({3, half, 2}), factor = tensor({half, 2});
    check(function("%x: " + pairs + ", %c: " + factor,
                   "  %0 = aic.slice %x {offsets = " + array({0, 0, 1}) + ", sizes = " + array({3, half, 2}) +
                       ", strides = " + array({1, 1, -1}) + "} : (" + pairs + ") -> " + pairs +
                       "\n  %1 = aic.mul %0, %c : (" + pairs + ", " + factor + ") -> " + pairs + "\n",
                   "%1", pairs),
          {-2, 2, 1e-6});
  }
}

// A kernel moves bools, and computes on them and on what it moved.
TEST(VulkanCopy, BoolsThatAreComputedOn) {
  auto moved = [](const std::string& view, const std::string& x, const std::string& y) {
    check(function("%x: " + x + ", %y: " + y,
                   "  %0 = aic." + view + " : (" + x + ") -> " + y + "\n  %1 = aic.logical_and %0, %y : (" +
                       y + ", " + y + ") -> " + y + "\n  %2 = aic.logical_not %0 : " + y + "\n",
                   "%0, %1, %2", y + ", " + y + ", " + y),
          {-1, 1, 0});
  };
  std::string square = "tensor<4x4xi1>", wide = "tensor<4x8xi1>";
  moved("transpose %x {perm = array<i64: 1, 0>}", square, square);
  moved("slice %x {offsets = array<i64: 0, 3>, sizes = array<i64: 4, 4>, strides = array<i64: 1, 1>}", wide,
        square);
  moved("pad %x {low = array<i64: 0, 1>, high = array<i64: 0, 3>, value = 1.0 : f64}", square, wide);
  moved("pad %x {low = array<i64: 0, 1>, high = array<i64: 0, 3>, value = 0.5 : f64}", square, wide);
  moved("expand %x", "tensor<4x1xi1>", square);
  // The same bools, moved and not, in one kernel.
  check("func.func @f(%x: " + square + ") -> " + square + " {\n  %r = aic.fused(%x) : (" + square + ") -> " +
            square + " {\n^bb0(%a: " + square + "):\n  %0 = aic.transpose %a {perm = array<i64: 1, 0>} : (" +
            square + ") -> " + square + "\n  %1 = aic.logical_or %0, %a : (" + square + ", " + square +
            ") -> " + square + "\n  aic.yield %1 : " + square + "\n}\n  return %r : " + square + "\n}\n",
        {-1, 1, 0, /*fuse=*/false});
  check(function("%x: " + square + ", %y: " + square,
                 "  %0 = aic.concat %x, %y {dim = 1 : i64} : (" + square + ", " + square + ") -> " + wide +
                     "\n  %1 = aic.logical_not %0 : " + wide + "\n",
                 "%1", wide),
        {-1, 1, 0});
}

TEST(VulkanInterpolate, ShapesAndAttributes) {
  using Shape = std::vector<int64_t>;
  auto resize = [](const Shape& in, const Shape& size, const std::string& attributes) {
    std::string x = tensor(in), y = tensor({in[0], in[1], size[0], size[1]});
    check(function("%x: " + x,
                   "  %0 = aic.interpolate %x {output_size = " + array(size) + attributes + "} : (" + x +
                       ") -> " + y + "\n  %1 = aic.relu %0 : " + y + "\n",
                   "%1", y),
          {-1, 1, 1e-5});
  };
  std::string bilinear = ", mode = #aic.resize_mode<bilinear>", corners = bilinear + ", align_corners = true";
  for (const std::string& mode : {std::string(), bilinear, corners})
    for (int64_t channels : {1, 5, 8}) {
      resize({2, channels, 7, 5}, {14, 10}, mode);
      resize({1, channels, 9, 4}, {4, 11}, mode);
      resize({1, channels, 1, 6}, {3, 1}, mode);
      resize({1, channels, 5, 5}, {5, 5}, mode);
    }
  for (const std::string& mode : {std::string(), bilinear}) {
    resize({1, 4, 6, 10}, {15, 15}, mode + ", scales = array<f64: 2.5, 1.5>");
    resize({1, 3, 8, 9}, {5, 2}, mode + ", scales = array<f64: 0.65, 0.3>");
  }
}

} // namespace
} // namespace aic::test

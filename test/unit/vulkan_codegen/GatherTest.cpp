// Reading at indices: embedding, take and gather over shapes, axes, types, and indices out of range; scatter
// and topk.
#include "Harness.h"
#include "Text.h"
#include "runtime/kernel_abi.h"

#include <limits>

namespace aic::test {
namespace {

using Shape = std::vector<int64_t>;

Shape taken(const Shape& x, const Shape& index, size_t dim) {
  Shape shape(x.begin(), x.begin() + static_cast<int64_t>(dim));
  shape.insert(shape.end(), index.begin(), index.end());
  shape.insert(shape.end(), x.begin() + static_cast<int64_t>(dim) + 1, x.end());
  return shape;
}

// Values in [0, 2]: every axis below has three elements or more.
const Options kSmall = {0, 2, 0};

void read(const std::string& op, const Shape& x, const Shape& index, size_t dim, const std::string& element) {
  std::string types = "(" + tensor(x, element) + ", " + tensor(index, "i32") + ")";
  std::string out = tensor(op == "take" ? taken(x, index, dim) : index, element);
  check(function("%x: " + tensor(x, element) + ", %i: " + tensor(index, "i32"),
                 "  %0 = aic." + op + " %x, %i {dim = " + std::to_string(dim) + " : i64} : " + types +
                     " -> " + out + "\n",
                 "%0", out),
        kSmall);
}

TEST(VulkanGather, Take) {
  for (const char* element : {"f32", "i32"}) {
    read("take", {3}, {4}, 0, element);
    read("take", {5, 7}, {2, 3}, 1, element);
    read("take", {3, 5, 33}, {9}, 1, element);
    read("take", {3, 5, 8}, {9}, 1, element);
    read("take", {3, 5, 33}, {}, 2, element);
    read("take", {3, 2, 2}, {1, 5, 1}, 0, element);
    read("take", {7}, {}, 0, element);
    read("take", {100, 3, 64}, {40}, 1, element);
  }
}

TEST(VulkanGather, Gather) {
  for (const char* element : {"f32", "i32"}) {
    read("gather", {5}, {9}, 0, element);
    read("gather", {5, 7}, {3, 7}, 0, element);
    read("gather", {5, 7}, {5, 2}, 1, element);
    for (size_t dim : {0, 1, 2}) {
      read("gather", {3, 4, 17}, {3, 3, 9}, dim, element);
      read("gather", {6, 3, 8}, {6, 3, 8}, dim, element);
    }
  }
}

// A word's embedding and its place's, as BERT adds them: what follows the lookup is its epilogue.
TEST(VulkanGather, EmbeddingWithEpilogue) {
  for (int64_t width : {1, 5, 16, 37}) {
    std::string table = tensor({9, width}), result = tensor({2, 6, width}), place = tensor({6, width}),
                one = tensor({2, 6, 1}), ids = tensor({2, 6}, "i32");
    check(function("%w: " + table + ", %i: " + ids + ", %p: " + place + ", %o: " + one,
                   "  %0 = aic.embedding %i, %w : (" + ids + ", " + table + ") -> " + result +
                       "\n  %1 = aic.add %0, %p : (" + result + ", " + place + ") -> " + result +
                       "\n  %2 = aic.mul %1, %o : (" + result + ", " + one + ") -> " + result + "\n",
                   "%2", result),
          {0, 2, 1e-6});
  }
}

// An index out of range is reported, and reads nothing outside.
TEST(VulkanGather, OutOfRangeIsReported) {
  Options fails;
  fails.fails = AIC_KERNEL_INDEX_OUT_OF_RANGE;
  for (double bad : {-1.0, 5.0, -2147483648.0, 2147483647.0})
    for (const char* element : {"i32", "i64"}) {
      std::string index = tensor({3}, element), x = tensor({5, 8});
      std::vector<std::vector<double>> indices{{0, bad, 4}};
      checkOn(
          function("%i: " + index + ", %x: " + x,
                   "  %0 = aic.take %x, %i {dim = 0 : i64} : (" + x + ", " + index + ") -> tensor<3x8xf32>\n",
                   "%0", "tensor<3x8xf32>"),
          indices, fails);
    }
  checkOn(function("%i: tensor<1x3xi32>, %x: tensor<2x3xf32>",
                   "  %0 = aic.gather %x, %i {dim = 0 : i64} : (tensor<2x3xf32>, tensor<1x3xi32>) -> "
                   "tensor<1x3xf32>\n",
                   "%0", "tensor<1x3xf32>"),
          {{0, 1, 2}}, fails);
  checkOn(function("%i: tensor<3xi32>, %w: tensor<2x3xf32>",
                   "  %0 = aic.embedding %i, %w : (tensor<3xi32>, tensor<2x3xf32>) -> tensor<3x3xf32>\n",
                   "%0", "tensor<3x3xf32>"),
          {{0, -1, 1}}, fails);
}

// Bools are integers in memory, and are chosen as such.
TEST(VulkanGather, Bools) {
  for (const char* op : {"take", "gather"})
    check(function("%x: tensor<5xi1>, %i: tensor<3xi32>",
                   std::string("  %0 = aic.") + op +
                       " %x, %i {dim = 0 : i64} : (tensor<5xi1>, tensor<3xi32>) -> tensor<3xi1>\n"
                       "  %1 = aic.logical_not %0 : tensor<3xi1>\n",
                   "%1", "tensor<3xi1>"),
          {0, 2, 0});
}

struct Scatter {
  Shape x, index;
  size_t dim;
};

TEST(VulkanScatter, Shapes) {
  for (const Scatter& c : std::vector<Scatter>{{{5}, {9}, 0},
                                               {{5, 7}, {3, 7}, 0},
                                               {{5, 7}, {5, 2}, 1},
                                               {{3, 4, 17}, {2, 5, 9}, 1},
                                               {{6, 3, 8}, {6, 3, 8}, 0},
                                               {{4, 6, 3}, {4, 6, 1}, 2}})
    for (const char* element : {"f32", "i32"}) {
      std::string x = tensor(c.x, element), updates = tensor(c.index, element),
                  index = tensor(c.index, "i32");
      std::string body, values, results;
      for (const char* reduction : {"none", "add", "mul", "min", "max"}) {
        std::string name = std::string("%") + reduction;
        body += "  " + name + " = aic.scatter %x, %i, %u {dim = " + std::to_string(c.dim) +
                " : i64, reduction = #aic.scatter_reduction<" + reduction + ">} : (" + x + ", " + index +
                ", " + updates + ") -> " + x + "\n";
        values += (values.empty() ? "" : ", ") + name;
        results += (results.empty() ? "" : ", ") + x;
      }
      check(function("%x: " + x + ", %i: " + index + ", %u: " + updates, body, values, results),
            {0, 2, 1e-6});
    }
}

TEST(VulkanScatter, IntegersThatLeaveTheirBits) {
  for (auto [reduction, first, second] : {std::tuple("add", 2147483647.0, 1.0), {"mul", 65536.0, -65536.0}})
    for (const char* element : {"i64", "i32"}) {
      std::string x = tensor({5}, element);
      Options options;
      options.tolerance = options.absolute = 0;
      options.fails = element[1] == '6' ? AIC_KERNEL_INTEGER_OVERFLOW : 0;
      checkOn(function(
                  "%x: " + x + ", %i: tensor<2xi32>, %u: tensor<2x" + element + ">",
                  std::string(
                      "  %0 = aic.scatter %x, %i, %u {dim = 0 : i64, reduction = #aic.scatter_reduction<") +
                      reduction + ">} : (" + x + ", tensor<2xi32>, tensor<2x" + element + ">) -> " + x + "\n",
                  "%0", x),
              {{1, 1, 1, 1, 1}, {3, 3}, {first, second}}, options);
    }
}

TEST(VulkanScatter, BoolsAndIndicesOutOfRange) {
  std::string body =
      function("%x: tensor<2x5xi1>, %i: tensor<2x3xi64>, %u: tensor<2x3xi1>",
               "  %0 = aic.scatter %x, %i, %u {dim = 1 : i64} : (tensor<2x5xi1>, tensor<2x3xi64>, "
               "tensor<2x3xi1>) -> tensor<2x5xi1>\n  %1 = aic.logical_not %0 : tensor<2x5xi1>\n",
               "%1", "tensor<2x5xi1>");
  check(body, {0, 2, 0});
  Options fails;
  fails.fails = AIC_KERNEL_INDEX_OUT_OF_RANGE;
  checkOn(body, {{}, {0, 1, 2, 3, 4, 5}}, fails);
  checkOn(body, {{}, {0, -1, 2, 3, 4, 4}}, fails);
}

struct Topk {
  Shape x;
  int64_t k;
  size_t dim;
};

TEST(VulkanTopk, ShapesAndOrders) {
  for (const Topk& c : std::vector<Topk>{
           {{7}, 7, 0}, {{7}, 1, 0}, {{3, 5}, 2, 1}, {{3, 5}, 3, 0}, {{2, 100, 3}, 70, 1}, {{2, 333}, 5, 1}})
    for (const char* element : {"f32", "i32"})
      for (const char* largest : {"true", "false"}) {
        Shape out = c.x;
        out[c.dim] = c.k;
        std::string x = tensor(c.x, element), y = tensor(out, element), places = tensor(out, "i64");
        check(function("%x: " + x,
                       "  %v, %i = aic.topk %x {k = " + std::to_string(c.k) +
                           " : i64, dim = " + std::to_string(c.dim) + " : i64, largest = " + largest +
                           "} : (" + x + ") -> (" + y + ", " + places + ")\n",
                       "%v, %i", y + ", " + places),
              {-20, 20, 0}); // equal integers keep their order
      }
}

// What follows reads one of the two.
TEST(VulkanTopk, OneResultAlone) {
  std::string x = tensor({3, 9}), y = tensor({3, 4}), places = tensor({3, 4}, "i64");
  std::string topk =
      "  %v, %i = aic.topk %x {k = 4 : i64, dim = 1 : i64} : (" + x + ") -> (" + y + ", " + places + ")\n";
  check(function("%x: " + x, topk + "  %0 = aic.relu %v : " + y + "\n", "%0", y), {-2, 2, 0});
  check(function("%x: " + x, topk + "  %0 = aic.neg %i : " + places + "\n", "%0", places), {-2, 2, 0});
}

TEST(VulkanTopk, NaNIsLargest) {
  double nan = std::numeric_limits<double>::quiet_NaN();
  for (const char* largest : {"true", "false"})
    checkOn(function("%x: tensor<7xf32>",
                     std::string("  %v, %i = aic.topk %x {k = 6 : i64, dim = 0 : i64, largest = ") + largest +
                         "} : (tensor<7xf32>) -> (tensor<6xf32>, tensor<6xi64>)\n",
                     "%i", "tensor<6xi64>"),
            {{1, nan, -3, 1, 7, nan, 2}});
}

} // namespace
} // namespace aic::test

// Reading at indices: embedding, take and gather over shapes, axes, types, and indices out of range.
#include "Harness.h"
#include "Text.h"

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

// An index out of range reads the first or the last slice, nothing outside.
TEST(VulkanGather, OutOfRangeIsClamped) {
  auto text = [](const std::string& indices) {
    return function("%x: tensor<5x7xf32>",
                    "  %i = aic.constant dense<" + indices +
                        "> : tensor<3xi32>\n  %0 = aic.take %x, %i {dim = 0 : i64} : (tensor<5x7xf32>, "
                        "tensor<3xi32>) -> tensor<3x7xf32>\n",
                    "%0", "tensor<3x7xf32>");
  };
  Options options;
  options.tolerance = 0;
  options.expected = text("[0, 4, 2]");
  check(text("[-1, 5, 2]"), options);
  check(text("[-2147483648, 2147483647, 2]"), options);
}

} // namespace
} // namespace aic::test

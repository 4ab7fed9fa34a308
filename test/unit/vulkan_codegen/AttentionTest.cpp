// Attention over odd shapes, masks, causality, several blocks of keys and of columns, and views.
#include "Harness.h"
#include "Text.h"

#include <cmath>

namespace aic::test {
namespace {

using Shape = std::vector<int64_t>;

struct Case {
  Shape leading;
  int64_t queries, keys, width, valueWidth;
  bool masked = false;
  Shape mask = {};
  bool causal = false;
};

Shape with(Shape leading, int64_t rows, int64_t columns) {
  leading.insert(leading.end(), {rows, columns});
  return leading;
}

void attention(const Case& c, const Options& options = {-2, 2, 1e-5}) {
  std::string q = tensor(with(c.leading, c.queries, c.width)), k = tensor(with(c.leading, c.keys, c.width)),
              v = tensor(with(c.leading, c.keys, c.valueWidth)),
              out = tensor(with(c.leading, c.queries, c.valueWidth));
  std::string arguments = "%q: " + q + ", %k: " + k + ", %v: " + v, types = q + ", " + k + ", " + v;
  if (c.masked) {
    arguments += ", %m: " + tensor(c.mask);
    types += ", " + tensor(c.mask);
  }
  char scale[40];
  std::snprintf(scale, sizeof scale, "%.17e", 1 / std::sqrt(static_cast<double>(c.width)));
  check(function(arguments,
                 std::string("  %0 = aic.attention %q, %k, %v") + (c.masked ? " mask %m" : "") +
                     " {causal = " + (c.causal ? "true" : "false") + ", scale = " + scale + " : f64} : (" +
                     types + ") -> " + out + "\n",
                 "%0", out),
        options);
}

TEST(VulkanAttention, Shapes) {
  for (bool causal : {false, true})
    for (Case c : std::vector<Case>{{{}, 1, 1, 1, 1},
                                    {{}, 5, 7, 3, 2},
                                    {{2, 3}, 17, 15, 5, 9},
                                    {{1, 2}, 6, 100, 40, 64},
                                    {{2}, 15, 13, 8, 67},
                                    {{}, 4, 65, 16, 130},
                                    {{}, 70, 1, 6, 7}}) {
      if (causal && c.width != 5 && c.width != 40 && c.width != 6)
        continue;
      c.causal = causal;
      attention(c);
    }
}

TEST(VulkanAttention, Masks) {
  for (const Shape& mask : std::vector<Shape>{
           {2, 3, 11, 35}, {11, 35}, {35}, {2, 1, 1, 35}, {2, 1, 11, 35}, {3, 1, 1}, {11, 1}, {1}, {}})
    attention({{2, 3}, 11, 35, 20, 12, true, mask, mask.size() % 2 == 1});
}

// More keys than one block of scores holds, more columns than a workgroup adds up.
TEST(VulkanAttention, ManyKeysManyColumns) {
  attention({{2}, 3, 2048, 4, 5});
  attention({{}, 3, 5000, 4, 5});
  attention({{}, 2, 4097, 3, 5, true, {2, 4097}});
  attention({{}, 2200, 2200, 2, 2, false, {}, true});
  attention({{}, 3, 9, 4, 1100});
}

// Keys masked by -inf: all of a first block, or some; a query that sees nothing is NaN.
TEST(VulkanAttention, MaskedByInfinity) {
  for (int64_t keys : {20, 2100}) {
    std::string q = tensor({3, 4}), k = tensor({keys, 4}), m = tensor({3, keys}), row = tensor({1, keys});
    auto line = [&](int64_t from, int64_t to) { // seen in [from, to)
      std::string values;
      for (int64_t i = 0; i < keys; ++i)
        values += std::string(i ? ", " : "") + (i >= from && i < to ? "0.0" : "0xFF800000");
      return "[" + values + "]";
    };
    check(function("%q: " + q + ", %k: " + k,
                   "  %m = aic.constant dense<[" + line(keys - 3, keys) + ", " + line(0, 5) + ", " +
                       line(0, 0) + "]> : " + m +
                       "\n  %0 = aic.attention %q, %k, %k mask %m {scale = 0.5 : f64} : (" + q + ", " + k +
                       ", " + k + ", " + m + ") -> " + q + "\n",
                   "%0", q),
          {-2, 2, 1e-5});
  }
}

// Heads split and joined, and what follows: views of a kernel, and its epilogue.
TEST(VulkanAttention, HeadsAndEpilogue) {
  for (int64_t width : {5, 8}) {
    std::string flat = tensor({2, 7, 3 * width}), split = tensor({2, 7, 3, width}),
                heads = tensor({2, 3, 7, width});
    std::string body;
    for (const char* name : {"q", "k", "v"})
      body += std::string("  %") + name + "s = aic.reshape %" + name + " : (" + flat + ") -> " + split +
              "\n  %" + name + "h = aic.transpose %" + name + "s {perm = array<i64: 0, 2, 1, 3>} : (" +
              split + ") -> " + heads + "\n";
    body += "  %0 = aic.attention %qh, %kh, %vh {scale = 0.4 : f64} : (" + heads + ", " + heads + ", " +
            heads + ") -> " + heads + "\n  %1 = aic.transpose %0 {perm = array<i64: 0, 2, 1, 3>} : (" +
            heads + ") -> " + split + "\n  %2 = aic.reshape %1 : (" + split + ") -> " + flat +
            "\n  %3 = aic.add %2, %r : (" + flat + ", " + flat + ") -> " + flat + "\n";
    check(function("%q: " + flat + ", %k: " + flat + ", %v: " + flat + ", %r: " + flat, body, "%3", flat),
          {-2, 2, 1e-5});
  }
}

} // namespace
} // namespace aic::test

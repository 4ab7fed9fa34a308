// The contraction and window families over odd shapes, in every variant.
#include "Harness.h"
#include "Text.h"

namespace aic::test {
namespace {

TEST(VulkanContraction, LinearOverOddShapes) {
  for (int64_t m : {1, 5, 33})
    for (int64_t k : {1, 7, 36, 65})
      for (int64_t n : {1, 10, 17, 40, 130}) {
        if (m == 5 && (k + n) % 2) // every other one is enough in the middle
          continue;
        std::string y = tensor({m, n});
        check(function("%x: " + tensor({m, k}),
                       weights("w", {n, k}) + weights("b", {n}) + "  %0 = aic.linear %x, %w, %b : (" +
                           tensor({m, k}) + ", " + tensor({n, k}) + ", " + tensor({n}) + ") -> " + y +
                           "\n  %1 = aic.relu %0 : " + y + "\n",
                       "%1", y));
      }
}

TEST(VulkanContraction, Matmul) {
  struct Case {
    std::vector<int64_t> a, b, y;
    bool constant = false;
  };
  for (const Case& c :
       {Case{{5, 7}, {7, 9}, {5, 9}}, Case{{3, 5, 7}, {7, 9}, {3, 5, 9}},
        Case{{2, 3, 15, 17}, {2, 3, 17, 33}, {2, 3, 15, 33}}, Case{{2, 1, 4, 6}, {3, 6, 5}, {2, 3, 4, 5}},
        Case{{4, 6}, {2, 6, 40}, {2, 4, 40}}, Case{{2, 65, 36}, {2, 36, 68}, {2, 65, 68}},
        Case{{70, 48}, {48, 72}, {70, 72}, true}, Case{{2, 70, 33}, {33, 67}, {2, 70, 67}, true},
        Case{{128, 64}, {64, 128}, {128, 128}, true}}) {
    std::string a = tensor(c.a), b = tensor(c.b), y = tensor(c.y);
    check(function("%a: " + a + (c.constant ? "" : ", %b: " + b),
                   (c.constant ? weights("b", c.b) : "") + "  %0 = aic.matmul %a, %b : (" + a + ", " + b +
                       ") -> " + y + "\n",
                   "%0", y));
  }
}

// A weight that is computed at run time is packed there.
TEST(VulkanContraction, ComputedWeight) {
  for (int64_t rows : {1, 40})
    for (int64_t n : {3, 35, 64}) {
      std::string x = tensor({rows, 36}), w = tensor({n, 36}), y = tensor({rows, n});
      check(function("%x: " + x + ", %w: " + w + ", %b: " + tensor({n}),
                     "  %v = aic.relu %w : " + w + "\n  %0 = aic.linear %x, %v, %b : (" + x + ", " + w +
                         ", " + tensor({n}) + ") -> " + y + "\n  %1 = aic.linear %x, %w : (" + x + ", " + w +
                         ") -> " + y + "\n",
                     "%0, %1", y + ", " + y));
    }
}

TEST(VulkanContraction, ComputedFilters) {
  struct Case {
    std::vector<int64_t> x, w, y;
    int64_t groups;
  };
  for (const Case& c :
       {Case{{1, 3, 9, 8}, {17, 3, 3, 3}, {1, 17, 7, 6}, 1},
        Case{{2, 6, 5, 7}, {10, 3, 2, 3}, {2, 10, 4, 5}, 2},
        Case{{1, 8, 6, 6}, {8, 1, 3, 3}, {1, 8, 4, 4}, 8}, Case{{1, 5, 6, 6}, {5, 1, 3, 3}, {1, 5, 4, 4}, 5},
        Case{{1, 20, 4, 4}, {9, 20, 1, 1}, {1, 9, 4, 4}, 1}}) {
    std::string x = tensor(c.x), w = tensor(c.w), y = tensor(c.y);
    check(function("%x: " + x + ", %w: " + w,
                   "  %0 = aic.conv2d %x, %w {groups = " + std::to_string(c.groups) + " : i64} : (" + x +
                       ", " + w + ") -> " + y + "\n  %1 = aic.relu %0 : " + y + "\n",
                   "%1", y));
  }
}

struct Conv {
  int64_t n, c, h, w, o, kh, kw, stride, dilation, groups;
  std::vector<int64_t> padding;
  bool bias;
};

std::string text(const Conv& v) {
  int64_t oh = (v.h + v.padding[0] + v.padding[2] - v.dilation * (v.kh - 1) - 1) / v.stride + 1;
  int64_t ow = (v.w + v.padding[1] + v.padding[3] - v.dilation * (v.kw - 1) - 1) / v.stride + 1;
  std::string x = tensor({v.n, v.c, v.h, v.w}), k = tensor({v.o, v.c / v.groups, v.kh, v.kw}),
              y = tensor({v.n, v.o, oh, ow});
  return function("%x: " + x + ", %r: " + y,
                  weights("w", {v.o, v.c / v.groups, v.kh, v.kw}) + (v.bias ? weights("b", {v.o}) : "") +
                      "  %0 = aic.conv2d %x, %w" + (v.bias ? ", %b" : "") +
                      " {stride = " + array({v.stride, v.stride}) +
                      ", dilation = " + array({v.dilation, v.dilation}) + ", padding = " + array(v.padding) +
                      ", groups = " + std::to_string(v.groups) + " : i64} : (" + x + ", " + k +
                      (v.bias ? ", " + tensor({v.o}) : "") + ") -> " + y + "\n  %1 = aic.add %0, %r : (" + y +
                      ", " + y + ") -> " + y + "\n  %2 = aic.relu %1 : " + y + "\n",
                  "%2", y);
}

TEST(VulkanContraction, Convolutions) {
  std::vector<Conv> cases;
  for (int64_t size : {1, 5, 16, 31})
    cases.push_back({1, 3, size, size + 2, 17, 3, 3, 1, 1, 1, {1, 1, 1, 1}, true});
  for (int64_t stride : {1, 2})
    for (int64_t dilation : {1, 2})
      for (int64_t groups : {1, 2})
        cases.push_back({2, 6, 17, 19, 10, 3, 3, stride, dilation, groups, {1, 2, 0, 1}, stride == 2});
  cases.push_back({1, 3, 30, 33, 16, 7, 7, 2, 1, 1, {3, 3, 3, 3}, true});
  cases.push_back({1, 64, 9, 9, 40, 1, 1, 1, 1, 1, {0, 0, 0, 0}, true});
  cases.push_back({3, 20, 9, 9, 40, 1, 1, 2, 1, 1, {0, 0, 0, 0}, false});
  cases.push_back({1, 8, 5, 40, 6, 1, 15, 1, 1, 1, {0, 7, 0, 7}, true});
  cases.push_back({1, 4, 4, 4, 8, 3, 3, 1, 1, 1, {3, 3, 3, 3}, true}); // pixels that see only padding
  cases.push_back({1, 8, 9, 9, 8, 3, 3, 1, 1, 8, {1, 1, 1, 1}, true}); // depthwise
  cases.push_back({2, 70, 11, 12, 70, 5, 5, 2, 1, 70, {2, 2, 2, 2}, false});
  cases.push_back({1, 4, 9, 9, 8, 3, 3, 1, 2, 4, {2, 2, 2, 2}, true});     // two outputs per channel
  cases.push_back({1, 32, 12, 13, 64, 3, 3, 1, 1, 1, {1, 1, 1, 1}, true}); // shared tiles in full and in part
  cases.push_back({2, 80, 8, 9, 72, 3, 3, 1, 1, 2, {1, 1, 1, 1}, true});
  cases.push_back({1, 5, 9, 11, 34, 3, 3, 1, 1, 1, {1, 1, 1, 1}, false});
  for (const Conv& c : cases)
    check(text(c));
}

TEST(VulkanWindow, Pooling) {
  auto pool = [](const std::string& op, std::vector<int64_t> in, std::vector<int64_t> out,
                 const std::string& attributes) {
    check(function("%x: " + tensor(in),
                   "  %0 = aic." + op + " %x {" + attributes + "} : (" + tensor(in) + ") -> " + tensor(out) +
                       "\n",
                   "%0", tensor(out)));
  };
  pool("max_pool2d", {2, 8, 9, 11}, {2, 8, 4, 5}, "kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>");
  pool("max_pool2d", {1, 5, 12, 13}, {1, 5, 6, 7},
       "kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>");
  pool("max_pool2d", {1, 4, 9, 9}, {1, 4, 5, 5},
       "kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, ceil_mode = true");
  pool("max_pool2d", {1, 4, 9, 9}, {1, 4, 5, 5},
       "kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, dilation = array<i64: 2, 2>");
  pool("avg_pool2d", {1, 6, 9, 10}, {1, 6, 5, 5},
       "kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>");
  pool("avg_pool2d", {1, 8, 9, 10}, {1, 8, 5, 5},
       "kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>, "
       "count_include_pad = false");
  pool("adaptive_avg_pool2d", {2, 5, 7, 9}, {2, 5, 3, 4}, "output_size = array<i64: 3, 4>");
  pool("adaptive_avg_pool2d", {1, 64, 7, 7}, {1, 64, 1, 1}, "output_size = array<i64: 1, 1>");
}

} // namespace
} // namespace aic::test

// Attention over odd shapes, masks, causality, several blocks of keys and of columns, and views.
#include "Harness.h"
#include "Text.h"
#include "runtime/kernel_abi.h"

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

// Runs of keys, in one block and in several: a band, all keys, none; a query that sees nothing is 0 where
// guarded.
TEST(VulkanAttention, SpansAndGuard) {
  for (bool guarded : {false, true})
    for (int64_t keys : {20, 2100})
      for (int64_t queries : {1, 7}) {
        std::string first, end;
        for (int64_t i = 0; i < queries; ++i) {
          const char* comma = i ? ", " : "";
          first += comma + std::to_string(i == 1 ? 3 : i == 2 ? -4 : keys - 9 - i);
          end += comma + std::to_string(i == 1 ? 3 : i == 2 ? keys + 7 : keys - i);
        }
        std::string q = tensor({queries, 4}), k = tensor({keys, 4}),
                    m = "tensor<2x" + std::to_string(queries) + "xi32>";
        check(function("%q: " + q + ", %k: " + k,
                       "  %m = aic.constant dense<[[" + first + "], [" + end + "]]> : " + m +
                           "\n  %0 = aic.attention %q, %k, %k mask %m {scale = 0.5 : f64, aic.spans" +
                           (guarded ? ", aic.guarded" : "") + "} : (" + q + ", " + k + ", " + k + ", " + m +
                           ") -> " + q + "\n",
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

// Keys that are not there yet: of any value, and they do not show.
struct Cache {
  Shape leading;
  int64_t queries, keys, width, valueWidth;
  bool causal = false;
  Shape mask = {};
};

std::string cached(const Cache& c, const std::string& index, std::string* expected = nullptr) {
  std::string q = tensor(with(c.leading, c.queries, c.width)), k = tensor(with(c.leading, c.keys, c.width)),
              v = tensor(with(c.leading, c.keys, c.valueWidth)),
              out = tensor(with(c.leading, c.queries, c.valueWidth)), m = tensor(c.mask),
              n = "tensor<" + index + ">";
  std::string arguments = "%q: " + q + ", %k: " + k + ", %v: " + v + ", %m: " + m + ", %n: " + n;
  if (expected) // what nobody wrote
    *expected = function(arguments, "  %0 = aic.constant dense<0x7FC00000> : " + out + "\n", "%0", out);
  return function(arguments,
                  "  %0 = aic.attention %q, %k, %v mask %m length %n {causal = " +
                      std::string(c.causal ? "true" : "false") + ", scale = 0.3 : f64} : (" + q + ", " + k +
                      ", " + v + ", " + m + ", " + n + ") -> " + out + "\n",
                  "%0", out);
}

// Matrices of a row of `width` numbers a key: NaN from `length` on.
std::vector<double> withoutRest(int64_t matrices, int64_t keys, int64_t width, int64_t length, double step) {
  std::vector<double> values;
  for (int64_t matrix = 0; matrix < matrices; ++matrix)
    for (int64_t key = 0; key < keys; ++key)
      for (int64_t i = 0; i < width; ++i)
        values.push_back(key < length ? std::sin(step * static_cast<double>(values.size() + 1)) : NAN);
  return values;
}

int64_t product(const Shape& shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  return count;
}

void atLength(const Cache& c, int64_t length, const std::string& index = "i64") {
  SCOPED_TRACE(length);
  // A mask over keys is NaN behind them, too.
  std::vector<double> mask;
  if (!c.mask.empty() && c.mask.back() == c.keys)
    mask = withoutRest(product(c.mask) / c.keys, c.keys, 1, length, 2.9);
  checkOn(cached(c, index),
          {{},
           withoutRest(product(c.leading), c.keys, c.width, length, 0.7),
           withoutRest(product(c.leading), c.keys, c.valueWidth, length, 1.3),
           mask,
           {static_cast<double>(length)}},
          {-2, 2, 1e-5});
}

TEST(VulkanAttention, Lengths) {
  for (bool causal : {false, true})
    for (Cache c : std::vector<Cache>{{{2, 3}, 1, 9, 8, 8},
                                      {{2}, 1, 70, 5, 3},
                                      {{}, 3, 67, 16, 12},
                                      {{2}, 9, 66, 4, 70},
                                      {{1, 2}, 6, 6, 3, 2},
                                      {{}, 2, 5, 4, 1100},
                                      {{2, 3}, 5, 66, 8, 8, false, {5, 66}},
                                      {{2, 3}, 5, 66, 8, 8, false, {2, 1, 1, 66}},
                                      {{2}, 4, 7, 8, 8, false, {2, 4, 1}}}) {
      c.causal = causal;
      int64_t least = causal ? c.queries : 1, previous = 0;
      for (int64_t length : {least, least + 1, int64_t(64), c.keys})
        if (length >= least && length <= c.keys && length > previous)
          atLength(c, previous = length, length % 2 ? "i32" : "i64");
    }
}

// A block holds 512 keys of four queries, or 2048 of one: lengths around its ends.
TEST(VulkanAttention, LengthsAroundBlocks) {
  for (bool causal : {false, true}) {
    for (int64_t length : {9, 511, 512, 513, 1024, 1027, 1300})
      atLength({{}, 9, 1300, 4, 5, causal}, length);
    for (int64_t length : {1, 2047, 2048, 2049, 4100})
      atLength({{2}, 1, 4100, 3, 2, causal}, length);
  }
}

// The queries are the last ones, and are the first as well where the length is theirs: as causal alone.
TEST(VulkanAttention, LengthOfTheQueriesIsCausal) {
  std::string x = tensor({2, 7, 4});
  auto body = [&](const std::string& length, const std::string& type) {
    return function("%q: " + x + ", %k: " + x + ", %v: " + x + ", %n: tensor<i32>",
                    "  %0 = aic.attention %q, %k, %v" + length + " {causal = true, scale = 0.5 : f64} : (" +
                        x + ", " + x + ", " + x + type + ") -> " + x + "\n",
                    "%0", x);
  };
  Options options{-2, 2, 1e-5};
  options.expected = body("", "");
  checkOn(body(" length %n", ", tensor<i32>"), {{}, {}, {}, {7}}, options);
}

// Nothing is written where there are not so many keys, or none for a query.
TEST(VulkanAttention, LengthsOutOfRange) {
  for (bool causal : {false, true})
    for (Cache c : std::vector<Cache>{{{2}, 1, 9, 8, 8}, {{}, 5, 70, 4, 3}, {{}, 3, 600, 4, 70}}) {
      c.causal = causal;
      Options options;
      options.fails = AIC_KERNEL_INDEX_OUT_OF_RANGE;
      for (const char* index : {"i32", "i64"}) {
        if ((index[1] == '3') == (c.width == 8)) // one type a shape
          continue;
        std::string body = cached(c, index, &options.expected);
        for (double length : {0.0, -1.0, static_cast<double>(causal ? c.queries - 1 : 0),
                              static_cast<double>(c.keys + 1), -2147483648.0, 2147483647.0})
          checkOn(body, {{}, {}, {}, {}, {length}}, options);
      }
    }
}

// One step of a text, as a model takes it: keys and values go to their states, and a query sees those that
// are there. A mask of bools spans the capacity.
TEST(VulkanAttention, Step) {
  for (int64_t step : {1, 3})
    for (int64_t width : {5, 8}) {
      std::string flat = tensor({2, step, 3 * width}), split = tensor({2, step, 3, width}),
                  heads = tensor({2, 3, step, width}), cache = tensor({2, 3, 10, width}),
                  mask = tensor({2, 1, 1, 10}, "i1");
      std::string body;
      for (const char* name : {"q", "k", "v"})
        body += std::string("  %") + name + "s = aic.reshape %" + name + " : (" + flat + ") -> " + split +
                "\n  %" + name + "h = aic.transpose %" + name + "s {perm = array<i64: 0, 2, 1, 3>} : (" +
                split + ") -> " + heads + "\n";
      for (const char* name : {"k", "v"})
        body += std::string("  %") + name + "n = aic.update_slice %" + name + "h into %" + name +
                "c at %p {dim = 2 : i64} : (" + heads + ", " + cache + ", tensor<i64>) -> " + cache + "\n";
      body += "  %step = aic.constant dense<" + std::to_string(step) +
              "> : tensor<i64>\n  %n = aic.add %p, %step : (tensor<i64>, tensor<i64>) -> tensor<i64>\n"
              "  %0 = aic.attention %qh, %kn, %vn mask %m length %n {causal = true, scale = 0.4 : f64} : (" +
              heads + ", " + cache + ", " + cache + ", " + mask + ", tensor<i64>) -> " + heads +
              "\n  %1 = aic.transpose %0 {perm = array<i64: 0, 2, 1, 3>} : (" + heads + ") -> " + split +
              "\n  %2 = aic.reshape %1 : (" + split + ") -> " + flat + "\n";
      std::string states;
      for (const char* name : {"k", "v"})
        states += std::string("aic.state @") + name + " : " + cache + " = dense<0.0> : " + cache + "\n";
      std::string text = states + "func.func @f(%q: " + flat + ", %k: " + flat + ", %v: " + flat +
                         ", %m: " + mask + ", %p: tensor<i64>, %kc: " + cache +
                         " {aic.state = @k}, %vc: " + cache + " {aic.state = @v}) -> (" + flat + ", " +
                         cache + " {aic.state = @k}, " + cache + " {aic.state = @v}) {\n" + body +
                         "  return %2, %kn, %vn : " + flat + ", " + cache + ", " + cache + "\n}\n";
      for (int64_t position : {int64_t(0), int64_t(4), 10 - step})
        checkOn(text, {{}, {}, {}, std::vector<double>(20, 1), {static_cast<double>(position)}},
                {-2, 2, 1e-5});
      std::vector<double> half(20, 1);
      half[0] = half[11] = 0;
      checkOn(text, {{}, {}, {}, half, {7}}, {-2, 2, 1e-5});
    }
}

} // namespace
} // namespace aic::test

// Slices at a place that is known at run time: updates of states in their own buffers, and what narrow reads,
// over axes, types, views, and places where a slice does not fit.
#include "Harness.h"
#include "Text.h"
#include "runtime/kernel_abi.h"

namespace aic::test {
namespace {

using Shape = std::vector<int64_t>;

// What moves stays what it is.
const Options kExact{.low = -100, .high = 100, .tolerance = 0, .absolute = 0};

Options failing(const std::string& expected) {
  Options options = kExact;
  options.fails = AIC_KERNEL_INDEX_OUT_OF_RANGE;
  options.expected = expected;
  return options;
}

struct Update {
  Shape x;
  size_t dim;
  int64_t size; // of the values, along dim

  Shape values() const {
    Shape shape = x;
    shape[dim] = size;
    return shape;
  }
  int64_t last() const { return x[dim] - size; } // the last start
};

std::string state(const std::string& type, const std::string& element) {
  std::string zero = element == "i1" ? "false" : element == "f32" ? "0.0" : "0";
  return "aic.state @s : " + type + " = dense<" + zero + "> : " + type + "\n";
}

// A state that is updated: nothing but its buffer is there to be written.
std::string updateOf(const Update& c, const std::string& element, const std::string& index) {
  std::string x = tensor(c.x, element), values = tensor(c.values(), element);
  return state(x, element) + "func.func @f(%v: " + values + ", %p: tensor<" + index + ">, %x: " + x +
         " {aic.state = @s}) -> (" + x + " {aic.state = @s}) {\n  %0 = aic.update_slice %v into %x at %p " +
         "{dim = " + std::to_string(c.dim) + " : i64} : (" + values + ", " + x + ", tensor<" + index +
         ">) -> " + x + "\n  return %0 : " + x + "\n}\n";
}

// The state as it was.
std::string unchanged(const Update& c, const std::string& element, const std::string& index) {
  std::string x = tensor(c.x, element);
  return function("%v: " + tensor(c.values(), element) + ", %p: tensor<" + index + ">, %x: " + x, "", "%x",
                  x);
}

std::string narrowOf(const Update& c, const std::string& element, const std::string& index) {
  std::string x = tensor(c.x, element), out = tensor(c.values(), element);
  return function("%x: " + x + ", %p: tensor<" + index + ">",
                  "  %0 = aic.narrow %x at %p {dim = " + std::to_string(c.dim) +
                      " : i64, size = " + std::to_string(c.size) + " : i64} : (" + x + ", tensor<" + index +
                      ">) -> " + out + "\n",
                  "%0", out);
}

void each(const Update& c, const std::string& element, const std::string& index = "i64") {
  for (int64_t start : {int64_t(0), c.last() / 2, c.last()}) {
    double place = static_cast<double>(start);
    checkOn(updateOf(c, element, index), {{}, {place}}, kExact);
    checkOn(narrowOf(c, element, index), {{}, {place}}, kExact);
    if (c.last() == 0)
      break;
  }
}

TEST(VulkanSlice, ShapesAndAxes) {
  for (const Update& c : std::vector<Update>{{{1}, 0, 1},
                                             {{5}, 0, 3},
                                             {{8}, 0, 4},
                                             {{8}, 0, 8},
                                             {{70, 3}, 0, 5},
                                             {{3, 7}, 1, 2},
                                             {{6, 4}, 0, 1},
                                             {{2, 3, 8, 16}, 2, 1},
                                             {{2, 3, 9, 16}, 2, 7},
                                             {{2, 3, 9, 5}, 2, 4},
                                             {{2, 9, 4, 3}, 1, 2}, // rows of 3 lie side by side: a run of 12
                                             {{1, 5, 7, 1}, 2, 3},
                                             {{2, 5, 64}, 2, 63},
                                             {{2, 5, 64}, 2, 32}})
    each(c, "f32");
}

TEST(VulkanSlice, Types) {
  for (const char* element : {"i32", "i64", "i1"})
    for (const Update& c : std::vector<Update>{{{9}, 0, 2}, {{3, 5, 8}, 1, 2}, {{3, 5, 7}, 1, 5}}) {
      each(c, element, "i32");
      each(c, element, "i64");
    }
}

// Of what is no state too: it is copied where it is read again, or the caller's.
TEST(VulkanSlice, UpdatesOfOtherTensors) {
  for (const char* element : {"f32", "i1"}) {
    std::string x = tensor({3, 6}, element), v = tensor({3, 2}, element);
    std::string update = " {dim = 1 : i64} : (" + v + ", " + x + ", tensor<i64>) -> " + x + "\n";
    checkOn(function("%v: " + v + ", %x: " + x + ", %p: tensor<i64>, %q: tensor<i64>",
                     "  %0 = aic.update_slice %v into %x at %p" + update +
                         "  %1 = aic.update_slice %v into %0 at %q" + update,
                     "%0, %1, %x", x + ", " + x + ", " + x),
            {{}, {}, {3}, {0}}, kExact);
  }
  std::string x = tensor({4, 3}), v = tensor({1, 3}); // a constant, at a constant
  check(function("%v: " + v,
                 weights("c", {4, 3}) + "  %p = aic.constant dense<2> : tensor<i64>\n" +
                     "  %0 = aic.update_slice %v into %c at %p {dim = 0 : i64} : (" + v + ", " + x +
                     ", tensor<i64>) -> " + x +
                     "\n  %1 = aic.narrow %0 at %p {dim = 0 : i64, size = 2 : i64} : (" + x +
                     ", tensor<i64>) -> tensor<2x3xf32>\n",
                 "%0, %1", x + ", tensor<2x3xf32>"),
        kExact);
}

// Nothing is written where the slice does not fit: the state is what it was, narrow's result what it held.
TEST(VulkanSlice, PlacesOutOfRange) {
  for (const Update& c :
       std::vector<Update>{{{9}, 0, 2}, {{3, 8, 8}, 1, 3}, {{2, 200, 7}, 1, 150}, {{5}, 0, 5}})
    for (const char* index : {"i32", "i64"})
      for (double start : {-1.0, static_cast<double>(c.last() + 1), -2147483648.0, 2147483647.0}) {
        checkOn(updateOf(c, "f32", index), {{}, {start}}, failing(unchanged(c, "f32", index)));
        std::string out = tensor(c.values());
        checkOn(narrowOf(c, "f32", index), {{}, {start}},
                failing(function("%x: " + tensor(c.x) + ", %p: tensor<" + index + ">",
                                 "  %0 = aic.constant dense<0x7FC00000> : " + out + "\n", "%0", out)));
      }
  for (const char* element : {"i32", "i64", "i1"}) {
    Update c{{4, 3}, 0, 2};
    checkOn(updateOf(c, element, "i64"), {{}, {3}}, failing(unchanged(c, element, "i64")));
  }
}

// Where there is nothing to write, the place is looked at all the same.
TEST(VulkanSlice, NoValues) {
  for (const char* element : {"f32", "i64", "i1"})
    for (const Update& c : std::vector<Update>{{{4}, 0, 0}, {{2, 3, 4}, 1, 0}}) {
      for (int64_t start = 0; start <= c.last(); ++start)
        checkOn(updateOf(c, element, "i64"), {{}, {static_cast<double>(start)}}, kExact);
      for (double start : {-1.0, static_cast<double>(c.last() + 1)})
        checkOn(updateOf(c, element, "i64"), {{}, {start}}, failing(unchanged(c, element, "i64")));
    }
  // Through views of something, and of nothing; a constant place.
  std::string x = tensor({2, 5, 3}), none = tensor({2, 0, 3}), turned = tensor({2, 3, 0});
  std::string body =
      "  %p = aic.constant dense<4> : tensor<i64>\n"
      "  %0 = aic.slice %y {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 3, 0>, strides "
      "= array<i64: 1, 1, 1>} : (" +
      tensor({2, 3, 4}) + ") -> " + turned + "\n  %1 = aic.transpose %0 {perm = array<i64: 0, 2, 1>} : (" +
      turned + ") -> " + none + "\n  %2 = aic.update_slice %1 into %x at %p {dim = 1 : i64} : (" + none +
      ", " + x + ", tensor<i64>) -> " + x + "\n  %3 = aic.transpose %z {perm = array<i64: 0, 2, 1>} : (" +
      turned + ") -> " + none + "\n  %4 = aic.update_slice %3 into %2 at %q {dim = 1 : i64} : (" + none +
      ", " + x + ", tensor<i64>) -> " + x + "\n";
  for (double start : {0.0, 5.0})
    checkOn(state(x, "f32") + "func.func @f(%y: " + tensor({2, 3, 4}) + ", %z: " + turned +
                ", %q: tensor<i64>, %x: " + x + " {aic.state = @s}) -> (" + x + " {aic.state = @s}) {\n" +
                body + "  return %4 : " + x + "\n}\n",
            {{}, {}, {start}}, kExact);
}

// Keys as a step makes them: heads of a projection, which stand beside others, go where the text ends.
TEST(VulkanSlice, Views) {
  for (int64_t width : {5, 8})
    for (int64_t step : {1, 3}) {
      std::string flat = tensor({2, step, 3 * 2 * width}), part = tensor({2, step, 2 * width}),
                  split = tensor({2, step, 2, width}), heads = tensor({2, 2, step, width}),
                  x = tensor({2, 2, 7, width});
      for (int64_t offset : {int64_t(0), 2 * width})
        checkOn(state(x, "f32") + "func.func @f(%y: " + flat + ", %p: tensor<i64>, %x: " + x +
                    " {aic.state = @s}) -> (" + x + " {aic.state = @s}) {\n" +
                    "  %0 = aic.slice %y {offsets = array<i64: 0, 0, " + std::to_string(offset) +
                    ">, sizes = array<i64: 2, " + std::to_string(step) + ", " + std::to_string(2 * width) +
                    ">, strides = array<i64: 1, 1, 1>} : (" + flat + ") -> " + part +
                    "\n  %1 = aic.reshape %0 : (" + part + ") -> " + split +
                    "\n  %2 = aic.transpose %1 {perm = array<i64: 0, 2, 1, 3>} : (" + split + ") -> " +
                    heads + "\n  %3 = aic.update_slice %2 into %x at %p {dim = 2 : i64} : (" + heads + ", " +
                    x + ", tensor<i64>) -> " + x + "\n  return %3 : " + x + "\n}\n",
                {{}, {4}}, kExact);
    }
  // Backwards, repeated, across.
  std::string x = tensor({4, 6, 8}), out = tensor({8, 2, 6}), wide = tensor({3, 4, 6, 8});
  checkOn(
      function("%x: " + x + ", %p: tensor<i64>",
               "  %0 = aic.slice %x {offsets = array<i64: 3, 0, 7>, sizes = array<i64: 4, 6, 8>, strides = "
               "array<i64: -1, 1, -1>} : (" +
                   x + ") -> " + x + "\n  %1 = aic.transpose %0 {perm = array<i64: 2, 0, 1>} : (" + x +
                   ") -> tensor<8x4x6xf32>\n"
                   "  %2 = aic.narrow %1 at %p {dim = 1 : i64, size = 2 : i64} : (tensor<8x4x6xf32>, "
                   "tensor<i64>) -> " +
                   out + "\n  %3 = aic.expand %x : (" + x + ") -> " + wide +
                   "\n  %4 = aic.narrow %3 at %p {dim = 2 : i64, size = 4 : i64} : (" + wide +
                   ", tensor<i64>) -> tensor<3x4x4x8xf32>\n",
               "%2, %4", out + ", tensor<3x4x4x8xf32>"),
      {{}, {1}}, kExact);
}

} // namespace
} // namespace aic::test

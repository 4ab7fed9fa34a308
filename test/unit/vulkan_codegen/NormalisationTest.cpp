// Layer norm, RMS norm and group norm over lengths, axes, layouts and epilogues.
#include "Harness.h"
#include "Text.h"

namespace aic::test {
namespace {

using Shape = std::vector<int64_t>;

// parts: "" (nothing), "w" (weight), "wb" (weight and bias), "b". What follows adds y, which broadcasts.
void normalise(const std::string& op, const Shape& shape, const Shape& parameters, const std::string& parts,
               const std::string& attributes, const Shape& y, const Options& options) {
  std::string type = tensor(shape), arguments = "%x: " + type + ", %y: " + tensor(y), operands = "%x",
              types = type;
  for (char part : parts) {
    std::string name = part == 'w' ? "%w" : "%b";
    operands += (part == 'w' ? " weight " : " bias ") + name;
    types += ", " + tensor(parameters);
    arguments += ", " + name + ": " + tensor(parameters);
  }
  check(function(arguments,
                 "  %0 = aic." + op + " " + operands + " {" + attributes + "} : (" + types + ") -> " + type +
                     "\n  %1 = aic.add %0, %y : (" + type + ", " + tensor(y) + ") -> " + type + "\n",
                 "%1", type),
        options);
}

void overLastAxes(const std::string& op, const Shape& shape, int64_t axes, const std::string& parts,
                  const Shape& y = {}, const Options& options = {-1, 4}) {
  normalise(op, shape, Shape(shape.end() - axes, shape.end()), parts,
            "axes = " + std::to_string(axes) + " : i64, eps = 1.0e-3 : f64", y, options);
}

void groups(const Shape& shape, int64_t count, const std::string& layout, const std::string& parts,
            const Shape& y = {}) {
  normalise("group_norm", shape, {layout == "nhwc" ? shape.back() : shape[1]}, parts,
            "num_groups = " + std::to_string(count) + " : i64, layout = #aic.layout<" + layout + ">", y,
            {-1, 4});
}

TEST(VulkanNormalisation, OverLastAxes) {
  for (int64_t n : {1, 5, 63, 64, 65, 257}) {
    overLastAxes("layer_norm", {5, n}, 1, "wb");
    overLastAxes("rms_norm", {3, n}, 1, "w");
  }
  overLastAxes("layer_norm", {4, 37}, 1, "b");
  overLastAxes("layer_norm", {17}, 1, "");
  for (const char* op : {"layer_norm", "rms_norm"}) {
    overLastAxes(op, {2, 3, 5, 7}, 2, "w");
    overLastAxes(op, {2, 3, 5, 7}, 4, "");
    for (const Shape& y : {Shape{7}, {5, 1}, {3, 1, 1}, {2, 1, 1, 7}, {2, 3, 5, 7}})
      overLastAxes(op, {2, 3, 5, 7}, 3, "w", y);
  }
  // Differences of numbers near 1000: their mean is rounded to some 1e-4 of a deviation, and that is
  // multiplied with weights near 1000.
  Options large{999, 1003, 1e-3};
  large.absolute = 0.3;
  overLastAxes("layer_norm", {6, 50}, 1, "wb", {}, large);
}

// Of many equal numbers the mean is that number: a plain sum of them is off by a thousandth.
TEST(VulkanNormalisation, EqualNumbers) {
  Options equal{1000.7, 1000.7, 1e-6};
  overLastAxes("layer_norm", {1, 100003}, 1, "", {}, equal);
}

TEST(VulkanNormalisation, Groups) {
  for (int64_t count : {1, 3, 12})
    for (const char* parts : {"", "wb"}) {
      groups({2, 12, 5, 7}, count, "nchw", parts);
      groups({2, 5, 7, 12}, count, "nhwc", parts);
    }
  groups({3, 40}, 4, "nchw", "wb");
  groups({3, 40}, 4, "nhwc", "b");
  groups({2, 3, 4, 5, 33}, 3, "nhwc", "w");
  for (const Shape& y : {Shape{7}, {5, 1}, {6, 1, 1}, {2, 1, 1, 7}}) {
    groups({2, 6, 5, 7}, 3, "nchw", "wb", y);
    groups({2, 6, 5, 7}, 7, "nhwc", "wb", y);
  }
}

} // namespace
} // namespace aic::test

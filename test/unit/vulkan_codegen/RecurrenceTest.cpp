// Recurrence: every cell over odd sizes, directions and initial states.
#include "Harness.h"
#include "Text.h"

namespace aic::test {
namespace {

using Shape = std::vector<int64_t>;

struct Case {
  int64_t sequences, steps, units;
  bool reverse = false, initial = false;
  bool computed = false; // the weight depends on an input
};

void recurrence(const std::string& cell, const Case& c, const Options& options = {-2, 2, 1e-5}) {
  int64_t gates = cell == "lstm" ? 4 : cell == "gru" ? 3 : 1;
  std::string x = tensor({c.sequences, c.steps, gates * c.units}), w = tensor({gates * c.units, c.units}),
              state = tensor({c.sequences, c.units}), y = tensor({c.sequences, c.steps, c.units});
  std::string text = "aic.recurrence " + cell + " %x, %w", types = x + ", " + w, arguments = "%x: " + x;
  auto operand = [&](const std::string& name, const std::string& type) {
    text += " " + name + " %" + name;
    types += ", " + type;
    arguments += ", %" + name + ": " + type;
  };
  if (cell == "gru" && c.initial)
    operand("b_n", tensor({c.units}));
  if (c.initial)
    operand("h0", state);
  if (c.initial && cell == "lstm")
    operand("c0", state);
  if (c.computed)
    arguments += ", %full: " + w;
  bool lstm = cell == "lstm";
  std::string results = y + ", " + state + (lstm ? ", " + state : "");
  check(function(arguments,
                 (c.computed ? "" : weights("full", {gates * c.units, c.units})) +
                     "  %small = aic.constant dense<0.2> : tensor<f32>\n  %w = aic.mul %full, %small : (" +
                     w + ", tensor<f32>) -> " + w + "\n  %0:" + (lstm ? "3" : "2") + " = " + text +
                     " {reverse = " + (c.reverse ? "true" : "false") + "} : (" + types + ") -> (" + results +
                     ")\n",
                 std::string("%0#0, %0#1") + (lstm ? ", %0#2" : ""), results),
        options);
}

const std::vector<std::string> kCells = {"lstm", "gru", "rnn_tanh", "rnn_relu"};

TEST(VulkanRecurrence, Shapes) {
  for (const std::string& cell : kCells)
    for (const Case& c : std::vector<Case>{{1, 1, 1},
                                           {1, 3, 5, true},
                                           {2, 6, 16, false, true},
                                           {3, 4, 33, true, true},
                                           {2, 3, 68},
                                           {1, 2, 131, true, true},
                                           {2, 3, 7, false, true, true},
                                           {1, 3, 20, true, false, true}})
      recurrence(cell, c);
}

// A long way, and states that saturate.
TEST(VulkanRecurrence, ManySteps) {
  for (const char* cell : {"lstm", "gru", "rnn_tanh"})
    recurrence(cell, {2, 300, 24, false, true}, {-120, 120, 1e-4});
}

// A gate of almost 1 keeps the digits of what it lets through.
TEST(VulkanRecurrence, GruOfOpenGates) {
  std::string x = tensor({2, 2, 12}), w = tensor({12, 4}), state = tensor({2, 4}), y = tensor({2, 2, 4});
  check(function("%x: " + x,
                 "  %twenty = aic.constant dense<20.0> : tensor<f32>\n"
                 "  %large = aic.constant dense<4.0e8> : tensor<f32>\n"
                 "  %w = aic.constant dense<0.1> : " +
                     w + "\n  %open = aic.add %x, %twenty : (" + x + ", tensor<f32>) -> " + x +
                     "\n  %0:2 = aic.recurrence gru %open, %w : (" + x + ", " + w + ") -> (" + y + ", " +
                     state + ")\n  %y = aic.mul %0#0, %large : (" + y + ", tensor<f32>) -> " + y + "\n",
                 "%y", y),
        {-1, 1, 1e-5});
}

// As many units as a workgroup's memory holds, and one more.
TEST(VulkanRecurrence, ManyUnits) {
  auto text = [](int64_t units) {
    std::string x = tensor({1, 2, units}), w = tensor({units, units}), state = tensor({1, units});
    return function("%x: " + x,
                    "  %w = aic.constant dense<0.001> : " + w +
                        "\n  %0:2 = aic.recurrence rnn_relu %x, %w : (" + x + ", " + w + ") -> (" + x + ", " +
                        state + ")\n",
                    "%0#0, %0#1", x + ", " + state);
  };
  check(text(1365), {-1, 1, 1e-4});
  EXPECT_EQ(coverage(text(1366)), "unsupported on Vulkan: recurrence of 1366 units: a workgroup's memory "
                                  "holds the states of 1365\n");
}

// Two directions read slices of one projection.
TEST(VulkanRecurrence, ThroughViews) {
  std::string x = tensor({3, 4, 48}), slice = tensor({3, 4, 24}), w = tensor({24, 6}), y = tensor({3, 4, 6}),
              state = tensor({3, 6}), results = y + ", " + state + ", " + state;
  std::string body = weights("w", {24, 6});
  for (int64_t direction : {0, 1}) {
    std::string n = std::to_string(direction);
    body += "  %s" + n + " = aic.slice %x {offsets = array<i64: 0, 0, " + std::to_string(24 * direction) +
            ">, sizes = array<i64: 3, 4, 24>, strides = array<i64: 1, 1, 1>} : (" + x + ") -> " + slice +
            "\n  %r" + n + ":3 = aic.recurrence lstm %s" + n +
            ", %w {reverse = " + (direction ? "true" : "false") + "} : (" + slice + ", " + w + ") -> (" +
            results + ")\n";
  }
  check(function("%x: " + x, body, "%r0#0, %r1#0, %r1#2", y + ", " + y + ", " + state), {-2, 2, 1e-5});
}

} // namespace
} // namespace aic::test

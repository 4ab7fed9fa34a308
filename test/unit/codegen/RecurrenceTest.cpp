// Recurrence: every cell over odd sizes, directions and initial states; all gates of a step by one thread or
// by several that meet.
#include "Harness.h"

namespace aic::test {
namespace {

struct Case {
  int64_t sequences, steps, units;
  bool reverse = false, initial = false;
};

int64_t gatesOf(const std::string& cell) {
  return cell == "lstm" ? 4 : cell == "gru" ? 3 : 1;
}

void recurrence(Batch& batch, const std::string& cell, const Case& c) {
  int64_t gates = gatesOf(cell);
  Shape x = {c.sequences, c.steps, gates * c.units}, w = {gates * c.units, c.units},
        state = {c.sequences, c.units}, y = {c.sequences, c.steps, c.units};
  std::string small = batch.op("aic.mul " + batch.weight(w) + ", " + batch.scalar("0.2") + " : (" +
                               tensorType(w) + ", " + tensorType({}) + ") -> " + tensorType(w));
  std::string text = "aic.recurrence " + cell + " " + batch.argument(x) + ", " + small,
              types = tensorType(x) + ", " + tensorType(w);
  auto operand = [&](const std::string& name, const Shape& shape) {
    text += " " + name + " " + batch.argument(shape);
    types += ", " + tensorType(shape);
  };
  if (cell == "gru" && c.initial)
    operand("b_n", {c.units});
  if (c.initial)
    operand("h0", state);
  if (c.initial && cell == "lstm")
    operand("c0", state);
  std::string results =
      tensorType(y) + ", " + tensorType(state) + (cell == "lstm" ? ", " + tensorType(state) : "");
  std::string name = batch.op(text + " {reverse = " + (c.reverse ? "true" : "false") + "} : (" + types +
                                  ") -> (" + results + ")",
                              cell == "lstm" ? 3 : 2);
  std::string label =
      cell + " " + tensorType(y) + (c.reverse ? " reversed" : "") + (c.initial ? " from a state" : "");
  batch.result(name + "#0", tensorType(y), label + ": y");
  batch.result(name + "#1", tensorType(state), label + ": h");
  if (cell == "lstm")
    batch.result(name + "#2", tensorType(state), label + ": c");
}

const std::vector<std::string> kCells = {"lstm", "gru", "rnn_tanh", "rnn_relu"};

TEST(Recurrence, ShapesAndCpus) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3", "x86-64-v4"}) {
    Batch batch;
    for (const std::string& cell : kCells) {
      if (cpu != std::string("native") && cell == "rnn_tanh")
        continue;
      for (const Case& c : std::vector<Case>{{1, 1, 1},
                                             {1, 3, 5, true},
                                             {1, 6, 16, false, true},
                                             {2, 5, 7, true, true},
                                             {3, 4, 33},
                                             {1, 2, 64, true, true},
                                             {8, 3, 17, false, true},
                                             {17, 2, 31, true}})
        recurrence(batch, cell, c);
    }
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.low = -2, options.high = 2;
    batch.expectClose(3e-6, options);
  }
}

// Weights enough for a step to be shared among threads.
TEST(Recurrence, InSteps) {
  for (const char* cpu : {"native", "x86-64-v3"}) {
    Batch batch;
    recurrence(batch, "lstm", {1, 7, 160});
    recurrence(batch, "lstm", {3, 5, 141, true, true});
    recurrence(batch, "gru", {1, 6, 200, true});
    recurrence(batch, "gru", {2, 4, 173, false, true});
    recurrence(batch, "rnn_tanh", {1, 9, 260});
    recurrence(batch, "rnn_relu", {5, 3, 301, true, true});
    HarnessOptions options;
    options.smallestScale = 1;
    options.targetCpu = cpu;
    options.moreThreads = {2, 3, 8};
    batch.expectClose(1e-5, options);
  }
}

TEST(Recurrence, ManySequences) {
  Batch batch;
  recurrence(batch, "lstm", {61, 5, 48});
  recurrence(batch, "gru", {40, 6, 70, true, true});
  recurrence(batch, "rnn_tanh", {200, 4, 33, false, true});
  HarnessOptions options;
  options.smallestScale = 1;
  options.moreThreads = {2, 3, 8};
  batch.expectClose(3e-6, options);
}

// A long way: states saturate and errors do not grow.
TEST(Recurrence, ManySteps) {
  Batch batch;
  for (const char* cell : {"lstm", "gru", "rnn_tanh"})
    recurrence(batch, cell, {2, 300, 24, false, true});
  HarnessOptions options;
  options.smallestScale = 1;
  options.low = -8, options.high = 8;
  batch.expectClose(1e-5, options);
}

// Gates of almost 1 keep the digits of what they let through: relative to each element, with no scale. One
// step, as a rounding of a sum of 80 is one of 4e-6 in its exp; the gates go far beyond where that is
// infinite.
TEST(Recurrence, GruOfOpenGates) {
  for (const char* cpu : {"native", "x86-64-v2"}) {
    constexpr int64_t kUnits = 29;
    Batch batch;
    recurrence(batch, "gru", {2, 1, kUnits});
    HarnessOptions options;
    options.targetCpu = cpu;
    options.input = [&](size_t, int64_t i) {
      const int64_t gate = i / kUnits % 3, unit = i % kUnits;
      return gate == 1 ? double(unit * 10 - 200) : gate == 0 ? -100.0 : 0.05 + double(unit % 7) / 4;
    };
    batch.expectClose(2e-6, options);
  }
}

// Two directions read slices of one projection.
TEST(Recurrence, ThroughViews) {
  for (int64_t sequences : {1, 3}) {
    std::string x = tensorType({sequences, 4, 48}), slice = tensorType({sequences, 4, 24}),
                w = tensorType({24, 6}), y = tensorType({sequences, 4, 6}),
                state = tensorType({sequences, 6}), results = y + ", " + state + ", " + state;
    Batch weights;
    weights.weight({24, 6});
    std::string constant = weights.text();
    constant =
        constant.substr(constant.find("aic.constant"),
                        constant.find('\n', constant.find("aic.constant")) - constant.find("aic.constant"));
    std::string text =
        "func.func @f(%x: " + x + ") -> (" + results + ") {\n  %w = " + constant +
        "\n  %r:3 = aic.fused(%x, %w) : (" + x + ", " + w + ") -> (" + results + ") {\n^bb0(%a: " + x +
        ", %b: " + w +
        "):\n  %s = aic.slice %a {offsets = array<i64: 0, 0, 24>, sizes = " + array({sequences, 4, 24}) +
        ", strides = array<i64: 1, 1, 1>} : (" + x + ") -> " + slice +
        "\n  %y, %h, %c = aic.recurrence lstm %s, %b {reverse = true} : (" + slice + ", " + w + ") -> (" +
        results + ")\n  aic.yield %y, %h, %c : " + results + "\n}\n  return %r#0, %r#1, %r#2 : " + results +
        "\n}\n";
    HarnessOptions options;
    options.smallestScale = 1;
    Comparison c = runAndCompare(text, options);
    EXPECT_EQ(c.message, "");
    EXPECT_EQ(c.dispatches, 1);
    EXPECT_LE(c.error, 2e-6);
  }
}

// One weight for few sequences and for many: all read the panels of one width.
TEST(Recurrence, SharedPanels) {
  for (const char* cpu : {"native", "x86-64-v2", "x86-64-v3"}) {
    Batch batch;
    for (const char* cell : {"lstm", "gru", "rnn_tanh"}) {
      bool lstm = std::string(cell) == "lstm";
      int64_t gates = lstm ? 4 : cell == std::string("gru") ? 3 : 1, units = 37;
      std::string w = batch.weight({gates * units, units}), weight = tensorType({gates * units, units});
      for (int64_t sequences : {1, 3, 8, 20}) {
        std::string x = tensorType({sequences, 3, gates * units}), y = tensorType({sequences, 3, units}),
                    state = tensorType({sequences, units});
        std::string name =
            batch.op("aic.recurrence " + std::string(cell) + " " +
                         batch.argument({sequences, 3, gates * units}) + ", " + w + " : (" + x + ", " +
                         weight + ") -> (" + y + ", " + state + (lstm ? ", " + state : "") + ")",
                     lstm ? 3 : 2);
        batch.result(name + "#0", y, cell + (" of " + std::to_string(sequences)), 1);
      }
    }
    HarnessOptions options;
    options.targetCpu = cpu;
    options.moreThreads = {3};
    batch.expectClose(3e-6, options);
  }
}

} // namespace
} // namespace aic::test

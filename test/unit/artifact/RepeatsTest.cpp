// Steps that are written out become a loop, which runs the same dispatches.
#include "compiler/artifact/Repeats.h"

#include "gtest/gtest.h"
#include <random>

namespace aic::artifact {
namespace {

/// A dispatch of a kernel that reads the weights and writes the arena.
Dispatch Make(uint32_t kernel, uint64_t weights, uint64_t arena) {
  Dispatch dispatch;
  dispatch.kernel = kernel;
  Binding read, write;
  read.kind = Binding::Kind::Weights;
  write.kind = Binding::Kind::Arena;
  read.bytes = write.bytes = 64;
  read.offset = weights;
  write.offset = arena;
  write.write = true;
  dispatch.bindings = {read, write};
  return dispatch;
}

/// What a program runs: kernel and offsets.
std::vector<std::vector<uint64_t>> Turns(const Program& program) {
  std::vector<std::vector<uint64_t>> turns;
  auto add = [&](const Dispatch& dispatch, uint64_t time) {
    turns.push_back({dispatch.kernel});
    for (size_t b = 0; b < dispatch.bindings.size(); ++b)
      turns.back().push_back(
          dispatch.bindings[b].offset +
          (dispatch.strides.empty() ? 0 : static_cast<uint64_t>(dispatch.strides[b]) * time));
  };
  auto repeat = program.repeats.begin();
  for (size_t d = 0; d < program.dispatches.size(); ++d) {
    if (repeat == program.repeats.end() || repeat->first != d) {
      EXPECT_TRUE(program.dispatches[d].strides.empty());
      add(program.dispatches[d], 0);
      continue;
    }
    for (uint64_t time = 0; time < repeat->times; ++time)
      for (size_t i = d; i < d + repeat->dispatches; ++i)
        add(program.dispatches[i], time);
    d += repeat++->dispatches - 1;
  }
  return turns;
}

/// Finds repeats, and checks that nothing else has changed.
Program Found(Program program) {
  const auto before = Turns(program);
  FindRepeats(program);
  EXPECT_EQ(Turns(program), before);
  return program;
}

TEST(Repeats, AreFoundWhereOffsetsGrowByAsMuch) {
  Program program;
  program.dispatches = {Make(7, 0, 0), Make(7, 64, 640)};
  for (uint64_t step = 0; step < 100; ++step) {
    program.dispatches.push_back(Make(1, 64 * step, 6400 - 64 * step));
    program.dispatches.push_back(Make(2, 0, 64));
  }
  program.dispatches.push_back(Make(1, 64, 0));
  program = Found(program);
  ASSERT_EQ(program.repeats.size(), 1u);
  EXPECT_EQ(program.repeats[0].first, 2u);
  EXPECT_EQ(program.repeats[0].dispatches, 2u);
  EXPECT_EQ(program.repeats[0].times, 100u);
  ASSERT_EQ(program.dispatches.size(), 5u);
  EXPECT_EQ(program.dispatches[2].strides, (std::vector<int64_t>{64, -64}));
  EXPECT_TRUE(program.dispatches[3].strides.empty());
}

TEST(Repeats, BuffersThatTakeTurnsMakeTwoStepsOne) {
  Program program;
  for (uint64_t step = 0; step < 9; ++step)
    program.dispatches.push_back(Make(1, 64 * step, step % 2 * 640));
  program = Found(program);
  ASSERT_EQ(program.repeats.size(), 1u);
  EXPECT_EQ(program.repeats[0].dispatches, 2u);
  EXPECT_EQ(program.repeats[0].times, 4u);
  EXPECT_EQ(program.dispatches.size(), 3u);
}

TEST(Repeats, AreNotFoundWhereAnythingElseDiffers) {
  auto found = [](auto change) {
    Program program;
    for (uint64_t step = 0; step < 6; ++step) {
      program.dispatches.push_back(Make(1, 64 * step, 64 * step));
      change(step, program.dispatches.back());
    }
    return Found(program).repeats.size();
  };
  EXPECT_EQ(found([](uint64_t, Dispatch&) {}), 1u);
  // Each of three that are alike.
  EXPECT_EQ(found([](uint64_t step, Dispatch& d) { d.kernel = step / 3; }), 0u);
  EXPECT_EQ(found([](uint64_t step, Dispatch& d) { d.name = step < 3 ? "a" : "b"; }), 0u);
  EXPECT_EQ(found([](uint64_t step, Dispatch& d) { d.location = step < 3 ? "a" : "b"; }), 0u);
  EXPECT_EQ(found([](uint64_t step, Dispatch& d) { d.bindings[0].bytes += step / 3; }), 0u);
  EXPECT_EQ(found([](uint64_t step, Dispatch& d) { d.bindings[1].write = step < 3; }), 0u);
  EXPECT_EQ(found([](uint64_t step, Dispatch& d) { d.bindings[0].offset += step / 3 * 64; }), 0u);
}

TEST(Repeats, RunTheSameInTheSameOrder) {
  std::mt19937 random(1);
  size_t repeats = 0;
  for (int round = 0; round < 300; ++round) {
    Program program;
    while (program.dispatches.size() < 60) {
      const uint64_t steps = random() % 9, length = 1 + random() % 3;
      for (uint64_t i = 0; i < steps * length; ++i) // Now and then one that does not fit.
        program.dispatches.push_back(Make(i % length, 64 * (i / length), random() % 20 == 0 ? 64 : 0));
    }
    program = Found(program);
    repeats += program.repeats.size();
  }
  EXPECT_GT(repeats, 300u);
}

} // namespace
} // namespace aic::artifact

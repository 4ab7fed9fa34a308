// The promise about versions: every released format of this major version is opened and run.
#include "runtime/cpu/CpuFeatures.h"
#include "runtime/schema/Prelude.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace aic::test {
namespace {

using testing::ElementsAre;

/// "4.0" of every file in formats/, and its bytes.
std::vector<std::pair<std::string, std::string>> Released() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& entry : std::filesystem::directory_iterator(AIC_SOURCE_DIR "/test/unit/runtime/formats"))
    if (entry.path().extension() == ".aic") {
      std::ifstream file(entry.path(), std::ios::binary);
      all.emplace_back(entry.path().stem(), std::string(std::istreambuf_iterator<char>(file), {}));
    }
  return all;
}

TEST(Formats, ThereIsAFileOfEachVersion) {
  std::set<std::string> names;
  for (const auto& [name, bytes] : Released())
    names.insert(name);
  for (uint32_t minor = 0; minor <= schema::kFormatMinor; ++minor)
    EXPECT_EQ(names.count(std::to_string(schema::kFormatMajor) + "." + std::to_string(minor)), 1u) << minor;
}

TEST(Formats, EachIsOpenedAndDescribed) {
  for (const auto& [name, bytes] : Released()) {
    SCOPED_TRACE(name);
    ModelPtr model = Open(bytes, AIC_OPEN_INSPECT | AIC_OPEN_VERIFY);
    ASSERT_TRUE(model);
    aic_model_info info;
    ASSERT_EQ(aic_model_describe(model.get(), &info), AIC_OK);
    EXPECT_EQ(std::to_string(info.format_version) + "." + std::to_string(info.format_minor), name);
    EXPECT_STREQ(info.graph, "tiny");
    EXPECT_EQ(info.target_count, 2u);
    aic_tensor_info next;
    ASSERT_EQ(aic_model_output(model.get(), 1, &next), AIC_OK);
    EXPECT_STREQ(next.name, "next");
    EXPECT_EQ(next.type, AIC_I64);
  }
}

TEST(Formats, EachRuns) {
  if (std::string(runtime::cpu::Architecture()) != "x86_64")
    GTEST_SKIP() << "the files are for x86-64";
  for (const auto& [name, bytes] : Released()) {
    SCOPED_TRACE(name);
    ModelPtr model = Open(bytes);
    ASSERT_TRUE(model);
    SessionPtr session = MakeSession(model, 2);
    ASSERT_TRUE(session);
    const float x[] = {-1.25, 0.5, -0.5, 1.25, 0.25, -0.75};
    const int64_t ids[] = {41, -7};
    std::vector<float> y(8);
    std::vector<int64_t> next(2);
    const aic_input in[] = {{x, sizeof x}, {ids, sizeof ids}};
    const aic_output out[] = {{y.data(), 32}, {next.data(), 16}};
    ASSERT_EQ(aic_session_run(session.get(), in, 2, out, 2), AIC_OK) << aic_last_error();
    EXPECT_THAT(y, ElementsAre(1.4375, 0, 0, 2.28125, 0, 0, 0.875, 3.09375)); // PyTorch: formats/weights.py
    EXPECT_THAT(next, ElementsAre(42, -6));
  }
}

/// Those that have states, since 4.1.
TEST(Formats, EachKeepsItsStates) {
  if (std::string(runtime::cpu::Architecture()) != "x86_64")
    GTEST_SKIP() << "the files are for x86-64";
  int tested = 0;
  for (const auto& [name, bytes] : Released()) {
    SCOPED_TRACE(name);
    ModelPtr model = Open(bytes);
    ASSERT_TRUE(model);
    if (name == "4.0") {
      EXPECT_EQ(aic_model_state_count(model.get()), 0u);
      EXPECT_EQ(aic_model_entry_count(model.get()), 1u);
      continue;
    }
    ++tested;
    uint32_t remember = 0;
    ASSERT_EQ(aic_model_find_entry(model.get(), name == "4.1" ? "remember[S=2]" : "remember", &remember),
              AIC_OK)
        << aic_last_error();
    EXPECT_EQ(remember, 1u);
    const char* const names[] = {"count", "x", "fc.bias"};
    ASSERT_EQ(aic_model_state_count(model.get()), 3u);
    for (uint32_t state = 0; state < 3; ++state) {
      aic_state_info info;
      ASSERT_EQ(aic_model_state(model.get(), state, &info), AIC_OK);
      EXPECT_STREQ(info.name, names[state]);
    }
    SessionPtr session = MakeSession(model, 2);
    ASSERT_TRUE(session);
    std::vector<float> y(8), bias(4);
    std::vector<int64_t> next(2);
    const aic_output out[] = {{y.data(), 32}, {next.data(), 16}};
    auto run = [&] { return aic_session_run_entry(session.get(), remember, nullptr, 0, out, 2); };
    ASSERT_EQ(aic_session_read_state(session.get(), 2, bias.data(), 16), AIC_OK) << aic_last_error();
    EXPECT_THAT(bias, ElementsAre(0.5, -1.25, 0.125, 2));
    ASSERT_EQ(run(), AIC_OK) << aic_last_error();
    EXPECT_THAT(y, ElementsAre(0, 0, 0, 2.4375, 0, 0, 0, 2.4375)); // PyTorch: formats/weights.py
    EXPECT_THAT(next, ElementsAre(42, 42));
    const float x[] = {-1.25, 0.5, -0.5, 1.25, 0.25, -0.75};
    ASSERT_EQ(aic_session_write_state(session.get(), 1, x, sizeof x), AIC_OK) << aic_last_error();
    ASSERT_EQ(run(), AIC_OK) << aic_last_error();
    EXPECT_THAT(y, ElementsAre(1.4375, 0, 0, 2.28125, 0, 0, 0.875, 3.09375));
    EXPECT_THAT(next, ElementsAre(43, 43));
    ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
    ASSERT_EQ(run(), AIC_OK) << aic_last_error();
    EXPECT_THAT(next, ElementsAre(42, 42));
  }
  EXPECT_GE(tested, 2);
}

/// Those that have it, since 4.2.
TEST(Formats, EachHasItsScratchMemory) {
  if (std::string(runtime::cpu::Architecture()) != "x86_64")
    GTEST_SKIP() << "the files are for x86-64";
  int tested = 0;
  for (const auto& [name, bytes] : Released()) {
    SCOPED_TRACE(name);
    ModelPtr model = Open(bytes);
    ASSERT_TRUE(model);
    aic_plan_info plan;
    ASSERT_EQ(aic_model_entry_plan(model.get(), 0, 0, &plan), AIC_OK);
    EXPECT_EQ(plan.scratch_bytes, 0u);
    if (name == "4.0" || name == "4.1")
      continue;
    ++tested;
    uint32_t sharpen = 0;
    ASSERT_EQ(aic_model_find_entry(model.get(), "sharpen", &sharpen), AIC_OK) << aic_last_error();
    ASSERT_EQ(aic_model_entry_plan(model.get(), 0, sharpen, &plan), AIC_OK);
    EXPECT_EQ(plan.scratch_bytes, 9216u);
    aic_target_info target;
    ASSERT_EQ(aic_model_target(model.get(), 0, &target), AIC_OK);
    EXPECT_EQ(target.winograd_bytes, 1512u);
    SessionPtr session = MakeSession(model, 2);
    ASSERT_TRUE(session);
    const float image[] = {-1.5, -0.25, 1,     -1,  0.25, 1.5,   -0.5, 0.75, -1.25,
                           0,    1.25,  -0.75, 0.5, -1.5, -0.25, 1,    -1,   0.25};
    const float wanted[] = {
        3.65625, -0.65625, -0.375,  -1.15625, 3.75,    1.40625, // PyTorch: formats/weights.py
        -4.6875, 1.84375,  0.21875, -0.59375, 0.90625, 3.1875};
    std::vector<float> z(12);
    const aic_input in = {image, sizeof image};
    const aic_output out = {z.data(), 48};
    ASSERT_EQ(aic_session_run_entry(session.get(), sharpen, &in, 1, &out, 1), AIC_OK) << aic_last_error();
    EXPECT_THAT(z, testing::Pointwise(testing::FloatNear(1e-5f), wanted));
  }
  EXPECT_GE(tested, 1);
}

/// Those that have one, since 4.3.
TEST(Formats, EachRunsItsLoop) {
  if (std::string(runtime::cpu::Architecture()) != "x86_64")
    GTEST_SKIP() << "the files are for x86-64";
  int tested = 0;
  for (const auto& [name, bytes] : Released()) {
    SCOPED_TRACE(name);
    ModelPtr model = Open(bytes);
    ASSERT_TRUE(model);
    if (name < "4.3") // Of one digit, all of them.
      continue;
    ++tested;
    uint32_t steps = 0;
    ASSERT_EQ(aic_model_find_entry(model.get(), "steps", &steps), AIC_OK) << aic_last_error();
    aic_plan_info plan;
    ASSERT_EQ(aic_model_entry_plan(model.get(), 0, steps, &plan), AIC_OK);
    EXPECT_EQ(plan.dispatch_count, 13u);
    aic_dispatch_info dispatch;
    ASSERT_EQ(aic_model_entry_dispatch(model.get(), 0, steps, 10, &dispatch), AIC_OK);
    EXPECT_EQ(dispatch.repeat_dispatches, 2u);
    EXPECT_EQ(dispatch.repeat_times, 5u);
    SessionPtr session = MakeSession(model, 2);
    ASSERT_TRUE(session);
    std::vector<float> x(12 * 64), y(64), wanted(64);
    for (int t = 0; t < 12; ++t)
      for (int i = 0; i < 64; ++i)
        x[t * 64 + i] = t * i; // Means of 31.5 t, whose alternating sum of t = 10 to 0 is 5 times 31.5.
    for (int i = 0; i < 64; ++i)
      wanted[i] = 11 * i - 157.5f;
    const aic_input in = {x.data(), 4 * x.size()};
    const aic_output out = {y.data(), 4 * y.size()};
    ASSERT_EQ(aic_session_run_entry(session.get(), steps, &in, 1, &out, 1), AIC_OK) << aic_last_error();
    EXPECT_EQ(y, wanted);
  }
  EXPECT_GE(tested, 1);
}

} // namespace
} // namespace aic::test

// Several entries of one artifact. The C API runs the first; a plan has the programs of all.
#include "runtime/Model.h"
#include "runtime/Target.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::ElementsAreArray;

/// The rows of the runtime, as Session.cpp uses them.
class Entries : public testing::Test {
protected:
  void SetUp() override {
    bytes = TwoEntryModel()->Bytes();
    model = Open(bytes);
    ASSERT_TRUE(model);
    const uint32_t chosen = model->chosen[AIC_TARGET_CPU];
    const runtime::PlanSource source = {"test", &model->header, model->header->targets()->Get(chosen),
                                        model->code[AIC_TARGET_CPU], model->weights};
    runtime::PlanOptions options;
    options.threads = 2;
    ASSERT_EQ(kind.prepare(source, options, &plan), AIC_OK) << aic_last_error();
  }
  void TearDown() override {
    if (plan)
      kind.end(plan);
  }

  aic_status RunChain(const std::vector<float>& x, std::vector<float>& y, float& s) {
    const aic_input in = {x.data(), kTensorBytes};
    const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}};
    return kind.run(*plan, 0, &in, out, {}, &statesLost);
  }
  aic_status RunTotal(const std::vector<float>& x, float& s) {
    const aic_input in = {x.data(), kTensorBytes};
    const aic_output out = {&s, 4};
    return kind.run(*plan, 1, &in, &out, {}, &statesLost);
  }

  const runtime::TargetKind& kind = *runtime::kTargets[AIC_TARGET_CPU];
  std::string bytes;
  ModelPtr model;
  runtime::Plan* plan = nullptr;
  bool statesLost = false;
};

TEST_F(Entries, EachRunsItsOwnProgramInAnyOrder) {
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  std::vector<float> y(x.size());
  float s = 0, total = 0, sum = 0;
  ASSERT_EQ(RunChain(x, y, s), AIC_OK);
  EXPECT_THAT(y, ElementsAreArray(wanted.y));
  EXPECT_EQ(s, wanted.s);
  // The sum of y by the second entry is what the first one has for it.
  ASSERT_EQ(RunTotal(y, total), AIC_OK);
  EXPECT_EQ(total, wanted.s);
  ASSERT_EQ(RunTotal(x, sum), AIC_OK);
  EXPECT_NE(sum, total);
  std::fill(y.begin(), y.end(), 0);
  ASSERT_EQ(RunChain(x, y, s), AIC_OK);
  EXPECT_THAT(y, ElementsAreArray(wanted.y));
  EXPECT_EQ(s, wanted.s);
}

TEST_F(Entries, TheArenaIsThatOfTheLargest) {
  aic_session_info info = {};
  kind.describe(*plan, &info);
  EXPECT_EQ(info.device_bytes, 3 * kTensorBytes);
  auto swapped = TwoEntryModel();
  std::swap(swapped->content.entries[0], swapped->content.entries[1]);
  std::swap(swapped->target().programs[0], swapped->target().programs[1]);
  const std::string other = swapped->Bytes();
  ModelPtr opened = Open(other);
  ASSERT_TRUE(opened);
  SessionPtr session = MakeSession(opened, 1);
  ASSERT_TRUE(session);
  aic_session_info described;
  ASSERT_EQ(aic_session_describe(session.get(), &described), AIC_OK);
  EXPECT_EQ(described.device_bytes, 3 * kTensorBytes);
  EXPECT_EQ(described.dispatch_count, 1u);
}

TEST(EntriesOfTheApi, TheFirstIsWhatACallerMeansWhoNamesNone) {
  const std::string bytes = TwoEntryModel()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  EXPECT_EQ(aic_model_input_count(model.get()), 1u);
  EXPECT_EQ(aic_model_output_count(model.get()), 2u);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(model.get(), &info), AIC_OK);
  EXPECT_STREQ(info.graph, "chain");
  aic_target_info target;
  ASSERT_EQ(aic_model_target(model.get(), 0, &target), AIC_OK);
  EXPECT_EQ(target.dispatch_count, 4u);
  SessionPtr session = MakeSession(model, 2);
  ASSERT_TRUE(session);
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  std::vector<float> y(x.size());
  float s = 0;
  const aic_input in = {x.data(), kTensorBytes};
  const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}};
  ASSERT_EQ(aic_session_run(session.get(), &in, 1, out, 2), AIC_OK) << aic_last_error();
  EXPECT_THAT(y, ElementsAreArray(wanted.y));
  EXPECT_EQ(s, wanted.s);
}

} // namespace
} // namespace aic::test

// Dispatches of several steps: a step sees all of the one before, whoever runs it.
#include "TestModel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace aic::test {
namespace {

constexpr uint32_t kGroups = kCols / 4;

// Two marches, so that a second loop finds nothing of the first.
std::unique_ptr<TestModel> MarchModel() {
  auto model = EmptyModel();
  model->content.entries[0].inputs = {{"x", artifact::ElementType::F32, {kRows, kCols}}};
  model->content.entries[0].outputs = {{"y", artifact::ElementType::F32, {kRows, kCols}}};
  model->Add(kMarch, kGroups, {Input(0), WriteArena(0)});
  model->Add(kMarch, kGroups, {ReadArena(0), Output(0)});
  for (artifact::Dispatch& dispatch : model->program(0).dispatches)
    dispatch.steps = kRows;
  return model;
}

// The first number tells the kernel whether to fail.
std::vector<float> GoodInput() {
  std::vector<float> x = ChainInput();
  x[0] = 1;
  return x;
}

std::vector<float> March(const std::vector<float>& x) {
  std::vector<float> y(kRows * kCols);
  for (int t = 0; t < kRows; ++t)
    for (int c = 0; c < kCols; ++c) {
      float sum = x[t * kCols + c];
      for (int k = 0; t > 0 && k < kCols; ++k)
        sum += y[(t - 1) * kCols + k] * (0.02f + 0.001f * static_cast<float>((c + k) % 5));
      y[t * kCols + c] = sum;
    }
  return y;
}

aic_status RunMarch(const SessionPtr& session, const std::vector<float>& x, std::vector<float>* y) {
  y->assign(kRows * kCols, -1);
  aic_input in = {x.data(), kTensorBytes};
  aic_output out = {y->data(), kTensorBytes};
  return aic_session_run(session.get(), &in, 1, &out, 1);
}

TEST(Steps, AStepSeesAllOfTheOneBefore) {
  std::string bytes = MarchModel()->Bytes();
  ModelPtr model = Open(bytes);
  const std::vector<float> x = GoodInput(), expected = March(March(x));
  for (uint32_t threads : {1, 2, 3, 8, 20}) {
    SessionPtr session = MakeSession(model, threads);
    for (int i = 0; i < 50; ++i) {
      std::vector<float> y;
      ASSERT_EQ(RunMarch(session, x, &y), AIC_OK) << aic_last_error();
      ASSERT_EQ(y, expected) << threads << " threads, run " << i;
    }
  }
}

TEST(Steps, NobodyWaitsForAThreadThatAnotherSessionHolds) {
  std::string bytes = MarchModel()->Bytes();
  ModelPtr model = Open(bytes);
  const std::vector<float> x = GoodInput(), expected = March(March(x));
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 4; ++caller)
    callers.emplace_back([&] {
      SessionPtr session = MakeSession(model, 3);
      for (int i = 0; i < 40; ++i) {
        std::vector<float> y;
        ASSERT_EQ(RunMarch(session, x, &y), AIC_OK) << aic_last_error();
        ASSERT_EQ(y, expected);
      }
    });
  for (std::thread& caller : callers)
    caller.join();
}

TEST(Steps, TheFirstWorkgroupThatFailsIsNamed) {
  std::string bytes = MarchModel()->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();
  x[0] = -1;
  for (uint32_t threads : {1, 2, 8}) {
    SessionPtr session = MakeSession(model, threads);
    std::vector<float> y;
    EXPECT_EQ(RunMarch(session, x, &y), AIC_KERNEL_FAILED);
    EXPECT_THAT(aic_last_error(), testing::HasSubstr("failed with code 7 (dispatch 0, workgroup 0)"));
  }
}

} // namespace
} // namespace aic::test

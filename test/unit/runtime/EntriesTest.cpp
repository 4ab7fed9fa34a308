// Several entries of one artifact: by number and by name, each with its own program, in one arena.
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;

class Entries : public testing::Test {
protected:
  void SetUp() override {
    bytes = TwoEntryModel()->Bytes();
    model = Open(bytes);
    ASSERT_TRUE(model);
    session = MakeSession(model, 2);
    ASSERT_TRUE(session);
  }

  aic_status RunFirst(const std::vector<float>& x, std::vector<float>& y, float& s) {
    const aic_input in = {x.data(), kTensorBytes};
    const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}};
    return aic_session_run_entry(session.get(), 0, &in, 1, out, 2);
  }
  aic_status RunTotal(const std::vector<float>& x, float& s) {
    const aic_input in = {x.data(), kTensorBytes};
    const aic_output out = {&s, 4};
    return aic_session_run_entry(session.get(), 1, &in, 1, &out, 1);
  }

  std::string bytes;
  ModelPtr model;
  SessionPtr session;
};

TEST_F(Entries, EachRunsItsOwnProgramInAnyOrder) {
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  std::vector<float> y(x.size());
  float s = 0, total = 0, sum = 0;
  ASSERT_EQ(RunFirst(x, y, s), AIC_OK);
  EXPECT_THAT(y, ElementsAreArray(wanted.y));
  EXPECT_EQ(s, wanted.s);
  // The sum of y by the second entry is what the first one has for it.
  ASSERT_EQ(RunTotal(y, total), AIC_OK);
  EXPECT_EQ(total, wanted.s);
  ASSERT_EQ(RunTotal(x, sum), AIC_OK);
  EXPECT_NE(sum, total);
  std::fill(y.begin(), y.end(), 0);
  ASSERT_EQ(RunFirst(x, y, s), AIC_OK);
  EXPECT_THAT(y, ElementsAreArray(wanted.y));
  EXPECT_EQ(s, wanted.s);
}

TEST_F(Entries, AreCheckedByThemselves) {
  float s = 0;
  const aic_output out = {&s, 4};
  EXPECT_EQ(aic_session_run_entry(session.get(), 2, nullptr, 0, &out, 1), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_session_run_entry: entry 2 of 2");
  EXPECT_EQ(aic_session_run_entry(nullptr, 0, nullptr, 0, &out, 1), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_session_run_entry: session is NULL");
  EXPECT_EQ(aic_session_run_entry(session.get(), 1, nullptr, 0, &out, 1), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "total has 1 inputs and 1 outputs; 0 and 1 given");
  EXPECT_EQ(aic_session_run_entry(session.get(), 1, nullptr, 1, &out, 1), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_session_run_entry: inputs is NULL");
}

TEST_F(Entries, TheArenaIsThatOfTheLargest) {
  aic_session_info info;
  ASSERT_EQ(aic_session_describe(session.get(), &info), AIC_OK);
  EXPECT_EQ(info.device_bytes, 3 * kTensorBytes);
  auto swapped = TwoEntryModel();
  std::swap(swapped->content.entries[0], swapped->content.entries[1]);
  std::swap(swapped->target().programs[0], swapped->target().programs[1]);
  const std::string other = swapped->Bytes();
  ModelPtr opened = Open(other);
  ASSERT_TRUE(opened);
  SessionPtr second = MakeSession(opened, 1);
  ASSERT_TRUE(second);
  ASSERT_EQ(aic_session_describe(second.get(), &info), AIC_OK);
  EXPECT_EQ(info.device_bytes, 3 * kTensorBytes);
  EXPECT_EQ(info.dispatch_count, 1u);
}

TEST_F(Entries, TheFirstIsWhatACallerMeansWhoNamesNone) {
  EXPECT_EQ(aic_model_input_count(model.get()), 1u);
  EXPECT_EQ(aic_model_output_count(model.get()), 2u);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(model.get(), &info), AIC_OK);
  EXPECT_STREQ(info.graph, "chain");
  aic_target_info target;
  ASSERT_EQ(aic_model_target(model.get(), 0, &target), AIC_OK);
  EXPECT_EQ(target.dispatch_count, 4u);
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK) << aic_last_error();
  EXPECT_THAT(result.y, ElementsAreArray(wanted.y));
  EXPECT_EQ(result.s, wanted.s);
}

TEST_F(Entries, ATraceNamesTheDispatchesOfTheEntryThatRuns) {
  std::vector<uint32_t> seen;
  auto trace = [](void* user, uint32_t dispatch, uint64_t, void* const*, uint32_t count) {
    static_cast<std::vector<uint32_t>*>(user)->push_back(100 * count + dispatch);
  };
  ASSERT_EQ(aic_session_set_trace(session.get(), trace, &seen), AIC_OK);
  float s = 0;
  ASSERT_EQ(RunTotal(ChainInput(), s), AIC_OK);
  EXPECT_EQ(seen, std::vector<uint32_t>{200});
}

TEST(EntriesOfTheApi, AreDescribed) {
  const std::string bytes = StateModel()->Bytes();
  ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
  ASSERT_TRUE(model);
  ASSERT_EQ(aic_model_entry_count(model.get()), 5u);
  EXPECT_EQ(aic_model_entry_count(nullptr), 0u);
  aic_entry_info info;
  ASSERT_EQ(aic_model_entry(model.get(), kAdvance, &info), AIC_OK);
  EXPECT_STREQ(info.name, "advance");
  EXPECT_EQ(info.input_count, 1u);
  EXPECT_EQ(info.output_count, 1u);
  EXPECT_EQ(info.dim_count, 0u);
  ASSERT_EQ(aic_model_entry(model.get(), kSetSmall, &info), AIC_OK);
  EXPECT_STREQ(info.name, "set");
  ASSERT_EQ(info.dim_count, 2u);
  EXPECT_STREQ(info.dim_names[0], "N");
  EXPECT_EQ(info.dim_values[0], 8);
  EXPECT_STREQ(info.dim_names[1], "S");
  EXPECT_EQ(info.dim_values[1], 32);
  aic_tensor_info tensor;
  ASSERT_EQ(aic_model_entry_input(model.get(), kSet, 1, &tensor), AIC_OK);
  EXPECT_STREQ(tensor.name, "code");
  EXPECT_EQ(tensor.bytes, 4u);
  ASSERT_EQ(aic_model_entry_output(model.get(), kSumOfState, 0, &tensor), AIC_OK);
  EXPECT_STREQ(tensor.name, "s");
  EXPECT_EQ(aic_model_entry(model.get(), 5, &info), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_model_entry: entry 5 of 5");
  EXPECT_EQ(aic_model_entry_input(model.get(), kSumOfState, 0, &tensor), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_entry_output(model.get(), 5, 0, &tensor), AIC_INVALID_ARGUMENT);

  aic_plan_info plan;
  ASSERT_EQ(aic_model_entry_plan(model.get(), 0, kAdvance, &plan), AIC_OK);
  EXPECT_EQ(plan.dispatch_count, 3u);
  EXPECT_EQ(plan.state_bytes_written, kTensorBytes);
  ASSERT_EQ(aic_model_entry_plan(model.get(), 0, kSumOfState, &plan), AIC_OK);
  EXPECT_EQ(plan.dispatch_count, 1u);
  EXPECT_EQ(plan.state_bytes_written, 0u);
  EXPECT_EQ(aic_model_entry_plan(model.get(), 1, 0, &plan), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_entry_plan(model.get(), 0, 5, &plan), AIC_INVALID_ARGUMENT);
  aic_dispatch_info dispatch;
  ASSERT_EQ(aic_model_entry_dispatch(model.get(), 0, kLate, 1, &dispatch), AIC_OK);
  EXPECT_STREQ(dispatch.name, "check");
  EXPECT_EQ(aic_model_entry_dispatch(model.get(), 0, kSumOfState, 1, &dispatch), AIC_INVALID_ARGUMENT);
  aic_binding_info binding;
  ASSERT_EQ(aic_model_entry_binding(model.get(), 0, kAdvance, 1, 1, &binding), AIC_OK);
  EXPECT_EQ(binding.kind, AIC_BINDING_STATE);
  EXPECT_EQ(binding.index, uint32_t(kW));
  EXPECT_EQ(binding.write, 0);
  ASSERT_EQ(aic_model_entry_binding(model.get(), 0, kAdvance, 1, 2, &binding), AIC_OK);
  EXPECT_EQ(binding.index, uint32_t(kH));
  EXPECT_EQ(binding.write, 1);
  EXPECT_EQ(aic_model_entry_binding(model.get(), 0, kAdvance, 1, 3, &binding), AIC_INVALID_ARGUMENT);
}

TEST(EntriesOfTheApi, AreFoundByTheirNames) {
  const std::string bytes = StateModel()->Bytes();
  ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
  ASSERT_TRUE(model);
  const std::pair<const char*, uint32_t> found[] = {
      {"advance", kAdvance},   {"late", kLate},     {"sum", kSumOfState},     {"sum[N=64]", kSumOfState},
      {"set[N=8]", kSetSmall}, {"set[N=64]", kSet}, {"set[N=64,S=32]", kSet}, {"set[S=32,N=8]", kSetSmall}};
  for (const auto& [name, wanted] : found) {
    uint32_t entry = 77;
    EXPECT_EQ(aic_model_find_entry(model.get(), name, &entry), AIC_OK) << aic_last_error();
    EXPECT_EQ(entry, wanted) << name;
  }
  const char* list = "there are advance, late, sum[N=64], set[N=64,S=32], set[N=8,S=32]";
  for (const char* name : {"", "adv", "advance ", "advanced", "Advance", "sum[N=8]", "sum[N=64", "sum[N=64]]",
                           "sum[]", "sum[N]", "sum[N=]", "sum[=64]", "sum[N=64,]", "sum[N=-64]", "sum[N=64x]",
                           "sum[NN=64]", "advance[N=64]", "sum[N=18446744073709551680]", "["}) {
    uint32_t entry = 77;
    EXPECT_EQ(aic_model_find_entry(model.get(), name, &entry), AIC_INVALID_ARGUMENT) << name;
    EXPECT_EQ(entry, 0u);
    EXPECT_EQ(aic_last_error(), "<memory>: there is no entry " + std::string(name) + ": " + list);
  }
  for (const char* name : {"set", "set[S=32]"}) {
    uint32_t entry = 77;
    EXPECT_EQ(aic_model_find_entry(model.get(), name, &entry), AIC_INVALID_ARGUMENT) << name;
    EXPECT_EQ(aic_last_error(), "<memory>: more than one is entry " + std::string(name) + ": " + list);
  }
  uint32_t entry;
  EXPECT_EQ(aic_model_find_entry(nullptr, "x", &entry), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_find_entry(model.get(), nullptr, &entry), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_find_entry(model.get(), "advance", nullptr), AIC_INVALID_ARGUMENT);
}

TEST(EntriesOfTheApi, OneWithoutDimensionsComesBeforeOthersOfItsName) {
  auto content = StateModel();
  content->content.entries[kSetSmall].dims.clear();
  const std::string bytes = content->Bytes();
  ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
  uint32_t entry = 0;
  EXPECT_EQ(aic_model_find_entry(model.get(), "set", &entry), AIC_OK) << aic_last_error();
  EXPECT_EQ(entry, uint32_t(kSetSmall));
  EXPECT_EQ(aic_model_find_entry(model.get(), "set[N=64]", &entry), AIC_OK) << aic_last_error();
  EXPECT_EQ(entry, uint32_t(kSet));
}

TEST(EntriesOfTheApi, ALongListIsCut) {
  auto content = EmptyModel();
  content->content.entries.clear();
  content->target().programs.clear();
  for (int i = 0; i < 300; ++i) {
    content->content.entries.push_back({"some_name_" + std::to_string(i), {}, {}});
    content->target().programs.emplace_back();
  }
  const std::string bytes = content->Bytes();
  ModelPtr model = Open(bytes, AIC_OPEN_INSPECT);
  uint32_t entry = 0;
  EXPECT_EQ(aic_model_find_entry(model.get(), "some_name_299", &entry), AIC_OK);
  EXPECT_EQ(entry, 299u);
  EXPECT_EQ(aic_model_find_entry(model.get(), std::string(3000, 'x').c_str(), &entry), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("some_name_0, some_name_1, "));
  EXPECT_LT(strlen(aic_last_error()), 1024u);
}

} // namespace
} // namespace aic::test

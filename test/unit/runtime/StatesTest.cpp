// States: what a session keeps from run to run, on the CPU.
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <thread>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

/// h of StateModel as it ought to be, in the kernels' order of operations.
struct Expected {
  std::vector<float> h = std::vector<float>(kRows * kCols, 1.0f), w;
  Expected() {
    for (int i = 0; i < kCols; ++i)
      w.push_back(0.25f * i - 3);
  }
  void Advance() { Set(h); }
  void Set(const std::vector<float>& x) {
    for (size_t i = 0; i < h.size(); ++i)
      h[i] = 2 * x[i] + w[i % kCols];
  }
  float Sum() const {
    float s = 0;
    for (float v : h)
      s += v;
    return s;
  }
};

class States : public testing::Test {
protected:
  void SetUp() override {
    bytes = StateModel()->Bytes();
    model = Open(bytes);
    ASSERT_TRUE(model);
    session = MakeSession(model, 2);
    ASSERT_TRUE(session);
  }
  static aic_status Run(const SessionPtr& session, StateEntry entry, int32_t code, float* s) {
    const aic_input in = {&code, 4};
    const aic_output out = {s, 4};
    return aic_session_run_entry(session.get(), entry, &in, entry == kSumOfState ? 0 : 1, &out, 1);
  }
  static aic_status Set(const SessionPtr& session, const std::vector<float>& x) {
    const int32_t code = 0;
    const aic_input in[] = {{x.data(), kTensorBytes}, {&code, 4}};
    return aic_session_run_entry(session.get(), kSet, in, 2, nullptr, 0);
  }
  static std::vector<float> Read(const SessionPtr& session, uint32_t state = kH,
                                 size_t count = kRows * kCols) {
    std::vector<float> values(count);
    EXPECT_EQ(aic_session_read_state(session.get(), state, values.data(), 4 * count), AIC_OK)
        << aic_last_error();
    return values;
  }
  static std::string Save(const SessionPtr& session) {
    std::string saved(aic_session_saved_bytes(session.get()), 'x');
    EXPECT_EQ(aic_session_save_states(session.get(), saved.data(), saved.size()), AIC_OK) << aic_last_error();
    return saved;
  }
  static aic_status Load(const SessionPtr& session, const std::string& saved) {
    return aic_session_load_states(session.get(), saved.data(), saved.size());
  }
  /// Whether all that needs the states says that they are lost.
  static bool IsLost(const SessionPtr& session) {
    float s;
    std::string saved(aic_session_saved_bytes(session.get()), 'x');
    std::vector<float> h(kRows * kCols);
    const aic_status each[] = {Run(session, kAdvance, 0, &s), Run(session, kSumOfState, 0, &s),
                               aic_session_read_state(session.get(), kH, h.data(), kTensorBytes),
                               aic_session_save_states(session.get(), saved.data(), saved.size())};
    int lost = 0;
    for (aic_status status : each) {
      EXPECT_TRUE(status == AIC_OK || status == AIC_STATE_LOST) << status;
      lost += status == AIC_STATE_LOST;
    }
    EXPECT_TRUE(lost == 0 || lost == 4) << lost;
    return lost == 4;
  }

  std::string bytes;
  ModelPtr model;
  SessionPtr session;
};

TEST_F(States, AreDescribed) {
  ASSERT_EQ(aic_model_state_count(model.get()), kStates);
  EXPECT_EQ(aic_model_state_count(nullptr), 0u);
  aic_state_info info;
  ASSERT_EQ(aic_model_state(model.get(), kH, &info), AIC_OK);
  EXPECT_STREQ(info.name, "h");
  EXPECT_EQ(info.type, AIC_F32);
  ASSERT_EQ(info.rank, 2u);
  EXPECT_EQ(info.shape[1], kCols);
  EXPECT_EQ(info.bytes, kTensorBytes);
  // What a new session holds is what is said of it, as elements or as the value of each.
  for (uint32_t state : {kH, kW, kFlags, kPosition}) {
    ASSERT_EQ(aic_model_state(model.get(), state, &info), AIC_OK);
    std::string held(info.bytes, 'x'), said;
    ASSERT_EQ(aic_session_read_state(session.get(), state, held.data(), held.size()), AIC_OK);
    EXPECT_EQ(info.initial != nullptr, state == kW) << state;
    if (info.initial)
      said.assign(static_cast<const char*>(info.initial), info.bytes);
    while (said.size() < info.bytes)
      said.append(reinterpret_cast<const char*>(&info.value), aic_element_bytes(info.type));
    EXPECT_EQ(held, said) << state;
  }
  EXPECT_EQ(info.rank, 0u);
  EXPECT_EQ(info.bytes, 8u);
  ASSERT_EQ(aic_model_state(model.get(), kNothing, &info), AIC_OK);
  EXPECT_EQ(info.bytes, 0u);
  EXPECT_EQ(aic_model_state(model.get(), kStates, &info), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_model_state: state 5 of 5");
  aic_session_info memory;
  ASSERT_EQ(aic_session_describe(session.get(), &memory), AIC_OK);
  EXPECT_EQ(memory.device_bytes,
            kTensorBytes + 128 + 64 + 64); // h, w, flags, position; no entry has an arena.
}

TEST_F(States, AreKeptFromRunToRunOfAnyEntry) {
  for (uint32_t threads : {1, 2, 8}) {
    SCOPED_TRACE(threads);
    SessionPtr own = MakeSession(model, threads);
    Expected expected;
    float s = 0;
    ASSERT_EQ(Run(own, kSumOfState, 0, &s), AIC_OK) << aic_last_error();
    EXPECT_EQ(s, float(kRows * kCols));
    for (int run = 0; run < 5; ++run) {
      expected.Advance();
      ASSERT_EQ(Run(own, run % 2 ? kLate : kAdvance, 0, &s), AIC_OK) << aic_last_error();
      EXPECT_EQ(s, expected.Sum());
    }
    ASSERT_EQ(Run(own, kSumOfState, 0, &s), AIC_OK);
    EXPECT_EQ(s, expected.Sum());
    EXPECT_EQ(Read(own), expected.h);
    expected.Set(ChainInput());
    ASSERT_EQ(Set(own, ChainInput()), AIC_OK);
    EXPECT_EQ(Read(own), expected.h);
    // What names no entry is the first.
    const int32_t code = 0;
    const aic_input in = {&code, 4};
    const aic_output out = {&s, 4};
    expected.Advance();
    ASSERT_EQ(aic_session_run(own.get(), &in, 1, &out, 1), AIC_OK);
    EXPECT_EQ(s, expected.Sum());
  }
}

TEST_F(States, BeginAsTheModelSaysAndAreReset) {
  Expected expected;
  bool flags[3] = {};
  int64_t position = 0;
  auto check = [&] {
    EXPECT_EQ(Read(session), std::vector<float>(kRows * kCols, 1.0f));
    EXPECT_EQ(Read(session, kW, kCols), expected.w);
    EXPECT_EQ(aic_session_read_state(session.get(), kFlags, flags, 3), AIC_OK);
    EXPECT_TRUE(flags[0] && flags[1] && flags[2]);
    EXPECT_EQ(aic_session_read_state(session.get(), kPosition, &position, 8), AIC_OK);
    EXPECT_EQ(position, -5);
    EXPECT_EQ(aic_session_read_state(session.get(), kNothing, nullptr, 0), AIC_OK);
  };
  check();
  const std::vector<float> seven(kCols, 7.0f);
  const bool mixed[3] = {false, true, false};
  const int64_t large = int64_t(1) << 40;
  auto change = [&] {
    ASSERT_EQ(aic_session_write_state(session.get(), kH, ChainInput().data(), kTensorBytes), AIC_OK);
    ASSERT_EQ(aic_session_write_state(session.get(), kW, seven.data(), 4 * kCols), AIC_OK);
    ASSERT_EQ(aic_session_write_state(session.get(), kFlags, mixed, 3), AIC_OK);
    ASSERT_EQ(aic_session_write_state(session.get(), kPosition, &large, 8), AIC_OK);
    ASSERT_EQ(aic_session_write_state(session.get(), kNothing, nullptr, 0), AIC_OK);
  };
  change();
  EXPECT_EQ(Read(session), ChainInput());
  EXPECT_EQ(Read(session, kW, kCols), seven);
  ASSERT_EQ(aic_session_read_state(session.get(), kFlags, flags, 3), AIC_OK);
  EXPECT_TRUE(!flags[0] && flags[1] && !flags[2]);
  ASSERT_EQ(aic_session_read_state(session.get(), kPosition, &position, 8), AIC_OK);
  EXPECT_EQ(position, large);
  // What was written is what runs find.
  expected.w = seven;
  expected.h = ChainInput();
  expected.Advance();
  float s = 0;
  ASSERT_EQ(Run(session, kAdvance, 0, &s), AIC_OK);
  EXPECT_EQ(s, expected.Sum());
  // One, then each, then all at once.
  expected = Expected();
  ASSERT_EQ(aic_session_reset_state(session.get(), kW), AIC_OK);
  EXPECT_EQ(Read(session, kW, kCols), expected.w);
  EXPECT_NE(Read(session), std::vector<float>(kRows * kCols, 1.0f));
  for (uint32_t state = 0; state < kStates; ++state)
    ASSERT_EQ(aic_session_reset_state(session.get(), state), AIC_OK);
  check();
  change();
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  check();
}

TEST_F(States, EveryTypeBeginsWithItsElement) {
  using artifact::ElementType;
  struct Case {
    ElementType type;
    uint64_t value;
    int width;
  };
  const Case cases[] = {{ElementType::F16, 0x3c00, 2},
                        {ElementType::BF16, 0x3f80, 2},
                        {ElementType::F64, 0x3ff0000000000000, 8},
                        {ElementType::I8, 0x85, 1},
                        {ElementType::U8, 0xff, 1},
                        {ElementType::I16, 0x8001, 2},
                        {ElementType::I32, 0xfffffffe, 4},
                        {ElementType::I64, 0x0101010101010101, 8}};
  auto content = StateModel();
  for (const Case& c : cases)
    content->content.states.push_back({{"s" + std::to_string(int(c.type)), c.type, {3, 5}}, false, c.value});
  const std::string all = content->Bytes();
  ModelPtr opened = Open(all);
  ASSERT_TRUE(opened);
  SessionPtr own = MakeSession(opened, 1);
  ASSERT_TRUE(own);
  for (uint32_t i = 0; i < std::size(cases); ++i) {
    const size_t size = 15 * cases[i].width;
    std::string values(size, 'x'), wanted;
    for (int e = 0; e < 15; ++e)
      wanted.append(reinterpret_cast<const char*>(&cases[i].value), cases[i].width);
    ASSERT_EQ(aic_session_read_state(own.get(), kStates + i, values.data(), size), AIC_OK)
        << aic_last_error();
    EXPECT_EQ(values, wanted) << i;
    ASSERT_EQ(aic_session_write_state(own.get(), kStates + i, std::string(size, '\0').data(), size), AIC_OK);
    ASSERT_EQ(aic_session_reset_state(own.get(), kStates + i), AIC_OK);
    ASSERT_EQ(aic_session_read_state(own.get(), kStates + i, values.data(), size), AIC_OK);
    EXPECT_EQ(values, wanted) << i;
  }
}

TEST_F(States, RefuseWrongArguments) {
  std::vector<float> h(kRows * kCols);
  aic_session* s = session.get();
  EXPECT_EQ(aic_session_read_state(s, kStates, h.data(), 4), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_session_read_state: state 5 of 5");
  EXPECT_EQ(aic_session_write_state(s, AIC_ALL_STATES, h.data(), 4), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_reset_state(s, kStates), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_session_reset_state: state 5 of 5");
  for (size_t wrong : {size_t(0), size_t(kTensorBytes) - 4, size_t(kTensorBytes) + 4}) {
    EXPECT_EQ(aic_session_read_state(s, kH, h.data(), wrong), AIC_INVALID_ARGUMENT);
    EXPECT_EQ(aic_session_write_state(s, kH, h.data(), wrong), AIC_INVALID_ARGUMENT);
    EXPECT_EQ(aic_last_error(),
              "aic_session_write_state: state 0 (h) takes 8192 bytes, " + std::to_string(wrong) + " given");
  }
  EXPECT_EQ(aic_session_read_state(s, kH, nullptr, kTensorBytes), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_write_state(s, kH, nullptr, kTensorBytes), AIC_INVALID_ARGUMENT);
  EXPECT_STREQ(aic_last_error(), "aic_session_write_state: state 0 (h): data is NULL");
  EXPECT_EQ(aic_session_read_state(nullptr, kH, h.data(), kTensorBytes), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_write_state(nullptr, kH, h.data(), kTensorBytes), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_reset_state(nullptr, kH), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_save_states(nullptr, h.data(), 64), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_load_states(nullptr, h.data(), 64), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_saved_bytes(nullptr), 0u);
  std::string saved(aic_session_saved_bytes(s), 'x');
  EXPECT_EQ(aic_session_save_states(s, saved.data(), saved.size() - 1), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_save_states(s, nullptr, saved.size()), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_load_states(s, nullptr, saved.size()), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(saved, std::string(saved.size(), 'x'));
  EXPECT_EQ(Read(session), std::vector<float>(kRows * kCols, 1.0f)); // Nothing was written.
}

TEST_F(States, DataNeedNotBeAligned) {
  std::string buffer(kTensorBytes + 1, '\0');
  memcpy(&buffer[1], ChainInput().data(), kTensorBytes);
  ASSERT_EQ(aic_session_write_state(session.get(), kH, &buffer[1], kTensorBytes), AIC_OK);
  EXPECT_EQ(Read(session), ChainInput());
  memset(&buffer[1], 0, kTensorBytes);
  ASSERT_EQ(aic_session_read_state(session.get(), kH, &buffer[1], kTensorBytes), AIC_OK);
  EXPECT_EQ(memcmp(&buffer[1], ChainInput().data(), kTensorBytes), 0);
  std::string saved = "x" + Save(session);
  ASSERT_EQ(aic_session_load_states(session.get(), &saved[1], saved.size() - 1), AIC_OK) << aic_last_error();
  ASSERT_EQ(aic_session_save_states(session.get(), &saved[1], saved.size() - 1), AIC_OK);
  EXPECT_EQ(saved, "x" + Save(session));
}

TEST_F(States, AreSavedAndLoaded) {
  float s = 0;
  Expected expected;
  const int64_t position = 12345678901;
  for (int run = 0; run < 3; ++run) {
    ASSERT_EQ(Run(session, kAdvance, 0, &s), AIC_OK);
    expected.Advance();
  }
  ASSERT_EQ(aic_session_write_state(session.get(), kPosition, &position, 8), AIC_OK);
  const std::string saved = Save(session);
  EXPECT_EQ(saved, Save(session)); // No byte of it is chance.
  const Expected parked = expected;
  ASSERT_EQ(Run(session, kAdvance, 0, &s), AIC_OK);
  const float next = s;
  EXPECT_NE(Read(session), parked.h);
  // Rewound, it goes on as it did.
  ASSERT_EQ(Load(session, saved), AIC_OK) << aic_last_error();
  EXPECT_EQ(Read(session), parked.h);
  ASSERT_EQ(Run(session, kAdvance, 0, &s), AIC_OK);
  EXPECT_EQ(s, next);
  // So does another session, of another opening of the model, from another copy of the bytes.
  const std::string copy = std::string(bytes);
  ModelPtr other = Open(copy);
  SessionPtr second = MakeSession(other, 1);
  ASSERT_EQ(Load(second, std::string(saved)), AIC_OK) << aic_last_error();
  int64_t found = 0;
  ASSERT_EQ(aic_session_read_state(second.get(), kPosition, &found, 8), AIC_OK);
  EXPECT_EQ(found, position);
  ASSERT_EQ(Run(second, kAdvance, 0, &s), AIC_OK);
  EXPECT_EQ(s, next);
}

TEST_F(States, SavedBytesAreTakenWhateverTheWeights) {
  // A model whose states have the same names, types and shapes; its kernels and what its states begin with
  // differ.
  auto content = StateModel(Kernels3());
  content->content.states[kPosition].value = 9;
  const std::string others = content->Bytes();
  ModelPtr other = Open(others);
  SessionPtr second = MakeSession(other, 1);
  ASSERT_EQ(Set(session, ChainInput()), AIC_OK);
  ASSERT_EQ(Load(second, Save(session)), AIC_OK) << aic_last_error();
  EXPECT_EQ(Read(second), Read(session));
}

TEST_F(States, AnotherModelsBytesChangeNothing) {
  using Change = std::function<void(artifact::Content&)>;
  const Change changes[] = {
      [](artifact::Content& c) { c.states[kFlags].tensor.name = "flagz"; },
      [](artifact::Content& c) { c.states[kFlags].tensor.type = artifact::ElementType::U8; },
      [](artifact::Content& c) { c.states[kFlags].tensor.shape = {3, 1}; },
      [](artifact::Content& c) { c.states[kNothing].tensor.shape = {4, 0}; },
      [](artifact::Content& c) { c.states.pop_back(); },
      [](artifact::Content& c) { c.states.push_back({{"one_more", artifact::ElementType::F32, {0}}}); },
      [](artifact::Content& c) { std::swap(c.states[kFlags], c.states[kPosition]); }};
  ASSERT_EQ(Set(session, ChainInput()), AIC_OK);
  const std::string before = Save(session);
  for (size_t i = 0; i < std::size(changes); ++i) {
    auto content = StateModel();
    changes[i](content->content);
    const std::string others = content->Bytes();
    ModelPtr other = Open(others);
    ASSERT_TRUE(other);
    SessionPtr second = MakeSession(other, 1);
    EXPECT_EQ(Load(session, Save(second)), AIC_INVALID_ARGUMENT) << i;
    EXPECT_STREQ(aic_last_error(),
                 "aic_session_load_states: the saved states are another model's: those of this one "
                 "have other names, types or shapes; nothing was changed");
    EXPECT_EQ(Save(session), before);
    const std::string secondBefore = Save(second);
    EXPECT_EQ(Load(second, before), AIC_INVALID_ARGUMENT) << i;
    EXPECT_EQ(Save(second), secondBefore);
  }
}

TEST_F(States, DamagedBytesChangeNothing) {
  ASSERT_EQ(Set(session, ChainInput()), AIC_OK);
  const std::string saved = Save(session);
  SessionPtr other = MakeSession(model, 1);
  const std::string before = Save(other);
  ASSERT_NE(before, saved);
  for (size_t size = 0; size < saved.size(); size += size < 200 ? 1 : 61)
    ASSERT_EQ(Load(other, saved.substr(0, size)), AIC_INVALID_ARGUMENT) << size;
  ASSERT_EQ(Load(other, saved + "x"), AIC_INVALID_ARGUMENT);
  for (size_t i = 0; i < saved.size(); ++i) { // The padding between states too.
    std::string damaged = saved;
    damaged[i] ^= 1 << i % 8;
    ASSERT_EQ(Load(other, damaged), AIC_INVALID_ARGUMENT) << i;
  }
  EXPECT_THAT(aic_last_error(), HasSubstr("their checksum differs"));
  EXPECT_EQ(Load(other, std::string(saved.size(), 'x')), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("these bytes are no saved states; nothing was changed"));
  // A later version, whole as it is, says so by name.
  std::string later = saved;
  later[8] = 2;
  const uint64_t checksum = XXH3_64bits(later.data(), 56);
  memcpy(&later[56], &checksum, 8);
  EXPECT_EQ(Load(other, later), AIC_UNSUPPORTED);
  EXPECT_THAT(aic_last_error(), HasSubstr("were saved in version 2, this runtime reads version 1"));
  EXPECT_EQ(Save(other), before);
  ASSERT_EQ(Load(other, saved), AIC_OK);
  EXPECT_EQ(Save(other), saved);
}

TEST_F(States, AreAsTheyWereWhereAKernelFailsBeforeTheFirstWrite) {
  float s = 0;
  Expected expected;
  for (int run = 0; run < 3; ++run) {
    EXPECT_EQ(Run(session, kAdvance, 7, &s), AIC_KERNEL_FAILED);
    EXPECT_EQ(Read(session), expected.h);
    ASSERT_EQ(Run(session, kAdvance, 0, &s), AIC_OK) << aic_last_error();
    expected.Advance();
    EXPECT_EQ(s, expected.Sum());
  }
}

TEST_F(States, AreLostWhereAKernelFailsBehindAWrite) {
  float s = 0;
  const std::string parked = Save(session);
  std::vector<float> h(kRows * kCols, 2.0f), w(kCols, 3.0f);
  const bool flags[3] = {};
  const int64_t position = 4;
  ASSERT_FALSE(IsLost(session));
  auto lose = [&] {
    EXPECT_EQ(Run(session, kLate, 7, &s), AIC_KERNEL_FAILED);
    EXPECT_THAT(aic_last_error(), HasSubstr("check: its kernel failed with code 7"));
    EXPECT_TRUE(IsLost(session));
    EXPECT_EQ(Run(session, kLate, 7, &s), AIC_STATE_LOST);
    EXPECT_STREQ(aic_last_error(),
                 "<memory>: a run failed after it had begun to write states (5 of 5 are lost): reset "
                 "them (aic_session_reset_state with AIC_ALL_STATES) or load them");
  };
  lose();
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  EXPECT_FALSE(IsLost(session));

  lose();
  ASSERT_EQ(Load(session, parked), AIC_OK);
  EXPECT_FALSE(IsLost(session));

  // What fails changes nothing of that; each of them written, or reset, does.
  lose();
  EXPECT_EQ(Load(session, "damaged"), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_write_state(session.get(), kH, h.data(), 4), AIC_INVALID_ARGUMENT);
  EXPECT_TRUE(IsLost(session));
  ASSERT_EQ(aic_session_write_state(session.get(), kH, h.data(), kTensorBytes), AIC_OK);
  ASSERT_EQ(aic_session_write_state(session.get(), kH, h.data(), kTensorBytes), AIC_OK);
  ASSERT_EQ(aic_session_write_state(session.get(), kW, w.data(), 4 * kCols), AIC_OK);
  ASSERT_EQ(aic_session_write_state(session.get(), kFlags, flags, 3), AIC_OK);
  ASSERT_EQ(aic_session_reset_state(session.get(), kNothing), AIC_OK);
  EXPECT_TRUE(IsLost(session));
  ASSERT_EQ(aic_session_write_state(session.get(), kPosition, &position, 8), AIC_OK);
  ASSERT_EQ(Run(session, kSumOfState, 0, &s), AIC_OK) << aic_last_error();
  EXPECT_EQ(s, 2.0f * kRows * kCols);
  EXPECT_FALSE(IsLost(session));

  // What is lost is one session's.
  SessionPtr other = MakeSession(model, 1);
  lose();
  EXPECT_FALSE(IsLost(other));
}

TEST_F(States, AreNoOthersBusinessDuringARun) {
  struct Seen {
    aic_session* session;
    std::string saved;
    std::vector<float> h = std::vector<float>(kRows * kCols);
    std::vector<aic_status> statuses;
  } seen;
  seen.session = session.get();
  seen.saved = Save(session);
  auto trace = [](void* user, uint32_t, uint64_t, void* const*, uint32_t) {
    auto& seen = *static_cast<Seen*>(user);
    float s = 0;
    const aic_output out = {&s, 4};
    seen.statuses = {aic_session_read_state(seen.session, kH, seen.h.data(), kTensorBytes),
                     aic_session_write_state(seen.session, kH, seen.h.data(), kTensorBytes),
                     aic_session_reset_state(seen.session, AIC_ALL_STATES),
                     aic_session_save_states(seen.session, seen.saved.data(), seen.saved.size()),
                     aic_session_load_states(seen.session, seen.saved.data(), seen.saved.size()),
                     aic_session_run_entry(seen.session, kSumOfState, nullptr, 0, &out, 1)};
  };
  ASSERT_EQ(aic_session_set_trace(session.get(), trace, &seen), AIC_OK);
  Expected expected;
  expected.Advance();
  float s = 0;
  ASSERT_EQ(Run(session, kAdvance, 0, &s), AIC_OK);
  EXPECT_EQ(s, expected.Sum());
  EXPECT_EQ(seen.statuses, std::vector<aic_status>(6, AIC_BUSY));
}

TEST_F(States, AreEachSessionsOwn) {
  std::vector<std::thread> callers;
  std::atomic<int> wrong{0};
  for (int caller = 0; caller < 4; ++caller)
    callers.emplace_back([&, caller] {
      SessionPtr own = MakeSession(model, 1 + caller % 3);
      Expected expected;
      std::vector<float> begin(kRows * kCols, 0.125f * caller);
      expected.Set(begin);
      if (Set(own, begin) != AIC_OK)
        ++wrong;
      for (int run = 0; run < 10; ++run) {
        float s = 0;
        expected.Advance();
        if (Run(own, kAdvance, 0, &s) != AIC_OK || s != expected.Sum())
          ++wrong;
      }
      std::vector<float> h(kRows * kCols);
      if (aic_session_read_state(own.get(), kH, h.data(), kTensorBytes) != AIC_OK || h != expected.h)
        ++wrong;
    });
  for (std::thread& caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(Read(session), std::vector<float>(kRows * kCols, 1.0f));
}

TEST(StatesOfNone, AreNothingToSaveOrToLose) {
  const std::string bytes = TwoEntryModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 1);
  EXPECT_EQ(aic_model_state_count(model.get()), 0u);
  EXPECT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  EXPECT_EQ(aic_session_reset_state(session.get(), 0), AIC_INVALID_ARGUMENT);
  std::string saved(aic_session_saved_bytes(session.get()), 'x');
  ASSERT_EQ(aic_session_save_states(session.get(), saved.data(), saved.size()), AIC_OK) << aic_last_error();
  EXPECT_EQ(aic_session_load_states(session.get(), saved.data(), saved.size()), AIC_OK) << aic_last_error();
  ChainResult result;
  EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
}

} // namespace
} // namespace aic::test

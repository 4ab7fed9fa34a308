// A session's states into a file and back; a file that does not fit changes nothing.

#include "tools/aic/StateFile.h"

#include "frontends/weights/Weights.h"
#include "runtime/kernel_abi.h"
#include "test/unit/runtime/TestModel.h"
#include "tools/aic/Failure.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace aic::tool {
namespace {

using artifact::ElementType;
using testing::HasSubstr;

/// x: f32[64, 32], code: i32[]: the state blocks.0.keys becomes twice x and more, and the run fails with
/// `code` where it is not 0.
std::string modelBytes() {
  auto model = test::EmptyModel();
  artifact::Content& content = model->content;
  content.entries[0].inputs = {{"x", ElementType::F32, {test::kRows, test::kCols}},
                               {"code", ElementType::I32, {}}};
  const uint64_t half = 0x3f000000; // 0.5f
  content.states = {{{"blocks.0.keys", ElementType::F32, {test::kRows, test::kCols}}, false, half, 0},
                    {{"seen", ElementType::I64, {}}, false, 7, 0},
                    {{"mask", ElementType::Bool, {3}}, false, 1, 0}};
  artifact::Binding keys;
  keys.kind = artifact::Binding::Kind::State;
  keys.bytes = test::kTensorBytes;
  keys.write = true;
  model->Add(test::kScale, test::kRows, {test::Input(0), test::Weights(0, 4 * test::kCols), keys});
  model->Add(test::kFail, 1, {test::Input(1, 4)});
  return model->Bytes();
}

class StateFile : public testing::Test {
protected:
  void SetUp() override {
    bytes_ = modelBytes();
    model_ = test::Open(bytes_);
    ASSERT_TRUE(model_);
    session_ = test::MakeSession(model_, 1);
    ASSERT_TRUE(session_);
  }
  void TearDown() override { std::remove(path_.c_str()); }

  template <typename T> std::vector<T> read(uint32_t state, size_t count) {
    std::vector<T> values(count);
    EXPECT_EQ(aic_session_read_state(session_.get(), state, values.data(), count * sizeof(T)), AIC_OK);
    return values;
  }
  std::vector<float> keys() { return read<float>(0, test::kRows * test::kCols); }

  void write(float keys, int64_t seen, std::vector<uint8_t> mask) {
    std::vector<float> values(test::kRows * test::kCols, keys);
    values[5] = 5;
    EXPECT_EQ(aic_session_write_state(session_.get(), 0, values.data(), test::kTensorBytes), AIC_OK);
    EXPECT_EQ(aic_session_write_state(session_.get(), 1, &seen, 8), AIC_OK);
    EXPECT_EQ(aic_session_write_state(session_.get(), 2, mask.data(), 3), AIC_OK);
  }

  aic_status run(int32_t code) {
    std::vector<float> x(test::kRows * test::kCols, 1);
    aic_input inputs[2] = {{x.data(), test::kTensorBytes}, {&code, sizeof code}};
    return aic_session_run(session_.get(), inputs, 2, nullptr, 0);
  }

  int save(const std::vector<StateNote>& notes = {}) {
    return saveStates(model_.get(), session_.get(), path_, notes);
  }

  /// Loads; the states are as before and what is printed is returned where that fails with `code`.
  std::string loadFailure(int code, std::vector<StateNote>* notes = nullptr) {
    write(3, 33, {1, 0, 1});
    testing::internal::CaptureStderr();
    EXPECT_EQ(loadStates(model_.get(), session_.get(), path_, notes), code);
    std::string said = testing::internal::GetCapturedStderr();
    EXPECT_EQ(keys()[0], 3);
    EXPECT_EQ(read<int64_t>(1, 1)[0], 33);
    EXPECT_EQ(read<uint8_t>(2, 3), (std::vector<uint8_t>{1, 0, 1}));
    EXPECT_THAT(said, HasSubstr(path_));
    return said;
  }

  std::string fileText() {
    std::ifstream file(path_, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }
  void setFile(const std::string& text) { std::ofstream(path_, std::ios::binary) << text; }

  /// The saved file with one text in its header for another of the same length.
  void change(const std::string& from, const std::string& to) {
    ASSERT_EQ(from.size(), to.size());
    std::string text = fileText();
    size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << text.substr(8, 400);
    setFile(text.replace(at, from.size(), to));
  }

  std::string bytes_;
  test::ModelPtr model_;
  test::SessionPtr session_;
  const std::string path_ = testing::TempDir() + "aic_state_file_test.safetensors";
};

TEST_F(StateFile, HoldsOneTensorAState) {
  write(2, -9, {0, 1, 0});
  ASSERT_EQ(save({{"aic.position", {12}}, {"aic.pending", {4, 5}}}), Good);
  auto file = weights::WeightFile::Open(path_);
  ASSERT_TRUE(file.ok()) << file.status();
  std::map<std::string, std::string> types;
  for (const auto& [name, info] : (*file)->tensors())
    types[name] = weights::TypeString(info.type, info.shape);
  EXPECT_EQ(types, (std::map<std::string, std::string>{{"blocks.0.keys", "f32[64, 32]"},
                                                       {"seen", "i64[]"},
                                                       {"mask", "bool[3]"},
                                                       {"aic.position", "i64[1]"},
                                                       {"aic.pending", "i64[2]"}}));
  int64_t seen;
  std::memcpy(&seen, (*file)->Load("seen")->data(), 8);
  EXPECT_EQ(seen, -9);
}

TEST_F(StateFile, ComesBack) {
  write(2, -9, {0, 1, 0});
  std::vector<float> kept = keys();
  ASSERT_EQ(save({{"aic.position", {12}}, {"aic.pending", {}}}), Good);
  ASSERT_EQ(aic_session_reset_state(session_.get(), AIC_ALL_STATES), AIC_OK);
  EXPECT_EQ(keys()[0], 0.5f);
  std::vector<StateNote> notes = {{"aic.pending", {1}}, {"aic.position", {}}, {"aic.other", {1}}};
  ASSERT_EQ(loadStates(model_.get(), session_.get(), path_, &notes), Good);
  EXPECT_EQ(keys(), kept);
  EXPECT_EQ(read<int64_t>(1, 1)[0], -9);
  EXPECT_EQ(read<uint8_t>(2, 3), (std::vector<uint8_t>{0, 1, 0}));
  EXPECT_TRUE(notes[0].values.empty());
  EXPECT_EQ(notes[1].values, (std::vector<int64_t>{12}));
  EXPECT_TRUE(notes[2].values.empty());
  ASSERT_EQ(loadStates(model_.get(), session_.get(), path_), Good); // notes are nobody's concern
}

TEST_F(StateFile, ABoolIsTrueForAnyByteButZero) {
  ASSERT_EQ(save(), Good);
  std::string text = fileText();
  text.replace(text.size() - 3, 3, std::string("\x02\x00\xFF", 3)); // bools come last
  setFile(text);
  ASSERT_EQ(loadStates(model_.get(), session_.get(), path_), Good);
  EXPECT_EQ(read<uint8_t>(2, 3), (std::vector<uint8_t>{1, 0, 1}));
}

TEST_F(StateFile, RefusesWhatDoesNotFit) {
  ASSERT_EQ(save({{"aic.position", {1}}}), Good);
  const std::string good = fileText();
  change("\"seen\"", "\"seem\"");
  EXPECT_THAT(loadFailure(WrongUsage),
              HasSubstr("there is no tensor for the model's state 'seen', i64[] (did you mean seem?)"));
  setFile(good);
  change("[64,32]", "[32,64]");
  EXPECT_THAT(loadFailure(WrongUsage),
              HasSubstr("the tensor 'blocks.0.keys' is f32[32, 64], the model's state is f32[64, 32]"));
  setFile(good);
  change("BOOL", "U8  ");
  EXPECT_THAT(loadFailure(Unsupported), HasSubstr("U8  "));
  setFile(good);
  change("\"dtype\":\"BOOL\"", "\"dtype\":  \"U8\"");
  EXPECT_THAT(loadFailure(WrongUsage), HasSubstr("the tensor 'mask' is u8[3], the model's state is bool[3]"));
  setFile(good);
  change("\"aic.position\"", "\"xyz.position\"");
  EXPECT_THAT(loadFailure(WrongUsage), HasSubstr("the model has no state 'xyz.position'"));
  setFile(good);
  change("[1]", "[ ]"); // a scalar of 8 bytes will do as well
  std::vector<StateNote> notes = {{"aic.position", {}}};
  EXPECT_EQ(loadStates(model_.get(), session_.get(), path_, &notes), Good);
  EXPECT_EQ(notes[0].values, (std::vector<int64_t>{1}));
}

TEST_F(StateFile, RefusesNotesOfAnotherType) {
  ASSERT_EQ(save({{"aic.position", {1}}}), Good);
  change("\"dtype\":\"I64\",\"shape\":[1]", "\"dtype\":\"F64\",\"shape\":[1]");
  std::vector<StateNote> notes = {{"aic.position", {}}};
  EXPECT_THAT(loadFailure(WrongUsage, &notes), HasSubstr("the tensor 'aic.position' is f64[1], not i64[N]"));
}

TEST_F(StateFile, RefusesHalfAFileAndNone) {
  ASSERT_EQ(save(), Good);
  const std::string good = fileText();
  for (size_t bytes : {good.size() - 1, good.size() / 2, size_t{100}, size_t{7}, size_t{0}}) {
    setFile(good.substr(0, bytes));
    loadFailure(ModelWrong);
  }
  setFile(good + "x");
  loadFailure(ModelWrong);
  std::remove(path_.c_str());
  loadFailure(CannotReadOrWrite);
}

TEST_F(StateFile, LostStatesAreNotSavedButMayBeLoaded) {
  write(2, -9, {0, 1, 0});
  ASSERT_EQ(save(), Good);
  const std::string good = fileText();
  ASSERT_EQ(run(AIC_KERNEL_INDEX_OUT_OF_RANGE), AIC_KERNEL_FAILED);
  ASSERT_EQ(run(0), AIC_STATE_LOST);
  testing::internal::CaptureStderr();
  EXPECT_EQ(save(), ModelWrong);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("lost"));
  EXPECT_EQ(fileText(), good);
  ASSERT_EQ(loadStates(model_.get(), session_.get(), path_), Good);
  EXPECT_EQ(keys()[5], 5);
  EXPECT_EQ(run(0), AIC_OK);
  EXPECT_NE(keys()[5], 5);
}

TEST_F(StateFile, WhereItCannotBeWritten) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(saveStates(model_.get(), session_.get(), testing::TempDir() + "no/such/folder/x.safetensors"),
            CannotReadOrWrite);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("no/such/folder"));
}

} // namespace
} // namespace aic::tool

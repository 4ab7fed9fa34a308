// Structures of programs that are older or younger than the library, at the end of a page that nothing
// follows: a byte too many that the library reads or writes ends the test.
#include "runtime/Structs.h"

#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <functional>
#include <sys/mman.h>
#include <unistd.h>

namespace aic::test {

/// As an old program has it, as this library, and as a program that is younger still.
struct Old {
  uint32_t struct_bytes;
  uint32_t threads;
  const char* name;
};
struct Now {
  uint32_t struct_bytes = sizeof(Now);
  uint32_t threads;
  const char* name;
  uint64_t bytes;
};
struct Young {
  uint32_t struct_bytes;
  uint32_t threads;
  const char* name;
  uint64_t bytes;
  uint64_t nanoseconds, entries;
};

} // namespace aic::test

namespace aic::runtime {
template <> struct Structure<test::Now> {
  static constexpr const char* kName = "now";
  static constexpr uint32_t kFirstBytes = sizeof(test::Old);
};
} // namespace aic::runtime

namespace aic::test {
namespace {

using testing::HasSubstr;

/// `bytes` bytes of 0xee that end where a page ends which nothing may touch, with 0xee before them too.
class Guarded {
public:
  explicit Guarded(size_t bytes) : page_(sysconf(_SC_PAGESIZE)) {
    pages_ = static_cast<uint8_t*>(
        mmap(nullptr, 3 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    EXPECT_EQ(mprotect(pages_ + 2 * page_, page_, PROT_NONE), 0);
    memset(pages_, 0xee, 2 * page_);
    data_ = pages_ + 2 * page_ - bytes;
  }
  Guarded(const Guarded&) = delete;
  Guarded& operator=(const Guarded&) = delete;
  ~Guarded() {
    EXPECT_TRUE(Untouched(pages_, data_));
    munmap(pages_, 3 * page_);
  }
  static bool Untouched(const uint8_t* from, const uint8_t* to) {
    for (; from < to; ++from)
      if (*from != 0xee)
        return false;
    return true;
  }
  uint8_t* data() const { return data_; }
  template <typename T> T* as() const { return reinterpret_cast<T*>(data_); }

private:
  size_t page_;
  uint8_t *pages_, *data_;
};

aic_status Fill(Now* caller) {
  runtime::Answer answer("fill", caller);
  if (aic_status status = answer.Begin())
    return status;
  answer->threads = 3;
  answer->name = "n";
  answer->bytes = 77;
  return answer.Give();
}

TEST(Structs, AnswersToPrograms) {
  Guarded old(sizeof(Old));
  old.as<Old>()->struct_bytes = sizeof(Old);
  ASSERT_EQ(Fill(old.as<Now>()), AIC_OK) << aic_last_error();
  EXPECT_EQ(old.as<Old>()->struct_bytes, sizeof(Old));
  EXPECT_EQ(old.as<Old>()->threads, 3u);
  EXPECT_STREQ(old.as<Old>()->name, "n");

  Guarded young(sizeof(Young));
  young.as<Young>()->struct_bytes = sizeof(Young);
  ASSERT_EQ(Fill(young.as<Now>()), AIC_OK) << aic_last_error();
  EXPECT_EQ(young.as<Young>()->struct_bytes, sizeof(Now)); // What was known.
  EXPECT_EQ(young.as<Young>()->bytes, 77u);
  EXPECT_EQ(young.as<Young>()->nanoseconds, 0u);
  EXPECT_EQ(young.as<Young>()->entries, 0u);

  for (uint32_t bytes : {0u, 4u, uint32_t(sizeof(Old)) - 1, 4097u, 0xeeeeeeeeu}) {
    Guarded wrong(sizeof(Old));
    memcpy(wrong.data(), &bytes, 4);
    EXPECT_EQ(Fill(wrong.as<Now>()), AIC_INVALID_ARGUMENT);
    EXPECT_THAT(aic_last_error(), HasSubstr("fill: now.struct_bytes is " + std::to_string(bytes)));
    EXPECT_TRUE(Guarded::Untouched(wrong.data() + 4, wrong.data() + sizeof(Old)));
  }
}

TEST(Structs, OptionsOfPrograms) {
  Now now;
  Guarded old(sizeof(Old));
  *old.as<Old>() = {sizeof(Old), 5, "old"};
  memset(static_cast<void*>(&now), 0xee, sizeof(now));
  ASSERT_EQ(runtime::TakeOptions("take", old.as<Now>(), &now), AIC_OK) << aic_last_error();
  EXPECT_EQ(now.threads, 5u);
  EXPECT_STREQ(now.name, "old");
  EXPECT_EQ(now.bytes, 0u);

  Guarded young(sizeof(Young));
  *young.as<Young>() = {sizeof(Young), 6, "young", 9, 0, 0};
  ASSERT_EQ(runtime::TakeOptions("take", young.as<Now>(), &now), AIC_OK) << aic_last_error();
  EXPECT_EQ(now.threads, 6u);
  EXPECT_EQ(now.bytes, 9u);
  young.as<Young>()->entries = uint64_t(1) << 63;
  EXPECT_EQ(runtime::TakeOptions("take", young.as<Now>(), &now), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("take: now has 40 bytes, of which this library"));
  EXPECT_THAT(aic_last_error(), HasSubstr("byte 39 is not zero"));

  old.as<Old>()->struct_bytes = sizeof(Old) - 8;
  EXPECT_EQ(runtime::TakeOptions("take", old.as<Now>(), &now), AIC_INVALID_ARGUMENT);
}

/// A getter with a structure that a younger program has, one that is exactly this library's, and sizes that
/// cannot be.
template <typename T> void CheckGetter(const std::function<aic_status(T*)>& get) {
  SCOPED_TRACE(runtime::Structure<T>::kName);
  T plain;
  ASSERT_EQ(plain.struct_bytes, sizeof(T)); // C++ sets it.
  ASSERT_EQ(get(&plain), AIC_OK) << aic_last_error();
  EXPECT_EQ(plain.struct_bytes, sizeof(T));
  for (size_t more : {0, 8, 24}) {
    Guarded guarded(sizeof(T) + more);
    uint32_t bytes = sizeof(T) + more;
    memcpy(guarded.data(), &bytes, 4);
    ASSERT_EQ(get(guarded.as<T>()), AIC_OK) << aic_last_error();
    EXPECT_EQ(guarded.as<T>()->struct_bytes, sizeof(T));
    for (size_t i = sizeof(T); i < bytes; ++i)
      EXPECT_EQ(guarded.data()[i], 0);
  }
  for (uint32_t bytes : {0u, runtime::Structure<T>::kFirstBytes - 1, 5000u, 0xeeeeeeeeu}) {
    Guarded guarded(sizeof(T));
    memcpy(guarded.data(), &bytes, 4);
    EXPECT_EQ(get(guarded.as<T>()), AIC_INVALID_ARGUMENT);
    EXPECT_THAT(aic_last_error(), HasSubstr(std::string(runtime::Structure<T>::kName) + ".struct_bytes is " +
                                            std::to_string(bytes)));
    EXPECT_TRUE(Guarded::Untouched(guarded.data() + 4, guarded.data() + sizeof(T)));
  }
}

TEST(Structs, EveryGetterKeepsToTheCallersSize) {
  std::string bytes = TwoTargetModel()->Bytes();
  ModelPtr owner = Open(bytes);
  SessionPtr sessionOwner = MakeSession(owner, 1);
  const aic_model* model = owner.get();
  const aic_session* session = sessionOwner.get();
  aic_device_list* list;
  ASSERT_EQ(aic_device_list_create(&list), AIC_OK);
  CheckGetter<aic_tensor_info>([=](auto* info) { return aic_model_input(model, 0, info); });
  CheckGetter<aic_tensor_info>([=](auto* info) { return aic_model_output(model, 1, info); });
  CheckGetter<aic_session_info>([=](auto* info) { return aic_session_describe(session, info); });
  CheckGetter<aic_device_info>([=](auto* info) { return aic_device_list_device(list, 0, info); });
  CheckGetter<aic_model_info>([=](auto* info) { return aic_model_describe(model, info); });
  CheckGetter<aic_target_info>([=](auto* info) { return aic_model_target(model, 1, info); });
  CheckGetter<aic_kernel_info>([=](auto* info) { return aic_model_kernel(model, 0, 2, info); });
  CheckGetter<aic_variant_info>([=](auto* info) { return aic_model_variant(model, 1, 0, 1, info); });
  CheckGetter<aic_dispatch_info>([=](auto* info) { return aic_model_dispatch(model, 0, 1, info); });
  CheckGetter<aic_binding_info>([=](auto* info) { return aic_model_binding(model, 0, 1, 0, info); });
  CheckGetter<aic_section_info>([=](auto* info) { return aic_model_section(model, 0, info); });
  CheckGetter<aic_signature>([=](auto* info) { return aic_model_signature(model, info); });
  aic_session_options options;
  aic_session_options_init(&options);
  CheckGetter<aic_requirements>([=](auto* info) { return aic_model_requirements(model, &options, info); });
  std::string stateBytes = StateModel()->Bytes();
  ModelPtr stateOwner = Open(stateBytes);
  const aic_model* states = stateOwner.get();
  CheckGetter<aic_entry_info>([=](auto* info) { return aic_model_entry(states, kSet, info); });
  CheckGetter<aic_tensor_info>([=](auto* info) { return aic_model_entry_input(states, kSet, 1, info); });
  CheckGetter<aic_tensor_info>([=](auto* info) { return aic_model_entry_output(states, kLate, 0, info); });
  CheckGetter<aic_state_info>([=](auto* info) { return aic_model_state(states, kW, info); });
  CheckGetter<aic_plan_info>([=](auto* info) { return aic_model_entry_plan(states, 0, kLate, info); });
  CheckGetter<aic_dispatch_info>(
      [=](auto* info) { return aic_model_entry_dispatch(states, 0, kLate, 1, info); });
  CheckGetter<aic_binding_info>(
      [=](auto* info) { return aic_model_entry_binding(states, 0, kLate, 0, 1, info); });
  aic_device_list_free(list);

  // After a failure the fields are zero, and the size stays, for another try.
  Guarded guarded(sizeof(aic_model_info));
  auto* info = guarded.as<aic_tensor_info>();
  info->struct_bytes = sizeof(aic_model_info);
  EXPECT_EQ(aic_model_input(model, 99, info), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(info->struct_bytes, sizeof(aic_model_info));
  EXPECT_EQ(info->name, nullptr);
  EXPECT_EQ(guarded.data()[sizeof(aic_model_info) - 1], 0);
}

TEST(Structs, SessionsOfYoungerPrograms) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_options options;
  aic_session_options_init(&options);
  EXPECT_EQ(options.struct_bytes, sizeof(options));
  options.threads = 2;
  for (size_t more : {0, 8, 64}) {
    Guarded guarded(sizeof(options) + more);
    memset(guarded.data(), 0, sizeof(options) + more);
    options.struct_bytes = sizeof(options) + more;
    memcpy(guarded.data(), &options, sizeof(options));
    aic_session* session;
    ASSERT_EQ(aic_session_create_with(model.get(), guarded.as<aic_session_options>(), &session), AIC_OK)
        << aic_last_error();
    EXPECT_EQ(aic_session_threads(session), 2u);
    aic_session_close(session);
    if (!more)
      continue;
    guarded.data()[sizeof(options) + more - 1] = 1;
    EXPECT_EQ(aic_session_create_with(model.get(), guarded.as<aic_session_options>(), &session),
              AIC_INVALID_ARGUMENT);
    EXPECT_EQ(session, nullptr);
    EXPECT_THAT(aic_last_error(), HasSubstr("asks for what only a newer library can do"));
  }
}

} // namespace
} // namespace aic::test

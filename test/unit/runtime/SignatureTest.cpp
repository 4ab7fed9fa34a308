// A file's signature as the runtime sees it: where it lies, who is asked about it and when, what may not be.
// (That signatures are good is OpenSSL's to say: test/tools/aic/sign.test.)
#include "runtime/schema/Signature.h"

#include "runtime/schema/Prelude.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <functional>

namespace aic::test {
namespace {

using testing::HasSubstr;

/// The file with something behind it, which its prelude counts.
std::string Behind(std::string bytes, const std::string& more, bool aligned = true) {
  if (aligned)
    bytes.resize((bytes.size() + 63) / 64 * 64);
  bytes += more;
  schema::Prelude prelude;
  memcpy(&prelude, bytes.data(), sizeof(prelude));
  prelude.fileBytes = bytes.size();
  memcpy(bytes.data(), &prelude, sizeof(prelude));
  FixChecksums(&bytes);
  return bytes;
}

schema::Signature SomeSignature() {
  schema::Signature made = {};
  memcpy(made.magic, schema::kSignatureMagic, sizeof(made.magic));
  made.kind = schema::Signature::kEd25519;
  made.bytes = sizeof(made);
  memset(made.key, 0x11, sizeof(made.key));
  memset(made.signature, 0x22, sizeof(made.signature));
  return made;
}
std::string BytesOf(const schema::Signature& signature) {
  return {reinterpret_cast<const char*>(&signature), sizeof(signature)};
}

aic_signature SignatureOf(const ModelPtr& model) {
  aic_signature signature;
  EXPECT_EQ(aic_model_signature(model.get(), &signature), AIC_OK) << aic_last_error();
  return signature;
}

TEST(Signature, LiesBehindAllElse) {
  std::string plain = ChainModel()->Bytes(), with = Behind(plain, BytesOf(SomeSignature()));
  ModelPtr unsignedModel = Open(plain), model = Open(with, AIC_OPEN_VERIFY);
  aic_signature none = SignatureOf(unsignedModel), found = SignatureOf(model);
  EXPECT_EQ(none.kind, AIC_SIGNATURE_NONE);
  EXPECT_EQ(none.data, plain.data());
  EXPECT_EQ(none.bytes, plain.size());
  EXPECT_TRUE(!none.key && !none.signature);
  EXPECT_EQ(found.kind, AIC_SIGNATURE_ED25519);
  EXPECT_EQ(found.data, with.data());
  EXPECT_EQ(found.bytes, with.size() - 128);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(found.key), 32), std::string(32, 0x11));
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(found.signature), 64), std::string(64, 0x22));
  SessionPtr session = MakeSession(model, 2);
  ChainResult result;
  EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
  EXPECT_EQ(aic_model_signature(nullptr, &found), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_signature(model.get(), nullptr), AIC_INVALID_ARGUMENT);
}

// What lies inside a section, or where none may lie, is not one.
TEST(Signature, IsNotWhatOnlyLooksSo) {
  auto last = ChainModel();
  std::string bytes = last->Bytes();
  const std::string looks = BytesOf(SomeSignature());
  ASSERT_GE(last->weights.size() * 4, looks.size());
  std::string inside = bytes;
  inside.replace(inside.size() - looks.size(), looks.size(), looks);
  FixChecksums(&inside);
  EXPECT_EQ(SignatureOf(Open(inside)).kind, AIC_SIGNATURE_NONE);
  EXPECT_EQ(SignatureOf(Open(Behind(bytes, std::string(8, 0) + looks))).kind, AIC_SIGNATURE_NONE);
  EXPECT_EQ(SignatureOf(Open(Behind(bytes, looks + std::string(64, 0)))).kind, AIC_SIGNATURE_NONE);
  EXPECT_EQ(SignatureOf(Open(Behind(bytes, looks.substr(0, 64)))).kind, AIC_SIGNATURE_NONE);
}

TEST(Signature, ThatCannotBeIsRefused) {
  std::string bytes = ChainModel()->Bytes();
  const std::function<void(schema::Signature&)> changes[] = {
      [](auto& s) { s.kind = 2; }, [](auto& s) { s.kind = 0; }, [](auto& s) { s.bytes = 256; },
      [](auto& s) { s.zero[0] = 1; }, [](auto& s) { s.zero[1] = uint64_t(1) << 63; }};
  for (const auto& change : changes) {
    schema::Signature signature = SomeSignature();
    change(signature);
    EXPECT_THAT(OpenFailure(Behind(bytes, BytesOf(signature)), AIC_INVALID_ARTIFACT),
                HasSubstr("has a signature of kind"));
  }
}

/// A program that looks at signatures.
struct Judge {
  int answer = 0;
  int asked = 0;
  aic_signature seen = {};

  static int Look(void* user, const aic_signature* signature) {
    auto& judge = *static_cast<Judge*>(user);
    ++judge.asked;
    judge.seen = *signature;
    return judge.answer;
  }
  aic_open_options Options(const std::string& bytes) {
    aic_open_options options;
    AIC_INIT(&options);
    options.data = bytes.data();
    options.bytes = bytes.size();
    options.verify = Look;
    options.user = this;
    return options;
  }
};

TEST(Signature, AProgramMayRefuse) {
  std::string plain = ChainModel()->Bytes(), with = Behind(plain, BytesOf(SomeSignature()));
  for (const std::string* bytes : {&plain, &with})
    for (uint32_t flags : {0u, uint32_t(AIC_OPEN_INSPECT)}) {
      Judge judge;
      aic_open_options options = judge.Options(*bytes);
      options.flags = flags;
      aic_model* model = nullptr;
      ASSERT_EQ(aic_model_open_with(&options, &model), AIC_OK) << aic_last_error();
      aic_model_close(model);
      EXPECT_EQ(judge.asked, 1);
      EXPECT_EQ(judge.seen.kind, bytes == &with ? AIC_SIGNATURE_ED25519 : AIC_SIGNATURE_NONE);
      EXPECT_EQ(judge.seen.data, bytes->data());
      EXPECT_EQ(judge.seen.struct_bytes, sizeof(aic_signature));
      judge.answer = -1;
      EXPECT_EQ(aic_model_open_with(&options, &model), AIC_REFUSED);
      EXPECT_EQ(model, nullptr);
      EXPECT_THAT(aic_last_error(), HasSubstr(bytes == &with ? "by its signature" : "has no signature"));
      EXPECT_STREQ(aic_status_name(AIC_REFUSED), "AIC_REFUSED");
    }
}

// Not by a file that is damaged, and before what its code may do: here another ABI, which loading finds.
TEST(Signature, AProgramIsAskedBeforeCodeIsLoaded) {
  Judge judge;
  judge.answer = 1;
  std::string damaged = ChainModel()->Bytes(), other = ChainModel(2, KernelsOtherAbi())->Bytes();
  damaged[70] ^= 1;
  aic_model* model = nullptr;
  aic_open_options options = judge.Options(damaged);
  EXPECT_EQ(aic_model_open_with(&options, &model), AIC_INVALID_ARTIFACT);
  EXPECT_EQ(judge.asked, 0);
  options = judge.Options(other);
  EXPECT_EQ(aic_model_open_with(&options, &model), AIC_REFUSED);
  judge.answer = 0;
  EXPECT_EQ(aic_model_open_with(&options, &model), AIC_UNSUPPORTED);
  EXPECT_EQ(judge.asked, 2);
}

TEST(Signature, OptionsAreChecked) {
  std::string bytes = ChainModel()->Bytes();
  aic_model* model = nullptr;
  auto refuses = [&](const char* words, const std::function<void(aic_open_options&)>& change) {
    aic_open_options options;
    AIC_INIT(&options);
    options.data = bytes.data();
    options.bytes = bytes.size();
    change(options);
    EXPECT_EQ(aic_model_open_with(&options, &model), AIC_INVALID_ARGUMENT) << words;
    EXPECT_THAT(aic_last_error(), HasSubstr(words));
    EXPECT_EQ(model, nullptr);
  };
  refuses("both path and data", [](auto& options) { options.path = "x"; });
  refuses("neither path nor data", [](auto& options) { options.data = nullptr; });
  refuses("bytes belong to data", [](auto& options) { options.data = nullptr, options.path = "x"; });
  refuses("unknown flags 0x80", [](auto& options) { options.flags = 128; });
  refuses("struct_bytes is 4", [](auto& options) { options.struct_bytes = 4; });
  EXPECT_EQ(aic_model_open_with(nullptr, &model), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_open_with(nullptr, nullptr), AIC_INVALID_ARGUMENT);
}

} // namespace
} // namespace aic::test

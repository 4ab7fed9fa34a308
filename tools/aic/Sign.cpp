// aic sign, aic verify: an artifact's signature (runtime/schema/Signature.h).

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/FileWriter.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/Signature.h"
#include "tools/aic/Command.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Model.h"

#define XXH_INLINE_ALL
#include "xxhash.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#if AIC_HAS_OPENSSL
#include <openssl/evp.h>
#include <openssl/pem.h>
#endif

namespace aic::tool {

namespace {

struct Options {
  std::string file, key, output;
};

#if AIC_HAS_OPENSSL

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// Reads an Ed25519 key of a PEM file: a private one, or a public one. Without a passphrase. Prints what is
/// wrong.
int readKey(const std::string& path, bool isPrivate, Key& key) {
  std::unique_ptr<FILE, decltype(&fclose)> file(std::fopen(path.c_str(), "re"), &fclose);
  if (!file)
    return fail(CannotReadOrWrite, absl::StrCat(path, ": cannot be opened: ", std::strerror(errno)));
  auto noPassphrase = [](char*, int, int, void*) { return -1; };
  key.reset(isPrivate ? PEM_read_PrivateKey(file.get(), nullptr, noPassphrase, nullptr)
                      : PEM_read_PUBKEY(file.get(), nullptr, noPassphrase, nullptr));
  const char* what = isPrivate ? "private" : "public";
  if (!key)
    return fail(WrongUsage, absl::StrCat(path, ": holds no ", what, " key in PEM, or one with a passphrase (",
                                         isPrivate ? "openssl genpkey -algorithm ed25519 -out private.pem"
                                                   : "openssl pkey -in private.pem -pubout -out public.pem",
                                         " makes one)"));
  if (EVP_PKEY_base_id(key.get()) != EVP_PKEY_ED25519)
    return fail(WrongUsage, absl::StrCat(path, ": is a key of another kind than Ed25519"));
  return Good;
}

/// What Ed25519 signs for the bytes of some pieces of a file.
bool messageOf(std::initializer_list<weights::Bytes> pieces, uint8_t (&message)[64]) {
  std::memcpy(message, schema::kSignaturePrefix, 32);
  Context digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  bool good = digest && EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
  for (const weights::Bytes& piece : pieces)
    good = good && EVP_DigestUpdate(digest.get(), piece.data(), piece.size());
  return good && EVP_DigestFinal_ex(digest.get(), message + 32, nullptr);
}

/// Opens an artifact and reads what it says of its signature.
int openSigned(const std::string& path, ModelHandle& model, aic_signature& signature) {
  if (int code = openModel(path, AIC_OPEN_INSPECT, /*verify=*/false, model))
    return code;
  if (aic_status status = aic_model_signature(model.get(), &signature))
    return failRuntime(status);
  return Good;
}

int sign(const Options& options) {
  Key key(nullptr, EVP_PKEY_free);
  if (int code = readKey(options.key, /*isPrivate=*/true, key))
    return code;
  ModelHandle model;
  aic_signature before;
  if (int code = openSigned(options.file, model, before))
    return code;

  const weights::Bytes content(static_cast<const uint8_t*>(before.data), before.bytes);
  const uint8_t zeros[schema::kSignatureAlignment] = {};
  const size_t behind = content.size() % schema::kSignatureAlignment;
  const weights::Bytes padding(zeros, behind ? schema::kSignatureAlignment - behind : 0);
  schema::Prelude prelude;
  std::memcpy(&prelude, content.data(), sizeof(prelude));
  prelude.fileBytes = content.size() + padding.size() + sizeof(schema::Signature);
  prelude.preludeChecksum = XXH3_64bits(&prelude, offsetof(schema::Prelude, preludeChecksum));
  const weights::Bytes first(reinterpret_cast<const uint8_t*>(&prelude), sizeof(prelude));
  const weights::Bytes rest = content.subspan(sizeof(prelude));

  schema::Signature signature = {};
  std::memcpy(signature.magic, schema::kSignatureMagic, sizeof(signature.magic));
  signature.kind = schema::Signature::kEd25519;
  signature.bytes = sizeof(signature);
  uint8_t message[64];
  Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  size_t keyBytes = sizeof(signature.key), bytes = sizeof(signature.signature);
  if (!messageOf({first, rest, padding}, message) ||
      !EVP_PKEY_get_raw_public_key(key.get(), signature.key, &keyBytes) || !context ||
      !EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) ||
      !EVP_DigestSign(context.get(), signature.signature, &bytes, message, sizeof(message)))
    return fail(OurFault, "OpenSSL does not sign");
  absl::Status written = weights::WriteFile(
      options.output.empty() ? options.file : options.output,
      {first, rest, padding, {reinterpret_cast<const uint8_t*>(&signature), sizeof(signature)}});
  return written.ok() ? Good : fail(written);
}

int verify(const Options& options) {
  Key key(nullptr, EVP_PKEY_free);
  if (int code = readKey(options.key, /*isPrivate=*/false, key))
    return code;
  ModelHandle model;
  aic_signature signature;
  if (int code = openSigned(options.file, model, signature))
    return code;
  if (signature.kind == AIC_SIGNATURE_NONE)
    return fail(InvalidArtifact, absl::StrCat(options.file, ": is not signed"));
  uint8_t own[32], message[64];
  size_t ownBytes = sizeof(own);
  Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (!messageOf({{static_cast<const uint8_t*>(signature.data), signature.bytes}}, message) ||
      !EVP_PKEY_get_raw_public_key(key.get(), own, &ownBytes) || !context ||
      !EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()))
    return fail(OurFault, "OpenSSL does not verify");
  if (EVP_DigestVerify(context.get(), signature.signature, 64, message, sizeof(message)) == 1)
    return Good;
  if (std::memcmp(own, signature.key, sizeof(own)) != 0)
    return fail(InvalidArtifact,
                absl::StrCat(options.file, ": is signed by another key, ",
                             absl::BytesToHexString({reinterpret_cast<const char*>(signature.key), 32})));
  return fail(InvalidArtifact, absl::StrCat(options.file, ": was changed after it was signed by this key"));
}

#else

int sign(const Options&) {
  return fail(Unsupported, "this aic was built without OpenSSL: it neither signs nor verifies");
}
int verify(const Options& options) {
  return sign(options);
}

#endif

} // namespace

Command addSign(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("sign", "Sign a compiled model by an Ed25519 key");
  command->add_option("file", options->file, "The compiled model, FILE.aic")->required();
  command->add_option("--key", options->key, "The private key, in PEM")->required()->option_text("FILE.pem");
  command->add_option("-o", options->output, "Where the signed model goes; default: in the place of FILE.aic")
      ->option_text("FILE");
  command->footer(
      "The signature lies inside the file, behind all else; one that is there is replaced. Runtimes\n"
      "run the file as before. A program that asks for signatures gives aic_open_options a hook.\n\n"
      "Example:\n  openssl genpkey -algorithm ed25519 -out private.pem\n"
      "  openssl pkey -in private.pem -pubout -out public.pem\n"
      "  aic sign model.aic --key private.pem\n"
      "  aic verify model.aic --key public.pem");
  return {command, [options] { return sign(*options); }};
}

Command addVerify(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("verify", "Whether a compiled model is as it was signed by a key");
  command->add_option("file", options->file, "The compiled model, FILE.aic")->required();
  command->add_option("--key", options->key, "The public key, in PEM")->required()->option_text("FILE.pem");
  command->footer(
      "Exit code 0: every byte of the file is what the key's owner signed. 5: it is not signed, or by\n"
      "another key, or was changed since.\n\n"
      "Example:\n  aic verify model.aic --key public.pem");
  return {command, [options] { return verify(*options); }};
}

} // namespace aic::tool

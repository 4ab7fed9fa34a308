/// \file
/// The last 128 bytes of a signed model.aic.
#ifndef AIC_RUNTIME_SCHEMA_SIGNATURE_H
#define AIC_RUNTIME_SCHEMA_SIGNATURE_H

#include <cstddef>
#include <cstdint>

namespace aic::schema {

constexpr uint8_t kSignatureMagic[8] = {'A', 'I', 'C', 's', 'i', 'g', 'n', 0x1a};

/// What is signed is not the bytes themselves but kSignaturePrefix followed by their SHA-256: Ed25519 reads
/// what it signs twice, and all at once.
constexpr uint8_t kSignaturePrefix[32] = "aic model signature, version 1\n";

/// Stands behind all sections, at the end of the file and at a multiple of 64; Prelude::fileBytes counts it.
/// Signed are all bytes before it, as they lie in the signed file. Runtimes that do not know of it take it
/// for room that nothing uses.
struct Signature {
  uint8_t magic[8];
  uint32_t kind;  ///< kEd25519
  uint32_t bytes; ///< Of this structure.
  uint8_t key[32];
  uint8_t signature[64];
  uint64_t zero[2];

  static constexpr uint32_t kEd25519 = 1;
};
static_assert(sizeof(Signature) == 128 && offsetof(Signature, key) == 16);
constexpr uint64_t kSignatureAlignment = 64;

} // namespace aic::schema

#endif // AIC_RUNTIME_SCHEMA_SIGNATURE_H

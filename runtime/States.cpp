/// \file
/// What a caller does with a session's states between runs: read, write and reset them, save and load all.
#include "runtime/Failure.h"
#include "runtime/Session.h"

#include <cstring>

#define XXH_INLINE_ALL
#include "xxhash.h"

using namespace aic;
using namespace aic::runtime;

namespace {

using ull = unsigned long long;

/// What saved states begin with. Behind it they stand at the offsets of Header::StateStart, with zeros
/// between them, little-endian, in their own types whatever the device. This structure stays in every
/// version.
struct Saved {
  uint8_t magic[8];
  uint32_t version;
  uint32_t states;   ///< Their number.
  uint64_t bytes;    ///< Of all, with this.
  uint64_t kind;     ///< HashOf the states' names, types and shapes.
  uint64_t checksum; ///< XXH3, 64 bits, of what is behind this.
  uint64_t zero[2];
  uint64_t ownChecksum; ///< XXH3, 64 bits, of the 56 bytes before.
};
static_assert(sizeof(Saved) == schema::kBufferAlignment);
constexpr uint8_t kSavedMagic[8] = {0x89, 'A', 'I', 'S', '\r', '\n', 0x1a, '\n'};
constexpr uint32_t kSavedVersion = 1;

uint64_t SavedBytes(const Header& header) {
  return sizeof(Saved) + header.StateStart(header.StateCount());
}

/// Of two models whose states are the same but for what they hold it is the same.
uint64_t HashOf(const Header& header) {
  uint64_t hash = header.StateCount();
  for (uint32_t i = 0; i < header.StateCount(); ++i) {
    const schema::Tensor& tensor = *header.State(i).tensor();
    const uint64_t facts[] = {tensor.name()->size(), tensor.type(), tensor.shape()->size()};
    hash = XXH3_64bits_withSeed(facts, sizeof(facts), hash);
    hash = XXH3_64bits_withSeed(tensor.name()->data(), tensor.name()->size(), hash);
    for (int64_t dim : *tensor.shape())
      hash = XXH3_64bits_withSeed(&dim, sizeof(dim), hash);
  }
  return hash;
}

/// What every function here begins with: a session, and nobody who uses it. `busy` stays until the end.
#define AIC_BEGIN_STATES(session)                                                                            \
  if (!(session))                                                                                            \
    return Fail(AIC_INVALID_ARGUMENT, "%s: session is NULL", __func__);                                      \
  RunMark mark(*(session));                                                                                  \
  if (!mark.Holds())                                                                                         \
  return Fail(AIC_BUSY, "%s: %s: this session is running", (session)->model->where.data(), __func__)

/// Checks that there is such a state, and that the caller's bytes are as many as it has.
aic_status CheckState(const char* function, const aic_session& session, uint32_t state, const void* data,
                      size_t bytes) {
  const Header& header = session.model->header;
  if (state >= header.StateCount())
    return Fail(AIC_INVALID_ARGUMENT, "%s: state %u of %u", function, state, header.StateCount());
  const char* name = header.State(state).tensor()->name()->c_str();
  if (bytes != header.StateBytes(state))
    return Fail(AIC_INVALID_ARGUMENT, "%s: state %u (%s) takes %llu bytes, %llu given", function, state, name,
                ull(header.StateBytes(state)), ull(bytes));
  if (bytes && !data)
    return Fail(AIC_INVALID_ARGUMENT, "%s: state %u (%s): data is NULL", function, state, name);
  return AIC_OK;
}

/// What is wrong with saved bytes.
aic_status CheckSaved(const char* function, const Header& header, const void* data, size_t bytes) {
  auto wrong = [&](const char* problem) {
    return Fail(AIC_INVALID_ARGUMENT, "%s: %s; nothing was changed", function, problem);
  };
  Saved saved;
  if (bytes < sizeof(saved))
    return wrong("these bytes are too few to be saved states");
  if (!data)
    return Fail(AIC_INVALID_ARGUMENT, "%s: data is NULL", function);
  memcpy(&saved, data, sizeof(saved));
  if (memcmp(saved.magic, kSavedMagic, sizeof(kSavedMagic)) != 0)
    return wrong("these bytes are no saved states");
  if (XXH3_64bits(&saved, offsetof(Saved, ownChecksum)) != saved.ownChecksum)
    return wrong("the saved states are damaged (the checksum of their first 64 bytes differs)");
  if (saved.version != kSavedVersion)
    return Fail(AIC_UNSUPPORTED, "%s: the states were saved in version %u, this runtime reads version %u",
                function, saved.version, kSavedVersion);
  if (saved.states != header.StateCount() || saved.kind != HashOf(header))
    return wrong("the saved states are another model's: those of this one have other names, types or shapes");
  if (saved.bytes != bytes || saved.bytes != SavedBytes(header))
    return Fail(AIC_INVALID_ARGUMENT, "%s: the saved states have %llu bytes, %llu given; nothing was changed",
                function, ull(saved.bytes), ull(bytes));
  const auto* all = static_cast<const uint8_t*>(data);
  if (XXH3_64bits(all + sizeof(saved), bytes - sizeof(saved)) != saved.checksum)
    return wrong("the saved states are damaged (their checksum differs)");
  return AIC_OK;
}

/// Writes a state, or with NULL what it begins with. It is not lost any more, or it is now.
aic_status Write(aic_session& session, uint32_t state, const void* data) {
  aic_status status = session.kind->writeState(*session.plan, state, data);
  session.MarkLost(state, status != AIC_OK);
  return status;
}

} // namespace

aic_status aic_session::CheckLost() const {
  if (lostStates == 0)
    return AIC_OK;
  return Fail(AIC_STATE_LOST,
              "%s: a run failed after it had begun to write states (%u of %u are lost): reset them "
              "(aic_session_reset_state with AIC_ALL_STATES) or load them",
              model->where.data(), lostStates, static_cast<uint32_t>(lost.size()));
}

extern "C" {

aic_status aic_session_read_state(aic_session* session, uint32_t state, void* data, size_t bytes) {
  AIC_BEGIN_STATES(session);
  if (aic_status status = CheckState(__func__, *session, state, data, bytes))
    return status;
  if (aic_status status = session->CheckLost())
    return status;
  return session->kind->readState(*session->plan, state, data);
}

aic_status aic_session_write_state(aic_session* session, uint32_t state, const void* data, size_t bytes) {
  AIC_BEGIN_STATES(session);
  if (aic_status status = CheckState(__func__, *session, state, data, bytes))
    return status;
  if (aic_status status = session->kind->checkState(*session->plan, state, data))
    return status;
  return Write(*session, state, data);
}

aic_status aic_session_reset_state(aic_session* session, uint32_t state) {
  AIC_BEGIN_STATES(session);
  const uint32_t count = session->model->header.StateCount();
  if (state != AIC_ALL_STATES) {
    if (state >= count)
      return Fail(AIC_INVALID_ARGUMENT, "%s: state %u of %u", __func__, state, count);
    return Write(*session, state, nullptr);
  }
  for (uint32_t i = 0; i < count; ++i)
    if (aic_status status = Write(*session, i, nullptr)) {
      session->MarkAllLost();
      return status;
    }
  return AIC_OK;
}

size_t aic_session_saved_bytes(const aic_session* session) {
  return session ? SavedBytes(session->model->header) : 0;
}

aic_status aic_session_save_states(aic_session* session, void* data, size_t bytes) {
  AIC_BEGIN_STATES(session);
  const Header& header = session->model->header;
  if (bytes != SavedBytes(header))
    return Fail(AIC_INVALID_ARGUMENT, "%s: the states take %llu bytes, %llu given", __func__,
                ull(SavedBytes(header)), ull(bytes));
  if (!data)
    return Fail(AIC_INVALID_ARGUMENT, "%s: data is NULL", __func__);
  if (aic_status status = session->CheckLost())
    return status;
  auto* all = static_cast<uint8_t*>(data);
  uint64_t at = sizeof(Saved);
  for (uint32_t i = 0; i < header.StateCount(); ++i) {
    const uint64_t begin = sizeof(Saved) + header.StateStart(i);
    memset(all + at, 0, begin - at);
    if (aic_status status = session->kind->readState(*session->plan, i, all + begin))
      return status;
    at = begin + header.StateBytes(i);
  }
  Saved saved = {};
  memcpy(saved.magic, kSavedMagic, sizeof(kSavedMagic));
  saved.version = kSavedVersion;
  saved.states = header.StateCount();
  saved.bytes = bytes;
  saved.kind = HashOf(header);
  saved.checksum = XXH3_64bits(all + sizeof(saved), bytes - sizeof(saved));
  saved.ownChecksum = XXH3_64bits(&saved, offsetof(Saved, ownChecksum));
  memcpy(all, &saved, sizeof(saved));
  return AIC_OK;
}

aic_status aic_session_load_states(aic_session* session, const void* data, size_t bytes) {
  AIC_BEGIN_STATES(session);
  const Header& header = session->model->header;
  if (aic_status status = CheckSaved(__func__, header, data, bytes))
    return status;
  const auto* all = static_cast<const uint8_t*>(data) + sizeof(Saved);
  for (uint32_t i = 0; i < header.StateCount(); ++i)
    if (aic_status status = session->kind->checkState(*session->plan, i, all + header.StateStart(i)))
      return status;
  for (uint32_t i = 0; i < header.StateCount(); ++i)
    if (aic_status status = Write(*session, i, all + header.StateStart(i))) {
      session->MarkAllLost();
      return status;
    }
  return AIC_OK;
}
}

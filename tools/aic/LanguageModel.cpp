#include "tools/aic/LanguageModel.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/aic/Failure.h"

#include <algorithm>
#include <cstring>

namespace aic::tool {

const char* const kConvention =
    "  step(id: i64[1, 1], position: i64[]) -> (logits: f32[1, V])\n"
    "  prefill(ids: i64[1, S], position: i64[]) -> (logits: f32[1, V])   of the last id; may be absent";

namespace {

/// "step(id: i64[1, 1], position: i64[]) -> (logits: f32[1, 256])"
std::string signatureOf(const aic_model* model, uint32_t entry, const aic_entry_info& info) {
  auto list = [&](uint32_t count,
                  aic_status (*describe)(const aic_model*, uint32_t, uint32_t, aic_tensor_info*)) {
    std::vector<std::string> tensors;
    for (uint32_t i = 0; i < count; ++i) {
      Buffer buffer;
      if (describe(model, entry, i, &buffer.info) == AIC_OK)
        tensors.push_back(buffer.describe());
    }
    return absl::StrCat("(", absl::StrJoin(tensors, ", "), ")");
  };
  return absl::StrCat(info.name, list(info.input_count, aic_model_entry_input), " -> ",
                      list(info.output_count, aic_model_entry_output));
}

int failConvention(const aic_model* model, const std::string& why) {
  std::string message =
      absl::StrCat(why, "; aic generate wants these entries\n", kConvention, "\nand the model has");
  for (uint32_t entry = 0; entry < aic_model_entry_count(model); ++entry) {
    aic_entry_info info;
    if (aic_model_entry(model, entry, &info) == AIC_OK)
      absl::StrAppend(&message, "\n  ", signatureOf(model, entry, info));
  }
  return fail(WrongUsage, message);
}

} // namespace

bool LanguageModel::describe(const aic_model* model, uint32_t entry, Piece& piece) {
  aic_entry_info info;
  if (aic_model_entry(model, entry, &info) != AIC_OK || info.input_count != 2 || info.output_count != 1 ||
      aic_model_entry_input(model, entry, 0, &piece.inputs[0].info) != AIC_OK ||
      aic_model_entry_input(model, entry, 1, &piece.inputs[1].info) != AIC_OK ||
      aic_model_entry_output(model, entry, 0, &piece.logits.info) != AIC_OK)
    return false;
  piece.entry = entry;
  piece.ids = piece.inputs[0].info.rank == 2 ? 0 : 1;
  piece.position = 1 - piece.ids;
  const aic_tensor_info& ids = piece.inputs[piece.ids].info;
  const aic_tensor_info& position = piece.inputs[piece.position].info;
  const aic_tensor_info& logits = piece.logits.info;
  if (ids.type != AIC_I64 || ids.rank != 2 || ids.shape[0] != 1 || ids.shape[1] < 1 ||
      position.type != AIC_I64 || position.rank != 0 || logits.type != AIC_F32 || logits.rank != 2 ||
      logits.shape[0] != 1 || logits.shape[1] < 1)
    return false;
  piece.size = ids.shape[1];
  return true;
}

int LanguageModel::Open(const aic_model* model) {
  const uint32_t count = aic_model_entry_count(model);
  bool hasStep = false, prefillThere = false, prefillFits = false;
  for (uint32_t entry = 0; entry < count; ++entry) {
    aic_entry_info info;
    if (aic_status status = aic_model_entry(model, entry, &info))
      return failRuntime(status);
    const std::string name = info.name;
    const bool isStep = name == "step" || count == 1; // of one entry the name does not matter
    if (!isStep && name != "prefill")
      continue;
    prefillThere = prefillThere || !isStep;
    Piece piece;
    // One graph may be there in sizes that are for others, N = 8, say.
    if (!describe(model, entry, piece) || (isStep && piece.size != 1))
      continue;
    hasStep = hasStep || isStep;
    prefillFits = prefillFits || !isStep;
    if (pieces_.empty())
      vocabulary_ = piece.logits.info.shape[1];
    else if (piece.logits.info.shape[1] != vocabulary_)
      return failConvention(
          model, absl::StrCat("the entries differ in V, ", vocabulary_, " and ", piece.logits.info.shape[1]));
    pieces_.push_back(std::move(piece));
  }
  if (!hasStep)
    return failConvention(model, "there is no entry for one step");
  if (prefillThere && !prefillFits)
    return failConvention(model, "prefill has other inputs or outputs");
  std::sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
    return a.size != b.size ? a.size > b.size : a.entry < b.entry;
  });
  for (Piece& piece : pieces_)
    for (Buffer* buffer : {&piece.inputs[0], &piece.inputs[1], &piece.logits})
      if (int code = allocateBuffer(*buffer))
        return code;
  return Good;
}

int64_t LanguageModel::pieceOf(int64_t left) const {
  for (const Piece& piece : pieces_)
    if (piece.size <= left)
      return piece.size;
  return 1;
}

aic_status LanguageModel::run(aic_session* session, absl::Span<const int64_t> ids, int64_t position) {
  for (last_ = 0; pieces_[last_].size != static_cast<int64_t>(ids.size());)
    ++last_;
  Piece& piece = pieces_[last_];
  std::memcpy(piece.inputs[piece.ids].data.get(), ids.data(), ids.size() * sizeof(int64_t));
  std::memcpy(piece.inputs[piece.position].data.get(), &position, sizeof position);
  aic_input inputs[2];
  for (int i = 0; i < 2; ++i)
    inputs[i] = {piece.inputs[i].data.get(), static_cast<size_t>(piece.inputs[i].info.bytes)};
  aic_output output = {piece.logits.data.get(), static_cast<size_t>(piece.logits.info.bytes)};
  return aic_session_run_entry(session, piece.entry, inputs, 2, &output, 1);
}

absl::Span<const float> LanguageModel::logits() const {
  return {static_cast<const float*>(pieces_[last_].logits.data.get()), static_cast<size_t>(vocabulary_)};
}

} // namespace aic::tool

// Where a training stands, in a file.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/aic/Failure.h"
#include "tools/aic/StateFile.h"
#include "tools/aic/Trainer.h"

#include <cstdio>
#include <cstring>

namespace aic::tool {

namespace {

using weights::ElementType;

constexpr int64_t kVersion = 2;
constexpr const char* kPlace = "aic.training";    // version, epoch, batch
constexpr const char* kSettings = "aic.settings"; // JSON: an object of strings, a byte each
constexpr const char* kSums = "aic.sums";         // doubles, as are the next two
constexpr const char* kLosses = "aic.losses";
constexpr const char* kEpochs = "aic.epochs"; // steps, rate, seconds, means, means of validation

std::vector<int64_t> bitsOf(const std::vector<double>& values) {
  std::vector<int64_t> bits(values.size());
  if (!bits.empty())
    std::memcpy(bits.data(), values.data(), bits.size() * sizeof(double));
  return bits;
}
std::vector<double> valuesOf(const std::vector<int64_t>& bits) {
  std::vector<double> values(bits.size());
  if (!bits.empty())
    std::memcpy(values.data(), bits.data(), bits.size() * sizeof(double));
  return values;
}

std::vector<int64_t> bytesOf(const std::string& text) {
  return {text.begin(), text.end()};
}
std::string textOf(const std::vector<int64_t>& bytes) {
  std::string text;
  for (int64_t byte : bytes)
    text += static_cast<char>(byte);
  return text;
}

/// "" where all floats of the states are finite, else the name of the first state where they are not. -1
/// where a state cannot be read (printed).
int findNotFinite(const aic_model* model, aic_session* session, std::string& name) {
  std::vector<uint8_t> bytes;
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i) {
    aic_state_info info;
    if (aic_status status = aic_model_state(model, i, &info))
      return failRuntime(status);
    if (!isLossType(static_cast<ElementType>(info.type)))
      continue;
    bytes.resize(info.bytes);
    if (aic_status status = aic_session_read_state(session, i, bytes.data(), bytes.size()))
      return failRuntime(status);
    const size_t width = info.type == AIC_F32 ? 4 : 8;
    bool finite = true;
    for (size_t at = 0; at < bytes.size(); at += width) { // all bits of the exponent are ones where it is not
      uint64_t bits = 0;
      std::memcpy(&bits, bytes.data() + at, width);
      const uint64_t exponent = width == 4 ? 0x7f800000u : 0x7ff0000000000000u;
      finite &= (bits & exponent) != exponent;
    }
    if (!finite) {
      name = info.name;
      return Good;
    }
  }
  return Good;
}

} // namespace

int Trainer::checkpoint() {
  std::string state;
  if (int code = findNotFinite(model_, session_, state))
    return code;
  if (!state.empty())
    return notFinite(absl::StrCat("the state '", state, "' has values that are not finite"));
  if (options_.quiet) {
    saved_ = steps();
    return Good;
  }
  nlohmann::ordered_json settings;
  for (const TrainSetting& setting : this->settings())
    settings[setting.name] = setting.value;
  std::vector<double> epochs;
  for (const EpochRecord& epoch : history_.epochs) {
    epochs.insert(epochs.end(), {static_cast<double>(epoch.steps), epoch.rate, epoch.seconds});
    epochs.insert(epochs.end(), epoch.training.begin(), epoch.training.end());
    epochs.insert(epochs.end(), epoch.validation.begin(), epoch.validation.end());
  }
  if (int code = saveStates(
          model_, session_, options_.checkpoint,
          {{kPlace, {kVersion, epoch_, batch_}},
           {kSettings, bytesOf(settings.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))},
           {kSums, bitsOf(sums_)},
           {kLosses, bitsOf(history_.losses)},
           {kEpochs, bitsOf(epochs)}})) {
    std::fprintf(stderr, "aic: %s\n", lastCheckpoint().c_str());
    return code;
  }
  saved_ = steps();
  if (hooks_.checkpointed)
    hooks_.checkpointed(lastCheckpoint());
  return Good;
}

std::vector<TrainSetting> Trainer::settings() const {
  using Kind = TrainSetting::Kind;
  std::vector<TrainSetting> all = {
      {"--batch", absl::StrCat(batchSize()), Kind::Fixed},
      {"--pieces", absl::StrCat(options_.pieces ? options_.pieces->count() : 1), Kind::Fixed},
      {"the number of the entry's results", absl::StrCat(train_.scalars.size()), Kind::Fixed},
      {"the number of the validating entry's results",
       absl::StrCat(validate_ ? validate_->scalars.size() : size_t{0}), Kind::Fixed}};
  all.insert(all.end(), options_.settings.begin(), options_.settings.end());
  return all;
}

/// Refuses another training, and says what else has changed.
int Trainer::compareSettings(const std::string& kept, int64_t step) const {
  using Kind = TrainSetting::Kind;
  const nlohmann::json settings = nlohmann::json::parse(kept, nullptr, /*allow_exceptions=*/false);
  std::vector<std::string> changed;
  for (const auto& [name, value, kind] : this->settings()) {
    const std::string was = settings.is_object() && settings.contains(name) && settings[name].is_string()
                                ? settings[name].get<std::string>()
                                : "";
    if (was == value)
      continue;
    auto shown = [](const std::string& text) { return text.empty() ? std::string("not given") : text; };
    const std::string both = absl::StrCat(name, " was ", shown(was), " and is ", shown(value));
    if (kind != Kind::Free)
      return fail(WrongUsage, absl::StrCat("--resume: ", options_.checkpoint, " is of another training: ",
                                           kind == Kind::Content ? "it had other " + name : both));
    changed.push_back(both);
  }
  if (!changed.empty() && !options_.quiet)
    std::fprintf(stderr, "aic: note: --resume: from step %lld on, %s\n", static_cast<long long>(step) + 1,
                 absl::StrJoin(changed, "; ").c_str());
  return Good;
}

int Trainer::resume() {
  std::vector<StateNote> notes = {{kPlace, {}}, {kSums, {}}, {kLosses, {}}, {kEpochs, {}}, {kSettings, {}}};
  if (int code = loadStates(model_, session_, options_.checkpoint, &notes))
    return code;
  const std::vector<int64_t>& place = notes[0].values;
  auto wrong = [&](const std::string& what) {
    return fail(WrongUsage, absl::StrCat("--resume: ", options_.checkpoint, what));
  };
  if (place.size() != 3 || place[0] != kVersion)
    return wrong(" is no checkpoint of this aic train");
  const int64_t epoch = place[1], batch = place[2], count = static_cast<int64_t>(notes[2].values.size());
  if (int code = compareSettings(textOf(notes[4].values), count))
    return code;
  const size_t width = 3 + train_.scalars.size() + history_.validations.size();
  const std::vector<double> epochs = valuesOf(notes[3].values);
  if (notes[1].values.size() != sums_.size() || epochs.size() % width != 0 || epoch < 0 || batch < 0 ||
      batch > perEpoch() || static_cast<int64_t>(epochs.size() / width) != epoch ||
      count != epoch * perEpoch() + batch)
    return wrong(" is damaged: its numbers do not go together");
  epoch_ = epoch;
  batch_ = batch;
  sums_ = valuesOf(notes[1].values);
  history_.losses = valuesOf(notes[2].values);
  for (size_t at = 0; at < epochs.size(); at += width) {
    EpochRecord& record = history_.epochs.emplace_back();
    auto begin = epochs.begin() + static_cast<std::ptrdiff_t>(at);
    record.steps = static_cast<int64_t>(begin[0]);
    record.rate = begin[1];
    record.seconds = begin[2];
    auto middle = begin + 3 + static_cast<std::ptrdiff_t>(train_.scalars.size());
    record.training.assign(begin + 3, middle);
    record.validation.assign(middle, begin + static_cast<std::ptrdiff_t>(width));
  }
  saved_ = firstStep_ = steps();
  if (hooks_.checkpointed)
    hooks_.checkpointed(lastCheckpoint());
  rate_ = options_.schedule.at(std::max<int64_t>(0, count - 1));
  return Good;
}

} // namespace aic::tool

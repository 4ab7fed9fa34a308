#include "tools/aic/TrainIdentity.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

#include "llvm/Support/xxhash.h"

#include <set>

namespace aic::tool {

namespace {

/// Of bytes that are added one after another: each hash begins with the last one.
class Digest {
public:
  void add(llvm::ArrayRef<uint8_t> bytes) {
    uint64_t both[2] = {value_, llvm::xxh3_64bits(bytes)};
    value_ = llvm::xxh3_64bits(llvm::ArrayRef(reinterpret_cast<const uint8_t*>(both), sizeof both));
  }
  void add(llvm::StringRef text) { add(llvm::ArrayRef(text.bytes_begin(), text.size())); }
  std::string text() const { return absl::StrFormat("%016x", value_); }

private:
  uint64_t value_ = 0;
};

std::string digestOf(const Samples& samples) {
  constexpr int64_t kLooked = 4096;
  Digest digest;
  for (const Column& column : samples.columns()) {
    digest.add(column.describe());
    const int64_t step = std::max<int64_t>(1, samples.size() / kLooked);
    for (int64_t i = 0; i < samples.size(); i += step)
      digest.add(llvm::ArrayRef(column.sample(i), column.sampleBytes));
  }
  return digest.text();
}

/// Of the weights that no state holds: what is trained is in the checkpoint itself.
std::string digestOfFixed(const OpenedTraining& opened) {
  std::set<std::string> states;
  for (uint32_t i = 0; i < aic_model_state_count(opened.model.get()); ++i) {
    aic_state_info info;
    AIC_INIT(&info);
    if (aic_model_state(opened.model.get(), i, &info) == AIC_OK)
      states.insert(info.name);
  }
  Digest digest;
  for (const driver::Parameter& parameter : opened.compilation->parameters()) {
    if (states.count(parameter.name))
      continue;
    digest.add(parameter.name);
    for (llvm::ArrayRef<char> bytes : {llvm::ArrayRef<char>(parameter.splat), parameter.bytes})
      digest.add(llvm::StringRef(bytes.data(), bytes.size()));
  }
  return digest.text();
}

} // namespace

std::vector<TrainSetting> identityOf(const TrainOptions& options, const TrainPlan& plan,
                                     const OpenedTraining& opened, const Samples& samples,
                                     const Samples* others) {
  using Kind = TrainSetting::Kind;
  const TrainerOptions& trainer = options.trainer;
  Digest step;
  step.add(opened.compilation->emit(driver::Stage::Aic));
  std::vector<TrainSetting> settings = {
      {"--seed", absl::StrCat(trainer.seed), Kind::Fixed},
      {"--entry", options.generates() ? "" : plan.train, Kind::Fixed},
      {"--loss", options.loss, Kind::Fixed},
      {"--optimizer", options.optimizer, Kind::Fixed},
      {"--only", options.trained, Kind::Fixed},
      {"--clip-norm", absl::StrCat(options.clip), Kind::Fixed},
      {"--no-shuffle", trainer.shuffle ? "not given" : "given", Kind::Fixed},
      {"the number of samples to train on", absl::StrCat(trainer.rows.size()), Kind::Fixed},
      {"the number of samples to validate on", absl::StrCat(trainer.validation.size()), Kind::Fixed},
      {"samples in --data", digestOf(samples), Kind::Content},
      {"operators in the model or its training step", step.text(), Kind::Content},
      {"weights that are not trained", digestOfFixed(opened), Kind::Content},
      {"--lr", absl::StrCat(trainer.schedule.rate), Kind::Free},
      {"--schedule", options.schedule, Kind::Free},
      {"--warmup", absl::StrCat(trainer.schedule.warmup), Kind::Free},
      {"--epochs", absl::StrCat(trainer.epochs), Kind::Free},
      {"--early-stop", absl::StrCat(trainer.patience), Kind::Free}};
  if (others)
    settings.push_back({"samples in --validate", digestOf(*others), Kind::Content});
  return settings;
}

} // namespace aic::tool

#include "tools/aic/Trainer.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Interrupt.h"
#include "tools/aic/Print.h"
#include "tools/aic/Shuffle.h"
#include "tools/aic/StateFile.h"

#include <cmath>
#include <cstring>

namespace aic::tool {

namespace {

using weights::ElementType;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

bool isFloat(ElementType type) {
  return type == ElementType::F32 || type == ElementType::F64;
}

/// Writes a number into a scalar of whichever type.
void storeScalar(ElementType type, void* out, double value) {
  if (type == ElementType::F32) {
    const auto narrow = static_cast<float>(value);
    std::memcpy(out, &narrow, sizeof narrow);
  } else {
    std::memcpy(out, &value, sizeof value);
  }
}
void storeScalar(Buffer& buffer, int64_t value) {
  if (buffer.type() == ElementType::I32) {
    const auto narrow = static_cast<int32_t>(value);
    std::memcpy(buffer.data.get(), &narrow, sizeof narrow);
  } else {
    std::memcpy(buffer.data.get(), &value, sizeof value);
  }
}

/// "label from 0 to 9" for each input of integers: an index out of range is among these.
std::string integersOf(const BatchEntry& entry) {
  std::string text;
  for (const Buffer& input : entry.inputs)
    if (!isFloat(input.type()) && input.info.rank > 0) {
      const Summary summary = summarise(input);
      absl::StrAppendFormat(&text, "%s%s from %.0f to %.0f", text.empty() ? "" : ", ", input.info.name,
                            summary.min, summary.max);
    }
  return text;
}

constexpr int64_t kVersion = 1;
constexpr const char* kPlace = "aic.training"; // version, epoch, batch, and what must be the same: identity()
constexpr const char* kSums = "aic.sums";      // doubles, as are the next two
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

/// What a run that goes on must have as the one that was left: names and numbers.
std::vector<std::pair<const char*, int64_t>> identity(const TrainerOptions& options, const BatchEntry& train,
                                                      const BatchEntry* validate) {
  return {{"--batch", train.feed.batch()},
          {"--seed", static_cast<int64_t>(options.seed)},
          {"the number of samples to train on", static_cast<int64_t>(options.rows.size())},
          {"the number of samples to validate on", static_cast<int64_t>(options.validation.size())},
          {"whether it shuffles", options.shuffle},
          {"the number of the entry's results", static_cast<int64_t>(train.scalars.size())},
          {"the number of the validating entry's results",
           validate ? static_cast<int64_t>(validate->scalars.size()) : 0}};
}

/// "" where all floats of the states are finite, else the name of the first state where they are not. -1
/// where a state cannot be read (printed).
int findNotFinite(const aic_model* model, aic_session* session, std::string& name) {
  std::vector<uint8_t> bytes;
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i) {
    aic_state_info info;
    if (aic_status status = aic_model_state(model, i, &info))
      return failRuntime(status);
    if (!isFloat(static_cast<ElementType>(info.type)))
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

int BatchEntry::open(const aic_model* model, uint32_t number, const Samples& samples,
                     const std::string& rateName,
                     const std::vector<std::pair<std::string, std::string>>& columns) {
  entry = number;
  if (int code = allocateInputs(model, entry, inputs))
    return code;
  if (int code = allocateOutputs(model, entry, outputs))
    return code;
  std::vector<std::string> others;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const Buffer& input = inputs[i];
    const std::string name = input.info.name;
    const bool integer = input.type() == ElementType::I64 || input.type() == ElementType::I32;
    int* place = input.info.rank != 0         ? nullptr
                 : name == rateName           ? isFloat(input.type()) ? &rate : nullptr
                 : name == "step" && integer  ? &step
                 : name == "epoch" && integer ? &epoch
                 : name == "seed" && integer  ? &seed
                                              : nullptr;
    if (!place)
      continue;
    *place = static_cast<int>(i);
    others.push_back(name);
  }
  for (size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].info.rank != 0 || !isFloat(outputs[i].type()))
      continue;
    const bool loss = std::string(outputs[i].info.name) == "loss";
    scalars.insert(loss ? scalars.begin() : scalars.end(), i);
  }
  if (scalars.empty())
    return fail(WrongUsage,
                "the entry gives no loss: one of its results is an f32[], called loss where there are "
                "several");
  return feed.match("train", samples, inputs, others, columns);
}

std::vector<std::string> BatchEntry::names() const {
  std::vector<std::string> names;
  for (size_t i : scalars)
    names.push_back(outputs[i].info.name);
  return names;
}

double BatchEntry::scalar(size_t i) const {
  const Buffer& output = outputs[scalars[i]];
  if (output.type() == ElementType::F64)
    return *static_cast<const double*>(output.data.get());
  return static_cast<double>(*static_cast<const float*>(output.data.get()));
}

Trainer::Trainer(const aic_model* model, aic_session* session, BatchEntry& train, BatchEntry* validate,
                 TrainerOptions options, TrainerHooks hooks, TrainingLog& log)
    : model_(model), session_(session), train_(train), validate_(validate), options_(std::move(options)),
      hooks_(std::move(hooks)), log_(log) {
  history_.outputs = train_.names();
  if (validate_)
    history_.validations = validate_->names();
  sums_.assign(train_.scalars.size(), 0);
  options_.schedule.perEpoch = perEpoch();
  options_.schedule.total = options_.epochs * perEpoch();
}

/// The last samples of an epoch, too few for a batch, are left out: shapes are known when it is compiled.
int64_t Trainer::perEpoch() const {
  return static_cast<int64_t>(options_.rows.size()) / train_.feed.batch();
}

std::string Trainer::lastCheckpoint() const {
  return saved_ < 0 ? std::string("there is no checkpoint yet")
                    : absl::StrCat("the last checkpoint, ", options_.checkpoint, ", is of step ", saved_);
}

int Trainer::checkpoint() {
  std::string state;
  if (int code = findNotFinite(model_, session_, state))
    return code;
  if (!state.empty())
    return notFinite(absl::StrCat("the state '", state, "' has values that are not finite"));
  std::vector<int64_t> place = {kVersion, epoch_, batch_};
  for (const auto& [what, number] : identity(options_, train_, validate_))
    place.push_back(number);
  std::vector<double> epochs;
  for (const EpochRecord& epoch : history_.epochs) {
    epochs.insert(epochs.end(), {static_cast<double>(epoch.steps), epoch.rate, epoch.seconds});
    epochs.insert(epochs.end(), epoch.training.begin(), epoch.training.end());
    epochs.insert(epochs.end(), epoch.validation.begin(), epoch.validation.end());
  }
  if (int code = saveStates(model_, session_, options_.checkpoint,
                            {{kPlace, place},
                             {kSums, bitsOf(sums_)},
                             {kLosses, bitsOf(history_.losses)},
                             {kEpochs, bitsOf(epochs)}})) {
    std::fprintf(stderr, "aic: %s\n", lastCheckpoint().c_str());
    return code;
  }
  saved_ = steps();
  return Good;
}

int Trainer::seedGenerators() {
  for (uint32_t i = 0; i < aic_model_state_count(model_); ++i) {
    aic_state_info info;
    AIC_INIT(&info);
    if (aic_status status = aic_model_state(model_, i, &info))
      return failRuntime(status);
    const std::string name = info.name;
    if ((name != "generator" && !absl::EndsWith(name, ".generator")) || info.type != AIC_I64 ||
        info.rank != 1 || info.shape[0] != 2)
      continue;
    const int64_t key[2] = {static_cast<int64_t>(options_.seed), 0};
    if (aic_status status = aic_session_write_state(session_, i, key, sizeof key))
      return failRuntime(status);
  }
  return Good;
}

int Trainer::resume() {
  std::vector<StateNote> notes = {{kPlace, {}}, {kSums, {}}, {kLosses, {}}, {kEpochs, {}}};
  if (int code = loadStates(model_, session_, options_.checkpoint, &notes))
    return code;
  const auto wanted = identity(options_, train_, validate_);
  const std::vector<int64_t>& place = notes[0].values;
  auto wrong = [&](const std::string& what) {
    return fail(WrongUsage, absl::StrCat("--resume: ", options_.checkpoint, what));
  };
  if (place.size() != wanted.size() + 3 || place[0] != kVersion)
    return wrong(" is no checkpoint of this aic train");
  for (size_t i = 0; i < wanted.size(); ++i)
    if (place[i + 3] != wanted[i].second)
      return wrong(absl::StrCat(" is of another training: ", wanted[i].first, " was ", place[i + 3],
                                " and is ", wanted[i].second));
  const size_t width = 3 + train_.scalars.size() + history_.validations.size();
  const std::vector<double> epochs = valuesOf(notes[3].values);
  const int64_t epoch = place[1], batch = place[2], count = static_cast<int64_t>(notes[2].values.size());
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
  rate_ = options_.schedule.at(std::max<int64_t>(0, count - 1));
  return Good;
}

aic_status Trainer::run(BatchEntry& entry) {
  in_.clear();
  out_.clear();
  for (const Buffer& buffer : entry.inputs)
    in_.push_back({buffer.data.get(), static_cast<size_t>(buffer.info.bytes)});
  for (const Buffer& buffer : entry.outputs)
    out_.push_back({buffer.data.get(), static_cast<size_t>(buffer.info.bytes)});
  return aic_session_run_entry(session_, entry.entry, in_.data(), static_cast<uint32_t>(in_.size()),
                               out_.data(), static_cast<uint32_t>(out_.size()));
}

int Trainer::writeRate(double rate) {
  if (train_.rate >= 0) {
    Buffer& input = train_.inputs[static_cast<size_t>(train_.rate)];
    storeScalar(input.type(), input.data.get(), rate);
  }
  for (uint32_t i = 0; !options_.rateState.empty() && i < aic_model_state_count(model_); ++i) {
    aic_state_info info;
    if (aic_status status = aic_model_state(model_, i, &info))
      return failRuntime(status);
    if (info.name != options_.rateState)
      continue;
    char bytes[8];
    storeScalar(static_cast<ElementType>(info.type), bytes, rate);
    if (aic_status status = aic_session_write_state(session_, i, bytes, info.bytes))
      return failRuntime(status);
  }
  return Good;
}

int Trainer::failedStep(aic_status status, absl::Span<const int64_t> rows) {
  bar_.wipe();
  const int code = failRuntime(status);
  const std::string integers = integersOf(train_);
  std::fprintf(stderr, "aic: this was step %lld, epoch %lld, samples %lld, ...%s%s; %s\n",
               static_cast<long long>(steps()) + 1, static_cast<long long>(epoch_) + 1,
               static_cast<long long>(rows[0]), integers.empty() ? "" : "; it had ", integers.c_str(),
               lastCheckpoint().c_str());
  return code;
}

int Trainer::notFinite(const std::string& what) {
  bar_.wipe();
  const std::string why = hooks_.whyNotFinite ? hooks_.whyNotFinite() : "";
  return fail(ModelWrong, absl::StrCat("step ", steps(), " (epoch ", epoch_ + 1, ", learning rate ",
                                       absl::StrFormat("%g", rate_), "): ", what,
                                       why.empty() ? "" : "; " + why, "; ", lastCheckpoint(),
                                       hooks_.whyNotFinite ? "" : "; --detect-anomaly names the operator"));
}

int Trainer::step(absl::Span<const int64_t> rows) {
  rate_ = options_.schedule.at(steps());
  if (int code = writeRate(rate_))
    return code;
  const std::pair<int, int64_t> numbers[] = {
      {train_.step, steps()}, {train_.epoch, epoch_}, {train_.seed, static_cast<int64_t>(options_.seed)}};
  for (const auto& [place, value] : numbers)
    if (place >= 0)
      storeScalar(train_.inputs[static_cast<size_t>(place)], value);
  train_.feed.fill(rows, train_.inputs);
  if (hooks_.beforeStep)
    hooks_.beforeStep();
  if (aic_status status = run(train_))
    return failedStep(status, rows);
  const double loss = train_.scalar(0);
  history_.losses.push_back(loss);
  if (!std::isfinite(loss))
    return notFinite(absl::StrCat("the loss is ", loss));
  ++batch_;
  std::vector<double> values;
  for (size_t i = 0; i < sums_.size(); ++i) {
    values.push_back(train_.scalar(i));
    sums_[i] += values.back();
  }
  if (!log_.isOpen())
    return Good;
  nlohmann::ordered_json line = {{"step", steps()}, {"epoch", epoch_ + 1}};
  line.update(namedNumbers(history_.outputs, values));
  line["lr"] = rate_;
  return log_.add(line);
}

void Trainer::showProgress() {
  if (!bar_.isDue())
    return;
  const double each = seconds_ / static_cast<double>(std::max<int64_t>(1, steps() - firstStep_));
  const auto left = static_cast<double>(options_.schedule.total - steps());
  bar_.show(absl::StrFormat("epoch %d/%d", epoch_ + 1, options_.epochs), batch_, perEpoch(),
            absl::StrFormat("%s, %s left",
                            numbersText(history_.outputs,
                                        [&] {
                                          std::vector<double> means = sums_;
                                          for (double& mean : means)
                                            mean /= static_cast<double>(std::max<int64_t>(1, batch_));
                                          return means;
                                        }()),
                            clockText(left * each)));
}

/// The means over the samples for validation, in batches; those behind the last whole batch are left out.
int Trainer::validate(std::vector<double>& means) {
  means.assign(validate_->scalars.size(), 0);
  const size_t batch = static_cast<size_t>(validate_->feed.batch());
  const size_t count = options_.validation.size() / batch;
  for (size_t b = 0; b < count; ++b) {
    if (interrupted()) // all steps of the epoch are done: what goes on from here validates
      return interruptedHere();
    validate_->feed.fill(absl::MakeConstSpan(options_.validation).subspan(b * batch, batch),
                         validate_->inputs);
    if (aic_status status = run(*validate_))
      return failRuntime(status);
    for (size_t i = 0; i < means.size(); ++i)
      means[i] += validate_->scalar(i);
  }
  for (size_t i = 0; i < means.size(); ++i) {
    means[i] /= static_cast<double>(count);
    if (!std::isfinite(means[i])) { // no epoch would be the best by it
      bar_.wipe();
      return fail(
          ModelWrong,
          absl::StrCat("epoch ", epoch_ + 1, ": the validation's ", history_.validations[i], " is ", means[i],
                       "; the samples to validate on, or what the model makes of them, are not finite; ",
                       lastCheckpoint()));
    }
  }
  return Good;
}

int Trainer::interruptedHere() {
  bar_.wipe();
  if (int code = checkpoint())
    return code;
  if (int code = log_.flush())
    return code;
  std::fprintf(stderr, "aic: stopped after step %lld, epoch %lld; --resume goes on from %s\n",
               static_cast<long long>(steps()), static_cast<long long>(epoch_) + 1,
               options_.checkpoint.c_str());
  return Interrupted;
}

/// Whether the last `patience` epochs are no better than the best before them.
bool Trainer::noBetter() const {
  return options_.patience > 0 &&
         static_cast<int64_t>(history_.epochs.size()) - 1 - history_.best() >= options_.patience;
}

int Trainer::endEpoch(double seconds) {
  EpochRecord record;
  record.steps = steps();
  record.rate = rate_;
  for (double sum : sums_)
    record.training.push_back(sum / static_cast<double>(perEpoch()));
  if (validate_)
    if (int code = validate(record.validation))
      return code;
  record.seconds = seconds;
  history_.epochs.push_back(std::move(record));
  ++epoch_;
  batch_ = 0;
  sums_.assign(sums_.size(), 0);
  bar_.wipe();
  const EpochRecord& last = history_.epochs.back();
  if (!options_.json)
    std::printf("epoch %lld/%lld: %s%s%s, %.1f s\n", static_cast<long long>(epoch_),
                static_cast<long long>(options_.epochs), numbersText(history_.outputs, last.training).c_str(),
                validate_ ? "; validation: " : "", numbersText(history_.validations, last.validation).c_str(),
                seconds);
  std::fflush(stdout);
  if (int code = log_.add(epochToJson(history_, history_.epochs.size() - 1)))
    return code;
  if (int code = log_.flush())
    return code;
  const bool isLast = epoch_ == options_.epochs || noBetter();
  if (isLast || epoch_ % options_.checkpointEvery == 0)
    if (int code = checkpoint())
      return code;
  // With an early end what is kept is the best; it is written when it is there.
  if (options_.patience > 0 && history_.best() == epoch_ - 1)
    return hooks_.saveResult();
  return Good;
}

int Trainer::epoch() {
  const std::vector<int64_t> order =
      options_.shuffle ? shuffled(options_.rows, options_.seed, static_cast<uint64_t>(epoch_))
                       : options_.rows;
  const Clock::time_point begin = Clock::now();
  const double before = seconds_;
  const int64_t batch = train_.feed.batch();
  while (batch_ < perEpoch()) {
    if (interrupted())
      return interruptedHere();
    if (int code = step(absl::MakeConstSpan(order).subspan(static_cast<size_t>(batch_ * batch),
                                                           static_cast<size_t>(batch))))
      return code;
    seconds_ = before + secondsSince(begin);
    showProgress();
  }
  if (int code = endEpoch(secondsSince(begin)))
    return code;
  seconds_ = before + secondsSince(begin);
  return Good;
}

int Trainer::run() {
  while (epoch_ < options_.epochs && !noBetter()) {
    if (int code = epoch()) {
      log_.flush();
      return code;
    }
    // Behind an epoch there is nothing that Ctrl-C could lose, but the checkpoint may not be written yet.
    if (interrupted() && epoch_ < options_.epochs && !noBetter())
      return interruptedHere();
  }
  endedEarly_ = epoch_ < options_.epochs;
  return options_.patience > 0 ? static_cast<int>(Good) : hooks_.saveResult();
}

} // namespace aic::tool

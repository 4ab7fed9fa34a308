#include "tools/aic/Trainer.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Interrupt.h"
#include "tools/aic/Print.h"
#include "tools/aic/Shuffle.h"

#include <cmath>
#include <cstring>

namespace aic::tool {

namespace {

using weights::ElementType;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// "it had label from 0 to 9", for each input of integers: an index out of range is among these.
std::string integersOf(const BatchEntry& entry) {
  std::string text;
  for (const Buffer& input : entry.inputs)
    if (!isLossType(input.type()) && input.info.rank > 0) {
      const Summary summary = summarise(input);
      absl::StrAppendFormat(&text, "%s%s from %.0f to %.0f", text.empty() ? "it had " : ", ", input.info.name,
                            summary.min, summary.max);
    }
  return text;
}

} // namespace

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
  return static_cast<int64_t>(options_.rows.size()) / batchSize();
}

std::string Trainer::lastCheckpoint() const {
  return saved_ < 0 ? std::string("there is no checkpoint yet")
                    : absl::StrCat("the last checkpoint, ", options_.checkpoint, ", is of step ", saved_);
}

int Trainer::seedGenerators() {
  const int64_t key[2] = {static_cast<int64_t>(options_.seed), 0};
  for (uint32_t state : generatorsOf(model_))
    if (aic_status status = aic_session_write_state(session_, state, key, sizeof key))
      return failRuntime(status);
  return Good;
}

int Trainer::writeRate(double rate) {
  train_.storeRate(rate);
  if (options_.pieces)
    options_.pieces->update().storeRate(rate);
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
  std::string why = hooks_.whyFailed ? hooks_.whyFailed(train_, rows) : "";
  if (why.empty())
    why = integersOf(train_);
  std::fprintf(stderr, "aic: this was step %lld, epoch %lld, samples %lld, ...%s%s; %s\n",
               static_cast<long long>(steps()) + 1, static_cast<long long>(epoch_) + 1,
               static_cast<long long>(rows[0]), why.empty() ? "" : "; ", why.c_str(),
               lastCheckpoint().c_str());
  return code;
}

int Trainer::notFinite(const std::string& what) {
  endedTogether_ = true;
  if (options_.quiet)
    return ModelWrong;
  bar_.wipe();
  const std::string why = hooks_.whyNotFinite ? hooks_.whyNotFinite() : "";
  return fail(ModelWrong, absl::StrCat("step ", steps(), " (epoch ", epoch_ + 1, ", learning rate ",
                                       absl::StrFormat("%g", rate_), "): ", what,
                                       why.empty() ? "" : "; " + why, "; ", lastCheckpoint(),
                                       hooks_.whyNotFinite ? "" : "; --detect-anomaly names the operator"));
}

int Trainer::runStep(absl::Span<const int64_t> rows) {
  int code = Good;
  aic_status status = AIC_OK;
  if (options_.pieces) {
    status = options_.pieces->run(rows, code);
  } else {
    train_.feed.fill(rows, train_.inputs);
    if (hooks_.beforeStep)
      hooks_.beforeStep();
    status = train_.run(session_);
  }
  return status ? failedStep(status, rows) : code;
}

/// Of several processes one alone may know of Ctrl-C: what counts is what all have learned with the last
/// step.
bool Trainer::shouldStop() const {
  const bool several = options_.pieces && options_.pieces->ranks().size() > 1;
  return several ? options_.pieces->interrupted() : interrupted();
}

int Trainer::step(absl::Span<const int64_t> rows) {
  rate_ = options_.schedule.at(steps());
  if (int code = writeRate(rate_))
    return code;
  for (BatchEntry* entry : {&train_, options_.pieces ? &options_.pieces->update() : nullptr})
    if (entry) {
      entry->storeInteger(entry->step, steps());
      entry->storeInteger(entry->epoch, epoch_);
      entry->storeInteger(entry->seed, static_cast<int64_t>(options_.seed));
    }
  if (int code = runStep(rows))
    return code;
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
  if (options_.quiet || !bar_.isDue())
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

/// The results of each batch. Of several processes each runs a part of them, and passes it on to the others.
int Trainer::runValidation(size_t count, std::vector<double>& values) {
  Ranks* ranks = options_.pieces ? &options_.pieces->ranks() : nullptr;
  const size_t processes = ranks ? static_cast<size_t>(ranks->size()) : 1;
  const size_t self = ranks ? static_cast<size_t>(ranks->rank()) : 0;
  const size_t batch = static_cast<size_t>(validate_->feed.batch()), width = validate_->scalars.size();
  for (size_t b = self * count / processes; b < (self + 1) * count / processes; ++b) {
    if (processes == 1 && interrupted()) // all steps of the epoch are done: what goes on from here validates
      return interruptedHere();
    const auto rows = absl::MakeConstSpan(options_.validation).subspan(b * batch, batch);
    validate_->feed.fill(rows, validate_->inputs);
    if (aic_status status = validate_->run(session_)) {
      bar_.wipe();
      const int code = failRuntime(status);
      const std::string why = hooks_.whyFailed ? hooks_.whyFailed(*validate_, rows) : "";
      std::fprintf(stderr, "aic: this was the validation of epoch %lld%s%s; %s\n",
                   static_cast<long long>(epoch_) + 1, why.empty() ? "" : "; ", why.c_str(),
                   lastCheckpoint().c_str());
      return code;
    }
    for (size_t i = 0; i < width; ++i)
      values[b * width + i] = validate_->scalar(i);
  }
  for (size_t process = 0; process < processes && processes > 1; ++process) {
    const size_t begin = process * count / processes, end = (process + 1) * count / processes;
    if (int code = ranks->broadcast(values.data() + begin * width, (end - begin) * width * sizeof(double),
                                    static_cast<int>(process)))
      return code;
  }
  return Good;
}

/// The means over the samples for validation, in batches; those behind the last whole batch are left out.
int Trainer::validate(std::vector<double>& means) {
  means.assign(validate_->scalars.size(), 0);
  const size_t count = options_.validation.size() / static_cast<size_t>(validate_->feed.batch());
  std::vector<double> values(count * means.size());
  if (int code = runValidation(count, values))
    return code;
  for (size_t b = 0; b < count; ++b)
    for (size_t i = 0; i < means.size(); ++i)
      means[i] += values[b * means.size() + i];
  for (size_t i = 0; i < means.size(); ++i) {
    means[i] /= static_cast<double>(count);
    if (!std::isfinite(means[i])) { // no epoch would be the best by it
      bar_.wipe();
      endedTogether_ = true;
      if (options_.quiet)
        return ModelWrong;
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
  endedTogether_ = true;
  if (options_.quiet)
    return Interrupted;
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
  if (!options_.json && !options_.quiet)
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
  const int64_t batch = batchSize();
  while (batch_ < perEpoch()) {
    if (shouldStop())
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
    if (shouldStop() && epoch_ < options_.epochs && !noBetter())
      return interruptedHere();
  }
  endedEarly_ = epoch_ < options_.epochs;
  return options_.patience > 0 ? static_cast<int>(Good) : hooks_.saveResult();
}

} // namespace aic::tool

// aic train, from its options to its result.

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/FileWriter.h"
#include "tools/aic/Anomaly.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Failure.h"
#include "tools/aic/IndexRange.h"
#include "tools/aic/Interrupt.h"
#include "tools/aic/Shuffle.h"
#include "tools/aic/TrainIdentity.h"
#include "tools/aic/TrainSplit.h"

#include <fnmatch.h>
#include <numeric>
#include <optional>
#include <unistd.h>

namespace aic::tool {

namespace {

/// That each file that will be written has a name of its own, and can be.
int checkFiles(const TrainOptions& options, const std::vector<std::string>& read) {
  const std::pair<const char*, std::string> written[] = {{"-o", options.out},
                                                         {"--checkpoint", options.trainer.checkpoint},
                                                         {"--log", options.log},
                                                         {"--curves", options.curves},
                                                         {"--report", options.report}};
  for (const auto& [option, path] : written) {
    if (path.empty())
      continue;
    if (int code = checkName("train", option, path))
      return code;
    for (const std::string& input : read)
      if (sameFile(path, input))
        return failUsage("train", absl::StrCat(option, " ", path, ": this would overwrite what is read"));
    for (const auto& [other, its] : written)
      if (other != option && (its == path || sameFile(its, path)))
        return failUsage("train", absl::StrCat(option, " ", path, ": ", other, " goes to the same file"));
    // They are written late: whether they can be is better known before. Nothing stays of this.
    if (absl::StatusOr<std::unique_ptr<weights::FileWriter>> writer = weights::FileWriter::Create(path);
        !writer.ok())
      return fail(writer.status());
  }
  const bool there = access(options.trainer.checkpoint.c_str(), F_OK) == 0;
  if (there && !options.resume)
    return fail(WrongUsage,
                absl::StrCat(options.trainer.checkpoint, ": there is a checkpoint of a training that did "
                                                         "not end: --resume goes on with it; remove it "
                                                         "to begin anew"));
  if (!there && options.resume)
    return fail(CannotReadOrWrite, absl::StrCat("--resume: there is no ", options.trainer.checkpoint));
  return Good;
}

/// The state that holds the learning rate, where no input does; "" where there is none either.
std::string findRateState(const aic_model* model) {
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i) {
    aic_state_info info;
    AIC_INIT(&info);
    if (aic_model_state(model, i, &info) == AIC_OK && info.rank == 0 &&
        (info.type == AIC_F32 || info.type == AIC_F64) &&
        (std::string(info.name) == "lr" || absl::EndsWith(info.name, ".lr")))
      return info.name;
  }
  return "";
}

/// Which samples are trained on, and which are for validation.
int splitSamples(TrainOptions& options, const Samples& samples, const Samples* others, int64_t batch) {
  TrainerOptions& trainer = options.trainer;
  trainer.rows.resize(static_cast<size_t>(samples.size()));
  std::iota(trainer.rows.begin(), trainer.rows.end(), int64_t{0});
  if (others) {
    trainer.validation.resize(static_cast<size_t>(others->size()));
    std::iota(trainer.validation.begin(), trainer.validation.end(), int64_t{0});
  } else if (!options.validate.empty()) {
    // So many as fill batches, the first of an order that is no epoch's; what is left keeps its own.
    const auto wanted = static_cast<int64_t>(shareOf(options.validate) * static_cast<double>(samples.size()));
    const auto kept = static_cast<std::ptrdiff_t>(std::max<int64_t>(wanted / batch, 1) * batch);
    std::vector<int64_t> order = shuffled(trainer.rows, trainer.seed, kValidationEpoch);
    if (kept < static_cast<std::ptrdiff_t>(order.size())) {
      trainer.validation.assign(order.begin(), order.begin() + kept);
      trainer.rows.assign(order.begin() + kept, order.end());
      absl::c_sort(trainer.validation);
      absl::c_sort(trainer.rows);
    }
  }
  const size_t size = static_cast<size_t>(batch);
  if (trainer.rows.size() < size || (!options.validate.empty() && trainer.validation.size() < size))
    return fail(WrongUsage,
                absl::StrCat("there are ", samples.size(), " samples to train on",
                             options.validate.empty() ? ""
                                                      : absl::StrCat(" and ", others ? others->size() : 0,
                                                                     " to validate on, or a share of them"),
                             ", which is no batch of ", batch, ": --batch says how many a step takes"));
  return Good;
}

/// Opens the entries with their data, and decides which samples go where.
int openEntries(TrainOptions& options, const TrainPlan& plan, const OpenedTraining& opened,
                const Samples& samples, const Samples* others, BatchEntry& train, BatchEntry& validate) {
  uint32_t number = 0;
  if (aic_status status = aic_model_find_entry(opened.model.get(), plan.train.c_str(), &number))
    return failRuntime(status);
  if (int code = train.open(opened.model.get(), number, samples, plan.rate, plan.names))
    return code;
  options.trainer.rateState = train.rate < 0 ? findRateState(opened.model.get()) : "";
  if (train.rate < 0 && options.trainer.rateState.empty() &&
      (options.rate || options.schedule != "constant" || options.trainer.schedule.warmup > 0))
    return failUsage("train", absl::StrCat("--lr, --schedule, --warmup: the entry ", plan.train,
                                           " has no input or "
                                           "state lr, an f32[]: its learning rate is in its text"));
  if (aic_model_state_count(opened.model.get()) == 0)
    return failUsage("train", absl::StrCat("the entry ", plan.train, " changes no parameter"));
  if (!plan.validate.empty()) {
    if (aic_status status = aic_model_find_entry(opened.model.get(), plan.validate.c_str(), &number))
      return failRuntime(status);
    if (int code =
            validate.open(opened.model.get(), number, others ? *others : samples, plan.rate, plan.names))
      return code;
    if (validate.feed.batch() != train.feed.batch()) // of a piece, where a batch is cut
      return failUsage("train", absl::StrCat("the entry ", plan.validate, " takes ", validate.feed.batch(),
                                             " samples a run, and ", plan.train, " ", train.feed.batch()));
  }
  const auto parameters = opened.compilation->parameters();
  if (absl::c_none_of(parameters, [&](const driver::Parameter& parameter) {
        return fnmatch(options.save.c_str(), parameter.name.c_str(), 0) == 0;
      }))
    return failUsage("train", absl::StrCat("--save ", options.save, ": no parameter has such a name"));
  return splitSamples(options, samples, others, train.feed.batch() * plan.pieces);
}

/// What a training is made of, in the order in which it comes to be.
struct Training {
  TrainOptions options;
  Ranks& ranks;
  Samples samples, others;
  TrainPlan plan;
  OpenedTraining opened;
  BatchEntry step, validate;
  std::optional<Pieces> pieces;
  std::optional<Anomaly> anomaly;

  Training(const TrainOptions& given, Ranks& processes) : options(given), ranks(processes) {}

  const Samples* validation() const {
    return !options.validate.empty() && shareOf(options.validate) == 0 ? &others : nullptr;
  }
  int open();
  int openPieces();
  TrainerHooks hooks();
  int run();
};

int Training::openPieces() {
  if (plan.pieces == 1)
    return Good;
  uint32_t update = 0;
  if (aic_status status = aic_model_find_entry(opened.model.get(), kUpdateEntry, &update))
    return failRuntime(status);
  pieces.emplace(opened.model.get(), opened.session.get(), step, ranks, plan.pieces);
  options.trainer.pieces = &*pieces;
  return pieces->open(update, plan.rate);
}

/// All that may be wrong before the first step.
int Training::open() {
  options.trainer.quiet = ranks.rank() != 0;
  if (options.anomaly && ranks.started())
    return failUsage("train", "--detect-anomaly looks at one process, without mpirun");
  aic_session_options device;
  if (int code = parseDevice("train", options.device, /*profile=*/false, device))
    return code;
  options.trainer.schedule.rate = options.rate.value_or(options.trainer.schedule.rate);
  if (int code = samples.open("train", options.data))
    return code;
  if (validation())
    if (int code = others.open("train", options.validate, "--validate"))
      return code;
  if (int code = makePlan(options, samples, ranks, plan); code || options.printEntry)
    return code;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  if (int code = openSource("train", plan.model, target, opened.compilation, opened.bytes, opened.model))
    return plan.exitCode(code);
  if (!options.trainer.quiet)
    printMemoryUse(*opened.compilation);
  std::vector<std::string> read = opened.compilation->files();
  read.push_back(options.model.file);
  for (const Samples* each : {&samples, &others})
    read.insert(read.end(), each->files().begin(), each->files().end());
  if (int code = options.trainer.quiet ? static_cast<int>(Good) : checkFiles(options, read))
    return code;
  if (int code = openEntries(options, plan, opened, samples, validation(), step, validate))
    return code;
  if (int code = makeSession(opened.model.get(), device, opened.session))
    return code;
  options.trainer.settings = identityOf(options, plan, opened, samples, validation());
  return openPieces();
}

TrainerHooks Training::hooks() {
  TrainerHooks hooks;
  hooks.saveResult = [this] {
    return options.trainer.quiet ? static_cast<int>(Good) : saveResult(options, opened);
  };
  hooks.checkpointed = [this](const std::string& last) {
    ranks.sayAtEnd(absl::StrCat(
        "aic: error: this training was told to end, as where another of its processes has ended; ", last,
        "\n"));
  };
  hooks.whyFailed = [this](const BatchEntry& entry, absl::Span<const int64_t> rows) {
    const std::string& name = &entry == &step ? plan.train : plan.validate;
    return indexOutOfRange(opened.compilation->original().lookupSymbol<mlir::func::FuncOp>(name), entry,
                           rows);
  };
  if (options.anomaly) {
    anomaly.emplace(*opened.compilation, opened.model.get(), opened.session.get(), step.entry);
    hooks.beforeStep = [this] { anomaly->begin(); };
    hooks.whyNotFinite = [this] { return anomaly->describe(); };
  }
  return hooks;
}

int Training::run() {
  const TrainSettings settings = settingsOf(options, plan, opened, step.feed.batch() * plan.pieces);
  const bool quiet = options.trainer.quiet;
  if (!options.trainer.json && !quiet)
    std::printf("training %s, entry %s: parameters %s; samples %s%s%s; batch %s\n",
                options.model.file.c_str(), plan.train.c_str(), settings[2].second.c_str(),
                settings[3].second.c_str(), plan.validate.empty() ? "" : "; validated on ",
                plan.validate.empty() ? "" : settings[4].second.c_str(), settings[5].second.c_str());
  std::fflush(stdout);
  TrainingLog log;
  TrainerHooks called = hooks();
  called.checkpointed("there is no checkpoint yet");
  Trainer trainer(opened.model.get(), opened.session.get(), step, plan.validate.empty() ? nullptr : &validate,
                  options.trainer, std::move(called), log);
  int code = options.resume ? trainer.resume() : trainer.seedGenerators();
  if (!code && !options.log.empty() && !quiet)
    code = log.open(options.log, options.resume ? trainer.steps() : -1);
  if (code) {
    if (!quiet || code != WrongUsage) // what is wrong with a checkpoint all say at the same time
      ranks.abort(code);
    return code;
  }
  NoteInterrupt note;
  code = trainer.run();
  if (code && !trainer.endedTogether())
    ranks.abort(code);
  if (quiet)
    return code;
  if (int pictures = writePictures(options, settings, trainer.history()); pictures || code)
    return code ? code : pictures;
  reportEnd(options, opened, trainer);
  if (!options.namesCheckpoint)
    unlink(options.trainer.checkpoint.c_str());
  return Good;
}

} // namespace

int train(const TrainOptions& given) {
  Ranks ranks;
  if (int code = ranks.open())
    return code;
  OneVoice voice(ranks);
  Training training(given, ranks);
  const int code = training.open();
  int first = code; // of the process that speaks
  if (int failed = ranks.broadcast(&first, sizeof first, 0))
    return failed;
  voice.end(/*say=*/code && !first);
  if (code && !first)
    ranks.abort(code);
  if (code || first || given.printEntry)
    return first ? first : code;
  return training.run();
}

} // namespace aic::tool

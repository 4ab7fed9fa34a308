// aic train MODEL.graph: a training step, run on samples until it is done.

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/FileWriter.h"
#include "frontends/weights/SafetensorsWriter.h"
#include "tools/aic/Anomaly.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Interrupt.h"
#include "tools/aic/ModelOptions.h"
#include "tools/aic/NumberOption.h"
#include "tools/aic/Print.h"
#include "tools/aic/Shuffle.h"
#include "tools/aic/Trainer.h"
#include "tools/aic/TrainingText.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <filesystem>
#include <fnmatch.h>
#include <map>
#include <numeric>
#include <optional>
#include <unistd.h>

namespace aic::tool {

namespace {

struct Options {
  ModelOptions model;
  std::string data, validate, entry = "train", validateEntry = "validate";
  std::string loss, optimizer, trained = "*", label;
  double clip = 0;
  bool printEntry = false;
  int64_t batch = 0;
  std::optional<double> rate;
  std::string schedule = "constant";
  std::string out, save = "*", log, curves, report;
  bool resume = false, noShuffle = false, anomaly = false;
  TrainerOptions trainer;
  bool namesCheckpoint = false; // the user did
  DeviceOptions device;

  bool generates() const { return !loss.empty() || !optimizer.empty(); }
};

/// What is to be compiled, and how its inputs and the data's names go together.
struct Plan {
  ModelOptions model;
  std::string train, validate; // entries; "": none
  std::string rate = "lr";
  std::vector<std::pair<std::string, std::string>> names; // an input and its column, where they differ
};

/// A compiled model, opened, and the memory that it lies in.
struct Opened {
  std::unique_ptr<driver::Compilation> compilation;
  std::string bytes;
  ModelHandle model;
  SessionHandle session;
};

constexpr int64_t kDefaultBatch = 32; // of an entry that is made here

/// The share of --validate, or 0 where it is samples of their own.
double shareOf(const std::string& validate) {
  double share = 0;
  return absl::SimpleAtod(validate, &share) ? share : 0;
}

int checkOptions(Options& options) {
  if (!absl::EndsWith(options.model.file, ".graph"))
    return failUsage("train",
                     absl::StrCat(options.model.file, ": a model to train is text, FILE.graph; `aic import` "
                                                      "makes that of an ONNX model"));
  if (options.generates() && (options.loss.empty() || options.optimizer.empty()))
    return failUsage("train",
                     "--loss and --optimizer go together: they make a training entry of one that has none");
  if (!options.generates() &&
      (options.trained != "*" || options.clip > 0 || options.printEntry || !options.label.empty()))
    return failUsage("train",
                     "--only, --clip-norm, --label and --print-entry are for an entry that --loss and "
                     "--optimizer make; one of the file has these things in it");
  if (std::string wrong = parseSchedule(options.schedule, options.trainer.schedule); !wrong.empty())
    return failUsage("train", absl::StrCat("--schedule ", options.schedule, ": ", wrong));
  if (double share = shareOf(options.validate); !(share >= 0 && share < 1))
    return failUsage("train", absl::StrCat("--validate ", options.validate,
                                           ": a share of the samples lies between "
                                           "0 and 1"));
  if (options.trainer.patience > 0 && options.validate.empty())
    return failUsage("train",
                     "--early-stop looks at the validation loss: say what that is of with --validate");
  if (options.printEntry)
    return Good;
  if (options.out.empty())
    return failUsage("train", "-o is missing: the .safetensors file for what is learned");
  options.namesCheckpoint = !options.trainer.checkpoint.empty();
  if (!options.namesCheckpoint)
    options.trainer.checkpoint = options.out + ".checkpoint";
  return Good;
}

/// That each file that will be written has a name of its own, and can be.
int checkFiles(const Options& options, const std::vector<std::string>& read) {
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

/// The array that is the target: --label, or the only one that is no input of the graph.
int findTarget(const Options& options, const Samples& samples, const graph::Item& graph,
               std::string& target) {
  if (samples.columns()[0].name.empty()) {
    target = options.label.empty() ? "label" : options.label;
    return Good;
  }
  std::vector<std::string> candidates, all;
  for (const Column& column : samples.columns()) {
    all.push_back(column.name);
    if (absl::c_none_of(graph.inputs.items,
                        [&](const graph::Argument& input) { return input.name.text == column.name; }))
      candidates.push_back(column.name);
  }
  target = !options.label.empty() ? options.label : candidates.size() == 1 ? candidates[0] : "";
  if (!target.empty() && samples.find(target))
    return Good;
  return failUsage("train",
                   absl::StrCat(target.empty() ? "--label says which array is the target"
                                               : absl::StrCat("--label ", target, ": there is no such array",
                                                              graph::suggestion(target, all)),
                                "; ", samples.describe()));
}

/// Makes a training entry of one that has none.
int makeEntry(const Options& options, const Samples& samples, const graph::File& file, Plan& plan) {
  TrainingRequest request;
  request.graph = options.model.graph;
  request.loss = options.loss;
  request.optimizer = options.optimizer;
  request.trained = options.trained;
  request.clip = options.clip;
  const graph::Item* graph = findGraph(file, request.graph);
  if (graph)
    if (int code = findTarget(options, samples, *graph, request.target))
      return code;
  TrainingText made;
  if (std::string wrong = makeTrainingText(file, request, made); !wrong.empty())
    return failUsage("train", wrong);
  for (const std::string& note : made.notes)
    std::fprintf(stderr, "aic: note: %s\n", note.c_str());
  if (options.printEntry)
    std::fputs(made.added.c_str(), stdout);
  plan.model.text = made.text;
  plan.train = made.train;
  plan.validate = options.validate.empty() ? "" : made.validate;
  plan.rate = made.rate;
  plan.names = {{made.target, request.target}};
  return Good;
}

/// The entries of the file that are meant.
int findEntries(const Options& options, const graph::File& file, Plan& plan) {
  std::vector<std::string> graphs;
  for (const auto& item : file.items)
    if (item->kind == graph::Item::Kind::Graph)
      graphs.push_back(item->name.text);
  auto find = [&](const std::string& option, const std::string& name, const std::string& hint) {
    if (findGraph(file, name))
      return static_cast<int>(Good);
    return failUsage("train", absl::StrCat(option, " ", name, ": the file has no such graph",
                                           graph::suggestion(name, graphs), "; it has ",
                                           absl::StrJoin(graphs, ", "), hint));
  };
  plan.train = options.entry;
  plan.validate = options.validate.empty() ? "" : options.validateEntry;
  if (int code = find("--entry", plan.train,
                      "; --loss cross_entropy --optimizer adam, say, make a training entry of a model"))
    return code;
  return plan.validate.empty()
             ? static_cast<int>(Good)
             : find("--validate-entry", plan.validate, "; it gives the loss, and changes nothing");
}

/// Says how many samples a step takes, by the dimension that they are along.
int setBatch(const Options& options, const graph::Item& graph, Plan& plan) {
  const std::string name = batchDimension(graph, {plan.rate, "step", "epoch", "seed"});
  for (const std::string& dim : options.model.dims)
    if (absl::StartsWith(dim, name + "="))
      return options.batch == 0
                 ? static_cast<int>(Good)
                 : failUsage("train", absl::StrCat("--batch and --dim ", name, ": one of them will do"));
  if (name.empty())
    return options.batch == 0 ? static_cast<int>(Good)
                              : failUsage("train", absl::StrCat("--batch ", options.batch,
                                                                ": the number of samples "
                                                                "is a number in the graph ",
                                                                graph.name.text, ", and has no name"));
  int64_t batch = options.batch;
  if (batch == 0 && (options.generates() || batchDefault(graph, name) < 0))
    batch = kDefaultBatch;
  if (batch > 0)
    plan.model.dims.push_back(absl::StrCat(name, "=", batch));
  return Good;
}

/// What is to be compiled. A file with errors is left to the compiler, which says them.
int makePlan(const Options& options, const Samples& samples, Plan& plan) {
  plan.model = options.model;
  std::unique_ptr<graph::File> file = readModelText(options.model.file);
  if (!file) {
    std::unique_ptr<driver::Compilation> compilation;
    const int code = compileTo("train", plan.model, driver::Stage::Aic, compilation);
    return code ? code : fail(OurFault, "the model's text was not understood");
  }
  if (!options.generates() && !options.model.graph.empty())
    return failUsage("train",
                     "--graph is for --loss and --optimizer; --entry says which graph is the training step");
  if (int code =
          options.generates() ? makeEntry(options, samples, *file, plan) : findEntries(options, *file, plan))
    return code;
  plan.model.graph = plan.train + (plan.validate.empty() ? "" : "," + plan.validate);
  const graph::Item* graph = findGraph(*file, options.generates() ? options.model.graph : plan.train);
  return setBatch(options, *graph, plan);
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
int splitSamples(Options& options, const Samples& samples, const Samples* others, int64_t batch) {
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

/// Writes what was learned, but for optimisers' states: each parameter whose name fits --save.
int saveResult(const Options& options, const Opened& opened) {
  std::map<std::string, uint32_t> states;
  for (uint32_t i = 0; i < aic_model_state_count(opened.model.get()); ++i) {
    aic_state_info info;
    AIC_INIT(&info);
    if (aic_status status = aic_model_state(opened.model.get(), i, &info))
      return failRuntime(status);
    states[info.name] = i;
  }
  int failure = Good;
  std::vector<weights::TensorSource> tensors;
  for (const driver::Parameter& parameter : opened.compilation->parameters()) {
    if (fnmatch(options.save.c_str(), parameter.name.c_str(), 0) != 0)
      continue;
    auto state = states.find(parameter.name);
    const std::optional<uint32_t> number =
        state == states.end() ? std::nullopt : std::optional<uint32_t>(state->second);
    tensors.push_back({parameter.name, parameter.type, parameter.shape,
                       [&opened, &failure, parameter, number](std::vector<uint8_t>& scratch) {
                         const auto size = weights::TensorBytes(parameter.type, parameter.shape).value_or(0);
                         if (number) {
                           scratch.resize(size);
                           if (aic_status status = aic_session_read_state(opened.session.get(), *number,
                                                                          scratch.data(), size))
                             failure = failRuntime(status);
                           return failure ? weights::Bytes() : weights::Bytes(scratch);
                         }
                         if (parameter.splat.empty())
                           return weights::Bytes(reinterpret_cast<const uint8_t*>(parameter.bytes.data()),
                                                 parameter.bytes.size());
                         scratch.clear();
                         while (scratch.size() < size)
                           scratch.insert(scratch.end(), parameter.splat.begin(), parameter.splat.end());
                         return weights::Bytes(scratch);
                       }});
  }
  absl::Status status = weights::WriteSafetensors(options.out, tensors);
  if (failure)
    return failure;
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

/// How many numbers the parameters have, and how many of them are trained: are states.
std::pair<uint64_t, uint64_t> countParameters(const Opened& opened) {
  std::vector<std::string> states;
  for (uint32_t i = 0; i < aic_model_state_count(opened.model.get()); ++i) {
    aic_state_info info;
    AIC_INIT(&info);
    if (aic_model_state(opened.model.get(), i, &info) == AIC_OK)
      states.push_back(info.name);
  }
  std::pair<uint64_t, uint64_t> counts = {0, 0};
  for (const driver::Parameter& parameter : opened.compilation->parameters()) {
    uint64_t count = 1;
    for (int64_t size : parameter.shape)
      count *= static_cast<uint64_t>(size);
    counts.first += count;
    if (absl::c_linear_search(states, parameter.name))
      counts.second += count;
  }
  return counts;
}

/// What the report's table has, and the first line on the terminal.
std::vector<std::pair<std::string, std::string>> settingsOf(const Options& options, const Plan& plan,
                                                            const Opened& opened, int64_t batch) {
  const TrainerOptions& trainer = options.trainer;
  const auto [parameters, trained] = countParameters(opened);
  const auto samples = static_cast<int64_t>(trainer.rows.size());
  const uint64_t validated = trainer.validation.size();
  return {{"model", options.model.file},
          {"entry", plan.train},
          {"parameters", absl::StrCat(withCommas(parameters), ", of which trained ", withCommas(trained))},
          {"samples", absl::StrCat(withCommas(static_cast<uint64_t>(samples)),
                                   ", of which left out in an epoch ", samples % batch)},
          {"validated on", absl::StrCat(withCommas(validated), ", of which left out ",
                                        validated % static_cast<uint64_t>(batch))},
          {"batch", absl::StrCat(batch, ", ", samples / batch, " steps an epoch")},
          {"learning rate", absl::StrFormat("%g, %s", trainer.schedule.rate, options.schedule)},
          {"seed", absl::StrCat(trainer.seed)}};
}

int writeText(const std::string& path, const std::string& text) {
  if (path.empty())
    return Good;
  absl::Status status =
      weights::WriteFile(path, {weights::Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size())});
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

/// The pictures; they are of use of a training that was ended too.
int writePictures(const Options& options, const std::vector<std::pair<std::string, std::string>>& settings,
                  const History& history) {
  if (int code = writeText(options.curves, curvesSvg(history)))
    return code;
  return writeText(
      options.report,
      reportHtml(absl::StrCat("Training of ", std::filesystem::path(options.model.file).filename().string()),
                 settings, history));
}

void reportEnd(const Options& options, const Trainer& trainer) {
  const History& history = trainer.history();
  const auto best = static_cast<size_t>(
      options.trainer.patience > 0 ? history.best() : static_cast<int64_t>(history.epochs.size()) - 1);
  if (options.trainer.json) {
    nlohmann::ordered_json json = {{"file", options.out},
                                   {"steps", trainer.steps()},
                                   {"epochs", history.epochs.size()},
                                   {"ended_early", trainer.endedEarly()},
                                   {"seconds", trainer.seconds()},
                                   {"saved", epochToJson(history, best)}};
    for (size_t i = 0; i < history.epochs.size(); ++i)
      json["history"].push_back(epochToJson(history, i));
    printJson(json);
    return;
  }
  std::printf("%s: what epoch %llu has learned%s; %lld steps in %.1f s\n", options.out.c_str(),
              static_cast<unsigned long long>(best) + 1,
              trainer.endedEarly() ? ", the best: validation got no better" : "",
              static_cast<long long>(trainer.steps()), trainer.seconds());
}

/// Opens the entries with their data, and decides which samples go where.
int openEntries(Options& options, const Plan& plan, const Opened& opened, const Samples& samples,
                const Samples* others, BatchEntry& train, BatchEntry& validate) {
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
    if (validate.feed.batch() != train.feed.batch())
      return failUsage("train", absl::StrCat("the entry ", plan.validate, " takes ", validate.feed.batch(),
                                             " samples a run, and ", plan.train, " ", train.feed.batch()));
  }
  const auto parameters = opened.compilation->parameters();
  if (absl::c_none_of(parameters, [&](const driver::Parameter& parameter) {
        return fnmatch(options.save.c_str(), parameter.name.c_str(), 0) == 0;
      }))
    return failUsage("train", absl::StrCat("--save ", options.save, ": no parameter has such a name"));
  return splitSamples(options, samples, others, train.feed.batch());
}

int train(const Options& given) {
  Options options = given;
  if (int code = checkOptions(options))
    return code;
  aic_session_options device;
  if (int code = parseDevice("train", options.device, /*profile=*/false, device))
    return code;
  options.trainer.schedule.rate = options.rate.value_or(options.trainer.schedule.rate);
  Samples samples, others;
  if (int code = samples.open("train", options.data))
    return code;
  const bool hasOthers = !options.validate.empty() && shareOf(options.validate) == 0;
  if (hasOthers)
    if (int code = others.open("train", options.validate))
      return code;
  Plan plan;
  if (int code = makePlan(options, samples, plan))
    return code;
  if (options.printEntry)
    return Good;
  Opened opened;
  const std::string target = deviceName(device.device == AIC_DEVICE_ANY ? AIC_TARGET_CPU : device.device);
  if (int code = openSource("train", plan.model, target, opened.compilation, opened.bytes, opened.model))
    return code;
  std::vector<std::string> read = opened.compilation->files();
  read.push_back(options.model.file);
  for (const Samples* each : {&samples, &others})
    read.insert(read.end(), each->files().begin(), each->files().end());
  if (int code = checkFiles(options, read))
    return code;
  BatchEntry step, validate;
  if (int code = openEntries(options, plan, opened, samples, hasOthers ? &others : nullptr, step, validate))
    return code;
  if (int code = makeSession(opened.model.get(), device, opened.session))
    return code;
  std::optional<Anomaly> anomaly;
  TrainerHooks hooks;
  hooks.saveResult = [&] { return saveResult(options, opened); };
  if (options.anomaly) {
    anomaly.emplace(*opened.compilation, opened.model.get(), opened.session.get(), step.entry);
    hooks.beforeStep = [&] { anomaly->begin(); };
    hooks.whyNotFinite = [&] { return anomaly->describe(); };
  }
  const auto settings = settingsOf(options, plan, opened, step.feed.batch());
  if (!options.trainer.json)
    std::printf("training %s, entry %s: parameters %s; samples %s%s%s; batch %s\n",
                options.model.file.c_str(), plan.train.c_str(), settings[2].second.c_str(),
                settings[3].second.c_str(), plan.validate.empty() ? "" : "; validated on ",
                plan.validate.empty() ? "" : settings[4].second.c_str(), settings[5].second.c_str());
  std::fflush(stdout);
  TrainingLog log;
  Trainer trainer(opened.model.get(), opened.session.get(), step, plan.validate.empty() ? nullptr : &validate,
                  options.trainer, std::move(hooks), log);
  if (int code = options.resume ? trainer.resume() : trainer.seedGenerators())
    return code;
  if (!options.log.empty())
    if (int code = log.open(options.log, options.resume ? trainer.steps() : -1))
      return code;
  NoteInterrupt note;
  const int code = trainer.run();
  if (int pictures = writePictures(options, settings, trainer.history()); pictures || code)
    return code ? code : pictures;
  reportEnd(options, trainer);
  if (!options.namesCheckpoint)
    unlink(options.trainer.checkpoint.c_str());
  return Good;
}

void addData(CLI::App& command, Options& options) {
  command.add_option("--data", options.data, kDataHelp)->required()->type_name(kDataForms);
  command
      .add_option("--validate", options.validate,
                  "A share of the samples, as 0.1, that is kept from training, or samples of their own: "
                  "their loss is "
                  "taken after each epoch")
      ->type_name("SHARE|DATA");
  command
      .add_option(
          "--entry", options.entry,
          "The graph that is a training step; its learning rate is the input or state lr, an f32[]; default: "
          "train")
      ->type_name("NAME");
  command
      .add_option("--validate-entry", options.validateEntry,
                  "The graph that gives the loss, and changes nothing; default: validate")
      ->type_name("NAME");
}

/// Of a learning rate, or of a gradient's norm.
bool isRate(double number) {
  return number > 0 && std::isfinite(number);
}

void addMade(CLI::App& command, Options& options) {
  const std::string group = "For a model without a training entry";
  command
      .add_option(
          "--loss", options.loss,
          "Make one, with this loss of nn: cross_entropy, mse_loss, ..., with its arguments behind it, as in "
          "cross_entropy,label_smoothing=0.1")
      ->type_name("NAME[,ARGUMENT=VALUE]...")
      ->group(group);
  command
      .add_option("--optimizer", options.optimizer,
                  "And this optimiser of optim: sgd, adam, adamw, rmsprop, as in sgd,momentum=0.9")
      ->type_name("NAME[,ARGUMENT=VALUE]...")
      ->group(group);
  command
      .add_option("--label", options.label,
                  "The array of --data that is the target; default: the one that is no input of the model")
      ->type_name("NAME")
      ->group(group);
  command
      .add_option("--only", options.trained,
                  "Train the parameters whose names fit, as '*.lora_*'; default: all")
      ->type_name("PATTERN")
      ->group(group);
  command
      .add_option("--clip-norm", options.clip, "Scale gradients down together where their norm is above this")
      ->check(numberWhere(isRate, "above 0 and finite"))
      ->type_name("NORM")
      ->group(group);
  command
      .add_flag("--print-entry", options.printEntry,
                "Print the entry's text, to be put into the model, and end")
      ->group(group);
}

void addCourse(CLI::App& command, Options& options) {
  TrainerOptions& trainer = options.trainer;
  const CLI::Range positive(int64_t{1}, int64_t{1} << 40);
  command.add_option("--epochs", trainer.epochs, "How often all samples are gone through; default: 10")
      ->check(positive)
      ->type_name("N");
  command
      .add_option(
          "--batch", options.batch,
          "Samples a step; default: what the graph says, 32 for an entry that is made. An epoch's last "
          "samples, too few for a batch, are left out")
      ->check(positive)
      ->type_name("N");
  command.add_option("--lr", options.rate, "The learning rate; default: 0.001")
      ->check(numberWhere(isRate, "above 0 and finite"))
      ->type_name("RATE");
  command
      .add_option("--schedule", options.schedule,
                  "How it changes: constant (default), linear[:LAST], cosine[:LAST], step:EPOCHS[,GAMMA], "
                  "exponential:GAMMA")
      ->type_name("SCHEDULE");
  command.add_option("--warmup", trainer.schedule.warmup, "Steps in which it rises to its value; default: 0")
      ->check(CLI::Range(int64_t{0}, int64_t{1} << 40))
      ->type_name("STEPS");
  command.add_option("--seed", trainer.seed, "Of the samples' order and of dropouts; default: 0")
      ->type_name("SEED");
  command.add_flag("--no-shuffle", options.noShuffle, "Take the samples in their own order");
  command
      .add_option(
          "--early-stop", trainer.patience,
          "End after so many epochs without a better validation loss, and keep the best epoch's result")
      ->check(positive)
      ->type_name("EPOCHS");
  command.add_flag(
      "--detect-anomaly", options.anomaly,
      "Look at what every operator gives, so that one which is not finite can be named (slower)");
}

void addFiles(CLI::App& command, Options& options) {
  command
      .add_option("-o,--output", options.out,
                  "The .safetensors file for what is learned: the parameters under their own names")
      ->type_name("FILE");
  command
      .add_option("--save", options.save,
                  "Write only the parameters whose names fit, as '*.lora_*'; default: all")
      ->type_name("PATTERN");
  command
      .add_option(
          "--checkpoint", options.trainer.checkpoint,
          "Where the training stands after each epoch: all states and numbers. Default: -o's name with "
          ".checkpoint, removed at a good end; one that is named stays")
      ->type_name("FILE");
  command
      .add_option("--checkpoint-every", options.trainer.checkpointEvery,
                  "Epochs between checkpoints; default: 1")
      ->check(CLI::Range(int64_t{1}, int64_t{1} << 40))
      ->type_name("N");
  command.add_flag("--resume", options.resume,
                   "Go on from the checkpoint, to the same bits as without a break");
  command.add_option("--log", options.log, "JSON lines, one for each step and epoch")->type_name("FILE");
  command.add_option("--curves", options.curves, "Draw the losses, an SVG")->type_name("FILE");
  command.add_option("--report", options.report, "A page with curves and tables, HTML")->type_name("FILE");
  command.add_flag("--json", options.trainer.json, "Print the result as JSON, and nothing else");
}

} // namespace

Command addTrain(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("train", "Train a model on samples from files");
  command->add_option("file", options->model.file, "The model: FILE.graph")->required();
  addData(*command, *options);
  addMade(*command, *options);
  addCourse(*command, *options);
  addFiles(*command, *options);
  addDeviceOptions(*command, options->device);
  addModelOptions(*command, options->model);
  command->footer("A step takes samples in an order that --seed and the epoch say (tools/aic/README.md). "
                  "Ctrl-C writes a checkpoint "
                  "first (exit code 130).\n\n"
                  "Examples:\n"
                  "  aic train mlp.graph --weights random:1 --data diabetes.npz --loss binary_cross_entropy "
                  "--optimizer adam "
                  "-o mlp.safetensors\n"
                  "  aic train cnn.graph --entry train --weights random:1 --data "
                  "idx:train-images.gz,train-labels.gz --validate 0.1 "
                  "--lr 0.01 --schedule cosine --early-stop 3 --report cnn.html -o cnn.safetensors\n"
                  "  aic train lm.graph --weights base.safetensors,random:1 --data text/ --loss "
                  "cross_entropy --optimizer adamw "
                  "--only '*.lora_*' --save '*.lora_*' -o adapters.safetensors");
  return {command, [options] {
            options->trainer.shuffle = !options->noShuffle;
            return train(*options);
          }};
}

} // namespace aic::tool

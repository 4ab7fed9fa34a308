#include "tools/aic/TrainResult.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "frontends/weights/FileWriter.h"
#include "frontends/weights/SafetensorsWriter.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Print.h"

#include <filesystem>
#include <fnmatch.h>
#include <map>
#include <optional>

namespace aic::tool {

namespace {

/// How many numbers the parameters have, and how many of them are trained: are states.
std::pair<uint64_t, uint64_t> countParameters(const OpenedTraining& opened) {
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

int writeText(const std::string& path, const std::string& text) {
  if (path.empty())
    return Good;
  absl::Status status =
      weights::WriteFile(path, {weights::Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size())});
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

} // namespace

int saveResult(const TrainOptions& options, const OpenedTraining& opened) {
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

TrainSettings settingsOf(const TrainOptions& options, const TrainPlan& plan, const OpenedTraining& opened,
                         int64_t batch) {
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

int writePictures(const TrainOptions& options, const TrainSettings& settings, const History& history) {
  if (int code = writeText(options.curves, curvesSvg(history)))
    return code;
  return writeText(
      options.report,
      reportHtml(absl::StrCat("Training of ", std::filesystem::path(options.model.file).filename().string()),
                 settings, history));
}

void reportEnd(const TrainOptions& options, const OpenedTraining& opened, const Trainer& trainer) {
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
    addMemoryUse(*opened.compilation, json);
    printJson(json);
    return;
  }
  std::printf("%s: what epoch %llu has learned%s; %lld steps in %.1f s\n", options.out.c_str(),
              static_cast<unsigned long long>(best) + 1,
              trainer.endedEarly() ? ", the best: validation got no better" : "",
              static_cast<long long>(trainer.steps()), trainer.seconds());
}

} // namespace aic::tool

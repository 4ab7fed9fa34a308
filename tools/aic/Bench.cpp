// aic bench FILE.aic: how long a run takes, and where the time goes.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/FmaPeak.h"
#include "tools/aic/Model.h"
#include "tools/aic/Print.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>

namespace aic::tool {

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

struct Options {
  std::string file;
  std::vector<std::string> inputs;
  DeviceOptions device;
  double seconds = 2;
  bool profile = false, verify = false, json = false;
};

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

/// The value that `share` of the samples are at most. Sorts them.
double quantile(std::vector<double>& samples, double share) {
  if (samples.empty())
    return 0;
  std::sort(samples.begin(), samples.end());
  size_t at = static_cast<size_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
  return samples[std::min(at, samples.size() - 1)];
}

/// What is measured: whole runs, on a CPU the machine's peak around them, and each dispatch.
struct Measurement {
  std::vector<double> runs;                    // ms
  std::vector<double> peaks;                   // GFLOP/s, before, between and after the rounds; or none
  std::vector<std::vector<double>> dispatches; // ms, per dispatch
};

/// Room for the samples of one traced run: the callback allocates nothing.
void trace(void* user, uint32_t dispatch, uint64_t nanoseconds, void* const*, uint32_t) {
  auto& times = *static_cast<std::vector<uint64_t>*>(user);
  if (dispatch < times.size())
    times[dispatch] = nanoseconds;
}

double probe(unsigned threads) {
  // The runtime's threads spin a little after a run; they would share the cores with the probe.
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return measureFmaPeak(threads);
}

int measure(const Options& options, aic_session* session, const aic_session_info& info,
            const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs, Measurement& result) {
  auto timed = [&](double& ms) {
    Clock::time_point begin = Clock::now();
    int code = runOnce(session, inputs, outputs, 0);
    ms = milliseconds(Clock::now() - begin);
    return code;
  };
  // Warm: the pages of the weights, the caches, the clock. Bounded by time, at least once.
  double ms = 0, total = 0;
  for (int i = 0; i < 10 && (i == 0 || total < 100 * options.seconds); ++i, total += ms)
    if (int code = timed(ms))
      return code;

  constexpr int kRounds = 5;
  const double roundMs = 1000 * options.seconds / kRounds;
  auto probePeak = [&] {
    if (info.device == AIC_TARGET_CPU)
      result.peaks.push_back(probe(info.threads));
  };
  probePeak();
  for (int round = 0; round < kRounds; ++round) {
    double spent = 0;
    if (int code = timed(ms)) // after the probe's pause the pool's threads sleep: not counted
      return code;
    while (spent == 0 || spent < roundMs) {
      if (int code = timed(ms))
        return code;
      result.runs.push_back(ms);
      spent += ms;
    }
    probePeak();
  }
  if (!options.profile)
    return Good;

  std::vector<uint64_t> times(info.dispatch_count);
  result.dispatches.resize(info.dispatch_count);
  if (aic_status status = aic_session_set_trace(session, trace, &times); status != AIC_OK)
    return failRuntime(status);
  double spent = 0;
  for (int i = 0; i < 3 || spent < 500 * options.seconds; ++i, spent += ms) {
    if (int code = timed(ms))
      return code;
    if (i == 0) // warm again
      continue;
    for (uint32_t d = 0; d < info.dispatch_count; ++d)
      result.dispatches[d].push_back(static_cast<double>(times[d]) / 1e6);
  }
  aic_status status = aic_session_set_trace(session, nullptr, nullptr);
  return status == AIC_OK ? static_cast<int>(Good) : failRuntime(status);
}

struct Row {
  aic_dispatch_info info;
  aic_kernel_info kernel;
  double ms = 0, share = 0, gflops = 0, percentOfPeak = 0;
};

int rowsOf(const aic_model* model, uint32_t target, Measurement& m, double peak, std::vector<Row>& rows) {
  double total = 0;
  for (uint32_t i = 0; i < m.dispatches.size(); ++i) {
    Row& row = rows.emplace_back();
    if (aic_status status = aic_model_dispatch(model, target, i, &row.info))
      return failRuntime(status);
    if (aic_status status = aic_model_kernel(model, target, row.info.kernel, &row.kernel))
      return failRuntime(status);
    row.ms = quantile(m.dispatches[i], 0.5);
    total += row.ms;
    if (row.ms > 0)
      row.gflops = static_cast<double>(row.info.flops) / row.ms / 1e6;
    if (peak > 0)
      row.percentOfPeak = 100 * row.gflops / peak;
  }
  for (Row& row : rows)
    row.share = total > 0 ? 100 * row.ms / total : 0;
  return Good;
}

void printProfile(const std::vector<Row>& rows, bool withPeak, double perDispatchUs) {
  std::printf("beyond    %.3g us a dispatch outside its kernel\n", perDispatchUs);
  std::printf("\n%4s %10s %7s %9s %s%-13s %s\n", "#", "ms", "share", "GFLOP/s", withPeak ? " % peak  " : " ",
              "family", "operator");
  for (size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    std::printf("%4zu %10.4f %6.1f%% %9.1f ", i, row.ms, row.share, row.gflops);
    if (withPeak)
      std::printf("%6.1f%%  ", row.percentOfPeak);
    std::printf("%-13s %s%s%s\n", row.kernel.family, row.info.name, *row.info.location ? "  " : "",
                row.info.location);
  }
}

int bench(const Options& options) {
  if (absl::EndsWith(options.file, ".graph") || absl::EndsWith(options.file, ".onnx"))
    return failUsage("bench",
                     absl::StrCat(options.file, ": this is a model's source; compile it first: aic compile ",
                                  options.file, " -o model.aic"));
  ModelHandle model;
  SessionHandle session;
  std::vector<Buffer> inputs, outputs;
  if (int code = openModel(options.file, 0, options.verify, model))
    return code;
  aic_session_options device;
  if (int code = parseDevice("bench", options.device, options.profile, device))
    return code;
  Clock::time_point begin = Clock::now();
  if (int code = makeSession(model.get(), device, session))
    return code;
  const double loadMs = milliseconds(Clock::now() - begin);
  aic_session_info on;
  if (aic_status status = aic_session_describe(session.get(), &on))
    return failRuntime(status);
  if (int code = allocateInputs(model.get(), 0, inputs))
    return code;
  if (int code = allocateOutputs(model.get(), 0, outputs))
    return code;
  if (options.inputs.empty()) {
    for (Buffer& input : inputs)
      weights::FillUniform(0, input.info.name, input.shape(), input.type(), input.data.get());
  } else if (int code = readInputs("bench", options.inputs, inputs)) {
    return code;
  }
  aic_model_info info;
  aic_target_info target;
  if (aic_status status = aic_model_describe(model.get(), &info))
    return failRuntime(status);
  if (aic_status status = aic_model_target(model.get(), on.target, &target))
    return failRuntime(status);
  uint64_t flops = 0, bytes = 0;
  for (uint32_t i = 0; i < target.dispatch_count; ++i) {
    aic_dispatch_info dispatch;
    if (aic_status status = aic_model_dispatch(model.get(), on.target, i, &dispatch))
      return failRuntime(status);
    flops += dispatch.flops;
    bytes += dispatch.bytes;
  }

  Measurement m;
  Progress progress("measuring");
  if (int code = measure(options, session.get(), on, inputs, outputs, m))
    return code;
  progress.stop();
  const size_t runs = m.runs.size();
  const double median = quantile(m.runs, 0.5), p90 = quantile(m.runs, 0.9), least = m.runs.front();
  const bool onCpu = on.device == AIC_TARGET_CPU;
  const double peakLow = quantile(m.peaks, 0), peak = quantile(m.peaks, 0.5), peakHigh = quantile(m.peaks, 1);
  const double gflops = median > 0 ? static_cast<double>(flops) / median / 1e6 : 0;
  const double percent = peak > 0 ? 100 * gflops / peak : 0;
  std::vector<Row> rows;
  if (int code = rowsOf(model.get(), on.target, m, peak, rows))
    return code;

  double inKernels = 0;
  for (const Row& row : rows)
    inKernels += row.ms;
  const double perDispatchUs =
      on.dispatch_count ? 1000 * std::max(0.0, median - inKernels) / on.dispatch_count : 0;

  if (options.json) {
    Json json = {{"file", options.file},
                 {"graph", info.graph},
                 {"device", deviceName(on.device)},
                 {"device_name", on.device_name},
                 {"driver", on.driver},
                 {"threads", on.threads},
                 {"load_ms", loadMs},
                 {"runs", runs},
                 {"median_ms", median},
                 {"p90_ms", p90},
                 {"min_ms", least},
                 {"flops", flops},
                 {"bytes_moved", bytes},
                 {"gflops", gflops},
                 {"dispatches", on.dispatch_count},
                 {"arena_bytes", target.arena_bytes},
                 {"weight_bytes", info.weights_bytes}};
    if (!onCpu)
      json.update(Json{{"barriers", on.barrier_count},
                       {"submissions", on.submission_count},
                       {"pipelines", on.pipeline_count},
                       {"pipeline_ms", static_cast<double>(on.pipeline_ns) / 1e6},
                       {"pipeline_cache_found", on.pipeline_cache_found != 0},
                       {"upload_ms", static_cast<double>(on.upload_ns) / 1e6},
                       {"shader_bytes", on.shader_bytes},
                       {"device_bytes", on.device_bytes}});
    else
      json.update(Json{{"peak_gflops", peak},
                       {"peak_gflops_min", peakLow},
                       {"peak_gflops_max", peakHigh},
                       {"percent_of_peak", percent}});
    if (options.profile)
      json["beyond_kernels_us_per_dispatch"] = perDispatchUs;
    if (options.profile) {
      Json& list = json["operators"] = Json::array();
      for (const Row& row : rows)
        list.push_back({{"name", row.info.name},
                        {"location", row.info.location},
                        {"family", row.kernel.family},
                        {"ms", row.ms},
                        {"share_percent", row.share},
                        {"flops", row.info.flops},
                        {"gflops", row.gflops}});
      if (onCpu)
        for (size_t i = 0; i < rows.size(); ++i)
          list[i]["percent_of_peak"] = rows[i].percentOfPeak;
    }
    printJson(json);
    return Good;
  }

  std::printf("%s (%s) on %s\n", options.file.c_str(), info.graph, describeDevice(on).c_str());
  std::printf("median    %.4g ms   p90 %.4g ms   least %.4g ms   of %zu runs\n", median, p90, least, runs);
  if (!onCpu) {
    std::printf("speed     %.4g GFLOP/s\n", gflops);
    std::printf("load      %.4g ms: pipelines %.4g ms (%s), weights %.4g ms\n", loadMs,
                static_cast<double>(on.pipeline_ns) / 1e6,
                on.pipeline_cache_found ? "a cache was there" : "no cache yet",
                static_cast<double>(on.upload_ns) / 1e6);
    std::printf("plan      %u dispatches, %u barriers, %u submission%s, %u pipelines of %s bytes\n",
                on.dispatch_count, on.barrier_count, on.submission_count, on.submission_count == 1 ? "" : "s",
                on.pipeline_count, withCommas(on.shader_bytes).c_str());
  } else {
    std::printf(
        "speed     %.4g GFLOP/s, %.1f %% of the %.4g GFLOP/s that this machine reaches now (%.4g to %.4g)\n",
        gflops, percent, peak, peakLow, peakHigh);
  }
  std::printf("memory    arena %s bytes, weights %s bytes; a run moves %s bytes\n",
              withCommas(target.arena_bytes).c_str(), withCommas(info.weights_bytes).c_str(),
              withCommas(bytes).c_str());
  if (options.profile)
    printProfile(rows, onCpu, perDispatchUs);
  return Good;
}

} // namespace

Command addBench(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("bench", "Measure a compiled model: latency, GFLOP/s, time per operator");
  command->add_option("file", options->file, "The compiled model, FILE.aic")->required();
  addDeviceOptions(*command, options->device);
  command->add_option("--input", options->inputs, "An input, as `aic run` takes it; default: random numbers")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy");
  command->add_option("--seconds", options->seconds, "How long to measure whole runs; default: 2")
      ->check(CLI::Range(0.001, 3600.0))
      ->type_name("S");
  command->add_flag("--profile", options->profile, "Also measure each operator");
  addVerifyOption(*command, options->verify);
  command->add_flag("--json", options->json,
                    "Print JSON: median_ms, p90_ms, threads, arena_bytes, weight_bytes, ...");
  command->footer(
      "The machine's peak is that of fused multiply-adds in registers, on as many threads, measured\n"
      "before, between and after the rounds of runs. On Vulkan the operators' times are the device's\n"
      "own timestamps.\n\n"
      "Examples:\n  aic bench resnet18.aic --threads 2 --profile\n"
      "  aic bench resnet18.aic --device vulkan --profile");
  return {command, [options] { return bench(*options); }};
}

} // namespace aic::tool

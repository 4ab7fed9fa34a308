// aic bench FILE.aic: how long a run takes, and where the time goes.

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Entry.h"
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
  std::string file, entry;
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

/// What is run: an entry with its memory, on a session.
struct Subject {
  aic_session* session;
  aic_session_info info;
  uint32_t entry = 0;
  aic_plan_info plan;
  bool hasStates = false;
  std::vector<Buffer> inputs, outputs;

  /// States are what they are in a new session: what a run computes must not depend on how many there were.
  int reset() const {
    aic_status status = hasStates ? aic_session_reset_state(session, AIC_ALL_STATES) : AIC_OK;
    return status == AIC_OK ? static_cast<int>(Good) : failRuntime(status);
  }
};

int measure(const Options& options, const Subject& subject, Measurement& result) {
  const aic_session_info& info = subject.info;
  auto timed = [&](double& ms) {
    Clock::time_point begin = Clock::now();
    int code = runOnce(subject.session, subject.inputs, subject.outputs, subject.entry);
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
    if (int code = subject.reset())
      return code;
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

  std::vector<uint64_t> times(subject.plan.dispatch_count);
  result.dispatches.resize(subject.plan.dispatch_count);
  if (int code = subject.reset())
    return code;
  if (aic_status status = aic_session_set_trace(subject.session, trace, &times); status != AIC_OK)
    return failRuntime(status);
  double spent = 0;
  for (int i = 0; i < 3 || spent < 500 * options.seconds; ++i, spent += ms) {
    if (int code = timed(ms))
      return code;
    if (i == 0) // warm again
      continue;
    for (uint32_t d = 0; d < subject.plan.dispatch_count; ++d)
      result.dispatches[d].push_back(static_cast<double>(times[d]) / 1e6);
  }
  aic_status status = aic_session_set_trace(subject.session, nullptr, nullptr);
  return status == AIC_OK ? static_cast<int>(Good) : failRuntime(status);
}

/// A dispatch; of one that is repeated all times together.
struct Row {
  aic_dispatch_info info;
  aic_kernel_info kernel;
  uint32_t first; // its number
  double ms = 0, share = 0, gflops = 0, percentOfPeak = 0;
};

int rowsOf(const aic_model* model, uint32_t target, uint32_t entry, Measurement& m, double peak,
           std::vector<Row>& rows) {
  double total = 0;
  size_t loop = 0; // the row of the loop's first dispatch
  for (uint32_t i = 0; i < m.dispatches.size(); ++i) {
    aic_dispatch_info info;
    if (aic_status status = aic_model_entry_dispatch(model, target, entry, i, &info))
      return failRuntime(status);
    const double ms = quantile(m.dispatches[i], 0.5);
    total += ms;
    if (info.repeat_times && i == info.repeat_first)
      loop = rows.size();
    if (info.repeat_times && i >= info.repeat_first + info.repeat_dispatches) {
      Row& row = rows[loop + (i - info.repeat_first) % info.repeat_dispatches];
      row.ms += ms;
      row.info.flops += info.flops;
      row.info.bytes += info.bytes;
      continue;
    }
    Row& row = rows.emplace_back();
    row.info = info;
    row.first = i;
    row.ms = ms;
    if (aic_status status = aic_model_kernel(model, target, info.kernel, &row.kernel))
      return failRuntime(status);
  }
  for (Row& row : rows) {
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
  for (const Row& row : rows) {
    std::printf("%4u %10.4f %6.1f%% %9.1f ", row.first, row.ms, row.share, row.gflops);
    if (withPeak)
      std::printf("%6.1f%%  ", row.percentOfPeak);
    std::printf("%-13s %s", row.kernel.family, operatorText(row.info, row.kernel).c_str());
    if (row.info.repeat_times)
      std::printf("  (%u times)", row.info.repeat_times);
    std::printf("\n");
  }
}

/// What was measured, in figures.
struct Report {
  std::string entry; // its name; the only one's too
  std::string cpu;   // whose code it is; "" of Vulkan
  aic_model_info model;
  double loadMs = 0;
  uint64_t flops = 0, bytes = 0; // of a run
  size_t runs = 0;
  double median = 0, p90 = 0, least = 0;      // ms
  double peakLow = 0, peak = 0, peakHigh = 0; // GFLOP/s
  double gflops = 0, percent = 0;
  double perDispatchUs = 0; // beyond the kernels
  std::vector<Row> rows;
};

/// Opens what is asked for and gives it inputs.
int prepare(const Options& options, ModelHandle& model, SessionHandle& session, Subject& subject,
            Report& report) {
  if (int code = openModel(options.file, 0, options.verify, model))
    return code;
  aic_session_options device;
  if (int code = parseDevice("bench", options.device, options.profile, device))
    return code;
  if (int code = chooseEntry("bench", model.get(), options.entry, options.inputs, 0, subject.entry))
    return code;
  Clock::time_point begin = Clock::now();
  if (int code = makeSession(model.get(), device, session))
    return code;
  report.loadMs = milliseconds(Clock::now() - begin);
  report.entry = entryName(model.get(), subject.entry);
  subject.session = session.get();
  subject.hasStates = aic_model_state_count(model.get()) > 0;
  if (aic_status status = aic_session_describe(session.get(), &subject.info))
    return failRuntime(status);
  if (aic_status status = aic_model_describe(model.get(), &report.model))
    return failRuntime(status);
  aic_target_info target;
  if (aic_status status = aic_model_target(model.get(), subject.info.target, &target))
    return failRuntime(status);
  report.cpu = target.cpu;
  if (aic_status status =
          aic_model_entry_plan(model.get(), subject.info.target, subject.entry, &subject.plan))
    return failRuntime(status);
  if (int code = allocateInputs(model.get(), subject.entry, subject.inputs))
    return code;
  if (int code = allocateOutputs(model.get(), subject.entry, subject.outputs))
    return code;
  for (Buffer& input : subject.inputs)
    weights::FillUniform(0, input.info.name, input.shape(), input.type(), input.data.get());
  return readInputs("bench", options.inputs, subject.inputs);
}

int evaluate(const aic_model* model, const Subject& subject, Measurement& m, Report& report) {
  for (uint32_t i = 0; i < subject.plan.dispatch_count; ++i) {
    aic_dispatch_info dispatch;
    if (aic_status status = aic_model_entry_dispatch(model, subject.info.target, subject.entry, i, &dispatch))
      return failRuntime(status);
    report.flops += dispatch.flops;
    report.bytes += dispatch.bytes;
  }
  report.runs = m.runs.size();
  report.median = quantile(m.runs, 0.5);
  report.p90 = quantile(m.runs, 0.9);
  report.least = m.runs.front();
  report.peakLow = quantile(m.peaks, 0);
  report.peak = quantile(m.peaks, 0.5);
  report.peakHigh = quantile(m.peaks, 1);
  report.gflops = report.median > 0 ? static_cast<double>(report.flops) / report.median / 1e6 : 0;
  report.percent = report.peak > 0 ? 100 * report.gflops / report.peak : 0;
  if (int code = rowsOf(model, subject.info.target, subject.entry, m, report.peak, report.rows))
    return code;
  double inKernels = 0;
  for (const Row& row : report.rows)
    inKernels += row.ms;
  if (subject.plan.dispatch_count)
    report.perDispatchUs = 1000 * std::max(0.0, report.median - inKernels) / subject.plan.dispatch_count;
  return Good;
}

Json toJson(const Options& options, const Subject& subject, const Report& report) {
  const aic_session_info& on = subject.info;
  const bool onCpu = on.device == AIC_TARGET_CPU;
  Json json = {{"file", options.file},
               {"graph", report.entry},
               {"device", deviceName(on.device)},
               {"device_name", on.device_name},
               {"driver", on.driver},
               {"threads", on.threads},
               {"load_ms", report.loadMs},
               {"runs", report.runs},
               {"median_ms", report.median},
               {"p90_ms", report.p90},
               {"min_ms", report.least},
               {"flops", report.flops},
               {"bytes_moved", report.bytes},
               {"gflops", report.gflops},
               {"dispatches", subject.plan.dispatch_count},
               {"arena_bytes", subject.plan.arena_bytes},
               {"weight_bytes", report.model.weights_bytes}};
  if (onCpu)
    json["cpu"] = report.cpu;
  if (subject.hasStates)
    json["state_bytes_written"] = subject.plan.state_bytes_written;
  if (!onCpu && subject.entry == 0) // the runtime knows them of the first
    json.update(Json{{"barriers", on.barrier_count}, {"submissions", on.submission_count}});
  if (!onCpu)
    json.update(Json{{"pipelines", on.pipeline_count},
                     {"pipeline_ms", static_cast<double>(on.pipeline_ns) / 1e6},
                     {"pipeline_cache_found", on.pipeline_cache_found != 0},
                     {"upload_ms", static_cast<double>(on.upload_ns) / 1e6},
                     {"shader_bytes", on.shader_bytes},
                     {"device_bytes", on.device_bytes}});
  else
    json.update(Json{{"peak_gflops", report.peak},
                     {"peak_gflops_min", report.peakLow},
                     {"peak_gflops_max", report.peakHigh},
                     {"percent_of_peak", report.percent}});
  if (!options.profile)
    return json;
  json["beyond_kernels_us_per_dispatch"] = report.perDispatchUs;
  Json& list = json["operators"] = Json::array();
  for (const Row& row : report.rows) {
    list.push_back({{"name", row.info.name},
                    {"location", row.info.location},
                    {"family", row.kernel.family},
                    {"kernel", row.kernel.name},
                    {"ms", row.ms},
                    {"share_percent", row.share},
                    {"flops", row.info.flops},
                    {"gflops", row.gflops}});
    if (row.info.repeat_times)
      list.back()["times"] = row.info.repeat_times;
    if (onCpu)
      list.back()["percent_of_peak"] = row.percentOfPeak;
  }
  return json;
}

void printText(const Options& options, const Subject& subject, const Report& report) {
  const aic_session_info& on = subject.info;
  const bool onCpu = on.device == AIC_TARGET_CPU;
  std::printf("%s (%s) on %s%s%s\n", options.file.c_str(), report.entry.c_str(), describeDevice(on).c_str(),
              onCpu ? ", with the code for " : "", report.cpu.c_str());
  std::printf("median    %.4g ms   p90 %.4g ms   least %.4g ms   of %zu runs\n", report.median, report.p90,
              report.least, report.runs);
  if (onCpu) {
    std::printf(
        "speed     %.4g GFLOP/s, %.1f %% of the %.4g GFLOP/s that this machine reaches now (%.4g to %.4g)\n",
        report.gflops, report.percent, report.peak, report.peakLow, report.peakHigh);
  } else {
    std::printf("speed     %.4g GFLOP/s\n", report.gflops);
    std::printf("load      %.4g ms: pipelines %.4g ms (%s), weights %.4g ms\n", report.loadMs,
                static_cast<double>(on.pipeline_ns) / 1e6,
                on.pipeline_cache_found ? "a cache was there" : "no cache yet",
                static_cast<double>(on.upload_ns) / 1e6);
    std::printf("plan      %u dispatches, ", subject.plan.dispatch_count);
    if (subject.entry == 0) // the runtime knows them of the first
      std::printf("%u barriers, %u submission%s, ", on.barrier_count, on.submission_count,
                  on.submission_count == 1 ? "" : "s");
    std::printf("%u pipelines of %s bytes\n", on.pipeline_count, withCommas(on.shader_bytes).c_str());
  }
  std::printf("memory    arena %s bytes, weights %s bytes; a run moves %s bytes",
              withCommas(subject.plan.arena_bytes).c_str(), withCommas(report.model.weights_bytes).c_str(),
              withCommas(report.bytes).c_str());
  if (subject.hasStates)
    std::printf(", and writes %s bytes of states", withCommas(subject.plan.state_bytes_written).c_str());
  std::printf("\n");
  if (options.profile)
    printProfile(report.rows, onCpu, report.perDispatchUs);
}

int bench(const Options& options) {
  if (absl::EndsWith(options.file, ".graph") || absl::EndsWith(options.file, ".onnx"))
    return failUsage("bench",
                     absl::StrCat(options.file, ": this is a model's source; compile it first: aic compile ",
                                  options.file, " -o model.aic"));
  ModelHandle model;
  SessionHandle session;
  Subject subject;
  Report report;
  Measurement m;
  if (int code = prepare(options, model, session, subject, report))
    return code;
  Progress progress("measuring");
  if (int code = measure(options, subject, m))
    return code;
  progress.stop();
  if (int code = evaluate(model.get(), subject, m, report))
    return code;
  if (options.json)
    printJson(toJson(options, subject, report));
  else
    printText(options, subject, report);
  return Good;
}

} // namespace

Command addBench(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("bench", "Measure a compiled model: latency, GFLOP/s, time per operator");
  command->add_option("file", options->file, "The compiled model, FILE.aic")->required();
  addDeviceOptions(*command, options->device);
  addEntryOption(*command, options->entry, "the only one, or the size that the inputs' shapes fit");
  command
      ->add_option("--input", options->inputs,
                   "An input, as `aic run` takes it: a position or a length, say. The others are random "
                   "numbers, which are 0 or 1 for integers")
      ->allow_extra_args(false)
      ->type_name("[NAME=]FILE.npy|random:SEED");
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
      "own timestamps. A model's states are reset before each round, and kept within it.\n\n"
      "Examples:\n  aic bench resnet18.aic --threads 2 --profile\n"
      "  aic bench resnet18.aic --device vulkan --profile\n"
      "  aic bench lm.aic --entry step --input position=at256.npy");
  return {command, [options] { return bench(*options); }};
}

} // namespace aic::tool

// aic inspect FILE.aic: what a compiled model is and what running it takes.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Command.h"
#include "tools/aic/Description.h"
#include "tools/aic/Device.h"
#include "tools/aic/Entry.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Print.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

namespace aic::tool {

namespace {

struct Options {
  std::string file, entry;
  bool json = false, verify = false, plan = false;
};

using Json = nlohmann::ordered_json;

const char* kindName(aic_binding_kind kind) {
  switch (kind) {
  case AIC_BINDING_INPUT:
    return "input";
  case AIC_BINDING_OUTPUT:
    return "output";
  case AIC_BINDING_ARENA:
    return "arena";
  case AIC_BINDING_STATE:
    return "state";
  case AIC_BINDING_WEIGHTS:
    return "weights";
  }
  return "?";
}

std::string typeString(const aic_tensor_info& info) {
  return weights::TypeString(static_cast<weights::ElementType>(info.type), {info.shape, info.rank});
}

std::string features(const aic_target_info& info) {
  std::string text;
  for (uint32_t i = 0; i < info.feature_count; ++i)
    absl::StrAppend(&text, i ? " " : "", info.features[i]);
  return text.empty() ? "none" : text;
}

/// "34 in 21 kernels (13 shared, 21 floor), 345,678 bytes"
std::string shaders(const Target& target) {
  std::map<std::string, size_t> counts;
  uint64_t bytes = 0;
  size_t total = 0;
  for (const Kernel& kernel : target.kernels)
    for (const aic_variant_info& variant : kernel.variants) {
      ++counts[variant.name];
      ++total;
      bytes += variant.shader_bytes;
    }
  std::string text = absl::StrCat(total, " of ", target.kernels.size(), " kernels (");
  const char* separator = "";
  for (const auto& [name, count] : counts) {
    absl::StrAppend(&text, separator, count, " ", name);
    separator = ", ";
  }
  return absl::StrCat(text, "), ", withCommas(bytes), " bytes of SPIR-V");
}

/// "floor 64 x 120 groups, shared 64 x 30 groups and 4,096 bytes"
std::string variants(const Kernel& kernel) {
  std::string text;
  for (const aic_variant_info& v : kernel.variants) {
    absl::StrAppend(&text, text.empty() ? "" : ", ", v.name, " ",
                    v.local_size[0] * v.local_size[1] * v.local_size[2], " x ",
                    uint64_t(v.workgroups[0]) * v.workgroups[1] * v.workgroups[2], " groups");
    if (v.shared_bytes)
      absl::StrAppend(&text, ", ", withCommas(v.shared_bytes), " bytes shared");
    if (v.needs_subgroup)
      absl::StrAppend(&text, ", subgroups");
  }
  return text;
}

void line(const char* what, const std::string& text) {
  std::printf("%-12s %s\n", what, text.c_str());
}

/// The sizes that its name does not say: " for N=8".
std::string sizesOf(const Entry& entry) {
  std::string text;
  if (entry.name == entry.info.name)
    for (uint32_t d = 0; d < entry.info.dim_count; ++d)
      absl::StrAppend(&text, d ? "," : " for ", entry.info.dim_names[d], "=", entry.info.dim_values[d]);
  return text;
}

/// The state NAME.scale that the numbers of a state of i8 are times of, with one for each row; null where
/// there is none.
const State* scaleOf(const Description& d, const State& state) {
  if (state.info.type != AIC_I8 || state.info.rank == 0)
    return nullptr;
  const auto found = std::find_if(d.states.begin(), d.states.end(), [&](const State& other) {
    return other.info.name == absl::StrCat(state.info.name, ".scale") && other.info.type == AIC_F32 &&
           other.info.rank == state.info.rank && other.info.shape[other.info.rank - 1] == 1 &&
           std::equal(other.info.shape, other.info.shape + other.info.rank - 1, state.info.shape);
  });
  return found == d.states.end() ? nullptr : &*found;
}

/// "keys: f32[1, 12, 1024, 64], 3,145,728 bytes, begins as 0"
std::string describeState(const Description& d, const State& state) {
  std::string text = absl::StrCat(
      state.info.name, ": ", weights::TypeString(state.first.type(), {state.info.shape, state.info.rank}),
      ", ", withCommas(state.info.bytes), " bytes");
  if (const State* scale = scaleOf(d, state))
    absl::StrAppend(&text, " (times ", scale->info.name, ": off by 1/254 of a row's largest at most)");
  const int64_t count = state.first.shape()[0];
  if (count == 0)
    return text;
  text += state.isSplat() ? ", begins as" : ", begins as the weights";
  for (int64_t i = 0; i < (state.isSplat() ? 1 : count); ++i)
    absl::StrAppend(&text, " ", elementText(state.first, static_cast<uint64_t>(i)));
  return text + (!state.isSplat() && state.first.info.bytes < state.info.bytes ? " ..." : "");
}

/// "input 0", "state keys", "arena[0, 128)"; of the dispatch that runs as number i, which is
/// the first time where it is repeated.
std::string describeBinding(const Description& d, const Program& program, size_t i, size_t binding) {
  const aic_binding_info& b = program.dispatches[i].bindings[binding];
  std::string text = kindName(b.kind);
  if (b.kind == AIC_BINDING_INPUT || b.kind == AIC_BINDING_OUTPUT)
    absl::StrAppend(&text, " ", b.index);
  else
    absl::StrAppend(&text, b.kind == AIC_BINDING_STATE ? absl::StrCat(" ", d.states[b.index].info.name) : "",
                    "[", b.offset, ", ", b.offset + b.bytes, ")");
  const aic_dispatch_info& info = program.dispatches[i].info;
  if (info.repeat_times > 1) {
    const uint64_t next = program.dispatches[i + info.repeat_dispatches].bindings[binding].offset;
    if (next != b.offset)
      absl::StrAppend(&text, next > b.offset ? " + " : " - ",
                      next > b.offset ? next - b.offset : b.offset - next, " each time");
  }
  return text;
}

void printDispatches(const Description& d, const Target& target, const Program& program) {
  std::printf("\n%4s  %-13s %10s %12s %6s  %s\n", "#", "family", "MFLOP", "bytes", "groups", "operator");
  for (size_t i = 0; i < program.dispatches.size(); ++i) {
    const Dispatch& dispatch = program.dispatches[i];
    const aic_dispatch_info& info = dispatch.info;
    if (info.repeat_times && i >= size_t(info.repeat_first) + info.repeat_dispatches)
      continue; // It stands there for its first time.
    if (info.repeat_times && i == info.repeat_first)
      std::printf("      loop: %u x %u from here on\n", info.repeat_times, info.repeat_dispatches);
    const Kernel& kernel = target.kernels[info.kernel];
    std::printf("%4zu  %-13s %10.3f %12s %6u  %s\n", i, kernel.info.family,
                static_cast<double>(info.flops) / 1e6, withCommas(info.bytes).c_str(), info.workgroups,
                operatorText(info, kernel.info).c_str());
    std::string bindings;
    for (size_t b = 0; b < dispatch.bindings.size(); ++b)
      absl::StrAppend(&bindings, dispatch.bindings[b].write ? "  -> " : "  ",
                      describeBinding(d, program, i, b));
    std::printf("     %s\n", bindings.c_str());
    if (!kernel.variants.empty())
      std::printf("       variants: %s\n", variants(kernel).c_str());
  }
}

/// The plan of one entry; `name` says which where there are several.
void printProgram(const Options& options, const Description& d, const Target& target, const Program& program,
                  const std::string& name) {
  const aic_plan_info& info = program.plan;
  const size_t kernels = name.empty() ? target.kernels.size() : program.kernels().size();
  std::string plan = absl::StrCat(
      name.empty() ? "" : name + ": ", info.dispatch_count, " dispatches of ", kernels, " kernels, ",
      absl::StrFormat("%.4g", static_cast<double>(program.flops()) / 1e6), " MFLOP");
  if (!d.states.empty())
    absl::StrAppend(&plan, "; writes ", withCommas(info.state_bytes_written), " bytes of states");
  if (const std::string loops = program.loops(); !loops.empty())
    absl::StrAppend(&plan, "; in loops: ", loops);
  line("plan", plan);
  std::string arena = absl::StrCat(withCommas(info.arena_bytes), " bytes; alive at once at most ",
                                   withCommas(info.peak_live_bytes));
  if (info.peak_live_bytes)
    absl::StrAppendFormat(&arena, " (ratio %.3f)",
                          static_cast<double>(info.arena_bytes) / static_cast<double>(info.peak_live_bytes));
  absl::StrAppend(&arena, "; all buffers together ", withCommas(info.total_bytes));
  line("arena", arena);
  if (info.scratch_bytes)
    line("scratch", absl::StrCat(withCommas(info.scratch_bytes), " bytes for each thread"));
  if (options.plan)
    printDispatches(d, target, program);
}

/// Whether a session of this machine takes the target, where it asks for its kind of device.
bool isTaken(const Description& d, const Target& target) {
  for (const Target& other : d.targets)
    if (other.info.kind == target.info.kind && other.info.runs_here)
      return &other == &target;
  return false;
}

void printTarget(const Options& options, const Description& d, const Target& target,
                 const std::vector<uint32_t>& chosen) {
  const aic_target_info& info = target.info;
  const bool several = d.entries.size() > 1;
  if (info.kind == AIC_TARGET_CPU) {
    line("target", absl::StrCat(deviceName(info.kind), " ", info.cpu, ", ", info.triple,
                                isTaken(d, target) ? "; what this machine runs"
                                : !info.runs_here  ? "; not for this machine"
                                                   : ""));
    line("needs", features(info));
    if (info.winograd_bytes)
      line("winograd", absl::StrCat("transformed weights take ", withCommas(info.winograd_bytes),
                                    " bytes more than their own size; --optimize size leaves them out"));
  } else {
    line("target", absl::StrCat(deviceName(info.kind), ", ", info.triple));
    line("shaders", shaders(target));
  }
  if (several) {
    const std::vector<uint32_t> shared = target.sharedKernels();
    line("shared", absl::StrCat("several entries run ", shared.size(), " of ", target.kernels.size(),
                                " kernels, and read ", withCommas(target.sharedWeightBytes()),
                                " bytes of the weights"));
    for (uint32_t kernel : shared)
      if (options.plan)
        std::printf("%-12s %s\n", "", target.kernels[kernel].info.name);
  }
  for (uint32_t entry : chosen) {
    if (several && options.plan && entry != chosen.front())
      std::printf("\n");
    printProgram(options, d, target, target.programs[entry], several ? d.entries[entry].name : "");
  }
}

/// ": 19,800 of bf16, 1,200 of f32"; "" where the file does not say.
std::string bytesByType(const aic_model_info& model) {
  std::string text;
  for (uint32_t type = 0; type < std::size(model.weights_bytes_of); ++type)
    if (const uint64_t bytes = model.weights_bytes_of[type])
      absl::StrAppend(&text, text.empty() ? ": " : ", ", withCommas(bytes), " of ", aic_element_name(type));
  return text;
}

/// `chosen`: the numbers of the entries that are asked for.
void printText(const Options& options, const Description& d, const std::vector<uint32_t>& chosen) {
  line("file", absl::StrCat(options.file, ", ", withCommas(d.model.file_bytes), " bytes, format ",
                            d.model.format_version, ".", d.model.format_minor));
  const bool several = d.entries.size() > 1;
  if (several)
    line("entries", absl::StrCat(d.entries.size(), ", from ", d.model.source));
  else
    line("graph", absl::StrCat(d.model.graph, ", from ", d.model.source));
  line("producer", d.model.producer);
  for (uint32_t number : chosen) {
    const Entry& entry = d.entries[number];
    if (several)
      line("entry", entry.name + sizesOf(entry));
    for (const aic_tensor_info& info : entry.inputs)
      line(several ? "  input" : "input", absl::StrCat(info.name, ": ", typeString(info)));
    for (const aic_tensor_info& info : entry.outputs)
      line(several ? "  output" : "output", absl::StrCat(info.name, ": ", typeString(info)));
  }
  for (const State& state : d.states)
    line("state", describeState(d, state));
  line("weights", absl::StrCat(withCommas(d.model.weights_bytes), " bytes", bytesByType(d.model)));
  for (const Target& target : d.targets)
    printTarget(options, d, target, chosen);
}

Json tensorJson(const aic_tensor_info& info) {
  return {{"name", info.name},
          {"type", aic_element_name(info.type)},
          {"shape", std::vector<int64_t>(info.shape, info.shape + info.rank)},
          {"bytes", info.bytes}};
}

Json tensorsJson(const std::vector<aic_tensor_info>& tensors) {
  Json list = Json::array();
  for (const aic_tensor_info& info : tensors)
    list.push_back(tensorJson(info));
  return list;
}

Json entryJson(const Entry& entry) {
  Json json = {{"name", entry.info.name}, {"dims", Json::object()}};
  for (uint32_t d = 0; d < entry.info.dim_count; ++d)
    json["dims"][entry.info.dim_names[d]] = entry.info.dim_values[d];
  json["inputs"] = tensorsJson(entry.inputs);
  json["outputs"] = tensorsJson(entry.outputs);
  return json;
}

Json stateJson(const Description& d, const State& state) {
  Json json = {{"name", state.info.name},
               {"type", aic_element_name(state.info.type)},
               {"shape", std::vector<int64_t>(state.info.shape, state.info.shape + state.info.rank)},
               {"bytes", state.info.bytes},
               {"from_weights", !state.isSplat()},
               {"first_values", valuesToJson(state.first)["values"]}};
  if (const State* scale = scaleOf(d, state))
    json["scale"] = scale->info.name;
  return json;
}

Json dispatchJson(const Description& d, const Dispatch& dispatch, const aic_kernel_info& kernel) {
  Json json = {{"name", dispatch.info.name},
               {"location", dispatch.info.location},
               {"kernel", kernel.name},
               {"family", kernel.family},
               {"flops", dispatch.info.flops},
               {"bytes", dispatch.info.bytes},
               {"workgroups", dispatch.info.workgroups}};
  Json& bindings = json["bindings"] = Json::array();
  for (const aic_binding_info& b : dispatch.bindings) {
    Json binding = {{"kind", kindName(b.kind)}};
    if (b.kind == AIC_BINDING_INPUT || b.kind == AIC_BINDING_OUTPUT)
      binding["index"] = b.index;
    if (b.kind == AIC_BINDING_STATE)
      binding["state"] = d.states[b.index].info.name;
    binding["offset"] = b.offset;
    binding["bytes"] = b.bytes;
    binding["write"] = b.write != 0;
    bindings.push_back(std::move(binding));
  }
  if (dispatch.info.repeat_times)
    json["repeat"] = {{"first", dispatch.info.repeat_first},
                      {"dispatches", dispatch.info.repeat_dispatches},
                      {"times", dispatch.info.repeat_times}};
  return json;
}

Json kernelJson(const Kernel& kernel) {
  Json json = {{"name", kernel.info.name}, {"family", kernel.info.family}};
  Json& list = json["variants"] = Json::array();
  for (const aic_variant_info& v : kernel.variants)
    list.push_back({{"name", v.name},
                    {"shader_bytes", v.shader_bytes},
                    {"local_size", v.local_size},
                    {"workgroups", v.workgroups},
                    {"shared_bytes", v.shared_bytes},
                    {"needs_subgroup", v.needs_subgroup != 0}});
  return json;
}

Json dispatchesJson(const Description& d, const Target& target, const Program& program) {
  Json list = Json::array();
  for (const Dispatch& dispatch : program.dispatches)
    list.push_back(dispatchJson(d, dispatch, target.kernels[dispatch.info.kernel].info));
  return list;
}

/// What several entries, or an entry with states, add to a target.
void addEntriesJson(const Description& d, const Target& target, const std::vector<uint32_t>& chosen,
                    Json& t) {
  t["entries"] = Json::array();
  for (uint32_t entry : chosen) {
    const Program& program = target.programs[entry];
    t["entries"].push_back({{"entry", d.entries[entry].name},
                            {"kernels", program.kernels().size()},
                            {"flops", program.flops()},
                            {"arena_bytes", program.plan.arena_bytes},
                            {"peak_live_bytes", program.plan.peak_live_bytes},
                            {"total_bytes", program.plan.total_bytes},
                            {"scratch_bytes", program.plan.scratch_bytes},
                            {"state_bytes_written", program.plan.state_bytes_written},
                            {"dispatches", dispatchesJson(d, target, program)}});
  }
  t["shared_kernels"] = Json::array();
  for (uint32_t kernel : target.sharedKernels())
    t["shared_kernels"].push_back(target.kernels[kernel].info.name);
  t["shared_weight_bytes"] = target.sharedWeightBytes();
}

Json targetJson(const Description& d, const Target& target, const std::vector<uint32_t>& chosen) {
  const aic_target_info& info = target.info;
  const Program& first = target.programs[chosen.front()];
  Json t = {{"kind", deviceName(info.kind)},
            {"triple", info.triple},
            {"cpu", info.cpu},
            {"features", std::vector<std::string>(info.features, info.features + info.feature_count)},
            {"runs_here", info.runs_here != 0},
            {"is_taken", isTaken(d, target)},
            {"kernel_count", info.kernel_count},
            {"arena_bytes", first.plan.arena_bytes},
            {"peak_live_bytes", first.plan.peak_live_bytes},
            {"total_bytes", first.plan.total_bytes},
            {"scratch_bytes", first.plan.scratch_bytes},
            {"winograd_bytes", info.winograd_bytes}};
  t["dispatches"] = dispatchesJson(d, target, first);
  if (d.entries.size() > 1 || !d.states.empty())
    addEntriesJson(d, target, chosen, t);
  if (info.kind != AIC_TARGET_CPU) {
    t["kernels"] = Json::array();
    for (const Kernel& kernel : target.kernels)
      t["kernels"].push_back(kernelJson(kernel));
  }
  return t;
}

/// What is not said for an entry is of the first that is asked for.
Json toJson(const Options& options, const Description& d, const std::vector<uint32_t>& chosen) {
  const Entry& first = d.entries[chosen.front()];
  Json json = {{"file", options.file},
               {"file_bytes", d.model.file_bytes},
               {"format_version", d.model.format_version},
               {"format_minor", d.model.format_minor},
               {"producer", d.model.producer},
               {"graph", first.info.name},
               {"source", d.model.source},
               {"weight_bytes", d.model.weights_bytes}};
  Json& types = json["weight_bytes_by_type"] = Json::object();
  for (uint32_t type = 0; type < std::size(d.model.weights_bytes_of); ++type)
    if (const uint64_t bytes = d.model.weights_bytes_of[type])
      types[aic_element_name(type)] = bytes;
  json["inputs"] = tensorsJson(first.inputs);
  json["outputs"] = tensorsJson(first.outputs);
  if (d.entries.size() > 1 || !d.states.empty()) {
    json["entries"] = Json::array();
    for (uint32_t entry : chosen)
      json["entries"].push_back(entryJson(d.entries[entry]));
    json["states"] = Json::array();
    for (const State& state : d.states)
      json["states"].push_back(stateJson(d, state));
  }
  json["sections"] = Json::array();
  for (const aic_section_info& section : d.sections)
    json["sections"].push_back({{"kind", section.kind == AIC_SECTION_WEIGHTS ? "weights" : "code"},
                                {"offset", section.offset},
                                {"bytes", section.bytes},
                                {"alignment", section.alignment},
                                {"checksum", absl::StrFormat("%016x", section.checksum)}});
  json["targets"] = Json::array();
  for (const Target& target : d.targets)
    json["targets"].push_back(targetJson(d, target, chosen));
  return json;
}

int inspect(const Options& options) {
  ModelHandle model;
  if (int code = openModel(options.file, AIC_OPEN_INSPECT, options.verify, model))
    return code;
  Description description;
  if (int code = describeModel(model.get(), description))
    return code;
  std::vector<uint32_t> chosen;
  if (!options.entry.empty()) {
    if (int code = findEntry("inspect", model.get(), options.entry, chosen.emplace_back()))
      return code;
  } else {
    for (uint32_t i = 0; i < description.entries.size(); ++i)
      chosen.push_back(i);
  }
  if (options.json) {
    Json json = toJson(options, description, chosen);
    if (options.verify)
      json["weights_verified"] = true;
    printJson(json);
    return Good;
  }
  printText(options, description, chosen);
  if (options.verify)
    std::printf("%-12s %s\n", "verified", "the weights have their checksum");
  return Good;
}

} // namespace

Command addInspect(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("inspect", "Say what a compiled model is and what running it takes");
  command->add_option("file", options->file, "The compiled model, FILE.aic")->required();
  addEntryOption(*command, options->entry, "all of them");
  command->add_flag("--plan", options->plan,
                    "Also list the dispatches with their buffers, and the kernels that entries share");
  addVerifyOption(*command, options->verify);
  command->add_flag("--json", options->json, "Print JSON, the plan included");
  command->footer("The file need not be for this machine's CPU.\n\n"
                  "Examples:\n  aic inspect resnet18.aic --plan\n"
                  "  aic inspect lm.aic --entry step --plan");
  return {command, [options] { return inspect(*options); }};
}

} // namespace aic::tool

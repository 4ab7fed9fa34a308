// aic inspect FILE.aic: what a compiled model is and what running it takes.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Model.h"
#include "tools/aic/Print.h"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

namespace aic::tool {

namespace {

struct Options {
  std::string file;
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

struct Dispatch {
  aic_dispatch_info info;
  std::vector<aic_binding_info> bindings;
};

struct Kernel {
  aic_kernel_info info;
  std::vector<aic_variant_info> variants;
};

struct Target {
  aic_target_info info;
  std::vector<Kernel> kernels;
  std::vector<Dispatch> dispatches;
};

struct Description {
  aic_model_info model;
  std::vector<aic_tensor_info> inputs, outputs;
  std::vector<aic_section_info> sections;
  std::vector<Target> targets;
};

/// Reads everything that the runtime tells; the first failure, or AIC_OK.
aic_status describe(const aic_model* model, Description& d) {
  if (aic_status s = aic_model_describe(model, &d.model))
    return s;
  for (uint32_t i = 0; i < aic_model_input_count(model); ++i)
    if (aic_status s = aic_model_input(model, i, &d.inputs.emplace_back()))
      return s;
  for (uint32_t i = 0; i < aic_model_output_count(model); ++i)
    if (aic_status s = aic_model_output(model, i, &d.outputs.emplace_back()))
      return s;
  for (uint32_t i = 0; i < d.model.section_count; ++i)
    if (aic_status s = aic_model_section(model, i, &d.sections.emplace_back()))
      return s;
  for (uint32_t t = 0; t < d.model.target_count; ++t) {
    Target& target = d.targets.emplace_back();
    if (aic_status s = aic_model_target(model, t, &target.info))
      return s;
    for (uint32_t i = 0; i < target.info.kernel_count; ++i) {
      Kernel& kernel = target.kernels.emplace_back();
      if (aic_status s = aic_model_kernel(model, t, i, &kernel.info))
        return s;
      for (uint32_t v = 0; v < kernel.info.variant_count; ++v)
        if (aic_status s = aic_model_variant(model, t, i, v, &kernel.variants.emplace_back()))
          return s;
    }
    for (uint32_t i = 0; i < target.info.dispatch_count; ++i) {
      Dispatch& dispatch = target.dispatches.emplace_back();
      if (aic_status s = aic_model_dispatch(model, t, i, &dispatch.info))
        return s;
      for (uint32_t b = 0; b < dispatch.info.binding_count; ++b)
        if (aic_status s = aic_model_binding(model, t, i, b, &dispatch.bindings.emplace_back()))
          return s;
    }
  }
  return AIC_OK;
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

void printText(const Options& options, const Description& d) {
  auto line = [](const char* what, const std::string& text) {
    std::printf("%-12s %s\n", what, text.c_str());
  };
  line("file", absl::StrCat(options.file, ", ", withCommas(d.model.file_bytes), " bytes, format ",
                            d.model.format_version, ".", d.model.format_minor));
  line("graph", absl::StrCat(d.model.graph, ", from ", d.model.source));
  line("producer", d.model.producer);
  for (const aic_tensor_info& info : d.inputs)
    line("input", absl::StrCat(info.name, ": ", typeString(info)));
  for (const aic_tensor_info& info : d.outputs)
    line("output", absl::StrCat(info.name, ": ", typeString(info)));
  line("weights", absl::StrCat(withCommas(d.model.weights_bytes), " bytes"));
  for (const Target& target : d.targets) {
    const aic_target_info& info = target.info;
    uint64_t flops = 0;
    for (const Dispatch& dispatch : target.dispatches)
      flops += dispatch.info.flops;
    if (info.kind == AIC_TARGET_CPU) {
      line("target", absl::StrCat(deviceName(info.kind), " ", info.cpu, ", ", info.triple));
      line("needs", features(info));
    } else {
      line("target", absl::StrCat(deviceName(info.kind), ", ", info.triple));
      line("shaders", shaders(target));
    }
    line("plan", absl::StrCat(info.dispatch_count, " dispatches of ", info.kernel_count, " kernels, ",
                              absl::StrFormat("%.4g", static_cast<double>(flops) / 1e6), " MFLOP"));
    std::string arena = absl::StrCat(withCommas(info.arena_bytes), " bytes; alive at once at most ",
                                     withCommas(info.peak_live_bytes));
    if (info.peak_live_bytes)
      absl::StrAppendFormat(&arena, " (ratio %.3f)",
                            static_cast<double>(info.arena_bytes) /
                                static_cast<double>(info.peak_live_bytes));
    absl::StrAppend(&arena, "; all buffers together ", withCommas(info.total_bytes));
    line("arena", arena);
    if (!options.plan)
      continue;
    std::printf("\n%4s  %-13s %10s %12s %6s  %s\n", "#", "family", "MFLOP", "bytes", "groups", "operator");
    for (size_t i = 0; i < target.dispatches.size(); ++i) {
      const Dispatch& dispatch = target.dispatches[i];
      const Kernel& kernel = target.kernels[dispatch.info.kernel];
      std::printf("%4zu  %-13s %10.3f %12s %6u  %s%s%s\n", i, kernel.info.family,
                  static_cast<double>(dispatch.info.flops) / 1e6, withCommas(dispatch.info.bytes).c_str(),
                  dispatch.info.workgroups, dispatch.info.name, *dispatch.info.location ? "  " : "",
                  dispatch.info.location);
      std::string bindings;
      for (const aic_binding_info& b : dispatch.bindings) {
        absl::StrAppend(&bindings, b.write ? "  -> " : "  ", kindName(b.kind));
        if (b.kind == AIC_BINDING_INPUT || b.kind == AIC_BINDING_OUTPUT)
          absl::StrAppend(&bindings, " ", b.index);
        else
          absl::StrAppend(&bindings, "[", b.offset, ", ", b.offset + b.bytes, ")");
      }
      std::printf("     %s\n", bindings.c_str());
      if (!kernel.variants.empty())
        std::printf("       variants: %s\n", variants(kernel).c_str());
    }
  }
}

Json tensorJson(const aic_tensor_info& info) {
  return {{"name", info.name},
          {"type", aic_element_name(info.type)},
          {"shape", std::vector<int64_t>(info.shape, info.shape + info.rank)},
          {"bytes", info.bytes}};
}

Json dispatchJson(const Dispatch& dispatch, const aic_kernel_info& kernel) {
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
    binding["offset"] = b.offset;
    binding["bytes"] = b.bytes;
    binding["write"] = b.write != 0;
    bindings.push_back(std::move(binding));
  }
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

Json toJson(const Options& options, const Description& d) {
  Json json = {{"file", options.file},
               {"file_bytes", d.model.file_bytes},
               {"format_version", d.model.format_version},
               {"format_minor", d.model.format_minor},
               {"producer", d.model.producer},
               {"graph", d.model.graph},
               {"source", d.model.source},
               {"weight_bytes", d.model.weights_bytes}};
  json["inputs"] = Json::array();
  for (const aic_tensor_info& info : d.inputs)
    json["inputs"].push_back(tensorJson(info));
  json["outputs"] = Json::array();
  for (const aic_tensor_info& info : d.outputs)
    json["outputs"].push_back(tensorJson(info));
  json["sections"] = Json::array();
  for (const aic_section_info& section : d.sections)
    json["sections"].push_back({{"kind", section.kind == AIC_SECTION_WEIGHTS ? "weights" : "code"},
                                {"offset", section.offset},
                                {"bytes", section.bytes},
                                {"alignment", section.alignment},
                                {"checksum", absl::StrFormat("%016x", section.checksum)}});
  json["targets"] = Json::array();
  for (const Target& target : d.targets) {
    const aic_target_info& info = target.info;
    Json t = {{"kind", deviceName(info.kind)},
              {"triple", info.triple},
              {"cpu", info.cpu},
              {"features", std::vector<std::string>(info.features, info.features + info.feature_count)},
              {"kernel_count", info.kernel_count},
              {"arena_bytes", info.arena_bytes},
              {"peak_live_bytes", info.peak_live_bytes},
              {"total_bytes", info.total_bytes}};
    t["dispatches"] = Json::array();
    for (const Dispatch& dispatch : target.dispatches)
      t["dispatches"].push_back(dispatchJson(dispatch, target.kernels[dispatch.info.kernel].info));
    if (info.kind != AIC_TARGET_CPU) {
      t["kernels"] = Json::array();
      for (const Kernel& kernel : target.kernels)
        t["kernels"].push_back(kernelJson(kernel));
    }
    json["targets"].push_back(std::move(t));
  }
  return json;
}

int inspect(const Options& options) {
  ModelHandle model;
  if (int code = openModel(options.file, AIC_OPEN_INSPECT, options.verify, model))
    return code;
  Description description;
  if (aic_status status = describe(model.get(), description))
    return failRuntime(status);
  if (options.json) {
    Json json = toJson(options, description);
    if (options.verify)
      json["weights_verified"] = true;
    printJson(json);
    return Good;
  }
  printText(options, description);
  if (options.verify)
    std::printf("%-12s %s\n", "verified", "the weights have their checksum");
  return Good;
}

} // namespace

Command addInspect(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("inspect", "Say what a compiled model is and what running it takes");
  command->add_option("file", options->file, "The compiled model, FILE.aic")->required();
  command->add_flag("--plan", options->plan, "Also list the dispatches with their buffers");
  addVerifyOption(*command, options->verify);
  command->add_flag("--json", options->json, "Print JSON, the plan included");
  command->footer("The file need not be for this machine's CPU.\n\n"
                  "Example:\n  aic inspect resnet18.aic --plan");
  return {command, [options] { return inspect(*options); }};
}

} // namespace aic::tool

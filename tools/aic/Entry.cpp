#include "tools/aic/Entry.h"

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/Npy.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Failure.h"

#include <CLI/CLI.hpp>

namespace aic::tool {

namespace {

/// An entry that there is.
aic_entry_info infoOf(const aic_model* model, uint32_t entry) {
  aic_entry_info info;
  aic_model_entry(model, entry, &info);
  return info;
}

/// "x: f32[2, 3], y: i64[]"
std::string describeTensors(const aic_model* model, uint32_t entry, uint32_t count,
                            aic_status (*describe)(const aic_model*, uint32_t, uint32_t, aic_tensor_info*)) {
  std::string text;
  for (uint32_t i = 0; i < count; ++i) {
    Buffer buffer;
    if (describe(model, entry, i, &buffer.info) == AIC_OK)
      absl::StrAppend(&text, i ? ", " : "", buffer.describe());
  }
  return text;
}

/// The entries of a name; of all where it is "".
std::vector<uint32_t> entriesOf(const aic_model* model, const std::string& name) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < aic_model_entry_count(model); ++i)
    if (name.empty() || name == infoOf(model, i).name)
      found.push_back(i);
  return found;
}

/// The inputs of an entry, without memory.
int describeInputs(const aic_model* model, uint32_t entry, std::vector<Buffer>& inputs) {
  for (uint32_t i = 0; i < infoOf(model, entry).input_count; ++i)
    if (aic_status status = aic_model_entry_input(model, entry, i, &inputs.emplace_back().info))
      return failRuntime(status);
  return Good;
}

/// Of entries that are one graph in several sizes, the one that the arrays fit.
int chooseByShapes(const std::string& command, const aic_model* model, const std::vector<uint32_t>& entries,
                   const std::vector<std::string>& arguments, uint64_t steps, uint32_t& entry) {
  std::vector<Buffer> inputs; // of the first: their names are those of all
  std::vector<Binding> bindings;
  if (int code = describeInputs(model, entries[0], inputs))
    return code;
  if (int code = matchBindings(command, "input", arguments, inputs, bindings))
    return code;
  std::vector<uint32_t> fitting = entries;
  std::string given; // the shapes, for messages
  for (const Binding& binding : bindings) {
    if (absl::StartsWith(binding.value, "random:")) // of any shape
      continue;
    absl::StatusOr<weights::NpyFile> array = weights::NpyFile::Open(binding.value);
    if (!array.ok())
      return fail(array.status());
    absl::StrAppend(&given, given.empty() ? "" : ", ", inputs[binding.index].info.name, ": ",
                    weights::TypeString(array->type(), array->shape()));
    std::vector<uint32_t> left;
    for (uint32_t candidate : fitting) {
      Buffer input;
      if (aic_status status =
              aic_model_entry_input(model, candidate, static_cast<uint32_t>(binding.index), &input.info))
        return failRuntime(status);
      if (array->type() == input.type() && fitOf(array->shape(), input.shape(), steps) != Fit::None)
        left.push_back(candidate);
    }
    fitting = std::move(left);
  }
  if (fitting.size() == 1) {
    entry = fitting[0];
    return Good;
  }
  if (fitting.empty())
    return failUsage(command, absl::StrCat("no entry takes ", given, "; ", listEntries(model)));
  return failUsage(command, absl::StrCat(given.empty() ? "the inputs have no shapes that choose an entry"
                                                       : "several entries take " + given,
                                         ": say which with --entry; ", listEntries(model)));
}

} // namespace

void addEntryOption(CLI::App& command, std::string& entry, const std::string& withoutIt) {
  command
      .add_option(
          "--entry", entry,
          absl::StrCat("The entry: step, or 'resnet50[N=8]' where one graph is there in several sizes; "
                       "default: ",
                       withoutIt))
      ->type_name("NAME");
}

std::string entryName(const aic_model* model, uint32_t entry) {
  const aic_entry_info info = infoOf(model, entry);
  std::string name = info.name;
  if (entriesOf(model, name).size() == 1)
    return name;
  for (uint32_t d = 0; d < info.dim_count; ++d)
    absl::StrAppend(&name, d ? "," : "[", info.dim_names[d], "=", info.dim_values[d],
                    d + 1 == info.dim_count ? "]" : "");
  return name;
}

std::vector<std::pair<std::string, int64_t>> dimsOf(const aic_model* model, uint32_t entry) {
  const aic_entry_info info = infoOf(model, entry);
  std::vector<std::pair<std::string, int64_t>> dims;
  for (uint32_t d = 0; d < info.dim_count; ++d)
    dims.emplace_back(info.dim_names[d], info.dim_values[d]);
  return dims;
}

std::string describeEntry(const aic_model* model, uint32_t entry) {
  const aic_entry_info info = infoOf(model, entry);
  return absl::StrCat(entryName(model, entry), "(",
                      describeTensors(model, entry, info.input_count, aic_model_entry_input), ") -> (",
                      describeTensors(model, entry, info.output_count, aic_model_entry_output), ")");
}

std::string listEntries(const aic_model* model) {
  const uint32_t count = aic_model_entry_count(model);
  std::string list = absl::StrCat("the model has ", count, count == 1 ? " entry:" : " entries:");
  for (uint32_t i = 0; i < count; ++i)
    absl::StrAppend(&list, "\n  ", describeEntry(model, i));
  return list;
}

bool isOneGraph(const aic_model* model) {
  return entriesOf(model, infoOf(model, 0).name).size() == aic_model_entry_count(model);
}

int findEntry(const std::string& command, const aic_model* model, const std::string& name, uint32_t& entry) {
  if (aic_model_find_entry(model, name.c_str(), &entry) == AIC_OK)
    return Good;
  std::vector<std::string> names;
  for (uint32_t i = 0; i < aic_model_entry_count(model); ++i) {
    names.push_back(entryName(model, i));
    if (std::string own = infoOf(model, i).name; own != names.back() && !absl::c_linear_search(names, own))
      names.push_back(own);
  }
  std::string wrong = "there is no such entry" + graph::suggestion(name, names);
  if (entriesOf(model, name).size() > 1)
    wrong = "several entries have this name";
  else if (entriesOf(model, name.substr(0, name.find('['))).size() > 1)
    wrong = "there is no such size, or there are several";
  return failUsage(command, absl::StrCat("--entry ", name, ": ", wrong, "; ", listEntries(model)));
}

int chooseEntry(const std::string& command, const aic_model* model, const std::string& name,
                const std::vector<std::string>& inputs, uint64_t steps, uint32_t& entry) {
  entry = 0;
  if (aic_model_entry_count(model) == 1 && name.empty())
    return Good;
  const std::vector<uint32_t> sizes = entriesOf(model, name);
  if (name.empty() && !isOneGraph(model))
    return failUsage(command, "say which entry with --entry; " + listEntries(model));
  if (sizes.size() > 1 && (name.empty() || aic_model_find_entry(model, name.c_str(), &entry) != AIC_OK))
    return chooseByShapes(command, model, sizes, inputs, steps, entry);
  return findEntry(command, model, name, entry);
}

} // namespace aic::tool

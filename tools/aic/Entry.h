// --entry: which of a model's functions is meant.
#pragma once

#include "tools/aic/Bindings.h"
#include "tools/aic/Model.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace aic::tool {

/// --entry, for the commands that run or describe one.
void addEntryOption(CLI::App& command, std::string& entry, const std::string& withoutIt);

/// How --entry names it: "step", and "resnet50[N=8]" where several entries have the name. `entry` is one.
std::string entryName(const aic_model* model, uint32_t entry);

/// The same with what goes in and out: "step(id: i64[1, 1], position: i64[]) -> (logits: f32[1, 256])".
std::string describeEntry(const aic_model* model, uint32_t entry);

/// Its named dimensions and what they are.
std::vector<std::pair<std::string, int64_t>> dimsOf(const aic_model* model, uint32_t entry);

/// "the model has 2 entries:" and a line for each of them.
std::string listEntries(const aic_model* model);

/// True where all entries are one graph in several sizes; also where there is one.
bool isOneGraph(const aic_model* model);

/// The number of the entry that `name` means. Returns 0, or prints what is wrong (with the entries that
/// there are) and returns the exit code.
int findEntry(const std::string& command, const aic_model* model, const std::string& name, uint32_t& entry);

/// The entry that is to run: the one that `name` means, or without a name the only one. Of one graph in
/// several sizes the arguments of --input choose it by their types and shapes (`steps`: Bindings.h). Returns
/// as findEntry does; what fits no entry is wrong usage, and the message says which shapes there are.
int chooseEntry(const std::string& command, const aic_model* model, const std::string& name,
                const std::vector<std::string>& inputs, uint64_t steps, uint32_t& entry);

} // namespace aic::tool

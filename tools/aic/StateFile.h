// A session's states in a .safetensors file: one tensor a state, under its full name.
#pragma once

#include "runtime/aic.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::tool {

/// What a file holds beside the states: i64[N], N = values.size(), under a name that begins with "aic.".
struct StateNote {
  std::string name;
  std::vector<int64_t> values;
};

/// That a name is one for a file of states: .safetensors is what is written, whatever it is called, so that
/// the name of another format is refused. `option`: "--save-state". Returns as saveStates does.
int checkStateName(const std::string& command, const std::string& option, const std::string& path);

/// Writes all states and the notes. The file is whole or not there (weights::FileWriter). Returns 0, or
/// prints what is wrong and returns the exit code.
int saveStates(const aic_model* model, aic_session* session, const std::string& path,
               const std::vector<StateNote>& notes = {});

/// Reads all states from a .safetensors or .npz file, which must hold each of them with its type and shape,
/// and nothing else but notes. `notes`, where it is not null, gets those of the names that it has; the values
/// of one that the file lacks stay empty. Returns as saveStates does: where it is not 0, no state is changed.
int loadStates(const aic_model* model, aic_session* session, const std::string& path,
               std::vector<StateNote>* notes = nullptr);

} // namespace aic::tool

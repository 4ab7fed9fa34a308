#include "tools/aic/StateFile.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "frontends/graph/Diagnostic.h"
#include "frontends/weights/SafetensorsWriter.h"
#include "frontends/weights/Weights.h"
#include "tools/aic/Bindings.h"
#include "tools/aic/Failure.h"

#include <cstring>

namespace aic::tool {

namespace {

struct State {
  uint32_t index;
  std::string name;
  weights::ElementType type;
  std::vector<int64_t> shape;
  size_t bytes;
};

int listStates(const aic_model* model, std::vector<State>& states) {
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i) {
    aic_state_info info;
    if (aic_status status = aic_model_state(model, i, &info))
      return failRuntime(status);
    states.push_back({i,
                      info.name,
                      static_cast<weights::ElementType>(info.type),
                      {info.shape, info.shape + info.rank},
                      static_cast<size_t>(info.bytes)});
  }
  return Good;
}

const State* findState(const std::vector<State>& states, const std::string& name) {
  for (const State& state : states)
    if (state.name == name)
      return &state;
  return nullptr;
}

/// That the file and the model have the same states. Prints and returns the first difference.
int compareStates(const std::string& path, const std::vector<State>& states,
                  const weights::WeightFile& file) {
  for (const State& state : states) {
    const weights::TensorInfo* found = file.Find(state.name);
    std::string wanted = weights::TypeString(state.type, state.shape);
    if (!found) {
      std::vector<std::string> names;
      for (const auto& [name, info] : file.tensors())
        names.push_back(name);
      return fail(WrongUsage, absl::StrCat(path, ": there is no tensor for the model's state '", state.name,
                                           "', ", wanted, graph::suggestion(state.name, names)));
    }
    std::string given = weights::TypeString(found->type, found->shape);
    if (given != wanted || found->bytes != state.bytes)
      return fail(WrongUsage, absl::StrCat(path, ": the tensor '", state.name, "' is ", given,
                                           ", the model's state is ", wanted));
  }
  for (const auto& [name, info] : file.tensors())
    if (!absl::StartsWith(name, "aic.") && !findState(states, name)) {
      std::vector<std::string> names;
      for (const State& state : states)
        names.push_back(state.name);
      return fail(WrongUsage, absl::StrCat(path, ": the model has no state '", name, "'",
                                           graph::suggestion(name, names), "; it has ", states.size()));
    }
  return Good;
}

int readNotes(const std::string& path, const std::vector<State>& states, const weights::WeightFile& file,
              std::vector<StateNote>& notes) {
  for (StateNote& note : notes) {
    note.values.clear();
    const weights::TensorInfo* found = file.Find(note.name);
    if (!found || findState(states, note.name))
      continue;
    if (found->type != weights::ElementType::I64 || found->shape.size() > 1)
      return fail(WrongUsage, absl::StrCat(path, ": the tensor '", note.name, "' is ",
                                           weights::TypeString(found->type, found->shape), ", not i64[N]"));
    absl::StatusOr<weights::TensorData> data = file.Load(note.name);
    if (!data.ok())
      return fail(data.status());
    note.values.resize(data->size() / sizeof(int64_t));
    if (!note.values.empty())
      std::memcpy(note.values.data(), data->data(), data->size());
  }
  return Good;
}

/// Writes a state of `elements`, row-major.
aic_status writeState(aic_session* session, const State& state, weights::TensorData elements,
                      std::vector<uint8_t>& scratch) {
  scratch.assign(elements.begin(), elements.end()); // aligned, which the file's need not be
  if (state.type == weights::ElementType::Bool)     // any other value is true, as in NumPy
    for (uint8_t& byte : scratch)
      byte = byte != 0;
  return aic_session_write_state(session, state.index, scratch.data(), scratch.size());
}

} // namespace

int checkStateName(const std::string& command, const std::string& option, const std::string& path) {
  if (int code = checkName(command, option, path))
    return code;
  for (const char* other : {".npz", ".npy", ".gguf", ".pt", ".pth", ".onnx"})
    if (absl::EndsWithIgnoreCase(path, other))
      return failUsage(
          command, absl::StrCat(option, " ", path, ": states are written as .safetensors, not as ", other));
  return Good;
}

int saveStates(const aic_model* model, aic_session* session, const std::string& path,
               const std::vector<StateNote>& notes) {
  std::vector<State> states;
  if (int code = listStates(model, states))
    return code;
  int failure = Good;
  std::vector<weights::TensorSource> tensors;
  for (const State& state : states)
    tensors.push_back({state.name, state.type, state.shape, [&](std::vector<uint8_t>& scratch) {
                         scratch.resize(state.bytes);
                         aic_status status =
                             aic_session_read_state(session, state.index, scratch.data(), state.bytes);
                         if (status != AIC_OK && failure == Good)
                           failure = failRuntime(status);
                         return failure ? weights::Bytes() : weights::Bytes(scratch);
                       }});
  for (const StateNote& note : notes)
    tensors.push_back({note.name,
                       weights::ElementType::I64,
                       {static_cast<int64_t>(note.values.size())},
                       [&note](std::vector<uint8_t>&) {
                         return weights::Bytes(reinterpret_cast<const uint8_t*>(note.values.data()),
                                               note.values.size() * sizeof(int64_t));
                       }});
  absl::Status status = weights::WriteSafetensors(path, tensors);
  if (failure)
    return failure;
  return status.ok() ? static_cast<int>(Good) : fail(status);
}

int loadStates(const aic_model* model, aic_session* session, const std::string& path,
               std::vector<StateNote>* notes) {
  absl::StatusOr<std::shared_ptr<weights::WeightFile>> file = weights::WeightFile::Open(path);
  if (!file.ok())
    return fail(file.status());
  std::vector<State> states;
  if (int code = listStates(model, states))
    return code;
  if (int code = compareStates(path, states, **file))
    return code;
  std::vector<weights::TensorData> elements;
  for (const State& state : states) {
    absl::StatusOr<weights::TensorData> data = (*file)->Load(state.name); // a compressed one may be damaged
    if (!data.ok())
      return fail(data.status());
    elements.push_back(*data);
  }
  std::vector<StateNote> found = notes ? *notes : std::vector<StateNote>();
  if (int code = readNotes(path, states, **file, found))
    return code;
  // A device may refuse a value (an i64 that does not fit in Vulkan's 32 bits): then all is as it was. Of a
  // session whose states are lost there is nothing to go back to.
  std::vector<uint8_t> before(aic_session_saved_bytes(session)), scratch;
  const bool canGoBack = aic_session_save_states(session, before.data(), before.size()) == AIC_OK;
  for (size_t i = 0; i < states.size(); ++i)
    if (aic_status status = writeState(session, states[i], elements[i], scratch)) {
      int code = failRuntime(status);
      if (i > 0 && canGoBack)
        if (aic_status back = aic_session_load_states(session, before.data(), before.size()))
          return failRuntime(back);
      return code;
    }
  if (notes)
    *notes = std::move(found);
  return Good;
}

} // namespace aic::tool

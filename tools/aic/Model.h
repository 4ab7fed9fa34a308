// The runtime's handles, owned, and the memory for a model's inputs and outputs.
#pragma once

#include "frontends/weights/Element.h"
#include "runtime/aic.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace aic::tool {

struct CloseModel {
  void operator()(aic_model* model) const { aic_model_close(model); }
};
struct CloseSession {
  void operator()(aic_session* session) const { aic_session_close(session); }
};
using ModelHandle = std::unique_ptr<aic_model, CloseModel>;
using SessionHandle = std::unique_ptr<aic_session, CloseSession>;

struct FreeBytes {
  void operator()(void* data) const;
};

/// An input or an output: what the model says of it, and 64-byte aligned memory for it (info.bytes).
struct Buffer {
  aic_tensor_info info;
  std::unique_ptr<void, FreeBytes> data;

  weights::ElementType type() const { return static_cast<weights::ElementType>(info.type); }
  absl::Span<const int64_t> shape() const { return {info.shape, info.rank}; }
  /// "image: f32[1, 3, 24, 24]"
  std::string describe() const;
};

/// --verify, for the commands that open an artifact.
void addVerifyOption(CLI::App& command, bool& verify);

/// Opens an artifact, with all of its weights read where `verify` says so, and progress on a terminal.
/// Returns 0, or prints why not and returns the exit code.
int openModel(const std::string& path, uint32_t flags, bool verify, ModelHandle& model);

/// Makes a session, with progress on a terminal: a device may have to compile its shaders. Returns as
/// openModel does.
int makeSession(aic_model* model, const aic_session_options& options, SessionHandle& session);

/// Memory for what `buffer.info` says, zeroed. Returns as openModel does.
int allocateBuffer(Buffer& buffer);

/// The inputs or outputs of an entry with memory, zeroed. Returns as openModel does.
int allocateInputs(const aic_model* model, uint32_t entry, std::vector<Buffer>& buffers);
int allocateOutputs(const aic_model* model, uint32_t entry, std::vector<Buffer>& buffers);

/// Runs an entry once. Returns as openModel does.
int runOnce(aic_session* session, const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs,
            uint32_t entry);

} // namespace aic::tool

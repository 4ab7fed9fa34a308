#include "tools/aic/Model.h"

#include "absl/strings/str_cat.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Progress.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <cstring>

namespace aic::tool {

static_assert(static_cast<int>(weights::ElementType::F32) == AIC_F32 &&
              static_cast<int>(weights::ElementType::F16) == AIC_F16 &&
              static_cast<int>(weights::ElementType::BF16) == AIC_BF16 &&
              static_cast<int>(weights::ElementType::F64) == AIC_F64 &&
              static_cast<int>(weights::ElementType::Bool) == AIC_BOOL &&
              static_cast<int>(weights::ElementType::I8) == AIC_I8 &&
              static_cast<int>(weights::ElementType::U8) == AIC_U8 &&
              static_cast<int>(weights::ElementType::I16) == AIC_I16 &&
              static_cast<int>(weights::ElementType::I32) == AIC_I32 &&
              static_cast<int>(weights::ElementType::I64) == AIC_I64);

void FreeBytes::operator()(void* data) const {
  std::free(data);
}

std::string Buffer::describe() const {
  return absl::StrCat(info.name, ": ", weights::TypeString(type(), shape()));
}

void addVerifyOption(CLI::App& command, bool& verify) {
  command.add_flag("--verify", verify, "First read all weights and compare their checksum");
}

int openModel(const std::string& path, uint32_t flags, bool verify, ModelHandle& model) {
  aic_model* opened = nullptr;
  Progress progress(verify ? "reading the weights" : "opening the model");
  aic_status status = aic_model_open(path.c_str(), flags | (verify ? AIC_OPEN_VERIFY : 0u), &opened);
  progress.stop();
  if (status != AIC_OK)
    return failRuntime(status);
  model.reset(opened);
  return Good;
}

int makeSession(aic_model* model, const aic_session_options& options, SessionHandle& session) {
  aic_session* made = nullptr;
  Progress progress("preparing the device");
  aic_status status = aic_session_create_with(model, &options, &made);
  progress.stop();
  if (status != AIC_OK)
    return failRuntime(status);
  session.reset(made);
  return Good;
}

int allocateBuffer(Buffer& buffer) {
  constexpr size_t kAlignment = 64;
  size_t bytes = (buffer.info.bytes + kAlignment) / kAlignment * kAlignment; // at least one byte
  buffer.data.reset(std::aligned_alloc(kAlignment, bytes));
  if (!buffer.data)
    return fail(CannotReadOrWrite, absl::StrCat("not enough memory for ", buffer.describe()));
  std::memset(buffer.data.get(), 0, bytes);
  return Good;
}

namespace {

int allocate(const aic_model* model, uint32_t entry, uint32_t count,
             aic_status (*describe)(const aic_model*, uint32_t, uint32_t, aic_tensor_info*),
             std::vector<Buffer>& buffers) {
  for (uint32_t i = 0; i < count; ++i) {
    Buffer buffer;
    if (aic_status status = describe(model, entry, i, &buffer.info); status != AIC_OK)
      return failRuntime(status);
    if (int code = allocateBuffer(buffer))
      return code;
    buffers.push_back(std::move(buffer));
  }
  return Good;
}

} // namespace

int allocateInputs(const aic_model* model, uint32_t entry, std::vector<Buffer>& buffers) {
  aic_entry_info info;
  if (aic_status status = aic_model_entry(model, entry, &info))
    return failRuntime(status);
  return allocate(model, entry, info.input_count, aic_model_entry_input, buffers);
}

int allocateOutputs(const aic_model* model, uint32_t entry, std::vector<Buffer>& buffers) {
  aic_entry_info info;
  if (aic_status status = aic_model_entry(model, entry, &info))
    return failRuntime(status);
  return allocate(model, entry, info.output_count, aic_model_entry_output, buffers);
}

int runOnce(aic_session* session, const std::vector<Buffer>& inputs, const std::vector<Buffer>& outputs,
            uint32_t entry) {
  std::vector<aic_input> in;
  std::vector<aic_output> out;
  for (const Buffer& buffer : inputs)
    in.push_back({buffer.data.get(), static_cast<size_t>(buffer.info.bytes)});
  for (const Buffer& buffer : outputs)
    out.push_back({buffer.data.get(), static_cast<size_t>(buffer.info.bytes)});
  aic_status status = aic_session_run_entry(session, entry, in.data(), static_cast<uint32_t>(in.size()),
                                            out.data(), static_cast<uint32_t>(out.size()));
  return status == AIC_OK ? static_cast<int>(Good) : failRuntime(status);
}

} // namespace aic::tool
